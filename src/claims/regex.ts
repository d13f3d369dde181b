import { UserError } from '../problems.js'

/** Expressions are tried on terms up to this length, in code units: a longer one is no word that anybody looks for. */
export const LONGEST_TERM = 100

/**
 * In how many ways an expression may come to meet a term at most. Each costs some steps, no more than the term is long: a
 * text costs what it is long, whoever wrote it and the expression.
 */
const MOST_WAYS = (LONGEST_TERM + 1) ** 2
const LONGEST_SOURCE = 200

/** A part of an expression. */
interface Part {
  /** In how many ways it may meet what stands at one place. */
  ways: number
  /** It is not always of one length, or there are choices in it. */
  varies: boolean
}

/**
 * Regular expressions of rules are run on words of other people's texts. One that could take exponential time, or more
 * than a small fixed one for a word, is refused.
 * @throws UserError, with a hint.
 */
export function checkRegex(source: string): void {
  const fail = (what: string, hint: string): never => {
    throw new UserError(`"/${source}/" ${what}`, { hint })
  }
  try {
    new RegExp(source)
  } catch (error) {
    throw new UserError((error as Error).message, { hint: 'mend the expression between the slashes' })
  }
  if (source.length > LONGEST_SOURCE) fail('is too long', `at most ${LONGEST_SOURCE} signs: list words as (this|that)`)
  let at = 0
  const { ways, choices } = readChoices()
  const starts = source.startsWith('^') && choices === 1 ? 1 : LONGEST_TERM
  if (ways * starts > MOST_WAYS) {
    const hint = 'one "*", "+" or "{2,}" in all, or two behind a "^" at its start; less with many "?" and "|"'
    fail('can meet a word in too many ways', hint)
  }

  /** Choices up to the end, or to the bracket that closes them. */
  function readChoices(): Part & { choices: number } {
    const parts = [readSequence()]
    while (source[at] === '|') {
      at++
      parts.push(readSequence())
    }
    const choices = parts.length
    const ways = parts.reduce((sum, part) => sum + part.ways, 0)
    return { ways, varies: choices > 1 || parts.some(({ varies }) => varies), choices }
  }

  function readSequence(): Part {
    const all: Part = { ways: 1, varies: false }
    while (at < source.length && source[at] !== '|' && source[at] !== ')') {
      const { ways, varies } = readRepeated()
      all.ways *= ways
      all.varies ||= varies
    }
    return all
  }

  function readRepeated(): Part {
    const part = readOne()
    const [all, mark = '', from = '', comma, to = ''] =
      /^([*+?]|\{(\d+)(?:(,)(\d*))?\})\??/.exec(source.slice(at)) ?? []
    if (all === undefined) return part
    at += all.length
    if (mark === '?') return { ways: part.ways + 1, varies: true }
    if (part.varies) fail('repeats what varies', 'a repeated group has no "|", "?", "*" or "+" in it')
    const least = mark === '+' ? 1 : Number(from)
    const most = comma === undefined && mark.startsWith('{') ? least : to === '' ? LONGEST_TERM : Number(to)
    return { ways: Math.max(1, Math.min(most, LONGEST_TERM) - least + 1), varies: most > least }
  }

  function readOne(): Part {
    const sign = source[at++]
    if (sign === '\\') {
      if (/[1-9k]/.test(source[at++] ?? '')) fail('refers back', 'write the expression without "\\1"')
    } else if (sign === '[') {
      for (; source[at] !== ']'; at++) if (source[at] === '\\') at++
      at++
    } else if (sign === '(') {
      if (source[at] === '?') {
        if (source[at + 1] !== ':') fail('looks around', 'only (…) and (?:…) are supported')
        at += 2
      }
      const part = readChoices()
      at++
      return part
    }
    return { ways: 1, varies: false }
  }
}
