import type { ClaimStatus, Mention, NameMention, OrgEntry, Sentence, SentenceRole } from '../types.js'
import type { Clauses } from './clauses.js'
import type { Term } from './terms.js'

/** What a document has talked about so far: what descriptions and pronouns stand for. */
export interface Discourse {
  /** The organisation that the document is about: named most often, the title counting more. */
  topic: string | null
  /** The organisation that was the subject last. */
  focus: string | null
  /** The place named last. */
  place: NameMention | null
  /** The product named last, and the number of the sentence that named it. */
  product: NameMention | null
  productSentence: number
  /** The product of the last heading ("YU7 : le futur SUV"), until the next heading. */
  section: NameMention | null
  /** The currency named last. */
  currency: string | null
  /** The volume claimed last: what "contre 735 un an plus tôt" and "il en vise 500 000" count. */
  volume: {
    measure: string
    of?: string
    unit: string
    date: string | null
    status: ClaimStatus
    sentence: number
  } | null
  /** Organisations named so far, the last one last. */
  named: string[]
  /** What the lexicon knows of organisations, by canonical name. */
  known: ReadonlyMap<string, OrgEntry & { country?: string }>
}

const PREPOSITIONS = new Set([
  'de', "d'", 'du', 'des', 'à', 'au', 'aux', 'avec', 'par', 'chez', 'pour', 'contre', 'sur', 'dans', 'en', 'entre', 'vers', 'sous', 'comme', 'selon', 'face', 'of', 'by', 'with', 'from', 'to', 'for', 'at', 'in', 'on', 'against', 'than', 'into', 'like', 'and', 'et', 'ou', 'or', 'versus', 'between',
]) // biome-ignore format: a word list

const ARTICLES = new Set(['le', 'la', "l'", 'les', 'the', 'un', 'une', 'a', 'an'])

/** The document's topic and an empty thread. A name in the title counts three times; media count only as a last resort. */
export function openDiscourse(
  sentences: readonly Sentence[],
  mentions: readonly (readonly Mention[])[],
  known: Discourse['known'],
): Discourse {
  const counts = new Map<string, number>()
  for (const [s, list] of mentions.entries()) {
    const weight = s === 0 || sentences[s]?.role === 'heading' ? 3 : 1
    for (const mention of list) {
      if (mention.type === 'org')
        counts.set(mention.name, (counts.get(mention.name) ?? 0) + (mention.media ? 0.1 : weight))
      else if (mention.type === 'product' && mention.maker !== undefined)
        counts.set(mention.maker, (counts.get(mention.maker) ?? 0) + 0.5)
    }
  }
  let topic: string | null = null
  let best = 0
  for (const [name, count] of counts) if (count > best) [topic, best] = [name, count]
  return {
    topic,
    focus: null,
    place: null,
    product: null,
    productSentence: -10,
    section: null,
    currency: null,
    volume: null,
    named: [],
    known,
  }
}

/** Whether a name at term `i` stands where a subject stands: not after a preposition, a verb that it is the object of, or another name. */
export function isSubjectLike(terms: readonly Term[], i: number): boolean {
  // "by Germany's BMW": what stands before the possessor counts
  const at = /^'s?$/.test(terms[i - 1]?.normal ?? '') ? i - 2 : i
  // "au groupe X", "du constructeur X": the preposition is part of the description's article
  if (/^(?:au|aux|du|des) /.test(terms[i]?.normal ?? '')) return false
  const before = terms[at - 1]
  const previous = beforeNounPhrase(terms, at)
  if (previous === undefined) return true
  // a name in a list stands where the first of the list stands
  if (/^(?:,|et|and|&)$/.test(previous.normal) && previous === before && terms[i - 2]?.who?.kind === 'name')
    return isSubjectLike(terms, i - 2)
  // "Chez X, …" says whom the sentence is about
  if (previous.normal === 'chez' && i <= 2) return true
  if (PREPOSITIONS.has(previous.normal)) return false
  if (previous.tags.has('Verb') && !previous.tags.has('Noun') && !previous.tags.has('Say')) return false
  if (previous.tags.has('Lparen')) return false
  return true
}

/** The term before the noun phrase that ends at `i`: "to buy the audiobook start-up X" is about what stands before "the". */
function beforeNounPhrase(terms: readonly Term[], i: number): Term | undefined {
  for (let j = i - 1; j >= Math.max(0, i - 4); j--) {
    const term = terms[j] as Term
    if (ARTICLES.has(term.normal)) return terms[j - 1]
    if (PREPOSITIONS.has(term.normal) || /^(?:qui|que|qu'|dont|où|which|who|whose|where|that|when)$/.test(term.normal))
      return term
    const qualifies = term.tags.has('OrgNoun') || term.tags.has('Demonym') || term.tags.has('Place')
    if (!qualifies && (term.mention !== undefined || term.tags.size > 0)) break
  }
  return terms[i - 1]
}

/**
 * Resolves the descriptions and pronouns of a sentence in reading order and moves the thread on. Names in relative clauses
 * and asides do not become the focus: "X, qui suit Y, prévoit …" goes on about X.
 */
export function resolve(
  terms: readonly Term[],
  clauses: Clauses,
  discourse: Discourse,
  sentence: number,
  role: SentenceRole,
): void {
  openSection(
    role,
    terms.map((t) => t.mention),
    discourse,
  )
  for (let i = 0; i < terms.length; i++) {
    const term = terms[i] as Term
    const { who, mention } = term
    if (who !== undefined) {
      const kind = clauses.of[i]?.kind
      if (who.kind === 'name') {
        if (isSource(terms, i)) continue
        remember(who.name, discourse)
        // a headline is about whom it names first
        if (role === 'heading' && discourse.focus !== null) continue
        if (kind !== 'relative' && kind !== 'aside' && isSubjectLike(terms, i)) discourse.focus = who.name
        else if (isGenitive(terms[i - 1]?.normal)) discourse.focus ??= who.name
      } else if (who.kind === 'description' && who.place !== undefined && !term.tags.has('Indefinite')) {
        who.name = ofCountry(who.place, discourse)
        if (who.name !== null && kind !== 'relative' && kind !== 'aside' && isSubjectLike(terms, i))
          discourse.focus = who.name
      } else if (term.tags.has('Indefinite') || term.tags.has('MediaNoun')) who.name = null
      else if (
        term.normal === 'nous' ||
        term.normal === 'we' ||
        term.normal === 'our' ||
        term.normal === 'notre' ||
        term.normal === 'nos'
      )
        who.name = discourse.topic ?? discourse.focus
      else who.name = antecedentOf(terms, clauses, i) ?? discourse.focus ?? discourse.topic
    }
    follow(mention, discourse, sentence)
  }
}

/** "La part de X": X is what the phrase is about; "face à X", "avec X" is not. */
const isGenitive = (word: string | undefined): boolean => word !== undefined && /^(?:de|d'|du|des|of)$/.test(word)

/** Whether the name at `i` is only the one who says so: a newspaper or agency before a verb of saying or after "selon". */
export function isSource(terms: readonly Term[], i: number): boolean {
  if (!terms[i]?.tags.has('Media')) return false
  for (let j = i + 1; j <= i + 4; j++) {
    const term = terms[j]
    if (term === undefined || term.tags.has('Comma')) break
    if (term.tags.has('Say')) return true
  }
  for (let j = i - 1; j >= Math.max(0, i - 4); j--)
    if (terms[j]?.tags.has('According') || terms[j]?.tags.has('Say')) return true
  return false
}

function remember(name: string | null, discourse: Discourse): void {
  if (name === null) return
  const at = discourse.named.indexOf(name)
  if (at >= 0) discourse.named.splice(at, 1)
  discourse.named.push(name)
}

const EUROPE = new Set(['Europe', 'European Union'])

/** "le géant chinois": the focus where its country may fit, else the firm of that country named last, else the focus. */
function ofCountry(place: string, discourse: Discourse): string | null {
  const fits = (name: string | null): boolean | null => {
    const country = name === null ? undefined : discourse.known.get(name)?.country
    if (country === undefined) return null
    return (
      country === place || (EUROPE.has(place) && !/^(?:United States|China|Japan|South Korea|India)$/.test(country))
    )
  }
  const first = discourse.focus ?? discourse.topic
  if (fits(first) !== false) return first
  const others = [...discourse.named].reverse()
  return others.find((name) => fits(name) === true) ?? others.find((name) => fits(name) === null) ?? null
}

/** In "X, qui … ses ventes", the possessive is X's. */
function antecedentOf(terms: readonly Term[], clauses: Clauses, i: number): string | null {
  const clause = clauses.of[i]
  if (clause?.kind !== 'relative' || clause.antecedent < 0 || terms[i]?.who?.kind === 'description') return null
  return terms[clause.antecedent]?.who?.name ?? null
}

/** Moves the thread on over a sentence that holds no claim: its names alone count. */
export function skim(sentence: Sentence, mentions: readonly Mention[], discourse: Discourse, index: number): void {
  openSection(sentence.role, mentions, discourse)
  let token = 0
  let subjectSeen = false
  for (const mention of mentions) {
    follow(mention, discourse, index)
    if (mention.type !== 'org' || mention.media || subjectSeen) continue
    while ((sentence.tokens[token]?.end ?? Number.POSITIVE_INFINITY) <= mention.start) token++
    remember(mention.name, discourse)
    const before = sentence.tokens[token - 1]
    if (before !== undefined && !(before.kind === 'punct' || (ARTICLES.has(before.lower) && token <= 1))) {
      if (isGenitive(before.lower)) discourse.focus ??= mention.name
      continue
    }
    discourse.focus = mention.name
    subjectSeen = true
  }
}

function openSection(role: SentenceRole, mentions: readonly (Mention | undefined)[], discourse: Discourse): void {
  if (role !== 'heading') return
  // what a section says "the group" of is whom it names first
  discourse.focus = null
  discourse.section = mentions.find((m): m is NameMention => m?.type === 'product') ?? null
}

function follow(mention: Mention | undefined, discourse: Discourse, sentence: number): void {
  if (mention?.type === 'place') discourse.place = mention
  else if (mention?.type === 'money') discourse.currency = mention.value.unit ?? null
  else if (mention?.type === 'product') {
    // a rival's model told in comparison does not become what the text is about
    if (
      mention.maker !== undefined &&
      discourse.topic !== null &&
      mention.maker !== discourse.topic &&
      discourse.product !== null
    )
      return
    discourse.product = mention
    discourse.productSentence = sentence
  }
}
