import { availableParallelism } from 'node:os'
import type { Article } from '../text/formats/article.js'
import type { Problem } from '../types.js'
import type { Reading, Told } from './read-one.js'

/** What has become of an article, or of an input that should have held one, without its being read. */
export interface Settled<Known> {
  settled: Problem | Known
}

export type Item<Known = never> = Article | Settled<Known>
/** What became of an item. */
export type Outcome<Known = never> = Told | Problem | Known

export const isProblem = (outcome: unknown): outcome is Problem =>
  typeof outcome === 'object' && outcome !== null && 'severity' in outcome

/** The cores that this process may use. */
export const cores = (): number => availableParallelism()

export interface PoolOptions {
  /** Threads that read; at least 1. */
  jobs: number
  /** How long one article may take, in milliseconds. */
  limit: number
  reading: Reading
  /** The module that the threads run. */
  worker?: URL
}

/** What a thread gets. */
export interface Batch {
  articles: Article[]
  /** How many of them it has begun: shared, so that it is seen from outside how long it sits at one. */
  begun: Int32Array
}

/**
 * What a thread may hold. An article of 12 MB needs 600 MB, but the lower the bound, the sooner V8 clears garbage away: with
 * these two threads stay below 300 MB in all, and are no slower.
 */
const MEMORY = { maxOldGenerationSizeMb: 1000, maxYoungGenerationSizeMb: 12 }

/** A batch goes to a thread at once: so many articles, or so many code units of text, whichever comes first. */
const MOST_ARTICLES = 64
const MOST_TEXT = 200_000
/** A batch is not waited with when its articles come slowly. In milliseconds. */
const PATIENCE = 5
/** Batches that may wait for an earlier one, per thread: what bounds the memory. */
const AHEAD = 2

/**
 * Reads articles on several threads. The outcomes come in the order of the items, each as soon as it and all before it
 * are there; no more items are asked for than the threads need. An article that takes longer than the limit, or at which its
 * thread dies, is a problem, and the others are read all the same.
 */
export async function* readParallel<Known>(
  items: AsyncIterable<Item<Known>>,
  options: PoolOptions,
): AsyncGenerator<Outcome<Known>> {
  const { Tinypool } = await import('tinypool')
  const pool = new Tinypool({
    filename: (options.worker ?? new URL('./worker.js', import.meta.url)).href,
    minThreads: options.jobs,
    maxThreads: options.jobs,
    workerData: options.reading,
    resourceLimits: MEMORY,
  })
  const queue: Promise<Outcome<Known>[]>[] = []
  let running = 0
  let ended = false
  let failure: unknown = null
  const filled = signal()
  const freed = signal()

  async function produce(): Promise<void> {
    try {
      for await (const batch of batchesOf(items)) {
        while (!ended && (running >= options.jobs || queue.length >= options.jobs * AHEAD)) await freed.wait()
        if (ended) return
        running++
        const outcomes = runBatch(batch).finally(() => {
          running--
          freed.raise()
        })
        // whoever takes it from the queue handles its failure
        outcomes.catch(() => {})
        queue.push(outcomes)
        filled.raise()
      }
    } catch (error) {
      failure = error
    } finally {
      ended = true
      filled.raise()
    }
  }

  async function runBatch(batch: Item<Known>[]): Promise<Outcome<Known>[]> {
    const articles = batch.filter((item): item is Article => !('settled' in item))
    let read: Outcome[] = []
    const begun = new Int32Array(new SharedArrayBuffer(4))
    const watch = watchOver(begun, options.limit)
    try {
      if (articles.length > 0) read = await pool.run({ articles, begun } satisfies Batch, { signal: watch.signal })
    } catch (error) {
      const [only] = articles
      if (articles.length > 1 || only === undefined) return oneByOne(batch)
      read = [lost(only.source, error, options.limit)]
    } finally {
      watch.end()
    }
    let next = 0
    return batch.map((item) => ('settled' in item ? item.settled : (read[next++] as Outcome)))
  }

  /** One of the batch is the culprit: each on its own, so that it costs no other. */
  async function oneByOne(batch: Item<Known>[]): Promise<Outcome<Known>[]> {
    const outcomes: Outcome<Known>[] = []
    for (const item of batch) outcomes.push(...(await runBatch([item])))
    return outcomes
  }

  const producing = produce()
  try {
    for (;;) {
      const outcomes = queue.shift()
      if (outcomes !== undefined) {
        freed.raise()
        yield* await outcomes
      } else if (ended) break
      else await filled.wait()
    }
    if (failure !== null) throw failure
  } finally {
    ended = true
    freed.raise()
    await pool.destroy()
    // the source may be waiting for input that never comes: nobody waits for it
    producing.catch(() => {})
  }
}

/** How often a thread is looked at within the limit. */
const LOOKS = 8

/** A signal that is given when a thread has sat at one article for longer than `limit` milliseconds; loading itself is no article. */
function watchOver(begun: Int32Array, limit: number): { signal: AbortSignal; end(): void } {
  const late = new AbortController()
  let seen = 0
  let since = performance.now()
  const timer = setInterval(() => {
    const now = Atomics.load(begun, 0)
    if (now !== seen) {
      seen = now
      since = performance.now()
    } else if (seen > 0 && performance.now() - since > limit) late.abort()
  }, limit / LOOKS)
  return { signal: late.signal, end: () => clearInterval(timer) }
}

function lost(source: string, error: unknown, limit: number): Problem {
  const isLate = error instanceof Error && error.name === 'AbortError'
  return isLate
    ? {
        severity: 'error',
        source,
        message: `reading it took longer than ${limit / 1000} s`,
        hint: 'raise the limit with --time-limit',
      }
    : {
        severity: 'error',
        source,
        message: `the thread that read it died: ${error instanceof Error ? error.message : String(error)}`,
        hint: 'please report it with this article',
      }
}

/** Items in batches; an unfinished one where the next item keeps waiting. */
async function* batchesOf<Known>(items: AsyncIterable<Item<Known>>): AsyncGenerator<Item<Known>[]> {
  const iterator = items[Symbol.asyncIterator]()
  let batch: Item<Known>[] = []
  let text = 0
  let next = iterator.next()
  try {
    for (;;) {
      const result = batch.length === 0 ? await next : await within(next, PATIENCE)
      if (result?.done) break
      if (result !== null) {
        batch.push(result.value)
        if (!('settled' in result.value)) text += result.value.text.length
        next = iterator.next()
        if (batch.length < MOST_ARTICLES && text < MOST_TEXT) continue
      }
      yield batch
      batch = []
      text = 0
    }
    if (batch.length > 0) yield batch
  } finally {
    next.catch(() => {})
    void iterator.return?.()
  }
}

/** What a promise becomes, or null where it takes longer than `ms` milliseconds. */
async function within<T>(promise: Promise<T>, ms: number): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, ms, null)
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}

/** Wakes the one that waits for it, or the next that will. */
function signal(): { wait(): Promise<void>; raise(): void } {
  let raised = false
  let wake: (() => void) | null = null
  return {
    wait() {
      if (raised) {
        raised = false
        return Promise.resolve()
      }
      return new Promise((resolve) => {
        wake = resolve
      })
    },
    raise() {
      if (wake === null) raised = true
      else {
        wake()
        wake = null
      }
    },
  }
}
