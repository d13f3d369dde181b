import type { FactClaim, FactFile, Problem } from '../types.js'
import { aboutText, contentText } from './claim.js'
import { type Column, type Frame, renderTable } from './table.js'
import { dateText } from './words.js'

const COLUMNS: Column[] = [
  { title: 'ID', drop: 3, paint: (style, id) => style.faint(id) },
  { title: 'ABOUT', min: 12 },
  { title: 'CLAIM', min: 22 },
  { title: 'DATE', min: 12 },
  { title: 'STATUS', drop: 1, paint: (style, status) => (status.startsWith('reported') ? status : style.warn(status)) },
  { title: 'SOURCE', min: 14, yields: true, drop: 2, paint: (style, source) => style.faint(source) },
]

/** Claims as a table, one a line, in the order of the files. */
export function claimsTable(files: readonly FactFile[], frame: Frame): string {
  const rows = files.flatMap(({ source, claims }) =>
    claims.map((claim) => [
      claim.id,
      aboutText(claim),
      contentText(claim),
      claim.date === null ? '' : dateText(claim.date),
      [claim.status, claim.review, claim.stale ? 'stale' : undefined].filter(Boolean).join(', '),
      source,
    ]),
  )
  return renderTable(COLUMNS, rows, frame)
}

/** One claim a line as JSON, its source and the source's date of publication first. */
export function claimRecord({ source, published }: FactFile, claim: FactClaim): string {
  return `${JSON.stringify({ source, published, ...claim })}\n`
}

/** Fact files as one JSON document, with what went wrong beside them. */
export function claimsJson(documents: readonly FactFile[], problems: readonly Problem[]): string {
  return jsonDocument('claims', { documents, problems })
}

/** A JSON document that names its schema and version, the envelope of all JSON output. */
export function jsonDocument(name: string, content: object): string {
  return `${JSON.stringify({ schema: `xev/${name}`, version: 1, ...content }, null, 2)}\n`
}
