import { type Interval, intervalOf } from '../edtf.js'
import { type Telling, tellingFrom } from './facets.js'
import { fold } from './fold.js'
import { textAt } from './index-texts.js'
import type { OpenStore } from './open.js'

/** A figure to compare with, in a unit or in whichever a claim has. */
export interface Limit {
  figure: number
  unit?: string
}

/** Marks the rows of a store that count. */
type Marked = Uint8Array

/** What a range filter meets: the rows, and of all rows that count the value nearest to the range. */
export interface RangeHits {
  met: Marked
  nearest: string | null
}

/**
 * The claims that are about a time not wholly before (`since`) or after (`until`) an EDTF date or interval. A claim without a
 * date of its own is about the time of its publication, and "by 2030" about the time from publication to then.
 */
export function claimsInTime(store: OpenStore, visible: Marked, side: 'since' | 'until', edtf: string): RangeHits {
  const { rows, order } = store
  const bound = intervalOf(edtf)
  const { values, codes } = rows.columns.date
  const dates = values.map(([date]) => ({ date: date ?? null, days: date === undefined ? null : intervalOf(date) }))
  const met = new Uint8Array(visible.length)
  let best: { at: number; told: string } | null = null
  for (const file of order) {
    const published = (JSON.parse(textAt(rows.headers, file).toString()) as { published: string | null }).published
    const publishedDays = published === null ? null : intervalOf(published)
    for (let row = rows.first[file] as number; row < (rows.first[file + 1] as number); row++) {
      if (visible[row] === 0) continue
      const { date, days } = dates[codes[row] as number] ?? { date: null, days: null }
      const time = timeOf(date, days, publishedDays)
      if (time === null || bound === null) continue
      if (side === 'since' ? time.to > bound.from : time.from < bound.to) met[row] = 1
      const at = side === 'since' ? time.to : -time.from
      if (best === null || at > best.at) best = { at, told: (days === null ? published : date) ?? '' }
    }
  }
  return { met, nearest: best?.told ?? null }
}

function timeOf(date: string | null, days: Interval | null, published: Interval | null): Interval | null {
  if (date === null || days === null) return published
  if (days.from !== Number.NEGATIVE_INFINITY) return days
  if (published !== null && published.from < days.to) return { from: published.from, to: days.to }
  return intervalOf(date.slice(date.indexOf('/') + 1)) ?? days
}

/** The claims whose stated figure, or an end of whose range, is no less (`min`) or no more (`max`) than the limit in its unit. */
export function claimsOfSize(
  { rows }: OpenStore,
  visible: Marked,
  side: 'min' | 'max',
  { figure, unit }: Limit,
): RangeHits {
  const { values, codes } = rows.columns.value
  const wanted = unit === undefined ? null : fold(unit)
  const inUnit = (telling: Telling) => wanted === null || fold(telling.unit) === wanted
  const tellings = values.map((words) => words.map(tellingFrom).filter(inUnit))
  const holds = tellings.map((list) => list.some(({ from, to }) => (side === 'min' ? to >= figure : from <= figure)))
  const met = new Uint8Array(visible.length)
  let best: Telling | null = null
  for (const [row, code] of codes.entries()) {
    if (visible[row] === 0) continue
    if (holds[code]) met[row] = 1
    for (const telling of tellings[code] ?? []) {
      if (best === null || (side === 'min' ? telling.to > best.to : telling.from < best.from)) best = telling
    }
  }
  const end = best === null ? null : side === 'min' ? best.to : best.from
  return { met, nearest: end === null ? null : `${end} ${best?.unit ?? ''}`.trim() }
}
