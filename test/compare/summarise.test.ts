import { expect, test } from 'vitest'
import { summarise } from '../../src/compare/summarise.js'
import type { Told } from '../../src/compare/topics.js'
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

const subjectsOf = (all: FactFile[]) => summarise(all).subjects
const figureOf = (told: Told | undefined) => told?.claim.value?.figure

test('a count over time: the latest, what it was, its sources, first and last publication', () => {
  const [subject] = subjectsOf(
    files(
      deliveries('2025-02', { figure: 139000 }),
      deliveries('2024-03', { figure: 20000 }),
      deliveries(null, { figure: 90000, to: 110000, bound: 'range' }),
    ),
  )
  expect(subject).toMatchObject({ subject: 'Nordlys', claims: 3, sources: 3, first: '2024-03', last: '2025-02' })
  expect(subject?.topics).toHaveLength(1)
  expect(subject?.topics[0]).toMatchObject({ sources: 3, first: '2024-03', last: '2025-02', spread: null })
  expect(figureOf(subject?.topics[0]?.headline)).toBe(139000)
  expect(subject?.topics[0]?.positions.map(({ past }) => past)).toEqual([true, true, false])
})

test('the spread is that of the figures that still hold', () => {
  const of = (published: string, figure: number, date: string) => deliveries(published, { figure }, { date })
  const [subject] = subjectsOf(files(of('2025-02', 100, '2024'), of('2025-03', 104, '2024'), of('2024-07', 50, '2024')))
  expect(subject?.topics.map(({ spread }) => spread)).toEqual([[100, 104]])
})

test('what most independent sources say stands for the topic, a copy counts once', () => {
  const quote =
    'the yard at Hull handed over exactly four hundred ferries to its customers during the whole of that year'
  const evidence = [{ line: 1, start: 0, end: quote.length, quote }]
  const claims = [
    ...['a', 'b', 'c'].map((name) =>
      deliveries(`2025-0${name === 'a' ? 2 : 3}`, { figure: 400 }, { date: '2024', evidence }),
    ),
    deliveries('2025-04', { figure: 410, bound: 'about' }, { date: '2024' }),
  ]
  const [subject] = subjectsOf(files(...claims))
  expect(subject?.topics).toHaveLength(1)
  expect(subject?.topics[0]).toMatchObject({ sources: 2 })
  expect(subject?.sources).toBe(2)
})

test('a plan and its outcome are one topic; other units and other places are topics of their own', () => {
  const [subject] = subjectsOf(
    files(
      deliveries('2025-02', { figure: 5 }, { date: '2024' }),
      deliveries('2024-02', { figure: 9 }, { date: '2024', status: 'planned' }),
      deliveries('2025-02', { figure: 9, unit: 'percent' }),
      told('2025-02', { kind: 'market', market: 'Norway', stance: 'present' }),
      told('2025-02', { kind: 'market', market: 'Sweden', stance: 'present' }),
    ),
  )
  expect(subject?.topics.map(({ claims }) => claims.length)).toEqual([2, 1, 1, 1])
  expect(figureOf(subject?.topics[0]?.headline)).toBe(5)
})

test('a disagreement is told until something settles it', () => {
  const goal = (published: string | null, figure: number) =>
    deliveries(published, { figure }, { date: '2025', status: 'planned' })
  const [open] = subjectsOf(files(goal(null, 300), goal('2025-06', 350)))
  expect(open?.disagreements).toMatchObject([{ relation: 'contradicting', sides: [[{}], [{}]] }])
  const outcome = deliveries('2026-01', { figure: 400 }, { date: '2025' })
  expect(subjectsOf(files(goal(null, 300), goal('2025-06', 350), outcome))[0]?.disagreements).toEqual([])
})

test('subjects by the number of their claims, what has none last', () => {
  const of = (subject: string | null) => deliveries('2025-02', { figure: 5 }, { subject })
  const subjects = subjectsOf(files(of(null), of(null), of(null), of('Aquila'), of('Nordlys'), of('Nordlys')))
  expect(subjects.map(({ subject }) => subject)).toEqual(['Nordlys', 'Aquila', null])
})
