import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Document } from '../../src/types.js'
import { sentenceView } from '../../src/views/explanation.js'

test('offsets are code points of the text, whatever stands in it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1 }), fc.nat(), fc.nat(), (text, x, y) => {
      const points = Array.from(text)
      const [start = 0, end = 0] = [x % (points.length + 1), y % (points.length + 1)].sort((a, b) => a - b)
      const span = { start: points.slice(0, start).join('').length, end: points.slice(0, end).join('').length }
      const document = { text } as Document
      const reading = {
        ...{
          sentence: { ...span, role: 'text' as const, paragraph: 0, tokens: [] },
          line: 1,
          gate: null,
          attempts: [],
        },
        ...{ mentions: [{ type: 'org' as const, name: 'x', ...span }], claims: [] },
      }
      const expected = { start, end, text: points.slice(start, end).join('') }
      expect(sentenceView(document).record(reading)).toEqual(
        expect.objectContaining({ ...expected, mentions: [{ type: 'org', name: 'x', ...expected }] }),
      )
    }),
  )
})
