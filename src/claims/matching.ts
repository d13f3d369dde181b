import type { Attempt } from './attempts.js'
import { whereStopped } from './attempts.js'
import type { Candidate, SentenceContext } from './candidate.js'
import type { Clause, Clauses } from './clauses.js'
import { ALSO, also, DOES, does, is, TAG } from './kinds.js'
import {
  lastBeginning,
  lookAt,
  lookAtSome,
  type Match,
  matches,
  matchPattern,
  mayMatch,
  maySee,
  type Pattern,
  type Sight,
} from './match.js'
import { isWithin } from './measures.js'
import type { Profile } from './profile.js'
import { type CompiledRule, NEEDS, type RulePattern, type RuleSet, ready, wokenBy } from './rules.js'
import type { Term } from './terms.js'

// What rules match in a sentence, and what they may not reach over.

function triggerOf(terms: readonly Term[], match: Match, compiled: CompiledRule, rules: RuleSet): number {
  const wakes = (i: number): boolean => rules.byKind[(terms[i] as Term).kind.id]?.includes(compiled.number) === true
  // of several, the word that the rule captures as its measure or event
  const named = match.groups.measure?.[0] ?? match.groups.event?.[0]
  if (named !== undefined && wakes(named)) return named
  // a sum wakes rules too, and says nothing of when or how surely
  let figure = -1
  for (let i = match.start; i < match.end; i++) {
    if (!wakes(i)) continue
    if (!also(terms[i], ALSO.Money)) return i
    if (figure < 0) figure = i
  }
  return figure < 0 ? match.start : figure
}

/** The candidates of a sentence: where the patterns of the woken rules match, and nothing that stands there speaks against it. */
export function findCandidates(
  { terms, clauses }: SentenceContext,
  woken: readonly number[],
  rules: RuleSet,
  attempts: Attempt[] | null,
  profile: Profile | undefined,
): Candidate[] {
  const inserted = insertedIn(terms, clauses)
  const whole = candidatesIn({ terms, clauses }, woken, rules, attempts, profile)
  if (inserted === null) return whole
  const candidates = whole.filter((candidate) => !leavesInserted(terms, candidate, clauses, inserted))
  const at = withoutInserted(terms, clauses, inserted)
  const rest = { terms: at.map((i) => terms[i] as Term), clauses: inRest(clauses, at) }
  for (const candidate of candidatesIn(rest, wokenBy(rest.terms, rules), rules, null, profile)) {
    const { compiled, match, trigger, value } = candidate
    const start = at[match.start] as number
    const end = (at[match.end - 1] as number) + 1
    // it was found in the whole sentence as well
    if (end - start === match.end - match.start) continue
    const groups: Match['groups'] = {}
    for (const [name, [from, to]] of Object.entries(match.groups) as [string, [number, number]][])
      groups[name] = [at[from] as number, (at[to - 1] as number) + 1]
    const tried = attempts?.findIndex(({ rule }) => rule === compiled.rule.id) ?? -1
    if (tried >= 0) attempts?.splice(tried, 1, { rule: compiled.rule.id, outcome: 'matched' })
    candidates.push({
      compiled,
      match: { start, end, groups },
      trigger: at[trigger] as number,
      value: value < 0 ? value : (at[value] as number),
    })
  }
  return candidates
}

/** What patterns are looked for in: the terms of a sentence, or some of them, and their clauses. */
type Matched = Pick<SentenceContext, 'terms' | 'clauses'>

function candidatesIn(
  context: Matched,
  woken: readonly number[],
  rules: RuleSet,
  attempts: Attempt[] | null,
  profile: Profile | undefined,
): Candidate[] {
  const { terms } = context
  const { list, gates, predicates } = rules
  const sight = lookAt(terms, predicates)
  const candidates: Candidate[] = []
  for (let w = 0; w < woken.length; w++) {
    const number = woken[w] as number
    const from = profile?.now() ?? 0
    let matched = false
    const first = gates.from[number] as number
    const end = gates.from[number + 1] as number
    for (let gate = first; gate < end; gate++) {
      const needs = gate * NEEDS
      if (!maySee(sight, gates.rarest[needs] as number) || !maySee(sight, gates.rarest[needs + 1] as number)) continue
      const compiled = list[number] as CompiledRule
      const pattern = ready(compiled.match[gate - first] as RulePattern, predicates)
      for (const found of matchPattern(sight, pattern)) {
        let match = opensWithTrigger(pattern, found) ? lastBeginning(sight, pattern, found) : found
        if (leavesAside(context, match)) match = found
        if (leavesAside(context, match)) continue
        const trigger = triggerOf(terms, match, compiled, rules)
        if (vetoed(context, sight, compiled, trigger, match)) continue
        const value = match.groups.value?.[0] ?? -1
        if (value >= 0 && value < trigger && (goesOn(terms, value, trigger) || isOfRelative(context, value, trigger)))
          continue
        if (compiled.rule.kind === 'partner' && opensMain(terms, trigger, match)) continue
        if (value > trigger && isParted(context, compiled.rule.kind === 'volume', trigger, value)) continue
        matched = true
        candidates.push({ compiled, match, trigger, value })
      }
    }
    const compiled = list[number] as CompiledRule
    profile?.tried(compiled.rule.id, profile.now() - from)
    if (attempts !== null)
      attempts.push(matched ? { rule: compiled.rule.id, outcome: 'matched' } : whereStopped(terms, sight, compiled))
  }
  return candidates
}

/** The relative clauses and insertions that stand within another clause, which goes on behind them, and what hangs on them. */
function insertedIn(terms: readonly Term[], { list, of }: Clauses): ReadonlySet<Clause> | null {
  const inserted = new Set<Clause>()
  for (const clause of list) {
    const { kind, parent, terms: inside, start } = clause
    if (parent === null) continue
    let behind = (inside.at(-1) ?? start) + 1
    // "which makes cheese and employs 300 people, for 3 million": with what hangs on it
    while (of[behind] !== undefined && isWithin(of[behind], clause)) behind++
    const goesOn = is(terms[behind], TAG.Comma) ? of[behind + 1] === parent : of[behind] === parent
    const own = (kind === 'relative' || kind === 'insertion') && goesOn && (parent.terms[0] ?? start) < start
    if (own || inserted.has(parent)) inserted.add(clause)
  }
  return inserted.size > 0 ? inserted : null
}

/**
 * "which it bought in 2019, to Y for 3 million": what a rule captures behind a trigger that is inserted stands outside. "is selling
 * X, which it bought for 3 million": the figure of an inserted verb is none of the trigger's.
 */
function leavesInserted(
  terms: readonly Term[],
  { trigger, value, match }: Candidate,
  { of }: Clauses,
  inserted: ReadonlySet<Clause>,
): boolean {
  const inner = of[trigger] as Clause
  const figure = value < 0 ? undefined : of[value]
  // "its output, which hit 3 million tonnes, will grow": a noun has the figures that are told of it
  const verb = is(terms[trigger], TAG.Verb) && !is(terms[trigger], TAG.Noun)
  if (verb && figure?.kind === 'relative' && figure.hasVerb && inserted.has(figure) && !isWithin(inner, figure))
    return true
  // "acquise en 2011, à Y": what lists names is cut at its first comma
  const closed = inner.kind === 'relative' || (trigger === inner.start && is(terms[trigger], TAG.Participle))
  if (!closed || !inserted.has(inner)) return false
  // a date may be told of it outside: "X, dont la sortie était fixée à mai, est reporté à juin"
  const { groups } = match
  return [groups.value, groups.partner, groups.subject].some(
    (at) => at !== undefined && at[0] > trigger && !isWithin(of[at[0]], inner),
  )
}

/** "is selling X, which it bought in 2019, to Y": the terms that are not inserted, without the commas around what is, as indexes. */
function withoutInserted(terms: readonly Term[], { of }: Clauses, inserted: ReadonlySet<Clause>): number[] {
  const isInserted = (i: number): boolean => of[i] !== undefined && inserted.has(of[i])
  const at: number[] = []
  let opened = false
  for (let i = 0; i < terms.length; i++) {
    if (isInserted(i)) continue
    const comma = is(terms[i], TAG.Comma)
    const closes = comma && opened && isInserted(i - 1)
    const opens = comma && isInserted(i + 1)
    if (opens) opened = true
    else if (isInserted(i + 1)) opened = false
    if (!opens && !closes) at.push(i)
  }
  return at
}

/** The clauses of the terms `at`, by their place among these. */
function inRest({ list, of }: Clauses, at: readonly number[]): Clauses {
  const place = new Map(at.map((i, k) => [i, k]))
  const mapped = new Map<Clause, Clause>()
  for (const clause of list) {
    const parent = clause.parent === null ? null : (mapped.get(clause.parent) ?? null)
    const terms = clause.terms.flatMap((i) => place.get(i) ?? [])
    mapped.set(clause, { ...clause, parent, terms })
  }
  return { list: [...mapped.values()], of: at.map((i) => mapped.get(of[i] as Clause) as Clause) }
}

/** The word that the rule captures as its measure or event opens the match, and other words stand between it and the value. */
function opensWithTrigger({ groups }: Pattern, match: Match): boolean {
  if (groups[0] !== 'measure' && groups[0] !== 'event') return false
  const at = match.groups[groups[0]]?.[0]
  return at === match.start && match.end - match.start > 2
}

/** "Le revenu - net de ce que paient les clients - a crû de 4 %": the measure stands within the dashes, and its figure outside. */
function leavesAside({ clauses: { of } }: Matched, { groups }: Match): boolean {
  const measure = of[groups.measure?.[0] ?? -1]
  const value = groups.value?.[0] ?? -1
  return measure?.kind === 'aside' && value >= 0 && !isWithin(of[value], measure)
}

/** "En reprenant deux chaînes, X étendrait son réseau": the name behind the comma begins the main clause, and is nobody's partner. */
function opensMain(terms: readonly Term[], trigger: number, { groups }: Match): boolean {
  const at = groups.partner?.[0] ?? -1
  if (at <= trigger + 1 || !is(terms[at - 1], TAG.Comma) || groups.subject !== undefined) return false
  const verb = terms[at + 1]
  return is(verb, TAG.Finite | TAG.Future | TAG.Conditional) && !is(verb, TAG.Noun)
}

/**
 * A semicolon parts a figure from what is told before it, unless a pronoun goes on with it: "the target; it was 300". So does
 * what somebody has from what a verb tells: "was set up to invest in start-ups and has 6 million".
 */
function isParted({ terms, clauses }: Matched, measures: boolean, trigger: number, value: number): boolean {
  if (measures && leavesRelative(clauses, trigger, value)) return true
  const verb = is(terms[trigger], TAG.Verb) && !is(terms[trigger], TAG.Noun)
  for (let i = trigger + 1; i < value; i++) {
    if (is(terms[i], TAG.Semicolon)) return !also(terms[i + 1], ALSO.Pronoun)
    // "bought X in 2015, sold its mines for 3 million"
    const next =
      GOES_ON.has(terms[i - 1]?.normal ?? '') ||
      (is(terms[i - 1], TAG.Comma) && clauses.of[i] === clauses.of[value] && !does(terms[i], DOES.Coordinate))
    if (verb && next && tellsOther(terms, i)) return true
  }
  return false
}

/** Behind a conjunction a verb of its own, none of reaching: "emploie 300 personnes et perd 3 millions". */
function tellsOther(terms: readonly Term[], i: number): boolean {
  const verb = terms[i]
  if (also(verb, ALSO.Have)) return is(verb, TAG.Finite)
  // "a racheté X en 2015, vendu ses mines": the auxiliary is left out
  if (
    is(verb, TAG.Participle) &&
    !is(verb, TAG.Finite | TAG.Noun) &&
    does(terms[i + 1], DOES.Determiner | DOES.Possessive)
  )
    return true
  return verb?.kind.finite === true && !is(verb, TAG.Noun) && !also(verb, ALSO.Reach | ALSO.Be)
}

/** "X, which made a profit in April, is spending 3 million": the figure stands in no clause that hangs on the trigger's. */
function leavesRelative({ of }: Clauses, trigger: number, value: number): boolean {
  const inner = of[trigger] as Clause
  if (inner.kind !== 'relative' || inner.antecedent < 0) return false
  return !isWithin(of[value], inner)
}

const GOES_ON = new Set('et ou mais puis après avant and or but then after before while'.split(' '))

/**
 * "a reçu 90 commandes et livré 40 trains", "rose to 5 million, while profit fell": what follows does not reach back over the
 * conjunction, nor a noun over a comma.
 */
function goesOn(terms: readonly Term[], value: number, trigger: number): boolean {
  const noun = is(terms[trigger], TAG.Noun) && !is(terms[trigger], TAG.Verb)
  for (let i = value + 1; i < trigger; i++)
    if (
      GOES_ON.has((terms[i] as Term).normal) ||
      (noun && is(terms[i], TAG.Comma) && !isQualified(terms, value, i, trigger))
    )
      return true
  return false
}

/** "a $3m, five-year contract": the comma parts what qualifies the noun at `trigger`. */
function isQualified(terms: readonly Term[], value: number, comma: number, trigger: number): boolean {
  if (comma !== value + 1 || trigger - comma > 3 || !does(terms[value - 1], DOES.Article | DOES.Possessive))
    return false
  for (let i = comma + 1; i < trigger; i++)
    if (is(terms[i], TAG.Punct | TAG.Verb) || does(terms[i], DOES.Determiner | DOES.Preposition)) return false
  return trigger > comma + 1
}

/** "X, which employs 300 people, will cut jobs": the figure has its verb in a clause that is closed before the trigger. */
function isOfRelative({ clauses: { of } }: Matched, value: number, trigger: number): boolean {
  const inner = of[value] as Clause
  if ((inner.kind !== 'relative' && inner.kind !== 'aside') || !inner.hasVerb) return false
  return !isWithin(of[trigger], inner)
}

function vetoed(context: Matched, sight: Sight, compiled: CompiledRule, trigger: number, match: Match): boolean {
  let window: Sight | null = null
  for (let k = 0; k < compiled.unless.length; k++) {
    const pattern = ready(compiled.unless[k] as RulePattern, sight.predicates)
    if (!mayMatch(sight, pattern)) continue
    window ??= lookAtSome(sight, withMatch((context.clauses.of[trigger] as Clause).terms, match))
    if (matches(window, pattern)) return true
  }
  return false
}

/** The terms of a clause and of a match, in order. */
function withMatch(clause: readonly number[], { start, end }: Match): number[] {
  const out: number[] = []
  let at = start
  for (let k = 0; k < clause.length; k++) {
    const i = clause[k] as number
    while (at < end && at < i) out.push(at++)
    if (at === i && at < end) at++
    out.push(i)
  }
  while (at < end) out.push(at++)
  return out
}
