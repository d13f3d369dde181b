import type { DatePart, Language, Token } from '../types.js'
import { BEGIN, type Beginnings } from './dates-bits.js'
import type { Calendar, Period, Reading, Reference } from './dates-resolve.js'
import type { DateWords, Unit } from './dates-words.js'
import type { Length } from './durations.js'
import { type Numeral, plainNumeral, readNumeral } from './numerals.js'
import { NUMBER_WORDS, withoutAccents } from './numerals-words.js'

/** What the readers of dates share: the text, its tokens, the language's words and what is known so far. */
export interface Scan {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly lang: Language
  readonly words: DateWords
  readonly ref: Reference | null
  /** What each token may begin. */
  readonly begin: Beginnings
  /** The last period told in this text: "the year before" counts from it. */
  last: Period | null
  /** Numbers and lengths read before, by the token that they start at: several readers try each token. */
  readonly numerals: (Numeral | null | undefined)[]
  readonly lengths: (Length | null | undefined)[]
}

/** Tokens of one number: the longest that a date or duration needs is "nineteen hundred and ninety six" and its like. */
const NUMBER_TOKENS = 8

/** The token's form for look-ups, empty beyond the ends. */
export const word = (s: Scan, i: number): string => (i < 0 || i >= s.tokens.length ? '' : s.tokens[i]!.lower)

/** What the token may begin, as bits of `BEGIN`. */
export const begins = (s: Scan, i: number): number => (i < 0 || i >= s.tokens.length ? 0 : s.begin.bits[i]!)

/** Tokens between a count and its unit: "two and a half additional years". */
const UNIT_REACH = 8
/** After digits and articles it stands closer: "12 consecutive months", "un an". */
const SHORT_REACH = 4
/** Short words that open a phrase: "il y a un peu plus d'un an". */
const OPENERS = new Set(['il', 'in'])

/** A unit stands close enough after token `i` to be counted by it. */
export function unitNear(s: Scan, i: number): boolean {
  const next = s.begin.nextUnit[i] ?? -1
  if (next < 0 || next > i + UNIT_REACH) return false
  if (next <= i + SHORT_REACH) return true
  const { kind, lower } = s.tokens[i]!
  return kind !== 'digits' && (lower.length > 3 || OPENERS.has(lower) || word(s, i + 1) === '-')
}

/** No space stands between tokens `i` and `i + 1`. */
export function glued(s: Scan, i: number): boolean {
  const a = s.tokens[i]
  const b = s.tokens[i + 1]
  return a !== undefined && b !== undefined && a.end === b.start
}

export const isCapital = (s: Scan, i: number): boolean => {
  const token = s.tokens[i]
  if (token === undefined || token.kind !== 'word') return false
  const first = s.text.charAt(token.start)
  return first !== first.toLowerCase()
}

/** The phrase stands at token `i`: the index after it, else null. */
export function phraseAt(s: Scan, i: number, phrase: readonly string[]): number | null {
  for (let k = 0; k < phrase.length; k++) if (word(s, i + k) !== phrase[k]) return null
  return i + phrase.length
}

export const skipArticles = (s: Scan, i: number): number => (s.words.articles.has(word(s, i)) ? i + 1 : i)

/** Skips "of", "de" and an article after it. Without one of these it stays where it is. */
export const skipOf = (s: Scan, i: number): number => (s.words.of.has(word(s, i)) ? skipArticles(s, i + 1) : i)

export const reading = (next: number, date: Calendar | Period, ...stated: DatePart[]): Reading => ({
  next,
  stated,
  date,
})

/** The value of a token of digits only, else null. */
export function digitsAt(s: Scan, i: number): { value: number; length: number } | null {
  const token = s.tokens[i]
  if (token?.kind !== 'digits' || token.lower.length > 8) return null
  return { value: Number(token.lower), length: token.lower.length }
}

/** Articles that count one. */
const ONE: Record<Language, Set<string>> = { en: new Set(['a', 'an']), fr: new Set(['un', 'une']) }

/** Whole numbers in words or digits that are no part of a longer number. */
export function numeralAt(s: Scan, i: number): Numeral | null {
  const token = s.tokens[i]
  if (token === undefined || token.kind === 'punct') return null
  if (token.kind === 'word' && (begins(s, i) & BEGIN.figure) === 0) {
    // "a dozen" begins with its article
    if (!ONE[s.lang].has(token.lower) || (begins(s, i + 1) & BEGIN.figure) === 0) return null
  }
  const known = s.numerals[i]
  if (known !== undefined) return known
  const numeral = plainNumeral(s.text, s.tokens, i, s.lang) ?? longNumeral(s, i, NUMBER_TOKENS)
  s.numerals[i] = numeral
  return numeral
}

/** The number that begins at token `i` and ends within so many tokens. */
function longNumeral(s: Scan, i: number, most: number): Numeral | null {
  const numeral = readNumeral(s.text, s.tokens.slice(i, i + most), 0, s.lang)
  if (numeral !== null) numeral.next += i
  return numeral
}

/** What a number that counts days, months or years may begin with. */
const NUMBER_ROLES = new Set(['unit', 'teen', 'ten', 'hundred', 'scale', 'collective'])

/** The word, or the first part of the compound, may begin a number. */
export function isNumberWord(lower: string, lang: Language): boolean {
  const hyphen = lower.indexOf('-')
  const first = hyphen > 0 ? lower.slice(0, hyphen) : lower
  const entry = first.length > 14 ? undefined : NUMBER_WORDS[lang].get(withoutAccents(first))
  return entry !== undefined && NUMBER_ROLES.has(entry.role) && !(entry.role === 'scale' && entry.value > 1000)
}

export interface Count {
  count: number
  next: number
  /** Only "a", "un": may be no count at all. */
  article: boolean
  /** "a few", "quelques". */
  vague: boolean
}

/** Most words begin no count. */
export const mayCount = (s: Scan, i: number): boolean =>
  i < s.tokens.length && ((begins(s, i) & (BEGIN.count | BEGIN.figure)) !== 0 || s.tokens[i]!.kind !== 'word')

/** A count of units: "two", "12", "a few", "a couple of", "une", "1,5". */
export function countAt(s: Scan, i: number): Count | null {
  if (!mayCount(s, i)) return null
  const first = word(s, i)
  const vague = (next: number): Count => ({ count: 3, next, article: false, vague: true })
  if (s.words.vague.has(first)) return vague(i + 1)
  if (first === 'a' && s.words.vague.has(word(s, i + 1))) return vague(i + 2)
  const couple = first === 'couple' ? i : word(s, i + 1) === 'couple' && ONE[s.lang].has(first) ? i + 1 : -1
  if (couple >= 0 && s.lang === 'en') {
    return { count: 2, next: word(s, couple + 1) === 'of' ? couple + 2 : couple + 1, article: false, vague: false }
  }
  let numeral = numeralAt(s, i)
  if (numeral?.fraction === true && s.words.units.has(word(s, numeral.next - 1))) {
    // "the last three quarters" are counted, not three fourths
    numeral = longNumeral(s, i, numeral.next - 1 - i)
  }
  if (numeral !== null && numeral.figure > 0 && numeral.ordinal !== true && numeral.article !== true) {
    let { next } = numeral
    // "une quinzaine de jours", "two and a quarter of an hour"
    const of = word(s, next)
    if (numeral.noun === true && (of === 'de' || of === "d'" || of === 'of')) next++
    if (next > numeral.next && (word(s, next) === 'a' || word(s, next) === 'an')) next++
    return { count: numeral.figure, next, article: false, vague: false }
  }
  return ONE[s.lang].has(first) || first === 'one'
    ? { count: 1, next: i + 1, article: first !== 'one', vague: false }
    : null
}

/** An ordinal in digits; the first group is its number. */
export const ORDINAL = /^(\d{1,3})(?:st|nd|rd|th|er|ère|re|e|è|ème|eme|ième|nde?)$/

/** An ordinal: "third", "3rd", "1er"; `n` is its place. */
export function ordinalAt(s: Scan, i: number): { n: number; next: number } | null {
  const token = s.tokens[i]
  if (token === undefined) return null
  if (token.kind === 'mixed') {
    const match = token.lower.length <= 7 ? ORDINAL.exec(token.lower) : null
    return match === null ? null : { n: Number(match[1]), next: i + 1 }
  }
  if (token.kind !== 'word' || (begins(s, i) & BEGIN.figure) === 0) return null
  // the ordinal ending may be on the last of up to three words: "twenty first"
  const ending = begins(s, i) | begins(s, i + 1) | begins(s, i + 2)
  const numeral = (ending & BEGIN.ordinal) === 0 ? null : numeralAt(s, i)
  return numeral?.ordinal === true ? { n: numeral.figure, next: numeral.next } : null
}

/** A day of a month: "3", "1er", "21st", "quinze", "third". */
export function dayAt(s: Scan, i: number): { day: number; next: number; ordinal: boolean } | null {
  const token = s.tokens[i]
  if (token === undefined) return null
  if (token.kind === 'digits') {
    const day = Number(token.lower)
    return token.lower.length <= 2 && day >= 1 && day <= 31 ? { day, next: i + 1, ordinal: false } : null
  }
  const ordinal = ordinalAt(s, i)
  if (ordinal !== null) {
    return ordinal.n >= 1 && ordinal.n <= 31 ? { day: ordinal.n, next: ordinal.next, ordinal: true } : null
  }
  if (token.kind !== 'word') return null
  const numeral = numeralAt(s, i)
  if (numeral === null || numeral.article === true || !Number.isInteger(numeral.figure)) return null
  if (numeral.figure < 1 || numeral.figure > 31) return null
  return { day: numeral.figure, next: numeral.next, ordinal: false }
}

/** Years that texts tell of; a number beyond them is some other number. */
export const isYear = (n: number): boolean => n >= 1000 && n <= 2199

/** A year in words: "two thousand and fifteen", "nineteen ninety-six", "deux mille vingt-cinq". */
export function yearInWords(s: Scan, i: number): { year: number; next: number } | null {
  if (s.tokens[i]?.kind !== 'word') return null
  const numeral = numeralAt(s, i)
  if (numeral === null || !numeral.words || numeral.ordinal === true || !Number.isInteger(numeral.figure)) return null
  const { next } = numeral
  if (isYear(numeral.figure)) return { year: numeral.figure, next }
  if (s.lang !== 'en' || numeral.figure < 10 || numeral.figure > 21) return null
  const rest = s.tokens[next]?.kind === 'word' ? numeralAt(s, next) : null
  if (rest === null || !rest.words || rest.ordinal === true || rest.figure < 10 || rest.figure > 99) return null
  return { year: numeral.figure * 100 + rest.figure, next: rest.next }
}

/** A year of two digits: from 1940 to 2039. */
export const shortYear = (n: number): number => (n >= 40 ? 1900 + n : 2000 + n)

/** A unit of time at token `i`, short forms included where a number stands before. */
export function unitAt(s: Scan, i: number, afterNumber: boolean): Unit | null {
  if ((begins(s, i) & BEGIN.counted) === 0) return null
  const w = word(s, i)
  return s.words.units.get(w) ?? (afterNumber ? (s.words.shortUnits.get(w) ?? null) : null)
}

/** Verbs that move a date: in "put off from March to June" there are two dates, the old and the new one. */
const MOVED =
  /^(?:re)?(?:postpon|delay|mov|push|defer|reschedul|shift|slip|brought|put|repouss|report|décal|retard|avanc|ajourn|différ|gliss|pass)/

/** A verb near before token `i` moves a date. */
export function isMoved(s: Scan, i: number): boolean {
  for (let k = i - 1; k >= 0 && k >= i - 5; k--) if (MOVED.test(word(s, k))) return true
  return false
}
