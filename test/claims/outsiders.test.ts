import { describe, expect, it } from 'vitest'
import { scan } from '../../src/scan.js'

const FIRST = 'Danone recrute à Lyon.'
const subjectsOf = (sentence: string, first = FIRST, language = 'fr'): (string | null)[] =>
  scan(new TextEncoder().encode(`${first} ${sentence}`), { source: 'a.txt', language }).facts.claims.map(
    (c) => c.subject,
  )

describe('what others do is not told of the firm of the thread', () => {
  it.each([
    'Les éleveurs ont vendu 12 000 tonnes de lait.',
    'Un concurrent a supprimé 300 postes.',
    'Un fonds américain a investi 30 millions d’euros dans l’usine.',
    'La région a investi 3 millions d’euros dans le site.',
    'La filière emploie 30 000 personnes.',
    'Un concurrent a racheté Verkor.',
    'La région a attribué le marché à Vinci.',
    'Les constructeurs chinois visent le Brésil.',
    'Les Bâtisseurs d’hier ont investi 3 millions d’euros.',
  ])('%s', (sentence) => expect(subjectsOf(sentence)).toEqual([]))

  it.each([
    ['Les Maîtres fromagers du Cotentin ont investi 3 millions d’euros.', 'Maîtres fromagers du Cotentin'],
    ['L’Atelier des Saveurs a ouvert 30 boutiques.', 'Atelier des Saveurs'],
    ['La Brasserie du Mont Gris emploie 60 personnes.', 'Brasserie du Mont Gris'],
    ['La Coopérative laitière des Deux-Lacs a supprimé 30 postes.', 'Coopérative laitière des Deux-Lacs'],
    ['La Coopérative fromagère des Deux-Lacs a supprimé 30 postes.', 'Coopérative fromagère des Deux-Lacs'],
  ])('%s', (sentence, name) => expect(subjectsOf(sentence)).toEqual([name]))

  it.each(['La famille Durand détient 30 % du capital.', 'Les salariés détiennent 3 % du capital.'])(
    'a share is told all the same, of nobody: %s',
    (sentence) => expect(subjectsOf(sentence)).toEqual([null]),
  )
  it('nor what a government does', () =>
    expect(subjectsOf('The German federal government will invest $30 million.', 'Danone is hiring.', 'en')).toEqual([]))
  it('nor what is said of something else by somebody in passing', () =>
    expect(
      subjectsOf('The state eyes a trade, which Volvo expects will be worth $30 billion.', 'Danone is hiring.', 'en'),
    ).toEqual([]))
  it('nor what somebody without a name does, whatever stands before the noun', () => {
    const danone = 'Danone is hiring.'
    expect(subjectsOf('A shoe and leather maker will invest $30 million and create 200 jobs.', danone, 'en')).toEqual(
      [],
    )
    expect(subjectsOf('The maker will invest $30 million and create 200 jobs.', danone, 'en')).toEqual([
      'Danone',
      'Danone',
    ])
  })

  it('what all sell in a place is nobody’s', () =>
    expect(subjectsOf('Le secteur a produit 12 000 tonnes en Italie.')).toEqual([null]))
})

describe('what else may open a clause leaves it to the firm', () => {
  it.each([
    'L’usine emploie 300 personnes.',
    'Une filiale verra le jour en Italie en 2027.',
    'Le ministre a inauguré l’usine en 2024.',
    'Le site a produit 12 000 tonnes de lait.',
    'Les fonds serviront à embaucher 300 personnes.',
    'Le maire salue un investissement de 3 millions d’euros.',
    'Le groupe, que les éleveurs critiquent, emploie 300 personnes.',
    'Avec la région, le groupe a investi 3 millions d’euros.',
  ])('%s', (sentence) => expect([...new Set(subjectsOf(sentence))]).toEqual(['Danone']))
})

describe('who leads the firm of the thread', () => {
  it.each([
    ['Xavier Nolet, le directeur général, veut investir 80 millions d’euros.', 'Danone'],
    ['Xavier Nolet, son patron, veut investir 80 millions d’euros.', 'Danone'],
    ['Le patron, Xavier Nolet, compte investir 80 millions d’euros.', 'Danone'],
    // whose own money it is
    ['Xavier Nolet a investi 80 millions d’euros dans la start-up.', null],
  ])('speaks for it: %s', (sentence, subject) => expect(subjectsOf(sentence)).toEqual([subject]))

  it.each([
    ['Xavier Nolet, the chief executive, wants to invest €80m.', 'Danone'],
    ['Chief executive Xavier Nolet plans to invest €80m.', 'Danone'],
    ['Xavier Nolet, the mayor, plans to invest €80m.', null],
  ])('speaks for it: %s', (sentence, subject) =>
    expect(subjectsOf(sentence, 'Danone is hiring.', 'en')).toEqual([subject]),
  )
})
