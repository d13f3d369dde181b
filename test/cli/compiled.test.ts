import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { BIN, folderWith } from './run.js'

const KEPT = `dist/run/compiled/${process.version}-${process.arch}`

/** A program of two files as the build makes it, which says `word`. */
function program(word: string): string {
  return folderWith({
    'bin/xev.js': readFileSync(BIN),
    'package.json': '{"type": "module"}',
    'dist/run/xev.cjs': "exports.finished = Promise.resolve(console.log(require('./word.cjs').word()))",
    'dist/run/word.cjs': saying(word),
  })
}

const saying = (word: string) => `exports.word = () => '${word}'`

function run(folder: string, env = {}): string {
  const { stdout, stderr } = spawnSync(process.execPath, [join(folder, 'bin/xev.js')], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, ...env },
  })
  return stdout + stderr
}

const keptIn = (folder: string) => readdirSync(join(folder, KEPT)).map((name) => join(folder, KEPT, name))

describe('what was compiled in one run', () => {
  it('is there for the next, which writes nothing', () => {
    const folder = program('a')
    expect(run(folder)).toBe('a\n')
    const kept = keptIn(folder)
    expect(kept).toHaveLength(2)
    for (const file of kept) utimesSync(file, 1, 1)
    expect(run(folder)).toBe('a\n')
    expect(keptIn(folder).map((file) => [file, statSync(file).mtimeMs])).toEqual(kept.map((file) => [file, 1000]))
  })

  it('is not taken for a file of the same length that came later', () => {
    const folder = program('a')
    run(folder)
    const file = join(folder, 'dist/run/word.cjs')
    writeFileSync(file, saying('b'))
    utimesSync(file, 2_000_000_000, 2_000_000_000)
    expect(run(folder)).toBe('b\n')
  })

  it.each([
    ['empty', () => Buffer.alloc(0)],
    ['cut short', (kept: Buffer) => kept.subarray(0, 100)],
    ['something else', () => Buffer.from('hello '.repeat(100))],
  ])('is made again where it is %s', (_, damaged) => {
    const folder = program('a')
    run(folder)
    for (const file of keptIn(folder)) writeFileSync(file, damaged(readFileSync(file)))
    expect(run(folder)).toBe('a\n')
    for (const file of keptIn(folder)) expect(readFileSync(file).length).toBeGreaterThan(600)
  })

  it('is not kept where nothing can be written', () => {
    const folder = program('a')
    writeFileSync(join(folder, 'dist/run/compiled'), '')
    expect(run(folder)).toBe('a\n')
    expect(run(folder)).toBe('a\n')
  })

  it('is not kept where Node is told to keep nothing', () => {
    const folder = program('a')
    expect(run(folder, { NODE_DISABLE_COMPILE_CACHE: '1' })).toBe('a\n')
    expect(existsSync(join(folder, KEPT))).toBe(false)
  })
})
