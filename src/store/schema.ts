import type { ClaimKind, ClaimStatus, Evidence, FactClaim, FactFile, Value } from '../types.js'
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

const claim = {
  id: text,
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
  review: oneOf(['accepted', 'rejected']),
  note: text,
  stale: flag,
} satisfies Record<keyof FactClaim, Shape>

const header = {
  source: text,
  sha256: text,
  title: text,
  language: text,
  published: text,
  via: text,
  aiGenerated: flag,
} satisfies Record<Exclude<keyof FactFile, 'claims'>, Shape>

/** The keys of a fact file's header and of a claim in the order in which they are written. */
export const HEADER_KEYS = Object.keys(header) as (keyof typeof header)[]
export const CLAIM_KEYS = Object.keys(claim) as (keyof FactClaim)[]

/** All keys, at any depth, in the order in which they are written beside each other. */
export const KEY_ORDER: readonly string[] = [header, claim, value, evidence].flatMap((keys) => Object.keys(keys))

/** The keys by which a person works on a claim. xev reads them and leaves them alone. */
export const PERSON_KEYS: ReadonlySet<string> = new Set(['review', 'note'])

/** Every key that xev writes. All others belong to people. */
export const OWN_KEYS: ReadonlySet<string> = new Set(KEY_ORDER.filter((key) => !PERSON_KEYS.has(key)))

/** The header of a fact file, and its claims still unread. */
export const headerShape = record(header, ['source', 'sha256', 'language']) as Shape<
  Omit<FactFile, 'claims' | 'title' | 'published'> & Partial<Pick<FactFile, 'title' | 'published'>>
>

/** A claim as written: slots without a value are left out, and a person's own claim needs little more than its kind. */
export const claimShape = record(claim, ['kind', 'status', 'rule']) as Shape<
  Partial<FactClaim> & Pick<FactClaim, 'kind' | 'status' | 'rule'>
>
