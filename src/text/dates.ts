import type { Token } from '../types.js'

/** A calendar date as datelines write it; month and day may be missing. `next` is the index of the token behind it. */
export interface StatedDate {
  year: number | null
  month: number | null
  day: number | null
  next: number
}

/** The names of the months and their abbreviations, folded: 1 to 12. */
export const MONTHS: ReadonlyMap<string, number> = new Map(
  [
    ['january', 'jan', 'janvier', 'janv'],
    ['february', 'feb', 'février', 'fevrier', 'févr', 'fév', 'fevr'],
    ['march', 'mar', 'mars'],
    ['april', 'apr', 'avril', 'avr'],
    ['may', 'mai'],
    ['june', 'jun', 'juin'],
    ['july', 'jul', 'juillet', 'juil'],
    ['august', 'aug', 'août', 'aout'],
    ['september', 'sep', 'sept', 'septembre'],
    ['october', 'oct', 'octobre'],
    ['november', 'nov', 'novembre'],
    ['december', 'dec', 'décembre', 'decembre', 'déc'],
  ].flatMap((names, index) => names.map((name): [string, number] => [name, index + 1])),
)

/** Whether the date is one of the calendar, in a year that a news archive can hold. */
export function isCalendarDate(year: number, month: number | null, day: number | null): boolean {
  if (!(year >= 1800 && year <= 2199)) return false
  if (month === null) return day === null
  if (month < 1 || month > 12) return false
  // day 0 of the next month is the last of this one
  return day === null || (day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate())
}

/** EDTF (ISO 8601-2): `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export function toEdtf(year: number, month: number | null, day: number | null): string {
  const pad = (n: number) => String(n).padStart(2, '0')
  return `${year}${month === null ? '' : `-${pad(month)}`}${month === null || day === null ? '' : `-${pad(day)}`}`
}

const DIGITS = /^[0-9]+$/
const DAY = /^([0-9]{1,2})(?:er|st|nd|rd|th)?$/

/**
 * The date that begins at token `i`: "12 mars 2025", "1er mai 2025", "May 6th, 2021", "May 2021", `2025-03-12`,
 * "02/01/2024". Numeric dates are day-month-year, as in France and Britain; `monthFirst` says that the text may be
 * American, so that one which reads both ways keeps its year alone. Null where there is none.
 */
export function dateAt(tokens: readonly Token[], i: number, monthFirst: boolean): StatedDate | null {
  const token = tokens[i]
  if (token === undefined) return null
  if (token.kind === 'word') return monthDate(tokens, i)
  if (token.lower.length > 8) return hyphenatedDate(token, i)
  if (token.kind === 'digits' && DIGITS.test(token.lower)) {
    const numeric = numericDate(tokens, i, monthFirst)
    if (numeric !== null) return numeric
  }
  return dayDate(tokens, i)
}

/** "12 mars 2025", "12 mars", "6th of May 2021", "12-mars-2025". */
function dayDate(tokens: readonly Token[], i: number): StatedDate | null {
  const day = DAY.exec(tokens[i]?.lower ?? '')
  if (day === null) return null
  let j = i + 1
  if (tokens[j]?.lower === 'of') j++
  const month = MONTHS.get(tokens[j]?.lower ?? '')
  if (month === undefined) return null
  j = skip(tokens, j + 1, '.')
  const year = yearAt(tokens, skip(tokens, j, ','))
  const next = year === null ? j : skip(tokens, j, ',') + 1
  return isCalendarDate(year ?? 2000, month, Number(day[1])) ? { year, month, day: Number(day[1]), next } : null
}

/** "12-Mar-2025", which is a single token. */
function hyphenatedDate(token: Token, i: number): StatedDate | null {
  const [day = '', name = '', year = ''] = token.lower.split('-', 4)
  const month = MONTHS.get(name)
  if (month === undefined || !DIGITS.test(day) || !DIGITS.test(year)) return null
  if (!isCalendarDate(Number(year), month, Number(day))) return null
  return { year: Number(year), month, day: Number(day), next: i + 1 }
}

/** "May 6, 2021", "May 6", "mars 2025". */
function monthDate(tokens: readonly Token[], i: number): StatedDate | null {
  const month = MONTHS.get(tokens[i]?.lower ?? '')
  if (month === undefined) return null
  const j = skip(tokens, i + 1, '.')
  const bare = yearAt(tokens, j)
  if (bare !== null) return { year: bare, month, day: null, next: j + 1 }
  const day = DAY.exec(tokens[j]?.lower ?? '')
  if (day === null) return null
  const after = skip(tokens, j + 1, ',')
  const year = yearAt(tokens, after)
  if (!isCalendarDate(year ?? 2000, month, Number(day[1]))) return null
  return { year, month, day: Number(day[1]), next: year === null ? j + 1 : after + 1 }
}

/** `2025-03-12`, `2025-03`, `2025/03/12`, `02-01-2024`, `2.1.24`, with nothing between figures and separators. */
function numericDate(tokens: readonly Token[], i: number, monthFirst: boolean): StatedDate | null {
  const sign = tokens[i + 1]?.lower ?? ''
  if (!['-', '/', '.'].includes(sign) || !touches(tokens, i, i + 2)) return null
  const first = tokens[i]?.lower ?? ''
  const second = tokens[i + 2]?.lower ?? ''
  if (!DIGITS.test(second) || second.length > 2) return null
  const hasThird = tokens[i + 3]?.lower === sign && touches(tokens, i + 2, i + 4)
  // a time may follow an ISO date: "12t10"
  const third = hasThird ? (/^([0-9]{1,4})(?:t[0-9]{2})?$/.exec(tokens[i + 4]?.lower ?? '')?.[1] ?? '') : ''

  if (first.length === 4) {
    if (sign === '.' || second.length !== 2) return null
    const day = third === '' ? null : Number(third)
    if (third.length > 2 || !isCalendarDate(Number(first), Number(second), day)) return null
    return { year: Number(first), month: Number(second), day, next: third === '' ? i + 3 : i + 5 }
  }
  if (first.length > 2 || (third.length !== 4 && third.length !== 2)) return null
  const year = third.length === 4 ? Number(third) : 2000 + Number(third)
  const [a, b, next] = [Number(first), Number(second), i + 5]
  const dayFirst = isCalendarDate(year, b, a)
  const american = monthFirst && sign !== '.' && a !== b && isCalendarDate(year, a, b)
  if (dayFirst && american) return { year, month: null, day: null, next }
  if (dayFirst) return { year, month: b, day: a, next }
  return american ? { year, month: a, day: b, next } : null
}

function yearAt(tokens: readonly Token[], i: number): number | null {
  const lower = tokens[i]?.lower ?? ''
  const year = lower.length === 4 && DIGITS.test(lower) ? Number(lower) : Number.NaN
  return isCalendarDate(year, null, null) ? year : null
}

function skip(tokens: readonly Token[], i: number, sign: string): number {
  return tokens[i]?.lower === sign ? i + 1 : i
}

/** No white space between the tokens from `i` to `j`, both of which exist. */
function touches(tokens: readonly Token[], i: number, j: number): boolean {
  for (let k = i; k < j; k++) if (tokens[k]?.end !== tokens[k + 1]?.start) return false
  return tokens[j] !== undefined
}
