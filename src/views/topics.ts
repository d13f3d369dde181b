import type { ClaimKind, Comparison } from '../types.js'
import { amountText, pointText, type Tellable } from './claim.js'
import type { View } from './rows.js'
import type { Column } from './table.js'
import { displayWidth } from './width.js'
import { dateText } from './words.js'

type Told = Comparison['claims'][number]

/** What several sources say about one thing. */
export interface TopicOfClaims {
  headline: Told
  positions: { told: Told; past: boolean }[]
  claims: Told[]
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
/** More names or values than this are told by their number. */
const MOST_NAMED = 8

export const TOPIC_COLUMNS: Column[] = [
  { title: '', drop: 2, paint: (style, kind) => style.faint(kind) },
  { title: '', min: 12 },
  { title: '', min: 20, yields: true },
  { title: '', align: 'right', drop: 1, paint: (style, sources) => style.faint(sources) },
  { title: '', drop: 3, paint: (style, dates) => style.faint(dates) },
]

/** A topic and whom it is about. */
export interface TopicRow {
  subject: string | null
  topic: TopicOfClaims
}

/** A topic with the ids of its claims in place of the claims, and which of them no longer hold. */
export function topicRecord({ headline, claims, positions, spread, sources, first, last }: TopicOfClaims): object {
  const past = positions.filter((position) => position.past).map(({ told }) => told.claim.id)
  const ids = claims.map(({ claim }) => claim.id)
  return { kind: headline.claim.kind, headline, spread, sources, first, last, claims: ids, past }
}

/** Topics, one a row. */
export const TOPICS: View<TopicRow> = {
  record: ({ subject, topic }) => ({ subject, ...topicRecord(topic) }),
  fields: [
    { name: 'subject', min: 12, data: ({ subject }) => subject },
    { name: 'kind', data: ({ topic }) => topic.headline.claim.kind },
    { name: 'what', min: 16, data: ({ topic }) => labelOf(topic.headline.claim, [topic]) },
    { name: 'fact', min: 20, data: ({ topic }) => factOf(topic.headline.claim, [topic]) },
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

/** A line of a summary: one topic, or several short ones that read better together. */
export interface TopicLine {
  kind: ClaimKind
  label: string
  fact: string
  topics: TopicOfClaims[]
}

/**
 * The topics as lines, kinds in their order, within a kind what most sources speak of first. Ties of one sort, places of
 * one stance, prices of one product and lesser figures of one measure share a line.
 */
export function topicLines(topics: readonly TopicOfClaims[]): TopicLine[] {
  const groups = new Map<string, TopicOfClaims[]>()
  for (const topic of topics) {
    const key = lineKey(topic)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [topic])
    else group.push(topic)
  }
  return [...groups.values()]
    .map((group): TopicLine => {
      const { claim } = (group[0] as TopicOfClaims).headline
      return { kind: claim.kind, label: labelOf(claim, group), fact: factOf(claim, group), topics: group }
    })
    .sort((a, b) => KIND_ORDER[a.kind] - KIND_ORDER[b.kind])
}

/** Lines as cells for `TOPIC_COLUMNS`: kind, what, value, independent sources, published. */
export function topicRows(lines: readonly TopicLine[], sourcesOf: (claims: readonly Told[]) => number): string[][] {
  return lines.map(({ kind, label, fact, topics }, i) => {
    const claims = topics.flatMap((topic) => topic.claims)
    const sources = topics.length === 1 ? (topics[0]?.sources ?? 0) : sourcesOf(claims)
    return [lines[i - 1]?.kind === kind ? '' : kind, label, fact, String(sources), datesOf(topics)]
  })
}

/** The column of values, and the narrowest that it is wrapped to. */
const FACT = 2
const LEAST = 24
/** A value that so many sources tell may take two lines. */
const WEIGHTY = 3

/** The rows with long values of many sources on a second line where they would not fit the width; the table cuts what is longer still. */
export function wrappedRows(rows: readonly string[][], width: number): string[][] {
  const widest = (i: number) => rows.reduce((most, row) => Math.max(most, displayWidth(row[i] ?? '')), 0)
  const others = TOPIC_COLUMNS.reduce((sum, _, i) => (i === FACT ? sum : sum + widest(i) + 2), 0)
  const room = width - others
  if (room < LEAST || !Number.isFinite(room)) return [...rows]
  return rows.flatMap((row) => {
    const fact = row[FACT] ?? ''
    if (displayWidth(fact) <= room || Number(row[FACT + 1]) < WEIGHTY) return [row]
    const end = fact.lastIndexOf(' ', room)
    if (end <= 0) return [row]
    const first = row.map((cell, i) => (i === FACT ? fact.slice(0, end) : cell))
    return [first, row.map((_, i) => (i === FACT ? `  ${fact.slice(end + 1)}` : ''))]
  })
}

function lineKey(topic: TopicOfClaims): string {
  const { claim } = topic.headline
  const { kind, status, product, relation, stance, measure, of, event } = claim
  if (kind === 'partner') return JSON.stringify([kind, relation, status])
  if (kind === 'market') return JSON.stringify([kind, stance, status])
  if (kind === 'price') return JSON.stringify([kind, product])
  if (kind === 'investment') return JSON.stringify([kind, status])
  if (kind === 'milestone') return JSON.stringify([kind, product, event])
  // a figure that several sources tell has its own line, those of single sources share one
  const weight =
    topic.sources > 1 || topic.positions.length > 1
      ? (topic.headline.claim.date ?? '') + topic.headline.claim.market
      : 'rest'
  return JSON.stringify([kind, product, measure, of, weight])
}

const STANCES: Record<string, Record<Tellable['status'], string>> = {
  present: {
    reported: 'sells in',
    planned: 'is to sell in',
    possible: 'said to sell in',
    denied: 'does not sell in',
    former: 'has left',
  },
  target: {
    reported: 'means to sell in',
    planned: 'means to sell in',
    possible: 'might sell in',
    denied: 'has no plans for',
    former: 'gave up plans for',
  },
}

function labelOf(claim: Tellable, group: readonly TopicOfClaims[]): string {
  const { kind, status, product, stance = 'present', date } = claim
  if (kind === 'market') return STANCES[stance]?.[status] ?? 'sells in'
  if (kind === 'partner') {
    const doubt = status === 'reported' ? '' : ` (${status})`
    return `${pointText({ ...claim, partner: '' }).trimEnd()}${doubt}`
  }
  const about = product == null ? '' : `${product} `
  if (kind === 'price') return `${about}price`
  const when = kind === 'volume' && group.length === 1 && date !== null ? ` ${dateText(date)}` : ''
  return `${about}${pointText(claim)}${when}`
}

function factOf(claim: Tellable, group: readonly TopicOfClaims[]): string {
  if (claim.kind === 'market') return named(group.map((topic) => topic.headline.claim.market ?? '?'))
  if (claim.kind === 'partner') return named(group.map((topic) => topic.headline.claim.partner ?? '?'))
  if (group.length === 1) return valueWithHistory(group[0] as TopicOfClaims)
  return named(
    group.map(({ headline: { claim: one } }) => {
      const scope = [one.market, one.date === null || one.kind === 'milestone' ? null : dateText(one.date)]
      return `${doubtOf(one)}${pointOf(one)}${bracketed(scope.filter((s) => s != null))}`
    }),
  )
}

/** The figure, or for an event its date. */
function pointOf(claim: Tellable): string {
  if (claim.value !== undefined) {
    const { also: _, ...value } = claim.value
    return amountText(claim, value)
  }
  return claim.date === null ? 'no date' : dateText(claim.date)
}

/** How a position is told beside a headline of another status. */
const WORDS: Partial<Record<Tellable['status'], string>> = { reported: 'was', denied: 'not' }

/** `441 (was 87, 127, 335)`, `136,854 vehicles (planned 120,000, 130,000; also > 135,000)`, `planned 2027 (was 2026)`. */
function valueWithHistory({ headline, positions }: TopicOfClaims): string {
  const { claim } = headline
  const head = pointOf(claim)
  const bare = (told: Told) => {
    const { value } = told.claim
    if (value === undefined) return pointOf(told.claim)
    const { also: _, unit, ...rest } = value
    return amountText(
      told.claim,
      unit === claim.value?.unit && unit !== 'percent' ? rest : { ...rest, ...(unit ? { unit } : {}) },
    )
  }
  const told = new Map<string, string[]>()
  const seen = new Set([`${claim.status} ${head}`, bare(headline)])
  for (const { told: other, past } of positions) {
    const text = bare(other)
    const { status } = other.claim
    const word = status === claim.status ? (past ? 'was' : 'also') : (WORDS[status] ?? status)
    if (other === headline || seen.has(`${word} ${text}`) || (word === 'also' && seen.has(text))) continue
    seen.add(`${word} ${text}`)
    told.set(word, [...(told.get(word) ?? []), text])
  }
  return `${doubtOf(claim)}${head}${bracketed(
    [...told].map(([word, texts]) => `${word} ${texts.join(', ')}`),
    '; ',
  )}`
}

function doubtOf({ status }: Tellable): string {
  return status === 'reported' ? '' : `${status} `
}

function bracketed(parts: readonly string[], separator = ', '): string {
  return parts.length === 0 ? '' : ` (${parts.join(separator)})`
}

/** Each name once, in order of first telling. */
function named(names: readonly string[]): string {
  const all = [...new Set(names)]
  const rest = all.length - MOST_NAMED
  return rest > 0 ? `${all.slice(0, MOST_NAMED).join(', ')} and ${rest} more` : all.join(', ')
}

/** First and last publication, to the month: `2024-06–2025-12`. */
export function datesOf(topics: readonly { first: string | null; last: string | null }[]): string {
  const firsts = topics.flatMap(({ first }) => first ?? []).sort()
  const lasts = topics.flatMap(({ last }) => last ?? []).sort()
  const [first, last] = [firsts[0]?.slice(0, 7), lasts.at(-1)?.slice(0, 7)]
  if (first === undefined || last === undefined) return 'undated'
  return first === last ? first : `${first}–${last}`
}
