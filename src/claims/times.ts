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
import type { Clause } from './clauses.js'
import { ALSO, also, is, TAG } from './kinds.js'
import { type Term, textOf } from './terms.js'

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
      // "up 2.6% on 2003": the year that is compared with
      if (
        claim.measure === 'change' &&
        i > anchor &&
        /^(?:on|from|over|than|with|against)$/.test(terms[i - 1]?.normal ?? '')
      )
        continue
      if (isBase(terms, i) || isDatelineDay(terms, i, context.index)) continue
      // "34 euros until last year, now 39"
      if (i < anchor && (isNow(terms[anchor - 1]) || isNow(terms[candidate.trigger - 1]))) continue
      // "has unveiled a bike after the model of 1903": what has just been done was not done then
      if (
        claim.kind === 'milestone' &&
        i > anchor &&
        isOlder(terms, candidate.trigger, term.mention, context.published)
      )
        continue
      // "initialement prévue en 2024, elle ouvrira": the time that was given up
      if (claim.kind === 'milestone' && isGivenUp(terms, i)) continue
      // "ses résultats 2024 et l'ouverture d'un site": the year of another noun
      if (claim.kind === 'milestone' && i < anchor && isYearOfNoun(terms, i)) continue
      // "depuis sa création il y a trois ans": the date of what the noun before it names
      if (claim.kind === 'volume' && isOfEvent(terms, i)) continue
      // "extended its contract to 2028": when it ends
      if (
        claim.kind === 'partner' &&
        i > anchor &&
        /^(?:to|until|till|jusqu'|jusqu'à)$/.test(terms[i - 1]?.normal ?? '')
      )
        continue
      if (isOfSuperlative(terms, i)) continue
      // "triple the previous year's figure"
      if (claim.measure === 'change' && i > anchor && /^['’]s?$/.test(terms[i + 1]?.normal ?? '')) continue
      // "14% more than in 2022", "6% less than last year"
      // "24 de plus que fin 2024, dont 516 en Chine"
      if (
        (i > anchor || claim.measure !== 'change') &&
        (claim.kind === 'volume' || claim.kind === 'price') &&
        isComparedWith(terms, i, claim)
      )
        continue
      // "rose to 4 million from 3 million in the same quarter of 2023": the date of the figure that is compared with
      if ((claim.kind === 'volume' || claim.kind === 'price') && ownsOther(terms, anchor, i)) continue
      // "reported sales of 3 million on Tuesday": the day of saying so
      if (
        term.mention.stated.includes('weekday') &&
        (claim.kind === 'volume' || claim.kind === 'price' || isDayOfSaying(terms, i, anchor))
      )
        continue
      // "a annoncé le 14 avril la fermeture du site"
      if (
        term.mention.stated.includes('day') &&
        i < anchor &&
        SAID_FRENCH.has(beforeArticle(terms, i)) &&
        isDayOfSaying(terms, i, anchor)
      )
        continue
      // "Les 300 salariés ont repris hier le travail"
      if (claim.kind === 'volume' && term.normal === 'hier') continue
      // "a confirmé hier tabler sur 400 livraisons"
      if (SAID_DAYS.has(term.normal) && isDayOfSaying(terms, i, anchor)) continue
      // "a appris jeudi la fermeture du site, prévue pour mars"
      const foreseen = claim.kind === 'milestone' && i > anchor && isForeseen(terms, i)
      // a date before another figure or verb's own belongs there; one that opens the sentence holds for all of it
      const d = foreseen ? 0 : (i <= 1 ? Math.min(6, distance(terms, i, anchor)) : distance(terms, i, anchor)) + penalty
      if (d < bestDistance) [best, bestDistance] = [term, d]
    }
  }
  consider(clause.terms, 0)
  if (clause.kind === 'insertion' && best === null) return null
  const valueClause = candidate.value >= 0 ? clauses.of[candidate.value] : undefined
  if (valueClause !== undefined && valueClause !== clause) consider(valueClause.terms, 0)
  // "En 2024, BYD a livré …, un bond de 41 %": a date that opens the sentence, or that of the clause a verbless one completes
  if (best === null && clause.kind !== 'relative') consider(leading(terms), 4)
  if (
    best === null &&
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
  // "in 2022, when losses reached 4 million"
  if (best === null && terms[clause.start]?.normal === 'when') {
    let i = clause.start - 1
    while (i >= 0 && is(terms[i], TAG.Comma)) i--
    if (i >= 0 && isDate(terms[i] as Term)) best = terms[i] as Term
  }
  if (best === null) return null
  const mention = (best as Term).mention as DateMention
  claim.date = mention.edtf
  trace.date = `nearest date "${textOf(best as Term)}"`
  return mention
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

/** "C'est en 1991 que X a fusionné": the time is put before what is told. */
function isCleft(terms: readonly Term[], { terms: inside }: Clause, that: number): boolean {
  const date = terms[that - 1]?.normal === ',' ? that - 2 : that - 1
  if (!/^(?:que|qu')$/.test(terms[that]?.normal ?? '') || !isDate(terms[date] as Term)) return false
  const it = inside.find((i) => /^(?:c'|ce)$/.test(terms[i]?.normal ?? ''))
  return it !== undefined && also(terms[it + 1], ALSO.Be) && date - it <= 5
}

/** What stands beside what the sentence tells: "X, founded in 2009, sells …", "X, which has existed since 2014, sells …". */
const isBeside = ({ kind }: Clause): boolean => kind === 'insertion' || kind === 'relative' || kind === 'aside'

/** Behind "has unveiled", "have opened": a bare date years before the one of publication. English only: French tells so what is long past. */
function isOlder(terms: readonly Term[], trigger: number, { edtf }: DateMention, published: string | null): boolean {
  if (published === null || edtf === null || !is(terms[trigger], TAG.Participle)) return false
  const auxiliary = terms[trigger - 1]?.normal.endsWith('ly') === true ? trigger - 2 : trigger - 1
  if (!/^(?:has|have)$/.test(terms[auxiliary]?.normal ?? '')) return false
  return Number.parseInt(edtf, 10) < Number.parseInt(published, 10) - 1
}

/** A word for what was once so before the participle that the date hangs on, or one of putting off right behind: "prévue en mai, a été repoussée". */
export function isGivenUp(terms: readonly Term[], i: number): boolean {
  let planned = false
  for (let j = i - 1; j >= Math.max(0, i - 4) && !is(terms[j], TAG.Punct); j--) {
    if (terms[j]?.kind.tags.has('Former')) return true
    planned ||= is(terms[j], TAG.Participle) && also(terms[j], ALSO.Plan)
  }
  if (!planned || !is(terms[i + 1], TAG.Comma)) return false
  return terms.slice(i + 2, i + 6).some(({ kind }) => kind.tags.has('Postpone'))
}

/** "prévue pour", "attendu en": a participle of planning right before the date. */
function isForeseen(terms: readonly Term[], i: number): boolean {
  for (let j = i - 1; j >= i - 3; j--) {
    // "forecast last week": when it was planned
    if (is(terms[j], TAG.Participle) && also(terms[j], ALSO.Plan)) return j < i - 1 || !is(terms[j], TAG.Finite)
    if (is(terms[j], TAG.Punct)) return false
  }
  return false
}

const SUPERLATIVE =
  /^(?:(?:bigg|larg|great|small|high|low|strong|weak|long|short|fast|slow|earli|clos|cheap|dear|wid|deep|steep|sharp)est|best|worst|most|least|first|record|premiers?|premières?|meilleure?s?|pires?|plus|moins)$/

/** "its biggest order since 2022", "au plus haut depuis 2019": the time that a superlative looks back on. */
function isOfSuperlative(terms: readonly Term[], i: number): boolean {
  if (!/^(?:since|depuis)\b/i.test(textOf(terms[i] as Term))) return false
  for (let j = i - 1; j >= Math.max(0, i - 8); j--) {
    const term = terms[j] as Term
    if (SUPERLATIVE.test(term.normal)) return true
    if (is(term, TAG.Punct | TAG.Value) || (is(term, TAG.Verb) && !is(term, TAG.Noun))) return false
  }
  return false
}

const isNow = (term: Term | undefined): boolean => /^(?:now|désormais|maintenant)$/.test(term?.normal ?? '')

/** Participles of verbs of saying, which a day follows in French. */
const SAID_FRENCH = new Set(
  'annoncé indiqué déclaré précisé confirmé affirmé rapporté dit appris publiés publié'.split(' '),
)

const SAID_DAYS = new Set(['hier', "aujourd'hui", 'yesterday', 'today'])

/**
 * "said on Tuesday it will shut its plant", "fermera son usine, ont annoncé jeudi les deux groupes": the day behind a verb of
 * saying.
 */
function isDayOfSaying(terms: readonly Term[], i: number, anchor: number): boolean {
  if (i > anchor) return SAID_FRENCH.has(terms[i - 1]?.normal ?? '')
  for (let j = i - 1; j >= Math.max(0, i - 4); j--) {
    if (is(terms[j], TAG.Punct)) return false
    if (is(terms[j], TAG.Say)) return is(terms[j], TAG.Verb)
  }
  return false
}

/** "KOLVAR Feb 12 X said": the day on which an agency's report was sent, behind its town in capitals. */
function isDatelineDay(terms: readonly Term[], i: number, sentence: number): boolean {
  if (sentence > 1 || i === 0 || i > 4) return false
  for (let j = 0; j < i; j++) {
    const written = textOf(terms[j] as Term)
    if (!is(terms[j], TAG.Punct) && (written.length < 3 || written !== written.toUpperCase())) return false
  }
  return !is(terms[0], TAG.Punct | TAG.Value) && terms[0]?.mention?.type !== 'date'
}

/** The word before the date at `i` and its article. */
const beforeArticle = (terms: readonly Term[], i: number): string =>
  terms[terms[i - 1]?.normal === 'le' ? i - 2 : i - 1]?.normal ?? ''

const isYearOfNoun = (terms: readonly Term[], i: number): boolean =>
  /^\d{4}$/.test(textOf(terms[i] as Term)) &&
  /^(?:résultats?|comptes?|bilan|chiffres|ventes|exercice|results?|earnings)$/.test(terms[i - 1]?.normal ?? '')

function isOfEvent(terms: readonly Term[], i: number): boolean {
  const at = /^(?:en|in|of)$/.test(terms[i - 1]?.normal ?? '') ? i - 2 : i - 1
  return at >= 0 && EVENTS.has(textOf(terms[at] as Term).toLowerCase())
}

const EVENTS = new Set(
  'création fondation lancement naissance introduction rachat arrivée ouverture fusion founding creation launch listing takeover merger opening inception'.split(
    ' ',
  ),
)

/** "par rapport à 2023", "compared with the first quarter", "7 % on 2023": the time that a figure is compared with. */
export function isBase(terms: readonly Term[], i: number): boolean {
  let j = i - 1
  while (j > 0 && /^(?:l'|le|la|les|the)$/.test(terms[j]?.normal ?? '')) j--
  const joint = terms[j]?.normal ?? ''
  const before = terms[j - 1]
  if (joint === 'vs' || joint === 'versus' || joint === 'than') return true
  // "7 % more than in the same period of 2023"
  if (joint === 'of' && terms[j - 2]?.normal === 'same')
    return terms.slice(Math.max(0, j - 6), j - 2).some((t) => t.normal === 'than')
  // "supérieur de 0,9 % à celui de 2019", "below that of 2019"
  if (/^(?:de|d'|du|of)$/.test(joint)) return /^(?:celui|celle|ceux|celles|that|those)$/.test(before?.normal ?? '')
  // "up 17 percent from the prior year"
  if (is(terms[i - 1], TAG.Percent) && /^from /i.test(textOf(terms[i] as Term))) return true
  if (/^(?:à|au|aux)$/.test(joint)) return /^(?:rapport|face|comparée?s?|comparativement)$/.test(before?.normal ?? '')
  if (joint === 'with' || joint === 'to') return before?.normal === 'compared'
  return /^(?:on|over|from)$/.test(joint) && is(before, TAG.Percent)
}

const isComparedWith = (terms: readonly Term[], i: number, { measure }: Claim): boolean =>
  measure === 'change'
    ? COMPARES.test(beforeTerm(terms, i))
    : terms[i - 1]?.normal === 'than' || MORE_THAN.test(beforeTerm(terms, i))

const VERSUS = new Set('from against versus with contre'.split(' '))

/** Where the word stands that compares the figure at `i` with another: "from 3 million", "compared with a profit of 3 million"; else -1. */
function comparedAt(terms: readonly Term[], i: number): number {
  for (let j = i - 1; j >= Math.max(0, i - 5); j--) {
    const { normal } = terms[j] as Term
    if (is(terms[j], TAG.Punct | TAG.Value | TAG.Verb) && !is(terms[j], TAG.Noun)) return -1
    if (VERSUS.has(normal)) return normal !== 'with' || is(terms[j - 1], TAG.Verb) ? j : -1
  }
  return -1
}

/** A date before a figure that is compared belongs to the figure before it; one behind a figure that is compared is that one's. */
function ownsOther(terms: readonly Term[], anchor: number, date: number): boolean {
  if (date < anchor) {
    // "up from 3 million a year earlier, on sales of 9 million"
    let figure = date - 1
    while (figure > date - 6 && figure > 0 && !is(terms[figure], TAG.Value | TAG.Punct)) figure--
    if (is(terms[figure], TAG.Value) && comparedAt(terms, figure) >= 0) return true
    return date < comparedAt(terms, anchor)
  }
  for (let j = anchor + 1; j < date; j++) if (is(terms[j], TAG.Value) && comparedAt(terms, j) >= 0) return true
  return false
}

/** "deux fois plus qu'en 2018". */
const MORE_THAN = / (?:de )?(?:plus|moins) (?:que|qu') (?:\S+ )?$/

const COMPARES = / (?:same|figure|level|total) | than \S+ $| than $| (?:que|qu') (?:\S+ )?$/

/** The three words before term `i`, between spaces. */
const beforeTerm = (terms: readonly Term[], i: number): string =>
  ` ${terms[i - 3]?.normal ?? ''} ${terms[i - 2]?.normal ?? ''} ${terms[i - 1]?.normal ?? ''} `

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

/** The terms of a sentence before its first verb. */
function leading(terms: readonly Term[]): number[] {
  const first = terms.findIndex(hasVerb)
  return terms.slice(0, Math.max(first, 0)).map((_, i) => i)
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
