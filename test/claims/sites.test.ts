import { describe, expect, it } from 'vitest'
import { scan } from '../../src/scan.js'

/** Milestones, jobs and money of a text, as `what date market`. */
const told = (text: string, language: string): string[] =>
  scan(new TextEncoder().encode(text), { source: 'a.txt', language, published: '2025-06-10' }).facts.claims.map((c) =>
    [
      c.kind === 'milestone' ? c.event : 'value' in c ? c.value?.figure : c.kind,
      c.date ?? '-',
      ('market' in c && c.market) || '-',
    ].join(' '),
  )

describe('plants and shops that a relative pronoun stands for', () => {
  it.each([
    [
      'en',
      'Danone is building a dairy near Cork, its second in Ireland, which will open in 2027.',
      ['opening 2027 Ireland'],
    ],
    [
      'en',
      'Ikea bought a warehouse in Spain, the fourth of its kind, which closes in May 2026.',
      ['closing 2026-05 Spain'],
    ],
    [
      'fr',
      'Michelin bâtit un atelier en Serbie, son deuxième, qui ouvrira ses portes en 2027.',
      ['opening 2027 Serbia'],
    ],
    ['fr', 'Lactalis bâtit une laiterie en Serbie, qui entrera en service en 2027.', ['opening 2027 Serbia']],
    ['fr', 'Lactalis bâtit en Serbie une laiterie, sa troisième, qui emploiera 90 personnes.', ['90 - Serbia']],
  ])('%s: %s', (language, text, claims) => expect(told(text, language)).toEqual(claims))
  it.each([
    ['en', 'Kerry, which will open in 2027, sells butter.'],
    ['en', 'The dairy belongs to Danone, which opened talks in 2024.'],
  ])('another pronoun: %s: %s', (language, text) =>
    expect(told(text, language).filter((claim) => /opening/.test(claim))).toEqual([]),
  )
})

describe('plants and shops that a pronoun stands for in the next sentence', () => {
  it.each([
    ['en', 'Danone is building a dairy. It will open in 2027.', ['opening 2027 -']],
    ['en', 'Danone is building a dairy. It should be up and running in 2027.', ['opening 2027 -']],
    ['en', 'Danone will shut its dairy. It opened in 1998.', ['opening 1998 -']],
    ['fr', 'Michelin bâtit un atelier. Il sera opérationnel en 2028.', ['opening 2028 -']],
    ['fr', 'Michelin bâtit une usine. Elle ouvrira en mai 2028.', ['opening 2028-05 -']],
  ])('%s: %s', (language, text, claims) => expect(told(text, language)).toEqual(claims))
  it.each([
    ['en', 'Danone is building a dairy. It opened talks with farmers in 2024.'],
    ['en', 'Danone has hired Anna Lind. It opened in 1998.'],
    ['fr', 'Michelin bâtit une usine. Elle a ouvert des négociations en 2024.'],
  ])('not where something is opened, or no site was told: %s: %s', (language, text) =>
    expect(told(text, language)).toEqual([]),
  )
})

describe('a verb of its own behind "et"', () => {
  it('has a time of its own', () =>
    expect(told('Le site de Michelin doit créer 900 emplois et ouvrir au printemps 2028.', 'fr')).toEqual([
      'opening 2028-21 -',
      '900 - -',
    ]))
})
