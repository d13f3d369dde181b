import type { Fault, Finding } from '../types.js'
import { oneLine } from './line.js'
import type { View } from './rows.js'
import type { Style } from './style.js'
import { type Column, type Frame, renderTable } from './table.js'
import { wrapLines } from './width.js'
import { counted } from './words.js'

/** How many of one kind of finding there are, in words. */
const TOTALS: Record<Fault, [one: string, several: string]> = {
  damaged: ['place is damaged', 'places are damaged'],
  'id-twice': ['id is given twice', 'ids are given twice'],
  stale: ['claim is stale', 'claims are stale'],
  'article-gone': ['article is gone', 'articles are gone'],
  'article-moved': ['article has moved', 'articles have moved'],
  'article-unreadable': ['article cannot be read', 'articles cannot be read'],
  'article-changed': ['article has changed', 'articles have changed'],
  'quote-moved': ['quote has moved', 'quotes have moved'],
  'quote-ambiguous': ['quote may be meant for several places', 'quotes may be meant for several places'],
  'quote-lost': ['quote is lost', 'quotes are lost'],
}

/** Findings of a check, one a row. */
export const FINDINGS: View<Finding> = {
  record: (finding) => finding,
  fields: [
    { name: 'fault', data: ({ fault }) => fault },
    { name: 'path', min: 14, yields: true, data: ({ path }) => path },
    { name: 'line', align: 'right', data: ({ line }) => line },
    { name: 'source', min: 14, yields: true, data: ({ source }) => source },
    { name: 'id', data: ({ id }) => id },
    { name: 'message', min: 20, data: ({ message }) => message },
    { name: 'hint', min: 20, data: ({ hint }) => hint },
    { name: 'lines', min: 8, data: ({ places }) => places.map(({ line }) => line).join('; ') },
    { name: 'fixed', data: ({ fixed }) => fixed },
  ],
  table: ['path', 'id', 'fault', 'message'],
  csv: ['fault', 'path', 'line', 'source', 'id', 'message', 'hint', 'lines', 'fixed'],
}

/** What was looked at. */
export interface Looked {
  files: number
  claims: number
  quotes: number
}

/** Findings for people, file by file, and below them how many there are of each kind and what that calls for. */
export function findingsText(findings: readonly Finding[], { files, claims, quotes }: Looked, frame: Frame): string {
  const { style } = frame
  const looked = [counted(files, 'fact file'), counted(claims, 'claim'), counted(quotes, 'quote')].join(', ')
  if (findings.length === 0) return wrapLines(`${looked}: ${style.good('all sound')}\n`, frame.width)
  const columns: Column[] = [
    { title: '', paint: ({ faint }, id) => faint(id) },
    { title: '', min: 30 },
  ]
  const byFile = [...new Set(findings.map(({ path }) => path))].map((path) => {
    const rows = findings
      .filter((finding) => finding.path === path)
      .map(({ line, id, message, fixed }) => [
        id ?? (line === null ? 'file' : `line ${line}`),
        fixed ? `put right: ${message}` : message,
      ])
    return `${style.strong(oneLine(path))}\n${renderTable(columns, rows, { ...frame, indent: 2 })}`
  })
  return `${byFile.join('')}\n${wrapLines(`${totals(findings, style)}${looked}\n`, frame.width)}`
}

function totals(findings: readonly Finding[], style: Style): string {
  const kinds = Object.entries(TOTALS) as [Fault, [string, string]][]
  return kinds
    .flatMap(([fault, [one, several]]) => {
      const left = findings.filter((finding) => finding.fault === fault && !finding.fixed)
      if (left.length === 0) return []
      const hint = left[0]?.hint ?? null
      return `${style.bad(counted(left.length, one, several))}${hint === null ? '' : `: ${oneLine(hint)}`}\n`
    })
    .join('')
}
