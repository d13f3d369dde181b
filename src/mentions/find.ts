import type {
  DateMention,
  DurationMention,
  Language,
  LanguageLexicon,
  QuantityMention,
  RateMention,
  Token,
} from '../types.js'
import { findDates } from './dates.js'
import { numberWord } from './numerals-words.js'
import { findQuantities } from './quantities.js'

/** What a sentence measures: quantities and times. Names are found apart, over the whole document. */
export type MeasureMention = QuantityMention | DateMention | DurationMention | RateMention

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
  const times = findDates(text, tokens as Token[], lang, ref)
  const dates =
    times.length === 0
      ? times
      : times.filter((time) => !(lang === 'en' && isAge(text, time)) && !isInNumber(text, time, lang))
  const quantities = findQuantities(text, tokens, lang, lexicon, dates)
  return merge(dates, quantities)
}

const isAge = (text: string, { type, end }: MeasureMention) =>
  type === 'duration' && /^[ -]old\b/.test(text.slice(end, end + 5))

/** "quatre-vingt-dix-sept mille": the end of a hyphenated number is no date. */
function isInNumber(text: string, { start, end }: MeasureMention, lang: Language): boolean {
  if (text[start - 1] !== '-' || !/\p{L}/u.test(text[start - 2] ?? '')) return false
  return numberWord(/^\p{L}*/u.exec(text.slice(start, end))?.[0].toLowerCase() ?? '', lang) !== undefined
}

/** Two sorted lists as one. */
function merge(dates: MeasureMention[], quantities: MeasureMention[]): MeasureMention[] {
  if (dates.length === 0) return quantities
  if (quantities.length === 0) return dates
  return [...dates, ...quantities].sort((a, b) => a.start - b.start)
}
