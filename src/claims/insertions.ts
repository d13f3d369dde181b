import { ALSO, also, DOES, does, is, TAG } from './kinds.js'
import { type Term, textOf } from './terms.js'

// Verbless stretches between commas that say more of what stands before them, or of the subject behind them.

/**
 * The comma at `i` opens an insertion, "X, filiale de Y, va recruter", "its Leeds plant, opened in 1978, will close": what
 * follows directly says more about the name or noun before it. What is listed or told of the verb ("X, en mai, a …") does not.
 * @param told the clause has its verb before the comma.
 */
export function opensInsertion(terms: readonly Term[], i: number, told: boolean): boolean {
  const at = ADVERBS.has(terms[i + 1]?.normal ?? '') ? i + 2 : i + 1
  const first = terms[at]
  if (first === undefined || does(first, DOES.Relative | DOES.Conjunction)) return false
  // "ouverte en 1978": no "attendue en mai", which is what the sentence tells
  // nor "a racheté X, vendu ses mines", but "ouverte le 4 mai"
  if (isMereParticiple(terms, at))
    return (
      !also(first, ALSO.Plan) &&
      (!does(terms[at + 1], DOES.Determiner | DOES.Possessive) ||
        /^aux?$/.test(terms[at + 1]?.normal ?? '') ||
        terms[at + 2]?.mention?.type === 'date')
    )
  // "X, founded in 2009, sells": no "X, hit 3 million", nor "X cut its price, founded on"
  if (is(first, TAG.Participle) || isSpunOff(first)) return !also(first, ALSO.Plan) && isBare(terms, at) && !told
  const before = terms[beforeBrackets(terms, i - 1)]
  // "L'effectif, de 900 personnes au 31 décembre, doit diminuer"
  const sized = /^(?:de|d')$/.test(first.normal) && is(terms[at + 1], TAG.Value)
  if (!told && sized && (is(before, TAG.Noun) || before?.who !== undefined)) return true
  // "le site, 300 salariés, produira": a count of people by itself
  if (
    !told &&
    first.mention?.type === 'amount' &&
    first.mention.value.unit === 'people' &&
    is(terms[at + 1], TAG.Comma)
  )
    return before?.mention === undefined || is(before, TAG.Org)
  const named =
    is(before, TAG.Product) ||
    before?.kind.tags.has('Parent') === true ||
    before?.who?.kind === 'name' ||
    before?.who?.kind === 'description'
  if (!named || isGoverned(terms, i)) return false
  // "X, en faillite depuis mai", not "X, en 2024,"
  const state = first.normal === 'en' && terms[at + 1]?.mention === undefined
  return state || FRAMES.has(first.normal) || opensNoun(terms, at)
}

/** "spun off from Y in May": a phrase, of which the lexicon has no more than the forms. */
const isSpunOff = ({ kind, normal }: Term): boolean => kind.tags.has('SpinOff') && /^(?:spun|\w+ed)\b/.test(normal)

/** "X (3 millions), une laiterie danoise,": the term before the brackets that end at `i`, else `i` itself. */
export function beforeBrackets(terms: readonly Term[], i: number): number {
  if (!is(terms[i], TAG.Rparen)) return i
  for (let j = i - 1; j > Math.max(0, i - 8); j--) if (is(terms[j], TAG.Lparen)) return j - 1
  return i
}

/** "Selon X, le fonds …": all before the comma at `i` hangs on the preposition that opens the sentence. */
function isGoverned(terms: readonly Term[], i: number): boolean {
  if (!does(terms[0], DOES.Preposition) && !is(terms[0], TAG.According)) return false
  // "Chez X, filiale de Y, on recrute"
  if (does(terms[0], DOES.Chez) && terms[i + 1]?.kind.tags.has('Subsidiary') === true) return false
  for (let j = 1; j < i; j++) if (is(terms[j], TAG.Comma | TAG.Verb | TAG.Finite)) return false
  return true
}

/** A noun with what stands before it: "a 30% shareholder", "Y's biggest supplier", "filiale". */
function opensNoun(terms: readonly Term[], from: number): boolean {
  let i = from
  if (terms[i]?.who?.kind === 'name' && does(terms[i + 1], DOES.Possessor)) i += 2
  else if (does(terms[i], DOES.Article | DOES.Possessive)) i++
  while (is(terms[i], TAG.Percent | TAG.Demonym | TAG.Ordinal) || (i > from && does(terms[i], DOES.Adjective))) i++
  // "a clothing chain", "a wind turbine maker"
  for (let n = 0; n < 2 && i > from && isPlain(terms[i]); n++) i++
  const noun = terms[i]
  if (noun === undefined || noun.who?.kind === 'name') return false
  // "X buys Y, a transaction worth 3 million": what is told, and not Y
  if (noun.kind.tags.has('Transaction')) return false
  // what may be a verb is a noun behind an article or possessor
  return (is(noun, TAG.Noun | TAG.OrgNoun) && (i > from || !is(noun, TAG.Finite))) || also(noun, ALSO.Description)
}

/** A word of which the lexicon knows nothing. */
const isPlain = (term: Term | undefined): boolean =>
  term !== undefined && term.kind.tags.size === 0 && term.mention === undefined && /^\p{Ll}{3,}$/u.test(term.normal)

const FRAMES = new Set(
  'avec with fort forte available present active présent présente actif based headquartered located'.split(' '),
)
const ADVERBS = new Set(
  "déjà already now once désormais aujourd'hui toujours still also currently actuellement".split(' '),
)

/** "D'un coût de 18 millions, l'usine ouvrira", "Fondée en 2009, X emploie": the first comma closes a frame. */
export const opensWithFrame = (terms: readonly Term[]): boolean =>
  /^(?:d'|avec|fort|forte|présent|présente)$/.test(terms[0]?.normal ?? '') ||
  isMereParticiple(terms, 0) ||
  (is(terms[0], TAG.Participle) && isBare(terms, 0))

/** What may be a finite verb has no object: "owned by Y", "founded in 2009". */
const isBare = (terms: readonly Term[], i: number): boolean =>
  does(terms[i + 1], DOES.Preposition) ||
  /^aux?$/.test(terms[i + 1]?.normal ?? '') ||
  terms[i + 1]?.mention?.type === 'date'

function isMereParticiple(terms: readonly Term[], i: number): boolean {
  const term = terms[i]
  if (term === undefined) return false
  if (is(term, TAG.Participle)) return !is(term, TAG.Finite | TAG.Noun)
  // "opérationnelle depuis mai", not "opérationnelle en 2027"
  const next = terms[i + 1]?.mention
  if (term.kind.tags.has('Operational')) return next?.type === 'date' && next.edtf?.endsWith('/..') === true
  // what the lexicon does not know: "placée", "implantés"
  return term.kind.tags.size === 0 && term.mention === undefined && /ée?s?$/.test(textOf(term))
}

/**
 * "X will, it said on Monday, buy Y", "the plant, analysts say, is worth 3 million": the comma that closes an inserted
 * saying which begins at `from`, so that the clause goes on behind it; -1 for anything else.
 */
export function endOfSaying(terms: readonly Term[], from: number): number {
  let verb = from
  while (verb < from + SAYERS && !is(terms[verb], TAG.Say)) {
    const term = terms[verb]
    if (term === undefined || is(term, TAG.Punct | TAG.Value) || term.kind.finite || term.who?.kind === 'possessive')
      return -1
    if (does(term, DOES.Relative | DOES.Complement | DOES.Conjunction | DOES.Preposition)) return -1
    verb++
  }
  if (verb === from || !is(terms[verb], TAG.Say) || !is(terms[verb], TAG.Finite)) return -1
  for (let i = verb + 1; i < verb + SAID_WHEN; i++) {
    const term = terms[i]
    if (is(term, TAG.Comma)) return i
    if (term === undefined || is(term, TAG.Punct | TAG.Value) || term.kind.finite) return -1
    if (term.who !== undefined && i > verb + 1) return -1
    if (does(term, DOES.Relative | DOES.Complement)) return -1
  }
  return -1
}

/** Terms before an inserted verb of saying: "the Danish firm's chief executive". */
const SAYERS = 5
/** Terms behind it: "in a statement on Monday". */
const SAID_WHEN = 7

/** The comma or full stop that closes what begins at `from`, or the end of the sentence; -1 where a finite verb or another sign stands before it. */
export function endOfInsertion(terms: readonly Term[], from: number): number {
  let i = from
  for (; i < terms.length; i++) {
    const term = terms[i] as Term
    if (is(term, TAG.Comma | TAG.Stop)) break
    if (is(term, TAG.Semicolon | TAG.Colon | TAG.Dash)) return -1
    if (does(term, DOES.Relative | DOES.Complement | DOES.Ne)) return -1
    // "ouverte il y a un an à peine": behind a preposition stands no verb
    const verb =
      is(term, TAG.Finite | TAG.Future | TAG.Conditional) && !is(term, TAG.Noun) && terms[i - 1]?.normal !== 'à'
    // "X, a group founded in 2009, sells", but "behind X, its share slipped to 3 %"
    const qualifies =
      (is(term, TAG.Participle) || terms[i + 1]?.normal === 'by') &&
      (i - from < 2 || !(does(terms[from], DOES.Possessive | DOES.Le) || terms[from]?.normal === 'the'))
    if (verb && !qualifies && !(i === from && (term.kind.tags.has('SetUp') || isSpunOff(term)))) return -1
  }
  // one figure is enough, "le site, 300 salariés, produira", and so is "X, le brasseur danois, produira"
  const whole = terms[from]?.mention?.type === 'amount' || terms[from]?.who?.kind === 'description'
  const long = i - from > 1 || (i > from && whole)
  return long && (from > 0 || i < terms.length) ? i : -1
}
