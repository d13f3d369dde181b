import { isCommonWord } from './common-words.js'
import { TRAIT, TRIGGER } from './names-facts.js'
import type { Place } from './names-gazetteer.js'
import { placeBeside } from './names-prepositions.js'
import type { Run, Segment } from './names-segments.js'
import { SHAPE, touches } from './names-shapes.js'
import { factsAt, isAt, isTakenAt, opensAt, type Reader, traitsAt, type View, wordAt } from './names-view.js'
import {
  isDash,
  isNounAt,
  isObject,
  isPlaceName,
  isPlainVerb,
  isQuoteAt,
  nounKindAt,
  triggerAt,
  type Votes,
} from './names-votes.js'
import { WORD } from './names-words.js'

/** Adds what the words after a name say. Looks at most two dozen tokens ahead. */
export function voteAfter(reader: Reader, run: Run, segment: Segment, votes: Votes): void {
  const { view } = run
  const { tokens } = view
  let k = segment.end
  while (isQuoteAt(view, k) && wordAt(view, k) !== '«') k++
  // "Velmora VLM.PA a annoncé": what has shares is a firm
  if (isTakenAt(view, k) && wordAt(view, k + 1) === '.' && isTakenAt(view, k + 2)) {
    votes.org += 3
    k += 3
  }
  const after = tokens[k]
  if (after === undefined) return
  const spaced = tokens[k - 1] !== undefined && !touches(tokens[k - 1] as { start: number; end: number }, after)
  if (after.lower === "'s" || (!spaced && (after.lower === "'" || after.lower === '’'))) {
    votes.org += ownsBusiness(view, k + 1) ? 2 : 1
  } else if (segment.start === 0 && spaced && isDash(after.lower) && opensDateline(view, segment)) {
    // "VELTIS - Le fabricant de pales a perdu": a report that names its firm first
    if (isAt(view, k + 1, WORD.articles) && nounKindAt(view, k + 2) === 'org') votes.org += 9
    else votes.place += 9
  } else if (after.lower === ',' || (isDash(after.lower) && spaced)) {
    // "Jean Dorval, qui préside le groupe": people lead, firms do not
    if (votes.person > 0 && wordAt(view, k + 1) === 'qui' && LEADS.has(wordAt(view, k + 2))) votes.person += 4
    voteApposition(reader, view, k + 1, segment, votes)
  } else if (after.lower === '(') {
    // "Veltis (NYSE:VLT)"
    if (wordAt(view, k + 2) === ':' && wordAt(view, k + 4) === ')') votes.org += 3
    // "Veltis (Suisse) fournit": where the firm comes from; a town has a preposition before it
    else if (placeBeside(reader, view, k) !== null) {
      votes[votes.place > 0 || isObject(view, segment) ? 'place' : 'org'] += 2
    } else if (!isObject(view, segment)) voteBehindBrackets(reader, view, k + 1, segment, votes)
  } else if (after.lower === ':') {
    if (isTakenAt(view, k + 1)) votes.product += 1
  } else if (isAt(view, k, WORD.conjunctions)) {
    // "its Veltis and Brenko units"
    let noun = k + 1
    while (noun < k + 4 && opensAt(view, noun)) noun++
    if (noun > k + 1 && SHARED.has(wordAt(view, noun))) votes.org += 3
  } else if (setsApart(view, k)) {
    if (!isObject(view, segment)) votes.org += 3
  } else if (after.kind === 'word' && !voteNounAfter(reader, run, k, segment, votes)) {
    if (!isObject(view, segment)) voteVerb(reader, view, k, segment, votes)
  }
}

/** "Veltis de son côté renonce", "Veltis pour sa part": set against another that acts. */
const setsApart = (view: View, k: number): boolean =>
  (wordAt(view, k + 2) === 'côté' && wordAt(view, k) === 'de' && isAt(view, k + 1, WORD.possessives)) ||
  (wordAt(view, k + 2) === 'part' && wordAt(view, k) === 'pour' && isAt(view, k + 1, WORD.possessives))

/** Several firms, by what they are to one that owns them. */
const SHARED = new Set('units arms divisions subsidiaries affiliates chains businesses airlines banks'.split(' '))

/** What people do to firms, in French. */
const LEADS = new Set(
  'dirige dirigeait dirigera préside présidait présidera succède succédera remplace remplacera'.split(' '),
)

/** "KOLVAR — Deliveries fell": a town in capitals before the dash with which an agency's report opens. */
function opensDateline(view: View, { end, firm }: Segment): boolean {
  if (firm > 0) return false
  for (let k = 0; k < end; k++) if (factsAt(view, k).shape !== SHAPE.upper) return false
  // "VELTIS — the Danish brewer — is hiring": one of two dashes opens a remark
  for (let k = end + 1; k < view.tokens.length; k++) if (isDash(wordAt(view, k))) return false
  return wordAt(view, 0).length > 3
}

/** "Veltis (groupe Ardoine) lance": the verb behind the brackets. */
function voteBehindBrackets(reader: Reader, view: View, from: number, segment: Segment, votes: Votes): void {
  let k = from
  while (k < from + 6 && k < view.tokens.length && wordAt(view, k) !== ')') k++
  if (wordAt(view, k) === ')') voteVerb(reader, view, k + 1, segment, votes)
}

/** "X's shares", "X's chief executive". */
function ownsBusiness(view: View, k: number): boolean {
  const { trigger, is, noun } = factsAt(view, k)
  return trigger !== 0 || (is & WORD.firmNouns) !== 0 || (noun & (WORD.personNouns | WORD.orgNouns)) !== 0
}

/** English: a noun that the name qualifies: "ZX7 hatchback", "the Zentro marque", "its Veltis unit". True where it tells. */
function voteNounAfter(reader: Reader, { view }: Run, k: number, segment: Segment, votes: Votes): boolean {
  const { lower, shape, is, noun, trigger } = factsAt(view, k)
  if (reader.language !== 'en' || shape !== SHAPE.plain) return false
  const { start, nameEnd } = segment
  const org = (noun & WORD.orgNouns) !== 0
  // "Copper miner Antaris", "buys Cornish brewer Trevick": a description, and the name after it
  if (nameEnd - start === 1 && org && opensAt(view, k + 1)) {
    votes.org -= 4
    return true
  }
  if (start === 0 && nameEnd === 1 && opensTrade(view, k)) {
    votes.org -= 4
    return true
  }
  // "Oyster grower expands": what is grown, where only the sentence's first capital says that it is a name
  if (start === 0 && nameEnd === 1 && factsAt(view, 0).shape === SHAPE.capital && TRADES.has(lower)) return true
  // "Foreign brands such as X": several firms of one sort
  if (start === 0 && nameEnd === 1 && factsAt(view, 0).shape === SHAPE.capital && FIRMS.has(lower)) return true
  // "the Brandoval mine", "the Brandoval copper mine"
  if (DIGGINGS.has(lower) || ((is & WORD.functionWords) === 0 && DIGGINGS.has(wordAt(view, k + 1)))) {
    votes.place += 4
    return true
  }
  if (lower === 'family') votes.person += 3
  else if (nameEnd - start === 1 && COMPANY.has(lower) && wordAt(view, start - 1) === 'the')
    // "the Elmswell company": by its town
    votes.place += 3
  // "its Premium plan"
  else if (TARIFFS.has(lower) && isOwned(view, start - 1)) votes.product += 4
  else if ((noun & WORD.productNouns) !== 0 && (is & WORD.firmNouns) === 0) {
    if (isOwned(view, start - 1) || isOwned(view, start - 2) || votes.product > 0) votes.product += 2
    else votes.org += 1
  } else if ((org && !ADJECTIVE.test(wordAt(view, nameEnd - 1))) || describesFirm(view, k)) {
    // "a Cornish brewer": an adjective that the lexicon lacks
    votes.org += 3
  } else if ((noun & WORD.siteNouns) !== 0) {
    // "the Elmswell factory": the firm's, or the town's
    votes.org += 1
    votes.place += 1
  } else if ((is & WORD.firmNouns) !== 0 || (noun & WORD.personNouns) !== 0 || (trigger & TRIGGER.personNoun) !== 0) {
    // "its pill Gastrol": what was told to be a product has sales, too
    if (!SOLD.has(lower) || votes.product <= 0) votes.org += 2
  } else return false
  return true
}

/** "Private equity firm Ardenis": an ordinary word that opens the sentence with what the name further on is, its noun behind token `k`. */
function opensTrade(view: View, k: number): boolean {
  if (!isCommonWord(wordAt(view, 0), 'en')) return false
  for (let j = k; j < k + 4; j++) {
    const { shape, kind, is, noun, trigger } = factsAt(view, j)
    if (kind !== 'word' || shape !== SHAPE.plain || (is & (WORD.functionWords | WORD.auxiliaries)) !== 0) return false
    if (j > k && (noun & WORD.orgNouns) !== 0 && opensAt(view, j + 1)) return true
    if ((trigger & (TRIGGER.finite | TRIGGER.verbal)) !== 0 && (noun & WORD.orgNouns) === 0) return false
  }
  return false
}

const SOLD = new Set('sales production output shipments deliveries bookings revenue revenues'.split(' '))

/** What bears the name of the place where it lies. */
const DIGGINGS = new Set(
  'mine mines quarry quarries field oilfield oilfields gasfield gasfields deposit deposits pit prospect dam reservoir'.split(
    ' ',
  ),
)

/** Who makes or sells what the word before names. */
const TRADES = new Set(
  'maker producer manufacturer grower miner retailer seller operator developer cooperative co-op co-operative brewer builder importer exporter processor refiner wholesaler'.split(
    ' ',
  ),
)

const FIRMS = new Set('brands marques labels companies firms groups banks chains makers carmakers retailers'.split(' '))

/** "its X handbag", "the new X range", "Y's X wine". */
function isOwned(view: View, k: number): boolean {
  const { is, lower } = factsAt(view, k)
  return (is & (WORD.possessives | WORD.articles)) !== 0 || lower === "'s"
}

/** What is subscribed to; the first may be a verb. */
const TARIFFS = new Set('plan plans tier subscription membership pass package bundle'.split(' '))

/** Nouns that a firm's name does not qualify, though its town may. */
const COMPANY = new Set(['company', 'firm', 'start-up', 'startup', 'outfit'])

/** Endings of finite verbs that few other words have: English past, French future and conditional. */
const VERB_ENDING = { en: /ed$/, fr: /(?:ront|raient|rait|[ei]ra)$/ }

const ADJECTIVE = /(?:ian|ish|ese|ean)$/

/** "Hartwig investment bank": a word and a noun of firms. */
const describesFirm = (view: View, k: number): boolean =>
  isNounAt(view, k + 1, WORD.orgNouns) &&
  !isAt(view, k, WORD.functionWords) &&
  (factsAt(view, k).trigger & TRIGGER.finite) === 0

const OWNED_PLACE = new Set(['the', 'its', 'their'])

/** ", filiale de …", ", the Danish maker of …", ", owned by …", ", patron de …". */
function voteApposition(reader: Reader, view: View, from: number, segment: Segment, votes: Votes): void {
  // "Interrogé, le constructeur …": a participle that opens a French sentence is no name
  const opensSentence = segment.start === 0 && segment.end === 1
  if (opensSentence && reader.language === 'fr' && /(?:é|és|ée|ées)$/.test(wordAt(view, 0))) return
  // "the Elmswell, Suffolk-based company"
  const { lower, is, trigger } = factsAt(view, from)
  if (lower.endsWith('-based')) {
    votes.place += 3
    return
  }
  // "invested in Skarvik, where it builds pumps"
  if (/^(?:where|où)$/.test(lower) && /^(?:in|near|à)$/.test(wordAt(view, segment.start - 1))) votes.place += 4
  // "Elmswell, Ohio's Veltis": a town and where it lies; "Veltis, Norway's biggest dairy": what it is
  if (reader.language === 'en' && wordAt(view, from + 1) === "'s" && isPlaceName(view, from)) {
    if (factsAt(view, from + 2).shape === SHAPE.plain) voteDescription(reader, view, from + 2, votes, segment)
    else votes.place += 4
    return
  }
  // "shut breweries in Reno, Nevada and Elmswell, Oregon,": the state of a town, which closes an insertion
  const state = reader.language === 'en' && segment.firm === 0 ? stateAt(reader, view, from) : null
  if (state !== null) {
    votes.place += 6
    votes.within ??= state
    return
  }
  voteAcross(reader, view, from, segment, votes)
  // "La plus petite, Veltis, exploite 14 hôtels": the verb goes on behind the name
  const closed = (traitsAt(view, segment.start - 1) & TRAIT.sign) !== 0
  if (closed && wordAt(view, segment.start - 1) === ',') voteVerb(reader, view, from, segment, votes)
  // "Veltis, lui, a gelé ses projets": set against another that acts
  if (CONTRAST.has(lower) && wordAt(view, from + 1) === ',' && isBareSubject(reader, view, segment, true))
    votes.org += 1
  // "Veltis, placée en liquidation": what has creditors is a firm
  if (INSOLVENT_IN.has(lower) && INSOLVENT.has(wordAt(view, from + 2))) votes.org += 2
  // "the Elmswell, Oregon company"
  if (reader.language === 'en' && OWNED_PLACE.has(wordAt(view, segment.start - 1)) && isPlaceName(view, from))
    votes.place += 3
  if (lower === 'headquartered') votes.org += 4
  // "Kelvo, vendu 70 euros": what has a price
  else if (reader.language === 'fr' && FOR_SALE.has(lower) && isPricedBehind(view, from)) votes.product += 5
  else if ((trigger & TRIGGER.participle) !== 0 && (trigger & TRIGGER.tie) !== 0) votes.org += 2
  // "the X, unveiled in 2017"
  else if ((trigger & TRIGGER.participle) !== 0 && (trigger & TRIGGER.shows) !== 0) votes.product += 2
  else if ((is & WORD.relatives) !== 0) {
    const object = isObject(view, segment)
    if (!object && isSoldBehind(view, from)) votes.product += 2
    else votes.org += object ? 1 : 2
  } else if (lower === 'who') votes.person += 3
  else if ((is & WORD.ranks) !== 0) votes.org += 2
  else voteDescription(reader, view, from, votes, segment)
}

/** "vendu 70 euros", "vendue à 3 000 euros", and no firm that is sold for millions. */
function isPricedBehind(view: View, from: number): boolean {
  if (!isTakenAt(view, from + 1) && !isTakenAt(view, from + 2)) return false
  for (let k = from + 1; k < from + 6; k++) if (/^(?:milli|mds?$)/.test(wordAt(view, k))) return false
  return true
}

/** The American state that is all that stands between the comma before token `from` and the next one, or a word that goes on. */
function stateAt(reader: Reader, view: View, from: number): Place | null {
  // "Veltis, the California studio" is not in California by its name
  const beside = wordAt(view, from - 1) === ',' && factsAt(view, from).shape !== SHAPE.plain
  const place = beside ? placeBeside(reader, view, from - 1) : null
  if (place?.country !== 'United States') return null
  let k = from
  while (k < from + STATE_LENGTH && factsAt(view, k).kind === 'word' && factsAt(view, k).shape !== SHAPE.plain) k++
  const next = factsAt(view, k)
  const closed = next.kind === 'punct' ? /^[,.]$/.test(next.lower) : (next.is & WORD.functionWords) !== 0
  return closed ? place : null
}

/** Words of "New South Wales". */
const STATE_LENGTH = 3

const CONTRAST = new Set(['lui', 'elle', 'eux', 'elles'])
const INSOLVENT_IN = new Set(['placé', 'placée', 'mis', 'mise'])
const INSOLVENT = new Set(['redressement', 'liquidation', 'faillite', 'sauvegarde'])

/** "X, for its part, denied": the verb after the second comma. */
function voteAcross(reader: Reader, view: View, from: number, segment: Segment, votes: Votes): void {
  for (let k = from; k < view.tokens.length && k < from + 24; k++) {
    const { kind, lower: mark } = factsAt(view, k)
    if (kind !== 'punct') continue
    if (mark === ',' && !isObject(view, segment)) voteVerb(reader, view, k + 1, segment, votes)
    const decimal = mark === ',' && factsAt(view, k - 1).kind === 'digits'
    if (mark !== '(' && mark !== ')' && !decimal) return
  }
}

/** What a description from token `from` says: "filiale de …", "the Danish maker of …", "une application de …". */
function voteDescription(reader: Reader, view: View, from: number, votes: Votes, segment?: Segment): void {
  const { language } = reader
  for (let k = from; k < view.tokens.length && k < from + 6; k++) {
    const { kind: token, lower } = factsAt(view, k)
    if (token === 'punct') return
    // "a fund manager"
    const person = language === 'en' && isNounAt(view, k + 1, WORD.personNouns)
    const kind = person ? 'person' : nounKindAt(view, k)
    if (kind === 'org' || (triggerAt(view, k) & TRIGGER.firm) !== 0) {
      // the article after the comma makes it a description: ", the Danish brewer"
      const told = language === 'en' || (segment !== undefined && !isObject(view, segment))
      const described = isAt(view, from, WORD.articles) && told
      votes.org += k - from > 4 ? 1 : described ? 5 : 3
      return
    }
    if (kind === 'media') {
      votes.org += 2
      votes.media = true
      return
    }
    // "the Italian sauce maker"
    if (kind === 'product' && language === 'en' && isOfFirm(view, k + 1)) continue
    if (kind === 'person') votes.person += 3
    else if (kind === 'product') votes.product += 2
    else if (kind === 'place' && k - from < 4) votes.place += 2
    else if (lower === 'part' && wordAt(view, k + 1) === 'of') votes.org += 2
    else if (!endsDescription(view, k)) continue
    // "a budget airline", "the car hire firm": no verb stands between an article and a noun of firms
    else if (language === 'en' && k > from && isOfFirm(view, k + 1)) continue
    return
  }
}

/** A noun of firms or of who makes or sells something. */
const isOfFirm = (view: View, k: number): boolean => nounKindAt(view, k) === 'org' || TRADES.has(wordAt(view, k))

/** "X, which goes on sale", "X, qui coûte 9 euros", "X, which will be sold": what the relative at `k` tells is told of wares. */
function isSoldBehind(view: View, k: number): boolean {
  for (let i = k + 1; i < k + 4; i++) {
    const { lower, kind, trigger } = factsAt(view, i)
    if (kind !== 'word') return false
    if ((trigger & TRIGGER.costs) !== 0 || FOR_SALE.has(lower)) return true
  }
  return false
}

const FOR_SALE = new Set('sale sold priced retails vendu vendue vendus vendues commercialisé commercialisée'.split(' '))

/** A conjunction, a verb or a preposition: the noun, if any, stood before it. */
function endsDescription(view: View, k: number): boolean {
  const { is } = factsAt(view, k)
  if ((is & ENDS_DESCRIPTION) !== 0 || isPlainVerb(triggerAt(view, k))) return true
  return (is & (WORD.anyPlacePrepositions | WORD.articles)) === WORD.anyPlacePrepositions
}

const ENDS_DESCRIPTION = WORD.conjunctions | WORD.auxiliaries | WORD.ofPrepositions | WORD.agentPrepositions

/** The name is the subject of a verb of business or of saying. */
function voteVerb(reader: Reader, view: View, from: number, segment: Segment, votes: Votes): void {
  const { language } = reader
  const several = segment.nameEnd - segment.start > 1
  if (isWork(view, from)) {
    votes.product += 4
    return
  }
  let helper = false
  let reach = from + 6
  for (let k = from; k < view.tokens.length && k < reach; k++) {
    const { kind, lower: word, is, trigger: alone } = factsAt(view, k)
    // "X has 300 stores"
    if (kind === 'digits' && helper) break
    // "X a, pour sa part, levé"
    if (word === ',' && helper && k === from + 1) {
      k = closingComma(view, k)
      reach = k + 4
      continue
    }
    if (kind !== 'word') return
    // "X to open plant in Poland": a headline
    if (word === 'to' && k === from && k === 1) {
      if ((factsAt(view, k + 1).trigger & TRIGGER.verbal) !== 0) votes.org += 2
      return
    }
    // "X will go on sale"
    if (word === 'on' && wordAt(view, k + 1) === 'sale' && /^(?:go|goes|went|gone|going)$/.test(wordAt(view, k - 1))) {
      votes.product += 4
      return
    }
    if (/^(?:go|goes|went)$/.test(word) && wordAt(view, k + 1) === 'on') continue
    // "X laid off 30 people"
    const trigger = factsAt(view, k + 1).phrases?.get(word) ?? alone
    if ((is & WORD.auxiliaries) !== 0) {
      helper = true
      // "X is a start-up", "X est une application"
      if ((is & WORD.be) !== 0 && isAt(view, k + 1, WORD.articles)) voteDescription(reader, view, k + 1, votes)
      continue
    }
    if ((is & WORD.betweenSubjectAndVerb) !== 0 || (language === 'en' && word.endsWith('ly'))) continue
    // "X vient de boucler"
    if (language === 'fr' && word === 'de' && VENIR.test(wordAt(view, k - 1))) continue
    if ((trigger & (helper ? TRIGGER.verbal : TRIGGER.finite)) !== 0) {
      // "X affiche un bénéfice"
      const costs = (trigger & TRIGGER.costs) !== 0 && !word.startsWith('affich')
      const article = hasArticle(reader, view, segment)
      // "la Cogemal détient", "Le Béryl a déclaré": wares own, sign and say nothing
      // "Frank Ferrand reported a loss": a house that bears its founder's name
      if (language === 'en' && several && HAS_RESULTS.has(word) && tellsResult(view, k - 1)) votes.org += 9
      else if (!costs && article && (trigger & (ACTS_AS_FIRM | TRIGGER.says)) !== 0) votes.org += 3
      else if (costs || article) votes.product += 2
      else if ((trigger & TRIGGER.says) !== 0 && several && segment.firm === 0) {
        votes.org += (trigger & TRIGGER.relays) !== 0 ? 2 : 1
        votes.person += 1
      } else votes.org += isBareSubject(reader, view, segment, k === from) ? 3 : 2
      return
    }
    if (language === 'en' && k === from && GOES_ON.has(word)) votes.org += 2
    // "X équipe 300 écoles", "X a sécurisé 40 millions": a verb that the lexicon lacks, and what it counts
    else if ((is & WORD.functionWords) === 0 && isBareSubject(reader, view, segment, true) && isFigureAt(view, k + 1)) {
      votes.org += 2
      return
    }
    // a verb that the lexicon lacks
    else if (k === from && word.length > 4 && VERB_ENDING[language].test(word)) votes.org += language === 'fr' ? 2 : 1
    break
  }
  if (helper) votes.org += several || ACTS.has(wordAt(view, from)) || tellsResult(view, from) ? 2 : 1
}

const isFigureAt = (view: View, k: number): boolean =>
  (traitsAt(view, k) & (TRAIT.taken | TRAIT.bare | TRAIT.digits)) !== 0

/** Where the comma stands that closes the insertion which the one at `from` opens. */
function closingComma(view: View, from: number): number {
  let k = from + 1
  while (k < from + INSERTION_REACH && factsAt(view, k).kind === 'word') k++
  return k
}

const INSERTION_REACH = 7
/** What firms are told to do, and places less. */
const GOES_ON = new Set(
  'continues competes specialises specializes caters boasts ranks trades struggles thrives'.split(' '),
)

/** "X has sold 3 million copies", "X s'est vendu à 20 000 exemplaires": what is copied, not who sells copies of it. */
function isWork(view: View, from: number): boolean {
  for (let k = from + 1; k < from + COPIES_REACH && k < view.tokens.length; k++) {
    const { kind, lower: word, is } = factsAt(view, k)
    if (COPIES.has(word)) return ![1, 2, 3].some((next) => isAt(view, k + next, WORD.ofPrepositions))
    // the figure is all that stands between
    if (kind === 'word' && (is & (WORD.articles | WORD.possessives | WORD.conjunctions)) !== 0) return false
    if (kind === 'punct' && word !== '.' && word !== ',') return false
    if (kind === 'punct' && factsAt(view, k + 1).kind !== 'digits') return false
  }
  return false
}

const COPIES = new Set(['copies', 'exemplaires'])
/** Tokens from the verb to what is counted. */
const COPIES_REACH = 11

/** "X a réalisé au premier semestre un chiffre d'affaires": only firms have one. */
function tellsResult(view: View, from: number): boolean {
  for (let k = from + 2; k < from + RESULT_REACH && k < view.tokens.length; k++) {
    const word = wordAt(view, k)
    if (word === 'chiffre' ? wordAt(view, k + 1) === "d'" && wordAt(view, k + 2) === 'affaires' : RESULTS.has(word))
      return true
    if (word === ',' || word === '.') return false
  }
  return false
}

/** What firms do with their results, in English. */
const HAS_RESULTS = new Set('reported reports posted posts booked books'.split(' '))
const RESULTS = new Set('bénéfice bénéfices résultat perte revenue revenues profit profits turnover'.split(' '))
/** Tokens from the auxiliary to what was earned, with the time between. */
const RESULT_REACH = 11

/** "Veltis recrute": French nouns have an article, so one without is a name. */
const isBareSubject = ({ language }: Reader, view: View, { start }: Segment, direct: boolean): boolean =>
  language === 'fr' && direct && (start === 0 || factsAt(view, start - 1).kind === 'punct')

/** What only those do that have business of their own. */
const ACTS_AS_FIRM = TRIGGER.tie | TRIGGER.invests | TRIGGER.employs

const VENIR = /^(?:vient|viennent|venait|venaient)$/

/** Auxiliaries of what firms do, more than of what things are. */
const ACTS = new Set(['has', 'will', 'would'])

/** French firms have no article: "le Vega arrive", but "la SNCF annonce". */
const hasArticle = ({ language }: Reader, view: View, { start }: Segment): boolean =>
  language === 'fr' && isAt(view, start - 1, WORD.articles) && factsAt(view, start).shape !== SHAPE.upper
