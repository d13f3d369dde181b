import type { Command } from 'commander'
import type { Saved } from '../store/store.js'
import type { ClaimKind, FactFile } from '../types.js'
import { readArticles } from './articles.js'
import { type ReadingOptions, type StoreOptions, withReadingOptions, withStoreOption } from './options.js'
import { openTerminal, type Terminal } from './terminal.js'

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
  kinds: [ClaimKind, number][]
}

async function runExtract(paths: string[], options: ExtractOptions, command: Command): Promise<void> {
  const terminal = await openTerminal(command)
  const { saveFacts } = await import('../store/store.js')
  const { KINDS } = await import('../store/schema.js')
  const dryRun = options.dryRun === true
  const done: Extracted[] = []
  const problems = await readArticles(paths, options, terminal, async (facts) => {
    const saved = await saveFacts(options.store, facts, { dryRun })
    const kinds = KINDS.map((kind): [ClaimKind, number] => [kind, facts.claims.filter((c) => c.kind === kind).length])
    const extracted = { ...saved, facts, kinds }
    done.push(extracted)
    return terminal.format === 'ndjson' ? terminal.print(`${JSON.stringify(recordOf(extracted))}\n`) : true
  })
  if (terminal.format === 'json') {
    const { jsonDocument } = await import('../views/claims.js')
    terminal.print(jsonDocument('extract', { store: options.store, dryRun, files: done.map(recordOf), problems }))
  }
  if (terminal.format === 'table' && !terminal.quiet && done.length > 0) await printTable(done, options, terminal)
}

function recordOf({ facts, path, state, changes, kinds }: Extracted): object {
  const { source, language, published, claims } = facts
  return { source, path, state, language, published, claims: claims.length, kinds: Object.fromEntries(kinds), changes }
}

async function printTable(done: Extracted[], { store, dryRun }: ExtractOptions, terminal: Terminal): Promise<void> {
  const { renderTable } = await import('../views/table.js')
  const { counted } = await import('../views/words.js')
  const rows = done.map(({ facts: { source, published, language, claims }, kinds, state, changes }) => {
    const counts = kinds.map(([, n]) => (n === 0 ? '·' : String(n)))
    return [source, published ?? '', language, ...counts, String(claims.length), stateText(state, changes)]
  })
  const columns = [
    { title: 'ARTICLE', min: 30 },
    { title: 'PUBLISHED', drop: 2 },
    { title: 'LANG', drop: 3 },
    ...(done[0]?.kinds ?? []).map(([kind]) => ({ title: kind.toUpperCase(), align: 'right' as const, drop: 1 })),
    { title: 'CLAIMS', align: 'right' as const },
    { title: 'STORE' },
  ]
  const states = (['created', 'updated', 'unchanged'] as const).flatMap((state) => {
    const n = done.filter((file) => file.state === state).length
    return n === 0 ? [] : [`${n} ${state}`]
  })
  const total = done.reduce((sum, { facts }) => sum + facts.claims.length, 0)
  const end = `${counted(done.length, 'article')}, ${counted(total, 'claim')}; in ${store}: ${states.join(', ')}`
  terminal.print(
    `${renderTable(columns, rows, terminal.frame)}\n${end}${dryRun ? ' (dry run: nothing written)' : ''}\n`,
  )
}

function stateText(state: Saved['state'], { added, changed, removed, stale }: Saved['changes']): string {
  if (state !== 'updated') return state
  const counts = Object.entries({ added, changed, removed, stale }).filter(([, n]) => n > 0)
  return counts.length === 0 ? state : `${state}: ${counts.map(([what, n]) => `${n} ${what}`).join(', ')}`
}
