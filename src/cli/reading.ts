import { closeSync, constants, fstatSync, openSync, readFileSync, type Stats, statSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
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
  for (let tries = 1; ; tries++) {
    const stats = told(() => statSync(path), source)
    requireReadable(stats, source)
    if (!stats.isFile() || stats.size > WHOLE) {
      yield* piecesOf(path, source)
      return
    }
    const bytes = told(() => readState(path), source)
    if (bytes !== null) {
      yield bytes
      return
    }
    if (tries === TRIES) {
      throw new UserError('it changes while it is read', { source, hint: 'try again when it is written' })
    }
  }
}

/** A pipe that took the place of the file would keep us waiting for somebody to write to it; Windows knows no such flag. */
const AT_ONCE = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)

/**
 * The whole of a file as it was at one moment, or null where it was not still for as long as that. An article is small, and
 * seven turns of the thread pool would cost more than its reading.
 */
function readState(path: Path): Uint8Array | null {
  const file = openSync(path, AT_ONCE)
  try {
    const before = fstatSync(file)
    if (!before.isFile() || before.size > WHOLE) return null
    const bytes = readFileSync(file)
    return isSameState(before, fstatSync(file), bytes) ? bytes : null
  } finally {
    closeSync(file)
  }
}

const isSameState = (before: Stats, after: Stats, { byteLength }: Uint8Array) =>
  before.mtimeMs === after.mtimeMs && before.size === after.size && after.size === byteLength

async function* piecesOf(path: Path, source: string): AsyncGenerator<Uint8Array> {
  let file: FileHandle | null = null
  try {
    file = await open(path, 'r')
    for (;;) {
      const { bytesRead, buffer } = await file.read({ buffer: Buffer.allocUnsafe(PIECE) })
      if (bytesRead === 0) return
      yield buffer.subarray(0, bytesRead)
    }
  } catch (error) {
    throw unreadable(error, source)
  } finally {
    await file?.close()
  }
}

/** A pipe that somebody names is read as standard input would be (`xev scan <(command)`); devices and sockets have no end. */
function requireReadable(stats: Stats, source: string): void {
  if (stats.isFile() || stats.isFIFO()) return
  const what = stats.isSocket() ? 'a socket' : stats.isDirectory() ? 'a folder' : 'a device'
  throw new UserError(`${what}, not a file`, { source, hint: 'name a file, or use - for standard input' })
}

function told<T>(work: () => T, source: string): T {
  try {
    return work()
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
