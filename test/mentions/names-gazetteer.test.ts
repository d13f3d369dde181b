import { describe, expect, it } from 'vitest'
import { branchOf, openGazetteer } from '../../src/mentions/names-gazetteer.js'
import { lexicon } from './names-fixture.js'

describe('gazetteer', () => {
  it('finds a form word by word', () => {
    const bank = branchOf(openGazetteer(lexicon, 'en'), 'bank')
    expect(bank?.value).toBeUndefined()
    expect(bank?.next?.get('of')?.next?.get('china')?.value?.org?.name).toBe('Bank of China')
  })

  it('joins the meanings of one form', () => {
    const us = branchOf(openGazetteer(lexicon, 'en'), 'us')
    expect(us?.value).toMatchObject({ place: { code: 'US' }, demonym: { code: 'US' } })
  })

  it('has the places of its language, and all organisations', () => {
    const gazetteer = openGazetteer(lexicon, 'fr')
    expect(branchOf(gazetteer, 'allemagne')).toBeDefined()
    expect(branchOf(gazetteer, 'germany')).toBeUndefined()
    expect(branchOf(gazetteer, 'volkswagen')).toBeDefined()
  })

  it('gives the same entry each time', () => {
    const gazetteer = openGazetteer(lexicon, 'fr')
    expect(branchOf(gazetteer, 'kelvar')).toBe(branchOf(gazetteer, 'kelvar'))
  })
})
