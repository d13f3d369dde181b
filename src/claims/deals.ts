import { type Candidate, isProduct, type SentenceContext, type Subjects, type Trace } from './candidate.js'
import type { Clause } from './clauses.js'
import { ALSO, also, DOES, does, is, sells, TAG } from './kinds.js'
import { makerOf } from './products.js'
import { type Term, textOf } from './terms.js'

// Whose figures are that a deal tells: of who buys, of what is bought, or of who makes what is ordered.

/** The subjects of a claim that a deal tells, where they are others than those found: the maker of what is ordered, what is bought. */
export function ofDeal(found: Subjects, candidate: Candidate, context: SentenceContext, trace: Trace): Subjects {
  const { terms, discourse, index } = context
  // "X has ordered 30 A350s", where the text names Airbus
  const maker = candidate.compiled.rule.claim.measure === 'orders' ? makerOrdered(candidate, context) : null
  if (maker !== null && !found.names.includes(maker)) {
    trace.subject = 'who makes what is ordered'
    return { names: [maker], termIndex: -1 }
  }
  const { takeover } = discourse
  const { trigger, compiled } = candidate
  // "X sells Y to Z, a transaction worth 3 million": whom the sentence tells to buy pays
  if (takeover?.sentence === index && terms[trigger]?.kind.tags.has('Transaction') === true) {
    trace.subject = 'who buys'
    return { names: [takeover.buyer], termIndex: terms.findIndex(({ who }) => who?.name === takeover.buyer) }
  }
  const worth = compiled.rule.claim.measure === 'valuation' || terms[trigger]?.kind.tags.has('Valuation') === true
  if (!worth || takeover === null || takeover.sentence !== index || found.names.length !== 1) return found
  if (found.names[0] !== takeover.buyer || found.termIndex === trigger - 1) return found
  const bought = terms.findIndex(({ who }) => who?.name === takeover.bought)
  const deal = terms.findIndex((term, i) => i > bought && DEALS.has(term.normal))
  if (bought < 0 || bought > trigger || deal < 0 || deal > trigger) return found
  trace.subject = 'what is bought'
  return { names: [takeover.bought], termIndex: bought }
}

const DEALS = new Set('deal transaction agreement implying valuing that which for'.split(' '))

/** Whose the goods are that the figure counts, beside it; null where the text does not name him. */
function makerOrdered({ value }: Candidate, context: SentenceContext): string | null {
  const { terms, discourse } = context
  for (let i = value - 1; i >= 0 && i <= value + 2; i++) {
    const product = terms[i]
    if (product === undefined || !isProduct(product)) continue
    const maker = product.mention.maker ?? makerOf(product.mention.name, context)
    return maker !== null && discourse.introduced.has(maker) ? maker : null
  }
  return null
}

/** "The business it is buying had sales of 3 million": the clause opens with what somebody buys. */
export function boughtFirm(terms: readonly Term[], { terms: inside, parent }: Clause, trigger: number): boolean {
  const first = parent?.terms[0] ?? inside[0] ?? -1
  const who = terms[first]?.who?.kind === 'description' ? first + 1 : first + 2
  if (!does(terms[first], DOES.Article) && who === first + 2) return false
  if (who > first + 1 && !is(terms[first + 1], TAG.OrgNoun) && !FIRM_NOUNS.has(terms[first + 1]?.normal ?? ''))
    return false
  const it = terms[who]?.normal === 'that' ? who + 1 : who
  if (!/^(?:it|they)$/.test(terms[it]?.normal ?? '')) return false
  return terms.slice(it + 1, Math.min(it + 4, trigger)).some((term) => also(term, ALSO.Takeover) && is(term, TAG.Verb))
}

const FIRM_NOUNS = new Set('business company firm unit chain brand division'.split(' '))

/** "Après le rachat de X, Y emploie …", "Depuis le rachat de X, les ventes de Y": a takeover before the comma is whose the main clause tells; else -1. */
export function buysAhead(
  terms: readonly Term[],
  { compiled, trigger, match }: Candidate,
  not: readonly (string | null)[],
): number {
  const { purpose, relation } = compiled.rule.claim
  if ((purpose !== 'takeover' && relation !== 'acquisition') || trigger > 3 || is(terms[trigger], TAG.Verb)) return -1
  let i = match.end
  while (i < terms.length && !is(terms[i], TAG.Comma)) i++
  for (i++; i < terms.length; i++) {
    const term = terms[i] as Term
    if (is(term, TAG.Punct | TAG.Finite) && !is(term, TAG.Noun)) return -1
    if (term.who?.kind === 'name') return not.includes(term.who.name) ? -1 : i
  }
  return -1
}

/**
 * "X is buying Y, adding a business with 300 staff and sales of 3 million", "bought Y, a firm with 300 workers": whose the figure
 * is, 'nobody' where the text does not name what is bought; null where the figure stands in no such description.
 */
export function describesBought(
  { value }: Candidate,
  { terms, discourse: { takeover }, index }: SentenceContext,
): string | 'nobody' | null {
  if (takeover?.sentence === index && tellsOfThing(terms, value)) return takeover.bought
  let noun = -1
  for (let i = value - 1; i > Math.max(1, value - DESCRIBED); i--) {
    if (is(terms[i], TAG.Punct) || (is(terms[i], TAG.Finite) && !is(terms[i], TAG.Noun))) return null
    if (terms[i]?.normal !== 'with') continue
    noun = i - 1
    break
  }
  let from = noun
  while (from > noun - 4 && from > 0 && !is(terms[from], TAG.Punct)) from--
  // "adding a business", "a firm": a noun of firms is one term with its article
  const isFirm =
    is(terms[noun], TAG.OrgNoun) ||
    terms[noun]?.who?.kind === 'description' ||
    FIRM_NOUNS.has(terms[noun]?.normal ?? '')
  if (noun < 0 || !isFirm || !is(terms[from], TAG.Comma)) return null
  const opens = terms.slice(from + 1, noun + 1)
  if (!opens.some((term) => does(term, DOES.One) || is(term, TAG.Indefinite))) return null
  if (!terms.slice(0, from).some((term) => also(term, ALSO.Takeover) && is(term, TAG.Verb))) return null
  return takeover?.sentence === index ? takeover.bought : 'nobody'
}

/** Whose a figure is that stands in a description of what is bought, or a price behind what goods are packed in; see both. */
export function ofDescribed(candidate: Candidate, context: SentenceContext): string | 'nobody' | null {
  const { kind } = candidate.compiled.rule
  if (kind === 'volume') return describesBought(candidate, context)
  return kind === 'price' ? packedGoods(candidate, context) : null
}

/** Terms from the article to the name: "A bottle of", "A standard bottle of". */
const PACKED = 5

/**
 * "A bottle of Ambo costs 12 birr": whose goods are priced, 'nobody' where nothing is known of the name; null where none stands
 * behind what they are packed in or measured by.
 */
function packedGoods({ value }: Candidate, { terms }: SentenceContext): string | 'nobody' | null {
  for (let i = 1; i < Math.min(PACKED, value); i++) {
    if (!PACKS.has(terms[i - 1]?.normal ?? '') || terms[i]?.normal !== 'of') continue
    const goods = terms[i + 1]
    if (goods?.who?.kind === 'name') return goods.who.name
    if (goods === undefined || isProduct(goods)) return null
    return /^\p{Lu}/u.test(textOf(goods)) ? 'nobody' : null
  }
  return null
}

const PACKS = new Set(
  'bottle kilo kilogram kilogramme litre liter pound can tin jar packet pack bag box pint cup tub tonne ton barrel loaf bar case carton glass tube sachet'.split(
    ' ',
  ),
)

/** "X bought Y; the line had sales of 3 million": behind the semicolon stands what no firm is called. */
function tellsOfThing(terms: readonly Term[], value: number): boolean {
  let from = value
  while (from > 0 && !is(terms[from], TAG.Semicolon)) from--
  const opens = terms[from + 1]
  if (from === 0 || !terms.slice(0, from).some((term) => also(term, ALSO.Takeover) && is(term, TAG.Verb))) return false
  const noun = opens?.who?.kind === 'description' ? textOf(opens).split(' ').at(-1) : terms[from + 2]?.normal
  return /^the\b/i.test(textOf(opens as Term)) && THINGS.has(noun ?? '')
}

const THINGS = new Set('business unit division chain brand line operation plant network site'.split(' '))

/** Terms from "with" to the figure: "with 300 staff and annual sales of about". */
const DESCRIBED = 12

/** "sold X, a sale that brought in 3 million", "the flotation, which raised": the relative clause tells of a deal, and of no firm. */
export function tellsOfDeal(terms: readonly Term[], { kind, start }: Clause): boolean {
  if (kind !== 'relative' || !/^(?:that|which)$/.test(terms[start]?.normal ?? '')) return false
  const noun = terms[is(terms[start - 1], TAG.Comma) ? start - 2 : start - 1]
  return SALES.has(noun?.normal ?? '')
}

const SALES = new Set('sale disposal divestment flotation listing auction offering placing deal transaction'.split(' '))

/** "X will buy Y's stake in Z": Y had what X gets. */
export function isSeller(terms: readonly Term[], i: number): boolean {
  if (terms[i]?.who?.kind !== 'name') return false
  return [terms[i - 1], terms[i - 2]].some(
    (t) => is(t, TAG.Verb) && (also(t, ALSO.Takeover) || t?.kind.tags.has('Buy')),
  )
}

/** "X a commandé 15 avions à Y. Le contrat avoisine 2 milliards": who gets it; null where nothing was ordered before, or somebody else is spoken of. */
export function orderedBefore(
  { compiled, trigger, value }: Candidate,
  { terms, discourse: { volume }, index }: SentenceContext,
): string[] | null {
  if (compiled.rule.claim.measure !== 'orders' || volume?.measure !== 'orders' || volume.whose.length === 0) return null
  // "ordered six ships from X and has an option for two more"
  if (terms[trigger]?.kind.tags.has('Option') && isMore(terms, value) && index - volume.sentence <= 1)
    return volume.whose
  if (terms[value]?.mention?.type !== 'money' || index - volume.sentence !== 1) return null
  const deal = terms[trigger]
  if (!is(deal, TAG.Noun) || !does(terms[trigger - 1], DOES.Article) || does(terms[trigger - 1], DOES.One)) return null
  return terms.slice(0, value + 4).some(({ who }) => who !== undefined) ? null : volume.whose
}

/** "two more", "a further two". */
const isMore = (terms: readonly Term[], i: number): boolean =>
  MORE.test(terms[i + 1]?.normal ?? '') || terms[i - 1]?.normal === 'further'
const MORE = /^(?:more|others|further|additional)$/

/** "plans to sell its pumps business, which could fetch 400 million": what a pronoun stands for is on sale, and is not who sells it. */
export function isOnSale(
  { kind, start }: Clause,
  { trigger }: Candidate,
  { terms, previous }: SentenceContext,
): boolean {
  if (terms[trigger]?.kind.tags.has('Fetch') !== true) return false
  const behind = is(terms[start - 1], TAG.Comma) ? start - 2 : start - 1
  const pronoun =
    kind === 'relative'
      ? terms[behind]?.who?.kind !== 'name'
      : terms.slice(Math.max(start, trigger - 4), trigger).some(({ normal }) => /^(?:it|they)$/.test(normal))
  return (
    pronoun &&
    (terms.slice(Math.max(0, trigger - ON_SALE), trigger).some(sells) || previous().slice(-ON_SALE).some(sells))
  )
}
/** Terms between what is sold and what it may fetch. */
const ON_SALE = 40
