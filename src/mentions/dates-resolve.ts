import {
  addMonths,
  civilDate,
  type Day,
  dayNumber,
  daysInMonth,
  isDate,
  mondayOf,
  twoDigits,
  weekdayOf,
} from '../calendar.js'
import { edtfDate, edtfInterval, groupingDays, intervalOf } from '../edtf.js'
import type { DatePart } from '../types.js'
import type { Lean, Part, Unit } from './dates-words.js'

/**
 * From what the words say to days on the calendar.
 *
 * A `Period` has two faces. `edtf` says the date at the precision of the words, in the forms of claims.md; `from` and
 * `to` (exclusive) are the days reckoned from it, which may be fewer: "late March" is `2025-03` and its last ten days,
 * "two years ago" is that year and the same month of it, "before 2030" is `../2030` and ends with 2029.
 */
export interface Period {
  is: 'period'
  /** Null where the words count from a reference date that is not known. */
  edtf: string | null
  from: Day | null
  to: Day | null
}

/** Calendar parts as told; a year that is missing is found from the reference date. */
export interface Calendar {
  is: 'calendar'
  year: number | undefined
  month: number | undefined
  day: number | undefined
  /** 1 for Monday. */
  weekday: number | undefined
  /** An EDTF grouping of the year: a season, quarter or half. */
  grouping: number | undefined
  part: Part | undefined
  lean: Lean | undefined
  /** A feast's days in a year, where these are no fixed month and day; null where it has none. */
  feast: ((year: number) => Period | null) | undefined
}

/** Nothing told. All calendar parts are copies of it, so that all have one shape. */
export const CALENDAR: Calendar = {
  is: 'calendar',
  year: undefined,
  month: undefined,
  day: undefined,
  weekday: undefined,
  grouping: undefined,
  part: undefined,
  lean: undefined,
  feast: undefined,
}

/** What a phrase says of a date, up to the token before `next`. */
export interface Reading {
  next: number
  stated: DatePart[]
  date: Calendar | Period
}

/** A reading with its period settled. */
export interface Told {
  next: number
  stated: DatePart[]
  period: Period
}

/** The days of the reference date: one day, or a month or year where no more is known. */
export interface Reference {
  from: Day
  to: Day
}

export const UNKNOWN: Period = { is: 'period', edtf: null, from: null, to: null }

/** The reference that an EDTF date stands for; null for none, an open interval or a date without its year. */
export function reference(edtf: string | null): Reference | null {
  if (edtf === null) return null
  if (edtf === latest.edtf) return latest.reference
  const days = intervalOf(edtf)
  latest.edtf = edtf
  latest.reference = days !== null && days.from < days.to && Number.isFinite(days.to - days.from) ? days : null
  return latest.reference
}

/** A document's sentences all have the same reference date. */
const latest: { edtf: string | null; reference: Reference | null } = { edtf: null, reference: null }

export function period(edtf: string, from: Day | null, to: Day | null): Period {
  return { is: 'period', edtf, from, to }
}

const day = (d: Day): Period => {
  const { year, month, day: n } = civilDate(d)
  return period(edtfDate(year, month, n), d, d + 1)
}

/** A period of whole days that EDTF has no single name for. */
export function days(from: Day, to: Day): Period {
  if (to === from + 1) return day(from)
  return period(edtfInterval(day(from).edtf, day(to - 1).edtf), from, to)
}

export const monthPeriod = (year: number, month: number): Period =>
  period(edtfDate(year, month), dayNumber(year, month, 1), dayNumber(year, month + 1, 1))

export const yearPeriod = (year: number): Period =>
  period(edtfDate(year), dayNumber(year, 1, 1), dayNumber(year + 1, 1, 1))

/** A decade (`199X`) or century (`19XX`) by its first year. */
export function yearsPeriod(first: number, count: 10 | 100): Period {
  const digits = count === 10 ? 3 : 2
  const edtf = String(first).padStart(4, '0').slice(0, digits).padEnd(4, 'X')
  return period(edtf, dayNumber(first, 1, 1), dayNumber(first + count, 1, 1))
}

/** First day of each season (EDTF 21 to 24), and the first day after it, as [month, day]; see `seasonDays`. */
const SEASONS = [
  { from: [3, 20], to: [6, 22] },
  { from: [6, 21], to: [9, 24] },
  { from: [9, 23], to: [12, 22] },
  { from: [12, 21], to: [15, 21] },
] as const

/**
 * The days of a season, as a speaker reckons them: the northern astronomical ones on their usual days; the day on which the
 * next one begins counts to both.
 */
const seasonDays = (year: number, code: number): { from: Day; to: Day } => {
  const { from, to } = SEASONS[code - 21]!
  return { from: dayNumber(year, from[0], from[1]), to: dayNumber(year, to[0], to[1]) }
}

/** A season, quarter, half or third of a year. */
const groupingPeriod = (year: number, code: number): Period => {
  const { from, to } = groupingSpan(year, code)
  return period(edtfDate(year, code), from, to)
}

const groupingSpan = (year: number, code: number): { from: Day; to: Day } =>
  code <= 24 ? seasonDays(year, code) : groupingDays(year, code)!

/** The first, middle or last part of a period; EDTF names the thirds of a year, otherwise the period keeps its name. */
export function partOf(whole: Period, part: Part): Period {
  const { from, to, edtf } = whole
  // a day or two have no parts: "late last Easter"
  if (from === null || to === null || edtf === null || to - from < 3) return whole
  if (/^\d{4}$/.test(edtf)) return groupingPeriod(Number(edtf), 36 + part)
  if (to - from === 7) {
    const [a, b] = { 1: [0, 3], 2: [2, 4], 3: [4, 7] }[part] as [number, number]
    return days(from + a, from + b)
  }
  if (to - from >= 28 && to - from <= 31) {
    const [a, b] = { 1: [from, from + 10], 2: [from + 9, from + 20], 3: [from + 20, to] }[part] as [number, number]
    return period(edtf, a, b)
  }
  if (edtf.endsWith('X')) {
    // "the early 1990s" are the first four years, the late ones the last three
    const { year } = civilDate(from)
    const tenth = edtf.endsWith('XX') ? 10 : 1
    const [a, b] = { 1: [0, 4], 2: [4, 7], 3: [7, 10] }[part] as [number, number]
    return period(edtf, dayNumber(year + a * tenth, 1, 1), dayNumber(year + b * tenth, 1, 1))
  }
  // a longer or shorter period by thirds of its length
  const third = Math.round((to - from) / 3)
  const [a, b] = { 1: [from, from + third], 2: [from + third, to - third], 3: [to - third, to] }[part] as [Day, Day]
  return period(edtf, a, b)
}

/** The calendar parts in a given year; null where the year has no such day. */
export function inYear(c: Calendar, year: number): Period | null {
  let whole: Period | null
  if (c.feast !== undefined) whole = c.feast(year)
  else if (c.grouping !== undefined) whole = groupingPeriod(year, c.grouping)
  else if (c.month === undefined) whole = yearPeriod(year)
  else if (c.day === undefined) whole = monthPeriod(year, c.month)
  else if (isDate(year, c.month, c.day)) whole = day(dayNumber(year, c.month, c.day))
  else return null
  return c.part === undefined || whole === null ? whole : partOf(whole, c.part)
}

/** The days of the parts in a given year; their name is left out where `named` can find it again. */
function daysIn(c: Calendar, year: number): Period | null {
  if (c.feast !== undefined || c.part !== undefined) return inYear(c, year)
  if (c.grouping !== undefined) {
    const { from, to } = groupingSpan(year, c.grouping)
    return nameless(from, to)
  }
  if (c.day === undefined) return nameless(dayNumber(year, c.month!, 1), dayNumber(year, c.month! + 1, 1))
  if (!isDate(year, c.month!, c.day)) return null
  const d = dayNumber(year, c.month!, c.day)
  return nameless(d, d + 1)
}

/** Of many occurrences one is taken: the others need no name. */
const nameless = (from: Day, to: Day): Period => period('', from, to)

/** An occurrence with its name. */
function named(c: Calendar, p: Period | null): Period | null {
  if (p === null || p.edtf !== '') return p
  return c.month === undefined && c.grouping === undefined ? day(p.from!) : inYear(c, civilDate(p.from!).year)
}

/** The occurrences of parts that recur, in order, around the reference date. */
function occurrences(c: Calendar, ref: Reference): Period[] {
  const found: Period[] = []
  const { year, month } = civilDate(ref.from)
  if (c.month !== undefined || c.grouping !== undefined || c.feast !== undefined) {
    // 29 February comes round in eight years at the latest
    const reach = c.day === 29 && c.month === 2 ? 8 : 2
    for (let y = year - reach; y <= year + reach; y++) {
      const one = daysIn(c, y)
      if (one !== null) found.push(one)
    }
    return found
  }
  if (c.day !== undefined) {
    // a 29th to 31st on a given weekday may be years away; the first ones either side are enough
    const reach = c.weekday === undefined ? 3 : 26
    for (let m = month - reach; m <= month + reach; m++) {
      const first = civilDate(dayNumber(year, m, 1))
      if (c.day > daysInMonth(first.year, first.month)) continue
      const d = dayNumber(first.year, first.month, c.day)
      if (c.weekday === undefined || weekdayOf(d) === c.weekday) found.push(nameless(d, d + 1))
    }
    return found
  }
  if (c.weekday !== undefined && ref.to === ref.from + 1) {
    for (let week = -2; week <= 2; week++) {
      const d = mondayOf(ref.from) + week * 7 + c.weekday - 1
      found.push(nameless(d, d + 1))
    }
  }
  return found
}

const distance = (p: Period, ref: Reference): number =>
  p.to! <= ref.from ? ref.from - p.to! + 1 : p.from! >= ref.to ? p.from! - ref.to + 1 : 0

/**
 * How to choose among the occurrences: what the words say, else what the tense of the sentence tells. `past` and
 * `future` give way where the other side is close by and their own nearly a year off: "announced a visit on 25 January"
 * on the 24th. `before` and `ahead` never do.
 */
export type Choice = Lean | 'past' | 'before' | 'future' | 'ahead' | 'near'

/** Days within which a date is close by, and beyond which it is far off. */
const CLOSE = 60
const FAR = 300

function likely(told: Period | undefined, other: Period | undefined, ref: Reference): Period | null {
  if (told === undefined) return other ?? null
  // "will restart in April", said in May, is a year ahead; "on 3 May" then was a slip of the tense
  if (other !== undefined && other.from! < told.from! && other.to! - other.from! > 1) return told
  const swap = other !== undefined && distance(told, ref) > FAR && distance(other, ref) <= CLOSE
  return swap ? other : told
}

/** The last that begins before a day. */
const lastBegun = (found: Period[], d: Day): Period | undefined => {
  for (let k = found.length - 1; k >= 0; k--) if (found[k]!.from! < d) return found[k]
  return undefined
}

/** The last that ends before a day. */
const lastEnded = (found: Period[], d: Day): Period | undefined => {
  for (let k = found.length - 1; k >= 0; k--) if (found[k]!.to! <= d) return found[k]
  return undefined
}

/** The first that is not over before a day. */
const firstOpen = (found: Period[], d: Day): Period | undefined => {
  for (let k = 0; k < found.length; k++) if (found[k]!.to! > d) return found[k]
  return undefined
}

/** The first that begins on a day or after it. */
const firstAhead = (found: Period[], d: Day): Period | undefined => {
  for (let k = 0; k < found.length; k++) if (found[k]!.from! >= d) return found[k]
  return undefined
}

/** The one-day occurrence in the week that begins with a Monday. */
const inWeekOf = (found: Period[], monday: Day): Period | undefined =>
  found.find((p) => p.to! - p.from! === 1 && mondayOf(p.from!) === monday)

function choose(found: Period[], ref: Reference, choice: Choice): Period | null {
  switch (choice) {
    case 'past':
      return likely(lastBegun(found, ref.to), firstOpen(found, ref.from), ref)
    case 'future':
      return likely(firstOpen(found, ref.from), lastBegun(found, ref.to), ref)
    case 'before':
      return lastBegun(found, ref.to) ?? null
    case 'ahead':
      return firstOpen(found, ref.from) ?? null
    case 'last':
      return lastEnded(found, ref.from) ?? null
    case 'next':
      return firstAhead(found, ref.to) ?? null
    case 'beforeLast':
      return found.filter((p) => p.to! <= ref.from).at(-2) ?? null
    case 'afterNext':
      return found.filter((p) => p.from! >= ref.to)[1] ?? null
    case 'lastWeek':
      // only a weekday can lie in the week before; a month or season is the last one
      return inWeekOf(found, mondayOf(ref.from) - 7) ?? lastEnded(found, ref.from) ?? null
    case 'nextWeek':
      return inWeekOf(found, mondayOf(ref.from) + 7) ?? firstAhead(found, ref.to) ?? null
    case 'this': {
      const { year } = civilDate(ref.from)
      return (
        found.find((p) => p.from! < ref.to && p.to! > ref.from) ??
        found.find((p) => p.to! - p.from! > 1 && civilDate(p.from!).year === year) ??
        firstOpen(found, ref.from) ??
        null
      )
    }
    case 'near':
      return nearest(found, ref)
  }
}

function nearest(found: Period[], ref: Reference): Period | null {
  let best: Period | null = null
  for (const p of found) if (best === null || distance(p, ref) < distance(best, ref)) best = p
  return best
}

/** What is told of a date whose year cannot be known: `XXXX-04`; a weekday alone says nothing. */
function unplaced(c: Calendar): Period {
  if (c.grouping !== undefined) return period(edtfDate(null, c.grouping), null, null)
  if (c.month !== undefined) return period(edtfDate(null, c.month, c.day), null, null)
  if (c.day !== undefined) return period(`XXXX-XX-${twoDigits(c.day)}`, null, null)
  return UNKNOWN
}

/**
 * The period that calendar parts stand for. Without a year it is the occurrence that `choice` picks (words such as
 * "last" in the parts themselves win over it); where there is no reference date it keeps what is told.
 */
export function resolve(date: Calendar | Period, ref: Reference | null, choice: Choice): Period {
  if (date.is === 'period') return date
  if (date.year !== undefined) return inYear(date, date.year) ?? UNKNOWN
  if (ref === null) return unplaced(date)
  const found = occurrences(date, ref)
  const how = date.lean ?? choice
  if (date.weekday !== undefined && date.month !== undefined && date.day !== undefined) {
    // a weekday beside the date tells the year, if the writer did not err
    const fitting = found.filter((p) => weekdayOf(p.from!) === date.weekday)
    const best = choose(fitting, ref, how) ?? choose(fitting, ref, 'near')
    if (best !== null && (best.from! > ref.from || distance(best, ref) < 366)) return named(date, best)!
  }
  return named(date, choose(found, ref, how)) ?? unplaced(date)
}

/** The start of the unit that holds a day. */
function unitStart(unit: Unit, d: Day): Day {
  const { year, month } = civilDate(d)
  switch (unit) {
    case 'week':
    case 'fortnight':
      return mondayOf(d)
    case 'weekend':
      return mondayOf(d) + 5
    case 'month':
      return dayNumber(year, month, 1)
    case 'quarter':
      return dayNumber(year, month - ((month - 1) % 3), 1)
    case 'half':
      return dayNumber(year, month - ((month - 1) % 6), 1)
    case 'year':
      return dayNumber(year, 1, 1)
    case 'decade':
      return dayNumber(Math.floor(year / 10) * 10, 1, 1)
    case 'century':
      return dayNumber(Math.floor(year / 100) * 100, 1, 1)
    default:
      return d
  }
}

const MONTHS: Partial<Record<Unit, number>> = { month: 1, quarter: 3, half: 6, year: 12, decade: 120, century: 1200 }
const DAYS: Partial<Record<Unit, number>> = { day: 1, week: 7, weekend: 7, fortnight: 14 }

/** The day `count` units after a day (before it, where negative); null for units that are no whole days. */
export function shiftDay(d: Day, unit: Unit, count: number): Day | null {
  const months = MONTHS[unit]
  if (months !== undefined) return addMonths(d, months * count)
  if (unit === 'weekday') {
    let at = d
    for (let left = Math.abs(count); left > 0; ) {
      at += Math.sign(count)
      if (weekdayOf(at) <= 5) left--
    }
    return at
  }
  const length = DAYS[unit]
  return length === undefined ? null : d + length * count
}

function unitPeriod(unit: Unit, start: Day): Period {
  const { year, month } = civilDate(start)
  switch (unit) {
    case 'month':
      return monthPeriod(year, month)
    case 'quarter':
      return groupingPeriod(year, 33 + Math.floor((month - 1) / 3))
    case 'half':
      return groupingPeriod(year, month <= 6 ? 40 : 41)
    case 'year':
      return yearPeriod(year)
    case 'decade':
      return yearsPeriod(year, 10)
    case 'century':
      return yearsPeriod(year, 100)
    case 'weekend':
      return days(start, start + 2)
    default:
      return days(start, shiftDay(start, unit, 1) ?? start + 1)
  }
}

/** The season (EDTF code) that begins last before a day, and its year. */
function seasonOf(d: Day): { year: number; code: number } {
  const { year } = civilDate(d)
  for (const [y, code] of [
    [year, 24],
    [year, 23],
    [year, 22],
    [year, 21],
  ] as const) {
    if (seasonDays(y, code).from <= d) return { year: y, code }
  }
  return { year: year - 1, code: 24 }
}

/**
 * The unit that lies `shift` units after the one which holds the reference date: -1 is "last month". Unknown where the
 * reference date is not known to that precision.
 */
export function cycle(unit: Unit, shift: number, ref: Reference | null): Period {
  if (ref === null) return UNKNOWN
  if (unit === 'season') {
    const now = seasonOf(ref.from)
    const count = now.year * 4 + (now.code - 21) + shift
    return groupingPeriod(Math.floor(count / 4), 21 + (((count % 4) + 4) % 4))
  }
  const start = unitStart(unit, ref.from)
  if (unitStart(unit, ref.to - 1) !== start) return UNKNOWN
  const shifted = shiftDay(start, unit, shift)
  return shifted === null ? UNKNOWN : unitPeriod(unit, shifted)
}

/**
 * `count` whole units before the one that holds the reference date (`sign` -1: "the last three months") or after it (1).
 * Whole calendar units, as Duckling reads them; Recognizers-Text counts back from the day itself.
 */
export function cycles(unit: Unit, count: number, sign: -1 | 1, ref: Reference | null): Period {
  if (ref === null || count < 1) return UNKNOWN
  if (unit === 'weekday') {
    if (ref.to !== ref.from + 1) return UNKNOWN
    const far = shiftDay(ref.from, unit, sign * count)!
    return sign < 0 ? days(far, ref.from) : days(shiftDay(ref.from, unit, 1)!, far + 1)
  }
  const first = cycle(unit, sign < 0 ? -count : 1, ref)
  const last = cycle(unit, sign < 0 ? -1 : count, ref)
  return count === 1 ? first : span(first, last)
}

/**
 * `count` units counted from the day itself: "the five past years", with the count first. Recognizers-Text reads it so,
 * and leaves the day itself out.
 */
export function rolling(unit: Unit, count: number, sign: -1 | 1, ref: Reference | null): Period {
  if (ref === null || ref.to !== ref.from + 1) return cycles(unit, count, sign, ref)
  const start = sign < 0 ? shiftDay(ref.from, unit, -count) : ref.from + 1
  const end = sign < 0 ? ref.from : shiftDay(ref.from + 1, unit, count)
  return start === null || end === null || start >= end ? UNKNOWN : days(start, end)
}

/** The day or month that lies so many units away from the reference date: "three weeks ago", "dans deux ans". */
export function offset(unit: Unit, count: number, ref: Reference | null): Period {
  if (ref === null) return UNKNOWN
  const d = shiftDay(ref.from, unit, count)
  if (d === null) return UNKNOWN
  const { year, month } = civilDate(d)
  const exact = ref.to === ref.from + 1
  if (unit === 'year' || unit === 'decade' || unit === 'century') {
    return ref.to - ref.from > 31 ? yearPeriod(year) : { ...monthPeriod(year, month), edtf: edtfDate(year) }
  }
  if (unit === 'month' || unit === 'quarter' || unit === 'half') {
    if (ref.to - ref.from > 31) return UNKNOWN
    return exact ? { ...day(d), edtf: edtfDate(year, month) } : monthPeriod(year, month)
  }
  return exact ? day(d) : UNKNOWN
}

/** From the start of one period to the end of another; unknown where either is, or where they are the wrong way round. */
export function span(first: Period, last: Period): Period {
  if (first.edtf === null || last.edtf === null) return UNKNOWN
  if (first.from !== null && last.to !== null && first.from >= last.to) return UNKNOWN
  const start = first.edtf.split('/')[0]!
  const end = last.edtf.split('/').at(-1)!
  return period(start === end ? start : edtfInterval(start, end), first.from, last.to)
}

/**
 * The two ends of a range, each filled with what the other says ("13 to 15 July", "from March to May 2024"), the second
 * not before the first. Null where the second cannot follow the first.
 */
export function resolveRange(
  a: Calendar | Period,
  b: Calendar | Period,
  ref: Reference | null,
  choice: Choice,
): Period | null {
  let first = a
  let last = b
  if (first.is === 'calendar' && last.is === 'calendar') {
    if (first.month === undefined && first.day !== undefined && last.month !== undefined) {
      first = { ...first, month: last.month }
    }
    if (last.month === undefined && last.day !== undefined && first.month !== undefined) {
      last = { ...last, month: first.month }
    }
    if (last.year === undefined && first.year === undefined && last.lean !== undefined && first.lean === undefined) {
      first = { ...first, lean: last.lean }
    }
    const recurring = first.month !== undefined || first.grouping !== undefined
    if (recurring && first.year === undefined && first.lean === undefined && last.year !== undefined)
      first = yearBefore(first, last)
  }
  if (last.is === 'calendar' && last.year === undefined) {
    const lean =
      (choice === 'future' || choice === 'ahead') &&
      first.is === 'calendar' &&
      first.year === undefined &&
      first.lean === undefined
    if (lean) {
      // the range as a whole lies ahead: its end does, its start may be past
      const end = resolve(last, ref, choice)
      const start = ref === null || end.from === null ? resolve(first, ref, choice) : latestBefore(first, end.from + 1)
      return span(start, end)
    }
    const start = resolve(first, ref, choice)
    const stated = last.lean !== undefined && last.lean !== 'this'
    const end = start.from === null || stated ? resolve(last, ref, choice) : earliestAfter(last, start.from)
    return end.edtf === null ? null : span(start, end)
  }
  const end = resolve(last, ref, choice)
  if (first.is === 'calendar' && first.month === undefined && first.day !== undefined && end.from !== null) {
    // "from 4 to 22 this month"
    const { year, month } = civilDate(end.from)
    const start = inYear({ ...first, month }, year)
    return start === null || start.from! >= end.from ? null : span(start, end)
  }
  if (first.is === 'calendar' && first.year === undefined && first.lean === undefined && end.from !== null) {
    // "from March to date": the last one before the end
    const start = latestBefore(first, end.from + 1)
    return start.edtf === null ? null : span(start, end)
  }
  const whole = span(resolve(first, ref, choice), end)
  return whole.edtf === null && ref !== null ? null : whole
}

/** The first end of a range in the year of its second end, or in the year before where it would come after that. */
function yearBefore(first: Calendar, last: Calendar): Calendar {
  const year = last.year!
  const start = inYear(first, year)
  const end = inYear(last, year)
  return { ...first, year: start !== null && end !== null && start.from! >= end.to! ? year - 1 : year }
}

const earliestAfter = (c: Calendar, d: Day): Period => resolve(withoutLean(c), { from: d, to: d + 1 }, 'ahead')

const latestBefore = (date: Calendar | Period, d: Day): Period =>
  date.is === 'period' ? date : resolve(withoutLean(date), { from: d - 1, to: d }, 'before')

function withoutLean(c: Calendar): Calendar {
  const weekday = c.month === undefined && c.day === undefined ? c.weekday : undefined
  return { ...c, lean: undefined, weekday }
}
