import { createHash } from 'node:crypto'
import { appendFileSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { idOf } from './files.js'
import { disposableFolder } from './index-folder.js'
import { pathsIn } from './raw.js'
import type { Proof } from './store.js'

const FILE = 'readings'
/** A file that was changed so short a time before it was looked at may have changed once more without a trace. */
const TICK_MS = 100

/** An article as it was read, and the fact file that came of it. */
export interface Reading<About> {
  source: string
  /** SHA-256 of the article. */
  sha256: string
  /** The fact file's name in the store. */
  name: string
  proof: Proof
  /** What is told of it when it is not read again. */
  about: About
}

interface Entry<About> extends Reading<About> {
  how: string
  /** When the proof was taken, in milliseconds. */
  at: number
}

/** What is known of articles that have been read into a store. */
export interface Readings<About> {
  /** The last reading of an article, if reading it again in the same way would change nothing; else null. */
  unchanged(source: string, sha256: string): Reading<About> | null
  add(readings: readonly Reading<About>[]): void
}

/**
 * Which articles have been read into a store, how, and what their fact files were then: a journal in the disposable `.xev/`,
 * one line a reading, each with its checksum. A line that is missing or damaged costs one more reading. A fact file that
 * somebody has changed since is read and merged again.
 *
 * @param how a digest of all that a reading depends on besides the article
 */
export function openReadings<About>(store: string, how: string): Readings<About> {
  const { entries, lines } = load<About>(store)
  const pathOf = pathsIn(store)
  let isCrowded = lines > 2 * entries.size + 100
  return {
    unchanged(source, sha256) {
      const entry = entries.get(source)
      if (entry === undefined || entry.sha256 !== sha256 || entry.how !== how) return null
      return isStill(pathOf(entry.name), entry) ? entry : null
    },
    add(readings) {
      const at = Date.now()
      const added = readings.map((reading) => ({ ...reading, how, at }))
      for (const entry of added) entries.set(entry.source, entry)
      save(store, isCrowded ? [...entries.values()] : added, isCrowded)
      isCrowded = false
    },
  }
}

function isStill(path: string, { proof, at }: Entry<unknown>): boolean {
  try {
    const stats = statSync(path, { bigint: true })
    const isSettled = Number(stats.mtimeNs / 1_000_000n) < at - TICK_MS
    if (idOf(stats) === proof.id && isSettled) return true
    return createHash('sha256').update(readFileSync(path)).digest('hex') === proof.hash
  } catch {
    return false
  }
}

function load<About>(store: string): { entries: Map<string, Entry<About>>; lines: number } {
  const entries = new Map<string, Entry<About>>()
  let text = ''
  try {
    text = readFileSync(join(store, '.xev', FILE), 'utf8')
  } catch {
    // there is none: everything is read
  }
  const lines = text.split('\n')
  for (const line of lines) {
    const [, sum, json = ''] = /^([0-9a-f]+) (.*)$/.exec(line) ?? []
    if (sum !== crc32(json).toString(16)) continue
    const entry = JSON.parse(json) as Entry<About>
    entries.set(entry.source, entry)
  }
  return { entries, lines: lines.length }
}

/** Where the disk does not allow it nothing is said: articles will be read once more. */
function save(store: string, entries: readonly object[], all: boolean): void {
  const lines = entries.map((entry) => {
    const json = JSON.stringify(entry)
    return `${crc32(json).toString(16)} ${json}\n`
  })
  try {
    const folder = disposableFolder(store)
    if (folder === null) return
    const path = join(folder, FILE)
    if (!all) {
      // a line that was cut short by a kill must not spoil the next one
      appendFileSync(path, `\n${lines.join('')}`)
      return
    }
    const temporary = join(folder, `${FILE}.${process.pid}.tmp`)
    try {
      writeFileSync(temporary, lines.join(''))
      renameSync(temporary, path)
    } finally {
      rmSync(temporary, { force: true })
    }
  } catch {
    // see above
  }
}
