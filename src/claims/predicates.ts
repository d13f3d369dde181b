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
 * out once and kept as one bit per test: a later test of any term of that kind reads one bit.
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
  /** Answers by `Kind.id`; a set of rules must be complete before its first term is seen. */
  rows: (Row | undefined)[]
  /** As many zeros as a row has numbers. */
  zeros: number[]
}

/** What one kind of term answers. */
export interface Row {
  /** One bit per test: bit `id & 31` of number `id >> 5`. */
  bits: Int32Array
  /** Where a number is that is not 0: few are, however many rules there are. */
  filled: number[]
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
  rows: [],
  zeros: [],
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
  if (predicates.rows.length > 0) predicates.rows.length = 0
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

/** What a kind of term answers to each predicate. */
export function answersOf(predicates: Predicates, kind: Kind): Row {
  const known = predicates.rows[kind.id]
  if (known !== undefined) return known
  const row = new Int32Array((predicates.ids.size + 31) >> 5)
  const set = (ids: readonly number[] | undefined) => {
    if (ids !== undefined) for (const id of ids) row[id >> 5] = (row[id >> 5] as number) | (1 << (id & 31))
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
  for (const { id, all, parts } of predicates.joined) {
    let holds = all
    for (const part of parts) {
      const yes = ((((row[part.id >> 5] as number) >>> (part.id & 31)) & 1) === 1) !== part.negative
      if (yes !== all) {
        holds = yes
        break
      }
    }
    if (holds) row[id >> 5] = (row[id >> 5] as number) | (1 << (id & 31))
  }
  const filled: number[] = []
  for (let w = 0; w < row.length; w++) if (row[w] !== 0) filled.push(w)
  const answers = { bits: row, filled }
  if (predicates.zeros.length !== row.length) predicates.zeros = Array.from(row, () => 0)
  // no holes: an array with holes is slower to read
  while (predicates.rows.length < kind.id) predicates.rows.push(undefined)
  predicates.rows[kind.id] = answers
  return answers
}
