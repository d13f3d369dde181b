import { stringify } from 'csv-stringify/sync'
import type { Cell } from './rows.js'

/**
 * Lines of CSV (RFC 4180: commas, CRLF, quotes doubled). A text that a spreadsheet would run as a formula (it begins with
 * `=`, `+`, `-`, `@`, tab or carriage return) gets an apostrophe before it; numbers stay numbers, also negative ones.
 */
export function csvLines(rows: readonly (readonly Cell[])[]): string {
  return stringify(rows as Cell[][], {
    record_delimiter: '\r\n',
    escape_formulas: true,
    // a single CR or LF as well, not only the pair of them
    quoted_match: /[\r\n]/,
    cast: { boolean: (value) => String(value) },
  })
}
