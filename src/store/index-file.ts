import { createHash } from 'node:crypto'
import { endianness } from 'node:os'
import { crc32 } from 'node:zlib'
import { FACET_NAMES, FACETS } from './facets.js'
import type { Column, Rows } from './index-rows.js'
import type { Texts } from './index-texts.js'
import { KEY_ORDER } from './schema.js'

/** To be raised whenever the same fact file would be read or kept in another way than before. */
const VERSION = 4

/**
 * How a file looks from outside: size in bytes, times of change (content, then file) in milliseconds with a fraction (exact to
 * a quarter of a microsecond, which is finer than the ticks of disks), inode.
 */
export type FileState = readonly [size: number, content: number, file: number, inode: number]

/** A fact file as it was when it was read. */
export interface Seen {
  name: string
  stat: FileState
  /** SHA-256 of its bytes. */
  hash: Buffer
}

/** All that the index file holds. */
export interface Index {
  /**
   * The time by the clock of the disk before the files were read, in milliseconds. A file that changed at that time or later
   * may have changed again without a trace.
   */
  clock: number
  seen: Seen[]
  /** Of these files, in the same order. */
  rows: Rows
}

const BYTES_OF_A_HASH = 32

/** What the content depends on besides the fact files. */
const EDITION = createHash('sha256')
  .update(JSON.stringify([VERSION, endianness(), KEY_ORDER, Object.entries(FACETS).map(String)]))
  .digest('hex')

/** The index as the bytes of a file: a line with their checksum, a line that names the sections, the sections. */
export function packIndex({ clock, seen, rows }: Index): Uint8Array[] {
  const { sources, problems, columns } = rows
  const words = Object.fromEntries(FACET_NAMES.map((facet) => [facet, columns[facet].values]))
  const names = seen.map(({ name }) => name)
  const stats = seen.map(({ stat }) => stat)
  const head = { clock, names, stats, sources, problems: [...problems], words }
  const sections: [string, ArrayBufferView][] = [
    ['head', Buffer.from(JSON.stringify(head))],
    ['hashes', Buffer.concat(seen.map(({ hash }) => hash))],
    ['first', rows.first],
    ['heads', rows.heads],
    ...(['headers', 'lines', 'quotes'] as const).flatMap((name): [string, ArrayBufferView][] => [
      [name, rows[name].bytes],
      [`${name} starts`, rows[name].starts],
    ]),
    ...FACET_NAMES.map((facet): [string, ArrayBufferView] => [facet, columns[facet].codes]),
  ]
  const directory = { edition: EDITION, sections: sections.map(([name, { byteLength }]) => [name, byteLength]) }
  const body = [Buffer.from(`${JSON.stringify(directory)}\n`), ...sections.map(([, section]) => bytesOf(section))]
  return [Buffer.from(`xev index ${body.reduce((sum, bytes) => crc32(bytes, sum), 0)}\n`), ...body]
}

/** The index of such bytes; null where they are cut short, damaged, or of another edition of the program. */
export function unpackIndex(file: Buffer): Index | null {
  const endOfSum = file.indexOf(10)
  const body = file.subarray(endOfSum + 1)
  if (endOfSum < 0 || file.toString('latin1', 0, endOfSum) !== `xev index ${crc32(body)}`) return null
  let at = body.indexOf(10) + 1
  const directory = JSON.parse(body.toString('utf8', 0, at)) as { edition: string; sections: [string, number][] }
  if (directory.edition !== EDITION) return null
  const sections = new Map<string, Buffer>()
  for (const [name, length] of directory.sections) {
    sections.set(name, body.subarray(at, at + length))
    at += length
  }
  const section = (name: string) => sections.get(name) as Buffer
  const head = JSON.parse(section('head').toString()) as {
    clock: number
    names: string[]
    stats: FileState[]
    sources: (string | null)[]
    problems: [number, []][]
    words: Record<string, string[][]>
  }
  const texts = (name: string): Texts => ({
    bytes: section(name),
    starts: new Float64Array(aligned(section(`${name} starts`))),
  })
  const column = (facet: string): Column => ({
    values: head.words[facet] as string[][],
    codes: new Uint32Array(aligned(section(facet))),
  })
  return {
    clock: head.clock,
    seen: head.names.map((name, i) => ({
      name,
      stat: head.stats[i] as FileState,
      hash: section('hashes').subarray(i * BYTES_OF_A_HASH, (i + 1) * BYTES_OF_A_HASH),
    })),
    rows: {
      sources: head.sources,
      problems: new Map(head.problems),
      first: new Uint32Array(aligned(section('first'))),
      headers: texts('headers'),
      lines: texts('lines'),
      heads: new Uint32Array(aligned(section('heads'))),
      quotes: texts('quotes'),
      columns: Object.fromEntries(FACET_NAMES.map((facet) => [facet, column(facet)])) as Rows['columns'],
    },
  }
}

function bytesOf({ buffer, byteOffset, byteLength }: ArrayBufferView): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength)
}

/** A copy that numbers of several bytes can be read from: they have to start at a multiple of their size. */
function aligned(bytes: Buffer): ArrayBuffer {
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer
}
