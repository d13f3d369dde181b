import { addMonths, civilDate, mondayOf } from '../calendar.js'
import { edtfDate, edtfInterval } from '../edtf.js'
import type { DatePart, DurationMention } from '../types.js'
import { readDate } from './dates-read.js'
import { readOffset, shiftByLength } from './dates-relative.js'
import {
  days,
  monthPeriod,
  type Period,
  period,
  type Reading,
  resolve,
  span,
  type Told,
  UNKNOWN,
  yearPeriod,
} from './dates-resolve.js'
import { type Scan, skipArticles, unitAt, word } from './dates-scan.js'
import { choiceAround } from './dates-tense.js'
import type { Unit } from './dates-words.js'
import { lengthAt, readDuration } from './durations.js'

/** Dates told by a length of time: "the twelve months to June 2024", "two weeks after 3 May". */

const ENDED = new Set(
  'ended ending finished finishing clos close closes clôturé clôturée terminé terminée terminés achevé achevée achevés'.split(
    ' ',
  ),
)
const TO_END = new Set('to through'.split(' '))
const LENGTH_MONTHS: Partial<Record<Unit, number>> = { month: 1, quarter: 3, half: 6, year: 12 }

/** A period told by its end. Its words begin at token `from`; a counted length before them is a mention of its own. */
export interface Ended {
  from: number
  date: Told
  duration: DurationMention | null
}

/** "the three months to December", "exercice clos le 31 mars 2025", "year to March 2005" */
export function readPeriodTo(s: Scan, i: number): Ended | null {
  const length = lengthAt(s, i)
  let at: number
  let months: number
  if (length !== null) {
    const { single } = length
    const perUnit = single === null || length.article ? undefined : LENGTH_MONTHS[single.unit]
    if (perUnit === undefined || single === null || length.vague) return null
    months = perUnit * single.count
    if (!Number.isInteger(months)) return null
    at = length.next
  } else {
    const prefixed = word(s, i) === 'financial' || word(s, i) === 'fiscal' || word(s, i) === 'full' ? i + 1 : i
    const unit = unitAt(s, prefixed, false)
    const perUnit = unit === null ? undefined : LENGTH_MONTHS[unit]
    if (perUnit === undefined || perUnit === 1) return null
    months = perUnit
    at = prefixed + 1
  }
  const joint = word(s, at)
  const ended = ENDED.has(joint)
  if (!ended && !(s.lang === 'en' && TO_END.has(joint))) return null
  const joined = at
  at++
  while (at < joined + 5 && FILLERS.has(word(s, at))) at++
  const end = readDate(s, at, { inRange: true })
  if (end === null || months > 600) return null
  const isMonth = end.stated.includes('month')
  if (!isMonth && !(length !== null && length.single?.unit === 'year' && !ended)) return null
  const choice = choiceAround(s, i, end.next, end.date)
  // no slip of the tense, as a day close by may be: what has ended is over
  const over = choice === 'past' && ended && !/^(?:end|finish)ing$/.test(joint)
  const last = resolve(end.date, s.ref, over ? 'before' : choice)
  const whole = monthsBefore(last, months, end)
  const date: Told = { next: end.next, stated: end.stated, period: whole }
  if (length === null) return { from: i, date, duration: null }
  const duration = readDuration(s, i)
  return { from: joined, date, duration: duration === null || duration.next > joined ? null : duration.mention }
}

const FILLERS = new Set("the on end - of in le la fin de en au l' à du".split(' '))

/** The months that end with a period: "the year to March 2005" begins with April 2004. */
function monthsBefore(last: Period, months: number, end: Reading): Period {
  if (last.edtf === null) return UNKNOWN
  if (last.to === null || last.from === null) {
    const month = end.date.is === 'calendar' ? end.date.month : undefined
    if (month === undefined || months > 11) return UNKNOWN
    const first = ((month - months + 12) % 12) + 1
    return period(edtfInterval(edtfDate(null, first), edtfDate(null, month)), null, null)
  }
  const start = addMonths(last.to, -months)
  if (civilDate(last.to).day === 1) {
    if (/^\d{4}$/.test(last.edtf)) return span(yearPeriod(civilDate(start).year), last)
    const a = civilDate(start)
    const b = civilDate(last.to - 1)
    return span(monthPeriod(a.year, a.month), monthPeriod(b.year, b.month))
  }
  return days(start, last.to)
}

const AFTER = new Set('after from following après'.split(' '))
const BEFORE = new Set('before avant'.split(' '))
const STARTING = new Set('starting beginning'.split(' '))

/** "two weeks before May 13 1999", "3 days from Tuesday", "2 weeks starting May 20th", "for 10 days from 18 Dec". */
export function readFromAnchor(s: Scan, i: number): Told | null {
  const opened = word(s, i) === 'for' ? i + 1 : i
  const length = lengthAt(s, opened)
  if (length === null || length.vague) return null
  let at = length.next
  if (word(s, at) === ',') at++
  const joint = word(s, at)
  const starting = STARTING.has(joint)
  const forwards = AFTER.has(joint) || starting
  if (!forwards && !BEFORE.has(joint)) return null
  at++
  if (starting && (word(s, at) === 'from' || word(s, at) === 'on')) at++
  const anchor = readDate(s, skipArticles(s, at))
  if (anchor === null || (word(s, length.next) === ',' && opened === i)) return null
  const p = resolve(anchor.date, s.ref, 'ahead')
  const stated: DatePart[] = [...anchor.stated, 'relative']
  if (p.from === null || p.to !== p.from + 1) return null
  const lasts = starting || (opened > i && joint === 'from')
  const away = shiftByLength(p.from, length, forwards ? 1 : -1)
  if (away === null) return null
  const date = lasts ? days(p.from, away) : days(away, away + 1)
  return withWeekday(s, { next: anchor.next, stated, period: date })
}

/** "in 3 days on Friday": the weekday of that week. */
export function withWeekday(s: Scan, t: Told): Told {
  if (s.lang !== 'en' || word(s, t.next) !== 'on') return t
  const weekday = s.words.weekdays.get(word(s, t.next + 1))
  if (weekday === undefined) return t
  return { next: t.next + 2, stated: [...t.stated, 'weekday'], period: weekdayOfWeek(t.period, weekday) }
}

function weekdayOfWeek(p: Period, weekday: number): Period {
  if (p.from === null || p.to !== p.from + 1) return UNKNOWN
  const day = mondayOf(p.from) + weekday - 1
  return days(day, day + 1)
}

/** "Monday two weeks from now" */
export function offsetAfterWeekday(s: Scan, date: Reading): Told | null {
  if (s.lang !== 'en' || date.date.is !== 'calendar' || date.date.weekday === undefined || date.date.day !== undefined)
    return null
  const at = word(s, date.next) === ',' ? date.next + 1 : date.next
  const offset = readOffset(s, at, () => false)
  if (offset === null || offset.date.is !== 'period') return null
  // two years from now is a month for news; beside a weekday it is the day
  const length = lengthAt(s, at)
  const day =
    length === null || s.ref === null || s.ref.to !== s.ref.from + 1 || word(s, length.next) === 'ago'
      ? offset.date.from
      : shiftByLength(s.ref.from, length, 1)
  if (day === null) return null
  return {
    next: offset.next,
    stated: [...date.stated, ...offset.stated],
    period: weekdayOfWeek(days(day, day + 1), date.date.weekday),
  }
}
