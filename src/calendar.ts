/**
 * Calendar arithmetic on plain integers: no time zones, no clock. A day is the number of days since 1970-01-01 in the
 * proleptic Gregorian calendar, as ISO 8601 has it; weeks begin on Monday.
 */

/** A day, counted from 1970-01-01 (day 0). */
export type Day = number

export interface CivilDate {
  year: number
  /** 1 to 12. */
  month: number
  /** 1 to 31. */
  day: number
}

/** The day number of a date; a month beyond 1…12 runs on into the neighbouring years (Hinnant, `days_from_civil`). */
export function dayNumber(year: number, month: number, day: number): Day {
  const months = year * 12 + month - 1
  const y = Math.floor(months / 12)
  const m = months - y * 12 + 1
  // years begin in March, so that the leap day comes last
  const marchYear = m <= 2 ? y - 1 : y
  const era = Math.floor(marchYear / 400)
  const yearOfEra = marchYear - era * 400
  const dayOfYear = Math.floor((153 * (m > 2 ? m - 3 : m + 9) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146097 + dayOfEra - 719468
}

/** The date of a day number (Hinnant, `civil_from_days`). */
export function civilDate(day: Day): CivilDate {
  const z = day + 719468
  const era = Math.floor(z / 146097)
  const dayOfEra = z - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  }
}

export const twoDigits = (n: number): string => (n < 10 ? `0${n}` : `${n}`)
export const fourDigits = (n: number): string => (n < 1000 ? String(n).padStart(4, '0') : `${n}`)

/** `YYYY-MM-DD`. */
export function isoDate(day: Day): string {
  const { year, month, day: d } = civilDate(day)
  return `${fourDigits(year)}-${twoDigits(month)}-${twoDigits(d)}`
}

/** 1 for Monday to 7 for Sunday. */
export function weekdayOf(day: Day): number {
  return ((((day + 3) % 7) + 7) % 7) + 1
}

/** The Monday of the day's week. */
export function mondayOf(day: Day): Day {
  return day - weekdayOf(day) + 1
}

export function daysInMonth(year: number, month: number): number {
  return dayNumber(year, month + 1, 1) - dayNumber(year, month, 1)
}

/** Whether the calendar has such a date; the year may be any. */
export function isDate(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/** The same day of the month `months` later (or earlier), or the last of that month where it is shorter. */
export function addMonths(day: Day, months: number): Day {
  const date = civilDate(day)
  const first = dayNumber(date.year, date.month + months, 1)
  const target = civilDate(first)
  return first + Math.min(date.day, daysInMonth(target.year, target.month)) - 1
}

/** The Monday of an ISO 8601 week: week 1 is the one with the year's first Thursday. */
export function isoWeek(year: number, week: number): Day {
  return mondayOf(dayNumber(year, 1, 4)) + (week - 1) * 7
}

/** Western Easter Sunday (anonymous Gregorian algorithm: Meeus, Astronomical Algorithms, ch. 8). */
export function easter(year: number): Day {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor(b / 4)
  const f = Math.floor((b + 8) / 25)
  const g = Math.floor((b - f + 1) / 3)
  const h = (19 * a + b - d - g + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return dayNumber(year, Math.floor(n / 31), (n % 31) + 1)
}

/** Orthodox Easter Sunday as a Gregorian day (Meeus, ch. 8, from the Julian calendar); for years 1900 to 2099. */
export function orthodoxEaster(year: number): Day {
  const d = (19 * (year % 19) + 15) % 30
  const e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
  const n = d + e + 114
  return dayNumber(year, Math.floor(n / 31), (n % 31) + 1) + 13
}
