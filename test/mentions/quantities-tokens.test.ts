import { describe, expect, it } from 'vitest'
import { splitSolid } from '../../src/mentions/quantities-tokens.js'
import { tokenize } from '../../src/text/tokens.js'
import type { Language } from '../../src/types.js'
import { LEXICON } from './quantities-fixture.js'

const split = (lang: Language, text: string) => {
  const tokens = tokenize(text, 0, text.length)
  return splitSolid(text, tokens, lang, LEXICON[lang].units).map(({ start, end }) => text.slice(start, end))
}

describe('a figure and its unit written solid', () => {
  it.each<[Language, string, string[]]>([
    ['en', '25ml', ['25', 'ml']],
    ['en', '60-kWh', ['60', 'kWh']],
    ['en', '3km-5km', ['3', 'km', '-', '5', 'km']],
    ['en', 'USD115', ['USD', '115']],
    ['en', 'RM42m', ['RM', '42m']],
    ['en', '115USD', ['115', 'USD']],
    ['en', '70-a-share', ['70', 'a', 'share']],
    ['en', '40-vehicle', ['40', 'vehicle']],
    ['en', '4-billion-euro', ['4', 'billion', 'euro']],
    ['en', '200-odd', ['200', '-', 'odd']],
    ['en', 'ten-dollar', ['ten', 'dollar']],
    ['en', '138p', ['138', 'p']],
    ['en', '5m long', ['5', 'm', 'long']],
    ['fr', '5m€', ['5', 'm', '€']],
    ['fr', '150ch', ['150', 'ch']],
  ])('%s %s', (lang, text, expected) => {
    expect(split(lang, text)).toEqual(expected)
  })

  it.each<[Language, string]>([
    ['en', '5m'],
    ['en', '540bn'],
    ['en', '1080p'],
    ['en', 'SU7'],
    ['en', 'C10'],
    ['en', 'PHP8'],
    ['en', '20-year-old'],
    ['en', '5G'],
    ['en', `${'9a-'.repeat(40)}9`],
    ['fr', '500e'],
    ['fr', '1er'],
    ['fr', 'dix-sept'],
  ])('stays whole: %s %s', (lang, text) => {
    expect(split(lang, text)).toEqual([text])
  })

  it('a letter that stands for money shares no form with the letter itself, whose facts are kept', () => {
    for (const text of ['138p', '99c']) {
      const tokens = tokenize(text, 0, text.length)
      for (const { lower, form } of splitSolid(text, tokens, 'en', LEXICON.en.units)) expect(form.lower).toBe(lower)
    }
  })
  it('gives the same array where there is nothing to cut', () => {
    const text = 'It sold 300 cars.'
    const tokens = tokenize(text, 0, text.length)
    expect(splitSolid(text, tokens, 'en', LEXICON.en.units)).toBe(tokens)
  })
})
