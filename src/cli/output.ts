import type { Command } from 'commander'
import { UserError } from '../problems.js'
import type { Cell, Field, View } from '../views/rows.js'
import { listOf } from './options.js'
import type { Terminal } from './terminal.js'

/** Where the rows of a command go, in the format that was asked for. */
export interface Printer<Row> {
  /** The format is one document: what it needs besides its rows has to be kept until the end. */
  whole: boolean
  /** Prints the rows, or keeps them. False once nobody reads the output any more. */
  add(rows: readonly Row[]): boolean
  /** Prints what was kept. */
  end(): boolean
}

/** How the rows are told. */
export interface Telling<Row> {
  view: View<Row>
  /** The name of its JSON Schema (`claims` for `xev/claims`), and what the JSON and YAML document holds besides that. */
  schema: string
  document: () => object
  /** For people, in place of a table of the rows. */
  text?: () => string
  /** For people, a line under the table. */
  foot?: () => string
}

export interface ColumnOptions {
  columns?: string[]
}

/** The option that chooses the fields of a row. */
export function withColumns(command: Command): Command {
  return command.option('--columns <names>', 'what to tell of each, in this order', listOf)
}

/** Prints rows that are all there already. */
export async function printRows<Row>(
  rows: readonly Row[],
  telling: Telling<Row>,
  terminal: Terminal,
  options: ColumnOptions = {},
): Promise<void> {
  const printer = await openPrinter(telling, terminal, options)
  printer.add(rows)
  printer.end()
}

/**
 * Opens the output for rows that come one after the other.
 *
 * @throws UserError for a name in `--columns` that does not exist
 */
export async function openPrinter<Row>(
  { view, schema, document, text, foot }: Telling<Row>,
  terminal: Terminal,
  { columns }: ColumnOptions = {},
): Promise<Printer<Row>> {
  const { columnOf, fieldsNamed, flatRecord, textOf } = await import('../views/rows.js')
  const asked = columns === undefined ? null : fieldsNamed(view, await knownColumns(columns, view))
  const { format, frame, print } = terminal
  const kept: Row[] = []
  const keep = (rows: readonly Row[]) => {
    for (const row of rows) kept.push(row)
    return true
  }

  if (format === 'ndjson') {
    const { jsonLine } = await import('../views/json.js')
    const record = (row: Row) => (asked === null ? view.record(row) : flatRecord(asked, row))
    const add = (rows: readonly Row[]) => print(rows.map((row) => jsonLine(record(row))).join(''))
    return { whole: false, add, end: () => true }
  }

  if (format === 'csv') {
    const { csvLines } = await import('../views/csv.js')
    const fields = asked ?? fieldsNamed(view, view.csv ?? view.table)
    const cellOf = await csvCell(terminal)
    print(csvLines([fields.map(({ name }) => name)]))
    const add = (rows: readonly Row[]) => print(csvLines(rows.map((row) => fields.map((f) => cellOf(f, row)))))
    return { whole: false, add, end: () => true }
  }

  if (format === 'json' || format === 'yaml') {
    const { enveloped, jsonDocument } = await import('../views/json.js')
    const flat = (fields: Field<Row>[]) => kept.map((row) => flatRecord(fields, row))
    const content = () => (asked === null ? document() : { columns: asked.map((f) => f.name), rows: flat(asked) })
    const name = asked === null ? schema : 'rows'
    const { newYaml, printYaml } = await import('../store/yaml.js')
    const end = () =>
      print(format === 'json' ? jsonDocument(name, content()) : printYaml(newYaml(enveloped(name, content()))))
    return { whole: true, add: asked === null ? () => true : keep, end }
  }

  // which columns a table needs may be known by its rows only
  const tableFields = () => asked ?? fieldsNamed(view, view.table)
  if (format === 'markdown') {
    const { markdownTable, markdownText } = await import('../views/markdown.js')
    const end = () => {
      const fields = tableFields()
      const titles = fields.map((field) => columnOf(field).title.toLowerCase())
      return print(
        sections(kept, view)
          .map(({ heading, rows }) => {
            const table = markdownTable(
              titles,
              rows.map((row) => fields.map((field) => textOf(field, row))),
            )
            return heading === null ? table : `## ${markdownText(heading)}\n\n${table}`
          })
          .join('\n'),
      )
    }
    return { whole: true, add: keep, end }
  }

  const { renderTable } = await import('../views/table.js')
  const { wrapLines } = await import('../views/width.js')
  const table = () => {
    const fields = tableFields()
    return renderTable(
      // what was asked for by name is not left out
      fields.map((field) => columnOf(asked === null ? field : { ...field, drop: 0 })),
      kept.map((row) => fields.map((field) => textOf(field, row))),
      frame,
    )
  }
  const tableAndFoot = () => {
    if (kept.length === 0 || foot === undefined) return kept.length === 0 ? '' : table()
    return `${table()}\n${wrapLines(foot(), frame.width)}`
  }
  const end = () => print(asked === null && text !== undefined ? text() : tableAndFoot())
  return { whole: true, add: keep, end }
}

/** Rows in the order given, cut where the heading changes; none under no heading at all. */
function sections<Row>(rows: readonly Row[], { heading }: View<Row>): { heading: string | null; rows: Row[] }[] {
  const all: { heading: string | null; rows: Row[] }[] = []
  for (const row of rows) {
    const title = heading?.(row) ?? null
    const last = all.at(-1)
    if (last !== undefined && last.heading === title) last.rows.push(row)
    else all.push({ heading: title, rows: [row] })
  }
  return all
}

/** A CSV on a terminal is for looking at: control characters are shown there. */
async function csvCell({ isTerminal }: Terminal): Promise<<Row>(field: Field<Row>, row: Row) => Cell> {
  if (!isTerminal) return (field, row) => field.data(row) ?? null
  const { oneLine } = await import('../views/line.js')
  return (field, row) => {
    const cell = field.data(row) ?? null
    return typeof cell === 'string' ? oneLine(cell) : cell
  }
}

/**
 * The names of columns as the view has them, whichever way they are capitalised.
 *
 * @throws UserError for a name that it does not have
 */
export async function knownColumns<Row>(names: readonly string[], { fields }: View<Row>): Promise<string[]> {
  const known = fields.map((field) => field.name)
  const found: string[] = []
  for (const name of names) {
    const column = known.find((k) => k.toLowerCase() === name.toLowerCase())
    if (column === undefined) {
      const { nearest } = await import('../store/nearest.js')
      const near = nearest(name, known)
      const hint = `there are ${known.join(', ')}`
      throw new UserError(`no column "${name}"`, { hint: near === null ? hint : `did you mean ${near}? ${hint}` })
    }
    found.push(column)
  }
  if (found.length === 0) throw new UserError('no column is named', { hint: `there are ${known.join(', ')}` })
  return found
}
