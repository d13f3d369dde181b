import type { Mention } from '../types.js'
import { kindOf, type TermKind } from './kinds.js'

/** What patterns may ask of a mention by its type alone. */
export const MENTION_TAGS: Record<Mention['type'], string[]> = {
  number: ['Number', 'Value'],
  percent: ['Percent', 'Value'],
  ordinal: ['Ordinal'],
  money: ['Money', 'Value'],
  amount: ['Amount', 'Value'],
  date: ['Date'],
  duration: ['Duration'],
  rate: ['Rate'],
  org: ['Org', 'Who', 'Name'],
  product: ['Product', 'Name'],
  place: ['Place', 'Name'],
  person: ['Person', 'Name'],
  demonym: ['Demonym'],
}

/** What is counted in these is not what was sold or made; an amount in any other countable unit has the tag `Goods`. */
const NO_GOODS = new Set([
  'people',
  'stores',
  'markets',
  'plant',
  'factory',
  'site',
  'brand',
  'subsidiary',
  'contract',
  'line',
  'company',
  'project',
  'job',
  'share',
  'stake',
  'country',
  'city',
  'region',
  'state',
  'office',
  'airline',
  'shop floor',
  'shopping centre',
  'workshop',
  'year',
  'percent',
])
/** Symbols of measure say how big a thing is ("75 kWh"), save those in which output and capacity are told. */
const MEASURED = /^(?:[A-Z°µ]|(?:km|m|cm|mm|kg|g|mg|l|ml|cl|h|s|k?m²|hp|ch|mph|ft|in|lb)$|k[A-Z])/
const OUTPUT = new Set(['GW', 'MW', 'GWh', 'MWh', 'TWh', 't', 'Mt'])

/** Weights that goods are told in as well: "300,000 kg of cheese", where a battery weighs 300. */
const WEIGHTS = new Set(['kg', 'lb'])
const LEAST_BULK = 5000

const FRACTION = 1
const SIGNED = 2
/** Of a duration, that it is one within which; of money and bare numbers, that they are told from one to another. */
const WITHIN = 4
const MEDIA = 8
/** Of a weight, that so much is no single thing's. */
const BULK = 16

/** Kinds by type, and for amounts by unit, then by the flags above. Units are those of the lexicon. */
const kinds = new Map<string, (TermKind | undefined)[]>()

/** The kind of the term that a mention makes: what it is, in what unit, and how it is told. */
export function kindOfMention(mention: Mention): TermKind {
  let flags = 0
  if ('value' in mention) {
    if (mention.fraction) flags |= FRACTION
    if (mention.sign !== undefined) flags |= SIGNED
    if ((mention.type === 'money' || mention.type === 'number') && mention.value.to !== undefined) flags |= WITHIN
  } else if (mention.type === 'duration') {
    if (mention.within) flags |= WITHIN
  } else if (mention.type === 'org' && mention.media) flags |= MEDIA
  const unit = mention.type === 'amount' ? (mention.value.unit ?? '') : null
  if (unit !== null && WEIGHTS.has(unit) && 'value' in mention && mention.value.figure >= LEAST_BULK) flags |= BULK
  const key = unit ?? mention.type
  const table = unit === null ? kinds : kindsOfUnit
  let variants = table.get(key)
  if (variants === undefined) {
    variants = new Array(32).fill(undefined)
    table.set(key, variants)
  }
  let kind = variants[flags]
  if (kind === undefined) {
    kind = kindOf(tagsOf(mention.type, unit, flags), '', false, 0)
    variants[flags] = kind
  }
  return kind
}

const kindsOfUnit: typeof kinds = new Map()

/** The tag of what is counted in a unit: `MW`, `Vehicles`. */
export const tagOfUnit = (unit: string): string =>
  unit.charAt(0).toUpperCase() + unit.slice(1).replace(/[^a-z0-9]/gi, '')

function tagsOf(type: Mention['type'], unit: string | null, flags: number): string[] {
  const tags = [...MENTION_TAGS[type]]
  if (unit !== null) {
    tags.push(tagOfUnit(unit))
    if (OUTPUT.has(unit) || flags & BULK) tags.push('Output')
    else if (!NO_GOODS.has(unit) && !MEASURED.test(unit)) tags.push('Goods')
  }
  if (flags & FRACTION) tags.push('Fraction')
  if (flags & SIGNED) tags.push('Signed')
  if (flags & WITHIN) tags.push(type === 'money' ? 'Range' : type === 'number' ? 'Ranged' : 'Within')
  if (flags & MEDIA) tags.push('Media')
  return [...new Set(tags)]
}
