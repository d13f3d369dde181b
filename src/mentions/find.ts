import type {
  DateMention,
  DurationMention,
  Language,
  LanguageLexicon,
  QuantityMention,
  RateMention,
  Token,
} from '../types.js'
import { datesIn } from './dates.js'
import { numberWord } from './numerals-words.js'
import { quantitiesIn } from './quantities.js'
import { lookAt } from './sentence-bits.js'

/** What a sentence measures: quantities and times. Names are found apart, over the whole document. */
type TimeMention = DateMention | DurationMention | RateMention
export type MeasureMention = QuantityMention | TimeMention

/**
 * The quantities, dates, durations and rates of a sentence, in order, none overlapping another. Dates come first: digits in
 * them count nothing. An age ("thirty years old") is an amount, not a length of time.
 *
 * @param text the whole text that the tokens' offsets count in
 * @param tokens the tokens of one sentence
 * @param ref EDTF date that relative dates count from, or null where it is unknown
 */
export function findMentions(
  text: string,
  tokens: readonly Token[],
  lang: Language,
  lexicon: LanguageLexicon,
  ref: string | null,
): MeasureMention[] {
  const bits = lookAt(tokens, lang)
  const dates = onlyTimes(text, datesIn(text, tokens, lang, ref, bits), lang)
  return merge(dates, quantitiesIn(text, tokens, lang, lexicon, dates, bits))
}

/** Those that are times: the same list where all are. */
function onlyTimes(text: string, times: TimeMention[], lang: Language): TimeMention[] {
  let kept = 0
  for (let i = 0; i < times.length; i++) {
    const time = times[i]!
    if ((lang === 'en' && isAge(text, time)) || isInNumber(text, time, lang)) continue
    times[kept++] = time
  }
  if (kept < times.length) times.length = kept
  return times
}

const OLD = /[ -]old\b/y

/** "thirty years old" */
function isAge(text: string, { type, end }: TimeMention): boolean {
  OLD.lastIndex = end
  return type === 'duration' && OLD.test(text)
}

/** "quatre-vingt-dix-sept mille": the end of a hyphenated number is no date. */
function isInNumber(text: string, { start, end }: TimeMention, lang: Language): boolean {
  if (text.charCodeAt(start - 1) !== HYPHEN || !/\p{L}/u.test(text[start - 2] ?? '')) return false
  return numberWord(/^\p{L}*/u.exec(text.slice(start, end))?.[0].toLowerCase() ?? '', lang) !== undefined
}

const HYPHEN = 0x2d

/** Two sorted lists, in which nothing overlaps, as one. */
function merge(times: TimeMention[], quantities: QuantityMention[]): MeasureMention[] {
  if (times.length === 0) return quantities
  if (quantities.length === 0) return times
  const merged: MeasureMention[] = []
  let t = 0
  for (let q = 0; q < quantities.length; q++) {
    const quantity = quantities[q]!
    while (t < times.length && times[t]!.start <= quantity.start) merged.push(times[t++]!)
    merged.push(quantity)
  }
  while (t < times.length) merged.push(times[t++]!)
  return merged
}
