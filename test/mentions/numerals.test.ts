import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Numeral, readNumeral } from '../../src/mentions/numerals.js'
import { tokenize } from '../../src/text/tokens.js'
import type { Language } from '../../src/types.js'

const tokensOf = (text: string) => tokenize(text, 0, text.length)

/** The numeral at the token that starts at `from`. */
function numeralAt(lang: Language, text: string, from = 0): Numeral | null {
  const tokens = tokensOf(text)
  return readNumeral(
    text,
    tokens,
    tokens.findIndex((t) => t.start === from),
    lang,
  )
}

/** The figure of a numeral that takes up the whole text. */
function figure(lang: Language, text: string): number | null {
  const numeral = numeralAt(lang, text)
  return numeral?.end === text.length ? numeral.figure : null
}

describe('figures', () => {
  it.each<[Language, string, number]>([
    ['fr', '40 000', 40_000],
    ['fr', '40\u00a0000', 40_000],
    ['fr', '40\u202f000', 40_000],
    ['fr', '40\u2009000', 40_000],
    ['fr', '12.500', 12_500],
    ['fr', "1'250'000", 1_250_000],
    ['fr', '3 250,75', 3250.75],
    ['fr', '3.250,75', 3250.75],
    ['fr', '3,250,000.5', 3_250_000.5],
    ['fr', '0,5', 0.5],
    ['fr', '2.5', 2.5],
    ['fr', '12,345', 12.345],
    ['en', '12,345', 12_345],
    ['en', '12.345', 12.345],
    ['en', '12 345.6', 12_345.6],
    ['en', '3.250,75', 3250.75],
    ['en', '45,67,890', 4_567_890],
    ['en', '7,5', 7.5],
    ['en', '3/8', 0.375],
    ['en', '5 3/8', 5.375],
    ['en', '5½', 5.5],
    ['en', '⅝', 0.625],
    ['en', '4e6', 4_000_000],
    ['en', '4.2x10^6', 4_200_000],
    ['en', '1.5^2', 2.25],
    ['fr', '-7,5', -7.5],
    ['fr', '−7,5', -7.5],
    ['fr', '+12', 12],
    ['en', '- 12', -12],
  ])('%s %s', (lang, text, expected) => {
    expect(figure(lang, text)).toBeCloseTo(expected, 9)
  })

  it.each<[Language, string, number]>([
    ['fr', '61 k', 61_000],
    ['fr', '61k', 61_000],
    ['fr', '2,5 Md', 2_500_000_000],
    ['fr', '2,5 Mds', 2_500_000_000],
    ['fr', '650 M', 650_000_000],
    ['fr', '1,7 million', 1_700_000],
    ['fr', '4 billions', 4e12],
    ['en', '4 billion', 4e9],
    ['en', '1.7bn', 1_700_000_000],
    ['en', '390m', 390_000_000],
    ['en', '2 trn', 2e12],
    ['en', '6 crore', 60_000_000],
    ['en', '0.0003G', 300_000],
  ])('a scale: %s %s', (lang, text, expected) => {
    expect(figure(lang, text)).toBe(expected)
  })

  it('tells how the figure is written', () => {
    expect(numeralAt('fr', '2024')).toMatchObject({ figure: 2024, digits: 4, words: false })
    expect(numeralAt('fr', '2 024')).toMatchObject({ figure: 2024, digits: 1, grouped: true })
    expect(numeralAt('en', '1.5m')).toMatchObject({ figure: 1_500_000, decimal: true, scale: 1e6 })
    expect(numeralAt('en', '-5')).toMatchObject({ figure: -5, sign: '-' })
    expect(numeralAt('fr', 'trois millions')).toMatchObject({ words: true, scale: 1e6, noun: true })
    expect(numeralAt('fr', 'une')).toMatchObject({ figure: 1, article: true })
    expect(numeralAt('fr', 'une centaine')).toMatchObject({ figure: 100, about: true, noun: true })
  })

  it.each<[Language, string]>([
    ['fr', '06 11 22 33 44'],
    ['fr', '0 825 00 11 22'],
    ['fr', '10.20.30.40'],
    ['fr', '1.2.3'],
    ['fr', '12/05/2031'],
    ['fr', '18:45'],
    ['en', '1-800-555-0123'],
    ['en', '2030/31'],
    ['en', '24/7'],
    ['en', `1${'0'.repeat(30)}`],
  ])('no number: %s %s', (lang, text) => {
    expect(numeralAt(lang, text)).toBeNull()
  })

  it('reads a list without spaces item by item', () => {
    const text = '12,34,5'
    expect([0, 3, 6].map((from) => numeralAt('en', text, from)?.figure)).toEqual([12, 34, 5])
  })

  it('never starts inside a number or a name', () => {
    expect(numeralAt('fr', '40 000', 3)).toBeNull()
    expect(numeralAt('fr', '1 234,5', 6)).toBeNull()
    expect(numeralAt('fr', 'dix sept', 4)).toBeNull()
    expect(numeralAt('en', 'two hundred', 4)).toBeNull()
    expect(numeralAt('en', 'ID.7', 3)).toBeNull()
    for (const name of ['5G', 'SU7', 'A320', '500X', '4x4']) expect(numeralAt('en', name)).toBeNull()
  })
})

describe('numbers in words', () => {
  it.each<[Language, string, number]>([
    ['fr', 'soixante et onze', 71],
    ['fr', 'soixante-dix-neuf', 79],
    ['fr', 'quatre-vingts', 80],
    ['fr', 'quatre vingt seize', 96],
    ['fr', 'septante-deux', 72],
    ['fr', 'huitante', 80],
    ['fr', 'nonante et un', 91],
    ['fr', 'quatre-vingt-dix-sept mille', 97_000],
    ['fr', 'deux-cent-trente', 230],
    ['fr', 'dix-neuf cents', 1900],
    ['fr', 'mille deux', 1002],
    ['fr', 'mille milliards', 1e12],
    ['fr', 'un milliard six cents millions', 1_600_000_000],
    ['fr', 'deux virgule cinq', 2.5],
    ['fr', 'moins quinze', -15],
    ['en', 'ninety-six', 96],
    ['en', 'ninetysix', 96],
    ['en', 'twenty-five hundred', 2500],
    ['en', 'two hundred and five', 205],
    ['en', 'a hundred', 100],
    ['en', 'seven hundred thousand', 700_000],
    ['en', 'one hundred and two thousand', 102_000],
    ['en', 'three million two hundred thousand and six', 3_200_006],
    ['en', '7 thousand 3 hundred and 12', 7312],
    ['en', 'two point zero five', 2.05],
    ['en', 'four lakh', 400_000],
    ['en', 'minus fifteen', -15],
    ['en', 'sixty (60)', 60],
  ])('%s %s', (lang, text, expected) => {
    expect(figure(lang, text)).toBe(expected)
  })

  it.each<[Language, string, number]>([
    ['fr', 'trois millions et demi', 3_500_000],
    ['fr', 'un demi-million', 500_000],
    ['fr', 'une demi-douzaine', 6],
    ['fr', 'trois quarts de milliard', 750_000_000],
    ['fr', 'cinq et demi', 5.5],
    ['en', 'half a million', 500_000],
    ['en', 'half a dozen', 6],
    ['en', 'six and a half', 6.5],
    ['en', 'six-and-a-half', 6.5],
    ['fr', 'une petite centaine', 100],
    ['fr', 'une bonne dizaine de milliers', 10_000],
    ['en', 'six and a half million', 6_500_000],
    ['en', 'a million and a half', 1_500_000],
    ['en', 'three quarters of a billion', 750_000_000],
  ])('parts of a scale: %s %s', (lang, text, expected) => {
    expect(figure(lang, text)).toBe(expected)
  })

  it.each<[Language, string, number]>([
    ['fr', 'un tiers', 1 / 3],
    ['fr', 'trois quarts', 3 / 4],
    ['fr', 'deux cinquièmes', 2 / 5],
    ['fr', 'un dixième', 1 / 10],
    ['fr', 'un vingt-cinquième', 1 / 25],
    ['fr', 'un sur six', 1 / 6],
    ['en', 'half', 1 / 2],
    ['en', 'two-thirds', 2 / 3],
    ['en', 'a tenth', 1 / 10],
    ['en', 'three twentieths', 3 / 20],
    ['en', 'one in six', 1 / 6],
    ['en', 'four out of five', 4 / 5],
  ])('shares: %s %s', (lang, text, expected) => {
    expect(figure(lang, text)).toBeCloseTo(expected, 9)
    expect(numeralAt(lang, text)?.fraction).toBe(true)
  })

  it.each<[Language, string, number]>([
    ['fr', 'une centaine', 100],
    ['fr', 'une dizaine de milliers', 10_000],
    ['fr', 'trois douzaines', 36],
    ['en', 'three dozen', 36],
    ['en', 'a couple of hundred', 200],
    ['en', 'a pair', 2],
  ])('collectives: %s %s', (lang, text, expected) => {
    expect(figure(lang, text)).toBe(expected)
  })

  it.each<[Language, string, number]>([
    ['fr', '1er', 1],
    ['fr', '14e', 14],
    ['fr', '14 e', 14],
    ['fr', '14ème', 14],
    ['fr', 'première', 1],
    ['fr', 'vingt et unième', 21],
    ['fr', 'cent douzième', 112],
    ['en', '3rd', 3],
    ['en', 'thirty-second', 32],
    ['en', 'one hundred and twelfth', 112],
    ['en', 'two millionth', 2_000_000],
  ])('ordinals: %s %s', (lang, text, expected) => {
    expect(numeralAt(lang, text)).toMatchObject({ figure: expected, ordinal: true, end: text.length })
  })

  it.each<[Language, string]>([
    ['fr', 'une cinquième usine'],
    ['fr', 'un troisième site'],
    ['en', 'a fifth plant'],
  ])('counts on, and is no share: %s %s', (lang, text) => {
    expect(numeralAt(lang, text)?.fraction).toBeFalsy()
  })

  it('reads a scale alone, and a share, after a French article', () => {
    expect(numeralAt('fr', 'le million de clients', 3)).toMatchObject({ figure: 1e6, noun: true })
    expect(numeralAt('fr', 'le tiers des clients', 3)).toMatchObject({
      figure: expect.closeTo(1 / 3, 12),
      fraction: true,
    })
    expect(numeralAt('fr', 'des millions', 4)).toBeNull()
  })

  it('keeps two numbers apart', () => {
    expect(numeralAt('en', 'three hundred and four hundred')?.figure).toBe(300)
    expect(numeralAt('en', '3 million and two hundred')?.figure).toBe(3_000_000)
    expect(numeralAt('en', 'six million and two thirds')?.figure).toBeCloseTo(6_666_666.666667, 5)
    expect(numeralAt('fr', 'au moins douze', 3)).toBeNull()
  })
})

const FR_SMALL =
  'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf'.split(
    ' ',
  )
const FR_TENS = [
  '',
  '',
  'vingt',
  'trente',
  'quarante',
  'cinquante',
  'soixante',
  'soixante',
  'quatre-vingt',
  'quatre-vingt',
]

function inFrench(n: number): string {
  if (n < 20) return FR_SMALL[n] ?? ''
  if (n < 100) {
    const ten = Math.floor(n / 10)
    const rest = ten === 7 || ten === 9 ? n - (ten - 1) * 10 : n % 10
    if (rest === 0) return ten === 8 ? 'quatre-vingts' : (FR_TENS[ten] ?? '')
    return `${FR_TENS[ten]}${(rest === 1 || rest === 11) && ten < 8 ? ' et ' : '-'}${inFrench(rest)}`
  }
  if (n < 1000) {
    const hundreds = Math.floor(n / 100)
    const rest = n % 100
    const head = hundreds === 1 ? 'cent' : `${inFrench(hundreds)} cent${rest === 0 ? 's' : ''}`
    return rest === 0 ? head : `${head} ${inFrench(rest)}`
  }
  const [unit, name] = n < 1e6 ? [1e3, 'mille'] : n < 1e9 ? [1e6, 'million'] : [1e9, 'milliard']
  const count = Math.floor(n / unit)
  const plural = unit > 1e3 && count > 1 ? 's' : ''
  const head =
    unit === 1e3 && count === 1
      ? name
      : `${inFrench(count).replace(/(vingt|cent)s$/, unit === 1e3 ? '$1' : '$1s')} ${name}${plural}`
  return n % unit === 0 ? head : `${head} ${inFrench(n % unit)}`
}

const EN_SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const EN_TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']

function inEnglish(n: number, and: boolean): string {
  if (n < 20) return EN_SMALL[n] ?? ''
  if (n < 100) return n % 10 === 0 ? (EN_TENS[n / 10] ?? '') : `${EN_TENS[Math.floor(n / 10)]}-${EN_SMALL[n % 10]}`
  const [unit, name] =
    n < 1e3 ? [100, 'hundred'] : n < 1e6 ? [1e3, 'thousand'] : n < 1e9 ? [1e6, 'million'] : [1e9, 'billion']
  const head = `${inEnglish(Math.floor(n / unit), and)} ${name}`
  const joint = and && unit === 100 ? ' and ' : ' '
  return n % unit === 0 ? head : `${head}${joint}${inEnglish(n % unit, and)}`
}

describe('laws', () => {
  const whole = fc.oneof(fc.nat(99), fc.nat(9999), fc.nat(999_999_999_999))

  it('reads every whole number that French spells', () => {
    fc.assert(
      fc.property(whole, (n) => {
        expect(figure('fr', inFrench(n))).toBe(n)
      }),
    )
  })

  it('reads every whole number that English spells, with "and" or without', () => {
    fc.assert(
      fc.property(whole, fc.boolean(), (n, and) => {
        expect(figure('en', inEnglish(n, and))).toBe(n)
      }),
    )
  })

  it.each<[Language, string]>([
    ['fr', 'fr-FR'],
    ['fr', 'fr-CH'],
    ['fr', 'de-DE'],
    ['en', 'en-US'],
    ['en', 'en-IN'],
    ['en', 'en-ZA'],
  ])('reads in %s what is formatted for %s', (lang, locale) => {
    const format = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
    fc.assert(
      fc.property(fc.nat(2_000_000_000), (cents) => {
        expect(figure(lang, format.format(cents / 100))).toBe(cents / 100)
      }),
    )
  })

  it('spans whole tokens and goes forward, whatever the text', () => {
    const piece = fc.constantFrom(
      ...'12 7 000 3,5 , . - / % € $ et and de of a un une deux mille million cent two hundred half tiers third 1er 5G sur in'.split(
        ' ',
      ),
    )
    const text = fc.array(fc.tuple(piece, fc.constantFrom('', ' ', '\u00a0')), { maxLength: 12 })
    fc.assert(
      fc.property(text, fc.constantFrom<Language>('fr', 'en'), (parts, lang) => {
        const string = parts.flat().join('')
        const tokens = tokensOf(string)
        for (let i = 0; i < tokens.length; i++) {
          const numeral = readNumeral(string, tokens, i, lang)
          if (numeral === null) continue
          expect(numeral.next).toBeGreaterThan(i)
          expect(numeral.start).toBe(tokens[i]?.start)
          expect(numeral.end).toBe(tokens[numeral.next - 1]?.end)
          expect(Number.isFinite(numeral.figure)).toBe(true)
        }
      }),
    )
  })
})
