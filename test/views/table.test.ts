import { stripVTControlCharacters } from 'node:util'
import fc from 'fast-check'
import stringWidth from 'string-width'
import { describe, expect, test } from 'vitest'
import { PLAIN } from '../../src/views/style.js'
import { type Column, renderTable } from '../../src/views/table.js'
import { cut, displayWidth, pad } from '../../src/views/width.js'

const COLUMNS: Column[] = [
  { title: 'ID', drop: 1 },
  { title: 'NAME', min: 6 },
  { title: 'N', align: 'right' },
  { title: 'TEXT', min: 8 },
]
const ROWS = [
  ['a1', 'Nordlys', '7', 'deliveries of so many vehicles in the year'],
  ['b22', '小米汽车', '1200', '🚗 x'],
]
const render = (width: number, rows = ROWS, columns = COLUMNS) => renderTable(columns, rows, { width, style: PLAIN })

test('columns are as wide as their cells where nothing has to fit', () => {
  expect(render(Number.POSITIVE_INFINITY)).toBe(
    [
      'ID   NAME         N  TEXT',
      'a1   Nordlys      7  deliveries of so many vehicles in the year',
      'b22  小米汽车  1200  🚗 x',
      '',
    ].join('\n'),
  )
})

test('the widest column gives way first, then columns go', () => {
  expect(render(40).split('\n')[1]).toBe('a1   Nordlys      7  deliveries of so m…')
  expect(render(26).split('\n').slice(0, 2)).toEqual(['NAME         N  TEXT', 'Nordlys      7  deliverie…'])
})

test('what may not be cut is cut where nothing else helps, and goes last', () => {
  const columns = [{ title: 'ONE' }, { title: 'TWO' }, { title: 'THREE' }]
  expect(render(11, [['abcdef', 'ghijkl', 'm']], columns)).toBe('ONE   TWO\nabc…  ghi…\n')
  expect(render(5, [['abcdef', 'ghijkl', 'm']], columns)).toBe('ONE\nabcd…\n')
})

test('a column that yields is cut before the others', () => {
  const columns: Column[] = [
    { title: 'TEXT', min: 8 },
    { title: 'SOURCE', min: 7, yields: true },
  ]
  const rows = [['deliveries of vehicles', 'data/2024-gazette.txt']]
  expect(render(35, rows, columns)).toContain('deliveries of vehicles  data/2024-…\n')
  expect(render(25, rows, columns)).toContain('deliveries of v…  data/2…\n')
})

test('no line is wider than the terminal', () => {
  const cell = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.string({ maxLength: 30 }))
  const rows = fc.array(fc.tuple(cell, cell, fc.nat().map(String), cell).map((row): string[] => row))
  fc.assert(
    fc.property(rows, fc.integer({ min: 3, max: 120 }), (some, width) => {
      const lines = render(width, some).split('\n')
      expect(lines).toHaveLength(some.length + 2)
      expect(Math.max(...lines.map((line) => stringWidth(line)))).toBeLessThanOrEqual(width)
    }),
  )
})

test('control characters of an article do not reach the terminal', () => {
  expect(render(80, [['\u001b[2J', 'a\r\nb\tc', '\u0007', '\u202ex']])).toBe(
    ['ID         NAME       N  TEXT', '\\u{1b}[2J  a b c  \\u{7}  \\u{202e}x', ''].join('\n'),
  )
})

test('colours do not count', () => {
  const style = { ...PLAIN, bad: (text: string) => `\u001b[31m${text}\u001b[39m` }
  const columns: Column[] = [{ title: 'A', paint: (s, cell) => s.bad(cell) }, { title: 'B' }]
  const plain = render(
    20,
    [
      ['x', 'y'],
      ['long', 'z'],
    ],
    columns,
  )
  const painted = renderTable(
    columns,
    [
      ['x', 'y'],
      ['long', 'z'],
    ],
    { width: 20, style },
  )
  expect(painted).not.toBe(plain)
  expect(stripVTControlCharacters(painted)).toBe(plain)
})

test('without titles there is no line for them', () => {
  expect(renderTable([{ title: '' }], [['a']], { width: 9, style: PLAIN, indent: 2 })).toBe('  a\n')
})

describe('width', () => {
  test('of texts is the one that string-width counts', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(displayWidth(text)).toBe(stringWidth(text))
      }),
      { numRuns: 500 },
    )
  })

  test('cut never halves a character and never gets too wide', () => {
    expect(cut('小米汽车', 5)).toBe('小米…')
    expect(cut('👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦', 4)).toBe('👨‍👩‍👧‍👦…')
    expect(cut('deliveries of', 12)).toBe('deliveries…')
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 20 }), (text, width) => {
        expect(displayWidth(cut(text, width))).toBeLessThanOrEqual(width)
      }),
    )
  })

  test('pad fills up on either side', () => {
    expect(pad('小', 4)).toBe('小  ')
    expect(pad('7', 3, 'left')).toBe('  7')
  })
})
