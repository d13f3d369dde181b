import type { Language } from '../types.js'
import { isCommonWord } from './common-words.js'
import { PART } from './names-firms.js'
import { DEFINED, type Forms, formOf, type NameForm } from './names-forms.js'
import { PUBLIC, type Run } from './names-segments.js'
import { factsAt, isAt, type Reader, type View } from './names-view.js'
import { WORD } from './names-words.js'

/** Forms by the first and the last word of longer ones, to find what a short form may be short for. */
export type Ends = Map<string, NameForm[]>

/** More longer forms than this share a word only in hostile input; two that compete already settle nothing. */
const MOST_ENDS = 8

/** Remembers a longer form by its first and last word: a shorter one may stand for it. */
export function noteEnds(ends: Ends, form: NameForm): void {
  if (form.words.length < 2) return
  const first = form.words[0] as string
  const last = form.words[form.words.length - 1] as string
  noteEnd(ends, first, form)
  if (last !== first) noteEnd(ends, last, form)
}

function noteEnd(ends: Ends, word: string, form: NameForm): void {
  const known = ends.get(word)
  if (known === undefined) ends.set(word, [form])
  else if (known.length < MOST_ENDS) known.push(form)
}

/** A plural counts as the name: "the Marlows" of "Marlow Industries". */
const sameWord = (part: string, word: string): boolean => part === word || part === `${word}s`

/** Whether a name of fewer words is the beginning of another. */
export const startsWith = (whole: readonly string[], part: readonly string[]): boolean => standsAt(0, whole, part)

/** Whether a name of fewer words is the end of another. */
export const endsWith = (whole: readonly string[], part: readonly string[]): boolean =>
  standsAt(whole.length - part.length, whole, part)

/** Whether `part` is a part of `whole`, and not all of it, from word `at` on. */
function standsAt(at: number, whole: readonly string[], part: readonly string[]): boolean {
  if (part.length >= whole.length) return false
  for (let i = 0; i < part.length; i++) if (!sameWord(part[i] as string, whole[at + i] as string)) return false
  return true
}

/** Nothing but words that many firms share: "Motors" is short for no firm. */
export const isOrdinaryPart = ({ parts }: NameForm): boolean => allAre(parts, 0, parts.length, ORDINARY_PARTS)

const ORDINARY_PARTS = PART.wholeFirm | PART.firmTails | PART.firmHeads | PART.mereForm

/** Whether all words from `start` to `end` play one of these parts. */
export function allAre(parts: readonly number[], start: number, end: number, which: number): boolean {
  for (let k = start; k < end; k++) if (((parts[k] as number) & which) === 0) return false
  return true
}

/** Forms of more words first, of as many in their order. */
function longestFirst(forms: Forms): NameForm[] {
  let longest = 0
  for (const { words } of forms.values()) if (words.length > longest) longest = words.length
  const sorted: NameForm[] = []
  for (let length = longest; length > 0; length--)
    for (const form of forms.values()) if (form.words.length === length) sorted.push(form)
  return sorted
}

/** Gives every form its type, or none where the document does not tell. Returns them, those of more words first. */
export function settleForms(reader: Reader, runs: readonly Run[], forms: Forms): NameForm[] {
  const byLength = longestFirst(forms)
  const ends: Ends = new Map()
  for (const form of byLength) {
    if (form.settled) settleKnown(form)
    else decide(reader, form, ends)
    if (form.type !== null) noteEnds(ends, form)
  }
  const links = findLinks(runs, forms)
  for (let i = 1; i < links.length; i += 2) decideByLink(reader, links[i - 1] as NameForm, links[i] as NameForm, ends)
  for (let i = links.length - 1; i > 0; i -= 2)
    decideByLink(reader, links[i] as NameForm, links[i - 1] as NameForm, ends)
  return byLength
}

function settleKnown(form: NameForm): void {
  const { org, product, place, demonym } = form.entry ?? {}
  if (org !== undefined) {
    form.type = 'org'
    form.name = org.name
  } else if (product !== undefined) {
    form.type = 'product'
    form.name = productName(form, product.name)
    form.maker = product.maker
  } else if (place !== undefined) {
    form.type = 'place'
    form.name = place.name
  } else if (demonym !== undefined) {
    form.type = 'demonym'
    form.name = demonym.name
  }
}

/** A longer form than the lexicon's name is another version: "Julia 30" of "Julia". */
const productName = ({ words, written }: NameForm, name: string): string =>
  startsWith(words, wordsOf(name)) && words.at(-1)?.endsWith('s') !== true ? written : name

/** The words of the lexicon's names that were asked for; no more than it has names. */
const namesInWords = new Map<string, string[]>()

/** The words of a name in lower case. */
export function wordsOf(name: string): string[] {
  let words = namesInWords.get(name)
  if (words === undefined) {
    words = name.toLowerCase().split(' ')
    namesInWords.set(name, words)
  }
  return words
}

/** What the votes of a form come to, with what the lexicon suspects and what longer names of the document tell. */
function decide(reader: Reader, form: NameForm, ends: Ends): void {
  const { votes, entry, words } = form
  // a letter alone names nobody: "à J+1", "A and B shares"
  if (entry === undefined && words.length === 1 && words[0]?.length === 1) return
  let { org, product, place, person } = votes
  if (form.digits) person = 0
  if (entry?.org !== undefined) org += entry.org.ambiguous === true && !isSurelyName(reader, form) ? 1 : 2
  if (entry?.place !== undefined) place += 3
  if (entry?.product !== undefined) product += entry.product.ambiguous === true ? 0 : 3
  const whole = wholeOf(form, ends)
  // "the Harbour", "Commission": a firm only where the text calls one "Harbour Foods"
  if (isPublic(form) && !(whole === 'org' && beginsAll(form, ends))) return
  if (whole === 'org') org += 3
  // "Hale" behind "Rita Hale" is she, whatever else it might be
  if (whole === 'person') person += entry === undefined && isSurname(form, ends) ? 9 : 3
  // "his son, Laurent, who makes …"
  if (whole !== 'org' && org > product && isFirstName(reader, form)) person = Math.max(person, org + 1)
  // several capitals in a row, or a coined word, name something: a firm where nothing says otherwise
  if (entry === undefined && (words.length > 1 || form.marked) && Math.max(product, place, person) <= 0) org += 1
  const best = Math.max(org, product, place, person)
  if (isMereNoun(reader, form)) return
  if (best < needed(reader, form)) return
  // "the X factory": X may be the firm or the town
  if (org === place && org === best && entry?.org === undefined) return
  if (org === best) form.type = 'org'
  else if (person === best) form.type = 'person'
  else if (product === best) form.type = 'product'
  else form.type = 'place'
  nameDecided(form)
}

const isPublic = ({ words, parts, entry }: NameForm): boolean =>
  words.length === 1 && entry === undefined && ((parts[0] as number) & PUBLIC) !== 0

/** Every longer form that has the word of this one has it first. */
const beginsAll = ({ words }: NameForm, ends: Ends): boolean =>
  (ends.get(words[0] as string) ?? []).every((whole) => startsWith(whole.words, words))

/** Votes of a name that a noun of firms introduces: "la start-up X". */
const INTRODUCED = 4

/** A first name by itself that no firm of the lexicon bears. */
const isFirstName = ({ knowledge }: Reader, { words, entry, votes }: NameForm): boolean =>
  words.length === 1 && entry === undefined && votes.org < INTRODUCED && knowledge.firstNames.has(words[0] as string)

/** "a supplier to Apple": within a sentence the ordinary word would have no capital. */
const isSurelyName = ({ language }: Reader, { words, sure, entry }: NameForm): boolean =>
  sure > 0 && words.length === 1 && entry?.place === undefined && isCommonWord(words[0] as string, language)

/** "le Groupe", "the Company" of releases, which do not say that it is their name: a noun that stands for the firm. */
function isMereNoun({ language, knowledge }: Reader, { words, entry, votes }: NameForm): boolean {
  const [word] = words
  if (words.length !== 1 || word === undefined || entry !== undefined) return false
  if (language === 'en') return MERE_NOUNS.has(word)
  return votes.org < DEFINED && ((knowledge.words.get(word) ?? 0) & WORD.orgNouns) !== 0
}

/** English nouns that firms write with a capital of themselves; many other nouns of firms are names as well. */
const MERE_NOUNS = new Set(['company', 'corporation', 'group', 'firm', 'partnership', 'bank', 'issuer'])

function nameDecided(form: NameForm): void {
  const { entry, votes } = form
  if (form.type === 'org' && entry?.org !== undefined) form.name = entry.org.name
  if (form.type === 'place' && entry?.place !== undefined) form.name = entry.place.name
  if (form.type !== 'product') return
  if (entry?.product !== undefined) form.name = productName(form, entry.product.name)
  const maker = entry?.product?.maker ?? votes.maker
  if (maker !== undefined) form.maker = maker
}

/** Votes that a form needs: more where only sentence openings show it. */
function needed({ language }: Reader, form: NameForm): number {
  if (form.common) return Number.POSITIVE_INFINITY
  if (form.sure > 0 || form.marked || form.words.length > 1 || form.entry?.org !== undefined) return 2
  const word = form.words[0] as string
  const unheard = isUnheardOf(language, word) ? 1 : 0
  // an English plural may stand without an article: "Hybrids cut fuel bills"
  return (language === 'en' && word.endsWith('s') ? 5 : 3) - unheard
}

/** A word that its capital alone need not make a name, but that is no ordinary one: "Velmora cut its forecast". */
const isUnheardOf = (language: Language, word: string): boolean =>
  word.split('-').some((part) => part.length >= SHORTEST_COINED && !isCommonWord(part, language))

/** Shorter ones are mostly abbreviations and forms that no list has. */
const SHORTEST_COINED = 4

/** The type of the longer names of the document that a form starts or ends, if they are all of one type. */
function wholeOf(form: NameForm, ends: Ends): 'org' | 'person' | null {
  const { words } = form
  if (isOrdinaryPart(form)) return null
  let type: 'org' | 'person' | null = null
  const first = words[0] as string
  const end = words[words.length - 1] as string
  for (let of: string | null = first; of !== null; of = of === end ? null : end) {
    for (const whole of ends.get(of) ?? []) {
      const last = endsWith(whole.words, words)
      if (!last && !startsWith(whole.words, words)) continue
      // people go by their last name
      if (whole.type !== 'org' && !(whole.type === 'person' && last)) return null
      if (type !== null && type !== whole.type) return null
      type = whole.type
    }
  }
  return type
}

/** The last name of a person whose full name stands before it. */
const isSurname = ({ words, first }: NameForm, ends: Ends): boolean =>
  ends.get(words[words.length - 1] as string)?.some((whole) => whole.type === 'person' && whole.first < first) === true

/** The members of a list are of one kind: what one is tells what its neighbour is. */
function decideByLink(reader: Reader, from: NameForm, to: NameForm, ends: Ends): void {
  if (to.settled || to.type !== null || from.type === null || from.type === 'demonym') return
  // "in the US and Veltis, Brenko …": a known place passes its kind on only to what may be one
  if (from.type === 'place' && from.settled && to.votes.place <= 0) return
  to.votes[from.type] += from.type === 'org' ? 3 : 2
  decide(reader, to, ends)
}

/** Neighbours in one list, in pairs: "Veltis et Brenko", "Ostralux, Mirotel et Domara". */
function findLinks(runs: readonly Run[], forms: Forms): NameForm[] {
  const links: NameForm[] = []
  // the names side by side that have come so far, and the links that are there without them
  let chain = 0
  let linked = 0
  let last: NameForm | undefined
  let view: View | null = null
  let end = 0
  for (const run of runs) {
    for (const segment of run.segments) {
      const form = segment.kind === 'aside' ? undefined : formOf(forms, run, segment)
      const joint = last !== undefined && view === run.view ? jointOf(run.view, end, segment.start) : null
      if (form === undefined || joint === null) {
        // commas alone may part clauses; "and" or their number shows that they are a list
        if (chain < 2 || chain > 3 || (last !== undefined && view !== null && isAt(view, end, WORD.conjunctions)))
          linked = links.length
        else links.length = linked
        chain = 0
      }
      if (form !== undefined) {
        if (chain > 0) links.push(last as NameForm, form)
        chain++
        if (joint === 'and') {
          linked = links.length
          chain = 1
        }
      }
      last = form
      view = run.view
      end = segment.end
    }
  }
  if (chain < 4) links.length = linked
  return links
}

/** What joins two names of a list: a comma, "and" with an article or preposition; null for anything else. */
function jointOf(view: View, from: number, to: number): 'comma' | 'and' | null {
  if (to <= from || to - from > 4) return null
  let joint: 'comma' | 'and' | null = null
  for (let k = from; k < to; k++) {
    const { lower: word, is } = factsAt(view, k)
    if ((is & WORD.conjunctions) !== 0) joint = 'and'
    else if (word === ',' || word === ')') joint ??= 'comma'
    else if ((is & (WORD.articles | WORD.ofPrepositions)) === 0 && !REPEATED.has(word)) return null
  }
  return joint
}

/** Prepositions that are said again before each member of a list: "à Lens et à Douai". */
const REPEATED = new Set(['à', 'par', 'avec', 'with'])
