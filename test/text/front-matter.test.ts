import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readFrontMatter } from '../../src/text/front-matter.js'

const page = (...lines: string[]) => `---\n${lines.join('\n')}\n---\nBody\n`

describe('readFrontMatter', () => {
  it('reads title, date and language, and where the body begins', () => {
    const text = page('title: The plant is sold', 'author: J. Doe', 'date: 2025-03-12', 'lang: en-GB')
    const front = readFrontMatter(text)
    expect(front).toMatchObject({ title: 'The plant is sold', published: '2025-03-12', language: 'en' })
    expect(text.slice(front.end)).toBe('\nBody\n')
    expect(text.slice(front.titleSpan!.start, front.titleSpan!.end)).toBe('The plant is sold')
  })

  it.each([
    ['title: "A \\"new\\" plant"', 'A "new" plant'],
    ['title: "Plain"', 'Plain'],
    ["title: 'L''usine'", "L'usine"],
    ['title: The plant # not the title', 'The plant'],
    ['Titre: Une usine', 'Une usine'],
    ['title: >-\n  A long title\n  on two lines', 'A long title on two lines'],
    ['title:\n  below', 'below'],
    ['"title": quoted key', 'quoted key'],
  ])('reads %j', (line, title) => {
    expect(readFrontMatter(page(line)).title).toBe(title)
  })

  it.each([
    ['2025', '2025'],
    ['2025-03', '2025-03'],
    ['2025-03-12T10:00:00+01:00', '2025-03-12'],
    ['2025-03-12 10:00', '2025-03-12'],
    ['"2025-03-12"', '2025-03-12'],
    ['12 mars 2025', '2025-03-12'],
    ['March 12, 2025', '2025-03-12'],
    ['31/12/2025', '2025-12-31'],
    ['04/05/2025', '2025'],
    ['2025-13-40', null],
    ['soon', null],
  ])('reads the date %s as %s', (value, published) => {
    expect(readFrontMatter(page(`date: ${value}`)).published).toBe(published)
  })

  it.each([
    ['French', 'fr'],
    ['fr_FR', 'fr'],
    ['de', 'de'],
    ['42', null],
  ])('reads the language %s as %s', (value, language) => {
    expect(readFrontMatter(page(`language: ${value}`)).language).toBe(language)
  })

  it('takes Windows line ends and a closing "..."', () => {
    expect(readFrontMatter('---\r\ntitle: A\r\n...\r\nBody').title).toBe('A')
  })

  it.each([
    ['a rule that nothing closes', '---\ntitle: A\nBody'],
    ['rules around a paragraph', '---\nThe plant is sold.\n---\nBody'],
    ['a rule further down', 'Body\n---\ntitle: A\n---\n'],
  ])('leaves %s alone', (_, text) => {
    expect(readFrontMatter(text)).toEqual({ end: 0, title: null, titleSpan: null, published: null, language: null })
  })

  it('expands no aliases and takes no tags', () => {
    const front = readFrontMatter(page('a: &a [x, x]', 'title: *a', 'date: !!timestamp 2025-01-01'))
    expect(front).toMatchObject({ title: null, published: null })
  })

  it('reads any text without failing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(readFrontMatter(page(text)).end).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})
