import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseFacts, parseStored } from '../../src/store/read.js'

const HEADER = 'source: a.txt\nsha256: ab\nlanguage: fr\n'
const read = (claims: string, header = HEADER) => parseFacts(`${header}claims:\n${claims}`, 'facts/a.yaml')
const MANUAL = 'kind: volume, status: reported, rule: manual'

describe('damage is told by line and column', () => {
  test.each([
    ['nothing at all', '', 1, /fact file/],
    ['a list', '- a', 1, /fact file/],
    ['no claims', HEADER, 1, /column 1: expected a list of claims/],
    ['no source', 'sha256: a\nlanguage: fr\nclaims: []', 1, /the key "source"/],
    ['an open bracket', `${HEADER}claims:\n  - {id: a`, 5, /no sound YAML/],
    ['a key twice', `${HEADER}source: b\nclaims: []`, 4, /column 1: expected the key "source" once only/],
    ['claims twice', `${HEADER}claims: []\nclaims: []`, 5, /column 1: expected the key "claims" once only/],
    ['a key of a claim twice', `${HEADER}claims:\n  - {${MANUAL}, date: a, date: b}`, 5, /the key "date" once only/],
    ['brackets without end', `${HEADER}claims: ${'['.repeat(300)}`, 4, /no sound YAML/],
    ['brackets inside brackets', `${HEADER}x: ${'['.repeat(2000)}${']'.repeat(2000)}`, 4, /too deep/],
    ['two documents', `${HEADER}claims: []\n---\na: 1`, 5, /multiple documents/],
    ['an alias', `source: &a x\nsha256: *a\nlanguage: fr\nclaims: []`, 2, /column 9: .*aliases/],
    [
      'an unknown kind',
      `${HEADER}claims:\n  - {id: a, kind: rumour, status: reported, rule: r}`,
      5,
      /expected one of partner, market/,
    ],
    ['a list in place of a name', `${HEADER}claims:\n  - {${MANUAL}, subject: [a]}`, 5, /column \d+: expected a text/],
    ['a name in place of a list', `${HEADER}claims:\n  - {${MANUAL}, products: a}`, 5, /expected a list/],
    [
      'a word in place of a figure',
      `${HEADER}claims:\n  - {${MANUAL}, value: {figure: x, bound: exact}}`,
      5,
      /expected a number/,
    ],
    ['no figure', `${HEADER}claims:\n  - {${MANUAL}, value: {bound: exact}}`, 5, /the key "figure"/],
    [
      'an offset below zero',
      `${HEADER}claims:\n  - {${MANUAL}, evidence: [{line: -1, start: 0, end: 1, quote: a}]}`,
      5,
      /whole number/,
    ],
    [
      'a claim of xev without id and evidence',
      `${HEADER}claims:\n  - {kind: volume, status: reported, rule: r}`,
      5,
      /the key "id"/,
    ],
  ])('%s', (_, text, line, message) => {
    const { problems } = parseFacts(text, 'facts/a.yaml')
    expect(problems[0]).toMatchObject({ severity: 'error', source: 'facts/a.yaml', line })
    expect(problems[0]?.message).toMatch(message)
  })

  test('the other claims are there all the same', () => {
    const { facts, problems } = read(
      `  - {${MANUAL}, id: a}\n  - {kind: 7}\n  - {${MANUAL}, id: b}\n  - {${MANUAL}, id: a}\n`,
    )
    expect(facts?.claims.map(({ id }) => id)).toEqual(['a', 'b'])
    expect(problems.at(-1)).toMatchObject({
      line: 8,
      message: expect.stringContaining('the id "a" stands here a second time'),
    })
  })

  test('whatever the text, no exception', () => {
    const piece = fc.constantFrom(
      ...'source: sha256: language: fr claims: - id kind volume \n  { } [ ] & * ! | > " \' # , :'.split(' '),
      '\n',
      ' ',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map((p) => HEADER + p.join(' ')),
        ),
        (text) => {
          const { facts, problems, layout } = parseStored(text, 'p')
          expect(facts === null ? problems.length > 0 : facts.claims.length === layout?.nodes.length).toBe(true)
        },
      ),
    )
  })
})

describe('what people write is read as they mean it', () => {
  test('numbers and true in place of texts', () => {
    const [claim] = read(`  - {${MANUAL}, product: 2008, date: 2025, subject: 1e3, market: true}\n`).facts?.claims ?? []
    expect(claim).toMatchObject({ product: '2008', date: '2025', subject: '1e3', market: 'true' })
  })

  test('a claim of their own needs no id, and keeps the one it gets', () => {
    const ids = (text: string) => read(text).facts?.claims.map(({ id }) => id)
    const one = `  - {${MANUAL}, subject: Nordlys}\n`
    const two = `  - {${MANUAL}, subject: Aquila}\n`
    expect(ids(one + two)).toEqual([...(ids(one) ?? []), ...(ids(two) ?? [])])
    expect(new Set(ids(one + two)).size).toBe(2)
  })

  test('slots without a value are slots without a value', () => {
    const { facts, problems } = read(`  - {${MANUAL}, subject: , note: , value: null, date: ~}\n`)
    expect(problems).toEqual([])
    expect(facts?.claims[0]).toMatchObject({ subject: null, date: null, attribution: null, evidence: [] })
    expect(facts?.claims[0]).not.toHaveProperty('value')
  })

  test('keys of their own do not get into claims, not even __proto__', () => {
    const { facts, problems } = read(
      `  - {${MANUAL}, __proto__: {review: accepted}, desk: 3}\n`,
      `${HEADER}__proto__: {via: x}\n`,
    )
    expect(problems).toEqual([])
    expect(facts?.via).toBeUndefined()
    expect(facts?.claims[0]?.review).toBeUndefined()
    expect(facts?.claims[0]).not.toHaveProperty('desk')
  })

  test('a bomb of aliases in keys of their own is never expanded', () => {
    const levels = Array.from({ length: 12 }, (_, i) => `l${i + 1}: &l${i + 1} [${`*l${i},`.repeat(10)}]`)
    const { facts, problems } = read('  []\n', `${HEADER}l0: &l0 x\n${levels.join('\n')}\n`)
    expect(problems).toEqual([])
    expect(facts?.claims).toEqual([])
  })
})
