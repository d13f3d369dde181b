import type { Command } from 'commander'
import type { SubjectSummary } from '../compare/summarise.js'
import { FILTER_HELP, type FilterOptions, queryStore, withFilters } from './options.js'
import { printRows } from './output.js'
import { openTerminal, type Terminal } from './terminal.js'

/** One screen of text. */
const SCREEN_LINES = 40
const TOPICS_OF_A_SUBJECT = 20

/** `xev summary`: what is known, by subject. */
export function registerSummary(program: Command): void {
  withFilters(program.command('summary').description('Tell what is known of each subject, and by how many sources.'))
    .option('--full', 'everything, not only what fits one screen')
    .addHelpText('after', `${FILTER_HELP}\n\nExample:\n  $ xev summary --subject Xiaomi`)
    .action(runSummary)
}

type SummaryOptions = FilterOptions & { full?: boolean }

async function runSummary(options: SummaryOptions, command: Command): Promise<void> {
  const terminal = await openTerminal(command)
  const { files, problems } = await queryStore(options, terminal)
  const { summarise } = await import('../compare/summarise.js')
  const subjects = summarise(files)
  const { TOPICS, topicRecord } = await import('../views/topics.js')
  const document = () => ({
    subjects: subjects.map((subject) => ({ ...subject, topics: subject.topics.map(topicRecord) })),
    problems,
  })
  const rows = subjects.flatMap(({ subject, topics }) => topics.map((topic) => ({ subject, topic })))
  const summary = terminal.format === 'table' ? await summaryText(subjects, options.full === true, terminal) : ''
  await printRows(rows, { view: TOPICS, schema: 'summary', document, text: () => summary }, terminal)
}

async function summaryText(subjects: SubjectSummary[], full: boolean, terminal: Terminal): Promise<string> {
  const { topicRows, TOPIC_COLUMNS } = await import('../views/topics.js')
  const { oneLine, renderTable } = await import('../views/table.js')
  const { counted } = await import('../views/words.js')
  const { frame } = terminal
  const lines: string[] = []
  let left = full ? Number.POSITIVE_INFINITY : SCREEN_LINES
  for (const [i, { subject, claims, sources, topics }] of subjects.entries()) {
    // a heading and two lines, or the subject is better left out
    if (left < 4 && i > 0) {
      const rest = counted(subjects.length - i, 'more subject')
      lines.push(`${i > 0 ? '\n' : ''}${frame.style.faint(`… and ${rest} (--full tells all)`)}\n`)
      break
    }
    const most = full ? topics.length : Math.min(TOPICS_OF_A_SUBJECT, left - 2)
    const rows = topicRows(topics.slice(0, most))
    const facts = `${counted(claims, 'claim')}, ${counted(sources, 'source')}`
    lines.push(`${i > 0 ? '\n' : ''}${frame.style.strong(oneLine(subject ?? 'Subject not known'))}  ${facts}\n`)
    lines.push(renderTable(TOPIC_COLUMNS, rows, { ...frame, indent: 2 }))
    if (topics.length > most) lines.push(frame.style.faint(`  … and ${topics.length - most} more\n`))
    left -= rows.length + 3
  }
  return lines.join('')
}
