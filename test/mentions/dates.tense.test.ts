import { describe, expect, it } from 'vitest'
import { findDates } from '../../src/mentions/dates.js'
import { tokenize } from '../../src/text/tokens.js'
import type { Language } from '../../src/types.js'

const date = (lang: Language, ref: string) => (text: string) =>
  findDates(text, tokenize(text, 0, text.length), lang, ref).flatMap((m) => (m.type === 'date' ? [m.edtf] : []))

describe('a date without its year, in French on 2025-03-10', () => {
  const fr = date('fr', '2025-03-10')

  it.each([
    // told after a past verb: the last one
    ['La chaîne a redémarré en octobre.', '2024-10'],
    ['La chaîne a redémarré en janvier.', '2025-01'],
    ['La chaîne avait fermé en mars.', '2025-03'],
    ["Le 15 décembre, la direction s'était tue.", '2024-12-15'],
    ['Au quatrième trimestre, la marge a fondu.', '2024-36'],
    ['La maison est née en juin.', '2024-06'],
    ["L'accord fut signé vendredi.", '2025-03-07'],
    ['Ils démissionnèrent en juin.', '2024-06'],
    // after a future verb or a plan: the next one
    ['La chaîne redémarrera en octobre.', '2025-10'],
    ['La chaîne redémarrera en janvier.', '2026-01'],
    ['La chaîne va redémarrer en juin.', '2025-06'],
    ['Une reprise est prévue en juin.', '2025-06'],
    ['La chaîne doit redémarrer le 15 décembre.', '2025-12-15'],
    ['La chaîne pourrait redémarrer en juin.', '2025-06'],
    ["L'accord sera signé vendredi.", '2025-03-14'],
    // a noun and its participle right before it: past, whatever follows
    ['Le loyer plafonné en octobre étranglera les fermes.', '2024-10'],
    ['Les quais élargis, le pont fermé à la fin du mois de juin rouvrira.', '2024-06'],
    ['Le pont devra être fermé en juin.', '2025-06'],
    ['Le pont sera bientôt fermé en juin.', '2025-06'],
    ['La nouvelle cité en juin accueillera cent familles.', '2025-06'],
    // what was announced is still to come, unless it tells a figure or what has been done
    ["Le groupe a annoncé l'ouverture d'un pont en octobre.", '2025-10'],
    ['Le groupe a annoncé en octobre la fin du chantier.', '2024-10'],
    ['Le groupe a annoncé avoir fermé le pont en octobre.', '2024-10'],
    ['Le pont a été fermé, et le groupe a confirmé une reprise avant octobre.', '../2025-10'],
    // the nearest verb before it counts
    ['Le groupe a dit que la chaîne redémarrera en octobre.', '2025-10'],
    ['La chaîne redémarrera si la pièce a été livrée en octobre.', '2024-10'],
    // else the first one after it
    ['En octobre, après une longue attente, la chaîne a redémarré.', '2024-10'],
    ['En octobre, après une longue attente, la chaîne redémarrera.', '2025-10'],
    // running text without a tense: news tells what was
    ["Après cette longue grève d'octobre, chacun respire.", '2024-10'],
    // since: always past
    ['La chaîne sera seule depuis octobre.', '2024-10/..'],
    // the day itself
    ['Le groupe a tranché lundi.', '2025-03-10'],
    // alone: what is to come
    ['Octobre', '2025-10'],
    ['3 janvier', '2026-01-03'],
  ])('%s', (text, expected) => {
    expect(fr(text)).toEqual([expected])
  })

  it('gives way to a day close by on the other side', () => {
    expect(date('fr', '2025-01-24')('Il a promis une visite le 27 janvier.')).toEqual(['2025-01-27'])
    expect(date('fr', '2025-01-05')('Il dit, le 3 janvier, que la firme vendra tout.')).toEqual(['2025-01-03'])
  })
})

describe('a date without its year, in English on 2025-03-10', () => {
  const en = date('en', '2025-03-10')

  it.each([
    ['The line restarted in October.', '2024-10'],
    ['The line has stood idle since October.', '2024-10/..'],
    ['Orders rose in January.', '2025-01'],
    ['Margins shrank in the fourth quarter.', '2024-36'],
    ['It said on Friday that it had cut jobs.', '2025-03-07'],
    // the number before "in" is no day of the month
    ['It built 18 in May.', '2024-05'],
    ['The lease expires in January.', '2026-01'],
    ['Deliveries begin in January.', '2026-01'],
    ['The line will restart in October.', '2025-10'],
    ['The line will restart in January.', '2026-01'],
    ['A restart is expected in June.', '2025-06'],
    ['The firm plans a restart for June.', '2025-06'],
    ['The board will meet on Friday.', '2025-03-14'],
    ['It said the line would restart in October.', '2025-10'],
    ['In October, after a long wait, the line restarted.', '2024-10'],
    ['In October, after a long wait, the line will restart.', '2025-10'],
    ['We have a deal that will start in June.', '2025-06'],
    ['October', '2025-10'],
    ['Thanksgiving', '2025-11-27'],
    // a weekday beside the date tells the year
    ['The trial ended on Sunday 9 March.', '2025-03-09'],
    ['The trial ends on Friday 13 March.', '2026-03-13'],
    // close by as it may be, what has ended is over
    ['In the year ended March 31 it made a profit.', '2023-04/2024-03'],
    ['It expects a profit for the year ending March 31.', '2024-04/2025-03'],
  ])('%s', (text, expected) => {
    expect(en(text)).toEqual([expected])
  })

  it('"in four weeks" is a date to come, or the time that something took', () => {
    const found = (text: string) =>
      findDates(text, tokenize(text, 0, text.length), 'en', '2025-03-10').map((m) =>
        m.type === 'date' ? m.edtf : m.type === 'duration' ? m.iso : m.per,
      )
    expect(found('The shop will open in four weeks.')).toEqual(['2025-04-07'])
    expect(found('The shop sold 900 bikes in four weeks.')).toEqual(['P4W'])
  })

  it('a sentence that has ended lends no tense', () => {
    expect(en('It was a hard year. October will be better.')).toEqual(['2025-10'])
  })
})
