import { oneLine } from './line.js'
import { displayWidth } from './width.js'

/** A run of text that is set off in one way. */
export interface Piece {
  text: string
  paint?: (text: string) => string
}

/**
 * Pieces of text one behind the other on lines of at most `width` columns (at least 8), broken between words, and inside a
 * word only where it is wider than a line. Safe to print.
 */
export function wrapPieces(pieces: readonly Piece[], width: number): string[] {
  const lines: string[] = []
  let line = ''
  let used = 0
  const end = () => {
    lines.push(line)
    line = ''
    used = 0
  }
  for (const word of wordsOf(pieces)) {
    const wide = word.reduce((sum, { text }) => sum + displayWidth(text), 0)
    if (used > 0 && used + 1 + wide > width) end()
    if (used > 0) {
      line += ' '
      used++
    }
    for (const { text, paint = asIs } of word) {
      for (const part of wide > width ? charactersOf(text) : [text]) {
        const columns = displayWidth(part)
        if (used > 0 && used + columns > width) end()
        line += paint(part)
        used += columns
      }
    }
  }
  if (used > 0 || lines.length === 0) end()
  return lines
}

const asIs = (text: string) => text

/** Words, each with the pieces that it is made of. */
function wordsOf(pieces: readonly Piece[]): Piece[][] {
  const words: Piece[][] = []
  let isOpen = false
  for (const piece of pieces) {
    for (const [text] of oneLine(piece.text).matchAll(/ |[^ ]+/g)) {
      if (text === ' ') isOpen = false
      else if (isOpen) words.at(-1)?.push({ ...piece, text })
      else {
        words.push([{ ...piece, text }])
        isOpen = true
      }
    }
  }
  return words
}

let segmenter: Intl.Segmenter | null = null

function charactersOf(text: string): string[] {
  segmenter ??= new Intl.Segmenter()
  return Array.from(segmenter.segment(text), ({ segment }) => segment)
}
