import { describe, expect, it } from 'vitest'
import { scan } from '../../src/scan.js'

const told = (text: string, language: 'fr' | 'en'): string[] =>
  scan(new TextEncoder().encode(text), { source: 'a.txt', language }).facts.claims.map(
    ({ subject, of, measure, value, market, date }) => [subject, of ?? measure, value?.figure, market, date].join(' '),
  )

describe('the heading of a list', () => {
  it('with two dates says when none of its items is', () =>
    expect(
      told("# Danone\n\nLe groupe va bien.\n\n## S1 2023   S1 2022\n\n- Chiffre d'affaires   90   80   +12 %\n", 'fr'),
    ).not.toContain('Danone change 12  2022-40'))
  it('says when, where and of what its items are', () => {
    expect(told('Sales of Kia by region in 2023:\n\n- Europe: 300,000 (+5%)\n- India: 270,000\n', 'en')).toEqual([
      'Kia sales 300000 Europe 2023',
      'Kia sales 5 Europe 2023',
      'Kia sales 270000 India 2023',
    ])
    expect(
      told('# Danone en 2023\n\nLe groupe va bien.\n\n## Chiffres clés 2022\n\n- Effectif : 90 000\n', 'fr'),
    ).toEqual(['Danone staff 90000  2022'])
  })

  it('says nothing of the text below the list', () => {
    expect(told('Ventes de Kia en 2023 :\n\n- Europe : 300 000\n\nKia emploie 400 personnes en Inde.', 'fr')).toEqual([
      'Kia sales 300000 Europe 2023',
      'Kia staff 400 India ',
    ])
  })
})

describe('who owns others', () => {
  const whose = (text: string, language: 'fr' | 'en'): string[] =>
    scan(new TextEncoder().encode(text), { source: 'a.txt', language })
      .facts.claims.filter(({ kind }) => kind === 'volume')
      .map(({ subject, measure, value }) => `${subject} ${measure} ${value?.figure}`)

  it('is called a group or number two, and not what it owns', () => {
    expect(whose('Dacia, filiale de Renault, a vendu 400 voitures. Le groupe compte 900 salariés.', 'fr')).toEqual([
      'Dacia sales 400',
      'Renault staff 900',
    ])
    expect(whose('Dacia, a subsidiary of Renault, sold 400 cars. The group has 900 employees.', 'en')).toEqual([
      'Dacia sales 400',
      'Renault staff 900',
    ])
    expect(
      whose('Dacia, filiale de Renault, a vendu 400 voitures. Le numéro deux français compte 900 salariés.', 'fr'),
    ).toEqual(['Dacia sales 400', 'Renault staff 900'])
  })
  it('is no constructeur where what it owns is one', () =>
    expect(
      whose('Dacia, filiale de Renault, a vendu 400 voitures. Le constructeur compte 900 salariés.', 'fr'),
    ).toEqual(['Dacia sales 400', 'Dacia staff 900']))
  it('may be number two: its figure makes no plural', () =>
    expect(whose('Danone recrute. Le numéro deux mondial compte 300 salariés.', 'fr')).toEqual(['Danone staff 300']))
})

describe('a relative clause of a place', () => {
  it('leaves the sentence to whom it is about', () =>
    expect(
      told('Bosch is widening the mine, in which Verkor holds 12%, and hopes to raise its capacity by a third.', 'en'),
    ).toContain('Bosch capacity 33.3  '))
})

describe('a new paragraph', () => {
  const text = (next: string): string =>
    `Danone recrute. Danone grandit. Danone va bien. Danone attend.\n\nLactalis emploie 300 personnes.\n\n${next} 900 magasins.\n`
  it('goes back to whom the text is about', () =>
    expect(told(text('Le groupe compte'), 'fr')).toContain('Danone stores 900  '))
  it('goes on from the paragraph before where it opens with a pronoun', () =>
    expect(told(text('Il compte'), 'fr')).toContain('Lactalis stores 900  '))
})

describe('"le groupe" behind a takeover', () => {
  it.each([
    ['Alpro recrute. Alpro, détenu à 51 % par Danone, grandit. Le groupe compte 900 magasins.', 'Alpro stores 900  '],
    ['Danone a racheté Alpro. Alpro emploie 300 personnes. Le groupe compte 900 magasins.', 'Danone stores 900  '],
    [
      'Danone pourrait racheter Alpro. Alpro emploie 300 personnes. Le groupe compte 900 magasins.',
      'Alpro stores 900  ',
    ],
    [
      'Alpro recrute. La presse évoque un rachat d’Alpro par Danone. C’est faux. Le groupe compte 900 magasins.',
      'Alpro stores 900  ',
    ],
  ])('%s', (text, expected) => expect(told(text, 'fr')).toContain(expected))
})
