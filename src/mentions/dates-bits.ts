/**
 * What each token may begin, looked up once: most tokens begin nothing, and no reader is tried on them. A `telling` token
 * shows that a date, duration or rate is near; far from every telling token nothing is tried at all.
 */
export const BEGIN = {
  limit: 1,
  range: 2,
  count: 4,
  rate: 8,
  feast: 16,
  weekday: 32,
  deictic: 64,
  part: 128,
  earlier: 256,
  place: 512,
  modifier: 1024,
  unit: 2048,
  month: 4096,
  season: 8192,
  decade: 16384,
  yearWord: 32768,
  figure: 65536,
  telling: 131072,
  /** Something that counts may be counted in it: a unit, "Thursdays", "3h". */
  counted: 262144,
  /** Digits that their neighbours may make telling. */
  neighbours: 524288,
  /** A compound to be taken apart, or a mark to be left out. */
  compound: 1048576,
  /** It is a limit by itself; it may be the second word of one. */
  limitAlone: 2097152,
  limitGoesOn: 4194304,
  /** A word with the ending of an ordinal. */
  ordinal: 8388608,
} as const

/** What may begin a date, as opposed to a limit, a range, a length or a rate. */
export const BEGINS_DATE =
  BEGIN.feast |
  BEGIN.weekday |
  BEGIN.deictic |
  BEGIN.part |
  BEGIN.earlier |
  BEGIN.place |
  BEGIN.modifier |
  BEGIN.unit |
  BEGIN.month |
  BEGIN.season |
  BEGIN.decade |
  BEGIN.yearWord |
  BEGIN.figure

/**
 * For each token what it may begin, and the next token that tells and that is a unit (-1: none). One set of arrays, at
 * least as long as the sentence, serves all sentences in turn.
 */
export interface Beginnings {
  bits: Int32Array
  /** The same without numbers that no word near makes part of a date or length. */
  starts: Int32Array
  nextTelling: Int32Array
  nextUnit: Int32Array
}
