import type { DateMention, NameMention, QuantityMention } from '../types.js'
import type { Clauses } from './clauses.js'
import type { Discourse } from './discourse.js'
import { is, TAG } from './kinds.js'
import type { Match } from './match.js'
import type { Rows } from './rows.js'
import type { CompiledRule } from './rules.js'
import type { Term } from './terms.js'

/** All that the slots of a claim are filled from. */
export interface SentenceContext {
  /** The document's. */
  text: string
  terms: Term[]
  clauses: Clauses
  discourse: Discourse
  /** Whom the text was about before this sentence. */
  thread: string | null
  /** The terms of the sentence before, none before the first. */
  previous: () => readonly Term[]
  index: number
  isQuestion: boolean
  isItem: boolean
  /** EDTF date of the document, or null. */
  published: string | null
  /** What "unités" and bare counts of goods are in this document: `vehicles`, `aircraft` or `units`. */
  countedUnit: () => string
  /** The currency that a plain noun of several ("crown") stands for in this document. */
  moneyOf: (unit: string) => string
  /** See {@link voicesOf}. */
  voices: () => readonly number[]
  /** The rows of figures in the sentence. */
  rows: () => Rows
}

/** A rule that matched, before the slots are filled. */
export interface Candidate {
  compiled: CompiledRule
  match: Match
  /** Term index of the word that woke the rule. */
  trigger: number
  /** Term index of the value, -1 where the rule captures none. */
  value: number
}

export type Trace = Record<string, string>

export interface Subjects {
  names: string[]
  /** The term of the first subject where it stands in the sentence, else -1. */
  termIndex: number
  /** Nobody: the figure is that of a whole trade or market. */
  whole?: boolean
  /** The subject of the verb is a country: what it plans is no firm's. */
  state?: true
  /** The subject of the verb is somebody who has no name, or none that is known: no firm's, not even the maker's of the product. */
  outsider?: 'nobody' | 'person'
}

/** The first term of a captured group. */
export function group(candidate: Candidate, name: string, terms: readonly Term[]): Term | undefined {
  const at = candidate.match.groups[name]
  if (at !== undefined) for (let i = at[0]; i < at[1]; i++) if (!is(terms[i], TAG.Punct)) return terms[i]
  return undefined
}

/** What a word's class of that name tells in the lexicon: `measure` of "livrer" is `deliveries`. */
export function classValue(term: Term | undefined, name: 'measure' | 'event'): string | undefined {
  return term?.word?.classes.find((c) => c.startsWith(`${name}=`))?.slice(name.length + 1)
}

/** Terms between two others that a slot does not like to look across; with `clauses`, those alone that are of the clause of `to`. */
export function distance(terms: readonly Term[], from: number, to: number, clauses?: Clauses): number {
  const a = Math.min(from, to)
  const b = Math.max(from, to)
  let d = from === to ? 0 : 1
  for (let i = a + 1; i < b; i++) {
    if (clauses !== undefined && (clauses.of[i] !== clauses.of[to] || partsClauses(terms, i, clauses))) continue
    d++
    const bits = (terms[i] as Term).kind.is
    if ((bits & TAG.Value) !== 0) d += 6
    else if ((bits & TAG.Comma) !== 0) d += 3
  }
  return d
}

/** A comma between a clause and another one, such as what is inserted in it. */
const partsClauses = (terms: readonly Term[], i: number, { of }: Clauses): boolean =>
  is(terms[i], TAG.Comma) && (of[i - 1] !== of[i] || of[i + 1] !== of[i])

/** How many commas part two terms; with `clauses`, those alone that do not part clauses. */
export function commasBetween(terms: readonly Term[], from: number, to: number, clauses?: Clauses): number {
  const a = Math.min(from, to)
  const b = Math.max(from, to)
  let commas = 0
  for (let i = a + 1; i < b; i++)
    if (is(terms[i], TAG.Comma) && !(clauses !== undefined && partsClauses(terms, i, clauses))) commas++
  return commas
}

/** "and in Portugal 1,200": the term at `i` leads to a figure behind it, not to that at `anchor` before it. */
export const leadsElsewhere = ({ rows }: SentenceContext, i: number, anchor: number): boolean =>
  i > anchor && rows().leads.has(i)

/** A figure: an amount, money, a percentage or a bare number. */
export const isQuantity = (term: Term | undefined): term is Term & { mention: QuantityMention } =>
  term?.mention !== undefined && 'value' in term.mention

/** A day, month, year or other time of the calendar. */
export const isDate = (term: Term): term is Term & { mention: DateMention } => term.mention?.type === 'date'

/** A model or brand of goods, named. */
export const isProduct = (term: Term): term is Term & { mention: NameMention } => term.mention?.type === 'product'

/** "36 of its 140 branches", "36 de ses 140 agences": a whole that stays what it is, wherever and whenever something is done to the part. */
export function isWhole(terms: readonly Term[], value: number): boolean {
  let i = value - 1
  while (i > value - 4 && i > 1 && !/^(?:of|de|d'|des)$/.test(terms[i]?.normal ?? '')) i--
  if (!/^(?:of|de|d'|des)$/.test(terms[i]?.normal ?? '') || terms[i - 1]?.mention?.type !== 'number') return false
  return i < value - 1 || terms[i]?.normal === 'des'
}
