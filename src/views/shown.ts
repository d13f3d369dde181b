import type { Comparison, FactClaim, Relation } from '../types.js'
import { claimLine } from './claim.js'
import { oneLine } from './line.js'
import type { View } from './rows.js'
import { type Frame, withAside } from './table.js'
import { wrap } from './width.js'
import { withDatesInWords } from './words.js'

type Told = Comparison['claims'][number]

/** Of the claim shown and a sibling, the one that no longer holds. */
type Side = 'claim' | 'sibling'

/** Text around a quote. */
export interface Context {
  before: string
  quote: string
  after: string
}

/** A claim looked at closely. */
export interface ShownClaim {
  told: Told
  title: string | null
  /** One a quote. `article`: read in the article, which has not changed; `store`: only the quotes that the store keeps. */
  contexts: Context[]
  from: 'article' | 'store'
  /** Why the article could not be used. */
  missing: string | null
  siblings: { told: Told; relation: Exclude<Relation, 'only'>; reason: string; open: boolean; past: Side | null }[]
}

/** A claim and its siblings as data. */
export function shownRecord({ told, title, contexts, from, missing, siblings }: ShownClaim): object {
  return { ...told, title, context: { from, missing, texts: contexts }, siblings }
}

/** Siblings, one a row. */
export const SIBLINGS: View<ShownClaim['siblings'][number]> = {
  record: (sibling) => sibling,
  fields: [
    { name: 'relation', data: ({ relation }) => relation },
    { name: 'claim', min: 22, data: ({ told }) => claimLine(told.claim) },
    { name: 'id', data: ({ told }) => told.claim.id },
    { name: 'source', min: 14, yields: true, data: ({ told }) => told.source },
    { name: 'published', data: ({ told }) => told.published },
    { name: 'quote', min: 20, data: ({ told }) => told.claim.evidence[0]?.quote },
    { name: 'reason', min: 16, data: ({ reason }) => reason },
  ],
  table: ['relation', 'claim', 'source', 'published', 'reason'],
}

/** A claim for people: what it says, its sentence with the quote marked, its rule and review, what other sources say. */
export function shownText(shown: ShownClaim, { width, style }: Frame): string {
  const { told, title, contexts, from, missing, siblings } = shown
  const { claim, source, published } = told
  const lines = wrap(`${claim.id}  ${claimLine(claim)}`, width, 2)
  const place = `${source}:${claim.evidence[0]?.line ?? '?'}`
  const facts = [title === null ? '' : `“${title}”`, published ?? 'not dated'].filter(Boolean).join(', ')
  lines.push(...withAside(`  ${oneLine(place)}`, oneLine(facts), width, style, 4), '')
  for (const { before, quote, after } of contexts) {
    // the quote stands between brackets also where there are no colours
    const text = oneLine(`${before}[${quote}]${after}`).trim()
    lines.push(...wrap(`  ${text}`, width, 2))
  }
  if (from === 'store')
    lines.push(
      ...wrap(`  (${oneLine(missing ?? '')}: the quote as the store keeps it)`, width, 4).map((line) =>
        style.faint(line),
      ),
    )
  lines.push('', ...wrap(`  rule    ${oneLine(claim.rule)}`, width, 10))
  const review = [claim.review, claim.stale ? 'stale' : undefined].filter((word) => word !== undefined)
  if (review.length > 0) lines.push(`  review  ${review.join(', ')}`)
  if (claim.note !== undefined) lines.push(...wrap(`  note    ${oneLine(claim.note)}`, width, 10))
  lines.push('', siblings.length === 0 ? '  no other source speaks of it' : '  in other sources')
  for (const sibling of siblings) {
    const { relation, open, past } = sibling
    const word = past === null ? relation : past === 'claim' ? 'superseded by' : 'supersedes'
    const head = `    ${word}${open ? ' (not settled)' : ''}: ${oneLine(withDatesInWords(sibling.reason))}`
    lines.push(...wrap(head, width, 6))
    const { claim: other, source: from, published: when } = sibling.told
    lines.push(
      ...withAside(
        `      ${claimLine(other)}`,
        oneLine(`${other.id}, ${from}, ${when ?? 'not dated'}`),
        width,
        style,
        8,
      ),
    )
  }
  return lines.map((line) => `${line}\n`).join('')
}

/** The quotes as the store keeps them. */
export function storedContexts({ evidence }: FactClaim): Context[] {
  return evidence.map(({ quote }) => ({ before: '', quote, after: '' }))
}
