import { beginningOf, matchPattern, type Sight } from './match.js'
import { type CompiledRule, ready } from './rules.js'
import { type Term, textOf } from './terms.js'

// Why a rule told nothing of a sentence, for `xev explain`.

/** One rule tried on a sentence: matched, or the term at which it stopped and what it wanted there. */
export interface Attempt {
  rule: string
  outcome: 'matched' | 'stopped'
  at?: string
  expected?: string
  /** How many tokens of its pattern the rule got through before it stopped. */
  passed?: number
}

/** The tokens of a pattern as written: cut at spaces outside brackets. */
function patternTokens(pattern: string): string[] {
  const tokens: string[] = []
  let depth = 0
  let token = ''
  for (const ch of pattern) {
    if (ch === '(') depth++
    else if (ch === ')') depth--
    if (ch === ' ' && depth === 0) {
      if (token !== '') tokens.push(token)
      token = ''
    } else token += ch
  }
  return token === '' ? tokens : [...tokens, token]
}

/** The longest beginning of a rule's patterns that still matches, and the term after it. */
export function whereStopped(terms: readonly Term[], sight: Sight, compiled: CompiledRule): Attempt {
  let best = { length: -1, at: terms[0] === undefined ? '' : textOf(terms[0]), expected: '' }
  for (const [p, written] of compiled.match.entries()) {
    const pattern = ready(written, sight.predicates)
    const source = patternTokens(compiled.rule.match[p] ?? '')
    for (let n = pattern.steps.length - 1; n >= 0; n--) {
      const [match] = n === 0 ? [{ start: 0, end: 0, groups: {} }] : matchPattern(sight, beginningOf(pattern, n))
      if (match === undefined) continue
      if (n > best.length)
        best = {
          length: n,
          at: terms[match.end] === undefined ? 'the end of the sentence' : textOf(terms[match.end] as Term),
          expected: source[n] ?? compiled.rule.match[p] ?? '',
        }
      break
    }
  }
  return { rule: compiled.rule.id, outcome: 'stopped', at: best.at, expected: best.expected, passed: best.length }
}
