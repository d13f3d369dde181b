import { formOf } from '../forms.js'
import type { Document, Mention, Sentence, Token } from '../types.js'
import { DOES, is, TAG } from './kinds.js'
import { buildTerms, type Term } from './terms.js'
import { factsOf, type Vocabulary } from './vocabulary.js'

// Sentences that go on from the one before: what answers a question in a word, what tells of which a figure is that stands
// above it, and what says that the one before is untrue.

/** A sentence that tells nothing without the next one. */
export interface Leading {
  /** Why it is passed over, for `xev explain`. */
  gate: string
  mentions: readonly Mention[]
  /** A question that the next sentence answers. */
  question?: Sentence
  /** The figure that the next sentence is about. */
  figure?: Term
}

/** What the sentence at `index` leads on to: an answer, or what its figure is of; null where it stands for itself. */
export function leadsOn(
  document: Document,
  mentions: readonly (readonly Mention[])[],
  index: number,
  vocabulary: Vocabulary,
): Leading | null {
  const sentence = document.sentences[index] as Sentence
  const here = mentions[index] ?? []
  if (isAnswered(document, mentions, index, vocabulary))
    return { gate: 'a question that the next sentence answers', mentions: here, question: sentence }
  if (!headsText(document, mentions, index, vocabulary)) return null
  const figure = buildTerms(document.text, sentence, here, vocabulary).findLast((term) => is(term, TAG.Value))
  return figure === undefined ? null : { gate: 'a figure that the next sentence tells of', mentions: here, figure }
}

/** The terms of a sentence with the figure that stands above it, or that it opens with, where one does that the text labels. */
export function withFigure(terms: Term[], figure: Term | null, sentence: Sentence, vocabulary: Vocabulary): Term[] {
  if (figure !== null) return labelled(terms, figure, vocabulary)
  return opensWithFigure(terms, sentence, vocabulary) ? labelled(terms.slice(2), terms[0] as Term, vocabulary) : terms
}

/** Tokens of a question without a verb: "Le coût ?", "Et les ventes en Inde ?". */
const SHORT = 7

/**
 * Whether the sentence at `index` asks without a verb for a figure that the next one opens with ("L'investissement ? 36 millions
 * d'euros."): both are one then.
 */
function isAnswered(
  { sentences, text }: Document,
  mentions: readonly (readonly Mention[])[],
  index: number,
  vocabulary: Vocabulary,
): boolean {
  const question = sentences[index] as Sentence
  const answer = sentences[index + 1]
  if (answer === undefined || answer.paragraph !== question.paragraph || question.tokens.length > SHORT) return false
  if (question.role !== 'text' || !text.slice(question.start, question.end).trimEnd().endsWith('?')) return false
  const first = mentions[index + 1]?.find((mention) => 'value' in mention)
  if (first === undefined || answer.tokens.findIndex(({ start }) => start >= first.start) > 2) return false
  if (mentions[index]?.some((mention) => 'value' in mention)) return false
  const kinds = question.tokens.map((token) => factsOf(token, vocabulary).kind)
  return !kinds.some((kind, i) => kind.finite && ((kinds[i - 1]?.does ?? 0) & DOES.Determiner) === 0)
}

/** Question and answer as one sentence, as a label and what it labels. */
export const joinAnswer = (question: Sentence, answer: Sentence): Sentence => ({
  ...answer,
  start: question.start,
  tokens: [...question.tokens.map((token) => (token.lower === '?' ? asColon(token) : token)), ...answer.tokens],
})

/** Tokens of a line that is no more than a figure: "Entre 200 et 250", "**3. 12 milliards d'euros**". */
const LONE = 12

/**
 * Whether the sentence at `index` is a line with a figure alone, and the next one opens the line below with what it is of ("1 700",
 * below: "Le nombre de magasins du groupe"): both are one then.
 */
function headsText(
  { sentences, text }: Document,
  mentions: readonly (readonly Mention[])[],
  index: number,
  vocabulary: Vocabulary,
): boolean {
  const { tokens, end } = sentences[index] as Sentence
  const next = sentences[index + 1]
  if (next === undefined || tokens.length > LONE || !text.slice(end, next.start).includes('\n')) return false
  const figures = mentions[index]?.filter((mention) => 'value' in mention) ?? []
  const figure = figures.at(-1)
  if (figure === undefined || figures.length > 2 || figures.length < (mentions[index]?.length ?? 0)) return false
  // a number before it counts the lines
  const isPart = ({ start, end, lower }: Token): boolean =>
    (start >= figure.start && end <= figure.end) ||
    !/[\p{L}\p{N}]/u.test(lower) ||
    (end <= figure.start && /^\d{1,2}\.?$/.test(lower))
  return tokens.every(isPart) && defines(next.tokens, vocabulary)
}

const THIS = /^(?:c'|c’|c'est|ce|cela|that|this|it|voilà)$/

/** What a sentence says that is no more than a noun, or "that is" and a noun: its verbs stand in relative clauses. */
function defines(tokens: readonly Token[], vocabulary: Vocabulary): boolean {
  if (THIS.test(tokens[0]?.lower ?? '')) return true
  const kindAt = (i: number) => factsOf(tokens[i] as Token, vocabulary).kind
  let relative = false
  for (let i = 0; i < tokens.length; i++) {
    const kind = kindAt(i)
    if ((kind.does & (DOES.Relative | DOES.Complement)) !== 0 || tokens[i]?.lower === 'what') relative = true
    const noun = i > 0 && (kindAt(i - 1).does & DOES.Determiner) !== 0
    // "people employed by the group"
    const participle =
      (kind.is & TAG.Participle) !== 0 && i + 1 < tokens.length && (kindAt(i + 1).does & DOES.Preposition) !== 0
    if (kind.finite && !noun && !relative && !participle) return false
  }
  return tokens.length > 2
}

/** How a clause goes on that tells more of a figure, behind the comma. */
const MORE = new Set('ce soit contre en which up down against compared or dont including'.split(' '))

/** The terms of what a figure is of, with the figure as what they label: "Le nombre de magasins : 1 700". */
function labelled(label: readonly Term[], figure: Term, vocabulary: Vocabulary): Term[] {
  let at = label.findIndex((term, i) => is(term, TAG.Comma) && MORE.has(label[i + 1]?.normal ?? ''))
  if (at < 0) at = label.length - (is(label.at(-1), TAG.Stop) ? 1 : 0)
  const { kind } = factsOf(COLON, vocabulary)
  const colon: Term = {
    ...figure,
    kind,
    normal: ':',
    mention: undefined,
    word: undefined,
    who: undefined,
    end: figure.start,
  }
  return [...label.slice(0, at), colon, figure, ...label.slice(at)]
}

/** "31,000: people employed by the group": the figure before the label. */
const opensWithFigure = (terms: readonly Term[], { tokens }: Sentence, vocabulary: Vocabulary): boolean =>
  is(terms[0], TAG.Value) &&
  is(terms[1], TAG.Colon) &&
  defines(
    tokens.filter(({ start }) => start > (terms[1] as Term).start),
    vocabulary,
  )

const COLON: Token = { kind: 'punct', lower: ':', form: formOf(':'), start: 0, end: 0 }

const asColon = ({ start, end }: Token): Token => ({ ...COLON, start, end })

/** How a sentence begins that says of the one before that it is untrue. */
const UNTRUE =
  /^(?:c'est (?:faux|inexact|archifaux|totalement faux|complètement faux)|il n'en est rien|(?:c'est )?(?:une )?pures? (?:rumeurs?|spéculations?|inventions?)|fausse rumeur|faux,|rien de tel|(?:that|this|it)(?:'s| is) (?:not true|untrue|false|simply false|wrong)\b)/

/** How one begins that gives up what was told right before: "Ce n'est plus d'actualité.", "Le projet a été enterré". */
const GIVEN_UP =
  /^(?:(?:ce|le|la|l'|cette|cet) ?(?:projet |objectif |idée |cible |option )?(?:n'est plus (?:d'actualité|à l'ordre du jour|au programme)|a été (?:abandonné|enterré))|that is no longer (?:the plan|on the table))/

/** What a sentence like "C'est faux." or "Ce n'est plus d'actualité." makes of the one before: untrue, or planned no more; null for any other. */
export function takesBack({ start, end }: Sentence, text: string): 'denied' | 'former' | null {
  const opening = text
    .slice(start, Math.min(end, start + 60))
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/^[«“"—–\s-]+/u, '')
  return UNTRUE.test(opening) ? 'denied' : GIVEN_UP.test(opening) ? 'former' : null
}
