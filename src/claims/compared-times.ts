import type { Claim } from '../types.js'
import { ALSO, also, is, TAG } from './kinds.js'
import { type Term, textOf } from './terms.js'

// The times of what a figure is compared with.

/** The time that a figure is compared with, or that a superlative looks back on. */
export function isOfComparison({ kind, measure }: Claim, terms: readonly Term[], i: number, anchor: number): boolean {
  if (
    (isBase(terms, i) && !(kind === 'price' && isPlannedFrom(terms, i))) ||
    isOfSuperlative(terms, i) ||
    isOfMultiple(terms, i) ||
    isOfLess(terms, i, anchor)
  )
    return true
  const behind = i > anchor
  if (behind && measure === 'change') {
    // "up 2.6% on 2003", "triple the previous year's figure"
    if (/^(?:on|from|over|than|with|against)$/.test(terms[i - 1]?.normal ?? '')) return true
    if (/^['’]s?$/.test(terms[i + 1]?.normal ?? '')) return true
  }
  // "owns 8 % of it, down from 26 % in 2012"
  if (kind === 'partner') return behind && ownsOther(terms, anchor, i)
  if (kind !== 'volume' && kind !== 'price') return false
  // "14% more than in 2022", "6% less than last year", "24 de plus que fin 2024, dont 516 en Chine"
  if (behind ? isComparedWith(terms, i, measure) : MORE_THAN.test(beforeTerm(terms, i))) return true
  // "rose to 4 million from 3 million in the same quarter of 2023": the date of the figure that is compared with
  return ownsOther(terms, anchor, i)
}

/** "will raise its prices by 6 % from January": since when what is planned holds. */
const isPlannedFrom = (terms: readonly Term[], i: number): boolean =>
  /^from /i.test(textOf(terms[i] as Term)) && terms.slice(0, i).some(({ normal }) => /^(?:will|would|to)$/.test(normal))

/** "pour 460 millions, trois fois moins qu'il ne l'avait payé en 2021": the time of what is compared in a clause of its own. */
function isOfLess(terms: readonly Term[], i: number, anchor: number): boolean {
  for (let j = anchor + 2; j < i; j++)
    if (
      /^(?:que|qu')$/.test(terms[j]?.normal ?? '') &&
      /^(?:moins|plus|mieux|autant)$/.test(terms[j - 1]?.normal ?? '')
    )
      return true
  return false
}

export const SUPERLATIVE =
  /^(?:(?:bigg|larg|great|small|high|low|strong|weak|long|short|fast|slow|earli|clos|cheap|dear|wid|deep|steep|sharp)est|best|worst|most|least|first|record|premiers?|premières?|meilleure?s?|pires?|plus|moins)$/

/** "its biggest order since 2022", "au plus haut depuis 2019": the time that a superlative looks back on. */
function isOfSuperlative(terms: readonly Term[], i: number): boolean {
  if (!/^(?:since|depuis)\b/i.test(textOf(terms[i] as Term))) return false
  for (let j = i - 1; j >= Math.max(0, i - 8); j--) {
    const term = terms[j] as Term
    if (SUPERLATIVE.test(term.normal)) return true
    if (is(term, TAG.Punct | TAG.Value) || (is(term, TAG.Verb) && !is(term, TAG.Noun))) return false
  }
  return false
}

/** "at 620 million, more than double its valuation in 2024": the time of what the figure is a multiple of. "Will more than double its output in 2028" is none. */
function isOfMultiple(terms: readonly Term[], i: number): boolean {
  for (let j = i - 1; j >= Math.max(0, i - 8); j--) {
    const term = terms[j] as Term
    if (MULTIPLE.test(term.normal)) {
      let before = j - 1
      while (before >= 0 && NEARLY.test(terms[before]?.normal ?? '')) before--
      return is(terms[before], TAG.Comma | TAG.Dash) || also(terms[before], ALSO.Be)
    }
    if (is(term, TAG.Punct | TAG.Value) || (is(term, TAG.Verb) && !is(term, TAG.Noun))) return false
  }
  return false
}

const MULTIPLE = /^(?:double|twice|triple|treble|quadruple|times|half)$/
const NEARLY = /^(?:more|less|than|well|over|nearly|almost|about|roughly|around|just|two|three|four|five|ten)$/

/** "par rapport à 2023", "compared with the first quarter", "7 % on 2023": the time that a figure is compared with. */
export function isBase(terms: readonly Term[], i: number): boolean {
  let j = i - 1
  while (j > 0 && /^(?:l'|le|la|les|the)$/.test(terms[j]?.normal ?? '')) j--
  const joint = terms[j]?.normal ?? ''
  const before = terms[j - 1]
  if (joint === 'vs' || joint === 'versus' || joint === 'than') return true
  // "7 % more than in the same period of 2023"
  if (joint === 'of' && terms[j - 2]?.normal === 'same')
    return terms.slice(Math.max(0, j - 6), j - 2).some((t) => t.normal === 'than')
  // "supérieur de 0,9 % à celui de 2019", "below that of 2019"
  // … and "75 % de leur niveau de 2019"
  if (/^(?:de|d'|du|of)$/.test(joint)) return BASES.test(before?.normal ?? '')
  // "up 17 percent from the prior year"
  if (is(terms[i - 1], TAG.Percent) && /^from /i.test(textOf(terms[i] as Term))) return true
  if (/^(?:à|au|aux)$/.test(joint)) return /^(?:rapport|face|comparée?s?|comparativement)$/.test(before?.normal ?? '')
  if (joint === 'with' || joint === 'to') return before?.normal === 'compared'
  return /^(?:on|over|from)$/.test(joint) && is(before, TAG.Percent)
}

const PERIODS = new Set('period quarter half months time span période trimestre semestre mois'.split(' '))

/** "35 in the same period of 2023", "sur la même période de 2023": the period of that year which the sentence told of another year before; null elsewhere. */
export function samePeriod(terms: readonly Term[], i: number): string | null {
  const year = mentionedDate(terms[i])
  if (year === null || !/^\d{4}$/.test(year)) return null
  const at = /^(?:of|in|de|d'|en)$/.test(terms[i - 1]?.normal ?? '') ? i - 2 : i - 1
  if (!PERIODS.has(terms[at]?.normal ?? '')) return null
  if (!terms.slice(Math.max(0, at - 3), at).some(({ normal }) => /^(?:same|même|mêmes)$/.test(normal))) return null
  for (let j = at - 1; j >= 0; j--) {
    const told = mentionedDate(terms[j])
    if (told === null) continue
    const [, first, part = '', , end = first, last = ''] = /^(\d{4})(-\d\d)(\/(\d{4})(-\d\d))?$/.exec(told) ?? []
    if (first === undefined) return null
    const begin = `${Number(year) - Number(end) + Number(first)}${part}`
    return last === '' ? begin : `${begin}/${year}${last}`
  }
  return null
}

const mentionedDate = (term: Term | undefined): string | null =>
  term?.mention?.type === 'date' ? term.mention.edtf : null

const BASES = /^(?:celui|celle|ceux|celles|that|those|niveaux?|levels?)$/

const isComparedWith = (terms: readonly Term[], i: number, measure: string | undefined): boolean =>
  (measure === 'change' ? COMPARES : MORE_THAN).test(beforeTerm(terms, i))

const VERSUS = new Set('from against versus with contre'.split(' '))

/** "a profit of 3 million from sales of 40 million": what was earned is told with what it was earned from. */
const EARNED_FROM = new Set('sales revenue revenues turnover'.split(' '))

/** Where the word stands that compares the figure at `i` with another: "from 3 million", "compared with a profit of 3 million"; else -1. */
function comparedAt(terms: readonly Term[], i: number): number {
  for (let j = i - 1; j >= Math.max(0, i - 5); j--) {
    const { normal } = terms[j] as Term
    if (is(terms[j], TAG.Punct | TAG.Value | TAG.Verb) && !is(terms[j], TAG.Noun)) return -1
    if (normal === 'from' && EARNED_FROM.has(terms[j + 1]?.normal ?? '')) return -1
    if (normal === 'after' && j === i - 1) return j
    if (VERSUS.has(normal)) return normal !== 'with' || is(terms[j - 1], TAG.Verb) ? j : -1
  }
  return -1
}

/** A date before a figure that is compared belongs to the figure before it; one behind a figure that is compared is that one's. */
function ownsOther(terms: readonly Term[], anchor: number, date: number): boolean {
  if (date < anchor) {
    // "up from 3 million a year earlier, on sales of 9 million"
    let figure = date - 1
    while (figure > date - 6 && figure > 0 && !is(terms[figure], TAG.Value | TAG.Punct)) figure--
    if (is(terms[figure], TAG.Value) && comparedAt(terms, figure) >= 0) return true
    // "sont passés de 1 200 en 2019 à 400"
    if (
      is(terms[figure], TAG.Value) &&
      FROM.has(terms[figure - 1]?.normal ?? '') &&
      TO.has(terms[date + 1]?.normal ?? '')
    )
      return true
    return date < comparedAt(terms, anchor)
  }
  for (let j = anchor + 1; j < date; j++) if (is(terms[j], TAG.Value) && comparedAt(terms, j) >= 0) return true
  return false
}

const FROM = new Set(['de', "d'", 'from'])

const TO = new Set(['à', 'to'])

/** "deux fois plus qu'en 2018". */
const MORE_THAN =
  / (?:de )?(?:plus|moins|mieux) (?:que|qu') (?:\S+ )?$| (?:more|less|fewer|higher|lower|cheaper) than (?:in )?$| (?:much|many|same) as (?:in )?$| comme (?:en )?$/

/** "below the level of 2019", "more than in 2022", "de plus qu'en 2018". */
const COMPARES = / (?:same|figure|level|total) | (?:much|many) as (?:in |the )?$| than \S+ $| (?:que|qu') (?:\S+ )?$/

/** The three words before term `i`, between spaces. */
const beforeTerm = (terms: readonly Term[], i: number): string =>
  ` ${terms[i - 3]?.normal ?? ''} ${terms[i - 2]?.normal ?? ''} ${terms[i - 1]?.normal ?? ''} `
