import type { Claim, Span, Value } from '../types.js'
import { findAttribution } from './attribution.js'
import { type Candidate, classValue, group, isQuantity, type SentenceContext, type Trace } from './candidate.js'
import type { Clause } from './clauses.js'
import { isCurrency } from './counts.js'
import type { Discourse } from './discourse.js'
import { countedBefore, followsSum, goesOnFrom, trendBefore, trendOf } from './earlier.js'
import { ALSO, also, is, TAG } from './kinds.js'
import { figuresApart, listOf, namesOfList } from './lists.js'
import { datedApart, marketClaims } from './markets.js'
import { countsAlike, namedMeasure } from './measures.js'
import { fillMarket, placeOf } from './places.js'
import { fillProduct, fillProducts, makerOf } from './products.js'
import { isBoughtItself, isSellersSum, partnerOf } from './recipients.js'
import { settle } from './settle.js'
import { fillSubjects } from './subjects.js'
import { type Term, textOf } from './terms.js'
import { partnerClaims } from './ties.js'
import { fillTimes } from './times.js'
import { readValue } from './values.js'

/** Fills the slots of a candidate: one claim for each name of a captured list. None where a slot that must be there is not. */
export function fillSlots(candidate: Candidate, context: SentenceContext): Claim[] {
  const { rule } = candidate.compiled
  const trace: Trace = {}
  const { terms, discourse } = context
  const kind = rule.kind
  const constant = rule.claim
  const base = openClaim(kind, rule.id)

  const counted =
    candidate.compiled.rule.claim.measure === '<last>' && hasOfThem(candidate, terms)
      ? discourse.stock
      : discourse.volume
  const last = counted !== null && context.index - counted.sentence <= 2 ? counted : null
  const { takeover } = discourse
  if (constant.subject === '<buyer>' && (takeover === null || context.index - takeover.sentence > REMEMBERED)) return []
  const { constants } = candidate.compiled
  for (let k = 0; k < constants.length; k++) {
    const [slot, x] = constants[k] as (typeof constants)[number]
    const told = tellsSlot(x, slot, last, candidate, context)
    if (told === undefined && !(x === '<last>' && slot === 'of')) return []
    if (told === undefined) continue
    base[slot] = told as never
  }
  if (constant.of === '<counted>' && discourse.volume !== null) discourse.volume.sentence = context.index
  // "ramènera ses investissements à 8 milliards, contre 10": of what is told here, which is no volume
  if (constant.measure === '<last>' && last?.sentence !== context.index && followsSum(terms, candidate.trigger))
    return []
  // "une dizaine de boutiques de X, qui en exploite 118": of no sum
  const ofSum = constant.measure === '<last>' && isCurrency(last?.unit ?? '') && hasOfThem(candidate, terms)
  if (ofSum && !namesShops(terms, candidate.trigger)) return []
  if (ofSum) base.measure = 'stores'
  // "Sa part de marché atteint 52 %. X en contrôle 14 %": of the market, of nobody's capital
  if (constant.of === 'stake' || constant.relation === 'stake') {
    const ofMarket = discourse.volume?.of === 'market' && context.index - discourse.volume.sentence <= 1
    if (ofMarket && terms[candidate.trigger - 1]?.normal === 'en') {
      if (kind === 'partner') return []
      base.of = 'market'
    }
  }
  if (constant.measure === '<last>' && last !== null && !ofSum) {
    // "valued at 249 million, or 12 a share, of which 9 in cash"
    if (last.measure === 'valuation') return []
    if (!countsAlike(terms[candidate.value], last.unit)) return []
    // "20 trains with 400 seats instead of 250", "2,300 staff, makes 60 cabs a day, against 75": of what is counted right before
    for (let i = candidate.trigger - 1; i >= Math.max(0, candidate.trigger - 8); i--) {
      if (!is(terms[i], TAG.Value) || terms[i]?.mention?.type === 'percent') continue
      // "emploie 9 000 personnes dans 55 pays, dont 300 en France": the countries only tell where
      const counted = terms[i]?.mention
      if (counted?.type === 'amount' && counted.value.unit === 'markets') continue
      const bare = terms[i]?.mention?.type === 'number'
      // "en conservera sept, contre dix": of what the sentence before counted, or of something else
      if (bare && last.sentence !== context.index) return []
      // "a écoulé 300 pompes, contre 200": of goods that the lexicon lacks, which were counted right before
      const other = bare ? last.unit !== 'units' && isPlainNoun(terms[i + 1]) : !countsAlike(terms[i], last.unit)
      if (other) return []
      break
    }
  }

  if (kind === 'volume' || kind === 'price' || kind === 'investment') {
    const value = readValue(candidate, context, base)
    if (value === null) return []
    // a count in percent is a share or a growth
    if (kind === 'volume' && value.unit === 'percent' && !/^(?:share|change)$/.test(base.measure ?? '')) return []
    base.value = value
  }

  const clause = context.clauses.of[candidate.trigger] as Clause
  if (!settle(base, candidate, context, clause, last, trace)) return []
  if (kind === 'volume') fillTimes(base, candidate, context, clause, trace)

  const subjects = fillSubjects(candidate, context, trace, othersOf(candidate, context))
  const attribution = findAttribution(context, clause, subjects)
  base.attribution = attribution?.name ?? null
  if (attribution !== null) trace.attribution = attribution.because
  base.subject = subjects.names[0] ?? null
  fillProduct(base, candidate, context, clause, trace)
  if (kind !== 'market' && kind !== 'partner' && kind !== 'investment')
    fillMarket(base, candidate, context, clause, trace)
  if (kind === 'partner') fillProducts(base, candidate, context)
  const by = group(candidate, 'by', terms)
  if (by !== undefined)
    base.by = by.mention !== undefined && 'name' in by.mention ? by.mention.name : withDemonym(by, context)

  base.evidence = [evidenceOf(candidate, context, subjects.termIndex)]
  base.trace = { matched: spanOf(candidate, terms), slots: trace }

  // a product without a named maker nearby belongs to its own maker
  if (subjects.names.length === 0 && subjects.outsider === undefined && typeof base.product === 'string') {
    const maker = makerOf(base.product, context)
    if (maker !== null) subjects.names.push(maker)
  }
  const names: (string | null)[] = subjects.names.length > 0 ? subjects.names : [null]
  // where nobody is named, only the count of a whole market, what a named product costs or comes to, and what a named firm is sold for are somebody's business
  if (subjects.state === true && base.status !== 'reported') return []
  // "la famille X détient 60 % du capital", "le fondateur, Y, a apporté 3 millions": somebody's, who is no firm
  const somebodys = base.of === 'stake' || (subjects.outsider === 'person' && kind === 'investment')
  if (subjects.outsider !== undefined && !somebodys) return []
  if (
    subjects.names.length === 0 &&
    subjects.outsider === undefined &&
    !(kind === 'volume' && (typeof base.market === 'string' || subjects.whole === true) && base.measure !== 'staff') &&
    !((kind === 'price' || kind === 'milestone') && typeof base.product === 'string') &&
    !(base.purpose === 'takeover' && group(candidate, 'partner', terms)?.who?.kind === 'name')
  )
    return []
  if (kind === 'volume') discourse.whole = subjects.names.length === 0 ? context.index : -1
  if (kind === 'milestone' && typeof base.event === 'string' && base.date !== null)
    discourse.event = { event: base.event, sentence: context.index }
  if (base.measure === 'change' && typeof base.of === 'string')
    discourse.trend = { of: base.of, sentence: context.index }
  if (
    kind === 'volume' &&
    // "190 postes sur 310, dont 40 ingénieurs": what is told in passing is nothing that the text goes on from
    rule.status !== 'reported' &&
    // "300 boutiques dans 42 pays, contre 280": nor is in how many countries
    !(base.measure === 'markets' && last?.sentence === context.index) &&
    base.value?.unit !== undefined &&
    base.measure !== undefined &&
    base.measure !== 'change' &&
    base.measure !== 'capacity' &&
    base.of !== 'stake'
  ) {
    discourse.volume = {
      measure: base.measure,
      unit: base.value.unit,
      date: base.date,
      whose: subjects.names,
      status: base.status,
      sentence: context.index,
      ...(typeof base.of === 'string' ? { of: base.of } : {}),
    }
    if (base.measure !== 'hires' && base.measure !== 'job-cuts') discourse.stock = discourse.volume
  }
  if (kind === 'milestone' && base.date === null) return []
  if (constant.stance === 'auto') {
    const intended = clause.terms.some((i) => also(terms[i], ALSO.Consider) || also(terms[i], ALSO.Plan))
    base.stance = base.status === 'reported' || (base.status === 'former' && !intended) ? 'present' : 'target'
  }
  if (kind === 'partner') {
    const ties = partnerClaims(base, names, candidate, context)
    noteTakeover(ties, context)
    for (const { relation, status, subject, partner } of ties)
      if (relation === 'subsidiary' && status === 'reported' && subject !== null && typeof partner === 'string')
        discourse.parents.set(subject, partner)
    return ties
  }
  if (kind === 'market') return marketClaims(base, names, candidate, context)
  if (kind === 'investment') {
    const told =
      constant.partner === '<bought>' || isOfTakeover(base, names, candidate, context) ? takeover?.bought : undefined
    const partner = told ?? partnerOf(candidate, context, clause, names)
    if (typeof partner === 'string' && !names.includes(partner)) base.partner = partner
    if (
      isSellersSum(base, candidate, terms) ||
      (base.partner === undefined && isBoughtItself(base, names, candidate, context))
    )
      return [{ ...base, subject: null, ...(base.partner === undefined && names[0] != null && { partner: names[0] }) }]
  }
  if (names.length > 1) {
    const figures = candidate.value >= 0 ? figuresApart(terms, candidate.value, names.length) : null
    if (figures === null) return names.map((subject) => ({ ...base, subject }))
    if (figures.length !== names.length) return []
    const values = valuesApart(figures, candidate, context, base)
    return values.flatMap((value, k) => (value === null ? [] : [{ ...base, value, subject: names[k] as string }]))
  }
  base.subject = names[0] ?? null
  if (kind === 'milestone') return [base, ...datedApart(base, context, clause)]
  return perPlace(base, candidate, context) ?? [base]
}

/** The values of the figures at some terms, of which those that lack a unit share that of another: "3,000 and 5,000 people", "de 3 et de 5 %". */
function valuesApart(
  figures: readonly number[],
  candidate: Candidate,
  context: SentenceContext,
  base: Claim,
): (Value | null)[] {
  const { terms } = context
  const whole = figures.find((at) => isQuantity(terms[at]) && terms[at]?.mention?.type !== 'number')
  const unit = terms[whole ?? -1]
  return figures.map((at) => {
    const term = terms[at]
    if (whole === undefined || !isQuantity(unit) || !isQuantity(term) || term.mention.type !== 'number')
      return readValue({ ...candidate, value: at }, context, base)
    const shared = readValue({ ...candidate, value: whole }, context, base)
    if (shared === null) return null
    const { figure, bound } = term.mention.value
    const scaled = figure * scaleOf(textOf(term), textOf(unit)) * Math.sign(shared.figure)
    return { ...shared, figure: scaled, bound }
  })
}

/** "En Pologne et en Italie, X exploite respectivement 95 et 33 magasins": a claim for each place and its figure; null where it is not told so. */
function perPlace(base: Claim, candidate: Candidate, context: SentenceContext): Claim[] | null {
  const { terms } = context
  if (base.kind !== 'volume' || candidate.value < 0) return null
  const figures = figuresApart(terms, candidate.value)
  if (figures === null || figures.length < 2) return null
  const first = terms.findIndex((term) => is(term, TAG.Place))
  const places = first < 0 ? [] : listOf(terms, first, 'Place')
  if (places.length !== figures.length) return null
  const values = valuesApart(figures, candidate, context, base)
  return values.flatMap((value, k) => {
    const [place] = placeOf(places[k] as Term)
    return value === null || place === undefined ? [] : [{ ...base, value, market: place.name, marketCode: place.code }]
  })
}

/** "La chaîne, qui en compte 40": of what it has, not of the posts that it creates. */
const hasOfThem = ({ trigger }: Candidate, terms: readonly Term[]): boolean =>
  HAS.has(terms[trigger]?.kind.root ?? '') && terms[trigger - 1]?.normal === 'en'
const HAS = new Set(['compter', 'posséder', 'exploiter'])

/** Shops are spoken of before term `at`. */
const namesShops = (terms: readonly Term[], at: number): boolean =>
  terms.slice(0, at).some(({ kind: { tags } }) => tags.has('Stores') || tags.has('Shop'))

/** "21 et 15 millions d'abonnés": the word for millions behind the last figure counts for those before it. */
function scaleOf(figure: string, last: string): number {
  const word = /(?:milli|bill?i)\p{L}+/u
  const scale = word.exec(last)?.[0]
  if (scale === undefined || word.test(figure)) return 1
  return /^(?:milliard|billion)/.test(scale) ? 1e9 : /^million/.test(scale) ? 1e6 : 1
}

const PAYS = new Set(['payer', 'débourser', 'verser'])

/** Sentences after which nobody knows which deal is meant. */
const REMEMBERED = 4

/** "if the £9bn takeover succeeds": the deal that was told before, of whom the same firm buys. */
function isOfTakeover(
  { purpose }: Claim,
  names: readonly (string | null)[],
  { trigger, match }: Candidate,
  { terms, discourse: { takeover }, index }: SentenceContext,
): boolean {
  if (takeover === null || index - takeover.sentence > REMEMBERED) return false
  // "X rachète Y. Le groupe déboursera 3 millions"
  if (index - takeover.sentence === 1 && PAYS.has(terms[trigger]?.kind.root ?? ''))
    return names.includes(takeover.buyer)
  if (purpose !== 'takeover') return false
  return match.groups.partner === undefined && names.includes(takeover.buyer) && !is(terms[trigger], TAG.Verb)
}

/** Keeps who buys whom, for "the deal is worth 3 million" further on. */
function noteTakeover(ties: readonly Claim[], { discourse, index }: SentenceContext): void {
  const [tie] = ties
  if (tie === undefined || tie.status === 'denied' || tie.status === 'former') return
  if (tie.relation !== 'acquisition' && tie.relation !== 'stake') return
  const whole = tie.relation === 'acquisition' && tie.status !== 'possible'
  if (tie.subject !== null && typeof tie.partner === 'string')
    discourse.takeover = { buyer: tie.subject, bought: tie.partner, sentence: index, whole }
}

/** What a rule says of a slot: its text, or what its placeholder stands for in this sentence; undefined where that is nothing. */
function tellsSlot(
  text: string,
  slot: string,
  last: Discourse['volume'],
  candidate: Candidate,
  context: SentenceContext,
): string | undefined {
  switch (text) {
    case '<last>':
      if (slot === 'event') {
        const { event } = context.discourse
        return event !== null && context.index - event.sentence <= 2 ? event.event : undefined
      }
      return slot === 'of' ? last?.of : (last?.measure ?? namedMeasure(candidate, context))
    case '<measure>':
      return (
        namedMeasure(candidate, context) ??
        goesOnFrom(last, context, candidate.trigger) ??
        (slot === 'of' ? trendBefore(candidate, context) : undefined)
      )
    case '<counted>':
      return countedBefore(last) ?? trendOf(context)
    case '<list>':
      return context.isItem ? (context.discourse.list?.measure ?? undefined) : undefined
    case '<whole>':
      return last?.measure
    case '<event>':
      return classValue(group(candidate, 'event', context.terms), 'event')
    default:
      return text
  }
}

/** A claim with nothing filled in. All slots stand from the start, so that all claims are objects of one shape. */
function openClaim(kind: Claim['kind'], rule: string): Claim {
  return {
    kind,
    subject: null,
    date: null,
    status: 'reported',
    attribution: null,
    evidence: [],
    rule,
    measure: undefined,
    of: undefined,
    relation: undefined,
    stance: undefined,
    event: undefined,
    purpose: undefined,
    value: undefined,
    per: undefined,
    span: undefined,
    product: undefined,
    market: undefined,
    marketCode: undefined,
    products: undefined,
    by: undefined,
    trace: undefined,
    partner: undefined,
  }
}

/** Whom a rule has captured as partner, or as the one who grants: nobody is the subject as well. */
function othersOf(candidate: Candidate, { terms }: SentenceContext): (string | null)[] {
  const { groups } = candidate.match
  // "le rachat de X pour 3 millions": X is bought
  const bought = candidate.compiled.rule.claim.purpose === 'takeover' && isOf(terms[candidate.trigger + 1])
  const at = groups.by ?? groups.partner ?? (bought ? ([candidate.trigger + 2, 0] as const) : undefined)
  // "controls 46 % of X": X holds no share of itself
  if (at === undefined && candidate.compiled.rule.claim.of === 'stake' && terms[candidate.value + 1]?.normal === 'of') {
    const held = terms[candidate.value + 2]?.who
    return held?.kind === 'name' ? [held.name] : []
  }
  return at === undefined ? [] : namesOfList(terms, at[0], 'Who')
}

/** A word that nothing is known of: what a number before it counts. */
const isPlainNoun = (term: Term | undefined): boolean =>
  term !== undefined && term.mention === undefined && term.kind.tags.size === 0 && term.kind.does === 0

const isOf = (term: Term | undefined): boolean => /^(?:de|d'|du|of)$/.test(term?.normal ?? '')

/** "autorités chinoises": a description keeps the adjective of its place. */
function withDemonym(term: Term, { terms }: SentenceContext): string {
  const next = terms[terms.indexOf(term) + 1]
  return next !== undefined && is(next, TAG.Demonym) ? `${textOf(term)} ${textOf(next)}` : textOf(term)
}

function spanOf({ match, value }: Candidate, terms: readonly Term[]): Span {
  const { start } = terms[match.start] as Term
  const { end } = terms[match.end - 1] as Term
  // a figure above the text that tells of it
  const figure = terms[value]
  return figure === undefined || figure.start >= start
    ? { start, end }
    : { start: figure.start, end: Math.max(...terms.slice(match.start, match.end).map((term) => term.end)) }
}

/** The words that say so: what matched, with its subject before it where that stands near in the sentence. */
function evidenceOf(candidate: Candidate, context: SentenceContext, subject: number): Span {
  const span = spanOf(candidate, context.terms)
  const term = subject >= 0 ? context.terms[subject] : undefined
  if (term !== undefined && subject < candidate.match.start && candidate.match.start - subject <= 25)
    span.start = Math.min(span.start, term.start)
  return span
}
