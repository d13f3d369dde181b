import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compare } from '../../src/compare/compare.js'
import type { Told } from '../../src/compare/topics.js'
import type { FactFile } from '../../src/types.js'
import { deliveries, told } from './claims.js'

const file = (source: string, published: string | null, claims: Told[]): FactFile => ({
  source,
  sha256: '',
  title: null,
  language: 'fr',
  published,
  claims: claims.map(({ claim }) => claim),
})
const outline = (a: FactFile, b: FactFile) =>
  compare(a, b).map(({ relation, claims }) => [
    relation,
    ...claims.map(({ source, claim }) => [source, claim.value?.figure]),
  ])

test('pairs each claim with the one it has most in common with', () => {
  const a = file(
    'a.txt',
    '2025-02',
    [100, 200, 300].map((figure) => deliveries(null, { figure }, { date: '2024' })),
  )
  const b = file(
    'b.txt',
    '2025-02',
    [250, 200].map((figure) => deliveries(null, { figure }, { date: '2024' })),
  )
  expect(outline(a, b)).toEqual([
    ['contradicting', ['a.txt', 100], ['b.txt', 250]],
    ['same', ['a.txt', 200], ['b.txt', 200]],
    ['only', ['a.txt', 300]],
  ])
})

test('a claim may agree with several of the other source', () => {
  const a = file('a.txt', null, [deliveries(null, { figure: 136854 })])
  const b = file('b.txt', null, [
    deliveries(null, { figure: 135000, bound: 'over' }),
    deliveries(null, { figure: 137000 }),
  ])
  expect(outline(a, b).map(([relation]) => relation)).toEqual(['same', 'refined'])
})

test('claims that leave open what they are about are told, and agree where they say the same', () => {
  const open = (figure: number) => deliveries(null, { figure }, { subject: null })
  expect(outline(file('a.txt', null, [open(5)]), file('b.txt', null, [open(6), open(5)]))).toEqual([
    ['same', ['a.txt', 5], ['b.txt', 5]],
    ['only', ['b.txt', 6]],
  ])
})

test('no claim is lost, and a source agrees with itself', () => {
  const claim = fc
    .record({
      kind: fc.constantFrom(
        'volume' as const,
        'price' as const,
        'milestone' as const,
        'market' as const,
        'partner' as const,
        'investment' as const,
      ),
      subject: fc.constantFrom('Nordlys', null),
      product: fc.constantFrom('N4', null),
      partner: fc.constantFrom('Aquila', null),
      market: fc.constantFrom('China', null),
      stance: fc.constantFrom('present' as const, 'target' as const),
      measure: fc.constantFrom('deliveries', 'orders'),
      event: fc.constantFrom('launch', 'opening'),
      value: fc.record({
        figure: fc.integer({ min: 1, max: 5 }),
        bound: fc.constantFrom('exact' as const, 'over' as const),
      }),
      date: fc.constantFrom(null, '2024', '2025-03', '../2030', 'XXXX-04'),
      status: fc.constantFrom(
        'reported' as const,
        'planned' as const,
        'possible' as const,
        'denied' as const,
        'former' as const,
      ),
    })
    .map((slots) => told(null, slots))
  const claims = fc.array(claim, { maxLength: 12 })
  fc.assert(
    fc.property(claims, claims, (first, second) => {
      const [a, b] = [file('a.txt', '2024-05', first), file('b.txt', '2025-05', second)]
      const compared = compare(a, b).flatMap((c) => c.claims.map((t) => t.claim))
      expect(new Set(compared)).toEqual(new Set([...a.claims, ...b.claims]))
      expect(new Set(compare(a, a).map(({ relation }) => relation))).toEqual(new Set(first.length > 0 ? ['same'] : []))
    }),
  )
})
