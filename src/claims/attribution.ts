import type { NameMention } from '../types.js'
import type { SentenceContext, Subjects } from './candidate.js'
import type { Clause } from './clauses.js'
import { ALSO, also, DOES, does, is, TAG } from './kinds.js'
import { isYardstick } from './plans.js'
import { isOwned } from './standing.js'
import { type Term, textOf } from './terms.js'

/** Where somebody may be named in a sentence to whom it is ascribed: a verb of saying or holding, "selon", "Pour X,", "estimé par". */
export function voicesOf(terms: readonly Term[]): number[] {
  const out: number[] = []
  for (let i = 0; i < terms.length; i++) {
    const term = terms[i] as Term
    const estimated = term.kind.tags.has('Estimate') && terms[i + 1]?.normal === 'par'
    if (is(term, TAG.Say | TAG.According) || also(term, ALSO.Voice) || estimated || voiceAt(terms, i) >= 0) out.push(i)
  }
  return out
}

/** "selon X", "X annonce que …", "…, a précisé X": who is said to say it; the subject itself is no attribution. */
export function findAttribution(
  context: SentenceContext,
  clause: Clause,
  subjects: Subjects,
): { name: string; because: string } | null {
  const { terms } = context
  const nameAt = (i: number): string | null => {
    const term = terms[i]
    if (term === undefined) return null
    if (term.mention?.type === 'org' || term.mention?.type === 'person') return term.mention.name
    if (term.who?.kind === 'name') return term.who.name
    if (!is(term, TAG.MediaNoun | TAG.PersonNoun)) return null
    // "source syndicale", "la presse italienne"
    const next = terms[i + 1]
    const adjective =
      next !== undefined && (is(next, TAG.Demonym) || (does(next, DOES.Adjective) && !is(next, TAG.Verb | TAG.Punct)))
    return adjective ? term.source.slice(term.start, next.end) : textOf(term)
  }
  for (const i of context.voices()) {
    const term = terms[i] as Term
    // "évalué par la presse à 9 milliards"
    if (terms[i + 1]?.normal === 'par' && term.kind.tags.has('Estimate')) {
      for (let j = i + 2; j <= i + 4; j++) {
        if (!is(terms[j], TAG.MediaNoun | TAG.PersonNoun | TAG.Media)) continue
        const name = nameAt(j)
        if (name !== null && !subjects.names.includes(name)) return { name, because: `"${textOf(term)} par"` }
      }
    }
    const voice = voiceAt(terms, i)
    const heard = (terms[voice]?.mention as NameMention | undefined)?.name
    if (heard !== undefined && !subjects.names.includes(heard))
      return { name: heard, because: `"${textOf(term)}", who` }
    const says = is(term, TAG.Say) || also(term, ALSO.Voice)
    if (!(says || is(term, TAG.According)) || isYardstick(terms, i)) continue
    // "les rumeurs selon lesquelles" names nobody
    if (is(term, TAG.According) && !does(terms[i + 1], DOES.Relative)) {
      for (let j = i + 1; j < Math.min(i + 6, terms.length); j++) {
        if (is(terms[j], TAG.Comma)) break
        // "le cabinet Dataforce", "le site X": the name, where there is one
        const noun = is(terms[j], TAG.MediaNoun) || is(terms[j], TAG.PersonNoun)
        const name = noun ? (nameAfter(terms, j) ?? nameAt(j)) : nameAt(j)
        if (name !== null && !subjects.names.includes(name)) return { name, because: `"${textOf(term)}"` }
      }
    }
    if (!says || !is(term, TAG.Verb)) continue
    if (!is(term, TAG.Say) && !isTold(terms, i)) continue
    const scope = context.clauses.of[i]
    const reaches =
      scope === clause || scope === clause.parent || (clause === scope?.parent && scope.kind !== 'relative')
    if (!reaches || (scope !== clause && saysOwn(terms, scope, i))) continue
    for (const step of isInverted(terms, i) ? [1] : [-1, 1]) {
      for (let j = i + step, n = 0; n < 7 && j >= 0 && j < terms.length; j += step, n++) {
        const other = terms[j] as Term
        if (is(other, TAG.Stop)) break
        // "X, which the Lind family owns, said"
        if (context.clauses.of[j] !== scope && context.clauses.of[j]?.kind === 'relative') continue
        const isSource =
          other.mention?.type === 'person' ||
          (other.mention?.type === 'org' && isBeside(terms, i, j)) ||
          is(other, TAG.Media) ||
          is(other, TAG.MediaNoun) ||
          is(other, TAG.PersonNoun)
        if (!isSource || isToDo(terms, i, j) || isToldTo(terms, j) || isPartOfNoun(terms, j) || isYardstick(terms, j))
          continue
        // "said X accounted for": X does what is said
        if (step < 0 ? isOwned(terms, j) : j === i + 1 && is(other, TAG.Org) && isDoing(terms[j + 1])) continue
        const name = nameAfter(terms, j) ?? nameAt(j)
        if (name !== null && !subjects.names.includes(name)) return { name, because: `says "${textOf(term)}"` }
      }
    }
  }
  return null
}

/** "…, a annoncé lundi le club": behind a comma the verb has its subject behind it. */
const isInverted = (terms: readonly Term[], verb: number): boolean =>
  also(terms[verb - 1], ALSO.Have) && is(terms[verb - 2], TAG.Comma) && is(terms[verb], TAG.Participle)

/** "…, and X said sales rose": what is said behind a conjunction is said of what follows. */
const saysOwn = (terms: readonly Term[], scope: Clause | undefined, i: number): boolean =>
  scope?.kind === 'coordinate' &&
  /^(?:and|but|while|et|mais|tandis)$/.test(terms[scope.start]?.normal ?? '') &&
  terms[i + 1] !== undefined &&
  !is(terms[i + 1], TAG.Punct)

/** "Pour Anna Lind, les ventes doubleront": whose view it is; else -1. */
function voiceAt(terms: readonly Term[], i: number): number {
  if (terms[i]?.normal !== 'pour' || (i > 0 && !is(terms[i - 1], TAG.Comma))) return -1
  return terms[i + 1]?.mention?.type === 'person' && is(terms[i + 2], TAG.Comma) ? i + 1 : -1
}

/** "Jefferies has said that", ", a précisé Danone": an organisation right before the verb or its auxiliary, or right behind it. */
const isBeside = (terms: readonly Term[], verb: number, source: number): boolean =>
  source === verb - 1 || (source === verb - 2 && also(terms[verb - 1], ALSO.Have)) || source === verb + 1

/** "X believes that", "X a démenti", but not "X, believed to be": the verb is somebody's. */
const isTold = (terms: readonly Term[], i: number): boolean => is(terms[i], TAG.Finite) || also(terms[i - 1], ALSO.Have)

/** "expects X to sell": who is to do it, right behind the verb at `verb`, does not say so. */
const isToDo = (terms: readonly Term[], verb: number, i: number): boolean =>
  i === verb + 1 && terms[i + 1]?.normal === 'to' && also(terms[i + 2], ALSO.Infinitive)

/** "a-t-il indiqué à l'AFP", "he told Reuters": who hears it says nothing. */
function isToldTo(terms: readonly Term[], i: number): boolean {
  if (terms[i - 1]?.normal === 'told') return true
  const at = /^(?:l'|la|le|les)$/.test(terms[i - 1]?.normal ?? '') ? i - 2 : i - 1
  return /^(?:à|au|aux)$/.test(terms[at]?.normal ?? '')
}

/** A verb, as what may be no noun. */
const isDoing = (term: Term | undefined): boolean =>
  is(term, TAG.Finite | TAG.Verb | TAG.Future) || term?.kind.tags.has('Represent') === true

/** "it plans to cut paper production": what the noun behind it is made of says nothing. */
function isPartOfNoun(terms: readonly Term[], i: number): boolean {
  const next = terms[i + 1]
  return is(terms[i], TAG.MediaNoun) && is(next, TAG.Measure) && next?.who === undefined
}

function nameAfter(terms: readonly Term[], i: number): string | null {
  for (let j = i + 1; j <= i + 3; j++) {
    const term = terms[j]
    if (term?.mention?.type === 'org' || term?.mention?.type === 'person') return term.mention.name
    // "le directeur général, Anna Lind,"
    const apposed = j === i + 1 && is(term, TAG.Comma) ? terms[j + 1]?.mention : undefined
    if (apposed?.type === 'person') return apposed.name
    if (term === undefined || is(term, TAG.Punct) || is(term, TAG.Verb)) return null
  }
  return null
}
