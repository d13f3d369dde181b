import type { FactClaim } from '../types.js'
import type { Rule } from './rules.js'

/**
 * A rule's example that does not hold. `missing`: the rule yields no claim where one is expected; `wrong`: it yields one
 * with other slots; `noisy`: it yields a claim from a counter-example, or one more than the example names.
 */
export interface ExampleFailure {
  rule: string
  problem: 'missing' | 'wrong' | 'noisy'
  text: string
  detail: string
}

type Slots = Record<string, unknown>

/**
 * Runs the examples and counter-examples of rules.
 * @param read reads a text in the rule's language and gives its claims; `published` is unknown.
 */
export function checkExamples(
  rules: readonly Rule[],
  read: (text: string, language: Rule['language']) => FactClaim[],
): ExampleFailure[] {
  const failures: ExampleFailure[] = []
  for (const rule of rules) {
    const fail = (problem: ExampleFailure['problem'], text: string, detail: string) =>
      failures.push({ rule: rule.id, problem, text, detail })
    for (const { text, claims: expected } of rule.examples) {
      const left = read(text, rule.language).filter((c) => c.rule === rule.id)
      for (const wanted of expected) {
        const hit = left.findIndex((c) => differences(c, wanted).length === 0)
        if (hit >= 0) {
          left.splice(hit, 1)
          continue
        }
        const [near] = left
        if (near === undefined) fail('missing', text, `no claim ${JSON.stringify(wanted)}`)
        else {
          fail('wrong', text, differences(near, wanted).join('; '))
          left.shift()
        }
      }
      for (const extra of left) fail('noisy', text, `also ${JSON.stringify(brief(extra))}`)
    }
    for (const text of rule.counterExamples) {
      for (const claim of read(text, rule.language))
        if (claim.rule === rule.id) fail('noisy', text, JSON.stringify(brief(claim)))
    }
  }
  return failures
}

/** The slots of `wanted` that the claim does not have. */
function differences(claim: FactClaim, wanted: Slots): string[] {
  const out: string[] = []
  const compare = (path: string, want: unknown, got: unknown): void => {
    if (want !== null && typeof want === 'object' && !Array.isArray(want)) {
      for (const [key, x] of Object.entries(want))
        compare(path === '' ? key : `${path}.${key}`, x, (got as Slots | undefined)?.[key])
    } else if (JSON.stringify(want) !== JSON.stringify(got ?? null))
      out.push(`${path} is ${JSON.stringify(got ?? null)}, not ${JSON.stringify(want)}`)
  }
  compare('', wanted, claim)
  return out
}

function brief(claim: FactClaim): Slots {
  const { id: _, evidence: __, rule: ___, ...slots } = claim
  return Object.fromEntries(Object.entries(slots).filter(([, x]) => x !== null))
}
