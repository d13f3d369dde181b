import type { QuantityMention, QuantityType, Value } from '../types.js'
import { tidy } from './numerals-grammar.js'
import { boundAfter, boundsAt } from './quantities-bounds.js'
import { IS } from './quantities-forms.js'
import { bitsAt, isPassed, isSpaced, type Read, type Reader, readAs, type Single, word } from './quantities-reader.js'
import { singleAt } from './quantities-singles.js'
import { FRENCH_CHANGES, MOVES, RANGE_JOINTS, RANGE_OPENERS } from './quantities-words.js'

/** Two figures as one range: "entre 5 et 10", "de 15 à 20 %", "$1m to $2m", "10-15 km". */

/** The second end of a range, with what it says of the first. */
interface SecondEnd {
  single: Single
  /** The first figure, with the scale that the second end gives it. */
  low: number
  unit: string | undefined
  type: QuantityType
}

/** A figure with its unit at token `i`, where one stands that may be the end of a range. */
function endAt(reader: Reader, i: number): Single | null {
  const single = singleAt(reader, i, true)
  return single === null || isPassed(single) || single.type === 'ordinal' ? null : single
}

/** The range that the word at token `i` opens: "entre 5 et 10", "de 15 à 20 %", "from $1m to $2m". */
export function openedRange(reader: Reader, i: number): Read | null {
  const { tokens, lang } = reader
  const opener = tokens[i]
  const joints = opener === undefined ? undefined : RANGE_OPENERS[lang].get(opener.lower)
  if (opener === undefined || joints === undefined || !hasJoint(reader, i + 2, joints)) return null
  const first = endAt(reader, boundsAt(reader, i + 1)?.next ?? i + 1)
  if (first === null) return null
  const joint = word(reader, first.next)
  if (!joints.has(joint) && !RANGE_JOINTS[lang].has(joint)) return null
  const second = secondEnd(reader, first, first.next + 1)
  if (second === null) return null
  const encloses = opener.lower === 'entre' || opener.lower === 'between'
  return !encloses && isMove(reader, i, second) && !isEarlierRange(reader, i)
    ? twoFigures(first, second)
    : wholeRange(reader, opener.start, first, second)
}

/** Tokens that the first end of a range may have. */
const LONGEST_END = 14

/** A joint follows: without one, reading the first figure would be for nothing. */
function hasJoint({ tokens, bits, lang }: Reader, from: number, joints: ReadonlySet<string>): boolean {
  for (let i = from; i < from + LONGEST_END; i++) {
    if (i >= tokens.length) return false
    if ((bits[i]! & IS.joint) === 0) continue
    const { lower } = tokens[i]!
    if (joints.has(lower) || RANGE_JOINTS[lang].has(lower)) return true
  }
  return false
}

/** "passé de 10 à 12 %": where it was and where it is. */
function twoFigures(first: Single, { low, type, unit, single }: SecondEnd): Read {
  const mention = (of: Single, value: Value): QuantityMention => {
    const { start, end } = of
    return { type, start, end, value, core: { start, end }, sign: undefined, fraction: undefined }
  }
  const from: Value = { figure: low, bound: 'exact' }
  const to: Value = { figure: single.figure, bound: 'exact' }
  if (unit !== undefined) from.unit = to.unit = unit
  return readAs([mention(first, from), mention(single, to)], single.next)
}

/** "expects 6 to 7 million, down from 8 to 9 million": what only grows has not come down, and a range gives way to a range. */
function isEarlierRange(reader: Reader, i: number): boolean {
  if (reader.lang !== 'en') return false
  const before = word(reader, i - 1)
  if (before === 'down' || before === 'lower') return true
  const comma = before === 'up' ? i - 2 : i - 1
  if (reader.tokens[comma]?.lower !== ',') return false
  for (let k = comma - 1; k > 0 && k > comma - RANGE_TOKENS; k--) {
    if (word(reader, k) === 'to' || word(reader, k) === 'and') return isFigure(reader, k - 1) && isFigure(reader, k + 1)
    if (/^(?:rose|fell|grew|climbed|dropped|was|were)$/.test(word(reader, k))) return false
  }
  return false
}

/** Tokens of the second end of a range, from its joint to the comma. */
const RANGE_TOKENS = 8

/** A number, its scale, or a sign of money before it. */
const isFigure = (reader: Reader, k: number): boolean =>
  reader.tokens[k]?.kind === 'digits' ||
  /^(?:[$€£¥%]|million|billion|bn|m|us\$)$/.test(word(reader, k) || (reader.tokens[k]?.lower ?? ''))

function isMove(reader: Reader, i: number, { type }: SecondEnd): boolean {
  const { lang } = reader
  // "increased its stake in X from 16 % to 20 %", "est passé en 2007 de 10 à 12": an object or a year stands between
  for (let back = 1; back <= (type === 'percent' ? 10 : 7); back++) {
    const before = reader.tokens[i - back]
    // "lift annual capacity from 10 to 12": a rate or date is nothing here
    if (before?.lower === '') continue
    if (before?.kind !== 'word' && before?.kind !== 'digits') return false
    if (MOVES[lang].test(word(reader, i - back))) return true
    if (lang === 'fr' && back <= 3 && type !== 'percent' && FRENCH_CHANGES.test(word(reader, i - back))) return true
  }
  return false
}

/** The second end of a range at token `i`, where it is one: greater, and of the same unit. */
function secondEnd(reader: Reader, first: Single, i: number): SecondEnd | null {
  let at = boundsAt(reader, i)?.next ?? i
  if (word(reader, at) === 'de') at++
  const single = endAt(reader, at)
  if (single === null) return null
  if (first.numeral.fraction !== single.numeral.fraction && first.unit === undefined) return null
  if (first.unit !== undefined && single.unit !== undefined && first.unit !== single.unit) return null
  // "rose 3 % to 400": the level, not a range
  if (first.unit !== undefined && single.unit === undefined && !first.before) return null
  const low = scaledLike(first, single)
  if (low >= single.figure) return null
  const unit = single.unit ?? first.unit
  return { single, low, unit, type: single.unit === undefined ? first.type : single.type }
}

/** "10 à 15 millions": the scale holds for both figures. */
function scaledLike({ figure, numeral }: Single, second: Single): number {
  const { scale } = second.numeral
  if (scale === undefined || numeral.scale !== undefined || numeral.grouped) return figure
  return figure < second.figure / scale ? tidy(figure * scale) : figure
}

const isYear = ({ numeral }: Single) =>
  numeral.digits === 4 && !numeral.grouped && numeral.figure >= 1900 && numeral.figure < 2100

/**
 * The range that goes on after its first end without an opening word ("10-15 %", "100 à 150 unités"); 'score' where the
 * figures are a score ("3-1") or two years; null where no range follows.
 */
export function rangeAfter(reader: Reader, first: Single): SecondEnd | 'score' | null {
  const { tokens, lang } = reader
  if ((bitsAt(reader, first.next) & IS.joint) === 0) return null
  const joint = tokens[first.next]
  if (joint === undefined || !RANGE_JOINTS[lang].has(joint.lower)) return null
  if (first.type === 'ordinal' || first.numeral.article) return null
  const bare = first.unit === undefined && !first.numeral.grouped && first.numeral.scale === undefined
  const small = bare && first.numeral.digits !== undefined && first.figure < 20 && !first.numeral.decimal
  const second = secondEnd(reader, first, first.next + 1)
  if (second === null) return small && isScore(reader, first) ? 'score' : null
  const { single } = second
  const glued = joint.start === first.end && joint.end === single.start
  if (small && glued && second.unit === undefined && single.figure < 20) return 'score'
  if (bare && second.unit === undefined && isYear(first) && isYear(single)) return 'score'
  if (joint.kind === 'word') {
    // "la Z 16 à 900 euros": the number of a name and its price
    if (bare && single.unit !== undefined && single.figure > 30 * second.low) return null
    // "up 5% to 7%" tells the rise and the level
    const twice = first.unit !== undefined && first.unit === single.unit && !first.before
    if (twice && movesBefore(reader, first)) return null
    // "by $2 to $16", "by 4,000 to 26,000 people": the change and the level
    const apart = second.type !== 'percent' && second.single.figure > (twice ? 2.5 : 4) * second.low
    if (apart && startsBehind(reader, first, 'by')) return null
    if (!isSpaced(reader, first.next)) return null
  }
  return second
}

/** "3-1", "3 à 1" */
function isScore(reader: Reader, first: Single): boolean {
  if (reader.tokens[first.next + 1]?.kind !== 'digits') return false
  const other = endAt(reader, first.next + 1)
  return other !== null && other.unit === undefined && other.figure < 20
}

/** The figure stands right behind this word. */
function startsBehind({ tokens }: Reader, single: Single, before: string): boolean {
  let i = single.numeral.next - 1
  while (i > 0 && (tokens[i]?.start ?? 0) > single.start) i--
  return tokens[i - 1]?.lower === before
}

/** A verb of movement stands right before the figure, or one word further. */
function movesBefore({ tokens, lang }: Reader, single: Single): boolean {
  let i = single.numeral.next - 1
  while (i > 0 && (tokens[i]?.start ?? 0) > single.start) i--
  return MOVES[lang].test(tokens[i - 1]?.lower ?? '') || MOVES[lang].test(tokens[i - 2]?.lower ?? '')
}

/** The mention of a range from `start` on, with a bound after it ("10 à 30 % environ"). */
export function wholeRange(reader: Reader, start: number, first: Single, second: SecondEnd): Read {
  const { low, unit, type, single } = second
  const value: Value = { figure: low, to: single.figure, bound: 'range' }
  if (unit !== undefined) value.unit = unit
  const after = boundAfter(reader, single.next)
  const mention: QuantityMention = {
    type,
    start: Math.min(start, first.start),
    end: after?.end ?? single.end,
    value,
    core: { start: first.start, end: single.end },
    sign: first.sign === single.sign ? first.sign : undefined,
    fraction: undefined,
  }
  return readAs([mention], after?.next ?? single.next)
}
