import type { ClaimKind } from '../types.js'
import type { Candidate, SentenceContext, Subjects } from './candidate.js'
import type { Clause } from './clauses.js'
import { ALSO, also, DOES, does, is, TAG } from './kinds.js'
import { isSource } from './standing.js'
import { type Term, textOf } from './terms.js'

// Figures of whole trades, markets and countries, which are no firm's, though the text may be about one.

/** As terms are written, with hyphens that do not break. */
const words = (list: string): ReadonlySet<string> => new Set(list.replaceAll('-', '\u2011').split(' '))

/** Whether a firm that is no source stands in the clause. */
const namesFirm = (terms: readonly Term[], clause: Clause): boolean =>
  clause.terms.some((i) => terms[i]?.who !== undefined && !isSource(terms, i))

/** French nouns for all who make or sell the same. */
export const TRADES_FR = words('secteur filière marché profession industrie interprofession')

/** The same where a figure is said to be theirs, in both languages. */
const TRADE = new Set([...TRADES_FR, ...words('branche industry sector market trade economy country board')])

/** Who counts what a trade makes and sells, and speaks for no firm. */
const COUNTERS = words(
  'association federation ministry bureau statisticians customs fédération ministère douanes insee observatoire interprofession',
)
/** The same in two words: "the industry body", "the statistics office". */
const OFFICES = words('body office agency group service')
const OF_OFFICES = words('industry trade statistics statistical customs economics')

const THROUGHOUT = words('across throughout in dans within')

/** What one firm has, however whole: "total revenue". */
const SUMS = words('revenue revenues turnover profit profits earnings income loss losses')

/** Adjectives by which a measure is everybody's. */
const WHOLE = words('worldwide global overall total nationwide industry industrywide world domestic')

/**
 * "Chinese PC sales", "sales of heat pumps in Europe", "total e-bike sales": what all the makers of a place sell, where
 * the clause names no firm and no owner of the figure.
 * @param measure the term of what is counted.
 * @param firm a firm stands in the clause.
 * @param unnamed no firm has been named yet.
 */
function isOfIndustry(terms: readonly Term[], measure: number, firm: boolean, unnamed: boolean): boolean {
  if (isOfGoods(terms, measure, unnamed)) return true
  if (firm) return false
  const next = terms[measure + 1]
  // "les exportations suisses"; "les ventes du danois" are a firm's
  if (is(next, TAG.Demonym) || is(terms[measure + 2], TAG.Demonym))
    return does(terms[measure - 1], DOES.Article) && next?.normal !== 'du'
  // "il s'est vendu"
  if (
    is(terms[measure], TAG.Verb) &&
    terms.slice(Math.max(0, measure - 3), measure).some((t) => t.normal === "s'" || t.normal === 'se')
  )
    return true
  // "sales across the industry", "orders throughout the sector"
  if (THROUGHOUT.has(next?.normal ?? '') && TRADE.has(terms[measure + 3]?.normal ?? '')) return true
  // "les ventes du secteur"
  if (/^(?:de|du|d')$/.test(next?.normal ?? '')) {
    for (let i = measure + 2; i < Math.min(measure + 5, terms.length); i++) {
      if (TRADE.has((terms[i] as Term).normal)) return true
      if (is(terms[i], TAG.Verb | TAG.Punct)) break
    }
    if (next?.normal === 'du') return false
  }
  if (terms.some((_, i) => isCounter(terms, i))) return true
  const whole = modifierOf(terms, measure)
  if (next?.normal === 'of' || next?.normal === 'de') {
    // goods in a place, or of the world; not a product of somebody's
    const goods = terms[measure + 2]
    if (goods === undefined || goods.mention !== undefined || does(goods, DOES.Determiner)) return false
    return whole === 'whole' || standsInPlace(terms, measure + 3)
  }
  // "Worldwide sales came in at 3 million dollars": a firm's, once one has been told of
  if (whole === 'whole' && !unnamed && terms.some((term) => also(term, ALSO.Money))) return false
  return whole === 'whole' || whole === 'country' || (whole === 'goods' && standsInPlace(terms, measure + 1))
}

/**
 * "Les immatriculations de voitures neuves", "les exportations de vins du Languedoc": registrations are counted for all makers of the
 * goods, and so is what is told of goods by the place that they come from.
 */
function isOfGoods(terms: readonly Term[], measure: number, unnamed: boolean): boolean {
  if (!/^(?:les|le|la|l'|des)$/.test(terms[measure - 1]?.normal ?? '')) return false
  if (!/^(?:de|d')$/.test(terms[measure + 1]?.normal ?? '')) return false
  const goods = terms[measure + 2]
  if (goods === undefined || goods.who !== undefined || does(goods, DOES.Determiner) || is(goods, TAG.Product))
    return false
  if (/^immatriculations?$/.test(terms[measure]?.normal ?? '')) return true
  if (goods.mention !== undefined) return false
  // "Les exportations de riz", before any firm is told of
  if (unnamed && terms[measure]?.kind.root === 'exporter') return true
  for (let i = measure + 3; i < measure + 6; i++) {
    const term = terms[i]
    if (term === undefined || is(term, TAG.Punct | TAG.Finite) || also(term, ALSO.Have)) return false
    if (/^(?:du|des)$/.test(term.normal) || (term.normal === 'de' && /^(?:la|l')$/.test(terms[i + 1]?.normal ?? ''))) {
      const place = terms[term.normal === 'de' ? i + 2 : i + 1] as Term
      return place.who === undefined && (is(place, TAG.Place) || /^\p{Lu}/u.test(textOf(place)))
    }
    if (is(term, TAG.Demonym)) return true
  }
  return false
}

/** "Same-store sales in Spain": what a firm alone reckons. */
const OWN = words('same-store like-for-like comparable organic underlying net gross group')

/** What stands before the measure: "total sales" (but "total revenue" is a firm's), "Spanish scooter sales", "scooter sales". */
function modifierOf(terms: readonly Term[], measure: number): 'whole' | 'country' | 'goods' | null {
  let plain = 0
  for (let i = measure - 1; i >= Math.max(0, measure - 4); i--) {
    const term = terms[i] as Term
    if (WHOLE.has(term.normal)) return SUMS.has(terms[measure]?.normal ?? '') ? null : 'whole'
    if (OWN.has(term.normal)) return null
    if (is(term, TAG.Demonym)) return plain > 0 ? 'country' : null
    if (term.mention !== undefined || is(term, TAG.Punct | TAG.Verb) || does(term, DOES.Preposition | DOES.Determiner))
      return null
    plain++
  }
  return measure === plain && plain > 0 ? 'goods' : null
}

/** "in Europe", "on mobiles in the UK": a place behind its preposition, no further than a few words from `from`. */
function standsInPlace(terms: readonly Term[], from: number): boolean {
  for (let i = from; i < Math.min(from + 4, terms.length); i++) {
    if (is(terms[i], TAG.Verb | TAG.Punct) && !is(terms[i], TAG.Noun)) return false
    if (!is(terms[i], TAG.Place)) continue
    return does(terms[does(terms[i - 1], DOES.Article) ? i - 2 : i - 1], DOES.Preposition)
  }
  return false
}

/** "The miners' association said", "figures from the statistics office". */
function isCounter(terms: readonly Term[], i: number): boolean {
  const { normal } = terms[i] as Term
  if (COUNTERS.has(normal)) return true
  // the lexicon knows some of them as one term
  const space = normal.lastIndexOf(' ')
  const before = space < 0 ? terms[i - 1]?.normal : normal.slice(0, space)
  return OFFICES.has(normal.slice(space + 1)) && OF_OFFICES.has(before ?? '')
}

/** "Industrial output", "la production industrielle", "manufacturing orders": of a whole economy, and no claim. */
const isOfEconomy = (terms: readonly Term[], measure: number): boolean =>
  ECONOMIC.has(terms[measure - 1]?.normal ?? '') || ECONOMIC.has(terms[measure + 1]?.normal ?? '')

const ECONOMIC = words('industrial manufacturing factory industrielle manufacturière')

/** "The price of copper", "oil prices", "le prix du cuivre": what all pay for goods that no firm has to itself. */
function isOfCommodity(terms: readonly Term[], clause: Clause): boolean {
  const price = clause.terms.find((i) => terms[i]?.kind.tags.has('Price') && is(terms[i], TAG.Noun)) ?? -1
  if (price < 0) return false
  if (COMMODITIES_EN.has(terms[price - 1]?.normal ?? '')) return true
  const of = terms[price + 1]?.normal ?? ''
  if (of === 'of') return COMMODITIES_EN.has(terms[price + 2]?.normal ?? '')
  if (!/^(?:de|du|d')$/.test(of)) return false
  return COMMODITIES_FR.has(terms[does(terms[price + 2], DOES.Article) ? price + 3 : price + 2]?.normal ?? '')
}

/** Goods that are traded by weight or volume. Not gas and electricity, whose price a supplier sets. */
const COMMODITIES_EN = words(
  'oil crude petrol diesel gold silver copper steel iron aluminium aluminum nickel zinc tin lead platinum palladium uranium lithium cobalt coal wheat corn maize rice soya soybeans cocoa sugar cotton rubber timber',
)
const COMMODITIES_FR = words(
  'pétrole brut baril essence gazole or argent cuivre acier fer aluminium nickel zinc plomb étain platine palladium uranium lithium cobalt charbon blé maïs riz soja cacao sucre coton caoutchouc bois',
)

/** All who make or sell the same, in English. */
const TRADES_EN = words(
  'industry sector trade makers carmakers automakers shipbuilders builders brewers distillers growers farmers producers miners retailers airlines manufacturers exporters drugmakers chipmakers steelmakers insurers banks wineries distilleries breweries mines refineries shipyards',
)

/** "Chile's wine industry has exported", "Korean shipbuilders won": what a whole trade of a place does, with which the clause opens. */
export function opensWithTrade(terms: readonly Term[], { start }: Clause): boolean {
  if (!is(terms[start], TAG.Place | TAG.Demonym)) return false
  let i = does(terms[start + 1], DOES.Possessor) ? start + 2 : start + 1
  for (; i < start + 6 && i < terms.length; i++) {
    const term = terms[i] as Term
    if (TRADES_EN.has(term.normal))
      // "Spain's car makers association", "the French airlines' owner X"
      return !does(terms[i + 1], DOES.Possessor) && terms[i + 1]?.who === undefined && !is(terms[i + 1], TAG.OrgNoun)
    // "Argentina's oil output", "Ghana's exports"
    const counted = is(term, TAG.Measure) && is(term, TAG.Noun) && OUTPUTS.has(term.kind.root ?? '')
    if (counted && does(terms[start + 1], DOES.Possessor)) return i > start + 2 || term.kind.root === 'export'
    if (term.who !== undefined || is(term, TAG.Punct | TAG.Value) || term.kind.finite) return false
    if (does(term, DOES.Preposition | DOES.Determiner)) return false
  }
  return false
}

/** What countries are said to make and sell as well as firms. */
const OUTPUTS = words('produce export register sell')

/** Why a figure of a clause without an owner is nobody's, and who is its subject then; null where it may be the thread's. */
export function ofNobody(
  clause: Clause,
  kind: ClaimKind,
  counted: number | undefined,
  context: SentenceContext,
): { because: string; subjects: Subjects } | null {
  const { terms, discourse, index } = context
  const nobody = (because: string, more: Partial<Subjects>) => ({
    because: `nobody: ${because}`,
    subjects: { names: [], termIndex: -1, ...more },
  })
  const firm = namesFirm(terms, clause)
  if (kind === 'price' && !firm && isOfCommodity(terms, clause))
    return nobody('what all pay for such goods', { outsider: 'nobody' })
  if (kind !== 'volume') return null
  if (counted !== undefined && !firm && isOfEconomy(terms, counted))
    return nobody('a figure of the economy', { outsider: 'nobody' })
  const unnamed = isUnnamed(context)
  const goesOn = discourse.whole >= 0 && index - discourse.whole <= 1 && !firm
  if (goesOn || (counted !== undefined && isOfIndustry(terms, counted, firm, unnamed)))
    return nobody('the figure of a whole market', { whole: true })
  // "Les importations ont augmenté de 2 %": before any firm is told of, nobody of the text is meant
  return unnamed && !firm && !opensText(context) ? nobody('no firm has been named yet', {}) : null
}

/** The headline and the sentence below it may tell first, and name then. */
const opensText = ({ index, isItem, discourse }: SentenceContext): boolean =>
  index === 0 || isItem || (discourse.topic !== null && (discourse.counts.get(discourse.topic) ?? 0) >= 2)

/** No firm has been named yet. */
const isUnnamed = ({ discourse: { focus, topic, introduced } }: SentenceContext): boolean =>
  focus === null && (topic === null || !introduced.has(topic))

/** "l'ancienne verrerie qui a fermé en 2014": what was somebody's works is not the firm's that the text is about. */
export function isOfFormer(terms: readonly Term[], clause: Clause): boolean {
  for (let inner: Clause | null = clause; inner !== null; inner = inner.parent) {
    if (inner.kind !== 'relative' || inner.antecedent >= 0) continue
    const noun = is(terms[inner.start - 1], TAG.Comma) ? inner.start - 2 : inner.start - 1
    return /^(?:ancien|ancienne|ex|former)$/.test(terms[noun - 1]?.normal ?? '')
  }
  return false
}

/** "La France vise 40 GW", "Ghana exported …": a country is the subject of the verb. */
export function isOfState(terms: readonly Term[], clause: Clause, { compiled, trigger, match }: Candidate): boolean {
  for (let k = 0; k < clause.terms.length && k < 8; k++) {
    const i = clause.terms[k] as number
    const term = terms[i] as Term
    if (i >= trigger && i >= match.start) return false
    if (term.who !== undefined || is(term, TAG.Finite | TAG.Future | TAG.Conditional)) return false
    if (!is(term, TAG.Place) || term.mention?.type !== 'place') continue
    // a capital pays for its state, a town out of its own purse; what is sold in a town may be a firm's
    if (term.mention.country !== undefined)
      return compiled.rule.kind === 'investment' && terms[i + 1]?.kind.finite === true
    if ((term.mention.code ?? null) === null) return false
    if (does(terms[i - 1], DOES.Preposition) || does(terms[i - 2], DOES.Preposition)) return false
    const verb = terms[i + 1]
    if (verb === undefined || also(verb, ALSO.Be)) return false
    // "China grew by 7 %", "l'Italie pèse un tiers", "l'Asie a rapporté 3 millions": of somebody's sales
    // "Chile accounts for 28 % of the world's copper output": of everybody's
    if (isOfWorld(terms, i + 1)) return true
    const { tags } = (also(verb, ALSO.Have) ? (terms[i + 2] ?? verb) : verb).kind
    if (tags.has('Represent') || tags.has('Rise') || tags.has('Fall') || tags.has('BringsIn')) return false
    return verb.kind.finite || also(verb, ALSO.Have)
  }
  return false
}

/** "of the world's output", "of global production": a share of what all make, behind the term at `from`. */
function isOfWorld(terms: readonly Term[], from: number): boolean {
  for (let i = from; i < Math.min(from + 9, terms.length); i++) {
    if (is(terms[i], TAG.Comma)) return false
    if (!is(terms[i], TAG.Percent) && terms[i]?.mention?.type !== 'number') continue
    const of = terms[i + 1]?.normal === 'of' ? i + 2 : i
    const whole = terms[does(terms[of], DOES.Article) ? of + 1 : of]
    return of > i && /^(?:world|worldwide|global)$/.test(whole?.normal ?? '')
  }
  return false
}
