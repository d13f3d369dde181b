import type { Claim, DateMention } from '../types.js'
import type { Candidate, SentenceContext, Trace } from './candidate.js'
import type { Clause } from './clauses.js'
import { describesBought } from './deals.js'
import type { Discourse } from './discourse.js'
import { countsBefore } from './earlier.js'
import { ALSO, also, DOES, does, is, TAG } from './kinds.js'
import { isGivenUp, isPutOffFrom } from './other-times.js'
import { isSite } from './sites.js'
import { settleStatus } from './status.js'
import type { Term } from './terms.js'
import { isPresupposed, isTheirShare, sellsStake } from './ties.js'
import { dateOfList, fillDate, hasPassed, liesAhead, toldInPast } from './times.js'

// How sure and when: the words of the clause, the rule and the date are weighed against each other.

/** The figure stands behind "et" and a verb of its own, what it counts before it. */
const goesOnBehind = (around: Clause, clause: Clause, { trigger, value }: Candidate): boolean =>
  value > trigger && around !== clause && around.kind === 'coordinate' && around.parent === clause && around.hasVerb

/**
 * Settles the status and the date of a claim; false where it turns out to be none.
 * @param last what was counted before it, which a part of it shares its time and status with.
 */
export function settle(
  claim: Claim,
  candidate: Candidate,
  context: SentenceContext,
  clause: Clause,
  last: Discourse['volume'],
  trace: Trace,
): boolean {
  const { terms } = context
  const { rule } = candidate.compiled
  const { kind, claim: constant } = rule
  // what a rule says of its status gives way to a denial, to what is given up, and a plan to a hedge
  // "Le chiffre d'affaires, tombé à 3 millions, devrait remonter": the figure is as sure as what is inserted; but "the project,
  // worth 3 million, will be funded by X" tells of no money yet
  const around = candidate.value >= 0 ? context.clauses.of[candidate.value] : undefined
  const inserted =
    kind !== 'investment' &&
    around?.kind === 'insertion' &&
    around.parent === clause &&
    clause.terms.some(
      (i) => i > candidate.value && (is(terms[i], TAG.Finite | TAG.Future) || also(terms[i], ALSO.Have)),
    )
  // "Rien ne va pas ici : +4 %, à 3 millions": nor does what stands before the colon that labels it deny it
  const behindColon = is(terms[candidate.trigger], TAG.Colon)
  const opened = kind === 'milestone' ? insertedAt(candidate, context) : -1
  // "a réalisé 9 millions de ventes et prévoit d'en dépasser 12": the second figure is as sure as the verb beside it
  const joined = around !== undefined && goesOnBehind(around, clause, candidate)
  const beside = (inserted || behindColon) && candidate.value >= 0 ? candidate.value : candidate.trigger
  let told = settleStatus(terms, context.clauses, opened >= 0 ? opened : beside, context.isQuestion)
  if (joined && told.status === 'reported')
    told = settleStatus(terms, context.clauses, candidate.value, context.isQuestion)
  const settled =
    rule.status === null ||
    (rule.status !== 'reported' &&
      (told.status === 'denied' || (told.status === 'former' && (kind === 'partner' || kind === 'investment')))) ||
    (rule.status === 'planned' && told.status === 'possible' && candidate.match.groups.subject === undefined)
      ? told
      : { status: rule.status, because: 'the rule' }
  claim.status = settled.status
  trace.status = settled.because
  // "a deal potentially worth 3 million", "a deal thought to be worth 3 million"
  if (claim.status === 'reported' && isPotential(terms, candidate.value)) {
    claim.status = 'possible'
    trace.status = 'hedge before the figure'
  }
  const isHeld = claim.measure === 'staff' || claim.measure === 'stores' || claim.measure === 'users'
  if (
    (kind === 'partner' && claim.status === 'planned' && isPresupposed(candidate, terms)) ||
    (claim.status !== 'reported' &&
      ((isHeld && isTheirs(terms, candidate.value - 1)) ||
        (kind === 'volume' && does(terms[candidate.value - 1], DOES.Possessor))))
  ) {
    claim.status = 'reported'
    trace.status = 'taken for granted by the possessive'
  }

  // "analysts had expected 3 million": what others once thought of what came otherwise
  if (
    claim.status === 'planned' &&
    kind === 'volume' &&
    wasExpected(terms, clause, Math.max(candidate.trigger, candidate.value))
  )
    return false

  // "will buy Y, adding a business with 300 staff": what is bought has them now
  if (claim.status === 'planned' && kind === 'volume' && describesBought(candidate, context) !== null) {
    claim.status = 'reported'
    trace.status = 'told of what is bought'
  }

  // "is weighing the sale of part of its 30 % stake": it has the stake
  if ((claim.status === 'possible' || claim.status === 'planned') && isTheirShare(candidate, terms) >= 0) {
    claim.status = 'reported'
    trace.status = 'taken for granted by the possessive'
  }

  // "emploiera 250 personnes, contre 228 du temps de X": what a plan is compared with is no plan
  // … but what a part of a firm is bought "contre 3 millions" is paid for it
  const compared = constant.purpose !== 'takeover' && candidate.value >= 0 && isComparedTo(terms, candidate.value)
  const now = compared || (candidate.value >= 0 && toldOfNow(terms, candidate.value))
  if (claim.status === 'planned' && now) {
    claim.status = 'reported'
    trace.status = 'told of now'
  }

  // who aims at a market means to sell there
  if (constant.stance === 'target' && claim.status === 'reported') {
    claim.status = 'planned'
    trace.status = 'a market that is aimed at'
  }

  // who sells a stake held it
  if (
    claim.relation === 'stake' &&
    candidate.match.groups.subject === undefined &&
    sellsStake(terms, candidate.trigger)
  ) {
    // one that is only to be sold is told by the buyer's tie
    if (claim.status !== 'reported') return false
    claim.status = 'former'
    trace.status = 'a stake that is sold'
  }

  // "…, dont 9 000 en Espagne" is part of the count before it, at its time and as sure
  const part =
    (constant.measure === '<last>' || constant.of === '<whole>') && also(terms[candidate.trigger], ALSO.Including)
      ? last
      : null
  // "quatre tours, dont trois": part of what is counted here, not of the count told before
  if (part !== null && part.sentence !== context.index && countsBefore(terms, candidate.trigger, part.unit))
    return false
  if (claim.event === 'founding' && isOfPlant(terms, clause)) return false
  const dated = fillDate(claim, candidate, context, clause, trace) ?? dateOfList(claim, context, trace)
  // "ne vise plus que 400 ventes en 2026, contre 440 auparavant": what was aimed at before, for the same time
  // … and "raised its 2028 target to 700 from 640"
  const again = constant.measure === '<last>' || (rule.status === 'former' && last?.sentence === context.index)
  if (dated === null && claim.status === 'former' && kind === 'volume' && again && last?.status === 'planned') {
    claim.date = last.date
    trace.date = 'that of the plan that takes its place'
  }
  // "now expects to build 300, down from 350", "expects a profit of 3 million, from a previous 4 million"
  const against = rule.status === 'reported' && constant.measure === '<measure>' && last?.sentence === context.index
  if (against && dated === null && last?.status === 'planned' && isOfEarlierPlan(terms, clause, candidate.value)) {
    claim.status = 'former'
    trace.status = 'the plan before the one that takes its place'
    claim.date = last.date
    trace.date = 'that of the plan that takes its place'
  }
  const at = candidate.match.groups.date?.[0]
  if (
    kind === 'milestone' &&
    rule.status !== 'former' &&
    at !== undefined &&
    (isGivenUp(terms, at) || isPutOffFrom(terms, at))
  )
    return false
  // "n'aura pas lieu avant 2026": later than that, and no denial; "n'est pas prévu avant 2026" denies the plan
  if (
    dated !== null &&
    kind === 'milestone' &&
    claim.status === 'denied' &&
    isBefore(claim.date, dated, context.text) &&
    !clause.terms.some((i) => also(terms[i], ALSO.Plan))
  ) {
    claim.date = `${dated.edtf?.slice('../'.length)}/..`
    claim.status = 'planned'
    trace.status = 'not before its date'
    return true
  }
  // "has postponed the launch from May to September": it is to come in September
  if (kind === 'milestone' && dated !== null && clause.terms.some((i) => terms[i]?.kind.tags.has('Postpone'))) {
    const [, end] = /^from .* to /i.test(context.text.slice(dated.start, dated.end))
      ? (claim.date ?? '').split('/')
      : []
    if (end !== undefined) {
      claim.date = end
      claim.status = 'planned'
      trace.status = 'put off until then'
      return true
    }
  }
  const ahead = dated !== null && liesAhead(dated, context.published)
  const until = dated !== null && /^(?:until|till|through|jusqu)/i.test(context.text.slice(dated.start, dated.end))
  // "les 300 salariés de l'usine, qui fermera en 2027": the date is another event's
  const theirs =
    isHeld && claim.status === 'reported' && (rule.status === 'reported' || isTheirs(terms, candidate.value - 1))
  // "revenue for the third quarter of fiscal 2025 was 4 million", told in 2024: no quarter of the calendar
  const past = ahead && kind === 'volume' && claim.status === 'reported' && toldInPast(terms, clause)
  // "Employees at year-end: 900": of the year that is told about
  const labelled = isHeld && is(terms[candidate.value - 1], TAG.Colon) && dated?.edtf?.startsWith('../') !== true
  // "Le groupe compte 900 salariés au 31 décembre", told in May: of the last one
  const lastYear = ahead && isHeld && told.status === 'reported' && dated !== null && isDayOfLast(dated, context.text)
  if (lastYear) claim.date = claim.date?.replace(/^\d{4}/, (year) => String(Number(year) - 1)) ?? null
  else if (ahead && (theirs || now || past || labelled)) claim.date = null
  else if (claim.status === 'reported' && rule.status === null && kind !== 'partner' && ahead && !until) {
    claim.status = 'planned'
    trace.status = 'its date lies ahead'
  }
  // "sold at 35 dollars until last year"
  const isState = kind === 'price' || kind === 'partner' || kind === 'market'
  if (until && isState && claim.status === 'reported' && dated !== null && hasPassed(dated, context.published)) {
    claim.status = 'former'
    trace.status = 'its time is over'
  }
  // "devait démarrer en 2024", told in 2025: it was planned for then
  if (
    claim.status === 'planned' &&
    (/^"devai/.test(settled.because) || wasDue(terms, clause)) &&
    dated !== null &&
    hasPassed(dated, context.published)
  )
    claim.status = 'former'
  if (part !== null) {
    claim.date ??= part.date
    claim.status = part.status
  }
  return true
}

/** "Analysts had expected", "economists were forecasting", "as expected by analysts". */
const wasExpected = (terms: readonly Term[], { terms: inside }: Clause, end: number): boolean =>
  inside.some(
    (i) =>
      i < end &&
      /^(?:analysts|economists|investors|markets?)$/.test(terms[i]?.normal ?? '') &&
      /^(?:had|were|was)$/.test(terms[behindSeat(terms, i + 1)]?.normal ?? '') &&
      terms
        .slice(i + 2, i + 7)
        .some((term) => also(term, ALSO.Plan) || /^(?:expect|forecast|predict|pencil|hop)/.test(term.normal)),
  )

/** "Analysts at X had": the term behind whom they work for. */
const behindSeat = (terms: readonly Term[], i: number): number =>
  /^(?:at|with)$/.test(terms[i]?.normal ?? '') ? i + 2 : i

const isPotential = (terms: readonly Term[], value: number): boolean =>
  value > 1 &&
  terms
    .slice(Math.max(0, value - 4), value)
    .some(({ normal, kind: { root } }) => normal === 'potentially' || root === 'believed-to')

/** "now expects", "lowered its forecast", "compared with 400 previously": the figure at `value` behind it is that of the plan before. */
function isOfEarlierPlan(terms: readonly Term[], { terms: inside }: Clause, value: number): boolean {
  for (let i = value - 1; i <= value + 1; i++) if (EARLIER.has(terms[i]?.normal ?? '')) return true
  return inside.some((i) => {
    if (i >= value) return false
    const term = terms[i] as Term
    if (term.normal === 'now') return is(terms[i + 1], TAG.Finite) || terms[i + 1]?.normal === 'sees'
    return also(term, ALSO.Plan) && is(term, TAG.Noun) && !term.normal.endsWith('s')
  })
}

const EARLIER = new Set('previous previously prior earlier before original originally initial initially'.split(' '))

/** "was due to open last year", "were to start in 2023". */
const wasDue = (terms: readonly Term[], { terms: inside }: Clause): boolean =>
  inside.some(
    (i) =>
      /^(?:was|were)$/.test(terms[i]?.normal ?? '') &&
      /^(?:due|expected|scheduled|planned|set|supposed|meant|to)$/.test(terms[i + 1]?.normal ?? '') &&
      (terms[i + 1]?.normal === 'to' || terms[i + 2]?.normal === 'to'),
  )

/** "cherche un repreneur pour son usine, ouverte en mai": the participle of the match that opens an insertion; -1 for none. */
function insertedAt({ match, trigger }: Candidate, { terms, clauses }: SentenceContext): number {
  for (let i = trigger + 1; i < match.end; i++) {
    const clause = clauses.of[i]
    if (clause?.kind === 'insertion' && clause.start === i && is(terms[i], TAG.Participle)) return i
  }
  return -1
}

/** "Créée en 1998, l'usine X", "l'usine X, créée en 1998, recrute": no firm is founded in what is inserted beside a plant. */
function isOfPlant(terms: readonly Term[], { kind, start, terms: inside }: Clause): boolean {
  if (kind !== 'insertion') return false
  const behind = (inside.at(-1) ?? start) + 2
  const beside = start === 0 ? terms.slice(behind, behind + 2) : terms.slice(Math.max(0, start - 6), start - 1)
  return beside.some(isSite)
}

/** A day and month behind "au", whose year is not told. */
const isDayOfLast = ({ start, stated }: DateMention, text: string): boolean =>
  stated.includes('day') &&
  stated.includes('month') &&
  !stated.includes('year') &&
  /\bau $/.test(text.slice(start - 3, start))

const isBefore = (date: string | null, { start, end, edtf }: DateMention, text: string): boolean =>
  date === edtf && date?.startsWith('../') === true && /^(?:avant|before)\b/i.test(text.slice(start, end))

/** "ses 300 salariés", "les 300 salariés". */
const isTheirs = (terms: readonly Term[], i: number): boolean =>
  also(terms[i], ALSO.Possessive) || /^(?:les|the)$/.test(terms[i]?.normal ?? '')

const NOW = new Set("aujourd'hui actuellement actuel actuels actuelle actuelles today currently current".split(' '))

/** A word of comparison right before the figure, an adverb between them or not. */
const isComparedTo = (terms: readonly Term[], value: number): boolean =>
  also(terms[value - 1], ALSO.Versus) || (also(terms[value - 2], ALSO.Versus) && !is(terms[value - 1], TAG.Punct))

/** "L'effectif, aujourd'hui de 95 personnes, passera …", "de 88 à 95 magasins": the figure that is now, beside one to come. */
function toldOfNow(terms: readonly Term[], value: number): boolean {
  for (let i = value - 1; i >= value - 2; i--) if (NOW.has(terms[i]?.normal ?? '')) return true
  if (NOW.has(terms[value + 1]?.normal ?? '')) return true
  const joints = `${terms[value - 1]?.normal} ${terms[value + 1]?.normal}`
  return (
    (joints === 'de à' || joints === 'from to') && (is(terms[value + 2], TAG.Value) || is(terms[value + 3], TAG.Value))
  )
}
