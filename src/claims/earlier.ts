import { type Candidate, classValue, type SentenceContext } from './candidate.js'
import type { Discourse } from './discourse.js'
import { ALSO, also, DOES, does, is, TAG } from './kinds.js'
import { countsAlike } from './measures.js'
import type { Term } from './terms.js'

// What a figure goes on from: the count that was told before it.

/**
 * What the sentence has counted so far: "elle en a vendu 300, moitié moins qu'en 2023". Posts are cut once: what goes on from
 * them says "plus" or "moins".
 */
export function goesOnFrom(
  last: Discourse['volume'],
  { index, terms }: SentenceContext,
  trigger: number,
): string | undefined {
  if (last === null) return undefined
  // "Il en aura 10 % de moins": of what the sentence before counted
  if (last.sentence !== index) return hasOfThem(terms, trigger) ? last.measure : undefined
  const compares = terms.slice(trigger, trigger + 2).some(({ normal }) => /^(?:de )?(?:plus|moins)$/.test(normal))
  return compares || !/^(?:staff|hires|job-cuts|stores)$/.test(last.measure) ? last.measure : undefined
}

/** "en aura 10 %", "en avait un tiers" before the "de moins" or "de plus" at `trigger`. */
function hasOfThem(terms: readonly Term[], trigger: number): boolean {
  if (!/^de (?:plus|moins)$/.test(terms[trigger]?.normal ?? '')) return false
  for (let i = trigger - 2; i >= Math.max(1, trigger - 6); i--)
    if (also(terms[i], ALSO.Have)) return terms[i - 1]?.normal === 'en'
  return false
}

/** Measures that a firm is said to rise or fall by where nothing tells which. */
const TRENDS = new Set(['sales', 'revenue', 'deliveries', 'registrations', 'exports', 'production', 'users', 'orders'])

/**
 * "Les ventes de vélos baissent. X recule de 3 %": what fell right before, where the verb at the trigger has a firm or a pronoun as
 * its subject, or goes on from one.
 */
export function trendBefore(
  { trigger }: Candidate,
  { terms, discourse, index, previous }: SentenceContext,
): string | undefined {
  if (!is(terms[trigger], TAG.Verb)) return undefined
  let i = trigger - 1
  while (i > trigger - 4 && (also(terms[i], ALSO.Have) || ADVERBS.has(terms[i]?.normal ?? ''))) i--
  const { trend, volume } = discourse
  // "Elles ont baissé de 3 % en France, mais progressé de 2 % en Espagne"
  if (PRONOUNS.has(terms[i]?.normal ?? '')) {
    // "Its shares fell. They had risen 12 % this year"
    if (previous().some(({ normal }) => /^(?:shares?|stock|actions?|titres?|cours)$/.test(normal))) return undefined
    if (trend !== null && index - trend.sentence <= 1) return trend.of
    return volume !== null && index - volume.sentence === 1 ? volume.measure : undefined
  }
  if (JOINTS.has(terms[i]?.normal ?? '')) return trend?.sentence === index ? trend.of : undefined
  if (terms[i]?.who?.kind !== 'name') return undefined
  let measure = trend !== null && index - trend.sentence <= 1 ? trend.of : undefined
  if (measure === undefined) {
    const told = previous()
    if (told.some(({ kind }) => kind.tags.has('Rise') || kind.tags.has('Fall')))
      measure = classValue(
        told.findLast((term) => is(term, TAG.Noun) && is(term, TAG.Measure)),
        'measure',
      )
  }
  return measure !== undefined && TRENDS.has(measure) ? measure : undefined
}

/** What stands for something counted, or for a firm, before a verb of rising. */
const PRONOUNS = new Set('il elle ils elles they it celles-ci ceux-ci celle-ci celui-ci these'.split(' '))

const JOINTS = new Set(['mais', 'et', 'puis', 'but', 'and'])

const ADVERBS = new Set(['respectivement', 'aussi', 'également', 'encore', 'même', 'désormais'])

/** "à 8 milliards, contre 10": the figure goes on from the sum before it, whatever that was of. */
export function followsSum(terms: readonly Term[], trigger: number): boolean {
  if (!also(terms[trigger], ALSO.Versus | ALSO.Including)) return false
  for (let i = trigger - 1; i >= Math.max(0, trigger - 8); i--) if (terms[i]?.mention?.type === 'money') return true
  return false
}

/** What grows where a region is said to: what was counted just before where it was sold, else sales; nothing if nothing was counted. */
export function countedBefore(last: Discourse['volume']): string | undefined {
  if (last === null) return undefined
  return /^(?:revenue|deliveries|registrations|exports|orders)$/.test(last.measure) ? last.measure : 'sales'
}

/** "Les ventes de X ont crû de 4 %. L'Europe a progressé de 3 %": what rose or fell right before, of firms' figures. */
export function trendOf({ discourse: { trend }, index }: SentenceContext): string | undefined {
  return trend !== null && index - trend.sentence <= 1 && TRENDS.has(trend.of) ? trend.of : undefined
}

/** Whether something else is counted in the sentence before term `at`: "12 sites", "quatre tours". */
export function countsBefore(terms: readonly Term[], at: number, unit: string): boolean {
  for (let i = 0; i < at; i++) {
    const type = terms[i]?.mention?.type
    if (type === 'amount' && !countsAlike(terms[i], unit)) return true
    const noun = terms[i + 1] as Term
    if (type === 'number' && noun.mention === undefined && !is(noun, TAG.Punct) && !does(noun, DOES.Preposition))
      return true
  }
  return false
}
