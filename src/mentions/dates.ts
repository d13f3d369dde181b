import type { DateMention, DatePart, DurationMention, Language, RateMention, Token } from '../types.js'
import { addMonths, type Day, isoDate } from './calendar.js'
import { BEGIN, BEGINS_DATE, beginnings } from './dates-begin.js'
import { readDate } from './dates-calendar.js'
import { type Context, startsFree } from './dates-numeric.js'
import { readAnaphoric, readOffset, shiftByLength } from './dates-relative.js'
import {
  type Calendar,
  type Choice,
  cycle,
  days,
  monthPeriod,
  type Period,
  period,
  type Reading,
  reference,
  resolve,
  resolveRange,
  span,
  UNKNOWN,
} from './dates-resolve.js'
import {
  begins,
  dayAt,
  digitsAt,
  glued,
  ordinalAt,
  phraseAt,
  reading,
  type Scan,
  skipArticles,
  unitAt,
  unitNear,
  word,
} from './dates-scan.js'
import { choiceAround, tenseAround } from './dates-tense.js'
import { workingTokens } from './dates-tokens.js'
import { dateWords, type Limit, type Unit } from './dates-words.js'
import { yearAfter } from './dates-years.js'
import { civilDate } from './calendar.js'
import { lengthAt, readDuration, readRate } from './durations.js'

type TimeMention = DateMention | DurationMention | RateMention

/** How far before its telling word a phrase may begin: "d'ici à la fin du mois de mars". */
const WINDOW = 12

/**
 * The dates, durations and rates in the tokens, in order, none overlapping another.
 *
 * @param text the whole text that the tokens' offsets count in (UTF-16 code units)
 * @param tokens the tokens of one sentence, or of a short text
 * @param ref the EDTF date that relative dates count from; it may be a month or a year only. With null, "last month" is
 *   found with `edtf` null, and "le 3 mars" keeps what it says: `XXXX-03-03`
 * @returns dates as EDTF in the forms of claims.md. `from` and `to` (exclusive) are the days that the words reckon to,
 *   which may be fewer than those of `edtf`: "late March" is its last ten days, "before 2030" ends with 2029.
 */
export function findDates(text: string, tokens: Token[], lang: Language, ref: string | null): TimeMention[] {
  const working = workingTokens(text, tokens, lang)
  const begin = beginnings(working, lang)
  if (begin === null) return []
  const s: Scan = {
    text,
    tokens: working,
    lang,
    words: dateWords(lang),
    ref: reference(ref),
    begin,
    last: null,
    numerals: new Map(),
    lengths: new Map(),
  }
  const mentions: TimeMention[] = []
  for (let at = 0; at < working.length; ) {
    const telling = begin.nextTelling[at]!
    if (telling < 0) break
    if (at < telling - WINDOW) at = telling - WINDOW
    const bits = begin.starts[at]!
    const found = bits === 0 ? null : readAt(s, at, bits)
    // nothing starts inside a number
    if (found === null) at += (bits & BEGIN.figure) === 0 ? 1 : (s.numerals.get(at)?.next ?? 1)
    else {
      mentions.push(...found.mentions)
      at = found.next
    }
  }
  return mentions
}

interface Found {
  mentions: TimeMention[]
  next: number
}

/** Reads what begins at token `i`, the longer readings first. */
function readAt(s: Scan, i: number, bits: number): Found | null {
  if ((bits & BEGIN.range) !== 0) {
    const range = readOpenedRange(s, i)
    if (range !== null) return dated(s, i, range)
  }
  if ((bits & BEGIN.limit) !== 0) {
    const limited = readLimited(s, i)
    if (limited !== null) return dated(s, i, limited)
  }
  const counts = (bits & BEGIN.count) !== 0 && unitNear(s, i)
  if (counts || (bits & BEGINS_DATE) !== 0) {
    const found = readPlain(s, i, counts)
    if (found !== null) return found
  }
  if ((bits & BEGIN.rate) !== 0) {
    const rate = readRate(s, i)
    if (rate !== null) return { mentions: [rate.mention], next: rate.next }
  }
  if (counts) {
    const duration = readDuration(s, i)
    if (duration !== null) return { mentions: [duration.mention], next: duration.next }
  }
  return null
}

/** A period that is told, and where its words end. */
interface Told {
  next: number
  stated: DatePart[]
  period: Period
}

function dated(s: Scan, i: number, told: Told): Found {
  const { edtf, from, to } = told.period
  if (told.period.from !== null) s.last = told.period
  const mention: DateMention = {
    type: 'date',
    start: s.tokens[i]!.start,
    end: s.tokens[told.next - 1]!.end,
    edtf,
    from: from === null ? null : isoDate(from),
    to: to === null ? null : isoDate(to),
    stated: [...new Set(told.stated)],
  }
  return { mentions: [mention], next: told.next }
}

const told = (s: Scan, i: number, found: Reading): Told => ({
  next: found.next,
  stated: found.stated,
  period: resolve(found.date, s.ref, choiceAround(s, i, found.next, found.date)),
})

/** A date, offset or range that no preposition opens. */
function readPlain(s: Scan, i: number, counts: boolean): Found | null {
  if (counts) {
    const length = lengthAt(s, i)
    const counted = (length === null ? null : readPeriodTo(s, i)) ?? readFromAnchor(s, i)
    if (counted !== null) return counted
    const offset = readOffset(s, i, () => tenseAhead(s, i))
    if (offset !== null) return dated(s, i, withWeekday(s, told(s, i, offset)))
  }
  if (counts || s.words.units.has(word(s, i))) {
    const anaphoric = readAnaphoric(s, i)
    if (anaphoric !== null) return dated(s, i, told(s, i, anaphoric))
  }
  if (!counts && (begins(s, i) & (BEGIN.unit | BEGIN.yearWord)) !== 0) {
    const ended = readPeriodTo(s, i)
    if (ended !== null) return ended
  }
  const elliptic = readElliptic(s, i)
  if (elliptic !== null) return dated(s, i, told(s, i, elliptic))
  const dayRange = readDayRange(s, i)
  if (dayRange !== null) return dated(s, i, dayRange)
  const date = readDate(s, i)
  if (date === null) return null
  const range = joinedRange(s, i, date)
  if (range !== null) return dated(s, i, range)
  const weekdayOffset = offsetAfterWeekday(s, i, date)
  if (weekdayOffset !== null) return dated(s, i, weekdayOffset)
  const plain = told(s, i, date)
  const after = limitAfter(s, date.next)
  if (after === null) return dated(s, i, plain)
  return dated(s, i, { ...limit(after.limit, plain.period, date), next: after.next, stated: date.stated })
}

/** The sentence looks ahead: "in four weeks" is then a date, after a past verb a length of time. */
function tenseAhead(s: Scan, i: number): boolean {
  const tense = tenseAround(s.text, s.tokens, i, i + 1, s.lang)
  return tense === 'future' || tense === 'noted' || tense === 'alone'
}

// Limits: "by 2030", "since March", "d'ici la fin de l'année"

interface LimitPhrase {
  limit: Limit
  next: number
  /** "between now and": the period begins with the reference date. */
  fromNow: boolean
}

function limitAt(s: Scan, i: number): LimitPhrase | null {
  for (const { phrase, limit } of s.words.limits.get(word(s, i)) ?? []) {
    const next = phraseAt(s, i, phrase)
    if (next !== null) return { limit, next, fromNow: phrase.includes('now') || phrase.includes('maintenant') }
  }
  return null
}

function limitAfter(s: Scan, i: number): { limit: Limit; next: number } | null {
  for (const { phrase, limit } of s.words.limitsAfter.get(word(s, i)) ?? []) {
    const next = phraseAt(s, i, phrase)
    if (next !== null) return { limit, next }
  }
  return null
}

/** Words that may stand between a limit and its date. */
const APPROXIMATELY = new Set('around about circa vers environ le la l\' les the au aux à early_as as'.split(' '))
/** Words that tell a comparison: in "up 5% from 2003", 2003 begins nothing. */
const COMPARISONS = new Set(
  '% percent up down rose rise rises rising fell fall falls falling increase increased decrease decreased drop dropped gain higher lower jumped climbed slipped slid grew growth improved compared unchanged widened narrowed'.split(
    ' ',
  ),
)

function comparesFrom(s: Scan, i: number): boolean {
  for (let k = i - 1; k >= 0 && k >= i - 6; k--) if (COMPARISONS.has(word(s, k))) return true
  return false
}

function readLimited(s: Scan, i: number): Told | null {
  const phrase = limitAt(s, i)
  if (phrase === null) return null
  const { limit: kind } = phrase
  let at = phrase.next
  while (at < phrase.next + 3 && APPROXIMATELY.has(word(s, at))) at++
  if (kind === 'by' && s.lang === 'fr') {
    const length = lengthAt(s, at)
    if (length !== null) return inLength(s, i, at)
  }
  const date = endAt(s, at, { inRange: kind !== 'from' || s.lang === 'fr' ? lonelyDay(s, at) : false })
  if (date === null) return null
  // "after last month's deal": the date is the deal's
  if ((kind === 'after' || kind === 'before' || kind === 'until') && word(s, date.next) === "'s") return null
  const joined = kind === 'from' || kind === 'since' ? joinedRange(s, i, date) : null
  if (joined !== null) return joined
  const choice: Choice =
    kind === 'since'
      ? 'past'
      : kind === 'by' || kind === 'until' || (kind === 'from' && word(s, i) !== 'dès')
        ? ahead(choiceAround(s, i, date.next, date.date))
        : choiceAround(s, i, date.next, date.date)
  const resolved = resolve(date.date, s.ref, choice)
  // "figures from last week" are that week's
  const past = resolved.to !== null && s.ref !== null && resolved.to <= s.ref.from
  if (past && (kind === 'from' || kind === 'after') && date.date.is === 'period' && date.stated.includes('relative')) return null
  if (past && kind === 'from' && s.lang === 'en' && comparesFrom(s, i)) return null
  const limited = limit(kind, resolved, date, word(s, at))
  const whole = phrase.fromNow && s.ref !== null ? { ...limited.period, from: s.ref.from } : limited.period
  return { next: date.next, stated: date.stated, period: whole }
}

/** What begins lies ahead, whatever verb stands near. */
const ahead = (choice: Choice): Choice => (choice === 'ahead' ? choice : 'future')

/** "à partir du 8": a day of the month in figures, with nothing that it could count. */
function lonelyDay(s: Scan, i: number): boolean {
  if (s.lang !== 'fr' || s.tokens[i]?.kind !== 'digits' || word(s, i - 1) !== 'du') return false
  return s.tokens[i + 1] === undefined || s.tokens[i + 1]!.kind === 'punct'
}

/** "d'ici six mois" */
function inLength(s: Scan, i: number, at: number): Told | null {
  const length = lengthAt(s, at)
  if (length === null || word(s, i) !== "d'") return null
  if (length.hours + length.minutes + length.seconds > 0) return null
  const unknown: Told = { next: length.next, stated: ['relative'], period: UNKNOWN }
  if (length.vague || s.ref === null) return unknown
  const day = shiftByLength(s.ref.to - 1, length, 1)
  if (day === null) return unknown
  const { year, month } = civilDate(day)
  const exact = days(day, day + 1)
  const name =
    length.weeks + length.days > 0 ? exact.edtf! : length.months > 0 ? monthPeriod(year, month).edtf! : String(year)
  return { next: length.next, stated: ['relative'], period: period(`../${name}`, null, day + 1) }
}

/** A period with a limit to one side. */
function limit(kind: Limit, p: Period, date: Reading, firstWord = ''): { period: Period } {
  if (p.edtf === null) return { period: UNKNOWN }
  const start = p.edtf.split('/')[0]!
  const end = p.edtf.split('/').at(-1)!
  // the end of a year is the year's end, its very beginning the year's
  const late = date.stated.includes('third') && end.endsWith('-39')
  const until = late ? end.slice(0, -3) : end
  const begun = firstWord === 'beginning' || firstWord === 'start' || (firstWord === 'début' && start.endsWith('-37'))
  const since = begun && start.endsWith('-37') ? start.slice(0, -3) : start
  switch (kind) {
    case 'since':
    case 'from':
      return { period: period(`${since}/..`, p.from, null) }
    case 'after':
      return { period: period(`${after(p, end)}/..`, p.to, null) }
    case 'before': {
      const inside = date.stated.includes('third') && isLastPart(date)
      return { period: period(`../${until}`, null, inside ? p.to : p.from) }
    }
    case 'by':
    case 'until':
      return { period: period(`../${until}`, null, p.to) }
  }
}

const isLastPart = (date: Reading): boolean =>
  date.date.is === 'calendar' ? date.date.part === 3 : (date.date.edtf ?? '').endsWith('-39')

/** The first day, month or year after a period, named at the period's precision. */
function after(p: Period, end: string): string {
  if (p.to === null || end.startsWith('X')) return end
  const next = civilDate(p.to)
  if (/^\d{4}$/.test(end)) return String(next.year)
  if (/^\d{4}-\d\d$/.test(end)) return next.day === 1 ? monthPeriod(next.year, next.month).edtf! : end
  if (/^\d{4}-\d\d-\d\d$/.test(end)) return days(p.to, p.to + 1).edtf!
  return next.month === 1 && next.day === 1 ? String(next.year) : end
}

// Ranges: "between 2024 and 2026", "de juillet à septembre", "13 to 15 July"

const NOW = new Set(['now', 'date', 'present', 'maintenant', 'présent'])

/** An end of a range, articles skipped: a date, or "now". */
function endAt(s: Scan, i: number, context: Context): Reading | null {
  let at = skipArticles(s, i)
  if (word(s, at) === 'current' && word(s, at + 1) === 'date') at++
  if (NOW.has(word(s, at)) && !(word(s, at) === 'date' && at === i && word(s, i - 1) !== 'to' && word(s, i - 1) !== 'till')) {
    return reading(at + 1, cycle('day', 0, s.ref), 'relative')
  }
  return (
    readDate(s, at, context) ??
    (s.lang === 'en' ? readOffset(s, at, () => false) : null)
  )
}

const OPENED_TO: Record<Language, Set<string>> = {
  en: new Set('to until till through thru - – — ~'.split(' ')),
  fr: new Set("à au aux jusqu' - – — ~".split(' ')),
}

/** "between A and B", "from A to B", "entre A et B", "de A à B", "du A au B". */
function readOpenedRange(s: Scan, i: number): Told | null {
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
  if (between ? !(s.words.and.has(joint) || joint === '-' || joint === '–' || joint === '~') : !OPENED_TO[s.lang].has(joint)) return null
  at++
  if (joint === "jusqu'" || joint === 'jusqu') while (word(s, at) === 'à' || word(s, at) === 'au' || word(s, at) === 'en') at++
  if (word(s, at) === 'le' || word(s, at) === 'in' || word(s, at) === 'en') at++
  const last = endAt(s, at, context)
  if (last === null) return null
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

/** "26 june to 28 june in 2020", "5/1-5/7, 2020": the year of both stands after the second. */
function withYearAfter(s: Scan, last: Reading): Reading {
  if (last.date.is !== 'calendar' || last.date.year !== undefined || last.date.feast !== undefined) return last
  if (last.date.month === undefined && last.date.grouping === undefined) return last
  const year = yearAfter(s, last.next, last.date.day !== undefined)
  if (year?.year === undefined) return last
  return { next: year.next, stated: [...last.stated, 'year'], date: { ...last.date, year: year.year } }
}

function rangeOf(s: Scan, i: number, first: Reading, last: Reading): Told | null {
  const choice = choiceAround(s, i, last.next, last.date)
  const range = resolveRange(first.date, last.date, s.ref, choice)
  if (range === null) return null
  return { next: last.next, stated: [...first.stated, ...last.stated], period: range }
}

/** A date and, after "to" or a dash, another one: "mars à juin", "2014 through May 2018", "Aug 8 - Aug 12". */
function joinedRange(s: Scan, i: number, first: Reading): Told | null {
  const joint = word(s, first.next)
  if (!s.words.to.has(joint) && joint !== "jusqu'") return null
  let at = first.next + 1
  while (joint === "jusqu'" && (word(s, at) === 'à' || word(s, at) === 'au' || word(s, at) === 'en')) at++
  // "July 13-15", "April 9th through 17th"
  const month = first.date.is === 'calendar' ? first.date.month : undefined
  if (first.date.is === 'calendar' && first.date.day !== undefined && month !== undefined && first.date.year === undefined) {
    const from = skipArticles(s, at)
    const full = readDate(s, from, { inRange: true })
    const day = full === null || isLoneDay(full) ? dayAt(s, from) : null
    if (day !== null && day.day > first.date.day && !countsOn(s, day.next)) {
      const last = reading(day.next, { is: 'calendar', month, day: day.day } satisfies Calendar, 'day')
      return rangeOf(s, i, first, withYearAfter(s, last))
    }
  }
  if (joint === 'till' || joint === 'until' || joint === "jusqu'" || s.words.to.has(joint)) {
    const last = endAt(s, at, { inRange: true })
    if (last === null || isLoneDay(last)) return null
    const weekdays = (r: Reading) => r.date.is === 'calendar' && r.date.weekday !== undefined && r.date.day === undefined
    if (weekdays(first) && weekdays(last)) return null
    return rangeOf(s, i, first, withYearAfter(s, last))
  }
  return null
}

/** What follows a day makes it a number: "July 13-15 million". */
function countsOn(s: Scan, i: number): boolean {
  const after = s.tokens[i]
  if (after === undefined) return false
  if (after.kind === 'symbol') return after.lower === '%' || after.lower === '€' || after.lower === '$'
  return glued(s, i - 1) && (after.lower === '-' || after.lower === ':' || after.lower === '/')
}

/** "13 to 15 July", "9 - 12 of June", "1er au 10 juillet", "4-23 next month". */
function readDayRange(s: Scan, i: number): Told | null {
  const first = dayAt(s, i)
  if (first === null) return null
  const joint = word(s, first.next)
  const and = s.words.and.has(joint)
  if (!s.words.to.has(joint) && joint !== "jusqu'" && !and) return null
  let at = first.next + 1
  if (joint === "jusqu'" && (word(s, at) === 'à' || word(s, at) === 'au')) at++
  const last = readDate(s, skipArticles(s, at), { inRange: true })
  if (last === null || last.date.is !== 'calendar') return null
  if (last.date.day === undefined || last.date.month === undefined || last.date.day <= first.day) return null
  // "les 12 et 13 mars" are one stretch, "the 3rd and 12th of March" are not
  if (and && last.date.day !== first.day + 1) return null
  if (!startsFree(s, i)) return null
  const start = reading(first.next, { is: 'calendar', day: first.day } satisfies Calendar, 'day')
  return rangeOf(s, i, start, last)
}

// Lengths with a date: "the twelve months to June 2024", "two weeks after 3 May"

const ENDED = new Set('ended ending finished finishing clos close closes clôturé clôturée terminé terminée terminés achevé achevée achevés'.split(' '))
const TO_END = new Set('to through'.split(' '))
const LENGTH_MONTHS: Partial<Record<Unit, number>> = { month: 1, quarter: 3, half: 6, year: 12 }

/**
 * A period told by its length and its end: "the three months to December", "exercice clos le 31 mars 2025". A counted
 * length stays a duration of its own beside the date.
 */
function readPeriodTo(s: Scan, i: number): Found | null {
  const length = lengthAt(s, i)
  let at: number
  let months: number
  if (length !== null) {
    const { single } = length
    const perUnit = single === null || length.article ? undefined : LENGTH_MONTHS[single.unit]
    if (perUnit === undefined || single === null || !Number.isInteger(single.count) || length.vague) return null
    months = perUnit * single.count
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
  while (at < joined + 5 && (at === joined + 1 || true) && FILLERS.has(word(s, at))) at++
  const end = readDate(s, at, { inRange: true })
  if (end === null || months > 600) return null
  const isMonth = end.stated.includes('month')
  if (!isMonth && !(length !== null && length.single?.unit === 'year' && !ended)) return null
  const last = resolve(end.date, s.ref, choiceAround(s, i, end.next, end.date))
  const whole = monthsBefore(last, months, end)
  const date = dated(s, length === null ? i : joined, { next: end.next, stated: end.stated, period: whole })
  if (length === null) return date
  const duration = readDuration(s, i)
  return duration === null || duration.next > joined
    ? date
    : { mentions: [duration.mention, ...date.mentions], next: date.next }
}

const FILLERS = new Set("the on end of in le la fin de en au l' à du".split(' '))

/** The months that end with a period: "the year to March 2005" begins with April 2004. */
function monthsBefore(last: Period, months: number, end: Reading): Period {
  if (last.edtf === null) return UNKNOWN
  if (last.to === null || last.from === null) {
    const month = end.date.is === 'calendar' ? end.date.month : undefined
    if (month === undefined || months > 11) return UNKNOWN
    const first = ((month - months + 12) % 12) + 1
    const two = (n: number) => String(n).padStart(2, '0')
    return period(`XXXX-${two(first)}/XXXX-${two(month)}`, null, null)
  }
  const start = addMonths(last.to, -months)
  if (civilDate(last.to).day === 1) {
    if (/^\d{4}$/.test(last.edtf)) return span(yearOf(start), last)
    const a = civilDate(start)
    const b = civilDate(last.to - 1)
    return span(monthPeriod(a.year, a.month), monthPeriod(b.year, b.month))
  }
  return days(start, last.to)
}

const yearOf = (d: Day): Period => {
  const { year } = civilDate(d)
  return period(String(year), addMonths(d, 0), addMonths(d, 12))
}

const AFTER = new Set('after from following après'.split(' '))
const BEFORE = new Set('before avant'.split(' '))
const STARTING = new Set('starting beginning'.split(' '))

/** "two weeks before May 13 1999", "3 days from Tuesday", "2 weeks starting May 20th", "for 10 days from 18 Dec". */
function readFromAnchor(s: Scan, i: number): Found | null {
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
  if (p.from === null || p.to === null) return null
  if (p.to - p.from !== 1) return null
  const span = starting || (opened > i && joint === 'from')
  const away = shiftByLength(p.from, length, forwards ? 1 : -1)
  if (away === null) return null
  const date = span ? days(p.from, away) : days(away, away + 1)
  return dated(s, i, withWeekday(s, { next: anchor.next, stated, period: date }))
}

/** "in 3 days on Friday": the weekday of that week. */
function withWeekday(s: Scan, t: Told): Told {
  if (s.lang !== 'en' || word(s, t.next) !== 'on') return t
  const weekday = s.words.weekdays.get(word(s, t.next + 1))
  if (weekday === undefined) return t
  return { next: t.next + 2, stated: [...t.stated, 'weekday'], period: weekdayOfWeek(t.period, weekday) }
}

function weekdayOfWeek(p: Period, weekday: number): Period {
  if (p.from === null || p.to !== p.from + 1) return UNKNOWN
  const day = p.from - ((p.from + 3 + 7000000) % 7) + weekday - 1
  return days(day, day + 1)
}

/** "Monday two weeks from now" */
function offsetAfterWeekday(s: Scan, i: number, date: Reading): Told | null {
  if (s.lang !== 'en' || date.date.is !== 'calendar' || date.date.weekday === undefined || date.date.day !== undefined) return null
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

/** "au deuxième trimestre … qu'au premier": an ordinal that leaves out the quarter told before. */
function readElliptic(s: Scan, i: number): Reading | null {
  if (s.lang !== 'fr' || s.last?.edtf == null || (word(s, i - 1) !== 'au' && word(s, i - 1) !== 'du')) return null
  const code = /^\d{4}-(\d\d)$/.exec(s.last.edtf)
  if (code === null) return null
  const told = Number(code[1])
  const half = told === 40 || told === 41
  if (!half && (told < 33 || told > 36)) return null
  const ordinal = ordinalAt(s, i)
  if (ordinal === null || ordinal.n < 1 || ordinal.n > (half ? 2 : 4)) return null
  const after = s.tokens[ordinal.next]
  if (after !== undefined && after.kind !== 'punct') return null
  return reading(ordinal.next, { is: 'calendar', grouping: (half ? 39 : 32) + ordinal.n }, half ? 'half' : 'quarter')
}
