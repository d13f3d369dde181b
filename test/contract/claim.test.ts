import { describe, expect, test } from 'vitest'
import { STATUSES } from '../../src/store/schema.js'
import { claim } from '../store/facts.js'
import { complaints } from './schemas.js'

describe('the schema of a claim', () => {
  test.each([
    ['a volume', {}],
    ['a market', { kind: 'market', market: 'Norway', marketCode: 'NO', stance: 'target' }],
    ['a place without a code', { kind: 'market', market: 'the North', marketCode: null }],
    ['a claim that a person wrote', { evidence: [], rule: 'manual', note: 'seen on television' }],
    ['a reviewed one', { review: 'accepted', stale: true }],
    ['money told twice', { value: { figure: 5, unit: 'CNY', bound: 'exact', also: [{ figure: 1, unit: 'EUR' }] } }],
  ] as const)('holds for %s', (_, slots) => {
    expect(complaints('claim', claim('v-1', 0, slots as object))).toEqual([])
  })

  test.each([
    '2024',
    '2025-03',
    '2025-03-12',
    '2025-38',
    '199X',
    '../2030',
    '2027/..',
    '2024/2026',
    'XXXX-04',
    '2023-07/2024-06',
  ])('takes the date %s', (date) => {
    expect(complaints('claim', claim('v-1', 0, { date, span: 'P4M', per: 'P1Y' }))).toEqual([])
  })

  test.each([
    ['an unknown key', { colour: 'red' }],
    ['an unknown kind', { kind: 'volumes' }],
    ['a date in words', { date: 'mid 2025' }],
    ['a duration in words', { span: '4 months' }],
    ['a figure in words', { value: { figure: '4000', bound: 'exact' } }],
    ['an unknown key of a value', { value: { figure: 4, bound: 'exact', scale: 'k' } }],
    ['no status', { status: undefined }],
    ['an evidence without its quote', { evidence: [{ line: 1, start: 0, end: 4 }] }],
  ])('refuses %s', (_, slots) => {
    expect(complaints('claim', JSON.parse(JSON.stringify(claim('v-1', 0, slots as object))))).not.toEqual([])
  })

  test.each(STATUSES)('knows the status %s', (status) => {
    expect(complaints('claim', claim('v-1', 0, { status }))).toEqual([])
  })
})
