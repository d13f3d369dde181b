import { spawn, spawnSync } from 'node:child_process'
import {
  appendFileSync,
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { ARTICLE, BIN, filesIn, folderWith, jsonLines, type Run, xev } from './run.js'

const article = (n: number) => ARTICLE.replace('139 000', `${139 + n} 000`)
const extract = (cwd: string, ...args: string[]) => {
  const run = xev(cwd, ['extract', '.', '--format', 'ndjson', ...args])
  const states = jsonLines(run.stdout).map(({ source, state, movedFrom }) => [source, movedFrom ?? state])
  return { ...run, states: Object.fromEntries(states) as Record<string, string> }
}
const factsOf = (cwd: string, name: string) => readFileSync(join(cwd, 'facts', name), 'utf8')
const edit = (cwd: string, name: string, change: (text: string) => string) =>
  writeFileSync(join(cwd, 'facts', name), change(factsOf(cwd, name)))
const review = (text: string) => text.replace(/^( {4}mark: .*\n)/m, '$1    review: rejected # not theirs\n')

describe('an article is read again', () => {
  const cwd = folderWith({ 'a.txt': article(1), 'b.txt': article(2), 'rules.yaml': '[]\n' })
  extract(cwd)

  test('only when it has changed, or its fact file, or the way of reading', () => {
    const read = (...args: string[]) => {
      const { stderr } = xev(cwd, ['extract', '.', '--verbose', ...args])
      return stderr
    }
    const journal = join(cwd, 'facts/.xev/readings')
    const lines = () => readFileSync(journal, 'utf8').split('\n').filter(Boolean).length
    const before = lines()
    expect(extract(cwd).states).toEqual({ 'a.txt': 'unchanged', 'b.txt': 'unchanged' })
    expect(lines()).toBe(before)
    appendFileSync(join(cwd, 'a.txt'), '\n')
    expect(extract(cwd).states).toEqual({ 'a.txt': 'updated', 'b.txt': 'unchanged' })
    expect(lines()).toBe(before + 1)
    edit(cwd, 'b.yaml', review)
    extract(cwd)
    expect(lines()).toBe(before + 2)
    extract(cwd, '--rules', 'rules.yaml')
    expect(lines()).toBe(before + 4)
    writeFileSync(join(cwd, 'rules.yaml'), '# another\n[]\n')
    extract(cwd, '--rules', 'rules.yaml')
    expect(lines()).toBe(before + 6)
    extract(cwd, '--rules', 'rules.yaml', '--force')
    expect(lines()).toBe(before + 8)
    expect(read()).not.toContain('error')
  })

  test('without the journal, or with a damaged one, to the same end', () => {
    const expected = extract(cwd)
    const journal = join(cwd, 'facts/.xev/readings')
    const sound = readFileSync(journal)
    for (let at = 3; at < sound.length; at += Math.ceil(sound.length / 6)) {
      const bytes = Buffer.from(sound)
      bytes[at] = (bytes[at] as number) ^ 1
      writeFileSync(journal, bytes)
      expect(extract(cwd)).toEqual(expected)
    }
    rmSync(join(cwd, 'facts/.xev'), { recursive: true })
    expect(extract(cwd)).toEqual(expected)
  })
})

describe('an article that moved', () => {
  test('keeps its file, its review and its ids, under the new name', () => {
    const cwd = folderWith({ 'a.txt': article(1), 'copy.txt': article(1) })
    extract(cwd)
    edit(cwd, 'a.yaml', review)
    const before = factsOf(cwd, 'a.yaml')
    mkdirSync(join(cwd, 'news'))
    renameSync(join(cwd, 'a.txt'), join(cwd, 'news/b.txt'))
    expect(extract(cwd).states).toEqual({ 'copy.txt': 'unchanged', 'news/b.txt': 'a.txt' })
    expect(filesIn(join(cwd, 'facts'))).toEqual(['copy.yaml', 'news--b.yaml'])
    expect(factsOf(cwd, 'news--b.yaml')).toBe(before.replace('source: a.txt', 'source: news/b.txt'))
  })

  test('is none where the first one is still there', () => {
    const cwd = folderWith({ 'a.txt': article(1) })
    extract(cwd)
    cpSync(join(cwd, 'a.txt'), join(cwd, 'b.txt'))
    expect(extract(cwd).states).toEqual({ 'a.txt': 'unchanged', 'b.txt': 'created' })
  })

  test('is found in a fact file that a person gave another name', () => {
    const cwd = folderWith({ 'a.txt': article(1) })
    extract(cwd)
    renameSync(join(cwd, 'facts/a.yaml'), join(cwd, 'facts/mine.yaml'))
    expect(extract(cwd).states).toEqual({ 'a.txt': 'unchanged' })
    expect(filesIn(join(cwd, 'facts'))).toEqual(['mine.yaml'])
  })

  test('of which the move was cut short by a kill is moved to the end', () => {
    const cwd = folderWith({ 'a.txt': article(1) })
    extract(cwd)
    renameSync(join(cwd, 'a.txt'), join(cwd, 'b.txt'))
    renameSync(join(cwd, 'facts/a.yaml'), join(cwd, 'facts/b.yaml'))
    expect(extract(cwd).states).toEqual({ 'b.txt': 'a.txt' })
    expect(factsOf(cwd, 'b.yaml')).toMatch(/^source: b\.txt\n/m)
  })
})

test('a corrected value stays, and facts tell it with what xev reads', () => {
  const cwd = folderWith({ 'a.txt': article(0) })
  extract(cwd)
  edit(cwd, 'a.yaml', (text) => text.replace('figure: 139000', 'figure: 138950'))
  extract(cwd)
  const claims = jsonLines(xev(cwd, ['facts', '--kind', 'volume']).stdout)
  expect(claims[0]).toMatchObject({ value: { figure: 138950 }, read: { value: { figure: 139000 } } })
  writeFileSync(join(cwd, 'a.txt'), `Une ligne de plus.\n\n${article(0)}`)
  extract(cwd)
  expect(factsOf(cwd, 'a.yaml')).toContain('figure: 138950')
})

describe('two at once', () => {
  const articles = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`in/${i}.txt`, article(i)]))
  const start = (cwd: string, ...args: string[]) =>
    new Promise<Run>((resolve) => {
      const child = spawn(process.execPath, [BIN, 'extract', 'in', ...args], { cwd, stdio: ['ignore', 'pipe', 'pipe'] })
      const output = { stdout: '', stderr: '' }
      child.stdout.on('data', (data) => (output.stdout += data))
      child.stderr.on('data', (data) => (output.stderr += data))
      child.on('close', (code) => resolve({ code, ...output }))
    })

  test('write what one after the other would have written', async () => {
    const cwd = folderWith(articles)
    const runs = await Promise.all([start(cwd), start(cwd)])
    expect(runs.map(({ code, stderr }) => ({ code, stderr }))).toEqual(Array(2).fill({ code: 0, stderr: '' }))
    expect(filesIn(join(cwd, 'facts'))).toHaveLength(60)
    expect(readdirSync(join(cwd, 'facts')).filter((name) => name.startsWith('.'))).toEqual(['.xev'])
    expect(new Set(Object.values(extract(cwd, '--force').states))).toEqual(new Set(['unchanged']))
  })

  test('an editor that saves in between loses nothing', async () => {
    const cwd = folderWith(articles)
    extract(cwd)
    for (const name of Object.keys(articles))
      appendFileSync(join(cwd, name), '\nEn 2023, Nordlys a livré 90 000 voitures.\n')
    const running = start(cwd)
    const names = filesIn(join(cwd, 'facts'))
    for (const [i, name] of names.entries()) {
      edit(cwd, name, (text) => `# mine ${i}\n${text}`)
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    expect((await running).code).toBe(0)
    extract(cwd)
    for (const [i, name] of names.entries()) {
      expect(factsOf(cwd, name)).toMatch(new RegExp(`^# mine ${i}\n`))
      expect(factsOf(cwd, name)).toContain('figure: 90000')
    }
  })

  test('a lock that a killed run left does not stop the next one', () => {
    const cwd = folderWith({ 'a.txt': article(1) })
    const { pid } = spawnSync(process.execPath, ['-e', '0'])
    mkdirSync(join(cwd, 'facts'))
    const host = spawnSync(process.execPath, ['-p', 'os.hostname()'], { encoding: 'utf8' }).stdout.trim()
    writeFileSync(join(cwd, 'facts/.xev.lock'), JSON.stringify({ pid, host, token: 'x' }))
    expect(extract(cwd)).toMatchObject({ code: 0, states: { 'a.txt': 'created' } })
    expect(existsSync(join(cwd, 'facts/.xev.lock'))).toBe(false)
  })
})

describe('what cannot be written', () => {
  /** As a user whom permissions bind, also where the tests run as root. */
  const bound = (cwd: string, command: string) => {
    const root = process.getuid?.() === 0
    if (root) spawnSync('chown', ['-R', '65534:65534', cwd])
    const { status, stdout, stderr } = spawnSync('sh', ['-c', command], {
      cwd,
      encoding: 'utf8',
      env: { PATH: process.env.PATH, NODE: process.execPath, BIN },
      ...(root ? { uid: 65534, gid: 65534 } : {}),
    })
    return { code: status, stdout, stderr }
  }

  test('a read-only store: the old content stays, one line says why, exit 2', () => {
    const cwd = folderWith({ 'a.txt': article(1) })
    extract(cwd)
    const before = factsOf(cwd, 'a.yaml')
    writeFileSync(join(cwd, 'a.txt'), article(2))
    chmodSync(join(cwd, 'facts'), 0o555)
    const { code, stderr } = bound(cwd, '"$NODE" "$BIN" extract a.txt')
    chmodSync(join(cwd, 'facts'), 0o755)
    expect(code).toBe(2)
    expect(stderr).toMatch(/^error: facts: no permission \(hint: .*\)\n$/)
    expect(factsOf(cwd, 'a.yaml')).toBe(before)
  })

  test('a disk that takes no more of a file: that one stays as it was, the others are done', () => {
    const long = Array.from(
      { length: 400 },
      (_, i) => `En ${1900 + (i % 100)}, Nordlys a livré ${i + 100} 000 voitures.`,
    )
    const cwd = folderWith({ 'a.txt': article(1), 'b.txt': article(2) })
    extract(cwd)
    const before = factsOf(cwd, 'a.yaml')
    writeFileSync(join(cwd, 'a.txt'), long.join('\n\n'))
    writeFileSync(join(cwd, 'b.txt'), article(3))
    // of 512 bytes each: the fact file of a.txt is longer
    const { code, stdout, stderr } = bound(cwd, 'ulimit -f 32; "$NODE" "$BIN" extract a.txt b.txt --format ndjson')
    expect(code).toBe(2)
    expect(stderr).toMatch(/^error: facts\/a\.yaml: the file would be larger than the system allows \(hint: .*\)\n$/)
    expect(jsonLines(stdout)).toMatchObject([{ source: 'b.txt', state: 'updated' }])
    expect(factsOf(cwd, 'a.yaml')).toBe(before)
    expect(readdirSync(join(cwd, 'facts')).sort()).toEqual(['.xev', 'a.yaml', 'b.yaml'])
  })

  test('a disk that is full at any point: old or new files, nothing half, and what to do', { timeout: 120_000 }, () => {
    const names = ['a', 'b', 'c']
    const articles = (n: number) => Object.fromEntries(names.map((name, i) => [`${name}.txt`, article(n + i)]))
    const made = folderWith(articles(1))
    extract(made)
    const old = new Map(names.map((name) => [name, review(factsOf(made, `${name}.yaml`))]))
    const newStore = () =>
      folderWith({
        ...articles(5),
        ...Object.fromEntries([...old].map(([name, text]) => [`facts/${name}.yaml`, text])),
      })
    const whole = newStore()
    expect(extract(whole).code).toBe(0)
    const now = new Map(names.map((name) => [name, factsOf(whole, `${name}.yaml`)]))
    const failed = new Set<number>()
    for (const room of [0, 100, 900, 1700, 2500, 4000, 40_000]) {
      const cwd = newStore()
      const disk = pathToFileURL(join(import.meta.dirname, 'full-disk.mjs'))
      const env = { NODE_OPTIONS: `--import ${disk}`, XEV_TEST_ROOM: String(room) }
      const { code, stdout, stderr } = xev(cwd, ['extract', '.', '--format', 'ndjson'], { env })
      const changed = names.filter((name) => {
        const text = factsOf(cwd, `${name}.yaml`)
        expect([old.get(name), now.get(name)]).toContain(text)
        return text !== old.get(name)
      })
      expect(jsonLines(stdout).map(({ source }) => source)).toEqual(changed.map((name) => `${name}.txt`))
      expect(code).toBe(changed.length < names.length ? 2 : 0)
      for (const line of stderr.split('\n').filter(Boolean))
        expect(line).toMatch(/^error: \S+: the disk is full \(hint: free some space and run the command again\)$/)
      expect(readdirSync(join(cwd, 'facts')).filter((name) => name.endsWith('.tmp') || name.includes('lock'))).toEqual(
        [],
      )
      failed.add(names.length - changed.length)
      expect(extract(cwd).code).toBe(0)
      expect(new Map(names.map((name) => [name, factsOf(cwd, `${name}.yaml`)]))).toEqual(now)
    }
    expect(failed.size).toBeGreaterThan(2)
  })

  test.each([
    ['a folder in place of a fact file', 'facts/a.yaml/x', /^error: facts\/a\.yaml: is a folder, not a file \(hint: /],
    ['a file in place of the store', 'facts', /^error: facts: a part of this path is a file, not a folder \(hint: /],
  ])('%s', (_, path, message) => {
    const cwd = folderWith({ 'a.txt': article(1), [path]: 'theirs' })
    const { code, stderr } = extract(cwd)
    expect(code).toBe(2)
    expect(stderr).toMatch(message)
    expect(stderr.trimEnd().split('\n')).toHaveLength(1)
    expect(readFileSync(join(cwd, path), 'utf8')).toBe('theirs')
  })
})

describe('beside the facts', () => {
  test('lies the schema that editors check them by, for as long as it is wanted', () => {
    const cwd = folderWith({ 'a.txt': article(1) })
    extract(cwd)
    const named = /^# yaml-language-server: \$schema=(.*)\n/.exec(factsOf(cwd, 'a.yaml'))?.[1] ?? ''
    const complaints = () => {
      const ajv = new Ajv2020({ strictTypes: false })
      for (const name of readdirSync(join(cwd, 'facts', dirname(named))).filter((name) => name.endsWith('.json')))
        ajv.addSchema({ $id: name, ...JSON.parse(readFileSync(join(cwd, 'facts', dirname(named), name), 'utf8')) })
      const isSound = ajv.getSchema(basename(named))
      isSound?.(parse(factsOf(cwd, 'a.yaml')))
      return isSound?.errors?.map(({ instancePath }) => instancePath) ?? null
    }
    expect(complaints()).toEqual(null)
    edit(cwd, 'a.yaml', (text) => text.replace('status: reported', 'status: rumoured'))
    expect(complaints()).toContain('/claims/0/status')
    rmSync(join(cwd, 'facts/.xev'), { recursive: true })
    edit(cwd, 'a.yaml', (text) => text.replace('status: rumoured', 'status: reported').replace(/^#.*\n/, ''))
    extract(cwd)
    expect(complaints()).toEqual(null)
    expect(factsOf(cwd, 'a.yaml')).toMatch(/^source: /)
  })

  test('lies the index: the first query after an extract parses no fact file, and without it every one, to the same end', () => {
    const cwd = folderWith({ 'a.txt': article(1), 'b.txt': article(2), 'c.txt': article(3) })
    extract(cwd)
    /** What is said, and how many files were parsed for it: V8 counts the calls. */
    const query = () => {
      const counts = join(cwd, 'counts')
      rmSync(counts, { recursive: true, force: true })
      const run = xev(cwd, ['facts'], { env: { NODE_V8_COVERAGE: counts } })
      const scripts = readdirSync(counts).flatMap((file) => JSON.parse(readFileSync(join(counts, file), 'utf8')).result)
      const calls = scripts
        .flatMap(({ functions }) => functions)
        .filter(({ functionName }) => functionName === 'parseStored')
        .map(({ ranges }) => ranges[0].count)
      return { run, parsed: calls.reduce((sum: number, n: number) => sum + n, 0) }
    }
    const warm = query()
    expect(warm).toMatchObject({ run: { code: 0, stderr: '' }, parsed: 0 })
    expect(new Set(jsonLines(warm.run.stdout).map(({ source }) => source)).size).toBe(3)
    for (const damage of [
      () => rmSync(join(cwd, 'facts/.xev'), { recursive: true }),
      () => appendFileSync(join(cwd, 'facts/.xev/index'), 'x'),
    ]) {
      damage()
      expect(query()).toEqual({ ...warm, parsed: 3 })
      expect(query()).toEqual(warm)
    }
    // of those that a person works on, only they are parsed, once
    edit(cwd, 'b.yaml', review)
    extract(cwd)
    expect(query().parsed).toBe(0)
    edit(cwd, 'c.yaml', review)
    expect(query().parsed).toBe(1)
  })
})

describe('a file that is damaged or no fact file at all', () => {
  const BOMB = `x: &a [y, y]\n${Array.from({ length: 40 }, (_, i) => `x${i}: &a${i} [*a${i - 1 < 0 ? '' : i - 1}, *a${i - 1 < 0 ? '' : i - 1}]\n`).join('')}`
  test.each([
    [
      'an open bracket',
      (text: string) => text.replace('claims:', 'claims: ['),
      /a\.yaml:\d+: column \d+: no sound YAML/,
    ],
    [
      'another type',
      (text: string) => text.replace('figure: 140000', 'figure: many'),
      /a\.yaml:\d+: column \d+: expected a number/,
    ],
    [
      'an id twice',
      (text: string) => text + text.slice(text.indexOf('  - id')),
      /a\.yaml:\d+: column \d+: the id ".*" stands here a second time/,
    ],
    [
      '__proto__ for a list',
      (text: string) => text.replace('claims:', '__proto__:'),
      /a\.yaml:2: column 1: expected a list of claims/,
    ],
    [
      'a bomb of aliases for a name',
      (text: string) => BOMB + text.replace(/subject: .*/, 'subject: *a39'),
      /a\.yaml:\d+: column \d+: expected a value: aliases/,
    ],
    ['50 MB', (text: string) => text + '#'.repeat(50_000_000), /a\.yaml: 50 MB are too much/],
  ])('%s: it is named and left alone, the others work', (_, damage, message) => {
    const cwd = folderWith({ 'a.txt': article(1), 'b.txt': article(2) })
    extract(cwd)
    edit(cwd, 'a.yaml', damage)
    const damaged = factsOf(cwd, 'a.yaml')
    writeFileSync(join(cwd, 'a.txt'), article(3))
    writeFileSync(join(cwd, 'b.txt'), article(4))
    const { code, stderr, states } = extract(cwd)
    expect({ code, states }).toEqual({ code: 2, states: { 'b.txt': 'updated' } })
    expect(stderr).toMatch(message)
    expect(stderr).toMatch(/^error: .*\(hint: .*\)\n$/)
    expect(factsOf(cwd, 'a.yaml') === damaged).toBe(true)
    const facts = xev(cwd, ['facts'])
    expect(facts.stderr).toMatch(message)
    expect(jsonLines(facts.stdout).map(({ source }) => source)).toContain('b.txt')
  })
})
