import { UNASKED } from '../forms.js'
import type { Language, Token } from '../types.js'
import { BEGIN } from './dates-bits.js'
import { isDateCode } from './dates-codes.js'
import { feastPhrases } from './dates-feasts.js'
import { isNumberWord } from './dates-scan.js'
import { isCompound } from './dates-tokens.js'
import { dateWords } from './dates-words.js'
import { isCompactLength, RATE_STARTS, RATE_WORDS } from './durations.js'

/** What a word by itself may begin, looked up once per form. */

/** What a number may begin. */
export const NUMBER = BEGIN.count | BEGIN.place | BEGIN.figure

const split = (words: string): string[] => words.split(' ')

const RANGE_OPENERS: Record<Language, string[]> = {
  en: split('between from in'),
  fr: split("entre de d' du depuis"),
}
/** Words that may begin a length or a date that counts ("a year", "dans deux ans"). */
const COUNTS: Record<Language, string[]> = {
  en: split('a an half couple in for all'),
  fr: split('un une demi demie toute tout il voici voilà dans'),
}
/** Words for a place in a row, beside the ordinals among the number words. */
const PLACES: Record<Language, string[]> = {
  en: split('first second last final closing'),
  fr: split(
    'premier première premiere premiers premières premieres dernier dernière derniers dernières derniere dernieres second seconde avant-dernier avant-dernière',
  ),
}
const EARLIER: Record<Language, string[]> = { en: split('earlier later'), fr: ['plus'] }
const YEAR_WORDS: Record<Language, string[]> = {
  en: split('fiscal financial calendar full fy cy w eoy boy eom bom'),
  fr: split('année années an exercice'),
}
const DECADES = split('twenties thirties forties fifties sixties seventies eighties nineties')
/** Telling words beside months, units and their like: halves, years in words, "now". */
const TELLING: Record<Language, string[]> = {
  en: split('half thousand seventeen eighteen nineteen twenty now date eoy boy eom bom fy cy'),
  fr: split('moitié mille'),
}

function table(lang: Language): Map<string, number> {
  const words = dateWords(lang)
  const map = new Map<string, number>()
  const seconds = new Set<string>()
  const add = (keys: Iterable<string>, bits: number) => {
    for (const key of keys) map.set(key, (map.get(key) ?? 0) | bits)
  }
  add(words.months.keys(), BEGIN.month | BEGIN.telling)
  add(words.shortMonths.keys(), BEGIN.month | BEGIN.telling)
  add(words.weekdays.keys(), BEGIN.weekday | BEGIN.telling)
  add(words.shortWeekdays.keys(), BEGIN.weekday | BEGIN.telling)
  if (lang === 'en')
    add(
      [...words.weekdays.keys()].map((day) => `${day}s`),
      BEGIN.telling | BEGIN.counted,
    )
  add(words.units.keys(), BEGIN.unit | BEGIN.telling | BEGIN.counted)
  add(words.shortUnits.keys(), BEGIN.telling | BEGIN.counted)
  add(words.seasons.keys(), BEGIN.season | BEGIN.telling)
  add(words.deictics.keys(), BEGIN.deictic | BEGIN.telling)
  add(words.parts.keys(), BEGIN.part)
  add(words.modifiersBefore.keys(), BEGIN.modifier)
  for (const [first, phrases] of words.limits) {
    add([first], BEGIN.limit)
    // a phrase holds its first word too
    if (phrases.some(({ phrase }) => phrase.length === 1)) add([first], BEGIN.limitAlone)
    for (const { phrase } of phrases) if (phrase.length > 1) seconds.add(phrase[1]!)
  }
  add(seconds, BEGIN.limitGoesOn)
  add(RANGE_OPENERS[lang], BEGIN.range)
  add(words.vague, BEGIN.count | BEGIN.modifier)
  add(COUNTS[lang], BEGIN.count)
  add(PLACES[lang], BEGIN.place)
  add(EARLIER[lang], BEGIN.earlier)
  add(YEAR_WORDS[lang], BEGIN.yearWord)
  if (lang === 'en') add(DECADES, BEGIN.decade | BEGIN.telling)
  // "two and a half more years": the count goes on to its unit
  if (lang === 'en') add(['half'], BEGIN.counted)
  add(TELLING[lang], BEGIN.telling)
  add(RATE_STARTS[lang], BEGIN.rate)
  add(RATE_WORDS, BEGIN.rate | BEGIN.telling)
  for (const phrase of feastPhrases(lang)) {
    add([phrase[0]!], BEGIN.feast)
    // most names hold a word that tells by itself: a weekday, "day", "year"
    if (phrase.some((word) => ((map.get(word) ?? 0) & BEGIN.telling) !== 0)) continue
    add([phrase.reduce((longest, word) => (word.length > longest.length ? word : longest))], BEGIN.telling)
  }
  return map
}

const TABLES: Record<Language, Map<string, number>> = { fr: table('fr'), en: table('en') }

/** The bits of `BEGIN` of a token by its form alone; they are kept with the form. */
export function dateBits(token: Token, lang: Language): number {
  const bits = lang === 'fr' ? token.form.datesFr : token.form.datesEn
  return bits === UNASKED ? keepDateBits(token, lang) : bits
}

/** Draws the bits of a token and keeps them with its form. */
export function keepDateBits(token: Token, lang: Language): number {
  const bits = bitsOf(token, lang)
  if (lang === 'fr') token.form.datesFr = bits
  else token.form.datesEn = bits
  return bits
}

/** The last letters of ordinals; other words may end so too. */
const ORDINAL_ENDING = /(?:th|st|nde?s?|rd|i[eè]mes?|i[eè]re?s?)$/

function bitsOf({ kind, lower }: Token, lang: Language): number {
  if (kind === 'digits') {
    const { length } = lower
    if (length <= 2) return NUMBER | BEGIN.neighbours
    const telling = length === 4 ? lower < '2200' && lower >= '1000' : length === 8
    return telling ? NUMBER | BEGIN.telling : NUMBER
  }
  const bits = isCompound(kind, lower, lang) ? BEGIN.compound : 0
  if (kind === 'word') {
    const number = isNumberWord(lower, lang) ? NUMBER : 0
    return bits | number | (TABLES[lang].get(lower) ?? 0) | (ORDINAL_ENDING.test(lower) ? BEGIN.ordinal : 0)
  }
  if (kind === 'mixed') return bits | mixedBits(lower) | (ORDINAL_ENDING.test(lower) ? BEGIN.ordinal : 0)
  if (lower === '/') return BEGIN.rate
  return lower === '½' || lower === '¼' || lower === '¾' ? bits | BEGIN.count : bits
}

/** Letters and digits: "3Q24", "3h", "2k". */
function mixedBits(lower: string): number {
  // "1h25" may be an hour and 25 minutes, and "1H25" the first half of 2025
  const length = isCompactLength(lower) ? BEGIN.count | BEGIN.telling | BEGIN.counted : 0
  if (isDateCode(lower)) return NUMBER | BEGIN.telling | length
  const c = lower.charCodeAt(0)
  return c < 48 || c > 57 || lower.length > 6 ? 0 : BEGIN.count | length
}
