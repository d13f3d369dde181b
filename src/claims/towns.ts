import { is, TAG } from './kinds.js'
import { type Term, textOf } from './terms.js'

// Towns whose country or state is told behind them.

/**
 * "à Szeged (sud de la Hongrie)", "in Taranto, Italy,": a town and the country that places it are one term. The country is
 * the town's own where the lexicon knows it; a list of countries stays a list.
 */
export function joinTowns(terms: Term[]): Term[] {
  let out: Term[] | null = null
  for (let i = 0; i < terms.length; i++) {
    const term = terms[i] as Term
    const joined = (term.kind.is & TAG.Place) === 0 ? null : townAt(terms, i)
    if (joined === null) out?.push(term)
    else {
      out ??= terms.slice(0, i)
      out.push(joined.term)
      i = joined.last
    }
  }
  return out ?? terms
}

function townAt(terms: readonly Term[], i: number): { term: Term; last: number } | null {
  const term = terms[i] as Term
  const town = term.mention
  if (town?.type !== 'place') return null
  const state = stateAfter(terms, i)
  if (state > 0) {
    const last = terms[state] as Term
    const mention = { ...town, country: 'United States', code: 'US', end: last.end }
    return { term: { ...term, end: last.end, mention }, last: state }
  }
  if ((town.code ?? null) !== null) return null
  const end = countryAfter(terms, i)
  if (end === null) return null
  const country = terms[end.country]?.mention
  if (country?.type !== 'place' || (town.country !== undefined && town.country !== country.name)) return null
  const last = terms[end.last] as Term
  const mention = { ...town, country: country.name, code: country.code ?? null, end: last.end }
  return { term: { ...term, end: last.end, mention }, last: end.last }
}

/** "in Paris, Texas", "in Macon, Ga.,": where the American state that tells which town is meant ends; 0 for none. */
function stateAfter(terms: readonly Term[], i: number): number {
  const state = terms[i + 2]
  if (state === undefined || !is(terms[i + 1], TAG.Comma) || JOINS.test(terms[i - 1]?.normal ?? '')) return 0
  let last = 0
  if (state.mention?.type === 'place' && state.mention.country === 'United States') {
    // a list of places goes on with "and"
    if (JOINS.test(terms[i + 3]?.normal ?? '')) return 0
    if (is(terms[i + 3], TAG.Comma) && is(terms[i + 4], TAG.Place) && JOINS.test(terms[i + 5]?.normal ?? '')) return 0
    last = i + 2
  } else if (STATES.has(textOf(state).replace('.', '')))
    last = textOf(state).endsWith('.') ? i + 2 : terms[i + 3]?.normal === '.' ? i + 3 : 0
  if (last === 0) return 0
  return is(terms[last + 1], TAG.Comma) ? last + 1 : last
}

/** What goes on with a list of places. */
const JOINS = /^(?:et|ou|and|or|&)$/

/** How newspapers shorten the states, with a full stop behind. */
const STATES = new Set(
  'Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Tex Vt Va Wash Wis Wyo'.split(' '),
) // biome-ignore format: a word list

/** Where the country of the town at `i` stands, and the last term of the whole. */
function countryAfter(terms: readonly Term[], i: number): { country: number; last: number } | null {
  const isCountry = (j: number): boolean => {
    const mention = terms[j]?.mention
    return mention?.type === 'place' && (mention.code ?? null) !== null && mention.country === undefined
  }
  const next = terms[i + 1]
  if (next === undefined) return null
  if ((next.kind.is & TAG.Comma) !== 0) {
    const at = /^(?:en|au|aux|in)$/.test(terms[i + 2]?.normal ?? '') ? i + 3 : i + 2
    if (!isCountry(at)) return null
    // a comma after it closes the insertion; "Vienne, Italie et Espagne" would be a list
    const after = terms[at + 1]
    if (JOINS.test(after?.normal ?? '')) return null
    return { country: at, last: is(after, TAG.Comma) ? at + 1 : at }
  }
  if ((next.kind.is & TAG.Lparen) === 0) return null
  for (let j = i + 2; j < Math.min(i + 8, terms.length); j++) {
    if (!isCountry(j)) continue
    return is(terms[j + 1], TAG.Rparen) ? { country: j, last: j + 1 } : null
  }
  return null
}
