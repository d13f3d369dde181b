import type { Language, Token } from '../types.js'
import { type Figure, isGroupSpace, readFigure, VULGAR_FRACTIONS } from './numerals-figures.js'
import { endsToken, fraction, ordinalNear, type Part, roleAt, shortened, terms, tidy } from './numerals-grammar.js'
import { type Items, itemAt, itemsFrom, startsFigure, textEnd } from './numerals-items.js'
import {
  GLUED_SCALES,
  NUMBER_WORDS,
  numberWord,
  ORDINAL_ENDINGS,
  SPACED_ENDINGS,
  SPACED_SCALES,
  withoutAccents,
} from './numerals-words.js'
import { IS, quantityBits } from './quantities-forms.js'

/** A number as the text writes it, in digits or words, with its sign and scale ("-3,5 millions"). */
export interface Numeral {
  /** Offsets in the text (UTF-16 code units), sign and "a" or "une" of a collective included. */
  start: number
  end: number
  /** Index of the token after it. */
  next: number
  /** The number, sign included; an ordinal's place in its row. */
  figure: number
  /** The figure is written in words ("deux millions"), not in digits ("2 millions"). */
  words: boolean
  sign: '+' | '-' | undefined
  /** Digits of the integer part as written, where the figure is in digits: 4 in "2024". */
  digits: number | undefined
  /** It has group separators ("40 000"). */
  grouped: boolean
  decimal: boolean
  /** "third", "3e", "troisième". */
  ordinal: boolean
  /** A part of a whole: "un tiers", "3/4", "half", "one in five". */
  fraction: boolean
  /** Nothing but "un", "une" or "one": more often an article or a pronoun than a count. */
  article: boolean
  /** A round number: "une centaine", "a couple". */
  about: boolean
  /** What its last scale multiplies by: 1e6 in "1,5 million". */
  scale: number | undefined
  /** It ends in a noun that takes "de" or "of" before what is counted: "millions", "dizaine", "tiers". */
  noun: boolean
}

/** A numeral with nothing more to say of it. All are made here, so that all have one shape. */
export const numeralOf = (start: number, end: number, next: number, figure: number, words: boolean): Numeral => ({
  start,
  end,
  next,
  figure,
  words,
  sign: undefined,
  digits: undefined,
  grouped: false,
  decimal: false,
  ordinal: false,
  fraction: false,
  article: false,
  about: false,
  scale: undefined,
  noun: false,
})

/** What stands at a token: a numeral, or digits that are no number (phone number, version) up to token `next`. */
export type NumeralReading = { kind: 'numeral'; numeral: Numeral } | { kind: 'code'; next: number }

/**
 * Reads the longest numeral that starts at token `i`, or null where none does: also inside another number, inside a
 * name with digits ("ID.3", "5G", "SU7") and in digits that are no number ("01 23 45 67 89", "10.0.2"). Lone articles
 * are read as 1 and flagged; whether a number is part of a name ("Route 66") is for the caller to tell.
 */
export function readNumeral(text: string, tokens: readonly Token[], i: number, lang: Language): Numeral | null {
  const reading = readNumeralAt(text, tokens, i, lang)
  if (reading?.kind !== 'numeral') return null
  return startsInside(text, tokens, i, lang) ? null : reading.numeral
}

/** Tokens back that a number may reach: longer ones do not occur. */
const LOOK_BACK = 12

function startsInside(text: string, tokens: readonly Token[], i: number, lang: Language): boolean {
  let from = i
  while (from > 0 && i - from < LOOK_BACK && mayJoin(text, tokens, from - 1, lang)) from--
  while (from < i) {
    const reading = readNumeralAt(text, tokens, from, lang)
    const next = reading === null ? from + 1 : reading.kind === 'code' ? reading.next : reading.numeral.next
    if (next > i) return true
    from = next
  }
  return false
}

/** Token `i` may belong to the same number as the token after it. */
function mayJoin(text: string, tokens: readonly Token[], i: number, lang: Language): boolean {
  const token = tokens[i]
  const after = tokens[i + 1]
  if (token === undefined || after === undefined) return false
  const gap = after.start - token.end
  if (token.kind === 'digits') return gap === 0 || (gap === 1 && isGroupSpace(text.charCodeAt(token.end)))
  if (token.kind === 'punct') return gap === 0
  if (token.kind !== 'word') return false
  const role = numberWord(token.lower, lang)?.role
  return role !== undefined && role !== 'of' && role !== 'article'
}

const SIGNS: ReadonlyMap<string, '+' | '-'> = new Map([
  ['-', '-'],
  ['−', '-'],
  ['–', '-'],
  ['+', '+'],
])
/** French words after which "moins" compares instead of negating: "au moins 200", "plus ou moins dix". */
const NOT_MINUS_AFTER = new Set(['au', 'du', 'ou', 'de', 'le', 'pas', 'non', 'encore'])

/**
 * As `readNumeral`, for a caller that goes through the tokens from left to right and never asks for a token inside a
 * number that was read: tells codes from plain misses, and looks at nothing before token `i` but its near surroundings.
 */
export function readNumeralAt(
  text: string,
  tokens: readonly Token[],
  i: number,
  lang: Language,
): NumeralReading | null {
  const token = tokens[i]
  if (token === undefined) return null
  const plain = plainNumeral(text, tokens, i, lang)
  if (plain !== null) return { kind: 'numeral', numeral: plain }
  switch (token.kind) {
    case 'digits':
    case 'mixed':
      return startsFigure(text, token) ? readUnsigned(text, tokens, i, lang) : null
    case 'word': {
      if ((quantityBits(token, lang) & IS.number) === 0) return null
      const role = numberWord(token.lower, lang)?.role
      if (role === 'minus') return readMinus(text, tokens, i, lang)
      // an article counts only before a number word
      if (role === 'article' && !mayGoOn(tokens, i + 1, lang)) return null
      return readUnsigned(text, tokens, i, lang)
    }
    default: {
      const sign = SIGNS.get(token.lower)
      if (sign !== undefined) return readSigned(text, tokens, i, lang, sign)
      const starts = token.kind === 'symbol' ? VULGAR_FRACTIONS.has(token.lower) : startsFigure(text, token)
      return starts ? readUnsigned(text, tokens, i, lang) : null
    }
  }
}

/** Token `i` may be part of the number before it. */
function mayGoOn(tokens: readonly Token[], i: number, lang: Language): boolean {
  const token = tokens[i]
  const bits = token === undefined ? 0 : quantityBits(token, lang)
  if ((bits & IS.link) === 0) return (bits & IS.joins) !== 0
  const further = tokens[i + 1]
  return further !== undefined && (quantityBits(further, lang) & (IS.digits | IS.number | IS.joins)) !== 0
}

/**
 * The usual case at token `i`: one token of digits or one number word that no sign, mark or word goes on with. Null where it
 * wants the closer look of `readNumeralAt`, or is no number.
 */
export function plainNumeral(text: string, tokens: readonly Token[], i: number, lang: Language): Numeral | null {
  const token = tokens[i]
  if (token?.kind === 'digits') return plainFigure(text, tokens, i, lang)
  if (token?.kind !== 'word') return null
  const bits = quantityBits(token, lang)
  return (bits & (IS.number | IS.solid)) === IS.number ? plainWord(tokens, i, lang) : null
}

function plainFigure(text: string, tokens: readonly Token[], i: number, lang: Language): Numeral | null {
  const token = tokens[i] as Token
  const { start, end, lower } = token
  const c = text.charCodeAt(end)
  const d = text.charCodeAt(end + 1)
  if (isDigit(d) || (isGroupSpace(c) && isGroupSpace(d))) return null
  // powers: "2^-3", "3x10", "1e-5"
  if (c === 0x5e || c === 0xd7 || c === 0x78 || c === 0x65 || c === 0x45) return null
  if (lower.length > LONGEST_PLAIN || mayGoOn(tokens, i + 1, lang) || !startsFigure(text, token)) return null
  const numeral = numeralOf(start, end, i + 1, Number(lower), false)
  numeral.digits = lower.length
  return numeral
}

const LONGEST_PLAIN = 15
const isDigit = (c: number) => c >= 48 && c <= 57

function plainWord(tokens: readonly Token[], i: number, lang: Language): Numeral | null {
  const { start, end, lower } = tokens[i] as Token
  const after = tokens[i + 1]
  const word = numberWord(lower, lang)
  if (word?.role !== 'unit' && word?.role !== 'teen' && word?.role !== 'ten') return null
  // "forty-five (45)", "ninety - five"
  if (after?.kind === 'punct' && '(-–—'.includes(after.lower)) return null
  if (word.plural || mayGoOn(tokens, i + 1, lang)) return null
  const numeral = numeralOf(start, end, i + 1, word.value, true)
  if (word.ordinal) numeral.ordinal = true
  else if (word.role === 'unit' && word.value === 1) numeral.article = true
  return numeral
}

/** "minus five", "moins 5" */
function readMinus(text: string, tokens: readonly Token[], i: number, lang: Language): NumeralReading | null {
  if (lang === 'fr' && NOT_MINUS_AFTER.has(tokens[i - 1]?.lower ?? '')) return null
  if (!startsNumber(text, tokens[i + 1])) return null
  const reading = readUnsigned(text, tokens, i + 1, lang)
  if (reading?.kind !== 'numeral') return reading
  return reading.numeral.ordinal ? null : signed(reading.numeral, '-', tokens[i]?.start ?? 0)
}

/**
 * A sign right before its figure. With a space between, "-" is a dash: it is a sign in brackets ("(- 3 %)") or where nothing
 * else stands in the sentence ("- 10"), and "+" one before a percentage too.
 */
function readSigned(
  text: string,
  tokens: readonly Token[],
  i: number,
  lang: Language,
  sign: '+' | '-',
): NumeralReading | null {
  const token = tokens[i]
  const after = tokens[i + 1]
  if (token === undefined || after === undefined || after.kind === 'word') return null
  if (/[\p{L}\p{N})\]%/]/u.test(text[token.start - 1] ?? '')) return null
  if (!startsFigure(text, after) && !VULGAR_FRACTIONS.has(after.lower)) return null
  const bracket = tokens[i - 1]?.lower === '(' && after.start - token.end === 1
  const glued = token.end === after.start || bracket
  if (!glued && i > 0 && sign === '-') return null
  const reading = readUnsigned(text, tokens, i + 1, lang)
  if (reading?.kind !== 'numeral') return reading
  const { numeral } = reading
  const alone = i === 0 && numeral.next >= tokens.length
  const percent = sign === '+' && tokens[numeral.next]?.lower === '%'
  return numeral.ordinal || !(glued || alone || percent) ? null : signed(numeral, sign, token.start)
}

function signed(numeral: Numeral, sign: '+' | '-', start: number): NumeralReading {
  const figure = sign === '-' && numeral.figure !== 0 ? -numeral.figure : numeral.figure
  // "minus one" counts
  return { kind: 'numeral', numeral: { ...numeral, article: false, figure, sign, start } }
}

function readUnsigned(text: string, tokens: readonly Token[], i: number, lang: Language): NumeralReading | null {
  const reading = readPlain(text, tokens, i, lang)
  return reading?.kind === 'numeral'
    ? { kind: 'numeral', numeral: asShare(text, tokens, reading.numeral, lang) }
    : reading
}

/** A number without sign. */
function readPlain(text: string, tokens: readonly Token[], i: number, lang: Language): NumeralReading | null {
  const token = tokens[i]
  if (token === undefined) return null
  if (token.kind === 'word' || token.kind === 'symbol') {
    const numeral = compose(itemsFrom(text, tokens, i, lang), i)
    return numeral === null ? null : { kind: 'numeral', numeral: repeatedInDigits(text, tokens, numeral, lang) }
  }
  const reading = readFigure(text, token.start, textEnd(tokens), lang)
  if (reading === null) return null
  if (reading.kind === 'code') {
    let next = i
    while ((tokens[next]?.start ?? Infinity) < reading.end) next++
    return { kind: 'code', next }
  }
  const { figure } = reading
  let next = i
  while ((tokens[next]?.end ?? Infinity) <= figure.end) next++
  let numeral: Numeral | null
  if ((tokens[next]?.start ?? Infinity) < figure.end)
    numeral = withLetters(text, tokens, token.start, next, figure, lang)
  else if (goesOn(tokens, next, lang)) {
    numeral = scaledFigure(tokens, token.start, next, figure, lang) ?? compose(itemsFrom(text, tokens, i, lang), i)
  } else numeral = abbreviated(text, tokens, figureAlone(token.start, next, figure), lang)
  return numeral === null ? null : { kind: 'numeral', numeral }
}

/** Token `i` may be part of the number that ends in a scale before it: "4 thousand 3 hundred". */
function addsOn(tokens: readonly Token[], i: number, lang: Language): boolean {
  const token = tokens[i]
  return token !== undefined && ((quantityBits(token, lang) & IS.digits) !== 0 || mayGoOn(tokens, i, lang))
}

/** "3,5 millions", with nothing after the scale that might go on with the number: the usual case. */
function scaledFigure(
  tokens: readonly Token[],
  start: number,
  next: number,
  figure: Figure,
  lang: Language,
): Numeral | null {
  const token = tokens[next] as Token
  const word = token.kind === 'word' ? NUMBER_WORDS[lang].get(token.lower) : undefined
  if (word?.role !== 'scale' || word.ordinal || figure.fraction || addsOn(tokens, next + 1, lang)) return null
  const numeral = figureAlone(start, next + 1, figure)
  numeral.end = token.end
  numeral.figure = tidy(figure.value * word.value)
  numeral.scale = word.value
  numeral.noun = true
  return numeral
}

function figureAlone(start: number, next: number, { value, end, digits, grouped, decimal, fraction }: Figure): Numeral {
  const numeral = numeralOf(start, end, next, value, false)
  numeral.digits = digits
  numeral.grouped = grouped
  numeral.decimal = decimal
  numeral.fraction = fraction
  return numeral
}

/** Words or a vulgar fraction at token `i` may go on with the figure before them. */
function goesOn(tokens: readonly Token[], i: number, lang: Language): boolean {
  const token = tokens[i]
  if (token === undefined || token.kind === 'punct') return false
  if (token.kind !== 'word') return VULGAR_FRACTIONS.has(token.lower)
  const role = numberWord(token.lower, lang)?.role
  if (role === 'and') return goesOn(tokens, i + 1, lang) || tokens[i + 1]?.kind === 'digits'
  return role !== undefined && role !== 'of' && role !== 'minus'
}

function build(items: Items, i: number, k: number, value: number): Numeral | null {
  const first = itemAt(items, 0)
  const end = itemAt(items, k - 1)
  const start = items.tokens[i]?.start
  if (first === undefined || end === undefined || start === undefined || !end.last) return null
  const { figure } = first
  const numeral = numeralOf(start, end.end, end.next, tidy(value), figure === null)
  if (figure !== null) {
    numeral.digits = figure.digits
    numeral.grouped = figure.grouped
    numeral.decimal = figure.decimal
    numeral.fraction = figure.fraction && k === 1
  }
  const { role } = end.word
  if (role === 'scale' || role === 'collective' || role === 'part') numeral.noun = true
  return numeral
}

function asFraction(numeral: Numeral | null): Numeral | null {
  if (numeral !== null) numeral.fraction = true
  return numeral
}

function asScaled(numeral: Numeral | null, scale: number | undefined): Numeral | null {
  if (numeral !== null) numeral.scale = scale
  return numeral
}

/** The longest number from token `i` on that ends between two tokens. */
function compose(items: Items, i: number): Numeral | null {
  const first = itemAt(items, 0)
  if (first === undefined) return null
  const article = first.word.role === 'article'
  const start = article ? 1 : 0
  const longest = terms(items, start, false, article)
  const counted = !article || roleAt(items, 1) === 'hundred' || roleAt(items, 1) === 'scale'
  if (longest !== null && counted && endsToken(items, longest.k)) {
    // the usual case: nothing can come on top
    const role = roleAt(items, longest.k)
    if (role === undefined || role === 'of') return plain(items, i, longest)
  }
  const share = fraction(items, 0)
  if (share !== null && endsToken(items, share.k)) return scaledShare(items, i, share)
  if (first.word.role === 'part') return lonePart(items, i, share)
  if (first.word.role === 'scale' && longest === null) return loneScale(items, i)

  if (article) {
    if (roleAt(items, 1) === 'collective') return withCollective(items, i, 1, 1)
    if (!counted) return null
  }
  const cardinal = longest === null ? null : wholeNumber(items, start, longest)
  if (longest === null || ordinalNear(items, longest.k)) {
    const ordinal = terms(items, start, true, article)
    if (ordinal !== null && !ordinal.plural && endsToken(items, ordinal.k) && ordinal.k > (cardinal?.k ?? 0)) {
      // "a trillionth"
      const lone = article && ordinal.k === 2
      if (lone) return asFraction(build(items, i, ordinal.k, 1 / ordinal.value))
      const numeral = build(items, i, ordinal.k, ordinal.value)
      if (numeral !== null) numeral.ordinal = true
      return numeral
    }
  }
  // "two-and-a-half" ends between two tokens though "two" does not
  const whole = cardinal ?? longest
  if (whole === null) return null
  return withAddition(items, i, whole) ?? (cardinal === null ? null : plain(items, i, cardinal))
}

/** The number read from item `k` on, cut back to where it ends between two tokens. */
function wholeNumber(items: Items, k: number, longest: Part): Part | null {
  if (endsToken(items, longest.k)) return longest
  return itemAt(items, k)?.token === itemAt(items, longest.k - 1)?.token ? null : shortened(items, k, longest)
}

function plain(items: Items, i: number, cardinal: Part): Numeral | null {
  const numeral = asScaled(build(items, i, cardinal.k, cardinal.value), cardinal.scale)
  if (numeral === null) return null
  const word = itemAt(items, 0)?.word
  if (cardinal.k === 1 && word?.role === 'unit' && word.value === 1) numeral.article = true
  return abbreviated(items.text, items.tokens, numeral, items.lang)
}

/** "half a million", "three quarters of a billion", "une demi-douzaine": a fraction of a scale, or the fraction alone. */
function scaledShare(items: Items, i: number, share: Part): Numeral | null {
  let { k } = share
  if (roleAt(items, k) === 'of') k++
  if (roleAt(items, k) === 'article') k++
  return ofScale(items, i, k, share.value) ?? asFraction(build(items, i, share.k, share.value))
}

function ofScale(items: Items, i: number, k: number, value: number): Numeral | null {
  const scale = itemAt(items, k)?.word
  if ((scale?.role !== 'scale' && scale?.role !== 'collective') || scale.ordinal) return null
  return asScaled(build(items, i, k + 1, value * scale.value), scale.value)
}

/** "demi-million" in one word, "le tiers des ventes". */
function lonePart(items: Items, i: number, share: Part | null): Numeral | null {
  if (share !== null) return ofScale(items, i, 1, share.value)
  const { tokens, lang } = items
  const word = itemAt(items, 0)?.word
  const article = /^(?:le|du|au)$/.test(tokens[i - 1]?.lower ?? '')
  if (lang === 'en' || word?.role !== 'part' || !article || !/^(?:de|du|des|d')$/.test(tokens[i + 1]?.lower ?? ''))
    return null
  return asFraction(build(items, i, 1, 1 / word.value))
}

/** "le cap du million de clients", "franchir le milliard" */
function loneScale(items: Items, i: number): Numeral | null {
  const word = itemAt(items, 0)?.word
  if (items.lang === 'en' || word?.role !== 'scale' || word.ordinal || word.counted) return null
  if (!/^(?:le|du|au)$/.test(items.tokens[i - 1]?.lower ?? '')) return null
  return asScaled(build(items, i, 1, word.value), word.value)
}

/** What comes on top of a whole number: "deux douzaines", "un million et demi", "five and a quarter". */
function withAddition(items: Items, i: number, { value, k, scale }: Part): Numeral | null {
  const word = itemAt(items, k)?.word
  if (word === undefined) return null
  if (word.role === 'collective') return word.article ? null : withCollective(items, i, k, value)
  // "un demi-million"
  if (word.role === 'part')
    return word.value === 2 && value === 1 && scale === undefined ? ofScale(items, i, k + 1, 0.5) : null
  if (word.role !== 'and') return null
  const share = fraction(items, k + 1)
  if (share === null || share.value >= 1 || !endsToken(items, share.k)) return null
  // "one billion and a half million"
  const further = itemAt(items, share.k)?.word
  if (further?.role === 'scale' && scale !== undefined && further.value < scale) {
    const whole = asScaled(build(items, i, share.k + 1, value + share.value * further.value), further.value)
    if (whole !== null) return whole
  }
  if (scale !== undefined && scale >= 1e3) {
    const numeral = asScaled(build(items, i, share.k, value + share.value * scale), scale)
    if (numeral !== null) numeral.noun = true
    return numeral
  }
  const numeral = build(items, i, share.k, value + share.value)
  if (numeral !== null) numeral.decimal = true
  return numeral
}

/** "deux douzaines", "une centaine", "une dizaine de milliers", "a couple of hundred", "two dozen". */
function withCollective(items: Items, i: number, k: number, count: number): Numeral | null {
  const word = itemAt(items, k)?.word
  if (word?.role !== 'collective') return null
  const french = items.lang === 'fr'
  const value = count * word.value
  const of = roleAt(items, k + 1) === 'of' ? 1 : 0
  const scale = itemAt(items, k + 1 + of)?.word
  const fits =
    scale?.role === 'scale' || (french ? of === 1 && scale?.role === 'collective' : scale?.role === 'hundred')
  const scaled =
    scale !== undefined && fits && !scale.ordinal
      ? asScaled(build(items, i, k + of + 2, value * scale.value), scale.value)
      : null
  const numeral = scaled ?? build(items, i, k + 1, value)
  if (numeral !== null) numeral.about = word.about
  return numeral
}

/**
 * Letters right after the digits, to the end of token `last`: a scale ("540bn") or an ordinal's ending ("22e"), else the
 * digits are a name's.
 */
function withLetters(
  text: string,
  tokens: readonly Token[],
  start: number,
  last: number,
  figure: Figure,
  lang: Language,
): Numeral | null {
  const end = tokens[last]?.end
  if (end === undefined || figure.fraction) return null
  const letters = text.slice(figure.end, end)
  const numeral = figureAlone(start, last + 1, figure)
  numeral.end = end
  // "$1.2T"; elsewhere the letter is a name's
  const trillion = letters === 'T' && /[$€£¥]/.test(text[start - 1] ?? '')
  const scale = trillion ? 1e12 : GLUED_SCALES[lang].get(letters)
  if (scale !== undefined) {
    // the generations of mobile networks
    if (letters === 'G' && !figure.decimal && figure.value < 10) return null
    numeral.figure = tidy(figure.value * scale)
    numeral.scale = scale
    return numeral
  }
  if (figure.decimal || letters.length > 6) return null
  if (!ORDINAL_ENDINGS[lang].has(withoutAccents(letters.normalize('NFC').toLowerCase()))) return null
  numeral.ordinal = true
  return numeral
}

/** "3,5 Md", "61 k", "10 bln": an abbreviated scale after a space; "38 e": an ordinal's raised ending. */
function abbreviated(text: string, tokens: readonly Token[], numeral: Numeral | null, lang: Language): Numeral | null {
  if (numeral === null || numeral.scale !== undefined || numeral.fraction || numeral.article) return numeral
  const after = tokens[numeral.next]
  if (after === undefined || after.kind !== 'word' || after.end - after.start > 4) return numeral
  const further = { ...numeral, end: after.end, next: numeral.next + 1 }
  if (lang === 'fr' && !numeral.words && !numeral.decimal && SPACED_ENDINGS.has(after.lower))
    return { ...further, ordinal: true }
  const word = text.slice(after.start, after.end)
  const million = word === 'm' && /[$€£]/.test(text[after.end] ?? '')
  const scale = million ? 1e6 : SPACED_SCALES[lang].get(word)
  if (scale === undefined || (numeral.words && word.length === 1)) return numeral
  // "les 2 M. Dupont": an initial
  if (word.length === 1 && text[after.end] === '.' && after.end + 1 < textEnd(tokens)) return numeral
  return { ...further, figure: tidy(numeral.figure * scale), scale }
}

/** "forty-five (45)": the same number again in brackets belongs to it. */
function repeatedInDigits(text: string, tokens: readonly Token[], numeral: Numeral, lang: Language): Numeral {
  const open = tokens[numeral.next]
  const inner = tokens[numeral.next + 1]
  if (open?.lower !== '(' || inner?.kind !== 'digits') return numeral
  const reading = readFigure(text, inner.start, textEnd(tokens), lang)
  if (reading?.kind !== 'figure' || reading.figure.value !== numeral.figure) return numeral
  let after = numeral.next + 1
  while ((tokens[after]?.end ?? Infinity) <= reading.figure.end) after++
  const close = tokens[after]
  return close?.lower === ')' ? { ...numeral, end: close.end, next: after + 1 } : numeral
}

/** Units of time: "3 in 5 years" and "1 sur 2 ans" are no shares. */
const TIME_WORDS = new Set(
  `an ans année années mois semaine semaines jour jours heure heures minute minutes trimestre trimestres exercices day days week
   weeks month months year years hour hours quarter quarters decade decades`.split(/\s+/),
)

/** "one in five", "two out of three", "un sur cinq": a share. Else the numeral as it is. */
function asShare(text: string, tokens: readonly Token[], numeral: Numeral, lang: Language): Numeral {
  const by = tokens[numeral.next]?.lower
  let at = numeral.next
  if (lang === 'fr' ? by === 'sur' : by === 'in' || by === 'over') at++
  else if (lang === 'en' && by === 'out' && tokens[at + 1]?.lower === 'of') at += 2
  else return numeral
  if (numeral.ordinal || numeral.fraction || numeral.decimal || numeral.scale || numeral.figure < 1) return numeral
  const reading = startsNumber(text, tokens[at]) ? readPlain(text, tokens, at, lang) : null
  if (reading?.kind !== 'numeral' || !isShareOf(numeral, reading.numeral, by ?? '', tokens)) return numeral
  const { figure, end, next } = reading.numeral
  const share = numeralOf(numeral.start, end, next, numeral.figure / figure, numeral.words)
  share.fraction = true
  return share
}

function isShareOf(part: Numeral, whole: Numeral, by: string, tokens: readonly Token[]): boolean {
  if (whole.ordinal || whole.fraction || whole.decimal || whole.article || whole.figure < 2) return false
  // a year
  if (whole.digits === 4 && !whole.grouped) return false
  const after = tokens[whole.next]
  if (after !== undefined && (TIME_WORDS.has(after.lower) || after.kind === 'symbol')) return false
  if (by === 'over') return part.figure === 1 || after === undefined || after.kind === 'punct'
  if (part.figure >= whole.figure) return false
  const round = whole.figure <= 10 || whole.figure % 10 === 0 || whole.figure % 12 === 0
  return by !== 'in' || part.figure === 1 || round
}

function startsNumber(text: string, token: Token | undefined): boolean {
  if (token === undefined) return false
  return token.kind === 'word' || ((token.kind === 'digits' || token.kind === 'mixed') && startsFigure(text, token))
}
