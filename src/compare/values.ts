import type { Value } from '../types.js'

/**
 * `same`: equal within what "about" and rounding leave open; `narrower`: both hold, one says it more closely;
 * `apart`: they cannot both hold; `incomparable`: in units that do not convert.
 */
export type ValueRelation = 'same' | 'narrower' | 'apart' | 'incomparable'

interface Range {
  low: number
  high: number
}

/** "About" leaves this share of the figure open on both sides. */
const NEAR = 0.05
/** Zeros at the end of a whole number may be rounding, up to this share of it: 300,000 is not 350,000. */
const ROUNDED = 0.01

/** How two values relate. Money told in two currencies compares in the one that both have. */
export function relateValues(a: Value, b: Value): ValueRelation {
  const pair = inOneUnit(a, b)
  if (pair === null) return 'incomparable'
  const [first, second] = pair
  const slack = Math.max(slackOf(first), slackOf(second))
  if (first.bound === 'range' || second.bound === 'range') {
    if (first.bound === second.bound && first.figure === second.figure && first.to === second.to) return 'same'
    return overlap(possible(first), possible(second), slack) ? 'narrower' : 'apart'
  }
  if ((first.bound === 'over' && second.bound === 'under') || (first.bound === 'under' && second.bound === 'over')) {
    const [over, under] = first.bound === 'over' ? [first, second] : [second, first]
    return over.figure < under.figure ? 'narrower' : 'apart'
  }
  if (Math.abs(first.figure - second.figure) <= slack) return 'same'
  return overlap(possible(first), possible(second), slack) ? 'narrower' : 'apart'
}

function inOneUnit(a: Value, b: Value): [Value, Value] | null {
  for (const first of tellings(a)) {
    for (const second of tellings(b)) if (first.unit === second.unit) return [first, second]
  }
  return null
}

/** The value in each currency that it is told in. Conversions by the press are rounded: all but the first are "about". */
function tellings(value: Value): Value[] {
  const converted = (value.also ?? []).map(({ figure, unit }): Value => {
    return { figure, unit, bound: value.bound === 'exact' ? 'about' : value.bound }
  })
  return [value, ...converted]
}

/** Where the true value lies. */
function possible({ figure, to = figure, bound }: Value): Range {
  if (bound === 'over') return { low: figure, high: Number.POSITIVE_INFINITY }
  if (bound === 'under') return { low: Math.min(0, figure), high: figure }
  return { low: Math.min(figure, to), high: Math.max(figure, to) }
}

/** By how much two tellings of one value may differ on account of this one, the rougher of the two. */
function slackOf({ figure, bound }: Value): number {
  return bound === 'about' ? Math.max(Math.abs(figure) * NEAR, roundingOf(figure)) : roundingOf(figure)
}

/** Half a unit of the last digit that is not zero; of the zeros of a whole number only as much as is likely. */
function roundingOf(figure: number): number {
  if (figure === 0) return 0
  const [mantissa = '', exponent = '0'] = Math.abs(figure).toExponential().split('e')
  const decimals = mantissa.includes('.') ? mantissa.length - mantissa.indexOf('.') - 1 : 0
  const half = 10 ** (Number(exponent) - decimals) / 2
  return half <= 0.5 ? half : Math.max(0.5, Math.min(half, Math.abs(figure) * ROUNDED))
}

function overlap(a: Range, b: Range, slack: number): boolean {
  return a.low - slack <= b.high && b.low - slack <= a.high
}
