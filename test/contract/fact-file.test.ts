import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { factFileSchema } from '../../src/store/fact-schema.js'
import { mergeFacts } from '../../src/store/merge.js'
import { parseFacts } from '../../src/store/read.js'
import { anyFacts, claim, factFile } from '../store/facts.js'
import { complaints, SCHEMA_DIR } from './schemas.js'

// `UPDATE_SCHEMA=1 npx vitest run test/contract/fact-file.test.ts` writes the schema as the reader's shapes have it now.
const path = join(SCHEMA_DIR, 'fact-file.schema.json')
const made = factFileSchema(JSON.parse(readFileSync(join(SCHEMA_DIR, 'claim.schema.json'), 'utf8')))
if (process.env.UPDATE_SCHEMA === '1') writeFileSync(path, `${JSON.stringify(made, null, 2)}\n`)

/** What stands in a YAML text, as an editor's checker sees it. */
const valueIn = (text: string) => parse(text, { version: '1.2', schema: 'core', uniqueKeys: false })

test('is what the reader takes', () => {
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(JSON.parse(JSON.stringify(made)))
})

test('holds for every file that is written', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      expect(complaints('fact-file', valueIn(mergeFacts(null, facts, 'test').text))).toEqual([])
    }),
  )
})

describe('the reader and the schema agree', () => {
  const sound = () =>
    JSON.parse(
      JSON.stringify(
        factFile([
          claim('v-1', 10, { review: 'accepted', products: ['N7', 'N8'], span: 'P4M', note: 'so' }),
          claim('v-2', 20, {
            value: { figure: 1, to: 3, unit: 'EUR', bound: 'range', also: [{ figure: 2, unit: 'USD' }] },
          }),
          claim('x-3', 30, { rule: 'manual', evidence: [] }),
        ]),
      ),
    )
  /** Every place in a value, as the keys that lead to it. */
  const placesIn = (value: unknown): (string | number)[][] => {
    if (typeof value !== 'object' || value === null) return [[]]
    const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value)
    return [[], ...entries.flatMap(([key, inner]) => placesIn(inner).map((rest) => [key, ...rest]))]
  }
  const places = placesIn(sound()).filter((keys) => keys.length > 0)
  const other = fc.oneof(
    fc.constantFrom(null, true, 0, 1, -1, 1.5, 2 ** 60, '', 'manual', 'volume', 'accepted', 'exact', '2025', [], {}),
    fc.constantFrom([null], ['a'], [1], [[]], [{}], { figure: 1 }, { figure: 1, bound: 'exact' }, [{ quote: 'q' }]),
    fc.constant(undefined),
    fc.jsonValue({ maxDepth: 2 }),
  )
  const change = (file: unknown, keys: (string | number)[], value: unknown) => {
    const last = keys.at(-1) as string | number
    let inside = file as Record<string | number, unknown>
    for (const key of keys.slice(0, -1)) inside = (inside?.[key] ?? {}) as typeof inside
    if (typeof inside !== 'object') return
    // of its own, as a later change may reach into it
    if (value !== undefined) inside[last] = structuredClone(value)
    else if (Array.isArray(inside)) inside.splice(Number(last), 1)
    else delete inside[last]
  }

  test('on files that are changed in any place', () => {
    let refused = 0
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...places), other), { minLength: 1, maxLength: 3 }), (changes) => {
        const file = sound()
        for (const [keys, value] of changes) change(file, keys, value)
        const text = stringify(file, { aliasDuplicateObjects: false })
        // no schema can tell that an id stands twice
        const problems = parseFacts(text, 'test').problems.filter(({ message }) => !message.includes('a second time'))
        if (problems.length > 0) refused++
        const told = complaints('fact-file', valueIn(text))
        expect({ text, refused: told.length > 0, told, problems }).toMatchObject({ refused: problems.length > 0 })
      }),
      { numRuns: 400 },
    )
    expect(refused).toBeGreaterThan(100)
  })

  test.each([
    ['an unquoted number for a name', { product: 2008, date: 2025 }, true],
    ['keys of their own', { colour: 'red', value: { figure: 1, bound: 'exact', source: 'me' } }, true],
    ['keys without a value', { note: null, span: null }, true],
    ['a kind that does not exist', { kind: 'rumour' }, false],
    ['a figure in words', { value: { figure: 'ten', bound: 'exact' } }, false],
    ['a claim of xev without its place', { evidence: null }, false],
  ])('on %s', (_, slots, isSound) => {
    const file = sound()
    Object.assign(file.claims[0], slots)
    const text = stringify(file)
    expect(parseFacts(text, 'test').problems.length === 0).toBe(isSound)
    expect(complaints('fact-file', valueIn(text)).length === 0).toBe(isSound)
  })
})
