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

/** Trigger words in the same way: forms joined by line ends, and for each the index of what it tells. */
export interface SerialWords {
  forms: string
  entries: number[]
  words: WordEntry[]
}

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
  words: Record<Language, SerialWords>
}

/**
 * The look-up maps of what the build wrote, each made when it is first asked for: most runs read one language. Keys without
 * marks share one entry object, and so do the forms of a word that tell the same.
 */
export function reviveLexicon(serial: SerialLexicon): Lexicon {
  const places = once(() => placed(serial.places))
  const fr = once(() => reviveLanguage(serial, 'fr', places()))
  const en = once(() => reviveLanguage(serial, 'en', places()))
  const orgs = once(() => reviveKeys<KnownOrg>(serial.orgKeys, serial.orgs))
  const products = once(() => reviveKeys<KnownProduct>(serial.productKeys, serial.products))
  const firstNames = once(() => new Set(serial.firstNames))
  return {
    get fr() {
      return fr()
    },
    get en() {
      return en()
    },
    get orgs() {
      return orgs()
    },
    get products() {
      return products()
    },
    get firstNames() {
      return firstNames()
    },
  }
}

/** Makes a thing when it is first asked for. */
export function once<T>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}

function reviveLanguage(serial: SerialLexicon, language: Language, places: PlaceEntry[]): LanguageLexicon {
  return {
    units: reviveKeys<UnitEntry>(serial.unitKeys[language], serial.units),
    words: reviveWords(serial.words[language]),
    places: reviveKeys<KnownPlace>(serial.placeKeys[language], places, 'prep'),
    demonyms: reviveKeys<KnownPlace>(serial.demonymKeys[language], places),
  }
}

/** Places with the codes of the countries that they lie in, which the build does not write for each city. */
function placed(places: PlaceEntry[]): PlaceEntry[] {
  const codes = new Map<string, string | null>()
  for (const { kind, name, code } of places) if (kind === 'country') codes.set(name, code)
  return places.map((place) =>
    place.country === undefined ? place : { ...place, countryCode: codes.get(place.country) ?? null },
  )
}

function reviveWords({ forms, entries, words }: SerialWords): Map<string, WordEntry> {
  const map = new Map<string, WordEntry>()
  if (forms === '') return map
  let i = 0
  for (const form of forms.split('\n')) {
    const word = words[entries[i++] ?? -1]
    if (word === undefined) throw new Error(`lexicon: the form "${form}" leads to no word`)
    map.set(form, word)
  }
  return map
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
