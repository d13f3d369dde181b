import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Article } from '../../../src/text/formats/article.js'
import { articlesIn } from '../../../src/text/formats/open.js'
import type { Problem } from '../../../src/types.js'

// One file of each kind, and what is read of them. `UPDATE_FIXTURES=1 npx vitest run test/text/formats/open.test.ts` writes
// that anew, to be read before it is committed. `npm run fuzz` and readers.test.ts start from the same files.
const folder = join(import.meta.dirname, '../../../fixtures/formats')
const expectation = join(folder, 'expected.json')
const update = process.env.UPDATE_FIXTURES === '1'

async function read(name: string) {
  async function* bytes() {
    yield readFileSync(join(folder, name))
  }
  const articles: Omit<Article, 'sha256'>[] = []
  const problems: Problem[] = []
  for await (const article of articlesIn(bytes(), { source: name, report: (problem) => problems.push(problem) })) {
    const { sha256, ...rest } = article
    expect(sha256).toMatch(/^[0-9a-f]{64}$/)
    articles.push(rest)
  }
  return { articles, problems }
}

describe('a file of each kind', async () => {
  const names = readdirSync(folder).filter((name) => name !== 'expected.json')
  if (update) {
    const all: Record<string, object> = {}
    for (const name of names) all[name] = await read(name)
    writeFileSync(expectation, `${JSON.stringify(all, null, 2)}\n`)
  }
  const expected = existsSync(expectation) ? JSON.parse(readFileSync(expectation, 'utf8')) : {}

  it('has its expectation', () => expect(Object.keys(expected)).toEqual(names))
  it.each(names)('%s', async (name) => expect(await read(name)).toEqual(expected[name]))
})
