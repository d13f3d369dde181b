import fc from 'fast-check'
import { checkSync } from 'recheck'
import { describe, expect, it } from 'vitest'
import { checkRegex } from '../../src/claims/regex.js'
import { UserError } from '../../src/problems.js'

function refusal(source: string): { message: string; hint?: string } | null {
  try {
    checkRegex(source)
    return null
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return error.problem
  }
}

describe('regular expressions of rules', () => {
  it.each([
    'teur$',
    '^re[a-z]+er$',
    '^[a-z]+-[a-z]+$',
    '(?:er|ait|aient)$',
    'ification.*',
    '^(?:anti|pro)-?[a-z]{3,}',
    '\\d{1,3}e',
    '(?:ab){2,3}',
    'a{',
    '[*+?]{2}\\+',
  ])('%s is taken', (source) => expect(refusal(source)).toBeNull())

  it.each([
    ['(', /Invalid regular expression|Unterminated/],
    ['(a+)+b', /repeats what varies/],
    ['(a|ab)*b', /repeats what varies/],
    ['(?:a?b){2,}', /repeats what varies/],
    ['(?:a|b){3}', /repeats what varies/],
    ['(a)\\1', /refers back/],
    ['(?=a)b', /looks around/],
    ['a*b*', /too many ways/],
    ['^a*b*c*', /too many ways/],
    ['^a{2,}b*c{1,99}', /too many ways/],
    ['^a*|b*c', /too many ways/],
    [`${'a?'.repeat(20)}b`, /too many ways/],
    ['a'.repeat(300), /too long/],
  ])('%s is refused, with a hint', (source, message) => {
    const problem = refusal(source)
    expect(problem?.message).toMatch(message)
    expect(problem?.hint).toBeTruthy()
  })

  // what is written at random from few letters meets itself in many ways
  const atom = fc.constantFrom('a', 'b', '[ab]', '.', '(?:ab)', '(a|b)', '(a?b)', '\\w')
  const piece = fc
    .tuple(atom, fc.constantFrom('', '', '?', '*', '+', '{2}', '{2,}', '{0,4}'))
    .map((both) => both.join(''))
  const sequence = fc.array(piece, { minLength: 1, maxLength: 6 }).map((pieces) => pieces.join(''))
  const expression = fc
    .tuple(fc.constantFrom('', '^'), sequence, fc.constantFrom('', '$', '|b', '|^a*'))
    .map((parts) => parts.join(''))

  it('those that are taken grow no faster than the square of the term, says recheck', () => {
    let taken = 0
    fc.assert(
      fc.property(expression, (source) => {
        if (refusal(source) !== null) return
        taken++
        const told = checkSync(source, '', { timeout: 20_000 })
        if (told.status !== 'vulnerable') return
        expect(told.complexity).toMatchObject({ type: 'polynomial', degree: 2 })
      }),
      { numRuns: 250, seed: 7 },
    )
    expect(taken).toBeGreaterThan(30)
  }, 60_000)
})
