import type { Token } from '../types.js'
import {
  CALENDAR,
  COMMON_CAPITALS,
  COMMON_MIXED_CASE,
  COMMON_NOUNS,
  CONNECTORS,
  DOMAINS,
  FIRM_HEADS,
  INSTITUTIONS,
  LEGAL_FORMS,
  LOWER_LEGAL_FORMS,
  MAKERS,
  MULTIPLES,
  NAME_ADJECTIVES,
  NUMBERED,
  PARTICLES,
  TITLES,
  WHOLE_FIRM,
} from './names-firms.js'
import { aside, cutRun, type Run, type Segment } from './names-segments.js'
import { opensName, SHAPE, type Shape, touches } from './names-shapes.js'
import {
  HOLD,
  initialsFollow,
  isDoubtful,
  type Match,
  matchEntry,
  opensAt,
  type Reader,
  type View,
  wordAt,
} from './names-view.js'

/** No name has more words; keeps hostile input cheap. */
const LONGEST_RUN = 14

/** All runs of one sentence, in order, cut into segments. */
export function findRuns(reader: Reader, view: View): Run[] {
  const { tokens, shapes } = view
  const runs: Run[] = []
  let initial = true
  let i = 0
  while (i < tokens.length) {
    const { kind } = tokens[i] as Token
    if (kind === 'punct' || kind === 'symbol') {
      initial = opensSentence(view, i, initial)
      i++
      continue
    }
    const adjective = readNameAdjective(reader, view, i)
    if (adjective !== null) {
      if (adjective.entry !== undefined) runs.push({ view, start: i, end: i + 1, initial, segments: [adjective] })
      initial = false
      i++
      continue
    }
    const known = knownAt(reader, view, i, initial)
    const opens = opensRun(reader, view, i, initial)
    if (known === null && !opens) {
      initial = initial && kind === 'digits'
      i++
      continue
    }
    const reach = known?.end ?? i + 1
    const end = opens || shapes[i] !== SHAPE.plain ? extendRun(reader, view, i, reach) : reach
    const run: Run = { view, start: i, end, initial, segments: [] }
    run.segments = cutRun(reader, run)
    runs.push(run)
    i = run.end
    initial = false
  }
  return runs
}

/** The form of the lexicon at `i`, unless it is an ordinary word there or the start of another name. */
function knownAt(reader: Reader, view: View, i: number, initial: boolean): Match | null {
  // most words are settled here, by one look-up
  if (view.shapes[i] === SHAPE.plain && !reader.tree.has(wordAt(view, i))) return null
  if (view.hold[i] === HOLD.taken) return null
  const found = matchEntry(reader, view, i)
  if (found === null) return null
  // "the National Grid" is not "The National"
  const article = view.shapes[i] === SHAPE.plain && reader.words.articles.has(wordAt(view, i))
  if (article && opensAt(view, found.end)) return null
  return isDoubtful(found.entry) && isOrdinaryWord(reader, view, i, initial) ? null : found
}

function opensRun(reader: Reader, view: View, i: number, initial: boolean): boolean {
  if (opensCentury(view, i) || opensNumbered(reader, view, i)) return true
  if (view.hold[i] !== HOLD.free || !opensAt(view, i)) return false
  return !isCommonAbbreviation(view, i) && !isOrdinaryWord(reader, view, i, initial)
}

/**
 * "Leeds-based", "Tata-owned": an adjective made of a name, taken whole; of a name that the lexicon lacks it is set aside.
 * "US-German" is set aside too. Null for all else.
 */
function readNameAdjective(reader: Reader, view: View, i: number): Segment | null {
  if (view.shapes[i] !== SHAPE.capital && view.shapes[i] !== SHAPE.upper) return null
  const word = wordAt(view, i)
  const hyphen = word.lastIndexOf('-')
  if (hyphen < 1) return null
  const second = word.slice(hyphen + 1)
  const { tree } = reader
  if (!NAME_ADJECTIVES.has(second)) {
    const joint = tree.get(second)?.value?.demonym !== undefined && tree.get(word)?.value === undefined
    return joint ? aside(i, i + 1) : null
  }
  const first = tree.get(word.slice(0, hyphen))?.value
  const place = first?.place ?? first?.demonym
  if (place !== undefined) return { ...aside(i, i + 1), kind: 'known', entry: { demonym: place } }
  if (first?.org !== undefined) return { ...aside(i, i + 1), kind: 'known', entry: { org: first.org } }
  return aside(i, i + 1)
}

/** Whether a capitalised word after the punctuation mark at `i` may owe its capital to it. */
function opensSentence(view: View, i: number, initial: boolean): boolean {
  switch (wordAt(view, i)) {
    case '.':
      return !abbreviates(view, i)
    case '?':
    case '!':
    case '…':
    case ':':
    case '•':
    case '|':
      return true
    case '«':
    case '“':
      return initial || i === 0 || !closesSoon(view, i)
    case '"':
      return initial || i === 0 || (view.tokens[i - 1]?.kind === 'punct' && !closesSoon(view, i))
    default:
      return initial
  }
}

/** The full stop of "Mr.", "J.", "Inc.". */
function abbreviates({ tokens }: View, i: number): boolean {
  const before = tokens[i - 1]
  if (before === undefined || !touches(before, tokens[i] as Token)) return false
  if (before.kind === 'mixed' || before.end - before.start === 1) return true
  return TITLES.has(before.lower) || LEGAL_FORMS.has(before.lower)
}

/** A quotation opens a sentence; a quoted name does not, and is told by its closing mark. */
function closesSoon(view: View, i: number): boolean {
  for (let j = i + 1; j <= i + 4; j++) {
    const inner = wordAt(view, j)
    if (inner === '»' || inner === '”' || inner === '"') return true
  }
  return false
}

/** Quarters and halves: "T3", "H1". */
const QUARTER = /^[qths][1-4]$/

/** Abbreviations that name nobody: "PDG", "GWh", "T3" where no name goes on. */
function isCommonAbbreviation(view: View, i: number): boolean {
  const word = wordAt(view, i)
  if (view.shapes[i] === SHAPE.upper && COMMON_CAPITALS.has(word)) return true
  return COMMON_MIXED_CASE.has(word) || (QUARTER.test(word) && !opensAt(view, i + 1))
}

/** Words that their capital does not make a name: days, months, titles, and function words that open a sentence. */
function isOrdinaryWord({ words }: Reader, view: View, i: number, initial: boolean): boolean {
  const word = wordAt(view, i)
  if (CALENDAR.has(word) || word === 'i' || word === "i'm") return true
  // "M&S" is no gentleman
  if (TITLES.has(word)) return wordAt(view, i + 1) !== '&'
  if (COMMON_NOUNS.has(word) && !opensAt(view, i + 1)) return true
  if (!words.functionWords.has(word) && !words.bareNouns.has(word)) return false
  // a capital L' inside a sentence belongs to the name after it: "à L'Isle-Verte"
  if (word.endsWith("'")) return initial || word !== "l'" || view.shapes[i] === SHAPE.plain || !opensAt(view, i + 1)
  return initial || view.loose
}

/** "21st Century Bakers". */
const opensCentury = (view: View, i: number): boolean =>
  view.shapes[i] === SHAPE.digitsFirst &&
  view.hold[i] !== HOLD.taken &&
  wordAt(view, i + 1) === 'century' &&
  view.shapes[i + 1] === SHAPE.capital &&
  view.shapes[i + 2] === SHAPE.capital

/** A number that opens a product's name, shown by a possessive: "son 12 Pro", "whose 450X". */
function opensNumbered({ words, text }: Reader, view: View, i: number): boolean {
  const { tokens, shapes, hold } = view
  const token = tokens[i] as Token
  if (token.kind === 'word' || hold[i] === HOLD.taken) return false
  const before = wordAt(view, i - 1)
  if (!words.possessives.has(before) && before !== 'whose') return false
  if (shapes[i] === SHAPE.digitsFirst) return /[0-9][A-Z]{1,2}$/.test(text.slice(token.start, token.end))
  const next = wordAt(view, i + 1)
  const named = shapes[i + 1] === SHAPE.capital && hold[i + 1] === HOLD.free
  return token.kind === 'digits' && named && !CALENDAR.has(next) && !COMMON_NOUNS.has(next)
}

/** Where a run that starts at `i` and reaches to `from` ends. */
function extendRun(reader: Reader, view: View, i: number, from: number): number {
  const { tokens } = view
  let j = from
  while (j < tokens.length && j - i < LONGEST_RUN) {
    const next = nextReach(reader, view, i, j)
    if (next <= j) return j
    j = next
    if (endsName(view, j - 1, i)) return j
  }
  return j
}

/** A legal form in lower case, its full stop, or a possessive mark taken into the name: nothing follows it. */
function endsName(view: View, last: number, first: number): boolean {
  const word = wordAt(view, last)
  if (last === first || view.shapes[last] !== SHAPE.plain) return false
  return word === "'s" || LOWER_LEGAL_FORMS.has(word) || (word === '.' && LEGAL_FORMS.has(wordAt(view, last - 1)))
}

/** The end of the run with the token at `j`, and what it joins; `j` or less where it does not belong. */
function nextReach(reader: Reader, view: View, i: number, j: number): number {
  const { tokens, shapes, hold } = view
  const token = tokens[j] as Token
  const before = tokens[j - 1] as Token
  const next = tokens[j + 1]
  const shape = shapes[j] as Shape
  if (hold[j] === HOLD.taken) return j
  if (opensName(shape)) return goesOn(reader, view, j) ? j + 1 : j
  // a form of the lexicon that goes on over this plain word
  const known = reader.tree.has(wordAt(view, i)) ? matchEntry(reader, view, i) : null
  if (known !== null && known.end > j) return known.end
  const named = opensAt(view, j + 1) && hold[j + 1] !== HOLD.taken
  const tied = next !== undefined && touches(token, next)
  if (token.kind === 'digits' || shape === SHAPE.digitsFirst) return belongsToProduct(reader, view, i, j) ? j + 1 : j
  switch (token.lower) {
    case '&':
      return named || (next !== undefined && WHOLE_FIRM.has(next.lower)) ? j + 2 : j
    case '+':
      return touches(before, token) && !(tied && next.kind === 'digits') ? j + 1 : j
    case "'s":
      return reader.language === 'en' && j - i <= 3 && closesName(reader, view, i, j) ? j + 1 : j
    case '-':
      // "ATR 42-600"
      return before.kind === 'digits' && touches(before, token) && tied && next.kind !== 'word' ? j + 2 : j
    case '.':
      if (!touches(before, token)) return j
      // "PricePoint.com", "RX30-4.5", "J. K. Rowling", "Lumo Inc."
      if (tied && (DOMAINS.has(next.lower) || (before.kind === 'mixed' && next.kind === 'digits'))) return j + 2
      if (before.end - before.start === 1 && named) return j + 1
      return LEGAL_FORMS.has(before.lower) && j - 1 > i && next !== undefined ? j + 1 : j
    default:
      if (LOWER_LEGAL_FORMS.has(token.lower)) return j + 1
      return CONNECTORS.has(token.lower) || PARTICLES.has(token.lower) ? joinedBy(reader, view, i, j) : j
  }
}

/** Whether the capitalised word at `j` belongs to the name before it. */
function goesOn(reader: Reader, view: View, j: number): boolean {
  const word = wordAt(view, j)
  if (view.hold[j] !== HOLD.free || CALENDAR.has(word)) return false
  if (view.loose && reader.words.functionWords.has(word)) return false
  const abbreviation = view.shapes[j] === SHAPE.upper && COMMON_CAPITALS.has(word) && !LEGAL_FORMS.has(word)
  return !abbreviation || matchEntry(reader, view, j) !== null
}

/** "the website Norton's, and": nothing is owned, so "'s" is part of the name, unless the lexicon knows it without. */
function closesName(reader: Reader, view: View, i: number, j: number): boolean {
  const next = view.tokens[j + 1]
  const { conjunctions, auxiliaries } = reader.words
  const owned = next?.kind === 'word' && !conjunctions.has(next.lower) && !auxiliaries.has(next.lower)
  if (owned || next?.kind === 'digits' || next?.kind === 'mixed') return false
  return matchEntry(reader, view, i)?.end !== j
}

const ORDINAL_OR_SUM = /^[0-9]+(?:st|nd|rd|th|er|e|ème|bn|m|k|mn|md|p)$/
const CODE = /^[0-9]{2,4}(?:[a-fij-ln-vx-z]|[a-z]{2})$/
const YEAR = /^(?:19|20)[0-9]{2}$/

/** Whether the number at `j` belongs to the name before it: "Julia 30", "iPhone 15 Pro", "Model 3". */
function belongsToProduct(reader: Reader, view: View, i: number, j: number): boolean {
  const { words } = reader
  const { tokens, shapes, hold } = view
  const token = tokens[j] as Token
  const before = tokens[j - 1] as Token
  if (NUMBERED.has(before.lower) || INSTITUTIONS.has(before.lower) || token.end - token.start > 7) return false
  if (ORDINAL_OR_SUM.test(token.lower)) return false
  const named = opensAt(view, j + 1) && hold[j + 1] === HOLD.free
  if (!named && countsSomething(reader, view, j)) return false
  const introduction = wordAt(view, i - 1)
  const ware = words.productNouns.has(introduction)
  if (YEAR.test(token.lower)) return ware
  if (named && shapes[j + 1] !== SHAPE.mixed && !CALENDAR.has(wordAt(view, j + 1))) return true
  if (ware || words.articles.has(introduction) || words.possessives.has(introduction)) return true
  // "Praetor 600E", but "Nokia 5G"
  if (CODE.test(token.lower) && shapes[j - 1] === SHAPE.capital) return true
  // a price list: "- Urbia 3 : 1 499 €"
  if (i <= 1 && wordAt(view, j + 1) === ':') return true
  // behind a maker or a product, or a short name in capitals: "Boeing 737", "VF 9"
  const known = matchEntry(reader, view, i)
  if (known === null) return i === j - 1 && shapes[i] === SHAPE.upper && before.end - before.start <= 3
  return known.entry.product !== undefined || MAKERS.has(known.entry.org?.industry ?? '')
}

/** A unit, a sign or further digits behind the number at `j`. */
function countsSomething(reader: Reader, { tokens }: View, j: number): boolean {
  const token = tokens[j] as Token
  const next = tokens[j + 1]
  const after = tokens[j + 2]
  if (next === undefined) return false
  if (next.kind === 'symbol' || next.kind === 'digits' || MULTIPLES.has(next.lower)) return true
  if (reader.lexicon.units.has(next.lower)) return true
  return after?.kind === 'digits' && touches(token, next) && touches(next, after)
}

/** The end of the run when the small words at `j` join what is after them to it; `j` when they do not. */
function joinedBy(reader: Reader, view: View, i: number, j: number): number {
  const { tokens, shapes, hold } = view
  const first = wordAt(view, i)
  const link = wordAt(view, j)
  let k = j
  while (k - j < 3 && shapes[k] === SHAPE.plain && isSmall(wordAt(view, k))) k++
  if (!opensAt(view, k) || hold[k] !== HOLD.free) return j
  if (link === 'and' || link === 'et') return k === j + 1 ? joinedByAnd(reader, view, i, k) || j : j
  if (link === 'for') return j
  // "Éditions du Port", "Bank of Ruritania"
  if (FIRM_HEADS.has(first) || INSTITUTIONS.has(first)) return k
  // "Yves de Kerdrel", "Van der Meer Logistiek"
  if (PARTICLES.has(link) && reader.firstNames.has(first) && j - i <= 2 && tokens[j - 1]?.kind === 'word') return k
  if (PARTICLES.has(link) && PARTICLES.has(first) && j === i + 1) return k
  // titles of newspapers and shops with an article of their own: "La Gazette du Midi"
  const titled = reader.language === 'fr' && reader.words.articles.has(first) && shapes[i] === SHAPE.capital
  return titled && j - i === 2 ? k : j
}

const isSmall = (word: string): boolean => CONNECTORS.has(word) || PARTICLES.has(word)

/** "Trade and Development Authority", "Hobbs and Sons", "Marlow and Finch (M&F)"; 0 for two names. */
function joinedByAnd(reader: Reader, view: View, i: number, from: number): number {
  let end = from
  while (end - from < 6 && opensAt(view, end) && view.hold[end] === HOLD.free) end++
  const last = wordAt(view, end - 1)
  if (end - from > 1 && INSTITUTIONS.has(last)) return end
  return last === 'sons' || initialsFollow(reader, view, i, end) ? end : 0
}
