import type { NameMention } from '../types.js'
import type { Discourse } from './discourse.js'
import { DOES, does, is, kindOf, TAG } from './kinds.js'
import type { Term } from './terms.js'

// Which state "l'État" is: that of the country of the firm of which it holds a part.

const STATE = kindOf(['Demonym'], '', false, 0)

/** Terms between the state and the share that it holds. */
const REACH = 9

/**
 * "EDF, détenue à 84 % par l'État", "Orange, dont l'État possède 23 %": the adjective that the text leaves out stands behind
 * "État" as a term without length, so that rules read it as "l'État français". Only where a share is told near it, and
 * where the country of the firm beside it is known.
 */
export function nameStates(terms: Term[], discourse: Discourse): Term[] {
  let out: Term[] | null = null
  for (let i = 0; i < terms.length; i++) {
    const term = terms[i] as Term
    out?.push(term)
    if (term.normal !== 'état' || terms[i - 1]?.normal !== "l'" || !standsAlone(terms, i) || !tellsShare(terms, i))
      continue
    const country = countryBeside(terms, i, discourse)
    if (country === null) continue
    out ??= terms.slice(0, i + 1)
    out.push(adjective(term, country))
  }
  return out ?? terms
}

/** No adjective and no complement tells which state it is. */
function standsAlone(terms: readonly Term[], i: number): boolean {
  const next = terms[i + 1]
  return !is(next, TAG.Demonym | TAG.Place) && !does(next, DOES.Of)
}

/** A share, and a verb of holding or the noun of who holds. */
function tellsShare(terms: readonly Term[], i: number): boolean {
  const near = terms.slice(Math.max(0, i - REACH), i + REACH)
  return (
    near.some((term) => is(term, TAG.Percent)) &&
    near.some(({ kind: { tags } }) => tags.has('Own') || tags.has('OwnerNoun'))
  )
}

/** The country of the nearest firm of the sentence, else of whom the text is about; null where it is not known. */
function countryBeside(terms: readonly Term[], at: number, discourse: Discourse): string | null {
  const countryOf = (name: string): string | null =>
    discourse.known.get(name)?.country ?? discourse.origins.get(name) ?? null
  const named = (i: number): string | null => (terms[i]?.who?.kind === 'name' ? (terms[i]?.who?.name ?? null) : null)
  for (let i = at - 1; i >= 0; i--) {
    const name = named(i)
    if (name !== null) return countryOf(name)
  }
  // "L'État en détient 84 %": of whom the text is about; "L'État détient 84 % de X": of X
  if (terms[at + 1]?.normal !== 'en')
    for (let i = at + 1; i < Math.min(terms.length, at + REACH); i++) {
      const name = named(i)
      if (name !== null) return countryOf(name)
    }
  const firm = discourse.focus ?? discourse.topic
  return firm === null ? null : countryOf(firm)
}

function adjective({ end, source }: Term, name: string): Term {
  const mention: NameMention = { type: 'demonym', name, start: end, end }
  return { kind: STATE, normal: '', source, start: end, end, mention, word: undefined, who: undefined }
}
