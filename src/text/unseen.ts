/**
 * Characters that nobody sees and no reader of a page reads: soft hyphens, zero-width spaces and joiners, word joiners,
 * byte-order marks in the text, and those that turn the direction of writing (Unicode, general category Cf).
 */
const UNSEEN = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/g

/** A text as it is seen. */
export interface Seen {
  text: string
  /** Where in the whole text a span of this one stands; both in UTF-16 code units. */
  placeOf<Span extends { start: number; end: number }>(span: Span): Span
}

/**
 * The text without its characters that are not seen, which would cut a number or a name in two: "139\u200b000" is 139000
 * to whoever reads it. Null where there are none.
 */
export function seenOf(text: string): Seen | null {
  if (text.search(UNSEEN) < 0) return null
  /** Where each was, in the text that is left. */
  const cuts = Array.from(text.matchAll(UNSEEN), ({ index }, before) => index - before)
  /** The offset in the whole text of what stands at this one. */
  const place = (offset: number) => {
    let low = 0
    let high = cuts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((cuts[middle] as number) <= offset) low = middle + 1
      else high = middle
    }
    return offset + low
  }
  return {
    text: text.replace(UNSEEN, ''),
    placeOf: (span) => ({ ...span, start: place(span.start), end: span.end > 0 ? place(span.end - 1) + 1 : 0 }),
  }
}
