import type { FactClaim, FactFile, Value } from '../types.js'
import { aboutText, contentText } from './claim.js'
import type { Field, View } from './rows.js'
import { dateText, numberText, unitText, valueText } from './words.js'

/** A claim beside the source that makes it. */
export interface ClaimRow extends Pick<FactFile, 'source' | 'published'> {
  claim: FactClaim
}

/** The claims of fact files as rows, in order. */
export function claimRows(files: readonly FactFile[]): ClaimRow[] {
  return files.flatMap(({ source, published, claims }) => claims.map((claim) => ({ source, published, claim })))
}

/** A field that is a slot of the claim as it stands. */
function slot(name: keyof FactClaim & string, layout: Partial<Field<ClaimRow>> = {}): Field<ClaimRow> {
  return { name, min: 8, data: ({ claim }) => claim[name] as string | undefined, ...layout }
}

const MONEY_SEPARATOR = '; '
const alsoText = (value: Value | undefined) =>
  value?.also?.map(({ figure, unit }) => `${figure} ${unit}`).join(MONEY_SEPARATOR)

const FIELDS: Field<ClaimRow>[] = [
  slot('id', { drop: 3, paint: (style, id) => style.faint(id) }),
  slot('kind'),
  { name: 'about', min: 12, data: ({ claim }) => aboutText(claim) },
  { name: 'claim', min: 22, data: ({ claim }) => contentText(claim) },
  slot('subject'),
  slot('product'),
  slot('partner'),
  slot('relation'),
  { name: 'products', min: 8, data: ({ claim }) => claim.products?.join('; ') },
  slot('market'),
  slot('marketCode', { title: 'CODE' }),
  slot('stance'),
  slot('measure'),
  slot('of'),
  { name: 'value', min: 8, data: ({ claim: { value } }) => value && valueText(value) },
  {
    name: 'figure',
    align: 'right',
    min: 8,
    data: ({ claim }) => claim.value?.figure,
    text: ({ claim: { value } }) => (value === undefined ? '' : numberText(value.figure)),
  },
  {
    name: 'to',
    align: 'right',
    min: 8,
    data: ({ claim }) => claim.value?.to,
    text: ({ claim: { value } }) => (value?.to === undefined ? '' : numberText(value.to)),
  },
  {
    name: 'unit',
    min: 8,
    data: ({ claim }) => claim.value?.unit,
    text: ({ claim: { value } }) => unitText(value?.unit ?? ''),
  },
  { name: 'bound', data: ({ claim }) => claim.value?.bound },
  { name: 'also', min: 8, data: ({ claim }) => alsoText(claim.value) },
  slot('span'),
  slot('per'),
  slot('event'),
  slot('by'),
  slot('purpose'),
  slot('date', { date: true, min: 12, text: ({ claim: { date } }) => (date === null ? '' : dateText(date)) }),
  slot('status', {
    drop: 1,
    text: ({ claim }) => [claim.status, claim.review, claim.stale ? 'stale' : undefined].filter(Boolean).join(', '),
    paint: (style, status) => (status.startsWith('reported') ? status : style.warn(status)),
  }),
  slot('attribution'),
  {
    name: 'source',
    min: 14,
    yields: true,
    drop: 2,
    data: ({ source }) => source,
    paint: (style, source) => style.faint(source),
  },
  { name: 'published', date: true, data: ({ published }) => published },
  { name: 'quote', min: 20, data: ({ claim }) => claim.evidence[0]?.quote },
  { name: 'line', align: 'right', data: ({ claim }) => claim.evidence[0]?.line },
  { name: 'start', align: 'right', data: ({ claim }) => claim.evidence[0]?.start },
  { name: 'end', align: 'right', data: ({ claim }) => claim.evidence[0]?.end },
  slot('rule'),
  slot('review'),
  slot('note'),
  slot('stale'),
]

/** These say in words what other fields hold as data. */
const IN_WORDS = new Set(['about', 'claim', 'value'])
const FIRST = ['source', 'published']

/** Claims, one a row. */
export const CLAIMS: View<ClaimRow> = {
  record: ({ source, published, claim }) => ({ source, published, ...claim }),
  fields: FIELDS,
  table: ['id', 'about', 'claim', 'date', 'status', 'source'],
  csv: [...FIRST, ...FIELDS.map(({ name }) => name).filter((name) => !IN_WORDS.has(name) && !FIRST.includes(name))],
}
