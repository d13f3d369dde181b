import type { PlaceEntry, Token, WordEntry } from '../types.js'
import { FIRM_ENDINGS, MAKERS, PARTICLES, PLACE_HEADS, PLACE_TAILS } from './names-firms.js'
import type { Segment } from './names-segments.js'
import { isCoined, SHAPE } from './names-shapes.js'
import { looksLikePerson, type Reader, type View, wordAt } from './names-view.js'
import { list, TIE_NOUNS } from './names-words.js'

/** How strongly the document says what a name stands for. A cue adds one vote (weak) to five (settles it). */
export interface Votes {
  org: number
  product: number
  place: number
  person: number
  /** Some cue says that it is a source of news. */
  media: boolean
  maker?: string
  /** Where the place lies, as told beside it. */
  within?: PlaceEntry
}

export const noVotes = (): Votes => ({ org: 0, product: 0, place: 0, person: 0, media: false })

/** Adds what the writing of a name says by itself. */
export function voteForm(reader: Reader, view: View, segment: Segment, votes: Votes): void {
  const { start, nameEnd, firm, maker } = segment
  const { shapes, tokens } = view
  const last = tokens[nameEnd - 1] as Token
  const single = nameEnd - start === 1
  const coded = hasCode(view, start, nameEnd)
  votes.org = Math.max(votes.org, firm, isSum(view, start, nameEnd) ? 2 : 0)
  if (coded) {
    const compact =
      shapes[start] === SHAPE.mixed || shapes[start] === SHAPE.digitsFirst || shapes[nameEnd - 1] === SHAPE.mixed
    votes.product += compact ? 3 : 2
  }
  if (maker?.org !== undefined) {
    votes.product += MAKERS.has(maker.org.industry ?? '') ? 3 : 1
    votes.maker ??= maker.org.name
  }
  if (shapes[start] === SHAPE.inner) votes.product += 1
  else if (isCoined(reader.text, last) && !coded) votes.org += 1
  if (single && hasFirmEnding(last.lower)) votes.org += 1
  if (!single && (PLACE_TAILS.has(last.lower) || PLACE_HEADS.has(wordAt(view, start)))) votes.place += 3
  if (single && reader.language === 'fr' && TOWN.test(last.lower)) votes.place += 3
  if (firm === 0 && looksLikePerson(reader, view, start, nameEnd))
    votes.person += hasParticle(view, start, nameEnd) ? 6 : 4
}

/** Names of French towns: "Villeneuve-sur-Lot", "Saint-Malo". */
const TOWN = /-(?:sur|sous|lès|les|lez|en|le|la|aux|d'[^-]*)-|^sainte?-/

/** Digits in the name: "ZX7", "Julia 30"; but not "21st Century". */
function hasCode({ tokens, shapes }: View, start: number, end: number): boolean {
  for (let k = start; k < end; k++) {
    if (shapes[k] === SHAPE.mixed || tokens[k]?.kind === 'digits') return true
    if (shapes[k] === SHAPE.digitsFirst && tokens[k + 1]?.lower !== 'century') return true
  }
  return false
}

/** "Yves de Kerdrel". */
function hasParticle(view: View, start: number, end: number): boolean {
  for (let k = start + 1; k < end - 1; k++)
    if (view.shapes[k] === SHAPE.plain && PARTICLES.has(wordAt(view, k))) return true
  return false
}

/** "Hobbs & Frye". */
function isSum(view: View, start: number, end: number): boolean {
  for (let k = start + 1; k < end - 1; k++) if (wordAt(view, k) === '&') return true
  return false
}

const hasFirmEnding = (word: string): boolean =>
  word.length > 5 && FIRM_ENDINGS.some((ending) => word.endsWith(ending) && word.length > ending.length + 1)

// What a common word tells about a name beside it.

/** Classes of trigger words after which "of X" or "with X" names a firm. */
const TIES = list`
  Takeover Buy Stake Subsidiary JointVenture Partnership Deal Contract Parent Own PartnerNoun SupplierNoun DistributorNoun
  CustomerNoun OwnerNoun Merge BelongTo PersonNoun Ally Sign Divest Supply OrgNoun Entrust`

/** Classes of nouns that tie one firm to another. */
const RELATIONS = list`
  Subsidiary Parent JointVenture PartnerNoun SupplierNoun DistributorNoun CustomerNoun OwnerNoun Other Stake Takeover Buy
  Merge`

export const hasClass = (word: WordEntry | undefined, name: string): boolean => word?.classes.includes(name) === true

export const isTie = (word: WordEntry | undefined): boolean => word?.classes.some((name) => TIES.has(name)) === true

export const isRelation = (word: WordEntry | undefined): boolean =>
  word !== undefined && (TIE_NOUNS.has(word.lemma) || word.classes.some((name) => RELATIONS.has(name)))

export const isMeasure = (word: WordEntry | undefined): boolean =>
  word?.classes.some((name) => name.startsWith('measure=')) === true

export const isFiniteVerb = (word: WordEntry | undefined): boolean =>
  word?.features.some(
    (f) => f === 'present' || f === 'past' || f === 'imperfect' || f === 'future' || f === 'conditional',
  ) === true

/** A finite verb and nothing else: no noun, no participle. */
export const isPlainVerb = (word: WordEntry | undefined): boolean =>
  isFiniteVerb(word) && word?.features.includes('noun') === false && !word.features.includes('participle')

/** Whether a noun or its plural is listed. */
export const isNoun = (nouns: Set<string>, word: string): boolean =>
  nouns.has(word) || (word.endsWith('s') && nouns.has(word.slice(0, -1)))

/** Words for makers and makers' shops that no list holds: "wheelmaker", "biscuiterie". */
const MAKER_NOUN = { en: /.{3}(?:makers?|builders?)$/, fr: /.{4}eries?$/ }

export type NounKind = 'media' | 'org' | 'person' | 'product' | 'place' | 'site'

/** What the noun at `i` says of the name that it introduces or describes; null for other words. */
export function nounKind({ words, lexicon, language }: Reader, view: View, i: number): NounKind | null {
  const word = wordAt(view, i)
  if (word === '') return null
  const entry = triggerAt(lexicon.words, view, i)
  if (words.mediaNouns.has(word) || hasClass(entry, 'MediaNoun')) return 'media'
  if (isNoun(words.orgNouns, word) || hasClass(entry, 'OrgNoun') || MAKER_NOUN[language].test(word)) {
    return wordAt(view, i - 1) === 'research' ? 'media' : 'org'
  }
  if (isNoun(words.personNouns, word) || hasClass(entry, 'PersonNoun')) return 'person'
  if (isNoun(words.productNouns, word)) return 'product'
  if (words.placeNouns.has(word)) return 'place'
  return isNoun(words.siteNouns, word) ? 'site' : null
}

/** The trigger word that ends at `i`, alone or with the word before it ("maison mère"). */
export function triggerAt(words: Map<string, WordEntry>, view: View, i: number): WordEntry | undefined {
  const word = wordAt(view, i)
  return (i > 0 ? words.get(`${wordAt(view, i - 1)} ${word}`) : undefined) ?? words.get(word)
}

export const isDash = (mark: string): boolean => mark === '-' || mark === '–' || mark === '—'

const QUOTES = new Set(['«', '»', '“', '”', '"', '‘', '*', '_'])

/** Marks of quotation and emphasis around a name. */
export const isQuote = (mark: string): boolean => QUOTES.has(mark)

/** Whether the lexicon knows a place at `k`, as the last or only word of its name. */
export function isPlaceName({ tree }: Reader, view: View, k: number): boolean {
  if (view.shapes[k] === undefined || view.shapes[k] === SHAPE.plain) return false
  const word = wordAt(view, k)
  const place = tree.get(word)?.value?.place ?? tree.get(wordAt(view, k - 1))?.next?.get(word)?.value?.place
  return place !== undefined
}

/** Behind a preposition: what follows is not the name's verb. */
export function isObject({ words }: Reader, view: View, { start }: Segment): boolean {
  const article = words.articles.has(wordAt(view, start - 1)) && !words.ofPrepositions.has(wordAt(view, start - 1))
  const before = wordAt(view, article ? start - 2 : start - 1)
  if (words.ofPrepositions.has(before) || words.agentPrepositions.has(before)) return true
  return words.anyPlacePrepositions.has(before) && !words.conjunctions.has(before)
}
