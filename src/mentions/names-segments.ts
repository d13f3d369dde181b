import type { Token } from '../types.js'
import { isCommonWord } from './common-words.js'
import { TRIGGER } from './names-facts.js'
import { MAKERS, NUMBERED_WARES, PART } from './names-firms.js'
import type { NameForm } from './names-forms.js'
import { type Entry, entryWith, type Org } from './names-gazetteer.js'
import { dottedFormAt, LONGEST_DOTTED } from './names-legal.js'
import { isDescribedPart } from './names-parts.js'
import { isCompound, SHAPE, writtenForm } from './names-shapes.js'
import {
  factsAt,
  initialsFollow,
  isAt,
  isPartAt,
  isTakenAt,
  looksLikePerson,
  type Match,
  matchEntry,
  opensAt,
  opensFreeAt,
  type Reader,
  type View,
  wordAt,
} from './names-view.js'
import { WORD } from './names-words.js'

/** A stretch of a run: one name, or something that is none. Token indices, end exclusive. */
export interface Segment {
  kind: 'known' | 'unknown' | 'aside'
  start: number
  end: number
  /** Where the name itself ends: before a legal form. */
  nameEnd: number
  /** What the lexicon says of the form. */
  entry: Entry | undefined
  /** Of an unknown one: the maker that it stands behind, so that it may be a product. */
  maker: Entry | undefined
  /** Votes for an organisation from the form alone. */
  firm: number
  /** Its form in the document, once the document's forms are gathered; null where it takes no part in them. */
  form: NameForm | null
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

/** What is no firm by itself, unless a longer name begins with it, nor behind a name that the lexicon has. */
export const PUBLIC = PART.institutions | PART.landmarks

/** Votes that a form gives by itself. */
const LEGAL = 4
const TAIL = 3
const DIVISION = 2

/** A name of the lexicon, or a word that it lacks. */
interface Part {
  start: number
  end: number
  entry: Entry | undefined
}

/** A segment whose name is followed by nothing of its own. */
const segment = (kind: Segment['kind'], start: number, end: number, entry?: Entry): Segment => ({
  kind,
  start,
  end,
  nameEnd: end,
  entry,
  maker: undefined,
  firm: 0,
  form: null,
})

const aside = (start: number, end: number): Segment => segment('aside', start, end)

/** A name of the lexicon. */
export const known = (start: number, end: number, entry: Entry): Segment => segment('known', start, end, entry)

/**
 * Cuts a run into names: known ones, unknown ones, and what is set aside. May lengthen the run.
 * @param first the form of the lexicon that it starts with
 */
export function cutRun(reader: Reader, run: Run, first: Match | null): Segment[] {
  const { view, start } = run
  const only = readOnly(reader, run, first)
  if (only !== null) return [only]
  const sum = run.end - start < 2 ? null : readSum(reader, run, first)
  if (sum !== null) return [sum]
  const segments: Segment[] = []
  let parts: Part[] = []
  let p = start
  while (p < run.end) {
    const found = p === start ? first : isTakenAt(view, p) ? null : matchEntry(reader, view, p)
    // "M6+" is not M6
    const more = found !== null && found.end < run.end && wordAt(view, found.end) === '+'
    if (found !== null && !more) {
      parts.push({ start: p, end: found.end, entry: found.entry })
      p = found.end
      run.end = Math.max(run.end, p)
      continue
    }
    if (p > start && factsAt(view, p).adjective !== null) {
      // "Upper Elmswell-based Veltis": where the firm sits; its name opens a run of its own
      run.end = p + 1
      segments.push(aside(parts[0]?.start ?? p, run.end))
      return segments
    }
    if (isPartAt(view, p, PART.roles)) {
      cutParts(reader, view, parts, 0, run.initial && parts[0]?.start === start, segments)
      segments.push(aside(p, p + 1))
      parts = []
    } else parts.push({ start: p, end: p + 1, entry: undefined })
    p++
  }
  if (parts.length === 2 && areNoAdjectives(view, parts))
    parts = parts.map(({ start, end }) => ({ start, end, entry: undefined }))
  cutParts(reader, view, parts, 0, run.initial && parts[0]?.start === start, segments)
  return segments
}

/** "Bavarian Nordic closed a plant": two adjectives of places before no noun are the name of something. */
function areNoAdjectives(view: View, parts: readonly Part[]): boolean {
  for (const { entry } of parts) if (entry?.demonym === undefined || entry.org !== undefined) return false
  const { kind, is, trigger } = factsAt(view, (parts[1] as Part).end)
  return kind !== 'word' || (is & (WORD.functionWords | WORD.auxiliaries)) !== 0 || (trigger & TRIGGER.finite) !== 0
}

/** What most runs are: a name of the lexicon, or a word that it lacks; null for other runs. */
function readOnly(reader: Reader, run: Run, found: Match | null): Segment | null {
  const { view, start, end } = run
  if (found === null ? end - start > 1 : found.end !== end) return null
  if (end - start > 1) return segment('known', start, end, found?.entry)
  const { part } = factsAt(view, start)
  if ((part & (found === null ? PART.roles : PUBLIC)) !== 0) return aside(start, end)
  if (found !== null) return segment('known', start, end, found.entry)
  if (isDescribedPart(reader, view, start, end)) return aside(start, end)
  if ((part & PART.firmHeads) === 0) return segment('unknown', start, end)
  run.end = behindTrade(view, end)
  const headed = segment('unknown', start, run.end)
  if (run.end > end) headed.firm = TAIL
  return headed
}

/** "Coopérative laitière des Deux-Lacs", "Société des eaux de Sorvane": where a name ends that a word of its trade goes on with, else `from`. */
function behindTrade(view: View, from: number): number {
  if (
    wordAt(view, from) === 'des' &&
    /^\p{Ll}{3,}s$/u.test(wordAt(view, from + 1)) &&
    !opensAt(view, from + 1) &&
    !isTakenAt(view, from + 1)
  ) {
    let name = /^(?:de|d'|du)$/.test(wordAt(view, from + 2)) ? from + 3 : from + 2
    if (!opensFreeAt(view, name)) return from
    while (opensFreeAt(view, name)) name++
    return name
  }
  if (isTakenAt(view, from) || !LIKE_ADJECTIVE.test(wordAt(view, from)) || !isPartAt(view, from + 1, PART.connectors))
    return from
  let end = from + 2
  if (!opensAt(view, end) && isPartAt(view, end, PART.connectors)) end++
  if (!opensFreeAt(view, end)) return from
  while (opensFreeAt(view, end)) end++
  return end
}

/** Endings of French adjectives that tell a trade: "laitière", "agricole", "fromagers". */
const LIKE_ADJECTIVE = /(?:[igc]ères?|[igc]ers?|oles?|iques?|ales?|al|aux|elles?|els?|aires?|ives?|ifs?|ennes?|iens?)$/

/** "Marlow and Finch (M&F)" is one name, whatever its words are; null for other runs. */
function readSum(reader: Reader, { view, start, end }: Run, first: Match | null): Segment | null {
  for (let k = start + 1; k < end; k++) {
    if (!isAt(view, k, WORD.conjunctions)) continue
    if (first?.end !== end && initialsFollow(reader, view, start, end)) {
      const sum = segment('unknown', start, end)
      sum.firm = TAIL
      return sum
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

/** Cuts the parts from `from` on; `opens` where they open the sentence. */
function cutParts(
  reader: Reader,
  view: View,
  parts: readonly Part[],
  from: number,
  opens: boolean,
  out: Segment[],
): void {
  const first = parts[from]
  const second = parts[from + 1]
  if (first === undefined) return
  const stretch = measure(view, parts, from)
  const { start, end, nameEnd, legal, tail } = stretch
  if (second === undefined || nameEnd === first.end) {
    const listed = first.entry !== undefined && first.end - start === 1 && legal === 0
    if (listed && isPartAt(view, start, PUBLIC)) out.push(aside(start, end))
    else if (first.entry === undefined) out.push(unknown(stretch, legal))
    else {
      const whole = segment('known', start, end, first.entry)
      whole.nameEnd = first.end
      whole.firm = legal
      out.push(whole)
    }
    return
  }
  if (isRound(view, stretch)) {
    out.push(aside(start, end))
    return
  }
  if (isDescribedPart(reader, view, start, end)) {
    out.push(aside(start, end))
    return
  }
  if (first.entry !== undefined && cutBehindKnown(reader, view, stretch, parts, from, first.entry, out)) return
  const headed = isPartAt(view, start, PART.firmHeads)
  // "Lynx Lake Lithium" is a firm all the same, "Department of Energy" is none
  const closed = tail && isClosedByTail(view, start, nameEnd)
  if (!closed && hasInstitution(view, start, nameEnd) && !(headed && liesThere(view, start + 1, nameEnd))) {
    out.push(aside(start, end))
    return
  }
  // an ordinary word that opens the sentence before a known name
  const opener = opens && first.end - start === 1 && first.entry === undefined && !factsAt(view, start).coined
  const described = opener && reader.language === 'en' && isDescription(view, start) && opensAt(view, second.start)
  const ordinary = opener && isCommonWord(wordAt(view, start), reader.language)
  // "Loss-making Veltis"
  const compound = opener && reader.language === 'en' && isCompound(wordAt(view, start)) && opensAt(view, second.start)
  if (opener && !headed && (described || compound || (ordinary && !tail && second.entry !== undefined))) {
    out.push(aside(start, first.end))
    cutParts(reader, view, parts, from + 1, false, out)
    return
  }
  out.push(unknown(stretch, legal + (tail || headed ? TAIL : 0)))
}

/** Nouns of firms that are first words of firms' names as well. */
const OWN_NAMES = new Set(['giant', 'label', 'studio', 'brand', 'partner', 'fund', 'utility', 'bank', 'holding', 'group', 'unit', 'venture', 'pioneer', 'company', 'chain', 'cooperative', 'broker', 'outfit', 'business', 'arm', 'division', 'firm']) // biome-ignore format: a word list

/** "Owner Veltis", "Rival Brenko" at the start of a sentence: what the name behind it is. */
function isDescription(view: View, k: number): boolean {
  const { lower, noun } = factsAt(view, k)
  return (noun & WORD.orgNouns) !== 0 && !OWN_NAMES.has(lower)
}

/** All words but the first are capitalised, and no institution opens or closes the stretch. */
function isClosedByTail(view: View, start: number, end: number): boolean {
  if (isPartAt(view, start, PART.institutions) || isPartAt(view, end - 1, PART.institutions)) return false
  for (let k = start + 1; k < end; k++) if (!opensAt(view, k)) return false
  return true
}

function unknown({ start, end, nameEnd }: Stretch, firm: number): Segment {
  const made = segment('unknown', start, end)
  made.nameEnd = nameEnd
  made.firm = firm
  return made
}

function measure(view: View, parts: readonly Part[], from: number): Stretch {
  const first = parts[from] as Part
  const { end } = parts[parts.length - 1] as Part
  // legal forms close the name: "Ltd.", "SA", "& Co. KG"; but "C180 SE" is a version
  let nameEnd = end
  let legal = 0
  // "Lumo A/S"
  if (nameEnd - 2 > first.end && wordAt(view, nameEnd - 2) === '/') {
    legal = LEGAL
    nameEnd -= 3
  }
  for (let k = Math.max(first.end, nameEnd - LONGEST_DOTTED); k < nameEnd - 1; k++) {
    if (dottedFormAt(view, k) !== nameEnd) continue
    legal = LEGAL
    nameEnd = k
  }
  while (nameEnd > first.end) {
    const { lower, part } = factsAt(view, nameEnd - 1)
    const before = factsAt(view, nameEnd - 2).shape
    const version = before === SHAPE.mixed || before === SHAPE.digitsFirst
    const form = (part & PART.legalForms) !== 0
    if (version || (!form && lower !== '.' && lower !== '&')) break
    if (form) legal = LEGAL
    nameEnd--
  }
  const last = factsAt(view, nameEnd - 1)
  const tail = (last.part & (PART.wholeFirm | (last.shape === SHAPE.plain ? 0 : PART.firmTails))) !== 0
  return { start: first.start, end, nameEnd, legal, tail }
}

/** "a Series B round". */
const isRound = (view: View, { start, nameEnd }: Stretch): boolean =>
  nameEnd - start === 2 && wordAt(view, start + 1).length === 1 && /^s[ée]ri(?:e|es)$/.test(wordAt(view, start))

/** Cuts a stretch that starts with a known form; false where that form tells nothing about it. */
function cutBehindKnown(
  reader: Reader,
  view: View,
  stretch: Stretch,
  parts: readonly Part[],
  from: number,
  entry: Entry,
  out: Segment[],
): boolean {
  const { start, end, nameEnd, legal, tail } = stretch
  const first = parts[from] as Part
  const second = parts[from + 1] as Part
  const { org, product, place, demonym } = entry
  const apart = (): true => {
    out.push(known(first.start, first.end, entry))
    cutParts(reader, view, parts, from + 1, false, out)
    return true
  }
  const whole = (firm: number): true => {
    out.push(unknown(stretch, firm))
    return true
  }
  if (org !== undefined && consistsOf(PART.wholeFirm, view, first.end, nameEnd)) {
    const named = segment('known', start, end, entryWith({ org }))
    named.nameEnd = withoutMereForm(view, first.end, nameEnd)
    named.firm = TAIL + legal
    out.push(named)
    return true
  }
  const ownInstitution = org?.ambiguous === true || (first.end - start === 1 && isPartAt(view, start, PUBLIC))
  if (hasInstitution(view, ownInstitution ? start : first.end, nameEnd, PUBLIC)) {
    out.push(aside(start, end))
    return true
  }
  if (org !== undefined) {
    cutBehindFirm(reader, view, stretch, parts, from, org, out)
    return true
  }
  if (demonym !== undefined) {
    // "British Airways" is a firm, "Chinese Zentro Motors" is Zentro Motors
    // "Egyptian National Railways"
    const from = first.end + (NATIONAL.has(wordAt(view, first.end)) ? 1 : 0)
    const firm =
      tail && (consistsOf(PART.firmTails, view, from, nameEnd) || consistsOf(PART.wholeFirm, view, from, nameEnd))
    // "the airline Baltic Wings": no adjective stands between the noun and the name
    const behindNoun = (factsAt(view, start - 1).noun & WORD.orgNouns) !== 0 && second.entry === undefined
    // "Danish Crown said": an ordinary word is no name by itself
    const ordinary =
      from === first.end &&
      nameEnd === first.end + 1 &&
      second.entry === undefined &&
      reader.language === 'en' &&
      !opensAt(view, nameEnd) &&
      isCommonWord(wordAt(view, first.end), 'en')
    return firm || behindNoun || ordinary ? whole(TAIL + legal) : apart()
  }
  if (place !== undefined && !tail) {
    return second.entry?.org !== undefined || second.entry?.place !== undefined ? apart() : whole(legal)
  }
  if (product !== undefined && !tail) {
    if (second.entry?.org !== undefined) return apart()
    // a version of a known product: "iPhone 17 Pro"
    const name = versionName(reader, view, first, end, product.name)
    out.push(segment('known', start, end, entryWith({ product: { ...product, name } })))
    return true
  }
  return false
}

const NATIONAL = new Set(['national', 'state', 'central', 'federal', 'royal', 'general', 'development'])

/** A firm and what follows it: a product, a division, a place, a person or another firm. */
function cutBehindFirm(
  reader: Reader,
  view: View,
  stretch: Stretch,
  parts: readonly Part[],
  from: number,
  org: Org,
  out: Segment[],
): void {
  const { nameEnd, legal, tail } = stretch
  const first = parts[from] as Part
  const second = parts[from + 1] as Part
  const industry = org.industry ?? ''
  const { shape, kind } = factsAt(view, second.start)
  const plainWord = second.entry === undefined && shape === SHAPE.capital
  // "PTT GC": letters behind the name of who names no wares
  const letters = second.entry === undefined && shape === SHAPE.upper
  const branch = second.end >= nameEnd && second.entry?.place !== undefined && second.entry.org === undefined
  // "Sony Ericsson": two firms in one name are one; a carmaker's brand stands behind it too
  const other = second.entry?.org
  const joined = other !== undefined && other.ambiguous !== true && second.end === nameEnd && industry !== 'cars'
  // "Lindt & Sprüngli" where the lexicon has "Lindt" alone
  if (wordAt(view, second.start) === '&' && parts[from + 2]?.entry === undefined) {
    const whole = known(stretch.start, stretch.end, first.entry as Entry)
    whole.nameEnd = first.end
    out.push(whole)
    return
  }
  // "Smart Grid": an ordinary word and another one are no maker and its product
  if (org.ambiguous === true && plainWord) out.push(unknown(stretch, legal + (tail ? TAIL : 0)))
  else if (kind === 'digits' && !NUMBERED_WARES.has(industry)) out.push(unknown(stretch, legal))
  else if (
    kind === 'digits' &&
    second.end - second.start === 1 &&
    second.end === nameEnd &&
    isDigit(view, second.start)
  ) {
    // "the Mazda 6": a single digit says too little without its maker
    const name = writtenForm(
      reader.text,
      (view.tokens[first.start] as Token).start,
      (view.tokens[second.start] as Token).end,
    )
    const ware = { name, maker: org.name, ambiguous: undefined, upper: undefined, lower: undefined }
    out.push(segment('known', stretch.start, stretch.end, entryWith({ product: ware })))
  } else if (tail || joined || legal > 0 || (branch && !view.heading)) out.push(unknown(stretch, TAIL + legal))
  else if (!MAKERS.has(industry) && (plainWord || letters) && !looksLikePerson(view, second.start, nameEnd)) {
    // a bank and a division of it, not a bank and its ware
    out.push(unknown(stretch, DIVISION + legal))
  } else {
    const { entry } = first
    out.push(known(first.start, first.end, entry as Entry))
    const next = out.length
    cutParts(reader, view, parts, from + 1, false, out)
    const ware = out[next]
    if (ware?.kind !== 'unknown' || ware.maker !== undefined) return
    if (!looksLikePerson(view, ware.start, ware.nameEnd)) ware.maker = entry
  }
}

/** One digit behind an article and a maker: no count of what it makes. */
const isDigit = (view: View, i: number): boolean =>
  wordAt(view, i).length === 1 && isAt(view, i - 2, WORD.articles | WORD.possessives | WORD.productNouns)

/** Where the name ends that "Group" or "Company" closes without adding to it. */
const withoutMereForm = (view: View, from: number, end: number): number =>
  from < end && !consistsOf(PART.mereForm, view, from, end) ? end : from

/** The name of a version of a known product; the lexicon's name may hold the version already. */
function versionName({ text }: Reader, { tokens }: View, first: Part, end: number, name: string): string {
  const baseEnd = (tokens[first.end - 1] as Token).end
  const base = writtenForm(text, (tokens[first.start] as Token).start, baseEnd)
  if (name.length > base.length && name.startsWith(base)) return name
  return name + writtenForm(text, baseEnd, (tokens[end - 1] as Token).end)
}

function consistsOf(parts: number, view: View, start: number, end: number): boolean {
  for (let k = start; k < end; k++) if (!isPartAt(view, k, parts)) return false
  return end > start
}

/** "Brasserie du Mont Gris": where it is, no institution. */
function liesThere(view: View, start: number, end: number): boolean {
  for (let k = start; k < end; k++)
    if (isPartAt(view, k, PART.institutions) && !SITES.has(wordAt(view, k))) return false
  return true
}

const SITES = new Set('mont lac mer océan château pont palais atlantique pacifique manche'.split(' '))

function hasInstitution(view: View, start: number, end: number, parts: number = PART.institutions): boolean {
  for (let k = start; k < end; k++)
    if (opensAt(view, k) && isPartAt(view, k, parts) && !(k > start && isLandscapeBehind(view, k))) return true
  return false
}

/** "Cap Océan": a landscape is called by what it is first. */
const isLandscapeBehind = (view: View, k: number): boolean =>
  LANDSCAPES.has(wordAt(view, k)) && !isPartAt(view, k - 1, PART.connectors)

const LANDSCAPES = new Set('mont lac mer océan'.split(' '))
