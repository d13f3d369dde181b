import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { folderWith, jsonLines, xev } from './run.js'

const RULE = `- id: fr/volume/harvest
  trigger: produire
  match: 'récolte .{0,6} [<value>#Amount] .{0,6} {produire}'
  claim: {kind: volume, measure: production}
  priority: 5
  examples:
    - text: La récolte de Danone compte 5 000 tonnes de pommes produites en Espagne.
      claims: [{measure: production, value: {figure: 5000}}]
  counterExamples:
    - La récolte est produite en Espagne.
`
const TEXT = 'La récolte de Danone compte 8 000 tonnes de poires produites au Maroc.'

describe('rules', () => {
  const cwd = folderWith({
    'good.yaml': RULE,
    'typo.yaml': RULE.replace('trigger:', 'triger:'),
    'silent.yaml': RULE.replace('trigger: produire', 'trigger: prodduire'),
    'wrong.yaml': RULE.replace('figure: 5000', 'figure: 6000'),
    'missing.yaml': RULE.replace('récolte .{0,6}', 'vendange .{0,6}'),
    'noisy.yaml': RULE.replace(
      'La récolte est produite en Espagne.',
      'La récolte de Danone compte 9 tonnes produites.',
    ),
    'twice.yaml': RULE + RULE,
    'a.txt': TEXT,
  })

  test('list prints every built-in rule with its place', () => {
    const rules = jsonLines(xev(cwd, ['rules', 'list', '--format', 'ndjson']).stdout)
    expect(rules.length).toBeGreaterThan(100)
    for (const rule of rules)
      expect(rule).toMatchObject({ id: expect.stringMatching(/^(fr|en)\//), line: expect.any(Number) })
    expect(xev(cwd, ['rules', 'list', 'good.yaml'], { env: { COLUMNS: '100' } }).stdout).toContain('fr/volume/harvest')
  })

  test('check is silent on stdout and says that all is well', () => {
    expect(xev(cwd, ['rules', 'check', 'good.yaml'])).toEqual({ code: 0, stdout: '', stderr: '1 rule in order\n' })
  })

  test('check finds the built-in rules in order', () => {
    const folder = (language: string) => fileURLToPath(new URL(`../../src/rules/${language}/`, import.meta.url))
    const files = ['fr', 'en'].map(folder).flatMap((path) => readdirSync(path).map((file) => path + file))
    const { code, stderr } = xev(cwd, ['rules', 'check', ...files])
    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringMatching(/^\d+ rules in order\n$/) })
  })

  test.each([
    ['typo.yaml', /^error: typo.yaml:1: rule fr\/volume\/harvest: unknown key "triger" \(hint: known keys: /],
    ['silent.yaml', /^error: silent.yaml:1: rule fr\/volume\/harvest: nothing in the lexicon is "prodduire"/],
    ['twice.yaml', /^error: twice.yaml:11: rule fr\/volume\/harvest stands twice \(hint: first in twice.yaml:1\)/],
    ['none.yaml', /^error: none.yaml: the rules cannot be read: no such file/],
  ])('check names what is wrong with %s, and where', (file, message) => {
    const { code, stdout, stderr } = xev(cwd, ['rules', 'check', file])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(message)
    expect(stderr.trim().split('\n')).toHaveLength(1)
  })

  test.each([
    ['good.yaml', 0, []],
    ['wrong.yaml', 1, ['wrong']],
    ['missing.yaml', 1, ['missing']],
    ['noisy.yaml', 1, ['noisy']],
  ])('test runs the examples of %s', (file, code, problems) => {
    const run = xev(cwd, ['rules', 'test', file, '--format', 'ndjson'])
    expect(run.code).toBe(code)
    expect(jsonLines(run.stdout).map((f) => f.problem)).toEqual(problems)
  })

  test('--rules adds a rule, or takes the place of the one with its id', () => {
    const claims = jsonLines(xev(cwd, ['scan', 'a.txt', '--rules', 'good.yaml', '--lang', 'fr']).stdout)
    expect(claims).toEqual([expect.objectContaining({ rule: 'fr/volume/harvest', measure: 'production' })])
    const other = jsonLines(xev(cwd, ['scan', 'a.txt', '--lang', 'fr']).stdout)
    expect(other.map((c) => c.rule)).not.toContain('fr/volume/harvest')
  })

  test('a mistake in --rules ends the command', () => {
    const { code, stdout, stderr } = xev(cwd, ['scan', 'a.txt', '--rules', 'typo.yaml'])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(/^error: typo.yaml:1: /)
  })

  test('explain --why-not tells where one rule stopped, or that nothing woke it', () => {
    const why = (rule: string) => xev(cwd, ['explain', 'a.txt', '--lang', 'fr', '--why-not', rule])
    expect(why('fr/volume/counted-then-verb').stdout).toMatch(/(matched|stopped) {2}fr\/volume\/counted-then-verb/)
    expect(why('fr/price/discount').stdout).toMatch(/asleep {2}fr\/price\/discount, expected #Discount/)
    expect(why('fr/price/discount').stdout).not.toMatch(/counted-then-verb/)
    expect(why('fr/volume/counted-then-verbs')).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/no rule .* the nearest is fr\/volume\/counted-then-verb/),
    })
  })
})
