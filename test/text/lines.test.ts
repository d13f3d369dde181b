import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lineOf, lineStarts, toCodePoints, trimmedLines } from '../../src/text/lines.js'

/** Strings with many line ends, astral characters and lone surrogates. */
const texts = fc
  .array(fc.constantFrom('a', 'é', '\n', '\r', '\r\n', '😱', '\ud83d', '\ude31', ' ', '𝗫'), { maxLength: 40 })
  .map((parts) => parts.join(''))

describe('lines', () => {
  it('counts lines from 1, with all three line ends', () => {
    const text = 'one\ntwo\r\nthree\rfour'
    const starts = lineStarts(text)
    expect(starts).toEqual([0, 4, 9, 15])
    expect(['one', 'two', 'three', 'four'].map((word) => lineOf(starts, text.indexOf(word)))).toEqual([1, 2, 3, 4])
  })

  it('puts a line end on the line that it ends', () => {
    const starts = lineStarts('a\nb')
    expect([0, 1, 2, 3].map((offset) => lineOf(starts, offset))).toEqual([1, 1, 2, 2])
  })

  it('agrees with counting the line ends before an offset', () => {
    fc.assert(
      fc.property(texts, fc.nat(), (text, n) => {
        const offset = n % (text.length + 1)
        // CR LF is one line end: an offset between the two is still on the line before
        const before = text.slice(0, offset).replace(/\r$/, text[offset] === '\n' ? '' : '\r')
        expect(lineOf(lineStarts(text), offset)).toBe(before.split(/\r\n|\r|\n/).length)
      }),
    )
  })

  it('cuts the text into lines without the white space around them', () => {
    const text = ' a b\u00a0\r\n\n\tc'
    expect(trimmedLines(text, 0).map(({ start, end }) => text.slice(start, end))).toEqual(['a b', '', 'c'])
  })

  it('begins where it is told', () => {
    const text = '---\nb\nc'
    expect(trimmedLines(text, 3).map(({ start, end }) => text.slice(start, end))).toEqual(['', 'b', 'c'])
  })
})

describe('toCodePoints', () => {
  it('counts an emoji as one', () => {
    expect(toCodePoints('a😱b😱', [0, 1, 3, 4, 6])).toEqual([0, 1, 2, 3, 4])
  })

  it('agrees with spreading the text into characters', () => {
    fc.assert(
      fc.property(texts, fc.array(fc.nat()), (text, numbers) => {
        const offsets = numbers.map((n) => n % (text.length + 1)).sort((a, b) => a - b)
        expect(toCodePoints(text, offsets)).toEqual(offsets.map((offset) => [...text.slice(0, offset)].length))
      }),
    )
  })
})
