import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { UserError } from '../problems.js'
import type { FactFile, Problem } from '../types.js'
import { asUserError, type FileId, flushFolder, idOf, removeLeftovers, replaceFile } from './files.js'
import { withLock } from './lock.js'
import { type Changes, type ClaimEdit, editFacts, type Merged, mergeFacts } from './merge.js'
import { formerPlace, moveFile } from './moved.js'
import { factFileName } from './names.js'
import { checkSize, factText, pathsIn } from './raw.js'
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
  /** The name that the article had before it was moved or renamed. */
  movedFrom?: string
  /** What the file holds now. */
  facts: FactFile
  /** By this the file is known again; absent on a dry run. */
  proof?: Proof
}

/** What a file was when it was read or written. */
export interface Proof {
  id: FileId
  /** SHA-256 of its content. */
  hash: string
}

export interface SaveOptions {
  /** Only tell what would be written. */
  dryRun?: boolean
  /**
   * Whether there is no article of that name any more: then an article with the same bytes under a name that is new to
   * the store is that one, moved. Without it, no article is taken for a moved one.
   */
  isGone?: (source: string) => boolean
}

/** An editor that saves as often as this while xev writes the same file is left alone. */
const MAX_TRIES = 5
const BYTE_ORDER_MARK = '\ufeff'
/** Stores whose leftovers this process has taken away. */
const tidied = new Set<string>()

/**
 * Writes the facts of some articles into the store, each merged with what people wrote there (see `mergeFacts`). A file that
 * would not change is not written. Other runs of xev wait; what an editor saves in the meantime is merged as well.
 *
 * @returns for each, what became of its file, or why it was left as it is: it is damaged or cannot be written
 * @throws UserError where nothing at all can be written to the store
 */
export async function saveAll(
  folder: string,
  articles: readonly FactFile[],
  { dryRun = false, isGone }: SaveOptions = {},
): Promise<(Saved | UserError)[]> {
  const saveEach = () =>
    Promise.all(
      articles.map((facts) =>
        saveOne(folder, facts, dryRun, isGone).catch((error) => {
          if (error instanceof UserError) return error
          throw error
        }),
      ),
    )
  return dryRun ? saveEach() : writing(folder, saveEach)
}

/** As `saveAll`, for one article. */
export async function saveFacts(folder: string, facts: FactFile, options: SaveOptions = {}): Promise<Saved> {
  const [saved] = (await saveAll(folder, [facts], options)) as [Saved | UserError]
  if (saved instanceof UserError) throw saved
  return saved
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
  return writing(dirname(path), async () => {
    const { state } = await rewrite(path, false, (existing) => {
      if (existing === null) throw new UserError('the fact file is no longer there', { source: path })
      const text = editFacts(existing, edits, path)
      return { text, state: text === existing ? 'unchanged' : 'updated' }
    })
    return state === 'updated'
  })
}

/** What one fact file holds, and what is wrong with it; null where there is no such file. Never throws for what is in it. */
export function readFactFile(path: string): ParsedFacts | null {
  try {
    const found = readBytes(path)
    return found === null ? null : parseFacts(factText(found.bytes, path), path)
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return { facts: null, problems: [error.problem] }
  }
}

/** Work that changes files of the store: nobody else does at the same time, and it is on the disk in the end. */
async function writing<T>(folder: string, work: () => Promise<T>): Promise<T> {
  return withLock(folder, async () => {
    if (!tidied.has(folder)) await removeLeftovers(folder)
    tidied.add(folder)
    const result = await work()
    await flushFolder(folder)
    return result
  })
}

async function saveOne(
  folder: string,
  facts: FactFile,
  dryRun: boolean,
  isGone?: (source: string) => boolean,
): Promise<Saved> {
  const path = pathsIn(folder)(factFileName(facts.source))
  const former = isGone === undefined || existsSync(path) ? null : formerPlace(folder, facts, isGone)
  const isMoved = former !== null && former.source !== facts.source
  if (isMoved && !dryRun) moveFile(former.path, path)
  const place = former === null || (isMoved && !dryRun) ? path : former.path
  const isFormer = ({ source, sha256 }: FactFile) => sha256 === facts.sha256 && isGone?.(source) === true
  const merged = await rewrite(place, dryRun, (existing) => mergeFacts(existing, facts, place, isFormer))
  const { state, changes, movedFrom, proof, facts: held } = merged
  return {
    path: place,
    state,
    changes,
    facts: held,
    ...(movedFrom === undefined ? {} : { movedFrom }),
    ...(proof ? { proof } : {}),
  }
}

/** Reads a file, changes it, and writes it if it is still the one that was read; if not, all over again. */
async function rewrite<T extends { text: string; state: Merged['state'] }>(
  path: string,
  dryRun: boolean,
  change: (existing: string | null) => T,
): Promise<T & { proof?: Proof }> {
  for (let i = 0; i < MAX_TRIES; i++) {
    const found = readBytes(path)
    const changed = change(found === null ? null : factText(found.bytes, path))
    if (dryRun) return changed
    if (changed.state === 'unchanged' && found !== null) {
      return { ...changed, proof: { id: found.id, hash: hashOf(found.bytes) } }
    }
    const content = `${found?.bytes[0] === 0xef ? BYTE_ORDER_MARK : ''}${changed.text}`
    const id = await replaceFile(path, content, found?.bytes ?? null)
    if (id !== null) return { ...changed, proof: { id, hash: hashOf(content) } }
  }
  throw new UserError('another program changes it again and again', {
    source: path,
    hint: 'close it there and run the command again',
  })
}

function readBytes(path: string): { bytes: Uint8Array; id: FileId } | null {
  try {
    // before the content: a change in between makes the id old and not the content
    const stats = statSync(path, { bigint: true, throwIfNoEntry: false })
    if (stats === undefined) return null
    checkSize(Number(stats.size), path)
    return { bytes: readFileSync(path), id: idOf(stats) }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw asUserError(error, path)
  }
}

function hashOf(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex')
}
