/**
 * Periods of EDTF dates (ISO 8601-2), good for telling whether two overlap and which is earlier. A day is counted as if
 * every month had 31, so that days keep their order without a calendar.
 */
export interface Period {
  /** First day; -Infinity where the period is open. */
  from: number
  /** The day after the last; Infinity where the period is open. */
  to: number
}

/** Months of the sub-year groupings: first and last. Seasons are the northern ones by whole months. */
const GROUPINGS: Record<string, [first: number, last: number]> = {
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

const DATE = /^(\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2})(?:-(\d{2}))?)?$/

/** The period of an EDTF date or interval, null where it has no year or is none. */
export function periodOf(edtf: string): Period | null {
  const [first = '', last] = edtf.split('/')
  if (last === undefined) return datePeriod(first)
  const from = first === '..' ? Number.NEGATIVE_INFINITY : datePeriod(first)?.from
  const to = last === '..' ? Number.POSITIVE_INFINITY : datePeriod(last)?.to
  return from === undefined || to === undefined ? null : { from, to }
}

function datePeriod(date: string): Period | null {
  const [, year, month, day] = DATE.exec(date) ?? []
  if (year === undefined) return null
  const firstYear = Number(year.replaceAll('X', '0'))
  const years = 10 ** (year.length - year.replaceAll('X', '').length)
  if (month === undefined) return { from: dayKey(firstYear, 1, 1), to: dayKey(firstYear + years, 1, 1) }
  const [first, last] = GROUPINGS[month] ?? [Number(month), Number(month)]
  if (day === undefined) return { from: dayKey(firstYear, first, 1), to: dayKey(firstYear, last + 1, 1) }
  const key = dayKey(firstYear, first, Number(day))
  return { from: key, to: key + 1 }
}

function dayKey(year: number, month: number, day: number): number {
  return (year * 12 + month - 1) * 31 + day - 1
}

/** How one period lies to another. `apart`: they share no day. */
export type PeriodRelation = 'equal' | 'contains' | 'within' | 'overlapping' | 'apart'

export function relatePeriods(a: Period, b: Period): PeriodRelation {
  if (a.from === b.from && a.to === b.to) return 'equal'
  if (a.to <= b.from || b.to <= a.from) return 'apart'
  if (a.from <= b.from && b.to <= a.to) return 'contains'
  return b.from <= a.from && a.to <= b.to ? 'within' : 'overlapping'
}

/** Which of two dates is surely later: the whole of it after the whole of the other. Null where that is not known. */
export function laterOf(a: string | null, b: string | null): 'a' | 'b' | null {
  const first = a === null ? null : periodOf(a)
  const second = b === null ? null : periodOf(b)
  if (first === null || second === null) return null
  if (first.to <= second.from) return 'b'
  return second.to <= first.from ? 'a' : null
}
