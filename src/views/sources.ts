import { oneLine } from './line.js'

/**
 * Short names of sources, the shortest that tells them apart: the file name without folder, extension and leading date,
 * the file name, the whole name. Safe to print.
 */
export function shortNames(sources: Iterable<string>): (source: string) => string {
  const all = [...new Set(sources)]
  const forms = [(source: string) => stemOf(source).replace(/^\d{4}(?:-\d\d){0,2}-(?=.)/, ''), stemOf]
  const counts = forms.map((form) => {
    const count = new Map<string, number>()
    for (const source of all) count.set(form(source), (count.get(form(source)) ?? 0) + 1)
    return count
  })
  return (source) => {
    const unique = forms.find((form, i) => counts[i]?.get(form(source)) === 1)
    return oneLine(unique === undefined ? source : unique(source))
  }
}

function stemOf(source: string): string {
  const base = source.slice(source.lastIndexOf('/') + 1)
  const dot = base.lastIndexOf('.')
  return dot > 0 ? base.slice(0, dot) : base
}
