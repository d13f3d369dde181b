import type { Language, Token } from '../types.js'
import { type Figure, readFigure, VULGAR_FRACTIONS } from './numerals-figures.js'
import { BEFORE_COLLECTIVE, NUMBER_WORDS, type NumberWord, numberWord, numberWordOf } from './numerals-words.js'

/** The grammar of numbers works on items: number words, the parts of hyphenated words, and figures. */

export interface Item {
  word: NumberWord
  /** The digits that its word stands for, where it is a figure. */
  figure: Figure | null
  /** Index of the token that it is in, and whether it ends there. */
  token: number
  last: boolean
  /** Offset after it. */
  end: number
  /** Index of the token after it. */
  next: number
}

/** The items from a token on, made as they are asked for. */
export interface Items {
  text: string
  tokens: readonly Token[]
  lang: Language
  /** Items at and after this index are left out. */
  cut: number
  made: Item[]
  /** Index of the token that the next item starts at. */
  next: number
  ended: boolean
}

/** More than any number has; bounds the work on a long row of number words. */
export const MOST_ITEMS = 32
/** Parts of one hyphenated number: "quatre-vingt-dix-neuf-mille-neuf-cent …" is longer in nobody's text. */
const MOST_PARTS = 8

export function itemsFrom(text: string, tokens: readonly Token[], first: number, lang: Language): Items {
  return { text, tokens, lang, cut: MOST_ITEMS, made: [], next: first, ended: false }
}

/** The item at index `k`, or undefined where the number words and figures end before it. */
export function itemAt(items: Items, k: number): Item | undefined {
  if (k >= items.cut) return undefined
  const { made } = items
  while (made.length <= k && !items.ended) {
    const before = made.length
    addItems(items)
    const last = made.length > 0 ? made[made.length - 1] : undefined
    // after digits with letters ("540bn") nothing can follow
    if (made.length === before || (last?.word.role === 'figure' && !last.last)) items.ended = true
  }
  return made[k]
}

/** Makes the items of the next token. */
function addItems(items: Items): void {
  const { text, tokens, lang, made } = items
  skipLooseHyphen(items)
  skipAdjective(items)
  const at = items.next
  const token = tokens[at]
  if (token === undefined) return
  if (token.kind === 'word') addWords(items, token)
  else if (token.kind === 'symbol') {
    const value = VULGAR_FRACTIONS.get(token.lower)
    if (value === undefined) return
    items.next++
    const word = numberWordOf('vulgar', value)
    made.push({ word, figure: null, token: at, last: true, end: token.end, next: items.next })
  } else if (made.length === 0 || startsFigure(text, token)) {
    const reading = readFigure(text, token.start, textEnd(tokens), lang)
    if (reading?.kind !== 'figure') return
    const { figure } = reading
    const { end } = figure
    let after = at
    while ((tokens[after]?.end ?? Infinity) <= end) after++
    // letters right after the digits are for the reader: a scale, an ordinal's ending, or a name
    const last = (tokens[after]?.start ?? Infinity) >= end
    items.next = last ? after : after + 1
    made.push({ word: numberWordOf('figure', figure.value), figure, token: at, last, end, next: items.next })
  }
}

function addWords(items: Items, { lower, end }: Token): void {
  const words = NUMBER_WORDS[items.lang]
  const whole = words.get(lower)
  if (whole !== undefined) {
    if (whole.role === 'minus') return
    const at = items.next++
    items.made.push({ word: whole, figure: null, token: at, last: true, end, next: items.next })
    return
  }
  if (!lower.includes('-')) return
  const parts = lower.split('-', MOST_PARTS + 1)
  if (parts.length > MOST_PARTS) return
  const found: NumberWord[] = []
  for (const part of parts) {
    const word = words.get(part)
    if (word === undefined || word.role === 'minus') return
    found.push(word)
  }
  const at = items.next++
  for (const [n, word] of found.entries()) {
    items.made.push({ word, figure: null, token: at, last: n === found.length - 1, end, next: items.next })
  }
}

/** "ninety - five", "thirty—first": a loose hyphen inside a number in words. */
function skipLooseHyphen(items: Items): void {
  const { tokens, made, next, lang } = items
  const previous = made.length > 0 ? made[made.length - 1]?.word : undefined
  const token = tokens[next]
  if (token?.kind !== 'punct' || previous === undefined || !/^[-–—]$/.test(token.lower)) return
  if (previous.role !== 'ten' && !(previous.role === 'unit' && previous.value === 1)) return
  const after = tokens[next + 1]
  const word = after?.kind === 'word' ? numberWord(after.lower, lang) : undefined
  if (word !== undefined && word.value >= 0 && word.role !== 'ten' && word.role !== 'hundred') items.next++
}

/** "une petite centaine" */
function skipAdjective(items: Items): void {
  const { tokens, made, next, lang } = items
  if (lang === 'en' || made.length !== 1 || !BEFORE_COLLECTIVE.has(tokens[next]?.lower ?? '')) return
  if (NUMBER_WORDS.fr.get(tokens[next + 1]?.lower ?? '')?.role === 'collective') items.next++
}

/** Offset after the last token. */
export const textEnd = (tokens: readonly Token[]) => tokens[tokens.length - 1]?.end ?? 0

const isDigit = (c: number) => c >= 48 && c <= 57

/** A figure may start at this token: its first character is a digit or a decimal mark, and no name runs on before it. */
export function startsFigure(text: string, token: Token): boolean {
  const c = text.charCodeAt(token.start)
  const before = token.start > 0 ? text.charAt(token.start - 1) : ' '
  if (token.kind === 'punct') {
    return (c === 0x2e || c === 0x2c) && isDigit(text.charCodeAt(token.start + 1)) && /[\s(\-−+$€£¥~]/u.test(before)
  }
  if (!isDigit(c)) return false
  if (before === ' ') return true
  if (before === '#' || before === '_' || before === '@' || before === '§') return false
  // "ID.3", "V2.0", "a/3"
  const further = text[token.start - 2] ?? ' '
  if (before === '.') return !/[\p{L}\p{N}]/u.test(further)
  return before !== '/' || !/\p{L}/u.test(further)
}
