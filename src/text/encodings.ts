/** The single-byte encodings that French and English files are in, the likeliest first. */
const SINGLE_BYTE = ['windows-1252', 'iso-8859-15', 'macintosh'] as const
export type SingleByte = (typeof SINGLE_BYTE)[number]

/** What Windows-1252 puts at 0x80–0x9F, where ISO 8859-1 has control characters (WHATWG Encoding, windows-1252 index). */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

const bytesFrom = (first: number) => Uint8Array.from({ length: 0x100 - first }, (_, i) => first + i)

/**
 * The characters of the bytes from 0x80 on. An own table for Windows-1252, as some releases of Node read it as
 * ISO 8859-1 (nodejs/node#56542).
 */
export const UPPER_HALF: Readonly<Record<SingleByte, string>> = {
  'windows-1252': WINDOWS_1252 + String.fromCharCode(...bytesFrom(0xa0)),
  'iso-8859-15': new TextDecoder('iso-8859-15').decode(bytesFrom(0x80)),
  macintosh: new TextDecoder('macintosh').decode(bytesFrom(0x80)),
}

export function fromSingleByte(bytes: Uint8Array, encoding: SingleByte): string {
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const upper = UPPER_HALF[encoding]
  return latin1.replace(/[\u0080-\u00ff]/g, (c) => upper[c.charCodeAt(0) - 0x80] as string)
}

/** So many bytes beyond ASCII are evidence enough. */
const SAMPLE = 5_000

/** The single-byte encoding in which the bytes read most like French or English. */
export function guessSingleByte(bytes: Uint8Array): SingleByte {
  const scores = SINGLE_BYTE.map(() => 0)
  let seen = 0
  for (let i = 0; i < bytes.length && seen < SAMPLE; i++) {
    const byte = bytes[i] as number
    if (byte < 0x80) continue
    seen++
    for (const [n, encoding] of SINGLE_BYTE.entries()) {
      const upper = UPPER_HALF[encoding]
      const near = (b: number | undefined) =>
        b === undefined ? ' ' : b < 0x80 ? String.fromCharCode(b) : upper[b - 0x80]
      scores[n] =
        (scores[n] as number) + likelihood(upper[byte - 0x80] as string, near(bytes[i - 1]), near(bytes[i + 1]))
    }
  }
  const best = Math.max(...scores)
  return SINGLE_BYTE.find((_, n) => scores[n] === best) as SingleByte
}

const LOWER = /[a-zéèêëàâîïôûùüÿçœæ]/
const UPPER = /[A-ZÉÈÊËÀÂÎÏÔÛÙÜÇŒÆ]/
const MARKS = /[«»’‘“”–—…€°\u00a0]/

/** How much a character between two others looks like French or English: from -2 to 2. */
function likelihood(character: string, before = ' ', behind = ' '): number {
  const isInWord = LOWER.test(before) || LOWER.test(behind) || UPPER.test(before)
  if (LOWER.test(character)) return isInWord || /[\s(«"]/.test(before) ? 2 : 0
  if (UPPER.test(character)) return LOWER.test(before) ? -2 : isInWord || UPPER.test(behind) ? 1 : 0
  if (MARKS.test(character)) return 1
  // fractions and the like stand beside figures; what else there is hardly stands in an article
  return /[½¼¾£§©®™•]/.test(character) && !LOWER.test(before) ? 0 : -2
}
