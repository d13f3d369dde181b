import { expect, test } from 'vitest'
import { laterOf, periodOf, relatePeriods } from '../../src/compare/periods.js'

test.each([
  ['2024', '2024', 'equal'],
  ['2024-01/2024-12', '2024', 'equal'],
  ['2024', '2024-12-31', 'contains'],
  ['2024-38', '2024-06', 'contains'],
  ['2024-02-29', '2024-02', 'within'],
  ['2025', '2024/..', 'within'],
  ['2025', '../2030', 'within'],
  ['2025', '202X', 'within'],
  ['2024-24', '2025-01', 'contains'],
  ['2024-24', '2025-33', 'overlapping'],
  ['2024-40', '2024-34/2024-35', 'overlapping'],
  ['2024-12-31', '2025-01-01', 'apart'],
  ['2024-01-31', '2024-02-01', 'apart'],
  ['2024-37', '2024-05', 'apart'],
  ['199X', '2000', 'apart'],
  ['19XX', '2000', 'apart'],
])('%s and %s: %s', (a, b, relation) => {
  const [first, second] = [periodOf(a), periodOf(b)]
  expect(first && second && relatePeriods(first, second)).toBe(relation)
})

test.each([['XXXX-04'], [''], ['soon'], ['2024/soon'], ['12-03-2024']])('"%s" is no period', (date) => {
  expect(periodOf(date)).toBeNull()
})

test('one date is later than another when all of it is', () => {
  expect(laterOf('2025-02', '2024-11-03')).toBe('a')
  expect(laterOf('2024-11-03', '2025')).toBe('b')
  expect(laterOf('2025', '2025-02')).toBeNull()
  expect(laterOf(null, '2025-02')).toBeNull()
})
