import { describe, expect, it } from 'vitest'
import { scan } from '../../src/scan.js'

const claimsOf = (text: string) =>
  scan(new TextEncoder().encode(text), { source: 'a.txt', language: 'fr', published: '2019-06-20' }).facts.claims

const ties = (text: string): string[] =>
  claimsOf(text).flatMap((c) => (c.kind === 'partner' ? [`${c.subject} ${c.relation} ${c.partner}`] : []))

describe('whom an object pronoun means', () => {
  it('"en" is what the sentence before told of, not who sold it', () => {
    expect(ties("Danone garde Lactalis. L'entreprise, qui en a acquis 28 % auprès de Nestlé, attend.")).toEqual([
      'Danone stake Lactalis',
    ])
    expect(ties('Michelin a investi dans Verkor. Renault en détient un tiers.')).toContain('Renault stake Verkor')
  })
  it('nobody, where several might be meant or the name follows', () => {
    expect(ties('Danone a nommé Lactalis et cité Verkor. Renault en détient 12 %.')).toEqual([])
    expect(ties('Danone attend. Renault, qui en détient 12 %, gardera Verkor.')).toEqual([])
    expect(ties('Danone a cédé Hutvel. Renault, qui en détient 12 %, attend.')).toEqual([])
  })
  it('"l\'" is whom the text was about, where a firm has bought it', () => {
    expect(ties("Lactalis va bien. Danone, qui l'a racheté en 2015, recrute.")).toEqual(['Danone acquisition Lactalis'])
    expect(ties("Le brevet est cher. Danone, qui l'a racheté en 2015, recrute.")).toEqual([])
  })
  it('"le premier" and "le second" are the two that were told together', () =>
    expect(
      claimsOf(
        'Renault et Valeo emploient respectivement 9 000 et 3 000 personnes. Le premier recrute 800 salariés.',
      ).map((c) => c.subject),
    ).toEqual(['Renault', 'Valeo', 'Renault']))
})
