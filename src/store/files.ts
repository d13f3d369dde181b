import { randomBytes } from 'node:crypto'
import {
  type BigIntStats,
  chmodSync,
  closeSync,
  fstatSync,
  fsync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { open, readdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { UserError } from '../problems.js'

/** What the operating system's refusals mean to the person at the keyboard: what went wrong and how to mend it. */
const REFUSALS: Record<string, [message: string, hint: string]> = {
  EACCES: ['no permission', 'check who owns it and its permissions'],
  EPERM: ['no permission', 'check who owns it and its permissions'],
  EROFS: ['the disk is read-only', 'use another --store'],
  ENOSPC: ['the disk is full', 'free some space and run the command again'],
  EDQUOT: ['the disk quota is used up', 'free some space and run the command again'],
  EFBIG: ['the file would be larger than the system allows', 'raise the limit (ulimit -f) and run the command again'],
  EISDIR: ['is a folder, not a file', 'move it away'],
  ENOTDIR: ['a part of this path is a file, not a folder', 'check the path'],
  EEXIST: ['is a file, not a folder', 'check the path'],
  ENAMETOOLONG: ['the name is too long', 'use a shorter path'],
  EMFILE: ['too many open files', 'close some programs and run the command again'],
}

/** The same failure as a problem that a user can do something about; errors that are none of theirs come back as they are. */
export function asUserError(error: unknown, source: string): unknown {
  const refusal = REFUSALS[(error as NodeJS.ErrnoException)?.code ?? '']
  return refusal === undefined ? error : new UserError(refusal[0], { source, hint: refusal[1] })
}

const flushed = promisify(fsync)

/** A file that is being written, or was when its writer was killed. */
const TEMPORARY = /^\.[0-9a-f]{12}\.tmp$/

/**
 * Replaces the whole content of a file, or makes it: a temporary file beside it is written, flushed and renamed, so that
 * the file holds the old or the new content at every moment. A link is followed, permissions are kept. The rename itself is
 * on the disk once the folder has been flushed: see `flushFolder`.
 *
 * @param before what the file is to hold until then; null where there is to be none
 * @returns what the file is known by now; null, and nothing is changed, where it holds something else than `before`:
 * somebody has written to it in the meantime
 * @throws UserError where the disk or the permissions do not allow it; the old file is untouched then
 */
export async function replaceFile(path: string, content: string, before: Uint8Array | null): Promise<FileId | null> {
  let temporary: string | null = null
  try {
    const target = before === null ? path : realpathSync(path)
    temporary = temporaryIn(dirname(target))
    let id: FileId
    const file = openSync(temporary, 'wx')
    try {
      writeFileSync(file, content)
      // the one thing that is worth waiting for: the disk flushes many files at once
      await flushed(file)
      id = idOf(fstatSync(file, { bigint: true }))
    } finally {
      closeSync(file)
    }
    // from here on without a pause in which an editor could save
    if (!holds(target, before)) return null
    if (before !== null) chmodSync(temporary, statSync(target).mode)
    renameSync(temporary, target)
    temporary = null
    return id
  } catch (error) {
    throw asUserError(error, path)
  } finally {
    if (temporary !== null) await rm(temporary, { force: true }).catch(() => undefined)
  }
}

/** By what a file is known to be the one that was read or written, without looking into it: size, time of change, inode. */
export type FileId = string

export function idOf({ size, mtimeNs, ino }: BigIntStats): FileId {
  return `${size} ${mtimeNs} ${ino}`
}

/** A new name for a file that nobody reads. */
export function temporaryIn(folder: string): string {
  return join(folder, `.${randomBytes(6).toString('hex')}.tmp`)
}

function holds(path: string, content: Uint8Array | null): boolean {
  try {
    const bytes = readFileSync(path)
    return content !== null && bytes.equals(content)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return content === null
    throw error
  }
}

/** Puts renames in a folder on the disk; systems that cannot flush a folder do so on their own. */
export async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null)
  await handle?.sync().catch(() => undefined)
  await handle?.close()
}

/** Takes away what writers that were killed left behind. To be called while nobody else writes. */
export async function removeLeftovers(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  for (const name of names) {
    if (TEMPORARY.test(name)) await rm(join(folder, name), { force: true }).catch(() => undefined)
  }
}
