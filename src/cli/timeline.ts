import type { Command } from 'commander'
import { FILTER_HELP, type FilterOptions, queryStore, withFilters } from './filters.js'
import { printRows } from './output.js'
import { openTerminal } from './terminal.js'

/** `xev timeline`: what is told, by its date, with what has moved. */
export function registerTimeline(program: Command): void {
  withFilters(
    program.command('timeline').description('Tell the claims in the order of their dates, and what has moved.'),
  )
    .addHelpText(
      'after',
      `${FILTER_HELP}

A date that slipped and a target that was moved are told as moves (launch: 2025-03 → mid-2025), with who said which when;
a plan stands with its outcome. Claims without a date of their own come last, by publication, in brackets.

Examples:
  $ xev timeline --product YU7
  $ xev timeline --kind milestone --since 2025`,
    )
    .action(runTimeline)
}

async function runTimeline(options: FilterOptions, command: Command): Promise<void> {
  const terminal = await openTerminal(command)
  const { files, problems } = await queryStore(options, terminal)
  const { timelineOf } = await import('../compare/timeline.js')
  const { TIMELINE, timelineText } = await import('../views/timeline.js')
  const entries = timelineOf(files)
  const document = () => ({ entries: entries.map(TIMELINE.record), problems })
  const text = () => timelineText(entries, terminal.frame)
  await printRows(entries, { view: TIMELINE, schema: 'timeline', document, text }, terminal)
}
