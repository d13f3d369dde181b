import type { Claim, NameMention } from '../types.js'
import {
  type Candidate,
  commasBetween,
  distance,
  group,
  isProduct,
  leadsElsewhere,
  type SentenceContext,
  type Trace,
} from './candidate.js'
import type { Clause } from './clauses.js'
import { ALSO, also, DOES, does, is, TAG } from './kinds.js'
import { type Term, textOf } from './terms.js'

/** Events in the life of a firm or its plants. */
const OF_SITES = new Set(['opening', 'closing', 'founding', 'listing'])

/** What firms have, and none of their products. */
const OF_FIRMS = new Set(['profit', 'loss', 'staff', 'hires', 'job-cuts'])

/** "Deliveries of the Z5 fell by 4 % in Spain, to 300": however far from its figure, it is what was counted. */
function isOfMeasure(terms: readonly Term[], product: number): boolean {
  let i = product - 1
  while (i > 0 && (does(terms[i], DOES.Article) || is(terms[i], TAG.Org))) i--
  return does(terms[i], DOES.Genitive) && is(terms[i - 1], TAG.Measure)
}
const FARTHEST = 11

/** Kinds and events that are about a product even where the clause calls it "sa sortie", "il" or nothing at all. */
const ABOUT_PRODUCTS = new Set<string>(['price', 'launch', 'unveiling', 'deliveries-start', 'test', 'production-end'])

/** Sets the product: what the rule captured, else the one that the clause, its surroundings or the document are about. */
export function fillProduct(
  claim: Claim,
  candidate: Candidate,
  context: SentenceContext,
  clause: Clause,
  trace: Trace,
): void {
  const { terms, discourse } = context
  const captured = group(candidate, 'product', terms)
  if (captured?.mention?.type === 'product') {
    claim.product = captured.mention.name
    return
  }
  if (claim.kind === 'partner' || claim.kind === 'investment') return
  // "whose brands include X in Kenya": one of them
  if (claim.kind === 'market' && terms[candidate.trigger]?.kind.tags.has('BrandList')) return
  if (OF_FIRMS.has(claim.of ?? claim.measure ?? '')) {
    claim.product = null
    return
  }
  const anchor = candidate.value >= 0 ? candidate.value : candidate.trigger
  let best: Term | null = countedProduct(terms, candidate.value)
  let bestDistance = best !== null ? 0 : claim.kind === 'price' ? 20 : 12
  for (const i of clause.terms) {
    const term = terms[i] as Term
    if (!isProduct(term) || leadsElsewhere(context, i, anchor)) continue
    // "asks €900 for its Z5 and plans to open a plant": a plant is told to be for a product behind it
    if (i < anchor && OF_SITES.has(claim.event ?? '')) continue
    // "costs £9.99, half the price of the Z5"
    if (claim.kind === 'price' && i > anchor && commasBetween(terms, anchor, i) > 0) continue
    if (claim.kind === 'price' && isVersion(terms, i)) {
      // of the product that is spoken of; by itself where none is
      claim.product ??= term.mention.name
      continue
    }
    // "undercuts the Skoda Karoq and costs €27,990": somebody else's
    const other = term.mention.maker !== undefined && claim.subject !== null && term.mention.maker !== claim.subject
    const far = distance(terms, i, anchor, context.clauses) + (other ? 10 : 0)
    const d = !other && isOfMeasure(terms, i) ? Math.min(far, FARTHEST) : far
    if (d < bestDistance) [best, bestDistance] = [term, d]
  }
  if (best === null && clause.antecedent >= 0) {
    const antecedent = terms[clause.antecedent] as Term
    if (isProduct(antecedent)) best = antecedent
  }
  if (best === null && context.isItem && clause.parent !== null) {
    // "SU7 : à partir de …": the label of the item
    for (const i of clause.parent.terms) if (isProduct(terms[i] as Term)) best = terms[i] as Term
  }
  best ??= claim.kind === 'volume' ? framedProduct(terms) : null
  if (best !== null) {
    claim.product = ((best as Term).mention as NameMention).name
    trace.product = `"${textOf(best as Term)}"`
    return
  }
  claim.product ??= null
  const about = ABOUT_PRODUCTS.has(claim.kind) || ABOUT_PRODUCTS.has(claim.event ?? '')
  const namesOther = clause.terms.some((i) => is(terms[i], TAG.Org))
  if (!about || namesOther || introducesWares(terms, clause) || (claim.kind === 'price' && sellsPasses(terms, clause)))
    return
  // "le YU7 garde son rendez-vous : il sera lancé en juin"
  let before: Term | undefined
  for (let i = 0; i < candidate.trigger; i++) if (isProduct(terms[i] as Term) && !isVersion(terms, i)) before = terms[i]
  if (before !== undefined) {
    claim.product = (before.mention as NameMention).name
    trace.product = `"${textOf(before)}" before in the sentence`
    return
  }
  if (discourse.section !== null) {
    claim.product = discourse.section.name
    trace.product = 'the product of the heading'
  } else if (discourse.product !== null && context.index - discourse.productSentence <= 3) {
    claim.product = discourse.product.name
    trace.product = 'the product named last'
  }
}

/** "Pour la Clio, X vise 300 ventes": what the sentence opens with is what it tells of. */
function framedProduct(terms: readonly Term[]): Term | null {
  if (!/^(?:pour|for)$/.test(terms[0]?.normal ?? '')) return null
  const comma = terms.findIndex((term) => is(term, TAG.Comma))
  const framed = comma > 6 ? [] : terms.slice(0, Math.max(0, comma)).filter(isProduct)
  return framed.length === 1 ? (framed[0] as Term) : null
}

/** "599 euros pour la version Absolute", "the Performance model": one of the versions of a product. */
function isVersion(terms: readonly Term[], i: number): boolean {
  return VERSION.test(terms[i - 1]?.normal ?? '') || VERSION.test(terms[i + 1]?.normal ?? '')
}

/** Nouns for one of the versions of a product. */
export const VERSION = /^(?:version|variante?|mod[eè]le?|[eé]dition|finition|trim|grade|déclinaison)s?$/

/** "12 A350s and 24 Boeing 787s": what is counted in pieces stands right behind its figure. */
function countedProduct(terms: readonly Term[], value: number): Term | null {
  if (terms[value]?.mention?.type !== 'number' || !also(terms[value], ALSO.Goods)) return null
  return terms.slice(value + 1, value + 4).find(isProduct) ?? null
}

/** "L'abonnement coûtera 25 euros": no goods that were named before. */
const sellsPasses = (terms: readonly Term[], clause: Clause): boolean =>
  clause.terms.some((i) =>
    /^(?:abonnement|forfait|billet|ticket|fare|subscription|pass)s?$/.test(terms[i]?.normal ?? ''),
  )

/** "a new game", "its first hybrid": something new, not the product that was named before. */
function introducesWares(terms: readonly Term[], clause: Clause): boolean {
  return clause.terms.some(
    (i) =>
      also(terms[i], ALSO.Wares) &&
      terms.slice(Math.max(0, i - 3), i).some((t) => /^(?:an?|another|new|first|second|next)$/.test(t.normal)),
  )
}

/** Sets which products a tie is about: all that are named from where it begins. */
export function fillProducts(claim: Claim, candidate: Candidate, context: SentenceContext): void {
  const names = new Set<string>()
  for (const term of context.terms.slice(candidate.match.start)) if (isProduct(term)) names.add(term.mention.name)
  if (names.size > 0) claim.products = [...names]
}

/** Whose a product is, by the sentence or by the document so far; null where neither tells. */
export function makerOf(product: string, context: SentenceContext): string | null {
  for (const term of context.terms)
    if (isProduct(term) && term.mention.name === product && term.mention.maker !== undefined) return term.mention.maker
  for (const known of [context.discourse.section, context.discourse.product])
    if (known?.name === product && known.maker !== undefined) return known.maker
  return null
}
