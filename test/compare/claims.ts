import type { Told } from '../../src/compare/topics.js'
import type { FactClaim, Value } from '../../src/types.js'

let count = 0

/** A claim for tests as some source tells it, published when it is said. */
export function told(published: string | null, slots: Partial<FactClaim>): Told {
  const id = `t-${++count}`
  const claim: FactClaim = {
    id,
    kind: 'volume',
    subject: 'Nordlys',
    date: null,
    status: 'reported',
    attribution: null,
    evidence: [{ line: 1, start: count, end: count + 1, quote: 'x' }],
    rule: 'fr/test',
    ...slots,
  }
  return { source: `${id}.txt`, published, claim }
}

/** Deliveries of so many vehicles. */
export function deliveries(published: string | null, value: Partial<Value>, slots: Partial<FactClaim> = {}): Told {
  const whole: Value = { figure: 0, unit: 'vehicles', bound: 'exact', ...value }
  return told(published, { measure: 'deliveries', value: whole, ...slots })
}
