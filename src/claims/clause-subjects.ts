import type { Candidate } from './candidate.js'
import type { Clause } from './clauses.js'
import { ALSO, also, is, TAG } from './kinds.js'
import { listHead } from './lists.js'
import { possessorBefore } from './owners.js'
import { isOwned, isSource, isSubjectLike, isWhere } from './standing.js'
import { isWho, type Term } from './terms.js'

// Who stands as the subject of a clause, or of the one that it hangs on.

/** The first term of the clause, or of the one that it goes on from without a subject: "Its revenue rose, but profits fell". */
export function openingOf(terms: readonly Term[], clause: Clause): number {
  let current = clause
  while (
    current.kind === 'coordinate' &&
    current.parent !== null &&
    !current.terms.some((i) => terms[i]?.who !== undefined)
  )
    current = current.parent
  return current.terms[0] ?? -1
}

/** The subject of the clause, of what it hangs on, or of the clause around it; null where there is none. */
export function subjectOfClause(
  terms: readonly Term[],
  clause: Clause,
  candidate: Candidate,
  not: readonly (string | null)[],
): number | null {
  let current: Clause | null = clause
  while (current !== null) {
    if (
      current.antecedent >= 0 &&
      !isWhere(terms, current) &&
      // "raised 3 million from X, with participation from Y": in the round
      terms[current.start + 1]?.normal !== 'participation' &&
      isWho(terms[current.antecedent]) &&
      // "According to X, 300 jobs - out of a total of 900 - could go"
      !(current.kind === 'aside' && isSource(terms, current.antecedent)) &&
      !not.includes(terms[current.antecedent]?.who?.name ?? null)
    ) {
      // "Fondée en 2009 par Y, X emploie …"
      if (current.antecedent > current.start) return current.antecedent
      if (current.kind === 'insertion') return listHead(terms, current.antecedent)
      const own = firstSubject(terms, current, candidate, not)
      const relative = (terms[current.start] as Term).normal
      // "in which Bosch holds", "dans lequel X investit": behind a preposition the pronoun is no subject
      const governed = /^(?:in|of|for|to|with|from|by|at|on)$/.test(terms[current.start - 1]?.normal ?? '')
      // "bought X, which gives it 300 more shops": who has bought it; "bought X, in which it had held 60 %": X holds no part of itself
      const itself = own === null || terms[own]?.who?.kind === 'pronoun'
      if (relative === 'which' && current.parent !== null && (givesIt(terms, current) || (governed && itself))) {
        const name = terms[current.antecedent]?.who?.name ?? null
        const outer = firstSubject(terms, current.parent, candidate, [...not, name])
        if (outer !== null) return outer
      }
      // "X, qu'il avait fondé": what was founded
      if (own !== null && candidate.compiled.rule.claim.event === 'founding') return current.antecedent
      if (own !== null && (governed || !/^(?:qui|which|who)$/.test(relative))) return own
      // "X et Y, qui détient 60 %", "X and Y, which owns 60 %": the verb is of the last one alone
      const singular = relative === 'qui' ? isSingular(terms, current.start) : isThirdPerson(terms, current)
      return singular ? current.antecedent : listHead(terms, current.antecedent)
    }
    const own = firstSubject(terms, current, candidate, not)
    if (own !== null) return own
    // "X's phone, which had 50 orders"
    const possessor = current.kind === 'relative' ? possessorBefore(terms, current.antecedent) : null
    if (possessor !== null) return possessor
    current = current.parent
  }
  return null
}

/** French verbs of several end in "nt", and of one "tient", "vient". */
function isSingular(terms: readonly Term[], qui: number): boolean {
  const verb = terms.slice(qui + 1, qui + 4).find((term) => is(term, TAG.Finite) || also(term, ALSO.Have | ALSO.Be))
  return verb !== undefined && /(?:[tv]ient|[^n]t|[^t])$/.test(verb.normal)
}

/** Behind an English pronoun the verb has the ending of the third person. */
function isThirdPerson(terms: readonly Term[], { start, terms: inside }: Clause): boolean {
  if (!/^(?:which|who|that)$/.test(terms[start]?.normal ?? '')) return false
  const verb = terms[inside[1] ?? -1]
  return (
    /^(?:is|was|has|does)$/.test(verb?.normal ?? '') || (is(verb, TAG.Verb) && /^[a-z]+[^s]s$/.test(verb?.normal ?? ''))
  )
}

/** "which gives it", "which will leave it with". */
function givesIt(terms: readonly Term[], { terms: inside }: Clause): boolean {
  const at = inside
    .slice(1, 4)
    .find((i) => /^(?:give|gives|gave|given|leave|leaves|left|bring|brings|brought)$/.test(terms[i]?.normal ?? ''))
  return at !== undefined && /^(?:it|them)$/.test(terms[at + 1]?.normal ?? '')
}

/** The first name of a clause that stands as a subject before the trigger, the rule's own partner aside. */
function firstSubject(
  terms: readonly Term[],
  clause: Clause,
  candidate: Candidate,
  not: readonly (string | null)[],
): number | null {
  const partner = candidate.match.groups.partner?.[0]
  let possessor: number | null = null
  for (const i of clause.terms) {
    if (i > candidate.trigger && i >= candidate.match.end) break
    if (i === partner) continue
    if (!mayBeSubject(terms, i, not)) continue
    // "Google's parent Alphabet said", "Dacia owner Renault said": the possessor only where nobody else is the subject
    if (!/^'s?$/.test(terms[i + 1]?.normal ?? '') && !introduces(terms, i)) return i
    possessor ??= i
  }
  return possessor
}

const OWNED = /[-‑](?:owned|controlled|backed|led|run)$/

/** "Dacia owner Renault", "Airbus supplier Safran": the name at `i` tells whose noun introduces the next name. */
function introduces(terms: readonly Term[], i: number): boolean {
  const noun = terms[i + 1]
  // "X-owned Y"
  if (OWNED.test(terms[i]?.normal ?? '') && noun?.who?.kind === 'name') return true
  // "Airbus" before "supplier Safran" in one term
  if (noun?.who?.kind === 'name' && noun.who.noun !== undefined) return true
  if (!is(noun, TAG.Noun) || is(noun, TAG.Finite | TAG.Measure) || terms[i]?.who?.kind !== 'name') return false
  return terms[i + 2]?.who?.kind === 'name'
}

export function firstWho(terms: readonly Term[], before: number, not: readonly (string | null)[]): number | null {
  for (let i = 0; i < before; i++) if (mayBeSubject(terms, i, not)) return i
  return null
}

/** Somebody known, who stands as a subject and is not merely quoted. */
function mayBeSubject(terms: readonly Term[], i: number, not: readonly (string | null)[]): boolean {
  const name = isWho(terms[i]) ? (terms[i]?.who?.name ?? null) : null
  return name !== null && !not.includes(name) && isSubjectLike(terms, i) && !isSource(terms, i) && !isOwned(terms, i)
}
