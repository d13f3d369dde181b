import type { Span } from '../types.js'
import { declaredDate, declaredLanguage } from './declared.js'
import { trimmed } from './lines.js'

/** What the block between two `---` lines at the head of a file says. Keys that xev does not know are passed over. */
export interface FrontMatter {
  /** Where the body begins; 0 without front matter. */
  end: number
  title: string | null
  /** Where the title stands, if it is written on one line without escapes. */
  titleSpan: Span | null
  /** EDTF. */
  published: string | null
  /** BCP 47. */
  language: string | null
}

/** Front matter that is not closed within this many code units is none. */
const LONGEST = 65_536

const KEYS: Record<string, 'title' | 'date' | 'language'> = {
  title: 'title',
  titre: 'title',
  date: 'date',
  published: 'date',
  publishdate: 'date',
  pubdate: 'date',
  lang: 'language',
  language: 'language',
  langue: 'language',
}

/**
 * Reads the front matter of a text, if it has any. Of YAML it knows top-level `key: value` lines with plain, quoted
 * and block scalars: anchors, tags and nesting are passed over, so that no file can make it expand anything.
 */
export function readFrontMatter(text: string): FrontMatter {
  const front: FrontMatter = { end: 0, title: null, titleSpan: null, published: null, language: null }
  const opening = /^---[ \t]*(?:\r\n|\n|\r)/.exec(text.slice(0, 100))
  if (opening === null) return front
  const lines = headLines(text, opening[0].length)
  if (lines === null || !lines.some((line) => KEY_LINE.test(text.slice(line.start, line.end)))) return front
  front.end = lines.at(-1)!.end

  for (const [index, line] of lines.slice(0, -1).entries()) {
    const content = text.slice(line.start, line.end)
    const match = KEY_LINE.exec(content)
    const key = KEYS[(match?.[1] ?? '').toLowerCase()]
    if (match === null || key === undefined) continue
    const span = trimmed(text, line.start + match[0].length, line.end)
    const value = scalar(text, span, lines.slice(index + 1, -1))
    if (value === null || value.text === '') continue
    if (key === 'title') {
      front.title ??= value.text
      if (front.title === value.text) front.titleSpan ??= value.span
    } else if (key === 'date') front.published ??= declaredDate(value.text)
    else front.language ??= declaredLanguage(value.text)
  }
  return front
}

const KEY_LINE = /^["']?([A-Za-z_]+)["']?[ \t]*:(?:[ \t]|$)/

/** The lines up to and with the closing one (`---` or `...`); null if there is none. */
function headLines(text: string, from: number): Span[] | null {
  const lines: Span[] = []
  const end = Math.min(text.length, from + LONGEST)
  let start = from
  for (let i = from; i <= end; i++) {
    const c = i < end ? text.charCodeAt(i) : 10
    if (c !== 10 && c !== 13) continue
    lines.push({ start, end: i })
    const isClosing = i - start < 20 && /^(?:---|\.\.\.)[ \t]*$/.test(text.slice(start, i))
    if (isClosing) return lines
    if (c === 13 && text.charCodeAt(i + 1) === 10) i++
    start = i + 1
  }
  return null
}

/** The value that stands at `span`, or on the indented lines below it. */
function scalar(text: string, span: Span, below: readonly Span[]): { text: string; span: Span | null } | null {
  const value = text.slice(span.start, span.end)
  if (/^[>|][+-]?[0-9]?$/.test(value) || value === '') {
    const folded: string[] = []
    for (const line of below) {
      const content = text.slice(line.start, line.end)
      if (content.trim() !== '' && !/^[ \t]/.test(content)) break
      folded.push(content.trim())
    }
    return { text: folded.join(' ').trim(), span: null }
  }
  if (value.startsWith('"')) {
    const end = closingQuote(value)
    const inner = value.slice(1, end)
    if (!inner.includes('\\')) return { text: inner, span: { start: span.start + 1, end: span.start + end } }
    try {
      return { text: String(JSON.parse(`"${inner}"`)), span: null }
    } catch {
      return { text: inner, span: null }
    }
  }
  if (value.startsWith("'")) {
    const quoted = /^'((?:[^']|'')*)'/.exec(value)?.[1] ?? value.slice(1)
    const plain = quoted.includes("''") ? null : { start: span.start + 1, end: span.start + 1 + quoted.length }
    return { text: quoted.replaceAll("''", "'"), span: plain }
  }
  if (/^[&*!{[]/.test(value)) return null
  const comment = value.search(/[ \t]#/)
  const plain = trimmed(text, span.start, comment < 0 ? span.end : span.start + comment)
  return { text: text.slice(plain.start, plain.end), span: plain }
}

/** Where a double-quoted scalar ends: its first quote without a backslash. */
function closingQuote(value: string): number {
  for (let i = 1; i < value.length; i++) {
    if (value[i] === '\\') i++
    else if (value[i] === '"') return i
  }
  return value.length
}
