import { UserError } from '../problems.js'
import type { FactClaim, FactFile } from '../types.js'
import { fold } from './fold.js'
import { nearest } from './nearest.js'

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

interface Facet {
  values: (claim: FactClaim, file: FactFile) => (string | null | undefined)[]
  /** A part of the value is enough. */
  partial?: boolean
}

const FACETS: Record<keyof Filters, Facet> = {
  kind: { values: (claim) => [claim.kind] },
  status: { values: (claim) => [claim.status] },
  subject: { values: (claim) => [claim.subject] },
  product: { values: (claim) => [claim.product, ...(claim.products ?? [])] },
  partner: { values: (claim) => [claim.partner] },
  market: { values: (claim) => [claim.market, claim.marketCode] },
  source: { values: (_, file) => [file.source], partial: true },
  text: { values: (claim) => claim.evidence.map(({ quote }) => quote), partial: true },
}

/** The file without the claims that a person rejected. */
export function withoutRejected(file: FactFile): FactFile {
  return { ...file, claims: file.claims.filter((claim) => claim.review !== 'rejected') }
}

/** Chooses claims. Claims that a person rejected are left out unless asked for. */
export function selectClaims(files: FactFile[], filters: Filters, { rejected = false } = {}): Selection {
  const misses: Miss[] = []
  const chosenByFilter: Set<FactClaim>[] = []
  const visible = rejected ? files : files.map(withoutRejected)
  for (const filter of Object.keys(filters) as (keyof Filters)[]) {
    const words = filters[filter]
    if (words === undefined || words.length === 0) continue
    const { values, partial = false } = FACETS[filter]
    const wanted = words.map(fold)
    const met = new Set<string>()
    const has = (value: string | null | undefined) => {
      if (value == null) return false
      const folded = fold(value)
      const hits = wanted.filter((word) => (partial ? folded.includes(word) : folded === word))
      for (const word of hits) met.add(word)
      return hits.length > 0
    }
    // each filter on its own first: a word without any claim has to be known before the filters combine
    const chosen = new Set<FactClaim>()
    for (const file of visible) {
      for (const claim of file.claims) if (values(claim, file).map(has).includes(true)) chosen.add(claim)
    }
    chosenByFilter.push(chosen)
    for (const [i, word] of words.entries()) {
      if (met.has(wanted[i] ?? '')) continue
      const existing = filter === 'text' ? [] : visible.flatMap((f) => f.claims.flatMap((c) => values(c, f)))
      misses.push({
        filter,
        word,
        nearest: nearest(
          word,
          existing.filter((v) => v != null),
        ),
      })
    }
  }
  const selected = visible.map((f) => ({
    ...f,
    claims: f.claims.filter((c) => chosenByFilter.every((chosen) => chosen.has(c))),
  }))
  return { files: selected.filter((f) => f.claims.length > 0), misses }
}

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
