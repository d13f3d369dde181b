import { isCommonWord } from './common-words.js'
import { factsAt, type Reader, type View, wordAt } from './names-view.js'

/** Nouns for a part of a firm. */
const PARTS = new Set(
  'division divisions unit units segment segments arm arms business businesses vertical verticals department'.split(
    ' ',
  ),
)

/** Last words of what such a part is called by its trade. Firms of other ordinary names ("Direct Line") are named so. */
const TRADES = new Set(
  `services systems solutions products goods coatings inks chemicals devices diagnostics materials appliances electronics
  components parts technologies sciences snacks beverages drinks cosmetics textiles garments furniture footwear apparel
  jewellery watches plastics packaging fertilisers fertilizers seeds metals minerals pharmaceuticals pharma medicines vaccines
  care cloud retail wholesale entertainment media health healthcare energy garden home insurance banking software hardware
  mobility logistics aerospace defence defense power infrastructure consumer commercial industrial international
  automotive rail marine nutrition beauty travel finance networks communications properties industries operations`.split(
    /\s+/,
  ),
)

/** "its Cloud Services unit", "the Home & Garden division": a part that its trade describes, with capitals, has no name of its own. */
export function isDescribedPart({ language }: Reader, view: View, start: number, end: number): boolean {
  if (language !== 'en' || !PARTS.has(wordAt(view, end))) return false
  const last = wordAt(view, end - 1)
  if (!TRADES.has(last) && !/..ing$/.test(last)) return false
  for (let k = start; k < end; k++) {
    const { lower, kind } = factsAt(view, k)
    if (kind === 'word' ? !isCommonWord(lower, 'en') : lower !== '&') return false
  }
  return true
}
