import { intervalOf, laterOf, relateIntervals } from '../edtf.js'
import type { FactClaim, Value } from '../types.js'
import { byStatus, certaintyOf, conflict, differentScope, type Finding, same } from './certainty.js'
import { foldName } from './names.js'
import type { Told } from './topics.js'
import { relateValues, type ValueRelation } from './values.js'

/** Counts that hold until they change: their date says when they were so, and a later one takes the place of an earlier. */
const STATES = new Set(['stores', 'markets', 'users', 'staff', 'capacity', 'valuation', 'other'])
/** Counts that only grow while they run. */
const RUNNING = new Set(['deliveries', 'sales', 'production', 'registrations', 'exports', 'orders'])
/** A count so many times another one that was told with "over" is no closer telling of it. */
const MULTIPLE = 2
/** Two counts of which one is so many times the other are of a whole and of a part. */
const PART = 10
/** Prices of a product as it is sold, as opposed to how far they moved. */
const PRICES = new Set(['entry', 'list'])

/** Relates volumes, prices and investments that share a key (see `keysOf`). Null where they are about different things. */
export function relateFigures(a: Told, b: Told): Finding | null {
  const [first, second] = [a.claim, b.claim]
  if (first.value === undefined || second.value === undefined) return null
  const [inA, inB] = [inWords(first.value), inWords(second.value)]
  const figures = pairInWords(first.value, second.value)
  const values = relateValues(first.value, second.value)
  const agree =
    values === 'same' || (values === 'narrower' && (first.kind === 'price' || certaintyOf(a) === certaintyOf(b)))
  if (first.kind === 'investment' && !agree && !oneAim(first, second)) return null
  if (isMade(first) && isMade(second) && first.measure !== second.measure) {
    const elsewhere = clash('place', first.market, second.market) !== null
    return elsewhere ? null : differentScope('what can be made and what is made')
  }
  const grown = growth(a, b, values)
  if (grown !== null) return grown

  const state = isState(first) && isState(second)
  const clashes = [
    first.kind === 'price' ? clash('kind of price', movement(first), movement(second)) : null,
    first.kind === 'price' ? null : clash('measure', first.measure, second.measure),
    clash('company', first.subject, second.subject),
    clash('place', first.market, second.market),
    clash('rate', first.per, second.per),
    clash('span', first.span, second.span),
    state ? null : clashOfPeriods(a, b),
    values === 'incomparable' ? `in different units: ${figures}` : null,
  ].filter((reason) => reason !== null)
  if (agree && clashes.length === 0) {
    const finding =
      values === 'same' ? same(figures) : ({ relation: 'refined', reason: `${figures} both hold` } as const)
    return byStatus(a, b, finding.reason) ?? finding
  }
  const comparable = values !== 'incomparable'
  const open = [
    first.kind === 'price' && movement(first) === '' ? clash('price', first.measure, second.measure) : null,
    comparable ? given('product', first.product, second.product) : null,
    comparable ? givenPlace(first, second) : null,
    given('rate', first.per, second.per),
    given('span', first.span, second.span),
    state ? null : given('period', first.date, second.date),
  ].filter((reason) => reason !== null)
  const others = [...clashes, ...open]
  if (others.length === 0 && state && farApart(first.value, second.value)) return null
  if (others.length === 0) return conflict(a, b, figures, 'the figure moved', state ? sinceWhen : undefined)
  // figures that differ in more than one way invite nobody to compare them
  const [certainty, other] = [certaintyOf(a), certaintyOf(b)]
  const live = certainty === other && (certainty === 'reported' || certainty === 'ahead')
  if (others.length > 1 || !live) return null
  return differentScope(agree ? `${others[0]} (${inA} and ${inB})` : (others[0] as string))
}

function isMade({ measure }: FactClaim): boolean {
  return measure === 'capacity' || measure === 'production'
}

/** A company does not grow or shrink so much between two articles: one of them speaks of a part of it. */
function farApart(a: Value, b: Value): boolean {
  const [small, big] = [Math.abs(a.figure), Math.abs(b.figure)].sort((x, y) => x - y)
  return (big ?? 0) >= PART * (small ?? 0)
}

/** A price holds until it changes, too; a plan is a plan for its date. */
function isState({ kind, measure, of, status, value }: FactClaim): boolean {
  if (kind === 'price') return true
  if (kind === 'investment') return false
  const held = STATES.has(measure ?? '') || (measure === 'share' && of === 'stake')
  return held && (status === 'reported' || status === 'former') && value !== undefined
}

/** The date of a state; a price's is rather that of an offer. */
function sinceWhen({ claim }: Told): string | null {
  return claim.kind === 'price' ? null : claim.date
}

/** Two sums that one organisation spends are two investments, unless their aim or receiver is the same. */
function oneAim(a: FactClaim, b: FactClaim): boolean {
  const aims = [a.purpose, b.purpose].map(foldName)
  return aims[0] === aims[1] && (aims[0] !== '' || foldName(a.partner) !== '')
}

function movement({ measure = 'list' }: FactClaim): string {
  return PRICES.has(measure) ? '' : measure
}

/**
 * Two counts since the beginning, of which one is larger: the count has grown. Null where they are not such counts, where
 * they agree, or where the later source tells the smaller one.
 */
function growth(a: Told, b: Told, values: ValueRelation): Finding | null {
  if (
    values === 'same' ||
    values === 'incomparable' ||
    !isRunning(a.claim) ||
    !isRunning(b.claim) ||
    a.claim.measure !== b.claim.measure
  )
    return null
  if (clash('', a.claim.span, b.claim.span) ?? clash('', a.claim.market, b.claim.market)) return null
  if (a.claim.value?.unit !== b.claim.value?.unit) return null
  const [small, big] = (a.claim.value?.figure ?? 0) < (b.claim.value?.figure ?? 0) ? [a, b] : [b, a]
  // "over 100,000" may be told of 139,000, but not of 300,000
  const far = (big.claim.value?.figure ?? 0) >= MULTIPLE * (small.claim.value?.figure ?? 0)
  if (values === 'narrower' && small.claim.span == null && !far) return null
  const later = laterOf(a.published, b.published)
  if (later !== null && big !== (later === 'a' ? a : b)) return null
  if (later === null && a.published !== null && a.published === b.published) return null
  // a part does not tell how the whole has grown
  if (big.claim.product == null && small.claim.product != null) return null
  if (small.claim.span == null && big.claim.span != null) return null
  const counts = [small, big].map(({ claim: { value, span } }) => {
    return `${value === undefined ? '' : inWords(value)}${span == null ? '' : ` in ${span}`}`
  })
  return { relation: 'superseded', reason: `a running count has grown: ${counts.join(', then ')}`, past: small }
}

function isRunning({ kind, measure = '', date, per, status, value }: FactClaim): boolean {
  const sinceStart = date === null || date.endsWith('/..')
  return (
    kind === 'volume' &&
    RUNNING.has(measure) &&
    sinceStart &&
    per == null &&
    status === 'reported' &&
    value !== undefined
  )
}

/** A slot that both claims fill, differently. */
export function clash(what: string, a: string | null | undefined, b: string | null | undefined): string | null {
  return a != null && b != null && foldName(a) !== foldName(b) ? `another ${what}: ${a} and ${b}` : null
}

/** A slot that only one of the claims fills. */
export function given(what: string, a: string | null | undefined, b: string | null | undefined): string | null {
  return (a == null) !== (b == null) ? `only one names the ${what}: ${a ?? b}` : null
}

/** A price in the currency of the one country that the other names is a price there (ISO 4217: the code begins with it). */
function givenPlace(a: FactClaim, b: FactClaim): string | null {
  const [named, open] = a.market == null ? [b, a] : [a, b]
  const currency = open.kind === 'price' ? open.value?.unit : undefined
  const implied = currency !== undefined && currency.slice(0, 2) === named.marketCode
  return implied ? null : given('place', a.market, b.market)
}

/**
 * Figures belong to the same time only if their periods are the same; a month of a year is another period. A claim
 * without a period cannot speak of one that began after it was published, or of one shorter than its own span.
 */
function clashOfPeriods(a: Told, b: Told): string | null {
  const [first, second] = [a.claim.date, b.claim.date]
  if (first === second) return null
  if (first === null || second === null) {
    const [open, dated] = first === null ? [a, b] : [b, a]
    const after = dated.claim.status === 'reported' && laterOf(dated.claim.date, open.published) === 'a'
    const longer = open.claim.span != null && dated.claim.span == null && a.claim.value?.unit !== 'percent'
    return after || longer ? `another period: ${dated.claim.date} and one before` : null
  }
  const [one, other] = [intervalOf(first), intervalOf(second)]
  if (one !== null && other !== null) {
    const relation = relateIntervals(one, other)
    if (relation === 'equal') return null
    // a sum of money is promised or paid once: its month lies within its year
    if (a.claim.kind === 'investment' && relation !== 'apart') return null
  }
  return `another period: ${first} and ${second}`
}

export function inWords(value: Value): string {
  const { unit } = value
  return `${numberInWords(value)}${unit === undefined ? '' : ` ${unit}`}`
}

/** `100,000 and 139,000 vehicles`; with both units where they differ. */
function pairInWords(a: Value, b: Value): string {
  return a.unit === b.unit ? `${numberInWords(a)} and ${inWords(b)}` : `${inWords(a)} and ${inWords(b)}`
}

function numberInWords({ figure, to, bound }: Value): string {
  const sign = { exact: '', about: '~', over: '> ', under: '< ', range: '' }[bound]
  const number = (n: number) => n.toLocaleString('en-US', { maximumFractionDigits: 6 })
  return `${sign}${number(figure)}${to === undefined ? '' : `–${number(to)}`}`
}
