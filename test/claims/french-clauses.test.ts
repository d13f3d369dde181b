import { describe, expect, it } from 'vitest'
import { scan } from '../../src/scan.js'

/** Each claim as whose it is, what it tells, when, and how surely. */
const told = (text: string): string[] =>
  scan(new TextEncoder().encode(text), {
    source: 'a.txt',
    language: 'fr',
    published: '2025-09-15',
  }).facts.claims.map((c) =>
    [c.subject, c.partner, c.measure ?? c.relation ?? c.event, c.value?.figure, c.date, c.status]
      .filter((x) => x != null && x !== 'reported')
      .join(' '),
  )

describe('a clause of its own', () => {
  it.each([
    [
      'Solvay a commandé deux réacteurs à Technip en mars, et 200 chimistes seront embauchés en 2027.',
      ['Technip orders 2 2025-03', 'Technip Solvay customer 2025-03'],
    ],
    [
      "Nestlé exploite 300 magasins, a investi 8 millions d'euros en 2024 et recrute.",
      ['Nestlé stores 300', 'Nestlé 8000000 2024'],
    ],
    ["L'usine emploie 300 personnes, a indiqué lundi la direction de Renault.", ['Renault staff 300']],
  ])('%s', (text, expected) => expect(told(text)).toEqual(expected))
})

describe('whom a noun that opens the sentence means', () => {
  it.each([
    ['Castorama recule. Le numéro un du secteur, Leroy Merlin, emploie 900 personnes.', ['Leroy Merlin staff 900']],
    [
      'Free a gagné 9 000 abonnés. Le leader du marché, Orange (groupe public), en compte 21 millions.',
      ['Free users 9000', 'Orange users 21000000'],
    ],
    ["Le suédois Electrolux souffre. La maison mère d'AEG et Zanussi emploie 900 personnes.", ['Electrolux staff 900']],
    ["La maison mère d'AEG emploie 900 personnes.", []],
  ])('%s', (text, expected) => expect(told(text)).toEqual(expected))
})
