import type { Language } from '../types.js'

/** A stretch of time that words name and that periods and durations are counted in. */
export type Unit =
  | 'second'
  | 'minute'
  | 'hour'
  | 'day'
  | 'weekday'
  | 'weekend'
  | 'week'
  | 'fortnight'
  | 'month'
  | 'quarter'
  | 'half'
  | 'season'
  | 'year'
  | 'decade'
  | 'century'

/** Which part of a period: 1 its first third ("early"), 2 the middle, 3 the last ("late"). */
export type Part = 1 | 2 | 3

/**
 * How words choose among the occurrences of a month, day or season: `last` and `next` lie wholly before or after the
 * reference date, `beforeLast` and `afterNext` one further, `lastWeek` and `nextWeek` in the week beside its own, `this` in its
 * own year.
 */
export type Lean = 'last' | 'next' | 'this' | 'lastWeek' | 'nextWeek' | 'beforeLast' | 'afterNext'

/** A word before or after a unit: "this", "last", "prochain". `shift` counts units; `anaphoric` ones may count from a date just told. */
export interface Modifier {
  shift: -1 | 0 | 1
  lean: Lean
  anaphoric?: boolean
}

/** What a preposition or postposition makes of a date. */
export type Limit = 'since' | 'from' | 'after' | 'before' | 'by' | 'until'

/** The words that dates are made of, in one language. All keys as in `Token.lower`. */
export interface DateWords {
  months: Map<string, number>
  /** Short forms that are months only beside a day or a year. */
  shortMonths: Map<string, number>
  weekdays: Map<string, number>
  shortWeekdays: Map<string, number>
  units: Map<string, Unit>
  /** Short forms that are units only after a number. */
  shortUnits: Map<string, Unit>
  /** EDTF codes 21 to 24. */
  seasons: Map<string, number>
  /** Days counted from the reference date. */
  deictics: Map<string, number>
  parts: Map<string, Part>
  modifiersBefore: Map<string, Modifier>
  modifiersAfter: Map<string, Modifier>
  /** Phrases before a date, as token sequences, by their first token; the longest first. */
  limits: Map<string, { phrase: string[]; limit: Limit }[]>
  /** Phrases after a date. */
  limitsAfter: Map<string, { phrase: string[]; limit: Limit }[]>
  /** Articles that may stand before any part of a date. */
  articles: Set<string>
  /** What joins a part to its whole: "of", "de". */
  of: Set<string>
  /** Words that join the ends of a range that no word opens: "to", "à". */
  to: Set<string>
  and: Set<string>
  /** Prepositions that a bare year may follow. */
  beforeYear: Set<string>
  /** Nouns that a bare year may follow ("résultats 2024"); months and seasons need not be listed. */
  yearNouns: Set<string>
  /** Words with a plural ending that are no plural nouns: a year may stand before them. */
  notPlural: Set<string>
  /** Counting words that name no exact count; read as three, as in Recognizers-Text. */
  vague: Set<string>
  /** Quarter and half-year codes: "Q3", "T3", "S1". Letter to what it counts. */
  codes: Map<string, 'quarter' | 'half'>
  /** Prepositions after which a code needs no year. */
  beforeCode: Set<string>
  /** What figures of a quarter are told behind its code: "Q3 revenue". */
  afterCode: Set<string>
}

const numbered = (rows: string[], first = 1): Map<string, number> =>
  new Map(rows.flatMap((row, i) => row.split(' ').map((word): [string, number] => [word, i + first])))

const valued = <T>(rows: [T, string][]): Map<string, T> =>
  new Map(rows.flatMap(([value, words]) => words.split(' ').map((word): [string, T] => [word, value])))

const set = (words: string): Set<string> => new Set(words.split(' '))

function phrases(rows: [Limit, string[]][]): Map<string, { phrase: string[]; limit: Limit }[]> {
  const byFirst = new Map<string, { phrase: string[]; limit: Limit }[]>()
  for (const [limit, list] of rows) {
    for (const item of list) {
      const phrase = item.split(' ')
      const first = phrase[0]!
      byFirst.set(first, [...(byFirst.get(first) ?? []), { phrase, limit }])
    }
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.phrase.length - a.phrase.length)
  return byFirst
}

const LAST: Modifier = { shift: -1, lean: 'last' }
const NEXT: Modifier = { shift: 1, lean: 'next' }
const THIS: Modifier = { shift: 0, lean: 'this' }
const PREVIOUS: Modifier = { shift: -1, lean: 'lastWeek', anaphoric: true }
const FOLLOWING: Modifier = { shift: 1, lean: 'nextWeek', anaphoric: true }

const EN: DateWords = {
  months: numbered([
    'january',
    'february',
    'march',
    'april',
    'may',
    'june',
    'july',
    'august',
    'september',
    'october',
    'november',
    'december',
  ]),
  shortMonths: numbered(['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep sept', 'oct', 'nov', 'dec']),
  weekdays: numbered(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']),
  shortWeekdays: numbered(['mon', 'tue tues', 'wed', 'thu thur thurs', 'fri', 'sat', 'sun']),
  units: valued<Unit>([
    ['second', 'second seconds'],
    ['minute', 'minute minutes'],
    ['hour', 'hour hours'],
    ['day', 'day days'],
    ['weekend', 'weekend weekends week-end week-ends'],
    ['week', 'week weeks wk wks'],
    ['fortnight', 'fortnight fortnights'],
    ['month', 'month months'],
    ['quarter', 'quarter quarters qtr qtrs'],
    ['season', 'season seasons'],
    ['year', 'year years yr yrs'],
    ['decade', 'decade decades'],
    ['century', 'century centuries'],
  ]),
  shortUnits: valued<Unit>([
    ['second', 'sec secs'],
    ['minute', 'min mins'],
    ['hour', 'hr hrs h'],
  ]),
  seasons: valued([
    [21, 'spring springtime'],
    [22, 'summer summertime'],
    [23, 'autumn fall'],
    [24, 'winter wintertime'],
  ]),
  deictics: valued([
    [0, 'today tonight'],
    [1, 'tomorrow tomorrows'],
    [-1, 'yesterday'],
  ]),
  parts: valued<Part>([
    [1, 'early beginning start'],
    [2, 'mid middle'],
    [3, 'late end close'],
  ]),
  modifiersBefore: valued<Modifier>([
    [THIS, 'this current'],
    [LAST, 'last past'],
    [PREVIOUS, 'previous prior preceding'],
    [NEXT, 'coming upcoming forthcoming'],
    [{ shift: 1, lean: 'nextWeek' }, 'next'],
    [FOLLOWING, 'following'],
  ]),
  modifiersAfter: new Map(),
  limits: phrases([
    ['since', ['since', 'ever since']],
    [
      'from',
      ['from', 'starting', 'starting from', 'starting in', 'starting on', 'beginning', 'beginning in', 'beginning on'],
    ],
    [
      'from',
      ['as from', 'with effect from', 'effective', 'effective from', 'not before', 'no earlier than', 'no sooner than'],
    ],
    ['after', ['after', 'later than']],
    ['before', ['before', 'prior to', 'ahead of', 'earlier than']],
    ['by', ['by', 'no later than', 'not later than', 'at the latest by', 'between now and', 'from now until']],
    ['until', ['until', 'till', 'up until', 'through', 'through to']],
  ]),
  limitsAfter: phrases([
    [
      'from',
      [
        'onward',
        'onwards',
        'and after',
        'or after',
        'and later',
        'or later',
        'and beyond',
        'and onward',
        'and onwards',
      ],
    ],
    ['from', ['and greater', 'at the earliest']],
    ['by', ['at the latest', 'and before', 'or before', 'or earlier', 'and earlier']],
  ]),
  articles: set('the'),
  of: set('of in'),
  to: set('to - – — ~ through thru till until'),
  and: set('and &'),
  beforeYear: set(
    'in of since by before after until till from for during to through throughout and or between around about circa on than versus vs over early late mid end per into with as , (',
  ),
  yearNouns: set(
    'year results sales profits profit earnings revenue revenues figures forecast forecasts guidance target targets budget budgets outlook calendar fiscal vintage horizon agenda review report',
  ),
  notPlural: set(
    "was is has as its this his us plus less unless does yes across besides always towards afterwards thus perhaps versus itself themselves ours theirs sales results profits earnings revenues figures forecasts deliveries registrations levels prices costs exports imports targets accounts elections olympics games estimates losses volumes orders shipments ' 's",
  ),
  vague: set('few some several'),
  codes: valued<'quarter' | 'half'>([
    ['quarter', 'q'],
    ['half', 'h'],
  ]),
  afterCode: set(
    'results result earnings revenue revenues sales turnover profit profits loss losses income ebitda ebit margin margins net operating adjusted pretax pre-tax deliveries shipments orders bookings output production guidance report update figures numbers gdp',
  ),
  beforeCode: set('in for during since until till by from end of this last next and vs versus than'),
}

const FR: DateWords = {
  months: numbered([
    'janvier',
    'février fevrier',
    'mars',
    'avril',
    'mai',
    'juin',
    'juillet',
    'août aout',
    'septembre',
    'octobre',
    'novembre',
    'décembre decembre',
  ]),
  shortMonths: numbered([
    'janv jan',
    'févr fév fevr fev',
    'mars',
    'avr',
    'mai',
    'juin',
    'juil juill jui',
    'août',
    'sept sep',
    'oct',
    'nov',
    'déc dec',
  ]),
  weekdays: numbered(['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche']),
  shortWeekdays: numbered(['lun', 'mar', 'mer', 'jeu', 'ven', 'sam', 'dim']),
  units: valued<Unit>([
    ['second', 'seconde secondes'],
    ['minute', 'minute minutes'],
    ['hour', 'heure heures'],
    ['day', 'jour jours journée journées'],
    ['weekend', 'week-end week-ends weekend weekends'],
    ['week', 'semaine semaines'],
    ['fortnight', 'quinzaine quinzaines'],
    ['month', 'mois'],
    ['quarter', 'trimestre trimestres'],
    ['half', 'semestre semestres'],
    ['season', 'saison saisons'],
    ['year', 'an ans année années annee annees exercice exercices'],
    ['decade', 'décennie décennies'],
    ['century', 'siècle siècles'],
  ]),
  shortUnits: valued<Unit>([
    ['second', 'sec secs s'],
    ['minute', 'min mins mn'],
    ['hour', 'h'],
  ]),
  seasons: valued([
    [21, 'printemps'],
    [22, 'été'],
    [23, 'automne'],
    [24, 'hiver'],
  ]),
  deictics: valued([
    [0, "aujourd'hui"],
    [1, 'demain lendemain'],
    [-1, 'hier veille'],
    [-2, 'avant-hier avant-veille'],
    [2, 'après-demain surlendemain'],
  ]),
  parts: valued<Part>([
    [1, 'début'],
    [2, 'mi milieu'],
    [3, 'fin'],
  ]),
  modifiersBefore: valued<Modifier>([
    [THIS, 'ce cet cette ces'],
    [LAST, 'dernier dernière derniers dernières dernieres derniere'],
    [NEXT, 'prochain prochaine prochains prochaines'],
  ]),
  modifiersAfter: valued<Modifier>([
    [THIS, 'courant courante'],
    [LAST, 'dernier dernière derniers dernières dernieres derniere passé passée passés passées'],
    [PREVIOUS, 'précédent précédente précédents précédentes'],
    [{ shift: -1, lean: 'last' }, 'écoulé écoulée écoulés écoulées'],
    [NEXT, 'prochain prochaine prochains prochaines'],
    [FOLLOWING, 'suivant suivante suivants suivantes'],
  ]),
  limits: phrases([
    ['since', ['depuis', 'depuis le']],
    [
      'from',
      [
        'à partir de',
        "à partir d'",
        'à partir du',
        'à partir des',
        'à compter de',
        "à compter d'",
        'à compter du',
        'à dater de',
        'à dater du',
        'dès',
        'pas avant',
      ],
    ],
    ['after', ['après']],
    ['before', ['avant']],
    [
      'by',
      [
        "d' ici",
        "d' ici à",
        "d' ici au",
        'au plus tard',
        'au plus tard en',
        'au plus tard le',
        'au plus tard à',
        'au plus tard au',
        'entre maintenant et',
      ],
    ],
    ['until', ["jusqu' à", "jusqu' en", "jusqu' au", "jusqu' aux", "jusqu' à la"]],
  ]),
  limitsAfter: phrases([
    ['from', ['et après', 'ou après', 'et plus tard', 'ou plus tard', 'et au-delà', 'au plus tôt']],
    ['by', ['au plus tard', 'et avant', 'ou avant']],
  ]),
  articles: set("le la l' les du au"),
  of: set("de d' du des"),
  to: set('à au - – — ~ aux'),
  and: set('et'),
  beforeYear: set(
    "en de d' depuis dès avant après jusqu'en vers pour entre et ou à ici sur par contre fin début mi courant qu' que dans , (",
  ),
  yearNouns: set(
    'année exercice résultats résultat ventes bilan objectif objectifs budget prévisions prévision chiffres chiffre bénéfice bénéfices rentrée cap horizon comptes saison millésime annuel annuels annuelle annuelles clés consolidés financiers financières semestriels trimestriels commerciaux commerciales terminé terminer bouclé boucler achevé clos clôturé fini entamé abordé',
  ),
  notPlural: set(
    'les des ses ces nos vos mes tes leurs mais puis alors plus moins sans dans vers après depuis dès très trois six dix deux nous vous ils elles tous toutes plusieurs certains certaines pas sous hors lors chez est jamais toujours aux auprès ailleurs désormais quelques',
  ),
  vague: set('quelques'),
  codes: valued<'quarter' | 'half'>([
    ['quarter', 't'],
    ['half', 's'],
  ]),
  afterCode: new Set(),
  beforeCode: set("résultats résultat bénéfice ventes ca revenus au du en dès fin début d' de et ici"),
}

/** The date words of a language. */
export function dateWords(lang: Language): DateWords {
  return lang === 'fr' ? FR : EN
}
