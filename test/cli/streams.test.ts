import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { openSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { claim, factFile } from '../store/facts.js'
import { BIN, folderWith, jsonLines, storeOf, xev } from './run.js'

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

describe('a result of 20 MB', () => {
  const SENTENCES = 'Nordlys a livré 139 000 voitures 🚗 en 2024. Le ciel est resté gris. '
  const texts = Array.from({ length: 1000 }, (_, n) => `${n} ${SENTENCES.repeat(280)}`)
  const input = texts.map((text) => `${JSON.stringify({ text })}\n`).join('')
  const big = folderWith({ 'big.txt': texts.join('\n') })

  /** Starts xev with the articles on its standard input; told are its exit code and standard error. */
  const start = (args: string[]) => {
    const child = spawn(process.execPath, [BIN, ...args], { cwd: big, stdio: 'pipe' })
    let stderr = ''
    child.stderr.on('data', (chunk) => {
      stderr += chunk
    })
    child.stdin.on('error', () => {}) // it need not be read to its end
    child.stdin.end(input)
    return { child, end: once(child, 'close').then(([code]) => ({ code, stderr })) }
  }
  const lines = ['text', '--input', 'ndjson', '--format', 'ndjson', '-']

  test('arrives whole, line by line, at a reader that takes its time', async () => {
    const { child, end } = start(lines)
    const chunks: string[] = []
    for await (const chunk of child.stdout.setEncoding('utf8')) {
      if (chunks.push(chunk) % 50 === 0) await new Promise((resolve) => setTimeout(resolve, 10))
    }
    expect(await end).toEqual({ code: 0, stderr: '' })
    const got = jsonLines(chunks.join(''))
    expect(got.length).toBe(texts.length)
    expect(got.filter(({ text }, n) => (text as string).trim() !== texts[n]?.trim())).toEqual([])
  })

  test('arrives whole, in one piece', () => {
    const { code, stdout } = xev(big, ['text', 'big.txt'])
    expect(code).toBe(0)
    expect(stdout.length).toBeGreaterThan(19_000_000)
    expect(stdout === texts.join('\n')).toBe(true)
  })

  test.each([[lines], [['scan', '--input', 'ndjson', '-']], [['text', 'big.txt']]])(
    'ends quietly once its reader has had enough: %j',
    async (args) => {
      const { child, end } = start(args)
      await once(child.stdout, 'data')
      child.stdout.destroy()
      expect(await end).toEqual({ code: 0, stderr: '' })
    },
  )
})

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
