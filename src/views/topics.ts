import type { ClaimKind, Comparison } from '../types.js'
import { amountText, pointText, type Tellable } from './claim.js'
import type { Column } from './table.js'
import { counted, dateText, numberText, unitText } from './words.js'

/** What several claims say about one thing. */
export interface TopicOfClaims {
  headline: Comparison['claims'][number]
  claims: Comparison['claims']
  spread: [number, number] | null
  sources: number
  first: string | null
  last: string | null
}

const KIND_ORDER: Record<ClaimKind, number> = {
  partner: 0,
  market: 1,
  volume: 2,
  price: 3,
  milestone: 4,
  investment: 5,
}
/** More dates or places than this are told by their number. */
const MOST_NAMED = 6

export const TOPIC_COLUMNS: Column[] = [
  { title: '', drop: 2, paint: (style, kind) => style.faint(kind) },
  { title: '', min: 22 },
  { title: '', min: 30 },
  { title: '', drop: 1, paint: (style, sources) => style.faint(sources) },
  { title: '', drop: 3, paint: (style, dates) => style.faint(dates) },
]

/** A line for each topic, in the order of kinds: kind, what, value, sources, published. */
export function topicRows(topics: readonly TopicOfClaims[]): string[][] {
  const inOrder = topics.toSorted((a, b) => KIND_ORDER[a.headline.claim.kind] - KIND_ORDER[b.headline.claim.kind])
  return inOrder.map((topic, i) => {
    const { kind } = topic.headline.claim
    const first = inOrder[i - 1]?.headline.claim.kind !== kind
    return [first ? kind : '', labelOf(topic), factOf(topic), counted(topic.sources, 'source'), datesOf(topic)]
  })
}

function labelOf({ headline: { claim } }: TopicOfClaims): string {
  const point =
    claim.kind === 'market' ? (claim.stance === 'target' ? 'means to sell in' : 'sells in') : pointText(claim)
  const product = claim.kind === 'market' || claim.kind === 'partner' ? null : claim.product
  const status = claim.status === 'reported' ? '' : ` (${claim.status})`
  return `${product == null ? '' : `${product} `}${point}${status}`
}

function factOf(topic: TopicOfClaims): string {
  const { headline, claims, spread } = topic
  const { claim } = headline
  if (claim.kind === 'market')
    return named(
      claims.map((t) => t.claim.market ?? '?'),
      ', ',
    )
  if (claim.value === undefined)
    return named(
      claims.flatMap((t) => dateOf(t.claim)),
      ' → ',
    )
  const when = dateOf(claim).map((date) => `, ${date}`)
  const ends = spread === null ? '' : ` (${spread.map(numberText).join(' to ')}${percentOf(claim)})`
  return `${amountText(claim, claim.value)}${when.join('')}${ends}`
}

function percentOf({ value }: Tellable): string {
  return value?.unit === 'percent' ? ` ${unitText(value.unit)}` : ''
}

function dateOf({ date }: Tellable): string[] {
  return date === null ? [] : [dateText(date)]
}

/** Each name once, in order of first telling. */
function named(names: readonly string[], separator: string): string {
  const all = [...new Set(names)]
  const rest = all.length - MOST_NAMED
  return rest > 0 ? `${all.slice(0, MOST_NAMED).join(separator)} and ${rest} more` : all.join(separator)
}

function datesOf({ first, last }: TopicOfClaims): string {
  if (first === null || last === null) return ''
  return first === last ? first : `${first} to ${last}`
}
