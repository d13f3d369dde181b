import type { Told } from './topics.js'
import { topicsOf } from './topics.js'

/**
 * In a group of more claims than this, each meets only this many: those next to it by scope and figure. So the cost
 * grows with the number of claims, not with its square, however many tell of one thing.
 */
export const MOST_MET = 64

/** The claims of one source, or one store, against those of another: every pair that may be about the same thing, once. */
export function* meetings(first: readonly Told[], second: readonly Told[]): Generator<[Told, Told]> {
  const { groups, keys } = topicsOf([...new Set([...first, ...second])])
  const others = new Set(second)
  const order = sorted(groups, (told) => others.has(told))
  for (const left of first) {
    const met = new Set<Told>()
    for (const key of keys(left)) {
      for (const right of near(order.get(key) ?? [], left)) {
        if (right === left || met.has(right)) continue
        met.add(right)
        yield [left, right]
      }
    }
  }
}

/** All claims against each other: every pair of different claims that may be about the same thing, once. */
export function* meetingsWithin(told: readonly Told[]): Generator<[Told, Told]> {
  const place = new Map(told.map((one, i) => [one, i]))
  for (const [left, right] of meetings(told, told)) {
    if ((place.get(left) ?? 0) < (place.get(right) ?? 0)) yield [left, right]
  }
}

type Sorted = { told: Told; by: string }[]

function sorted(groups: ReadonlyMap<string, Told[]>, isIn: (told: Told) => boolean): Map<string, Sorted> {
  return new Map(
    [...groups].map(([key, group]) => {
      const those = group.filter(isIn)
      const large = those.length > MOST_MET
      const entries = those.map((told) => ({ told, by: large ? sortKey(told) : '' }))
      return [key, large ? entries.sort(byKey) : entries]
    }),
  )
}

function near(group: Sorted, { claim, ...told }: Told): Told[] {
  if (group.length <= MOST_MET) return group.map((entry) => entry.told)
  const by = sortKey({ claim, ...told })
  let [low, high] = [0, group.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((group[middle]?.by ?? '') < by) low = middle + 1
    else high = middle
  }
  const start = Math.max(0, Math.min(low - MOST_MET / 2, group.length - MOST_MET))
  return group.slice(start, start + MOST_MET).map((entry) => entry.told)
}

function byKey(a: { by: string }, b: { by: string }): number {
  if (a.by === b.by) return 0
  return a.by < b.by ? -1 : 1
}

/** Claims of one scope stand together in this order, and there by figure. */
function sortKey({ claim: { date, market, per, span, measure, value } }: Told): string {
  const figure = value === undefined ? '' : value.figure.toExponential(6).replace(/^(.*)e([+-])(\d+)$/, scientific)
  return [date ?? '', market ?? '', per ?? '', span ?? '', measure ?? '', figure].join('|')
}

/** Exponent first, so that figures sort as text: negative ones do not, which costs their order alone. */
function scientific(_: string, mantissa: string, sign: string, exponent: string): string {
  return `${sign === '-' ? 0 : 1}${exponent.padStart(3, '0')}${mantissa}`
}
