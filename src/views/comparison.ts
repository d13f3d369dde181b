import type { Comparison, FactClaim, FactFile, Relation } from '../types.js'
import { aboutText, claimLine, pointText } from './claim.js'
import type { Field, View } from './rows.js'
import type { Style } from './style.js'
import { oneLine } from './table.js'
import { counted, dateText, valueText } from './words.js'

const TITLES: [Exclude<Relation, 'only'>, string][] = [
  ['contradicting', 'Contradicting'],
  ['superseded', 'Superseded'],
  ['refined', 'Refined'],
  ['same', 'Same'],
  ['different-scope', 'Different scope'],
]

type Side = 0 | 1

/** What one of the two claims says: its source, id, value, date and status. */
function sideFields(letter: string, side: Side): Field<Comparison>[] {
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

/** Two sources compared, for people: disagreements first, then what they share, then what only one of them says. */
export function comparisonText(a: FactFile, b: FactFile, comparisons: readonly Comparison[], style: Style): string {
  const heading = (letter: string, { source, title, published, claims }: FactFile) => {
    const facts = [published ?? 'no date', counted(claims.length, 'claim')].join(', ')
    return `${style.strong(letter)}  ${oneLine(source)}  ${style.faint(`${title ? `“${oneLine(title)}” ` : ''}(${facts})`)}`
  }
  const sections = TITLES.map(([relation, title]) => {
    const pairs = comparisons.filter((c) => c.relation === relation)
    const paint = relation === 'contradicting' ? style.bad : relation === 'same' ? style.good : style.warn
    return section(
      paint(title),
      pairs.map((pair) => pairLines(pair, style)),
    )
  })
  for (const [letter, { source }] of [
    ['A', a],
    ['B', b],
  ] as const) {
    const alone = comparisons.filter((c) => c.relation === 'only' && c.claims[0]?.source === source)
    sections.push(
      section(
        `Only in ${letter}`,
        alone.map(({ claims }) => `  ${claims.map((t) => claimLine(t.claim))}\n`),
      ),
    )
  }
  return `${heading('A', a)}\n${heading('B', b)}\n${sections.join('')}`
}

function section(title: string, entries: readonly string[]): string {
  return entries.length === 0 ? '' : `\n${title} (${entries.length})\n${entries.join('')}`
}

function pairLines({ claims: [a, b], reason, relation }: Comparison, style: Style): string {
  if (a === undefined || b === undefined) return ''
  if (relation === 'same') return `  ${claimLine(a.claim)}\n`
  const head = oneLine(`${aboutText(a.claim)}: ${pointText(a.claim)}`)
  return `  ${head}  ${style.faint(oneLine(reason))}\n    A  ${oneLine(saysText(a.claim))}\n    B  ${oneLine(saysText(b.claim))}\n`
}

/** Value, date and status: what may differ between two claims about one thing. */
function saysText({ value, date, status }: FactClaim): string {
  const parts = [value === undefined ? '' : valueText(value), date === null ? '' : dateText(date)]
  return [...parts.filter(Boolean), status].join(', ')
}
