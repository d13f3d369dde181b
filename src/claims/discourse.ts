import type { ClaimStatus, Mention, NameMention, OrgEntry, Sentence, SentenceRole } from '../types.js'
import type { Clause, ClauseKind, Clauses } from './clauses.js'
import { describe } from './epithets.js'
import { ALSO, also, DOES, does, is, TAG } from './kinds.js'
import { factsOf, type Term, textOf, type Vocabulary } from './terms.js'

/** What a document has talked about so far: what descriptions and pronouns stand for. */
export interface Discourse {
  /** The organisation that the document is about: named most often, the title counting more. */
  topic: string | null
  /** The organisation that was the subject last. */
  focus: string | null
  /** The number of the sentence that opened the paragraph. */
  opening: number
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
    /** It is nobody's: the figure of a whole market. */
    nobody: boolean
  } | null
  /** Whom a noun of firms has described ("chain", "brasseur"), null where it described two. */
  described: Map<string, string | null>
  /** The country of a firm that the text itself tells: "le groupe français X", "l'allemand X". */
  origins: Map<string, string>
  /** Organisations named so far, the last one last. */
  named: string[]
  /** How often each is named in the document, its title counting more. */
  counts: ReadonlyMap<string, number>
  /** What the lexicon knows of organisations, by canonical name. */
  known: ReadonlyMap<string, OrgEntry & { country?: string }>
}

/** The document's topic and an empty thread. A name in the title counts three times; media count only as a last resort. */
export function openDiscourse(
  sentences: readonly Sentence[],
  mentions: readonly (readonly Mention[])[],
  known: Discourse['known'],
): Discourse {
  const counts = new Map<string, number>()
  for (let s = 0; s < mentions.length; s++) {
    const list = mentions[s] as readonly Mention[]
    let weight = s === 0 || sentences[s]?.role === 'heading' ? 3 : 1
    for (const mention of list) {
      if (mention.type === 'org') {
        const told = mention.media === true || SOURCES.has(known.get(mention.name)?.industry ?? '')
        counts.set(mention.name, (counts.get(mention.name) ?? 0) + (told ? MEDIA : weight))
        // a title is about whom it names first
        if (!told) weight = 1
      } else if (mention.type === 'product' && mention.maker !== undefined)
        counts.set(mention.maker, (counts.get(mention.maker) ?? 0) + 0.5)
    }
  }
  let topic: string | null = null
  let best = 0
  for (const [name, count] of counts) if (count > best) [topic, best] = [name, count]
  return {
    topic,
    focus: null,
    opening: -1,
    place: null,
    product: null,
    productSentence: -10,
    section: null,
    currency: null,
    volume: null,
    described: new Map(),
    origins: new Map(),
    named: [],
    counts,
    known,
  }
}

/** Who counts and comments on what others do. */
const SOURCES: ReadonlySet<string> = new Set(['consulting', 'research'])

/** A new paragraph goes back to what the document is about, after a firm that it names in passing. */
export function openParagraph(discourse: Discourse, sentence: number): void {
  const { focus, topic, counts } = discourse
  discourse.opening = sentence
  if (focus === null || topic === null || focus === topic) return
  const times = counts.get(topic) ?? 0
  if (times >= 3 && (counts.get(focus) ?? 0) * 2 <= times) discourse.focus = topic
}

/** A paragraph that opens with a sentence about nobody goes back to what the document is about, too. */
export function openSentence(terms: readonly Term[], sentence: number, discourse: Discourse): void {
  if (sentence === discourse.opening && !terms.some(({ who }) => who !== undefined)) openAnew(discourse)
}

function openAnew(discourse: Discourse): void {
  const { focus, topic, counts } = discourse
  if (focus === null || topic === null) return
  const times = counts.get(topic) ?? 0
  if (times >= 3 && (counts.get(focus) ?? 0) < times) discourse.focus = topic
}

/** Whether a name at term `i` stands where a subject stands: not after a preposition, a verb that it is the object of, or another name. */
export function isSubjectLike(terms: readonly Term[], i: number): boolean {
  const possessor = before(terms, i)
  // "by Germany's BMW": what stands before the possessor counts
  const at = possessor !== undefined && (possessor.kind.does & DOES.Possessor) !== 0 ? i - 2 : i
  if (isCleft(terms, i)) return true
  // "au groupe X", "du constructeur X": the preposition is part of the description's article
  if (((terms[i] as Term).kind.does & DOES.OpensContracted) !== 0) return false
  // "its seven Embraer jets": the name qualifies what is counted
  if (((terms[i - 1]?.kind.is ?? 0) & TAG.Value) !== 0 && ((terms[i + 1]?.kind.is ?? 0) & TAG.Verb) === 0) return false
  // "éditeur de « X »": what stands before the quotation mark counts
  const previous = beforeNounPhrase(terms, terms[at - 1]?.kind.tags.has('Quote') === true ? at - 1 : at)
  if (previous === undefined) return true
  const { does, is } = previous.kind
  // "24 Airbus" are counted
  if (previous.mention?.type === 'number' && previous === terms[at - 1]) return false
  // a name in a list stands where the first of the list stands; "Avec X, Y ouvrira …" is no list
  if (previous.normal === ',' && ((terms[i + 1] as Term | undefined)?.kind.is ?? 0) & (TAG.Finite | TAG.Future))
    return true
  // "avec son actionnaire historique, X.": in apposition
  if (previous.normal === ',' && ((terms[i + 1]?.kind.is ?? TAG.Stop) & TAG.Stop) !== 0 && i > 3)
    if (terms.slice(Math.max(0, i - 5), i - 1).some((t) => also(t, ALSO.Possessive))) return false
  if ((does & DOES.ListJoint) !== 0 && previous === before(terms, at) && i > 1 && terms[i - 2]?.who?.kind === 'name')
    return isSubjectLike(terms, i - 2)
  // "Chez X, …" says whom the sentence is about
  if ((does & DOES.Chez) !== 0 && i <= 2 && ((terms[0] as Term).kind.is & TAG.Verb) === 0) return true
  if ((does & DOES.Preposition) !== 0 || (previous.normal === 'as' && terms[at - 2]?.normal === 'such')) return false
  // "expect X to report": X is to
  const isToDo = terms[i + 1]?.normal === 'to' && also(terms[i + 2], ALSO.Infinitive)
  if ((is & TAG.Verb) !== 0 && (is & (TAG.Noun | TAG.Say)) === 0) return isToDo
  // "X already supplies Y": no noun
  if ((is & TAG.Verb) !== 0 && (is & TAG.Say) === 0 && previous === before(terms, at) && isVerbal(terms, at - 1))
    return isToDo
  return (is & TAG.Lparen) === 0
}

/** "c'est X qui investit". */
const isCleft = (terms: readonly Term[], i: number): boolean =>
  does(terms[i + 1], DOES.Relative) &&
  terms.slice(Math.max(0, i - 3), i).some((t, k, before) => t.normal === "c'" && before[k + 1]?.normal === 'est')

/** What may be a noun is a verb behind its subject or a modal: "X supplies", "it also orders", "will supply". */
function isVerbal(terms: readonly Term[], i: number): boolean {
  if (MODALS.has(terms[i - 1]?.normal ?? '')) return true
  const adverb = ADVERBS.has(terms[i - 1]?.normal ?? '')
  const who = terms[adverb ? i - 2 : i - 1]?.who
  return who !== undefined && who.kind !== 'possessive'
}

const MODALS = new Set(['to', 'will', 'would', 'can', 'could', 'may', 'might', 'must', 'should'])
const ADVERBS = new Set(['already', 'also', 'now', 'still', 'currently', 'only'])

/** The term before the noun phrase that ends at `i`: "to buy the audiobook start-up X" is about what stands before "the". */
function beforeNounPhrase(terms: readonly Term[], i: number): Term | undefined {
  let noun = false
  for (let j = i - 1; j >= Math.max(0, i - 4); j--) {
    const term = terms[j] as Term
    const { does, is, tags } = term.kind
    // "X a rencontré Y": an auxiliary, no article
    if ((term.kind.also & ALSO.Have) !== 0) return term
    // in "the stake Ford is to buy" the noun does not introduce the name
    if (noun && /^(?:the|an?)$/.test(term.normal)) break
    if ((does & (DOES.Article | DOES.Possessive)) !== 0) return before(terms, j)
    if ((does & (DOES.Preposition | DOES.OpensClause)) !== 0) return term
    if ((is & (TAG.OrgNoun | TAG.Demonym | TAG.Place)) !== 0) continue
    if ((is & TAG.Participle) !== 0 || ((is & TAG.Noun) !== 0 && (is & TAG.Verb) === 0)) noun = true
    else if (term.mention !== undefined || tags.size > 0) break
  }
  return before(terms, i)
}

const before = (terms: readonly Term[], i: number): Term | undefined => (i > 0 ? terms[i - 1] : undefined)

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
  if (role === 'heading')
    openSection(
      terms.map((t) => t.mention),
      discourse,
    )
  const silent = isSilent(terms)
  const thread = discourse.focus
  for (let i = 0; i < terms.length; i++) {
    const term = terms[i] as Term
    const { who, mention } = term
    if (who !== undefined) {
      const clause = clauses.of[i] as Clause
      // "Les magasins que X veut ouvrir": nobody else has been named whom the sentence could be about
      const kind =
        clause.kind === 'relative' && clause.antecedent < 0 && !hangsOnPlace(terms, clause.start, discourse)
          ? 'main'
          : clause.kind
      if (who.kind === 'name') {
        if (isSource(terms, i)) continue
        describe(terms, i, discourse.described)
        noteOrigin(terms, i, discourse)
        // "X declined to comment": the text goes on about another
        if (silent) continue
        // "Pour X, l'acquisition tombe bien" goes on about an X that was named before
        const opens = i === 1 || (i === 2 && ((terms[1] as Term).kind.does & DOES.Article) !== 0)
        if (opens && FOR.has(terms[0]?.normal ?? '') && who.name !== null && discourse.named.includes(who.name))
          discourse.focus = who.name
        // "Quant à X, il" turns to X
        if (i <= 4 && terms[0]?.normal === 'quant') discourse.focus = who.name
        remember(who.name, discourse)
        if (isInPassing(mention, discourse)) continue
        // a headline is about whom it names first
        if (role === 'heading' && discourse.focus !== null) continue
        // "Y, son principal client, a résilié …" goes on about whose client Y is; "Rival Y cut …", about whose rival
        if (discourse.focus !== null && (isOneOfHis(terms, i) || isRival(terms, i) || isInApposition(terms, i)))
          continue
        // "X and Y also joined": two of them, and none of them is "it"
        if (thread !== null && isSecond(terms, i)) {
          discourse.focus = thread
          continue
        }
        if (!IN_PASSING.has(kind) && isSubjectLike(terms, i)) discourse.focus = who.name
        else if (isLed(terms, i)) discourse.focus = who.name
        else if (i > 0 && ((terms[i - 1] as Term).kind.does & DOES.Genitive) !== 0) {
          if (i <= 6 && kind === 'main' && opensWithMeasure(terms, i)) discourse.focus = who.name
          else discourse.focus ??= who.name
        }
      } else if (who.kind === 'description' && who.place !== undefined && (term.kind.is & TAG.Indefinite) === 0) {
        who.name = ofCountry(who.place, who.noun, discourse)
        if (who.name !== null && !IN_PASSING.has(kind) && isSubjectLike(terms, i)) discourse.focus = who.name
      } else if (term.kind.tags.has('Latter') || isDemonstrative(term)) who.name = discourse.named.at(-1) ?? null
      else if ((term.kind.is & (TAG.Indefinite | TAG.MediaNoun)) !== 0) who.name = null
      else if ((term.kind.does & DOES.We) !== 0) who.name = discourse.topic ?? discourse.focus
      else
        who.name =
          antecedentOf(terms, clauses, i) ??
          discourse.described.get(who.noun ?? '') ??
          (isActedOn(terms, i, clauses.of[i], thread, discourse) ? thread : discourse.focus) ??
          discourse.topic
    }
    if (mention !== undefined) follow(mention, discourse, sentence)
  }
}

/** Clauses whose names do not become the focus. */
const IN_PASSING: ReadonlySet<ClauseKind> = new Set(['relative', 'aside', 'insertion'])

/** "L'Italie, où X ouvrira …", "le site, dont X est client": the relative clause tells of a place or thing, the sentence of somebody else. */
function hangsOnPlace(terms: readonly Term[], start: number, { focus }: Discourse): boolean {
  if (focus === null) return false
  const { normal } = terms[start] as Term
  // "orders, of which X took a third"
  if (normal === 'which') return terms[start - 1]?.normal === 'of' && is(terms[start - 2], TAG.Comma)
  return is(terms[start - 1], TAG.Comma) && /^(?:où|dont|where)$/.test(normal)
}

/** "Le groupe français X", "l'allemand X", "X, une entreprise allemande": where a firm comes from. */
function noteOrigin(terms: readonly Term[], i: number, { origins }: Discourse): void {
  const { who } = terms[i] as Term
  if (who === undefined || who.name === null || origins.has(who.name)) return
  const before = terms[i - 1]?.mention
  const behind = is(terms[i + 1], TAG.Comma) ? terms[i + 2]?.who : undefined
  const place =
    who.place ?? (before?.type === 'demonym' ? before.name : behind?.kind === 'description' ? behind.place : undefined)
  if (place !== undefined) origins.set(who.name, place)
}

/** "Ce fabricant de meubles": whoever was named last. */
const isDemonstrative = (term: Term): boolean =>
  term.who?.kind === 'description' && /^(?:ce|cet|cette|this) /i.test(textOf(term).slice(0, 6))

/** The second of two names that open a clause as its subject. */
function isSecond(terms: readonly Term[], i: number): boolean {
  if (terms[i - 1]?.normal !== 'and' || terms[i - 2]?.who?.kind !== 'name') return false
  return i === 2 || ((terms[i - 3]?.kind.is ?? 0) & TAG.Semicolon) !== 0
}

/** "X, son fournisseur,": the comma behind the name at `i` opens an apposition that begins with a possessive. */
function isOneOfHis(terms: readonly Term[], i: number): boolean {
  if (((terms[i + 1]?.kind.is ?? 0) & TAG.Comma) === 0) return false
  const next = terms[i + 2]
  return next !== undefined && ((next.kind.does & DOES.Possessive) !== 0 || (next.kind.also & ALSO.Possessive) !== 0)
}

/** "X, a major Y supplier,": the name at `i` tells whose the noun behind it is, in an apposition to another name. */
function isInApposition(terms: readonly Term[], i: number): boolean {
  const noun = terms[i + 1]
  if (noun === undefined || !is(noun, TAG.Noun) || is(noun, TAG.Finite)) return false
  for (let j = i - 1; j >= Math.max(1, i - 5); j--) {
    if (!is(terms[j], TAG.Comma)) continue
    const named = terms[j - 1]
    return (terms[j + 1]?.kind.does ?? 0) & DOES.Article ? named?.who !== undefined || is(named, TAG.Rparen) : false
  }
  return false
}

const isRival = (terms: readonly Term[], i: number): boolean =>
  RIVAL.test(textOf(terms[i] as Term)) || RIVAL.test(terms[i - 1]?.normal ?? '')
// in French "Le rival X a cédé. Il …" goes on about X
const RIVAL = /^(?:(?:its|the) )?(?:rival|competitor)\b/i

/** "X led the round, valuing the company at 3 million": not X, but whom the text was about before. */
function isActedOn(
  terms: readonly Term[],
  i: number,
  clause: Clause | undefined,
  thread: string | null,
  { focus }: Discourse,
): boolean {
  if (thread === null || thread === focus) return false
  // "X, with which it built": nor he whom a clause hangs on
  const hangsOn =
    clause?.kind === 'relative' && clause.antecedent >= 0 ? terms[clause.antecedent]?.who?.name : undefined
  if (hangsOn === focus && terms[i]?.who?.kind === 'pronoun') return true
  if (terms[i]?.who?.kind !== 'description') return false
  const { is, tags } = (terms[i - 1] as Term | undefined)?.kind ?? { is: 0, tags: NONE }
  return (is & TAG.Verb) !== 0 && (is & (TAG.Say | TAG.Noun)) === 0 && !tags.has('Be')
}

const NONE: ReadonlySet<string> = new Set()

const FOR = new Set(['pour', 'for', 'at'])
const COMMENT = new Set(['comment', 'commenter', 'commentaire', 'commentaires'])

/** "X did not respond to a request for comment", "X declined to comment", "X n'a pas souhaité commenter". */
function isSilent(terms: readonly Term[]): boolean {
  for (let i = 2; i < terms.length; i++) {
    if (COMMENT.has((terms[i] as Term).normal)) return terms.length < 30
  }
  return false
}

/** Whether the name at `i` is only the one who says so: a newspaper or agency before a verb of saying or after "selon". */
export function isSource(terms: readonly Term[], i: number): boolean {
  // "X has learned": a paper of itself
  if (terms[i + 1]?.kind.tags.has('Learned')) return true
  // "the trade group X said", "researchers X"
  const presented = i > 0 && ((terms[i - 1] as Term).kind.is & TAG.MediaNoun) !== 0
  if (((terms[i] as Term).kind.is & (TAG.Media | TAG.MediaNoun)) === 0 && !presented) return false
  for (let j = i + 1; j <= i + 4; j++) {
    const term = terms[j]
    if (term === undefined || (term.kind.is & TAG.Comma) !== 0) break
    if ((term.kind.is & TAG.Say) !== 0) return true
  }
  for (let j = i - 1; j >= Math.max(0, i - 4); j--)
    if (((terms[j] as Term).kind.is & (TAG.According | TAG.Say)) !== 0) return true
  return false
}

/** An authority that grants something, or a paper that is named once, is not what the text goes on about. */
function isInPassing(mention: Mention | undefined, { counts, known, topic }: Discourse): boolean {
  if (mention?.type !== 'org' || mention.media !== true || mention.name === topic) return false
  return known.get(mention.name)?.industry === 'regulator' || (counts.get(mention.name) ?? 0) < 2 * MEDIA
}

/** What naming a paper or an authority counts. */
const MEDIA = 0.1

function remember(name: string | null, discourse: Discourse): void {
  if (name === null) return
  const at = discourse.named.indexOf(name)
  if (at >= 0) discourse.named.splice(at, 1)
  discourse.named.push(name)
}

/** "La direction du quotidien X prépare …": who leads X speaks for it. */
function isLed(terms: readonly Term[], i: number): boolean {
  for (let j = i - 1; j >= Math.max(1, i - 4); j--) {
    const { does, is } = (terms[j] as Term).kind
    if ((does & DOES.Genitive) !== 0) return ((terms[j - 1] as Term).kind.is & TAG.PersonNoun) !== 0
    if ((is & (TAG.Punct | TAG.Finite | TAG.Value)) !== 0) return false
  }
  return false
}

/** "Les ventes de X ont reculé": whether only a noun phrase that tells a measure stands before `i`, no verb, no comma, no other name. */
function opensWithMeasure(terms: readonly Term[], i: number): boolean {
  if (((terms[0] as Term).kind.does & DOES.Article) === 0) return false
  let counts = false
  for (let j = 0; j < i; j++) {
    const { kind, who } = terms[j] as Term
    if ((kind.is & (TAG.Punct | TAG.Finite | TAG.Value)) !== 0 || who?.kind === 'name') return false
    if ((kind.is & TAG.Measure) !== 0) counts = true
  }
  return counts
}

/** What the lexicon calls the trade of whom a noun describes. */
const TRADES: Record<string, string> = {
  carmaker: 'cars', automaker: 'cars', airline: 'airline', brewer: 'beer', brasseur: 'beer', bank: 'banking', banque: 'banking', chipmaker: 'semiconductors', drugmaker: 'pharma', retailer: 'retail', insurer: 'insurance', assureur: 'insurance', planemaker: 'aircraft', avionneur: 'aircraft',
} // biome-ignore format: a word list

const EUROPE = new Set(['Europe', 'European Union'])

/** "le géant chinois": the focus where its country may fit, else the firm of that country named last, else the focus. */
function ofCountry(place: string, noun: string | undefined, discourse: Discourse): string | null {
  const fits = (name: string | null): boolean | null => {
    const country = name === null ? undefined : (discourse.known.get(name)?.country ?? discourse.origins.get(name))
    if (country === undefined) return null
    return (
      country === place || (EUROPE.has(place) && !/^(?:United States|China|Japan|South Korea|India)$/.test(country))
    )
  }
  const first = discourse.focus ?? discourse.topic
  const sure = fits(first)
  // "the Japanese carmaker", after one that is known to be both
  const trade = sure === null ? TRADES[noun ?? ''] : undefined
  if (trade !== undefined)
    return (
      discourse.named.slice(-3).find((name) => fits(name) && discourse.known.get(name)?.industry === trade) ?? first
    )
  if (sure !== false) return first
  const others = [...discourse.named].reverse()
  return others.find((name) => fits(name) === true) ?? others.find((name) => fits(name) === null) ?? null
}

/** In "X, qui … ses ventes", the possessive is X's. */
function antecedentOf(terms: readonly Term[], clauses: Clauses, i: number): string | null {
  const clause = clauses.of[i]
  if (clause?.kind !== 'relative' || clause.antecedent < 0 || terms[i]?.who?.kind !== 'possessive') return null
  if (isWhere(terms, clause)) return null
  return terms[clause.antecedent]?.who?.name ?? null
}

/** "with X in Peru, where its cars are sold": what "where" opens says nothing of X. */
export const isWhere = (terms: readonly Term[], clause: Clause): boolean =>
  terms[clause.start]?.normal === 'where' || terms[clause.start]?.normal === 'où'

/** Moves the thread on over a sentence that holds no claim: its names alone count. */
export function skim(
  sentence: Sentence,
  mentions: readonly Mention[],
  discourse: Discourse,
  index: number,
  vocabulary: Vocabulary,
): void {
  if (sentence.role === 'heading') openSection(mentions, discourse)
  if (index === discourse.opening && !mentions.some(({ type }) => type === 'org') && !opensWithPronoun(sentence))
    openAnew(discourse)
  let token = 0
  let subjectSeen = false
  for (let m = 0; m < mentions.length; m++) {
    const mention = mentions[m] as Mention
    follow(mention, discourse, index)
    if (mention.type !== 'org' || mention.media || subjectSeen) continue
    while ((sentence.tokens[token]?.end ?? Number.POSITIVE_INFINITY) <= mention.start) token++
    remember(mention.name, discourse)
    const before = token > 0 ? sentence.tokens[token - 1] : undefined
    if (before !== undefined && before.kind !== 'punct') {
      const { does } = factsOf(before, vocabulary).kind
      if (!((does & DOES.Article) !== 0 && token <= 1)) {
        if ((does & DOES.Genitive) !== 0) discourse.focus ??= mention.name
        continue
      }
    }
    discourse.focus = mention.name
    subjectSeen = true
  }
}

const opensWithPronoun = ({ tokens }: Sentence): boolean =>
  /^(?:it|its|they|their|he|she|the|this|il|elle|ils|elles|son|sa|ses|leur|le|la|l'|ce|cette)$/.test(
    tokens[0]?.lower ?? '',
  )

function openSection(mentions: readonly (Mention | undefined)[], discourse: Discourse): void {
  // what a section says "the group" of is whom it names first
  discourse.focus = null
  discourse.section = mentions.find((m): m is NameMention => m?.type === 'product') ?? null
}

function follow(mention: Mention, discourse: Discourse, sentence: number): void {
  if (mention.type === 'place') discourse.place = mention
  else if (mention.type === 'money') {
    if (mention.value.unit !== 'cent') discourse.currency = mention.value.unit ?? null
  } else if (mention.type === 'product') {
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
