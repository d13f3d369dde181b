import { addMonths, civilDate, type Day, isoWeek, mondayOf, weekdayOf } from '../calendar.js'
import { edtfDate } from '../edtf.js'
import type { DatePart } from '../types.js'
import { inWeek, readDay, readLoneDay, readMonth, unitBetween } from './dates-days.js'
import { placeAt, readWhole, skipFrenchArticle } from './dates-periods.js'
import { modifierBefore, readCycle } from './dates-relative.js'
import {
  cycle,
  days,
  monthPeriod,
  type Period,
  period,
  type Reading,
  resolve,
  span,
  UNKNOWN,
  yearsPeriod,
} from './dates-resolve.js'
import { countAt, digitsAt, reading, type Scan, skipArticles, skipOf, unitAt, word } from './dates-scan.js'
import { choiceAround } from './dates-tense.js'
import type { Unit } from './dates-words.js'
import { yearAfter } from './dates-years.js'

/** Days, weeks and months by their place in a longer period: "the first week of May", "les six premiers mois". */

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
  // the halves of months; those of years have codes of their own
  const unit = name === 'half' || name === 'moitié' ? 'fortnight' : unitAt(s, place.next, false)
  if (
    weekday === undefined &&
    unit !== 'day' &&
    unit !== 'week' &&
    unit !== 'weekend' &&
    unit !== 'fortnight' &&
    unit !== 'century'
  )
    return null
  if (unit === 'century') {
    if (place.n < 1 || place.n > 30) return null
    return reading(place.next + 1, yearsPeriod((place.n - 1) * 100, 100), 'decade')
  }
  if (name.endsWith('s') && unit !== null) return null
  const of = skipFrenchArticle(s, place.next + 1)
  // "third week next year" does without "of"
  if (of === place.next + 1 && (s.lang === 'fr' || modifierBefore(s, of) === null)) return null
  const whole = readWhole(s, of)
  if (whole === null) return null
  const resolved = resolve(whole.date, s.ref, choiceAround(s, i, whole.next, whole.date))
  const parts: DatePart[] = [...whole.stated, weekday === undefined ? 'day' : 'weekday']
  if (resolved.from === null || resolved.to === null) return { next: whole.next, stated: parts, date: UNKNOWN }
  if (resolved.to - resolved.from < 28) return null
  const date = nthIn(resolved.from, resolved.to, place.n, weekday ?? null, unit)
  if (date === null) return null
  // "the first week of May on Friday"
  const onDay =
    unit === 'week' && word(s, whole.next) === 'on' ? s.words.weekdays.get(word(s, whole.next + 1)) : undefined
  if (onDay !== undefined)
    return { next: whole.next + 2, stated: [...parts, 'weekday'], date: inWeek(date.from, onDay) }
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
  if ((unit !== 'month' && unit !== 'week' && unit !== 'day' && unit !== 'quarter') || !Number.isInteger(count))
    return null
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
export function readWeekThenDay(s: Scan, i: number): Reading | null {
  const found = readCycle(s, i)
  if (found === null || found.date.is !== 'period') return found
  if (unitBetween(s, i, found.next) !== 'week') return found
  let at = found.next
  if (word(s, at) === 'on' || word(s, at) === '-' || word(s, at) === ',') at++
  const weekday = s.words.weekdays.get(word(s, at))
  if (weekday === undefined || (word(s, found.next) === ',' && s.tokens[at + 1]?.kind === 'word')) return found
  return reading(at + 1, inWeek(found.date.from, weekday), 'weekday', 'relative')
}
