import type { FactClaim, FactFile, Problem } from '../types.js'
import { refresh } from './index-refresh.js'
import { claimAt, layOut, type Rows } from './index-rows.js'
import { textAt } from './index-texts.js'
import { factFileNames, pathsIn } from './raw.js'

/** A store as it was when it was opened. */
export interface OpenStore {
  rows: Rows
  /** The path of a file, with forward slashes, by its number in `rows`. */
  pathOf(file: number): string
  /** The numbers of its files in `rows`, by source. */
  order: readonly number[]
  /** Damaged files and claims, and files left out. */
  problems: Problem[]
}

/**
 * Reads a store. What the index beside it (`.xev/`) holds of files that have not changed is taken from there; the others are
 * parsed, and the index is written anew if the disk allows it. The store reads the same with and without an index.
 *
 * @throws UserError where there is no such folder or no fact file in it
 */
export async function openStore(folder: string): Promise<OpenStore> {
  const names = await factFileNames(folder)
  const { seen, rows, unread } = refresh(folder, names)
  const numbers = new Map(seen.map(({ name }, number) => [name, number]))
  const problems: Problem[] = []
  const order: number[] = []
  const bySource = new Map<string, string>()
  const pathOf = pathsIn(folder)
  for (const name of names) {
    const problem = unread.get(name)
    if (problem !== undefined) problems.push(problem)
    const number = numbers.get(name)
    if (number === undefined) continue
    for (const problem of rows.problems.get(number) ?? []) problems.push({ ...problem, source: pathOf(name) })
    const source = rows.sources[number] ?? null
    if (source === null) continue
    const twin = bySource.get(source)
    if (twin === undefined) {
      bySource.set(source, name)
      order.push(number)
    } else {
      const hint = 'delete one of the two files'
      const message = `holds the source "${source}" as ${pathOf(twin)} does`
      problems.push({ severity: 'error', message, hint, source: pathOf(name) })
    }
  }
  return { rows, pathOf: (file) => pathOf(seen[file]?.name ?? ''), order: bySourceName(order, rows), problems }
}

/** Fact files that are no store on the disk, opened in the same way. */
export function storeInMemory(files: readonly FactFile[]): OpenStore {
  const rows = layOut(files.map((facts) => ({ facts, problems: [] })))
  const order = bySourceName([...files.keys()], rows)
  return { rows, pathOf: (file) => files[file]?.source ?? '', order, problems: [] }
}

/** One file of a store, with all of its claims or those of the given rows. They are parsed when they are first asked for. */
export function fileAt({ rows }: OpenStore, number: number, chosen?: readonly number[]): FactFile {
  const file = JSON.parse(textAt(rows.headers, number).toString()) as FactFile
  const own = chosen ?? range(rows.first[number] as number, rows.first[number + 1] as number)
  let claims: FactClaim[] | null = null
  Object.defineProperty(file, 'claims', {
    enumerable: true,
    get() {
      claims ??= own.map((row) => claimAt(rows, { file: number, row }))
      return claims
    },
  })
  rowsOf.set(file, own)
  return file
}

const rowsOf = new WeakMap<FactFile, readonly number[]>()

/**
 * The claims of files out of this store as lines of ndjson, in UTF-8, in as few pieces as they stand in side by side: as they
 * are kept, without reading and writing them.
 */
export function* linesOf({ rows }: OpenStore, files: Iterable<FactFile>): Generator<Buffer> {
  const { bytes, starts } = rows.lines
  let from = 0
  let to = 0
  for (const file of files) {
    const own = rowsOf.get(file)
    if (own === undefined) throw new Error(`not as it came out of a store: ${file.source}`)
    for (const row of own) {
      if (row !== to) {
        if (to > from) yield bytes.subarray(starts[from], starts[to])
        from = row
      }
      to = row + 1
    }
  }
  if (to > from) yield bytes.subarray(starts[from], starts[to])
}

/** All files of a store, by source. */
export function filesOf(store: OpenStore): FactFile[] {
  return store.order.map((number) => fileAt(store, number))
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i)
}

function bySourceName(order: number[], { sources }: Rows): number[] {
  return order.sort((a, b) => ((sources[a] as string) < (sources[b] as string) ? -1 : 1))
}
