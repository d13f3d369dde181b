import { fold } from './fold.js'

/** Longer texts are no typing errors of each other. */
const MAX_LENGTH = 60

/**
 * The candidate that somebody who typed `wanted` may have meant: one that holds it or is held by it, else the one that
 * differs in the fewest letters, if these are few; null where none is near.
 */
export function nearest(wanted: string, candidates: Iterable<string>): string | null {
  const from = fold(wanted)
  if (from === '') return null
  let best: { candidate: string; distance: number } | null = null
  for (const candidate of new Set(candidates)) {
    const to = fold(candidate)
    if (to === '') continue
    const holds = to.includes(from) || (to.length > 2 && from.includes(to))
    const allowed = Math.max(1, Math.floor(Math.min(from.length, to.length) / 3))
    const distance = holds ? Math.abs(to.length - from.length) / 100 : editDistance(from, to, allowed)
    if (distance <= allowed && (best === null || distance < best.distance)) best = { candidate, distance }
  }
  return best?.candidate ?? null
}

/** Levenshtein's distance, or Infinity where it is clearly over `limit`. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit || Math.max(a.length, b.length) > MAX_LENGTH)
    return Number.POSITIVE_INFINITY
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const current = [i]
    for (let j = 1; j <= b.length; j++) {
      const substitution = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      current.push(Math.min(substitution, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1))
    }
    previous = current
  }
  return previous[b.length] ?? Number.POSITIVE_INFINITY
}
