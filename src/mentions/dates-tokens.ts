import { tokenOf } from '../forms.js'
import type { Language, Token, TokenKind } from '../types.js'
import { dateWords } from './dates-words.js'

/**
 * The tokens as dates need them: compounds such as "mi-2025", "Friday-Jun-15", "three-year" and "Dec31" are taken apart,
 * marks of emphasis left out. Offsets stay those of the text.
 */

/** Compounds longer than this hold no date. */
const MAX_LENGTH = 40

interface Parts {
  /** A compound with one of these is taken apart. */
  telling: Set<string>
  /** Compounds that are one word. */
  whole: Set<string>
  months: Set<string>
}

function partsOf(lang: Language): Parts {
  const words = dateWords(lang)
  const telling = new Set<string>()
  for (const table of [words.months, words.weekdays, words.units, words.seasons, words.deictics]) {
    for (const key of table.keys()) if (!key.includes('-') && key !== 'second') telling.add(key)
  }
  for (const key of words.shortMonths.keys()) if (key.length > 2 && key !== 'mar' && key !== 'jui') telling.add(key)
  // "first-half profit"
  if (lang === 'en') telling.add('half')
  // "Saint-Valentin", "Eid al-Fitr"
  for (const key of ['saint', 'al', 'ul', 'el', 'yatra']) telling.add(key)
  const whole = new Set([...words.units.keys(), ...words.deictics.keys()].filter((key) => key.includes('-')))
  for (const key of ['avant-dernier', 'avant-dernière']) whole.add(key)
  return { telling, whole, months: new Set([...words.months.keys(), ...words.shortMonths.keys()]) }
}

const PARTS: Record<Language, Parts> = { fr: partsOf('fr'), en: partsOf('en') }

const YEAR = /^(?:1[0-9]|2[01])\d\d$/
const MONTH_AND_DAY = /^([a-z]{3,9})(\d{1,2})$/
const QUARTER = /^[qtsh][1-4]$/

/** The token is to be taken apart, or to be left out, before dates are looked for. */
export function isCompound(kind: TokenKind, lower: string, lang: Language): boolean {
  if (kind === 'symbol') return lower === '*'
  if ((kind !== 'word' && kind !== 'mixed') || lower.length > MAX_LENGTH) return false
  if (lower.includes('-')) return splits(kind, lower, PARTS[lang])
  return lang === 'en' && kind === 'mixed' && monthAndDay(lower) !== null
}

function splits(kind: TokenKind, lower: string, parts: Parts): boolean {
  if (parts.whole.has(lower)) return false
  return lower
    .split('-')
    .some((piece) => parts.telling.has(piece) || YEAR.test(piece) || (QUARTER.test(piece) && kind === 'mixed'))
}

/** "dec31": the length of the month's name, or null. */
function monthAndDay(lower: string): number | null {
  const month = MONTH_AND_DAY.exec(lower)?.[1]
  return month === undefined || month === 'may' || !PARTS.en.months.has(month) ? null : month.length
}

const kindOf = (piece: string): TokenKind => (/^\d+$/.test(piece) ? 'digits' : /\d/.test(piece) ? 'mixed' : 'word')

const isHyphen = (c: string): boolean => c === '-' || c === '‐' || c === '‑'

/** The pieces of a compound and the hyphens between them, each a token at its place. */
function takeApart(text: string, token: Token, into: Token[]): void {
  let from = token.start
  const push = (to: number) => {
    if (to <= from) return
    const piece = text.slice(from, to)
    into.push(tokenOf(from, to, kindOf(piece), piece))
  }
  for (let i = token.start; i < token.end; i++) {
    if (!isHyphen(text.charAt(i))) continue
    push(i)
    into.push(tokenOf(i, i + 1, 'punct', '-'))
    from = i + 1
  }
  push(token.end)
}

/** The tokens with their compounds taken apart. */
export function workingTokens(text: string, tokens: readonly Token[], lang: Language): readonly Token[] {
  const working: Token[] = []
  for (const token of tokens) {
    const { kind, lower } = token
    if (!isCompound(kind, lower, lang)) working.push(token)
    else if (lower.includes('-')) takeApart(text, token, working)
    else if (kind === 'mixed') {
      const letters = monthAndDay(lower) ?? 0
      const cut = token.start + letters
      working.push(tokenOf(token.start, cut, 'word', lower.slice(0, letters)))
      working.push(tokenOf(cut, token.end, 'digits', lower.slice(letters)))
    }
  }
  return working
}
