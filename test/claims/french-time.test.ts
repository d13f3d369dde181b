import { describe, expect, it } from 'vitest'
import { scan } from '../../src/scan.js'

const dated = (text: string): string[] =>
  scan(new TextEncoder().encode(text), { source: 'a.txt', language: 'fr', published: '2019-06-20' }).facts.claims.map(
    (c) => `${c.subject} ${c.measure ?? c.event ?? c.kind} ${c.value?.figure ?? ''} ${c.date} ${c.status}`,
  )

describe('when it was and how sure it is, in French', () => {
  it('the day of a count is that of the year before', () => {
    expect(dated("L'effectif de Danone, de 13 600 personnes au 31 décembre, doit diminuer.")).toEqual([
      'Danone staff 13600 2018-12-31 reported',
    ])
    expect(dated('Danone comptera 300 boutiques au 31 décembre.')).toEqual(['Danone stores 300 2019-12-31 planned'])
  })
  it('what is inserted behind a plant is there', () =>
    expect(dated('Danone cherche un repreneur pour son usine, ouverte en 2018 à peine.')).toEqual([
      'Danone opening  2018 reported',
    ]))
  it('when something was foreseen is not when it comes', () =>
    expect(dated('Danone va mal. Il tablait en février sur une hausse de ses ventes de 4 %.')).toEqual([
      'Danone change 4 null planned',
    ]))
  it('since when a place stands still is no time of what is done to it', () => {
    expect(dated('Déjà propriétaire de Dacia depuis 2015, Renault investira 30 millions d’euros.')).toEqual([
      'Renault investment 30000000 null planned',
    ])
    expect(dated('Easyjet a transporté 89 millions de passagers, 92 % de son niveau de 2017.')).toEqual([
      'EasyJet users 89000000 null reported',
    ])
    expect(dated('Heineken a racheté Duyck pour 20 millions d’euros, rapporte vendredi L’Echo.')[0]).toBe(
      'Heineken investment 20000000 null reported',
    )
  })
  it('what somebody has warned or promised of is to come', () => {
    expect(dated("Valeo a prévenu qu'il supprimerait 300 postes.")).toEqual(['Valeo job-cuts 300 null planned'])
    expect(dated('Le bruit court que Valeo supprimerait 300 postes.')).toEqual(['Valeo job-cuts 300 null possible'])
  })
  it('a relative clause ends where the clause around goes on', () => {
    expect(dated('Vodafone, qui compte 22 millions de clients, en perdra 300 000 cet été.')[0]).toBe(
      'Vodafone users 22000000 null reported',
    )
    expect(dated('Tencent, qui détient 9 % de Danone, et la famille Arany réfléchiraient.')[0]).toBe(
      'Tencent partner  null reported',
    )
  })
  it('a second infinitive is as planned as the first', () =>
    expect(dated('Danone prévoit d’ouvrir une usine, grâce à Bpifrance, et de créer 120 emplois.').at(-1)).toBe(
      'Danone hires 120 null planned',
    ))
  it('the time of what is set off before the verb is not its own', () =>
    expect(
      dated('Embracer, au bord du gouffre en 2017, a revendu Gearbox à Sony pour 460 millions d’euros.')[0],
    ).toContain('null reported'))
  it('what was paid before has its own time', () =>
    expect(
      dated(
        "Danone a revendu Alpro à Nestlé pour 46 millions d'euros, trois fois moins qu'il ne l'avait payé en 2016.",
      )[0],
    ).toContain('null reported'))
  it('what is not to be done denies nothing before it', () =>
    expect(dated('Danone a investi 3 millions d’euros en Pologne pour ne pas dépendre de Lactalis.')).toEqual([
      'Danone investment 3000000 null reported',
    ]))
  it('what is compared with a time keeps its own', () =>
    expect(
      dated(
        "Danone a dégagé un bénéfice de 6 millions d'euros en 2018, 10 % de mieux qu'un an plus tôt, et 4 millions d'euros de ventes.",
      ).at(-1),
    ).toBe('Danone revenue 4000000 2018 reported'))
})

describe('what is told of something else, in French', () => {
  it('a plant that is to come has its own time', () =>
    expect(dated("Danone investit 100 millions d'euros dans une tour, opérationnelle en 2021.")).toEqual([
      'Danone investment 100000000 null reported',
    ]))
  it('talks that are over are of a takeover that did not come', () =>
    expect(dated('Danone a mis fin mardi aux discussions sur le rachat de Nestlé.').at(0)).toContain('former'))
  it('an answer that lists names turns to none of them', () =>
    expect(dated('Danone recrute. Nestlé, Michelin et Bosch. Il emploie 300 personnes.')).toEqual([
      'Danone staff 300 null reported',
    ]))
  it('sales that a firm brings are no money that it puts in', () =>
    expect(dated("Danone devrait apporter 70 millions d'euros de revenus à Nestlé.")).toEqual([
      'Danone revenue 70000000 null planned',
    ]))
  it('a count that has come back from one level to another is the other', () =>
    expect(dated('Les livraisons d’Airbus sont remontées de 661 à 735 avions en 2018.')).toEqual([
      'Airbus deliveries 735 2018 reported',
    ]))
})
