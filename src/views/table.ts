import { oneLine } from './line.js'
import type { Style } from './style.js'
import { cut, displayWidth, pad, wrap } from './width.js'

export interface Column {
  title: string
  /** Numbers stand to the right. */
  align?: 'left' | 'right'
  /** The column may be cut down to this many columns of the terminal; without it, it is cut only where nothing else helps. */
  min?: number
  /** The column is cut before those without this mark are. */
  yields?: true
  /** On a narrow terminal the columns with the highest number go first; those without stay. */
  drop?: number
  paint?: (style: Style, cell: string) => string
}

export interface Frame {
  /** Columns of the terminal; Infinity where nothing has to fit. */
  width: number
  style: Style
  /** Spaces before every line. */
  indent?: number
}

const GAP = 2
/** Nothing can be read in less. */
const TIGHT = 3

/**
 * Rows under a line of titles (left out where there are none), fitted to the width: columns that may be cut share what is
 * missing, the widest first; where that is not enough whole columns are left out, then all are cut. No line is wider than
 * the width. Control characters in cells are shown, not sent.
 */
export function renderTable(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  { width, style, indent = 0 }: Frame,
): string {
  const cells = rows.map((row) => row.map(oneLine))
  const natural = columns.map((column, i) =>
    cells.reduce((most, row) => Math.max(most, displayWidth(row[i] ?? '')), displayWidth(column.title)),
  )
  const shown = columnsThatFit(columns, natural, width - indent)
  const widths = fittedWidths(columns, natural, shown, width - indent)
  const last = shown.at(-1)
  const line = (row: readonly string[], paint: (column: Column, cell: string) => string) =>
    shown
      .map((i) => {
        const column = columns[i] as Column
        const text = cut(row[i] ?? '', widths[i] ?? 0)
        const painted = paint(column, text)
        const padding = pad(text, widths[i] ?? 0).length - text.length
        if (column.align === 'right') return ' '.repeat(padding) + painted
        return i === last ? painted : painted + ' '.repeat(padding)
      })
      .join(' '.repeat(GAP))
      .trimEnd()
  const titles = columns.map(({ title }) => title)
  const lines = cells.map((row) => line(row, (column, cell) => column.paint?.(style, cell) ?? cell))
  if (titles.some((title) => title !== '')) lines.unshift(line(titles, (_, title) => style.strong(title)))
  return lines.map((text) => `${' '.repeat(indent)}${text}\n`).join('')
}

/**
 * A text and a fainter one behind it, on one line where that fits the width, else on lines of their own. Both are fit for a
 * terminal. Lines behind the first are indented.
 */
export function withAside(text: string, aside: string, width: number, style: Style, indent: number): string[] {
  if (aside === '') return wrap(text, width, indent)
  if (displayWidth(text) + GAP + displayWidth(aside) <= width) return [`${text}  ${style.faint(aside)}`]
  return [
    ...wrap(text, width, indent),
    ...wrap(' '.repeat(indent) + aside, width, indent).map((line) => style.faint(line)),
  ]
}

function columnsThatFit(columns: readonly Column[], natural: readonly number[], width: number): number[] {
  let shown = columns.map((_, i) => i)
  const least = () => shown.reduce((sum, i) => sum + Math.min(natural[i] ?? 0, columns[i]?.min ?? Infinity), 0)
  while (least() + GAP * (shown.length - 1) > width) {
    const goes = Math.max(...shown.map((i) => columns[i]?.drop ?? 0))
    if (goes === 0) break
    shown = shown.filter((i) => columns[i]?.drop !== goes)
  }
  while (shown.length > 1 && shown.length * (TIGHT + GAP) - GAP > width) shown.pop()
  return shown
}

/** The widths of the shown columns: those that may be cut get one common cap, as wide as the terminal allows. */
function fittedWidths(
  columns: readonly Column[],
  natural: readonly number[],
  shown: readonly number[],
  width: number,
): number[] {
  const widths = [...natural]
  const widthOf = (i: number) => widths[i] ?? 0
  const minOf = (i: number) => columns[i]?.min ?? Number.POSITIVE_INFINITY
  const missing = () => shown.reduce((sum, i) => sum + widthOf(i), GAP * (shown.length - 1)) - width
  const passes: [candidates: readonly number[], least: (i: number) => number][] = [
    [shown.filter((i) => columns[i]?.yields), minOf],
    [shown, minOf],
    [shown, () => Math.min(TIGHT, Math.max(1, width))],
  ]
  for (const [candidates, least] of passes) {
    for (let over = missing(); over > 0; over = missing()) {
      const soft = candidates.filter((i) => widthOf(i) > least(i))
      if (soft.length === 0) break
      const widest = Math.max(...soft.map(widthOf))
      const widestColumns = soft.filter((i) => widthOf(i) === widest)
      const next = Math.max(0, ...soft.map(widthOf).filter((w) => w !== widest))
      const step = Math.max(1, Math.min(widest - next, Math.floor(over / widestColumns.length)))
      for (const i of widestColumns) widths[i] = Math.max(least(i), widest - step)
    }
  }
  return widths
}
