import { describe, expect, it } from 'vitest'
import { currencyAfter, currencyAsSaid, currencyBefore } from '../../src/mentions/currencies.js'
import { tokenize } from '../../src/text/tokens.js'
import type { Language } from '../../src/types.js'

const tokensOf = (text: string) => tokenize(text, 0, text.length)
const isAfter = (lang: Language, text: string) => {
  const match = currencyAfter(text, tokensOf(text), 0, lang)
  return match === null ? null : `${text.slice(0, match.end)} = ${match.unit}`
}
const isBefore = (lang: Language, text: string) => {
  const match = currencyBefore(text, tokensOf(text), 0, lang)
  return match === null ? null : `${text.slice(0, match.end)} = ${match.unit}`
}
const said = (lang: Language, text: string) => currencyAsSaid(text, tokensOf(text), lang)

describe('a currency after its figure', () => {
  // codes that are also words need a figure before them, which they have here
  const codes =
    'USD EUR GBP JPY CNY CHF SEK NOK DKK PLN CZK HUF INR BRL MXN ZAR TRY KRW THB IDR VND AED SAR ILS NGN EGP NZD TWD HKD KWD'.split(
      ' ',
    )

  it.each(codes)('the code %s', (code) => {
    expect(isAfter('fr', code)).toBe(`${code} = ${code}`)
  })

  it.each<Language>(['fr', 'en'])('every name that CLDR has in the language "%s", singular and plural', (lang) => {
    const names = new Intl.DisplayNames(lang, { type: 'currency' })
    const plural = (name: string) =>
      name
        .split(' ')
        .map((word) => (/(?:s|x|[A-Z]|'|-)$/.test(word) ? word : `${word}s`))
        .join(' ')
    for (const code of codes) {
      const name = (names.of(code) ?? '').toLowerCase()
      expect(isAfter(lang, name), name).toBe(`${name} = ${code}`)
      if (/ (?:de|des|du) /.test(name)) continue
      expect(isAfter(lang, plural(name)), plural(name)).toBe(`${plural(name)} = ${code}`)
    }
  })

  it.each<[Language, string, string | null]>([
    ['fr', 'dollars américains hier', 'dollars américains = USD'],
    ['fr', 'dollars hier', 'dollars = USD'],
    ['fr', 'dollars de Taïwan hier', 'dollars de Taïwan = TWD'],
    ['fr', 'dollars singapouriens hier', 'dollars singapouriens = SGD'],
    ['fr', 'livres sterling', 'livres sterling = GBP'],
    ['fr', 'couronnes danoises', 'couronnes danoises = DKK'],
    ['fr', 'couronnes hier', 'couronnes = crown'],
    ['fr', 'francs suisses', 'francs suisses = CHF'],
    ['fr', 'francs hier', 'francs = franc'],
    ['fr', 'forints', 'forints = HUF'],
    ['fr', '$ US', '$ US = USD'],
    ['fr', '$ CA', '$ CA = CAD'],
    ['fr', '€', '€ = EUR'],
    ['fr', 'centimes', 'centimes = centime'],
    ['en', 'US dollars today', 'US dollars = USD'],
    ['en', 'U.S', null],
    ['en', '$ us', '$ = USD'],
    ['en', 'swedish kronor', 'swedish kronor = SEK'],
    ['en', 'kroner', 'kroner = krone'],
    ['en', 'forints', 'forints = HUF'],
    ['en', 'roubles', 'roubles = RUB'],
    ['en', 'RMB', 'RMB = CNY'],
    ['en', 'MUSD', 'MUSD = USD'],
    ['en', '₡', '₡ = CRC'],
    ['en', '₺', '₺ = TRY'],
    ['en', 'pence', 'pence = penny'],
    ['en', 'bitcoins', 'bitcoins = bitcoin'],
    ['en', 'LE', 'LE = EGP'],
    ['fr', 'LE', null],
    ['en', 'gold', null],
    ['en', 'all', null],
    ['fr', 'or', null],
  ])('%s %s', (lang, text, expected) => {
    expect(isAfter(lang, text)).toBe(expected)
  })

  it('marks everyday words as doubtful', () => {
    expect(currencyAfter('livres', tokensOf('livres'), 0, 'fr')?.doubtful).toBe(true)
    expect(currencyAfter('won', tokensOf('won'), 0, 'en')?.doubtful).toBe(true)
    expect(currencyAfter('euros', tokensOf('euros'), 0, 'fr')?.doubtful).toBeUndefined()
  })
})

describe('a currency before its figure', () => {
  it.each<[Language, string, string | null]>([
    ['en', '$5', '$ = USD'],
    ['en', 'US$5', 'US$ = USD'],
    ['en', 'HK$5', 'HK$ = HKD'],
    ['en', 'sgd$5', 'sgd$ = SGD'],
    ['en', 'A$5', 'A$ = AUD'],
    ['en', 'a $5 note', null],
    ['en', 'C$5', 'C$ = CAD'],
    ['en', 'R$5', 'R$ = BRL'],
    ['en', 'NT$5', 'NT$ = TWD'],
    ['en', 'T$5', 'T$ = TWD'],
    ['en', 'Rs. 5', 'Rs. = INR'],
    ['en', 'RM5', null],
    ['en', 'EUR 5', 'EUR = EUR'],
    ['en', 'eur 5', null],
    ['en', 'NIO 5', null],
    ['fr', '£5', '£ = GBP'],
  ])('%s %s', (lang, text, expected) => {
    expect(isBefore(lang, text)).toBe(expected)
  })
})

describe('what the text leaves open', () => {
  it.each<[Language, string, string | null]>([
    ['en', '$5', 'dollar'],
    ['en', '5 pounds', 'pound'],
    ['fr', '5 millions de livres', 'livre'],
    ['fr', '£5', 'livre'],
    ['fr', '5 couronnes', 'couronne'],
    ['en', '12 pence', 'pence'],
    ['en', 'US$5', null],
    ['en', '5 swiss francs', null],
    ['en', '5 norwegian crowns', null],
    ['en', '5 million crowns', 'crown'],
    ['en', '3 dollars 50 cents', 'dollar'],
    ['fr', '5 $ US', null],
    ['fr', '5 euros', null],
  ])('%s %s', (lang, text, expected) => {
    expect(said(lang, text)).toBe(expected)
  })
})
