import { describe, expect, it } from 'vitest'
import { findDates } from '../../src/mentions/dates.js'
import { tokenize } from '../../src/text/tokens.js'

function mentions(text: string, ref: string | null) {
  return findDates(text, tokenize(text, 0, text.length), 'fr', ref)
}

/** What is said, and its EDTF. */
function dates(text: string, ref: string | null = '2025-09-04') {
  return mentions(text, ref).flatMap((m) => (m.type === 'date' ? [`${text.slice(m.start, m.end)} = ${m.edtf}`] : []))
}

/** First and last day (exclusive) of the only date. */
function days(text: string, ref: string | null = '2025-09-04') {
  const found = mentions(text, ref).filter((m) => m.type === 'date')
  expect(found).toHaveLength(1)
  return `${found[0]!.from}..${found[0]!.to}`
}

describe('dates that tell their year', () => {
  it.each([
    // days
    ['Le prototype roulera le 12 mars 2026 à Lyon.', '12 mars 2026 = 2026-03-12'],
    ["L'atelier a ouvert le 1er juin 2019.", '1er juin 2019 = 2019-06-01'],
    ['Le contrat date du premier avril 2020.', 'premier avril 2020 = 2020-04-01'],
    ['Rendez-vous jeudi 15 janvier 2026.', 'jeudi 15 janvier 2026 = 2026-01-15'],
    ['Version du 02/01/2024.', '02/01/2024 = 2024-01-02'],
    ['Version du 31.12.2024.', '31.12.2024 = 2024-12-31'],
    ['Version du 2024-12-31.', '2024-12-31 = 2024-12-31'],
    ['Relevé du 5 sept. 2023', '5 sept. 2023 = 2023-09-05'],
    ['Relevé du 5 févr. 2023', '5 févr. 2023 = 2023-02-05'],
    // months and years
    ['La chaîne démarre en mai 2027.', 'mai 2027 = 2027-05'],
    ['La chaîne démarrait en mai 98, dit-il.', 'mai 98 = 1998-05'],
    ['Au mois de mars 2021, tout change.', 'mois de mars 2021 = 2021-03'],
    ['En 2024, la part était de 12 %.', '2024 = 2024'],
    ["L'année 2024 fut rude.", 'année 2024 = 2024'],
    ["Sur l'exercice 2023, rien ne bouge.", 'exercice 2023 = 2023'],
    ['Objectif 2030 : dix sites', '2030 = 2030'],
    ['Les résultats 2023 sont là.', '2023 = 2023'],
    ['Un siège bâti en 1850.', '1850 = 1850'],
    ["Elle naquit en l'an 2000.", 'an 2000 = 2000'],
    ['Cela remonte à deux ans, en deux mille vingt-trois.', 'deux mille vingt-trois = 2023'],
    ["L'exercice 2024/2025 fut bon.", 'exercice 2024/2025 = 2024/2025'],
    ['La flotte a doublé de deux mille onze à deux mille seize.', 'de deux mille onze à deux mille seize = 2011/2016'],
    ['La saison 2024-25 commence.', '2024-25 = 2024/2025'],
    // parts of years and months
    ["L'usine sera prête début 2026.", 'début 2026 = 2026-37'],
    ['La seconde suit à la mi-2027.', 'mi-2027 = 2027-38'],
    ["Elle vise l'équilibre fin 2028.", 'fin 2028 = 2028-39'],
    ['Vers la fin de 2028, tout changera.', 'fin de 2028 = 2028-39'],
    ["Le chantier s'achèvera fin mars 2026.", 'fin mars 2026 = 2026-03'],
    ['Prévu mi-mars 2026.', 'mi-mars 2026 = 2026-03'],
    ['Au milieu de 2026, peut-être.', 'milieu de 2026 = 2026-38'],
    // quarters, halves, seasons
    ['Un bilan est attendu au premier semestre 2026.', 'premier semestre 2026 = 2026-40'],
    ['Au 2e semestre de 2026 viendra le reste.', '2e semestre de 2026 = 2026-41'],
    ["Pendant la seconde moitié de l'année 2026.", "seconde moitié de l'année 2026 = 2026-41"],
    ['Promis pour le troisième trimestre 2026.', 'troisième trimestre 2026 = 2026-35'],
    ['Le dernier trimestre 2024 fut rude.', 'dernier trimestre 2024 = 2024-36'],
    ['Les commandes du T2 2025 montent.', 'T2 2025 = 2025-34'],
    ['Le S1 2025 déçoit.', 'S1 2025 = 2025-40'],
    ['La gamme arrive au printemps 2026.', 'printemps 2026 = 2026-21'],
    ["À l'automne 2026, elle sera partout.", 'automne 2026 = 2026-23'],
    ["Un été 2026 sans pluie, puis l'hiver 2026-2027.", 'été 2026 = 2026-22', 'hiver 2026-2027 = 2026-24'],
    // decades
    ['Dans les années 1990, elle vendait des radios.', 'années 1990 = 199X'],
    ['Les années quatre-vingt furent fastes.', 'années quatre-vingt = 198X'],
    // places in a longer period
    ['La Velta 5 d’avril à juin 2026', 'd’avril à juin 2026 = 2026-04/2026-06'],
    ['Le dernier vendredi de mai 2026', 'dernier vendredi de mai 2026 = 2026-05-29'],
    ['La deuxième semaine de mai 2026', 'deuxième semaine de mai 2026 = 2026-05-11/2026-05-17'],
    ['La première quinzaine de mai 2026', 'première quinzaine de mai 2026 = 2026-05-01/2026-05-14'],
    ['Les neuf premiers mois de 2025 furent bons.', 'neuf premiers mois de 2025 = 2025-01/2025-09'],
    ['Les trois derniers mois de 2024', 'trois derniers mois de 2024 = 2024-10/2024-12'],
    // feasts
    ['Les ventes de Noël 2024 ont plu.', 'Noël 2024 = 2024-12-25'],
    ['Le lundi de Pâques 2025 est férié.', 'lundi de Pâques 2025 = 2025-04-21'],
    ['Le Black Friday 2025 approche.', 'Black Friday 2025 = 2025-11-28'],
    ['La fête des mères 2023', 'fête des mères 2023 = 2023-06-04'],
    ['Le Nouvel An chinois 2025', 'Nouvel An chinois 2025 = 2025-01-29'],
  ])('%s', (text, ...expected) => {
    expect(dates(text)).toEqual(expected)
    // a year that is told needs no reference
    expect(dates(text, null)).toEqual(expected)
  })
})

describe('limits', () => {
  it.each([
    ["La part montera à 30 % d'ici 2030.", "d'ici 2030 = ../2030"],
    ["D'ici à 2030, tout sera vendu.", "D'ici à 2030 = ../2030"],
    ["D'ici fin 2026, dix sites ouvriront.", "D'ici fin 2026 = ../2026"],
    ["D'ici mi-2026, cinq sites ouvriront.", "D'ici mi-2026 = ../2026-38"],
    ['Il faudra livrer avant 2030.', 'avant 2030 = ../2030'],
    ['Il faut livrer avant la fin de 2026.', 'avant la fin de 2026 = ../2026'],
    ["Le bail court jusqu'en 2031.", "jusqu'en 2031 = ../2031"],
    ["Le bail court jusqu'au 5 mai 2031.", "jusqu'au 5 mai 2031 = ../2031-05-05"],
    ['La hausse joue dès janvier 2026.', 'dès janvier 2026 = 2026-01/..'],
    ['La hausse joue dès le mois de janvier 2026.', 'dès le mois de janvier 2026 = 2026-01/..'],
    ['Le moteur sort à partir de 2027.', 'à partir de 2027 = 2027/..'],
    ['Le moteur sort à partir du 3 mai 2027.', 'à partir du 3 mai 2027 = 2027-05-03/..'],
    ['À compter de la mi-2027, il sera seul.', 'À compter de la mi-2027 = 2027-38/..'],
    ['Le site tourne depuis 1998.', 'depuis 1998 = 1998/..'],
    ['Le site tourne depuis le 3 mai 1998.', 'depuis le 3 mai 1998 = 1998-05-03/..'],
    ['Rien ne sortira après 2030.', 'après 2030 = 2031/..'],
    ['Rien ne sortira après mai 2030.', 'après mai 2030 = 2030-06/..'],
    ['Prêt en 2027 au plus tard.', '2027 au plus tard = ../2027'],
    ['Prêt en 2027 au plus tôt.', '2027 au plus tôt = 2027/..'],
    ["Depuis le début de l'année 2025, rien.", "Depuis le début de l'année 2025 = 2025/.."],
    // emphasis marks are no part of the words
    ["Elle sera là d'ici **2026**.", "d'ici **2026 = ../2026"],
  ])('%s', (text, ...expected) => {
    expect(dates(text)).toEqual(expected)
  })

  it('a limit leaves out, takes in or begins with its date', () => {
    expect(days('Il faudra livrer avant 2030.')).toBe('null..2030-01-01')
    expect(days("Livraison d'ici 2030.")).toBe('null..2031-01-01')
    expect(days('Livraison à partir de 2030.')).toBe('2030-01-01..null')
    expect(days('Rien ne sortira après 2030.')).toBe('2031-01-01..null')
  })
})

describe('ranges', () => {
  it.each([
    ["Les travaux s'étalent entre 2024 et 2026.", 'entre 2024 et 2026 = 2024/2026'],
    ['De 2019 à 2023, les effectifs ont fondu.', '2019 à 2023 = 2019/2023'],
    ['Le plan 2024-2026 prévoit dix sites.', '2024-2026 = 2024/2026'],
    ['De juillet à septembre 2024, elle a perdu.', 'De juillet à septembre 2024 = 2024-07/2024-09'],
    ['Le salon du 13 au 15 mai 2026', 'du 13 au 15 mai 2026 = 2026-05-13/2026-05-15'],
    ['Le salon du 28 février au 2 mars 2026', 'du 28 février au 2 mars 2026 = 2026-02-28/2026-03-02'],
    ['Les 12 et 13 mai 2026, tout ferme.', '12 et 13 mai 2026 = 2026-05-12/2026-05-13'],
    ['Le 12-13 mai 2026', '12-13 mai 2026 = 2026-05-12/2026-05-13'],
    ['Fermé de décembre à février 2026', 'de décembre à février 2026 = 2025-12/2026-02'],
    ['Un été de juillet-août 2024', 'de juillet-août 2024 = 2024-07/2024-08'],
    ['Entre la mi-2025 et la fin 2026', 'Entre la mi-2025 et la fin 2026 = 2025-38/2026-39'],
    ["Pour l'exercice clos le 31 mars 2025", 'exercice clos le 31 mars 2025 = 2024-04/2025-03'],
    ['Sur les douze mois clos fin juin 2025', 'clos fin juin 2025 = 2024-07/2025-06'],
  ])('%s', (text, ...expected) => {
    expect(dates(text)).toEqual(expected)
  })

  it.each([
    // a date that moves is two dates
    ['La sortie est repoussée de mars 2025 à juin 2025.', 'mars 2025 = 2025-03', 'juin 2025 = 2025-06'],
    ['La sortie passe de 2025 à 2027.', '2025 = 2025', '2027 = 2027'],
    // a habit is none
    ['Ouvert du lundi au vendredi.'],
  ])('%s is no range', (text, ...expected) => {
    expect(dates(text)).toEqual(expected)
  })
})

describe('relative dates, on Thursday 4 September 2025', () => {
  it.each([
    ["Aujourd'hui, le groupe compte dix sites.", "Aujourd'hui = 2025-09-04"],
    ['Hier, la direction a démenti.', 'Hier = 2025-09-03'],
    ['Avant-hier, elle se taisait.', 'Avant-hier = 2025-09-02'],
    ['La pièce sera livrée demain.', 'demain = 2025-09-05'],
    ['Elle part après-demain.', 'après-demain = 2025-09-06'],
    ['Le mois dernier, elle a cédé sa filiale.', 'mois dernier = 2025-08'],
    ['Un atelier ouvrira le mois prochain.', 'mois prochain = 2025-10'],
    ["L'an dernier, les ventes ont reculé.", 'an dernier = 2024'],
    ["Un atelier ouvrira l'an prochain.", 'an prochain = 2026'],
    ["L'année passée fut rude.", 'année passée = 2024'],
    ['Cette année sera meilleure.', 'Cette année = 2025'],
    ["L'exercice en cours est dur.", 'exercice en cours = 2025'],
    ['Ce trimestre, la marge a tenu.', 'Ce trimestre = 2025-35'],
    ['Le trimestre précédent avait été bon.', 'trimestre précédent = 2025-34'],
    ['La semaine prochaine, elle reçoit.', 'semaine prochaine = 2025-09-08/2025-09-14'],
    ['Ces deux dernières années ont compté.', 'deux dernières années = 2023/2024'],
    ['Les trois prochains mois diront tout.', 'trois prochains mois = 2025-10/2025-12'],
    ["Il y a deux ans, personne n'y croyait.", 'Il y a deux ans = 2023'],
    ["Il y a exactement un an, personne n'y croyait.", 'Il y a exactement un an = 2024'],
    ["Il y a un peu plus d'un an, elle embauchait.", "Il y a un peu plus d'un an = 2024"],
    ["Voilà deux ans qu'elle attend.", 'Voilà deux ans = 2023'],
    ['Le T2 de cette année fut bon.', 'T2 de cette année = 2025-34'],
    ["Au T4 de l'an dernier, la marge a tenu.", "T4 de l'an dernier = 2024-36"],
    ["La seconde moitié d'août a été calme.", "seconde moitié d'août = 2025-08-15/2025-08-31"],
    ['Il y a trois mois, elle embauchait.', 'Il y a trois mois = 2025-06'],
    ['Il y a dix jours, elle embauchait.', 'Il y a dix jours = 2025-08-25'],
    ['Dans deux ans, elle sera seule.', 'Dans deux ans = 2027'],
    ["D'ici six mois, tout sera prêt.", "D'ici six mois = ../2026-03"],
    ["Dix sites d'ici la fin du mois", "d'ici la fin du mois = ../2025-09"],
    ["Dix sites d'ici la fin de cette année", "d'ici la fin de cette année = ../2025"],
    ["À la fin de l'année prochaine", "fin de l'année prochaine = 2026-39"],
    ["Depuis le début de l'année, elle monte.", "Depuis le début de l'année = 2025/.."],
    ["Avant la fin de l'année, elle ouvrira.", "Avant la fin de l'année = ../2025"],
    ["Les six premiers mois de l'année", "six premiers mois de l'année = 2025-01/2025-06"],
    ["Elle ouvrira plus tard dans l'année.", "plus tard dans l'année = 2025"],
    ["L'été prochain, elle ouvrira.", 'été prochain = 2026-22'],
    ["L'hiver dernier fut doux.", 'hiver dernier = 2024-24'],
    ['Elle arrivera dès cet automne.', 'dès cet automne = 2025-23/..'],
    ['Lundi dernier, elle a signé.', 'Lundi dernier = 2025-09-01'],
    ['Vendredi prochain, elle signera.', 'Vendredi prochain = 2025-09-05'],
    ['Mardi de la semaine prochaine, elle signera.', 'Mardi de la semaine prochaine = 2025-09-09'],
    ['En octobre dernier, elle levait des fonds.', 'octobre dernier = 2024-10'],
    ['Le 8 décembre prochain, elle votera.', '8 décembre prochain = 2025-12-08'],
  ])('%s', (text, ...expected) => {
    expect(dates(text)).toEqual(expected)
  })

  it.each([
    'Le mois dernier, elle a cédé sa filiale.',
    "Il y a deux ans, personne n'y croyait.",
    "Elle l'a dit vendredi.",
    'Hier, la direction a démenti.',
    "D'ici six mois, tout sera prêt.",
    'Le trimestre précédent avait été bon.',
  ])('%s is unknown without a reference', (text) => {
    const found = mentions(text, null).filter((m) => m.type === 'date')
    expect(found).toMatchObject([{ edtf: null, from: null, to: null }])
  })

  it('a vague length of time tells no date', () => {
    expect(dates("Il y a quelques mois, personne n'y croyait.")).toEqual(['Il y a quelques mois = null'])
  })

  it('"a year earlier" counts from the date told before it', () => {
    expect(dates('En 2024, la part était de 12 %, contre 9 % un an plus tôt.')).toEqual([
      '2024 = 2024',
      'un an plus tôt = 2023',
    ])
    expect(dates("Au deuxième trimestre, elle a perdu plus qu'un an plus tôt.")).toEqual([
      'deuxième trimestre = 2025-34',
      'un an plus tôt = 2024-34',
    ])
    expect(dates('La part était de 9 % un an plus tôt.')).toEqual(['un an plus tôt = null'])
  })

  it('an ordinal may leave out the quarter told before it', () => {
    expect(dates('Au deuxième trimestre, la perte a doublé par rapport au premier.')).toEqual([
      'deuxième trimestre = 2025-34',
      'premier = 2025-33',
    ])
    expect(dates('Il est arrivé au premier.')).toEqual([])
  })

  it('a month as reference settles what it can', () => {
    expect(dates('Le mois dernier, elle a cédé sa filiale.', '2025-09')).toEqual(['mois dernier = 2025-08'])
    expect(dates('Le 3 janvier, elle votera.', '2025-09')).toEqual(['3 janvier = 2026-01-03'])
    expect(dates('Elle vote jeudi.', '2025-09')).toEqual(['jeudi = null'])
    expect(dates('Elle a voté hier.', '2025-09')).toEqual(['hier = null'])
    expect(dates('Elle a voté le mois dernier.', '2025')).toEqual(['mois dernier = null'])
    expect(dates("Elle a voté l'an dernier.", '2025')).toEqual(['an dernier = 2024'])
  })
})

describe('days reckoned', () => {
  it.each([
    ['Le chantier commence début mars 2026.', '2026-03-01..2026-03-11'],
    ["Le chantier s'achève fin mars 2026.", '2026-03-21..2026-04-01'],
    ['La gamme arrive au printemps 2026.', '2026-03-20..2026-06-22'],
    ['En début de semaine, elle a signé.', '2025-09-01..2025-09-04'],
    ['Ce week-end, elle reçoit.', '2025-09-06..2025-09-08'],
    ["Il y a deux ans, personne n'y croyait.", '2023-09-01..2023-10-01'],
    ['Dans deux mois, elle ouvrira.', '2025-11-04..2025-11-05'],
    ['Mardi en huit, elle votera.', '2025-09-16..2025-09-17'],
  ])('%s', (text, expected) => {
    expect(days(text)).toBe(expected)
  })
})
