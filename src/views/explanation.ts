import type { Claim, Document, Mention, Sentence, Span } from '../types.js'
import { claimLine } from './claim.js'
import { oneLine } from './line.js'
import { meaningText } from './mention.js'
import type { View } from './rows.js'
import type { Style } from './style.js'
import type { Frame } from './table.js'
import { wrapLines } from './width.js'

/** How one sentence was read. */
export interface SentenceReading {
  sentence: Sentence
  line: number
  mentions: Mention[]
  /** Why it was passed over, or null where rules were tried. */
  gate: string | null
  attempts: { rule: string; outcome: 'matched' | 'stopped' | 'asleep'; at?: string; expected?: string }[]
  claims: Claim[]
}

/** For people: per sentence what was seen in it, the rules tried, and what came of them. */
export function explanationText(
  { text }: Document,
  sentences: readonly SentenceReading[],
  { width, style }: Frame,
): string {
  const part = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? '' : `  ${style.strong(title)}\n${lines.map((line) => `    ${line}\n`).join('')}`
  const blocks = sentences.map(({ sentence, line, mentions, gate, attempts, claims }) => {
    const seen = mentions.map(
      (m) => `${oneLine(sliceOf(text, m))}  ${style.faint(oneLine(`${m.type} ${meaningText(m)}`))}`,
    )
    const tried = attempts.map(({ rule, outcome, at, expected }) =>
      outcome === 'matched'
        ? `${style.good('matched')}  ${rule}`
        : `${style.warn(outcome)}  ${rule}${stopText(at, expected)}`,
    )
    const found = claims.flatMap((claim) => claimLines(text, claim, style))
    const why = gate ?? (attempts.length === 0 ? 'no rule is triggered by its words' : null)
    const passed = why === null ? '' : `  ${style.warn('passed over')}: ${oneLine(why)}\n`
    const quote = `${style.faint(`${line}:`)} ${oneLine(sliceOf(text, sentence))}\n`
    return `${quote}${part('seen', seen)}${passed}${part('rules', tried)}${part('claims', found)}`
  })
  return wrapLines(blocks.join('\n'), width)
}

function stopText(at: string | undefined, expected: string | undefined): string {
  const where = at === undefined ? '' : ` at "${oneLine(at)}"`
  return `${where}${expected === undefined ? '' : `, expected ${oneLine(expected)}`}`
}

function claimLines(text: string, claim: Claim, style: Style): string[] {
  const slots = Object.entries(claim.trace?.slots ?? {}).map(([slot, origin]) => `  ${slot}: ${oneLine(origin)}`)
  const matched =
    claim.trace === undefined ? [] : [`  by ${claim.rule}: “${oneLine(sliceOf(text, claim.trace.matched))}”`]
  return [claimLine(claim), ...[...matched, ...slots].map((line) => style.faint(line))]
}

/** The same for programs, a sentence a row. Offsets are counted in code points, as in all JSON output. */
export function sentenceView({ text }: Document): View<SentenceReading> {
  const points = codePointCounter(text)
  const placed = ({ start, end }: Span) => ({ start: points(start), end: points(end), text: text.slice(start, end) })
  const record: View<SentenceReading>['record'] = ({ sentence, line, mentions, gate, attempts, claims }) => ({
    line,
    role: sentence.role,
    ...placed(sentence),
    mentions: mentions.map(({ type, start, end, ...rest }) => ({
      type,
      ...placed({ start, end }),
      ...inPoints(rest, placed),
    })),
    gate,
    attempts,
    claims: claims.map(({ evidence, trace, ...claim }) => ({
      ...claim,
      evidence: evidence.map(placed),
      ...(trace === undefined ? {} : { trace: { matched: placed(trace.matched), slots: trace.slots } }),
    })),
  })
  const listed = (lines: readonly string[]) => lines.join('; ')
  return {
    record,
    fields: [
      { name: 'line', align: 'right', data: ({ line }) => line },
      { name: 'sentence', min: 20, data: ({ sentence }) => sliceOf(text, sentence) },
      { name: 'seen', min: 16, data: ({ mentions }) => listed(mentions.map((m) => `${m.type} ${meaningText(m)}`)) },
      { name: 'gate', min: 8, data: ({ gate }) => gate },
      {
        name: 'matched',
        min: 16,
        data: ({ attempts }) => listed(attempts.flatMap((a) => (a.outcome === 'matched' ? a.rule : []))),
      },
      { name: 'claims', min: 16, data: ({ claims }) => listed(claims.map(claimLine)) },
    ],
    table: ['line', 'sentence', 'seen', 'gate', 'matched', 'claims'],
  }
}

/** The span that a quantity holds inside it, as all others. */
function inPoints(rest: object, placed: (span: Span) => object): object {
  return 'core' in rest ? { ...rest, core: placed(rest.core as Span) } : rest
}

function sliceOf(text: string, { start, end }: Span): string {
  return text.slice(start, end)
}

/** Code units to code points, by a table made in one pass; a text without surrogate pairs needs none. */
function codePointCounter(text: string): (offset: number) => number {
  if (!/[\ud800-\udbff]/.test(text)) return (offset) => offset
  const before = new Uint32Array(text.length + 1)
  for (let i = 0, count = 0; i < text.length; i++, count++) {
    before[i] = count
    if ((text.codePointAt(i) ?? 0) > 0xffff) before[++i] = count + 1
    before[i + 1] = count + 1
  }
  return (offset) => before[offset] ?? 0
}
