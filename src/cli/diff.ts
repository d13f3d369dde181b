import { stat } from 'node:fs/promises'
import type { Command } from 'commander'
import type { OpenStore } from '../store/open.js'
import type { FactFile } from '../types.js'
import { type StoreOptions, withStoreOption } from './options.js'
import { printRows } from './output.js'
import { openTerminal, type Terminal } from './terminal.js'

/** `xev diff`: two sources, or two stores, against each other. */
export function registerDiff(program: Command): void {
  const command = program
    .command('diff')
    .description('Compare what two sources of the store claim, or two stores.')
    .argument('<a>', 'a source: its path, its name without extension, or any part of it that no other source has')
    .argument('<b>', 'another source; where both are folders, two stores are compared')
  withStoreOption(command)
    .addHelpText(
      'after',
      `
Relations: same; refined (one says it more closely, or more surely); superseded (the later one moved the figure or the
date, or a plan has met its outcome); contradicting (both cannot hold); different scope (another place, period, rate …);
only in one. Announced, hedged and denied never contradict one another: where nothing settles them, they are said to be
not settled.

Exit code: 0 they claim the same, 1 they differ, 2 trouble.

Examples:
  $ xev diff volt-et-route observateur
  $ xev diff facts-in-march facts`,
    )
    .action(runDiff)
}

async function runDiff(nameA: string, nameB: string, options: StoreOptions, command: Command): Promise<void> {
  const terminal = await openTerminal(command)
  const { compare } = await import('../compare/compare.js')
  const { COMPARISONS, comparisonText, sourceSide, storeSide } = await import('../views/comparison.js')
  const { findSource, withoutRejected } = await import('../store/query.js')
  if ((await isFolder(nameA)) && (await isFolder(nameB))) {
    const [a, b] = [await openFiles(nameA, terminal), await openFiles(nameB, terminal)]
    const [filesA, filesB] = [a.files.map(withoutRejected), b.files.map(withoutRejected)]
    const comparisons = compare(filesA, filesB, [nameA, nameB])
    const sides = [storeSide(nameA, filesA), storeSide(nameB, filesB)] as const
    const headers = { a: { store: nameA }, b: { store: nameB } }
    const document = () => ({ ...headers, comparisons, problems: [...a.problems, ...b.problems] })
    const text = () => comparisonText(...sides, comparisons, terminal.frame)
    await printRows(comparisons, { view: COMPARISONS, schema: 'diff', document, text }, terminal)
    return finish(comparisons)
  }
  const { files, problems } = await openFiles(options.store, terminal)
  const a = withoutRejected(findSource(files, nameA))
  const b = withoutRejected(findSource(files, nameB))
  const comparisons = compare(a, b)
  const document = () => ({ a: headerOf(a), b: headerOf(b), comparisons, problems })
  const text = () => comparisonText(sourceSide(a), sourceSide(b), comparisons, terminal.frame)
  await printRows(comparisons, { view: COMPARISONS, schema: 'diff', document, text }, terminal)
  finish(comparisons)
}

function finish(comparisons: readonly { relation: string }[]): void {
  const differ = comparisons.some(({ relation }) => relation !== 'same')
  if (differ && process.exitCode === undefined) process.exitCode = 1
}

async function openFiles(
  folder: string,
  terminal: Terminal,
): Promise<{ files: FactFile[]; problems: OpenStore['problems'] }> {
  const { filesOf, openStore } = await import('../store/open.js')
  const store = await openStore(folder)
  for (const problem of store.problems) terminal.report(problem)
  return { files: filesOf(store), problems: store.problems }
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isDirectory() ?? false
}

function headerOf<T extends { claims: unknown }>({ claims: _, ...header }: T): Omit<T, 'claims'> {
  return header
}
