import type { NameType, Token } from '../types.js'
import { voteAfter } from './names-after.js'
import { abbreviatesPlain, voteBefore } from './names-before.js'
import { type Facts, type Knowledge, spotBit, TRAIT } from './names-facts.js'
import { PART } from './names-firms.js'
import { type Branch, branchOf, type Entry, spotOf } from './names-gazetteer.js'
import type { Run, Segment } from './names-segments.js'
import { isCompound, SHAPE, writtenForm } from './names-shapes.js'
import { factsAt, isSettled, type Reader, wordAt } from './names-view.js'
import { isNounAt, NO_VOTES, noVotes, type Votes, voteForm } from './names-votes.js'
import { WORD } from './names-words.js'

/** One written form of a name, over the whole document. */
export interface NameForm {
  words: string[]
  /** Bits of PART of each word. */
  parts: number[]
  /** As first written, without legal form. */
  written: string
  entry: Entry | undefined
  /** The lexicon knows it and has no doubt. */
  settled: boolean
  votes: Votes
  /** Times that its capital is evidence, and times that it may owe it to its place. */
  sure: number
  unsure: number
  /** A word of it has digits. */
  digits: boolean
  /** Its writing alone shows a name: capitals throughout, an inner capital, digits. */
  marked: boolean
  /** An ordinary word: it opens sentences with a capital, and stands in lower case elsewhere. */
  common: boolean
  /** It once bears a legal form: "Ltd". */
  legal: boolean
  /** Place of its first appearance in running text. */
  first: number
  type: NameType | null
  /** The canonical name. */
  name: string
  maker: string | undefined
}

export type Forms = Map<string, NameForm>

/** The key of the form from `start` to `end`: its folded words. */
export function formKey({ view }: Run, start: number, end: number): string {
  if (end - start === 1) return wordAt(view, start)
  let key = wordAt(view, start)
  for (let k = start + 1; k < end; k++) key += ` ${wordAt(view, k)}`
  return key
}

/** The form of a segment, where the document has read it. */
export const formOf = (forms: Forms, run: Run, segment: Segment): NameForm | undefined =>
  segment.form ?? forms.get(formKey(run, segment.start, segment.nameEnd))

/** Collects every form of the document, with the votes of all its appearances. Runs come in the order of the text. */
export function gatherForms(reader: Reader, runs: readonly Run[]): Forms {
  const forms: Forms = new Map()
  const firms = new Set<NameForm>()
  for (const run of runs) {
    const { segments } = run
    for (let i = 0; i < segments.length; i++) {
      const segment = segments[i] as Segment
      if (segment.kind === 'aside') continue
      if (isFirmOfTown(run, segment)) {
        const form = recordForm(reader, forms, run, segment)
        castVotes(reader, run, i, form)
        firms.add(form)
        continue
      }
      const settled = segment.entry !== undefined && segment.kind === 'known' && isSettled(segment.entry)
      if (run.view.loose && !settled) continue
      const form = recordForm(reader, forms, run, segment)
      if (settled) form.settled = true
      else castVotes(reader, run, i, form)
    }
  }
  if (firms.size > 0) forgetTowns(runs, firms)
  return forms
}

/** Makes names of firms what the lexicon has as towns. */
function forgetTowns(runs: readonly Run[], firms: ReadonlySet<NameForm>): void {
  for (const form of firms) {
    form.entry = undefined
    form.settled = false
  }
  for (const { segments } of runs) {
    for (const segment of segments) {
      if (segment.form === null || !firms.has(segment.form)) continue
      segment.kind = 'unknown'
      segment.entry = undefined
    }
  }
}

/** "Chilean miner Antofagasta": a town's name right behind the noun of a firm, which bears it. */
const isFirmOfTown = ({ view }: Run, { entry, start, kind }: Segment): boolean =>
  kind === 'known' &&
  entry?.place?.country !== undefined &&
  entry.org === undefined &&
  isNounAt(view, start - 1, WORD.orgNouns) &&
  factsAt(view, start - 1).shape === SHAPE.plain &&
  !NAMED_BY_PLACE.has(wordAt(view, start - 1))

/** What is called by the place where it is: "sa filiale Paris". */
const NAMED_BY_PLACE = new Set('subsidiary unit arm division filiale studio laboratoire agence'.split(' '))

/** Votes of a definition ("Lumo Auto SA (« Lumo »)"): it settles what its names stand for. */
export const DEFINED = 20

/** The votes of a form, to be added to. */
export function votesOf(form: NameForm): Votes {
  if (form.votes === NO_VOTES) form.votes = noVotes()
  return form.votes
}

function castVotes(reader: Reader, run: Run, i: number, form: NameForm): void {
  const segment = run.segments[i] as Segment
  const previous = i > 0 ? run.segments[i - 1] : undefined
  const next = run.segments[i + 1]
  // only the first word of a sentence owes its capital to its place
  if (run.initial && segment.start === run.start && !form.marked) form.unsure++
  else form.sure++
  if (form.marked && form.written === form.written.toUpperCase() && abbreviatesPlain(run.view, segment))
    form.common = true
  const votes = votesOf(form)
  voteForm(reader, run.view, segment, votes)
  voteBefore(reader, run, segment, previous, votes)
  voteAfter(reader, run, segment, votes)
  // in doubt by themselves, certain side by side: "Alpine A110", "Seat Leon"
  const { org, product } = segment.entry ?? {}
  if (product !== undefined && previous?.end === segment.start && previous.entry?.org?.name === product.maker)
    votes.product += 6
  if (org !== undefined && next?.start === segment.end) {
    if (next.maker === segment.entry || next.entry?.product?.maker === org.name) votes.org += 3
  }
}

function recordForm(reader: Reader, forms: Forms, run: Run, segment: Segment): NameForm {
  const { start, nameEnd, firm, entry, kind } = segment
  const key = formKey(run, start, nameEnd)
  let form = forms.get(key)
  if (form === undefined) {
    form = newForm(reader, run, start, nameEnd)
    forms.set(key, form)
    if (entry === undefined && kind === 'unknown') form.entry = pluralEntry(reader.knowledge, form.words)
  }
  segment.form = form
  if (entry !== undefined && form.entry !== entry)
    form.entry = form.entry === undefined ? entry : unitedEntry(form.entry, entry)
  if (firm >= 4) form.legal = true
  if (run.view.body) form.first = Math.min(form.first, (run.view.tokens[start] as Token).start)
  return form
}

const unitedEntry = (first: Entry, second: Entry): Entry => ({
  org: first.org ?? second.org,
  product: first.product ?? second.product,
  place: first.place ?? second.place,
  demonym: first.demonym ?? second.demonym,
})

function newForm({ text }: Reader, { view }: Run, start: number, end: number): NameForm {
  const first = factsAt(view, start)
  const last = factsAt(view, end - 1)
  let digits = hasDigits(last)
  let words: string[]
  let parts: number[]
  if (end - start === 1) {
    words = [first.lower]
    parts = [first.part]
  } else {
    words = new Array(end - start)
    parts = new Array(end - start)
    for (let k = start; k < end; k++) {
      const known = factsAt(view, k)
      digits ||= hasDigits(known)
      words[k - start] = known.lower
      parts[k - start] = known.part
    }
  }
  const written = writtenForm(text, (view.tokens[start] as Token).start, (view.tokens[end - 1] as Token).end)
  const { shape } = first
  return {
    words,
    parts,
    written,
    entry: undefined,
    settled: false,
    votes: NO_VOTES,
    sure: 0,
    unsure: 0,
    digits,
    marked: shape === SHAPE.upper || shape === SHAPE.inner || shape === SHAPE.mixed || last.coined,
    common: false,
    legal: false,
    first: Number.POSITIVE_INFINITY,
    type: null,
    name: written,
    maker: undefined,
  }
}

const hasDigits = ({ kind }: Facts): boolean => kind === 'mixed' || kind === 'digits'

/** What the lexicon knows of "Land Rovers" by its singular. */
function pluralEntry({ gazetteer }: Knowledge, words: readonly string[]): Entry | undefined {
  const last = words[words.length - 1] as string
  if (!last.endsWith('s') || last.length < 4) return undefined
  const singular = last.slice(0, -1)
  let branch: Branch | undefined = branchOf(gazetteer, words.length === 1 ? singular : (words[0] as string))
  for (let i = 1; i < words.length; i++)
    branch = branch?.next?.get(i === words.length - 1 ? singular : (words[i] as string))
  const entry = branch?.value
  return entry?.org === undefined && entry?.product === undefined ? undefined : entry
}

/** Finds out which words that only open sentences, alone or before another capital, are ordinary ones. */
export function markCommon(reader: Reader, forms: Forms): void {
  const pending = new Map<string, NameForm[]>()
  let spots = 0
  for (const form of forms.values()) {
    if (form.settled || form.sure > 0 || form.entry !== undefined || (form.marked && form.words.length === 1)) continue
    // "Bank of Ruritania": an ordinary word, and the capitals that it heads
    if (form.words.length > 1 && ((form.parts[0] as number) & PART.firmHeads) !== 0) continue
    const word = form.words[0] as string
    form.common = isOrdinary(reader, word)
    spots |= 1 << spotOf(word)
    const known = pending.get(word)
    if (known === undefined) pending.set(word, [form])
    else known.push(form)
  }
  if (pending.size === 0) return
  const { sentences, traits } = reader
  let base = 0
  for (const { tokens } of sentences) {
    for (let i = 0; i < tokens.length; i++) {
      // most words of the text are none of them
      const seen = traits[base + i] as number
      if ((seen & TRAIT.plain) === 0 || (spots & spotBit(seen)) === 0) continue
      const { lower } = tokens[i] as Token
      const found = pending.get(lower)
      if (found === undefined) continue
      for (const form of found) form.common = true
      pending.delete(lower)
    }
    base += tokens.length
  }
}

/** A trigger word, an adverb, or a compound such as "Second-hand". */
function isOrdinary({ language, knowledge }: Reader, word: string): boolean {
  const ordinary = WORD.functionWords | WORD.bareNouns
  if (((knowledge.words.get(word) ?? 0) & ordinary) !== 0 || knowledge.lexicon.words.has(word)) return true
  if (language === 'fr') return word.endsWith('ment') && word.length > 6
  return isCompound(word) || (word.endsWith('ly') && word.length > 5)
}
