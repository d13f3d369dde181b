import { BEGIN, BEGINS_DATE } from './dates-bits.js'
import { readCode } from './dates-codes.js'
import { readDay, readLoneDay, readModified, readMonth, readWeekday } from './dates-days.js'
import { readFeast } from './dates-feasts.js'
import {
  type Context,
  countsSomething,
  monthName,
  readBareYear,
  readNumericDate,
  readYearRange,
  startsFree,
  yearAt,
} from './dates-numeric.js'
import {
  readDecadeName,
  readEarlierLater,
  readGrouping,
  readMonthPhrase,
  readPart,
  readSeason,
  readYearPhrase,
} from './dates-periods.js'
import { readNthOf, readNthSpan, readWeek, readWeekThenDay } from './dates-places.js'
import { readCycle, readDeictic } from './dates-relative.js'
import { CALENDAR, type Reading, yearPeriod } from './dates-resolve.js'
import { begins, digitsAt, reading, type Scan, unitNear, word, yearInWords } from './dates-scan.js'

/** One date, whatever it begins with. */

const YEAR_WORD_GOVERNORS = new Set(
  'in of since until by before after from en de depuis dès avant après année an year'.split(' '),
)

/** After these a round thousand is a number: "from one thousand to two", "une hausse de deux mille". */
const BEFORE_NUMBERS = new Set('of by before after until from de avant après'.split(' '))

/** "in nineteen ninety-six", "en deux mille quinze"; as an end of a range "two thousand twenty" needs no preposition. */
function readWordedYear(s: Scan, i: number, context: Context): Reading | null {
  const before = word(s, i - 1)
  if (context.inRange === true && !YEAR_WORD_GOVERNORS.has(before)) return readWordedEnd(s, i)
  if (!YEAR_WORD_GOVERNORS.has(before) || word(s, i - 2) === 'plus' || word(s, i - 2) === 'moins') return null
  const words = yearInWords(s, i)
  if (words === null || countsSomething(s, words.next, words.year)) return null
  if (words.year % 1000 === 0 && BEFORE_NUMBERS.has(before)) return null
  return reading(words.next, yearPeriod(words.year), 'year')
}

/** Where no preposition tells a year from a number, a year is one of our time and no round number. */
function readWordedEnd(s: Scan, i: number): Reading | null {
  const words = yearInWords(s, i)
  if (words === null || words.year < 1900 || words.year > 2099 || words.year % 100 === 0) return null
  if (countsSomething(s, words.next, words.year)) return null
  // "two thousand ten to two thousand twenty guests": written out, a number before a plural counts
  const after = s.tokens[words.next]
  if (s.lang === 'en' && after?.kind === 'word' && after.lower.length > 3 && after.lower.endsWith('s')) return null
  return reading(words.next, yearPeriod(words.year), 'year')
}

/** One date at token `i`, without limits ("by", "since") and ranges; articles are skipped by the caller. */
export function readDate(s: Scan, i: number, context: Context = {}): Reading | null {
  const bits = begins(s, i)
  if ((bits & BEGINS_DATE) === 0) return null
  const kind = s.tokens[i]!.kind
  if (kind === 'digits') return readFigures(s, i, context)
  if (kind === 'mixed') {
    return (
      readCode(s, i, context) ??
      readDay(s, i, context) ??
      readGrouping(s, i) ??
      readNthOf(s, i) ??
      readLoneDay(s, i, context)
    )
  }
  const may = (begin: number) => (bits & begin) !== 0
  const { feast, weekday, deictic, part, earlier, place, modifier, unit, month, season, decade, yearWord, figure } =
    BEGIN
  return (
    (may(feast) ? readFeast(s, i, null) : null) ??
    (may(weekday) ? readWeekday(s, i) : null) ??
    (may(deictic | unit) ? readDeictic(s, i) : null) ??
    (may(part | unit | yearWord) ? readPart(s, i) : null) ??
    (may(earlier) ? readEarlierLater(s, i) : null) ??
    (may(place) ? (readGrouping(s, i) ?? readNthOf(s, i)) : null) ??
    (may(place | figure) && unitNear(s, i) ? readNthSpan(s, i) : null) ??
    (may(modifier) ? readModified(s, i) : null) ??
    (may(unit | yearWord) ? readYearPhrase(s, i) : null) ??
    (may(unit | yearWord) ? (readWeek(s, i) ?? readMonthPhrase(s, i)) : null) ??
    (may(modifier | unit | figure) && unitNear(s, i) ? readWeekThenDay(s, i) : null) ??
    (may(place | figure) ? readDay(s, i, context) : null) ??
    (may(month) ? readMonth(s, i, context) : null) ??
    (may(season) ? readSeason(s, i) : null) ??
    (may(decade) ? readDecadeName(s, i) : null) ??
    (may(figure) ? (readWordedYear(s, i, context) ?? readLoneDay(s, i, context)) : null)
  )
}

/** A date that begins with digits: their number shows what it may be. */
function readFigures(s: Scan, i: number, context: Context): Reading | null {
  const { length } = s.tokens[i]!.lower
  if (length === 8) return readNumericDate(s, i, context)
  if (length === 4) {
    const year =
      readNumericDate(s, i, context) ??
      readYearRange(s, i, context) ??
      readCode(s, i, context) ??
      readYearThenMonth(s, i) ??
      readBareYear(s, i)
    if (year !== null) return year
  } else if (length <= 2) {
    const day = readNumericDate(s, i, context) ?? readDay(s, i, context)
    if (day !== null) return day
  }
  return (unitNear(s, i) ? (readNthSpan(s, i) ?? readCycle(s, i)) : null) ?? readLoneDay(s, i, context)
}

/** "2017 april" */
function readYearThenMonth(s: Scan, i: number): Reading | null {
  const year = yearAt(s, i)
  const month = year === null || s.lang !== 'en' ? undefined : monthName(s, i + 1)
  if (year === null || month === undefined || digitsAt(s, i + 2) !== null || !startsFree(s, i)) return null
  return reading(i + 2, { ...CALENDAR, year, month }, 'year', 'month')
}
