import { declaredDate, declaredLanguage } from '../declared.js'
import type { Found } from './article.js'
import type { DomDocument, DomElement } from './dom.js'

/** Names of `<meta>` elements, in the order in which they are believed. */
const META = {
  title: ['og:title', 'twitter:title', 'dc.title', 'parsely-title', 'headline', 'title'],
  date: [
    ...['article:published_time', 'og:article:published_time', 'datepublished', 'date', 'dc.date.issued', 'dc.date'],
    ...[
      'dcterms.created',
      'dcterms.date',
      'parsely-pub-date',
      'sailthru.date',
      'pubdate',
      'publish-date',
      'publication_date',
    ],
  ],
  language: ['dc.language', 'content-language', 'language', 'inlanguage', 'og:locale'],
  site: ['og:site_name', 'application-name', 'publisher', 'dc.publisher'],
}

/** What a page says of its article: by JSON-LD (schema.org), by `<meta>`, then by its elements. */
export function metadataOf(document: DomDocument): Pick<Found, 'title' | 'published' | 'language' | 'site'> {
  const linked = linkedData(document)
  const metas = metaValues(document)
  const meta = (names: readonly string[]) => names.map((name) => metas.get(name)).find((value) => value !== undefined)
  const site = linked.site ?? meta(META.site) ?? null
  const title = linked.title ?? meta(META.title) ?? pageTitle(document, site)
  const dates = [linked.date, ...META.date.map((name) => metas.get(name)), ...timesOf(document)]
  const language = document.documentElement?.getAttribute('lang') ?? linked.language ?? meta(META.language)
  return {
    title: title === null ? null : oneLine(title),
    published: firstDate(dates),
    language: language == null ? null : declaredLanguage(language),
    site: site === null ? null : oneLine(site),
  }
}

function firstDate(values: Iterable<string | null | undefined>): string | null {
  for (const value of values) {
    const date = value ? declaredDate(value.trim()) : null
    if (date !== null) return date
  }
  return null
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim().slice(0, 300)

function metaValues(document: DomDocument): Map<string, string> {
  const values = new Map<string, string>()
  for (const element of document.querySelectorAll('meta')) {
    const attribute = ['property', 'name', 'itemprop', 'http-equiv'].find((a) => element.getAttribute(a))
    const name = attribute === undefined ? undefined : element.getAttribute(attribute)?.toLowerCase()
    const content = element.getAttribute('content')
    if (name !== undefined && content?.trim() && !values.has(name)) values.set(name, content)
  }
  return values
}

/** The dates of `<time>`: those marked as the publication's first, then the first one of the page. */
function timesOf(document: DomDocument): (string | null)[] {
  const marked =
    'time[pubdate], time[itemprop=datePublished], [itemprop=datePublished], time.published, time.entry-date'
  const elements = [...document.querySelectorAll(marked), document.querySelector('time')]
  return elements.map(
    (time) => time && (time.getAttribute('datetime') ?? time.getAttribute('content') ?? time.textContent),
  )
}

/** The longest heading that the page's own title tells, else that title without the name of the site, else the one heading. */
function pageTitle(document: DomDocument, site: string | null): string | null {
  const title = oneLine(document.querySelector('title')?.textContent ?? '')
  const headings = [...document.querySelectorAll('h1, h2')].map((heading) => oneLine(heading.textContent ?? ''))
  const told = headings.filter((heading) => heading !== '' && title.includes(heading))
  const [longest] = told.sort((a, b) => b.length - a.length)
  if (longest !== undefined && longest.length * 2 > title.length) return longest
  if (site !== null && title.endsWith(site))
    return title.slice(0, -site.length).replace(/[\s|·–—:»-]{1,10}$/u, '') || null
  const [only, ...others] = [...document.querySelectorAll('h1')].map((heading) => oneLine(heading.textContent ?? ''))
  return (others.length === 0 && only) || title || null
}

const ARTICLE = /(?:Article|BlogPosting|Report|WebPage)$/

interface Linked {
  title: string | null
  date: string | null
  language: string | null
  site: string | null
}

/** What the first article among the page's JSON-LD says of itself. */
function linkedData(document: DomDocument): Linked {
  const found: Linked = { title: null, date: null, language: null, site: null }
  const things = [...document.querySelectorAll('script[type="application/ld+json"]')].flatMap(thingsIn)
  // an article before the page that it stands on
  things.sort((a, b) => Number(isPage(a)) - Number(isPage(b)))
  for (const thing of things) {
    if (!typesOf(thing).some((type) => ARTICLE.test(type))) continue
    found.title ??= textIn(thing.headline)
    found.date ??= textIn(thing.datePublished)
    found.language ??= textIn(thing.inLanguage)
    found.site ??= nameIn(thing.publisher)
  }
  return found
}

type Thing = Record<string, unknown>

/** The objects of a script, those of its `@graph` and lists included. */
function thingsIn(script: DomElement): Thing[] {
  let data: unknown
  try {
    data = JSON.parse(script.textContent ?? '')
  } catch {
    return []
  }
  const things: Thing[] = []
  const open = [data]
  // lists in lists are flat soon; what is nested deeper than the graph is no article
  for (let i = 0; i < open.length && i < 1000; i++) {
    const value = open[i]
    if (Array.isArray(value)) open.push(...value.slice(0, 1000))
    else if (typeof value === 'object' && value !== null) {
      things.push(value as Thing)
      if ('@graph' in value) open.push(value['@graph'])
    }
  }
  return things
}

const typesOf = (thing: Thing) => [thing['@type']].flat().filter((type) => typeof type === 'string')
const isPage = (thing: Thing) => typesOf(thing).includes('WebPage')
const textIn = (value: unknown) => (typeof value === 'string' && value.trim() !== '' ? value : null)
const nameIn = (value: unknown) =>
  typeof value === 'object' && value !== null && 'name' in value ? textIn(value.name) : textIn(value)
