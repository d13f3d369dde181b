import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { claim, factFile } from '../store/facts.js'
import { onTerminal } from './pty.js'
import { folderWith, storeOf, xev } from './run.js'

// Every command on a real terminal, at two widths, and through a pipe.
const HOSTILE = 'Nordlys \u001b[2J\u202e\u200b a livré 139 000 voitures 🚗 en 2024 ; 小米汽车 en a livré 20 000.\n'
const odd = claim('v-1', 10, {
  subject: 'Nord\u001b[2Jlys\u202e',
  product: '小米汽车 🚗',
  measure: 'deliveries\u200b',
  evidence: [{ line: 1, start: 0, end: 5, quote: 'a\u0007b' }],
})
const cwd = folderWith({
  'odd.txt': HOSTILE,
  'broken.yaml': `- id: fr/volume/broken
  trigger: produire
  match: 'récolte .{0,6} [<value>#Amount]'
  claim: {kind: volume, measure: production}
  examples:
    - text: Cette année, la récolte de pommes de la coopérative bretonne est bonne, et tout le monde s’en félicite.
      claims: [{value: {figure: 5000}}]
`,
  ...Object.fromEntries(
    Object.entries(
      storeOf(factFile([odd], { source: 'a\u009b1m.txt', title: '\u001b]0;x\u0007' }), factFile([claim('v-2', 9)])),
    ).map(([path, text]) => [path.replace('facts/', 'odd/'), text]),
  ),
})
beforeAll(() => {
  cpSync(join(import.meta.dirname, '../../data'), join(cwd, 'data'), { recursive: true })
  expect(xev(cwd, ['extract', 'data/', '--quiet']).code).toBe(0)
})

const COMMANDS: string[][] = [
  ['facts'],
  ['facts', '--columns', 'id,kind,subject,product,measure,figure,unit,date,status,quote,rule,source'],
  ['facts', '--store', 'odd'],
  ['summary'],
  ['summary', '--store', 'odd'],
  ['diff', 'volt-et', 'observateur'],
  ['conflicts'],
  ['scan', 'data/2024-06-20-clic-et-volant.txt'],
  ['mentions', 'odd.txt'],
  ['rules', 'list'],
  ['rules', 'test', 'broken.yaml'],
  ['extract', 'data/', '--dry-run'],
  ['extract', 'odd.txt', 'data/', '--store', 'elsewhere', '--dry-run'],
  ['explain', 'data/2024-11-19-agence-meridien.txt:11', '--why-not', 'fr/market/sells'],
  ['explain', 'odd.txt'],
  ['show', 'v-zugk5jdo'],
  ['show', 'v-1', '--store', 'odd'],
  ['timeline'],
  ['timeline', '--store', 'odd'],
  ['check'],
  ['check', '--store', 'odd'],
]
/** A colour or other order to the terminal, as the program itself gives it. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const PAINT = /\u001b\[\d*m/g

describe.each(COMMANDS)('xev %s %s %s %s', (...args) => {
  test.each([60, 120])('on a terminal of %i columns', async (cols) => {
    const { raw, broken } = await onTerminal(cwd, args, { cols })
    expect(broken).toEqual([])
    expect(raw.replace(PAINT, '').replaceAll('\r\n', '\n')).not.toMatch(/(?!\n)[\p{Cc}\u200b\u202e]/u)
  })

  test('in a pipe, without colours and control characters', () => {
    const { stdout, stderr } = xev(cwd, args)
    expect(stdout.length).toBeGreaterThan(20)
    expect(`${stdout}${stderr}`).not.toMatch(/(?!\n)[\p{Cc}\u200b\u202e]/u)
  })
})

describe('xev text', () => {
  test.each([60, 120])('fits a terminal of %i columns and does not steer it', async (cols) => {
    const { raw, lines, broken } = await onTerminal(cwd, ['text', 'odd.txt'], { cols })
    expect(broken).toEqual([])
    expect(raw).not.toMatch(/(?![\r\n])[\p{Cc}\u200b\u202e]/u)
    expect(lines.join(' ')).toContain('a livré 139 000 voitures 🚗 en 2024 ; 小米汽车 en a livré')
  })

  test('is in a pipe the text that positions count in', () => {
    expect(xev(cwd, ['text', 'odd.txt']).stdout).toBe(HOSTILE)
  })
})

describe('colours', () => {
  test('are on the terminal, unless they are not wanted', async () => {
    const painted = async (args: string[], env = {}) => (await onTerminal(cwd, args, { env })).raw.search(PAINT) >= 0
    expect(await painted(['facts'])).toBe(true)
    expect(await painted(['facts', '--no-color'])).toBe(false)
    expect(await painted(['facts'], { NO_COLOR: '1' })).toBe(false)
    expect(await painted(['facts', '--format', 'csv'])).toBe(false)
  })
})

test('--wide cuts nothing', async () => {
  expect((await onTerminal(cwd, ['facts', '--wide', '--limit', '3'], { cols: 40 })).raw).not.toContain('…')
  expect((await onTerminal(cwd, ['facts', '--limit', '3'], { cols: 40 })).raw).toContain('…')
})
