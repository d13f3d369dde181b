import type {
  Language,
  LanguageLexicon,
  Lexicon,
  OrgEntry,
  PlaceEntry,
  ProductEntry,
  UnitEntry,
  WordEntry,
} from '../types.js'

/** What the written form that led to an entry is worth by itself. The same place or firm may have safe forms too. */
export interface FormMarks {
  /**
   * Organisations and products: the form is also an ordinary word, a person's or a place's name ("Orange",
   * "Total", "Mini"): a capital letter alone is no evidence.
   */
  ambiguous?: true
  /** The form is an abbreviation in capitals: in lower case it is another word ("US" and "us", "GE" and "ge"). */
  upper?: true
  /** The form has no capital ("zone euro", "worldwide", "e-tron"). All other forms need one somewhere in the text. */
  lower?: true
  /** The form's last word is lower case ("Arabie saoudite"). That of all others is not: "le monde" is no newspaper. */
  lowerEnd?: true
}

/** `prep` takes the place of `ambiguous`. */
export interface KnownPlace extends PlaceEntry, Omit<FormMarks, 'ambiguous'> {}

export interface KnownOrg extends OrgEntry, FormMarks {
  /** English short name of the country of its head office: "le géant chinois" cannot be a firm of another country. */
  country?: string
}

export interface KnownProduct extends ProductEntry, FormMarks {
  /** What its copies are counted in: `vehicles`, `aircraft`, `units`, … */
  unit?: string
}

/** Bits of a serial key. */
export const MARK = { doubtful: 1, upper: 2, lower: 4, lowerEnd: 8 } as const

/**
 * Keys (see keys.ts) with the entries that they lead to, in columns, which start up twice as fast as rows: the keys
 * joined by line ends, and for each the index of its entry and the sum of its marks as one hexadecimal digit.
 */
export interface SerialKeys {
  keys: string
  entries: number[]
  marks: string
}

/** A form of a trigger word with what it tells, as words.ts reads it. */
export type SerialWord = [form: string, word: WordEntry]

/** The lexicon as plain JSON, as the build writes it: entries once, and the keys that lead to them. */
export interface SerialLexicon {
  places: PlaceEntry[]
  orgs: (OrgEntry & { country?: string })[]
  products: (ProductEntry & { unit?: string })[]
  units: UnitEntry[]
  placeKeys: Record<Language, SerialKeys>
  demonymKeys: Record<Language, SerialKeys>
  orgKeys: SerialKeys
  productKeys: SerialKeys
  unitKeys: Record<Language, SerialKeys>
  firstNames: string[]
  words: Record<Language, SerialWord[]>
}

/** Builds the look-up maps from what the build wrote. Keys without marks share one entry object. */
export function reviveLexicon(serial: SerialLexicon): Lexicon {
  return {
    fr: reviveLanguage(serial, 'fr'),
    en: reviveLanguage(serial, 'en'),
    orgs: reviveKeys<KnownOrg>(serial.orgKeys, serial.orgs, 'ambiguous'),
    products: reviveKeys<KnownProduct>(serial.productKeys, serial.products, 'ambiguous'),
    firstNames: new Set(serial.firstNames),
  }
}

function reviveLanguage(serial: SerialLexicon, language: Language): LanguageLexicon {
  return {
    units: reviveKeys<UnitEntry>(serial.unitKeys[language], serial.units),
    words: new Map(serial.words[language]),
    places: reviveKeys<KnownPlace>(serial.placeKeys[language], serial.places, 'prep'),
    demonyms: reviveKeys<KnownPlace>(serial.demonymKeys[language], serial.places),
  }
}

type Marked = FormMarks & { prep?: true }

function reviveKeys<E extends object>(
  { keys, entries: indices, marks }: SerialKeys,
  entries: E[],
  doubtful: 'prep' | 'ambiguous' = 'ambiguous',
): Map<string, E> {
  const map = new Map<string, E>()
  if (keys === '') return map
  let i = 0
  for (const key of keys.split('\n')) {
    const entry = entries[indices[i] ?? -1]
    const digit = marks[i++]
    if (entry === undefined || digit === undefined) throw new Error(`lexicon: the key "${key}" leads to no entry`)
    if (digit === '0') {
      map.set(key, entry)
      continue
    }
    const sum = Number.parseInt(digit, 16)
    const marked: E & Marked = { ...entry }
    if (sum & MARK.doubtful) marked[doubtful] = true
    if (sum & MARK.upper) marked.upper = true
    if (sum & MARK.lower) marked.lower = true
    if (sum & MARK.lowerEnd) marked.lowerEnd = true
    map.set(key, marked)
  }
  return map
}
