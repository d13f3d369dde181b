import { describe, expect, it } from 'vitest'
import { scan } from '../../src/scan.js'
import type { Language } from '../../src/types.js'

const claimsOf = (text: string, language: Language) =>
  scan(new TextEncoder().encode(text), { source: 'a.txt', language }).facts.claims

/** "figure measure market date product subject" of each claim with a figure, what it lacks left out. */
const told = (text: string, language: Language = 'en'): string[] =>
  claimsOf(text, language).flatMap(({ value, of, measure, market, date, product, subject, kind }) =>
    value === undefined
      ? []
      : [[value.figure, of ?? measure ?? kind, market, date, product, subject].filter((x) => x != null).join(' ')],
  )

describe('figures in a row', () => {
  it('each have their own place', () => {
    expect(told('Fiat sold 30,000 cars in Italy, 12,000 in Spain and 9,000 in Poland.')).toEqual([
      '30000 sales Italy Fiat',
      '12000 sales Spain Fiat',
      '9000 sales Poland Fiat',
    ])
    expect(told('Les ventes de Nestlé ont reculé de 5 % en Europe et de 8 % en Asie.', 'fr')).toEqual([
      '-5 sales Europe Nestlé',
      '-8 sales Asia Nestlé',
    ])
    expect(told('In Spain, Fiat sold 3,000 cars and in Portugal 1,200.')).toEqual([
      '3000 sales Spain Fiat',
      '1200 sales Portugal Fiat',
    ])
  })

  it('a time that a figure is compared with is none of it', () =>
    expect(
      told('Lafarge made 9 million tonnes, up 10% from a year ago and 8% from the second quarter.').slice(1),
    ).toEqual(['10 production Lafarge', '8 production Lafarge']))

  it('each have their own time, or share the one at the end', () => {
    expect(told('Profit was $30m in 2021 and $45m in 2022, Garmin said.')).toEqual([
      '30000000 profit 2021 Garmin',
      '45000000 profit 2022 Garmin',
    ])
    expect(told('Ericsson a supprimé 1 400 postes en Suède et 300 en Espagne en 2023.', 'fr')).toEqual([
      '1400 job-cuts Sweden 2023 Ericsson',
      '300 job-cuts Spain 2023 Ericsson',
    ])
  })

  it('may be of other firms, goods or measures', () => {
    expect(told("Renault's sales rose 5% and Nissan's 8%.")).toEqual(['5 sales Renault', '8 sales Nissan'])
    expect(told('Sales of petrol cars fell 12% at Renault and 9% at Nissan.')).toEqual([
      '-12 sales Renault',
      '-9 sales Nissan',
    ])
    expect(told("Nestle's revenue rose 5% to $3bn and its profit 8% to $400m.").sort()).toEqual([
      '3000000000 revenue Nestlé',
      '400000000 profit Nestlé',
      '5 revenue Nestlé',
      '8 profit Nestlé',
    ])
    expect(told("Le nouvel iPad Air d'Apple débute à 719 euros, et le Pro à 1 219 euros.", 'fr')).toEqual([
      '719 entry iPad Air Apple',
      '1219 list Pro Apple',
    ])
  })

  it('go on behind the verb of the first', () => {
    expect(told("About 55% of Puig's sales come from Europe, 37% from the Americas and 8% from Asia.")).toEqual([
      '55 sales Europe Puig',
      '37 sales Americas Puig',
      '8 sales Asia Puig',
    ])
    expect(told("Quelque 40 % du chiffre d'affaires de Danone sont réalisés en Europe et 30 % en Asie.", 'fr')).toEqual(
      ['40 revenue Europe Danone', '30 revenue Asia Danone'],
    )
  })

  it('go on in the power of the first', () => {
    expect(told('Orange compte 30 millions de clients en France et 12 en Espagne.', 'fr')).toEqual([
      '30000000 users France Orange',
      '12000000 users Spain Orange',
    ])
  })

  it('are none where something else is told or compared', () => {
    expect(told('Nestle cut 300 jobs in Vevey and 40 in production.')).toEqual(['300 job-cuts Switzerland Nestlé'])
    expect(told('Le bénéfice de Danone a augmenté de 5 % et le personnel manque à 3 %.', 'fr')).toEqual([
      '5 profit Danone',
    ])
    expect(
      told("L'usine de Volvo, avec 2 300 salariés, produit 60 cabines par jour, contre 75 auparavant.", 'fr'),
    ).toEqual(['2300 staff Volvo'])
    expect(told('Kone delivered 300 lifts in Qatar and 400 escalators in Oman.')).toEqual(['300 deliveries Qatar Kone'])
    expect(told('Renault a vendu 300 voitures en Espagne et 20 % de plus en Italie.', 'fr')).toEqual([
      '300 sales Spain Renault',
      '20 sales Italy Renault',
    ])
  })

  it('keep the words that say so as evidence', () => {
    const text = 'Fiat sold 30,000 cars in Italy and 12,000 in Spain.'
    const quotes = claimsOf(text, 'en').map(({ evidence }) => evidence[0])
    expect(quotes.map((e) => text.slice(e?.start, e?.end))).toEqual([
      'Fiat sold 30,000 cars',
      'Fiat sold 30,000 cars in Italy and 12,000 in Spain',
    ])
  })
})

describe('verbs in a row', () => {
  it('have their own sums', () => {
    const bought = 'Unilever bought Grom in 2015, sold its mills for 6.8bn euros in 2017 and moved to London.'
    expect(claimsOf(bought, 'en').filter(({ kind, partner }) => kind === 'investment' && partner === 'Grom')).toEqual(
      [],
    )
    const french = "Unilever a racheté Grom en 2015, vendu ses moulins pour 6,8 milliards d'euros en 2017."
    expect(claimsOf(french, 'fr').filter(({ kind }) => kind === 'investment')).toEqual([])
  })

  it('may leave out the second', () => {
    const held = claimsOf('Nestle owns 23% of Danone and Renault 20% of Nissan.', 'en')
    expect(held.flatMap((c) => (c.kind === 'partner' ? [`${c.subject} ${c.partner}`] : []))).toEqual(['Nestlé Danone'])
    expect(told("Some 300 jobs will go at Ford's plant in Cork, and another 200 in Spain.")).toEqual([
      '300 job-cuts Ireland Ford',
      '200 job-cuts Spain Ford',
    ])
  })
})
