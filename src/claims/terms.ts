import type { Language, LanguageLexicon, Mention, Sentence, Token, WordEntry } from '../types.js'
import { DOES, doesOf, is, kindOf, TAG, type TermKind } from './kinds.js'
import { kindOfMention, MENTION_TAGS, tagOfUnit } from './mention-kinds.js'

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

/** The term as it stands in the text. */
export const textOf = ({ source, start, end }: Term): string => source.slice(start, end)

const PRONOUNS = new Set([
  'il', 'elle', 'ils', 'elles', 'nous', '-il', '-elle', '-t-il', '-t-elle', '-ils', '-elles', 'it', 'they', 'we',
]) // biome-ignore format: a word list

const MAX_PHRASE = 6

/** Words that lose their vowel; the tokenizer leaves them apart from an apostrophe that a space follows. */
const SPACED_ELISION = new Set(['d', 'l', 'n', 's', 'qu', 'jusqu'])

/** The phrases of a lexicon as a tree of their words. */
interface PhraseNode {
  next: Map<string, PhraseNode> | null
  entry: WordEntry | null
  /** The phrase in lower case as it is usually written. */
  normal: string
  /** By whether the first letter is a capital, and any letter is. */
  kinds: (TermKind | undefined)[]
}

/** The words of one language as terms are made of them, and which of them patterns ask for. */
export interface Vocabulary {
  words: LanguageLexicon['words']
  units: LanguageLexicon['units']
  phrases: Map<string, PhraseNode>
  french: boolean
  /** Whether a pattern asks for the word by itself. */
  isNamed: (normal: string) => boolean
}

/** Makes the words of a language ready. */
export function openVocabulary(
  { words, units }: Pick<LanguageLexicon, 'words' | 'units'>,
  language: Language,
  isNamed: (normal: string) => boolean,
): Vocabulary {
  const phrases: Vocabulary['phrases'] = new Map()
  for (const [key, entry] of words) {
    if (!key.includes(' ')) continue
    const parts = key.split(' ')
    if (parts.length > MAX_PHRASE) continue
    let at: Map<string, PhraseNode> = phrases
    for (const [n, part] of parts.entries()) {
      let node = at.get(part)
      if (node === undefined) {
        node = { next: null, entry: null, normal: '', kinds: [undefined, undefined, undefined, undefined] }
        at.set(part, node)
      }
      if (n === parts.length - 1) Object.assign(node, { entry, normal: hard(key.replaceAll("' ", "'")) })
      else at = node.next ??= new Map()
    }
  }
  return { words, units, phrases, french: language === 'fr', isNamed }
}

/** What is known of a form: all that making a term of it takes. */
export interface FormFacts {
  /** The vocabulary that the facts are drawn from. */
  owner: Vocabulary
  normal: string
  kind: TermKind
  /** The kind where it stands behind an article, and so is no verb. */
  plain: TermKind
  entry: WordEntry | undefined
  phrases: PhraseNode | undefined
  /** The lexicon has it, or a phrase that begins with it. */
  known: boolean
  who: 'pronoun' | 'possessive' | null
  /** The kind of it with an apostrophe behind it, where it loses its vowel. */
  elided: TermKind | null
  capital: boolean
  /** It is written without capitals. */
  small: boolean
  /** What it counts. */
  unit: string | undefined
  /** Its kinds where it is a mention, by the kind of that mention. */
  mentioned: Map<number, TermKind> | null
  /** Marks of emphasis and ornaments say nothing. */
  silent: boolean
}

/** What the vocabulary knows of a token's form. */
export function factsOf(token: Token, vocabulary: Vocabulary): FormFacts {
  const { form } = token
  const known = (vocabulary.french ? form.termsFr : form.termsEn) as FormFacts | undefined
  if (known !== undefined && known.owner === vocabulary) return known
  const made = makeFacts(token, vocabulary)
  if (vocabulary.french) form.termsFr = made
  else form.termsEn = made
  return made
}

const hard = (word: string) => word.replaceAll('-', '\u2011')

const capitalised = (word: string) => word[0] !== word[0]?.toLowerCase()

/** Signs that stand for words. */
const CONNECTIVE_SIGNS = new Set(['&', '%', '+', '=', '€', '$', '£'])

/** "méga-contrat", "super-commande": what is big is no less what it is. */
const GREAT = /^(?:méga-?|(?:super|giga|maxi)-)/

function makeFacts({ kind: sort, lower, form }: Token, owner: Vocabulary): FormFacts {
  const normal = hard(lower)
  const entry =
    owner.words.get(lower) ??
    (owner.french && GREAT.test(lower) ? owner.words.get(lower.replace(GREAT, '')) : undefined)
  const phrases = owner.phrases.get(lower)
  const unit = owner.units.get(lower)
  const capital = capitalised(form.text)
  const small = hard(form.text) === normal
  const who = PRONOUNS.has(lower) ? 'pronoun' : (doesOf(normal) & DOES.Possessive) !== 0 ? 'possessive' : null
  const named = (word: string): string => (owner.isNamed(word) ? word : '')
  const kindWith = (word: WordEntry | undefined): TermKind => {
    if (sort === 'punct') return kindOf(['Punct', punctuationTag(form.text)], named(normal), small, doesOf(normal))
    const tags = [...(capital ? ['Capital'] : []), ...tagsOfWord(word), ...WHO_TAGS[who ?? 'nobody']]
    if (word === undefined && owner.french && !capital) tags.push(...tagsOfEnding(lower))
    return kindOf(tags, named(normal), small, doesOf(normal), word, word?.lemma)
  }
  const elided = `${lower}'`
  // what every token is asked for comes first, side by side
  return {
    owner,
    silent: sort === 'symbol' && !CONNECTIVE_SIGNS.has(lower),
    elided: SPACED_ELISION.has(lower) ? kindOf(capital ? ['Capital'] : [], named(elided), small, doesOf(elided)) : null,
    phrases,
    kind: kindWith(entry),
    plain:
      entry?.features.every((f) => f === 'present' || f === 'subjunctive') === true
        ? kindWith(undefined)
        : kindWith(entry),
    normal,
    entry,
    who,
    known: entry !== undefined || phrases !== undefined,
    unit: unit === undefined || unit.goods ? undefined : unit.unit,
    capital,
    small,
    mentioned: null,
  }
}

const WHO_TAGS = { pronoun: ['Who', 'Pronoun'], possessive: ['Possessive'], nobody: [] }

function punctuationTag(text: string): string {
  if (text === ',') return 'Comma'
  if (text === ':') return 'Colon'
  if (text === ';') return 'Semicolon'
  if (text === '(' || text === '[') return 'Lparen'
  if (text === ')' || text === ']') return 'Rparen'
  if (text === '«' || text === '»' || text === '"' || text === '“' || text === '”' || text === "'") return 'Quote'
  if (text === '–' || text === '—' || text === '-') return 'Dash'
  if (text === '?' || text === '!' || text === '.' || text === '…') return 'Stop'
  return 'Mark'
}

const FEATURE_TAGS: Record<string, string> = {
  infinitive: 'Infinitive',
  participle: 'Participle',
  future: 'Future',
  conditional: 'Conditional',
  gerund: 'Gerund',
  present: 'Finite',
  past: 'Finite',
  imperfect: 'Finite',
  noun: 'Noun',
}

/** `measure=sales` and `event=launch` tell what; as tags they are `Measure` and `Event`. */
function classTag(name: string): string {
  const equals = name.indexOf('=')
  return equals < 0 ? name : name.charAt(0).toUpperCase() + name.slice(1, equals)
}

function tagsOfWord(word: WordEntry | undefined): string[] {
  if (word === undefined) return []
  const tags = [...word.classes.map(classTag), ...word.features.map((f) => FEATURE_TAGS[f] ?? '')]
  return word.features.some((f) => f !== 'noun') ? [...tags, 'Verb'] : tags
}

/** The tense of a French verb that the lexicon lacks: "concernera", "équiperaient". Few other words end so. */
function tagsOfEnding(word: string): string[] {
  if (/..(?:er|ir)(?:a|ont)$/.test(word)) return ['Future', 'Verb']
  return /..(?:er|ir)ai(?:t|ent)$/.test(word) ? ['Conditional', 'Verb'] : []
}

/** All that a trigger may be: lemmas, and tags written `#Tag`, of mentions or of the classes and forms of words. */
export function tagsThatWake({ words, units }: Pick<LanguageLexicon, 'words' | 'units'>): Set<string> {
  const out = new Set<string>()
  for (const tag of [
    ...Object.values(MENTION_TAGS).flat(),
    ...Object.values(FEATURE_TAGS),
    'Goods',
    'Output',
    'Fraction',
    'Signed',
    'Within',
    'Media',
    'Verb',
    'Lparen',
  ])
    out.add(`#${tag}`)
  for (const { unit } of units.values()) out.add(`#${tagOfUnit(unit)}`)
  for (const word of words.values()) {
    out.add(word.lemma)
    for (const name of word.classes) out.add(`#${classTag(name)}`)
  }
  return out
}

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
      if (mention.type === 'product') countProduct(terms, vocabulary)
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
    const length = facts.phrases === undefined ? 0 : phraseAt(tokens, i, mention?.start ?? Number.POSITIVE_INFINITY, facts.phrases) // biome-ignore format: one line
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

const MORE = new Set(['more', 'new', 'further', 'additional', 'other', 'nouveaux', 'nouvelles', 'autres'])

/** "12 A350s", "24 Boeing 787", "300 000 Clio": the number before the product that was read last counts pieces of it. */
function countProduct(terms: Term[], { french }: Vocabulary): void {
  const product = terms.at(-1) as Term
  // English puts what is counted in the plural: "the top 100 iPhone apps"
  if (!french && !textOf(product).endsWith('s')) return
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
