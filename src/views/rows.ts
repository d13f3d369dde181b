import { intervalOf } from '../edtf.js'
import type { Column } from './table.js'

/** What stands in a row under a field, as data. */
export type Cell = string | number | boolean | null

/** One thing that can be told of a row. How it stands in a table is told as for any column. */
export interface Field<Row> extends Omit<Column, 'title'> {
  /** What `--columns` calls it; the heading of a CSV column, the key of a flat JSON row. */
  name: string
  /** The heading of a table; the name in capitals if not given. */
  title?: string
  data(row: Row): Cell | undefined
  /** The data is an EDTF date. */
  date?: true
  /** For people, where that is not the data as it is. */
  text?(row: Row): string
}

/** How the rows that a command prints are told in every format. */
export interface View<Row> {
  /** The row as one JSON object: a line of ndjson. */
  record(row: Row): object
  fields: readonly Field<Row>[]
  /** Names of the fields that a table has, in a terminal or in Markdown; most important first. */
  table: readonly string[]
  /** Names of the fields that a CSV has; those of the table if not given. */
  csv?: readonly string[]
  /** In Markdown: rows with another heading stand in another table. */
  heading?(row: Row): string
}

/** The fields of a view by name, in the order of the names; names that do not exist are passed over. */
export function fieldsNamed<Row>({ fields }: View<Row>, names: readonly string[]): Field<Row>[] {
  return names.flatMap((name) => fields.find((field) => field.name === name) ?? [])
}

/** What stands in a row for a person. */
export function textOf<Row>(field: Field<Row>, row: Row): string {
  return field.text?.(row) ?? String(field.data(row) ?? '')
}

/** The column of a table for a field. */
export function columnOf<Row>({ name, title = name.toUpperCase(), ...layout }: Field<Row>): Column {
  return { title, ...layout }
}

/** Made when first used: it loads the tables of ICU. */
let collator: Intl.Collator | null = null

function compareTexts(a: string, b: string): number {
  collator ??= new Intl.Collator('en', { numeric: true })
  return collator.compare(a, b)
}

/**
 * The order of rows by some fields, the first that differs deciding: numbers by size, dates by their first day, words by
 * the alphabet whatever their case and accents. What has no value stands last, either way.
 */
export function byFields<Row>(keys: readonly { field: Field<Row>; down: boolean }[]): (a: Row, b: Row) => number {
  return (a, b) => {
    for (const { field, down } of keys) {
      const first = rankOf(field, a)
      const second = rankOf(field, b)
      if (first === null && second === null) continue
      if (first === null) return 1
      if (second === null) return -1
      const order =
        typeof first === 'number' && typeof second === 'number'
          ? first - second
          : compareTexts(String(first), String(second))
      if (order !== 0) return down ? -order : order
    }
    return 0
  }
}

function rankOf<Row>(field: Field<Row>, row: Row): string | number | null {
  const cell = field.data(row) ?? null
  if (cell === null || cell === '' || typeof cell === 'number') return cell === '' ? null : cell
  if (field.date !== true) return String(cell)
  const days = intervalOf(String(cell))
  // "by 2030" stands where 2030 ends
  return days === null ? null : Number.isFinite(days.from) ? days.from : days.to
}

/** A row with the chosen fields only, as data. */
export function flatRecord<Row>(fields: readonly Field<Row>[], row: Row): Record<string, Cell> {
  return Object.fromEntries(fields.map((field) => [field.name, field.data(row) ?? null]))
}
