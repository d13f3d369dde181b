import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { claim, factFile } from '../store/facts.js'
import { openSession } from './pty.js'
import { folderWith, jsonLines, storeOf, xev } from './run.js'

const TEXT =
  'Nordlys tient bon.\n\nLa marque\u009b2J a livré 4 000 voitures en mai. Elle en promet 9 000 en juin, dit-elle. Le prix reste bas.\n'
const evidenceOf = (quote: string) => {
  const start = TEXT.indexOf(quote)
  return [{ line: 3, start, end: start + quote.length, quote }]
}
const FACTS = factFile(
  [
    claim('v-100', 30, { evidence: evidenceOf('livré 4 000 voitures') }),
    claim('v-200', 60, { status: 'planned', evidence: evidenceOf('promet 9 000') }),
    claim('c-300', 90, { kind: 'price', measure: 'list', review: 'accepted', evidence: evidenceOf('prix') }),
  ],
  { source: 'data/a.txt' },
)
const OTHER = factFile([claim('m-400', 1, { kind: 'market', market: 'Norway', stance: 'present' })], {
  source: 'data/gone.txt',
})
const PATH = 'facts/data--a.yaml'
const newStore = () => folderWith({ 'data/a.txt': TEXT, ...storeOf(FACTS, OTHER) })
const read = (cwd: string, path = PATH) => readFileSync(join(cwd, path), 'utf8')
const reviewsIn = (cwd: string) =>
  jsonLines(xev(cwd, ['facts', '--all', '--format', 'ndjson']).stdout).map(({ id, review, note }) => [id, review, note])

describe('review by id', () => {
  test('accepts, rejects and notes claims, by the beginning of their ids', () => {
    const cwd = newStore()
    const args = ['--accept', 'v-1', 'm-400', '--reject', 'v-2', '--note', 'v-100', 'until May: no longer']
    const { code, stdout, stderr } = xev(cwd, ['review', ...args])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(/^accepted, noted +v-100 +Nordlys: deliveries/m)
    expect(stdout).toMatch(/^rejected +v-200/m)
    expect(reviewsIn(cwd)).toEqual([
      ['v-100', 'accepted', 'until May: no longer'],
      ['v-200', 'rejected', undefined],
      ['c-300', 'accepted', undefined],
      ['m-400', 'accepted', undefined],
    ])
    expect(xev(cwd, ['review', '--note', 'v-100', '', '--accept', 'v-200']).code).toBe(0)
    expect(reviewsIn(cwd).slice(0, 2)).toEqual([
      ['v-100', 'accepted', undefined],
      ['v-200', 'accepted', undefined],
    ])
  })

  test('leaves every other byte as it is', () => {
    const cwd = newStore()
    const mine = read(cwd)
      .replace('claims:\n', 'claims:  # mine\n')
      .replace('status: planned', "status:  'planned'  # so")
    writeFileSync(join(cwd, PATH), mine)
    xev(cwd, ['review', '--reject', 'v-200'])
    expect(read(cwd).replace(/ +review: rejected\n/, '')).toBe(mine)
  })

  test('--dry-run writes nothing', () => {
    const cwd = newStore()
    const before = read(cwd)
    const { stdout } = xev(cwd, ['review', '--accept', 'v-100', '--dry-run'])
    expect(stdout).toMatch(/accepted +v-100[\s\S]*dry run: nothing written/)
    expect(read(cwd)).toBe(before)
  })

  test.each([
    [['--accept', 'v-1', 'v-500'], /no claim "v-500" in the store \(hint: the nearest is v-/],
    [['--accept', 'v'], /"v" may be v-100, v-200 \(hint: write more of it\)/],
    [['--accept', 'v-100', '--reject', 'v-1'], /"v-1" is to be accepted and rejected/],
    [['--note', 'v-100'], /--note takes an id and a text/],
    [[], /shows claims on a terminal, and there is none \(hint: xev review --accept ID/],
  ])('%j is a mistake, and nothing is written', (args, message) => {
    const cwd = newStore()
    const before = read(cwd)
    const { code, stdout, stderr } = xev(cwd, ['review', ...args])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(message)
    expect(read(cwd)).toBe(before)
  })
})

describe('review on a terminal', () => {
  test('shows one claim after the other with its sentence, and saves every key at once', async () => {
    const cwd = newStore()
    const session = openSession(cwd, ['review'], { cols: 60, env: { NO_COLOR: '1' } })
    await session.shows('1 of 3')
    await session.shows(/3: La marque\\u\{9b\}2J a \[livré 4 000 voitures\]/)
    session.type('a')
    await session.shows('2 of 3 · 1 accepted')
    expect(reviewsIn(cwd)[0]).toEqual(['v-100', 'accepted', undefined])
    session.type('n')
    await session.shows('note: ▏')
    session.type('été 🚗?\u007f!\r')
    await session.shows('noted: v-200')
    expect(reviewsIn(cwd)[1]).toEqual(['v-200', undefined, 'été 🚗!'])
    session.type('r')
    await session.shows('3 of 3')
    await session.shows('the article cannot be shown')
    session.type('u')
    await session.shows('taken back: v-200')
    expect(reviewsIn(cwd)[1]).toEqual(['v-200', undefined, 'été 🚗!'])
    session.type('b')
    await session.shows(/1 of 3[\s\S]*accepted$/m)
    session.type('sss')
    await session.shows('That was the last one.')
    session.type('?')
    await session.shows('take the last decision or note back')
    session.type('q')
    const { code, broken, lines, raw } = await session.end()
    expect({ code, broken }).toEqual({ code: 0, broken: [] })
    expect(lines).toEqual(['3 claims: 1 accepted, 1 noted'])
    expect(raw).not.toContain('\u009b')
  })

  test.each([
    ['Ctrl-C', '\u0003'],
    ['Ctrl-D', '\u0004'],
    ['q', 'q'],
  ])('%s leaves the terminal as it was', async (_, key) => {
    const cwd = newStore()
    // the shell tells whether what is typed is shown and a line is taken as a line
    const script = `"${process.execPath}" "${join(import.meta.dirname, '../../bin/xev.js')}" review; stty -a | grep -oE -- '-?(icanon|echo|isig) '`
    const session = openSession(cwd, ['-c', script], { program: '/bin/sh', cols: 60 })
    await session.shows('1 of 3')
    session.type(key)
    const { raw, lines } = await session.end()
    expect(
      lines
        .slice(-3)
        .map((line) => line.trim())
        .sort(),
    ).toEqual(['echo', 'icanon', 'isig'])
    expect(raw.lastIndexOf('\u001b[?1049l')).toBeGreaterThan(raw.lastIndexOf('\u001b[?1049h'))
    expect(raw.lastIndexOf('\u001b[?25h')).toBeGreaterThan(raw.lastIndexOf('\u001b[?25l'))
  })

  test('fits the terminal, also when that gets another size', async () => {
    const cwd = newStore()
    const session = openSession(cwd, ['review', '--all'], { cols: 100, rows: 24 })
    await session.shows('1 of 4')
    session.resize(40, 12)
    await session.shows(/q quit/)
    session.type('s')
    await session.shows('2 of 4')
    session.type('q')
    expect((await session.end()).broken).toEqual([])
  })

  test('takes filters, and says when nothing is left', async () => {
    const cwd = newStore()
    const session = openSession(cwd, ['review', '--status', 'planned', '--dry-run'], { cols: 80 })
    await session.shows(/1 of 1 .*dry run/)
    session.type('a')
    await session.shows('That was the last one.')
    session.type('q')
    await session.end()
    expect(reviewsIn(cwd)[1]).toEqual(['v-200', undefined, undefined])
    const { lines } = await openSession(cwd, ['review', '--kind', 'price'], { cols: 80 }).end()
    expect(lines).toEqual(['no claim that is not reviewed yet (hint: --all shows every one)'])
  })

  test('a claim that cannot be saved stays, with the reason', async () => {
    const cwd = newStore()
    const session = openSession(cwd, ['review'], { cols: 100 })
    await session.shows('1 of 3')
    writeFileSync(join(cwd, PATH), read(cwd).replace('id: v-100', 'id: v-111'))
    session.type('a')
    await session.shows(/not saved: facts\/data--a\.yaml the claim v-100 is no longer there/)
    await session.shows('1 of 3')
    session.type('q')
    expect((await session.end()).code).toBe(0)
  })
})
