import { describe, expect, it } from 'vitest'
import { scan } from '../../src/scan.js'

const claimsOf = (text: string, language: 'fr' | 'en' = 'fr') =>
  scan(new TextEncoder().encode(text), { source: 'a.txt', language, published: '2019-06-20' }).facts.claims

const figures = (text: string): string[] =>
  claimsOf(text).flatMap((c) =>
    c.value === undefined ? [] : [`${c.subject} ${c.measure ?? c.kind} ${c.value.figure}`],
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
