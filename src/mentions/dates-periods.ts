import { addMonths } from '../calendar.js'
import type { DatePart } from '../types.js'
import { BEGIN } from './dates-bits.js'
import { readCode } from './dates-codes.js'
import { MONTH_GOVERNORS, monthModified, readModified, readMonth, stated, withYear } from './dates-days.js'
import { readYearRange, yearAt } from './dates-numeric.js'
import { modifierAfter, readUnitWhole } from './dates-relative.js'
import {
  CALENDAR,
  type Calendar,
  cycle,
  partOf,
  period,
  type Reading,
  UNKNOWN,
  yearPeriod,
  yearsPeriod,
} from './dates-resolve.js'
import {
  begins,
  countAt,
  digitsAt,
  isYear,
  ordinalAt,
  phraseAt,
  reading,
  type Scan,
  skipArticles,
  skipOf,
  word,
  yearInWords,
} from './dates-scan.js'
import { type YearReading, yearAfter } from './dates-years.js'

/** Years and their parts: quarters, halves, seasons, decades, "fin 2025", "mid-March". */

/** Words before a French season: "été" is also a participle, and a season needs its article. */
const BEFORE_SEASON = {
  fr: new Set("l' cet ce le au du en d' de fin début mi dès cours".split(' ')),
  en: new Set('the in by since until during over late early mid through for'.split(' ')),
}

/** "au printemps 2027", "l'été", "summer of 2024", "in the fall". */
export function readSeason(s: Scan, i: number): Reading | null {
  const grouping = s.words.seasons.get(word(s, i))
  if (grouping === undefined) return null
  const w = word(s, i)
  const before = word(s, i - 1)
  // "the fall of the pound", but "in the fall of 2008"
  const decline = w === 'fall' && s.words.of.has(word(s, i + 1)) && !(before === 'the' && word(s, i - 2) === 'in')
  const year = decline ? null : (winterYears(s, i + 1) ?? yearAfter(s, i + 1, false))
  const c: Calendar = { ...CALENDAR, grouping }
  if (year !== null) {
    if (w === 'été' && AFTER_HAVING.has(before)) return null
    return reading(year.next, withYear(c, year), ...stated(year, 'season'))
  }
  if (!BEFORE_SEASON[s.lang].has(before)) return null
  if (s.lang === 'fr') {
    // "en été" and "d'hiver" tell of any year
    const after = modifierAfter(s, i + 1)
    if (
      after === null &&
      (before === 'en' || before === "d'" || before === 'de') &&
      word(s, i - 2) !== 'fin' &&
      word(s, i - 2) !== 'début'
    ) {
      return null
    }
    return monthModified(s, i + 1, c, 'season')
  }
  const after = word(s, i + 1)
  if (w === 'fall' && (before !== 'the' || word(s, i - 2) !== 'in' || after === 'in' || after === 'of')) return null
  if (w === 'spring' && before === 'the' && after === 'of') return null
  // "the summer sales": a noun of its own follows
  if (before === 'the' && s.tokens[i + 1]?.kind === 'word' && !MONTH_GOVERNORS.has(after) && word(s, i - 2) !== 'in')
    return null
  return reading(i + 1, c, 'season')
}

/** "winter 2024/25", "hiver 2024-2025": it is named by the year in which it begins. */
function winterYears(s: Scan, i: number): YearReading | null {
  const at = skipOf(s, i)
  const years = readYearRange(s, at)
  return years === null ? null : { next: years.next, year: digitsAt(s, at)!.value }
}

/** Before "été" these make it the participle of "être": "a déjà été". */
const AFTER_HAVING = new Set(
  'a ai as avons avez ont avait avaient aura auront aurait auraient avoir ayant eu pas déjà jamais toujours aussi également'.split(
    ' ',
  ),
)

/** Words for a place counted from the beginning, or from the end. */
const ENDS = new Map<string, number>([
  ...'first premier premiers première premières premiere premieres'.split(' ').map((w): [string, number] => [w, 1]),
  ...'last final closing dernier derniers dernière dernières derniere dernieres'
    .split(' ')
    .map((w): [string, number] => [w, -1]),
  ['avant-dernier', -2],
  ['avant-dernière', -2],
])

/** "the fourth", "final" and "dernier" as the place of a period in a longer one; negative places count from its end. */
export function placeAt(s: Scan, i: number): { n: number; next: number } | null {
  if ((begins(s, i) & BEGIN.place) === 0) return null
  const n = ENDS.get(word(s, i))
  if (n !== undefined) return { n, next: i + 1 }
  const ordinal = ordinalAt(s, i)
  if (ordinal === null || ordinal.n < 1) return null
  // "third last week", "second to last day"
  if (word(s, ordinal.next) === 'last') return { n: -ordinal.n, next: ordinal.next + 1 }
  if (word(s, ordinal.next) === 'to' && word(s, ordinal.next + 1) === 'last')
    return { n: -ordinal.n, next: ordinal.next + 2 }
  return ordinal
}

const FISCAL_WORDS = new Set(['fiscal', 'financial', 'calendar', 'business'])

/** "third quarter of 2024", "premier semestre", "first half", "première moitié de l'année". */
export function readGrouping(s: Scan, i: number): Reading | null {
  const place = placeAt(s, i)
  if (place === null) return null
  let at = place.next
  const dashed = word(s, at) === '-'
  if (dashed || FISCAL_WORDS.has(word(s, at))) at++
  const half = word(s, at) === 'half' || word(s, at) === 'moitié'
  const unit = half ? 'half' : s.words.units.get(word(s, at))
  if ((unit !== 'quarter' && unit !== 'half') || /s$/.test(word(s, at))) return null
  at++
  if (half && (word(s, at) === '-' || word(s, at) === 'year') && s.lang === 'en') {
    // "first half-year" is the half, "first half-hour" is not
    const year = word(s, at) === '-' ? at + 1 : at
    if (word(s, year) !== 'year') return null
    at = year + 1
  }
  const count = unit === 'quarter' ? 4 : 2
  const n = place.n < 0 ? count + 1 + place.n : place.n
  if (n < 1 || n > count) return null
  const grouping = unit === 'quarter' ? 32 + n : 39 + n
  const year = yearAfter(s, at, false)
  if (place.n < 0 && year === null) return null
  if (half && year === null && !(dashed && s.lang === 'en') && !halfOfYear(s, i, at)) return null
  const c: Calendar = { ...CALENDAR, grouping }
  if (year !== null) return reading(year.next, withYear(c, year), ...stated(year, unit))
  return monthModified(s, at, c, unit)
}

/** "the 1986 first quarter", "its 2024 second half". */
export function readYearThenGrouping(s: Scan, i: number): Reading | null {
  if (s.lang !== 'en') return null
  const year = yearAt(s, i)
  const part = year === null ? null : readGrouping(s, i + 1)
  if (year === null || part === null || part.date.is !== 'calendar' || part.date.year !== undefined) return null
  return { next: part.next, stated: ['year', ...part.stated], date: { ...part.date, year } }
}

const BEFORE_HALF = new Set('the in for during its their of over this'.split(' '))

/** "In the first half, sales …": a half without its year is one of a year unless it is the half of something else. */
function halfOfYear(s: Scan, i: number, at: number): boolean {
  if (s.lang === 'fr' || word(s, at) === 'of') return false
  return BEFORE_HALF.has(word(s, i - 1))
}

/** The month, quarter or year that a part belongs to. */
export function readWhole(s: Scan, i: number): Reading | null {
  const at = skipArticles(s, i)
  return (
    readMonthPhrase(s, at) ??
    readYearPhrase(s, at) ??
    readCode(s, at) ??
    wholeYear(s, at) ??
    readMonth(s, at, { inRange: true }) ??
    readGrouping(s, at) ??
    wholeSeason(s, at) ??
    readModified(s, at) ??
    readUnitWhole(s, i)
  )
}

/** After "of" or "early" any four digits are a year. */
function wholeYear(s: Scan, i: number): Reading | null {
  const year = yearAt(s, i)
  if (year !== null) return reading(i + 1, yearPeriod(year), 'year')
  const words = yearInWords(s, i)
  return words === null ? null : reading(words.next, yearPeriod(words.year), 'year')
}

function wholeSeason(s: Scan, i: number): Reading | null {
  const grouping = s.words.seasons.get(word(s, i))
  if (grouping === undefined || word(s, i) === 'fall') return null
  const year = yearAfter(s, i + 1, false)
  return reading(year?.next ?? i + 1, withYear({ ...CALENDAR, grouping }, year), ...stated(year, 'season'))
}

const THIRD: DatePart[] = ['third']

/** "début 2025", "mid-March", "the end of last year", "fin d'année". */
export function readPart(s: Scan, i: number): Reading | null {
  const yearEnd = readYearEnd(s, i)
  if (yearEnd !== null) return yearEnd
  const part = s.words.parts.get(word(s, i))
  if (part === undefined) return null
  const w = word(s, i)
  let at = i + 1
  const dashed = word(s, at) === '-'
  if (dashed) at++
  if (w === 'mi' && !dashed) return null
  const of = skipOf(s, at)
  const governed = of > at
  // "end", "start" and their like are also verbs and nouns: only "of" or a dash makes them parts of a date
  const noun = s.lang === 'en' && w !== 'early' && w !== 'late' && w !== 'mid'
  if (noun && !governed && !dashed && yearAt(s, at) === null) return null
  if (noun && governed && word(s, at) === 'in') return null
  if (w === 'milieu' && !governed) return null
  const inner = governed ? skipFrenchArticle(s, at) : at
  const whole = readWhole(s, word(s, inner) === 'around' ? inner + 1 : inner)
  if (whole === null) return null
  if (whole.date.is === 'calendar') {
    if (whole.date.day !== undefined || whole.date.weekday !== undefined) return null
    return { next: whole.next, stated: [...whole.stated, ...THIRD], date: { ...whole.date, part } }
  }
  // "mid-year" and "end of week" need no article, "late year" tells nothing
  return { next: whole.next, stated: [...whole.stated, ...THIRD], date: partOf(whole.date, part) }
}

/** After "of", the whole with its article: "de l'année", "du mois". */
export const skipFrenchArticle = (s: Scan, at: number): number => (s.words.of.has(word(s, at)) ? at + 1 : at)

/** "year-end", "the year's end", "year end 2025", "EOY". */
function readYearEnd(s: Scan, i: number): Reading | null {
  const token = s.tokens[i]
  if (token === undefined || s.lang === 'fr') return null
  if (token.end - token.start === 3) {
    const code = s.text.slice(token.start, token.end)
    if (code === 'EOY' || code === 'BOY')
      return reading(i + 1, partOf(cycle('year', 0, s.ref), code === 'EOY' ? 3 : 1), 'relative', 'third')
    if (code === 'EOM' || code === 'BOM')
      return reading(i + 1, partOf(cycle('month', 0, s.ref), code === 'EOM' ? 3 : 1), 'relative', 'third')
  }
  if (token.lower !== 'year' && token.lower !== 'month') return null
  const joint = word(s, i + 1)
  const end = joint === '-' || joint === "'s" ? i + 2 : i + 1
  if (word(s, end) !== 'end' || (joint === 'end' && !s.words.beforeYear.has(word(s, i - 1)))) return null
  const whole = cycle(token.lower, 0, s.ref)
  const year = token.lower === 'year' ? yearAt(s, end + 1) : null
  if (year !== null) return reading(end + 2, partOf(yearPeriod(year), 3), 'year', 'third')
  return reading(end + 1, partOf(whole, 3), 'relative', 'third')
}

/** "earlier this year", "later in the month", "plus tard dans l'année": the period up to or from the reference date. */
export function readEarlierLater(s: Scan, i: number): Reading | null {
  const w = word(s, i)
  let later: boolean
  let at = i + 1
  if (s.lang === 'en' && (w === 'earlier' || w === 'later')) later = w === 'later'
  else if (w === 'plus' && (word(s, at) === 'tôt' || word(s, at) === 'tard')) {
    later = word(s, at) === 'tard'
    at++
  } else return null
  const whole = word(s, at) === 'in' || word(s, at) === 'dans' ? readUnitWhole(s, at + 1) : readUnitWhole(s, at)
  if (whole === null || whole.date.is !== 'period') return null
  const { edtf, from, to } = whole.date
  if (edtf === null || from === null || to === null || s.ref === null) return reading(whole.next, UNKNOWN, 'relative')
  if (from > s.ref.from || to <= s.ref.from) return null
  const middle = to - from === 7 ? from + 3 : to - from > 31 ? addMonths(from, Math.round((to - from) / 61)) : from + 15
  const date = later
    ? period(edtf, Math.max(middle, Math.min(s.ref.from, to - 1)), to)
    : period(edtf, from, Math.min(middle, Math.max(s.ref.to, from + 1)))
  return reading(whole.next, date, 'relative')
}

const YEAR_PREFIXES: Record<string, string[][]> = {
  en: [
    ['fiscal', 'year'],
    ['financial', 'year'],
    ['calendar', 'year'],
    ['full', 'year'],
    ['model', 'year'],
    ['fiscal'],
    ['year', 'of'],
    ['year'],
    ['fy'],
    ['cy'],
  ],
  fr: [['année'], ['an'], ['exercice'], ['exercice', 'fiscal'], ['exercice', 'comptable'], ['années']],
}

/** "l'année 2024", "exercice 2024/25", "fiscal 2025", "FY 2025", "années 1990", "week 31". */
export function readYearPhrase(s: Scan, i: number): Reading | null {
  for (const phrase of YEAR_PREFIXES[s.lang]!) {
    const at = phraseAt(s, i, phrase)
    if (at === null) continue
    if (phrase[0] === 'années') return readFrenchDecade(s, at)
    // a model year is no date of an event
    if (phrase[0] === 'model') return null
    const range = readYearRange(s, at)
    if (range !== null) return range
    const year = yearAt(s, at)
    if (year !== null) return reading(at + 1, yearPeriod(year), 'year')
  }
  return null
}

function readFrenchDecade(s: Scan, i: number): Reading | null {
  const digits = digitsAt(s, i)
  if (digits !== null && digits.value % 10 === 0) {
    if (digits.length === 4 && isYear(digits.value)) return reading(i + 1, yearsPeriod(digits.value, 10), 'decade')
    if (digits.length === 2 && digits.value >= 20) return reading(i + 1, yearsPeriod(1900 + digits.value, 10), 'decade')
    return null
  }
  const words = s.tokens[i]?.kind === 'word' ? countAt(s, i) : null
  if (words === null || words.article || words.vague || words.count % 10 !== 0 || words.count < 20 || words.count > 90)
    return null
  return reading(words.next, yearsPeriod(1900 + words.count, 10), 'decade')
}

const DECADE_NAMES = new Map([
  ['twenties', 20],
  ['thirties', 30],
  ['forties', 40],
  ['fifties', 50],
  ['sixties', 60],
  ['seventies', 70],
  ['eighties', 80],
  ['nineties', 90],
])

/** "the nineties"; "in her sixties" is an age. */
export function readDecadeName(s: Scan, i: number): Reading | null {
  const decade = DECADE_NAMES.get(word(s, i))
  const before = word(s, i - 1)
  if (
    decade === undefined ||
    !(before === 'the' || before === 'in' || before === 'early' || before === 'late' || before === '-')
  ) {
    return null
  }
  return reading(i + 1, yearsPeriod(1900 + decade, 10), 'decade')
}

/** "mois de mars", "month of June 2024" */
export function readMonthPhrase(s: Scan, i: number): Reading | null {
  if (word(s, i) !== 'mois' && word(s, i) !== 'month') return null
  const of = skipOf(s, i + 1)
  return of === i + 1 ? null : readMonth(s, of, { inRange: true })
}
