import { describe, expect, it } from 'vitest'
import { scan } from '../../src/scan.js'

/** "Subject figure unit" of each claim, in the order of the text. */
const told = (text: string, language = 'en'): string[] =>
  scan(new TextEncoder().encode(text), { source: 'a.txt', language }).facts.claims.map(
    (c) => `${c.subject} ${c.value?.figure} ${c.value?.unit}`,
  )

describe('figures that are told respectively', () => {
  it('each belongs to one name', () => {
    expect(told('Sales at Nokia and Ericsson rose 3% and 4% respectively.')).toEqual([
      'Nokia 3 percent',
      'Ericsson 4 percent',
    ])
    expect(told('Les ventes de Danone et de Lactalis ont progressé respectivement de 3 % et 5 %.', 'fr')).toEqual([
      'Danone 3 percent',
      'Lactalis 5 percent',
    ])
  })
  it('share the unit of the last', () =>
    expect(told('Nokia and Ericsson employ 3,000 and 5,000 people respectively.')).toEqual([
      'Nokia 3000 people',
      'Ericsson 5000 people',
    ]))
  it('are nobody’s where there are more names than figures', () =>
    expect(told('Nokia, Bosch and Ericsson employ 3,000 and 5,000 people respectively.')).toEqual([]))
  it('without the word all is told of all', () =>
    expect(told('Nokia and Ericsson employ 3,000 people.')).toEqual(['Nokia 3000 people', 'Ericsson 3000 people']))
})

describe('a plural possessive', () => {
  it('means all that are the subject of its verb', () => {
    expect(told('Volvo and Fiat both saw their sales fall by 4%.')).toEqual(['Volvo -4 percent', 'Fiat -4 percent'])
    expect(told('Renault et Fiat ont vu leurs ventes reculer de 4 %.', 'fr')).toEqual([
      'Renault -4 percent',
      'Fiat -4 percent',
    ])
  })
  it('means no firm where its verb has another subject', () =>
    expect(told('Nokia is growing. Asian firms saw their sales increase by 5%.')).toEqual([]))
})

describe('where a firm is from', () => {
  it('is no part of a list of firms, nor their market', () => {
    const text = "Sales at Germany's Siemens and France's Alstom grew 3% and 5% respectively."
    const { claims } = scan(new TextEncoder().encode(text), { source: 'a.txt', language: 'en' }).facts
    expect(claims.map((c) => [c.subject, c.market ?? null])).toEqual([
      ['Siemens', null],
      ['Alstom', null],
    ])
  })
})

describe('a list of partners', () => {
  const partners = (text: string): (string | null | undefined)[] =>
    scan(new TextEncoder().encode(text), { source: 'a.txt', language: 'en' }).facts.claims.map((c) => c.partner)
  it('goes on behind what a name is told to be', () =>
    expect(partners('Orange has signed deals with Nokia, Ericsson and the Israeli start-up Gilat.')).toEqual([
      'Nokia',
      'Ericsson',
      'Gilat',
    ]))
  it('goes on behind a place, where the others have theirs', () =>
    expect(partners('Orange signed deals with Nokia and Sony in Japan and Ericsson in Sweden.')).toEqual([
      'Nokia',
      'Sony',
      'Ericsson',
    ]))
  it('ends where another clause begins', () =>
    expect(partners('Nokia works with Siemens in Spain and Bosch is waiting.')).toEqual(['Siemens']))
})

describe('two dashes', () => {
  it('part what stands between them, relative clauses and all', () =>
    expect(told('Philips - which employs 9,000 people - will cut 300 jobs.')).toEqual([
      'Philips 9000 people',
      'Philips 300 people',
    ]))
})

describe('names in a row', () => {
  it.each([
    ['Danone, que Lactalis a cédé à Bel, emploie 90 personnes.', ['Danone 90 people']],
    ['Danone, ainsi que Lactalis, a supprimé 90 postes.', ['Danone 90 people', 'Lactalis 90 people']],
  ])('%s', (text, expected) => expect(told(text, 'fr').filter((c) => c.endsWith('people'))).toEqual(expected))
})
