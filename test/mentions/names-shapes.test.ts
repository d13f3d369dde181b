import { describe, expect, it } from 'vitest'
import { isCoined, opensName, SHAPE, shapeOf, writtenForm } from '../../src/mentions/names-shapes.js'
import { tokenize } from '../../src/text/tokens.js'
import type { Token } from '../../src/types.js'

const first = (text: string) => tokenize(text, 0, text.length)[0] as Token

describe('shapeOf', () => {
  it.each([
    ['voiture', SHAPE.plain],
    ['Velmora', SHAPE.capital],
    ['Éclair', SHAPE.capital],
    ['E\u0301clair', SHAPE.capital],
    ['VinoFast', SHAPE.capital],
    ['SAIC', SHAPE.upper],
    ['ÉNA', SHAPE.upper],
    ['SUVs', SHAPE.upper],
    ['iTrek', SHAPE.inner],
    ['ë-Roam', SHAPE.inner],
    ['ex-Velmora', SHAPE.plain],
    ['kWh', SHAPE.plain],
    ['ZX7', SHAPE.mixed],
    ['A320neo', SHAPE.mixed],
    ['3-Series', SHAPE.mixed],
    ['116i', SHAPE.digitsFirst],
    ['20th', SHAPE.digitsFirst],
    ['5G', SHAPE.digitsFirst],
    ['b2b', SHAPE.plain],
    ['G20', SHAPE.plain],
    ['2024', SHAPE.plain],
    ['—', SHAPE.plain],
  ])('%s', (text, shape) => {
    const { form, kind } = first(text)
    expect(shapeOf(form, kind)).toBe(shape)
  })

  it('opens a name unless digits come first', () => {
    expect(opensName(SHAPE.mixed)).toBe(true)
    expect(opensName(SHAPE.digitsFirst)).toBe(false)
    expect(opensName(SHAPE.plain)).toBe(false)
  })
})

describe('isCoined', () => {
  it.each([
    ['AutoWelt', true],
    ['XPort', true],
    ['Velmora', false],
    ['SAIC', false],
    ['Saint-Aubin', false],
  ])('%s', (text, coined) => {
    expect(isCoined(text)).toBe(coined)
  })
})

describe('writtenForm', () => {
  it('is one string however a name is typed', () => {
    expect(writtenForm('L’Isle\u00a0 Verte', 0, 13)).toBe("L'Isle Verte")
    expect(writtenForm('Cafe\u0301 Orme', 0, 10)).toBe('Café Orme')
    expect(writtenForm('Hobbs  Frye', 0, 11)).toBe('Hobbs Frye')
  })
})
