import { builtin } from './builtin.js'
import type { Attempt } from './claims/attempts.js'
import { findClaims, openReader, type Reader } from './claims/find.js'
import { identify } from './claims/merge.js'
import { type Profile, timed } from './claims/profile.js'
import { checkUnique, type Rule } from './claims/rules.js'
import { findMentions } from './mentions/find.js'
import { findNames } from './mentions/names.js'
import { foldParallelMoney } from './mentions/quantities.js'
import type { Article } from './text/formats/article.js'
import { lineOf, lineStarts, toCodePoints } from './text/lines.js'
import { type ReadOptions, readSeen, type SeenDocument } from './text/read.js'
import type {
  Claim,
  Document,
  Evidence,
  FactClaim,
  FactFile,
  Language,
  Lexicon,
  Mention,
  NameMention,
  Sentence,
} from './types.js'

/** What the user says about an article; it wins over what the article says of itself. */
export interface ScanOptions {
  /** The name that claims bear as their source. */
  source: string
  /** BCP 47 code; detected where absent. */
  language?: string
  /** EDTF date of publication. */
  published?: string
  /** The rules to read by, all languages together; the built-in ones where absent. See {@link rulesWith}. */
  rules?: readonly Rule[]
  /** Told how long the stages and rules take. */
  profile?: Profile
}

export interface ScanResult {
  /** As it is read: without characters that are not seen. */
  document: Document
  /** Their positions count in the document. */
  claims: Claim[]
  /** The same claims in their public form, with ids, and with quotes of the article's own text and their code points in it. */
  facts: FactFile
}

export interface ExplainedSentence {
  sentence: Sentence
  /** 1-based line of its start. */
  line: number
  mentions: Mention[]
  gate: string | null
  attempts: Attempt[]
  claims: Claim[]
}

export interface Explanation {
  document: Document
  sentences: ExplainedSentence[]
}

/** Readers by the list of rules that they were made from, then by language. */
const readers = new WeakMap<readonly Rule[], Map<Language, Reader>>()

/**
 * The built-in rules with a user's own: a rule of the same id takes the place of the built-in one.
 * @throws UserError where two of the user's rules have one id.
 */
export function rulesWith(own: readonly Rule[]): Rule[] {
  checkUnique(own)
  const ids = new Set(own.map((r) => r.id))
  return [...builtin.rules.filter((r) => !ids.has(r.id)), ...own]
}

function readerOf(language: string, given?: readonly Rule[]): Reader | null {
  if (language !== 'fr' && language !== 'en') return null
  const rules = given ?? builtin.of[language].rules
  const known = readers.get(rules) ?? new Map<Language, Reader>()
  readers.set(rules, known)
  let reader = known.get(language)
  if (reader === undefined) {
    reader = openReader(language, rules, builtin.lexicon, builtin.of[language].asked)
    known.set(language, reader)
  }
  return reader
}

/** All mentions of a document, per sentence, sorted and non-overlapping. */
export function mentionsOf(document: Document, lexicon: Lexicon, profile?: Profile): Mention[][] {
  const language: Language = document.language === 'en' ? 'en' : 'fr'
  const measured = timed(profile, 'numbers and dates', () =>
    document.sentences.map((s) =>
      foldParallelMoney(
        findMentions(document.text, s.tokens, language, lexicon[language], document.published),
        document.text,
      ),
    ),
  )
  const names = timed(profile, 'names', () => findNames(document, lexicon, measured))
  return measured.map((list, i) => withNames(list, names[i] ?? []))
}

/** Both lists as one, in the order of their place. "Birkin 25": a number that turned out to be part of a name is no number. */
function withNames(measured: Mention[], names: readonly NameMention[]): Mention[] {
  if (names.length === 0) return measured
  const all: Mention[] = []
  let n = 0
  for (let m = 0; m < measured.length; m++) {
    const mention = measured[m] as Mention
    while (n < names.length && (names[n] as NameMention).end <= mention.start) all.push(names[n++] as NameMention)
    if (n === names.length || (names[n] as NameMention).start >= mention.end) all.push(mention)
  }
  while (n < names.length) all.push(names[n++] as NameMention)
  return all
}

/**
 * Reads an article and finds its claims.
 * @param input an article, or the bytes of a text file that is one, as they are.
 * @throws UserError where the bytes are no readable text.
 */
export function scan(input: Uint8Array | Article, options: ScanOptions): ScanResult {
  const { profile } = options
  const { document, text, placeOf } = timed(profile, 'text', () => readSeen(input, options))
  const reader = readerOf(document.language, options.rules)
  if (reader === null) return { document, claims: [], facts: toFacts(document, []) }
  const mentions = mentionsOf(document, reader.lexicon, profile)
  const claims = timed(profile, 'claims', () => findClaims(document, mentions, reader, undefined, profile))
  return {
    document,
    claims,
    facts: timed(profile, 'facts', () => toFacts({ ...document, text }, inOwnText(claims, placeOf, placedClaim))),
  }
}

type PlaceOf = NonNullable<SeenDocument['placeOf']>

/** The same mentions or claims where they stand in the article's own text. */
function inOwnText<T>(found: T[], placeOf: PlaceOf | null, placed: (one: T, placeOf: PlaceOf) => T): T[] {
  return placeOf === null ? found : found.map((one) => placed(one, placeOf))
}

const placedMention = (mention: Mention, placeOf: PlaceOf): Mention =>
  placeOf('core' in mention ? { ...mention, core: placeOf(mention.core) } : mention)

const placedClaim = (claim: Claim, placeOf: PlaceOf): Claim => ({
  ...claim,
  evidence: claim.evidence.map(placeOf),
  ...(claim.trace === undefined ? {} : { trace: { ...claim.trace, matched: placeOf(claim.trace.matched) } }),
})

/**
 * The mentions of an article, in the order of its text. The document's text is the article's own.
 * @param options `published`, where given, is the date that relative dates count from, whatever the article says.
 * @throws UserError where the bytes are no readable text.
 */
export function readMentions(
  input: Uint8Array | Article,
  options: ReadOptions,
): { document: Document; mentions: Mention[] } {
  const { document, text, placeOf } = readSeen(input, options)
  const mentions = mentionsOf(document, builtin.lexicon).flat()
  return { document: { ...document, text }, mentions: inOwnText(mentions, placeOf, placedMention) }
}

/** The same reading, with the reasons for each sentence. The document's text is the article's own. */
export function explain(input: Uint8Array | Article, options: ScanOptions): Explanation {
  const { document, text, placeOf } = readSeen(input, options)
  const own = { ...document, text }
  const reader = readerOf(document.language, options.rules)
  if (reader === null) return { document: own, sentences: [] }
  const mentions = mentionsOf(document, reader.lexicon)
  const starts = lineStarts(text)
  const sentences: ExplainedSentence[] = []
  findClaims(document, mentions, reader, (i, report) => {
    const read = document.sentences[i] as Sentence
    const sentence = placeOf === null ? read : placeOf(read)
    sentences.push({
      ...report,
      sentence,
      line: lineOf(starts, sentence.start),
      mentions: inOwnText(mentions[i] ?? [], placeOf, placedMention),
    })
  })
  // claims are whole when the last sentence has been read
  for (const sentence of sentences) sentence.claims = inOwnText(sentence.claims, placeOf, placedClaim)
  return { document: own, sentences }
}

function factsOf({ source, text }: Document, claims: readonly Claim[]): FactClaim[] {
  const ids = identify(claims, source)
  const starts = lineStarts(text)
  const codePoint = codePoints(text, claims)
  return claims.map((claim, i) => {
    const fact = { id: ids[i], kind: claim.kind } as Record<string, unknown>
    for (const slot of Object.keys(claim)) {
      const x = claim[slot as keyof Claim]
      if (x !== undefined && !NO_SLOTS.has(slot)) fact[slot] = x
    }
    fact.evidence = claim.evidence.map(
      ({ start, end }): Evidence => ({
        line: lineOf(starts, start),
        start: codePoint(start),
        end: codePoint(end),
        quote: text.slice(start, end),
      }),
    )
    fact.rule = claim.rule
    return fact as unknown as FactClaim
  })
}

/** The fields of a claim that are no slots, or stand elsewhere in its public form. */
const NO_SLOTS = new Set(['kind', 'evidence', 'rule', 'trace'])

/** What turns the offsets of the claims' evidence into code points. */
function codePoints(text: string, claims: readonly Claim[]): (offset: number) => number {
  if (!/[\ud800-\udbff]/.test(text)) return (offset) => offset
  const offsets = claims.flatMap((c) => c.evidence.flatMap((e) => [e.start, e.end])).sort((a, b) => a - b)
  const points = toCodePoints(text, offsets)
  const known = new Map(offsets.map((offset, i) => [offset, points[i] as number]))
  return (offset) => known.get(offset) as number
}

/** The public form of a document's claims: ordered by their place, offsets in code points, quotes cut from the text. */
export function toFacts(document: Document, claims: readonly Claim[]): FactFile {
  const facts = claims.length === 0 ? [] : factsOf(document, claims)
  facts.sort((a, b) => (a.evidence[0]?.start ?? 0) - (b.evidence[0]?.start ?? 0))
  return {
    source: document.source,
    sha256: document.sha256,
    title: document.title,
    language: document.language,
    published: document.published,
    ...(document.via === null ? {} : { via: document.via }),
    ...(document.aiGenerated ? { aiGenerated: true } : {}),
    ...(document.encoding === undefined ? {} : { encoding: document.encoding }),
    claims: facts,
  }
}
