import type { WordEntry } from '../types.js'
import type { Kind } from './predicates.js'

// What the stages of reading ask of every term, as bits: a question is one AND.

/** The tags that are asked for in every sentence; the others are looked up in `tags`. */
export const TAG = {
  Punct: 1 << 0,
  Comma: 1 << 1,
  Semicolon: 1 << 2,
  Colon: 1 << 3,
  Lparen: 1 << 4,
  Rparen: 1 << 5,
  Dash: 1 << 6,
  Stop: 1 << 7,
  Value: 1 << 8,
  Place: 1 << 9,
  Demonym: 1 << 10,
  Ordinal: 1 << 11,
  Org: 1 << 12,
  Product: 1 << 13,
  Name: 1 << 14,
  OrgNoun: 1 << 15,
  Verb: 1 << 16,
  Noun: 1 << 17,
  Finite: 1 << 18,
  Future: 1 << 19,
  Conditional: 1 << 20,
  Participle: 1 << 21,
  Gerund: 1 << 22,
  Say: 1 << 23,
  Media: 1 << 24,
  MediaNoun: 1 << 25,
  According: 1 << 26,
  Indefinite: 1 << 27,
  Measure: 1 << 28,
  Percent: 1 << 29,
  PersonNoun: 1 << 30,
} as const
const TAG_BITS = new Map<string, number>(Object.entries(TAG))

/** More of them, in a second number. */
export const ALSO = {
  Infinitive: 1 << 0,
  Possessive: 1 << 1,
  Over: 1 << 2,
  MarketNoun: 1 << 3,
  Have: 1 << 4,
  Goods: 1 << 5,
  Description: 1 << 6,
  Output: 1 << 7,
  Wares: 1 << 8,
  Versus: 1 << 9,
  There: 1 << 10,
  Takeover: 1 << 11,
  Struggle: 1 << 12,
  Reach: 1 << 13,
  Pronoun: 1 << 14,
  NotMeasured: 1 << 15,
  Near: 1 << 16,
  Money: 1 << 17,
  Including: 1 << 18,
  Be: 1 << 19,
  Consider: 1 << 20,
  Plan: 1 << 21,
  Who: 1 << 22,
  Own: 1 << 23,
  Voice: 1 << 24,
} as const
const ALSO_BITS = new Map<string, number>(Object.entries(ALSO))

/** Tags that say how surely something is told; so do the words of `DOES.Cue`. */
const CUES = new Set([
  'Deny', 'Exclude', 'Abandon', 'Former', 'Hedge', 'Conditional', 'Consider', 'Be', 'Would', 'Must', 'Go', 'PlanInf', 'Future', 'Plan', 'Halt', 'EndTie', 'Leave', 'Fall', 'Fail', 'Failed', 'Threaten', 'Commit', 'Propose',
]) // biome-ignore format: a word list

const words = (list: string): string[] => list.split(' ')

const POSSESSIVES = words('son sa ses leur leurs notre nos its their our')

/** Little words by what they do; one word may do several things. */
const LISTS = {
  /** Opens a noun phrase that may describe an organisation. */
  Determiner: words(
    `le la l' les des ces ce cet cette son sa leur notre un une du au the these those this that its their our a an his`,
  ),
  /** What it opens stands for no one organisation: "un constructeur", "les constructeurs". */
  Vague: words('un une a an autre another certains plusieurs des several some les ces these those'),
  /** After these a form that could be a verb is a noun: "une livre", "ce compte". */
  BeforeNoun: words('un une du des au aux ce cet cette son sa ses aucun aucune chaque a an the its their'),
  /** "il faut", "il y a", "it is expected that": the pronoun before it stands for nobody. */
  Impersonal: words('faut faudra faudrait y semble semblerait paraît reste pleut convient'),
  /** The articles of what is not known yet. */
  One: words('un une a an'),
  Contracted: words('du au'),
  Of: words(`de d' du des`),
  /** "La part de X": X is what the phrase is about; "face à X", "avec X" is not. */
  Genitive: words(`de d' du des of`),
  Le: words(`le la l'`),
  Article: words(`le la l' les the un une a an`),
  Relative: words('qui dont où lequel laquelle lesquels lesquelles which who whom whose where auquel duquel'),
  Complement: words(`que qu' that`),
  Coordinate: words(
    `mais et puis or tandis alors contre car puisque puisqu' soit but yet and while whilst whereas though although as with against compared après before after because ce même sans avec`,
  ),
  /** After a comma these go on with a list rather than end a relative clause: "qui vend en France, en Italie et en Espagne". */
  Listed: words(`en au aux à de d' du des et in and to`),
  /** Conjunctions that open a clause without a comma before them. */
  Subordinate: words(
    `mais tandis alors lorsque lorsqu' quand puisque car but while whilst whereas although though because after before si if when since until unless`,
  ),
  JoinsNames: words('et and avec with yet'),
  Conjunction: words('et and ou or'),
  Negates: words('pas jamais plus'),
  Ne: words(`ne n'`),
  /** "plus cher que", "autant que", "tel que", "more than that" compare. */
  Compares: words('plus moins aussi autant même tel telle tels telles ainsi si more less than'),
  Preposition: words(
    `de d' du des à au aux avec par chez pour contre sur dans en entre vers sous comme selon face derrière devant parmi malgré outre behind among despite of by with from to for at in on against than into like and et ou or versus between under across through via within alongside amid outside inside near toward towards throughout upon beyond`,
  ),
  /** "by Germany's BMW": its name stands before. */
  Possessor: words(`'s '`),
  ListJoint: words(', et and &'),
  Chez: ['chez'],
  OpensClause: words(`qui que qu' dont où which who whose where that when`),
  We: words('nous we our notre nos'),
  Possessive: POSSESSIVES,
  /** Negations, hedges and auxiliaries that may settle how surely something is told. */
  Cue: words(
    `ne n' ni not never no neither nor don't doesn't didn't won't isn't aren't wasn't hasn't haven't wouldn't cannot can't will 'll shall should close sees seen used estimated tried attempted sought option offer offers offered offering`,
  ),
} satisfies Record<string, string[]>

type List = keyof typeof LISTS
const NAMES = Object.keys(LISTS) as List[]

/** The bits of {@link TermKind.does}: the lists above, and what the shape of a word says. */
export const DOES = {
  ...(Object.fromEntries(NAMES.map((name, i) => [name, 1 << i])) as Record<List, number>),
  /** It has the ending of an adjective that stands in a description of a company, or is a common one. */
  Adjective: 1 << NAMES.length,
  /** "représentant", "selling". */
  Gerundive: 1 << (NAMES.length + 1),
  /** A description that opens with its preposition: "du constructeur". */
  OpensContracted: 1 << (NAMES.length + 2),
}

/** All bits of the lists of little words. */
export const LITTLE_WORDS = (1 << NAMES.length) - 1

const LITTLE = new Map<string, number>()
for (const name of NAMES) for (const word of LISTS[name]) LITTLE.set(word, (LITTLE.get(word) ?? 0) | DOES[name])

const COMMON_ADJECTIVES = new Set(
  words(
    'jeune petit petite grand grande premier première discret discrète nouveau nouvelle automobile chinois new old big biggest largest top rival luxury electric carmaking struggling giant former own same young alimentaire bancaire ferroviaire nucléaire solaire portuaire aéroportuaire',
  ),
)
const ADJECTIVE_ENDING =
  /(?:ique|iques|iste|el|elle|al|ale|ois|oise|ais|aise|ain|aine|[iï]en|[iï]enne|eur|euse|if|ive|icole|ier|ière)$/u

/** What a word does, told by itself alone. `normal` is in lower case. */
export function doesOf(normal: string): number {
  return (
    (LITTLE.get(normal) ?? 0) |
    (COMMON_ADJECTIVES.has(normal) || ADJECTIVE_ENDING.test(normal) ? DOES.Adjective : 0) |
    (/^\p{L}{2,}(?:ant|ing)$/u.test(normal) ? DOES.Gerundive : 0)
  )
}

/** All that terms of one sort share. */
export interface TermKind extends Kind {
  /** Bits of {@link TAG}. */
  readonly is: number
  /** Bits of {@link DOES}. */
  readonly does: number
  /** Bits of {@link ALSO}. */
  readonly also: number
  /** It may say how surely something is told. */
  readonly cue: boolean
  /** A finite verb, and no form that may be a noun or a mere participle. */
  readonly finite: boolean
}

const table = new Map<string, TermKind>()

/**
 * The one kind of terms with these tags (their order is that in which they wake rules), lemma and features. Few: a word that
 * neither the lexicon nor a pattern knows gives none of its own.
 * @param normal the word itself where patterns may ask for it, else empty.
 * @param does what the word does, see {@link doesOf}.
 */
export function kindOf(
  tags: readonly string[],
  normal: string,
  asWritten: boolean,
  does: number,
  entry?: WordEntry,
  root?: string,
): TermKind {
  const features = entry?.features ?? []
  const mereParticiple = features.includes('participle') && !features.includes('past')
  const written = normal !== '' && asWritten
  const key = [normal, written, does, mereParticiple, root ?? '', ...tags].join('\n')
  const known = table.get(key)
  if (known !== undefined) return known
  let is = 0
  let also = 0
  let cue = (does & DOES.Cue) !== 0
  for (const tag of tags) {
    is |= TAG_BITS.get(tag) ?? 0
    also |= ALSO_BITS.get(tag) ?? 0
    if (CUES.has(tag)) cue = true
  }
  const verb = (is & (TAG.Finite | TAG.Future | TAG.Conditional)) !== 0
  const kind: TermKind = {
    id: table.size,
    normal,
    asWritten: written,
    root,
    tags: new Set(tags),
    is,
    also,
    // the English "car" is no French "car"
    does: tags.includes('Wares') ? does & ~(DOES.Coordinate | DOES.Subordinate) : does,
    cue,
    finite: verb && (is & TAG.Noun) === 0 && !mereParticiple,
  }
  table.set(key, kind)
  return kind
}

/** Whether a term has any of these bits of {@link TAG}. */
export const is = (term: { kind: TermKind } | undefined, tags: number): boolean =>
  term !== undefined && (term.kind.is & tags) !== 0

/** Whether a term has any of these bits of {@link ALSO}. */
export const also = (term: { kind: TermKind } | undefined, tags: number): boolean =>
  term !== undefined && (term.kind.also & tags) !== 0

/** Whether a term has any of these bits of {@link DOES}. */
export const does = (term: { kind: TermKind } | undefined, what: number): boolean =>
  term !== undefined && (term.kind.does & what) !== 0

/** Whether a term is a word of selling, as firms, stakes and goods are sold; "shipped" and "wrote off" are none. */
export const sells = (term: { kind: TermKind } | undefined): boolean =>
  term !== undefined && (term.kind.root === 'sell' || term.kind.root === 'vendre' || term.kind.tags.has('Divest'))

/** Whether a term leads to who gets something: "sold to X", "vendu à X". */
export const leadsTo = (term: { normal: string } | undefined): boolean => /^(?:to|à|au|aux)$/.test(term?.normal ?? '')
