import fc from 'fast-check'
import { expect, it } from 'vitest'
import { seenOf } from '../../src/text/unseen.js'

const UNSEEN = ['\u00ad', '\u200b', '\u200d', '\u2060', '\ufeff', '\u202e', '\u2069']
const unseen = fc.constantFrom(...UNSEEN)
const seen = fc.constantFrom('a', '7', ' ', 'é', '🚗', '\n')

it('leaves out what is not seen, and knows where the rest was', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(unseen, seen)), fc.nat(), fc.nat(), (pieces, a, b) => {
      const text = pieces.join('')
      const read = seenOf(text)
      if (read === null) {
        expect(pieces.filter((piece) => UNSEEN.includes(piece))).toEqual([])
        return
      }
      const start = a % (read.text.length + 1)
      const end = start + (b % (read.text.length - start + 1))
      if (start === end) return
      const place = read.placeOf({ start, end })
      const whole = text.slice(place.start, place.end)
      expect(seenOf(whole)?.text ?? whole).toBe(read.text.slice(start, end))
      // neither end of a span is a character that is not seen
      expect(seenOf(whole[0] as string)).toBeNull()
      expect(seenOf(whole.at(-1) as string)).toBeNull()
    }),
    { numRuns: 500 },
  )
})
