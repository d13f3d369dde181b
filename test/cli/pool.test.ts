import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { type Item, isProblem, type Outcome, readParallel } from '../../src/cli/pool.js'
import type { FactFile } from '../../src/types.js'

const folder = mkdtempSync(join(tmpdir(), 'xev-pool-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A thread that hangs, dies or fails where an article says so. */
const worker = join(folder, 'worker.mjs')
writeFileSync(
  worker,
  `import { appendFileSync } from 'node:fs'
  appendFileSync(${JSON.stringify(join(folder, 'threads'))}, 'x')
  export default async ({ articles, begun }) => {
    if (articles.some(({ text }) => text === 'die')) {
      setImmediate(() => { throw new Error('out of something') })
      return new Promise(() => {})
    }
    return articles.map(({ source, text }) => {
      Atomics.add(begun, 0, 1)
      if (text === 'hang') for (;;);
      if (text === 'fail') return { severity: 'error', message: 'failed', source }
      const until = Date.now() + Number(text || 0)
      while (Date.now() < until);
      return { source, claims: [] }
    })
  }`,
)

const article = (source: string, text = ''): Item => ({
  source,
  text,
  sha256: '',
  title: null,
  published: null,
  language: null,
  site: null,
})

async function* from(items: Item[], asked = { items: 0 }): AsyncGenerator<Item> {
  for (const item of items) {
    asked.items++
    yield item
  }
}

const options = (limit = 20_000, jobs = 2) => ({ jobs, limit, reading: {}, worker: pathToFileURL(worker) })

async function all(outcomes: AsyncIterable<Outcome>): Promise<string[]> {
  const list: string[] = []
  for await (const outcome of outcomes) {
    list.push(isProblem(outcome) ? `${outcome.source}: ${outcome.message}` : (outcome as FactFile).source)
  }
  return list
}

describe('readParallel', () => {
  it('gives the outcomes in the order of the items', async () => {
    const items = Array.from({ length: 500 }, (_, i) => article(`a${i}`, i % 100 === 0 ? '30' : '0'))
    expect(await all(readParallel(from(items), options()))).toEqual(items.map((_, i) => `a${i}`))
  })

  it('passes on what was wrong with an input, in its place', async () => {
    const problem: Item = { settled: { severity: 'error', message: 'no such file', source: 'b' } }
    const items = [article('a'), problem, article('c', 'fail'), article('d')]
    expect(await all(readParallel(from(items), options()))).toEqual(['a', 'b: no such file', 'c: failed', 'd'])
  })

  it.each([
    ['hang', 3_000, 'reading it took longer than 3 s'],
    ['die', 20_000, /the thread that read it died/],
  ])(
    'loses the one article at which a thread would %s',
    async (what, limit, message) => {
      const items = [article('a'), article('b', what), article('c'), article('d')]
      const read = await all(readParallel(from(items), options(limit)))
      expect(read).toEqual(['a', expect.stringMatching(message), 'c', 'd'])
      expect(read[1]).toMatch(/^b: /)
    },
    60_000,
  )

  it('gives each article the time that it may take, and not only all of a batch', async () => {
    writeFileSync(join(folder, 'threads'), '')
    const items = Array.from({ length: 12 }, (_, i) => article(`a${i}`, '400'))
    expect(await all(readParallel(from(items), options(2_000, 1)))).toHaveLength(12)
    // a thread that is stopped is made anew
    expect(readFileSync(join(folder, 'threads'), 'utf8')).toBe('x')
  })

  it('does not read ahead of who takes the outcomes', async () => {
    const asked = { items: 0 }
    const items = Array.from({ length: 5_000 }, (_, i) => article(`a${i}`))
    const outcomes = readParallel(from(items, asked), options())
    await outcomes.next()
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(asked.items).toBeGreaterThan(0)
    expect(asked.items).toBeLessThan(1_500)
    await outcomes.return(undefined)
  })

  it('does not wait for items that come slowly before it gives those that are there', async () => {
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    async function* slow(): AsyncGenerator<Item> {
      yield article('a')
      await held
      yield article('b')
    }
    const outcomes = readParallel(slow(), options())
    expect((await outcomes.next()).value).toMatchObject({ source: 'a' })
    release()
    expect((await outcomes.next()).value).toMatchObject({ source: 'b' })
    expect((await outcomes.next()).done).toBe(true)
  })

  it('hands on a failure of the source', async () => {
    // biome-ignore lint/correctness/useYield: it fails before it has anything to give
    async function* broken(): AsyncGenerator<Item> {
      throw new Error('the source failed')
    }
    await expect(all(readParallel(broken(), options()))).rejects.toThrow('the source failed')
  })
})
