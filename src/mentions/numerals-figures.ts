import type { Language } from '../types.js'

/**
 * Numbers written in digits: group separators, decimals, powers and fractions, read straight from the text.
 *
 * Separators follow the languages' own habits (French "1 234,5" and "1.234,5", English "1,234.5"; the SI style with
 * spaces in both). The other language's style is read where it cannot be mistaken ("1,234,567.8" in French).
 */

/** A number written in digits. */
export interface Figure {
  value: number
  /** Offset after it, UTF-16 code units. */
  end: number
  /** Digits of the integer part as written; 0 for ",5". */
  digits: number
  /** It has group separators. */
  grouped: boolean
  decimal: boolean
  fraction: boolean
}

/**
 * What a run of digits is: a figure, or a `code` (version, phone number, time, identifier) that is no number and ends
 * at `end`.
 */
export type FigureReading = { kind: 'figure'; figure: Figure } | { kind: 'code'; end: number }

/** More digits than any quantity has: an identifier. */
const LONGEST = 24
const MOST_GROUPS = 8

const isDigit = (c: number) => c >= 48 && c <= 57
const isLetter = (c: number) => (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || c >= 0xc0
/** Space, no-break space, narrow no-break space, thin space, figure space: what may stand between groups of digits. */
export const isGroupSpace = (c: number) => c === 0x20 || c === 0xa0 || c === 0x202f || c === 0x2009 || c === 0x2007
const isApostrophe = (c: number) => c === 0x27 || c === 0x2019

type Separator = 'space' | 'dot' | 'comma' | 'apostrophe'

function separatorAt(text: string, at: number): Separator | null {
  const c = text.charCodeAt(at)
  if (c === 0x2e) return 'dot'
  if (c === 0x2c) return 'comma'
  if (isGroupSpace(c)) return 'space'
  return isApostrophe(c) ? 'apostrophe' : null
}

/** Offset after the digits at `at`, at most `limit`. */
function digitsEnd(text: string, at: number, limit: number): number {
  let end = at
  while (end < limit && isDigit(text.charCodeAt(end))) end++
  return end
}

/** Offset after the groups of three digits that follow `at`, all after the same kind of separator. */
function groupsEnd(text: string, at: number, limit: number): { end: number; groups: number; by: Separator } | null {
  const by = separatorAt(text, at)
  if (by === null) return null
  let end = at
  let groups = 0
  while (separatorAt(text, end) === by && digitsEnd(text, end + 1, Math.min(limit, end + 5)) === end + 4) {
    end += 4
    if (++groups > MOST_GROUPS) return null
  }
  return groups === 0 ? null : { end, groups, by }
}

/** The Indian style, "12,34,567": offset after it, or null. */
function lakhsEnd(text: string, at: number, limit: number): number | null {
  let end = at
  for (let groups = 0; groups <= MOST_GROUPS; groups++) {
    if (text.charCodeAt(end) !== 0x2c) return null
    const next = digitsEnd(text, end + 1, Math.min(limit, end + 5))
    if (next === end + 4) return groups > 0 ? next : null
    if (next !== end + 3) return null
    end = next
  }
  return null
}

/** A separator at `at` with a digit right after it. */
const goesOn = (text: string, at: number, limit: number, separator: number) =>
  text.charCodeAt(at) === separator && at + 1 < limit && isDigit(text.charCodeAt(at + 1))

/** Offset after a run of digits and the given joints between them. */
function runEnd(text: string, at: number, limit: number): number {
  let end = at
  while (end < limit) {
    const c = text.charCodeAt(end)
    const joint = c === 0x2e || c === 0x2d || c === 0x2f || c === 0x3a || c === 0x2c
    if (!isDigit(c) && !(joint && end + 1 < limit && isDigit(text.charCodeAt(end + 1)))) break
    end++
  }
  return end
}

const figure = (
  value: number,
  end: number,
  digits: number,
  grouped: boolean,
  decimal: boolean,
  fraction = false,
): FigureReading => ({ kind: 'figure', figure: { value, end, digits, grouped, decimal, fraction } })

/** The figure of digits with group separators and the given decimal part; exact to 15 digits. */
function toNumber(text: string, at: number, intEnd: number, decimalsEnd: number): number {
  let value = 0
  let digits = 0
  let decimals = 0
  for (let i = at; i < decimalsEnd; i++) {
    const c = text.charCodeAt(i)
    if (!isDigit(c)) continue
    value = value * 10 + c - 48
    digits++
    if (i > intEnd) decimals++
  }
  // both numbers are exact up to here, and so is the rounding of their quotient
  if (digits <= EXACT_DIGITS) return decimals === 0 ? value : value / TENS[decimals]!
  return longNumber(text, at, intEnd, decimalsEnd)
}

/** Digits that a double holds exactly. */
const EXACT_DIGITS = 15
const TENS = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15]

function longNumber(text: string, at: number, intEnd: number, decimalsEnd: number): number {
  let digits = ''
  for (let i = at; i < intEnd; i++) if (isDigit(text.charCodeAt(i))) digits += text[i]
  return Number(decimalsEnd > intEnd ? `${digits || '0'}.${text.slice(intEnd + 1, decimalsEnd)}` : digits)
}

/**
 * Reads the number in digits that starts at `at` (a digit, or a decimal mark before one) and ends before `limit`.
 * Takes time linear in what it reads. A list without spaces ("22,24,26") is read item by item.
 */
export function readFigure(text: string, at: number, limit: number, lang: Language): FigureReading | null {
  const first = text.charCodeAt(at)
  if (first === 0x2e || first === 0x2c) {
    // ".08", ",08"
    if ((first === 0x2c && lang === 'en') || !goesOn(text, at, limit, first)) return null
    const end = digitsEnd(text, at + 1, limit)
    if (end - at > LONGEST) return { kind: 'code', end }
    return figure(toNumber(text, at, at, end), end, 0, false, true)
  }
  if (!isDigit(first)) return null

  const plainEnd = digitsEnd(text, at, limit)
  if (plainEnd - at > LONGEST) return { kind: 'code', end: runEnd(text, at, limit) }
  const inList = at >= 2 && text.charCodeAt(at - 1) === 0x2c && isDigit(text.charCodeAt(at - 2))

  let intEnd = plainEnd
  let grouped = false
  let by: Separator | null = null
  if (plainEnd - at <= 3 && first !== 0x30 && !inList) {
    const groups = groupsEnd(text, plainEnd, limit)
    if (groups !== null) {
      const { end, by: mark } = groups
      const own = lang === 'fr' ? 'dot' : 'comma'
      const point = mark === 'dot' ? 0x2c : 0x2e
      const decimals = (mark === 'dot' || mark === 'comma') && goesOn(text, end, limit, point)
      if (mark === 'space' || mark === 'apostrophe' || mark === own || groups.groups > 1 || decimals) {
        intEnd = end
        grouped = true
        by = mark
      }
    }
    const lakhs = grouped || lang === 'fr' ? null : lakhsEnd(text, plainEnd, limit)
    if (lakhs !== null) {
      intEnd = lakhs
      grouped = true
      by = 'comma'
    }
  }

  let end = intEnd
  const mark = text.charCodeAt(intEnd)
  if (by === 'comma' ? mark === 0x2e : by === 'dot' ? mark === 0x2c : mark === 0x2e || mark === 0x2c) {
    const after = digitsEnd(text, intEnd + 1, limit)
    const count = after - intEnd - 1
    // English "1,3" is a decimal only as one or two digits; three would be a group, and "22,24,26" is a list
    const foreign = lang === 'en' && mark === 0x2c && by !== 'dot'
    const list = mark === 0x2c && (inList || goesOn(text, after, limit, 0x2c))
    if (count > 0 && count <= LONGEST && !list && !(foreign && count > 2)) end = after
  }
  const decimal = end > intEnd
  const digits = plainEnd - at

  const c = text.charCodeAt(end)
  const d = text.charCodeAt(end + 1)
  if ((c === 0x2e || c === 0x3a) && isDigit(d)) return { kind: 'code', end: runEnd(text, end, limit) }
  if (c === 0x2d && isDigit(d)) {
    const next = runEnd(text, end + 1, limit)
    const part = digitsEnd(text, end + 1, limit)
    // a second hyphen, or a part that starts with 0: an identifier, not a range
    if (text.charCodeAt(part) === 0x2d && part < next) return { kind: 'code', end: next }
    if (d === 0x30 && part - end > 2) return { kind: 'code', end: next }
  }
  if (c === 0x2f && isDigit(d)) {
    const part = fractionAt(text, at, limit)
    if (part !== null && !grouped && !decimal) return figure(part.value, part.end, digits, grouped, decimal, true)
    return { kind: 'code', end: runEnd(text, end, limit) }
  }
  const value = toNumber(text, at, intEnd, end)
  const power = powerAt(text, end, limit, value)
  if (power !== null) return figure(power.value, power.end, digits, grouped, true)
  if (!grouped && !decimal) {
    // "2 1/4"
    let next = end
    while (next < limit && next < end + 3 && isGroupSpace(text.charCodeAt(next))) next++
    const part = next > end ? fractionAt(text, next, limit) : null
    if (part !== null) return figure(value + part.value, part.end, digits, grouped, true)
    if (spacedCode(text, at, end, limit)) return { kind: 'code', end: spacedEnd(text, end, limit) }
  }
  return figure(value, end, digits, grouped, decimal)
}

/** A proper fraction such as "3/4", not a date, a season ("2023/24"), "24/7" or "9/11". */
function fractionAt(text: string, at: number, limit: number): { value: number; end: number } | null {
  const slash = digitsEnd(text, at, limit)
  if (slash === at || slash - at > 3 || !goesOn(text, slash, limit, 0x2f)) return null
  const end = digitsEnd(text, slash + 1, limit)
  const c = text.charCodeAt(end)
  if (end - slash > 5 || c === 0x2f || isLetter(c) || text.charCodeAt(at - 1) === 0x2f) return null
  if (goesOn(text, end, limit, 0x2d) || goesOn(text, end, limit, 0x2e)) return null
  const over = Number(text.slice(at, slash))
  const under = Number(text.slice(slash + 1, end))
  if (over === 0 || over >= under || (over === 9 && under === 11)) return null
  return { value: over / under, end }
}

/** "2,5^-1", "1e10", "1.3x10^6" from the mark on: the value and its end. */
function powerAt(text: string, at: number, limit: number, base: number): { value: number; end: number } | null {
  const c = text[at]
  let from = at + 1
  if (c === 'x' || c === '×') {
    if (!text.startsWith('10^', from)) return null
    from += 3
  } else if (c !== '^' && c !== 'e' && c !== 'E') return null
  const sign = text[from]
  const digits = sign === '+' || sign === '-' ? from + 1 : from
  const end = digitsEnd(text, digits, limit)
  if (end === digits || end - digits > 3 || isLetter(text.charCodeAt(end))) return null
  const exponent = Number(text.slice(digits, end)) * (sign === '-' ? -1 : 1)
  const value = c === '^' ? base ** exponent : Number(`${base}e${exponent}`)
  return Number.isFinite(value) ? { value, end } : null
}

/** Offset after the groups of digits that follow `at`, one space, dot or hyphen before each. */
function spacedEnd(text: string, at: number, limit: number): number {
  let end = at
  for (;;) {
    const c = text.charCodeAt(end)
    if (!isGroupSpace(c) && c !== 0x2d) return end
    const next = digitsEnd(text, end + 1, limit)
    if (next === end + 1) return end
    end = next
  }
}

/**
 * Digits at `at` begin a phone number or the like: "01 23 45 67 89", "0 800 123 456", "+33 1 23 45 67 89". Looks at
 * the next few groups only.
 */
function spacedCode(text: string, at: number, end: number, limit: number): boolean {
  const parts = [end - at]
  let from = end
  while (parts.length < 5 && isGroupSpace(text.charCodeAt(from))) {
    const next = digitsEnd(text, from + 1, Math.min(limit, from + LONGEST))
    if (next === from + 1) break
    parts.push(next - from - 1)
    from = next
  }
  if (parts.length === 1) return false
  if (text.charCodeAt(at) === 0x30 && (parts.length > 2 || end - at > 2)) return true
  if (text.charCodeAt(at - 1) === 0x2b && parts.length > 2) return true
  return parts.length >= 4 && parts.every((n) => n <= 4)
}

/** Vulgar fractions of Unicode, such as ½. */
export const VULGAR_FRACTIONS: ReadonlyMap<string, number> = new Map([
  ['½', 1 / 2],
  ['⅓', 1 / 3],
  ['⅔', 2 / 3],
  ['¼', 1 / 4],
  ['¾', 3 / 4],
  ['⅕', 1 / 5],
  ['⅖', 2 / 5],
  ['⅗', 3 / 5],
  ['⅘', 4 / 5],
  ['⅙', 1 / 6],
  ['⅚', 5 / 6],
  ['⅐', 1 / 7],
  ['⅛', 1 / 8],
  ['⅜', 3 / 8],
  ['⅝', 5 / 8],
  ['⅞', 7 / 8],
  ['⅑', 1 / 9],
  ['⅒', 1 / 10],
])
