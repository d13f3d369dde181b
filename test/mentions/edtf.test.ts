import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { edtfBounds, edtfDate, edtfDays, edtfInterval, groupingDays } from '../../src/mentions/edtf.js'

describe('edtfBounds', () => {
  it.each([
    ['2025-03-12', '2025-03-12', '2025-03-13'],
    ['2024-02-29', '2024-02-29', '2024-03-01'],
    ['2025-03', '2025-03-01', '2025-04-01'],
    ['2025-12', '2025-12-01', '2026-01-01'],
    ['2025', '2025-01-01', '2026-01-01'],
    ['199X', '1990-01-01', '2000-01-01'],
    ['19XX', '1900-01-01', '2000-01-01'],
    ['2025-21', '2025-03-20', '2025-06-22'],
    ['2025-24', '2025-12-21', '2026-03-21'],
    ['2025-33', '2025-01-01', '2025-04-01'],
    ['2025-36', '2025-10-01', '2026-01-01'],
    ['2025-37', '2025-01-01', '2025-05-01'],
    ['2025-38', '2025-05-01', '2025-09-01'],
    ['2025-39', '2025-09-01', '2026-01-01'],
    ['2025-40', '2025-01-01', '2025-07-01'],
    ['2025-41', '2025-07-01', '2026-01-01'],
    ['2024/2026', '2024-01-01', '2027-01-01'],
    ['2023-07/2024-06', '2023-07-01', '2024-07-01'],
    ['2025-03-10/2025-03-16', '2025-03-10', '2025-03-17'],
    ['../2030', null, '2031-01-01'],
    ['2027/..', '2027-01-01', null],
    ['2025-38/2026', '2025-05-01', '2027-01-01'],
    ['2030~', '2030-01-01', '2031-01-01'],
    ['2004-06?', '2004-06-01', '2004-07-01'],
  ])('%s', (edtf, from, to) => {
    expect(edtfBounds(edtf)).toEqual({ from, to })
  })

  it.each([
    'XXXX-04',
    'XXXX-12-08',
    'XXXX-35',
    'XXXX-07/XXXX-09',
    '../XXXX-04',
    '../..',
    '2023-02-29',
    '2025-13',
    '2025-42',
    '2025-00',
    'soon',
    '',
  ])('%s says neither end', (edtf) => {
    expect(edtfBounds(edtf)).toEqual({ from: null, to: null })
  })
})

describe('edtfDate', () => {
  it('writes what is known', () => {
    expect(edtfDate(2025)).toBe('2025')
    expect(edtfDate(2025, 3)).toBe('2025-03')
    expect(edtfDate(2025, 3, 2)).toBe('2025-03-02')
    expect(edtfDate(800, 35)).toBe('0800-35')
    expect(edtfDate(null, 4)).toBe('XXXX-04')
    expect(edtfDate(null, 12, 8)).toBe('XXXX-12-08')
  })

  it('is read back as the days it names', () => {
    const year = fc.integer({ min: 1000, max: 2999 })
    fc.assert(
      fc.property(year, fc.integer({ min: 1, max: 41 }), (y, part) => {
        const { from, to } = edtfDays(edtfDate(y, part))
        const named = part <= 12 || groupingDays(y, part) !== null
        expect(from !== null && to !== null && from < to).toBe(named)
        if (part > 12) expect({ from, to }).toEqual(groupingDays(y, part) ?? { from: null, to: null })
      }),
    )
  })
})

describe('edtfInterval', () => {
  it('leaves ends open', () => {
    expect(edtfInterval('2024', '2026')).toBe('2024/2026')
    expect(edtfInterval(null, '2030')).toBe('../2030')
    expect(edtfInterval('2027', null)).toBe('2027/..')
  })

  it('covers its two ends', () => {
    const year = fc.integer({ min: 1000, max: 2999 })
    fc.assert(
      fc.property(year, fc.nat({ max: 500 }), (first, more) => {
        const whole = edtfDays(edtfInterval(edtfDate(first), edtfDate(first + more)))
        expect(whole.from).toBe(edtfDays(edtfDate(first)).from)
        expect(whole.to).toBe(edtfDays(edtfDate(first + more)).to)
      }),
    )
  })
})
