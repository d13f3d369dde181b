import type { Language, LanguageLexicon, Lexicon, PlaceEntry, Sentence, Span, Token } from '../types.js'
import { COMMON_CAPITALS } from './names-firms.js'
import { type Branch, type Entry, gazetteer, type WordTree } from './names-gazetteer.js'
import { opensName, SHAPE, type Shape, shapeOf } from './names-shapes.js'
import { NAME_WORDS, type NameWords } from './names-words.js'

/** All that reading names in one document needs to know. */
export interface Reader {
  text: string
  language: Language
  words: NameWords
  lexicon: LanguageLexicon
  firstNames: Set<string>
  tree: WordTree
}

/** Whether a token is open to names. */
export const HOLD = {
  free: 0,
  /** A bare number or year of one token: a name may take it over ("Julia 30"). */
  bare: 1,
  /** Part of a date or quantity. */
  taken: 2,
} as const

/** A sentence with what its tokens look like. */
export interface View {
  index: number
  tokens: readonly Token[]
  shapes: Shape[]
  /** A value of HOLD for each token. */
  hold: Uint8Array
  heading: boolean
  /** It is running text: no heading, no list item. */
  body: boolean
  /** What the lexicon has at each token, once it has been asked. */
  matches: (Match | null | undefined)[]
  /** Capitals prove nothing here: the sentence is written in capitals or as an English title. */
  loose: boolean
}

export function createReader(text: string, language: Language, lexicon: Lexicon): Reader {
  return {
    text,
    language,
    words: NAME_WORDS[language],
    lexicon: lexicon[language],
    firstNames: lexicon.firstNames,
    tree: gazetteer(lexicon, language),
  }
}

/** Reads the shapes of a sentence's tokens and marks those that other mentions hold. */
export function viewSentence(reader: Reader, sentence: Sentence, index: number, taken: readonly Span[]): View {
  const { tokens, role } = sentence
  const shapes: Shape[] = new Array(tokens.length)
  let words = 0
  let capitals = 0
  let uppers = 0
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token
    const shape = shapeOf(reader.text, token)
    shapes[i] = shape
    // short words keep their lower case in titles
    if (token.kind !== 'word' || token.end - token.start < 3) continue
    words++
    if (shape === SHAPE.upper) uppers++
    if (shape !== SHAPE.plain) capitals++
  }
  const heading = role === 'heading'
  const shouted = uppers * 10 >= words * 8 && (words > 3 || (heading && words > 0))
  const titled = heading && words >= 4 && capitals * 10 >= words * 8
  return {
    index,
    tokens,
    shapes,
    hold: holds(tokens, taken),
    heading,
    body: role === 'text',
    matches: new Array(tokens.length),
    loose: shouted || titled,
  }
}

function holds(tokens: readonly Token[], taken: readonly Span[]): Uint8Array {
  const hold = new Uint8Array(tokens.length)
  if (taken.length === 0) return hold
  const spans = [...taken].sort((a, b) => a.start - b.start)
  let k = 0
  let reach = -1
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token
    let bare = false
    while (k < spans.length && (spans[k] as Span).start < token.end) {
      const span = spans[k] as Span
      bare = span.start >= token.start && span.end <= token.end && token.kind !== 'word'
      reach = Math.max(reach, span.end)
      k++
    }
    if (reach > token.start) hold[i] = bare ? HOLD.bare : HOLD.taken
  }
  return hold
}

/** The folded form of token `i`, '' outside the sentence. */
export const wordAt = ({ tokens }: View, i: number): string => tokens[i]?.lower ?? ''

/** Whether a word written as a name stands at `i`. */
export const opensAt = ({ shapes }: View, i: number): boolean =>
  shapes[i] !== undefined && opensName(shapes[i] as Shape)

/** What a form of the lexicon means where it stands, and the token after it. */
export interface Match {
  entry: Entry
  end: number
}

/** The longest form of the lexicon at token `i` that is written as a name there, with the meanings that hold. */
export function matchEntry(reader: Reader, view: View, i: number): Match | null {
  const read = view.matches[i]
  if (read !== undefined) return read
  const branch = i < view.tokens.length ? reader.tree.get(wordAt(view, i)) : undefined
  let match = branch === undefined ? null : longestMatch(reader, view, i, branch)
  if (match === null && reader.language === 'fr') match = matchContracted(reader, view, i)
  view.matches[i] = match
  return match
}

function longestMatch(reader: Reader, view: View, i: number, first: Branch): Match | null {
  let match: Match | null = null
  let branch: Branch | undefined = first
  for (let end = i + 1; branch !== undefined; end++) {
    const entry = branch.value === undefined ? null : meanings(reader, view, branch.value, i, end)
    if (entry !== null) match = { entry, end }
    branch = end < view.tokens.length ? branch.next?.get(wordAt(view, end)) : undefined
  }
  return match
}

/** French "du" and "au" swallow the article of a name: "du Monde" is of "Le Monde", "aux Échos" to "Les Échos". */
function matchContracted(reader: Reader, view: View, i: number): Match | null {
  if (view.shapes[i] === SHAPE.plain) return null
  const before = wordAt(view, i - 1)
  const article = before === 'du' || before === 'au' ? 'le' : before === 'des' || before === 'aux' ? 'les' : null
  const branch = article === null ? undefined : reader.tree.get(article)?.next?.get(wordAt(view, i))
  const match = branch === undefined ? null : longestMatch(reader, view, i, branch)
  return match?.entry.org === undefined ? null : { entry: { org: match.entry.org }, end: match.end }
}

/** The meanings of an entry that its written form at `i` to `end` allows; null where it allows none. */
function meanings(reader: Reader, view: View, entry: Entry, i: number, end: number): Entry | null {
  const { tokens, shapes, hold } = view
  let capital = false
  let shouted = true
  let first: Shape | undefined
  for (let k = i; k < end; k++) {
    if (hold[k] === HOLD.taken) return null
    const token = tokens[k] as Token
    const shape = shapes[k] as Shape
    if (token.kind === 'punct' || token.kind === 'symbol' || token.kind === 'digits' || shape === SHAPE.digitsFirst)
      continue
    if (shape !== SHAPE.plain) capital = true
    const letter = shape === SHAPE.capital && token.end - token.start === 1
    if (shape !== SHAPE.upper && shape !== SHAPE.mixed && !letter) shouted = false
    if (first === undefined && (end - i === 1 || !reader.words.articles.has(token.lower))) first = shape
  }
  const bareNumber = first === undefined
  // names of firms and products start with a capital, those of places have one somewhere ("mer du Nord")
  const named = bareNumber || (capital && first !== SHAPE.plain)
  const fits = (marks: { upper?: true; lower?: true }, written: boolean) =>
    marks.lower === true || (marks.upper === true ? shouted && !view.loose : written)
  const { org, product, place, demonym } = entry
  const kept: Entry = {}
  if (org !== undefined && fits(org, named)) {
    // "CVC": a firm, and heating and cooling
    const doubtful = end - i === 1 && COMMON_CAPITALS.has(wordAt(view, i))
    kept.org = doubtful ? { ...org, ambiguous: true } : org
  }
  const numbered = !bareNumber || followsMaker(reader, view, i)
  if (product !== undefined && numbered && fits(product, named)) kept.product = product
  const placed = place?.prep !== true || followsPreposition(reader, view, i, place)
  if (place !== undefined && placed && fits(place, capital)) kept.place = place
  // "chinois" has no capital, "Chinese" has one
  if (demonym !== undefined && (reader.language === 'fr' || fits(demonym, capital))) kept.demonym = demonym
  if (kept.org === org && kept.product === product && kept.place === place && kept.demonym === demonym) return entry
  return (kept.org ?? kept.product ?? kept.place ?? kept.demonym) ? kept : null
}

/** A number is a product only behind its maker, or in a row with one that is: "Boeing 737 et 777". */
function followsMaker(reader: Reader, { tokens, shapes }: View, i: number): boolean {
  const { articles, conjunctions } = reader.words
  for (let k = i - 1; k >= 0 && k >= i - 8; k--) {
    const { lower, kind } = tokens[k] as Token
    if (shapes[k] !== SHAPE.plain) return reader.tree.get(lower)?.value?.org !== undefined
    if (kind !== 'digits' && lower !== ',' && !conjunctions.has(lower) && !articles.has(lower)) return false
  }
  return false
}

/** A preposition of place; before a country or region an article too ("la Dominique"). */
function followsPreposition({ words }: Reader, view: View, i: number, { kind }: PlaceEntry): boolean {
  const before = wordAt(view, i - 1)
  return words.anyPlacePrepositions.has(before) || (kind !== 'city' && words.articles.has(before))
}

/** Whether the lexicon's word is enough: one meaning, and none that an ordinary word shares. */
export function isSettled({ org, product, place, demonym }: Entry): boolean {
  if (org !== undefined) return org.ambiguous !== true && place === undefined
  if (product !== undefined) return product.ambiguous !== true && place === undefined && demonym === undefined
  return true
}

/** Nothing but firms and products whose names are ordinary words too. */
export const isDoubtful = ({ org, product, place, demonym }: Entry): boolean =>
  (org === undefined || org.ambiguous === true) &&
  (product === undefined || product.ambiguous === true) &&
  place === undefined &&
  demonym === undefined

/** A first name and one to four more words. */
export function looksLikePerson(reader: Reader, view: View, start: number, end: number): boolean {
  if (end - start < 2 || end - start > 5 || wordAt(view, end - 1) === "'s") return false
  if (!reader.firstNames.has(wordAt(view, start))) return false
  for (let k = start + 1; k < end; k++) {
    if (view.shapes[k] === SHAPE.mixed || view.tokens[k]?.kind === 'digits') return false
  }
  return true
}

/** The first letters of the capitalised words from `start` to `end`, in lower case. */
export function initialsOf(text: string, { tokens }: View, start: number, end: number): string {
  let initials = ''
  for (let k = start; k < end; k++) {
    const c = text[tokens[k]?.start ?? 0] ?? ''
    if (c !== c.toLowerCase()) initials += c.toLowerCase()
  }
  return initials
}

/** Whether brackets at `end` give the initials of the words from `i`: "Marlow and Finch (M&F)". */
export function initialsFollow({ text }: Reader, view: View, i: number, end: number): boolean {
  if (wordAt(view, end) !== '(') return false
  let letters = ''
  let k = end + 1
  for (; k <= end + 6 && wordAt(view, k) !== ')'; k++) {
    if (view.tokens[k]?.kind === 'word') letters += wordAt(view, k)
    else if (wordAt(view, k) !== '&' && wordAt(view, k) !== '.') return false
  }
  return wordAt(view, k) === ')' && letters.length > 1 && initialsOf(text, view, i, end) === letters
}
