import type { Claim } from '../types.js'
import type { SentenceContext } from './candidate.js'
import type { Told } from './coordination.js'
import { DOES, does, is, TAG } from './kinds.js'
import type { Term } from './terms.js'
import { readValue } from './values.js'

// Who else holds a part of a firm, and what else somebody holds, where the verb is told once: "X owns 28 % of Y, Z 17 % and
// W 7 %", "X owns 28 % of Y, 17 % of Z and 7 % of W", "Y, owned 28 % by X, 17 % by Z and 7 % by W".

/** Terms between a joint and the name behind it: "et le fonds danois Z". */
const DESCRIBED = 4

/** A share that goes on from another, and the name told with it: of who holds it, or of what is held. */
interface Further {
  who: number
  value: number
  held: boolean
}

/** The shares and ties that are told behind a share with its holder, each by a name and its share alone. */
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
    for (let next = further(terms, at, names); next !== null; next = further(terms, at, names)) {
      const { who, value } = next
      const read = readValue({ ...candidate, value }, context, share)
      const name = terms[who]?.who?.name ?? null
      if (read === null || name === null) break
      const end = terms[Math.max(who, value)] as Term
      const holder = next.held ? share.subject : name
      if (!isTold(told, value)) out.push({ ...share, subject: holder, value: read, evidence: upTo(share, end) })
      const whose = next.held ? name : held
      if (tie !== null && typeof whose === 'string') {
        const whole = read.figure > 50
        const ends = whole ? { subject: whose, partner: holder } : { subject: holder, partner: whose }
        const relation = whole ? 'subsidiary' : 'stake'
        out.push({ ...tie, ...ends, relation, evidence: upTo(tie, end) })
      }
      at = Math.max(who, value)
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
    if (names.includes(terms[i]?.who?.name ?? stateOf(terms[i]))) last = i
  return last
}

/** "L'État français": whose adjective stands there. */
const stateOf = (term: Term | undefined): string => (term?.mention?.type === 'demonym' ? term.mention.name : '')

/** Where a name and its share stand behind a joint after term `at`; null for anything else. */
function further(terms: readonly Term[], at: number, names: readonly string[]): Further | null {
  let i = at + 1
  if (is(terms[i], TAG.Comma)) i++
  if (/^(?:et|and|plus|puis)$/.test(terms[i]?.normal ?? '')) i++
  else if (terms[i]?.normal === 'ainsi' && terms[i + 1]?.normal === 'que') i += 2
  if (i === at + 1) return null
  return shareFirst(terms, i, names) ?? nameFirst(terms, i, names)
}

/** "45 % of Z", "à 10 % par le fonds Z": a share and the name behind it from term `i` on. */
function shareFirst(terms: readonly Term[], i: number, names: readonly string[]): Further | null {
  const value = terms[i]?.normal === 'à' ? i + 1 : i
  if (!is(terms[value], TAG.Percent)) return null
  const joint = terms[value + 1]
  const contracted = does(joint, DOES.OpensContracted)
  const held = contracted || does(joint, DOES.Of) || joint?.normal === 'in'
  if (!held && !/^(?:par|by)$/.test(joint?.normal ?? '')) return null
  for (let k = contracted ? value + 1 : value + 2; k < value + 2 + DESCRIBED; k++) {
    const term = terms[k]
    if (term?.who?.kind === 'name')
      return names.includes(term.who.name ?? '') || does(terms[k + 1], DOES.Possessor) ? null : { who: k, value, held }
    if (term === undefined || is(term, TAG.Punct | TAG.Value | TAG.Verb | TAG.Measure)) return null
    if (does(term, DOES.Preposition)) return null
  }
  return null
}

function nameFirst(terms: readonly Term[], i: number, names: readonly string[]): Further | null {
  for (let k = i; k < i + DESCRIBED; k++) {
    const term = terms[k]
    if (term?.who?.kind === 'name') {
      const alone = !does(terms[k + 2], DOES.Of) && !/^(?:of|in|dans)$/.test(terms[k + 2]?.normal ?? '')
      const free = alone && !names.includes(term.who.name ?? '')
      return is(terms[k + 1], TAG.Percent) && free ? { who: k, value: k + 1, held: false } : null
    }
    if (term === undefined || is(term, TAG.Punct | TAG.Value | TAG.Verb | TAG.Finite)) return null
    if (does(term, DOES.Preposition)) return null
  }
  return null
}

const upTo = ({ evidence }: Claim, { end }: Term): Claim['evidence'] =>
  evidence.map((span) => ({ start: span.start, end: Math.max(span.end, end) }))
