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

/** Where the site lies that a relative clause is about: the first place told behind it, or the one right before it. */
export function placeOfSite(terms: readonly Term[], clause: Clause): Term | undefined {
  const site = siteOfRelative(terms, clause)
  if (site < 0) return undefined
  const isPlace = (i: number): boolean => is(terms[i], TAG.Place) && does(terms[i - 1], DOES.Preposition)
  for (let i = site + 1; i < clause.start; i++) if (isPlace(i)) return terms[i]
  // "bâtit en Serbie une laiterie"
  return does(terms[site - 1], DOES.Article) && isPlace(site - 2) ? terms[site - 2] : undefined
}

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
