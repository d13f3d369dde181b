import { describe, expect, it } from 'vitest'
import { parseRules } from '../../src/claims/rule-files.js'
import { checkUnique, indexRules } from '../../src/claims/rules.js'
import type { UserError } from '../../src/problems.js'

const RULE = `
- id: fr/volume/sold
  trigger: vendre
  match: '[<value>#Amount] .{0,4} {vendre}'
  claim: {kind: volume, measure: sales}
  examples:
    - text: Renault a vendu 3 voitures.
      claims: [{measure: sales}]
`

describe('parseRules', () => {
  it('reads a rule with its line', () => {
    const [rule] = parseRules(RULE, 'my.yaml')
    expect(rule).toMatchObject({
      id: 'fr/volume/sold',
      language: 'fr',
      kind: 'volume',
      triggers: ['vendre'],
      priority: 0,
      subject: 'auto',
      status: null,
      source: 'my.yaml',
      line: 2,
    })
    expect(rule?.examples).toHaveLength(1)
  })

  const failing: [what: string, change: (yaml: string) => string, message: RegExp, line?: number][] = [
    ['bad YAML', (y) => `${y}  : :\n   - [`, /not valid YAML/],
    ['no list', () => 'id: x', /list of rules/],
    ['an unknown key', (y) => y.replace('trigger:', 'triger:'), /unknown key "triger"/, 2],
    ['an unknown kind', (y) => y.replace('kind: volume', 'kind: volumes'), /unknown kind "volumes"/, 2],
    ['an unknown slot', (y) => y.replace('measure: sales}', 'mesure: sales}'), /unknown slot "mesure"/, 2],
    ['an unknown group', (y) => y.replace('<value>', '<valeur>'), /unknown group <valeur>/, 2],
    ['an unknown status', (y) => y.replace('  examples', '  status: sure\n  examples'), /unknown status "sure"/, 2],
    ['an id that is none', (y) => y.replace('fr/volume/sold', 'sold'), /an id is language\/kind\/name/, 2],
    ['no trigger', (y) => y.replace('  trigger: vendre\n', ''), /no trigger/, 2],
    ['a pattern with what is not supported', (y) => y.replace('.{0,4} {vendre}', '~vendre~'), /fuzzy/, 2],
    [
      'a word that may be missing behind any words',
      (y) => y.replace('.{0,4} {vendre}', '.{0,4} tout? {vendre}'),
      /never leaves it out/,
      2,
    ],
    ['no pattern', (y) => y.replace(/ {2}match:.*\n/, ''), /no match pattern/, 2],
  ]
  for (const [what, change, message, line] of failing) {
    it(`names file and line of ${what}`, () => {
      let problem: UserError['problem'] | null = null
      try {
        parseRules(change(RULE), 'my.yaml')
      } catch (error) {
        problem = (error as UserError).problem
      }
      expect(problem?.message).toMatch(message)
      expect(problem?.source).toBe('my.yaml')
      if (line !== undefined) expect(problem?.line).toBe(line)
    })
  }

  it('refuses two rules with one id, naming both', () => {
    const rules = [...parseRules(RULE, 'a.yaml'), ...parseRules(RULE, 'b.yaml')]
    expect(() => checkUnique(rules)).toThrow(/stands twice/)
  })
})

describe('indexRules', () => {
  it('lists the rules of one language under each of their triggers', () => {
    const rules = parseRules(
      RULE + RULE.replace('fr/volume/sold', 'en/volume/sold').replace('trigger: vendre', "trigger: ['#Sell', sell]"),
      'a.yaml',
    )
    expect([...indexRules(rules, 'fr').byTrigger.keys()]).toEqual(['vendre'])
    expect([...indexRules(rules, 'en').byTrigger.keys()]).toEqual(['#Sell', 'sell'])
  })
})
