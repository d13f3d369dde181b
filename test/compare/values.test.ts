import fc from 'fast-check'
import { expect, test } from 'vitest'
import { relateValues } from '../../src/compare/values.js'
import type { Value } from '../../src/types.js'

const value = (text: string): Value => {
  const [, sign = '', figure, to, unit] = /^([~<>]?)(-?\d+(?:\.\d+)?)(?:\.\.(\d+))? ?(.*)$/.exec(text) ?? []
  const bound = to === undefined ? ({ '': 'exact', '~': 'about', '<': 'under', '>': 'over' } as const)[sign] : 'range'
  return {
    figure: Number(figure),
    bound: bound ?? 'exact',
    ...(to ? { to: Number(to) } : {}),
    ...(unit ? { unit } : {}),
  }
}

test.each([
  ['139000 vehicles', '139000 vehicles', 'same'],
  ['~100', '98', 'same'],
  ['136854 vehicles', '137000 vehicles', 'same'],
  ['>135000 vehicles', '136854 vehicles', 'narrower'],
  ['<140000 vehicles', '136854 vehicles', 'narrower'],
  ['>100000 vehicles', '100000 vehicles', 'same'],
  ['>100000 vehicles', '<100000 vehicles', 'apart'],
  ['>100000 vehicles', '<200000 vehicles', 'narrower'],
  ['33.3 percent', '33 percent', 'same'],
  ['1200000000 EUR', '1190000000 EUR', 'same'],
  ['15..20 percent', '15..20 percent', 'same'],
  ['>100000 vehicles', '139000 vehicles', 'narrower'],
  ['>20000 vehicles', '>100000 vehicles', 'narrower'],
  ['<400000 vehicles', '350000 vehicles', 'narrower'],
  ['15..20 percent', '18 percent', 'narrower'],
  ['15..20 percent', '18..25 percent', 'narrower'],
  ['300000 vehicles', '350000 vehicles', 'apart'],
  ['~300000 vehicles', '350000 vehicles', 'apart'],
  ['>350000 vehicles', '300000 vehicles', 'apart'],
  ['>350000 vehicles', '<300000 vehicles', 'apart'],
  ['10 percent', '11 percent', 'apart'],
  ['10 percent', '-10 percent', 'apart'],
  ['15..20 percent', '25 percent', 'apart'],
  ['35000 EUR', '38000 EUR', 'apart'],
  ['2 store', '3 store', 'apart'],
  ['300 vehicles', '300 stores', 'incomparable'],
  ['300 EUR', '300', 'incomparable'],
])('%s and %s: %s', (a, b, relation) => {
  expect(relateValues(value(a), value(b))).toBe(relation)
})

test('money told in two currencies compares in the one that both have', () => {
  const yuan: Value = { figure: 219900, unit: 'CNY', bound: 'exact', also: [{ figure: 28000, unit: 'EUR' }] }
  expect(relateValues(yuan, value('28100 EUR'))).toBe('same')
  expect(relateValues(yuan, value('35000 EUR'))).toBe('apart')
  expect(relateValues(yuan, value('31000 USD'))).toBe('incomparable')
})

test('the order of the two does not matter, and every value agrees with itself', () => {
  const anyValue: fc.Arbitrary<Value> = fc.oneof(
    fc.record({
      figure: fc.oneof(fc.integer({ min: -1000, max: 1000 }), fc.integer()),
      unit: fc.constantFrom('EUR', 'vehicles'),
      bound: fc.constantFrom('exact' as const, 'about' as const, 'over' as const, 'under' as const),
    }),
    fc.record({ figure: fc.nat(100), to: fc.nat(100), unit: fc.constant('EUR'), bound: fc.constant('range' as const) }),
  )
  fc.assert(
    fc.property(anyValue, anyValue, (a, b) => {
      expect(relateValues(a, b)).toBe(relateValues(b, a))
      expect(relateValues(a, a)).toBe('same')
    }),
  )
})
