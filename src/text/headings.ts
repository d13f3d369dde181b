import type { Span } from '../types.js'
import { isLowerAt } from './blocks.js'
import { isAlphanumeric, isSpace } from './tokens.js'

/** Longest heading inside an article, in code units; a longer line is a paragraph. */
export const LONGEST_HEADING = 120
/** Longest title. */
export const LONGEST_TITLE = 200

const CLOSERS = '"\'”’»)]*_'

/**
 * Whether a line looks like a heading: short, not begun in lower case, and without the full stop (comma, semicolon)
 * that ends or interrupts a sentence. A question or an exclamation may be a heading.
 */
export function looksLikeHeading(text: string, { start, end }: Span, longest: number): boolean {
  if (end - start > longest || end === start || isLowerAt(text, start)) return false
  let last = end - 1
  while (last > start && (CLOSERS.includes(text[last] ?? '') || isSpace(text.charCodeAt(last)))) last--
  const sign = text[last] ?? ''
  if (sign === ',' || sign === ';') return false
  if (sign === '.' && !endsInAbbreviation(text, start, last) && text[last - 1] !== '.') return false
  return !holdsFullStop(text, start, last)
}

/** "in the U.S." ends in a full stop that ends no sentence. */
function endsInAbbreviation(text: string, start: number, stop: number): boolean {
  return stop - 3 >= start && text[stop - 2] === '.' && isUpper(text[stop - 1]) && isUpper(text[stop - 3])
}

/** A full stop between two sentences: behind a word in lower case, before a capital. */
function holdsFullStop(text: string, start: number, end: number): boolean {
  for (let i = start + 3; i + 2 < end; i++) {
    const isBreak = text[i] === '.' && isSpace(text.charCodeAt(i + 1)) && isUpper(text[i + 2])
    if (isBreak && isLowerAt(text, i - 1) && isLowerAt(text, i - 2) && isLowerAt(text, i - 3)) return true
  }
  return false
}

const isUpper = (ch: string | undefined) => ch !== undefined && /\p{Lu}/u.test(ch)

/** At least one letter or digit. */
export function hasContent(text: string, { start, end }: Span): boolean {
  for (let i = start; i < end; i++) if (isAlphanumeric(text.charCodeAt(i))) return true
  return false
}
