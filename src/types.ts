/**
 * The nouns that travel between the rooms of the program, each with one meaning everywhere.
 *
 * Offsets are UTF-16 code units of `Document.text`, end exclusive, unless a name says otherwise;
 * `FactClaim` (the public form) counts Unicode code points. Dates are EDTF (ISO 8601-2) strings.
 */

/** A half-open range of UTF-16 code units of the document's text. */
export interface Span {
  start: number
  end: number
}

/** The languages that xev has rules for. A document may be in another one: then it yields no claims. */
export type Language = 'fr' | 'en'

/**
 * What a token is made of: letters (`word`, hyphens inside), digits only, letters with digits (`SU7`, `540bn`, `1er`),
 * punctuation, or another sign (`€`, `%`, an emoji).
 */
export type TokenKind = 'word' | 'digits' | 'mixed' | 'punct' | 'symbol'

/**
 * A word as it is written: one object for all tokens that read so, so that what a stage knows of a word is looked up once
 * per form, not once per token (src/forms.ts). Two objects may stand for one form: compare their texts.
 */
export interface Form {
  readonly text: string
  /** The text in NFC lower case, with straight apostrophes and hyphens. */
  readonly lower: string
  // What the stages know of it: each stage its own, by language, undefined or -1 (numbers) until first needed. What a text of
  // one language asks of every token stands side by side. Facts that were drawn from a lexicon must remember which one, since
  // forms outlive it.
  datesFr: number
  numbersFr: number
  namesFr: unknown
  termsFr: unknown
  datesEn: number
  numbersEn: number
  namesEn: unknown
  termsEn: unknown
  tenseFr: number
  tenseEn: number
  /** How many code units of it stand before a pronoun that is joined to it. */
  cut: number
  /** The languages that it is a function word of. */
  languages: readonly number[] | undefined
}

/** One token of a sentence. `lower` is that of its form. */
export interface Token extends Span {
  kind: TokenKind
  lower: string
  form: Form
}

/** The part a sentence plays on the page; headings and list items often lack a verb. */
export type SentenceRole = 'text' | 'heading' | 'item'

/** A sentence, heading or list item of the article. `paragraph` counts blocks of text from 0. */
export interface Sentence extends Span {
  role: SentenceRole
  paragraph: number
  tokens: Token[]
}

/** An article as read: its text as in the file, and which parts of it are the article. */
export interface Document {
  /** The path or name it was given under. */
  source: string
  /** SHA-256 of the file's bytes, lower-case hex. */
  sha256: string
  title: string | null
  /** BCP 47 code of the detected or given language, such as `fr`. */
  language: string
  /** EDTF date of publication as the text itself (or the user) states it, else null. */
  published: string | null
  /** The source that the article names as its own at its end ("Source : X"). */
  via: string | null
  /** The article says that it was made with the help of a model. */
  aiGenerated: boolean
  /** The label of its encoding, where the user declared one. */
  encoding?: string
  /** The whole decoded file; offsets count in it. A byte-order mark is not part of it. */
  text: string
  /** Only sentences of the article proper; boilerplate has none. In order of their place. */
  sentences: Sentence[]
}

/** How a figure bounds the true value. */
export type Bound = 'exact' | 'about' | 'over' | 'under' | 'range'

/** A figure with its unit, as in claims.md. */
export interface Value {
  /** The number stated, written out: 10000000000 for "dix milliards". */
  figure: number
  /** The second end of a range. */
  to?: number
  /** `vehicles`, `percent`, an ISO 4217 code, a singular English noun, a symbol of measure; absent for a bare number. */
  unit?: string
  bound: Bound
  /** The same money told in further currencies. */
  also?: { figure: number; unit: string }[]
}

export type QuantityType = 'number' | 'percent' | 'ordinal' | 'money' | 'amount'

/** A number, percentage, ordinal, sum of money or amount (a figure with a unit). The span includes its bound words. */
export interface QuantityMention extends Span {
  type: QuantityType
  value: Value
  /** The span of the figure and unit alone, without bound words ("plus de"). */
  core: Span
  /** `+` or `-` where the text writes a sign before the figure. */
  sign?: '+' | '-' | undefined
  /** The number is a fraction or share of a whole ("un tiers", "half", "one in five"): `value.figure` is 0.333…. */
  fraction?: boolean | undefined
}

/** The parts of a date that the text states, as opposed to those inferred from the reference date. */
export type DatePart =
  | 'year'
  | 'month'
  | 'day'
  | 'weekday'
  | 'quarter'
  | 'half'
  | 'season'
  | 'third'
  | 'decade'
  | 'relative'

/** A date or period. */
export interface DateMention extends Span {
  type: 'date'
  /** EDTF; null where the date is relative and no reference date is known. */
  edtf: string | null
  /** First day, ISO date, inclusive; null if open or unresolved. */
  from: string | null
  /** The day after the last, ISO date, exclusive; null if open or unresolved. */
  to: string | null
  stated: DatePart[]
}

/** A length of time: ISO 8601 duration, such as `P4M`. */
export interface DurationMention extends Span {
  type: 'duration'
  iso: string
  /** True where a preposition makes it the time in which something was reached ("en six mois", "in four weeks"). */
  within: boolean
}

/** A rate word: "par an", "annuelle", "a year", "monthly". `per` is an ISO 8601 duration. */
export interface RateMention extends Span {
  type: 'rate'
  per: string
}

export type NameType = 'org' | 'product' | 'place' | 'person' | 'demonym'

/** A name of an organisation, product, place or person, or the adjective of a place ("chinois"). */
export interface NameMention extends Span {
  type: NameType
  /**
   * The canonical name: the fullest form that the document uses, or the lexicon's; for a place (and the place of a
   * demonym) its English short name.
   */
  name: string
  /** ISO 3166-1 alpha-2 or UN M49 code of a place or of a demonym's place. */
  code?: string | null | undefined
  /** The country (English short name) that a city or region lies in. */
  country?: string | undefined
  /** Its ISO 3166-1 alpha-2 code. */
  countryCode?: string | null | undefined
  /** The maker of a product, where the lexicon or the text tells it. */
  maker?: string | undefined
  /** A newspaper, agency, website or analyst: more often a source than the subject of a claim. */
  media?: boolean | undefined
}

/** Anything recognised inside a sentence that is not yet a claim. */
export type Mention = QuantityMention | DateMention | DurationMention | RateMention | NameMention

export type ClaimKind = 'partner' | 'market' | 'volume' | 'price' | 'milestone' | 'investment'

export type ClaimStatus = 'reported' | 'planned' | 'possible' | 'denied' | 'former'

/** The slots that tell one claim from another. Which a kind has: claims.md. Absent slots are not applicable. */
export interface ClaimSlots {
  subject: string | null
  product?: string | null
  partner?: string | null
  relation?: string
  products?: string[]
  market?: string | null
  marketCode?: string | null
  stance?: 'present' | 'target'
  measure?: string
  of?: string | null
  value?: Value
  span?: string | null
  per?: string | null
  event?: string
  by?: string | null
  purpose?: string | null
  date: string | null
  status: ClaimStatus
  attribution: string | null
}

/** A claim inside the program: evidence as spans of `Document.text`. */
export interface Claim extends Undefinable<ClaimSlots> {
  kind: ClaimKind
  /** Where the text says so; at least one. */
  evidence: Span[]
  /** Id of the rule that found it. */
  rule: string
  /** Where each slot came from, for `xev explain`. */
  trace?: ClaimTrace | undefined
}

/** The same, but what may be absent may stand there as undefined as well. */
export type Undefinable<T> = { [K in keyof T]: undefined extends T[K] ? T[K] | undefined : T[K] }

/** How a claim came about: the terms that the rule matched and the origin of each slot. */
export interface ClaimTrace {
  matched: Span
  slots: Record<string, string>
}

/** Where the file says so. Offsets are Unicode code points from the start of the file's text, end exclusive. */
export interface Evidence {
  /** 1-based line of the start. */
  line: number
  start: number
  end: number
  /** Verbatim slice of the text. */
  quote: string
}

/** What a reading of an article says of a claim. */
export interface ClaimReading extends ClaimSlots {
  kind: ClaimKind
  evidence: Evidence[]
  rule: string
}

/** A claim in its public form: in fact files and in all output. */
export interface FactClaim extends ClaimReading {
  id: string
  /** What xev reads where a person put something else; null where it reads nothing. */
  read?: { [K in keyof ClaimReading]?: ClaimReading[K] | null }
  review?: 'accepted' | 'rejected'
  note?: string
  stale?: boolean
}

/** One article's header and claims, as stored in YAML. */
export interface FactFile {
  source: string
  sha256: string
  title: string | null
  language: string
  published: string | null
  via?: string
  aiGenerated?: boolean
  encoding?: string
  claims: FactClaim[]
}

/** How the claims of two sources relate. */
export type Relation = 'same' | 'refined' | 'superseded' | 'contradicting' | 'different-scope' | 'only'

/** Claims of several sources about one thing. With `only`, a single claim. `reason` says why, in words. */
export interface Comparison {
  relation: Relation
  claims: { source: string; published: string | null; claim: FactClaim }[]
  reason: string
  /** The sources disagree and nothing that they say settles it: also an announcement, a hedge and a denial among themselves. */
  open?: true
}

/** Something that went wrong, told to the user: what, where, how to mend it. */
export interface Problem {
  severity: 'error' | 'warning'
  message: string
  hint?: string
  source?: string
  /** 1-based. */
  line?: number
}

/** What `xev check` may find in a store. */
export type Fault =
  | 'damaged'
  | 'id-twice'
  | 'stale'
  | 'article-gone'
  | 'article-moved'
  | 'article-unreadable'
  | 'article-changed'
  | 'quote-moved'
  | 'quote-ambiguous'
  | 'quote-lost'

/** Something in a store that is not as it should be. */
export interface Finding {
  fault: Fault
  /** The fact file. */
  path: string
  /** Of the fact file, from 1; null where the finding is about all of it, or about a claim. */
  line: number | null
  /** The article; null where the file is too damaged to tell. */
  source: string | null
  /** The claim; null where the finding is about the file. */
  id: string | null
  message: string
  hint: string | null
  /** Of a quote: where its words stand in the article now. */
  places: Evidence[]
  /** It has been put right. */
  fixed: boolean
}

// The knowledge that the build compiles from src/lexicon and hands to the stages.

/** A place: country, grouping or city. */
export interface PlaceEntry {
  /** English short name (CLDR). */
  name: string
  code: string | null
  kind: 'country' | 'region' | 'city'
  /** For a city or a part of a country: the country's English short name. */
  country?: string
  /** Its ISO 3166-1 alpha-2 code. */
  countryCode?: string | null
  /** An ordinary word too ("Tours"): a place only after a preposition of place. */
  prep?: true
}

/** A known organisation. */
export interface OrgEntry {
  name: string
  /** `media` and `research` are sources rather than subjects; others name the trade: `cars`, `phones`, `aircraft`, … */
  industry?: string
  /** An ordinary word too ("Orange"): a name only where more than its capital says so. */
  ambiguous?: true
}

/** A known product. */
export interface ProductEntry {
  name: string
  maker: string
  /** An ordinary word or number too ("737", "Focus"): a product only beside its maker. */
  ambiguous?: true
}

/** What a noun counts: "voitures" → vehicles. `goods` marks "unités" and "exemplaires", which count whatever is sold. */
export interface UnitEntry {
  unit: string
  goods?: boolean
}

/** What a word form tells about its lemma. */
export type WordFeature =
  | 'noun'
  | 'adjective'
  | 'infinitive'
  | 'present'
  | 'past'
  | 'imperfect'
  | 'future'
  | 'conditional'
  | 'subjunctive'
  | 'participle'
  | 'gerund'

/** A form of a trigger word. */
export interface WordEntry {
  lemma: string
  features: WordFeature[]
  /** What the word tells rules: `Sell`, `Rise`, `OrgNoun`, `measure=deliveries`, … */
  classes: string[]
}

/** The words of one language. Keys are lower-case NFC with straight apostrophes; phrases are joined by one space. */
export interface LanguageLexicon {
  /** Nouns that units are counted in, phrases of up to four words included. */
  units: Map<string, UnitEntry>
  /** Trigger words: every form of every lemma that a rule may name. */
  words: Map<string, WordEntry>
  places: Map<string, PlaceEntry>
  /** Adjectives and nouns of inhabitants: "chinois", "Chinese". */
  demonyms: Map<string, PlaceEntry>
}

export interface Lexicon {
  fr: LanguageLexicon
  en: LanguageLexicon
  orgs: Map<string, OrgEntry>
  products: Map<string, ProductEntry>
  /** First names, lower case: a sign of a person. */
  firstNames: Set<string>
}
