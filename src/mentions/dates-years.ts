import { civilDate } from '../calendar.js'
import { BEGIN } from './dates-bits.js'
import { yearAt } from './dates-numeric.js'
import { modifierAfter, readCycle, readOffset } from './dates-relative.js'
import { cycle } from './dates-resolve.js'
import { begins, digitsAt, glued, type Scan, shortYear, skipArticles, skipOf, word, yearInWords } from './dates-scan.js'

/** A year told after a month, quarter or feast, up to the token before `next`. `year` is missing where it counts from an unknown reference date. */
export interface YearReading {
  next: number
  year?: number
  relative?: true
}

const YEAR_WORDS = new Set("year l'an an année exercice calendar fiscal".split(' '))

/**
 * The year that follows a date: ", 2021", "of 2024", "de l'an dernier", "98". `afterDay`: a day is told too, which makes
 * two figures a year.
 */
export function yearAfter(s: Scan, i: number, afterDay: boolean): YearReading | null {
  if (!mayBeginYear(s, i)) return null
  if (word(s, i) === ',') {
    const year = yearAt(s, i + 1)
    return year === null ? null : { next: i + 2, year }
  }
  const distance = s.lang === 'en' ? readOffset(s, i, () => true) : null
  if (distance?.date.is === 'period') {
    const { from } = distance.date
    return from === null
      ? { next: distance.next, relative: true }
      : { next: distance.next, year: civilDate(from).year, relative: true }
  }
  let at = skipOf(s, i)
  const governed = at > i
  const relative = readYearCycle(s, at)
  if (relative !== null && (governed || relative.adjacent)) return relative
  while (YEAR_WORDS.has(word(s, at)) || (governed && s.words.articles.has(word(s, at)))) at++
  const year = yearAt(s, at)
  if (year !== null && (year >= 1500 || governed)) return { next: at + 1, year }
  const short = shortYearAt(s, at, governed, afterDay)
  if (short !== null) return short
  const words = s.tokens[at]?.kind === 'word' ? yearInWords(s, at) : null
  return words === null ? null : { next: words.next, year: words.year }
}

const BEGINS_YEAR = BEGIN.figure | BEGIN.count | BEGIN.modifier | BEGIN.unit | BEGIN.yearWord

/** Most words do not: no reader is tried on them. */
function mayBeginYear(s: Scan, i: number): boolean {
  const token = s.tokens[i]
  if (token?.kind !== 'word') return token !== undefined
  const { lower } = token
  if ((begins(s, i) & BEGINS_YEAR) !== 0 || YEAR_WORDS.has(lower)) return true
  return s.words.of.has(lower) || s.words.articles.has(lower)
}

/** "98", "'87" after a month: only where nothing follows that it might count. */
function shortYearAt(s: Scan, i: number, governed: boolean, afterDay: boolean): YearReading | null {
  const apostrophe = word(s, i) === "'" || word(s, i) === '’'
  const at = apostrophe ? i + 1 : i
  const digits = digitsAt(s, at)
  if (digits === null || digits.length !== 2) return null
  const after = s.tokens[at + 1]
  if (!apostrophe && !governed && after !== undefined && after.kind !== 'punct') return null
  if (after !== undefined && after.kind !== 'punct' && after.kind !== 'word') return null
  if (after !== undefined && glued(s, at) && digitsAt(s, at + 2) !== null) return null
  const plausible = apostrophe || afterDay || digits.value > 31
  return plausible ? { next: at + 1, year: shortYear(digits.value) } : null
}

/** "next year", "of last year", "de l'année prochaine", "in a year" after a date. */
function readYearCycle(s: Scan, i: number): (YearReading & { adjacent: boolean }) | null {
  const at = skipArticles(s, i)
  const found = readCycle(s, at)
  if (found !== null && found.date.is === 'period') {
    let year = false
    for (let k = at; k < found.next; k++) if (s.words.units.get(word(s, k)) === 'year') year = true
    if (!year) return null
    const { edtf } = found.date
    const value = edtf !== null && /^\d{4}$/.test(edtf) ? Number(edtf) : undefined
    const adjacent = s.lang === 'en'
    return value === undefined
      ? { next: found.next, relative: true, adjacent }
      : { next: found.next, year: value, relative: true, adjacent }
  }
  // "of the year"
  if (at > i || s.lang === 'fr') {
    const unit = s.words.units.get(word(s, at))
    const bare = at > i && unit === 'year' && s.tokens[at + 1]?.kind !== 'digits' && modifierAfter(s, at + 1) === null
    const current = bare && s.words.of.has(word(s, i - 1)) ? cycle('year', 0, s.ref).edtf : undefined
    if (current === null) return { next: at + 1, relative: true, adjacent: false }
    if (current !== undefined) return { next: at + 1, year: Number(current), relative: true, adjacent: false }
  }
  return null
}
