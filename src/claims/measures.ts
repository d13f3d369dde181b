import { type Candidate, classValue, isQuantity, type SentenceContext } from './candidate.js'
import type { Clause } from './clauses.js'
import { ALSO, also, is, TAG } from './kinds.js'
import type { Term } from './terms.js'

// What a figure measures, told by a noun, or by a count that it goes on from.

/** Measures that are told in money alone. */
export const MONEY_MEASURES = new Set(['revenue', 'profit', 'loss', 'valuation'])

/** The measure that the rule captured, else that of the counted noun itself, else of the nearest word before in the sentence. */
export function namedMeasure(candidate: Candidate, context: SentenceContext): string | undefined {
  const { terms } = context
  const at = candidate.match.groups.measure?.[0]
  if (at !== undefined && !isSuchVolume(terms, at)) return classValue(nearerMeasure(terms, at, candidate), 'measure')
  const anchor = candidate.value >= 0 ? candidate.value : candidate.trigger
  // "lost 70 million, against a 26 million profit"
  const behind = is(terms[anchor + 1], TAG.Noun) ? classValue(terms[anchor + 1], 'measure') : undefined
  if (behind !== undefined && anchor === candidate.value && MONEY_MEASURES.has(behind)) return behind
  const counts = candidate.compiled.rule.claim.measure === '<measure>'
  const { of } = context.clauses
  for (let i = anchor; i >= 0; i--) {
    // "X, which cut its capacity, rose 5 %": what a relative clause tells before is over
    if (of[i] !== of[anchor] && of[i]?.kind === 'relative' && of[anchor]?.parent !== of[i]) continue
    // "Le revenu - net de ce que paient les clients - croît de 4 %": nor does what stands between dashes
    if (of[i]?.kind === 'aside' && !isWithin(of[anchor], of[i])) continue
    // "registering a growth of 33 %": had it, where nothing is registered
    if (terms[i]?.kind.root === 'register' && /^an?$/.test(terms[i + 1]?.normal ?? '')) continue
    // "a vu les siennes grimper": what was told to rise or fall last
    if (/^sien(?:ne)?s?$/.test(terms[i]?.normal ?? ''))
      return context.discourse.trend?.of ?? context.discourse.volume?.measure
    if (isSuchVolume(terms, i)) continue
    const measure = ofVerb(terms, i) ?? classValue(terms[i], 'measure') ?? (counts ? ofUnit(terms[i]) : undefined)
    // "revenue per user fell 2 %": of neither
    if (measure !== undefined) return terms[i - 1]?.normal === 'per' ? undefined : measure
  }
  return toldBefore(candidate, context)
}

/** "a extrait 3 millions de tonnes, un volume en hausse de 9 %": of what was told before the comma. */
const isSuchVolume = (terms: readonly Term[], i: number): boolean =>
  terms[i]?.normal === 'volume' && terms[i - 1]?.normal === 'un' && is(terms[i - 2], TAG.Comma)

/** "made 3 million last year, a tenth more": what is earned; "can build 300 cars a year, a figure that will rise": what a plant is able to. */
function ofVerb(terms: readonly Term[], i: number): string | undefined {
  if (!is(terms[i], TAG.Verb) || is(terms[i], TAG.Noun) || classValue(terms[i], 'measure') !== 'production')
    return undefined
  if (terms.slice(i + 1, i + 4).some((term) => term.mention?.type === 'money')) return 'profit'
  return /^(?:can|could|able|capable)$/.test(terms[i - 1]?.normal ?? '') || terms[i - 2]?.normal === 'able'
    ? 'capacity'
    : undefined
}

/** "a 15 % cut in spending": what is cut stands behind, and is nothing that is measured. */
export function isOfOtherThing(terms: readonly Term[], { value, compiled }: Candidate): boolean {
  const at = value + 2
  if (value < 0 || compiled.rule.claim.measure !== 'change' || terms[at]?.normal !== 'in') return false
  const tags = terms[value + 1]?.kind.tags
  if (tags?.has('Rise') !== true && tags?.has('Fall') !== true) return false
  const what = terms[at + 1]
  return (
    what?.mention === undefined &&
    !terms.slice(at + 1, at + 5).some((term) => is(term, TAG.Measure)) &&
    /ing$/.test(what?.normal ?? '')
  )
}

/** Whether a clause is `outer` or hangs on it. */
export function isWithin(clause: Clause | undefined, outer: Clause | undefined): boolean {
  for (let inner: Clause | null = clause ?? null; inner !== null; inner = inner.parent) if (inner === outer) return true
  return false
}

/** "Celui-ci s'élève à 3 millions": what the sentence before names last, where the match opens with who stands for it. */
function toldBefore({ match, value }: Candidate, { terms, ...context }: SentenceContext): string | undefined {
  if (!standsFor(terms[match.start])) return undefined
  const previous = context.previous()
  for (let i = previous.length - 1; i >= 0; i--) {
    if (!is(previous[i], TAG.Noun)) continue
    const measure = classValue(previous[i], 'measure')
    if (measure === undefined) continue
    const inMoney = terms[value]?.mention?.type === 'money'
    return inMoney === (MONEY_MEASURES.has(measure) || measure === 'sales') ? measure : undefined
  }
  return undefined
}

const standsFor = (term: Term | undefined): boolean =>
  also(term, ALSO.Pronoun) ||
  term?.kind.tags.has('Latter') === true ||
  /^ce(?:lui|lle|ux|lles)$/.test(term?.normal ?? '')

/** "runs 38 shops, against 31": what is counted tells the measure of the figure that goes on from it. */
function ofUnit(term: Term | undefined): string | undefined {
  if (!is(term, TAG.Value) || !isQuantity(term)) return undefined
  const { unit } = term.mention.value
  return unit === 'stores' || unit === 'markets' ? unit : undefined
}

/**
 * A pattern takes the first measure before its figure; where another clause with a measure of its own begins in between
 * ("emploie 300 personnes, ses ventes ont reculé de 6 %"), that one is meant. A debt is the measure of no claim.
 */
export function nearerMeasure(terms: readonly Term[], at: number, candidate: Candidate): Term | undefined {
  const { trigger, compiled } = candidate
  // "recrute et veut doubler ses ventes": its object
  const object = terms[trigger + 2]
  if (compiled.rule.claim.of === '<measure>' && at < trigger && is(terms[trigger], TAG.Verb))
    if (also(terms[trigger + 1], ALSO.Possessive) && is(object, TAG.Measure) && is(object, TAG.Noun)) return object
  let nearest: Term | undefined = terms[at]
  let crossed = false
  for (let i = at + 1; i < Math.max(candidate.value, candidate.trigger); i++) {
    const term = terms[i] as Term
    if (also(term, ALSO.NotMeasured)) nearest = undefined
    else if (is(term, TAG.Comma | TAG.Value) || /^(?:mais|et|tandis|but|and|while)$/.test(term.normal)) crossed = true
    else if (crossed && is(term, TAG.Measure) && is(term, TAG.Noun) && !isSuchVolume(terms, i)) nearest = term
  }
  return nearest
}

const GOODS_UNITS: ReadonlySet<string> = new Set(['vehicles', 'units', 'aircraft'])

/** Whether a figure that goes on from an earlier count can be of its measure: bare, or told in the same unit. */
export function countsAlike(term: Term | undefined, unit: string): boolean {
  if (!isQuantity(term) || term.mention.value.unit === undefined) return true
  return term.mention.value.unit === unit || (also(term, ALSO.Goods) && GOODS_UNITS.has(unit))
}
