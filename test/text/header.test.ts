import { describe, expect, it } from 'vitest'
import { blocksOf } from '../../src/text/blocks.js'
import { readPublished } from '../../src/text/header.js'

/** The date that an article states, and what of it is left as text. */
function read(text: string, monthFirst = false): { published: string | null; left: string[] } {
  const blocks = blocksOf(text, 0)
  const published = readPublished(text, blocks, monthFirst)
  return { published, left: blocks.filter(({ aside }) => !aside).map(({ content, end }) => text.slice(content, end)) }
}

const TITLE = 'A new plant for Tarvel'
const BODY = 'The maker has opened a plant in Ghent, where it builds ten trams a month.'

describe('the marker at the start', () => {
  it.each([
    [' date 2024-07 Une usine ouvre.', '2024-07', 'Une usine ouvre.'],
    ['date 2024-07-30 Une usine ouvre.', '2024-07-30', 'Une usine ouvre.'],
    ['DATE 2024-07\tUne usine ouvre.', '2024-07', 'Une usine ouvre.'],
  ])('%j', (text, published, left) => {
    expect(read(text)).toEqual({ published, left: [left] })
  })

  it('wins over a dateline', () => {
    expect(read(`date 2024-07 ${TITLE}\n\nPublié le 3 août 2024\n\n${BODY}`)).toEqual({
      published: '2024-07',
      left: [TITLE, BODY],
    })
  })

  it.each(['date 2024-19 Une usine ouvre.', 'date 2024 Une usine ouvre.', 'date limite 2024-07 pour ouvrir.'])(
    'is not %j',
    (text) => {
      expect(read(text)).toEqual({ published: null, left: [text] })
    },
  )
})

describe('a line of its own', () => {
  it.each([
    ['Publié le 12 mars 2025', '2025-03-12'],
    ['Publié le 1er avril 2025 à 9 h 05', '2025-04-01'],
    ['Publiée le mardi 8 juillet 2025, à 18h30', '2025-07-08'],
    ['PUBLIÉ LE 12 MARS 2025', '2025-03-12'],
    ['Publie\u0301 le 3 aou\u0302t 2025', '2025-08-03'],
    ['Mis en ligne le 05/06/2024 à 07:45', '2024-06-05'],
    ['Paru le 5.6.2024', '2024-06-05'],
    ['Publié le 2 mai 2025 à 8h, mis à jour le 4 mai 2025 à 10h', '2025-05-02'],
    ['Mis à jour le 4 mai 2025 – Publié le 2 mai 2025', '2025-05-02'],
    ['Mis à jour le 4 mai 2025', '2025-05-04'],
    ['Publié le 21 février 2024 par le service économie de la maison', '2024-02-21'],
    ["Rédigé par l'antenne de Roubaix le 09-11-2023", '2023-11-09'],
    ['Par Anna Blum, le 3 juin 2025', '2025-06-03'],
    ['Par Anna Blum et Yves Cadiou - 3 juin 2025 - Temps de lecture : 4 min', '2025-06-03'],
    ['Le 3 juin 2025 à 12:00', '2025-06-03'],
    ['Lundi 2 juin 2025', '2025-06-02'],
    ['Date : 2 juin 2025', '2025-06-02'],
    ['Lille, le 2 juin 2025', '2025-06-02'],
    ['Lille, le 2 juin 2025 –', '2025-06-02'],
    ['2 juin 2025 . –', '2025-06-02'],
    ['Communiqué de presse – Lille, 2 juin 2025', '2025-06-02'],
    ['May 6, 2021', '2021-05-06'],
    ['6 May 2021', '2021-05-06'],
    ['6th of May 2021', '2021-05-06'],
    ['Sept. 6th, 2021', '2021-09-06'],
    ['06-May-2021', '2021-05-06'],
    ['Tuesday, May 4, 2021, 7:15 AM EST', '2021-05-04'],
    ['Posted on 4 May 2021, 7.15am', '2021-05-04'],
    ['First published: 4 May 2021 at 6 p.m. | Updated: 5 May 2021', '2021-05-04'],
    ['Last updated 5 May 2021', '2021-05-05'],
    ['By Mary Major | 4 May 2021 | 5 min read', '2021-05-04'],
    ['Published on May 4, 2021 by Mary Major, senior reporter', '2021-05-04'],
    ['Press release – Ghent, 4 May 2021', '2021-05-04'],
    ['NEWS RELEASE | Ghent, Belgium | 4 May 2021', '2021-05-04'],
    ['2021-05-04', '2021-05-04'],
    ['Published 2021-05-04T07:15:00Z', '2021-05-04'],
    ['2021/05/04', '2021-05-04'],
    ['May 2021', '2021-05'],
  ])('%s', (line, published) => {
    expect(read(`${TITLE}\n\n${line}\n\n${BODY}`)).toEqual({ published, left: [TITLE, BODY] })
  })

  it('may stand above the title', () => {
    expect(read(`News release – Ghent, 4 May 2021\n\n${TITLE}\n\n${BODY}`)).toEqual({
      published: '2021-05-04',
      left: [TITLE, BODY],
    })
  })

  it('of publication wins over one that says "updated" above it', () => {
    expect(read(`${TITLE}\nMis à jour le 5 mai 2025\nPublié le 4 mai 2025\n\n${BODY}`).published).toBe('2025-05-04')
  })

  it('may name the writer and no date', () => {
    expect(read(`${TITLE}\n\nPar Anna Blum\n\n${BODY}`)).toEqual({ published: null, left: [TITLE, BODY] })
    expect(read(`${TITLE}\n\nBy Mary Major and John Doe\n\n${BODY}`)).toEqual({ published: null, left: [TITLE, BODY] })
    expect(read(`${TITLE}\n\nPublié il y a 2 heures\n\n${BODY}`)).toEqual({ published: null, left: [TITLE, BODY] })
    expect(read(`${TITLE}\n\nPublié par la rédaction\n\n${BODY}`)).toEqual({ published: null, left: [TITLE, BODY] })
    expect(read(`${TITLE}\n\nPublié hier à 8h\n\n${BODY}`)).toEqual({ published: null, left: [TITLE, BODY] })
  })

  it('may name a paper and an agency', () => {
    expect(read(`Le Matin avec AFP\n\n${TITLE}\n\n${BODY}`)).toEqual({ published: null, left: [TITLE, BODY] })
    expect(read(`${TITLE}\n\nReuters\n\n${BODY}`)).toEqual({ published: null, left: [TITLE, BODY] })
  })

  it('in figures keeps only its year where the order of day and month is unknown', () => {
    expect(read(`${TITLE}\n\nPublished 04/05/2021\n\n${BODY}`, true).published).toBe('2021')
    expect(read(`${TITLE}\n\nPublished 04/25/2021\n\n${BODY}`, true).published).toBe('2021-04-25')
    expect(read(`${TITLE}\n\nPublished 25/04/2021\n\n${BODY}`, true).published).toBe('2021-04-25')
    expect(read(`${TITLE}\n\nPublished 4.5.2021\n\n${BODY}`, true).published).toBe('2021-05-04')
  })

  it.each([
    'Publiée le 12 mars 2025, cette enquête décrit un recul de 3 %.',
    "L'usine a ouvert le 12 mars 2025",
    'Le 12 mars 2025, le groupe a ouvert son usine.',
    'Le 12 mars 2025 – jour de fête – le groupe a ouvert son usine.',
    'Published on 3 May 2021 by the ministry, the study counts 300 plants.',
    'Tarvel Opens A Plant On 4 May 2021',
    'Tarvel ouvre son usine le 4 mai 2021',
    'Salon de Lyon, du 4 mai 2021 au 9 mai 2021',
    '4 mai 2021 - 9 mai 2021',
    'Revised Deal For Tarvel',
    'Updated Tarvel Tram Sells Well',
    'Posted Prices Rise At Tarvel By Spring',
    'Par exemple',
    'By design',
    '31 février 2025',
    '- 4 mai 2021',
    '1. 4 mai 2021',
  ])('is not: %s', (line) => {
    const text = `${TITLE}\n\n${line}\n\n${BODY}`
    const { published, left } = read(text)
    expect(published).toBeNull()
    expect(left.length).toBe(3)
  })

  it('is none of several in a list of events', () => {
    const text = `${TITLE}\n\n3 mai 2021\nLe projet est lancé.\n\n7 juin 2022\nLe chantier ouvre.`
    expect(read(text)).toEqual({
      published: null,
      left: [TITLE, '3 mai 2021', 'Le projet est lancé.', '7 juin 2022', 'Le chantier ouvre.'],
    })
  })

  it('stands near the top', () => {
    const far = `${`${BODY}\n\n`.repeat(12)}Publié le 12 mars 2025`
    expect(read(far).published).toBeNull()
  })
})

describe('at the head of a sentence', () => {
  it.each([
    ['LYON, le 9 mai 2025 – Le groupe ouvre.', '2025-05-09', 'Le groupe ouvre.'],
    ['Lyon (France), le 9 mai 2025 – bioTarvel ouvre un site.', '2025-05-09', 'bioTarvel ouvre un site.'],
    ['Lyon, 9 mai 2025 - « Nous ouvrons », dit le groupe.', '2025-05-09', '« Nous ouvrons », dit le groupe.'],
    ['HANOÏ, Vietnam, le 9 mai 2025 — Le groupe ouvre.', '2025-05-09', 'Le groupe ouvre.'],
    ['9 mai 2025 – Le groupe ouvre.', '2025-05-09', 'Le groupe ouvre.'],
    ['Ghent, Belgium – 4 May 2021 – The group opens.', '2021-05-04', 'The group opens.'],
    ['OSLO, May 4, 2021 /PRNewswire/ -- The group opens.', '2021-05-04', 'The group opens.'],
    ['OSLO, Norway, May 04, 2021 (GLOBE NEWSWIRE) -- The group opens.', '2021-05-04', 'The group opens.'],
    ['OSLO--(BUSINESS WIRE)--The group opens.', null, 'The group opens.'],
    ['OSLO (Reuters) - The group opens.', null, 'The group opens.'],
    ['OSLO, May 4 (Reuters) - The group opens.', null, 'The group opens.'],
    ['Paris (AFP) – Le groupe ouvre.', null, 'Le groupe ouvre.'],
    ['LAON (AFP) - 9 mai 2025 - Le groupe ouvre.', '2025-05-09', 'Le groupe ouvre.'],
    ['Ghent, 4 May 2021. The group opens.', '2021-05-04', 'The group opens.'],
    ['Lyon, le 9 mai 2025. Le groupe ouvre.', '2025-05-09', 'Le groupe ouvre.'],
  ])('%s', (line, published, left) => {
    expect(read(`${TITLE}\n\n${line}`)).toEqual({ published, left: [TITLE, left] })
  })

  it.each([
    'Tarvel – Le groupe ouvre une usine.',
    'TARVEL – Le groupe ouvre une usine.',
    'Le 9 mai 2025 – Le groupe ouvre une usine.',
    'Tarvel (Lyon) – Le groupe ouvre une usine.',
    'Une usine, 9 mai 2025 – Le groupe ouvre.',
    'Tarvel, 9 mai. Le groupe ouvre une usine.',
    'LYON, le 9 mai 2025 – un vendredi – fut un grand jour.',
  ])('is not: %s', (line) => {
    expect(read(`${TITLE}\n\n${line}`)).toEqual({ published: null, left: [TITLE, line] })
  })
})
