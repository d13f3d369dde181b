import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formKey } from '../../src/lexicon/keys.js'
import { tokenize } from '../../src/text/tokens.js'

const tokenKey = (text: string) =>
  tokenize(text, 0, text.length)
    .map((token) => token.lower)
    .join(' ')

describe('formKey', () => {
  test.each([
    ['L’Oréal', "l' oréal"],
    ['Côte d’Ivoire', "côte d' ivoire"],
    ['U.S.', 'u . s .'],
    ['H&M', 'h & m'],
    ["McDonald's", "mcdonald 's"],
    ['Rolls-Royce', 'rolls-royce'],
    ['737-800', '737 - 800'],
    ['F-150', 'f-150'],
    ['3-Series', '3-series'],
    ['ID.3', 'id . 3'],
    ["Xi'an", "xi'an"],
    ['S\u0327i', 'ş' + 'i'],
  ])('%s', (form, key) => {
    expect(formKey(form)).toBe(key)
  })

  // the alphabet spells no pronoun of a French verb
  test('cuts any text as the tokenizer does', () => {
    const sign = fc.constantFrom('b', 'R', 'é', 's', 'd', 'o', '1', '2', "'", '’', '-', ' ', '.', '&', '+')
    fc.assert(
      fc.property(fc.string({ unit: sign, maxLength: 14 }), (text) => {
        expect(formKey(text)).toBe(tokenKey(text))
      }),
      { numRuns: 2000 },
    )
  })
})
