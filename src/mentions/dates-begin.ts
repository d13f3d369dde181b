import type { Language, Token } from '../types.js'
import { BEGIN, BEGINS_DATE, type Beginnings } from './dates-bits.js'
import { NUMBER } from './dates-forms.js'
import { workingTokens } from './dates-tokens.js'
import { lookAtDates, type SentenceBits } from './sentence-bits.js'

/** One or two digits that may be a date by themselves: "12/03", "le 17". */
function isTellingFigure(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i]!
  const after = tokens[i + 1]
  if (after?.kind === 'punct') {
    // "3.5" and "21,912" are numbers, "12.05.2024", "12/05" and "3-4" may be dates
    const second = tokens[i + 2]
    if (after.lower === ',' || after.start !== token.end || second?.start !== after.end) return false
    return after.lower !== '.' || tokens[i + 3]?.lower === '.'
  }
  if (after?.kind === 'digits') return after.lower.length <= 2
  const before = i > 0 ? tokens[i - 1]?.lower : undefined
  return before === 'le' || before === 'du' || before === 'au'
}

/** Tokens from a number to the month or unit that makes it part of a date: "9 to 12 of the month of June". */
const NAMED_REACH = 8

const scratch: Beginnings = {
  bits: new Int32Array(256),
  starts: new Int32Array(256),
  nextTelling: new Int32Array(256),
  nextUnit: new Int32Array(256),
}

/** The bits without the range and the limit that the next two tokens' bits show to be none. */
function withoutVain(bits: number, next: number, afterNext: number): number {
  let b = bits
  // an article may stand before the range's first end
  if ((b & BEGIN.range) !== 0 && ((next | afterNext) & BEGINS_DATE) === 0) b &= ~BEGIN.range
  if ((b & (BEGIN.limit | BEGIN.limitAlone)) === BEGIN.limit && (next & BEGIN.limitGoesOn) === 0) b &= ~BEGIN.limit
  return b
}

/** What a sentence needs to hold for a date to be in it. */
const HOPE = BEGIN.telling | BEGIN.neighbours

/**
 * The tokens as dates need them, with what each may begin; null where none tells of a date: then there is none.
 * @param bits of the tokens given; those of `dates` are overwritten
 */
export function beginnings(
  text: string,
  given: readonly Token[],
  lang: Language,
  bits: SentenceBits,
): { tokens: readonly Token[]; begin: Beginnings } | null {
  if ((bits.anyDates & (HOPE | BEGIN.compound)) === 0) return null
  let tokens = given
  let all = bits.anyDates
  if ((all & BEGIN.compound) !== 0) {
    tokens = workingTokens(text, given, lang)
    all = lookAtDates(tokens, lang, bits)
  }
  const count = tokens.length
  const { dates } = bits
  if ((all & BEGIN.neighbours) !== 0) {
    for (let i = 0; i < count; i++) {
      if ((dates[i]! & BEGIN.neighbours) === 0 || !isTellingFigure(tokens, i)) continue
      dates[i]! |= BEGIN.telling
      all |= BEGIN.telling
    }
  }
  if ((all & BEGIN.telling) === 0) return null
  if (scratch.starts.length < count) {
    for (const key of ['starts', 'nextTelling', 'nextUnit'] as const) scratch[key] = new Int32Array(count * 2)
  }
  scratch.bits = dates
  const { starts, nextTelling, nextUnit } = scratch
  let telling = -1
  let unit = -1
  let named = -1
  for (let i = count - 1; i >= 0; i--) {
    const b = dates[i]!
    if ((b & BEGIN.telling) !== 0) telling = i
    if ((b & BEGIN.counted) !== 0) unit = i
    // a number begins something only before a word that tells of time
    const lone = (b & (NUMBER | BEGIN.telling)) === NUMBER && (named < 0 || named > i + NAMED_REACH)
    starts[i] = withoutVain(
      lone ? b & ~NUMBER : b,
      i + 1 < count ? dates[i + 1]! : 0,
      i + 2 < count ? dates[i + 2]! : 0,
    )
    if ((b & BEGIN.telling) !== 0 && tokens[i]!.kind === 'word') named = i
    nextTelling[i] = telling
    nextUnit[i] = unit
  }
  return { tokens, begin: scratch }
}
