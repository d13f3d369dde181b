import type { FactFile } from '../types.js'
import { jsonText } from './json.js'

/** What all lines of one source begin with. */
const headOf = ({ source, published }: Pick<FactFile, 'source' | 'published'>): string =>
  `${jsonText({ source, published }).slice(0, -1)},`

/** The claims of a file as lines of ndjson, the same as those that `CLAIMS` of views/claims.ts makes. */
export function claimLines(file: FactFile): string {
  if (file.claims.length === 0) return ''
  const head = headOf(file)
  let lines = ''
  for (const claim of file.claims) lines += `${head}${jsonText(claim).slice(1)}\n`
  return lines
}

/**
 * The same of claims that are JSON already.
 *
 * @param texts each claim as JSON in UTF-8
 */
export function storedLines(file: Pick<FactFile, 'source' | 'published'>, texts: readonly Buffer[]): Buffer {
  const head = Buffer.from(headOf(file))
  const end = Buffer.from('\n')
  return Buffer.concat(texts.flatMap((text) => [head, text.subarray(1), end]))
}
