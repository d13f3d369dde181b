import type { SentenceContext } from './candidate.js'
import { is, TAG } from './kinds.js'
import { isSource, isSubjectLike } from './standing.js'
import type { Term } from './terms.js'

// Whom the object pronouns of a French clause mean: "lui a commandé", "en détient 20 %", "reprendra le reste".

/** What a rule captures in place of a name. */
export const isObjectPronoun = ({ normal }: Term): boolean => OBJECTS.has(normal)

const OBJECTS = new Set(['lui', 'le', 'la', "l'", 'en', 'reste', 'solde'])

const PERSONAL = /^(?:lui|le|la|l')$/

/** Before a name: who gives or does something, and is not what "en" goes on from. */
const ASIDE = /^(?:auprès|par|chez|avec)$/

/**
 * The firm that the pronoun at term `at` means: that of whom the text was about for "lui", else the only one told before it, in
 * its own sentence or the one before, that is none of `not`; null where nobody is, or more than one might be.
 */
export function meantBy(at: number, context: SentenceContext, not: readonly (string | null)[]): string | null {
  const { terms, thread } = context
  const { normal } = terms[at] as Term
  if (PERSONAL.test(normal)) {
    // whoever does it stands before it
    const doer = terms.slice(0, at).findLast(({ who }) => who !== undefined && who.name !== null)?.who?.name ?? null
    const others = [...not, doer]
    const here = onlyOther(terms, at, others) ?? null
    return here === null && thread !== null && !others.includes(thread) ? thread : here
  }
  const rest = normal === 'reste' || normal === 'solde'
  if (rest && !tellsShare(terms, at) && !tellsShare(context.previous(), Number.POSITIVE_INFINITY)) return null
  // "qui en a acquis 30 % …, reprendra le reste": what "en" stands for
  const from = rest ? pronounBefore(terms, at) : at
  const previous = context.previous()
  const here = onlyOther(terms, from, not)
  const found = here === undefined ? (onlyOther(previous, previous.length, not) ?? null) : here
  // "X, qui en détient 20 %, gardera Y": the name follows
  const follows = terms.some(
    ({ who }, i) => i > at && who?.kind === 'name' && !not.includes(who.name) && !isAside(terms, i),
  )
  return rest || !follows || found === null ? found : null
}

/** The only firm named before term `end` that `not` leaves, what is done to it before who does it; null for several, undefined for none. */
function onlyOther(terms: readonly Term[], end: number, not: readonly (string | null)[]): string | null | undefined {
  const doers = new Set<string>()
  const objects = new Set<string>()
  for (let i = 0; i < Math.min(end, terms.length); i++) {
    // a name that nothing is known of may be the one that is meant
    if (i > 0 && isUnknown(terms[i] as Term) && !isHolder(terms, i, not)) return null
    const name = terms[i]?.who?.kind === 'name' ? (terms[i]?.who?.name ?? null) : null
    if (name === null || not.includes(name) || isSource(terms, i) || isAside(terms, i)) continue
    if (isSold(terms, i)) return name
    if (isSubjectLike(terms, i)) doers.add(name)
    else objects.add(name)
  }
  const [first, ...more] = objects.size > 0 ? objects : doers
  return more.length > 0 ? null : first
}

/** "X a été vendu par Y à Z", "X, son rival, a été racheté": the name at `i` opens the sentence, and is sold or bought. */
function isSold(terms: readonly Term[], i: number): boolean {
  if (i > 1) return false
  for (let j = i + 2; j < i + 9; j++) {
    const { tags } = terms[j]?.kind ?? {}
    const bought = tags?.has('Sell') || tags?.has('Divest') || tags?.has('Takeover')
    if (bought && is(terms[j], TAG.Participle)) return /^(?:été|est|sera)$/.test(terms[j - 1]?.normal ?? '')
  }
  return false
}

const isUnknown = ({ kind, mention, who }: Term): boolean =>
  kind.tags.has('Capital') && mention === undefined && who === undefined && kind.root === undefined

/** "L'État hongrois en détient 20 %", "L'État en détient 20 %": the state at `i` is the holder that is told, not what it holds. */
function isHolder(terms: readonly Term[], i: number, not: readonly (string | null)[]): boolean {
  const adjective = terms[i + 1]?.mention
  if (terms[i]?.normal !== 'état') return false
  return adjective?.type === 'demonym' ? not.includes(adjective.name) : terms[i + 1]?.normal === 'en'
}

/** "auprès du fonds X", "auprès de Y et du fonds X", "par X": within a few words behind such a preposition. */
function isAside(terms: readonly Term[], i: number): boolean {
  for (let j = i - 1; j >= Math.max(0, i - 8); j--) {
    if (ASIDE.test(terms[j]?.normal ?? '')) return true
    if (is(terms[j], TAG.Punct | TAG.Finite | TAG.Value)) return false
  }
  return false
}

const tellsShare = (terms: readonly Term[], end: number): boolean =>
  terms.some((term, i) => i < end && is(term, TAG.Percent))

/** The "en" that stands before a verb before term `at`; else `at`. */
function pronounBefore(terms: readonly Term[], at: number): number {
  for (let i = at - 1; i > 0; i--)
    if (terms[i]?.normal === 'en' && is(terms[i - 1], TAG.Name) === false && terms[i + 1]?.mention === undefined)
      return i
  return at
}
