import { describe, expect, it } from 'vitest'
import { scan } from '../../src/scan.js'

const told = (text: string, language: string): string[] =>
  scan(new TextEncoder().encode(text), { source: 'a.txt', language, published: '2025-06-10' }).facts.claims.map(
    (c) => `${c.measure ?? c.kind} ${c.value?.figure} ${c.value?.unit}`,
  )

describe('litres and weights', () => {
  it.each([
    ['fr', 'Danone a produit 12 millions de litres de lait en 2024.', ['production 12000000 litre']],
    ['en', 'Heineken opened a brewery able to make 2 million litres a year.', ['capacity 2000000 litre']],
    ['en', 'Danone produced 300,000 kilos of cheese in 2024.', ['production 300000 kg']],
    ['fr', 'Danone a vendu 40 millions de kg de yaourts en 2024.', ['sales 40000000 kg']],
    ['en', "Danone's plant has a capacity of 30,000 kg a day.", ['capacity 30000 kg']],
  ])('in bulk are goods: %s: %s', (language, text, expected) => expect(told(text, language)).toEqual(expected))
  it.each([
    ['fr', 'Danone vend des cuves de 300 litres.'],
    ['en', 'Danone sells 300-litre tanks.'],
    ['en', 'Bosch sold a 300 kg battery in 2024.'],
  ])('else are the size of something: %s: %s', (language, text) => expect(told(text, language)).toEqual([]))
})
