import { readFileSync } from 'node:fs'
import { Command, CommanderError, Option } from 'commander'
import { formatProblem, UserError } from '../problems.js'
import type { Problem } from '../types.js'
import { registerCheck } from './check.js'
import { registerCompletion } from './completion.js'
import { registerConflicts } from './conflicts.js'
import { registerDiff } from './diff.js'
import { registerExplain } from './explain.js'
import { registerExtract } from './extract.js'
import { registerFacts } from './facts.js'
import { registerMentions } from './mentions.js'
import { registerReview } from './review.js'
import { registerRules } from './rules.js'
import { registerScan } from './scan.js'
import { registerShow } from './show.js'
import { guardStreams } from './streams.js'
import { registerSummary } from './summary.js'
import { FORMATS } from './terminal.js'
import { registerText } from './text.js'
import { registerTimeline } from './timeline.js'

const TROUBLE = 2

const VERSION = ['-V', '--version']

/** How each command is declared, in the order in which help lists them. */
const COMMANDS: readonly [name: string, register: (program: Command) => void][] = [
  ['extract', registerExtract],
  ['scan', registerScan],
  ['facts', registerFacts],
  ['summary', registerSummary],
  ['diff', registerDiff],
  ['conflicts', registerConflicts],
  ['review', registerReview],
  ['check', registerCheck],
  ['timeline', registerTimeline],
  ['show', registerShow],
  ['explain', registerExplain],
  ['mentions', registerMentions],
  ['text', registerText],
  ['rules', registerRules],
  ['completion', registerCompletion],
]

/**
 * The program with its commands. What a command needs to do its work is loaded when it runs.
 * Where the first word names one, it alone is declared, as all of them take longer than to print the version does.
 */
function xev(): Command {
  const program = new Command('xev')
  program
    .description('Reads news articles and writes down dated, sourced claims about companies.')
    .version(version(), VERSION.join(', '), 'print the version')
    .addOption(
      new Option(
        '--format <format>',
        'of the output (default: by the command, and whether it goes to a terminal)',
      ).choices(FORMATS),
    )
    .option('--json', 'short for --format json')
    .option('--wide', 'cut nothing to fit the terminal')
    .option('--no-color', 'no colours, also by NO_COLOR in the environment')
    .option('-q, --quiet', 'say nothing but errors')
    .option('-v, --verbose', 'say more about what is done')
    .configureHelp({ showGlobalOptions: true, minWidthToWrap: 20 })
    .configureOutput({ outputError: () => {} })
    .exitOverride()
    .addHelpText(
      'after',
      '\nExamples:\n  $ xev extract data/\n  $ xev facts --kind volume --subject Xiaomi\n  $ xev summary',
    )
  const [first = ''] = process.argv.slice(2)
  const named = COMMANDS.find(([name]) => name === first)
  if (named !== undefined) named[1](program)
  else if (!VERSION.includes(first)) for (const [, register] of COMMANDS) register(program)
  return program
}

function version(): string {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
  return version
}

/** A misuse of the command line in one line, with what to do instead. */
function usageProblem(error: CommanderError, program: Command): Problem {
  const [message = '', suggestion] = error.message.replace(/^error: /, '').split('\n')
  const near = suggestion === undefined ? undefined : /^\(Did you mean (.+)\?\)$/.exec(suggestion)?.[1]
  const command = program.commands.find((c) => process.argv.includes(c.name()))?.name()
  const help = command === undefined ? 'xev --help lists the commands' : `see xev ${command} --help`
  const hint = near === undefined ? help : `did you mean ${near}?`
  return { severity: 'error', message: message.replace(/\.$/, ''), hint }
}

function fail(error: unknown, program: Command): void {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return
    // help that nobody asked for has been printed already
    if (error.code !== 'commander.help') console.error(formatProblem(usageProblem(error, program)))
  } else if (error instanceof UserError) console.error(formatProblem(error.problem))
  else console.error(error)
  process.exitCode = TROUBLE
}

guardStreams()
const program = xev()
try {
  await program.parseAsync()
} catch (error) {
  fail(error, program)
}
