import type { Block } from './blocks.js'
import { type Dateline, readDateline } from './dateline.js'
import { isCalendarDate, type StatedDate, toEdtf } from './dates.js'
import { isSpace } from './tokens.js'

/** How many blocks from the top may hold a line that is nothing but byline and dateline. */
const BYLINE_DEPTH = 10
/** How many blocks from the top may begin with a dateline, or be a date that no word labels. */
const DATELINE_DEPTH = 6

const MARKER = /^date[ \t]+([0-9]{4})-([0-9]{2})(?:-([0-9]{2}))?(?=[\s\u202f]|$)/i

/**
 * Finds the date of publication that the top of the article states (EDTF, else null), and sets the lines and openings
 * that state it aside. In this order: a `date YYYY-MM[-DD]` marker that leads the first line, a dateline that says
 * "published", any other dateline, one that says "updated". Dates inside sentences never count.
 *
 * `monthFirst`: numeric dates may be American.
 */
export function readPublished(text: string, blocks: readonly Block[], monthFirst: boolean): string | null {
  const marker = readMarkedDate(text, blocks[0])
  const found = readDatelines(text, blocks, monthFirst)
  if (found.length === 0) return marker
  const bare = new Set(found.filter(isBareDate).flatMap(({ dates }) => dates.map(({ date }) => edtf(date))))
  // a list of events has several bare dates: then they belong to it, and none of them is that of the article
  const datelines = bare.size > 1 ? found.filter((dateline) => !isBareDate(dateline)) : found
  for (const { block, textStart } of datelines) {
    if (textStart === block.end) block.aside = true
    block.start = textStart
    block.content = textStart
  }
  if (marker !== null) return marker
  const dates = datelines.flatMap((dateline) => dateline.dates)
  for (const role of ['published', 'plain', 'updated'] as const) {
    const stated = dates.find((each) => each.role === role && each.date.year !== null)
    if (stated !== undefined) return edtf(stated.date)
  }
  return null
}

interface FoundDateline extends Dateline {
  block: Block
}

/** The datelines near the top, in their order. */
function readDatelines(text: string, blocks: readonly Block[], monthFirst: boolean): FoundDateline[] {
  const found: FoundDateline[] = []
  let depth = 0
  for (const block of blocks) {
    if (block.aside) continue
    if (depth++ === BYLINE_DEPTH) break
    const dateline = readDateline(text, block, monthFirst)
    if (dateline === null) continue
    const isLabelled = dateline.textStart === block.end && dateline.dates.every(({ role }) => role !== 'plain')
    if (isLabelled || depth <= DATELINE_DEPTH) found.push({ ...dateline, block })
  }
  return found
}

/** A line that is a date and no more than a place or a name besides. */
function isBareDate({ block, textStart, dates }: FoundDateline): boolean {
  return textStart === block.end && dates.some(({ role }) => role === 'plain')
}

const edtf = ({ year, month, day }: StatedDate): string | null => (year === null ? null : toEdtf(year, month, day))

/** Reads `date 2025-02` at the very start of the article; the rest of that line is text. */
function readMarkedDate(text: string, block: Block | undefined): string | null {
  if (block === undefined) return null
  const match = MARKER.exec(text.slice(block.start, Math.min(block.end, block.start + 40)))
  if (match === null) return null
  const [year, month] = [Number(match[1]), Number(match[2])]
  const day = match[3] === undefined ? null : Number(match[3])
  if (!isCalendarDate(year, month, day)) return null
  let start = block.start + match[0].length
  while (start < block.end && isSpace(text.charCodeAt(start))) start++
  block.start = start
  block.content = start
  if (start === block.end) block.aside = true
  return toEdtf(year, month, day)
}
