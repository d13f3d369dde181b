import fc from 'fast-check'
import { expect, test } from 'vitest'
import { oneLine } from '../../src/views/line.js'
import { displayWidth } from '../../src/views/width.js'
import { wrapPieces } from '../../src/views/wrap.js'

const strong = (text: string) => `<${text}>`

test('breaks between words, and sets every part of a piece off', () => {
  const pieces = [{ text: 'La marque a ' }, { text: 'livré 4 000 voitures', paint: strong }, { text: ', dit-elle.\n' }]
  expect(wrapPieces(pieces, 18)).toEqual(['La marque a <livré>', '<4> <000> <voitures>,', 'dit-elle.'])
})

test('a piece that ends inside a word does not break it', () => {
  expect(wrapPieces([{ text: 'dans l’' }, { text: 'usine', paint: strong }], 9)).toEqual(['dans', 'l’<usine>'])
})

test('a word wider than the line is broken, wide characters counted', () => {
  expect(wrapPieces([{ text: 'ab 漢字漢字 c' }], 5)).toEqual(['ab', '漢字', '漢字', 'c'])
})

test('nothing is one empty line', () => expect(wrapPieces([], 10)).toEqual(['']))

test('no line is too wide, no word gets lost, no control character reaches the terminal', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' })), fc.integer({ min: 8, max: 30 }), (texts, width) => {
      const pieces = texts.map((text) => ({ text: `${text}\u001b[2J` }))
      const lines = wrapPieces(pieces, width)
      for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width)
      const bare = (text: string) => text.replace(/\s/g, '')
      expect(bare(lines.join(''))).toBe(bare(pieces.map(({ text }) => oneLine(text)).join('')))
    }),
  )
})
