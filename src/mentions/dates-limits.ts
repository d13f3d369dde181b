import { civilDate } from '../calendar.js'
import { endAt, joinedRange } from './dates-ranges.js'
import { shiftByLength } from './dates-relative.js'
import {
  type Choice,
  days,
  monthPeriod,
  type Period,
  period,
  type Reading,
  resolve,
  type Told,
  UNKNOWN,
} from './dates-resolve.js'
import { isMoved, phraseAt, type Scan, word } from './dates-scan.js'
import { choiceAround } from './dates-tense.js'
import type { Limit } from './dates-words.js'
import { lengthAt } from './durations.js'

/** Dates with a limit to one side: "by 2030", "since March", "d'ici fin 2026". */

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

/** "onwards", "au plus tard" after a date. */
export function limitAfter(s: Scan, i: number): { limit: Limit; next: number } | null {
  for (const { phrase, limit } of s.words.limitsAfter.get(word(s, i)) ?? []) {
    const next = phraseAt(s, i, phrase)
    // "in 1969 and later moved": not 1969 and later
    if (next !== null && !(phrase[0] === 'and' && GOES_ON.has(phrase[1] ?? '') && s.tokens[next]?.kind === 'word'))
      return { limit, next }
  }
  return null
}

/** Behind "and" they are adverbs of the next verb, where a word follows. */
const GOES_ON = new Set(['after', 'before', 'later', 'earlier'])

/** Words that may stand between a limit and its date. */
const APPROXIMATELY = new Set("around about circa vers environ le la l' les the au aux à as at least".split(' '))
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

/** "by 2030", "depuis mars", "d'ici six mois": a preposition and the date it governs. */
export function readLimited(s: Scan, i: number): Told | null {
  const phrase = limitAt(s, i)
  if (phrase === null) return null
  const { limit: kind } = phrase
  if (kind === 'from' && isMoved(s, i)) return null
  let at = phrase.next
  while (at < phrase.next + 3 && APPROXIMATELY.has(word(s, at))) at++
  const within = kind === 'by' && word(s, i) === "d'" ? inLength(s, at) : null
  if (within !== null) return within
  const date = endAt(s, at, { inRange: lonelyDay(s, at) })
  if (date === null) return null
  // "after second-quarter sales rose": the quarter is that of the sales
  if (s.lang === 'en' && isAdjective(s, at, date.next)) return null
  // "after last month's deal": the date is the deal's
  if ((kind === 'after' || kind === 'before' || kind === 'until') && word(s, date.next) === "'s") return null
  const joined = kind === 'from' || kind === 'since' ? joinedRange(s, i, date) : null
  if (joined !== null) return joined
  const choice: Choice =
    kind === 'since'
      ? 'past'
      : kind === 'by' ||
          kind === 'until' ||
          (kind === 'before' && s.lang === 'fr') ||
          (kind === 'from' && word(s, i) !== 'dès')
        ? ahead(choiceAround(s, i, date.next, date.date))
        : choiceAround(s, i, date.next, date.date)
  const resolved = resolve(date.date, s.ref, choice)
  // "figures from last week" are that week's
  const past = resolved.to !== null && s.ref !== null && resolved.to <= s.ref.from
  if (past && (kind === 'from' || kind === 'after') && date.date.is === 'period' && date.stated.includes('relative'))
    return null
  if (past && kind === 'from' && s.lang === 'en' && comparesFrom(s, i)) return null
  const limited = limit(kind, resolved, date, word(s, at))
  const whole = phrase.fromNow && s.ref !== null ? { ...limited.period, from: s.ref.from } : limited.period
  return { next: date.next, stated: date.stated, period: whole }
}

/** "second-quarter", "first-half": with a hyphen a period qualifies the noun behind it. */
const isAdjective = (s: Scan, from: number, next: number): boolean =>
  /-(?:quarter|half|year)$/i.test(s.text.slice(s.tokens[from]?.start, s.tokens[next - 1]?.end))

/** What begins lies ahead, whatever verb stands near. */
const ahead = (choice: Choice): Choice => (choice === 'ahead' ? choice : 'future')

/** "à partir du 8": a day of the month in figures, with nothing that it could count. */
function lonelyDay(s: Scan, i: number): boolean {
  if (s.lang !== 'fr' || s.tokens[i]?.kind !== 'digits' || word(s, i - 1) !== 'du') return false
  return s.tokens[i + 1] === undefined || s.tokens[i + 1]!.kind === 'punct'
}

/** "d'ici six mois" */
function inLength(s: Scan, at: number): Told | null {
  const length = lengthAt(s, at)
  if (length === null) return null
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
export function limit(kind: Limit, p: Period, date: Reading, firstWord = ''): { period: Period } {
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
