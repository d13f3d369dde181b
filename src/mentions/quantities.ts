import { formOf } from '../forms.js'
import type { Bound, Language, LanguageLexicon, Mention, QuantityMention, Span, Token, Value } from '../types.js'
import { boundAfter, boundsAt, joinBounds } from './quantities-bounds.js'
import { IS, STARTS, STARTS_FIGURE } from './quantities-forms.js'
import { partOfName, uncounted } from './quantities-names.js'
import { countedAt } from './quantities-nouns.js'
import { openedRange, rangeAfter, wholeRange } from './quantities-ranges.js'
import { bitsAt, isPassed, passedOver, type Read, type Reader, readAs, type Single, word } from './quantities-reader.js'
import { percentBefore, singleAt } from './quantities-singles.js'
import { splitSolid } from './quantities-tokens.js'
import { lookAt, lookAtNumbers, type SentenceBits } from './sentence-bits.js'

/**
 * Numbers, percentages, ordinals, sums of money and amounts, with their bounds and ranges. One pass from left to right; what
 * is read at a place looks a bounded number of tokens ahead.
 */

/**
 * Finds the quantities of a sentence, sorted and not overlapping. Nothing is read inside the spans of `taken` (dates,
 * durations and rates), which are sorted too.
 *
 * An amount ends before its noun where a name may stand between ("300 Rover cars"): its span is the figure alone, its unit
 * the noun's. Currencies are those usual in business news: "$" is USD, "£" GBP; see `currencyAsSaid`.
 */
export function findQuantities(
  text: string,
  tokens: readonly Token[],
  lang: Language,
  lexicon: LanguageLexicon,
  taken: readonly Span[] = [],
): QuantityMention[] {
  return quantitiesIn(text, tokens, lang, lexicon, taken, lookAt(tokens, lang))
}

/** As `findQuantities`, for tokens that were looked at before: `bits` are theirs; those of `numbers` may be overwritten. */
export function quantitiesIn(
  text: string,
  tokens: readonly Token[],
  lang: Language,
  lexicon: LanguageLexicon,
  taken: readonly Span[],
  bits: SentenceBits,
): QuantityMention[] {
  // no quantity is without a figure
  if ((bits.anyNumbers & (IS.digits | IS.number | IS.solid)) === 0) return []
  let read = taken.length === 0 ? tokens : withoutTaken(tokens, taken)
  if ((bits.anyNumbers & IS.solid) !== 0) read = splitSolid(text, read, lang, lexicon.units)
  if (read !== tokens) lookAtNumbers(read, lang, bits)
  const { numbers } = bits
  const found: QuantityMention[] = []
  let reader: Reader | null = null
  for (let i = 0; i < read.length; ) {
    const b = numbers[i]!
    if (
      (b & STARTS) === 0 ||
      isVain(b, i + 1 < read.length ? numbers[i + 1]! : 0, lang) ||
      !mayStart(text, read, i, b)
    ) {
      i++
      continue
    }
    reader ??= { text, tokens: read, lang, lexicon, bits: numbers, nameEnd: -1 }
    const at = readAt(reader, i, b)
    if (at === null) {
      i++
      continue
    }
    if (at.name && at.next === i + 1) reader.nameEnd = at.next
    for (let k = 0; k < at.mentions.length; k++) add(text, found, at.mentions[k]!)
    i = Math.max(at.next, i + 1)
  }
  return found
}

/** What is left of a taken span: nothing that a word list knows. */
const NOTHING = formOf('')

/** Each taken span becomes one token that is nothing: no number starts there, none runs into it. */
function withoutTaken(tokens: readonly Token[], taken: readonly Span[]): readonly Token[] {
  const out: Token[] = []
  let t = 0
  let last: Span | undefined
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!
    while (t < taken.length && taken[t]!.end <= token.start) t++
    const span = t < taken.length ? taken[t] : undefined
    if (span === undefined || token.end <= span.start) out.push(token)
    else if (span !== last) {
      const { start } = token
      out.push({ start, end: Math.max(token.end, span.end), kind: 'punct', lower: '', form: NOTHING })
      last = span
    }
  }
  return out
}

function add(text: string, found: QuantityMention[], mention: QuantityMention): void {
  const before = found.length > 0 ? found[found.length - 1] : undefined
  if (before === undefined) {
    found.push(mention)
    return
  }
  sharePercent(text, before, mention)
  const joined = joinBounds(text, before, mention)
  if (joined === null) found.push(mention)
  else found[found.length - 1] = joined
}

/** "2,4 et 2,7 %": the sign holds for both. */
function sharePercent(text: string, before: QuantityMention, { type, start, value }: QuantityMention): void {
  if (type !== 'percent' || before.type !== 'number' || before.fraction || start - before.end > 5) return
  if (value.to !== undefined || before.value.to !== undefined) return
  if (!/^\s(?:et|and|ou|or)\s$/.test(text.slice(before.end, start))) return
  if (!/[\d+−-]/.test(text[before.core.start] ?? '')) return
  before.type = 'percent'
  before.value.unit = 'percent'
}

/** The bits of a token promise something that those of the next one show to be nothing: the usual case. */
function isVain(bits: number, next: number, lang: Language): boolean {
  if ((bits & (IS.digits | IS.prefix | IS.mark | IS.percent | IS.address | IS.boundAlone)) !== 0) return false
  if ((bits & IS.number) !== 0 && ((bits & IS.article) === 0 || lang === 'fr' || (next & GOES_ON) !== 0)) return false
  if ((bits & IS.opener) !== 0 && (next & (STARTS_FIGURE | IS.bound)) !== 0) return false
  return (bits & IS.bound) === 0 || (next & IS.boundGoesOn) === 0
}

/** What may follow an article that counts. */
const GOES_ON = IS.joins | IS.suffix

/** A token of which `bits` say that a quantity may begin at it: its surroundings do not forbid it. */
function mayStart(text: string, tokens: readonly Token[], i: number, bits: number): boolean {
  if ((bits & (IS.mark | IS.prefix)) === 0) return true
  const token = tokens[i] as Token
  if (token.kind === 'punct') {
    const c = text.charCodeAt(token.end)
    // a mark needs its figure right after it, a sign may stand before a currency or apart
    return token.lower === '.' || token.lower === ',' ? isDigit(c) : isDigit(c) || SIGNED.includes(c) || isSpace(c)
  }
  if ((bits & STARTS) !== IS.prefix || token.kind !== 'word') return true
  // a currency before its figure: "EUR 5", "HK $5", "Rs. 20"
  const next = tokens[i + 1]
  if (next === undefined) return false
  return (
    next.kind === 'digits' || next.kind === 'mixed' || next.lower === '$' || next.lower === '.' || next.lower === '€'
  )
}

const isDigit = (c: number) => c >= 48 && c <= 57
const isSpace = (c: number) => c === 0x20 || (c >= 9 && c <= 13) || (c >= 0xa0 && /\s/.test(String.fromCharCode(c)))
/** What may follow a sign beside digits and white space. */
const SIGNED = [...'.,$£€'].map((sign) => sign.charCodeAt(0))

/** What starts at token `i`: a quantity, digits to pass over, or nothing. */
function readAt(reader: Reader, i: number, bits: number): Read | null {
  const token = reader.tokens[i] as Token
  if (token.kind === 'digits') {
    const passed = phoneEnd(reader, i)
    if (passed > i) return passedOver(passed)
  } else if ((bits & (IS.address | IS.percent)) !== 0) {
    const passed = addressEnd(reader, i)
    if (passed > i) return passedOver(passed)
    const percent = percentBefore(reader, i)
    if (percent !== null) {
      if (isPassed(percent)) return passedOver(percent.passed)
      return readAs([toMention(percent, percent.start, percent.end, 'exact')], percent.next)
    }
  }
  const next = bitsAt(reader, i + 1)
  if ((bits & IS.opener) !== 0 && (next & (STARTS_FIGURE | IS.bound)) !== 0) {
    const range = openedRange(reader, i)
    if (range !== null) return range
  }
  const mayBound = (bits & IS.boundAlone) !== 0 || ((bits & IS.bound) !== 0 && (next & IS.boundGoesOn) !== 0)
  const bounds = mayBound ? boundsAt(reader, i) : null
  if (bounds === null) {
    if ((bits & STARTS_FIGURE) === 0 || ((bits & IS.article) !== 0 && isBareArticle(reader, i, next))) return null
    return readFrom(reader, i, i, null)
  }
  // "somewhere between", "environ de 10 à 12"
  const range = openedRange(reader, bounds.next)
  if (range?.mentions.length === 1) {
    for (const mention of range.mentions) mention.start = token.start
    return range
  }
  // "plus de la moitié"
  const half = word(reader, bounds.next) === 'la' && word(reader, bounds.next + 1) === 'moitié'
  return readFrom(reader, i, half ? bounds.next + 1 : bounds.next, bounds.bound)
}

/** "un" or "a" at token `i`, before a token with the bits `next`, counts nothing: the usual case, told without reading on. */
function isBareArticle(reader: Reader, i: number, next: number): boolean {
  if ((next & GOES_ON) !== 0) return false
  if (reader.lang === 'en') return true
  // "un client sur cinq"
  for (let k = i + 2; k <= i + 4; k++) if (word(reader, k) === 'sur') return false
  return i > 0
}

/** A figure or range at token `at`, whose mention starts at token `i`. */
function readFrom(reader: Reader, i: number, at: number, bound: Bound | null): Read | null {
  const first = singleAt(reader, at, bound !== null)
  if (first === null) return null
  if (isPassed(first)) return passedOver(first.passed)
  const start = reader.tokens[i]?.start ?? first.start
  const variant = bound === null ? variantOf(reader, at, first) : null
  if (variant !== null) return { mentions: [], next: variant.numeral.next, name: true }
  const range = rangeAfter(reader, first)
  if (range === 'score') return passedOver(first.next + 2)
  return range === null ? readSingle(reader, first, at, start, bound) : wholeRange(reader, start, first, range)
}

/** "Boeing 737-800", "Boeing 747-400 aircraft": the variant of a type behind its maker, no range; null for others. */
function variantOf(reader: Reader, at: number, first: Single): Single | null {
  const { tokens } = reader
  const hyphen = tokens[first.next]
  if (hyphen?.lower !== '-' || hyphen.start !== first.end || tokens[first.next + 1]?.start !== hyphen.end) return null
  if (first.numeral.digits !== 3 || first.unit !== undefined) return null
  const variant = singleAt(reader, first.next + 1, true)
  if (variant === null || isPassed(variant) || variant.numeral.digits !== 3) return null
  if (variant.unit !== undefined && variant.unit !== 'aircraft') return null
  return partOfName(reader, at, first) ? variant : null
}

/** A single figure with a bound before or after it, unless it is part of a name or counts nothing. */
function readSingle(reader: Reader, single: Single, i: number, start: number, bound: Bound | null): Read {
  const { next } = single
  if (bound === null) {
    if (uncounted(reader, i, single)) return passedOver(next)
    if (partOfName(reader, i, single) || joinsName(reader, i, single)) return { mentions: [], next, name: true }
  }
  const from = Math.min(start, single.start)
  const after = single.type === 'ordinal' ? null : boundAfter(reader, next)
  if (after === null || !(bound === null || after.bound === bound || bound === 'about')) {
    const own = single.numeral.about ? 'about' : 'exact'
    return readAs([toMention(single, from, single.end, bound ?? own)], next)
  }
  // "500 or so jobs", "200-odd shops", "une centaine environ de magasins"
  const linked = single.numeral.noun && /^(?:de|d'|of)$/.test(word(reader, after.next)) ? 1 : 0
  const bare = single.type === 'number' && !single.numeral.fraction
  const counted = bare ? countedAt(reader, after.next, linked, single.numeral) : null
  const whole: Single = counted === null ? single : { ...single, type: 'amount', unit: counted.unit }
  const mention = toMention(whole, from, Math.max(after.end, counted?.end ?? 0), after.bound)
  return readAs([mention], Math.max(after.next, counted?.next ?? 0))
}

/** "Boeing 737 et 777": a bare number joined to a name's number. */
function joinsName(reader: Reader, i: number, { type, numeral }: Single): boolean {
  if (reader.nameEnd !== i - 1 || type !== 'number' || numeral.digits === undefined || numeral.grouped) return false
  return /^(?:et|and|ou|or|,|\/)$/.test(word(reader, i - 1))
}

function toMention(single: Single, start: number, end: number, bound: Bound): QuantityMention {
  const value: Value = { figure: single.figure, bound }
  if (single.unit !== undefined) value.unit = single.unit
  const core = { start: single.start, end: single.end }
  const fraction = single.numeral.fraction || undefined
  return { type: single.type, start, end, value, core, sign: single.sign, fraction }
}

/** Index of the token after a web address at token `i`, or `i`. */
function addressEnd({ text, tokens }: Reader, i: number): number {
  const { lower, end } = tokens[i] as Token
  const address = (lower === 'http' || lower === 'https') && text.startsWith('://', end)
  if (!address && !(lower === 'www' && text[end] === '.')) return i
  let next = i + 1
  while (next < tokens.length && tokens[next - 1]?.end === tokens[next]?.start) next++
  return next
}

/** Index of the token after a phone number with its area in brackets, "(555) 123-4567", or `i`. */
function phoneEnd(reader: Reader, i: number): number {
  if (word(reader, i - 1) !== '(' || word(reader, i + 1) !== ')') return i
  const { tokens } = reader
  let next = i + 2
  while (tokens[next]?.kind === 'digits' || (next > i + 2 && tokens[next]?.lower === '-')) next++
  return next > i + 2 ? next : i
}

// The same money twice

const BETWEEN_PARALLEL = /^(?: ?[([] ?|,? (?:soit|ou|or|equivalent to) )$/
const BETWEEN_FURTHER = /^(?: ?[;,:/] ?| (?:ou|or|et|and) )$/
/** What may stand between the last sum and its closing bracket: "at the time", "au cours actuel". */
const CLOSING = /^[^()[\]]{0,24}[)\]]/
const BETWEEN_PER_SHARE = /^(?: ?[([] ?(?:or |soit |ou )?|,? (?:soit|ou|or) )$/
/** Behind a sum that is told again for each share: " a share", " par action". */
const PER_SHARE =
  /^ (?:a|per|par) (?:(?:diluted|basic|ordinary|common) )?(?:share|action)s?(?: dilu[ée]e| ordinaire)?(?![\p{L}\p{N}])/u

/**
 * Money told again in another currency right after ("219 yuans (environ 28 euros)", "HK$327m (US$42m; £22m)") becomes
 * `value.also` of the first: one mention, up to the closing bracket. What it comes to for each share ("$12 million, or 30 cents
 * a share") is of no account, but belongs to the first all the same. For claims; the suites count each sum.
 * @param mentions of one sentence, sorted; other types are passed through
 * @returns the same list where nothing is told twice
 */
export function foldParallelMoney<M extends Mention>(mentions: M[], text: string): M[] {
  let sums = 0
  for (let k = 0; k < mentions.length; k++) if (isMoney(mentions[k] as M)) sums++
  if (sums < 2) return mentions
  const folded: M[] = []
  let i = 0
  while (i < mentions.length) {
    const mention = mentions[i] as M
    i++
    if (!isMoney(mention)) {
      folded.push(mention)
      continue
    }
    const also: { figure: number; unit: string }[] = []
    let { end } = mention
    let bracket = false
    const perShare = i < mentions.length ? sumPerShare(mention, mentions[i] as M, text) : null
    if (perShare !== null) {
      folded.push({ ...mention, end: perShare })
      i++
      continue
    }
    for (; i < mentions.length && (also.length === 0 || bracket); i++) {
      const other = mentions[i] as M
      if (!isMoney(other) || other.value.unit === undefined || other.value.unit === mention.value.unit) break
      if (other.start - end > 16) break
      const between = text.slice(end, other.start).replace(/\s/g, ' ')
      if (!(also.length === 0 ? BETWEEN_PARALLEL : BETWEEN_FURTHER).test(between)) break
      if (also.length === 0) bracket = /[([]/.test(between)
      also.push({ figure: other.value.figure, unit: other.value.unit })
      end = other.end
    }
    if (also.length === 0) {
      folded.push(mention)
      continue
    }
    const close = bracket ? CLOSING.exec(text.slice(end, end + 25)) : null
    const whole = { ...mention, end: end + (close?.[0].length ?? 0), value: { ...mention.value, also } }
    folded.push(whole)
  }
  return folded
}

/** Where "$12 million, or 30 cents a share" ends; null where `other` does not tell `mention` again for each share. */
function sumPerShare(mention: Mention, other: Mention, text: string): number | null {
  if (!isMoney(other) || other.start - mention.end > 16) return null
  const between = text.slice(mention.end, other.start).replace(/\s/g, ' ')
  if (!BETWEEN_PER_SHARE.test(between)) return null
  const behind = PER_SHARE.exec(text.slice(other.end, other.end + 30).replace(/\s/g, ' '))
  if (behind === null) return null
  const end = other.end + behind[0].length
  if (!/[([]/.test(between)) return end
  return /^[)\]]/.test(text.slice(end)) ? end + 1 : null
}

const isMoney = <M extends Mention>(mention: M): mention is M & QuantityMention => mention.type === 'money'
