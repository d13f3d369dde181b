import { describe, expect, it } from 'vitest'
import { scan } from '../../src/scan.js'

/** "what market date" of each claim. */
const told = (text: string, language: string): string[] =>
  scan(new TextEncoder().encode(text), { source: 'a.txt', language, published: '2025-06-10' }).facts.claims.map(
    (c) => `${c.value?.figure ?? c.event ?? c.kind} ${c.market ?? '-'} ${c.date ?? '-'}`,
  )

describe('where it is told of', () => {
  it.each([
    // each place of a row of them has its own time
    ['en', 'Danone left Italy in 2015 and Sweden in 2019.', ['market Italy 2015', 'market Sweden 2019']],
    [
      'en',
      'Danone entered Italy in 2015, Sweden in 2019 and Norway last year.',
      ['market Italy 2015', 'market Sweden 2019', 'market Norway 2024'],
    ],
    ['fr', "Danone a quitté l'Italie en 2015 et la Suède en 2019.", ['market Italy 2015', 'market Sweden 2019']],
    ['en', 'Danone left Italy in 2015 and Sweden is growing.', ['market Italy 2015']],
    [
      'en',
      'Danone plans to open plants in Poland in the third quarter of 2026 and in Spain by the end of 2027.',
      ['opening Poland 2026-35', 'opening Spain ../2027'],
    ],
    [
      'fr',
      'Danone ouvrira des usines en Pologne en mai, en Italie au printemps 2026 et en Espagne en 2027.',
      ['opening Poland 2026-05', 'opening Italy 2026-21', 'opening Spain 2027'],
    ],
    [
      'fr',
      'Danone vend ses yaourts en Italie, en Espagne et, depuis 2023, au Japon.',
      ['market Italy -', 'market Spain -', 'market Japan 2023/..'],
    ],
    // what is counted in several places is counted in none of them alone
    ['en', 'Danone sold 300 tonnes in Italy and Spain.', ['300 - -']],
    ['fr', 'En Italie, en Espagne et au Japon, Danone emploie 300 personnes.', ['300 - -']],
    ['fr', 'Danone a vendu 300 tonnes en Europe, notamment en Italie.', ['300 Europe -']],
    ['fr', 'Danone emploie 300 personnes à Lyon, en France.', ['300 France -']],
    [
      'fr',
      'Danone est présent en Belgique et dans les pays scandinaves.',
      ['market Belgium -', 'market Scandinavia -'],
    ],
    // what is compared has its own place
    [
      'fr',
      'Picard est présent au Japon. Le gratin y est vendu 498 yens, contre 2,95 euros à Paris.',
      ['market Japan -', '498 Japan -', '2.95 France -'],
    ],
    ['fr', 'Danone a vendu 300 tonnes, contre 200 tonnes en Italie.', ['300 - -', '200 Italy -']],
    // where goods go is not where they are made
    [
      'fr',
      'Danone produira 9 000 tonnes par an, destinées pour les trois quarts à l’Allemagne et à la Pologne. Quelque 420 personnes y travailleront.',
      ['9000 - -', '420 - -'],
    ],
    ['en', 'Bosch will make 9,000 cars a year, bound for Poland.', ['9000 - -']],
    ['en', 'Danone exports milk and employs 300 people in Poland.', ['300 Poland -']],
    // where a firm has staff it need not sell
    ['fr', 'Danone va agrandir son site de Lyon, en France, où il emploie 300 personnes.', ['300 France -']],
  ])('%s: %s', (language, text, expected) => expect(told(text, language)).toEqual(expected))
})
