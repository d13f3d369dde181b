import type { Comparison, FactFile } from '../types.js'
import { certaintyOf, type Finding } from './certainty.js'
import { groupBy } from './group.js'
import { meetings } from './meetings.js'
import { foldName } from './names.js'
import { relate } from './relate.js'
import type { Told } from './topics.js'

interface Pair {
  a: Told
  b: Told
  finding: Finding
  rank: number
  /** In how many slots the two differ that need not be the same. */
  distance: number
}

/** What agrees is found first, then what was given up, then what disagrees, last what is of another scope. */
const RANKS = {
  same: 0,
  refined: 1,
  former: 2,
  contradicting: 3,
  superseded: 4,
  open: 5,
  'different-scope': 6,
} as const

/**
 * Sets the claims of two sources, or of two stores, against each other. Every claim of both is in the result: in a pair
 * with the claim of the other side that it has most in common with, or alone as `only`. A claim may stand in several pairs
 * where it says what several claims of the other side say, where those tell its former value beside the present one, or
 * where a plan meets both a plan and its outcome. `stores` are the names of two stores. In the order of the claims of `a`, then of those only in `b`.
 */
export function compare(
  a: readonly FactFile[] | FactFile,
  b: readonly FactFile[] | FactFile,
  stores?: [a: string, b: string],
): Comparison[] {
  const [first, second] = [toldBy(a), toldBy(b)]
  const pairs: Pair[] = []
  for (const [left, right] of meetings(first, second)) {
    const finding = relate(left, right)
    if (finding !== null) {
      pairs.push({ a: left, b: right, finding, rank: rankOf(left, right, finding), distance: distanceOf(left, right) })
    }
  }
  pairs.sort((x, y) => x.rank - y.rank || x.distance - y.distance)

  const { chosen, told } = choose(pairs)
  const byLeft = groupBy(chosen, (pair) => pair.a)
  const only = (side: 0 | 1) => (t: Told) => {
    return { relation: 'only', claims: [t], reason: `only in ${stores?.[side] ?? t.source}` } satisfies Comparison
  }
  return [
    ...first.flatMap(
      (left) => byLeft.get(left)?.map(({ a, b, finding }) => asComparison(a, b, finding)) ?? [only(0)(left)],
    ),
    ...second.filter((right) => !told.has(right)).map(only(1)),
  ]
}

/** The claims of the files, each with its source. */
export function toldBy(files: readonly FactFile[] | FactFile): Told[] {
  const all = 'claims' in files ? [files] : files
  return all.flatMap(({ source, published, claims }) => claims.map((claim) => ({ source, published, claim })))
}

export function asComparison(a: Told, b: Told, { relation, reason, open }: Finding): Comparison {
  return { relation, claims: [a, b], reason, ...(open ? { open } : {}) }
}

/** The pairs to tell, of all in the order of their rank. */
function choose(pairs: readonly Pair[]): { chosen: Pair[]; told: Set<Told> } {
  const chosen: Pair[] = []
  const told = new Set<Told>()
  const settled = new Set<Told>()
  for (const pair of pairs) {
    const { a, b, rank } = pair
    const free = [a, b].filter((one) => !settled.has(one)).length
    const crossing = certaintyOf(a) !== certaintyOf(b) && certaintyOf(a) !== 'former' && certaintyOf(b) !== 'former'
    const needed = rank <= RANKS.former || (crossing && rank < RANKS['different-scope']) ? 1 : 2
    if (free < needed || (rank === RANKS['different-scope'] && (told.has(a) || told.has(b)))) continue
    chosen.push(pair)
    for (const one of [a, b]) {
      told.add(one)
      // that another source tells its former value does not settle how a claim stands to the present one
      if (rank !== RANKS.former || one.claim.status === 'former') settled.add(one)
    }
  }
  return { chosen, told }
}

function rankOf(a: Told, b: Told, { relation, open }: Finding): number {
  const givenUp = certaintyOf(a) === 'former' || certaintyOf(b) === 'former'
  if (relation === 'superseded') return givenUp && agree(a, b) ? RANKS.former : RANKS.superseded
  return relation === 'different-scope' && open ? RANKS.open : RANKS[relation]
}

function agree({ claim: a }: Told, { claim: b }: Told): boolean {
  return a.value === undefined || b.value === undefined ? a.date === b.date : a.value.figure === b.value.figure
}

function distanceOf({ source: first, claim: a }: Told, { source: second, claim: b }: Told): number {
  const slots = (claim: typeof a) => [claim.subject, claim.product, claim.market, claim.per, claim.span, claim.purpose]
  const others = slots(b)
  const differing = slots(a).filter((slot, i) => foldName(slot) !== foldName(others[i])).length
  // of two stores, an article goes with itself before others
  return differing + Number(a.status !== b.status) + Number(a.date !== b.date) + Number(first !== second) / 2
}
