import { readFileSync } from 'node:fs'
import { Command, CommanderError, Option } from 'commander'
import { formatProblem, UserError } from '../problems.js'
import type { Problem } from '../types.js'
import { guardStreams } from './streams.js'
import { FORMATS } from './terminal.js'

const TROUBLE = 2

const VERSION = ['-V', '--version']

/** Declares a command, its options and what it does. */
type Register = (program: Command) => void

/** Where each command is declared, in the order in which help lists them. */
const COMMANDS: readonly [name: string, load: () => Promise<Register>][] = [
  ['extract', async () => (await import('./extract.js')).registerExtract],
  ['scan', async () => (await import('./scan.js')).registerScan],
  ['facts', async () => (await import('./facts.js')).registerFacts],
  ['summary', async () => (await import('./summary.js')).registerSummary],
  ['diff', async () => (await import('./diff.js')).registerDiff],
  ['conflicts', async () => (await import('./conflicts.js')).registerConflicts],
  ['review', async () => (await import('./review.js')).registerReview],
  ['check', async () => (await import('./check.js')).registerCheck],
  ['timeline', async () => (await import('./timeline.js')).registerTimeline],
  ['show', async () => (await import('./show.js')).registerShow],
  ['explain', async () => (await import('./explain.js')).registerExplain],
  ['mentions', async () => (await import('./mentions.js')).registerMentions],
  ['text', async () => (await import('./text.js')).registerText],
  ['rules', async () => (await import('./rules.js')).registerRules],
  ['completion', async () => (await import('./completion.js')).registerCompletion],
]

/**
 * The program with its commands. What a command needs to do its work is loaded when it runs.
 * Where the first word names one, it alone is loaded and declared, as all of them take longer than to print the version does.
 */
async function xev(): Promise<Command> {
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
  const named = COMMANDS.filter(([name]) => name === first)
  const needed = named.length > 0 ? named : VERSION.includes(first) ? [] : COMMANDS
  for (const register of await Promise.all(needed.map(([, load]) => load()))) register(program)
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

async function run(): Promise<void> {
  guardStreams()
  const program = await xev()
  try {
    await program.parseAsync()
  } catch (error) {
    fail(error, program)
  }
}

/** Fulfilled when the command that the words of the command line call has run. */
export const finished = run()
