import type { Claim, Value } from '../types.js'
import type { Candidate, SentenceContext } from './candidate.js'
import { ALSO, also, is, TAG } from './kinds.js'
import type { Term } from './terms.js'

// What a sum must be to be the price of something.

/** Above this much, what is told to cost it is a project rather than goods, unless goods are named. In euros or the like. */
const DEAR = 1_000_000

/** Currencies whose unit is worth less than a tenth of a euro cent to a few cents: about how many of them make a euro, as a power of ten. */
const SMALL_UNITS: Readonly<Record<string, number>> = {
  JPY: 100, HUF: 100, ISK: 100, KZT: 100, ARS: 1000, CLP: 1000, KRW: 1000, COP: 1000, NGN: 1000, UGX: 1000, TZS: 1000, IDR: 10_000, VND: 10_000, IRR: 10_000, LBP: 10_000,
} // biome-ignore format: a table

/** Whether the figure of a candidate for a price may be one: no difference of two prices, and no project's cost. */
export function mayBePrice({ measure }: Claim, candidate: Candidate, context: SentenceContext, value: Value): boolean {
  const { terms, clauses } = context
  if ((measure === 'list' || measure === 'entry') && isDifference(terms, candidate.value)) return false
  if (value.unit === 'percent' || value.figure < DEAR * (SMALL_UNITS[value.unit ?? ''] ?? 1)) return true
  const clause = clauses.of[candidate.value]
  // "its list price is $200m": of planes and ships, and of no project
  if (clause?.terms.some((i) => /^(?:list|sticker|catalogue)[ _-]price$/.test(terms[i]?.normal ?? '')) === true)
    return true
  return (clause?.terms ?? []).some((i) => {
    const term = terms[i] as Term
    return (
      is(term, TAG.Product) ||
      also(term, ALSO.Wares | ALSO.Goods) ||
      term.kind.root === 'facturer' ||
      /^(?:each|apiece|per|chaque|pièce|chacun|chacune|exemplaire|unité)$/.test(term.normal)
    )
  })
}

/** "£2,000 less than the Kia", "50 euros de plus", "an extra $300", "$10 off": by how much one price differs from another. */
function isDifference(terms: readonly Term[], value: number): boolean {
  const next = terms[value + 1]
  if (next?.kind.tags.has('More') || next?.kind.tags.has('Less') || COMPARATIVES.has(next?.normal ?? '')) return true
  return /^(?:extra|further|additional)$/.test(terms[value - 1]?.normal ?? '')
}

const COMPARATIVES = new Set('cheaper dearer under over off extra lower higher'.split(' '))
