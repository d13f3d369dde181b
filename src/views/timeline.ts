import type { Comparison } from '../types.js'
import { aboutText, amountText, contentText, pointText, type Tellable } from './claim.js'
import { positionText } from './disagreement.js'
import { oneLine } from './line.js'
import type { View } from './rows.js'
import { shortNames } from './sources.js'
import { type Frame, withAside } from './table.js'
import { wrap } from './width.js'
import { dateText } from './words.js'

type Told = Comparison['claims'][number]

/** One thing in time, and what was said of it on the way. */
export interface EntryInTime {
  /** EDTF. */
  date: string | null
  headline: Told
  steps: { told: Told; all: Told[]; past: boolean }[]
  moved: boolean
}

function record({ date, headline, steps, moved }: EntryInTime): object {
  const { kind, subject, product } = headline.claim
  const told = steps.flatMap(({ all, past }) => all.map((one) => ({ ...one, past })))
  return {
    date,
    kind,
    subject,
    product: product ?? null,
    what: whatText(headline.claim),
    moves: movesOf(headline, steps),
    moved,
    told,
  }
}

/** Entries, one a row. */
export const TIMELINE: View<EntryInTime> = {
  record,
  fields: [
    { name: 'date', min: 10, data: ({ date }) => date, text: ({ date }) => (date === null ? '' : dateText(date)) },
    { name: 'kind', data: ({ headline }) => headline.claim.kind },
    { name: 'about', min: 12, data: ({ headline }) => aboutText(headline.claim) },
    { name: 'what', min: 16, data: ({ headline }) => whatText(headline.claim) },
    { name: 'moves', min: 20, data: ({ headline, steps }) => movesOf(headline, steps).join(' → ') },
    { name: 'moved', data: ({ moved }) => moved },
    { name: 'status', data: ({ headline }) => headline.claim.status },
    { name: 'sources', min: 14, yields: true, data: ({ steps }) => sourcesOf(steps).join('; ') },
    { name: 'id', data: ({ headline }) => headline.claim.id },
  ],
  table: ['date', 'about', 'what', 'moves', 'status'],
  csv: ['date', 'kind', 'about', 'what', 'moves', 'moved', 'status', 'sources', 'id'],
}

const DATE_WIDTH = 14

/** Entries for people: one line each; below what has moved, who said what and when. What has no date comes last. */
export function timelineText(entries: readonly EntryInTime[], { width, style }: Frame): string {
  const nameOf = shortNames(entries.flatMap(({ steps }) => sourcesOf(steps)))
  const margin = ' '.repeat(DATE_WIDTH)
  const lines: string[] = []
  let undated = false
  for (const { date, headline, steps, moved } of entries) {
    if (date === null && !undated) {
      undated = true
      const title = 'Without a date of their own, by publication'
      lines.push(...(lines.length > 0 ? [''] : []), ...wrap(title, width).map((line) => style.strong(line)))
    }
    const { claim } = headline
    // a date of publication stands in brackets: it is not the claim's own
    const when = date === null ? `(${headline.published?.slice(0, 10) ?? '?'})` : dateText(date)
    const what = moved ? movedText(headline, steps) : contentText(claim)
    const status = claim.status === 'reported' ? '' : `, ${claim.status}`
    const text = oneLine(`${aboutText(claim)}  ${what}${status}`)
    const names = steps.length > 1 && moved ? '' : [...new Set(sourcesOf(steps).map(nameOf))].join(', ')
    // the line has its margin from the start, so that it wraps as it is printed
    const [head = '', ...rest] = withAside(margin + text, names, width, style, DATE_WIDTH + 2)
    const label = oneLine(when)
    if (label.length < DATE_WIDTH - 1) lines.push(label.padEnd(DATE_WIDTH) + head.slice(DATE_WIDTH), ...rest)
    else lines.push(...wrap(label, width), head, ...rest)
    if (!moved) continue
    for (const { told, all } of steps) {
      const by = all.map(({ source, published }) => `${nameOf(source)} ${published ?? '(not dated)'}`)
      const says = `${margin}  ${oneLine(stepText(told.claim))}`
      lines.push(...withAside(says, [...new Set(by)].join(', '), width, style, DATE_WIDTH + 4))
    }
  }
  return lines.map((line) => `${line.trimEnd()}\n`).join('')
}

/** `launch`, `deliveries 2024`, `entry price`. */
function whatText(claim: Tellable): string {
  const when = claim.value !== undefined && claim.date !== null ? ` ${dateText(claim.date)}` : ''
  return `${pointText(claim)}${when}`
}

/** `launch: 2025-03 → mid-2025`, `deliveries 2024: promised 120,000 → 130,000, reported 136,854 vehicles`. */
function movedText({ claim }: Told, steps: EntryInTime['steps']): string {
  const moves = movesOf({ claim }, steps)
  const promised = claim.status === 'reported' && steps.some(({ told }) => told.claim.status === 'planned')
  const chain =
    promised && claim.value !== undefined && moves.length > 1
      ? `promised ${moves.slice(0, -1).join(' → ')}, reported ${moves.at(-1)}`
      : moves.join(' → ')
  return `${whatText(claim)}: ${chain}`
}

/**
 * The dates of an event, the figures of anything else, one after the other, the one that holds last. Denials and hedges
 * move nothing. A unit that all have is said once.
 */
function movesOf({ claim }: Pick<Told, 'claim'>, steps: EntryInTime['steps']): string[] {
  const firm = steps.filter(({ told, past }) => {
    const { status } = told.claim
    return status !== 'denied' && status !== 'possible' && (past || claim.kind === 'milestone' || told.claim === claim)
  })
  const before = firm
    .filter(({ told }) => told.claim !== claim)
    .map(({ told }) => pointOf(told.claim, claim.value?.unit))
  const last = pointOf(claim)
  return [...new Set(before)].filter((text) => text !== last && text !== pointOf(claim, claim.value?.unit)).concat(last)
}

function pointOf(claim: Tellable, known?: string): string {
  if (claim.value !== undefined) {
    const { also: _, unit, ...bare } = claim.value
    const said = unit === undefined || (unit === known && unit !== 'percent') ? bare : { ...bare, unit }
    return amountText(claim, said)
  }
  if (claim.kind === 'market') return claim.stance === 'target' ? 'means to sell' : 'sells'
  return claim.date === null ? 'no date' : dateText(claim.date)
}

function stepText(claim: Tellable): string {
  const { status } = claim
  const said = status === 'planned' && claim.value !== undefined ? 'promised' : status
  return positionText(claim).replace(status, said)
}

function sourcesOf(steps: EntryInTime['steps']): string[] {
  return [...new Set(steps.flatMap(({ all }) => all.map(({ source }) => source)))]
}
