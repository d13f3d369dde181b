import { expect, test } from 'vitest'
import type { Value } from '../../src/types.js'
import { counted, dateText, durationText, numberText, rateText, valueText } from '../../src/views/words.js'

test.each([
  [0, '0'],
  [-3.5, '-3.5'],
  [139000, '139,000'],
  [999999, '999,999'],
  [1e6, '1 million'],
  [1234567, '1,234,567'],
  [1.5e9, '1.5 billion'],
  [1_234_500_000, '1,234,500,000'],
  [-2e9, '-2 billion'],
  [3e12, '3 trillion'],
])('number %d: %s', (n, text) => {
  expect(numberText(n)).toBe(text)
})

test.each<[Value, string]>([
  [{ figure: 139000, unit: 'vehicles', bound: 'over' }, '> 139,000 vehicles'],
  [{ figure: 100, bound: 'about' }, '~100'],
  [{ figure: 15, to: 20, unit: 'percent', bound: 'range' }, '15–20 %'],
  [{ figure: 219900, unit: 'CNY', bound: 'exact', also: [{ figure: 28000, unit: 'EUR' }] }, '219,900 CNY (28,000 EUR)'],
])('value %j', (value, text) => {
  expect(valueText(value)).toBe(text)
})

test.each([
  ['2025', '2025'],
  ['2025-03', '2025-03'],
  ['2025-03-12', '2025-03-12'],
  ['2025-37', 'early 2025'],
  ['2025-38', 'mid-2025'],
  ['2025-41', 'H2 2025'],
  ['2025-33', 'Q1 2025'],
  ['2025-24', 'winter 2025'],
  ['../2030', 'by 2030'],
  ['2027/..', 'from 2027'],
  ['2024/2026', '2024 to 2026'],
  ['../2025-39', 'by late 2025'],
  ['199X', '1990s'],
  ['XXXX-04', 'XXXX-04'],
])('date %s: %s', (edtf, text) => {
  expect(dateText(edtf)).toBe(text)
})

test.each([
  ['P4M', '4 months', 'per 4 months'],
  ['P1Y', '1 year', 'a year'],
  ['P2Y6M', '2 years 6 months', 'per 2 years 6 months'],
  ['P1W', '1 week', 'a week'],
  ['PT2H', 'PT2H', 'per PT2H'],
])('duration %s: %s', (iso, duration, rate) => {
  expect(durationText(iso)).toBe(duration)
  expect(rateText(iso)).toBe(rate)
})

test('counts', () => {
  expect([counted(0, 'claim'), counted(1, 'claim'), counted(1200, 'claim')]).toEqual([
    '0 claims',
    '1 claim',
    '1,200 claims',
  ])
})
