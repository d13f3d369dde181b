import type { Command } from 'commander'
import { FILTER_HELP, type FilterOptions, queryStore, withFilters } from './options.js'
import { openTerminal } from './terminal.js'

/** `xev facts`: the stored claims. */
export function registerFacts(program: Command): void {
  withFilters(program.command('facts').description('Print the claims of the fact store.'))
    .addHelpText(
      'after',
      `${FILTER_HELP}\n\nExample:\n  $ xev facts --kind volume,price --product SU7 --status planned`,
    )
    .action(runFacts)
}

async function runFacts(options: FilterOptions, command: Command): Promise<void> {
  const terminal = await openTerminal(command, 'ndjson')
  const { files, problems } = await queryStore(options, terminal)
  const views = await import('../views/claims.js')
  if (terminal.format === 'json') terminal.print(views.claimsJson(files, problems))
  else if (terminal.format === 'table') {
    if (files.length > 0) terminal.print(views.claimsTable(files, terminal.frame))
  } else {
    for (const file of files) {
      if (!terminal.print(file.claims.map((claim) => views.claimRecord(file, claim)).join(''))) break
    }
  }
}
