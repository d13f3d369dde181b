import { ALSO, also, DOES, does, is, TAG } from './kinds.js'
import type { Term } from './terms.js'

// What words of planning plan, and what they only seem to.

/** Of verbs that are phrases ("set up", "expand into") the lexicon has no more than the forms. */
export const isInfinitive = (term: Term | undefined): boolean =>
  also(term, ALSO.Infinitive) || (is(term, TAG.Finite) && isBaseOfPhrase(term?.normal ?? ''))

function isBaseOfPhrase(normal: string): boolean {
  const first = normal.slice(0, Math.max(0, normal.indexOf(' ')))
  return first !== '' && !/(?:[^s]s|ed|ing)$/.test(first)
}

/** A verb of planning governs what follows and, as a participle, what precedes; a noun ("objectif") what follows before any verb. */
export function plans(terms: readonly Term[], i: number, trigger: number): boolean {
  const { tags } = (terms[i] as Term).kind
  // "its premium plan at 23 dollars": what is subscribed to
  if (/^plans?$/.test(terms[i]?.normal ?? '') && TIERS.has(terms[i - 1]?.normal ?? '')) return false
  // "budget airline X", "budget hotel chain X": cheap ones
  if (terms[i]?.normal === 'budget' && (terms[i + 1]?.who !== undefined || is(terms[i + 1], TAG.OrgNoun))) return false
  if (i === trigger) return true
  // "comme promis", "as expected": it has come about
  if (tags.has('Participle') && /^(?:comme|as)$/.test(terms[i - 1]?.normal ?? '')) return false
  if (i > trigger && isYardstick(terms, i)) return false
  // "up 34 % and ahead of the 3 million analysts had expected"
  if (i > trigger && tags.has('Participle') && terms[i - 1]?.normal === 'had') return false
  // "Pour anticiper la reprise, X lève …": to what end, not whether
  if (i < trigger && isPurpose(terms, i) && crossesComma(terms, i, trigger)) return false
  // "beat forecasts with a 9% rise": what came is measured by them
  if (tags.has('Noun') && (BEATS.test(terms[i - 1]?.normal ?? '') || BEATS.test(terms[i - 2]?.normal ?? '')))
    return false
  if (tags.has('Noun') && (!tags.has('Finite') || isMadeNoun(terms, i))) {
    // "cut its profit outlook to 40 million"
    if (i > trigger)
      return (
        i === trigger + 1 &&
        is(terms[trigger], TAG.Noun) &&
        /^(?:to|of|at|for|from|by)$/.test(terms[i + 1]?.normal ?? '')
      )
    // "the basic plan costs 8 dollars": no plan to do so
    const verb = is(terms[trigger], TAG.Finite) && !also(terms[trigger], ALSO.Infinitive)
    const acts = verb && (i + 1 === trigger || !is(terms[trigger], TAG.Noun) || is(terms[trigger + 1], TAG.Value))
    for (let j = i + 1; j < trigger; j++) {
      const isCopula = also(terms[j], ALSO.Be) || terms[j]?.kind.tags.has('Remain') === true
      // "L'ambition de X est de consacrer 3 millions", "reste d'en ouvrir 300"
      if (isCopula && /^(?:de|d')$/.test(terms[j + 1]?.normal ?? '')) {
        const verb = terms[j + 2]?.normal === 'en' ? terms[j + 3] : terms[j + 2]
        return also(verb, ALSO.Infinitive) || /(?:er|ir|oir|re)$/.test(verb?.normal ?? '')
      }
      // "Le but demeure le million d'abonnés", "the target is 300 shops"
      if (isCopula && isFigure(terms, j + 1)) return true
      if (is(terms[j], TAG.Finite) || isCopula) return false
    }
    return !acts
  }
  // "the 2 million expected by analysts" says nothing of what follows
  if (i < trigger) return !(tags.has('Participle') && terms[i + 1]?.normal === 'by' && !also(terms[i - 1], ALSO.Be))
  // "earned 2 million in May, ahead of the 1 million expected": another figure's own
  if (!tags.has('Participle') || crossesFigure(terms, trigger, i)) return false
  // "cut 180 jobs and forecast": a verb of its own
  if (tags.has('Finite') && /^(?:and|et)$/.test(terms[i - 1]?.normal ?? '')) return false
  // "a confié à Y l'Icon 5, attendu en 2028": what is to come is another thing than the verb tells
  return !(is(terms[i - 1], TAG.Comma) && is(terms[trigger], TAG.Verb) && !is(terms[trigger], TAG.Noun))
}

/** A figure, an article before it or not. */
const isFigure = (terms: readonly Term[], i: number): boolean =>
  is(does(terms[i], DOES.Article) ? terms[i + 1] : terms[i], TAG.Value)

/**
 * "more than analysts had expected", "plus que prévu", "mieux que ne l'attendaient les analystes": the word at `i` says what
 * the figure before it is measured by, not what is planned or who says it.
 */
export function isYardstick(terms: readonly Term[], i: number): boolean {
  for (let j = i - 1; j > Math.max(0, i - 6); j--) {
    const normal = terms[j]?.normal ?? ''
    if (is(terms[j], TAG.Punct | TAG.Value)) return false
    if (normal === 'than') return true
    if (normal === 'que' || normal === "qu'")
      return does(terms[j - 1], DOES.Compares) || BETTER.has(terms[j - 1]?.normal ?? '')
  }
  return false
}

const BETTER = new Set(
  'mieux pire davantage meilleur meilleure supérieur supérieure inférieur inférieure tôt tard vite'.split(' '),
)

/** What is subscribed to, by what it holds and for whom it is. */
const TIERS = new Set(
  'basic standard premium family monthly annual individual student duo subscription hd ultra data mobile ad‑supported ad‑free streaming'.split(
    ' ',
  ),
)

const BEATS =
  /^(?:beat(?:s|en|ing)?|top(?:s|ped|ping)|exceed(?:s|ed|ing)?|miss(?:es|ed|ing)?|above|below|dépass\S*|battu)$/

const BEFORE_NOUN = new Set("the a an its their his her our this that any no 's '".split(' '))

/** What may be a verb is a noun here: "analysts' forecast of 5 million", "the target". */
const isMadeNoun = (terms: readonly Term[], i: number): boolean =>
  BEFORE_NOUN.has(terms[i - 1]?.normal ?? '') ||
  // "the basic plan", "its full-year delivery forecast"
  isQualified(terms, i) ||
  terms[i + 1]?.normal === 'of'

/** A few words that are no verbs stand between an article or possessive and the word at `i`. */
function isQualified(terms: readonly Term[], i: number): boolean {
  for (let j = i - 1; j >= Math.max(0, i - 4); j--) {
    const term = terms[j] as Term
    if (BEFORE_NOUN.has(term.normal)) return true
    if (term.who !== undefined || is(term, TAG.Punct | TAG.Value) || does(term, DOES.Preposition)) return false
    if (is(term, TAG.Verb | TAG.Finite) && !is(term, TAG.Noun | TAG.Participle)) return false
  }
  return false
}

/** "pour anticiper", "afin de préparer". */
const isPurpose = (terms: readonly Term[], i: number): boolean =>
  terms[i - 1]?.normal === 'pour' || (/^(?:de|d')$/.test(terms[i - 1]?.normal ?? '') && terms[i - 2]?.normal === 'afin')

function crossesComma(terms: readonly Term[], from: number, to: number): boolean {
  for (let j = from + 1; j < to; j++) if (is(terms[j], TAG.Comma)) return true
  return false
}

/** A comma, and a figure behind it, stand between two terms. */
function crossesFigure(terms: readonly Term[], from: number, to: number): boolean {
  let comma = false
  for (let j = from + 1; j < to; j++) {
    if (is(terms[j], TAG.Comma)) comma = true
    else if (comma && is(terms[j], TAG.Value)) return true
  }
  return false
}

/** "fell 3 % due to a decline", "due to higher costs": why, and no time to come. */
export function isCause(terms: readonly Term[], i: number): boolean {
  if (terms[i]?.normal !== 'due' || terms[i + 1]?.normal !== 'to') return false
  const next = terms[i + 2]
  if (next === undefined || isInfinitive(next) || next.normal === 'be') return false
  if (does(next, DOES.Determiner | DOES.Adjective | DOES.Possessive) || next.who !== undefined) return true
  return next.mention !== undefined || is(next, TAG.Noun) || also(next, ALSO.Be) || CAUSES.test(next.normal)
}

/** How what brings something about begins: "higher costs", "strong demand", "rising prices", "delays". */
const CAUSES =
  /(?:[^s]s|ing|er|tion|ment|ness|ity|ance|ence)$|^(?:strong|weak|poor|low|high|good|bad|slow|solid|demand|robust|inflation|soft)$/
