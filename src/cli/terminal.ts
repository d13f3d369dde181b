import type { Command } from 'commander'
import { formatProblem, printable } from '../problems.js'
import type { Problem } from '../types.js'
import type { Style } from '../views/style.js'
import type { Frame } from '../views/table.js'
import { isOpen, whenWritable } from './streams.js'

/** `table` is text for people, a table where that fits; `json` and `yaml` are one document, `ndjson` is one a line. */
export const FORMATS = ['table', 'json', 'ndjson', 'csv', 'yaml', 'markdown'] as const
export type Format = (typeof FORMATS)[number]

/** Where a command's output goes. */
export interface Terminal {
  format: Format
  /** A person looks at the output. */
  isTerminal: boolean
  /** The width and colours of text for people. */
  frame: Frame
  /** The command was asked to say nothing but errors. */
  quiet: boolean
  /** Data, to standard output. False once nobody reads it any more: then the rest is not worth doing. */
  print(text: string | Uint8Array): boolean
  /** Done when whoever reads the output has taken so much of it that more may be made. */
  drained(): Promise<void>
  /** A line for the person at the keyboard, to standard error; silent with --quiet. */
  say(line: string): void
  /** As `say`, with --verbose only. */
  detail(line: string): void
  /** Says what went wrong, to standard error. An error makes the exit code 2; the work goes on. */
  report(problem: Problem): void
}

interface GlobalOptions {
  format?: Format
  json?: boolean
  wide?: boolean
  color: boolean
  quiet?: boolean
  verbose?: boolean
}

/** Opens the output for a command. `piped` is its format where standard output is no terminal. */
export async function openTerminal(command: Command, piped: Format = 'table'): Promise<Terminal> {
  const options = command.optsWithGlobals<GlobalOptions>()
  const { isTTY, columns } = process.stdout
  const write = (line: string) => {
    if (isOpen(process.stderr)) process.stderr.write(`${line}\n`)
  }
  const say = (line: string) => {
    if (!options.quiet) write(printable(line))
  }
  return {
    format: options.format ?? (options.json ? 'json' : isTTY ? 'table' : piped),
    isTerminal: isTTY === true,
    frame: {
      width: options.wide ? Number.POSITIVE_INFINITY : (isTTY && columns) || widthFromEnvironment(),
      style: await styleFor(options),
    },
    quiet: options.quiet === true,
    print(text) {
      if (isOpen(process.stdout)) process.stdout.write(text)
      return isOpen(process.stdout)
    },
    async drained() {
      if (process.stdout.writableNeedDrain && isOpen(process.stdout)) await whenWritable(process.stdout)
    },
    say,
    detail(line) {
      if (options.verbose) say(line)
    },
    report(problem) {
      if (problem.severity === 'error') process.exitCode = 2
      if (problem.severity === 'error' || !options.quiet) write(formatProblem(problem))
    },
  }
}

/** What does not go to a terminal has to fit nowhere, unless the environment says otherwise. */
function widthFromEnvironment(): number {
  const width = Number(process.env.COLUMNS)
  return Number.isInteger(width) && width > 0 ? width : Number.POSITIVE_INFINITY
}

async function styleFor({ color }: GlobalOptions): Promise<Style> {
  const { Chalk, default: chalk } = await import('chalk')
  const paint = new Chalk({ level: color && !process.env.NO_COLOR ? chalk.level : 0 })
  return { strong: paint.bold, faint: paint.dim, good: paint.green, warn: paint.yellow, bad: paint.red }
}
