import { describe, expect, it } from 'vitest'
import { findMentions } from '../../src/mentions/find.js'
import { tokenize } from '../../src/text/tokens.js'
import type { Language } from '../../src/types.js'
import { LEXICON } from './quantities-fixture.js'

function seen(lang: Language, text: string): string[] {
  const mentions = findMentions(text, tokenize(text, 0, text.length), lang, LEXICON[lang], '2031-05-20')
  return mentions.map(({ type, start, end }) => `${type}: ${text.slice(start, end)}`)
}

describe('what a sentence measures', () => {
  it('comes in the order of the text, dates and quantities together', () => {
    expect(seen('fr', 'En 2030, le groupe a livré 40 000 voitures en six mois.')).toEqual([
      'date: 2030',
      'amount: 40 000 voitures',
      'duration: six mois',
    ])
  })

  it('has no numbers inside dates', () => {
    expect(seen('en', 'It opened on 12 March 2030 with 80 staff.')).toEqual(['date: 12 March 2030', 'amount: 80 staff'])
  })

  it('has no dates inside numbers', () => {
    expect(seen('fr', 'quatre-vingt-dix-sept mille voitures')).toEqual(['amount: quatre-vingt-dix-sept mille voitures'])
  })

  it('has ages as amounts', () => {
    expect(seen('en', 'He is over thirty years old.')).toEqual(['amount: over thirty years old'])
    expect(seen('en', 'It took over thirty years.').join()).toContain('duration: ')
  })
})
