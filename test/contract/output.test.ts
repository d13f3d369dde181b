import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { folderWith, jsonLines, xev } from '../cli/run.js'
import { complaints, SCHEMAS } from './schemas.js'

// What every command prints as JSON, in real runs over data/, is what its schema says, and no key more.
const ARTICLE = 'data/2024-11-19-agence-meridien.txt'
const BROKEN_RULE = `- id: fr/volume/broken
  trigger: produire
  match: 'récolte .{0,6} [<value>#Amount]'
  claim: {kind: volume, measure: production}
  examples:
    - text: La récolte de Danone est bonne.
      claims: [{value: {figure: 5000}}]
`
const cwd = folderWith({ 'broken.yaml': BROKEN_RULE })
beforeAll(() => {
  cpSync(join(import.meta.dirname, '../../data'), join(cwd, 'data'), { recursive: true })
  expect(xev(cwd, ['extract', 'data/', '--quiet']).code).toBe(0)
  expect(xev(cwd, ['extract', 'data/', '--quiet', '--store', 'judged']).code).toBe(0)
  // a store whose articles are elsewhere has something for check to find
  cpSync(join(cwd, 'facts'), join(cwd, 'moved'), { recursive: true })
  const file = join(cwd, 'moved/data--2023-09-gazette-de-l-auto.yaml')
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll('data/2023', 'gone/2023'))
})

const RUNS: [schema: string, args: string[]][] = [
  ['claims', ['facts']],
  ['claims', ['facts', '--kind', 'price', '--sort', '-figure']],
  ['claims', ['facts', '--subject', 'nobody']],
  ['claims', ['scan', 'data/', 'none.txt']],
  ['rows', ['facts', '--columns', 'id,figure,date,stale']],
  ['rows', ['mentions', ARTICLE, '--columns', 'line,meaning']],
  ['summary', ['summary']],
  ['diff', ['diff', 'volt-et', 'observateur']],
  ['conflicts', ['conflicts']],
  ['timeline', ['timeline']],
  ['timeline', ['timeline', '--kind', 'milestone,market']],
  ['show', ['show', 'v-zugk5jdo']],
  ['show', ['show', 'v-h8s98c3f', '--store', 'moved']],
  ['explain', ['explain', ARTICLE]],
  ['explain', ['explain', `${ARTICLE}:11`, '--why-not', 'fr/market/sells']],
  ['mentions', ['mentions', 'data/', 'none.txt']],
  ['rules-list', ['rules', 'list']],
  ['rules-test', ['rules', 'test', 'broken.yaml']],
  ['extract', ['extract', 'data/', '--dry-run']],
  ['extract', ['extract', 'data/', '--store', 'new']],
  ['text', ['text', ARTICLE]],
  ['check', ['check', '--store', 'moved']],
  ['review', ['review', '--dry-run', '--accept', 'v-h8s98c3f']],
  ['review', ['review', '--accept', 'v-h8s98c3f', '--note', 'e-p9maml39', 'seen in print', '--store', 'judged']],
]

describe.each(RUNS)('%s: xev %j', (schema, args) => {
  test('as a document', () => {
    const document = JSON.parse(xev(cwd, [...args, '--json']).stdout)
    expect(complaints(schema, document)).toEqual([])
    expect(document).toMatchObject({ schema: `xev/${schema}`, version: 1 })
  })

  test('as lines', () => {
    const lines = jsonLines(xev(cwd, [...args, '--format', 'ndjson']).stdout)
    if (!args.includes('nobody')) expect(lines.length).toBeGreaterThan(0)
    for (const line of lines) expect(complaints(`${schema}#/$defs/line`, line)).toEqual([])
  })
})

test('YAML is the same document', () => {
  const args = ['facts', '--kind', 'price,milestone']
  expect(parse(xev(cwd, [...args, '--format', 'yaml']).stdout)).toEqual(
    JSON.parse(xev(cwd, [...args, '--json']).stdout),
  )
})

test('every schema of an output has a run here', () => {
  const others = ['claim', 'parts', 'rules', 'fact-file']
  const covered = new Set(RUNS.map(([schema]) => schema))
  expect(SCHEMAS.filter((schema) => !others.includes(schema) && !covered.has(schema))).toEqual([])
})

test('a key that no schema names is refused', () => {
  const { stdout } = xev(cwd, ['facts', '--kind', 'price', '--json'])
  expect(complaints('claims', { ...JSON.parse(stdout), more: 1 })).not.toEqual([])
  const [line] = jsonLines(xev(cwd, ['facts', '--kind', 'price']).stdout)
  expect(complaints('claims#/$defs/line', { ...line, more: 1 })).not.toEqual([])
})
