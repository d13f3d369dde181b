import { on } from 'node:events'
import { emitKeypressEvents } from 'node:readline'

/** A key as it was pressed: `name` of letters, arrows and the like, `typed` what it writes. */
export interface Press {
  typed: string | undefined
  name: string | undefined
  ctrl: boolean
}

export interface Size {
  width: number
  height: number
}

/** The screen beside the one with the shell's lines, no cursor. */
const ENTER = '\u001b[?1049h\u001b[?25l'
const LEAVE = '\u001b[?25h\u001b[?1049l'
const CLEAR = '\u001b[H\u001b[2J'
const SIGNALS = ['SIGTERM', 'SIGHUP'] as const

/**
 * Takes the whole terminal: draws lines, and draws again after each key and when the terminal gets another size. Ends when
 * `press` says false or nothing can be typed any more. The terminal is left as it was, however that comes about.
 *
 * @param draw the lines of the screen, none wider and not more than the size
 */
export async function takeScreen(
  draw: (size: Size) => string[],
  press: (key: Press) => Promise<boolean>,
): Promise<void> {
  const { stdin, stdout } = process
  const show = () => {
    const lines = draw({ width: stdout.columns || 80, height: stdout.rows || 24 })
    stdout.write(CLEAR + lines.join('\r\n'))
  }
  const leave = () => {
    stdout.write(LEAVE)
    stdin.setRawMode(false)
  }
  const leaveBySignal = (signal: NodeJS.Signals) => {
    leave()
    // without this listener the signal does what it always does
    process.kill(process.pid, signal)
  }
  stdin.setRawMode(true)
  stdout.write(ENTER)
  process.once('exit', leave)
  for (const signal of SIGNALS) process.once(signal, leaveBySignal)
  stdout.on('resize', show)
  emitKeypressEvents(stdin)
  try {
    show()
    for await (const [typed, { name, ctrl }] of on(stdin, 'keypress', { close: ['end', 'close'] })) {
      if (!(await press({ typed, name, ctrl }))) return
      show()
    }
  } finally {
    stdout.off('resize', show)
    for (const signal of SIGNALS) process.off(signal, leaveBySignal)
    process.off('exit', leave)
    stdin.pause()
    leave()
  }
}
