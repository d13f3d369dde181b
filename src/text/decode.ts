import { UserError } from '../problems.js'
import { fromSingleByte, guessSingleByte } from './encodings.js'

/** Longest run of bytes that is looked at for the share of control characters. */
const SAMPLE = 65_536

/**
 * The text of a file: UTF-8, UTF-16, or where the bytes are neither, the encoding in which they read most like
 * French or English: Windows-1252, ISO 8859-15 or MacRoman; or the one that is declared. A byte-order mark is not part of the text; all else is kept as it is (line ends, normal form), since evidence counts in it.
 *
 * UTF-8 that is damaged in a few places (a file cut in the middle of a character) stays UTF-8, with U+FFFD for what
 * cannot be read.
 *
 * @throws UserError if the bytes are no text, or hold nothing but white space.
 */
export function decode(
  bytes: Uint8Array,
  source: string,
  { encoding }: { encoding?: string | undefined } = {},
): { text: string } {
  const text = encoding === undefined ? toText(bytes) : declaredText(bytes, encoding, source)
  if (isBinary(text)) {
    const hint = 'is it a Word document or a picture? save its text as a .txt file'
    throw new UserError('not a text file', { hint, source })
  }
  if (!/\S/.test(text)) throw new UserError('no text in this file', { hint: 'is the article missing?', source })
  return { text }
}

/** The text in the encoding that somebody declares; a byte-order mark, and being sound UTF-8, are believed before that. */
function declaredText(bytes: Uint8Array, encoding: string, source: string): string {
  try {
    const { encoding: name } = new TextDecoder(encoding.trim())
    // by that name go ISO 8859-1 and ASCII too (WHATWG Encoding): it is what is declared where nobody thought about it
    return name === 'windows-1252' ? toText(bytes) : new TextDecoder(name).decode(bytes)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    const hint = 'labels are those of the WHATWG Encoding Standard, such as utf-8, windows-1252, iso-8859-15, macintosh'
    throw new UserError(`no encoding "${encoding}"`, { source, hint })
  }
}

const STRICT_UTF8 = new TextDecoder('utf-8', { fatal: true })

function toText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  const unmarked = unmarkedUtf16(bytes)
  if (unmarked !== null) return new TextDecoder(unmarked).decode(bytes)
  try {
    return STRICT_UTF8.decode(bytes)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
  }
  const lossy = new TextDecoder('utf-8').decode(bytes)
  return isMostlyUtf8(lossy) ? lossy : fromSingleByte(bytes, guessSingleByte(bytes))
}

/** UTF-16 without a byte-order mark: of French and English, nearly every second byte is 0, and none of the others. */
function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const pairs = Math.min(bytes.length, 2000) >> 1
  const zeros = [0, 0]
  for (let i = 0; i < pairs * 2; i++) if (bytes[i] === 0) zeros[i & 1] = (zeros[i & 1] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  if (pairs < 4 || even + odd < pairs * 0.7 || Math.min(even, odd) > 0) return null
  return odd > even ? 'utf-16le' : 'utf-16be'
}

/** In Windows-1252 an accented letter before another hardly ever looks like UTF-8: so well-formed sequences are a proof. */
function isMostlyUtf8(lossy: string): boolean {
  let sound = 0
  let broken = 0
  for (let i = 0; i < lossy.length; i++) {
    const c = lossy.charCodeAt(i)
    if (c === 0xfffd) broken++
    else if (c > 127) sound++
  }
  return sound > broken
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const CONTROL = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/g

/** NUL, or more than one control character in a hundred that no text file has (escape: colours of a terminal log). */
function isBinary(text: string): boolean {
  if (text.includes('\0')) return true
  const sample = text.slice(0, SAMPLE)
  return (sample.match(CONTROL)?.length ?? 0) * 100 > sample.length
}
