import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { UserError } from '../../src/problems.js'
import { mergeFacts } from '../../src/store/merge.js'
import { parseFacts } from '../../src/store/read.js'
import type { FactFile } from '../../src/types.js'
import { anyFacts, claim, factFile } from './facts.js'

const PATH = 'facts/test.yaml'
const write = (facts: FactFile) => mergeFacts(null, facts, PATH).text
const claimsIn = (text: string) => parseFacts(text, PATH).facts?.claims ?? []

describe('an unchanged reading', () => {
  test('leaves every byte in its place', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const text = write(facts)
        expect(mergeFacts(text, facts, PATH)).toMatchObject({ text, state: 'unchanged' })
      }),
    )
  })

  test('also where people wrote comments, blank lines, reviews and keys of their own', () => {
    const facts = factFile([claim('v-1', 10), claim('v-2', 50)])
    const text = write(facts)
      .replace('  - id: v-1', '  # to be checked\n\n  - id:   v-1 # sure?')
      .replace('    rule: fr/volume/test\n', '    rule: fr/volume/test\n    review: accepted\n    desk: [ab,  cd]\n')
    expect(mergeFacts(text, facts, PATH)).toMatchObject({ text, state: 'unchanged' })
  })

  test('also in another order of keys and with another way of quoting', () => {
    const facts = factFile([claim('v-1', 10)])
    const text = write(facts)
      .replace('    kind: volume\n', '')
      .replace('    rule: fr/volume/test\n', "    rule: 'fr/volume/test'\n    kind: volume\n")
    expect(mergeFacts(text, facts, PATH).state).toBe('unchanged')
  })
})

describe('a new reading', () => {
  const before = factFile([claim('v-1', 10), claim('v-2', 50)])

  test('changes values in their place, adds and removes', () => {
    const now = factFile([
      claim('v-0', 5),
      claim('v-2', 60, { value: { figure: 5000, unit: 'vehicles', bound: 'exact' }, per: 'P1Y' }),
    ])
    const { text, state, changes } = mergeFacts(write(before), now, PATH)
    expect({ state, changes }).toEqual({ state: 'updated', changes: { added: 1, changed: 1, removed: 1, stale: 0 } })
    expect(text).toBe(write(now))
  })

  test('gives the claims that came out, and those that people worked on', () => {
    fc.assert(
      fc.property(anyFacts, anyFacts, fc.array(fc.boolean()), fc.boolean(), (first, second, reviewed, isPlain) => {
        const reviewedFirst: FactFile = {
          ...first,
          claims: first.claims.map((c, i) => (reviewed[i] ? { ...c, review: 'accepted' as const } : c)),
        }
        const now = { ...second, source: first.source }
        const stored = write(reviewedFirst).replace('\nsha256:', isPlain ? '\nsha256:' : '\nsha256: ')
        const text = mergeFacts(stored, now, PATH).text
        const merged = claimsIn(text)
        const kept = reviewedFirst.claims.filter(({ review }) => review !== undefined).map(({ id }) => id)
        expect(merged.filter(({ review }) => review !== undefined).map(({ id }) => id)).toEqual(
          expect.arrayContaining(kept),
        )
        expect(merged.filter(({ stale }) => stale !== true)).toHaveLength(now.claims.length)
        expect(mergeFacts(text, now, PATH).state).toBe('unchanged')
      }),
    )
  })

  test('updates the header and drops what is no longer said there', () => {
    const now = factFile(before.claims, { sha256: 'a1', title: null, published: '2025-03' })
    expect(mergeFacts(write(before), now, PATH).text).toBe(write(now))
  })

  test('puts a new key of the header where one goes, in a file that is not in the form that xev writes', () => {
    const text = write(factFile([claim('v-1', 10)], { aiGenerated: true })).replace('    kind:', '    kind: ')
    const now = factFile([], { via: 'wire' })
    expect(mergeFacts(text, now, PATH).text).toBe(write(now))
  })

  test('leaves the line that names the schema where it stands, and does not give it again to who deleted it', () => {
    const now = factFile([claim('v-1', 12, { product: 'N9' }), claim('v-2', 50)])
    const [line = '', ...rest] = write(before).split('\n')
    expect(line).toBe('# yaml-language-server: $schema=.xev/fact-file.schema.json')
    for (const edit of [(text: string) => text, (text: string) => text.replace('kind: volume', 'kind:  volume')]) {
      const bare = edit(rest.join('\n'))
      expect(mergeFacts(bare, now, PATH).text).toMatch(/^source: /)
      expect(mergeFacts(`${line}\n${bare}`, now, PATH).text).toBe(`${line}\n${mergeFacts(bare, now, PATH).text}`)
    }
  })

  test('keeps a review, its note and keys of other people, also inside a value', () => {
    const text = write(before)
      .replace('bound: over}', 'bound: over, checked: by hand}')
      .replace('    rule: fr/volume/test\n', '    rule: fr/volume/test\n    note: see the annex\n    desk: {who: me}\n')
    const now = factFile([claim('v-1', 12, { value: { figure: 4000, unit: 'vans', bound: 'over' } }), claim('v-2', 50)])
    const merged = mergeFacts(text, now, PATH).text
    expect(merged).toContain('value: {figure: 4000, unit: vans, bound: over, checked: by hand}')
    expect(merged).toContain('    note: see the annex\n    desk: {who: me}\n')
  })

  test('does not touch the slots of a reviewed claim, but finds its place anew', () => {
    const text = write(before)
      .replace('figure: 4000', 'figure: 4321')
      .replace('    rule: fr/volume/test\n', '    rule: fr/volume/test\n    review: accepted\n')
    const merged = mergeFacts(text, factFile([claim('v-1', 20), claim('v-2', 50)]), PATH).text
    expect(claimsIn(merged)[0]).toMatchObject({
      value: { figure: 4321 },
      evidence: [{ start: 20 }],
      review: 'accepted',
    })
  })

  test('keeps a reviewed claim that no longer comes out as stale, until it comes out again', () => {
    const text = write(before).replace(/( {4}mark: .*\n)/, '$1    review: rejected\n')
    const gone = mergeFacts(text, factFile([claim('v-2', 50)]), PATH)
    expect(gone.changes).toEqual({ added: 0, changed: 1, removed: 0, stale: 1 })
    expect(gone.text).toContain('    review: rejected\n    stale: true\n')
    expect(mergeFacts(gone.text, before, PATH).text).toBe(text)
  })

  test('keeps a claim with a note or a comment as stale, and its comment with it', () => {
    const text = write(before).replace('  - id: v-1', '  # ask the author\n  - id: v-1')
    const { text: merged, changes } = mergeFacts(text, factFile([claim('v-0', 5), claim('v-2', 50)]), PATH)
    expect(changes).toMatchObject({ added: 1, stale: 1 })
    expect(merged).toContain('  # ask the author\n  - id: v-1')
    expect(claimsIn(merged).map(({ id, stale }) => [id, stale])).toEqual([
      ['v-0', undefined],
      ['v-1', true],
      ['v-2', undefined],
    ])
  })

  test('leaves claims with "rule: manual" alone, with or without evidence', () => {
    const manual = '  - {kind: market, subject: Nordlys, market: Norway, status: planned, rule: manual}\n'
    const text = write(before).replace('  - id: v-2', `${manual}  - id: v-2`)
    const { text: merged } = mergeFacts(text, factFile([claim('v-3', 70)]), PATH)
    expect(merged).toContain(manual)
    expect(claimsIn(merged).map(({ rule }) => rule)).toEqual(['manual', 'fr/volume/test'])
  })

  test('lets a manual claim stand for the one with its id', () => {
    const text = write(before).replace('rule: fr/volume/test', 'rule: manual').replace('figure: 4000', 'figure: 1')
    expect(mergeFacts(text, before, PATH)).toMatchObject({ text, state: 'unchanged' })
  })

  test('keeps the line ends of the file', () => {
    const text = write(before).replaceAll('\n', '\r\n')
    const merged = mergeFacts(text, factFile([...before.claims, claim('v-3', 70)]), PATH).text
    expect(merged.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  })
})

describe('a file that must not be written to', () => {
  test.each([
    ['broken YAML', 'source: [', /no sound YAML/],
    [
      'a claim with a word where a number is due',
      write(factFile([claim('v-1', 10)])).replace('4000', 'many'),
      /a number/,
    ],
    ['an id twice', write(factFile([claim('v-1', 10), claim('v-2', 50)])).replace('v-2', 'v-1'), /second time/],
    [
      'facts of another article',
      write(factFile([], { source: 'data/other.txt' })),
      /holds the facts of "data\/other.txt"/,
    ],
  ])('%s', (_, text, message) => {
    expect(() => mergeFacts(text, factFile([]), PATH)).toThrow(UserError)
    expect(() => mergeFacts(text, factFile([]), PATH)).toThrow(message)
  })
})
