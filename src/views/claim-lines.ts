import type { FactFile, TextList } from '../types.js'
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
 * The same of the claims of several files that are JSON already, in UTF-8.
 *
 * @param jsonOf the claims of a file, each as JSON
 */
export function storedLines(files: readonly FactFile[], jsonOf: (file: FactFile) => TextList): Buffer {
  // a character a byte: to put together a string of 50 MB costs a third of copying as many bytes piece by piece
  let lines = ''
  for (const file of files) {
    const { texts, numbers } = jsonOf(file)
    const head = Buffer.from(headOf(file)).toString('latin1')
    for (const i of numbers) {
      // what the head begins with already is left out
      lines += `${head}${texts.bytes.toString('latin1', (texts.starts[i] as number) + 1, texts.starts[i + 1])}\n`
    }
  }
  return Buffer.from(lines, 'latin1')
}
