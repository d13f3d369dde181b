import { type Candidate, isProduct } from './candidate.js'
import type { Clause } from './clauses.js'
import { ALSO, also, DOES, does, is, TAG } from './kinds.js'
import { listHead } from './lists.js'
import { isWho, type Term, textOf } from './terms.js'

// Whose a figure or a noun is by what stands right beside it, before its clause is asked for a subject.

/** "sales rose 3.1% at X", "la suppression de 80 postes chez X", "les 300 salariés de X", "X's 300 orders", "300 orders, against 169 for X". */
export function ownerOfFigure(terms: readonly Term[], { value }: Candidate): number | null {
  if (value < 0) return null
  if (does(terms[value - 1], DOES.Possessor) && terms[value - 2]?.who?.kind === 'name') return value - 2
  const bought = boughtWith(terms, value)
  if (bought !== null) return bought
  // "runs aisles in 850 Tesco supermarkets"
  const shops = terms[value + 2]?.kind.tags
  if (terms[value + 1]?.who?.kind === 'name' && (shops?.has('Shop') || shops?.has('StoreNoun'))) return value + 1
  const joint = terms[value + 1]?.normal ?? ''
  const compared = terms.slice(Math.max(0, value - 3), value).some((term) => isCompared(term))
  const versus = compared && (joint === 'for' || joint === 'pour')
  // "contre 99 990 euros pour la Porsche Taycan"
  if (versus && does(terms[value + 2], DOES.Article) && terms[value + 3]?.who?.kind === 'name') return value + 3
  if (terms[value + 2]?.who?.kind !== 'name') return null
  if (joint === 'chez' || joint === 'at') return value + 2
  const { mention } = terms[value] as Term
  if (mention?.type === 'amount' && HELD.has(mention.value.unit ?? '') && /^(?:de|d'|du)$/.test(joint)) return value + 2
  return versus ? value + 2 : null
}

/** "bought X and its 300 staff", "le rachat de X et de ses 300 salariés": they come with what is bought, the name before the conjunction. */
function boughtWith(terms: readonly Term[], value: number): number | null {
  if (!also(terms[value - 1], ALSO.Possessive)) return null
  const joint = /^(?:de|d')$/.test(terms[value - 2]?.normal ?? '') ? value - 3 : value - 2
  if (!/^(?:and|et)$/.test(terms[joint]?.normal ?? '') || terms[joint - 1]?.who?.kind !== 'name') return null
  for (let i = joint - 2; i >= Math.max(0, joint - 7); i--) {
    if (also(terms[i], ALSO.Takeover)) return joint - 1
    if (is(terms[i], TAG.Punct) || terms[i]?.who?.kind === 'name') return null
  }
  return null
}

/** What firms have, and nobody buys from them. */
const HELD = new Set(['people', 'stores'])

const isCompared = ({ kind, normal }: Term): boolean => AGAINST.has(normal) || kind.tags.has('Compare')

const AGAINST = new Set(['against', 'contre', 'versus', 'with', 'à'])

/** "and X's were up 4%", "while X's shrank to 14%": the possessor of a noun that is left out. */
export function ownerOfVerb(terms: readonly Term[], { trigger }: Candidate): number | null {
  // "la presse du soir X et Y reculent respectivement de 2 et 3 %": whoever stands right before the verb
  if (/^(?:respectivement|respectively)$/.test(terms[trigger + 1]?.normal ?? ''))
    if (is(terms[trigger], TAG.Finite) && terms[trigger - 1]?.who?.kind === 'name') {
      const head = listHead(terms, trigger - 1)
      if (head < trigger - 1) return head
    }
  let i = trigger - 1
  while (i > trigger - 3 && (also(terms[i], ALSO.Be) || also(terms[i], ALSO.Have))) i--
  const verb = i < trigger - 1 || (is(terms[trigger], TAG.Finite) && !is(terms[trigger], TAG.Noun))
  return verb && does(terms[i], DOES.Possessor) && terms[i - 1]?.who?.kind === 'name' ? i - 1 : null
}

/** "Regulators allowed X to buy", "cleared the way for X to buy": who may do what another lets happen. */
export function ownerOfInfinitive(terms: readonly Term[], { trigger }: Candidate): number | null {
  const who = trigger - 2
  if (terms[who + 1]?.normal !== 'to' || terms[who]?.who?.kind !== 'name' || !is(terms[trigger], TAG.Verb)) return null
  for (let i = who - 1; i >= Math.max(0, who - 5); i--) {
    const { normal, kind, mention } = terms[i] as Term
    if (LETS.has(normal)) return who
    if (normal === 'for') return terms.slice(Math.max(0, i - 3), i).some((term) => LEADS.has(term.normal)) ? who : null
    if (kind.finite || mention?.type === 'org' || is(terms[i], TAG.Punct | TAG.Value)) return null
  }
  return null
}

const LETS = new Set(
  'allow allows allowed allowing let lets enable enables enabled enabling permit permits permitted permitting authorise authorised authorize authorized help helps helped helping expect expects expected expecting want wants wanted prompt prompts prompted force forces forced cause causes caused require requires required'.split(
    ' ',
  ),
)
const LEADS = new Set('way path door doors light go‑ahead approval permission clearance plan plans'.split(' '))

/** "Le secteur souffre, X supprimant 300 postes", "X ayant investi": a participle with a subject of its own before it. */
export function ownerOfParticiple(terms: readonly Term[], { trigger }: Candidate): number | null {
  const having = terms[trigger - 1]?.normal === 'ayant' ? trigger - 1 : trigger
  if (!/ant$/.test(terms[having]?.normal ?? '') || !is(terms[trigger], TAG.Verb) || is(terms[trigger], TAG.Finite))
    return null
  return terms[having - 1]?.who?.kind === 'name' && is(terms[having - 2], TAG.Comma) ? having - 1 : null
}

/** "X rachète Y, et Z en détiendra 20 %": the name before a pronoun and its verb does it. */
export function ownerBeforePronoun(terms: readonly Term[], { trigger }: Candidate): number | null {
  if (!/^(?:en|y)$/.test(terms[trigger - 1]?.normal ?? '') || terms[trigger - 2]?.who?.kind !== 'name') return null
  if (!is(terms[trigger], TAG.Finite | TAG.Future | TAG.Conditional)) return null
  return does(terms[trigger - 3], DOES.Preposition) ? null : listHead(terms, trigger - 2)
}

/** "avec X et son partenaire Y", "à X et à sa filiale Y": whose the noun at the trigger is, right before the conjunction; null elsewhere. */
export function ownerInPair(terms: readonly Term[], { trigger }: Candidate): number | null {
  let its = trigger
  while (its > trigger - 2 && !also(terms[its], ALSO.Possessive)) its--
  if (!also(terms[its], ALSO.Possessive)) return null
  const et = /^(?:à|de|d'|avec|chez)$/.test(terms[its - 1]?.normal ?? '') ? its - 2 : its - 1
  return terms[et]?.normal === 'et' && terms[et - 1]?.who?.kind === 'name' ? et - 1 : null
}

/** "La maison mère de Y, X, a réalisé": the name between the commas behind the phrase that opens the sentence; -1 for none. */
export function apposedOpening(terms: readonly Term[]): number {
  // "Its biggest supplier there, X, has", "Its main rival in Peru, X, has"
  const placed = terms[1]?.normal === 'there' ? 3 : terms[1]?.normal === 'in' && is(terms[2], TAG.Place) ? 4 : 0
  if (placed > 0 && terms[0]?.who?.kind === 'description' && terms[placed]?.who?.kind === 'name')
    if (is(terms[placed - 1], TAG.Comma) && is(terms[placed + 1], TAG.Comma)) return placed
  const of = terms[0]?.who?.kind === 'description' ? 1 : 2
  const noun = terms[of - 1]
  if (of === 2 && (!does(terms[0], DOES.Article) || noun?.kind.tags.has('Parent') !== true)) return -1
  if (!/^(?:de|d'|du|of)$/.test(terms[of]?.normal ?? '') || terms[of + 1]?.who?.kind !== 'name') return -1
  const name = of + 3
  const set = is(terms[name - 1], TAG.Comma) && is(terms[name + 1], TAG.Comma)
  return set && terms[name]?.who?.kind === 'name' ? name : -1
}

/** "Celles de X ont chuté de 6 %", "ceux de sa filiale X ont doublé": whose the noun is that the pronoun stands for. */
export function ownerOfDemonstrative(terms: readonly Term[], { trigger }: Candidate): number | null {
  for (let i = trigger - 1; i >= Math.max(1, trigger - 6); i--) {
    if (terms[i]?.who?.kind === 'name') {
      const of = does(terms[i - 1], DOES.Article | DOES.Possessive) ? i - 2 : i - 1
      const pronoun = terms[of - 1]?.normal ?? ''
      if (terms[of]?.normal === 'of') return /^(?:that|those)$/.test(pronoun) ? i : null
      return does(terms[of], DOES.Of) && /^(?:celui|celles?|ceux)$/.test(pronoun) ? i : null
    }
    if (is(terms[i], TAG.Punct | TAG.Value)) return null
  }
  return null
}

/** "The ministry signed a contract with X": with whom an outsider does business; null for nobody. */
export function supplierIn(terms: readonly Term[], clause: Clause): number | null {
  for (const i of clause.terms)
    if (terms[i]?.who?.kind === 'name' && /^(?:from|with|à|avec)$/.test(terms[i - 1]?.normal ?? '')) return i
  return null
}

/**
 * "X has ordered 300 trucks from Y", "a acheté 300 camions à Y", "placed an order with Y": of whom goods are bought, behind
 * the verb of buying; null for nobody.
 */
export function sellerIn(terms: readonly Term[], clause: Clause): number | null {
  let buys = false
  for (const i of clause.terms) {
    const term = terms[i] as Term
    if (buys && term.who?.kind === 'name' && OF_SELLER.has(jointBefore(terms, i))) return i
    const { tags } = term.kind
    // "a décroché une commande auprès de Y": who gets it is told
    if (tags.has('Obtain') && is(term, TAG.Verb)) return null
    buys ||= places(terms, i) || (tags.has('Buy') && is(term, TAG.Verb) && !is(term, TAG.Noun))
  }
  return null
}

/** "X said that Y had placed an order": who tells of it gets it, where another firm places it; null for nobody. */
export function sellerSaying(terms: readonly Term[], { kind, parent, terms: inside }: Clause): number | null {
  if (kind !== 'complement' || parent === null || !inside.some((i) => places(terms, i))) return null
  const said = parent.terms.find((i) => is(terms[i], TAG.Say) && is(terms[i], TAG.Verb))
  const who = parent.terms.find((i) => terms[i]?.mention?.type === 'org' && terms[i]?.who?.kind === 'name')
  if (said === undefined || who === undefined || who > said || is(terms[who], TAG.Media | TAG.MediaNoun)) return null
  return who
}

/** A verb of ordering at `i`, or a noun that is placed. */
function places(terms: readonly Term[], i: number): boolean {
  return terms[i]?.kind.tags.has('Order') === true && (is(terms[i], TAG.Verb) || isPlaced(terms, i))
}

/** "Placed an order", "a passé commande": who does so buys. */
function isPlaced(terms: readonly Term[], noun: number): boolean {
  for (let i = noun - 1; i >= Math.max(0, noun - 6); i--) {
    const { normal } = terms[i] as Term
    if (PLACES.has(normal)) return true
    if (is(terms[i], TAG.Punct | TAG.Finite)) return false
  }
  return false
}

/** The preposition that a name stands behind, over its article and what it is: "from the Swiss maker X", "auprès de X". */
function jointBefore(terms: readonly Term[], name: number): string {
  for (let i = name - 1; i >= Math.max(0, name - 5); i--) {
    const term = terms[i] as Term
    const of = does(term, DOES.Of) && terms[i - 1]?.normal === 'auprès'
    if (of) return 'auprès'
    if (does(term, DOES.Preposition)) return term.normal
    // "au chantier coréen X": one noun that no lexicon has, behind its article
    const what = is(terms[i + 1], TAG.Demonym | TAG.Name) && does(terms[i - 1], DOES.Article | DOES.Contracted)
    if (!does(term, DOES.Article | DOES.Contracted) && !is(term, TAG.Demonym | TAG.OrgNoun) && !what) return ''
  }
  return ''
}

const PLACES = new Set('place places placed placing passe passer passera passé passés passée'.split(' '))
const OF_SELLER = new Set('from with à au chez auprès'.split(' '))

/** "bought by X's retail arm Y": the name behind the possessor at `i` is meant, where the rule did not reach it; else `i`. */
export function possessedBy(terms: readonly Term[], i: number, matchEnd: number): number {
  if (!/^['’]s?$/.test(terms[i + 1]?.normal ?? '')) return i
  for (let j = i + 2; j < Math.min(i + 7, terms.length); j++) {
    const term = terms[j] as Term
    if (term.who?.kind === 'name') return j >= matchEnd ? j : i
    // "sells Shaw's to X": its name ends like a possessor
    if (is(term, TAG.Punct | TAG.Finite) || does(term, DOES.Preposition)) break
  }
  return i
}

const OWNERS = /^(?:de|d'|du|des|of|chez|by|from|at)$/

/** "les livraisons de X", "ses livraisons", "X's deliveries", "la production du groupe". */
export function findPossessor(
  terms: readonly Term[],
  candidate: Candidate,
  t: number,
  not: readonly (string | null)[],
): number | null {
  const partner = candidate.match.groups.partner?.[0]
  const trigger = terms[t] as Term
  if (!is(trigger, TAG.Noun)) return null
  for (let i = t - 1; i >= Math.max(0, t - 4); i--) {
    const term = terms[i] as Term
    if (term.who?.kind === 'possessive' && term.who.name !== null) return not.includes(term.who.name) ? null : i
    if ((term.normal === "'s" || term.normal === "'") && isWho(terms[i - 1]))
      return not.includes(terms[i - 1]?.who?.name ?? null) ? null : i - 1
    // "85 % of X revenue"
    const bare =
      i === t - 1 && term.who?.kind === 'name' && is(trigger, TAG.Measure) && !is(trigger, TAG.Finite | TAG.Verb)
    if (bare && candidate.compiled.rule.kind === 'volume') return not.includes(term.who?.name ?? null) ? null : i
    if (is(term, TAG.Punct) || is(term, TAG.Verb)) break
    // "X's owner Y cut 300 jobs": what may be a noun is Y's verb
    if (term.who?.kind === 'name' && is(trigger, TAG.Finite)) break
  }
  for (let i = t + 1; i < Math.min(t + 5, terms.length); i++) {
    const term = terms[i] as Term
    if (i === partner) break
    if (isWho(term) && not.includes(term.who?.name ?? null)) break
    // "entre au capital de X": the share is not X's
    if (candidate.compiled.rule.claim.of === 'stake' && isWho(term)) return null
    // "sales at its X chain"
    const joint = terms[i - 1]?.who?.kind === 'possessive' && term.who?.kind === 'name' ? i - 2 : i - 1
    if (isWho(term) && OWNERS.test(terms[joint]?.normal ?? '')) {
      // "300 million in funding from X", "an order from X": who gives is no owner of it
      const { kind, claim } = candidate.compiled.rule
      const given = kind === 'investment' || claim.measure === 'orders'
      if (given && /^(?:by|from)$/.test(terms[i - 1]?.normal ?? '')) return null
      return claim.purpose === 'takeover' ? null : i
    }
    if (isWho(term) && /^(?:du|des) /.test(textOf(term))) return i
    if (is(term, TAG.Punct) || is(term, TAG.Value) || is(term, TAG.Finite)) break
  }
  return null
}

/** The measure that a rule means without capturing it: the noun before the figure ("X's sales were down 4%"). */
export function measureBefore(terms: readonly Term[], candidate: Candidate): number | undefined {
  for (let i = (candidate.value >= 0 ? candidate.value : candidate.trigger) - 1; i >= 0; i--)
    if (is(terms[i], TAG.Measure)) return i
  return undefined
}

/** "L'ambition de X est d'investir", "L'usine de Lyon de X emploiera": whose noun the clause opens with, and the noun. */
export function ownerOfOpening(
  terms: readonly Term[],
  clause: Clause,
  { compiled, trigger }: Candidate,
  not: readonly (string | null)[],
): { noun: number; owner: number } | null {
  const first = clause.terms[0] ?? -1
  if (compiled.rule.kind === 'partner' || clause.kind !== 'main' || !does(terms[first], DOES.Article)) return null
  const noun = terms[first + 1]
  if (STRANGERS.has(noun?.normal ?? '') || (compiled.rule.kind === 'investment' && isDeal(noun))) return null
  for (let i = first + 1; i < Math.min(trigger, first + 6); i++) {
    const term = terms[i] as Term
    if (term.who?.kind === 'name')
      return /^(?:de|d'|du)$/.test(terms[i - 1]?.normal ?? '') && i > first + 2 && !not.includes(term.who.name)
        ? { noun: first + 1, owner: i }
        : null
    if (term.who !== undefined || term.kind.finite || is(term, TAG.Punct | TAG.Value)) return null
  }
  return null
}

const isDeal = (noun: Term | undefined): boolean =>
  also(noun, ALSO.Takeover) || noun?.kind.tags.has('Divest') === true || noun?.kind.tags.has('Sell') === true

/** Who has to do with a firm, and is not of it. */
const STRANGERS = new Set(
  'concurrent concurrents rival rivaux fournisseurs clients acheteurs banques créanciers avocats voisins marché monde'.split(
    ' ',
  ),
)

/** "At X, the hotel business of Y, revenue rose": whom the sentence opens with has the noun behind the last comma before `trigger`, if nobody else does. */
export function isSetOff(terms: readonly Term[], trigger: number): boolean {
  if (terms[0]?.normal !== 'at' || terms[1]?.who?.kind !== 'name' || !is(terms[2], TAG.Comma)) return false
  for (let i = trigger; i > 1; i--) {
    const { who, kind } = terms[i] as Term
    if ((kind.is & TAG.Comma) !== 0) return true
    if (who !== undefined || (kind.is & TAG.Semicolon) !== 0 || does(terms[i], DOES.Coordinate)) return false
  }
  return false
}

/** "Foreign brands such as X and Y are fighting for": the first of the examples of which the clause tells; null for none. */
export function exampleOf(terms: readonly Term[], { terms: inside }: Clause, trigger: number): number | null {
  for (const i of inside) {
    const term = terms[i] as Term
    if (i >= trigger) return null
    const opens = term.kind.tags.has('BrandList') || (term.normal === 'as' && terms[i - 1]?.normal === 'such')
    if (opens || term.normal === 'like' || term.normal === 'comme')
      return terms[i + 1]?.who?.kind === 'name' ? i + 1 : null
    if (term.who !== undefined || is(term, TAG.Punct) || term.kind.finite) return null
  }
  return null
}

/** "Airbus's A350", "Nokia's new phone": who has the product at `i`; null for nobody. */
export function possessorBefore(terms: readonly Term[], i: number): number | null {
  if (i < 0 || !isProduct(terms[i] as Term)) return null
  for (let j = i - 1; j >= Math.max(1, i - 3); j--) {
    if (does(terms[j], DOES.Possessor)) return terms[j - 1]?.who?.kind === 'name' ? j - 1 : null
    if (is(terms[j], TAG.Punct | TAG.Verb)) break
  }
  return null
}
