import { type Atom, type PatternToken, parsePattern, REACH, type Test } from './pattern.js'
import { answersOf, type Kind, type Predicates, predicateOf } from './predicates.js'
import { LONGEST_TERM } from './regex.js'

/** What a pattern looks at: the kind of a term, and its text for regular expressions. */
export interface MatchTerm {
  kind: Kind
  /** The document's text, and where the term stands in it. */
  source: string
  start: number
  end: number
  /** How it reads, as {@link normalOf} says; may be empty. */
  normal: string
}

/** A test inside brackets, made ready. */
export interface CompiledAtom {
  /** Number of the predicate, -1 where the regular expression is asked, -2 where any term will do. */
  predicate: number
  regex: RegExp | null
  negative: boolean
  first: boolean
  last: boolean
}

/** A token of a pattern, made ready. */
export interface Step {
  any: boolean
  /** Any terms, up to what the next step asks for. */
  wild: boolean
  /** Number of the predicate, -1 where `choices` must be looked at one by one. */
  predicate: number
  choices: CompiledAtom[][]
  /** All of the (single) choices must hold rather than one of them. */
  all: boolean
  negative: boolean
  first: boolean
  last: boolean
  optional: boolean
  greedy: boolean
  min: number
  max: number
  /** Index of the group, -1 for none. */
  group: number
}

/** A compiled pattern. */
export interface Pattern {
  steps: Step[]
  groups: string[]
  /** Predicates that must each hold for some term. */
  required: number[]
  /** All steps from this one on may be left out. */
  optionalFrom: number
  /** How many terms it takes at least. */
  least: number
}

/** A place where a pattern matched: term indexes, end exclusive, and the captured groups. */
export interface Match {
  start: number
  end: number
  groups: Record<string, [start: number, end: number]>
}

/**
 * Compiles a pattern; see {@link parsePattern} for the syntax.
 * @throws UserError for what is not supported.
 */
export function compilePattern(pattern: string, predicates: Predicates): Pattern {
  const groups: string[] = []
  const steps = parsePattern(pattern).map((token) => compileStep(token, predicates, groups))
  return sealed(steps, groups)
}

/** The first `n` steps of a pattern. */
export const beginningOf = (pattern: Pattern, n: number): Pattern => sealed(pattern.steps.slice(0, n), pattern.groups)

/** The pattern of these steps. */
export function sealed(steps: Step[], groups: string[]): Pattern {
  const needed = steps.filter((step) => !step.optional && !step.negative)
  let optionalFrom = steps.length
  while (optionalFrom > 0 && steps[optionalFrom - 1]?.optional) optionalFrom--
  return {
    steps,
    groups,
    required: [...new Set(needed.map((step) => step.predicate).filter((id) => id >= 0))],
    optionalFrom,
    least: needed.length,
  }
}

function compileStep(token: PatternToken, predicates: Predicates, groups: string[]): Step {
  const { test, group, negative, first, last, optional, greedy, min, max } = token
  if (group !== null && !groups.includes(group)) groups.push(group)
  const predicate = predicateOf(predicates, test)
  return {
    any: test.is === 'any',
    wild: test.is === 'any' && greedy,
    predicate: predicate ?? -1,
    choices: predicate === null && test.is !== 'any' ? choicesOf(test).map((c) => c.map(compileAtom)) : [],
    all: test.is === 'and',
    negative,
    first,
    last,
    optional,
    greedy,
    min,
    max,
    group: group === null ? -1 : groups.indexOf(group),
  }

  function compileAtom({ test, negative, first, last }: Atom): CompiledAtom {
    const regex = test.is === 'regex' ? new RegExp(test.source) : null
    const predicate = test.is === 'any' ? -2 : (predicateOf(predicates, test) ?? -1)
    return { predicate, regex, negative, first, last }
  }
}

function choicesOf(test: Test): Atom[][] {
  if (test.is === 'or') return test.choices
  if (test.is === 'and') return test.parts.map((part) => [part])
  return [[{ test, negative: false, first: false, last: false }]]
}

/** The terms of one sentence as patterns look at them, until the next sentence is looked at. */
export interface Sight {
  terms: readonly MatchTerm[]
  predicates: Predicates
  /** For each predicate, which terms answer to it: bit `i & 31` of number `predicate * words + (i >> 5)`. */
  masks: Int32Array
  /** Numbers per predicate: most sentences have no more than 32 terms, and need one. */
  words: number
  /** How often a term was asked something, for the tests of cost. */
  steps: number
}

/** Makes terms ready for any number of patterns of one set. The terms that were made ready before are so no longer. */
export function lookAt(terms: readonly MatchTerm[], predicates: Predicates): Sight {
  const words = (terms.length + 31) >> 5
  whole = cleared(whole, predicates.ids.size * words)
  return sightOf(terms, predicates, whole, words)
}

/** The same for some of the terms of a sentence, which stays ready itself; the last that were chosen are so no longer. */
export function lookAtSome({ terms, predicates }: Sight, at: readonly number[]): Sight {
  const words = (at.length + 31) >> 5
  part = cleared(part, predicates.ids.size * words)
  const some = at.map((i) => terms[i] as MatchTerm)
  return sightOf(some, predicates, part, words)
}

/** Room for the masks of one sentence after another, and of some of its terms. */
let whole: Int32Array = new Int32Array(1 << 10)
let part: Int32Array = new Int32Array(1 << 10)

const cleared = (room: Int32Array, size: number): Int32Array =>
  size > room.length ? new Int32Array(size * 2) : room.fill(0, 0, size)

function sightOf(terms: readonly MatchTerm[], predicates: Predicates, masks: Int32Array, words: number): Sight {
  for (let i = 0; i < terms.length; i++) {
    const held = answersOf(predicates, (terms[i] as MatchTerm).kind)
    const word = i >> 5
    const bit = 1 << (i & 31)
    for (let k = 0; k < held.length; k++) {
      const at = (held[k] as number) * words + word
      masks[at] = (masks[at] as number) | bit
    }
  }
  return { terms, predicates, masks, words, steps: 0 }
}

/** Whether term `i` answers to a predicate. */
const answers = ({ masks, words }: Sight, i: number, predicate: number): boolean =>
  (((masks[predicate * words + (i >> 5)] as number) >>> (i & 31)) & 1) === 1

/** The first term from `i` on that answers to a predicate; the number of terms where none does. */
function nextThat({ masks, words, terms }: Sight, predicate: number, i: number): number {
  const base = predicate * words
  let from = -1 << (i & 31)
  for (let word = i >> 5; word < words; word++) {
    const mask = (masks[base + word] as number) & from
    if (mask !== 0) return (word << 5) + 31 - Math.clz32(mask & -mask)
    from = -1
  }
  return terms.length
}

/** False where none of the terms answers to a predicate; -1 stands for none, which asks nothing. */
export function maySee({ masks, words }: Sight, predicate: number): boolean {
  if (predicate < 0) return true
  const base = predicate * words
  for (let word = 0; word < words; word++) if (masks[base + word] !== 0) return true
  return false
}

/** False where something that the pattern cannot do without does not stand in the terms at all. */
export function mayMatch(sight: Sight, pattern: Pattern): boolean {
  const { required } = pattern
  for (let k = 0; k < required.length; k++) if (!maySee(sight, required[k] as number)) return false
  return true
}

const NONE: Match[] = []
const from = new Int32Array(32)
const to = new Int32Array(32)

/**
 * Every match of a pattern in the terms of one sentence, from left to right, none inside another. Nothing is tried twice:
 * a wildcard goes as far as the first term that the next token fits, a repetition likewise, and there is no way back; so
 * the cost grows with the terms times the tokens.
 */
export function matchPattern(sight: Sight, pattern: Pattern): Match[] {
  if (!mayMatch(sight, pattern)) return NONE
  const found: Match[] = []
  const { steps, groups } = pattern
  const opening = steps[0] as Step
  const last = opening.first ? 0 : sight.terms.length - pattern.least
  // most places are passed over by the first token alone
  const filter = !opening.optional && !opening.negative && opening.predicate >= 0 ? opening.predicate : -1
  for (let i = 0; i <= last; i++) {
    if (filter >= 0) {
      i = nextThat(sight, filter, i)
      if (i > last) break
    }
    from.fill(-1, 0, groups.length)
    const end = matchFrom(sight, pattern, i)
    if (end < 0) continue
    found.push({ start: i, end, groups: captured(pattern) })
    i = end - 1
  }
  return found
}

/** What the groups took in the last call of {@link matchFrom}. */
function captured({ groups }: Pattern): Match['groups'] {
  const taken: Match['groups'] = {}
  for (let g = 0; g < groups.length; g++)
    if ((from[g] as number) >= 0) taken[groups[g] as string] = [from[g] as number, to[g] as number]
  return taken
}

/**
 * The match that begins last of those that end where `match` does, itself or one inside it. "X employs 85 people, makes
 * 6,000 tons": from left to right the first verb reaches past the second one.
 */
export function lastBeginning(sight: Sight, pattern: Pattern, match: Match): Match {
  const { predicate } = pattern.steps[0] as Step
  if (predicate < 0) return match
  for (let i = match.end - 1; i > match.start; i--) {
    if (!answers(sight, i, predicate)) continue
    from.fill(-1, 0, pattern.groups.length)
    if (matchFrom(sight, pattern, i) === match.end) return { start: i, end: match.end, groups: captured(pattern) }
  }
  return match
}

/** Whether a pattern matches anywhere. */
export const matches = (sight: Sight, pattern: Pattern): boolean => matchPattern(sight, pattern).length > 0

/** The end of the match that begins at term `i`, else -1. */
function matchFrom(sight: Sight, { steps, optionalFrom }: Pattern, i: number): number {
  const n = sight.terms.length
  let t = i
  for (let r = 0; r < steps.length; r++) {
    const step = steps[r] as Step
    const next = steps[r + 1]
    if (t >= n) {
      if (r >= optionalFrom) break
      return -1
    }
    const begin = t
    if (step.wild) {
      t = endOfWildcard(sight, step, next, t, i)
      if (t < 0) return -1
    } else {
      const length = step.negative ? 1 - Math.min(1, taken(sight, step, t)) : taken(sight, step, t)
      if (length === 0) {
        if (step.optional) continue
        return -1
      }
      // "foo? bar" leaves a term that is both to "bar", unless the one behind it is a "bar" too
      if (step.optional && next !== undefined && fits(sight, next, t) && !(t + 1 < n && fits(sight, next, t + 1)))
        continue
      t += length
      if (step.greedy) {
        let count = 1
        while (t < n && count < step.max && !(next !== undefined && count >= step.min && fits(sight, next, t))) {
          const more = taken(sight, step, t)
          if (more === 0) break
          t += more
          count++
        }
        if (count < step.min) return -1
      }
    }
    if (step.last && t !== n) return -1
    if (step.group >= 0) {
      if ((from[step.group] as number) < 0) from[step.group] = begin
      to[step.group] = t
    }
  }
  const ends = (steps.at(-1) as Step).last
  return t === i || (ends && t !== n) ? -1 : t
}

/** Where a wildcard at `t` ends: at the first term that the next token fits. -1 where that is too near or too far. */
function endOfWildcard(sight: Sight, step: Step, next: Step | undefined, t: number, start: number): number {
  const n = sight.terms.length
  if (next === undefined) {
    const end = Math.min(n, t + step.max)
    return end - t < step.min ? -1 : end
  }
  // a token that may be missing is looked for as far as a wildcard goes at all
  const reach = Math.min(n - 1, t + (next.optional ? REACH : step.max))
  let end = t
  while (end <= reach && !fits(sight, next, end)) end++
  // a pattern does not begin with a wildcard that stands for nothing
  if (end > reach || end === start || end - t < step.min) return -1
  return Math.min(end, t + step.max)
}

/** Whether a token could take the term at `j`. */
function fits(sight: Sight, step: Step, j: number): boolean {
  if (step.any) return true
  if (step.last && j !== sight.terms.length - 1) return false
  return taken(sight, step, j) > 0 !== step.negative
}

/** How many terms from `j` on the test of a token takes; 0 where it does not hold. */
function taken(sight: Sight, step: Step, j: number): number {
  sight.steps++
  if (step.first && j !== 0) return 0
  if (step.predicate >= 0) return answers(sight, j, step.predicate) ? 1 : 0
  if (step.any) return 1
  const { choices } = step
  if (step.all) {
    for (let c = 0; c < choices.length; c++) if (!holds(sight, choices[c]?.[0] as CompiledAtom, j)) return 0
    return 1
  }
  for (let c = 0; c < choices.length; c++) {
    const choice = choices[c] as CompiledAtom[]
    let k = 0
    while (k < choice.length && j + k < sight.terms.length && holds(sight, choice[k] as CompiledAtom, j + k)) k++
    if (k === choice.length) return k
  }
  return 0
}

function holds(sight: Sight, atom: CompiledAtom, j: number): boolean {
  const placed = !(atom.first && j !== 0) && !(atom.last && j !== sight.terms.length - 1)
  if (!placed) return atom.negative
  if (atom.predicate === -2) return true
  const yes =
    atom.regex === null ? answers(sight, j, atom.predicate) : meets(atom.regex, normalOf(sight.terms[j] as MatchTerm))
  return yes !== atom.negative
}

const meets = (regex: RegExp, term: string) => term.length <= LONGEST_TERM && regex.test(term)

/** How the term reads: lower case, straight apostrophes, non-breaking hyphens. */
export const normalOf = ({ normal, source, start, end }: MatchTerm): string =>
  normal || source.slice(start, end).normalize('NFC').toLowerCase().replaceAll('’', "'").replaceAll('-', '\u2011')
