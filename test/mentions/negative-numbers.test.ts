import { describe, expect, it } from 'vitest'
import { NEGATIVE_EN } from './negative-numbers.en.js'
import { NEGATIVE_FR } from './negative-numbers.fr.js'
import { quantities } from './quantities-fixture.js'

/** Ordinals count nothing; they are left aside here. */
const found = (lang: 'fr' | 'en', text: string) =>
  quantities(lang, text)
    .filter((m) => m.type !== 'ordinal' || /\d/.test(text.slice(m.start, m.end)))
    .map((m) => text.slice(m.start, m.end))

describe('what is no quantity', () => {
  it.each(NEGATIVE_FR)('%s', (text, ...expected) => {
    expect(found('fr', text)).toEqual(expected)
  })
  it.each(NEGATIVE_EN)('%s', (text, ...expected) => {
    expect(found('en', text)).toEqual(expected)
  })
})
