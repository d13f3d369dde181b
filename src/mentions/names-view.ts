import type { Language, Lexicon, PlaceEntry, Sentence, Span, Token } from '../types.js'
import { type Facts, factsOf, type Knowledge, knowledgeOf, NOTHING } from './names-facts.js'
import { PART } from './names-firms.js'
import { type Branch, branchOf, type Entry } from './names-gazetteer.js'
import { SHAPE, type Shape } from './names-shapes.js'
import { WORD } from './names-words.js'

/** All that reading names in one document needs to know. */
export interface Reader {
  text: string
  language: Language
  knowledge: Knowledge
}

/** Whether a token is open to names. */
export const HOLD = {
  free: 0,
  /** A bare number or year of one token: a name may take it over ("Julia 30"). */
  bare: 1,
  /** Part of a date or quantity. */
  taken: 2,
} as const

/** A sentence with what is known of its tokens. */
export interface View {
  index: number
  tokens: readonly Token[]
  /** Of each token. */
  facts: Facts[]
  /** A value of HOLD for each token; null where all are free. */
  hold: Uint8Array | null
  heading: boolean
  /** It is running text: no heading, no list item. */
  body: boolean
  french: boolean
  /** What the lexicon has at each token, once it has been asked. */
  matches: (Match | null | undefined)[] | null
  /** Capitals prove nothing here: the sentence is written in capitals or as an English title. */
  loose: boolean
}

export function createReader(text: string, language: Language, lexicon: Lexicon): Reader {
  return { text, language, knowledge: knowledgeOf(lexicon, language) }
}

/** Reads the facts of a sentence's tokens and marks those that other mentions hold. */
export function viewSentence({ knowledge }: Reader, sentence: Sentence, index: number, taken: readonly Span[]): View {
  const { tokens, role } = sentence
  const facts: Facts[] = new Array(tokens.length)
  let words = 0
  let capitals = 0
  let uppers = 0
  for (let i = 0; i < tokens.length; i++) {
    const known = factsOf(knowledge, tokens[i] as Token)
    facts[i] = known
    if (!known.counted) continue
    words++
    if (known.shape === SHAPE.plain) continue
    capitals++
    if (known.shape === SHAPE.upper) uppers++
  }
  const heading = role === 'heading'
  const shouted = uppers * 10 >= words * 8 && (words > 3 || (heading && words > 0))
  const titled = heading && words >= 4 && capitals * 10 >= words * 8
  return {
    index,
    tokens,
    facts,
    hold: taken.length === 0 ? null : holds(tokens, taken),
    heading,
    body: role === 'text',
    french: knowledge.language === 'fr',
    matches: null,
    loose: shouted || titled,
  }
}

function holds(tokens: readonly Token[], taken: readonly Span[]): Uint8Array {
  const hold = new Uint8Array(tokens.length)
  const spans = inOrder(taken)
  let k = 0
  let reach = -1
  for (let i = 0; i < tokens.length; i++) {
    const { start, end, kind } = tokens[i] as Token
    let bare = false
    for (; k < spans.length; k++) {
      const span = spans[k] as Span
      if (span.start >= end) break
      bare = span.start >= start && span.end <= end && kind !== 'word'
      if (span.end > reach) reach = span.end
    }
    if (reach > start) hold[i] = bare ? HOLD.bare : HOLD.taken
    else if (k === spans.length) break
  }
  return hold
}

function inOrder(spans: readonly Span[]): readonly Span[] {
  for (let k = 1; k < spans.length; k++)
    if ((spans[k] as Span).start < (spans[k - 1] as Span).start) return [...spans].sort((a, b) => a.start - b.start)
  return spans
}

/** What is known of token `i`; of one outside the sentence, nothing. */
export const factsAt = ({ facts }: View, i: number): Facts =>
  i >= 0 && i < facts.length ? (facts[i] as Facts) : NOTHING

/** The folded form of token `i`, '' outside the sentence. */
export const wordAt = (view: View, i: number): string => factsAt(view, i).lower

/** Whether the word at `i` is one of these; `words` are bits of WORD. */
export const isAt = (view: View, i: number, words: number): boolean => (factsAt(view, i).is & words) !== 0

/** Whether the word at `i` may play one of these parts in a name; `parts` are bits of PART. */
export const isPartAt = (view: View, i: number, parts: number): boolean => (factsAt(view, i).part & parts) !== 0

/** Whether a word written as a name stands at `i`. */
export const opensAt = (view: View, i: number): boolean => factsAt(view, i).opens

/** A value of HOLD for token `i`. */
export const heldAt = ({ hold }: View, i: number): number => (hold === null ? HOLD.free : (hold[i] ?? HOLD.free))

/** What a form of the lexicon means where it stands, and the token after it. */
export interface Match {
  entry: Entry
  end: number
}

/** The longest form of the lexicon at token `i` that is written as a name there, with the meanings that hold. */
export function matchEntry(reader: Reader, view: View, i: number): Match | null {
  const { branch, shape } = factsAt(view, i)
  const contracted = reader.language === 'fr' && shape !== SHAPE.plain && i > 0
  if (!contracted) {
    if (branch === undefined) return null
    // most articles begin no name
    if (branch.value === undefined && branch.next?.has(wordAt(view, i + 1)) !== true) return null
  }
  view.matches ??= new Array(view.tokens.length)
  const read = view.matches[i]
  if (read !== undefined) return read
  let match = branch === undefined ? null : longestMatch(view, i, branch)
  if (match === null && contracted) match = matchContracted(reader, view, i)
  view.matches[i] = match
  return match
}

function longestMatch(view: View, i: number, first: Branch): Match | null {
  let match: Match | null = null
  let branch: Branch | undefined = first
  for (let end = i + 1; branch !== undefined; end++) {
    const entry = branch.value === undefined ? null : meanings(view, branch.value, i, end)
    if (entry !== null) match = { entry, end }
    branch = branch.next === undefined || end >= view.tokens.length ? undefined : branch.next.get(wordAt(view, end))
  }
  return match
}

/** French "du" and "au" swallow the article of a name: "du Monde" is of "Le Monde", "aux Échos" to "Les Échos". */
function matchContracted({ knowledge }: Reader, view: View, i: number): Match | null {
  const before = wordAt(view, i - 1)
  const article = before === 'du' || before === 'au' ? 'le' : before === 'des' || before === 'aux' ? 'les' : null
  const branch = article === null ? undefined : branchOf(knowledge.gazetteer, article)?.next?.get(wordAt(view, i))
  const match = branch === undefined ? null : longestMatch(view, i, branch)
  return match?.entry.org === undefined ? null : { entry: { org: match.entry.org }, end: match.end }
}

/** How a stretch is written, for what the lexicon says of its form. */
interface Writing {
  /** It has a capital. */
  capital: boolean
  /** Capitals throughout, where they tell anything. */
  shouted: boolean
  /** As names of firms and products are: with a capital at the start. */
  named: boolean
}

/** The meanings of an entry that its written form at `i` to `end` allows; null where it allows none. */
function meanings(view: View, entry: Entry, i: number, end: number): Entry | null {
  const single = end - i === 1
  let capital = false
  let shouted = true
  let first: Shape | undefined
  for (let k = i; k < end; k++) {
    if (heldAt(view, k) === HOLD.taken) return null
    const { kind, shape, is } = factsAt(view, k)
    if (kind === 'punct' || kind === 'symbol' || kind === 'digits' || shape === SHAPE.digitsFirst) continue
    if (shape !== SHAPE.plain) capital = true
    const letter = shape === SHAPE.capital && lengthAt(view, k) === 1
    if (shape !== SHAPE.upper && shape !== SHAPE.mixed && !letter) shouted = false
    if (first === undefined && (single || (is & WORD.articles) === 0)) first = shape
  }
  const bareNumber = first === undefined
  const written: Writing = {
    capital,
    shouted: shouted && !view.loose,
    // names of firms and products start with a capital, those of places have one somewhere ("mer du Nord")
    named: bareNumber || (capital && first !== SHAPE.plain),
  }
  const { org, product, place, demonym } = entry
  const keepsOrg = org !== undefined && fits(org, written, written.named)
  const numbered = product !== undefined && (!bareNumber || followsMaker(view, i))
  const keepsProduct = numbered && fits(product, written, written.named)
  const placed = place !== undefined && (place.prep !== true || followsPreposition(view, i, place))
  const keepsPlace = placed && fits(place, written, capital)
  // "chinois" has no capital, "Chinese" has one
  const keepsDemonym = demonym !== undefined && (view.french || fits(demonym, written, capital))
  if (!keepsOrg && !keepsProduct && !keepsPlace && !keepsDemonym) return null
  // "CVC": a firm, and heating and cooling
  const doubtful = keepsOrg && single && isPartAt(view, i, PART.commonCapitals)
  const whole =
    keepsOrg === (org !== undefined) &&
    keepsProduct === (product !== undefined) &&
    keepsPlace === (place !== undefined) &&
    keepsDemonym === (demonym !== undefined)
  if (whole && !doubtful) return entry
  const kept: Entry = {}
  if (keepsOrg) kept.org = doubtful ? { ...org, ambiguous: true } : org
  if (keepsProduct) kept.product = product
  if (keepsPlace) kept.place = place
  if (keepsDemonym) kept.demonym = demonym
  return kept
}

function fits(marks: { upper?: true; lower?: true }, { shouted }: Writing, written: boolean): boolean {
  return marks.lower === true || (marks.upper === true ? shouted : written)
}

const lengthAt = ({ tokens }: View, i: number): number => {
  const { start, end } = tokens[i] as Token
  return end - start
}

/** A number is a product only behind its maker, or in a row with one that is: "Boeing 737 et 777". */
function followsMaker(view: View, i: number): boolean {
  for (let k = i - 1; k >= 0 && k >= i - 8; k--) {
    const { shape, branch, kind, lower, is } = factsAt(view, k)
    if (shape !== SHAPE.plain) return branch?.value?.org !== undefined
    if (kind !== 'digits' && lower !== ',' && (is & (WORD.conjunctions | WORD.articles)) === 0) return false
  }
  return false
}

/** A preposition of place; before a country or region an article too ("la Dominique"). */
function followsPreposition(view: View, i: number, { kind }: PlaceEntry): boolean {
  return isAt(view, i - 1, WORD.anyPlacePrepositions | (kind === 'city' ? 0 : WORD.articles))
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
export function looksLikePerson(view: View, start: number, end: number): boolean {
  if (end - start < 2 || end - start > 5 || !factsAt(view, start).firstName) return false
  if (wordAt(view, end - 1) === "'s") return false
  for (let k = start + 1; k < end; k++) {
    const { shape, kind } = factsAt(view, k)
    if (shape === SHAPE.mixed || kind === 'digits') return false
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
    if (factsAt(view, k).kind === 'word') letters += wordAt(view, k)
    else if (wordAt(view, k) !== '&' && wordAt(view, k) !== '.') return false
  }
  return wordAt(view, k) === ')' && letters.length > 1 && initialsOf(text, view, i, end) === letters
}
