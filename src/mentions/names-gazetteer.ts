import type { Language, Lexicon, OrgEntry, PlaceEntry, ProductEntry } from '../types.js'

/** What the lexicon may say about a written form beside its entry: see `FormMarks` of the lexicon. */
interface Marks {
  /** Counts in capitals only ("US"). */
  upper: true | undefined
  /** Counts without a capital too ("zone euro"). */
  lower: true | undefined
}

/** The same with all that may be absent: what is read at every name is of one shape. */
type Filled<T> = { [K in keyof Required<T>]: T[K] | (undefined extends T[K] ? undefined : never) }

export type Org = Filled<OrgEntry> & Marks
export type Product = Filled<ProductEntry> & Marks
export type Place = Filled<PlaceEntry> & Marks

/** All that a written form can stand for. */
export interface Entry {
  org: Org | undefined
  product: Product | undefined
  place: Place | undefined
  demonym: Place | undefined
}

/** An entry with no other meanings than these. */
export const entryWith = ({ org, product, place, demonym }: Partial<Entry>): Entry => ({ org, product, place, demonym })

/** The forms of the lexicon that begin with certain words: what those words mean alone, and how they go on. */
export interface Branch {
  value: Entry | undefined
  next: Map<string, Branch> | undefined
  /** The places of the words of `next` among 32, as bits: see `spotBit`. */
  spots: number
}

/** The names of a lexicon for texts of one language, by their first word. */
export interface Gazetteer {
  lexicon: Lexicon
  language: Language
  /** The forms of several words, by the first of them. */
  phrases: Map<string, string[]>
  /** The branches that were asked for. */
  branches: Map<string, Branch>
}

/** One of 32 places for a word: words with different ones differ. */
export const spotOf = (word: string): number => (word.charCodeAt(0) + word.length) & 31

export function openGazetteer(lexicon: Lexicon, language: Language): Gazetteer {
  const phrases = new Map<string, string[]>()
  const { places, demonyms } = lexicon[language]
  for (const table of [lexicon.orgs, lexicon.products, places, demonyms]) {
    for (const form of table.keys()) {
      const space = form.indexOf(' ')
      if (space < 0) continue
      const first = form.slice(0, space)
      const known = phrases.get(first)
      if (known === undefined) phrases.set(first, [form])
      else known.push(form)
    }
  }
  return { lexicon, language, phrases, branches: new Map() }
}

/** The forms that begin with a word; undefined where there is none. Made when first asked for, and the same ever after. */
export function branchOf(gazetteer: Gazetteer, word: string): Branch | undefined {
  const { phrases, branches } = gazetteer
  const known = branches.get(word)
  if (known !== undefined) return known
  const value = entryOf(gazetteer, word)
  const longer = phrases.get(word)
  if (value === undefined && longer === undefined) return undefined
  const branch: Branch = { value, next: undefined, spots: 0 }
  for (const form of longer ?? []) {
    let at = branch
    for (const next of form.slice(word.length + 1).split(' ')) {
      at.next ??= new Map()
      let deeper = at.next.get(next)
      if (deeper === undefined) {
        deeper = { value: undefined, next: undefined, spots: 0 }
        at.next.set(next, deeper)
        at.spots |= 1 << spotOf(next)
      }
      at = deeper
    }
    at.value ??= entryOf(gazetteer, form)
  }
  branches.set(word, branch)
  return branch
}

/** All that the lexicon knows by a form in lower case; undefined where that is nothing. */
export function entryOf({ lexicon, language }: Gazetteer, form: string): Entry | undefined {
  const org = lexicon.orgs.get(form)
  const product = lexicon.products.get(form)
  const place = lexicon[language].places.get(form)
  const demonym = lexicon[language].demonyms.get(form)
  if ((org ?? product ?? place ?? demonym) === undefined) return undefined
  return {
    org: org && filledOrg(org),
    product: product && filledProduct(product),
    place: place && filledPlace(place),
    demonym: demonym && filledPlace(demonym),
  }
}

const filledOrg = ({ name, industry, ambiguous, upper, lower }: OrgEntry & Partial<Marks>): Org => ({
  name,
  industry,
  ambiguous,
  upper,
  lower,
})

const filledProduct = ({ name, maker, ambiguous, upper, lower }: ProductEntry & Partial<Marks>): Product => ({
  name,
  maker,
  ambiguous,
  upper,
  lower,
})

const filledPlace = ({
  name,
  code,
  kind,
  country,
  countryCode,
  prep,
  upper,
  lower,
}: PlaceEntry & Partial<Marks>): Place => ({
  name,
  code,
  kind,
  country,
  countryCode,
  prep,
  upper,
  lower,
})
