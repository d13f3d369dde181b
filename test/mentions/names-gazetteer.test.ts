import { describe, expect, it } from 'vitest'
import { gazetteer } from '../../src/mentions/names-gazetteer.js'
import { lexicon } from './names-fixture.js'

describe('gazetteer', () => {
  it('finds a form word by word', () => {
    const tree = gazetteer(lexicon, 'en')
    const bank = tree.get('bank')
    expect(bank?.value).toBeUndefined()
    expect(bank?.next?.get('of')?.next?.get('china')?.value?.org?.name).toBe('Bank of China')
  })

  it('joins the meanings of one form', () => {
    expect(gazetteer(lexicon, 'en').get('us')?.value).toMatchObject({ place: { code: 'US' }, demonym: { code: 'US' } })
  })

  it('has the places of its language, and all organisations', () => {
    const tree = gazetteer(lexicon, 'fr')
    expect(tree.has('allemagne')).toBe(true)
    expect(tree.has('germany')).toBe(false)
    expect(tree.has('volkswagen')).toBe(true)
  })

  it('is built once', () => {
    expect(gazetteer(lexicon, 'fr')).toBe(gazetteer(lexicon, 'fr'))
  })
})
