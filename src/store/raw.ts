import type { Dirent } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { UserError } from '../problems.js'
import { asUserError } from './files.js'

/** More than any article yields: such a file is damaged or something else altogether. */
const MAX_BYTES = 20_000_000

/**
 * The names of a store's fact files (`*.yaml`, `*.yml`), sorted.
 *
 * @throws UserError where there is no such folder or no fact file in it
 */
export async function factFileNames(folder: string): Promise<string[]> {
  const hint = 'make one: xev extract PATH…'
  let entries: Dirent[]
  try {
    entries = await readdir(folder, { withFileTypes: true })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      throw new UserError(`no fact store at "${folder}"`, { hint })
    throw asUserError(error, folder)
  }
  const names = entries.filter(isFactFile).map((e) => e.name)
  if (names.length === 0) throw new UserError(`no fact file in "${folder}"`, { hint })
  return names.sort()
}

export function isFactFile(entry: Dirent): boolean {
  return !entry.isDirectory() && /^[^.].*\.ya?ml$/.test(entry.name)
}

/** @throws UserError where a file is too large to be a fact file. `path` names it. */
export function checkSize(bytes: number, path: string): void {
  if (bytes <= MAX_BYTES) return
  const message = `${Math.round(bytes / 1e6)} MB are too much for a fact file`
  throw new UserError(message, { source: path, hint: 'move it out of the store' })
}

/** @throws UserError where the bytes are no text. `path` names their file. */
export function factText(bytes: Uint8Array, path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new UserError('not UTF-8 text', { source: path, hint: 'mend the file by hand, or restore it' })
  }
}

/** What gives the paths of a store's fact files as they are told to people, with forward slashes, by their names. */
export function pathsIn(folder: string): (name: string) => string {
  // a store has thousands of files, and to normalise a path costs as much as to look at the file
  const before = join(folder, '?').slice(0, -1).split(sep).join('/')
  return (name) => before + name
}
