import { describe, expect, it } from 'vitest'
import { builtin } from '../src/builtin.js'
import { checkExamples } from '../src/claims/examples.js'
import { scan } from '../src/scan.js'

const read = (text: string, language: string) =>
  scan(new TextEncoder().encode(text), { source: 'example.txt', language }).facts.claims

describe('the examples of the built-in rules', () => {
  for (const rule of builtin.rules) {
    it(rule.id, () => {
      expect(checkExamples([rule], read)).toEqual([])
    })
    it(`${rule.id} has two examples and a counter-example`, () => {
      expect(rule.examples.length).toBeGreaterThanOrEqual(2)
      expect(rule.counterExamples.length).toBeGreaterThanOrEqual(1)
    })
  }
})
