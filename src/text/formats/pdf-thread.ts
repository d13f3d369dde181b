/** A line of a page: how far up it stands and how high it is, in units of the page. */
interface Line {
  text: string
  y: number
  height: number
}

/** Lines further apart than this many times their height are paragraphs. */
const PARAGRAPH_GAP = 1.7

/** A PDF, and how many code units of text are read of it at most. */
export interface PdfTask {
  data: Uint8Array
  limit: number
}

/**
 * The text of a PDF, empty where it holds none, null where it is longer than the limit; or the name and message of what
 * pdf.js fails with.
 */
export type PdfText = { text: string | null } | { name: string; message: string }

// what pdf.js does at once it waits for one by one: of the failures of a damaged file it handles the first alone
process.on('unhandledRejection', () => {})

/** What the thread for PDFs does with one: its text, line by line, paragraphs divided by blank lines. */
export default async function textOfPdf({ data, limit }: PdfTask): Promise<PdfText> {
  const { getResolvedPDFJS } = await import('unpdf')
  const { getDocument, VerbosityLevel } = await getResolvedPDFJS()
  const loading = getDocument({
    data,
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
    let length = 0
    for (let n = 1; n <= pdf.numPages; n++) {
      const page = await pdf.getPage(n)
      const lines = lineReader()
      // piece by piece: a page of some kilobytes can unpack to gigabytes
      const reader = page.streamTextContent().getReader()
      for (;;) {
        const { value, done } = await reader.read()
        if (done) break
        for (const item of value.items as (Piece | { str?: never })[]) {
          if (item.str === undefined) continue
          lines.add(item)
          length += item.str.length + 1
        }
        if (length > limit) return { text: null }
      }
      pages.push(pageText(lines.end()))
      page.cleanup()
    }
    return { text: pages.filter((page) => page !== '').join('\n\n') }
  } catch (error) {
    const { name, message } = error as Error
    return { name, message }
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

/** Joins the pieces of a page to lines. */
function lineReader(): { add(piece: Piece): void; end(): Line[] } {
  const lines: Line[] = []
  let line: Line | null = null
  const end = () => {
    if (line !== null && line.text.trim() !== '') lines.push(line)
    line = null
    return lines
  }
  return {
    add({ str, transform, height, hasEOL }) {
      line ??= { text: '', y: transform[5] ?? 0, height: 0 }
      line.text += str
      line.height = Math.max(line.height, height)
      if (hasEOL) end()
    },
    end,
  }
}

function pageText(lines: readonly Line[]): string {
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
