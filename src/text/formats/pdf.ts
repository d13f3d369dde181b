import { UserError } from '../../problems.js'
import type { Found, OpenOptions } from './article.js'

/** A line of a page: how far up it stands and how high it is, in units of the page. */
interface Line {
  text: string
  y: number
  height: number
}

/** Lines further apart than this many times their height are paragraphs. */
const PARAGRAPH_GAP = 1.7

/**
 * Reads the text of a PDF, line by line, paragraphs divided by blank lines. Its own title and date are not believed: they
 * are those of a template or of the printing as often as not.
 *
 * @throws UserError where it is damaged or locked, or holds no text but only pictures of it
 */
export async function readPdf(bytes: Uint8Array, { source }: OpenOptions): Promise<Found> {
  const { getResolvedPDFJS } = await import('unpdf')
  const { getDocument, VerbosityLevel } = await getResolvedPDFJS()
  const loading = getDocument({
    data: Uint8Array.from(bytes),
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    disableAutoFetch: true,
    disableStream: true,
    verbosity: VerbosityLevel.ERRORS,
  })
  try {
    const pdf = await loading.promise
    const pages: string[] = []
    for (let n = 1; n <= pdf.numPages; n++) {
      const page = await pdf.getPage(n)
      const { items } = await page.getTextContent()
      pages.push(pageText(items.flatMap((item) => ('str' in item ? [item] : []))))
      page.cleanup()
    }
    const text = pages.filter((page) => page !== '').join('\n\n')
    if (!/\S/.test(text)) {
      throw new UserError('no text in this PDF', { source, hint: 'it holds pictures of pages: read it with OCR first' })
    }
    return { name: null, text: `${text}\n`, title: null, published: null, language: null, site: null }
  } catch (error) {
    if (error instanceof UserError) throw error
    const { name, message } = error as Error
    if (name === 'PasswordException') {
      throw new UserError('a locked PDF', { source, hint: 'save it without its password first' })
    }
    throw new UserError('damaged PDF', { source, hint: message.slice(0, 200) })
  } finally {
    await loading.destroy()
  }
}

interface Piece {
  str: string
  /** The last two are the place of its lower left corner. */
  transform: number[]
  height: number
  hasEOL: boolean
}

function pageText(pieces: readonly Piece[]): string {
  const lines: Line[] = []
  let line: Line | null = null
  for (const { str, transform, height, hasEOL } of pieces) {
    line ??= { text: '', y: transform[5] ?? 0, height: 0 }
    line.text += str
    line.height = Math.max(line.height, height)
    if (!hasEOL) continue
    if (line.text.trim() !== '') lines.push(line)
    line = null
  }
  if (line !== null && line.text.trim() !== '') lines.push(line)
  return unhyphenated(
    lines.map((each, i) => `${isApart(lines[i - 1], each) ? '\n' : ''}${each.text.trim()}`).join('\n'),
  )
}

function isApart(above: Line | undefined, { y, height }: Line): boolean {
  return above !== undefined && Math.abs(above.y - y) > PARAGRAPH_GAP * Math.max(above.height, height, 1)
}

/** A word divided at the end of a line is put together; one that stands elsewhere with its hyphen keeps it. */
function unhyphenated(text: string): string {
  const lines = text.split('\n')
  for (const [i, line] of lines.entries()) {
    const next = lines[i + 1] ?? ''
    if (!/\p{L}[-\u00ad\u2010]$/u.test(line.slice(-3)) || !/^\p{Ll}/u.test(next)) continue
    const head = line.slice(0, -1)
    const [tail = ''] = next.split(' ', 1)
    const word = `${head.split(/[^\p{L}]/u).at(-1)}-${tail.split(/[^\p{L}]/u)[0]}`
    lines[i] = `${head}${text.includes(word) ? '-' : ''}${tail}`
    lines[i + 1] = next.slice(tail.length).trimStart()
  }
  return lines.join('\n')
}
