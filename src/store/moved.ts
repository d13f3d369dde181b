import { closeSync, existsSync, openSync, readdirSync, readFileSync, readSync, renameSync } from 'node:fs'
import type { FactFile } from '../types.js'
import { asUserError } from './files.js'
import { isFactFile, pathsIn } from './raw.js'
import { parseFacts } from './read.js'

/** The header's first lines are shorter than this, with a title of any newspaper. */
const HEAD_BYTES = 2048

/** Of each store, the names of its fact files by the hash of their article: looked at once, by the first article that is new. */
const byHash = new Map<string, Map<string, string[]>>()

/**
 * Where the facts of an article are that has none under its own name: in a file that a person renamed, or under the name
 * that the article had before it was moved. Null where there are none. An article is known by its bytes.
 */
export function formerPlace(
  folder: string,
  { source, sha256 }: FactFile,
  isGone: (source: string) => boolean,
): { path: string; source: string } | null {
  let names = byHash.get(folder)
  if (names === undefined) {
    names = hashesIn(folder)
    byHash.set(folder, names)
  }
  const pathOf = pathsIn(folder)
  for (const name of names.get(sha256) ?? []) {
    const path = pathOf(name)
    if (!existsSync(path)) continue
    const { facts } = parseFacts(readFileSync(path, 'utf8'), path)
    if (facts?.sha256 === sha256 && (facts.source === source || isGone(facts.source))) {
      return { path, source: facts.source }
    }
  }
  return null
}

/** Gives a file another name that is free. */
export function moveFile(from: string, to: string): void {
  try {
    renameSync(from, to)
  } catch (error) {
    throw asUserError(error, from)
  }
}

function hashesIn(folder: string): Map<string, string[]> {
  const names = new Map<string, string[]>()
  if (!existsSync(folder)) return names
  const pathOf = pathsIn(folder)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (!isFactFile(entry)) continue
    const hash = /^sha256: *["']?([0-9a-f]{64})\b/m.exec(headOf(pathOf(entry.name)))?.[1] ?? ''
    names.set(hash, [...(names.get(hash) ?? []), entry.name])
  }
  return names
}

function headOf(path: string): string {
  try {
    const file = openSync(path, 'r')
    try {
      const head = Buffer.alloc(HEAD_BYTES)
      return head.toString('latin1', 0, readSync(file, head))
    } finally {
      closeSync(file)
    }
  } catch {
    return ''
  }
}
