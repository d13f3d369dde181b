import { ALSO, also, DOES, does, is, TAG } from './kinds.js'
import { isSite } from './sites.js'
import type { Term } from './terms.js'

// What opens a clause of its own, or none, in English: by the words behind a conjunction, a comma or "that".

/** "…, and a second plant costing 3 million will open": a noun with its article and a verb in the future stand behind. */
export function opensFuture(terms: readonly Term[], i: number): boolean {
  if (!/^(?:and|but)$/.test(terms[i]?.normal ?? '') || !does(terms[i + 1], DOES.Article)) return false
  for (let j = i + 2; j < Math.min(i + 9, terms.length); j++) {
    if (/^(?:will|would)$/.test(terms[j]?.normal ?? '')) return true
    if (is(terms[j], TAG.Punct) || does(terms[j], DOES.Relative) || terms[j]?.kind.finite) return false
  }
  return false
}

/** "…, with delivery due in 2030", "…, with the first to be installed next year": what is to come has a time of its own. */
export function opensAbsolute(terms: readonly Term[], i: number): boolean {
  if (terms[i]?.normal !== 'with') return false
  for (let j = i + 2; j < Math.min(i + 7, terms.length); j++) {
    const { normal } = terms[j] as Term
    if (AHEAD.has(normal) || (normal === 'to' && terms[j + 1]?.normal === 'be')) return true
    if (is(terms[j], TAG.Punct | TAG.Value)) return false
  }
  return false
}

const AHEAD = new Set('due expected scheduled planned set slated starting beginning'.split(' '))

/** "including debt,", "excluding cash,": told of the figure before, between two commas. */
export const isParenthesis = (terms: readonly Term[], i: number): boolean =>
  /^(?:including|excluding)$/.test(terms[i]?.normal ?? '') &&
  (is(terms[i + 2], TAG.Comma) || is(terms[i + 3], TAG.Comma)) &&
  !terms.slice(i + 1, i + 3).some((term) => term.mention !== undefined)

/** "X, a group that bought Y in 2020, employs", "X, une société qui emploie 300 personnes, ouvrira": the pronoun of a clause that says more of the name before the comma at `comma`, behind the noun that says what it is; -1 for none. */
export function apposedRelative(terms: readonly Term[], comma: number): number {
  if (terms[comma - 1]?.who?.kind !== 'name') return -1
  const first = terms[comma + 1]
  if (first?.who?.kind !== 'description' && !does(first, DOES.Article)) return -1
  for (let i = comma + 2; i < Math.min(comma + 6, terms.length); i++) {
    if (does(terms[i], DOES.Relative)) return i
    const verb = terms[i + 1]
    if (terms[i]?.normal === 'that') return is(verb, TAG.Verb | TAG.Finite) || also(verb, ALSO.Have | ALSO.Be) ? i : -1
    // "a ouvert, avec X, une usine qui emploie": the plant is not X
    if (isSite(terms[i] as Term) || is(terms[i], TAG.Punct)) return -1
    if (is(terms[i], TAG.Verb) && !is(terms[i], TAG.Noun)) return -1
  }
  return -1
}

/** "a plant in Spain that opens in May": behind a noun a "that" at `i` is the subject of its verb, where no other follows. */
export function relatesThat(terms: readonly Term[], i: number): boolean {
  if (terms[i]?.normal !== 'that') return false
  const before = terms[i - 1]
  const verb = terms[i + 1]
  if (before === undefined || is(before, TAG.Verb | TAG.Finite | TAG.Say | TAG.Punct) || does(before, DOES.Conjunction))
    return false
  const finite = is(verb, TAG.Finite) && !is(verb, TAG.Noun)
  return finite || also(verb, ALSO.Have | ALSO.Be) || /^(?:will|would|can|could|may|might)$/.test(verb?.normal ?? '')
}
