import type { ClaimKind, ClaimSlots, Undefinable, Value } from '../types.js'
import { oneLine } from './line.js'
import { dateText, durationText, rateText, valueText } from './words.js'

/** A claim as far as it can be told in words; public claims and those inside the program alike. */
export type Tellable = Undefinable<ClaimSlots> & { kind: ClaimKind }

const TIES: Record<string, string> = {
  partnership: 'partnership with',
  contract: 'contract with',
  'joint-venture': 'joint venture with',
  merger: 'merger with',
  subsidiary: 'subsidiary of',
  acquisition: 'acquisition of',
  stake: 'stake in',
  supplier: 'supplied by',
  distributor: 'distributed by',
  manufacturer: 'built by',
  customer: 'supplies',
}

const PRICES: Record<string, string> = {
  entry: 'entry price',
  list: 'list price',
  discount: 'discount',
  rise: 'price rise',
  cut: 'price cut',
}

/** Who or what a claim is about: `Xiaomi SU7`; `?` where the text leaves it open. */
export function aboutText({ subject, product }: Tellable): string {
  return [subject, product].filter((name) => name != null).join(' ') || '?'
}

/** The point of a claim without its figure or date: `deliveries`, `contract with Hyperion Leasing`, `launch`. */
export function pointText(claim: Tellable): string {
  switch (claim.kind) {
    case 'partner':
      return `${TIES[claim.relation ?? ''] ?? claim.relation ?? 'tied to'} ${claim.partner ?? '?'}`
    case 'market':
      return `${claim.stance === 'target' ? 'means to sell' : 'sells'} in ${claim.market ?? '?'}`
    case 'volume':
      if (claim.measure === 'share') return claim.of ? `share of ${claim.of}` : 'share'
      if (claim.measure === 'change') return claim.of ? `change of ${claim.of}` : 'change'
      return claim.measure ?? 'volume'
    case 'price':
      return PRICES[claim.measure ?? ''] ?? 'price'
    case 'milestone':
      return claim.event ?? 'event'
    case 'investment':
      return 'investment'
  }
}

/** What a claim says, without who it is about and when: `deliveries > 139,000 vehicles in 4 months, in China`. */
export function contentText(claim: Tellable): string {
  const { kind, value, per, span, market, by, purpose, partner, products } = claim
  const point = [
    pointText(claim),
    value === undefined ? '' : amountText(claim, value),
    per == null ? '' : rateText(per),
    span == null ? '' : `in ${durationText(span)}`,
    by == null ? '' : `by ${by}`,
  ]
  const rest = [
    kind !== 'market' && market != null ? `in ${market}` : '',
    kind === 'investment' && partner != null ? `for ${partner}` : '',
    purpose == null ? '' : `for ${purpose}`,
    products === undefined || products.length === 0 ? '' : `for ${products.join(', ')}`,
  ]
  return [point.filter(Boolean).join(' '), ...rest.filter(Boolean)].join(', ')
}

/** The value of a claim; what is counted is not said twice ("stores 127"). */
export function amountText({ measure }: Tellable, value: Value): string {
  const { unit, ...bare } = value
  return valueText(unit === measure ? bare : value)
}

/** A claim on one line: `Xiaomi SU7: deliveries > 139,000 vehicles, 2024, reported`. Safe to print. */
export function claimLine(claim: Tellable): string {
  const when = claim.date === null ? [] : [dateText(claim.date)]
  const said = claim.attribution === null ? [] : [`says ${claim.attribution}`]
  return oneLine(`${aboutText(claim)}: ${[contentText(claim), ...when, claim.status, ...said].join(', ')}`)
}
