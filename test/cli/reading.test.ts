import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ARTICLE, filesIn, folderWith, jsonLines, xev } from './run.js'

const BINARY = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 0xff])
const isRecord = expect.objectContaining({
  kind: 'volume',
  measure: 'deliveries',
  value: expect.objectContaining({ figure: 139000, unit: 'vehicles' }),
})

describe('scan', () => {
  const cwd = folderWith({ 'news/a.txt': ARTICLE, 'news/deep/b.md': ARTICLE })

  test('prints a claim a line in a pipe, its source first', () => {
    const { code, stdout, stderr } = xev(cwd, ['scan', 'news'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const records = jsonLines(stdout)
    expect(records).toContainEqual(isRecord)
    expect(Object.keys(records[0] ?? {})[0]).toBe('source')
    expect(new Set(records.map(({ source }) => source))).toEqual(new Set(['news/a.txt', 'news/deep/b.md']))
  })

  test('tells what it cost on standard error with --profile, the claims being the same', () => {
    const { code, stdout, stderr } = xev(cwd, ['scan', 'news', '--profile'])
    expect({ code, stdout }).toEqual({ code: 0, stdout: xev(cwd, ['scan', 'news']).stdout })
    for (const stage of ['text', 'numbers and dates', 'names', 'claims', 'facts'])
      expect(stderr).toMatch(new RegExp(`^${stage} +\\d+\\.\\d +\\d+%$`, 'm'))
    expect(stderr).toMatch(/^DEAREST RULE +MS +SENTENCES +CLAIMS$/m)
    const rules = stderr.split('\n').filter((line) => /^fr\/[a-z-]+\/[a-z-]+ +\d+\.\d\d +[1-9]\d* +\d+$/.test(line))
    expect(rules.length).toBeGreaterThan(0)
    expect(rules.length).toBeLessThanOrEqual(10)
    expect(rules.some((line) => line.endsWith(' 2'))).toBe(true)
  })

  test('quotes are slices of the file by code points', () => {
    const points = Array.from(ARTICLE)
    const claims = jsonLines(xev(cwd, ['scan', 'news/a.txt']).stdout)
    const evidence = claims.flatMap(
      (claim) => claim.evidence as { start: number; end: number; quote: string; line: number }[],
    )
    expect(evidence.length).toBeGreaterThan(0)
    for (const { start, end, quote } of evidence) expect(points.slice(start, end).join('')).toBe(quote)
  })

  test('prints one document with --json, problems included', () => {
    const { code, stdout } = xev(cwd, ['scan', 'news/a.txt', 'none.txt', '--json'])
    expect(code).toBe(2)
    expect(JSON.parse(stdout)).toMatchObject({
      schema: 'xev/claims',
      version: 1,
      documents: [
        { source: 'news/a.txt', language: 'fr', published: '2025-03-12', claims: expect.arrayContaining([isRecord]) },
      ],
      problems: [{ severity: 'error', source: 'none.txt', message: 'no such file or folder' }],
    })
  })

  test('prints a table on request', () => {
    const { stdout } = xev(cwd, ['scan', 'news', '--format', 'table'], { env: { COLUMNS: '100' } })
    expect(stdout).toMatch(/^ID +ABOUT +CLAIM/)
    expect(stdout).toMatch(/deliveries 139,000 vehicles/)
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(100)
  })

  test('reads standard input, and takes the date of publication from the command line', () => {
    const { code, stdout } = xev(cwd, ['scan', '-', '--published', '2025-04', '--lang', 'fr'], { input: ARTICLE })
    expect(code).toBe(0)
    expect(jsonLines(stdout)[0]).toMatchObject({ source: 'stdin', published: '2025-04' })
  })
})

describe('paths', () => {
  const article = 'Nordlys a livré 500 voitures en 2024.\n'
  const cwd = folderWith({
    ...{ 'in/b.txt': article, 'in/a.TXT': article, 'in/z/c.md': article, 'in/no.csv': article, 'in/[x].txt': article },
    ...{ 'in/.hidden/d.txt': article, 'in/.e.txt': article, 'in/node_modules/f.txt': article, 'empty/x.csv': '' },
  })
  const sources = (...paths: string[]) => {
    const { stdout } = xev(cwd, ['scan', '--json', ...paths])
    return JSON.parse(stdout).documents.map((document: { source: string }) => document.source)
  }

  test('of a folder: its articles all the way down, sorted, but for hidden ones and packages', () => {
    expect(sources('in')).toEqual(['in/[x].txt', 'in/a.TXT', 'in/b.txt', 'in/z/c.md'])
  })

  test('are named from the working folder, however they are written, and read once', () => {
    expect(sources('./in/b.txt', join(cwd, 'in/b.txt'), 'in/../in/b.txt', 'in/z')).toEqual(['in/b.txt', 'in/z/c.md'])
  })

  test('may be patterns; a file of that very name comes first', () => {
    expect(sources('in/**/*.{txt,md}')).toEqual(['in/[x].txt', 'in/b.txt', 'in/z/c.md'])
    expect(sources("'in/z/*'")).toEqual(['in/z/c.md'])
    expect(sources('in/[x].txt')).toEqual(['in/[x].txt'])
  })

  test('named one by one may have any ending', () => {
    expect(sources('in/no.csv')).toEqual(['in/no.csv'])
  })
})

describe('articles that cannot be read', () => {
  const files = {
    'good.txt': ARTICLE,
    'bad/binary.txt': BINARY,
    'bad/empty.txt': '',
    'bad/blank.txt': ' \n\n',
    'none/x.csv': '',
  }

  test.each([
    ['no such file', 'missing.txt', 'missing.txt: no such file or folder'],
    ['an empty path', '', ': no such file or folder'],
    ['no file of a pattern', 'missing*.txt', 'missing*.txt: no file matches this pattern'],
    ['a folder without articles', 'none', 'none: no article in this folder'],
    ['a binary file', 'bad/binary.txt', 'bad/binary.txt: '],
    ['an empty file', 'bad/empty.txt', 'bad/empty.txt: '],
    ['a blank file', 'bad/blank.txt', 'bad/blank.txt: '],
    ['standard input with nothing in it', '-', 'stdin: '],
  ])('%s: one line with a hint; the others are done', (_, path, message) => {
    const cwd = folderWith(files)
    for (const command of ['scan', 'extract']) {
      const { code, stderr, stdout } = xev(cwd, [command, path, 'good.txt', '--json'])
      expect(code).toBe(2)
      expect(stderr).toMatch(/^error: .*\(hint: .+\)\n$/)
      expect(stderr).toContain(`error: ${message}`)
      expect(stdout).toContain('"source": "good.txt"')
    }
  })

  test('each of several is named', () => {
    const cwd = folderWith(files)
    const { code, stderr } = xev(cwd, ['extract', '.'])
    expect(code).toBe(2)
    expect(
      stderr
        .trimEnd()
        .split('\n')
        .map((line) => line.split(':')[1]?.trim()),
    ).toEqual(['bad/binary.txt', 'bad/blank.txt', 'bad/empty.txt'])
    expect(filesIn(join(cwd, 'facts'))).toEqual(['good.yaml'])
  })
})

describe('extract', () => {
  test('writes a fact file for each article and tells what it wrote', () => {
    const cwd = folderWith({ 'data/a.txt': ARTICLE, 'data/sub/a.txt': ARTICLE })
    const { code, stdout, stderr } = xev(cwd, ['extract', 'data'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(filesIn(join(cwd, 'facts'))).toEqual(['data--a.yaml', 'data--sub--a.yaml'])
    expect(readFileSync(join(cwd, 'facts/data--a.yaml'), 'utf8')).toMatch(
      /value: \{figure: 139000, unit: vehicles, bound: exact\}/,
    )
    expect(stdout).toMatch(/^data\/a\.txt +2025-03-12 +fr .* created$/m)
    expect(stdout).toMatch(/^2 articles, \d+ claims; in facts: 2 created$/m)
  })

  test('again: unchanged files are left as they are, what people wrote stays', () => {
    const cwd = folderWith({ 'a.txt': ARTICLE })
    xev(cwd, ['extract', 'a.txt', '--store', 'store'])
    const path = join(cwd, 'store/a.yaml')
    const edited = `# mine\n${readFileSync(path, 'utf8').replace('    rule:', '    review: accepted\n    rule:')}`
    writeFileSync(path, edited)
    const { mtimeMs } = statSync(path)
    const { code, stdout } = xev(cwd, ['extract', 'a.txt', '--store', 'store'])
    expect(code).toBe(0)
    expect(stdout).toContain('in store: 1 unchanged')
    expect(statSync(path).mtimeMs).toBe(mtimeMs)

    writeFileSync(join(cwd, 'a.txt'), 'Nordlys a livré 500 voitures en 2023.\n')
    expect(JSON.parse(xev(cwd, ['extract', 'a.txt', '--store', 'store', '--json']).stdout).files[0]).toMatchObject({
      source: 'a.txt',
      path: 'store/a.yaml',
      state: 'updated',
      changes: { stale: 1 },
    })
    expect(readFileSync(path, 'utf8')).toMatch(/^# mine\n(?:.*\n)*.* review: accepted\n/)
    expect(readFileSync(path, 'utf8')).toContain('    stale: true\n')
  })

  test('never overwrites a damaged fact file, and does the rest', () => {
    const damaged = 'source: a.txt\nclaims: [\n'
    const cwd = folderWith({ 'a.txt': ARTICLE, 'b.txt': ARTICLE, 'facts/a.yaml': damaged })
    const { code, stderr } = xev(cwd, ['extract', 'a.txt', 'b.txt'])
    expect(code).toBe(2)
    expect(stderr).toMatch(/^error: facts\/a\.yaml:\d+: column \d+: no sound YAML.*\(hint: .*\)\n$/)
    expect(readFileSync(join(cwd, 'facts/a.yaml'), 'utf8')).toBe(damaged)
    expect(existsSync(join(cwd, 'facts/b.yaml'))).toBe(true)
  })

  test('writes nothing on a dry run', () => {
    const cwd = folderWith({ 'a.txt': ARTICLE })
    const { code, stdout } = xev(cwd, ['extract', 'a.txt', '--dry-run'])
    expect(code).toBe(0)
    expect(stdout).toContain('dry run: nothing written')
    expect(existsSync(join(cwd, 'facts'))).toBe(false)
  })

  test('says nothing with --quiet, and a record a line with ndjson', () => {
    const cwd = folderWith({ 'a.txt': ARTICLE })
    expect(xev(cwd, ['extract', 'a.txt', '--quiet'])).toEqual({ code: 0, stdout: '', stderr: '' })
    const [record] = jsonLines(xev(cwd, ['extract', 'a.txt', '--format', 'ndjson']).stdout)
    expect(record).toMatchObject({ source: 'a.txt', state: 'unchanged', kinds: { volume: expect.any(Number) } })
  })

  test('keeps sources from outside the working folder inside the store', () => {
    const cwd = folderWith({ 'out/a.txt': ARTICLE, 'work/x.txt': '' })
    expect(xev(join(cwd, 'work'), ['extract', '../out/a.txt']).code).toBe(0)
    expect(filesIn(join(cwd, 'work/facts'))).toEqual([expect.stringMatching(/^out--a-[0-9a-f]{8}\.yaml$/)])
  })
})

describe('explain', () => {
  const cwd = folderWith({ 'a.txt': ARTICLE, 'b.txt:5': ARTICLE, 'c.txt': ARTICLE })

  test('tells for a line what was seen, the rules tried, and where each slot came from', () => {
    const { code, stdout } = xev(cwd, ['explain', 'a.txt:5'])
    expect(code).toBe(0)
    expect(stdout).toMatch(/^5: Nordlys a livré 139 000 voitures/)
    expect(stdout).toMatch(/^ {4}139 000 voitures {2}amount 139,000 vehicles$/m)
    expect(stdout).toMatch(/^ {4}matched {2}fr\/volume/m)
    expect(stdout).toMatch(/^ {4}Nordlys: deliveries 139,000 vehicles, 2024, reported$/m)
    expect(stdout).toMatch(/^ {6}date: /m)
  })

  test('tells why a sentence was passed over', () => {
    expect(xev(cwd, ['explain', 'a.txt:7']).stdout).toMatch(
      /^7: Le ciel .*\n(?: {2}seen\n(?: {4}.*\n)+)? {2}passed over: \w+/,
    )
  })

  test('takes a whole article, also one with a colon in its name', () => {
    const { stdout } = xev(cwd, ['explain', 'b.txt:5'])
    expect(stdout).toContain('5: Nordlys')
    expect(stdout).toContain('7: Le ciel')
  })

  test('as JSON', () => {
    const { schema, version, sentences } = JSON.parse(xev(cwd, ['explain', 'a.txt:5', '--json']).stdout)
    expect({ schema, version }).toEqual({ schema: 'xev/explain', version: 1 })
    const [sentence] = sentences
    expect(Array.from(ARTICLE).slice(sentence.start, sentence.end).join('')).toBe(sentence.text)
    expect(sentence.claims[0]).toMatchObject({
      evidence: [{ text: expect.any(String) }],
      trace: { slots: expect.any(Object) },
    })
    expect(jsonLines(xev(cwd, ['explain', 'a.txt:5', '--format', 'ndjson']).stdout)).toEqual(sentences)
  })

  test.each([
    ['a blank line', 'a.txt:4', 0, 'nothing read on line 4'],
    ['a line beyond the end', 'a.txt:99', 2, 'error: a.txt: has no line 99'],
    ['no such file', 'x.txt:3', 2, 'error: x.txt: no such file'],
    ['a folder of several', '.', 2, 'error: .: one article at a time'],
  ])('%s', (_, place, code, message) => {
    const run = xev(cwd, ['explain', place])
    expect({ code: run.code, stdout: run.stdout }).toEqual({ code, stdout: '' })
    expect(run.stderr).toMatch(/^[^\n]+\n$/)
    expect(run.stderr).toContain(message)
  })
})
