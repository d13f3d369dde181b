import type { NameMention } from '../types.js'
import { ofBoth } from './both.js'
import { type Candidate, isProduct, type SentenceContext, type Subjects, type Trace } from './candidate.js'
import { firstWho, openingOf, subjectOfClause } from './clause-subjects.js'
import type { Clause } from './clauses.js'
import { boughtFirm, buysAhead, isOnSale, isSeller, ofDeal, ofDescribed, orderedBefore, tellsOfDeal } from './deals.js'
import { topicBy } from './discourse.js'
import { isOfFormer, isOfState, ofNobody, opensWithTrade } from './industry.js'
import { ALSO, also, DOES, does, is, TAG } from './kinds.js'
import { namesOfList } from './lists.js'
import { nearerMeasure } from './measures.js'
import { isOwnership } from './merge.js'
import { findModified } from './modified.js'
import { outsiderOf } from './outsiders.js'
import {
  apposedOpening,
  exampleOf,
  findPossessor,
  isSetOff,
  measureBefore,
  ownerBeforePronoun,
  ownerInPair,
  ownerOfDemonstrative,
  ownerOfFigure,
  ownerOfInfinitive,
  ownerOfOpening,
  ownerOfParticiple,
  ownerOfVerb,
  possessedBy,
  sellerIn,
  sellerSaying,
  supplierIn,
} from './owners.js'
import { makerOf } from './products.js'
import { isObjectPronoun, meantBy } from './pronouns.js'
import { payingState, recipientOf } from './recipients.js'
import type { Rule } from './rules.js'
import { isSoleSayer, isSource, isStranger } from './standing.js'
import { type Term, textOf } from './terms.js'

/**
 * The subject of a claim. What a deal values is what is bought: "Y is bidding 9 a share for X, implying a value of 3 million".
 */
export function fillSubjects(
  candidate: Candidate,
  context: SentenceContext,
  trace: Trace,
  not: readonly (string | null)[] = [],
): Subjects {
  const found = findSubjects(candidate, context, trace, not)
  return ofDeal(found, candidate, context, trace)
}

/**
 * The subject: what the rule captured; the possessor of the trigger ("les ventes de X", "ses ventes", "X's sales"); the
 * subject of the clause; that of the clause it hangs on; the subject of the sentence; the document's thread.
 */
function findSubjects(
  candidate: Candidate,
  context: SentenceContext,
  trace: Trace,
  not: readonly (string | null)[],
): Subjects {
  const { terms, clauses, discourse } = context
  const { rule } = candidate.compiled
  if (rule.subject === 'none') return { names: [], termIndex: -1 }
  if (rule.claim.subject === '<buyer>') return { names: [discourse.takeover?.buyer ?? ''], termIndex: -1 }
  if (typeof rule.claim.subject === 'string') return { names: [rule.claim.subject], termIndex: -1 }
  const at = candidate.match.groups.subject
  if (at !== undefined) {
    const captured = terms[at[0]] as Term
    trace.subject = `captured "${textOf(captured)}"`
    if (captured.who === undefined && isObjectPronoun(captured)) {
      const name = meantBy(at[0], context, not)
      return { names: name === null ? [] : [name], termIndex: -1, ...(name === null ? { outsider: 'nobody' } : {}) }
    }
    // "D'après le quotidien X, Y et Z négocient": whoever says so has no part in it
    if (rule.kind === 'partner' && isSource(terms, at[0])) return { names: [], termIndex: -1, outsider: 'nobody' }
    // "X, owned by Y, has won": the rule reached no further back than Y
    const around = clauses.of[at[0]] as Clause
    // … and "X, which lost to Y, has won"
    const inserted =
      (around.kind === 'insertion' || (around.kind === 'relative' && around.start > 0)) &&
      candidate.trigger > at[0] &&
      around !== clauses.of[candidate.trigger] &&
      clauses.of[candidate.trigger]?.parent !== around
    const head = inserted && around.antecedent >= 0 ? around.antecedent : possessedBy(terms, at[0], candidate.match.end)
    const state = terms[head]?.mention
    // "l'État français": a state is named by its country
    if (state?.type === 'demonym') return { names: [state.name], termIndex: head }
    const names = namesOfList(terms, head, 'Who')
    // "Y is buying X in a deal that values it at 3 million": what is bought is worth that
    const worth = rule.claim.measure === 'valuation' && terms[head]?.who?.kind !== 'name' ? discourse.takeover : null
    return {
      names:
        worth !== null && (worth.sentence === context.index || names.includes(worth.buyer)) ? [worth.bought] : names,
      termIndex: head,
    }
  }
  const sold =
    rule.kind === 'partner' ? null : boughtFirm(terms, clauses.of[candidate.trigger] as Clause, candidate.trigger)
  if (sold) {
    trace.subject = 'what is bought'
    const { takeover } = discourse
    return takeover === null
      ? { names: [], termIndex: -1, outsider: 'nobody' }
      : { names: [takeover.bought], termIndex: -1 }
  }
  const modified = rule.kind === 'partner' ? findModified(terms, candidate, context) : null
  if (modified !== null) {
    trace.subject = `what "${textOf(terms[candidate.trigger] as Term)}" qualifies`
    return modified
  }
  const pair = rule.kind === 'partner' ? ownerInPair(terms, candidate) : null
  const own =
    pair ??
    ownerOfFigure(terms, candidate) ??
    ownerOfVerb(terms, candidate) ??
    ownerOfInfinitive(terms, candidate) ??
    ownerOfParticiple(terms, candidate) ??
    ownerOfDemonstrative(terms, candidate) ??
    ownerBeforePronoun(terms, candidate)
  if (own !== null) {
    trace.subject = `"${textOf(terms[own] as Term)}" beside the figure or verb`
    return { names: namesOfList(terms, own, 'Who'), termIndex: own }
  }
  const bought = ofDescribed(candidate, context)
  if (bought !== null) {
    trace.subject = 'what is bought or priced'
    return bought === 'nobody' ? { names: [], termIndex: -1, outsider: 'nobody' } : { names: [bought], termIndex: -1 }
  }
  if (rule.kind === 'volume' && isSetOff(terms, candidate.trigger)) {
    trace.subject = `at "${textOf(terms[1] as Term)}"`
    return { names: namesOfList(terms, 1, 'Who', 2), termIndex: 1 }
  }
  // "a racheté les activités de X, soit 550 salariés": of what is bought
  const comesWith = rule.claim.measure === 'staff' && terms[candidate.value - 1]?.normal === 'soit'
  if (comesWith && terms.slice(0, candidate.value).some((term) => also(term, ALSO.Takeover))) {
    trace.subject = 'nobody: of what is bought'
    return { names: [], termIndex: -1, outsider: 'nobody' }
  }
  const compared = comparedWith(candidate, context)
  if (compared !== null) {
    trace.subject = 'of whom the figure before it is told'
    return { names: compared, termIndex: -1 }
  }
  const ordered = orderedBefore(candidate, context)
  if (ordered !== null) {
    trace.subject = 'who gets the order that was told before'
    return { names: ordered, termIndex: -1 }
  }
  const captured = candidate.match.groups.measure?.[0]
  const nearer = captured === undefined ? undefined : nearerMeasure(terms, captured, candidate)
  const counted =
    (nearer === undefined ? captured : terms.indexOf(nearer)) ??
    (rule.claim.of === '<measure>' || rule.claim.measure === '<measure>' ? measureBefore(terms, candidate) : undefined)
  const possessor =
    (counted === undefined ? null : findPossessor(terms, candidate, counted, not)) ??
    findPossessor(terms, candidate, candidate.trigger, not)
  // "est monté à 21 % de notre capital": whose the capital is, and not who holds it
  const behind = possessor !== null && candidate.value >= 0 && possessor > candidate.value
  const ofCapital = possessor !== null && terms[possessor + 1]?.kind.tags.has('Stake') === true
  const held = (rule.claim.of === 'stake' && behind) || (rule.claim.purpose === 'takeover' && ofCapital)
  if (possessor !== null && !held && !(rule.kind !== 'volume' && isSeller(terms, possessor))) {
    trace.subject = `possessor "${textOf(terms[possessor] as Term)}"`
    return { names: namesOfList(terms, possessor, 'Who'), termIndex: possessor }
  }
  const clause = clauses.of[candidate.trigger] as Clause
  const seller = rule.claim.measure === 'orders' ? sellerIn(terms, clause) : null
  if (seller !== null) {
    trace.subject = `"${textOf(terms[seller] as Term)}", of whom it is bought`
    return { names: namesOfList(terms, seller, 'Who'), termIndex: seller }
  }
  const teller = rule.claim.measure === 'orders' ? sellerSaying(terms, clause) : null
  if (teller !== null && !isSource(terms, teller)) {
    trace.subject = `"${textOf(terms[teller] as Term)}", who tells of the order`
    return { names: namesOfList(terms, teller, 'Who'), termIndex: teller }
  }
  const payer = rule.kind === 'investment' ? payingState(terms, clause, candidate.trigger) : -1
  if (payer >= 0 && recipientOf(candidate, context, clause, []) !== null) {
    const state = terms[payer] as Term
    trace.subject = `the state of "${textOf(state)}"`
    return { names: [(state.mention as NameMention).name], termIndex: payer }
  }
  if (rule.kind !== 'market' && rule.claim.of !== '<counted>' && isOfState(terms, clause, candidate)) {
    trace.subject = 'nobody: a country does it'
    return { names: [], termIndex: -1, state: true }
  }
  if (rule.kind === 'volume' && opensWithTrade(terms, clause)) {
    trace.subject = 'nobody: what a whole trade does'
    return { names: [], termIndex: -1, whole: true }
  }
  const example = rule.kind === 'market' ? exampleOf(terms, clause, candidate.trigger) : null
  if (example !== null) {
    trace.subject = `such as "${textOf(terms[example] as Term)}"`
    return { names: namesOfList(terms, example, 'Who'), termIndex: example }
  }
  if (rule.claim.of === 'market' && isAsideOfNoun(terms, clause)) {
    trace.subject = 'nobody: the aside tells of something else'
    return { names: [], termIndex: -1, outsider: 'nobody' }
  }
  // "reprendre son activité sous-marine, valorisée 4 millions": what is worth that has no name
  const unnamed = clause.kind === 'insertion' && clause.antecedent < 0 && clause.start > 0
  if (rule.claim.measure === 'valuation' && (unnamed || isOnSale(clause, candidate, context))) {
    trace.subject = 'nobody: what is valued has no name'
    return { names: [], termIndex: -1, outsider: 'nobody' }
  }
  // "Le marché mondial du yaourt, estimé à 150 milliards": nobody's money
  if (rule.kind === 'investment' && clause.kind === 'insertion' && setsOffMarket(terms, clause)) {
    trace.subject = 'nobody: the worth of a market'
    return { names: [], termIndex: -1, outsider: 'nobody' }
  }
  // "saved by Berlin, which took 80 % of it": a capital or country is no firm of the thread
  const ofPlace = (rule.claim.of === 'stake' || rule.kind === 'investment') && hangsOnState(terms, clause)
  if (ofPlace || (rule.claim.measure === 'revenue' && tellsOfDeal(terms, clause))) {
    trace.subject = 'nobody: the relative clause tells of a place or deal'
    return { names: [], termIndex: -1, outsider: 'nobody' }
  }
  const both = rule.kind === 'partner' ? null : ofBoth(clause, rule, context)
  if (both !== null) {
    trace.subject = 'two who were named together'
    return { names: both, termIndex: -1 }
  }
  const parent = rule.kind === 'partner' ? undefined : parentOf(terms, candidate.trigger, context)
  if (parent !== undefined) {
    trace.subject = `whose "${textOf(terms[1] as Term)}" it is`
    return parent === null ? { names: [], termIndex: -1, outsider: 'nobody' } : { names: [parent], termIndex: 1 }
  }
  const outsider = isOfFormer(terms, clause) ? 'nobody' : outsiderOf(terms, clause, candidate)
  const supplier = outsider === null || rule.claim.measure !== 'orders' ? null : supplierIn(terms, clause)
  if (supplier !== null) {
    trace.subject = `"${textOf(terms[supplier] as Term)}", who gets the order`
    return { names: namesOfList(terms, supplier, 'Who'), termIndex: supplier }
  }
  const state = ofStake(rule) ? stateFirst(terms) : null
  if (state !== null) {
    trace.subject = 'the state that the sentence opens with'
    return { names: [state], termIndex: -1 }
  }
  if (outsider !== null) {
    trace.subject = 'nobody of the text: the verb has another subject'
    return { names: [], termIndex: -1, ...(outsider === 'market' ? { whole: true } : { outsider }) }
  }
  const apposed = clause.start === 0 ? apposedOpening(terms) : -1
  if (apposed >= 0 && candidate.trigger > apposed && !not.includes(terms[apposed]?.who?.name ?? null)) {
    trace.subject = `"${textOf(terms[apposed] as Term)}", in apposition`
    return { names: namesOfList(terms, apposed, 'Who', apposed + 1), termIndex: apposed }
  }
  const found = subjectOfClause(terms, clause, candidate, not)
  if (found !== null) {
    trace.subject = `subject "${textOf(terms[found] as Term)}"`
    return { names: namesOfList(terms, found, 'Who'), termIndex: found }
  }
  const before = firstWho(terms, candidate.match.start, not)
  if (before !== null) {
    trace.subject = `named before "${textOf(terms[before] as Term)}"`
    return { names: namesOfList(terms, before, 'Who'), termIndex: before }
  }
  const where = rule.kind === 'volume' ? atWhom(terms, clause, candidate) : -1
  if (where >= 0) {
    trace.subject = `at "${textOf(terms[where] as Term)}"`
    return { names: namesOfList(terms, where, 'Who'), termIndex: where }
  }
  const sayer = terms.findIndex(({ who }) => who !== undefined)
  if (sayer > 0 && terms[sayer]?.who?.name != null && isSoleSayer(terms, sayer, clauses.of[sayer] as Clause)) {
    trace.subject = `"${textOf(terms[sayer] as Term)}", who says so`
    return { names: namesOfList(terms, sayer, 'Who'), termIndex: sayer }
  }
  const opener = ownerOfOpening(terms, clause, candidate, not)
  if (opener !== null) {
    trace.subject = `whose "${textOf(terms[opener.noun] as Term)}" it is`
    return { names: namesOfList(terms, opener.owner, 'Who'), termIndex: opener.owner }
  }
  // "the state, which owns 12 % of X": a holder without a name is nobody of the thread
  const ownership =
    rule.claim.of === 'stake' ||
    rule.claim.measure === 'valuation' ||
    (rule.kind === 'partner' && isOwnership(rule.claim.relation))
  const subjectless = clause.kind === 'relative' && clause.antecedent < 0
  if (ownership && subjectless && /^(?:qui|which|who)$/.test((terms[clause.start] as Term).normal))
    return { names: [], termIndex: -1 }
  // "Orlan is owned by X": a name that nothing is known of has its own owner
  if (rule.kind === 'partner' && isStranger(terms, clause)) {
    trace.subject = 'a name that nothing is known of'
    return { names: [], termIndex: -1 }
  }
  // "Its card game brought in 3 million"
  const opens = terms[openingOf(terms, clause)]
  if (rule.kind === 'volume' && opens?.who?.kind === 'possessive' && opens.who.name !== null) {
    trace.subject = `whose "${textOf(opens)}" says`
    return { names: [opens.who.name], termIndex: -1 }
  }
  // "Son modèle Cross s'affiche": whose the product is
  const its = clause.terms.find((i) => isProduct(terms[i] as Term)) ?? -1
  const owner = terms.slice(Math.max(0, its - 3), Math.max(0, its)).find((term) => term.who?.kind === 'possessive')
  if (its >= 0 && its < candidate.match.end && owner?.who?.name != null && !not.includes(owner.who.name)) {
    trace.subject = `possessor "${textOf(owner)}" of the product`
    return { names: [owner.who.name], termIndex: -1 }
  }
  // a product without its maker beside it is the document's own rather than that of a firm named in passing
  const product = terms[its]
  const named = product !== undefined && isProduct(product) ? product.mention : null
  const maker = named === null ? null : (named.maker ?? makerOf(named.name, context))
  if (maker !== null) {
    trace.subject = `maker of "${textOf(product as Term)}"`
    return { names: [maker], termIndex: -1 }
  }
  // "A bottle of Ambo costs 12 dollars": one of many, and the text tells no maker
  if (named !== null && does(terms[its - 1], DOES.Genitive) && does(terms[its - 3], DOES.One)) {
    trace.subject = 'nobody: the maker of the product is not told'
    return { names: [], termIndex: -1 }
  }
  const nobody = ofNobody(clause, rule.kind, counted, context)
  if (nobody !== null) {
    trace.subject = nobody.because
    return nobody.subjects
  }
  // "Fondée en 2009, X emploie …" is about the X behind it; else what is named behind is another one
  const isOpening =
    candidate.trigger <= 1 && (is(terms[candidate.trigger], TAG.Participle) || terms[0]?.normal === 'en')
  const [first, second] = isOpening ? [discourse.focus, context.thread] : [context.thread, discourse.focus]
  const last = first === null || not.includes(first) ? second : first
  // "Et X, notre marque": X is no brand of its own
  const focus = rule.kind === 'partner' && not.includes(last) ? null : last
  const documents =
    (its >= 0 && (focus === null || focus !== discourse.opener)) ||
    (!clause.terms.some((i) => terms[i]?.who !== undefined) && isPassing(focus, context))
  const topic = topicBy(discourse, context.index)
  const thread = documents ? (topic ?? discourse.focus) : (focus ?? topic)
  if (
    thread === null ||
    ((rule.kind !== 'partner' || candidate.match.groups.partner !== undefined) && not.includes(thread))
  ) {
    const main = buysAhead(terms, candidate, not)
    if (main >= 0) trace.subject = `"${textOf(terms[main] as Term)}", whom the sentence goes on about`
    return main < 0 ? { names: [], termIndex: -1 } : { names: namesOfList(terms, main, 'Who'), termIndex: main }
  }
  trace.subject = 'the thread of the document'
  return { names: [thread], termIndex: -1 }
}

/** "300 emplois seront supprimés chez X", "profits doubled at X": where it is that nobody is told to do; -1 for none. */
const atWhom = (terms: readonly Term[], { terms: inside }: Clause, { trigger, value }: Candidate): number =>
  inside.find(
    (i) =>
      i > Math.max(trigger, value) &&
      terms[i]?.who?.kind === 'name' &&
      terms[i]?.who?.name !== null &&
      /^(?:chez|at)$/.test(terms[i - 1]?.normal ?? '') &&
      // "analysts at X", "an expert at Y"
      !is(terms[i - 2], TAG.PersonNoun) &&
      !isSource(terms, i),
  ) ?? -1

/** "700 agences, surtout des X et des Y, contre 650 en 2022": whose the figure is that this one is compared with, or a part of; null where none is. */
function comparedWith(
  { compiled, trigger, value }: Candidate,
  { terms, discourse: { volume }, index }: SentenceContext,
): string[] | null {
  if (compiled.rule.claim.measure !== '<last>' || volume?.sentence !== index || volume.whose.length === 0) return null
  const goesOn = also(terms[trigger], ALSO.Versus) || trigger === value || terms[trigger]?.normal === 'dont'
  return goesOn ? volume.whose : null
}

const ofStake = ({ claim }: Rule): boolean =>
  claim.of === 'stake' || claim.relation === 'stake' || claim.relation === 'subsidiary'

/** "L'État français est le premier actionnaire de X, avec 26 % du capital": the state that the sentence opens with; null for anything else. */
function stateFirst(terms: readonly Term[]): string | null {
  const adjective = terms[2]?.mention
  if (terms[1]?.normal !== 'état' || adjective?.type !== 'demonym' || !also(terms[3], ALSO.Be)) return null
  return terms.slice(4, 8).some(({ kind }) => kind.tags.has('OwnerNoun')) ? adjective.name : null
}

/**
 * "Sa maison mère, premier producteur européen, supprimera", "La maison mère de Y et Z emploie": the owner whom the sentence
 * opens with, null where the text has not told who that is; undefined for anybody else.
 */
function parentOf(
  terms: readonly Term[],
  trigger: number,
  { discourse: { parents, focus }, thread }: SentenceContext,
): string | null | undefined {
  const [its, noun, of, owned] = terms
  if (noun?.kind.tags.has('Parent') !== true) return undefined
  if (does(its, DOES.Article) && does(of, DOES.Genitive) && owned?.who?.kind === 'name') {
    if (trigger < 4 || apposedOpening(terms) >= 0) return undefined
    const theirs = namesOfList(terms, 3, 'Who')
    const owner = parents.get(owned.who.name ?? '') ?? thread ?? focus
    return owner === null || theirs.includes(owner) ? null : owner
  }
  if (its?.who?.kind !== 'possessive') return undefined
  for (let i = 1; i < trigger; i++) if (terms[i]?.who?.kind === 'name') return undefined
  return parents.get(its.who.name ?? '') ?? null
}

/** ", qui" or ", which" right behind a place. */
function hangsOnState(terms: readonly Term[], { kind, antecedent, start }: Clause): boolean {
  if (kind !== 'relative' || antecedent >= 0 || !/^(?:qui|which)$/.test(terms[start]?.normal ?? '')) return false
  return is(terms[start - 1], TAG.Comma) && is(terms[start - 2], TAG.Place)
}

/** "Le marché mondial du yaourt, estimé …": a market is the noun that an insertion hangs on. */
function setsOffMarket(terms: readonly Term[], { start }: Clause): boolean {
  for (let i = start - 2; i >= Math.max(0, start - 9); i--) {
    if (also(terms[i], ALSO.MarketNoun)) return true
    if (is(terms[i], TAG.Punct | TAG.Finite | TAG.Name)) return false
  }
  return false
}

/** A firm that the text names once or twice, beside the one that it is about. */
function isPassing(
  focus: string | null,
  { discourse: { topic, counts, opener, introduced } }: SentenceContext,
): boolean {
  if (focus === null || topic === null || focus === topic || focus === opener || !introduced.has(topic)) return false
  const times = counts.get(topic) ?? 0
  return times >= 3 && (counts.get(focus) ?? 0) * 3 <= times
}

/** "La clientèle aisée — un tiers du marché — attend": the dashes tell of a noun that is no firm. */
function isAsideOfNoun(terms: readonly Term[], { kind, start, antecedent }: Clause): boolean {
  const before = terms[start - 1]
  if (kind !== 'aside' || antecedent >= 0 || !is(terms[start], TAG.Dash) || before === undefined) return false
  return before.who === undefined && before.mention === undefined && !before.kind.finite && !is(before, TAG.Punct)
}
