import { describe, expect, test } from 'vitest'
import { claim, factFile } from '../store/facts.js'
import { folderWith, jsonLines, storeOf, xev } from './run.js'

const vehicles = (figure: number, more = {}) => ({ figure, unit: 'vehicles', bound: 'exact' as const, ...more })
const price = (figure: number, unit: string, also?: { figure: number; unit: string }) => ({
  ...{ figure, unit, bound: 'about' as const },
  ...(also ? { also: [also] } : {}),
})
const early = factFile(
  [
    claim('a1', 10, { value: vehicles(20000), date: '2023' }),
    claim('a2', 20, { value: vehicles(40000, { to: 60000, bound: 'range' }), date: '2024-33' }),
    claim('a3', 30, { value: vehicles(150000), date: '../2030', status: 'planned' }),
    claim('a4', 40, { kind: 'price', measure: 'entry', product: 'Élan', value: price(215000, 'CNY'), date: null }),
    claim('a5', 50, { kind: 'market', subject: 'Volkswagen', market: 'China', marketCode: 'CN', date: '2027/..' }),
  ],
  { source: 'data/early.txt', published: '2024-06' },
)
const late = factFile(
  [
    claim('b1', 10, { value: vehicles(139000, { bound: 'over' }), date: '2024' }),
    claim('b2', 20, {
      kind: 'price',
      measure: 'entry',
      product: 'N7',
      value: price(299900, 'CNY', { figure: 38400, unit: 'EUR' }),
      date: '2025-03-12',
    }),
    claim('b3', 30, { kind: 'price', measure: 'list', value: price(52000, 'EUR'), date: 'XXXX-04' }),
    claim('b4', 40, { measure: 'change', value: { figure: -12, unit: 'percent', bound: 'exact' }, date: null }),
    claim('b5', 50, { kind: 'milestone', event: 'launch', product: 'n10', date: null }),
  ],
  { source: 'data/late.txt', published: '2025-09-30' },
)
const cwd = folderWith(storeOf(early, late))
const ids = (...args: string[]) => jsonLines(xev(cwd, ['facts', ...args]).stdout).map(({ id }) => id)

describe('filters', () => {
  test.each([
    ['a date is an interval: its last day counts', ['--since', '2024-Q1'], 'a2 a3 a4 a5 b1 b2 b3 b4 b5'],
    ['what ends before is left out', ['--since', '2024-06-01'], 'a3 a4 a5 b1 b2 b3 b4 b5'],
    ['a quarter ends with its last month', ['--until', '2024-T1'], 'a1 a2 b1'],
    ['"by 2030" begins when it was said', ['--until', '2024-06', '--kind', 'volume'], 'a1 a2 a3 b1'],
    ['an open end stays open', ['--since', '2029'], 'a3 a5'],
    [
      'without a date of its own it is about its publication',
      ['--since', '2025-09', '--until', '2025-09'],
      'a3 b3 b4 b5',
    ],
    ['an EDTF interval has two ends', ['--since', '2025/2026', '--until', '2024/2025-H1', '--kind', 'price'], 'b2'],
    ['half a year', ['--since', '2025-S1', '--until', '2025-h1', '--kind', 'price'], 'b2'],
    ['figures of any unit', ['--min', '200000'], 'a4 b2'],
    ['figures in their unit', ['--min', '100000', '--unit', 'vehicles'], 'a3 b1'],
    ['a range by either end', ['--min', '50000', '--max', '55000', '--unit', 'vehicles'], 'a2'],
    ['a currency behind the figure, also as told besides', ['--max', '40000EUR'], 'b2'],
    ['thousands', ['--max', '40kEUR', '--kind', 'price'], 'b2'],
    ['a sign before it', ['--min', '€52k'], 'b3'],
    ['the French way', ['--min', '52 000,0 eur'], 'b3'],
    ['millions', ['--min', '0.2M'], 'a4 b2'],
    ['negative figures', ['--max', '-10', '--unit', '%'], 'b4'],
    ['a unit alone', ['--unit', 'eur'], 'b2 b3'],
    ['names whatever their accents', ['--product', 'elan'], 'a4'],
    ['an alias that the lexicon knows', ['--subject', 'VW'], 'a5'],
    ['a country in French', ['--market', 'Chine'], 'a5'],
    ['all at once', ['--kind', 'volume', '--since', '2024', '--max', '100k vehicles'], 'a2'],
  ])('%s', (_, args, expected) => {
    expect(ids(...args)).toEqual(expected.split(' '))
  })

  test.each([
    [['--source', 'late', '--until', '2020'], 'no claim is about 2020 or earlier (hint: the earliest is 2023)'],
    [['--min', '9bn'], 'no claim has a value of 9000000000 or more (hint: the largest is 299900 CNY)'],
    [['--max', '1EUR'], 'no claim has a value of 1 EUR or less (hint: the smallest is 38400 EUR)'],
    [['--unit', 'vehicle'], 'no claim has the unit "vehicle" (hint: the nearest is vehicles)'],
    [['--min', '5 vehicle'], 'no claim has the unit "vehicle" (hint: the nearest is vehicles)'],
    [['--market', 'Norvège'], 'no claim has the market "Norway"'],
  ])('%j meets nothing and says so', (args, message) => {
    const { code, stdout, stderr } = xev(cwd, ['facts', ...args])
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' })
    expect(stderr).toMatch(/^[^\n]+\n$/)
    expect(stderr).toContain(message)
  })

  test.each([
    [['--since', '2025-13'], /--since: no date "2025-13" \(hint: a date is 2024/],
    [['--until', 'June'], /--until: no date "June"/],
    [['--since', '2026', '--until', '2025'], /--since 2026 is after --until 2025/],
    [['--min', 'many'], /--min: no value "many" \(hint: a value is a figure/],
    [['--min', '€5 EUR'], /--min: no value/],
    [['--max', '1,2,3'], /--max: no value/],
    [['--min', '5EUR', '--max', '9USD'], /--min in EUR and --max in USD \(hint: name one unit\)/],
    [['--min', '5EUR', '--unit', 'vehicles'], /--min in EUR and --unit vehicles/],
    [['--min', '5', '--max', '4'], /--min 5 is more than --max 4/],
    [['--limit', '0'], /--limit: no number "0"/],
    [['--limit', 'x'], /--limit: no number "x"/],
    [['--sort', 'figur'], /no column "figur" \(hint: did you mean figure\?/],
    [['--columns', 'id,kid'], /no column "kid" \(hint: did you mean id\?|kind\?/],
    [['--columns', ','], /no column is named/],
  ])('%j makes no sense', (args, message) => {
    const { code, stdout, stderr } = xev(cwd, ['facts', ...args])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(/^error: [^\n]*\(hint: [^\n]*\)\n$/)
    expect(stderr).toMatch(message)
  })
})

describe('order', () => {
  test.each([
    ['figure', 'b4 a1 a2 b3 b1 a3 a4 b2 a5 b5'],
    ['-figure', 'b2 a4 a3 b1 b3 a2 a1 b4 a5 b5'],
    ['unit,-figure', 'b2 a4 b3 b4 a3 b1 a2 a1 a5 b5'],
    ['product', 'a4 b2 b5 a1 a2 a3 a5 b1 b3 b4'],
    ['−date', 'a3 a5 b2 a2 b1 a1 a4 b3 b4 b5'],
  ])('--sort %s', (sort, expected) => {
    expect(ids('--sort', sort)).toEqual(expected.split(' '))
  })

  test('--limit takes the first of them', () => {
    expect(ids('--sort', '-figure', '--limit', '2')).toEqual(['b2', 'a4'])
    expect(ids('--limit', '99')).toHaveLength(10)
  })

  test('JSON keeps the order: a file comes again where claims of others stand between its own', () => {
    const { documents } = JSON.parse(xev(cwd, ['facts', '--json', '--sort', '-figure', '--limit', '5']).stdout)
    const found = documents.map((d: { source: string; claims: { id: string }[] }) => [
      d.source,
      d.claims.map((c) => c.id),
    ])
    expect(found).toEqual([
      ['data/late.txt', ['b2']],
      ['data/early.txt', ['a4', 'a3']],
      ['data/late.txt', ['b1', 'b3']],
    ])
  })
})

describe('columns', () => {
  const args = ['facts', '--kind', 'price', '--columns', 'product,FIGURE,value']

  test('choose what a table tells, in their order', () => {
    expect(xev(cwd, [...args, '--format', 'table']).stdout).toBe(
      [
        'PRODUCT   FIGURE  VALUE',
        'Élan     215,000  ~215,000 CNY',
        'N7       299,900  ~299,900 CNY (38,400 EUR)',
        '          52,000  ~52,000 EUR',
        '',
      ].join('\n'),
    )
  })

  test('choose what a CSV tells', () => {
    expect(xev(cwd, [...args, '--format', 'csv']).stdout).toBe(
      'product,figure,value\r\nÉlan,215000,"~215,000 CNY"\r\nN7,299900,"~299,900 CNY (38,400 EUR)"\r\n,52000,"~52,000 EUR"\r\n',
    )
  })

  test('make flat rows of JSON', () => {
    const rows = [
      { product: 'Élan', figure: 215000, value: '~215,000 CNY' },
      { product: 'N7', figure: 299900, value: '~299,900 CNY (38,400 EUR)' },
      { product: null, figure: 52000, value: '~52,000 EUR' },
    ]
    expect(jsonLines(xev(cwd, args).stdout)).toEqual(rows)
    expect(JSON.parse(xev(cwd, [...args, '--json']).stdout)).toEqual({
      ...{ schema: 'xev/rows', version: 1, columns: ['product', 'figure', 'value'], rows },
    })
  })
})
