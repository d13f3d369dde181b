import { describe, expect, it } from 'vitest'
import { scan } from '../../src/scan.js'

/** Who pays whom, as `payer > paid`. */
const paid = (text: string, language: string): string[] =>
  scan(new TextEncoder().encode(text), { source: 'a.txt', language }).facts.claims.flatMap((c) =>
    c.kind === 'investment' ? [`${c.subject} > ${'partner' in c ? c.partner : undefined}`] : [],
  )

describe('whom money is paid to, and which state pays it', () => {
  it.each([
    ['Le gouvernement allemand va prêter 6 milliards d’euros à Lufthansa.', 'Germany > Lufthansa'],
    ['L’Italie a injecté 400 millions d’euros dans Stellantis.', 'Italy > Stellantis'],
  ])('%s', (text, pair) => expect(paid(text, 'fr')).toEqual([pair]))
  it.each([
    ['The government of Canada lent Bombardier $300m.', 'Canada > Bombardier'],
    ['France has invested 2bn euros in Orano.', 'France > Orano'],
    ['The Dutch bank ING lent Philips 300m euros.', 'ING > Philips'],
  ])('%s', (text, pair) => expect(paid(text, 'en')).toEqual([pair]))
  it.each(['Germany invested 3bn euros in research.', 'Berlin injected 6bn euros into Lufthansa.'])(
    'a state’s own budget is no claim, nor is what is told of a town: %s',
    (text) => expect(paid(text, 'en')).toEqual([]),
  )
  it('a sum that wakes a rule does not say how surely', () =>
    expect(
      scan(new TextEncoder().encode('Le projet, évalué à 3 milliards d’euros, sera financé par Engie.'), {
        source: 'a.txt',
        language: 'fr',
      }).facts.claims.map((c) => c.status),
    ).toEqual(['planned']))
})
