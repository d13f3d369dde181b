import { describe, expect, it } from 'vitest'
import { scan } from '../../src/scan.js'

/** "subject measure figure": whose each figure is. */
const told = (text: string): string[] =>
  scan(new TextEncoder().encode(text), { source: 'a.txt', language: 'fr', published: '2019-06-20' }).facts.claims.map(
    (c) => `${c.subject} ${c.of ?? c.measure ?? c.relation} ${c.value?.figure ?? c.partner}`,
  )

describe('what a French noun counts', () => {
  it('the noun before "de", not the posts behind it', () =>
    expect(told('Danone prévoit entre 200 et 300 suppressions de postes, et Nestlé 90 créations de postes.')).toContain(
      'Danone job-cuts 200',
    ))
})

describe('what a figure goes on from', () => {
  it('the figure that it is compared with, whoever is named in between', () =>
    expect(told('Danone compte 700 boutiques, surtout des Zara et des Celio, contre 650 en 2017.')).toEqual([
      'Danone stores 700',
      'Danone stores 650',
    ]))
  it('a sum is where it rose to, and not by how much', () => {
    expect(told("Les ventes de Danone ont augmenté de 3 milliards à 3,6 milliards d'euros.")).toEqual([
      'Danone revenue 3600000000',
    ])
    expect(told("Les ventes de Danone ont augmenté de 300 millions d'euros.")).toEqual([])
    expect(
      told("Danone a perdu 9 millions d'euros. Son chiffre d'affaires s'est accru de 3 milliards à 4 milliards."),
    ).toEqual(['Danone loss 9000000', 'Danone revenue 4000000000'])
  })
})
