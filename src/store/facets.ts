import type { FactClaim } from '../types.js'

type Values = (claim: FactClaim) => readonly (string | null | undefined)[]

/** The slots by whose words claims are looked up; the index keeps the words of each. */
export const FACETS = {
  kind: (claim) => [claim.kind],
  status: (claim) => [claim.status],
  subject: (claim) => [claim.subject],
  product: (claim) => [claim.product, ...(claim.products ?? [])],
  partner: (claim) => [claim.partner],
  market: (claim) => [claim.market, claim.marketCode],
  review: (claim) => [claim.review],
} satisfies Record<string, Values>

export type Facet = keyof typeof FACETS

export const FACET_NAMES = Object.keys(FACETS) as Facet[]

/** The words of one slot of a claim, those without a value left out. */
export function wordsOf(facet: Facet, claim: FactClaim): string[] {
  const values: Values = FACETS[facet]
  return values(claim).filter((value) => value != null)
}
