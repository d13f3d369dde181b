import type { Language, Lexicon, OrgEntry, PlaceEntry, ProductEntry } from '../types.js'

/** What the lexicon may say about a written form beside its entry: see `FormMarks` of the lexicon. */
interface Marks {
  /** Counts in capitals only ("US"). */
  upper?: true
  /** Counts without a capital too ("zone euro"). */
  lower?: true
}

/** All that a written form can stand for. */
export interface Entry {
  org?: OrgEntry & Marks
  product?: ProductEntry & Marks
  place?: PlaceEntry & Marks
  demonym?: PlaceEntry & Marks & { ambiguous?: true }
}

/** A tree of words: the forms that start with one word are found with one look-up per word. */
export interface Branch {
  value?: Entry
  next?: WordTree
}
export type WordTree = Map<string, Branch>

const built = new WeakMap<Lexicon, Map<Language, WordTree>>()

/** The names of the lexicon for texts of one language, as a tree; built once per lexicon and language. */
export function gazetteer(lexicon: Lexicon, language: Language): WordTree {
  let byLanguage = built.get(lexicon)
  if (byLanguage === undefined) {
    byLanguage = new Map()
    built.set(lexicon, byLanguage)
  }
  let tree = byLanguage.get(language)
  if (tree === undefined) {
    tree = new Map()
    for (const [form, org] of lexicon.orgs) entryOf(tree, form).org = org
    for (const [form, product] of lexicon.products) entryOf(tree, form).product = product
    for (const [form, place] of lexicon[language].places) entryOf(tree, form).place = place
    for (const [form, demonym] of lexicon[language].demonyms) entryOf(tree, form).demonym = demonym
    byLanguage.set(language, tree)
  }
  return tree
}

/** The entry of a form (words joined by one space), made where the tree has none. */
function entryOf(tree: WordTree, form: string): Entry {
  let level = tree
  let branch: Branch = {}
  const words = form.split(' ')
  for (const [i, word] of words.entries()) {
    const known = level.get(word)
    branch = known ?? {}
    if (known === undefined) level.set(word, branch)
    if (i < words.length - 1) level = branch.next ??= new Map()
  }
  branch.value ??= {}
  return branch.value
}
