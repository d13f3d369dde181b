import type { Command } from 'commander'
import { FILTER_HELP, type FilterOptions, queryStore, withFilters } from './options.js'
import { type ColumnOptions, printRows, withColumns } from './output.js'
import { openTerminal } from './terminal.js'

/** `xev facts`: the stored claims. */
export function registerFacts(program: Command): void {
  withColumns(withFilters(program.command('facts').description('Print the claims of the fact store.')))
    .addHelpText(
      'after',
      `${FILTER_HELP}\n\nExample:\n  $ xev facts --kind volume,price --product SU7 --status planned`,
    )
    .action(runFacts)
}

async function runFacts(options: FilterOptions & ColumnOptions, command: Command): Promise<void> {
  const terminal = await openTerminal(command, 'ndjson')
  const { files, problems } = await queryStore(options, terminal)
  const { CLAIMS, claimRows } = await import('../views/claims.js')
  const document = () => ({ documents: files, problems })
  await printRows(claimRows(files), { view: CLAIMS, schema: 'claims', document }, terminal, options)
}
