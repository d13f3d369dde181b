import { oneLine } from './line.js'

/** What would be read as markup: Markdown's own, HTML's, the bar between cells, and addresses that become links by themselves. */
const MARKUP = /[\\`*_[\]~|$]|[&<>]|(?<=\b(?:https?|ftp)):|(?<=\bwww)\.|@/gi
const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '@': '&#64;',
  ':': '&#58;',
  '.': '&#46;',
}

/** A text that stands for itself in Markdown (CommonMark, GitHub's tables), on one line. */
export function markdownText(text: string): string {
  return oneLine(text).replace(MARKUP, (sign) => ENTITIES[sign] ?? `\\${sign}`)
}

/** A table of GitHub Flavored Markdown. */
export function markdownTable(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(markdownText).join(' | ')} |\n`
  return `${line(titles)}|${' --- |'.repeat(titles.length)}\n${rows.map(line).join('')}`
}
