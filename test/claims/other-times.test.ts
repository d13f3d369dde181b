import { describe, expect, it } from 'vitest'
import { scan } from '../../src/scan.js'
import type { Language } from '../../src/types.js'

/** What is told, when and how surely. */
const told = (text: string, language: Language): string[] =>
  scan(new TextEncoder().encode(text), { source: 'a.txt', language, published: '2025-06-10' }).facts.claims.map(
    (c) => `${c.event ?? c.measure ?? c.relation} ${c.date} ${c.status}`,
  )

describe('the year that a figure is as high as in', () => {
  it.each<[string, Language]>([
    ['Danone made a profit of £3m, twice as much as in 2023.', 'en'],
    ['Danone a vendu 300 000 voitures, comme en 2023.', 'fr'],
  ])('%s', (text, language) => expect(told(text, language)[0]).toMatch(/ null reported$/))
})

describe('the time of something else', () => {
  it.each<[string, string[]]>([
    // of what a figure is a multiple of
    [
      'Stripe was valued at $620 million, more than double its valuation in early 2024.',
      ['valuation null reported', 'change null reported'],
    ],
    ['Danone will more than double its output in 2028.', ['change 2028 planned']],
    // of a verb before "now"
    ['Danone overtook Lactalis last year and now has 300 shops.', ['stores null reported']],
    // of the verb that the clause around goes on with
    [
      'Danone, which employs 29,000 people, last month opened a plant in Poland.',
      ['staff null reported', 'opening 2025-05 reported'],
    ],
  ])('%s', (text, expected) => expect(told(text, 'en')).toEqual(expected))
})

describe('the day of announcing', () => {
  it.each<[string, string[]]>([
    ['Bosch has agreed to buy Klarna, the two companies announced on Monday.', ['acquisition null reported']],
    ['Bosch bought Klarna on Monday.', ['acquisition 2025-06-09 reported']],
  ])('%s', (text, expected) => expect(told(text, 'en')).toEqual(expected))
})

describe('the time that a clause with "when" tells more of', () => {
  it.each<[string, Language, string[]]>([
    [
      'Bosch and Verkor have worked together since 2011, when Bosch took a 20% stake in Verkor.',
      'en',
      ['partnership 2011/.. reported', 'share 2011 reported', 'stake 2011 reported'],
    ],
    [
      "Danone est présent en Pologne depuis 2004, lorsqu'il a racheté Lactalis.",
      'fr',
      ['undefined 2004/.. reported', 'acquisition 2004 reported'],
    ],
    [
      'Danone employed 300 people in 2005, when it bought Lactalis.',
      'en',
      ['staff 2005 reported', 'acquisition 2005 reported'],
    ],
    // a clause that has a date of its own keeps it
    [
      'Danone has been in Poland since 2004, when it bought Lactalis in May 2005.',
      'en',
      ['acquisition 2005-05 reported'],
    ],
  ])('%s', (text, language, expected) => expect(told(text, language).sort()).toEqual(expected.sort()))

  it('has a subject of its own', () =>
    expect(
      scan(new TextEncoder().encode('Danone sold 3m bottles in 2024, when Bosch sold 2m pumps.'), {
        source: 'a.txt',
        language: 'en',
      }).facts.claims.map((c) => `${c.subject} ${c.value?.figure} ${c.date}`),
    ).toEqual(['Danone 3000000 2024', 'Bosch 2000000 2024']))
})

describe('the date of what came before', () => {
  it.each<[string, Language, string[]]>([
    [
      'Danone emploie 400 personnes à Lyon depuis la fermeture du site de Lille en 2017.',
      'fr',
      ['staff null reported', 'closing 2017 reported'],
    ],
    ['Danone a fermé deux usines après le rachat de Verkor en 2017.', 'fr', ['acquisition 2017 reported']],
    [
      'Danone a ouvert une usine à Lyon en 2019 après la fermeture de celle de Lille en 2017.',
      'fr',
      ['closing 2017 reported', 'opening 2019 reported'],
    ],
    [
      "Danone n'avait plus que 900 salariés après la scission de sa branche eau en 2023.",
      'fr',
      ['staff null reported'],
    ],
    ['Danone employed 900 people after the sale of its water arm in 2023.', 'en', ['staff null reported']],
    ['Danone employed 900 people in 2023.', 'en', ['staff 2023 reported']],
    // when it was made known is not when it is done
    ["Danone avait annoncé en 2019 l'ouverture d'une usine à Lyon.", 'fr', []],
    ["Danone avait annoncé en 2019 l'ouverture d'une usine à Lyon en 2022.", 'fr', ['opening 2022 reported']],
    [
      "Danone avait ouvert un magasin à Osaka en 2014 avant d'ouvrir une boutique à Tokyo deux ans plus tard.",
      'fr',
      ['opening 2014 reported', 'opening 2016 reported'],
    ],
    [
      'Danone will cut 300 jobs, following the closure of its Hull plant in 2017.',
      'en',
      ['job-cuts null planned', 'closing 2017 reported'],
    ],
  ])('is no date of the rest, nor is it planned: %s', (text, language, expected) => {
    expect(told(text, language).sort()).toEqual([...expected].sort())
  })

  it('is not that of a spin-off told between commas', () =>
    expect(
      told('Danone, spun off from Nestle in February, said sales grew 12% to $40 million in the first quarter.', 'en'),
    ).toEqual(expect.arrayContaining(['change 2025-33 reported', 'revenue 2025-33 reported'])))

  it('is the past where it is when somebody agreed', () =>
    expect(told('In March Danone agreed to put $900 million into a dairy that will make cheese.', 'en')).toEqual([
      'undefined 2025-03 reported',
    ]))

  it('is not that of a clause behind it', () => {
    const text = 'Danone supplies Tesla and Ford, and in May it won a contract from Rivian.'
    expect(told(text, 'en').filter((claim) => claim.startsWith('supplier'))).toEqual([
      'supplier null reported',
      'supplier null reported',
    ])
  })
})

describe('the time of speaking of what is to come', () => {
  it.each([
    ['In March, Danone said it would cut 300 jobs in Spain.', 'job-cuts null planned'],
    ['Danone on Monday scrapped plans to hire 300 people.', 'hires null former'],
    ['Last year Danone promised to hire 400 people in Spain.', 'hires null planned'],
    ['Danone will cut a further 500 posts, on top of 900 announced in March.', 'job-cuts null planned'],
    ['In March, Danone said it would open 40 shops in 2027.', 'stores 2027 planned'],
    ['For 2024, Danone expects to report a profit of 40m euros.', 'profit 2024 planned'],
    ['In March, Danone agreed to buy Velmora.', 'acquisition 2025-03 reported'],
  ])('is not when it is to come: %s', (text, expected) => expect(told(text, 'en')).toContain(expected))

  it('is no end of a standstill', () =>
    expect(told('Toyota has stopped production of the Yaris at its plant until September.', 'en')).toEqual([]))

  it('is not when a plant is shut for which a plan was unveiled', () =>
    expect(told('Danone on Monday announced plans to close its plant in Leeds.', 'en')).toEqual([]))

  it.each([
    ['Airbus delivered 60 jets in May but kept its full-year delivery target of 820.', 'deliveries null planned'],
    ['Danone cut its forecast for 2025 and said profit fell 8% to 400m francs.', 'profit null reported'],
    [
      'Danone kept its target of 90m euros of profit and said a plant would reopen by July 2026.',
      'profit null planned',
    ],
    [
      'Danone pays $2.3bn for Velmora, a maker of games with 18 million users, up 400% since 2018.',
      'undefined null reported',
    ],
    ['Sales at Danone were three times as much as in 2022.', 'change null reported'],
    ['Danone has 600 million users, and turned its first profit in 2024.', 'users null reported'],
    ['Danone, valued at $3bn in a round led by Velmora in March, employs 300 people.', 'staff null reported'],
    ['The Renault Clio costs 44,990 euros in Spain, 2,000 less than in May.', 'list null reported'],
    ['Having cut 900 jobs in 2023, Danone will hire 300 people.', 'hires null planned'],
    ['Danone said this week it had hired 300 people.', 'hires null reported'],
    ['Danone last week raised its forecast after sales grew 7% to 5bn euros.', 'revenue null reported'],
    ['Hasbro, due to report on 7 February, will post revenue of $1bn.', 'revenue null planned'],
    ['Danone agreed to sell Velmora to Arla for $90m, a deal that Spain cleared in May.', 'undefined null reported'],
    ['Danone last week sealed a deal; the new firm plans to spend 200m euros on shops.', 'undefined null planned'],
  ])('is that of another verb: %s', (text, expected) => expect(told(text, 'en')).toContain(expected))

  it('"what it paid in 2019" dates no sale', () =>
    expect(
      told('Danone sold its Dutch arm to Arla for 30m euros, half of what it paid for it in 2019.', 'en'),
    ).toContain('undefined null reported'))

  it('what is earned is told with what it is earned from', () =>
    expect(told('Danone made a 2024 profit of 3m euros from sales of 90m euros.', 'en')).toEqual([
      'profit 2024 reported',
      'revenue 2024 reported',
    ]))

  it('is chosen by the verb behind a date that opens a clause', () =>
    expect(told('Danone will hire 60 people in Leeds, where in April it bought Velmora.', 'en')).toContain(
      'acquisition 2025-04 reported',
    ))
})

describe('what is put off', () => {
  it.each([
    ['The opening of the Ikea store in Riga has been put back to October.', ['opening 2025-10 planned']],
    ['Peugeot has postponed the launch of its e-308 from May to September.', ['launch 2025-09 planned']],
    [
      'The opening of the Lego plant in Virginia, first planned for 2025, has slipped to 2027.',
      ['opening 2025 former', 'opening 2027 planned'],
    ],
  ])('is to come then: %s', (text, expected) => expect(told(text, 'en')).toEqual(expected))
})
