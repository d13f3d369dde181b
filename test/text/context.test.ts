import { expect, test } from 'vitest'
import { contextOf } from '../../src/text/context.js'

const TEXT = '🚗 Titre\nUne phrase. Elle a livré 40 vans en mai. Une autre.\nFin'
const sentences = [
  { start: 9, end: 20 },
  { start: 21, end: 49 },
  { start: 50, end: 60 },
]
const at = (quote: string) => {
  const start = Array.from(TEXT.slice(0, TEXT.indexOf(quote))).length
  return { line: 2, start, end: start + Array.from(quote).length, quote }
}

test.each([
  ['within its sentence', 'livré 40 vans', ['Elle a ', ' en mai.']],
  ['over two sentences', 'en mai. Une', ['Elle a livré 40 vans ', ' autre.']],
  ['outside all sentences: within its line', 'itre', ['🚗 T', '']],
  ['in the last line', 'Fin', ['', '']],
])('a quote %s', (_, quote, [before, after]) => {
  expect(contextOf(TEXT, sentences, at(quote))).toEqual({ before, quote, after })
})

test('a quote that is not in its place has none', () => {
  expect(contextOf(TEXT, sentences, { ...at('Fin'), start: 3 })).toBeNull()
  expect(contextOf('', [], at('Fin'))).toBeNull()
})
