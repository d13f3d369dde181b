import type { Comparison, FactFile, Relation } from '../types.js'
import { aboutText, claimLine, pointText } from './claim.js'
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
  const says = ({ claim }: typeof a) => {
    const parts = [
      claim.value === undefined ? '' : valueText(claim.value),
      claim.date === null ? '' : dateText(claim.date),
    ]
    return oneLine([...parts.filter(Boolean), claim.status].join(', '))
  }
  const head = oneLine(`${aboutText(a.claim)}: ${pointText(a.claim)}`)
  return `  ${head}  ${style.faint(oneLine(reason))}\n    A  ${says(a)}\n    B  ${says(b)}\n`
}
