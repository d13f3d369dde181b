import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { UserError } from '../../src/problems.js'
import { decode } from '../../src/text/decode.js'
import { type SingleByte, UPPER_HALF } from '../../src/text/encodings.js'

const utf8 = (text: string) => new TextEncoder().encode(text)

function utf16(text: string, bigEndian: boolean): Uint8Array {
  const bytes = [...`\ufeff${text}`].flatMap((ch) =>
    ch.split('').flatMap((unit) => {
      const c = unit.charCodeAt(0)
      return bigEndian ? [c >> 8, c & 255] : [c & 255, c >> 8]
    }),
  )
  return Uint8Array.from(bytes)
}

/** A well-formed text that is no binary file: a letter, then anything but control characters. */
const articles = fc.string({ unit: 'grapheme' }).map((text) => `A${text.replace(/\p{Cc}/gu, ' ')}`)

describe('decode', () => {
  it('gives back what UTF-8 encodes', () => {
    fc.assert(
      fc.property(articles, (text) => {
        expect(decode(utf8(text), 'a.txt').text).toBe(text)
      }),
    )
  })

  it('gives back what UTF-16 with a byte-order mark encodes', () => {
    fc.assert(
      fc.property(articles, fc.boolean(), (text, bigEndian) => {
        expect(decode(utf16(text, bigEndian), 'a.txt').text).toBe(text)
      }),
    )
  })

  it('drops the byte-order mark of UTF-8', () => {
    expect(decode(Uint8Array.from([0xef, 0xbb, 0xbf, 0x41]), 'a.txt').text).toBe('A')
  })

  it('keeps line ends, and letters with combining accents', () => {
    const text = 'E\u0301te\u0301\r\nHiver\r\n'
    expect(decode(utf8(text), 'a.txt').text).toBe(text)
  })

  it('reads Windows-1252, euro sign and quotes included', () => {
    const bytes = Uint8Array.from([0x31, 0x32, 0xa0, 0x80, 0x20, 0x93, 0xe9, 0x74, 0xe9, 0x94])
    expect(decode(bytes, 'a.txt').text).toBe('12\u00a0€ “été”')
  })

  it('reads UTF-16 without a byte-order mark', () => {
    for (const bigEndian of [false, true]) {
      expect(decode(utf16('Prix : 4 € l’unité', bigEndian).slice(2), 'a.txt').text).toBe('Prix : 4 € l’unité')
    }
  })

  const SENTENCE = 'Cœur de gamme : à 39 900 €, l’ÉTÉ a été « très » bon.'
  // ISO 8859-15 has no curly apostrophe
  const singleByte: [SingleByte, string][] = [
    ['windows-1252', SENTENCE],
    ['iso-8859-15', SENTENCE.replace('’', "'")],
    ['macintosh', SENTENCE],
  ]
  const encoded = (encoding: SingleByte, text: string) =>
    Uint8Array.from(text, (c) => (c < '\u0080' ? c.charCodeAt(0) : UPPER_HALF[encoding].indexOf(c) + 0x80))

  it.each(singleByte)('tells %s by its letters', (encoding, text) => {
    expect(decode(encoded(encoding, text), 'a.txt').text).toBe(text)
  })

  it.each([
    ['iso-8859-15', '1œ'],
    ['macintosh', '1Ω'],
  ])('reads what is declared as %s so, whatever it looks like', (encoding, text) => {
    expect(decode(Uint8Array.from([0x31, 0xbd]), 'a.txt', { encoding }).text).toBe(text)
    expect(decode(Uint8Array.from([0x31, 0xbd]), 'a.txt').text).toBe('1½')
  })

  it('names an encoding that does not exist', () => {
    expect(() => decode(utf8('a'), 'a.txt', { encoding: 'klingon' })).toThrow('no encoding "klingon"')
  })

  it('takes a UTF-8 file that is cut inside a character for UTF-8', () => {
    const whole = utf8('Une usine à Évreux, livrée cet été')
    expect(decode(whole.slice(0, -1), 'a.txt').text).toBe('Une usine à Évreux, livrée cet ét\ufffd')
  })

  it.each([
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])],
    ['control characters', Uint8Array.from([1, 2, 3, 0x41, 0x42])],
  ])('refuses %s', (_, bytes) => {
    expect(() => decode(bytes, 'b.bin')).toThrow(UserError)
  })

  it.each([
    ['nothing', ''],
    ['white space', ' \n\t\u00a0\r\n'],
  ])('refuses a file of %s', (_, text) => {
    expect(() => decode(utf8(text), 'c.txt')).toThrow(/no text/)
  })

  it('never fails but with a UserError', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        try {
          expect(typeof decode(bytes, 'd').text).toBe('string')
        } catch (error) {
          expect(error).toBeInstanceOf(UserError)
        }
      }),
    )
  })
})
