import { randomBytes } from 'node:crypto'
import {
  closeSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { UserError } from '../problems.js'
import { asUserError, temporaryIn } from './files.js'

/** Beside the fact files and not in the disposable `.xev/`, which may be deleted at any time. */
const FILE = '.xev.lock'
/** A holder says that it lives as often as this; one that has not for so long is taken for dead. */
const BEAT_MS = 2000
const DEAD_MS = 20_000
/** A lock file without content was left by a holder that was killed in the act, if it is this old. */
const UNWRITTEN_MS = 1000
/** A holder keeps the lock for the writing of a few files, well under a second. */
const PATIENCE_MS = 30_000

interface Holder {
  pid: number
  host: string
  token: string
}

/** In this process, whoever comes later to a store waits for the earlier ones. */
const queues = new Map<string, Promise<unknown>>()

/**
 * Does a piece of work while no other xev writes to the store. The lock is a file with the holder's process in it: one that
 * was left by a killed process is told by that process being gone, or, from another machine, by its age.
 *
 * @throws UserError where the store cannot be written to, or another xev does not let go of it
 */
export async function withLock<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const key = resolve(folder)
  const turn = (queues.get(key) ?? Promise.resolve()).then(() => alone(folder, work))
  const settled = turn.catch(() => undefined)
  queues.set(key, settled)
  try {
    return await turn
  } finally {
    if (queues.get(key) === settled) queues.delete(key)
  }
}

async function alone<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const path = join(folder, FILE)
  const mine: Holder = { pid: process.pid, host: hostname(), token: randomBytes(8).toString('hex') }
  await acquire(folder, path, mine)
  const beat = setInterval(() => touch(path), BEAT_MS)
  beat.unref()
  try {
    return await work()
  } finally {
    clearInterval(beat)
    if (holderOf(path)?.token === mine.token) rmSync(path, { force: true })
  }
}

async function acquire(folder: string, path: string, mine: Holder): Promise<void> {
  const until = Date.now() + PATIENCE_MS
  for (;;) {
    try {
      create(path, JSON.stringify(mine))
      return
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === 'ENOENT') make(folder)
      else if (code !== 'EEXIST') throw asUserError(error, folder)
      else if (isLeft(path)) takeAway(path)
      else if (Date.now() > until) throw heldBy(holderOf(path), folder)
      else await wait(5 + Math.random() * 20)
    }
  }
}

/** Makes a file that is not there yet; a disk that has no room for its content is left without it. */
function create(path: string, content: string): void {
  const file = openSync(path, 'wx')
  try {
    writeFileSync(file, content)
  } catch (error) {
    rmSync(path, { force: true })
    throw error
  } finally {
    closeSync(file)
  }
}

function make(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    throw asUserError(error, folder)
  }
}

function heldBy(holder: Holder | null, folder: string): UserError {
  const who = holder === null ? '' : ` (process ${holder.pid} on ${holder.host})`
  const hint = 'wait until it is done and run the command again'
  return new UserError(`another xev is writing to this store${who}`, { source: folder, hint })
}

/** Nobody holds the lock any more. */
function isLeft(path: string): boolean {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (stats === undefined) return false
  const age = Date.now() - stats.mtimeMs
  const holder = holderOf(path)
  if (holder === null) return age > UNWRITTEN_MS
  if (holder.host !== hostname()) return age > DEAD_MS
  // the process's own number on a lock that is not held here: an earlier process that had the same one
  return holder.pid === process.pid || !isAlive(holder.pid) || age > DEAD_MS
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Moves a lock that was left aside; one that somebody has taken in the meantime is put back. */
function takeAway(path: string): void {
  const left = holderOf(path)
  const aside = temporaryIn(dirname(path))
  try {
    renameSync(path, aside)
    if (holderOf(aside)?.token !== left?.token) linkSync(aside, path)
  } catch {
    // somebody else was faster
  }
  rmSync(aside, { force: true })
}

function holderOf(path: string): Holder | null {
  try {
    const { pid, host, token } = JSON.parse(readFileSync(path, 'utf8'))
    const isSound = Number.isSafeInteger(pid) && pid > 0 && typeof host === 'string' && typeof token === 'string'
    return isSound ? { pid, host, token } : null
  } catch {
    return null
  }
}

function touch(path: string): void {
  try {
    utimesSync(path, new Date(), new Date())
  } catch {
    // taken away: the comparison before each rename is what keeps the files safe
  }
}
