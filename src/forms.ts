import type { Form, Token, TokenKind } from './types.js'

/** A number of a form that nobody has asked for yet. */
export const UNASKED = -1

/** Entries of the table when it is new, a power of two: a small table stays in the processor's cache. It is at most two thirds full. */
const FIRST_SIZE = 1 << 13
/** Forms that are kept before all are forgotten: memory stays flat. */
const MOST = 1 << 16
/** Words made to collide cost a few steps each: beyond them a form is made anew, which is allowed. */
const MOST_STEPS = 16
/** A longer word is no word of a language: it is not kept. In code units. */
const LONGEST = 64

let table: (Form | undefined)[] = []
let hashes = new Int32Array(0)
let mask = 0
let taken = 0
resize(FIRST_SIZE)

/** The start of {@link formOfSpan}'s hash (FNV-1a, 32 bits). */
export const HASH_START = 0x811c9dc5 | 0

/** The hash with one more UTF-16 code unit. */
export const hashStep = (hash: number, c: number): number => Math.imul(hash ^ c, 0x01000193)

/** The form that words are looked up by: NFC, lower case, straight apostrophes and hyphens, no soft hyphens. */
export function foldWord(word: string): string {
  for (let i = 0; i < word.length; i++) {
    const c = word.charCodeAt(i)
    // below U+0300 every letter is in NFC
    if (c >= 0x300 || c === 0xad) {
      const composed = word.normalize('NFC').replace(/[’ʼ]/g, "'").replace(/[‐‑]/g, '-').replaceAll('\u00ad', '')
      return composed.toLowerCase()
    }
  }
  return word.toLowerCase()
}

/** The form of a word. */
export function formOf(word: string): Form {
  let hash = HASH_START
  for (let i = 0; i < word.length; i++) hash = hashStep(hash, word.charCodeAt(i))
  return formOfSpan(word, 0, word.length, hash)
}

/** A token that stands for part of the text (UTF-16 offsets), read as `word`. */
export function tokenOf(start: number, end: number, kind: TokenKind, word: string): Token {
  const form = formOf(word)
  return { start, end, kind, lower: form.lower, form }
}

/**
 * The form of `text.slice(start, end)` (UTF-16 code units), without cutting it out where the form is known.
 * @param hash of its code units, from {@link HASH_START} by {@link hashStep}.
 */
export function formOfSpan(text: string, start: number, end: number, hash: number): Form {
  const length = end - start
  if (length > LONGEST) return make(text.slice(start, end))
  let at = placeOf(hash)
  let steps = 0
  for (let known = table[at]; known !== undefined; known = table[at]) {
    if (hashes[at] === hash && known.text.length === length && isAt(text, start, known.text)) return known
    if (++steps === MOST_STEPS) return make(text.slice(start, end))
    at = (at + 1) & mask
  }
  const form = make(text.slice(start, end))
  table[at] = form
  hashes[at] = hash
  taken++
  if (taken === MOST || taken * 3 > mask * 2) grow()
  return form
}

const placeOf = (hash: number): number => (hash ^ (hash >>> 15)) & mask

function resize(size: number): void {
  table = new Array(size).fill(undefined)
  hashes = new Int32Array(size)
  mask = size - 1
  taken = 0
}

function grow(): void {
  if (taken === MOST) {
    resize(FIRST_SIZE)
    return
  }
  const [forms, before] = [table, hashes]
  resize(forms.length * 2)
  for (let i = 0; i < forms.length; i++) {
    const form = forms[i]
    if (form === undefined) continue
    const hash = before[i] as number
    let at = placeOf(hash)
    while (table[at] !== undefined) at = (at + 1) & mask
    table[at] = form
    hashes[at] = hash
    taken++
  }
}

function make(text: string): Form {
  const written = internalized(text)
  const lower = foldWord(written)
  return {
    text: written,
    lower: lower === written ? written : internalized(lower),
    datesFr: UNASKED,
    numbersFr: UNASKED,
    namesFr: undefined,
    termsFr: undefined,
    datesEn: UNASKED,
    numbersEn: UNASKED,
    namesEn: undefined,
    termsEn: undefined,
    tenseFr: UNASKED,
    tenseEn: UNASKED,
    cut: UNASKED,
    languages: undefined,
  }
}

/**
 * The same characters as V8 keeps the names of properties: once each, and not as a slice that would keep its whole text
 * alive. Two such strings are compared by their addresses alone, and words are compared far more often than made.
 */
function internalized(word: string): string {
  return word.length > LONGEST ? word : (Object.keys({ [word]: 0 })[0] as string)
}

function isAt(text: string, start: number, word: string): boolean {
  for (let i = 0; i < word.length; i++) if (text.charCodeAt(start + i) !== word.charCodeAt(i)) return false
  return true
}
