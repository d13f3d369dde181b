import { describe, expect, it } from 'vitest'
import { detectLanguage } from '../../src/text/language.js'

describe('detectLanguage', () => {
  it.each([
    ['fr', "Le groupe a vendu son usine à un concurrent, mais garde les deux autres sites qu'il possède en Bretagne."],
    ['fr', 'Un million de vélos ont été vendus en 2024'],
    ['fr', 'LE GROUPE RENONCE À SON USINE DANS LE NORD'],
    ['en', 'The group has sold its plant to a rival but keeps the other two sites that it owns in Wales.'],
    ['en', 'Half a million bikes sold in 2024'],
    [
      'und',
      'El grupo ha vendido su fábrica a un competidor, pero conserva las otras dos plantas que tiene en el norte del país.',
    ],
    [
      'und',
      'Il gruppo ha venduto la fabbrica a un concorrente, ma conserva gli altri due stabilimenti che possiede nella regione.',
    ],
    [
      'und',
      'O grupo vendeu a sua fábrica a um concorrente, mas mantém as outras duas unidades que tem no norte do país.',
    ],
    [
      'und',
      'Der Konzern hat sein Werk an einen Konkurrenten verkauft, behält aber die beiden anderen Standorte in der Region.',
    ],
    [
      'und',
      'De groep heeft zijn fabriek aan een concurrent verkocht, maar houdt de twee andere vestigingen in het noorden.',
    ],
    [
      'und',
      'El grup ha venut la seva fàbrica a un competidor, però conserva els altres dos centres que té al nord del país.',
    ],
    ['und', '12 500 000 – 37 %'],
    ['und', 'Volvo Scania Toyota Nokia Ericsson Samsung'],
  ])('%s: %s', (language, text) => {
    expect(detectLanguage(text)).toBe(language)
  })

  it('is not misled by a name of another language', () => {
    expect(
      detectLanguage('La Poste and Le Figaro have signed a deal with the owner of Les Echos, it was said in Paris.'),
    ).toBe('en')
  })

  it('reads no further than it needs', () => {
    const french = 'Le groupe a vendu son usine à un concurrent, mais il garde les deux autres. '.repeat(20)
    expect(detectLanguage(french + 'The rest of the page is in English. '.repeat(500))).toBe('fr')
  })

  it('begins where it is told', () => {
    const head = 'the title of this page and its description are in English\n'
    expect(detectLanguage(`${head}Le groupe a vendu son usine à un concurrent et garde les autres.`, head.length)).toBe(
      'fr',
    )
  })
})
