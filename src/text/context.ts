import type { Evidence, Span } from '../types.js'
import { fromCodePoints } from './lines.js'

/** A quote within the sentences that it stands in. */
export interface InContext {
  before: string
  quote: string
  after: string
}

/**
 * A quote within its sentences, or within its line where it is in none; null where it is not in its place in the text.
 *
 * @param sentences of the text, in their order
 */
export function contextOf(text: string, sentences: readonly Span[], { start, end, quote }: Evidence): InContext | null {
  const [from = 0, to = 0] = fromCodePoints(text, [start, Math.max(start, end)])
  if (text.slice(from, to) !== quote) return null
  const around = sentences.filter((sentence) => sentence.start < to && sentence.end > from)
  const first = around[0]?.start ?? lineBreakBefore(text, from) + 1
  const last = around.at(-1)?.end ?? lineBreakAfter(text, to)
  return { before: text.slice(Math.min(first, from), from), quote, after: text.slice(to, Math.max(last, to)) }
}

function lineBreakBefore(text: string, offset: number): number {
  return offset === 0 ? -1 : text.lastIndexOf('\n', offset - 1)
}

function lineBreakAfter(text: string, offset: number): number {
  const found = text.indexOf('\n', offset)
  return found < 0 ? text.length : found
}
