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

/** Articles, prepositions and the like are short. */
const isContent = (token: Token): boolean => token.kind === 'word' && token.lower.length > 3

const set = (words: string): Set<string> => new Set(words.split(' '))

const PAST: Record<Language, Set<string>> = {
  en: set(
    'was were had did been said rose fell sold began came took made won led grew saw bought built paid got went became met lost kept left held told brought sent spent gave ran drew broke chose flew wrote spoke shrank sank slid shot stood born according recent ago',
  ),
  fr: set('a ai as ont avons avez avait avaient avais eut eurent fut furent été née né nés nées était étaient étais'),
}

const FUTURE: Record<Language, Set<string>> = {
  en: set(
    "will 'll won't would shall could might should going expect expects expected expecting plan plans planned planning due scheduled slated set aim aims aiming hope hopes hoping intend intends target targets targeting forecast forecasts predicted upcoming soon want wants need needs let please tba coming next",
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

const isLower = (text: string, token: Token): boolean => {
  const c = text.charCodeAt(token.start)
  return !(c >= 65 && c <= 90)
}

function tenseOf(text: string, tokens: readonly Token[], i: number, lang: Language): 'past' | 'future' | null {
  const token = tokens[i]!
  if (token.kind !== 'word') return null
  const word = token.lower
  if (PAST[lang].has(word)) return lang === 'fr' && word === 'a' && tokens[i - 1]?.lower === 'y' ? null : 'past'
  if (FUTURE[lang].has(word)) return 'future'
  if (lang === 'en' && (word === 'has' || word === 'have' || word === "'ve"))
    return perfect(text, tokens, i) ? 'past' : null
  if (word.length < 4 || NO_TENSE.has(word) || !isLower(text, token)) return null
  if (lang === 'en') return word.endsWith('ed') && !word.endsWith('eed') ? 'past' : null
  if (/(?:ra|ront|rai|rons|rez|rait|raient)$/.test(word)) return 'future'
  if (/(?:ait|aient|èrent|irent|urent)$/.test(word)) return 'past'
  const before = tokens[i - 1]?.lower
  return (before === 'est' || before === 'sont') && FRENCH_PARTICIPLE.test(word) ? 'past' : null
}

/** "has sold", "have just opened", but not "have a meeting". */
function perfect(text: string, tokens: readonly Token[], i: number): boolean {
  for (let k = i + 1; k <= i + 2 && k < tokens.length; k++) {
    if (PAST.en.has(tokens[k]!.lower) || (isLower(text, tokens[k]!) && /(?:ed|en|wn)$/.test(tokens[k]!.lower)))
      return true
  }
  return false
}

/** A stop between words; the dot of "3.5" is none. */
function endsSentence(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i]!
  if (token.kind !== 'punct') return false
  if (token.lower === ';') return true
  return (token.lower === '.' || token.lower === '!' || token.lower === '?') && tokens[i + 1]?.start !== token.end
}

/**
 * The tense that the tokens around `tokens[from…to)` show: that of the nearest tensed word before them in the sentence,
 * else of the nearest after them.
 */
export function tenseAround(text: string, tokens: readonly Token[], from: number, to: number, lang: Language): Tense {
  let words = 0
  for (let i = from - 1; i >= 0 && i >= from - REACH && !endsSentence(tokens, i); i--) {
    const tense = tenseOf(text, tokens, i, lang)
    if (tense !== null) return tense
    if (isContent(tokens[i]!)) words++
  }
  for (let i = to; i < tokens.length && i < to + REACH && !endsSentence(tokens, i); i++) {
    const tense = tenseOf(text, tokens, i, lang)
    if (tense !== null) return tense
    if (isContent(tokens[i]!)) words++
  }
  return words >= RUNNING_WORDS ? 'running' : words > 0 ? 'noted' : 'alone'
}

/** How the sentence chooses among a date's occurrences where its own words do not. */
export function choiceAround(s: Scan, from: number, to: number, date: Calendar | Period): Choice {
  // nothing is left to choose
  if (date.is === 'period' || date.year !== undefined || s.ref === null) return 'near'
  switch (tenseAround(s.text, s.tokens, from, to, s.lang)) {
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
  s.tokens.length <= ALONE_TOKENS && tenseAround(s.text, s.tokens, i, s.tokens.length, s.lang) === 'alone'

/** The sentence looks ahead: "in four weeks" is then a date, after a past verb a length of time. */
export function tenseAhead(s: Scan, i: number): boolean {
  const tense = tenseAround(s.text, s.tokens, i, i + 1, s.lang)
  if (tense !== 'running') return tense !== 'past'
  // "sells 900 bikes in four weeks", but "opens in four weeks"
  for (let k = i - 1; k >= 0 && k >= i - REACH && !endsSentence(s.tokens, k); k--) {
    if (s.tokens[k]!.kind === 'digits' || s.tokens[k]!.kind === 'mixed') return false
  }
  return true
}
