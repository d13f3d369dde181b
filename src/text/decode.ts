import { UserError } from '../problems.js'

/** What Windows-1252 puts at 0x80–0x9F, where ISO 8859-1 has control characters (WHATWG Encoding, windows-1252 index). */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** Longest run of bytes that is looked at for the share of control characters. */
const SAMPLE = 65_536

/**
 * The text of a file: UTF-8, UTF-16 with byte-order mark, or Windows-1252 where the bytes are no UTF-8. The byte-order
 * mark is not part of the text; all else is kept as it is (line ends, normal form), since evidence counts in it.
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
    const hint = text.startsWith('%PDF-')
      ? 'this is a PDF: save its text as a .txt file first'
      : 'give plain text in UTF-8, UTF-16 with a byte-order mark, or Windows-1252'
    throw new UserError('not a text file', { hint, source })
  }
  if (!/\S/.test(text)) throw new UserError('no text in this file', { hint: 'is the article missing?', source })
  return { text }
}

/** The text in the encoding that somebody declares; a byte-order mark, and being sound UTF-8, are believed before that. */
function declaredText(bytes: Uint8Array, encoding: string, source: string): string {
  const label = encoding.trim().toLowerCase()
  if (/^(?:iso-8859-1|latin1|us-ascii|ascii|windows-1252|cp1252)$/.test(label)) return toText(bytes)
  try {
    return new TextDecoder(label).decode(bytes)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    const hint = 'labels are those of the WHATWG Encoding Standard, such as utf-8, windows-1252, iso-8859-15, macintosh'
    throw new UserError(`no encoding "${encoding}"`, { source, hint })
  }
}

function toText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
  }
  const lossy = new TextDecoder('utf-8').decode(bytes)
  return isMostlyUtf8(lossy) ? lossy : fromWindows1252(bytes)
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

/** Own table, as some releases of Node decode windows-1252 as ISO 8859-1 (nodejs/node#56542). */
function fromWindows1252(bytes: Uint8Array): string {
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  return latin1.replace(/[\u0080-\u009f]/g, (c) => WINDOWS_1252[c.charCodeAt(0) - 0x80] ?? c)
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const CONTROL = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/g

/** NUL, or more than one control character in a hundred that no text file has (escape: colours of a terminal log). */
function isBinary(text: string): boolean {
  if (text.startsWith('%PDF-') || text.includes('\0')) return true
  const sample = text.slice(0, SAMPLE)
  return (sample.match(CONTROL)?.length ?? 0) * 100 > sample.length
}
