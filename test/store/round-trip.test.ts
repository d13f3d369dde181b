import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { mergeFacts } from '../../src/store/merge.js'
import { parseFacts } from '../../src/store/read.js'
import type { FactClaim, Value } from '../../src/types.js'
import { anyFacts, claim, factFile } from './facts.js'

const written = (facts: Parameters<typeof mergeFacts>[1]) => mergeFacts(null, facts, 'facts/test.yaml').text

test('what is written reads back the same', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const { facts: read, problems } = parseFacts(written(facts), 'facts/test.yaml')
      expect(problems).toEqual([])
      expect(read).toEqual(facts)
      // what a run knows of the file that it has just written is what a reader finds there, to the order of the keys
      expect(JSON.stringify(mergeFacts(null, facts, 'facts/test.yaml').facts)).toBe(JSON.stringify(read))
    }),
    { numRuns: 300 },
  )
})

test('a reader of YAML 1.1 reads the same texts and numbers', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const read = parse(written(facts), { version: '1.1', merge: false, logLevel: 'silent' })
      expect(read.source).toBe(facts.source)
      expect(read.claims.map((c: { id: unknown }) => c.id)).toEqual(facts.claims.map((c) => c.id))
      expect(read.claims.map((c: { value?: unknown }) => c.value)).toEqual(facts.claims.map((c) => c.value))
      expect(read.claims.map((c: { evidence: unknown }) => c.evidence)).toEqual(facts.claims.map((c) => c.evidence))
    }),
    { numRuns: 300 },
  )
})

test('the file holds no raw control characters and one line for each value and evidence', () => {
  const facts = factFile([
    claim('v-1', 40, { evidence: [{ line: 1, start: 40, end: 44, quote: 'a\u001b[2J\nb\u2028' }] }),
  ])
  expect(
    written(facts).replace(/mark: [a-z\d.]+/, 'mark: MARK'),
  ).toBe(`# yaml-language-server: $schema=.xev/fact-file.schema.json
source: data/nordlys.txt
sha256: 5f0c
title: Nordlys en Europe
language: fr
published: 2025-02
claims:
  - id: v-1
    kind: volume
    subject: Nordlys
    measure: deliveries
    value: {figure: 4000, unit: vehicles, bound: over}
    date: "2024"
    status: reported
    evidence:
      - {line: 1, start: 40, end: 44, quote: "a\\u001b[2J\\nb\\u2028"}
    rule: fr/volume/test
    mark: MARK
`)
})

test('keys are written in their usual order, whatever order they come in', () => {
  const ordered = claim('v-1', 40)
  const backwards = Object.fromEntries(Object.entries(ordered).reverse()) as unknown as FactClaim
  const value: Value = { bound: 'over', unit: 'vehicles', figure: 4000 }
  expect(written(factFile([{ ...backwards, value }]))).toBe(written(factFile([ordered])))
})

test('a long quote is not folded', () => {
  const quote = 'mot '.repeat(200).trim()
  const text = written(factFile([claim('v-1', 40, { evidence: [{ line: 1, start: 40, end: 840, quote }] })]))
  expect(text).toContain(`      - {line: 1, start: 40, end: 840, quote: ${quote}}\n`)
})

test('an article without claims has a file all the same', () => {
  expect(written(factFile([]))).toContain('\nclaims: []\n')
})
