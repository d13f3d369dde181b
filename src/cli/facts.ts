import type { Command } from 'commander'
import { UserError } from '../problems.js'
import type { FactFile } from '../types.js'
import type { ClaimRow } from '../views/claims.js'
import { type Chosen, FILTER_HELP, type FilterOptions, queryStore, withFilters } from './filters.js'
import { listOf } from './options.js'
import { type ColumnOptions, openPrinter, withColumns } from './output.js'
import { openTerminal, type Terminal } from './terminal.js'

interface FactsOptions extends FilterOptions, ColumnOptions {
  sort?: string[]
  limit?: string
}

/** `xev facts`: the stored claims. */
export function registerFacts(program: Command): void {
  withColumns(withFilters(program.command('facts').description('Print the claims of the fact store.')))
    .option('--sort <columns>', 'by these columns, -COLUMN for the largest first', listOf)
    .option('--limit <number>', 'no more claims than this')
    .addHelpText(
      'after',
      `${FILTER_HELP}

Examples:
  $ xev facts --kind volume,price --product SU7 --status planned
  $ xev facts --min 100000 --unit vehicles --since 2025 --sort -figure --limit 10
  $ xev facts --market Chine --columns subject,value,date,quote --format csv`,
    )
    .action(runFacts)
}

async function runFacts(options: FactsOptions, command: Command): Promise<void> {
  const terminal = await openTerminal(command, 'ndjson')
  const limit = options.limit === undefined ? Number.POSITIVE_INFINITY : limitOf(options.limit)
  const { CLAIMS, claimRows } = await import('../views/claims.js')
  const document = () => ({ documents: chosen === rows ? files : documentsOf(chosen, files), problems })
  const printer = await openPrinter({ view: CLAIMS, schema: 'claims', document }, terminal, options)
  const order = options.sort === undefined ? null : await orderBy(options.sort)
  const { store, files, problems } = await queryStore(options, terminal)
  if (terminal.format === 'ndjson' && [options.columns, options.sort, options.limit].every((o) => o === undefined)) {
    await printAsKept({ store, files }, terminal)
    return
  }
  const rows = claimRows(files)
  const sorted = order === null ? rows : rows.toSorted(order)
  const chosen = sorted.length > limit ? sorted.slice(0, limit) : sorted
  printer.add(chosen)
  printer.end()
}

const CHUNK = 1_000_000

/** Prints claims as they are kept. */
async function printAsKept({ store, files }: Pick<Chosen, 'store' | 'files'>, terminal: Terminal): Promise<void> {
  const { linesOf } = await import('../store/open.js')
  let pieces: Buffer[] = []
  let size = 0
  for (const piece of linesOf(store, files)) {
    pieces.push(piece)
    size += piece.byteLength
    if (size < CHUNK) continue
    if (!terminal.print(joined(pieces))) return
    pieces = []
    size = 0
  }
  if (size > 0) terminal.print(joined(pieces))
}

const joined = (pieces: Buffer[]): Buffer => (pieces.length === 1 ? (pieces[0] as Buffer) : Buffer.concat(pieces))

function limitOf(text: string): number {
  if (/^\d+$/.test(text) && Number(text) > 0) return Number(text)
  throw new UserError(`--limit: no number "${text}"`, { hint: 'a whole number from 1' })
}

/** @throws UserError for a column that does not exist */
async function orderBy(names: readonly string[]): Promise<(a: ClaimRow, b: ClaimRow) => number> {
  const { byFields, fieldsNamed } = await import('../views/rows.js')
  const { CLAIMS } = await import('../views/claims.js')
  const { knownColumns } = await import('./output.js')
  const down = names.map((name) => /^[-−]/.test(name))
  const columns = await knownColumns(
    names.map((name) => name.replace(/^[-−+]/, '')),
    CLAIMS,
  )
  const fields = fieldsNamed(CLAIMS, columns)
  return byFields(fields.map((field, i) => ({ field, down: down[i] === true })))
}

/** The files with the chosen claims in their order: a file comes again where claims of others stand between its own. */
function documentsOf(rows: readonly ClaimRow[], files: readonly FactFile[]): FactFile[] {
  const bySource = new Map(files.map((file) => [file.source, file]))
  const documents: FactFile[] = []
  for (const { source, claim } of rows) {
    const last = documents.at(-1)
    if (last?.source === source) last.claims.push(claim)
    else documents.push({ ...(bySource.get(source) as FactFile), claims: [claim] })
  }
  return documents
}
