import type { Language, LanguageLexicon, Token, WordEntry } from '../types.js'
import { DOES, doesOf, kindOf, type TermKind } from './kinds.js'
import { MENTION_TAGS, tagOfUnit } from './mention-kinds.js'

// What a lexicon knows of words: the kinds of their terms, and the phrases that they open.

const PRONOUNS = new Set([
  'il', 'elle', 'ils', 'elles', 'nous', '-il', '-elle', '-t-il', '-t-elle', '-ils', '-elles', 'it', 'they', 'we',
]) // biome-ignore format: a word list

const MAX_PHRASE = 6

/** Words that lose their vowel; the tokenizer leaves them apart from an apostrophe that a space follows. */
const SPACED_ELISION = new Set(['d', 'l', 'n', 's', 'qu', 'jusqu'])

/** The phrases of a lexicon as a tree of their words. */
export interface PhraseNode {
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

/** Capitals often lack their accents in French: "Etat" is "état" to all rules. */
function makeFacts({ kind: sort, lower, form }: Token, owner: Vocabulary): FormFacts {
  const normal = owner.french && lower === 'etat' ? 'état' : hard(lower)
  const entry =
    owner.words.get(lower) ??
    (owner.french && GREAT.test(lower) ? owner.words.get(lower.replace(GREAT, '')) : undefined)
  const phrases = owner.phrases.get(lower)
  const unit = owner.units.get(lower)
  const capital = capitalised(form.text)
  const small = hard(form.text) === hard(lower)
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
export function classTag(name: string): string {
  const equals = name.indexOf('=')
  return equals < 0 ? name : name.charAt(0).toUpperCase() + name.slice(1, equals)
}

/** The tags of a word: its classes, and what its form may be. */
export function tagsOfWord(word: WordEntry | undefined): string[] {
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
    'Colon',
  ])
    out.add(`#${tag}`)
  for (const { unit } of units.values()) out.add(`#${tagOfUnit(unit)}`)
  for (const word of words.values()) {
    out.add(word.lemma)
    for (const name of word.classes) out.add(`#${classTag(name)}`)
  }
  return out
}
