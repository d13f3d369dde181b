import { isUtf8 } from 'node:buffer'
import type { Dirent } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { dirname, join, relative, resolve, sep } from 'node:path'
import type { Ignore } from 'ignore'
import type { Problem } from '../types.js'
import { unreadable } from './reading.js'

/** A path; as bytes where its name is no UTF-8. */
export type Path = string | Buffer

/** Articles have these endings when they are looked for in a folder; packed, `.gz` behind them. */
export const ENDINGS = '.txt .md .html .htm .xhtml .rss .atom .xml .ndjson .jsonl .eml .pdf'.split(' ')

function isArticleName(name: string): boolean {
  const plain = name.toLowerCase().replace(/\.gz$/, '')
  return ENDINGS.some((ending) => plain.endsWith(ending))
}

/** A file of patterns, as in .gitignore, for what is not to be read. */
const IGNORE_FILE = '.xevignore'

/** The rules of a `.xevignore` and the folder that they count from. */
interface Rules {
  folder: string
  ignore: Ignore
}

/**
 * The articles of a folder and of the folders in it, sorted by name, but for hidden ones, packages, and what a
 * `.xevignore` names. Links to files are followed, links to folders are not: so nothing is read twice, and no loop is
 * walked. What is neither file nor folder is named as a problem.
 */
export async function filesIn(folder: string, problems: Problem[]): Promise<Path[]> {
  const files: Path[] = []
  const open: { folder: Path; shown: string; rules: Rules[] }[] = [
    { folder, shown: folder, rules: await rulesAbove(folder) },
  ]
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    let entries: Entry[]
    let rules = at.rules
    try {
      entries = await entriesOf(at.folder)
      if (entries.some(({ name }) => name === IGNORE_FILE)) rules = [...rules, await rulesIn(at.shown)]
    } catch (error) {
      problems.push(unreadable(error, at.shown).problem)
      continue
    }
    const names = new Set(entries.map(({ name }) => name))
    for (const { name, path, entry } of entries) {
      if (name.startsWith('.') || name === 'node_modules' || isPartOfPage(name, names)) continue
      const shown = join(at.shown, name)
      if (isIgnored(shown, entry.isDirectory(), rules)) continue
      if (entry.isDirectory()) open.push({ folder: path, shown, rules })
      else if (entry.isFile() ? isArticleName(name) : await isArticle(entry, path, shown, problems)) files.push(path)
    }
  }
  const names = new Map(files.map((file) => [file, shownPath(file)]))
  return files.sort((a, b) => ((names.get(a) as string) < (names.get(b) as string) ? -1 : 1))
}

interface Entry {
  name: string
  path: Path
  entry: Dirent | Dirent<Buffer>
}

/** What lies in a folder. Names are read as bytes where some are no UTF-8. */
async function entriesOf(folder: Path): Promise<Entry[]> {
  if (typeof folder === 'string') {
    const entries = await readdir(folder, { withFileTypes: true })
    if (!entries.some(({ name }) => name.includes('\ufffd'))) {
      return entries.map((entry) => ({ name: entry.name, path: join(folder, entry.name), entry }))
    }
  }
  const raw = await readdir(folder, { withFileTypes: true, encoding: 'buffer' })
  const base = Buffer.concat([Buffer.from(folder as string), Buffer.from(sep)])
  return raw.map((entry) => {
    const path = Buffer.concat([base, entry.name])
    return { name: shownPath(entry.name), path: path.toString().includes('\ufffd') ? path : path.toString(), entry }
  })
}

/** A path in letters: bytes that are no UTF-8 are shown as `\xE9`. */
export function shownPath(path: Path): string {
  if (typeof path === 'string') return path
  const parts: string[] = []
  let from = 0
  while (from < path.length) {
    const length = [1, 2, 3, 4].find((n) => isUtf8(path.subarray(from, from + n)))
    const byte = (path[from] as number).toString(16).toUpperCase().padStart(2, '0')
    parts.push(length === undefined ? `\\x${byte}` : path.subarray(from, from + length).toString())
    from += length ?? 1
  }
  return parts.join('')
}

/** The path that is shown so: `\xE9` stands for a byte that is no UTF-8. */
export function pathShownAs(shown: string): Path {
  if (!/\\x[0-9A-F]{2}/.test(shown)) return shown
  const parts = shown.split(/\\x([0-9A-F]{2})/)
  return Buffer.concat(parts.map((part, i) => (i % 2 === 0 ? Buffer.from(part) : Buffer.from(part, 'hex'))))
}

async function rulesIn(folder: string): Promise<Rules> {
  const { default: ignore } = await import('ignore')
  return { folder, ignore: ignore().add(await readFile(join(folder, IGNORE_FILE), 'utf8')) }
}

/** The rules of the folders that lead from the working folder down to this one. */
async function rulesAbove(folder: string): Promise<Rules[]> {
  const rules: Rules[] = []
  const here = process.cwd()
  for (let at = resolve(folder); at !== here && at.startsWith(here); ) {
    at = dirname(at)
    const found = await rulesIn(at).catch(() => null)
    if (found !== null) rules.unshift(found)
  }
  return rules
}

/** What a browser saves beside `page.html` to show it. */
function isPartOfPage(name: string, names: ReadonlySet<string>): boolean {
  const page = /^(.+)_(?:files|fichiers)$/.exec(name)?.[1]
  return page !== undefined && (names.has(`${page}.html`) || names.has(`${page}.htm`))
}

/** The last pattern that meets a path counts, those of inner folders after those of outer ones, as with .gitignore. */
function isIgnored(path: string, isFolder: boolean, rules: readonly Rules[]): boolean {
  let ignored = false
  for (const { folder, ignore } of rules) {
    const below = relative(folder, path).split(sep).join('/')
    const told = ignore.test(isFolder ? `${below}/` : below)
    ignored = told.ignored || (ignored && !told.unignored)
  }
  return ignored
}

/** A link to a file that is named like an article. What is no file is said, if somebody could miss it. */
async function isArticle(entry: Entry['entry'], path: Path, shown: string, problems: Problem[]): Promise<boolean> {
  const skip = (message: string, hint: string) => {
    problems.push({ severity: 'warning', message, hint, source: shown })
    return false
  }
  if (entry.isSymbolicLink()) {
    const stats = await stat(path).catch(() => null)
    if (stats === null) return isArticleName(shown) && skip('skipped: a link that leads nowhere', 'mend or remove it')
    if (stats.isDirectory()) return skip('skipped: a link to a folder', 'name it itself to read what is there')
    if (stats.isFile()) return isArticleName(shown)
  }
  return (
    isArticleName(shown) && skip('skipped: not a file but a pipe, socket or device', 'name it itself if you mean it')
  )
}
