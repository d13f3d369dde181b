import { laterOf } from '../edtf.js'
import type { ClaimStatus, Relation } from '../types.js'
import type { Told } from './topics.js'

/** How two claims about one thing relate, and why, in words. */
export interface Finding {
  relation: Exclude<Relation, 'only'>
  reason: string
  /**
   * The sources disagree and nothing in the two claims settles it: a contradiction, or an announcement, a hedge and a
   * denial against one another, which never conflict as equals.
   */
  open?: true
  /** The claim that no longer holds, where the other has taken its place. */
  past?: Told
}

/** How sure a claim is, as far as it decides which claims can be set against each other. */
export type Certainty = 'reported' | 'ahead' | 'denied' | 'former'

export function certaintyOf({ claim: { status } }: Told): Certainty {
  return status === 'planned' || status === 'possible' ? 'ahead' : status
}

export function same(reason: string): Finding {
  return { relation: 'same', reason }
}

export function differentScope(reason: string): Finding {
  return { relation: 'different-scope', reason }
}

/** The two say one thing; what their statuses make of it, or null where these are the same. */
export function byStatus(a: Told, b: Told, what: string): Finding | null {
  const [first, second] = [a.claim.status, b.claim.status]
  if (first === second) return null
  if (first === 'denied' || second === 'denied') return denial(a, b)
  const reason = `${what}, ${first} and ${second}`
  if (first === 'former') return { relation: 'superseded', reason, past: b }
  return second === 'former' ? { relation: 'superseded', reason, past: a } : { relation: 'refined', reason }
}

/** One source denies what the other says. Only a report is contradicted by that; a plan or a hedge is answered. */
function denial(a: Told, b: Told): Finding {
  const [denied, other] = a.claim.status === 'denied' ? [a, b] : [b, a]
  const { status } = other.claim
  if (status === 'reported')
    return { relation: 'contradicting', reason: `reported by one, denied by the other`, open: true }
  if (status === 'former') return { relation: 'refined', reason: 'given up, and denied' }
  const later = laterOf(a.published, b.published)
  const reason = `${spoken(a.claim.status)} by one, ${spoken(b.claim.status)} by the other`
  if (later === null) return { ...differentScope(`${reason}: not told as equally sure`), open: true }
  const last = later === 'a' ? a : b
  const superseded: Finding = { relation: 'superseded', reason: `${reason}, ${spoken(last.claim.status)} later` }
  const settled = last === denied || status === 'planned'
  return settled ? { ...superseded, past: last === a ? b : a } : { ...superseded, open: true }
}

/** Statuses as participles: "planned by one, denied by the other". */
function spoken(status: ClaimStatus): string {
  return status === 'possible' ? 'thought possible' : status
}

/**
 * Values or dates of one scope that cannot both hold: a later source moved them, or the two contradict each other. Null
 * where they do not bear on each other.
 *
 * @param what both values or dates, in words
 * @param moved what became of them, if they moved
 * @param since when each was so, where the claim itself says it; EDTF
 */
export function conflict(
  a: Told,
  b: Told,
  what: string,
  moved: string,
  since: (told: Told) => string | null = () => null,
): Finding | null {
  const [first, second] = [a.claim.status, b.claim.status]
  if (first === 'denied' || second === 'denied') return null
  if (first === 'former' || second === 'former') {
    if (first === second) return null
    return { relation: 'superseded', reason: `${what}: one gives the former`, past: first === 'former' ? a : b }
  }
  const moment = laterOf(since(a) ?? a.published, since(b) ?? b.published)
  const later = moment ?? (since(a) !== null && since(b) !== null ? null : laterOf(a.published, b.published))
  const superseded: Finding = { relation: 'superseded', reason: `${what}: ${moved}`, past: later === 'a' ? b : a }
  if (certaintyOf(a) !== certaintyOf(b)) {
    const plan = certaintyOf(a) === 'ahead' ? a : b
    if (later !== null && plan === (later === 'a' ? a : b))
      return differentScope(`${what}: reported so far, then ahead`)
    if (plan.claim.status === 'possible' && later === null) return differentScope(`${what}: a hedge and a report`)
    return { relation: 'superseded', reason: `${what}: ${plan.claim.status} and reported`, past: plan }
  }
  if (first === 'possible' || second === 'possible') {
    if (later === null) return { ...differentScope(`${what}: ${hedges(first, second)}`), open: true }
    const last = (later === 'a' ? a : b).claim.status
    const surer = first !== second && last === 'planned'
    if (surer || first === second) return superseded
    return { relation: 'superseded', reason: superseded.reason, open: true }
  }
  const apart = since(a) !== null && since(b) !== null && moment !== null
  if (later !== null && (apart || first !== 'reported' || !bothLookBack(a, b))) return superseded
  return { relation: 'contradicting', reason: `${when(a, b)}, ${cannot(a, b, what)}`, open: true }
}

function hedges(first: ClaimStatus, second: ClaimStatus): string {
  return first === second ? 'both only thought possible' : 'announced and thought possible, not equally sure'
}

function when(a: Told, b: Told): string {
  if (a.claim.value !== undefined && a.claim.date !== null && b.claim.date !== null) return 'same period'
  if (a.published !== null && a.published === b.published) return 'told at the same time'
  if (a.published === null || b.published === null) return 'no telling which is later'
  return a.claim.value === undefined ? 'same event' : 'same thing'
}

function cannot(a: Told, b: Told, what: string): string {
  const exact = [a, b].every(({ claim: { value } }) => value?.bound === 'exact')
  return `${what} cannot both ${exact ? 'be exact' : 'hold'}`
}

/** Both sources were published when the period they speak of was over: neither could be the fresher one. */
function bothLookBack(a: Told, b: Told): boolean {
  return [a, b].every(({ published, claim }) => laterOf(published, claim.date) === 'a')
}
