import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { claim, factFile } from '../store/facts.js'
import { openSession } from './pty.js'
import { BIN, folderWith, storeOf, xev } from './run.js'

const odd = claim('v-3', 50, { subject: 'Nord\u001b[2J' })
const facts = factFile([claim('v-1', 10), claim('v-2', 30, { subject: 'Hélios Été', product: 'N7' }), odd])
const other = Object.entries(
  storeOf(factFile([claim('w-1', 10, { subject: 'Aquila' })], { source: 'data/aquila.txt' })),
)
const cwd = folderWith({
  ...storeOf(facts),
  ...Object.fromEntries(other.map(([path, text]) => [path.replace('facts/', 'elsewhere/'), text])),
})

const complete = (...words: string[]) => {
  const { code, stdout, stderr } = xev(cwd, ['__complete', '--', ...words])
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return stdout.split('\n').flatMap((line) => line.split('\t')[0] || [])
}

describe('what may come next', () => {
  test.each([
    [['f'], ['facts']],
    [['facts', '--ki'], ['--kind']],
    [['--no-c'], ['--no-color']],
    [['facts', '--no-c'], ['--no-color']],
    [
      ['facts', '--kind', 'm'],
      ['market', 'milestone'],
    ],
    [
      ['facts', '--kind', 'volume,p'],
      ['volume,partner', 'volume,price'],
    ],
    [['facts', '--kind=volume,pr'], ['--kind=volume,price']],
    [['facts', '--kind', '=', 'inv'], ['--kind=investment']],
    [
      ['facts', '--status', 'p'],
      ['planned', 'possible'],
    ],
    [['facts', '--subject', 'HEL'], ['Hélios Été']],
    [['facts', '--subject', '"nord'], ['Nordlys']],
    [
      ['facts', '--subject', ''],
      ['Hélios Été', 'Nordlys'],
    ],
    [['facts', '--store', 'elsewhere', '--subject', ''], ['Aquila']],
    [['facts', '--store=elsewhere', '--source', ''], ['data/aquila.txt']],
    [['facts', '--store', 'none', '--subject', ''], []],
    [['facts', '--product', ''], ['N7']],
    [['facts', '--source', 'data'], ['data/nordlys.txt']],
    [['facts', '--format', 'm'], ['markdown']],
    [['facts', '--columns', 'id,fig'], ['id,figure']],
    [['diff', 'data/n'], ['data/nordlys.txt']],
    [['diff', 'nordlys', 'data/n'], ['data/nordlys.txt']],
    [['diff', 'a', 'b', ''], []],
    [['rules', 't'], ['test']],
    [['rules', 'test', ''], [':files']],
    [['scan', 'a.txt', ''], [':files']],
    [
      ['scan', '--lang', ''],
      ['fr', 'en'],
    ],
    [['explain', 'x', '--why-not', 'fr/market/sells'], ['fr/market/sells']],
    [['help', 'su'], ['summary']],
    [
      ['completion', ''],
      ['bash', 'zsh', 'fish'],
    ],
    [['nothing', 'x'], []],
  ])('%j', (words, expected) => {
    expect(complete(...words)).toEqual(expected)
  })

  test('every command and every option of its help', () => {
    const commands = complete('')
    expect(commands).toContain('mentions')
    expect(commands).not.toContain('__complete')
    for (const command of ['facts', 'scan', 'diff']) {
      const help = xev(cwd, [command, '--help'], { env: { COLUMNS: '200' } }).stdout
      const options = [...help.matchAll(/^ {2}(?:-\w, )?(--[\w-]+)/gm)].map((m) => m[1])
      expect(options.length).toBeGreaterThan(6)
      expect(new Set(complete(command, '--'))).toEqual(new Set(options))
    }
  })
})

/** The program by its name, for shells. */
function pathWithXev(): string {
  const bin = join(cwd, 'bin')
  mkdirSync(bin, { recursive: true })
  writeFileSync(join(bin, 'xev'), `#!/bin/sh\nexec "${process.execPath}" "${BIN}" "$@"\n`)
  chmodSync(join(bin, 'xev'), 0o755)
  return `${bin}:${process.env.PATH}`
}

const installed = (shell: string) => spawnSync(shell, ['--version']).status === 0
const CHECKS: Record<string, string[]> = { bash: ['-n'], zsh: ['-n'], fish: ['--no-execute'] }
const STARTS: Record<string, { args: string[]; load: string }> = {
  bash: { args: ['--norc', '--noprofile', '-i'], load: 'source <(xev completion bash)' },
  zsh: { args: ['-f', '-i'], load: 'autoload -U compinit; compinit -u -D; source <(xev completion zsh)' },
  fish: { args: ['--no-config', '-i'], load: 'xev completion fish | source' },
}

describe.each(['bash', 'zsh', 'fish'])('%s', (shell) => {
  test('has a script', () => {
    const { code, stdout } = xev(cwd, ['completion', shell])
    expect(code).toBe(0)
    expect(stdout).toContain('__complete')
  })

  test.skipIf(!installed(shell))('reads the script', () => {
    const { stdout } = xev(cwd, ['completion', shell])
    writeFileSync(join(cwd, 'script'), stdout)
    const { status, stderr } = spawnSync(shell, [...(CHECKS[shell] ?? []), join(cwd, 'script')], { encoding: 'utf8' })
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  })

  test.skipIf(!installed(shell))('completes at the Tab key', async () => {
    const { args, load } = STARTS[shell] ?? { args: [], load: '' }
    const env = { PATH: pathWithXev(), HOME: cwd, PS1: '> ', TERM: 'xterm-256color' }
    const session = openSession(cwd, args, { program: shell, cols: 100, env })
    session.type(`${load}; echo re''ady\r`)
    await session.shows('\nready')
    session.type('xev fac\t')
    await session.shows('xev facts ')
    session.type('--subject NOR\t')
    await session.shows('xev facts --subject Nordlys')
    if (shell === 'bash') {
      session.type('--subject hel\t')
      await session.shows('--subject Hélios\\ Été')
    }
    session.type('--kind volume,pri\t')
    await session.shows('--kind volume,price')
    // the line is emptied key by key: Ctrl-C would throw away what is typed right after it
    session.type('\u0015exit 7\r')
    expect((await session.end()).code).toBe(7)
  })
})

test('another shell is a mistake', () => {
  const { code, stdout, stderr } = xev(cwd, ['completion', 'tcsh'])
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toMatch(/Allowed choices are bash, zsh, fish/)
})
