import { describe, expect, it } from 'vitest'
import { read, told } from './names-fixture.js'

const names = (language: string, text: string) => told(read(language, [text]))

describe('who receives, is bid for, or has business with a firm', () => {
  it.each([
    ['We agreed to sell our cable unit to Velmora for 6 million.', ['org Velmora']],
    ['We sold the mill to Brenko in March.', ['org Brenko']],
    ['We lost the contract to Kestrin.', ['org Kestrin']],
    ['We handed the order to Kestrin, and left.', ['org Kestrin']],
    ['We sold a quarter of Plenivar in June.', ['org Plenivar']],
    ['We launched a 3 million bid for Velmora.', ['org Velmora']],
    ['A spokesman for Velmora declined.', ['org Velmora']],
    ['We are in talks with Velmora.', ['org Velmora']],
    ['We run a joint venture with Brenko.', ['org Brenko']],
    ['We will supply Velmora with rope.', ['org Velmora']],
    ['We have chosen Velmora to build it.', ['org Velmora']],
    // a ware is what is filled into bottles and packs
    ['We pay 3 euros for a bottle of Zentol.', ['product Zentol']],
    ['A packet of Zentol costs 3 euros.', ['product Zentol']],
    // no ware costs millions
    ['We sold Velmora for 30 million.', ['org Velmora']],
    ['We sold Velmora for 30.', []],
    // what lies where something is done is a place
    ['We invested 3 million in Skarvik, where we build pumps.', ['place Skarvik']],
    // what is no gift and no bid
    ['We moved the mill to Brenko.', []],
    ['We are looking for Brenko.', []],
    ['We sold the mill, and moved to Brenko.', []],
    ['We have chosen Velmora.', []],
  ])('English: %s', (text, expected) => {
    expect(names('en', text)).toEqual(expected)
  })

  it.each([
    ['On a cédé notre filiale de câbles à Velmora pour 6 millions.', ['org Velmora']],
    ['On fournira du fil à Velmora.', ['org Velmora']],
    ['On fournira Velmora en fil.', ['org Velmora']],
    ['On a lancé une offre de 3 millions sur Velmora.', ['org Velmora']],
    ['On est en discussions avec Velmora.', ['org Velmora']],
    // the noun of a firm, before its complement
    ['On a cédé notre filiale de semences, Velmora, en mai.', ['org Velmora']],
    ['On a choisi Velmora pour bâtir.', ['org Velmora']],
    ['On compte parmi nos clients Velmora et Brodax.', ['org Velmora', 'org Brodax']],
    ['On a vendu un quart de Velmora.', ['org Velmora']],
    ['On a déménagé dans Velmora.', ['place Velmora']],
    ['On revient sur Velmora.', []],
    ['On attend avec Velmora.', []],
  ])('French: %s', (text, expected) => {
    expect(names('fr', text)).toEqual(expected)
  })
})

describe('names that open a sentence', () => {
  it.each([
    ['Loss-making Velmora sold two mills.', ['org Velmora']],
    ['Bank of Ruritania sold two mills.', ['org Bank of Ruritania']],
    ['Long-term debt rose.', []],
    ['Bank lending rose.', []],
  ])('%s', (text, expected) => {
    expect(names('en', text)).toEqual(expected)
  })

  it('a known firm bears what "&" joins to it', () => {
    expect(told(read('en', ['We met Danone & Zettel.', 'Danone left.']))).toEqual([
      'org Danone & Zettel',
      'org Danone & Zettel',
    ])
  })
})

describe('a firm that bears the name of a town', () => {
  it('is told by the noun of a firm right before it, all through the document', () => {
    expect(told(read('en', ['Norwegian brewer Oslo closed.', 'Oslo is small.']))).toEqual(['org Oslo', 'org Oslo'])
    expect(told(read('en', ['The brewer is in Oslo.', 'Its subsidiary Oslo closed.']))).not.toContain('org Oslo')
  })
})

describe('what a country’s possessive behind the comma says', () => {
  it.each([
    ['Velmora, Norway’s biggest bank, is hiring.', 'org Velmora'],
    ['Velmora, Norway’s third-largest maker of ropes, is hiring.', 'org Velmora'],
    ['Velmora, Norway’s second city, is growing.', 'place Velmora'],
  ])('%s', (text, name) => expect(names('en', text)[0]).toEqual(name))
})
