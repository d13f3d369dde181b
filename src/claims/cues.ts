import { type Clause, MODALS } from './clauses.js'
import { ALSO, also, DOES, does, is, LITTLE_WORDS, TAG } from './kinds.js'
import { normalOf } from './match.js'
import { deniesAt, deniesTie, isAnothersNegation, isNotEasy, isNotYet, negatedUntil, verbBehind } from './negation.js'
import { isCause, isInfinitive, plans } from './plans.js'
import { type Term, textOf } from './terms.js'

// The words of a clause that say how surely it tells something: negations, hedges, plans, and what gives them up.

/** The words that deny, end, hedge or plan what is told, for `xev explain`; the first of each sort. */
export interface Cues {
  /** A negated verb, which denies its own clause but not what hangs on it ("il n'est pas absurde de penser que …"). */
  negated: string | undefined
  denied: string | undefined
  former: string | undefined
  possible: string | undefined
  planned: string | undefined
}

/** What each word of a clause says of how surely the term at `trigger` is told; the first of each sort counts. */
export function cuesOf(terms: readonly Term[], clause: Clause, trigger: number): Cues {
  const cues: Cues = {
    negated: undefined,
    denied: undefined,
    former: undefined,
    possible: undefined,
    planned: undefined,
  }
  const inside = clause.terms
  const done = doneFrom(terms, trigger)
  for (let k = 0; k < inside.length; k++) {
    const i = inside[k] as number
    const term = terms[i] as Term
    // the month of May is no hedge
    if (!term.kind.cue || term.mention?.type === 'date') continue
    if (term.normal === 'ne' || term.normal === "n'") k = noteNe(cues, terms, inside, k, trigger)
    else if (deniesAt(terms, i)) k = noteNot(cues, terms, inside, k, trigger)
    else if (term.normal === 'ni' && i > trigger) continue
    else if (noteUntold(cues, terms, i, trigger)) {
      noteEnded(cues, terms, i, trigger)
      if (i > done) noteIntent(cues, terms, inside, i, trigger)
    }
  }
  if (isHeadline(terms, inside)) cues.planned ??= '"to" + infinitive in a headline'
  return cues
}

/** Notes what "ne", the `k`th of the terms `inside`, negates. Returns the place in `inside` of the last term that it spends. */
function noteNe(cues: Cues, terms: readonly Term[], inside: readonly number[], k: number, trigger: number): number {
  const i = inside[k] as number
  const negation = negatedUntil(terms, inside, k)
  if (negation === null || isAnothersNegation(terms, i, trigger) || isNotYet(terms, i)) return k
  if (isNotEasy(terms, i, trigger)) return k
  if (negation === 'plus') {
    cues.former ??= '"ne … plus"'
    return k
  }
  const at = verbBehind(terms, inside, k)
  const verb = terms[inside[at] ?? -1]
  if (verb?.kind.tags.has('Hide')) return k
  if (verb?.kind.tags.has('Exclude') || verb?.kind.tags.has('Deny'))
    cues.possible ??= `"n'${verb.normal} pas" leaves it open`
  else if (i > trigger && isTie(terms[trigger]) && !deniesTie(verb)) return k
  else cues.negated ??= `negation "${(terms[i] as Term).normal} … pas"`
  // the negated verb's own cue ("n'envisage pas", "n'exclut pas") is spent
  return Math.max(at, k)
}

/** Notes what an English negation, the `k`th of the terms `inside`, denies. Returns the place in `inside` of the last term that it spends. */
function noteNot(cues: Cues, terms: readonly Term[], inside: readonly number[], k: number, trigger: number): number {
  const i = inside[k] as number
  const next = terms[i + 1]?.normal
  if (next === 'longer') cues.former ??= '"no longer"'
  if (next === 'longer' || next === 'only' || isInPassing(terms, i, trigger)) return k
  // "revenue of 3 million, not 4 million" denies the second figure alone
  if (i > trigger && is(terms[i - 1], TAG.Comma) && is(terms[i + 1], TAG.Value)) return k
  const { normal } = terms[i] as Term
  const verb = terms.slice(i + 1, i + 4).find((t) => t.kind.tags.has('Exclude') || t.kind.tags.has('Deny'))
  if (verb !== undefined) {
    cues.possible ??= `"${normal} ${verb.normal}" leaves it open`
    // its own cue is spent
    let at = k
    while (terms[inside[at] ?? -1] !== verb && at < inside.length - 1) at++
    return at
  }
  const behind = i > trigger && isTie(terms[trigger]) ? terms[i + 1] : undefined
  if (deniesTie(behind)) cues.negated ??= `negation "${normal}"`
  return k
}

/** "aims for sales of 3 million and has hired 300 people": where the conjunction stands from which on it is done; else -1. */
function doneFrom(terms: readonly Term[], trigger: number): number {
  const has = terms[trigger - 1]?.normal.endsWith('ly') === true ? trigger - 2 : trigger - 1
  if (!is(terms[trigger], TAG.Participle) || !/^(?:has|have)$/.test(terms[has]?.normal ?? '')) return -1
  return /^(?:and|but)$/.test(terms[has - 1]?.normal ?? '') ? has - 1 : -1
}

/** "had been due to open", "initialement promis pour 2026", "planned originally for May": what was to come did not. */
function lostPlan(terms: readonly Term[], i: number, trigger: number): string | undefined {
  const term = terms[i] as Term
  if (i < trigger && hadBeen(terms, i)) return `"had been ${term.normal}"`
  const before = terms[i - 1]?.normal === 'first' || isFormerly(terms[i - 1])
  const once = is(term, TAG.Participle) && (before || isFormerly(terms[i + 1]))
  return once ? `no longer "${textOf(term)}"` : undefined
}

/** "un projet longtemps contesté": a participle without an auxiliary says of the noun before it what was thought of it once. */
const isAttribute = (terms: readonly Term[], i: number): boolean =>
  is(terms[i], TAG.Participle) &&
  !is(terms[i], TAG.Finite) &&
  !terms.slice(Math.max(0, i - 3), i).some((term) => also(term, ALSO.Be) || also(term, ALSO.Have))

/** Notes what the term at `i` denies, gives up or leaves open; false where it can say nothing else. */
function noteUntold(cues: Cues, terms: readonly Term[], i: number, trigger: number): boolean {
  const term = terms[i] as Term
  const { tags } = term.kind
  const lost = tags.has('Plan') ? lostPlan(terms, i, trigger) : undefined
  if (lost !== undefined) {
    cues.former ??= lost
    return false
  }
  // "its unsuccessful bid"
  if (tags.has('Failed') && i < trigger && trigger - i <= 4) cues.denied ??= `"${textOf(term)}"`
  else if (tags.has('Fail') && i !== trigger && fails(terms, i, trigger)) cues.denied ??= `"${textOf(term)}"`
  // "s'était installé en 2011 avant d'en repartir"
  else if (tags.has('Leave') && i > trigger && also(term, ALSO.Infinitive) && isBefore(terms, i))
    cues.former ??= `"${textOf(term)}" after`
  // "en excluant les taxes": a condition of what is told
  else if (term.normal.endsWith('ant') && terms[i - 1]?.normal === 'en') return false
  else if (tags.has('Deny') && i !== trigger && !(i > trigger && isAttribute(terms, i)))
    cues.denied ??= `"${textOf(term)}"`
  else if (tags.has('Exclude') && i < trigger) cues.denied ??= `"${textOf(term)}"`
  else if (tags.has('Abandon') && i !== trigger && governs(terms, i, trigger)) cues.former ??= `"${textOf(term)}"`
  else if (tags.has('Former') && near(terms, i, trigger) && !MODALS.has(terms[i - 1]?.normal ?? ''))
    cues.former ??= `"${textOf(term)}"`
  else if (tags.has('Hedge') && !isSeen(terms, i) && !isOfWorth(terms, i, trigger))
    cues.possible ??= `hedge "${textOf(term)}"`
  else if (tags.has('Conditional') && !tags.has('Must')) {
    if (!tags.has('Future')) cues.possible ??= `${tags.has('Can') ? 'hedge' : 'conditional'} "${textOf(term)}"`
  } else if (tags.has('Talks') && isOver(terms, i)) return true
  else if (tags.has('Consider') && (i < trigger || tags.has('Participle')) && !isTraded(terms, i))
    cues.possible ??= `"${textOf(term)}"`
  // "merger talks", "en pourparlers pour racheter"; those that are exclusive are to end in a deal
  else if (tags.has('Talks') && i <= trigger + 1 && !/^exclusive/.test(terms[i + 1]?.normal ?? ''))
    cues.possible ??= `"${textOf(term)}"`
  return true
}

/** "following negotiations with unions", "après de longues négociations": the talks have led to what is told. */
function isOver(terms: readonly Term[], i: number): boolean {
  for (let j = i - 1; j >= Math.max(0, i - 4); j--)
    if (/^(?:following|after|après|depuis)$/.test(terms[j]?.normal ?? '')) return true
  return false
}

/** "s'y négocie 299 euros", "se négocie": is sold so. */
const isTraded = (terms: readonly Term[], i: number): boolean =>
  terms[i]?.kind.root === 'négocier' && [1, 2].some((n) => /^(?:se|s')$/.test(terms[i - n]?.normal ?? ''))

/** What came to nothing at `i` is what is told: "a tenté en vain d'acheter", but "après l'échec de X, Y achète". */
function fails(terms: readonly Term[], i: number, trigger: number): boolean {
  const term = terms[i] as Term
  // "bought X after a failed deal with Y", "trois semaines après l'échec d'une première offre": another one
  if (i > trigger) return !((term.normal === 'failed' || is(term, TAG.Noun)) && isOfAnother(terms, i))
  // "l'échec des discussions avec X": what came to nothing stands right behind
  if (is(term, TAG.Noun) && trigger - i <= 3 && does(terms[i + 1], DOES.Of)) return true
  return is(term, TAG.Verb) || term.kind.root === 'sans-succès'
}

/** Behind an article, or a preposition of time or reason. */
const isOfAnother = (terms: readonly Term[], i: number): boolean =>
  terms[i]?.normal === 'failed'
    ? does(terms[i - 1], DOES.Article)
    : [1, 2].some((n) =>
        /^(?:après|depuis|malgré|suite|after|despite|following|since)$/.test(terms[i - n]?.normal ?? ''),
      )

/** Notes what the term at `i` takes back, threatens or keeps open. */
function noteEnded(cues: Cues, terms: readonly Term[], i: number, trigger: number): void {
  const term = terms[i] as Term
  const { normal } = term
  const { tags, root } = term.kind
  if (
    (tags.has('Halt') || tags.has('EndTie') || root === 'drop' || tags.has('Lose') || tags.has('Leave')) &&
    i < trigger &&
    endsTie(terms, i) &&
    !terms.slice(i, trigger + 4).some(({ normal: kept }) => kept === 'unchanged' || kept === 'intact')
  )
    cues.former ??= `"${textOf(term)}" ends it`
  // "its contract ended in May"
  if (tags.has('Halt') && i > trigger && isTie(terms[trigger]) && isEnding(terms, i, trigger))
    cues.former ??= `it "${textOf(term)}"`
  // "was to have opened"
  if (/^(?:was|were)$/.test(normal) && terms[i + 1]?.normal === 'to' && terms[i + 2]?.normal === 'have')
    cues.former ??= `"${normal} to have"`
  if (normal === 'used' && i < trigger && isPastHabit(terms, i, trigger)) cues.former ??= '"used to"'
  if (tags.has('Threaten')) cues.possible ??= `"${textOf(term)}"`
  // "has an option on 20 more"
  if (normal === 'option' && i < trigger && /^(?:on|to|for)$/.test(terms[i + 1]?.normal ?? ''))
    cues.possible ??= '"option"'
  // "tried to merge with X, but the regulator said no"
  if (/^(?:tried|attempted|sought)$/.test(normal) && terms[i + 1]?.normal === 'to' && i < trigger && i + 5 > trigger)
    if (terms.slice(trigger).some(({ normal: joint }) => joint === 'but' || joint === 'only'))
      cues.denied ??= `"${normal} to … but"`
}

/** How far behind "used to" its verb and what it is used to be may stand: "used to be the French partner of". */
const HABIT_REACH = 6

/**
 * "X used to sell", "which used to be a partner of": what is so no longer, where the trigger stands behind it with no comma between. "Money
 * used to buy" and "is used to buy" tell what for.
 */
function isPastHabit(terms: readonly Term[], i: number, trigger: number): boolean {
  if (terms[i + 1]?.normal !== 'to' || i + HABIT_REACH < trigger) return false
  const doer = terms[i - 1]
  if (doer?.who === undefined && !doer?.kind.tags.has('OrgNoun') && !WHICH.test(doer?.normal ?? '')) return false
  for (let j = i + 2; j < trigger; j++) if (is(terms[j], TAG.Comma)) return false
  return true
}

const WHICH = /^(?:which|who|that)$/

/** Notes what the term at `i` plans, promises or sees ahead. */
function noteIntent(cues: Cues, terms: readonly Term[], inside: readonly number[], i: number, trigger: number): void {
  const term = terms[i] as Term
  const { normal } = term
  const { tags } = term.kind
  const next = terms[i + 1]?.normal ?? ''
  // "s'est engagé à livrer", "a décidé de livrer", "decided to deliver"
  if (tags.has('Commit') && i <= trigger && /^(?:à|de|d'|to)$/.test(next) && followedByInfinitive(terms, i))
    cues.planned ??= `"${textOf(term)}" + infinitive`
  // "sees 2024 revenue of 3 million"
  if (
    normal === 'sees' &&
    i < trigger &&
    i + 3 >= trigger &&
    is(terms[trigger], TAG.Noun) &&
    !does(terms[i + 1], DOES.Possessive)
  )
    cues.planned ??= '"sees"'
  // "turnover is seen flat at 3 million", "profits are seen rising 6 %"
  if (normal === 'seen' && also(terms[i - 1], ALSO.Be) && SEEN_AHEAD.test(next)) cues.planned ??= '"seen" ahead'
  // "is estimated to report a profit"
  if (normal === 'estimated' && next === 'to' && REPORTS.test(terms[i + 2]?.normal ?? ''))
    cues.planned ??= '"estimated to" report'
  // "propose de conserver 250 emplois": an offer
  if (tags.has('Propose') && i < trigger && /^(?:de|d')$/.test(next))
    cues.planned ??= `"${textOf(term)} de" + infinitive`
  // "has offered to buy"
  if (
    /^(?:offer|offers|offered|offering)$/.test(normal) &&
    i < trigger &&
    next === 'to' &&
    also(terms[i + 2], ALSO.Infinitive)
  )
    cues.planned ??= `"${normal} to" + infinitive`
  // "is close to signing"
  if (normal === 'close' && next === 'to' && terms[i + 2]?.normal.endsWith('ing')) cues.planned ??= '"close to"'
  // "is to buy", "are to be created"
  const to = /^(?:both|all|each|also|now)$/.test(next) ? i + 2 : i + 1
  if (tags.has('Be') && terms[to]?.normal === 'to' && mayBeInfinitive(terms[to + 1]))
    cues.planned ??= `"${normal} to" + infinitive`
  // "said it would deliver" is the future as seen from a past saying; any other "would" is a condition
  if (tags.has('Would')) {
    // "X, whose sales were up 3 %, said it would": what was told before the saying is no part of it
    const said = inside.find((j) => j < i && j > trigger && is(terms[j], TAG.Say) && is(terms[j], TAG.Verb))
    if (said !== undefined && is(terms[said - 1], TAG.Comma)) return
    if (inside.some((j) => j < i && (is(terms[j], TAG.Say) || also(terms[j], ALSO.Plan))))
      cues.planned ??= `"${normal}" after a saying`
    else cues.possible ??= `conditional "${normal}"`
  }
  if (tags.has('Must') || tags.has('Go') || tags.has('PlanInf')) {
    const before = terms[i - 1]?.normal ?? ''
    // "avait tenté de racheter": in vain
    if (normal === 'tenté' && /^(?:avait|avaient)$/.test(before) && i < trigger) cues.denied ??= `"${before} tenté"`
    // "a dû fermer": has done so
    else if (normal === 'dû' && also(terms[i - 1], ALSO.Have)) return
    else if (followedByInfinitive(terms, i)) cues.planned ??= `"${textOf(term)}" + infinitive`
    // "comptera 300 boutiques"
    else if (tags.has('Future') && tags.has('PlanInf')) cues.planned ??= `future "${textOf(term)}"`
  } else if (tags.has('Future') && !does(terms[i - 1], DOES.One)) cues.planned ??= `future "${textOf(term)}"`
  else if (tags.has('Plan') && (tags.has('Due') ? !isCause(terms, i) : plans(terms, i, trigger)))
    cues.planned ??= `"${textOf(term)}"`
  // "should employ 40 people"; what "should have" been was not
  else if (normal === 'should' && next !== 'have') cues.planned ??= '"should"'
  else if (/^(?:will|'ll|shall)$/.test(normal) && !tags.has('Capital') && !isAnothers(terms, i, trigger))
    cues.planned ??= `"${normal}"`
}

/** "X, never one to wait, is cutting jobs", "Not content with that, X bought Y": a negation between commas, or before the first one, denies what stands there. */
function isInPassing(terms: readonly Term[], i: number, trigger: number): boolean {
  if (i > trigger || (i > 0 && !is(terms[i - 1], TAG.Comma)) || does(terms[i + 1], DOES.Article)) return false
  for (let j = i + 1; j < trigger; j++) if (is(terms[j], TAG.Comma)) return terms[i]?.normal !== 'no'
  return false
}

/** What follows "is seen" where it is what somebody sees ahead. */
const SEEN_AHEAD =
  /^(?:at|flat|up|down|between|around|about|little|rising|falling|growing|climbing|reaching|hitting|dropping|declining|increasing|slipping|doubling)$/

/** "is estimated to report a profit": what is still to come out. */
const REPORTS = /^(?:report|post|record|book|log|show)$/

/** Behind "is to": an infinitive, also of a verb that the lexicon lacks, or "be". */
const mayBeInfinitive = (term: Term | undefined): boolean =>
  isInfinitive(term) ||
  term?.normal === 'be' ||
  (term !== undefined &&
    term.kind.tags.size === 0 &&
    term.who === undefined &&
    term.mention === undefined &&
    !does(term, LITTLE_WORDS) &&
    /^[a-z]+$/.test(term.normal))

/** "X to cut 300 jobs": no other verb stands before it, and X is no object ("formed a venture with X to cut costs"). */
function isHeadline(terms: readonly Term[], inside: readonly number[]): boolean {
  for (const i of inside) {
    const term = terms[i] as Term
    if (term.normal === 'to' && terms[i - 1]?.who?.kind === 'name')
      return isInfinitive(terms[i + 1]) && !does(terms[i - 2], DOES.Preposition)
    if (is(term, TAG.Finite) && !is(term, TAG.Noun)) return false
  }
  return false
}

/** "a potentially lucrative deal", "a deal potentially worth 3 million": the worth is open, and not what is signed. */
const isOfWorth = (terms: readonly Term[], i: number, trigger: number): boolean => {
  // "ordered three ships in a deal believed to be worth 3 million": the participle says of the noun before it what it is worth
  if (terms[i]?.kind.root === 'believed-to' && i > trigger) {
    const noun = is(terms[i - 1], TAG.Comma) ? terms[i - 2] : terms[i - 1]
    return !also(terms[i - 1], ALSO.Be) && (is(noun, TAG.Noun) || noun?.mention?.type === 'date')
  }
  if (terms[i]?.normal !== 'potentially' || i + 1 === trigger) return false
  return terms[i + 1]?.normal === 'worth' || does(terms[i + 1], DOES.Adjective)
}

/** "copies appeared": came up, where nothing is said that seems so. */
const isSeen = (terms: readonly Term[], i: number): boolean =>
  terms[i]?.kind.root === 'appear' && terms[i + 1]?.normal !== 'to' && terms[i - 1]?.normal !== 'it'

/** "avant de", "avant d'en", "before" right before the verb at `i`. */
const isBefore = (terms: readonly Term[], i: number): boolean =>
  terms.slice(Math.max(0, i - 3), i).some(({ normal }) => normal === 'avant' || normal === 'before')

const TIES = ['Bid', 'Takeover', 'Contract', 'Partnership', 'JointVenture', 'Plan', 'Talks', 'Merge']

/** "has closed a round to build what will be a plant": the verb of the trigger stands before it, and "will" far behind. */
function isAnothers(terms: readonly Term[], i: number, trigger: number): boolean {
  if (i < trigger) return false
  let verb = false
  for (let j = Math.max(0, trigger - 5); j < trigger; j++) if (also(terms[j], ALSO.Have)) verb = true
  return verb
}

/** "initially", "initialement". */
export const isFormerly = (term: Term | undefined): boolean => term?.kind.tags.has('Former') === true

const isTie = (term: Term | undefined): boolean => term !== undefined && TIES.some((tie) => term.kind.tags.has(tie))

/** The verb at `i` has no object, and what is told at `trigger` as its subject. */
function isEnding(terms: readonly Term[], i: number, trigger: number): boolean {
  const next = terms[i + 1]
  const ends =
    next === undefined ||
    is(next, TAG.Punct) ||
    next.mention?.type === 'date' ||
    /^(?:in|last|this|after|when|early|without)$/.test(next.normal)
  if (!ends || !is(terms[i], TAG.Finite) || i - trigger > 10) return false
  for (let j = trigger + 1; j < i; j++) if (is(terms[j], TAG.Comma) || (terms[j] as Term).kind.finite) return false
  return true
}

/** "ended its contract", "dropped its bid": the verb takes back what its object names. */
function endsTie(terms: readonly Term[], i: number): boolean {
  // "dropped its planned 3 million merger": the sum between them counts for nothing
  const sum = [2, 3].some((n) => is(terms[i + n], TAG.Value)) ? 1 : 0
  for (let j = i + 1; j <= i + 3 + sum; j++) {
    const tags = terms[j]?.kind.tags
    if (tags?.has('Noun') && TIES.some((tie) => tags.has(tie))) return true
  }
  return false
}

/** "had been planned", "had planned to open", "avait prévu d'ouvrir". */
function hadBeen(terms: readonly Term[], i: number): boolean {
  const before = terms[i - 1]?.normal
  if (/^avai(?:t|ent)$/.test(before ?? ''))
    return is(terms[i], TAG.Participle) && /^(?:de|d')$/.test(terms[i + 1]?.normal ?? '')
  if (before === 'had') return is(terms[i], TAG.Participle) && terms[i + 1]?.normal === 'to'
  return before === 'been' && terms[i - 2]?.normal === 'had'
}

/** A verb governs what follows it within a few words and no comma. */
function governs(terms: readonly Term[], i: number, trigger: number): boolean {
  // "the plan for a plant was scrapped", not "a contract to recycle scrap"
  if (i > trigger) return trigger - i >= -14 && !also(terms[i], ALSO.Infinitive)
  // "a renoncé à son usine, un investissement de 3 millions": what is given up is told again in apposition
  const again = /^(?:un|une|d')$/.test(terms[trigger - 1]?.normal ?? '') ? trigger - 2 : trigger
  const comma = terms[again]?.normal === "d'" ? again - 1 : again
  for (let j = i + 1; j < trigger; j++) if (is(terms[j], TAG.Comma) && j !== comma) return false
  return trigger - i <= (comma < trigger ? 18 : 12)
}

/** Between the same commas. */
function near(terms: readonly Term[], i: number, trigger: number): boolean {
  const [a, b] = i < trigger ? [i, trigger] : [trigger, i]
  let commas = 0
  for (let j = a + 1; j < b; j++) if (is(terms[j], TAG.Comma)) commas++
  return commas === 0
}

function followedByInfinitive(terms: readonly Term[], i: number): boolean {
  // "va, selon X, racheter Y": what is inserted stands between two commas
  if (is(terms[i + 1], TAG.Comma))
    for (let j = i + 3; j < i + INSERTED; j++) if (is(terms[j], TAG.Comma)) return also(terms[j + 1], ALSO.Infinitive)
  for (let j = i + 1; j < Math.min(i + 5, terms.length); j++) {
    const term = terms[j] as Term
    // "went under in May"
    if (j === i + 1 && /^(?:under|over|after)$/.test(term.normal)) return false
    // "va entrer au capital": a phrase by its first word
    if (also(term, ALSO.Infinitive) || /(?:er|ir|oir|re)$|^[a-zéè]+(?:er|ir) /.test(normalOf(term))) return true
    if (is(term, TAG.Punct) || term.mention !== undefined) return false
  }
  return false
}

/** Terms of what is inserted between a verb and its infinitive, the commas included. */
const INSERTED = 10
