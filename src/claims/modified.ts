import { type Candidate, isProduct, type SentenceContext, type Subjects } from './candidate.js'
import { ALSO, also, DOES, does, is, TAG } from './kinds.js'
import { listHead, namesOfList } from './lists.js'
import { makerOf } from './products.js'
import { isSource } from './standing.js'
import { isWho, type Term } from './terms.js'

// Whom a participle tells of that has no auxiliary.

/** A participle without its auxiliary qualifies what stands before it: "X, détenu par Y", "les A320, motorisés par Z". */
export function findModified(terms: readonly Term[], candidate: Candidate, context: SentenceContext): Subjects | null {
  const t = firstOfParallels(terms, candidate.trigger)
  if (!is(terms[t], TAG.Participle) || is(terms[t], TAG.Noun) || closesInsertion(terms, t)) return null
  // "X supplies Y and bought Z": a verb behind a conjunction goes on with its own subject
  const joint = terms[t - 1]?.normal ?? ''
  if (/^(?:and|but|then)$/.test(joint) && is(terms[t], TAG.Finite) && terms[t + 1]?.normal !== 'by')
    if (terms.slice(1, t - 1).some((term) => is(term, TAG.Finite) || also(term, ALSO.Have | ALSO.Be))) return null
  // "X, which it bought", "X, which Y bought": a verb behind its subject
  const own = terms[t - 1]?.who
  if (own?.kind === 'pronoun' || (own !== undefined && does(terms[t - 2], DOES.Relative))) return null
  // "Le fonds d'aide à la filière, détenu par X, …": something else than the firms that the text is about
  const { relation } = candidate.compiled.rule.claim
  const owned = relation === 'subsidiary' || relation === 'stake'
  const named = terms.slice(0, t).some((_, i) => refers(terms, i))
  if (owned && !named && t > 2 && is(terms[t - 1], TAG.Comma)) return { names: [], termIndex: -1 }
  // "et les pales fournies par Y": the noun right before it is what it qualifies
  if (isPlainNoun(terms, t - 1)) return null
  for (let i = t - 1; i >= Math.max(0, t - 12); i--) {
    const term = terms[i] as Term
    if (also(term, ALSO.Be) || also(term, ALSO.Have) || is(term, TAG.Finite) || also(term, ALSO.Infinitive)) return null
    // "according to X, and raised 3 million": a finite verb behind its source
    if (isSource(terms, i)) return null
    if (term.who?.kind === 'name')
      return { names: namesOfList(terms, listHead(terms, i), 'Who'), termIndex: listHead(terms, i) }
    if (isProduct(term)) {
      const maker = term.mention.maker ?? makerOf(term.mention.name, context)
      return maker === null ? null : { names: [maker], termIndex: -1 }
    }
  }
  return null
}

/** "80% owned by A and 20% owned by B": the first participle of the same verb. */
function firstOfParallels(terms: readonly Term[], t: number): number {
  if (!is(terms[t - 1], TAG.Value) || !does(terms[t - 2], DOES.ListJoint)) return t
  for (let i = t - 3; i >= Math.max(0, t - 12); i--) {
    if (is(terms[i], TAG.Participle) && terms[i]?.kind.root === terms[t]?.kind.root) return firstOfParallels(terms, i)
    if (is(terms[i], TAG.Finite) && !is(terms[i], TAG.Participle)) break
  }
  return t
}

/** A name, or a description that says no more: "le fonds", not "le fonds d'aide". */
const refers = (terms: readonly Term[], i: number): boolean =>
  terms[i]?.who !== undefined &&
  (terms[i]?.who?.kind !== 'description' || !/^(?:de|d')$/.test(terms[i + 1]?.normal ?? ''))

/** A word that nothing is known of, behind an article or possessive: a noun. */
function isPlainNoun(terms: readonly Term[], i: number): boolean {
  const term = terms[i]
  if (term === undefined || term.mention !== undefined || term.who !== undefined || is(term, TAG.Punct | TAG.Verb))
    return false
  return (
    i > 1 &&
    does(terms[i - 1], DOES.Article | DOES.Possessive) &&
    !is(terms[i - 2], TAG.Org) &&
    terms[i - 2]?.normal === 'et'
  )
}

/** "X, owned by Y, bought Z": the verb behind the second comma is X's, and no participle. */
function closesInsertion(terms: readonly Term[], verb: number): boolean {
  if (!is(terms[verb], TAG.Finite) || !is(terms[verb - 1], TAG.Comma) || terms[verb + 1]?.normal === 'by') return false
  for (let i = verb - 2; i > 0; i--) if (is(terms[i], TAG.Comma) && isWho(terms[i - 1])) return true
  return false
}
