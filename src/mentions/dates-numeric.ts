import { isDate } from '../calendar.js'
import { CALENDAR, monthPeriod, type Reading, span, yearPeriod } from './dates-resolve.js'
import { digitsAt, glued, isCapital, isMoved, isYear, reading, type Scan, shortYear, word } from './dates-scan.js'

/** Dates and years in figures: `12/03/2025`, `2024-09`, `2024-2026`, a bare `2024`. */

const SEPARATORS = new Set(['/', '-', '.', '–'])
/** Punctuation that a date may directly follow. */
const OPENERS = new Set(['(', '[', '«', '“', '"', "'", '‘', '=', '*', '_', '|', '•', '>', '<', '~', '—'])

/** The digits at token `i` do not continue a number, code or name to their left. */
export function startsFree(s: Scan, i: number): boolean {
  if (i === 0 || !glued(s, i - 1)) return true
  const before = s.tokens[i - 1]!
  // a dash may open an item ("-2020-07-01"), between figures it joins
  if (before.lower === '-' || before.lower === '–') return i < 2 || !glued(s, i - 2)
  return OPENERS.has(before.lower)
}

/** No figure, letter or separator continues the digits before token `i`. */
export function endsFree(s: Scan, i: number): boolean {
  const token = s.tokens[i]
  if (token === undefined || !glued(s, i - 1)) return true
  if (token.kind === 'digits' || token.kind === 'mixed' || token.kind === 'word') return token.lower.startsWith("'")
  if (token.kind === 'symbol') return token.lower === '*' || token.lower === '~'
  return (
    !(SEPARATORS.has(token.lower) || token.lower === ',' || token.lower === ':') || !isFigure(s, i + 1) || !glued(s, i)
  )
}

const isFigure = (s: Scan, i: number): boolean => s.tokens[i]?.kind === 'digits' || s.tokens[i]?.kind === 'mixed'

/** A month by its full or short name. */
export const monthName = (s: Scan, i: number): number | undefined =>
  s.words.months.get(word(s, i)) ?? s.words.shortMonths.get(word(s, i))

/** Words before a day and month in figures without a year. */
const BEFORE_DAY_MONTH = {
  en: new Set('on by from since until till before after between this next starting beginning'.split(' ')),
  fr: new Set('le du au dès depuis'.split(' ')),
}

/** How a reader is called: inside a range or beside a weekday more readings are safe. */
export interface Context {
  inRange?: boolean
  afterWeekday?: boolean
}

/** A date in figures, with `/`, `-`, `.` or spaces; in French the day comes first, in English the month if it can. */
export function readNumericDate(s: Scan, i: number, context: Context = {}): Reading | null {
  const a = digitsAt(s, i)
  if (a === null || !(startsFree(s, i) || context.inRange === true)) return null
  if (a.length === 8) return compactDate(s, i, a.value)
  const separator = word(s, i + 1)
  if (!SEPARATORS.has(separator) || !glued(s, i) || !glued(s, i + 1)) return spacedDate(s, i, a)
  const b = digitsAt(s, i + 2)
  const bMonth = b === null ? monthName(s, i + 2) : undefined
  if (b === null && bMonth === undefined) return null
  const third = word(s, i + 3) === separator && glued(s, i + 2) && glued(s, i + 3)
  if (third) {
    const c = digitsAt(s, i + 4)
    const cMonth = c === null ? monthName(s, i + 4) : undefined
    if (c === null && cMonth === undefined) return null
    if (!endsFree(s, i + 5) && !(separator === '/' && word(s, i + 5) === '-')) return null
    const ymd = threeParts(s, i, separator, a, b ?? { value: bMonth!, length: 0 }, c ?? { value: cMonth!, length: 0 })
    return ymd === null ? null : dayReading(i + 5, ...ymd)
  }
  if (b === null) return null
  return endsFree(s, i + 3) || context.inRange === true || rangeFollows(s, i + 3)
    ? twoParts(s, i, separator, a, b, context)
    : null
}

/** "-11/2" follows: the figures before it are the first end of a range. */
const rangeFollows = (s: Scan, i: number): boolean =>
  (word(s, i) === '-' || word(s, i) === '–') && digitsAt(s, i + 1) !== null && word(s, i + 2) === '/'

const dayReading = (next: number, year: number, month: number, day: number): Reading =>
  reading(next, { ...CALENDAR, year, month, day }, 'year', 'month', 'day')

interface Part {
  value: number
  /** Digits as written; 0 for a month in letters. */
  length: number
}

function threeParts(
  s: Scan,
  i: number,
  separator: string,
  a: Part,
  b: Part,
  c: Part,
): [year: number, month: number, day: number] | null {
  const valid = (year: number, month: number, day: number): [number, number, number] | null =>
    isYear(year) && isDate(year, month, day) ? [year, month, day] : null
  if (a.length === 4) {
    if (separator === '.' && (b.length !== 2 || c.length !== 2)) return null
    return c.length === 0 ? valid(a.value, c.value, b.value) : valid(a.value, b.value, c.value)
  }
  if (a.length > 2 || b.length > 2 || (c.length !== 4 && c.length !== 2)) return null
  // dots with a short year may be a version or an address in a network
  if (separator === '.' && c.length === 2 && !(a.length === 2 && b.length === 2 && datePreposition(s, i))) return null
  const year = c.length === 2 ? shortYear(c.value) : c.value
  if (b.length === 0) return valid(year, b.value, a.value)
  const dayFirst = valid(year, b.value, a.value)
  const monthFirst = valid(year, a.value, b.value)
  return s.lang === 'fr' ? (dayFirst ?? monthFirst) : (monthFirst ?? dayFirst)
}

const datePreposition = (s: Scan, i: number): boolean => BEFORE_DAY_MONTH[s.lang].has(word(s, i - 1))

function twoParts(s: Scan, i: number, separator: string, a: Part, b: Part, context: Context): Reading | null {
  const next = i + 3
  if (a.length === 4) {
    // "2011-12" is a season or a financial year, "2015-12" a month; "2.015" is none of these
    if (separator === '.' || !isYear(a.value) || b.length > 2) return null
    if (b.value < 1 || b.value > 12 || b.value === (a.value + 1) % 100) return null
    return reading(next, monthPeriod(a.value, b.value), 'year', 'month')
  }
  if (b.length === 4) {
    const plausible = isYear(b.value) && a.value >= 1 && a.value <= 12 && (separator === '/' || a.length === 2)
    return plausible && separator !== '.' ? reading(next, monthPeriod(b.value, a.value), 'year', 'month') : null
  }
  if (a.length > 2 || b.length > 2) return null
  if (separator !== '/' && context.afterWeekday !== true) return null
  if (a.value === 24 && b.value === 7) return null
  const [day, month] = s.lang === 'fr' || (a.value > 12 && b.value <= 12) ? [a.value, b.value] : [b.value, a.value]
  // 2000 was a leap year: it has every day that a year may have
  if (!isDate(2000, month, day)) return null
  if (context.afterWeekday !== true && context.inRange !== true && !dayMonthContext(s, i, a.value, b.value)) return null
  return reading(next, { ...CALENDAR, month, day }, 'month', 'day')
}

/** "3/4" is a fraction unless its neighbours make it a date. */
function dayMonthContext(s: Scan, i: number, a: number, b: number): boolean {
  if (datePreposition(s, i) || rangeFollows(s, i + 3)) return true
  // a fraction has no leading zero
  if (word(s, i).startsWith('0') || word(s, i + 2).startsWith('0')) return true
  if (a <= 12 && b <= 12) return listedAfterDate(s, i)
  const before = i > 0 ? s.tokens[i - 1] : undefined
  const after = s.tokens[i + 3]
  const alone = (before === undefined || before.kind === 'punct') && (after === undefined || after.kind === 'punct')
  return alone || listedAfterDate(s, i)
}

/** "on 3/14, 3/17 and 3/21": one date in figures after another. */
function listedAfterDate(s: Scan, i: number): boolean {
  const joint = word(s, i - 1)
  if (joint !== ',' && joint !== 'or' && joint !== 'and' && joint !== 'ou' && joint !== 'et') return false
  return word(s, i - 3) === '/' && digitsAt(s, i - 2) !== null && digitsAt(s, i - 4) !== null
}

/** `20250312`: a file's or a form's date. */
function compactDate(s: Scan, i: number, value: number): Reading | null {
  const [year, month, day] = [Math.floor(value / 10000), Math.floor(value / 100) % 100, value % 100]
  if (year < 1900 || year > 2099 || !isDate(year, month, day) || !endsFree(s, i + 1)) return null
  return dayReading(i + 1, year, month, day)
}

/** "24 12 2014", "2016 10 16"; with a short year or none only after an article ("le 17 02"). */
function spacedDate(s: Scan, i: number, a: Part): Reading | null {
  const b = digitsAt(s, i + 1)
  if (b === null || b.length > 2 || a.length > 4 || glued(s, i) || digitsAt(s, i - 1) !== null) return null
  const c = digitsAt(s, i + 2)
  if (c === null) {
    if (
      s.lang !== 'fr' ||
      word(s, i - 1) !== 'le' ||
      a.length > 2 ||
      b.length !== 2 ||
      !isDate(2000, b.value, a.value)
    ) {
      return null
    }
    return s.tokens[i + 2]?.kind === 'word'
      ? null
      : reading(i + 2, { ...CALENDAR, month: b.value, day: a.value }, 'month', 'day')
  }
  if (digitsAt(s, i + 3) !== null || !endsFree(s, i + 3)) return null
  if (a.length === 4 && c.length <= 2) {
    return isYear(a.value) && isDate(a.value, b.value, c.value) ? dayReading(i + 3, a.value, b.value, c.value) : null
  }
  if (a.length > 2 || s.lang !== 'fr') return null
  const year = c.length === 4 ? c.value : c.length === 2 && word(s, i - 1) === 'le' ? shortYear(c.value) : 0
  return isYear(year) && isDate(year, b.value, a.value) ? dayReading(i + 3, year, b.value, a.value) : null
}

/** Short units of measure and irregular plurals: a number before them counts. */
const COUNTED = new Set(
  'km kg g t m mm cm ch cv hp kw kwh mw mwh gw gwh mwc wh w v mb gb go mo to tb mah ml l ha bn mn md mds md€ m€ k€ people men women children staff percent per pour mille million millions milliard milliards billion billions trillion thousand hundred sq ft lb lbs oz mph rpm tr nm rp dpi px bits euro dollar yen yuan livre franc'.split(
    ' ',
  ),
)

/** The year-like number before token `i` counts what follows: "2000 voitures", "1998 €", "2024 km". */
export function countsSomething(s: Scan, i: number, year: number): boolean {
  const token = s.tokens[i]
  if (token === undefined) return false
  if (token.kind === 'symbol') return '%€$£¥°‰'.includes(token.lower)
  if (token.kind === 'digits') return token.lower.length === 3
  if (token.kind !== 'word') return false
  const w = token.lower
  if (COUNTED.has(w)) return !(w === 'pour' && word(s, i + 1) !== 'cent' && word(s, i + 1) !== 'mille') && w !== 'to'
  if (isCapital(s, i) || w.length < 4 || s.words.notPlural.has(w)) return false
  if (s.lang === 'fr') return w.endsWith('s') || w.endsWith('aux') || w.endsWith('eux')
  // English writes "2,000 cars" with its comma, and "2004 figures" of a year
  return w.endsWith('s') && (year % 100 === 0 || year < 1900 || year > 2099)
}

/** A year of four digits at token `i` that is no part of a longer number and counts nothing. */
export function yearAt(s: Scan, i: number): number | null {
  const digits = digitsAt(s, i)
  if (digits === null || digits.length !== 4 || !isYear(digits.value) || !endsFree(s, i + 1)) return null
  const before = i > 0 ? s.tokens[i - 1] : undefined
  if (before !== undefined && before.kind === 'symbol' && '$€£¥#+'.includes(before.lower)) return null
  return countsSomething(s, i + 1, digits.value) ? null : digits.value
}

/** Prepositions after which any four digits are a year, also "en 1850" and "since 2000". */
const STRONG = {
  en: new Set('in since by before until till circa early mid late year'.split(' ')),
  fr: new Set("en depuis dès vers avant après ici fin début mi courant année an jusqu'en exercice".split(' ')),
}
/** Words that turn a preposition into a bound of a number: "more than 2008", "près de 1990". */
const BOUNDS = new Set('more less fewer plus moins près environ quelque over up at least'.split(' '))
/** Determiners before an English year that stands like an adjective: "its 2024 results". */
const DETERMINERS = new Set("the its their his her our a an 's".split(' '))
/** What names a model or version, with its year. */
const MODELS = new Set('model models edition version lineup'.split(' '))

/** A year on its own: "en 2024", "(2019)", "résultats 2023", "the 2008 crisis". Names with figures are none. */
export function readBareYear(s: Scan, i: number): Reading | null {
  const year = yearAt(s, i)
  if (year === null || !startsFree(s, i)) return null
  const before = word(s, i - 1)
  const modern = year >= 1900 && year <= 2099
  const result = reading(i + 1, yearPeriod(year), 'year')
  if (STRONG[s.lang].has(before)) return modern || s.tokens[i + 1]?.kind !== 'word' || year % 100 !== 0 ? result : null
  if (!modern) return null
  const opens =
    i === 0 ||
    (s.tokens[i - 1]!.kind === 'punct' && before !== ',' && before !== '-' && before !== '/' && before !== "'")
  if (opens) return result
  if (before === ',') return digitsAt(s, i - 2)?.length === 4 && yearAt(s, i - 2) !== null ? result : null
  if (s.words.yearNouns.has(before) || s.words.units.get(before) === 'year') return result
  if (s.tokens[i - 1]!.kind === 'symbol') return before === '=' || before === '<' || before === '>' ? result : null
  if (s.words.beforeYear.has(before)) {
    if (BOUNDS.has(word(s, i - 2)) || (year % 100 === 0 && s.tokens[i + 1]?.kind === 'word')) return null
    return result
  }
  if (s.lang !== 'en' || year % 100 === 0) return null
  // "expects 2024 revenue of 3 million": what is told of a year, whatever verb stands before
  if (s.words.afterCode.has(word(s, i + 1)) && s.tokens[i - 1]!.kind === 'word' && !BOUNDS.has(before)) return result
  if (!DETERMINERS.has(before)) return null
  const after = s.tokens[i + 1]
  return after?.kind === 'word' && !isCapital(s, i + 1) && !MODELS.has(after.lower) ? result : null
}

/** Dashes, and what else may stand between the years of "2024-2026" or "2024/25". */
const YEAR_JOINTS = new Set(['-', '–', '—', '/', '~'])

/** "2024-2026", "2024/2025", "2024-25": consecutive years, a season or a financial year. */
export function readYearRange(s: Scan, i: number, context: Context = {}): Reading | null {
  const first = digitsAt(s, i)
  if (first === null || first.length !== 4 || !isYear(first.value) || !startsFree(s, i)) return null
  const joint = word(s, i + 1)
  const worded = joint === 'to' || joint === 'through' || joint === 'à'
  if (!YEAR_JOINTS.has(joint) && (!worded || context.inRange === true)) return null
  const close = glued(s, i) && glued(s, i + 1)
  const second = digitsAt(s, i + 2)
  if (second === null || !endsFree(s, i + 3)) return null
  if (second.length === 2) {
    if (!close || worded || joint === '~' || second.value !== (first.value + 1) % 100) return null
    return reading(i + 3, span(yearPeriod(first.value), yearPeriod(first.value + 1)), 'year')
  }
  if (second.length !== 4 || !isYear(second.value) || second.value <= first.value) return null
  if (!close && (joint === '/' || glued(s, i) || glued(s, i + 1))) return null
  const modern = first.value >= 1900 && second.value <= 2099
  if (worded && (!modern || first.value % 100 === 0 || isMoved(s, i))) return null
  if (!modern && !s.words.beforeYear.has(word(s, i - 1))) return null
  if (countsSomething(s, i + 3, second.value)) return null
  return reading(i + 3, span(yearPeriod(first.value), yearPeriod(second.value)), 'year')
}
