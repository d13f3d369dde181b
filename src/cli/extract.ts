import type { Command } from 'commander'
import type { Saved } from '../store/store.js'
import type { ClaimKind, FactFile } from '../types.js'
import type { View } from '../views/rows.js'
import { readArticles } from './articles.js'
import { type ReadingOptions, type StoreOptions, withReadingOptions, withStoreOption } from './options.js'
import { openPrinter } from './output.js'
import { openTerminal } from './terminal.js'

/** `xev extract`: articles into the fact store. */
export function registerExtract(program: Command): void {
  const command = program
    .command('extract')
    .description('Read articles and write their claims into the fact store.')
    .argument('<path...>', 'file, folder, glob pattern, or - for standard input')
  withReadingOptions(withStoreOption(command))
    .option('--dry-run', 'write nothing, only tell what would be written')
    .addHelpText(
      'after',
      `
What people wrote in the store stays: reviews, notes, comments, claims of their own.

Examples:
  $ xev extract data/
  $ xev extract 'archive/**/*.txt' --store archive-facts --lang fr`,
    )
    .action(runExtract)
}

type ExtractOptions = ReadingOptions & StoreOptions & { dryRun?: boolean }

interface Extracted extends Saved {
  facts: FactFile
  /** How many claims of each kind, for every kind there is. */
  kinds: Record<ClaimKind, number>
}

async function runExtract(paths: string[], options: ExtractOptions, command: Command): Promise<void> {
  const terminal = await openTerminal(command)
  const { saveFacts } = await import('../store/store.js')
  const { KINDS } = await import('../store/schema.js')
  const { counted } = await import('../views/words.js')
  const { store, dryRun = false } = options
  const done: Extracted[] = []
  const document = () => ({ store, dryRun, files: done.map(recordOf), problems })
  const foot = () => `${footOf(done, store, counted)}${dryRun ? ' (dry run: nothing written)' : ''}\n`
  const printer = await openPrinter({ view: viewOf(KINDS), schema: 'extract', document, foot }, terminal)
  const problems = await readArticles(paths, options, terminal, async (facts) => {
    const saved = await saveFacts(store, facts, { dryRun })
    const counts = KINDS.map((kind) => [kind, facts.claims.filter((c) => c.kind === kind).length])
    const extracted = { ...saved, facts, kinds: Object.fromEntries(counts) }
    done.push(extracted)
    return printer.add([extracted])
  })
  if (!terminal.quiet || terminal.format !== 'table') printer.end()
}

function recordOf({ facts, path, state, changes, kinds }: Extracted): object {
  const { source, language, published, claims } = facts
  return { source, path, state, language, published, claims: claims.length, kinds, changes }
}

function viewOf(kinds: readonly ClaimKind[]): View<Extracted> {
  return {
    record: recordOf,
    fields: [
      { name: 'source', title: 'ARTICLE', min: 30, data: ({ facts }) => facts.source },
      { name: 'published', drop: 2, data: ({ facts }) => facts.published },
      { name: 'language', title: 'LANG', drop: 3, data: ({ facts }) => facts.language },
      ...kinds.map((kind) => ({
        name: kind,
        align: 'right' as const,
        drop: 1,
        data: ({ kinds }: Extracted) => kinds[kind],
        text: ({ kinds }: Extracted) => (kinds[kind] === 0 ? '·' : String(kinds[kind])),
      })),
      { name: 'claims', align: 'right', data: ({ facts }) => facts.claims.length },
      { name: 'state', title: 'STORE', data: ({ state }) => state, text: stateText },
      { name: 'path', data: ({ path }) => path },
    ],
    table: ['source', 'published', 'language', ...kinds, 'claims', 'state'],
    csv: ['source', 'published', 'language', ...kinds, 'claims', 'state', 'path'],
  }
}

function footOf(done: readonly Extracted[], store: string, counted: (n: number, noun: string) => string): string {
  const states = (['created', 'updated', 'unchanged'] as const).flatMap((state) => {
    const n = done.filter((file) => file.state === state).length
    return n === 0 ? [] : [`${n} ${state}`]
  })
  const total = done.reduce((sum, { facts }) => sum + facts.claims.length, 0)
  return `${counted(done.length, 'article')}, ${counted(total, 'claim')}; in ${store}: ${states.join(', ')}`
}

function stateText({ state, changes: { added, changed, removed, stale } }: Extracted): string {
  if (state !== 'updated') return state
  const counts = Object.entries({ added, changed, removed, stale }).filter(([, n]) => n > 0)
  return counts.length === 0 ? state : `${state}: ${counts.map(([what, n]) => `${n} ${what}`).join(', ')}`
}
