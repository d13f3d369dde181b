import type { Span } from '../types.js'
import { isSpace } from './tokens.js'

/** Where each line of the text starts; a line ends with LF, CR LF or a lone CR. The first entry is 0. */
export function lineStarts(text: string): number[] {
  const starts = [0]
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    if (c === 10 || (c === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1)
  }
  return starts
}

/** The 1-based line that `offset` lies on, found by halving in the result of `lineStarts`. */
export function lineOf(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle
  }
  return low + 1
}

/**
 * How many Unicode code points stand before each offset (UTF-16 code units, ascending), in one pass. An offset between
 * the halves of a surrogate pair counts the first half as a code point, as `text.slice(0, offset)` would.
 */
export function toCodePoints(text: string, sortedOffsets: readonly number[]): number[] {
  const result: number[] = []
  let pairs = 0
  let at = 0
  for (const offset of sortedOffsets) {
    // a pair is counted once both its halves lie before the offset
    while (at + 1 < offset && at + 1 < text.length) {
      const c = text.charCodeAt(at)
      if (c >= 0xd800 && c <= 0xdbff) {
        const low = text.charCodeAt(at + 1)
        if (low >= 0xdc00 && low <= 0xdfff) {
          pairs++
          at++
        }
      }
      at++
    }
    result.push(Math.min(offset, text.length) - pairs)
  }
  return result
}

/** The UTF-16 offsets before which so many code points stand (ascending), in one pass; the text's length for larger ones. */
export function fromCodePoints(text: string, sortedPoints: readonly number[]): number[] {
  const result: number[] = []
  let points = 0
  let at = 0
  for (const wanted of sortedPoints) {
    while (points < wanted && at < text.length) {
      at += (text.codePointAt(at) as number) > 0xffff ? 2 : 1
      points++
    }
    result.push(at)
  }
  return result
}

/** The lines of `text` from `from` on, each without the white space around it; a blank line is empty. */
export function trimmedLines(text: string, from: number): Span[] {
  const lines: Span[] = []
  const ends = /\r\n|\n|\r/g
  ends.lastIndex = from
  let start = from
  for (let match = ends.exec(text); match !== null; match = ends.exec(text)) {
    lines.push(trimmed(text, start, match.index))
    start = ends.lastIndex
  }
  lines.push(trimmed(text, start, text.length))
  return lines
}

/** The span without the white space at its ends; empty, at its start, if it is all white space. */
export function trimmed(text: string, start: number, end: number): Span {
  let from = start
  let to = end
  while (from < to && isSpace(text.charCodeAt(from))) from++
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--
  return { start: from, end: to }
}
