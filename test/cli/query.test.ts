import { describe, expect, test } from 'vitest'
import { claim, factFile } from '../store/facts.js'
import { folderWith, jsonLines, storeOf, xev } from './run.js'

const march = factFile(
  [
    claim('m1', 10, { value: { figure: 20000, unit: 'vehicles', bound: 'exact' }, date: '2023' }),
    claim('m2', 20, { kind: 'market', market: 'Norway', marketCode: 'NO', stance: 'target', status: 'planned' }),
    claim('m3', 30, { kind: 'milestone', event: 'launch', product: 'N7', date: '2025-03', status: 'planned' }),
    claim('m4', 40, { kind: 'partner', partner: 'Aquila', relation: 'contract', review: 'rejected' }),
  ],
  { source: 'data/2024-03-gazette.txt', published: '2024-03', title: 'Nordlys exporte' },
)
const february = factFile(
  [
    claim('f1', 10, { value: { figure: 139000, unit: 'vehicles', bound: 'over' }, date: '2023' }),
    claim('f2', 20, { kind: 'market', market: 'Norway', marketCode: 'NO', stance: 'target', status: 'planned' }),
    claim('f3', 30, { kind: 'milestone', event: 'launch', product: 'N7', date: '2025-38', status: 'planned' }),
    claim('f4', 40, { subject: 'Aquila', measure: 'staff', value: { figure: 3000, unit: 'people', bound: 'exact' } }),
  ],
  { source: 'data/2025-02-tribune.txt', published: '2025-02', title: 'Un an après' },
)
const cwd = folderWith({
  ...storeOf(march, february),
  'broken/ok.yaml': storeOf(march)['facts/data--2024-03-gazette.yaml'] ?? '',
  'broken/torn.yaml': 'source: x\nclaims: [\n',
  'broken/typo.yaml':
    'source: y\nsha256: a\nlanguage: fr\nclaims:\n  - {kind: rumour, status: reported, rule: manual}\n',
})
const ids = (...args: string[]) => jsonLines(xev(cwd, ['facts', ...args]).stdout).map(({ id }) => id)

describe('facts', () => {
  test.each([
    [[], ['m1', 'm2', 'm3', 'f1', 'f2', 'f3', 'f4']],
    [['--all'], ['m1', 'm2', 'm3', 'm4', 'f1', 'f2', 'f3', 'f4']],
    [
      ['--kind', 'volume'],
      ['m1', 'f1', 'f4'],
    ],
    [
      ['--kind', 'market,milestone', '--source', 'tribune'],
      ['f2', 'f3'],
    ],
    [
      ['--kind', 'market', '--kind', 'milestone', '--product', 'n7'],
      ['m3', 'f3'],
    ],
    [['--subject', 'AQUILA'], ['f4']],
    [
      ['--market', 'no', '--status', 'planned,denied'],
      ['m2', 'f2'],
    ],
    [
      ['--text', 'PLUS de 30'],
      ['m3', 'f3'],
    ],
    [['--partner', 'Aquila', '--all'], ['m4']],
  ])('%j', (args, expected) => {
    expect(ids(...args)).toEqual(expected)
  })

  test('prints claims with source and date of publication a line in a pipe', () => {
    const [record] = jsonLines(xev(cwd, ['facts', '--subject', 'Aquila']).stdout)
    expect(Object.keys(record ?? {}).slice(0, 3)).toEqual(['source', 'published', 'id'])
    expect(record).toMatchObject({ source: 'data/2025-02-tribune.txt', published: '2025-02', kind: 'volume' })
  })

  test('prints a table that fits', () => {
    const { stdout } = xev(cwd, ['facts', '--format', 'table'], { env: { COLUMNS: '72' } })
    expect(stdout).toMatch(/Nordlys N7 +launch +mid-2025 +planned/)
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(72)
  })

  test('prints fact files as one document with --json', () => {
    const { documents, problems, schema } = JSON.parse(xev(cwd, ['facts', '--json', '--kind', 'milestone']).stdout)
    expect(schema).toBe('xev/claims')
    expect(problems).toEqual([])
    expect(documents).toEqual([
      { ...march, claims: [march.claims[2]] },
      { ...february, claims: [february.claims[2]] },
    ])
  })

  test('a filter that meets nothing says so, with the nearest value', () => {
    expect(xev(cwd, ['facts', '--subject', 'nordlis'])).toEqual({
      code: 0,
      stdout: '',
      stderr: 'no claim has the subject "nordlis" (hint: the nearest is Nordlys)\n',
    })
    expect(xev(cwd, ['facts', '--subject', 'Aquila', '--product', 'N7']).stderr).toBe(
      'no claim meets all these filters\n',
    )
    expect(xev(cwd, ['facts', '--subject', 'nordlis', '--quiet']).stderr).toBe('')
  })

  test.each([
    [['--kind', 'volumes'], /no kind "volumes" \(hint: there are partner, market, volume/],
    [['--status', 'sure'], /no status "sure" \(hint: there are reported, planned/],
    [['--store', 'none'], /no fact store at "none" \(hint: make one: xev extract/],
  ])('%j is a mistake', (args, message) => {
    const { code, stdout, stderr } = xev(cwd, ['facts', ...args])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(message)
  })

  test('damaged files are named by line, the others still work', () => {
    const { code, stdout, stderr } = xev(cwd, ['facts', '--store', 'broken'])
    expect(code).toBe(2)
    expect(stderr).toMatch(
      /^error: broken\/torn\.yaml:\d+: column \d+: .*\nerror: broken\/typo\.yaml:5: column \d+: expected one of.*\n$/,
    )
    expect(jsonLines(stdout).map(({ id }) => id)).toEqual(['m1', 'm2', 'm3'])
  })
})

describe('summary', () => {
  test('tells by subject and kind what is known, by how many and when, disagreements first', () => {
    const { code, stdout } = xev(cwd, ['summary'])
    expect(code).toBe(0)
    const [heading, disagreement, market] = stdout.split('\n')
    expect(heading).toBe('Nordlys  6 claims, 2 sources, 2024-03–2025-02')
    expect(disagreement).toBe('  ! deliveries: 20,000 vehicles, 2023 (gazette) or > 139,000 vehicles, 2023 (tribune)')
    expect(market).toMatch(/^ {2}market +means to sell in +Norway +2 {2}2024-03–2025-02$/)
    expect(stdout).toMatch(/^ {2}volume +deliveries 2023 +20,000 vehicles \(also > 139,000\) +2 {2}2024-03–2025-02$/m)
    expect(stdout).toMatch(/^ {2}milestone +N7 launch +planned mid-2025 \(was 2025-03\) +2 {2}2024-03–2025-02$/m)
    expect(stdout).toMatch(/^Aquila {2}1 claim, 1 source, 2025-02$/m)
    expect(stdout).not.toContain('contract')
  })

  test('fits one screen however much is known, and tells all with --full', () => {
    const subjects = Array.from({ length: 60 }, (_, i) => claim(`x${i}`, i, { subject: `Company ${i}` }))
    const measures = Array.from({ length: 60 }, (_, i) =>
      claim(`y${i}`, i, { subject: 'Nordlys', measure: `measure-${i}` }),
    )
    const many = folderWith(storeOf(factFile([...subjects, ...measures])))
    const lines = (...args: string[]) => xev(many, ['summary', ...args]).stdout.split('\n').length
    expect(lines()).toBeLessThan(50)
    expect(xev(many, ['summary']).stdout).toMatch(/… and \d+ more subjects \(--full tells all\)/)
    expect(lines('--full')).toBeGreaterThan(180)
  })

  test('takes the filters of facts, and gives JSON', () => {
    const { subjects } = JSON.parse(xev(cwd, ['summary', '--kind', 'volume', '--json']).stdout)
    expect(subjects.map(({ subject }: { subject: string }) => subject)).toEqual(['Nordlys', 'Aquila'])
    expect(subjects[0].topics[0]).toMatchObject({ kind: 'volume', spread: [20000, 139000], claims: ['m1', 'f1'] })
    expect(subjects[0].disagreements).toMatchObject([
      { relation: 'contradicting', sides: [[{ id: 'm1' }], [{ id: 'f1' }]] },
    ])
    expect(jsonLines(xev(cwd, ['summary', '--format', 'ndjson', '--kind', 'milestone']).stdout)).toMatchObject([
      { subject: 'Nordlys', kind: 'milestone', first: '2024-03', last: '2025-02' },
    ])
  })
})

describe('diff', () => {
  test('tells what is the same, what differs and how, and what only one says', () => {
    const { code, stdout } = xev(cwd, ['diff', 'gazette', '2025-02-tribune'])
    expect(code).toBe(1)
    expect(stdout).toMatch(
      /^A {2}data\/2024-03-gazette\.txt .*Nordlys exporte.*\(2024-03, 3 claims\)\nB {2}data\/2025-02-tribune\.txt/,
    )
    expect(stdout).toMatch(
      /^Contradicting \(1\)\n {2}Nordlys: deliveries {2}same period, 20,000 and > 139,000 vehicles cannot both hold; not settled\n {4}A {2}20,000 vehicles, 2023, reported\n {4}B {2}> 139,000 vehicles, 2023, reported$/m,
    )
    expect(stdout).toMatch(
      /^Superseded \(1\)\n {2}Nordlys N7: launch .*the date moved\n {4}A {2}2025-03, planned\n {4}B {2}mid-2025, planned$/m,
    )
    expect(stdout).toMatch(/^Same \(1\)\n {2}Nordlys: means to sell in Norway/m)
    expect(stdout).toMatch(/^Only in B \(1\)\n {2}Aquila: staff 3,000 people/m)
    expect(stdout).not.toContain('Only in A')
  })

  test('a source has no differences with itself', () => {
    const { code, stdout } = xev(cwd, ['diff', 'gazette', 'gazette'])
    expect(code).toBe(0)
    expect(stdout).toContain('Same (3)')
  })

  test('as JSON', () => {
    const { code, stdout } = xev(cwd, ['diff', 'gazette', 'tribune', '--json'])
    const { a, b, comparisons } = JSON.parse(stdout)
    expect(code).toBe(1)
    expect([a.source, b.source]).toEqual([march.source, february.source])
    expect(comparisons.map(({ relation }: { relation: string }) => relation)).toEqual([
      'contradicting',
      'same',
      'superseded',
      'only',
    ])
    expect(comparisons[0].claims.map((told: { claim: { id: string } }) => told.claim.id)).toEqual(['m1', 'f1'])
    expect(jsonLines(xev(cwd, ['diff', 'gazette', 'tribune', '--format', 'ndjson']).stdout)).toEqual(comparisons)
  })

  test('and show tells which of two gave way', () => {
    const past = (id: string) => JSON.parse(xev(cwd, ['show', id, '--json']).stdout).claim.siblings[0].past
    expect([past('m3'), past('f3'), past('m2')]).toEqual(['claim', 'sibling', null])
    expect(xev(cwd, ['show', 'm3']).stdout).toMatch(/^ {4}superseded by: .*\n.*f3, data\/2025-02/m)
    expect(xev(cwd, ['show', 'f3']).stdout).toMatch(/^ {4}supersedes: .*\n.*m3, data\/2024-03/m)
  })

  test.each([
    ['a name that several have', 'data', /"data" may be data\/2024-03-gazette\.txt, data\/2025-02-tribune\.txt/],
    ['a name that none has', 'gazete', /no source "gazete" in the store \(hint: /],
  ])('%s is a mistake', (_, name, message) => {
    const { code, stdout, stderr } = xev(cwd, ['diff', name, 'tribune'])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(message)
  })
})

test('a line of ndjson is the same as it is kept and as it is made', () => {
  const odd = factFile([claim('o1', 1, { subject: 'A\u200bB\u009b', note: '“é” 🚗\u2028' })], {
    source: 'data/o\u202e.txt',
    published: null,
  })
  const folder = folderWith(storeOf(odd, march))
  const kept = xev(folder, ['facts', '--format', 'ndjson']).stdout
  expect(kept).toBe(xev(folder, ['facts', '--format', 'ndjson', '--limit', '1000']).stdout)
  expect(kept).not.toMatch(/[\u200b\u009b\u2028\u202e]/)
  expect(jsonLines(kept).find(({ id }) => id === 'o1')).toMatchObject({ subject: 'A\u200bB\u009b', source: odd.source })
})
