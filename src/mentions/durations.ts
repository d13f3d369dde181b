import type { DurationMention, RateMention } from '../types.js'
import { BEGIN } from './dates-bits.js'
import {
  begins,
  countAt,
  digitsAt,
  glued,
  isCapital,
  mayCount,
  numeralAt,
  type Scan,
  unitAt,
  word,
} from './dates-scan.js'
import type { Unit } from './dates-words.js'

/**
 * Lengths of time ("six mois", "a year and a half") and rates ("par an", "monthly"). Lengths are nominal, as in ISO 8601:
 * a month is a month, not thirty days.
 */

/** A length of time as told. */
export interface Length {
  next: number
  /** What was counted, where it is one whole or decimal count of one unit; null for "two years and three months". */
  single: { unit: Unit; count: number } | null
  years: number
  months: number
  weeks: number
  days: number
  hours: number
  minutes: number
  seconds: number
  /** "a few weeks": the count, three, is a guess. */
  vague: boolean
  /** Its only count is "a" or "un". */
  article: boolean
}

type Field = 'years' | 'months' | 'weeks' | 'days' | 'hours' | 'minutes' | 'seconds'

/** The field that a unit counts in, and how many of it the unit has. */
const FIELDS: Record<Unit, [Field, number]> = {
  second: ['seconds', 1],
  minute: ['minutes', 1],
  hour: ['hours', 1],
  day: ['days', 1],
  weekday: ['days', 1],
  weekend: ['days', 2],
  week: ['weeks', 1],
  fortnight: ['weeks', 2],
  month: ['months', 1],
  quarter: ['months', 3],
  half: ['months', 6],
  season: ['months', 3],
  year: ['years', 1],
  decade: ['years', 10],
  century: ['years', 100],
}

const ORDER: Field[] = ['years', 'months', 'weeks', 'days', 'hours', 'minutes', 'seconds']

const set = (words: string): Set<string> => new Set(words.split(' '))

/** Words that may stand between a count and its unit. */
const ADJECTIVES = set(
  'more additional extra less fewer full whole entire consecutive successive straight further long short solid calendar trading longs longues longue long pleines pleins bonnes bons grandes petits petites courtes courts petit petite bon bonne',
)
const HALF = set('half demi demie')
const A = set('a an une un')

/** "and a half", "et demie", "and a quarter", "trois quarts" after a unit or a whole number: the part, and the token after it. */
function fractionAfter(s: Scan, i: number): { part: number; next: number } | null {
  const and = word(s, i)
  if (s.lang === 'fr') {
    if (and === 'trois' && word(s, i + 1) === 'quarts') return { part: 0.75, next: i + 2 }
    if (and !== 'et') return null
    if (HALF.has(word(s, i + 1))) return { part: 0.5, next: i + 2 }
    return word(s, i + 1) === 'quart' ? { part: 0.25, next: i + 2 } : null
  }
  // "two-and-a-half years"
  if (and === '-' && word(s, i + 1) === 'and' && word(s, i + 2) === '-' && A.has(word(s, i + 3)))
    return word(s, i + 4) === '-' && word(s, i + 5) === 'half' ? { part: 0.5, next: i + 6 } : null
  if (and !== 'and') return null
  const from = A.has(word(s, i + 1)) ? i + 2 : i + 1
  if (word(s, from) === 'half') return { part: 0.5, next: from + 1 }
  if (word(s, from) === 'quarter') return { part: 0.25, next: from + 1 }
  // "one and two quarter hour" leaves out the plural
  const parts = word(s, i + 2) === 'quarter' ? countAt(s, i + 1) : null
  if (parts !== null && !parts.article) return { part: parts.count / 4, next: i + 3 }
  const numeral = numeralAt(s, i + 1)
  return numeral?.fraction === true && numeral.figure < 1 ? { part: numeral.figure, next: numeral.next } : null
}

interface Term {
  unit: Unit
  count: number
  next: number
  vague: boolean
  article: boolean
}

/** "a quarter of an hour", "three quarters of an hour" */
function quarterAt(s: Scan, i: number): Term | null {
  if (s.lang !== 'en') return null
  const three = word(s, i) === 'three'
  const at = three || word(s, i) === 'a' ? i + 1 : i
  if (word(s, at) !== (three ? 'quarters' : 'quarter') || word(s, at + 1) !== 'of' || !A.has(word(s, at + 2)))
    return null
  const unit = unitAt(s, at + 3, false)
  return unit === null ? null : { unit, count: three ? 0.75 : 0.25, next: at + 4, vague: false, article: false }
}

/** Letters and digits: "3h", "10D", "45min". */
const COMPACT = /^(\d{1,3})(min|sec|[hdjyws])$/
/** "2h30": a length or a time of day. */
const CLOCK = /^(\d{1,2})h([0-5]\d)$/
export const isCompactLength = (lower: string): boolean => COMPACT.test(lower) || CLOCK.test(lower)
const COMPACT_UNITS: Record<string, Unit> = {
  min: 'minute',
  sec: 'second',
  s: 'second',
  h: 'hour',
  d: 'day',
  j: 'day',
  w: 'week',
  y: 'year',
}
/** Only after these is "3h" a length and "10D" no name. */
const BEFORE_COMPACT = set('for in within during pour pendant en sous durant dure durait durera environ')
/** "plus de 2h30" */
const COMPARED = set('plus moins près durée')

function afterLengthWord(s: Scan, i: number): boolean {
  const before = word(s, i - 1)
  return BEFORE_COMPACT.has(before) || (before === 'de' && COMPARED.has(word(s, i - 2)))
}

function compactAt(s: Scan, i: number): Term | null {
  const token = s.tokens[i]
  if (token?.kind !== 'mixed' || token.lower.length > 6 || !afterLengthWord(s, i)) return null
  const clock = CLOCK.exec(token.lower)
  if (clock !== null) {
    const count = Number(clock[1]) + Number(clock[2]) / 60
    return { unit: 'hour', count, next: i + 1, vague: false, article: false }
  }
  const match = COMPACT.exec(token.lower)
  const unit = match === null ? undefined : COMPACT_UNITS[match[2]!]
  return unit === undefined ? null : { unit, count: Number(match![1]), next: i + 1, vague: false, article: false }
}

/** "2:30 hours" */
function hoursAndMinutes(s: Scan, i: number): Term | null {
  if (word(s, i + 1) !== ':' || !glued(s, i) || !glued(s, i + 1)) return null
  const hours = digitsAt(s, i)
  const minutes = digitsAt(s, i + 2)
  if (hours === null || minutes?.length !== 2 || minutes.value > 59) return null
  if (unitAt(s, i + 3, true) !== 'hour' || !word(s, i + 3).endsWith('s')) return null
  return { unit: 'hour', count: hours.value + minutes.value / 60, next: i + 4, vague: false, article: false }
}

const SECOND = set('second seconde')

/** One count and its unit: "two years", "half an hour", "three-year", "1,5 an". */
function termAt(s: Scan, i: number): Term | null {
  if (!mayCount(s, i) && word(s, i) !== 'quarter') return null
  const quarter = quarterAt(s, i)
  if (quarter !== null) return quarter
  // the half of "two-and-a-half-year" is none of its own
  if (word(s, i - 1) === '-' && HALF.has(word(s, i))) return null
  const half = HALF.has(word(s, i)) ? i : A.has(word(s, i)) && HALF.has(word(s, i + 1)) ? i + 1 : -1
  if (half >= 0) {
    let at = half + 1
    if (word(s, at) === '-' || A.has(word(s, at))) at++
    const unit = unitAt(s, at, false)
    if (unit !== null) return { unit, count: 0.5, next: at + 1, vague: false, article: false }
  }
  const compact = compactAt(s, i) ?? hoursAndMinutes(s, i)
  if (compact !== null) return compact
  // the minutes of a time of day: "2:30 hours"
  if (word(s, i - 1) === ':' && glued(s, i - 1) && digitsAt(s, i - 2) !== null) return null
  const counted = countAt(s, i)
  if (counted === null) return null
  let { count, next } = counted
  const added = fractionAfter(s, next)
  if (added !== null) {
    // "one and a half hours", "two and a quarter of an hour", "two-and-a-half-year"
    let at = added.next
    if (word(s, at) === '-') at++
    if (word(s, at) === 'of') at++
    if (A.has(word(s, at))) at++
    const unit = unitAt(s, at, true)
    return unit === null
      ? null
      : { unit, count: count + added.part, next: at + 1, vague: counted.vague, article: false }
  }
  let weekdays = false
  if (word(s, next) === '-') next++
  for (let k = 0; k < 2; k++) {
    const adjective = word(s, next)
    if (adjective === 'business' || adjective === 'working') weekdays = true
    else if (!ADJECTIVES.has(adjective)) break
    next++
  }
  const shortForm = counted.article && word(s, next).length < 3
  let unit = unitAt(s, next, !shortForm)
  if (unit === null) return null
  if (weekdays && unit === 'day') unit = 'weekday'
  if (weekdays && unit !== 'weekday') return null
  // "a second plant" counts nothing, "three quarters of" is a share
  if (counted.article && SECOND.has(word(s, next)) && s.tokens[next + 1] !== undefined) return null
  if (s.lang === 'en' && unit === 'quarter' && word(s, next + 1) === 'of') return null
  return { unit, count, next: next + 1, vague: counted.vague, article: counted.article }
}

/** The length of time that starts at token `i`, or null. */
export function lengthAt(s: Scan, i: number): Length | null {
  const known = s.lengths[i]
  if (known !== undefined) return known
  const length = readLength(s, i)
  s.lengths[i] = length
  return length
}

/** Tokens from the start of a length to its unit at most. */
const LONGEST_COUNT = 9

function readLength(s: Scan, i: number): Length | null {
  const unit = s.begin.nextUnit[i] ?? -1
  if ((begins(s, i) & (BEGIN.count | BEGIN.unit)) === 0 || unit < 0 || unit > i + LONGEST_COUNT) return null
  const first = termAt(s, i)
  if (first === null) return null
  const length: Length = {
    next: first.next,
    single: { unit: first.unit, count: first.count },
    years: 0,
    months: 0,
    weeks: 0,
    days: 0,
    hours: 0,
    minutes: 0,
    seconds: 0,
    vague: first.vague,
    article: first.article,
  }
  let [field, factor] = FIELDS[first.unit]
  length[field] += first.count * factor
  const part = fractionAfter(s, length.next)
  if (part !== null) {
    length[field] += part.part * factor
    length.single = { unit: first.unit, count: first.count + part.part }
    length.article = false
    length.next = part.next
    return length
  }
  // smaller units may follow: "2 years, 3 months", "an hour and 45 minutes"
  while (ORDER.indexOf(field) < ORDER.length - 1) {
    const joint = word(s, length.next)
    const at = joint === 'and' || joint === 'et' || joint === ',' ? length.next + 1 : length.next
    const term = termAt(s, at)
    if (term === null || term.vague || term.article || beginsOther(s, term.next)) {
      if (term === null && field === 'hours') addBareMinutes(s, length, at)
      return length
    }
    const [smaller, times] = FIELDS[term.unit]
    // "18 months and 3 million hours" are two lengths
    if (ORDER.indexOf(smaller) <= ORDER.indexOf(field) || term.count > MOST_SMALLER) return length
    field = smaller
    factor = times
    length[field] += term.count * factor
    length.single = null
    length.article = false
    length.next = term.next
  }
  return length
}

/** More of a smaller unit is no rest of a length told in a larger one. */
const MOST_SMALLER = 99

/** The term before token `i` belongs to another phrase: "three months and two days ago". */
const beginsOther = (s: Scan, i: number): boolean => word(s, i) === 'ago'

/** "1 hour fifteen" */
function addBareMinutes(s: Scan, length: Length, i: number): void {
  const minutes = countAt(s, i)
  if (minutes === null || minutes.article || minutes.vague || minutes.count >= 60) return
  if (!Number.isInteger(minutes.count) || s.tokens[minutes.next]?.kind === 'word') return
  length.minutes = minutes.count
  length.single = null
  length.article = false
  length.next = minutes.next
}

/** Share of each field's next smaller one: 12 months to a year, 30 days to a month. */
const SMALLER: [Field, Field, number][] = [
  ['years', 'months', 12],
  ['months', 'days', 30],
  ['weeks', 'days', 7],
  ['days', 'hours', 24],
  ['hours', 'minutes', 60],
  ['minutes', 'seconds', 60],
]

/** ISO 8601: `P2Y6M`, `P4W`, `PT1H30M`. Parts of a unit become whole smaller ones; weeks beside other units become days. */
export function isoDuration(length: Length): string {
  const n = { ...length }
  const others = ORDER.some((field) => field !== 'weeks' && n[field] > 0)
  if (n.weeks > 0 && (others || !Number.isInteger(n.weeks))) {
    n.days += n.weeks * 7
    n.weeks = 0
  }
  for (const [field, smaller, times] of SMALLER) {
    const rest = n[field] % 1
    if (rest === 0) continue
    n[field] -= rest
    // thirds and the like do not come out whole: 1e-6 of a unit is noise
    n[smaller] += Math.round(rest * times * 1e6) / 1e6
  }
  const date = [n.years && `${n.years}Y`, n.months && `${n.months}M`, n.weeks && `${n.weeks}W`, n.days && `${n.days}D`]
  const seconds = Math.round(n.seconds * 1e3) / 1e3
  const time = [n.hours && `${n.hours}H`, n.minutes && `${n.minutes}M`, seconds && `${seconds}S`]
  const clock = time.filter(Boolean).join('')
  return `P${date.filter(Boolean).join('')}${clock === '' ? '' : `T${clock}`}`
}

/** Prepositions that make a length the time in which something was reached. */
const WITHIN = set('in within over for during throughout en sur pendant durant sous')
/** Words between such a preposition and the length: "en seulement quatre mois", "in less than a year". */
const BEFORE_LENGTH = set(
  "just only under less more than about around nearly almost some barely roughly approximately over least at the a l' seulement à peine moins plus près environ quelque presque de d' les ces about tout juste un une espace space span total",
)
/** Words before "a year" that show it to be a length of time. */
const BEFORE_ARTICLE = set(
  'in within over for during throughout under than about around nearly almost just after only roughly least took takes take taking lasts lasted last every once another half en sur pendant durant sous après moins plus près environ presque dans depuis',
)
/** French units that "un" and "une" count only after a preposition: "une année record" tells no length. */
const INDEFINITE = set(
  'jour journée journées année annee exercice trimestre semestre saison week-end weekend minute seconde',
)

const OLD = new Set(['old', 'olds'])
const WHOLE = set('all whole entire full tout toute')

/**
 * The duration mention that starts at token `i`, and the index after it.
 *
 * A vague length ("a few weeks") counts as three, after Recognizers-Text, and is never `within`: nobody said three.
 */
export function readDuration(s: Scan, i: number): { mention: DurationMention; next: number } | null {
  const whole = wholeUnit(s, i)
  if (whole !== null) return whole
  const length = lengthAt(s, i)
  if (length === null) return null
  const before = word(s, i - 1)
  // a length that is all there is needs no preposition
  const alone = i === 0 && length.next === s.tokens.length
  if (length.article && !alone && s.lang === 'en' && !BEFORE_ARTICLE.has(before)) return null
  if (
    length.article &&
    !alone &&
    s.lang === 'fr' &&
    INDEFINITE.has(word(s, length.next - 1)) &&
    !BEFORE_ARTICLE.has(before)
  ) {
    return null
  }
  // "three quarters": a share, unless a preposition makes it a time
  if (
    s.lang === 'en' &&
    length.single?.unit === 'quarter' &&
    !WITHIN.has(before) &&
    !ADJECTIVES.has(word(s, length.next - 2))
  ) {
    return null
  }
  if (isClock(s, i, length)) return null
  let next = length.next
  if (word(s, next) === '-' && OLD.has(word(s, next + 1))) next += 2
  const within = !length.vague && isWithin(s, i)
  return { mention: durationMention(s, i, next, isoDuration(length), within), next }
}

const CLOCK_PREPOSITIONS = set('à vers dès')

/** "13 h 20", "à 20 heures": a time of day. */
function isClock(s: Scan, i: number, length: Length): boolean {
  if (s.lang !== 'fr' || length.hours === 0 || length.days > 0) return false
  const bare = word(s, i + 1) === 'h' && digitsAt(s, i + 2) !== null
  return (
    (bare && s.tokens[length.next - 1]?.kind === 'digits' && !afterLengthWord(s, i)) ||
    CLOCK_PREPOSITIONS.has(word(s, i - 1))
  )
}

function durationMention(s: Scan, i: number, next: number, iso: string, within: boolean): DurationMention {
  return { type: 'duration', start: s.tokens[i]!.start, end: s.tokens[next - 1]!.end, iso, within }
}

function isWithin(s: Scan, i: number): boolean {
  for (let k = i - 1; k >= 0 && k >= i - 4; k--) {
    const before = word(s, k)
    if (WITHIN.has(before)) return true
    if (!BEFORE_LENGTH.has(before)) return false
  }
  return false
}

/** "all day", "toute l'année". */
function wholeUnit(s: Scan, i: number): { mention: DurationMention; next: number } | null {
  if (!WHOLE.has(word(s, i))) return null
  if (s.lang === 'en' && word(s, i) !== 'all') return null
  const at = s.lang === 'fr' ? (s.words.articles.has(word(s, i + 1)) ? i + 2 : -1) : i + 1
  const unit = at < 0 ? null : unitAt(s, at, false)
  if (unit !== 'day' && unit !== 'month' && unit !== 'year' && !(unit === 'week' && s.lang === 'fr')) return null
  const iso = { day: 'P1D', week: 'P1W', month: 'P1M', year: 'P1Y' }[unit]
  return { mention: durationMention(s, i, at + 1, iso, false), next: at + 1 }
}

const RATES = new Map<string, string>([
  ...['annual', 'annually', 'yearly', 'annualised', 'annualized'].map((w): [string, string] => [w, 'P1Y']),
  ...['monthly'].map((w): [string, string] => [w, 'P1M']),
  ...['quarterly'].map((w): [string, string] => [w, 'P3M']),
  ...['weekly'].map((w): [string, string] => [w, 'P1W']),
  ...['daily'].map((w): [string, string] => [w, 'P1D']),
  ...['hourly'].map((w): [string, string] => [w, 'PT1H']),
  ...['annuel', 'annuelle', 'annuels', 'annuelles', 'annuellement'].map((w): [string, string] => [w, 'P1Y']),
  ...['mensuel', 'mensuelle', 'mensuels', 'mensuelles', 'mensuellement'].map((w): [string, string] => [w, 'P1M']),
  ...['trimestriel', 'trimestrielle', 'trimestriels', 'trimestrielles'].map((w): [string, string] => [w, 'P3M']),
  ...['semestriel', 'semestrielle', 'semestriels', 'semestrielles'].map((w): [string, string] => [w, 'P6M']),
  ...['hebdomadaire', 'hebdomadaires'].map((w): [string, string] => [w, 'P1W']),
  ...['quotidien', 'quotidienne', 'quotidiens', 'quotidiennes', 'quotidiennement'].map((w): [string, string] => [
    w,
    'P1D',
  ]),
  ...['journalier', 'journalière', 'journaliers', 'journalières'].map((w): [string, string] => [w, 'P1D']),
])

/** What is counted a day, a week or a quarter; beside other nouns such an adjective only describes ("daily life"). */
const COUNTED_NOUNS = set(
  'production output capacity rate pace sales volume volumes average deliveries shipments orders passengers users customers visitors trips flights transactions traffic revenue consumption demand turnover active capacité rythme cadence ventes volume volumes moyenne consommation livraisons commandes passagers trafic fréquentation recettes débit diffusion clients visiteurs utilisateurs vols trajets unités exemplaires véhicules voitures tonnes',
)

/** Nouns with which such an adjective tells when something appears or how it grew, not at what rate something is made. */
const NO_RATE = set(
  'report reports results result meeting meetings conference general accounts statement statements growth increase decline rise fall drop inflation gain loss losses festival event show rapport rapports résultat résultats assemblée assemblées bilan comptes publication publications conférence salon glissement croissance hausse baisse progression recul inflation variation évolution taux édition rendez-vous fête budget',
)
/** With these a quarterly or half-yearly figure is that of the one period, as in "quarterly revenue". */
const PERIOD_FIGURES = set(
  'revenue revenues sales profit profits earnings income figures loss losses dividend update affaires ventes bénéfice bénéfices revenus chiffre chiffres perte pertes résultat dividende livraisons',
)
const NOUN_ARTICLES = set('le un du ce au the l')

const isRateUnit = (s: Scan, i: number): Unit | null => {
  const unit = s.words.units.get(word(s, i)) ?? null
  return unit === 'season' || unit === 'weekend' || unit === 'half' ? null : unit
}

/** ISO 8601 duration of one unit. */
function oneOf(unit: Unit, count = 1): string {
  const [field, factor] = FIELDS[unit]
  const letter = { years: 'Y', months: 'M', weeks: 'W', days: 'D', hours: 'H', minutes: 'M', seconds: 'S' }[field]
  const clock = field === 'hours' || field === 'minutes' || field === 'seconds'
  return `P${clock ? 'T' : ''}${count * factor}${letter}`
}

/** How many tokens back the figure of a rate may stand: "18 million tonnes of grey cement a year". */
const RATE_REACH = 8
const NUMBERS = set(
  'hundred thousand million millions billion billions trillion once twice times bn m dozen dozens one two three four five six seven eight nine ten twenty thirty fifty percent',
)
/** Words between which and "a year" there is no rate. */
const NOT_BEFORE_RATE = set(
  'in within over for during under than about around nearly almost just after only of is was as be from to by with at on and or but took takes take taking lasted such what half quite many',
)
const NOT_AFTER_RATE = set('later earlier ago before after since old')
/** "a year from now": a time, where "3,000 cars a year from 2028" tells a rate. */
const FROM_WHEN = set('now today then that this')

/** The rate mention that starts at token `i`, and the index after it. */
export function readRate(s: Scan, i: number): { mention: RateMention; next: number } | null {
  const first = word(s, i)
  const mention = (next: number, per: string) => ({
    mention: { type: 'rate', start: s.tokens[i]!.start, end: s.tokens[next - 1]!.end, per } satisfies RateMention,
    next,
  })
  const adjective = RATES.get(first)
  if (adjective !== undefined) return adjectiveRate(s, i, adjective) ? mention(i + 1, adjective) : null
  if (first === '/') {
    const unit = i > 0 && glued(s, i - 1) && glued(s, i) && digitsAt(s, i + 1) === null ? isRateUnit(s, i + 1) : null
    return unit === null ? null : mention(i + 2, oneOf(unit))
  }
  if (s.lang === 'fr') {
    if (first === 'par' || first === 'chaque') {
      const unit = isRateUnit(s, i + 1)
      return unit === null ? null : mention(i + 2, oneOf(unit))
    }
    if ((first === 'tous' || first === 'toutes') && word(s, i + 1) === 'les') {
      const unit = isRateUnit(s, i + 2)
      return unit === null ? null : mention(i + 3, oneOf(unit))
    }
    return null
  }
  if (first === 'per' || first === 'each' || first === 'every') {
    const unit = isRateUnit(s, i + 1)
    // "in each quarter" tells of single quarters, "each year" of a rate
    return unit === null || unit === 'quarter' || word(s, i + 1).endsWith('s') ? null : mention(i + 2, oneOf(unit))
  }
  if (first !== 'a' && first !== 'an') return null
  const unit = isRateUnit(s, i + 1)
  if (unit === null || unit === 'quarter' || unit === 'second' || NOT_AFTER_RATE.has(word(s, i + 2))) return null
  if (/^(?:in|to)$/.test(word(s, i + 2)) && !isPlaceAt(s, i + 3) && !isYearIn(s, i + 2)) return null
  if (word(s, i + 2) === 'from' && FROM_WHEN.has(word(s, i + 3))) return null
  if (NOT_BEFORE_RATE.has(word(s, i - 1))) return null
  for (let k = i - 1; k >= 0 && k >= i - RATE_REACH; k--) {
    const token = s.tokens[k]!
    if (token.kind === 'digits' || token.kind === 'mixed' || NUMBERS.has(token.lower))
      return mention(i + 2, oneOf(unit))
    if (token.kind === 'punct' && token.lower !== '.' && token.lower !== ',' && token.lower !== ')') return null
  }
  return null
}

/** "a year in 2027", "a year in mid-2026": when it was, or will be, so many a year. */
const isYearIn = (s: Scan, i: number): boolean =>
  word(s, i) === 'in' && (digitsAt(s, i + 1) !== null || /^(?:mid|early|late)(?:-|$)/.test(word(s, i + 1)))

/** "a year in Japan", "a year to the Gulf", but "a year in which", "in a year to March". */
function isPlaceAt(s: Scan, i: number): boolean {
  const at = s.words.articles.has(word(s, i)) ? i + 1 : i
  return isCapital(s, at) && !s.words.months.has(word(s, at)) && !s.words.shortMonths.has(word(s, at))
}

/** Whether "annual", "mensuel" at token `i` tell a rate: beside its noun, and not a noun or name itself. */
function adjectiveRate(s: Scan, i: number, per: string): boolean {
  const noun = s.lang === 'en' ? word(s, i + 1) : word(s, i - 1)
  if (NO_RATE.has(noun)) return false
  if (per === 'P3M' || per === 'P6M') {
    if (PERIOD_FIGURES.has(noun) || !COUNTED_NOUNS.has(noun)) return false
  } else if ((per === 'P1D' || per === 'P1W') && !COUNTED_NOUNS.has(noun)) return false
  if (s.lang === 'en') return !isCapital(s, i) || i === 0
  return !NOUN_ARTICLES.has(noun)
}

/** Words that tell a rate by themselves: "annual", "mensuel". */
export const RATE_WORDS: string[] = [...RATES.keys()]

/** Words at which a rate may start that a unit after them tells. */
export const RATE_STARTS = {
  en: ['per', 'each', 'every', 'a', 'an'],
  fr: ['par', 'chaque', 'tous', 'toutes'],
}
