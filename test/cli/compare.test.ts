import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { FactClaim } from '../../src/types.js'
import { claim, factFile } from '../store/facts.js'
import { onTerminal } from './pty.js'
import { folderWith, jsonLines, storeOf, xev } from './run.js'

// Ferries, three articles in two languages: the second copies nothing, the third is an agency's text that the fourth prints.
const ARTICLE = `Hansa Rederi double sa flotte

Le chantier tient son rythme. Hansa Rederi a livré douze ferries en 2023, selon sa direction. La suite est incertaine.
`
const text = Array.from(ARTICLE)
const quote = 'a livré douze ferries en 2023'
const start = text.join('').indexOf(quote)
const evidence = [{ line: 3, start, end: start + quote.length, quote }]
const ferries = (figure: number, slots: Partial<FactClaim> = {}): Partial<FactClaim> => ({
  subject: 'Hansa Rederi',
  value: { figure, unit: 'ferries', bound: 'exact' },
  date: '2023',
  ...slots,
})
const launch = (date: string, slots: Partial<FactClaim> = {}): Partial<FactClaim> => ({
  ...{ kind: 'milestone', event: 'launch', subject: 'Hansa Rederi', product: 'Viking', date, status: 'planned' },
  ...slots,
})
const norway = (slots: Partial<FactClaim>): Partial<FactClaim> => ({
  ...{ kind: 'market', subject: 'Hansa Rederi', market: 'Norway', marketCode: 'NO', stance: 'target', date: null },
  ...slots,
})
const long =
  'the yard expects to hand over fourteen ships before the end of the year and then close its second dock for repairs'
const copied = [{ line: 1, start: 0, end: long.length, quote: long }]

const cwd = folderWith({
  'ports/quai.txt': ARTICLE,
  'ports/changed.txt': 'another text than the one that was read',
  ...storeOf(
    factFile(
      [
        claim('q-111', start, ferries(12, { evidence })),
        claim('q-112', 20, norway({ status: 'possible' })),
        claim('q-120', 30, launch('2025-03')),
      ],
      {
        source: 'ports/quai.txt',
        published: '2024-02',
        title: 'Hansa Rederi double sa flotte',
        sha256: createHash('sha256').update(ARTICLE).digest('hex'),
      },
    ),
    factFile(
      [
        claim('h-211', 10, ferries(15)),
        claim('h-212', 20, norway({ status: 'denied' })),
        claim('h-230', 40, {
          subject: 'Hansa Rederi Cargo',
          date: null,
          measure: 'staff',
          value: { figure: 90, unit: 'people', bound: 'exact' },
        }),
      ],
      { source: 'ports/harbour.md', published: '2024-02', language: 'en' },
    ),
    factFile(
      [
        claim('h-220', 30, launch('2025-38')),
        claim('a-311', 10, ferries(14, { date: '2025', status: 'planned', evidence: copied })),
      ],
      {
        source: 'ports/agency.txt',
        published: '2025-01',
      },
    ),
    factFile([claim('b-411', 10, ferries(14, { date: '2025', status: 'planned', evidence: copied }))], {
      source: 'ports/changed.txt',
      published: '2025-01-02',
    }),
  ),
  ...Object.fromEntries(
    Object.entries(
      storeOf(factFile([claim('q-111', 10, ferries(13))], { source: 'ports/quai.txt', published: '2024-02' })),
    ).map(([path, content]) => [path.replace('facts', 'older'), content]),
  ),
})

describe('conflicts', () => {
  test('tells contradictions with their reason, then what is not settled, each with who says it', () => {
    const { code, stdout } = xev(cwd, ['conflicts'])
    expect(code).toBe(1)
    expect(stdout).toBe(`Contradicting (1)
  Hansa Rederi: deliveries  same period, 15 and 12 ferries cannot both be exact
    15 ferries, 2023, reported  harbour 2024-02
    12 ferries, 2023, reported  quai 2024-02

Not settled (1)
  Hansa Rederi: Norway  denied by one, thought possible by the other: not told as equally sure
    means to sell there, denied  harbour 2024-02
    means to sell there, possible  quai 2024-02

the same text, counted once: agency, changed
`)
  })

  test('gives both claims and both evidences as data', () => {
    const { conflicts, schema, copies } = JSON.parse(xev(cwd, ['conflicts', '--json']).stdout)
    expect(schema).toBe('xev/conflicts')
    expect(copies).toEqual([['ports/agency.txt', 'ports/changed.txt']])
    expect(conflicts[0]).toMatchObject({
      relation: 'contradicting',
      claims: [{ claim: { id: 'h-211' } }, { source: 'ports/quai.txt', claim: { id: 'q-111', evidence } }],
      sources: [[{ source: 'ports/harbour.md', id: 'h-211' }], [{ source: 'ports/quai.txt', id: 'q-111' }]],
    })
    expect(jsonLines(xev(cwd, ['conflicts', '--format', 'ndjson']).stdout)).toEqual(conflicts)
  })

  test('with no disagreement ends with 0, and says so', () => {
    const { code, stdout, stderr } = xev(cwd, ['conflicts', '--kind', 'milestone'])
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: '', stderr: 'no source contradicts another\n' })
  })
})

describe('diff', () => {
  test('of two stores', () => {
    const { code, stdout } = xev(cwd, ['diff', 'older', 'facts'])
    expect(code).toBe(1)
    expect(stdout).toMatch(/^A {2}older {2}\(1 source, 1 claim\)\nB {2}facts {2}\(4 sources, 9 claims\)\n/)
    expect(stdout).toMatch(/^Contradicting \(1\)\n.*same period, 13 and 12 ferries cannot both be exact/m)
    expect(stdout).toMatch(/^Only in B \(8\)$/m)
    expect(xev(cwd, ['diff', 'facts', 'facts']).code).toBe(0)
  })
})

describe('timeline', () => {
  test('tells moves with who said which when', () => {
    const { code, stdout } = xev(cwd, ['timeline', '--kind', 'milestone'])
    expect(code).toBe(0)
    expect(stdout).toMatch(/^mid-2025 +Hansa Rederi Viking launch: 2025-03 → mid-2025, planned$/m)
    expect(stdout).toMatch(/^ +2025-03, planned {2}quai 2024-02$/m)
    expect(stdout).toMatch(/^ +mid-2025, planned {2}agency 2025-01$/m)
  })

  test('in the order of dates, what has none last', () => {
    const entries = jsonLines(xev(cwd, ['timeline', '--format', 'ndjson']).stdout)
    expect(entries.map(({ date }) => date)).toEqual(['2023', '2025', '2025-38', null, null])
    expect(xev(cwd, ['timeline']).stdout).toContain('\nWithout a date of their own, by publication\n(2024-02)')
  })
})

describe('show', () => {
  test('the sentence with the quote marked, the rule, and what others say', () => {
    const { code, stdout } = xev(cwd, ['show', 'q-111'])
    expect(code).toBe(0)
    expect(stdout).toContain('ports/quai.txt:3  “Hansa Rederi double sa flotte”, 2024-02')
    expect(stdout).toContain('\n  Hansa Rederi [a livré douze ferries en 2023], selon sa direction.\n')
    expect(stdout).toMatch(/^ {2}rule {4}\S+$/m)
    expect(stdout).toMatch(
      /contradicting \(not settled\): same period, 12 and 15 ferries cannot both be exact\n.*h-211, ports\/harbour\.md/,
    )
  })

  test('says where the quote comes from when the article has changed or is gone', () => {
    expect(xev(cwd, ['show', 'b-4']).stdout).toContain('(the article has changed: the quote as the store keeps it)')
    expect(xev(cwd, ['show', 'h-220']).stdout).toContain('(the article is not there: the quote as the store keeps it)')
    const { claim: shown } = JSON.parse(xev(cwd, ['show', 'b-4', '--json']).stdout)
    expect(shown.context).toMatchObject({ from: 'store', missing: 'the article has changed' })
  })

  test.each([
    ['q-1', /"q-1" may be q-111 \(ports\/quai\.txt\), q-112 .*, q-120 .*hint: write more of the id/],
    ['q-119', /no claim "q-119" in the store \(hint: the nearest is q-11/],
  ])('%s is a mistake', (id, message) => {
    const { code, stdout, stderr } = xev(cwd, ['show', id])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(message)
  })
})

test('a longer name is not taken for the same company', () => {
  const { subjects } = JSON.parse(xev(cwd, ['summary', '--json']).stdout)
  expect(subjects.map(({ subject }: { subject: string }) => subject)).toEqual(['Hansa Rederi', 'Hansa Rederi Cargo'])
})

describe('on a terminal', () => {
  const commands = [['summary'], ['conflicts'], ['timeline'], ['show', 'q-111'], ['diff', 'quai', 'harbour']]
  test.each(commands.flatMap((args) => [60, 120].map((cols) => [args.join(' '), cols] as const)))(
    '%s fits %i columns',
    async (command, cols) => {
      const { lines, broken } = await onTerminal(cwd, command.split(' '), { cols, rows: 50 })
      expect(broken).toEqual([])
      expect(lines.join('\n')).toContain('Hansa Rederi')
    },
  )
})
