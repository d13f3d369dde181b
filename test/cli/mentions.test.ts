import { describe, expect, test } from 'vitest'
import { ARTICLE, folderWith, jsonLines, xev } from './run.js'

const cwd = folderWith({ 'a.txt': ARTICLE, 'b.txt': ARTICLE })

describe('mentions', () => {
  test('as a table for people', () => {
    const { code, stdout } = xev(cwd, ['mentions', 'a.txt'])
    expect(code).toBe(0)
    expect(stdout).toMatch(/^LINE +TYPE +TEXT +MEANING\n/)
    expect(stdout).toMatch(/5 +amount +139 000 voitures +139,000 vehicles\n/)
  })

  test('as JSON lines, with offsets in code points', () => {
    const records = jsonLines(xev(cwd, ['mentions', 'a.txt', '--format', 'ndjson']).stdout)
    const points = [...ARTICLE]
    expect(records.length).toBeGreaterThan(2)
    for (const { source, start, end, text } of records) {
      expect(source).toBe('a.txt')
      expect(points.slice(start as number, end as number).join('')).toBe(text)
    }
  })

  test('as one JSON document', () => {
    const { documents } = JSON.parse(xev(cwd, ['mentions', 'a.txt', 'b.txt', '--json']).stdout)
    expect(documents.map(({ source }: { source: string }) => source)).toEqual(['a.txt', 'b.txt'])
    expect(documents[0].mentions).toContainEqual(
      expect.objectContaining({ type: 'amount', value: { figure: 139_000, unit: 'vehicles', bound: 'exact' } }),
    )
  })

  test('relative dates count from --ref, never from today', () => {
    const read = (...args: string[]) =>
      jsonLines(
        xev(cwd, ['mentions', '-', '--lang', 'en', '--format', 'ndjson', ...args], { input: 'It grew last month.\n' })
          .stdout,
      )
    expect(read()).toMatchObject([{ type: 'date', edtf: null }])
    expect(read('--ref', '2031-05-20')).toMatchObject([{ type: 'date', edtf: '2031-04' }])
  })

  test('answers the cases of a suite line by line', () => {
    const input = [
      { id: 'one', lang: 'fr', text: '🚗 Soit 3,5 Md$.', ref: null },
      { id: 'two', lang: 'en', text: 'Nothing here.', ref: null },
    ]
    const lines = input.map((line) => `${JSON.stringify(line)}\n`).join('')
    expect(jsonLines(xev(cwd, ['mentions', '--ndjson'], { input: lines }).stdout)).toMatchObject([
      {
        id: 'one',
        mentions: [
          {
            type: 'money',
            start: 7,
            end: 14,
            text: '3,5 Md$',
            value: { figure: 3.5e9, unit: 'dollar', bound: 'exact' },
          },
        ],
      },
      { id: 'two', mentions: [] },
    ])
  })

  test.each([
    [['mentions', '--ndjson'], '{"id": 1}\n', /no case/],
    [['mentions', '--ndjson'], 'x\n', /no JSON/],
    [['mentions', '--ndjson'], '{"id": "1", "text": "x", "lang": "de"}\n', /neither fr nor en/],
    [['mentions', '-', '--ref', 'today'], 'x\n', /Expected a date/],
    [['mentions', 'none.txt'], '', /none\.txt: no such file/],
  ])('%j tells what is wrong', (args, input, message) => {
    const { code, stderr } = xev(cwd, args, { input })
    expect(code).toBe(2)
    expect(stderr).toMatch(message)
  })
})
