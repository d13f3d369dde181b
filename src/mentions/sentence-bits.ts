import { UNASKED } from '../forms.js'
import type { Language, Token } from '../types.js'
import { dateBits, keepDateBits } from './dates-forms.js'
import { keepQuantityBits, quantityBits } from './quantities-forms.js'

/** What the tokens of the sentence at hand may be to dates and to quantities: each token is looked at once for both. */
export interface SentenceBits {
  /** For each token the bits of `BEGIN` and of `IS`; longer than the sentence, and overwritten by the next one. */
  dates: Int32Array
  numbers: Int32Array
  /** The bits of all tokens together: most sentences are told from them alone to hold nothing. */
  anyDates: number
  anyNumbers: number
}

const scratch: SentenceBits = {
  dates: new Int32Array(256),
  numbers: new Int32Array(256),
  anyDates: 0,
  anyNumbers: 0,
}

/** The bits of the tokens of a sentence. One object serves all sentences in turn. */
export function lookAt(tokens: readonly Token[], lang: Language): SentenceBits {
  const count = tokens.length
  if (scratch.dates.length < count) scratch.dates = new Int32Array(count * 2)
  if (scratch.numbers.length < count) scratch.numbers = new Int32Array(count * 2)
  const { dates, numbers } = scratch
  const french = lang === 'fr'
  let anyDates = 0
  let anyNumbers = 0
  for (let i = 0; i < count; i++) {
    const token = tokens[i]!
    const { form } = token
    let d = french ? form.datesFr : form.datesEn
    if (d === UNASKED) d = keepDateBits(token, lang)
    let n = french ? form.numbersFr : form.numbersEn
    if (n === UNASKED) n = keepQuantityBits(token, lang)
    dates[i] = d
    numbers[i] = n
    anyDates |= d
    anyNumbers |= n
  }
  scratch.anyDates = anyDates
  scratch.anyNumbers = anyNumbers
  return scratch
}

/** Overwrites the bits for dates by those of other tokens; returns them all together. */
export function lookAtDates(tokens: readonly Token[], lang: Language, bits: SentenceBits): number {
  if (bits.dates.length < tokens.length) bits.dates = new Int32Array(tokens.length * 2)
  const { dates } = bits
  let any = 0
  for (let i = 0; i < tokens.length; i++) {
    const d = dateBits(tokens[i]!, lang)
    dates[i] = d
    any |= d
  }
  return any
}

/** Overwrites the bits for quantities by those of other tokens. */
export function lookAtNumbers(tokens: readonly Token[], lang: Language, bits: SentenceBits): void {
  if (bits.numbers.length < tokens.length) bits.numbers = new Int32Array(tokens.length * 2)
  const { numbers } = bits
  for (let i = 0; i < tokens.length; i++) numbers[i] = quantityBits(tokens[i]!, lang)
}
