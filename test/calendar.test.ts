import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addMonths,
  civilDate,
  dayNumber,
  daysInMonth,
  easter,
  isDate,
  isoDate,
  isoWeek,
  mondayOf,
  orthodoxEaster,
  weekdayOf,
} from '../src/calendar.js'

const days = fc.integer({ min: -400_000, max: 400_000 })
const utc = (day: number) => new Date(day * 86_400_000)

describe('day numbers', () => {
  it('agree with the runtime on dates and weekdays', () => {
    fc.assert(
      fc.property(days, (day) => {
        const date = utc(day)
        expect(civilDate(day)).toEqual({
          year: date.getUTCFullYear(),
          month: date.getUTCMonth() + 1,
          day: date.getUTCDate(),
        })
        expect(weekdayOf(day)).toBe(date.getUTCDay() === 0 ? 7 : date.getUTCDay())
        expect(isoDate(day)).toBe(date.toISOString().slice(0, 10))
      }),
    )
  })

  it('count from 1970-01-01, a Thursday', () => {
    expect(dayNumber(1970, 1, 1)).toBe(0)
    expect(weekdayOf(0)).toBe(4)
  })

  it('come back from their date', () => {
    fc.assert(
      fc.property(days, (day) => {
        const { year, month, day: d } = civilDate(day)
        expect(dayNumber(year, month, d)).toBe(day)
      }),
    )
  })

  it('let months run on into other years', () => {
    expect(dayNumber(2024, 13, 1)).toBe(dayNumber(2025, 1, 1))
    expect(dayNumber(2024, 0, 1)).toBe(dayNumber(2023, 12, 1))
    expect(dayNumber(2024, -11, 1)).toBe(dayNumber(2023, 1, 1))
  })
})

describe('months and weeks', () => {
  it('know leap years', () => {
    expect([2000, 2023, 2024, 1900].map((year) => daysInMonth(year, 2))).toEqual([29, 28, 29, 28])
    expect(isDate(2024, 2, 29)).toBe(true)
    expect(isDate(2023, 2, 29)).toBe(false)
    expect(isDate(2023, 13, 1)).toBe(false)
    expect(isDate(2023, 4, 31)).toBe(false)
    expect(isDate(2023, 4, 0)).toBe(false)
  })

  it('add months, the last day staying a last day', () => {
    const add = (iso: [number, number, number], n: number) => isoDate(addMonths(dayNumber(...iso), n))
    expect(add([2025, 1, 31], 1)).toBe('2025-02-28')
    expect(add([2025, 11, 15], 3)).toBe('2026-02-15')
    expect(add([2025, 3, 31], -1)).toBe('2025-02-28')
  })

  it('begin a week on the Monday at or before the day', () => {
    fc.assert(
      fc.property(days, (day) => {
        const monday = mondayOf(day)
        expect(weekdayOf(monday)).toBe(1)
        expect(day - monday).toBeGreaterThanOrEqual(0)
        expect(day - monday).toBeLessThan(7)
      }),
    )
  })

  it('number weeks as ISO 8601 does', () => {
    expect(isoDate(isoWeek(2015, 1))).toBe('2014-12-29')
    expect(isoDate(isoWeek(2021, 1))).toBe('2021-01-04')
    expect(isoDate(isoWeek(2020, 53))).toBe('2020-12-28')
  })
})

describe('Easter', () => {
  it.each([
    [1998, '1998-04-12'],
    [2000, '2000-04-23'],
    [2008, '2008-03-23'],
    [2024, '2024-03-31'],
    [2038, '2038-04-25'],
  ])('falls in %i on %s', (year, iso) => {
    expect(isoDate(easter(year))).toBe(iso)
  })

  it.each([
    [2008, '2008-04-27'],
    [2017, '2017-04-16'],
    [2024, '2024-05-05'],
  ])('of the Orthodox falls in %i on %s', (year, iso) => {
    expect(isoDate(orthodoxEaster(year))).toBe(iso)
  })

  it('is always a Sunday in spring', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2099 }), (year) => {
        expect(weekdayOf(easter(year))).toBe(7)
        expect(easter(year)).toBeGreaterThanOrEqual(dayNumber(year, 3, 22))
        expect(easter(year)).toBeLessThanOrEqual(dayNumber(year, 4, 25))
        expect(weekdayOf(orthodoxEaster(year))).toBe(7)
        expect(orthodoxEaster(year)).toBeGreaterThanOrEqual(easter(year))
      }),
    )
  })
})
