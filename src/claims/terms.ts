import type { Mention, Sentence, Token, WordEntry } from '../types.js'
import { DOES, doesOf, is, kindOf, TAG, type TermKind } from './kinds.js'
import { kindOfMention } from './mention-kinds.js'
import { classTag, type FormFacts, factsOf, type PhraseNode, tagsOfWord, type Vocabulary } from './vocabulary.js'

/** A term is what the matcher steps over: a mention, a known word or phrase, a plain word or a punctuation mark. */
export interface Term {
  /** What it shares with other terms: tags, lemma, what patterns and stages ask. */
  kind: TermKind
  /** One token's lower case, hyphens non-breaking; empty for a term of several tokens, see `normalOf`. */
  normal: string
  /** The document's text, and UTF-16 offsets in it. */
  source: string
  start: number
  end: number
  mention: Mention | undefined
  word: WordEntry | undefined
  /** An organisation that the term stands for: named, or resolved through the document. */
  who: Who | undefined
}

/** How a term refers to an organisation. */
export interface Who {
  kind: 'name' | 'description' | 'pronoun' | 'possessive'
  /** Null until the document's thread of discourse resolves it. */
  name: string | null
  /** The place that a description names by its adjective: "le géant chinois" → China. */
  place: string | undefined
  /** The noun of a description, with a name or without, as written in lower case. */
  noun?: string
}

/** A name, description or pronoun that may be a subject; a possessive is none. */
export const isWho = (term: Term | undefined): boolean => term?.who !== undefined && term.who.kind !== 'possessive'

/** The term as it stands in the text. */
export const textOf = ({ source, start, end }: Term): string => source.slice(start, end)

/** The terms of a sentence: mentions first, then the longest known phrase, then single words. */
export function buildTerms(
  source: string,
  { tokens }: Sentence,
  mentions: readonly Mention[],
  vocabulary: Vocabulary,
): Term[] {
  const terms: Term[] = []
  let m = 0
  let i = 0
  while (i < tokens.length) {
    const token = tokens[i] as Token
    const facts = factsOf(token, vocabulary)
    if (facts.silent) {
      i++
      continue
    }
    const { start } = token
    while (m < mentions.length && (mentions[m] as Mention).end <= start) m++
    const mention = mentions[m]
    if (mention !== undefined && start >= mention.start) {
      let j = i + 1
      while (j < tokens.length && (tokens[j] as Token).start < mention.end) j++
      terms.push(mentionTerm(source, mention, tokens, i, j, vocabulary))
      if (mention.type === 'product') countProduct(terms, vocabulary, tokens[j])
      i = j
      continue
    }
    if (facts.elided !== null && isApostrophe(tokens[i + 1], token.end)) {
      // "d' Opel" in texts whose links stand apart: the apostrophe belongs to the word before it
      const { end } = tokens[i + 1] as Token
      terms.push({
        kind: facts.elided, normal: `${facts.normal}'`, source, start, end, mention: undefined, word: undefined, who: undefined,
      }) // biome-ignore format: one record
      i += 2
      continue
    }
    const length =
      facts.phrases === undefined ? 0 : phraseAt(tokens, i, mention?.start ?? Number.POSITIVE_INFINITY, facts.phrases)
    if (length > 1) {
      terms.push(phraseTerm(source, tokens, i, length, vocabulary))
      i += length
      continue
    }
    const isNoun =
      facts.plain !== facts.kind && terms.length > 0 && ((terms.at(-1) as Term).kind.does & DOES.BeforeNoun) !== 0
    terms.push({
      kind: isNoun ? facts.plain : facts.kind,
      normal: facts.normal,
      source,
      start,
      end: token.end,
      mention: undefined,
      word: isNoun ? undefined : facts.entry,
      who: facts.who === null ? undefined : { kind: facts.who, name: null, place: undefined },
    })
    i++
  }
  return terms
}

const isApostrophe = (next: Token | undefined, end: number): boolean =>
  next !== undefined && next.start === end && (next.lower === "'" || next.lower === '’')

/** The phrase that {@link phraseAt} found last. */
let foundPhrase: PhraseNode | null = null

/** How many tokens the longest phrase takes that begins at `i` and ends before offset `before`; 0 for none. */
function phraseAt(tokens: readonly Token[], i: number, before: number, first: PhraseNode): number {
  let length = 0
  let node: PhraseNode | undefined = first
  for (let j = i + 1; j < tokens.length && node.next !== null; j++) {
    const token = tokens[j] as Token
    if (token.start >= before) break
    node = node.next.get(token.lower)
    if (node === undefined) break
    if (node.entry === null) continue
    foundPhrase = node
    length = j + 1 - i
  }
  return length
}

function phraseTerm(source: string, tokens: readonly Token[], i: number, length: number, vocabulary: Vocabulary): Term {
  const node = foundPhrase as PhraseNode
  const entry = node.entry as WordEntry
  const { capital } = factsOf(tokens[i] as Token, vocabulary)
  let small = true
  for (let j = i; small && j < i + length; j++) small = factsOf(tokens[j] as Token, vocabulary).small
  const variant = (capital ? 1 : 0) + (small ? 2 : 0)
  let kind = node.kinds[variant]
  if (kind === undefined) {
    const tags = [...(capital ? ['Capital'] : []), ...tagsOfWord(entry)]
    const named = vocabulary.isNamed(node.normal) ? node.normal : ''
    kind = kindOf(tags, named, small, doesOf(node.normal), entry, entry.lemma)
    node.kinds[variant] = kind
  }
  return {
    kind, normal: node.normal, source, start: (tokens[i] as Token).start, end: (tokens[i + length - 1] as Token).end,
    mention: undefined, word: entry, who: undefined,
  } // biome-ignore format: one record
}

/** "85 job losses" are no losses: the phrase that ends at token `j`. */
const pairAt = (tokens: readonly Token[], j: number, from: number, { words }: Vocabulary): WordEntry | undefined =>
  j > from ? words.get(`${(tokens[j - 1] as Token).lower} ${(tokens[j] as Token).lower}`) : undefined

/** "38 ships" are no form of "to ship". */
const nounOf = (entry: WordEntry | undefined): WordEntry | undefined =>
  entry?.features.some((f) => f === 'noun' || f === 'participle') === true ? entry : undefined

/** "300 suppressions de postes": what is counted is the noun before the "de", where posts are behind it; else `word`. */
function headBefore(
  tokens: readonly Token[],
  from: number,
  to: number,
  word: WordEntry,
  vocabulary: Vocabulary,
): WordEntry {
  if (!word.classes.includes('JobNoun')) return word
  for (let j = from; j < to; j++) {
    const head = nounOf(factsOf(tokens[j] as Token, vocabulary).entry)
    if (head?.classes.some((name) => name.startsWith('measure='))) return head
  }
  return word
}

/** "points de vente" are counted as such: the "vente" in them is no measure. */
const isPlaceOfSale = (unit: string | undefined): boolean => unit === 'stores' || unit === 'markets'

function mentionTerm(
  source: string,
  mention: Mention,
  tokens: readonly Token[],
  from: number,
  to: number,
  vocabulary: Vocabulary,
): Term {
  let kind = kindOfMention(mention)
  let word: WordEntry | undefined
  // "826 commandes", "420 salariés": the noun that is counted is a word of its own
  if (mention.type === 'amount' && !isPlaceOfSale(mention.value.unit)) {
    for (let j = to - 1; j >= from && word === undefined; j--)
      word = nounOf(pairAt(tokens, j, from, vocabulary) ?? factsOf(tokens[j] as Token, vocabulary).entry)
    if (word !== undefined && vocabulary.french) word = headBefore(tokens, from, to, word, vocabulary)
    if (word !== undefined) kind = counting(kind, word)
  }
  let normal = ''
  const first = tokens[from] as Token
  // "five 74-seat jets": what each of them has is not what is counted
  if (mention.type === 'amount' && to === from + 1 && /-\p{L}+[^s]$/u.test(first.lower) && kind.tags.has('Goods'))
    kind = kindOf(
      [...kind.tags].filter((tag) => tag !== 'Goods' && tag !== 'Value'),
      '',
      false,
      0,
    )
  // "Geely-owned Volvo": the adjective made of a name says who owns what stands behind it
  if (mention.type === 'org' && OWNED.test(first.lower)) kind = kindOf([...kind.tags, 'OwnedAdj'], '', false, 0)
  // a name that is one word may be one that a pattern asks for
  if (to === from + 1 && first.start === mention.start && first.end === mention.end) {
    const facts = factsOf(first, vocabulary)
    normal = facts.normal
    if (facts.kind.normal !== '' || facts.kind.does !== 0) kind = namedBy(kind, facts)
  }
  return {
    kind, normal, source, start: mention.start, end: mention.end, mention, word,
    who: mention.type === 'org' ? { kind: 'name', name: mention.name, place: undefined } : undefined,
  } // biome-ignore format: one record
}

const OWNED = /.-(?:owned|controlled)$/

const MORE = new Set(['more', 'new', 'further', 'additional', 'other', 'nouveaux', 'nouvelles', 'autres'])

/** "12 A350s", "24 Boeing 787", "70 Boeing 737 jets": the number before the product that was read last counts pieces of it. */
function countProduct(terms: Term[], vocabulary: Vocabulary, next: Token | undefined): void {
  const product = terms.at(-1) as Term
  // English puts what is counted in the plural: not "the top 100 iPhone apps"
  const kind = next === undefined ? undefined : factsOf(next, vocabulary).unit
  if (!vocabulary.french && !textOf(product).endsWith('s') && kind !== 'aircraft' && kind !== 'vehicles') return
  let at = terms.length - (is(terms.at(-2), TAG.Org) ? 3 : 2)
  if (MORE.has(terms[at]?.normal ?? '')) at--
  const number = terms[at]
  if (number?.mention?.type !== 'number' || number.mention.fraction || number.mention.value.figure < 2) return
  terms[at] = { ...number, kind: kindOf([...number.kind.tags, 'Goods', 'Wares'], '', false, 0) }
}

/** The kind of a mention that is a single word. */
function namedBy(mention: TermKind, facts: FormFacts): TermKind {
  facts.mentioned ??= new Map()
  let kind = facts.mentioned.get(mention.id)
  if (kind === undefined) {
    kind = kindOf([...mention.tags], facts.kind.normal, facts.small, facts.kind.does)
    facts.mentioned.set(mention.id, kind)
  }
  return kind
}

const countingKinds = new WeakMap<WordEntry, Map<number, TermKind>>()

/** The kind of an amount with the classes of the noun that it counts. */
function counting(amount: TermKind, word: WordEntry): TermKind {
  let byAmount = countingKinds.get(word)
  if (byAmount === undefined) {
    byAmount = new Map()
    countingKinds.set(word, byAmount)
  }
  let kind = byAmount.get(amount.id)
  if (kind === undefined) {
    kind = kindOf([...new Set([...amount.tags, ...word.classes.map(classTag)])], '', false, 0)
    byAmount.set(amount.id, kind)
  }
  return kind
}
