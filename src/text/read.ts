import { hash } from 'node:crypto'
import type { Document } from '../types.js'
import { type Block, blocksOf } from './blocks.js'
import { setAside } from './boilerplate.js'
import { decode } from './decode.js'
import type { Article } from './formats/article.js'
import { readFrontMatter } from './front-matter.js'
import { readPublished } from './header.js'
import { detectLanguage } from './language.js'
import { sentencesOf } from './sentences.js'
import { readTitle } from './title.js'
import { type Seen, seenOf } from './unseen.js'

export interface ReadOptions {
  /** The path or name that the document goes by. */
  source: string
  /** BCP 47 code; wins over what the text says or seems to be. */
  language?: string
  /** EDTF; wins over what the text says. Taken as given: whoever asks the user for it checks it. */
  published?: string
}

/**
 * Reads an article, or the bytes of a text file that is one: its text, header and sentences. What is not the article
 * (front matter, datelines, credits, lists of further articles, a repeated title) has no sentence. What the article's
 * file says of it counts after the options and before the text itself; but its language only where the text does not
 * tell it, as pages declare that of their template.
 *
 * @throws UserError if the bytes are no text, or hold nothing but white space.
 */
export function readDocument(input: Uint8Array | Article, { source, language, published }: ReadOptions): Document {
  const article = input instanceof Uint8Array ? plainArticle(input, source) : input
  const { text } = article
  const front = readFrontMatter(text)
  const blocks = blocksOf(text, front.end)
  const spoken = language ?? front.language ?? languageOf(article, front.end)
  // "02/01/2024" is the second of January in French and in Britain, the first of February in America
  const stated = readPublished(text, blocks, spoken !== 'fr')
  const { via, aiGenerated } = setAside(text, blocks)
  const title = readTitle(text, blocks, front.title ?? article.title)
  let titleBlock = title?.block ?? null
  if (titleBlock === null && front.titleSpan !== null) {
    titleBlock = {
      ...front.titleSpan,
      group: -1,
      marker: 'none',
      content: front.titleSpan.start,
      aside: false,
    } satisfies Block
    blocks.unshift(titleBlock)
  }
  return {
    source,
    sha256: article.sha256,
    title: title?.title ?? null,
    language: spoken,
    published: published ?? front.published ?? article.published ?? stated,
    via: via ?? article.site,
    aiGenerated,
    ...(article.encoding === undefined ? {} : { encoding: article.encoding }),
    text,
    sentences: sentencesOf(text, blocks, titleBlock),
  }
}

/** An article as it is seen, and the way back to the text that its file holds. */
export interface SeenDocument {
  /** Its text has no characters that are not seen, and all positions count in that. */
  document: Document
  /** The article's own text. */
  text: string
  /** Where in the article's own text a span of the document stands; null where the two are one. */
  placeOf: Seen['placeOf'] | null
}

/**
 * Reads an article, or the bytes of a text file that is one, without the characters that nobody sees.
 * @throws UserError as {@link readDocument}
 */
export function readSeen(input: Uint8Array | Article, options: ReadOptions): SeenDocument {
  const article = 'text' in input ? input : plainArticle(input, options.source)
  const seen = seenOf(article.text)
  const document = readDocument(seen === null ? article : { ...article, text: seen.text }, options)
  return { document, text: article.text, placeOf: seen?.placeOf ?? null }
}

function languageOf({ text, language }: Article, from: number): string {
  const detected = detectLanguage(text, from)
  return detected === 'und' ? (language ?? detected) : detected
}

/** A text file as an article: nothing is known of it but its text. */
export function plainArticle(bytes: Uint8Array, source: string, encoding?: string): Article {
  const { text } = decode(bytes, source, { encoding })
  const sha256 = hash('sha256', bytes)
  return { source, sha256, text, title: null, published: null, language: null, site: null }
}
