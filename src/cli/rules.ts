import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import type { Rule } from '../claims/rules.js'
import { UserError } from '../problems.js'
import type { Column } from '../views/table.js'
import { openTerminal, type Terminal } from './terminal.js'

/** `xev rules`: the rules that claims are found by, built in or one's own. */
export function registerRules(program: Command): void {
  const rules = program.command('rules').description('List the rules, check rule files, run the examples of rules.')
  rules
    .command('list')
    .description('Print the rules: id, kind, what wakes them, where they stand.')
    .argument('[file...]', 'rule files, instead of the built-in rules')
    .addHelpText('after', '\nExample:\n  $ xev rules list --format ndjson | jq -r .id')
    .action(runList)
  rules
    .command('check')
    .description('Check that rule files can be read: keys, kinds, slots, groups, patterns, ids, triggers.')
    .argument('<file...>', 'rule files')
    .addHelpText('after', '\nExample:\n  $ xev rules check my-rules.yaml')
    .action(runCheck)
  rules
    .command('test')
    .description('Run the examples and counter-examples of rules; exit code 1 where one does not hold.')
    .argument('[file...]', 'rule files, instead of the built-in rules')
    .addHelpText('after', '\nExample:\n  $ xev rules test my-rules.yaml')
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
  const { builtin, rulesWith } = await import('../scan.js')
  if (files.length === 0) return { own: builtin().rules, all: builtin().rules }
  const own = await readRuleFiles(files)
  return { own, all: rulesWith(own) }
}

const COLUMNS: Column[] = [
  { title: 'RULE', min: 24 },
  { title: 'KIND' },
  { title: 'WOKEN BY', min: 12 },
  { title: 'WHERE', min: 12, paint: (style, text) => style.faint(text) },
]

async function runList(files: string[], _: object, command: Command): Promise<void> {
  const terminal = await openTerminal(command)
  const { own } = await chosenRules(files)
  const records = own.map(({ id, kind, triggers, match, source, line }) => ({
    id,
    kind,
    triggers,
    match,
    source,
    line,
  }))
  if (terminal.format === 'ndjson') terminal.print(records.map((r) => `${JSON.stringify(r)}\n`).join(''))
  else if (terminal.format === 'json') {
    const { jsonDocument } = await import('../views/claims.js')
    terminal.print(jsonDocument('rules', { rules: records }))
  } else {
    const { renderTable } = await import('../views/table.js')
    const rows = records.map((r) => [r.id, r.kind, r.triggers.join(' '), `${r.source}:${r.line}`])
    terminal.print(renderTable(COLUMNS, rows, terminal.frame))
  }
}

async function runCheck(files: string[], _: object, command: Command): Promise<void> {
  const terminal = await openTerminal(command)
  const { own } = await chosenRules(files)
  const { builtin } = await import('../scan.js')
  for (const rule of own) {
    const unknown = await unknownTriggers(rule, builtin().lexicon)
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
  const { tagsThatWake } = await import('../claims/terms.js')
  const known = tagsThatWake(lexicon[rule.language].words)
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
  if (terminal.format === 'json') {
    const { jsonDocument } = await import('../views/claims.js')
    terminal.print(jsonDocument('rules-test', { rules: own.length, failures, untested: untested.map((r) => r.id) }))
    return
  }
  if (terminal.format === 'ndjson') {
    terminal.print(failures.map((f) => `${JSON.stringify(f)}\n`).join(''))
    return
  }
  await printFailures(failures, terminal)
  for (const rule of untested) terminal.print(`untested ${rule.id} (${rule.source}:${rule.line})\n`)
  terminal.say(
    `${count(own.length, 'rule')}, ${count(failures.length, 'example')} failed, ${untested.length} without examples`,
  )
}

async function printFailures(
  failures: readonly import('../claims/examples.js').ExampleFailure[],
  terminal: Terminal,
): Promise<void> {
  const { printable } = await import('../problems.js')
  for (const { problem, rule, text, detail } of failures) {
    terminal.print(`${terminal.frame.style.bad(problem)} ${rule}\n  ${printable(text)}\n  ${printable(detail)}\n`)
  }
}

const count = (n: number, noun: string) => `${n} ${noun}${n === 1 ? '' : 's'}`
