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
/** Of each place of the table, side by side: the hash of its form, and where in `letters` it stands with its length. */
let keys = new Int32Array(0)
/** The code units of all forms in a row: comparing them by number is several times faster than by string. */
let letters = new Uint16Array(1 << 14)
let lettersEnd = 0
let mask = 0
let taken = 0
resize(FIRST_SIZE)

/** The start of {@link formOfHashed}'s hash (FNV-1a, 32 bits). */
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

/** Room for the text that is being read, and the same bytes as Buffer writes them. */
let codes = new Uint16Array(1 << 12)
let codeBytes = Buffer.from(codes.buffer)
const isLittleEndian = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1

/**
 * The code units of `text.slice(start, end)` as numbers, from 0: reading them from an array is several times faster than
 * `charCodeAt`. They stand until the next call; what stands behind the text's end is left from texts before.
 */
export function codesOf(text: string, start: number, end: number): Uint16Array {
  if (end - start > codes.length) {
    codes = new Uint16Array(2 ** Math.ceil(Math.log2(end - start)))
    codeBytes = Buffer.from(codes.buffer)
  }
  const written = codeBytes.write(text.slice(start, end), 0, 'utf16le')
  if (!isLittleEndian) codeBytes.subarray(0, written).swap16()
  return codes
}

/** The form of a word. */
export function formOf(word: string): Form {
  return formOfCodes(codesOf(word, 0, word.length), 0, word.length)
}

/** A token that stands for part of the text (UTF-16 offsets), read as `word`. */
export function tokenOf(start: number, end: number, kind: TokenKind, word: string): Token {
  const form = formOf(word)
  return { start, end, kind, lower: form.lower, form }
}

/** The form of the code units from `start` to `end`. */
export function formOfCodes(units: Uint16Array, start: number, end: number): Form {
  let hash = HASH_START
  for (let i = start; i < end; i++) hash = hashStep(hash, units[i] as number)
  return formOfHashed(units, start, end, hash)
}

/**
 * The form of the code units from `start` to `end`, without making a string of them where the form is known.
 * @param hash of them, from {@link HASH_START} by {@link hashStep}.
 */
export function formOfHashed(units: Uint16Array, start: number, end: number, hash: number): Form {
  const length = end - start
  if (length > LONGEST) return make(textOf(units, start, end))
  let at = placeOf(hash)
  let steps = 0
  for (let known = table[at]; known !== undefined; known = table[at]) {
    if (keys[2 * at] === hash) {
      const key = keys[2 * at + 1] as number
      if ((key & LENGTH_MASK) === length && isAt(units, start, end, key >>> LENGTH_BITS)) return known
    }
    if (++steps === MOST_STEPS) return make(textOf(units, start, end))
    at = (at + 1) & mask
  }
  const form = make(textOf(units, start, end))
  table[at] = form
  keys[2 * at] = hash
  keys[2 * at + 1] = (keep(units, start, end) << LENGTH_BITS) | length
  taken++
  if (taken === MOST || taken * 3 > mask * 2) grow()
  return form
}

/** Bits of a key that tell the length, which is at most `LONGEST`; the others have room for `MOST` forms of that length. */
const LENGTH_BITS = 7
const LENGTH_MASK = (1 << LENGTH_BITS) - 1

const placeOf = (hash: number): number => (hash ^ (hash >>> 15)) & mask

function isAt(units: Uint16Array, start: number, end: number, from: number): boolean {
  for (let i = start, k = from; i < end; i++, k++) if (units[i] !== letters[k]) return false
  return true
}

/** Keeps the code units; returns where. */
function keep(units: Uint16Array, start: number, end: number): number {
  const at = lettersEnd
  lettersEnd += end - start
  if (lettersEnd > letters.length) {
    const more = new Uint16Array(letters.length * 2)
    more.set(letters)
    letters = more
  }
  for (let i = start, k = at; i < end; i++, k++) letters[k] = units[i] as number
  return at
}

function textOf(units: Uint16Array, start: number, end: number): string {
  // more arguments than these may not fit on the stack
  if (end - start <= 1024) return String.fromCharCode(...units.subarray(start, end))
  let text = ''
  for (let i = start; i < end; i += 1024) text += String.fromCharCode(...units.subarray(i, Math.min(end, i + 1024)))
  return text
}

function resize(size: number): void {
  table = new Array(size).fill(undefined)
  keys = new Int32Array(2 * size)
  mask = size - 1
  taken = 0
}

function grow(): void {
  if (taken === MOST) {
    resize(FIRST_SIZE)
    lettersEnd = 0
    return
  }
  const [forms, before] = [table, keys]
  resize(forms.length * 2)
  for (let i = 0; i < forms.length; i++) {
    const form = forms[i]
    if (form === undefined) continue
    const hash = before[2 * i] as number
    let at = placeOf(hash)
    while (table[at] !== undefined) at = (at + 1) & mask
    table[at] = form
    keys[2 * at] = hash
    keys[2 * at + 1] = before[2 * i + 1] as number
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
