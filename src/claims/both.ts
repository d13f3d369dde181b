import type { SentenceContext } from './candidate.js'
import type { Clause } from './clauses.js'
import { ALSO, also, DOES, does } from './kinds.js'
import type { Rule } from './rules.js'
import { type Term, textOf } from './terms.js'

/**
 * "Les deux groupes investiront", "Les deux ensemble pèseront": the two of the last takeover or pair, the buyer for
 * what both come to together; null for any other opening.
 */
export function ofBoth(clause: Clause, { kind }: Rule, { terms, discourse, index }: SentenceContext): string[] | null {
  const first = clause.terms[0] ?? 0
  if (!meansTwo(terms, does(terms[first], DOES.Conjunction) ? first + 1 : first)) return null
  const { takeover, pair } = discourse
  const recent = takeover !== null && index - takeover.sentence <= REMEMBERED
  const names = (recent ? [takeover.buyer, takeover.bought] : (pair ?? [])).flatMap((name) => name ?? [])
  if (names.length < 2 || (kind === 'volume' && !recent)) return null
  return kind === 'volume' ? names.slice(0, 1) : names
}

/** Sentences after which a takeover is no longer what "les deux" go back to. */
const REMEMBERED = 2

function meansTwo(terms: readonly Term[], at: number): boolean {
  const article = terms[at]
  if (also(article, ALSO.Description)) return /^les deux /i.test(textOf(article as Term))
  const two = terms[at + 1]
  if (article?.normal !== 'les' || two === undefined || !/^deux\b/.test(textOf(two))) return false
  return two.mention?.type === 'amount' ? two.mention.value.unit === 'company' : terms[at + 2]?.normal === 'ensemble'
}
