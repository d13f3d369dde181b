import { placeBeside } from './names-before.js'
import type { Run, Segment } from './names-segments.js'
import { SHAPE, touches } from './names-shapes.js'
import { HOLD, opensAt, type Reader, type View, wordAt } from './names-view.js'
import {
  hasClass,
  isDash,
  isFiniteVerb,
  isNoun,
  isObject,
  isPlainVerb,
  isQuote,
  isTie,
  nounKind,
  triggerAt,
  type Votes,
} from './names-votes.js'
import { BE, RANKS, RELATIVES, RELAYS } from './names-words.js'

/** Adds what the words after a name say. Looks at most two dozen tokens ahead. */
export function voteAfter(reader: Reader, run: Run, segment: Segment, votes: Votes): void {
  const { view } = run
  const { tokens } = view
  let k = segment.end
  while (isQuote(wordAt(view, k)) && wordAt(view, k) !== '«') k++
  const after = tokens[k]
  if (after === undefined) return
  const spaced = tokens[k - 1] !== undefined && !touches(tokens[k - 1] as { start: number; end: number }, after)
  if (after.lower === "'s" || (!spaced && (after.lower === "'" || after.lower === '’'))) {
    votes.org += ownsBusiness(reader, view, k + 1) ? 2 : 1
  } else if (after.lower === ',' || (isDash(after.lower) && spaced)) voteApposition(reader, view, k + 1, segment, votes)
  else if (after.lower === '(') {
    // "Veltis (Suisse) fournit": where the firm comes from; a town has a preposition before it
    if (placeBeside(reader, view, k) !== null) {
      votes[votes.place > 0 || isObject(reader, view, segment) ? 'place' : 'org'] += 2
    }
  } else if (after.lower === ':') {
    if (view.hold[k + 1] === HOLD.taken) votes.product += 1
  } else if (after.kind === 'word' && !voteNounAfter(reader, run, k, segment, votes)) {
    if (!isObject(reader, view, segment)) voteVerb(reader, view, k, segment, votes)
  }
}

/** "X's shares", "X's chief executive". */
function ownsBusiness({ words, lexicon }: Reader, view: View, k: number): boolean {
  const owned = wordAt(view, k)
  if (lexicon.words.has(owned) || words.firmNouns.has(owned)) return true
  return isNoun(words.personNouns, owned) || isNoun(words.orgNouns, owned)
}

/** English: a noun that the name qualifies: "ZX7 hatchback", "the Zentro marque", "its Veltis unit". True where it tells. */
function voteNounAfter(reader: Reader, { view }: Run, k: number, segment: Segment, votes: Votes): boolean {
  if (reader.language !== 'en' || view.shapes[k] !== SHAPE.plain) return false
  const { words, lexicon } = reader
  const { start, nameEnd } = segment
  const word = wordAt(view, k)
  // "a Cornish brewer": an adjective that the lexicon lacks
  const firm = isNoun(words.orgNouns, word) && !ADJECTIVE.test(wordAt(view, nameEnd - 1))
  // "Copper miner Antaris", "buys Cornish brewer Trevick": a description, and the name after it
  if (nameEnd - start === 1 && isNoun(words.orgNouns, word) && opensAt(view, k + 1)) {
    votes.org -= 4
    return true
  }
  if (word === 'family') votes.person += 3
  else if (isNoun(words.productNouns, word) && !words.firmNouns.has(word)) {
    const before = wordAt(view, start - 1)
    const special = words.possessives.has(before) || words.articles.has(before) || before === "'s"
    if (special || votes.product > 0) votes.product += 2
    else votes.org += 1
  } else if (firm || describesFirm(reader, view, k)) votes.org += 3
  else if (isNoun(words.siteNouns, word)) {
    // "the Elmswell factory": the firm's, or the town's
    votes.org += 1
    votes.place += 1
  } else if (
    words.firmNouns.has(word) ||
    isNoun(words.personNouns, word) ||
    hasClass(lexicon.words.get(word), 'PersonNoun')
  ) {
    votes.org += 2
  } else return false
  return true
}

/** Endings of finite verbs that few other words have: English past, French future and conditional. */
const VERB_ENDING = { en: /ed$/, fr: /(?:ront|raient|rait|[ei]ra)$/ }

const ADJECTIVE = /(?:ian|ish|ese|ean)$/

/** "Hartwig investment bank": a word and a noun of firms. */
const describesFirm = ({ words, lexicon }: Reader, view: View, k: number): boolean =>
  isNoun(words.orgNouns, wordAt(view, k + 1)) &&
  !words.functionWords.has(wordAt(view, k)) &&
  !isFiniteVerb(lexicon.words.get(wordAt(view, k)))

/** ", filiale de …", ", the Danish maker of …", ", owned by …", ", patron de …". */
function voteApposition(reader: Reader, view: View, from: number, segment: Segment, votes: Votes): void {
  // "Interrogé, le constructeur …": a participle that opens a French sentence is no name
  const opensSentence = segment.start === 0 && segment.end === 1
  if (opensSentence && reader.language === 'fr' && /(?:é|és|ée|ées)$/.test(wordAt(view, 0))) return
  // "the Elmswell, Suffolk-based company"
  if (wordAt(view, from).endsWith('-based')) {
    votes.place += 3
    return
  }
  voteAcross(reader, view, from, segment, votes)
  const opening = reader.lexicon.words.get(wordAt(view, from))
  if (opening?.features.includes('participle') === true && isTie(opening)) votes.org += 2
  else if (RELATIVES.has(wordAt(view, from))) votes.org += isObject(reader, view, segment) ? 1 : 2
  else if (wordAt(view, from) === 'who') votes.person += 3
  else if (RANKS.has(wordAt(view, from))) votes.org += 2
  else voteDescription(reader, view, from, votes)
}

/** "X, for its part, denied": the verb after the second comma. */
function voteAcross(reader: Reader, view: View, from: number, segment: Segment, votes: Votes): void {
  const { tokens } = view
  for (let k = from; k < tokens.length && k < from + 24; k++) {
    if (tokens[k]?.kind !== 'punct') continue
    const mark = wordAt(view, k)
    if (mark === ',' && !isObject(reader, view, segment)) voteVerb(reader, view, k + 1, segment, votes)
    const decimal = mark === ',' && tokens[k - 1]?.kind === 'digits'
    if (mark !== '(' && mark !== ')' && !decimal) return
  }
}

/** What a description from token `from` says: "filiale de …", "the Danish maker of …", "une application de …". */
function voteDescription(reader: Reader, view: View, from: number, votes: Votes): void {
  const { words, lexicon, language } = reader
  for (let k = from; k < view.tokens.length && k < from + 6; k++) {
    if (view.tokens[k]?.kind === 'punct') return
    const word = wordAt(view, k)
    const entry = triggerAt(lexicon.words, view, k)
    // "a fund manager"
    const person = language === 'en' && isNoun(words.personNouns, wordAt(view, k + 1))
    const kind = person ? 'person' : nounKind(reader, view, k)
    const firm = kind === 'org' || ['Subsidiary', 'JointVenture', 'Parent'].some((name) => hasClass(entry, name))
    if (firm) {
      // the article after the comma makes it a description: ", the Danish brewer"
      const described = language === 'en' && words.articles.has(wordAt(view, from))
      votes.org += k - from > 4 ? 1 : described ? 5 : 3
      return
    }
    if (kind === 'media') {
      votes.org += 2
      votes.media = true
      return
    }
    if (kind === 'person') votes.person += 3
    else if (kind === 'product') votes.product += 2
    else if (kind === 'place' && k - from < 4) votes.place += 2
    else if (word === 'part' && wordAt(view, k + 1) === 'of') votes.org += 2
    else if (!endsDescription(reader, view, k)) continue
    return
  }
}

/** A conjunction, a verb or a preposition: the noun, if any, stood before it. */
function endsDescription({ words, lexicon }: Reader, view: View, k: number): boolean {
  const word = wordAt(view, k)
  if (words.conjunctions.has(word) || words.auxiliaries.has(word) || isPlainVerb(triggerAt(lexicon.words, view, k)))
    return true
  if (words.ofPrepositions.has(word) || words.agentPrepositions.has(word)) return true
  return words.anyPlacePrepositions.has(word) && !words.articles.has(word)
}

/** The name is the subject of a verb of business or of saying. */
function voteVerb(reader: Reader, view: View, from: number, segment: Segment, votes: Votes): void {
  const { words, lexicon, language } = reader
  const several = segment.nameEnd - segment.start > 1
  let helper = false
  for (let k = from; k < view.tokens.length && k < from + 6; k++) {
    if (view.tokens[k]?.kind !== 'word') return
    const word = wordAt(view, k)
    if (words.auxiliaries.has(word)) {
      helper = true
      // "X is a start-up", "X est une application"
      if (BE.has(word) && words.articles.has(wordAt(view, k + 1))) voteDescription(reader, view, k + 1, votes)
      continue
    }
    if (words.betweenSubjectAndVerb.has(word) || (language === 'en' && word.endsWith('ly'))) continue
    const entry = lexicon.words.get(word)
    if (helper ? entry?.features.some((f) => f !== 'noun' && f !== 'adjective') === true : isFiniteVerb(entry)) {
      if (hasClass(entry, 'Price') || hasClass(entry, 'Cost') || hasArticle(reader, view, segment)) votes.product += 2
      else if (hasClass(entry, 'Say') && several && segment.firm === 0) {
        votes.org += RELAYS.has(entry?.lemma ?? '') ? 2 : 1
        votes.person += 1
      } else votes.org += isBareSubject(reader, view, segment, k === from) ? 3 : 2
      return
    }
    // a verb that the lexicon lacks
    if (k === from && word.length > 4 && VERB_ENDING[language].test(word)) votes.org += language === 'fr' ? 2 : 1
    break
  }
  if (helper) votes.org += several || ACTS.has(wordAt(view, from)) ? 2 : 1
}

/** "Veltis recrute": French nouns have an article, so one without is a name. */
const isBareSubject = ({ language }: Reader, view: View, { start }: Segment, direct: boolean): boolean =>
  language === 'fr' && direct && (start === 0 || view.tokens[start - 1]?.kind === 'punct')

/** Auxiliaries of what firms do, more than of what things are. */
const ACTS = new Set(['has', 'will', 'would'])

/** French firms have no article: "le Vega arrive", but "la SNCF annonce". */
const hasArticle = ({ language, words }: Reader, view: View, { start }: Segment): boolean =>
  language === 'fr' && words.articles.has(wordAt(view, start - 1)) && view.shapes[start] !== SHAPE.upper
