import type { Command } from 'commander'
import type { Disagreement, Summary } from '../compare/summarise.js'
import { FILTER_HELP, type FilterOptions, queryStore, withFilters } from './filters.js'
import { printRows } from './output.js'
import { openTerminal, type Terminal } from './terminal.js'

/** One screen of text. */
const SCREEN_LINES = 45
const MOST_DISAGREEMENTS = 4
const MOST_NAMED = 6
/** A subject leaves the others a third of the screen at most, and each of them this many lines. */
const FOR_OTHERS = 15
const FOR_EACH = 4

/** `xev summary`: what is known, by subject. */
export function registerSummary(program: Command): void {
  withFilters(program.command('summary').description('Tell what is known of each subject, and by how many sources.'))
    .option('--full', 'everything, not only what fits one screen')
    .addHelpText(
      'after',
      `${FILTER_HELP}\n\nLines with ! are disagreements that nothing said since has settled.
Sources that copy one another (long identical passages) count once.\n\nExamples:\n  $ xev summary --subject Xiaomi\n  $ xev summary --source brevane --format markdown`,
    )
    .action(runSummary)
}

type SummaryOptions = FilterOptions & { full?: boolean }

async function runSummary(options: SummaryOptions, command: Command): Promise<void> {
  const terminal = await openTerminal(command)
  const { files, problems } = await queryStore(options, terminal)
  const { summarise } = await import('../compare/summarise.js')
  const summary = summarise(files)
  const { TOPICS, topicRecord } = await import('../views/topics.js')
  const document = () => ({
    subjects: summary.subjects.map(({ topics, disagreements, ...subject }) => {
      return { ...subject, disagreements: disagreements.map(disagreementRecord), topics: topics.map(topicRecord) }
    }),
    copies: summary.copies,
    problems,
  })
  const rows = summary.subjects.flatMap(({ subject, topics }) => topics.map((topic) => ({ subject, topic })))
  const text = terminal.format === 'table' ? await summaryText(summary, options.full === true, terminal) : ''
  await printRows(rows, { view: TOPICS, schema: 'summary', document, text: () => text }, terminal)
}

/** A disagreement with the ids of the claims on either side. */
function disagreementRecord({ relation, reason, sides }: Disagreement): object {
  return { relation, reason, sides: sides.map((side) => side.map(({ source, claim }) => ({ source, id: claim.id }))) }
}

async function summaryText(
  { subjects, independent, copies }: Summary,
  full: boolean,
  terminal: Terminal,
): Promise<string> {
  const { topicLines, topicRows, wrappedRows, datesOf, TOPIC_COLUMNS } = await import('../views/topics.js')
  const { copiesText, disagreementLine } = await import('../views/disagreement.js')
  const { shortNames } = await import('../views/sources.js')
  const { oneLine } = await import('../views/line.js')
  const { renderTable } = await import('../views/table.js')
  const { counted } = await import('../views/words.js')
  const { cut } = await import('../views/width.js')
  const { frame } = terminal
  const { strong, faint, bad } = frame.style
  const nameOf = shortNames(subjects.flatMap(({ topics }) => topics.flatMap((t) => t.claims.map((c) => c.source))))
  const fitted = (line: string) => (Number.isFinite(frame.width) ? cut(line, frame.width) : line)
  const more = (n: number, what: string) => faint(fitted(`… and ${counted(n, what)} (--full tells all)`))
  const parts: string[] = []
  const legend = faint(fitted('on the right: independent sources, first and last publication'))
  let left = full ? Number.POSITIVE_INFINITY : SCREEN_LINES - 2
  for (const [i, subject] of subjects.entries()) {
    const lines = topicLines(subject.topics)
    const open = subject.disagreements.slice(0, full ? undefined : MOST_DISAGREEMENTS)
    const others = Math.min(i === 0 ? FOR_OTHERS : left / 3, (subjects.length - i - 1) * FOR_EACH)
    const room = left - others - open.length - 3
    // a heading and two lines, or the subject is better left out
    if (room < 2 && i > 0) {
      const rest = subjects.slice(i, i + MOST_NAMED)
      const names = rest.map((one) => `${oneLine(one.subject ?? 'subject not known')} (${one.claims})`).join(', ')
      parts.push(`${more(subjects.length - i, 'more subject')}\n${faint(fitted(`  ${names}`))}`)
      break
    }
    const rowsOf = (those: typeof lines) => wrappedRows(topicRows(those, independent), frame.width - 2)
    const order = lines.toSorted((a, b) => weightOf(b) - weightOf(a))
    let shown = lines
    for (let n = lines.length; rowsOf(shown).length > Math.max(room, 1) && n > 1; n--) {
      const kept = new Set(order.slice(0, n - 1))
      shown = lines.filter((line) => kept.has(line))
    }
    const facts = `${counted(subject.claims, 'claim')}, ${counted(subject.sources, 'source')}, ${datesOf([subject])}`
    const rows = rowsOf(shown)
    const hidden = lines.length - shown.length
    parts.push(
      [
        `${strong(oneLine(subject.subject ?? 'Subject not known'))}  ${facts}`,
        ...open.map((one) =>
          bad(full ? `  ! ${disagreementLine(one, nameOf)}` : fitted(`  ! ${disagreementLine(one, nameOf)}`)),
        ),
        renderTable(TOPIC_COLUMNS, rows, { ...frame, indent: 2 }).trimEnd(),
        ...(hidden > 0 ? [`  ${more(hidden, 'more line')}`] : []),
      ].join('\n'),
    )
    left -= rows.length + open.length + 2 + Number(hidden > 0)
  }
  return parts.length === 0
    ? ''
    : `${[...parts, `${legend}${copies.length > 0 ? `\n${copiesText(copies, nameOf, frame).trimEnd()}` : ''}`].join('\n\n')}\n`
}

/** What most sources and then most claims stand behind is told first. */
function weightOf({ topics }: { topics: { sources: number; claims: unknown[] }[] }): number {
  return Math.max(...topics.map(({ sources }) => sources)) * 1000 + topics.reduce((sum, t) => sum + t.claims.length, 0)
}
