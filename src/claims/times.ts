import type { Claim, DateMention } from '../types.js'
import {
  type Candidate,
  distance,
  group,
  isDate,
  isWhole,
  leadsElsewhere,
  type SentenceContext,
  type Trace,
} from './candidate.js'
import { type Clause, infinitiveBehind } from './clauses.js'
import { SUPERLATIVE, samePeriod } from './compared-times.js'
import { ALSO, also, is, TAG } from './kinds.js'
import { isAnothersTime } from './other-times.js'
import { type Term, textOf } from './terms.js'
import { isTheirShare } from './ties.js'

/**
 * Sets when it is or was: what the rule tells or captured, "has just", else the nearest date of the clause, or of those around
 * it, that is no other figure's, event's or saying's own. Returns the mention, where the date is one of the text.
 */
export function fillDate(
  claim: Claim,
  candidate: Candidate,
  context: SentenceContext,
  clause: Clause,
  trace: Trace,
): DateMention | null {
  if (claim.date !== null) {
    trace.date = 'the rule'
    if (claim.date === 'published') claim.date = context.published
    return null
  }
  const { terms, clauses } = context
  // "its subsidiary X signed in May": what is told in passing has no day
  if (claim.kind === 'partner' && candidate.compiled.rule.status === 'reported') return null
  const captured = group(candidate, 'date', terms)
  if (captured !== undefined && isDate(captured)) {
    claim.date = captured.mention.edtf
    trace.date = `captured "${textOf(captured)}"`
    return captured.mention
  }
  if (justNow(terms, clause, candidate)) {
    claim.date = context.published
    trace.date = 'just happened: the date of publication'
    return null
  }
  if (isWhole(terms, candidate.value)) return null
  const theirs = isTheirShare(candidate, terms)
  const anchor = candidate.value >= 0 ? candidate.value : candidate.trigger
  let best: Term | null = null
  let bestDistance = Number.POSITIVE_INFINITY
  const consider = (inside: readonly number[], penalty: number) => {
    for (const i of inside) {
      const term = terms[i] as Term
      if (!isDate(term) || leadsElsewhere(context, i, anchor)) continue
      // "X, founded in 2009, sells …": the date of an insertion is the insertion's own
      const around = clauses.of[i] as Clause
      if (around !== clause && around !== clause.parent && around !== clauses.of[anchor] && isBeside(around)) continue
      if (isAnothersTime(claim, candidate, context, i)) continue
      if (claim.kind === 'partner' && presentsBeside(terms, candidate.trigger, i)) continue
      // "profit rose in May, thanks to its 30 % stake in X"
      if (theirs > i && terms.slice(i, theirs).some((t) => is(t, TAG.Comma))) continue
      // "wrote down the value of its 30 % stake in X in July"
      if (theirs >= 0 && i > theirs && terms[theirs - 2]?.normal === 'of') continue
      // "a appris jeudi la fermeture du site, prévue pour mars"
      const foreseen = claim.kind === 'milestone' && i > anchor && isForeseen(terms, i)
      // a date before another figure or verb's own belongs there; one that opens the sentence holds for all of it
      const d = foreseen ? 0 : (i <= 1 ? Math.min(6, distance(terms, i, anchor)) : distance(terms, i, anchor)) + penalty
      if (d < bestDistance) [best, bestDistance] = [term, d]
    }
  }
  consider(clause.terms, 0)
  if (clause.kind === 'insertion' && best === null) return null
  if (best === null && tellsYearBeside(terms, clause, candidate.trigger)) return null
  const valueClause = candidate.value >= 0 ? clauses.of[candidate.value] : undefined
  if (valueClause !== undefined && valueClause !== clause) consider(valueClause.terms, 0)
  // "En 2024, BYD a livré …, un bond de 41 %": a date that opens the sentence, or that of the clause a verbless one completes
  if (best === null && clause.kind !== 'relative')
    consider(
      leading(terms, candidate.trigger).filter((i) => !isBehindSubject(context, i, clause)),
      4,
    )
  // "suspendre son dividende jusqu'en 2025 et quitter le Pérou": the time of the infinitive before the conjunction
  const other = infinitiveBehind(terms, clause.start) > 0 && isDate(terms[clause.start - 1] as Term)
  if (
    best === null &&
    !other &&
    clause.parent !== null &&
    // "qui bénéficie d'une aide de 3 millions, devrait s'achever en 2030": a relative clause has a verb
    !(clause.kind === 'relative' && /^(?:qui|which|who)$/.test(terms[clause.start]?.normal ?? '')) &&
    !clause.terms.some((i) => also(terms[i], ALSO.Versus) || hasVerb(terms[i] as Term)) &&
    !(is(terms[candidate.trigger], TAG.Finite) && candidate.trigger < anchor)
  )
    consider(clause.parent.terms, 4)
  if (best === null && clause.parent !== null && isCleft(terms, clause.parent, clause.start))
    consider(clause.parent.terms, 4)
  // "2004 was a good year for X, which saw its sales rise"
  if (best === null && isDate(terms[0] as Term) && also(terms[1], ALSO.Be)) best = terms[0] as Term
  const then = best === null ? dateBeforeWhen(terms, clause) : null
  if (then !== null) {
    const { edtf } = then.mention as DateMention
    // "since 2011, when X took a stake": it was done in 2011
    claim.date = edtf?.replace(/^([^/.]+)\/\.\.$/, '$1') ?? null
    trace.date = `date "${textOf(then)}" before the clause`
    return then.mention as DateMention
  }
  // "raised 3 million when it listed in March"
  const when = best === null && claim.kind === 'investment' ? clauses.list[clause.index + 1] : undefined
  if (when !== undefined && terms[when.start]?.normal === 'when' && when.parent === clause) consider(when.terms, 0)
  if (best === null) return null
  const mention = (best as Term).mention as DateMention
  claim.date = samePeriod(terms, terms.indexOf(best)) ?? mention.edtf
  trace.date = `nearest date "${textOf(best as Term)}"`
  return mention
}

/** "in 2022, when losses reached 4 million": the date that the clause tells more of; null for none. */
function dateBeforeWhen(terms: readonly Term[], { start }: Clause): Term | null {
  if (!/^(?:when|quand|lorsque|lorsqu')$/.test(terms[start]?.normal ?? '')) return null
  const before = terms[is(terms[start - 1], TAG.Comma) ? start - 2 : start - 1]
  return before !== undefined && isDate(before) ? before : null
}

/** "Sales in 2023:", above the items of a list: sets the time of one that tells none; returns the mention where it does. */
export function dateOfList(claim: Claim, { isItem, discourse }: SentenceContext, trace: Trace): DateMention | null {
  const date = discourse.list?.date ?? null
  if (!isItem || date === null || claim.date !== null || (claim.kind !== 'volume' && claim.kind !== 'price'))
    return null
  claim.date = date.edtf
  trace.date = 'the heading of the list'
  return date
}

/** "in 2023 bought X, and the year before it took over Y": the clause opens with a time that counts from another. */
const tellsYearBeside = (terms: readonly Term[], { start }: Clause, trigger: number): boolean => {
  // "before it took over" opens a clause of its own
  for (let i = Math.max(0, start - 2); i < Math.min(start + 3, trigger); i++)
    if (terms[i]?.normal === 'the' && /^(?:year|month|week)$/.test(terms[i + 1]?.normal ?? ''))
      return /^(?:before|after)$/.test(terms[i + 2]?.normal ?? '')
  return false
}

/** "C'est en 1991 que X a fusionné": the time is put before what is told. */
function isCleft(terms: readonly Term[], { terms: inside }: Clause, that: number): boolean {
  const date = terms[that - 1]?.normal === ',' ? that - 2 : that - 1
  if (!/^(?:que|qu')$/.test(terms[that]?.normal ?? '') || !isDate(terms[date] as Term)) return false
  const it = inside.find((i) => /^(?:c'|ce)$/.test(terms[i]?.normal ?? ''))
  return it !== undefined && also(terms[it + 1], ALSO.Be) && date - it <= 5
}

/** What stands beside what the sentence tells: "X, founded in 2009, sells …", "X, which has existed since 2014, sells …". */
const isBeside = ({ kind }: Clause): boolean => kind === 'insertion' || kind === 'relative' || kind === 'aside'

/** "prévue pour", "attendu en": a participle of planning right before the date. */
function isForeseen(terms: readonly Term[], i: number): boolean {
  for (let j = i - 1; j >= i - 3; j--) {
    // "forecast last week": when it was planned
    if (is(terms[j], TAG.Participle) && also(terms[j], ALSO.Plan)) return j < i - 1 || !is(terms[j], TAG.Finite)
    if (is(terms[j], TAG.Punct)) return false
  }
  return false
}

/** "d'ici 2030", or a date that begins after the day of publication. */
export function liesAhead(date: DateMention, published: string | null): boolean {
  if (date.edtf?.startsWith('../') === true) return !hasPassed(date, published)
  return (
    date.from !== null &&
    published !== null &&
    /^\d{4}/.test(published) &&
    date.from > `${published}-31-31`.slice(0, 10)
  )
}

/** The verb of the clause says that it is over. */
export const toldInPast = (terms: readonly Term[], clause: Clause): boolean =>
  clause.terms.some((i) => /^(?:was|were|rose|fell|grew|totalled|totaled)$/.test(terms[i]?.normal ?? ''))

/** A date that ended before the day of publication. */
export function hasPassed(date: DateMention, published: string | null): boolean {
  return (
    date.to !== null && published !== null && /^\d{4}-\d\d/.test(published) && date.to <= `${published}-01`.slice(0, 10)
  )
}

const hasVerb = (term: Term): boolean => is(term, TAG.Finite | TAG.Future | TAG.Conditional) && !is(term, TAG.Noun)

/** "La filiale de Y, X, a embauché en 2022": a noun that says whose X is, in passing, and the time at `i` of the verb. */
function presentsBeside(terms: readonly Term[], trigger: number, i: number): boolean {
  const noun = terms[trigger]
  const joint = noun?.kind.tags.has('JointVenture') === true && also(terms[trigger - 1], ALSO.Possessive)
  if (is(noun, TAG.Verb) || !(joint || OWNED.some((tag) => noun?.kind.tags.has(tag)))) return false
  if (i < trigger) return is(terms[trigger - 1], TAG.Comma)
  return terms.slice(trigger + 1, i).some((term) => is(term, TAG.Comma) || hasVerb(term) || also(term, ALSO.Have))
}

const OWNED = ['Subsidiary', 'Parent', 'Property']

/** "X last week opened a shop, while Y's profit fell": the time behind the subject of another clause is that clause's own. */
function isBehindSubject({ terms, clauses }: SentenceContext, i: number, clause: Clause): boolean {
  if (clauses.of[i] === clause || clause.kind !== 'coordinate') return false
  for (let j = i - 1; j >= 0 && !is(terms[j], TAG.Comma); j--) if (terms[j]?.who?.kind === 'name') return true
  return false
}

/** The terms of a sentence before its first verb and the term at `end`: "supplies X, and in August it won" opens with no date. */
function leading(terms: readonly Term[], end: number): number[] {
  const first = terms.findIndex(hasVerb)
  return terms.slice(0, Math.max(Math.min(first, end), 0)).map((_, i) => i)
}

/** "vient de signer", "has just opened": it happened on the day of publication. */
function justNow(terms: readonly Term[], clause: Clause, { match }: Candidate): boolean {
  return clause.terms.some((i) => {
    // "réalise 18 % de ses ventes au Brésil et vient d'y acheter": what stands before it is not just now
    if (i >= match.end) return false
    const term = terms[i] as Term
    const next = terms[i + 1]
    if (term.kind.root === 'venir' && (next?.normal === 'de' || next?.normal === "d'"))
      return /(?:ent|ient|ons)$|viennent/.test(term.normal) || is(term, TAG.Finite)
    return (term.normal === 'has' || term.normal === 'have') && next?.normal === 'just'
  })
}

/** Sets in how long a count was reached, and the rate that it is told at, each where nothing else in the clause owns it. */
export function fillTimes(
  claim: Claim,
  candidate: Candidate,
  context: SentenceContext,
  clause: Clause,
  trace: Trace,
): void {
  const { terms } = context
  const anchor = candidate.value >= 0 ? candidate.value : candidate.trigger
  let rate: Term | null = null
  for (const i of clause.terms) {
    const term = terms[i] as Term
    if (term.mention === undefined) continue
    if (
      term.mention.type === 'duration' &&
      term.mention.within &&
      Math.abs(i - anchor) <= (i - clause.start <= 2 ? 24 : 12)
    ) {
      // "+12 % sur un an" is the span of the growth, not of the count beside it
      // "its first fall in three years": how long there was none
      if (
        i > anchor &&
        terms.slice(anchor + 1, i).some(({ normal }) => SUPERLATIVE.test(normal) && !/^(?:plus|moins)$/.test(normal))
      )
        continue
      // "takes 80 % of X and keeps its name for 40 years"
      if (claim.of === 'stake') continue
      if (claim.measure !== 'change' && terms.slice(Math.max(0, i - 3), i).some((t) => is(t, TAG.Percent))) continue
      claim.span ??= term.mention.iso
      trace.span = `"${textOf(term)}"`
    } else if (
      term.mention.type === 'rate' &&
      distance(terms, i, anchor) <= 9 &&
      !qualifiesOther(terms, i, candidate) &&
      !followsOther(terms, i, anchor)
    )
      rate ??= term
  }
  if (rate?.mention?.type === 'rate' && claim.measure !== 'change' && claim.measure !== 'share') {
    claim.per ??= rate.mention.per
    trace.per = `"${textOf(rate)}"`
  }
}

/** "builds 34 jets a month and employs 300 people": the rate stands behind a figure that is not the one at `anchor`. */
function followsOther(terms: readonly Term[], rate: number, anchor: number): boolean {
  for (let i = rate - 1; i > Math.max(rate - 4, anchor); i--) if (is(terms[i], TAG.Value)) return true
  if (rate > anchor) return false
  for (let i = rate - 1; i >= Math.max(0, rate - 3) && !is(terms[i], TAG.Punct); i--)
    if (is(terms[i], TAG.Value)) return true
  return false
}

/** "700 jobs with an annual payroll of …": an adjective tells the rate of the noun beside it, here of another figure. */
function qualifiesOther(terms: readonly Term[], i: number, { match, value }: Candidate): boolean {
  const adjective = textOf(terms[i] as Term)
  if (/\s|ly$|ment$/.test(adjective)) return false
  const noun = FRENCH_ADJECTIVE.test(adjective) ? i - 1 : i + 1
  return noun !== value && noun >= match.end && is(terms[noun], TAG.Noun)
}

const FRENCH_ADJECTIVE = /(?:els?|elles?|aires?|iers?|ières?|iens?|iennes?)$/
