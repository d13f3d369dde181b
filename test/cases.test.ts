import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { scan } from '../src/scan.js'

// One folder a case: `input.*` and `expected.json`, the public claims. `UPDATE_FIXTURES=1 npx vitest run test/cases.test.ts`
// writes the expectations anew, to be read before they are committed; without it a missing expectation fails.
const root = join(import.meta.dirname, '../fixtures')
const update = process.env.UPDATE_FIXTURES === '1'

describe('fixtures', () => {
  const cases = readdirSync(root, { withFileTypes: true }).filter((e) => e.isDirectory())
  it('there are some', () => expect(cases.length).toBeGreaterThan(0))
  for (const { name } of cases) {
    const dir = join(root, name)
    const input = readdirSync(dir).find((f) => f.startsWith('input.'))
    if (input === undefined) continue
    it(name, () => {
      const { claims, ...header } = scan(readFileSync(join(dir, input)), { source: input }).facts
      const got = `${JSON.stringify({ ...header, claims }, null, 2)}\n`
      const expectation = join(dir, 'expected.json')
      if (update) writeFileSync(expectation, got)
      expect(existsSync(expectation), 'expected.json is missing: write it with UPDATE_FIXTURES=1').toBe(true)
      expect(got).toBe(readFileSync(expectation, 'utf8'))
    })
  }
})
