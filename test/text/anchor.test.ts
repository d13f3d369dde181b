import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anchor } from '../../src/text/anchor.js'
import type { Evidence } from '../../src/types.js'

/** The evidence of the first place of a quote in a text. */
function evidenceOf(text: string, quote: string, from = 0): Evidence {
  const at = text.indexOf(quote, from)
  const start = Array.from(text.slice(0, at)).length
  const line = text.slice(0, at).split('\n').length
  return { line, start, end: start + Array.from(quote).length, quote }
}

const TEXT = `Nordlys accélère 🚗🚗

La marque a livré 4 000 voitures en mai.
Elle en a livré 4 000 voitures de plus en juin.
`
const MAY = evidenceOf(TEXT, 'livré 4 000 voitures en mai')
const TWICE = evidenceOf(TEXT, '4 000 voitures')
const AGAIN = evidenceOf(TEXT, '4 000 voitures', TEXT.indexOf('Elle'))

describe('anchor', () => {
  test('a quote in its place is left alone', () => {
    expect(anchor(TEXT, [MAY, TWICE, AGAIN])).toEqual(
      [MAY, TWICE, AGAIN].map((one) => ({ state: 'in-place', places: [one] })),
    )
  })

  test('a quote that has moved is found by its words, in code points', () => {
    const moved = `🚗 Encore une phrase.\n\n${TEXT}`
    expect(anchor(moved, [MAY])).toEqual([{ state: 'moved', places: [evidenceOf(moved, MAY.quote)] }])
    expect(anchor(moved, [MAY])[0]?.places[0]).toMatchObject({ line: MAY.line + 2 })
  })

  test('a wrong line alone is put right', () => {
    expect(anchor(TEXT, [{ ...MAY, line: 9 }])).toEqual([{ state: 'moved', places: [MAY] }])
  })

  test('the same words keep their order where each has a place of its own', () => {
    const moved = `Avant.\n${TEXT}`
    const places = [evidenceOf(moved, TWICE.quote), evidenceOf(moved, AGAIN.quote, moved.indexOf('Elle'))]
    expect(anchor(moved, [AGAIN, TWICE, TWICE]).map(({ places }) => places[0])).toEqual([
      places[1],
      places[0],
      places[0],
    ])
  })

  test('a place where another quote of the same words still stands is not taken', () => {
    const longer = `${TEXT}Puis 4 000 voitures encore.\n`
    const last = evidenceOf(longer, '4 000 voitures', longer.indexOf('Puis'))
    const wrong = { ...TWICE, start: 0, end: 14, line: 1 }
    expect(anchor(longer, [TWICE, wrong, AGAIN])[1]).toEqual({ state: 'moved', places: [last] })
  })

  test('words in several places are ambiguous, words in none are lost', () => {
    const moved = `Avant.\n${TEXT}`
    const [one] = anchor(moved, [TWICE])
    expect(one?.state).toBe('ambiguous')
    expect(one?.places.map(({ line }) => line)).toEqual([4, 5])
    expect(anchor('Rien de tel.', [TWICE])).toEqual([{ state: 'lost', places: [] }])
    expect(anchor('Rien.', [{ line: 1, start: 3, end: 9, quote: '' }])).toEqual([{ state: 'lost', places: [] }])
  })

  test('an article that is wrapped anew, or written with other apostrophes, still holds its words', () => {
    const quote = "l'usine a\nlivré 4 000 voitures"
    const now = 'Depuis mai, l’usine\r\n  a livré 4\u00a0000 voitures.'
    const [found] = anchor(now, [{ line: 3, start: 70, end: 70 + quote.length, quote }])
    expect(found).toEqual({
      state: 'moved',
      places: [evidenceOf(now, 'l’usine\r\n  a livré 4\u00a0000 voitures')],
    })
  })

  test('whatever stands before it, a quote that moved is a slice of the text at its new place', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('🚗', '\n', '\r\n', 'livré ', '4 000 voitures'),
    )
    fc.assert(
      fc.property(fc.array(piece), fc.array(piece), (before, after) => {
        const text = before.join('') + TEXT + after.join('')
        const points = Array.from(text)
        for (const { state, places } of anchor(text, [MAY, TWICE, AGAIN])) {
          expect(state).not.toBe('lost')
          for (const { start, end, quote } of places) expect(points.slice(start, end).join('')).toBe(quote)
        }
      }),
    )
  })

  test('takes time in proportion to the text, whatever the text', () => {
    const text = '4 '.repeat(200_000)
    const quotes = ['4 4 4 4 5', ' '.repeat(50), '4'].map((quote) => ({
      line: 1,
      start: 7,
      end: 7 + quote.length,
      quote,
    }))
    expect(anchor(text, quotes).map(({ state }) => state)).toEqual(['lost', 'lost', 'ambiguous'])
  })
})
