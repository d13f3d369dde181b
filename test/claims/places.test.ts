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
