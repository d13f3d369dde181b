/**
 * Reads the word lists of this folder: for the build and the tests. The program itself revives what the build wrote.
 *
 * All lists have one format, UTF-8 text:
 *
 *     # a comment; empty lines count for nothing
 *     name     | country | fr      | en         the first other line names the columns
 *     Brussels | BE      | Bruxelles             one entry a line; empty cells at the end may be left out
 *
 * - A cell that lists written forms separates them by `;`.
 * - Letters in brackets may be absent: `point(s) de vente` is two forms.
 * - A form that ends in `?` cannot be trusted alone: it is also an ordinary word, a person's or another place's name.
 * - Capitals tell how a form must be written: one in capitals throughout (`US`, `GM`) counts in capitals only, so list
 *   `Ikea` where both are usual, or both (`FIFA; Fifa`); one without capitals (`zone euro`) counts in lower case too.
 * - Accents: names are found without them too (`Citroen`, `Etats-Unis`); list the accented form only.
 *
 * | file                | columns                              | the entry's first form                        |
 * | ------------------- | ------------------------------------ | --------------------------------------------- |
 * | countries.txt       | code, name, fr, en                   | further forms and canonical names besides CLDR |
 * | regions.txt         | name, code, country, fr, en          | groups and parts of countries; M49 code or none |
 * | cities.txt          | name, country, fr, en                | `fr` empty: the English name                  |
 * | demonyms.txt        | place, fr, en                        | `place` is a country's or region's name       |
 * | companies.txt       | name, industry, country, aliases     | the country is that of the head office        |
 * | products.txt        | name, maker, unit, aliases           | `maker` is a name of companies.txt            |
 * | first-names.txt     | origin, names                        | the origin is for the editor of the list      |
 * | fr,en/units.txt     | unit, goods, forms                   | `goods` is `yes` or empty                     |
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { UserError } from '../problems.js'
import type { Language, PlaceEntry, WordEntry } from '../types.js'
import { formKey } from './keys.js'
import { MARK, type SerialKeys, type SerialLexicon, type SerialWords } from './lexicon.js'

const LANGUAGES: Language[] = ['fr', 'en']

/** The officially assigned ISO 3166-1 alpha-2 codes. */
export const COUNTRY_CODES =
  `AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR
BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ
FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE
JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR
MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU
RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG
UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW`.split(/\s+/)

/** The trades that companies.txt knows. `media`, `research` and `regulator` are sources rather than subjects. */
export const INDUSTRIES = new Set(
  `aerospace agriculture aircraft airline appliances apps banking batteries beauty beer cars cement chemicals conglomerate
construction consulting defence e-commerce education electronics energy engineering entertainment fashion finance food
furniture games gambling health hotels insurance internet investment leasing logistics luxury machinery media metals
mining motorcycles oil packaging paper parts pharma phones property rail regulator research restaurants retail rubber
semiconductors shipbuilding shipping software space spirits sports steel telecoms tobacco toys transport travel trucks
utilities water wind`.split(/\s+/),
)

/** What the copies of a product are counted in. */
const PRODUCT_UNITS = new Set(['vehicles', 'aircraft', 'units', 'engine', 'train', 'turbine'])

interface Row {
  file: string
  line: number
  cells: Record<string, string>
}

interface Form {
  text: string
  doubtful: boolean
}

/** Keys under construction; remembers who claimed a key, to name both when two entries want the same. */
type KeyTable = Map<string, { entry: number; marks: number; from: Row }>

/**
 * Reads all lists below `dir` (this folder, in source form). `words` are the trigger words, which words.ts reads.
 * @throws UserError with file and line: unknown or missing column, unknown code, industry, maker or place, or one
 * written form with two meanings.
 */
export function loadLexicon(
  dir: string,
  words: Record<Language, readonly [form: string, word: WordEntry][]> = { fr: [], en: [] },
): SerialLexicon {
  const { places, tables, countryNames } = readPlaces(dir)
  const demonyms = readDemonyms(dir, places)
  const orgs = readOrgs(dir, countryNames)
  const products = readProducts(dir, new Set(orgs.entries.map((org) => org.name)))
  const units = readUnits(dir)
  for (const table of [tables.fr, tables.en, demonyms.fr, demonyms.en, orgs.table, products.table]) addUnaccented(table)
  addSpaced(orgs.table)
  return {
    places,
    orgs: orgs.entries,
    products: products.entries,
    units: units.entries,
    placeKeys: perLanguage((language) => serialKeys(tables[language])),
    demonymKeys: perLanguage((language) => serialKeys(demonyms[language])),
    orgKeys: serialKeys(orgs.table),
    productKeys: serialKeys(products.table),
    unitKeys: perLanguage((language) => serialKeys(units.tables[language])),
    firstNames: readFirstNames(dir),
    words: perLanguage((language) => serialWords(words[language])),
  }
}

function serialWords(words: readonly [form: string, word: WordEntry][]): SerialWords {
  const indices = new Map<string, number>()
  const serial: SerialWords = { forms: words.map(([form]) => form).join('\n'), entries: [], words: [] }
  for (const [, word] of words) {
    const told = JSON.stringify(word)
    const known = indices.get(told) ?? serial.words.push(word) - 1
    indices.set(told, known)
    serial.entries.push(known)
  }
  return serial
}

const perLanguage = <T>(make: (language: Language) => T): Record<Language, T> => ({ fr: make('fr'), en: make('en') })
const newTables = (): Record<Language, KeyTable> => perLanguage(() => new Map())

interface Places {
  places: PlaceEntry[]
  tables: Record<Language, KeyTable>
  /** English short names by ISO 3166-1 code. */
  countryNames: Map<string, string>
}

function readPlaces(dir: string): Places {
  const places: PlaceEntry[] = []
  const tables = newTables()
  const names = new Set<string>()
  const add = (row: Row, place: PlaceEntry): number => {
    if (names.has(place.name)) throw bad(row, `the place "${place.name}" is listed twice`)
    names.add(place.name)
    return places.push(place) - 1
  }

  const listed = new Map<string, Row>()
  for (const row of readTable(dir, 'countries.txt', ['code', 'name', 'fr', 'en'])) {
    const code = cell(row, 'code')
    if (!COUNTRY_CODES.includes(code)) throw bad(row, `"${code}" is no ISO 3166-1 code`)
    if (listed.has(code)) throw bad(row, `the code ${code} is listed twice`)
    listed.set(code, row)
  }
  const countryNames = new Map<string, string>()
  for (const code of COUNTRY_CODES) {
    const row = listed.get(code) ?? { file: join(dir, 'countries.txt'), line: 1, cells: { code } }
    const name = cell(row, 'name') || cldrNames(code, 'en')[0]
    if (name === undefined) throw bad(row, `CLDR has no plain name for ${code}: give one`)
    countryNames.set(code, name)
    const index = add(row, { name, code, kind: 'country' })
    for (const language of LANGUAGES) addForms(tables[language], index, row, forms(row, language))
  }
  // only now, as what is written by hand goes before CLDR's names ("Congo")
  for (const [index, code] of COUNTRY_CODES.entries()) {
    const row = listed.get(code) ?? { file: join(dir, 'countries.txt'), line: 1, cells: { code } }
    for (const language of LANGUAGES) {
      const own = language === 'en' ? [places[index]!.name] : []
      for (const text of [...own, ...cldrNames(code, language)]) addGenerated(tables[language], index, row, text)
    }
  }

  for (const [kind, columns] of [
    ['region', ['name', 'code', 'country', 'fr', 'en']],
    ['city', ['name', 'country', 'fr', 'en']],
  ] as const) {
    for (const row of readTable(dir, kind === 'region' ? 'regions.txt' : 'cities.txt', columns)) {
      const code = cell(row, 'code') || null
      if (code !== null && !/^[0-9]{3}$/.test(code)) throw bad(row, `"${code}" is no UN M49 code`)
      const country = countryOf(row, countryNames)
      if (kind === 'city' && country === undefined) throw bad(row, 'a city needs its country')
      const own = readForm(row, cell(row, 'name'))
      const index = add(row, { name: own.text, code, kind, ...(country && { country }) })
      const french = forms(row, 'fr')
      addForms(tables.fr, index, row, french.length > 0 ? french : [own])
      addForms(tables.en, index, row, [own, ...forms(row, 'en')])
    }
  }
  return { places, tables, countryNames }
}

function readDemonyms(dir: string, places: PlaceEntry[]): Record<Language, KeyTable> {
  const byName = new Map(places.map((place, index) => [place.name, index]))
  const tables = newTables()
  for (const row of readTable(dir, 'demonyms.txt', ['place', 'fr', 'en'])) {
    const index = byName.get(cell(row, 'place'))
    if (index === undefined) throw bad(row, `"${cell(row, 'place')}" is no place of the lists`)
    for (const language of LANGUAGES) addForms(tables[language], index, row, forms(row, language), demonymMarks)
  }
  return tables
}

function readOrgs(dir: string, countryNames: Map<string, string>) {
  const entries: SerialLexicon['orgs'] = []
  const table: KeyTable = new Map()
  for (const row of readTable(dir, 'companies.txt', ['name', 'industry', 'country', 'aliases'])) {
    const own = readForm(row, cell(row, 'name'))
    const industry = cell(row, 'industry')
    if (!INDUSTRIES.has(industry)) throw bad(row, `"${industry}" is no known industry`)
    const country = countryOf(row, countryNames)
    const index = entries.push({ name: own.text, industry, ...(country && { country }) }) - 1
    addForms(table, index, row, [own, ...forms(row, 'aliases')])
  }
  return { entries, table }
}

function readProducts(dir: string, orgNames: Set<string>) {
  const entries: SerialLexicon['products'] = []
  const table: KeyTable = new Map()
  for (const row of readTable(dir, 'products.txt', ['name', 'maker', 'unit', 'aliases'])) {
    const own = readForm(row, cell(row, 'name'))
    const maker = cell(row, 'maker')
    if (!orgNames.has(maker)) throw bad(row, `"${maker}" is no organisation of companies.txt`)
    const unit = cell(row, 'unit')
    if (unit !== '' && !PRODUCT_UNITS.has(unit)) throw bad(row, `"${unit}" is no unit of products`)
    const index = entries.push({ name: own.text, maker, ...(unit !== '' && { unit }) }) - 1
    addForms(table, index, row, [own, ...forms(row, 'aliases')])
  }
  return { entries, table }
}

function readUnits(dir: string) {
  const entries: SerialLexicon['units'] = []
  const tables = newTables()
  for (const language of LANGUAGES) {
    for (const row of readTable(dir, `${language}/units.txt`, ['unit', 'goods', 'forms'])) {
      const unit = cell(row, 'unit')
      if (!/^[A-Za-z]+(?:[ -][a-z]+)*$/.test(unit)) throw bad(row, `"${unit}" is no unit`)
      const goods = cell(row, 'goods')
      if (goods !== '' && goods !== 'yes') throw bad(row, `the column "goods" is "yes" or empty, not "${goods}"`)
      const same = entries.findIndex((known) => known.unit === unit && (known.goods === true) === (goods === 'yes'))
      const index = same >= 0 ? same : entries.push({ unit, ...(goods === 'yes' && { goods: true }) }) - 1
      addForms(tables[language], index, row, forms(row, 'forms'), () => 0)
    }
  }
  return { entries, tables }
}

function readFirstNames(dir: string): string[] {
  const names = new Set<string>()
  for (const row of readTable(dir, 'first-names.txt', ['origin', 'names'])) {
    for (const { text } of forms(row, 'names')) {
      names.add(formKey(text))
      names.add(formKey(withoutAccents(text)))
    }
  }
  return [...names]
}

function bad(row: Row, message: string): UserError {
  return new UserError(message, { source: row.file, line: row.line })
}

/** The rows of a list; `file` is its path below `dir`. */
function readTable(dir: string, file: string, columns: readonly string[]): Row[] {
  const path = join(dir, file)
  const rows: Row[] = []
  let header: string[] | null = null
  for (const [i, raw] of readFileSync(path, 'utf8').split(/\r?\n/).entries()) {
    const line = raw.trim()
    if (line === '' || line.startsWith('#')) continue
    const values = line.split('|').map((value) => value.trim())
    const row: Row = { file: path, line: i + 1, cells: {} }
    if (header === null) {
      for (const name of values) if (!columns.includes(name)) throw bad(row, `unknown column "${name}"`)
      for (const name of columns) if (!values.includes(name)) throw bad(row, `missing column "${name}"`)
      header = values
      continue
    }
    if (values.length > header.length) throw bad(row, `${values.length} cells for ${header.length} columns`)
    for (const [k, name] of header.entries()) row.cells[name] = values[k] ?? ''
    rows.push(row)
  }
  return rows
}

function cell(row: Row, column: string): string {
  return row.cells[column] ?? ''
}

function forms(row: Row, column: string): Form[] {
  const value = cell(row, column)
  if (value === '') return []
  return value.split(';').flatMap((part) => {
    const form = readForm(row, part.trim())
    return expand(form.text).map((text) => ({ ...form, text }))
  })
}

function readForm(row: Row, written: string): Form {
  const doubtful = written.endsWith('?')
  const text = doubtful ? written.slice(0, -1).trim() : written
  if (text === '') throw bad(row, 'an empty form')
  return { text, doubtful }
}

/** The forms with and without each bracketed group; the brackets themselves are never part of a form. */
function expand(form: string): string[] {
  const open = form.indexOf('(')
  if (open < 0) return [form]
  const close = form.indexOf(')', open)
  if (close < 0) return [form]
  const tails = expand(form.slice(close + 1))
  const head = form.slice(0, open)
  return [head, head + form.slice(open + 1, close)].flatMap((begin) => tails.map((tail) => begin + tail))
}

function countryOf(row: Row, names: Map<string, string>): string | undefined {
  const code = cell(row, 'country')
  if (code === '') return undefined
  const name = names.get(code)
  if (name === undefined) throw bad(row, `"${code}" is no ISO 3166-1 code`)
  return name
}

const DISPLAY: Record<Language, Intl.DisplayNames> = {
  fr: new Intl.DisplayNames(['fr'], { type: 'region', fallback: 'none' }),
  en: new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' }),
}

/** CLDR's name of a country, also as news write it ("and" for "&", "Saint" for "St."); none if it holds a note. */
function cldrNames(code: string, language: Language): string[] {
  const name = DISPLAY[language].of(code)?.normalize('NFC').replace(/’/g, "'")
  if (name === undefined || /[()]| - |-les |\bSAR\b|R\.A\.S\./.test(name)) return []
  if (language === 'fr') return [name]
  const plain = name.replace(/ & /g, ' and ').replace(/^St\. /, 'Saint ')
  return plain === name ? [name] : [plain, name]
}

const withoutAccents = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '')

function marksOf({ text, doubtful }: Form): number {
  const end = text.split(/\s/).at(-1) ?? ''
  const letter = end.search(/\p{L}/u)
  const last = letter < 0 ? text : end.slice(letter)
  return (
    (doubtful ? MARK.doubtful : 0) |
    (/^[\p{Lu}.&\s-]+$/u.test(text) && /\p{Lu}.*\p{Lu}/u.test(text) ? MARK.upper : 0) |
    (/\p{Ll}/u.test(text) && !/\p{Lu}/u.test(text) ? MARK.lower : 0) |
    (/\p{Ll}/u.test(last) && !/\p{Lu}/u.test(last) ? MARK.lowerEnd : 0)
  )
}

/** The marks of a form that a list writes in two ways: what either way allows is allowed. */
function bothMarks(a: number, b: number): number {
  return (a & b & (MARK.doubtful | MARK.upper)) | ((a | b) & (MARK.lower | MARK.lowerEnd))
}

/** Demonyms are lower case in French, capitalised in English and as nouns: only abbreviations ("US") have a mark. */
const demonymMarks = (form: Form) => marksOf(form) & MARK.upper

function addForms(table: KeyTable, entry: number, from: Row, list: Form[], marks = marksOf): void {
  for (const form of list) {
    const key = formKey(form.text)
    const known = table.get(key)
    if (known === undefined) table.set(key, { entry, marks: marks(form), from })
    else if (known.entry !== entry) {
      throw bad(from, `"${form.text}" has another meaning in ${known.from.file}:${known.from.line}`)
    } else known.marks = bothMarks(known.marks, marks(form))
  }
}

/** A form that nobody wrote by hand: gives way to what a list says. */
function addGenerated(table: KeyTable, entry: number, from: Row, text: string): void {
  const key = formKey(text)
  const marks = marksOf({ text, doubtful: false })
  const known = table.get(key)
  if (known === undefined) table.set(key, { entry, marks, from })
  else if (known.entry === entry) known.marks |= marks & (MARK.lower | MARK.lowerEnd)
}

function addUnaccented(table: KeyTable): void {
  for (const [key, value] of [...table]) {
    const plain = withoutAccents(key)
    if (!table.has(plain)) table.set(plain, value)
  }
}

/** "Rolls Royce" for "Rolls-Royce": writers often drop the hyphen between the words of a name. */
function addSpaced(table: KeyTable): void {
  for (const [key, value] of [...table]) {
    if (!key.includes('-') || !key.split(/[- ]/).every((part) => part.length > 2)) continue
    const spaced = key.replace(/-/g, ' ')
    if (!table.has(spaced)) table.set(spaced, value)
  }
}

function serialKeys(table: KeyTable): SerialKeys {
  const values = [...table.values()]
  return {
    keys: [...table.keys()].join('\n'),
    entries: values.map(({ entry }) => entry),
    marks: values.map(({ marks }) => marks.toString(16)).join(''),
  }
}
