import type { Language, Token } from '../types.js'
import { SMALL, TRAIT } from './names-facts.js'
import { MAKERS, PART, partsOf } from './names-firms.js'
import type { Branch } from './names-gazetteer.js'
import { dottedFormAt, isSlashedForm } from './names-legal.js'
import { cutRun, known, type Run } from './names-segments.js'
import { SHAPE, touches } from './names-shapes.js'
import {
  factsAt,
  goesOnAt,
  initialsFollow,
  isAt,
  isDoubtful,
  isFreeAt,
  isPartAt,
  isTakenAt,
  type Match,
  matchEntry,
  opensAt,
  opensFreeAt,
  type Reader,
  traitsAt,
  type View,
  wordAt,
} from './names-view.js'
import { WORD } from './names-words.js'

/** No name has more words; keeps hostile input cheap. */
const LONGEST_RUN = 14

/** Adds all runs of one sentence, in order, cut into segments. */
export function findRuns(reader: Reader, view: View, runs: Run[]): void {
  const { tokens, base, traits } = view
  let initial = true
  let i = 0
  while (i < tokens.length) {
    const at = i++
    const seen = traits[base + at] as number
    if ((seen & TRAIT.calm) !== 0) initial = false
    else if ((seen & TRAIT.sign) !== 0) {
      if ((seen & TRAIT.turns) !== 0) initial = opensSentence(view, at, initial)
    } else {
      const run: Run | null = mayOpen(view, at, seen) ? readRun(reader, view, at, initial) : null
      initial = initial && run === null && (seen & TRAIT.digits) !== 0
      if (run === null) continue
      runs.push(run)
      i = run.end
    }
  }
}

/** Whether a run may begin with the word at `i`, by itself and the one after it: most of those that might do not. */
function mayOpen(view: View, i: number, seen: number): boolean {
  if ((seen & TRAIT.leads) !== 0) return goesOnAt(view, i + 1, factsAt(view, i).branch as Branch)
  // "son 12 Pro"
  return (seen & TRAIT.starts) !== 0 || ((seen & TRAIT.digits) !== 0 && opensAt(view, i + 1))
}

/** The run that begins with the word at `i`; null where none does. */
function readRun(reader: Reader, view: View, i: number, initial: boolean): Run | null {
  const { adjective, shape } = factsAt(view, i)
  if (adjective !== null) {
    if (adjective.entry === undefined) return null
    return { view, start: i, end: i + 1, initial, segments: [known(i, i + 1, adjective.entry)] }
  }
  const match = isTakenAt(view, i) ? null : matchEntry(reader, view, i)
  const found = match !== null && isKnown(view, match, i, initial) ? match : null
  const opens = opensRun(view, i, initial)
  if (found === null && !opens) return null
  const reach = found?.end ?? i + 1
  const end = opens || shape !== SHAPE.plain ? extendRun(reader, view, i, reach, match) : reach
  const run: Run = { view, start: i, end, initial, segments: [] }
  run.segments = cutRun(reader, run, match)
  return run
}

/** Whether a form of the lexicon at `i` is no ordinary word there, and not the start of another name. */
function isKnown(view: View, { entry, end }: Match, i: number, initial: boolean): boolean {
  const { shape, is } = factsAt(view, i)
  // "the National Grid" is not "The National"
  if (shape === SHAPE.plain && (is & WORD.articles) !== 0 && opensAt(view, end)) return false
  return !isDoubtful(entry) || !isOrdinaryWord(view, i, initial)
}

/** "(NYSE:DAL)", "(Paris:CA)": what a share is traded as names nobody anew. */
const isTicker = (view: View, i: number): boolean =>
  wordAt(view, i - 1) === ':' &&
  (wordAt(view, i - 3) === '(' || wordAt(view, i - 4) === '(') &&
  wordAt(view, i + 1) === ')'

function opensRun(view: View, i: number, initial: boolean): boolean {
  const { shape, kind } = factsAt(view, i)
  if (shape === SHAPE.upper && isTicker(view, i)) return false
  if (shape === SHAPE.digitsFirst && opensCentury(view, i)) return true
  if (kind !== 'word' && opensNumbered(view, i)) return true
  return opensFreeAt(view, i) && !isCommonAbbreviation(view, i) && !isOrdinaryWord(view, i, initial)
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
    case '—':
    case '–':
    case '-':
      return initial || closesDateline(view, i)
    default:
      return initial
  }
}

/** "PARIS — Deliveries fell", "GRIFFIN, GA (Agency) - Two plants closed": the sentence opens behind the dash. */
function closesDateline(view: View, i: number): boolean {
  if (i === 0 || i > 10 || touches(view.tokens[i - 1] as Token, view.tokens[i] as Token)) return false
  const { shape, kind } = factsAt(view, 0)
  return shape === SHAPE.upper && kind === 'word' && view.tokens[0]!.end - view.tokens[0]!.start > 2
}

/** The full stop of "Mr.", "J.", "Inc.". */
function abbreviates(view: View, i: number): boolean {
  const before = i > 0 ? view.tokens[i - 1] : undefined
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

/** Abbreviations that name nobody: "PDG", "GWh", "T3" where no name goes on. */
function isCommonAbbreviation(view: View, i: number): boolean {
  const { shape, part } = factsAt(view, i)
  if ((part & (PART.commonMixedCase | (shape === SHAPE.upper ? PART.commonCapitals : 0))) !== 0) return true
  // "EVs", "ASKs": several of what has no name
  if (shape === SHAPE.upper && isPlural(view.tokens[i])) return true
  if (shape !== SHAPE.plain && (isSumOf(view, i, i + 1) || isSumOf(view, i - 2, i - 1))) return true
  return (traitsAt(view, i) & TRAIT.quarter) !== 0 && !opensAt(view, i + 1)
}

const isPlural = (token: Token | undefined): boolean => token?.form.text.endsWith('s') === true

/** "R&D" in three tokens, the sign at `sign`. */
const isSumOf = (view: View, start: number, sign: number): boolean =>
  wordAt(view, sign) === '&' &&
  (partsOf(`${wordAt(view, start)}&${wordAt(view, sign + 1)}`) & PART.commonCapitals) !== 0

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
  !isTakenAt(view, i) &&
  wordAt(view, i + 1) === 'century' &&
  factsAt(view, i + 1).shape === SHAPE.capital &&
  factsAt(view, i + 2).shape === SHAPE.capital

/** A number that opens a product's name, shown by a possessive: "son 12 Pro", "whose 450X". */
function opensNumbered(view: View, i: number): boolean {
  if (!isAt(view, i - 1, WORD.possessives) && wordAt(view, i - 1) !== 'whose') return false
  if (isTakenAt(view, i)) return false
  const { shape, kind } = factsAt(view, i)
  if (shape === SHAPE.digitsFirst) return /[0-9][A-Z]{1,2}$/.test((view.tokens[i] as Token).form.text)
  const next = factsAt(view, i + 1)
  const named = next.shape === SHAPE.capital && isFreeAt(view, i + 1)
  return kind === 'digits' && named && (next.part & (PART.calendar | PART.commonNouns)) === 0
}

/** Where a run that starts at `i` and reaches to `from` ends; `match` is the form of the lexicon there. */
function extendRun(reader: Reader, view: View, i: number, from: number, match: Match | null): number {
  const { tokens } = view
  // a form of the lexicon may go on over words that join nothing
  const known = match === null || factsAt(view, i).branch === undefined ? i : match.end
  let j = from
  while (j < tokens.length && j - i < LONGEST_RUN) {
    const next =
      (traitsAt(view, j) & TRAIT.joins) === 0 ? overPlain(view, known, j) : nextReach(reader, view, i, j, known)
    if (next <= j) return j
    j = next
    if (endsName(view, j - 1, i)) return j
  }
  return j
}

/** The end of the run over a word at `j` that no name holds, unless one that the lexicon knows as far as `known` does. */
const overPlain = (view: View, known: number, j: number): number => (known > j && !isTakenAt(view, j) ? known : j)

/** A legal form in lower case, its full stop, or a possessive mark taken into the name: nothing follows it. */
function endsName(view: View, last: number, first: number): boolean {
  const { lower, shape, part } = factsAt(view, last)
  if (last === first || shape !== SHAPE.plain) return false
  if (lower === "'s" || (part & PART.lowerLegalForms) !== 0) return true
  return lower === '.' && (isPartAt(view, last - 1, PART.legalForms) || wordAt(view, last - 2) === '.')
}

/** The end of the run with the token at `j`, and what it joins; `j` or less where it does not belong. */
function nextReach(reader: Reader, view: View, i: number, j: number, known: number): number {
  const { tokens } = view
  if (isTakenAt(view, j)) return j
  const dotted = dottedFormAt(view, j)
  if (dotted > j) return dotted
  if (opensAt(view, j)) return goesOn(reader, view, j) ? j + 1 : j
  if (known > j) return known
  const { lower, shape, kind, part } = factsAt(view, j)
  if (kind === 'digits' || shape === SHAPE.digitsFirst) return belongsToProduct(reader, view, i, j) ? j + 1 : j
  const token = tokens[j] as Token
  const before = tokens[j - 1] as Token
  const next = tokens[j + 1]
  const tied = next !== undefined && touches(token, next)
  const named = opensAt(view, j + 1) && !isTakenAt(view, j + 1)
  switch (lower) {
    case '&':
      return named || isPartAt(view, j + 1, PART.wholeFirm) ? j + 2 : j
    case '+':
      return touches(before, token) && !(tied && next.kind === 'digits') ? j + 1 : j
    case "'s":
      // French has no such possessive: "Jacob's Creek", "chez Lay's"
      if (reader.language === 'fr') return named ? j + 2 : j + 1
      return reader.language === 'en' && j - i <= 3 && closesName(reader, view, i, j) ? j + 1 : j
    case '-':
      // "ATR 42-600"
      return before.kind === 'digits' && touches(before, token) && tied && next.kind !== 'word' ? j + 2 : j
    case '/':
      return isSlashedForm(wordAt(view, j - 1), wordAt(view, j + 1)) && touches(before, token) && tied ? j + 2 : j
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

/** Whether the capitalised word at `j` belongs to the name before it. */
function goesOn(reader: Reader, view: View, j: number): boolean {
  const { shape, is, part } = factsAt(view, j)
  if (!isFreeAt(view, j) || (part & PART.calendar) !== 0) return false
  if (view.loose && (is & WORD.functionWords) !== 0) return false
  const abbreviation = shape === SHAPE.upper && (part & (PART.commonCapitals | PART.legalForms)) === PART.commonCapitals
  return !abbreviation || matchEntry(reader, view, j) !== null
}

/** "the website Norton's, and": nothing is owned, so "'s" is part of the name, unless the lexicon knows it without. */
function closesName(reader: Reader, view: View, i: number, j: number): boolean {
  const { kind, is, lower } = factsAt(view, j + 1)
  // "Lumo Inc's (LMO) output"
  if (isPartAt(view, j - 1, PART.legalForms) || lower === '(') return false
  // "while Lumo's were up 3%": its sales
  if (lower === 'were') return false
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
  if (isPartAt(view, j - 1, PART.numbered | PART.institutions | PART.landmarks) || form.text.length > 7) return false
  // "l'iPhone 17e": no French ordinal stands behind a noun
  const known = matchEntry(reader, view, i)
  if (ORDINAL_OR_SUM.test(lower) && !(known?.entry.product !== undefined && known.end === j && /^\d+e$/.test(lower)))
    return false
  const next = factsAt(view, j + 1)
  const named = opensFreeAt(view, j + 1)
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
  if (!opensFreeAt(view, k)) return j
  if (link === 'and' || link === 'et') return k === j + 1 ? joinedByAnd(reader, view, i, k) || j : j
  if (link === 'for') return j
  // "Dairy Farmers of America", "Ruritanian Growers of Canada"
  if (link === 'of' && k === j + 1 && (wordAt(view, k) === 'america' || PEOPLE.has(wordAt(view, j - 1)))) return k
  // "Éditions du Port", "Bank of Ruritania"
  if ((first.part & (PART.firmHeads | PART.institutions | PART.landmarks)) !== 0) return k
  if ((part & PART.particles) !== 0) {
    // "Yves de Kerdrel", "Van der Meer Logistiek"
    if (first.firstName && j - i <= 2 && factsAt(view, j - 1).kind === 'word') return k
    if ((first.part & PART.particles) !== 0 && j === i + 1) return k
    // "Casa dos Ventos", in English "Cirque du Soleil" too: a small word of another language stands in names alone
    if (!OWN_PARTICLES[reader.language].has(link)) return k
  }
  // titles of newspapers and shops with an article of their own: "La Gazette du Midi"
  const titled = reader.language === 'fr' && (first.is & WORD.articles) !== 0 && first.shape === SHAPE.capital
  if (titled && j - i === 2) return k
  // "Le shampoing phare, Brume d'Azur, coûte": one name between two marks
  const enclosed = reader.language === 'fr' && j === i + 1 && ENCLOSING.has(wordAt(view, i - 1))
  return enclosed && link !== 'le' && link !== 'la' && ENCLOSING.has(wordAt(view, k + 1)) ? k : j
}

/** Who may join in a firm that bears their name, and its country's. */
const PEOPLE = new Set(
  'farmers growers breweries brewers producers bankers builders makers millers ranchers'.split(' '),
)

/** Particles of names that are common words of the language as well. */
const OWN_PARTICLES: Record<Language, ReadonlySet<string>> = {
  fr: new Set(['de', 'du', 'des', 'le', 'la', 'al', 'ben', 'ten']),
  en: new Set(['al', 'ben', 'ten', 'den', 'bin']),
}

const ENCLOSING = new Set([',', '«', '»', '“', '”', '"'])

const TRADES = PART.firmTails | PART.wholeFirm | PART.legalForms

function consistsOfTrades(view: View, start: number, end: number): boolean {
  for (let k = start; k < end; k++) if (!isPartAt(view, k, TRADES)) return false
  return end > start
}

/** "Trade and Development Authority", "Hobbs and Sons", "Marlow and Finch (M&F)"; 0 for two names. */
function joinedByAnd(reader: Reader, view: View, i: number, from: number): number {
  let end = from
  while (end - from < 6 && opensFreeAt(view, end)) end++
  if (end - from > 1 && isPartAt(view, end - 1, PART.institutions | PART.landmarks)) return end
  // "Airbus Defence and Space", "Marlow Iron and Steel Company"
  if (from - 2 > i && isPartAt(view, from - 2, TRADES) && consistsOfTrades(view, from, end)) return end
  return wordAt(view, end - 1) === 'sons' || initialsFollow(reader, view, i, end) ? end : 0
}
