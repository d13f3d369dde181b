import { describe, expect, it } from 'vitest'
import { findDates } from '../../src/mentions/dates.js'
import { tokenize } from '../../src/text/tokens.js'
import type { Language } from '../../src/types.js'

const found = (lang: Language) => (text: string) =>
  findDates(text, tokenize(text, 0, text.length), lang, '2025-05-06').flatMap((m) => {
    const said = text.slice(m.start, m.end)
    if (m.type === 'duration') return [`${said} = ${m.iso}${m.within ? ' within' : ''}`]
    return m.type === 'rate' ? [`${said} = per ${m.per}`] : []
  })

describe('durations in French', () => {
  it.each([
    ['Elle a tout vendu en six mois.', 'six mois = P6M within'],
    ['Elle a tout vendu en seulement quatre semaines.', 'quatre semaines = P4W within'],
    ["Elle a tout vendu en moins d'un an.", 'un an = P1Y within'],
    ['Pendant deux ans, rien ne bouge.', 'deux ans = P2Y within'],
    ['Sur cinq ans, la part a doublé.', 'cinq ans = P5Y within'],
    ["En l'espace de dix jours, tout change.", 'dix jours = P10D within'],
    ['Un bail de neuf ans', 'neuf ans = P9Y'],
    ['Il dure deux ans et demi.', 'deux ans et demi = P2Y6M'],
    ['Il dure un an et trois mois.', 'un an et trois mois = P1Y3M'],
    ['Il dure une heure et demie.', 'une heure et demie = PT1H30M'],
    ['Il dure 1,5 an.', '1,5 an = P1Y6M'],
    ['Il dure une demi-journée.', 'une demi-journée = PT12H'],
    ["Il dure trois quarts d'heure.", "trois quarts d'heure = PT45M"],
    ["Il dure une vingtaine d'années.", "une vingtaine d'années = P20Y"],
    ['Il dure deux trimestres.', 'deux trimestres = P6M'],
    ['Elle existe depuis trois semaines.', 'trois semaines = P3W'],
    ['Le directeur, 46 ans, sourit.', '46 ans = P46Y'],
    ["Elle a ri toute l'année.", "toute l'année = P1Y"],
    ['Il tient 5 min 40 s.', '5 min 40 s = PT5M40S'],
    ['Il part pour 3h.', '3h = PT3H'],
    ["Il faut six mois et 3 millions d'heures.", 'six mois = P6M', "3 millions d'heures = PT3000000H"],
    ['Il dure une heure trois quarts.', 'une heure trois quarts = PT1H45M'],
    ['Il dure une heure et quart.', 'une heure et quart = PT1H15M'],
    ['La traversée prend moins de 2h30.', '2h30 = PT2H30M'],
    ['Elle roule pendant 3 h 45.', '3 h 45 = PT3H45M within'],
    // a vague length is never the time that something took
    ['En quelques semaines, tout change.', 'quelques semaines = P3W'],
  ])('%s', (text, ...expected) => {
    expect(found('fr')(text)).toEqual(expected)
  })

  it.each([
    'Il attend pendant des mois.',
    'Une année record pour la firme.',
    'Un jour, elle reviendra.',
    'Départ à 13 h 20, retour à 20 heures.',
    'Le train de 2h30 est parti.',
    'Les minutes passent.',
    'Une seconde usine ouvre.',
    "Il y a deux ans, c'était vide.",
  ])('%s tells none', (text) => {
    expect(found('fr')(text)).toEqual([])
  })
})

describe('durations in English', () => {
  it.each([
    ['It takes two-and-a-half years.', 'two-and-a-half years = P2Y6M'],
    ['A three-and-a-half-year lease', 'three-and-a-half-year = P3Y6M'],
    ['It waits three quarters of an hour.', 'three quarters of an hour = PT45M'],
    ['It lasts 5 wks.', '5 wks = P5W'],
    ['It closes in 2:30 hours.', '2:30 hours = PT2H30M within'],
    ['It sold out in six months.', 'six months = P6M within'],
    ['It sold out in just four weeks.', 'four weeks = P4W within'],
    ['It sold out within a week.', 'a week = P1W within'],
    ['It sold out in under a year.', 'a year = P1Y within'],
    ['Over four years the share doubled.', 'four years = P4Y within'],
    ['It ran for a year and a half.', 'a year and a half = P1Y6M within'],
    ['It took two and a half years.', 'two and a half years = P2Y6M'],
    ['It took 1.5 hours.', '1.5 hours = PT1H30M'],
    ['It took half an hour.', 'half an hour = PT30M'],
    ['It took two years and three months.', 'two years and three months = P2Y3M'],
    ['It took an hour and 45 minutes.', 'an hour and 45 minutes = PT1H45M'],
    ['It took one hour fifteen.', 'one hour fifteen = PT1H15M'],
    ['It took a couple of hours.', 'a couple of hours = PT2H'],
    ['It took ten working days.', 'ten working days = P10D'],
    ['It took two more weeks.', 'two more weeks = P2W'],
    ['It took a fortnight.', 'a fortnight = P2W'],
    ['It took two decades.', 'two decades = P20Y'],
    ['A five-year plan was drawn up.', 'five-year = P5Y'],
    ['A 20-year-old driver won.', '20-year-old = P20Y'],
    ['It lost money for two quarters.', 'two quarters = P6M within'],
    ['It fell for five straight quarters.', 'five straight quarters = P15M within'],
    ['It is over all day.', 'all day = P1D'],
  ])('%s', (text, ...expected) => {
    expect(found('en')(text)).toEqual(expected)
  })

  it.each([
    'It happened in days.',
    'The minutes were read.',
    'A second plant opens.',
    'Three quarters of buyers agree.',
    'It is a year in the red.',
    'It moved two years ago.',
    'It opens in two weeks.',
  ])('%s tells none', (text) => {
    expect(found('en')(text)).toEqual([])
  })
})

describe('rates', () => {
  it.each([
    ['Elle monte 300 bus par an.', 'par an = per P1Y'],
    ['Elle monte 300 bus/an.', '/an = per P1Y'],
    ['Elle monte douze bus par mois et trois par semaine.', 'par mois = per P1M', 'par semaine = per P1W'],
    ['Elle vise une capacité annuelle de 300 bus.', 'annuelle = per P1Y'],
    ['Elle vise 300 bus mensuels.', 'mensuels = per P1M'],
    ['Chaque année, elle en monte 300.', 'Chaque année = per P1Y'],
    ['Elle en monte trois tous les jours.', 'tous les jours = per P1D'],
    ['Sa production quotidienne monte.', 'quotidienne = per P1D'],
    ['Sa capacité trimestrielle monte.', 'trimestrielle = per P3M'],
  ])('%s', (text, ...expected) => {
    expect(found('fr')(text)).toEqual(expected)
  })

  it.each([
    ['It makes 300 buses a year.', 'a year = per P1Y'],
    ['It sells 300 buses a year in Japan.', 'a year = per P1Y'],
    ['It will make 300 buses a month from 2028.', 'a month = per P1M'],
    ['It made 300 buses a year in 2024.', 'a year = per P1Y'],
    ['It ships 300 buses a year to the Gulf.', 'a year = per P1Y'],
    ['It makes 300 buses per week.', 'per week = per P1W'],
    ['It costs $499 a month.', 'a month = per P1M'],
    ['It costs $499/month.', '/month = per P1M'],
    ['It ships twice a day.', 'a day = per P1D'],
    ['It makes 300 every month.', 'every month = per P1M'],
    ['Its annual sales are 300.', 'annual = per P1Y'],
    ['Its monthly output is 300.', 'monthly = per P1M'],
    ['Its daily output is 300.', 'daily = per P1D'],
    ['It needs 2 million tonnes of fine sand a year.', 'a year = per P1Y'],
  ])('%s', (text, ...expected) => {
    expect(found('en')(text)).toEqual(expected)
  })

  it.each<[Language, string]>([
    ['fr', 'Le rapport annuel est paru.'],
    ['fr', 'Sa croissance annuelle ralentit.'],
    ['fr', "Son chiffre d'affaires trimestriel déçoit."],
    ['fr', 'Un quotidien local en parle.'],
    ['fr', 'La vie quotidienne continue.'],
    ['en', 'Its annual report is out.'],
    ['en', 'Annual growth slowed.'],
    ['en', 'Quarterly revenue was flat.'],
    ['en', 'The Daily Planet reported it.'],
    ['en', 'Daily life goes on.'],
  ])('%s: %s tells none', (lang, text) => {
    expect(found(lang)(text)).toEqual([])
  })
})
