import { describe, expect, test } from 'vitest'
import { nearest } from '../../src/store/nearest.js'
import { storeInMemory } from '../../src/store/open.js'
import { findSource, selectClaims } from '../../src/store/query.js'
import { claim, factFile } from './facts.js'

const files = [
  factFile(
    [
      claim('a1', 1, { subject: 'Société Générale', market: 'Côte d’Ivoire', marketCode: 'CI' }),
      claim('a2', 2, { kind: 'price', product: 'N4', status: 'planned' }),
      claim('a3', 3, { product: 'N4 Sport', review: 'rejected' }),
    ],
    { source: 'data/2024/gazette.txt' },
  ),
  factFile([claim('b1', 1, { kind: 'partner', partner: 'Aquila Motors', products: ['N4', 'N7'] })], {
    source: 'data/2025/gazette.md',
  }),
]
const ids = (filters: Parameters<typeof selectClaims>[1], options = {}) =>
  selectClaims(storeInMemory(files), filters, options).files.flatMap((f) => f.claims.map(({ id }) => id))

describe('selectClaims', () => {
  test.each([
    ['nothing: all but rejected ones', {}, ['a1', 'a2', 'b1']],
    ['a kind', { kind: ['price'] }, ['a2']],
    ['alternatives', { kind: ['price', 'partner'] }, ['a2', 'b1']],
    ['several filters', { kind: ['price', 'volume'], status: ['planned'] }, ['a2']],
    ['a name without accents and case', { subject: ['societe  GENERALE'] }, ['a1']],
    ['a name with a straight apostrophe', { market: ["côte d'ivoire"] }, ['a1']],
    ['a market by its code', { market: ['ci'] }, ['a1']],
    ['a product, also of several', { product: ['n4'] }, ['a2', 'b1']],
    ['a partner', { partner: ['Aquila Motors'] }, ['b1']],
    ['a part of a source', { source: ['2025'] }, ['b1']],
    ['a part of a quote', { text: ['DE 2'] }, ['a2']],
    ['only a part of a name', { partner: ['Aquila'] }, []],
  ])('%s', (_, filters, expected) => {
    expect(ids(filters)).toEqual(expected)
  })

  test('rejected claims on request', () => {
    expect(ids({ product: ['N4 Sport'] }, { rejected: true })).toEqual(['a3'])
    expect(ids({ product: ['N4 Sport'] })).toEqual([])
  })

  test('names every word that meets nothing, with what may be meant', () => {
    const { misses } = selectClaims(storeInMemory(files), {
      partner: ['aquila', 'Aquila Motors'],
      market: ['Ivoire'],
      product: ['Zzz'],
    })
    expect(misses).toEqual([
      { filter: 'partner', word: 'aquila', nearest: 'Aquila Motors' },
      { filter: 'market', word: 'Ivoire', nearest: 'Côte d’Ivoire' },
      { filter: 'product', word: 'Zzz', nearest: null },
    ])
  })
})

describe('nearest', () => {
  test.each([
    ['xiomi', ['Huawei', 'Xiaomi'], 'Xiaomi'],
    ['Renaut', ['Renault', 'Renault Trucks'], 'Renault'],
    ['hyperion', ['Xiaomi', 'Hyperion Leasing'], 'Hyperion Leasing'],
    ['volvo', ['Tesla', 'BYD'], null],
    ['', ['Tesla'], null],
  ])('%s', (word, candidates, expected) => {
    expect(nearest(word, candidates)).toBe(expected)
  })
})

describe('findSource', () => {
  test.each([
    ['its path', 'data/2025/gazette.md', 'data/2025/gazette.md'],
    ['its path from here', './data/2025/gazette.md', 'data/2025/gazette.md'],
    ['a path of Windows', 'data\\2025\\gazette.md', 'data/2025/gazette.md'],
    ['its last part', 'GAZETTE.md', 'data/2025/gazette.md'],
    ['a part that no other has', '2024', 'data/2024/gazette.txt'],
  ])('by %s', (_, name, source) => {
    expect(findSource(files, name).source).toBe(source)
  })

  test('tells the candidates where several are meant, and the nearest where none is', () => {
    expect(() => findSource(files, 'gazette')).toThrow('"gazette" may be data/2024/gazette.txt, data/2025/gazette.md')
    expect(() => findSource(files, 'tribune')).toThrow('no source "tribune" in the store')
  })
})
