import fc from 'fast-check'
import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import { describe, expect, test } from 'vitest'
import { printable } from '../../src/problems.js'
import { csvLines } from '../../src/views/csv.js'
import { jsonDocument, jsonText } from '../../src/views/json.js'
import { oneLine } from '../../src/views/line.js'
import { markdownTable, markdownText } from '../../src/views/markdown.js'

/** Texts that want to be markup, formulas or orders to a terminal, and any other. */
const hostile = fc.oneof(
  fc.constantFrom(
    ...['<script>alert(1)</script>', '<img src=x onerror=y>', '&lt;b&gt;', '&amp;', '<!-- x', ']]>', '<a@b.org>'],
    ...['[x](javascript:y)', '![x](http://e.com/y.png)', 'https://e.com', 'http://e.com/a|b', 'www.e.com', 'a@b.org'],
    ...['a|b', '\\|', 'a\\', '`x`', '``a|b``', '*x* **y** _z_ __w__', '~~x~~', '~x~', '$x$', '[^1]', '- [ ] x', '# x'],
    ...['=1+1', '+33 1', '-10', '@SUM(A1)', '\tx', '\rx', 'a"b', 'a,b', 'a\nb', '\u001b[2J', '\u202e', 'a\u200bb', ''],
  ),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
)

/** What a browser shows of HTML that has been made from Markdown. */
function shownBy(html: string): string {
  const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"' }
  return html.replace(/<[^>]*>/g, '').replace(/&(lt|gt|amp|quot);/g, (_, name: string) => entities[name] ?? '')
}

describe('Markdown', () => {
  const html = (markdown: string) => micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()] })

  test('a table of any texts is a table of these texts and nothing else', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(hostile, hostile)), (rows) => {
        const made = html(markdownTable(['a', 'b'], rows))
        expect(made.replace(/<\/?(?:table|thead|tbody|tr|th|td)>/g, '')).not.toMatch(/<|https?:[^ ]*"/)
        const cells = [...made.matchAll(/<td>(.*?)<\/td>/g)].map(([, cell = '']) => shownBy(cell))
        expect(cells).toEqual(rows.flat().map((cell) => oneLine(cell).trim()))
      }),
    )
  })

  test('a heading of any text is this text', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const made = html(`## x ${markdownText(text)} x\n`)
        expect(made).toMatch(/^<h2>[^<]*<\/h2>\n?$/)
        expect(shownBy(made).trim()).toBe(`x ${oneLine(text)} x`)
      }),
    )
  })
})

describe('CSV', () => {
  test('follows RFC 4180', () => {
    expect(csvLines([['a', 'b,c', 'd"e', 'f\ng', null, 1.5, true, '']])).toBe('a,"b,c","d""e","f\ng",,1.5,true,\r\n')
  })

  test.each(['=1+1', '+33', '-1+1', '-10', '@SUM(A1)', '\tx'])('the text %j is no formula', (text) => {
    expect(csvLines([[text]])).toBe(`'${text}\r\n`)
  })

  test('a negative number is a number', () => {
    expect(csvLines([[-10, -0.5]])).toBe('-10,-0.5\r\n')
  })

  test('no cell of any text begins a formula', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(csvLines([['x', text]])).not.toMatch(/^x,"?(?:[=+\-@\t]|\r(?!\n))/)
      }),
    )
  })
})

describe('JSON', () => {
  test('gives back any text, and holds nothing that is not seen', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const made = jsonText({ text })
        expect(JSON.parse(made)).toEqual({ text })
        expect(made).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u)
      }),
    )
  })

  test('a document has its schema and version first', () => {
    expect(jsonDocument('x', { a: [1] })).toBe('{\n  "schema": "xev/x",\n  "version": 1,\n  "a": [\n    1\n  ]\n}\n')
  })
})

describe('text for a terminal', () => {
  test.each([
    ['\u001b[2J', '\\u{1b}[2J'],
    ['a\u202eb\u2066', 'a\\u{202e}b\\u{2066}'],
    ['4\u200b000\u200d1\ufeff\u00ad', '4\\u{200b}000\\u{200d}1\\u{feff}\\u{ad}'],
    ['x\u{e0041}', 'x\\u{e0041}'],
    ['\ud800', '\\u{d800}'],
    ['👩‍🔧 👩🏽‍🔧 ❤️‍🔥', '👩‍🔧 👩🏽‍🔧 ❤️‍🔥'],
  ])('%j', (text, shown) => {
    expect(printable(text)).toBe(shown)
  })
})
