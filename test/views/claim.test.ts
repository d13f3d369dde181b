import { expect, test } from 'vitest'
import type { FactClaim } from '../../src/types.js'
import { claimLine } from '../../src/views/claim.js'

const base = { subject: 'Nordlys', date: null, status: 'reported', attribution: null } as const

test.each<[string, Partial<FactClaim> & Pick<FactClaim, 'kind'>]>([
  [
    'Nordlys N4: deliveries > 139,000 vehicles, 2024, reported',
    {
      kind: 'volume',
      product: 'N4',
      measure: 'deliveries',
      value: { figure: 139000, unit: 'vehicles', bound: 'over' },
      date: '2024',
    },
  ],
  [
    'Nordlys: capacity 300,000 vehicles a year, in China, by 2027, planned',
    {
      ...{ kind: 'volume', measure: 'capacity', value: { figure: 300000, unit: 'vehicles', bound: 'exact' } },
      ...{ per: 'P1Y', market: 'China', date: '../2027', status: 'planned' },
    },
  ],
  [
    'Nordlys: share of deliveries 12 %, in Europe, reported',
    {
      kind: 'volume',
      measure: 'share',
      of: 'deliveries',
      value: { figure: 12, unit: 'percent', bound: 'exact' },
      market: 'Europe',
    },
  ],
  [
    'Nordlys: contract with Aquila, for N4, N7, reported',
    { kind: 'partner', relation: 'contract', partner: 'Aquila', products: ['N4', 'N7'] },
  ],
  ['?: tied to ?, possible', { kind: 'partner', subject: null, partner: null, status: 'possible' }],
  [
    'Nordlys: means to sell in Europe, possible, says Car Weekly',
    { kind: 'market', market: 'Europe', stance: 'target', status: 'possible', attribution: 'Car Weekly' },
  ],
  [
    'N4: entry price 35,000 EUR, reported',
    {
      kind: 'price',
      subject: null,
      product: 'N4',
      measure: 'entry',
      value: { figure: 35000, unit: 'EUR', bound: 'exact' },
    },
  ],
  [
    'Nordlys N7: launch, in Norway, mid-2025, planned',
    { kind: 'milestone', product: 'N7', event: 'launch', market: 'Norway', date: '2025-38', status: 'planned' },
  ],
  [
    'Nordlys: investment ~1.2 billion EUR, for Aquila, for a plant, reported',
    {
      kind: 'investment',
      value: { figure: 1.2e9, unit: 'EUR', bound: 'about' },
      partner: 'Aquila',
      purpose: 'a plant',
    },
  ],
  [
    '\\u{1b}[2JNordlys X: sells in ?, reported',
    { kind: 'market', subject: '\u001b[2JNordlys\n  X', stance: 'present' },
  ],
])('%s', (line, slots) => {
  expect(claimLine({ ...base, ...slots })).toBe(line)
})
