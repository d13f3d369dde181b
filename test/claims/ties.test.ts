import { describe, expect, it } from 'vitest'
import { scan } from '../../src/scan.js'

/** Each tie and share of a stake in the text, in the order of its claims. */
const told = (text: string, language = 'en'): string[] =>
  scan(new TextEncoder().encode(text), { source: 'a.txt', language }).facts.claims.map((c) =>
    [c.subject, c.relation ?? c.value?.figure, c.partner, c.status === 'reported' ? undefined : c.status]
      .filter((x) => x != null)
      .join(' '),
  )

describe('who holds whom', () => {
  it('more than half that is held makes the holder a parent, and that is bought a buyer', () => {
    expect(told('Siemens has a 60% stake in Klarna.')).toEqual(['Siemens 60', 'Klarna subsidiary Siemens'])
    expect(told('Siemens has a 40% stake in Klarna.')).toEqual(['Siemens 40', 'Siemens stake Klarna'])
    expect(told('Siemens has bought a 60% stake in Klarna.')).toEqual(['Siemens 60', 'Siemens acquisition Klarna'])
    expect(told('Siemens has a majority stake in Klarna.')).toEqual(['Klarna subsidiary Siemens'])
    expect(told('Siemens has bought a majority stake in Klarna.')).toEqual(['Siemens acquisition Klarna'])
    expect(told('Siemens has a minority stake in Klarna.')).toEqual(['Siemens stake Klarna'])
    expect(told('Klarna, détenu à 51 % par Siemens, recrute.', 'fr')).toEqual([
      'Klarna subsidiary Siemens',
      'Siemens 51',
    ])
  })
  it('who takes the rest behind "with" is none that is held, and plans what the sentence plans', () =>
    expect(told('Siemens hopes to buy a 20% stake in Klarna, with Alstom taking the remaining 80%.')).toEqual([
      'Siemens 20 planned',
      'Siemens stake Klarna planned',
      'Alstom 80 planned',
    ]))
  it('a passive goes on in its relative clause, whatever the sentence plans', () =>
    expect(told('Klarna, 22% of whose shares are held by Siemens, will open a plant in 2027.')).toContain(
      'Siemens stake Klarna',
    ))
  it('a source told in passing is not whose shares are held', () =>
    expect(told('Klarna employs 35 people, according to Gartner, and raised $80m from Temasek.')).toContain(
      'Temasek stake Klarna',
    ))
  it('a row of shares goes on with what is held, or with who holds', () => {
    expect(told('Danone détient 49 % de Lactalis, 45 % de Vormex et 62 % du belge Armonta.', 'fr').sort()).toEqual([
      'Armonta subsidiary Danone',
      'Danone 45',
      'Danone 49',
      'Danone 62',
      'Danone stake Lactalis',
      'Danone stake Vormex',
    ])
    expect(
      told('Verkor est détenue à 24 % par Danone, à 10 % par Valeo et à 7 % par le fonds Temasek.', 'fr').sort(),
    ).toEqual([
      'Danone 24',
      'Danone stake Verkor',
      'Temasek 7',
      'Temasek stake Verkor',
      'Valeo 10',
      'Valeo stake Verkor',
    ])
    expect(told('Siemens owns 30% of Klarna and 25% of Tesco.')).toContain('Siemens stake Tesco')
    expect(told('Danone détient 49 % de Lactalis, 12 % de plus que Nestlé.', 'fr').sort()).toEqual([
      'Danone 49',
      'Danone stake Lactalis',
    ])
  })
  it('the state that holds a part of it is that of its country, with or without its accent', () => {
    expect(told("Renault recule. L'Etat en détient 15 %.", 'fr').sort()).toEqual(['France 15', 'France stake Renault'])
    expect(told("Renault est détenu à 15 % par l'Etat français et à 11 % par le suisse Nestlé.", 'fr').sort()).toEqual([
      'France 15',
      'France stake Renault',
      'Nestlé 11',
      'Nestlé stake Renault',
    ])
  })
  it('a shareholder in passing holds a part of whom the text is about', () =>
    expect(told("Renault recule. Nestlé, actionnaire à hauteur de 7 %, n'a rien dit.", 'fr').sort()).toEqual([
      'Nestlé 7',
      'Nestlé stake Renault',
    ]))
})

describe('what stands in apposition to a tie', () => {
  it.each([
    ['Danone avance. Son partenaire local, Bosch, fournira les pompes.', 'fr', ['Danone partnership Bosch']],
    [
      'Danone souffre. Son distributeur français, Lactalis, ouvrira 30 magasins.',
      'fr',
      ['Danone distributor Lactalis', 'Lactalis 30 planned'],
    ],
    ['Le premier client de Danone, Lactalis, attend.', 'fr', ['Danone customer Lactalis']],
    ['Danone veut le racheter en 2027, Bosch ayant renoncé.', 'fr', []],
    ['Danone is growing. Its main supplier, Bosch, will close.', 'en', ['Danone supplier Bosch']],
    [
      'Danone has dropped its planned $2.4bn merger with Lactalis.',
      'en',
      ['Danone 2400000000 Lactalis former', 'Danone merger Lactalis former'],
    ],
  ])('%s', (text, language, expected) => expect(told(text, language)).toEqual(expected))
  it('"en" goes back past those who put money in', () =>
    expect(
      told(
        'Verkor a levé 12 millions d’euros auprès de Bpifrance et du fonds suédois EQT. Bosch en possède 24 %.',
        'fr',
      ),
    ).toContain('Bosch stake Verkor'))
})
