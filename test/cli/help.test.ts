import { spawnSync } from 'node:child_process'
import { cpSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { openSession } from './pty.js'
import { BIN, folderWith, xev } from './run.js'

// Every command says how it is used by examples, and each of them works: over data/ and a store made of it.
const RULE = (id: string) => `- id: ${id}
  trigger: produire
  match: 'récolte .{0,6} [<value>#Amount]'
  claim: {kind: volume, measure: production}
  examples:
    - text: La récolte de Danone compte 5 000 tonnes de pommes produites en Espagne.
      claims: [{value: {figure: 5000}}]
`
const cwd = folderWith({
  'my-rules.yaml': RULE('fr/volume/harvest'),
  'more-rules.yaml': RULE('fr/volume/vintage'),
  'bin/.keep': '',
})
beforeAll(() => {
  symlinkSync(BIN, join(cwd, 'bin/xev'))
  for (const folder of ['data', 'archive/2025']) {
    cpSync(join(import.meta.dirname, '../../data'), join(cwd, folder), { recursive: true })
  }
  for (const store of ['facts', 'facts-in-march']) {
    expect(xev(cwd, ['extract', 'data/', '--quiet', '--store', store]).code).toBe(0)
  }
})

/** The names under "Commands:" in a help. */
const commandsIn = (help: string) =>
  [...(help.split('\nCommands:\n')[1] ?? '').matchAll(/^ {2}(\w+)/gm)].map(([, name]) => name as string)
const examplesIn = (help: string) => [...help.matchAll(/^ +\$ (.+)$/gm)].map(([, line]) => line as string)

const helpOf = (...command: string[]) => xev(cwd, [...command, '--help']).stdout
const HELP = new Map([['', helpOf()]])
for (const name of commandsIn(helpOf()).filter((name) => name !== 'help')) {
  HELP.set(name, xev(cwd, ['help', name]).stdout)
  for (const inner of commandsIn(HELP.get(name) as string).filter((inner) => inner !== 'help')) {
    HELP.set(`${name} ${inner}`, helpOf(name, inner))
  }
}
const EXAMPLES = [...new Set([...HELP.values()].flatMap(examplesIn))]

test.each([...HELP])('the help of xev %s has two or three examples, and the command is in one', (name, help) => {
  const examples = examplesIn(help)
  expect([2, 3]).toContain(examples.length)
  expect(examples.join('\n')).toContain(`xev ${name}`)
})

/** The line up to the pipe behind xev: what comes then (jq, less) is not ours. */
const ownPart = (line: string) => /^(?:.*\| )?xev (?:'[^']*'|[^'|])*/.exec(line)?.[0] ?? ''

describe('the example', () => {
  // a session of reviewing needs a terminal and ends by a key
  const isSession = (line: string) => /^xev review (?!.*--(?:accept|reject|note))/.test(line)

  test.each(EXAMPLES.filter((line) => !isSession(line)))('%s', (line) => {
    const env = { PATH: `${join(cwd, 'bin')}:${process.env.PATH}` }
    const { status, stderr } = spawnSync('/bin/sh', ['-c', ownPart(line)], { cwd, env, encoding: 'utf8' })
    expect({ status, stderr }).toMatchObject({
      status: expect.toBeOneOf([0, 1]),
      stderr: expect.not.stringMatching(/^error/m),
    })
  })

  test.each(EXAMPLES.filter(isSession))('%s, on a terminal', async (line) => {
    const session = openSession(cwd, line.split(' ').slice(1))
    await session.shows('quit')
    session.type('q')
    const { code, lines } = await session.end()
    expect({ code, last: lines.at(-1) }).toEqual({ code: 0, last: expect.stringMatching(/^\d+ claims?: /) })
  })
})
