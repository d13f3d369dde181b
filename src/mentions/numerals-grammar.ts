import type { Language } from '../types.js'
import { type Items, itemAt, MOST_ITEMS } from './numerals-items.js'
import type { NumberWord } from './numerals-words.js'

/** How items make a number: "deux cent mille", "one hundred and sixty-one", "two and a half million", "trois quarts". */

/** A read part of a number. `k` is the index of the item after it. */
export interface Part {
  value: number
  k: number
  /** It ends in an ordinal; `plural` ("fifths") in a denominator. */
  ordinal: boolean
  plural: boolean
  /** The last scale that multiplied it. */
  scale: number | undefined
}

const cardinal = (k: number, value: number, scale?: number): Part => ({
  value,
  k,
  ordinal: false,
  plural: false,
  scale,
})

export const roleAt = (items: Items, k: number) => itemAt(items, k)?.word.role

/** A part that ends before item `k` ends between two tokens, not inside a hyphenated word. */
export const endsToken = (items: Items, k: number) => itemAt(items, k - 1)?.last === true

const isOrdinal = (word: NumberWord | undefined) => word?.ordinal === true

/** The word may stand here: ordinals only where they are looked for. */
const allowed = (word: NumberWord | undefined, ordinal: boolean) => ordinal || !isOrdinal(word)

/** A part that ends in the word. */
const part = (k: number, value: number, { ordinal, plural }: NumberWord, scale?: number): Part => ({
  value,
  k,
  ordinal,
  plural: ordinal && plural,
  scale,
})

/** 0 to 99 in words. */
function belowHundred(items: Items, k: number, ordinal: boolean): Part | null {
  const french = items.lang === 'fr'
  const word = itemAt(items, k)?.word
  if (word === undefined || word.value < 0 || !allowed(word, ordinal)) return null
  if (word.role === 'ten') {
    return isOrdinal(word) ? part(k + 1, word.value, word) : afterTens(items, word.value, k + 1, ordinal)
  }
  if (word.role !== 'unit' && word.role !== 'teen') return null
  const after = french && !isOrdinal(word) ? itemAt(items, k + 1)?.word : undefined
  if (after !== undefined && allowed(after, ordinal)) {
    if (word.role === 'unit' && word.value === 4 && after.role === 'ten' && after.value === 20) {
      // "quatre-vingts"
      return isOrdinal(after) ? part(k + 2, 80, after) : afterTens(items, 80, k + 2, ordinal)
    }
    if (word.role === 'teen' && word.value === 10 && after.role === 'unit' && after.value >= 7) {
      return part(k + 2, 10 + after.value, after)
    }
  }
  return part(k + 1, word.value, word)
}

/** What follows tens: "vingt et un", "soixante et onze", "quatre-vingt-dix-neuf", "twenty-five". */
function afterTens(items: Items, tens: number, k: number, ordinal: boolean): Part {
  const french = items.lang === 'fr'
  const and = french && roleAt(items, k) === 'and' ? 1 : 0
  const word = itemAt(items, k + and)?.word
  if (word !== undefined && allowed(word, ordinal)) {
    if (word.role === 'unit' && word.value > 0 && (and === 0 || word.value === 1)) {
      return part(k + and + 1, tens + word.value, word)
    }
    if (french && word.role === 'teen' && (tens === 60 || tens === 80) && (and === 0 || word.value === 11)) {
      const teen = belowHundred(items, k + and, ordinal)
      if (teen !== null) return { ...teen, value: tens + teen.value }
    }
  }
  return cardinal(k, tens)
}

/** 0 to 999 in words, or "twenty-five hundred". */
function belowThousand(items: Items, k: number, ordinal: boolean, article: boolean): Part | null {
  const lead = itemAt(items, k)?.word
  if (lead?.role === 'hundred') {
    // "cent" stands alone, "hundred" after its article, "hundredths" after its numerator
    if (lead.counted || !(items.lang === 'fr' || article || lead.ordinal) || !allowed(lead, ordinal)) return null
    return afterHundreds(items, part(k + 1, 100, lead), ordinal)
  }
  const small = belowHundred(items, k, ordinal)
  if (small === null || small.ordinal || small.value < 1) return small
  const word = itemAt(items, small.k)?.word
  if (word?.role !== 'hundred' || !allowed(word, ordinal)) return small
  return afterHundreds(items, part(small.k + 1, small.value * 100, word), ordinal)
}

function afterHundreds(items: Items, hundreds: Part, ordinal: boolean): Part {
  if (hundreds.ordinal) return hundreds
  const and = items.lang === 'en' && roleAt(items, hundreds.k) === 'and' ? 1 : 0
  const figure = itemAt(items, hundreds.k + and)?.figure
  if (and === 1 && figure != null && roleAt(items, 0) === 'figure') {
    // "3 hundred and 21", not "3 hundred and 2 hundred"
    const fits = figure.value > 0 && figure.value < 100 && !figure.decimal
    if (!fits || roleAt(items, hundreds.k + 2) === 'hundred') return hundreds
    return cardinal(hundreds.k + 2, hundreds.value + figure.value)
  }
  const rest = belowHundred(items, hundreds.k + and, ordinal)
  if (rest === null || rest.value === 0 || roleAt(items, rest.k) === 'hundred') return hundreds
  return { ...rest, value: hundreds.value + rest.value }
}

/** Decimals in words or digits after "point" or "virgule": "zero three" is .03, "seventy-one" .71. */
function decimals(items: Items, k: number): Part | null {
  const figure = itemAt(items, k)?.figure
  if (figure != null) {
    return figure.digits > 0 && !figure.decimal && !figure.grouped ? cardinal(k + 1, Number(`0.${figure.value}`)) : null
  }
  let digits = ''
  let at = k
  while (digits.length <= 12) {
    const small = belowHundred(items, at, false)
    if (small === null) break
    digits += String(small.value)
    at = small.k
    if (small.value > 9) break
  }
  return digits === '' ? null : cardinal(at, Number(`0.${digits}`))
}

/** A coefficient and its scales: "deux cent mille", "1.5 billion", "a hundred million". */
function term(items: Items, k: number, ordinal: boolean, article: boolean, inFraction = false): Part | null {
  let result = coefficient(items, k, ordinal, article)
  if (result === null || result.ordinal) return result
  const role = roleAt(items, result.k)
  if (role === 'point' && endsToken(items, result.k)) {
    const after = decimals(items, result.k + 1)
    if (after !== null) result = cardinal(after.k, tidy(result.value + after.value))
  } else if (role === 'and' && !inFraction) {
    const share = fraction(items, result.k + 1)
    // "two and a half million"
    if (share !== null && roleAt(items, share.k) === 'scale') {
      result = cardinal(share.k, result.value + share.value)
    }
  }
  return times(items, result, ordinal)
}

function coefficient(items: Items, k: number, ordinal: boolean, article: boolean): Part | null {
  const lead = itemAt(items, k)?.word
  if (lead?.role === 'figure') {
    const word = itemAt(items, k + 1)?.word
    if (items.lang === 'en' && word?.role === 'hundred' && endsToken(items, k + 1) && allowed(word, ordinal)) {
      return afterHundreds(items, part(k + 2, lead.value * 100, word), ordinal)
    }
    return word?.role === 'vulgar' ? cardinal(k + 2, lead.value + word.value) : cardinal(k + 1, lead.value)
  }
  if (lead?.role === 'vulgar') return cardinal(k + 1, lead.value)
  if (lead?.role === 'scale' && allowed(lead, ordinal)) {
    const alone = article || lead.ordinal || (items.lang === 'fr' && lead.value === 1000)
    return alone ? part(k + 1, lead.value, lead, lead.value) : null
  }
  return belowThousand(items, k, ordinal, article)
}

/** The scales after a coefficient; "mille milliards" has two. */
function times(items: Items, first: Part, ordinal: boolean): Part {
  let result = first
  while (result.k < MOST_ITEMS && !result.ordinal) {
    const word = itemAt(items, result.k)?.word
    if (word?.role !== 'scale' || !allowed(word, ordinal)) return result
    if (result.scale !== undefined && word.value < result.scale) return result
    result = part(result.k + 1, result.value * word.value, word, word.value)
  }
  return result
}

/**
 * A whole number at item `k`: terms of falling scales. With `ordinal` one that ends in an ordinal, else null.
 * @param article "a" stands before it, so that "hundred" and "million" need no coefficient
 * @param inFraction it is part of a fraction, and holds none itself
 */
export function terms(items: Items, k: number, ordinal: boolean, article = false, inFraction = false): Part | null {
  let total = term(items, k, ordinal, article, inFraction)
  const inWords = roleAt(items, k) !== 'figure'
  while (total !== null && !total.ordinal && total.scale !== undefined) {
    const and = items.lang === 'en' && roleAt(items, total.k) === 'and' ? 1 : 0
    const lead = itemAt(items, total.k + and)?.word
    if (lead === undefined || lead.role === 'vulgar') break
    // "$3 million and two hundred jobs" are two numbers, "6 crore and two hundred" is one
    const indian = total.scale === 1e5 || total.scale === 1e7
    if (and === 1 && !indian && !inWords) break
    const added = term(items, total.k + and, ordinal, false, inFraction)
    if (added === null || added.value === 0 || added.value >= total.scale) break
    if (lead.role === 'figure' && added.k === total.k + and + 1) break
    // "contre 8 millions un an plus tôt": what follows figures in words is another number
    if (!inWords && lead.role !== 'figure' && added.value < 100) break
    // "six million and two thirds"
    if (and === 1 && denominates(itemAt(items, added.k)?.word)) break
    total = { ...added, value: total.value + added.value, scale: added.scale ?? total.scale }
    if (added.scale === undefined) break
  }
  return ordinal && total !== null && !total.ordinal ? null : total
}

/** The word makes a fraction of the number before it. */
const denominates = (word: NumberWord | undefined) => word?.role === 'part' || word?.plural === true

/** An ordinal follows item `k`, at once or after "et": only then may a number that ends before `k` be one. */
export function ordinalNear(items: Items, k: number): boolean {
  const word = itemAt(items, k)?.word
  return isOrdinal(word) || (word?.role === 'and' && isOrdinal(itemAt(items, k + 1)?.word))
}

/** A fraction below one at item `k`: "half", "a quarter", "two thirds", "trois quarts", "un vingt-cinquième". */
export function fraction(items: Items, k: number): Part | null {
  const french = items.lang === 'fr'
  const article = roleAt(items, k) === 'article'
  const at = article ? k + 1 : k
  const word = itemAt(items, at)?.word
  if (word?.role === 'part' && !word.plural) {
    const bare = word.value === 2 || (article && !french)
    return bare ? cardinal(at + 1, 1 / word.value) : null
  }
  if (article) {
    const below = terms(items, at, true, false, true)
    if (below !== null && !below.plural) {
      return below.value > 2 && sharesHere(items, below.k) ? cardinal(below.k, 1 / below.value) : null
    }
  }
  let over = terms(items, at, false, article, true)
  if (over !== null && !endsToken(items, over.k) && itemAt(items, at)?.token !== itemAt(items, over.k - 1)?.token) {
    // "one hundred thirty-fifths": the hyphen binds the denominator
    over = shortened(items, at, over)
  }
  if (over === null || !Number.isInteger(over.value) || over.value < 1) return null
  const below = itemAt(items, over.k)?.word
  if (below === undefined) return null
  if (below.role === 'part') {
    const fits = over.value < 100 && (over.value === 1 || (below.value > 2 && (french || below.plural)))
    return fits ? cardinal(over.k + 1, over.value / below.value) : null
  }
  const denominator = terms(items, over.k, true, false, true)
  if (denominator === null || (denominator.value <= 2 && !denominator.plural)) return null
  const share = cardinal(denominator.k, over.value / denominator.value)
  if (denominator.plural) return share
  if (over.value === 1) {
    // "une cinquième usine", "un troisième site" count on; "un cinquième des ventes" is a share
    if (!french) return share
    const masculine = word !== undefined && !word.feminine
    return masculine && denominator.value > 3 && sharesHere(items, denominator.k) ? share : null
  }
  // "deux centième" is 200th, "trois cinquième" can only be a share
  return french && terms(items, at, true, false, true) === null ? share : null
}

/** The number that ends before the token in which `over` ends, or null where that is its first token. */
export function shortened(items: Items, at: number, over: Part): Part | null {
  const token = itemAt(items, over.k - 1)?.token
  let from = over.k - 1
  while (from > at && itemAt(items, from - 1)?.token === token) from--
  const { cut } = items
  items.cut = from
  const shorter = terms(items, at, false)
  items.cut = cut
  return shorter
}

const AFTER_SHARE: Readonly<Record<Language, ReadonlySet<string>>> = {
  fr: new Set(
    "de du des d' en et ou par plus moins pour à au contre sur le la les l' son sa ses leur leurs".split(' '),
  ),
  en: new Set(
    `of more less as from to in by and or above below higher lower bigger smaller cheaper per on at over under between since
     compared against than after before during this last next year-on-year`.split(/\s+/),
  ),
}

/** "a third" or "un cinquième" before item `k` is a share, not the next of a row: no noun follows. */
function sharesHere(items: Items, k: number): boolean {
  const next = items.tokens[itemAt(items, k - 1)?.next ?? 0]
  return next === undefined || next.kind !== 'word' || AFTER_SHARE[items.lang].has(next.lower)
}

/** Rounds away what binary fractions add: 0.0012 × 1e9 is 1200000. */
export const tidy = (value: number) => (Number.isInteger(value) ? value : Number(value.toPrecision(15)))
