import { type Command, InvalidArgumentError, Option } from 'commander'
import type { Profile } from '../claims/profile.js'
import type { ScanOptions } from '../scan.js'
import type { OpenOptions } from '../text/formats/article.js'
import type { Kind } from '../text/formats/kind.js'

/** What may be said of articles on the command line; it wins over what they say themselves. */
export interface ReadingOptions extends OpeningOptions {
  lang?: string
  published?: string
  rules?: string[]
  /** Told what the reading costs. */
  profile?: Profile
}

/** What may be said of the files that articles come in. */
export interface OpeningOptions {
  input?: Kind
  encoding?: string
  maxBytes?: number
  maxTags?: number
  maxDepth?: number
}

export function withReadingOptions(command: Command): Command {
  return withOpeningOptions(command)
    .addOption(new Option('--lang <language>', 'of the articles, instead of finding out').choices(['fr', 'en']))
    .option(
      '--published <date>',
      'of the articles, instead of the date that they state (2025, 2025-03, 2025-03-12)',
      parseDate,
    )
    .option(
      '--rules <file>',
      'rules of your own, beside the built-in ones or in place of those with the same id',
      (file: string, before: string[] = []) => [...before, file],
    )
}

/** On how many threads articles are read, and how long each may take. */
export interface PoolChoice {
  jobs?: number
  /** In seconds. */
  timeLimit?: number
}

export function withPool(command: Command): Command {
  return command
    .option(
      '--jobs <number>',
      'threads that read; 0: none beside the program itself (default: one per core, once there are many articles)',
      parseJobs,
    )
    .option(
      '--time-limit <seconds>',
      'how long a thread may take for one article (default: 10, for a PDF 60)',
      parseCount,
    )
}

/** The options of {@link OpeningOptions}. */
export function withOpeningOptions(command: Command): Command {
  return command
    .addOption(
      new Option(
        '--input <kind>',
        'of the files, instead of finding out; ndjson: one {"source", "text", "published", "language"} a line',
      ).choices(['text', 'html', 'feed', 'ndjson', 'mail', 'pdf']),
    )
    .option('--encoding <name>', 'of the files, instead of finding out: utf-8, windows-1252, iso-8859-15, macintosh, …')
    .option('--max-bytes <size>', 'how large a file may be, unpacked (default: 50MB)', parseSize)
    .option('--max-tags <number>', 'how many tags and entities a web page may have (default: 50000)', parseCount)
    .option('--max-depth <number>', 'how deep the elements of a web page may lie (default: 150)', parseCount)
}

/** What the options say of how files are opened, for `Input.articles`. */
export function openingOf({
  input,
  encoding,
  maxBytes,
  maxTags,
  maxDepth,
  timeLimit,
}: OpeningOptions & Pick<PoolChoice, 'timeLimit'>): Omit<OpenOptions, 'source' | 'report'> {
  const limits = {
    ...(maxBytes === undefined ? {} : { bytes: maxBytes }),
    ...(maxTags === undefined ? {} : { tags: maxTags }),
    ...(maxDepth === undefined ? {} : { depth: maxDepth }),
    ...(timeLimit === undefined ? {} : { seconds: timeLimit }),
  }
  return {
    limits,
    ...(input === undefined ? {} : { kind: input }),
    ...(encoding === undefined ? {} : { encoding }),
  }
}

/** A number of bytes: 2000000, 2MB, 1.5 GB. */
function parseSize(text: string): number {
  const [, figure = '', unit = ''] = /^(\d{1,15}(?:\.\d{1,9})?) ?([kMG]?)B?$/i.exec(text.trim()) ?? []
  if (figure === '') throw new InvalidArgumentError('Expected a size such as 200MB')
  return Math.floor(Number(figure) * 1000 ** ['', 'k', 'm', 'g'].indexOf(unit.toLowerCase()))
}

function parseJobs(text: string): number {
  return text === '0' ? 0 : parseCount(text)
}

function parseCount(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('Expected a whole number')
  return Number(text)
}

/**
 * What the options say of how articles are read, for `scan` and `explain`.
 *
 * @throws UserError for a rule file that cannot be read, or a mistake in it
 */
export async function readingOf({
  lang,
  published,
  rules,
  profile,
}: ReadingOptions): Promise<Omit<ScanOptions, 'source'>> {
  const reading = {
    ...(lang ? { language: lang } : {}),
    ...(published ? { published } : {}),
    ...(profile ? { profile } : {}),
  }
  if (rules === undefined) return reading
  const { readRuleFiles } = await import('./rules.js')
  const { rulesWith } = await import('../scan.js')
  return { ...reading, rules: rulesWith(await readRuleFiles(rules)) }
}

function parseDate(text: string): string {
  const [, , month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text) ?? []
  const isDate = /^\d{4}(-\d\d){0,2}$/.test(text) && isBetween(month, 1, 12) && isBetween(day, 1, 31)
  if (!isDate) throw new InvalidArgumentError('Expected a date such as 2025, 2025-03 or 2025-03-12')
  return text
}

function isBetween(part: string | undefined, least: number, most: number): boolean {
  return part === undefined || (Number(part) >= least && Number(part) <= most)
}

export interface StoreOptions {
  store: string
}

export function withStoreOption(command: Command): Command {
  return command.option('--store <folder>', 'the fact store', 'facts')
}

/** Options that take several values: with commas, or by repeating the option. */
export function listOf(text: string, before: string[] = []): string[] {
  return [...before, ...text.split(',').flatMap((word) => word.trim() || [])]
}
