import { describe, expect, it } from 'vitest'
import { scan } from '../../src/scan.js'
import type { Language } from '../../src/types.js'

/** Subject, product, measure and sum of each price. */
const prices = (text: string, language: Language): string[] =>
  scan(new TextEncoder().encode(text), { source: 'a.txt', language })
    .facts.claims.filter((c) => c.kind === 'price')
    .map((c) => `${c.subject} ${c.product ?? '-'} ${c.measure} ${c.value?.figure} ${c.value?.unit}`)

describe('the difference of two prices', () => {
  it.each<[string, Language, string[]]>([
    ['The Volvo EX30 costs £34,500, £2,000 less than the Kia EV3.', 'en', ['Volvo EX30 list 34500 GBP']],
    ['The Fairphone 6 sells for €599, €50 more than before.', 'en', ['Fairphone Fairphone 6 list 599 EUR']],
    ['Le Skoda Karoq coûte 31 000 euros, 900 euros de moins que le Tiguan.', 'fr', ['Škoda Karoq list 31000 EUR']],
    ['Buyers of the Kia EV3 must pay an extra £900.', 'en', []],
    [
      'The Dacia Bigster undercuts the Skoda Karoq by €5,000 and costs €27,990.',
      'en',
      ['Dacia Bigster list 27990 EUR'],
    ],
  ])('is no price: %s', (text, language, expected) => {
    expect(prices(text, language)).toEqual(expected)
  })
})

describe('a price', () => {
  it.each<[string, Language, string[]]>([
    // the level behind a change is no end of a range
    [
      'Apple cut the price of the iPhone 16 by 2,000 yuan to 5,999 yuan.',
      'en',
      ['Apple iPhone 16 cut 2000 CNY', 'Apple iPhone 16 list 5999 CNY'],
    ],
    // versions are of the product that is spoken of
    [
      'Dyson lance le V16 à partir de 599 euros pour la version Zenith, 699 euros pour la Lumen et 749 euros pour la Prisme.',
      'fr',
      ['Dyson V16 entry 599 EUR', 'Dyson V16 list 699 EUR', 'Dyson V16 list 749 EUR'],
    ],
    [
      'The Polestar 5 starts at £89,500, while the Summit model costs £104,900.',
      'en',
      ['Polestar Polestar 5 entry 89500 GBP', 'Polestar Polestar 5 list 104900 GBP'],
    ],
    // of one sort in both places
    [
      'Garmin unveiled the Fenix 9. It starts at $999 in America and €1,099 in Europe.',
      'en',
      ['Garmin Fenix 9 entry 999 USD', 'Garmin Fenix 9 entry 1099 EUR'],
    ],
    // around a relative clause
    [
      "Mulberry's Wexcombe bag, which cost £895 in 2019, now sells for £1,295.",
      'en',
      ['Mulberry Wexcombe list 895 GBP', 'Mulberry Wexcombe list 1295 GBP'],
    ],
    [
      'La Lotus Emeya coûte 108 390 euros, contre 99 990 euros pour la Porsche Taycan.',
      'fr',
      ['Lotus Emeya list 108390 EUR', 'Porsche Taycan list 99990 EUR'],
    ],
    ['At £799 the iPhone 16 is not for everybody.', 'en', ['Apple iPhone 16 list 799 GBP']],
    ["Netflix's plan with adverts costs $7.99 a month.", 'en', ['Netflix - list 7.99 USD']],
    // dear by the figure alone
    ['Samsung has priced the Galaxy S26 at 1.59m won.', 'en', ['Samsung Galaxy S26 list 1590000 KRW']],
    ["Ikea a réduit d'un cinquième le prix de ses lampes.", 'fr', ['Ikea - cut 20 percent']],
    ["Fiat's electric Panda will arrive in Denmark in May, at €25,900.", 'en', ['Fiat Panda list 25900 EUR']],
    ["L'iPhone 17e démarre à 719 euros.", 'fr', ['Apple iPhone 17e entry 719 EUR']],
  ])('of what: %s', (text, language, expected) => {
    expect(prices(text, language)).toEqual(expected)
  })

  it('is one of the country whose buyers pay it', () => {
    const text = 'Ozempic now costs Danish patients €120 a month.'
    const { claims } = scan(new TextEncoder().encode(text), { source: 'a.txt', language: 'en' }).facts
    expect(claims.map(({ market }) => market)).toEqual(['Denmark'])
  })

  it('is planned by no tariff that is called a plan', () => {
    const { claims } = scan(new TextEncoder().encode("Netflix's plan with adverts costs $8 a month."), {
      source: 'a.txt',
      language: 'en',
    }).facts
    expect(claims.map(({ status }) => status)).toEqual(['reported'])
  })
})
