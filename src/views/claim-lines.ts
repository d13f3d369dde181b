import { lineHead } from '../problems.js'
import type { FactFile } from '../types.js'
import { jsonText } from './json.js'

/** The claims of a file as lines of ndjson, the same as those that `CLAIMS` of views/claims.ts makes. */
export function claimLines(file: FactFile): string {
  if (file.claims.length === 0) return ''
  const head = lineHead(file)
  let lines = ''
  for (const claim of file.claims) lines += `${head}${jsonText(claim).slice(1)}\n`
  return lines
}
