import { createHash } from 'node:crypto'
import { closeSync, fstatSync, openSync, readFileSync, type Stats, statSync } from 'node:fs'
import { UserError } from '../problems.js'
import type { Problem } from '../types.js'
import { asUserError } from './files.js'
import type { FileState, Index, Seen } from './index-file.js'
import { draftIndex, readIndex } from './index-folder.js'
import { layOut, type RowSource } from './index-rows.js'
import { checkSize, factText, pathsIn } from './raw.js'
import { parseFacts } from './read.js'

/** The fact files of a store as they are now. */
export type Fresh = Pick<Index, 'seen' | 'rows'> & {
  /** Why files could not be read, by name. */
  unread: Map<string, Problem>
}

/** What a fact file holds, if it is still the one of this SHA-256 (in hex). */
export interface Known {
  hash: string
  rows: RowSource
}

/**
 * The fact files of these names in a store. What the index holds of those that have not changed is taken from there, the
 * others are parsed where they are not known, and the index is written anew.
 */
export function refresh(
  folder: string,
  names: readonly string[],
  known: ReadonlyMap<string, Known> = new Map(),
): Fresh {
  const unread = new Map<string, Problem>()
  const pathOf = pathsIn(folder)
  /** The work on a file; null where it is gone, or cannot be read. */
  const attempt = <T>(name: string, work: (path: string) => T): T | null => {
    const path = pathOf(name)
    try {
      return work(path)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
      const told = asUserError(error, path)
      if (!(told instanceof UserError)) throw error
      unread.set(name, told.problem)
      return null
    }
  }
  const index = readIndex(folder)
  const numbers = new Map(index?.seen.map(({ name }, number) => [name, number]))
  const found = names.flatMap((name) => {
    const stat = attempt(name, statOf)
    return stat === null ? [] : [{ name, kept: index === null ? null : entryAt(index, numbers.get(name), stat) }]
  })
  if (index !== null && found.length === index.seen.length && found.every(({ kept }) => kept?.sure)) {
    return { ...index, unread }
  }

  const draft = draftIndex(folder)
  const seen: Seen[] = []
  const parts: RowSource[] = []
  for (const { name, kept } of found) {
    if (kept?.sure) {
      seen.push(kept.seen)
      parts.push(kept)
      continue
    }
    attempt(name, (path) => {
      const { bytes, stat } = readBytes(path)
      const hash = createHash('sha256').update(bytes).digest()
      const told = known.get(name)
      if (kept?.seen.hash.equals(hash)) parts.push(kept)
      else if (told?.hash === hash.toString('hex')) parts.push(told.rows)
      else parts.push(parseFacts(factText(bytes, path), path))
      seen.push({ name, stat, hash })
    })
  }
  const rows = layOut(parts)
  if (draft !== null) {
    const fresh: Index = { clock: draft.clock, seen, rows }
    if (index === null || tellsMore(fresh, index)) draft.save(fresh)
    else draft.discard()
  }
  return { seen, rows, unread }
}

/** What the index has on a file, and whether that is sure to be the file as it is now. */
function entryAt(index: Index, number: number | undefined, stat: FileState) {
  if (number === undefined) return null
  const seen = index.seen[number] as Seen
  return { seen, rows: index.rows, file: number, sure: isSame(stat, seen.stat) && isSettled(stat, index.clock) }
}

/** The new index holds other files than the old one, or is sure of one that the old one was not sure of. */
function tellsMore(fresh: Index, old: Index): boolean {
  if (fresh.seen.length !== old.seen.length) return true
  return fresh.seen.some(({ name, stat, hash }, i) => {
    const before = old.seen[i] as Seen
    if (name !== before.name || !isSame(stat, before.stat) || !hash.equals(before.hash)) return true
    return isSettled(stat, fresh.clock) && !isSettled(stat, old.clock)
  })
}

function isSame(a: FileState, b: FileState): boolean {
  return a[0] === b[0] && a[1] === b[1] && a[2] === b[2] && a[3] === b[3]
}

/**
 * The file had been left alone when it was read. Where it has changed in the very tick of the clock, it may change once more
 * and look the same from outside: only its content tells then.
 */
function isSettled([, content, file]: FileState, clock: number): boolean {
  return content < clock && file < clock
}

/** @throws UserError where it is no file, or too large for a fact file */
function statOf(path: string): FileState | null {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (stats === undefined) return null
  if (!stats.isFile()) throw new UserError('is no file', { source: path, hint: 'move it away' })
  return stateOf(stats, path)
}

function readBytes(path: string): { bytes: Buffer; stat: FileState } {
  const file = openSync(path, 'r')
  try {
    // before the content: a change in between makes the numbers old and not the content
    const stat = stateOf(fstatSync(file), path)
    return { bytes: readFileSync(file), stat }
  } finally {
    closeSync(file)
  }
}

function stateOf({ size, mtimeMs, ctimeMs, ino }: Stats, path: string): FileState {
  checkSize(size, path)
  return [size, mtimeMs, ctimeMs, ino]
}
