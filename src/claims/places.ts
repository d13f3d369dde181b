import type { Claim, Mention } from '../types.js'
import {
  type Candidate,
  commasBetween,
  distance,
  group,
  isWhole,
  leadsElsewhere,
  type SentenceContext,
  type Trace,
} from './candidate.js'
import type { Clause } from './clauses.js'
import { opensWithTrade } from './industry.js'
import { ALSO, also, DOES, does, is, TAG } from './kinds.js'
import { listOf } from './lists.js'
import { isSite, placeOfSite } from './sites.js'
import { type Term, textOf } from './terms.js'

/** UN M49: "dans le monde entier" is no market of its own. */
export const WORLD = '001'
/** Codes of countries; those of regions are numbers. */
const ALPHA_2 = /^[A-Z]{2}$/

/** "hors de Chine", "en dehors de la Chine", "outside China" name where it is not. */
export function isOutside(terms: readonly Term[], i: number): boolean {
  for (let j = i - 1; j >= Math.max(0, i - 4); j--)
    if (/^(?:hors|dehors|outside|except|sauf|beyond)$/.test(terms[j]?.normal ?? '')) return true
  return false
}

/** The market a place stands for: a city's is its country. */
export function placeOf(term: Term): { name: string; code: string | null }[] {
  return marketOf(term.mention)
}

function marketOf(mention: Mention | undefined): { name: string; code: string | null }[] {
  if (mention?.type !== 'place' && mention?.type !== 'demonym') return []
  // a town that nobody knows the country of is no market
  if (mention.code === undefined && mention.country === undefined) return []
  const { name, code, country, countryCode } = mention
  return [country === undefined ? { name, code: code ?? null } : { name: country, code: code ?? countryCode ?? null }]
}

/** Who pays a price, behind or before the adjective of a country. */
const BUYERS =
  /^(?:patients?|customers|consumers|drivers|buyers|motorists|shoppers|households|subscribers|users|clients|consommateurs|acheteurs|automobilistes|conducteurs|ménages|abonnés|utilisateurs)$/

/** "là-bas", "sur place", "there": the place named last before term `i`. */
export function lastPlace(context: SentenceContext, i: number): { name: string; code: string | null }[] {
  for (let j = i - 1; j >= 0; j--) {
    const term = context.terms[j] as Term
    // "to win back Chinese buyers: sales there"
    const buyers = is(term, TAG.Demonym) && BUYERS.test(context.terms[j + 1]?.normal ?? '')
    if (is(term, TAG.Place) || buyers) return placeOf(term)
  }
  const { place } = context.discourse
  // "X sells in Japan. It costs 498 yen there, and 3 euros in Paris": the last one may stand behind
  const behind = place !== null && place.start >= (context.terms[0]?.start ?? 0)
  return behind
    ? marketOf(context.previous().findLast((term) => is(term, TAG.Place))?.mention)
    : marketOf(place ?? undefined)
}

const LOCATIVE = new Set(
  `en au aux à dans sur vers in across throughout within to for pour at l' la le les the du de d'`.split(' '),
)

/** The clause is no more than the place that a sentence opens with: "In Turkey,". */
function isOpening(terms: readonly Term[], { terms: inside }: Clause): boolean {
  return (
    inside.length <= 4 && inside.some((i) => is(terms[i], TAG.Place)) && !inside.some((i) => is(terms[i], TAG.Verb))
  )
}

/** "X, based in Lyon,": where a firm sits is no market of it. */
const tellsSeat = (terms: readonly Term[], { terms: inside }: Clause): boolean =>
  inside.slice(0, 3).some((i) => SEATED.test(terms[i]?.normal ?? ''))
const SEATED = /^(?:based|headquartered|located|listed|registered|(?:bas|situ|install|implant|cot|domicili)ée?s?)$/

/** "Mexico contributed 41% of profit", "said Asia now accounted for 3%": the place at `i` is the subject of what makes up a share. */
function contributes(terms: readonly Term[], i: number): boolean {
  const opens =
    i === 0 ||
    is(terms[i - 1], TAG.Comma | TAG.Semicolon | TAG.Say) ||
    does(terms[i - 1], DOES.Complement | DOES.Coordinate)
  const verb = terms[NOW.has(terms[i + 1]?.normal ?? '') ? i + 2 : i + 1]
  return opens && (is(verb, TAG.Finite) || verb?.kind.tags.has('Represent') === true)
}

/** "700 jobs, most of them in Finland": the place is that of a part of what is counted. */
const isOfSome = (terms: readonly Term[], place: number, anchor: number): boolean =>
  terms[place - 2]?.normal === 'them' &&
  terms[place - 3]?.normal === 'of' &&
  anchor < place - 4 &&
  /^(?:most|many|some|half|several|part)$/.test(terms[place - 4]?.normal ?? '')

const SIGNED = new Set('signed announced unveiled struck inked presented agreed'.split(' '))

const NOW = new Set('now still already alone also currently'.split(' '))

/** What is counted where it is done. */
const AT_SITE = new Set(['staff', 'hires', 'job-cuts', 'capacity', 'production'])

const isOfSite = ({ measure, event }: Claim): boolean => SITES.test(event ?? '') || AT_SITE.has(measure ?? '')

/** "9 000 tonnes, destinées pour moitié à la Pologne", "bound for Poland": where goods go is not where they are made. */
function isDestination(terms: readonly Term[], place: number): boolean {
  for (let i = place - 1; i >= Math.max(0, place - GOES_FAR); i--) {
    if (GOES.test(terms[i]?.normal ?? '')) return true
    if (is(terms[i], TAG.Punct | TAG.Finite)) return false
  }
  return false
}
/** Terms between that and the last of a row of places. */
const GOES_FAR = 14
const GOES =
  /^(?:(?:destin|export|expédi|réserv)ée?s?|destined|earmarked|bound|exported|shipped|shipping|export|exports)$/

/** The last place of a sentence is where goods go. */
function tellsDestination(terms: readonly Term[]): boolean {
  const last = terms.findLastIndex((term) => is(term, TAG.Place))
  return last >= 0 && isDestination(terms, last)
}

/** How many terms off a place may stand, what is inserted included. */
const REACH = 32

const SITES = /^(?:opening|closing|production-start|production-end)$/

/** Behind a semicolon "it" goes on about what was told before. */
const isIts = (terms: readonly Term[], { start }: Clause): boolean =>
  is(terms[start - 1], TAG.Semicolon) && /^(?:it|elle|il)$/.test(terms[start]?.normal ?? '')

const isOfTotal = (terms: readonly Term[], { terms: inside }: Clause): boolean =>
  inside.some((i) => terms[i]?.normal === 'total' && is(terms[i - 1], TAG.Demonym))

/** "…, its boss told reporters in Osaka", "…, a déclaré à Osaka son patron": where it was said. */
function isWhereSaid(terms: readonly Term[], place: number, anchor: number): boolean {
  for (let i = place - 1; i > Math.max(anchor, place - 5) && !is(terms[i], TAG.Comma); i--)
    if (is(terms[i], TAG.Say) && is(terms[i], TAG.Finite | TAG.Participle)) return true
  return false
}

/** "Chinese PC sales", "Irish new car registrations": the demonym at `i` qualifies what is counted of some goods. */
function countsGoods(terms: readonly Term[], i: number): boolean {
  for (let j = i + 1; j <= i + 3; j++) {
    const term = terms[j]
    if (is(term, TAG.Measure)) return j > i + 1
    if (term === undefined || term.who !== undefined || is(term, TAG.Punct | TAG.OrgNoun | TAG.Finite)) return false
    if (does(term, DOES.Preposition | DOES.Determiner)) return false
  }
  return false
}

/** "X, with 300 shops in Germany, expects sales of …": the place is that of a figure in passing. */
const tellsFigure = (terms: readonly Term[], { terms: inside }: Clause): boolean =>
  inside.some((i) => is(terms[i], TAG.Value))

/** "X, unveiled in Milan, will cost 300", "X, homologué au Japon, sera lancé": the place of what happened to it before. */
const tellsEvent = (terms: readonly Term[], { start }: Clause): boolean =>
  EVENTS.some((tag) => terms[start]?.kind.tags.has(tag)) && is(terms[start], TAG.Participle)
const EVENTS = ['Unveil', 'Approve', 'Found', 'Launch']

/** "12 in Spain and 5 % more in Italy": what a conjunction parts from the figure behind it belongs to the one before. */
function isJoined(terms: readonly Term[], place: number, figure: number): boolean {
  // "L'usine de Pékin a ouvert et porte la capacité à 300": no other figure has it
  if (!terms.slice(Math.max(0, place - 6), place).some((term) => is(term, TAG.Value))) return false
  for (let i = place + 1; i < figure; i++) if (/^(?:et|and)$/.test((terms[i] as Term).normal)) return true
  return false
}

/** "498 yen there, against 3 euros in Paris": behind the figure that it is compared with stands that one's place. */
function isOfCompared(terms: readonly Term[], place: number, anchor: number): boolean {
  let compares = false
  for (let i = anchor + 1; i < place; i++) {
    if (compares && is(terms[i], TAG.Value)) return true
    compares ||= also(terms[i], ALSO.Versus)
  }
  return false
}

/** "which opens in May and will employ 300", "which will make 300 a year once it opens": a clause that goes on about the same. */
const isJoint = (clause: Clause): clause is Clause & { parent: Clause } =>
  clause.kind === 'coordinate' && clause.parent !== null

function setMarket(claim: Claim, { name, code }: { name: string; code: string | null }): void {
  claim.market = name
  claim.marketCode = code
}

/** Sets where it is told of: what the rule captured, else the nearest place of the clause that is not somebody's seat or origin. */
export function fillMarket(
  claim: Claim,
  candidate: Candidate,
  context: SentenceContext,
  clause: Clause,
  trace: Trace,
): void {
  const {
    terms,
    clauses: { list },
  } = context
  const captured = group(candidate, 'market', terms)
  if (captured !== undefined) {
    const place = placeOf(captured)[0]
    if (place !== undefined) setMarket(claim, place)
    return
  }
  if (isWhole(terms, candidate.value)) return
  const anchor = candidate.value >= 0 ? candidate.value : candidate.trigger
  let best: Term | null = null
  let bestDistance = 16
  // a participle's clause ("…, représentant 50 % des ventes") shares the place of the one it hangs on
  const opener = terms[clause.start]
  // so does the clause behind a place that opens the sentence ("In Turkey, the bank lost …"), and what stands in brackets in
  // the item of a list ("Europe: 300,000 (+5%)")
  const shares =
    clause.parent !== null &&
    ((is(opener, TAG.Gerund) && !/^(?:bringing|taking)$/.test(opener?.normal ?? '')) ||
      isOpening(terms, clause.parent) ||
      (context.isItem && clause.kind === 'aside'))
  const outer = clause.parent?.terms ?? []
  const valueClause = context.clauses.of[anchor] as Clause
  const inside = clause.terms.concat(
    // "deliveries fell 2 %; in Asia, they rose by 3 % to 400"
    valueClause === clause ? [] : valueClause.terms,
    // "l'usine de Lyon, opérationnelle depuis mai, …"
    shares ? outer : clause.kind === 'insertion' ? outer.filter((i) => i < clause.start) : [],
    // "un contrat, passé avec la Chine, de 2 milliards"
    ...list
      .filter(
        (c) =>
          c.kind === 'insertion' &&
          c.parent === clause &&
          !tellsSeat(terms, c) &&
          !tellsFigure(terms, c) &&
          !tellsEvent(terms, c),
      )
      .map((c) => c.terms),
    // "300 jobs - a fifth of the Italian total"
    ...list
      .filter((c) => c.kind === 'aside' && c.start === candidate.value + 1 && isOfTotal(terms, c))
      .map((c) => c.terms),
  )
  for (const i of inside) {
    const term = terms[i] as Term
    if (!is(term, TAG.Place | TAG.Demonym) || (i > 2 && Math.abs(i - anchor) >= REACH)) continue
    // "half of India's beer market"
    const ofMarket = terms[i + 1]?.normal === "'s" && terms.slice(i + 2, i + 5).some((t) => also(t, ALSO.MarketNoun))
    // "according to the UK's food agency": whose it is
    const ofTrade = i === clause.start && opensWithTrade(terms, clause)
    if (
      !ofMarket &&
      !ofTrade &&
      does(terms[i + 1], DOES.Possessor) &&
      !terms.slice(i + 2, i + 5).some((t) => is(t, TAG.Measure))
    )
      continue
    // "the Danish parent": where a firm sits
    if (is(term, TAG.Demonym) && terms[i + 1]?.kind.tags.has('Parent') === true) continue
    const acts =
      (claim.measure === 'share' && contributes(terms, i)) ||
      (i === clause.start && claim.measure === 'change' && is(terms[i + 1], TAG.Finite))
    const isPlace =
      is(term, TAG.Place) &&
      (ofMarket ||
        ofTrade ||
        acts ||
        // "Europe's share of sales"
        (claim.measure === 'share' && does(terms[i + 1], DOES.Possessor) && terms[i + 2]?.normal === 'share') ||
        (context.isItem && i === 0 && is(terms[1], TAG.Colon)) ||
        LOCATIVE.has(terms[i - 1]?.normal ?? '') ||
        (claim.measure === 'share' && /(?:^| )from$/.test(terms[i - 1]?.normal ?? '')))
    // "les ventes européennes", "European sales": the demonym of what is counted
    const ofMeasure =
      is(term, TAG.Demonym) &&
      (is(terms[i - 1], TAG.Measure) ||
        is(terms[i + 1], TAG.Measure) ||
        terms[i + 1]?.normal === 'total' ||
        countsGoods(terms, i) ||
        also(terms[i + 1], ALSO.MarketNoun) ||
        also(terms[i - 1], ALSO.MarketNoun) ||
        // "costs American patients $499"
        (claim.kind === 'price' &&
          (BUYERS.test(terms[i + 1]?.normal ?? '') || BUYERS.test(terms[i - 1]?.normal ?? ''))))
    if (!isPlace && !ofMeasure && !ofTrade) continue
    if (isOutside(terms, i) || isWhereSaid(terms, i, anchor) || leadsElsewhere(context, i, anchor)) continue
    if (isOfSome(terms, i, anchor) || isOfCompared(terms, i, anchor)) continue
    if (isOfSite(claim) && isDestination(terms, i)) continue
    // "under a deal signed in Paris"
    if (terms[i - 1]?.normal === 'in' && SIGNED.has(terms[i - 2]?.normal ?? '')) continue
    // "eight countries, from Cambodia to the Philippines", but "25 markets in Asia"
    if (claim.measure === 'markets' && placeOf(term).some(({ code }) => code !== null && ALPHA_2.test(code))) continue
    // "la part de X sur le marché indien a progressé d'un point, à 19 %"
    const named =
      claim.of === 'market' &&
      i >= candidate.match.start &&
      i < candidate.match.end &&
      !is(terms[candidate.trigger], TAG.Value)
    // "sales in Italy, where it has 300 shops, rose": what is inserted is not counted
    const own = context.clauses.of[i] === context.clauses.of[anchor] ? context.clauses : undefined
    const d = named
      ? distance(terms, i, candidate.trigger)
      : i <= 2
        ? Math.min(8, distance(terms, i, anchor))
        : distance(terms, i, anchor, own) +
          5 * commasBetween(terms, i, anchor, own) +
          (isJoined(terms, i, anchor) ? 5 : 0)
    if (d < bestDistance) [best, bestDistance] = [term, d]
  }
  // "in Belgium, where it runs 42 shops, and in Italy": the place that the clause hangs on, not one behind
  if (best !== null && terms.indexOf(best) > anchor && /^(?:where|où)$/.test(terms[clause.start]?.normal ?? ''))
    if (commasBetween(terms, anchor, terms.indexOf(best)) > 0) best = null
  if (best === null && /^(?:where|où)$/.test(terms[clause.start]?.normal ?? '')) {
    // "in Sweden, where it employs 300 people"
    const at = is(terms[clause.start - 1], TAG.Comma) ? clause.start - 2 : clause.start - 1
    if (is(terms[at], TAG.Place) && !isOutside(terms, at)) best = terms[at] as Term
  }
  // "a plant in Poland will create 300 jobs; it opens in May"
  if (best === null && claim.kind === 'milestone' && SITES.test(claim.event ?? '') && isIts(terms, clause)) {
    const at = outer.find((i) => is(terms[i], TAG.Place) && LOCATIVE.has(terms[i - 1]?.normal ?? ''))
    if (at !== undefined && terms.slice(0, at).some(isSite)) best = terms[at] as Term
  }
  // "a plant in Poland, which opens in May and will employ 300"
  if (best === null && isOfSite(claim))
    best = placeOfSite(terms, isJoint(clause) ? clause.parent : clause, context.previous) ?? null
  const ofList = context.isItem && best === null ? marketOf(context.discourse.list?.place ?? undefined)[0] : undefined
  if (ofList !== undefined && ofList.code !== WORLD) {
    setMarket(claim, ofList)
    trace.market = 'the heading of the list'
    return
  }
  if (best === null) {
    // "y" and "là-bas" stand for the place named last
    const there = clause.terms.find(
      (i) => (terms[i]?.normal === 'y' && terms[i - 1]?.normal !== 'il') || also(terms[i], ALSO.There),
    )
    const elsewhere = there === undefined || (isOfSite(claim) && tellsDestination(context.previous()))
    const place = elsewhere ? undefined : lastPlace(context, there)[0]
    if (place !== undefined && place.code !== WORLD) {
      setMarket(claim, place)
      trace.market = `"${textOf(terms[there as number] as Term)}", the place named last`
    }
    return
  }
  const place = placeOf(best)[0]
  if (claim.kind === 'volume' && isOneOfSeveral(terms, inside, best)) return
  if (place !== undefined && place.code !== WORLD) {
    setMarket(claim, place)
    trace.market = `"${textOf(best as Term)}"`
  }
}

/** "sold 300 cars in Italy and Spain": what is counted in both together is counted in neither alone. */
function isOneOfSeveral(terms: readonly Term[], inside: readonly number[], best: Term): boolean {
  const at = terms.indexOf(best)
  const list = inside
    .filter((i) => is(terms[i], TAG.Place) && i <= at && i > at - BESIDE)
    .map((i) => listOf(terms, i, 'Place', Math.min(at + BESIDE, terms.length)))
    .find((places) => places.includes(best))
  if (list === undefined) return false
  // "in Europe, notably in Italy" is in Europe
  const part = list.findIndex(
    (term, k) => k > 0 && INCLUDED.test(terms[wordBefore(terms, terms.indexOf(term))]?.normal ?? ''),
  )
  const named = new Set(list.slice(0, part < 0 ? undefined : part).map((term) => placeOf(term)[0]?.name))
  return named.size > 1
}

/** Terms to either side within which a second place is looked for. */
const BESIDE = 10

const INCLUDED = /^(?:notamment|surtout|dont|including|notably|especially|particularly|mainly|mostly|chiefly)$/

/** Before the place at `i`, its preposition and article aside. */
function wordBefore(terms: readonly Term[], i: number): number {
  let at = i - 1
  while (does(terms[at], DOES.Preposition | DOES.Article)) at--
  return at
}
