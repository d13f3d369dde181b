import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { openSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { claim, factFile } from '../store/facts.js'
import { BIN, folderWith, storeOf, xev } from './run.js'

const many = factFile(Array.from({ length: 3000 }, (_, i) => claim(`v-${i}`, i, { measure: `measure-${i}` })))
const cwd = folderWith(storeOf(many))

test.each([['--format=table'], ['--format=json'], ['--format=ndjson']])(
  'a large result arrives whole: %s',
  (format) => {
    const { code, stdout } = xev(cwd, ['facts', format])
    expect(code).toBe(0)
    expect(stdout.length).toBeGreaterThan(200_000)
    expect(stdout).toContain('measure-2999')
  },
)

test.each([['facts'], ['summary', '--full'], ['--help']])(
  'a reader that goes away ends %s quietly',
  async (...args) => {
    const child = spawn(process.execPath, [BIN, ...args], { cwd, stdio: ['ignore', 'pipe', 'pipe'] })
    let stderr = ''
    child.stderr.on('data', (chunk) => {
      stderr += chunk
    })
    child.stdout.destroy()
    const [code] = await once(child, 'close')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  },
)

test.runIf(process.platform === 'linux')('an output that cannot be written is trouble', async () => {
  const child = spawn(process.execPath, [BIN, 'facts'], { cwd, stdio: ['ignore', openSync('/dev/full', 'w'), 'pipe'] })
  let stderr = ''
  child.stderr?.on('data', (chunk) => {
    stderr += chunk
  })
  const [code] = await once(child, 'close')
  expect(code).toBe(2)
  expect(stderr).toMatch(/^error: the output cannot be written: ENOSPC.*\n$/)
})

describe('colours', () => {
  const colour = expect.stringContaining('\u001b[')

  test('only where they are wanted', () => {
    const table = ['facts', '--format', 'table']
    expect(xev(cwd, table).stdout).not.toEqual(colour)
    expect(xev(cwd, table, { env: { FORCE_COLOR: '1' } }).stdout).toEqual(colour)
    expect(xev(cwd, table, { env: { FORCE_COLOR: '1', NO_COLOR: '1' } }).stdout).not.toEqual(colour)
    expect(xev(cwd, [...table, '--no-color'], { env: { FORCE_COLOR: '1' } }).stdout).not.toEqual(colour)
  })
})

test('control characters of a store never reach the terminal, but stay in JSON', () => {
  const odd = claim('v-1', 10, { subject: 'Nord\u001b[2Jlys', measure: 'a\u202eb' })
  const folder = folderWith(storeOf(factFile([odd], { source: 'a\u0007.txt', title: '\u001b]0;x\u0007' })))
  for (const args of [['facts', '--format', 'table'], ['summary'], ['diff', 'txt', 'txt']]) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
    expect(xev(folder, args).stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/)
  }
  expect(JSON.parse(xev(folder, ['facts', '--json']).stdout).documents[0].claims[0].subject).toBe('Nord\u001b[2Jlys')
})
