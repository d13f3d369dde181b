import type { Language, LanguageLexicon, QuantityMention, QuantityType, Token } from '../types.js'
import type { Numeral } from './numerals.js'

/** What a pass over the tokens of a sentence knows. */
export interface Reader {
  text: string
  /** With figures and units apart; a token without text stands for each taken span. */
  tokens: readonly Token[]
  lang: Language
  lexicon: LanguageLexicon
  /** Index of the token after the last number that was a name's. */
  nameEnd: number
}

/** A figure with its unit, without the words that bound it. */
export interface Single {
  numeral: Numeral
  type: QuantityType
  figure: number
  unit?: string
  start: number
  end: number
  /** Index of the token after it. */
  next: number
  sign?: '+' | '-'
  /** The currency stands before the figure and so holds for both ends of a range: "$10-20". */
  before?: true
  coin?: true
}

/** What was read at a token: mentions, or digits to pass over. */
export interface Read {
  mentions: QuantityMention[]
  next: number
  /** The figure was a name's. */
  name?: true
}

/** Nothing found up to token `next`. */
export const passedOver = (next: number): Read => ({ mentions: [], next })

/** Digits that are no quantity, up to token `passed`. */
export interface Passed {
  passed: number
}

export const isPassed = (read: Single | Passed): read is Passed => 'passed' in read

/** The lower-case form of the token at index `i`; empty where there is none. */
export const word = ({ tokens }: Reader, i: number): string => (i < 0 ? '' : (tokens[i]?.lower ?? ''))

/** The characters before a token's text: nothing or white space only. */
export function isSpaced({ text, tokens }: Reader, i: number): boolean {
  const from = tokens[i - 1]?.end ?? 0
  const to = tokens[i]?.start ?? from
  return to === from || (to - from <= 2 && text.slice(from, to).trim() === '')
}

const CAPITAL = /\p{Lu}/u

/** The token starts with a capital. */
export function startsUpper(text: string, token: Token | undefined): boolean {
  if (token === undefined) return false
  const c = text.charCodeAt(token.start)
  return c < 128 ? c >= 65 && c <= 90 : CAPITAL.test(text[token.start] ?? '')
}
