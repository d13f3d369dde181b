import { lineHead, visibleJson } from '../problems.js'
import type { FactClaim, FactFile, Problem } from '../types.js'
import { FACET_NAMES, type Facet, wordsOf } from './facets.js'
import { fold } from './fold.js'
import { collectTexts, type Texts, textAt } from './index-texts.js'

/** What a slot of each claim says: `values[codes[row]]`, each list of words once. */
export interface Column {
  values: string[][]
  codes: Uint32Array
}

/**
 * All claims of a store as rows, in the order of the fact files' names: the slots that claims are looked up by as columns,
 * the claims themselves as JSON that is parsed when it is asked for.
 */
export interface Rows {
  /** Of each file that holds facts: its article's name; null for one too damaged to tell. */
  sources: (string | null)[]
  /** What is wrong in a file, by its number; without its path. */
  problems: Map<number, Problem[]>
  /** The first row of each file, and behind them the number of rows. */
  first: Uint32Array
  /** Of each file: all that it says but the claims. Empty for one too damaged to tell. */
  headers: Texts
  /** Each claim as the line of ndjson that `xev facts` prints: most of the time of a large answer would go into making them. */
  lines: Texts
  /** Of each file: how many bytes of its lines tell of the article, before the claim's own keys. */
  heads: Uint32Array
  /** The folded quotes of each claim, one on a line. */
  quotes: Texts
  columns: Record<Facet, Column>
}

/** One fact file: as just read, or as it stands in other rows. */
export type RowSource = { facts: FactFile | null; problems: readonly Problem[] } | { rows: Rows; file: number }

/** Sets fact files out in rows. */
export function layOut(files: readonly RowSource[]): Rows {
  const sources: (string | null)[] = []
  const problems: Rows['problems'] = new Map()
  const first: number[] = [0]
  const headers = collectTexts()
  const lines = collectTexts()
  const heads: number[] = []
  const quotes = collectTexts()
  const columns = FACET_NAMES.map(collectColumn)
  let rows = 0
  for (const [number, file] of files.entries()) {
    if ('rows' in file) {
      const { rows: old, file: at } = file
      const [from, to] = [old.first[at] as number, old.first[at + 1] as number]
      sources.push(old.sources[at] ?? null)
      const told = old.problems.get(at)
      if (told !== undefined) problems.set(number, told)
      headers.addAll(old.headers, at, at + 1)
      lines.addAll(old.lines, from, to)
      heads.push(old.heads[at] as number)
      quotes.addAll(old.quotes, from, to)
      for (const column of columns) column.addAll(old, from, to)
      rows += to - from
    } else {
      const { facts } = file
      sources.push(facts?.source ?? null)
      if (file.problems.length > 0)
        problems.set(
          number,
          file.problems.map(({ source: _, ...problem }) => problem),
        )
      if (facts === null) headers.add('')
      else {
        const { claims: _, ...header } = facts
        headers.add(JSON.stringify(header))
      }
      const head = facts === null ? '' : lineHead(facts)
      heads.push(Buffer.byteLength(head))
      for (const claim of facts?.claims ?? []) {
        lines.add(`${head}${visibleJson(JSON.stringify(claim)).slice(1)}\n`)
        quotes.add(claim.evidence.map(({ quote }) => fold(quote)).join('\n'))
        for (const column of columns) column.add(claim)
        rows++
      }
    }
    first.push(rows)
  }
  return {
    sources,
    problems,
    first: Uint32Array.from(first),
    headers: headers.build(),
    lines: lines.build(),
    heads: Uint32Array.from(heads),
    quotes: quotes.build(),
    columns: Object.fromEntries(FACET_NAMES.map((facet, i) => [facet, columns[i]?.build()])) as Rows['columns'],
  }
}

/** Where a claim stands in the rows: the number of its file, and its row. */
export interface ClaimPlace {
  file: number
  row: number
}

/** The claim at a place, read anew at each call. */
export function claimAt({ lines, heads }: Rows, { file, row }: ClaimPlace): FactClaim {
  const own = textAt(lines, row).toString('utf8', heads[file])
  return JSON.parse(`{${own}`) as FactClaim
}

function collectColumn(facet: Facet) {
  const values: string[][] = []
  const codes: number[] = []
  const known = new Map<string, number>()
  const codeOf = (words: string[]) => {
    const key = JSON.stringify(words)
    let code = known.get(key)
    if (code === undefined) {
      code = values.push(words) - 1
      known.set(key, code)
    }
    return code
  }
  /** The new code of each old one, of the rows that were taken over last. */
  let renamed: { rows: Rows; codes: number[] } | null = null
  return {
    add(claim: FactClaim) {
      codes.push(codeOf(wordsOf(facet, claim)))
    },
    addAll(rows: Rows, from: number, to: number) {
      const old = rows.columns[facet]
      if (renamed?.rows !== rows) renamed = { rows, codes: [] }
      for (let row = from; row < to; row++) {
        const before = old.codes[row] as number
        renamed.codes[before] ??= codeOf(old.values[before] as string[])
        codes.push(renamed.codes[before] as number)
      }
    },
    build: (): Column => ({ values, codes: Uint32Array.from(codes) }),
  }
}
