import { codesOf, formOfCodes, formOfHashed, HASH_START, hashStep, UNASKED } from '../forms.js'
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
  const codes = codesOf(text, start, end)
  const cutter: Cutter = { codes, length: end - start, offset: start, tokens: [] }
  const { tokens, length } = cutter
  let i = 0
  while (i < length) {
    const first = classOf(codes[i] as number)
    if (first === SPACE) {
      i++
      continue
    }
    if (first >= MARK) {
      i = pushSign(cutter, i, first)
      continue
    }
    // a run of letters and digits
    let seen = 0
    let hash = HASH_START
    let j = i
    let c = 0
    while (j < length) {
      c = codes[j] as number
      // not by `classOf`, which V8 would not always inline into this loop over every character
      const cls = CLASSES[c] || learn(c)
      if (cls === SPACE || cls > MARK) break
      seen |= 1 << cls
      hash = hashStep(hash, c)
      j++
    }
    if (j < length && (isApostrophe(c) || isHyphen(c))) i = pushCompound(cutter, i, j, seen)
    else {
      const kind = (seen & DIGITS) === 0 ? 'word' : (seen & LETTERS) === 0 ? 'digits' : 'mixed'
      const form = formOfHashed(codes, i, j, hash)
      tokens.push({ start: start + i, end: start + j, kind, lower: form.lower, form })
      i = j
    }
  }
  return tokens
}

/** Classes that a run has met, as bits. */
const LETTERS = (1 << LETTER) | (1 << MARK)
const DIGITS = 1 << DIGIT

/** A text that is being cut: its code units from 0 to `length`, where they stand in the text, and what was cut so far. */
interface Cutter {
  codes: Uint16Array
  length: number
  offset: number
  tokens: Token[]
}

function push({ codes, offset, tokens }: Cutter, start: number, end: number, kind: TokenKind): void {
  const form = formOfCodes(codes, start, end)
  tokens.push({ start: offset + start, end: offset + end, kind, lower: form.lower, form })
}

/** A punctuation mark or symbol with the marks that belong to it; returns its end. */
function pushSign(cutter: Cutter, i: number, cls: number): number {
  const { codes, length } = cutter
  let j = i + 1
  let kind: TokenKind = cls === PUNCTUATION ? 'punct' : 'symbol'
  const c = codes[i] as number
  if (c >= 0xd800 && c <= 0xdbff && j < length) {
    const low = codes[j] as number
    if (low >= 0xdc00 && low <= 0xdfff) {
      j++
      if (/\p{P}/u.test(String.fromCharCode(c, low))) kind = 'punct'
    }
  }
  while (j < length && classOf(codes[j] as number) === MARK) j++
  push(cutter, i, j, kind)
  return j
}

/** A run from `i` whose first part ends at `from` before an apostrophe or hyphen; returns the end of the whole run. */
function pushCompound(cutter: Cutter, i: number, from: number, met: number): number {
  const { codes, length } = cutter
  let seen = met
  let apostrophes = false
  let hyphens = false
  let j = from
  while (j < length) {
    const c = codes[j] as number
    const cls = classOf(c)
    if (cls !== SPACE && cls <= MARK) {
      seen |= 1 << cls
      j++
      continue
    }
    const apostrophe = isApostrophe(c)
    if (!apostrophe && !isHyphen(c)) break
    const next = j + 1 < length ? classOf(codes[j + 1] as number) : SPACE
    if (next !== LETTER && next !== DIGIT) break
    const last = classOf(codes[j - 1] as number)
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
  if (apostrophes) pushApart(cutter, i, j, seen, hyphens)
  else pushWord(cutter, i, j, seen, hyphens)
  return j
}

/** A run with apostrophes: French elisions and English clitics are words of their own. */
function pushApart(cutter: Cutter, from: number, to: number, seen: number, hyphens: boolean): void {
  const { codes } = cutter
  let begin = from
  for (let k = from; k < to; k++) {
    if (!isApostrophe(codes[k] as number)) continue
    const left = k - begin <= LONGEST_ELISION ? formOfCodes(codes, begin, k).lower : ''
    const elided = ELISIONS.has(left)
    const right = to - k - 1 <= LONGEST_CLITIC ? formOfCodes(codes, k + 1, to).lower : ''
    const clitic = CLITICS.has(right) && !(elided && right.length > 1)
    if (!elided && !clitic) continue
    if (SINGLE_STARTS.has(left) && SINGLE_WORDS.has(formOfCodes(codes, begin, to).lower)) break
    if (clitic) {
      pushWord(cutter, begin, k, seen | LETTERS, hyphens)
      push(cutter, k, to, 'word')
      return
    }
    push(cutter, begin, k + 1, 'word')
    begin = k + 1
  }
  pushWord(cutter, begin, to, seen | LETTERS, hyphens)
}

/** A word without apostrophes that part it. `seen` are the classes of the run that it belongs to. */
function pushWord(cutter: Cutter, from: number, to: number, seen: number, hyphens: boolean): void {
  const { codes } = cutter
  if ((seen & DIGITS) === 0) {
    const cut = hyphens ? from + inversionCut(formOfCodes(codes, from, to)) : to
    push(cutter, from, cut, 'word')
    if (cut < to) push(cutter, cut, to, 'word')
    return
  }
  // the letters or the digits of the run may stand on the other side of an apostrophe
  let digits = false
  let others = false
  for (let i = from; i < to; i++) {
    const c = codes[i] as number
    if (c >= 48 && c <= 57) digits = true
    else if (c !== 0x2d) others = true
  }
  const kind = (seen & LETTERS) === 0 ? 'digits' : !digits ? 'word' : others ? 'mixed' : 'digits'
  push(cutter, from, to, kind)
}

/** How many code units of a word stand before a hyphenated pronoun at its end: all where there is none. */
function inversionCut(form: Form): number {
  if (form.cut === UNASKED) form.cut = cutOf(form)
  return form.cut
}

function cutOf({ text, lower }: Form): number {
  const tail = SINGLE_WORDS.has(lower) ? null : INVERSION.exec(lower.slice(-LONGEST_INVERSION - 1))
  if (tail === null || tail[0].length === lower.length) return text.length
  // the folded form may be shorter than the text ("là" in NFD), so hyphens are counted, not letters
  let hyphens = tail[0].startsWith('-t-') ? 2 : 1
  for (let k = text.length - 1; k > 0; k--) if (isHyphen(text.charCodeAt(k)) && --hyphens === 0) return k
  return text.length
}
