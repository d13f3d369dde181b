import { problemOf, UserError } from '../problems.js'
import { type ScanOptions, scan } from '../scan.js'
import type { Article } from '../text/formats/article.js'
import type { FactFile, Problem } from '../types.js'
import { claimLines } from '../views/claim-lines.js'

/** How articles are read, and what is wanted of them. */
export interface Reading extends Omit<ScanOptions, 'source'> {
  /** The claims as text in place of the facts: what nobody looks into is written where it was read, and is cheap to hand over. */
  lines?: boolean
}

/** The claims of an article as lines of ndjson. */
export interface ClaimLines {
  source: string
  lines: string
  /** Of the article. */
  language: string
}

/** What is read from an article. */
export type Told = FactFile | ClaimLines

/** The facts of an article, or what is wrong with it. A bug is told with its stack besides. */
export function readOne(article: Article, { lines, ...reading }: Reading): Told | Problem {
  const { source } = article
  try {
    const { facts } = scan(article, { ...reading, source })
    return lines ? { source, lines: claimLines(facts), language: facts.language } : facts
  } catch (error) {
    if (!(error instanceof UserError)) console.error(error)
    return problemOf(error, source)
  }
}
