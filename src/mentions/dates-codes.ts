import { stated, withYear } from './dates-days.js'
import { type Context, endsFree, startsFree } from './dates-numeric.js'
import { CALENDAR, type Reading, yearPeriod, yearsPeriod } from './dates-resolve.js'
import { digitsAt, glued, isYear, ORDINAL, reading, type Scan, shortYear, word } from './dates-scan.js'
import { yearAfter } from './dates-years.js'

/** Periods written as letters and figures: `3Q24`, `T3 2024`, `S1 2025`, `FY25`, `1990s`. */

const CODE = /^(?:([qths])([1-4])|([1-4])([qths]))(\d{2}|\d{4})?$/
const YEAR_FIRST_CODE = /^(\d{2}|\d{4})([qths])([1-4])$/
const FISCAL = /^(?:fy|cy)(\d{2}|\d{4})$/
const DECADE = /^(\d{3}0|[2-9]0)s$/

/** Letters and digits that may be a date, or the day of one: "3Q24", "1990s", "1er", "21st". */
export const isDateCode = (lower: string): boolean =>
  lower.length <= 7 &&
  (ORDINAL.test(lower) || CODE.test(lower) || YEAR_FIRST_CODE.test(lower) || FISCAL.test(lower) || DECADE.test(lower))

const fullYear = (digits: string): number => (digits.length === 2 ? shortYear(Number(digits)) : Number(digits))

/** The EDTF grouping that a code's letter and number stand for; null for letters of the other language and a third half. */
function groupingOf(s: Scan, letter: string, n: number): number | null {
  const kind = s.words.codes.get(letter) ?? (letter === 'q' ? 'quarter' : letter === 'h' ? 'half' : undefined)
  if (kind === undefined || (kind === 'half' && n > 2)) return null
  return kind === 'quarter' ? 32 + n : 39 + n
}

/** "1h30" and "2s" are an hour and a half and two seconds; the halves are "1H30" and "2S". */
const isClock = (s: Scan, i: number, letter: string): boolean =>
  (letter === 'h' || letter === 's') && s.text.charAt(s.tokens[i]!.start + 1) === letter

/** "Q3 2024", "3T24", "S1 2025", "2024 Q1", "FY25", "1990s". A code without its year needs a preposition: "Audi Q3". */
export function readCode(s: Scan, i: number, context: Context = {}): Reading | null {
  const token = s.tokens[i]
  if (token === undefined || !startsFree(s, i)) return null
  if (token.kind === 'digits') return readYearThenCode(s, i)
  const { kind, lower } = token
  if (kind !== 'mixed' || lower.length > 7) return null
  const fiscal = FISCAL.exec(lower)
  if (fiscal !== null) return reading(i + 1, yearPeriod(fullYear(fiscal[1]!)), 'year')
  const decade = DECADE.exec(lower)
  if (decade !== null) return decadeReading(s, i, decade[1]!)
  const yearFirst = YEAR_FIRST_CODE.exec(lower)
  if (yearFirst !== null)
    return grouped(i + 1, groupingOf(s, yearFirst[2]!, Number(yearFirst[3])), fullYear(yearFirst[1]!))
  const code = CODE.exec(lower)
  if (code === null || (code[4] !== undefined && isClock(s, i, code[4]))) return null
  const grouping = groupingOf(s, code[1] ?? code[4]!, Number(code[2] ?? code[3]))
  if (grouping === null) return null
  if (code[5] !== undefined) return grouped(i + 1, grouping, fullYear(code[5]))
  const year = yearAfterCode(s, i + 1)
  if (year !== null) return grouped(year.next, grouping, year.year)
  const unit = grouping < 40 ? 'quarter' : 'half'
  const calendar = { ...CALENDAR, grouping }
  // "Q4 of last year", "au T4 de cette année"
  const told = yearAfter(s, i + 1, false)
  if (told?.relative === true) return reading(told.next, withYear(calendar, told), ...stated(told, unit))
  const isTold =
    context.inRange === true || s.words.beforeCode.has(word(s, i - 1)) || s.words.afterCode.has(word(s, i + 1))
  return isTold ? reading(i + 1, calendar, unit) : null
}

/** "2019 q1", "2017-q1" */
function readYearThenCode(s: Scan, i: number): Reading | null {
  const digits = digitsAt(s, i)
  if (digits?.length !== 4) return null
  const at = word(s, i + 1) === '-' ? i + 2 : i + 1
  const code = s.tokens[at]?.kind === 'mixed' ? CODE.exec(word(s, at)) : null
  if (code === null || code[5] !== undefined) return null
  return grouped(at + 1, groupingOf(s, code[1] ?? code[4]!, Number(code[2] ?? code[3])), digits.value)
}

const grouped = (next: number, grouping: number | null, year: number): Reading | null =>
  grouping === null || !isYear(year)
    ? null
    : reading(next, { ...CALENDAR, grouping, year }, 'year', grouping < 40 ? 'quarter' : 'half')

/** A year right after a quarter or half: "Q3 2024", "T3-2024", "Q1'25", "Q2 of 2025". */
function yearAfterCode(s: Scan, i: number): { year: number; next: number } | null {
  const joint = word(s, i)
  const joined = joint === '-' || joint === '/' || joint === "'" || joint === '’' || s.words.of.has(joint)
  const at = joined ? i + 1 : i
  const digits = digitsAt(s, at)
  if (digits === null || !endsFree(s, at + 1)) return null
  if (digits.length === 4 && isYear(digits.value)) return { year: digits.value, next: at + 1 }
  return digits.length === 2 && joined && glued(s, at - 1) ? { year: shortYear(digits.value), next: at + 1 } : null
}

/** "the 1990s"; "the 90s" needs its article, as ages and speeds are told alike. */
function decadeReading(s: Scan, i: number, digits: string): Reading | null {
  if (digits.length === 4) return reading(i + 1, yearsPeriod(Number(digits), 10), 'decade')
  const before = word(s, i - 1)
  if (before !== 'the' && before !== "'" && before !== '’' && before !== 'early' && before !== 'late' && before !== '-')
    return null
  const decade = Number(digits)
  return reading(i + 1, yearsPeriod(decade < 30 ? 2000 + decade : 1900 + decade, 10), 'decade')
}
