import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findQuantities, foldParallelMoney } from '../../src/mentions/quantities.js'
import { tokenize } from '../../src/text/tokens.js'
import type { Language } from '../../src/types.js'
import { LEXICON, quantities, told } from './quantities-fixture.js'

const all = (lang: Language, text: string) => quantities(lang, text).map((m) => told(text, m))

type Case = readonly [lang: Language, text: string, ...expected: string[]]

const reads = (cases: readonly Case[]) => {
  for (const [lang, text, ...expected] of cases) {
    it(`${lang} ${text}`, () => {
      expect(all(lang, text)).toEqual(expected)
    })
  }
}

describe('money', () => {
  reads([
    ['en', 'It cut the price by $2,000 to $38,990.', '$2,000 = money 2000 USD', '$38,990 = money 38990 USD'],
    ['en', 'It will lift annual capacity from 10 to 12 GWh.', '10 = amount 10 GWh', '12 GWh = amount 12 GWh'],
    ['fr', 'Keolis a commandé à Velmora 28 voitures.', '28 voitures = amount 28 vehicles'],
    ['fr', 'Keolis vante la Velmora 28 à ses clients.'],
    ['en', 'The deal gives Velmora 300 shops.', '300 shops = amount 300 stores'],
    ['en', 'They grounded the Boeing 737 planes.'],
    ['en', 'It flies a Boeing 747-400 aircraft.'],
    ['en', 'It has 100-150 aircraft.', '100-150 aircraft = amount 100 150 aircraft range'],
    ['en', 'Staff fell by 4,000 to 26,000.', '4,000 = number 4000', '26,000 = number 26000'],
    ['en', 'It will raise prices by $5 to $10.', '$5 to $10 = money 5 10 USD range'],
    ['en', 'Revenue inched up to $5.48 billion.', '$5.48 billion = money 5480000000 USD'],
    ['fr', 'Il a levé 3,5 Md€ hier.', '3,5 Md€ = money 3500000000 EUR'],
    ['fr', 'Une usine de 90 M$ au Chili.', '90 M$ = money 90000000 USD'],
    ['fr', 'Une usine de 90 M$ AU ici.', '90 M$ AU = money 90000000 AUD'],
    ['fr', 'Il a levé 650,5 ME hier.', '650,5 ME = money 650500000 EUR'],
    ['fr', 'Il doit 12 KE et 2 MdE.', '12 KE = money 12000 EUR', '2 MdE = money 2000000000 EUR'],
    ['fr', 'Il a levé 650 M€ hier.', '650 M€ = money 650000000 EUR'],
    ['fr', 'Il a levé 61 k€ hier.', '61 k€ = money 61000 EUR'],
    ['fr', 'Il a levé 5m€ hier.', '5m€ = money 5000000 EUR'],
    ['fr', 'Il a levé 4,7 Md$ hier.', '4,7 Md$ = money 4700000000 USD'],
    ['fr', "Il a levé 12 millions d'euros.", "12 millions d'euros = money 12000000 EUR"],
    ['fr', 'Il a levé 12 millions de $ US.', '12 millions de $ US = money 12000000 USD'],
    ['fr', 'Il a levé un milliard de dollars.', 'un milliard de dollars = money 1000000000 USD'],
    ['fr', 'Il doit 8 millions de livres.', '8 millions de livres = money 8000000 GBP'],
    ['fr', 'Il doit 40 millions de couronnes.', '40 millions de couronnes = money 40000000 crown'],
    ['fr', 'Il doit 40 couronnes suédoises.', '40 couronnes suédoises = money 40 SEK'],
    ['fr', 'Il doit 12 000 F CFA.', '12 000 F CFA = money 12000 XAF'],
    ['fr', 'Il doit 12 000 FCFA.', '12 000 FCFA = money 12000 XAF'],
    ['fr', 'Il coûte 7 euros 50.', '7 euros 50 = money 7.5 EUR'],
    ['fr', 'Il perd -3 M€ par an.', '-3 M€ = money -3000000 EUR -'],
    ['en', 'It raised $1.5bn today.', '$1.5bn = money 1500000000 USD'],
    ['en', 'It raised $1.5T today.', '$1.5T = money 1500000000000 USD'],
    ['en', 'It raised HK$327m today.', 'HK$327m = money 327000000 HKD'],
    ['en', 'It raised £5 m today.', '£5 m = money 5000000 GBP'],
    ['en', 'It raised EUR17.3bn today.', 'EUR17.3bn = money 17300000000 EUR'],
    ['en', 'It raised 75 USD million today.', '75 USD million = money 75000000 USD'],
    ['en', 'It raised 30 MUSD today.', '30 MUSD = money 30000000 USD'],
    ['en', 'It raised Rs 500 crore today.', 'Rs 500 crore = money 5000000000 INR'],
    ['en', 'It raised MAD 3 million today.', 'MAD 3 million = money 3000000 MAD'],
    ['en', 'It lost -$3m today.', '-$3m = money -3000000 USD -'],
    ['en', 'A $4.9-billion deal is near.', '$4.9-billion = money 4900000000 USD'],
    ['en', 'It bids $70-a-share for it.', '$70 = money 70 USD'],
    ['en', 'It has a $1.2bn-a-year budget.', '$1.2bn = money 1200000000 USD'],
    ['en', 'It has a 30-million-euro plant.', '30-million-euro = money 30000000 EUR'],
    ['fr', "Il a franchi la barre du milliard d'euros.", "milliard d'euros = money 1000000000 EUR"],
    ['en', 'It bids 138p a share.', '138p = money 138 penny'],
    ['en', 'It costs three dollars and 50 cents.', 'three dollars and 50 cents = money 3.5 USD'],
    ['en', 'It costs 5,000 won here.', '5,000 won = money 5000 KRW'],
    ['en', 'It paid $20 and 43 people left.', '$20 = money 20 USD', '43 people = amount 43 people'],
    ['en', 'It has 6 million pounds of debt.', '6 million pounds = money 6000000 GBP'],
    ['en', 'It eats six pounds of flour.', 'six pounds = amount 6 lb'],
  ])
})

describe('percentages', () => {
  reads([
    ['fr', 'En hausse de 41 %.', '41 % = percent 41 percent'],
    ['fr', 'Un bond de +41 %.', '+41 % = percent 41 percent +'],
    ['fr', 'Un recul de −3,2 %.', '−3,2 % = percent -3.2 percent -'],
    ['fr', 'La baisse se tasse (- 2 %).', '- 2 % = percent -2 percent -'],
    ['fr', 'Une part – 12 % du total – se vend.', '12 % = percent 12 percent'],
    ['fr', 'Soit + 3 % en tout.', '+ 3 % = percent 3 percent +'],
    ['fr', 'Un recul de trois pour cent.', 'trois pour cent = percent 3 percent'],
    ['fr', 'Une baisse de 2,4 et 2,7 %.', '2,4 = percent 2.4 percent', '2,7 % = percent 2.7 percent'],
    ['en', 'A rise of 20 per cent.', '20 per cent = percent 20 percent'],
    ['en', 'A rise of five percentage points.', 'five percentage points = amount 5 percentage point'],
    ['en', 'It fell 0.8 of a percentage point.', '0.8 of a percentage point = amount 0.8 percentage point'],
    ['en', 'It fell by half a percentage point.', 'half a percentage point = amount 0.5 percentage point share'],
    ['en', 'A rise of half a percent.', 'half a percent = percent 0.5 percent share'],
    ['en', 'A rise of two-and-a-half per cent.', 'two-and-a-half per cent = percent 2.5 percent'],
    ['en', 'A 25-basis-point cut.', '25-basis-point = amount 25 basis point'],
    ['en', 'A half-point cut.', 'A half-point = amount 0.5 percentage point share'],
    ['fr', 'La part perd un demi-point.', 'un demi-point = amount 0.5 percentage point share'],
    ['fr', 'La part perd un quart de point.', 'un quart de point = amount 0.25 percentage point share'],
    ['en', 'A percentage of twelve.', 'percentage of twelve = percent 12 percent'],
  ])
})

describe('amounts', () => {
  reads([
    ['fr', 'Soit 150 000 nouveaux véhicules.', '150 000 nouveaux véhicules = amount 150000 vehicles'],
    ['fr', 'Soit 1,2 million de voitures.', '1,2 million de voitures = amount 1200000 vehicles'],
    ['fr', "Soit une dizaine d'autres pays.", "une dizaine d'autres pays = amount 10 markets about"],
    ['fr', 'Soit 10 000 de ses clients.', '10 000 de ses clients = amount 10000 people'],
    ['fr', 'Soit 2 millions de ses clients.', '2 millions de ses clients = amount 2000000 people'],
    ['fr', 'Soit 350 points de vente.', '350 points de vente = amount 350 stores'],
    [
      'fr',
      'Soit 75 kWh, 120 km/h et 10 000 m².',
      '75 kWh = amount 75 kWh',
      '120 km/h = amount 120 km/h',
      '10 000 m² = amount 10000 m²',
    ],
    ['fr', 'Il fait 20 °C.', '20 °C = amount 20 °C'],
    ['en', 'Some 3,000 new jobs.', 'Some 3,000 new jobs = amount 3000 people about'],
    ['en', 'It has 30 car dealers.', '30 car dealers = amount 30 stores'],
    ['en', 'It has 30 large new local car dealers.', '30 large new local car dealers = amount 30 stores'],
    ['en', 'It sold 300 Chinese cars.', '300 Chinese cars = amount 300 vehicles'],
    ['en', 'It sold 300 Rover cars.', '300 = amount 300 vehicles'],
    ['en', 'It has 150 generic drugmakers.', '150 = number 150'],
    ['en', 'It is building a 300 megawatt plant.', '300 megawatt = amount 300 MW'],
    ['en', 'They signed a 500 tonne order.', '500 tonne = amount 500 tonne'],
    ['en', 'It has a 40-vehicle fleet.', '40-vehicle = amount 40 vehicles'],
    ['en', 'It has seven-seat cars.', 'seven-seat = amount 7 seat'],
    ['en', 'It cut 5,000 of the posts.', '5,000 of the posts = amount 5000 people'],
    ['en', 'It sold 5m cars.', '5m cars = amount 5000000 vehicles'],
    ['en', 'It is 5m long.', '5m = amount 5 m'],
    ['en', 'It has a 60-kWh pack.', '60-kWh = amount 60 kWh'],
    ['en', 'He is more than forty years old.', 'more than forty years old = amount 40 year over'],
    [
      'en',
      'A couple of plants and two dozen stores.',
      'A couple of plants = amount 2 plant about',
      'two dozen stores = amount 24 stores',
    ],
  ])
})

describe('bounds', () => {
  reads([
    ['fr', 'plus de 200 usines', 'plus de 200 usines = amount 200 plant over'],
    ['fr', "plus d'un tiers", "plus d'un tiers = number 0.333333333333333 over share"],
    ['fr', 'plus de la moitié', 'plus de la moitié = number 0.5 over share'],
    ['fr', 'près du tiers des ventes', 'près du tiers = number 0.333333333333333 about share'],
    ['fr', "jusqu'à 200 usines", "jusqu'à 200 usines = amount 200 plant under"],
    ['fr', 'au moins 200 usines', 'au moins 200 usines = amount 200 plant over'],
    ['fr', 'pas plus de 200 usines', 'pas plus de 200 usines = amount 200 plant under'],
    ['fr', 'quelque 200 usines', 'quelque 200 usines = amount 200 plant about'],
    ['fr', "de l'ordre de 5 %", "de l'ordre de 5 % = percent 5 percent about"],
    ['fr', '2,5 Md€ environ', '2,5 Md€ environ = money 2500000000 EUR about'],
    ['fr', '200 usines au moins', '200 usines au moins = amount 200 plant over'],
    ['fr', "n'en garde plus que 200", '200 = number 200'],
    ['fr', '5 % environ 300 usines', '5 % = percent 5 percent', 'environ 300 usines = amount 300 plant about'],
    ['en', 'more than 200 plants', 'more than 200 plants = amount 200 plant over'],
    ['en', 'no more than about 200', 'no more than about 200 = number 200 under'],
    ['en', 'no fewer than 200 plants', 'no fewer than 200 plants = amount 200 plant over'],
    ['en', 'up to £5m', 'up to £5m = money 5000000 GBP under'],
    ['en', 'almost half', 'almost half = number 0.5 about share'],
    ['en', '200 or so jobs', '200 or so jobs = amount 200 people about'],
    ['en', '200-odd shops', '200-odd shops = amount 200 stores about'],
    ['en', '200-plus shops', '200-plus shops = amount 200 stores over'],
    ['en', '200+ shops', '200+ shops = amount 200 stores over'],
    ['en', '2 million-plus shops', '2 million-plus shops = amount 2000000 stores over'],
    ['en', 'a 9,000-strong team', '9,000 = number 9000'],
    ['en', '200 jobs or more', '200 jobs or more = amount 200 people over'],
    ['en', 'equal to 200 or more than 100', '200 = number 200', 'more than 100 = number 100 over'],
    ['en', '>= 5', '>= 5 = number 5 over'],
  ])

  it('keeps the figure and its unit apart from the words that bound them', () => {
    const text = "Soit près de 12 millions d'euros."
    const [mention] = quantities('fr', text)
    expect(text.slice(mention?.core.start, mention?.core.end)).toBe("12 millions d'euros")
  })
})

describe('ranges', () => {
  reads([
    ['fr', 'Il est passé en 2007 de 829 à 1026 unités.', '829 = amount 829 units', '1026 unités = amount 1026 units'],
    ['en', 'It rose in 2024 from 829 to 1,026 units.', '829 = amount 829 units', '1,026 units = amount 1026 units'],
    ['fr', 'entre 200 et 250 usines', 'entre 200 et 250 usines = amount 200 250 plant range'],
    ['fr', 'de 15 à 20 %', 'de 15 à 20 % = percent 15 20 percent range'],
    ['fr', 'entre 5 % et 7 %', 'entre 5 % et 7 % = percent 5 7 percent range'],
    ['fr', '1,5 à 2 Md€', '1,5 à 2 Md€ = money 1500000000 2000000000 EUR range'],
    [
      'fr',
      'de 800 000 à 1,2 million de voitures',
      'de 800 000 à 1,2 million de voitures = amount 800000 1200000 vehicles range',
    ],
    ['fr', 'une baisse de 10 à 30 % environ', 'de 10 à 30 % environ = percent 10 30 percent range'],
    ['fr', 'il est passé de 10 à 12 %', '10 = percent 10 percent', '12 % = percent 12 percent'],
    ['fr', "l'effectif augmente de 10 à 12 personnes", '10 = amount 10 people', '12 personnes = amount 12 people'],
    ['en', 'between 8% and 14%', 'between 8% and 14% = percent 8 14 percent range'],
    ['en', 'from $1m to $2m', 'from $1m to $2m = money 1000000 2000000 USD range'],
    ['en', '$10-20m', '$10-20m = money 10000000 20000000 USD range'],
    ['en', '12m-15m cars', '12m-15m cars = amount 12000000 15000000 vehicles range'],
    ['en', '3km-5km', '3km-5km = amount 3 5 km range'],
    ['en', 'around 2 – ~7 jobs', 'around 2 – ~7 jobs = amount 2 7 people range'],
    ['en', 'it rose from 10% to 12%', '10% = percent 10 percent', '12% = percent 12 percent'],
    ['en', 'it rose 3% to 5%', '3% = percent 3 percent', '5% = percent 5 percent'],
    ['en', 'it rose 3% to 500', '3% = percent 3 percent', '500 = number 500'],
    ['en', 'from 12 to 10 plants', '12 = number 12', '10 plants = amount 10 plant'],
    ['en', 'more than 20 and less than 30 jobs', 'more than 20 and less than 30 jobs = amount 20 30 people range'],
    ['en', 'more than 40 and less than 30', 'more than 40 = number 40 over', 'less than 30 = number 30 under'],
    [
      'en',
      'more than 20 cars and less than 30 jobs',
      'more than 20 cars = amount 20 vehicles over',
      'less than 30 jobs = amount 30 people under',
    ],
  ])
})

describe('shares and ordinals', () => {
  reads([
    ['fr', 'un magasin sur trois en France', 'un magasin sur trois = number 0.3333333333333333 share'],
    ['fr', 'une usine sur deux sites', 'deux = number 2'],
    ['en', 'nine cars out of ten', 'nine cars out of ten = number 0.9 share'],
    ['en', 'one plant in two countries', 'one plant = amount 1 plant', 'two countries = amount 2 markets'],
    ['en', 'a third of the cars', 'a third = number 0.333333333333333 share'],
    ['en', 'its third plant', 'third = ordinal 3'],
    ['fr', 'sa quatorzième usine', 'quatorzième = ordinal 14'],
  ])
})

describe('taken spans', () => {
  it('reads nothing in them, and nothing across them', () => {
    const text = 'In 2031 500 cars were sold.'
    expect(quantities('en', text, [{ start: 0, end: 7 }]).map((m) => told(text, m))).toEqual([
      '500 cars = amount 500 vehicles',
    ])
    const rate = 'It has 5 million monthly users.'
    expect(quantities('en', rate, [{ start: 17, end: 24 }]).map((m) => told(rate, m))).toEqual([
      '5 million = amount 5000000 people',
    ])
  })
})

describe('the same money twice', () => {
  const fold = (lang: Language, text: string) =>
    foldParallelMoney(quantities(lang, text), text).map((m) => ({ quote: text.slice(m.start, m.end), value: m.value }))

  it('is one mention', () => {
    expect(fold('fr', 'à 219 900 yuans (environ 28 000 euros) en Chine')).toEqual([
      {
        quote: '219 900 yuans (environ 28 000 euros)',
        value: { figure: 219_900, unit: 'CNY', bound: 'exact', also: [{ figure: 28_000, unit: 'EUR' }] },
      },
    ])
    expect(fold('en', 'worth HK$81m (US$10m; £8m) today')).toEqual([
      {
        quote: 'HK$81m (US$10m; £8m)',
        value: {
          figure: 81e6,
          unit: 'HKD',
          bound: 'exact',
          also: [
            { figure: 10e6, unit: 'USD' },
            { figure: 8e6, unit: 'GBP' },
          ],
        },
      },
    ])
    expect(fold('fr', '500 yuans, soit 60 euros')).toMatchObject([{ quote: '500 yuans, soit 60 euros' }])
  })

  it('has no figure of its own for what it comes to for each share', () => {
    expect(fold('en', 'earned $21 million, or 12 cents a share, in May')).toEqual([
      { quote: '$21 million, or 12 cents a share', value: { figure: 21e6, unit: 'USD', bound: 'exact' } },
    ])
    expect(fold('en', 'lost $21 million (or $1.14 per diluted share) in May')).toMatchObject([
      { quote: '$21 million (or $1.14 per diluted share)' },
    ])
    expect(fold('fr', 'un bénéfice de 21 millions d’euros, soit 1,20 euro par action')).toMatchObject([
      { quote: '21 millions d’euros, soit 1,20 euro par action' },
    ])
    expect(fold('en', 'fares of 3 dollars, or 5 dollars a shared ride')).toHaveLength(2)
  })

  it('is two where the currency is the same, or something else stands between', () => {
    expect(fold('en', 'profit of $5m ($4m last year)')).toHaveLength(2)
    expect(fold('en', 'it paid $5m for the plant and £4m for the shop')).toHaveLength(2)
  })
})

describe('laws', () => {
  const piece = fc.constantFrom(
    ...`12 7 3,5 1.5 000 2031 , . - – % € $ ( ) et à de entre plus moins environ au un une deux mille millions cent pour euros
    voitures nouveaux sur tiers moitié between and from to of more than about or so a one two hundred half cars dollars EUR HK
    km 5G 25ml 3km-5km first second $5 http://`.split(/\s+/),
  )
  const text = fc
    .array(fc.tuple(piece, fc.constantFrom('', ' ', '\u00a0')), { maxLength: 14 })
    .map((parts) => parts.flat().join(''))

  it('gives mentions in order, apart from one another, around their core', () => {
    fc.assert(
      fc.property(text, fc.constantFrom<Language>('fr', 'en'), (string, lang) => {
        let end = 0
        for (const { start, end: stop, core, value, type } of quantities(lang, string)) {
          expect(start).toBeGreaterThanOrEqual(end)
          expect(core.start).toBeGreaterThanOrEqual(start)
          expect(core.end).toBeGreaterThan(core.start)
          expect(stop).toBeGreaterThanOrEqual(core.end)
          expect(Number.isFinite(value.figure)).toBe(true)
          if (value.to !== undefined) expect(value.to).toBeGreaterThan(value.figure)
          expect(value.unit === undefined).toBe(type === 'number' || type === 'ordinal')
          end = stop
        }
      }),
      { numRuns: 500 },
    )
  })

  it('reads the same wherever the text stands in the document', () => {
    fc.assert(
      fc.property(text, fc.constantFrom<Language>('fr', 'en'), (string, lang) => {
        const before = 'Avant.\n'
        const whole = before + string
        const tokens = tokenize(whole, before.length, whole.length)
        const moved = findQuantities(whole, tokens, lang, LEXICON[lang])
        expect(moved.map((m) => told(whole, m))).toEqual(quantities(lang, string).map((m) => told(string, m)))
      }),
      { numRuns: 300 },
    )
  })
})

describe('hostile text', () => {
  // far longer than any sentence: a quadratic step would not end within the test's time
  it.each([
    '9',
    ' ',
    'de ',
    '9,',
    '9 ',
    '$5 ',
    'deux ',
    'et deux ',
    'plus de ',
    'entre 5 ',
    '3km-',
    '(5) ',
    'http://',
    'one in ',
  ])('%j over and over', (piece) => {
    const string = piece.repeat(Math.ceil(100_000 / piece.length))
    for (const lang of ['fr', 'en'] as const)
      expect(quantities(lang, string).length).toBeLessThanOrEqual(string.length / 2)
  })
})
