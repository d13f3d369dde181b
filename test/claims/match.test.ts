import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { builtin } from '../../src/builtin.js'
import {
  compilePattern,
  lastBeginning,
  lookAt,
  type Match,
  type MatchTerm,
  matchPattern,
} from '../../src/claims/match.js'
import { REACH } from '../../src/claims/pattern.js'
import { newPredicates } from '../../src/claims/predicates.js'
import type { UserError } from '../../src/problems.js'
import { compromiseMatches, type PlainTerm } from './reference.js'

/** Terms as the matcher sees them, out of a text that they make up. */
function made(terms: readonly PlainTerm[]): MatchTerm[] {
  const source = terms.map((t) => t.text).join(' ')
  let at = 0
  return terms.map(({ text, root, tags }, id) => {
    const start = at
    at += text.length + 1
    const normal = text.toLowerCase().replaceAll('-', '\u2011')
    const kind = { id, normal, asWritten: text === normal, root, tags: new Set(tags) }
    return { kind, normal, source, start, end: start + text.length }
  })
}

function find(terms: readonly PlainTerm[], pattern: string): Match[] {
  const predicates = newPredicates()
  const compiled = compilePattern(pattern, predicates)
  return matchPattern(lookAt(made(terms), predicates), compiled)
}

const term = (text: string, root?: string, ...tags: string[]): PlainTerm =>
  root === undefined ? { text, tags } : { text, root, tags }

// Few words and tags, so that they meet often.
const someTerms = fc.array(
  fc
    .record({
      text: fc.constantFrom('a', 'b', 'c', 'A', 'ab'),
      root: fc.constantFrom(undefined, undefined, 'a', 'l'),
      tags: fc.subarray(['T', 'U']),
    })
    .map(({ root, ...rest }): PlainTerm => (root === undefined ? rest : { ...rest, root })),
  { maxLength: 9 },
)

const plain = fc.constantFrom('a', 'b', 'c', '{a}', '{l}', '#T', '#U', '/b/')
const plainWords = fc.constantFrom('(a|b)', '(b|c|ab)')
const choices = fc.constantFrom('(a|#T)', '({l}|b)', '(!a|#U)', '(#T|{a}|c)')
const joined = fc.constantFrom('(#T && #U)', '(#T && !a)', '({l} && #U)')
const single = fc.oneof(plain, plainWords, choices, joined)
const wildcard = fc.constantFrom('.{0,2}', '.{0,1}', '.{1,2}', '.{0,4}', '*', '.{2}', '.')
const longChoices = fc.constantFrom('(a b|#T)', '(#U|c !a)')
const group = (token: fc.Arbitrary<string>, name: string) => token.map((t) => `[<${name}>${t}]`)

/**
 * Where we part from compromise on purpose:
 * - a repeated "(…)" with more than plain words in it keeps to its bounds (compromise repeats it without end, or not at all);
 * - a regular expression may be repeated by "{…}" (compromise reads on to the next slash), and a repetition behind an optional
 *   token keeps to its bounds;
 * - a negated token, and one behind an optional token, are captured in their group (compromise forgets the group);
 * - a choice of several words is found behind a wildcard (compromise looks for choices of one word there);
 * - `.+` takes a term at least (compromise lets it take none);
 * - of two tokens that may be missing, one behind the other, compromise spends a term on the second one that the first would
 *   take and a later one needs; before a wildcard it does so at the last term alone;
 * - an end beyond which nothing matched hides no later match (compromise goes on behind it);
 * - wildcards and repetitions reach {@link REACH} terms at most;
 * - what it reads in ways of its own is refused: see "refuses".
 * The patterns below hold none of these (a sentence for an optional token before a wildcard ends with a full stop); what
 * they should do instead is tested by example.
 */
const repeatable = fc.oneof(plain, plainWords)
const token = fc.oneof(
  { weight: 4, arbitrary: single },
  { weight: 3, arbitrary: wildcard },
  { weight: 1, arbitrary: repeatable.map((t) => `${t}?`) },
  { weight: 1, arbitrary: repeatable.map((t) => `${t}+`) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        fc.oneof(
          plain.filter((t) => !t.startsWith('/')),
          plainWords,
        ),
        fc.constantFrom('{0,2}', '{1,2}', '{2}', '{2,}'),
      )
      .map((x) => x.join('')),
  },
  { weight: 1, arbitrary: single.map((t) => `!${t}`) },
)
const pattern = fc
  .tuple(
    fc.constantFrom('', '', '^'),
    fc.oneof(single, longChoices, group(single, 'value')),
    fc.array(token, { maxLength: 4 }),
    single,
    fc.constantFrom('', '', '$'),
  )
  .map(([first, opening, middle, end, last]) => [first + opening, ...middle, end + last].join(' '))

describe('matchPattern and compromise', () => {
  it('find the same, whatever the pattern and the terms', () => {
    fc.assert(
      fc.property(someTerms, pattern, (some, text) => {
        fc.pre(!/(?:\?|\{0,2\}) [^ .]+[?+}](?: |$)/.test(text))
        const terms = /[?}] [.*]/.test(text) ? [...some, term('.')] : some
        expect(find(terms, text)).toEqual(compromiseMatches(terms, text))
      }),
      { numRuns: 20000 },
    )
  })
})

/** compromise ends a token at a space or an opening bracket, also within a regular expression, and finds nothing then. */
const isCut = (text: string): boolean =>
  [...text.matchAll(/\/((?:[^/\\]|\\.)+)\//g)].some(([, source]) => /[\s[]/.test(source ?? ''))

describe('the built-in patterns and compromise', () => {
  const { rules, lexicon } = builtin
  for (const language of ['fr', 'en'] as const) {
    const patterns = rules
      .filter((r) => r.language === language)
      .flatMap((r) => [...r.match, ...r.unless])
      .filter((text) => !isCut(text))
    const known = patterns.flatMap((text) => text.match(/#[\p{L}\p{N}]+|(?<=\{)[^\d{}]+(?=\})|[\p{L}'’]+/gu) ?? [])
    const words = [...lexicon[language].words.values()].map(({ lemma }) => lemma)

    it(`find the same in sentences of the words that they speak of: ${language}`, () => {
      const someOf = fc.array(
        fc
          .oneof(
            { weight: 4, arbitrary: fc.constantFrom(...known) },
            { weight: 1, arbitrary: fc.constantFrom(...words) },
          )
          .chain((word) =>
            fc
              .subarray(
                known.filter((k) => k.startsWith('#')),
                { maxLength: 2 },
              )
              .map((tags) =>
                term(
                  word.startsWith('#') ? 'x' : word,
                  word.startsWith('#') ? undefined : word,
                  ...tags
                    .concat(word)
                    .filter((t) => t.startsWith('#'))
                    .map((t) => t.slice(1)),
                ),
              ),
          ),
        { minLength: 4, maxLength: 14 },
      )
      fc.assert(
        fc.property(someOf, fc.constantFrom(...patterns), (terms, text) => {
          const sentence = [...terms, term('.')]
          expect(find(sentence, text)).toEqual(compromiseMatches(sentence, text))
        }),
        { numRuns: 6000 },
      )
    })
  }
})

describe('matchPattern', () => {
  const terms = [
    term('plus'),
    term('de'),
    term('139 000 unités', undefined, 'Amount', 'Goods'),
    term('ont'),
    term('été'),
    term('vendues', 'vendre', 'Verb', 'Measure'),
  ]

  it('captures named groups by term index', () => {
    expect(find(terms, '[<value>#Amount] .{0,4} {vendre}')).toEqual([{ start: 2, end: 6, groups: { value: [2, 3] } }])
  })
  it('knows lemmas inside a choice', () => {
    expect(find(terms, '[<value>#Amount] . . ({livrer}|{vendre})')).toHaveLength(1)
  })
  it('looks for a choice behind a wildcard, of several words too', () => {
    expect(find(terms, '[<value>#Amount] .{0,4} (#Money|#Measure)')).toHaveLength(1)
    expect(find(terms, '[<value>#Amount] .{0,4} [<measure>(#Verb && #Measure)]')[0]?.groups.measure).toEqual([5, 6])
    expect(find(terms, 'plus .{0,4} (ont été|sont)')).toMatchObject([{ start: 0, end: 5 }])
  })
  it('does not reach farther than it says', () => {
    expect(find(terms, '[<value>#Amount] .{0,1} {vendre}')).toEqual([])
  })
  it('keeps words with a hyphen whole', () => {
    expect(find([term('là-bas')], 'là-bas')).toHaveLength(1)
  })
  it('knows a word of a list by its lemma, or as it is written', () => {
    expect(find([term('Ventes', 'vente')], '(vente|achat)')).toHaveLength(1)
    expect(find([term('ventes', 'vente')], '(ventes|achats)')).toHaveLength(1)
    expect(find([term('Ventes', 'vente')], '(ventes|achats)')).toEqual([])
  })
  it('keeps a repeated bracket to its bounds', () => {
    const many = Array.from({ length: 5 }, () => term('x', undefined, 'Place'))
    expect(find(many, '(#Place|#Org){1,2}').map((m) => m.end - m.start)).toEqual([2, 2, 1])
    expect(find(many, '(#Place && x)+')).toMatchObject([{ start: 0, end: 5 }])
  })
  it('captures what a negation stands for, and what follows a token that is missing', () => {
    expect(find(terms, '[<value>!de] de')).toMatchObject([{ groups: { value: [0, 1] } }])
    expect(find([term('le'), term('gros', undefined, 'Client')], 'le gros? [<value>#Client]')).toMatchObject([
      { groups: { value: [1, 2] } },
    ])
  })
  it('takes a term at least for ".+"', () => {
    expect(find(terms, 'plus .+ de')).toEqual([])
    expect(find(terms, 'plus .+ été')).toHaveLength(1)
  })
  it('leaves a term to the token that needs it', () => {
    expect(find([term('a'), term('b')], 'a b? .{0,2} b')).toHaveLength(1)
    expect(find([term('a'), term('b')], 'a b? b? b')).toHaveLength(1)
  })

  it('costs as much for each term in a long sentence as in a short one', () => {
    const hostile = [
      '* a * b * c * d',
      '#T+ * x',
      '.{0,99} .{0,99} .{0,99} x',
      '(a|b)+ (a|b)+ (a|b)+ x',
      '* a? * a? * a? x',
      '/a+b/ * /a+b/ * /c/',
    ]
    const asked = (text: string, length: number): number => {
      const predicates = newPredicates()
      const compiled = compilePattern(text, predicates)
      const many = Array.from({ length }, (_, i) => term(['a', 'b', 'c', 'x'][i % 3] as string, undefined, 'T'))
      const sight = lookAt(made([...many, term('x')]), predicates)
      matchPattern(sight, compiled)
      return sight.steps
    }
    for (const text of hostile) {
      const steps = compilePattern(text, newPredicates()).steps.length
      expect(asked(text, 4000), text).toBeLessThanOrEqual(4001 * steps * (REACH + 2))
      expect(asked(text, 8000), text).toBeLessThanOrEqual(asked(text, 4000) * 2.2 + 100)
    }
  })
  it('reaches no farther than a fixed number of terms', () => {
    const far = (n: number) => [term('a'), ...Array.from({ length: n }, () => term('b')), term('c')]
    expect(find(far(REACH), 'a * c')).toHaveLength(1)
    expect(find(far(REACH + 1), 'a * c')).toEqual([])
    expect(find(far(REACH + 9), 'b+')[0]).toMatchObject({ end: REACH + 1 })
  })
})

describe('a pattern', () => {
  const refused: [pattern: string, message: RegExp][] = [
    ['', /empty/],
    ['~vendre~', /fuzzy/],
    ['@isTitleCase', /@methods/],
    ['<Noun>', /chunks/],
    ['%Noun|Verb%', /%switches%/],
    ['[#Money]', /without a name/],
    ['[<value>#Money', /not closed/],
    ['[<value>[<of>#Money]]', /inside a group/],
    ['(a|b', /not closed/],
    ['(a|(b|c))', /inside brackets/],
    ['(a|b && c)', /"\|" and "&&"/],
    ['(a b && #T)', /several words/],
    ['(a|b?)', /inside brackets/],
    ['()', /empty/],
    ['!a+', /a negation/],
    ['!.', /a negation/],
    ['#T*', /"\*" behind/],
    ['a{3,1}', /never hold/],
    ['a{}', /no number|where a space/],
    ['{walk/verb}', /part of speech/],
    ['a ^b', /behind the first/],
    ['a$ b', /before the last/],
    ['[<a>#T]-b', /space is due/],
    ['/(a+)+b/', /repeats what varies/],
    ['/(/', /Invalid regular expression|Unterminated/],
  ]
  for (const [text, message] of refused) {
    it(`refuses ${text === '' ? 'nothing' : text}, with a hint`, () => {
      let problem: UserError['problem'] | null = null
      try {
        compilePattern(text, newPredicates())
      } catch (error) {
        problem = (error as UserError).problem
      }
      expect(problem?.message).toMatch(message)
      expect(problem?.hint).toBeTruthy()
    })
  }
  it('may name any sign behind a backslash', () => {
    expect(find([term('$'), term('*')], '\\$ \\*')).toHaveLength(1)
    expect(find([term('%')], '%')).toHaveLength(1)
  })
})

describe('lastBeginning', () => {
  const last = (...terms: PlainTerm[]) => {
    const predicates = newPredicates()
    const pattern = compilePattern('[<measure>#T] .{0,4} [<value>#U]', predicates)
    const sight = lookAt(made(terms), predicates)
    const [match] = matchPattern(sight, pattern)
    return match === undefined ? null : lastBeginning(sight, pattern, match)
  }

  it('is that of the word nearest to the end which the pattern may begin with', () => {
    const [a, t, u] = [term('a'), term('b', undefined, 'T'), term('c', undefined, 'U')]
    expect(last(t, a, t, a, u)).toEqual({ start: 2, end: 5, groups: { measure: [2, 3], value: [4, 5] } })
    expect(last(t, a, a, u)).toEqual({ start: 0, end: 4, groups: { measure: [0, 1], value: [3, 4] } })
  })
})
