import { UserError } from '../../problems.js'
import { declaredDate, declaredLanguage } from '../declared.js'
import { decode } from '../decode.js'
import type { Found, Limits, OpenOptions } from './article.js'
import { declaredEncoding, fragmentText } from './html.js'

/** An entry as it stands in the feed: the texts of its elements by their names, in lower case. */
type Entry = Map<string, string>

interface Feed {
  /** The elements of the channel itself. */
  channel: Entry
  entries: Entry[]
}

/** Reads a feed: RSS 2.0 and 1.0, Atom 1.0 (RFC 4287). An entry without text is reported, and the others are read. */
export async function readFeed(bytes: Uint8Array, limits: Limits, options: OpenOptions): Promise<Found[]> {
  const { source } = options
  const { text: xml } = decode(bytes, source, { encoding: options.encoding ?? declaredEncoding(bytes) })
  const { root, channel, entries } = await parseFeed(xml)
  if (!/^(?:rss|feed|rdf:rdf|atom:feed)$/.test(root)) {
    const problem = { source, hint: 'RSS and Atom feeds are read, and HTML pages' }
    const message = `XML that is no feed: its root is "${root}"`
    if (options.found !== true) throw new UserError(message, problem)
    options.report({ severity: 'warning', message: `skipped: ${message}`, ...problem })
    return []
  }
  if (entries.length === 0) throw new UserError('no entry in this feed', { source, hint: 'is it cut short?' })
  const found: Found[] = []
  for (const [i, entry] of entries.entries()) {
    try {
      found.push(await readEntry(entry, channel, limits, source))
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      options.report({ source: `${source}#${nameOf(entry) ?? i + 1}`, ...error.problem })
    }
  }
  return found
}

const nameOf = (entry: Entry) => entry.get('guid') ?? entry.get('id') ?? entry.get('link') ?? null

async function readEntry(entry: Entry, channel: Entry, limits: Limits, source: string): Promise<Found> {
  const html = ['content:encoded', 'content', 'description', 'summary'].map((key) => entry.get(key)).find(Boolean) ?? ''
  const body = await fragmentText(html, limits, source)
  const title = entry.has('title') ? await fragmentText(entry.get('title') as string, limits, source) : ''
  const text = [title === '' ? '' : `# ${title}`, body].filter((part) => part !== '').join('\n\n')
  if (text === '') throw new UserError('no text in this entry', { hint: 'feeds that only link to articles hold none' })
  const date = ['pubdate', 'published', 'dc:date', 'dcterms:created', 'issued', 'updated'].find((key) => entry.has(key))
  const language =
    entry.get('xml:lang') ?? entry.get('dc:language') ?? channel.get('language') ?? channel.get('xml:lang')
  return {
    name: nameOf(entry),
    text: `${text}\n`,
    title: title || null,
    published: date === undefined ? null : declaredDate(entry.get(date) as string),
    language: language === undefined ? null : declaredLanguage(language),
    site: channel.get('title') ?? null,
  }
}

const ENTRIES = new Set(['item', 'entry'])

/** One pass over the XML; entities other than XML's own are not expanded, documents outside are not fetched. */
async function parseFeed(xml: string): Promise<Feed & { root: string }> {
  const { Parser } = await import('htmlparser2')
  const feed: Feed = { channel: new Map(), entries: [] }
  let root: string | null = null
  let entry: Entry | null = null
  let depth = 0
  /** How deep the element lies whose text is collected, and what was collected. */
  let at = 0
  let text = ''
  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        depth++
        const name = tag.toLowerCase()
        root ??= name
        const { href, rel, 'xml:lang': lang } = attributes
        if (at > 0) text += `<${tag}>`
        else if (ENTRIES.has(name)) {
          entry = new Map()
          feed.entries.push(entry)
        } else if (name !== 'channel' && name !== 'image' && depth > 1) {
          at = depth
          text = ''
        }
        if (lang !== undefined && (depth === 1 || ENTRIES.has(name))) set(entry ?? feed.channel, 'xml:lang', lang)
        if (name === 'link' && href !== undefined && (rel ?? 'alternate') === 'alternate') text = href
      },
      ontext(piece) {
        // markup that stands in the feed as it is, is put together again; else the text is the markup, escaped
        if (at > 0) text += depth > at ? piece.replaceAll('&', '&amp;').replaceAll('<', '&lt;') : piece
      },
      onclosetag(tag) {
        const name = tag.toLowerCase()
        if (at === depth) {
          set(entry ?? feed.channel, name, text.trim())
          at = 0
        } else if (at > 0) text += `</${tag}>`
        else if (ENTRIES.has(name)) entry = null
        depth--
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.write(xml)
  parser.end()
  return { root: root ?? '', ...feed }
}

/** The first telling of each element counts; an empty one tells nothing. */
function set(entry: Entry, name: string, value: string): void {
  if (value !== '' && !entry.has(name)) entry.set(name, value)
}
