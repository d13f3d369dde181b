import { formOfSpan, HASH_START, hashStep, UNASKED } from '../forms.js'
import type { Form, Token, TokenKind } from '../types.js'

/** French words that lose their vowel before another word: "l'Europe" is two tokens, "l'" and "Europe". */
const ELISIONS = new Set([
  'l',
  'd',
  'j',
  'n',
  's',
  't',
  'm',
  'c',
  'qu',
  'jusqu',
  'lorsqu',
  'puisqu',
  'quoiqu',
  'quelqu',
])
const LONGEST_ELISION = 6
/** English endings that stand for a word of their own: "XPeng's" is two tokens, "XPeng" and "'s". */
const CLITICS = new Set(['s', 'll', 're', 've', 'd', 'm'])
const LONGEST_CLITIC = 2
/**
 * Pronouns joined to a French verb by a hyphen: "figure-t-elle" is "figure" and "-t-elle". A third person before
 * "il", "elle", "on" ends in t or d, or takes a "-t-".
 */
const INVERSION = /(?:(?:-t-|(?<=[td])-)(?:ils?|elles?|on)|-(?:ce|je|tu|nous|vous|y|en|là|ci|le|la|les|lui|leur))$/u
/** Longest ending that `INVERSION` can match, "-t-elles", in which accents may be signs of their own. */
const LONGEST_INVERSION = 10

/** Nouns that look like an elision or an inversion. */
const SINGLE_WORDS = new Set([
  "aujourd'hui",
  "quelqu'un",
  "prud'hommes",
  "presqu'île",
  'rendez-vous',
  'add-on',
  'bolt-on',
  'head-on',
  'spot-on',
])

const SINGLE_STARTS = new Set([...SINGLE_WORDS].map((word) => word.split("'")[0]))

const LETTER = 1
const DIGIT = 2
const SPACE = 3
/** A combining mark or variation selector: part of whatever stands before it. */
const MARK = 4
const PUNCTUATION = 5
const SYMBOL = 6

/** The class of every UTF-16 code unit, filled in as code units are met. */
const CLASSES = new Uint8Array(0x10000)

function classify(c: number): number {
  if (c >= 48 && c <= 57) return DIGIT
  if (c <= 32 || (c >= 0x7f && c <= 0xa0)) return SPACE
  // spaces of all widths, zero-width and bidi marks, line and paragraph separators, word joiner, byte-order mark
  if ((c >= 0x2000 && c <= 0x200f) || (c >= 0x2028 && c <= 0x202f) || (c >= 0x205f && c <= 0x206f)) return SPACE
  if (c === 0xfeff || c === 0x3000) return SPACE
  const ch = String.fromCharCode(c)
  if (/\p{M}/u.test(ch)) return MARK
  // a soft hyphen shows only where the line breaks: "auto\u00admobile" is one word
  if (c === 0xad || /\p{L}/u.test(ch)) return LETTER
  return /\p{P}/u.test(ch) && !'%&#@*§'.includes(ch) ? PUNCTUATION : SYMBOL
}

function learn(c: number): number {
  const found = classify(c)
  CLASSES[c] = found
  return found
}

/** NaN, which `charCodeAt` tells behind the end of a text, is a sign; as an index it would slow down every look that follows. */
const classOf = (c: number): number => (c >= 0 ? CLASSES[c] || learn(c) : SYMBOL)

/** White space between tokens, by code unit: spaces, controls, line ends and invisible formatting characters. */
export const isSpace = (c: number): boolean => classOf(c) === SPACE

/** A letter or digit, by code unit. */
export const isAlphanumeric = (c: number): boolean => classOf(c) <= DIGIT

/** A letter or combining mark, by code unit. */
export const isLetter = (c: number): boolean => CLASS_IS_LETTER[classOf(c)] === 1

const CLASS_IS_LETTER = new Uint8Array([0, 1, 0, 0, 1, 0, 0])

const isApostrophe = (c: number) => c === 0x27 || c === 0x2019 || c === 0x02bc
const isHyphen = (c: number) => c === 0x2d || c === 0x2010 || c === 0x2011

/**
 * Cuts `text.slice(start, end)` into tokens, in one pass. White space separates tokens and is none; a word keeps its
 * inner hyphens and accents (composed or combining); letters and digits that touch are one `mixed` token.
 */
export function tokenize(text: string, start: number, end: number): Token[] {
  const tokens: Token[] = []
  let i = start
  while (i < end) {
    const first = classOf(text.charCodeAt(i))
    if (first === SPACE) {
      i++
      continue
    }
    if (first >= MARK) {
      i = pushSign(tokens, text, i, end, first)
      continue
    }
    // a run of letters and digits
    let seen = 0
    let hash = HASH_START
    let j = i
    let c = 0
    while (j < end) {
      c = text.charCodeAt(j)
      // not by `classOf`, which V8 would not always inline into this loop over every character
      const cls = CLASSES[c] || learn(c)
      if (cls === SPACE || cls > MARK) break
      seen |= 1 << cls
      hash = hashStep(hash, c)
      j++
    }
    if (j < end && (isApostrophe(c) || isHyphen(c))) i = pushCompound(tokens, text, i, j, end, seen)
    else {
      const kind = (seen & DIGITS) === 0 ? 'word' : (seen & LETTERS) === 0 ? 'digits' : 'mixed'
      const form = formOfSpan(text, i, j, hash)
      tokens.push({ start: i, end: j, kind, lower: form.lower, form })
      i = j
    }
  }
  return tokens
}

/** Classes that a run has met, as bits. */
const LETTERS = (1 << LETTER) | (1 << MARK)
const DIGITS = 1 << DIGIT

function push(tokens: Token[], text: string, start: number, end: number, kind: TokenKind): void {
  const form = formAt(text, start, end)
  tokens.push({ start, end, kind, lower: form.lower, form })
}

function formAt(text: string, start: number, end: number): Form {
  let hash = HASH_START
  for (let i = start; i < end; i++) hash = hashStep(hash, text.charCodeAt(i))
  return formOfSpan(text, start, end, hash)
}

/** A punctuation mark or symbol with the marks that belong to it; returns its end. */
function pushSign(tokens: Token[], text: string, i: number, end: number, cls: number): number {
  let j = i + 1
  let kind: TokenKind = cls === PUNCTUATION ? 'punct' : 'symbol'
  const c = text.charCodeAt(i)
  if (c >= 0xd800 && c <= 0xdbff && j < end) {
    const point = text.codePointAt(i) ?? 0
    if (point > 0xffff) {
      j++
      if (/\p{P}/u.test(String.fromCodePoint(point))) kind = 'punct'
    }
  }
  while (j < end && classOf(text.charCodeAt(j)) === MARK) j++
  push(tokens, text, i, j, kind)
  return j
}

/** A run from `i` whose first part ends at `from` before an apostrophe or hyphen; returns the end of the whole run. */
function pushCompound(tokens: Token[], text: string, i: number, from: number, end: number, met: number): number {
  let seen = met
  let apostrophes = false
  let hyphens = false
  let j = from
  while (j < end) {
    const c = text.charCodeAt(j)
    const cls = classOf(c)
    if (cls !== SPACE && cls <= MARK) {
      seen |= 1 << cls
      j++
      continue
    }
    const apostrophe = isApostrophe(c)
    if (!apostrophe && !isHyphen(c)) break
    const next = j + 1 < end ? classOf(text.charCodeAt(j + 1)) : SPACE
    if (next !== LETTER && next !== DIGIT) break
    const last = classOf(text.charCodeAt(j - 1))
    if (apostrophe) {
      if (next !== LETTER || last === DIGIT) break
      apostrophes = true
    } else {
      // "2024-2026" and "50-100" are two numbers
      if (next === DIGIT && last === DIGIT && (seen & LETTERS) === 0) break
      hyphens = true
    }
    j++
  }
  const letters = (seen & LETTERS) !== 0
  const digits = (seen & DIGITS) !== 0
  if (apostrophes) pushApart(tokens, text, i, j, digits, hyphens)
  else pushWord(tokens, text, i, j, letters, digits, hyphens)
  return j
}

/** A run with apostrophes: French elisions and English clitics are words of their own. */
function pushApart(tokens: Token[], text: string, from: number, to: number, digits: boolean, hyphens: boolean): void {
  let begin = from
  for (let k = from; k < to; k++) {
    if (!isApostrophe(text.charCodeAt(k))) continue
    const left = k - begin <= LONGEST_ELISION ? formAt(text, begin, k).lower : ''
    const elided = ELISIONS.has(left)
    const right = to - k - 1 <= LONGEST_CLITIC ? formAt(text, k + 1, to).lower : ''
    const clitic = CLITICS.has(right) && !(elided && right.length > 1)
    if (!elided && !clitic) continue
    if (SINGLE_STARTS.has(left) && SINGLE_WORDS.has(formAt(text, begin, to).lower)) break
    if (clitic) {
      pushWord(tokens, text, begin, k, true, digits, hyphens)
      push(tokens, text, k, to, 'word')
      return
    }
    push(tokens, text, begin, k + 1, 'word')
    begin = k + 1
  }
  pushWord(tokens, text, begin, to, true, digits, hyphens)
}

function pushWord(
  tokens: Token[],
  text: string,
  from: number,
  to: number,
  letters: boolean,
  digits: boolean,
  hyphens: boolean,
): void {
  if (!digits) {
    const cut = hyphens ? inversionCut(text, from, to) : to
    push(tokens, text, from, cut, 'word')
    if (cut < to) push(tokens, text, cut, to, 'word')
    return
  }
  // the letters or the digits of the run may stand on the other side of an apostrophe
  const word = letters ? text.slice(from, to) : ''
  const kind = !letters ? 'digits' : !/[0-9]/.test(word) ? 'word' : /[^0-9-]/.test(word) ? 'mixed' : 'digits'
  push(tokens, text, from, to, kind)
}

/** Where a hyphenated pronoun begins at the end of a word, else its end. */
function inversionCut(text: string, from: number, to: number): number {
  const form = formAt(text, from, to)
  if (form.cut === UNASKED) form.cut = cutOf(form)
  return from + form.cut
}

/** The same, as the length of what stands before the pronoun. */
function cutOf({ text, lower }: Form): number {
  const tail = SINGLE_WORDS.has(lower) ? null : INVERSION.exec(lower.slice(-LONGEST_INVERSION - 1))
  if (tail === null || tail[0].length === lower.length) return text.length
  // the folded form may be shorter than the text ("là" in NFD), so hyphens are counted, not letters
  let hyphens = tail[0].startsWith('-t-') ? 2 : 1
  for (let k = text.length - 1; k > 0; k--) if (isHyphen(text.charCodeAt(k)) && --hyphens === 0) return k
  return text.length
}
