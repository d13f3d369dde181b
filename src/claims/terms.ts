import type { LanguageLexicon, Mention, Sentence, Token, WordEntry } from '../types.js'
import type { MatchTerm } from './match.js'
import type { Kind } from './predicates.js'

/**
 * A term is what the matcher steps over: a mention, a known word or phrase, a plain word or a punctuation mark. The field
 * names are those that compromise's matcher reads.
 */
export interface Term {
  /** Lower case, with non-breaking hyphens: compromise would cut a pattern's word at a plain one. */
  normal: string
  text: string
  pre: string
  post: string
  id: string
  /** Lemma of a trigger word; `{lemma}` in a pattern. */
  root?: string
  /** `#Tag` in a pattern. */
  tags: Set<string>
  /** UTF-16 offsets in the document. */
  start: number
  end: number
  mention?: Mention
  word?: WordEntry
  /** An organisation that the term stands for: named, or resolved through the document. */
  who?: Who
}

/** How a term refers to an organisation. */
export interface Who {
  kind: 'name' | 'description' | 'pronoun' | 'possessive'
  /** Null until the document's thread of discourse resolves it. */
  name: string | null
  /** The place that a description names by its adjective: "le géant chinois" → China. */
  place?: string
}

const DETERMINERS = new Set([
  'le', 'la', "l'", 'les', 'des', 'ces', 'ce', 'cet', 'cette', 'son', 'sa', 'leur', 'notre', 'un', 'une', 'du', 'au',
  'the', 'these', 'those', 'this', 'that', 'its', 'their', 'our', 'a', 'an', 'his',
]) // biome-ignore format: a word list
const INDEFINITE = new Set([
  'un',
  'une',
  'a',
  'an',
  'autre',
  'another',
  'certains',
  'plusieurs',
  'des',
  'several',
  'some',
])
const PRONOUNS: Record<string, 'pronoun'> = {
  il: 'pronoun', elle: 'pronoun', ils: 'pronoun', elles: 'pronoun', nous: 'pronoun', '-il': 'pronoun', '-elle': 'pronoun',
  '-t-il': 'pronoun', '-t-elle': 'pronoun', '-ils': 'pronoun', '-elles': 'pronoun', it: 'pronoun', they: 'pronoun', we: 'pronoun',
} // biome-ignore format: a word list
const POSSESSIVES = new Set(['son', 'sa', 'ses', 'leur', 'leurs', 'notre', 'nos', 'its', 'their', 'our'])
/** "il faut", "il y a", "it is expected that": the pronoun stands for nobody. */
const IMPERSONAL_AFTER = new Set([
  'faut',
  'faudra',
  'faudrait',
  'y',
  'semble',
  'semblerait',
  'paraît',
  'reste',
  'pleut',
  'convient',
])

const MAX_PHRASE = 5

/** Words that lose their vowel; the tokenizer leaves them apart from an apostrophe that a space follows. */
const SPACED_ELISION = new Set(['d', 'l', 'n', 's', 'qu', 'jusqu'])

/** Phrases by their first word, so that a word that starts none costs one lookup. */
export type PhraseIndex = Map<string, number>

/** The longest phrase of the lexicon that starts with each word. */
export function indexPhrases(words: LanguageLexicon['words']): PhraseIndex {
  const longest: PhraseIndex = new Map()
  for (const key of words.keys()) {
    const parts = key.split(' ')
    if (parts.length < 2) continue
    const first = parts[0] ?? ''
    longest.set(first, Math.min(MAX_PHRASE, Math.max(longest.get(first) ?? 0, parts.length)))
  }
  return longest
}

const hard = (word: string) => word.replaceAll('-', '\u2011')

const capitalised = (word: string) => word[0] !== word[0]?.toLowerCase()

/** Signs that stand for words. */
const CONNECTIVE_SIGNS = new Set(['&', '%', '+', '=', '€', '$', '£'])

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

const MENTION_TAGS: Record<Mention['type'], string[]> = {
  number: ['Number', 'Value'],
  percent: ['Percent', 'Value'],
  ordinal: ['Ordinal'],
  money: ['Money', 'Value'],
  amount: ['Amount', 'Value'],
  date: ['Date'],
  duration: ['Duration'],
  rate: ['Rate'],
  org: ['Org', 'Who', 'Name'],
  product: ['Product', 'Name'],
  place: ['Place', 'Name'],
  person: ['Person', 'Name'],
  demonym: ['Demonym'],
}

/** What is counted in these is not what was sold or made; an amount in any other countable unit has the tag `Goods`. */
const NO_GOODS = new Set([
  'people',
  'stores',
  'markets',
  'plant',
  'factory',
  'site',
  'brand',
  'subsidiary',
  'contract',
  'line',
  'company',
  'project',
  'job',
  'share',
  'stake',
  'country',
  'city',
  'region',
  'state',
  'office',
  'year',
  'percent',
])
/** Symbols of measure say how big a thing is ("75 kWh"), save those in which output and capacity are told. */
const MEASURED = /^(?:[A-Z°µ]|(?:km|m|cm|mm|kg|g|mg|l|ml|cl|h|s|k?m²|hp|ch|mph|ft|in|lb)$|k[A-Z])/
const OUTPUT = new Set(['GW', 'MW', 'GWh', 'MWh', 'TWh', 't', 'Mt'])

/** "points de vente" are counted as such: the "vente" in them is no measure. */
const PLACES_OF_SALE = new Set(['stores', 'markets'])

/** After these a form that could be a verb is a noun: "une livre", "ce compte". */
const BEFORE_NOUNS = new Set([
  'un',
  'une',
  'du',
  'des',
  'au',
  'aux',
  'ce',
  'cet',
  'cette',
  'son',
  'sa',
  'ses',
  'aucun',
  'aucune',
  'chaque',
  'a',
  'an',
  'the',
  'its',
  'their',
])

function tagsOf(mention: Mention): Set<string> {
  const tags = new Set(MENTION_TAGS[mention.type])
  if (mention.type === 'amount') {
    const unit = mention.value.unit ?? ''
    tags.add(unit.charAt(0).toUpperCase() + unit.slice(1).replace(/[^a-z0-9]/gi, ''))
    if (OUTPUT.has(unit)) tags.add('Output')
    else if (!NO_GOODS.has(unit) && !MEASURED.test(unit)) tags.add('Goods')
  }
  if ('fraction' in mention && mention.fraction) tags.add('Fraction')
  if ('sign' in mention && mention.sign !== undefined) tags.add('Signed')
  if (mention.type === 'duration' && mention.within) tags.add('Within')
  if (mention.type === 'org' && mention.media) tags.add('Media')
  return tags
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

/** The terms of a sentence: mentions first, then the longest known phrase, then single words. */
export function buildTerms(
  text: string,
  sentence: Sentence,
  mentions: readonly Mention[],
  words: LanguageLexicon['words'],
  phrases: PhraseIndex,
): Term[] {
  const terms: Term[] = []
  const { tokens } = sentence
  let m = 0
  let i = 0
  while (i < tokens.length) {
    const token = tokens[i] as Token
    // marks of emphasis and ornaments say nothing
    if (token.kind === 'symbol' && !CONNECTIVE_SIGNS.has(token.lower)) {
      i++
      continue
    }
    while (m < mentions.length && (mentions[m] as Mention).end <= token.start) m++
    const mention = mentions[m]
    if (mention !== undefined && token.start >= mention.start && token.start < mention.end) {
      let j = i + 1
      while (j < tokens.length && (tokens[j] as Token).start < mention.end) j++
      const slice = text.slice(mention.start, mention.end)
      const term: Term = {
        normal: hard(slice.toLowerCase()),
        text: slice,
        pre: '',
        post: '',
        id: '',
        tags: tagsOf(mention),
        start: mention.start,
        end: mention.end,
        mention,
      }
      if (mention.type === 'org') term.who = { kind: 'name', name: mention.name }
      // "826 commandes", "420 salariés": the noun that is counted is a word of its own
      const counted =
        mention.type === 'amount' && !PLACES_OF_SALE.has(mention.value.unit ?? '')
          ? lastWord(tokens, i, mention.end, words)
          : undefined
      if (counted !== undefined) {
        term.word = counted
        for (const name of counted.classes) term.tags.add(classTag(name))
      }
      terms.push(term)
      i = j
      continue
    }
    const next = tokens[i + 1]
    if (SPACED_ELISION.has(token.lower) && next?.start === token.end && /^['’]$/.test(next.lower)) {
      // "d' Opel" in texts whose links stand apart: the apostrophe belongs to the word before it
      const elided = wordTerm(text, token, next, undefined)
      elided.normal = `${token.lower}'`
      terms.push(elided)
      i += 2
      continue
    }
    const limit = mention === undefined ? tokens.length : tokens.length
    const found = readPhrase(tokens, i, limit, mention?.start ?? Number.POSITIVE_INFINITY, words, phrases)
    const verbOnly =
      found.word !== undefined &&
      found.length === 1 &&
      found.word.features.every((f) => f === 'present' || f === 'subjunctive')
    const word = verbOnly && BEFORE_NOUNS.has(terms.at(-1)?.normal ?? '') ? undefined : found.word
    terms.push(wordTerm(text, token, tokens[i + found.length - 1] as Token, word))
    i += found.length
  }
  return terms
}

const kinds = new Map<string, Kind>()

/** The terms as the matcher sees them. */
export function asMatched(terms: readonly Term[], source: string): MatchTerm[] {
  return terms.map(({ normal, text, root, tags, start, end }) => {
    const word = /\s/.test(normal) ? '' : normal
    const asWritten = text.replaceAll('-', '\u2011') === normal
    const key = JSON.stringify([word, asWritten, root, ...tags])
    let kind = kinds.get(key)
    if (kind === undefined) {
      kind = { id: kinds.size, normal: word, asWritten, root, tags }
      kinds.set(key, kind)
    }
    return { kind, source, start, end }
  })
}

/** All that a trigger may be: lemmas, and tags written `#Tag`, of mentions or of the classes and forms of words. */
export function tagsThatWake(words: LanguageLexicon['words']): Set<string> {
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
  ])
    out.add(`#${tag}`)
  for (const unit of ['Vehicles', 'Units', 'Aircraft', 'Stores', 'Markets', 'People']) out.add(`#${unit}`)
  for (const word of words.values()) {
    out.add(word.lemma)
    for (const name of word.classes) out.add(`#${classTag(name)}`)
  }
  return out
}

function lastWord(
  tokens: readonly Token[],
  from: number,
  end: number,
  words: LanguageLexicon['words'],
): WordEntry | undefined {
  let found: WordEntry | undefined
  for (let i = from; i < tokens.length && (tokens[i] as Token).start < end; i++)
    found = words.get((tokens[i] as Token).lower) ?? found
  return found
}

function readPhrase(
  tokens: readonly Token[],
  i: number,
  limit: number,
  before: number,
  words: LanguageLexicon['words'],
  phrases: PhraseIndex,
): { length: number; word?: WordEntry } {
  const first = (tokens[i] as Token).lower
  const longest = phrases.get(first) ?? 1
  if (longest > 1) {
    let key = first
    const keys: string[] = [first]
    for (let j = i + 1; j < Math.min(i + longest, limit); j++) {
      const token = tokens[j] as Token
      if (token.start >= before) break
      key += ` ${token.lower}`
      keys.push(key)
    }
    for (let n = keys.length; n > 1; n--) {
      const word = words.get(keys[n - 1] as string)
      if (word !== undefined) return { length: n, word }
    }
  }
  const word = words.get(first)
  return word === undefined ? { length: 1 } : { length: 1, word }
}

/** `measure=sales` and `event=launch` tell what; as tags they are `Measure` and `Event`. */
function classTag(name: string): string {
  const equals = name.indexOf('=')
  return equals < 0 ? name : name.charAt(0).toUpperCase() + name.slice(1, equals)
}

function wordTerm(text: string, first: Token, last: Token, word: WordEntry | undefined): Term {
  const slice = text.slice(first.start, last.end)
  const tags = new Set<string>()
  const term: Term = {
    normal: hard(first === last ? first.lower : slice.toLowerCase()),
    text: slice,
    pre: '',
    post: '',
    id: '',
    tags,
    start: first.start,
    end: last.end,
  }
  if (first === last && first.kind === 'punct') {
    tags.add('Punct').add(punctuationTag(slice))
    return term
  }
  if (capitalised(slice)) tags.add('Capital')
  if (word !== undefined) {
    term.root = word.lemma
    term.word = word
    for (const name of word.classes) tags.add(classTag(name))
    for (const feature of word.features) tags.add(FEATURE_TAGS[feature] ?? '')
    if (word.features.some((f) => f !== 'noun')) tags.add('Verb')
  }
  const pronoun = PRONOUNS[term.normal.replaceAll('\u2011', '-')]
  if (pronoun !== undefined) {
    term.who = { kind: pronoun, name: null }
    tags.add('Who').add('Pronoun')
  } else if (POSSESSIVES.has(term.normal)) {
    term.who = { kind: 'possessive', name: null }
    tags.add('Possessive')
  }
  return term
}

const isAdjectival = (term: Term) =>
  term.tags.has('Demonym') ||
  term.tags.has('Ordinal') ||
  (!term.tags.has('Verb') &&
    !term.tags.has('Punct') &&
    !term.tags.has('Name') &&
    term.mention === undefined &&
    ADJECTIVE.test(term.normal))

/** Endings and common forms of adjectives that stand in a description of a company. */
const ADJECTIVE =
  /^(?:jeune|petit|petite|grand|grande|premier|première|discret|discrète|nouveau|nouvelle|automobile|chinois|.*(?:ique|iques|iste|el|elle|al|ale|ois|oise|ais|aise|ain|aine|ien|ienne|eur|euse|if|ive)|new|old|big|biggest|largest|top|rival|luxury|electric|carmaking|struggling|giant|former|own|same|young)$/u

/**
 * Joins a description to the name that it introduces ("l'entreprise chinoise Hyperion Leasing" is one term, the name), and
 * marks one without a name ("le géant chinois", "the Guangzhou firm") as standing for an organisation yet to be resolved.
 */
export function joinDescriptions(text: string, terms: readonly Term[]): Term[] {
  const out: Term[] = []
  let i = 0
  while (i < terms.length) {
    const term = terms[i] as Term
    if (term.who?.kind === 'pronoun' && IMPERSONAL_AFTER.has(terms[i + 1]?.normal ?? '')) {
      delete term.who
      term.tags.delete('Who')
    }
    const nationality = readNationality(terms, i)
    if (nationality !== null) {
      out.push(nationality)
      i += 2
      continue
    }
    const description = DETERMINERS.has(term.normal)
      ? readDescription(terms, i)
      : term.tags.has('OrgNoun')
        ? readDescription(terms, i - 1)
        : null
    if (description === null) {
      out.push(term)
      i++
      continue
    }
    const { noun, end, name } = description
    const last = terms[end - 1] as Term
    // the preposition in "du groupe X", "au groupe X" stays a word of its own before the name
    const contracted = name !== undefined && /^(?:du|au)$/.test(term.normal)
    if (contracted) out.push(term)
    const start = contracted ? (terms[i + 1] as Term).start : term.start
    const slice = text.slice(start, last.end)
    const joined: Term = {
      normal: hard(slice.toLowerCase()),
      text: slice,
      pre: '',
      post: '',
      id: '',
      tags: new Set(['Who']),
      start,
      end: last.end,
    }
    if (noun.root !== undefined) joined.root = noun.root
    if (noun.word !== undefined) joined.word = noun.word
    for (const tag of noun.tags) if (tag !== 'Noun' && tag !== 'OrgNoun') joined.tags.add(tag)
    if (name !== undefined) {
      joined.who = { kind: 'name', name: name.who?.name ?? name.text }
      joined.tags.add('Org').add('Name')
      if (name.mention !== undefined) joined.mention = name.mention
    } else {
      const demonym = terms.slice(i, end).find((t) => t.mention?.type === 'demonym')?.mention
      joined.who = { kind: 'description', name: null, ...(demonym?.type === 'demonym' ? { place: demonym.name } : {}) }
      joined.tags.add('Description')
      if (
        noun.tags.has('Other') ||
        INDEFINITE.has(term.normal) ||
        /^(?:les|des|ces|these|those)$/.test(term.normal) ||
        isPlural(noun)
      )
        joined.tags.add('Indefinite')
    }
    if (POSSESSIVES.has(term.normal)) joined.tags.add('Possessive')
    out.push(joined)
    i = end
  }
  return out
}

/**
 * "à Szeged (sud de la Hongrie)", "in Taranto, Italy,": a town and the country that places it are one term. The country is
 * the town's own where the lexicon knows it; a list of countries stays a list.
 */
export function joinTowns(text: string, terms: readonly Term[]): Term[] {
  const out: Term[] = []
  for (let i = 0; i < terms.length; i++) {
    const term = terms[i] as Term
    const town = term.mention
    const end = town?.type === 'place' && (town.code ?? null) === null ? countryAfter(terms, i) : null
    if (end === null || town?.type !== 'place') {
      out.push(term)
      continue
    }
    const country = terms[end.country]?.mention
    if (country?.type !== 'place' || (town.country !== undefined && town.country !== country.name)) {
      out.push(term)
      continue
    }
    const last = terms[end.last] as Term
    const mention = { ...town, country: country.name, code: country.code ?? null, end: last.end }
    out.push({ ...term, text: text.slice(term.start, last.end), end: last.end, mention })
    i = end.last
  }
  return out
}

/** Where the country of the town at `i` stands, and the last term of the whole. */
function countryAfter(terms: readonly Term[], i: number): { country: number; last: number } | null {
  const isCountry = (j: number): boolean => {
    const mention = terms[j]?.mention
    return mention?.type === 'place' && (mention.code ?? null) !== null && mention.country === undefined
  }
  const next = terms[i + 1]
  if (next?.tags.has('Comma')) {
    const at = /^(?:en|au|aux|in)$/.test(terms[i + 2]?.normal ?? '') ? i + 3 : i + 2
    if (!isCountry(at)) return null
    // a comma after it closes the insertion; "Vienne, Italie et Espagne" would be a list
    const after = terms[at + 1]
    if (/^(?:et|ou|and|or|&)$/.test(after?.normal ?? '')) return null
    return { country: at, last: after?.tags.has('Comma') ? at + 1 : at }
  }
  if (!next?.tags.has('Lparen')) return null
  for (let j = i + 2; j < Math.min(i + 8, terms.length); j++) {
    if (!isCountry(j)) continue
    return terms[j + 1]?.tags.has('Rparen') ? { country: j, last: j + 1 } : null
  }
  return null
}

/** "L'américain supprime …": an adjective of a place with its article, before a verb, is a firm of that place. */
function readNationality(terms: readonly Term[], i: number): Term | null {
  const article = terms[i]
  const adjective = terms[i + 1]
  const verb = terms[i + 2]
  if (article === undefined || adjective?.mention?.type !== 'demonym' || !/^(?:le|la|l')$/.test(article.normal))
    return null
  if (
    verb === undefined ||
    !(verb.tags.has('Finite') || verb.tags.has('Future') || verb.tags.has('Comma')) ||
    verb.tags.has('Noun')
  )
    return null
  return {
    normal: `${article.normal}${adjective.normal}`, text: `${article.text}${adjective.text}`, pre: '', post: '', id: '',
    tags: new Set(['Who', 'Description']), start: article.start, end: adjective.end, who: { kind: 'description', name: null, place: adjective.mention.name },
  } // biome-ignore format: one record
}

/**
 * Reads determiner, adjectives or place, organisation noun, adjectives, "de" place, name, from term `i` (its determiner,
 * or the term before a bare noun). Null where no such phrase stands there.
 */
function readDescription(terms: readonly Term[], i: number): { noun: Term; end: number; name?: Term } | null {
  let j = i + 1
  while (
    j < terms.length &&
    j - i <= 4 &&
    !isOrgNoun(terms[j]) &&
    (isAdjectival(terms[j] as Term) || terms[j]?.tags.has('Place'))
  )
    j++
  const noun = terms[j]
  if (!isOrgNoun(noun) || noun === undefined) return null
  j++
  const determiner = terms[i]
  const bare = determiner === undefined || !DETERMINERS.has(determiner.normal)
  while (j < terms.length && isAdjectival(terms[j] as Term)) j++
  let end = j
  // "le groupe de Shenzhen", "le numéro trois mondial du smartphone" keep their complement where it is a place
  if (/^(?:de|d'|du|des)$/.test(terms[j]?.normal ?? '') && terms[j + 1]?.tags.has('Place')) end = j = j + 2
  while (j < terms.length && isAdjectival(terms[j] as Term)) end = ++j
  const next = terms[end]
  if (next?.tags.has('Org')) {
    let after = end + 1
    // "Hyperion Leasing (Tianjin)", "China National Machinery Industry (Sinomach)"
    if (
      terms[after]?.tags.has('Lparen') &&
      terms[after + 2]?.tags.has('Rparen') &&
      (terms[after + 1]?.tags.has('Place') || terms[after + 1]?.who?.name === next.who?.name)
    )
      after += 3
    // "filiale de X" ties two organisations: the noun must stay visible to rules
    if (noun.tags.has('Subsidiary') && bare) return null
    return { noun, end: after, name: next }
  }
  return bare ? null : { noun, end }
}

const isPlural = (noun: Term) => /[sx]$/.test(noun.normal) && !/[sx]$/.test(noun.root ?? '')

const isOrgNoun = (term: Term | undefined): boolean => term?.tags.has('OrgNoun') === true && term.mention === undefined
