import { stringify } from 'csv-stringify/sync'
import type { Cell } from './rows.js'

/** What spreadsheets take for the beginning of a formula (OWASP, "CSV injection"), in full width too. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/

/**
 * Lines of CSV (RFC 4180: commas, CRLF, quotes doubled). A text that a spreadsheet would run as a formula gets an
 * apostrophe before it; numbers stay numbers, also negative ones.
 */
export function csvLines(rows: readonly (readonly Cell[])[]): string {
  return stringify(rows as Cell[][], {
    record_delimiter: '\r\n',
    // a single CR or LF as well, not only the pair of them
    quoted_match: /[\r\n]/,
    cast: { boolean: (value) => String(value), string: (text) => (FORMULA.test(text) ? `'${text}` : text) },
  })
}
