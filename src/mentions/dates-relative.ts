import { addMonths, civilDate, mondayOf, weekdayOf } from '../calendar.js'
import { edtfDate } from '../edtf.js'
import { BEGIN } from './dates-bits.js'
import {
  CALENDAR,
  cycle,
  cycles,
  days,
  inYear,
  offset,
  type Period,
  period,
  type Reading,
  rolling,
  span,
  UNKNOWN,
  yearPeriod,
} from './dates-resolve.js'
import { begins, countAt, isCapital, phraseAt, reading, type Scan, skipArticles, unitAt, word } from './dates-scan.js'
import type { Modifier, Unit } from './dates-words.js'
import { type Length, lengthAt } from './durations.js'

/** Dates that count from the reference date, or from a date just told: "last month", "three weeks ago", "hier". */

/** French phrases after a unit that act like "prochain" and "précédent". */
const PHRASES_AFTER: { phrase: string[]; modifier: Modifier }[] = [
  { phrase: ['en', 'cours'], modifier: { shift: 0, lean: 'this' } },
  { phrase: ['à', 'venir'], modifier: { shift: 1, lean: 'next' } },
  { phrase: ['qui', 'vient'], modifier: { shift: 1, lean: 'next' } },
  { phrase: ['qui', 'suit'], modifier: { shift: 1, lean: 'nextWeek', anaphoric: true } },
  { phrase: ["d'", 'après'], modifier: { shift: 1, lean: 'nextWeek', anaphoric: true } },
  { phrase: ["d'", 'avant'], modifier: { shift: -1, lean: 'lastWeek', anaphoric: true } },
]

/** "prochain", "en cours", "d'après" after a noun. */
export function modifierAfter(s: Scan, i: number): { modifier: Modifier; next: number } | null {
  if (s.lang === 'en') {
    const side = word(s, i)
    if (side === 'after' && word(s, i + 1) === 'next') return { modifier: { shift: 1, lean: 'afterNext' }, next: i + 2 }
    if (side === 'before' && word(s, i + 1) === 'last')
      return { modifier: { shift: -1, lean: 'beforeLast' }, next: i + 2 }
    return null
  }
  const single = s.words.modifiersAfter.get(word(s, i))
  if (single !== undefined) return { modifier: single, next: i + 1 }
  for (const { phrase, modifier } of PHRASES_AFTER) {
    const next = phraseAt(s, i, phrase)
    if (next !== null) return { modifier, next }
  }
  return null
}

/** "last", "this past", "ce": the modifier before a noun, and the index after it. */
export function modifierBefore(s: Scan, i: number): { modifier: Modifier; next: number } | null {
  const first = (begins(s, i) & BEGIN.modifier) === 0 ? undefined : s.words.modifiersBefore.get(word(s, i))
  if (first === undefined) return null
  // "this past Wednesday", "this coming week"
  const second = first.shift === 0 && s.lang === 'en' ? s.words.modifiersBefore.get(word(s, i + 1)) : undefined
  return second === undefined ? { modifier: first, next: i + 1 } : { modifier: second, next: i + 2 }
}

/** The units that "last", "next" and the like make a date of. */
const CYCLE_UNITS = new Set<Unit>([
  'week',
  'weekend',
  'fortnight',
  'month',
  'quarter',
  'half',
  'year',
  'decade',
  'century',
])

/** A period moved by a count of units; one that EDTF names keeps its kind ("a year earlier" than a quarter is a quarter). */
export function shiftPeriod(from: Period, unit: Unit, count: number): Period {
  const { edtf } = from
  if (edtf === null || from.from === null) return UNKNOWN
  const named = /^(\d{4})(?:-(\d\d))?$/.exec(edtf)
  if (named !== null && unit === 'year') {
    const year = Number(named[1]) + count
    if (named[2] === undefined) return yearPeriod(year)
    const code = Number(named[2])
    return inYear(code <= 12 ? { ...CALENDAR, month: code } : { ...CALENDAR, grouping: code }, year) ?? UNKNOWN
  }
  // "in the year to June, against a loss a year earlier"
  const months = /^(\d{4})-(\d\d)\/(\d{4})-(\d\d)$/.exec(edtf)
  if (months !== null && unit === 'year') {
    const [first, last] = [1, 3].map((k) =>
      inYear({ ...CALENDAR, month: Number(months[k + 1]) }, Number(months[k]) + count),
    )
    return first == null || last == null ? UNKNOWN : span(first, last)
  }
  return cycle(unit, count, { from: from.from, to: from.from + 1 })
}

/** The unit `shift` away from the reference date, or from the date told last where the words look back at it. */
function relativeUnit(s: Scan, unit: Unit, modifier: Modifier): Period {
  if (modifier.anaphoric === true && s.last?.edtf != null && s.last.from !== null) {
    return shiftPeriod(s.last, unit, modifier.shift)
  }
  return cycle(unit, modifier.shift, s.ref)
}

/** The unit that a modified phrase counts: days and longer ones; "business days" are weekdays. */
function countedUnit(s: Scan, i: number): { unit: Unit; next: number } | null {
  const weekdays = word(s, i) === 'business' || word(s, i) === 'working' || word(s, i) === 'trading'
  const unit = unitAt(s, weekdays ? i + 1 : i, false)
  if (unit === 'day') return { unit: weekdays ? 'weekday' : unit, next: weekdays ? i + 2 : i + 1 }
  return unit !== null && CYCLE_UNITS.has(unit) ? { unit, next: i + 1 } : null
}

/** "last month", "the next three weeks", "l'an prochain", "les deux dernières années", "semaine suivante". */
export function readCycle(s: Scan, i: number): Reading | null {
  if ((begins(s, i) & (BEGIN.modifier | BEGIN.count | BEGIN.unit)) === 0) return null
  const before = modifierBefore(s, i)
  if (before !== null) {
    const { modifier } = before
    const counted = countAt(s, before.next)
    if (counted !== null && !counted.article && modifier.shift !== 0) {
      const unit = countedUnit(s, counted.next)
      if (unit === null || !Number.isInteger(counted.count)) return null
      const date = counted.vague ? UNKNOWN : cycles(unit.unit, counted.count, modifier.shift, s.ref)
      return reading(unit.next, date, 'relative')
    }
    const unit = unitAt(s, before.next, false)
    if (unit === 'day') {
      return modifier.anaphoric === true ? reading(before.next + 1, neighbourDay(s, modifier.shift), 'relative') : null
    }
    if (unit === null || !CYCLE_UNITS.has(unit)) return null
    // "ces mois" is no month; "les derniers mois" tells no count
    const plural = word(s, before.next).endsWith('s') && word(s, before.next) !== 'mois'
    if (plural || (unit === 'month' && s.lang === 'fr' && /s$/.test(word(s, i)))) return null
    const after = s.lang === 'en' ? modifierAfter(s, before.next + 1) : null
    if (after !== null) return reading(after.next, cycle(unit, 2 * after.modifier.shift, s.ref), 'relative')
    return reading(before.next + 1, relativeUnit(s, unit, modifier), 'relative')
  }
  const counted = countAt(s, i)
  if (counted !== null) return counted.article ? null : countedCycle(s, counted.count, counted.vague, counted.next)
  const unit = unitAt(s, i, false)
  if (unit === null || (unit !== 'day' && !CYCLE_UNITS.has(unit))) return null
  const after = modifierAfter(s, i + 1)
  if (after === null) return lateralWeek(s, i, unit)
  if (s.lang === 'en') return reading(after.next, cycle(unit, 2 * after.modifier.shift, s.ref), 'relative')
  if (unit === 'day') {
    return after.modifier.anaphoric === true
      ? reading(after.next, neighbourDay(s, after.modifier.shift), 'relative')
      : null
  }
  return reading(after.next, relativeUnit(s, unit, after.modifier), 'relative')
}

/** "dans la semaine": the current one. */
function lateralWeek(s: Scan, i: number, unit: Unit): Reading | null {
  if (unit !== 'week' || word(s, i - 1) !== 'la' || word(s, i - 2) !== 'dans') return null
  return reading(i + 1, cycle('week', 0, s.ref), 'relative')
}

/** "trois dernières années", "5 past years", "deux mois suivants": the count stands first. */
function countedCycle(s: Scan, count: number, vague: boolean, next: number): Reading | null {
  const before = s.words.modifiersBefore.get(word(s, next))
  if (before !== undefined && before.shift !== 0) {
    const unit = countedUnit(s, next + 1)
    if (unit === null || !Number.isInteger(count)) return null
    if (count > 1 && s.lang === 'en' && !word(s, unit.next - 1).endsWith('s')) return null
    if (vague) return reading(unit.next, UNKNOWN, 'relative')
    return reading(unit.next, (s.lang === 'en' ? rolling : cycles)(unit.unit, count, before.shift, s.ref), 'relative')
  }
  if (s.lang === 'en') return null
  const unit = countedUnit(s, next)
  const after = unit === null ? undefined : s.words.modifiersAfter.get(word(s, unit.next))
  if (unit === null || after === undefined || after.shift === 0 || !Number.isInteger(count)) return null
  return reading(unit.next + 1, vague ? UNKNOWN : cycles(unit.unit, count, after.shift, s.ref), 'relative')
}

/** The day before or after the one told last, else the reference date. */
function neighbourDay(s: Scan, shift: number): Period {
  const { last } = s
  const from = last !== null && last.from !== null && last.to === last.from + 1 ? last.from : dayOfReference(s)
  return from === null ? UNKNOWN : days(from + shift, from + shift + 1)
}

const dayOfReference = (s: Scan): number | null => (s.ref !== null && s.ref.to === s.ref.from + 1 ? s.ref.from : null)

/** Deictics that count from the day told last: "la veille", "le lendemain". */
const ANAPHORIC_DAYS = new Set(['veille', 'avant-veille', 'lendemain', 'surlendemain'])

/** "today", "avant-hier", "the day before yesterday". */
export function readDeictic(s: Scan, i: number): Reading | null {
  const shift = s.words.deictics.get(word(s, i))
  if (shift !== undefined) {
    // a capital inside a sentence makes it a name ("Aujourd'hui en France")
    if (isCapital(s, i) && i > 0 && (s.tokens[i - 1]!.kind === 'word' || word(s, i - 1) === ',')) return null
    if (ANAPHORIC_DAYS.has(word(s, i))) {
      // "la veille de son départ" counts from something else
      if (s.words.of.has(word(s, i + 1))) return null
      return reading(i + 1, neighbourDay(s, shift), 'relative')
    }
    return reading(i + 1, cycle('day', shift, s.ref), 'relative')
  }
  if (word(s, i) !== 'day') return null
  const beyond = word(s, i + 1)
  const from = word(s, i + 2)
  if (beyond === 'before' && from === 'yesterday') return reading(i + 3, cycle('day', -2, s.ref), 'relative')
  if (beyond === 'after' && from === 'tomorrow') return reading(i + 3, cycle('day', 2, s.ref), 'relative')
  return null
}

/** A length moved from a day: years and months on the calendar, weeks and days by count. Null for hours and the like. */
export function shiftByLength(day: number, length: Length, sign: 1 | -1): number | null {
  if (length.hours + length.minutes + length.seconds > 0) return null
  const months = length.years * 12 + length.months
  const daysAway = length.weeks * 7 + length.days
  if (!Number.isInteger(months) || !Number.isInteger(daysAway) || months > 12000 || daysAway > 400000) return null
  return addMonths(day, sign * months) + sign * daysAway
}

/** The day or period that lies a length of time away from the reference date. */
function lengthAway(s: Scan, length: Length, sign: 1 | -1): Period | null {
  if (length.hours + length.minutes + length.seconds > 0) return null
  if (length.vague) return UNKNOWN
  const { single } = length
  if (single !== null && Number.isInteger(single.count)) {
    return single.count > 1000 ? null : offset(single.unit, sign * single.count, s.ref)
  }
  const from = dayOfReference(s)
  if (from === null) return UNKNOWN
  const day = shiftByLength(from, length, sign)
  if (day === null) return UNKNOWN
  const { year, month } = civilDate(day)
  const whole = days(day, day + 1)
  return length.weeks + length.days > 0 ? whole : period(edtfDate(year, month), day, day + 1)
}

/** "N weekdays ago", "three Fridays from now": the weekday so many weeks away. */
function weekdaysAway(s: Scan, i: number): Reading | null {
  const counted = countAt(s, i)
  if (counted === null || counted.article || counted.vague || !Number.isInteger(counted.count)) return null
  const name = word(s, counted.next)
  const weekday = name.endsWith('s') ? s.words.weekdays.get(name.slice(0, -1)) : undefined
  if (weekday === undefined || counted.count > 100) return null
  const after = counted.next + 1
  const back = word(s, after) === 'ago'
  const ahead = word(s, after) === 'from' && word(s, after + 1) === 'now' ? after + 2 : null
  if (!back && ahead === null) return null
  const from = dayOfReference(s)
  if (from === null) return reading(back ? after + 1 : after + 2, UNKNOWN, 'relative', 'weekday')
  const own = weekdayOf(from)
  const first = back ? mondayOf(from) - (own > weekday ? 0 : 7) : mondayOf(from) + (own < weekday ? 0 : 7)
  const day = first + weekday - 1 + (back ? -7 : 7) * (counted.count - 1)
  return reading(back ? after + 1 : ahead!, days(day, day + 1), 'relative', 'weekday')
}

/** Where a date counts from: "from now", "after today". */
const ORIGINS = new Map([
  ['now', 0],
  ['today', 0],
  ['tomorrow', 1],
  ['yesterday', -1],
])

/**
 * A date a length of time away from the reference date: "two years ago", "il y a six mois", "dans trois ans", "three
 * weeks from tomorrow". `ahead`: the sentence tells what is to come, which makes "in four weeks" a date.
 */
export function readOffset(s: Scan, i: number, ahead: () => boolean): Reading | null {
  const first = word(s, i)
  if (s.lang === 'fr') {
    const from = afterAgo(s, i) ?? (first === 'dans' ? i + 1 : null)
    if (from === null) return null
    const length = lengthAt(s, skipApproximation(s, from))
    const date = length === null ? null : lengthAway(s, length, first === 'dans' ? 1 : -1)
    return date === null ? null : reading(length!.next, date, 'relative')
  }
  if ((begins(s, i) & BEGIN.count) === 0) return null
  if (first === 'in') {
    const length = lengthAt(s, skipApproximation(s, i + 1))
    if (length === null || word(s, length.next) === '-' || !ahead()) return null
    const date = lengthAway(s, length, 1)
    const time = phraseAt(s, length.next, ["'", 'time']) ?? phraseAt(s, length.next, ["'s", 'time'])
    return date === null ? null : reading(time ?? fromOrigin(s, length.next, length, date).next, date, 'relative')
  }
  const weekdays = weekdaysAway(s, i)
  if (weekdays !== null) return weekdays
  const length = lengthAt(s, i)
  if (length === null) return null
  const after = word(s, length.next)
  if (after === 'ago' || after === 'hence' || after === 'back') {
    if (after === 'back' && s.tokens[length.next + 1]?.kind === 'word') return null
    const date = lengthAway(s, length, after === 'hence' ? 1 : -1)
    return date === null ? null : reading(length.next + 1, date, 'relative')
  }
  const date = lengthAway(s, length, 1)
  if (date === null) return null
  const origin = fromOrigin(s, length.next, length, date)
  return origin.next === length.next ? null : origin
}

/** "il y a", "voici": the index after it. */
function afterAgo(s: Scan, i: number): number | null {
  const first = word(s, i)
  if (first === 'voici' || first === 'voilà') return i + 1
  if (first !== 'il') return null
  if (word(s, i + 1) === 'ya') return i + 2
  return word(s, i + 1) === 'y' && word(s, i + 2) === 'a' ? i + 3 : null
}

/** "from now", "from tomorrow", "after today" after a length. */
function fromOrigin(s: Scan, i: number, length: Length, date: Period): Reading {
  const joint = word(s, i)
  const shift = joint === 'from' || joint === 'after' ? ORIGINS.get(word(s, i + 1)) : undefined
  if (shift === undefined) return reading(i, date, 'relative')
  const from = dayOfReference(s)
  if (word(s, i + 1) === 'now') return reading(i + 2, date, 'relative')
  const day = from === null ? null : shiftByLength(from + shift, length, 1)
  return reading(i + 2, day === null ? UNKNOWN : days(day, day + 1), 'relative')
}

const APPROXIMATE = new Set(
  "about around just only roughly exactly environ à peine près de d' un peu plus moins tout juste exactement presque déjà maintenant over nearly almost some quelque".split(
    ' ',
  ),
)

/** "un peu plus d'" */
const MOST_APPROXIMATE = 4

/** Skips "about", "à peine", "plus de" before a length; none of them moves the date by a unit. */
function skipApproximation(s: Scan, i: number): number {
  let at = i
  while (at < i + MOST_APPROXIMATE && APPROXIMATE.has(word(s, at)) && unitAt(s, at + 1, false) === null) at++
  return at
}

/** Words after a length that count from the date told last: "a year earlier", "deux mois plus tard". */
function anaphoricOffset(s: Scan, i: number): { sign: 1 | -1; next: number } | null {
  const w = word(s, i)
  // "a year earlier than planned"
  if (word(s, i + 1) === 'than' || word(s, i + 2) === 'que' || word(s, i + 2) === "qu'") return null
  if (s.lang === 'fr') {
    if (w === 'plus' && word(s, i + 1) === 'tôt') return { sign: -1, next: i + 2 }
    if (w === 'plus' && word(s, i + 1) === 'tard') return { sign: 1, next: i + 2 }
    if (w === 'auparavant') return { sign: -1, next: i + 1 }
    if (w === 'après' && s.tokens[i + 1]?.kind !== 'word') return { sign: 1, next: i + 1 }
    return null
  }
  if (w === 'earlier' || w === 'previously' || (w === 'before' && s.tokens[i + 1]?.kind !== 'word'))
    return { sign: -1, next: i + 1 }
  if (w === 'later') return { sign: 1, next: i + 1 }
  return null
}

/**
 * "a year earlier", "trois mois plus tard", "the year before": counted from the date told last. Without one it is
 * unknown, unless the words stand `alone`: then they count from the reference date.
 */
export function readAnaphoric(s: Scan, i: number, alone: () => boolean): Reading | null {
  const length = lengthAt(s, i)
  if (length === null) {
    const unit = unitAt(s, i, false)
    if (s.lang !== 'en' || unit === null || !CYCLE_UNITS.has(unit) || word(s, i - 1) !== 'the') return null
    const side = word(s, i + 1)
    if (
      (side !== 'before' && side !== 'after') ||
      s.tokens[i + 2]?.kind === 'word' ||
      s.tokens[i + 2]?.kind === 'digits'
    )
      return null
    const date = s.last === null ? UNKNOWN : shiftPeriod(s.last, unit, side === 'before' ? -1 : 1)
    return reading(i + 2, date, 'relative')
  }
  const away = anaphoricOffset(s, length.next)
  if (away === null || length.hours + length.minutes + length.seconds > 0) return null
  const { last } = s
  if (last?.edtf == null || last.from === null || length.vague) {
    const date = !length.vague && alone() ? lengthAway(s, length, away.sign) : null
    return reading(away.next, date ?? UNKNOWN, 'relative')
  }
  const { single } = length
  if (single !== null && Number.isInteger(single.count) && single.count <= 1000) {
    return reading(away.next, shiftPeriod(last, single.unit, away.sign * single.count), 'relative')
  }
  const day = shiftByLength(last.from, length, away.sign)
  return reading(away.next, day === null ? UNKNOWN : days(day, day + 1), 'relative')
}

/**
 * The period that a part belongs to, after "of": "the year", "du mois", "this week", "l'année". A bare unit is the
 * current one.
 */
export function readUnitWhole(s: Scan, i: number): Reading | null {
  const cycleReading = readCycle(s, i)
  if (cycleReading !== null) return cycleReading
  const at = skipArticles(s, i)
  const unit = unitAt(s, at, false)
  if (unit === null || !CYCLE_UNITS.has(unit)) return at === i ? null : readCycle(s, at)
  // "l'année 2024" is a year of its own
  if (s.tokens[at + 1]?.kind === 'digits') return null
  return readCycle(s, at) ?? reading(at + 1, cycle(unit, 0, s.ref), 'relative')
}
