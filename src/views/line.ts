import { printable } from '../problems.js'

/** One line of text fit for a terminal. */
export function oneLine(text: string): string {
  return printable(text.replace(/\s+/g, ' '))
}
