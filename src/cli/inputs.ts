import type { Stats } from 'node:fs'
import { stat } from 'node:fs/promises'
import { isAbsolute, normalize, relative, sep } from 'node:path'
import { UserError } from '../problems.js'
import type { Article, OpenOptions } from '../text/formats/article.js'
import type { FactFile, Problem } from '../types.js'
import { ENDINGS, filesIn, type Path, pathShownAs, shownPath } from './folders.js'
import { chunksOf, unreadable } from './reading.js'

/** A file, or standard input, that holds one article or several. */
export interface Input {
  /** Its name: the path from the working folder, with forward slashes; `stdin` for standard input. */
  source: string
  /** The path that leads to it; null for standard input. */
  path: Path | null
  /**
   * Its articles, one after the other: see `articlesIn` of text/formats.
   * @throws UserError where it cannot be read
   */
  articles(options: Omit<OpenOptions, 'source'>): AsyncGenerator<Article>
  /** Its bytes as they are. @throws UserError where it cannot be read, or is larger than the limit */
  read(limit?: number): Promise<Uint8Array>
}

const STDIN = '-'

/**
 * The files that the user means: files, folders (searched all the way down), glob patterns, and `-` for standard input.
 * `feed.xml#NAME` means the one article of that name in the file. Each is there once, in the order given, those of a
 * folder or pattern sorted by name. A path that leads to nothing is a problem and the others are found all the same.
 */
export async function findInputs(paths: readonly string[]): Promise<{ inputs: Input[]; problems: Problem[] }> {
  const inputs = new Map<string, Input>()
  const problems: Problem[] = []
  for (const path of paths) {
    try {
      for (const input of await inputsAt(path, problems)) {
        if (!inputs.has(input.source)) inputs.set(input.source, input)
      }
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      problems.push(error.problem)
    }
  }
  return { inputs: [...inputs.values()], problems }
}

/**
 * The article of an input that holds one.
 * @throws UserError where it cannot be read, or holds several
 */
export async function onlyArticle(input: Input, options: Omit<OpenOptions, 'source'>): Promise<Article> {
  const articles: Article[] = []
  for await (const article of input.articles(options)) articles.push(article)
  const [first, second] = articles
  if (first === undefined) throw new UserError('no article in it', { source: input.source, hint: 'check the file' })
  if (second === undefined) return first
  const hint = `name one of its ${articles.length} articles, such as ${first.source}`
  throw new UserError('one article at a time', { source: input.source, hint })
}

/**
 * The article of a fact file, read again in the encoding that it was said to be in.
 * @throws UserError where its file is gone or cannot be read, or holds no such article any more
 */
export async function articleAgain(
  { source, encoding }: Pick<FactFile, 'source' | 'encoding'>,
  { report }: Pick<OpenOptions, 'report'>,
): Promise<Article> {
  const { inputs, problems } = await findInputs([source])
  const [input] = inputs
  if (input !== undefined && inputs.length === 1) {
    return onlyArticle(input, { report, ...(encoding === undefined ? {} : { encoding }) })
  }
  const { message, hint } = problems[0] ?? { message: 'a folder, not an article', hint: 'name one file' }
  throw new UserError(message, { source, ...(hint === undefined ? {} : { hint }) })
}

async function inputsAt(path: string, problems: Problem[]): Promise<Input[]> {
  if (path === STDIN) return [inputOf(null)]
  const isFile = async (at: Path) => (await statsOf(at))?.isFile() === true
  const stats = await statsOf(path)
  if (stats?.isDirectory()) {
    const before = problems.length
    const files = await filesIn(path, problems)
    if (files.length > 0 || problems.length > before) return files.map((file) => inputOf(file, true))
    const hint = `articles are files that end in ${ENDINGS.join(', ')} (or these and .gz); name others one by one`
    throw new UserError('no article in this folder', { source: path, hint })
  }
  if (stats !== null) return [inputOf(path)]
  if (await isFile(pathShownAs(path))) return [inputOf(pathShownAs(path))]
  const [, file = '', part = ''] = /^([^#]+)#(.+)$/s.exec(path) ?? []
  if (part !== '' && (await isFile(pathShownAs(file)))) return [partOf(inputOf(pathShownAs(file)), part)]
  const { default: glob } = await import('fast-glob')
  const pattern = asPattern(path)
  if (pattern === '' || !glob.isDynamicPattern(pattern)) {
    throw new UserError('no such file or folder', { source: path, hint: 'check the path' })
  }
  const files = await glob.glob(pattern, { ignore: ['**/node_modules/**'], suppressErrors: true })
  if (files.length > 0) return files.sort().map((file) => inputOf(file, true))
  throw new UserError('no file matches this pattern', { source: path, hint: 'check the pattern, or name a folder' })
}

/** A shell of Windows hands on quotes and backslashes as they are typed. */
function asPattern(path: string): string {
  const unquoted = path.replace(/^'(.*)'$/, '$1')
  return sep === '\\' ? unquoted.replaceAll('\\', '/') : unquoted
}

async function statsOf(path: Path): Promise<Stats | null> {
  try {
    return await stat(path)
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes((error as NodeJS.ErrnoException).code ?? '')) return null
    throw unreadable(error, shownPath(path))
  }
}

/** @param found it was found in a folder or by a pattern, and nobody named it */
function inputOf(path: Path | null, found = false): Input {
  const source = path === null ? 'stdin' : sourceName(shownPath(path))
  return {
    source,
    path,
    async *articles(options) {
      const { articlesIn } = await import('../text/formats/open.js')
      yield* articlesIn(chunksOf(path, source), { ...options, source, found })
    },
    async read(limit) {
      const { collect } = await import('../text/formats/bytes.js')
      const { LIMITS } = await import('../text/formats/article.js')
      return collect(chunksOf(path, source), limit ?? LIMITS.bytes, source)
    },
  }
}

/** One article of an input of several. */
function partOf(input: Input, name: string): Input {
  const source = `${input.source}#${name}`
  return {
    ...input,
    source,
    async *articles(options) {
      for await (const article of input.articles(options)) {
        if (article.source !== source) continue
        yield article
        return
      }
      throw new UserError('no article of this name in the file', {
        source,
        hint: `xev text ${input.source} lists them`,
      })
    },
  }
}

/** The path from the working folder, whichever way it was written: ids of claims hang on it. */
function sourceName(path: string): string {
  const fromHere = isAbsolute(path) ? relative(process.cwd(), path) : normalize(path)
  return fromHere.split(sep).join('/')
}
