import type { Language, Token } from '../types.js'
import { ACTIVE, CODES, fold, namesOf } from './currency-names.js'

/** Sums of money: which currency stands after or before a figure. */

/** A currency as read in the text. */
export interface CurrencyMatch {
  /** ISO 4217 code, or the singular English noun where the text leaves it open ("crown", "franc") and for "cent", "penny". */
  unit: string
  /** The plain word that an open currency goes by in the text's language ("dollar", "livre"); null where the text settles it. */
  said: string | null
  /** Index of the token after it. */
  next: number
  /** Offset after it. */
  end: number
  /** It is a coin, a hundredth of the main currency. */
  coin?: true
  /** "M" of "MUSD": multiplies the figure. */
  scale?: number
  /** An everyday word ("livres", "won", "marks") that is money beside a large figure only. */
  doubtful?: true
}

/** Codes that are also words or names ("COP 28", "PHP 8"): before a figure they are money beside a large one only. */
const WORDLIKE_CODES = new Set('ANG ARS BAM BOB COP CUP ETB GEL GIP LAK MAD MOP NAD PEN PHP SOS TRY'.split(' '))
/** Codes that are other words nearly always: never read before a figure. */
const WORD_CODES = new Set(['ALL', 'AMD', 'NIO', 'TOP'])
/** Codes that people also write in lower case. */
const LOWER_CODES = new Set(
  'usd eur gbp jpy chf cny aud nzd hkd sgd inr sek nok dkk pln czk krw brl mxn zar rub huf thb idr myr aed'.split(' '),
)

/** Signs of one currency, or of several with the usual one; the rarer ones are looked up in CLDR. */
const SIGNS: ReadonlyMap<string, { unit: string; said: Record<Language, string> | null }> = new Map([
  ['$', { unit: 'USD', said: { fr: 'dollar', en: 'dollar' } }],
  ['€', { unit: 'EUR', said: null }],
  ['£', { unit: 'GBP', said: { fr: 'livre', en: 'pound' } }],
  ['¥', { unit: 'JPY', said: { fr: 'yen', en: 'yen' } }],
  ['￥', { unit: 'JPY', said: { fr: 'yen', en: 'yen' } }],
  ['₿', { unit: 'bitcoin', said: null }],
])

/** What stands before or after "$" to tell whose it is; two letters of a country and a whole code work by rule. */
const DOLLARS: ReadonlyMap<string, string> = new Map([
  ['us', 'USD'],
  ['u.s', 'USD'],
  ['a', 'AUD'],
  ['au', 'AUD'],
  ['aus', 'AUD'],
  ['c', 'CAD'],
  ['can', 'CAD'],
  ['s', 'SGD'],
  ['r', 'BRL'],
  ['nt', 'TWD'],
  ['t', 'TWD'],
  ['mex', 'MXN'],
  ['mx', 'MXN'],
  ['mxn', 'MXN'],
])

/** Coins, by their written forms, with the name that values carry. */
const COINS: Readonly<Record<Language, ReadonlyMap<string, string>>> = {
  fr: coins('cent centime kopeck pesewa satoshi penny'),
  en: coins('cent kopek kopeck kopiyka paisa sen pesewa satoshi penny'),
}

function coins(names: string): ReadonlyMap<string, string> {
  const forms = names.split(' ').flatMap((name): [string, string][] => [
    [name, name],
    [`${name}s`, name],
  ])
  return new Map([...forms, ['pence', 'penny'], ['pennies', 'penny'], ['paise', 'paisa']])
}

let rareSigns: Map<string, string> | null = null

/** Signs that CLDR gives to one currency alone, such as ₡ or ₺. Built when the first is looked up. */
function rareSign(sign: string): string | undefined {
  if (rareSigns === null) {
    const owners = new Map<string, string[]>()
    for (const code of ACTIVE) {
      const format = new Intl.NumberFormat('en', { style: 'currency', currency: code, currencyDisplay: 'narrowSymbol' })
      const narrow = format.formatToParts(1).find((part) => part.type === 'currency')?.value ?? code
      owners.set(narrow, [...(owners.get(narrow) ?? []), code])
    }
    rareSigns = new Map([...owners].flatMap(([s, codes]) => (codes.length === 1 ? [[s, codes[0] ?? '']] : [])))
  }
  return rareSigns.get(sign)
}

/** Abbreviations that are no codes. */
const ABBREVIATED: ReadonlyMap<string, string> = new Map([
  ['Rs', 'INR'],
  ['RM', 'MYR'],
  ['Rp', 'IDR'],
  ['SKr', 'SEK'],
  ['NKr', 'NOK'],
  ['DKr', 'DKK'],
  // "euro 19.5 billion"
  ['euro', 'EUR'],
])

const isUpper = (text: string) => text === text.toUpperCase()
const CURRENCY_SIGN = /^\p{Sc}$/u

/** The currency sign at token `i`, or null. */
function signAt(text: string, tokens: readonly Token[], i: number, lang: Language): CurrencyMatch | null {
  const token = tokens[i]
  if (token === undefined || token.kind !== 'symbol') return null
  const known = SIGNS.get(token.lower)
  if (known !== undefined) return { unit: known.unit, said: known.said?.[lang] ?? null, next: i + 1, end: token.end }
  if (token.lower === '¢') return { unit: 'cent', said: 'cent', next: i + 1, end: token.end, coin: true }
  if (!CURRENCY_SIGN.test(text.slice(token.start, token.end))) return null
  const unit = rareSign(token.lower)
  return unit === undefined ? null : { unit, said: null, next: i + 1, end: token.end }
}

/** Whose dollar: "HK", "nzd", "US" beside the sign. */
function dollarOf(lower: string): string | undefined {
  const known = DOLLARS.get(lower)
  if (known !== undefined) return known
  const upper = lower.toUpperCase()
  if (lower.length === 2 && ACTIVE.includes(`${upper}D`)) return `${upper}D`
  return lower.length === 3 && upper.endsWith('D') && ACTIVE.includes(upper) ? upper : undefined
}

/** The code in capitals (or a usual one in lower case) at token `i`. */
function codeAt(text: string, token: Token): string | null {
  if (token.kind !== 'word' || token.end - token.start !== 3) return null
  const word = text.slice(token.start, token.end)
  if (CODES.has(word)) return word
  return LOWER_CODES.has(word) ? word.toUpperCase() : null
}

/** The word may be a currency before its figure, as `currencyBefore` reads it. */
export const isCurrencyPrefix = (text: string, lower: string): boolean =>
  ABBREVIATED.has(text) || (text.length <= 3 && (CODES.has(text) || text === 'RMB' || dollarOf(lower) !== undefined))

export const isCurrencySign = (text: string): boolean => text === '¢' || CURRENCY_SIGN.test(text)

/** The word may begin a currency after its figure, as `currencyAfter` reads it. */
export function mayBeCurrency(text: string, lower: string, lang: Language): boolean {
  if (COINS[lang].has(lower) || namesOf(lang).has(lower)) return true
  if (text.length > 4) return false
  if (isSolidUnit(text) || ABBREVIATED.has(text) || LOWER_CODES.has(text) || text === 'US') return true
  if (lang === 'fr') return SHORT_EUROS.has(text)
  return text === 'c' || text === 'l' || text[0] === 'L'
}

/** A currency that stands before its figure at token `i`: "$", "US$", "HK $", "EUR", "Rs.". The figure starts at `next`. */
export function currencyBefore(
  text: string,
  tokens: readonly Token[],
  i: number,
  lang: Language,
): CurrencyMatch | null {
  const token = tokens[i]
  if (token === undefined) return null
  if (token.kind === 'symbol') return signAt(text, tokens, i, lang)
  if (token.kind !== 'word') return null
  const after = tokens[i + 1]
  const gap = after === undefined ? -1 : after.start - token.end
  if (after?.lower === '$' && gap <= 1) {
    const unit = dollarOf(token.lower)
    // "a $5 contract", "' s $ 5"
    const alone = token.end - token.start === 1 && (gap > 0 || !isUpper(text.slice(token.start, token.end)))
    if (unit !== undefined && !(alone && token.lower !== 'c')) return { unit, said: null, next: i + 2, end: after.end }
    return null
  }
  const word = text.slice(token.start, token.end)
  const abbreviated = ABBREVIATED.get(word)
  if (abbreviated !== undefined) {
    // "Rs. 20"
    const dot = after?.lower === '.' && gap === 0
    const found = { unit: abbreviated, said: null, next: i + (dot ? 2 : 1), end: dot ? after.end : token.end }
    // "euro 19 billion", but "20 euro 30"
    return word === 'euro' ? { ...found, doubtful: true } : found
  }
  const code = word === 'RMB' ? 'CNY' : CODES.has(word) ? word : null
  if (code === null || WORD_CODES.has(code)) return null
  // "EUR €20"
  const sign = gap <= 1 ? signAt(text, tokens, i + 1, lang) : null
  const match: CurrencyMatch = { unit: code, said: null, next: sign?.next ?? i + 1, end: sign?.end ?? token.end }
  if (WORDLIKE_CODES.has(code) && sign === null) match.doubtful = true
  return match
}

/** Letters that scale a currency when written solid with it: "MUSD", "kEUR". */
const SOLID_SCALES = new Map([
  ['k', 1e3],
  ['K', 1e3],
  ['M', 1e6],
])

/** Letters for thousands, millions and billions of euros, as the French financial press writes them: "112,2 ME". */
const SHORT_EUROS = new Map([
  ['KE', 1e3],
  ['kE', 1e3],
  ['ME', 1e6],
  ['MdE', 1e9],
  ['MdsE', 1e9],
])

/** A currency that stands after its figure at token `i`: sign, code or name, "$ US" and "livres sterling" included. */
export function currencyAfter(text: string, tokens: readonly Token[], i: number, lang: Language): CurrencyMatch | null {
  const token = tokens[i]
  if (token === undefined) return null
  if (token.kind === 'symbol') return signAfter(text, tokens, i, lang)
  if (token.kind !== 'word') return null
  const length = token.end - token.start
  const short = length <= 4 ? shortAfter(text, tokens, i, lang) : null
  if (short !== null) return short
  const coin = COINS[lang].get(token.lower)
  if (coin !== undefined) {
    const said = token.lower === 'pence' ? 'pence' : coin
    return { unit: coin, said, next: i + 1, end: token.end, coin: true }
  }
  return nameAt(tokens, i, lang)
}

/** A sign, with whose it is: "48 $ US", "1,34 $ CA", "150 $ usd". English "us" is a pronoun. */
function signAfter(text: string, tokens: readonly Token[], i: number, lang: Language): CurrencyMatch | null {
  const sign = signAt(text, tokens, i, lang)
  const after = sign === null ? undefined : tokens[sign.next]
  if (sign === null || after?.kind !== 'word' || after.start - sign.end > 1) return sign
  const further = { next: sign.next + 1, end: after.end }
  if (sign.unit === 'EUR' && after.start === sign.end && after.lower === 'ur') return { ...sign, ...further }
  if (tokens[i]?.lower !== '$' || (after.lower.length === 1 && after.lower !== 'c')) return sign
  // "10 $ us", but "90 M$ au Chili"
  const small = lang === 'fr' && after.lower !== 'au'
  const unit = small || isUpper(text.slice(after.start, after.end)) ? dollarOf(after.lower) : undefined
  return unit === undefined ? sign : { unit, said: null, ...further }
}

/** A code or abbreviation of at most four letters: "EUR", "usd", "MUSD", "Rs", "US$", "LE", "10 c". */
function shortAfter(text: string, tokens: readonly Token[], i: number, lang: Language): CurrencyMatch | null {
  const token = tokens[i] as Token
  const word = text.slice(token.start, token.end)
  const match = { said: null, next: i + 1, end: token.end }
  const code = codeAt(text, token)
  // in "3 USD50 cards" the code is the second figure's
  if (code !== null && !WORD_CODES.has(code) && !/^\d/.test(text[token.end] ?? '')) return { unit: code, ...match }
  const scale = word.length === 4 ? SOLID_SCALES.get(word[0] ?? '') : undefined
  if (scale !== undefined && CODES.has(word.slice(1))) return { unit: word.slice(1), ...match, scale }
  const euros = lang === 'fr' ? SHORT_EUROS.get(word) : undefined
  if (euros !== undefined) return { unit: 'EUR', ...match, scale: euros }
  const abbreviated = ABBREVIATED.get(word)
  if (abbreviated !== undefined) return { unit: abbreviated, ...match }
  const after = tokens[i + 1]
  if (word === 'US' && after?.lower === '$') return { unit: 'USD', said: null, next: i + 2, end: after.end }
  if (lang === 'fr') return null
  if (word === 'c' && after?.kind !== 'word') return { unit: 'cent', ...match, said: 'cent', coin: true }
  return word[0] === 'L' || word === 'l' ? egyptianPound(text, tokens, i) : null
}

/** "LE", "L.E.": the Egyptian pound in the English of its country. "LE" in French is an article. */
function egyptianPound(text: string, tokens: readonly Token[], i: number): CurrencyMatch | null {
  const token = tokens[i] as Token
  const written = /^(?:LE(?![\p{L}\p{N}])|L\.E\.?|l\.e\.)/u.exec(text.slice(token.start, token.start + 5))
  if (written === null) return null
  const end = token.start + written[0].length
  let next = i + 1
  while ((tokens[next]?.start ?? Infinity) < end) next++
  return { unit: 'EGP', said: null, next, end }
}

function nameAt(tokens: readonly Token[], i: number, lang: Language): CurrencyMatch | null {
  for (const name of namesOf(lang).get(tokens[i]?.lower ?? '') ?? []) {
    const last = tokens[i + name.rest.length]
    if (last === undefined || !name.rest.every((word, n) => word === fold(tokens[i + 1 + n]?.lower ?? ''))) continue
    const match: CurrencyMatch = { unit: name.unit, said: name.said, next: i + 1 + name.rest.length, end: last.end }
    if (name.doubtful) match.doubtful = true
    return match
  }
  return null
}

/**
 * The plain word for a sum's currency where its text leaves the currency open: "dollar" for "$5", "livre" for "5 millions
 * de livres"; null where a code, a nationality or a sign of one currency settles it. `tokens` are those of the sum alone.
 */
export function currencyAsSaid(text: string, tokens: readonly Token[], lang: Language): string | null {
  for (let i = 0; i < tokens.length; i++) {
    const before = i === 0 ? currencyBefore(text, tokens, i, lang) : null
    const currency = before ?? currencyAfter(text, tokens, i, lang) ?? currencyBefore(text, tokens, i, lang)
    if (currency !== null && (!currency.coin || tokens.length === currency.next)) return currency.said
  }
  return null
}

/** Letters and digits written solid are a currency and a figure: "USD115", "RM42", "Rs500", "SKr30". The number of letters, or 0. */
export function solidCode(word: string): number {
  if ((word.startsWith('RM') || word.startsWith('Rs')) && /^\d/.test(word.slice(2))) return 2
  if (/^[SND]Kr\d/.test(word)) return 3
  const code = word.slice(0, 3)
  return CODES.has(code) && !WORDLIKE_CODES.has(code) && !WORD_CODES.has(code) && /^\d/.test(word.slice(3)) ? 3 : 0
}

/** The word can only be a currency after a figure: a code, or code with scale. For digits and letters written solid. */
export function isSolidUnit(letters: string): boolean {
  return (
    CODES.has(letters) ||
    letters === 'RM' ||
    letters === 'Rs' ||
    (SOLID_SCALES.has(letters[0] ?? '') && CODES.has(letters.slice(1)))
  )
}

/** The word is the name of a currency by itself, as in "one-yen". */
export function isCurrencyName(lower: string, lang: Language): boolean {
  const names = namesOf(lang).get(lower)
  return names?.some((name) => name.rest.length === 0 && !name.doubtful) ?? false
}
