import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = dirname(import.meta.dirname)
const folder = mkdtempSync(join(tmpdir(), 'xev-package-'))
const run = (command: string, args: string[], cwd = folder) => execFileSync(command, args, { cwd, encoding: 'utf8' })
const MINUTE = 60_000

let tarball: Buffer
/** A project of somebody who has installed the package: as npm lays it out, its dependencies beside it. */
const project = join(folder, 'project')

beforeAll(() => {
  run('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], root)
  const name = readdirSync(folder).find((file) => file.endsWith('.tgz')) as string
  tarball = readFileSync(join(folder, name))
  const modules = join(project, 'node_modules')
  mkdirSync(modules, { recursive: true })
  run('tar', ['-xzf', join(folder, name)])
  for (const entry of readdirSync(join(root, 'node_modules')))
    symlinkSync(join(root, 'node_modules', entry), join(modules, entry))
  symlinkSync(join(folder, 'package'), join(modules, 'xev-cli'))
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  writeFileSync(join(project, 'package.json'), '{"type": "module", "private": true}')
}, MINUTE)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the package', () => {
  it('is what publint expects', async () => {
    const { messages, pkg } = await publint({ pack: { tarball: new Uint8Array(tarball).buffer }, strict: true })
    expect(messages.map((message) => formatMessage(message, pkg, { color: false }))).toEqual([])
  })

  it('has types that every resolution finds (ESM alone: require() needs Node 22)', async () => {
    const result = await checkPackage(createPackageFromTarballData(new Uint8Array(tarball)))
    if (result.types === false) throw new Error('no types')
    const entries = Object.entries(result.entrypoints['.']?.resolutions ?? {})
    expect(entries.map(([name]) => name)).toContain('node16-esm')
    const problems = result.problems.filter(
      (p) => !(p.kind === 'CJSResolvesToESM' || ('resolutionKind' in p && p.resolutionKind === 'node10')),
    )
    expect(problems).toEqual([])
  })

  it('holds what runs and nothing else', () => {
    const files = run('tar', ['-tzf', readdirSync(folder).find((file) => file.endsWith('.tgz')) as string]).split('\n')
    const tops = new Set(files.filter((f) => f !== '').map((f) => f.split('/')[1]))
    expect([...tops].sort()).toEqual(['LICENSE', 'README.md', 'bin', 'dist', 'docs', 'package.json', 'schema'])
    // what this machine compiled is of no use on another
    expect(files.filter((f) => f.includes('/compiled/'))).toEqual([])
  })

  it('reads, compares and keeps claims as a library', () => {
    writeFileSync(
      join(project, 'use.js'),
      `import { compare, openStore, scan } from 'xev-cli'
const read = (source, text) => scan(Buffer.from(text), { source, published: '2025-03', language: 'en' }).facts
const a = read('a.txt', 'Nordlys reports\\n\\nThe carmaker Nordlys delivered 139,000 cars in 2024.\\n')
const b = read('b.txt', 'Nordlys reports\\n\\nThe carmaker Nordlys delivered more than 130,000 cars in 2024.\\n')
console.log(compare(a, b).map(({ relation }) => relation).join())
const store = openStore('kept')
await store.save(a)
const { files } = await store.read()
console.log(files.map(({ source, claims }) => source + ' ' + claims[0].value.figure).join())
`,
    )
    expect(run(process.execPath, ['use.js'], project)).toBe('refined\na.txt 139000\n')
  })

  it(
    'tells a wrong use by its types',
    () => {
      writeFileSync(
        join(project, 'use.ts'),
        `import { scan, type FactClaim } from 'xev-cli'
const claims: FactClaim[] = scan(new Uint8Array(), { source: 'a.txt' }).facts.claims
export const figures: (number | undefined)[] = claims.map((claim) => claim.value?.figure)
// @ts-expect-error the source has no default
scan(new Uint8Array(), {})
`,
      )
      const options = [
        '--noEmit',
        '--strict',
        '--module',
        'nodenext',
        '--target',
        'es2023',
        '--types',
        'node',
        'use.ts',
      ]
      expect(run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), ...options], project)).toBe('')
    },
    MINUTE,
  )
})
