import { CDATA, type Dom, type DomElement, ELEMENT, TEXT, walk } from './dom.js'

const words = (text: string) => new Set(text.split(' '))

/** Elements with a paragraph of their own. */
const BLOCKS = words(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 ' +
    'H5 H6 HEADER HGROUP HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TFOOT THEAD TR UL CAPTION',
)
/** Elements whose text nobody reads as part of an article. */
const SILENT = words(
  'AUDIO BUTTON CANVAS DATALIST EMBED HEAD IFRAME INPUT MATH NOSCRIPT OBJECT OPTION SCRIPT SELECT STYLE SVG TEMPLATE ' +
    'TEXTAREA VIDEO',
)
/** What stands around the article, for pages whose article cannot be told from the rest. */
const AROUND = words('ASIDE DIALOG FOOTER NAV')
const HEADINGS = words('H1 H2 H3 H4 H5 H6')

/**
 * The text of a part of a page, as a reader sees it: a paragraph a line, paragraphs divided by blank lines, headings
 * with `## ` and items with `- ` before them, the cells of a row divided by ` | `. Soft hyphens are left out, and so are
 * the signs of footnotes.
 *
 * @param around leave out what stands around the article: menus, side columns, the foot of the page
 */
export function textOf(root: Dom, { around = false } = {}): string {
  const out = lineWriter()
  walk(
    root,
    (node) => {
      if (node.nodeType === TEXT || node.nodeType === CDATA) out.write(node.nodeValue ?? '')
      if (node.nodeType !== ELEMENT) return 'over'
      const name = node.nodeName.toUpperCase()
      if (SILENT.has(name) || (around && AROUND.has(name)) || isHidden(node as DomElement)) return 'over'
      if (name === 'SUP' && isNote(node as DomElement)) return 'over'
      if (name === 'BR') out.breakLine()
      if (BLOCKS.has(name)) out.block(name === 'LI' || name === 'TR')
      if (name === 'LI') out.mark('- ')
      if (HEADINGS.has(name)) out.mark('## ')
      if (name === 'TD' || name === 'TH') out.cell()
      return 'down'
    },
    (node) => {
      const name = node.nodeName.toUpperCase()
      if (BLOCKS.has(name)) out.block(name === 'LI' || name === 'TR')
      if (name === 'LI' || HEADINGS.has(name)) out.mark('')
    },
  )
  return out.text()
}

function isHidden(element: DomElement): boolean {
  if (element.getAttribute('hidden') !== null || element.getAttribute('aria-hidden') === 'true') return true
  const style = element.getAttribute('style')
  return style !== null && /(?:display\s{0,5}:\s{0,5}none|visibility\s{0,5}:\s{0,5}hidden)/i.test(style)
}

/** A figure in the air that leads to a note, and would be read as the last digit of a number. */
function isNote(element: DomElement): boolean {
  return (element.querySelector('a')?.getAttribute('href') ?? '').startsWith('#')
}

interface LineWriter {
  write(text: string): void
  /** A cell of a table begins. */
  cell(): void
  /** What the next line begins with, unless another mark comes before it. */
  mark(marker: string): void
  /** Two of them are an empty line. */
  breakLine(): void
  /** A block begins or ends. `tight`: lines of a list or table follow one another without blank lines. */
  block(tight: boolean): void
  text(): string
}

/** Collects text as white space in HTML works: runs of it are one space, and none stands at the ends of a line. */
function lineWriter(): LineWriter {
  const lines: string[] = []
  let line: string[] = []
  let marker = ''
  let isSpaceDue = false
  let isBlankDue = false
  const flush = () => {
    isSpaceDue = false
    if (line.length === 0) return
    if (isBlankDue && lines.length > 0) lines.push('')
    lines.push(`${marker}${line.join('')}`)
    line = []
    marker = ''
    isBlankDue = false
  }
  return {
    write(text) {
      for (const [piece] of text.replaceAll('\u00ad', '').matchAll(/[ \t\n\r\f]+|[^ \t\n\r\f]+/g)) {
        if (/^[ \t\n\r\f]/.test(piece)) isSpaceDue = true
        else {
          if (isSpaceDue && line.length > 0) line.push(' ')
          line.push(piece)
          isSpaceDue = false
        }
      }
    },
    cell() {
      if (line.length > 0) line.push(' |')
      isSpaceDue = true
    },
    mark(next) {
      marker = next
    },
    breakLine() {
      if (line.length === 0) isBlankDue = true
      flush()
    },
    block(tight) {
      flush()
      if (!tight) isBlankDue = true
    },
    text() {
      flush()
      return lines.join('\n')
    },
  }
}
