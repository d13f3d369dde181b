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

/** What went wrong at a source: the user's mistake as it is told, or a bug of ours. */
export function problemOf(error: unknown, source: string): Problem {
  if (error instanceof UserError) return { source, ...error.problem }
  return { severity: 'error', message: `a bug in xev: ${error}`, hint: 'please report it with this article', source }
}

/**
 * Characters that are not seen but steer what is: controls, format characters (turns of direction, zero-width ones, soft
 * hyphens), line and paragraph separators, halves of surrogate pairs.
 */
export const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu

/**
 * All of these and a few more, in one range after another: most texts have none, which this sees several times faster
 * than classes of Unicode do.
 */
export const PERHAPS_UNSEEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
  /[\u0000-\u001f\u007f-\u009f\u00ad\u0600-\u08ff\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff0-\uffff]/

/** The same, but for the joiner inside an emoji made of several. */
const UNSEEN_OUTSIDE_EMOJI =
  /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]|(?!(?<=\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)\u200d(?=\p{Extended_Pictographic}))\p{Cf}/gu

/** The text with characters that are not seen shown as `\u{…}`, fit for a terminal. */
export function printable(text: string): string {
  return text.replace(UNSEEN_OUTSIDE_EMOJI, (c) => `\\u{${c.codePointAt(0)?.toString(16)}}`)
}

/** One line for people: `error: data/a.txt:3: what (hint: how)`. */
export function formatProblem({ severity, message, hint, source, line }: Problem): string {
  const where = source === undefined ? '' : `${source}${line === undefined ? '' : `:${line}`}: `
  return printable(`${severity}: ${where}${message}${hint === undefined ? '' : ` (hint: ${hint})`}`)
}

/**
 * What every claim of an article begins with where claims are lines of ndjson, up to its own keys: a line is this, the claim
 * as JSON without its opening brace, and a line break.
 */
export function lineHead(article: { source: string; published: string | null }): string {
  const { source, published } = article
  return `${visibleJson(JSON.stringify({ source, published })).slice(0, -1)},`
}

/**
 * A text of JSON with characters that are not seen as `\uXXXX`, twice for one beyond the basic plane: a reader of JSON gets
 * them back as they were, a terminal never gets them. JSON's own line breaks stay: those of texts are escaped already.
 */
export function visibleJson(json: string): string {
  if (!PERHAPS_UNSEEN.test(json)) return json
  return json.replace(UNSEEN, (character) => {
    if (character === '\n') return character
    return Array.from({ length: character.length }, (_, i) => {
      return `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`
    }).join('')
  })
}
