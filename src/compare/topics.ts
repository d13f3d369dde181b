import type { Comparison, FactClaim } from '../types.js'
import { groupBy } from './group.js'
import { foldName, rootsOf } from './names.js'

/** A claim with the source that makes it. */
export type Told = Comparison['claims'][number]

/** Ties by ownership; all others are ties by business. A pair may have one of each (claims.md, `relation`). */
const OWNERSHIP = new Set(['subsidiary', 'acquisition', 'stake', 'merger'])

/** Measures that readers take for one another stand side by side, as another scope. */
const FAMILIES: Record<string, string> = {
  deliveries: 'sold',
  sales: 'sold',
  registrations: 'sold',
  production: 'made',
  capacity: 'made',
}

/**
 * The words under which claims meet: only claims that share one can be about the same thing. A claim with a product
 * meets those about the product and those about its maker. A claim that leaves open who and what it is about has a key
 * as narrow as what it says.
 */
export function keysOf(claim: FactClaim, root: (name: string | null | undefined) => string): string[] {
  const { kind, subject, product, partner, market, relation = '', measure = '', of, event, value, date } = claim
  const key = (...parts: (string | null | undefined)[]) => [kind, ...parts.map(foldName)].join('|')
  const both = (...parts: (string | null | undefined)[]) => [
    ...(subject === null ? [] : [key('of', root(subject), ...parts)]),
    ...(product == null ? [] : [key('product', product, ...parts)]),
  ]
  let keys: string[] = []
  if (kind === 'partner' && subject !== null && partner != null) {
    keys = [key(OWNERSHIP.has(relation) ? 'ownership' : 'business', ...[root(subject), root(partner)].sort())]
  } else if (kind === 'market' && subject !== null && market != null) keys = [key(root(subject), market)]
  else if (kind === 'volume') {
    keys = both(FAMILIES[measure] ?? measure, of)
    if (keys.length === 0 && market != null) keys = [key('in', market, measure, of)]
  } else if (kind === 'milestone') keys = both(event)
  else if (kind === 'price' && product != null) keys = [key(product)]
  else if (kind === 'investment' && subject !== null) keys = [key(root(subject), partner)]
  return keys.length > 0
    ? keys
    : [key('?', product ?? subject, partner, market, measure, of, event, `${value?.figure} ${value?.unit}`, date)]
}

/** The claims by the keys under which they meet. */
export interface Topics {
  /** The groups of claims with one key. */
  groups: Map<string, Told[]>
  keys: (told: Told) => readonly string[]
}

export function topicsOf(told: readonly Told[]): Topics {
  const root = rootsOf(
    told.flatMap(({ claim: { subject, partner } }) => [subject, partner].filter((name) => name != null)),
  )
  const keys = new Map(told.map((one) => [one, keysOf(one.claim, root)]))
  const pairs = told.flatMap((one) => (keys.get(one) ?? []).map((key) => ({ key, one })))
  const groups = new Map([...groupBy(pairs, ({ key }) => key)].map(([key, those]) => [key, those.map((p) => p.one)]))
  return { groups, keys: (one) => keys.get(one) ?? [] }
}
