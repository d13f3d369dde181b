import { describe, expect, it } from 'vitest'
import { isoDate } from '../../src/calendar.js'
import { HINDU_HOURS, HINDU_MONTHS, hinduDay, solarFeast } from '../../src/mentions/calendar-hindu.js'

const iso = (day: number | null) => (day === null ? null : isoDate(day))

describe('Hindu feasts', () => {
  // Diwali as kept in northern India, from published calendars
  it.each([
    [2018, '2018-11-07'],
    [2020, '2020-11-14'],
    [2022, '2022-10-24'],
    [2023, '2023-11-12'],
    [2024, '2024-10-31'],
    [2025, '2025-10-20'],
  ])('Diwali %i', (year, date) => {
    expect(iso(hinduDay(year, HINDU_MONTHS.ashvina, 30, HINDU_HOURS.sunset))).toBe(date)
  })

  it.each([
    [2022, '2022-10-05'],
    [2023, '2023-10-24'],
    [2024, '2024-10-12'],
  ])('Dussehra %i', (year, date) => {
    expect(iso(hinduDay(year, HINDU_MONTHS.ashvina, 10, HINDU_HOURS.noon))).toBe(date)
  })

  it.each([
    [2023, '2023-09-19'],
    [2024, '2024-09-07'],
  ])('Ganesh Chaturthi %i, after the leap month of 2023', (year, date) => {
    expect(iso(hinduDay(year, HINDU_MONTHS.bhadrapada, 4, HINDU_HOURS.noon))).toBe(date)
  })

  it('solar feasts follow the sun', () => {
    expect(iso(solarFeast(2018, 9))).toBe('2018-01-14')
    expect(iso(solarFeast(2019, 9))).toBe('2019-01-15')
    expect(iso(solarFeast(2018, 0))).toBe('2018-04-14')
  })
})
