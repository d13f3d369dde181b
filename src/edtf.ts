import { type Day, dayNumber, fourDigits, isDate, twoDigits } from './calendar.js'

/**
 * EDTF (ISO 8601-2:2019, https://www.loc.gov/standards/datetime/): the forms that claims use. Days, months and years;
 * sub-year groupings 21–24 (seasons), 33–36 (quarters), 37–39 (thirds of a year) and 40–41 (halves); decades `199X` and
 * centuries `19XX`; intervals with open ends (`../2030`, `2027/..`); parts that are not known (`XXXX-04`).
 */

/** The days that a date or interval covers. */
export interface Interval {
  /** First day; -Infinity where it is open. */
  from: Day
  /** The day after the last; Infinity where it is open. */
  to: Day
}

/** First and last month of each sub-year grouping. Seasons are the northern ones by whole months; winter ends in the year after. */
const GROUPINGS: Readonly<Record<number, readonly [first: number, last: number]>> = {
  21: [3, 5],
  22: [6, 8],
  23: [9, 11],
  24: [12, 14],
  33: [1, 3],
  34: [4, 6],
  35: [7, 9],
  36: [10, 12],
  37: [1, 4],
  38: [5, 8],
  39: [9, 12],
  40: [1, 6],
  41: [7, 12],
}

/** The days of a sub-year grouping (21–24, 33–41) in a year, or null for another code. */
export function groupingDays(year: number, code: number): Interval | null {
  const months = GROUPINGS[code]
  return months === undefined ? null : monthsOf(year, months[0], months[1])
}

const monthsOf = (year: number, first: number, last: number): Interval => ({
  from: dayNumber(year, first, 1),
  to: dayNumber(year, last + 1, 1),
})

/** An EDTF date of the parts that are known; a year that is not known is `XXXX`. `month` may be a sub-year grouping. */
export function edtfDate(year: number | null, month?: number, day?: number): string {
  const y = year === null ? 'XXXX' : fourDigits(year)
  if (month === undefined) return y
  return day === undefined ? `${y}-${twoDigits(month)}` : `${y}-${twoDigits(month)}-${twoDigits(day)}`
}

/** An EDTF interval; null is an open end. */
export function edtfInterval(from: string | null, to: string | null): string {
  return `${from ?? '..'}/${to ?? '..'}`
}

/** A date that says its year, decade or century, with a mark of doubt (`~`, `?`, `%`). */
const DATE = /^(\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2})(?:-(\d{2}))?)?[~?%]?$/

/** The days that an EDTF date or interval covers; null where it does not say which (`XXXX-04`) or is none of the forms above. */
export function intervalOf(edtf: string): Interval | null {
  const slash = edtf.indexOf('/')
  if (slash < 0) return daysOf(edtf)
  const first = edtf.slice(0, slash)
  const last = edtf.slice(slash + 1)
  const from = first === '..' ? Number.NEGATIVE_INFINITY : daysOf(first)?.from
  const to = last === '..' ? Number.POSITIVE_INFINITY : daysOf(last)?.to
  return from === undefined || to === undefined ? null : { from, to }
}

function daysOf(date: string): Interval | null {
  const parts = DATE.exec(date)
  if (parts === null) return null
  const digits = (parts[1] as string).replaceAll('X', '')
  const years = 10 ** (4 - digits.length)
  const year = Number(digits) * years
  if (parts[2] === undefined) return { from: dayNumber(year, 1, 1), to: dayNumber(year + years, 1, 1) }
  if (years > 1) return null
  const month = Number(parts[2])
  if (parts[3] === undefined)
    return month >= 1 && month <= 12 ? monthsOf(year, month, month) : groupingDays(year, month)
  const day = Number(parts[3])
  if (!isDate(year, month, day)) return null
  const from = dayNumber(year, month, day)
  return { from, to: from + 1 }
}

/** How one interval lies to another. `apart`: they share no day. */
export type IntervalRelation = 'equal' | 'contains' | 'within' | 'overlapping' | 'apart'

export function relateIntervals(a: Interval, b: Interval): IntervalRelation {
  if (a.from === b.from && a.to === b.to) return 'equal'
  if (a.to <= b.from || b.to <= a.from) return 'apart'
  if (a.from <= b.from && b.to <= a.to) return 'contains'
  return b.from <= a.from && a.to <= b.to ? 'within' : 'overlapping'
}

/** Which of two EDTF dates is surely later: the whole of it after the whole of the other. Null where that is not known. */
export function laterOf(a: string | null, b: string | null): 'a' | 'b' | null {
  const first = a === null ? null : intervalOf(a)
  const second = b === null ? null : intervalOf(b)
  if (first === null || second === null) return null
  if (first.to <= second.from) return 'b'
  return second.to <= first.from ? 'a' : null
}
