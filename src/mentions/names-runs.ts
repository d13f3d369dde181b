import type { Token } from '../types.js'
import { MAKERS, PART } from './names-firms.js'
import { aside, cutRun, type Run, type Segment } from './names-segments.js'
import { SHAPE, touches } from './names-shapes.js'
import {
  factsAt,
  HOLD,
  heldAt,
  initialsFollow,
  isAt,
  isDoubtful,
  isPartAt,
  type Match,
  matchEntry,
  opensAt,
  type Reader,
  type View,
  wordAt,
} from './names-view.js'
import { WORD } from './names-words.js'

/** No name has more words; keeps hostile input cheap. */
const LONGEST_RUN = 14

/** Adds all runs of one sentence, in order, cut into segments. */
export function findRuns(reader: Reader, view: View, runs: Run[]): void {
  const { facts } = view
  let initial = true
  let i = 0
  while (i < facts.length) {
    const { calm, kind, adjective } = factsAt(view, i)
    if (calm) initial = false
    else if (kind === 'punct' || kind === 'symbol') initial = opensSentence(view, i, initial)
    else if (adjective !== null) {
      if (adjective.entry !== undefined) {
        const known: Segment = { ...aside(i, i + 1), kind: 'known', entry: adjective.entry }
        runs.push({ view, start: i, end: i + 1, initial, segments: [known] })
      }
      initial = false
    } else {
      const known = knownAt(reader, view, i, initial)
      const opens = opensRun(view, i, initial)
      if (known !== null || opens) {
        const reach = known?.end ?? i + 1
        const end = opens || factsAt(view, i).shape !== SHAPE.plain ? extendRun(reader, view, i, reach) : reach
        const run: Run = { view, start: i, end, initial, segments: [] }
        run.segments = cutRun(reader, run)
        runs.push(run)
        i = run.end
        initial = false
        continue
      }
      initial = initial && kind === 'digits'
    }
    i++
  }
}

/** The form of the lexicon at `i`, unless it is an ordinary word there or the start of another name. */
function knownAt(reader: Reader, view: View, i: number, initial: boolean): Match | null {
  if (heldAt(view, i) === HOLD.taken) return null
  const found = matchEntry(reader, view, i)
  if (found === null) return null
  const { shape, is } = factsAt(view, i)
  // "the National Grid" is not "The National"
  if (shape === SHAPE.plain && (is & WORD.articles) !== 0 && opensAt(view, found.end)) return null
  return isDoubtful(found.entry) && isOrdinaryWord(view, i, initial) ? null : found
}

function opensRun(view: View, i: number, initial: boolean): boolean {
  const { opens, shape, kind } = factsAt(view, i)
  if (shape === SHAPE.digitsFirst && opensCentury(view, i)) return true
  if (kind !== 'word' && opensNumbered(view, i)) return true
  if (!opens || heldAt(view, i) !== HOLD.free) return false
  return !isCommonAbbreviation(view, i) && !isOrdinaryWord(view, i, initial)
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
      return initial || i === 0 || (factsAt(view, i - 1).kind === 'punct' && !closesSoon(view, i))
    default:
      return initial
  }
}

/** The full stop of "Mr.", "J.", "Inc.". */
function abbreviates(view: View, i: number): boolean {
  const before = view.tokens[i - 1]
  if (before === undefined || !touches(before, view.tokens[i] as Token)) return false
  if (before.kind === 'mixed' || before.end - before.start === 1) return true
  return isPartAt(view, i - 1, PART.titles | PART.legalForms)
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
  const { lower, shape, part } = factsAt(view, i)
  if ((part & (PART.commonMixedCase | (shape === SHAPE.upper ? PART.commonCapitals : 0))) !== 0) return true
  return lower.length === 2 && QUARTER.test(lower) && !opensAt(view, i + 1)
}

/** Words that their capital does not make a name: days, months, titles, and function words that open a sentence. */
function isOrdinaryWord(view: View, i: number, initial: boolean): boolean {
  const { lower, shape, is, part } = factsAt(view, i)
  if ((part & PART.calendar) !== 0 || lower === 'i' || lower === "i'm") return true
  // "M&S" is no gentleman
  if ((part & PART.titles) !== 0) return wordAt(view, i + 1) !== '&'
  if ((part & PART.commonNouns) !== 0 && !opensAt(view, i + 1)) return true
  if ((is & (WORD.functionWords | WORD.bareNouns)) === 0) return false
  // a capital L' inside a sentence belongs to the name after it: "à L'Isle-Verte"
  if (lower.endsWith("'")) return initial || lower !== "l'" || shape === SHAPE.plain || !opensAt(view, i + 1)
  return initial || view.loose
}

/** "21st Century Bakers". */
const opensCentury = (view: View, i: number): boolean =>
  heldAt(view, i) !== HOLD.taken &&
  wordAt(view, i + 1) === 'century' &&
  factsAt(view, i + 1).shape === SHAPE.capital &&
  factsAt(view, i + 2).shape === SHAPE.capital

/** A number that opens a product's name, shown by a possessive: "son 12 Pro", "whose 450X". */
function opensNumbered(view: View, i: number): boolean {
  if (!isAt(view, i - 1, WORD.possessives) && wordAt(view, i - 1) !== 'whose') return false
  if (heldAt(view, i) === HOLD.taken) return false
  const { shape, kind } = factsAt(view, i)
  if (shape === SHAPE.digitsFirst) return /[0-9][A-Z]{1,2}$/.test((view.tokens[i] as Token).form.text)
  const next = factsAt(view, i + 1)
  const named = next.shape === SHAPE.capital && heldAt(view, i + 1) === HOLD.free
  return kind === 'digits' && named && (next.part & (PART.calendar | PART.commonNouns)) === 0
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
  const { lower, shape, part } = factsAt(view, last)
  if (last === first || shape !== SHAPE.plain) return false
  if (lower === "'s" || (part & PART.lowerLegalForms) !== 0) return true
  return lower === '.' && isPartAt(view, last - 1, PART.legalForms)
}

/** The end of the run with the token at `j`, and what it joins; `j` or less where it does not belong. */
function nextReach(reader: Reader, view: View, i: number, j: number): number {
  const { tokens } = view
  const { lower, shape, opens, kind, part } = factsAt(view, j)
  if (heldAt(view, j) === HOLD.taken) return j
  if (opens) return goesOn(reader, view, j) ? j + 1 : j
  // a form of the lexicon that goes on over this plain word
  const known = factsAt(view, i).branch === undefined ? null : matchEntry(reader, view, i)
  if (known !== null && known.end > j) return known.end
  if (kind === 'digits' || shape === SHAPE.digitsFirst) return belongsToProduct(reader, view, i, j) ? j + 1 : j
  const token = tokens[j] as Token
  const before = tokens[j - 1] as Token
  const next = tokens[j + 1]
  const tied = next !== undefined && touches(token, next)
  const named = opensAt(view, j + 1) && heldAt(view, j + 1) !== HOLD.taken
  switch (lower) {
    case '&':
      return named || isPartAt(view, j + 1, PART.wholeFirm) ? j + 2 : j
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
      if (tied && (isPartAt(view, j + 1, PART.domains) || (before.kind === 'mixed' && next.kind === 'digits')))
        return j + 2
      if (before.end - before.start === 1 && named) return j + 1
      return isPartAt(view, j - 1, PART.legalForms) && j - 1 > i && next !== undefined ? j + 1 : j
    default:
      if ((part & PART.lowerLegalForms) !== 0) return j + 1
      return (part & SMALL) !== 0 ? joinedBy(reader, view, i, j) : j
  }
}

/** Small words inside a name. */
const SMALL = PART.connectors | PART.particles

/** Whether the capitalised word at `j` belongs to the name before it. */
function goesOn(reader: Reader, view: View, j: number): boolean {
  const { shape, is, part } = factsAt(view, j)
  if (heldAt(view, j) !== HOLD.free || (part & PART.calendar) !== 0) return false
  if (view.loose && (is & WORD.functionWords) !== 0) return false
  const abbreviation = shape === SHAPE.upper && (part & (PART.commonCapitals | PART.legalForms)) === PART.commonCapitals
  return !abbreviation || matchEntry(reader, view, j) !== null
}

/** "the website Norton's, and": nothing is owned, so "'s" is part of the name, unless the lexicon knows it without. */
function closesName(reader: Reader, view: View, i: number, j: number): boolean {
  const { kind, is } = factsAt(view, j + 1)
  const owned = kind === 'word' && (is & (WORD.conjunctions | WORD.auxiliaries)) === 0
  if (owned || kind === 'digits' || kind === 'mixed') return false
  return matchEntry(reader, view, i)?.end !== j
}

const ORDINAL_OR_SUM = /^[0-9]+(?:st|nd|rd|th|er|e|ème|bn|m|k|mn|md|p)$/
const CODE = /^[0-9]{2,4}(?:[a-fij-ln-vx-z]|[a-z]{2})$/
const YEAR = /^(?:19|20)[0-9]{2}$/

/** Whether the number at `j` belongs to the name before it: "Julia 30", "iPhone 15 Pro", "Model 3". */
function belongsToProduct(reader: Reader, view: View, i: number, j: number): boolean {
  const before = view.tokens[j - 1] as Token
  const { form, lower } = view.tokens[j] as Token
  if (isPartAt(view, j - 1, PART.numbered | PART.institutions) || form.text.length > 7) return false
  if (ORDINAL_OR_SUM.test(lower)) return false
  const next = factsAt(view, j + 1)
  const named = next.opens && heldAt(view, j + 1) === HOLD.free
  if (!named && countsSomething(reader, view, j)) return false
  const introduction = factsAt(view, i - 1).is
  const ware = (introduction & WORD.productNouns) !== 0
  if (YEAR.test(lower)) return ware
  if (named && next.shape !== SHAPE.mixed && (next.part & PART.calendar) === 0) return true
  if (ware || (introduction & (WORD.articles | WORD.possessives)) !== 0) return true
  // "Praetor 600E", but "Nokia 5G"
  if (CODE.test(lower) && factsAt(view, j - 1).shape === SHAPE.capital) return true
  // a price list: "- Urbia 3 : 1 499 €"
  if (i <= 1 && next.lower === ':') return true
  // behind a maker or a product, or a short name in capitals: "Boeing 737", "VF 9"
  const known = matchEntry(reader, view, i)
  if (known === null) return i === j - 1 && factsAt(view, i).shape === SHAPE.upper && before.end - before.start <= 3
  return known.entry.product !== undefined || MAKERS.has(known.entry.org?.industry ?? '')
}

/** A unit, a sign or further digits behind the number at `j`. */
function countsSomething({ knowledge }: Reader, view: View, j: number): boolean {
  const { tokens } = view
  const token = tokens[j] as Token
  const next = tokens[j + 1]
  const after = tokens[j + 2]
  if (next === undefined) return false
  if (next.kind === 'symbol' || next.kind === 'digits' || isPartAt(view, j + 1, PART.multiples)) return true
  if (knowledge.lexicon.units.has(next.lower)) return true
  return after?.kind === 'digits' && touches(token, next) && touches(next, after)
}

/** The end of the run when the small words at `j` join what is after them to it; `j` when they do not. */
function joinedBy(reader: Reader, view: View, i: number, j: number): number {
  const first = factsAt(view, i)
  const { lower: link, part } = factsAt(view, j)
  let k = j
  while (k - j < 3 && factsAt(view, k).shape === SHAPE.plain && isPartAt(view, k, SMALL)) k++
  if (!opensAt(view, k) || heldAt(view, k) !== HOLD.free) return j
  if (link === 'and' || link === 'et') return k === j + 1 ? joinedByAnd(reader, view, i, k) || j : j
  if (link === 'for') return j
  // "Éditions du Port", "Bank of Ruritania"
  if ((first.part & (PART.firmHeads | PART.institutions)) !== 0) return k
  if ((part & PART.particles) !== 0) {
    // "Yves de Kerdrel", "Van der Meer Logistiek"
    if (first.firstName && j - i <= 2 && factsAt(view, j - 1).kind === 'word') return k
    if ((first.part & PART.particles) !== 0 && j === i + 1) return k
  }
  // titles of newspapers and shops with an article of their own: "La Gazette du Midi"
  const titled = reader.language === 'fr' && (first.is & WORD.articles) !== 0 && first.shape === SHAPE.capital
  return titled && j - i === 2 ? k : j
}

/** "Trade and Development Authority", "Hobbs and Sons", "Marlow and Finch (M&F)"; 0 for two names. */
function joinedByAnd(reader: Reader, view: View, i: number, from: number): number {
  let end = from
  while (end - from < 6 && opensAt(view, end) && heldAt(view, end) === HOLD.free) end++
  if (end - from > 1 && isPartAt(view, end - 1, PART.institutions)) return end
  return wordAt(view, end - 1) === 'sons' || initialsFollow(reader, view, i, end) ? end : 0
}
