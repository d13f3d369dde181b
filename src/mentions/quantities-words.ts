import type { Bound, Language } from '../types.js'

/** The words around figures: bounds, joints of ranges, and what tells that digits belong to a name. */

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/))

/** A fixed phrase by the words (tokens) after its first. */
export interface BoundPhrase {
  rest: string[]
  bound: Bound
}

export type BoundPhrases = ReadonlyMap<string, readonly BoundPhrase[]>

/** Phrases by their first word, the longest first. A phrase's words are tokens: "jusqu' à", "plus d'". */
function phrases(lists: Partial<Record<Bound, string[]>>): BoundPhrases {
  const index = new Map<string, BoundPhrase[]>()
  for (const [bound, list] of Object.entries(lists) as [Bound, string[]][]) {
    for (const phrase of list) {
      const [first = '', ...rest] = phrase.split(' ')
      index.set(first, [...(index.get(first) ?? []), { rest, bound }])
    }
  }
  for (const list of index.values()) list.sort((a, b) => b.rest.length - a.rest.length)
  return index
}

/** "plus de", "plus d'", "plus des" */
const withDe = (...heads: string[]) => heads.flatMap((h) => ['de', "d'", 'des', 'du'].map((de) => `${h} ${de}`))
/** "jusqu' à", "jusqu' au", "jusqu' aux" */
const withA = (...heads: string[]) => heads.flatMap((h) => ['à', 'au', 'aux'].map((to) => `${h} ${to}`))
const genders = (stem: string) => [stem, `${stem}e`, `${stem}s`, `${stem}es`]

/** "more than", "greater than or equal to", "equal to or more than", "larger or equal than". */
const comparatives = (words: string[]) =>
  words.flatMap((w) => [
    `${w} than`,
    `${w} than or equal to`,
    `${w} or equal to`,
    `${w} or equal than`,
    `equal to or ${w} than`,
    `equal or ${w} than`,
  ])

/** Phrases that bound the figure after them. */
export const BOUNDS_BEFORE: Readonly<Record<Language, BoundPhrases>> = {
  fr: phrases({
    over: [
      ...withDe('plus', 'pas moins', 'au-dessus', 'au dessus', 'au-delà', 'au delà'),
      ...withA(...genders('supérieur')),
      ...withA(...genders('supérieur').map((w) => `${w} ou égal`)),
      'plus que',
      'au moins',
      'au minimum',
      'minimum',
      'excédant',
      'dépassant',
      '>',
      '≥',
      '> =',
    ],
    under: [
      ...withDe('moins', 'pas plus', 'en dessous', 'en-dessous', 'au-dessous', 'au dessous'),
      ...withA(...genders('inférieur'), "jusqu'"),
      ...withA(...genders('inférieur').map((w) => `${w} ou égal`)),
      'moins que',
      'au plus',
      'tout au plus',
      'au maximum',
      'maximum',
      'à peine',
      '<',
      '≤',
      '< =',
    ],
    about: [
      ...withDe('près', 'autour', 'aux alentours', 'aux environs', 'pas loin', 'proche', 'proches'),
      ...withDe("de l' ordre", "à l' entour"),
      'environ',
      'quelque',
      'quelques',
      'à peu près',
      'approximativement',
      'presque',
      'quasi',
      'quasiment',
      'pratiquement',
      'grosso modo',
      'plus ou moins',
      'env .',
      '~',
      '≈',
      '±',
    ],
  }),
  en: phrases({
    over: [
      ...comparatives(['more', 'greater', 'larger', 'higher', 'bigger']),
      'over',
      'above',
      'beyond',
      'exceeding',
      'exceed',
      'surpassing',
      'surpass',
      'at least',
      'at least or equal to',
      'no less than',
      'not less than',
      'no fewer than',
      'not fewer than',
      'a minimum of',
      'upwards of',
      'upward of',
      'in excess of',
      'north of',
      'minimum',
      '>',
      '≥',
      '> =',
    ],
    under: [
      ...comparatives(['less', 'fewer', 'smaller', 'lower']),
      'under',
      'below',
      'up to',
      'as many as',
      'as much as',
      'at most',
      'at the most',
      'no more than',
      'not more than',
      'no greater than',
      'no larger than',
      'no higher than',
      'a maximum of',
      'just shy of',
      'shy of',
      'maximum',
      '<',
      '≤',
      '< =',
    ],
    about: [
      'about',
      'around',
      'roughly',
      'approximately',
      'approx',
      'approx .',
      'some',
      'nearly',
      'almost',
      'close to',
      'near',
      'near to',
      'circa',
      'an estimated',
      'in the region of',
      'in the neighbourhood of',
      'in the neighborhood of',
      'in the order of',
      'on the order of',
      'more or less',
      '~',
      '≈',
      '±',
    ],
  }),
}

/** Phrases that bound the figure before them. */
export const BOUNDS_AFTER: Readonly<Record<Language, BoundPhrases>> = {
  fr: phrases({
    over: ['au moins', 'au minimum', 'minimum', 'ou plus', 'et plus', 'ou davantage', 'ou au-dessus'],
    under: ['au plus', 'au maximum', 'maximum', 'ou moins', 'tout au plus'],
    about: ['environ', 'à peu près', 'ou presque', 'approximativement'],
  }),
  en: phrases({
    over: [
      ...['more', 'higher', 'above', 'over', 'greater', 'larger', 'better'].map((w) => `or ${w}`),
      'or more than',
      'and more',
      'and above',
      'and up',
      'or upwards',
      'and over',
      'at least',
      '- plus',
    ],
    under: [
      ...['less', 'fewer', 'lower', 'below', 'under', 'smaller'].map((w) => `or ${w}`),
      'or less than',
      'at most',
      'at the most',
    ],
    about: ['or so', 'or thereabouts', 'approximately', '- odd', '-odd'],
  }),
}

/** Words that open a range, with those that join its ends: "entre … et", "from … to". */
export const RANGE_OPENERS: Readonly<Record<Language, ReadonlyMap<string, ReadonlySet<string>>>> = {
  fr: new Map([
    ['entre', set('et')],
    ['de', set('à')],
    ["d'", set('à')],
  ]),
  en: new Map([
    ['between', set('and to')],
    ['from', set('to through and')],
  ]),
}

/** Words and signs that join the ends of a range without an opening word. */
export const RANGE_JOINTS: Readonly<Record<Language, ReadonlySet<string>>> = {
  fr: set('à - – — ~'),
  en: set('to through - – — ~'),
}

/**
 * Verbs of movement before "de 10 à 12" or "from 10 to 12": the figures are where it was and where it is, no range. French
 * "augmenté de 10 à 12 %" gives the size of the rise; "passé de 10 à 12 %" does not.
 */
export const MOVES: Readonly<Record<Language, RegExp>> = {
  fr: /^(?:pass(?:e|ent|é|ée|és|ées|er|ait|aient|ant|era|eront|erait)|port(?:e|é|ée|és|ées|er|ant|era)|ramen(?:é|ée|és|ées|er|ant)|ramène|relev(?:é|ée|és|ées|er|ant)|relève|abaiss(?:e|é|ée|és|ées|er|ant)|évolu(?:e|é|er|ant)|révis(?:é|ée|és|ées|er))$/,
  en: /^(?:rise|rises|rose|risen|rising|grow|grows|grew|grown|growing|increase[sd]?|increasing|jump(?:s|ed|ing)?|climb(?:s|ed|ing)?|go|goes|went|gone|going|fall|falls|fell|fallen|falling|drop(?:s|ped|ping)?|decline[sd]?|declining|cut|cuts|cutting|raise[sd]?|raising|boost(?:s|ed|ing)?|up|down|lift(?:s|ed|ing)?|slip(?:s|ped|ping)?|slide|slid|expand(?:s|ed|ing)?|move[sd]?|moving|change[sd]?|changing|revise[sd]?|upgrade[sd]?|downgrade[sd]?|reduce[sd]?|reducing|lower(?:s|ed|ing)?|shrink|shrank|shrunk|shrinking|double[sd]?|triple[sd]?|slump(?:s|ed|ing)?|tumble[sd]?|rocket(?:s|ed|ing)?|surge[sd]?|surging|soar(?:s|ed|ing)?|decrease[sd]?)$/,
}

/** French verbs and nouns of movement: between plain counts, "de 10 à 12" after them is a change too. */
export const FRENCH_CHANGES =
  /^(?:augment(?:e|ent|é|er|ant|ation)|grimp(?:e|ent|é|er|ant)|bondi(?:t|r)?|progress(?:e|ent|é|er|ion)|recul(?:e|ent|é|er)?|chut(?:e|ent|é|er)|tomb(?:e|ent|é|ée|és|ées|er)|baiss(?:e|ent|é|er)|mont(?:e|ent|é|ée|és|ées|er)|rédui(?:t|te|ts|tes|re)|hausse|baisse)$/

/**
 * Words that hardly are the first part of a name: function words, and words that open sentences. A capital on them is
 * no sign of a name.
 */
export const FUNCTION_WORDS: Readonly<Record<Language, ReadonlySet<string>>> = {
  fr: set(
    `le la les l' un une des du de d' au aux à a ce cet cette ces mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs
     et ou ni mais donc or car puis ainsi aussi alors comme quand lorsque lorsqu' si sinon que qu' qui dont où quoi lequel
     en dans sur sous par pour avec sans chez vers dès depuis pendant durant avant après entre contre selon malgré hors outre
     parmi via soit voici voilà environ près plus moins quelque quelques presque seul seuls seule seules seulement déjà encore
     tout tous toute toutes chaque plusieurs autre autres même mêmes aucun aucune nul certains certaines
     il elle ils elles on je tu nous vous y ne n' pas se s' me te lui eux c' j' est sont était étaient sera seront serait a ont
     avait avaient aura auront fut furent être avoir ayant étant fait font peut peuvent doit doivent va vont
     total objectif bilan résultat prix coût tarif environ jusqu' jusque hier demain aujourd'hui désormais ensuite enfin
     total totalisant employant comptant regroupant représentant produisant vendant dès là ici bref quant fort forte
     très trop assez peu beaucoup bien mieux dernier dernière prochain prochaine cependant toutefois pourtant`,
  ),
  en: set(
    `the a an this that these those my your his her its our their and or nor but so yet for as if when while where whether
     because although though since until unless after before by at in on of to from with without within into onto over under
     about around above below between through during against among per via than then thus also only just even still already
     not no none some any each every all both either neither other others another such same more most less least many much few
     several nearly almost roughly some up down out off he she it they we you i who which what whose whom how why
     is are was were be been being has have had having do does did will would shall should can could may might must
     there here now today yesterday tomorrow last next later earlier ago however meanwhile moreover instead
     total price cost target yes worth plus minus approximately employing totalling totaling selling making using including
     following despite although besides around us them him me it's`,
  ),
}

/** Nouns whose number is a name's or a place in a list, whatever its capitals: "route 66", "phase 2", "type 4". */
export const LABELS: Readonly<Record<Language, ReadonlySet<string>>> = {
  fr: set(
    `article articles alinéa chapitre chapitres page pages figure tableau annexe section tome volume numéro n° no nº
     route rue nationale départementale autoroute ligne quai porte terminal hall étage salle chambre bâtiment lot zone
     kilomètre série séries modèle type version niveau étape phase classe catégorie groupe tranche top formule canal chaîne studio
     vol gate mach euro norme iso web industrie agriculture acte épisode saison match manche place rang indice
     windows android ios iphone galaxy playstation xbox boeing airbus fortune cac apollo expo covid`,
  ),
  en: set(
    `article articles chapter chapters page pages figure table appendix section volume number no nr nos nrs part parts
     route highway interstate road street avenue line platform gate terminal hall floor room building suite zone lane
     series model type version level stage phase class category group tier top formula channel studio flight mach euro iso
     web industry agriculture act episode season round grade unit block bus windows android ios iphone galaxy
     playstation xbox boeing airbus fortune apollo expo covid rule title schedule clause question step`,
  ),
}

/** Abbreviated labels, with a full stop or "°" before the number: "p. 12", "art. 5", "n° 3". */
export const SHORT_LABELS = set('p pp art ch chap vol fig no nos n num tél tel sect al éd ed rev ver v')

/** French words that follow a house number. */
export const STREETS_FR = set(
  'rue avenue av boulevard bd bld place quai chemin allée allées impasse cours square faubourg route passage',
)
/** English words that end a street's name. */
export const STREETS_EN = set(
  'street st avenue ave road rd lane boulevard blvd drive square place court parkway way broadway',
)

/** French adjectives that stand before their noun, and may stand between a figure and what it counts. */
export const ADJECTIVES_FR = set(
  `nouveaux nouvelles nouveau nouvelle petits petites petit petite grands grandes grand grande gros grosses grosse autres autre
   jeunes anciens anciennes ancien ancienne futurs futures vrais bons bonnes beaux belles vieux vieilles mêmes seuls seules
   meilleurs meilleures premiers premières premier première derniers dernières dernier dernière prochains prochaines principaux
   principales principal principale différents différentes divers diverses précieux fameux rares simples`,
)

/** English words that go before the noun after a figure, though they are no adjectives. */
export const MORE_EN = set('more other further additional such own whole')

/** "percent" in one word, and the first of its two words. */
export const PERCENT_WORDS: Readonly<Record<Language, ReadonlySet<string>>> = {
  fr: set('pourcent pourcents pourcentage pourcentages pct'),
  en: set('percent percents pct percentage percentages pc'),
}
export const PER: Readonly<Record<Language, string>> = { fr: 'pour', en: 'per' }

/** What may stand between a figure and a noun with its article: "5,000 of the posts", "10 de ses usines". */
export const PARTITIVES: Readonly<Record<Language, { of: string; articles: ReadonlySet<string> }>> = {
  fr: { of: 'de', articles: set('ses ces leurs nos vos mes') },
  en: { of: 'of', articles: set('the its their these those our your his her') },
}

/** Nouns of time: what is counted in them is a length of time, which the dates read. */
export const TIME_UNITS = set(
  `h heure heures min mn minute minutes seconde secondes s sec an ans année années mois semaine semaines jour jours hour hours
   seconds minutes day days week weeks month months year years am pm a.m p.m o'clock century centuries decade decades siècle noon midnight
   siècles décennie décennies trimestre trimestres quarter quarters`,
)
