import { apposedRelative, isParenthesis, opensAbsolute, opensFuture, relatesThat } from './clause-openings.js'
import { beforeBrackets, endOfInsertion, endOfSaying, opensInsertion, opensWithFrame } from './insertions.js'
import { ALSO, also, DOES, does, is, leadsTo, sells, TAG } from './kinds.js'
import { isWho, type Term } from './terms.js'

/** How a clause hangs on another one. */
export type ClauseKind = 'main' | 'coordinate' | 'relative' | 'complement' | 'aside' | 'insertion'

/** A stretch of a sentence with (mostly) one verb. Its terms need not be contiguous: a relative clause may stand inside. */
export interface Clause {
  index: number
  kind: ClauseKind
  /** The clause that it hangs on; null for the first. */
  parent: Clause | null
  /** Term index where it begins. */
  start: number
  /** For a relative clause, an aside or an insertion: the term index of what it is about, -1 where there is none. */
  antecedent: number
  /** Term indexes, ascending. */
  terms: number[]
  /** A finite verb is among them, or the "ne" of one. */
  hasVerb: boolean
}

/** A sentence cut into clauses; `of[i]` is the clause of term `i`. */
export interface Clauses {
  list: Clause[]
  of: Clause[]
}

/** A clause that goes on after what was opened inside it. */
interface Open {
  clause: Clause
  until: 'comma' | 'verb' | 'close' | 'dash' | 'quote'
  /** What stands inside was opened without a comma in another relative clause. */
  within: boolean
}

function add(terms: readonly Term[], i: number, clause: Clause): void {
  const { kind } = terms[i] as Term
  clause.terms.push(i)
  if (kind.finite || (kind.does & DOES.Ne) !== 0) clause.hasVerb = true
  // "qui fédère 300 magasins": behind the pronoun stands its verb, also one that the lexicon lacks
  else if (clause.kind === 'relative' && i === clause.start + 1 && terms[clause.start]?.normal === 'qui')
    clause.hasVerb = !CLITICS.has((terms[i] as Term).normal)
}

const CLITICS = new Set("se s' y en le la l' les lui leur me m' nous vous aussi déjà désormais".split(' '))

/** Whether "et"/"and" at `i` joins two verbs rather than two names: a finite verb follows, adverbs and pronouns aside. */
function joinsVerbs(terms: readonly Term[], i: number, { hasVerb }: Clause): boolean {
  if (infinitiveBehind(terms, i) > 0 && (is(terms[i - 1], TAG.Value) || terms[i - 1]?.mention?.type === 'date'))
    return true
  let inserted = 0
  for (let j = i + 1; j < Math.min(i + 5 + inserted, terms.length); j++) {
    const term = terms[j] as Term
    // "and its chief executive, Ana Lind, said": the name is inserted
    if (inserted === 0 && is(term, TAG.Comma) && is(terms[j - 1], TAG.PersonNoun) && is(terms[j + 2], TAG.Comma)) {
      inserted = 3
      j += 2
      continue
    }
    if (term.kind.finite || MODALS.has(term.normal)) return true
    // "and hopes to", "and plans to": nouns too, but not before an infinitive; nor behind a name
    const next = terms[j + 1]?.normal
    if (is(term, TAG.Finite) && (next === 'to' || (next === 'for' && terms[j - 1]?.who?.kind === 'name'))) return true
    if ((term.who !== undefined && term.who.kind !== 'possessive') || is(term, TAG.Product)) continue
    // "supplies X, and in August it won", "ont été commandés, et 200 chimistes seront embauchés"
    // "emploie 80 personnes et 120 embauches sont prévues"
    const counts = j === i + 1 && is(term, TAG.Value) && (hasVerb || is(terms[i - 1], TAG.Comma))
    if (term.mention?.type === 'date' || counts) continue
    if (term.mention !== undefined || is(term, TAG.Punct)) return false
  }
  return false
}

/** "doit créer 900 emplois et ouvrir en 2028", "prévoit d'investir 3 millions et d'embaucher": the infinitive that the "et" at `i` adds to one before it; 0 for none. */
export function infinitiveBehind(terms: readonly Term[], i: number): number {
  if (terms[i]?.normal !== 'et') return 0
  const at = /^(?:de|d'|à)$/.test(terms[i + 1]?.normal ?? '') ? i + 2 : i + 1
  return also(terms[at], ALSO.Infinitive) ? at : 0
}

/** English verbs that an infinitive follows without "to". */
export const MODALS = new Set('will would shall should may might must can could'.split(' '))

/**
 * Cuts the terms of a sentence into clauses: at semicolons, colons, dashes and brackets, at relative pronouns and
 * conjunctions, around what is inserted between commas. After a relative clause between commas the clause around it goes
 * on. One pass; no grammar is parsed, so a clause is a scope for cues and slots, not a linguist's clause.
 */
export function cutClauses(terms: readonly Term[]): Clauses {
  const list: Clause[] = []
  const of: Clause[] = []
  const open = (kind: ClauseKind, parent: Clause | null, start: number, antecedent = -1): Clause => {
    const clause: Clause = { index: list.length, kind, parent, start, antecedent, terms: [], hasVerb: false }
    list.push(clause)
    return clause
  }
  let current = open('main', null, 0)
  const stack: Open[] = []
  /** Cuts the terms from `from` to `end` as an insertion. */
  const insert = (from: number, end: number, about: number): void => {
    const clause = open('insertion', current, from, isWho(terms[about]) || is(terms[about], TAG.Product) ? about : -1)
    for (let j = from; j < end; j++) {
      of.push(clause)
      add(terms, j, clause)
    }
  }
  const lastName = (before: number): number => {
    for (let j = before - 1; j >= 0; j--) {
      const term = terms[j] as Term
      // "a ouvert, avec X, une usine qui": the relative clause is not of whom is beside
      const set = is(terms[j - 2], TAG.Comma) && is(terms[j + 1], TAG.Comma)
      if (set && j + 2 < before && /^(?:avec|with)$/.test(terms[j - 1]?.normal ?? '')) continue
      if (term.who !== undefined && term.who.kind !== 'possessive') return j
      if (is(term, TAG.Product)) return j
      if (term.kind.finite) break
    }
    return -1
  }
  const frame = opensWithFrame(terms) ? endOfInsertion(terms, 0) : -1
  if (frame > 0) insert(0, frame, frame + 1)
  for (let i = Math.max(0, frame); i < terms.length; i++) {
    const term = terms[i] as Term
    const previous = i > 0 ? terms[i - 1] : undefined
    const top = stack.at(-1)
    if (is(term, TAG.Rparen) && top?.until === 'close') {
      current = top.clause
      stack.pop()
      of.push(current)
      continue
    }
    if (is(term, TAG.Comma)) {
      const next = terms[i + 1]
      const relative = apposedRelative(terms, i)
      // "qui possède, avec la famille, 12 % du capital": the clause goes on behind the second comma
      // and so does "a remporté, avec X, un contrat"
      const verb = is(previous, TAG.Participle)
      const joint = next?.normal === 'avec' || (next?.normal === 'en' && terms[i + 3]?.normal === 'avec')
      const beside = joint && (verb || current.kind === 'relative') ? endOfInsertion(terms, i + 1) : -1
      const object = terms[beside + 1]
      const goesOn = beside > 0 && (is(object, TAG.Value) || (verb && does(object, DOES.Determiner)))
      const said = goesOn || top?.until === 'comma' ? -1 : endOfSaying(terms, i + 1)
      const closed = goesOn ? beside : said
      if (closed > 0) {
        of.push(current)
        add(terms, i, current)
        insert(i + 1, closed, goesOn ? i - 1 : -1)
        // "X will hire 300 people, it said, and open a shop": the second comma opens what it would open without the first
        if (said > 0 && does(terms[closed + 1], DOES.Coordinate | DOES.Relative)) {
          i = closed - 1
          continue
        }
        of.push(current)
        add(terms, closed, current)
        i = closed
        continue
      }
      if (
        (top?.until === 'comma' || top?.until === 'verb') &&
        !(
          next !== undefined &&
          (does(next, DOES.Relative | DOES.Listed) || next.mention !== undefined) &&
          !(current.hasVerb && (isLastDate(terms, i + 1) || startsClause(terms, i + 1) || goesBack(terms, i + 1))) &&
          !(current.hasVerb && (awaitsBuyer(terms, i + 1, top.clause) || awaitsPrice(terms, i + 1, top.clause))) &&
          !(current.kind === 'relative' && current.hasVerb && !top.clause.hasVerb && awaitsVerb(terms, i + 1))
        )
      ) {
        current = top.clause
        stack.pop()
        if (goesBack(terms, i + 1)) current = open('coordinate', current, i + 1)
        // "X, qui emploie 300 personnes dont 200 à Lyon, recrute": the comma closes both
        // and so does that before the verb of the clause around both: "X, qui emploie 300 personnes, dont 200 à Lyon, a perdu"
        const both = current.kind === 'relative' && current.hasVerb && next !== undefined && opensVerb(terms, i + 1)
        if ((top.within || both) && stack.at(-1)?.until === 'comma') current = (stack.pop() as Open).clause
      } else if (next !== undefined && !does(next, DOES.Relative)) {
        const coordinate =
          does(next, DOES.Coordinate) &&
          (!does(next, DOES.JoinsNames) ||
            joinsVerbs(terms, i + 1, current) ||
            opensAbsolute(terms, i + 1) ||
            (current.hasVerb && opensFuture(terms, i + 1)))
        if (coordinate) current = open('coordinate', current, i + 1)
        else if (isParenthesis(terms, i + 1)) {
          // "for 3 million, including debt, in 2014"
        } else if (
          is(next, TAG.Gerund) ||
          does(next, DOES.Gerundive) ||
          opensTime(terms, i + 1) ||
          (startsClause(terms, i + 1) && relative < 0 && !takesUp(terms, i + 1, current)) ||
          goesOnWithVerb(terms, i + 1, current) ||
          (opensSubordinate(terms, current) && startsMain(terms, i + 1))
        )
          current = open('coordinate', current, i + 1)
      }
      of.push(current)
      add(terms, i, current)
      let end = opensInsertion(terms, i, current.hasVerb) ? endOfInsertion(terms, i + 1) : -1
      if (end < 0 && current.hasVerb && opensInsertion(terms, i, false)) {
        const until = endOfInsertion(terms, i + 1)
        if (until > 0 && awaitsBuyer(terms, until + 1, current)) end = until
      }
      if (end > 0) {
        insert(i + 1, end, beforeBrackets(terms, i - 1))
        i = end - 1
        continue
      }
      if (relative > 0) {
        insert(i + 1, relative, i - 1)
        stack.push({ clause: current, until: 'comma', within: false })
        current = open('relative', list.at(-1) as Clause, relative, i - 1)
        of.push(current)
        add(terms, relative, current)
        i = relative
      }
      continue
    }
    if (is(term, TAG.Semicolon | TAG.Colon)) {
      of.push(current)
      add(terms, i, current)
      // "Objectif 2025 : 300 000 ventes": a label and what it labels are one clause
      if (is(term, TAG.Colon) && !current.hasVerb) continue
      if (stack.length > 0) stack.length = 0
      current = open('coordinate', current, i + 1)
      continue
    }
    if (is(term, TAG.Lparen)) {
      stack.push({ clause: current, until: 'close', within: false })
      current = open('aside', current, i, lastName(i))
      of.push(current)
      add(terms, i, current)
      continue
    }
    if (is(term, TAG.Dash) && previous !== undefined && term.start > previous.end) {
      // "X – which employs 300 people – is growing": the second dash closes what the first one opened, and all that hangs on it
      const opened = stack.findLastIndex(({ until }) => until === 'dash')
      if (opened >= 0) {
        current = (stack[opened] as Open).clause
        stack.length = opened
      } else {
        stack.push({ clause: current, until: 'dash', within: false })
        current = open('aside', current, i, lastName(i))
      }
      of.push(current)
      add(terms, i, current)
      continue
    }
    // "l'usine qui emploie 300 personnes | fermera": a second verb is that of the clause around
    // but "whose shares are held by Y", "in which Y has put 3 million" have one
    const goesOn = is(term, TAG.Participle) && also(previous, ALSO.Be | ALSO.Have)
    if (top?.until === 'verb' && current.kind === 'relative' && opensVerb(terms, i) && current.hasVerb && !goesOn) {
      current = top.clause
      stack.pop()
    }
    if (i > 0 && (does(term, DOES.Relative) || opensRelative(terms, i, current) || relatesThat(terms, i))) {
      const until = is(previous, TAG.Comma) || current.hasVerb ? 'comma' : 'verb'
      stack.push({ clause: current, until, within: term.normal === 'dont' && !is(previous, TAG.Comma) })
      current = open('relative', current, i, lastName(i))
    } else if (opensContact(terms, i, current)) {
      stack.push({ clause: current, until: 'comma', within: false })
      current = open('relative', current, i)
    } else if (does(term, DOES.Complement) && i > 0) {
      // "annonce que" opens what is announced; "plus … que", "ne … que" open nothing
      if (!restrictive(terms, i) && !comparative(terms, i))
        current = open('complement', does(previous, DOES.Conjunction) ? outOfComplement(current) : current, i)
    } else if (i > 0 && is(previous, TAG.Finite) && tells(previous, terms[i + 1]) && startsClause(terms, i))
      // "X said Y will invest"
      current = open('complement', current, i)
    else if (i > 0 && does(term, DOES.Subordinate) && !is(previous, TAG.Comma) && !isThen(terms, i))
      current = open('coordinate', current, i)
    else if (
      does(term, DOES.Conjunction) &&
      !is(previous, TAG.Comma) &&
      // "Renault et Nissan ont signé": before its verb a clause joins names
      (is(previous, TAG.Value) ||
        current.hasVerb ||
        (terms[i + 1]?.who?.kind === 'possessive' && hasVerbForm(terms, current))) &&
      joinsVerbs(terms, i, current)
    ) {
      current = open('coordinate', current, i)
    }
    of.push(current)
    add(terms, i, current)
  }
  return { list, of }
}

/** "X says Y will", "thinks Y will"; "expects it to" opens no clause. */
const tells = (verb: Term | undefined, next: Term | undefined): boolean =>
  is(verb, TAG.Say) || (also(verb, ALSO.Voice) && next?.normal !== 'to')

/** "qui portera alors l'effectif à 400" joins nothing, as "alors que" does. */
const isThen = (terms: readonly Term[], i: number): boolean =>
  terms[i]?.normal === 'alors' && !does(terms[i + 1], DOES.Complement)

/** "the 40% of X it does not own", "the plant that it bought": a pronoun and its verb right behind a noun or figure, in a clause that has its verb. */
function opensContact(terms: readonly Term[], from: number, clause: Clause): boolean {
  if (opensNamedContact(terms, from)) return hasVerbForm(terms, clause)
  const i = terms[from]?.normal === 'that' ? from + 1 : from
  if (!/^(?:it|they)$/.test(terms[i]?.normal ?? '')) return false
  const before = terms[from - 1]
  // "told the bank it would": a noun may be whom it was told
  const told = clause.terms.some((k) => is(terms[k], TAG.Say))
  if (!is(before, TAG.Value) && (told || !isNoun(before) || before?.mention?.type === 'date')) return false
  const verb = terms[i + 1]
  return hasVerbForm(terms, clause) && (is(verb, TAG.Finite) || also(verb, ALSO.Have) || does(verb, DOES.Cue))
}

/** "bought X, the tea maker Y acquired in 2019": behind a name and the noun that says what it is, who did something with it. */
function opensNamedContact(terms: readonly Term[], from: number): boolean {
  const tags = terms[from + 1]?.kind.tags
  const who = terms[from]?.who
  if (who?.kind !== 'name' || !(tags?.has('Takeover') || tags?.has('Own'))) return false
  // "the tea maker Y" is read as the name with its noun
  if (!is(terms[from + 1], TAG.Finite) || !(is(terms[from - 1], TAG.OrgNoun) || who.noun !== undefined)) return false
  for (let i = from - 1; i > Math.max(0, from - 7); i--)
    if (is(terms[i], TAG.Comma)) return terms[i - 1]?.who?.kind === 'name' && does(terms[i + 1], DOES.Article)
  return false
}

/** "its plant, which employs 300 people, in 2008.": a date that ends the sentence tells when what the sentence is about happens. */
function isLastDate(terms: readonly Term[], from: number): boolean {
  const at = does(terms[from], DOES.Preposition) ? from + 1 : from
  return terms[at]?.mention?.type === 'date' && (at + 1 >= terms.length || is(terms[at + 1], TAG.Stop))
}

/**
 * "X a vendu Y à Z, qui emploie 300 personnes, et fermera …", "X is widening the mine, in which Y holds 12 %, and hopes to":
 * behind the comma the conjunction and its verb go on with the clause around.
 */
function goesBack(terms: readonly Term[], et: number): boolean {
  const verb = terms[et + 1]
  if (terms[et]?.normal === 'and')
    return is(verb, TAG.Finite) && (!is(verb, TAG.Noun) || terms[et + 2]?.normal === 'to')
  if (terms[et]?.normal !== 'et' || is(verb, TAG.Noun)) return false
  return is(verb, TAG.Finite | TAG.Future | TAG.Conditional) || also(verb, ALSO.Have)
}

/** "is selling X, acquired in 2019, to Y", "cède X, qu'il avait fondé, à Y": the clause around tells a sale, and to whom stands behind the comma. */
function awaitsBuyer(terms: readonly Term[], to: number, { terms: inside }: Clause): boolean {
  if (!leadsTo(terms[to]) || is(terms[to + 1], TAG.Verb)) return false
  const sale = inside.find((i) => sells(terms[i]))
  return sale !== undefined && !inside.some((i) => i > sale && terms[i]?.normal === terms[to]?.normal)
}

/** "bought X, a studio that makes games, in 2021 for $3m": the clause around tells a takeover, and its price stands behind the comma. */
function awaitsPrice(terms: readonly Term[], from: number, { terms: inside }: Clause): boolean {
  const dated = does(terms[from], DOES.Preposition) ? from + 1 : from
  const at = terms[dated]?.mention?.type === 'date' ? dated + 1 : from
  if (!/^(?:for|pour|contre|moyennant)$/.test(terms[at]?.normal ?? '')) return false
  if (![1, 2, 3].some((n) => also(terms[at + n], ALSO.Money))) return false
  const deal = inside.some((i) => also(terms[i], ALSO.Takeover) || sells(terms[i]))
  return deal && !inside.some((i) => also(terms[i], ALSO.Money))
}

/**
 * "X, qui compte 300 clients, en perdra", "X, qui détient 10 %, et la famille Y réfléchissent", "X, which employs 300, last month said":
 * the clause around has no verb yet, and goes on.
 */
function awaitsVerb(terms: readonly Term[], i: number): boolean {
  const next = terms[i + 1]
  if (terms[i]?.mention?.type === 'date') return next !== undefined && opensVerb(terms, i + 1)
  if (terms[i]?.normal === 'et') return does(next, DOES.Article) || next?.who !== undefined
  return /^(?:en|y)$/.test(terms[i]?.normal ?? '') && is(next, TAG.Finite | TAG.Future | TAG.Conditional)
}

/** A finite verb or the "ne" before one, no auxiliary that an infinitive or participle goes on from. */
const opensVerb = (terms: readonly Term[], i: number): boolean =>
  ((terms[i] as Term).kind.finite || does(terms[i], DOES.Ne) || MODALS.has((terms[i] as Term).normal)) &&
  !does(terms[i - 1], DOES.Conjunction | DOES.Ne)

/** "L'usine que X devait bâtir": before any verb "que" opens no complement. "Alors que", "bien que" open the sentence. */
function opensRelative(terms: readonly Term[], i: number, clause: Clause): boolean {
  const { normal } = terms[i] as Term
  if ((normal !== 'que' && normal !== "qu'") || i < 2 || clause.kind !== 'main') return false
  const before = terms[i - 1] as Term
  const noun = is(before, TAG.Noun | TAG.Org | TAG.OrgNoun) || before.mention?.type === 'amount'
  // "L'entreprise, que Y avait revendue, …"
  const inserted = is(before, TAG.Comma) && isNoun(terms[i - 2])
  if (!noun && !inserted && before.kind.tags.size > 0) return false
  // "a cédé X, qu'il avait racheté,", but "a promis à X, qui s'inquiète, qu'il"
  if (inserted && terms[i - 2]?.who?.kind === 'name' && !clause.terms.some((k) => is(terms[k], TAG.Say))) return true
  return !does(before, DOES.Subordinate | DOES.Compares) && !hasVerbForm(terms, clause)
}

const isNoun = (term: Term | undefined): boolean =>
  is(term, TAG.Noun | TAG.Place | TAG.Product) || (term?.who !== undefined && term.who.kind !== 'possessive')

const hasVerbForm = (terms: readonly Term[], clause: Clause): boolean =>
  clause.terms.some((i) => is(terms[i], TAG.Verb | TAG.Finite))

/** "ne … que", "n'… plus qu'" restrict, they do not negate or subordinate. */
function restrictive(terms: readonly Term[], i: number): boolean {
  for (let j = i - 1; j >= Math.max(0, i - 9); j--) {
    // "ne vise plus, cette année, que 300 ventes"
    if (does(terms[j], DOES.Negates) && terms[j]?.normal !== 'plus') return false
    if (does(terms[j], DOES.Ne)) return true
  }
  return false
}

/** "plus cher que", "autant que", "tel que", "more than that" compare. */
function comparative(terms: readonly Term[], i: number): boolean {
  for (let j = i - 1; j >= Math.max(0, i - 4); j--) if (does(terms[j], DOES.Compares)) return true
  return false
}

/** "since 2011, when X took a stake": behind the comma a conjunction and its subject. */
const opensTime = (terms: readonly Term[], i: number): boolean =>
  does(terms[i], DOES.Subordinate) && (terms[i + 1]?.who?.kind === 'pronoun' || startsClause(terms, i + 1))

/** A new subject with its own finite verb follows the comma: "…, la marque prévoit". */
function startsClause(terms: readonly Term[], i: number): boolean {
  const first = terms[i]
  if (first?.who === undefined || first.who.kind === 'possessive') return false
  for (let j = i + 1; j < Math.min(i + 4, terms.length); j++) {
    const term = terms[j] as Term
    if (term.kind.finite) return true
    if (is(term, TAG.Punct) || term.mention !== undefined) return false
  }
  return false
}

/** "X exploite 300 magasins, a investi 2 millions en 2024 et ouvrira": another verb of the same subject, which tells what nobody says. */
function goesOnWithVerb(terms: readonly Term[], i: number, { hasVerb, kind }: Clause): boolean {
  if (!hasVerb || (kind !== 'main' && kind !== 'coordinate')) return false
  const verb = terms[i]
  const perfect = also(verb, ALSO.Have) && is(terms[i + 1], TAG.Participle)
  if (!perfect && !(is(verb, TAG.Finite | TAG.Future) && !is(verb, TAG.Noun | TAG.Participle))) return false
  return ![i, i + 1, i + 2].some((k) => is(terms[k], TAG.Say) || also(terms[k], ALSO.Voice))
}

/** "Ce projet, nous y avons renoncé": the pronouns behind the comma go on with what stands before it, without a verb. */
const takesUp = (terms: readonly Term[], i: number, { hasVerb }: Clause): boolean =>
  !hasVerb && terms[i]?.who?.kind === 'pronoun' && /^(?:y|en|l'|les?|la)$/.test(terms[i + 1]?.normal ?? '')

/** "After X was sold, …", "Two months after X was sold, …": the sentence opens with this clause, and goes on behind its comma. */
function opensSubordinate(terms: readonly Term[], { parent, start, hasVerb, terms: inside }: Clause): boolean {
  if (!hasVerb && !inside.some((i) => is(terms[i], TAG.Finite))) return false
  const opens = terms[start]
  if (parent === null) return does(opens, DOES.Subordinate) || OPENERS.has(opens?.normal ?? '')
  return does(opens, DOES.Subordinate) && parent.parent === null && !parent.terms.some((i) => is(terms[i], TAG.Verb))
}

/** Conjunctions that are prepositions, too, behind which a verb tells that a clause is meant. */
const OPENERS = new Set('as once now'.split(' '))

/** A new subject, its noun phrase as long as it may be, with what may be its finite verb: "the Dutch brewer X cut", "few expected". */
function startsMain(terms: readonly Term[], from: number): boolean {
  let who = INDEFINITE.has(terms[from]?.normal ?? '')
  for (let i = from; i < Math.min(from + 7, terms.length); i++) {
    const term = terms[i] as Term
    if (who && is(term, TAG.Finite)) return true
    if (is(term, TAG.Punct) || does(term, DOES.Preposition | DOES.Conjunction | DOES.Relative)) return false
    if (term.who?.kind === 'name') who = true
    else if (term.mention !== undefined && !is(term, TAG.Demonym)) return false
  }
  return false
}

const INDEFINITE = new Set(
  'few many most some nobody everyone everybody none peu beaucoup certains personne nul tous rares'.split(' '),
)

/** "said that …, and that …": what the clause hangs on that the clause around `clause` completes; else `clause`. */
function outOfComplement(clause: Clause): Clause {
  let outer: Clause | null = clause
  while (outer !== null && outer.kind !== 'complement') outer = outer.parent
  return outer?.parent ?? clause
}

/** The clauses that govern `clause`, from its parent outwards, as far as their cues reach into it. */
export function governors(clause: Clause): Clause[] {
  const out: Clause[] = []
  let inner = clause
  while (inner.kind === 'complement' && inner.parent !== null) {
    out.push(inner.parent)
    inner = inner.parent
  }
  return out
}
