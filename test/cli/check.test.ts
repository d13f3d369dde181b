import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { ARTICLE, folderWith, jsonLines, xev } from './run.js'

const SECOND = ARTICLE.replace('139 000', '7 000').replace('2024', '2023')
const FACTS = 'facts/data--a.yaml'
let cwd: string
beforeEach(() => {
  cwd = folderWith({ 'data/a.txt': ARTICLE, 'data/b.txt': SECOND })
  xev(cwd, ['extract', 'data/'])
})

const read = (path: string) => readFileSync(join(cwd, path), 'utf8')
const write = (path: string, text: string) => writeFileSync(join(cwd, path), text)
const check = (...args: string[]) => xev(cwd, ['check', ...args])
const faults = (...args: string[]) => jsonLines(check('--format', 'ndjson', ...args).stdout).map(({ fault }) => fault)

describe('check', () => {
  test('finds nothing in a store that is sound', () => {
    const { code, stdout, stderr } = check()
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(/^2 fact files, \d+ claims, \d+ quotes: all sound\n$/)
    expect(JSON.parse(check('--json').stdout)).toMatchObject({
      schema: 'xev/check',
      sound: true,
      files: 2,
      findings: [],
    })
  })

  test('names damaged files with line and column, the others are checked all the same', () => {
    write('facts/torn.yaml', 'source: x\nclaims: [\n')
    write('data/a.txt', ARTICLE.replace('139 000', '1'))
    const { code, stdout } = check()
    expect(code).toBe(1)
    expect(stdout).toMatch(/^facts\/torn\.yaml\n {2}line \d+ +column \d+: no sound YAML/m)
    expect(stdout).toMatch(/1 place is damaged: mend the file by hand, or restore it/)
    expect(faults()).toEqual(['article-changed', 'quote-lost', 'damaged'])
  })

  test('tells of articles that are gone, have moved or cannot be read', () => {
    rmSync(join(cwd, 'data/a.txt'))
    renameSync(join(cwd, 'data/b.txt'), join(cwd, 'data/new.txt'))
    const { code, stdout } = check()
    expect(code).toBe(1)
    expect(stdout).toMatch(/^ {2}file {2}data\/a\.txt is gone, which \d+ claims quote$/m)
    expect(stdout).toMatch(/^ {2}file {2}data\/b\.txt is data\/new\.txt now$/m)
    write('data/a.txt', '\0\0\0')
    expect(faults()).toEqual(['article-unreadable', 'article-moved'])
  })

  test('tells of ids that stand twice, and of claims that people worked on and no reading yields', () => {
    const [id = ''] = /(?<=id: )\S+/.exec(read(FACTS)) ?? []
    write('facts/data--b.yaml', read('facts/data--b.yaml').replace(/(?<=id: )\S+/, id))
    write(FACTS, `${read(FACTS)}    review: accepted\n    stale: true\n`)
    const found = jsonLines(check('--format', 'ndjson').stdout)
    expect(found.map(({ fault, path }) => [fault, path])).toEqual([
      ['stale', FACTS],
      ['id-twice', 'facts/data--b.yaml'],
    ])
    expect(found[0]?.message).toBe('is accepted, but the article as last read no longer says it')
  })

  test('no store is trouble', () => {
    const { code, stdout, stderr } = check('--store', 'none')
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(/no fact store at "none"/)
  })

  test('what articles and people wrote does not steer the terminal', () => {
    write(FACTS, read(FACTS).replace(/quote: .*}/, 'quote: "\\u001b[2J gone"}'))
    const { stdout } = check()
    expect(stdout).not.toContain('\u001b')
    expect(stdout).toContain('\\u{1b}[2J gone')
  })
})

describe('check --fix', () => {
  test('puts the places of quotes right and touches nothing else', () => {
    const mine = read(FACTS)
      .replace('claims:\n', 'claims:\n  # seen by me\n')
      .replace(/rule: .*/, "$&  # 'so'\n    mine: [1,  2]")
    write(FACTS, mine)
    write('data/a.txt', ARTICLE.replace('Nordlys a livré', '🚗 Une phrase.\n\nNordlys a livré'))
    expect(faults()).toEqual(['article-changed', 'quote-moved'])

    const dry = check('--fix', '--dry-run')
    expect(dry.code).toBe(1)
    expect(read(FACTS)).toBe(mine)

    const { code, stdout } = check('--fix')
    expect(code).toBe(1)
    expect(stdout).toMatch(/put right: has moved from line 5 to 7: “.*139 000/)
    const quotes = /\{line: 5, start: (\d+), end: (\d+)/
    const [, start, end] = (quotes.exec(mine) ?? []).map(Number) as [number, number, number]
    const shift = Array.from('🚗 Une phrase.\n\n').length
    expect(read(FACTS)).toBe(mine.replace(quotes, `{line: 7, start: ${start + shift}, end: ${end + shift}`))
    expect(faults()).toEqual(['article-changed'])
  })

  test('a store in which nothing is left to do is sound', () => {
    write(FACTS, read(FACTS).replace('{line: 5,', '{line: 4,'))
    expect(check().code).toBe(1)
    expect(check('--fix').code).toBe(0)
    expect(check().code).toBe(0)
  })

  test('leaves quotes alone that may be meant for several places, and names these', () => {
    const [line = ''] = /Nordlys a livré.*/.exec(ARTICLE) ?? []
    const before = read(FACTS)
    write('data/a.txt', ARTICLE.replace(line, `${line}\n\nBis : ${line}`).replace('Publié', 'Paru et publié'))
    const found = jsonLines(check('--fix', '--format', 'ndjson').stdout)
    expect(found).toMatchObject([
      { fault: 'article-changed' },
      { fault: 'quote-ambiguous', places: [{ line: 5 }, { line: 7 }], fixed: false },
    ])
    expect(read(FACTS)).toBe(before)
  })

  test('a damaged file is left as it is', () => {
    const damaged = `${read(FACTS).replace('{line: 5,', '{line: 4,')}  - {kind: rumour}\n`
    write(FACTS, damaged)
    expect(check('--fix').code).toBe(1)
    expect(read(FACTS)).toBe(damaged)
  })
})
