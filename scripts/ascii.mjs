/**
 * The same JavaScript or JSON in ASCII: such a file is read and parsed faster, and takes half the memory.
 * @throws Error where a backslash stands before a character that is to be escaped.
 */
export function inAscii(code) {
  const escaped = /(?<!\\)(?:\\\\)*\\[^\0-\x7f].{0,40}/.exec(code)
  if (escaped !== null) throw new Error(`a needless backslash: ${escaped[0]} (hint: leave it out)`)
  return code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
