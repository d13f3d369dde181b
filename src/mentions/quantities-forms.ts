import { UNASKED } from '../forms.js'
import type { Language, Token } from '../types.js'
import { isCurrencyPrefix, isCurrencySign, mayBeCurrency, solidCode } from './currencies.js'
import { VULGAR_FRACTIONS } from './numerals-figures.js'
import { BEFORE_COLLECTIVE, NUMBER_WORDS, numberWord, SPACED_ENDINGS, SPACED_SCALES } from './numerals-words.js'
import {
  ADJECTIVES_FR,
  BOUNDS_AFTER,
  BOUNDS_BEFORE,
  FUNCTION_WORDS,
  MORE_EN,
  PER,
  PERCENT_WORDS,
  RANGE_JOINTS,
  RANGE_OPENERS,
} from './quantities-words.js'
import { isMeasureForm } from './units.js'

/**
 * What quantities know of a word, looked up once per form. As bits: what may begin at it, and what it may be after a figure.
 * Most words are neither.
 */
export const IS = {
  /** Digits, or digits with letters that begin with a digit. */
  digits: 1,
  /** A number word, the first part of a compound of them, or a vulgar fraction. */
  number: 2,
  /** A currency that a figure may follow: sign, code. Words are that only right before one. */
  prefix: 4,
  /** A sign or decimal mark, which needs its figure right after it. */
  mark: 8,
  bound: 16,
  opener: 32,
  percent: 64,
  address: 128,
  /** It may hold a figure with its unit written solid. */
  solid: 256,
  /** After a figure: it may be part of the number. */
  joins: 512,
  /** After a figure: it may be a percentage, a currency, a unit of measure. */
  suffix: 1024,
  /** After a figure: it may bound it. */
  boundAfter: 2048,
  /** It joins only with a number after it: "and", "in". */
  link: 4096,
  /** It bounds a figure alone, or may be the second word of a phrase that does. */
  boundAlone: 8192,
  boundGoesOn: 16384,
  /** "a", "un": hardly ever a count. */
  article: 32768,
  /** It may be a noun that a figure counts, or stand before one: neither a function word nor a number. */
  noun: 65536,
  /** A word of `FUNCTION_WORDS`. */
  function: 131072,
  /** It may join the ends of a range. */
  joint: 262144,
  /** An adjective that stands before what is counted. */
  adjective: 524288,
} as const

/** What may begin a quantity. */
export const STARTS = IS.digits | IS.number | IS.prefix | IS.mark | IS.bound | IS.opener | IS.percent | IS.address
/** What may begin a figure with its currency, without bounds. */
export const STARTS_FIGURE = IS.digits | IS.number | IS.prefix | IS.mark

/** The bits of {@link IS} of a token; they are kept with its form. */
export function quantityBits(token: Token, lang: Language): number {
  const bits = lang === 'fr' ? token.form.numbersFr : token.form.numbersEn
  return bits === UNASKED ? keepQuantityBits(token, lang) : bits
}

/** Draws the bits of a token and keeps them with its form. */
export function keepQuantityBits(token: Token, lang: Language): number {
  const bits = bitsOf(token, lang)
  if (lang === 'fr') token.form.numbersFr = bits
  else token.form.numbersEn = bits
  return bits
}

const ADDRESS_WORDS = new Set(['http', 'https', 'www'])
/** Words that join a part to its whole: "one in five", "un sur deux". */
const SHARE_JOINTS: Readonly<Record<Language, ReadonlySet<string>>> = {
  fr: new Set(['sur']),
  en: new Set(['in', 'over', 'out']),
}
const secondWords = (lang: Language): ReadonlySet<string> =>
  new Set([...BOUNDS_BEFORE[lang].values()].flatMap((phrases) => phrases.map(({ rest }) => rest[0] ?? '')))
const SECOND_WORDS = { fr: secondWords('fr'), en: secondWords('en') }
const SIGNS = new Set(['-', '–', '−', '+'])

function bitsOf({ kind, lower, form: { text } }: Token, lang: Language): number {
  if (kind === 'digits') return IS.digits
  if (kind === 'mixed') {
    const c = lower.charCodeAt(0)
    if (c >= 48 && c <= 57) return IS.solid | IS.digits | IS.noun
    // letters before the figure may be a currency
    return IS.noun | (isMeasureForm(text, lower, lang) ? IS.suffix : 0) | (solidCode(text) > 0 ? IS.solid : 0)
  }
  const phrases = BOUNDS_BEFORE[lang].get(lower)
  let bits = phrases === undefined ? 0 : IS.bound
  if (phrases?.some(({ rest }) => rest.length === 0)) bits |= IS.boundAlone
  if (SECOND_WORDS[lang].has(lower)) bits |= IS.boundGoesOn
  if (BOUNDS_AFTER[lang].has(lower)) bits |= IS.boundAfter
  if (kind === 'word') return bits | wordBits(text, lower, lang)
  if (SIGNS.has(lower) || lower === '.' || lower === ',') bits |= IS.mark
  if (isCurrencySign(text)) bits |= IS.prefix | IS.suffix
  if (VULGAR_FRACTIONS.has(lower)) bits |= IS.number | IS.joins
  if (lower === '%' || isMeasureForm(text, lower, lang)) bits |= IS.suffix
  if (isJoint(lower, lang)) bits |= IS.joint
  return lower === '+' ? bits | IS.boundAfter : bits
}

const isJoint = (lower: string, lang: Language): boolean =>
  RANGE_JOINTS[lang].has(lower) || [...RANGE_OPENERS[lang].values()].some((joints) => joints.has(lower))

function wordBits(text: string, lower: string, lang: Language): number {
  let bits = isJoint(lower, lang) ? IS.joint : 0
  const number = NUMBER_WORDS[lang].get(lower)
  if (FUNCTION_WORDS[lang].has(lower)) bits |= IS.function
  else if (number === undefined || number.ordinal) bits |= IS.noun
  if ((lang === 'fr' ? ADJECTIVES_FR : MORE_EN).has(lower)) bits |= IS.adjective
  const role = numberWord(lower, lang)?.role
  if (role !== undefined) {
    if (lower.includes('-') || (role !== 'and' && role !== 'of' && role !== 'point')) bits |= IS.number
    if (role !== 'of' && role !== 'minus' && role !== 'article') bits |= IS.joins
    if (role === 'and') bits |= IS.link
    if (lower.includes('-')) bits |= IS.solid
    if (role === 'article' || lower === 'un' || lower === 'une') bits |= IS.article
  }
  if (RANGE_OPENERS[lang].has(lower)) bits |= IS.opener
  if (PERCENT_WORDS[lang].has(lower) || lower === PER[lang])
    bits |= lower === 'pour' ? IS.suffix : IS.percent | IS.suffix
  if (ADDRESS_WORDS.has(lower)) bits |= IS.address
  if (isCurrencyPrefix(text, lower)) bits |= IS.prefix
  if (SHARE_JOINTS[lang].has(lower)) bits |= lower === 'out' ? IS.joins : IS.joins | IS.link
  if (SPACED_SCALES[lang].has(text) || text === 'm') bits |= IS.joins
  if (lang === 'fr' && SPACED_ENDINGS.has(lower)) bits |= IS.joins
  if (lang === 'fr' && BEFORE_COLLECTIVE.has(lower)) bits |= IS.joins | IS.link
  if (mayBeCurrency(text, lower, lang) || isMeasureForm(text, lower, lang)) bits |= IS.suffix
  return bits
}
