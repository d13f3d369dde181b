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
  /** Tests put together from others: those that cannot hold unless one of some tests does, by those tests; and the rest. */
  joined: { byPart: Map<number, Joined[]>; others: Joined[] }
  /** By `Kind.id` the numbers of the tests that hold, few of all; a set of rules must be complete before its first term is seen. */
  held: (readonly number[] | undefined)[]
}

/** A test put together from others: all of them, or any. */
interface Joined {
  id: number
  all: boolean
  parts: { id: number; negative: boolean }[]
}

/** A table that no pattern has asked anything of yet. */
export const newPredicates = (): Predicates => ({
  ids: new Map(),
  byWord: new Map(),
  byLemma: new Map(),
  byTag: new Map(),
  byMember: new Map(),
  joined: { byPart: new Map(), others: [] },
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
  if (test.is === 'word') enter(predicates.byWord, test.word, id)
  else if (test.is === 'lemma') enter(predicates.byLemma, test.lemma, id)
  else if (test.is === 'tag') enter(predicates.byTag, test.tag, id)
  else if (test.is === 'words') for (const word of new Set(test.words)) enter(predicates.byMember, word, id)
  else enterJoined(predicates.joined, { id, all: test.is === 'and', parts })
  return id
}

function enter<Key, One>(index: Map<Key, One[]>, key: Key, one: One): void {
  const bucket = index.get(key)
  if (bucket === undefined) index.set(key, [one])
  else bucket.push(one)
}

/** Most hold only where a certain one of their parts does, or any of them. */
function enterJoined({ byPart, others }: Predicates['joined'], joined: Joined): void {
  const positive = joined.parts.filter(({ negative }) => !negative)
  if (joined.all && positive[0] !== undefined) enter(byPart, positive[0].id, joined)
  else if (!joined.all && positive.length === joined.parts.length)
    for (const id of new Set(positive.map((part) => part.id))) enter(byPart, id, joined)
  else others.push(joined)
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

/** The numbers of the predicates that a kind of term answers to. */
export function answersOf(predicates: Predicates, kind: Kind): readonly number[] {
  const known = predicates.held[kind.id]
  if (known !== undefined) return known
  const { byWord, byLemma, byTag, byMember } = predicates
  const held = new Set<number>()
  const add = (ids: readonly number[] | undefined) => {
    if (ids !== undefined) for (let k = 0; k < ids.length; k++) held.add(ids[k] as number)
  }
  const { normal, root, asWritten, tags } = kind
  if (normal !== '') {
    add(byWord.get(normal))
    add(byLemma.get(normal))
    // a list of plain words knows a word with a lemma by its lemma, or as it is written
    if (root === undefined || asWritten) add(byMember.get(normal))
  }
  if (root !== undefined) {
    add(byLemma.get(root))
    add(byMember.get(root))
  }
  for (const tag of tags) add(byTag.get(tag))
  const met: number[] = []
  const ask = (joined: Joined) => {
    if (isMet(joined, held)) met.push(joined.id)
  }
  for (const id of held) predicates.joined.byPart.get(id)?.forEach(ask)
  predicates.joined.others.forEach(ask)
  for (const id of met) held.add(id)
  // no holes: an array with holes is slower to read
  while (predicates.held.length < kind.id) predicates.held.push(undefined)
  predicates.held[kind.id] = [...held]
  return predicates.held[kind.id] as number[]
}

/** Whether a test put together from others holds, where those are told. */
function isMet({ all, parts }: Joined, held: ReadonlySet<number>): boolean {
  for (const { id, negative } of parts) {
    const yes = held.has(id) !== negative
    if (yes !== all) return yes
  }
  return all
}
