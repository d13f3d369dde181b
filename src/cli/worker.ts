import { Tinypool } from 'tinypool'
import type { Article } from '../text/formats/article.js'
import type { Outcome } from './pool.js'
import { type Reading, readOne } from './read-one.js'

/** What a thread of the pool does with a batch of articles. */
export default function readBatch(articles: Article[]): Outcome[] {
  return articles.map((article) => readOne(article, Tinypool.workerData as Reading))
}
