import type { Bound, QuantityMention, Token, Value } from '../types.js'
import { currencyBefore } from './currencies.js'
import { IS } from './quantities-forms.js'
import { bitsAt, type Reader, word } from './quantities-reader.js'
import { BOUNDS_AFTER, BOUNDS_BEFORE, type BoundPhrases } from './quantities-words.js'

/** The words that bound a figure: "plus de", "at least", "environ", "or more". */

export interface BoundAt {
  bound: Bound
  /** Index of the token after it. */
  next: number
  /** Offset after it. */
  end: number
}

/** The longest phrase of the list at token `i`. */
function phraseAt(tokens: readonly Token[], i: number, phrases: BoundPhrases): BoundAt | null {
  const token = tokens[i]
  const candidates = token === undefined ? undefined : phrases.get(token.lower)
  if (candidates === undefined) return null
  for (const { rest, bound } of candidates) {
    let n = 0
    while (n < rest.length && tokens[i + 1 + n]?.lower === rest[n]) n++
    if (n === rest.length) return { bound, next: i + 1 + n, end: tokens[i + n]?.end ?? 0 }
  }
  return null
}

/** Bounds in a row before a figure, "no more than about": the first that is not "about" counts. */
export function boundsAt(reader: Reader, i: number): { bound: Bound; next: number } | null {
  const { tokens, lang } = reader
  // "<>" compares nothing
  if (word(reader, i) === '<' && word(reader, i + 1) === '>') return null
  if (word(reader, i) === '>' && word(reader, i - 1) === '<') return null
  let bound: Bound | null = null
  let next = i
  for (let n = 0; n < 3 && (bitsAt(reader, next) & IS.bound) !== 0; n++) {
    const phrase = phraseAt(tokens, next, BOUNDS_BEFORE[lang])
    if (phrase === null || (lang === 'fr' && isOnly(reader, next)) || isParticle(reader, next)) break
    if (bound === null || bound === 'about') bound = phrase.bound
    next = phrase.next
  }
  return bound === null ? null : { bound, next }
}

/** "inched up to 5 million", "turned over 3 million": the particle of a verb, and where it went. */
const isParticle = (reader: Reader, i: number): boolean =>
  word(reader, i) === 'over'
    ? TURNS_OVER.test(word(reader, i - 1))
    : word(reader, i) === 'up' && word(reader, i + 1) === 'to' && GOES_UP.test(word(reader, i - 1))

const TURNS_OVER = /^(?:turn|hand)(?:s|ed|ing)?$/

const GOES_UP =
  /^(?:was|were)$|^(?:inch|edg|creep|tick|nudg|mov|climb|shoot|bump|pick|went|go|goes|gone|going|crept|shot)(?:e?s|ed|ing)?$/

/** "il n'en garde plus que dix": no bound, but what is left. */
function isOnly(reader: Reader, i: number): boolean {
  if (word(reader, i) !== 'plus' || word(reader, i + 1) !== 'que') return false
  return [1, 2, 3, 4, 5].some((back) => word(reader, i - back) === 'ne' || word(reader, i - back) === "n'")
}

const COMPARED = new Set(['than', 'que', 'de', "d'"])

/** A bound after a figure ("environ", "or more", "+"), unless it belongs to the figure that follows it. */
export function boundAfter(reader: Reader, i: number): BoundAt | null {
  if ((bitsAt(reader, i) & IS.boundAfter) === 0) return null
  const { text, tokens, lang } = reader
  const token = tokens[i]
  if (token === undefined) return null
  if (token.lower === '+' && tokens[i - 1]?.end === token.start && !/[\p{L}\p{N}]/u.test(text[token.end] ?? '')) {
    return { bound: 'over', next: i + 1, end: token.end }
  }
  const phrase = phraseAt(tokens, i, BOUNDS_AFTER[lang])
  if (phrase === null) return null
  const after = tokens[phrase.next]
  if (after === undefined) return phrase
  if (after.kind === 'digits' || after.kind === 'mixed') return null
  // "5 or more than 4" bounds the second figure; "environ de" belongs to "une centaine"
  if (COMPARED.has(after.lower) && !(phrase.bound === 'about' && lang === 'fr')) return null
  return after.kind === 'symbol' && currencyBefore(text, tokens, phrase.next, lang) !== null ? null : phrase
}

const BETWEEN_BOUNDS = /^,? ?(?:and|et|mais|but)(?: is| are| est| sont)? ?$/

/**
 * "more than 20 and less than 30", "plus de 20 mais moins de 30": two bounds that enclose a range are one mention, where
 * their units agree. Null where they do not.
 */
export function joinBounds(text: string, before: QuantityMention, after: QuantityMention): QuantityMention | null {
  const [a, b] = [before.value, after.value]
  const enclose = (a.bound === 'over' && b.bound === 'under') || (a.bound === 'under' && b.bound === 'over')
  if (!enclose || a.to !== undefined || b.to !== undefined || after.start - before.end > 12) return null
  if (!BETWEEN_BOUNDS.test(text.slice(before.end, after.start))) return null
  if (a.unit !== undefined && b.unit !== undefined && a.unit !== b.unit) return null
  const [low, high] = a.bound === 'over' ? [a.figure, b.figure] : [b.figure, a.figure]
  if (low >= high) return null
  const unit = b.unit ?? a.unit
  const value: Value = { figure: low, to: high, bound: 'range' }
  if (unit !== undefined) value.unit = unit
  const { type } = b.unit === undefined ? before : after
  return { type, start: before.start, end: after.end, value, core: { start: before.core.start, end: after.core.end } }
}
