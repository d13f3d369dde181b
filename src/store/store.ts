import { readFile, stat } from 'node:fs/promises'
import { UserError } from '../problems.js'
import type { FactFile, Problem } from '../types.js'
import { asUserError, replaceFile } from './files.js'
import { type Changes, type ClaimEdit, editFacts, type Merged, mergeFacts } from './merge.js'
import { factFileName } from './names.js'
import { checkSize, factFileNames, factText, pathIn } from './raw.js'
import { type ParsedFacts, parseFacts } from './read.js'

/** All that could be read of a store. */
export interface Store {
  /** By source. */
  files: FactFile[]
  /** Damaged files and claims, and those left out. */
  problems: Problem[]
}

/** What became of one article's fact file. */
export interface Saved {
  /** The fact file's path, with forward slashes. */
  path: string
  state: Merged['state']
  changes: Changes
}

/**
 * Reads every fact file (`*.yaml`, `*.yml`) of a folder. A damaged file is a problem and the others are read all the same.
 *
 * @throws UserError where there is no such folder or no fact file in it
 */
export async function readStore(folder: string): Promise<Store> {
  const store: Store = { files: [], problems: [] }
  const bySource = new Map<string, string>()
  for (const name of await factFileNames(folder)) {
    const path = pathIn(folder, name)
    const parsed = await readFactFile(path)
    if (parsed === null) continue
    const { facts, problems } = parsed
    store.problems.push(...problems)
    if (facts === null) continue
    const twin = bySource.get(facts.source)
    if (twin !== undefined) {
      const message = `holds the source "${facts.source}" as ${twin} does`
      store.problems.push({ severity: 'error', message, hint: 'delete one of the two files', source: path })
      continue
    }
    bySource.set(facts.source, path)
    store.files.push(facts)
  }
  store.files.sort((a, b) => (a.source < b.source ? -1 : 1))
  return store
}

/**
 * Writes one article's facts into the store, merged with what people wrote there (see `mergeFacts`). A file that would
 * not change is not written.
 *
 * @throws UserError where the file there is damaged or cannot be written; it is left as it is
 */
export async function saveFacts(folder: string, facts: FactFile, { dryRun = false } = {}): Promise<Saved> {
  const path = pathIn(folder, factFileName(facts.source))
  const { text, state, changes } = mergeFacts(await readText(path), facts, path)
  if (state !== 'unchanged' && !dryRun) await replaceFile(path, text)
  return { path, state, changes }
}

/**
 * Changes single claims of one fact file, for `xev review` and `xev check --fix`. Every other byte stays as it is. What is
 * written is what the file holds at that moment with these edits, so that a change made meanwhile is not lost.
 *
 * @param edits by the claim's id; ids that the file does not have (any more) are passed over
 * @returns whether the file has changed
 * @throws UserError where the file is damaged, gone, or cannot be written; it is left as it is
 */
export async function editClaims(path: string, edits: ReadonlyMap<string, ClaimEdit>): Promise<boolean> {
  const existing = await readText(path)
  if (existing === null) throw new UserError('the fact file is no longer there', { source: path })
  const text = editFacts(existing, edits, path)
  if (text !== existing) await replaceFile(path, text)
  return text !== existing
}

/** What one fact file holds, and what is wrong with it; null where there is no such file. Never throws for what is in it. */
export async function readFactFile(path: string): Promise<ParsedFacts | null> {
  try {
    const text = await readText(path)
    return text === null ? null : parseFacts(text, path)
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return { facts: null, problems: [error.problem] }
  }
}

/** The text of a fact file, null where there is none. */
async function readText(path: string): Promise<string | null> {
  let bytes: Uint8Array
  try {
    checkSize((await stat(path)).size, path)
    bytes = await readFile(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw asUserError(error, path)
  }
  return factText(bytes, path)
}
