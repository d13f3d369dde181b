import type { FactClaim } from '../types.js'
import { aboutText, claimLine, contentText } from './claim.js'
import { oneLine } from './line.js'
import type { View } from './rows.js'
import type { Style } from './style.js'
import { displayWidth } from './width.js'
import { dateText } from './words.js'
import { type Piece, wrapPieces } from './wrap.js'

/** A claim that somebody is to decide on. */
export interface Card {
  source: string
  title: string | null
  published: string | null
  claim: FactClaim
  /** Its quotes within their sentences, and the line of each; a quote alone where the article does not have it. */
  quotes: { line: number; before: string; quote: string; after: string }[]
  /** Why quotes stand alone. */
  remark: string | null
}

/** A claim with what a person has just said of it; null where they took something back. */
export interface Judged {
  /** The fact file. */
  path: string
  source: string
  /** As it was before. */
  claim: FactClaim
  verdict: { review?: 'accepted' | 'rejected' | null; note?: string | null }
}

/** Claims that were judged by id, one a row. */
export const JUDGED: View<Judged> = {
  record: ({ path, source, claim, verdict }) => ({ id: claim.id, source, path, ...verdict }),
  fields: [
    { name: 'verdict', data: ({ verdict }) => verdictText(verdict) },
    { name: 'id', data: ({ claim }) => claim.id },
    { name: 'claim', min: 22, data: ({ claim }) => claimLine(claim) },
    { name: 'source', min: 14, yields: true, drop: 1, data: ({ source }) => source },
    { name: 'path', min: 14, data: ({ path }) => path },
    { name: 'review', data: ({ verdict }) => verdict.review },
    { name: 'note', min: 14, data: ({ verdict }) => verdict.note },
  ],
  table: ['verdict', 'id', 'claim', 'source'],
  csv: ['id', 'source', 'path', 'review', 'note'],
}

function verdictText({ review, note }: Judged['verdict']): string {
  const noted = note === undefined ? null : note === null ? 'note taken away' : 'noted'
  return [review, noted].filter(Boolean).join(', ')
}

/** All that the screen shows. */
export interface Screen {
  /** From 1; past `total` behind the last claim. */
  place: number
  total: number
  /** How many claims were decided on in this session, in words. */
  tally: string
  /** Null behind the last claim. */
  card: Card | null
  /** What happened last. */
  message: { text: string; isError: boolean } | null
  /** The note that is being written; null where none is. */
  note: string | null
  help: boolean
}

export interface Size {
  width: number
  height: number
}

const KEYS: [key: string, does: string][] = [
  ['a', 'accept'],
  ['r', 'reject'],
  ['n', 'note'],
  ['s', 'skip'],
  ['u', 'undo'],
  ['b', 'back'],
  ['q', 'quit'],
  ['?', 'help'],
]

const HELP = [
  'a  accept the claim: it stands, whatever later readings say',
  'r  reject the claim: it no longer counts, and never comes back as new',
  'n  write or change a note; Enter keeps it, Esc does not',
  's  leave it undecided and go on; also space and the arrows right and down',
  'b  go back to the one before; also the arrows left and up',
  'u  take the last decision or note back',
  'q  quit; also Ctrl-C. Every key pressed so far is saved already',
]

/** The lines of the screen, none wider and not more than fit; the keys stand at the end. Safe to print. */
export function reviewLines(screen: Screen, { width, height }: Size, style: Style): string[] {
  const wrap = (text: string, paint?: Piece['paint']) => wrapPieces([{ text, ...(paint && { paint }) }], width)
  const { place, total, card, message } = screen
  const head = card === null ? `${total} of ${total}` : `${place} of ${total}`
  const top = wrapPieces(
    [
      { text: head, paint: style.strong },
      { text: ` · ${screen.tally}`, paint: style.faint },
    ],
    width,
  )
  const foot = [
    ...(message === null ? [] : wrap(message.text, message.isError ? style.bad : style.good)),
    ...(screen.note === null ? keyLines(width, style) : [noteLine(screen.note, width, style)]),
  ]
  const body = screen.help
    ? HELP.flatMap((line) => wrap(line))
    : card === null
      ? wrap('That was the last one.')
      : cardLines(card, width, style)
  const room = Math.max(0, height - top.length - foot.length - 2)
  const shown = body.length > room ? [...body.slice(0, Math.max(0, room - 1)), style.faint('…')] : body
  return [...top, '', ...shown.slice(0, room), '', ...foot].slice(0, height)
}

function cardLines({ source, title, published, claim, quotes, remark }: Card, width: number, style: Style): string[] {
  const { id, date, status, attribution, rule, review, note, stale } = claim
  const wrap = (text: string, paint?: Piece['paint']) => wrapPieces([{ text, ...(paint && { paint }) }], width)
  const says = [
    contentText(claim),
    date === null ? '' : dateText(date),
    status,
    attribution === null ? '' : `says ${attribution}`,
  ]
  const judged = [review, stale ? 'stale' : undefined].filter(Boolean).join(', ')
  const lines = [
    ...wrapPieces(
      [{ text: aboutText(claim), paint: style.strong }, { text: `: ${says.filter(Boolean).join(', ')}` }],
      width,
    ),
    ...wrap([id, rule].join(' · '), style.faint),
    ...(judged === '' ? [] : wrap(judged, review === 'rejected' ? style.bad : style.good)),
    ...(note === undefined ? [] : wrap(`note: ${note}`, style.warn)),
    '',
    ...wrap([source, published ?? '', title === null ? '' : `“${title}”`].filter(Boolean).join(' · '), style.faint),
    ...(remark === null ? [] : wrap(remark, style.warn)),
  ]
  for (const { line, before, quote, after } of quotes) {
    const pieces = [
      { text: `${line}: `, paint: style.faint },
      { text: before },
      ...marked(quote, style),
      { text: after },
    ]
    lines.push('', ...wrapPieces(pieces, width))
  }
  return lines
}

/** The quote set off from its sentence, by brackets where there are no colours. */
function marked(quote: string, style: Style): Piece[] {
  const paint = (text: string) => style.strong(style.warn(text))
  return paint('x') === 'x' ? [{ text: `[${quote}]` }] : [{ text: quote, paint }]
}

/** What the keys do, on as many lines as that takes; a key and its word stay together. */
function keyLines(width: number, style: Style): string[] {
  const lines: string[] = []
  let used = width
  for (const [key, does] of KEYS) {
    const wide = key.length + 1 + does.length
    const text = `${style.strong(key)} ${does}`
    if (used + 2 + wide > width) {
      lines.push(text)
      used = wide
    } else {
      lines.push(`${lines.pop()}  ${text}`)
      used += 2 + wide
    }
  }
  return lines
}

/** The end of the note, where it is written on. */
function noteLine(note: string, width: number, style: Style): string {
  const label = 'note: '
  let text = oneLine(note)
  while (displayWidth(text) > width - label.length - 1) text = text.slice(1)
  return `${style.strong(label)}${text}${style.faint('▏')}`
}
