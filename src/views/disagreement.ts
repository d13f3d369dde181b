import type { Comparison, Relation } from '../types.js'
import { aboutText, amountText, pointText, type Tellable } from './claim.js'
import { oneLine } from './line.js'
import type { Field, View } from './rows.js'
import { shortNames } from './sources.js'
import { type Frame, withAside } from './table.js'
import { wrap } from './width.js'
import { dateText, durationText, rateText, withDatesInWords } from './words.js'

type Told = Comparison['claims'][number]

/** Positions of several sources that do not go together. */
export interface DisagreementOfSources {
  relation: Relation
  reason: string
  sides: [Told[], Told[]]
}

/** One line for a summary of the subject: `capacity: 200,000 vehicles a year (contrechamp) or 300,000 vehicles a year (observateur)`. */
export function disagreementLine({ sides }: DisagreementOfSources, nameOf: (source: string) => string): string {
  const texts = sides.map((side) => `${positionText(claimOf(side), true)} (${namesOf(side, nameOf)})`)
  return oneLine(`${headOf(claimOf(sides[0]), claimOf(sides[1]), true)}: ${texts.join(' or ')}`)
}

/** The first claim of each side, and all sources on it. */
function record({ relation, reason, sides }: DisagreementOfSources): object {
  const sources = sides.map((side) => side.map(({ source, published, claim }) => ({ source, published, id: claim.id })))
  return { relation, reason, claims: sides.map((side) => side[0]), sources }
}

function sideFields(letter: string, side: 0 | 1): Field<DisagreementOfSources>[] {
  const first = ({ sides }: DisagreementOfSources) => sides[side][0]
  const join = (values: readonly (string | null)[]) => [...new Set(values.filter((v) => v !== null))].join('; ')
  return [
    { name: letter, min: 16, data: (one) => positionText(claimOf(one.sides[side])) },
    { name: `${letter}-sources`, min: 14, data: ({ sides }) => join(sides[side].map(({ source }) => source)) },
    { name: `${letter}-published`, data: ({ sides }) => join(sides[side].map(({ published }) => published)) },
    { name: `${letter}-id`, data: (one) => first(one)?.claim.id },
    { name: `${letter}-figure`, align: 'right', data: (one) => first(one)?.claim.value?.figure },
    { name: `${letter}-unit`, data: (one) => first(one)?.claim.value?.unit },
    { name: `${letter}-date`, data: (one) => first(one)?.claim.date },
    { name: `${letter}-status`, data: (one) => first(one)?.claim.status },
    { name: `${letter}-quote`, min: 20, data: (one) => first(one)?.claim.evidence[0]?.quote },
  ]
}

const SIDES = [...sideFields('a', 0), ...sideFields('b', 1)]

/** Disagreements, one a row. */
export const CONFLICTS: View<DisagreementOfSources> = {
  record,
  fields: [
    { name: 'relation', data: ({ relation }) => relation },
    { name: 'about', min: 12, data: ({ sides: [a, b] }) => headOf(claimOf(a), claimOf(b)) },
    ...SIDES,
    { name: 'reason', min: 16, data: ({ reason }) => reason },
  ],
  table: ['about', 'a', 'a-sources', 'b', 'b-sources', 'reason'],
  csv: ['relation', 'about', ...SIDES.map(({ name }) => name).filter((name) => name.length > 1), 'reason'],
  heading: ({ relation }) => (relation === 'contradicting' ? 'Contradicting' : 'Not settled'),
}

/** Disagreements for people: contradictions, then what is not settled; each with the reason and who says what, when. */
export function disagreementsText(
  all: readonly DisagreementOfSources[],
  copies: readonly (readonly string[])[],
  frame: Frame,
): string {
  const { style } = frame
  const sources = [...copies.flat(), ...all.flatMap(({ sides }) => sides.flat().map(({ source }) => source))]
  const nameOf = shortNames(sources)
  const section = (title: string, those: readonly DisagreementOfSources[]) =>
    those.length === 0 ? '' : `${title} (${those.length})\n${those.map((one) => entry(one, nameOf, frame)).join('')}`
  const contradicting = all.filter(({ relation }) => relation === 'contradicting')
  const open = all.filter(({ relation }) => relation !== 'contradicting')
  const sections = [section(style.bad('Contradicting'), contradicting), section(style.warn('Not settled'), open)]
  return [...sections, copiesText(copies, nameOf, frame)].filter(Boolean).join('\n')
}

/** Which sources count once, for people; empty where none copies another. */
export function copiesText(
  copies: readonly (readonly string[])[],
  nameOf: (source: string) => string,
  { width, style }: Frame,
): string {
  return copies
    .flatMap((group) => wrap(`the same text, counted once: ${group.map(nameOf).join(', ')}`, width, 2))
    .map((line) => `${style.faint(line)}\n`)
    .join('')
}

function entry({ reason, sides }: DisagreementOfSources, nameOf: (source: string) => string, frame: Frame): string {
  const { width, style } = frame
  const head = oneLine(headOf(claimOf(sides[0]), claimOf(sides[1])))
  const lines = sides.flatMap((side) => {
    const who = side.map(({ source, published }) => `${nameOf(source)} ${published ?? '(not dated)'}`)
    const [what, by] = [oneLine(positionText(claimOf(side))), [...new Set(who)].join(', ')]
    return withAside(`    ${what}`, by, width, style, 6)
  })
  return [...withAside(`  ${head}`, oneLine(withDatesInWords(reason)), width, style, 6), ...lines]
    .map((line) => `${line}\n`)
    .join('')
}

/** Whom and what a disagreement is about. `short` leaves out the subject. */
function headOf(first: Tellable, second: Tellable, short = false): string {
  const about = first.product == null ? second : first
  const point = first.kind === 'market' ? (first.market ?? '?') : pointText(first)
  if (short) return [about.product, point].filter((part) => part != null).join(' ')
  return `${aboutText(about)}: ${point}`
}

function claimOf(side: readonly Told[]): Tellable {
  const [first] = side
  if (first === undefined) throw new Error('a side without claims')
  return first.claim
}

/** What one side says; `short` leaves out that it is reported, and who is cited. */
export function positionText(claim: Tellable, short = false): string {
  const { kind, value, per, span, market, date, status, attribution, stance } = claim
  const what = [
    kind === 'market' ? (stance === 'target' ? 'means to sell there' : 'sells there') : '',
    value === undefined ? '' : amountText(claim, value),
    per == null ? '' : rateText(per),
    span == null ? '' : `in ${durationText(span)}`,
  ]
  const parts = [
    what.filter(Boolean).join(' '),
    kind !== 'market' && market != null ? `in ${market}` : '',
    date === null ? '' : dateText(date),
    short && status === 'reported' ? '' : status,
    short || attribution === null ? '' : `says ${attribution}`,
  ]
  return parts.filter(Boolean).join(', ')
}

function namesOf(side: readonly Told[], nameOf: (source: string) => string): string {
  return [...new Set(side.map(({ source }) => nameOf(source)))].join(', ')
}
