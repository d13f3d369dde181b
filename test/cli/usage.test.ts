import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { folderWith, xev } from './run.js'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const COMMANDS = ['extract', 'scan', 'facts', 'summary', 'diff', 'explain', 'mentions']
const cwd = folderWith({})

test('tells its version', () => {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
  expect(xev(cwd, ['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' })
})

test('lists its commands, with a line and examples', () => {
  const { code, stdout } = xev(cwd, ['--help'])
  expect(code).toBe(0)
  for (const command of COMMANDS) expect(stdout).toMatch(new RegExp(`^  ${command} .*\\w{3}`, 'm'))
  expect(stdout).toContain('$ xev extract')
})

test.each(COMMANDS)('%s has a help with an example and all its options', (command) => {
  const { code, stdout } = xev(cwd, [command, '--help'])
  expect(code).toBe(0)
  expect(stdout).toMatch(new RegExp(`^  \\$ xev ${command} `, 'm'))
  expect(stdout).toContain('--format')
  expect(xev(cwd, ['help', command]).stdout).toBe(stdout)
})

test('without a command it tells what there is, as a mistake', () => {
  const { code, stdout, stderr } = xev(cwd, [])
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toContain('Usage: xev')
})

describe('a misuse is one line with a hint', () => {
  test.each([
    [['fcts'], "unknown command 'fcts'", 'did you mean facts?'],
    [['zzzzzz'], "unknown command 'zzzzzz'", 'xev --help'],
    [['facts', '--kinds', 'price'], "unknown option '--kinds'", 'did you mean --kind?'],
    [['facts', 'price'], "too many arguments for 'facts'", 'xev facts --help'],
    [['facts', '--kind'], "option '--kind <kinds>' argument missing", 'xev facts --help'],
    [['scan'], "missing required argument 'path'", 'xev scan --help'],
    [['scan', '-', '--format', 'xml'], "argument 'xml' is invalid", 'xev scan --help'],
    [['scan', '-', '--lang', 'tlh'], "argument 'tlh' is invalid", 'xev scan --help'],
    [['scan', '-', '--published', '2025-3'], "argument '2025-3' is invalid", 'xev scan --help'],
    [['scan', '-', '--published', '2025-13'], "argument '2025-13' is invalid", 'xev scan --help'],
    [['diff', 'a'], "missing required argument 'b'", 'xev diff --help'],
  ])('%j', (args, message, hint) => {
    const { code, stdout, stderr } = xev(cwd, args)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(/^error: .*\(hint: .*\)\n$/)
    expect(stderr).toContain(message)
    expect(stderr).toContain(hint)
  })
})

test('starting up loads no more than the commands and what parses them', () => {
  const loaded = new Set<string>()
  const outside = new Set<string>()
  const load = (file: string) => {
    if (loaded.has(file) || !existsSync(file)) return
    loaded.add(file)
    for (const [, specifier = ''] of readFileSync(file, 'utf8').matchAll(/^(?:import|export)\b.*?'([^']+)';?$/gm)) {
      if (specifier.startsWith('.')) load(join(dirname(file), specifier))
      else if (!specifier.startsWith('node:')) outside.add(specifier)
    }
  }
  load(join(ROOT, 'dist/cli/main.js'))
  expect([...outside]).toEqual(['commander'])
  expect([...loaded].filter((file) => /dist\/(?!cli\/|problems)/.test(file))).toEqual([])
})
