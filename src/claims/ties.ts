import type { Claim } from '../types.js'
import type { Candidate, SentenceContext } from './candidate.js'
import type { Clause } from './clauses.js'
import { ALSO, also, DOES, does, is, sells, TAG } from './kinds.js'
import { listHead, namesOfList } from './lists.js'
import { isOwnership } from './merge.js'
import { apposedOpening, possessedBy } from './owners.js'
import { isObjectPronoun, meantBy } from './pronouns.js'
import { boughtInto } from './recipients.js'
import { fillSubjects } from './subjects.js'
import { type Term, textOf } from './terms.js'

// Between whom a tie holds, and which of the two is whose.

/** "sold its 20 % stake": a verb of selling right before the stake. */
export function sellsStake(terms: readonly Term[], trigger: number): boolean {
  if (!is(terms[trigger], TAG.Noun)) return false
  for (let i = trigger - 1; i >= Math.max(0, trigger - 4); i--) {
    const { kind } = terms[i] as Term
    if (sells(terms[i])) return (kind.is & TAG.Verb) !== 0
    if ((kind.is & (TAG.Punct | TAG.Verb)) !== 0) return false
  }
  return false
}

/** "sa filiale X", "its supplier X", "ses 190 salariés": whatever is planned, what the possessive takes for granted is there. */
export function isPresupposed({ compiled, match, trigger }: Candidate, terms: readonly Term[]): boolean {
  const at = match.groups.partner ?? match.groups.subject
  if (at === undefined) return false
  // "its newly acquired X"
  if (
    is(terms[trigger], TAG.Participle) &&
    /^(?:newly|recently|freshly|already)$/.test(terms[trigger - 1]?.normal ?? '')
  )
    return true
  // "If the deal X signed with Y goes through": what hangs on the noun without a pronoun is done
  const opened = terms[trigger + 1]?.who?.kind === 'name' && is(terms[trigger], TAG.Noun)
  const definite = [1, 2, 3].some((n) => does(terms[trigger - n], DOES.Article))
  if (opened && definite && is(terms[trigger + 2], TAG.Participle) && !is(terms[trigger + 2], TAG.Noun)) return true
  // "ses principaux clients (X et Y)"
  const trades = /^(?:customer|supplier|distributor)$/.test(String(compiled.rule.claim.relation))
  const theirs = is(terms[trigger], TAG.Noun) && [1, 2].some((n) => also(terms[trigger - n], ALSO.Possessive))
  if (trades && (theirs || also(terms[trigger], ALSO.Possessive))) return true
  if (terms.slice(at[0], at[1]).some((t) => also(t, ALSO.Possessive))) return true
  // "its Chinese partner X", "son associé danois X", "son partenaire local, X,"
  const apposed = is(terms[at[0] - 1], TAG.Comma) && is(terms[at[1]], TAG.Comma)
  for (let i = at[0] - (apposed ? 2 : 1); i >= at[0] - QUALIFIED && qualifies(terms[i]); i--)
    if (also(terms[i - 1], ALSO.Possessive)) return true
  return false
}

const qualifies = (term: Term | undefined): boolean =>
  is(term, TAG.Noun | TAG.OrgNoun | TAG.Demonym | TAG.Participle) ||
  (does(term, DOES.Adjective) && !is(term, TAG.Punct))
/** Terms between a possessive and the name, a comma included. */
const QUALIFIED = 5

/** "its 30 % stake in X": the share that is taken for granted, where a claim is of it; -1 for none. */
export function isTheirShare({ match, value }: Candidate, terms: readonly Term[]): number {
  for (let i = Math.max(1, match.start - 2); i < match.end; i++) {
    if (!is(terms[i], TAG.Percent) || (value >= 0 && value !== i)) continue
    if (also(terms[i - 1], ALSO.Possessive) && HOLDINGS.has(terms[i + 1]?.normal ?? '')) return i
  }
  return -1
}

const HOLDINGS = new Set('stake holding shareholding interest'.split(' '))

/** The percentage that "owns 60 % of X" or "40 % owned by X" tells; null where none is told, or it is only being bought. */
function shareHeld({ match, trigger }: Candidate, terms: readonly Term[]): number | null {
  const { tags } = (terms[trigger] as Term).kind
  // "filiale à 40 % de X"
  const partly =
    tags.has('Subsidiary') &&
    terms.slice(trigger, match.end + 3).some((_, k, l) => l[k]?.normal === 'à' && is(l[k + 1], TAG.Percent))
  const held = also(terms[trigger], ALSO.Own) || tags.has('BelongTo') || tags.has('OwnerNoun')
  if (!held && !partly && !isHeld(terms, trigger)) return null
  // "détient 10 % de X et 62 % de Y": the share right before the partner, where one stands there
  const partner = match.groups.partner?.[0] ?? -1
  let share: number | null = null
  for (let i = Math.max(0, match.start - 3); i < Math.min(match.end + 3, terms.length); i++) {
    const { mention } = terms[i] as Term
    if (i >= match.end && is(terms[i], TAG.Comma)) break
    if (mention?.type === 'percent' && mention.sign === undefined && (share === null || i < partner))
      share = mention.value.figure
  }
  return share
}

/** "détenue par X (12 %)": the share behind the subject. */
function shareInBrackets({ match }: Candidate, terms: readonly Term[]): number | null {
  const at = match.groups.subject?.[1] ?? -1
  const share = is(terms[at], TAG.Lparen) ? terms[at + 1]?.mention : undefined
  return share?.type === 'percent' ? share.value.figure : null
}

/** "has a 60 % stake in": the noun at `i` is what somebody has, not what is bought or sold. */
function isHeld(terms: readonly Term[], i: number): boolean {
  if (terms[i]?.kind.tags.has('Stake') !== true) return false
  for (let j = i - 1; j >= Math.max(0, i - 5); j--) {
    if (also(terms[j], ALSO.Have | ALSO.Own)) return true
    if (is(terms[j], TAG.Verb | TAG.Punct) || terms[j]?.who !== undefined) return false
  }
  return false
}

/** "a mis la main sur 85 % de X", "acquired a 75 % stake in X", "sold 60 % of X to Y": more than half is bought, not held. */
function isWholesale({ match, trigger }: Candidate, terms: readonly Term[]): boolean {
  // who sells it buys nothing: a rule that tells the buyer has captured it
  const sold = match.groups.subject !== undefined
  const changesHands = (i: number): boolean => also(terms[i], ALSO.Takeover) || (sold && sells(terms[i]))
  let verb = trigger
  if (terms[trigger]?.kind.tags.has('Stake') === true)
    while (verb > Math.max(0, trigger - 4) && !changesHands(verb) && !is(terms[verb], TAG.Punct)) verb--
  if (!changesHands(verb)) return false
  return terms
    .slice(verb, match.end)
    .some(
      ({ mention, normal }) =>
        WHOLESALE.test(normal) ||
        (mention?.type === 'percent' && mention.sign === undefined && mention.value.figure > 50),
    )
}

const WHOLESALE = /^(?:majority|controlling|majoritaire)\b/

/** One name begins with the other: a firm and a division of it. */
const isPartOf = (a: string, b: string | null): boolean =>
  b !== null && (a.length > b.length ? a.startsWith(b) && a[b.length] === ' ' : b.startsWith(a) && b[a.length] === ' ')

/** "X possède Y, racheté en 2014 par Z": what was bought is the name right before the comma and its participle, and none before it. */
function nearerBought(terms: readonly Term[], { match, trigger }: Candidate): [number, number] | null {
  const at = match.groups.partner?.[0] ?? trigger
  const name = trigger - 2
  if (at >= name || !is(terms[trigger], TAG.Participle) || !is(terms[trigger - 1], TAG.Comma)) return null
  return also(terms[trigger], ALSO.Takeover) && terms[name]?.who?.kind === 'name' ? [name, name + 1] : null
}

/** "X, la filiale américaine de Y, a été cédée à Z": Y, whose the apposition is, is not what is sold. */
function isInAppositionOf(terms: readonly Term[], i: number): boolean {
  if (!is(terms[i + 1], TAG.Comma)) return false
  const of = does(terms[i], DOES.OpensContracted)
    ? i
    : is(terms[i - 1], TAG.Demonym) || does(terms[i - 1], DOES.Article)
      ? i - 2
      : i - 1
  if (of < i && !does(terms[of], DOES.Of)) return false
  for (let j = of - 1; j >= Math.max(1, of - 4); j--) {
    if (terms[j]?.kind.tags.has('Subsidiary') === true)
      return (
        j === 0 ||
        is(terms[j - 1], TAG.Comma) ||
        (does(terms[j - 1], DOES.Article) && (j === 1 || is(terms[j - 2], TAG.Comma)))
      )
    if (is(terms[j], TAG.Punct | TAG.Name) || terms[j]?.kind.finite) return false
  }
  return false
}

/** The ties that a candidate tells between each of its subjects and each partner of a captured list. `base` is the claim so far. */
export function partnerClaims(
  base: Claim,
  subjects: readonly (string | null)[],
  candidate: Candidate,
  context: SentenceContext,
): Claim[] {
  const { terms } = context
  const at = nearerBought(terms, candidate) ?? candidate.match.groups.partner
  if (base.relation === 'acquisition' && at !== undefined && isInAppositionOf(terms, at[0])) return []
  if (isOwnership(base.relation) && opensWithPart(terms, context.clauses.of[candidate.trigger] as Clause)) return []
  if (at === undefined) {
    // the rule captured the subject alone ("sa filiale X"): the other side is who the clause is about
    const { subject: _, ...groups } = candidate.match.groups
    const into = base.relation === 'stake' ? boughtInto(terms, context.clauses.of[candidate.trigger] as Clause) : null
    const unnamed = { ...candidate, match: { ...candidate.match, groups } }
    const other = into === null ? fillSubjects(unnamed, context, {}, subjects).names : [into]
    // "whose owner X holds 82 % of the shares"
    const before = (candidate.match.groups.subject?.[0] ?? candidate.trigger) < candidate.trigger
    const share =
      base.relation !== 'stake' ? null : before ? shareHeld(candidate, terms) : shareInBrackets(candidate, terms)
    // "Y a racheté Z. X, qui possédait 42 % du capital": of Z, whose capital is sold
    const { takeover } = context.discourse
    if (base.relation === 'stake' && takeover !== null && context.index - takeover.sentence === 1)
      if (other.length === 1 && other[0] === takeover.buyer && !subjects.includes(takeover.bought))
        other[0] = takeover.bought
    // "brands such as X and Y": neither is the other's, but "its three brands, X, Y and Z" may be X's
    const theirs = terms.slice(Math.max(0, candidate.trigger - 3), candidate.trigger + 1).some(isTheirs)
    const all = base.relation === 'subsidiary' && !theirs ? subjects : []
    return subjects.flatMap((subject) =>
      other
        .filter((o) => o !== subject && !all.includes(o))
        .map((partner) =>
          share !== null && share > 50
            ? { ...tie(base, partner, subject), relation: 'subsidiary' as const }
            : tie(base, subject, partner),
        ),
    )
  }
  const pronoun = terms[at[0]] as Term
  if (pronoun.who === undefined && isObjectPronoun(pronoun)) {
    const partner = meantBy(at[0], context, subjects)
    return partner === null ? [] : subjects.map((subject) => sized(tie(base, subject, partner), candidate, terms))
  }
  const named =
    at[0] + terms.slice(at[0], at[1]).findIndex((t) => t.who !== undefined || is(t, TAG.Place | TAG.Demonym))
  // "La filiale de Y, X, passe sous le contrôle de Z": X does, where the rule reached no further back than Y
  const apposed = apposedOpening(terms)
  const meant = apposed === named + 2 && candidate.match.start === named ? apposed : named
  const first = possessedBy(terms, meant, candidate.match.end)
  const term = terms[first]
  // "60 % of the new company": of none that was named
  if (term === undefined || (term.who?.kind === 'description' && /\bnew\b/i.test(textOf(term)))) return []
  // "…, coentreprise de A, B et C": the comma of a list that goes on past the partner ends no apposition
  const around = context.clauses.of[candidate.trigger] as Clause
  const end =
    around.kind === 'insertion' && around.terms.includes(first) ? around.start + around.terms.length : terms.length
  // a state that holds or buys is named by its country
  const partners =
    is(term, TAG.Place | TAG.Demonym) && term.mention !== undefined && 'name' in term.mention
      ? [term.mention.name]
      : namesOfList(
          terms,
          openingList(terms, first, candidate),
          'Who',
          hasOneOwner(candidate, terms, first) ? first + 1 : end,
        )
  const all = allOfList(candidate, terms)
  const claims: Claim[] = []
  for (const subject of all?.slice(0, 1) ?? subjects) {
    for (const partner of all?.slice(1) ?? partners) {
      if (subject === partner || subject === null) continue
      // "a Boeing craft built by Boeing Space": no firm does business with a part of itself
      if (!isOwnership(base.relation) && isPartOf(subject, partner)) continue
      // "a joint venture of A, B and C": B with C is C with B
      const mirrored = claims.some((c) => c.subject === partner && c.partner === subject)
      if (mirrored) continue
      claims.push(sized(tie(base, subject, partner), candidate, terms))
    }
  }
  return claims
}

const PARTS = new Set('arm unit division business subsidiary branch activities operations'.split(' '))

/** "Its dairy arm is 40 % owned by X": what is held is no more than a part of the firm, and has no name. */
function opensWithPart(terms: readonly Term[], { terms: inside }: Clause): boolean {
  const first = inside[0] ?? -1
  if (!also(terms[first], ALSO.Possessive)) return false
  for (let i = first + 1; i < first + 5; i++) {
    if (terms[i]?.who?.kind === 'name' || is(terms[i], TAG.Punct)) return false
    if (PARTS.has(terms[i]?.normal ?? '')) return also(terms[i + 1], ALSO.Be)
  }
  return false
}

/** "X and Z, which supply Y": the first of the names that a sentence opens with, where the rule captured the last; else `i`. */
function openingList(terms: readonly Term[], i: number, { trigger }: Candidate): number {
  if (i > trigger || !/^(?:and|et)$/.test(terms[i - 1]?.normal ?? '')) return i
  const head = listHead(terms, i)
  return head === 0 ? head : i
}

/** "Rivals include Y's owner X and Z": a firm has one of them, and Z is named beside it. */
const hasOneOwner = ({ compiled, trigger }: Candidate, terms: readonly Term[], first: number): boolean =>
  compiled.rule.claim.relation === 'subsidiary' &&
  first === trigger + 1 &&
  /^(?:owner|parent)$/.test(terms[trigger]?.normal ?? '')

/** A tie by ownership as its share makes it: half or less of a firm makes its holder no parent, more than that makes it one, or a buyer. */
function sized(claim: Claim, candidate: Candidate, terms: readonly Term[]): Claim {
  const { relation, subject, partner } = claim
  const share = relation === 'stake' || relation === 'subsidiary' ? shareHeld(candidate, terms) : null
  if (share !== null && share > 50 !== (relation === 'subsidiary'))
    return { ...tie(claim, partner ?? null, subject), relation: share > 50 ? 'subsidiary' : 'stake' }
  if (relation !== 'stake') return claim
  if (isWholesale(candidate, terms)) return { ...claim, relation: 'acquisition' }
  // "holds a majority stake in X"
  const { start, end } = candidate.match
  const most = terms.slice(start, end).some(({ normal }) => WHOLESALE.test(normal))
  return most && share === null ? { ...tie(claim, partner ?? null, subject), relation: 'subsidiary' } : claim
}

/** "A, B et C s'associent": the rule captured no more than B and C; null where its subject heads the list. */
function allOfList({ compiled, match: { groups } }: Candidate, terms: readonly Term[]): string[] | null {
  const from = groups.subject?.[0]
  const { relation } = compiled.rule.claim
  if (from === undefined || (relation !== 'partnership' && relation !== 'joint-venture')) return null
  const head = listHead(terms, from)
  const before = terms[head - 1]
  if (head === from || (before !== undefined && !is(before, TAG.Punct) && !does(before, DOES.Article))) return null
  return namesOfList(terms, head, 'Who')
}

const isTheirs = (term: Term): boolean => also(term, ALSO.Possessive) || does(term, DOES.Possessive | DOES.Possessor)

function tie(base: Claim, subject: string | null, partner: string | null): Claim {
  const claim = { ...base }
  claim.subject = subject
  claim.partner = partner
  return claim
}
