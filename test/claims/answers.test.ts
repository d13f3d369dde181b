import { describe, expect, it } from 'vitest'
import { scan } from '../../src/scan.js'

const claimsOf = (text: string, language: 'fr' | 'en' = 'fr') =>
  scan(new TextEncoder().encode(text), { source: 'a.txt', language, published: '2019-06-20' }).facts.claims

const figures = (text: string, language?: 'fr' | 'en'): string[] =>
  claimsOf(text, language).flatMap((c) =>
    c.value === undefined ? [] : [`${c.subject} ${c.of ?? c.measure ?? c.kind} ${c.value.figure}`],
  )

describe('what goes on from the sentence before', () => {
  it('a question without a verb is a label of the figure behind it', () => {
    expect(figures("Danone bâtit un site à Reims. L'addition ? 80 millions d'euros.")).toEqual([
      'Danone investment 80000000',
    ])
    expect(figures("Danone va bien. Son chiffre d'affaires ? 3 milliards d'euros.")).toEqual([
      'Danone revenue 3000000000',
    ])
  })
  it('the quote reaches from the question to the figure', () =>
    expect(claimsOf('Danone recrute. Les effectifs ? 1 200 personnes.')[0]?.evidence[0]?.quote).toBe(
      'effectifs ? 1 200 personnes',
    ))
  it('a question with a verb is none', () =>
    expect(figures('Danone recrute. Les effectifs vont-ils fondre ? 1 200 personnes attendent.')).toEqual([]))
  it('what is untrue is denied', () => {
    const status = (text: string, language?: 'en') => claimsOf(text, language).map((c) => c.status)
    expect(status('Un journal annonce le rachat de Lactalis par Danone. « C’est faux », dit le groupe.')).toEqual([
      'denied',
    ])
    expect(status("Danone rachèterait Lactalis. Il n'en est rien.")).toEqual(['denied'])
    expect(status('Danone rachète Lactalis. C’est rare.')).toEqual(['reported'])
  })
})

const FRENCH = `Decathlon en chiffres

**1. 1 700**
Le nombre de magasins du groupe dans le monde.

**2. 400 millions d'euros**
Ce que Decathlon va investir dans ses magasins en 2025.

**3. 90 000**
Le groupe publiera ses résultats en mai.`

describe('a figure that stands alone above the text', () => {
  it('is what the text says that it is', () => {
    expect(figures(FRENCH)).toEqual(['Decathlon stores 1700', 'Decathlon investment 400000000'])
    expect(
      figures("Lego in numbers\n\n13%\nRise in Lego's revenue in 2024.\n\n31,000: people employed by Lego.", 'en'),
    ).toEqual(['Lego revenue 13', 'Lego staff 31000'])
  })

  it('is evidence together with it', () => {
    const points = [...FRENCH]
    for (const { evidence } of claimsOf(FRENCH))
      for (const { start, end } of evidence)
        expect(points.slice(start, end).join('')).toMatch(/^(?:1 700|400 millions)[\s\S]*(?:magasins|2025)/)
  })

  it('is nothing above a sentence of its own', () => {
    expect(figures('Renault\n\n250 000\nRenault a vendu des voitures.')).toEqual([])
  })
})
