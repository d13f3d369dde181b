import type { FactClaim } from '../types.js'

/** A value in one of the units that it is told in: the figure as stated, or both ends of a range. */
export interface Telling {
  from: number
  to: number
  /** Empty for a bare number. */
  unit: string
}

function tellingsOf({ value }: FactClaim): Telling[] {
  if (value === undefined) return []
  const { figure, to = figure, unit = '', also = [] } = value
  const others = also.map((other) => ({ from: other.figure, to: other.figure, unit: other.unit }))
  return [{ from: Math.min(figure, to), to: Math.max(figure, to), unit }, ...others]
}

/** A word of the facet `value` read back. */
export function tellingFrom(word: string): Telling {
  const [from, to, ...unit] = word.split(' ')
  return { from: Number(from), to: Number(to), unit: unit.join(' ') }
}

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
  date: (claim) => [claim.date],
  unit: ({ value }) => [value?.unit, ...(value?.also ?? []).map(({ unit }) => unit)],
  value: (claim) => tellingsOf(claim).map(({ from, to, unit }) => `${from} ${to} ${unit}`),
} satisfies Record<string, Values>

export type Facet = keyof typeof FACETS

export const FACET_NAMES = Object.keys(FACETS) as Facet[]

/** The words of one slot of a claim, those without a value left out. */
export function wordsOf(facet: Facet, claim: FactClaim): string[] {
  const values: Values = FACETS[facet]
  return values(claim).filter((value) => value != null)
}
