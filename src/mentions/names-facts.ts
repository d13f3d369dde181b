import type { Form, Language, LanguageLexicon, Lexicon, Token, TokenKind, WordEntry } from '../types.js'
import { NAME_ADJECTIVES, PART, partsOf } from './names-firms.js'
import {
  type Branch,
  branchOf,
  type Entry,
  entryWith,
  type Gazetteer,
  openGazetteer,
  spotOf,
} from './names-gazetteer.js'
import { isCoined, opensName, SHAPE, type Shape, shapeOf } from './names-shapes.js'
import { bitsOf, NAME_WORDS, RELAYS, TIE_NOUNS, WORD } from './names-words.js'

// What reading names knows of a word form, drawn once per form: all that is asked of a token later is a field of it.

/** What a trigger word of the lexicon tells about a name beside it, as bits. */
export const TRIGGER = {
  known: 1 << 0,
  finite: 1 << 1,
  participle: 1 << 2,
  /** It is a noun among others. */
  noun: 1 << 3,
  /** It is neither noun nor adjective alone. */
  verbal: 1 << 4,
  /** "of X" or "with X" behind it names a firm. */
  tie: 1 << 5,
  /** It ties one firm to another. */
  relation: 1 << 6,
  measure: 1 << 7,
  /** A firm that the name before it is part of, or has: "filiale", "parent". */
  firm: 1 << 8,
  orgNoun: 1 << 9,
  mediaNoun: 1 << 10,
  personNoun: 1 << 11,
  buys: 1 << 12,
  /** Its object is a firm's name or its ware's. */
  trades: 1 << 13,
  shows: 1 << 14,
  says: 1 << 15,
  /** It says what another source said. */
  relays: 1 << 16,
  invests: 1 << 17,
  approves: 1 << 18,
  founds: 1 << 19,
  costs: 1 << 20,
  /** Only firms do it: they employ, hire, dismiss and raise money. */
  employs: 1 << 21,
} as const

const { tie, relation, firm } = TRIGGER

/** What the classes of the lexicon come to. */
const CLASSES = new Map<string, number>([
  ['Takeover', tie | relation | TRIGGER.buys],
  ['Buy', tie | relation | TRIGGER.buys],
  ['Own', tie | TRIGGER.buys],
  ['Stake', tie | relation],
  ['Subsidiary', tie | relation | firm],
  ['JointVenture', tie | relation | firm],
  ['Parent', tie | relation | firm],
  ['PartnerNoun', tie | relation],
  ['SupplierNoun', tie | relation],
  ['DistributorNoun', tie | relation],
  ['CustomerNoun', tie | relation],
  ['OwnerNoun', tie | relation],
  ['Merge', tie | relation],
  ['Other', relation],
  ['OrgNoun', tie | TRIGGER.orgNoun],
  ['PersonNoun', tie | TRIGGER.personNoun],
  ['MediaNoun', TRIGGER.mediaNoun],
  ['Sell', TRIGGER.trades],
  ['Produce', TRIGGER.trades],
  ['Import', TRIGGER.trades],
  ['Distribute', TRIGGER.trades],
  ['Launch', TRIGGER.shows],
  ['Unveil', TRIGGER.shows],
  ['Say', TRIGGER.says],
  ['Invest', TRIGGER.invests],
  ['Approve', TRIGGER.approves],
  ['Found', TRIGGER.founds],
  ['Price', TRIGGER.costs],
  ['Employ', TRIGGER.employs],
  ['Hire', TRIGGER.employs],
  ['CutJobs', TRIGGER.employs],
  ['RaiseMoney', TRIGGER.employs],
  ['Cost', TRIGGER.costs],
])
for (const name of 'Partnership Deal Contract BelongTo Ally Sign Divest Supply Entrust'.split(' '))
  CLASSES.set(name, tie)

function triggerBits({ lemma, features, classes }: WordEntry): number {
  let bits: number = TRIGGER.known
  for (const feature of features) {
    if (feature === 'noun') bits |= TRIGGER.noun
    else if (feature !== 'adjective') bits |= TRIGGER.verbal
    if (feature === 'participle') bits |= TRIGGER.participle
    else if (FINITE.has(feature)) bits |= TRIGGER.finite
  }
  for (const name of classes) bits |= CLASSES.get(name) ?? (name.startsWith('measure=') ? TRIGGER.measure : 0)
  if (TIE_NOUNS.has(lemma)) bits |= relation
  if (RELAYS.has(lemma)) bits |= TRIGGER.relays
  return bits
}

const FINITE = new Set<string>(['present', 'past', 'imperfect', 'future', 'conditional'])

/** What the first look at a token asks of its form, as bits; most tokens are done with it. */
export const TRAIT = {
  /** A word that begins no name, whatever stands around it. */
  calm: 1 << 0,
  /** A name may begin with it: a sentence without such a token is not looked at again. */
  starts: 1 << 1,
  /** Written as a name. */
  opens: 1 << 2,
  /** A word without a capital that names of the lexicon begin with, and that is none by itself. */
  leads: 1 << 12,
  /** Digits alone. */
  digits: 1 << 13,
  /** A quarter or a half: "T3", "H1". */
  quarter: 1 << 14,
  /** A punctuation mark or another sign. */
  sign: 1 << 3,
  /** One of the marks behind which a sentence may begin. */
  turns: 1 << 4,
  /** A name may go on with it or over it. */
  joins: 1 << 5,
  /** "du", "aux": it may swallow the article of a name. */
  contracts: 1 << 6,
  /** No sign of a name in its writing. */
  plain: 1 << 7,
  /** A word of three letters and more; short ones keep their lower case in titles. */
  counted: 1 << 8,
  /** Such a word in capitals throughout. */
  shouted: 1 << 9,
  /** A bare number or year of one token, where it stands: a name may take it over ("Julia 30"). */
  bare: 1 << 10,
  /** Part of a date or quantity, where it stands. */
  taken: 1 << 11,
} as const

/** The highest bits of the traits are a few bits of the word: {@link spotOf}. */
const SPOT = 27

/** The place of a word among 32, as one bit, by its traits. */
export const spotBit = (traits: number): number => 1 << (traits >>> SPOT)

export type NounKind = 'media' | 'org' | 'person' | 'product' | 'place' | 'site'

/** What is known of a form. */
export interface Facts {
  /** Where it was drawn from: facts of another lexicon do not count. */
  readonly of: Knowledge | null
  /** Bits of TRAIT. */
  readonly traits: number
  readonly shape: Shape
  readonly kind: TokenKind | 'none'
  /** The folded form, '' outside the sentence. */
  readonly lower: string
  /** Bits of WORD. */
  readonly is: number
  /** The same, and those of the singular of a word in -s: for nouns. */
  readonly noun: number
  /** Bits of PART. */
  readonly part: number
  /** Bits of TRIGGER; 0 for a word that the lexicon lacks. */
  readonly trigger: number
  /** The bits of the trigger phrases of two words that end with it ("maison mère"), by the other word. */
  readonly phrases: Map<string, number> | undefined
  /** What the word alone says of the name that it introduces or describes. */
  readonly says: NounKind | null
  /** The names of the lexicon that begin with it. */
  readonly branch: Branch | undefined
  readonly coined: boolean
  readonly firstName: boolean
  /** "Leeds-based": an adjective made of a name, with what the lexicon has of it; "US-German" is one without. */
  readonly adjective: { entry: Entry | undefined } | null
}

/** All that reading names of one language needs to know. */
export interface Knowledge {
  language: Language
  gazetteer: Gazetteer
  lexicon: LanguageLexicon
  firstNames: Lexicon['firstNames']
  /** Bits of WORD by word. */
  words: Map<string, number>
  /** Bits of trigger phrases of two words: by their second word, then by their first. */
  phrases: Map<string, Map<string, number>>
}

const opened = new WeakMap<Lexicon, Partial<Record<Language, Knowledge>>>()

/** The knowledge for texts of one language; made once per lexicon and language. */
export function knowledgeOf(lexicon: Lexicon, language: Language): Knowledge {
  let byLanguage = opened.get(lexicon)
  if (byLanguage === undefined) {
    byLanguage = {}
    opened.set(lexicon, byLanguage)
  }
  byLanguage[language] ??= openKnowledge(lexicon, language)
  return byLanguage[language]
}

function openKnowledge(lexicon: Lexicon, language: Language): Knowledge {
  const phrases = new Map<string, Map<string, number>>()
  for (const [phrase, entry] of lexicon[language].words) {
    const space = phrase.indexOf(' ')
    if (space < 0 || phrase.indexOf(' ', space + 1) > 0) continue
    const second = phrase.slice(space + 1)
    const known = phrases.get(second) ?? new Map<string, number>()
    known.set(phrase.slice(0, space), triggerBits(entry))
    phrases.set(second, known)
  }
  return {
    language,
    gazetteer: openGazetteer(lexicon, language),
    lexicon: lexicon[language],
    firstNames: lexicon.firstNames,
    words: bitsOf(WORD, ...NAME_WORDS[language]),
    phrases,
  }
}

/** What stands outside the sentence. */
export const NOTHING: Facts = {
  of: null,
  traits: TRAIT.calm | TRAIT.plain,
  shape: SHAPE.plain,
  kind: 'none',
  lower: '',
  is: 0,
  noun: 0,
  part: 0,
  trigger: 0,
  phrases: undefined,
  says: null,
  branch: undefined,
  coined: false,
  firstName: false,
  adjective: null,
}

/** The facts of a token's form. */
export function factsOf(knowledge: Knowledge, token: Token): Facts {
  const french = knowledge.language === 'fr'
  const known = factsRead(token, french)
  return known !== undefined && known.of === knowledge ? known : keepFacts(knowledge, token, french)
}

/** The facts of a token's form as they were last read for a language. */
export const factsRead = ({ form }: Token, french: boolean): Facts | undefined =>
  (french ? form.namesFr : form.namesEn) as Facts | undefined

function keepFacts(knowledge: Knowledge, { form, kind }: Token, french: boolean): Facts {
  const facts = draw(knowledge, form, kind)
  if (french) form.namesFr = facts
  else form.namesEn = facts
  return facts
}

function draw(knowledge: Knowledge, form: Form, kind: TokenKind): Facts {
  const { lower, text } = form
  const { words, gazetteer, firstNames, phrases, lexicon, language } = knowledge
  const shape = shapeOf(form, kind)
  const is = words.get(lower) ?? 0
  const listed = lower.endsWith('s') ? is | (words.get(lower.slice(0, -1)) ?? 0) : is
  const part = partsOf(lower)
  const entry = lexicon.words.get(lower)
  const trigger = entry === undefined ? 0 : triggerBits(entry)
  // "housebuilder": what the lexicon calls a firm, or its form does, introduces names as the nouns of the list do
  const noun = isMakerNoun(language, lower) || (trigger & TRIGGER.orgNoun) !== 0 ? listed | WORD.orgNouns : listed
  const branch = branchOf(gazetteer, lower)
  return {
    of: knowledge,
    traits: traitsOf(form, kind, shape, part, branch, language),
    shape,
    kind,
    lower,
    is,
    noun,
    part,
    trigger,
    phrases: phrases.get(lower),
    says: nounKindOf(is, noun, trigger),
    branch,
    coined: kind === 'word' && isCoined(text),
    firstName: firstNames.has(lower),
    adjective: shape === SHAPE.capital || shape === SHAPE.upper ? nameAdjective(gazetteer, lower, branch) : null,
  }
}

/** Whether a name may begin with a token of this form. */
function beginsName(kind: TokenKind, shape: Shape, branch: Branch | undefined, language: Language): boolean {
  if (kind === 'punct' || kind === 'symbol') return false
  if (shape !== SHAPE.plain) return true
  return kind === 'word' ? beginsPlain(branch, language) : branch !== undefined
}

/** Whether a word without a capital may begin a name of the lexicon. */
function beginsPlain(branch: Branch | undefined, language: Language): boolean {
  if (branch?.value === undefined || branch.next !== undefined) return branch !== undefined
  const { org, product, place, demonym } = branch.value
  const lower = org?.lower ?? product?.lower ?? place?.lower ?? demonym?.lower
  return lower === true || (language === 'fr' && demonym !== undefined)
}

const TURNS = new Set(['.', '?', '!', '…', ':', '•', '|', '«', '“', '"', '—', '–', '-'])
const QUARTER = /^[qths][1-4]$/
const CONTRACTIONS = new Set(['du', 'au', 'des', 'aux'])
/** Signs and ends of words that a name may hold. */
const JOINTS = new Set(['&', '+', "'s", '-', '.', '/'])
/** Small words inside a name. */
export const SMALL = PART.connectors | PART.particles

function traitsOf(
  { text, lower }: Form,
  kind: TokenKind,
  shape: Shape,
  part: number,
  branch: Branch | undefined,
  language: Language,
): number {
  const opens = opensName(shape)
  let traits = spotOf(lower) << SPOT
  if (beginsName(kind, shape, branch, language)) {
    traits |= TRAIT.starts
    if (kind === 'word' && shape === SHAPE.plain && branch?.value === undefined) traits |= TRAIT.leads
  } else if (kind === 'word') traits |= TRAIT.calm
  if (opens) traits |= TRAIT.opens
  if (shape === SHAPE.plain) traits |= TRAIT.plain
  if (kind === 'punct' || kind === 'symbol') traits |= TRAIT.sign
  if (kind === 'digits') traits |= TRAIT.digits
  if (kind === 'mixed' && lower.length === 2 && QUARTER.test(lower)) traits |= TRAIT.quarter
  if (TURNS.has(lower)) traits |= TRAIT.turns
  if (CONTRACTIONS.has(lower)) traits |= TRAIT.contracts
  const small = (part & (SMALL | PART.lowerLegalForms)) !== 0
  if (opens || kind === 'digits' || shape === SHAPE.digitsFirst || small || JOINTS.has(lower)) traits |= TRAIT.joins
  if (kind === 'word' && text.length >= 3) {
    traits |= TRAIT.counted
    if (shape === SHAPE.upper) traits |= TRAIT.shouted
  }
  return traits
}

/** Ends of words for makers and makers' shops that no list holds: "wheelmaker", "biscuiterie". */
const MAKER_NOUN = { en: /.{3}(?:makers?|builders?)$/, fr: /.{4}eries?$/ }

const isMakerNoun = (language: Language, lower: string): boolean => lower.length > 7 && MAKER_NOUN[language].test(lower)

/**
 * What a noun says of the name that it introduces or describes; null for other words.
 * @param is bits of WORD, `noun` the same with those of the singular, `trigger` bits of TRIGGER
 */
export function nounKindOf(is: number, noun: number, trigger: number): NounKind | null {
  if ((is & WORD.mediaNouns) !== 0 || (trigger & TRIGGER.mediaNoun) !== 0) return 'media'
  if ((noun & WORD.orgNouns) !== 0 || (trigger & TRIGGER.orgNoun) !== 0) return 'org'
  if ((noun & WORD.personNouns) !== 0 || (trigger & TRIGGER.personNoun) !== 0) return 'person'
  if ((noun & WORD.productNouns) !== 0) return 'product'
  if ((is & WORD.placeNouns) !== 0) return 'place'
  return (noun & WORD.siteNouns) !== 0 ? 'site' : null
}

/** "Leeds-based", "Tata-owned": taken whole; of a name that the lexicon lacks it is set aside, as is "US-German". */
function nameAdjective(gazetteer: Gazetteer, word: string, branch: Branch | undefined): Facts['adjective'] {
  const hyphen = word.lastIndexOf('-')
  if (hyphen < 1) return null
  const second = word.slice(hyphen + 1)
  if (!NAME_ADJECTIVES.has(second)) {
    const joint = branchOf(gazetteer, second)?.value?.demonym !== undefined && branch?.value === undefined
    return joint ? { entry: undefined } : null
  }
  const first = branchOf(gazetteer, word.slice(0, hyphen))?.value
  const place = first?.place ?? first?.demonym
  if (place !== undefined) return { entry: entryWith({ demonym: place }) }
  return { entry: first?.org === undefined ? undefined : entryWith({ org: first.org }) }
}
