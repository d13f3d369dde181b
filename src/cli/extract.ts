import { existsSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Command } from 'commander'
import type { Saved } from '../store/store.js'
import type { Article } from '../text/formats/article.js'
import type { ClaimKind, FactFile, Problem } from '../types.js'
import type { View } from '../views/rows.js'
import { readArticles } from './articles.js'
import {
  type PoolChoice,
  type ReadingOptions,
  type StoreOptions,
  withPool,
  withReadingOptions,
  withStoreOption,
} from './options.js'
import { openPrinter } from './output.js'
import { openTerminal } from './terminal.js'

/** `xev extract`: articles into the fact store. */
export function registerExtract(program: Command): void {
  const command = program
    .command('extract')
    .description('Read articles and write their claims into the fact store.')
    .argument('<path...>', 'file, folder, glob pattern, or - for standard input')
  withPool(withReadingOptions(withStoreOption(command)))
    .option('--dry-run', 'write nothing, only tell what would be written')
    .option('--force', 'read also articles that have not changed since they were read in the same way')
    .addHelpText(
      'after',
      `
What people wrote in the store stays: reviews, notes, corrected values, comments, claims of their own.

Examples:
  $ xev extract data/
  $ xev extract 'archive/**/*.txt' --store archive-facts --lang fr`,
    )
    .action(runExtract)
}

type ExtractOptions = ReadingOptions & PoolChoice & StoreOptions & { dryRun?: boolean; force?: boolean }

/** So many fact files are written at a time, while the next articles are read. */
const BATCH = 32

/** What is told of an article. */
interface About {
  language: string
  published: string | null
  claims: number
  /** How many claims of each kind, for every kind there is. */
  kinds: Record<ClaimKind, number>
}

interface Extracted extends Omit<Saved, 'proof' | 'facts'>, About {
  source: string
}

async function runExtract(paths: string[], options: ExtractOptions, command: Command): Promise<void> {
  const terminal = await openTerminal(command)
  const { saveAll } = await import('../store/store.js')
  const { openReadings } = await import('../store/readings.js')
  const { openIndexAhead } = await import('../store/index-ahead.js')
  const { pathsIn } = await import('../store/raw.js')
  const { KINDS } = await import('../store/schema.js')
  const { counted } = await import('../views/words.js')
  const { store, dryRun = false, force = false } = options
  const pathOf = pathsIn(store)
  const readings = openReadings<About>(store, await digestOfReading(options))
  const index = openIndexAhead(store)
  const done: Extracted[] = []
  const problems: Problem[] = []
  const document = () => ({ store, dryRun, files: done.map(recordOf), problems })
  const foot = () => `${footOf(done, store, counted)}${dryRun ? ' (dry run: nothing written)' : ''}\n`
  const printer = await openPrinter({ view: viewOf(KINDS), schema: 'extract', document, foot }, terminal)
  const report = (problem: Problem) => {
    terminal.report(problem)
    problems.push(problem)
  }

  /** In the order of the articles: those that are to be saved, and those that need not be read. */
  let waiting: (FactFile | Extracted)[] = []
  let saving: Promise<boolean> = Promise.resolve(true)
  const save = async (batch: readonly (FactFile | Extracted)[]): Promise<boolean> => {
    const files = batch.filter(isFacts)
    const saved = files.length === 0 ? [] : await saveAll(store, files, { dryRun, isGone })
    const results = new Map(files.map((facts, i) => [facts, saved[i] as (typeof saved)[number]]))
    const told = batch.flatMap((entry): Extracted[] => {
      if (!isFacts(entry)) return [entry]
      const result = results.get(entry)
      if (result === undefined || result instanceof Error) {
        if (result) report({ source: entry.source, ...result.problem })
        return []
      }
      const { proof: _, facts: __, ...rest } = result
      return [{ source: entry.source, ...aboutOf(entry, KINDS), ...rest }]
    })
    const proven = files.flatMap((facts) => {
      const result = results.get(facts)
      if (result === undefined || result instanceof Error || result.proof === undefined) return []
      const { source, sha256 } = facts
      return [{ source, sha256, name: basename(result.path), proof: result.proof, about: aboutOf(facts, KINDS) }]
    })
    if (proven.length > 0) readings.add(proven)
    index.add(saved.filter((result): result is Saved => !(result instanceof Error)))
    for (const extracted of told) done.push(extracted)
    return printer.add(told)
  }
  /** Lets the batch before finish and begins with this one. False once the rest is not worth doing. */
  const next = async (): Promise<boolean> => {
    const goOn = await saving
    const batch = waiting
    waiting = []
    if (goOn) saving = save(batch)
    // told when it is waited for
    saving.catch(() => undefined)
    return goOn
  }
  const known = ({ source, sha256 }: Article): Extracted | null => {
    const reading = force ? null : readings.unchanged(source, sha256)
    if (reading === null) return null
    const changes = { added: 0, changed: 0, removed: 0, stale: 0 }
    return { source, ...reading.about, path: pathOf(reading.name), state: 'unchanged', changes }
  }
  const work = async (entry: FactFile | Extracted) => {
    waiting.push(entry)
    return waiting.length < BATCH || next()
  }
  problems.push(...(await readArticles(paths, options, terminal, work, known)))
  await next()
  await saving
  if (!dryRun) await index.write()
  if (!terminal.quiet || terminal.format !== 'table') printer.end()
}

function isFacts(entry: FactFile | Extracted): entry is FactFile {
  return 'sha256' in entry
}

function aboutOf({ language, published, claims }: FactFile, kinds: readonly ClaimKind[]): About {
  const counts = kinds.map((kind) => [kind, claims.filter((c) => c.kind === kind).length])
  return { language, published, claims: claims.length, kinds: Object.fromEntries(counts) }
}

/** There is no such file any more. What came from standard input never was one. */
function isGone(source: string): boolean {
  const file = source.replace(/#.*/s, '')
  return source !== 'stdin' && !existsSync(source) && !existsSync(file)
}

/** Of all that a reading depends on besides the article: what the build made, and what the user says. */
async function digestOfReading(options: ExtractOptions): Promise<string> {
  const { createHash } = await import('node:crypto')
  const { edition } = JSON.parse(readFileSync(new URL('../../dist/edition.json', import.meta.url), 'utf8'))
  const { lang, published, rules = [], encoding, input } = options
  const own = await Promise.all(rules.map((file) => readFile(file, 'utf8').catch(() => null)))
  return createHash('sha256')
    .update(JSON.stringify([edition, lang, published, encoding, input, own]))
    .digest('hex')
    .slice(0, 16)
}

function recordOf({ source, path, state, movedFrom, language, published, claims, kinds, changes }: Extracted): object {
  const moved = movedFrom === undefined ? {} : { movedFrom }
  return { source, path, state, ...moved, language, published, claims, kinds, changes }
}

function viewOf(kinds: readonly ClaimKind[]): View<Extracted> {
  return {
    record: recordOf,
    fields: [
      { name: 'source', title: 'ARTICLE', min: 30, data: ({ source }) => source },
      { name: 'published', drop: 2, data: ({ published }) => published },
      { name: 'language', title: 'LANG', drop: 3, data: ({ language }) => language },
      ...kinds.map((kind) => ({
        name: kind,
        align: 'right' as const,
        drop: 1,
        data: ({ kinds }: Extracted) => kinds[kind],
        text: ({ kinds }: Extracted) => (kinds[kind] === 0 ? '·' : String(kinds[kind])),
      })),
      { name: 'claims', align: 'right', data: ({ claims }) => claims },
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
  const total = done.reduce((sum, { claims }) => sum + claims, 0)
  return `${counted(done.length, 'article')}, ${counted(total, 'claim')}; in ${store}: ${states.join(', ')}`
}

function stateText({ state, movedFrom, changes: { added, changed, removed, stale } }: Extracted): string {
  if (movedFrom !== undefined) return `moved from ${movedFrom}`
  if (state !== 'updated') return state
  const counts = Object.entries({ added, changed, removed, stale }).filter(([, n]) => n > 0)
  return counts.length === 0 ? state : `${state}: ${counts.map(([what, n]) => `${n} ${what}`).join(', ')}`
}
