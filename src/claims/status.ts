import type { ClaimStatus } from '../types.js'
import { type Clause, type Clauses, governors, infinitiveBehind } from './clauses.js'
import { cuesOf, isFormerly } from './cues.js'
import { ALSO, also, DOES, does, is, TAG } from './kinds.js'
import { standsBehindSince } from './other-times.js'
import { isInfinitive } from './plans.js'
import { type Term, textOf } from './terms.js'

/** A status and the words that gave it, for `xev explain`. */
export interface Settled {
  status: ClaimStatus
  because: string
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
  // "will cut 300 jobs, following the closure of its plant": what stands behind is no plan
  if (!sentenceIsQuestion && is(terms[trigger], TAG.Noun) && standsBehindSince(terms, trigger))
    return { status: 'reported', because: 'what came before' }
  // "veut rapatrier l'assemblage, aujourd'hui confié à X": so it is now
  if (
    is(terms[trigger], TAG.Participle) &&
    NOW.has(terms[trigger - 1]?.normal ?? '') &&
    is(terms[trigger - 2], TAG.Comma)
  )
    return { status: 'reported', because: 'what is so now' }
  const clause = clauses.of[trigger] as Clause
  const own = cuesOf(terms, clause, trigger)
  if (isRumoured(terms, clause)) own.possible ??= 'a rumour'
  let saidInPast = false
  for (const governor of governors(clause)) {
    const verbs = governor.terms.map((i) => terms[i] as Term)
    // "la presse rapporte que X rachèterait Y" is hearsay
    const says = (t: Term) => is(t, TAG.Say) || WARNED.test(t.normal)
    if (verbs.some((t) => (says(t) && !isFrenchPresent(t)) || (also(t, ALSO.Plan) && is(t, TAG.Finite))))
      saidInPast = true
    const outer = cuesOf(terms, governor, (governor.terms.at(-1) ?? 0) + 0.5)
    own.denied ??= outer.denied
    own.former ??= outer.former
    own.possible ??= outer.possible
    if (!saidInPast) own.planned ??= outer.planned
  }
  // "said it had bought a mill and would open it", "a dit qu'il avait vendu un site et en fermerait un autre": said as well
  let spoken = clause
  while (spoken.kind === 'coordinate' && spoken.parent !== null) spoken = spoken.parent
  if (spoken !== clause)
    saidInPast ||= spoken.kind === 'complement' ? isSaidInPast(terms, spoken) : saysOfPast(terms, spoken)
  let inner = clause
  for (let at = trigger; sharesVerbGroup(terms, inner, at); at = inner.start, inner = inner.parent as Clause) {
    const shared = cuesOf(terms, inner.parent as Clause, inner.start - 1)
    own.negated ??= shared.negated
    own.possible ??= shared.possible
    own.planned ??= shared.planned
    // "said it would build 3,000 and sell 900 of them"
    saidInPast ||= isSaidInPast(terms, inner.parent as Clause)
  }
  // "said it would build a plant that would open in 2028": the relative clause goes on with the plan
  const { kind, parent, start } = spoken
  if (kind === 'relative' && parent !== null && own.possible?.startsWith('conditional ') === true) {
    const before = parent.terms.findLast((i) => i < start)
    saidInPast ||= before !== undefined && settleStatus(terms, clauses, before, false).status === 'planned'
  }
  const ahead = absoluteBefore(terms, trigger)
  if (ahead > 0 || (inner === clause && (opensWithGerund(terms, clause, trigger) || goesWith(terms, clause)))) {
    const governing = ahead > 0 ? ahead : (clause.parent as Clause).terms.findLast((i) => i < clause.start)
    const outer = governing === undefined ? null : settleStatus(terms, clauses, governing, false)
    if (outer?.status === 'possible') own.possible ??= outer.because
    else if (outer?.status === 'planned') own.planned ??= outer.because
  }
  if (isPaidFor(terms, trigger)) own.planned ??= 'what money is put in for'
  // "future propriété de X"
  if (/^futur(?:e|s|es)?$/.test(terms[trigger - 1]?.normal ?? '')) own.planned ??= 'future'
  // "It had owned X since 1979"
  if (terms[trigger]?.normal === 'owned' && terms[trigger - 1]?.normal === 'had') own.former ??= '"had owned"'
  own.former ??= changedLater(terms, clause, trigger)
  const denied = own.denied ?? own.negated
  if (denied !== undefined) return { status: 'denied', because: denied }
  if (own.former !== undefined) return { status: 'former', because: own.former }
  if (own.possible !== undefined) {
    // "a confirmé que l'usine entrerait en production en octobre": the future as seen from a past saying
    const futureInPast = saidInPast && /^conditional "(?!aur)/.test(own.possible)
    return futureInPast ? { status: 'planned', because: own.possible } : { status: 'possible', because: own.possible }
  }
  if (sentenceIsQuestion) return { status: 'possible', because: 'a question' }
  if (own.planned !== undefined) return { status: 'planned', because: own.planned }
  return { status: 'reported', because: 'told as fact' }
}

/** A verb of saying in the past governs the clause. */
const isSaidInPast = (terms: readonly Term[], clause: Clause): boolean =>
  governors(clause).some((outer) =>
    outer.terms.some((i) => is(terms[i], TAG.Say) && !isFrenchPresent(terms[i] as Term)),
  )

/** "said sales had risen and would …", "said the site would close and it would …": what is said has no clause of its own, and its own past. */
function saysOfPast(terms: readonly Term[], { terms: inside }: Clause): boolean {
  const said = inside.find((i) => terms[i]?.normal === 'said')
  return said !== undefined && inside.some((i) => i > said && /^(?:had|would)$/.test(terms[i]?.normal ?? ''))
}

/** Who says so of himself: "a prévenu qu'il supprimerait", "avait promis que l'usine ouvrirait". */
const WARNED = /^(?:prévenu|averti|assuré|promis|juré|garanti|signalé|reconnu)e?s?$/

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
 * "will build a plant and hire 300 people", "will be built in Japan and sold in Europe", "doit créer 900 emplois et ouvrir en
 * 2028": the second verb goes on with the auxiliary of the first.
 */
function sharesVerbGroup(terms: readonly Term[], clause: Clause, trigger: number): boolean {
  if (clause.kind !== 'coordinate' || clause.parent === null) return false
  if (endsInPurpose(terms, clause, trigger)) return true
  if (infinitiveBehind(terms, clause.start) > 0) return true
  if (!/^(?:and|or)$/.test(terms[clause.start]?.normal ?? '')) return false
  // "would open in 2028 and eventually employ 650"
  const verb = terms[clause.start + 1]?.normal.endsWith('ly') ? terms[clause.start + 2] : terms[clause.start + 1]
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

/** "a investi 80 millions pour doubler la capacité": the infinitive tells what the money before it is for. */
function isPaidFor(terms: readonly Term[], trigger: number): boolean {
  if (!isInfinitive(terms[trigger]) || !GROWS.some((tag) => terms[trigger]?.kind.tags.has(tag))) return false
  const before = terms[trigger - 1]?.normal ?? ''
  if (before !== 'pour' && !(/^d[e']$/.test(before) && terms[trigger - 2]?.normal === 'afin')) return false
  return terms.slice(0, trigger).some(({ mention }) => mention?.type === 'money')
}

const GROWS = ['Double', 'Triple', 'Quadruple', 'Hire', 'Create']

/** "will open 80 shops, creating 5,000 jobs", "…, posting a rise of 3 %": what is done by it is as sure, where no figure stands before. */
const opensWithGerund = (terms: readonly Term[], clause: Clause, trigger: number): boolean =>
  clause.kind === 'coordinate' &&
  clause.parent !== null &&
  trigger - clause.start <= GERUNDS_REACH &&
  is(terms[clause.start], TAG.Gerund)

const GERUNDS_REACH = 4

/** "will take 20 %, with X buying the rest": the last term of what such a gerund goes with; -1 for none. */
function absoluteBefore(terms: readonly Term[], trigger: number): number {
  if (!is(terms[trigger], TAG.Gerund)) return -1
  for (let i = trigger - 1; i > Math.max(1, trigger - 8); i--)
    if (terms[i]?.normal === 'with') return is(terms[i - 1], TAG.Comma) ? i - 2 : -1
    else if (is(terms[i], TAG.Punct | TAG.Finite)) return -1
  return -1
}

/** "va bâtir une usine, avec à la clé 300 emplois", "vise 300 ventes, soit 4 % de plus": what comes with a plan is one. */
const goesWith = (terms: readonly Term[], { kind, parent, start, hasVerb }: Clause): boolean =>
  kind === 'coordinate' && parent !== null && !hasVerb && /^(?:avec|soit)$/.test(terms[start]?.normal ?? '')

/** "rapporte", "affirment": third persons of the first conjugation in the present. */
const isFrenchPresent = ({ kind, normal }: Term): boolean =>
  (kind.is & (TAG.Finite | TAG.Participle)) === TAG.Finite && /(?:[^aé]e|[^i]ent)$/.test(normal)

/** "reports that X had agreed", "des rumeurs selon lesquelles X aurait vendu": what the clause completes is not told as fact. */
function isRumoured(terms: readonly Term[], { kind, start }: Clause): boolean {
  const at = terms[start - 1]?.normal === 'selon' ? start - 2 : start - 1
  const noun = terms[at]?.normal ?? ''
  if (at < start - 1) return /^(?:rumeurs?|informations|spéculations)$/.test(noun)
  if (kind !== 'complement' || !/^(?:reports?|rumou?rs?|speculation|suggestions)$/.test(noun)) return false
  // "the paper reports that" tells it
  const before = terms[at - 1]
  return does(before, DOES.Preposition | DOES.Determiner) || is(before, TAG.Verb)
}

const NOW = new Set("aujourd'hui actuellement jusqu'ici now currently presently".split(' '))
