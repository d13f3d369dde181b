import type { Form, Span, TokenKind } from '../types.js'
import { COMMON_CODES, PART, partsOf } from './names-firms.js'

/** How a token is written, as far as names go. */
export const SHAPE = {
  /** No sign of a name. */
  plain: 0,
  /** "Renault", "VinoFast", "L'". */
  capital: 1,
  /** Two or more letters, all capitals: "BYD". */
  upper: 2,
  /** Lower case first, a capital later: "iPhone", "ë-C3". */
  inner: 3,
  /** Letters and digits with a capital: "ZX7", "A380neo", "3-Series". */
  mixed: 4,
  /** Digits first: "116i", "42-600S", "20th"; part of a name only behind another part. */
  digitsFirst: 5,
} as const

export type Shape = (typeof SHAPE)[keyof typeof SHAPE]

const isUpperAscii = (c: number) => c >= 65 && c <= 90
const isLowerAscii = (c: number) => c >= 97 && c <= 122
export const isDigit = (c: number) => c >= 48 && c <= 57

/** A letter outside ASCII that has a lower case other than itself. */
function isUpperBeyond(ch: string): boolean {
  return ch !== ch.toLowerCase() && ch === ch.toUpperCase()
}

function isUpperAt(text: string, i: number): boolean {
  const c = text.charCodeAt(i)
  return c < 128 ? isUpperAscii(c) : isUpperBeyond(text[i] ?? '')
}

/** The shape of a token of this form; most are settled by their first character. */
export function shapeOf(form: Form, kind: TokenKind): Shape {
  if (kind === 'word') return shapeOfWord(form)
  return kind === 'mixed' ? shapeOfMixed(form) : SHAPE.plain
}

function shapeOfWord({ text, lower }: Form): Shape {
  if (text === lower) return SHAPE.plain
  const end = text.length
  if (!isUpperAt(text, 0)) {
    for (let i = 1; i < end; i++) {
      if (!isUpperAt(text, i)) continue
      // "e-Golf" is a name, "ex-Orange" and "anti-Brexit" are not
      const hyphen = text.charCodeAt(i - 1) === 0x2d
      const named = hyphen ? i <= 2 : i <= 4
      return named && (partsOf(lower) & PART.commonMixedCase) === 0 ? SHAPE.inner : SHAPE.plain
    }
    return SHAPE.plain
  }
  let letters = 1
  for (let i = 1; i < end; i++) {
    const c = text.charCodeAt(i)
    // "SUVs" is a plural of "SUV"
    if (isLowerAscii(c)) return letters > 1 && c === 0x73 && i === end - 1 ? SHAPE.upper : SHAPE.capital
    if (isUpperAscii(c)) letters++
    else if (c > 127) {
      if (isUpperBeyond(text[i] ?? '')) letters++
      else return SHAPE.capital
    }
  }
  return letters > 1 ? SHAPE.upper : SHAPE.capital
}

function shapeOfMixed({ text, lower }: Form): Shape {
  let capital = false
  let hyphen = -1
  const digitFirst = isDigit(text.charCodeAt(0))
  for (let i = 0; i < text.length; i++) {
    if (isUpperAt(text, i)) {
      // "3-Series", but not "4K" or "540M"
      if (digitFirst && hyphen === i - 1 && text.length - i > 2) return SHAPE.mixed
      capital = true
    } else if (text.charCodeAt(i) === 0x2d) hyphen = i
  }
  if (digitFirst) return SHAPE.digitsFirst
  return capital && !COMMON_CODES.has(lower) ? SHAPE.mixed : SHAPE.plain
}

/** Whether a token of this shape can open a name. */
export const opensName = (shape: Shape): boolean => shape !== SHAPE.plain && shape !== SHAPE.digitsFirst

/** Whether a word holds a capital inside ("VinoFast", "XPort"): coined, hence no ordinary word. */
export function isCoined(text: string): boolean {
  let lower = false
  let inner = false
  for (let i = 1; i < text.length; i++) {
    const c = text.charCodeAt(i)
    const before = text.charCodeAt(i - 1)
    if (isLowerAscii(c)) lower = true
    else if (isUpperAscii(c) && before !== 0x2d && before !== 0x27 && before !== 0x2019) inner = true
  }
  return inner && lower
}

/** Whether nothing but the end of a token lies between two tokens: "Amazon" and "." of "PricePoint.com". */
export const touches = (left: Span, right: Span): boolean => left.end === right.start

/**
 * The written form of a name: the text with single spaces, composed accents and straight apostrophes, so that one name is
 * one string however it is typed.
 */
export function writtenForm(text: string, start: number, end: number): string {
  let plain = true
  for (let i = start; plain && i < end; i++) {
    const c = text.charCodeAt(i)
    // letters below U+02BC, an apostrophe, are composed
    plain = c < 128 ? c > 32 || (c === 32 && text.charCodeAt(i - 1) !== 32) : c > 0xa0 && c < 0x2bc
  }
  if (plain) return text.slice(start, end)
  return text.slice(start, end).normalize('NFC').replace(/[’ʼ]/g, "'").replace(/[‐‑]/g, '-').replace(/\s+/g, ' ')
}

/** Compounds that open English sentences, in lower case: "loss-making", "long-term", "debt-laden". */
export const isCompound = (word: string): boolean => word.includes('-') && COMPOUND.test(word)

const COMPOUND =
  /(?:ing|ed|-(?:hand|term|scale|time|end|class|year|wide|level|market|laden|hit|stricken|ridden|cost|born|rich|free|run|tech|price|prone|hungry|torn))$/
