import type { Discourse } from './discourse.js'
import { ALSO, also, DOES, is, TAG } from './kinds.js'
import { isSubjectLike } from './standing.js'
import { type Term, textOf } from './terms.js'

// How a name stands in its sentence, as far as the text goes on about it or about another.

/** "Le quotidien X va augmenter son prix": a paper that the text opens with, and that says nothing itself. */
export const isTold = (terms: readonly Term[], i: number, { known }: Discourse): boolean =>
  isSubjectLike(terms, i) &&
  known.get(terms[i]?.who?.name ?? '')?.industry !== 'regulator' &&
  !terms.some((term) => is(term, TAG.Say | TAG.According))

/** "Son principal client, X, a réduit ses commandes": the name at `i` is that of the noun with which the sentence opens. */
export function opensAsTheirs(terms: readonly Term[], i: number): boolean {
  if (!is(terms[i - 1], TAG.Comma) || !is(terms[i + 1], TAG.Comma) || !also(terms[0], ALSO.Possessive)) return false
  for (let j = 1; j < i - 1; j++)
    if (is(terms[j], TAG.Punct) || terms[j]?.kind.finite || terms[j]?.who !== undefined) return false
  return i <= 6
}

/** Names between commas and conjunctions, what they are before them, and nothing else. */
export function isMereList(terms: readonly Term[]): boolean {
  let names = 0
  for (const { who, kind } of terms) {
    if (who?.kind === 'name') names++
    else if (who !== undefined || kind.finite || (kind.is & (TAG.Verb | TAG.Value | TAG.Colon)) !== 0) return false
    else if (kind.tags.has('Capital')) continue
    else if ((kind.is & (TAG.Punct | TAG.Demonym)) === 0 && (kind.does & (DOES.Conjunction | DOES.Article)) === 0)
      return false
  }
  return names > 1
}

/** The name at `i` does something to whom the text was about before: "Y lui fournira", "Y lui a confié". */
export const isDoneToHim = (terms: readonly Term[], i: number): boolean =>
  i <= 1 &&
  terms[i + 1]?.normal === 'lui' &&
  (is(terms[i + 2], TAG.Finite | TAG.Future | TAG.Conditional) || also(terms[i + 2], ALSO.Have))

/** The name at `i` holds a share of whom the text was about before. */
export const holdsOfIt = (terms: readonly Term[], i: number): boolean =>
  terms[i + 1]?.normal === 'en' &&
  (terms[i + 2]?.kind.tags.has('Own') === true || /^(?:conserver|garder)$/.test(terms[i + 2]?.kind.root ?? '')) &&
  terms.slice(i + 3, i + 6).some((term) => is(term, TAG.Percent) || term.kind.tags.has('Fraction'))

/** The second of two names that open a clause as its subject. */
export function isSecond(terms: readonly Term[], i: number): boolean {
  if (terms[i - 1]?.normal !== 'and' || terms[i - 2]?.who?.kind !== 'name') return false
  return i === 2 || ((terms[i - 3]?.kind.is ?? 0) & TAG.Semicolon) !== 0
}

/** "X et Y": the second of just two names. */
export const isSecondOfTwo = (terms: readonly Term[], i: number): boolean =>
  /^(?:et|and)$/.test(terms[i - 1]?.normal ?? '') &&
  terms[i - 2]?.who?.kind === 'name' &&
  !(is(terms[i - 3], TAG.Comma) && terms[i - 4]?.who?.kind === 'name')

/** "X, son fournisseur,": the comma behind the name at `i` opens an apposition that begins with a possessive. */
export function isOneOfHis(terms: readonly Term[], i: number): boolean {
  if (((terms[i + 1]?.kind.is ?? 0) & TAG.Comma) === 0) return false
  const next = terms[i + 2]
  return next !== undefined && ((next.kind.does & DOES.Possessive) !== 0 || (next.kind.also & ALSO.Possessive) !== 0)
}

/** "X, a major Y supplier,": the name at `i` tells whose the noun behind it is, in an apposition to another name. */
export function isInApposition(terms: readonly Term[], i: number): boolean {
  const noun = terms[i + 1]
  if (noun === undefined || !is(noun, TAG.Noun) || is(noun, TAG.Finite)) return false
  for (let j = i - 1; j >= Math.max(1, i - 5); j--) {
    if (!is(terms[j], TAG.Comma)) continue
    const named = terms[j - 1]
    return (terms[j + 1]?.kind.does ?? 0) & DOES.Article ? named?.who !== undefined || is(named, TAG.Rparen) : false
  }
  return false
}

/** In French "Le rival X a cédé. Il …" goes on about X, "alors que son rival X a cédé" does not. */
export const isRival = (terms: readonly Term[], i: number): boolean =>
  RIVAL.test(textOf(terms[i] as Term)) ||
  RIVAL.test(terms[i - 1]?.normal ?? '') ||
  (also(terms[i], ALSO.Possessive) && terms[i]?.kind.tags.has('Other') === true)

const RIVAL = /^(?:(?:its|the) )?(?:rival|competitor)\b/i

const COMMENT = new Set(['comment', 'commenter', 'commentaire', 'commentaires'])

/** "X did not respond to a request for comment", "X declined to comment", "X n'a pas souhaité commenter". */
export function isSilent(terms: readonly Term[]): boolean {
  for (let i = 2; i < terms.length; i++) {
    if (COMMENT.has((terms[i] as Term).normal)) return terms.length < 30
  }
  return false
}

/** "La direction du quotidien X prépare …": who leads X speaks for it. */
export function isLed(terms: readonly Term[], i: number): boolean {
  for (let j = i - 1; j >= Math.max(1, i - 4); j--) {
    const { does, is } = (terms[j] as Term).kind
    // "l'ancien patron de X" leads another now
    if ((does & DOES.Genitive) !== 0)
      return (
        ((terms[j - 1] as Term).kind.is & TAG.PersonNoun) !== 0 && terms[j - 2]?.kind.tags.has('FormerAdj') !== true
      )
    if ((is & (TAG.Punct | TAG.Finite | TAG.Value)) !== 0) return false
  }
  return false
}

/** Nobody else is spoken of before the name at `i`, and what it does is told behind it: "at X, which said". */
export function isAlone(terms: readonly Term[], i: number): boolean {
  if (!is(terms[i + 1], TAG.Comma) || terms[i + 2]?.normal !== 'which') return false
  for (let j = 0; j < i; j++) if (terms[j]?.who !== undefined) return false
  return true
}

/** "Les ventes de X ont reculé": whether only a noun phrase that tells a measure stands before `i`, no verb, no comma, no other name. */
export function opensWithMeasure(terms: readonly Term[], i: number): boolean {
  // "Au premier semestre, les ventes de X"
  const comma = terms.findIndex((term) => is(term, TAG.Comma))
  const framed = comma > 0 && comma <= 3 && terms[comma - 1]?.mention?.type === 'date'
  const from = framed ? comma + 1 : 0
  if (from >= i || ((terms[from] as Term).kind.does & DOES.Article) === 0) return false
  let counts = false
  for (let j = from; j < i; j++) {
    const { kind, who } = terms[j] as Term
    if ((kind.is & (TAG.Punct | TAG.Finite | TAG.Value)) !== 0 || who?.kind === 'name') return false
    if ((kind.is & TAG.Measure) !== 0) counts = true
  }
  return counts
}
