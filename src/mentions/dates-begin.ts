import type { Language, Token } from '../types.js'
import { BEGIN, type Beginnings } from './dates-bits.js'
import { feastPhrases } from './dates-feasts.js'
import { isDateCode } from './dates-numeric.js'
import { isNumberWord, numberWords } from './dates-scan.js'
import { dateWords } from './dates-words.js'
import { RATE_STARTS, RATE_WORDS } from './durations.js'

const split = (words: string): string[] => words.split(' ')

const RANGE_OPENERS: Record<Language, string[]> = {
  en: split('between from in'),
  fr: split("entre de d' du depuis"),
}
/** Words that may begin a length or a date that counts ("a year", "dans deux ans"). */
const COUNTS: Record<Language, string[]> = {
  en: split('a an half couple in for all'),
  fr: split('un une demi demie toute tout il dans'),
}
/** Words for a place in a row, beside the ordinals among the number words. */
const PLACES: Record<Language, string[]> = {
  en: split('first second last final closing'),
  fr: split(
    'premier première premiere premiers premières dernier dernière derniers dernières derniere second seconde avant-dernier avant-dernière',
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
      BEGIN.telling,
    )
  add(words.units.keys(), BEGIN.unit | BEGIN.telling)
  add(words.shortUnits.keys(), BEGIN.telling)
  add(words.seasons.keys(), BEGIN.season | BEGIN.telling)
  add(words.deictics.keys(), BEGIN.deictic | BEGIN.telling)
  add(words.parts.keys(), BEGIN.part)
  add(words.modifiersBefore.keys(), BEGIN.modifier)
  add(words.limits.keys(), BEGIN.limit)
  add(RANGE_OPENERS[lang], BEGIN.range)
  add(words.vague, BEGIN.count | BEGIN.modifier)
  add(COUNTS[lang], BEGIN.count)
  add(PLACES[lang], BEGIN.place)
  add(EARLIER[lang], BEGIN.earlier)
  add(YEAR_WORDS[lang], BEGIN.yearWord)
  if (lang === 'en') add(DECADES, BEGIN.decade | BEGIN.telling)
  add(TELLING[lang], BEGIN.telling)
  add(RATE_STARTS[lang], BEGIN.rate)
  add(RATE_WORDS, BEGIN.rate | BEGIN.telling)
  for (const phrase of feastPhrases(lang)) {
    add([phrase[0]!], BEGIN.feast)
    // most names hold a word that tells by itself: a weekday, "day", "year"
    if (phrase.some((word) => ((map.get(word) ?? 0) & BEGIN.telling) !== 0)) continue
    add([phrase.reduce((longest, word) => (word.length > longest.length ? word : longest))], BEGIN.telling)
  }
  for (const word of numberWords(lang)) map.set(word, (map.get(word) ?? 0) | NUMBER)
  return map
}

const NUMBER = BEGIN.count | BEGIN.place | BEGIN.figure

const TABLES: Record<Language, Map<string, number>> = { fr: table('fr'), en: table('en') }

/** "3h", "10D": letters and digits that may be a length. */
const COMPACT = BEGIN.count | BEGIN.telling

function bitsOf(tokens: readonly Token[], i: number, words: Map<string, number>, lang: Language): number {
  const token = tokens[i]!
  switch (token.kind) {
    case 'word':
      // number words are in the table, compounds of them ("vingt-deux") are not
      return words.get(token.lower) ?? (token.lower.includes('-') && isNumberWord(token.lower, lang) ? NUMBER : 0)
    case 'digits':
      return isTellingFigure(tokens, i) ? NUMBER | BEGIN.telling : NUMBER
    case 'mixed':
      return isDateCode(token.lower) ? NUMBER | BEGIN.telling : token.lower.length <= 6 ? COMPACT : 0
    default:
      if (token.lower === '/') return BEGIN.rate
      return token.lower === '½' || token.lower === '¼' || token.lower === '¾' ? BEGIN.count : 0
  }
}

/** Digits that may be a date by themselves: a year, "12/03", "le 17". */
function isTellingFigure(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i]!
  const { length } = token.lower
  if (length === 4) return token.lower < '2200' && token.lower >= '1000'
  if (length === 8) return true
  if (length > 2) return false
  const after = tokens[i + 1]
  if (after?.kind === 'punct') {
    // "3.5" and "21,912" are numbers, "12.05.2024", "12/05" and "3-4" may be dates
    const second = tokens[i + 2]
    if (after.lower === ',' || after.start !== token.end || second?.start !== after.end) return false
    return after.lower !== '.' || tokens[i + 3]?.lower === '.'
  }
  if (after?.kind === 'digits') return after.lower.length <= 2
  const before = tokens[i - 1]?.lower
  return before === 'le' || before === 'du' || before === 'au'
}

/** Tokens from a number to the month or unit that makes it part of a date: "9 to 12 of the month of June". */
const NAMED_REACH = 8

/** Null where no token tells of a date: then there is none. */
export function beginnings(tokens: readonly Token[], lang: Language): Beginnings | null {
  const words = TABLES[lang]
  const bits: number[] = []
  let all = 0
  for (let i = 0; i < tokens.length; i++) {
    const b = bitsOf(tokens, i, words, lang)
    bits.push(b)
    all |= b
  }
  if ((all & BEGIN.telling) === 0) return null
  const { units, shortUnits, weekdays } = dateWords(lang)
  const starts: number[] = new Array(tokens.length)
  const nextTelling: number[] = new Array(tokens.length)
  const nextUnit: number[] = new Array(tokens.length)
  let telling = -1
  let unit = -1
  let named = -1
  for (let i = tokens.length - 1; i >= 0; i--) {
    if ((bits[i]! & BEGIN.telling) !== 0) {
      telling = i
      const { lower } = tokens[i]!
      if (units.has(lower) || shortUnits.has(lower) || isWeekdays(lower, weekdays) || bits[i] === COMPACT) {
        unit = i
      }
    }
    // a number begins something only before a word that tells of time
    const lone = (bits[i]! & (NUMBER | BEGIN.telling)) === NUMBER && (named < 0 || named > i + NAMED_REACH)
    starts[i] = lone ? bits[i]! & ~NUMBER : bits[i]!
    if ((bits[i]! & BEGIN.telling) !== 0 && tokens[i]!.kind === 'word') named = i
    nextTelling[i] = telling
    nextUnit[i] = unit
  }
  return { bits, starts, nextTelling, nextUnit }
}

/** "Thursdays", which are counted like units. */
const isWeekdays = (lower: string, weekdays: Map<string, number>): boolean =>
  lower.endsWith('days') && weekdays.has(lower.slice(0, -1))
