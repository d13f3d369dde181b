import { ALSO, also, is, TAG } from './kinds.js'
import { type Term, textOf } from './terms.js'

// What a negation denies, and how far it reaches.

const NEGATION_FR = new Set(['pas', 'jamais', 'aucun', 'aucune', 'guère', 'nullement', 'ni', 'rien', 'personne'])

const NEGATION_EN = new Set(
  "not never no neither nor don't doesn't didn't won't isn't aren't wasn't hasn't haven't wouldn't cannot can't".split(
    ' ',
  ),
)

/** Behind "no", what denies nothing: "no stranger to", "no fewer than". */
const AFFIRMED = new Set(['stranger', 'doubt', 'wonder', 'secret', 'less', 'fewer', 'later', 'sooner', 'small'])

/** Whether an English word of negation stands at `i`; what "no" affirms is none. */
export function deniesAt(terms: readonly Term[], i: number): boolean {
  const normal = terms[i]?.normal ?? ''
  if (!NEGATION_EN.has(normal) || (normal === 'no' && AFFIRMED.has(terms[i + 1]?.normal ?? ''))) return false
  return !isCapped(terms, terms[i + 1]?.normal === 'to' ? i + 2 : i + 1)
}

/** "will not exceed 3 million", "is not to exceed 3 million": the figure at `i` is denied nothing but what lies above it. */
export function isCapped(terms: readonly Term[], i: number): boolean {
  const figure = terms[i]
  if (!is(figure, TAG.Value) || !/^exceed /.test(textOf(figure as Term))) return false
  return NEGATION_EN.has(terms[i - (terms[i - 1]?.normal === 'to' ? 2 : 1)]?.normal ?? '')
}

/** What closes "ne", the `k`th of the terms `inside`: a negation, "plus", or nothing (a restriction "ne … que", or a literary ne). */
export function negatedUntil(terms: readonly Term[], inside: readonly number[], k: number): 'pas' | 'plus' | null {
  for (let n = k + 1; n < Math.min(k + 7, inside.length); n++) {
    const normal = (terms[inside[n] as number] as Term).normal
    if (NEGATION_FR.has(normal)) return 'pas'
    if (normal === 'plus')
      return inside.slice(n + 1, n + 8).some((i) => /^(?:que|qu')$/.test(terms[i]?.normal ?? '')) ? null : 'plus'
    if (normal === 'que' || normal === "qu'") return null
  }
  // "aucun … n'est prévu", "personne n'a", "rien n'indique"
  for (let n = k - 1; n >= Math.max(0, k - 6); n--)
    if (NEGATION_FR.has((terms[inside[n] as number] as Term).normal)) return 'pas'
  return null
}

/** "n'a pas encore effectué son vol, programmé fin 2026": what is planned has not come yet, and is not denied. */
export function isNotYet(terms: readonly Term[], ne: number): boolean {
  let yet = false
  for (let j = ne + 2; j < Math.min(ne + 16, terms.length); j++) {
    const term = terms[j] as Term
    if (term.normal === 'encore' && terms[j - 1]?.normal === 'pas') yet = true
    if (yet && also(term, ALSO.Plan) && is(term, TAG.Participle) && is(terms[j - 1], TAG.Comma)) return true
  }
  return false
}

/**
 * "X, créé en 2020, ne cache pas …": what the participle behind the comma tells holds all the same. "s'engage à ne licencier
 * personne et à investir 3 millions": nor does the negation reach over to the next infinitive.
 * @param trigger the term that tells the claim, or between two of them
 */
export function isAnothersNegation(terms: readonly Term[], ne: number, trigger: number): boolean {
  const told = Math.floor(trigger)
  // "a investi 3 millions pour ne pas dépendre de Y": what is not to be done is another thing
  if (ne > told && NOT.test(terms[ne + 1]?.normal ?? '')) return true
  if (ne > told)
    return is(terms[told], TAG.Participle) && !is(terms[told], TAG.Finite) && is(terms[told - 1], TAG.Comma)
  const before = terms[ne - 1]?.normal ?? ''
  if (!/^(?:à|de|d')$/.test(before)) return false
  for (let j = ne + 1; j < told; j++)
    if (/^(?:et|mais)$/.test(terms[j]?.normal ?? '') && terms[j + 1]?.normal === before)
      if (also(terms[j + 2], ALSO.Infinitive)) return true
  return false
}

const NOT = /^(?:pas|plus|jamais|rien)$/

/** "il n'est pas facile d'intégrer 300 salariés": what it is not easy, rare or harmless to do is done all the same. */
export function isNotEasy(terms: readonly Term[], ne: number, trigger: number): boolean {
  for (let j = ne + 1; j < Math.min(ne + 6, trigger); j++)
    if (EASY.test(terms[j]?.normal ?? ''))
      return terms.slice(j + 1, j + 4).some(({ normal }) => /^(?:de|d'|que|qu')$/.test(normal))
  return false
}
const EASY = /^(?:faciles?|simples?|aisée?|évidente?|rares?|anodine?|nouveau|surprenant|étonnant|fréquent)$/

/** Where in `inside` the verb stands that "ne", its `k`th, negates, past auxiliaries; -1 for none near. */
export function verbBehind(terms: readonly Term[], inside: readonly number[], k: number): number {
  for (let n = k + 1; n < Math.min(k + 6, inside.length); n++) {
    const term = terms[inside[n] as number] as Term
    if (is(term, TAG.Verb) && !also(term, ALSO.Have) && !also(term, ALSO.Be)) return n
  }
  return -1
}

/** Verbs that say of a tie whether it comes about. */
const COMES_ABOUT = new Set(
  'happen take go come materialise materialize proceed succeed sign complete conclude close finalise finalize seal agree reach win award announce confirm renew exist faire avoir aboutir conclure signer voir réaliser concrétiser finaliser annoncer confirmer renouveler obtenir exister venir'.split(
    ' ',
  ),
)

/**
 * "The merger did not bring what was hoped for", "Le partenariat n'a pas réduit les coûts": a negation behind the noun of a tie
 * denies it only where its verb says whether it comes about.
 * @param verb the negated verb, where one is known
 */
export const deniesTie = (verb: Term | undefined): boolean =>
  verb === undefined || !is(verb, TAG.Verb) || COMES_ABOUT.has(verb.kind.root ?? '')
