import type { Comparison, Relation } from '../types.js'
import { aboutText, amountText, pointText, type Tellable } from './claim.js'
import { shortNames } from './sources.js'
import type { Style } from './style.js'
import { oneLine } from './table.js'
import { dateText, durationText, rateText } from './words.js'

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

/** Disagreements for people: contradictions, then what is not settled; each with the reason and who says what, when. */
export function disagreementsText(all: readonly DisagreementOfSources[], style: Style): string {
  const nameOf = shortNames(all.flatMap(({ sides }) => sides.flat().map(({ source }) => source)))
  const section = (title: string, those: readonly DisagreementOfSources[]) =>
    those.length === 0 ? '' : `${title} (${those.length})\n${those.map((one) => entry(one, nameOf, style)).join('')}`
  const contradicting = all.filter(({ relation }) => relation === 'contradicting')
  const open = all.filter(({ relation }) => relation !== 'contradicting')
  const sections = [section(style.bad('Contradicting'), contradicting), section(style.warn('Not settled'), open)]
  return sections.filter(Boolean).join('\n')
}

function entry({ reason, sides }: DisagreementOfSources, nameOf: (source: string) => string, style: Style): string {
  const lines = sides.map((side) => {
    const who = side.map(({ source, published }) => `${nameOf(source)} ${published ?? '(not dated)'}`)
    return `    ${oneLine(positionText(claimOf(side)))}  ${style.faint([...new Set(who)].join(', '))}\n`
  })
  return `  ${oneLine(headOf(claimOf(sides[0]), claimOf(sides[1])))}  ${style.faint(oneLine(reason))}\n${lines.join('')}`
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
