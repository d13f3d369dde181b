import type { Command } from 'commander'
import { FILTER_HELP, type FilterOptions, queryStore, withFilters } from './filters.js'
import { printRows } from './output.js'
import { openTerminal } from './terminal.js'

/** `xev conflicts`: what the sources of the store disagree about. */
export function registerConflicts(program: Command): void {
  withFilters(program.command('conflicts').description('Tell where sources contradict each other, all against all.'))
    .addHelpText(
      'after',
      `${FILTER_HELP}

Contradictions first; then what is not settled: announcements, hedges and denials, which never conflict as equals.
What a later source or an outcome has settled is not told (xev timeline tells it).

Exit code: 0 no disagreement, 1 some, 2 trouble.

Examples:
  $ xev conflicts --subject Xiaomi
  $ xev conflicts --kind volume --market China --json`,
    )
    .action(runConflicts)
}

async function runConflicts(options: FilterOptions, command: Command): Promise<void> {
  const terminal = await openTerminal(command)
  const { files, problems } = await queryStore(options, terminal)
  const { conflictsOf } = await import('../compare/conflicts.js')
  const { CONFLICTS, disagreementsText } = await import('../views/disagreement.js')
  const { disagreements, copies } = conflictsOf(files)
  const document = () => ({ conflicts: disagreements.map(CONFLICTS.record), copies, problems })
  const text = () => disagreementsText(disagreements, copies, terminal.frame)
  await printRows(disagreements, { view: CONFLICTS, schema: 'conflicts', document, text }, terminal)
  if (disagreements.length === 0) terminal.say('no source contradicts another')
  else if (process.exitCode === undefined) process.exitCode = 1
}
