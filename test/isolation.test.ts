import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { BIN } from './cli/run.js'

const root = join(import.meta.dirname, '..')

/** What of Node the program may use: files, bytes, its own process and threads. Nothing that leads out of the machine, no shell. */
const ALLOWED = [
  ...[
    'buffer',
    'crypto',
    'events',
    'fs',
    'fs/promises',
    'module',
    'os',
    'path',
    'readline',
    'stream',
    'timers/promises',
  ],
  ...['url', 'util', 'v8', 'worker_threads', 'zlib'],
]

/** What the way in may use besides, to load the files of the program. */
const LOADING = ['vm']

describe('no network, no shell, no code made at run time', () => {
  const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(root, 'src', name))

  it('is in no module of its own', () => {
    const wrong = [BIN, ...sources].flatMap((file) => {
      const code = readFileSync(file, 'utf8')
      const imported = [...code.matchAll(/(?:from|import|import\()\s*'([^'.][^']*)'/g)].map(([, name = '']) => name)
      const builtin = imported.filter((name) => isBuiltin(name)).map((name) => name.replace(/^node:/, ''))
      const allowed = file === BIN ? [...ALLOWED, ...LOADING] : ALLOWED
      const made =
        /\beval\(|\bFunction\(|\bfetch\(|\bWebSocket\b|\bXMLHttpRequest\b|process\.binding|getBuiltinModule/.exec(code)
      return [...builtin.filter((name) => !allowed.includes(name)), ...(made ?? [])].map((what) => `${file}: ${what}`)
    })
    expect(wrong).toEqual([])
  })

  const folder = mkdtempSync(join(tmpdir(), 'xev-alone-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  cpSync(join(root, 'data'), join(folder, 'in/data'), { recursive: true })
  cpSync(join(root, 'fixtures/formats'), join(folder, 'in/formats'), { recursive: true })
  // also loaded by every thread
  const guard = join(folder, 'guard.cjs')
  writeFileSync(
    guard,
    `const { writeSync } = require('node:fs')
const [shell, dgram, dns, http, http2, https, net, tls] = [
  'child_process', 'dgram', 'dns', 'http', 'http2', 'https', 'net', 'tls',
].map((name) => require(name))
const forbid = (what, names, of) => {
  for (const name of names) {
    what[name] = () => {
      writeSync(2, 'FORBIDDEN ' + of + '.' + name + '\\n')
      throw new Error('forbidden')
    }
  }
}
forbid(shell, ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork'], 'child_process')
forbid(net, ['connect', 'createConnection', 'createServer'], 'net')
forbid(net.Socket.prototype, ['connect'], 'Socket')
forbid(http, ['request', 'get', 'createServer'], 'http')
forbid(https, ['request', 'get', 'createServer'], 'https')
forbid(http2, ['connect', 'createServer'], 'http2')
forbid(tls, ['connect'], 'tls')
forbid(dgram, ['createSocket'], 'dgram')
forbid(dns, ['lookup', 'resolve'], 'dns')
forbid(dns.promises, ['lookup', 'resolve'], 'dns.promises')
forbid(globalThis, ['fetch', 'WebSocket', 'eval'], 'globalThis')
require('node:module').syncBuiltinESMExports()
`,
  )
  const alone = (...args: string[]) =>
    spawnSync(process.execPath, ['--disallow-code-generation-from-strings', '--require', guard, ...args], {
      cwd: folder,
      encoding: 'utf8',
      env: { PATH: process.env.PATH },
      input: 'Nordlys a vendu 300 voitures.\n',
    })

  it.each([
    ["fetch('http://localhost')"],
    ["import('node:net').then((net) => net.connect(1))"],
    ["import('node:child_process').then((shell) => shell.execSync('true'))"],
    ["import('node:worker_threads').then(({ Worker }) => new Worker('fetch(1)', { eval: true }))"],
  ])('the guard stops %s', (code) => {
    const { status, stderr } = alone('-e', code)
    expect(status).toBe(1)
    expect(stderr).toContain('FORBIDDEN')
  })
  it('the guard stops code made of text', () => {
    expect(alone('-e', "new Function('1')").stderr).toContain('EvalError')
  })

  // the damaged line of the dump is told, and makes the exit code 2
  it.each([
    [2, ['extract', 'in']],
    [2, ['scan', 'in', '--jobs', '2', '--format', 'table']],
    [0, ['text', 'in/formats/report.pdf']],
    [0, ['mentions', '-', '--lang', 'fr']],
    [0, ['facts', '--format', 'yaml']],
    [0, ['summary']],
    [1, ['conflicts']],
    [0, ['timeline']],
    [0, ['check']],
    [0, ['explain', 'in/data/2025-10-le-contrechamp.txt']],
    [0, ['rules', 'list']],
    [0, ['completion', 'bash']],
  ])('is used by no command: %i %j', (code, args) => {
    const { status, stderr } = alone(BIN, ...args)
    expect(stderr).not.toMatch(/FORBIDDEN|EvalError|forbidden/)
    expect(status).toBe(code)
  })
})

describe('dependencies', () => {
  it('each stands in the README with its reason, and no other', () => {
    const table = /## Dependencies\n\n([\s\S]*?)\n\n/.exec(readFileSync(join(root, 'README.md'), 'utf8'))?.[1] ?? ''
    const rows = table
      .split('\n')
      .slice(2)
      .map((row) => row.split('|').map((cell) => cell.trim()))
    expect(rows.filter(([, , reason = '']) => reason.length < 5)).toEqual([])
    const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    expect(rows.flatMap(([, names = '']) => names.split(', ')).sort()).toEqual(Object.keys(dependencies).sort())
  })
})
