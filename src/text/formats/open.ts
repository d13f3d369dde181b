import { createHash } from 'node:crypto'
import { UserError } from '../../problems.js'
import { lineOf, lineStarts } from '../lines.js'
import { findMojibake } from '../mojibake.js'
import { plainArticle } from '../read.js'
import type { Article, Found, Limits, OpenOptions } from './article.js'
import { LIMITS } from './article.js'
import { type Bytes, collect, inflate, peek } from './bytes.js'
import { HEAD, type Kind, kindOf } from './kind.js'

/**
 * The articles of an input, one after the other: of a text, page, letter or PDF one, of a feed or dump (`.ndjson`) as
 * many as it holds; packed (`.gz`) or not. What the input is, its content tells before its name. Dumps are read as they
 * come, however long; all else is held whole, within the limits.
 *
 * Where an input holds several articles, each is named by the file, `#` and its own address or identifier there, so that
 * its name stays when articles come and go around it; by its place (`#3`, counted from 1) where it has none. Where the
 * options say that the input is a dump, its articles bear their own names alone, as they came from somewhere else.
 *
 * @throws UserError where the input cannot be read at all, or is beyond the limits; an article of several that cannot be
 * read is reported
 */
export async function* articlesIn(input: Bytes, options: OpenOptions): AsyncGenerator<Article> {
  for await (const article of opened(input, options)) {
    warnOfMojibake(article, options)
    yield options.encoding === undefined ? article : { ...article, encoding: options.encoding }
  }
}

/** Text that came to be wrong before it was saved is read as it is, but never in silence. */
function warnOfMojibake({ source, text }: Article, { report }: OpenOptions): void {
  const places = findMojibake(text)
  const [first] = places
  if (first === undefined) return
  const often = places.length === 1 ? '' : ` and ${places.length - 1} more`
  report({
    severity: 'warning',
    message: `text that was read in a wrong encoding once: "${text.slice(first.start, first.end)}" for "${first.meant}"${often}`,
    hint: `xev text ${source} --fix-encoding prints it cured: save that, and read it instead`,
    source,
    line: lineOf(lineStarts(text), first.start),
  })
}

async function* opened(input: Bytes, options: OpenOptions): AsyncGenerator<Article> {
  // where the kind is known, a stream is not held back until there is enough of it to tell
  const enough = options.kind === undefined ? HEAD : GZIP_MAGIC
  const { head, whole } = await peek(input, enough)
  const kind = kindOf(head, options.source)
  if (kind === 'gzip') {
    const unpacked = await peek(inflate(whole, options.source), enough)
    const name = options.source.replace(/\.gz$/i, '')
    const packed = options.kind ?? kindOf(unpacked.head, name)
    if (packed === 'gzip') {
      throw new UserError('a gzip file in a gzip file', { source: options.source, hint: 'unpack it once' })
    }
    yield* readAs(packed, unpacked.whole, options)
  } else yield* readAs(options.kind ?? kind, whole, options)
}

/** How many bytes tell that a file is packed. */
const GZIP_MAGIC = 2

async function* readAs(kind: Kind, whole: Bytes, options: OpenOptions): AsyncGenerator<Article> {
  const limits: Limits = { ...LIMITS, ...options.limits }
  if (kind === 'ndjson') {
    const { readRecords } = await import('./ndjson.js')
    yield* named(readRecords(whole, limits, options), options.source, options.kind === 'ndjson')
    return
  }
  const bytes = await collect(whole, limits.bytes, options.source)
  if (kind === 'text' || kind === 'gzip') {
    yield plainArticle(bytes, options.source, options.encoding)
  } else if (kind === 'feed') {
    const { readFeed } = await import('./feed.js')
    yield* named(await readFeed(bytes, limits, options), options.source)
  } else {
    const { name: _, ...article } = await readOne(kind, bytes, limits, options)
    yield { source: options.source, sha256: hash(bytes), ...article }
  }
}

async function readOne(
  kind: 'html' | 'mail' | 'pdf',
  bytes: Uint8Array,
  limits: Limits,
  options: OpenOptions,
): Promise<Found> {
  if (kind === 'html') return (await import('./html.js')).readPage(bytes, limits, options)
  if (kind === 'mail') return (await import('./mail.js')).readMail(bytes, limits, options)
  return (await import('./pdf.js')).readPdf(bytes, limits, options)
}

/** Longest name of an article within its file; a longer one is no address that anybody wants to read. */
const LONGEST_NAME = 200

async function* named(
  articles: AsyncIterable<Found> | Iterable<Found>,
  file: string,
  ownNames = false,
): AsyncGenerator<Article> {
  const seen = new Map<string, number>()
  let place = 0
  for await (const { name, ...article } of articles) {
    place++
    const sha256 = hash(JSON.stringify(article))
    // white space and control characters in a name make it no name
    const own = name === null || name.length > LONGEST_NAME || /[\s\p{C}]/u.test(name) ? null : name
    if (ownNames && own !== null) yield { source: own, sha256, ...article }
    else {
      const within = own ?? String(place)
      const before = seen.get(within) ?? 0
      seen.set(within, before + 1)
      yield { source: `${file}#${within}${before === 0 ? '' : `~${before + 1}`}`, sha256, ...article }
    }
  }
}

function hash(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex')
}
