import { createRequire } from 'node:module'
import type stringWidth from 'string-width'

/** Latin letters, digits, common punctuation: one column each. */
const NARROW = /^[\u0020-\u007e\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u202f-\u203a\u20ac]*$/

/** Its tables take longer to load than most commands take to run: they are loaded for the first text that needs them. */
let wide: typeof stringWidth | null = null

/** Columns that a text without control characters takes on a terminal. */
export function displayWidth(text: string): number {
  if (NARROW.test(text)) return text.length
  wide ??= createRequire(import.meta.url)('string-width').default as typeof stringWidth
  return wide(text)
}

let segmenter: Intl.Segmenter | null = null

/** The text, cut with "…" where it is wider than `width` columns (at least 1); a character is never cut in half. */
export function cut(text: string, width: number): string {
  if (displayWidth(text) <= width) return text
  if (NARROW.test(text)) return `${text.slice(0, width - 1).trimEnd()}…`
  segmenter ??= new Intl.Segmenter()
  let kept = ''
  let used = 0
  for (const { segment } of segmenter.segment(text)) {
    used += displayWidth(segment)
    if (used > width - 1) break
    kept += segment
  }
  return `${kept.trimEnd()}…`
}

/** The text with spaces up to `width` columns. */
export function pad(text: string, width: number, side: 'left' | 'right' = 'right'): string {
  const space = ' '.repeat(Math.max(0, width - displayWidth(text)))
  return side === 'right' ? text + space : space + text
}

/** A text of several lines, each wrapped; what does not fit on its line goes below, two columns further in. */
export function wrapLines(text: string, width: number): string {
  const lines = text.split('\n')
  return lines.flatMap((line) => wrap(line, width, line.length - line.trimStart().length + 2)).join('\n')
}

/**
 * The text in lines of at most `width` columns, broken at spaces; a word that is wider is cut. Lines behind the first
 * begin with `indent` spaces, which count.
 */
export function wrap(text: string, width: number, indent = 0): string[] {
  if (displayWidth(text) <= width) return [text]
  const lines: string[] = []
  const margin = ' '.repeat(Math.min(indent, Math.max(0, width - 1)))
  const lead = /^ */.exec(text)?.[0] ?? ''
  let line = lead
  for (const word of text.slice(lead.length).split(' ')) {
    const longer = line.trim() === '' ? line + word : `${line} ${word}`
    if (displayWidth(longer) <= width || line.trim() === '') line = longer
    else {
      lines.push(line)
      line = margin + word
    }
  }
  return [...lines, line].map((one) => cut(one, width))
}
