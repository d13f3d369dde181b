import type { Command } from 'commander'
import { UserError } from '../problems.js'
import type { OpenStore } from '../store/open.js'
import type { Filters, Miss, Selection } from '../store/query.js'
import type { Limit } from '../store/ranges.js'
import type { FactFile, Problem } from '../types.js'
import { listOf, type StoreOptions, withStoreOption } from './options.js'
import type { Terminal } from './terminal.js'

/** The filters of a query as they stand on the command line, and `--all`. */
export interface FilterOptions extends StoreOptions {
  kind?: string[]
  subject?: string[]
  product?: string[]
  partner?: string[]
  market?: string[]
  status?: string[]
  source?: string[]
  text?: string[]
  since?: string
  until?: string
  min?: string
  max?: string
  unit?: string
  all?: boolean
}

/** What filters choose of a store. */
export interface Chosen {
  /** The files that have claims chosen, with these claims only, by source. */
  files: FactFile[]
  problems: Problem[]
  store: OpenStore
}

/** Declares the filters, the same for every command that asks the store. */
export function withFilters(command: Command): Command {
  return withStoreOption(command)
    .option('--kind <kinds>', 'partner, market, volume, price, milestone, investment', listOf)
    .option('--subject <names>', 'the organisation that the claim is about', listOf)
    .option('--product <names>', 'the product', listOf)
    .option('--partner <names>', 'the other organisation', listOf)
    .option('--market <names>', 'a country or region, or its code', listOf)
    .option('--status <words>', 'reported, planned, possible, denied, former', listOf)
    .option('--source <names>', 'the article, or a part of its name', listOf)
    .option('--text <words>', 'words of the quote', listOf)
    .option('--since <date>', 'about this time or later: 2024, 2024-06, 2024-06-15, 2024-Q3, 2024-H1')
    .option('--until <date>', 'about this time or earlier')
    .option('--min <value>', 'a figure that is no less: 100000, 40kEUR, 1.5bn')
    .option('--max <value>', 'a figure that is no more')
    .option('--unit <unit>', 'what is counted: vehicles, EUR, %')
    .option('--all', 'also claims that were rejected in review')
}

/** A note for the help of commands with filters. */
export const FILTER_HELP = `
Filters combine. Several values of one filter, with commas or by repeating it, are alternatives.
Names match as a whole, without regard to case and accents, by their aliases too (VW, Chine).
A claim without a date of its own is taken to be about the time of its publication.
Figures compare as they are stated, in the unit that is named with --min, --max or --unit.`

/**
 * The stored claims that the filters choose, and what is wrong with the store. Damaged files of the store and filters that
 * meet nothing are told.
 *
 * @throws UserError for a filter that makes no sense, or where there is no store
 */
export async function queryStore(options: FilterOptions, terminal: Terminal): Promise<Chosen> {
  const filters = await filtersOf(options)
  const { openStore } = await import('../store/open.js')
  const { selectClaims } = await import('../store/query.js')
  const store = await openStore(options.store)
  for (const problem of store.problems) terminal.report(problem)
  const choose = (by: Filters) => selectClaims(store, by, { rejected: options.all === true })
  const asTyped = choose(filters)
  const renamed = await withCanonicalNames(filters, asTyped.misses)
  const selection = renamed === null ? asTyped : choose(renamed)
  for (const line of explainEmpty(selection)) terminal.say(line)
  return { files: selection.files, problems: store.problems, store }
}

/** @throws UserError for a value that makes no sense */
async function filtersOf(options: FilterOptions): Promise<Filters> {
  const { KINDS, STATUSES } = await import('../store/schema.js')
  requireKnown('kind', options.kind, KINDS)
  requireKnown('status', options.status, STATUSES)
  const { kind, status, subject, product, partner, market, source, text } = options
  const words = { kind, status, subject, product, partner, market, source, text }
  const since = options.since === undefined ? undefined : await dateOf('--since', options.since)
  const until = options.until === undefined ? undefined : await dateOf('--until', options.until)
  if (since !== undefined && until !== undefined) await requireOrder(since, until, options)
  const unit = options.unit === undefined ? undefined : unitOf(options.unit)
  const min = options.min === undefined ? undefined : limitOf('--min', options.min, unit)
  const max = options.max === undefined ? undefined : limitOf('--max', options.max, unit)
  if (min?.unit !== undefined && max?.unit !== undefined && min.unit !== max.unit) {
    throw new UserError(`--min in ${min.unit} and --max in ${max.unit}`, { hint: 'name one unit' })
  }
  if (min !== undefined && max !== undefined && min.figure > max.figure) {
    throw new UserError(`--min ${options.min} is more than --max ${options.max}`, { hint: 'change them over' })
  }
  // one unit for both ends and for the claim: the one that is named anywhere
  const common = unit ?? min?.unit ?? max?.unit
  const inUnit = (limit: Limit | undefined) => limit && (common === undefined ? limit : { ...limit, unit: common })
  const ranges = { since, until, min: inUnit(min), max: inUnit(max), unit: common === undefined ? undefined : [common] }
  return onlyGiven({ ...words, ...ranges })
}

function onlyGiven(filters: { [K in keyof Filters]: Filters[K] | undefined }): Filters {
  return Object.fromEntries(Object.entries(filters).filter(([, words]) => words !== undefined))
}

function requireKnown(filter: string, words: readonly string[] | undefined, known: readonly string[]): void {
  for (const word of words ?? []) {
    if (!known.includes(word)) throw new UserError(`no ${filter} "${word}"`, { hint: `there are ${known.join(', ')}` })
  }
}

/** The month codes of EDTF for the quarters and halves of a year as people write them, in French and English. */
const PARTS: Record<string, number> = { Q1: 33, Q2: 34, Q3: 35, Q4: 36, T1: 33, T2: 34, T3: 35, T4: 36 }
const HALVES: Record<string, number> = { H1: 40, H2: 41, S1: 40, S2: 41 }

/** The EDTF of a date of the command line. */
async function dateOf(option: string, text: string): Promise<string> {
  const edtf = text.replace(/(\d{4})-?([QTHS][1-4])\b/gi, (all, year: string, part: string) => {
    const code = PARTS[part.toUpperCase()] ?? HALVES[part.toUpperCase()]
    return code === undefined ? all : `${year}-${code}`
  })
  const { intervalOf } = await import('../edtf.js')
  if (intervalOf(edtf) !== null) return edtf
  const hint = 'a date is 2024, 2024-06, 2024-06-15, 2024-Q3, 2024-H1, or EDTF such as 2024/2026'
  throw new UserError(`${option}: no date "${text}"`, { hint })
}

async function requireOrder(since: string, until: string, options: FilterOptions): Promise<void> {
  const { laterOf } = await import('../edtf.js')
  if (laterOf(since, until) !== 'a') return
  throw new UserError(`--since ${options.since} is after --until ${options.until}`, { hint: 'change them over' })
}

const TIMES: Record<string, number> = { k: 1e3, m: 1e6, mn: 1e6, b: 1e9, bn: 1e9, md: 1e9, t: 1e12, tn: 1e12 }
const SIGNS: Record<string, string> = { '%': 'percent', '€': 'EUR', $: 'USD', '£': 'GBP' }

/** A sign, digits in groups or not, decimals behind a point or a comma. */
const FIGURE = /^[+-]?(?:\d{1,3}(?:[ ,'_\u00a0\u202f]\d{3})+|\d+)(?:[.,]\d+)?/
/** Behind the figure: thousands, millions, billions (alone or before a currency), then the unit. */
const SCALE = /^(k|mn?|bn?|md|tn?)(?=$|\s|[€$£]|[A-Z]{3}$)/i

/** `40kEUR`, `100 000 vehicles`, `€1.5bn`, `-10 %`. */
function limitOf(option: string, text: string, unit: string | undefined): Limit {
  const wrong = new UserError(`${option}: no value "${text}"`, {
    hint: 'a value is a figure, also with k, M, bn and a unit: 100000, 40kEUR, 1.5bn, "300 vehicles"',
  })
  const [, sign = '', amount = ''] = /^([€$£]?)\s*(.*)$/s.exec(text.trim()) ?? []
  const figure = FIGURE.exec(amount)?.[0]
  if (figure === undefined) throw wrong
  const rest = amount.slice(figure.length).trimStart()
  const scale = SCALE.exec(rest)?.[0] ?? ''
  const ownUnit = unitOf(sign || rest.slice(scale.length).trim())
  if (/\d/.test(ownUnit) || (sign !== '' && rest.length > scale.length)) throw wrong
  if (ownUnit !== '' && unit !== undefined && ownUnit !== unit) {
    throw new UserError(`${option} in ${ownUnit} and --unit ${unit}`, { hint: 'name one unit' })
  }
  const number = Number(figure.replace(/[ ,'_\u00a0\u202f](?=\d{3})/g, '').replace(',', '.'))
  const scaled = number * (TIMES[scale.toLowerCase()] ?? 1)
  const named = ownUnit || unit
  return { figure: Number(scaled.toPrecision(15)), ...(named === undefined ? {} : { unit: named }) }
}

/** The name of a unit as claims have it. Three capitals are a currency, which may be typed in small letters. */
function unitOf(text: string): string {
  return SIGNS[text] ?? text
}

const ORGANISATIONS = ['subject', 'partner'] as const

/** The filters with the canonical names of what no claim has by the name that was typed; null where there are none. */
async function withCanonicalNames(filters: Filters, misses: readonly Miss[]): Promise<Filters | null> {
  const names = misses.filter(({ filter }) => ['subject', 'partner', 'product', 'market'].includes(filter))
  if (names.length === 0) return null
  const { builtin } = await import('../builtin.js')
  const { formKey } = await import('../lexicon/keys.js')
  const { orgs, products, fr, en } = builtin.lexicon
  const canonical = ({ filter, word }: Miss): string | undefined => {
    const key = formKey(word)
    if (filter === 'market') return (fr.places.get(key) ?? en.places.get(key))?.name
    return (filter === 'product' ? products : orgs).get(key)?.name
  }
  let found = false
  const renamed = { ...filters }
  for (const filter of [...ORGANISATIONS, 'product', 'market'] as const) {
    const words = filters[filter]
    if (words === undefined) continue
    renamed[filter] = words.map((word) => {
      const miss = names.find((m) => m.filter === filter && m.word === word)
      const name = miss && canonical(miss)
      if (name === undefined) return word
      found = true
      return name
    })
  }
  return found ? renamed : null
}

function explainEmpty({ files, misses }: Selection): string[] {
  // a limit that meets nothing for want of the unit is told by the unit
  const told = misses.filter(({ filter, nearest }) => !(filter === 'min' || filter === 'max') || nearest !== null)
  if (told.length > 0) return told.map(missing)
  return files.length === 0 ? ['no claim meets all these filters'] : []
}

const RANGES: Partial<Record<keyof Filters, [what: (word: string) => string, nearest: string]>> = {
  since: [(word) => `is about ${word} or later`, 'the latest is'],
  until: [(word) => `is about ${word} or earlier`, 'the earliest is'],
  min: [(word) => `has a value of ${word} or more`, 'the largest is'],
  max: [(word) => `has a value of ${word} or less`, 'the smallest is'],
}

function missing({ filter, word, nearest }: Miss): string {
  const [what, near] = RANGES[filter] ?? [() => `has the ${filter} "${word}"`, 'the nearest is']
  return `no claim ${what(word)}${nearest === null ? '' : ` (hint: ${near} ${nearest})`}`
}
