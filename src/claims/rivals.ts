import type { Candidate, SentenceContext } from './candidate.js'
import { is, TAG } from './kinds.js'
import { isOwnership } from './merge.js'
import type { Term } from './terms.js'
import { VALUED } from './values.js'

// Of the rules that want the same words, one makes the claim.

/** Words between trigger and value, figures in between counting most: the nearest reading of a figure is the likeliest. */
function reach(candidate: Candidate, terms: readonly Term[]): number {
  const [a, b] =
    candidate.trigger < candidate.value ? [candidate.trigger, candidate.value] : [candidate.value, candidate.trigger]
  let d = b - a
  for (let i = a + 1; i < b; i++) {
    if (is(terms[i], TAG.Value)) d += 5
    else if (is(terms[i], TAG.Punct)) d += 3
  }
  return d
}

/** "X, the owner of Y": where a pattern of the same rule names both sides of Y's tie, the one that names Y alone is void. */
const namesBoth = ({ compiled, match }: Candidate, candidates: readonly Candidate[]): boolean =>
  candidates.some(
    (other) =>
      other.compiled === compiled &&
      other.match.groups.partner !== undefined &&
      other.match.groups.subject?.[0] === match.groups.subject?.[0],
  )

/** "fell 3 % at X and 7 % at Y": what reaches over the first figure of a row goes on from it, where the rule takes that as well. */
function reachesOver(
  { compiled, trigger, value }: Candidate,
  candidates: readonly Candidate[],
  { rows }: SentenceContext,
) {
  if (value < 0 || trigger > value || compiled.rule.claim.of === 'stake') return false
  const first = candidates.find(
    (c) => c.compiled === compiled && c.trigger === trigger && c.value >= 0 && c.value < value,
  )
  return first !== undefined && rows().before.get(value) === first.value
}

/** The two ends of "from $9 to $11" are no rivals. */
function valueKey({ value, compiled }: Candidate, terms: readonly Term[]): string {
  const upper = compiled.rule.claim.sign === 'upper' && terms[value]?.kind.tags.has('Range') === true
  return `${upper ? 'upper ' : ''}value ${value}`
}

/**
 * Rules may want the same figure, pair or place. One figure makes one claim: the higher priority wins, then the nearer
 * trigger, then the longer match. Without a figure, one rule counts once per place of its captured groups.
 */
export function settleRivals(
  candidates: readonly Candidate[],
  context: SentenceContext,
): readonly (readonly Candidate[])[] {
  if (candidates.length < 2) return candidates.map((candidate) => [candidate])
  const { terms } = context
  const better = (a: Candidate, b: Candidate): boolean => {
    const p = a.compiled.rule.priority - b.compiled.rule.priority
    if (p !== 0) return p > 0
    const d = reach(a, terms) - reach(b, terms)
    if (d !== 0) return d < 0
    const longer = a.match.end - a.match.start - (b.match.end - b.match.start)
    if (longer !== 0) return longer > 0
    // of one rule the pattern that captures more
    return a.compiled === b.compiled && Object.keys(a.match.groups).length > Object.keys(b.match.groups).length
  }
  const winners = new Map<string, Candidate[]>()
  for (const candidate of candidates) {
    const { rule } = candidate.compiled
    const { groups } = candidate.match
    let key: string
    if (VALUED.has(rule.kind)) key = candidate.value >= 0 ? valueKey(candidate, terms) : `trigger ${candidate.trigger}`
    else if (rule.kind === 'market') key = `market ${groups.market?.[0] ?? candidate.trigger}`
    else if (rule.kind === 'partner')
      key = `partner ${groups.partner?.[0] ?? candidate.trigger} ${groups.subject?.[0] ?? ''} ${isOwnership(rule.claim.relation)}`
    else key = `milestone ${String(rule.claim.event)} ${groups.date?.[0] ?? candidate.trigger}`
    if (rule.kind === 'partner' && groups.partner === undefined && namesBoth(candidate, candidates)) continue
    if (reachesOver(candidate, candidates, context)) continue
    const rivals = winners.get(key)
    if (rivals === undefined) winners.set(key, [candidate])
    else {
      const at = rivals.findIndex((rival) => better(candidate, rival))
      rivals.splice(at < 0 ? rivals.length : at, 0, candidate)
    }
  }
  return [...winners.values()].sort((a, b) => (a[0] as Candidate).match.start - (b[0] as Candidate).match.start)
}
