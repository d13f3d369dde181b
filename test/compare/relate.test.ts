import { describe, expect, test } from 'vitest'
import { meetings } from '../../src/compare/meetings.js'
import { relate } from '../../src/compare/relate.js'
import type { Told } from '../../src/compare/topics.js'
import type { FactClaim } from '../../src/types.js'
import { deliveries, told } from './claims.js'

/** The relation of two claims, null where they are not about one thing. It may not depend on which comes first. */
function relation(a: Told, b: Told): string | null {
  if ([...meetings([a], [b])].length === 0) return null
  const there = relate(a, b)?.relation ?? null
  expect(relate(b, a)?.relation ?? null).toBe(there)
  return there
}

describe('figures', () => {
  test('growth from one publication to the next is no contradiction', () => {
    const [first, second, third] = [
      deliveries('2024-06', { figure: 20000 }),
      deliveries('2024-11', { figure: 100000, bound: 'over' }),
      deliveries('2025-02', { figure: 139000, bound: 'over' }),
    ]
    expect(relation(first, second)).toBe('superseded')
    expect(relation(first, third)).toBe('superseded')
    expect(relation(second, third)).toBe('refined')
  })

  test('two figures of one year that is over contradict each other, whenever they were published', () => {
    const slots = { date: '2024' }
    const [a, b] = [deliveries('2025-02', { figure: 100000 }, slots), deliveries('2025-06', { figure: 139000 }, slots)]
    expect(relation(a, b)).toBe('contradicting')
    expect(relate(a, b)?.reason).toBe('same period, 100,000 and 139,000 vehicles cannot both be exact')
  })

  test('a figure of a year that was not over yet is superseded', () => {
    const slots = { date: '2024' }
    expect(
      relation(deliveries('2024-09', { figure: 70000 }, slots), deliveries('2025-01', { figure: 139000 }, slots)),
    ).toBe('superseded')
  })

  test.each<[string, Partial<FactClaim>, Partial<FactClaim>]>([
    ['years', { date: '2023' }, { date: '2024' }],
    ['a year and a month', { date: '2024' }, { date: '2024-06' }],
    ['places', { market: 'China' }, { market: 'Europe' }],
    ['rates', { per: 'P1Y' }, { per: 'P1M' }],
    ['spans', { span: 'P4M' }, { span: 'P1Y' }],
    ['a place and none', { market: 'China' }, {}],
    ['a year and none', { date: '2024' }, {}],
  ])('of other %s are of another scope', (_, first, second) => {
    const value = { figure: 100000 }
    expect(relation(deliveries('2025-02', value, first), deliveries('2025-02', { figure: 139000 }, second))).toBe(
      'different-scope',
    )
  })

  test('agree although only one names place or year', () => {
    const slots = { date: '2024', market: 'China' }
    expect(relation(deliveries('2025-02', { figure: 136854 }, slots), deliveries('2025-03', { figure: 137000 }))).toBe(
      'same',
    )
  })

  test('of a plan: raised later is superseded, at the same time it is a contradiction', () => {
    const plan = { status: 'planned', date: '2025' } as const
    const [a, b] = [deliveries('2024-12', { figure: 300000 }, plan), deliveries('2025-03', { figure: 350000 }, plan)]
    expect(relation(a, b)).toBe('superseded')
    expect(relation(a, { ...b, published: '2024-12' })).toBe('contradicting')
    expect(relation(a, { ...b, published: null })).toBe('contradicting')
  })

  test('of a plan and of what was reached, or of a rumour, do not contradict each other', () => {
    const of2024 = (status: FactClaim['status'], figure: number) =>
      deliveries('2025-02', { figure }, { date: '2024', status })
    expect(relation(of2024('planned', 120000), of2024('reported', 139000))).toBe('superseded')
    expect(relation(of2024('possible', 120000), of2024('reported', 139000))).toBe('different-scope')
    expect(relation(of2024('former', 120000), of2024('planned', 139000))).toBe('superseded')
  })

  test('of other measures, makers or products are about other things', () => {
    const a = deliveries(null, { figure: 5 })
    expect(relation(a, deliveries(null, { figure: 5 }, { measure: 'orders' }))).toBeNull()
    expect(relation(a, deliveries(null, { figure: 5 }, { subject: 'Aquila' }))).toBeNull()
    expect(
      relation({ ...a, claim: { ...a.claim, product: 'N5' } }, deliveries(null, { figure: 5 }, { product: 'N4' })),
    ).toBeNull()
  })

  test('of prices compare by product, and by kind of price', () => {
    const price = (published: string, figure: number, measure?: string) =>
      told(published, {
        kind: 'price',
        product: 'N4',
        value: { figure, unit: 'EUR', bound: 'exact' },
        ...(measure ? { measure } : {}),
      })
    expect(relation(price('2025-02', 35000), price('2025-02', 38000))).toBe('contradicting')
    expect(relation(price('2025-02', 35000), price('2025-06', 38000))).toBe('superseded')
    expect(relation(price('2025-02', 35000, 'entry'), price('2025-02', 38000, 'list'))).toBe('different-scope')
  })

  test('of two investments with other aims are two investments', () => {
    const sum = (figure: number, purpose: string) =>
      told('2025-02', { kind: 'investment', purpose, value: { figure, unit: 'EUR', bound: 'exact' } })
    expect(relation(sum(1e9, 'plant'), sum(2e9, 'research'))).toBeNull()
    expect(relation(sum(1e9, 'plant'), sum(2e9, 'plant'))).toBe('contradicting')
    expect(relation(sum(1e9, 'plant'), sum(1e9, 'factory'))).toBe('same')
  })
})

describe('events', () => {
  const launch = (published: string, date: string | null, slots: Partial<FactClaim> = {}) =>
    told(published, { kind: 'milestone', event: 'launch', product: 'N7', date, ...slots })

  test.each([
    ['the same date', '2025-03', '2025-03', 'same'],
    ['a month of the year', '2025', '2025-03', 'refined'],
    ['a year before the deadline', '2026', '../2030', 'refined'],
    ['periods that overlap', '2025-38', '2025-41', 'same'],
    ['another deadline', '../2026', '../2030', 'contradicting'],
    ['another date', '2025-03', '2025-38', 'contradicting'],
    ['no date', '2025-03', null, 'different-scope'],
  ])('%s', (_, first, second, expected) => {
    expect(relation(launch('2024-12', first), launch('2024-12', second))).toBe(expected)
  })

  test('a later source moves the date, and so does one that calls a date the former one', () => {
    expect(relation(launch('2024-12', '2025-03'), launch('2025-02', '2025-38'))).toBe('superseded')
    const former = launch('2025-02', '2025-03', { status: 'former' })
    expect(relation(former, launch('2025-02', '2025-38', { status: 'planned' }))).toBe('superseded')
  })

  test('in another country, or of another company, they are other events', () => {
    const [china, norway] = [{ market: 'China' }, { market: 'Norway' }]
    expect(relation(launch('2024-12', '2025-03', china), launch('2024-12', '2026', norway))).toBe('different-scope')
    expect(relation(launch('2024-12', '2025-03'), launch('2024-12', '2026', { subject: 'Dealer' }))).toBe(
      'different-scope',
    )
  })
})

describe('markets', () => {
  const europe = (published: string | null, stance: 'present' | 'target', status: FactClaim['status'] = 'reported') =>
    told(published, { kind: 'market', market: 'Europe', stance, status })

  test('a plan, a hedge and a denial', () => {
    const plan = europe('2025-02', 'target', 'planned')
    expect(relation(plan, europe('2025-05', 'target', 'planned'))).toBe('same')
    expect(relation(plan, europe('2025-02', 'target', 'possible'))).toBe('refined')
    expect(relation(plan, europe('2025-02', 'target', 'denied'))).toBe('different-scope')
    expect(relation(plan, europe('2025-05', 'target', 'denied'))).toBe('superseded')
    expect(relation(europe('2025-02', 'target', 'possible'), europe('2025-02', 'target', 'denied'))).toBe(
      'different-scope',
    )
    expect(relation(europe('2025-02', 'present'), europe('2025-05', 'present', 'denied'))).toBe('contradicting')
  })

  test('a target that was reached', () => {
    expect(relation(europe('2024-02', 'target', 'planned'), europe('2025-02', 'present'))).toBe('superseded')
    expect(relation(europe('2025-02', 'target', 'planned'), europe('2024-02', 'present'))).toBe('different-scope')
  })
})

describe('partners', () => {
  const tie = (subject: string, partner: string, relation: string) =>
    told('2025-02', { kind: 'partner', subject, partner, relation })

  test.each([
    ['the same', tie('Nordlys', 'Aquila', 'contract'), tie('Nordlys', 'Aquila', 'contract'), 'same'],
    [
      'a mutual one from the other side',
      tie('Nordlys', 'Aquila', 'contract'),
      tie('AQUILA', 'Nordlys', 'contract'),
      'same',
    ],
    ['supplier and customer', tie('Nordlys', 'Aquila', 'supplier'), tie('Aquila', 'Nordlys', 'customer'), 'same'],
    ['owner and owned', tie('Nordlys', 'Aquila', 'acquisition'), tie('Aquila', 'Nordlys', 'subsidiary'), 'same'],
    [
      'a partnership told closer',
      tie('Nordlys', 'Aquila', 'partnership'),
      tie('Nordlys', 'Aquila', 'distributor'),
      'refined',
    ],
    ['another tie', tie('Nordlys', 'Aquila', 'supplier'), tie('Nordlys', 'Aquila', 'distributor'), 'different-scope'],
    ['ownership and business', tie('Nordlys', 'Aquila', 'stake'), tie('Nordlys', 'Aquila', 'supplier'), null],
    ['another partner', tie('Nordlys', 'Aquila', 'contract'), tie('Nordlys', 'Vega', 'contract'), null],
  ])('%s', (_, a, b, expected) => {
    expect(relation(a, b)).toBe(expected)
  })

  test('a supplier of one is no supplier of the other', () => {
    expect(relation(tie('Nordlys', 'Aquila', 'supplier'), tie('Aquila', 'Nordlys', 'supplier'))).toBe('different-scope')
  })
})

test('names compare without case, accents and article', () => {
  const named = (subject: string) => deliveries(null, { figure: 5 }, { subject })
  expect(relation(named('Société du Nord'), named('la societe du nord'))).toBe('same')
})
