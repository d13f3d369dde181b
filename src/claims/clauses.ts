import { ALSO, also, DOES, does, is, TAG } from './kinds.js'
import { type Term, textOf } from './terms.js'

/** How a clause hangs on another one. */
export type ClauseKind = 'main' | 'coordinate' | 'relative' | 'complement' | 'aside' | 'insertion'

/** A stretch of a sentence with (mostly) one verb. Its terms need not be contiguous: a relative clause may stand inside. */
export interface Clause {
  index: number
  kind: ClauseKind
  /** The clause that it hangs on; null for the first. */
  parent: Clause | null
  /** Term index where it begins. */
  start: number
  /** For a relative clause, an aside or an insertion: the term index of what it is about, -1 where there is none. */
  antecedent: number
  /** Term indexes, ascending. */
  terms: number[]
}

/** A sentence cut into clauses; `of[i]` is the clause of term `i`. */
export interface Clauses {
  list: Clause[]
  of: Clause[]
}

/** A clause that goes on after what was opened inside it. */
interface Open {
  clause: Clause
  until: 'comma' | 'verb' | 'close' | 'dash' | 'quote'
  /** What stands inside was opened without a comma in another relative clause. */
  within: boolean
}

/** Whether a finite verb stands among the terms of a clause, or the "ne" of one. */
export function hasFiniteVerb(terms: readonly Term[], clause: Clause): boolean {
  for (let k = 0; k < clause.terms.length; k++) {
    const { kind } = terms[clause.terms[k] as number] as Term
    if (kind.finite || (kind.does & DOES.Ne) !== 0) return true
  }
  return false
}

/** Whether "et"/"and" at `i` joins two verbs rather than two names: a finite verb follows, adverbs and pronouns aside. */
function joinsVerbs(terms: readonly Term[], i: number): boolean {
  for (let j = i + 1; j < Math.min(i + 5, terms.length); j++) {
    const term = terms[j] as Term
    if (term.kind.finite || MODALS.has(term.normal)) return true
    // "and hopes to", "and plans to": nouns too, but not before an infinitive
    if (is(term, TAG.Finite) && terms[j + 1]?.normal === 'to') return true
    if (term.who !== undefined && term.who.kind !== 'possessive') continue
    // "and Britain's X was"
    if (is(term, TAG.Place) && does(terms[j + 1], DOES.Possessor)) continue
    if (term.mention !== undefined || is(term, TAG.Punct)) return false
  }
  return false
}

const MODALS = new Set('will would shall should may might must can could'.split(' '))

/**
 * Cuts the terms of a sentence into clauses: at semicolons, colons, dashes and brackets, at relative pronouns and
 * conjunctions. After a relative clause between commas the clause around it goes on. One pass; no grammar is parsed, so a
 * clause is a scope for cues and slots, not a linguist's clause.
 */
export function cutClauses(terms: readonly Term[]): Clauses {
  const list: Clause[] = []
  const of: Clause[] = []
  const open = (kind: ClauseKind, parent: Clause | null, start: number, antecedent = -1): Clause => {
    const clause: Clause = { index: list.length, kind, parent, start, antecedent, terms: [] }
    list.push(clause)
    return clause
  }
  let current = open('main', null, 0)
  const stack: Open[] = []
  /** Cuts the terms from `from` to `end` as an insertion. */
  const insert = (from: number, end: number, about: number): void => {
    const clause = open('insertion', current, from, isWho(terms[about]) || is(terms[about], TAG.Product) ? about : -1)
    for (let j = from; j < end; j++) {
      of.push(clause)
      clause.terms.push(j)
    }
  }
  const lastName = (before: number): number => {
    for (let j = before - 1; j >= 0; j--) {
      const term = terms[j] as Term
      if (term.who !== undefined && term.who.kind !== 'possessive') return j
      if (is(term, TAG.Product)) return j
      if (term.kind.finite) break
    }
    return -1
  }
  const frame = opensWithFrame(terms) ? endOfInsertion(terms, 0) : -1
  if (frame > 0) insert(0, frame, frame + 1)
  for (let i = Math.max(0, frame); i < terms.length; i++) {
    const term = terms[i] as Term
    const previous = i > 0 ? terms[i - 1] : undefined
    const top = stack.at(-1)
    if (is(term, TAG.Rparen) && top?.until === 'close') {
      current = top.clause
      stack.pop()
      of.push(current)
      continue
    }
    if (is(term, TAG.Comma)) {
      const next = terms[i + 1]
      if (
        (top?.until === 'comma' || top?.until === 'verb') &&
        !(next !== undefined && (does(next, DOES.Relative | DOES.Listed) || next.mention !== undefined))
      ) {
        current = top.clause
        stack.pop()
        // "X, qui emploie 300 personnes dont 200 à Lyon, recrute": the comma closes both
        if (top.within && stack.at(-1)?.until === 'comma') current = (stack.pop() as Open).clause
      } else if (next !== undefined && !does(next, DOES.Relative)) {
        const coordinate = does(next, DOES.Coordinate) && (!does(next, DOES.JoinsNames) || joinsVerbs(terms, i + 1))
        if (coordinate) current = open('coordinate', current, i + 1)
        else if (is(next, TAG.Gerund) || does(next, DOES.Gerundive) || startsClause(terms, i + 1))
          current = open('coordinate', current, i + 1)
      }
      of.push(current)
      current.terms.push(i)
      const end = opensInsertion(terms, i, current) ? endOfInsertion(terms, i + 1) : -1
      if (end > 0) {
        insert(i + 1, end, i - 1)
        i = end - 1
      }
      continue
    }
    if (is(term, TAG.Semicolon | TAG.Colon)) {
      of.push(current)
      current.terms.push(i)
      // "Objectif 2025 : 300 000 ventes": a label and what it labels are one clause
      if (is(term, TAG.Colon) && !hasFiniteVerb(terms, current)) continue
      if (stack.length > 0) stack.length = 0
      current = open('coordinate', current, i + 1)
      continue
    }
    if (is(term, TAG.Lparen)) {
      stack.push({ clause: current, until: 'close', within: false })
      current = open('aside', current, i, lastName(i))
      of.push(current)
      current.terms.push(i)
      continue
    }
    if (is(term, TAG.Dash) && previous !== undefined && term.start > previous.end) {
      if (top?.until === 'dash') {
        current = top.clause
        stack.pop()
      } else {
        stack.push({ clause: current, until: 'dash', within: false })
        current = open('aside', current, i, lastName(i))
      }
      of.push(current)
      current.terms.push(i)
      continue
    }
    // "l'usine qui emploie 300 personnes | fermera": a second verb is that of the clause around
    if (top?.until === 'verb' && current.kind === 'relative' && opensVerb(terms, i) && hasFiniteVerb(terms, current)) {
      current = top.clause
      stack.pop()
    }
    if ((does(term, DOES.Relative) || opensRelative(terms, i, current)) && i > 0) {
      const until = is(previous, TAG.Comma) || hasFiniteVerb(terms, current) ? 'comma' : 'verb'
      stack.push({ clause: current, until, within: term.normal === 'dont' && !is(previous, TAG.Comma) })
      current = open('relative', current, i, lastName(i))
    } else if (does(term, DOES.Complement) && i > 0) {
      // "annonce que" opens what is announced; "plus … que", "ne … que" open nothing
      if (!restrictive(terms, i) && !comparative(terms, i))
        current = open('complement', does(previous, DOES.Conjunction) ? outOfComplement(current) : current, i)
    } else if (i > 0 && is(previous, TAG.Say) && is(previous, TAG.Finite) && startsClause(terms, i))
      // "X said Y will invest"
      current = open('complement', current, i)
    else if (i > 0 && does(term, DOES.Subordinate) && !is(previous, TAG.Comma) && !isThen(terms, i))
      current = open('coordinate', current, i)
    else if (
      does(term, DOES.Conjunction) &&
      !is(previous, TAG.Comma) &&
      // "Renault et Nissan ont signé": before its verb a clause joins names
      (is(previous, TAG.Value) || hasFiniteVerb(terms, current)) &&
      joinsVerbs(terms, i)
    ) {
      current = open('coordinate', current, i)
    }
    of.push(current)
    current.terms.push(i)
  }
  return { list, of }
}

const isWho = (term: Term | undefined): boolean => term?.who !== undefined && term.who.kind !== 'possessive'

/**
 * The comma at `i` opens an insertion, "X, filiale de Y, va recruter", "its Leeds plant, opened in 1978, will close": what
 * follows directly says more about the name or noun before it. What is listed or told of the verb ("X, en mai, a …") does not.
 */
function opensInsertion(terms: readonly Term[], i: number, clause: Clause): boolean {
  const at = ADVERBS.has(terms[i + 1]?.normal ?? '') ? i + 2 : i + 1
  const first = terms[at]
  if (first === undefined || does(first, DOES.Relative | DOES.Conjunction)) return false
  // "ouverte en 1978": no "attendue en mai", which is what the sentence tells
  if (isMereParticiple(terms, at)) return !also(first, ALSO.Plan)
  // "X, founded in 2009, sells": no "X, hit 3 million", nor "X cut its price, founded on"
  if (is(first, TAG.Participle)) return !also(first, ALSO.Plan) && isBare(terms, at) && !hasFiniteVerb(terms, clause)
  const before = terms[i - 1]
  const named = is(before, TAG.Product) || before?.who?.kind === 'name' || before?.who?.kind === 'description'
  if (!named || isGoverned(terms, i)) return false
  // "X, en faillite depuis mai", not "X, en 2024,"
  const state = first.normal === 'en' && terms[at + 1]?.mention === undefined
  return state || FRAMES.has(first.normal) || opensNoun(terms, at)
}

/** "Selon X, le fonds …": all before the comma at `i` hangs on the preposition that opens the sentence. */
const isGoverned = (terms: readonly Term[], i: number): boolean =>
  (does(terms[0], DOES.Preposition) || is(terms[0], TAG.According)) &&
  !terms.slice(1, i).some((t) => is(t, TAG.Comma | TAG.Verb | TAG.Finite))

/** A noun with what stands before it: "a 30% shareholder", "Y's biggest supplier", "filiale". */
function opensNoun(terms: readonly Term[], from: number): boolean {
  let i = from
  if (terms[i]?.who?.kind === 'name' && does(terms[i + 1], DOES.Possessor)) i += 2
  else if (does(terms[i], DOES.Article | DOES.Possessive)) i++
  while (is(terms[i], TAG.Percent | TAG.Demonym | TAG.Ordinal) || (i > from && does(terms[i], DOES.Adjective))) i++
  const noun = terms[i]
  if (noun === undefined || noun.who?.kind === 'name') return false
  // what may be a verb is a noun behind an article or possessor
  return (is(noun, TAG.Noun | TAG.OrgNoun) && (i > from || !is(noun, TAG.Finite))) || also(noun, ALSO.Description)
}

const FRAMES = new Set('avec with fort forte available present active présent présente actif active'.split(' '))
const ADVERBS = new Set(
  "déjà already now once désormais aujourd'hui toujours still also currently actuellement".split(' '),
)

/** "D'un coût de 18 millions, l'usine ouvrira", "Fondée en 2009, X emploie": the first comma closes a frame. */
const opensWithFrame = (terms: readonly Term[]): boolean =>
  /^(?:d'|avec|fort|forte|présent|présente)$/.test(terms[0]?.normal ?? '') ||
  isMereParticiple(terms, 0) ||
  (is(terms[0], TAG.Participle) && isBare(terms, 0))

/** What may be a finite verb has no object: "owned by Y", "founded in 2009". */
const isBare = (terms: readonly Term[], i: number): boolean =>
  does(terms[i + 1], DOES.Preposition) || terms[i + 1]?.mention?.type === 'date'

function isMereParticiple(terms: readonly Term[], i: number): boolean {
  const term = terms[i]
  if (term === undefined) return false
  if (is(term, TAG.Participle)) return !is(term, TAG.Finite | TAG.Noun)
  // "opérationnelle depuis mai", not "opérationnelle en 2027"
  const next = terms[i + 1]?.mention
  if (term.kind.tags.has('Operational')) return next?.type === 'date' && next.edtf?.endsWith('/..') === true
  // what the lexicon does not know: "placée", "implantés"
  return term.kind.tags.size === 0 && term.mention === undefined && /ée?s?$/.test(textOf(term))
}

/** The comma or full stop that closes what begins at `from`, or the end of the sentence; -1 where a finite verb or another sign stands before it. */
function endOfInsertion(terms: readonly Term[], from: number): number {
  let i = from
  for (; i < terms.length; i++) {
    const term = terms[i] as Term
    if (is(term, TAG.Comma | TAG.Stop)) break
    if (is(term, TAG.Semicolon | TAG.Colon | TAG.Dash)) return -1
    if (does(term, DOES.Relative | DOES.Complement | DOES.Ne)) return -1
    const verb = is(term, TAG.Finite | TAG.Future | TAG.Conditional) && !is(term, TAG.Noun)
    // "X, a group founded in 2009, sells", but "behind X, its share slipped to 3 %"
    const qualifies =
      is(term, TAG.Participle) &&
      (i - from < 2 || !(does(terms[from], DOES.Possessive | DOES.Le) || terms[from]?.normal === 'the'))
    if (verb && !qualifies && !(i === from && term.kind.tags.has('SetUp'))) return -1
  }
  return i - from > 1 && (from > 0 || i < terms.length) ? i : -1
}

/** "qui portera alors l'effectif à 400" joins nothing, as "alors que" does. */
const isThen = (terms: readonly Term[], i: number): boolean =>
  terms[i]?.normal === 'alors' && !does(terms[i + 1], DOES.Complement)

/** A finite verb or the "ne" before one, no auxiliary that an infinitive or participle goes on from. */
const opensVerb = (terms: readonly Term[], i: number): boolean =>
  ((terms[i] as Term).kind.finite || does(terms[i], DOES.Ne)) && !does(terms[i - 1], DOES.Conjunction | DOES.Ne)

/** "L'usine que X devait bâtir": before any verb "que" opens no complement. "Alors que", "bien que" open the sentence. */
function opensRelative(terms: readonly Term[], i: number, clause: Clause): boolean {
  const { normal } = terms[i] as Term
  if ((normal !== 'que' && normal !== "qu'") || i < 2 || clause.kind !== 'main') return false
  const before = terms[i - 1] as Term
  const noun = is(before, TAG.Noun | TAG.Org | TAG.OrgNoun) || before.mention?.type === 'amount'
  // "L'entreprise, que Y avait revendue, …"
  const inserted = is(before, TAG.Comma) && isNoun(terms[i - 2])
  if (!noun && !inserted && before.kind.tags.size > 0) return false
  return !does(before, DOES.Subordinate | DOES.Compares) && !hasVerbForm(terms, clause)
}

const isNoun = (term: Term | undefined): boolean =>
  is(term, TAG.Noun | TAG.Place | TAG.Product) || (term?.who !== undefined && term.who.kind !== 'possessive')

const hasVerbForm = (terms: readonly Term[], clause: Clause): boolean =>
  clause.terms.some((i) => is(terms[i], TAG.Verb | TAG.Finite))

/** "ne … que" and "n'… qu'" restrict, they do not negate or subordinate. */
function restrictive(terms: readonly Term[], i: number): boolean {
  for (let j = i - 1; j >= Math.max(0, i - 6); j--) {
    if (does(terms[j], DOES.Negates)) return false
    if (does(terms[j], DOES.Ne)) return true
  }
  return false
}

/** "plus cher que", "autant que", "tel que", "more than that" compare. */
function comparative(terms: readonly Term[], i: number): boolean {
  for (let j = i - 1; j >= Math.max(0, i - 4); j--) if (does(terms[j], DOES.Compares)) return true
  return false
}

/** A new subject with its own finite verb follows the comma: "…, la marque prévoit". */
function startsClause(terms: readonly Term[], i: number): boolean {
  const first = terms[i]
  if (first?.who === undefined || first.who.kind === 'possessive') return false
  for (let j = i + 1; j < Math.min(i + 4, terms.length); j++) {
    const term = terms[j] as Term
    if (term.kind.finite) return true
    if (is(term, TAG.Punct) || term.mention !== undefined) return false
  }
  return false
}

/** "said that …, and that …": what the clause hangs on that the clause around `clause` completes; else `clause`. */
function outOfComplement(clause: Clause): Clause {
  let outer: Clause | null = clause
  while (outer !== null && outer.kind !== 'complement') outer = outer.parent
  return outer?.parent ?? clause
}

/** The clauses that govern `clause`, from its parent outwards, as far as their cues reach into it. */
export function governors(clause: Clause): Clause[] {
  const out: Clause[] = []
  let inner = clause
  while (inner.kind === 'complement' && inner.parent !== null) {
    out.push(inner.parent)
    inner = inner.parent
  }
  return out
}
