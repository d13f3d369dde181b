import type { ClaimStatus } from '../types.js'
import { type Clause, type Clauses, governors, MODALS } from './clauses.js'
import { ALSO, also, DOES, does, is, LITTLE_WORDS, TAG } from './kinds.js'
import { normalOf } from './match.js'
import { deniesAt, deniesTie, isAnothersNegation, isNotEasy, isNotYet, negatedUntil, verbBehind } from './negation.js'
import { isCause, isInfinitive, plans } from './plans.js'
import { type Term, textOf } from './terms.js'

/** A status and the words that gave it, for `xev explain`. */
export interface Settled {
  status: ClaimStatus
  because: string
}

interface Cues {
  /** A negated verb, which denies its own clause but not what hangs on it ("il n'est pas absurde de penser que …"). */
  negated: string | undefined
  denied: string | undefined
  former: string | undefined
  possible: string | undefined
  planned: string | undefined
}

/**
 * Settles how surely a claim is told, by the scope of cues rather than their mere presence: the cues of the trigger's own
 * clause and of the clauses that govern it ("il semblerait que …"). Denial beats giving up, that beats a hedge, a hedge
 * beats a plan.
 */
export function settleStatus(
  terms: readonly Term[],
  clauses: Clauses,
  trigger: number,
  sentenceIsQuestion: boolean,
): Settled {
  const clause = clauses.of[trigger] as Clause
  const own = cuesOf(terms, clause, trigger)
  let saidInPast = false
  for (const governor of governors(clause)) {
    const verbs = governor.terms.map((i) => terms[i] as Term)
    if (verbs.some((t) => is(t, TAG.Say) || (also(t, ALSO.Plan) && is(t, TAG.Finite)))) saidInPast = true
    const outer = cuesOf(terms, governor, (governor.terms.at(-1) ?? 0) + 0.5)
    own.denied ??= outer.denied
    own.former ??= outer.former
    own.possible ??= outer.possible
    if (!saidInPast) own.planned ??= outer.planned
  }
  let inner = clause
  for (let at = trigger; sharesVerbGroup(terms, inner, at); at = inner.start, inner = inner.parent as Clause) {
    const shared = cuesOf(terms, inner.parent as Clause, inner.start - 1)
    own.negated ??= shared.negated
    own.possible ??= shared.possible
    own.planned ??= shared.planned
  }
  if (inner === clause && (opensWithGerund(terms, clause, trigger) || goesWith(terms, clause))) {
    const governing = (clause.parent as Clause).terms.findLast((i) => i < clause.start)
    const outer = governing === undefined ? null : settleStatus(terms, clauses, governing, false)
    if (outer?.status === 'possible') own.possible ??= outer.because
    else if (outer?.status === 'planned') own.planned ??= outer.because
  }
  // "future propriété de X"
  if (/^futur(?:e|s|es)?$/.test(terms[trigger - 1]?.normal ?? '')) own.planned ??= 'future'
  own.former ??= changedLater(terms, clause, trigger)
  const denied = own.denied ?? own.negated
  if (denied !== undefined) return { status: 'denied', because: denied }
  if (own.former !== undefined) return { status: 'former', because: own.former }
  if (own.possible !== undefined) {
    // "a confirmé que l'usine entrerait en production en octobre": the future as seen from a past saying
    const futureInPast = saidInPast && /^conditional /.test(own.possible)
    return futureInPast ? { status: 'planned', because: own.possible } : { status: 'possible', because: own.possible }
  }
  if (sentenceIsQuestion) return { status: 'possible', because: 'a question' }
  if (own.planned !== undefined) return { status: 'planned', because: own.planned }
  return { status: 'reported', because: 'told as fact' }
}

/** "Initially, X said it would build 3,000, but …", "X at first put the price at 300, then …": what was told once, and is otherwise now. */
function changedLater(terms: readonly Term[], clause: Clause, trigger: number): string | undefined {
  let at = 0
  while (at < trigger && !isFormerly(terms[at]) && !isAtFirst(terms, at)) at++
  if (at === trigger || clause.terms.some((i) => i < trigger && /^(?:will|'ll|shall)$/.test(terms[i]?.normal ?? '')))
    return undefined
  // it opens the sentence, or stands beside the verb that governs what is told
  const beside = [at - 1, at + 1, at + 2].some((i) => is(terms[i], TAG.Finite))
  if (at > 0 && !beside) return undefined
  for (let i = at + 1; i < trigger; i++)
    if (is(terms[i], TAG.Semicolon) || CONTRASTS.has(terms[i]?.normal ?? '')) return undefined
  const contrast = terms.findIndex((term, i) => i > trigger && CONTRASTS.has(term.normal))
  return contrast < 0 ? undefined : `"${textOf(terms[at] as Term)} … ${terms[contrast]?.normal}"`
}

const isAtFirst = (terms: readonly Term[], i: number): boolean =>
  terms[i]?.normal === 'at' &&
  terms[i + 1]?.normal === 'first' &&
  !/^(?:sight|glance|light)$/.test(terms[i + 2]?.normal ?? '')

const CONTRASTS = new Set(['but', 'then', 'yet', 'later', 'however', 'mais', 'puis'])

/**
 * "will build a plant and hire 300 people", "will be built in Japan and sold in Europe": the second verb goes on with the
 * auxiliary of the first. English only: elsewhere an infinitive or participle opens no clause.
 */
function sharesVerbGroup(terms: readonly Term[], clause: Clause, trigger: number): boolean {
  if (clause.kind !== 'coordinate' || clause.parent === null) return false
  if (endsInPurpose(terms, clause, trigger)) return true
  if (!/^(?:and|or)$/.test(terms[clause.start]?.normal ?? '')) return false
  const verb = terms[clause.start + 1]
  if (isInfinitive(verb)) return true
  return is(verb, TAG.Participle) && clause.parent.terms.some((i) => i < clause.start && terms[i]?.normal === 'be')
}

/** "will use the money to hire as well as to launch its app and expand into Peru": no other verb stands before the infinitive. */
function endsInPurpose(terms: readonly Term[], clause: Clause, trigger: number): boolean {
  if (!isInfinitive(terms[trigger]) && !does(terms[trigger], DOES.Conjunction)) return false
  for (let i = clause.start; i < trigger; i++) {
    if (terms[i]?.normal === 'to' && (i + 1 === trigger || also(terms[i + 1], ALSO.Infinitive))) return true
    if (terms[i]?.who !== undefined || terms[i]?.kind.finite === true) return false
  }
  return false
}

/** "will open 80 shops, creating 5,000 jobs", "…, posting a rise of 3 %": what is done by it is as sure, where no figure stands before. */
const opensWithGerund = (terms: readonly Term[], clause: Clause, trigger: number): boolean =>
  clause.kind === 'coordinate' &&
  clause.parent !== null &&
  trigger - clause.start <= GERUNDS_REACH &&
  is(terms[clause.start], TAG.Gerund)

const GERUNDS_REACH = 4

/** "va bâtir une usine, avec à la clé 300 emplois", "vise 300 ventes, soit 4 % de plus": what comes with a plan is one. */
const goesWith = (terms: readonly Term[], { kind, parent, start, hasVerb }: Clause): boolean =>
  kind === 'coordinate' && parent !== null && !hasVerb && /^(?:avec|soit)$/.test(terms[start]?.normal ?? '')

/** The terms of a clause that stand between the same commas as `trigger`, and the verb group before them. */
function cuesOf(terms: readonly Term[], clause: Clause, trigger: number): Cues {
  const cues: Cues = {
    negated: undefined,
    denied: undefined,
    former: undefined,
    possible: undefined,
    planned: undefined,
  }
  const inside = clause.terms
  for (let k = 0; k < inside.length; k++) {
    const i = inside[k] as number
    const term = terms[i] as Term
    // the month of May is no hedge
    if (!term.kind.cue || term.mention?.type === 'date') continue
    const { normal } = term
    const { tags } = term.kind
    if (normal === 'ne' || normal === "n'") {
      const negation = negatedUntil(terms, inside, k)
      if (negation !== null && (isAnothersNegation(terms, i, trigger) || isNotYet(terms, i))) continue
      if (negation !== null && isNotEasy(terms, i, trigger)) continue
      if (negation === 'pas') {
        const at = verbBehind(terms, inside, k)
        const verb = terms[inside[at] ?? -1]
        if (verb?.kind.tags.has('Exclude') || verb?.kind.tags.has('Deny'))
          cues.possible ??= `"n'${verb.normal} pas" leaves it open`
        else if (verb?.kind.tags.has('Hide')) continue
        else if (i > trigger && isTie(terms[trigger]) && !deniesTie(verb)) continue
        else cues.negated ??= `negation "${term.normal} … pas"`
        // the negated verb's own cue ("n'envisage pas", "n'exclut pas") is spent
        if (at >= 0) k = at
      } else if (negation === 'plus') cues.former ??= '"ne … plus"'
      continue
    }
    if (deniesAt(terms, i)) {
      if (terms[i + 1]?.normal === 'only' || terms[i + 1]?.normal === 'longer') {
        if (terms[i + 1]?.normal === 'longer') cues.former ??= '"no longer"'
        continue
      }
      if (isInPassing(terms, i, trigger)) continue
      // "revenue of 3 million, not 4 million" denies the second figure alone
      if (i > trigger && is(terms[i - 1], TAG.Comma) && is(terms[i + 1], TAG.Value)) continue
      const verb = terms.slice(i + 1, i + 4).find((t) => t.kind.tags.has('Exclude') || t.kind.tags.has('Deny'))
      const behind = i > trigger && isTie(terms[trigger]) ? terms[i + 1] : undefined
      if (verb !== undefined) {
        cues.possible ??= `"${normal} ${verb.normal}" leaves it open`
        // its own cue is spent
        while (terms[inside[k] ?? -1] !== verb && k < inside.length - 1) k++
      } else if (!deniesTie(behind)) continue
      else cues.negated ??= `negation "${normal}"`
      continue
    }
    if (normal === 'ni' && i > trigger) continue
    // "had been due to open": what was to come did not
    if (tags.has('Plan') && i < trigger && hadBeen(terms, i)) {
      cues.former ??= `"had been ${normal}"`
      continue
    }
    // "initialement promis pour 2026", "planned originally for May"
    if (tags.has('Plan') && is(term, TAG.Participle) && (isFormerly(terms[i - 1]) || isFormerly(terms[i + 1]))) {
      cues.former ??= `no longer "${textOf(term)}"`
      continue
    }
    // "its unsuccessful bid"
    if (tags.has('Failed') && i < trigger && trigger - i <= 4) cues.denied ??= `"${textOf(term)}"`
    else if (
      tags.has('Fail') &&
      i !== trigger &&
      // "après l'échec de X, Y achète", but "a tenté en vain d'acheter"
      (i > trigger || is(term, TAG.Verb) || term.kind.root === 'sans-succès') &&
      // "bought X after a failed deal with Y": another one
      !(i > trigger && term.normal === 'failed' && does(terms[i - 1], DOES.Article))
    )
      cues.denied ??= `"${textOf(term)}"`
    // "s'était installé en 2011 avant d'en repartir"
    else if (tags.has('Leave') && i > trigger && also(term, ALSO.Infinitive) && isBefore(terms, i))
      cues.former ??= `"${textOf(term)}" after`
    // "en excluant les taxes": a condition of what is told
    else if (term.normal.endsWith('ant') && terms[i - 1]?.normal === 'en') continue
    else if (tags.has('Deny') && i !== trigger) cues.denied ??= `"${textOf(term)}"`
    else if (tags.has('Exclude') && i < trigger) cues.denied ??= `"${textOf(term)}"`
    else if (tags.has('Abandon') && i !== trigger && governs(terms, i, trigger)) cues.former ??= `"${textOf(term)}"`
    else if (tags.has('Former') && near(terms, i, trigger) && !MODALS.has(terms[i - 1]?.normal ?? ''))
      cues.former ??= `"${textOf(term)}"`
    else if (tags.has('Hedge') && !isSeen(terms, i)) cues.possible ??= `hedge "${textOf(term)}"`
    else if (tags.has('Conditional') && !tags.has('Must')) {
      if (!tags.has('Future')) cues.possible ??= `${tags.has('Can') ? 'hedge' : 'conditional'} "${textOf(term)}"`
    } else if (tags.has('Consider') && (i < trigger || tags.has('Participle'))) cues.possible ??= `"${textOf(term)}"`
    if (
      (tags.has('Halt') || term.kind.root === 'drop' || tags.has('Lose') || tags.has('Leave')) &&
      i < trigger &&
      endsTie(terms, i)
    )
      cues.former ??= `"${textOf(term)}" ends it`
    // "its contract ended in May"
    if (tags.has('Halt') && i > trigger && isTie(terms[trigger]) && isEnding(terms, i, trigger))
      cues.former ??= `it "${textOf(term)}"`
    if (tags.has('Threaten')) cues.possible ??= `"${textOf(term)}"`
    // "s'est engagé à livrer", "a décidé de livrer", "decided to deliver"
    if (tags.has('Commit') && i <= trigger && /^(?:à|de|d'|to)$/.test(terms[i + 1]?.normal ?? ''))
      if (followedByInfinitive(terms, i)) cues.planned ??= `"${textOf(term)}" + infinitive`
    // "sees 2024 revenue of 3 million"
    if (
      normal === 'sees' &&
      i < trigger &&
      i + 3 >= trigger &&
      is(terms[trigger], TAG.Noun) &&
      !does(terms[i + 1], DOES.Possessive)
    )
      cues.planned ??= '"sees"'
    // "is estimated to report a profit"
    if (normal === 'estimated' && terms[i + 1]?.normal === 'to' && REPORTS.test(terms[i + 2]?.normal ?? ''))
      cues.planned ??= '"estimated to" report'
    // "propose de conserver 250 emplois": an offer
    if (tags.has('Propose') && i < trigger && /^(?:de|d')$/.test(terms[i + 1]?.normal ?? ''))
      cues.planned ??= `"${textOf(term)} de" + infinitive`
    // "has an option on 20 more"
    if (normal === 'option' && i < trigger && /^(?:on|to|for)$/.test(terms[i + 1]?.normal ?? ''))
      cues.possible ??= '"option"'
    // "tried to merge with X, but the regulator said no"
    if (/^(?:tried|attempted|sought)$/.test(normal) && terms[i + 1]?.normal === 'to' && i < trigger && i + 5 > trigger)
      if (terms.slice(trigger).some(({ normal: joint }) => joint === 'but' || joint === 'only'))
        cues.denied ??= `"${normal} to … but"`
    // "is close to signing"
    if (normal === 'close' && terms[i + 1]?.normal === 'to' && terms[i + 2]?.normal.endsWith('ing'))
      cues.planned ??= '"close to"'
    // "was to have opened"
    if (
      tags.has('Be') &&
      /^(?:was|were)$/.test(normal) &&
      terms[i + 1]?.normal === 'to' &&
      terms[i + 2]?.normal === 'have'
    )
      cues.former ??= `"${normal} to have"`
    // "is to buy", "are to be created"
    const to = /^(?:both|all|each|also|now)$/.test(terms[i + 1]?.normal ?? '') ? i + 2 : i + 1
    if (tags.has('Be') && terms[to]?.normal === 'to' && mayBeInfinitive(terms[to + 1]))
      cues.planned ??= `"${normal} to" + infinitive`
    // "said it would deliver" is the future as seen from a past saying; any other "would" is a condition
    if (tags.has('Would')) {
      if (inside.some((j) => j < i && (is(terms[j], TAG.Say) || also(terms[j], ALSO.Plan))))
        cues.planned ??= `"${normal}" after a saying`
      else cues.possible ??= `conditional "${normal}"`
    }
    if (tags.has('Must') || tags.has('Go') || tags.has('PlanInf')) {
      if (followedByInfinitive(terms, i)) cues.planned ??= `"${textOf(term)}" + infinitive`
    } else if (tags.has('Future') && !does(terms[i - 1], DOES.One)) cues.planned ??= `future "${textOf(term)}"`
    else if (tags.has('Plan') && (tags.has('Due') ? !isCause(terms, i) : plans(terms, i, trigger)))
      cues.planned ??= `"${textOf(term)}"`
    // "should employ 40 people"; what "should have" been was not
    else if (normal === 'should' && terms[i + 1]?.normal !== 'have') cues.planned ??= '"should"'
    else if (
      (normal === 'will' || normal === "'ll" || normal === 'shall') &&
      !tags.has('Capital') &&
      !isAnothers(terms, i, trigger)
    )
      cues.planned ??= `"${normal}"`
  }
  if (isHeadline(terms, inside)) cues.planned ??= '"to" + infinitive in a headline'
  return cues
}

/** "X, never one to wait, is cutting jobs", "Not content with that, X bought Y": a negation between commas, or before the first one, denies what stands there. */
function isInPassing(terms: readonly Term[], i: number, trigger: number): boolean {
  if (i > trigger || (i > 0 && !is(terms[i - 1], TAG.Comma)) || does(terms[i + 1], DOES.Article)) return false
  for (let j = i + 1; j < trigger; j++) if (is(terms[j], TAG.Comma)) return terms[i]?.normal !== 'no'
  return false
}

/** "is estimated to report a profit": what is still to come out. */
const REPORTS = /^(?:report|post|record|book|log|show)$/

/** Behind "is to": an infinitive, also of a verb that the lexicon lacks, or "be". */
const mayBeInfinitive = (term: Term | undefined): boolean =>
  isInfinitive(term) ||
  term?.normal === 'be' ||
  (term !== undefined &&
    term.kind.tags.size === 0 &&
    term.who === undefined &&
    term.mention === undefined &&
    !does(term, LITTLE_WORDS) &&
    /^[a-z]+$/.test(term.normal))

/** "X to cut 300 jobs": no other verb stands before it, and X is no object ("formed a venture with X to cut costs"). */
function isHeadline(terms: readonly Term[], inside: readonly number[]): boolean {
  for (const i of inside) {
    const term = terms[i] as Term
    if (term.normal === 'to' && terms[i - 1]?.who?.kind === 'name')
      return isInfinitive(terms[i + 1]) && !does(terms[i - 2], DOES.Preposition)
    if (is(term, TAG.Finite) && !is(term, TAG.Noun)) return false
  }
  return false
}

/** "copies appeared": came up, where nothing is said that seems so. */
const isSeen = (terms: readonly Term[], i: number): boolean =>
  terms[i]?.kind.root === 'appear' && terms[i + 1]?.normal !== 'to' && terms[i - 1]?.normal !== 'it'

/** "avant de", "avant d'en", "before" right before the verb at `i`. */
const isBefore = (terms: readonly Term[], i: number): boolean =>
  terms.slice(Math.max(0, i - 3), i).some(({ normal }) => normal === 'avant' || normal === 'before')

const TIES = ['Bid', 'Takeover', 'Contract', 'Partnership', 'JointVenture', 'Plan', 'Talks', 'Merge']

/** "has closed a round to build what will be a plant": the verb of the trigger stands before it, and "will" far behind. */
function isAnothers(terms: readonly Term[], i: number, trigger: number): boolean {
  if (i < trigger) return false
  let verb = false
  for (let j = Math.max(0, trigger - 5); j < trigger; j++) if (also(terms[j], ALSO.Have)) verb = true
  return verb
}

const isFormerly = (term: Term | undefined): boolean => term?.kind.tags.has('Former') === true

const isTie = (term: Term | undefined): boolean => term !== undefined && TIES.some((tie) => term.kind.tags.has(tie))

/** The verb at `i` has no object, and what is told at `trigger` as its subject. */
function isEnding(terms: readonly Term[], i: number, trigger: number): boolean {
  const next = terms[i + 1]
  const ends =
    next === undefined ||
    is(next, TAG.Punct) ||
    next.mention?.type === 'date' ||
    /^(?:in|last|this|after|when|early|without)$/.test(next.normal)
  if (!ends || !is(terms[i], TAG.Finite) || i - trigger > 10) return false
  for (let j = trigger + 1; j < i; j++) if (is(terms[j], TAG.Comma) || (terms[j] as Term).kind.finite) return false
  return true
}

/** "ended its contract", "dropped its bid": the verb takes back what its object names. */
function endsTie(terms: readonly Term[], i: number): boolean {
  for (let j = i + 1; j <= i + 3; j++) {
    const tags = terms[j]?.kind.tags
    if (tags?.has('Noun') && TIES.some((tie) => tags.has(tie))) return true
  }
  return false
}

/** "had been planned", "had planned to open", "avait prévu d'ouvrir". */
function hadBeen(terms: readonly Term[], i: number): boolean {
  const before = terms[i - 1]?.normal
  if (/^avai(?:t|ent)$/.test(before ?? ''))
    return is(terms[i], TAG.Participle) && /^(?:de|d')$/.test(terms[i + 1]?.normal ?? '')
  if (before === 'had') return is(terms[i], TAG.Participle) && terms[i + 1]?.normal === 'to'
  return before === 'been' && terms[i - 2]?.normal === 'had'
}

/** A verb governs what follows it within a few words and no comma. */
function governs(terms: readonly Term[], i: number, trigger: number): boolean {
  // "the plan for a plant was scrapped", not "a contract to recycle scrap"
  if (i > trigger) return trigger - i >= -14 && !also(terms[i], ALSO.Infinitive)
  for (let j = i + 1; j < trigger; j++) if (is(terms[j], TAG.Comma)) return false
  return trigger - i <= 12
}

/** Between the same commas. */
function near(terms: readonly Term[], i: number, trigger: number): boolean {
  const [a, b] = i < trigger ? [i, trigger] : [trigger, i]
  let commas = 0
  for (let j = a + 1; j < b; j++) if (is(terms[j], TAG.Comma)) commas++
  return commas === 0
}

function followedByInfinitive(terms: readonly Term[], i: number): boolean {
  for (let j = i + 1; j < Math.min(i + 5, terms.length); j++) {
    const term = terms[j] as Term
    if (also(term, ALSO.Infinitive) || /(?:er|ir|oir|re)$/.test(normalOf(term))) return true
    if (is(term, TAG.Punct) || term.mention !== undefined) return false
  }
  return false
}
