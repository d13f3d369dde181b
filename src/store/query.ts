import { UserError } from '../problems.js'
import type { FactFile } from '../types.js'
import type { Facet } from './facets.js'
import { fold } from './fold.js'
import { textsWith } from './index-texts.js'
import { nearest } from './nearest.js'
import { fileAt, type OpenStore } from './open.js'
import { claimsInTime, claimsOfSize, type Limit, type RangeHits } from './ranges.js'

/** By what stored claims are chosen. Words of one filter are alternatives; a claim must meet every filter that is given. */
export interface Filters {
  kind?: string[]
  status?: string[]
  /** Names match as a whole, without regard to case and accents; a market by its name or its code. */
  subject?: string[]
  product?: string[]
  partner?: string[]
  market?: string[]
  /** A part of the source's name is enough. */
  source?: string[]
  /** A part of a quote is enough. */
  text?: string[]
  /** The unit of a value, also one that it is told in besides. */
  unit?: string[]
  /** EDTF: see `claimsInTime`. */
  since?: string
  until?: string
  /** See `claimsOfSize`. */
  min?: Limit
  max?: Limit
}

/** A word of a filter that no claim meets, whatever the other filters say. */
export interface Miss {
  filter: keyof Filters
  word: string
  /** An existing value that may be meant. */
  nearest: string | null
}

export interface Selection {
  /** The files that have claims chosen, with these claims only. */
  files: FactFile[]
  misses: Miss[]
}

/** The file without the claims that a person rejected. */
export function withoutRejected(file: FactFile): FactFile {
  return { ...file, claims: file.claims.filter((claim) => claim.review !== 'rejected') }
}

/** Chooses claims. Claims that a person rejected are left out unless asked for. */
export function selectClaims(store: OpenStore, filters: Filters, { rejected = false } = {}): Selection {
  const { rows, order } = store
  const visible = new Uint8Array(rows.first.at(-1) ?? 0)
  for (const file of order) visible.fill(1, rows.first[file], rows.first[file + 1])
  if (!rejected) {
    const { values, codes } = rows.columns.review
    const no = values.findIndex(([review]) => review === 'rejected')
    if (no >= 0) for (let row = 0; row < codes.length; row++) if (codes[row] === no) visible[row] = 0
  }

  const misses: Miss[] = []
  const chosen = visible.slice()
  for (const filter of (Object.keys(filters) as (keyof Filters)[]).filter(isWordFilter)) {
    const words = filters[filter]
    if (words === undefined || words.length === 0) continue
    // each filter on its own first: a word without any claim has to be known before the filters combine
    const { hits, existing } = LOOKUPS[filter](store, visible)
    const met = new Uint8Array(chosen.length)
    for (const word of words) {
      if (hits(fold(word), met) === 0) misses.push({ filter, word, nearest: nearest(word, existing()) })
    }
    for (let row = 0; row < chosen.length; row++) chosen[row] = (chosen[row] as number) & (met[row] as number)
  }

  for (const [filter, value, { met, nearest }] of rangesOf(store, visible, filters)) {
    if (!met.includes(1)) misses.push({ filter, word: value, nearest })
    for (let row = 0; row < chosen.length; row++) chosen[row] = (chosen[row] as number) & (met[row] as number)
  }

  const files: FactFile[] = []
  for (const file of order) {
    const own: number[] = []
    const end = rows.first[file + 1] as number
    for (let row = rows.first[file] as number; row < end; row++) if (chosen[row] === 1) own.push(row)
    if (own.length > 0) files.push(fileAt(store, file, own))
  }
  return { files, misses }
}

/** The range filters that are given: which, what it asks for in words, what it meets. */
function rangesOf(store: OpenStore, visible: Uint8Array, filters: Filters): [keyof Filters, string, RangeHits][] {
  const found: [keyof Filters, string, RangeHits][] = []
  for (const side of ['since', 'until'] as const) {
    const date = filters[side]
    if (date !== undefined) found.push([side, date, claimsInTime(store, visible, side, date)])
  }
  for (const side of ['min', 'max'] as const) {
    const limit = filters[side]
    if (limit === undefined) continue
    const told = [limit.figure, limit.unit].filter((part) => part !== undefined).join(' ')
    found.push([side, told, claimsOfSize(store, visible, side, limit)])
  }
  return found
}

/** How the words of a filter are looked up in a store. `visible` marks the rows that count with 1. */
type Lookup = (
  store: OpenStore,
  visible: Uint8Array,
) => {
  /** Marks in `met` the rows that a folded word meets, and returns how many of these are visible. */
  hits(word: string, met: Uint8Array): number
  /** The values that a word may be meant for. */
  existing(): string[]
}

/** By a slot whose value has to be the word. */
function bySlot(facet: Facet): Lookup {
  return ({ rows }, visible) => {
    const { values, codes } = rows.columns[facet]
    const folded = values.map((words) => words.map(fold))
    return {
      hits(word, met) {
        const wanted = folded.map((words) => words.includes(word))
        let count = 0
        for (let row = 0; row < codes.length; row++) {
          if (visible[row] === 0 || !wanted[codes[row] as number]) continue
          met[row] = 1
          count++
        }
        return count
      },
      existing: () => [...new Set(codes.filter((_, row) => visible[row] === 1))].flatMap((code) => values[code] ?? []),
    }
  }
}

/** By the name of the source, of which a part is enough. */
const bySource: Lookup = ({ rows, order }, visible) => ({
  hits(word, met) {
    let count = 0
    for (const file of order) {
      if (!fold(rows.sources[file] ?? '').includes(word)) continue
      for (let row = rows.first[file] as number; row < (rows.first[file + 1] as number); row++) {
        met[row] = 1
        count += visible[row] as number
      }
    }
    return count
  },
  existing: () =>
    order
      .filter((file) => visible.subarray(rows.first[file], rows.first[file + 1]).includes(1))
      .map((file) => rows.sources[file] ?? ''),
})

/** By words of a quote. */
const byQuote: Lookup = ({ rows }, visible) => ({
  hits(word, met) {
    let count = 0
    for (const row of textsWith(rows.quotes, word)) {
      met[row] = 1
      count += visible[row] as number
    }
    return count
  },
  existing: () => [],
})

const LOOKUPS = {
  kind: bySlot('kind'),
  status: bySlot('status'),
  subject: bySlot('subject'),
  product: bySlot('product'),
  partner: bySlot('partner'),
  market: bySlot('market'),
  source: bySource,
  text: byQuote,
  unit: bySlot('unit'),
} satisfies { [K in keyof Filters]: Lookup }

/** The filters of which several words are alternatives. */
type WordFilter = keyof typeof LOOKUPS

const isWordFilter = (filter: keyof Filters): filter is WordFilter => filter in LOOKUPS

/**
 * The file whose source is meant by a path, its last part with or without extension, or any part of it that only one
 * source has.
 *
 * @throws UserError where none or several are
 */
export function findSource(files: FactFile[], name: string): FactFile {
  const wanted = fold(name.replaceAll('\\', '/').replace(/^(?:\.\/)+/, ''))
  const base = (source: string) => source.slice(source.lastIndexOf('/') + 1)
  const readings: ((source: string) => boolean)[] = [
    (source) => source === wanted,
    (source) => base(source) === wanted,
    (source) => base(source).replace(/\.[^.]*$/, '') === wanted,
    (source) => source.includes(wanted),
  ]
  for (const reading of readings) {
    const found = files.filter(({ source }) => reading(fold(source)))
    if (found.length === 1) return found[0] as FactFile
    if (found.length > 1) {
      const candidates = found.slice(0, 10).map(({ source }) => source)
      const more = found.length > candidates.length ? ` and ${found.length - candidates.length} more` : ''
      throw new UserError(`"${name}" may be ${candidates.join(', ')}${more}`, { hint: 'name one of them' })
    }
  }
  const near = nearest(
    name,
    files.map(({ source }) => source),
  )
  throw new UserError(`no source "${name}" in the store`, {
    hint: near === null ? 'xev extract adds articles' : `the nearest is ${near}; xev extract adds articles`,
  })
}
