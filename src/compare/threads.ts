import type { FactFile } from '../types.js'
import type { Finding } from './certainty.js'
import { toldBy } from './compare.js'
import { copiesOf } from './copies.js'
import { groupBy } from './group.js'
import { meetingsWithin } from './meetings.js'
import { foldName } from './names.js'
import { relate } from './relate.js'
import type { Told } from './topics.js'

/** One thing said, by whoever says it: claims of the same content. */
export interface Position {
  /** The claim to quote: the one published last. */
  told: Told
  /** All claims that say it, by date of publication. */
  all: Told[]
  /** Another position has taken its place: a later source, an outcome, a larger count. */
  past: boolean
}

/** Two positions of one thread and how they relate. */
export interface Link {
  a: Position
  b: Position
  finding: Finding
}

/** What sources say about one thing: its positions by date of publication, and how they relate. */
export interface Thread {
  positions: Position[]
  links: Link[]
}

/** All threads of the files, in the order of their first claims. */
export interface Threads {
  threads: Thread[]
  /** How many sources of these claims are independent: those that copy one another count once. */
  independent: (told: readonly Told[]) => number
  /** Sources that copy one another. */
  copies: string[][]
}

/**
 * Ties together what sources say about one thing: claims that agree, refine, supersede or contradict one another. Claims
 * of another scope stay apart. Costs as many comparisons as `meetings` allows.
 */
export function threadsOf(files: readonly FactFile[]): Threads {
  const positions = [...groupBy(toldBy(files), contentOf).values()].map(positionFrom)
  const byTold = new Map(positions.map((position) => [position.told, position]))
  const parent = new Map(positions.map((position) => [position, position]))
  const rootOf = (position: Position): Position => {
    let root = position
    while (parent.get(root) !== root) root = parent.get(root) as Position
    let step = position
    while (step !== root) {
      const next = parent.get(step) as Position
      parent.set(step, root)
      step = next
    }
    return root
  }
  const links: Link[] = []
  for (const [left, right] of meetingsWithin(positions.map(({ told }) => told))) {
    const finding = relate(left, right)
    if (finding === null || (finding.relation === 'different-scope' && !finding.open)) continue
    const [a, b] = [byTold.get(left) as Position, byTold.get(right) as Position]
    if (finding.past !== undefined) (byTold.get(finding.past) as Position).past = true
    parent.set(rootOf(b), rootOf(a))
    links.push({ a, b, finding })
  }
  const linksOf = groupBy(links, ({ a }) => rootOf(a))
  const threads = [...groupBy(positions, rootOf)].map(([root, own]) => ({
    positions: own.sort((a, b) => byPublished(a.told, b.told)),
    links: linksOf.get(root) ?? [],
  }))
  const original = copiesOf(files)
  const sources = files.map(({ source }) => source)
  const copies = [...groupBy(sources, original).values()].filter((group) => group.length > 1)
  return { threads, independent: (told) => new Set(told.map(({ source }) => original(source))).size, copies }
}

function positionFrom(told: Told[]): Position {
  const all = told.sort(byPublished)
  return { told: all.at(-1) as Told, all, past: false }
}

/** What a claim says, whoever says it and in which words. */
function contentOf({ claim }: Told): string {
  const { kind, subject, product, partner, relation, market, stance, measure, of, value, span, per, event } = claim
  const { by, purpose, date, status } = claim
  const names = [subject, product, partner, market, by, purpose].map(foldName)
  return JSON.stringify([kind, names, relation, stance, measure, of, value, span, per, event, date, status])
}

/** EDTF dates sort as text; what is not dated comes first. */
export function byPublished({ published: a }: Told, { published: b }: Told): number {
  if (a === b) return 0
  return (a ?? '') < (b ?? '') ? -1 : 1
}
