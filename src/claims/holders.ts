import type { Claim } from '../types.js'
import type { SentenceContext } from './candidate.js'
import type { Told } from './coordination.js'
import { DOES, does, is, TAG } from './kinds.js'
import type { Term } from './terms.js'
import { readValue } from './values.js'

// "X owns 28 % of Y, Z 17 % and W 7 %": who else holds a part of a firm, where the verb is told once.

/** Terms between a joint and the name behind it: "et le fonds danois Z". */
const DESCRIBED = 4

/** The shares and ties of the holders that are told behind a share with its holder, each by a name and its share alone. */
export function otherHolders(told: readonly Told[], context: SentenceContext): Claim[] {
  const out: Claim[] = []
  for (const { candidate, claims } of told) {
    const [share] = claims
    if (share?.of !== 'stake' || claims.length > 1 || share.subject === null || candidate.value < 0) continue
    const tie = tieOf(told, share.subject)
    const held = tie === null ? null : tie.relation === 'stake' ? tie.partner : tie.subject
    const names = [share.subject, ...(typeof held === 'string' ? [held] : [])]
    const { terms } = context
    let at = lastNamed(terms, candidate.value, names)
    for (let next = holderBehind(terms, at, names); next !== null; next = holderBehind(terms, at, names)) {
      const [who, value] = next
      const read = readValue({ ...candidate, value }, context, share)
      const name = terms[who]?.who?.name ?? null
      if (read === null || name === null) break
      if (!isTold(told, value))
        out.push({ ...share, subject: name, value: read, evidence: upTo(share, terms[value] as Term) })
      if (tie !== null && typeof held === 'string') {
        const whole = read.figure > 50
        const ends = whole ? { subject: held, partner: name } : { subject: name, partner: held }
        const relation = whole ? 'subsidiary' : 'stake'
        out.push({ ...tie, ...ends, relation, evidence: upTo(tie, terms[value] as Term) })
      }
      at = value
    }
  }
  return out
}

/** The tie of the same sentence that says of whom `holder` has its share. */
function tieOf(told: readonly Told[], holder: string): Claim | null {
  for (const { claims } of told)
    for (const claim of claims) {
      if (claim.relation === 'stake' && claim.subject === holder) return claim
      if (claim.relation === 'subsidiary' && claim.partner === holder) return claim
    }
  return null
}

const isTold = (told: readonly Told[], value: number): boolean =>
  told.some(({ candidate }) => candidate.value === value)

/** The last of the terms right behind the figure at `value` that one of these names stands at; else the figure. */
function lastNamed(terms: readonly Term[], value: number, names: readonly string[]): number {
  let last = value
  for (let i = value + 1; i < value + 7 && !is(terms[i], TAG.Punct | TAG.Value); i++)
    if (names.includes(terms[i]?.who?.name ?? '')) last = i
  return last
}

/** Where a name and its share stand behind a joint after term `at`; null for anything else. */
function holderBehind(terms: readonly Term[], at: number, names: readonly string[]): readonly [number, number] | null {
  let i = at + 1
  if (is(terms[i], TAG.Comma)) i++
  if (/^(?:et|and)$/.test(terms[i]?.normal ?? '')) i++
  if (i === at + 1) return null
  for (let k = i; k < i + DESCRIBED; k++) {
    const term = terms[k]
    if (term?.who?.kind === 'name') {
      const alone = !does(terms[k + 2], DOES.Of) && !/^(?:of|in|dans)$/.test(terms[k + 2]?.normal ?? '')
      return is(terms[k + 1], TAG.Percent) && alone && !names.includes(term.who.name ?? '') ? [k, k + 1] : null
    }
    if (term === undefined || is(term, TAG.Punct | TAG.Value | TAG.Verb | TAG.Finite)) return null
    if (does(term, DOES.Preposition)) return null
  }
  return null
}

const upTo = ({ evidence }: Claim, { end }: Term): Claim['evidence'] =>
  evidence.map((span) => ({ start: span.start, end: Math.max(span.end, end) }))
