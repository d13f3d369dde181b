import type { Language, Lexicon, Sentence, Span, Token } from '../types.js'
import { type Facts, factsOf, factsRead, type Knowledge, knowledgeOf, NOTHING, spotBit, TRAIT } from './names-facts.js'
import { PART } from './names-firms.js'
import { type Branch, branchOf, type Entry, entryWith, type Org, type Place, type Product } from './names-gazetteer.js'
import { isDigit, SHAPE, type Shape } from './names-shapes.js'
import { WORD } from './names-words.js'

/** All that reading names in one document needs to know. */
export interface Reader {
  text: string
  language: Language
  french: boolean
  knowledge: Knowledge
  sentences: readonly Sentence[]
  /** Bits of TRAIT of the tokens of all sentences, with those that they have where they stand; and more room. */
  traits: Int32Array
}

/** A sentence with what is known of its tokens. */
export interface View {
  index: number
  tokens: readonly Token[]
  /** The number of its first token in the document. */
  base: number
  traits: Int32Array
  heading: boolean
  /** It is running text: no heading, no list item. */
  body: boolean
  french: boolean
  /** Capitals prove nothing here: the sentence is written in capitals or as an English title. */
  loose: boolean
}

/** Room for the traits of one document after another: most are short, and one is read at a time. */
let room = new Int32Array(1 << 12)

export function createReader(
  { text, sentences }: { text: string; sentences: readonly Sentence[] },
  language: Language,
  lexicon: Lexicon,
): Reader {
  let size = 0
  for (const { tokens } of sentences) size += tokens.length
  if (size > room.length) room = new Int32Array(size * 2)
  return {
    text,
    language,
    french: language === 'fr',
    knowledge: knowledgeOf(lexicon, language),
    sentences,
    traits: room,
  }
}

/** Reads what is known of a sentence's tokens, the first of which has the number `base`; returns all their traits as one. */
export function readTraits({ knowledge, traits }: Reader, tokens: readonly Token[], base: number): number {
  let all = 0
  for (let i = 0; i < tokens.length; i++) {
    const own = factsOf(knowledge, tokens[i] as Token).traits
    traits[base + i] = own
    all |= own
  }
  return all
}

/**
 * A sentence whose traits have been read; marks the tokens that other mentions hold.
 * @param all its tokens' traits as one
 */
export function viewSentence(
  { french, traits }: Reader,
  { tokens, role }: Sentence,
  index: number,
  base: number,
  all: number,
  taken: readonly Span[],
): View {
  if (taken.length > 0) hold(traits, tokens, base, taken)
  if ((all & TRAIT.shouted) !== 0) holdShareCodes(traits, tokens, base)
  const heading = role === 'heading'
  // a sentence with no word in capitals throughout is not written in them
  const loose = (heading || (all & TRAIT.shouted) !== 0) && isLoose(traits, base, base + tokens.length, heading)
  return { index, tokens, base, traits, heading, body: role === 'text', french, loose }
}

function isLoose(traits: Int32Array, start: number, end: number, heading: boolean): boolean {
  let words = 0
  let capitals = 0
  let uppers = 0
  for (let i = start; i < end; i++) {
    const seen = traits[i] as number
    if ((seen & TRAIT.counted) === 0) continue
    words++
    if ((seen & TRAIT.plain) !== 0) continue
    capitals++
    if ((seen & TRAIT.shouted) !== 0) uppers++
  }
  if (uppers * 10 >= words * 8 && (words > 3 || (heading && words > 0))) return true
  return heading && words >= 4 && capitals * 10 >= words * 8
}

function hold(traits: Int32Array, tokens: readonly Token[], base: number, taken: readonly Span[]): void {
  const spans = inOrder(taken)
  let k = 0
  let reach = -1
  for (let i = 0; i < tokens.length; i++) {
    const { start, end, lower } = tokens[i] as Token
    let bare = false
    for (; k < spans.length; k++) {
      const span = spans[k] as Span
      if (span.start >= end) break
      bare = span.start >= start && span.end <= end && isDigit(lower.charCodeAt(0))
      if (span.end > reach) reach = span.end
    }
    if (reach > start) traits[base + i] = (traits[base + i] as number) | (bare ? TRAIT.bare : TRAIT.taken)
    else if (k === spans.length) break
  }
}

/** "Safran SAF.PA", "Boeing BA.N": the code of a share and that of its exchange, written solid (Reuters), are no names. */
function holdShareCodes(traits: Int32Array, tokens: readonly Token[], base: number): void {
  for (let i = 1; i + 1 < tokens.length; i++) {
    const point = tokens[i] as Token
    if (point.lower !== '.' || ((traits[base + i - 1] as number) & TRAIT.shouted) === 0) continue
    const exchange = tokens[i + 1] as Token
    if ((tokens[i - 1] as Token).end !== point.start || point.end !== exchange.start) continue
    if (!isExchange(exchange.form.text)) continue
    traits[base + i - 1] = (traits[base + i - 1] as number) | TRAIT.taken
    traits[base + i + 1] = (traits[base + i + 1] as number) | TRAIT.taken
  }
}

/** One or two capitals. */
function isExchange(text: string): boolean {
  if (text.length > 2) return false
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) < 0x41 || text.charCodeAt(i) > 0x5a) return false
  return true
}

function inOrder(spans: readonly Span[]): readonly Span[] {
  for (let k = 1; k < spans.length; k++)
    if ((spans[k] as Span).start < (spans[k - 1] as Span).start) return [...spans].sort((a, b) => a.start - b.start)
  return spans
}

/** What is known of token `i`; of one outside the sentence, nothing. */
export const factsAt = ({ tokens, french }: View, i: number): Facts =>
  i >= 0 && i < tokens.length ? (factsRead(tokens[i] as Token, french) as Facts) : NOTHING

/** Bits of TRAIT of token `i`, with those that it has where it stands. */
export const traitsAt = ({ traits, base, tokens }: View, i: number): number =>
  i >= 0 && i < tokens.length ? (traits[base + i] as number) : NOTHING.traits

/** The folded form of token `i`, '' outside the sentence. */
export const wordAt = (view: View, i: number): string => factsAt(view, i).lower

/** Whether the word at `i` is one of these; `words` are bits of WORD. */
export const isAt = (view: View, i: number, words: number): boolean => (factsAt(view, i).is & words) !== 0

/** Whether the word at `i` may play one of these parts in a name; `parts` are bits of PART. */
export const isPartAt = (view: View, i: number, parts: number): boolean => (factsAt(view, i).part & parts) !== 0

/** Whether a word written as a name stands at `i`. */
export const opensAt = (view: View, i: number): boolean => (traitsAt(view, i) & TRAIT.opens) !== 0

/** Whether token `i` is part of a date or quantity. */
export const isTakenAt = (view: View, i: number): boolean => (traitsAt(view, i) & TRAIT.taken) !== 0

/** Whether token `i` is part of no date, quantity or number. */
export const isFreeAt = (view: View, i: number): boolean => (traitsAt(view, i) & (TRAIT.taken | TRAIT.bare)) === 0

/** Whether a word written as a name stands at `i` that is part of no date, quantity or number. */
export const opensFreeAt = (view: View, i: number): boolean =>
  (traitsAt(view, i) & (TRAIT.opens | TRAIT.taken | TRAIT.bare)) === TRAIT.opens

/** What a form of the lexicon means where it stands, and the token after it. */
export interface Match {
  entry: Entry
  end: number
}

/** The longest form of the lexicon at token `i` that is written as a name there, with the meanings that hold. */
export function matchEntry(reader: Reader, view: View, i: number): Match | null {
  const { branch, shape } = factsAt(view, i)
  const contracted = view.french && shape !== SHAPE.plain && (traitsAt(view, i - 1) & TRAIT.contracts) !== 0
  if (!contracted && (branch === undefined || (branch.value === undefined && !goesOnAt(view, i + 1, branch))))
    return null
  const match = branch === undefined ? null : longestMatch(view, i, branch)
  return match === null && contracted ? matchContracted(reader, view, i) : match
}

/** Whether a form of the lexicon that has come as far as `branch` goes on with the token at `i`. */
export const goesOnAt = (view: View, i: number, { next, spots }: Branch): boolean =>
  (spots & spotBit(traitsAt(view, i))) !== 0 && next?.has(wordAt(view, i)) === true

function longestMatch(view: View, i: number, first: Branch): Match | null {
  if (isTakenAt(view, i)) return null
  let match: Match | null = null
  let branch: Branch | undefined = first
  for (let end = i + 1; branch !== undefined; end++) {
    const entry = branch.value === undefined ? null : meanings(view, branch.value, i, end)
    if (entry !== null) match = { entry, end }
    if ((branch.spots & spotBit(traitsAt(view, end))) === 0) break
    branch = branch.next?.get(wordAt(view, end))
  }
  return match
}

/** French "du" and "au" swallow the article of a name: "du Monde" is of "Le Monde", "aux Échos" to "Les Échos". */
function matchContracted({ knowledge }: Reader, view: View, i: number): Match | null {
  const before = wordAt(view, i - 1)
  const article = before === 'du' || before === 'au' ? 'le' : before === 'des' || before === 'aux' ? 'les' : null
  const branch = article === null ? undefined : branchOf(knowledge.gazetteer, article)?.next?.get(wordAt(view, i))
  const match = branch === undefined ? null : longestMatch(view, i, branch)
  return match?.entry.org === undefined ? null : { entry: entryWith({ org: match.entry.org }), end: match.end }
}

/** The meanings of an entry that its written form at `i` to `end` allows; null where it allows none. */
function meanings(view: View, entry: Entry, i: number, end: number): Entry | null {
  const single = end - i === 1
  let capital = false
  let shouted = true
  let first: Shape | undefined
  for (let k = i; k < end; k++) {
    if (isTakenAt(view, k)) return null
    const { kind, shape, is } = factsAt(view, k)
    if (kind === 'punct' || kind === 'symbol' || kind === 'digits' || shape === SHAPE.digitsFirst) continue
    if (shape !== SHAPE.plain) capital = true
    const letter = shape === SHAPE.capital && lengthAt(view, k) === 1
    if (shape !== SHAPE.upper && shape !== SHAPE.mixed && !letter) shouted = false
    if (first === undefined && (single || (is & WORD.articles) === 0)) first = shape
  }
  const bareNumber = first === undefined
  // capitals throughout tell nothing where all is written in them
  if (view.loose) shouted = false
  // names of firms and products start with a capital, those of places have one somewhere ("mer du Nord")
  const named = bareNumber || (capital && first !== SHAPE.plain)
  const { org, product, place, demonym } = entry
  const keepsOrg = org !== undefined && fits(org, shouted, named)
  const numbered = product !== undefined && (!bareNumber || followsMaker(view, i))
  const keepsProduct = numbered && fits(product, shouted, named)
  const placed = place !== undefined && (place.prep !== true || followsPreposition(view, i, place))
  const keepsPlace = placed && fits(place, shouted, capital)
  // "chinois" has no capital, "Chinese" has one
  const keepsDemonym = demonym !== undefined && (view.french || fits(demonym, shouted, capital))
  if (!keepsOrg && !keepsProduct && !keepsPlace && !keepsDemonym) return null
  // "CVC": a firm, and heating and cooling
  const doubtful = keepsOrg && single && isPartAt(view, i, PART.commonCapitals)
  const whole =
    keepsOrg === (org !== undefined) &&
    keepsProduct === (product !== undefined) &&
    keepsPlace === (place !== undefined) &&
    keepsDemonym === (demonym !== undefined)
  if (whole && !doubtful) return entry
  return {
    org: !keepsOrg ? undefined : doubtful ? { ...org, ambiguous: true } : org,
    product: keepsProduct ? product : undefined,
    place: keepsPlace ? place : undefined,
    demonym: keepsDemonym ? demonym : undefined,
  }
}

/** Whether a form is written as the lexicon demands: `shouted` in capitals throughout, `written` with those that it needs. */
const fits = (marks: Org | Product | Place, shouted: boolean, written: boolean): boolean =>
  marks.lower === true || (marks.upper === true ? shouted : written)

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
function followsPreposition(view: View, i: number, { kind }: Place): boolean {
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
  // "Research and Development (R&D)" is nobody
  if (letters === 'rd') return false
  return wordAt(view, k) === ')' && letters.length > 1 && initialsOf(text, view, i, end) === letters
}
