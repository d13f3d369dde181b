import type { Value } from '../types.js'

/** Made when first used: it loads the tables of ICU. */
let format: Intl.NumberFormat | null = null

function grouped(n: number): string {
  format ??= new Intl.NumberFormat('en-US', { maximumFractionDigits: 6 })
  return format.format(n)
}

const BOUNDS: Record<Value['bound'], string> = { exact: '', about: '~', over: '> ', under: '< ', range: '' }
const LARGE: [unit: number, name: string][] = [
  [1e12, 'trillion'],
  [1e9, 'billion'],
  [1e6, 'million'],
]

/** A number for people: `139,000`, `1.5 billion`; never rounded. */
export function numberText(n: number): string {
  const [unit, name] = LARGE.find(([least]) => Math.abs(n) >= least) ?? [1, '']
  const scaled = Number((n / unit).toFixed(3))
  return name !== '' && scaled * unit === n ? `${grouped(scaled)} ${name}` : grouped(n)
}

/** A value for people: `> 139,000 vehicles`, `15–20 %`, `219,900 CNY (28,000 EUR)`. */
export function valueText({ figure, to, unit, bound, also }: Value): string {
  const ends = to === undefined ? numberText(figure) : `${numberText(figure)}–${numberText(to)}`
  const others = also?.map((other) => `${numberText(other.figure)} ${unitText(other.unit)}`).join(', ')
  return `${BOUNDS[bound]}${ends}${unit === undefined ? '' : ` ${unitText(unit)}`}${others ? ` (${others})` : ''}`
}

/** `percent` is written `%`; all other units stand for themselves. */
export function unitText(unit: string): string {
  return unit === 'percent' ? '%' : unit
}

const GROUPINGS: Record<string, string> = {
  21: 'spring',
  22: 'summer',
  23: 'autumn',
  24: 'winter',
  33: 'Q1',
  34: 'Q2',
  35: 'Q3',
  36: 'Q4',
  37: 'early',
  38: 'mid',
  39: 'late',
  40: 'H1',
  41: 'H2',
}

/** An EDTF date for people: `2025-38` is `mid-2025`, `../2030` `by 2030`, `2027/..` `from 2027`, `199X` `1990s`. */
export function dateText(edtf: string): string {
  const [first = '', last] = edtf.split('/')
  if (last === undefined) return simpleDateText(first)
  if (first === '..') return `by ${simpleDateText(last)}`
  if (last === '..') return `from ${simpleDateText(first)}`
  return `${simpleDateText(first)} to ${simpleDateText(last)}`
}

/** The text with the dates in it for people: `../2030 and 2025-38` is `by 2030 and mid-2025`. */
export function withDatesInWords(text: string): string {
  const edtf =
    /(?<![\d/.-])(?:\.\.\/\d{4}(?:-\d\d){0,2}|\d{4}(?:-\d\d){0,2}\/(?:\.\.|\d{4}(?:-\d\d){0,2})|\d{4}-\d\d(?:-\d\d)?)(?![\d/-])/g
  return text.replace(edtf, dateText)
}

function simpleDateText(date: string): string {
  const [year = '', part = '', ...rest] = date.split('-')
  const grouping = GROUPINGS[part]
  if (grouping !== undefined && rest.length === 0) return grouping === 'mid' ? `mid-${year}` : `${grouping} ${year}`
  return /^\d{3}X$/.test(date) ? `${date.slice(0, 3)}0s` : date
}

const DURATION_PARTS: [RegExp, string][] = [
  [/(\d{1,9}(?:\.\d{1,9})?)Y/, 'year'],
  [/(\d{1,9}(?:\.\d{1,9})?)M/, 'month'],
  [/(\d{1,9}(?:\.\d{1,9})?)W/, 'week'],
  [/(\d{1,9}(?:\.\d{1,9})?)D/, 'day'],
]

/** An ISO 8601 duration for people: `P4M` is `4 months`; one with a time of day stays as it is. */
export function durationText(iso: string): string {
  if (iso.includes('T')) return iso
  const parts = DURATION_PARTS.flatMap(([pattern, name]) => {
    const n = pattern.exec(iso)?.[1]
    return n === undefined ? [] : [`${n} ${name}${n === '1' ? '' : 's'}`]
  })
  return parts.length === 0 ? iso : parts.join(' ')
}

/** A rate for people: `P1Y` is `a year`, `P2W` `per 2 weeks`. */
export function rateText(iso: string): string {
  const text = durationText(iso)
  return text.startsWith('1 ') ? `a ${text.slice(2)}` : `per ${text}`
}

/** `3 claims`, `1 claim`. */
export function counted(n: number, singular: string, plural = `${singular}s`): string {
  return `${grouped(n)} ${n === 1 ? singular : plural}`
}
