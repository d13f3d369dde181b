import { expect, test } from 'vitest'
import { claimTexts } from '../../src/store/open.js'
import { claimLines, storedLines } from '../../src/views/claim-lines.js'
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
  expect(storedLines([file, factFile([]), file], claimTexts).toString()).toBe(rows + rows)
  expect(rows).toContain('\\u202e')
})

test('a file without claims has no lines', () => {
  expect(claimLines(factFile([]))).toBe('')
})
