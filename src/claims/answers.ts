import { formOf } from '../forms.js'
import type { Document, Mention, Sentence, Token } from '../types.js'
import { DOES } from './kinds.js'
import { factsOf, type Vocabulary } from './vocabulary.js'

// Sentences that go on from the one before: what answers a question in a word, and what says that it is untrue.

/** Tokens of a question without a verb: "Le coût ?", "Et les ventes en Inde ?". */
const SHORT = 7

/**
 * Whether the sentence at `index` asks without a verb for a figure that the next one opens with ("L'investissement ? 36 millions
 * d'euros."): both are one then.
 */
export function isAnswered(
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

const asColon = (mark: Token): Token => ({ ...mark, lower: ':', form: formOf(':') })

/** How a sentence begins that says of the one before that it is untrue. */
const UNTRUE =
  /^(?:c'est (?:faux|inexact|archifaux|totalement faux|complètement faux)|il n'en est rien|(?:c'est )?(?:une )?pures? (?:rumeurs?|spéculations?|inventions?)|fausse rumeur|faux,|rien de tel|(?:that|this|it)(?:'s| is) (?:not true|untrue|false|simply false|wrong)\b)/

/** "C'est faux.", "Il n'en est rien, assure le groupe.": what was told right before is untrue. */
export function refutes({ start, end }: Sentence, text: string): boolean {
  const opening = text
    .slice(start, Math.min(end, start + 60))
    .toLowerCase()
    .replaceAll('’', "'")
  return UNTRUE.test(opening.replace(/^[«“"—–\s-]+/u, ''))
}
