import { describe, expect, it } from 'vitest'
import { isSolidMeasure, measureAt } from '../../src/mentions/units.js'
import { tokenize } from '../../src/text/tokens.js'
import type { Language } from '../../src/types.js'

const unit = (lang: Language, text: string) => {
  const match = measureAt(text, tokenize(text, 0, text.length), 0, lang)
  return match === null ? null : `${text.slice(0, match.end)} = ${match.unit}`
}

describe('units of measure', () => {
  it.each<[Language, string, string | null]>([
    ['fr', 'kWh', 'kWh = kWh'],
    ['fr', 'km/h', 'km/h = km/h'],
    ['fr', 'm²', 'm² = m²'],
    ['fr', 'm3', 'm3 = m³'],
    ['fr', '°C', '°C = °C'],
    ['fr', '° à', null],
    ['fr', 'ch', 'ch = hp'],
    ['fr', 'degrés', 'degrés = °'],
    ['en', 'MW', 'MW = MW'],
    ['en', 'mw', null],
    ['en', 'inches', 'inches = in'],
    ['en', "''", "'' = in"],
    ['en', 'cars', null],
  ])('%s %s', (lang, text, expected) => {
    expect(unit(lang, text)).toBe(expected)
  })

  it('leaves "m" after English digits to the millions', () => {
    expect(isSolidMeasure('m', 'en')).toBe(false)
    expect(isSolidMeasure('m', 'fr')).toBe(true)
  })
})
