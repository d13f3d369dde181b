import pty from '@lydell/node-pty'
import xterm from '@xterm/headless'
import { BIN } from './run.js'

/** What a terminal shows of a program that has ended. */
export interface Shown {
  code: number
  /** Every byte that the program sent, standard output and error together. */
  raw: string
  /** The lines on the screen and above it, without trailing spaces and empty lines at the end. */
  lines: string[]
  /** Lines that were wider than the terminal, so that it broke them. */
  broken: string[]
}

/** A program that runs on a terminal. */
export interface Session {
  /** Types on the keyboard: `a`, `\r`, `\u0003` (Ctrl-C), `\u001b[A` (arrow up). */
  type(keys: string): void
  /** Waits until the screen shows this; fails after some seconds with what it shows instead. */
  shows(wanted: string | RegExp): Promise<void>
  resize(cols: number, rows: number): void
  /** Waits for the end of the program. */
  end(): Promise<Shown>
}

export interface TerminalOptions {
  cols?: number
  rows?: number
  env?: Record<string, string>
  /** Another program than xev, such as a shell. */
  program?: string
  /** What the program says when it is done, with its exit code in it, before it waits for a key. All before it is shown then. */
  last?: RegExp
}

const PATIENCE = 20_000

/** Starts xev on a terminal of its own, with colours unless `env` says otherwise. */
export function openSession(cwd: string, args: string[], options: TerminalOptions = {}): Session {
  const { cols = 80, rows = 24, env = {}, program, last } = options
  const screen = new xterm.Terminal({ cols, rows, scrollback: 100_000, allowProposedApi: true, convertEol: false })
  const child = pty.spawn(program ?? process.execPath, program === undefined ? [BIN, ...args] : args, {
    name: 'xterm-256color',
    cols,
    rows,
    cwd,
    env: { PATH: process.env.PATH ?? '', TERM: 'xterm-256color', LANG: 'C.UTF-8', ...env },
  })
  let raw = ''
  let changed = () => {}
  let told: number | null = null
  child.onData((data) => {
    if (told !== null) return
    raw += data
    if (last === undefined) screen.write(data, () => changed())
    const said = last?.exec(raw)
    if (!said) return
    told = Number(said[1])
    raw = raw.slice(0, said.index)
    screen.write(raw)
    child.write('\r')
  })
  // a program may ask the terminal where its cursor is
  screen.onData((answer) => child.write(answer))
  const ended = new Promise<number>((resolve) => child.onExit(({ exitCode }) => resolve(exitCode)))
  return {
    type: (keys) => child.write(keys),
    resize(newCols, newRows) {
      child.resize(newCols, newRows)
      screen.resize(newCols, newRows)
    },
    shows: (wanted) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          changed = () => {}
          reject(new Error(`the terminal does not show ${wanted} but:\n${linesOf(screen).lines.join('\n')}`))
        }, PATIENCE)
        changed = () => {
          const text = linesOf(screen).lines.join('\n')
          if (typeof wanted === 'string' ? !text.includes(wanted) : !wanted.test(text)) return
          clearTimeout(timer)
          changed = () => {}
          resolve()
        }
        changed()
      }),
    async end() {
      const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE)
      const code = await ended.then((own) => told ?? own)
      clearTimeout(timer)
      await new Promise<void>((resolve) => screen.write('', resolve))
      return { code, raw, ...linesOf(screen) }
    },
  }
}

/**
 * Runs xev on a terminal to its end. A terminal is closed some time after its program has ended, read or not, which on a busy
 * machine cuts off what was said last: here a shell keeps it open until the end has been read.
 */
export async function onTerminal(cwd: string, args: string[], options: TerminalOptions = {}): Promise<Shown> {
  const { program = process.execPath } = options
  const command = options.program === undefined ? [BIN, ...args] : args
  const script = ['-c', '"$@"; printf "[ended: %d]" $?; read -r _', 'sh', program, ...command]
  const session = openSession(cwd, script, { ...options, program: '/bin/sh', last: /\[ended: (\d+)\]$/ })
  return session.end()
}

function linesOf(screen: xterm.Terminal): Pick<Shown, 'lines' | 'broken'> {
  const { active } = screen.buffer
  const lines: string[] = []
  const broken: string[] = []
  for (let i = 0; i < active.length; i++) {
    const line = active.getLine(i)
    if (line === undefined) continue
    const text = line.translateToString(true)
    if (line.isWrapped) broken.push(`${lines.at(-1)} ⏎ ${text}`)
    lines.push(text)
  }
  while (lines.at(-1) === '') lines.pop()
  return { lines, broken }
}
