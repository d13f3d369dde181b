import type { NameMention, Sentence, Token } from '../types.js'

// Lists of firms: "1. Toyota: 8,900", "2. Lexus: 6,100", "3. Seat: 5,000". A label that nobody knows is a firm as the others are.

/** At most this many tokens before the colon are a name. */
const LONG = 4

/** Labels of what no firm has. */
const WHOLES = new Set(
  'total autres autre divers reste ensemble marché moyenne others other rest market overall average sum all source note'.split(
    ' ',
  ),
)

/** Adds the firms that the lists of firms in a document name and that nothing else shows to be any. */
export function nameLabels(text: string, sentences: readonly Sentence[], mentions: readonly NameMention[][]): void {
  for (let first = 0; first < sentences.length; ) {
    let end = first + 1
    while (end < sentences.length && isListed(sentences, end) && isListed(sentences, first)) end++
    if (end - first >= 3) nameList(text, sentences, mentions, first, end)
    first = end
  }
}

const isListed = (sentences: readonly Sentence[], i: number): boolean => (sentences[i] as Sentence).role === 'item'

function nameList(
  text: string,
  sentences: readonly Sentence[],
  mentions: readonly NameMention[][],
  from: number,
  to: number,
): void {
  const unknown: [number, Token[]][] = []
  let firms = 0
  for (let i = from; i < to; i++) {
    const label = labelOf(sentences[i] as Sentence)
    if (label === null) continue
    const [known] = mentions[i] as NameMention[]
    if (known !== undefined && known.start < (label.at(-1) as Token).end) {
      if (known.type === 'org' && known.start === label[0]?.start) firms++
    } else if (label.every(isCapital) && !WHOLES.has(label[0]?.lower ?? '')) unknown.push([i, label])
  }
  if (firms < 2) return
  for (const [i, label] of unknown) {
    const { start } = label[0] as Token
    const { end } = label.at(-1) as Token
    const name = text.slice(start, end)
    const list = mentions[i] as NameMention[]
    list.unshift({
      type: 'org',
      start,
      end,
      name,
      code: undefined,
      country: undefined,
      countryCode: undefined,
      maker: undefined,
      media: undefined,
    })
  }
}

/** The tokens before the colon of "Seat: 5,000"; null where a line is no label with what it labels. */
function labelOf({ tokens }: Sentence): Token[] | null {
  const colon = tokens.findIndex(({ lower }) => lower === ':')
  if (colon < 1 || colon > LONG || !tokens.slice(colon).some(({ kind }) => kind === 'digits')) return null
  return tokens.slice(0, colon)
}

const isCapital = ({ form }: Token): boolean => /^\p{Lu}/u.test(form.text)
