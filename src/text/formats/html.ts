import { UserError } from '../../problems.js'
import { decode } from '../decode.js'
import type { Found, Limits, OpenOptions } from './article.js'
import { type Dom, type DomDocument, type DomElement, ELEMENT, TEXT, walk } from './dom.js'
import { metadataOf } from './html-metadata.js'
import { textOf } from './html-text.js'

/** Text of fewer code units than this is hardly an article: then all of the page is taken but for what is plainly around it. */
const LEAST_TEXT = 80

/**
 * Reads a saved web page: the text of its article below its title, and what the page says of itself.
 *
 * @throws UserError where it is beyond the limits, or there is no text in it
 */
export async function readPage(bytes: Uint8Array, limits: Limits, options: OpenOptions): Promise<Found> {
  const { text: html } = decode(bytes, options.source, { encoding: options.encoding ?? declaredEncoding(bytes) })
  return pageOf(html, limits, options.source)
}

/** The same for a page that is decoded already. */
export async function pageOf(html: string, limits: Limits, source: string): Promise<Found> {
  const document = await parsePage(html, limits, source)
  const { title, published, language, site } = metadataOf(document)
  const body = await mainText(document)
  if (!/\S/.test(body)) {
    throw new UserError('no text in this page', { source, hint: 'was it saved before its text was loaded?' })
  }
  const text = title === null || tells(body, title) ? body : `# ${title}\n\n${body}`
  return { name: null, text: `${text}\n`, title, published, language, site }
}

/** The first line of the text is its title. */
export const tells = (body: string, title: string) => /^\s*(?:#+ )?([^\n]*)/.exec(body)?.[1]?.trim() === title

/** The text of a piece of HTML, as feeds and letters hold it. */
export async function fragmentText(html: string, limits: Limits, source: string): Promise<string> {
  const document = await parsePage(`<!doctype html><html><body>${html}</body></html>`, limits, source)
  return textOf(document.body, { around: true })
}

async function parsePage(html: string, limits: Limits, source: string): Promise<DomDocument> {
  let marks = 0
  for (let i = html.indexOf('<'); i >= 0; i = html.indexOf('<', i + 1)) marks++
  for (let i = html.indexOf('&'); i >= 0; i = html.indexOf('&', i + 1)) marks++
  if (marks > limits.tags) {
    const hint = 'save the article alone, or raise the limit with --max-tags'
    throw new UserError(`a page with more than ${limits.tags} tags`, { source, hint })
  }
  const { parseHTML } = await import('linkedom')
  const parse = (markup: string) => (parseHTML(markup) as unknown as { document: DomDocument }).document
  let document = parse(html)
  if (document.documentElement?.nodeName.toUpperCase() !== 'HTML') document = parse(`<html>${html}</html>`)
  gather(document)
  if (isDeeperThan(document, limits.depth)) {
    const hint = 'save the article alone, or raise the limit with --max-depth'
    throw new UserError(`a page with more than ${limits.depth} elements inside one another`, { source, hint })
  }
  return document
}

/** What may stand in a head (WHATWG HTML, 4.2); anything else ends it. */
const METADATA = new Set('BASE LINK META NOSCRIPT SCRIPT STYLE TEMPLATE TITLE'.split(' '))

/**
 * What the parser leaves undone of HTML (WHATWG HTML, 13.1.2): pages may leave out the head and the body or their ends, have
 * text outside them, and write the names of attributes in capitals.
 */
function gather(document: DomDocument): void {
  const root = document.documentElement as DomElement
  const { head, body } = document
  let end = head.firstChild
  while (end !== null && (METADATA.has(end.nodeName.toUpperCase()) || !isContent(end))) end = end.nextSibling
  for (const first of [end, root.firstChild, root.nextSibling]) {
    for (let node = first; node !== null; ) {
      const next: Dom | null = node.nextSibling
      if (node !== head && node !== body && isContent(node)) body.append(node)
      node = next
    }
  }
  lowerAttributes(root)
  walk(root, (node) => {
    if (node.nodeType === ELEMENT) lowerAttributes(node as DomElement)
    return 'down'
  })
}

const isContent = ({ nodeType, nodeValue }: Dom) =>
  nodeType === ELEMENT || (nodeType === TEXT && /\S/.test(nodeValue ?? ''))

function lowerAttributes(element: DomElement): void {
  for (const name of [...element.getAttributeNames()]) {
    const lower = name.toLowerCase()
    if (!element.hasAttribute(lower)) element.setAttribute(lower, element.getAttribute(name) ?? '')
  }
}

function isDeeperThan(document: DomDocument, limit: number): boolean {
  let depth = 0
  let deepest = 0
  walk(
    document.documentElement as Dom,
    (node) => {
      if (node.nodeType === ELEMENT) deepest = Math.max(deepest, ++depth)
      return deepest > limit ? 'over' : 'down'
    },
    () => {
      depth--
    },
  )
  return deepest > limit
}

/** The text of the article, which Readability tells from the rest of the page; it changes the document. */
async function mainText(document: DomDocument): Promise<string> {
  const { Readability } = await import('@mozilla/readability')
  const wholeText = textOf(document.body, { around: true })
  // the types of the library are those of a browser
  const reader = new Readability<DomElement>(document as unknown as ConstructorParameters<typeof Readability>[0], {
    serializer: (node) => node as unknown as DomElement,
    charThreshold: LEAST_TEXT,
    disableJSONLD: true,
  })
  const content = reader.parse()?.content
  const text = content ? textOf(content) : ''
  return text.length < Math.min(LEAST_TEXT, wholeText.length) ? wholeText : text
}

/** The encoding that the first bytes of a page declare (WHATWG HTML, "prescan a byte stream"), or an XML declaration. */
export function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 2048)).toString('latin1')
  const [declaration = ''] = head.split('>', 1)
  const xml = declaration.startsWith('<?xml') ? /encoding ?= ?["']([A-Za-z0-9_.:-]+)/.exec(declaration)?.[1] : undefined
  if (xml !== undefined) return xml
  for (const [meta] of head.matchAll(/<meta\s[^<>]*/gi)) {
    const encoding = /charset ?= ?["']?([A-Za-z0-9_.:-]+)/i.exec(meta)?.[1]
    if (encoding !== undefined) return encoding
  }
  return undefined
}
