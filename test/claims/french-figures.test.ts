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
  it('goods that the lexicon lacks, in the same sentence', () => {
    expect(told('Danone a écoulé 300 000 fraises en 2018, contre 200 000 un an plus tôt.')).toEqual([
      'Danone sales 300000',
      'Danone sales 200000',
    ])
    expect(told('Danone peut produire 300 000 fraises par an.')).toEqual(['Danone capacity 300000'])
  })
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

describe('whose time and share it is', () => {
  const dated = (text: string): string[] =>
    scan(new TextEncoder().encode(text), { source: 'a.txt', language: 'fr', published: '2019-06-20' }).facts.claims.map(
      (c) => `${c.subject} ${c.measure ?? c.event ?? c.kind} ${c.date} ${c.status}`,
    )

  it('what is aimed at has a time of its own', () => {
    expect(dated("Danone emploie 200 personnes, avec l'objectif d'être rentable en 2028.")).toEqual([
      'Danone staff null reported',
    ])
    expect(dated("Danone a levé 30 millions d'euros pour ouvrir une usine en 2021.")).toEqual([
      'Danone investment null reported',
      'Danone opening 2021 planned',
    ])
  })
  it('a relative clause about a place ends where the sentence names its subject', () =>
    expect(dated("En Italie, où il est arrivé en 2018, Danone compte 12 millions d'abonnés.")).toEqual([
      'Danone users null reported',
    ]))
  it('who holds a part of somebody is told in passing', () =>
    expect(told('Danone va bien. Bosch en détient 5 %. Le groupe emploie 300 personnes.')).toContain(
      'Danone staff 300',
    ))
  it('what is counted of a maker are what it makes', () =>
    expect(
      scan(new TextEncoder().encode('Renault a écoulé 30 000 Clio.'), {
        source: 'a.txt',
        language: 'fr',
      }).facts.claims.map((c) => `${c.product} ${c.value?.figure} ${c.value?.unit}`),
    ).toEqual(['Clio 30000 vehicles']))
  it('a share that has fallen to a level is no change', () =>
    expect(told('Alors que Danone monte à 20 % du marché, Nestlé est tombé à 19 %.')).toEqual([
      'Danone market 20',
      'Nestlé market 19',
    ]))
  it('what stands between dashes measures nothing outside', () =>
    expect(
      told(
        "Danone va bien. Son revenu net - hors frais des clients - a progressé de 6 %, à 3 milliards d'euros.",
      ).sort(),
    ).toEqual(['Danone revenue 3000000000', 'Danone revenue 6']))
  it('a sum is meant by so many sales', () =>
    expect(told("Danone a perdu 9 millions d'euros. L'Italie pèse 1,2 milliard de ventes.")).toContain(
      'Danone revenue 1200000000',
    ))
  it('what was contested once is not denied', () =>
    expect(dated('Danone recrutera 300 personnes pour son usine, un projet longtemps contesté.')).toEqual([
      'Danone hires null planned',
    ]))
})

describe('whose deal it is', () => {
  it('an order is worth what it is to whom it was placed with', () => {
    expect(told("Keolis a commandé 40 bus à Iveco. Le contrat est évalué à 30 millions d'euros.").at(-1)).toBe(
      'Iveco orders 30000000',
    )
    expect(told("Keolis a commandé 40 bus à Iveco. Keolis a signé un contrat de 30 millions d'euros.").at(-1)).toBe(
      'Keolis orders 30000000',
    )
  })
  it('the capital that is sold is that of the firm that is bought', () =>
    expect(
      told("Danone a racheté Lactalis. Bosch, qui possédait 42 % du capital, a touché 2 millions d'euros."),
    ).toContain('Bosch stake Lactalis'))
  it('the possessive of a phrase that opens the sentence is of its subject', () =>
    expect(told('Nestlé recrute. Après son rachat par Bosch, Danone a supprimé 100 postes.')).toEqual([
      'Bosch acquisition Danone',
      'Danone job-cuts 100',
    ]))
  it('who buys pays for what is bought', () => {
    const partners = scan(
      new TextEncoder().encode("Carrefour rachète Danone. Le distributeur débourse 1,05 milliard d'euros."),
      { source: 'a.txt', language: 'fr', published: '2019-06-20' },
    ).facts.claims.map((c) => c.partner)
    expect(partners).toEqual(['Danone', 'Danone'])
  })
  it('a phrase that begins with an infinitive is planned like one', () =>
    expect(
      scan(new TextEncoder().encode('Danone va entrer au capital de Lactalis.'), {
        source: 'a.txt',
        language: 'fr',
        published: '2019-06-20',
      }).facts.claims.map((c) => c.status),
    ).toEqual(['planned']))
})

describe('who stands in apposition, and what is told apart', () => {
  it('the name behind the phrase that tells whose it is', () => {
    expect(told('La maison mère de Danone, Bosch, a supprimé 120 postes. Le groupe emploie 900 personnes.')).toEqual([
      'Danone subsidiary Bosch',
      'Bosch job-cuts 120',
      'Bosch staff 900',
    ])
    expect(told('La filiale de Danone, Lactalis, est passée sous le contrôle de Bosch.')).toContain(
      'Bosch acquisition Lactalis',
    )
  })
  it('what a relative clause of the phrase tells is told of the name before it', () => {
    expect(told('Bosch s’allie à Verkor, une jeune pousse qui emploie 300 personnes.')).toEqual([
      'Bosch partnership Verkor',
      'Verkor staff 300',
    ])
    expect(told('Bosch a signé avec Danone, le groupe qui a repris Lactalis, un accord de licence.')).toContain(
      'Danone acquisition Lactalis',
    )
    expect(told('Danone a ouvert à Lyon, avec Bosch, une usine qui emploie 300 personnes.')).not.toContain(
      'Bosch staff 300',
    )
  })
  it('each place has its own figure', () =>
    expect(
      scan(new TextEncoder().encode('En Pologne et en Italie, Danone exploite respectivement 95 et 33 boutiques.'), {
        source: 'a.txt',
        language: 'fr',
      }).facts.claims.map((c) => `${c.market} ${c.value?.figure}`),
    ).toEqual(['Poland 95', 'Italy 33']))
  it('a number that lacks its percent shares it', () =>
    expect(told('Les ventes de Danone et de Nestlé ont reculé respectivement de 3 et de 5 %.')).toEqual([
      'Danone sales -3',
      'Nestlé sales -5',
    ]))
  it('who leads a firm may be told by initials', () =>
    expect(told('Le PDG de Danone veut supprimer 300 postes.')).toEqual(['Danone job-cuts 300']))
  it('what a verb says behind a relative clause with an insertion is not of it', () =>
    expect(
      scan(new TextEncoder().encode('Bosch, qui possède, avec Nestlé, 12 % du capital de Danone, vendra.'), {
        source: 'a.txt',
        language: 'fr',
      }).facts.claims.map((c) => c.status),
    ).toEqual(['reported', 'reported']))
})

describe('whose it is when others are named', () => {
  it('a subsidiary that was not told of is nobody of the text', () =>
    expect(told('Danone vend Blédina. La filiale compte 900 salariés.')).not.toContain('Danone staff 900'))
  it('what is sold is what a part is held of', () =>
    expect(told('Danone a été vendu par Nestlé avec Michelin. Bosch en détient 49 %.')).toContain('Bosch stake Danone'))
  it('a part of the market is no part of the capital', () =>
    expect(told('La part de marché de Danone atteint 52 %. Nestlé en contrôle 14 %.')).toEqual([
      'Danone market 52',
      'Nestlé market 14',
    ]))
  it('shops are not counted in money', () =>
    expect(
      told("Danone a réalisé 3 millions d'euros de ventes. Il vise les boutiques de Zara, qui en exploite 118.").at(-1),
    ).toBe('Zara stores 118'))
  it('staff that comes with a business is not of who buys it', () =>
    expect(told('Danone a racheté les activités de Nestlé en Italie, soit 550 salariés.')).not.toContain(
      'Danone staff 550',
    ))
})

describe('states and firms together', () => {
  it('the state is that of the country where the firm is that it holds a part of', () => {
    expect(told("L'État détient 28 % de Renault.")).toEqual(['France stake Renault', 'France stake 28'])
    expect(told("L'État est le premier actionnaire de Renault avec 26 % du capital.")).toEqual([
      'France stake Renault',
      'France stake 26',
    ])
    expect(told("Renault, dont l'Etat possède encore 15 %, attend.")).toEqual([
      'France stake Renault',
      'France stake 15',
    ])
    expect(told("Renault attend. L'Etat, son actionnaire à 15 %, aussi.")).toEqual([
      'France stake Renault',
      'France stake 15',
    ])
    expect(told("Renault est détenu à 15 % par l'État et à 5 % par Nissan.").sort()).toEqual([
      'France stake 15',
      'France stake Renault',
      'Nissan stake 5',
      'Nissan stake Renault',
    ])
    expect(told("L'État détient 28 % de Velmora.")).not.toContain('France stake 28')
  })
  it('what comes of a merger is none of those who merge', () =>
    expect(told('Casino et Auchan vont fusionner. Le nouvel ensemble emploiera 90 000 personnes.')).toEqual([
      'Casino merger Auchan',
    ]))
  it('what two groups do together is done by neither', () =>
    expect(told('Casino et Auchan reculent. Les deux groupes emploient 90 000 personnes.')).toEqual([]))
})

describe('who orders, refuses or stops', () => {
  it('an order that is won is of who wins it, one that is placed of whom it is placed with', () => {
    expect(told('Danone a décroché une commande de 3 millions d’euros auprès de Bosch.')).toContain(
      'Danone orders 3000000',
    )
    expect(told('Bosch a passé une commande de 3 millions d’euros auprès de Danone.')).toContain(
      'Danone orders 3000000',
    )
  })
  it('an offer that is refused is of who made it', () =>
    expect(told('Verkor a rejeté l’offre de 3 milliards d’euros de Danone.')).toEqual([
      'Danone undefined 3000000000',
      'Danone acquisition Verkor',
    ]))
  it('a shareholder with its share is one of whom the text is about', () =>
    expect(told('Danone recrute. Bosch, actionnaire à 35 % depuis 2017, hésite.')).toEqual([
      'Bosch stake Danone',
      'Bosch stake 35',
    ]))
  it('who comes into other hands is bought once', () =>
    expect(told('Verkor est passé dans le giron de Danone en 2018.')).toEqual(['Danone acquisition Verkor']))
  it('what is no longer made does not start to be', () =>
    expect(
      scan(new TextEncoder().encode('Danone a cessé de produire des fraises en Pologne en mai 2019.'), {
        source: 'a.txt',
        language: 'fr',
      }).facts.claims.map((c) => c.event),
    ).toEqual(['production-end']))
})
