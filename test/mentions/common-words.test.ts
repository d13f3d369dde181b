import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commonWordFilter, holds, isCommonWord } from '../../src/mentions/common-words.js'

describe('the filter of ordinary words', () => {
  it('says of no word of its own that it is none', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 }), { minLength: 1 }), (words) => {
        const filter = commonWordFilter(words)
        expect(words.filter((word) => !holds(filter, word))).toEqual([])
      }),
    )
  })

  it.each(['en', 'fr'] as const)('takes at most three in a hundred coined words for ordinary ones (%s)', (lang) => {
    const coined = Array.from({ length: 20_000 }, (_, i) => `q${i.toString(36)}zx`)
    expect(coined.filter((word) => isCommonWord(word, lang)).length).toBeLessThan(600)
  })

  it.each([
    ['en', 'retailers hybrids increasingly unlike supermarkets rivals'],
    ['fr', 'constructeurs malgré États etats licenciements hausse vendront'],
  ] as const)('knows the ordinary words of a language (%s)', (lang, words) => {
    expect(words.split(' ').filter((word) => !isCommonWord(word.toLowerCase(), lang))).toEqual([])
  })
})
