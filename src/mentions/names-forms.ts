import type { NameType, Sentence, Token } from '../types.js'
import { voteAfter } from './names-after.js'
import { voteBefore } from './names-before.js'
import type { Entry, WordTree } from './names-gazetteer.js'
import type { Run, Segment } from './names-segments.js'
import { isCoined, SHAPE, shapeOf, writtenForm } from './names-shapes.js'
import { isSettled, type Reader, wordAt } from './names-view.js'
import { noVotes, type Votes, voteForm } from './names-votes.js'

/** One written form of a name, over the whole document. */
export interface Form {
  words: string[]
  /** As first written, without legal form. */
  written: string
  entry?: Entry
  /** The lexicon knows it and has no doubt. */
  settled: boolean
  votes: Votes
  /** Times that its capital is evidence, and times that it may owe it to its place. */
  sure: number
  unsure: number
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
  maker?: string
}

export type Forms = Map<string, Form>

/** The key of the form from `start` to `end`: its folded words. */
export function formKey({ view }: Run, start: number, end: number): string {
  let key = wordAt(view, start)
  for (let k = start + 1; k < end; k++) key += ` ${wordAt(view, k)}`
  return key
}

/** The form of a segment, where the document has read it. */
export const formOf = (forms: Forms, run: Run, { start, nameEnd }: Segment): Form | undefined =>
  forms.get(formKey(run, start, nameEnd))

/** Collects every form of the document, with the votes of all its appearances. Runs come in the order of the text. */
export function gatherForms(reader: Reader, runs: readonly Run[]): Forms {
  const forms: Forms = new Map()
  for (const run of runs) {
    for (const segment of run.segments) {
      if (segment.kind === 'aside') continue
      const settled = segment.entry !== undefined && segment.kind === 'known' && isSettled(segment.entry)
      if (run.view.loose && !settled) continue
      const form = recordForm(reader, forms, run, segment)
      if (settled) form.settled = true
      else castVotes(reader, run, segment, form)
    }
  }
  return forms
}

function castVotes(reader: Reader, run: Run, segment: Segment, form: Form): void {
  // only the first word of a sentence owes its capital to its place
  if (run.initial && segment.start === run.start && !form.marked) form.unsure++
  else form.sure++
  const { votes } = form
  voteForm(reader, run.view, segment, votes)
  voteBefore(reader, run, segment, votes)
  voteAfter(reader, run, segment, votes)
  // in doubt by themselves, certain side by side: "Alpine A110", "Seat Leon"
  const i = run.segments.indexOf(segment)
  const previous = run.segments[i - 1]
  const next = run.segments[i + 1]
  const { org, product } = segment.entry ?? {}
  if (product !== undefined && previous?.end === segment.start && previous.entry?.org?.name === product.maker)
    votes.product += 6
  if (org !== undefined && next?.start === segment.end) {
    if (next.maker === segment.entry || next.entry?.product?.maker === org.name) votes.org += 3
  }
}

function recordForm(reader: Reader, forms: Forms, run: Run, segment: Segment): Form {
  const { start, nameEnd, firm, entry, kind } = segment
  const key = formKey(run, start, nameEnd)
  let form = forms.get(key)
  if (form === undefined) {
    form = newForm(reader, run, start, nameEnd)
    forms.set(key, form)
  }
  if (entry !== undefined)
    form.entry = form.entry === undefined || form.entry === entry ? entry : { ...entry, ...form.entry }
  else if (kind === 'unknown' && form.entry === undefined) {
    const singular = pluralEntry(reader, form.words)
    if (singular !== undefined) form.entry = singular
  }
  if (firm >= 4) form.legal = true
  if (run.view.body) form.first = Math.min(form.first, (run.view.tokens[start] as Token).start)
  return form
}

function newForm({ text }: Reader, run: Run, start: number, end: number): Form {
  const { tokens, shapes } = run.view
  const first = tokens[start] as Token
  const last = tokens[end - 1] as Token
  const written = writtenForm(text, first.start, last.end)
  const shape = shapes[start]
  const marked = shape === SHAPE.upper || shape === SHAPE.inner || shape === SHAPE.mixed || isCoined(text, last)
  return {
    words: formKey(run, start, end).split(' '),
    written,
    settled: false,
    votes: noVotes(),
    sure: 0,
    unsure: 0,
    marked,
    common: false,
    legal: false,
    first: Number.POSITIVE_INFINITY,
    type: null,
    name: written,
  }
}

/** What the lexicon knows of "Land Rovers" by its singular. */
function pluralEntry({ tree }: Reader, words: readonly string[]): Entry | undefined {
  const last = words.at(-1) ?? ''
  if (!last.endsWith('s') || last.length < 4) return undefined
  let level: WordTree | undefined = tree
  for (let i = 0; i < words.length - 1; i++) level = level?.get(words[i] as string)?.next
  const entry = level?.get(last.slice(0, -1))?.value
  return entry?.org === undefined && entry?.product === undefined ? undefined : entry
}

/** Finds out which words that only open sentences, alone or before another capital, are ordinary ones. */
export function markCommon(reader: Reader, forms: Forms, sentences: readonly Sentence[]): void {
  const pending = new Map<string, Form[]>()
  for (const form of forms.values()) {
    if (form.settled || form.sure > 0 || form.entry !== undefined || (form.marked && form.words.length === 1)) continue
    const word = form.words[0] as string
    form.common = isOrdinary(reader, word)
    const known = pending.get(word)
    if (known === undefined) pending.set(word, [form])
    else known.push(form)
  }
  if (pending.size === 0) return
  for (const { tokens } of sentences) {
    for (const token of tokens) {
      const found = pending.get(token.lower)
      if (found === undefined || shapeOf(reader.text, token) !== SHAPE.plain) continue
      for (const form of found) form.common = true
      pending.delete(token.lower)
    }
  }
}

/** A trigger word, an adverb, or a compound such as "Second-hand". */
function isOrdinary({ language, lexicon, words }: Reader, word: string): boolean {
  if (lexicon.words.has(word) || words.functionWords.has(word) || words.bareNouns.has(word)) return true
  if (language === 'fr') return word.endsWith('ment') && word.length > 6
  return word.includes('-') ? COMPOUND.test(word) : word.endsWith('ly') && word.length > 5
}

/** Compounds that open English sentences: "Loss-making", "Long-term". */
const COMPOUND = /(?:ing|ed|-(?:hand|term|scale|time|end|class|year|wide|level|market))$/
