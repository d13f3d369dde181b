import type { ClaimKind, ClaimReading, ClaimStatus, Evidence, FactClaim, FactFile, Value } from '../types.js'
import { count, figure, flag, list, oneOf, record, type Shape, text } from './shape.js'

/** The kinds of claim, as in claims.md. */
export const KINDS = ['partner', 'market', 'volume', 'price', 'milestone', 'investment'] as const satisfies ClaimKind[]

/** What the text says of a claim's certainty, as in claims.md. */
export const STATUSES = ['reported', 'planned', 'possible', 'denied', 'former'] as const satisfies ClaimStatus[]

/** The `rule` of a claim that a person wrote. */
export const MANUAL = 'manual'

const evidence = {
  line: count,
  start: count,
  end: count,
  quote: text,
} satisfies Record<keyof Evidence, Shape>

const value = {
  figure,
  to: figure,
  unit: text,
  bound: oneOf(['exact', 'about', 'over', 'under', 'range']),
  also: list(record({ figure, unit: text }, ['figure', 'unit'])),
} satisfies Record<keyof Value, Shape>

/** What xev reads out of an article for a claim. */
const reading = {
  kind: oneOf(KINDS),
  subject: text,
  product: text,
  partner: text,
  relation: text,
  products: list(text),
  market: text,
  marketCode: text,
  stance: oneOf(['present', 'target']),
  measure: text,
  of: text,
  value: record(value, ['figure', 'bound']),
  span: text,
  per: text,
  event: text,
  by: text,
  purpose: text,
  date: text,
  status: oneOf(STATUSES),
  attribution: text,
  evidence: list(record(evidence, ['line', 'start', 'end', 'quote'])),
  rule: text,
} satisfies Record<keyof ClaimReading, Shape>

const claim = {
  id: text,
  ...reading,
  mark: text,
  read: record(reading, [], { nulls: true }),
  review: oneOf(['accepted', 'rejected']),
  note: text,
  stale: flag,
} satisfies Record<keyof StoredClaim, Shape>

const header = {
  source: text,
  sha256: text,
  title: text,
  language: text,
  published: text,
  via: text,
  aiGenerated: flag,
  encoding: text,
} satisfies Record<Exclude<keyof FactFile, 'claims'>, Shape>

/** A claim as it stands in a fact file. */
export interface StoredClaim extends FactClaim {
  /** By this xev knows what it wrote itself: see mark.ts. */
  mark?: string
}

export interface StoredFacts extends FactFile {
  claims: StoredClaim[]
}

/** The keys of a fact file's header, of what is read for a claim and of a claim, in the order in which they are written. */
export const HEADER_KEYS = Object.keys(header) as (keyof typeof header)[]
export const READING_KEYS = Object.keys(reading) as (keyof ClaimReading)[]
export const CLAIM_KEYS = Object.keys(claim) as (keyof StoredClaim)[]

/** All keys, at any depth, in the order in which they are written beside each other. */
export const KEY_ORDER: readonly string[] = [header, claim, value, evidence].flatMap((keys) => Object.keys(keys))

/** Every key that xev writes. All others belong to people. */
export const OWN_KEYS: ReadonlySet<string> = new Set(KEY_ORDER.filter((key) => key !== 'review' && key !== 'note'))

/** The header of a fact file, and its claims still unread. */
export const headerShape = record(header, ['source', 'sha256', 'language']) as Shape<
  Omit<FactFile, 'claims' | 'title' | 'published'> & Partial<Pick<FactFile, 'title' | 'published'>>
>

/** A claim as written: slots without a value are left out, and a person's own claim needs little more than its kind. */
export const claimShape = record(claim, ['kind', 'status', 'rule']) as Shape<
  Partial<StoredClaim> & Pick<StoredClaim, 'kind' | 'status' | 'rule'>
>
