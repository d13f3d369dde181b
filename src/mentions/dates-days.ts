import { civilDate, type Day, daysInMonth } from '../calendar.js'
import type { DatePart } from '../types.js'
import { BEGIN } from './dates-bits.js'
import { readFeast } from './dates-feasts.js'
import { type Context, readNumericDate, startsFree } from './dates-numeric.js'
import { modifierAfter, modifierBefore, readCycle, readUnitWhole } from './dates-relative.js'
import { CALENDAR, type Calendar, days, type Period, type Reading, resolve, UNKNOWN } from './dates-resolve.js'
import {
  begins,
  dayAt,
  digitsAt,
  glued,
  isCapital,
  isYear,
  ordinalAt,
  reading,
  type Scan,
  skipArticles,
  skipOf,
  word,
} from './dates-scan.js'
import type { Unit } from './dates-words.js'
import { type YearReading, yearAfter } from './dates-years.js'

/** Days, months and weekdays: "le 12 mars 2025", "June", "next Friday". */

/** The parts with the year told after them. */
export const withYear = (c: Calendar, year: YearReading | null): Calendar =>
  year?.year === undefined ? c : { ...c, year: year.year }

/** Parts told, with what the year adds. */
export function stated(year: YearReading | null, ...parts: DatePart[]): DatePart[] {
  if (year === null) return parts
  return year.relative === true ? [...parts, 'relative'] : ['year', ...parts]
}

/** Prepositions after which a word that is also something else ("may", "march") is a month. */
export const MONTH_GOVERNORS = new Set(
  'in of since until till by before after during last next this early mid late each every from through'.split(' '),
)
const MONTH_LINKS = new Set('to and or between - – — ( / than the for on'.split(' '))

/** A month at token `i`; `beside`: a day or year stands beside it, which allows short forms and ambiguous words. */
export function monthAt(s: Scan, i: number, beside: boolean): { month: number; next: number } | null {
  const w = word(s, i)
  const month = s.words.months.get(w)
  if (month !== undefined) {
    return beside || monthAlone(s, i) ? { month, next: i + 1 } : null
  }
  const short = s.words.shortMonths.get(w)
  if (short === undefined) return null
  // "cinq à sept mille"
  if (s.tokens[i + 1]?.kind === 'word' && (begins(s, i) & begins(s, i + 1) & BEGIN.figure) !== 0) return null
  const dotted = word(s, i + 1) === '.' && glued(s, i)
  // a stop that ends the sentence is not the abbreviation's
  const next = dotted && s.tokens[i + 2] !== undefined ? i + 2 : i + 1
  if (beside) return { month: short, next }
  if (s.lang === 'fr') return dotted && s.words.beforeYear.has(word(s, i - 1)) ? { month: short, next } : null
  const governor = word(s, i - 1)
  const joined =
    word(s, i + 1) === '-' && (s.words.months.has(word(s, i + 2)) || s.words.shortMonths.has(word(s, i + 2)))
  const governed =
    joined || MONTH_GOVERNORS.has(governor) || governor === 'to' || governor === 'and' || governor === '-'
  return governed && w !== 'mar' ? { month: short, next } : null
}

/** Months that are also common words or first names. */
const AMBIGUOUS_EN = new Set(['may', 'march', 'august'])
const FIRST_NAMES = new Set(['april', 'june'])

/** Whether a full month name stands for the month, with neither day nor year beside it. */
function monthAlone(s: Scan, i: number): boolean {
  const w = word(s, i)
  const before = word(s, i - 1)
  const capital = isCapital(s, i)
  const opens = i === 0 || s.tokens[i - 1]!.kind === 'punct'
  if (s.lang === 'fr') {
    // French writes its months small: "Mars" is the planet, the god or a company, "Avril" a name
    return !capital || (w !== 'mars' && !isCapital(s, i + 1))
  }
  if (FIRST_NAMES.has(w)) return !capital || MONTH_GOVERNORS.has(before) || !isCapital(s, i + 1)
  if (!AMBIGUOUS_EN.has(w)) return true
  if (MONTH_GOVERNORS.has(before)) return !(w === 'march' && !capital && before === 'from')
  if (!capital) return false
  if (isCapital(s, i + 1) && s.words.weekdays.get(word(s, i + 1)) === undefined) return false
  if (before === '-' || before === '–' || before === '/') return true
  if (opens) return s.tokens[i + 1] === undefined || w === 'august' || modifierAfter(s, i + 1) !== null
  return MONTH_LINKS.has(before) || !isCapital(s, i - 1)
}

/** Number words after a day that make it a number: "March 3 million". */
const SCALES = new Set(
  'million millions billion billions milliard milliards thousand hundred mille percent per pour euros dollars km bn mn'.split(
    ' ',
  ),
)

/** The day before token `i` counts what follows: "in March 20 people", "12 %", "3.5". */
function dayCounts(s: Scan, i: number): boolean {
  const after = s.tokens[i]
  if (after === undefined) return false
  if (after.kind === 'symbol') return '%€$£¥°'.includes(after.lower)
  if ((after.lower === '.' || after.lower === ',') && glued(s, i - 1) && glued(s, i)) return digitsAt(s, i + 1) !== null
  return SCALES.has(after.lower)
}

/** "March 3rd, 2015", "mars 2025", "Dec-2018", "June": a month first. */
export function readMonth(s: Scan, i: number, context: Context = {}): Reading | null {
  const ambiguous = monthAt(s, i, true)
  if (ambiguous === null) return null
  const { month } = ambiguous
  let at = ambiguous.next
  const joint = word(s, at)
  if ((joint === '/' || joint === '-') && glued(s, at - 1) && glued(s, at)) {
    const joined = monthJoined(s, at, joint, month)
    if (joined !== null) return joined
  }
  if (s.lang === 'en') {
    // "October, 1st", "April the ninth"
    if (joint === ',' && ordinalAt(s, at + 1) !== null) at++
    else if (joint === 'the' && ordinalAt(s, at + 1) !== null) at++
    const day = dayAt(s, at)
    if (day !== null && dayFollowsMonth(s, i, at, day)) {
      const year = yearAfter(s, day.next, true)
      const weekday = year === null ? trailingWeekday(s, day.next) : null
      const c: Calendar = { ...CALENDAR, month, day: day.day }
      if (weekday !== null) return reading(weekday.next, { ...c, weekday: weekday.weekday }, 'month', 'day', 'weekday')
      return reading(year?.next ?? day.next, withYear(c, year), ...stated(year, 'month', 'day'))
    }
    at = ambiguous.next
  }
  const quarter = s.lang === 'en' && month % 3 === 0 && word(s, at) === 'quarter'
  if (quarter) return quarterTo(s, at + 1, month)
  const year = yearAfter(s, at, false)
  if (year !== null) return reading(year.next, withYear({ ...CALENDAR, month }, year), ...stated(year, 'month'))
  const alone = monthAt(s, i, context.inRange === true && !AMBIGUOUS_EN.has(word(s, i)))
  if (alone === null) return null
  return monthModified(s, alone.next, { ...CALENDAR, month }, 'month')
}

/** "the June quarter": the one that ends with the month. */
function quarterTo(s: Scan, next: number, month: number): Reading {
  const year = yearAfter(s, next, false)
  const c: Calendar = { ...CALENDAR, grouping: 32 + month / 3 }
  if (year !== null) return reading(year.next, withYear(c, year), ...stated(year, 'quarter'))
  return reading(next, c, 'quarter')
}

/** A month's day must be no number of its own: "in May 20 plants closed" tells of twenty plants. */
function dayFollowsMonth(s: Scan, i: number, at: number, day: { next: number; ordinal: boolean }): boolean {
  if (dayCounts(s, day.next)) return false
  if (day.ordinal) return true
  if (s.tokens[at]?.kind === 'word') {
    // "May twenty nine" but not "in May two plants"
    return s.tokens[day.next]?.kind !== 'word' || word(s, day.next) === 'to' || word(s, day.next) === 'through'
  }
  const after = s.tokens[day.next]
  const counted = word(s, i - 1) === 'in' && after?.kind === 'word' && !s.words.to.has(after.lower)
  return !counted
}

/** "mars prochain", "March after next": a modifier after a month, season or weekday. */
export function monthModified(s: Scan, next: number, c: Calendar, ...parts: DatePart[]): Reading {
  const after = modifierAfter(s, next)
  if (after === null || after.modifier.shift === 0) return reading(next, c, ...parts)
  return reading(after.next, { ...c, lean: after.modifier.lean }, ...parts, 'relative')
}

/** "Jul 18, Fri" */
function trailingWeekday(s: Scan, i: number): { weekday: number; next: number } | null {
  if (word(s, i) !== ',') return null
  const weekday = s.words.weekdays.get(word(s, i + 1)) ?? s.words.shortWeekdays.get(word(s, i + 1))
  return weekday === undefined || s.tokens[i + 2]?.kind === 'word' ? null : { weekday, next: i + 2 }
}

/** "Oct/2", "Dec-2018", "Sep-23-2020": joined without spaces. */
function monthJoined(s: Scan, i: number, joint: string, month: number): Reading | null {
  const first = digitsAt(s, i + 1)
  if (first === null) return null
  if (first.length === 4 && isYear(first.value)) {
    return reading(i + 2, { ...CALENDAR, month, year: first.value }, 'year', 'month')
  }
  if (first.length > 2 || first.value < 1 || first.value > 31) return null
  const year = word(s, i + 2) === joint ? digitsAt(s, i + 3) : null
  if (year !== null && year.length === 4 && isYear(year.value)) {
    return reading(i + 4, { ...CALENDAR, month, day: first.value, year: year.value }, 'year', 'month', 'day')
  }
  return reading(i + 2, { ...CALENDAR, month, day: first.value }, 'month', 'day')
}

/** "le 12 mars 2025", "6th of May", "1er janvier prochain", "20th of the next month": the day first. */
export function readDay(s: Scan, i: number, context: Context = {}): Reading | null {
  if (!startsFree(s, i) && context.inRange !== true) return null
  const before = i > 0 ? s.tokens[i - 1] : undefined
  if (before?.kind === 'symbol' && '$€£¥#'.includes(before.lower)) return null
  const day = dayAt(s, i)
  if (day === null) return null
  let at = day.next
  if (word(s, at) === '-' && glued(s, at - 1)) at++
  const of = skipOf(s, at)
  const governed = of > at
  // "sold 18 in May": a day has its ordinal, "the 18th in May"
  if (word(s, at) === 'in' && !day.ordinal && context.inRange !== true) return null
  // "la PlayStation 5 d'avril": the number of a name
  if (
    s.lang === 'fr' &&
    governed &&
    before?.kind === 'word' &&
    isCapital(s, i - 1) &&
    !s.words.articles.has(before.lower)
  )
    return null
  let inner = of
  if (word(s, inner) === 'mois') inner = skipOf(s, inner + 1)
  const month = monthAt(s, inner, true)
  if (month !== null) {
    // "at least 12 may be sold"; a month in letters is a capitalised word in English
    const loose = s.lang === 'en' && !isCapital(s, inner) && (word(s, inner) === 'may' || word(s, inner) === 'march')
    const year = yearAfter(s, month.next, true)
    if (loose && !governed && !day.ordinal && year === null) return null
    if (
      s.lang === 'fr' &&
      word(s, inner) === 'sept' &&
      !glued(s, inner) &&
      year === null &&
      s.tokens[inner + 1] !== undefined
    ) {
      return null
    }
    const c: Calendar = { ...CALENDAR, month: month.month, day: day.day }
    if (year !== null) return reading(year.next, withYear(c, year), ...stated(year, 'month', 'day'))
    return monthModified(s, month.next, c, 'month', 'day')
  }
  if (!day.ordinal && s.lang === 'en' && !governed && context.inRange !== true) return null
  // "the 20th of next month"
  const whole = governed ? readUnitWhole(s, of) : s.lang === 'en' ? readCycle(s, of) : null
  if (whole === null || whole.date.is !== 'period' || !isOneMonth(s, of, whole)) return null
  const { from } = whole.date
  if (from === null) return reading(whole.next, UNKNOWN, 'day', 'relative')
  const { year, month: m } = civilDate(from)
  if (day.day > daysInMonth(year, m)) return null
  return reading(whole.next, days(from + day.day - 1, from + day.day), 'day', 'relative')
}

function isOneMonth(s: Scan, i: number, whole: Reading): boolean {
  for (let k = i; k < whole.next; k++) if (s.words.units.get(word(s, k)) === 'month') return true
  return false
}

/** Words that may follow a day without its month: "on the 18th for", "le 17 pour". */
const AFTER_LONE_DAY = new Set("for with at to and until through pour avec à au et jusqu' jusqu'au en by".split(' '))

/** "le 17", "on the 18th": a day of a month that is not told. */
export function readLoneDay(s: Scan, i: number, context: Context = {}): Reading | null {
  const day = dayAt(s, i)
  if (day === null || !startsFree(s, i) || dayCounts(s, day.next)) return null
  const before = word(s, i - 1)
  if (context.inRange !== true) {
    const french = s.lang === 'fr' && before === 'le' && !day.ordinal && s.tokens[i]?.kind === 'digits'
    const english = s.lang === 'en' && before === 'the' && word(s, i - 2) === 'on' && day.ordinal
    if (!french && !english) return null
    const after = s.tokens[day.next]
    if (after !== undefined && after.kind !== 'punct' && !AFTER_LONE_DAY.has(after.lower)) return null
  }
  return reading(day.next, { ...CALENDAR, day: day.day }, 'day')
}

/** Words that join a weekday to its week: "Monday of next week". */
const WEEK_JOINTS = new Set(['of', 'from', 'in', 'on', ',', '-', 'de', "d'", 'la', 'the'])

/** The week told at token `i`, after joining words. */
function weekAt(s: Scan, i: number): { monday: Day | null; next: number } | null {
  let at = i
  while (at < i + 3 && WEEK_JOINTS.has(word(s, at))) at++
  const found = readCycle(s, at)
  if (found === null || found.date.is !== 'period' || unitBetween(s, at, found.next) !== 'week') return null
  return { monday: found.date.from, next: found.next }
}

export function unitBetween(s: Scan, from: number, to: number): Unit | null {
  for (let k = from; k < to; k++) {
    const unit = s.words.units.get(word(s, k))
    if (unit !== undefined) return unit
  }
  return null
}

export const inWeek = (monday: Day | null, weekday: number): Period =>
  monday === null ? UNKNOWN : days(monday + weekday - 1, monday + weekday)

/** Words that make a weekday any one of its kind. */
const INDEFINITE = new Set('a an un une each every chaque quel'.split(' '))
/** With these a weekday is the name of a feast or an event. */
const NAMED_DAYS = new Set(
  'black good cyber super ash shrove palm whit maundy holy easter fat pancake clean'.split(' '),
)

/** "mercredi 3 septembre", "Friday", "lundi prochain", "Tuesday of last week", "jeudi 15". */
export function readWeekday(s: Scan, i: number): Reading | null {
  const full = s.words.weekdays.get(word(s, i))
  const weekday = full ?? s.words.shortWeekdays.get(word(s, i))
  if (weekday === undefined) return null
  let at = i + 1
  if (full === undefined && word(s, at) === '.' && glued(s, i)) at++
  let from = at
  if (word(s, from) === ',' || word(s, from) === '(' || word(s, from) === '-') from++
  from = skipArticles(s, from)
  const date = readDay(s, from) ?? readMonth(s, from) ?? readNumericDate(s, from, { afterWeekday: true })
  if (date?.stated.includes('day')) {
    const next = word(s, at) === '(' && word(s, date.next) === ')' ? date.next + 1 : date.next
    if (date.date.is === 'period') return { next, stated: [...date.stated, 'weekday'], date: date.date }
    return { next, stated: [...date.stated, 'weekday'], date: { ...date.date, weekday } }
  }
  const day = from === at || s.words.articles.has(word(s, at)) ? dayAt(s, from) : null
  if (day !== null && dayOfWeekday(s, day)) {
    return reading(day.next, { ...CALENDAR, weekday, day: day.day }, 'weekday', 'day')
  }
  if (full === undefined) {
    // "thu", "tues." alone are no other words; "sun", "mon", "wed" are
    return s.lang === 'en' && (weekday === 4 || weekday === 2) ? reading(at, { ...CALENDAR, weekday }, 'weekday') : null
  }
  if (INDEFINITE.has(word(s, i - 1)) || NAMED_DAYS.has(word(s, i - 1))) return null
  const week = weekAt(s, at)
  if (week !== null) return reading(week.next, inWeek(week.monday, weekday), 'weekday', 'relative')
  const fortnight = s.lang === 'fr' ? weeksHence(s, at) : null
  if (fortnight !== null) {
    const first = resolve({ ...CALENDAR, weekday }, s.ref, 'future')
    const shifted = first.from === null ? UNKNOWN : days(first.from + fortnight.days, first.from + fortnight.days + 1)
    return reading(fortnight.next, shifted, 'weekday', 'relative')
  }
  return monthModified(s, at, { ...CALENDAR, weekday }, 'weekday')
}

/** A weekday's number is its day unless it counts what follows: "vendredi 15 salariés". */
function dayOfWeekday(s: Scan, day: { next: number; ordinal: boolean }): boolean {
  const after = s.tokens[day.next]
  if (dayCounts(s, day.next)) return false
  return (
    day.ordinal ||
    after === undefined ||
    after.kind === 'punct' ||
    AFTER_LONE_DAY.has(after.lower) ||
    s.words.to.has(after.lower)
  )
}

/** "lundi en huit", "mardi en quinze": one or two weeks after the coming one. */
function weeksHence(s: Scan, i: number): { days: number; next: number } | null {
  if (word(s, i) !== 'en') return null
  const count = word(s, i + 1)
  if (count === '8' || count === 'huit') return { days: 7, next: i + 2 }
  if (count === '15' || count === 'quinze') return { days: 14, next: i + 2 }
  return null
}

/** "last Friday", "this September", "cet été", "next spring": a modifier before a month, weekday, season or feast. */
export function readModified(s: Scan, i: number): Reading | null {
  const before = modifierBefore(s, i)
  if (before === null) return null
  const { lean, shift } = before.modifier
  if (s.lang === 'fr' && shift !== 0) return null
  const at = before.next
  const feast = readFeast(s, at, lean)
  if (feast !== null) return feast
  const weekday = s.words.weekdays.get(word(s, at))
  if (weekday !== undefined) {
    const found = readWeekday(s, at)
    if (found === null || found.date.is === 'period') return found
    const alone = found.date.day === undefined
    // "ce lundi" is the nearest one that the tense tells
    const own = found.date.lean
    const date = !alone || (lean === 'this' && own === undefined) ? found.date : { ...found.date, lean: own ?? lean }
    return { ...found, date: alone ? date : { ...date, lean: 'this' } }
  }
  const season = s.words.seasons.get(word(s, at))
  if (season !== undefined) {
    if (word(s, at) === 'fall' && (word(s, at + 1) === 'in' || word(s, at + 1) === 'of')) return null
    return reading(at + 1, { ...CALENDAR, grouping: season, lean }, 'season', 'relative')
  }
  if (monthAt(s, at, true) !== null && word(s, at) !== 'sun') {
    const found = readMonth(s, at, { inRange: true })
    if (found === null || found.date.is === 'period') return found
    return found.date.year !== undefined || found.date.lean !== undefined
      ? found
      : { ...found, date: { ...found.date, lean }, stated: [...found.stated, 'relative'] }
  }
  const numeric = readNumericDate(s, at)
  return numeric !== null && numeric.date.is === 'calendar' && shift >= 0
    ? { ...numeric, date: { ...numeric.date, lean } }
    : null
}
