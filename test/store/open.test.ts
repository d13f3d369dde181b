import { execFileSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { mergeFacts } from '../../src/store/merge.js'
import { filesOf, linesOf, openStore } from '../../src/store/open.js'
import { type Filters, selectClaims } from '../../src/store/query.js'
import type { FactFile } from '../../src/types.js'
import { claimLines } from '../../src/views/claim-lines.js'
import { anyFacts, claim, factFile } from './facts.js'

const root = mkdtempSync(join(tmpdir(), 'xev-open-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
let count = 0
let store: string
beforeEach(() => {
  store = join(root, `facts-${count++}`)
  mkdirSync(store)
})

const indexOf = (folder: string) => join(folder, '.xev/index')
const yaml = (facts: FactFile) => mergeFacts(null, facts, 'test').text
const put = (name: string, content: string) => writeFileSync(join(store, name), content)
/** All that a store says. */
const answer = async (folder = store) => {
  const opened = await openStore(folder)
  return { files: structuredClone(filesOf(opened).map((file) => ({ ...file }))), problems: opened.problems }
}
const stamp = (path: string) => statSync(path, { bigint: true }).mtimeNs

const TWO = [
  factFile([claim('a1', 10), claim('a2', 20, { review: 'rejected' })], { source: 'data/a.txt' }),
  factFile([claim('b1', 10, { subject: 'Aquila' })], { source: 'data/b.txt' }),
] as const
const putTwo = () => {
  put('a.yaml', yaml(TWO[0]))
  put('b.yaml', yaml(TWO[1]))
}

describe('an opened store', () => {
  test('says what its files say, by source, with and without an index', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(anyFacts, { selector: ({ source }) => source, minLength: 1, maxLength: 5 }),
        async (all) => {
          const folder = mkdtempSync(join(root, 'any-'))
          for (const [i, facts] of all.entries()) writeFileSync(join(folder, `${i}.yaml`), yaml(facts))
          const expected = all.toSorted((a, b) => (a.source < b.source ? -1 : 1))
          for (let i = 0; i < 3; i++) expect(await answer(folder)).toEqual({ files: expected, problems: [] })
          const store = await openStore(folder)
          for (const part of [filesOf(store), filesOf(store).toReversed().slice(1)]) {
            const lines = Buffer.concat([...linesOf(store, part)]).toString()
            expect(lines).toBe(part.map(claimLines).join(''))
          }
        },
      ),
      { numRuns: 60 },
    )
  })

  test('names damaged files, twins and what cannot be read, from the index as from the files', async () => {
    putTwo()
    put('c.yaml', 'source: x\nclaims: [\n')
    put('d.yaml', yaml(TWO[0]))
    put('e.yaml', yaml(TWO[1]).replace('data/b.txt', 'data/e.txt').replace('kind: volume', 'kind: rumour'))
    put('f.yml', '\xff'.repeat(3))
    writeFileSync(join(store, 'g.yaml'), Buffer.from([0xff, 0xfe, 0x00]))
    mkdirSync(join(store, 'folder'))
    symlinkSync('folder', join(store, 'h.yaml'))
    symlinkSync('nowhere', join(store, 'i.yaml'))
    execFileSync('mkfifo', [join(store, 'j.yaml')])
    const cold = await answer()
    expect(cold.problems.map(({ source, line, message }) => [source?.slice(store.length + 1), line, message])).toEqual([
      ['c.yaml', expect.any(Number), expect.stringMatching(/^column \d+: no sound YAML/)],
      ['d.yaml', undefined, `holds the source "data/a.txt" as ${store}/a.yaml does`],
      ['e.yaml', 9, expect.stringMatching(/^column \d+: expected one of partner/)],
      ['f.yml', 1, expect.stringMatching(/expected a fact file/)],
      ['g.yaml', undefined, 'not UTF-8 text'],
      ['h.yaml', undefined, 'is no file'],
      ['j.yaml', undefined, 'is no file'],
    ])
    expect(cold.files.map(({ source }) => source)).toEqual(['data/a.txt', 'data/b.txt', 'data/e.txt'])
    const written = stamp(indexOf(store))
    expect(await answer()).toEqual(cold)
    expect(stamp(indexOf(store))).toBe(written)
  })
})

describe('the index', () => {
  test('is written once, and taken as it is while nothing changes', async () => {
    putTwo()
    await answer()
    await answer()
    const before = stamp(indexOf(store))
    await answer()
    expect(stamp(indexOf(store))).toBe(before)
    expect(readFileSync(join(store, '.xev/.gitignore'), 'utf8')).toBe('*\n')
    expect(readdirSync(join(store, '.xev')).sort()).toEqual([
      '.gitignore',
      'claim.schema.json',
      'fact-file.schema.json',
      'index',
    ])
  })

  test('of any content, damaged in any way, changes no answer', async () => {
    putTwo()
    put('c.yaml', 'source: x\nclaims: [\n')
    const expected = await answer()
    const sound = readFileSync(indexOf(store))
    const damage = fc.oneof(
      fc.record({ at: fc.nat(sound.length - 1), bit: fc.nat(7) }).map(({ at, bit }) => {
        const bytes = Buffer.from(sound)
        bytes[at] = (bytes[at] as number) ^ (1 << bit)
        return bytes
      }),
      fc.nat(sound.length).map((length) => sound.subarray(0, length)),
      fc.uint8Array({ maxLength: 200 }).map((more) => Buffer.concat([sound, more])),
      fc.uint8Array({ maxLength: 200 }),
      fc.constantFrom('', '\n', 'xev index 0\n', 'xev index 1\n{}\n').map((text) => Buffer.from(text)),
    )
    await fc.assert(
      fc.asyncProperty(damage, async (bytes) => {
        writeFileSync(indexOf(store), bytes)
        expect(await answer()).toEqual(expected)
      }),
      { numRuns: 300 },
    )
  })

  test.each([
    ['the folder .xev is a file', () => put('.xev', 'mine')],
    ['the index is a folder', () => mkdirSync(indexOf(store), { recursive: true })],
    ['the index is gone', () => rmSync(join(store, '.xev'), { recursive: true, force: true })],
  ])('changes no answer where %s', async (_, spoil) => {
    putTwo()
    spoil()
    const expected = { files: [...TWO], problems: [] }
    expect(await answer()).toEqual(expected)
    expect(await answer()).toEqual(expected)
  })

  test('is not written through a link that leads elsewhere', async () => {
    putTwo()
    const elsewhere = join(root, 'elsewhere')
    mkdirSync(elsewhere)
    writeFileSync(join(elsewhere, 'index'), 'of another program')
    symlinkSync(elsewhere, join(store, '.xev'))
    expect((await answer()).files).toEqual([...TWO])
    expect(readFileSync(join(elsewhere, 'index'), 'utf8')).toBe('of another program')
    expect(readdirSync(elsewhere)).toEqual(['index'])
  })

  test('moves with the store to another folder', async () => {
    putTwo()
    const before = await answer()
    const copy = `${store}-copy`
    cpSync(store, copy, { recursive: true })
    expect(await answer(copy)).toEqual(before)
  })

  test('follows files that are added, changed and taken away', async () => {
    const names = fc.constantFrom('a.yaml', 'b.yaml', 'c.yml', 'd.yaml')
    const step = fc.oneof(
      fc.record({ do: fc.constant('put' as const), name: names, figure: fc.integer({ min: 100, max: 999 }) }),
      fc.record({ do: fc.constant('remove' as const), name: names }),
      fc.record({ do: fc.constant('touch' as const), name: names }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const folder = mkdtempSync(join(root, 'steps-'))
        const now = new Map<string, FactFile>()
        const write = (name: string, figure: number) => {
          const facts = factFile([claim('x', 1, { value: { figure, bound: 'exact' } })], { source: name })
          now.set(name, facts)
          writeFileSync(join(folder, name), yaml(facts))
        }
        write('first.yaml', 0)
        for (const { name, ...work } of steps) {
          if (work.do === 'put') write(name, work.figure)
          else if (work.do === 'remove') {
            now.delete(name)
            rmSync(join(folder, name), { force: true })
          } else if (now.has(name)) utimesSync(join(folder, name), new Date(), new Date(1e12))
          const expected = [...now.values()].sort((a, b) => (a.source < b.source ? -1 : 1))
          expect((await answer(folder)).files).toEqual(expected)
        }
      }),
      { numRuns: 40 },
    )
  })

  test('sees a change of the same size in the same tick of the clock', async () => {
    put('b.yaml', yaml(TWO[1]))
    const time = new Date(1.7e12)
    for (let i = 100; i < 300; i++) {
      put('a.yaml', yaml(factFile([claim(`v-${i}`, i)])))
      utimesSync(join(store, 'a.yaml'), time, time)
      expect((await answer()).files[1]?.claims[0]?.id).toBe(`v-${i}`)
    }
  })

  test('is begun by nobody who finds no store', async () => {
    await expect(openStore(store)).rejects.toThrow('no fact file')
    expect(existsSync(join(store, '.xev'))).toBe(false)
  })
})

test('filters choose the same from the index as from the files', async () => {
  putTwo()
  const filters: Filters = { subject: ['aquila', 'nordlis'], text: ['PLUS de'] }
  const ask = async () => {
    const { files, misses } = selectClaims(await openStore(store), filters)
    return { ids: files.flatMap(({ claims }) => claims.map(({ id }) => id)), misses }
  }
  const cold = await ask()
  expect(cold).toEqual({ ids: ['b1'], misses: [{ filter: 'subject', word: 'nordlis', nearest: 'Nordlys' }] })
  expect(await ask()).toEqual(cold)
})
