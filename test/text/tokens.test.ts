import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldWord } from '../../src/forms.js'
import { isSpace, tokenize } from '../../src/text/tokens.js'

const words = (text: string) => tokenize(text, 0, text.length).map((token) => text.slice(token.start, token.end))
const kinds = (text: string) => tokenize(text, 0, text.length).map(({ kind }) => kind)

describe('tokenize', () => {
  it.each([
    ["L'usine d’Évreux", ["L'", 'usine', 'd’', 'Évreux']],
    ["jusqu'à aujourd'hui", ["jusqu'", 'à', "aujourd'hui"]],
    ["d'aujourd'hui", ["d'", "aujourd'hui"]],
    ['L’Haÿ-les-Roses', ['L’', 'Haÿ-les-Roses']],
    ["Nokia's plants", ['Nokia', "'s", 'plants']],
    ["they've sold, we’ll buy", ['they', "'ve", 'sold', ',', 'we', '’ll', 'buy']],
    ["O'Neill", ["O'Neill"]],
    ["'quoted'", ["'", 'quoted', "'"]],
  ])('parts elisions and clitics: %s', (text, expected) => {
    expect(words(text)).toEqual(expected)
  })

  it.each([
    ['vend-elle', ['vend', '-elle']],
    ['compte-t-il', ['compte', '-t-il']],
    ['sont-ils', ['sont', '-ils']],
    ['celui-ci', ['celui', '-ci']],
    ['Rendez-vous', ['Rendez-vous']],
    ['an add-on', ['an', 'add-on']],
    ['a hands-on role', ['a', 'hands-on', 'role']],
    ['Kim Jong-il', ['Kim', 'Jong-il']],
    ['par-la\u0300', ['par', '-la\u0300']],
  ])('parts inverted pronouns: %s', (text, expected) => {
    expect(words(text)).toEqual(expected)
  })

  it.each([
    ['1,5 Md€', ['1', ',', '5', 'Md', '€'], ['digits', 'punct', 'digits', 'word', 'symbol']],
    ['40 000 km', ['40', '000', 'km'], ['digits', 'digits', 'word']],
    ['2027-2029', ['2027', '-', '2029'], ['digits', 'punct', 'digits']],
    ['vingt-deux', ['vingt-deux'], ['word']],
    ['mi-2027', ['mi-2027'], ['mixed']],
    ['R5 et 7bn', ['R5', 'et', '7bn'], ['mixed', 'word', 'mixed']],
    ['6-seater', ['6-seater'], ['mixed']],
    ['12%', ['12', '%'], ['digits', 'symbol']],
    ['AT&T', ['AT', '&', 'T'], ['word', 'symbol', 'word']],
    ['**bold**', ['*', '*', 'bold', '*', '*'], ['symbol', 'symbol', 'word', 'symbol', 'symbol']],
    ['« oui »', ['«', 'oui', '»'], ['punct', 'word', 'punct']],
    ['📈+4', ['📈', '+', '4'], ['symbol', 'symbol', 'digits']],
    ['⚠️Rappel', ['⚠️', 'Rappel'], ['symbol', 'word']],
    ['1️⃣ Prix', ['1️⃣', 'Prix'], ['mixed', 'word']],
  ])('tells figures, words and signs apart: %s', (text, expected, expectedKinds) => {
    expect(words(text)).toEqual(expected)
    expect(kinds(text)).toEqual(expectedKinds)
  })

  it('keeps to its range', () => {
    const text = 'avant 12 après'
    expect(tokenize(text, 6, 8)).toMatchObject([{ start: 6, end: 8, kind: 'digits', lower: '12' }])
  })

  it('folds accents, apostrophes, hyphens and soft hyphens', () => {
    expect(foldWord('E\u0301TE\u0301')).toBe('été')
    expect(foldWord('L’')).toBe("l'")
    expect(foldWord('Saint\u2011Gobain')).toBe('saint-gobain')
    expect(foldWord('Auto\u00admobile')).toBe('automobile')
  })

  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(
        fc.constantFrom(
          "l'",
          'd’',
          'été',
          'e\u0301',
          '-',
          "'s",
          '12',
          '.',
          ' ',
          '😱',
          '\ufe0f',
          '\ud83d',
          'A',
          '\u00ad',
        ),
      )
      .map((parts) => parts.join('')),
  )

  it('covers every character but white space once, in order', () => {
    fc.assert(
      fc.property(texts, (text) => {
        let at = 0
        for (const { start, end } of tokenize(text, 0, text.length)) {
          expect(end).toBeGreaterThan(start)
          for (let i = at; i < start; i++) expect(isSpace(text.charCodeAt(i))).toBe(true)
          for (let i = start; i < end; i++) expect(isSpace(text.charCodeAt(i))).toBe(false)
          at = end
        }
        for (let i = at; i < text.length; i++) expect(isSpace(text.charCodeAt(i))).toBe(true)
      }),
    )
  })

  it('folds each token from its own slice', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const { start, end, lower } of tokenize(text, 0, text.length))
          expect(lower).toBe(foldWord(text.slice(start, end)))
      }),
    )
  })
})
