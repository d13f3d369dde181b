import type { Claim, Value } from '../types.js'
import { type Candidate, classValue, isDate, isProduct, isQuantity, type SentenceContext } from './candidate.js'
import { isBase } from './compared-times.js'
import { ALSO, also, is, TAG } from './kinds.js'
import { MONEY_MEASURES } from './measures.js'
import { isOutside, placeOf, WORLD } from './places.js'
import { VERSION } from './products.js'
import { type Conjunct, goesOnInMillions, lastVerb, nextConjunct } from './rows.js'
import { type Term, textOf } from './terms.js'
import { readValue, VALUED } from './values.js'

// Figures that are joined: "sold 30,000 cars in Italy, 12,000 in Spain and 9,000 in Poland", "revenue rose 5 % and profit 8 %".
// What is told of the first is told of the others, each with its own place, time, goods, firm or measure.

/** A candidate and the claims that it made. */
export interface Told {
  candidate: Candidate
  claims: readonly Claim[]
}

/**
 * The claims of the figures that are joined to those that rules have found in a sentence, and that no rule has found itself.
 * What is told of the last for all ("in 2023" at the end) is set in those before it.
 */
export function coordinated(told: readonly Told[], context: SentenceContext): Claim[] {
  if (!hasSeveral(context.terms)) return []
  const taken = new Set<number>()
  for (const { candidate } of told) if (VALUED.has(candidate.compiled.rule.kind)) taken.add(candidate.value)
  const out: Claim[] = []
  for (const { candidate, claims } of told)
    if (candidate.value >= 0 && !claims.some(({ of }) => of === 'stake'))
      for (const claim of claims) out.push(...row(candidate, claim, context, taken))
  return out
}

/** A row has two figures. */
function hasSeveral(terms: readonly Term[]): boolean {
  let figures = 0
  for (let i = 0; i < terms.length; i++) if (is(terms[i], TAG.Value) && ++figures > 1) return true
  return false
}

/** The claims that go on from one. */
function row(candidate: Candidate, first: Claim, context: SentenceContext, taken: ReadonlySet<number>): Claim[] {
  const { terms } = context
  const claims = [first]
  let found = nextConjunct(terms, candidate.value, verbBehind(terms, candidate))
  if (found === null) return []
  const dated = found[0].date >= 0
  let last = found[0]
  while (found !== null && !taken.has(found[1].at)) {
    const claim = goOn(claims.at(-1) as Claim, candidate, last, found[1], context)
    if (claim === null) break
    claims.push(claim)
    last = found[1]
    found = nextConjunct(terms, last.at)
  }
  const own = terms[last.date]
  // "30 in Italy and 20 in Spain in 2023"
  if (claims.length > 1 && !dated && own !== undefined && isDate(own))
    for (const claim of claims) claim.date ??= own.mention.edtf
  return claims.slice(1)
}

/** So far before its figure a verb may stand. */
const NEAR = 20

/** The verb of a figure that stands before it ("300 jobs will go", "55 % of sales come from Europe"), else the figure itself. */
function verbBehind(terms: readonly Term[], { value, match }: Candidate): number {
  const verb = lastVerb(terms, value, match.end)
  if (verb > value) return verb
  for (let i = value - 1; i >= Math.max(0, value - NEAR) && !is(terms[i], TAG.Comma | TAG.Semicolon); i--)
    if (terms[i]?.kind.finite) return value
  for (let i = match.end; i < match.end + 4 && !is(terms[i], TAG.Comma); i++) {
    if (terms[i]?.kind.finite !== true && !also(terms[i], ALSO.Be)) continue
    while (is(terms[i + 1], TAG.Verb)) i++
    return i
  }
  return value
}

/** What is told of the figure of `next`: as of that of `last`, but for what is its own; null where it can be no such figure. */
function goOn(
  claim: Claim,
  candidate: Candidate,
  last: Conjunct,
  next: Conjunct,
  context: SentenceContext,
): Claim | null {
  const { terms } = context
  const out: Claim = { ...claim }
  if (next.measure >= 0) {
    const measure = classValue(terms[next.measure], 'measure')
    if (measure === undefined || claim.kind !== 'volume') return null
    if (claim.measure === 'change') out.of = measure
    // a sum is no count
    else if (MONEY_MEASURES.has(claim.measure ?? '') !== MONEY_MEASURES.has(measure)) return null
    else out.measure = measure
  }
  // "rose 40 % and account for 5 % of the total"
  if (terms.slice(last.at + 1, next.at).some((term) => term.kind.tags.has('Represent') || /^account/.test(term.normal)))
    return null
  // "sells its arm, which had sales of 2 million, to X for 5 million": what is paid is no more of what was told
  if (claim.kind === 'volume' && terms[next.at - 1]?.normal === 'for' && terms[next.at]?.mention?.type === 'money')
    return null
  const value = valueAt(candidate, next.at, out, claim, context)
  if (value === null) return null
  out.value = value
  // "from £599, £699 for the Max", but "from $999 in America and €1,099 in Europe"
  if (claim.measure === 'entry' && next.place < 0) out.measure = 'list'
  if (claim.kind === 'investment') {
    const name = terms[next.who]?.who?.name ?? null
    // "X spent 3 million on shops last year, Y 5 million"
    if (name !== null && next.who < next.at) {
      if (claim.partner !== undefined || out.value.unit === undefined) return null
      out.subject = name
    }
    // "put 3 million into X and 5 million into Y"
    else if (name !== null && (claim.partner === undefined || terms[last.who]?.who?.name !== claim.partner)) return null
    else if (name !== null) out.partner = name
  } else if (next.place >= 0 && !isOutside(terms, next.place)) setPlace(out, terms[next.place] as Term)
  // "3,000 in Lyon and 400 in Villeneuve"
  else if (last.place >= 0 && next.preposition === last.preposition) out.market = out.marketCode = undefined
  const date = terms[next.date]
  // "up 5 % on the year and 3 % from the second quarter": what it is compared with
  if (date !== undefined && isDate(date) && !isBase(terms, next.date)) out.date = date.mention.edtf
  // "invest 6 billion by 2038, Y 2 billion over four years"
  const term = terms.slice(next.at + 1, next.end).find(({ mention }) => mention?.type === 'duration')?.mention
  if (date === undefined && term?.type === 'duration' && term.within) {
    out.date = null
    if (claim.kind === 'volume') out.span = term.iso
  }
  const product = terms[next.product]
  if (product !== undefined && isProduct(product)) {
    out.product = product.mention.name
    const before = terms[last.product]?.mention
    if (product.mention.maker !== undefined && before?.type === 'product' && before.maker === claim.subject)
      out.subject = product.mention.maker
  }
  if (next.goods !== null) {
    if (claim.kind !== 'price') return null
    out.product = goodsIn(terms, next.goods) ?? out.product
  }
  const name = terms[next.who]?.who?.name ?? null
  // "at X and 9 % at Y" is whose it is, "to Y" is not
  const owns = next.who < next.at || terms[last.who]?.who?.name === claim.subject
  if (name !== null && owns) out.subject = name
  const span = claim.evidence[0]
  if (span !== undefined)
    out.evidence = [{ start: span.start, end: Math.max(span.end, (terms[next.end - 1] as Term).end) }]
  if (claim.trace !== undefined) {
    const value = `goes on from "${textOf(terms[last.at] as Term)}"`
    out.trace = { ...claim.trace, slots: { ...claim.trace.slots, value } }
  }
  return out
}

/** "and the Pro at $999": a name in capitals; none where a version of what was told before is meant. */
function goodsIn(terms: readonly Term[], [from, to]: readonly [number, number]): string | null {
  const named = terms.slice(from, to)
  if (named.some(({ normal }) => VERSION.test(normal))) return null
  const first = named.findIndex((term) => /^\p{Lu}/u.test(textOf(term)))
  return first < 0 ? null : named.slice(first).map(textOf).join(' ')
}

/** What hundreds do not go on with. */
const FEW = 10

/** The value of the figure at `at`, in the unit and power of the one before where it has none; a fall is one for the whole row. */
function valueAt(
  candidate: Candidate,
  at: number,
  claim: Claim,
  { value: before }: Claim,
  context: SentenceContext,
): Value | null {
  const term = context.terms[at]
  if (!isQuantity(term) || before === undefined) return null
  const { value: said, type } = term.mention
  if (type === 'number') {
    // "1,254 jobs at X, two in Germany": two of something else
    if (said.figure < FEW && before.figure >= FEW * FEW && before.figure < 1e6) return null
    const scale = goesOnInMillions(before, said) ? 1000 ** Math.floor(Math.log10(before.figure) / 3) : 1
    const to = said.to === undefined ? {} : { to: said.to * scale }
    return { ...said, figure: said.figure * scale, ...to, ...(before.unit === undefined ? {} : { unit: before.unit }) }
  }
  const value = readValue({ ...candidate, value: at }, context, claim)
  if (value === null || claim.measure !== 'change' || before.figure > 0) return value
  const to = value.to === undefined ? {} : { to: -Math.abs(value.to) }
  return { ...value, figure: -Math.abs(value.figure), ...to }
}

function setPlace(claim: Claim, term: Term): void {
  const [place] = placeOf(term)
  const known = place !== undefined && place.code !== WORLD
  claim.market = known ? place.name : undefined
  claim.marketCode = known ? place.code : undefined
}
