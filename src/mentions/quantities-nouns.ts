import type { LanguageLexicon, Token } from '../types.js'
import type { Numeral } from './numerals.js'
import { NUMBER_WORDS } from './numerals-words.js'
import { isSpaced, type Reader, startsUpper, word } from './quantities-reader.js'
import { ADJECTIVES_FR, FUNCTION_WORDS, MORE_EN, PARTITIVES } from './quantities-words.js'

/** What a figure counts: a noun of the lexicon, with adjectives before it. */

export interface Counted {
  unit: string
  /** Offset and index of the token after the noun; after the figure where a name may stand between. */
  end: number
  next: number
}

/** Words that may stand between a figure and its noun. */
const BETWEEN = { fr: 2, en: 3 }

/**
 * The noun that a figure counts, from token `i` on: "nouveaux véhicules", "new jobs", "of the posts". Null where none is
 * known.
 * @param linked 1 where token `i` is the "de" or "of" after a noun of number ("millions de")
 */
export function countedAt(reader: Reader, i: number, linked: number, numeral: Numeral): Counted | null {
  const { text, tokens, lang, lexicon } = reader
  const { of, articles } = PARTITIVES[lang]
  const whose = !numeral.article && word(reader, i) === of && articles.has(word(reader, i + 1))
  const from = i + (whose ? 2 : linked)
  // "a 40-vehicle fleet", "seven-seat cars": the noun joined to the figure is counted, and no other
  if (text[(tokens[from]?.start ?? 0) - 1] === '-') return nounAt(reader, from)

  let found: Counted | null = null
  let named = false
  const last = from + BETWEEN[lang]
  for (let at = from; at <= last; at++) {
    const token = tokens[at]
    if (token === undefined) break
    // "5 million monthly users": the rate between is a mention of its own
    if (lang === 'en' && token.lower === '') {
      named = true
      continue
    }
    const adjective = (lang === 'fr' ? ADJECTIVES_FR : MORE_EN).has(token.lower)
    if (!adjective && !mayBeNoun(reader, at)) break
    if (at > from && !isSpaced(reader, at)) break
    const noun = nounAt(reader, at)
    if (noun !== null) {
      found = named ? { unit: noun.unit, end: numeral.end, next: numeral.next } : noun
      // "300 car dealers": the last noun is what is counted
      if (lang === 'fr' || numeral.figure === 1 || !isSingular(word(reader, noun.next - 1))) return found
      at = noun.next - 1
      continue
    }
    // "150 generic drugmakers": not the first noun, and the last is not known
    if (found !== null) return describes(lexicon, token) ? null : found
    if (adjective) continue
    if (lang === 'fr' || isVerb(lexicon, token)) break
    if (token.kind === 'mixed' || startsUpper(text, token)) named ||= !lexicon.demonyms.has(token.lower)
  }
  return found
}

/** Neither a function word nor a number. */
function mayBeNoun({ tokens, lang }: Reader, i: number): boolean {
  const token = tokens[i]
  if (token === undefined || (token.kind !== 'word' && token.kind !== 'mixed')) return false
  if (FUNCTION_WORDS[lang].has(token.lower)) return false
  const number = NUMBER_WORDS[lang].get(token.lower)
  return number === undefined || number.ordinal
}

/** The word is a verb and nothing else. */
function isVerb(lexicon: LanguageLexicon, { lower }: Token): boolean {
  const features = lexicon.words.get(lower)?.features
  return features?.every((f) => f !== 'noun' && f !== 'adjective' && f !== 'participle' && f !== 'gerund') ?? false
}

/** The word may be a noun that the noun before it describes. */
const describes = (lexicon: LanguageLexicon, { lower }: Token) =>
  !lexicon.words.has(lower) && !/(?:ly|ed|ing|wide)$/.test(lower)

/** An English noun that looks like a singular: it may stand before the noun that it describes. */
const isSingular = (lower: string) => !/(?:s|people|men|women|children|staff|aircraft)$/.test(lower)

/** How many words the longest noun has that begins with each word; one index for each lexicon. */
const indexes = new WeakMap<LanguageLexicon['units'], ReadonlyMap<string, number>>()

function longestNouns(units: LanguageLexicon['units']): ReadonlyMap<string, number> {
  const known = indexes.get(units)
  if (known !== undefined) return known
  const longest = new Map<string, number>()
  for (const key of units.keys()) {
    const words = key.split(' ')
    const first = words[0] ?? ''
    longest.set(first, Math.max(longest.get(first) ?? 0, words.length))
  }
  indexes.set(units, longest)
  return longest
}

/** The longest noun of the lexicon that starts at token `i`. */
function nounAt(reader: Reader, i: number): Counted | null {
  const { tokens, lexicon } = reader
  const longest = longestNouns(lexicon.units).get(word(reader, i)) ?? 0
  let key = ''
  let best: Counted | null = null
  for (let n = 0; n < longest; n++) {
    const token = tokens[i + n]
    if (token === undefined || (n > 0 && !isSpaced(reader, i + n))) break
    key = n === 0 ? token.lower : `${key} ${token.lower}`
    const entry = lexicon.units.get(key)
    if (entry !== undefined) best = { unit: entry.unit, end: token.end, next: i + n + 1 }
  }
  return best
}
