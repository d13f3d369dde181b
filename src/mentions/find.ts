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
  const dates = findDates(text, tokens as Token[], lang, ref).filter((time) => !(lang === 'en' && isAge(text, time)))
  const quantities = findQuantities(text, tokens, lang, lexicon, dates)
  return merge(dates, quantities)
}

const isAge = (text: string, { type, end }: MeasureMention) =>
  type === 'duration' && /^[ -]old\b/.test(text.slice(end, end + 5))

/** Two sorted lists as one. */
function merge(dates: readonly MeasureMention[], quantities: readonly MeasureMention[]): MeasureMention[] {
  if (dates.length === 0) return [...quantities]
  if (quantities.length === 0) return [...dates]
  return [...dates, ...quantities].sort((a, b) => a.start - b.start)
}
