import type { Claim } from '../types.js'
import { type Candidate, commasBetween, group, type SentenceContext } from './candidate.js'
import type { Clause } from './clauses.js'
import { ALSO, also, DOES, does, is, sells, TAG } from './kinds.js'
import { possessedBy } from './owners.js'
import { isObjectPronoun, meantBy } from './pronouns.js'
import { type Term, textOf } from './terms.js'

// Whom money is paid to, and which state pays it.

/** Who gets the money that a rule tells of, or in whom it is put: whom the rule names, the firm whose stake it is, or who is told beside the sum. */
export function partnerOf(
  candidate: Candidate,
  context: SentenceContext,
  clause: Clause,
  subjects: readonly (string | null)[],
): string | null {
  const { terms } = context
  const stake = stakeOf(candidate, context, subjects)
  if (stake !== null) return stake
  const at = candidate.match.groups.partner?.[0]
  if (at === undefined) return recipientOf(candidate, context, clause, subjects)
  if (terms[at]?.who === undefined && isObjectPronoun(terms[at] as Term)) return meantBy(at, context, subjects)
  return (
    terms[possessedBy(terms, at, 0)]?.who?.name ??
    group(candidate, 'partner', terms)?.who?.name ??
    recipientOf(candidate, context, clause, subjects)
  )
}

/** "X sold its dairies for 3 million": who sells puts no money in, and who does is not told; "sold Y, bought for 3 million" is another sum. */
export const isSellersSum = (
  { purpose }: Claim,
  { trigger, value, match }: Candidate,
  terms: readonly Term[],
): boolean =>
  purpose === 'takeover' &&
  match.groups.subject === undefined &&
  sells(terms[trigger]) &&
  !terms.slice(trigger, value).some((term) => also(term, ALSO.Takeover) || term.kind.tags.has('Buy'))

/** "X, rachetée en 2016 pour 3 millions d'euros, emploie …": it is X that is bought, by nobody that is told. The participle of a takeover with no auxiliary, object or agent opens the sentence, or what is inserted behind a name that it says more of. */
export function isBoughtItself(
  { purpose }: Claim,
  names: readonly (string | null)[],
  { trigger, value, compiled }: Candidate,
  { terms, clauses }: SentenceContext,
): boolean {
  if (purpose !== 'takeover' || names.length !== 1 || names[0] === null) return false
  const verb = terms[trigger] as Term
  const { start, kind } = clauses.of[trigger] as Clause
  if (!is(verb, TAG.Participle) || kind !== 'insertion' || trigger !== start) return false
  if (!verb.kind.tags.has('Takeover') || compiled.rule.claim.subject !== undefined) return false
  return !terms.slice(trigger, value).some((term) => term.who !== undefined || is(term, TAG.Comma))
}

/** "X is growing. Y, which paid 3 million for a 4 % stake": whose it is, where only the text before tells. */
function stakeOf(
  { match }: Candidate,
  { terms, clauses, thread, discourse }: SentenceContext,
  names: readonly (string | null)[],
): string | null {
  for (let i = match.start; i < match.end + 2; i++) {
    if (terms[i]?.kind.tags.has('Stake') !== true) continue
    if (/^(?:in|of)$/.test(terms[i + 1]?.normal ?? '') && terms[i + 2]?.mention?.type !== 'date') return null
    const whose = boughtInto(terms, clauses.of[i] as Clause) ?? thread ?? discourse.topic
    return whose === null || names.includes(whose) || terms.slice(i, match.end).some((t) => t.who !== undefined)
      ? null
      : whose
  }
  return null
}

/** "X, in which Y bought a 15 % stake", "X, dont Y a racheté 15 %": the firm that the relative clause hangs on. */
export const boughtInto = (terms: readonly Term[], { kind, start, antecedent }: Clause): string | null =>
  kind === 'relative' &&
  antecedent >= 0 &&
  (terms[start]?.normal === 'dont' || IN_WHICH.test(terms[start - 1]?.normal ?? ''))
    ? (terms[antecedent]?.who?.name ?? null)
    : null
const IN_WHICH = /^(?:in|dans|chez)$/

/** Who gets the money: "apporter 2 milliards à X", "le rachat de X pour 2 milliards", "2 milliards dans X". */
export function recipientOf(
  candidate: Candidate,
  { terms }: SentenceContext,
  clause: Clause,
  subjects: readonly (string | null)[],
): string | null {
  const { trigger } = candidate
  // "a levé 3 millions auprès de X, de Y et de Z": who raises money is the one that gets it
  if (terms[trigger]?.kind.tags.has('RaiseMoney') === true) return null
  // what stands behind a relative clause belongs to the clause around it
  const around = clause.kind === 'relative' ? (clause.parent?.terms ?? []).filter((i) => i < clause.start) : []
  for (const i of [...clause.terms, ...around]) {
    const name = terms[i]?.who?.kind === 'name' ? (terms[i]?.who?.name ?? null) : null
    if (name === null || subjects.includes(name) || Math.abs(i - candidate.value) > 14) continue
    // "bought X, sold its mines for 3 million": another verb's
    if (i < trigger && is(terms[trigger], TAG.Verb) && commasBetween(terms, i, trigger) > 0) continue
    // "un chantier de 38 millions confié à X": X is paid for what it does
    if (terms[i - 2]?.kind.tags.has('Entrust') === true) continue
    // "to buy X's 40% stake in Y": X sells it
    if (does(terms[i + 1], DOES.Possessor) && terms.slice(i + 2, i + 6).some((t) => t.kind.tags.has('Stake'))) continue
    // "lent X €500m"
    if (i === trigger + 1 && terms[trigger]?.kind.tags.has('Lend') === true) return name
    const seat = beforeSeat(terms, i)
    // "merges with X"
    const merged = /^(?:with|avec)$/.test(terms[seat]?.normal ?? '') && terms[seat - 1]?.kind.tags.has('Merge') === true
    if (
      merged ||
      /^(?:à|au|dans|de|d'|du|in|of|into|for|to|le|la|l')$/.test(terms[i - 1]?.normal ?? '') ||
      also(terms[seat], ALSO.Takeover)
    )
      return name
  }
  return null
}

/** The term before a name and the words that tell where it sits or whose it is: "to buy Upper Elmswell-based X". */
function beforeSeat(terms: readonly Term[], name: number): number {
  let before = name - 1
  while (before > 0) {
    const { mention, normal } = terms[before] as Term
    if (mention?.type !== 'demonym' && !QUALIFIES.test(normal) && !describes(terms[before] as Term)) break
    before--
    while (before > 0 && isCapitalised(terms[before] as Term)) before--
  }
  return before
}

/** "its smaller rival X": what somebody is, before the name. */
const describes = (term: Term): boolean =>
  !is(term, TAG.Verb) &&
  (is(term, TAG.OrgNoun) || does(term, DOES.Adjective | DOES.Possessive) || /^rival$|..er$/.test(term.normal))
const QUALIFIES = /‑(?:based|headquartered|listed|owned|backed)$/
const isCapitalised = (term: Term): boolean =>
  term.mention === undefined && term.who === undefined && /^\p{Lu}/u.test(textOf(term))

/**
 * "The German government will lend X €3m", "La France a investi 2 milliards dans X": the term that names the country whose
 * state is the subject of the verb at `trigger`, else -1.
 */
export function payingState(terms: readonly Term[], clause: Clause, trigger: number): number {
  let state = -1
  for (const i of clause.terms) {
    const term = terms[i] as Term
    if (i >= trigger) return state
    // "Singapore's state fund X": X pays
    if (term.who !== undefined || is(term, TAG.Punct)) return -1
    if (state < 0 && namesState(terms, i)) state = i
  }
  return state
}

/** "L'État français", "the German government", "le gouvernement du Canada", "Canada". */
function namesState(terms: readonly Term[], i: number): boolean {
  const { mention } = terms[i] as Term
  if (mention?.type === 'demonym') return isState(terms[i - 1]) || isState(terms[i + 1])
  if (mention?.type !== 'place' || mention.code === null || mention.country !== undefined) return false
  const of = does(terms[i - 1], DOES.Article) ? i - 2 : i - 1
  if (does(terms[of], DOES.Preposition)) return isState(terms[of - 1])
  return !does(terms[i + 1], DOES.Possessor) || isState(terms[i + 2])
}

const isState = (term: Term | undefined): boolean => STATE.has(term?.normal ?? '')
const STATE = new Set('état gouvernement trésor government state treasury'.split(' '))
