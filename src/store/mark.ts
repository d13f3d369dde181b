import { hash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { ClaimReading, Evidence } from '../types.js'
import { KEY_ORDER, READING_KEYS, type StoredClaim } from './schema.js'

/**
 * A person may correct a value of a claim and say nothing about it, so xev has to know what it wrote itself. Each claim
 * bears a mark for that: a digest of what xev read for it last. It stands in the claim, not in the header and not in a
 * file beside, so that it travels with the claim through git merges, branches and copies, and conflicts only where the
 * claim itself does. Where a correction is found, xev's own reading goes under `read`: a claim without it is xev's.
 *
 * A mark is `SLOTS.QUOTES`: slots and rule on the one side, the words of the evidence on the other. The evidence's line and
 * offsets follow from its words and are in neither, so that a moved paragraph leaves the marks alone.
 */
export function markOf(reading: ClaimReading): string {
  return `${slotsMark(reading)}.${quotesMark(reading.evidence)}`
}

/** The mark after xev itself has moved the evidence of a claim to other words, such as those of a changed article. */
export function remark(claim: StoredClaim, evidence: Evidence[]): string | undefined {
  const [slots, quotes] = claim.mark?.split('.') ?? []
  const wroteEvidence = claim.read?.evidence === undefined && quotes === quotesMark(claim.evidence)
  return wroteEvidence ? `${slots}.${quotesMark(evidence)}` : claim.mark
}

/** What xev read for this claim, as far as the claim tells: what stands there, but for the corrections that are known. */
export function readingOf(claim: StoredClaim): ClaimReading {
  return { ...claim, ...claim.read } as ClaimReading
}

/** A person has changed something that xev read, known already or not. */
export function isCorrected(claim: StoredClaim): boolean {
  return claim.read !== undefined || claim.mark !== markOf(readingOf(claim))
}

/**
 * The keys of a claim whose values are a person's, given what is read now. Of a reviewed claim these are all its slots: a
 * review stands for the claim as it was. Where a person and new rules changed a claim at the same time, and the mark
 * does not tell who did what, all that differs is taken for the person's.
 */
export function personsKeys(claim: StoredClaim, now: ClaimReading): Set<keyof ClaimReading> {
  const before = readingOf(claim)
  const keys = new Set(Object.keys(claim.read ?? {}) as (keyof ClaimReading)[])
  const [slots, quotes] = claim.mark?.split('.') ?? []
  const differing = SLOT_KEYS.filter((key) => !isSame(before[key], now[key]))
  if (slots !== slotsMark(before)) for (const key of changedSince(slots, before, now, differing)) keys.add(key)
  if (quotes !== quotesMark(before.evidence)) keys.add('evidence')
  if (claim.review !== undefined) for (const key of differing) if (key !== 'rule') keys.add(key)
  return keys
}

/** Absent and null are the same, and so are maps in any order of keys. */
export function isSame(a: unknown, b: unknown): boolean {
  return a === b || isDeepStrictEqual(a ?? null, b ?? null)
}

const SLOT_KEYS = READING_KEYS.filter((key) => key !== 'evidence')
/** Sets of so many keys are tried at most: two to the power of it. */
const MAX_TRIED = 10

/** The fewest keys which, read as now, make the claim the one that bears the mark; all of them where none do. */
function changedSince<K extends keyof ClaimReading>(
  mark: string | undefined,
  before: ClaimReading,
  now: ClaimReading,
  differing: K[],
): K[] {
  if (mark === undefined || differing.length > MAX_TRIED) return differing
  const sets = Array.from({ length: 2 ** differing.length }, (_, bits) => differing.filter((_, i) => (bits >> i) & 1))
  sets.sort((a, b) => a.length - b.length)
  const found = sets.find((keys) => {
    const readAsNow = Object.fromEntries(keys.map((key) => [key, now[key]]))
    return slotsMark({ ...before, ...readAsNow }) === mark
  })
  return found ?? differing
}

function slotsMark(reading: ClaimReading): string {
  return digest(SLOT_KEYS.flatMap((key) => (reading[key] == null ? [] : [key, inOrder(reading[key])]))).slice(0, 6)
}

function quotesMark(evidence: Evidence[]): string {
  return digest(evidence.map(({ quote }) => quote)).slice(0, 4)
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (typeof value !== 'object' || value === null) return value
  const map = value as Record<string, unknown>
  return KEY_ORDER.flatMap((key) => (map[key] == null ? [] : [key, inOrder(map[key])]))
}

/** Small letters and digits without vowels: no words, and nothing that YAML takes for a number. */
const LETTERS = 'bcdfghjkmnpqrstvwxz23456789bcdfg'

function digest(content: unknown[]): string {
  const bytes = hash('sha256', JSON.stringify(content), 'buffer')
  // a letter first, since 2e5 is a number
  return Array.from(bytes.subarray(0, 6), (byte, i) => LETTERS[i === 0 ? byte % 19 : byte % 32]).join('')
}
