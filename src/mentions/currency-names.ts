import { readFileSync } from 'node:fs'
import type { Language } from '../types.js'
import { withoutAccents } from './numerals-words.js'

/** What currencies are called: their codes, and their names from CLDR through `Intl`, not from a list. */

/** ISO 4217, list one: the codes in use, without funds, metals and test codes. */
export const ACTIVE =
  `AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF
CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF
IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT
MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR
SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST
XAF XCD XOF XPF YER ZAR ZMW`.split(/\s+/)
/** ISO 4217, list three: the currencies that the euro replaced and that older news still names. */
const FORMER = 'ATS BEF CYP DEM EEK ESP FIM FRF GRD HRK IEP ITL LTL LUF LVL MTL NLG PTE SIT SKK'.split(' ')
export const CODES = new Set([...ACTIVE, ...FORMER])

/** Further names, beside those of CLDR. Words are folded (see `fold`). */
const NAMES: Readonly<Record<Language, readonly [string, string][]>> = {
  fr: [
    ['dollar americain', 'USD'],
    ['dollar us', 'USD'],
    ['dollar taiwanais', 'TWD'],
    ['dollar de taiwan', 'TWD'],
    ['dollar hongkongai', 'HKD'],
    ['dollar singapourien', 'SGD'],
    ['yuan chinois', 'CNY'],
    ['renminbi', 'CNY'],
    ['rmb', 'CNY'],
    ['livre britannique', 'GBP'],
    ['shekel israelien', 'ILS'],
    ['shekel', 'ILS'],
    ['real', 'BRL'],
    ['riyal saoudien', 'SAR'],
    ['rial iranien', 'IRR'],
    ['rand', 'ZAR'],
    ['sterling', 'GBP'],
    ['bitcoin', 'bitcoin'],
    ['btc', 'bitcoin'],
    ['zl', 'PLN'],
    ['f cfa', 'XAF'],
    ['fcfa', 'XAF'],
  ],
  en: [
    ['united state dollar', 'USD'],
    ['american dollar', 'USD'],
    ['u . s . dollar', 'USD'],
    ['buck', 'USD'],
    ['quid', 'GBP'],
    ['pound sterling', 'GBP'],
    ['sterling', 'GBP'],
    ['uk pound', 'GBP'],
    ['renminbi', 'CNY'],
    ['chinese renminbi', 'CNY'],
    ['rmb', 'CNY'],
    ['kuai', 'CNY'],
    ['taiwan dollar', 'TWD'],
    ['taiwanese dollar', 'TWD'],
    ['russian rouble', 'RUB'],
    ['rouble', 'RUB'],
    ['bitcoin', 'bitcoin'],
    ['btc', 'bitcoin'],
    ['israeli shekel', 'ILS'],
    ['emirati dirham', 'AED'],
    ['uae dirham', 'AED'],
    ['zl', 'PLN'],
    ['norwegian crown', 'NOK'],
    ['danish crown', 'DKK'],
    ['swedish crown', 'SEK'],
    ['czech crown', 'CZK'],
    ['icelandic crown', 'ISK'],
  ],
}

/**
 * The currency that a name of several ("dollar", "couronne") stands for when nothing is added; the others stay open
 * under their English name.
 */
const USUAL: Readonly<Record<Language, ReadonlyMap<string, { unit: string; said: string | null }>>> = {
  fr: new Map([
    ['dollar', { unit: 'USD', said: 'dollar' }],
    ['livre', { unit: 'GBP', said: 'livre' }],
    ['pound', { unit: 'GBP', said: 'pound' }],
    ['rouble', { unit: 'RUB', said: null }],
    ['roupie', { unit: 'INR', said: null }],
    ['won', { unit: 'KRW', said: null }],
    ['leu', { unit: 'RON', said: null }],
    ['franc', { unit: 'franc', said: 'franc' }],
    ['couronne', { unit: 'crown', said: 'couronne' }],
    ['peso', { unit: 'peso', said: 'peso' }],
    ['dinar', { unit: 'dinar', said: 'dinar' }],
    ['dirham', { unit: 'dirham', said: 'dirham' }],
    ['rial', { unit: 'rial', said: 'rial' }],
    ['riyal', { unit: 'riyal', said: 'riyal' }],
    ['shilling', { unit: 'shilling', said: 'shilling' }],
    ['mark', { unit: 'DEM', said: 'mark' }],
    ['florin', { unit: 'guilder', said: 'florin' }],
    ['lire', { unit: 'ITL', said: 'lire' }],
  ]),
  en: new Map([
    ['dollar', { unit: 'USD', said: 'dollar' }],
    ['pound', { unit: 'GBP', said: 'pound' }],
    ['ruble', { unit: 'RUB', said: null }],
    ['rupee', { unit: 'INR', said: null }],
    ['won', { unit: 'KRW', said: null }],
    ['lira', { unit: 'TRY', said: 'lira' }],
    ['leu', { unit: 'RON', said: null }],
    ['krona', { unit: 'SEK', said: 'krona' }],
    ['crown', { unit: 'crown', said: 'crown' }],
    ['mark', { unit: 'DEM', said: 'mark' }],
  ]),
}

/** Names that are ordinary words: money beside a scale or a grouped figure only. */
const DOUBTFUL = new Set([
  'livre',
  'won',
  'mark',
  'dram',
  'som',
  'sum',
  'sol',
  'gourde',
  'crown',
  'colon',
  'rand',
  'leone',
])
/** Names that are nearly always another word. */
const NEVER_ALONE = new Set(['or', 'gold', 'oro', 'right', 'droit', 'real', 'franc cfa', 'cfa franc', 'balboa'])

const IRREGULAR = new Map([
  ['kronor', 'krona'],
  ['kronur', 'krona'],
  ['kroner', 'krone'],
  ['korun', 'koruna'],
  ['reai', 'real'],
  ['reaux', 'real'],
  ['nouveaux', 'nouveau'],
])

/** Plurals that a written form cannot be told from. */
const PLURALS = new Map([['real', ['reais', 'réaux', 'reaux']]])

/** A word of a currency's name without accents and plural ending: "Suédoises" and "suédoise" are one. */
export function fold(lower: string): string {
  let word = withoutAccents(lower).replace(/[’ʼʻ]/g, "'")
  if (word.length > 3 && word.endsWith('s')) word = word.slice(0, -1)
  return IRREGULAR.get(word) ?? word
}

/** A name of a currency, by its first word. */
export interface Name {
  /** Folded words after the first. */
  rest: string[]
  unit: string
  said: string | null
  doubtful: boolean
}

/** The names that begin with a word, longest first, by the written forms of that word. */
export type ListedNames = [forms: string[], names: Name[]][]

let listed: Record<Language, ListedNames> | null = null
const indexes = new Map<Language, Map<string, Name[]>>()

/** Names of currencies by the written forms of their first word, longest first. Read when the first is looked up. */
export function namesOf(lang: Language): Map<string, Name[]> {
  let index = indexes.get(lang)
  if (index === undefined) {
    // the same path from src/ and from dist/
    const path = new URL('../../dist/currency-names.json', import.meta.url)
    listed ??= JSON.parse(readFileSync(path, 'utf8')) as Record<Language, ListedNames>
    index = new Map()
    for (const [forms, names] of listed[lang]) for (const form of forms) index.set(form, names)
    indexes.set(lang, index)
  }
  return index
}

/** The names of currencies as CLDR has them in a language, and those of ours. For the build: `Intl` takes its time to start. */
export function listNames(lang: Language): ListedNames {
  const display = new Intl.DisplayNames(lang, { type: 'currency', fallback: 'none' })
  const phrases = new Map<string, { unit: string; said: string | null }>()
  const heads = new Map<string, Set<string>>()
  /** The written forms of folded words that have accents or another ending. */
  const accented = new Map<string, string[]>()
  const add = (words: string[], unit: string) => {
    const phrase = words.join(' ')
    if (phrase !== '' && !phrases.has(phrase)) phrases.set(phrase, { unit, said: null })
  }
  for (const [phrase, unit] of NAMES[lang]) add(phrase.split(' '), unit)
  for (const code of CODES) {
    const name = display.of(code)
    // "(2009)", "(BEAC)": one of several with the same name
    if (name === undefined || /\d/.test(name)) continue
    const written = name
      .replace(/\([^()]*\)/, '')
      .trim()
      .toLowerCase()
      .split(/\s+/)
    for (const form of written) if (form !== fold(form)) accented.set(fold(form), [form, `${form}s`])
    const whole = written.map(fold)
    const words = whole.filter((w) => w !== 'nouveau' && w !== 'new' && w !== 'convertible')
    add(whole, code)
    add(words, code)
    const head = (lang === 'fr' ? words[0] : words.at(-1)) ?? ''
    heads.set(head, (heads.get(head) ?? new Set()).add(code))
  }
  for (const [head, codes] of heads) {
    if (NEVER_ALONE.has(head) || NAMES[lang].some(([phrase]) => phrase === head)) continue
    const [only] = codes
    phrases.set(head, codes.size === 1 && only !== undefined ? { unit: only, said: null } : { unit: head, said: head })
  }
  for (const [head, usual] of USUAL[lang]) phrases.set(head, usual)

  const byFirst = new Map<string, Name[]>()
  for (const [phrase, { unit, said }] of phrases) {
    const [first = '', ...rest] = phrase.split(' ')
    const names = byFirst.get(first) ?? []
    names.push({ rest, unit, said, doubtful: rest.length === 0 && DOUBTFUL.has(first) })
    byFirst.set(first, names)
  }
  const index = new Map<string, Name[]>()
  for (const [first, names] of byFirst) {
    names.sort((a, b) => b.rest.length - a.rest.length)
    for (const form of [first, `${first}s`, ...(accented.get(first) ?? []), ...(PLURALS.get(first) ?? [])])
      index.set(form, names)
  }
  for (const [plural, first] of IRREGULAR) {
    const names = byFirst.get(first)
    if (names !== undefined) for (const form of [plural, `${plural}s`]) index.set(form, names)
  }
  const listed = new Map<Name[], string[]>()
  for (const [form, names] of index) listed.set(names, [...(listed.get(names) ?? []), form])
  return [...listed].map(([names, forms]) => [forms, names])
}
