import type { Mention } from '../types.js'

// "8 billion crowns" are of several countries: which, the rest of the article tells.

/** How CLDR's English names of the currencies end that go by one plain noun. */
const ENDINGS: Readonly<Record<string, RegExp>> = {
  krone: / Krone$/,
  crown: / (?:Krona|Krone|Króna|Koruna)$/,
  franc: / Franc$/,
  peso: / Peso$/,
  dinar: / Dinar$/,
  dirham: / Dirham$/,
  rial: / Rial$/,
  riyal: / Riyal$/,
  shilling: / Shilling$/,
}

/** When coins and notes in euros took the place of these. */
const EURO = '2002'
const FORMER_FRANCS = ['FRF', 'BEF', 'LUF']
/** The countries of towns, which have no code. */
const FRANCS_OF: Readonly<Record<string, string>> = {
  France: 'FRF',
  Belgium: 'BEF',
  Luxembourg: 'LUF',
  Switzerland: 'CHF',
}

/** What "francs CFA" are read as at first: those of central Africa. */
const CFA = 'XAF'
/** The countries whose CFA francs are XOF, and those whose are XAF (BCEAO and BEAC): by their code, and as the country of a town. */
const WEST = new Set([
  'BJ', 'BF', 'CI', 'GW', 'ML', 'NE', 'SN', 'TG',
  'Benin', 'Burkina Faso', "Côte d'Ivoire", 'Guinea-Bissau', 'Mali', 'Niger', 'Senegal', 'Togo',
]) // biome-ignore format: a word list
const CENTRAL = new Set([
  'CM', 'CF', 'TD', 'CG', 'GQ', 'GA',
  'Cameroon', 'Central African Republic', 'Chad', 'Congo', 'Equatorial Guinea', 'Gabon',
]) // biome-ignore format: a word list

/** Whether a unit names no one currency, but several by their plain noun. */
export const isOpenMoney = (unit: string | undefined): unit is string =>
  unit !== undefined && (unit === CFA || Object.hasOwn(ENDINGS, unit))

/**
 * The ISO 4217 code that a plain noun ("crown") stands for in a document: that of another sum which says whose it is, else
 * that of the country named most often that has such a currency, or had it when the document was published; the noun itself where
 * neither tells.
 */
export function settleOpenMoney(
  unit: string,
  mentions: readonly (readonly Mention[])[],
  published: string | null,
): string {
  if (unit === CFA) return settleCfa(mentions)
  const ending = ENDINGS[unit]
  if (ending === undefined) return unit
  const display = new Intl.DisplayNames('en', { type: 'currency' })
  const byCountry = new Map<string, string>()
  for (const code of Intl.supportedValuesOf('currency'))
    if (ending.test(display.of(code) ?? '')) byCountry.set(code.slice(0, 2), code)
  if (unit === 'franc' && published !== null && published < EURO)
    for (const code of FORMER_FRANCS) byCountry.set(code.slice(0, 2), code)
  const codes = new Set(byCountry.values())
  const counts = new Map<string, number>()
  for (const list of mentions) {
    for (const mention of list) {
      if (mention.type === 'money' && codes.has(mention.value.unit ?? '')) return mention.value.unit as string
      if (mention.type !== 'place' && mention.type !== 'demonym') continue
      const country = mention.type === 'place' && unit === 'franc' ? FRANCS_OF[mention.country ?? ''] : undefined
      const code = byCountry.get(mention.code ?? '') ?? (codes.has(country ?? '') ? country : undefined)
      if (code !== undefined) counts.set(code, (counts.get(code) ?? 0) + 1)
    }
  }
  let best = unit
  let most = 0
  for (const [code, count] of counts) if (count > most) [best, most] = [code, count]
  return best
}

/** XOF where the document names countries that have it more often than those of central Africa. */
function settleCfa(mentions: readonly (readonly Mention[])[]): string {
  let west = 0
  for (const list of mentions) {
    for (const mention of list) {
      if (mention.type !== 'place' && mention.type !== 'demonym') continue
      const country = mention.code ?? mention.country ?? ''
      if (WEST.has(country)) west++
      else if (CENTRAL.has(country)) west--
    }
  }
  return west > 0 ? 'XOF' : CFA
}
