import type { Bound, Claim, ClaimKind, QuantityMention, Value } from '../types.js'
import { type Candidate, isQuantity, type SentenceContext } from './candidate.js'
import { COUNTED_GOODS, countsUnlisted, isBare, unitOfCount } from './counts.js'
import { ALSO, also, is, TAG } from './kinds.js'
import { isLikely } from './likely.js'
import { normalOf } from './match.js'
import { isCapped } from './negation.js'
import { constantValue } from './rules.js'
import { isSum, settleCurrency, sumOf } from './sums.js'
import { type Term, textOf } from './terms.js'

// What a figure tells: with its unit, its sign, and how exact it is.

/** The kinds that hold a figure: one figure makes one claim among them. */
export const VALUED: ReadonlySet<ClaimKind> = new Set(['volume', 'price', 'investment'])

/** Signs of rules whose figure is a factor. */
const MULTIPLIES: ReadonlySet<string> = new Set(['times', 'divided'])

/**
 * The value that a candidate tells, with its unit, sign and bound settled; null where the figure cannot be what the rule takes
 * it for. A measure or `of` that the figure shows to be another ("sales" in money) is corrected in `claim`.
 */
export function readValue(candidate: Candidate, context: SentenceContext, claim: Claim): Value | null {
  const { terms } = context
  const { value: at, compiled } = candidate
  const { sign, value: constant } = compiled.rule.claim
  const fixed = constantValue(constant)
  if (fixed !== null) return { ...fixed, bound: boundBefore(terms, candidate.trigger) ?? fixed.bound }
  const term = terms[at]
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
  if (value.to !== undefined && claim.measure !== 'change' && isNowAt(terms, at)) {
    value.figure = value.to
    delete value.to
    value.bound = 'exact'
  }
  // "1,9 milliard de ventes": nobody sells so many
  if (claim.measure === 'sales' && mention.type === 'amount' && value.unit === 'units' && isOfSales(textOf(term))) {
    claim.measure = 'revenue'
    return sumOf(at, value, claim, context)
  }
  if (!settleCurrency(value, claim, context)) return null
  const measure = claim.measure ?? ''
  // "four times as many" is three times more
  if (measure === 'change' && mention.type === 'number' && terms[at + 1]?.kind.tags.has('Times'))
    return { ...value, figure: growthTo(value.figure), unit: 'percent' }
  const isPart = claim.kind === 'price' && value.unit === undefined && mention.fraction
  if (measure === 'share' || measure === 'change' || isPart) {
    if (!settlePart(value, mention, sign)) return null
  } else if (mention.type === 'number') {
    if (mention.fraction) return null
    if (!isBare(terms, at)) {
      if (!countsUnlisted(terms, at, value.figure, claim)) return null
      value.unit = 'units'
    } else if (isSum(claim, value, context, at)) {
      const sum = sumOf(at, value, claim, context)
      if (sum !== null && measure === 'sales') claim.measure = 'revenue'
      if (sum?.bound === 'exact') sum.bound = boundByVerb(candidate, context)
      return sum
    } else {
      const unit = unitOfCount(at, value.figure, claim, context)
      if (unit === null) return null
      value.unit = unit
    }
  } else if (COUNTED_GOODS.has(measure)) {
    if (mention.type === 'amount' && !also(term, ALSO.Goods | ALSO.Output)) return null
    if (value.unit === 'units' || value.unit === 'model') value.unit = context.countedUnit()
  }
  // "delivery of a £90m ferry": goods are delivered and registered, not sums
  if (mention.type === 'money' && /^(?:deliveries|registrations)$/.test(measure)) return null
  if (!isLikely(claim, mention, value, candidate, context)) return null
  if (mention.type === 'money' && measure === 'sales') claim.measure = 'revenue'
  if (measure === 'change' && claim.of === 'sales' && isBesideMoney(terms, at)) claim.of = 'revenue'
  if (value.bound === 'exact') value.bound = boundByVerb(candidate, context)
  else if (value.bound === 'over' && isCapped(terms, at)) value.bound = 'under'
  return signed(value, sign, measure, term)
}

/** "s'est accru de 9 milliards à 12 milliards": what it was, and what it is now. */
function isNowAt(terms: readonly Term[], at: number): boolean {
  const told = /^d[eu'] /i.test(textOf(terms[at] as Term))
  const verb = told ? terms[at - 1] : terms[at - 2]
  if (told && ['Rise', 'Fall', 'Pass', 'Lift'].some((tag) => verb?.kind.tags.has(tag))) return true
  // "sont remontées de 661 à 735 avions"
  return (told || terms[at - 1]?.normal === 'de') && MOVED.test(verb?.normal ?? '')
}

/** Participles of verbs that tell from which level to which. */
const MOVED = /^(?:re)?(?:venu|monté|descendu|tombé|passé|grimpé|bondi)e?s?$|^ramenée?s?$/

const isOfSales = (text: string): boolean => /milliards? de ventes$/.test(text)

/** Settles a share, or by how much something changed, in percent. False where the figure is no part of anything. */
function settlePart(value: Value, { fraction }: QuantityMention, sign: unknown): boolean {
  if (!fraction) return value.unit === 'percent' || MULTIPLIES.has(String(sign))
  // "after five quarters" is no fraction
  if (value.figure > 1) return false
  value.figure = Math.round(value.figure * 1000) / 10
  value.unit = 'percent'
  return true
}

/** By how many percent something grows that is then so many times as much. */
const growthTo = (ratio: number): number => Math.round((ratio - 1) * 1000) / 10

/** The value as the sign of a rule has it: "fell by", "divided by", "was", "now"; null where it cannot be had so. */
function signed(value: Value, sign: unknown, measure: string, term: Term): Value | null {
  switch (sign) {
    // "multiplié par sept" is a growth of 600 %, "divisé par trois" a fall of 66.7 %
    case 'times':
      return { ...value, figure: growthTo(value.figure), unit: 'percent' }
    case 'divided':
      return { ...value, figure: growthTo(1 / value.figure), unit: 'percent' }
    // "from $9 to $11": what it cost, or costs now
    case 'lower':
    case 'upper': {
      const { to, ...rest } = value
      if (to === undefined) return value
      // "between 8,000 and 12,000" is a range indeed
      if (!/^from /i.test(textOf(term))) return null
      return { ...rest, figure: sign === 'upper' ? to : value.figure, bound: 'exact' }
    }
    case 'negative': {
      const to = value.to === undefined ? {} : { to: -Math.abs(value.to) }
      return { ...value, figure: -Math.abs(value.figure), ...to }
    }
    case 'positive':
      return measure === 'change' ? { ...value, figure: Math.abs(value.figure) } : value
    default:
      return value
  }
}

/** Terms around a growth of sales within which money says that they are told in it. */
const AROUND = 8

/** "sales rose 3 % to 40 million euros"; but "sold 300 cars, up 3 %, and made 40 million": what stands right before it tells. */
function isBesideMoney(terms: readonly Term[], at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - AROUND); i--) {
    if (also(terms[i], ALSO.Goods)) return false
    if (isSumOfSales(terms[i] as Term)) return true
  }
  return terms.slice(at, at + AROUND + 1).some(isSumOfSales)
}

const isSumOfSales = (term: Term): boolean => also(term, ALSO.Money) || isBillions(term)

/** "à 19 milliards": no goods are counted so. */
const isBillions = (term: Term): boolean => term.mention?.type === 'number' && /milliards?$/.test(textOf(term))

/** The figure that a text opens with, its commas between thousands as English has them; null where it has none. */
function wholeFigure(text: string): number | null {
  const [first = '', ...groups] = (/^[\d,]+/.exec(text)?.[0] ?? '').split(',')
  if (groups.length === 0 || first.length > 3 || groups.some(({ length }) => length !== 3)) return null
  return / mill/.test(text) ? null : Number(first + groups.join(''))
}

/** "a presque doublé", "more than tripled": how exact the factor is that the verb at `trigger` tells; undefined where nothing says. */
function boundBefore(terms: readonly Term[], trigger: number): Bound | undefined {
  const before = terms
    .slice(Math.max(0, trigger - 3), trigger)
    .map(normalOf)
    .join(' ')
  if (/\b(?:plus que|more than)$/.test(before)) return 'over'
  return /\b(?:presque|quasi|quasiment|près de|nearly|almost|about|roughly)\b/.test(before) ? 'about' : undefined
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
  let first = candidate.value - 6
  for (let i = candidate.value - 1; i >= Math.max(0, first); i--) {
    const term = terms[i] as Term
    // "a franchi pour la première fois la barre des 2 milliards"
    if (term.kind.tags.has('Mark')) first = i - 6
    // "topping an offer of 3 million": the offer is no more than it is
    if (is(term, TAG.Value | TAG.Comma) || term.kind.tags.has('Bid')) break
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
