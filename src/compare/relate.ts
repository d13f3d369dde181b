import { intervalOf, laterOf, relateIntervals } from '../edtf.js'
import type { ClaimStatus, Comparison, FactClaim, Relation, Value } from '../types.js'
import { relateValues } from './values.js'

/** A claim with the source that makes it. */
export type Told = Comparison['claims'][number]

/** How two claims about one thing relate, and why, in words. */
export interface Finding {
  relation: Exclude<Relation, 'only'>
  reason: string
}

/** Ties by ownership; all others are ties by business. A pair may have one of each (claims.md, `relation`). */
const OWNERSHIP = new Set(['subsidiary', 'acquisition', 'stake', 'merger'])
const MUTUAL = new Set(['partnership', 'contract', 'joint-venture', 'merger'])

/**
 * What a claim is about: claims of one topic can be set against each other, others cannot. A product stands for itself,
 * whoever sells it. A claim that leaves open who or what it is about has a topic as narrow as what it says.
 */
export function topicOf(claim: FactClaim): string {
  const { kind, subject, product, partner, market, relation = '', measure, of, event, value, date } = claim
  const about = product ?? subject
  const topic = (...parts: (string | number | null | undefined)[]) =>
    [kind, ...parts.map((part) => (typeof part === 'number' ? part : foldName(part)))].join('|')
  if (kind === 'partner' && subject !== null && partner != null) {
    const pair = [subject, partner].map(foldName).sort()
    return topic(OWNERSHIP.has(relation) ? 'ownership' : 'business', ...pair)
  }
  if (kind === 'market' && subject !== null && market != null) return topic(subject, product, market)
  if (kind === 'volume' && about !== null) return topic(about, measure, of)
  if (kind === 'volume' && market != null) return topic('in', market, measure, of)
  if (kind === 'milestone' && about !== null) return topic(about, event)
  if (kind === 'price' && product != null) return topic(product)
  if (kind === 'investment' && subject !== null) return topic(subject, partner)
  return topic('?', about, partner, market, measure, of, event, value?.figure, value?.unit, date)
}

/** Names compare without case, accents and article. */
function foldName(name: string | null | undefined): string {
  const folded = (name ?? '').normalize('NFD').replace(/\p{M}/gu, '').replaceAll('’', "'").toLowerCase()
  return folded.replace(/^(?:les? |la |l'|the )/, '').trim()
}

/** Relates two claims of one topic (see `topicOf`). Null where they are about different things after all. */
export function relate(a: Told, b: Told): Finding | null {
  const kind = a.claim.kind
  if (kind === 'partner') return relateTies(a, b)
  if (kind === 'market') return relateStances(a, b)
  if (kind === 'milestone') return relateEvents(a, b)
  return relateFigures(a, b)
}

function relateTies(a: Told, b: Told): Finding {
  const [first, second] = [a.claim.relation ?? 'partnership', b.claim.relation ?? 'partnership']
  const turned = foldName(a.claim.subject) !== foldName(b.claim.subject)
  if (sameTie(first, second, turned)) return byStatus(a, b, 'the same tie') ?? same('the same tie')
  const general = first === 'partnership' || second === 'partnership'
  if (general) return byStatus(a, b, 'the same tie') ?? { relation: 'refined', reason: `${first} and ${second}` }
  return differentScope(`another tie between the two: ${first} and ${second}`)
}

/** "A buys from B" is "B supplies A": with the sides turned, the relation has to be the one seen from the other side. */
function sameTie(first: string, second: string, turned: boolean): boolean {
  if (!turned) return first === second
  if (first === second) return MUTUAL.has(first)
  const sides = new Set([first, second])
  return (sides.has('supplier') && sides.has('customer')) || (sides.has('subsidiary') && sides.has('acquisition'))
}

function relateStances(a: Told, b: Told): Finding {
  const [first, second] = [a.claim.stance ?? 'present', b.claim.stance ?? 'present']
  if (first === second) return byStatus(a, b, 'the same stance') ?? same('the same stance')
  const later = laterOf(a.published, b.published)
  const arrival = (later === 'b' && second === 'present') || (later === 'a' && first === 'present')
  const reason = `${first} and ${second}`
  return arrival ? { relation: 'superseded', reason: `${reason}: a target reached` } : differentScope(reason)
}

function relateEvents(a: Told, b: Told): Finding {
  const other = clash('company', a.claim.subject, b.claim.subject) ?? clash('place', a.claim.market, b.claim.market)
  if (other !== null) return differentScope(other)
  const [first, second] = [a.claim.date, b.claim.date]
  if (first === second) return byStatus(a, b, 'the same event') ?? same('the same event')
  if (first === null || second === null) return differentScope('one gives no date')
  const [from, to] = [intervalOf(first), intervalOf(second)]
  const dates = `${first} and ${second}`
  if (from === null || to === null) return differentScope(`${dates} do not compare`)
  const deadlines = from.from === Number.NEGATIVE_INFINITY && to.from === Number.NEGATIVE_INFINITY
  const relation = deadlines ? 'apart' : relateIntervals(from, to)
  if (relation === 'apart') return conflict(a, b, dates, 'the date moved')
  const reason = `${dates} go together`
  return byStatus(a, b, reason) ?? { relation: relation === 'overlapping' ? 'same' : 'refined', reason }
}

function relateFigures(a: Told, b: Told): Finding | null {
  const [first, second] = [a.claim, b.claim]
  if (first.value === undefined || second.value === undefined) return null
  const otherScope = [
    clash('company', first.subject, second.subject),
    clash('place', first.market, second.market),
    clash('rate', first.per, second.per),
    clash('span', first.span, second.span),
    first.kind === 'price' ? clash('price', first.measure, second.measure) : null,
    clashOfPeriods(first.date, second.date),
  ].find((reason) => reason !== null)
  const values = relateValues(first.value, second.value)
  const figures = `${inWords(first.value)} and ${inWords(second.value)}`
  // two sums that one organisation spends are two investments, unless their aim or receiver is the same
  if (first.kind === 'investment' && (values === 'apart' || values === 'incomparable')) {
    const aims = [first.purpose, second.purpose].map(foldName)
    const oneAim = aims[0] === aims[1] && (aims[0] !== '' || foldName(first.partner) !== '')
    if (!oneAim) return null
  }
  if (otherScope !== undefined) return differentScope(otherScope)
  if (values === 'incomparable') return differentScope(`${figures} are in different units`)
  if (values === 'same') return byStatus(a, b, figures) ?? same(figures)
  if (values === 'narrower') return byStatus(a, b, figures) ?? { relation: 'refined', reason: `${figures} both hold` }
  const open = [
    given('place', first.market, second.market),
    given('rate', first.per, second.per),
    given('span', first.span, second.span),
    given('period', first.date, second.date),
  ].find((reason) => reason !== null)
  return open !== undefined ? differentScope(open) : conflict(a, b, figures, 'the figure moved')
}

/** A slot that both claims fill, differently. */
function clash(what: string, a: string | null | undefined, b: string | null | undefined): string | null {
  return a != null && b != null && foldName(a) !== foldName(b) ? `another ${what}: ${a} and ${b}` : null
}

/** A slot that only one of the claims fills. */
function given(what: string, a: string | null | undefined, b: string | null | undefined): string | null {
  return (a == null) !== (b == null) ? `only one names the ${what}: ${a ?? b}` : null
}

/** Figures belong to the same time only if their periods are the same; a month of a year is another period. */
function clashOfPeriods(a: string | null, b: string | null): string | null {
  if (a === null || b === null || a === b) return null
  const [first, second] = [intervalOf(a), intervalOf(b)]
  if (first !== null && second !== null && relateIntervals(first, second) === 'equal') return null
  return `another period: ${a} and ${b}`
}

/** Values agree; what their statuses make of it, or null where these are the same. */
function byStatus(a: Told, b: Told, what: string): Finding | null {
  const [first, second] = [a.claim.status, b.claim.status]
  if (first === second) return null
  const statuses = `${first} and ${second}`
  if (first === 'denied' || second === 'denied') return denial(a, b, statuses)
  const later = laterOf(a.published, b.published)
  const moved = first === 'former' || second === 'former' || (later !== null && surer(later === 'a' ? a : b, a, b))
  return { relation: moved ? 'superseded' : 'refined', reason: `${what}, ${statuses}` }
}

const CERTAINTY: Record<ClaimStatus, number> = { reported: 3, planned: 2, possible: 1, former: 0, denied: 0 }

/** The told one is the surer of the two. */
function surer(told: Told, a: Told, b: Told): boolean {
  return CERTAINTY[told.claim.status] === Math.max(CERTAINTY[a.claim.status], CERTAINTY[b.claim.status])
}

/** One source denies what the other says. A hedge is answered by a denial, not contradicted. */
function denial(a: Told, b: Told, statuses: string): Finding {
  const other = (a.claim.status === 'denied' ? b : a).claim.status
  if (other === 'reported') return { relation: 'contradicting', reason: statuses }
  if (other === 'former' || laterOf(a.published, b.published) !== null) {
    return { relation: 'superseded', reason: `${statuses}, published at different times` }
  }
  return other === 'planned' ? { relation: 'contradicting', reason: statuses } : differentScope(statuses)
}

/** Values of one scope that cannot both hold: the later source moved the value, or the two contradict each other. */
function conflict(a: Told, b: Told, what: string, moved: string): Finding {
  const [first, second] = [a.claim.status, b.claim.status]
  if (first !== second && (first === 'denied' || second === 'denied')) {
    return differentScope(`${what}, ${first} and ${second}`)
  }
  const superseded: Finding = { relation: 'superseded', reason: `${what}: ${moved}` }
  if (first === 'former' || second === 'former') return superseded
  const later = laterOf(a.published, b.published)
  if (first === 'possible' || second === 'possible') {
    return later !== null ? superseded : differentScope(`${what}, hedged`)
  }
  if (first !== second) return { relation: 'superseded', reason: `${what}: ${first} and ${second}` }
  if (later !== null && !(first === 'reported' && bothLookBack(a, b))) return superseded
  return { relation: 'contradicting', reason: `same time, ${what} cannot both hold` }
}

/** Both sources were published when the period they speak of was over: neither could be the fresher one. */
function bothLookBack(a: Told, b: Told): boolean {
  return [a, b].every(({ published, claim }) => laterOf(published, claim.date) === 'a')
}

function inWords({ figure, to, unit, bound }: Value): string {
  const sign = { exact: '', about: '~', over: '> ', under: '< ', range: '' }[bound]
  const number = (n: number) => n.toLocaleString('en-US', { maximumFractionDigits: 6 })
  return `${sign}${number(figure)}${to === undefined ? '' : `–${number(to)}`}${unit === undefined ? '' : ` ${unit}`}`
}

function same(reason: string): Finding {
  return { relation: 'same', reason }
}

function differentScope(reason: string): Finding {
  return { relation: 'different-scope', reason }
}
