import { describe, expect, it } from 'vitest'
import { builtin } from '../../src/builtin.js'
import { compilePattern } from '../../src/claims/match.js'
import { packPattern, unpackPattern } from '../../src/claims/packed.js'
import { newPredicates } from '../../src/claims/predicates.js'

describe('a packed pattern', () => {
  it('is what was packed, for every built-in pattern', () => {
    const predicates = newPredicates()
    const { rules } = builtin
    expect(rules.length).toBeGreaterThan(300)
    for (const { match, unless } of rules) {
      for (const source of [...match, ...unless]) {
        const pattern = compilePattern(source, predicates)
        expect(unpackPattern(packPattern(pattern)), source).toEqual(pattern)
      }
    }
  })
  it.each(['^a', 'a$', '!a b', 'a? b', '(a b|!#T|/x+/)+ c', '[<value>#Money]{2,3} .{0,4} *', '(#T && !a)'])(
    '%s',
    (source) => {
      const pattern = compilePattern(source, newPredicates())
      expect(unpackPattern(packPattern(pattern))).toEqual(pattern)
    },
  )
  it('comes with the build, for every built-in rule', () => {
    for (const { id, match, unless, packed } of builtin.rules)
      expect(packed?.length, id).toBe(match.length + unless.length)
  })
})
