import type { OrgEntry, Token } from '../types.js'
import {
  FIRM_HEADS,
  FIRM_TAILS,
  INSTITUTIONS,
  LEGAL_FORMS,
  MAKERS,
  MERE_FORM,
  NUMBERED_WARES,
  ROLES,
  WHOLE_FIRM,
} from './names-firms.js'
import type { Entry } from './names-gazetteer.js'
import { SHAPE, writtenForm } from './names-shapes.js'
import {
  HOLD,
  initialsFollow,
  looksLikePerson,
  matchEntry,
  opensAt,
  type Reader,
  type View,
  wordAt,
} from './names-view.js'

/** A stretch of a run: one name, or something that is none. Token indices, end exclusive. */
export interface Segment {
  kind: 'known' | 'unknown' | 'aside'
  start: number
  end: number
  /** Where the name itself ends: before a legal form. */
  nameEnd: number
  /** What the lexicon says of the form. */
  entry?: Entry
  /** Of an unknown one: the maker that it stands behind, so that it may be a product. */
  maker?: Entry
  /** Votes for an organisation from the form alone. */
  firm: number
}

/** Capitalised words in a row, with what joins them. */
export interface Run {
  view: View
  start: number
  end: number
  /** It opens a sentence: the capital of its first word proves nothing. */
  initial: boolean
  segments: Segment[]
}

/** Votes that a form gives by itself. */
const LEGAL = 4
const TAIL = 3
const DIVISION = 2

/** A name of the lexicon, or a word that it lacks. */
interface Part {
  start: number
  end: number
  entry?: Entry
}

export const aside = (start: number, end: number): Segment => ({ kind: 'aside', start, end, nameEnd: end, firm: 0 })

/** Cuts a run into names: known ones, unknown ones, and what is set aside. May lengthen the run. */
export function cutRun(reader: Reader, run: Run): Segment[] {
  const { view } = run
  const sum = readSum(reader, run)
  if (sum !== null) return [sum]
  const segments: Segment[] = []
  let parts: Part[] = []
  let p = run.start
  while (p < run.end) {
    const found = view.hold[p] === HOLD.taken ? null : matchEntry(reader, view, p)
    // "M6+" is not M6
    const more = found !== null && found.end < run.end && wordAt(view, found.end) === '+'
    if (found !== null && !more) {
      parts.push({ start: p, end: found.end, entry: found.entry })
      p = found.end
      run.end = Math.max(run.end, p)
      continue
    }
    if (ROLES.has(wordAt(view, p))) {
      segments.push(...cutParts(reader, run, parts), aside(p, p + 1))
      parts = []
    } else parts.push({ start: p, end: p + 1 })
    p++
  }
  segments.push(...cutParts(reader, run, parts))
  return segments
}

/** "Marlow and Finch (M&F)" is one name, whatever its words are; null for other runs. */
function readSum(reader: Reader, { view, start, end }: Run): Segment | null {
  for (let k = start + 1; k < end; k++) {
    const joint = reader.words.conjunctions.has(wordAt(view, k))
    if (joint && matchEntry(reader, view, start)?.end !== end && initialsFollow(reader, view, start, end)) {
      return { ...aside(start, end), kind: 'unknown', firm: TAIL }
    }
  }
  return null
}

/** The shape of a stretch between titles: where its name ends, and what its last words tell. */
interface Stretch {
  start: number
  end: number
  nameEnd: number
  /** Votes for a legal form. */
  legal: number
  /** Its last word is one of firms. */
  tail: boolean
}

function cutParts(reader: Reader, run: Run, parts: readonly Part[]): Segment[] {
  const [first, second] = parts
  if (first === undefined) return []
  const { view } = run
  const stretch = measure(view, parts)
  const { start, end, nameEnd, legal, tail } = stretch
  if (second === undefined || nameEnd === first.end) {
    if (first.end - start === 1 && legal === 0 && INSTITUTIONS.has(wordAt(view, start))) return [aside(start, end)]
    if (first.entry === undefined) return [unknown(stretch, legal)]
    return [{ ...known(first, first.entry), end, firm: legal }]
  }
  if (isRound(view, stretch)) return [aside(start, end)]
  if (first.entry !== undefined) {
    const cut = cutBehindKnown(reader, run, stretch, parts, first.entry)
    if (cut !== null) return cut
  }
  if (hasInstitution(view, start, nameEnd)) return [aside(start, end)]
  const headed = FIRM_HEADS.has(wordAt(view, start))
  // an ordinary word that opens the sentence before a known name
  const opener = run.initial && start === run.start && first.end - start === 1 && first.entry === undefined
  if (opener && !headed && !tail && second.entry !== undefined) {
    return [aside(start, first.end), ...cutParts(reader, { ...run, initial: false }, parts.slice(1))]
  }
  return [unknown(stretch, legal + (tail || headed ? TAIL : 0))]
}

const known = (part: Part, entry: Entry): Segment => ({
  kind: 'known',
  start: part.start,
  end: part.end,
  nameEnd: part.end,
  entry,
  firm: 0,
})

const unknown = ({ start, end, nameEnd }: Stretch, firm: number): Segment => ({
  kind: 'unknown',
  start,
  end,
  nameEnd,
  firm,
})

function measure(view: View, parts: readonly Part[]): Stretch {
  const first = parts[0] as Part
  const { end } = parts.at(-1) as Part
  // legal forms close the name: "Ltd.", "SA", "& Co. KG"; but "C180 SE" is a version
  let nameEnd = end
  let legal = 0
  while (nameEnd > first.end) {
    const word = wordAt(view, nameEnd - 1)
    const version = view.shapes[nameEnd - 2] === SHAPE.mixed || view.shapes[nameEnd - 2] === SHAPE.digitsFirst
    if (version || (!LEGAL_FORMS.has(word) && word !== '.' && word !== '&')) break
    if (LEGAL_FORMS.has(word)) legal = LEGAL
    nameEnd--
  }
  const last = wordAt(view, nameEnd - 1)
  const tail = WHOLE_FIRM.has(last) || (view.shapes[nameEnd - 1] !== SHAPE.plain && FIRM_TAILS.has(last))
  return { start: first.start, end, nameEnd, legal, tail }
}

/** "a Series B round". */
const isRound = (view: View, { start, nameEnd }: Stretch): boolean =>
  /^s[ée]ri(?:e|es)$/.test(wordAt(view, start)) && nameEnd - start === 2 && wordAt(view, start + 1).length === 1

/** Cuts a stretch that starts with a known form; null where that form tells nothing about it. */
function cutBehindKnown(
  reader: Reader,
  run: Run,
  stretch: Stretch,
  parts: readonly Part[],
  entry: Entry,
): Segment[] | null {
  const { view } = run
  const { start, end, nameEnd, legal, tail } = stretch
  const [first, second] = parts as [Part, Part]
  const { org, product, place, demonym } = entry
  const apart = () => [known(first, entry), ...cutParts(reader, { ...run, initial: false }, parts.slice(1))]
  if (org !== undefined && consistsOf(WHOLE_FIRM, view, first.end, nameEnd)) {
    return [{ ...known(first, { org }), end, nameEnd: withoutMereForm(view, first.end, nameEnd), firm: TAIL + legal }]
  }
  const ownInstitution = org?.ambiguous === true || (first.end - start === 1 && INSTITUTIONS.has(wordAt(view, start)))
  if (hasInstitution(view, ownInstitution ? start : first.end, nameEnd)) return [aside(start, end)]
  if (org !== undefined) return cutBehindFirm(reader, run, stretch, parts, org)
  if (demonym !== undefined) {
    // "British Airways" is a firm, "Chinese Zentro Motors" is Zentro Motors
    const firm =
      tail && (consistsOf(FIRM_TAILS, view, first.end, nameEnd) || consistsOf(WHOLE_FIRM, view, first.end, nameEnd))
    return firm ? [unknown(stretch, TAIL + legal)] : apart()
  }
  if (place !== undefined && !tail) {
    return second.entry?.org !== undefined || second.entry?.place !== undefined ? apart() : [unknown(stretch, legal)]
  }
  if (product !== undefined && !tail) {
    if (second.entry?.org !== undefined) return apart()
    // a version of a known product: "iPhone 17 Pro"
    const version = { ...product, name: versionName(reader, view, first, end, product.name) }
    return [{ ...known(first, { product: version }), end, nameEnd: end }]
  }
  return null
}

/** A firm and what follows it: a product, a division, a place, a person or another firm. */
function cutBehindFirm(reader: Reader, run: Run, stretch: Stretch, parts: readonly Part[], org: OrgEntry): Segment[] {
  const { view } = run
  const { nameEnd, legal, tail } = stretch
  const [first, second] = parts as [Part, Part]
  const industry = org.industry ?? ''
  const plainWord = second.entry === undefined && view.shapes[second.start] === SHAPE.capital
  // "Smart Grid": an ordinary word and another one are no maker and its product
  if (org.ambiguous === true && plainWord) return [unknown(stretch, legal + (tail ? TAIL : 0))]
  if (view.tokens[second.start]?.kind === 'digits' && !NUMBERED_WARES.has(industry)) return [unknown(stretch, legal)]
  const branch = second.end >= nameEnd && second.entry?.place !== undefined && second.entry.org === undefined
  if (tail || (branch && !view.heading)) return [unknown(stretch, TAIL + legal)]
  // a bank and a division of it, not a bank and its ware
  if (!MAKERS.has(industry) && plainWord && !looksLikePerson(reader, view, second.start, nameEnd)) {
    return [unknown(stretch, DIVISION + legal)]
  }
  const entry = first.entry as Entry
  const others = cutParts(reader, { ...run, initial: false }, parts.slice(1))
  const [ware] = others
  if (
    ware?.kind === 'unknown' &&
    ware.maker === undefined &&
    !looksLikePerson(reader, view, ware.start, ware.nameEnd)
  ) {
    ware.maker = entry
  }
  return [known(first, entry), ...others]
}

/** Where the name ends that "Group" or "Company" closes without adding to it. */
function withoutMereForm(view: View, from: number, end: number): number {
  for (let k = from; k < end; k++) if (!MERE_FORM.has(wordAt(view, k))) return end
  return from
}

/** The name of a version of a known product; the lexicon's name may hold the version already. */
function versionName({ text }: Reader, { tokens }: View, first: Part, end: number, name: string): string {
  const baseEnd = (tokens[first.end - 1] as Token).end
  const base = writtenForm(text, (tokens[first.start] as Token).start, baseEnd)
  if (name.length > base.length && name.startsWith(base)) return name
  return name + writtenForm(text, baseEnd, (tokens[end - 1] as Token).end)
}

function consistsOf(words: Set<string>, view: View, start: number, end: number): boolean {
  for (let k = start; k < end; k++) if (!words.has(wordAt(view, k))) return false
  return end > start
}

function hasInstitution(view: View, start: number, end: number): boolean {
  for (let k = start; k < end; k++) if (opensAt(view, k) && INSTITUTIONS.has(wordAt(view, k))) return true
  return false
}
