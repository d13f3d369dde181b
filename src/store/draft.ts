import { type CST, isCollection, isMap, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml'

/** A YAML text with the changes that are to be made in it. Offsets are UTF-16 code units of the text as it was. */
export interface Draft {
  /** Ends in a line end. */
  text: string
  cuts: { start: number; end: number; text: string }[]
  comments: { offset: number; source: string }[]
  /** Puts lines in place of a part of the text. */
  cut(start: number, end: number, lines: string): void
  /** Lines with the line ends that this text has. */
  lines(text: string): string
}

export function openDraft(source: string, root: YAMLMap): Draft {
  const newline = source.includes('\r\n') ? '\r\n' : '\n'
  const lines = (text: string) => (newline === '\n' ? text : text.replaceAll('\n', newline))
  const cuts: Draft['cuts'] = []
  return {
    text: source.endsWith('\n') ? source : `${source}${newline}`,
    cuts,
    comments: commentsIn(root.srcToken),
    cut: (start, end, text) => cuts.push({ start, end, text: lines(text) }),
    lines,
  }
}

/**
 * A part of the text with the changes made in it. What is put in right at its start belongs to the part before; what is put
 * in where something is cut out stands before it.
 */
export function part(draft: Draft, start: number, end: number): string {
  const cuts = draft.cuts.filter(
    (c) => (c.start > start || c.end > start || start === 0) && c.start >= start && c.end <= end,
  )
  let out = ''
  let at = start
  for (const cut of cuts.sort((a, b) => a.start - b.start || a.end - b.end)) {
    out += draft.text.slice(at, cut.start) + cut.text
    at = cut.end
  }
  return out + draft.text.slice(at, end)
}

export function hasComment({ comments }: Draft, start: number, end: number): boolean {
  return comments.some(({ offset }) => offset >= start && offset < end)
}

export function lineStart({ text }: Draft, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1
}

/** Behind the line end at or after the offset; the offset itself where a line begins there. */
export function lineEnd({ text }: Draft, offset: number): number {
  if (text[offset - 1] === '\n') return offset
  const found = text.indexOf('\n', offset)
  return found < 0 ? text.length : found + 1
}

/** Where the last character of a node's content ends, comments and line ends behind it aside. */
export function endOf(node: Node): number {
  if (!isCollection(node) || node.flow || node.items.length === 0) return node.range?.[1] ?? 0
  if (isMap(node)) return endOfPair(node.items.at(-1) as Pair)
  return endOf((node as YAMLSeq<Node>).items.at(-1) as Node)
}

export function endOfPair(pair: Pair): number {
  return isEmpty(pair) ? afterColon(pair) : endOf(pair.value as Node)
}

/** A key without a value: `note:`. */
export function isEmpty({ value }: Pair): boolean {
  const [start = 0, end = 0] = (value as Node | null)?.range ?? []
  return start === end
}

/** Behind a pair's colon; behind its key where it has none. */
export function afterColon({ key, srcToken }: Pair): number {
  const colon = srcToken?.sep?.find(({ type }) => type === 'map-value-ind')
  return colon === undefined ? ((key as Node).range?.[1] ?? 0) : colon.offset + 1
}

function commentsIn(token: unknown): CST.SourceToken[] {
  if (Array.isArray(token)) return token.flatMap(commentsIn)
  if (typeof token !== 'object' || token === null) return []
  if ((token as CST.SourceToken).type === 'comment') return [token as CST.SourceToken]
  const { start, key, sep, value, end, items, props } = token as Record<string, unknown>
  return [start, key, sep, value, items, end, props].flatMap(commentsIn)
}
