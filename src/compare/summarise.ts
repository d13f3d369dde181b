import type { FactFile } from '../types.js'
import { groupBy } from './group.js'
import { byPublished, type Link, type Position, type Thread, threadsOf } from './threads.js'
import type { Told } from './topics.js'

/** What several sources say about one thing. */
export interface Topic {
  /** The claim to quote: one that still holds, the surest, by most sources, the closest, the latest. */
  headline: Told
  /** What is said, by date of publication; positions that no longer hold are marked `past`. */
  positions: Position[]
  /** All claims, by date of publication. */
  claims: Told[]
  /** Smallest and largest figure in the headline's unit among claims as sure as it that still hold; null where there is but one. */
  spread: [number, number] | null
  /** How many independent sources speak of it. */
  sources: number
  /** EDTF dates of the first and the last publication that is dated. */
  first: string | null
  last: string | null
}

/** Positions between which nothing has been settled since, with the claims on either side. */
export interface Disagreement {
  relation: Link['finding']['relation']
  reason: string
  sides: [Told[], Told[]]
}

export interface SubjectSummary {
  /** Null for claims whose subject is not known. */
  subject: string | null
  claims: number
  sources: number
  first: string | null
  last: string | null
  /** Contradictions first. */
  disagreements: Disagreement[]
  /** Those that most sources speak of first, kinds kept together by the caller. */
  topics: Topic[]
}

export interface Summary {
  /** The one with the most claims first. */
  subjects: SubjectSummary[]
  /** How many sources of these claims are independent: those that copy one another count once. */
  independent: (told: readonly Told[]) => number
  /** Sources that copy one another: each group counts once. */
  copies: string[][]
}

/** What is known of each subject. */
export function summarise(files: readonly FactFile[]): Summary {
  const { threads, independent, copies } = threadsOf(files)
  const topics = threads.map((thread) => ({ thread, topic: topicFrom(thread, independent) }))
  const subjects = [...groupBy(topics, ({ topic }) => topic.headline.claim.subject)]
    .map(([subject, own]) => {
      const claims = own.flatMap(({ topic }) => topic.claims).sort(byPublished)
      return {
        subject,
        claims: claims.length,
        sources: independent(claims),
        ...datesOf(claims),
        disagreements: disagreementsOf(own.map(({ thread }) => thread)),
        topics: own
          .map(({ topic }) => topic)
          .sort((a, b) => b.sources - a.sources || b.claims.length - a.claims.length),
      }
    })
    .sort((a, b) => Number(a.subject === null) - Number(b.subject === null) || b.claims - a.claims)
  return { subjects, independent, copies }
}

/** What is not settled: contradictions and other open links between positions that nothing has taken the place of. */
export function disagreementsOf(threads: readonly Thread[]): Disagreement[] {
  return threads
    .flatMap(({ links }) => links)
    .filter(({ a, b, finding }) => finding.open && !a.past && !b.past)
    .map(({ a, b, finding: { relation, reason } }): Disagreement => ({ relation, reason, sides: [a.all, b.all] }))
    .sort((x, y) => Number(y.relation === 'contradicting') - Number(x.relation === 'contradicting'))
}

const SUREST: Record<Told['claim']['status'], number> = { reported: 0, planned: 1, possible: 2, denied: 3, former: 4 }

/** What is said of one thing, the position to quote first: one that holds, the surest, by most sources, the closest, the latest. */
export function bestFirst(positions: readonly Position[], independent: (told: readonly Told[]) => number): Position[] {
  return positions.toSorted(
    (x, y) =>
      Number(x.past) - Number(y.past) ||
      SUREST[x.told.claim.status] - SUREST[y.told.claim.status] ||
      independent(y.all) - independent(x.all) ||
      Number(isOpen(x)) - Number(isOpen(y)) ||
      byPublished(y.told, x.told),
  )
}

function topicFrom({ positions }: Thread, independent: (told: readonly Told[]) => number): Topic {
  const best = bestFirst(positions, independent)[0] as Position
  const claims = positions.flatMap(({ all }) => all).sort(byPublished)
  return {
    headline: best.told,
    positions,
    claims,
    spread: spreadOf(best.told, positions),
    sources: independent(claims),
    ...datesOf(claims),
  }
}

function isOpen({ told: { claim } }: Position): boolean {
  return claim.value !== undefined && claim.value.bound !== 'exact'
}

function spreadOf({ claim }: Told, positions: readonly Position[]): [number, number] | null {
  const figures = positions.flatMap(({ told: { claim: other }, past }) => {
    const { value } = other
    const counts = !past && other.status === claim.status && value?.unit === claim.value?.unit
    return value === undefined || !counts ? [] : [value.figure, value.to ?? value.figure]
  })
  const least = figures.reduce((x, y) => Math.min(x, y), Number.POSITIVE_INFINITY)
  const most = figures.reduce((x, y) => Math.max(x, y), Number.NEGATIVE_INFINITY)
  return least < most ? [least, most] : null
}

function datesOf(claims: readonly Told[]): { first: string | null; last: string | null } {
  const dated = claims.flatMap(({ published }) => (published === null ? [] : [published]))
  return { first: dated[0] ?? null, last: dated.at(-1) ?? null }
}
