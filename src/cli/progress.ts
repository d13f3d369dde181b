import type { Terminal } from './terminal.js'

/** Fewer articles are read faster than a bar is looked at. */
const WORTH_A_BAR = 50
const WIDTH = 30

/** A bar on standard error, where that is a terminal. */
export function openProgress(total: number, { quiet }: Terminal): { next(): void; clear(): void } {
  const { stderr } = process
  if (!stderr.isTTY || quiet || total < WORTH_A_BAR) return { next() {}, clear() {} }
  let done = 0
  let shown = -1
  return {
    next() {
      const filled = Math.floor((done++ / total) * WIDTH)
      if (filled === shown) return
      shown = filled
      stderr.write(`\r${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${done}/${total}`)
    },
    clear() {
      if (shown >= 0) stderr.write('\r\u001b[K')
      shown = -1
    },
  }
}
