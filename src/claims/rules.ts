import { UserError } from '../problems.js'
import type { ClaimKind, ClaimStatus, Language, Value } from '../types.js'
import { compilePattern, type Pattern } from './match.js'
import { packPattern, unpackPattern } from './packed.js'
import type { Test } from './pattern.js'
import { type Kind, newPredicates, type Predicates, predicateOf } from './predicates.js'

/** One example of a rule: a text and the claims that it must (or must not) yield. */
export interface RuleExample {
  text: string
  claims: Record<string, unknown>[]
}

/** Where the subject of a rule's claims is looked for when no group captures it. */
export type SubjectPolicy = 'auto' | 'none'

/** A rule as written in YAML; what the fields mean stands in the schema beside the rules. */
export interface Rule {
  id: string
  language: Language
  kind: ClaimKind
  /** Lemmas, and `#Class` names, any of which wakes the rule. */
  triggers: string[]
  /** Patterns in compromise's match syntax; the first that matches at a place wins. */
  match: string[]
  /** Patterns that veto: the rule is off in a clause where one of them matches. */
  unless: string[]
  /** Constant slots; `<name>` stands for what the group of that name tells. */
  claim: Record<string, unknown>
  status: ClaimStatus | null
  subject: SubjectPolicy
  /** Among matches that want the same value the higher priority wins; 0 where the rule says nothing. */
  priority: number
  examples: RuleExample[]
  counterExamples: string[]
  /** File and 1-based line, for messages. */
  source: string
  line: number
  /**
   * For each pattern of `match`, the {@link NEEDS} tests of {@link Asked} that it cannot do without and fewest others make; -1
   * where there is no such. The build works it out for the built-in rules.
   */
  rarest?: number[]
  /** The patterns of `match` and then those of `unless` as {@link packPattern} writes them, by the build for the built-in rules. */
  packed?: string[]
}

/**
 * What the patterns of a language's built-in rules ask of single terms, worked out by the build: with it a pattern need not be
 * compiled before it is tried.
 */
export interface Asked {
  /** In the order of their numbers. */
  tests: Test[]
}

/** A pattern of a rule, compiled when it is first tried: a short text tries few of them. */
export interface RulePattern {
  source: string
  /** As the build has packed it. */
  packed: string | null
  compiled: Pattern | null
}

/** Two rules with one id are an error; `override` lets a user's rule take the place of a built-in one. */
export function checkUnique(rules: readonly Rule[]): void {
  const seen = new Map<string, Rule>()
  for (const rule of rules) {
    const other = seen.get(rule.id)
    if (other !== undefined) {
      throw new UserError(`rule ${rule.id} stands twice`, {
        source: rule.source,
        line: rule.line,
        hint: `first in ${other.source}:${other.line}`,
      })
    }
    seen.set(rule.id, rule)
  }
}

/** A rule made ready for matching. */
export interface CompiledRule {
  rule: Rule
  /** From 0 within its set. */
  number: number
  match: RulePattern[]
  unless: RulePattern[]
  /** The slots that the rule fills with a text, in the order of {@link CONSTANT_SLOTS}. */
  constants: (readonly [slot: ConstantSlot, text: string])[]
}

const CONSTANT_SLOTS = ['measure', 'of', 'relation', 'stance', 'event', 'purpose', 'per', 'span', 'date'] as const
type ConstantSlot = (typeof CONSTANT_SLOTS)[number]

/** The rules of one language. */
export interface RuleSet {
  /** Rules by what wakes them: a lemma, or a class written `#Class`. */
  byTrigger: Map<string, CompiledRule[]>
  /** All that their patterns ask of single terms. */
  predicates: Predicates
  /** The rules by their numbers. */
  list: CompiledRule[]
  /** The numbers of the rules that a term wakes, by the id of its kind; filled as kinds are met. */
  byKind: (readonly number[] | undefined)[]
  gates: Gates
  /** For each rule by its number, the call of {@link wokenBy} that it was last woken in. */
  wokenAt: Float64Array
  calls: number
}

/** How many predicates of a pattern are asked first. */
export const NEEDS = 2

/**
 * The predicates of each pattern that are asked first: nearly always no term of the sentence answers to one, and the pattern
 * is done with. All stand side by side, as a sentence wakes dozens of patterns, and a look into each of them takes longer.
 */
export interface Gates {
  /** For the patterns of `match` of all rules, the {@link NEEDS} predicates that each cannot do without and fewest others need, or -1. */
  rarest: Int32Array
  /** For each rule by its number, the number of its first pattern among those of all rules; and at the end, of all patterns. */
  from: Int32Array
}

/** The numbers of the rules that the terms of a sentence wake, in the order in which they are woken. */
export function wokenBy(terms: readonly { kind: Kind }[], rules: RuleSet): number[] {
  const woken: number[] = []
  const call = ++rules.calls
  for (let i = 0; i < terms.length; i++) {
    const { kind } = terms[i] as { kind: Kind }
    const here = rules.byKind[kind.id] ?? wokenByKind(kind, rules)
    for (let k = 0; k < here.length; k++) {
      const rule = here[k] as number
      if (rules.wokenAt[rule] === call) continue
      rules.wokenAt[rule] = call
      woken.push(rule)
    }
  }
  return woken
}

function wokenByKind({ id, root, tags }: Kind, rules: RuleSet): readonly number[] {
  const woken = new Set<CompiledRule>(root === undefined ? [] : rules.byTrigger.get(root))
  for (const tag of tags) for (const rule of rules.byTrigger.get(`#${tag}`) ?? []) woken.add(rule)
  const list = Array.from(woken, ({ number }) => number)
  while (rules.byKind.length < id) rules.byKind.push(undefined)
  rules.byKind[id] = list
  return list
}

/** The pattern made ready. */
export function ready(pattern: RulePattern, predicates: Predicates): Pattern {
  pattern.compiled ??=
    pattern.packed === null ? compilePattern(pattern.source, predicates) : unpackPattern(pattern.packed)
  return pattern.compiled
}

/**
 * Indexes the rules of one language by trigger. Patterns of the rules that `asked` was made from are compiled when they are
 * tried, all others now.
 * @throws UserError where a pattern is none.
 */
export function indexRules(rules: readonly Rule[], language: Language, asked?: Asked): RuleSet {
  const byTrigger: RuleSet['byTrigger'] = new Map()
  const predicates = newPredicates()
  for (const test of asked?.tests ?? []) predicateOf(predicates, test)
  const list: CompiledRule[] = []
  for (const rule of rules) {
    if (rule.language !== language) continue
    const packed = asked === undefined ? undefined : rule.packed
    const pattern = (source: string, at: number): RulePattern => ({
      source,
      packed: packed?.[at] ?? null,
      compiled: null,
    })
    const compiled: CompiledRule = {
      rule,
      number: list.length,
      match: rule.match.map((source, k) => pattern(source, k)),
      unless: rule.unless.map((source, k) => pattern(source, rule.match.length + k)),
      constants: CONSTANT_SLOTS.flatMap((slot) => {
        const text = rule.claim[slot]
        return typeof text === 'string' ? [[slot, text] as const] : []
      }),
    }
    list.push(compiled)
    if (packed === undefined) for (const one of [...compiled.match, ...compiled.unless]) ready(one, predicates)
    for (const trigger of rule.triggers) {
      const bucket = byTrigger.get(trigger)
      if (bucket === undefined) byTrigger.set(trigger, [compiled])
      else bucket.push(compiled)
    }
  }
  const wokenAt = new Float64Array(list.length)
  return { byTrigger, predicates, list, byKind: [], gates: gatesOf(list, predicates), wokenAt, calls: 0 }
}

function gatesOf(rules: readonly CompiledRule[], { ids }: Predicates): Gates {
  const needed = new Int32Array(ids.size)
  const compiled = rules.flatMap(({ match }) => match.flatMap((pattern) => pattern.compiled ?? []))
  for (const { required } of compiled) for (const id of required) needed[id]!++
  const from = new Int32Array(rules.length + 1)
  for (const { number, match } of rules) from[number + 1] = from[number]! + match.length
  const rarest = new Int32Array(from[rules.length]! * NEEDS).fill(-1)
  for (const { rule, number, match } of rules) {
    for (const [k, { compiled }] of match.entries()) {
      const ids = compiled?.required.toSorted((a, b) => needed[a]! - needed[b]!)
      const asked = ids ?? rule.rarest?.slice(k * NEEDS, (k + 1) * NEEDS) ?? []
      rarest.set(asked.slice(0, NEEDS), (from[number]! + k) * NEEDS)
    }
  }
  return { rarest, from }
}

/** For the build: what the patterns of the rules of one language ask; each rule is told its {@link Rule.rarest} and {@link Rule.packed}. */
export function ask(rules: readonly Rule[], language: Language): Asked {
  const { list, predicates, gates } = indexRules(rules, language)
  for (const { rule, number, match, unless } of list) {
    rule.rarest = [...gates.rarest.slice(gates.from[number]! * NEEDS, gates.from[number + 1]! * NEEDS)]
    rule.packed = [...match, ...unless].map((pattern) => packPattern(ready(pattern, predicates)))
  }
  return { tests: [...predicates.ids.keys()].map((key) => JSON.parse(key) as Test) }
}

/** A constant value in a rule: `{figure: 100, unit: percent, bound: exact}`. */
export const constantValue = (x: unknown): Value | null =>
  typeof x === 'object' && x !== null && typeof (x as Value).figure === 'number'
    ? { ...(x as Value), bound: (x as Partial<Value>).bound ?? 'exact' }
    : null
