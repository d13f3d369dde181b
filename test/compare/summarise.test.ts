import { expect, test } from 'vitest'
import type { Told } from '../../src/compare/relate.js'
import { summarise } from '../../src/compare/summarise.js'
import type { FactFile } from '../../src/types.js'
import { deliveries, told } from './claims.js'

const files = (...all: Told[]): FactFile[] =>
  all.map(({ source, published, claim }) => ({
    source,
    sha256: '',
    title: null,
    language: 'fr',
    published,
    claims: [claim],
  }))

test('a figure over time: the latest, its spread, its sources, first and last publication', () => {
  const [subject] = summarise(
    files(
      deliveries('2025-02', { figure: 139000 }),
      deliveries('2024-03', { figure: 20000 }),
      deliveries(null, { figure: 90000, to: 110000, bound: 'range' }),
    ),
  )
  expect(subject).toMatchObject({ subject: 'Nordlys', claims: 3, sources: 3 })
  expect(subject?.topics).toHaveLength(1)
  expect(subject?.topics[0]).toMatchObject({ spread: [20000, 139000], sources: 3, first: '2024-03', last: '2025-02' })
  expect(subject?.topics[0]?.headline.claim.value?.figure).toBe(139000)
})

test('of one publication the reported figure stands for the topic', () => {
  const value = { figure: 5, unit: 'EUR', bound: 'exact' } as const
  const price = (figure: number, status: 'reported' | 'former') =>
    told('2025-02', { kind: 'price', product: 'N4', value: { ...value, figure }, status })
  const topics = summarise(files(price(1, 'former'), price(2, 'reported')))[0]?.topics
  expect(topics?.map(({ headline }) => headline.claim.value?.figure).sort()).toEqual([1, 2])
})

test('plans, other units and other kinds of price are topics of their own; markets of one stance are one', () => {
  const [subject] = summarise(
    files(
      deliveries('2025-02', { figure: 5 }),
      deliveries('2025-02', { figure: 9 }, { status: 'planned' }),
      deliveries('2025-02', { figure: 9, unit: 'percent' }),
      told('2025-02', { kind: 'market', market: 'Norway', stance: 'present' }),
      told('2025-02', { kind: 'market', market: 'Sweden', stance: 'present' }),
      told('2025-02', { kind: 'market', market: 'China', stance: 'target' }),
    ),
  )
  expect(subject?.topics.map(({ claims }) => claims.length).sort()).toEqual([1, 1, 1, 1, 2])
})

test('subjects by the number of their claims, what has none last', () => {
  const of = (subject: string | null) => deliveries('2025-02', { figure: 5 }, { subject })
  const subjects = summarise(files(of(null), of(null), of(null), of('Aquila'), of('Nordlys'), of('Nordlys')))
  expect(subjects.map(({ subject }) => subject)).toEqual(['Nordlys', 'Aquila', null])
})
