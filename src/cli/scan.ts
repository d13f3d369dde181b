import type { Command } from 'commander'
import type { FactFile } from '../types.js'
import { readArticles } from './articles.js'
import { type ReadingOptions, withReadingOptions } from './options.js'
import { openTerminal } from './terminal.js'

/** `xev scan`: claims to standard output, nothing stored. */
export function registerScan(program: Command): void {
  const command = program
    .command('scan')
    .description('Read articles and print their claims; nothing is stored.')
    .argument('<path...>', 'file, folder, glob pattern, or - for standard input')
  withReadingOptions(command)
    .addHelpText('after', '\nExample:\n  $ xev scan data/ --format ndjson | jq -r .subject | sort | uniq -c')
    .action(runScan)
}

async function runScan(paths: string[], options: ReadingOptions, command: Command): Promise<void> {
  const terminal = await openTerminal(command, 'ndjson')
  const views = await import('../views/claims.js')
  const documents: FactFile[] = []
  const problems = await readArticles(paths, options, terminal, (facts) => {
    if (terminal.format === 'ndjson') {
      return terminal.print(facts.claims.map((claim) => views.claimRecord(facts, claim)).join(''))
    }
    documents.push(facts)
    return true
  })
  if (terminal.format === 'json') terminal.print(views.claimsJson(documents, problems))
  if (terminal.format === 'table') terminal.print(views.claimsTable(documents, terminal.frame))
}
