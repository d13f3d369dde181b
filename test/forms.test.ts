import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codesOf, foldWord, formOf, formOfCodes, formOfHashed } from '../src/forms.js'

describe('forms', () => {
  it('are one object for all tokens that read so', () => {
    const codes = codesOf('Une usine et usine', 4, 18)
    const form = formOfCodes(codes, 0, 5)
    expect(formOfCodes(codes, 9, 14)).toBe(form)
    expect(formOf('usine')).toBe(form)
  })

  it('hold the text as written and as it is looked up', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }), (word) => {
        const form = formOf(word)
        expect(form.text).toBe(word)
        expect(form.lower).toBe(foldWord(word))
      }),
    )
  })

  it('tell words apart whose hashes are equal', () => {
    const words = Array.from({ length: 64 }, (_, i) => `mot${i}`)
    for (const word of words) expect(formOfHashed(codesOf(word, 0, word.length), 0, word.length, 12345).text).toBe(word)
    for (const word of words) expect(formOfHashed(codesOf(word, 0, word.length), 0, word.length, 12345).text).toBe(word)
  })

  it('are forgotten when there are very many, and found again', () => {
    const first = formOf('premier')
    for (let i = 0; i < 70_000; i++) formOf(`n${i}`)
    const again = formOf('premier')
    expect(again).not.toBe(first)
    expect(again).toEqual(first)
    expect(formOf('premier')).toBe(again)
  })
})
