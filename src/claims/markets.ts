import type { Claim, DateMention } from '../types.js'
import type { Candidate, SentenceContext } from './candidate.js'
import type { Clause } from './clauses.js'
import { DOES, does, is, TAG } from './kinds.js'
import { listOf } from './lists.js'
import { isOutside, lastPlace, placeOf, WORLD } from './places.js'
import type { Term } from './terms.js'

/** A claim for each subject and each place of the captured list. None where the place only tells where goods come from, or a firm sits. */
export function marketClaims(
  base: Claim,
  subjects: readonly (string | null)[],
  candidate: Candidate,
  context: SentenceContext,
): Claim[] {
  const at = candidate.match.groups.market
  const { terms } = context
  if (at === undefined) return []
  const first = at[0]
  const term = terms[first] as Term
  if (isOutside(terms, first) || isSeat(terms, first)) return []
  // "its plant in Hammond, Indiana": where it builds
  if (
    term.mention?.type === 'place' &&
    term.mention.country !== undefined &&
    is(terms[first + 1], TAG.Comma) &&
    is(terms[first + 2], TAG.Place) &&
    terms[first + 2]?.mention?.type === 'place' &&
    base.stance === 'present'
  )
    return []
  // "vend des voitures de Chine" says where they come from, "à la conquête de la Chine" does not
  const won = /^(?:conquérir|attaquer)$/.test(terms[candidate.trigger]?.kind.root ?? '')
  const inside = won || base.status === 'former' || base.status === 'denied'
  const joint = /^(?:la|l')$/.test(terms[first - 1]?.normal ?? '') ? first - 2 : first - 1
  if (!inside && /^(?:de|d'|du|des|of|from)$/.test(terms[joint]?.normal ?? '')) return []
  // "quittera Nantes pour Rennes": where it sits
  if (base.status === 'former' && term.mention?.type === 'place' && term.mention.country !== undefined) return []
  // "son arrivée à Lyon" enters no market where the firm is at home; one that the lexicon lacks is taken for a French one
  const home = context.discourse.known.get(subjects[0] ?? '')?.country ?? 'France'
  const town = term.mention?.type === 'place' && terms[first - 1]?.normal === 'à' ? term.mention.country : undefined
  if (town === home && terms[candidate.trigger]?.kind.tags.has('Enter')) return []
  const adjectives = adjectivesOf(terms, first)
  const places =
    adjectives.length > 1
      ? adjectives.flatMap((t) => placeOf(t))
      : is(term, TAG.Place)
        ? listed(terms, first)
        : is(term, TAG.Demonym)
          ? placeOf(term)
          : lastPlace(context, first)
  const claims: Claim[] = []
  const add = (subject: string | null, { name, code, since }: Place, date: string | null) => {
    if (code === WORLD) return
    const claim = { ...base }
    claim.subject = subject
    claim.market = name
    claim.marketCode = code
    claim.date = since ?? date
    claims.push(claim)
  }
  const dated = datedFrom(terms, first)
  for (const subject of subjects) {
    for (const place of places) add(subject, place, base.date)
    for (const { term, date } of dated) for (const place of placeOf(term)) add(subject, place, date)
  }
  return claims
}

/** A place, with the time since when where it is told for it alone. */
type Place = ReturnType<typeof placeOf>[number] & { since?: string | null }

/** The places of the list that begins at `first`. */
function listed(terms: readonly Term[], first: number): Place[] {
  let at = first
  return listOf(terms, first, 'Place').flatMap((term) => {
    at = terms.indexOf(term, at)
    const since = dateBefore(terms, at)
    return placeOf(term).map((place) => ({ ...place, since }))
  })
}

/** "opened plants in Spain in 2018 and in Italy in 2020", of a milestone: one for each of the places behind the first that has a time of its own. */
export function datedApart(base: Claim, { terms }: SentenceContext, clause: Clause): Claim[] {
  const first = clause.terms.find((i) => {
    const date = is(terms[i], TAG.Place) ? dateBehind(terms, i) : 0
    if (date === 0 || edtfOf(terms[date]) !== base.date) return false
    return placeOf(terms[i] as Term).some(({ name }) => name === base.market)
  })
  if (first === undefined) return []
  return datedFrom(terms, first).flatMap(({ term, date }) =>
    placeOf(term).map(({ name, code }) => ({ ...base, market: name, marketCode: code, date })),
  )
}

/** "left Italy in 2015 and Sweden in 2019": the places behind the one at `from`, each with a time of its own. */
function datedFrom(terms: readonly Term[], from: number): { term: Term; date: string | null }[] {
  const found: { term: Term; date: string | null }[] = []
  let at = dateBehind(terms, from)
  while (at > 0) {
    let next = at + 1
    if (!/^(?:,|et|and|puis|then)$/.test(terms[next]?.normal ?? '')) break
    while (next < at + 5 && !is(terms[next], TAG.Place) && terms[next] !== undefined && isJoint(terms[next] as Term))
      next++
    const date = is(terms[next], TAG.Place) ? dateBehind(terms, next) : 0
    if (date > 0) found.push({ term: terms[next] as Term, date: edtfOf(terms[date]) })
    at = date
  }
  return found
}

const isJoint = (term: Term): boolean =>
  does(term, DOES.ListJoint | DOES.Article) || /^(?:en|au|aux|puis|then|from|in)$/.test(term.normal)

/** The date right behind the place at `i`, 0 for none. */
function dateBehind(terms: readonly Term[], i: number): number {
  let at = does(terms[i + 1], DOES.Preposition) ? i + 2 : i + 1
  if (does(terms[at], DOES.Article)) at++
  return terms[at]?.mention?.type === 'date' ? at : 0
}

/** "en Italie et, depuis mai, en Grèce": the time between commas before the place at `place`; null for none. */
function dateBefore(terms: readonly Term[], place: number): string | null {
  for (let i = place - 1; i > 0 && i >= place - 4; i--) if (isOfNextPlace(terms, i)) return edtfOf(terms[i])
  return null
}

/** "sells in Italy and, since May, in Greece": the date at `i` is that of the place behind it alone. */
export function isOfNextPlace(terms: readonly Term[], i: number): boolean {
  if (terms[i]?.mention?.type !== 'date' || !is(terms[i + 1], TAG.Comma)) return false
  const comma = does(terms[i - 1], DOES.Preposition) ? i - 2 : i - 1
  if (!is(terms[comma], TAG.Comma) || !/^(?:et|and|puis|then)$/.test(terms[comma - 1]?.normal ?? '')) return false
  let place = i + 2
  while (does(terms[place], DOES.Preposition | DOES.Article)) place++
  return is(terms[place], TAG.Place)
}

const edtfOf = (term: Term | undefined): string | null => (term?.mention as DateMention | undefined)?.edtf ?? null

/** "X, which is based in Norway, sells": where it sits. */
const isSeat = (terms: readonly Term[], place: number): boolean =>
  terms[place - 1]?.normal === 'in' &&
  /^(?:based|headquartered|located|registered)$/.test(terms[place - 2]?.normal ?? '')

/** "the Spanish, U.S. and German markets": the places of the noun that they stand before, from the first at `first`. */
function adjectivesOf(terms: readonly Term[], first: number): Term[] {
  const found: Term[] = []
  let i = first
  for (; i < terms.length; i++) {
    if (is(terms[i], TAG.Place | TAG.Demonym)) found.push(terms[i] as Term)
    else if (!does(terms[i], DOES.ListJoint)) break
  }
  const noun = /^(?:markets?|marchés)$/.test(terms[i]?.normal ?? '')
  return noun && found.some((term) => is(term, TAG.Demonym)) ? found : []
}
