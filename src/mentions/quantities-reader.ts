import type { Language, LanguageLexicon, QuantityMention, QuantityType, Token } from '../types.js'
import type { Numeral } from './numerals.js'

/** What a pass over the tokens of a sentence knows. */
export interface Reader {
  text: string
  /** With figures and units apart; a token without text stands for each taken span. */
  tokens: readonly Token[]
  lang: Language
  lexicon: LanguageLexicon
  /** The bits of `IS` of each token. */
  bits: Int32Array
  /** Index of the token after the last number that was a name's. */
  nameEnd: number
}

/** A figure with its unit, without the words that bound it. */
export interface Single {
  numeral: Numeral
  type: QuantityType
  figure: number
  start: number
  end: number
  /** Index of the token after it. */
  next: number
  unit: string | undefined
  sign: '+' | '-' | undefined
  /** The currency stands before the figure and so holds for both ends of a range: "$10-20". */
  before: boolean
  coin: boolean
}

/** A bare figure. All are made here, so that all have one shape. */
export const singleOf = (numeral: Numeral, type: QuantityType): Single => ({
  numeral,
  type,
  figure: numeral.figure,
  start: numeral.start,
  end: numeral.end,
  next: numeral.next,
  unit: undefined,
  sign: numeral.sign,
  before: false,
  coin: false,
})

/** What was read at a token: mentions, or digits to pass over. */
export interface Read {
  mentions: readonly QuantityMention[]
  next: number
  /** The figure was a name's. */
  name: boolean
}

export const readAs = (mentions: readonly QuantityMention[], next: number): Read => ({ mentions, next, name: false })

/** Nothing found up to token `next`. */
export const passedOver = (next: number): Read => readAs(NONE, next)

const NONE: readonly QuantityMention[] = []

/** Digits that are no quantity, up to token `passed`. */
export interface Passed {
  passed: number
}

/** Whether digits turned out to be no quantity. */
export const isPassed = (read: Single | Passed): read is Passed => 'passed' in read

/** The lower-case form of the token at index `i`; empty where there is none. */
export const word = ({ tokens }: Reader, i: number): string => (i < 0 || i >= tokens.length ? '' : tokens[i]!.lower)

/** The bits of `IS` of the token at index `i`; 0 where there is none. */
export const bitsAt = ({ tokens, bits }: Reader, i: number): number => (i < 0 || i >= tokens.length ? 0 : bits[i]!)

/** The characters before a token's text: nothing or white space only. */
export function isSpaced({ text, tokens }: Reader, i: number): boolean {
  const from = i > 0 ? (tokens[i - 1]?.end ?? 0) : 0
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
