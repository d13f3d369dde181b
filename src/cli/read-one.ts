import { problemOf, UserError } from '../problems.js'
import { type ScanOptions, scan } from '../scan.js'
import type { Article } from '../text/formats/article.js'
import type { Outcome } from './pool.js'

/** How articles are read. */
export type Reading = Omit<ScanOptions, 'source'>

/** The facts of an article, or what is wrong with it. A bug is told with its stack besides. */
export function readOne(article: Article, reading: Reading): Outcome {
  const { source } = article
  try {
    return scan(article, { ...reading, source }).facts
  } catch (error) {
    if (!(error instanceof UserError)) console.error(error)
    return problemOf(error, source)
  }
}
