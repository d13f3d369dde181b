import { describe, expect, it } from 'vitest'
import { scan } from '../../src/scan.js'

/** Who pays whom, as `payer > paid`. */
const paid = (text: string, language: string): string[] =>
  scan(new TextEncoder().encode(text), { source: 'a.txt', language }).facts.claims.flatMap((c) =>
    c.kind === 'investment' ? [`${c.subject} > ${'partner' in c ? c.partner : undefined}`] : [],
  )

describe('whom money is paid to, and which state pays it', () => {
  it.each([
    ['Le gouvernement allemand va prêter 6 milliards d’euros à Lufthansa.', 'Germany > Lufthansa'],
    ['L’Italie a injecté 400 millions d’euros dans Stellantis.', 'Italy > Stellantis'],
  ])('%s', (text, pair) => expect(paid(text, 'fr')).toEqual([pair]))
  it.each([
    ["Danone rachète Alpro, une transaction de 300 millions d'euros.", 'Danone > Alpro'],
    ["Danone cède Alpro à Nestlé, une opération évaluée à 300 millions d'euros.", 'Nestlé > Alpro'],
  ])('what a deal in apposition is worth: %s', (text, pair) => expect(paid(text, 'fr')).toEqual([pair]))
  it.each([
    ['Danone has agreed to merge with its rival Alpro in a deal worth $2.4bn.', 'Danone > Alpro'],
    ['Danone announced a $2.4bn merger with Alpro.', 'Danone > Alpro'],
    ['Danone will sell Alpro to Nestlé, a transaction valued at $300m.', 'Nestlé > Alpro'],
    ['The government of Canada lent Bombardier $300m.', 'Canada > Bombardier'],
    ['France has invested 2bn euros in Orano.', 'France > Orano'],
    ['The Dutch bank ING lent Philips 300m euros.', 'ING > Philips'],
  ])('%s', (text, pair) => expect(paid(text, 'en')).toEqual([pair]))
  it.each(['Germany invested 3bn euros in research.', 'Berlin injected 6bn euros into Lufthansa.'])(
    'a state’s own budget is no claim, nor is what is told of a town: %s',
    (text) => expect(paid(text, 'en')).toEqual([]),
  )
  it('a sum that wakes a rule does not say how surely', () =>
    expect(
      scan(new TextEncoder().encode('Le projet, évalué à 3 milliards d’euros, sera financé par Engie.'), {
        source: 'a.txt',
        language: 'fr',
      }).facts.claims.map((c) => c.status),
    ).toEqual(['planned']))
})

describe('what is paid for a firm that is sold', () => {
  it.each([
    ['Bosch sold Verkor, an engine maker, for $300m last year.', 'null > Verkor'],
    ['Bosch, which sold Verkor for $300m in 2020, is hiring.', 'null > Verkor'],
    ['Verkor was sold for $300m in 2020.', 'null > Verkor'],
    ['Verkor was sold by Bosch for $300m in 2020.', 'null > Verkor'],
    ['The sale of Verkor by Bosch for $300m was completed in May.', 'null > Verkor'],
    ['Verkor was bought for $300m in 2020.', 'null > Verkor'],
    ['Bosch has agreed to sell its pumps business for $300m.', 'null > Bosch'],
    ['Bosch sold Verkor, a start-up that employs 300 people, to Danone for $300m.', 'Danone > Verkor'],
  ])('is paid by nobody but the buyer: %s', (text, pair) => expect(paid(text, 'en')).toEqual([pair]))
  it.each([
    ['Bosch a vendu Verkor pour 80 millions d’euros.', 'null > Verkor'],
    ['Bosch va céder son activité de pompes pour 80 millions d’euros.', 'null > Bosch'],
    ['Verkor a été cédé pour 80 millions d’euros en 2020.', 'null > Verkor'],
    ['La vente de Verkor par Bosch pour 80 millions d’euros a été bouclée en mai.', 'null > Verkor'],
    ['Verkor avait été rachetée en 2017 pour 95 millions d’euros.', 'null > Verkor'],
    ['Bosch a vendu Verkor, une start-up lilloise, à Danone pour 80 millions d’euros.', 'Danone > Verkor'],
    [
      'Bosch a vendu Verkor, une start-up qui emploie 30 personnes, à Danone pour 80 millions d’euros.',
      'Danone > Verkor',
    ],
  ])('%s', (text, pair) => expect(paid(text, 'fr')).toEqual([pair]))
  it('what the firm that is sold was bought for is another sum', () =>
    expect(paid('Bosch veut céder Verkor, acheté 30 millions d’euros en 2016.', 'fr')).toEqual(['Bosch > Verkor']))
  it.each([
    ['Bosch works with the start-up Policium, in which Danone bought a 15% stake for £30m in 2023.', 'en'],
    [
      'Bosch, which supplies the start-up Policium, in which Danone took a 15% stake for £30m in 2023, is hiring.',
      'en',
    ],
  ])('a stake is in whom its relative clause hangs on: %s', (text, language) =>
    expect(paid(text, language)).toEqual(['Danone > Policium']),
  )
  it('what a sale brings in ties nobody', () =>
    expect(
      scan(new TextEncoder().encode('Bosch raised $300m from the sale of Verkor.'), { source: 'a.txt', language: 'en' })
        .facts.claims,
    ).toEqual([]))
})
