import type { Problem } from '../../types.js'
import type { Kind } from './kind.js'

/** One article as a file holds it: the text that is read, and what the file says of it besides. */
export interface Article {
  /** The file's name; where a file holds several articles, the file's name, `#` and the article's own name in it. */
  source: string
  /** SHA-256, lower-case hex: of the file's bytes, or, where the file holds several articles, of this one's content. */
  sha256: string
  /** What is read, and what all offsets count in: the file's own text, or the text that was taken out of it. */
  text: string
  title: string | null
  /** EDTF. */
  published: string | null
  /** BCP 47, as the file declares it. */
  language: string | null
  /** The site or feed that it comes from. */
  site: string | null
  /** The label of its encoding, where the user declared one: to be read again it must be declared again. */
  encoding?: string
}

/** How much of an input is read; what is beyond is refused with a message. */
export interface Limits {
  /** Bytes of a file, and of what is packed in it. */
  bytes: number
  /** Tags and entities of an HTML page: time grows faster than their number. */
  tags: number
  /** Elements inside one another in an HTML page: time grows with their third power. */
  depth: number
  /** How long the reading of a PDF may take. */
  seconds: number
}

/** A page of a newspaper has some 5,000 tags, 30 deep; a PDF of 300 pages takes three seconds. */
export const LIMITS: Limits = { bytes: 50_000_000, tags: 50_000, depth: 150, seconds: 60 }

export interface OpenOptions {
  /** The file's name, as articles bear it. */
  source: string
  /** A label of the WHATWG Encoding Standard (`macintosh`), for files that are not what they seem. */
  encoding?: string
  /** What the file is, in place of what it seems to be. The articles of a dump named so bear their own names alone. */
  kind?: Kind
  /** The file was found in a folder, nobody named it: where it is no article at all, that is no error. */
  found?: boolean
  limits?: Partial<Limits>
  /** Takes what is wrong with a part of the input, or worth a warning; the other parts are read all the same. */
  report: (problem: Problem) => void
}

/** What a reader of a format finds in a file: articles without the names and hashes, which are given in one place. */
export interface Found {
  /** The article's own name within its file: an address or identifier; null where it has none. */
  name: string | null
  text: string
  title: string | null
  published: string | null
  language: string | null
  site: string | null
}
