import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isoDate } from '../src/calendar.js'
import { edtfDate, edtfInterval, groupingDays, intervalOf, laterOf, relateIntervals } from '../src/edtf.js'

/** The ends as ISO dates; null where they are open. */
function bounds(edtf: string) {
  const days = intervalOf(edtf)
  const iso = (day: number) => (Number.isFinite(day) ? isoDate(day) : null)
  return days === null ? null : { from: iso(days.from), to: iso(days.to) }
}

describe('intervalOf', () => {
  it.each([
    ['2025-03-12', '2025-03-12', '2025-03-13'],
    ['2024-02-29', '2024-02-29', '2024-03-01'],
    ['2025-03', '2025-03-01', '2025-04-01'],
    ['2025-12', '2025-12-01', '2026-01-01'],
    ['2025', '2025-01-01', '2026-01-01'],
    ['199X', '1990-01-01', '2000-01-01'],
    ['19XX', '1900-01-01', '2000-01-01'],
    ['2025-21', '2025-03-01', '2025-06-01'],
    ['2025-24', '2025-12-01', '2026-03-01'],
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
    expect(bounds(edtf)).toEqual({ from, to })
  })

  it.each([
    'XXXX-04',
    'XXXX-12-08',
    'XXXX-35',
    'XXXX-07/XXXX-09',
    '../XXXX-04',
    '2024/soon',
    '12-03-2024',
    '199X-04',
    '2023-02-29',
    '2025-13',
    '2025-42',
    '2025-00',
    'soon',
    '',
  ])('%s says no days', (edtf) => {
    expect(bounds(edtf)).toBeNull()
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
        const days = intervalOf(edtfDate(y, part))
        const named = part <= 12 || groupingDays(y, part) !== null
        expect(days !== null && days.from < days.to).toBe(named)
        if (part > 12) expect(days).toEqual(groupingDays(y, part))
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
        const whole = intervalOf(edtfInterval(edtfDate(first), edtfDate(first + more)))
        expect(whole?.from).toBe(intervalOf(edtfDate(first))?.from)
        expect(whole?.to).toBe(intervalOf(edtfDate(first + more))?.to)
      }),
    )
  })
})

describe('relateIntervals', () => {
  it.each([
    ['2024', '2024', 'equal'],
    ['2024-01/2024-12', '2024', 'equal'],
    ['2024', '2024-12-31', 'contains'],
    ['2024-38', '2024-06', 'contains'],
    ['2024-02-29', '2024-02', 'within'],
    ['2025', '2024/..', 'within'],
    ['2025', '../2030', 'within'],
    ['2025', '202X', 'within'],
    ['../..', '2025', 'contains'],
    ['2024-24', '2025-01', 'contains'],
    ['2024-24', '2025-33', 'overlapping'],
    ['2024-40', '2024-34/2024-35', 'overlapping'],
    ['2024-21', '2024-22', 'apart'],
    ['2024-12-31', '2025-01-01', 'apart'],
    ['2024-01-31', '2024-02-01', 'apart'],
    ['2024-37', '2024-05', 'apart'],
    ['199X', '2000', 'apart'],
    ['19XX', '2000', 'apart'],
  ])('%s and %s: %s', (a, b, relation) => {
    const [first, second] = [intervalOf(a), intervalOf(b)]
    expect(first && second && relateIntervals(first, second)).toBe(relation)
  })
})

describe('laterOf', () => {
  it('says which date is later when all of it is', () => {
    expect(laterOf('2025-02', '2024-11-03')).toBe('a')
    expect(laterOf('2024-11-03', '2025')).toBe('b')
    expect(laterOf('2025', '2025-02')).toBeNull()
    expect(laterOf(null, '2025-02')).toBeNull()
  })
})
