import type { SentenceRole } from '../types.js'
import type { Clause, ClauseKind, Clauses } from './clauses.js'
import { type Discourse, follow, isInPassing, openSection, remember, topicBy } from './discourse.js'
import { call, calledBefore, describe, kinOf, partNamedBefore } from './epithets.js'
import { ALSO, also, DOES, does, is, TAG } from './kinds.js'
import { isTheirOwn } from './outsiders.js'
import { apposedOpening } from './owners.js'
import { isSoleSayer, isSource, isSubjectLike, isWhere, withWhomItOpens } from './standing.js'
import { type Term, textOf } from './terms.js'
import { goesOnByTrade, notFund, notPart, ofCountry } from './trades.js'
import {
  holdsOfIt,
  isAlone,
  isDoneToHim,
  isInApposition,
  isLed,
  isMereList,
  isOneOfHis,
  isRival,
  isSecond,
  isSecondOfTwo,
  isSilent,
  isTold,
  opensAsTheirs,
  opensWithMeasure,
} from './turns.js'

/**
 * Resolves the descriptions and pronouns of a sentence in reading order and moves the thread on. Names in relative clauses
 * and asides do not become the focus: "X, qui suit Y, prévoit …" goes on about X.
 */
export function resolve(
  terms: readonly Term[],
  clauses: Clauses,
  discourse: Discourse,
  sentence: number,
  role: SentenceRole,
): void {
  if (role === 'heading')
    openSection(
      terms.map((t) => t.mention),
      discourse,
    )
  const silent = isSilent(terms)
  const apposed = apposedOpening(terms)
  const thread = discourse.focus
  const { declined } = discourse
  discourse.declined = null
  // "Rival X cut its fares": X's, though the text goes on about another
  let passing: { name: string | null; clause: Clause } | null = null
  for (let i = 0; i < terms.length; i++) {
    const term = terms[i] as Term
    const { who, mention } = term
    if (who !== undefined) {
      const clause = clauses.of[i] as Clause
      // "Les magasins que X veut ouvrir": nobody else has been named whom the sentence could be about
      const kind =
        (clause.kind === 'relative' && clause.antecedent < 0 && !hangsOnPlace(terms, clause.start, discourse)) ||
        isSoleSayer(terms, i, clause)
          ? 'main'
          : clause.kind
      const ofIt = apposedTo(terms, i)
      if (who.kind === 'name') {
        if (opensAsTheirs(terms, i)) passing = { name: who.name, clause: clauses.of[0] as Clause }
        if (isSource(terms, i)) continue
        if (isLed(terms, i)) discourse.led ??= who.name
        describe(terms, i, discourse.described)
        call(term, sentence, discourse)
        noteOrigin(terms, i, discourse)
        // "X declined to comment": the text goes on about another
        if (silent) {
          if (isSubjectLike(terms, i)) discourse.declined ??= { name: who.name, sentence }
          continue
        }
        // "Pour X, l'acquisition tombe bien" goes on about an X that was named before
        const opens = i === 1 || (i === 2 && ((terms[1] as Term).kind.does & DOES.Article) !== 0)
        if (opens && FOR.has(terms[0]?.normal ?? '') && who.name !== null && discourse.introduced.has(who.name))
          discourse.focus = who.name
        // "Quant à X, il" turns to X, and so does "c'est au tour de X de"
        if ((i <= 4 && terms[0]?.normal === 'quant') || terms[i - 2]?.normal === 'tour') discourse.focus = who.name
        if (isSecondOfTwo(terms, i)) discourse.pair = [terms[i - 2]?.who?.name ?? null, who.name]
        remember(who.name, discourse)
        if (isInPassing(mention, discourse) && !(sentence === 0 && isTold(terms, i, discourse))) continue
        // a headline is about whom it names first
        if (role === 'heading' && discourse.focus !== null) continue
        // "Y, son principal client, a résilié …" goes on about whose client Y is; "Rival Y cut …", about whose rival
        if (discourse.focus !== null && (isOneOfHis(terms, i) || isRival(terms, i) || isInApposition(terms, i))) {
          if (isSubjectLike(terms, i) && !isInApposition(terms, i)) passing = { name: who.name, clause }
          if (i <= 1 && isRival(terms, i)) {
            discourse.passing = { name: who.name, sentence }
            // a paragraph that opens with "Son concurrent X" is about X
            if (sentence === discourse.opening && kind === 'main') discourse.focus = who.name
          }
          // "Y, sa filiale, a perdu 3 millions. Elle emploie …"
          else if (i <= 1 && FEMININE.has(terms[i + 2]?.who?.noun ?? ''))
            discourse.passing = { name: who.name, sentence, hers: true }
          continue
        }
        if (i === apposed || i === withWhomItOpens(terms)) {
          discourse.focus = who.name
          continue
        }
        // "Y lui a confié 300 bornes", "Y en détient 5 %": the text goes on about him
        if (discourse.focus !== null && (isDoneToHim(terms, i) || holdsOfIt(terms, i))) continue
        // "X and Y also joined": two of them, and none of them is "it"
        if (thread !== null && isSecond(terms, i)) {
          discourse.focus = thread
          continue
        }
        // "Iveco, Man et Scania.": an answer that lists names is about none of them
        if (role === 'text' && discourse.focus !== null && isMereList(terms)) continue
        if (!IN_PASSING.has(kind) && isSubjectLike(terms, i)) discourse.focus = who.name
        else if (isLed(terms, i) && kind !== 'insertion') discourse.focus = who.name
        // a paragraph that opens with "More cuts are coming at X, which said …"
        else if (sentence === discourse.opening && isAlone(terms, i)) discourse.focus = who.name
        else if (i > 0 && ((terms[i - 1] as Term).kind.does & DOES.Genitive) !== 0) {
          if (i <= 6 && kind === 'main' && opensWithMeasure(terms, i)) discourse.focus = who.name
          else discourse.focus ??= who.name
        }
      } else if (who.kind === 'description' && terms[i + 1]?.normal === 'lui' && is(terms[i + 2], TAG.Finite)) {
        // "La compagnie publique lui apporte": not whom the text is about, but the one named beside it
        who.name = discourse.named.findLast((name) => name !== discourse.focus) ?? null
      } else if (i === 0 && who.kind === 'possessive' && declined?.sentence === sentence - 1) {
        who.name = declined.name
        discourse.focus = declined.name
      } else if (isPredicate(terms, i)) {
        who.name = subjectBefore(terms, i) ?? discourse.focus
      } else if (term.kind.tags.has('FirstOfTwo') || term.kind.tags.has('SecondOfTwo')) {
        who.name = discourse.pair?.[term.kind.tags.has('FirstOfTwo') ? 0 : 1] ?? null
        if (who.name === null) term.who = undefined
        else discourse.focus = who.name
      } else if (term.kind.tags.has('Latter') || (isDemonstrative(term) && (term.kind.is & TAG.Indefinite) === 0)) {
        who.name = term.kind.tags.has('Latter') ? latter(term, discourse, sentence) : (discourse.named.at(-1) ?? null)
        if (who.name !== null && isDemonstrative(term) && isSubjectLike(terms, i)) discourse.focus = who.name
      } else if (ofIt !== null) {
        who.name = ofIt
        if (i === 0 && !also(term, ALSO.Possessive)) discourse.focus = ofIt
      } else if (who.kind === 'description' && who.place !== undefined && (term.kind.is & TAG.Indefinite) === 0) {
        who.name = ofCountry(who.place, who.noun, discourse, sentence)
        if (who.name !== null && !IN_PASSING.has(kind) && isSubjectLike(terms, i)) discourse.focus = who.name
      }
      // "X, sa filiale de Rodez, qui emploie"
      else if (isHisBehind(terms, i)) who.name = terms[i - 2]?.who?.name ?? null
      else if (isSomeSubsidiary(terms, i)) who.name = ownedLast(discourse)
      else if ((term.kind.is & (TAG.Indefinite | TAG.MediaNoun)) !== 0 || isSomeOther(terms, i)) who.name = null
      else if (isTheirOwn(terms, clause, i) || isNewFirm(terms, i)) who.name = null
      else if ((term.kind.does & DOES.We) !== 0)
        who.name = ledBehind(terms, i) ?? discourse.led ?? discourse.topic ?? discourse.focus
      else if (goesOnAboutRival(terms, i, discourse, sentence)) {
        who.name = discourse.passing?.name ?? null
        discourse.passing = { name: who.name, sentence }
      } else if (
        passing !== null &&
        // "Rival X said that it would …"
        ((who.kind === 'possessive' && (passing.clause === clause || goesOnFrom(terms, clause, passing.clause))) ||
          (who.kind !== 'description' && clause.kind === 'complement' && clause.parent === passing.clause))
      )
        who.name = passing.name
      else {
        const byTrade = who.kind === 'description' && goesOnByTrade(who.noun, discourse)
        const described = byTrade ? discourse.focus : discourse.described.get(kinOf(who.noun ?? ''))
        const told = who.kind === 'description' ? (described ?? null) : null
        const meant = calledBefore(terms, i, sentence, discourse) ?? (i === 0 ? told : null)
        // "La brasserie emploie 60 personnes et exporte sa bière": the sentence is about her
        if (meant !== null) discourse.focus = meant
        who.name =
          meant ??
          antecedentOf(terms, clauses, i) ??
          subjectOfFirst(terms, i) ??
          ownerBehindFrame(terms, i) ??
          partNamedBefore(terms, i) ??
          described ??
          (isActedOn(terms, i, clauses.of[i], thread, discourse) ? thread : discourse.focus) ??
          topicBy(discourse, sentence)
      }
      const firm =
        who.kind === 'description' ? notPart(notFund(who.name, who.noun, discourse), who.noun, discourse) : who.name
      // what "la société" goes on to tell of "its network" is that firm's
      if (firm !== who.name && isSubjectLike(terms, i)) discourse.focus = firm
      who.name = firm
    }
    // "2.4 billion yuan ($370 million)" goes on in yuan
    const again = is(terms[i - 1], TAG.Lparen) && terms[i - 2]?.mention?.type === 'money'
    // "son premier marché hors de France" goes on elsewhere
    const outside = /^(?:hors|dehors)$/.test(terms[i - 2]?.normal ?? '') && terms[i - 1]?.normal === 'de'
    if (mention !== undefined && !(mention.type === 'money' && again) && !outside) follow(mention, discourse, sentence)
  }
}

/** "Its British arm, X, made a profit": the name between commas behind the description at `i`; null for none. */
function apposedTo(terms: readonly Term[], i: number): string | null {
  if (terms[i]?.who?.kind !== 'description') return null
  // "La filiale de Y, X, a supprimé"
  const ofAnother = /^(?:de|d'|du|of)$/.test(terms[i + 1]?.normal ?? '') && terms[i + 2]?.who?.kind === 'name'
  const comma = ofAnother ? i + 3 : i === 0 ? behindComplement(terms) : i + 1
  if (!is(terms[comma], TAG.Comma)) return null
  const at = does(terms[comma + 1], DOES.Le) && is(terms[comma + 2], TAG.Demonym) ? comma + 3 : comma + 1
  const who = terms[at]?.who
  if (who?.kind !== 'name') return null
  // "Le leader du secteur, X (groupe Y), a passé"
  const close = is(terms[at + 1], TAG.Lparen) ? at + 1 + terms.slice(at + 1).findIndex((t) => is(t, TAG.Rparen)) : at
  return is(terms[close + 1], TAG.Comma) ? who.name : null
}

/** "Le premier vendeur de livres du pays, X,": the term behind what the description that opens the sentence is of. */
function behindComplement(terms: readonly Term[]): number {
  for (let i = 1; i <= LONGEST_COMPLEMENT && i < terms.length; i++) {
    const term = terms[i] as Term
    if (i > 1 && is(term, TAG.Comma)) return i
    const opens = i > 1 || /^(?:de|d'|du|des)$/.test(term.normal)
    if (!opens || term.who !== undefined || is(term, TAG.Punct | TAG.Value) || term.kind.finite) return 1
  }
  return 1
}

const LONGEST_COMPLEMENT = 6

/** "X, sa filiale": what somebody has, in apposition to the name before the comma. */
const isHisBehind = (terms: readonly Term[], i: number): boolean =>
  terms[i]?.who?.kind === 'description' &&
  also(terms[i], ALSO.Possessive) &&
  is(terms[i - 1], TAG.Comma) &&
  terms[i - 2]?.who?.kind === 'name'

/** Clauses whose names do not become the focus. */
const IN_PASSING: ReadonlySet<ClauseKind> = new Set(['relative', 'aside', 'insertion'])

/** "L'Italie, où X ouvrira …", "le site, dont X est client": the relative clause tells of a place or thing, the sentence of somebody else. */
function hangsOnPlace(terms: readonly Term[], start: number, { focus }: Discourse): boolean {
  if (focus === null) return false
  const { normal } = terms[start] as Term
  // "orders, of which X took a third", "the mine, in which X holds 12 %"
  if (normal === 'which') return /^(?:of|in)$/.test(terms[start - 1]?.normal ?? '') && is(terms[start - 2], TAG.Comma)
  return is(terms[start - 1], TAG.Comma) && /^(?:où|dont|where)$/.test(normal)
}

/** "Le groupe français X", "l'allemand X", "X, une entreprise allemande": where a firm comes from. */
function noteOrigin(terms: readonly Term[], i: number, { origins }: Discourse): void {
  const { who } = terms[i] as Term
  if (who === undefined || who.name === null || origins.has(who.name)) return
  const before = terms[i - 1]?.mention
  const behind = is(terms[i + 1], TAG.Comma) ? terms[i + 2]?.who : undefined
  const place =
    who.place ?? (before?.type === 'demonym' ? before.name : behind?.kind === 'description' ? behind.place : undefined)
  if (place !== undefined) origins.set(who.name, place)
}

/** "Après son rachat par Y, X a …": the possessive at `i`, in the phrase with a preposition that opens the sentence, is of the subject behind its comma; null for others. */
function ownerBehindFrame(terms: readonly Term[], i: number): string | null {
  if (terms[i]?.who?.kind !== 'possessive' || i !== 1 || !FRAMES.has(terms[0]?.normal ?? '')) return null
  for (let j = 2; j < LONGEST_FRAME && j < terms.length; j++) {
    if (terms[j]?.kind.finite) return null
    if (!is(terms[j], TAG.Comma)) continue
    const who = terms[j + 1]?.who
    const verb = terms[j + 2]
    if (who?.kind !== 'name' || !(is(verb, TAG.Finite | TAG.Future) || also(verb, ALSO.Have))) continue
    return who.name
  }
  return null
}

const FRAMES = new Set('après depuis avant avec pour malgré dans sans outre after since before with despite'.split(' '))
const LONGEST_FRAME = 14

/** "La filiale compte 300 salariés": whose it is is not told here. */
const isSomeSubsidiary = (terms: readonly Term[], i: number): boolean =>
  i === 0 &&
  /^la filiale$/i.test(textOf(terms[i] as Term)) &&
  !/^(?:de|d'|du|des)$/.test(terms[i + 1]?.normal ?? '') &&
  !does(terms[i + 1], DOES.OpensContracted)

/** The firm named last that was told to be another's; null for none. */
const ownedLast = ({ named, focus, parents }: Discourse): string | null =>
  focus !== null && parents.has(focus) ? focus : (named.findLast((name) => parents.has(name)) ?? null)

/** "Ce fabricant de meubles": whoever was named last. */
const isDemonstrative = (term: Term): boolean =>
  term.who?.kind === 'description' && /^(?:ce|cet|cette|this) /i.test(textOf(term).slice(0, 6))

/** "Ce dernier", "celui-ci": whoever was named last; "celle-ci", "cette dernière": who was last said to be something feminine. */
function latter(term: Term, { named, described, takeover, focus }: Discourse, sentence: number): string | null {
  if (!/^ce(?:tte|lle)/i.test(textOf(term))) return named.at(-1) ?? null
  const recent = named.slice(-3)
  for (const noun of HERS) {
    const name = described.get(noun)
    if (name != null && recent.includes(name)) return name
  }
  // "X vend Y à Z. Celle-ci emploie …": who has just been bought
  if (takeover?.sentence === sentence - 1 && recent.includes(takeover.bought)) return takeover.bought
  return /^cette/i.test(textOf(term)) ? (named.at(-1) ?? null) : focus
}

const HERS = ['filiale', 'société', 'entreprise', 'compagnie', 'marque', 'enseigne', 'start-up', 'coentreprise', 'banque', 'chaîne', 'firme'] // biome-ignore format: a word list

/** "X rachète Y, devenant ainsi le premier brasseur danois": what is told of the subject, whoever is named in between. */
const isPredicate = (terms: readonly Term[], i: number): boolean =>
  terms[i]?.who?.kind === 'description' &&
  COPULAS.has((terms[i - 1]?.normal === 'ainsi' ? terms[i - 2] : terms[i - 1])?.normal ?? '')

const COPULAS = new Set('devenant devient deviendra deviendrait devenir devenu devenue devint'.split(' '))

/** "X, its rival, is growing; it paid 3 million": the name that the sentence opens with as its subject. */
function subjectOfFirst(terms: readonly Term[], i: number): string | null {
  if (terms[i]?.normal !== 'it' || !is(terms[i - 1], TAG.Semicolon)) return null
  const name = terms[0]?.who
  return name?.kind === 'name' && !terms.slice(1, i - 1).some((term) => is(term, TAG.Semicolon)) ? name.name : null
}

function subjectBefore(terms: readonly Term[], before: number): string | null {
  for (let j = 0; j < before; j++)
    if (terms[j]?.who?.kind === 'name' && isSubjectLike(terms, j)) return terms[j]?.who?.name ?? null
  return null
}

/** "owns 60 % of the new company", "détiendra 60 % de la nouvelle société": what is founded, none that was named. */
const isNewFirm = (terms: readonly Term[], i: number): boolean =>
  terms[i]?.who?.kind === 'description' &&
  /^(?:the new|la nouvelle) /i.test(textOf(terms[i] as Term)) &&
  /^(?:of|in|de|dans)$/.test(terms[i - 1]?.normal ?? '')

/** "X led the round, valuing the company at 3 million": not X, but whom the text was about before. */
function isActedOn(
  terms: readonly Term[],
  i: number,
  clause: Clause | undefined,
  thread: string | null,
  { focus }: Discourse,
): boolean {
  if (thread === null || thread === focus) return false
  // "X, with which it built": nor he whom a clause hangs on
  const hangsOn =
    clause?.kind === 'relative' && clause.antecedent >= 0 ? terms[clause.antecedent]?.who?.name : undefined
  if (hangsOn === focus && terms[i]?.who?.kind === 'pronoun') return true
  // "X owns 8 % of the airline", "of it": no firm holds a part of itself
  if (
    HELD.test(terms[i - 1]?.normal ?? '') &&
    isShare(terms[i - 2]) &&
    terms.slice(Math.max(0, i - 6), i - 2).some(isOwning)
  )
    return true
  if (terms[i]?.who?.kind !== 'description') return false
  // "X took a 4% stake in the group": nor who holds or bids for it
  if (HELD.test(terms[i - 1]?.normal ?? '') && OWNING.some((tag) => terms[i - 2]?.kind.tags.has(tag))) return true
  const { is, tags } = (terms[i - 1] as Term | undefined)?.kind ?? { is: 0, tags: NONE }
  return (is & TAG.Verb) !== 0 && (is & (TAG.Say | TAG.Noun)) === 0 && !tags.has('Be')
}

const NONE: ReadonlySet<string> = new Set()
const HELD = /^(?:in|of|for|dans|de|du|d'|sur)$/
const isShare = (term: Term | undefined): boolean => is(term, TAG.Percent) || term?.kind.tags.has('Fraction') === true
const isOwning = ({ kind: { tags } }: Term): boolean => tags.has('Own')
const OWNING = ['Stake', 'Takeover', 'Bid', 'Control']

const FOR = new Set(['pour', 'for', 'at'])
/** "« Nous vendrons 300 voitures », explique Anne Roy, directrice de X": whose the one who says so is. */
function ledBehind(terms: readonly Term[], from: number): string | null {
  for (let i = from + 1; i < terms.length; i++)
    if (terms[i]?.who?.kind === 'name' && isLed(terms, i)) return terms[i]?.who?.name ?? null
  return null
}

/** "Y, son rival, a levé 3 millions et espère doubler ses ventes": the clause has no other subject than `first`. */
const goesOnFrom = (terms: readonly Term[], clause: Clause | undefined, first: Clause): boolean =>
  clause?.kind === 'coordinate' &&
  clause.parent === first &&
  !clause.terms.some((i) => terms[i]?.who !== undefined && terms[i]?.who?.kind !== 'possessive')

/** "Rival X cut its fares. It expects …": who opens the next sentence of the paragraph as a pronoun is the rival. */
const goesOnAboutRival = (
  terms: readonly Term[],
  i: number,
  { passing, opening }: Discourse,
  sentence: number,
): boolean =>
  opensSentence(terms, i) &&
  (passing?.hers === true ? /^elle$/ : /^(?:it|elle|il)$/).test((terms[i] as Term).normal) &&
  passing?.sentence === sentence - 1 &&
  opening !== sentence

/** The first word, or behind the comma of a frame that names nobody: "Rachetée en 2016, elle emploie …". */
const opensSentence = (terms: readonly Term[], i: number): boolean =>
  i === 0 || (is(terms[i - 1], TAG.Comma) && terms.findIndex(({ who }) => who !== undefined) === i)

/** French nouns of what a firm has, and that is "elle" further on. */
const FEMININE = new Set(['filiale', 'marque', 'enseigne', 'coentreprise', 'branche', 'division'])

/** "bought X from its parent": X's, who was named right before. */
function boughtFrom(terms: readonly Term[], i: number): string | null {
  if (terms[i - 1]?.normal !== 'from' || terms[i - 2]?.who?.kind !== 'name') return null
  const owner = [i, i + 1, i + 2].some((j) => terms[j]?.kind.tags.has('Parent') || terms[j]?.kind.tags.has('OwnerNoun'))
  return owner ? (terms[i - 2]?.who?.name ?? null) : null
}

/** In "X, qui … ses ventes", the possessive is X's. */
function antecedentOf(terms: readonly Term[], clauses: Clauses, i: number): string | null {
  const clause = clauses.of[i]
  const bought = boughtFrom(terms, i)
  if (bought !== null) return bought
  // "X, which says it has 300 shops"
  const said = clause?.kind === 'complement' && terms[i]?.who?.kind === 'pronoun' ? clause.parent : null
  if (said?.kind === 'relative' && said.antecedent >= 0 && !isWhere(terms, said) && isSaid(terms, said.start))
    return terms[said.antecedent]?.who?.name ?? null
  // "since X dropped its bid": the clause has a subject of its own
  if (
    clause?.kind === 'coordinate' &&
    terms[i]?.who?.kind === 'possessive' &&
    does(terms[clause.start], DOES.Subordinate)
  ) {
    const own = terms[clause.start + 1]
    if (own?.who?.kind === 'name' && clause.start + 2 < i && (terms[clause.start + 2] as Term).kind.finite)
      return own.who.name
  }
  if (clause?.kind !== 'relative' || clause.antecedent < 0 || terms[i]?.who?.kind !== 'possessive') return null
  if (isWhere(terms, clause)) return null
  return terms[clause.antecedent]?.who?.name ?? null
}

const isSaid = (terms: readonly Term[], which: number): boolean =>
  /^(?:which|who|qui)$/.test(terms[which]?.normal ?? '') && [1, 2].some((n) => is(terms[which + n], TAG.Say))

/** "An electric motor and fan manufacturer": the article stands further off than the description reaches. */
function isSomeOther(terms: readonly Term[], i: number): boolean {
  for (let j = i - 1; j >= Math.max(0, i - MODIFIERS); j--) {
    const term = terms[j] as Term
    if ((term.kind.does & DOES.One) !== 0) return true
    const joins = (term.kind.does & DOES.Conjunction) !== 0
    if (term.mention !== undefined || (!joins && (term.kind.does & DOES.Preposition) !== 0)) return false
    if ((term.kind.does & (DOES.Article | DOES.Possessive)) !== 0 || (term.kind.is & (TAG.Verb | TAG.Punct)) !== 0)
      return false
  }
  return false
}

/** Words between an article and the noun that it belongs to. */
const MODIFIERS = 5
