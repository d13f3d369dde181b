import type { Claim, QuantityMention, Value } from '../types.js'
import { type Candidate, classValue, type SentenceContext } from './candidate.js'
import { COUNTED_GOODS } from './counts.js'
import { ALSO, also, is, TAG } from './kinds.js'
import { isOfOtherThing, MONEY_MEASURES } from './measures.js'
import { mayBePrice } from './prices.js'
import type { Term } from './terms.js'

// What a figure cannot be, whatever a rule takes it for.

/** Whether a figure can be what a rule takes it for, by its size, its unit and the words beside it. */
export function isLikely(
  claim: Claim,
  mention: QuantityMention,
  value: Value,
  candidate: Candidate,
  context: SentenceContext,
): boolean {
  if (claim.kind === 'investment') return isInvestment(claim, candidate, value)
  if (claim.kind === 'price') return mayBePrice(claim, candidate, context, value)
  const { measure = '', of } = claim
  // "a porté de 12 % à 20 % sa part": what it was before
  if (of === 'stake' && isOutgrown(context.terms, candidate.value)) return false
  // "runs hotels in 14 countries and wants 300, a third of them in Asia": no part of the countries
  if (measure === 'share' && of === 'markets') return false
  if (measure === 'change' && isOfOtherThing(context.terms, candidate)) return false
  if (measure === 'change' && isOfShares(candidate, context)) return false
  // "three ATR 72-600 aircraft": the name of what is counted
  if (value.bound === 'range' && is(context.terms[candidate.value - 1], TAG.Org)) return false
  // "a contract that analysts valued at 3 million"
  if (measure === 'valuation' && isOfDeal(candidate, context)) return false
  if (measure === 'share' && of === 'revenue' && isMargin(context.terms, candidate.value)) return false
  // "les primes des assurés augmentent": it is not the insured that grow
  if (measure === 'change' && of === 'users' && isOfAnother(candidate, context)) return false
  // "a team of 11 players", "three big players": so few are no users
  if (
    measure === 'users' &&
    value.figure < PLAYERS &&
    context.text.slice(mention.start, mention.end).endsWith('players')
  )
    return false
  return canCount(measure, mention, value) && canBe(measure, mention, value)
}

/** "Shares in X rose 3 %, while Y, whose unit lost 2 million, gained 1 %": what goes up behind them, its own measure untold. */
function isOfShares({ trigger, value }: Candidate, { terms }: SentenceContext): boolean {
  const at = Math.min(trigger, value)
  let i = at - 1
  while (i > 0 && !is(terms[i], TAG.Comma)) i--
  for (let j = i + 1; j < value + 4; j++) if (is(terms[j], TAG.Measure) && is(terms[j], TAG.Noun)) return false
  return i > 0 && /^(?:shares?|stock)$/.test(terms[0]?.normal ?? '')
}

/** What is told stands in a relative clause of a deal or an order. */
function isOfDeal({ trigger }: Candidate, { terms }: SentenceContext): boolean {
  const isWorth = terms[trigger]?.normal === 'worth'
  if (!isWorth && terms[trigger]?.normal.startsWith('valued') !== true) return false
  if (isOfTie(terms, trigger)) return true
  for (let i = trigger - 2; i > Math.max(0, trigger - (isWorth ? 12 : 6)); i--) {
    if (is(terms[i], TAG.Punct)) return false
    if (!/^(?:that|which)$/.test(terms[i]?.normal ?? '')) continue
    return ['Deal', 'Contract', 'Order'].some((tag) => terms[i - 1]?.kind.tags.has(tag))
  }
  return false
}

/** "a collaboration with X, valued at 3 million": the tie is worth that. */
function isOfTie(terms: readonly Term[], trigger: number): boolean {
  if (!is(terms[trigger - 1], TAG.Comma)) return false
  for (let i = trigger - 2; i > Math.max(1, trigger - 12) && !is(terms[i], TAG.Comma); i--)
    if (terms[i]?.normal === 'with')
      return terms.slice(Math.max(0, i - 3), i).some(({ kind: { tags } }) => TIES.some((tie) => tags.has(tie)))
  return false
}

const TIES = ['Partnership', 'Deal', 'Contract', 'Order']

/** Teams and trades have fewer. */
const PLAYERS = 5000

/** Below this much, money put into something is no firm's investment. */
const SMALL = 10_000
/** No firm is bought for less, but for a token sum. */
const FIRMS_COST = 50_000
/** No firm that is not named is. */
const UNNAMED_COST = 200_000

/** "power will cost 92 pounds" is no investment; a firm is sold for a pound, but not for nine hundred. */
function isInvestment({ purpose }: Claim, { match }: Candidate, { figure }: Value): boolean {
  // "may be rented, or bought for 12,000 dollars" is said of goods
  const [token, least] = match.groups.partner === undefined ? [2, UNNAMED_COST] : [100, FIRMS_COST]
  if (purpose === 'takeover' && figure > token && figure < least) return false
  return figure >= SMALL || (purpose !== undefined && figure <= 2)
}

/** Measures of things and people: money is none of them. */
const NEVER_MONEY: ReadonlySet<string> = new Set(['production', 'registrations', 'capacity', 'stores', 'markets', 'staff', 'hires', 'job-cuts', 'users']) // biome-ignore format: a word list

/** Measures of people alone. */
const PEOPLE_MEASURES: ReadonlySet<string> = new Set(['staff', 'hires', 'job-cuts'])

const USER_UNITS: ReadonlySet<string> = new Set(['people', 'company', 'household', 'dwelling', 'account', 'line', 'bank', 'airline', 'school', 'hospital', 'farm', 'startup', 'partner']) // biome-ignore format: a word list

/** There are no more countries. */
const COUNTRIES = 250

/** Whether so few or so many are counted as `measure`. */
function canCount(measure: string, { type }: QuantityMention, { figure, unit }: Value): boolean {
  // two old ships are disposed of rather than sold in the course of business
  if (measure === 'sales') return figure >= 5 || unit === undefined || type !== 'amount'
  if (measure === 'markets') return figure <= COUNTRIES
  // "ses deux premiers clients" are named, not counted
  if (measure === 'users') return figure >= 10
  if (measure === 'stores') return figure >= 2
  // "6 500 sous-traitants" are counted as what they are
  return !PEOPLE_MEASURES.has(measure) || unit === 'people' || type !== 'amount'
}

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

const FIRMS = new Set(['supplier', 'company', 'startup', 'partner', 'bank', 'airline'])

const SITES = new Set(['farm', 'hotel', 'stores', 'casino', 'cinema', 'factory', 'shopping centre', 'mine'])

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

/** "de 12 % à 20 %", "from 12 per cent to 20": the figure at `i` has given way to the one behind it. */
function isOutgrown(terms: readonly Term[], i: number): boolean {
  let before = i - 1
  while (before > i - 3 && /^(?:environ|près|quelque|about|some)$/.test(terms[before]?.normal ?? '')) before--
  const joints = `${terms[before]?.normal} ${terms[i + 1]?.normal}`
  if (joints !== 'de à' && joints !== "d' à" && joints !== 'from to') return false
  return is(terms[i + 2], TAG.Value) || is(terms[i + 3], TAG.Value)
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
