import { type Day, dayNumber, fourDigits, isDate, isoDate, twoDigits } from './calendar.js'

/**
 * EDTF (ISO 8601-2:2019, https://www.loc.gov/standards/datetime/): the forms that claims use. Days, months and years;
 * sub-year groupings 21–24 (seasons), 33–36 (quarters), 37–39 (thirds of a year) and 40–41 (halves); decades `199X` and
 * centuries `19XX`; intervals with open ends (`../2030`, `2027/..`); parts that are not known (`XXXX-04`).
 */

/**
 * First day of each sub-year grouping, and the first day after it, as [month, day]. Seasons are the northern
 * astronomical ones on their usual days; the day on which the next one begins counts to both.
 */
const GROUPINGS: Record<number, { from: [number, number]; to: [number, number] }> = {
  21: { from: [3, 20], to: [6, 22] },
  22: { from: [6, 21], to: [9, 24] },
  23: { from: [9, 23], to: [12, 22] },
  24: { from: [12, 21], to: [15, 21] },
  33: { from: [1, 1], to: [4, 1] },
  34: { from: [4, 1], to: [7, 1] },
  35: { from: [7, 1], to: [10, 1] },
  36: { from: [10, 1], to: [13, 1] },
  37: { from: [1, 1], to: [5, 1] },
  38: { from: [5, 1], to: [9, 1] },
  39: { from: [9, 1], to: [13, 1] },
  40: { from: [1, 1], to: [7, 1] },
  41: { from: [7, 1], to: [13, 1] },
}

/** The days of a sub-year grouping (21–24, 33–41); winter (24) runs into the year after. `to` is exclusive. */
export function groupingDays(year: number, code: number): { from: Day; to: Day } | null {
  const grouping = GROUPINGS[code]
  if (grouping === undefined) return null
  return { from: dayNumber(year, ...grouping.from), to: dayNumber(year, ...grouping.to) }
}

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

/** The days that one EDTF date (no interval) covers, or null where it does not say which (`XXXX-04`) or is none. */
function dateDays(date: string): { from: Day; to: Day } | null {
  const plain = date.replace(/[~?%]+$/, '')
  const unspecified = /^(\d{2}XX|\d{3}X)$/.exec(plain)
  if (unspecified !== null) {
    const years = plain.endsWith('XX') ? 100 : 10
    const year = Number(plain.replaceAll('X', '0'))
    return { from: dayNumber(year, 1, 1), to: dayNumber(year + years, 1, 1) }
  }
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(plain)
  if (parts === null) return null
  const year = Number(parts[1])
  if (parts[2] === undefined) return { from: dayNumber(year, 1, 1), to: dayNumber(year + 1, 1, 1) }
  const month = Number(parts[2])
  if (parts[3] === undefined) {
    if (month >= 1 && month <= 12) return { from: dayNumber(year, month, 1), to: dayNumber(year, month + 1, 1) }
    return groupingDays(year, month)
  }
  const day = Number(parts[3])
  if (!isDate(year, month, day)) return null
  return { from: dayNumber(year, month, day), to: dayNumber(year, month, day) + 1 }
}

/**
 * The days that an EDTF string covers, as day numbers: `from` inclusive, `to` exclusive, null where that end is open or
 * not known. A string that is no EDTF date of the forms above has neither end.
 */
export function edtfDays(edtf: string): { from: Day | null; to: Day | null } {
  const slash = edtf.indexOf('/')
  if (slash < 0) return dateDays(edtf) ?? { from: null, to: null }
  return { from: dateDays(edtf.slice(0, slash))?.from ?? null, to: dateDays(edtf.slice(slash + 1))?.to ?? null }
}

/** As `edtfDays`, as ISO dates: `2025-34` is from `2025-04-01` (inclusive) to `2025-07-01` (exclusive). */
export function edtfBounds(edtf: string): { from: string | null; to: string | null } {
  const { from, to } = edtfDays(edtf)
  return { from: from === null ? null : isoDate(from), to: to === null ? null : isoDate(to) }
}
