import type { Span } from '../types.js'
import { trimmedLines } from './lines.js'
import { isSpace } from './tokens.js'

/** What a block begins with: nothing, a bullet sign, an emoji, a number ("1."), or the hashes of a Markdown heading. */
export type Marker = 'none' | 'bullet' | 'emoji' | 'number' | 'hash'

/**
 * A paragraph, heading or list item: one line of the file, or several where the file is wrapped at a fixed width.
 * Later steps narrow `start` and `end` to what is article text.
 */
export interface Block extends Span {
  /** Blocks without a blank line between them have the same group, counted from 0. */
  group: number
  marker: Marker
  /** Where the text behind the marker begins. */
  content: number
  /** Set aside: no article text (dateline, credit, list of further articles …). */
  aside: boolean
}

/** Lines longer than this are paragraphs, so the file is not wrapped at a fixed width. */
const WIDEST_WRAP = 160
/** The share of line breaks in mid-sentence from which a file counts as wrapped. */
const WRAPPED_SHARE = 0.3

/** Cuts the text from `from` on into blocks. */
export function blocksOf(text: string, from: number): Block[] {
  const lines = trimmedLines(text, from)
  const width = wrapWidth(text, lines)
  const blocks: Block[] = []
  let group = 0
  let previous: Span | null = null
  for (const line of lines) {
    if (line.start === line.end) {
      if (previous !== null) group++
      previous = null
      continue
    }
    const { marker, content } = readMarker(text, line)
    const last = blocks.at(-1)
    if (last !== undefined && previous !== null && marker === 'none' && continues(text, previous, last, line, width)) {
      last.end = line.end
    } else {
      blocks.push({ start: line.start, end: line.end, group, marker, content, aside: false })
    }
    previous = line
  }
  return blocks
}

/** Whether `line` goes on with the sentence or wrapped paragraph of the line before it, the last of `block`. */
function continues(text: string, before: Span, block: Block, line: Span, width: number | null): boolean {
  if (block.marker === 'hash') return false
  // Markdown: what is indented under a list item belongs to it
  const isItem = block.marker === 'bullet' || block.marker === 'number'
  if (isItem && indent(text, line.start) > indent(text, block.start)) return true
  const midSentence = isMidSentence(text, before, line)
  if (width === null) return midSentence && block.marker === 'none'
  return midSentence || before.end - before.start + 1 + firstWordLength(text, line) > width
}

/** How far a line is indented, as far as it matters. */
function indent(text: string, start: number): number {
  let i = start
  while (i > 0 && start - i < 16 && (text[i - 1] === ' ' || text[i - 1] === '\t')) i--
  return start - i
}

/** A line that does not end a sentence, before one that begins in lower case or with a closing sign. */
function isMidSentence(text: string, before: Span, line: Span): boolean {
  return !endsSentence(text, before) && (isLowerAt(text, line.start) || ',;)]».'.includes(text[line.start] ?? ' '))
}

/** The width that the file is wrapped at, or null where each line is a paragraph. */
function wrapWidth(text: string, lines: readonly Span[]): number | null {
  let pairs = 0
  let broken = 0
  let width = 0
  for (let i = 0; i + 1 < lines.length; i++) {
    const line = lines[i]!
    const next = lines[i + 1]!
    if (line.start === line.end || next.start === next.end) continue
    const length = line.end - line.start
    pairs++
    if (isMidSentence(text, line, next)) broken++
    if (length <= WIDEST_WRAP && length > width) width = length
  }
  return pairs > 0 && broken / pairs >= WRAPPED_SHARE ? width : null
}

function firstWordLength(text: string, line: Span): number {
  let end = line.start
  while (end < line.end && !isSpace(text.charCodeAt(end))) end++
  return end - line.start
}

/** Ends in a full stop or another sign that a sentence, lead-in or dateline ends with, closing quotes aside. */
export function endsSentence(text: string, { start, end }: Span): boolean {
  let i = end - 1
  while (i >= start && '"\'”’»)]*_ \u00a0\u202f'.includes(text[i] ?? '')) i--
  return i >= start && '.!?…:;–—-'.includes(text[i] ?? '')
}

const LOWER = /^\p{Ll}/u

/** A lower-case letter at `i`. */
export function isLowerAt(text: string, i: number): boolean {
  const c = text.charCodeAt(i)
  return c < 128 ? c >= 97 && c <= 122 : LOWER.test(text.slice(i, i + 1))
}

const BULLETS = '•·‣▪■●◦○►▶→➔➜✓✔✗*-–—'
/** Signs that are bullets only with a space behind them: they also begin words, emphasis and minus signs. */
const SPACED_BULLETS = '*-–—·'
/** One or two digits (or a lower-case letter before a bracket) as the number of a list item, perhaps in bold, then a space. */
const NUMBER = /^[*_]{0,3}(?:\(?\d{1,2}[.)/]|\d{1,2}°|[a-z]\))[*_]{0,3}\s{1,4}/u
const HASHES = /^#{1,6}\s+/
/** An emoji with its variation selector, skin tone, joined emoji or flag half; a keycap. */
const EMOJI =
  /^(?:(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}|\p{Regional_Indicator})[\u{fe0f}\u{1f3fb}-\u{1f3ff}\u{200d}]{0,3}|[0-9#*]\u{fe0f}?\u{20e3})/u

/** The marker that a line begins with, and where the text behind it begins. */
export function readMarker(text: string, { start, end }: Span): { marker: Marker; content: number } {
  let i = start
  // block quotation
  while (i < end && text[i] === '>') i = skipSpaces(text, i + 1, end)
  const hashes = text[i] === '#' ? HASHES.exec(text.slice(i, Math.min(end, i + 10))) : null
  if (hashes !== null) return { marker: 'hash', content: i + hashes[0].length }

  let marker: Marker = 'none'
  const sign = text[i] ?? ''
  if (sign !== '' && BULLETS.includes(sign) && (!SPACED_BULLETS.includes(sign) || isSpace(text.charCodeAt(i + 1)))) {
    const next = skipSpaces(text, i + 1, end)
    if (next < end) {
      marker = 'bullet'
      i = next
    }
  }
  const number = isNumberStart(text.charCodeAt(i)) ? NUMBER.exec(text.slice(i, Math.min(end, i + 16))) : null
  if (number !== null && i + number[0].length < end) {
    return { marker: marker === 'none' ? 'number' : marker, content: i + number[0].length }
  }
  let emoji = false
  for (let next = emojiEnd(text, i); next > i; next = emojiEnd(text, i)) {
    emoji = true
    i = skipSpaces(text, next, end)
  }
  // a line of nothing but emoji marks nothing
  if (emoji && i === end) return { marker: 'none', content: start }
  if (emoji && marker === 'none') marker = 'emoji'
  return { marker, content: i }
}

/** A digit, a lower-case letter, an opening bracket, or emphasis before them. */
const isNumberStart = (c: number) =>
  (c >= 48 && c <= 57) || (c >= 97 && c <= 122) || '(*_'.includes(String.fromCharCode(c))

/** Behind the emoji at `i`; `i` if there is none. */
export function emojiEnd(text: string, i: number): number {
  const c = text.charCodeAt(i)
  // below U+2190 only ©, ®, ‼, ⁉, ™ and keycaps are pictographs
  if (!(c >= 0x2190) && text.charCodeAt(i + 1) !== 0xfe0f && text.charCodeAt(i + 1) !== 0x20e3) return i
  return i + (EMOJI.exec(text.slice(i, i + 12))?.[0].length ?? 0)
}

function skipSpaces(text: string, from: number, end: number): number {
  let i = from
  while (i < end && isSpace(text.charCodeAt(i))) i++
  return i
}
