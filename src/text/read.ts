import { createHash } from 'node:crypto'
import type { Document } from '../types.js'
import { type Block, blocksOf } from './blocks.js'
import { setAside } from './boilerplate.js'
import { decode } from './decode.js'
import { readFrontMatter } from './front-matter.js'
import { readPublished } from './header.js'
import { detectLanguage } from './language.js'
import { sentencesOf } from './sentences.js'
import { readTitle } from './title.js'

export interface ReadOptions {
  /** The path or name that the document goes by. */
  source: string
  /** BCP 47 code; wins over what the text says or seems to be. */
  language?: string
  /** EDTF; wins over what the text says. Taken as given: whoever asks the user for it checks it. */
  published?: string
}

/**
 * Reads the bytes of an article: its text, header and sentences. What is not the article (front matter, datelines,
 * credits, lists of further articles, a repeated title) has no sentence.
 *
 * @throws UserError if the bytes are no text, or hold nothing but white space.
 */
export function readDocument(bytes: Uint8Array, { source, language, published }: ReadOptions): Document {
  const { text } = decode(bytes, source)
  const front = readFrontMatter(text)
  const blocks = blocksOf(text, front.end)
  const spoken = language ?? front.language ?? detectLanguage(text, front.end)
  // "02/01/2024" is the second of January in French and in Britain, the first of February in America
  const stated = readPublished(text, blocks, spoken !== 'fr')
  const { via, aiGenerated } = setAside(text, blocks)
  const title = readTitle(text, blocks, front.title)
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
    sha256: createHash('sha256').update(bytes).digest('hex'),
    title: title?.title ?? null,
    language: spoken,
    published: published ?? front.published ?? stated,
    via,
    aiGenerated,
    text,
    sentences: sentencesOf(text, blocks, titleBlock),
  }
}
