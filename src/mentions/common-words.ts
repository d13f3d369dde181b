import { readFileSync } from 'node:fs'
import type { Language } from '../types.js'

/**
 * The ordinary words of a language, inflected forms and all, as a Bloom filter: a bit array in which each word sets a few bits
 * that its hashes choose (B. H. Bloom, "Space/time trade-offs in hash coding with allowable errors", 1970). It says "perhaps"
 * of two words in a hundred that are none, and "no" of no word that is one, in an eighth of the room.
 */

/** Bits for each word, and how many of them it sets: together they make the two in a hundred. */
const BITS_A_WORD = 8
const HASHES = 5

/** For the build: the filter of words in lower case. */
export function commonWordFilter(words: readonly string[]): Uint8Array {
  const filter = new Uint8Array(words.length)
  for (const word of words) {
    hash(word, filter.length * BITS_A_WORD)
    for (const at of hashes) filter[at >> 3]! |= 1 << (at & 7)
  }
  return filter
}

const filters = new Map<Language, Uint8Array>()

/** Whether a word, in lower case, is perhaps an ordinary one of the language; false where it is none for certain. */
export function isCommonWord(word: string, lang: Language): boolean {
  let filter = filters.get(lang)
  if (filter === undefined) {
    // the same path from src/ and from dist/; read when the first word is asked for, as many a short article asks for none
    filter = readFileSync(new URL(`../../dist/common-words-${lang}.bin`, import.meta.url))
    filters.set(lang, filter)
  }
  return holds(filter, word)
}

/** Whether a filter holds a word, perhaps. */
export function holds(filter: Uint8Array, word: string): boolean {
  hash(word, filter.length * BITS_A_WORD)
  for (const at of hashes) if (((filter[at >> 3] as number) & (1 << (at & 7))) === 0) return false
  return true
}

/** The bits of the word that was hashed last. */
const hashes = new Uint32Array(HASHES)

/** Two hashes make all of them (A. Kirsch and M. Mitzenmacher, "Less hashing, same performance", 2006). */
function hash(word: string, size: number): void {
  let a = 0x811c9dc5
  let b = 0x1b873593
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i)
    a = Math.imul(a ^ unit, 0x01000193)
    b = Math.imul(b ^ unit, 0x85ebca6b)
    b ^= b >>> 13
  }
  for (let k = 0; k < HASHES; k++) hashes[k] = ((a + Math.imul(k, b | 1)) >>> 0) % size
}
