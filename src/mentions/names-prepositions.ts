import { type Facts, TRIGGER } from './names-facts.js'
import type { Place } from './names-gazetteer.js'
import type { Segment } from './names-segments.js'
import { SHAPE } from './names-shapes.js'
import { factsAt, isAt, matchEntry, type Reader, type View, wordAt } from './names-view.js'
import { isDemonym, isPlaceName, nounKindAt, triggerAt, type Votes } from './names-votes.js'
import { WORD } from './names-words.js'

// What a name is told to be by the preposition before it, and by what governs that.

/** "X of Y": the noun before tells; "l'usine de X" leaves it open. */
export function voteOf(reader: Reader, view: View, k: number, segment: Segment, votes: Votes): void {
  const { language } = reader
  const { lower: noun, is } = factsAt(view, k - 1)
  // "ministre iranien des Transports"
  if (isMinistry(noun) || isMinistry(wordAt(view, k - 2))) {
    for (const type of ['org', 'product', 'place', 'person'] as const) votes[type] -= 8
    return
  }
  const kind = nounKindAt(view, k - 1)
  const entry = triggerAt(view, k - 1)
  // "sa filiale de Rodez", "son rival de Parme": whose it is has been told, and this is where
  if ((entry & TRIGGER.relation) !== 0 && isAt(view, k - 2, WORD.possessives)) {
    votes.place += 3
    return
  }
  if (PARTS.has(noun) && isHeld(view, k - 1)) votes.org += 3
  if ((is & WORD.wareNouns) !== 0) votes.product += 3
  // "l'entrée en Bourse de Veltis", but "la Bourse de Brenne"
  else if (noun === 'bourse' && wordAt(view, k - 2) === 'en') votes.org += 3
  else if (PRICES.test(noun) && isPriceOf(view, k)) votes.product += 2
  else if (kind === 'place') votes.place += 2
  else if (kind === 'site') {
    votes.org += 1
    votes.place += language === 'fr' ? 2 : 1
  } else if (kind === 'org' && language === 'fr' && (entry & TRIGGER.relation) === 0) {
    // "le groupe de Delme" tells the town, "la marque de X" either
    votes.place += 2
    if (noun.startsWith('marque')) votes.org += 2
  } else if (isAnalyst(noun)) {
    votes.org += 2
    votes.media = true
  } else if ((entry & TRIGGER.measure) !== 0 && segment.nameEnd - segment.start > 1) {
    // "les ventes de Jules Ferrand": a house that bears its founder's name
    votes.org += 9
  } else if (
    kind === 'org' ||
    kind === 'person' ||
    (entry & (TRIGGER.tie | TRIGGER.measure)) !== 0 ||
    (is & WORD.firmNouns) !== 0
  ) {
    votes.org += 2
  } else if (kind === 'product') votes.org += 1
  else if (isDemonym(view, k - 1)) {
    // "la filiale chinoise de X"
    const head = nounKindAt(view, k - 2)
    // "son usine polonaise de X": whose it is has been told; "l'usine polonaise de X" leaves it open
    if (head === 'site') votes.place += isAt(view, k - 3, WORD.possessives) ? 3 : 2
    votes.org += head === 'org' || (factsAt(view, k - 2).trigger & TRIGGER.tie) !== 0 ? 2 : 1
  }
}

/** "the price of X", "le prix du X": what is priced, where the word at `k` is the preposition. A firm has prices of its own. */
export const isPriceOf = (view: View, k: number): boolean =>
  /^(?:of|du)$/.test(wordAt(view, k)) && PRICES.test(wordAt(view, k - 1))

const PRICES = /^(?:price|prix|tarif)$/

/** "détient 20 % de X", "a repris la moitié de X", "détient 20 % de Y, 10 % de X": what ends at token `k` is a part that is held or bought. */
function isHeld(view: View, k: number): boolean {
  let last = k - 7
  for (let i = k - 1; i >= 0 && i > last; i--) {
    const { trigger, kind, is, lower } = factsAt(view, i)
    if (kind === 'punct' && lower !== ',' && lower !== '%') return false
    if (HANDS.has(lower) || (is & WORD.takesFirm) !== 0) return true
    if ((trigger & TRIGGER.buys) !== 0 && (trigger & TRIGGER.verbal) !== 0) return true
    if ((is & WORD.ofPrepositions) === 0 || trigger !== 0) continue
    // what another share is of
    if (!PARTS.has(wordAt(view, i - 1))) return false
    last = Math.max(i - 7, k - LONGEST_ROW)
  }
  return false
}
/** Tokens between the verb and the last of the shares that it tells. */
const LONGEST_ROW = 30
const PARTS = new Set(
  '% percent tiers quart moitié totalité intégralité reste solde third thirds quarter quarters half rest remainder'.split(
    ' ',
  ),
)

const isMinistry = (noun: string): boolean => noun.startsWith('minist')
const isAnalyst = (noun: string): boolean => /^(?:analyst|economist|économist|strateg)/.test(noun)

/** "by X", "avec X". */
export function voteAgent(view: View, k: number, votes: Votes): void {
  const word = wordAt(view, k)
  const acts = word === 'par' || word === 'by'
  if (acts) {
    for (let i = k - 1; i >= 0 && i >= k - 4; i--) {
      const { is, trigger } = factsAt(view, i)
      if ((is & WORD.authored) === 0 && (trigger & TRIGGER.founds) === 0) continue
      votes.person += 3
      break
    }
  }
  const tells = TRIGGER.tie | TRIGGER.finite | TRIGGER.participle
  const tied = (triggerAt(view, k - 1) & tells) !== 0 || TALKS.has(wordAt(view, k - 1))
  votes.org += acts || tied ? 2 : 1
}

/** "sold its dairy to X", "a £30m bid for X", "une offre de 30 millions sur X": who receives or is bid for. */
export function voteRecipient(view: View, k: number, votes: Votes): void {
  const { lower: governor, trigger } = factsAt(view, k - 1)
  const word = wordAt(view, k)
  const meant =
    word === 'sur'
      ? isBidOn(view, k)
      : word === 'for'
        ? FOR_FIRMS.has(governor) || isPaid(view, k)
        : (trigger & TRIGGER.tie) !== 0 || isHanded(view, k)
  if (meant) votes.org += 2
}

/** "paid $300 million for X", where the word at `k` is the preposition: what costs so much is a firm. */
function isPaid(view: View, k: number): boolean {
  return MONEY.test(wordAt(view, k - 1)) && isGoverned(view, k, ({ lower }) => PAYS.test(lower))
}
const MONEY = /^(?:millions?|billions?|m|bn|dollars|euros|pounds|yuan|yen|francs|crowns|rupees)$|\d(?:m|bn)$/
const PAYS = /^(?:paid|pays?|paying|offered|offers|offering|bid|bids|spent)$/

/** "une offre (publique d'achat) de 30 millions d'euros sur X", "une OPA sur X". */
const isBidOn = (view: View, k: number): boolean => isGoverned(view, k, ({ lower }) => BIDS_ON.has(lower))

const BIDS_ON = new Set(['offre', 'opa', 'ope', 'opr', 'surenchère'])

const FOR_FIRMS = new Set('bid bids offer offers tender spokesman spokeswoman spokesperson'.split(' '))

/** Whether what goes on with "to" at `k` began with a verb or noun of selling or giving, in the same breath. */
const isHanded = (view: View, k: number): boolean =>
  isGoverned(view, k, ({ lower }, i) => HANDS.has(lower) && (i < k - 1 || !/ing$|^sells?$/.test(lower)))

/** Whether what governs the preposition at `k` stands before it in the same breath. */
function isGoverned(view: View, k: number, governs: (facts: Facts, i: number) => boolean): boolean {
  for (let i = k - 1; i >= 0 && i > k - GOVERNED_REACH; i--) {
    const facts = factsAt(view, i)
    if (facts.kind === 'punct' && facts.lower !== '.') return false
    if (governs(facts, i)) return true
  }
  return false
}

/** Tokens between a preposition and what governs it. */
const GOVERNED_REACH = 11
const HANDS = new Set(
  'sell sells sold selling sale disposal hand hands handed award awards awarded awarding lend lends lent lease leases leased transfer transfers transferred outsource outsources outsourced divest divested offload offloaded lost loses losing licensed licenses'.split(
    ' ',
  ),
)

/** What firms have with one another. */
const TALKS = new Set('talks discussions negotiations discussion négociation négociations pourparlers'.split(' '))

/** "approval from the authority for X": X is a ware. */
export function isApproved(view: View, k: number): boolean {
  for (let i = k - 1; i >= 0 && i > k - 10; i--) if ((factsAt(view, i).trigger & TRIGGER.approves) !== 0) return true
  return false
}

/** "à X", "in X": where, unless the verb or noun before governs the preposition ("stake in X", "vendu à X"). */
export function voteIn(reader: Reader, view: View, k: number, segment: Segment, votes: Votes): void {
  const word = wordAt(view, k)
  const { lower: governor, is, noun, trigger } = factsAt(view, k - 1)
  if ((trigger & (TRIGGER.tie | TRIGGER.invests)) !== 0 || takesFirm(view, k) || isReceived(view, k)) {
    votes.org += 2
    return
  }
  if ((trigger & TRIGGER.says) !== 0) {
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
  } else if (factsAt(view, segment.start).shape === SHAPE.upper) votes.org += 2
  else if (word === 'at' && (is & WORD.firmNouns) !== 0) {
    // "sales at X", but "staff at X" and "production at X" may be where the plant is
    votes.org += LOCAL.has(governor) ? 1 : 3
    votes.place += LOCAL.has(governor) ? 1 : 0
  } else {
    const based = (is & WORD.located) !== 0
    const clauseStart = k === 0 || factsAt(view, k - 1).kind === 'punct'
    const site = (noun & WORD.siteNouns) !== 0 || (is & WORD.placeNouns) !== 0
    // "a refinery at Elmswell, a joint venture with X": what stands behind the comma is told of the plant
    if (site && word === 'at' && wordAt(view, segment.end) === ',') votes.place += 3
    votes.place += clauseStart || site || based ? 3 : word === 'à' || word === 'in' ? 1 : 2
  }
}

/** What a firm has in a town. */
const LOCAL = new Set(
  'workers employees staff headquarters stores production output products cars vehicles models unit'.split(' '),
)

/** "vendu à X", "appartient depuis 2020 à X". */
function takesFirm(view: View, k: number): boolean {
  // "a investi 30 millions dans X": towns have "à", and regions an article
  const invests = wordAt(view, k) === 'dans' ? TRIGGER.invests : 0
  return isGoverned(view, k, ({ is, trigger }) => (is & WORD.takesFirm) !== 0 || (trigger & invests) !== 0)
}

/** "confie la Grèce à X": a place before "à" is what X gets. */
function isReceived(view: View, k: number): boolean {
  if (wordAt(view, k) !== 'à' || !isAt(view, k - 2, WORD.articles)) return false
  return isPlaceName(view, k - 1) && k > 2 && !isAt(view, k - 3, WORD.ofPrepositions)
}

/** A country or region told after the name that ends at `end`: "Linz, Austria", "Kolvar (sud de la Pologne)". */
export function placeBeside(reader: Reader, view: View, end: number): Place | null {
  const mark = wordAt(view, end)
  if (mark !== ',' && mark !== '(') return null
  for (let k = end + 1; k < view.tokens.length && k <= end + 7; k++) {
    if (factsAt(view, k).kind === 'punct') return null
    const place = matchEntry(reader, view, k)?.entry.place
    if (place !== undefined) return place
    if (mark === ',' && !isAt(view, k, WORD.functionWords | WORD.placeNouns)) return null
  }
  return null
}
