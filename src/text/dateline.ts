import { foldWord } from '../forms.js'
import type { Token } from '../types.js'
import { type Block, isLowerAt } from './blocks.js'
import { dateAt, MONTHS, type StatedDate } from './dates.js'
import { isLetter, isSpace, tokenize } from './tokens.js'

/** What a dateline says that its date is: of publication in so many words, of the last change, or it does not say. */
export type DateRole = 'published' | 'plain' | 'updated'

/** A byline or dateline: all of a block, or what leads its first sentence ("LYON, 3 May 2021 – The maker …"). */
export interface Dateline {
  dates: { role: DateRole; date: StatedDate }[]
  /** Where article text begins: the end of the block if there is none. */
  textStart: number
}

/** Longest line that is a dateline by its form, in code units. */
const LONGEST = 220
/** Most words that a byline or the place of a dateline has. */
const MOST_WORDS = 10
/** Longest line of agencies and nothing else. */
const LONGEST_AGENCY_LINE = 40
/** More capitalised words than these, with no label before them, are a title. */
const MOST_NAMES = 3

type ElementType = 'date' | 'time' | 'weekday' | 'published' | 'updated' | 'by' | 'words' | 'comma' | 'dash' | 'sign'

interface Element {
  type: ElementType
  /** Tokens from (inclusive) and to (exclusive). */
  from: number
  to: number
  date?: StatedDate
  /** The date has an article or preposition before it: "le 3 mai", "on 3 May". */
  introduced?: boolean
}

const phrases = (type: ElementType, list: string): [string, ElementType][] =>
  list.split(', ').map((phrase) => [phrase, type])

/** Words that say what a date or a name is, up to four words long. */
const LABELS = new Map<string, ElementType>([
  ...phrases(
    'published',
    'publié, publiée, publiés, publiées, posté, postée, paru, parue, rédigé, rédigée, écrit, écrite',
  ),
  ...phrases('published', 'mis en ligne, mise en ligne, publication, parution, date de publication, date de parution'),
  ...phrases(
    'published',
    'published, first published, originally published, published online, posted, issued, written',
  ),
  ...phrases('published', 'publication date, date published, date'),
  ...phrases('updated', 'mis à jour, mise à jour, dernière mise à jour, maj, actualisé, actualisée, modifié, modifiée'),
  ...phrases('updated', 'dernière modification, updated, last updated, last modified, modified, revised'),
  ...phrases('by', 'par, by, propos recueillis par, interview by'),
])

const LABEL_STARTS = new Set([...LABELS.keys()].map((phrase) => phrase.split(' ')[0] ?? ''))

const WEEKDAYS = new Set(
  (
    'lundi mardi mercredi jeudi vendredi samedi dimanche lun mar mer jeu ven sam dim ' +
    'monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun'
  ).split(' '),
)

const DATE_INTRODUCTIONS = new Set(['le', 'du', 'on', 'en', 'in', 'the', 'dated'])
const TIME_INTRODUCTIONS = new Set(['à', 'a', 'at', 'vers'])
const ZONES = new Set(
  'gmt utc cet cest bst est edt et cst cdt ct mst mdt pst pdt pt jst hkt sgt aest aedt ist msk eet eest wet west'.split(
    ' ',
  ),
)

/** Particles of names and the small words of bylines, besides capitalised words. */
const BYLINE_WORDS = new Set(
  (
    'notre nos our de du des d la le les l van von der den di da del el ben al et and avec with à au aux in dans en chez for of the ' +
    'min mins minute minutes read reading lecture temps il y a ago hour hours heure heures day days jour jours ' +
    'communiqué communique presse news press release rédaction redaction agence agency staff team équipe newsroom desk ' +
    'reporter reporters correspondent editor editors writer senior chief journaliste journalistes correspondant ' +
    'correspondante rédacteur rédactrice chef envoyé envoyée spécial spéciale immediate diffusion immédiate local ' +
    'hier yesterday today time locale business technology économie commentaire commentaires comment comments category catégorie'
  ).split(' '),
)

/** Those who sign together. */
const STAFF = new Set(['rédaction', 'redaction', 'staff', 'newsroom', 'team', 'équipe'])

/** The small words in the names of places. */
const PLACE_WORDS = new Set('de du des d la le les l of the and et en sur sous au aux &'.split(' '))
/** Words in lower case that may stand in a dateline, but for those of a byline behind its label. */
const SMALL_WORDS = new Set([
  ...PLACE_WORDS,
  ...BYLINE_WORDS,
  ...WEEKDAYS,
  ...MONTHS.keys(),
  ...DATE_INTRODUCTIONS,
  ...TIME_INTRODUCTIONS,
  ...[...LABELS.keys()].flatMap((phrase) => phrase.split(' ')),
  ...['er', 'st', 'nd', 'rd', 'th', 'h', 'am', 'pm', 'm', 'p', 't', 'z'],
])

/** News agencies and wire services, as they stand in brackets behind the place of a dateline. */
const AGENCIES = new Set(
  [
    'afp, reuters, ap, associated press, bloomberg, dow jones, business wire, globe newswire, globenewswire, pr newswire',
    'prnewswire, xinhua, belga, ansa, efe, dpa, ats, awp, agence ecofin, aps, map, tass, kyodo, yonhap, pti, ani, cnn',
    'acn newswire, newsfile corp, cision, upi, anadolu, sputnik, rtrs, ecofin, apa, aip, tap, keystone-ats',
  ].flatMap((line) => line.split(', ')),
)

/**
 * Reads a block as a byline or dateline, judging by its form alone; null for any other text. `monthFirst` as for
 * `dateAt`.
 */
export function readDateline(text: string, block: Block, monthFirst: boolean): Dateline | null {
  if (block.marker === 'bullet' || block.marker === 'number' || !mayBeDateline(text, block)) return null
  const end = Math.min(block.end, block.content + LONGEST)
  const tokens = tokenize(text, block.content, end)
  const elements = readElements(text, tokens, monthFirst)
  return (end === block.end ? wholeLine(text, block, tokens, elements) : null) ?? lead(text, tokens, elements)
}

/**
 * A quick look, which spares most blocks the reading: before its dash, and on a line of its own, a dateline has no word in
 * lower case but the small ones of places, dates and bylines. Only a byline behind its label may say more; and a line
 * without label, dash or figures names agencies alone.
 */
function mayBeDateline(text: string, { content, end }: Block): boolean {
  const isLine = content + LONGEST >= end
  const limit = isLine ? end : content + LONGEST
  let last = -1
  let lastEnd = -1
  let digits = false
  for (let i = content; i < limit; i++) {
    const c = text.charCodeAt(i)
    if (isLetter(c)) {
      const start = i
      while (i + 1 < limit && isLetter(text.charCodeAt(i + 1))) i++
      const isLabel = last < 0 && isLine && LABEL_STARTS.has(foldWord(text.slice(start, i + 1)))
      if (isLabel) return true
      if (isLowerAt(text, start) && !SMALL_WORDS.has(foldWord(text.slice(start, i + 1)))) return false
      last = start
      lastEnd = i + 1
    } else if (c >= 48 && c <= 57) digits = true
    // "Prague, 22 April 2025. The maker …"
    else if (c === 0x2e && digits && isSpace(text.charCodeAt(i + 1))) return true
    else if (c === 0x2013 || c === 0x2014 || c === 0x3a) return true
    else if (c === 0x2d && (isSpace(text.charCodeAt(i + 1)) || text[i + 1] === '-')) return true
  }
  if (!isLine || digits) return isLine
  return last >= 0 && end - content <= LONGEST_AGENCY_LINE && AGENCIES.has(foldWord(text.slice(last, lastEnd)))
}

function readElements(text: string, tokens: readonly Token[], monthFirst: boolean): Element[] {
  const elements: Element[] = []
  let i = 0
  while (i < tokens.length) {
    const element = elementAt(text, tokens, i, monthFirst)
    const last = elements.at(-1)
    if (element.type === 'words' && last?.type === 'words') last.to = element.to
    else elements.push(element)
    i = element.to
  }
  return elements
}

function elementAt(text: string, tokens: readonly Token[], i: number, monthFirst: boolean): Element {
  const token = tokens[i]!
  const { lower } = token
  if (token.kind === 'punct' || token.kind === 'symbol') {
    const type = lower === ',' ? 'comma' : /^[-–—]$/.test(lower) ? 'dash' : lower === '&' ? 'words' : 'sign'
    return { type, from: i, to: i + 1 }
  }
  const label = LABEL_STARTS.has(lower) ? labelAt(text, tokens, i) : null
  if (label !== null) return label
  const introduced = DATE_INTRODUCTIONS.has(lower)
  const first = introduced ? i + 1 : i
  const date = dateAt(tokens, first, monthFirst)
  if (date !== null) return { type: 'date', from: i, to: date.next, date, introduced }
  const weekday = weekdayAt(tokens, first, monthFirst)
  if (weekday !== null) return { type: 'weekday', from: i, to: weekday }
  const time = timeAt(tokens, TIME_INTRODUCTIONS.has(lower) ? i + 1 : i)
  if (time !== null) return { type: 'time', from: i, to: time }
  return { type: 'words', from: i, to: i + 1 }
}

/** The longest label that begins at token `i`. "date" is one only before a colon. */
function labelAt(text: string, tokens: readonly Token[], i: number): Element | null {
  let phrase = ''
  let found: Element | null = null
  for (let j = i; j < tokens.length && j < i + 4; j++) {
    phrase += `${j === i ? '' : ' '}${tokens[j]?.lower}`
    const type = LABELS.get(phrase)
    // "Published on: 3 May", "Publié le : 3 mai"
    if (found !== null && /^(?:on|le)$/.test(tokens[j]?.lower ?? '') && tokens[j + 1]?.lower === ':') found.to = j + 1
    if (type !== undefined && (phrase !== 'date' || tokens[j + 1]?.lower === ':')) found = { type, from: i, to: j + 1 }
  }
  // "(a) published study" does not open a line, but "Par" and "by" inside one may be any word: they need a name behind
  if (found?.type === 'by' && i > 0) {
    const next = tokens[found.to]
    if (next === undefined) return null
    const name = BYLINE_WORDS.has(next.lower.replace("'", '')) || isCapitalised(text, next)
    return name ? found : null
  }
  return found
}

/** The token behind a weekday that a date follows ("mardi 12 mars", "Tuesday, May 6"), else null. */
function weekdayAt(tokens: readonly Token[], i: number, monthFirst: boolean): number | null {
  if (!WEEKDAYS.has(tokens[i]?.lower ?? '')) return null
  let j = i + 1
  while (j < i + 3 && ['.', ',', 'le'].includes(tokens[j]?.lower ?? '')) j++
  return dateAt(tokens, j, monthFirst) === null ? null : j
}

/** The token behind a time of day ("8h15", "8 h 15", "07:15", "7.15am", "7 PM ET") that begins at `i`, else null. */
function timeAt(tokens: readonly Token[], i: number): number | null {
  const lower = tokens[i]?.lower ?? ''
  if (!(lower.charCodeAt(0) <= 57)) return null
  let j = i
  if (/^[0-9]{1,2}h(?:[0-9]{2})?$/.test(lower) || /^[0-9]{1,2}(?:am|pm)$/.test(lower)) j = i + 1
  else if (/^[0-9]{1,2}$/.test(lower)) {
    const sign = tokens[i + 1]?.lower ?? ''
    const second = tokens[i + 2]?.lower ?? ''
    if (sign === 'h') j = /^[0-9]{2}$/.test(second) ? i + 3 : i + 2
    else if (sign === ':' || sign === '.') {
      const clock = sign === ':' ? /^[0-9]{2}(?:am|pm|z)?$/ : /^[0-9]{2}(?:am|pm)$/
      if (clock.test(second)) j = i + 3
      if (j > i && tokens[j]?.lower === ':' && /^[0-9]{2}z?$/.test(tokens[j + 1]?.lower ?? '')) j += 2
    } else if (['am', 'pm', 'a', 'p'].includes(sign)) j = i + 1
  }
  if (j === i) return null
  if (['am', 'pm'].includes(tokens[j]?.lower ?? '')) j++
  else if (
    ['a', 'p'].includes(tokens[j]?.lower ?? '') &&
    tokens[j + 1]?.lower === '.' &&
    tokens[j + 2]?.lower === 'm'
  ) {
    j = tokens[j + 3]?.lower === '.' ? j + 4 : j + 3
  }
  if (ZONES.has(tokens[j]?.lower ?? '')) j++
  if (tokens[j]?.lower === '+' && /^[0-9]{1,2}$/.test(tokens[j + 1]?.lower ?? '')) j += 2
  return j
}

/** The block is nothing but byline and dateline. */
function wholeLine(
  text: string,
  block: Block,
  tokens: readonly Token[],
  elements: readonly Element[],
): Dateline | null {
  const opening = elements.find((element) => element.type !== 'sign' && element.type !== 'dash')?.type
  const labelled = opening === 'published' || opening === 'updated' || opening === 'by'
  const stop = '.!?…'.includes(tokens.at(-1)?.lower ?? ' ')
  const dates: Dateline['dates'] = []
  let role: DateRole = 'plain'
  let by = opening === 'by'
  // capitalised words behind "by", and those that nothing before them makes names of persons
  let names = 0
  let unsaid = 0
  let words = 0
  for (const [index, element] of elements.entries()) {
    const before = elements[index - 1]
    if (element.type === 'published' || element.type === 'updated') role = element.type
    else if (element.type === 'by') by = true
    else if (element.type === 'date' && element.date !== undefined) {
      if (!labelled && !isBounded(text, tokens, elements, index)) return null
      if (element.date.year === null) return null
      dates.push({ role, date: element.date })
      role = 'plain'
    } else if (element.type === 'words') {
      const run = tokens.slice(element.from, element.to)
      words += run.length
      if (run.length > MOST_WORDS) return null
      const freely = before?.type === 'by' && labelled && !stop
      if (!freely && !run.every((token) => isBylineWord(text, token))) return null
      const capitals = run.filter((token) => isCapitalised(text, token)).length
      if (before?.type !== 'by' && capitals > MOST_NAMES) return null
      if (by) names += capitals
      else unsaid += capitals
    }
  }
  if (words > MOST_WORDS * 2) return null
  if (dates.length === 0) {
    // "Par Jean Dupont", "Publié il y a deux heures": two capitals make a name; other capitals make a title
    const isStaff = tokens.some(({ lower }) => STAFF.has(lower))
    const named = unsaid === 0 && (!by || names >= 2 || isStaff)
    const isByline = labelled ? named && !stop : isAgencyLine(tokens, words)
    return isByline ? { dates, textStart: block.end } : null
  }
  const plain = dates.filter((date) => date.role === 'plain')
  if (plain.length > 1 && plain.some(({ date }) => !sameDate(date, plain[0]!.date))) return null
  return { dates, textStart: block.end }
}

/** "AFP", "Le Matin avec Reuters": an agency, and the paper that it was with. */
function isAgencyLine(tokens: readonly Token[], words: number): boolean {
  const last = tokens.at(-1)?.lower ?? ''
  if (!AGENCIES.has(last) || words > 6) return false
  return tokens.length === 1 || tokens.some(({ lower }) => ['avec', 'with', 'et', 'and', '/'].includes(lower))
}

/** Nothing but a sign, a time, a weekday or the small words of bylines touches the date: it is no part of a phrase. */
function isBounded(text: string, tokens: readonly Token[], elements: readonly Element[], index: number): boolean {
  const isSmall = (token: Token) => BYLINE_WORDS.has(token.lower)
  for (const neighbour of [elements[index - 1], elements[index + 1]]) {
    if (neighbour?.type !== 'words') continue
    const run = tokens.slice(neighbour.from, neighbour.to)
    if (run.every(isSmall)) continue
    // "Lille le 2 juin 2025"
    const isPlace = neighbour === elements[index - 1] && tokens[elements[index]?.from ?? 0]?.lower === 'le'
    if (!isPlace || run.length > MOST_NAMES || !run.every((token) => isPlaceWord(text, token))) return false
  }
  return true
}

/** "PARIS, le 3 mai 2025 – Le groupe", "LONDON, May 6 (Reuters) - The group", "NEW YORK--(BUSINESS WIRE)--The group". */
function lead(text: string, tokens: readonly Token[], elements: readonly Element[]): Dateline | null {
  let place = 0
  let upperCase = true
  let agency = false
  let date: StatedDate | null = null
  for (const [index, element] of elements.entries()) {
    const run = tokens.slice(element.from, element.to)
    if (element.type === 'words') {
      const bracketed = /^[(/]$/.test(tokens[element.from - 1]?.lower ?? '')
      if (bracketed && AGENCIES.has(run.map((token) => token.lower).join(' '))) agency = true
      else if (date !== null && !bracketed) return null
      else {
        if (!run.every((token) => isPlaceWord(text, token))) return null
        place += run.length
        upperCase &&= run.every((token) => isUpperCase(text, token) || !isCapitalised(text, token))
      }
      if (place > MOST_WORDS) return null
    } else if (element.type === 'date' && element.date !== undefined) {
      // "Le 3 mai 2025 – …" with no place before it begins an ordinary sentence
      if (date !== null || (element.introduced === true && place === 0)) return null
      if (elements[index - 1]?.type === 'words' && element.introduced !== true && !upperCase) return null
      date = element.date
    } else if (element.type === 'dash' || (element.type === 'sign' && run[0]?.lower === ':')) {
      if (isInsideWord(tokens, element.from)) return null
      const start = endOfDashes(tokens, element.to)
      const next = tokens[start]
      if (next === undefined) return null
      const isDateline =
        date === null ? agency && place > 0 : date.year !== null || (place > 0 && (agency || upperCase))
      const isPeriod = date !== null && elements[index + 1]?.type === 'date'
      // "NICE (AFP) - 3 mai 2025 - …": the date stands behind the first dash
      const dateFollows = date === null && /^(?:date|weekday)$/.test(elements[index + 1]?.type ?? '')
      if (
        isDateline &&
        !isPeriod &&
        !dateFollows &&
        (element.type === 'dash' || place > 0) &&
        startsSentence(text, tokens, start)
      ) {
        return { dates: date === null ? [] : [{ role: 'plain', date }], textStart: next.start }
      }
      // "NEW YORK--(BUSINESS WIRE)--", "Oslo – 3 May 2025 –": the first dashes stand before the agency or the date
      const following = elements[index + 1]?.type
      if (next.lower !== '(' && following !== 'date' && following !== 'weekday') return null
    } else if (run[0]?.lower === '.' && date !== null && date.year !== null && elements[index - 1]?.type === 'date') {
      const start = endOfDashes(tokens, element.to)
      const next = tokens[start]
      if (place === 0 || next === undefined || !startsSentence(text, tokens, start)) return null
      return { dates: [{ role: 'plain', date }], textStart: next.start }
    } else if (element.type === 'sign') {
      if (!'()./[]*'.includes(run[0]?.lower ?? ' ')) return null
    } else if (element.type !== 'comma' && element.type !== 'time' && element.type !== 'weekday') return null
  }
  return null
}

function endOfDashes(tokens: readonly Token[], from: number): number {
  let i = from
  while (/^[-–—*]$/.test(tokens[i]?.lower ?? '')) i++
  return i
}

/** A hyphen with no space before it and no second one: part of a compound. */
function isInsideWord(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i]
  if (token?.lower !== '-' || tokens[i + 1]?.lower === '-' || tokens[i - 1]?.lower === '-') return false
  return tokens[i - 1]?.end === token.start && tokens[i - 1]?.lower !== ')'
}

function startsSentence(text: string, tokens: readonly Token[], i: number): boolean {
  const token = tokens[i]
  if (token === undefined || token.lower === '(') return false
  if (token.kind === 'punct' || token.kind === 'symbol') return /^[«“"'‘€$£]$/.test(token.lower)
  // "bioVelmar", "eKolvar": a name whose capital stands inside
  return token.kind !== 'word' || isCapitalised(text, token) || INNER_UPPER.test(text.slice(token.start, token.end))
}

function sameDate(a: StatedDate, b: StatedDate): boolean {
  return a.year === b.year && a.month === b.month && a.day === b.day
}

const FIRST_UPPER = /^\p{Lu}/u
const INNER_UPPER = /^\p{Ll}{1,4}\p{Lu}/u

function isCapitalised(text: string, token: Token): boolean {
  return FIRST_UPPER.test(text.slice(token.start, token.end))
}

function isUpperCase(text: string, token: Token): boolean {
  const word = text.slice(token.start, token.end)
  return FIRST_UPPER.test(word) && word === word.toUpperCase()
}

function isPlaceWord(text: string, token: Token): boolean {
  return isCapitalised(text, token) || PLACE_WORDS.has(token.lower.replace(/'$/, ''))
}

function isBylineWord(text: string, token: Token): boolean {
  if (isCapitalised(text, token) || token.lower === '&') return true
  return token.kind === 'digits' ? token.lower.length <= 4 : BYLINE_WORDS.has(token.lower.replace(/'$/, ''))
}
