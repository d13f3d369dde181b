import { expect, test } from 'vitest'
import { PERHAPS_UNSEEN, UNSEEN, visibleJson } from '../src/problems.js'

test('what is looked for in ranges has every character that is not seen', () => {
  const missed: string[] = []
  for (let c = 0; c <= 0x10ffff; c++) {
    const character = String.fromCodePoint(c)
    if (character.search(UNSEEN) >= 0 && !PERHAPS_UNSEEN.test(character)) missed.push(c.toString(16))
  }
  expect(missed).toEqual([])
})

test('JSON with unseen characters shows them, and reads back the same', () => {
  const text = JSON.stringify({ a: 'é\u00ad – \u202e x \u{e0041} 🚗 \u0085' })
  expect(visibleJson(text)).toBe('{"a":"é\\u00ad – \\u202e x \\udb40\\udc41 🚗 \\u0085"}')
  expect(JSON.parse(visibleJson(text))).toEqual(JSON.parse(text))
})
