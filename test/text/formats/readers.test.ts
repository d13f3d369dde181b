import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { UserError } from '../../../src/problems.js'
import { scan } from '../../../src/scan.js'
import { mergeFacts } from '../../../src/store/merge.js'
import { parseFacts } from '../../../src/store/read.js'
import type { Article } from '../../../src/text/formats/article.js'
import { articlesIn } from '../../../src/text/formats/open.js'
import type { Problem } from '../../../src/types.js'

// The laws that `npm run fuzz` holds against many more articles, with a fixed number of runs.
const folder = join(import.meta.dirname, '../../../fixtures/formats')
const files = readdirSync(folder)
  .filter((name) => name !== 'expected.json')
  .map((name) => ({ name, bytes: readFileSync(join(folder, name)) }))

interface Read {
  articles: Article[]
  problems: Problem[]
}

async function read(name: string, bytes: Uint8Array, cut = bytes.length): Promise<Read> {
  const articles: Article[] = []
  const problems: Problem[] = []
  async function* input() {
    yield bytes.subarray(0, cut)
    yield bytes.subarray(cut)
  }
  try {
    const report = (problem: Problem) => problems.push(problem)
    for await (const article of articlesIn(input(), { source: name, report })) articles.push(article)
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    problems.push(error.problem)
  }
  return { articles, problems }
}

/** A change to bytes: some are cut out, and others stand in their place. */
const pieces = fc.oneof(
  fc.uint8Array({ maxLength: 8 }).map((bytes) => Buffer.from(bytes)),
  fc
    .constantFrom(
      '<div>',
      '</p>',
      '&#x0;',
      '<![CDATA[',
      '"',
      '{',
      '--m1\r\n',
      'endobj',
      '\u200d',
      '\u202e',
      '\ufeff',
      '\n',
      '9,9',
    )
    .map((text) => Buffer.from(text)),
)
const changes = fc.array(fc.tuple(fc.nat(), fc.nat(60), pieces), { minLength: 1, maxLength: 4 })

function changed(bytes: Uint8Array, edits: readonly (readonly [number, number, Uint8Array])[]): Buffer {
  let out = Buffer.from(bytes)
  for (const [at, length, piece] of edits) {
    const from = at % (out.length + 1)
    out = Buffer.concat([out.subarray(0, from), piece, out.subarray(from + length)])
  }
  return out
}

/** What must hold of whatever comes out of a file. */
function expectSound({ articles, problems }: Read): void {
  expect(articles.length + problems.length).toBeGreaterThan(0)
  for (const { message } of problems) expect(message).not.toBe('')
  for (const article of articles.slice(0, 5)) {
    const { facts } = scan(article, { source: article.source })
    expect(scan(article, { source: article.source }).facts).toEqual(facts)
    const points = Array.from(article.text)
    for (const { evidence } of facts.claims) {
      for (const { start, end, quote } of evidence) expect(points.slice(start, end).join('')).toBe(quote)
    }
    const stored = mergeFacts(null, facts, 'a.yaml').text
    expect(parseFacts(stored, 'a.yaml').problems).toEqual([])
    // written again, it is the same
    expect(mergeFacts(stored, facts, 'a.yaml').text).toBe(stored)
  }
}

describe('a damaged file gives sound claims, or a message', () => {
  it.each(files)(
    '$name',
    async ({ name, bytes }) => {
      await fc.assert(
        fc.asyncProperty(changes, async (edits) => {
          expectSound(await read(name, changed(bytes, edits)))
        }),
        { numRuns: 12 },
      )
    },
    120_000,
  )

  it.each(files.filter(({ name }) => name.endsWith('.gz')))(
    '$name, damaged before it was packed',
    async (file) => {
      await fc.assert(
        fc.asyncProperty(changes, async (edits) => {
          const packed = gzipSync(changed(gunzipSync(file.bytes), edits))
          expectSound(await read(file.name, packed))
        }),
        { numRuns: 15 },
      )
    },
    120_000,
  )
})

it('any bytes give articles or a message, whatever they are called', async () => {
  const names = fc.constantFrom('a.txt', 'a.md', 'a.html', 'a.xml', 'a.ndjson', 'a.eml', 'a.gz', 'a')
  await fc.assert(
    fc.asyncProperty(names, fc.uint8Array({ maxLength: 300 }), async (name, bytes) => {
      expectSound(await read(name, bytes))
    }),
    { numRuns: 100 },
  )
}, 120_000)

it.each(files)(
  'the same, in whatever pieces it comes: $name',
  async ({ name, bytes }) => {
    const whole = await read(name, bytes)
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length), async (cut) => {
        expect(await read(name, bytes, cut)).toEqual(whole)
      }),
      { numRuns: 5 },
    )
  },
  120_000,
)
