import { foldWord } from '../forms.js'
import type { Sentence, SentenceRole, Span } from '../types.js'
import { type Block, emojiEnd, isLowerAt } from './blocks.js'
import { hasContent, LONGEST_HEADING, looksLikeHeading } from './headings.js'
import { trimmed } from './lines.js'
import { isAlphanumeric, isSpace, tokenize } from './tokens.js'

/** No sentence is longer, in code units: a "sentence" of this length is a table or a hostile file. */
const LONGEST_SENTENCE = 5_000

const words = (list: string) => new Set(list.split(' '))

/** Titles, written with a capital, that a name follows: their full stop never ends a sentence. */
const TITLES = words(
  'm mm mme mmes mlle mlles mgr mr mrs ms messrs dr drs pr prof profs st ste sts gen sen rep gov capt lt col sgt maj hon rev me gén',
)
/** Abbreviations that an example, a name or a number follows. */
const NEVER_FINAL = words('cf vs approx env e.g i.e p.ex ex av bd dept')
/** Abbreviations whose full stop never ends a sentence before a figure. */
const BEFORE_FIGURE = words(
  'no nos n nr art p pp vol fig ch chap tél tel tome t sect jan feb mar apr jun jul aug sep sept oct nov dec janv févr fév avr ' +
    'juil déc c ca circa max min rs',
)
/** Abbreviations that also stand at the end of a sentence: there, a word that opens sentences must follow. */
const SOMETIMES_FINAL = words(
  'inc ltd corp co cie bros llc plc sa ag jr sr etc al assoc univ intl int mfg tech éd éds eds ph.d',
)
/** Initials and the like: "U.S", "J.K", "S.A.R.L", "Ph.D". */
const DOTTED = /^(?:\p{L}{1,2}\.){1,5}\p{L}{1,2}$/u
/** Longest abbreviation that is looked up. */
const LONGEST_ABBREVIATION = 12
/** Words that open sentences, and hardly ever follow an abbreviation or initial inside one. */
const OPENERS = words(
  'the a an it its he she they we you i in on at by for from this that these those there but and so yet as if when while after ' +
    'before since although however meanwhile last both some many most all no not with what who why how under among according ' +
    "le la les l' un une des du de d' il elle ils elles on nous vous je ce c' cet cette ces son sa ses leur leurs en dans sur pour " +
    'par avec sans selon mais et or car donc ainsi aussi après avant depuis pendant si quand lorsque à au aux chez entre plus ' +
    'quant reste dès puis enfin toutefois cependant pourtant outre côté parmi face malgré certains tout toute',
)
/** Most signs in a row that are looked at as one end of a sentence. */
const MOST_SIGNS = 64

/** Cuts the article's blocks into sentences with their tokens. `title` is the block of the title. */
export function sentencesOf(text: string, blocks: readonly Block[], title: Block | null): Sentence[] {
  const sentences: Sentence[] = []
  let paragraph = -1
  let before: { block: Block; role: SentenceRole } | null = null
  for (const [index, block] of blocks.entries()) {
    if (block.aside) continue
    const span = withoutEmphasis(text, trimmed(text, block.content, block.end))
    if (!hasContent(text, span)) continue
    const role = block === title ? 'heading' : roleOf(text, blocks, index, span)
    // an item belongs to its lead-in and a text to its heading, where no blank line parts them
    const joins =
      before !== null &&
      before.block.group === block.group &&
      (role === 'item' || (role === 'text' && before.role !== 'text'))
    if (!joins) paragraph++
    for (const { start, end } of splitSentences(text, span)) {
      sentences.push({ start, end, role, paragraph, tokens: tokenize(text, start, end) })
    }
    before = { block, role }
  }
  return sentences
}

function roleOf(text: string, blocks: readonly Block[], index: number, span: Span): SentenceRole {
  const block = blocks[index]!
  const isHeading = looksLikeHeading(text, span, LONGEST_HEADING)
  if (block.marker === 'hash') return 'heading'
  if (block.marker === 'bullet') return 'item'
  if (block.marker === 'none') return isHeading ? 'heading' : 'text'
  // "1." or an emoji marks an item of a list, or a heading that text follows
  const isFirst = blocks[index - 1]?.group !== block.group
  const next = blocks[index + 1]
  const isList = next?.group === block.group && next.marker !== 'none'
  if (isHeading) return isFirst && !isList ? 'heading' : 'item'
  return isFirst && !isList ? 'text' : 'item'
}

/** Markdown emphasis around the whole block is not part of its sentences. */
function withoutEmphasis(text: string, { start, end }: Span): Span {
  let from = start
  let to = end
  while (from < to && isEmphasis(text, from)) from++
  while (to > from && isEmphasis(text, to - 1)) to--
  if (from === start && to === end) return { start, end }
  // "**a** and **b**" is emphasis inside the block
  for (let i = from; i < to; i++) if (text[i] === '*') return { start, end }
  return trimmed(text, from, to)
}

const isEmphasis = (text: string, i: number) => text[i] === '*' || text[i] === '_'

/**
 * The sentences of a block, in one pass. A full stop, question or exclamation mark, or ellipsis ends a sentence unless
 * the next word is in lower case or the full stop belongs to an abbreviation, initial or number; closing quotes and
 * brackets behind it belong to the sentence.
 */
export function splitSentences(text: string, block: Span): Span[] {
  const spans: Span[] = []
  const { end } = block
  const line = text.slice(block.start, end)
  let { start } = block
  let from = 0
  for (;;) {
    TERMINATORS.lastIndex = from
    const at = TERMINATORS.exec(line)?.index
    const sign = at === undefined ? end : block.start + at
    if (sign - start >= LONGEST_SENTENCE) {
      const cut = longestCut(text, start)
      add(spans, text, trimmed(text, start, cut))
      start = skipSpaces(text, cut, end)
      from = start - block.start
      continue
    }
    if (sign === end) break
    const limit = Math.min(end, sign + MOST_SIGNS)
    let after = sign + 1
    while (after < limit && isTerminator(text.charCodeAt(after))) after++
    const close = skipClosers(text, after, end)
    const next = skipSpaces(text, close, end)
    from = close - block.start
    if (next < end && endsHere(text, start, sign, after, close, next, end) && add(spans, text, { start, end: close })) {
      start = next
    }
  }
  if (start < end) add(spans, text, { start, end })
  return spans
}

const TERMINATORS = /[.!?…]/g
const isTerminator = (c: number) => c === 0x2e || c === 0x21 || c === 0x3f || c === 0x2026

/** Adds a sentence. What has no letter or digit (an emoji, a lone quote) belongs to the one before; false without one. */
function add(spans: Span[], text: string, span: Span): boolean {
  if (hasContent(text, span)) {
    spans.push(span)
    return true
  }
  const last = spans.at(-1)
  if (last !== undefined && span.end - last.start <= LONGEST_SENTENCE) last.end = span.end
  return last !== undefined
}

/** Where a sentence that is too long is cut: at its last white space, or inside a word of that length. */
function longestCut(text: string, start: number): number {
  const limit = start + LONGEST_SENTENCE
  for (let i = limit; i > start; i--) if (isSpace(text.charCodeAt(i))) return i
  return wholeCharacter(text, start, limit)
}

/** Behind closing quotes, brackets, emphasis, note numbers ("[2]") and emoji. French sets a space before its closing quote. */
function skipClosers(text: string, from: number, end: number): number {
  let i = from
  for (let signs = 0; signs < MOST_SIGNS && i < end; signs++) {
    const ch = text[i] ?? ''
    if ('"\'”’»)]*_'.includes(ch)) {
      i++
      continue
    }
    const next = skipSpaces(text, i, end)
    const emoji = emojiEnd(text, next)
    if (text[next] === '»') i = next + 1
    else if (emoji > next && (emoji >= end || isSpace(text.charCodeAt(emoji)))) i = Math.min(emoji, end)
    else if (text[next] === '[' && next - i <= 1) {
      const note = /^\[[0-9]{1,3}\]/.exec(text.slice(next, Math.min(end, next + 5)))
      if (note === null) break
      i = next + note[0].length
    } else break
  }
  return i
}

/**
 * Whether the signs from `sign` to `after` (then closing signs to `close`, white space to `next`) end the sentence that
 * began at `start`.
 */
function endsHere(
  text: string,
  start: number,
  sign: number,
  after: number,
  close: number,
  next: number,
  end: number,
): boolean {
  const isStop = text[sign] === '.' && after === sign + 1
  if (close === next) return isStop && close === after && isGluedSentence(text, start, sign, end)
  const word = openingWord(text, next, end)
  if (word === null) return false
  return !isStop || !isAbbreviation(text, start, sign, word)
}

/**
 * The first word (folded) behind opening quotes, brackets or a dash, if a sentence may begin with it; null if not: it
 * is in lower case or a sign that does not open sentences. Empty for a figure or a symbol.
 */
function openingWord(text: string, from: number, end: number): string | null {
  let i = from
  let dash = false
  for (let signs = 0; signs < 8 && i < end; signs++) {
    const ch = text[i] ?? ''
    if ('–—-'.includes(ch)) dash = true
    else if (!'«“"\'‘’([*_¿¡'.includes(ch) && !isSpace(text.charCodeAt(i))) break
    i++
  }
  if (i >= end) return null
  // "iPhone", "easyJet": a capital inside
  if (isLowerAt(text, i)) return /^\p{Ll}(?:\p{Lu}|\p{Ll}{1,4}\p{Lu}\p{Ll})/u.test(text.slice(i, i + 7)) ? '' : null
  const c = text.charCodeAt(i)
  if (!isAlphanumeric(c)) return dash || ',;:)]»”.!?…%&/+=<>'.includes(text[i] ?? '') ? null : ''
  if (c >= 48 && c <= 57) return dash ? null : ''
  let to = i + 1
  while (to < end && to - i <= LONGEST_ABBREVIATION && isAlphanumeric(text.charCodeAt(to))) to++
  if (text[to] === "'" || text[to] === '’') to++
  return foldWord(text.slice(i, to))
}

/** Whether the full stop at `stop` belongs to an abbreviation, initial or list number, given the word behind it. */
function isAbbreviation(text: string, start: number, stop: number, next: string): boolean {
  let from = stop
  while (from > start && stop - from <= LONGEST_ABBREVIATION && isWordPart(text, from - 1)) from--
  if (stop - from === 0 || stop - from > LONGEST_ABBREVIATION) return false
  const word = text.slice(from, stop)
  const folded = foldWord(word)
  if (/^[0-9]{1,2}$/.test(word)) return from === start
  const isCapital = /^\p{Lu}/u.test(word)
  if (isCapital && TITLES.has(folded)) return true
  if (NEVER_FINAL.has(folded)) return true
  if (next === '' && BEFORE_FIGURE.has(folded)) return true
  const isInitial = isCapital && word.length === 1
  if (isInitial || SOMETIMES_FINAL.has(folded) || DOTTED.test(word)) return next === '' ? isInitial : !OPENERS.has(next)
  return false
}

const isWordPart = (text: string, i: number) => text[i] === '.' || isAlphanumeric(text.charCodeAt(i))

/**
 * A full stop without a space behind it ("… en Chine.Le groupe …"): before a word that opens sentences, or any other
 * capitalised one after a word in lower case.
 */
function isGluedSentence(text: string, start: number, stop: number, end: number): boolean {
  const next = GLUED_WORD.exec(text.slice(stop + 1, Math.min(end, stop + 16)))?.[1]
  if (next === undefined) return false
  let from = stop
  while (from > start && stop - from < LONGEST_WORD && isLowerAt(text, from - 1)) from--
  if (stop - from < 3) return false
  const before = from === start ? ' ' : (text[from - 1] ?? ' ')
  const isPlain = isSpace(before.charCodeAt(0)) || "'’".includes(before)
  return isPlain || (/\p{Lu}/u.test(before) && OPENERS.has(foldWord(next)))
}

const GLUED_WORD = /^(\p{Lu}\p{Ll}{0,10}['’]?)(?:(?<=['’])|\s)/u
const LONGEST_WORD = 40

/** The offset `i`, or that of the character which it would cut through. */
function wholeCharacter(text: string, start: number, i: number): number {
  let at = i
  while (at > start + 1 && i - at < MOST_SIGNS && /^[\p{M}\u{dc00}-\u{dfff}]/u.test(text.charAt(at))) at--
  return at
}

function skipSpaces(text: string, from: number, end: number): number {
  let i = from
  while (i < end && isSpace(text.charCodeAt(i))) i++
  return i
}
