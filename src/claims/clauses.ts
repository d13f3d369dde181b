import type { Term } from './terms.js'

/** How a clause hangs on another one. */
export type ClauseKind = 'main' | 'coordinate' | 'relative' | 'complement' | 'aside'

/** A stretch of a sentence with (mostly) one verb. Its terms need not be contiguous: a relative clause may stand inside. */
export interface Clause {
  index: number
  kind: ClauseKind
  /** The clause that it hangs on; null for the first. */
  parent: Clause | null
  /** Term index where it begins. */
  start: number
  /** For a relative clause: the term index of its antecedent, -1 where there is none. */
  antecedent: number
  /** Term indexes, ascending. */
  terms: number[]
}

/** A sentence cut into clauses; `of[i]` is the clause of term `i`. */
export interface Clauses {
  list: Clause[]
  of: Clause[]
}

const RELATIVE = new Set([
  'qui',
  'dont',
  'où',
  'lequel',
  'laquelle',
  'lesquels',
  'lesquelles',
  'which',
  'who',
  'whose',
  'where',
  'auquel',
  'duquel',
])
const COMPLEMENT = new Set(['que', "qu'", 'that'])
const COORDINATE = new Set([
  'mais',
  'et',
  'puis',
  'or',
  'tandis',
  'alors',
  'contre',
  'car',
  'puisque',
  "puisqu'",
  'soit',
  'but',
  'and',
  'while',
  'whereas',
  'though',
  'although',
  'as',
  'with',
  'against',
  'compared',
  'après',
  'before',
  'after',
  'because',
  'ce',
  'même',
  'sans',
  'avec',
])
/** After a comma these go on with a list rather than end a relative clause: "qui vend en France, en Italie et en Espagne". */
const LISTED = new Set(['en', 'au', 'aux', 'à', 'de', "d'", 'du', 'des', 'et', 'in', 'and', 'to'])
/** Conjunctions that open a clause without a comma before them. */
const SUBORDINATE = new Set([
  'mais',
  'tandis',
  'alors',
  'lorsque',
  "lorsqu'",
  'quand',
  'puisque',
  'car',
  'but',
  'while',
  'whereas',
  'although',
  'though',
  'because',
  'after',
  'before',
  'si',
  'if',
  'when',
])

const isVerb = (term: Term | undefined) =>
  term?.tags.has('Finite') === true || term?.tags.has('Future') === true || term?.tags.has('Conditional') === true
const isFiniteVerb = (term: Term | undefined) =>
  isVerb(term) &&
  term?.tags.has('Noun') !== true &&
  (term?.word?.features.includes('participle') !== true || term?.word?.features.includes('past') === true)

/** Whether "et"/"and" at `i` joins two verbs rather than two names: a finite verb follows, adverbs and pronouns aside. */
function joinsVerbs(terms: readonly Term[], i: number): boolean {
  for (let j = i + 1; j < Math.min(i + 5, terms.length); j++) {
    const term = terms[j] as Term
    if (isFiniteVerb(term)) return true
    if (term.who !== undefined && term.who.kind !== 'possessive') continue
    if (term.mention !== undefined || term.tags.has('Punct')) return false
  }
  return false
}

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
  const stack: { clause: Clause; until: 'comma' | 'close' | 'dash' | 'quote' }[] = []
  const lastName = (before: number): number => {
    for (let j = before - 1; j >= 0; j--) {
      const term = terms[j] as Term
      if (term.who !== undefined && term.who.kind !== 'possessive') return j
      if (term.tags.has('Product')) return j
      if (isFiniteVerb(term)) break
    }
    return -1
  }
  for (let i = 0; i < terms.length; i++) {
    const term = terms[i] as Term
    const previous = terms[i - 1]
    const top = stack.at(-1)
    if (term.tags.has('Rparen') && top?.until === 'close') {
      current = top.clause
      stack.pop()
      of.push(current)
      continue
    }
    if (term.tags.has('Comma')) {
      const next = terms[i + 1]
      if (
        top?.until === 'comma' &&
        !(next !== undefined && (RELATIVE.has(next.normal) || LISTED.has(next.normal) || next.mention !== undefined))
      ) {
        current = top.clause
        stack.pop()
      } else if (next !== undefined && !RELATIVE.has(next.normal)) {
        const coordinate =
          COORDINATE.has(next.normal) && (!/^(?:et|and|avec|with)$/.test(next.normal) || joinsVerbs(terms, i + 1))
        if (coordinate) current = open('coordinate', current, i + 1)
        else if (next.tags.has('Gerund') || /^\p{L}{2,}(?:ant|ing)$/u.test(next.normal) || startsClause(terms, i + 1))
          current = open('coordinate', current, i + 1)
      }
      of.push(current)
      current.terms.push(i)
      continue
    }
    if (term.tags.has('Semicolon') || term.tags.has('Colon')) {
      of.push(current)
      current.terms.push(i)
      // "Objectif 2025 : 300 000 ventes": a label and what it labels are one clause
      if (term.tags.has('Colon') && !current.terms.some((j) => isFiniteVerb(terms[j]))) continue
      stack.length = 0
      current = open('coordinate', current, i + 1)
      continue
    }
    if (term.tags.has('Lparen')) {
      stack.push({ clause: current, until: 'close' })
      current = open('aside', current, i, lastName(i))
      of.push(current)
      current.terms.push(i)
      continue
    }
    if (term.tags.has('Dash') && previous !== undefined && term.start > previous.end) {
      if (top?.until === 'dash') {
        current = top.clause
        stack.pop()
      } else {
        stack.push({ clause: current, until: 'dash' })
        current = open('aside', current, i, lastName(i))
      }
      of.push(current)
      current.terms.push(i)
      continue
    }
    if (RELATIVE.has(term.normal) && i > 0) {
      stack.push({ clause: current, until: 'comma' })
      current = open('relative', current, i, lastName(i))
    } else if (COMPLEMENT.has(term.normal) && i > 0) {
      // "annonce que" opens what is announced; "plus … que", "ne … que" open nothing
      if (!restrictive(terms, i) && !comparative(terms, i)) current = open('complement', current, i)
    } else if (i > 0 && SUBORDINATE.has(term.normal) && !previous?.tags.has('Comma'))
      current = open('coordinate', current, i)
    else if (
      (term.normal === 'et' || term.normal === 'and' || term.normal === 'ou' || term.normal === 'or') &&
      !previous?.tags.has('Comma') &&
      // "Renault et Nissan ont signé": before its verb a clause joins names
      (previous?.tags.has('Value') || current.terms.some((j) => isFiniteVerb(terms[j]))) &&
      joinsVerbs(terms, i)
    ) {
      current = open('coordinate', current, i)
    }
    of.push(current)
    current.terms.push(i)
  }
  return { list, of }
}

/** "ne … que" and "n'… qu'" restrict, they do not negate or subordinate. */
function restrictive(terms: readonly Term[], i: number): boolean {
  for (let j = i - 1; j >= Math.max(0, i - 6); j--) {
    const normal = terms[j]?.normal
    if (normal === 'pas' || normal === 'jamais' || normal === 'plus') return false
    if (normal === 'ne' || normal === "n'") return true
  }
  return false
}

/** "plus cher que", "autant que", "tel que", "more than that" compare. */
function comparative(terms: readonly Term[], i: number): boolean {
  for (let j = i - 1; j >= Math.max(0, i - 4); j--) {
    if (/^(?:plus|moins|aussi|autant|même|tel|telle|tels|telles|ainsi|si|more|less|than)$/.test(terms[j]?.normal ?? ''))
      return true
  }
  return false
}

/** A new subject with its own finite verb follows the comma: "…, la marque prévoit". */
function startsClause(terms: readonly Term[], i: number): boolean {
  const first = terms[i]
  if (first?.who === undefined || first.who.kind === 'possessive') return false
  for (let j = i + 1; j < Math.min(i + 4, terms.length); j++) {
    const term = terms[j] as Term
    if (isFiniteVerb(term)) return true
    if (term.tags.has('Punct') || term.mention !== undefined) return false
  }
  return false
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
