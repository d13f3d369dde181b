import type { Span } from '../types.js'
import type { Block } from './blocks.js'
import { hasContent, LONGEST_TITLE, looksLikeHeading } from './headings.js'
import { isAlphanumeric, isSpace } from './tokens.js'

/** How many blocks from the top a title may be looked for in. */
const DEPTH = 4
/** A title shorter than this may stand in the text again for other reasons. */
const SHORTEST_REPEATED = 12
/** Longest line above the title that names the section. */
const LONGEST_KICKER = 40
/** Longest credit in brackets, or name of the site, behind a repeated title. */
const LONGEST_CREDIT = 80

/**
 * Finds the title (a Markdown heading, or a first line in the form of one) and sets further tellings of it aside: a
 * page often repeats its title as the description of a picture, glued to itself, with a credit in brackets. `known` is
 * the title that front matter gives. Returns the title and its block; null where the text begins without one.
 */
export function readTitle(
  text: string,
  blocks: readonly Block[],
  known: string | null,
): { title: string; block: Block | null } | null {
  const block =
    known === null ? titleBlock(text, blocks) : (blocks.find((each) => isTelling(text, each, known)) ?? null)
  if (known === null && block === null) return null
  if (block !== null) trimRepetition(text, block)
  let title = known ?? plain(text, block!.content, block!.end)
  let seen = block === null
  for (const other of blocks) {
    if (other === block) {
      seen = true
      continue
    }
    if (!seen || other.aside) continue
    if (isTelling(text, other, title)) {
      other.aside = true
    } else if (known === null && isWithoutSite(text, other, title)) {
      title = plain(text, other.content, other.end)
      other.aside = true
    }
  }
  return { title, block }
}

function titleBlock(text: string, blocks: readonly Block[]): Block | null {
  const top: Block[] = []
  for (const block of blocks) {
    if (!block.aside && hasContent(text, block)) top.push(block)
    if (top.length > DEPTH) break
  }
  const hash = top
    .slice(0, DEPTH)
    .find((block) => block.marker === 'hash' && /^[>\s]*#\s/.test(text.slice(block.start, block.content)))
  if (hash !== undefined) return hash
  const [first, second, third] = top
  if (first === undefined || second === undefined) return null
  if (third !== undefined && isTitle(text, second) && isKicker(text, first, second)) return second
  return isTitle(text, first) ? first : null
}

function isTitle(text: string, block: Block): boolean {
  if (block.marker === 'bullet') return false
  return (
    text[block.end - 1] !== ':' &&
    looksLikeHeading(text, { start: block.content, end: block.end }, LONGEST_TITLE * 4) &&
    firstTelling(text, block) - block.content <= LONGEST_TITLE
  )
}

/** One or two words above a line that is much more of a title, or in capitals: the section, the place, the kind of text. */
function isKicker(text: string, { content, end }: Block, below: Block): boolean {
  if (end - content > LONGEST_KICKER) return false
  const line = text.slice(content, end)
  if (countWords(line) > 2) return false
  const isUpperCase = line === line.toUpperCase() && line !== line.toLowerCase()
  return isUpperCase || countWords(text.slice(below.content, below.end)) >= 4
}

const countWords = (line: string) => line.match(/[\p{L}\p{N}]+/gu)?.length ?? 0

/** Cuts a title that is glued to itself ("Title Title (credit)") down to its first telling. */
function trimRepetition(text: string, block: Block): void {
  block.end = firstTelling(text, block)
}

/** Where the first telling in a block ends, if the rest of the block only repeats it; else the end of the block. */
function firstTelling(text: string, { content, end }: Span & { content: number }): number {
  if (end - content > LONGEST_TITLE * 4) return end
  const line = comparable(text.slice(content, end))
  const again = line.indexOf(line.slice(0, SHORTEST_REPEATED), SHORTEST_REPEATED)
  if (again < 0) return end
  const telling = line.slice(0, again).trimEnd()
  return isRepetition(line, telling) ? content + telling.length : end
}

/** The block says `title`, once or more often, and no more than a credit besides. */
function isTelling(text: string, block: Block, title: string): boolean {
  const length = block.end - block.content
  if (title.length < SHORTEST_REPEATED || length < title.length || length > title.length * 4 + LONGEST_CREDIT)
    return false
  if (!startsAlike(text, block, title)) return false
  return isRepetition(comparable(text.slice(block.content, block.end)), comparable(title))
}

function isRepetition(line: string, telling: string): boolean {
  let at = 0
  while (line.startsWith(telling, at)) {
    at += telling.length
    while (isSpace(line.charCodeAt(at))) at++
  }
  if (at === 0) return false
  const rest = line.slice(at).trim()
  return rest === '' || (rest.length <= LONGEST_CREDIT && /^(?:\([^()]*\)|\/\/.*|©.*)\.?$/u.test(rest))
}

/** The block is the title without the name of the site: "Title" below "Title - The Daily". */
function isWithoutSite(text: string, block: Block, title: string): boolean {
  const length = block.end - block.content
  if (length < SHORTEST_REPEATED * 2 || length >= title.length || title.length - length > LONGEST_CREDIT / 2)
    return false
  if (!startsAlike(text, block, title)) return false
  const whole = comparable(title)
  const line = comparable(text.slice(block.content, block.end))
  return whole.startsWith(line) && /^ [-–—|·•] \S/u.test(whole.slice(line.length))
}

/** A quick test that spares most blocks the comparison: the first three letters are the same, other signs aside. */
function startsAlike(text: string, { content }: Block, title: string): boolean {
  for (let i = 0; i < 3; i++) {
    const c = title.charCodeAt(i)
    if (isAlphanumeric(c) && c !== text.charCodeAt(content + i)) return false
  }
  return true
}

/** For comparison: apostrophes and spaces of all kinds made equal, with every offset kept. */
function comparable(line: string): string {
  return line.replace(/[’‘ʼ]/g, "'").replace(/[^\S ]/g, ' ')
}

/** The title as a value: white space made single, Markdown emphasis around it taken off. */
function plain(text: string, start: number, end: number): string {
  const title = text.slice(start, end).replace(/\s+/g, ' ')
  let from = 0
  let to = title.length
  while (from < to && '*_'.includes(title[from] ?? '')) from++
  while (to > from && '*_'.includes(title[to - 1] ?? '')) to--
  while (to > from && title[to - 1] === '#' && !isAlphanumeric(title.charCodeAt(to - 2))) to--
  return title.slice(from, to).trim()
}
