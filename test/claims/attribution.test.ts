import { describe, expect, it } from 'vitest'
import { scan } from '../../src/scan.js'
import type { FactClaim } from '../../src/types.js'

const read = (text: string, language: string): FactClaim[] =>
  scan(new TextEncoder().encode(text), { source: 'a.txt', language, published: '2025-06-10' }).facts.claims

const saidBy = (text: string, language = 'en'): (string | null)[] => read(text, language).map((c) => c.attribution)

describe('according to whom', () => {
  it.each([
    ['Danone’s Anna Lind believes the company will lose $5bn this year.', 'Anna Lind'],
    ['Jefferies has said that sales at Danone fell 22%.', 'Jefferies'],
    ['Danone expects sales to fall 22%.', null],
    ['Sales at Danone fell 22%, it said.', null],
    ['Danone expects Cadbury to sell 700,000 cartons.', 'Danone'],
    ['Danone, which the Lind family controls, said sales fell 22%.', null],
    ['Danone, whose boss Anna Lind said so, cut 300 jobs.', null],
  ])('%s', (text, name) => expect(saidBy(text)).toEqual([name]))
  it.each([
    ['Les analystes de Jefferies estiment que les ventes de Danone ont chuté de 22 %.', 'Jefferies'],
    ['« Nous ouvrirons 50 magasins en Inde », promet Anna Lind, la patronne de Danone.', 'Anna Lind'],
    ['Pour Anna Lind, les ventes de Danone doubleront d’ici 2028.', 'Anna Lind'],
    ['Pour Danone, 2028 verra les ventes doubler de 3 %.', null],
    ['Anna Lind reconnaît que les ventes de Danone ont chuté de 22 %.', 'Anna Lind'],
    ['Anna Lind a reconnu que les ventes de Danone ont chuté de 22 %.', 'Anna Lind'],
    ['Une valeur estimée à 3 milliards : Danone a vendu 300 voitures.', null],
  ])('%s', (text, name) => expect(new Set(saidBy(text, 'fr'))).toEqual(new Set([name])))
  it.each([
    ['Danone will cut 9,000 jobs, Anna Lind told reporters in Osaka.', 'en', undefined],
    ['Danone will cut 9,000 jobs in Spain, it said in Osaka.', 'en', 'Spain'],
    ['Danone va supprimer 9 000 emplois, a déclaré à Osaka sa directrice générale, Anna Lind.', 'fr', undefined],
  ])('where it was said is no market: %s', (text, language, market) =>
    expect(read(text, language).map((c) => c.market ?? undefined)).toEqual([market]),
  )
})

describe('the French conditional', () => {
  it.each([
    ['La presse rapporte que Danone rachèterait Alpro.', 'possible'],
    ['La presse a rapporté que Danone aurait racheté Alpro.', 'possible'],
    ['Danone a confirmé que l’usine de Lublin ouvrirait en octobre.', 'planned'],
  ])('%s', (text, status) => expect(read(text, 'fr').map((c) => c.status)).toEqual([status]))
})

describe('whose an opinion is', () => {
  it.each([
    ['Danone is hiring. Jefferies thinks the company will lose £9m this year.', 'Danone', 'Jefferies'],
    ['Danone is hiring. Anna Lind of broker Jefferies now thinks the company will lose £9m.', 'Danone', 'Jefferies'],
  ])('%s', (text, subject, name) =>
    expect(read(text, 'en').map((c) => [c.subject, c.attribution])).toEqual([[subject, name]]),
  )
  it('what somebody expects to happen stays planned', () =>
    expect(read('Danone expects it to bring in $3bn in sales.', 'en').map((c) => c.status)).toEqual(['planned']))
})

describe('an inverted verb of saying behind a comma', () => {
  it('has who says so behind it', () =>
    expect(
      scan(new TextEncoder().encode('Bosch a racheté Verkor à Paul Roy, a annoncé lundi Anne Blanc.'), {
        source: 'a.txt',
        language: 'fr',
      }).facts.claims.map((c) => c.attribution),
    ).toEqual(['Anne Blanc']))
})

describe('a saying inserted between commas', () => {
  it.each<[string, string[]]>([
    ['Danone may close the plant, Bosch said, with the loss of 500 jobs.', ['Danone job-cuts possible Bosch']],
    ['Danone will, it said on Monday, buy Lactalis.', ['Danone acquisition planned null']],
    ['Danone will, sources told Reuters on Friday, hire 300 people.', ['Danone hires planned sources']],
    // the comma that closes it opens what it would open without it
    [
      'Danone will hire 300 people, it said, and open a plant in Spain in 2027.',
      ['Danone hires planned null', 'Danone opening planned null'],
    ],
    // who says so is whom it is about where nobody else is named
    [
      'Lactalis sold 3m pumps. The plant in Lille will close, Bosch said on Monday, in 2027. It employs 300 people.',
      ['Lactalis sales reported null', 'Bosch closing planned null', 'Bosch staff reported null'],
    ],
    // a saying that goes on is no insertion
    ['Danone lost ground, Bosch said it would hire 300 people, and Verkor grew.', ['Bosch hires planned null']],
  ])('%s', (text, expected) =>
    expect(
      scan(new TextEncoder().encode(text), {
        source: 'a.txt',
        language: 'en',
        published: '2026-03-12',
      }).facts.claims.map((c) => `${c.subject} ${c.event ?? c.measure ?? c.relation} ${c.status} ${c.attribution}`),
    ).toEqual(expected),
  )
})
