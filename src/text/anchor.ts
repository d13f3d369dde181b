import type { Evidence } from '../types.js'
import { fromCodePoints, lineOf, lineStarts, toCodePoints } from './lines.js'

/** Where a quote stands in its article now. */
export interface Anchored {
  /** `lost`: its words stand nowhere; `ambiguous`: in several places, and nothing tells which one is meant. */
  state: 'in-place' | 'moved' | 'ambiguous' | 'lost'
  /**
   * The evidence as it would have to be written: one if it is in its place or has moved, the candidates if it is ambiguous.
   * Where the text was wrapped anew the white space of the quote follows.
   */
  places: Evidence[]
}

/** More places than anybody wants to choose from. */
const MAX_CANDIDATES = 20

/** A place in UTF-16 code units. */
interface Place {
  start: number
  end: number
}

/**
 * Looks for each quote at its place in the text of its article, then for its words anywhere in it. Quotes with the same words
 * that have moved keep their order: where as many places are left as quotes, each has its own.
 */
export function anchor(text: string, evidence: readonly Evidence[]): Anchored[] {
  const points = [...new Set(evidence.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b)
  const offsets = new Map(fromCodePoints(text, points).map((offset, i) => [points[i] as number, offset]))
  const isThere = ({ start, end, quote }: Evidence) => text.slice(offsets.get(start), offsets.get(end)) === quote
  const lines = lineStarts(text)
  const written = (places: Place[]): Evidence[] => {
    const ends = [...new Set(places.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b)
    const counted = new Map(toCodePoints(text, ends).map((point, i) => [ends[i] as number, point]))
    return places.map(({ start, end }) => ({
      line: lineOf(lines, start),
      start: counted.get(start) as number,
      end: counted.get(end) as number,
      quote: text.slice(start, end),
    }))
  }

  const lost: Evidence[] = []
  const taken = new Map<string, Set<number>>()
  const result = new Map<Evidence, Anchored>()
  for (const one of evidence) {
    if (!isThere(one)) {
      lost.push(one)
      continue
    }
    const start = offsets.get(one.start) as number
    taken.set(one.quote, (taken.get(one.quote) ?? new Set()).add(start))
    const line = lineOf(lines, start)
    result.set(one, { state: line === one.line ? 'in-place' : 'moved', places: [{ ...one, line }] })
  }
  const search = openSearch(text)
  const byQuote = new Map<string, Evidence[]>()
  for (const one of lost) byQuote.set(one.quote, [...(byQuote.get(one.quote) ?? []), one])
  for (const [quote, group] of byQuote) {
    const starts = [...new Set(group.map(({ start }) => start))].sort((a, b) => a - b)
    const others = taken.get(quote) ?? new Set()
    const found = search(quote, MAX_CANDIDATES + starts.length + others.size)
    const places = written(found.filter(({ start }) => !others.has(start)))
    for (const one of group) {
      const own = places.length === starts.length ? places[starts.indexOf(one.start)] : undefined
      if (places.length === 0) result.set(one, { state: 'lost', places })
      else if (own !== undefined) result.set(one, { state: 'moved', places: [own] })
      else result.set(one, { state: 'ambiguous', places: places.slice(0, MAX_CANDIDATES) })
    }
  }
  return evidence.map((one) => result.get(one) as Anchored)
}

/** Finds where words stand in a text, at most so many places: first as they are, then whatever white space and apostrophes. */
function openSearch(text: string): (quote: string, most: number) => Place[] {
  let loose: { text: string; offsets: number[] } | null = null
  return (quote, most) => {
    const exact = placesOf(quote, text, most)
    if (exact.length > 0) return exact.map((start) => ({ start, end: start + quote.length }))
    const { text: words } = loosened(quote.trim())
    loose ??= loosened(text)
    const { offsets } = loose
    return placesOf(words, loose.text, most).map((at) => ({
      start: offsets[at] as number,
      end: (offsets[at + words.length - 1] as number) + 1,
    }))
  }
}

function placesOf(words: string, text: string, most: number): number[] {
  const places: number[] = []
  if (words === '') return places
  for (let at = text.indexOf(words); at >= 0 && places.length < most; at = text.indexOf(words, at + words.length)) {
    places.push(at)
  }
  return places
}

/** Runs of white space as one space, apostrophes straight; with the offset of each character in the text. */
function loosened(text: string): { text: string; offsets: number[] } {
  let loose = ''
  const offsets: number[] = []
  for (const { 0: piece, index } of text.matchAll(/\s+|[’ʼ]|[^\s’ʼ]+/g)) {
    const plain = /^\s/.test(piece) ? ' ' : piece.replace(/^[’ʼ]$/, "'")
    for (let i = 0; i < plain.length; i++) offsets.push(index + i)
    loose += plain
  }
  return { text: loose, offsets }
}
