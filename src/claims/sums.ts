import type { Claim, Value } from '../types.js'
import type { SentenceContext } from './candidate.js'
import { isCurrency } from './counts.js'
import { is, TAG } from './kinds.js'
import { MONEY_MEASURES } from './measures.js'
import { isOpenMoney } from './open-money.js'
import type { Term } from './terms.js'

// Sums whose currency the figure does not tell in full: pennies and cents, and bare numbers that go on in what was named before.

/** Small money, and what a hundred of it make (ISO 4217): null for what the document counts in. */
const HUNDREDTHS: Record<string, string | null> = { penny: 'GBP', cent: null }

/** Settles the currency of a sum: "sells pens for 50p", "for 99 cents". False where it is told in small money that is no price. */
export function settleCurrency(value: Value, { kind }: Claim, { moneyOf, discourse }: SentenceContext): boolean {
  if (isOpenMoney(value.unit)) value.unit = moneyOf(value.unit)
  const whole = HUNDREDTHS[value.unit ?? '']
  if (whole === undefined) return true
  const currency = whole ?? discourse.currency
  if (kind !== 'price' || currency === null) return false
  value.unit = currency
  value.figure /= 100
  if (value.to !== undefined) value.to /= 100
  return true
}

/** A bare number can only be money: what a firm earns, puts in or asks for, or more than anybody sells in goods. */
export function isSum(
  { kind, measure = '' }: Claim,
  { figure }: Value,
  { terms, discourse }: SentenceContext,
  at: number,
): boolean {
  if (MONEY_MEASURES.has(measure) || kind === 'investment' || kind === 'price') return true
  // "a réalisé 9 milliards d'euros de ventes et espère en dépasser 12"
  if (measure === 'sales' && figure < 1000 && scaleBefore(terms, at) > 1) return true
  if (!/^(?:sales|orders|exports)$/.test(measure) || figure < 1e8 || discourse.currency === null) return false
  // "a écoulé 150 millions de Switch": counted goods
  if (/^(?:de|d'|of)$/.test(terms[at + 1]?.normal ?? '') && is(terms[at + 2], TAG.Product)) return false
  const { volume } = discourse
  return !(volume?.measure === measure && !isCurrency(volume.unit))
}

/** The bare number at term `at` as a sum in the currency and power named before it; null where it is none. */
export function sumOf(
  at: number,
  value: Value,
  { kind }: Claim,
  { terms, discourse, moneyOf }: SentenceContext,
): Value | null {
  const { currency } = discourse
  if (currency === null || (kind === 'investment' && value.figure < 1e6)) return null
  const scale = value.figure < 1000 ? scaleBefore(terms, at) : 1
  // no firm makes three euros
  if (kind === 'volume' && scale === 1 && value.figure < 1000) return null
  const figure = value.figure * scale
  return { ...value, figure, unit: isOpenMoney(currency) ? moneyOf(currency) : currency }
}

/** Terms between the two sums: "a réalisé 9 milliards d'euros de ventes et espère en dépasser 12". */
const SUM_BEFORE = 10

/** "de 3,4 milliards d'euros, au lieu de 3,5": what a figure goes on in, a power of 1000; 1 where no sum stands before it. */
function scaleBefore(terms: readonly Term[], at: number): number {
  for (let i = at - 1; i >= Math.max(0, at - SUM_BEFORE); i--) {
    const { mention } = terms[i] as Term
    if (mention?.type === 'money') return 1000 ** Math.floor(Math.log10(Math.max(1, mention.value.figure)) / 3)
  }
  return 1
}
