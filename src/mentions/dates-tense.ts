import { UNASKED } from '../forms.js'
import type { Language, Token } from '../types.js'
import { type Calendar, type Choice, type Period, type Reading, resolve, type Told } from './dates-resolve.js'
import type { Scan } from './dates-scan.js'

/**
 * Whether a sentence tells of the past or of what is to come, as far as single words show it. News tells "in October"
 * after a past verb of the October before, after "will" of the next one; a date that stands alone (a heading, a diary
 * entry) points ahead: `alone` with no other word at all, `noted` with a few, `running` in a text without a tensed word.
 */
export type Tense = 'past' | 'future' | 'running' | 'noted' | 'alone'

/** How many tokens either side of the date are looked at. */
const REACH = 40
/** A text with so many words beside the date is told, not just noted. */
const RUNNING_WORDS = 2
/** A text of more tokens is no date alone. */
const ALONE_TOKENS = 8

const set = (words: string): Set<string> => new Set(words.split(' '))

const PAST: Record<Language, Set<string>> = {
  en: set(
    'was were had did been said rose fell sold began came took made won led grew saw bought built paid got went became met lost kept left held told brought sent spent gave ran drew broke chose flew wrote spoke shrank sank slid shot stood born according recent ago swung withdrew threw froze hung spun struck bore dealt sought taught thought caught fought agreed guaranteed',
  ),
  fr: set('a ai as ont avons avez avait avaient avais eut eurent fut furent été née né nés nées était étaient étais'),
}

const FUTURE: Record<Language, Set<string>> = {
  en: set(
    "will 'll won't would shall could might should going expect expects expected expecting plan plans planned planning due scheduled slated set aim aims aiming hope hopes hoping intend intends target targets targeting forecast forecasts predicted upcoming soon want wants need needs let please tba coming begins begin starts opens comes closes shuts ends expires goes arrives debuts launches reopens resumes next",
  ),
  fr: set(
    'va vont doit doivent devra compte comptent prévoit prévoient envisage envisagent espère espèrent vise visent entend entendent souhaite souhaitent prévu prévue prévus prévues attendu attendue attendus attendues programmé programmée programmés programmées planifié planifiée planifiés planifiées prochainement bientôt objectif futur future futurs futures veut veulent horizon',
  ),
}

/** Words with the ending of a tense that have another part of speech. */
const NO_TENSE = set(
  'extra ultra infra opéra caméra para supra front affront fait lait trait parfait souhait portrait extrait retrait attrait bienfait forfait satisfait imparfait distrait abstrait need feed speed exceed proceed succeed breed seed indeed red hundred kindred sacred naked limited unlimited bed shed embed united led',
)

/** Participles that take "est" in French and tell the past ("est sorti", "est née"). */
const FRENCH_PARTICIPLE = /(?:é|ée|és|ées|i|ie|is|ies|u|ue|us|ues|it|ite|ert|erte|clos|close|closes|mort|morte)$/

/** What a token by itself tells of the tense, as bits. */
const TELLS = {
  past: 1,
  future: 2,
  /** "a": past unless "y" stands before it. */
  has: 4,
  /** "has", "have": past before a participle. */
  perfect: 8,
  /** An English participle, or another past form. */
  participle: 16,
  /** A French participle, past after "est" or "sont". */
  frenchParticiple: 32,
  /** Articles, prepositions and the like are short. */
  content: 64,
  /** English "to": of what is to come after "is" and "are". */
  to: 512,
  stop: 128,
  /** A stop between words only: the dot of "3.5" is none. */
  mayStop: 256,
} as const
const TENSED = TELLS.past | TELLS.future | TELLS.has | TELLS.perfect | TELLS.frenchParticiple | TELLS.to

/** The bits of a token, kept with its form. */
function tells({ kind, lower, form }: Token, lang: Language): number {
  const known = lang === 'fr' ? form.tenseFr : form.tenseEn
  if (known !== UNASKED) return known
  const participle = lang === 'en' && isParticiple(form.text, lower) ? TELLS.participle : 0
  const bits =
    participle | (kind === 'word' ? wordTells(form.text, lower, lang) : kind === 'punct' ? markTells(lower) : 0)
  if (lang === 'fr') form.tenseFr = bits
  else form.tenseEn = bits
  return bits
}

function markTells(mark: string): number {
  if (mark === ';') return TELLS.stop
  return mark === '.' || mark === '!' || mark === '?' ? TELLS.mayStop : 0
}

function wordTells(text: string, word: string, lang: Language): number {
  return (word.length > 3 ? TELLS.content : 0) | tenseBits(text, word, lang)
}

function tenseBits(text: string, word: string, lang: Language): number {
  if (PAST[lang].has(word)) return lang === 'fr' && word === 'a' ? TELLS.has : TELLS.past
  if (FUTURE[lang].has(word)) return TELLS.future
  if (lang === 'en' && word === 'to') return TELLS.to
  if (lang === 'en' && (word === 'has' || word === 'have' || word === "'ve")) return TELLS.perfect
  if (word.length < 4 || NO_TENSE.has(word) || !startsLower(text)) return 0
  if (lang === 'en') return word.endsWith('ed') && !word.endsWith('eed') ? TELLS.past : 0
  if (/(?:ra|ront|rai|rons|rez|rait|raient)$/.test(word)) return TELLS.future
  if (/(?:ait|aient|èrent|irent|urent)$/.test(word)) return TELLS.past
  return FRENCH_PARTICIPLE.test(word) ? TELLS.frenchParticiple : 0
}

const startsLower = (text: string): boolean => {
  const c = text.charCodeAt(0)
  return !(c >= 65 && c <= 90)
}

const isParticiple = (text: string, word: string): boolean =>
  PAST.en.has(word) || (startsLower(text) && /(?:ed|en|wn)$/.test(word))

/** What is announced, in French, is mostly still to come, though the announcing is past. */
const ANNOUNCED = set(
  'annoncé annoncée annoncés annoncées confirmé confirmée promis promise programmé programmée fixé fixée planifié planifiée',
)

/**
 * "a annoncé l'ouverture d'un site en septembre": behind the participle at `i`, the date of a noun that tells no figure, nor
 * what has been done ("avoir", "être"). "A annoncé en septembre …" dates the announcing.
 */
function announces(tokens: readonly Token[], i: number, date: number): boolean {
  if (!ANNOUNCED.has(tokens[i]?.lower ?? '')) return false
  let nouns = 0
  for (let k = i + 1; k < date; k++) {
    const { kind, lower, form } = tokens[k]!
    if (kind === 'digits' || kind === 'mixed' || lower === 'avoir' || lower === 'être') return false
    if (lower.length > 4 && startsLower(form.text)) nouns++
  }
  return nouns > 0
}

/** The tense that token `i`, with these bits, shows. */
function tenseOf(tokens: readonly Token[], i: number, bits: number): 'past' | 'future' | null {
  if ((bits & TENSED) === 0) return null
  // "will be launched in September": the verb before tells
  if ((bits & TELLS.past) !== 0)
    return (bits & TELLS.participle) !== 0 && i > 0 && tokens[i - 1]!.lower === 'be' ? null : 'past'
  if ((bits & TELLS.future) !== 0) return 'future'
  if ((bits & TELLS.perfect) !== 0) return perfect(tokens, i) ? 'past' : null
  const before = i > 0 ? tokens[i - 1]!.lower : ''
  if ((bits & TELLS.to) !== 0) return before === 'is' || before === 'are' ? 'future' : null
  const past = (bits & TELLS.has) !== 0 ? before !== 'y' : before === 'est' || before === 'sont'
  return past ? 'past' : null
}

/** "has sold", "have just opened", but not "have a meeting". */
function perfect(tokens: readonly Token[], i: number): boolean {
  for (let k = i + 1; k <= i + 2 && k < tokens.length; k++) {
    if ((tells(tokens[k]!, 'en') & TELLS.participle) !== 0) return true
  }
  return false
}

/** A stop between words; the dot of "3.5" is none. */
const endsSentence = (tokens: readonly Token[], i: number, bits: number): boolean =>
  (bits & TELLS.stop) !== 0 ||
  ((bits & TELLS.mayStop) !== 0 && (i + 1 >= tokens.length || tokens[i + 1]!.start !== tokens[i]!.end))

/** Nouns with the ending of a participle. */
const NOUNS_LIKE_PARTICIPLES =
  /(?:ité|iété|auté|marché|congé|côté|salarié|employé|associé|député|allié|degré|année|journée|soirée|durée|idée|entrée|arrivée|levée|montée|tournée|poussée)s?$/
/** Tokens between a date and the participle before it: "signé à la fin de" mars. */
const BEFORE_DATE = 6

/**
 * "le prix relevé en mars": a noun and its participle right before the date tell of the past, whatever verb follows. A
 * participle with "être" or a future verb before it is part of that verb: "devra être relevé en mars".
 */
function followsParticiple(tokens: readonly Token[], from: number): boolean {
  let i = from - 1
  while (i >= from - BEFORE_DATE && i > 0 && tokens[i]!.kind === 'word' && isLink(tokens[i]!)) i--
  if (i < 2 || i === from - 1 || (tells(tokens[i]!, 'fr') & TELLS.frenchParticiple) === 0) return false
  if (!/ée?s?$/.test(tokens[i]!.lower) || NOUNS_LIKE_PARTICIPLES.test(tokens[i]!.lower)) return false
  // "la gamme, approuvée en mars, sera vendue"
  const noun = tokens[i - 1]!.lower === ',' ? i - 2 : i - 1
  if (noun < 0 || (tells(tokens[noun]!, 'fr') & (TELLS.content | TENSED)) !== TELLS.content) return false
  for (let k = i - 1; k >= 0 && k >= i - BEFORE_DATE; k--) {
    if ((tells(tokens[k]!, 'fr') & TELLS.future) !== 0 || tokens[k]!.lower === 'être') return false
  }
  return true
}

/** Words between a participle and its date. */
const LINKS = set("en au à la le l' du de d' fin début mi dès courant depuis mois salon foire")
/** … and where that was: "présentée à Genève en mars". */
const isLink = ({ lower, form }: Token): boolean => LINKS.has(lower) || !startsLower(form.text)

const UNTIL = set('to until till')
const isUntil = (token: Token | undefined): boolean => token !== undefined && UNTIL.has(token.lower)

/** Behind these "to October" is yet to come, whatever their tense. */
const POSTPONES = set('postponed delayed deferred rescheduled slipped put pushed moved extended')

/** Tokens from a date to the verb of the clause that it opens: "where in April the Danish firm bought". */
const CLAUSE = 8

/**
 * "will open shops in Spain, where in April it bought a rival", "…, and in May it closed one", "raised its forecast after
 * second-quarter sales jumped": the verb behind the date is its own.
 */
function opensClause(tokens: readonly Token[], from: number): boolean {
  const before = tokens[from - 1]?.lower ?? ''
  const at = before === 'in' || before === 'on' ? from - 2 : from - 1
  const opener = tokens[at]?.lower ?? ''
  if (/^(?:where|which|who|when|after|because|as|although|though)$/.test(opener)) return true
  return /^(?:and|but|while)$/.test(opener) && tokens[at - 1]?.lower === ','
}

/**
 * The tense that the tokens around `tokens[from…to)` show: that of the nearest tensed word before them in the sentence,
 * else of the nearest after them.
 */
function tenseAround({ tokens, lang }: Scan, from: number, to: number): Tense {
  if (lang === 'fr' && followsParticiple(tokens, from)) return 'past'
  if (lang === 'en' && opensClause(tokens, from)) {
    for (let i = to; i < tokens.length && i < to + CLAUSE; i++) {
      const bits = tells(tokens[i]!, lang)
      if (endsSentence(tokens, i, bits)) break
      const tense = tenseOf(tokens, i, bits)
      if (tense !== null) return tense
    }
  }
  let words = 0
  const postponed = lang === 'en' && (isUntil(tokens[from - 1]) || isUntil(tokens[from]))
  for (let i = from - 1; i >= 0 && i >= from - REACH; i--) {
    const bits = tells(tokens[i]!, lang)
    if (endsSentence(tokens, i, bits)) break
    // "has been put back to October"
    if (postponed && tokens[i]!.lower === 'back' && POSTPONES.has(tokens[i - 1]?.lower ?? '')) return 'future'
    const tense = tenseOf(tokens, i, bits)
    if (tense === 'past' && postponed && POSTPONES.has(tokens[i]!.lower)) return 'future'
    if (tense === 'past' && lang === 'fr' && announces(tokens, i + 1, from)) return 'future'
    if (tense !== null) return tense
    if ((bits & TELLS.content) !== 0) words++
  }
  for (let i = to; i < tokens.length && i < to + REACH; i++) {
    const bits = tells(tokens[i]!, lang)
    if (endsSentence(tokens, i, bits)) break
    const tense = tenseOf(tokens, i, bits)
    if (tense !== null) return tense
    if ((bits & TELLS.content) !== 0) words++
  }
  return words >= RUNNING_WORDS ? 'running' : words > 0 ? 'noted' : 'alone'
}

/** How the sentence chooses among a date's occurrences where its own words do not. */
export function choiceAround(s: Scan, from: number, to: number, date: Calendar | Period): Choice {
  // nothing is left to choose
  if (date.is === 'period' || date.year !== undefined || s.ref === null) return 'near'
  switch (tenseAround(s, from, to)) {
    case 'past':
    case 'running':
      return 'past'
    case 'future':
      return 'future'
    case 'alone':
      return 'ahead'
    case 'noted':
      // a quarter in a heading is that of the results, a day that of the event announced
      return date.is === 'calendar' && date.grouping !== undefined && date.grouping >= 33 ? 'near' : 'future'
  }
}

/** A reading with its period, the year chosen as the sentence around it tells. */
export const settled = (s: Scan, i: number, found: Reading): Told => ({
  next: found.next,
  stated: found.stated,
  period: resolve(found.date, s.ref, choiceAround(s, i, found.next, found.date)),
})

/** No other word of weight stands beside the date: it can only count from the reference date. */
export const isAlone = (s: Scan, i: number): boolean =>
  s.tokens.length <= ALONE_TOKENS && tenseAround(s, i, s.tokens.length) === 'alone'

/** The sentence looks ahead: "in four weeks" is then a date, after a past verb a length of time. */
export function tenseAhead(s: Scan, i: number): boolean {
  const tense = tenseAround(s, i, i + 1)
  if (tense !== 'running') return tense !== 'past'
  // "sells 900 bikes in four weeks", but "opens in four weeks"
  for (let k = i - 1; k >= 0 && k >= i - REACH && !endsSentence(s.tokens, k, tells(s.tokens[k]!, s.lang)); k--) {
    if (s.tokens[k]!.kind === 'digits' || s.tokens[k]!.kind === 'mixed') return false
  }
  return true
}
