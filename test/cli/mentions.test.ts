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

  test('each beside its article where there are several, also in one file', () => {
    const item = (n: number) =>
      `<item><guid>n${n}</guid><description>Nordlys a livré ${n} voitures en 2024.</description></item>`
    const rss = `<rss><channel><language>fr</language>${item(701)}${item(702)}</channel></rss>`
    const folder = folderWith({ 'feed.xml': rss })
    for (const format of ['table', 'markdown']) {
      const { code, stdout } = xev(folder, ['mentions', 'feed.xml', '--format', format])
      expect(code).toBe(0)
      expect(stdout).toMatch(/feed\.xml#n701 .*701 voitures/)
      expect(stdout).toMatch(/feed\.xml#n702 .*702 voitures/)
    }
  })

  test('tells where the language is a guess', () => {
    const run = xev(cwd, ['mentions', '-'], { input: 'Nordlys: 300 vans, +4%.\n' })
    expect(run.code).toBe(0)
    expect(run.stderr).toMatch(/^warning: stdin: its language is not clear: read as French \(hint: .*--lang en\)\n$/)
    expect(xev(cwd, ['mentions', '-', '--lang', 'en'], { input: 'Nordlys: 300 vans, +4%.\n' }).stderr).toBe('')
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
