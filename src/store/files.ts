import { randomBytes } from 'node:crypto'
import { chmod, mkdir, open, realpath, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { UserError } from '../problems.js'

/** What the operating system's refusals mean to the person at the keyboard: what went wrong and how to mend it. */
const REFUSALS: Record<string, [message: string, hint: string]> = {
  EACCES: ['no permission', 'check who owns it and its permissions'],
  EPERM: ['no permission', 'check who owns it and its permissions'],
  EROFS: ['the disk is read-only', 'use another --store'],
  ENOSPC: ['the disk is full', 'free some space and run the command again'],
  EDQUOT: ['the disk quota is used up', 'free some space and run the command again'],
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

/**
 * Replaces the whole content of a file, or makes it: a temporary file beside it is written, flushed and renamed, so that
 * the file holds the old or the new content at every moment. A link is followed, permissions are kept.
 *
 * @throws UserError where the disk or the permissions do not allow it; the old file is untouched then
 */
export async function replaceFile(path: string, content: string): Promise<void> {
  let temporary: string | null = null
  try {
    await mkdir(dirname(path), { recursive: true })
    const target = await realpath(path).catch(() => path)
    const mode = await stat(target).then(
      (s) => s.mode,
      () => null,
    )
    temporary = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}.tmp`)
    const file = await open(temporary, 'wx')
    try {
      await file.writeFile(content)
      await file.sync()
    } finally {
      await file.close()
    }
    if (mode !== null) await chmod(temporary, mode)
    await rename(temporary, target)
    temporary = null
    await flushFolder(dirname(target))
  } catch (error) {
    if (temporary !== null) await rm(temporary, { force: true })
    throw asUserError(error, path)
  }
}

/** The rename is on the disk once its folder is; systems that cannot flush a folder do so on their own. */
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null)
  await handle?.sync().catch(() => undefined)
  await handle?.close()
}
