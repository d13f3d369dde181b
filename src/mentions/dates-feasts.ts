import { type Day, dayNumber, daysInMonth, easter, orthodoxEaster, weekdayOf } from '../calendar.js'
import type { Language } from '../types.js'
import { HINDU_HOURS, HINDU_MONTHS, hinduDay, solarFeast } from './calendar-hindu.js'
import { CALENDAR, type Calendar, days, type Period, type Reading } from './dates-resolve.js'
import { reading, type Scan, word } from './dates-scan.js'
import type { Lean } from './dates-words.js'
import { yearAfter } from './dates-years.js'

/**
 * Feasts and commercial days that news dates things by: fixed days, nth weekdays, feasts of the Christian moon, and those
 * of the Jewish, Islamic and Chinese calendars, which the runtime's ICU data knows, and of the Hindu one. A day that begins
 * at sunset (Jewish feasts) is that of its eve.
 */

/** A fixed month and day, or the first day (and number of days) in a Gregorian year; null where it has none. */
type Rule = readonly [month: number, day: number] | ((year: number) => { from: Day; length: number } | null)

const one = (from: Day) => ({ from, length: 1 })
/** The nth weekday (1 Monday) of a month, from its end where negative. */
function nthWeekday(year: number, month: number, weekday: number, n: number): Day {
  if (n > 0) {
    const first = dayNumber(year, month, 1)
    return first + ((weekday - weekdayOf(first) + 7) % 7) + (n - 1) * 7
  }
  const last = dayNumber(year, month, daysInMonth(year, month))
  return last - ((weekdayOf(last) - weekday + 7) % 7) + (n + 1) * 7
}

const nth =
  (month: number, weekday: number, n: number, after = 0): Rule =>
  (year) =>
    one(nthWeekday(year, month, weekday, n) + after)
const western =
  (offset: number, length = 1): Rule =>
  (year) => ({ from: easter(year) + offset, length })
const orthodox =
  (offset: number, length = 1): Rule =>
  (year) =>
    year >= 1900 && year <= 2099 ? { from: orthodoxEaster(year) + offset, length } : null

/** The nearest weekday to 16 October. */
const bossDay: Rule = (year) => {
  const day = dayNumber(year, 10, 16)
  const weekday = weekdayOf(day)
  return one(weekday === 6 ? day - 1 : weekday === 7 ? day + 1 : day)
}
/** The last Sunday of May, or the first of June where that is Pentecost. */
const frenchMothersDay: Rule = (year) => {
  const sunday = nthWeekday(year, 5, 7, -1)
  return one(sunday === easter(year) + 49 ? sunday + 7 : sunday)
}
/** 27 April, a day earlier on a Sunday; before 2014 the queen's day. */
const kingsDay: Rule = (year) => {
  const day = dayNumber(year, 4, 27)
  return year < 2014 ? null : one(weekdayOf(day) === 7 ? day - 1 : day)
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** Month and day of a Gregorian day in one of ICU's calendars, months by number. */
function inCalendar(calendar: string, day: Day): string {
  let format = formats.get(calendar)
  if (format === undefined) {
    format = new Intl.DateTimeFormat(`en-u-ca-${calendar}`, { month: 'long', day: 'numeric', timeZone: 'UTC' })
    formats.set(calendar, format)
  }
  return format.format(day * 86_400_000)
}

const found = new Map<string, Day | null>()

/** A day that is looked for once a year and feast. */
function once(key: string, find: () => Day | null): Day | null {
  const known = found.get(key)
  if (known !== undefined) return known
  const day = find()
  found.set(key, day)
  return day
}

/** A feast by its month and day in another calendar, as ICU writes them ("15 Nisan"); the first one in the year. */
const lunar =
  (calendar: string, monthDay: string, length = 1, offset = 0) =>
  (year: number): { from: Day; length: number } | null => {
    // ICU's tables of observed months reach so far
    if (year < 1900 || year > 2100) return null
    const day = once(`${calendar} ${monthDay} ${year}`, () => {
      const end = dayNumber(year + 1, 1, 1)
      for (let d = dayNumber(year, 1, 1); d < end; d++) {
        const there = inCalendar(calendar, d)
        // in Jewish leap years the feasts of Adar are kept in the second one
        if (there === monthDay || there === `${monthDay} II`) return d
      }
      return null
    })
    return day === null ? null : { from: day + offset, length }
  }

const hebrew = (monthDay: string, length = 1, offset = 0) => lunar('hebrew', monthDay, length, offset)
const islamic = (monthDay: string, length = 1, offset = 0) => lunar('islamic-umalqura', monthDay, length, offset)

/** The month before the feast that ends it: its length varies. */
const ramadan = (year: number) => {
  const start = islamic('Ramadan 1')(year)
  if (start === null) return null
  const end = islamic('Shawwal 1')(year)
  return { from: start.from, length: end !== null && end.from > start.from ? end.from - start.from : 30 }
}

/** The last Friday of Ramadan. */
const lastFridayOfRamadan: Rule = (year) => {
  const month = ramadan(year)
  if (month === null) return null
  const last = month.from + month.length - 1
  return one(last - ((weekdayOf(last) + 2) % 7))
}

/** A tithi of a Hindu month (1 to 15 waxing, 16 to 30 waning) at an hour of the day. */
const hindu =
  (month: keyof typeof HINDU_MONTHS, tithi: number, hour: keyof typeof HINDU_HOURS = 'sunrise', after = 0): Rule =>
  (year) => {
    if (year < 1900 || year > 2100) return null
    const day = once(`hindu ${month} ${tithi} ${hour} ${year}`, () =>
      hinduDay(year, HINDU_MONTHS[month], tithi, HINDU_HOURS[hour]),
    )
    return day === null ? null : one(day + after)
  }

/** Days after the sun's entry into a sidereal sign (0 Aries). */
const solar =
  (sign: number, after = 0): Rule =>
  (year) => {
    if (year < 1900 || year > 2100) return null
    const day = once(`solar ${sign} ${year}`, () => solarFeast(year, sign))
    return day === null ? null : one(day + after)
  }

/** Names (without "'s", dots and hyphens) of each feast. */
const FEASTS: Record<Language, [Rule, string[]][]> = {
  en: [
    [
      [1, 1],
      ['new year day', 'new years day', 'new year s day'],
    ],
    [
      [12, 31],
      ['new year eve', 'new years eve'],
    ],
    [
      nth(1, 1, 3),
      ['martin luther king day', 'martin luther kings day', 'martin luther king jr day', 'mlk day', 'mlk jr day'],
    ],
    [
      [2, 14],
      ['valentine day', 'valentines day'],
    ],
    [nth(2, 1, 3), ['presidents day', 'president day']],
    [[3, 15], ['ides of march']],
    [
      [3, 17],
      ['st patrick day', 'saint patrick day', 'saint patrick', 'st paddy day', 'st patricks day'],
    ],
    [
      [4, 1],
      ['april fools day', 'april fool day'],
    ],
    [[4, 22], ['earth day']],
    [kingsDay, ['king day', 'kings day', 'koningsdag']],
    [
      [5, 1],
      ['may day', 'international workers day', 'workers day'],
    ],
    [nth(5, 7, 2), ['mother day', 'mothers day']],
    [nth(5, 1, -1), ['memorial day']],
    [nth(6, 7, 3), ['father day', 'fathers day']],
    [[7, 4], ['independence day']],
    [[7, 14], ['bastille day']],
    [nth(9, 1, 1), ['labor day', 'labour day']],
    [nth(10, 1, 2), ['columbus day']],
    [bossDay, ['boss day', 'bosses day']],
    [
      [10, 31],
      ['halloween', 'halloween day'],
    ],
    [[11, 1], ['all saints day']],
    [
      [11, 11],
      ['veterans day', 'veteran day', 'armistice day', 'remembrance day', 'singles day', 'singles'],
    ],
    [nth(11, 4, 4), ['thanksgiving', 'thanksgiving day']],
    [nth(11, 4, 4, 1), ['black friday']],
    [nth(11, 4, 4, 4), ['cyber monday']],
    [
      [12, 24],
      ['christmas eve', 'xmas eve'],
    ],
    [
      [12, 25],
      ['christmas', 'christmas day', 'xmas', 'xmas day'],
    ],
    [[12, 26], ['boxing day']],
    [western(0), ['easter', 'easter sunday', 'easter day']],
    [western(1), ['easter monday']],
    [western(-2), ['good friday']],
    [western(-3), ['maundy thursday', 'covenant thursday', 'covenant thu', 'holy thursday']],
    [western(-7), ['palm sunday', 'branch sunday']],
    [western(-46), ['ash wednesday']],
    [western(-47), ['shrove tuesday', 'pancake day', 'pancake tuesday', 'mardi gras', 'fat tuesday']],
    [western(-46, 46), ['lent']],
    [western(39), ['ascension day', 'ascension thursday']],
    [western(49), ['pentecost', 'whit sunday', 'white sunday']],
    [western(50), ['whit monday', 'monday of the holy spirit', 'pentecost monday']],
    [western(56), ['trinity sunday']],
    [western(60), ['corpus christi']],
    [orthodox(0), ['orthodox easter', 'orthodox easter sunday']],
    [orthodox(1), ['orthodox easter monday']],
    [orthodox(-2), ['orthodox good friday', 'great friday']],
    [orthodox(-8), ['lazarus saturday']],
    [orthodox(-7), ['orthodox palm sunday']],
    [orthodox(-48), ['clean monday', 'orthodox shrove monday', 'orthodox ash monday']],
    [orthodox(-48, 40), ['great lent', 'great fast']],
    [
      lunar('chinese', 'First Month 1'),
      [
        'chinese new year',
        'chinese new year day',
        'chinese lunar new year',
        'chinese lunar new year day',
        'lunar new year',
      ],
    ],
    [hebrew('15 Nisan', 9, -1), ['passover', 'pesach', 'pesah']],
    [hebrew('1 Tishri', 3, -1), ['rosh hashanah', 'rosh hashana', 'rosh hashanna', 'yom teruah']],
    [hebrew('10 Tishri', 1, -1), ['yom kippur']],
    [hebrew('15 Tishri', 9, -1), ['sukkot', 'succos', 'sukkos', 'feast of the ingathering', 'feast of booths']],
    [hebrew('22 Tishri', 1, -1), ['shemini atzeret']],
    [hebrew('23 Tishri', 1, -1), ['simchat torah']],
    [hebrew('25 Kislev', 8, -1), ['hanukkah', 'hannukkah', 'hanukah', 'chanukah', 'chanukkah']],
    [hebrew('15 Shevat', 1, -1), ['tu bishvat', 'tu bishvat']],
    [hebrew('14 Adar', 1, -1), ['purim']],
    [hebrew('15 Adar', 1, -1), ['shushan purim']],
    [hebrew('27 Nisan', 1, -1), ['holocaust day', 'yom hashoah', 'holocaust remembrance day']],
    [hebrew('18 Iyar', 1, -1), ["lag b'omer", 'lag baomer']],
    [hebrew('9 Av', 1, -1), ["tisha b'av", 'tisha bav']],
    [hebrew('6 Sivan', 3, -1), ['shavuot', 'feast of weeks']],
    [ramadan, ['ramadan', 'ramadhan', 'ramzan']],
    [islamic('Shawwal 1'), ['eid al fitr', 'eid ul fitr', 'end of ramadan']],
    [
      islamic('Dhuʻl-Hijjah 10'),
      ['eid al adha', 'eid ul adha', 'id ul adha', 'bakr id', 'sacrifice feast', 'feast of sacrifice'],
    ],
    [islamic('Rabiʻ I 12'), ['mawlid', 'milad un nabi', 'mawlid al nabi', 'prophet muhammad birthday']],
    [islamic('Rajab 27'), ["isra and mi'raj", 'lailat al miraj', 'laylat al miraj']],
    [islamic('Muharram 1'), ['islamic new year', 'hijri new year']],
    [islamic('Muharram 10'), ['day of ashura', 'ashura']],
    [islamic('Ramadan 1', 1, 26), ['laylat al qadr', 'laylat al kadr']],
    [lastFridayOfRamadan, ['jamat ul vida', "jumu'atul wida", 'jumatul wida']],
    [solar(9), ['makar sankranti', 'makara sankranthi', 'makara sankranti', 'pongal', 'thai pongal']],
    [solar(9, 1), ['maattu pongal']],
    [solar(9, 2), ['kaanum pongal']],
    [solar(0), ['vaisakhi', 'baisakhi', 'vasakhi']],
    [solar(0, 25), ['rabindra jayanti', 'rabindranath jayanti']],
    [hindu('chaitra', 1), ['ugadi', 'yugadi', 'samvatsaradi', 'gudi padwa']],
    [hindu('chaitra', 9, 'noon'), ['rama navami', 'ram navami']],
    [
      hindu('chaitra', 13),
      ['mahavir jayanti', 'mahaveer jayanti', 'mahaveer janma kalyanak', 'mahavir janma kalyanak'],
    ],
    [hindu('vaisakha', 3), ['akshaya tritiya']],
    [hindu('vaisakha', 15, 'sunset'), ['vesak', 'vaisakha', 'buddha day', 'buddha purnima', 'buddha jayanti']],
    [hindu('ashadha', 2), ['ratha yatra', 'rath yatra', 'rathayatra']],
    [hindu('ashadha', 15), ['guru purnima']],
    [hindu('shravana', 15), ['raksha bandhan', 'rakhi', 'rakshabandhan']],
    [hindu('shravana', 23, 'midnight'), ['krishna janmashtami', 'janmashtami', 'gokulashtami']],
    [hindu('bhadrapada', 4, 'noon'), ['ganesh chaturthi', 'vinayaka chaturthi']],
    [hindu('ashvina', 1), ['navaratri', 'navratri']],
    [hindu('ashvina', 10, 'noon'), ['dussehra', 'vijayadashami', 'dasara']],
    [hindu('ashvina', 15), ['valmiki jayanti', 'maharishi valmiki jayanti', 'pargat diwas', 'sharad purnima']],
    [hindu('ashvina', 19, 'evening'), ['karva chauth', 'karwa chauth']],
    [hindu('ashvina', 28, 'sunset'), ['dhanteras', 'dhanatrayodashi']],
    [hindu('ashvina', 29, 'midnight'), ['kali chaudas', 'choti diwali', 'chhoti diwali', 'naraka chaturdashi']],
    [hindu('ashvina', 30, 'sunset'), ['diwali', 'divali', 'deepavali']],
    [hindu('kartika', 1), ['govardhan puja', 'annakut']],
    [hindu('kartika', 2, 'afternoon'), ['bhai dooj', 'bhaubeej']],
    [hindu('kartika', 6, 'sunset'), ['chhath', 'chhath puja', 'dala puja', 'surya shashthi', 'dala chhath']],
    [hindu('kartika', 15), ['guru nanak jayanti', 'guru nanak gurpurab']],
    [hindu('pausha', 7), ['guru gobind singh jayanti', 'guru govind singh jayanti', 'guru gobind singh birthday']],
    [hindu('magha', 5), ['vasant panchami', 'basant panchami']],
    [
      hindu('magha', 15),
      ['guru ravidass jayanti', 'guru ravidas jayanti', 'guru ravidas birthday', 'guru ravidass birthday'],
    ],
    [hindu('magha', 29, 'midnight'), ['maha shivaratri', 'mahashivratri', 'maha shivratri']],
    [hindu('phalguna', 15, 'sunset'), ['holika dahan', 'chhoti holi', 'choti holi', 'kamudu pyre']],
    [hindu('phalguna', 15, 'sunset', 1), ['holi', 'dhulandi', 'phagwah']],
  ],
  fr: [
    [
      [1, 1],
      ['nouvel an', "jour de l' an", 'jour du nouvel an'],
    ],
    [
      [12, 31],
      ['saint sylvestre', 'réveillon du nouvel an'],
    ],
    [[1, 6], ['épiphanie']],
    [[2, 2], ['chandeleur']],
    [[2, 14], ['saint valentin']],
    [
      [5, 1],
      ['fête du travail', 'fete du travail'],
    ],
    [[7, 14], ['fête nationale']],
    [[8, 15], ['assomption']],
    [[10, 31], ['halloween']],
    [
      [11, 1],
      ['toussaint', 'fête de la toussaint', 'jour de la toussaint'],
    ],
    [
      [11, 11],
      ['armistice', 'fête des célibataires'],
    ],
    [
      [12, 24],
      ['veille de noël', 'réveillon de noël'],
    ],
    [
      [12, 25],
      ['noël', 'noel', 'jour de noël'],
    ],
    [frenchMothersDay, ['fête des mères']],
    [nth(6, 7, 3), ['fête des pères']],
    [nth(11, 4, 4), ['thanksgiving']],
    [nth(11, 4, 4, 1), ['black friday']],
    [nth(11, 4, 4, 4), ['cyber monday']],
    [western(0), ['pâques', 'paques', 'dimanche de pâques']],
    [western(1), ['lundi de pâques']],
    [western(-2), ['vendredi saint']],
    [western(-7), ['dimanche des rameaux', 'rameaux']],
    [western(-47), ['mardi gras']],
    [western(39), ['ascension', "jeudi de l' ascension"]],
    [western(49), ['pentecôte', 'dimanche de pentecôte']],
    [western(50), ['lundi de pentecôte']],
    [lunar('chinese', 'First Month 1'), ['nouvel an chinois', 'nouvel an lunaire']],
    [ramadan, ['ramadan']],
    [islamic('Shawwal 1'), ['aïd el fitr', 'aïd al fitr']],
    [islamic('Dhuʻl-Hijjah 10'), ['aïd el kébir', 'aïd al adha', 'aïd el adha']],
  ],
}

interface Feast {
  phrase: string[]
  rule: Rule
}

const index = (lang: Language): Map<string, Feast[]> => {
  const byFirst = new Map<string, Feast[]>()
  for (const [rule, names] of FEASTS[lang]) {
    for (const name of names) {
      const phrase = name.split(' ')
      byFirst.set(phrase[0]!, [...(byFirst.get(phrase[0]!) ?? []), { phrase, rule }])
    }
  }
  for (const feasts of byFirst.values()) feasts.sort((a, b) => b.phrase.length - a.phrase.length)
  return byFirst
}

const BY_FIRST: Record<Language, Map<string, Feast[]>> = { fr: index('fr'), en: index('en') }

/** The names of all feasts, as the words that they consist of. */
export const feastPhrases = (lang: Language): string[][] =>
  [...BY_FIRST[lang].values()].flatMap((feasts) => feasts.map((feast) => feast.phrase))

/** Tokens that a name may be written with or without: "St. Patrick's Day", "Saint-Valentin". */
const SKIPPED = new Set(["'s", "'", '’', '.', '-'])

function phraseEnd(s: Scan, i: number, phrase: string[]): number | null {
  let at = i
  for (let k = 0; k < phrase.length; k++) {
    if (k > 0) while (at < i + 16 && SKIPPED.has(word(s, at))) at++
    if (word(s, at) !== phrase[k]) return null
    at++
  }
  return at
}

/** Words before a feast that make it a date and not the name of goods or a season ("Christmas sales"). */
const GOVERNORS = new Set(
  "at by before after since until till on from to this last next previous following coming than à avant après depuis dès pour ici jusqu' vers le la l' around and between".split(
    ' ',
  ),
)

function calendarOf(rule: Rule): Calendar {
  if (typeof rule !== 'function') return { ...CALENDAR, month: rule[0], day: rule[1] }
  const feast = (year: number): Period | null => {
    const found = rule(year)
    return found === null ? null : days(found.from, found.from + found.length)
  }
  return { ...CALENDAR, feast }
}

/** The days off around a feast: those between it and the Saturday or Sunday next to it. */
function weekendOf(rule: Rule): Calendar {
  const feast = (year: number): Period | null => {
    const from = typeof rule === 'function' ? rule(year)?.from : dayNumber(year, rule[0], rule[1])
    if (from === undefined) return null
    const weekday = weekdayOf(from)
    return weekday <= 2
      ? days(from - weekday - 1, from + 1)
      : weekday <= 6
        ? days(from, from + 8 - weekday)
        : days(from - 1, from + 1)
  }
  return { ...CALENDAR, feast }
}

/** A feast at token `i`: "Black Friday", "Noël 2024", "last Easter"; `lean` is what a modifier before it says. */
export function readFeast(s: Scan, i: number, lean: Lean | null): Reading | null {
  const feasts = BY_FIRST[s.lang].get(word(s, i))
  if (feasts === undefined) return null
  for (const { phrase, rule } of feasts) {
    let next = phraseEnd(s, i, phrase)
    if (next === null) continue
    let year = yearAfter(s, next, false)
    const at = year?.next ?? next
    const weekend = s.words.units.get(word(s, at)) === 'weekend'
    const c = weekend ? weekendOf(rule) : calendarOf(rule)
    if (weekend) {
      year ??= yearAfter(s, at + 1, false)
      next = at + 1
    }
    if (year !== null) next = Math.max(next, year.next)
    if (year?.year !== undefined) return reading(next, { ...c, year: year.year }, 'month', 'day', 'year')
    if (lean !== null) return reading(next, { ...c, lean }, 'month', 'day', 'relative')
    const after = s.tokens[next]
    if (after?.kind === 'word' && !weekend && !GOVERNORS.has(word(s, i - 1))) return null
    if (s.words.of.has(word(s, i - 1)) && word(s, i - 1) !== 'in') return null
    return reading(next, c, 'month', 'day')
  }
  return null
}
