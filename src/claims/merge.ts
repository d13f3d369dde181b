import { hash } from 'node:crypto'
import type { Claim, ClaimKind } from '../types.js'

const OWNERSHIP = new Set(['subsidiary', 'acquisition', 'stake', 'merger'])

/** Whether a relation ties two organisations by ownership; the others tie them by business. */
export const isOwnership = (relation: unknown): boolean => OWNERSHIP.has(String(relation))

/** The slots that make a claim this one and no other (claims.md). A partner pair may be tied by ownership and by business. */
function keySlots(claim: Claim): (string | number | null | undefined)[] {
  const { value } = claim
  switch (claim.kind) {
    case 'partner':
      return [claim.subject, claim.partner, isOwnership(claim.relation) ? 'ownership' : 'business']
    case 'market':
      return [claim.subject, claim.market, claim.stance]
    case 'volume':
      return [claim.measure, value?.figure, value?.to, value?.unit]
    case 'price':
    case 'investment':
      return [value?.figure, value?.to, value?.unit]
    case 'milestone':
      return [claim.event, claim.date]
  }
}

const PREFIX: Record<ClaimKind, string> = {
  partner: 'p',
  market: 'm',
  volume: 'v',
  price: 'c',
  milestone: 'e',
  investment: 'i',
}

/** Four digits in base 36. */
const FOUR_DIGITS = 36 ** 4

/**
 * The first 48 bits of the text's SHA-256, the last eight digits of them in base 36: so many that among a million claims two of
 * one id are not to be expected (the chance is one in six).
 */
function token(text: string): string {
  const bits = Number.parseInt(hash('sha256', text).slice(0, 12), 16)
  const high = Math.floor(bits / FOUR_DIGITS) % FOUR_DIGITS
  return `${fourDigits(high)}${fourDigits(bits % FOUR_DIGITS)}`
}

/** Small numbers are written much faster than large ones. */
const fourDigits = (n: number): string => n.toString(36).padStart(4, '0')

/**
 * Ids for the claims of one source, such as `v-3kq9x2ta`: made from the source's name and the key slots, so that a moved
 * paragraph or a changed rule does not change them, and two articles that say the same have ids of their own. Where several
 * claims share their key, the first by product, status and date keeps the plain id and the others add those slots to it.
 */
export function identify(claims: readonly Claim[], source: string): string[] {
  const extras = (c: Claim) => JSON.stringify([c.product ?? null, c.status, c.date, c.subject, c.market ?? null])
  const groups = new Map<string, number[]>()
  const head = `[${JSON.stringify(source)}`
  for (const [i, claim] of claims.entries()) {
    const key = `${head},"${claim.kind}",${keySlots(claim).map(json).join()}]`
    const members = groups.get(key)
    if (members === undefined) groups.set(key, [i])
    else members.push(i)
  }
  const ids: string[] = []
  const taken = new Set<string>()
  for (const [key, members] of groups) {
    const ordered =
      members.length < 2
        ? members.map((i) => ['', i] as const)
        : members.map((i) => [extras(claims[i] as Claim), i] as const).sort(([a], [b]) => (a < b ? -1 : 1))
    for (const [n, [extra, i]] of ordered.entries()) {
      const claim = claims[i] as Claim
      const base = n === 0 ? key : key + extra
      let id = `${PREFIX[claim.kind]}-${token(base)}`
      for (let again = 1; taken.has(id); again++) id = `${PREFIX[claim.kind]}-${token(`${base}#${again}`)}`
      taken.add(id)
      ids[i] = id
    }
  }
  return ids
}

const NO_CLAIMS: ReadonlySet<Claim> = new Set()

/** The same as `JSON.stringify` in a list, which takes much longer for a list of little. */
const json = (x: string | number | null | undefined): string =>
  typeof x === 'string' ? JSON.stringify(x) : Number.isFinite(x) ? String(x) : 'null'

/** So many claims of one key are compared with each other; above that, none but the same in all slots are one. */
const COMPARED = 500

/**
 * The same claim told twice becomes one with two evidences. Claims with one key are the same unless their status, or a
 * product, date, subject or place that both name, differs; the fuller telling fills what the other leaves open. How surely
 * a headline tells something ("X to buy Y") gives way to how surely the text does.
 * @param headlines those of the claims that headings tell.
 */
export function mergeRepeats(claims: readonly Claim[], headlines: ReadonlySet<Claim> = NO_CLAIMS): Claim[] {
  const out: Claim[] = []
  const owned = new Set<Claim>()
  /** Places in `out`. */
  const byKey = new Map<string, number[]>()
  const crowded = new Map<string, number>()
  for (let i = 0; i < claims.length; i++) {
    const claim = claims[i] as Claim
    let key: string = claim.kind
    for (const slot of keySlots(claim)) key += `\n${slot ?? ''}`
    const known = byKey.get(key)
    const full = known?.length === COMPARED ? `${key}\n${slotsOf(claim)}` : null
    const at = known?.find((k) => agree(out[k] as Claim, claim)) ?? (full === null ? undefined : crowded.get(full))
    const headline =
      at === undefined
        ? known?.find((k) => headlines.has(out[k] as Claim) && slotsAgree(out[k] as Claim, claim))
        : undefined
    if (at !== undefined) {
      const first = own(out[at] as Claim, owned)
      out[at] = first
      unite(first, claim)
    } else if (headline !== undefined) {
      const first = own(claim, owned)
      unite(first, out[headline] as Claim)
      out[headline] = first
    } else {
      if (known === undefined) byKey.set(key, [out.length])
      else if (full !== null) crowded.set(full, out.length)
      else known.push(out.length)
      out.push(claim)
    }
  }
  return out
}

/** A copy that may be changed, made once. */
function own(claim: Claim, owned: Set<Claim>): Claim {
  if (owned.has(claim)) return claim
  const copy = { ...claim, evidence: [...claim.evidence] }
  owned.add(copy)
  return copy
}

/** Adds to a claim what another telling of it says besides. */
function unite(both: Claim, other: Claim): void {
  for (const [slot, x] of Object.entries(other)) {
    // since when it has held a part of a firm is not when it bought the rest
    if (slot === 'date' && both.relation !== other.relation) continue
    if (x !== null && x !== undefined && (both as unknown as Record<string, unknown>)[slot] == null)
      Object.assign(both, { [slot]: x })
  }
  // "unissent leurs forces" before "créent une coentreprise"
  if (both.relation === 'partnership' && other.relation !== undefined && !isOwnership(other.relation))
    both.relation = other.relation
  for (const span of other.evidence) {
    const { evidence } = both
    // a text tells one thing after the other: most go to the end
    const last = evidence.at(-1)
    if (last !== undefined && last.end > span.start) {
      if (evidence.some((e) => e.start < span.end && span.start < e.end)) continue
      evidence.push(span)
      evidence.sort((a, b) => a.start - b.start)
    } else evidence.push(span)
  }
}

const slotsOf = ({ status, product, date, subject, market, of, per, span }: Claim): string =>
  [status, product, date, subject, market, of, per, span].join('\n')

const agree = (a: Claim, b: Claim): boolean => a.status === b.status && slotsAgree(a, b)

function slotsAgree(a: Claim, b: Claim): boolean {
  return (
    agrees(a.product, b.product) &&
    agrees(a.date, b.date) &&
    agrees(a.subject, b.subject) &&
    agrees(a.market, b.market) &&
    agrees(a.of, b.of) &&
    agrees(a.per, b.per) &&
    agrees(a.span, b.span)
  )
}

const agrees = (x: string | null | undefined, y: string | null | undefined) => x == null || y == null || x === y
