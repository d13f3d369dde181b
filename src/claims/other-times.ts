import type { Claim, DateMention } from '../types.js'
import { type Candidate, classValue, type SentenceContext } from './candidate.js'
import { isOfComparison } from './compared-times.js'
import { ALSO, also, DOES, does, is, TAG } from './kinds.js'
import { isOfNextPlace } from './markets.js'
import { type Term, textOf } from './terms.js'

// Dates near a claim that are not its own: of what is compared, of saying so, of another event.

/** Whether the date at term `i` is another's than the claim's. */
export function isAnothersTime(
  claim: Claim,
  candidate: Candidate,
  { terms, index, published }: SentenceContext,
  i: number,
): boolean {
  const { trigger, value } = candidate
  const anchor = value >= 0 ? value : trigger
  return (
    isOfComparison(claim, terms, i, anchor) ||
    isDatelineDay(terms, i, index) ||
    isOfSaying(claim, terms, i, anchor) ||
    isOfAnnouncing(claim, terms, i, trigger, anchor) ||
    isOfVerbBefore(claim, terms, i, trigger, anchor) ||
    isOfCauseBehind(terms, i, trigger) ||
    isOfVerbBehind(claim, terms, i, anchor) ||
    isOfReport(terms, i, trigger) ||
    isOfOpening(terms, i, trigger) ||
    isSetOffFrom(terms, i, trigger) ||
    isOfTaking(terms, i, anchor) ||
    // "last week sealed a venture; the new firm plans to spend 3 million"
    (i > 0 &&
      !(i === 1 && does(terms[0], DOES.Preposition)) &&
      i < anchor &&
      terms.slice(i, anchor).some((term) => is(term, TAG.Semicolon))) ||
    isOfEvent(claim, terms, i, anchor) ||
    isAfterEvent(terms, i, trigger, value) ||
    isOfFirstOfTwo(terms, i, trigger, anchor) ||
    isOfPurpose(claim, terms, i, Math.max(trigger, value)) ||
    // "opened in 2019 after the closure of …"
    (i < trigger && standsBehindSince(terms, trigger)) ||
    (claim.kind === 'milestone' && i > anchor && isOlder(terms, trigger, i, published)) ||
    isOfNextPlace(terms, i) ||
    // "34 euros until last year, now 39"
    (i < anchor && (isNow(terms[anchor - 1]) || isNow(terms[trigger - 1]))) ||
    // "overtook it last year and now has 300 shops"
    terms.slice(i + 1, anchor).some((term, k) => isNow(term) && is(terms[i + k + 2], TAG.Finite))
  )
}

/** The day of saying so: "reported sales of 3 million on Tuesday", "a annoncé le 14 avril la fermeture", "a confirmé hier". */
function isOfSaying({ kind }: Claim, terms: readonly Term[], i: number, anchor: number): boolean {
  const { normal, mention } = terms[i] as Term
  const { stated } = mention as DateMention
  if (stated.includes('weekday') && (kind === 'volume' || kind === 'price')) return true
  // "Les 300 salariés ont repris hier le travail"
  if (kind === 'volume' && normal === 'hier') return true
  // "il tablait en février sur une hausse de 4 %": when it was forecast
  if (kind === 'volume' && i < anchor && FORESAW.has(terms[i - 1]?.normal ?? '')) return true
  if (kind === 'volume' && i < anchor && terms[i - 1]?.normal === 'en' && FORESAW.has(terms[i - 2]?.normal ?? ''))
    return true
  // "…, it said last month"
  if (
    kind === 'volume' &&
    is(terms[i - 1], TAG.Say) &&
    terms[i - 2]?.who?.kind === 'pronoun' &&
    is(terms[i - 3], TAG.Comma)
  )
    return true
  // "a annoncé le 14 avril un bénéfice", "avait annoncé en 2019 l'ouverture d'un site"
  const said = i < anchor && SAID_FRENCH.has(beforeArticle(terms, i))
  const frenchDay = said && (kind === 'milestone' || stated.includes('day'))
  return (stated.includes('weekday') || SAID_DAYS.has(normal) || frenchDay) && isDayOfSaying(terms, i, anchor)
}

/**
 * "In March X said it would shut a plant", "on Monday announced plans to invest 3 million", "scrapped in May a plan to": when
 * somebody spoke of what is yet to come, or decided on it.
 */
function isOfAnnouncing({ kind }: Claim, terms: readonly Term[], i: number, trigger: number, anchor: number): boolean {
  // "on top of the 300 announced in January", "half of what it paid in 2019"
  if (i > anchor) {
    const at = terms[i - 1]?.normal === 'in' ? i - 2 : i - 1
    if (kind === 'volume' && SAID_OF.test(terms[at]?.normal ?? '')) return true
    // "kept its target of 3 million and said its plant would reopen in May"
    if (isOfLaterSaying(terms, anchor, i)) return true
    return terms
      .slice(anchor + 1, i)
      .some(
        ({ normal }, k, all) =>
          normal === 'what' && (PAID.test(all[k + 2]?.normal ?? '') || terms[anchor + k]?.normal === 'than'),
      )
  }
  const date = terms[i] as Term
  // "for 2024 it expects a profit", "by 2030 it plans to", "its 2003 results"
  if (i >= trigger || !ADVERBIAL.test(`${terms[i - 1]?.normal ?? ''} ${textOf(date)}`)) return false
  let said = -1
  for (let j = i - 1; j >= Math.max(0, i - 2); j--) if (announces(terms[j])) said = j
  for (let j = i + 1; j < trigger && said < 0; j++) {
    const term = terms[j] as Term
    if (announces(term)) said = j
    else if (
      term.kind.finite ||
      is(term, TAG.Future | TAG.Conditional) ||
      /^(?:and|but|while|which|who)$/.test(term.normal)
    )
      return false
  }
  if (said < 0) return false
  for (let j = said + 1; j < trigger; j++) {
    const { normal } = terms[j] as Term
    if (TO_COME.test(normal) || (normal === 'to' && also(terms[j + 1], ALSO.Infinitive))) return true
  }
  // "On Tuesday X said it had shut a plant"
  // … and "said this month it had shut a plant"
  if (!is(terms[said], TAG.Say)) return false
  if (said > i && !(date.mention as DateMention).stated.includes('weekday')) return false
  return terms.slice(said + 1, trigger + 1).some((term) => term.kind.finite)
}

/** A verb of saying behind a conjunction, and what is said to come, stand between what is told and the date. */
function isOfLaterSaying(terms: readonly Term[], anchor: number, i: number): boolean {
  let said = false
  for (let j = anchor + 1; j < i; j++) {
    const { normal } = terms[j] as Term
    if (said && /^(?:will|would|had|has|was|were|is|are)$/.test(normal)) return true
    said ||= normal === 'said' && /^(?:and|but|,)$/.test(terms[j - 1]?.normal ?? '')
  }
  return false
}

/** "last week raised its forecast after sales grew 7 %": what came before or brought it about has its own time. */
function isOfCauseBehind(terms: readonly Term[], i: number, trigger: number): boolean {
  for (let j = i + 1; j < trigger; j++) {
    if (is(terms[j], TAG.Comma | TAG.Semicolon)) return false
    if (!/^(?:after|because|as)$/.test(terms[j]?.normal ?? '')) continue
    return j > i + 1 && terms[trigger]?.kind.finite === true && terms.slice(0, j).some(({ kind }) => kind.finite)
  }
  return false
}

/** "Having cut 900 jobs in 2023, X will close a plant": the time of what came before, with which the sentence opens. */
const isOfOpening = (terms: readonly Term[], i: number, trigger: number): boolean =>
  /^(?:having|following)$/.test(terms[0]?.normal ?? '') &&
  terms.slice(i + 1, trigger).some((term) => is(term, TAG.Comma))

/** "X, au bord du gouffre en 2023, a revendu": the time of what stands between commas before the verb, with more words than the date. */
function isSetOffFrom(terms: readonly Term[], i: number, trigger: number): boolean {
  if (i >= trigger || !is(terms[i + 1], TAG.Comma) || !(also(terms[i + 2], ALSO.Have) || is(terms[i + 2], TAG.Finite)))
    return false
  let from = i
  while (from > 0 && !is(terms[from - 1], TAG.Comma)) from--
  if (from < 2 || i - from < 3 || terms[from - 2]?.who?.kind !== 'name') return false
  return terms.slice(from, i).every((term) => !term.kind.finite && term.mention?.type !== 'date')
}

/** "X, due to report on 7 February, will post a profit": when its figures come out. */
const isOfReport = (terms: readonly Term[], i: number, trigger: number): boolean =>
  i < trigger &&
  [2, 3].some((n) => terms[i - n]?.normal === 'to' && /^(?:report|publish)$/.test(terms[i - n + 1]?.normal ?? ''))

/** "sold X for 3 million, a deal that the regulator cleared in May": what else is told of the deal has its own time. */
function isOfTaking(terms: readonly Term[], i: number, anchor: number): boolean {
  for (let j = anchor + 1; j < i - 1; j++)
    if (is(terms[j], TAG.Comma) && does(terms[j + 1], DOES.Article) && TAKEN_UP.has(terms[j + 2]?.normal ?? ''))
      return terms.slice(j + 3, i).some((term) => is(term, TAG.Verb) || /ed$/.test(term.normal))
  return false
}

const TAKEN_UP = new Set('deal move transaction step sale purchase takeover agreement decision'.split(' '))

/** "sold 60 jets in May but kept its target of 800": the time of a verb before another one that goes on from it. */
function isOfVerbBefore({ kind }: Claim, terms: readonly Term[], i: number, trigger: number, anchor: number): boolean {
  const end = trigger === anchor ? trigger + 1 : Math.min(trigger + 1, anchor)
  // "had sales of 3 million in 2024 and commands a fifth of the market": so it is now
  for (let j = i + 2; j < end; j++)
    if (terms[j - 1]?.normal === 'and' && (isThirdPerson(terms, j) || isExporting(terms, j))) return true
  if (!terms.slice(1, i).some((term) => is(term, TAG.Verb))) return false
  if (kind === 'volume' && isYearOfFigures(terms, i)) return false
  for (let j = i + 1; j < end; j++)
    if (
      /^(?:and|but|then)$/.test((terms[j - 1] as Term).normal) &&
      (tellsMore(terms[j] as Term) || isDoing(terms, j, trigger))
    )
      return true
  return false
}

/** "cut prices in May and shut a plant": the verb of the claim itself. */
const isDoing = (terms: readonly Term[], i: number, trigger: number): boolean =>
  i === trigger && is(terms[i], TAG.Verb) && !does(terms[i + 1], DOES.Preposition)

/** "and commands a fifth": an unknown word that ends as a verb does, before an article or figure. */
const isThirdPerson = (terms: readonly Term[], i: number): boolean =>
  /^[a-z]{3,}[^s]s$/.test(terms[i]?.normal ?? '') &&
  !is(terms[i], TAG.Noun | TAG.Value) &&
  terms[i]?.mention === undefined &&
  (does(terms[i + 1], DOES.Article) || is(terms[i + 1], TAG.Value))

/** "and exports to 42 countries". */
const isExporting = (terms: readonly Term[], i: number): boolean =>
  /^(?:exports|sells|ships|caters)$/.test(terms[i]?.normal ?? '') && terms[i + 1]?.normal === 'to'

/** "sold 60 jets in 2024 and posted revenue of 3 million": the year of all the figures that a firm tells of it. */
function isYearOfFigures(terms: readonly Term[], i: number): boolean {
  const { mention } = terms[i] as Term
  if (mention?.type !== 'date' || mention.stated.join() !== 'year') return false
  let figure: Term | undefined
  for (let j = i - 1; j >= 0; j--) {
    const term = terms[j] as Term
    if (is(term, TAG.Punct)) return false
    if (is(term, TAG.Value)) figure = term
    // "sold its dairy for 3 million in 2019" tells no figure of the year
    else if (is(term, TAG.Measure) && figure !== undefined) return is(term, TAG.Noun) || !also(figure, ALSO.Money)
  }
  return false
}

/** "has 600 users, and turned a profit in 2024": what somebody has now, and the time of the verb behind it. */
function isOfVerbBehind({ kind, measure, purpose }: Claim, terms: readonly Term[], i: number, anchor: number): boolean {
  // "will cost 3 million and start up in 2029"
  if (kind === 'investment' && purpose === undefined)
    for (let j = anchor + 2; j < i; j++)
      if ((terms[j - 1] as Term).normal === 'and' && BEGINS.test((terms[j] as Term).normal)) return true
  if (!/^(?:users|staff|stores|markets)$/.test(measure ?? '')) return false
  for (let j = anchor + 2; j < i; j++)
    if (/^(?:and|but)$/.test((terms[j - 1] as Term).normal) && tellsMore(terms[j] as Term)) return true
  return false
}

const BEGINS = /^(?:start|starts|open|opens|begin|begins|be|come|comes|go|goes|enter|enters)$/

/** A verb in the past, also one that the lexicon knows as a participle, or not at all. */
const tellsMore = ({ kind, normal, mention, who }: Term): boolean =>
  kind.finite ||
  (mention === undefined && who === undefined && /^(?:kept|left|held|made|said|[a-z]{3,}ed)$/.test(normal))

/** What was made known, in English. */
const SAID_OF = /^(?:announced|disclosed|revealed|signalled|unveiled)$/

/** "what it paid", "what they cost". */
const PAID = /^(?:paid|had|cost|was|were|did|made|sold|bought)$/

/** How a time stands that tells when something was done. */
const ADVERBIAL = /^(?:on|in) |^\S* (?:on|in|last|yesterday|today|earlier|this)\b/i

/** A verb of saying, or one that what is planned is object of; English. */
const announces = (term: Term | undefined): boolean => ANNOUNCES.has(term?.normal ?? '') && is(term, TAG.Verb)

const ANNOUNCES = new Set(
  'said says announced announces confirmed revealed told reported disclosed warned unveiled presented published promised pledged vowed threatened scrapped shelved dropped abandoned cancelled ditched axed approved backed'.split(
    ' ',
  ),
)

/** What follows is yet to come, or was. */
const TO_COME = /^(?:will|would|plans?|planned|intends?|intended)$/

/** The time of what a noun before it names, of what did not come, or at which a contract ends. */
function isOfEvent({ kind, measure }: Claim, terms: readonly Term[], i: number, anchor: number): boolean {
  // "bought X, whose users are up 400 % since 2018": the time of the growth
  if (kind !== 'volume' && kind !== 'price' && i > anchor && is(terms[i - 1], TAG.Percent)) return true
  // "la fermeture de son site, à l'arrêt depuis 2021": since when something else is so
  if ((kind === 'milestone' || kind === 'investment') && isSince(terms, i) && commaBetween(terms, i, anchor))
    return true
  // "initialement prévue en 2024, elle ouvrira", "ses résultats 2024 et l'ouverture d'un site"
  if (kind === 'milestone')
    return isUntil(terms, i) || isGivenUp(terms, i) || isPutOffFrom(terms, i) || (i < anchor && isYearOfNoun(terms, i))
  // "ordered 12 ships for 2 billion, to be delivered from 2027"
  if (
    measure === 'orders' &&
    i > anchor &&
    terms.slice(anchor + 1, i).some(({ kind: { tags } }) => tags.has('Deliver'))
  )
    return true
  // "depuis sa création il y a trois ans"
  if (kind === 'volume') return followsEvent(terms, i)
  // "ordered six ships from X, for delivery in 2028": when they come
  if (kind === 'partner' && i > anchor && isForDelivery(terms, anchor, i)) return true
  // "extended its contract to 2028"
  return kind === 'partner' && i > anchor && /^(?:to|until|till|jusqu'|jusqu'à)$/.test(terms[i - 1]?.normal ?? '')
}

/** "for delivery in 2028", "to be delivered from 2028", between a tie and the date at `i`. */
const isForDelivery = (terms: readonly Term[], anchor: number, i: number): boolean =>
  terms
    .slice(anchor + 1, i)
    .some(({ kind: { tags } }, k) => tags.has('Deliver') && /^(?:for|be|with)$/.test(terms[anchor + k]?.normal ?? ''))

/** Behind "has unveiled", "have opened": a bare date years before the one of publication. English only: French tells so what is long past. */
function isOlder(terms: readonly Term[], trigger: number, i: number, published: string | null): boolean {
  const { edtf } = (terms[i] as Term).mention as DateMention
  if (published === null || edtf === null || !is(terms[trigger], TAG.Participle)) return false
  const auxiliary = terms[trigger - 1]?.normal.endsWith('ly') === true ? trigger - 2 : trigger - 1
  if (!/^(?:has|have)$/.test(terms[auxiliary]?.normal ?? '')) return false
  return Number.parseInt(edtf, 10) < Number.parseInt(published, 10) - 1
}

const isNow = (term: Term | undefined): boolean => /^(?:now|désormais|maintenant)$/.test(term?.normal ?? '')

/** Participles of verbs of saying, which a day follows in French. */
const SAID_FRENCH = new Set(
  'annoncé indiqué déclaré précisé confirmé affirmé rapporté dit appris publiés publié'.split(' '),
)

/** Verbs of what was once foreseen. */
const FORESAW = new Set(
  'tablait tablaient prévoyait prévoyaient visait visaient espérait espéraient anticipait attendait'.split(' '),
)

/** Verbs of saying, before who says so. */
const SAYS = /^(?:rapporte|annonce|indique|écri(?:t|ve)|précise|affirme|révèle|relate|confirme|assure|explique)(?:nt)?$/

const SAID_DAYS = new Set(['hier', "aujourd'hui", 'yesterday', 'today'])

/**
 * "said on Tuesday it will shut its plant", "fermera son usine, ont annoncé jeudi les deux groupes": the day behind a verb of
 * saying.
 */
function isDayOfSaying(terms: readonly Term[], i: number, anchor: number): boolean {
  // … and "a racheté Y, rapporte vendredi Z"
  if (i > anchor)
    return (
      SAID_FRENCH.has(terms[i - 1]?.normal ?? '') ||
      (SAYS.test(terms[i - 1]?.normal ?? '') && is(terms[i - 2], TAG.Comma)) ||
      isSaidBehindComma(terms, i, anchor)
    )
  for (let j = i - 1; j >= Math.max(0, i - 4); j--) {
    if (is(terms[j], TAG.Punct)) return false
    if (is(terms[j], TAG.Say)) return is(terms[j], TAG.Verb)
  }
  return false
}

/** "X is to buy Y, the two companies announced on Monday": a verb of saying with its subject stands between the comma and the day. */
function isSaidBehindComma(terms: readonly Term[], i: number, anchor: number): boolean {
  let j = i - 1
  while (j > i - 4 && !announces(terms[j])) j--
  if (!announces(terms[j]) || is(terms[j - 1], TAG.Comma)) return false
  for (j--; j > Math.max(anchor, i - 9); j--) {
    if (is(terms[j], TAG.Comma)) return true
    if (is(terms[j], TAG.Punct) || does(terms[j], DOES.Relative)) return false
  }
  return false
}

/** A word for what was once so before the participle that the date hangs on, or one of putting off right behind: "prévue en mai, a été repoussée". */
export function isGivenUp(terms: readonly Term[], i: number): boolean {
  let planned = false
  for (let j = i - 1; j >= Math.max(0, i - 4) && !is(terms[j], TAG.Punct); j--) {
    if (terms[j]?.kind.tags.has('Former')) return true
    planned ||= is(terms[j], TAG.Participle) && also(terms[j], ALSO.Plan)
  }
  if (!planned || !is(terms[i + 1], TAG.Comma)) return false
  return terms.slice(i + 2, i + 6).some(({ kind }) => kind.tags.has('Postpone'))
}

/** "has stopped production until June": how long, and not when. */
const isUntil = (terms: readonly Term[], i: number): boolean =>
  /^(?:until|till|jusqu)/i.test(textOf(terms[i] as Term)) || /^(?:until|till)$/.test(terms[i - 1]?.normal ?? '')

/** "put back from March to October": the time that it was put off from. */
export function isPutOffFrom(terms: readonly Term[], i: number): boolean {
  if (terms[i - 1]?.normal !== 'from' && !/^from /i.test(textOf(terms[i] as Term))) return false
  if (!terms.slice(Math.max(0, i - PUT_OFF), i).some(({ kind }) => kind.tags.has('Postpone'))) return false
  return terms.slice(i + 1, i + 4).some((term) => term.mention?.type === 'date')
}

/** Terms between what puts off and the time that it puts off from: "postponed the launch of the X from". */
const PUT_OFF = 9

/** "KOLVAR Feb 12 X said": the day on which an agency's report was sent, behind its town in capitals. */
function isDatelineDay(terms: readonly Term[], i: number, sentence: number): boolean {
  if (sentence > 1 || i === 0 || i > 4) return false
  for (let j = 0; j < i; j++) {
    const written = textOf(terms[j] as Term)
    if (!is(terms[j], TAG.Punct) && (written.length < 3 || written !== written.toUpperCase())) return false
  }
  return !is(terms[0], TAG.Punct | TAG.Value) && terms[0]?.mention?.type !== 'date'
}

/** The word before the date at `i` and its article. */
const beforeArticle = (terms: readonly Term[], i: number): string =>
  terms[/^(?:le|en)$/.test(terms[i - 1]?.normal ?? '') ? i - 2 : i - 1]?.normal ?? ''

const isYearOfNoun = (terms: readonly Term[], i: number): boolean =>
  /^\d{4}$/.test(textOf(terms[i] as Term)) &&
  /^(?:résultats?|comptes?|bilan|chiffres|ventes|exercice|results?|earnings)$/.test(terms[i - 1]?.normal ?? '')

function followsEvent(terms: readonly Term[], i: number): boolean {
  const at = /^(?:en|in|of)$/.test(terms[i - 1]?.normal ?? '') ? i - 2 : i - 1
  return at >= 0 && EVENTS.has(textOf(terms[at] as Term).toLowerCase())
}

/** "employs 400 people since the closure of its Hull plant in 2017", "après le rachat de X en 2017": the time of what came before. */
function isAfterEvent(terms: readonly Term[], i: number, trigger: number, value: number): boolean {
  for (let j = i - 1; j >= Math.max(1, i - 9); j--) {
    const term = terms[j] as Term
    if (j === trigger || j === value || term.kind.finite || is(term, TAG.Punct)) return false
    if (isEventNoun(term) && standsBehindSince(terms, j)) return true
    // "après la scission de sa chimie en 2023": any noun with its article, which nothing but what it is of parts from the date
    const named = j < i - 1 && does(term, DOES.Article | DOES.Possessive) && !is(terms[j + 1], TAG.Value)
    if (named && FOLLOWS.has(terms[j - 1]?.normal ?? '') && terms[j + 1]?.mention?.type !== 'date') return true
  }
  return false
}

const FOLLOWS = new Set(['after', 'après', 'following'])

/** "had opened in Osaka in 2014 before opening in Tokyo two years later": each verb has the time behind it. */
function isOfFirstOfTwo(terms: readonly Term[], i: number, trigger: number, anchor: number): boolean {
  if (i >= trigger || i < 2 || !terms.slice(i + 1, trigger).some(({ normal }) => GOES_ON.test(normal))) return false
  for (let j = anchor + 1; j < terms.length; j++) {
    if (terms[j]?.mention?.type === 'date') return true
    if (is(terms[j], TAG.Punct | TAG.Value) || terms[j]?.kind.finite || GOES_ON.test(terms[j]?.normal ?? ''))
      return false
  }
  return false
}

const GOES_ON = /^(?:and|then|before|et|puis|avant)$/

/** "70 millions, avec l'objectif d'être rentable en 2028", "a levé 2 milliards pour ouvrir un site en 2027": the time of what is yet to be done. */
function isOfPurpose({ kind, purpose }: Claim, terms: readonly Term[], i: number, from: number): boolean {
  for (let j = i - 1; j > from; j--) {
    if (is(terms[j], TAG.Semicolon)) return false
    const { normal } = terms[j] as Term
    if (normal === 'pour' && purpose === 'funding' && also(terms[j + 1], ALSO.Infinitive)) return true
    // "investit 100 millions dans une tour, opérationnelle en 2026"
    if (purpose === undefined && kind === 'investment' && j > from + 2 && DUE.test(normal) && j >= i - 3)
      if (is(terms[j - 1], TAG.Comma)) return true
    if (normal === 'avec' && terms.slice(j + 2, j + 4).some((term) => also(term, ALSO.Plan) && is(term, TAG.Noun)))
      return true
  }
  return false
}

const DUE = /^(?:opérationnel|livrable|attendu|prévu|programmé)(?:le|e)?s?$/

/** "after the closure", "depuis son rachat": the noun at `i` names what came before the rest of its sentence. */
export function standsBehindSince(terms: readonly Term[], i: number): boolean {
  const before = does(terms[i - 1], DOES.Article | DOES.Possessive) ? i - 2 : i - 1
  return SINCE.has(terms[before]?.normal ?? '')
}

/** "depuis 2021", not where it opens the sentence. */
const isSince = (terms: readonly Term[], i: number): boolean =>
  i > 1 && (terms[i - 1]?.normal === 'depuis' || /^depuis /i.test(textOf(terms[i] as Term)))

const commaBetween = (terms: readonly Term[], a: number, b: number): boolean =>
  terms.slice(Math.min(a, b), Math.max(a, b)).some((term) => is(term, TAG.Comma))

const isEventNoun = (term: Term): boolean =>
  EVENTS.has(term.normal) ||
  (is(term, TAG.Noun) && (HAPPENINGS.some((tag) => term.kind.tags.has(tag)) || classValue(term, 'event') !== undefined))

const HAPPENINGS = ['Takeover', 'Merge', 'Close', 'Closing', 'Divest', 'Rise', 'Fall']

const SINCE = new Set('depuis après avant since after before following'.split(' '))

const EVENTS = new Set(
  'création fondation lancement naissance introduction rachat arrivée ouverture fusion founding creation launch listing takeover merger opening inception'.split(
    ' ',
  ),
)
