import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { compare } from '../../src/compare/compare.js'
import { decode } from '../../src/text/decode.js'
import { goldArticles, goldComparisons } from './gold.js'

const articles = new Map(goldArticles().map(({ as, file }) => [as, file]))
const fileOf = (name: string) => {
  const file = articles.get(name)
  if (file === undefined) throw new Error(`no article ${name}`)
  return file
}
const gold = goldComparisons()

describe('gold comparison of the sample articles', () => {
  test.each(gold)('$between', ({ between: [a, b], pairs }) => {
    const compared = compare(fileOf(a), fileOf(b))
    const outline = (relation: string, claims: readonly string[], open = false) =>
      `${relation}: ${claims.join(' – ')}${open ? ', open' : ''}`
    const paired = new Set(pairs.flatMap((pair) => [`a ${pair.a}`, `b ${pair.b}`]))
    const only = (side: 'a' | 'b', name: string) =>
      fileOf(name).claims.flatMap(({ id }) => (paired.has(`${side} ${id}`) ? [] : [outline('only', [id])]))
    const expected = [...pairs.map((p) => outline(p.relation, [p.a, p.b], p.open)), ...only('a', a), ...only('b', b)]
    const got = compared.map(({ relation, claims, open }) =>
      outline(
        relation,
        claims.map((t) => t.claim.id),
        open,
      ),
    )
    expect(got.sort()).toEqual(expected.sort())
  })

  test('holds many pairs of every relation, of claims that exist', () => {
    const counts = new Map<string, number>()
    for (const { between, pairs } of gold) {
      for (const { relation, a, b } of pairs) {
        counts.set(relation, (counts.get(relation) ?? 0) + 1)
        expect(fileOf(between[0]).claims.map(({ id }) => id)).toContain(a)
        expect(fileOf(between[1]).claims.map(({ id }) => id)).toContain(b)
      }
    }
    expect(Math.min(...counts.values())).toBeGreaterThanOrEqual(4)
    expect(counts.size).toBe(5)
    expect([...counts.values()].reduce((x, y) => x + y)).toBeGreaterThanOrEqual(80)
  })

  test.each([...articles.values()].map(({ source, claims }) => [source, claims] as const))(
    'every quote stands in %s',
    (source, claims) => {
      const plain = (text: string) => text.replace(/[’]/g, "'").replace(/\s+/g, ' ')
      const text = plain(decode(readFileSync(join(import.meta.dirname, '../..', source)), source).text)
      for (const { id, evidence } of claims) {
        for (const { quote } of evidence) expect(text.includes(plain(quote)), `${id}: ${quote}`).toBe(true)
      }
    },
  )
})
