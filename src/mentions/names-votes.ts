import { type NounKind, nounKindOf, TRIGGER } from './names-facts.js'
import { FIRM_ENDINGS, MAKERS, PART } from './names-firms.js'
import { entryOf, type Place } from './names-gazetteer.js'
import type { Segment } from './names-segments.js'
import { SHAPE } from './names-shapes.js'
import { factsAt, looksLikePerson, type Reader, type View, wordAt } from './names-view.js'
import { WORD } from './names-words.js'

/** How strongly the document says what a name stands for. A cue adds one vote (weak) to five (settles it). */
export interface Votes {
  org: number
  product: number
  place: number
  person: number
  /** Some cue says that it is a source of news. */
  media: boolean
  maker: string | undefined
  /** Where the place lies, as told beside it. */
  within: Place | undefined
}

/** Votes to begin with. */
export const noVotes = (): Votes => ({
  org: 0,
  product: 0,
  place: 0,
  person: 0,
  media: false,
  maker: undefined,
  within: undefined,
})

/** The votes of a form that nobody has voted on: nobody may. */
export const NO_VOTES: Votes = Object.freeze(noVotes())

/** Adds what the writing of a name says by itself. */
export function voteForm({ language, knowledge }: Reader, view: View, segment: Segment, votes: Votes): void {
  const { start, nameEnd, firm, maker } = segment
  const first = factsAt(view, start)
  const last = factsAt(view, nameEnd - 1)
  const single = nameEnd - start === 1
  const coded = hasCode(view, start, nameEnd)
  votes.org = Math.max(votes.org, firm, isSum(view, start, nameEnd) ? 2 : 0)
  if (coded) {
    const compact = first.shape === SHAPE.mixed || first.shape === SHAPE.digitsFirst || last.shape === SHAPE.mixed
    votes.product += compact ? 3 : 2
  }
  if (maker?.org !== undefined) {
    votes.product += MAKERS.has(maker.org.industry ?? '') ? 3 : 1
    votes.maker ??= maker.org.name
  }
  if (first.shape === SHAPE.inner) votes.product += 1
  else if (last.coined && !coded) votes.org += 1
  if (language === 'fr' && wordAt(view, start - 1) === '«') {
    // "« Terroirs »" is a title; "« Jardins du monde »" begins with no name
    if (wordAt(view, segment.end) === '»') votes.product += 2
    else if (wordAt(view, segment.end + 1) === '»' || wordAt(view, segment.end + 2) === '»') votes.org -= 3
  }
  if (single) {
    if (hasFirmEnding(last.lower)) votes.org += 1
    if (language === 'fr' && (TOWN.test(last.lower) || isLine(knowledge, last.lower))) votes.place += 3
  } else if (nameEnd - start === 2 && isLine(knowledge, `${first.lower} ${last.lower}`)) votes.place += 9
  else if ((last.part & PART.placeTails) !== 0 || (first.part & PART.placeHeads) !== 0) votes.place += 3
  // "Mill Bridge" is one thing in all its appearances, and may be a firm
  else if ((last.part & PART.landmarks) !== 0) votes.place = Math.max(votes.place, 2)
  if (firm === 0 && looksLikePerson(view, start, nameEnd)) votes.person += hasParticle(view, start, nameEnd) ? 6 : 4
}

/** Names of French towns: "Villeneuve-sur-Lot", "Saint-Malo". */
const TOWN = /-(?:sur|sous|lès|les|lez|en|le|la|aux|d'[^-]*)-|-l'|^sainte?-/

/** "Lille-Naples", "Lille-New York": a line between two towns. */
function isLine({ gazetteer }: Reader['knowledge'], word: string): boolean {
  const hyphen = word.indexOf('-')
  if (hyphen <= 0) return false
  const isTown = (part: string): boolean => entryOf(gazetteer, part)?.place !== undefined
  return isTown(word.slice(0, hyphen)) && isTown(word.slice(hyphen + 1))
}

/** Digits in the name: "ZX7", "Julia 30"; but not "21st Century". */
function hasCode(view: View, start: number, end: number): boolean {
  for (let k = start; k < end; k++) {
    const { shape, kind } = factsAt(view, k)
    if (shape === SHAPE.mixed || kind === 'digits') return true
    if (shape === SHAPE.digitsFirst && wordAt(view, k + 1) !== 'century') return true
  }
  return false
}

/** "Yves de Kerdrel". */
function hasParticle(view: View, start: number, end: number): boolean {
  for (let k = start + 1; k < end - 1; k++) {
    const { shape, part } = factsAt(view, k)
    if (shape === SHAPE.plain && (part & PART.particles) !== 0) return true
  }
  return false
}

/** "Hobbs & Frye". */
function isSum(view: View, start: number, end: number): boolean {
  for (let k = start + 1; k < end - 1; k++) if (wordAt(view, k) === '&') return true
  return false
}

function hasFirmEnding(word: string): boolean {
  if (word.length <= 5) return false
  for (const ending of FIRM_ENDINGS) if (word.length > ending.length + 1 && word.endsWith(ending)) return true
  return false
}

// What a common word tells about a name beside it.

/** What the noun at `i` says of the name that it introduces or describes; null for other words. */
export function nounKindAt(view: View, i: number): NounKind | null {
  const { lower, says, phrases, is, noun, trigger } = factsAt(view, i)
  // "un jeu de société"
  if (lower === 'société' && wordAt(view, i - 1) === 'de' && /^jeux?$/.test(wordAt(view, i - 2))) return 'product'
  const phrase = phrases?.get(wordAt(view, i - 1)) ?? trigger
  const kind = phrase === trigger ? says : nounKindOf(is, noun, phrase)
  return kind === 'org' && wordAt(view, i - 1) === 'research' ? 'media' : kind
}

/** Bits of TRIGGER of the trigger word that ends at `i`, alone or with the word before it ("maison mère"). */
export function triggerAt(view: View, i: number): number {
  const { phrases, trigger } = factsAt(view, i)
  return phrases?.get(wordAt(view, i - 1)) ?? trigger
}

/** A finite verb and nothing else: no noun, no participle. */
export const isPlainVerb = (trigger: number): boolean =>
  (trigger & (TRIGGER.finite | TRIGGER.noun | TRIGGER.participle)) === TRIGGER.finite

/** Whether a noun or its plural is listed; `nouns` are bits of WORD. */
export const isNounAt = (view: View, i: number, nouns: number): boolean => (factsAt(view, i).noun & nouns) !== 0

/** The adjective of a place: "chinois". */
export const isDemonym = (view: View, k: number): boolean => factsAt(view, k).branch?.value?.demonym !== undefined

/** A hyphen or dash by itself. */
export const isDash = (mark: string): boolean => mark === '-' || mark === '–' || mark === '—'

const QUOTES = new Set(['«', '»', '“', '”', '"', '‘', '*', '_'])

/** Marks of quotation and emphasis around a name. */
export const isQuoteAt = (view: View, i: number): boolean => {
  const { kind, lower } = factsAt(view, i)
  return kind !== 'word' && QUOTES.has(lower)
}

/** Whether the lexicon knows a place at `k`, as the last or only word of its name. */
export function isPlaceName(view: View, k: number): boolean {
  const { shape, branch, lower } = factsAt(view, k)
  if (shape === SHAPE.plain) return false
  if (branch?.value?.place !== undefined || branch?.next?.get(wordAt(view, k + 1))?.value?.place !== undefined)
    return true
  return factsAt(view, k - 1).branch?.next?.get(lower)?.value?.place !== undefined
}

/** Behind a preposition: what follows is not the name's verb. */
export function isObject(view: View, { start }: Segment): boolean {
  const before = factsAt(view, start - 1).is
  const article = (before & (WORD.articles | WORD.ofPrepositions)) === WORD.articles
  const is = article ? factsAt(view, start - 2).is : before
  if ((is & (WORD.ofPrepositions | WORD.agentPrepositions)) !== 0) return true
  return (is & (WORD.anyPlacePrepositions | WORD.conjunctions)) === WORD.anyPlacePrepositions
}
