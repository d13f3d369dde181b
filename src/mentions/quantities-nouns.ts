import type { LanguageLexicon, Token } from '../types.js'
import type { Numeral } from './numerals.js'
import { IS } from './quantities-forms.js'
import { bitsAt, isSpaced, type Reader, startsUpper, word } from './quantities-reader.js'
import { PARTITIVES } from './quantities-words.js'

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
  let joined = false
  let last = from + BETWEEN[lang]
  for (let at = from; at <= last; at++) {
    const token = tokens[at]
    if (token === undefined) break
    // "5 million monthly users": the rate between is a mention of its own
    if (lang === 'en' && token.lower === '') {
      named = true
      continue
    }
    const bits = bitsAt(reader, at)
    const adjective = (bits & IS.adjective) !== 0
    // "full-time and part-time workers"
    if (lang === 'en' && at > from && found === null && (token.lower === 'and' || token.lower === 'or')) {
      last += 2
      joined = true
      continue
    }
    if ((bits & (IS.adjective | IS.noun)) === 0) break
    if (at > from && !isSpaced(reader, at)) break
    const noun = nounAt(reader, at)
    if (noun !== null) {
      found = named ? { unit: noun.unit, end: numeral.end, next: numeral.next } : noun
      // "300 car dealers": the last noun is what is counted
      // "3,000 calls an hour and store 500 hours": a verb behind the conjunction
      if (joined && numeral.figure !== 1 && isSingular(word(reader, noun.next - 1))) return null
      const isLast = lang === 'fr' || numeral.figure === 1 || !isSingular(word(reader, noun.next - 1))
      if (isLast || MEASURES.has(noun.unit)) return found
      at = noun.next - 1
      last = Math.max(last, noun.next)
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

/** Units by which the noun behind them is measured and not counted: "a 300 megawatt plant". */
const MEASURES = new Set([
  ...'km m cm mm mile kg g tonne ounce W kW MW GW kWh MWh GWh TWh V hp litre hectolitre gallon pint bushel barrel carat acre hectare'.split(
    ' ',
  ),
  'square metre',
  'square foot',
])

/** A noun by its words after the first. */
interface Noun {
  rest: readonly string[]
  unit: string
}

/** The nouns of a lexicon by their first words, the longest first. */
type Nouns = ReadonlyMap<string, readonly Noun[]>

const indexes = new WeakMap<LanguageLexicon['units'], Nouns>()
/** The index asked for last: a text has one lexicon. */
let latest: { units: LanguageLexicon['units']; nouns: Nouns } | null = null

function nounsOf(units: LanguageLexicon['units']): Nouns {
  if (latest?.units === units) return latest.nouns
  let nouns = indexes.get(units)
  if (nouns === undefined) {
    nouns = indexNouns(units)
    indexes.set(units, nouns)
  }
  latest = { units, nouns }
  return nouns
}

function indexNouns(units: LanguageLexicon['units']): Nouns {
  const nouns = new Map<string, Noun[]>()
  for (const [key, { unit }] of units) {
    const [first = '', ...rest] = key.split(' ')
    const list = nouns.get(first)
    if (list === undefined) nouns.set(first, [{ rest, unit }])
    else list.push({ rest, unit })
  }
  for (const list of nouns.values()) list.sort((a, b) => b.rest.length - a.rest.length)
  return nouns
}

/** The longest noun of the lexicon that starts at token `i`. */
export function nounAt(reader: Reader, i: number): Counted | null {
  const nouns = nounsOf(reader.lexicon.units).get(word(reader, i))
  if (nouns === undefined) return null
  for (const { rest, unit } of nouns) {
    if (!follows(reader, i + 1, rest)) continue
    const next = i + 1 + rest.length
    return { unit, end: reader.tokens[next - 1]!.end, next }
  }
  return null
}

/** The words stand at token `i`, with spaces before them. */
function follows(reader: Reader, i: number, words: readonly string[]): boolean {
  for (let k = 0; k < words.length; k++) {
    if (word(reader, i + k) !== words[k]) return false
    if (!isSpaced(reader, i + k) && !isHyphened(reader, i + k)) return false
  }
  return true
}

/** "25-basis-point": nothing but a hyphen stands between token `i` and the one before it. */
const isHyphened = ({ text, tokens }: Reader, i: number): boolean =>
  text.slice(tokens[i - 1]?.end, tokens[i]?.start) === '-'
