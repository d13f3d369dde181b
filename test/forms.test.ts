import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldWord, formOf, formOfSpan, HASH_START, hashStep } from '../src/forms.js'

const hashOf = (word: string) =>
  [...word].length && Array.from({ length: word.length }, (_, i) => word.charCodeAt(i)).reduce(hashStep, HASH_START)

describe('forms', () => {
  it('are one object for all tokens that read so', () => {
    const text = 'usine et usine'
    const hash = hashOf('usine')
    expect(formOfSpan(text, 0, 5, hash)).toBe(formOfSpan(text, 9, 14, hash))
    expect(formOfSpan(text, 0, 5, hash)).toBe(formOf('usine'))
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
    for (const word of words) expect(formOfSpan(word, 0, word.length, 12345).text).toBe(word)
    for (const word of words) expect(formOfSpan(word, 0, word.length, 12345).text).toBe(word)
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
