import type { Command } from 'commander'
import type { FactFile } from '../types.js'
import { readArticles, readAsLines } from './articles.js'
import { type PoolChoice, type ReadingOptions, withPool, withReadingOptions } from './options.js'
import { type ColumnOptions, openPrinter, withColumns } from './output.js'
import { openTerminal } from './terminal.js'

/** `xev scan`: claims to standard output, nothing stored. */
export function registerScan(program: Command): void {
  const command = program
    .command('scan')
    .description('Read articles and print their claims; nothing is stored.')
    .argument('[path...]', 'file, folder, glob pattern, or - for standard input; may be left out behind --input')
  withColumns(withPool(withReadingOptions(command)))
    .option('--profile', 'tell on standard error how long each stage took, and the ten dearest rules; on one thread')
    .addHelpText(
      'after',
      '\nExamples:\n  $ xev scan data/ --format ndjson | jq -r .subject | sort | uniq -c\n  $ xev scan data/2025-10-le-contrechamp.txt --published 2025-10 --format table',
    )
    .action(runScan)
}

type ScanCommandOptions = Omit<ReadingOptions, 'profile'> & PoolChoice & ColumnOptions & { profile?: true }

async function runScan(named: string[], options: ScanCommandOptions, command: Command): Promise<void> {
  // who says what the input is, and not where, has it on standard input: a filter
  const paths = named.length === 0 && options.input !== undefined ? ['-'] : named
  if (paths.length === 0) command.error("error: missing required argument 'path'")
  const terminal = await openTerminal(command, 'ndjson')
  const { CLAIMS, claimRows } = await import('../views/claims.js')
  const documents: FactFile[] = []
  const document = (): object => ({ documents, problems })
  const printer = await openPrinter({ view: CLAIMS, schema: 'claims', document }, terminal, options)
  const { profile: isProfiled, ...how } = options
  const costs = isProfiled ? (await import('./profile.js')).openProfile() : null
  const reading = costs === null ? how : { ...how, profile: costs.profile }
  const isStream = terminal.format === 'ndjson' && options.columns === undefined
  const problems = isStream
    ? await readAsLines(paths, reading, terminal, ({ lines }) => terminal.print(lines))
    : await readArticles(paths, reading, terminal, (facts: FactFile) => {
        if (printer.whole) documents.push(facts)
        return printer.add(claimRows([facts]))
      })
  printer.end()
  if (costs !== null) for (const line of await costs.lines(terminal.frame)) terminal.say(line)
}
