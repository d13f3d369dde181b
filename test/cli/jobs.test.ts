import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ARTICLE, BIN, folderWith, jsonLines, xev } from './run.js'

const data = join(import.meta.dirname, '../../data')
const samples = readdirSync(data).map((name): [string, string] => [
  name,
  readFileSync(join(data, name), 'utf8').replace(/^\ufeff/, ''),
])
/** Enough articles for a pool. */
const many = Object.fromEntries(
  Array.from({ length: 5 }, (_, i) =>
    samples.map(([name, text]): [string, string] => [`in/${i}/${name}`, text]),
  ).flat(),
)
const recordOf = ([source, text]: [string, string]) => JSON.stringify({ source, text })

describe('--jobs', () => {
  it('gives the same output, in the same order, however many threads there are', () => {
    const folder = folderWith(many)
    const one = xev(folder, ['scan', 'in', '--jobs', '1', '--format', 'ndjson'])
    expect(one).toMatchObject({ code: 0, stderr: '' })
    expect(jsonLines(one.stdout).length).toBeGreaterThan(100)
    for (const jobs of [['--jobs', '0'], ['--jobs', '2'], ['--jobs', '5'], []])
      expect(xev(folder, ['scan', 'in', ...jobs, '--format', 'ndjson'])).toEqual(one)
  }, 120_000)

  it('reads by the rules and the options that are given, on every thread', () => {
    const rule = `- id: fr/volume/delivered-cars
  trigger: livrer
  match: '{livrer} [<value>#Vehicles]'
  claim: {kind: volume, measure: handovers}
  priority: 9
  examples: [{text: 'Nordlys a livré 300 voitures.', claims: [{measure: handovers}]}]
`
    const folder = folderWith({ 'a.txt': ARTICLE, 'b.txt': ARTICLE, 'own.yaml': rule })
    const args = ['--rules', 'own.yaml', '--published', '2024-05', '--jobs', '2', '--format', 'ndjson']
    const claims = jsonLines(xev(folder, ['scan', 'a.txt', 'b.txt', ...args]).stdout)
    expect(claims.map((claim) => [claim.source, claim.measure, claim.published])).toEqual([
      ['a.txt', 'handovers', '2024-05'],
      ['b.txt', 'handovers', '2024-05'],
    ])
  })

  it('writes the same store', () => {
    const read = (folder: string) =>
      readdirSync(join(folder, 'facts'))
        .filter((name) => name.endsWith('.yaml'))
        .map((name) => [name, readFileSync(join(folder, 'facts', name), 'utf8')])
    const [one, two] = [folderWith(many), folderWith(many)]
    expect(xev(one, ['extract', 'in', '--jobs', '1']).code).toBe(0)
    expect(xev(two, ['extract', 'in', '--jobs', '3']).code).toBe(0)
    expect(read(one).length).toBe(Object.keys(many).length)
    expect(read(two)).toEqual(read(one))
  }, 120_000)

  it('tells what is wrong with one article in its place, and reads the others', () => {
    const folder = folderWith({ 'a.txt': ARTICLE, 'b.txt': '\0\0\0', 'c.txt': ARTICLE })
    const run = xev(folder, ['scan', 'a.txt', 'b.txt', 'c.txt', '--jobs', '2', '--format', 'json'])
    expect(run.code).toBe(2)
    const { documents, problems } = JSON.parse(run.stdout)
    expect(documents.map(({ source }: { source: string }) => source)).toEqual(['a.txt', 'c.txt'])
    expect(problems).toMatchObject([{ source: 'b.txt', message: 'not a text file' }])
  })

  it.each(['-2', 'many', '1.5', ''])('is a whole number, not %s', (jobs) => {
    const run = xev('.', ['scan', 'data', '--jobs', jobs])
    expect(run).toMatchObject({ code: 2, stdout: '' })
    expect(run.stderr).toMatch(/--jobs/)
  })
})

describe('--input ndjson', () => {
  it('names no path: standard input is read, as with -', () => {
    const input = `${JSON.stringify({ source: 'one', text: 'Nordlys a vendu 1 200 voitures en France en 2024.' })}\n`
    const [bare, dash] = [[], ['-']].map((path) => xev('.', ['scan', '--input', 'ndjson', ...path], { input }))
    expect(bare).toEqual(dash)
    expect(bare?.stdout).toContain('"source":"one"')
  })

  const lines = samples.map(recordOf)

  it('reads one article a line, which bears its own name, as if it were a file of that name', () => {
    const files = folderWith(Object.fromEntries(samples))
    const streamed = xev('.', ['scan', '--input', 'ndjson', '-'], { input: `${lines.join('\n')}\n` })
    expect(streamed).toMatchObject({ code: 0, stderr: '' })
    const names = samples.map(([name]) => name)
    expect(jsonLines(streamed.stdout)).toEqual(jsonLines(xev(files, ['scan', ...names, '--format', 'ndjson']).stdout))
  })

  it('loses a bad line alone', () => {
    const bad = ['{"source": "x"', '[1]', '', '{"source": "no text"}', '{"source": "empty", "text": " "}']
    const input = [lines[0], ...bad, lines[1]].join('\n')
    const run = xev('.', ['scan', '--input', 'ndjson', '-'], { input })
    expect(run.code).toBe(2)
    expect(run.stderr.match(/^error: stdin:\d+:/gm)).toEqual([
      'error: stdin:2:',
      'error: stdin:3:',
      'error: stdin:5:',
      'error: stdin:6:',
    ])
    const sources = new Set(jsonLines(run.stdout).map(({ source }) => source))
    expect([...sources]).toEqual([samples[0]?.[0], samples[1]?.[0]])
  })

  it.each([[[]], [['--jobs', '2']]])(
    'writes claims while more lines are still to come (%s)',
    async (jobs) => {
      const child = spawn(process.execPath, [BIN, 'scan', '--input', 'ndjson', '-', ...jobs])
      let out = ''
      child.stdout.setEncoding('utf8').on('data', (text) => {
        out += text
      })
      const until = async (name: string) => {
        while (!out.includes(`"source":"${name}"`)) await new Promise((resolve) => setTimeout(resolve, 20))
      }
      for (const name of ['first', 'second']) {
        child.stdin.write(`${JSON.stringify({ source: name, text: ARTICLE })}\n`)
        await until(name)
      }
      child.stdin.end()
      expect(await new Promise((resolve) => child.on('exit', resolve))).toBe(0)
    },
    60_000,
  )

  it('stops reading when nobody takes its output', async () => {
    const child = spawn(process.execPath, [BIN, 'scan', '--input', 'ndjson', '-'])
    child.stdin.on('error', () => {})
    child.stdout.once('data', () => child.stdout.destroy())
    const line = `${JSON.stringify({ source: 'a', text: ARTICLE })}\n`
    const feed = setInterval(() => child.stdin.writable && child.stdin.write(line.repeat(100)), 5)
    const code = await new Promise((resolve) => child.on('exit', resolve))
    clearInterval(feed)
    expect(code).toBe(0)
  }, 60_000)
})
