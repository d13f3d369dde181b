import { tokenOf } from '../forms.js'
import type { Language, LanguageLexicon, Token } from '../types.js'
import { isCurrencyName, isSolidUnit, solidCode } from './currencies.js'
import { GLUED_SCALES, NUMBER_WORDS, ORDINAL_ENDINGS } from './numerals-words.js'
import { IS, quantityBits } from './quantities-forms.js'
import { isSolidMeasure } from './units.js'

/**
 * Cuts tokens in which a figure and its unit are written solid ("25ml", "USD115", "60-kWh", "one-yen", "3km-5km"), so that
 * figures are read the same whether or not a space stands before the unit. Names ("SU7", "5G", "500e") stay whole.
 */

const isDigit = (c: number) => c >= 48 && c <= 57

function digitsEnd(text: string, at: number, limit: number): number {
  let end = at
  while (end < limit && isDigit(text.charCodeAt(end))) end++
  return end
}

/** English words after "5m" that make it metres. */
const METRES = new Set(['long', 'wide', 'tall', 'high', 'deep', 'away'])
/** Signs after "5m" that make it millions in French. */
const MONEY_SIGNS = new Set(['€', '$', '£'])
/** What is measured in lines of a picture is a name: "1080p". */
const VIDEO = new Set(['240', '360', '480', '576', '720', '1080', '1440', '2160'])
/** Longer tokens hold no figure with its unit. */
const LONGEST = 32

/** "4K" is the quality of a picture; "3M" before a word or comma is the company, but "3M de clients" are millions. */
function isNameWithScale(text: string, { start, end }: Token, after: Token | undefined): boolean {
  if (/[$€£]/.test(text[start - 1] ?? '') || isDigit(text.charCodeAt(start - 2))) return false
  const solid = text.slice(start, end)
  if (solid === '2K' || solid === '4K' || solid === '8K') return true
  if (solid !== '3M') return false
  return after?.lower === ',' || (after?.kind === 'word' && !/^(?:de|d'|of)$/.test(after.lower))
}

/**
 * The tokens with figures and units apart, or the same array where there is nothing to cut. Offsets stay those of the text.
 */
export function splitSolid(
  text: string,
  tokens: readonly Token[],
  lang: Language,
  units: LanguageLexicon['units'],
): readonly Token[] {
  let out: Token[] | null = null
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token
    let parts: Token[] | null = null
    if ((quantityBits(token, lang) & IS.solid) !== 0) {
      if (token.kind === 'mixed') parts = splitMixed(text, token, tokens[i + 1], lang, units)
      else if (token.kind === 'word') parts = splitWords(token, lang, units)
    }
    if (parts === null) {
      out?.push(token)
      continue
    }
    out ??= tokens.slice(0, i)
    out.push(...parts)
  }
  return out ?? tokens
}

const cut = (text: string, start: number, end: number, kind: Token['kind']): Token =>
  tokenOf(start, end, kind, text.slice(start, end))

function splitMixed(
  text: string,
  token: Token,
  after: Token | undefined,
  lang: Language,
  units: LanguageLexicon['units'],
): Token[] | null {
  const { start, end } = token
  if (end - start > LONGEST) return null
  const at = digitsEnd(text, start, end)
  if (at === start) return splitCode(text, token)
  const head = cut(text, start, at, 'digits')
  const tail = text.slice(at, end)
  if (tail[0] === '-') {
    const words = hyphenated(text, at, end, lang, units)
    return words === null ? null : [head, ...words]
  }
  if (lang === 'fr' && tail === 'm' && MONEY_SIGNS.has(after?.lower ?? '')) {
    return [head, tokenOf(at, end, 'word', 'million')]
  }
  if (GLUED_SCALES[lang].has(tail)) {
    if (lang === 'en' && tail === 'm' && METRES.has(after?.lower ?? '')) return [head, cut(text, at, end, 'word')]
    // no thousands or millions: one token that no number starts at
    return isNameWithScale(text, token, after) ? [cut(text, start, end, 'word')] : null
  }
  let letters = at
  while (letters < end && !isDigit(text.charCodeAt(letters)) && text[letters] !== '-') letters++
  const scaled = GLUED_SCALES[lang].has(text.slice(at, letters))
  const word = scaled ? null : solidUnit(text, start, at, letters, lang)
  if (word === null && !scaled) return null
  const first = word === null ? [cut(text, start, letters, 'mixed')] : [head, word]
  if (letters === end) return first
  if (text[letters] !== '-') return null
  if (!isDigit(text.charCodeAt(letters + 1))) {
    // "1.2bn-a-year"
    const words = hyphenated(text, letters, end, lang, units)
    return words === null ? null : [...first, ...words]
  }
  // "3km-5km", "12m-15m"
  const rest = cut(text, letters + 1, end, digitsEnd(text, letters + 1, end) === end ? 'digits' : 'mixed')
  const second = rest.kind === 'mixed' ? splitMixed(text, rest, after, lang, units) : null
  return [...first, cut(text, letters, letters + 1, 'punct'), ...(second ?? [rest])]
}

/** "USD115", "RM42" */
function splitCode(text: string, { start, end }: Token): Token[] | null {
  const letters = solidCode(text.slice(start, end))
  if (letters === 0) return null
  const middle = start + letters
  const kind = digitsEnd(text, middle, end) === end ? 'digits' : 'mixed'
  return [cut(text, start, middle, 'word'), cut(text, middle, end, kind)]
}

/** The unit that digits from `start` to `at` are written solid with, or null for a name ("5G", "500e"). */
function solidUnit(text: string, start: number, at: number, end: number, lang: Language): Token | null {
  const unit = text.slice(at, end)
  if (ORDINAL_ENDINGS[lang].has(unit)) return null
  if (isSolidUnit(unit) || isSolidMeasure(unit, lang)) return cut(text, at, end, 'word')
  if (lang === 'fr' || (unit !== 'p' && unit !== 'c') || VIDEO.has(text.slice(start, at))) return null
  // read as the word, not as the letter: what is known of a letter that stands by itself is kept with its form
  return tokenOf(at, end, 'word', unit === 'p' ? 'pence' : 'cents')
}

/** The words after digits and a hyphen ("60-kWh", "4.9-billion-euro", "40-vehicle", "70-a-share"), or null for a name. */
function hyphenated(
  text: string,
  from: number,
  end: number,
  lang: Language,
  units: LanguageLexicon['units'],
): Token[] | null {
  const words: Token[] = []
  let at = from + 1
  for (const part of text.slice(at, end).split('-')) {
    words.push(cut(text, at, at + part.length, 'word'))
    at += part.length + 1
  }
  const first = words[0]
  if (first === undefined || words.length > MOST_PARTS) return null
  const { lower } = first
  const word = text.slice(first.start, first.end)
  if (AFTER_FIGURE.has(lower)) return [cut(text, from, from + 1, 'punct'), ...words]
  const role = NUMBER_WORDS[lang].get(lower)?.role
  const unit =
    units.has(lower) ||
    isSolidMeasure(word, lang) ||
    isSolidUnit(word) ||
    isCurrencyName(lower, lang) ||
    // "25-basis-point"
    (words.length > 1 && units.has(`${lower} ${words[1]!.lower}`))
  return unit || role === 'scale' || lower === 'a' || lower === 'strong' ? words : null
}

/** Words of a hyphenated compound. */
const MOST_PARTS = 5
/** "200-odd", "1,500-plus": bounds. */
const AFTER_FIGURE = new Set(['odd', 'plus'])

/** "one-yen", "ten-dollar", and after a figure "million-plus", "billion-dollar": a number in words with its unit. */
function splitWords(token: Token, lang: Language, units: LanguageLexicon['units']): Token[] | null {
  const { lower, start, end } = token
  const hyphen = lower.indexOf('-')
  if (hyphen <= 0 || end - start !== lower.length) return null
  const role = NUMBER_WORDS[lang].get(lower.slice(0, hyphen))?.role
  const last = lower.lastIndexOf('-')
  const noun = lower.slice(last + 1)
  // "half-point", "demi-point"
  if (role === 'part' && noun === 'point') return apart(token, last)
  if (role !== 'unit' && role !== 'teen' && role !== 'ten' && role !== 'hundred' && role !== 'scale') return null
  if (NUMBER_WORDS[lang].has(noun)) return null
  const bound = AFTER_FIGURE.has(noun)
  const unit = bound || isCurrencyName(noun, lang) || units.has(noun) || role === 'scale'
  if (!unit || (lang === 'fr' && !isCurrencyName(noun, lang))) return null
  const [count, counted] = apart(token, last)
  const joint = bound ? [tokenOf(start + last, start + last + 1, 'punct', '-')] : []
  return [count, ...joint, counted]
}

/** What stands before and behind the hyphen at `at` in a word. */
const apart = ({ start, end, lower }: Token, at: number): [Token, Token] => [
  tokenOf(start, start + at, 'word', lower.slice(0, at)),
  tokenOf(start + at + 1, end, 'word', lower.slice(at + 1)),
]
