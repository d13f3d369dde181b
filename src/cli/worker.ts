import { Tinypool } from 'tinypool'
import type { Batch, Outcome } from './pool.js'
import { type Reading, readOne } from './read-one.js'

/** What a thread of the pool does with a batch of articles. */
export default function readBatch({ articles, begun }: Batch): Outcome[] {
  return articles.map((article) => {
    Atomics.add(begun, 0, 1)
    return readOne(article, Tinypool.workerData as Reading)
  })
}
