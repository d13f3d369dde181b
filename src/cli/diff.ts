import type { Command } from 'commander'
import { type StoreOptions, withStoreOption } from './options.js'
import { printRows } from './output.js'
import { openTerminal } from './terminal.js'

/** `xev diff`: two sources against each other. */
export function registerDiff(program: Command): void {
  const command = program
    .command('diff')
    .description('Compare what two sources of the store claim.')
    .argument('<a>', 'a source: its path, its name without extension, or any part of it that no other source has')
    .argument('<b>', 'another source')
  withStoreOption(command)
    .addHelpText(
      'after',
      '\nExit code: 0 they claim the same, 1 they differ, 2 trouble.\n\nExample:\n  $ xev diff 2024-03-29 2025-02-11',
    )
    .action(runDiff)
}

async function runDiff(nameA: string, nameB: string, options: StoreOptions, command: Command): Promise<void> {
  const terminal = await openTerminal(command)
  const { filesOf, openStore } = await import('../store/open.js')
  const { findSource, withoutRejected } = await import('../store/query.js')
  const { compare } = await import('../compare/compare.js')
  const store = await openStore(options.store)
  const { problems } = store
  const files = filesOf(store)
  for (const problem of problems) terminal.report(problem)
  const a = withoutRejected(findSource(files, nameA))
  const b = withoutRejected(findSource(files, nameB))
  const comparisons = compare(a, b)
  const { COMPARISONS, comparisonText } = await import('../views/comparison.js')
  const document = () => ({ a: headerOf(a), b: headerOf(b), comparisons, problems })
  const text = () => comparisonText(a, b, comparisons, terminal.frame.style)
  await printRows(comparisons, { view: COMPARISONS, schema: 'diff', document, text }, terminal)
  const differ = comparisons.some(({ relation }) => relation !== 'same')
  if (differ && process.exitCode === undefined) process.exitCode = 1
}

function headerOf<T extends { claims: unknown }>({ claims: _, ...header }: T): Omit<T, 'claims'> {
  return header
}
