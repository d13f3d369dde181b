import type { ClaimStatus, DateMention, Mention, NameMention, OrgEntry, Sentence, Token } from '../types.js'
import { DOES, TAG } from './kinds.js'
import type { Term } from './terms.js'
import { factsOf, type Vocabulary } from './vocabulary.js'

/** What a document has talked about so far: what descriptions and pronouns stand for. */
export interface Discourse {
  /** The organisation that the document is about: named most often, the title counting more. */
  topic: string | null
  /** The number of the sentence that names it first. */
  topicFrom: number
  /** The organisation that was the subject last. */
  focus: string | null
  /** "Rival X", "X, sa filiale": whom a sentence has opened with in passing, its number, and whether a feminine noun told so. */
  passing: { name: string | null; sentence: number; hers?: boolean } | null
  /** Who has declined to say anything last, and the number of that sentence: "Its sales rose" goes on about him. */
  declined: { name: string | null; sentence: number } | null
  /** The number of the sentence that opened the paragraph. */
  opening: number
  /** The name that its first sentence opens with: the paragraph is about it, however seldom the document names it. */
  opener: string | null
  /** The firm of whoever the text introduces first as leading one: who "nous" is. */
  led: string | null
  /** Whose a subsidiary was told to be: who "its parent" is. */
  parents: Map<string, string>
  /** The place named last. */
  place: NameMention | null
  /** The product named last, and the number of the sentence that named it. */
  product: NameMention | null
  productSentence: number
  /** The product of the last heading ("YU7 : le futur SUV"), until the next heading. */
  section: NameMention | null
  /** What the heading of a list, or the line that opens it, says of all its items: "Sales by country in 2023:". */
  list: { date: DateMention | null; place: NameMention | null; measure: string | null } | null
  /** The currency named last. */
  currency: string | null
  /** The volume claimed last: what "contre 735 un an plus tôt" and "il en vise 500 000" count. */
  volume: {
    measure: string
    of?: string
    unit: string
    date: string | null
    /** Of whom it was told; none where that is nobody. */
    whose: string[]
    status: ClaimStatus
    sentence: number
  } | null
  /** What a firm was last told to have, rather than to do: what "il en compte 40" counts. */
  stock: Discourse['volume']
  /** The two firms that were told together last: who "le premier" and "le second" are. */
  pair: [string | null, string | null] | null
  /** The event claimed last, and the sentence that told it: what "une autre suivra" goes on from. */
  event: { event: string; sentence: number } | null
  /** What rose or fell last, and the sentence that told so. */
  trend: { of: string; sentence: number } | null
  /** The takeover told last: "the deal" is worth what is paid for it. `whole`: of a firm and not a share of it, and no mere possibility. */
  takeover: { buyer: string; bought: string; sentence: number; whole: boolean } | null
  /** The sentence of the volume claimed last where it is nobody's, the figure of a whole market; else -1. */
  whole: number
  /** Whom a noun of firms has described ("chain", "brasseur"), null where it described two. */
  described: Map<string, string | null>
  /** Whom a noun of any firm was last said of with a name ("la compagnie X"), and in which sentence. */
  called: Map<string, { name: string; sentence: number }>
  /** The country of a firm that the text itself tells: "le groupe français X", "l'allemand X". */
  origins: Map<string, string>
  /** The organisations named last, at most {@link RECENT}, the last one last. */
  named: string[]
  /** All organisations named so far. */
  introduced: Set<string>
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
  const owned = toldAsTheirs(sentences, mentions)
  let topic: string | null = null
  // the agency that is named once at the end is nobody's topic
  let best = MEDIA
  for (const [name, count] of counts) if (count > best && !owned.has(name)) [topic, best] = [name, count]
  if (topic === null) for (const [name, count] of counts) if (count > best) [topic, best] = [name, count]
  const named = mentions.findIndex((list) => list.some((mention) => mention.type === 'org' && mention.name === topic))
  return {
    topic,
    topicFrom: named,
    focus: null,
    passing: null,
    declined: null,
    opening: -1,
    opener: null,
    led: null,
    parents: new Map(),
    place: null,
    product: null,
    productSentence: -10,
    section: null,
    list: null,
    currency: null,
    volume: null,
    stock: null,
    pair: null,
    event: null,
    trend: null,
    takeover: null,
    whole: -1,
    described: new Map(),
    called: new Map(),
    origins: new Map(),
    named: [],
    introduced: new Set(),
    counts,
    known,
  }
}

/** What the document is about, as far as a reader knows by `sentence`: a headline or lead may tell of a firm that is named right after. */
export const topicBy = ({ topic, topicFrom }: Discourse, sentence: number): string | null =>
  topicFrom <= sentence + LEAD ? topic : null
const LEAD = 3

/** "X, sa filiale", "X, its subsidiary": whoever is told of as another's is not what the text is about. */
function toldAsTheirs(sentences: readonly Sentence[], mentions: readonly (readonly Mention[])[]): ReadonlySet<string> {
  const owned = new Set<string>()
  for (let s = 0; s < mentions.length; s++) {
    const { tokens } = sentences[s] as Sentence
    let t = 0
    for (const mention of mentions[s] as readonly Mention[]) {
      if (mention.type !== 'org') continue
      while (t < tokens.length && (tokens[t]?.start ?? 0) < mention.end) t++
      if (tokens[t]?.lower === ',' && THEIR.has(tokens[t + 1]?.lower ?? '') && PARTS.has(tokens[t + 2]?.lower ?? ''))
        owned.add(mention.name)
    }
  }
  return owned
}

const THEIR = new Set(['sa', 'its'])
const PARTS = new Set(['filiale', 'branche', 'division', 'subsidiary', 'arm', 'unit'])

/** Who counts and comments on what others do. */
const SOURCES: ReadonlySet<string> = new Set(['consulting', 'research'])

/**
 * A new paragraph goes back to what the document is about, after a firm that it names in passing; one that opens with a
 * pronoun goes on from the paragraph before.
 */
export function openParagraph(discourse: Discourse, index: number, { tokens }: Sentence): void {
  const { focus, topic, counts, introduced } = discourse
  discourse.opening = index
  discourse.opener = null
  if (GOES_ON.test(tokens[0]?.lower ?? '')) return
  // a text does not go back to whom it has not named yet
  if (focus === null || topic === null || focus === topic || !introduced.has(topic)) return
  const times = counts.get(topic) ?? 0
  if (times >= 3 && (counts.get(focus) ?? 0) * 2 <= times) discourse.focus = topic
}

/** Pronouns that stand for the firm of the sentence before. */
const GOES_ON = /^(?:it|its|il|elle|son|sa|ses)$/

/** The name that a sentence opens with, an article or a noun before it. */
export function openerOf(terms: readonly Term[]): string | null {
  const from = behindFrame(terms)
  for (let i = from; i < from + OPENING && i < terms.length; i++) {
    const { who, kind } = terms[i] as Term
    if (who?.kind === 'name') return who.name
    // "Canada's X", "Italian steelmaker, X"
    if (
      i > from &&
      (kind.is & (TAG.Place | TAG.Demonym | TAG.OrgNoun | TAG.Comma)) === 0 &&
      (kind.does & DOES.Possessor) === 0
    )
      return null
  }
  return null
}
const OPENING = 4

/** "De l'autre côté de la Seine, X ferme": where the first comma closes a phrase that begins with a preposition and names nobody. */
function behindFrame(terms: readonly Term[]): number {
  if (terms.length === 0) return 0
  if (((terms[0] as Term).kind.does & DOES.Preposition) === 0 && terms[0]?.normal !== 'côté') return 0
  for (let i = 1; i < LONGEST_FRAME && i < terms.length; i++) {
    const { kind, who } = terms[i] as Term
    if ((kind.is & TAG.Comma) !== 0) return i + 1
    if (who !== undefined || kind.finite) return 0
  }
  return 0
}
const LONGEST_FRAME = 10

/** A paragraph that opens with a sentence about nobody goes back to what the document is about, too. */
export function openSentence(terms: readonly Term[], sentence: number, discourse: Discourse): void {
  if (sentence === discourse.opening && !terms.some(({ who }) => who !== undefined)) openAnew(discourse)
}

function openAnew(discourse: Discourse): void {
  const { focus, topic, counts, introduced } = discourse
  if (focus === null || topic === null || !introduced.has(topic)) return
  const times = counts.get(topic) ?? 0
  if (times >= 3 && (counts.get(focus) ?? 0) < times) discourse.focus = topic
}

/** An authority that grants something, or a paper that is named once, is not what the text goes on about. */
export function isInPassing(mention: Mention | undefined, { counts, known, topic }: Discourse): boolean {
  if (mention?.type !== 'org' || mention.media !== true || mention.name === topic) return false
  return known.get(mention.name)?.industry === 'regulator' || (counts.get(mention.name) ?? 0) < 2 * MEDIA
}

/** What naming a paper or an authority counts. */
const MEDIA = 0.1

/** A name is the one told last. */
export function remember(name: string | null, discourse: Discourse): void {
  if (name === null) return
  const { named, introduced } = discourse
  introduced.add(name)
  const at = named.lastIndexOf(name)
  if (at >= 0) named.splice(at, 1)
  else if (named.length === RECENT) named.shift()
  named.push(name)
}

/** No reader knows of more firms which was named last, or last of those from one country. */
const RECENT = 100

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
  // "Iveco, Man et Scania.": an answer that lists names is about none of them
  const listed = discourse.focus !== null && sentence.role === 'text' && isMereList(sentence, mentions)
  let token = 0
  let leader = false
  let subjectSeen = false
  for (let m = 0; m < mentions.length; m++) {
    const mention = mentions[m] as Mention
    follow(mention, discourse, index)
    if (mention.type !== 'org' || mention.media || subjectSeen) continue
    for (; (sentence.tokens[token]?.end ?? Number.POSITIVE_INFINITY) <= mention.start; token++)
      leader ||= (factsOf(sentence.tokens[token] as Token, vocabulary).kind.is & TAG.PersonNoun) !== 0
    remember(mention.name, discourse)
    if (listed) continue
    const before = token > 0 ? sentence.tokens[token - 1] : undefined
    if (before !== undefined && before.kind !== 'punct' && !isWhomItOpensWith(sentence, token, mention)) {
      const { does } = factsOf(before, vocabulary).kind
      // "Directrice générale de X, Anne Roy répond à nos questions"
      if (leader && token <= 4 && (does & DOES.Genitive) !== 0) discourse.led ??= mention.name
      if (!((does & DOES.Article) !== 0 && token <= 1)) {
        if ((does & DOES.Genitive) !== 0) discourse.focus ??= mention.name
        continue
      }
    }
    discourse.focus = mention.name
    subjectSeen = true
  }
}

/** "Chez son voisin X,", "Du côté de X,": the name that begins at `token` says whom the sentence is about. */
function isWhomItOpensWith({ tokens }: Sentence, token: number, { end }: Mention): boolean {
  const [first, second] = tokens
  if (first?.lower !== 'chez' && !(first?.lower === 'du' && second?.lower === 'côté')) return false
  return token <= 5 && tokens.slice(token).find(({ start }) => start >= end)?.lower === ','
}

/** Two names or more, and nothing between them but commas, conjunctions and articles. */
function isMereList({ tokens }: Sentence, mentions: readonly Mention[]): boolean {
  if (mentions.filter(({ type }) => type === 'org').length < 2) return false
  return tokens.every(
    ({ lower, start, kind }) =>
      kind === 'punct' ||
      LIST_WORDS.has(lower) ||
      mentions.some((mention) => mention.start <= start && start < mention.end),
  )
}

const LIST_WORDS = new Set("et ou le la les l' l and or the".split(' '))

const opensWithPronoun = ({ tokens }: Sentence): boolean =>
  /^(?:it|its|they|their|he|she|the|this|il|elle|ils|elles|son|sa|ses|leur|le|la|l'|ce|cette)$/.test(
    tokens[0]?.lower ?? '',
  )

/** "VELTIS" above its news: a heading that is a firm's name opens a story of its own, which is about that firm. */
export function openStory({ tokens }: Sentence, mentions: readonly Mention[], discourse: Discourse): void {
  const [name] = mentions
  if (name?.type !== 'org' || mentions.length > 1 || name.media === true) return
  if (name.start <= (tokens[0]?.start ?? 0) && name.end >= (tokens.at(-1)?.end ?? 0)) discourse.topic = name.name
}

/** A heading opens a section: its product, and nobody yet. */
export function openSection(mentions: readonly (Mention | undefined)[], discourse: Discourse): void {
  // what a section says "the group" of is whom it names first
  discourse.focus = null
  discourse.section = mentions.find((m): m is NameMention => m?.type === 'product') ?? null
}

/** Notes what a heading without a figure, or a line before a colon, says of the list below it; other text ends the list. */
export function openList(
  { role, tokens }: Sentence,
  mentions: readonly Mention[],
  discourse: Discourse,
  vocabulary: Vocabulary,
): void {
  const opens = role === 'heading' || (role === 'text' && tokens.at(-1)?.lower === ':')
  if (!opens || mentions.some((mention) => 'value' in mention)) {
    if (role === 'text') discourse.list = null
    return
  }
  let measure: string | null = null
  for (const token of tokens) {
    const { entry } = factsOf(token, vocabulary)
    if (entry?.features.includes('noun') !== true) continue
    measure ??= entry.classes.find((name) => name.startsWith('measure='))?.slice('measure='.length) ?? null
  }
  // "S1 2025   S1 2024": the columns of a table, none of them every figure's
  const dates = mentions.filter((mention) => mention.type === 'date' && !mention.stated.includes('day'))
  const date = dates.length > 1 ? undefined : dates[0]
  const place = mentions.findLast(({ type }) => type === 'place' || type === 'demonym')
  discourse.list = { date: (date as DateMention) ?? null, place: (place as NameMention) ?? null, measure }
}

/** Notes the place, product or currency that was named last. */
export function follow(mention: Mention, discourse: Discourse, sentence: number): void {
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
