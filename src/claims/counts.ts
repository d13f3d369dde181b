import type { Claim } from '../types.js'
import type { SentenceContext } from './candidate.js'
import { ALSO, also, is, TAG } from './kinds.js'
import { type Term, textOf } from './terms.js'

// What a number counts that no noun of its own tells: "livré 300", "24 Airbus".

/** Counts of people, shops and countries have one unit whatever the noun. */
const MEASURE_UNITS: Record<string, string> = {
  stores: 'stores',
  markets: 'markets',
  staff: 'people',
  hires: 'people',
  'job-cuts': 'people',
  users: 'people',
}

/** Measures of goods, in whatever is counted of them. */
export const COUNTED_GOODS = new Set([
  'deliveries',
  'sales',
  'production',
  'registrations',
  'exports',
  'orders',
  'capacity',
])

/**
 * The unit of the bare number at term `at`, from its measure, the maker behind it, the volume told before or the goods of the
 * document; null where nothing tells, or no goods are counted in such a number.
 */
export function unitOfCount(
  at: number,
  figure: number,
  { measure = '' }: Claim,
  context: SentenceContext,
): string | null {
  const { terms, discourse } = context
  const counts = COUNTED_GOODS.has(measure)
  const wares = counts ? waresOf(context, behind(terms, at)) : undefined
  // "1.4 billion": more than anybody counts in goods
  const last = discourse.volume
  // "ordered six ships and has an option for two more"
  const more = last?.measure === measure && behind(terms, at) > at + 1
  if (more && isCurrency(last.unit) && figure < 1000) return null
  if (counts && (figure >= 1e9 || (figure < 10 && !more)) && wares === undefined && !also(terms[at], ALSO.Goods))
    return null
  const goesOn =
    last?.measure === measure && last.unit !== 'percent' && !(isCurrency(last.unit) && figure < 1000)
      ? last.unit
      : undefined
  return MEASURE_UNITS[measure] ?? wares ?? goesOn ?? (counts ? context.countedUnit() : null)
}

/** ISO 4217 codes; units of other counts are words. */
export const isCurrency = (unit: string): boolean => /^[A-Z]{3}$/.test(unit)

/** Where what a number counts would stand: "75 more on order", "40 others in Spain", "65 more Boeing 777s". */
const behind = (terms: readonly Term[], i: number): number =>
  /^(?:more|further|others|additional|extra)$/.test(terms[i + 1]?.normal ?? '') ? i + 2 : i + 1

/** A number that counts nothing named: no noun follows it ("en trois lots" counts lots, not goods). */
export function isBare(terms: readonly Term[], i: number): boolean {
  const next = terms[behind(terms, i)]
  if (
    next === undefined ||
    is(next, TAG.Punct) ||
    next.mention !== undefined ||
    is(next, TAG.Measure) ||
    is(next, TAG.Participle)
  )
    return true
  // "30 millions de pièces" are counted as what they are
  const counted = next.normal === 'de' || next.normal === "d'" ? terms[i + 2] : undefined
  if (counted !== undefined && counted.kind.tags.size === 0 && !AFTER_OF.has(counted.normal)) return false
  return FUNCTION_WORDS.has(next.normal)
}

/**
 * "Sold 30m ballpoint pens", "a écoulé 1,2 million de tentes": the number at `i` counts goods that the lexicon has no word
 * for, a noun in the plural that is nothing else, where it is too big for anything but goods.
 */
export function countsUnlisted(terms: readonly Term[], i: number, figure: number, { measure = '' }: Claim): boolean {
  if (!MADE_OR_SOLD.has(measure) || figure < FEWEST) return false
  let at = i + 1
  if (terms[at]?.normal === 'de' || terms[at]?.normal === "d'") at++
  for (const end = at + 2; at < end; at++) {
    const term = terms[at]
    if (term === undefined || term.kind.tags.size > 0 || term.mention !== undefined || term.who !== undefined)
      return false
    if (FUNCTION_WORDS.has(term.normal) || !/^\p{Ll}{3,}$/u.test(textOf(term))) return false
    if (PLURAL.test(term.normal)) return !NO_NOUN.has(term.normal)
  }
  return false
}

const MADE_OR_SOLD = new Set(['deliveries', 'sales', 'production', 'exports', 'capacity'])
/** Of goods nobody tells smaller numbers without saying more of them; of rooms, talks and mistakes they do. */
const FEWEST = 100
const PLURAL = /(?:[^sui]s|aux|eux|oux)$/
/** Adverbs that end as plurals do, and what is not sold by the piece. */
const NO_NOUN = new Set(
  'overseas always perhaps sometimes besides indoors outdoors upwards towards times occasions votes mistakes errors changes results visits speeches volontiers ailleurs fois longtemps erreurs discours résultats'.split(
    ' ',
  ),
)

const AFTER_OF = new Set('plus moins ici mieux ces cette leurs ses entre'.split(' '))

const FUNCTION_WORDS = new Set(
  `en au aux à dans sur pour par hors contre et ou mais soit dont qui que qu' chez après avant fin début seulement environ cette l' le la de d' du des ce comme sous vers un une in at on for by from to and or but with over during last this next the a an of as while since after before against compared than across up down worldwide globally autres supplémentaires actuellement aujourd'hui auparavant précédemment initialement jusqu'ici jusqu'alors jadis autrefois annuellement hier désormais are were is work works previously earlier originally initially beforehand annually yearly now currently today already sont étaient travaillent`.split(
    ' ',
  ),
)

const WARES: Readonly<Record<string, string>> = {
  aircraft: 'aircraft', cars: 'vehicles', trucks: 'vehicles', motorcycles: 'motorcycle', phones: 'units',
} // biome-ignore format: a word list

/** "24 Airbus": what the maker behind a figure makes. */
function waresOf({ terms, discourse }: SentenceContext, i: number): string | undefined {
  const { who, mention } = terms[i] ?? {}
  // "30 000 Clio": what its maker makes
  const maker = mention?.type === 'product' ? mention.maker : who?.kind === 'name' ? who.name : undefined
  const industry = maker == null ? undefined : discourse.known.get(maker)?.industry
  return industry === undefined ? undefined : WARES[industry]
}
