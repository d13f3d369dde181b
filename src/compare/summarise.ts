import type { FactFile } from '../types.js'
import { groupBy } from './group.js'
import { type Told, topicOf } from './relate.js'

/** What several sources say about one thing, on one line. */
export interface Topic {
  /** The claim to quote: from the latest source, and there the surest. */
  headline: Told
  /** All claims, by date of publication. */
  claims: Told[]
  /** Smallest and largest figure, in the headline's unit; null where there is but one. */
  spread: [number, number] | null
  /** How many sources speak of it. */
  sources: number
  /** EDTF dates of the first and the last publication that is dated. */
  first: string | null
  last: string | null
}

export interface SubjectSummary {
  /** Null for claims whose subject is not known. */
  subject: string | null
  claims: number
  sources: number
  /** Those that most sources speak of first, kinds kept together by the caller. */
  topics: Topic[]
}

/** What is known of each subject, the one with the most claims first. */
export function summarise(files: readonly FactFile[]): SubjectSummary[] {
  const told = files.flatMap(({ source, published, claims }) => claims.map((claim) => ({ source, published, claim })))
  return [...groupBy(told, ({ claim }) => claim.subject)]
    .map(([subject, own]) => ({ subject, claims: own.length, sources: countSources(own), topics: topicsOf(own) }))
    .sort((a, b) => Number(a.subject === null) - Number(b.subject === null) || b.claims - a.claims)
}

function topicsOf(told: Told[]): Topic[] {
  return [...groupBy(told, lineOf).values()]
    .map(topicFrom)
    .sort((a, b) => b.sources - a.sources || b.claims.length - a.claims.length)
}

/** What a topic's line is made of: plans stand apart from what has been reached, and so do units and kinds of price. */
function lineOf({ claim }: Told): string {
  const { kind, status, measure, relation, stance, purpose, value } = claim
  const certainty = status === 'planned' || status === 'possible' ? 'ahead' : status
  // the places where a subject sells make one line
  const topic = kind === 'market' ? kind : topicOf(claim)
  return JSON.stringify([topic, certainty, measure, relation, stance, purpose, value?.unit])
}

function topicFrom(told: Told[]): Topic {
  const claims = told.toSorted((a, b) => byPublished(a.published, b.published))
  const dated = claims.flatMap(({ published }) => (published === null ? [] : [published]))
  const last = claims.at(-1)?.published ?? null
  const latest = claims.filter(({ published }) => published === last)
  const headline = latest.find(({ claim }) => claim.status === 'reported') ?? (latest[0] as Told)
  const figures = claims.flatMap(({ claim: { value } }) =>
    value === undefined ? [] : [value.figure, value.to ?? value.figure],
  )
  const least = figures.reduce((x, y) => Math.min(x, y), Number.POSITIVE_INFINITY)
  const most = figures.reduce((x, y) => Math.max(x, y), Number.NEGATIVE_INFINITY)
  return {
    headline,
    claims,
    spread: least < most ? [least, most] : null,
    sources: countSources(claims),
    first: dated[0] ?? null,
    last: dated.at(-1) ?? null,
  }
}

function countSources(told: readonly Told[]): number {
  return new Set(told.map(({ source }) => source)).size
}

/** EDTF dates sort as text; what is not dated comes first. */
function byPublished(a: string | null, b: string | null): number {
  if (a === b) return 0
  return (a ?? '') < (b ?? '') ? -1 : 1
}
