import type { CompiledAtom, Pattern, Step } from './match.js'
import { sealed } from './match.js'

/**
 * Compiled patterns as short texts: the build packs those of the built-in rules, since to read one out of its text takes far
 * less time than to parse the pattern as it is written, which a short run would spend a tenth of its time on.
 *
 * A packed pattern is JSON: the names of its groups, then its steps, each `[flags, predicate, group, min, max, choices]`, where
 * what is missing at the end is as a step usually has it.
 */
type PackedStep = [
  flags: number,
  predicate: number,
  group?: number,
  min?: number,
  max?: number,
  choices?: PackedAtom[][],
]
type PackedAtom = [flags: number, predicate: number, regex?: string]

const STEP_FLAGS = ['any', 'wild', 'all', 'negative', 'first', 'last', 'optional', 'greedy'] as const
const ATOM_FLAGS = ['negative', 'first', 'last'] as const

const flagsOf = <Name extends string>(names: readonly Name[], of: Record<Name, boolean>): number =>
  names.reduce((flags, name, bit) => flags | (of[name] ? 1 << bit : 0), 0)

/** The text of a compiled pattern; the numbers of predicates are those of its set. */
export function packPattern({ steps, groups }: Pattern): string {
  const packed = steps.map((step): PackedStep => {
    const { predicate, group, min, max, choices } = step
    const flags = flagsOf(STEP_FLAGS, step)
    if (choices.length > 0) return [flags, predicate, group, min, max, choices.map((choice) => choice.map(packAtom))]
    if (min !== 1 || max !== 1) return [flags, predicate, group, min, max]
    return group === -1 ? [flags, predicate] : [flags, predicate, group]
  })
  return JSON.stringify([groups, ...packed])
}

function packAtom(atom: CompiledAtom): PackedAtom {
  const flags = flagsOf(ATOM_FLAGS, atom)
  return atom.regex === null ? [flags, atom.predicate] : [flags, atom.predicate, atom.regex.source]
}

/** The pattern that {@link packPattern} made the text of. */
export function unpackPattern(packed: string): Pattern {
  const [groups, ...steps] = JSON.parse(packed) as [string[], ...PackedStep[]]
  return sealed(steps.map(unpackStep), groups)
}

function unpackStep([flags, predicate, group = -1, min = 1, max = 1, choices]: PackedStep): Step {
  return {
    any: (flags & 1) !== 0,
    wild: (flags & 2) !== 0,
    predicate,
    choices: choices === undefined ? [] : choices.map((choice) => choice.map(unpackAtom)),
    all: (flags & 4) !== 0,
    negative: (flags & 8) !== 0,
    first: (flags & 16) !== 0,
    last: (flags & 32) !== 0,
    optional: (flags & 64) !== 0,
    greedy: (flags & 128) !== 0,
    min,
    max,
    group,
  }
}

const unpackAtom = ([flags, predicate, regex]: PackedAtom): CompiledAtom => ({
  predicate,
  regex: regex === undefined ? null : new RegExp(regex),
  negative: (flags & 1) !== 0,
  first: (flags & 2) !== 0,
  last: (flags & 4) !== 0,
})
