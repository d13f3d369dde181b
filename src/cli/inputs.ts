import type { Dirent, Stats } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { isAbsolute, join, normalize, relative, sep } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { UserError } from '../problems.js'
import type { Problem } from '../types.js'

/** An article to read. */
export interface Input {
  /** Its name: the path from the working folder, with forward slashes; `stdin` for standard input. */
  source: string
  /** @throws UserError where the system does not let it be read */
  read(): Promise<Uint8Array>
}

/** Articles have these endings when they are looked for in a folder. */
const ENDINGS = ['.txt', '.md']
/** No article is as long as this; a file that is holds something else. */
const MAX_BYTES = 50_000_000
const STDIN = '-'

/**
 * The articles that the user means: files, folders (searched all the way down for .txt and .md), glob patterns, and `-` for
 * standard input. Each is there once, in the order given, those of a folder or pattern sorted by name. A path that
 * leads to nothing is a problem and the others are found all the same.
 */
export async function findInputs(paths: readonly string[]): Promise<{ inputs: Input[]; problems: Problem[] }> {
  const inputs = new Map<string, Input>()
  const problems: Problem[] = []
  for (const path of paths) {
    try {
      for (const file of await filesAt(path, problems)) {
        const input = file === STDIN ? standardInput() : fileInput(file)
        if (!inputs.has(input.source)) inputs.set(input.source, input)
      }
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      problems.push(error.problem)
    }
  }
  return { inputs: [...inputs.values()], problems }
}

async function filesAt(path: string, problems: Problem[]): Promise<string[]> {
  if (path === STDIN) return [path]
  const stats = await statsOf(path)
  if (stats?.isDirectory()) {
    const before = problems.length
    const files = await articlesIn(path, problems)
    if (files.length > 0 || problems.length > before) return files.sort()
    const hint = `articles are files that end in ${ENDINGS.join(' or ')}; name others one by one`
    throw new UserError('no article in this folder', { source: path, hint })
  }
  if (stats !== null) return [path]
  const { default: glob } = await import('fast-glob')
  const pattern = asPattern(path)
  if (pattern === '' || !glob.isDynamicPattern(pattern)) {
    throw new UserError('no such file or folder', { source: path, hint: 'check the path' })
  }
  const files = await glob.glob(pattern, { ignore: ['**/node_modules/**'], suppressErrors: true })
  if (files.length > 0) return files.sort()
  throw new UserError('no file matches this pattern', { source: path, hint: 'check the pattern, or name a folder' })
}

/** A shell of Windows hands on quotes and backslashes as they are typed. */
function asPattern(path: string): string {
  const unquoted = path.replace(/^'(.*)'$/, '$1')
  return sep === '\\' ? unquoted.replaceAll('\\', '/') : unquoted
}

async function statsOf(path: string): Promise<Stats | null> {
  try {
    return await stat(path)
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes((error as NodeJS.ErrnoException).code ?? '')) return null
    throw unreadable(error, path)
  }
}

/** The articles of a folder and of the folders in it, but for hidden ones and packages. */
async function articlesIn(folder: string, problems: Problem[]): Promise<string[]> {
  let entries: Dirent[]
  try {
    entries = await readdir(folder, { withFileTypes: true })
  } catch (error) {
    problems.push(unreadable(error, folder).problem)
    return []
  }
  const files: string[] = []
  for (const entry of entries) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) files.push(...(await articlesIn(path, problems)))
    else if (ENDINGS.some((ending) => entry.name.toLowerCase().endsWith(ending))) files.push(path)
  }
  return files
}

function standardInput(): Input {
  return { source: 'stdin', read: () => buffer(process.stdin) }
}

function fileInput(path: string): Input {
  const source = sourceName(path)
  return {
    source,
    async read() {
      if (((await statsOf(path))?.size ?? 0) > MAX_BYTES) {
        const hint = 'one file holds one article: cut it into its articles'
        throw new UserError(`larger than ${MAX_BYTES / 1e6} MB`, { source, hint })
      }
      try {
        return await readFile(path)
      } catch (error) {
        throw unreadable(error, source)
      }
    },
  }
}

/** The path from the working folder, whichever way it was written: ids of claims hang on it. */
function sourceName(path: string): string {
  const fromHere = isAbsolute(path) ? relative(process.cwd(), path) : normalize(path)
  return fromHere.split(sep).join('/')
}

function unreadable(error: unknown, source: string): UserError {
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'EACCES' || code === 'EPERM') {
    return new UserError('no permission to read it', { source, hint: 'check who owns it and its permissions' })
  }
  if (code === 'ENOENT') return new UserError('it is no longer there', { source, hint: 'check the path' })
  return new UserError(`cannot be read: ${message}`, { source })
}
