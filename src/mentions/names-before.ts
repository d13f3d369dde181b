import { TRIGGER } from './names-facts.js'
import { NAME_ADJECTIVES, PART } from './names-firms.js'
import { isApproved, voteAgent, voteIn, voteOf, voteRecipient } from './names-prepositions.js'
import type { Run, Segment } from './names-segments.js'
import { SHAPE } from './names-shapes.js'
import { factsAt, isAt, isPartAt, isTakenAt, opensAt, type Reader, type View, wordAt } from './names-view.js'
import {
  isDash,
  isDemonym,
  isNounAt,
  isPlaceName,
  isPlainVerb,
  isQuoteAt,
  nounKindAt,
  triggerAt,
  type Votes,
} from './names-votes.js'
import { WORD } from './names-words.js'

/** Adds what the words before a name say; `sibling` is the segment before it. Looks at most ten tokens back. */
export function voteBefore(
  reader: Reader,
  { view }: Run,
  segment: Segment,
  sibling: Segment | undefined,
  votes: Votes,
): void {
  const { start } = segment
  let k = start - 1
  if (sibling?.end === start) {
    // a title in capitals: "CEO X"
    if (sibling.kind === 'aside') {
      if (isNounAt(view, sibling.start, WORD.orgNouns)) votes.org += 3
      else votes.person += 2
    }
    if (sibling.entry?.demonym === undefined || sibling.start === 0) return
    // "German carmaker", "le chinois": what stands before the demonym tells
    k = sibling.start - 1
    if (isAt(view, k, WORD.articles)) votes.org += 3
    else voteNoun(reader, view, k, 2, votes)
    return
  }
  while (k >= 0 && isQuoteAt(view, k)) k--
  if (k < 0) return
  // "30 000 Julia": what is counted and may be a product is one
  if (segment.entry?.product !== undefined && isCount(view, k)) {
    votes.product += 3
    return
  }
  const titled = wordAt(view, k) === '.' ? k - 1 : k
  if (isPartAt(view, titled, PART.titles) && factsAt(view, titled).shape !== SHAPE.plain) votes.person += 5
  else if (factsAt(view, k).kind === 'punct') voteMark(reader, view, k, segment, votes)
  else if (OFFERS.has(wordAt(view, k)) && isReflexive(view, k)) votes.org += 3
  else if (!voteFunctionWord(reader, view, k, segment, votes)) voteContentWord(reader, view, k, segment, votes)
}

/** Digits that are no year. */
const isCount = (view: View, k: number): boolean =>
  factsAt(view, k).kind === 'digits' && !/^(?:19|20)\d\d$/.test(wordAt(view, k))

/** What wares are behind their owner, and firms less. */
const OF_WARES_ALONE = new Set(
  'new electric latest flagship bestselling best-selling hybrid upcoming forthcoming all-new all-electric'.split(' '),
)

/** "all-in sustaining cost (AISC)": letters in brackets that are those of lower-case words before them name nobody. */
export function abbreviatesPlain(view: View, { start, end }: Segment): boolean {
  if (end !== start + 1 || view.tokens[start - 1]?.lower !== '(' || view.tokens[end]?.lower !== ')') return false
  const { lower, shape } = factsAt(view, start)
  if (shape !== SHAPE.upper) return false
  let letter = lower.length - 1
  for (let k = start - 2; k >= 0 && letter >= 0; k--) {
    const word = factsAt(view, k)
    if (word.kind !== 'word' || word.shape !== SHAPE.plain) return false
    const parts = word.lower.split('-')
    const from = letter
    for (let p = parts.length - 1; p >= 0 && letter >= 0; p--) if (parts[p]?.[0] === lower[letter]) letter--
    // a small word need not count: "cost of sales (COS)", "cost of goods (CG)"
    if (letter === from && !isAt(view, k, WORD.functionWords)) return false
  }
  return letter < 0
}

const STATES = new Set(
  'al ak az ar ca co ct de fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm ny nc nd oh ok or pa ri sc sd tn tx ut vt va wa wv wi wy'.split(
    ' ',
  ),
)

/** After a comma or a dash: "its joint venture – X", "our closest rival, X, is", "Le jeu vidéo à succès, X, …". */
function voteMark(reader: Reader, view: View, k: number, { start, end }: Segment, votes: Votes): void {
  const mark = wordAt(view, k)
  if (mark !== ',' && !isDash(mark)) return
  // "Joliet, IL": where in America
  if (end - start === 1 && STATES.has(wordAt(view, start)) && factsAt(view, start).shape === SHAPE.upper) {
    votes.org -= 9
    return
  }
  voteHead(view, k, votes)
  const demonym = isDemonym(view, k - 1)
  // "un espagnol, X"
  if (demonym && isAt(view, k - 2, WORD.articles) && factsAt(view, k - 1).shape === SHAPE.plain) votes.org += 2
  // "une société commune, X": the noun may stand before an adjective
  const adjective = demonym || (reader.language === 'fr' && isPlainAdjective(view, k - 1))
  const last = adjective ? k - 2 : k - 1
  // "sa filiale de semences, X,": the noun before its complement
  const noun = (factsAt(view, last - 1).is & WORD.ofPrepositions) !== 0 && isFirmNoun(view, last - 2) ? last - 2 : last
  const behind = wordAt(view, end)
  // "deux autres cimentiers, X (groupe Y) et Z, produisent"
  const closed = behind === ',' || behind === '(' || behind === 'et' || isDash(behind)
  const firm = (triggerAt(view, k - 1) & TRIGGER.tie) !== 0 || isFirmNoun(view, noun)
  const person = (firm || closed) && (nounKindAt(view, noun) === 'person' || isHeadedByPerson(view, noun))
  if (person) votes.person += 3
  else if (firm) votes.org += closed ? 3 : 1
  else if ((closed || isDash(mark)) && isNounAt(view, noun, WORD.productNouns)) votes.product += 2
}

/** A noun of firms, or of what one is to another: "coopérative", "filiale". */
const isFirmNoun = (view: View, k: number): boolean =>
  (factsAt(view, k).trigger & TRIGGER.tie) !== 0 || isNounAt(view, k, WORD.orgNouns)

/** A word behind a noun of firms or wares that is none itself. */
function isPlainAdjective(view: View, k: number): boolean {
  if (nounKindAt(view, k) === 'org' || isAt(view, k, WORD.functionWords)) return false
  return isNounAt(view, k - 1, WORD.orgNouns | WORD.productNouns)
}

/** The noun that the sentence opens with, where nothing but its complement stands before its first comma. */
function voteHead(view: View, comma: number, votes: Votes): void {
  if (comma > 9 || !isAt(view, 0, WORD.articles | WORD.possessives)) return
  for (let k = 1; k < comma; k++) {
    if (factsAt(view, k).kind !== 'word' || isAt(view, k, WORD.auxiliaries)) return
  }
  const kind = nounKindAt(view, 1)
  if (kind === 'product' || kind === 'org') votes[kind] += 2
}

/** "the chairman of the group": the noun that another depends on. */
function isHeadedByPerson(view: View, from: number): boolean {
  for (let k = from - 1; k >= 0 && k > from - 6; k--) {
    if (factsAt(view, k).kind !== 'word') return false
    if (nounKindAt(view, k) === 'person') return true
  }
  return false
}

/** Articles, prepositions, possessives and the like at `k`; false where there is none. */
function voteFunctionWord(reader: Reader, view: View, k: number, segment: Segment, votes: Votes): boolean {
  const { lower: word, is, shape, branch } = factsAt(view, k)
  const before = factsAt(view, k - 1)
  if (
    (is & WORD.examples) !== 0 ||
    (word === 'as' && before.lower === 'such') ||
    (word === 'que' && before.lower.startsWith('tel'))
  ) {
    voteExample(view, k - 1, votes)
  } else if ((is & WORD.articles) !== 0) {
    voteArticle(reader, view, k, segment, votes)
    if ((is & WORD.ofPrepositions) !== 0) voteOf(reader, view, k, segment, votes)
  } else if (branch?.value?.demonym !== undefined && shape === SHAPE.plain && (before.is & WORD.articles) !== 0) {
    // "le suédois X"
    votes.org += 3
  } else if (word === "'s" && before.shape !== SHAPE.plain) {
    // "Japan's X" is a firm, "Toyota's X" a product or a brand
    if (isPlaceName(view, k - 1)) votes.org += 3
    else votes.product += before.branch?.value?.org === undefined ? 1 : 2
  } else if ((is & WORD.possessives) !== 0) {
    if (nounKindAt(view, segment.end) === 'site' || isSite(view, segment)) votes.place += 2
    else votes.product += 2
  } else if (word.includes('-') && WARE_ADJECTIVE.test(word)) {
    votes.product += 4
  } else if (endsAsNameAdjective(word)) {
    // "Oslo-based X"
    votes.org += 3
  } else if ((is & WORD.firmPrepositions) !== 0) votes.org += 3
  else if ((is & WORD.sourceWords) !== 0 && (word !== 'to' || before.lower === 'according')) {
    votes.org += 2
    votes.media = true
  } else if ((is & WORD.ofPrepositions) !== 0) voteOf(reader, view, k, segment, votes)
  else if ((is & WORD.agentPrepositions) !== 0) voteAgent(view, k, votes)
  else if ((word === 'for' || word === 'pour') && isApproved(view, k)) votes.product += 2
  else if (RECEIVES[reader.language].has(word)) voteRecipient(view, k, votes)
  else if ((is & WORD.placePrepositions) !== 0) voteIn(reader, view, k, segment, votes)
  else return false
  return true
}

/** What stands before who receives, or is bid for. */
const RECEIVES = { en: new Set(['to', 'for']), fr: new Set(['sur']) }

/** "its Puna operations", "its Gokona Mine": named after the place where it lies. */
const isSite = (view: View, { end }: Segment): boolean =>
  DIGS.has(wordAt(view, end - 1)) || DIGS.has(wordAt(view, end)) || wordAt(view, end) === 'operations'
const DIGS = new Set('mine mines quarry field pit deposit smelter refinery brewery'.split(' '))

/** "the five-door X", "the 13-inch X": what only wares are. */
const WARE_ADJECTIVE =
  /-(?:door|seat|seater|wheel|wheeled|wheeler|inch|litre|liter|speed|cylinder|engined|megapixel|stroke|gear)$/

function endsAsNameAdjective(word: string): boolean {
  const hyphen = word.lastIndexOf('-')
  return hyphen >= 0 && NAME_ADJECTIVES.has(word.slice(hyphen + 1))
}

/** Who a firm has to do with. */
const TIED = new Set(
  'customers clients partners suppliers investors backers shareholders buyers tenants fournisseurs partenaires investisseurs actionnaires'.split(
    ' ',
  ),
)

/** "its top brands include X", "rivals such as X": the noun before the opening word. */
function voteExample(view: View, from: number, votes: Votes): void {
  for (let k = from; k >= 0 && k > from - 5; k--) {
    const kind = nounKindAt(view, k)
    if (kind === 'org' || kind === 'product') votes[kind] += 2
    else if (TIED.has(wordAt(view, k))) votes.org += 2
    else continue
    return
  }
}

/** "the launch of the X", "le lancement du X": the noun that the name with the article at `k` depends on is one of wares. */
function isOfWares(view: View, k: number): boolean {
  const at = wordAt(view, k) === 'du' ? k : k - 1
  return (factsAt(view, at).is & WORD.ofPrepositions) !== 0 && OF_WARES.has(wordAt(view, at - 1))
}

const OF_WARES = new Set(
  'launch release rollout debut unveiling lancement sortie commercialisation dévoilement'.split(' '),
)

/** After an article: firms have none, products and institutions do. */
function voteArticle({ language }: Reader, view: View, k: number, segment: Segment, votes: Votes): void {
  const { start, nameEnd } = segment
  if (isOfWares(view, k)) votes.product += 1
  if (language === 'en') {
    const next = factsAt(view, nameEnd)
    if (next.kind !== 'word' || (next.is & (WORD.functionWords | WORD.auxiliaries)) !== 0) votes.product += 1
    // "unveiled the X", "stopped making the X"
    const { trigger } = factsAt(view, k - 1)
    if ((trigger & (TRIGGER.shows | TRIGGER.trades)) !== 0 && (trigger & TRIGGER.noun) === 0) votes.product += 1
    return
  }
  // "une usine aux Sablons", "un atelier dans les Monts": towns and hills have an article in the plural
  const word = wordAt(view, k)
  const within = word === 'aux' || (word === 'les' && wordAt(view, k - 1) === 'dans')
  if (within && factsAt(view, start).shape !== SHAPE.upper) {
    const site = nounKindAt(view, word === 'aux' ? k - 1 : k - 2) === 'site'
    votes.place += site ? 3 : 1
    return
  }
  // "l'A16" is a road
  const road = wordAt(view, k) === "l'" && ROAD.test(wordAt(view, start))
  if (road) votes.product -= 2
  else if (factsAt(view, start).shape !== SHAPE.upper) votes.product += 1
}

const ROAD = /^[adenm][0-9]{1,3}$/

const OFFERS = new Set(['offre', 'offrir', 'offert', 'offerte', 'offrira', 'offrait', 'offrent'])

/** "s'offre X", "vient de s'y offrir X", "s'est offert X": the verb at `k` is bought for oneself. */
function isReflexive(view: View, k: number): boolean {
  for (let j = k - 1; j >= k - 3 && j >= 0; j--) if (wordAt(view, j) === "s'" || wordAt(view, j) === 's’') return true
  return false
}

/** A verb or noun right before the name. */
function voteContentWord(reader: Reader, view: View, k: number, segment: Segment, votes: Votes): void {
  const { lower: word, is } = factsAt(view, k)
  // "Fiat's electric X", "its flagship X"
  if (OF_WARES_ALONE.has(word) && (wordAt(view, k - 1) === "'s" || isAt(view, k - 1, WORD.possessives))) {
    votes.product += 4
    return
  }
  // "snapped up X"
  const trigger = triggerAt(view, k)
  // "le navire, baptisé X"
  if (word.startsWith('baptisé')) votes.product += 3
  else if (isSupplied(reader, view, word, segment)) votes.org += 3
  // "compte parmi ses clients X"
  else if (TIED.has(word) && isAt(view, k - 1, WORD.possessives)) votes.org += 2
  else if ((trigger & TRIGGER.buys) !== 0 || (OFFERS.has(word) && isReflexive(view, k)))
    // "bought Frank Ferrand for £30m": a house that bears its founder's name
    votes.org += isSoldFor(view, segment, isSumAt) ? 4 : 2
  else if ((trigger & TRIGGER.trades) !== 0) {
    votes.org += goesToFirm(reader, view, segment) || isSoldFor(view, segment, isFortune) ? 3 : 1
    votes.product += 1
  } else if (/^(?:reven[dt]|cèd|céd)/.test(word) && goesToFirm(reader, view, segment)) votes.org += 3
  else if ((trigger & TRIGGER.shows) !== 0 && (trigger & TRIGGER.verbal) !== 0) votes.product += 2
  else if (trigger === 0 && (is & WORD.functionWords) === 0 && endsLikeVerb(reader, word)) votes.org += 1
  else if (word === 'told') {
    votes.org += 3
    votes.media = true
  } else if (reader.language === 'en' && (trigger & TRIGGER.says) !== 0) {
    // "said Tom Hale", "says Fintel"
    if (segment.nameEnd - segment.start > 1 && segment.firm === 0) votes.person += 2
    else votes.org += 1
  }
  voteNoun(reader, view, k, 3, votes)
}

/** Whether a price stands behind the name: "for £30m", "pour 30 millions", with a time or place between. */
function isSoldFor(view: View, { end }: Segment, isPrice: (view: View, k: number) => boolean): boolean {
  for (let k = end; k < end + 8; k++) {
    const { kind, lower } = factsAt(view, k)
    if (kind === 'punct') return false
    if ((lower === 'for' || lower === 'pour') && (isPrice(view, k + 1) || isPrice(view, k + 2))) return true
  }
  return false
}

/** No ware costs millions. */
const isFortune = (view: View, k: number): boolean =>
  isSumAt(view, k) && [k, k + 1, k + 2].some((i) => MILLIONS.test(wordAt(view, i)))
const MILLIONS = /^\p{Sc}?[\d.,]*(?:m|bn|mn|md|mds|millions?|billions?|milliards?)$/u

const isSumAt = (view: View, k: number): boolean => isTakenAt(view, k) || factsAt(view, k).kind === 'digits'

/** "will supply X with wire", "fournira X en lait", "has chosen X to build it": the verb `word` has whom it names as its object. */
function isSupplied({ language }: Reader, view: View, word: string, { end }: Segment): boolean {
  const behind = wordAt(view, end)
  if (language === 'fr')
    return /^(?:fourni|approvisionn)/.test(word) ? behind === 'en' : CHOSEN.test(word) && behind === 'pour'
  return /^(?:suppl[yi]|provid)/.test(word) ? behind === 'with' : CHOSEN.test(word) && behind === 'to'
}

const CHOSEN = /^(?:chosen|chose|picked|selected|choisi|choisit|retenu|sélectionné)$/

/**
 * "a vendu Veltis à Brenko", "sold Veltis to Brenko": what goes to a firm by its bare name is one itself. English sells goods
 * by theirs in the plural.
 */
function goesToFirm({ language }: Reader, view: View, { end }: Segment): boolean {
  const to = wordAt(view, end)
  if (language === 'fr' ? to !== 'à' && to !== 'au' : to !== 'to' || wordAt(view, end - 1).endsWith('s')) return false
  for (let k = end + 1; k < end + 5; k++) {
    const { kind, is } = factsAt(view, k)
    if (kind !== 'word') return false
    if (opensAt(view, k)) return !isPlaceName(view, k)
    if ((is & WORD.auxiliaries) !== 0) return false
  }
  return false
}

/** A verb that the lexicon lacks has the name as its object: "a lâché X", "outbid X". */
const endsLikeVerb = ({ language }: Reader, word: string): boolean =>
  word.length > 4 && (language === 'fr' ? /(?:ée?s?|er)$/ : /(?:ed|ing)$/).test(word)

const NEVER_TOWNS = new Set(
  'groupe société entreprise firme compagnie enseigne start-up startup group company firm chain'.split(' '),
)

/** Small words that a French noun phrase goes on over: "fabricant de batteries", "géant du luxe". */
const COMPLEMENT = new Set(['de', "d'", 'du', 'en', 'des', 'à'])

/**
 * The noun that introduces a name: "le constructeur chinois X", "German carmaker X", "la firme de jouets X". English sets
 * it right before the name; French may have adjectives and a complement between: the nearest noun that tells counts.
 */
function voteNoun(reader: Reader, view: View, from: number, strength: number, votes: Votes): void {
  let weight = strength
  for (let k = from; k >= 0 && k > from - 8; k--) {
    const { lower, kind: token, is, branch } = factsAt(view, k)
    if (token !== 'word') return
    const demonym = branch?.value?.demonym !== undefined
    if (k < from && !demonym && opensAt(view, k)) return
    const own = nounKindAt(view, k)
    // "la maison de champagne X"
    const kind = own === 'product' && isMade(view, k) ? 'org' : own
    if (kind !== null) {
      if (kind === 'place') votes.place += k === from ? 2 : 0
      else if (kind === 'site') votes.org += 1
      else votes[kind === 'media' ? 'org' : kind] += weight
      // "le groupe Saint Jean" is no town
      if (k === from && votes.place > 0 && NEVER_TOWNS.has(lower)) votes.org += 1
      if (kind === 'media') votes.media = true
      return
    }
    if (reader.language === 'en') return
    if (COMPLEMENT.has(lower)) {
      if (k === from) return
    } else if ((lower === "l'" || lower === 'la') && wordAt(view, k - 1) === 'de') {
      // "géant de l'énergie"
    } else if ((is & (WORD.functionWords | WORD.auxiliaries)) !== 0 || isPlainVerb(triggerAt(view, k))) return
    if (!demonym) weight = Math.min(weight, 2)
  }
}

/** What a firm is of: "maison de champagne", "marque de café". */
const isMade = (view: View, k: number): boolean =>
  (wordAt(view, k - 1) === 'de' || wordAt(view, k - 1) === "d'") &&
  (nounKindAt(view, k - 2) === 'org' || wordAt(view, k - 2) === 'maison')
