import type { DatePart } from '../types.js'
import { addMonths, civilDate, type Day, daysInMonth, isoWeek, mondayOf, weekdayOf } from './calendar.js'
import { BEGIN, BEGINS_DATE } from './dates-begin.js'
import { readFeast } from './dates-feasts.js'
import {
  type Context,
  countsSomething,
  readBareYear,
  readCode,
  readNumericDate,
  readYearRange,
  startsFree,
  yearAt,
} from './dates-numeric.js'
import { modifierAfter, modifierBefore, readCycle, readDeictic, readUnitWhole } from './dates-relative.js'
import {
  type Calendar,
  cycle,
  days,
  monthPeriod,
  type Period,
  partOf,
  period,
  type Reading,
  resolve,
  span,
  UNKNOWN,
  yearPeriod,
  yearsPeriod,
} from './dates-resolve.js'
import {
  begins,
  countAt,
  dayAt,
  digitsAt,
  glued,
  isCapital,
  isYear,
  ordinalAt,
  phraseAt,
  reading,
  type Scan,
  skipArticles,
  skipOf,
  unitAt,
  unitNear,
  word,
  yearInWords,
} from './dates-scan.js'
import { choiceAround } from './dates-tense.js'
import type { Unit } from './dates-words.js'
import { type YearReading, yearAfter } from './dates-years.js'
import { edtfDate } from './edtf.js'

/** Dates told by calendar words: days and months, weekdays, quarters, seasons, "fin mars", "the first week of May". */

/** The parts with the year told after them. */
const withYear = (c: Calendar, year: YearReading | null): Calendar =>
  year?.year === undefined ? c : { ...c, year: year.year }

/** Parts told, with what the year adds. */
function stated(year: YearReading | null, ...parts: DatePart[]): DatePart[] {
  if (year === null) return parts
  return year.relative === true ? [...parts, 'relative'] : ['year', ...parts]
}

/** Prepositions after which a word that is also something else ("may", "march") is a month. */
const MONTH_GOVERNORS = new Set(
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
  const dotted = word(s, i + 1) === '.' && glued(s, i)
  // a stop that ends the sentence is not the abbreviation's
  const next = dotted && s.tokens[i + 2] !== undefined ? i + 2 : i + 1
  if (beside) return { month: short, next }
  if (s.lang === 'fr') return dotted && s.words.beforeYear.has(word(s, i - 1)) ? { month: short, next } : null
  const governor = word(s, i - 1)
  const joined = word(s, i + 1) === '-' && (s.words.months.has(word(s, i + 2)) || s.words.shortMonths.has(word(s, i + 2)))
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
  if (FIRST_NAMES.has(w)) return !capital || opens || MONTH_GOVERNORS.has(before) || !isCapital(s, i + 1)
  if (!AMBIGUOUS_EN.has(w)) return true
  if (MONTH_GOVERNORS.has(before)) return !(w === 'march' && !capital && before === 'from')
  if (!capital) return false
  if (isCapital(s, i + 1) && s.words.weekdays.get(word(s, i + 1)) === undefined) return false
  if (opens) return s.tokens[i + 1] === undefined || w === 'august' || modifierAfter(s, i + 1) !== null
  return MONTH_LINKS.has(before) || !isCapital(s, i - 1)
}

/** Number words after a day that make it a number: "March 3 million". */
const SCALES = new Set(
  'million millions billion billions milliard milliards thousand hundred mille percent per pour euros dollars km bn mn'.split(' '),
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
      const c: Calendar = { is: 'calendar', month, day: day.day }
      if (weekday !== null) return reading(weekday.next, { ...c, weekday: weekday.weekday }, 'month', 'day', 'weekday')
      return reading(year?.next ?? day.next, withYear(c, year), ...stated(year, 'month', 'day'))
    }
    at = ambiguous.next
  }
  const year = yearAfter(s, at, false)
  if (year !== null) return reading(year.next, withYear({ is: 'calendar', month }, year), ...stated(year, 'month'))
  const alone = monthAt(s, i, context.inRange === true && !AMBIGUOUS_EN.has(word(s, i)))
  if (alone === null) return null
  return monthModified(s, alone.next, { is: 'calendar', month }, 'month')
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
function monthModified(s: Scan, next: number, c: Calendar, ...parts: DatePart[]): Reading {
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
    return reading(i + 2, { is: 'calendar', month, year: first.value }, 'year', 'month')
  }
  if (first.length > 2 || first.value < 1 || first.value > 31) return null
  const year = word(s, i + 2) === joint ? digitsAt(s, i + 3) : null
  if (year !== null && year.length === 4 && isYear(year.value)) {
    return reading(i + 4, { is: 'calendar', month, day: first.value, year: year.value }, 'year', 'month', 'day')
  }
  return reading(i + 2, { is: 'calendar', month, day: first.value }, 'month', 'day')
}

/** "le 12 mars 2025", "6th of May", "1er janvier prochain", "20th of the next month": the day first. */
export function readDay(s: Scan, i: number, context: Context = {}): Reading | null {
  if (!startsFree(s, i) && context.inRange !== true) return null
  const before = s.tokens[i - 1]
  if (before?.kind === 'symbol' && '$€£¥#'.includes(before.lower)) return null
  const day = dayAt(s, i)
  if (day === null) return null
  let at = day.next
  if (word(s, at) === '-' && glued(s, at - 1)) at++
  const of = skipOf(s, at)
  const governed = of > at
  let inner = of
  if (word(s, inner) === 'mois') inner = skipOf(s, inner + 1)
  const month = monthAt(s, inner, true)
  if (month !== null) {
    // "at least 12 may be sold"; a month in letters is a capitalised word in English
    const loose = s.lang === 'en' && !isCapital(s, inner) && (word(s, inner) === 'may' || word(s, inner) === 'march')
    const year = yearAfter(s, month.next, true)
    if (loose && !governed && !day.ordinal && year === null) return null
    if (s.lang === 'fr' && word(s, inner) === 'sept' && !glued(s, inner) && year === null && s.tokens[inner + 1] !== undefined) {
      return null
    }
    const c: Calendar = { is: 'calendar', month: month.month, day: day.day }
    if (year !== null) return reading(year.next, withYear(c, year), ...stated(year, 'month', 'day'))
    return monthModified(s, month.next, c, 'month', 'day')
  }
  if (!day.ordinal && s.lang === 'en' && !governed) return null
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
  return reading(day.next, { is: 'calendar', day: day.day }, 'day')
}

/** Words that join a weekday to its week: "Monday of next week". */
const WEEK_JOINTS = new Set(["of", 'from', 'in', 'on', ',', '-', 'de', "d'", 'la', 'the'])

/** The week told at token `i`, after joining words. */
function weekAt(s: Scan, i: number): { monday: Day | null; next: number } | null {
  let at = i
  while (at < i + 3 && WEEK_JOINTS.has(word(s, at))) at++
  const found = readCycle(s, at)
  if (found === null || found.date.is !== 'period' || unitBetween(s, at, found.next) !== 'week') return null
  return { monday: found.date.from, next: found.next }
}

function unitBetween(s: Scan, from: number, to: number): Unit | null {
  for (let k = from; k < to; k++) {
    const unit = s.words.units.get(word(s, k))
    if (unit !== undefined) return unit
  }
  return null
}

const inWeek = (monday: Day | null, weekday: number): Period =>
  monday === null ? UNKNOWN : days(monday + weekday - 1, monday + weekday)

/** Words that make a weekday any one of its kind. */
const INDEFINITE = new Set('a an un une each every chaque quel'.split(' '))

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
  if (date !== null && date.stated.includes('day')) {
    const next = word(s, at) === '(' && word(s, date.next) === ')' ? date.next + 1 : date.next
    if (date.date.is === 'period') return { next, stated: [...date.stated, 'weekday'], date: date.date }
    return { next, stated: [...date.stated, 'weekday'], date: { ...date.date, weekday } }
  }
  const day = from === at || s.words.articles.has(word(s, at)) ? dayAt(s, from) : null
  if (day !== null && dayOfWeekday(s, day)) {
    return reading(day.next, { is: 'calendar', weekday, day: day.day }, 'weekday', 'day')
  }
  if (full === undefined) {
    // "thu", "tues." alone are no other words; "sun", "mon", "wed" are
    return s.lang === 'en' && (weekday === 4 || weekday === 2) ? reading(at, { is: 'calendar', weekday }, 'weekday') : null
  }
  if (INDEFINITE.has(word(s, i - 1))) return null
  const week = weekAt(s, at)
  if (week !== null) return reading(week.next, inWeek(week.monday, weekday), 'weekday', 'relative')
  const fortnight = s.lang === 'fr' ? weeksHence(s, at) : null
  if (fortnight !== null) {
    const first = resolve({ is: 'calendar', weekday }, s.ref, 'future')
    const shifted = first.from === null ? UNKNOWN : days(first.from + fortnight.days, first.from + fortnight.days + 1)
    return reading(fortnight.next, shifted, 'weekday', 'relative')
  }
  return monthModified(s, at, { is: 'calendar', weekday }, 'weekday')
}

/** A weekday's number is its day unless it counts what follows: "vendredi 15 salariés". */
function dayOfWeekday(s: Scan, day: { next: number; ordinal: boolean }): boolean {
  const after = s.tokens[day.next]
  if (dayCounts(s, day.next)) return false
  return day.ordinal || after === undefined || after.kind === 'punct' || AFTER_LONE_DAY.has(after.lower) || s.words.to.has(after.lower)
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
    const date = !alone || (lean === 'this' && found.date.lean === undefined) ? found.date : { lean, ...found.date }
    return { ...found, date: alone ? date : { ...date, lean: 'this' } }
  }
  const season = s.words.seasons.get(word(s, at))
  if (season !== undefined) {
    if (word(s, at) === 'fall' && (word(s, at + 1) === 'in' || word(s, at + 1) === 'of')) return null
    return reading(at + 1, { is: 'calendar', grouping: season, lean }, 'season', 'relative')
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

/** Words before a French season: "été" is also a participle, and a season needs its article. */
const BEFORE_SEASON = {
  fr: new Set("l' cet ce le au du en d' de fin début mi dès cours".split(' ')),
  en: new Set('the in by since until during over late early mid through for'.split(' ')),
}

/** "au printemps 2027", "l'été", "summer of 2024", "in the fall". */
export function readSeason(s: Scan, i: number): Reading | null {
  const grouping = s.words.seasons.get(word(s, i))
  if (grouping === undefined) return null
  const w = word(s, i)
  const before = word(s, i - 1)
  const year = w === 'fall' && s.words.of.has(word(s, i + 1)) ? null : yearAfter(s, i + 1, false)
  const c: Calendar = { is: 'calendar', grouping }
  if (year !== null) {
    if (w === 'été' && !BEFORE_SEASON.fr.has(before) && i > 0 && s.tokens[i - 1]!.kind === 'word') return null
    return reading(skipWinterEnd(s, year.next), withYear(c, year), ...stated(year, 'season'))
  }
  if (!BEFORE_SEASON[s.lang].has(before)) return null
  if (s.lang === 'fr') {
    // "en été" and "d'hiver" tell of any year
    const after = modifierAfter(s, i + 1)
    if (after === null && (before === 'en' || before === "d'" || before === 'de') && word(s, i - 2) !== 'fin' && word(s, i - 2) !== 'début') {
      return null
    }
    return monthModified(s, i + 1, c, 'season')
  }
  const after = word(s, i + 1)
  if (w === 'fall' && (before !== 'the' || word(s, i - 2) !== 'in' || after === 'in' || after === 'of')) return null
  if (w === 'spring' && before === 'the' && after === 'of') return null
  // "the summer sales": a noun of its own follows
  if (before === 'the' && s.tokens[i + 1]?.kind === 'word' && !MONTH_GOVERNORS.has(after) && word(s, i - 2) !== 'in') return null
  return reading(i + 1, c, 'season')
}

/** "winter 2024/25", "hiver 2024-2025": the second year goes without saying. */
function skipWinterEnd(s: Scan, i: number): number {
  const joint = word(s, i)
  if ((joint !== '-' && joint !== '/' && joint !== '–') || !glued(s, i - 1) || !glued(s, i)) return i
  const end = digitsAt(s, i + 1)
  return end !== null && (end.length === 2 || end.length === 4) ? i + 2 : i
}

/** "the fourth", "final" and "dernier" as the place of a period in a longer one; negative places count from its end. */
function placeAt(s: Scan, i: number): { n: number; next: number } | null {
  const w = word(s, i)
  if (w === 'last' || w === 'final' || w === 'closing' || /^derni[eè]re?s?$/.test(w)) return { n: -1, next: i + 1 }
  if (w === 'avant-dernier' || w === 'avant-dernière') return { n: -2, next: i + 1 }
  if (w === 'first' || /^premi(?:er|ère|ere)s?$/.test(w)) return { n: 1, next: i + 1 }
  const ordinal = ordinalAt(s, i)
  if (ordinal === null || ordinal.n < 1) return null
  // "third last week", "second to last day"
  if (word(s, ordinal.next) === 'last') return { n: -ordinal.n, next: ordinal.next + 1 }
  if (word(s, ordinal.next) === 'to' && word(s, ordinal.next + 1) === 'last') return { n: -ordinal.n, next: ordinal.next + 2 }
  return ordinal
}

const FISCAL_WORDS = new Set(['fiscal', 'financial', 'calendar', 'business'])

/** "third quarter of 2024", "premier semestre", "first half", "première moitié de l'année". */
export function readGrouping(s: Scan, i: number): Reading | null {
  const place = placeAt(s, i)
  if (place === null) return null
  let at = place.next
  if (FISCAL_WORDS.has(word(s, at)) || word(s, at) === '-') at++
  const half = word(s, at) === 'half' || word(s, at) === 'moitié'
  const unit = half ? 'half' : s.words.units.get(word(s, at))
  if ((unit !== 'quarter' && unit !== 'half') || /s$/.test(word(s, at))) return null
  at++
  if (half && (word(s, at) === '-' || word(s, at) === 'year') && s.lang === 'en') {
    // "first half-year" is the half, "first half-hour" is not
    const year = word(s, at) === '-' ? at + 1 : at
    if (word(s, year) !== 'year') return null
    at = year + 1
  }
  const count = unit === 'quarter' ? 4 : 2
  const n = place.n < 0 ? count + 1 + place.n : place.n
  if (n < 1 || n > count) return null
  const grouping = unit === 'quarter' ? 32 + n : 39 + n
  const year = yearAfter(s, at, false)
  if (place.n < 0 && year === null) return null
  if (half && year === null && !halfOfYear(s, i, at)) return null
  const c: Calendar = { is: 'calendar', grouping }
  if (year !== null) return reading(year.next, withYear(c, year), ...stated(year, unit))
  return monthModified(s, at, c, unit)
}

const BEFORE_HALF = new Set('the in for during its their of over this'.split(' '))

/** "In the first half, sales …": a half without its year is one of a year unless it is the half of something else. */
function halfOfYear(s: Scan, i: number, at: number): boolean {
  if (s.lang === 'fr' || word(s, at) === 'of') return false
  return BEFORE_HALF.has(word(s, i - 1))
}

/** The month, quarter or year that a part belongs to. */
function readWhole(s: Scan, i: number): Reading | null {
  const at = skipArticles(s, i)
  return (
    readMonthPhrase(s, at) ??
    readYearPhrase(s, at) ??
    readCode(s, at) ??
    wholeYear(s, at) ??
    readMonth(s, at, { inRange: true }) ??
    readGrouping(s, at) ??
    wholeSeason(s, at) ??
    readModified(s, at) ??
    readUnitWhole(s, i)
  )
}

/** After "of" or "early" any four digits are a year. */
function wholeYear(s: Scan, i: number): Reading | null {
  const year = yearAt(s, i)
  if (year !== null) return reading(i + 1, yearPeriod(year), 'year')
  const words = yearInWords(s, i)
  return words === null ? null : reading(words.next, yearPeriod(words.year), 'year')
}

function wholeSeason(s: Scan, i: number): Reading | null {
  const grouping = s.words.seasons.get(word(s, i))
  if (grouping === undefined || word(s, i) === 'fall') return null
  const year = yearAfter(s, i + 1, false)
  return reading(year?.next ?? i + 1, withYear({ is: 'calendar', grouping }, year), ...stated(year, 'season'))
}

const THIRD: DatePart[] = ['third']

/** "début 2025", "mid-March", "the end of last year", "fin d'année". */
export function readPart(s: Scan, i: number): Reading | null {
  const yearEnd = readYearEnd(s, i)
  if (yearEnd !== null) return yearEnd
  const part = s.words.parts.get(word(s, i))
  if (part === undefined) return null
  const w = word(s, i)
  let at = i + 1
  const dashed = word(s, at) === '-'
  if (dashed) at++
  if (w === 'mi' && !dashed) return null
  const of = skipOf(s, at)
  const governed = of > at
  // "end", "start" and their like are also verbs and nouns: only "of" or a dash makes them parts of a date
  const noun = s.lang === 'en' && w !== 'early' && w !== 'late' && w !== 'mid'
  if (noun && !governed && !dashed && yearAt(s, at) === null) return null
  if (noun && governed && word(s, at) === 'in') return null
  if (w === 'milieu' && !governed) return null
  const inner = governed ? skipFrenchArticle(s, at) : at
  const whole = readWhole(s, word(s, inner) === 'around' ? inner + 1 : inner)
  if (whole === null) return null
  if (whole.date.is === 'calendar') {
    if (whole.date.day !== undefined || whole.date.weekday !== undefined) return null
    return { next: whole.next, stated: [...whole.stated, ...THIRD], date: { ...whole.date, part } }
  }
  // "mid-year" and "end of week" need no article, "late year" tells nothing
  return { next: whole.next, stated: [...whole.stated, ...THIRD], date: partOf(whole.date, part) }
}

/** After "of", the whole with its article: "de l'année", "du mois". */
const skipFrenchArticle = (s: Scan, at: number): number => (s.words.of.has(word(s, at)) ? at + 1 : at)

/** "year-end", "the year's end", "year end 2025", "EOY". */
function readYearEnd(s: Scan, i: number): Reading | null {
  const token = s.tokens[i]
  if (token === undefined || s.lang === 'fr') return null
  if (token.end - token.start === 3) {
    const code = s.text.slice(token.start, token.end)
    if (code === 'EOY' || code === 'BOY') return reading(i + 1, partOf(cycle('year', 0, s.ref), code === 'EOY' ? 3 : 1), 'relative', 'third')
    if (code === 'EOM' || code === 'BOM') return reading(i + 1, partOf(cycle('month', 0, s.ref), code === 'EOM' ? 3 : 1), 'relative', 'third')
  }
  if (token.lower !== 'year' && token.lower !== 'month') return null
  const joint = word(s, i + 1)
  const end = joint === '-' || joint === "'s" ? i + 2 : i + 1
  if (word(s, end) !== 'end' || (joint === 'end' && !s.words.beforeYear.has(word(s, i - 1)))) return null
  const whole = cycle(token.lower, 0, s.ref)
  const year = token.lower === 'year' ? yearAt(s, end + 1) : null
  if (year !== null) return reading(end + 2, partOf(yearPeriod(year), 3), 'year', 'third')
  return reading(end + 1, partOf(whole, 3), 'relative', 'third')
}

/** "earlier this year", "later in the month", "plus tard dans l'année": the period up to or from the reference date. */
export function readEarlierLater(s: Scan, i: number): Reading | null {
  const w = word(s, i)
  let later: boolean
  let at = i + 1
  if (s.lang === 'en' && (w === 'earlier' || w === 'later')) later = w === 'later'
  else if (w === 'plus' && (word(s, at) === 'tôt' || word(s, at) === 'tard')) {
    later = word(s, at) === 'tard'
    at++
  } else return null
  const whole =
    word(s, at) === 'in' || word(s, at) === 'dans' ? readUnitWhole(s, at + 1) : readUnitWhole(s, at)
  if (whole === null || whole.date.is !== 'period') return null
  const { edtf, from, to } = whole.date
  if (edtf === null || from === null || to === null || s.ref === null) return reading(whole.next, UNKNOWN, 'relative')
  if (from > s.ref.from || to <= s.ref.from) return null
  const middle = to - from === 7 ? from + 3 : to - from > 31 ? addMonths(from, Math.round((to - from) / 61)) : from + 15
  const date = later
    ? period(edtf, Math.max(middle, Math.min(s.ref.from, to - 1)), to)
    : period(edtf, from, Math.min(middle, Math.max(s.ref.to, from + 1)))
  return reading(whole.next, date, 'relative')
}

/** The weeks of a period, by the ISO rule that a week belongs where its Thursday lies: the first one's Monday. */
function firstMonday(from: Day): Day {
  const monday = mondayOf(from)
  return monday + 3 >= from ? monday : monday + 7
}

function lastMonday(to: Day): Day {
  const monday = mondayOf(to - 1)
  return monday + 3 < to ? monday : monday - 7
}

/** "the first week of October", "last Sunday of March 2014", "dernier jour d'octobre", "deuxième quinzaine d'avril". */
export function readNthOf(s: Scan, i: number): Reading | null {
  const place = placeAt(s, i)
  if (place === null) return null
  const name = word(s, place.next)
  const weekday = s.words.weekdays.get(name)
  const unit = unitAt(s, place.next, false)
  if (weekday === undefined && unit !== 'day' && unit !== 'week' && unit !== 'weekend' && unit !== 'fortnight' && unit !== 'century') return null
  if (unit === 'century') {
    if (place.n < 1 || place.n > 30) return null
    return reading(place.next + 1, yearsPeriod((place.n - 1) * 100, 100), 'decade')
  }
  if (name.endsWith('s') && unit !== null) return null
  const of = skipFrenchArticle(s, place.next + 1)
  if (of === place.next + 1) return null
  const whole = readWhole(s, of)
  if (whole === null) return null
  const resolved = resolve(whole.date, s.ref, choiceAround(s, i, whole.next, whole.date))
  const parts: DatePart[] = [...whole.stated, weekday === undefined ? 'day' : 'weekday']
  if (resolved.from === null || resolved.to === null) return { next: whole.next, stated: parts, date: UNKNOWN }
  if (resolved.to - resolved.from < 28) return null
  const date = nthIn(resolved.from, resolved.to, place.n, weekday ?? null, unit)
  if (date === null) return null
  // "the first week of May on Friday"
  const onDay = unit === 'week' && word(s, whole.next) === 'on' ? s.words.weekdays.get(word(s, whole.next + 1)) : undefined
  if (onDay !== undefined) return { next: whole.next + 2, stated: [...parts, 'weekday'], date: inWeek(date.from, onDay) }
  return { next: whole.next, stated: parts, date }
}

function nthIn(from: Day, to: Day, n: number, weekday: number | null, unit: Unit | null): Period | null {
  let first: Day
  let length = 1
  if (weekday !== null) {
    const start = from + ((weekday - weekdayOf(from) + 7) % 7)
    const end = to - 1 - ((weekdayOf(to - 1) - weekday + 7) % 7)
    first = n > 0 ? start + (n - 1) * 7 : end + (n + 1) * 7
  } else if (unit === 'weekend') {
    // a weekend belongs to the month of its Saturday
    const saturday = nthIn(from, to, n, 6, null)
    return saturday?.from == null ? null : days(saturday.from, saturday.from + 2)
  } else if (unit === 'week') {
    length = 7
    first = n > 0 ? firstMonday(from) + (n - 1) * 7 : lastMonday(to) + (n + 1) * 7
    // a week may reach over the ends of its month
    return first + 3 >= from && first + 3 < to ? days(first, first + 7) : null
  } else if (unit === 'fortnight') {
    if (to - from > 31 || Math.abs(n) > 2) return null
    return n === 1 || n === -2 ? days(from, from + 14) : days(from + 14, to)
  } else first = n > 0 ? from + n - 1 : to + n
  return first >= from && first + length <= to ? days(first, first + length) : null
}

/** "the first nine months of 2024", "les six premiers mois de l'année", "the last three weeks of this year". */
export function readNthSpan(s: Scan, i: number): Reading | null {
  const place = placeAt(s, i)
  let count: number
  let end: -1 | 1
  let at: number
  if (place !== null && (place.n === 1 || place.n === -1)) {
    const counted = countAt(s, place.next)
    if (counted === null || counted.article || counted.vague) return null
    count = counted.count
    end = place.n
    at = counted.next
  } else {
    const counted = countAt(s, i)
    if (counted === null || counted.article || counted.vague) return null
    const after = placeAt(s, counted.next)
    if (after === null || (after.n !== 1 && after.n !== -1)) return null
    count = counted.count
    end = after.n
    at = after.next
  }
  const unit = unitAt(s, at, false)
  if ((unit !== 'month' && unit !== 'week' && unit !== 'day' && unit !== 'quarter') || !Number.isInteger(count)) return null
  if (count < 2 || count > 366) return null
  const of = skipFrenchArticle(s, at + 1)
  const whole = of === at + 1 ? null : readWhole(s, of)
  if (whole === null) {
    // "the first nine months": of the year that the telling is about
    if (end < 0 || (unit !== 'month' && unit !== 'quarter')) return null
    const months = unit === 'month' ? count : count * 3
    return months > 12 ? null : reading(at + 1, currentMonths(s, months), 'month', 'relative')
  }
  const resolved = resolve(whole.date, s.ref, choiceAround(s, i, whole.next, whole.date))
  const parts: DatePart[] = [...whole.stated, unit === 'quarter' ? 'quarter' : unit === 'month' ? 'month' : 'day']
  if (resolved.from === null || resolved.to === null) return { next: whole.next, stated: parts, date: UNKNOWN }
  const date = endOf(resolved.from, resolved.to, unit, count * end)
  return date === null ? null : { next: whole.next, stated: parts, date }
}

/** The first `count` (last, where negative) units of a period. */
function endOf(from: Day, to: Day, unit: Unit, count: number): Period | null {
  if (unit === 'month' || unit === 'quarter') {
    const months = unit === 'month' ? count : count * 3
    const start = months > 0 ? from : addMonths(to, months)
    const stop = months > 0 ? addMonths(from, months) : to
    if (start < from || stop > to) return null
    const a = civilDate(start)
    const b = civilDate(stop - 1)
    return span(monthPeriod(a.year, a.month), monthPeriod(b.year, b.month))
  }
  if (unit === 'week') {
    const start = count > 0 ? firstMonday(from) : lastMonday(to) + (count + 1) * 7
    return days(start, start + Math.abs(count) * 7)
  }
  const start = count > 0 ? from : to + count
  return start < from || start + Math.abs(count) > to ? null : days(start, start + Math.abs(count))
}

/** The first months of the last year of which they are over, or begun, at the reference date. */
function currentMonths(s: Scan, months: number): Period {
  if (s.ref === null) {
    return months === 12 ? UNKNOWN : period(`${edtfDate(null, 1)}/${edtfDate(null, months)}`, null, null)
  }
  const { year, month } = civilDate(s.ref.from)
  const y = month > months / 2 ? year : year - 1
  return span(monthPeriod(y, 1), monthPeriod(y, months))
}

const YEAR_PREFIXES: Record<string, string[][]> = {
  en: [
    ['fiscal', 'year'],
    ['financial', 'year'],
    ['calendar', 'year'],
    ['full', 'year'],
    ['model', 'year'],
    ['fiscal'],
    ['year', 'of'],
    ['year'],
    ['fy'],
    ['cy'],
  ],
  fr: [['année'], ['an'], ['exercice'], ['exercice', 'fiscal'], ['exercice', 'comptable'], ['années']],
}

/** "l'année 2024", "exercice 2024/25", "fiscal 2025", "FY 2025", "années 1990", "week 31". */
export function readYearPhrase(s: Scan, i: number): Reading | null {
  for (const phrase of YEAR_PREFIXES[s.lang]!) {
    const at = phraseAt(s, i, phrase)
    if (at === null) continue
    if (phrase[0] === 'années') return readFrenchDecade(s, at)
    // a model year is no date of an event
    if (phrase[0] === 'model') return null
    const range = readYearRange(s, at)
    if (range !== null) return range
    const year = yearAt(s, at)
    if (year !== null) return reading(at + 1, yearPeriod(year), 'year')
  }
  return null
}

function readFrenchDecade(s: Scan, i: number): Reading | null {
  const digits = digitsAt(s, i)
  if (digits !== null && digits.value % 10 === 0) {
    if (digits.length === 4 && isYear(digits.value)) return reading(i + 1, yearsPeriod(digits.value, 10), 'decade')
    if (digits.length === 2 && digits.value >= 20) return reading(i + 1, yearsPeriod(1900 + digits.value, 10), 'decade')
    return null
  }
  const words = s.tokens[i]?.kind === 'word' ? countAt(s, i) : null
  if (words === null || words.article || words.vague || words.count % 10 !== 0 || words.count < 20 || words.count > 90) return null
  return reading(words.next, yearsPeriod(1900 + words.count, 10), 'decade')
}

const DECADE_NAMES = new Map([
  ['twenties', 20],
  ['thirties', 30],
  ['forties', 40],
  ['fifties', 50],
  ['sixties', 60],
  ['seventies', 70],
  ['eighties', 80],
  ['nineties', 90],
])

/** "the nineties"; "in her sixties" is an age. */
function readDecadeName(s: Scan, i: number): Reading | null {
  const decade = DECADE_NAMES.get(word(s, i))
  const before = word(s, i - 1)
  if (decade === undefined || !(before === 'the' || before === 'in' || before === 'early' || before === 'late' || before === '-')) {
    return null
  }
  return reading(i + 1, yearsPeriod(1900 + decade, 10), 'decade')
}

/** "week 31", "the week of October 7th", "semaine du 12 mars", "week beginning 4 February". */
export function readWeek(s: Scan, i: number): Reading | null {
  const code = word(s, i) === 'w' && word(s, i + 1) === '/' && word(s, i + 2) === 'c'
  if (!code && s.words.units.get(word(s, i)) !== 'week') return null
  if (/s$/.test(word(s, i))) return null
  const number = digitsAt(s, i + 1)
  if (!code && number !== null && number.length <= 2 && number.value >= 1 && number.value <= 53) {
    const of = skipOf(s, i + 2)
    const year = of > i + 2 || readCycle(s, of) !== null ? yearAfter(s, i + 2, false) : null
    const own = cycle('year', 0, s.ref).edtf
    const y = year?.year ?? (own === null ? null : Number(own))
    if (s.tokens[year?.next ?? i + 2]?.kind === 'digits') return null
    const date = y === null ? UNKNOWN : days(isoWeek(y, number.value), isoWeek(y, number.value) + 7)
    return reading(year?.next ?? i + 2, date, 'relative')
  }
  let at = i + 1
  if (code) at = i + 3
  else if (word(s, at) === 'beginning' || word(s, at) === 'starting' || word(s, at) === 'commencing') at++
  else if (!s.words.of.has(word(s, at))) return null
  if (word(s, at) === 'of' || word(s, at) === 'on' || word(s, at) === 'du') at++
  at = skipArticles(s, at)
  const day = readDay(s, at) ?? readMonth(s, at) ?? readLoneDay(s, at, { inRange: true })
  if (day === null || !day.stated.includes('day')) return null
  const from = resolve(day.date, s.ref, 'future').from
  return reading(day.next, from === null ? UNKNOWN : days(mondayOf(from), mondayOf(from) + 7), ...day.stated)
}

/** "next week on Tuesday", "this week Monday": the week first. */
function readWeekThenDay(s: Scan, i: number): Reading | null {
  const found = readCycle(s, i)
  if (found === null || found.date.is !== 'period') return found
  if (unitBetween(s, i, found.next) !== 'week') return found
  let at = found.next
  if (word(s, at) === 'on' || word(s, at) === '-' || word(s, at) === ',') at++
  const weekday = s.words.weekdays.get(word(s, at))
  if (weekday === undefined || (word(s, found.next) === ',' && s.tokens[at + 1]?.kind === 'word')) return found
  return reading(at + 1, inWeek(found.date.from, weekday), 'weekday', 'relative')
}

const YEAR_WORD_GOVERNORS = new Set('in of since until by before after from en de depuis dès avant après année an year'.split(' '))

/** "in nineteen ninety-six", "en deux mille quinze". */
function readWordedYear(s: Scan, i: number): Reading | null {
  if (!YEAR_WORD_GOVERNORS.has(word(s, i - 1)) || word(s, i - 2) === 'plus' || word(s, i - 2) === 'moins') return null
  const words = yearInWords(s, i)
  if (words === null || countsSomething(s, words.next, words.year)) return null
  return reading(words.next, yearPeriod(words.year), 'year')
}

/** "mois de mars", "month of June 2024" */
function readMonthPhrase(s: Scan, i: number): Reading | null {
  if (word(s, i) !== 'mois' && word(s, i) !== 'month') return null
  const of = skipOf(s, i + 1)
  return of === i + 1 ? null : readMonth(s, of, { inRange: true })
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
  const { feast, weekday, deictic, part, earlier, place, modifier, unit, month, season, decade, yearWord, figure } = BEGIN
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
    (may(figure) ? (readWordedYear(s, i) ?? readLoneDay(s, i, context)) : null)
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
  const month = year === null || s.lang !== 'en' ? undefined : s.words.months.get(word(s, i + 1))
  if (year === null || month === undefined || digitsAt(s, i + 2) !== null || !startsFree(s, i)) return null
  return reading(i + 2, { is: 'calendar', year, month }, 'year', 'month')
}

