import type { Language } from '../types.js'

/** The words that numbers are made of. Keys are lower case, with and without accents. */

/**
 * What a word does in a number. `unit` to `scale` are 0–9, 10–19, 20–90, 100 and the powers of ten from 1000 on; a `part` is
 * a denominator that is no ordinal ("tiers", "half"), a `collective` multiplies ("dozen", "centaine"). `figure` is digits,
 * `vulgar` a sign such as ½.
 */
export type Role =
  | 'unit'
  | 'teen'
  | 'ten'
  | 'hundred'
  | 'scale'
  | 'part'
  | 'collective'
  | 'article'
  | 'and'
  | 'point'
  | 'of'
  | 'minus'
  | 'figure'
  | 'vulgar'

/** What one word (or one part of a hyphenated word) does in a number. All have one shape: they are asked on every path. */
export interface NumberWord {
  role: Role
  /** -1 where the word has none. */
  value: number
  /** It ends a number. */
  ordinal: boolean
  /** A denominator: "fifths", "quarts". */
  plural: boolean
  /** It stands only after a number: "deux cents". */
  counted: boolean
  /** "une" */
  feminine: boolean
  /** A collective that tells a round number. */
  about: boolean
  /** A collective that is a number only after an article: "a pair of plants", but "300 pairs". */
  article: boolean
}

type Trait = 'ordinal' | 'plural' | 'counted' | 'feminine' | 'about' | 'article'

export const numberWordOf = (role: Role, value: number, ...traits: Trait[]): NumberWord => ({
  role,
  value,
  ordinal: traits.includes('ordinal'),
  plural: traits.includes('plural'),
  counted: traits.includes('counted'),
  feminine: traits.includes('feminine'),
  about: traits.includes('about'),
  article: traits.includes('article'),
})

const FR_UNITS = ['zero', 'un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf']
const FR_TEENS = ['dix', 'onze', 'douze', 'treize', 'quatorze', 'quinze', 'seize']
const FR_TENS: [string, number][] = [
  ['vingt', 20],
  ['trente', 30],
  ['quarante', 40],
  ['cinquante', 50],
  ['soixante', 60],
  ['septante', 70],
  ['huitante', 80],
  ['octante', 80],
  ['nonante', 90],
]
// the long scale: a French "billion" is a million millions
const FR_SCALES: [string, number][] = [
  ['mille', 1e3],
  ['million', 1e6],
  ['milliard', 1e9],
  ['billion', 1e12],
  ['billiard', 1e15],
  ['trillion', 1e18],
]
const FR_COLLECTIVES: [string, number][] = [
  ['huitaine', 8],
  ['dizaine', 10],
  ['quinzaine', 15],
  ['vingtaine', 20],
  ['trentaine', 30],
  ['quarantaine', 40],
  ['cinquantaine', 50],
  ['soixantaine', 60],
  ['centaine', 100],
  ['millier', 1000],
]

const EN_UNITS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']
const EN_TEENS = [
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
]
const EN_TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']
const EN_SCALES: [string, number][] = [
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
  ['quadrillion', 1e15],
  ['lakh', 1e5],
  ['lac', 1e5],
  ['lkh', 1e5],
  ['crore', 1e7],
  ['koti', 1e7],
]

function frenchWords(): Map<string, NumberWord> {
  const words = new Map<string, NumberWord>()
  /** "cinq" → "cinquième", "neuf" → "neuvième", "quatre" → "quatrième", "vingts" → "vingtième" */
  const ordinal = (word: string) => `${word.replace(/q$/, 'qu').replace(/f$/, 'v').replace(/e$/, '')}ieme`
  const add = (role: 'unit' | 'teen' | 'ten' | 'hundred' | 'scale', word: string, value: number) => {
    words.set(word, numberWordOf(role, value))
    for (const form of [ordinal(word), ordinal(word).replace(/ieme$/, 'ième')]) {
      words.set(form, numberWordOf(role, value, 'ordinal'))
      words.set(`${form}s`, numberWordOf(role, value, 'ordinal', 'plural'))
    }
  }
  for (const [n, w] of FR_UNITS.entries()) add('unit', w, n)
  words.set('une', numberWordOf('unit', 1, 'feminine'))
  words.set('zéro', numberWordOf('unit', 0))
  for (const [n, w] of FR_TEENS.entries()) add('teen', w, n + 10)
  for (const [w, n] of FR_TENS) add('ten', w, n)
  words.set('vingts', numberWordOf('ten', 20))
  add('hundred', 'cent', 100)
  words.set('cents', numberWordOf('hundred', 100, 'counted'))
  for (const [w, n] of FR_SCALES) {
    add('scale', w, n)
    if (w !== 'mille') words.set(`${w}s`, numberWordOf('scale', n, 'counted'))
  }
  words.set('mil', numberWordOf('scale', 1e3))
  for (const w of ['premier', 'premiere', 'première', 'premiers', 'premieres', 'premières'])
    words.set(w, numberWordOf('unit', 1, 'ordinal'))
  for (const w of ['second', 'seconde']) words.set(w, numberWordOf('unit', 2, 'ordinal'))
  words.set('tierce', numberWordOf('unit', 3, 'ordinal'))
  words.set('demi', numberWordOf('part', 2))
  words.set('demie', numberWordOf('part', 2))
  words.set('moitié', numberWordOf('part', 2))
  words.set('moitie', numberWordOf('part', 2))
  words.set('tiers', numberWordOf('part', 3))
  words.set('quart', numberWordOf('part', 4))
  words.set('quarts', numberWordOf('part', 4, 'plural'))
  for (const [w, n] of FR_COLLECTIVES) {
    words.set(w, numberWordOf('collective', n, 'about'))
    words.set(`${w}s`, numberWordOf('collective', n, 'about'))
  }
  words.set('douzaine', numberWordOf('collective', 12))
  words.set('douzaines', numberWordOf('collective', 12))
  words.set('et', numberWordOf('and', -1))
  words.set('virgule', numberWordOf('point', -1))
  words.set('de', numberWordOf('of', -1))
  words.set("d'", numberWordOf('of', -1))
  words.set('moins', numberWordOf('minus', -1))
  return words
}

function englishWords(): Map<string, NumberWord> {
  const words = new Map<string, NumberWord>()
  const IRREGULAR = new Map([
    ['one', 'first'],
    ['two', 'second'],
    ['three', 'third'],
    ['five', 'fifth'],
    ['eight', 'eighth'],
    ['nine', 'ninth'],
    ['twelve', 'twelfth'],
  ])
  const ordinal = (word: string) => IRREGULAR.get(word) ?? `${word.replace(/y$/, 'ie')}th`
  const add = (role: 'unit' | 'teen' | 'ten' | 'hundred' | 'scale', word: string, value: number) => {
    words.set(word, numberWordOf(role, value))
    words.set(ordinal(word), numberWordOf(role, value, 'ordinal'))
    words.set(`${ordinal(word)}s`, numberWordOf(role, value, 'ordinal', 'plural'))
  }
  for (const [n, w] of EN_UNITS.entries()) add('unit', w, n)
  words.set('nought', numberWordOf('unit', 0))
  words.set('naught', numberWordOf('unit', 0))
  words.set('nil', numberWordOf('unit', 0))
  // the unit of time
  words.delete('seconds')
  for (const [n, w] of EN_TEENS.entries()) add('teen', w, n + 10)
  EN_TENS.forEach((ten, i) => {
    add('ten', ten, (i + 2) * 10)
    // written solid: "twentyfive", "twentyfifth"
    for (let n = 1; n <= 9; n++) {
      const unit = EN_UNITS[n] ?? ''
      words.set(ten + unit, numberWordOf('teen', (i + 2) * 10 + n))
      words.set(ten + ordinal(unit), numberWordOf('teen', (i + 2) * 10 + n, 'ordinal'))
    }
  })
  add('hundred', 'hundred', 100)
  words.set('hundreds', numberWordOf('hundred', 100, 'counted'))
  for (const [w, n] of EN_SCALES) {
    add('scale', w, n)
    words.set(`${w}s`, numberWordOf('scale', n))
  }
  words.set('half', numberWordOf('part', 2))
  words.set('halves', numberWordOf('part', 2, 'plural'))
  words.set('quarter', numberWordOf('part', 4))
  words.set('quarters', numberWordOf('part', 4, 'plural'))
  for (const w of ['dozen', 'dozens', 'doz', 'dozs', 'dz', 'dzs']) words.set(w, numberWordOf('collective', 12))
  words.set('pair', numberWordOf('collective', 2, 'article'))
  for (const w of ['couple', 'couples']) words.set(w, numberWordOf('collective', 2, 'about'))
  words.set('a', numberWordOf('article', -1))
  words.set('an', numberWordOf('article', -1))
  words.set('and', numberWordOf('and', -1))
  words.set('&', numberWordOf('and', -1))
  words.set('point', numberWordOf('point', -1))
  words.set('of', numberWordOf('of', -1))
  words.set('minus', numberWordOf('minus', -1))
  words.set('negative', numberWordOf('minus', -1))
  return words
}

/** The number words of each language, in lower case, with their accents and without. */
export const NUMBER_WORDS: Readonly<Record<Language, ReadonlyMap<string, NumberWord>>> = {
  fr: frenchWords(),
  en: englishWords(),
}

/**
 * Abbreviated scales, as written right after the digits ("540bn") or after a space ("3,5 Md"). Upper and lower case
 * differ: "M" is a million in both languages, "m" one in English only; "Md" is French for "milliard".
 */
export const GLUED_SCALES: Readonly<Record<Language, ReadonlyMap<string, number>>> = {
  fr: new Map([
    ['k', 1e3],
    ['K', 1e3],
    ['M', 1e6],
    ['Mio', 1e6],
    ['Mn', 1e6],
    ['Md', 1e9],
    ['Mds', 1e9],
    ['md', 1e9],
    ['mds', 1e9],
    ['Mrd', 1e9],
    ['Mrds', 1e9],
    ['G', 1e9],
    ['bn', 1e9],
  ]),
  en: new Map([
    ['k', 1e3],
    ['K', 1e3],
    ['m', 1e6],
    ['M', 1e6],
    ['MM', 1e6],
    ['mil', 1e6],
    ['mio', 1e6],
    ['mln', 1e6],
    ['mn', 1e6],
    ['Mn', 1e6],
    ['b', 1e9],
    ['B', 1e9],
    ['bn', 1e9],
    ['Bn', 1e9],
    ['BN', 1e9],
    ['bln', 1e9],
    ['bil', 1e9],
    ['G', 1e9],
    ['tn', 1e12],
    ['tln', 1e12],
    ['trn', 1e12],
    ['cr', 1e7],
    ['Cr', 1e7],
  ]),
}

/** The abbreviations that may also stand after a space: single letters there are units or initials, but for k, M and G. */
export const SPACED_SCALES: Readonly<Record<Language, ReadonlyMap<string, number>>> = {
  fr: new Map([...GLUED_SCALES.fr].filter(([w]) => w !== 'K' && w !== 'md' && w !== 'mds')),
  en: new Map([...GLUED_SCALES.en].filter(([w]) => !['K', 'm', 'b', 'B'].includes(w))),
}

/** The endings of ordinals in digits: "1er", "22e", "3rd". */
export const ORDINAL_ENDINGS: Readonly<Record<Language, ReadonlySet<string>>> = {
  fr: new Set(['er', 'ere', 're', 'ers', 'eres', 'e', 'eme', 'emes', 'ieme', 'iemes', 'nd', 'nde']),
  en: new Set(['st', 'nd', 'rd', 'th']),
}

/** French endings of ordinals that are raised and so stand apart: "38 e". */
/** What may stand between "une" and a collective: "une petite centaine". */
export const BEFORE_COLLECTIVE = new Set(['petite', 'bonne', 'grosse', 'belle', 'forte'])

export const SPACED_ENDINGS: ReadonlySet<string> = new Set(['e', 'er', 'ère', 'ème', 'eme'])

/** The word of the table, or undefined. A hyphenated word is one of several parts: its first. */
export function numberWord(lower: string, lang: Language): NumberWord | undefined {
  const words = NUMBER_WORDS[lang]
  const whole = words.get(lower)
  if (whole !== undefined) return whole
  const hyphen = lower.indexOf('-')
  return hyphen > 0 ? words.get(lower.slice(0, hyphen)) : undefined
}

/** Without accents. `lower` is folded already. */
export function withoutAccents(lower: string): string {
  for (let i = 0; i < lower.length; i++) {
    if (lower.charCodeAt(i) > 127) return lower.normalize('NFD').replace(/\p{M}/gu, '')
  }
  return lower
}
