import { type Interval, type IntervalRelation, intervalOf, laterOf, relateIntervals } from '../edtf.js'
import type { FactClaim } from '../types.js'
import { byStatus, conflict, differentScope, type Finding, same } from './certainty.js'
import { clash, given, relateFigures } from './figures.js'
import { foldName, type NameRelation, relateNames } from './names.js'
import type { Told } from './topics.js'

const MUTUAL = new Set(['partnership', 'contract', 'joint-venture', 'merger'])
/** Ties that say only that there is one; every other tie by business says it more closely. */
const GENERAL = new Set(['partnership', 'contract'])
/** What an organisation does again and again: with another date it is another one, unless it is the same product's. */
const REPEATED = new Set(['opening', 'closing', 'order', 'test', 'unveiling', 'approval'])

/**
 * Relates two claims that share a key (see `keysOf`). Null where they are about different things after all, or differ in
 * more than one way. Names that may or may not stand for one organisation are never taken for one without saying so.
 */
export function relate(a: Told, b: Told): Finding | null {
  const [first, second] = [a.claim, b.claim]
  if (first.product != null && second.product != null && foldName(first.product) !== foldName(second.product))
    return null
  const names = namesOf(first, second)
  if (names === null) return null
  const finding = relateKind(a, b)
  if (finding === null || names.length === 0) return finding
  const told = names.map(({ short, long }) => `${short} for ${long}`).join(', ')
  if (names.every(({ relation }) => relation === 'form'))
    return { ...finding, reason: `${finding.reason}, taking ${told}` }
  if (finding.relation === 'different-scope') return null
  return differentScope(names.map(({ short, long }) => `${short} and ${long} may be two companies`).join(', '))
}

function relateKind(a: Told, b: Told): Finding | null {
  switch (a.claim.kind) {
    case 'partner':
      return relateTies(a, b)
    case 'market':
      return relateStances(a, b)
    case 'milestone':
      return relateEvents(a, b)
    default:
      return relateFigures(a, b)
  }
}

interface Likeness {
  short: string
  long: string
  relation: Exclude<NameRelation, 'same' | 'other'>
}

/** Names of the two claims that are alike without being the same; null where the claims are about other organisations. */
function namesOf(a: FactClaim, b: FactClaim): Likeness[] | null {
  const straight = likenesses([a.subject, b.subject], [a.partner, b.partner])
  if (a.kind !== 'partner') return straight ?? (a.product != null && b.product != null ? [] : null)
  return straight ?? likenesses([a.subject, b.partner], [a.partner, b.subject])
}

function likenesses(...pairs: [string | null | undefined, string | null | undefined][]): Likeness[] | null {
  const alike: Likeness[] = []
  for (const [a, b] of pairs) {
    if (a == null || b == null) continue
    const relation = relateNames(a, b)
    if (relation === 'other') return null
    if (relation !== 'same')
      alike.push({ short: a.length < b.length ? a : b, long: a.length < b.length ? b : a, relation })
  }
  return alike
}

function relateTies(a: Told, b: Told): Finding {
  const [first, second] = [a.claim.relation ?? 'partnership', b.claim.relation ?? 'partnership']
  const turned = likenesses([a.claim.subject, b.claim.subject]) === null
  if (sameTie(first, second, turned)) return byStatus(a, b, 'the same tie') ?? same('the same tie')
  if (GENERAL.has(first) || GENERAL.has(second)) {
    const reason = `the same tie, told closer: ${first} and ${second}`
    return byStatus(a, b, reason) ?? { relation: 'refined', reason }
  }
  return differentScope(`another tie between the two: ${first} and ${second}`)
}

/** "A buys from B" is "B supplies A": with the sides turned, the relation has to be the one seen from the other side. */
function sameTie(first: string, second: string, turned: boolean): boolean {
  if (!turned) return first === second
  if (first === second) return MUTUAL.has(first)
  const sides = new Set([first, second])
  return (sides.has('supplier') && sides.has('customer')) || (sides.has('subsidiary') && sides.has('acquisition'))
}

function relateStances(a: Told, b: Told): Finding | null {
  const [first, second] = [a.claim.stance ?? 'present', b.claim.stance ?? 'present']
  if (first !== second) {
    const later = laterOf(a.published, b.published)
    const [target, present] = first === 'target' ? [a, b] : [b, a]
    const reached =
      present.claim.status === 'reported' && target.claim.status !== 'denied' && target.claim.status !== 'former'
    const arrival = reached && later !== null && present === (later === 'a' ? a : b)
    if (arrival) return { relation: 'superseded', reason: 'means to sell there, then sells there', past: target }
    return differentScope('selling there and meaning to')
  }
  const [one, other] = [intervalFrom(a.claim.date), intervalFrom(b.claim.date)]
  const relation = one === null || other === null ? 'equal' : relateIntervals(one, other)
  const what = first === 'present' ? 'both say that it sells there' : 'both say that it means to sell there'
  if (relation === 'apart') {
    const dates = `${a.claim.date} and ${b.claim.date}`
    if (first === 'target') return conflict(a, b, dates, 'the date moved')
    return byStatus(a, b, `${what}, ${dates}`) ?? differentScope(`another time: ${dates}`)
  }
  const narrower = relation === 'contains' || relation === 'within'
  return (
    byStatus(a, b, what) ?? (narrower ? { relation: 'refined', reason: `${what}, one with a closer date` } : same(what))
  )
}

function relateEvents(a: Told, b: Told): Finding | null {
  const place = clash('place', a.claim.market, b.claim.market)
  const company = clash('company', a.claim.subject, b.claim.subject)
  const other =
    company !== null && relateNames(a.claim.subject ?? '', b.claim.subject ?? '') === 'other' ? company : null
  const [first, second] = [a.claim.date, b.claim.date]
  const [one, another] = [intervalFrom(first), intervalFrom(second)]
  const dates = `${first} and ${second}`
  if (first !== second && (one === null || another === null)) {
    return differentScope(first === null || second === null ? 'one gives no date' : `${dates} do not compare`)
  }
  const relation = relateDates(first, second, one, another)
  const open = given('place', a.claim.market, b.claim.market)
  if (a.claim.status === 'denied' || b.claim.status === 'denied') return relateDenied(a, b, relation)
  const sameThing = place === null && other === null
  // one of many openings: without its place nobody knows which
  if (REPEATED.has(a.claim.event ?? '') && (open !== null || place !== null) && a.claim.product == null) return null
  if (relation !== 'apart') {
    if (!sameThing) return place !== null && other !== null ? null : differentScope((other ?? place) as string)
    const reason = first === second ? `both say ${first}` : `${dates} go together`
    const agreed =
      relation === 'contains' || relation === 'within' ? { relation: 'refined' as const, reason } : same(reason)
    return byStatus(a, b, reason) ?? agreed
  }
  if ((a.claim.product == null) !== (b.claim.product == null)) return null
  const known = (a.claim.product ?? a.claim.market) != null && place === null
  if (REPEATED.has(a.claim.event ?? '') && !known) return null
  if (!sameThing) return place !== null && other !== null ? null : differentScope((other ?? place) as string)
  if (open === null) return conflict(a, b, dates, 'the date moved')
  // what begins somewhere in 2027 does not begin only in 2030
  const [placed, general] = a.claim.market == null ? [b, a] : [a, b]
  const earlier =
    laterOf(placed.claim.date, general.claim.date) === 'b' && laterOf(placed.published, general.published) === 'a'
  return (earlier ? conflict(a, b, dates, `the date moved, in ${placed.claim.market}`) : null) ?? differentScope(open)
}

function relateDates(
  first: string | null,
  second: string | null,
  one: Interval | null,
  another: Interval | null,
): IntervalRelation {
  if (first === second || one === null || another === null) return 'equal'
  // by 2026 and by 2030 are two dates for one thing, although the first is before the second as well
  return isDeadline(one) && isDeadline(another) ? 'apart' : relateIntervals(one, another)
}

/** "Not before 2030" and "from 2030" say the same; so may two denials. */
function relateDenied(a: Told, b: Told, relation: IntervalRelation): Finding | null {
  const dates = `${a.claim.date} and ${b.claim.date}`
  if (a.claim.status === b.claim.status) {
    if (relation === 'apart' && !(a.claim.date?.startsWith('../') && b.claim.date?.startsWith('../'))) return null
    return relation === 'equal'
      ? same(`both deny ${a.claim.date}`)
      : { relation: 'refined', reason: `both deny ${dates}` }
  }
  const [denied, other] = a.claim.status === 'denied' ? [a, b] : [b, a]
  const limit = intervalOf((denied.claim.date ?? '').replace('../', ''))
  const start = intervalFrom(other.claim.date)
  if (denied.claim.date?.startsWith('../') && limit !== null && start !== null && start.from >= limit.from) {
    return same(`not before ${limit === null ? '' : denied.claim.date.slice(3)}, and ${other.claim.date}`)
  }
  return relation === 'apart' ? null : byStatus(a, b, dates)
}

/** The period of a date. What happens "from" a date begins in its period. */
function intervalFrom(date: string | null): Interval | null {
  return date === null ? null : intervalOf(date.replace(/\/\.\.$/, ''))
}

function isDeadline({ from }: Interval): boolean {
  return from === Number.NEGATIVE_INFINITY
}
