import type { Clause, Clauses } from './clauses.js'
import { ALSO, also, DOES, does, is, kindOf, TAG } from './kinds.js'
import type { Term } from './terms.js'

// Plants and shops that pronouns stand for: "a dairy near Cork, its second in Ireland, which opens in May", "It will cost $3m".

/** What a noun of a site is called among the tags. */
const SITES = ['Plant', 'Shop', 'Premises']

export const isSite = ({ kind: { tags } }: Term): boolean => SITES.some((tag) => tags.has(tag))

const isSiteNoun = (term: Term): boolean => is(term, TAG.Noun) && isSite(term)

/** How far before a relative pronoun its site may stand, and how far behind a pronoun what only a site does. */
const BEFORE = 14
const BEHIND = 7

/**
 * Gives pronouns that stand for a plant or a shop its tags, so that rules read "which opens in May" and "It will cost $3m" as
 * they read "the plant opens in May".
 *
 * @param previous the terms of the sentence before, made where they are asked for
 */
export function markSites(terms: Term[], { list }: Clauses, previous: () => readonly Term[]): void {
  let seen = 0
  let last: Term | undefined
  const lastBefore = (i: number): Term | undefined => {
    for (; seen < i; seen++) if (isSiteNoun(terms[seen] as Term)) last = terms[seen]
    return last
  }
  for (const clause of list) {
    const i = clause.start
    const term = terms[i]
    if (term === undefined) continue
    let site: Term | undefined
    if (clause.kind === 'relative') site = terms[siteOfRelative(terms, clause)]
    else if ((IT.has(term.normal) || term.kind.tags.has('Latter')) && isOfSite(terms, i))
      site = lastBefore(i) ?? (i === 0 ? previous().findLast(isSiteNoun) : undefined)
    if (site === undefined) continue
    const { kind } = term
    const tags = SITES.filter((tag) => site.kind.tags.has(tag))
    terms[i] = { ...term, kind: kindOf([...kind.tags, ...tags], kind.normal, true, kind.does) }
  }
}

const IT = new Set(['it', 'elle', 'il'])

/** The site that a relative clause is about, as an index of its term: -1 where it is about something else, or names no site. */
export function siteOfRelative(terms: readonly Term[], { kind, start }: Clause): number {
  if (kind !== 'relative' || !/^(?:which|that|qui|dont|où|where)$/.test(terms[start]?.normal ?? '')) return -1
  for (let i = start - 1; i >= Math.max(0, start - BEFORE); i--) {
    const term = terms[i] as Term
    if (isSiteNoun(term)) return i
    if (term.kind.finite || (term.who !== undefined && term.who.kind !== 'possessive')) return -1
    if (is(term, TAG.Punct) && !is(term, TAG.Comma)) return -1
  }
  return -1
}

/**
 * Where the site lies that a clause is about, told outside of it: a relative clause hangs on its site; "It opens in May" and
 * "The plant opens in May" go on about one told before. Of several places the first behind the site counts.
 *
 * @param previous the terms of the sentence before, made where they are asked for
 */
export function placeOfSite(terms: readonly Term[], clause: Clause, previous: () => readonly Term[]): Term | undefined {
  const site = siteOfRelative(terms, clause)
  if (site >= 0) return placeAround(terms, site, clause.start)
  if (!opensWithSite(terms, clause)) return undefined
  const here = terms.findLastIndex((term, i) => i < clause.start && isSiteNoun(term))
  if (here >= 0) return placeAround(terms, here, clause.start)
  const before = clause.start === 0 ? previous() : []
  const there = before.findLastIndex(isSiteNoun)
  return there < 0 ? undefined : placeAround(before, there, before.length)
}

/** "It", marked as a site before, "The new plant", "L'usine". */
function opensWithSite(terms: readonly Term[], { start }: Clause): boolean {
  const first = terms[start]
  if (first === undefined) return false
  if (IT.has(first.normal)) return isSite(first)
  if (!/^(?:the|le|la|l')$/.test(first.normal)) return false
  return [1, 2].some((n) => terms[start + n] !== undefined && isSiteNoun(terms[start + n] as Term))
}

/** The first place behind the site, before `end` and before anything else is told; or the one right before it. */
function placeAround(terms: readonly Term[], site: number, end: number): Term | undefined {
  for (let i = site + 1; i < Math.min(end, site + BEFORE); i++) {
    if (isWhere(terms, i)) return terms[i]
    if (is(terms[i], TAG.Finite)) break
  }
  // "bâtit en Serbie une laiterie"
  return does(terms[site - 1], DOES.Article) && isWhere(terms, site - 2) ? terms[site - 2] : undefined
}

/** A place behind a preposition: "in Spain", "in the Czech Republic". */
const isWhere = (terms: readonly Term[], i: number): boolean =>
  is(terms[i], TAG.Place) &&
  (does(terms[i - 1], DOES.Preposition) || (does(terms[i - 1], DOES.Article) && does(terms[i - 2], DOES.Preposition)))

/** What a plant does and a firm does not: it opens or shuts by itself, costs money, is ready. */
function isOfSite(terms: readonly Term[], pronoun: number): boolean {
  for (let i = pronoun + 1; i <= pronoun + BEHIND; i++) {
    const term = terms[i]
    if (term === undefined || is(term, TAG.Punct)) return false
    const { tags } = term.kind
    if (tags.has('Cost') || tags.has('Operational') || READY.has(term.normal)) return true
    if (tags.has('Inaugurate') || tags.has('Open') || tags.has('Closing') || tags.has('Close'))
      return is(term, TAG.Verb) && isByItself(terms, i)
    if (term.kind.root === 'entrer') return terms[i + 1]?.normal === 'en' && terms[i + 2]?.normal === 'service'
    // who "opens talks" or "sells" is a firm
    const helps = also(term, ALSO.Be | ALSO.Have) || does(term, DOES.Cue) || tags.has('Plan') || tags.has('Must')
    if (is(term, TAG.Verb) && !helps && !tags.has('Start')) return false
  }
  return false
}

const READY = new Set(
  'operational running online ready completed finished prête prêt achevée achevé terminée terminé inaugurée inauguré'.split(' '),
) // biome-ignore format: a word list

const ADVERBIAL = new Set("ses its dès avant before d'ici next this early late".split(' '))

/** Nothing is opened or shut: a time, a place or the end of the clause stands behind the verb. */
function isByItself(terms: readonly Term[], verb: number): boolean {
  const next = terms[verb + 1]
  if (next === undefined || is(next, TAG.Punct | TAG.Place) || next.mention?.type === 'date') return true
  // "a ouvert des négociations"
  if (does(next, DOES.Of)) return false
  return does(next, DOES.Preposition | DOES.Conjunction) || ADVERBIAL.has(next.normal)
}
