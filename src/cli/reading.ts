import type { Stats } from 'node:fs'
import { type FileHandle, open, stat } from 'node:fs/promises'
import { UserError } from '../problems.js'
import type { Bytes } from '../text/formats/bytes.js'
import type { Path } from './folders.js'

/** How often a file is read again that changes while it is read. */
const TRIES = 3
/** A file up to this size is read whole before any of it is used, so that what is used is one state of it. */
const WHOLE = 64_000_000
const PIECE = 1_000_000

/**
 * The bytes of a file, or of standard input where `path` is null.
 * @throws UserError where the system does not let it be read, it is no file, or it changes all the time
 */
export async function* chunksOf(path: Path | null, source: string): Bytes & AsyncGenerator<Uint8Array> {
  if (path === null) {
    yield* process.stdin
    return
  }
  const stats = await told(stat(path), source)
  requireReadable(stats, source)
  for (let tries = 1; ; tries++) {
    const file = await told(open(path, 'r'), source)
    try {
      const before = await file.stat()
      if (!before.isFile() || before.size > WHOLE) {
        yield* piecesOf(file, source)
        return
      }
      const bytes = await told(file.readFile(), source)
      if (isSameState(before, await file.stat(), bytes)) {
        yield bytes
        return
      }
    } finally {
      await file.close()
    }
    if (tries === TRIES) {
      throw new UserError('it changes while it is read', { source, hint: 'try again when it is written' })
    }
  }
}

const isSameState = (before: Stats, after: Stats, { byteLength }: Uint8Array) =>
  before.mtimeMs === after.mtimeMs && before.size === after.size && after.size === byteLength

async function* piecesOf(file: FileHandle, source: string): AsyncGenerator<Uint8Array> {
  for (;;) {
    const { bytesRead, buffer } = await told(file.read({ buffer: Buffer.allocUnsafe(PIECE) }), source)
    if (bytesRead === 0) return
    yield buffer.subarray(0, bytesRead)
  }
}

/** A pipe that somebody names is read as standard input would be (`xev scan <(command)`); devices and sockets have no end. */
function requireReadable(stats: Stats, source: string): void {
  if (stats.isFile() || stats.isFIFO()) return
  const what = stats.isSocket() ? 'a socket' : stats.isDirectory() ? 'a folder' : 'a device'
  throw new UserError(`${what}, not a file`, { source, hint: 'name a file, or use - for standard input' })
}

async function told<T>(work: Promise<T>, source: string): Promise<T> {
  try {
    return await work
  } catch (error) {
    throw unreadable(error, source)
  }
}

export function unreadable(error: unknown, source: string): UserError {
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'EACCES' || code === 'EPERM') {
    return new UserError('no permission to read it', { source, hint: 'check who owns it and its permissions' })
  }
  if (code === 'ENOENT') return new UserError('it is no longer there', { source, hint: 'check the path' })
  if (code === 'ELOOP') return new UserError('a link that leads to itself', { source, hint: 'mend the link' })
  return new UserError(`cannot be read: ${message}`, { source })
}
