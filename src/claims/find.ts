import type { Claim, Document, Language, Lexicon, Mention, OrgEntry, Sentence, Token } from '../types.js'
import { joinAnswer, type Leading, leadsOn, takesBack, withFigure } from './answers.js'
import type { Attempt } from './attempts.js'
import { voicesOf } from './attribution.js'
import type { Candidate, SentenceContext } from './candidate.js'
import { cutClauses } from './clauses.js'
import { coordinated, type Told } from './coordination.js'
import { joinDescriptions } from './descriptions.js'
import { openDiscourse, openerOf, openList, openParagraph, openSentence, openStory, skim } from './discourse.js'
import { otherHolders } from './holders.js'
import { findCandidates } from './matching.js'
import { mergeRepeats } from './merge.js'
import { settleOpenMoney } from './open-money.js'
import { namesWord } from './predicates.js'
import type { Profile } from './profile.js'
import { resolve } from './resolve.js'
import { settleRivals } from './rivals.js'
import { type Rows, rowsOf } from './rows.js'
import { type Asked, indexRules, type Rule, type RuleSet, wokenBy } from './rules.js'
import { markSites } from './sites.js'
import { fillSlots } from './slots.js'
import { nameStates } from './states.js'
import { buildTerms, type Term } from './terms.js'
import { joinTowns } from './towns.js'
import { factsOf, openVocabulary, type Vocabulary } from './vocabulary.js'

/** Rules and words of one language, made ready once for any number of documents. */
export interface Reader {
  language: Language
  lexicon: Lexicon
  rules: RuleSet
  vocabulary: Vocabulary
  /** Organisations of the lexicon by canonical name. */
  known: ReadonlyMap<string, OrgEntry>
}

/** Makes the rules of a language ready; see {@link indexRules} for `asked`. */
export function openReader(language: Language, rules: readonly Rule[], lexicon: Lexicon, asked?: Asked): Reader {
  const set = indexRules(rules, language, asked)
  return {
    language,
    lexicon,
    rules: set,
    vocabulary: openVocabulary(lexicon[language], language, (word) => namesWord(set.predicates, word)),
    known: new Map([...lexicon.orgs.values()].map((o) => [o.name, o])),
  }
}

/** Above any number of tokens that a stopped rule can have passed. */
const MATCHED = 1000

/** What happened to one sentence, told to `xev explain`. */
export interface SentenceReport {
  /** Why the sentence was passed over, or null where rules were tried. */
  gate: string | null
  attempts: Attempt[]
  claims: Claim[]
}

/**
 * Finds the claims of a document.
 * @param mentions those of each sentence, sorted, non-overlapping.
 * @param report called once per sentence, where the reasons are wanted.
 * @param profile told what each rule costs.
 */
export function findClaims(
  document: Document,
  mentions: readonly (readonly Mention[])[],
  reader: Reader,
  report?: (sentence: number, report: SentenceReport) => void,
  profile?: Profile,
): Claim[] {
  const { sentences, text } = document
  const { vocabulary } = reader
  const discourse = openDiscourse(sentences, mentions, reader.known)
  let goodsUnit: string | null = null
  const countedUnit = () => {
    goodsUnit ??= countedGoods(document, mentions, vocabulary)
    return goodsUnit
  }
  const settled = new Map<string, string>()
  const moneyOf = (unit: string): string => {
    const known = settled.get(unit) ?? settleOpenMoney(unit, mentions, document.published)
    settled.set(unit, known)
    return known
  }
  const claims: Claim[] = []
  const headlines = new Set<Claim>()
  let paragraph = -1
  /** What the sentence before told. */
  let before: Claim[] = []
  /** The sentence before, where it tells nothing without this one. */
  let waiting: Leading | null = null
  /** The sentence whose terms were made last. */
  let read: { index: number; terms: Term[] } | null = null
  for (let index = 0; index < sentences.length; index++) {
    let sentence = sentences[index] as Sentence
    let here = mentions[index] ?? []
    const back = before.length > 0 ? takesBack(sentence, text) : null
    if (back !== null) {
      for (const claim of before) if (back === 'denied' || claim.status === 'planned') claim.status = back
      if (discourse.takeover?.sentence === index - 1) discourse.takeover = null
    }
    before = []
    if (sentence.paragraph !== paragraph) {
      paragraph = sentence.paragraph
      openParagraph(discourse, index, sentence)
    }
    if (sentence.role === 'heading' && index > 0) openStory(sentence, here, discourse)
    openList(sentence, here, discourse, vocabulary)
    const leading = waiting
    waiting = leadsOn(document, mentions, index, vocabulary)
    if (waiting !== null) {
      report?.(index, { gate: waiting.gate, attempts: [], claims: [] })
      continue
    }
    if (leading?.question !== undefined) {
      sentence = joinAnswer(leading.question, sentence)
      here = [...leading.mentions, ...here]
    }
    const gate = gateOf(sentence, leading === null ? here : [...leading.mentions, ...here], vocabulary)
    if (gate !== null) {
      skim(sentence, here, discourse, index, vocabulary)
      report?.(index, { gate, attempts: [], claims: [] })
      continue
    }
    const terms = withFigure(
      nameStates(joinDescriptions(joinTowns(buildTerms(text, sentence, here, vocabulary))), discourse),
      leading?.figure ?? null,
      sentence,
      vocabulary,
    )
    const clauses = cutClauses(terms)
    const last = read
    read = { index, terms }
    const previous = (): Term[] => {
      if (last?.index === index - 1) return last.terms
      return index > 0 ? buildTerms(text, sentences[index - 1] as Sentence, mentions[index - 1] ?? [], vocabulary) : []
    }
    markSites(terms, clauses, previous)
    openSentence(terms, index, discourse)
    const thread = discourse.focus
    resolve(terms, clauses, discourse, index, sentence.role)
    if (index === discourse.opening) discourse.opener = openerOf(terms)
    const woken = wokenBy(terms, reader.rules)
    if (woken.length === 0) {
      report?.(index, { gate: null, attempts: [], claims: [] })
      continue
    }
    let rows: Rows | null = null
    let voices: readonly number[] | null = null
    const context: SentenceContext = {
      text,
      terms,
      clauses,
      discourse,
      thread,
      previous,
      index,
      isQuestion:
        sentence.role !== 'heading' &&
        text
          .slice(Math.max(sentence.start, sentence.end - 40), sentence.end)
          .trimEnd()
          .endsWith('?'),
      isItem: sentence.role !== 'text',
      published: document.published,
      countedUnit,
      moneyOf,
      voices: () => {
        voices ??= voicesOf(terms)
        return voices
      },
      rows: () => {
        rows ??= rowsOf(terms)
        return rows
      },
    }
    const attempts: Attempt[] = []
    const candidates = findCandidates(context, woken, reader.rules, report === undefined ? null : attempts, profile)
    const found: Claim[] = []
    const told: Told[] = []
    for (const rivals of settleRivals(candidates, context)) {
      // the next best says it where the best lacks a slot
      for (let k = 0, done = false; k < rivals.length && !done; k++) {
        const candidate = rivals[k] as Candidate
        const from = profile?.now() ?? 0
        const filled = fillSlots(candidate, context)
        profile?.filled(candidate.compiled.rule.id, profile.now() - from, filled.length)
        if (filled.length > 0) {
          found.push(...filled)
          told.push({ candidate, claims: filled })
          done = true
        }
      }
    }
    found.push(...coordinated(told, context), ...otherHolders(told, context))
    before = found
    for (const claim of found) {
      claims.push(claim)
      if (sentence.role === 'heading') headlines.add(claim)
    }
    if (report !== undefined) {
      // the rules that came closest first
      attempts.sort((a, b) => (b.passed ?? MATCHED) - (a.passed ?? MATCHED))
      report(index, { gate: null, attempts, claims: found })
    }
  }
  return mergeRepeats(claims, headlines)
}

/** A sentence with no trigger, or nothing that a claim could hold on to, is never looked at again. */
function gateOf(sentence: Sentence, mentions: readonly Mention[], vocabulary: Vocabulary): string | null {
  if (!mentions.some(isAnchor)) return 'no figure, date, place or name'
  const { tokens } = sentence
  for (let i = 0; i < tokens.length; i++) if (factsOf(tokens[i] as Token, vocabulary).known) return null
  return sentence.role !== 'text' && mentions.some((mention) => 'value' in mention) ? null : 'no trigger word'
}

const isAnchor = ({ type }: Mention): boolean =>
  type !== 'person' && type !== 'ordinal' && type !== 'rate' && type !== 'duration'

/** What this document's "unités" are: vehicles or aircraft where its words, not its names, speak of them, else units. */
function countedGoods(
  { sentences }: Document,
  mentions: readonly (readonly Mention[])[],
  vocabulary: Vocabulary,
): string {
  let vehicles = 0
  let aircraft = 0
  let other = 0
  for (let s = 0; s < sentences.length; s++) {
    const named = (mentions[s] ?? []).filter(isNamed)
    let next = 0
    for (const token of (sentences[s] as Sentence).tokens) {
      const { unit } = factsOf(token, vocabulary)
      if (unit === undefined) continue
      while (next < named.length && (named[next] as Mention).end <= token.start) next++
      if (next < named.length && (named[next] as Mention).start <= token.start) continue
      if (unit === 'vehicles') vehicles++
      else if (unit === 'aircraft') aircraft++
      else if (unit === 'units') other++
    }
  }
  if (vehicles === 0 && aircraft === 0) return 'units'
  if (other > vehicles && other > aircraft) return 'units'
  return vehicles >= aircraft ? 'vehicles' : 'aircraft'
}

const isNamed = ({ type }: Mention): boolean => type === 'org' || type === 'product' || type === 'person'
