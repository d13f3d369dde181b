import { expect, test } from 'vitest'
import { filesOf, linesOf, storeInMemory } from '../../src/store/open.js'
import { claimLines } from '../../src/views/claim-lines.js'
import { CLAIMS, claimRows } from '../../src/views/claims.js'
import { jsonLine } from '../../src/views/json.js'
import { claim, factFile } from '../store/facts.js'

const file = factFile([
  claim('v-1', 1, { measure: 'sales' }),
  claim('v-2', 2, { subject: 'Nord\u202elys "Rail"\n\u200b🚆' }),
])

test('lines are what the view of claims makes of the rows, written or stored', () => {
  const rows = claimRows([file])
    .map((row) => jsonLine(CLAIMS.record(row)))
    .join('')
  expect(claimLines(file)).toBe(rows)
  const store = storeInMemory([file])
  expect(Buffer.concat([...linesOf(store, filesOf(store))]).toString()).toBe(rows)
  expect(rows).toContain('\\u202e')
})

test('a file without claims has no lines', () => {
  expect(claimLines(factFile([]))).toBe('')
})
