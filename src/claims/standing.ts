import { type Clause, MODALS } from './clauses.js'
import { ALSO, also, DOES, does, is, TAG } from './kinds.js'
import { listHead } from './lists.js'
import type { Term } from './terms.js'

// How a name stands in its sentence: as its subject, or as the source of what it says.

/** Whether a name at term `i` stands where a subject stands: not after a preposition, a verb that it is the object of, or another name. */
export function isSubjectLike(terms: readonly Term[], i: number): boolean {
  const possessor = before(terms, i)
  // "by Renault's Dacia": what stands before the possessor counts
  const at = possessor !== undefined && (possessor.kind.does & DOES.Possessor) !== 0 ? i - 2 : i
  if (isCleft(terms, i) || withWhomItOpens(terms) === i) return true
  // "au groupe X", "du constructeur X": the preposition is part of the description's article
  if (((terms[i] as Term).kind.does & DOES.OpensContracted) !== 0) return false
  // "its seven Embraer jets": the name qualifies what is counted
  if (((terms[i - 1]?.kind.is ?? 0) & TAG.Value) !== 0 && ((terms[i + 1]?.kind.is ?? 0) & TAG.Verb) === 0) return false
  // "In Spain X plans": a place that opens the sentence introduces nobody
  const placed =
    i === 2 && ((terms[1]?.kind.is ?? 0) & TAG.Place) !== 0 && ((terms[0]?.kind.does ?? 0) & DOES.Preposition) !== 0
  if (placed && hasVerb(terms[i + 1])) return true
  // "éditeur de « X »": what stands before the quotation mark counts
  const previous = beforeNounPhrase(terms, terms[at - 1]?.kind.tags.has('Quote') === true ? at - 1 : at)
  if (previous === undefined) return true
  const { does, is, tags } = previous.kind
  // "Et X, à Bruxelles, a levé"
  if (previous === terms[0] && previous.normal === 'et' && i === 1) return true
  // "Europe's second-biggest carmaker after X, …"
  if (previous.normal === 'after' && (terms[i + 1]?.kind.is ?? 0) & TAG.Comma && i > 4) return false
  if (SET_APART.has(previous.normal)) return false
  // "told Y", "told the Y show": who hears it
  if (previous.normal === 'told' && (previous !== terms[i - 1] || terms[i + 1]?.kind.finite !== true)) return false
  // "A consortium of X and Y bought Z"
  if (previous.normal === 'of' && previous === terms[i - 1] && terms[i - 2]?.normal === 'consortium') return true
  // "brands such as X"
  if (tags.has('BrandList')) return false
  // "24 Airbus" are counted
  if (previous.mention?.type === 'number' && previous === terms[at - 1]) return false
  // a name in a list stands where the first of the list stands; "Avec X, Y ouvrira …" is no list
  if (previous.normal === ',' && hasVerb(terms[i + 1])) return true
  // "avec son actionnaire historique, X.": in apposition
  if (previous.normal === ',' && ((terms[i + 1]?.kind.is ?? TAG.Stop) & TAG.Stop) !== 0 && i > 3)
    if (terms.slice(Math.max(0, i - 5), i - 1).some((t) => also(t, ALSO.Possessive))) return false
  if ((does & DOES.ListJoint) !== 0 && previous === before(terms, at) && i > 1 && terms[i - 2]?.who?.kind === 'name')
    return isSubjectLike(terms, i - 2)
  // "Prices fell, and X expects": it opens a clause of its own
  if ((does & DOES.Conjunction) !== 0 && previous === before(terms, at) && hasVerb(terms[i + 1])) return true
  // "Chez X, …" says whom the sentence is about
  if ((does & DOES.Chez) !== 0 && i <= 2 && ((terms[0] as Term).kind.is & TAG.Verb) === 0) return true
  if ((does & DOES.Preposition) !== 0 || (previous.normal === 'as' && terms[at - 2]?.normal === 'such')) return false
  // "Power utility X said": no verb opens a sentence with its object
  if (previous === terms[0] && (is & TAG.Verb) !== 0 && (is & (TAG.Participle | TAG.Gerund)) === 0) return true
  if (previous === before(terms, at) && isDoneBy(terms, at - 1)) return false
  // "expect X to report": X is to
  const isToDo = terms[i + 1]?.normal === 'to' && also(terms[i + 2], ALSO.Infinitive)
  if ((is & TAG.Verb) !== 0 && (is & (TAG.Noun | TAG.Say)) === 0) return isToDo
  // "X already supplies Y": no noun
  if ((is & TAG.Verb) !== 0 && (is & TAG.Say) === 0 && previous === before(terms, at) && isVerbal(terms, at - 1))
    return isToDo
  return (is & TAG.Lparen) === 0
}

/**
 * "Chez son voisin X, les ventes ont reculé", "Du côté de X, le bénéfice": the name with which the sentence opens to say whom
 * it is about; -1 for none.
 */
export function withWhomItOpens(terms: readonly Term[]): number {
  const [first, second, third] = terms
  const from = does(first, DOES.Chez)
    ? 1
    : /^du?$/.test(first?.normal ?? '') && second?.normal === 'côté' && does(third, DOES.Of)
      ? 3
      : -1
  for (let i = from; i > 0 && i < from + LONGEST_OPENING; i++) {
    const term = terms[i]
    if (term?.who?.kind === 'name') return is(terms[i + 1], TAG.Comma) ? i : -1
    if (term === undefined || is(term, TAG.Punct | TAG.Value) || term.kind.finite) break
  }
  return -1
}

/** Terms before the name: "chez son grand voisin danois X". */
const LONGEST_OPENING = 5

/** "Unlike X, Y made a profit". */
const SET_APART = new Set(['unlike', 'besides', 'alongside', 'contrairement'])

const hasVerb = (next: Term | undefined): boolean =>
  ((next?.kind.is ?? 0) & (TAG.Finite | TAG.Future)) !== 0 || MODALS.has(next?.normal ?? '')

/** "c'est X, associé à Y, qui investit": the term behind the second of two commas; else `i`. */
function behindInsertion(terms: readonly Term[], i: number): number {
  if (!is(terms[i], TAG.Comma)) return i
  for (let j = i + 2; j < i + 8; j++) if (is(terms[j], TAG.Comma)) return j + 1
  return i
}

/** "c'est X qui investit". */
const isCleft = (terms: readonly Term[], i: number): boolean =>
  (does(terms[i + 1], DOES.Relative) || does(terms[behindInsertion(terms, i + 1)], DOES.Relative)) &&
  terms.slice(Math.max(0, i - 3), i).some((t, k, before) => t.normal === "c'" && before[k + 1]?.normal === 'est')

/** "X beat Y", "X sued Y": a word that the lexicon has no verb for, between two names. */
const isDoneBy = (terms: readonly Term[], i: number): boolean => {
  const { kind, normal, mention } = terms[i] as Term
  if (kind.tags.size > 0 || mention !== undefined || terms[i - 1]?.who?.kind !== 'name') return false
  return BEATS.has(normal) || /^[a-z]{3,}[^e]ed$/.test(normal)
}

const BEATS = new Set(
  'beat beats overtook overtakes outbid outbids outsold outsells undercut undercuts trails leads outdid pipped'.split(
    ' ',
  ),
)

/** What may be a noun is a verb behind its subject or a modal: "X supplies", "it also orders", "will supply". */
function isVerbal(terms: readonly Term[], i: number): boolean {
  const before = terms[i - 1]?.normal ?? ''
  if (before === 'to' || MODALS.has(before)) return true
  const subject = terms[ADVERBS.has(before) ? i - 2 : i - 1]
  // "its arm, which supplies X and employs 300"
  if (/^(?:which|that|who)$/.test(subject?.normal ?? '')) return true
  const who = subject?.who
  return who !== undefined && who.kind !== 'possessive'
}

const ADVERBS = new Set(['already', 'also', 'now', 'still', 'currently', 'only'])

/** The term before the noun phrase that ends at `i`: "to buy the audiobook start-up X" is about what stands before "the". */
function beforeNounPhrase(terms: readonly Term[], i: number): Term | undefined {
  let noun = false
  for (let j = i - 1; j >= Math.max(0, i - 4); j--) {
    const term = terms[j] as Term
    const { does, is, tags } = term.kind
    // "X a rencontré Y": an auxiliary, no article
    if ((term.kind.also & ALSO.Have) !== 0) return term
    // in "the stake Ford is to buy" the noun does not introduce the name
    if (noun && /^(?:the|an?)$/.test(term.normal)) break
    if ((does & (DOES.Article | DOES.Possessive)) !== 0) return before(terms, j)
    if ((does & (DOES.Preposition | DOES.OpensClause)) !== 0) return term
    if ((is & (TAG.OrgNoun | TAG.Demonym | TAG.Place)) !== 0) continue
    if ((is & TAG.Participle) !== 0 || ((is & TAG.Noun) !== 0 && (is & TAG.Verb) === 0)) noun = true
    else if (term.mention !== undefined || tags.size > 0) break
  }
  return before(terms, i)
}

/** "the publisher of X and Y said": whose noun stands before the names is who does it, and neither of them. */
export function isOwned(terms: readonly Term[], i: number): boolean {
  if (terms[i]?.who?.kind !== 'name') return false
  let of = listHead(terms, i) - 1
  // "of Nature and X": a name that nothing is known of
  if (/^(?:and|,)$/.test(terms[of]?.normal ?? '') && terms[of - 1]?.kind.tags.has('Capital') === true) of -= 2
  return terms[of]?.normal === 'of' && OWNER_NOUNS.has(terms[of - 1]?.normal ?? '')
}

const OWNER_NOUNS = new Set('owner owners maker makers publisher parent operator producer'.split(' '))

const ANALYSTS = /^(?:analyst|analyste|economist|économiste|strategist|stratégiste)s?$/

const before = (terms: readonly Term[], i: number): Term | undefined => (i > 0 ? terms[i - 1] : undefined)

/** Whether the name at `i` is only the one who says so: a newspaper or agency before a verb of saying or after "selon". */
export function isSource(terms: readonly Term[], i: number): boolean {
  // "which X projects will be worth": who says so stands between the pronoun and its verb
  if (does(terms[i - 1], DOES.Relative) && hasVerb(terms[i + 1]) && hasVerb(terms[i + 2])) return true
  // "X has learned": a paper of itself
  if (terms[i + 1]?.kind.tags.has('Learned')) return true
  // "X thinks the company will lose": it thinks so of another
  const opinion = terms[i + 1]?.kind.tags
  if (
    terms[i + 2]?.who?.kind === 'description' &&
    (opinion?.has('Think') === true || opinion?.has('Estimate') === true)
  )
    return true
  // "the X consensus", "a X poll": who gathered the forecasts
  if (POLLS.has(terms[i + 1]?.normal ?? '') && i > 0 && does(terms[i - 1], DOES.Article)) return true
  // "employs 35 people, according to X, and": told in passing
  if (i > 3 && isAccording(terms, i) && ((terms[i + 1]?.kind.is ?? TAG.Stop) & (TAG.Comma | TAG.Stop)) !== 0)
    return true
  // "analysts at X expect"
  if (ANALYSTS.test(terms[i - 2]?.normal ?? '') && /^(?:at|with|from|chez|de|d')$/.test(terms[i - 1]?.normal ?? ''))
    return true
  // "the trade group X said", "researchers X"
  const presented = i > 0 && ((terms[i - 1] as Term).kind.is & TAG.MediaNoun) !== 0
  if (((terms[i] as Term).kind.is & (TAG.Media | TAG.MediaNoun)) === 0 && !presented) return false
  for (let j = i + 1; j <= i + 4; j++) {
    const term = terms[j]
    if (term === undefined || (term.kind.is & TAG.Comma) !== 0) break
    if ((term.kind.is & TAG.Say) !== 0) return true
  }
  for (let j = i - 1; j >= Math.max(0, i - 4); j--)
    if (((terms[j] as Term).kind.is & (TAG.According | TAG.Say)) !== 0) return true
  return false
}

const isAccording = (terms: readonly Term[], i: number): boolean =>
  ((terms[i - 1]?.kind.is ?? 0) & TAG.According) !== 0 ||
  (terms[i - 1]?.normal === 'to' && terms[i - 2]?.normal === 'according')

const POLLS = new Set(['consensus', 'poll', 'polls', 'survey', 'estimate', 'estimates', 'tally'])

/** Whether a name that is neither firm nor product nor known place is the subject of a clause: "Orlan is owned by X". */
export function isStranger(terms: readonly Term[], clause: Clause): boolean {
  // "Orlan lies off the coast and is owned by X"
  if (clause.kind === 'coordinate' && clause.parent !== null && isStranger(terms, clause.parent)) return true
  const inside = clause.terms
  let k = does(terms[inside[0] ?? 0], DOES.Conjunction) ? 1 : 0
  const from = k
  for (; k < inside.length && k - from < 4; k++) {
    const term = terms[inside[k] as number] as Term
    // "SMS group has been chosen"
    if (k > from && term.normal === 'group') continue
    if (term.who !== undefined || !(term.mention === undefined ? isBare(term) : isNowhere(term))) break
  }
  const verb = terms[inside[k] ?? -1]
  return k > from && verb !== undefined && (verb.kind.finite || also(verb, ALSO.Be) || also(verb, ALSO.Have))
}

/** A word that nothing is known of but that it has a capital. */
const isBare = ({ kind: { tags } }: Term): boolean => tags.size === 1 && tags.has('Capital')

/** A place that no country's name or code tells. */
const isNowhere = ({ mention }: Term): boolean => mention?.type === 'place' && (mention.code ?? null) === null

/** "with X in Peru, where its cars are sold": what "where" opens says nothing of X. */
export const isWhere = (terms: readonly Term[], clause: Clause): boolean =>
  terms[clause.start]?.normal === 'where' || terms[clause.start]?.normal === 'où'

/** "The plant will close, X said, in 2027": who says so is the only one in the sentence that it could be about. */
export const isSoleSayer = (terms: readonly Term[], i: number, { kind, start }: Clause): boolean =>
  kind === 'insertion' && is(terms[i + 1], TAG.Say) && terms.findIndex(({ who }) => who !== undefined) >= start
