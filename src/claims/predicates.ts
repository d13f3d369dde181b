import type { Atom, Test } from './pattern.js'

/** All that a pattern can ask of a term without looking at its place. Terms that differ in nothing of it share one kind. */
export interface Kind {
  /** Dense from 0, in order of first sight in the process. */
  readonly id: number
  /** Lower case, hyphens non-breaking; empty where no pattern asks for the word by itself. */
  readonly normal: string
  /** The text has no capital: it reads like `normal`. */
  readonly asWritten: boolean
  readonly root: string | undefined
  readonly tags: ReadonlySet<string>
}

/**
 * Every test that the patterns of one set of rules make of single terms, numbered. What a kind of term answers is worked
 * out once and kept.
 */
export interface Predicates {
  ids: Map<string, number>
  /** Numbers of the plain tests that hold for a term that reads so, has that lemma or that tag. */
  byWord: Map<string, number[]>
  byLemma: Map<string, number[]>
  byTag: Map<string, number[]>
  /** Numbers of the lists of words that hold that word. */
  byMember: Map<string, number[]>
  joined: Joined[]
  /** By `Kind.id` the numbers of the tests that hold, few of all; a set of rules must be complete before its first term is seen. */
  held: (readonly number[] | undefined)[]
}

/** A test put together from others: all of them, or any. */
interface Joined {
  id: number
  all: boolean
  parts: { id: number; negative: boolean }[]
}

export const newPredicates = (): Predicates => ({
  ids: new Map(),
  byWord: new Map(),
  byLemma: new Map(),
  byTag: new Map(),
  byMember: new Map(),
  joined: [],
  held: [],
})

/**
 * The number of a test; null where the answer hangs on more than the kind of one term: on its place, on the terms behind
 * it, or on a regular expression.
 */
export function predicateOf(predicates: Predicates, test: Test): number | null {
  if (test.is === 'any' || test.is === 'regex') return null
  const key = JSON.stringify(test)
  const known = predicates.ids.get(key)
  if (known !== undefined) return known
  const parts = partsOf(predicates, test)
  if (parts === null) return null
  const id = predicates.ids.size
  predicates.ids.set(key, id)
  if (predicates.held.length > 0) predicates.held.length = 0
  const enter = (index: Map<string, number[]>, name: string) => {
    const bucket = index.get(name)
    if (bucket === undefined) index.set(name, [id])
    else bucket.push(id)
  }
  if (test.is === 'word') enter(predicates.byWord, test.word)
  else if (test.is === 'lemma') enter(predicates.byLemma, test.lemma)
  else if (test.is === 'tag') enter(predicates.byTag, test.tag)
  else if (test.is === 'words') for (const word of new Set(test.words)) enter(predicates.byMember, word)
  else predicates.joined.push({ id, all: test.is === 'and', parts })
  return id
}

/** Whether a pattern asks for this word by itself. */
export const namesWord = ({ byWord, byLemma, byMember }: Predicates, word: string): boolean =>
  byWord.has(word) || byLemma.has(word) || byMember.has(word)

/** The parts of a bracket, each asked of one term; none for a plain test. */
function partsOf(predicates: Predicates, test: Test): Joined['parts'] | null {
  if (test.is !== 'or' && test.is !== 'and') return []
  const parts: Joined['parts'] = []
  for (const [atom, ...more] of test.is === 'or' ? test.choices : test.parts.map((part): Atom[] => [part])) {
    if (atom === undefined || more.length > 0 || atom.first || atom.last) return null
    const id = predicateOf(predicates, atom.test)
    if (id === null) return null
    parts.push({ id, negative: atom.negative })
  }
  return parts
}

/** The numbers of the predicates that a kind of term answers to, ascending. */
export function answersOf(predicates: Predicates, kind: Kind): readonly number[] {
  const known = predicates.held[kind.id]
  if (known !== undefined) return known
  const holds = new Uint8Array(predicates.ids.size)
  const set = (ids: readonly number[] | undefined) => {
    if (ids !== undefined) for (const id of ids) holds[id] = 1
  }
  const { normal, root, asWritten, tags } = kind
  if (normal !== '') {
    set(predicates.byWord.get(normal))
    set(predicates.byLemma.get(normal))
    // a list of plain words knows a word with a lemma by its lemma, or as it is written
    if (root === undefined || asWritten) set(predicates.byMember.get(normal))
  }
  if (root !== undefined) {
    set(predicates.byLemma.get(root))
    set(predicates.byMember.get(root))
  }
  for (const tag of tags) set(predicates.byTag.get(tag))
  for (const joined of predicates.joined) if (isMet(joined, holds)) holds[joined.id] = 1
  const held: number[] = []
  for (let id = 0; id < holds.length; id++) if (holds[id] === 1) held.push(id)
  // no holes: an array with holes is slower to read
  while (predicates.held.length < kind.id) predicates.held.push(undefined)
  predicates.held[kind.id] = held
  return held
}

/** Whether a test put together from others holds, where those are told. */
function isMet({ all, parts }: Joined, holds: Uint8Array): boolean {
  for (const { id, negative } of parts) {
    const yes = (holds[id] === 1) !== negative
    if (yes !== all) return yes
  }
  return all
}
