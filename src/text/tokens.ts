import { foldWord, formOfSpan, HASH_START, hashStep } from '../forms.js'
import type { Token, TokenKind } from '../types.js'

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

/** Nouns that look like an elision or an inversion, and the length below which all of them are. */
const LONGEST_SINGLE_WORD = 16
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

function classOf(c: number): number {
  const known = CLASSES[c]
  if (known) return known
  const found = classify(c)
  CLASSES[c] = found
  return found
}

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
  const push = (from: number, to: number, kind: TokenKind): void => {
    let hash = HASH_START
    for (let k = from; k < to; k++) hash = hashStep(hash, text.charCodeAt(k))
    const form = formOfSpan(text, from, to, hash)
    tokens.push({ start: from, end: to, kind, lower: form.lower, form })
  }

  let i = start
  while (i < end) {
    const first = classOf(text.charCodeAt(i))
    if (first === SPACE) {
      i++
      continue
    }
    if (first >= MARK) {
      let j = i + 1
      let kind: TokenKind = first === PUNCTUATION ? 'punct' : 'symbol'
      const point = text.codePointAt(i) ?? 0
      if (point > 0xffff && j < end) {
        j++
        if (/\p{P}/u.test(String.fromCodePoint(point))) kind = 'punct'
      }
      while (j < end && classOf(text.charCodeAt(j)) === MARK) j++
      push(i, j, kind)
      i = j
      continue
    }
    // a run of letters and digits, with the apostrophes and hyphens inside it
    let letters = false
    let digits = false
    let apostrophes = false
    let hyphens = false
    let hash = HASH_START
    let j = i
    while (j < end) {
      const c = text.charCodeAt(j)
      const cls = classOf(c)
      if (cls === LETTER || cls === MARK) letters = true
      else if (cls === DIGIT) digits = true
      else {
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
          if (next === DIGIT && last === DIGIT && !letters) break
          hyphens = true
        }
      }
      hash = hashStep(hash, c)
      j++
    }
    if (apostrophes) pushApart(i, j, digits, hyphens)
    else if (!hyphens && !(letters && digits)) {
      const form = formOfSpan(text, i, j, hash)
      tokens.push({ start: i, end: j, kind: letters ? 'word' : 'digits', lower: form.lower, form })
    } else pushWord(i, j, letters, digits, hyphens)
    i = j
  }
  return tokens

  /** A run with apostrophes: French elisions and English clitics are words of their own. */
  function pushApart(from: number, to: number, digits: boolean, hyphens: boolean): void {
    let begin = from
    for (let k = from; k < to; k++) {
      if (!isApostrophe(text.charCodeAt(k))) continue
      if (SINGLE_WORDS.has(foldWord(text.slice(begin, Math.min(to, begin + LONGEST_SINGLE_WORD))))) break
      const left = k - begin <= LONGEST_ELISION ? foldWord(text.slice(begin, k)) : ''
      const right = to - k - 1 <= LONGEST_CLITIC ? foldWord(text.slice(k + 1, to)) : ''
      if (CLITICS.has(right) && !(ELISIONS.has(left) && right.length > 1)) {
        pushWord(begin, k, true, digits, hyphens)
        push(k, to, 'word')
        return
      }
      if (ELISIONS.has(left)) {
        push(begin, k + 1, 'word')
        begin = k + 1
      }
    }
    pushWord(begin, to, true, digits, hyphens)
  }

  function pushWord(from: number, to: number, letters: boolean, digits: boolean, hyphens: boolean): void {
    if (!digits) {
      const cut = hyphens ? inversionCut(text, from, to) : to
      push(from, cut, 'word')
      if (cut < to) push(cut, to, 'word')
      return
    }
    // the letters or the digits of the run may stand on the other side of an apostrophe
    const word = letters ? text.slice(from, to) : ''
    push(from, to, !letters ? 'digits' : !/[0-9]/.test(word) ? 'word' : /[^0-9-]/.test(word) ? 'mixed' : 'digits')
  }
}

/** Where a hyphenated pronoun begins at the end of a word, else its end. */
function inversionCut(text: string, from: number, to: number): number {
  let found = false
  for (let k = Math.max(from, to - LONGEST_INVERSION); k < to && !found; k++) found = isHyphen(text.charCodeAt(k))
  if (!found) return to
  const lower = foldWord(text.slice(from, to))
  const tail = SINGLE_WORDS.has(lower) ? null : INVERSION.exec(lower)
  if (tail === null || tail.index === 0) return to
  // the folded form may be shorter than the text ("là" in NFD), so hyphens are counted, not letters
  let hyphens = tail[0].startsWith('-t-') ? 2 : 1
  for (let k = to - 1; k > from; k--) if (isHyphen(text.charCodeAt(k)) && --hyphens === 0) return k
  return to
}
