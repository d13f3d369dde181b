import type { Language, Token } from '../types.js'

/** Symbols of units of measure (SI, and those of the trade press) that stand after a figure. Words are the lexicon's. */

/** A unit as read in the text. */
export interface UnitMatch {
  /** The symbol that values carry, such as `kWh`. */
  unit: string
  /** Index of the token after it. */
  next: number
  /** Offset after it. */
  end: number
}

/**
 * Written form to symbol. Capitals count: "MW" is a megawatt, "mW" is not listed. Left out are symbols that are more
 * often something else after a figure: "A", "B", "C", "h", "min", "s", "ha" in lists, "in", "T".
 */
const SYMBOLS: ReadonlyMap<string, string> = new Map(
  `nm mm cm dm m km mg g kg t kt Mt ml cl dl l L hl W kW MW GW TW Wh kWh MWh GWh TWh kWc MWc GWc Wc kWp MWp GWp V kV
Hz kHz MHz GHz THz Nm kN bar psi rpm hp bhp ch mph ft lb lbs oz mi gal gals mls mpg ha Go To Mo Ko Po GB TB MB PB Gb
Gbit Mbps Gbps Kbps Mbit kcal kJ MJ GJ TJ dB MPa kPa hPa kVA MVA Ah mAh TEU EVP`
    .split(/\s+/)
    .map((symbol): [string, string] => [symbol, symbol])
    .concat([
      ['gr', 'g'],
      ['kgs', 'kg'],
      ['kgm', 'kg'],
      ['Kg', 'kg'],
      ['KG', 'kg'],
      ['Km', 'km'],
      ['KM', 'km'],
      ['kms', 'km'],
      ['kmh', 'km/h'],
      ['kph', 'km/h'],
      ['KW', 'kW'],
      ['KWh', 'kWh'],
      ['KWH', 'kWh'],
      ['kwh', 'kWh'],
      ['Kwh', 'kWh'],
      ['Gwh', 'GWh'],
      ['Mwh', 'MWh'],
      ['twh', 'TWh'],
      ['ml', 'ml'],
      ['mL', 'ml'],
      ['cv', 'hp'],
      ['ch', 'hp'],
      ['bhp', 'hp'],
      ['hp', 'hp'],
      ['L', 'l'],
      ['lbs', 'lb'],
      ['gals', 'gal'],
      ['mls', 'ml'],
      ['m2', 'm²'],
      ['m3', 'm³'],
      ['km2', 'km²'],
    ]),
)

/** Units written out that the lexicon does not count goods in; the first word of each language's nouns. */
const WORDS: Readonly<Record<Language, ReadonlyMap<string, string>>> = {
  fr: new Map([
    ['litre', 'l'],
    ['litres', 'l'],
    ['degré', '°'],
    ['degrés', '°'],
    ['pouce', 'in'],
    ['pouces', 'in'],
  ]),
  en: new Map([
    ['litre', 'l'],
    ['litres', 'l'],
    ['liter', 'l'],
    ['liters', 'l'],
    ['degree', '°'],
    ['degrees', '°'],
    ['inch', 'in'],
    ['inches', 'in'],
    ['foot', 'ft'],
    ['feet', 'ft'],
    ['yards', 'yd'],
    ['ounces', 'oz'],
    ['ounce', 'oz'],
    ['grams', 'g'],
    ['cups', 'cup'],
  ]),
}

/** Letters whose meaning after digits written solid hangs on the language: English "5m" is five million. */
const isMeasure = (symbol: string, lang: Language) => SYMBOLS.has(symbol) && !(lang === 'en' && symbol === 'm')

/** The letters are a unit that digits are written solid with ("25ml", "60kWh"). */
export function isSolidMeasure(letters: string, lang: Language): boolean {
  return isMeasure(letters, lang)
}

/** A unit of measure may begin with the form, as `measureAt` reads it. */
export const isMeasureForm = (text: string, lower: string, lang: Language): boolean =>
  SYMBOLS.has(text) || WORDS[lang].has(lower) || lower === '°' || lower === "'"

/** The unit of measure at token `i`: "km", "km/h", "m²", "°C", `''`, "degrees". */
export function measureAt(text: string, tokens: readonly Token[], i: number, lang: Language): UnitMatch | null {
  const token = tokens[i]
  if (token === undefined) return null
  const after = tokens[i + 1]
  const adjacent = after !== undefined && after.start === token.end
  if (token.kind === 'word' || token.kind === 'mixed') {
    const word = text.slice(token.start, token.end)
    const unit = SYMBOLS.get(word)
    if (unit !== undefined) {
      const power = adjacent && (unit === 'm' || unit === 'km') ? text[token.end] : undefined
      if (power === '²' || power === '³') return { unit: unit + power, next: i + 2, end: token.end + 1 }
      const hour = tokens[i + 2]
      if (adjacent && after.lower === '/' && hour?.lower === 'h' && hour.start === after.end) {
        return { unit: `${unit}/h`, next: i + 3, end: hour.end }
      }
      return { unit, next: i + 1, end: token.end }
    }
    const named = WORDS[lang].get(token.lower)
    return named === undefined ? null : { unit: named, next: i + 1, end: token.end }
  }
  if (token.lower === '°') {
    const scale = adjacent ? text.slice(after.start, after.end) : ''
    return scale === 'C' || scale === 'F' ? { unit: `°${scale}`, next: i + 2, end: after?.end ?? token.end } : null
  }
  // five inches: 5" or 5''
  if (token.lower === "'" && adjacent && after.lower === "'") return { unit: 'in', next: i + 2, end: after.end }
  return null
}
