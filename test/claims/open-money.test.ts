import { describe, expect, it } from 'vitest'
import { scan } from '../../src/scan.js'

const unitsOf = (text: string): (string | undefined)[] =>
  scan(new TextEncoder().encode(text), { source: 'a.txt', language: 'en' }).facts.claims.map((c) => c.value?.unit)

describe('a currency that goes by the noun of several', () => {
  it('is that of another sum that says whose it is', () =>
    expect(unitsOf('Sales at Novo Nordisk hit 9 million Danish crowns. Its profit was 3 million crowns.')).toEqual([
      'DKK',
      'DKK',
    ]))
  it('is that of the country named most', () =>
    expect(unitsOf("Sweden's Volvo made a profit of 7 billion crowns.")).toEqual(['SEK']))
  it('francs CFA are of western or central Africa, by the countries named', () => {
    const units = (text: string) =>
      scan(new TextEncoder().encode(text), { source: 'a.txt', language: 'fr' }).facts.claims.map((c) => c.value?.unit)
    expect(units('Au Sénégal, Orange a investi 55 milliards de francs CFA.')).toEqual(['XOF'])
    expect(units('Au Cameroun, Orange a investi 55 milliards de FCFA.')).toEqual(['XAF'])
    expect(units('Orange a investi 55 milliards de francs CFA.')).toEqual(['XAF'])
  })
  it('stays a noun where nothing tells', () =>
    expect(unitsOf('Volvo made a profit of 7 billion crowns.')).toEqual(['crown']))
})
