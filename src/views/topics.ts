import type { ClaimKind, Comparison } from '../types.js'
import { amountText, pointText, type Tellable } from './claim.js'
import type { View } from './rows.js'
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

/** A topic and whom it is about. */
export interface TopicRow {
  subject: string | null
  topic: TopicOfClaims
}

/** A topic with the ids of its claims in place of the claims. */
export function topicRecord({ headline, claims, ...rest }: TopicOfClaims): object {
  return { kind: headline.claim.kind, headline, ...rest, claims: claims.map(({ claim }) => claim.id) }
}

/** Topics, one a row. */
export const TOPICS: View<TopicRow> = {
  record: ({ subject, topic }) => ({ subject, ...topicRecord(topic) }),
  fields: [
    { name: 'subject', min: 12, data: ({ subject }) => subject },
    { name: 'kind', data: ({ topic }) => topic.headline.claim.kind },
    { name: 'what', min: 16, data: ({ topic }) => labelOf(topic) },
    { name: 'fact', min: 20, data: ({ topic }) => factOf(topic) },
    { name: 'figure', align: 'right', data: ({ topic }) => topic.headline.claim.value?.figure },
    { name: 'least', align: 'right', data: ({ topic }) => topic.spread?.[0] },
    { name: 'most', align: 'right', data: ({ topic }) => topic.spread?.[1] },
    { name: 'unit', data: ({ topic }) => topic.headline.claim.value?.unit },
    { name: 'date', data: ({ topic }) => topic.headline.claim.date },
    { name: 'status', data: ({ topic }) => topic.headline.claim.status },
    { name: 'claims', align: 'right', data: ({ topic }) => topic.claims.length },
    { name: 'sources', align: 'right', data: ({ topic }) => topic.sources },
    { name: 'first', data: ({ topic }) => topic.first },
    { name: 'last', data: ({ topic }) => topic.last },
  ],
  table: ['kind', 'what', 'fact', 'sources', 'first', 'last'],
  csv: [
    ...['subject', 'kind', 'what', 'fact', 'figure', 'least', 'most', 'unit'],
    ...['date', 'status', 'claims', 'sources', 'first', 'last'],
  ],
  heading: ({ subject }) => subject ?? 'Subject not known',
}

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
