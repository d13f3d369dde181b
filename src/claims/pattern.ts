import { UserError } from '../problems.js'
import { checkRegex } from './regex.js'

/** What one term is asked. */
export type Test =
  /** Any term. */
  | { is: 'any' }
  /** The term reads so. */
  | { is: 'word'; word: string }
  /** The term's lemma, or the term itself, is this. */
  | { is: 'lemma'; lemma: string }
  | { is: 'tag'; tag: string }
  /** The regular expression finds something in the term. */
  | { is: 'regex'; source: string }
  /** One of these plain words: the term's lemma where it has one, or the term as written. */
  | { is: 'words'; words: string[] }
  /** One of these stretches of terms. */
  | { is: 'or'; choices: Atom[][] }
  /** All of these at once. */
  | { is: 'and'; parts: Atom[] }

/** A test inside brackets. */
export interface Atom {
  test: Test
  negative: boolean
  /** Only at the first, or the last, term of the sentence. */
  first: boolean
  last: boolean
}

/** One token of a pattern: a test, how often it may hold, and the group that it is captured in. */
export interface PatternToken extends Atom {
  optional: boolean
  /** It goes on as long as it holds, up to `max` times. */
  greedy: boolean
  min: number
  max: number
  group: string | null
}

/** A wildcard or a repetition without an end reaches this many terms at most: so matching is linear in the terms. */
export const REACH = 120

const fail = (message: string, hint: string): never => {
  throw new UserError(message, { hint })
}

const UNSUPPORTED: Record<string, [what: string, hint: string]> = {
  '~': ['~fuzzy~ words are not supported', 'list the spellings: (organise|organize)'],
  '@': ['@methods are not supported', 'name a tag, such as #Capital or #Comma'],
  '<': ['<chunks> are not supported', 'a group is written [<name>…]'],
}

/**
 * Reads a pattern of compromise's match syntax as far as it makes sense over the terms of a sentence: words, `{lemma}`,
 * `#Tag`, `/regular expression/`, `.`, `(a|b c)`, `(a && !b)`, `!not`, `^first`, `last$`, `maybe?`, `many+`, `{1,3}` times, `*`
 * for `.{0,}`, `[<group>…]`. A hyphen inside a word is one of the word, as in terms.
 * @throws UserError, with a hint, for what is not supported or not closed.
 */
export function parsePattern(pattern: string): PatternToken[] {
  const text = pattern.normalize('NFC').replaceAll('’', "'")
  let at = 0
  let group: string | null = null
  const tokens: PatternToken[] = []
  for (;;) {
    while (text[at] === ' ') at++
    if (at >= text.length) break
    tokens.push(readToken())
  }
  if (group !== null) fail(`the group <${String(group)}> is not closed`, 'close it with "]"')
  if (tokens.length === 0) fail('it is empty', 'write what must stand in the sentence')
  return tokens

  function readToken(): PatternToken {
    const token: PatternToken = {
      test: { is: 'any' },
      negative: false,
      first: false,
      last: false,
      optional: false,
      greedy: false,
      min: 1,
      max: 1,
      group,
    }
    const isStar = readBefore(token, true)
    if (!isStar) token.test = text[at] === '(' ? readBlock() : readTest()
    token.group = group
    if (token.first && tokens.length > 0)
      fail('"^" behind the first token', 'only the first token can be the first word')
    if (tokens.at(-1)?.last) fail('"$" before the last token', 'only the last token can be the last word')
    readAfter(token)
    if (token.negative && (token.greedy || token.optional || token.test.is === 'any'))
      fail('a negation stands for one word', 'write ".{0,4}" for any words, or veto with "unless"')
    if (at < text.length && text[at] !== ' ')
      fail(`"${text.slice(at)}" stands where a space is due`, 'put a space between two tokens')
    return token
  }

  /** What may stand before the test itself; true where it was the `*` that stands for any terms. */
  function readBefore(token: PatternToken, top: boolean): boolean {
    for (; ; at++) {
      const ch = text[at]
      if (ch === '^') token.first = true
      else if (ch === '!') token.negative = true
      else if (ch === '[' && top) {
        const name = /^\[<\s*(\w+)\s*>/.exec(text.slice(at))
        if (name === null) fail('a group without a name', 'name what it captures: [<value>#Money]')
        if (group !== null) fail('a group inside a group', 'close the first one with "]"')
        group = name?.[1] ?? null
        at += (name?.[0].length ?? 1) - 1
      } else break
    }
    if (text[at] !== '*' || !top) return false
    at++
    Object.assign(token, { greedy: true, optional: true, min: 0, max: REACH })
    return true
  }

  function readAfter(token: PatternToken): void {
    for (; at < text.length; at++) {
      const ch = text[at]
      const times = ch === '{' ? /^\{(\d*)(?:(, *)(\d*))?\}/.exec(text.slice(at)) : null
      if (ch === '?') Object.assign(token, { optional: true, min: 0 })
      else if (ch === '$') token.last = true
      else if (ch === '+') Object.assign(token, { greedy: true, max: REACH })
      else if (ch === ']' && group !== null) group = null
      else if (ch === '*') fail('"*" behind a token', 'write "+" for once or more, "{0,3}" for up to three times')
      else if (times !== null) {
        const [all, from = '', comma, to = ''] = times
        if (from === '' && to === '') fail(`"${all}" names no number`, 'write {0,3} or {2}')
        token.greedy = true
        token.min = Math.min(Number(from), REACH)
        token.max = comma === undefined ? token.min : to === '' ? REACH : Math.min(Number(to), REACH)
        if (token.min === 0) token.optional = true
        if (token.max < Math.max(token.min, 1)) fail(`"${all}" can never hold`, 'the smaller number comes first')
        at += all.length - 1
      } else break
    }
  }

  /** `(a|b c)` or `(a && b)`. */
  function readBlock(): Test {
    const open = at++
    const choices: Atom[][] = [[]]
    let joint: '|' | '&' | null = null
    for (;;) {
      while (text[at] === ' ') at++
      const ch = text[at]
      if (ch === undefined) fail(`"${text.slice(open)}" is not closed`, 'close it with ")"')
      if (ch === ')') break
      if (ch === '|' || text.startsWith('&&', at)) {
        const mark = ch === '|' ? '|' : '&'
        if (joint !== null && joint !== mark) fail('"|" and "&&" in one bracket', 'write two patterns')
        joint = mark
        at += mark === '|' ? 1 : 2
        choices.push([])
        continue
      }
      if (ch === '(') fail('brackets inside brackets', 'write two patterns, or list the choices in one bracket')
      const atom: PatternToken = { test: { is: 'any' }, negative: false, first: false, last: false, optional: false, greedy: false, min: 1, max: 1, group: null } // biome-ignore format: one record
      readBefore(atom, false)
      atom.test = readTest()
      readAfter(atom)
      const { test, negative, first, last } = atom
      if (atom.greedy || atom.optional) fail('"?", "+" and "{…}" inside brackets', 'put them behind the bracket')
      choices.at(-1)?.push({ test, negative, first, last })
    }
    at++
    const filled = choices.filter((choice) => choice.length > 0)
    if (filled.length === 0) fail('"()" is empty', 'write the choices between the brackets')
    if (joint === '&') {
      if (filled.some((part) => part.length > 1)) fail('several words joined by "&&"', 'each part is asked of one word')
      return { is: 'and', parts: filled.flat() }
    }
    const words = filled.map(([atom, ...more]) =>
      atom?.test.is === 'word' && more.length === 0 && !atom.negative && !atom.first && !atom.last
        ? atom.test.word
        : null,
    )
    return words.includes(null)
      ? { is: 'or', choices: filled }
      : { is: 'words', words: words.filter((word) => word !== null) }
  }

  /** One test: it ends at a space, at a bracket or bar, or where a quantifier follows. */
  function readTest(): Test {
    const rest = text.slice(at)
    // the first character tells the kind of test
    const lead = rest[0]
    const unsupported = UNSUPPORTED[lead ?? '']
    if (unsupported !== undefined) fail(...unsupported)
    if (lead === '%' && /^%[^\s%]+%/.test(rest)) fail('%switches% are not supported', 'name the tags: (#Noun|#Verb)')
    const regex = lead === '/' ? /^\/((?:[^\\/]|\\.)+)\//.exec(rest) : null
    if (regex !== null) {
      at += regex[0].length
      const source = regex[1] ?? ''
      checkRegex(source)
      return { is: 'regex', source }
    }
    const lemma = lead === '{' ? /^\{([^\s{}]+)\}/.exec(rest) : null
    // digits and commas alone are how often something is repeated
    if (lemma !== null && /[^\d,]/.test(lemma[1] ?? '')) {
      at += lemma[0].length
      if (lemma[1]?.includes('/')) fail(`"${lemma[0]}" names a part of speech`, 'write ({sell} && #Verb)')
      return { is: 'lemma', lemma: lemma[1] ?? '' }
    }
    const tag = lead === '#' ? /^#([\p{L}\p{N}_]+)/u.exec(rest) : null
    if (tag !== null) {
      at += tag[0].length
      const name = tag[1] ?? ''
      return { is: 'tag', tag: name.charAt(0).toUpperCase() + name.slice(1) }
    }
    if (lead === '.' && /^\.(?=$|[\s?+*{$\])|])/.test(rest)) {
      at++
      return { is: 'any' }
    }
    const word = /^(?:\\.|(?!&&)[^\s\\()[\]{}|?+*$!^])+/u.exec(rest)
    if (word === null) fail(`"${rest}" is no word`, 'put "\\" before a sign that is meant as itself')
    at += word?.[0].length ?? 0
    return { is: 'word', word: asNormal((word?.[0] ?? '').replace(/\\(.)/gu, '$1')) }
  }
}

const asNormal = (word: string): string =>
  !word.includes('-')
    ? word.toLowerCase()
    : word.toLowerCase().replace(/(?<=[\p{L}\p{N}])-(?=[\p{L}\p{N}])/gu, '\u2011')
