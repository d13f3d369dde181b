import type { Problem } from './types.js'

/**
 * A mistake of the user's or of their files: said in one line with what, where and how to mend it, never with a stack.
 * Every other error is a bug.
 */
export class UserError extends Error {
  readonly problem: Problem

  constructor(message: string, where: { hint?: string; source?: string; line?: number } = {}) {
    super(message)
    this.name = 'UserError'
    this.problem = { severity: 'error', message, ...where }
  }
}

/** C0 and C1 control characters, bidi controls and line separators: text from articles must not steer a terminal. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g

/** The text with control characters shown as `\u{…}`, fit for a terminal. */
export function printable(text: string): string {
  return text.replace(CONTROL, (c) => `\\u{${c.charCodeAt(0).toString(16)}}`)
}

/** One line for people: `error: data/a.txt:3: what (hint: how)`. */
export function formatProblem({ severity, message, hint, source, line }: Problem): string {
  const where = source === undefined ? '' : `${source}${line === undefined ? '' : `:${line}`}: `
  return printable(`${severity}: ${where}${message}${hint === undefined ? '' : ` (hint: ${hint})`}`)
}
