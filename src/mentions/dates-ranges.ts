import type { Language } from '../types.js'
import { BEGINS_DATE } from './dates-bits.js'
import { type Context, startsFree } from './dates-numeric.js'
import { readDate } from './dates-read.js'
import { readOffset } from './dates-relative.js'
import { CALENDAR, cycle, type Reading, resolveRange, type Told } from './dates-resolve.js'
import { begins, dayAt, digitsAt, glued, isMoved, reading, type Scan, skipArticles, word } from './dates-scan.js'
import { choiceAround } from './dates-tense.js'
import { yearAfter } from './dates-years.js'

/** Dates with two ends: "between 2024 and 2026", "de juillet à septembre", "13 to 15 July". */

const NOW = new Set(['now', 'date', 'present', 'maintenant', 'présent'])

/** An end of a range, articles skipped: a date, or "now". */
export function endAt(s: Scan, i: number, context: Context): Reading | null {
  let at = skipArticles(s, i)
  if (word(s, at) === 'current' && word(s, at + 1) === 'date') at++
  if (
    NOW.has(word(s, at)) &&
    !(word(s, at) === 'date' && at === i && word(s, i - 1) !== 'to' && word(s, i - 1) !== 'till')
  ) {
    return reading(at + 1, cycle('day', 0, s.ref), 'relative')
  }
  return readDate(s, at, context) ?? (s.lang === 'en' ? readOffset(s, at, () => false) : null)
}

const OPENED_TO: Record<Language, Set<string>> = {
  en: new Set('to until till through thru - – — ~'.split(' ')),
  fr: new Set("à au aux jusqu' - – — ~".split(' ')),
}

/** "between A and B", "from A to B", "entre A et B", "de A à B", "du A au B". */
export function readOpenedRange(s: Scan, i: number): Told | null {
  const opener = word(s, i)
  const between = opener === 'between' || opener === 'entre'
  if (opener === 'in' && digitsAt(s, i + 1)?.length !== 4) return null
  if ((begins(s, skipArticles(s, i + 1)) & BEGINS_DATE) === 0) return null
  // "between now and" is a limit
  if (NOW.has(word(s, i + 1))) return null
  const context: Context = { inRange: true }
  const first = endAt(s, i + 1, { inRange: between || opener === 'from' || opener === 'du' })
  if (first === null) return null
  let at = first.next
  const joint = word(s, at)
  if (
    between
      ? !(s.words.and.has(joint) || joint === '-' || joint === '–' || joint === '~')
      : !OPENED_TO[s.lang].has(joint)
  )
    return null
  at++
  if (joint === "jusqu'" || joint === 'jusqu')
    while (word(s, at) === 'à' || word(s, at) === 'au' || word(s, at) === 'en') at++
  if (word(s, at) === 'le' || word(s, at) === 'in' || word(s, at) === 'en') at++
  const last = endAt(s, at, context)
  if (last === null || (!between && isMoved(s, i))) return null
  if (bothLoneDays(first, last)) {
    // "du 13 au 18" are days, "entre 13 et 18" and "from 13 to 18" are numbers
    const french = s.lang === 'fr' && (opener === 'du' || word(s, i + 1) === 'le')
    const after = s.tokens[last.next]
    if (!french || (after !== undefined && after.kind !== 'punct')) return null
  }
  return rangeOf(s, i, first, withYearAfter(s, last))
}

const isLoneDay = (r: Reading): boolean =>
  r.date.is === 'calendar' && r.date.day !== undefined && r.date.month === undefined && r.date.weekday === undefined

const bothLoneDays = (a: Reading, b: Reading): boolean => isLoneDay(a) && isLoneDay(b)

/** "3 May to 5 May 2020", "5/1-5/7, 2020": the year of both stands after the second. */
function withYearAfter(s: Scan, last: Reading): Reading {
  if (last.date.is !== 'calendar' || last.date.year !== undefined || last.date.feast !== undefined) return last
  if (last.date.month === undefined && last.date.grouping === undefined) return last
  const year = yearAfter(s, last.next, last.date.day !== undefined)
  if (year?.year === undefined) return last
  return { next: year.next, stated: [...last.stated, 'year'], date: { ...last.date, year: year.year } }
}

function rangeOf(s: Scan, i: number, first: Reading, last: Reading): Told | null {
  // "from four shops in 2022 to 16 now": a bare number is no day of a year
  if (isLoneDay(last) && !first.stated.some((part) => part === 'month' || part === 'day')) return null
  const choice = choiceAround(s, i, last.next, last.date.is === 'calendar' ? last.date : first.date)
  const range = resolveRange(first.date, last.date, s.ref, choice)
  if (range === null) return null
  return { next: last.next, stated: [...first.stated, ...last.stated], period: range }
}

/** A date and, after "to" or a dash, another one: "mars à juin", "2014 through May 2018", "Aug 8 - Aug 12". */
export function joinedRange(s: Scan, i: number, first: Reading): Told | null {
  const joint = word(s, first.next)
  if (!s.words.to.has(joint) && joint !== "jusqu'") return null
  if ((joint === 'to' || joint === 'à' || joint === 'au') && isMoved(s, i)) return null
  let at = first.next + 1
  while (joint === "jusqu'" && (word(s, at) === 'à' || word(s, at) === 'au' || word(s, at) === 'en')) at++
  // "July 13-15", "April 9th through 17th"
  const month = first.date.is === 'calendar' ? first.date.month : undefined
  if (
    first.date.is === 'calendar' &&
    first.date.day !== undefined &&
    month !== undefined &&
    first.date.year === undefined
  ) {
    const from = skipArticles(s, at)
    const full = readDate(s, from, { inRange: true })
    const day = full === null || isLoneDay(full) ? dayAt(s, from) : null
    if (day !== null && day.day > first.date.day && !countsOn(s, day.next)) {
      const last = reading(day.next, { ...CALENDAR, month, day: day.day }, 'day')
      return rangeOf(s, i, first, withYearAfter(s, last))
    }
  }
  if (joint === 'till' || joint === 'until' || joint === "jusqu'" || s.words.to.has(joint)) {
    const last = endAt(s, at, { inRange: true })
    if (last === null || isLoneDay(last)) return null
    return rangeOf(s, i, first, withYearAfter(s, last))
  }
  return null
}

/** "Monday to Friday", "du lundi au vendredi": every week, and no date. The index after it, else null. */
export function skipWeekdays(s: Scan, i: number): number | null {
  const { weekdays } = s.words
  const from = word(s, i) === 'du' || word(s, i) === 'from' ? i + 1 : i
  if (!weekdays.has(word(s, from)) || !s.words.to.has(word(s, from + 1)) || !weekdays.has(word(s, from + 2)))
    return null
  return digitsAt(s, from + 3) === null && word(s, i - 1) !== 'next' ? from + 3 : null
}

/** What follows a day makes it a number: "July 13-15 million". */
function countsOn(s: Scan, i: number): boolean {
  const after = s.tokens[i]
  if (after === undefined) return false
  if (after.kind === 'symbol') return after.lower === '%' || after.lower === '€' || after.lower === '$'
  return glued(s, i - 1) && (after.lower === '-' || after.lower === ':' || after.lower === '/')
}

/** "13 to 15 July", "9 - 12 of June", "1er au 10 juillet", "4-23 next month". */
export function readDayRange(s: Scan, i: number): Told | null {
  const first = dayAt(s, i)
  if (first === null) return null
  const joint = word(s, first.next)
  const and = s.words.and.has(joint)
  if (!s.words.to.has(joint) && joint !== "jusqu'" && !and) return null
  let at = first.next + 1
  if (joint === "jusqu'" && (word(s, at) === 'à' || word(s, at) === 'au')) at++
  const last = readDate(s, skipArticles(s, at), { inRange: true })
  if (last === null || !startsFree(s, i)) return null
  if (last.date.is === 'calendar') {
    if (last.date.day === undefined || last.date.month === undefined || last.date.day <= first.day) return null
    // "les 12 et 13 mars" are one stretch, "the 3rd and 12th of March" are not
    if (and && last.date.day !== first.day + 1) return null
  } else if (and || !last.stated.includes('day') || !last.stated.includes('relative')) return null
  const start = reading(first.next, { ...CALENDAR, day: first.day }, 'day')
  return rangeOf(s, i, start, last)
}
