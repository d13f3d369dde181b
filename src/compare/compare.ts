import type { Comparison, FactFile, Relation } from '../types.js'
import { groupBy } from './group.js'
import { type Finding, relate, type Told, topicOf } from './relate.js'

/** Which relation says most about a pair, first to last. */
const RANK: Record<Relation, number> = {
  same: 0,
  refined: 1,
  contradicting: 2,
  superseded: 3,
  'different-scope': 4,
  only: 5,
}

interface Pair {
  a: Told
  b: Told
  finding: Finding
}

/**
 * Sets the claims of two sources against each other. Every claim of both is in the result: in a pair with the claim of the
 * other source that it has most in common with, or alone as `only`. A claim may stand in several pairs where it says what
 * several claims of the other source say. In the order of the claims of `a`, then of those only in `b`.
 */
export function compare(a: FactFile, b: FactFile): Comparison[] {
  const first = told(a)
  const second = told(b)
  const byTopic = groupBy(second, ({ claim }) => topicOf(claim))
  const pairs: Pair[] = []
  for (const left of first) {
    for (const right of byTopic.get(topicOf(left.claim)) ?? []) {
      const finding = relate(left, right)
      if (finding !== null) pairs.push({ a: left, b: right, finding })
    }
  }
  pairs.sort((x, y) => RANK[x.finding.relation] - RANK[y.finding.relation])

  const chosen: Pair[] = []
  const paired = new Set<Told>()
  for (const pair of pairs) {
    const { a: left, b: right, finding } = pair
    if (paired.has(left) && paired.has(right)) continue
    const agree = finding.relation === 'same' || finding.relation === 'refined'
    if (!agree && (paired.has(left) || paired.has(right))) continue
    paired.add(left).add(right)
    chosen.push(pair)
  }
  const byLeft = groupBy(chosen, (pair) => pair.a)
  const only = (t: Told): Comparison => ({ relation: 'only', claims: [t], reason: `only in ${t.source}` })
  return [
    ...first.flatMap((left) => byLeft.get(left)?.map(asComparison) ?? [only(left)]),
    ...second.filter((right) => !paired.has(right)).map(only),
  ]
}

function told({ source, published, claims }: FactFile): Told[] {
  return claims.map((claim) => ({ source, published, claim }))
}

function asComparison({ a, b, finding }: Pair): Comparison {
  return { relation: finding.relation, claims: [a, b], reason: finding.reason }
}
