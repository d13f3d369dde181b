import type { Claim, Document, Language, Lexicon, Mention, OrgEntry, Sentence, Token } from '../types.js'
import { headsText, isAnswered, joinAnswer, labelled, opensWithFigure, refutes } from './answers.js'
import { type Attempt, whereStopped } from './attempts.js'
import type { Candidate, SentenceContext } from './candidate.js'
import { type Clause, type Clauses, cutClauses } from './clauses.js'
import { coordinated, type Told } from './coordination.js'
import { joinDescriptions } from './descriptions.js'
import { openDiscourse, openerOf, openList, openParagraph, openSentence, openStory, skim } from './discourse.js'
import { ALSO, also, DOES, does, is, TAG } from './kinds.js'
import { brandsAsGoods } from './marques.js'
import {
  lastBeginning,
  lookAt,
  lookAtSome,
  type Match,
  matches,
  matchPattern,
  mayMatch,
  maySee,
  type Pattern,
  type Sight,
} from './match.js'
import { mergeRepeats } from './merge.js'
import { settleOpenMoney } from './open-money.js'
import { namesWord } from './predicates.js'
import type { Profile } from './profile.js'
import { resolve } from './resolve.js'
import { settleRivals } from './rivals.js'
import { type Rows, rowsOf } from './rows.js'
import {
  type Asked,
  type CompiledRule,
  indexRules,
  NEEDS,
  type Rule,
  type RulePattern,
  type RuleSet,
  ready,
  wokenBy,
} from './rules.js'
import { fillSlots } from './slots.js'
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
 * @param seen the mentions per sentence, sorted, non-overlapping.
 * @param report called once per sentence, where the reasons are wanted.
 * @param profile told what each rule costs.
 */
export function findClaims(
  document: Document,
  seen: readonly (readonly Mention[])[],
  reader: Reader,
  report?: (sentence: number, report: SentenceReport) => void,
  profile?: Profile,
): Claim[] {
  const { sentences, text } = document
  const { vocabulary } = reader
  const mentions = reader.language === 'en' ? brandsAsGoods(document, seen) : seen
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
  let asked = false
  /** The figure that stands alone above the sentence. */
  let figure: Term | null = null
  for (let index = 0; index < sentences.length; index++) {
    let sentence = sentences[index] as Sentence
    let here = mentions[index] ?? []
    if (before.length > 0 && refutes(sentence, text)) for (const claim of before) claim.status = 'denied'
    before = []
    if (sentence.paragraph !== paragraph) {
      paragraph = sentence.paragraph
      openParagraph(discourse, index)
    }
    if (sentence.role === 'heading' && index > 0) openStory(sentence, here, discourse)
    openList(sentence, here, discourse, vocabulary)
    if (asked) {
      sentence = joinAnswer(sentences[index - 1] as Sentence, sentence)
      here = [...(mentions[index - 1] ?? []), ...here]
    }
    asked = isAnswered(document, mentions, index, vocabulary)
    if (asked) {
      report?.(index, { gate: 'a question that the next sentence answers', attempts: [], claims: [] })
      continue
    }
    const headed = figure
    figure = null
    if (headsText(document, mentions, index, vocabulary)) {
      figure = buildTerms(text, sentence, here, vocabulary).findLast((term) => is(term, TAG.Value)) ?? null
      report?.(index, { gate: 'a figure that the next sentence tells of', attempts: [], claims: [] })
      continue
    }
    const gate = gateOf(sentence, headed?.mention === undefined ? here : [headed.mention, ...here], vocabulary)
    if (gate !== null) {
      skim(sentence, here, discourse, index, vocabulary)
      report?.(index, { gate, attempts: [], claims: [] })
      continue
    }
    let terms = joinDescriptions(joinTowns(buildTerms(text, sentence, here, vocabulary)))
    if (headed !== null) terms = labelled(terms, headed, vocabulary)
    else if (opensWithFigure(terms, sentence, vocabulary))
      terms = labelled(terms.slice(2), terms[0] as Term, vocabulary)
    const clauses = cutClauses(terms)
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
    const context: SentenceContext = {
      text,
      terms,
      clauses,
      discourse,
      thread,
      previous: () =>
        index > 0 ? buildTerms(text, sentences[index - 1] as Sentence, mentions[index - 1] ?? [], vocabulary) : [],
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
      rows: () => {
        rows ??= rowsOf(terms)
        return rows
      },
    }
    const attempts: Attempt[] = []
    const candidates = findCandidates(context, woken, reader, report === undefined ? null : attempts, profile)
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
    found.push(...coordinated(told, context))
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

function triggerOf(terms: readonly Term[], match: Match, compiled: CompiledRule, rules: RuleSet): number {
  const wakes = (i: number): boolean => rules.byKind[(terms[i] as Term).kind.id]?.includes(compiled.number) === true
  // of several, the word that the rule captures as its measure or event
  const named = match.groups.measure?.[0] ?? match.groups.event?.[0]
  if (named !== undefined && wakes(named)) return named
  for (let i = match.start; i < match.end; i++) if (wakes(i)) return i
  return match.start
}

function findCandidates(
  context: SentenceContext,
  woken: readonly number[],
  reader: Reader,
  attempts: Attempt[] | null,
  profile: Profile | undefined,
): Candidate[] {
  const { terms } = context
  const { list, gates, predicates } = reader.rules
  const sight = lookAt(terms, predicates)
  const candidates: Candidate[] = []
  for (let w = 0; w < woken.length; w++) {
    const number = woken[w] as number
    const from = profile?.now() ?? 0
    let matched = false
    const first = gates.from[number] as number
    const end = gates.from[number + 1] as number
    for (let gate = first; gate < end; gate++) {
      const needs = gate * NEEDS
      if (!maySee(sight, gates.rarest[needs] as number) || !maySee(sight, gates.rarest[needs + 1] as number)) continue
      const compiled = list[number] as CompiledRule
      const pattern = ready(compiled.match[gate - first] as RulePattern, predicates)
      for (const found of matchPattern(sight, pattern)) {
        const match = opensWithTrigger(pattern, found) ? lastBeginning(sight, pattern, found) : found
        const trigger = triggerOf(terms, match, compiled, reader.rules)
        if (vetoed(context, sight, compiled, trigger, match)) continue
        const value = match.groups.value?.[0] ?? -1
        if (value >= 0 && value < trigger && (goesOn(terms, value, trigger) || isOfRelative(context, value, trigger)))
          continue
        if (compiled.rule.kind === 'partner' && opensMain(terms, trigger, match)) continue
        if (value > trigger && isParted(context, compiled.rule.kind === 'volume', trigger, value)) continue
        matched = true
        candidates.push({ compiled, match, trigger, value })
      }
    }
    const compiled = list[number] as CompiledRule
    profile?.tried(compiled.rule.id, profile.now() - from)
    if (attempts !== null)
      attempts.push(matched ? { rule: compiled.rule.id, outcome: 'matched' } : whereStopped(terms, sight, compiled))
  }
  return candidates
}

/** The word that the rule captures as its measure or event opens the match, and other words stand between it and the value. */
function opensWithTrigger({ groups }: Pattern, match: Match): boolean {
  if (groups[0] !== 'measure' && groups[0] !== 'event') return false
  const at = match.groups[groups[0]]?.[0]
  return at === match.start && match.end - match.start > 2
}

/** "En reprenant deux chaînes, X étendrait son réseau": the name behind the comma begins the main clause, and is nobody's partner. */
function opensMain(terms: readonly Term[], trigger: number, { groups }: Match): boolean {
  const at = groups.partner?.[0] ?? -1
  if (at <= trigger + 1 || !is(terms[at - 1], TAG.Comma) || groups.subject !== undefined) return false
  const verb = terms[at + 1]
  return is(verb, TAG.Finite | TAG.Future | TAG.Conditional) && !is(verb, TAG.Noun)
}

/**
 * A semicolon parts a figure from what is told before it, unless a pronoun goes on with it: "the target; it was 300". So does
 * what somebody has from what a verb tells: "was set up to invest in start-ups and has 6 million".
 */
function isParted({ terms, clauses }: SentenceContext, measures: boolean, trigger: number, value: number): boolean {
  if (measures && leavesRelative(clauses, trigger, value)) return true
  const verb = is(terms[trigger], TAG.Verb) && !is(terms[trigger], TAG.Noun)
  for (let i = trigger + 1; i < value; i++) {
    if (is(terms[i], TAG.Semicolon)) return !also(terms[i + 1], ALSO.Pronoun)
    // "bought X in 2015, sold its mines for 3 million"
    const next =
      GOES_ON.has(terms[i - 1]?.normal ?? '') ||
      (is(terms[i - 1], TAG.Comma) && clauses.of[i] === clauses.of[value] && !does(terms[i], DOES.Coordinate))
    if (verb && next && tellsOther(terms, i)) return true
  }
  return false
}

/** Behind a conjunction a verb of its own, none of reaching: "emploie 300 personnes et perd 3 millions". */
function tellsOther(terms: readonly Term[], i: number): boolean {
  const verb = terms[i]
  if (also(verb, ALSO.Have)) return is(verb, TAG.Finite)
  // "a racheté X en 2015, vendu ses mines": the auxiliary is left out
  if (
    is(verb, TAG.Participle) &&
    !is(verb, TAG.Finite | TAG.Noun) &&
    does(terms[i + 1], DOES.Determiner | DOES.Possessive)
  )
    return true
  return verb?.kind.finite === true && !is(verb, TAG.Noun) && !also(verb, ALSO.Reach | ALSO.Be)
}

/** "X, which made a profit in April, is spending 3 million": the figure stands in no clause that hangs on the trigger's. */
function leavesRelative({ of }: Clauses, trigger: number, value: number): boolean {
  const inner = of[trigger] as Clause
  if (inner.kind !== 'relative' || inner.antecedent < 0) return false
  for (let clause: Clause | null = of[value] as Clause; clause !== null; clause = clause.parent)
    if (clause === inner) return false
  return true
}

const GOES_ON = new Set('et ou mais puis après avant and or but then after before while'.split(' '))

/**
 * "a reçu 90 commandes et livré 40 trains", "rose to 5 million, while profit fell": what follows does not reach back over the
 * conjunction, nor a noun over a comma.
 */
function goesOn(terms: readonly Term[], value: number, trigger: number): boolean {
  const noun = is(terms[trigger], TAG.Noun) && !is(terms[trigger], TAG.Verb)
  for (let i = value + 1; i < trigger; i++)
    if (GOES_ON.has((terms[i] as Term).normal) || (noun && is(terms[i], TAG.Comma))) return true
  return false
}

/** "X, which employs 300 people, will cut jobs": the figure has its verb in a clause that is closed before the trigger. */
function isOfRelative({ clauses: { of } }: SentenceContext, value: number, trigger: number): boolean {
  const inner = of[value] as Clause
  if ((inner.kind !== 'relative' && inner.kind !== 'aside') || !inner.hasVerb) return false
  for (let clause: Clause | null = of[trigger] as Clause; clause !== null; clause = clause.parent)
    if (clause === inner) return false
  return true
}

function vetoed(
  context: SentenceContext,
  sight: Sight,
  compiled: CompiledRule,
  trigger: number,
  match: Match,
): boolean {
  let window: Sight | null = null
  for (let k = 0; k < compiled.unless.length; k++) {
    const pattern = ready(compiled.unless[k] as RulePattern, sight.predicates)
    if (!mayMatch(sight, pattern)) continue
    window ??= lookAtSome(sight, withMatch((context.clauses.of[trigger] as Clause).terms, match))
    if (matches(window, pattern)) return true
  }
  return false
}

/** The terms of a clause and of a match, in order. */
function withMatch(clause: readonly number[], { start, end }: Match): number[] {
  const out: number[] = []
  let at = start
  for (let k = 0; k < clause.length; k++) {
    const i = clause[k] as number
    while (at < end && at < i) out.push(at++)
    if (at === i && at < end) at++
    out.push(i)
  }
  while (at < end) out.push(at++)
  return out
}
