import type { Bound, Claim, ClaimKind, DateMention, NameMention, QuantityMention, Span, Value } from '../types.js'
import type { Clause, Clauses } from './clauses.js'
import { type Discourse, isSource, isSubjectLike } from './discourse.js'
import { type CompiledRule, constantValue, type Match } from './rules.js'
import { appositionAround, settleStatus } from './status.js'
import type { Term } from './terms.js'

/** All that the slots of a claim are filled from. */
export interface SentenceContext {
  terms: Term[]
  clauses: Clauses
  discourse: Discourse
  /** Whom the text was about before this sentence. */
  thread: string | null
  index: number
  isQuestion: boolean
  isItem: boolean
  /** EDTF date of the document, or null. */
  published: string | null
  /** What "unités" and bare counts of goods are in this document: `vehicles`, `aircraft` or `units`. */
  goodsUnit: string
}

/** A rule that matched, before the slots are filled. */
export interface Candidate {
  compiled: CompiledRule
  match: Match
  /** Term index of the word that woke the rule. */
  trigger: number
  /** Term index of the value, -1 where the rule captures none. */
  value: number
}

const LIST_JOINTS = new Set([
  ',',
  'et',
  'ou',
  'and',
  'or',
  '&',
  'dont',
  'ainsi',
  'que',
  'de',
  'du',
  'des',
  "d'",
  'à',
  'au',
  'aux',
  'en',
  'le',
  'la',
  "l'",
  'les',
  'the',
  'in',
  'of',
  'including',
  'puis',
  'avec',
  'ainsi',
  'notamment',
  'sur',
  'vers',
  'with',
  'to',
])

/** Counts of people, shops and countries have one unit whatever the noun. */
const MEASURE_UNITS: Record<string, string> = {
  stores: 'stores',
  markets: 'markets',
  staff: 'people',
  hires: 'people',
  'job-cuts': 'people',
  users: 'people',
}
const COUNTED_GOODS = new Set(['deliveries', 'sales', 'production', 'registrations', 'exports', 'orders', 'capacity'])

const MONEY_MEASURES = new Set(['revenue', 'profit', 'loss', 'valuation'])

/** A number that counts nothing named: no noun follows it ("en trois lots" counts lots, not goods). */
function isBare(terms: readonly Term[], i: number): boolean {
  const next = terms[i + 1]
  if (
    next === undefined ||
    next.tags.has('Punct') ||
    next.mention !== undefined ||
    next.tags.has('Measure') ||
    next.tags.has('Participle')
  )
    return true
  return FUNCTION_WORDS.has(next.normal)
}

const FUNCTION_WORDS = new Set([
  'en', 'au', 'aux', 'à', 'dans', 'sur', 'pour', 'par', 'hors', 'contre', 'et', 'ou', 'mais', 'soit', 'dont', 'qui', 'que', 'chez', 'après', 'avant', 'fin', 'début', 'seulement', 'environ', 'cette', "l'", 'le', 'la', 'de', "d'", 'du', 'des', 'ce', 'comme', 'sous', 'vers', 'un', 'une',
  'in', 'at', 'on', 'for', 'by', 'from', 'to', 'and', 'or', 'but', 'with', 'over', 'during', 'last', 'this', 'next', 'the', 'a', 'an', 'of', 'as', 'while', 'since', 'after', 'before', 'against', 'compared', 'than', 'across', 'up', 'down', 'worldwide', 'globally',
]) // biome-ignore format: a word list

type Trace = Record<string, string>

/** Fills the slots of a candidate: one claim for each name of a captured list. Null where a slot that must be there is not. */
export function fillSlots(candidate: Candidate, context: SentenceContext): Claim[] {
  const { rule } = candidate.compiled
  const trace: Trace = {}
  const { terms, discourse } = context
  const kind = rule.kind
  const constant = rule.claim
  const base: Claim = {
    kind,
    subject: null,
    date: null,
    status: 'reported',
    attribution: null,
    evidence: [],
    rule: rule.id,
  }

  const last = discourse.volume !== null && context.index - discourse.volume.sentence <= 2 ? discourse.volume : null
  for (const slot of ['measure', 'of', 'relation', 'stance', 'event', 'purpose', 'per', 'span', 'date'] as const) {
    const x = constant[slot]
    if (typeof x !== 'string') continue
    const told =
      x === '<last>'
        ? slot === 'of'
          ? last?.of
          : (last?.measure ?? namedMeasure(candidate, context))
        : x === '<measure>'
          ? namedMeasure(candidate, context)
          : x === '<event>'
            ? classValue(group(candidate, 'event', terms), 'event')
            : x
    if (told === undefined && !(x === '<last>' && slot === 'of')) return []
    if (told === undefined) continue
    Object.assign(base, { [slot]: told })
  }

  if (kind === 'volume' || kind === 'price' || kind === 'investment') {
    const value = readValue(candidate, context, base)
    if (value === null) return []
    base.value = value
  }

  const clause = context.clauses.of[candidate.trigger] as Clause
  // what a rule says of its status gives way to a denial alone
  const told = settleStatus(terms, context.clauses, candidate.trigger, context.isQuestion)
  const settled =
    rule.status === null || (told.status === 'denied' && rule.status !== 'reported')
      ? told
      : { status: rule.status, because: 'the rule' }
  base.status = settled.status
  trace.status = settled.because

  // "…, dont 9 000 en Espagne" is part of the count before it, at its time and as sure
  const part = constant.measure === '<last>' && terms[candidate.trigger]?.tags.has('Including') ? last : null
  const dated = fillDate(base, candidate, context, clause, trace)
  if (
    base.status === 'reported' &&
    rule.status === null &&
    kind !== 'partner' &&
    dated !== null &&
    liesAhead(dated, context.published)
  ) {
    base.status = 'planned'
    trace.status = 'its date lies ahead'
  }
  if (part !== null) {
    base.date ??= part.date
    base.status = part.status
  }
  if (kind === 'volume') fillTimes(base, candidate, context, clause, trace)

  const subjects = fillSubjects(candidate, context, trace)
  const attribution = findAttribution(context, clause, subjects)
  base.attribution = attribution?.name ?? null
  if (attribution !== null) trace.attribution = attribution.because
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
  if (subjects.names.length === 0 && typeof base.product === 'string') {
    const maker = makerOf(base.product, context)
    if (maker !== null) subjects.names.push(maker)
  }
  const names: (string | null)[] = subjects.names.length > 0 ? subjects.names : [null]
  // where nobody is named, only the count of a whole market is somebody's business
  if (
    subjects.names.length === 0 &&
    !(kind === 'volume' && typeof base.market === 'string' && base.measure !== 'staff')
  )
    return []
  if (
    kind === 'volume' &&
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
      status: base.status,
      sentence: context.index,
      ...(typeof base.of === 'string' ? { of: base.of } : {}),
    }
  }
  if (kind === 'milestone' && base.date === null) return []
  if (constant.stance === 'auto') {
    const intended = clause.terms.some((i) => terms[i]?.tags.has('Consider') || terms[i]?.tags.has('Plan'))
    base.stance = base.status === 'reported' || (base.status === 'former' && !intended) ? 'present' : 'target'
  }
  if (kind === 'partner') return partnerClaims(base, names, candidate, context)
  if (kind === 'market') return marketClaims(base, names, candidate, context)
  if (kind === 'investment') {
    const partner = group(candidate, 'partner', terms)?.who?.name ?? recipient(candidate, context, clause, names)
    if (partner !== undefined && partner !== null && !names.includes(partner)) base.partner = partner
  }
  return names.map((subject) => ({ ...base, subject }))
}

/** "autorités chinoises": a description keeps the adjective of its place. */
function withDemonym(term: Term, { terms }: SentenceContext): string {
  const next = terms[terms.indexOf(term) + 1]
  return next?.tags.has('Demonym') ? `${term.text} ${next.text}` : term.text
}

/** Who gets the money: "apporter 2 milliards à X", "le rachat de X pour 2 milliards", "2 milliards dans X". */
function recipient(
  candidate: Candidate,
  { terms }: SentenceContext,
  clause: Clause,
  subjects: readonly (string | null)[],
): string | null {
  for (const i of clause.kind === 'relative' ? [...clause.terms, ...(clause.parent?.terms ?? [])] : clause.terms) {
    const name = terms[i]?.who?.kind === 'name' ? (terms[i]?.who?.name ?? null) : null
    if (name === null || subjects.includes(name) || Math.abs(i - candidate.value) > 14) continue
    if (
      /^(?:à|au|dans|de|d'|du|in|of|into|for|to|le|la|l')$/.test(terms[i - 1]?.normal ?? '') ||
      terms[i - 1]?.tags.has('Takeover')
    )
      return name
  }
  return null
}

/** The first term of a captured group. */
function group(candidate: Candidate, name: string, terms: readonly Term[]): Term | undefined {
  const at = candidate.match.groups[name]
  return at === undefined ? undefined : terms.slice(at[0], at[1]).find((t) => !t.tags.has('Punct'))
}

/** What a word's class of that name tells in the lexicon: `measure` of "livrer" is `deliveries`. */
function classValue(term: Term | undefined, name: 'measure' | 'event'): string | undefined {
  return term?.word?.classes.find((c) => c.startsWith(`${name}=`))?.slice(name.length + 1)
}

/** The measure that the rule captured, else that of the counted noun itself, else of the nearest word before in the sentence. */
function namedMeasure(candidate: Candidate, context: SentenceContext): string | undefined {
  const { terms } = context
  if ('measure' in candidate.match.groups) return classValue(group(candidate, 'measure', terms), 'measure')
  const anchor = candidate.value >= 0 ? candidate.value : candidate.trigger
  for (let i = anchor; i >= 0; i--) {
    const measure = classValue(terms[i], 'measure')
    if (measure !== undefined) return measure
  }
  return undefined
}

const isQuantity = (term: Term | undefined): term is Term & { mention: QuantityMention } =>
  term?.mention !== undefined && 'value' in term.mention

function readValue(candidate: Candidate, context: SentenceContext, claim: Claim): Value | null {
  const { rule } = candidate.compiled
  const fixed = constantValue(rule.claim.value)
  if (fixed !== null) {
    const before = context.terms
      .slice(Math.max(0, candidate.trigger - 3), candidate.trigger)
      .map((t) => t.normal)
      .join(' ')
    if (/\b(?:plus que|more than)$/.test(before)) fixed.bound = 'over'
    else if (/\b(?:presque|quasi|quasiment|près de|nearly|almost|about|roughly)\b/.test(before)) fixed.bound = 'about'
    return fixed
  }
  const term = context.terms[candidate.value]
  if (!isQuantity(term)) return null
  const { mention } = term
  const value: Value = { ...mention.value }
  const measure = claim.measure ?? ''
  if (
    measure === 'share' ||
    measure === 'change' ||
    (claim.kind === 'price' && value.unit === undefined && mention.fraction)
  ) {
    if (mention.fraction) {
      value.figure = Math.round(value.figure * 1000) / 10
      value.unit = 'percent'
    } else if (value.unit !== 'percent') return null
  } else if (mention.type === 'number') {
    if (mention.fraction || !isBare(context.terms, candidate.value)) return null
    if (
      MONEY_MEASURES.has(measure) ||
      (measure === 'sales' && value.figure >= 1e8 && context.discourse.currency !== null)
    ) {
      if (context.discourse.currency === null) return null
      value.unit = context.discourse.currency
      if (measure === 'sales') claim.measure = 'revenue'
      return value
    }
    if (COUNTED_GOODS.has(measure) && value.figure < 10) return null
    const last = context.discourse.volume
    const unit =
      MEASURE_UNITS[measure] ??
      (last?.measure === measure && last.unit !== 'percent' ? last.unit : undefined) ??
      (COUNTED_GOODS.has(measure) ? context.goodsUnit : undefined)
    if (unit === undefined) return null
    value.unit = unit
  } else if (
    COUNTED_GOODS.has(measure) &&
    !term.tags.has('Goods') &&
    !term.tags.has('Output') &&
    mention.type === 'amount'
  )
    return null
  else if ((value.unit === 'units' || value.unit === 'model') && COUNTED_GOODS.has(measure))
    value.unit = context.goodsUnit
  if (mention.type === 'money' && measure === 'sales') claim.measure = 'revenue'
  if (
    measure === 'change' &&
    claim.of === 'sales' &&
    context.terms.slice(candidate.value + 1, candidate.value + 9).some((t) => t.tags.has('Money'))
  )
    claim.of = 'revenue'
  if (value.bound === 'exact') value.bound = boundByVerb(candidate, context)
  if (rule.claim.sign === 'negative') {
    value.figure = -Math.abs(value.figure)
    if (value.to !== undefined) value.to = -Math.abs(value.to)
  } else if (measure === 'change' && rule.claim.sign === 'positive') value.figure = Math.abs(value.figure)
  return value
}

/** "a dépassé les 100 000" is over, "frôle" about, "peine à atteindre" and "n'a pas dépassé" under. */
function boundByVerb(candidate: Candidate, { terms }: SentenceContext): Bound {
  for (let i = candidate.value - 1; i >= Math.max(0, candidate.value - 6); i--) {
    const { tags } = terms[i] as Term
    if (tags.has('Value') || tags.has('Comma')) break
    if (tags.has('Near')) return 'about'
    if (!tags.has('Over') && !tags.has('Reach')) continue
    const before = terms.slice(Math.max(0, i - 5), i)
    if (
      before.some((t) => t.tags.has('Struggle')) ||
      (tags.has('Over') && before.some((t) => /^(?:pas|not|jamais|never)$/.test(t.normal)))
    )
      return 'under'
    return tags.has('Over') ? 'over' : 'exact'
  }
  return 'exact'
}

const isDate = (term: Term): term is Term & { mention: DateMention } => term.mention?.type === 'date'

/** Terms between two others that a slot does not like to look across. */
function distance(terms: readonly Term[], from: number, to: number): number {
  const [a, b] = from < to ? [from, to] : [to, from]
  let d = b - a
  for (let i = a + 1; i < b; i++) {
    const { tags } = terms[i] as Term
    if (tags.has('Value')) d += 6
    else if (tags.has('Comma')) d += 3
  }
  return d
}

function commasBetween(terms: readonly Term[], from: number, to: number): number {
  const [a, b] = from < to ? [from, to] : [to, from]
  let commas = 0
  for (let i = a + 1; i < b; i++) if (terms[i]?.tags.has('Comma')) commas++
  return commas
}

function fillDate(
  claim: Claim,
  candidate: Candidate,
  context: SentenceContext,
  clause: Clause,
  trace: Trace,
): DateMention | null {
  if (claim.date !== null) {
    trace.date = 'the rule'
    if (claim.date === 'published') claim.date = context.published
    return null
  }
  const { terms, clauses } = context
  const captured = group(candidate, 'date', terms)
  if (captured !== undefined && isDate(captured)) {
    claim.date = captured.mention.edtf
    trace.date = `captured "${captured.text}"`
    return captured.mention
  }
  if (justNow(terms, clause)) {
    claim.date = context.published
    trace.date = 'just happened: the date of publication'
    return null
  }
  const anchor = candidate.value >= 0 ? candidate.value : candidate.trigger
  let best: Term | null = null
  let bestDistance = Number.POSITIVE_INFINITY
  const consider = (inside: readonly number[], penalty: number) => {
    for (const i of inside) {
      const term = terms[i] as Term
      if (!isDate(term)) continue
      // "up 2.6% on 2003": the year that is compared with
      if (
        claim.measure === 'change' &&
        i > anchor &&
        /^(?:on|from|over|than|with|against)$/.test(terms[i - 1]?.normal ?? '')
      )
        continue
      // a date before another figure or verb's own belongs there; one that opens the sentence holds for all of it
      const d = (i <= 1 ? Math.min(6, distance(terms, i, anchor)) : distance(terms, i, anchor)) + penalty
      if (d < bestDistance) [best, bestDistance] = [term, d]
    }
  }
  const apposition = claim.kind === 'partner' ? appositionAround(terms, candidate.trigger) : null
  if (apposition !== null) consider(apposition, 0)
  else consider(clause.terms, 0)
  if (apposition !== null && best === null) return null
  const valueClause = candidate.value >= 0 ? clauses.of[candidate.value] : undefined
  if (valueClause !== undefined && valueClause !== clause) consider(valueClause.terms, 0)
  // "En 2024, BYD a livré …, un bond de 41 %": a date that opens the sentence, or that of the clause a verbless one completes
  if (best === null && clause.kind !== 'relative') consider(leading(terms), 4)
  if (
    best === null &&
    clause.parent !== null &&
    !clause.terms.some((i) => terms[i]?.tags.has('Versus') || hasVerb(terms[i] as Term))
  )
    consider(clause.parent.terms, 4)
  if (best === null) return null
  const mention = (best as Term).mention as DateMention
  claim.date = mention.edtf
  trace.date = `nearest date "${(best as Term).text}"`
  return mention
}

/** "d'ici 2030", or a date that begins after the day of publication. */
function liesAhead(date: DateMention, published: string | null): boolean {
  if (date.edtf?.startsWith('../') === true) return true
  return (
    date.from !== null &&
    published !== null &&
    /^\d{4}/.test(published) &&
    date.from > `${published}-31-31`.slice(0, 10)
  )
}

const hasVerb = ({ tags }: Term): boolean =>
  (tags.has('Finite') || tags.has('Future') || tags.has('Conditional')) && !tags.has('Noun')

/** The terms of a sentence before its first verb. */
function leading(terms: readonly Term[]): number[] {
  const first = terms.findIndex(hasVerb)
  return terms.slice(0, Math.max(first, 0)).map((_, i) => i)
}

/** "vient de signer", "has just opened": it happened on the day of publication. */
function justNow(terms: readonly Term[], clause: Clause): boolean {
  return clause.terms.some((i) => {
    const term = terms[i] as Term
    const next = terms[i + 1]
    if (term.root === 'venir' && (next?.normal === 'de' || next?.normal === "d'"))
      return /(?:ent|ient|ons)$|viennent/.test(term.normal) || term.tags.has('Finite')
    return (term.normal === 'has' || term.normal === 'have') && next?.normal === 'just'
  })
}

function fillTimes(claim: Claim, candidate: Candidate, context: SentenceContext, clause: Clause, trace: Trace): void {
  const { terms } = context
  const anchor = candidate.value >= 0 ? candidate.value : candidate.trigger
  let rate: Term | null = null
  for (const i of clause.terms) {
    const term = terms[i] as Term
    // "+12 % sur un an" is the span of the growth, not of the count beside it
    const ofGrowth = claim.measure !== 'change' && terms.slice(Math.max(0, i - 3), i).some((t) => t.tags.has('Percent'))
    if (term.mention?.type === 'duration' && term.mention.within && !ofGrowth && Math.abs(i - anchor) <= 12) {
      claim.span ??= term.mention.iso
      trace.span = `"${term.text}"`
    } else if (term.mention?.type === 'rate' && distance(terms, i, anchor) <= 9) rate ??= term
  }
  if (rate?.mention?.type === 'rate' && claim.measure !== 'change' && claim.measure !== 'share') {
    claim.per ??= rate.mention.per
    trace.per = `"${rate.text}"`
  }
}

interface Subjects {
  names: string[]
  /** The term of the first subject where it stands in the sentence, else -1. */
  termIndex: number
}

/**
 * The subject: what the rule captured; the possessor of the trigger ("les ventes de X", "ses ventes", "X's sales"); the
 * subject of the clause; that of the clause it hangs on; the subject of the sentence; the document's thread.
 */
function fillSubjects(
  candidate: Candidate,
  context: SentenceContext,
  trace: Trace,
  not: readonly (string | null)[] = [],
): Subjects {
  const { terms, clauses, discourse } = context
  const { rule } = candidate.compiled
  if (rule.subject === 'none') return { names: [], termIndex: -1 }
  if (typeof rule.claim.subject === 'string') return { names: [rule.claim.subject], termIndex: -1 }
  const at = candidate.match.groups.subject
  if (at !== undefined) {
    trace.subject = `captured "${terms[at[0]]?.text}"`
    return { names: namesOfList(terms, at[0], 'Who'), termIndex: at[0] }
  }
  const modified = rule.kind === 'partner' ? findModified(terms, candidate, context) : null
  if (modified !== null) {
    trace.subject = `what "${terms[candidate.trigger]?.text}" qualifies`
    return modified
  }
  const counted =
    candidate.match.groups.measure?.[0] ??
    (rule.claim.of === '<measure>' || rule.claim.measure === '<measure>' ? measureBefore(terms, candidate) : undefined)
  const possessor =
    (counted === undefined ? null : findPossessor(terms, candidate, counted, not)) ??
    findPossessor(terms, candidate, candidate.trigger, not)
  if (possessor !== null) {
    trace.subject = `possessor "${terms[possessor]?.text}"`
    return { names: namesOfList(terms, possessor, 'Who'), termIndex: possessor }
  }
  const clause = clauses.of[candidate.trigger] as Clause
  const found = subjectOfClause(terms, clause, candidate, not)
  if (found !== null) {
    trace.subject = `subject "${terms[found]?.text}"`
    return { names: namesOfList(terms, found, 'Who'), termIndex: found }
  }
  const before = firstWho(terms, candidate.match.start, not)
  if (before !== null) {
    trace.subject = `named before "${terms[before]?.text}"`
    return { names: namesOfList(terms, before, 'Who'), termIndex: before }
  }
  // a product without its maker beside it is the document's own rather than that of a firm named in passing
  const productHere = clause.terms.some((i) => isProduct(terms[i] as Term))
  const ofProduct = clause.terms.map((i) => terms[i] as Term).find(isProduct)
  const maker = ofProduct === undefined ? null : (ofProduct.mention.maker ?? makerOf(ofProduct.mention.name, context))
  if (maker !== null) {
    trace.subject = `maker of "${ofProduct?.text}"`
    return { names: [maker], termIndex: -1 }
  }
  const focus = not.includes(discourse.focus) ? context.thread : discourse.focus
  const thread = productHere ? (discourse.topic ?? discourse.focus) : (focus ?? discourse.topic)
  if (thread === null) return { names: [], termIndex: -1 }
  trace.subject = 'the thread of the document'
  return { names: [thread], termIndex: -1 }
}

const isWho = (term: Term | undefined): boolean => term?.who !== undefined && term.who.kind !== 'possessive'

/** A participle without its auxiliary qualifies what stands before it: "X, détenu par Y", "les A320, motorisés par Z". */
function findModified(terms: readonly Term[], candidate: Candidate, context: SentenceContext): Subjects | null {
  const t = candidate.trigger
  if (!terms[t]?.tags.has('Participle') || terms[t]?.tags.has('Noun')) return null
  for (let i = t - 1; i >= Math.max(0, t - 12); i--) {
    const term = terms[i] as Term
    if (term.tags.has('Be') || term.tags.has('Have') || term.tags.has('Finite') || term.tags.has('Infinitive'))
      return null
    if (term.who?.kind === 'name')
      return { names: namesOfList(terms, listHead(terms, i), 'Who'), termIndex: listHead(terms, i) }
    if (isProduct(term)) {
      const maker = term.mention.maker ?? makerOf(term.mention.name, context)
      return maker === null ? null : { names: [maker], termIndex: -1 }
    }
  }
  return null
}

/** "les livraisons de X", "ses livraisons", "X's deliveries", "la production du groupe". */
function findPossessor(
  terms: readonly Term[],
  candidate: Candidate,
  t: number,
  not: readonly (string | null)[],
): number | null {
  const partner = candidate.match.groups.partner?.[0]
  const trigger = terms[t] as Term
  if (!trigger.tags.has('Noun')) return null
  for (let i = t - 1; i >= Math.max(0, t - 4); i--) {
    const term = terms[i] as Term
    if (term.who?.kind === 'possessive' && term.who.name !== null) return not.includes(term.who.name) ? null : i
    if ((term.normal === "'s" || term.normal === "'") && isWho(terms[i - 1])) return i - 1
    if (term.tags.has('Punct') || term.tags.has('Verb')) break
  }
  for (let i = t + 1; i < Math.min(t + 5, terms.length); i++) {
    const term = terms[i] as Term
    if (i === partner) break
    if (isWho(term) && not.includes(term.who?.name ?? null)) break
    if (isWho(term) && /^(?:de|d'|du|des|of|chez|by|from|at)$/.test(terms[i - 1]?.normal ?? '')) return i
    if (isWho(term) && term.text.match(/^(?:du|des) /) !== null) return i
    if (term.tags.has('Punct') || term.tags.has('Value') || term.tags.has('Finite')) break
  }
  return null
}

/** The measure that a rule means without capturing it: the noun before the figure ("X's sales were down 4%"). */
function measureBefore(terms: readonly Term[], candidate: Candidate): number | undefined {
  for (let i = (candidate.value >= 0 ? candidate.value : candidate.trigger) - 1; i >= 0; i--)
    if (terms[i]?.tags.has('Measure')) return i
  return undefined
}

function subjectOfClause(
  terms: readonly Term[],
  clause: Clause,
  candidate: Candidate,
  not: readonly (string | null)[],
): number | null {
  let current: Clause | null = clause
  while (current !== null) {
    if (
      (current.kind === 'relative' || current.kind === 'aside') &&
      current.antecedent >= 0 &&
      isWho(terms[current.antecedent])
    ) {
      const own = firstSubject(terms, current, candidate, not)
      const relative = (terms[current.start] as Term).normal
      if (own !== null && !/^(?:qui|which|who)$/.test(relative)) return own
      return listHead(terms, current.antecedent)
    }
    const own = firstSubject(terms, current, candidate, not)
    if (own !== null) return own
    current = current.parent
  }
  return null
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
    if (i > candidate.trigger && i > candidate.match.end) break
    if (i === partner) continue
    const term = terms[i] as Term
    if (
      !isWho(term) ||
      term.who?.name === null ||
      not.includes(term.who?.name ?? null) ||
      !isSubjectLike(terms, i) ||
      isSource(terms, i)
    )
      continue
    // "Google's parent Alphabet said": the possessor only where nobody else is the subject
    if (!/^'s?$/.test(terms[i + 1]?.normal ?? '')) return i
    possessor ??= i
  }
  return possessor
}

function firstWho(terms: readonly Term[], before: number, not: readonly (string | null)[]): number | null {
  for (let i = 0; i < before; i++) {
    const term = terms[i] as Term
    if (
      isWho(term) &&
      term.who?.name !== null &&
      !not.includes(term.who?.name ?? null) &&
      isSubjectLike(terms, i) &&
      !isSource(terms, i)
    )
      return i
  }
  return null
}

/** The first of a list of names that `i` belongs to. */
function listHead(terms: readonly Term[], i: number): number {
  let head = i
  for (let j = i - 1; j >= 0; j--) {
    const term = terms[j] as Term
    if (term.tags.has('Org')) head = j
    else if (!/^(?:,|et|and|&)$/.test(term.normal)) break
  }
  return head
}

/** The names of the list that begins at term `from`: "XPeng et Nio", "au Chili, au Pérou et en Bolivie". */
function listOf(terms: readonly Term[], from: number, tag: string, end = terms.length): Term[] {
  const out: Term[] = [terms[from] as Term]
  let pending = 0
  for (let i = from + 1; i < end; i++) {
    const term = terms[i] as Term
    if (term.tags.has(tag) && !term.tags.has('Pronoun') && !term.tags.has('Description')) {
      // "A B" without a joint between them is no list
      if (pending === 0) break
      out.push(term)
      pending = 0
    } else if (LIST_JOINTS.has(term.normal) && pending < 4) {
      if (pending === 0 && !/^(?:,|et|ou|and|or|&|dont|including|puis|ainsi)$/.test(term.normal)) break
      pending++
    } else break
  }
  return out
}

function namesOfList(terms: readonly Term[], from: number, tag: string, end?: number): string[] {
  const first = terms[from]
  if (first?.who?.kind !== 'name') return first?.who?.name === null || first?.who === undefined ? [] : [first.who.name]
  return [
    ...new Set(
      listOf(terms, from, tag, end).flatMap((t) => (t.who?.name === null || t.who === undefined ? [] : [t.who.name])),
    ),
  ]
}

/** "X, filiale de Y, et Z ont signé": the list of partners does not go on after the comma that closes the apposition. */
function endOfApposition(terms: readonly Term[], trigger: number): number | undefined {
  const last = appositionAround(terms, trigger)?.at(-1)
  return last === undefined ? undefined : last + 1
}

function partnerClaims(
  base: Claim,
  subjects: readonly (string | null)[],
  candidate: Candidate,
  context: SentenceContext,
): Claim[] {
  const { terms } = context
  const at = candidate.match.groups.partner
  if (at === undefined) {
    // the rule captured the subject alone ("sa filiale X"): the other side is who the clause is about
    const { subject: _, ...groups } = candidate.match.groups
    const other = fillSubjects({ ...candidate, match: { ...candidate.match, groups } }, context, {}, subjects).names
    return subjects.flatMap((subject) =>
      other.filter((o) => o !== subject).map((partner) => ({ ...base, subject, partner })),
    )
  }
  const first = at[0] + terms.slice(at[0], at[1]).findIndex((t) => t.who !== undefined || t.tags.has('Place'))
  const term = terms[first]
  if (term === undefined) return []
  // a state that holds or buys is named by its country
  const partners =
    term.tags.has('Place') && term.mention !== undefined && 'name' in term.mention
      ? [term.mention.name]
      : namesOfList(terms, first, 'Who', endOfApposition(terms, candidate.trigger))
  const claims: Claim[] = []
  for (const subject of subjects) {
    for (const partner of partners) {
      if (subject !== partner && subject !== null) claims.push({ ...base, subject, partner })
    }
  }
  return claims
}

function marketClaims(
  base: Claim,
  subjects: readonly (string | null)[],
  candidate: Candidate,
  context: SentenceContext,
): Claim[] {
  const at = candidate.match.groups.market
  const { terms } = context
  if (at === undefined) return []
  const first = at[0]
  const term = terms[first] as Term
  if (isOutside(terms, first)) return []
  // "vend des voitures de Chine" says where they come from
  if (base.status !== 'former' && /^(?:de|d'|du|des|of|from)$/.test(terms[first - 1]?.normal ?? '')) return []
  const places = term.tags.has('Place')
    ? listOf(terms, first, 'Place').flatMap((t) => placeOf(t))
    : term.tags.has('Demonym')
      ? placeOf(term)
      : lastPlace(context, first)
  return subjects.flatMap((subject) =>
    places
      .filter(({ code }) => code !== WORLD)
      .map(({ name, code }) => ({ ...base, subject, market: name, marketCode: code })),
  )
}

/** UN M49: "dans le monde entier" is no market of its own. */
const WORLD = '001'

/** "hors de Chine", "en dehors de la Chine", "outside China" name where it is not. */
function isOutside(terms: readonly Term[], i: number): boolean {
  for (let j = i - 1; j >= Math.max(0, i - 4); j--)
    if (/^(?:hors|dehors|outside|except|sauf|beyond)$/.test(terms[j]?.normal ?? '')) return true
  return false
}

/** The market a place stands for: a city's is its country. */
function placeOf(term: Term): { name: string; code: string | null }[] {
  const { mention } = term
  if (mention?.type !== 'place' && mention?.type !== 'demonym') return []
  // a town that nobody knows the country of is no market
  if (mention.code === undefined && mention.country === undefined) return []
  return [{ name: mention.country ?? mention.name, code: mention.code ?? null }]
}

/** "là-bas", "sur place", "there": the place named last before term `i`. */
function lastPlace(context: SentenceContext, i: number): { name: string; code: string | null }[] {
  for (let j = i - 1; j >= 0; j--) {
    const term = context.terms[j] as Term
    if (term.tags.has('Place')) return placeOf(term)
  }
  const place = context.discourse.place
  return place === null ? [] : [{ name: place.country ?? place.name, code: place.code ?? null }]
}

const LOCATIVE = new Set([
  'en',
  'au',
  'aux',
  'à',
  'dans',
  'sur',
  'vers',
  'in',
  'across',
  'throughout',
  'within',
  'to',
  'for',
  'pour',
  'at',
  "l'",
  'la',
  'le',
  'les',
  'the',
  'du',
  'de',
  "d'",
])

function fillMarket(claim: Claim, candidate: Candidate, context: SentenceContext, clause: Clause, trace: Trace): void {
  const { terms } = context
  const captured = group(candidate, 'market', terms)
  if (captured !== undefined) {
    const place = placeOf(captured)[0]
    if (place !== undefined) Object.assign(claim, { market: place.name, marketCode: place.code })
    return
  }
  const anchor = candidate.value >= 0 ? candidate.value : candidate.trigger
  let best: Term | null = null
  let bestDistance = 16
  // a participle's clause ("…, représentant 50 % des ventes") shares the place of the one it hangs on
  const opener = terms[clause.start]
  const shared = opener?.tags.has('Gerund') && clause.parent !== null ? clause.parent.terms : []
  for (const i of [...clause.terms, ...shared]) {
    const term = terms[i] as Term
    // "half of India's beer market"
    const ofMarket = terms[i + 1]?.normal === "'s" && terms.slice(i + 2, i + 5).some((t) => t.tags.has('MarketNoun'))
    const isPlace = term.tags.has('Place') && (ofMarket || LOCATIVE.has(terms[i - 1]?.normal ?? ''))
    // "les ventes européennes", "European sales": the demonym of what is counted
    const ofMeasure =
      term.tags.has('Demonym') &&
      (terms[i - 1]?.tags.has('Measure') ||
        terms[i + 1]?.tags.has('Measure') ||
        terms[i + 1]?.tags.has('MarketNoun') ||
        terms[i - 1]?.tags.has('MarketNoun'))
    if (!isPlace && !ofMeasure) continue
    if (isOutside(terms, i)) continue
    const d =
      i <= 2
        ? Math.min(8, distance(terms, i, anchor))
        : distance(terms, i, anchor) + 5 * commasBetween(terms, i, anchor)
    if (d < bestDistance) [best, bestDistance] = [term, d]
  }
  if (best === null) {
    // "y" and "là-bas" stand for the place named last
    const there = clause.terms.find(
      (i) => (terms[i]?.normal === 'y' && terms[i - 1]?.normal !== 'il') || terms[i]?.tags.has('There'),
    )
    const place = there === undefined ? undefined : lastPlace(context, there)[0]
    if (place !== undefined && place.code !== WORLD) {
      Object.assign(claim, { market: place.name, marketCode: place.code })
      trace.market = `"${terms[there as number]?.text}", the place named last`
    }
    return
  }
  const place = placeOf(best)[0]
  if (place !== undefined && place.code !== WORLD) {
    Object.assign(claim, { market: place.name, marketCode: place.code })
    trace.market = `"${(best as Term).text}"`
  }
}

const isProduct = (term: Term): term is Term & { mention: NameMention } => term.mention?.type === 'product'

/** Kinds and events that are about a product even where the clause calls it "sa sortie", "il" or nothing at all. */
const ABOUT_PRODUCTS = new Set<string>(['price', 'launch', 'unveiling', 'deliveries-start', 'test', 'production-end'])

function fillProduct(claim: Claim, candidate: Candidate, context: SentenceContext, clause: Clause, trace: Trace): void {
  const { terms, discourse } = context
  const captured = group(candidate, 'product', terms)
  if (captured?.mention?.type === 'product') {
    claim.product = captured.mention.name
    return
  }
  if (claim.kind === 'partner' || claim.kind === 'investment') return
  const anchor = candidate.value >= 0 ? candidate.value : candidate.trigger
  let best: Term | null = null
  let bestDistance = claim.kind === 'price' ? 20 : 12
  for (const i of clause.terms) {
    const term = terms[i] as Term
    if (!isProduct(term)) continue
    const d = distance(terms, i, anchor)
    if (d < bestDistance) [best, bestDistance] = [term, d]
  }
  if (best === null && (clause.kind === 'relative' || clause.kind === 'aside') && clause.antecedent >= 0) {
    const antecedent = terms[clause.antecedent] as Term
    if (isProduct(antecedent)) best = antecedent
  }
  if (best === null && context.isItem && clause.parent !== null) {
    // "SU7 : à partir de …": the label of the item
    for (const i of clause.parent.terms) if (isProduct(terms[i] as Term)) best = terms[i] as Term
  }
  if (best !== null) {
    claim.product = ((best as Term).mention as NameMention).name
    trace.product = `"${(best as Term).text}"`
    return
  }
  claim.product = null
  const about = ABOUT_PRODUCTS.has(claim.kind) || ABOUT_PRODUCTS.has(claim.event ?? '')
  const namesOther = clause.terms.some((i) => terms[i]?.tags.has('Org'))
  if (!about || namesOther || introducesWares(terms, clause)) return
  // "le YU7 garde son rendez-vous : il sera lancé en juin"
  const before = terms.slice(0, candidate.trigger).filter(isProduct).at(-1)
  if (before !== undefined) {
    claim.product = before.mention.name
    trace.product = `"${before.text}" before in the sentence`
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

/** "a new game", "its first hybrid": something new, not the product that was named before. */
function introducesWares(terms: readonly Term[], clause: Clause): boolean {
  return clause.terms.some(
    (i) =>
      terms[i]?.tags.has('Wares') &&
      terms.slice(Math.max(0, i - 3), i).some((t) => /^(?:an?|another|new|first|second|next)$/.test(t.normal)),
  )
}

function fillProducts(claim: Claim, candidate: Candidate, context: SentenceContext): void {
  const names = new Set<string>()
  for (const term of context.terms.slice(candidate.match.start)) if (isProduct(term)) names.add(term.mention.name)
  if (names.size > 0) claim.products = [...names]
}

function makerOf(product: string, context: SentenceContext): string | null {
  for (const term of context.terms)
    if (isProduct(term) && term.mention.name === product && term.mention.maker !== undefined) return term.mention.maker
  for (const known of [context.discourse.section, context.discourse.product])
    if (known?.name === product && known.maker !== undefined) return known.maker
  return null
}

/** "selon X", "X annonce que …", "…, a précisé X": who is said to say it; the subject itself is no attribution. */
function findAttribution(
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
    if (term.tags.has('MediaNoun') || term.tags.has('PersonNoun')) return term.text
    return null
  }
  for (let i = 0; i < terms.length; i++) {
    const term = terms[i] as Term
    if (term.tags.has('According')) {
      for (let j = i + 1; j < Math.min(i + 6, terms.length); j++) {
        if (terms[j]?.tags.has('Comma')) break
        // "le cabinet Dataforce", "le site X": the name, where there is one
        const noun = terms[j]?.tags.has('MediaNoun') || terms[j]?.tags.has('PersonNoun')
        const name = noun ? (nameAfter(terms, j) ?? nameAt(j)) : nameAt(j)
        if (name !== null && !subjects.names.includes(name)) return { name, because: `"${term.text}"` }
      }
    }
    if (!term.tags.has('Say') || !term.tags.has('Verb')) continue
    const scope = context.clauses.of[i]
    const reaches = scope === clause || scope === clause.parent || clause === scope?.parent
    if (!reaches) continue
    for (const step of [-1, 1]) {
      for (let j = i + step, n = 0; n < 7 && j >= 0 && j < terms.length; j += step, n++) {
        const other = terms[j] as Term
        if (other.tags.has('Stop')) break
        const isSource =
          other.mention?.type === 'person' ||
          other.tags.has('Media') ||
          other.tags.has('MediaNoun') ||
          other.tags.has('PersonNoun')
        if (!isSource) continue
        const name = nameAfter(terms, j) ?? nameAt(j)
        if (name !== null && !subjects.names.includes(name)) return { name, because: `says "${term.text}"` }
      }
    }
  }
  return null
}

function nameAfter(terms: readonly Term[], i: number): string | null {
  for (let j = i + 1; j <= i + 3; j++) {
    const term = terms[j]
    if (term?.mention?.type === 'org' || term?.mention?.type === 'person') return term.mention.name
    if (term === undefined || term.tags.has('Punct') || term.tags.has('Verb')) return null
  }
  return null
}

function spanOf(candidate: Candidate, terms: readonly Term[]): Span {
  return { start: (terms[candidate.match.start] as Term).start, end: (terms[candidate.match.end - 1] as Term).end }
}

/** The words that say so: what matched, with its subject before it where that stands near in the sentence. */
function evidenceOf(candidate: Candidate, context: SentenceContext, subject: number): Span {
  const span = spanOf(candidate, context.terms)
  const term = subject >= 0 ? context.terms[subject] : undefined
  if (term !== undefined && subject < candidate.match.start && candidate.match.start - subject <= 25)
    span.start = term.start
  return span
}

/** The kinds that hold a figure: one figure makes one claim among them. */
export const VALUED: ReadonlySet<ClaimKind> = new Set(['volume', 'price', 'investment'])
