import { UserError } from '../../problems.js'
import { declaredDate, declaredLanguage } from '../declared.js'
import { decode } from '../decode.js'
import type { Found, Limits, OpenOptions } from './article.js'
import { type Bytes, sizeText } from './bytes.js'

/** Keys under which dumps hold what they say of an article, in the order in which they are looked at. */
const KEYS = {
  text: ['text', 'content_text', 'maintext', 'articleBody', 'content', 'body'],
  html: ['html', 'content_html'],
  title: ['title', 'headline', 'titre'],
  date: [
    'published',
    'date',
    'datePublished',
    'date_published',
    'date_publish',
    'published_at',
    'pubDate',
    'created_at',
  ],
  language: ['language', 'lang', 'inLanguage', 'langue'],
  name: ['source', 'id', 'url', 'link', 'guid'],
  site: ['site', 'publisher', 'source_domain', 'domain'],
} as const

/** Reads a dump, one article a line. A line that is none is reported, and the others are read. */
export async function* readRecords(chunks: Bytes, limits: Limits, options: OpenOptions): AsyncGenerator<Found> {
  let line = 0
  for await (const bytes of lines(chunks, limits.bytes)) {
    line++
    try {
      if (bytes === null) {
        const hint = 'raise the limit with --max-bytes'
        throw new UserError(`a line larger than ${sizeText(limits.bytes)}`, { hint })
      }
      if (bytes.every((byte) => byte <= 32)) continue
      const { text } = decode(bytes, options.source, { encoding: options.encoding })
      yield await readRecord(text, limits, options.source)
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      options.report({ source: options.source, line, ...error.problem })
    }
  }
}

/** An article of a dump from its line. @throws UserError where it is none */
export async function readRecord(line: string, limits: Limits, source: string): Promise<Found> {
  const record = parse(line)
  const value = (keys: readonly string[]) => keys.map((key) => record.get(key)).find((v) => v !== undefined)
  const html = value(KEYS.html)
  let text = value(KEYS.text)
  if (text === undefined && html !== undefined) {
    text = await (await import('./html.js')).fragmentText(html, limits, source)
  }
  if (text === undefined || !/\S/.test(text)) {
    throw new UserError('no text in this record', { hint: `it is looked for under ${KEYS.text.join(', ')}, html` })
  }
  const [date, language] = [value(KEYS.date), value(KEYS.language)]
  return {
    name: value(KEYS.name) ?? null,
    text,
    title: value(KEYS.title) ?? null,
    published: date === undefined ? null : declaredDate(date),
    language: language === undefined ? null : declaredLanguage(language),
    site: value(KEYS.site) ?? null,
  }
}

/** The texts and numbers of a record by their keys; a map, as a key may have any name. */
function parse(line: string): Map<string, string> {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch (error) {
    // newer versions of Node name a line too, always the first: the one of the file is told already
    const why = (error as Error).message.replace(/ \(line 1 column \d+\)$/, '')
    throw new UserError('no JSON', { hint: `one object a line; ${why.slice(0, 100)}` })
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new UserError('no JSON object', {
      hint: 'each line is an object such as {"text": "…", "published": "2025-03"}',
    })
  }
  const fields = Object.entries(value).flatMap(([key, v]): [string, string][] =>
    typeof v === 'string' || typeof v === 'number' ? [[key, String(v)]] : [],
  )
  return new Map(fields)
}

const LF = 10

/** The lines of a stream, without their ends; null for one that is longer than `limit`. */
async function* lines(chunks: Bytes, limit: number): AsyncGenerator<Uint8Array | null> {
  let parts: Uint8Array[] = []
  let length = 0
  const taken = () => {
    const line = length > limit ? null : Buffer.concat(parts)
    parts = []
    length = 0
    return line
  }
  for await (const chunk of chunks) {
    let from = 0
    for (let end = chunk.indexOf(LF); end >= 0; end = chunk.indexOf(LF, from)) {
      add(chunk.subarray(from, end))
      yield taken()
      from = end + 1
    }
    add(chunk.subarray(from))
  }
  if (length > 0) yield taken()

  function add(part: Uint8Array) {
    length += part.byteLength
    if (length > limit) parts = []
    else parts.push(part)
  }
}
