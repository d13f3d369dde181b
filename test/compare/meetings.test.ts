import { expect, test } from 'vitest'
import { MOST_MET, meetingsWithin } from '../../src/compare/meetings.js'
import { deliveries } from './claims.js'

const CLAIMS = 100_000

test.each([
  ['of 10,000 companies', (i: number) => ({ subject: `Company ${i % 10_000}` }), 9 / 2],
  ['of one company, a figure each', () => ({ subject: 'Nordlys' }), MOST_MET],
])('100,000 claims %s meet few others', (_, slots, most) => {
  const told = Array.from({ length: CLAIMS }, (_, i) => deliveries('2025-02', { figure: i + 1 }, slots(i)))
  let met = 0
  for (const _pair of meetingsWithin(told)) met++
  expect(met).toBeGreaterThan(CLAIMS)
  expect(met).toBeLessThanOrEqual(CLAIMS * most)
})

test('in a small group every pair meets once', () => {
  const told = Array.from({ length: MOST_MET }, (_, i) => deliveries('2025-02', { figure: i + 1 }, { product: 'N4' }))
  expect([...meetingsWithin(told)]).toHaveLength((MOST_MET * (MOST_MET - 1)) / 2)
})
