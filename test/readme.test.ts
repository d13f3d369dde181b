import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseRules } from '../src/claims/rule-files.js'
import { xev } from './cli/run.js'

// The commands in README.md's console blocks are run in order, beside a copy of data/, and must print what stands under
// them. `UPDATE_README=1 npx vitest run test/readme.test.ts` writes what they print now.
const root = join(import.meta.dirname, '..')
const path = join(root, 'README.md')
const readme = readFileSync(path, 'utf8')
const update = process.env.UPDATE_README === '1'

const folder = mkdtempSync(join(tmpdir(), 'xev-readme-'))
beforeAll(() => cpSync(join(root, 'data'), join(folder, 'data'), { recursive: true }))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A command line of a console block and the output that stands under it. */
const COMMAND = /^\$ xev (.*)\n((?:(?!\$ |```).*\n)*)/gm

function output(args: string): string {
  const { stdout, stderr } = xev(folder, args.split(' '), { env: { COLUMNS: '120' } })
  expect(stderr).toBe('')
  // a CSV's lines end as RFC 4180 has it, a page's do not
  return `${stdout.replaceAll('\r\n', '\n').replace(/ +$/gm, '').trimEnd()}\n`
}

describe('README', () => {
  const blocks = [...readme.matchAll(/^```console\n([\s\S]*?)^```$/gm)].map((m) => m[1] as string)
  it('has commands to run', () => expect(blocks.length).toBeGreaterThan(4))
  if (update) {
    it('is written anew', () => {
      const fresh = readme.replace(/^```console\n([\s\S]*?)^```$/gm, (_, body: string) => {
        const run = body.replace(COMMAND, (__, args: string) => `$ xev ${args}\n${output(args)}`)
        return `\`\`\`console\n${run}\`\`\``
      })
      writeFileSync(path, fresh)
    })
    return
  }
  for (const block of blocks) {
    for (const [, args = '', printed = ''] of block.matchAll(COMMAND)) {
      it(`xev ${args}`, () => expect(printed).toBe(output(args)))
    }
  }

  it('shows a rule that works', () => {
    const yaml = /^```yaml\n([\s\S]*?)^```$/m.exec(readme)?.[1] ?? ''
    expect(parseRules(yaml, 'README.md')).toHaveLength(1)
    writeFileSync(join(folder, 'my-rules.yaml'), yaml)
    expect(xev(folder, ['rules', 'test', 'my-rules.yaml'])).toMatchObject({ code: 0, stdout: '' })
  })
})
