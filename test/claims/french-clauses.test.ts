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
    ['Danone emploie 80 personnes et 120 embauches sont prévues.', ['Danone staff 80', 'Danone hires 120 planned']],
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

describe('who and when, where two are told of', () => {
  it.each([
    [
      "Danone a racheté Lactalis. Les deux groupes investiront 9 millions d'euros.",
      ['Danone Lactalis acquisition', 'Danone 9000000 planned', 'Lactalis 9000000 planned'],
    ],
    [
      "La filiale d'Engie, Equans, a embauché 900 personnes en 2022.",
      ['Equans Engie subsidiary', 'Equans hires 900 2022'],
    ],
    ['Chez Lafuma, filiale de Calida, on ne veut pas céder.', ['Lafuma Calida subsidiary']],
    ["L'ardoisière, détenue à 60 % par Imerys et à 40 % par Valeo, recrute.", ['Imerys share 60', 'Valeo share 40']],
    [
      "Carrefour Banque a perdu 3 millions d'euros. Carrefour emploie 900 personnes.",
      ['Carrefour Banque loss 3000000', 'Carrefour staff 900'],
    ],
  ])('%s', (text, expected) => expect(told(text)).toEqual(expected))
})

describe('what is given up and told again', () => {
  it.each([
    ["EDF a enterré son projet de turbine, d'un montant de 9 millions d'euros.", ['EDF 9000000 former']],
    ["Northvolt a jeté l'éponge à Heide, un projet de 9 millions d'euros.", ['Northvolt 9000000 former']],
    [
      "Danone accuse une perte de 9 millions d'euros en 2024, à comparer à un bénéfice de 3 millions en 2023.",
      ['Danone loss 9000000 2024', 'Danone profit 3000000 2023'],
    ],
    [
      'Imerys a extrait 900 tonnes de kaolin en 2024, un volume en hausse de 9 %.',
      ['Imerys production 900 2024', 'Imerys change 9 2024'],
    ],
    ['Manitou a mis à la porte 90 ouvriers.', ['Manitou job-cuts 90']],
  ])('%s', (text, expected) => expect(told(text)).toEqual(expected))
})

describe('times and sums that another verb tells of', () => {
  it.each([
    ["Orsted va suspendre son dividende jusqu'en 2027 et quitter la Norvège.", ['Orsted former']],
    [
      "Le chantier, dont le chinois Tencent prendra 25 % contre 9 millions d'euros, recrute.",
      ['Tencent share 25 planned', 'Tencent 9000000 planned'],
    ],
    ['Airbus accuse un retard de livraison de 12 appareils.', []],
  ])('%s', (text, expected) => expect(told(text)).toEqual(expected))
})
