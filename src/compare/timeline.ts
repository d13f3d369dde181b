import { intervalOf } from '../edtf.js'
import type { FactFile } from '../types.js'
import { bestFirst } from './summarise.js'
import { byPublished, type Position, threadsOf } from './threads.js'
import type { Told } from './topics.js'

/** One thing in time: an event, a figure of a period, with all that was said of it on the way. */
export interface Entry {
  /** EDTF date by which it stands in the timeline: the one that holds now; null where no claim of it has one. */
  date: string | null
  /** The claim that holds now. */
  headline: Told
  /** What was said, in the order of its telling: what is only told as given up first, then by first publication. */
  steps: Position[]
  /** A date slipped, a target was moved, or a plan has met its outcome. */
  moved: boolean
}

/** What the claims tell, in the order of their dates; what has no date behind all others, by publication. */
export function timelineOf(files: readonly FactFile[]): Entry[] {
  const { threads, independent } = threadsOf(files)
  return threads
    .map(({ positions, links }): Entry => {
      const steps = positions.toSorted((a, b) => order(a) - order(b) || byPublished(first(a), first(b)))
      const best = bestFirst(positions, independent)
      const headline = (best[0] as Position).told
      const dated = best.find(({ told, past }) => !past && told.claim.date !== null)
      const date = headline.claim.date ?? dated?.told.claim.date ?? null
      const dates = new Set(steps.map(({ told }) => told.claim.date))
      const slipped = headline.claim.kind === 'milestone' && dates.size > 1
      return { date, headline, steps, moved: slipped || links.some(({ finding }) => finding.past !== undefined) }
    })
    .sort((a, b) => startOf(a) - startOf(b) || endOf(a) - endOf(b) || byPublished(a.headline, b.headline))
}

function order({ told }: Position): number {
  return told.claim.status === 'former' ? 0 : 1
}

function first({ all }: Position): Told {
  return all[0] as Told
}

/** Entries stand by the beginning of their date, "by 2030" by its end. */
function startOf({ date }: Entry): number {
  const interval = date === null ? null : intervalOf(date)
  if (interval === null) return Number.POSITIVE_INFINITY
  return Number.isFinite(interval.from) ? interval.from : interval.to - 1
}

function endOf({ date }: Entry): number {
  const end = date === null ? null : intervalOf(date)?.to
  return end == null || !Number.isFinite(end) ? Number.MAX_SAFE_INTEGER : end
}
