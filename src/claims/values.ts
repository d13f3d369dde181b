import type { Bound, Claim, ClaimKind, QuantityMention, Value } from '../types.js'
import { type Candidate, classValue, isQuantity, type SentenceContext } from './candidate.js'
import { ALSO, also, is, TAG } from './kinds.js'
import { normalOf } from './match.js'
import { MONEY_MEASURES } from './measures.js'
import { isCapped } from './negation.js'
import { isOpenMoney } from './open-money.js'
import { constantValue } from './rules.js'
import { type Term, textOf } from './terms.js'

/** The kinds that hold a figure: one figure makes one claim among them. */
export const VALUED: ReadonlySet<ClaimKind> = new Set(['volume', 'price', 'investment'])

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

/** Signs of rules whose figure is a factor. */
const MULTIPLIES: ReadonlySet<string> = new Set(['times', 'divided'])

/** A number that counts nothing named: no noun follows it ("en trois lots" counts lots, not goods). */
function isBare(terms: readonly Term[], i: number): boolean {
  // "75 more on order", "40 others in Spain"
  const next = /^(?:more|further|others)$/.test(terms[i + 1]?.normal ?? '') ? terms[i + 2] : terms[i + 1]
  if (
    next === undefined ||
    is(next, TAG.Punct) ||
    next.mention !== undefined ||
    is(next, TAG.Measure) ||
    is(next, TAG.Participle)
  )
    return true
  // "30 millions de pièces" are counted as what they are
  const counted = next.normal === 'de' || next.normal === "d'" ? terms[i + 2] : undefined
  if (counted !== undefined && counted.kind.tags.size === 0 && !AFTER_OF.has(counted.normal)) return false
  return FUNCTION_WORDS.has(next.normal)
}

const AFTER_OF = new Set('plus moins ici mieux ces cette leurs ses'.split(' '))

const FUNCTION_WORDS = new Set(
  `en au aux à dans sur pour par hors contre et ou mais soit dont qui que chez après avant fin début seulement environ cette l' le la de d' du des ce comme sous vers un une in at on for by from to and or but with over during last this next the a an of as while since after before against compared than across up down worldwide globally autres supplémentaires actuellement aujourd'hui auparavant précédemment initialement jusqu'ici jusqu'alors jadis autrefois annuellement hier désormais`.split(
    ' ',
  ),
)

/** Small money, and what a hundred of it make: null for what the document counts in. */
const HUNDREDTHS: Record<string, string | null> = { penny: 'GBP', cent: null }

/** Measures of things and people: money is none of them. */
const NEVER_MONEY: ReadonlySet<string> = new Set(['production', 'registrations', 'capacity', 'stores', 'markets', 'staff', 'hires', 'job-cuts', 'users']) // biome-ignore format: a word list

/** "la facture des clients": what the captured measure stands behind is another noun's owner, and no number of them. */
function isOfAnother({ match, value }: Candidate, { terms }: SentenceContext): boolean {
  let at = match.groups.measure?.[0] ?? value - 1
  while (at > 0 && !is(terms[at], TAG.Measure)) at--
  if (!/^(?:de|d'|des|du)$/.test(terms[at - 1]?.normal ?? '')) return false
  const owned = terms[at - 2]
  if (owned === undefined || owned.mention !== undefined || is(owned, TAG.Measure | TAG.Punct)) return false
  if (is(owned, TAG.Verb) && !is(owned, TAG.Noun)) return false
  const { tags } = owned.kind
  return !tags.has('Rise') && !tags.has('Fall') && !/^(?:nombre|base|parc|portefeuille)$/.test(owned.normal)
}

/** Measures of people alone. */
const PEOPLE_MEASURES: ReadonlySet<string> = new Set(['staff', 'hires', 'job-cuts'])

const USER_UNITS: ReadonlySet<string> = new Set(['people', 'company', 'household', 'account', 'line', 'bank', 'airline', 'school', 'hospital', 'farm', 'startup', 'partner']) // biome-ignore format: a word list

/** A firm's sums are told in more than hundreds ("revenue per user was $8") and in no tonnes ("a loss of 800 tonnes"), nor are people. */
function canBe(measure: string, { type }: QuantityMention, { figure, unit }: Value): boolean {
  // no firm is worth less
  if (type === 'money' && measure === 'valuation') return figure >= 1_000_000
  if (type === 'money')
    return MONEY_MEASURES.has(measure) || measure === 'sales' ? figure >= 1000 : !NEVER_MONEY.has(measure)
  if (type === 'amount' && MONEY_MEASURES.has(measure)) return false
  // "la production de 40 exploitations", "build 12 hotels": no goods of a factory
  if (measure === 'production' && (SITES.has(unit ?? '') || /^square /.test(unit ?? ''))) return false
  // "500 produits" may be made, or priced
  if (measure === 'production' && unit === 'product') return false
  // "les fait fabriquer par deux sous-traitants": firms are not made
  if (FIRMS.has(unit ?? '') && COUNTED_GOODS.has(measure)) return false
  return type !== 'amount' || measure !== 'users' || USER_UNITS.has(unit ?? '')
}

const isCurrency = (unit: string): boolean => /^[A-Z]{3}$/.test(unit)

const FIRMS = new Set(['supplier', 'company', 'startup', 'partner', 'bank', 'airline'])

/** "à 19 milliards": no goods are counted so. */
const isBillions = (term: Term): boolean => term.mention?.type === 'number' && /milliards?$/.test(textOf(term))

const SITES = new Set(['farm', 'hotel', 'stores', 'casino', 'cinema', 'factory', 'shopping centre', 'mine'])

/** Above this much, what is told to cost it is a project rather than goods, unless goods are named. */
const DEAR = 1_000_000
/** Below this much, money put into something is no firm's investment. */
const SMALL = 10_000

/** "The storm cost 40 million", "power will cost 92 pounds": neither a price nor an investment. */
function isLikely(
  { kind, purpose }: Claim,
  candidate: Candidate,
  context: SentenceContext,
  { figure, unit }: Value,
): boolean {
  // a firm is sold for a pound, but not for nine hundred
  if (kind === 'investment') {
    // "may be rented, or bought for 12,000 dollars": goods, where nobody is named that is taken over
    if (purpose === 'takeover' && candidate.match.groups.partner === undefined && figure > 2 && figure < FIRMS_COST)
      return false
    return figure >= SMALL || (purpose !== undefined && figure <= 2)
  }
  if (kind !== 'price' || figure < DEAR || unit === 'percent') return true
  const { terms, clauses } = context
  const clause = clauses.of[candidate.value]
  return (clause?.terms ?? []).some((i) => {
    const term = terms[i] as Term
    return (
      is(term, TAG.Product) ||
      also(term, ALSO.Wares | ALSO.Goods) ||
      term.kind.root === 'facturer' ||
      /^(?:each|apiece|per|chaque|pièce|chacun|chacune|exemplaire|unité)$/.test(term.normal)
    )
  })
}

/** No firm that is not named is bought for less. */
const FIRMS_COST = 200_000

/**
 * The value that a candidate tells, with its unit, sign and bound settled; null where the figure cannot be what the rule takes
 * it for. A measure or `of` that the figure shows to be another ("sales" in money) is corrected in `claim`.
 */
export function readValue(candidate: Candidate, context: SentenceContext, claim: Claim): Value | null {
  const { rule } = candidate.compiled
  const fixed = constantValue(rule.claim.value)
  if (fixed !== null) {
    const before = context.terms
      .slice(Math.max(0, candidate.trigger - 3), candidate.trigger)
      .map(normalOf)
      .join(' ')
    if (/\b(?:plus que|more than)$/.test(before)) fixed.bound = 'over'
    else if (/\b(?:presque|quasi|quasiment|près de|nearly|almost|about|roughly)\b/.test(before)) fixed.bound = 'about'
    return fixed
  }
  const term = context.terms[candidate.value]
  if (!isQuantity(term)) return null
  const { mention } = term
  const value: Value = { ...mention.value }
  // "17,500 véhicules": nobody makes half a car
  if (
    !Number.isInteger(value.figure) &&
    mention.type === 'amount' &&
    (also(term, ALSO.Goods) || value.unit === 'people' || value.unit === 'stores')
  )
    value.figure = wholeFigure(textOf(term)) ?? value.figure
  if (isOpenMoney(value.unit)) value.unit = context.moneyOf(value.unit)
  // "sells pens for 50p", "for 99 cents"
  const whole = HUNDREDTHS[value.unit ?? '']
  if (whole !== undefined) {
    if (claim.kind !== 'price') return null
    const currency = whole ?? context.discourse.currency
    if (currency === null) return null
    value.unit = currency
    value.figure /= 100
    if (value.to !== undefined) value.to /= 100
  }
  const measure = claim.measure ?? ''
  // "a porté de 12 % à 20 % sa part": what it was before
  if (claim.of === 'stake' && isOutgrown(context.terms, candidate.value)) return null
  // "four times as many" is three times more
  if (measure === 'change' && mention.type === 'number' && context.terms[candidate.value + 1]?.kind.tags.has('Times')) {
    value.figure = Math.round((value.figure - 1) * 1000) / 10
    value.unit = 'percent'
    return value
  }
  if (
    measure === 'share' ||
    measure === 'change' ||
    (claim.kind === 'price' && value.unit === undefined && mention.fraction)
  ) {
    // "after five quarters" is no fraction
    if (mention.fraction && value.figure > 1) return null
    if (mention.fraction) {
      value.figure = Math.round(value.figure * 1000) / 10
      value.unit = 'percent'
    } else if (value.unit !== 'percent' && !MULTIPLIES.has(String(rule.claim.sign))) return null
  } else if (mention.type === 'number') {
    if (mention.fraction || !isBare(context.terms, candidate.value)) return null
    const last = context.discourse.volume
    if (
      MONEY_MEASURES.has(measure) ||
      ((measure === 'sales' || measure === 'orders' || measure === 'exports') &&
        value.figure >= 1e8 &&
        context.discourse.currency !== null &&
        !(last?.measure === measure && !isCurrency(last.unit))) ||
      claim.kind === 'investment' ||
      claim.kind === 'price'
    ) {
      if (claim.kind === 'investment' && value.figure < 1e6) return null
      if (context.discourse.currency === null) return null
      value.unit = context.discourse.currency
      if (value.figure < 1000) value.figure *= scaleBefore(context.terms, candidate.value)
      if (isOpenMoney(value.unit)) value.unit = context.moneyOf(value.unit)
      if (measure === 'sales') claim.measure = 'revenue'
      return value
    }
    const wares = waresOf(context, candidate.value + 1)
    // "1.4 billion": more than anybody counts in goods
    if (COUNTED_GOODS.has(measure) && value.figure >= 1e9 && wares === undefined && !also(term, ALSO.Goods)) return null
    if (COUNTED_GOODS.has(measure) && value.figure < 10 && wares === undefined && !also(term, ALSO.Goods)) return null
    const unit =
      MEASURE_UNITS[measure] ??
      (COUNTED_GOODS.has(measure) ? wares : undefined) ??
      (last?.measure === measure && last.unit !== 'percent' && !(isCurrency(last.unit) && value.figure < 1000)
        ? last.unit
        : undefined) ??
      (COUNTED_GOODS.has(measure) ? context.countedUnit() : undefined)
    if (unit === undefined) return null
    value.unit = unit
  } else if (
    COUNTED_GOODS.has(measure) &&
    !also(term, ALSO.Goods) &&
    !also(term, ALSO.Output) &&
    mention.type === 'amount'
  )
    return null
  else if ((value.unit === 'units' || value.unit === 'model') && COUNTED_GOODS.has(measure))
    value.unit = context.countedUnit()
  // two old ships are disposed of rather than sold in the course of business
  if (measure === 'sales' && value.figure < 5 && value.unit !== undefined && mention.type === 'amount') return null
  // "ses deux premiers clients" are named, not counted
  // there are no more countries
  if (measure === 'markets' && value.figure > 250) return null
  if ((measure === 'users' && value.figure < 10) || (measure === 'stores' && value.figure < 2)) return null
  if (measure === 'share' && claim.of === 'revenue' && isMargin(context.terms, candidate.value)) return null
  // "les primes des assurés augmentent": it is not the insured that grow
  if (measure === 'change' && claim.of === 'users' && isOfAnother(candidate, context)) return null
  // "6 500 sous-traitants" are counted as what they are
  if (PEOPLE_MEASURES.has(measure) && value.unit !== 'people' && mention.type === 'amount') return null
  if (!canBe(measure, mention, value) || !isLikely(claim, candidate, context, value)) return null
  if (mention.type === 'money' && measure === 'sales') claim.measure = 'revenue'
  if (
    measure === 'change' &&
    claim.of === 'sales' &&
    context.terms
      .slice(Math.max(0, candidate.value - 8), candidate.value + 9)
      .some((t) => also(t, ALSO.Money) || isBillions(t))
  )
    claim.of = 'revenue'
  if (value.bound === 'exact') value.bound = boundByVerb(candidate, context)
  else if (value.bound === 'over' && isCapped(context.terms, candidate.value)) value.bound = 'under'
  if (rule.claim.sign === 'times' || rule.claim.sign === 'divided') {
    // "multiplié par sept" is a growth of 600 %, "divisé par trois" a fall of 66.7 %
    const ratio = rule.claim.sign === 'times' ? value.figure : 1 / value.figure
    value.figure = Math.round((ratio - 1) * 1000) / 10
    value.unit = 'percent'
  }
  // "from $9 to $11": what it cost, or costs now
  if (value.to !== undefined && (rule.claim.sign === 'lower' || rule.claim.sign === 'upper')) {
    // "between 8,000 and 12,000" is a range indeed
    if (!/^from /i.test(textOf(term))) return null
    if (rule.claim.sign === 'upper') value.figure = value.to
    delete value.to
    value.bound = 'exact'
  }
  if (rule.claim.sign === 'negative') {
    value.figure = -Math.abs(value.figure)
    if (value.to !== undefined) value.to = -Math.abs(value.to)
  } else if (measure === 'change' && rule.claim.sign === 'positive') value.figure = Math.abs(value.figure)
  return value
}

/** "de 12 % à 20 %", "from 12 per cent to 20": the figure at `i` has given way to the one behind it. */
function isOutgrown(terms: readonly Term[], i: number): boolean {
  let before = i - 1
  while (before > i - 3 && /^(?:environ|près|quelque|about|some)$/.test(terms[before]?.normal ?? '')) before--
  const joints = `${terms[before]?.normal} ${terms[i + 1]?.normal}`
  if (joints !== 'de à' && joints !== "d' à" && joints !== 'from to') return false
  return is(terms[i + 2], TAG.Value) || is(terms[i + 3], TAG.Value)
}

/** The figure that a text opens with, its commas between thousands as English has them; null where it has none. */
function wholeFigure(text: string): number | null {
  const [first = '', ...groups] = (/^[\d,]+/.exec(text)?.[0] ?? '').split(',')
  if (groups.length === 0 || first.length > 3 || groups.some(({ length }) => length !== 3)) return null
  return / mill/.test(text) ? null : Number(first + groups.join(''))
}

/** "un bénéfice de 30 millions, soit 7 % du chiffre d'affaires": how much of its sales a firm earns is no part of them. */
function isMargin(terms: readonly Term[], at: number): boolean {
  const joint = is(terms[at - 1], TAG.Punct) ? at - 2 : at - 1
  if (!/^(?:soit|représente|représentant|or)$/.test(terms[joint]?.normal ?? '')) return false
  for (let i = joint - 1; i >= 0; i--) {
    if (also(terms[i], ALSO.NotMeasured)) return true
    const measure = is(terms[i], TAG.Noun) ? classValue(terms[i], 'measure') : undefined
    if (measure !== undefined) return measure === 'profit' || measure === 'loss'
  }
  return false
}

const WARES: Readonly<Record<string, string>> = {
  aircraft: 'aircraft', cars: 'vehicles', trucks: 'vehicles', motorcycles: 'motorcycle', phones: 'units',
} // biome-ignore format: a word list

/** "24 Airbus": what the maker behind a figure makes. */
function waresOf({ terms, discourse }: SentenceContext, i: number): string | undefined {
  const who = terms[i]?.who
  const industry = who?.kind === 'name' && who.name !== null ? discourse.known.get(who.name)?.industry : undefined
  return industry === undefined ? undefined : WARES[industry]
}

/** "de 3,4 milliards d'euros, au lieu de 3,5": what a figure goes on in, a power of 1000; 1 where no sum stands before it. */
function scaleBefore(terms: readonly Term[], at: number): number {
  for (let i = at - 1; i >= Math.max(0, at - 5); i--) {
    const { mention } = terms[i] as Term
    if (mention?.type === 'money') return 1000 ** Math.floor(Math.log10(Math.max(1, mention.value.figure)) / 3)
  }
  return 1
}

/** "the monthly pass", "a day pass": no verb stands before it that it goes on with, and nobody who could pass anything. */
function isTicket(terms: readonly Term[], i: number): boolean {
  const before = terms[i - 1]
  if (!/^pass(?:es)?$/.test(terms[i]?.normal ?? '') || before === undefined) return false
  return (
    before.who === undefined &&
    !is(before, TAG.Measure) &&
    !/^(?:to|will|would|could|may|might|can|did)$/.test(before.normal)
  )
}

/** "a dépassé les 100 000" is over, "frôle" about, "peine à atteindre" and "n'a pas dépassé" under. */
function boundByVerb(candidate: Candidate, { terms }: SentenceContext): Bound {
  for (let i = candidate.value - 1; i >= Math.max(0, candidate.value - 6); i--) {
    const term = terms[i] as Term
    if (is(term, TAG.Value | TAG.Comma)) break
    if (also(term, ALSO.Near)) return 'about'
    if (!also(term, ALSO.Over | ALSO.Reach) || isTicket(terms, i)) continue
    const before = terms.slice(Math.max(0, i - 5), i)
    if (
      before.some((t) => also(t, ALSO.Struggle)) ||
      (also(term, ALSO.Over) && before.some((t) => /^(?:pas|not|jamais|never)$/.test(t.normal)))
    )
      return 'under'
    return also(term, ALSO.Over) ? 'over' : 'exact'
  }
  return 'exact'
}
