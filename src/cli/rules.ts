import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import type { ExampleFailure } from '../claims/examples.js'
import type { Rule } from '../claims/rules.js'
import { printable, UserError } from '../problems.js'
import type { View } from '../views/rows.js'
import type { Style } from '../views/style.js'
import { type ColumnOptions, printRows, withColumns } from './output.js'
import { openTerminal } from './terminal.js'

/** `xev rules`: the rules that claims are found by, built in or one's own. */
export function registerRules(program: Command): void {
  const rules = program.command('rules').description('List the rules, check rule files, run the examples of rules.')
  rules.addHelpText('after', '\nExamples:\n  $ xev rules list\n  $ xev rules test my-rules.yaml')
  withColumns(rules.command('list'))
    .description('Print the rules: id, kind, what wakes them, where they stand.')
    .argument('[file...]', 'rule files, instead of the built-in rules')
    .addHelpText(
      'after',
      '\nExamples:\n  $ xev rules list --format ndjson | jq -r .id\n  $ xev rules list my-rules.yaml',
    )
    .action(runList)
  rules
    .command('check')
    .description('Check that rule files can be read: keys, kinds, slots, groups, patterns, ids, triggers.')
    .argument('<file...>', 'rule files')
    .addHelpText(
      'after',
      '\nExamples:\n  $ xev rules check my-rules.yaml\n  $ xev rules check my-rules.yaml more-rules.yaml',
    )
    .action(runCheck)
  rules
    .command('test')
    .description('Run the examples and counter-examples of rules; exit code 1 where one does not hold.')
    .argument('[file...]', 'rule files, instead of the built-in rules')
    .addHelpText('after', '\nExamples:\n  $ xev rules test\n  $ xev rules test my-rules.yaml --json')
    .action(runTest)
}

/**
 * Reads rule files.
 * @throws UserError for a file that cannot be read, with file and line for a mistake in it.
 */
export async function readRuleFiles(files: readonly string[]): Promise<Rule[]> {
  const { parseRules } = await import('../claims/rule-files.js')
  const rules: Rule[] = []
  for (const file of files) {
    const yaml = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
      const why = error.code === 'ENOENT' ? 'no such file' : error.message
      throw new UserError(`the rules cannot be read: ${why}`, { source: file, hint: 'name a YAML file of rules' })
    })
    rules.push(...parseRules(yaml, file))
  }
  return rules
}

async function chosenRules(files: readonly string[]): Promise<{ own: Rule[]; all: Rule[] }> {
  const { builtin } = await import('../builtin.js')
  if (files.length === 0) return { own: builtin.rules, all: builtin.rules }
  const { rulesWith } = await import('../scan.js')
  const own = await readRuleFiles(files)
  return { own, all: rulesWith(own) }
}

type RuleRow = Pick<Rule, 'id' | 'kind' | 'triggers' | 'match' | 'source' | 'line'>

const RULES: View<RuleRow> = {
  record: (rule) => rule,
  fields: [
    { name: 'id', title: 'RULE', min: 24, data: ({ id }) => id },
    { name: 'kind', drop: 1, data: ({ kind }) => kind },
    { name: 'triggers', title: 'WOKEN BY', min: 12, data: ({ triggers }) => triggers.join(' ') },
    { name: 'match', min: 20, data: ({ match }) => match.join(' | ') },
    {
      name: 'where',
      min: 12,
      data: ({ source, line }) => `${source}:${line}`,
      paint: (style, text) => style.faint(text),
    },
    { name: 'source', min: 12, data: ({ source }) => source },
    { name: 'line', align: 'right', data: ({ line }) => line },
  ],
  table: ['id', 'kind', 'triggers', 'where'],
  csv: ['id', 'kind', 'triggers', 'match', 'source', 'line'],
}

async function runList(files: string[], options: ColumnOptions, command: Command): Promise<void> {
  const terminal = await openTerminal(command)
  const { own } = await chosenRules(files)
  const rules = own.map(({ id, kind, triggers, match, source, line }) => ({ id, kind, triggers, match, source, line }))
  await printRows(rules, { view: RULES, schema: 'rules-list', document: () => ({ rules }) }, terminal, options)
}

async function runCheck(files: string[], _: object, command: Command): Promise<void> {
  const terminal = await openTerminal(command)
  const { own } = await chosenRules(files)
  const { builtin } = await import('../builtin.js')
  for (const rule of own) {
    const unknown = await unknownTriggers(rule, builtin.lexicon)
    for (const trigger of unknown) {
      const hint = 'words and classes stand in src/lexicon/<language>/words.txt'
      terminal.report({
        severity: 'error',
        message: `rule ${rule.id}: nothing in the lexicon is "${trigger}"`,
        hint,
        source: rule.source,
        line: rule.line,
      })
    }
  }
  if (process.exitCode === undefined) terminal.say(`${count(own.length, 'rule')} in order`)
}

/** Triggers that no word of the rule's language can be: such a rule is never tried. */
async function unknownTriggers(rule: Rule, lexicon: import('../types.js').Lexicon): Promise<string[]> {
  const { tagsThatWake } = await import('../claims/vocabulary.js')
  const known = tagsThatWake(lexicon[rule.language])
  return rule.triggers.filter((t) => !known.has(t))
}

async function runTest(files: string[], _: object, command: Command): Promise<void> {
  const terminal = await openTerminal(command)
  const { own, all } = await chosenRules(files)
  const { scan } = await import('../scan.js')
  const { checkExamples } = await import('../claims/examples.js')
  const encoder = new TextEncoder()
  const failures = checkExamples(
    own,
    (text, language) => scan(encoder.encode(text), { source: 'example', language, rules: all }).facts.claims,
  )
  const untested = own.filter((r) => r.examples.length === 0)
  if (failures.length > 0 || untested.length > 0) process.exitCode = 1
  const document = () => ({ rules: own.length, failures, untested: untested.map((r) => r.id) })
  const { wrapLines } = await import('../views/width.js')
  const text = () => wrapLines(failuresText(failures, untested, terminal.frame.style), terminal.frame.width)
  await printRows(failures, { view: FAILURES, schema: 'rules-test', document, text }, terminal)
  terminal.say(
    `${count(own.length, 'rule')}, ${count(failures.length, 'example')} failed, ${untested.length} without examples`,
  )
}

const FAILURES: View<ExampleFailure> = {
  record: (failure) => failure,
  fields: [
    { name: 'problem', data: ({ problem }) => problem },
    { name: 'rule', min: 20, data: ({ rule }) => rule },
    { name: 'text', min: 20, data: ({ text }) => text },
    { name: 'detail', min: 20, data: ({ detail }) => detail },
  ],
  table: ['problem', 'rule', 'text', 'detail'],
}

function failuresText(failures: readonly ExampleFailure[], untested: readonly Rule[], style: Style): string {
  const lines = failures.map(({ problem, rule, text, detail }) => {
    return `${style.bad(problem)} ${rule}\n  ${printable(text)}\n  ${printable(detail)}\n`
  })
  return [...lines, ...untested.map((rule) => `untested ${rule.id} (${rule.source}:${rule.line})\n`)].join('')
}

const count = (n: number, noun: string) => `${n} ${noun}${n === 1 ? '' : 's'}`
