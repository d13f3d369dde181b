import { isoDate } from '../calendar.js'
import type { DateMention, DatePart, DurationMention, Language, RateMention, Token } from '../types.js'
import { beginnings } from './dates-begin.js'
import { BEGIN, BEGINS_DATE } from './dates-bits.js'
import { type Ended, offsetAfterWeekday, readFromAnchor, readPeriodTo, withWeekday } from './dates-lengths.js'
import { limit, limitAfter, readLimited } from './dates-limits.js'
import { readYearThenGrouping } from './dates-periods.js'
import { joinedRange, readDayRange, readOpenedRange, skipWeekdays } from './dates-ranges.js'
import { readDate } from './dates-read.js'
import { readAnaphoric, readOffset } from './dates-relative.js'
import { CALENDAR, reference, type Told } from './dates-resolve.js'
import { begins, ordinalAt, reading, type Scan, unitNear, word } from './dates-scan.js'
import { isAlone, settled, tenseAhead } from './dates-tense.js'
import { dateWords } from './dates-words.js'
import { lengthAt, readDuration, readRate } from './durations.js'
import { lookAt, type SentenceBits } from './sentence-bits.js'

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
export function findDates(text: string, tokens: readonly Token[], lang: Language, ref: string | null): TimeMention[] {
  return datesIn(text, tokens, lang, ref, lookAt(tokens, lang))
}

/** As `findDates`, for tokens that were looked at before: `bits` are theirs. */
export function datesIn(
  text: string,
  tokens: readonly Token[],
  lang: Language,
  ref: string | null,
  bits: SentenceBits,
): TimeMention[] {
  const begun = beginnings(text, tokens, lang, bits)
  if (begun === null) return []
  const { tokens: working, begin } = begun
  const s: Scan = {
    text,
    tokens: working,
    lang,
    words: dateWords(lang),
    ref: reference(ref),
    begin,
    last: null,
    numerals: [],
    lengths: [],
  }
  const mentions: TimeMention[] = []
  for (let at = 0; at < working.length; ) {
    const telling = begin.nextTelling[at]!
    if (telling < 0) break
    if (at < telling - WINDOW) at = telling - WINDOW
    const bits = begin.starts[at]!
    const found = bits === 0 ? null : readAt(s, at, bits)
    // nothing starts inside a number
    if (found === null) at = (bits & BEGIN.figure) === 0 ? at + 1 : (s.numerals[at]?.next ?? at + 1)
    else {
      mentions.push(...found.mentions)
      at = found.next
    }
  }
  if (lang === 'fr') addElliptic(s, mentions)
  return mentions
}

interface Found {
  mentions: TimeMention[]
  next: number
}

/** Reads what begins at token `i`, the longer readings first. */
function readAt(s: Scan, i: number, bits: number): Found | null {
  const habit = (bits & (BEGIN.range | BEGIN.weekday)) === 0 ? null : skipWeekdays(s, i)
  if (habit !== null) return { mentions: [], next: habit }
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

/** The mention of a date whose words begin at token `i`. */
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
    stated: eachOnce(told.stated),
  }
  return { mentions: [mention], next: told.next }
}

function eachOnce(parts: DatePart[]): DatePart[] {
  for (let k = 1; k < parts.length; k++) {
    if (parts.indexOf(parts[k]!) < k) return parts.filter((part, at) => parts.indexOf(part) === at)
  }
  return parts
}

/** A date, offset or range that no preposition opens. */
function readPlain(s: Scan, i: number, counts: boolean): Found | null {
  if (counts) {
    const length = lengthAt(s, i)
    const ended = length === null ? null : readPeriodTo(s, i)
    if (ended !== null) return endedBy(s, ended)
    const anchored = readFromAnchor(s, i)
    if (anchored !== null) return dated(s, i, anchored)
    const offset = readOffset(s, i, () => tenseAhead(s, i))
    if (offset !== null) return dated(s, i, withWeekday(s, settled(s, i, offset)))
  }
  if (counts || s.words.units.has(word(s, i))) {
    const anaphoric = readAnaphoric(s, i, () => isAlone(s, i))
    if (anaphoric !== null) return dated(s, i, settled(s, i, anaphoric))
  }
  if (!counts && (begins(s, i) & (BEGIN.unit | BEGIN.yearWord)) !== 0) {
    const ended = readPeriodTo(s, i)
    if (ended !== null) return endedBy(s, ended)
  }
  const dayRange = readDayRange(s, i)
  if (dayRange !== null) return dated(s, i, dayRange)
  if (WHICH_QUARTER.has(word(s, i))) {
    const ended = readPeriodTo(s, i + 1)
    if (ended !== null) return endedBy(s, ended)
  }
  const date = readYearThenGrouping(s, i) ?? readDate(s, i)
  if (date === null) return null
  const range = joinedRange(s, i, date)
  if (range !== null) return dated(s, i, range)
  const weekdayOffset = offsetAfterWeekday(s, date)
  if (weekdayOffset !== null) return dated(s, i, weekdayOffset)
  const plain = settled(s, i, date)
  const after = limitAfter(s, date.next)
  if (after === null) return dated(s, i, plain)
  return dated(s, i, { ...limit(after.limit, plain.period, date), next: after.next, stated: date.stated })
}

/** "the previous quarter ended June 2024", "its third quarter ended May 31": the end tells which one it is. */
const WHICH_QUARTER = new Set('previous prior preceding latest first second third fourth'.split(' '))

function endedBy(s: Scan, { from, date, duration }: Ended): Found {
  const { mentions, next } = dated(s, from, date)
  return duration === null ? { mentions, next } : { mentions: [duration, ...mentions], next }
}

/**
 * "au deuxième trimestre … qu'au premier": French ordinals that leave out the quarter (or half) told before them. They
 * hold no word that tells of a date, and are looked for only after one that does.
 */
function addElliptic(s: Scan, mentions: TimeMention[]): void {
  const model = mentions.find((m) => m.type === 'date' && (m.stated.includes('quarter') || m.stated.includes('half')))
  if (model?.type !== 'date') return
  const part = model.stated.includes('quarter') ? 'quarter' : 'half'
  const [first, count] = part === 'quarter' ? [33, 4] : [40, 2]
  const given = mentions.length
  let told = 0
  for (let i = 1; i < s.tokens.length; i++) {
    const before = word(s, i - 1)
    if (s.tokens[i]!.start < model.end || (before !== 'au' && before !== 'du')) continue
    while (told < given && mentions[told]!.end <= s.tokens[i]!.start) told++
    if (told < given && mentions[told]!.start <= s.tokens[i]!.start) continue
    const ordinal = ordinalAt(s, i)
    if (ordinal === null || ordinal.n < 1 || ordinal.n > count) continue
    const after = s.tokens[ordinal.next]
    if (after !== undefined && after.kind !== 'punct') continue
    const date = reading(ordinal.next, { ...CALENDAR, grouping: first + ordinal.n - 1 }, part)
    mentions.push(...dated(s, i, settled(s, i, date)).mentions)
  }
  mentions.sort((a, b) => a.start - b.start)
}
