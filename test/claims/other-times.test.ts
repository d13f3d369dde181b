import { describe, expect, it } from 'vitest'
import { scan } from '../../src/scan.js'
import type { Language } from '../../src/types.js'

/** What is told, when and how surely. */
const told = (text: string, language: Language): string[] =>
  scan(new TextEncoder().encode(text), { source: 'a.txt', language, published: '2025-06-10' }).facts.claims.map(
    (c) => `${c.event ?? c.measure ?? c.relation} ${c.date} ${c.status}`,
  )

describe('the date of what came before', () => {
  it.each<[string, Language, string[]]>([
    [
      'Danone emploie 400 personnes à Lyon depuis la fermeture du site de Lille en 2017.',
      'fr',
      ['staff null reported', 'closing 2017 reported'],
    ],
    ['Danone a fermé deux usines après le rachat de Verkor en 2017.', 'fr', ['acquisition 2017 reported']],
    [
      'Danone a ouvert une usine à Lyon en 2019 après la fermeture de celle de Lille en 2017.',
      'fr',
      ['closing 2017 reported', 'opening 2019 reported'],
    ],
    [
      'Danone will cut 300 jobs, following the closure of its Hull plant in 2017.',
      'en',
      ['job-cuts null planned', 'closing 2017 reported'],
    ],
  ])('is no date of the rest, nor is it planned: %s', (text, language, expected) => {
    expect(told(text, language).sort()).toEqual([...expected].sort())
  })

  it('is not that of a clause behind it', () => {
    const text = 'Danone supplies Tesla and Ford, and in May it won a contract from Rivian.'
    expect(told(text, 'en').filter((claim) => claim.startsWith('supplier'))).toEqual([
      'supplier null reported',
      'supplier null reported',
    ])
  })
})
