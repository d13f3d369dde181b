import type { PlaceEntry } from '../types.js'
import { NAME_ADJECTIVES, TITLES } from './names-firms.js'
import type { Run, Segment } from './names-segments.js'
import { SHAPE } from './names-shapes.js'
import { matchEntry, opensAt, type Reader, type View, wordAt } from './names-view.js'
import {
  hasClass,
  isDash,
  isFiniteVerb,
  isMeasure,
  isNoun,
  isPlaceName,
  isPlainVerb,
  isQuote,
  isRelation,
  isTie,
  nounKind,
  triggerAt,
  type Votes,
} from './names-votes.js'
import { AUTHORED, EXAMPLES, LOCATED, TAKES_FIRM, WARE_NOUNS } from './names-words.js'

/** Adds what the words before a name say. Looks at most ten tokens back. */
export function voteBefore(reader: Reader, { view, segments }: Run, segment: Segment, votes: Votes): void {
  const { words } = reader
  const { start } = segment
  let k = start - 1
  const sibling = segments[segments.indexOf(segment) - 1]
  if (sibling?.end === start) {
    // a title in capitals: "CEO X"
    if (sibling.kind === 'aside') votes.person += 2
    if (sibling.entry?.demonym === undefined || sibling.start === 0) return
    // "German carmaker", "le chinois": what stands before the demonym tells
    k = sibling.start - 1
    if (words.articles.has(wordAt(view, k))) votes.org += 3
    else voteNoun(reader, view, k, 2, votes)
    return
  }
  while (k >= 0 && isQuote(wordAt(view, k))) k--
  if (k < 0) return
  const titled = wordAt(view, k) === '.' ? k - 1 : k
  if (TITLES.has(wordAt(view, titled)) && view.shapes[titled] !== SHAPE.plain) votes.person += 5
  else if (view.tokens[k]?.kind === 'punct') voteMark(reader, view, k, segment, votes)
  else if (!voteFunctionWord(reader, view, k, segment, votes)) voteContentWord(reader, view, k, segment, votes)
}

/** After a comma or a dash: "its joint venture – X", "our closest rival, X, is", "Le jeu vidéo à succès, X, …". */
function voteMark(reader: Reader, view: View, k: number, { end }: Segment, votes: Votes): void {
  const { words, lexicon } = reader
  const mark = wordAt(view, k)
  if (mark !== ',' && !isDash(mark)) return
  voteHead(reader, view, k, votes)
  const demonym = lexicon.demonyms.has(wordAt(view, k - 1))
  // "un espagnol, X"
  if (demonym && words.articles.has(wordAt(view, k - 2)) && view.shapes[k - 1] === SHAPE.plain) votes.org += 2
  // "une société commune, X": the noun may stand before an adjective
  const adjective = demonym || (reader.language === 'fr' && isPlainAdjective(reader, view, k - 1))
  const noun = adjective ? k - 2 : k - 1
  const closed = wordAt(view, end) === ',' || isDash(wordAt(view, end))
  const tied = isTie(triggerAt(lexicon.words, view, k - 1)) || isTie(lexicon.words.get(wordAt(view, noun)))
  const firm = tied || isNoun(words.orgNouns, wordAt(view, noun))
  const person = (firm || closed) && (nounKind(reader, view, noun) === 'person' || isHeadedByPerson(reader, view, noun))
  if (person) votes.person += 3
  else if (firm) votes.org += closed ? 3 : 1
  else if (isDash(mark) && isNoun(words.productNouns, wordAt(view, noun))) votes.product += 2
}

/** A word behind a noun of firms or wares that is none itself. */
function isPlainAdjective(reader: Reader, view: View, k: number): boolean {
  if (nounKind(reader, view, k) === 'org' || reader.words.functionWords.has(wordAt(view, k))) return false
  return isNoun(reader.words.orgNouns, wordAt(view, k - 1)) || isNoun(reader.words.productNouns, wordAt(view, k - 1))
}

/** The noun that the sentence opens with, where nothing but its complement stands before its first comma. */
function voteHead(reader: Reader, view: View, comma: number, votes: Votes): void {
  const { words } = reader
  if (comma > 9 || !words.articles.has(wordAt(view, 0))) return
  for (let k = 1; k < comma; k++) {
    if (view.tokens[k]?.kind !== 'word' || words.auxiliaries.has(wordAt(view, k))) return
  }
  const kind = nounKind(reader, view, 1)
  if (kind === 'product' || kind === 'org') votes[kind] += 2
}

/** "the chairman of the group": the noun that another depends on. */
function isHeadedByPerson(reader: Reader, view: View, from: number): boolean {
  for (let k = from - 1; k >= 0 && k > from - 6; k--) {
    if (view.tokens[k]?.kind !== 'word') return false
    if (nounKind(reader, view, k) === 'person') return true
  }
  return false
}

/** Articles, prepositions, possessives and the like at `k`; false where there is none. */
function voteFunctionWord(reader: Reader, view: View, k: number, segment: Segment, votes: Votes): boolean {
  const { words, lexicon } = reader
  const word = wordAt(view, k)
  const before = wordAt(view, k - 1)
  if (EXAMPLES.has(word) || (word === 'as' && before === 'such') || (word === 'que' && before.startsWith('tel'))) {
    voteExample(reader, view, k - 1, votes)
  } else if (words.articles.has(word)) {
    voteArticle(reader, view, k, segment, votes)
    if (words.ofPrepositions.has(word)) voteOf(reader, view, k, votes)
  } else if (lexicon.demonyms.has(word) && view.shapes[k] === SHAPE.plain && words.articles.has(before)) {
    // "le suédois X"
    votes.org += 3
  } else if (word === "'s" && view.shapes[k - 1] !== SHAPE.plain) {
    // "Japan's X" is a firm, "Toyota's X" a product or a brand
    if (isPlaceName(reader, view, k - 1)) votes.org += 3
    else votes.product += reader.tree.get(before)?.value?.org === undefined ? 1 : 2
  } else if (words.possessives.has(word)) {
    if (nounKind(reader, view, segment.end) === 'site') votes.place += 2
    else votes.product += 2
  } else if (NAME_ADJECTIVES.has(word.slice(word.lastIndexOf('-') + 1)) && word.includes('-')) {
    // "Oslo-based X"
    votes.org += 3
  } else if (words.firmPrepositions.has(word)) votes.org += 3
  else if (words.sourceWords.has(word) && (word !== 'to' || before === 'according')) {
    votes.org += 2
    votes.media = true
  } else if (words.ofPrepositions.has(word)) voteOf(reader, view, k, votes)
  else if (words.agentPrepositions.has(word)) voteAgent(reader, view, k, votes)
  else if ((word === 'for' || word === 'pour') && isApproved(reader, view, k)) votes.product += 2
  else if (words.placePrepositions.has(word)) voteIn(reader, view, k, segment, votes)
  else return false
  return true
}

/** "its top brands include X", "rivals such as X": the noun before the opening word. */
function voteExample(reader: Reader, view: View, from: number, votes: Votes): void {
  for (let k = from; k >= 0 && k > from - 5; k--) {
    const kind = nounKind(reader, view, k)
    if (kind !== 'org' && kind !== 'product') continue
    votes[kind] += 2
    return
  }
}

/** After an article: firms have none, products and institutions do. */
function voteArticle({ language, words }: Reader, view: View, k: number, segment: Segment, votes: Votes): void {
  const { start, nameEnd } = segment
  if (language === 'en') {
    const next = wordAt(view, nameEnd)
    const bare = view.tokens[nameEnd]?.kind !== 'word' || words.functionWords.has(next) || words.auxiliaries.has(next)
    if (bare) votes.product += 1
    return
  }
  // "l'A16" is a road
  const road = wordAt(view, k) === "l'" && ROAD.test(wordAt(view, start))
  if (road) votes.product -= 2
  else if (view.shapes[start] !== SHAPE.upper) votes.product += 1
}

const ROAD = /^[adenm][0-9]{1,3}$/

/** "X of Y": the noun before tells; "l'usine de X" leaves it open. */
function voteOf(reader: Reader, view: View, k: number, votes: Votes): void {
  const { words, lexicon, language } = reader
  const noun = wordAt(view, k - 1)
  // "ministre iranien des Transports"
  if (isMinistry(noun) || isMinistry(wordAt(view, k - 2))) {
    for (const type of ['org', 'product', 'place', 'person'] as const) votes[type] -= 8
    return
  }
  const kind = nounKind(reader, view, k - 1)
  const entry = triggerAt(lexicon.words, view, k - 1)
  if (WARE_NOUNS.has(noun)) votes.product += 3
  else if (kind === 'place') votes.place += 2
  else if (kind === 'site') {
    votes.org += 1
    votes.place += language === 'fr' ? 2 : 1
  } else if (kind === 'org' && language === 'fr' && !isRelation(entry)) {
    // "le groupe de Delme" tells the town, "la marque de X" either
    votes.place += 2
    if (noun.startsWith('marque')) votes.org += 2
  } else if (isAnalyst(noun)) {
    votes.org += 2
    votes.media = true
  } else if (kind === 'org' || kind === 'person' || isTie(entry) || isMeasure(entry) || words.firmNouns.has(noun)) {
    votes.org += 2
  } else if (kind === 'product') votes.org += 1
  else if (lexicon.demonyms.has(noun)) {
    // "la filiale chinoise de X"
    const head = nounKind(reader, view, k - 2)
    votes.org += head === 'org' || isTie(lexicon.words.get(wordAt(view, k - 2))) ? 2 : 1
  }
}

const isMinistry = (noun: string): boolean => noun.startsWith('minist')
const isAnalyst = (noun: string): boolean => /^(?:analyst|economist|économist|strateg)/.test(noun)

/** "by X", "avec X". */
function voteAgent({ lexicon }: Reader, view: View, k: number, votes: Votes): void {
  const word = wordAt(view, k)
  const acts = word === 'par' || word === 'by'
  if (acts) {
    for (let i = k - 1; i >= 0 && i >= k - 4; i--) {
      if (!AUTHORED.has(wordAt(view, i)) && !hasClass(lexicon.words.get(wordAt(view, i)), 'Found')) continue
      votes.person += 3
      break
    }
  }
  const verb = lexicon.words.get(wordAt(view, k - 1))
  votes.org += acts || isTie(verb) || isFiniteVerb(verb) || verb?.features.includes('participle') === true ? 2 : 1
}

/** "approval from the authority for X": X is a ware. */
function isApproved({ lexicon }: Reader, view: View, k: number): boolean {
  for (let i = k - 1; i >= 0 && i > k - 10; i--)
    if (hasClass(lexicon.words.get(wordAt(view, i)), 'Approve')) return true
  return false
}

/** "à X", "in X": where, unless the verb or noun before governs the preposition ("stake in X", "vendu à X"). */
function voteIn(reader: Reader, view: View, k: number, segment: Segment, votes: Votes): void {
  const { lexicon, words } = reader
  const word = wordAt(view, k)
  const governor = wordAt(view, k - 1)
  const trigger = lexicon.words.get(governor)
  if (isTie(trigger) || hasClass(trigger, 'Invest') || takesFirm(view, k) || isReceived(reader, view, k)) {
    votes.org += 2
    return
  }
  if (hasClass(trigger, 'Say')) {
    // "a déclaré à X"
    votes.org += 2
    votes.media = true
    return
  }
  if (word === 'en' || word === 'au' || word === 'aux') return
  const within = placeBeside(reader, view, segment.end)
  if (within !== null) {
    votes.place += 4
    votes.within ??= within
  } else if (isAnalyst(governor)) {
    votes.org += 3
    votes.media = true
  } else if (view.shapes[segment.start] === SHAPE.upper) votes.org += 2
  else {
    const based = LOCATED.has(governor)
    const clauseStart = k === 0 || view.tokens[k - 1]?.kind === 'punct'
    const site = isNoun(words.siteNouns, governor) || words.placeNouns.has(governor)
    votes.place += clauseStart || site || based ? 3 : word === 'à' || word === 'in' ? 1 : 2
  }
}

/** "vendu à X", "appartient depuis 2020 à X". */
function takesFirm(view: View, k: number): boolean {
  for (let i = k - 1; i >= 0 && i > k - 5 && view.tokens[i]?.kind !== 'punct'; i--) {
    if (TAKES_FIRM.has(wordAt(view, i))) return true
  }
  return false
}

/** "confie la Grèce à X": a place before "à" is what X gets. */
function isReceived(reader: Reader, view: View, k: number): boolean {
  const { articles, ofPrepositions } = reader.words
  if (wordAt(view, k) !== 'à' || !articles.has(wordAt(view, k - 2))) return false
  return isPlaceName(reader, view, k - 1) && k > 2 && !ofPrepositions.has(wordAt(view, k - 3))
}

/** A country or region told after the name that ends at `end`: "Linz, Austria", "Kolvar (sud de la Pologne)". */
export function placeBeside(reader: Reader, view: View, end: number): PlaceEntry | null {
  const { functionWords, placeNouns } = reader.words
  const mark = wordAt(view, end)
  if (mark !== ',' && mark !== '(') return null
  for (let k = end + 1; k < view.tokens.length && k <= end + 7; k++) {
    if (view.tokens[k]?.kind === 'punct') return null
    const place = matchEntry(reader, view, k)?.entry.place
    if (place !== undefined) return place
    const word = wordAt(view, k)
    if (mark === ',' && !functionWords.has(word) && !placeNouns.has(word)) return null
  }
  return null
}

/** A verb or noun right before the name. */
function voteContentWord(reader: Reader, view: View, k: number, segment: Segment, votes: Votes): void {
  const word = wordAt(view, k)
  const entry = reader.lexicon.words.get(word)
  if (hasClass(entry, 'Takeover') || hasClass(entry, 'Buy')) votes.org += 2
  else if (TRADES.some((name) => hasClass(entry, name))) {
    votes.org += 1
    votes.product += 1
  } else if ((hasClass(entry, 'Launch') || hasClass(entry, 'Unveil')) && !isNounOnly(entry?.features))
    votes.product += 2
  else if (entry === undefined && endsLikeVerb(reader, word)) votes.org += 1
  else if (word === 'told') {
    votes.org += 3
    votes.media = true
  } else if (reader.language === 'en' && hasClass(entry, 'Say')) {
    // "said Tom Hale", "says Fintel"
    if (segment.nameEnd - segment.start > 1 && segment.firm === 0) votes.person += 2
    else votes.org += 1
  }
  voteNoun(reader, view, k, 3, votes)
}

/** Verbs of trade: their object is a firm's name or its ware's. */
const TRADES = ['Sell', 'Produce', 'Import', 'Distribute']

const isNounOnly = (features: readonly string[] = []): boolean =>
  features.every((f) => f === 'noun' || f === 'adjective')

/** A verb that the lexicon lacks has the name as its object: "a lâché X", "outbid X". */
const endsLikeVerb = ({ language, words }: Reader, word: string): boolean =>
  !words.functionWords.has(word) && word.length > 4 && (language === 'fr' ? /(?:ée?s?|er)$/ : /(?:ed|ing)$/).test(word)

/** Small words that a French noun phrase goes on over: "fabricant de batteries". */
const COMPLEMENT = new Set(['de', "d'", 'en', 'des', 'à'])

/**
 * The noun that introduces a name: "le constructeur chinois X", "German carmaker X", "la firme de jouets X". English sets
 * it right before the name; French may have adjectives and a complement between: the nearest noun that tells counts.
 */
function voteNoun(reader: Reader, view: View, from: number, strength: number, votes: Votes): void {
  const { words, lexicon, language } = reader
  let weight = strength
  for (let k = from; k >= 0 && k > from - 8; k--) {
    const word = wordAt(view, k)
    if (view.tokens[k]?.kind !== 'word') return
    if (k < from && opensAt(view, k) && !lexicon.demonyms.has(word)) return
    const kind = nounKind(reader, view, k)
    if (kind !== null) {
      if (kind === 'place') votes.place += k === from ? 2 : 0
      else if (kind === 'site') votes.org += 1
      else votes[kind === 'media' ? 'org' : kind] += weight
      if (kind === 'media') votes.media = true
      return
    }
    if (language === 'en') return
    if (COMPLEMENT.has(word)) {
      if (k === from) return
    } else if (
      words.functionWords.has(word) ||
      words.auxiliaries.has(word) ||
      isPlainVerb(triggerAt(lexicon.words, view, k))
    )
      return
    if (!lexicon.demonyms.has(word)) weight = Math.min(weight, 2)
  }
}
