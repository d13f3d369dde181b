import type { Comparison, FactClaim, FactFile, Relation } from '../types.js'
import { aboutText, claimLine, pointText } from './claim.js'
import { positionText } from './disagreement.js'
import { oneLine } from './line.js'
import type { Field, View } from './rows.js'
import { type Frame, withAside } from './table.js'
import { wrap } from './width.js'
import { counted, dateText, valueText, withDatesInWords } from './words.js'

const TITLES: [Exclude<Relation, 'only'>, string][] = [
  ['contradicting', 'Contradicting'],
  ['superseded', 'Superseded'],
  ['refined', 'Refined'],
  ['same', 'Same'],
  ['different-scope', 'Different scope'],
]

type Place = 0 | 1

/** What one of the two claims says: its source, id, value, date and status. */
function sideFields(letter: string, side: Place): Field<Comparison>[] {
  const told = ({ claims }: Comparison) => claims[side]
  const says = (claim: FactClaim | undefined) => claim && saysText(claim)
  return [
    { name: letter, min: 16, data: (c) => says(told(c)?.claim) },
    { name: `${letter}-source`, min: 14, yields: true, data: (c) => told(c)?.source },
    { name: `${letter}-published`, data: (c) => told(c)?.published },
    { name: `${letter}-id`, data: (c) => told(c)?.claim.id },
    { name: `${letter}-figure`, align: 'right', data: (c) => told(c)?.claim.value?.figure },
    { name: `${letter}-unit`, data: (c) => told(c)?.claim.value?.unit },
    { name: `${letter}-date`, data: (c) => told(c)?.claim.date },
    { name: `${letter}-status`, data: (c) => told(c)?.claim.status },
    { name: `${letter}-quote`, min: 20, data: (c) => told(c)?.claim.evidence[0]?.quote },
  ]
}

const SIDES: Field<Comparison>[] = [...sideFields('a', 0), ...sideFields('b', 1)]

/** Comparisons, one a row. A claim that only one source makes is `a`, whichever source that is: `a-source` tells. */
export const COMPARISONS: View<Comparison> = {
  record: (comparison) => comparison,
  fields: [
    { name: 'relation', data: ({ relation }) => relation },
    { name: 'about', min: 12, data: ({ claims: [a] }) => a && aboutText(a.claim) },
    { name: 'point', min: 12, data: ({ claims: [a] }) => a && pointText(a.claim) },
    ...SIDES,
    { name: 'reason', min: 16, data: ({ reason }) => reason },
  ],
  table: ['about', 'point', 'a', 'b', 'reason'],
  csv: ['relation', 'about', 'point', ...SIDES.map(({ name }) => name).filter((name) => name.length > 1), 'reason'],
  heading: ({ relation }) => TITLES.find(([name]) => name === relation)?.[1] ?? 'Only in one',
}

/** One side of a comparison, for its heading. */
export interface Side {
  name: string
  title: string | null
  /** `2025-02-13, 12 claims`. */
  facts: string
  claims: ReadonlySet<FactClaim>
}

/** A source as a side. */
export function sourceSide({ source, title, published, claims }: FactFile): Side {
  const facts = [published ?? 'not dated', counted(claims.length, 'claim')].join(', ')
  return { name: source, title, facts, claims: new Set(claims) }
}

/** A whole store as a side. */
export function storeSide(name: string, files: readonly FactFile[]): Side {
  const claims = files.flatMap((file) => file.claims)
  const facts = [counted(files.length, 'source'), counted(claims.length, 'claim')].join(', ')
  return { name, title: null, facts, claims: new Set(claims) }
}

/** Two sides compared, for people: disagreements first, then what they share, then what only one of them says. */
export function comparisonText(a: Side, b: Side, comparisons: readonly Comparison[], frame: Frame): string {
  const { style, width } = frame
  const heading = (letter: string, { name, title, facts }: Side) => {
    const [first = '', ...rest] = withAside(
      `${letter}  ${oneLine(name)}`,
      `${title ? `“${oneLine(title)}” ` : ''}(${facts})`,
      width,
      style,
      3,
    )
    return [`${style.strong(letter)}${first.slice(letter.length)}`, ...rest].map((line) => `${line}\n`).join('')
  }
  const sections = TITLES.map(([relation, title]) => {
    const pairs = comparisons.filter((c) => c.relation === relation)
    const paint = relation === 'contradicting' ? style.bad : relation === 'same' ? style.good : style.warn
    return section(
      paint(title),
      pairs.map((pair) => pairLines(pair, frame)),
    )
  })
  const alone = comparisons.filter(({ relation }) => relation === 'only')
  const seen = new Set<FactClaim>()
  for (const [letter, { claims }] of [
    ['A', a],
    ['B', b],
  ] as const) {
    const own = alone.flatMap((one) => one.claims).filter(({ claim }) => claims.has(claim) && !seen.has(claim))
    for (const { claim } of own) seen.add(claim)
    const entries = own.map(({ claim }) => lines(wrap(`  ${claimLine(claim)}`, width, 4)))
    sections.push(section(`Only in ${letter}`, entries))
  }
  return `${heading('A', a)}${heading('B', b)}${sections.join('')}`
}

function section(title: string, entries: readonly string[]): string {
  return entries.length === 0 ? '' : `\n${title} (${entries.length})\n${entries.join('')}`
}

function lines(texts: readonly string[]): string {
  return texts.map((text) => `${text}\n`).join('')
}

function pairLines({ claims: [a, b], reason, relation, open }: Comparison, { width, style }: Frame): string {
  if (a === undefined || b === undefined) return ''
  const why = oneLine(withDatesInWords(reason))
  // a reason that only repeats the claim says nothing
  if (relation === 'same' && sameWords(a.claim, b.claim)) return lines(wrap(`  ${claimLine(a.claim)}`, width, 4))
  const head = oneLine(`${aboutText(a.claim)}: ${pointText(a.claim)}`)
  const says = (letter: string, claim: FactClaim) => wrap(`    ${letter}  ${oneLine(positionText(claim))}`, width, 9)
  return lines([
    ...withAside(`  ${head}`, open ? `${why}; not settled` : why, width, style, 4),
    ...says('A', a.claim),
    ...says('B', b.claim),
  ])
}

function sameWords(a: FactClaim, b: FactClaim): boolean {
  return aboutText(a) === aboutText(b) && pointText(a) === pointText(b) && positionText(a) === positionText(b)
}

/** Value, date and status: what may differ between two claims about one thing. */
function saysText({ value, date, status }: FactClaim): string {
  const parts = [value === undefined ? '' : valueText(value), date === null ? '' : dateText(date)]
  return [...parts.filter(Boolean), status].join(', ')
}
