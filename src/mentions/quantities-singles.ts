import type { Token } from '../types.js'
import { type CurrencyMatch, currencyAfter, currencyBefore } from './currencies.js'
import { type Numeral, numeralOf, readNumeralAt } from './numerals.js'
import { tidy } from './numerals-grammar.js'
import { NUMBER_WORDS } from './numerals-words.js'
import { IS, STARTS_FIGURE } from './quantities-forms.js'
import { countedAt, nounAt } from './quantities-nouns.js'
import { bitsAt, type Passed, type Reader, type Single, singleOf, word } from './quantities-reader.js'
import { PER, PERCENT_WORDS, TIME_UNITS } from './quantities-words.js'
import { measureAt } from './units.js'

/** One figure with what it measures: money, a percentage, an amount, an ordinal or a bare number. */

/**
 * The figure at token `i` with its unit; digits that are no quantity; or null where no figure starts.
 * @param bounded a bound stands before it, so that "un" and "one" count
 */
export function singleAt(reader: Reader, i: number, bounded: boolean): Single | Passed | null {
  const { text, tokens, lang } = reader
  const token = tokens[i]
  if (token === undefined) return null
  // "US$5", "EUR 5", "-$5": a sign or a short word
  const bits = bitsAt(reader, i)
  if ((bits & STARTS_FIGURE) === 0) return null
  if ((bits & (IS.prefix | IS.mark)) !== 0 && token.end - token.start <= LONGEST_PREFIX) {
    const money = moneyAt(reader, i, token)
    if (money !== null) return money
  }
  const reading = readNumeralAt(text, tokens, i, lang)
  if (reading === null) return lang === 'en' ? articleMoney(reader, i, bounded) : null
  if (reading.kind === 'code') return { passed: reading.next }
  return spreadShare(reader, reading.numeral) ?? withUnit(reader, reading.numeral, bounded)
}

const LONGEST_PREFIX = 4

const SIGNS = new Map<string, '+' | '-'>([
  ['-', '-'],
  ['−', '-'],
  ['–', '-'],
  ['+', '+'],
])

/** A sum with its currency before the figure: "$1.5bn", "EUR 20", "-$3m", "USD 22.5 million". */
function moneyAt(reader: Reader, i: number, token: Token): Single | null {
  const { text, tokens, lang } = reader
  const after = tokens[i + 1]
  const sign = after?.kind === 'symbol' && after.start === token.end ? SIGNS.get(token.lower) : undefined
  if (sign !== undefined && /[\p{L}\p{N})%]/u.test(text[token.start - 1] ?? ' ')) return null
  const currency = currencyBefore(text, tokens, sign === undefined ? i : i + 1, lang)
  if (currency === null) return null
  const first = tokens[currency.next]
  if (first === undefined || first.start - currency.end > 1) return null
  if (first.kind === 'word' && token.kind !== 'symbol') return null
  const reading = readNumeralAt(text, tokens, currency.next, lang)
  if (reading?.kind !== 'numeral' || reading.numeral.ordinal || reading.numeral.article) return null
  const { numeral } = reading
  // "MAD 3 million" is money, "COP 28" a conference
  if (currency.doubtful && numeral.scale === undefined && !numeral.grouped) return null
  const single = singleOf(numeral, 'money')
  if (sign === '-') single.figure = -Math.abs(numeral.figure)
  single.start = token.start
  single.unit = currency.unit
  single.sign = sign ?? numeral.sign
  single.before = true
  if (lang === 'en') addLetterScale(reader, single)
  return withCoins(reader, single)
}

/** "£5 m", "$3 b" */
function addLetterScale({ text, tokens }: Reader, single: Single): void {
  const token = tokens[single.next]
  if (single.numeral.scale !== undefined || token?.kind !== 'word' || token.end - token.start !== 1) return
  if (!/[mbMB]/.test(text[token.start] ?? '')) return
  single.figure = tidy(single.figure * (token.lower === 'm' ? 1e6 : 1e9))
  single.end = token.end
  single.next++
}

/** "a dollar", alone or bounded: elsewhere an article counts nothing. */
function articleMoney(reader: Reader, i: number, bounded: boolean): Single | null {
  const { text, tokens, lang } = reader
  const token = tokens[i]
  if (token === undefined || (token.lower !== 'a' && token.lower !== 'an') || tokens[i + 1]?.kind !== 'word')
    return null
  const currency = currencyAfter(text, tokens, i + 1, lang)
  if (currency === null || currency.doubtful) return null
  const numeral = numeralOf(token.start, token.end, i + 1, 1, true)
  numeral.article = true
  const single = measured(singleOf(numeral, 'money'), 'money', currency.unit, currency)
  single.coin = currency.coin === true
  const whole = withCoins(reader, single)
  return bounded || whole !== single || tokens.length === currency.next ? whole : null
}

/** The percentage, currency, unit of measure or counted noun after a figure; a bare number where none stands. */
function withUnit(reader: Reader, numeral: Numeral, bounded: boolean): Single | Passed {
  const { text, tokens, lang } = reader
  const { next } = numeral
  const single = singleOf(numeral, numeral.ordinal ? 'ordinal' : 'number')
  const token = tokens[next]
  if (numeral.ordinal || token === undefined) return single
  const suffix = (bitsAt(reader, next) & IS.suffix) !== 0
  const percent = suffix ? percentAfter(reader, next) : null
  if (percent !== null) return measured(single, 'percent', 'percent', percent)
  // an empty token is a date or rate: "5 million monthly users"
  if (token.kind === 'punct' && token.lower !== "'" && token.lower !== '') return single

  // "millions d'euros", "une centaine de magasins", "a couple of plants"
  const linked = numeral.noun || numeral.scale !== undefined
  const isOf = lang === 'fr' ? token.lower === 'de' || token.lower === "d'" : token.lower === 'of'
  const of = linked && isOf ? 1 : 0
  if (numeral.fraction || numeral.decimal) {
    const share = shareOfPercent(reader, next)
    if (share !== null) return measured(single, share.unit === 'percent' ? 'percent' : 'amount', share.unit, share)
  }
  if (numeral.fraction) return single
  const money = suffix || of === 1 ? currencyAfter(text, tokens, next + of, lang) : null
  if (money !== null && fits(money, numeral)) {
    if (isWeight(reader, money, numeral)) return measured(single, 'amount', 'lb', money)
    return withCoins(reader, withCurrency(reader, single, money))
  }
  if ((suffix || of === 1) && (bounded || !numeral.article)) {
    const unit = measureAt(text, tokens, next + of, lang)
    // "12 million litres" are counted as goods are, "a boot of 400 litres" is a size
    if (unit !== null && !(unit.unit === 'l' && numeral.figure >= LEAST_BULK))
      return measured(single, 'amount', unit.unit, unit)
  }
  if (isAge(reader, next)) {
    const unit = token.lower.replace(/s$/, '')
    return measured(single, 'amount', unit, { end: tokens[next + 1]?.end ?? token.end, next: next + 2 })
  }
  const time = timeEnd(reader, next)
  if (time > next) return { passed: time }
  const counted = countedAt(reader, next, of, numeral)
  return counted === null ? single : measured(single, 'amount', counted.unit, counted)
}

/** Litres from which on they are sold or made rather than the size of something. */
const LEAST_BULK = 5000

function measured(
  single: Single,
  type: Single['type'],
  unit: string,
  { end, next }: { end: number; next: number },
): Single {
  single.type = type
  single.unit = unit
  single.end = end
  single.next = next
  return single
}

/** An everyday word ("livres", "won") is money beside a large figure only. */
function fits(money: CurrencyMatch, { scale, figure }: Numeral): boolean {
  return !money.doubtful || (scale !== undefined && scale >= 1000) || (money.unit === 'KRW' && figure >= 100)
}

/** "six pounds of flour": a weight, unless the figure is of the size of sums. */
function isWeight(reader: Reader, money: CurrencyMatch, { scale, figure }: Numeral): boolean {
  if (money.said !== 'pound' || reader.lang !== 'en') return false
  return word(reader, money.next) === 'of' && scale === undefined && figure < 10_000
}

/** The currency after a figure, with a scale in it ("30 MUSD") or after it ("75 USD million"). */
function withCurrency(reader: Reader, single: Single, money: CurrencyMatch): Single {
  measured(single, 'money', money.unit, money)
  if (money.coin) single.coin = true
  if (money.scale !== undefined) single.figure = tidy(single.figure * money.scale)
  const after = reader.tokens[money.next]
  if (after?.kind !== 'word' || single.numeral.scale !== undefined) return single
  const scale = NUMBER_WORDS[reader.lang].get(after.lower)
  if (scale?.role !== 'scale' || scale.ordinal) return single
  single.figure = tidy(single.figure * scale.value)
  single.end = after.end
  single.next++
  return single
}

/** "3 dollars 50 cents", "one pound and 20 pence", "20 euros 50": coins belong to the sum before them. */
function withCoins(reader: Reader, single: Single): Single {
  const { text, tokens, lang } = reader
  if (single.coin || single.numeral.scale !== undefined || !Number.isInteger(single.figure)) return single
  const and = word(reader, single.next)
  const at = and === 'and' || and === 'et' ? single.next + 1 : single.next
  const token = tokens[at]
  if (token === undefined || (token.kind !== 'digits' && token.kind !== 'word')) return single
  const reading = readNumeralAt(text, tokens, at, lang)
  if (reading?.kind !== 'numeral') return single
  const { numeral } = reading
  if (numeral.figure >= 100 || numeral.figure < 0 || !Number.isInteger(numeral.figure)) return single
  if (numeral.ordinal || numeral.sign || numeral.grouped || numeral.fraction || numeral.about) return single
  const coin = currencyAfter(text, tokens, numeral.next, lang)
  const figure = tidy(single.figure + numeral.figure / 100)
  if (coin?.coin) return { ...single, figure, end: coin.end, next: coin.next }
  // a bare number counts coins only where nothing follows that it could count
  const after = tokens[numeral.next]
  const ends = after === undefined || after.kind === 'punct' || /^(?:and|et|more)$/.test(after.lower)
  if (coin !== null || !ends || numeral.article) return single
  return { ...single, figure, end: numeral.end, next: numeral.next }
}

// Percentages and shares

/** What joins a part to the one thing that it is a part of. */
const PART_JOINTS = new Set(['of', 'a', 'de', "d'", 'un'])

/** "half a percent", "0.8 of a percentage point", "un quart de point": the percent or point after a part of one. */
function shareOfPercent(reader: Reader, i: number): { unit: string; end: number; next: number } | null {
  let at = i
  while (at < i + 2 && PART_JOINTS.has(word(reader, at))) at++
  if (at === i && reader.lang === 'en' && !/^(?:percentage|point)/.test(word(reader, i))) return null
  const percent = percentAfter(reader, at)
  if (percent !== null) return at === i ? null : { unit: 'percent', ...percent }
  const point = nounAt(reader, at)
  return point?.unit === 'percentage point' ? point : null
}

/** "%", "pour cent", "per cent" at token `i`, but not "percentage points". */
function percentAfter(reader: Reader, i: number): { end: number; next: number } | null {
  const { tokens, lang } = reader
  const token = tokens[i]
  if (token === undefined) return null
  if (token.lower === '%') return { end: token.end, next: i + 1 }
  if (token.kind !== 'word') return null
  if (PERCENT_WORDS[lang].has(token.lower)) {
    return /^points?$/.test(word(reader, i + 1)) ? null : { end: token.end, next: i + 1 }
  }
  const cent = tokens[i + 1]
  return token.lower === PER[lang] && cent?.lower === 'cent' ? { end: cent.end, next: i + 2 } : null
}

/** "un pourcentage de vingt": the word at token `i` with the figure after it; without one it is passed over. */
export function percentBefore(reader: Reader, i: number): Single | Passed | null {
  const { text, tokens, lang } = reader
  const token = tokens[i]
  const percent = percentAfter(reader, i)
  if (percent === null || token?.kind !== 'word') return null
  const of = word(reader, percent.next)
  if (lang === 'fr' ? of !== 'de' && of !== 'des' : of !== 'of') return { passed: percent.next }
  const reading = readNumeralAt(text, tokens, percent.next + 1, lang)
  const numeral = reading?.kind === 'numeral' ? reading.numeral : null
  const after = numeral === null ? undefined : tokens[numeral.next]
  const ends = after === undefined || after.kind === 'punct'
  if (numeral === null || numeral.ordinal || numeral.article || !ends) return { passed: percent.next }
  const single = singleOf(numeral, 'percent')
  single.start = token.start
  single.unit = 'percent'
  // the sign is the numeral's own
  single.sign = undefined
  return single
}

/** The wholes that shares are told of. */
const ROUND = new Set([2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 100])

/** "un iPhone sur cinq", "nine cars out of ten": a share whose noun stands inside it. */
function spreadShare(reader: Reader, numeral: Numeral): Single | null {
  const { text, tokens, lang } = reader
  if (numeral.figure < 1 || numeral.figure > 20 || !Number.isInteger(numeral.figure)) return null
  if (numeral.ordinal || numeral.sign || numeral.scale || numeral.about) return null
  let at = numeral.next
  while (at < numeral.next + 3 && tokens[at]?.kind === 'word' && (bitsAt(reader, at) & IS.function) === 0) at++
  if (at === numeral.next) return null
  const joint = word(reader, at)
  if (lang === 'fr' ? joint !== 'sur' : joint !== 'in' && !(joint === 'out' && word(reader, at + 1) === 'of'))
    return null
  const from = joint === 'out' ? at + 2 : at + 1
  const kind = tokens[from]?.kind
  const reading = kind === 'word' || kind === 'digits' ? readNumeralAt(text, tokens, from, lang) : null
  if (reading?.kind !== 'numeral') return null
  const whole = reading.numeral
  if (!ROUND.has(whole.figure) || whole.figure <= numeral.figure || whole.ordinal || whole.fraction || whole.article)
    return null
  if (countsOn(reader, whole.next)) return null
  const figure = numeral.figure / whole.figure
  const { end, next } = whole
  return singleOf({ ...numeral, article: false, figure, fraction: true, end, next }, 'number')
}

/** The number before token `i` counts what stands there, a plural: "une usine sur deux sites" is no share. */
function countsOn(reader: Reader, i: number): boolean {
  const { tokens, lang } = reader
  const token = tokens[i]
  if (token === undefined) return false
  // an empty token is a date
  if (token.kind !== 'word') return token.kind !== 'punct' || token.lower === ''
  if (TIME_UNITS.has(token.lower)) return true
  if ((bitsAt(reader, i) & IS.function) !== 0) return false
  return lang === 'fr'
    ? /[sx]$/.test(token.lower) && !/[éiu]e?s$/.test(token.lower)
    : /(?:s|people|men|women)$/.test(token.lower)
}

// Times

const AGE_UNITS = new Set(['year', 'years', 'month', 'months', 'week', 'weeks', 'day', 'days'])

/** "thirty years old" */
const isAge = (reader: Reader, i: number) =>
  reader.lang === 'en' && word(reader, i + 1) === 'old' && AGE_UNITS.has(word(reader, i))

/** Index of the token after a unit of time that no date took, with its minutes, at token `i`; `i` where none stands. */
function timeEnd(reader: Reader, i: number): number {
  const unit = word(reader, i)
  // "6 p.m."
  if ((unit === 'a' || unit === 'p') && word(reader, i + 1) === '.' && word(reader, i + 2) === 'm') return i + 3
  if (!TIME_UNITS.has(unit)) return i
  return unit === 'h' && reader.tokens[i + 1]?.kind === 'digits' ? i + 2 : i + 1
}
