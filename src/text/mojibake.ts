import { UPPER_HALF } from './encodings.js'

/** Characters that came of a byte read in the wrong encoding, and that byte; and the bytes that ISO 8859-1 leaves as controls. */
const CODE_PAGES = (['windows-1252', 'macintosh'] as const).map((encoding) => {
  const bytes = new Map(Array.from(UPPER_HALF[encoding], (character, i) => [character, 0x80 + i]))
  for (let c = 0x80; c < 0xa0 && encoding === 'windows-1252'; c++) bytes.set(String.fromCharCode(c), c)
  return bytes
})

/** A place where UTF-8 was read as something else: what stands there, and what stood there before. */
export interface Mojibake {
  start: number
  end: number
  meant: string
}

/** How many bytes a character has that begins with this one: letters with accents, signs of print, pictures. */
const LENGTHS = new Map([
  [0xc2, 2],
  [0xc3, 2],
  [0xc5, 2],
  [0xe2, 3],
  [0xf0, 4],
])

/** What is read for the bytes that open those characters. */
const LEADS = /[ÂÃÅâð√¬‚]/

/**
 * The places where UTF-8 was read as Windows-1252 or MacRoman ("Ã©" for "é"), once. A single "Â°" may be meant as it
 * stands; an accent or quotation mark that comes of it may not.
 */
export function findMojibake(text: string): Mojibake[] {
  if (!LEADS.test(text)) return []
  const found = CODE_PAGES.map((bytes) => placesIn(text, bytes)).sort((a, b) => b.length - a.length)[0] ?? []
  return found.length > 1 || found.some(({ meant }) => /[\p{L}’‘“”–—…€]/u.test(meant)) ? found : []
}

function placesIn(text: string, bytes: ReadonlyMap<string, number>): Mojibake[] {
  const places: Mojibake[] = []
  for (let i = 0; i < text.length; i++) {
    const lead = text.charCodeAt(i) < 0x80 ? undefined : bytes.get(text[i] as string)
    const length = LENGTHS.get(lead ?? 0) ?? 0
    if (length === 0) continue
    const units = Array.from(text.slice(i, i + length), (character) => bytes.get(character) ?? 0)
    const meant = decoded(units, length)
    if (meant === null) continue
    places.push({ start: i, end: i + length, meant })
    i += length - 1
  }
  return places
}

/** The one character that these bytes are in UTF-8. */
function decoded(bytes: readonly number[], length: number): string | null {
  if (bytes.length !== length || !bytes.slice(1).every((byte) => byte >= 0x80 && byte <= 0xbf)) return null
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes))
  } catch {
    return null
  }
}

/** The text as it was before it was read wrongly, once or several times over. */
export function cured(text: string): string {
  let out = text
  for (let times = 0; times < 3; times++) {
    const places = findMojibake(out)
    if (places.length === 0) return out
    const parts: string[] = []
    let from = 0
    for (const { start, end, meant } of places) {
      parts.push(out.slice(from, start), meant)
      from = end
    }
    out = `${parts.join('')}${out.slice(from)}`
  }
  return out
}
