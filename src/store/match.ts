import type { ClaimKind, ClaimReading, FactClaim } from '../types.js'
import { fold } from './fold.js'
import { isCorrected, isSame, markOf, readingOf } from './mark.js'
import type { StoredClaim } from './schema.js'

/** The slots that make a claim this one and no other, as in claims.md. */
const KEYS: Record<ClaimKind, (keyof ClaimReading)[]> = {
  partner: ['subject', 'partner'],
  market: ['subject', 'market', 'stance'],
  volume: ['measure', 'value'],
  price: ['value'],
  milestone: ['event', 'date'],
  investment: ['value'],
}
/** Two claims that differ in one of these are two, unless the very same words tell them. */
const FURTHER: (keyof ClaimReading)[] = [
  'subject',
  'product',
  'market',
  'partner',
  'date',
  'status',
  'of',
  'per',
  'span',
]
/** Slots in which a person's name, a company or a place stands: one may be a fuller form of the other. */
const NAMES = new Set<keyof ClaimReading>(['subject', 'product', 'partner', 'market'])

/** How alike two claims' words have to be, 0 to 1, for their slots to differ further. */
const SAME_SENTENCE = 0.5
const SAME_WORDS = 0.75

/**
 * Which claim of a new reading is which stored one: by what they say and the words that say it, so that claims keep their
 * id, review and notes when a paragraph moves, the article is renamed, a rule changes or a sentence is reworded. The
 * surest pairs are taken first; a claim is in one pair at most.
 *
 * @returns for each stored claim the index of its new reading, or null
 */
export function matchClaims(stored: readonly StoredClaim[], fresh: readonly FactClaim[]): (number | null)[] {
  const matches: (number | null)[] = stored.map(() => null)
  const free = new Set(fresh.keys())
  const byReading = groupBy(fresh.keys(), (i) => markOf(fresh[i] as FactClaim))
  for (const [i, claim] of stored.entries()) {
    // most claims of most readings: word for word the same
    const [twin, another] = byReading.get(claim.mark ?? '') ?? []
    if (twin === undefined || another !== undefined || !free.delete(twin)) continue
    matches[i] = twin
  }

  const left = groupBy(free, (i) => (fresh[i] as FactClaim).kind)
  const words = wordsOf()
  const pairs: { old: number; now: number; score: number }[] = []
  for (const [old, claim] of stored.entries()) {
    if (matches[old] !== null) continue
    const reading = readingOf(claim)
    const edited = isCorrected(claim)
    for (const now of left.get(reading.kind) ?? []) {
      const score = likeness(reading, fresh[now] as FactClaim, edited && claim.id === fresh[now]?.id, words)
      if (score !== null) pairs.push({ old, now, score })
    }
  }
  pairs.sort((a, b) => b.score - a.score)
  for (const { old, now } of pairs) if (matches[old] === null && free.delete(now)) matches[old] = now
  return matches
}

/** How alike two claims of one kind are; null where they are two claims. */
function likeness(a: ClaimReading, b: ClaimReading, oneId: boolean, words: (claim: ClaimReading) => Set<string>[]) {
  const keys = KEYS[a.kind].map((key) => slotLikeness(key, a, b))
  const further = FURTHER.map((key) => slotLikeness(key, a, b))
  const wording = wordLikeness(words(a), words(b))
  const differs = (likenesses: number[]) => likenesses.filter((x) => x === 0).length
  const sameClaim = differs(keys) === 0 && (differs(further) === 0 || wording >= SAME_SENTENCE)
  // another figure, partner or place is another claim even in the same words: "100 000 en 2024, 139 000 en 2025"
  const otherObject = (['value', 'partner', 'market'] as const).some((key) => slotLikeness(key, a, b) === 0)
  const sameWords = wording >= SAME_WORDS && !otherObject
  if (!sameClaim && !sameWords && !oneId) return null
  return 4 * mean(keys) + mean(further) + 2 * wording + (oneId ? 1 : 0)
}

/** From 0, they exclude each other, to 1, they say the same. */
function slotLikeness(slot: keyof ClaimReading, a: ClaimReading, b: ClaimReading): number {
  const [x, y] = [a[slot] ?? null, b[slot] ?? null]
  if (isSame(x, y)) return 1
  if (x === null || y === null) return slot === 'value' ? 0 : 0.5
  if (slot === 'value') return sameFigures(a, b) ? 0.9 : 0
  if (!NAMES.has(slot)) return 0
  const [left, right] = [fold(String(x)).split(' '), fold(String(y)).split(' ')]
  const [few, many] = left.length < right.length ? [left, right] : [right, left]
  return few.every((word) => many.includes(word)) ? 0.8 : 0
}

/** Within 0.2 percent, in whatever unit: rules may learn that the units are vehicles. */
function sameFigures({ value: a }: ClaimReading, { value: b }: ClaimReading): boolean {
  const near = (x = 0, y = 0) => Math.abs(x - y) <= 0.002 * Math.max(Math.abs(x), Math.abs(y))
  return near(a?.figure, b?.figure) && near(a?.to ?? a?.figure, b?.to ?? b?.figure)
}

/** The words of each quote of a claim, found once for each claim. */
function wordsOf(): (claim: ClaimReading) => Set<string>[] {
  const known = new Map<ClaimReading, Set<string>[]>()
  return (claim) => {
    let sets = known.get(claim)
    if (sets === undefined) {
      sets = claim.evidence.map(({ quote }) => new Set(fold(quote).match(/[\p{L}\p{N}]+/gu) ?? []))
      known.set(claim, sets)
    }
    return sets
  }
}

/** Of the two quotes that are most alike: the share of their words that both have. */
function wordLikeness(a: Set<string>[], b: Set<string>[]): number {
  let best = 0
  for (const x of a) {
    for (const y of b) {
      let both = 0
      for (const word of x) if (y.has(word)) both++
      best = Math.max(best, (2 * both) / Math.max(1, x.size + y.size))
    }
  }
  return best
}

function mean(numbers: number[]): number {
  return numbers.reduce((sum, n) => sum + n, 0) / numbers.length
}

function groupBy(indices: Iterable<number>, keyOf: (i: number) => string): Map<string, number[]> {
  const groups = new Map<string, number[]>()
  for (const i of indices) {
    const key = keyOf(i)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [i])
    else group.push(i)
  }
  return groups
}
