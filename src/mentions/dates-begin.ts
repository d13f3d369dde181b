import { UNASKED } from '../forms.js'
import type { Language, Token } from '../types.js'
import { BEGIN, type Beginnings } from './dates-bits.js'
import { feastPhrases } from './dates-feasts.js'
import { isDateCode } from './dates-numeric.js'
import { isNumberWord } from './dates-scan.js'
import { isCompound, workingTokens } from './dates-tokens.js'
import { dateWords } from './dates-words.js'
import { isCompactLength, RATE_STARTS, RATE_WORDS } from './durations.js'

/** What a number may begin. */
const NUMBER = BEGIN.count | BEGIN.place | BEGIN.figure

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
  add(words.limits.keys(), BEGIN.limit)
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

/** The bits of a token by its form alone; they are kept with the form. */
function formBits(token: Token, lang: Language): number {
  const bits = lang === 'fr' ? token.form.datesFr : token.form.datesEn
  return bits === UNASKED ? keepBits(token, lang) : bits
}

function keepBits(token: Token, lang: Language): number {
  const bits = bitsOf(token, lang)
  if (lang === 'fr') token.form.datesFr = bits
  else token.form.datesEn = bits
  return bits
}

function bitsOf({ kind, lower }: Token, lang: Language): number {
  if (kind === 'digits') {
    const { length } = lower
    if (length <= 2) return NUMBER | BEGIN.neighbours
    const telling = length === 4 ? lower < '2200' && lower >= '1000' : length === 8
    return telling ? NUMBER | BEGIN.telling : NUMBER
  }
  const bits = isCompound(kind, lower, lang) ? BEGIN.compound : 0
  if (kind === 'word') return bits | (TABLES[lang].get(lower) ?? 0) | (isNumberWord(lower, lang) ? NUMBER : 0)
  if (kind === 'mixed') return bits | mixedBits(lower)
  if (lower === '/') return BEGIN.rate
  return lower === '½' || lower === '¼' || lower === '¾' ? bits | BEGIN.count : bits
}

/** Letters and digits: "3Q24", "3h", "2k". */
function mixedBits(lower: string): number {
  if (isDateCode(lower)) return NUMBER | BEGIN.telling
  const c = lower.charCodeAt(0)
  if (c < 48 || c > 57 || lower.length > 6) return 0
  return isCompactLength(lower) ? BEGIN.count | BEGIN.telling | BEGIN.counted : BEGIN.count
}

/** One or two digits that may be a date by themselves: "12/03", "le 17". */
function isTellingFigure(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i]!
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

const scratch: Beginnings = {
  bits: new Int32Array(256),
  starts: new Int32Array(256),
  nextTelling: new Int32Array(256),
  nextUnit: new Int32Array(256),
}

/** What a sentence needs to hold for a date to be in it. */
const HOPE = BEGIN.telling | BEGIN.neighbours

/** The tokens as dates need them, with what each may begin; null where none tells of a date: then there is none. */
export function beginnings(
  text: string,
  given: readonly Token[],
  lang: Language,
): { tokens: readonly Token[]; begin: Beginnings } | null {
  let all = 0
  for (let i = 0; i < given.length; i++) all |= formBits(given[i]!, lang)
  if ((all & (HOPE | BEGIN.compound)) === 0) return null
  const tokens = (all & BEGIN.compound) === 0 ? given : workingTokens(text, given, lang)
  const count = tokens.length
  if (scratch.bits.length < count) {
    for (const key of ['bits', 'starts', 'nextTelling', 'nextUnit'] as const) scratch[key] = new Int32Array(count * 2)
  }
  const { bits, starts, nextTelling, nextUnit } = scratch
  all = 0
  for (let i = 0; i < count; i++) {
    let b = formBits(tokens[i]!, lang)
    if ((b & BEGIN.neighbours) !== 0 && isTellingFigure(tokens, i)) b |= BEGIN.telling
    bits[i] = b
    all |= b
  }
  if ((all & BEGIN.telling) === 0) return null
  let telling = -1
  let unit = -1
  let named = -1
  for (let i = count - 1; i >= 0; i--) {
    const b = bits[i]!
    if ((b & BEGIN.telling) !== 0) telling = i
    if ((b & BEGIN.counted) !== 0) unit = i
    // a number begins something only before a word that tells of time
    const lone = (b & (NUMBER | BEGIN.telling)) === NUMBER && (named < 0 || named > i + NAMED_REACH)
    starts[i] = lone ? b & ~NUMBER : b
    if ((b & BEGIN.telling) !== 0 && tokens[i]!.kind === 'word') named = i
    nextTelling[i] = telling
    nextUnit[i] = unit
  }
  return { tokens, begin: scratch }
}
