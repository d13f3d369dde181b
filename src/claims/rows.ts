import type { Value } from '../types.js'
import { isDate, isProduct, isQuantity } from './candidate.js'
import { ALSO, also, DOES, does, is, TAG } from './kinds.js'
import type { Term } from './terms.js'

// Rows of figures: "30,000 cars in Italy, 12,000 in Spain and 9,000 in Poland", "revenue rose 5 % and profit 8 %". Told by the
// terms alone, whatever is claimed of them.

/** What may be a figure's own; each holds the index of its term, -1 where there is none. */
export interface Own {
  place: number
  date: number
  product: number
  who: number
  measure: number
}

/** A figure of a row, with what stands before and behind it as far as it is its own. */
export interface Conjunct extends Own {
  /** Term index of the first term of its own: the figure, or what leads to it behind a joint. */
  start: number
  /** Term index of the figure. */
  at: number
  /** Term index behind the last term of its own. */
  end: number
  /** The preposition right behind the figure, or the figure's noun; empty where there is none. */
  preposition: string
  /** Term indexes from and behind a name of goods that nobody knows, which leads to a sum: "and the Pro at $999". */
  goods: readonly [number, number] | null
}

/** At most this many terms belong to one figure of a row. */
const REACH = 14

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

const JOINTS = words(', ; et and ou or mais but puis then')

/** What compares, limits or contrasts joins no figures of one row. */
const BREAKS = words(
  `contre against versus vs depuis compared up down instead lieu than que qu' dont including include includes soit i.e sur on out not pas tandis while whereas alors`,
)

/** What ends the goods or places of a figure, and begins what it has reached or come from. */
const TO = words('to à from de at')

/** Little words that may stand between the joint and the figure. */
const BEFORE_FIGURE = words(`de d' du des by à a at to for of in en au aux dans pour chez celle celles celui ceux that those another net operating gross only just seulement`) // biome-ignore format: a word list

/** "899 euros en version de base et 1 469 euros pour l'Ultra" */
const VERSIONS = words('for with pour avec en')

const OF = words(`of de d' du des`)

/** The rows of a sentence. */
export interface Rows {
  /**
   * Term indexes of what stands between a joint and its figure: "and in Portugal 1,200", "and those of the Captur 9 %" say nothing
   * of the figure before.
   */
  leads: ReadonlySet<number>
  /** The figure that one goes on from, by term index. */
  before: ReadonlyMap<number, number>
}

export function rowsOf(terms: readonly Term[]): Rows {
  const leads = new Set<number>()
  const before = new Map<number, number>()
  for (let i = 0; i < terms.length; i++) {
    if (!is(terms[i], TAG.Value) || leads.has(i)) continue
    const next = nextConjunct(terms, i)?.[1]
    if (next === undefined) continue
    before.set(next.at, i)
    for (let j = next.start; j < next.at; j++) leads.add(j)
  }
  return { leads, before }
}

const nothing = (): Own => ({ place: -1, date: -1, product: -1, who: -1, measure: -1 })

/** Notes what the term at `i` is, the first of each sort. */
function note(own: Own, terms: readonly Term[], i: number): boolean {
  const term = terms[i] as Term
  const sort: keyof Own | null = is(term, TAG.Place)
    ? 'place'
    : isDate(term)
      ? 'date'
      : isProduct(term)
        ? 'product'
        : term.who?.kind === 'name'
          ? 'who'
          : is(term, TAG.Measure) && is(term, TAG.Noun)
            ? 'measure'
            : null
  if (sort === null) return false
  if (sort === 'date' && isDate(term) && term.mention.stated.includes('weekday')) return true
  if (own[sort] < 0) own[sort] = i
  return true
}

/** What belongs to the figure at `at`, of what stands behind it and behind the term at `from`. */
function conjunctAt(terms: readonly Term[], at: number, from = at): Conjunct {
  const own: Conjunct = { ...nothing(), start: at, at, end: from + 1, preposition: '', goods: null }
  for (let i = from + 1; i < Math.min(terms.length, from + REACH); i++) {
    const term = terms[i] as Term
    // "9 % to 3 million in Asia": what it has reached is told of the same
    const reached = is(term, TAG.Value) && TO.has(terms[i - 1]?.normal ?? '') && !areAlike(terms[at] as Term, term)
    if (JOINTS.has(term.normal) || (is(term, TAG.Value) && !reached) || ends(term, terms[i + 1])) break
    if (own.preposition === '' && does(term, DOES.Preposition)) own.preposition = term.normal
    note(own, terms, i)
    own.end = i + 1
  }
  return own
}

/** A verb or another clause begins: what follows belongs to no figure before it. */
const ends = (term: Term, next?: Term): boolean =>
  term.kind.finite ||
  is(term, TAG.Say | TAG.Stop | TAG.Colon | TAG.Dash | TAG.Lparen | TAG.Rparen | TAG.According) ||
  does(term, DOES.Relative | DOES.Complement) ||
  also(term, ALSO.Have | ALSO.Be) ||
  (BREAKS.has(term.normal) && !(term.normal === 'on' && isSpentOn(next)))

/** "3 million on wind farms": what a sum is spent on; not what it is earned on, nor the time that it is compared with. */
const isSpentOn = (term: Term | undefined): boolean =>
  term !== undefined && term.mention === undefined && !is(term, TAG.Measure | TAG.Verb) && !does(term, DOES.Determiner)

/** The last term behind `from` and before `to` that is a verb; `from` where none is. */
export function lastVerb(terms: readonly Term[], from: number, to: number): number {
  for (let i = to - 1; i > from; i--) if (is(terms[i], TAG.Verb | TAG.Finite)) return i
  return from
}

/**
 * The figure that goes on from that at `at` behind a joint, and stands beside something of the same sort, with the one that it goes
 * on from; null where none does.
 * @param from what belongs to the first figure stands behind this term.
 */
export function nextConjunct(terms: readonly Term[], at: number, from = at): [Conjunct, Conjunct] | null {
  let joint = -1
  const end = Math.min(terms.length, at + REACH + 4)
  for (let i = from + 1; i < end; i++) {
    const term = terms[i] as Term
    if (is(term, TAG.Value)) {
      if (areAlike(terms[at] as Term, term)) {
        if (joint < 0) return null
        const first = conjunctAt(terms, at, from)
        const next = conjunctOf(terms, first, joint, i)
        return next === null ? null : [first, next]
      }
      // "rose 5 % to 3 million and …": what it has reached is of another sort
      if (!TO.has(terms[i - 1]?.normal ?? '') && joint < 0) return null
    } else if (JOINTS.has(term.normal)) joint = i
    else if (ends(term, terms[i + 1])) return null
  }
  return null
}

/** The figure at `at` with its own; null where it does not go on from `first`. */
function conjunctOf(terms: readonly Term[], first: Conjunct, joint: number, at: number): Conjunct | null {
  const before = nothing()
  const opens = joint + 1
  let named = 0
  for (let i = joint + 1; i < at; i++) {
    const term = terms[i] as Term
    // "customers such as X and Y for 28 %"
    if (note(before, terms, i)) {
      if (isExample(terms, before.who)) return null
      continue
    }
    // "profit 8 % to 400 million": how much it rose, before what it reached
    const otherSort = is(term, TAG.Value) && i > joint + 1 && TO.has(terms[i + 1]?.normal ?? '')
    const little = BEFORE_FIGURE.has(term.normal) || does(term, DOES.Article | DOES.Possessive | DOES.Possessor)
    if (little || otherSort || is(term, TAG.Demonym)) continue
    // "and the Pro at $999"
    const goods = i > joint + 1 && (terms[at] as Term).mention?.type === 'money' && unknown(term)
    if (!goods || (named > 0 && named < i) || !does(terms[opens], DOES.Article)) return null
    named = i + 1
  }
  // "undercuts the Karoq by €5,000": a difference
  if (terms[at - 1]?.normal === 'by' && terms[first.at - 1]?.normal !== 'by') return null
  const next = conjunctAt(terms, at)
  if (named > 0) next.goods = [opens + 1, named]
  const following = terms[at + 1]
  if (!OF.has(first.preposition) && OF.has(next.preposition) && next.measure < 0) return null
  const bare = (terms[at] as Term).mention?.type === 'number'
  if (bare && following !== undefined && !mayFollow(following) && !isNamed(terms[at + 2])) return null
  const leads =
    before.place >= 0 || before.date >= 0 || before.product >= 0 || before.who >= 0 || before.measure >= 0 || named > 0
  const priced = (terms[at] as Term).mention?.type === 'money' && areVersions(first, next)
  if (!leads && !priced && !areParallel(first, next)) return null
  // "35 % in Asia" may leave out of what; "40 in production" is no more of what was counted
  if (before.measure < 0 && next.measure >= 0 && first.measure < 0) return null
  for (const sort of Object.keys(before) as (keyof Own)[]) if (before[sort] >= 0) next[sort] = before[sort]
  next.start = joint + 1
  return next
}

/** "such as X and Y": the name at `i` is one of several that a noun is told by. */
const isExample = (terms: readonly Term[], i: number): boolean =>
  i > 0 &&
  terms[i - 1]?.normal !== ',' &&
  terms.slice(Math.max(0, i - 5), i).some(({ normal }) => /\bsuch\b/.test(normal))

/** A word that is neither a verb nor a little word, nor tells a figure. */
const unknown = ({ kind, mention }: Term): boolean =>
  mention === undefined &&
  kind.does === 0 &&
  (kind.is & (TAG.Verb | TAG.Finite | TAG.Measure | TAG.Punct | TAG.PersonNoun)) === 0

/** Behind a bare count: no noun of its own. */
const mayFollow = (term: Term): boolean =>
  does(term, DOES.Preposition) || is(term, TAG.Punct) || JOINTS.has(term.normal) || isNamed(term)

const isNamed = (term: Term | undefined): boolean =>
  term !== undefined && (isDate(term) || isProduct(term) || is(term, TAG.Place | TAG.Name | TAG.Org))

/** "30 million in France and 12 in Spain" */
export const goesOnInMillions = (first: Value, { figure }: Value): boolean => first.figure >= 1e6 && figure < 1000

/** Figures that can stand in one row: shares with shares, sums with sums, counts with bare counts. */
function areAlike(first: Term, second: Term): boolean {
  if (!isQuantity(first) || !isQuantity(second)) return false
  const a = first.mention
  const b = second.mention
  if (a.fraction || b.fraction) return false
  if (b.type === 'number') {
    if (a.type === 'money') return b.value.figure >= 1e6 || goesOnInMillions(a.value, b.value)
    return a.type === 'amount' || a.type === 'number'
  }
  if (a.type !== b.type) return false
  return a.type === 'money' || a.type === 'percent' || a.value.unit === b.value.unit
}

/** Both have a place, a time, goods or a measure behind them, or nothing that is known behind the same preposition. */
function areParallel(first: Conjunct, second: Conjunct): boolean {
  const sorts = ['place', 'date', 'product', 'measure', 'who'] as const
  if (sorts.some((sort) => first[sort] >= 0 && second[sort] >= 0)) return true
  if (sorts.some((sort) => first[sort] >= 0 || second[sort] >= 0)) return false
  return first.preposition !== '' && (first.preposition === second.preposition || areVersions(first, second))
}

/** "599 euros for the X7 and 649 for the Max": the second may have a name that nobody knows. */
const areVersions = (first: Conjunct, second: Conjunct): boolean =>
  VERSIONS.has(first.preposition) && VERSIONS.has(second.preposition)
