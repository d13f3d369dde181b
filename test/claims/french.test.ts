import { describe, expect, it } from 'vitest'
import { scan } from '../../src/scan.js'

const claimsOf = (text: string, published = '2019-06-20') =>
  scan(new TextEncoder().encode(text), { source: 'a.txt', language: 'fr', published }).facts.claims

/** "subject measure figure": whose each figure is. */
const told = (text: string): string[] =>
  claimsOf(text).flatMap((c) =>
    c.value === undefined ? [] : [`${c.subject} ${c.of ?? c.measure ?? c.kind} ${c.value.figure}`],
  )

const dates = (text: string): (string | null)[] => claimsOf(text).map((c) => c.date)

describe('what a French sum is', () => {
  it('a deficit of the state or of trade is no loss of a firm', () => {
    expect(told("Renault attend. Le déficit commercial s'est creusé à 1,9 milliard d'euros.")).toEqual([])
    expect(told("Renault attend. Son déficit s'est creusé à 1,9 milliard d'euros.")).toEqual([
      'Renault loss 1900000000',
    ])
  })
  it('counts in réaux', () =>
    expect(claimsOf('Vale a réalisé un bénéfice de 300 millions de réaux.').map((c) => c.value?.unit)).toEqual(['BRL']))
  it('exports in milliards are money', () =>
    expect(
      claimsOf("Airbus pèse 9 milliards d'euros. Ses exportations ont atteint 1,4 milliard.").map((c) => c.value?.unit),
    ).toContain('EUR'))
})

describe('where French goods are sold', () => {
  it('is no verb of placing them', () =>
    expect(claimsOf('Volvo a réussi à placer 300 camions en Espagne.').map((c) => c.market)).toEqual(['Spain']))
})

describe('a French sale', () => {
  const sold = (text: string): string[] =>
    claimsOf(text)
      .map((c) => [c.subject, c.relation ?? c.value?.figure, c.partner, c.date].filter((x) => x != null).join(' '))
      .sort()
  it.each([
    [
      "Danone a cédé Alpro, qu'il avait fondé en 2011, à Lactalis pour 300 millions d'euros.",
      ['Alpro 2011', 'Lactalis 300000000 Alpro', 'Lactalis acquisition Alpro'],
    ],
    [
      "Danone va débourser 2 milliards d'euros pour racheter Alpro, détenu par le fonds Ardian.",
      'Danone acquisition Alpro',
    ],
    [
      "Alpro, la filiale de Nestlé, a été cédée à Danone pour 3 millions d'euros.",
      ['Alpro subsidiary Nestlé', 'Danone 3000000 Alpro', 'Danone acquisition Alpro'],
    ],
    [
      "Danone possède Alpro, racheté en 2014 par Lactalis pour 3 millions d'euros.",
      ['Alpro subsidiary Danone', 'Lactalis 3000000 Alpro 2014', 'Lactalis acquisition Alpro 2014'],
    ],
    [
      "Danone détient Alpro, acquis en 2014 pour 3 millions d'euros.",
      ['Alpro subsidiary Danone', 'Danone 3000000 Alpro 2014'],
    ],
    [
      "Danone revend Alpro, la marque qu'il avait acquise en 2011 pour 3 millions d'euros.",
      ['Danone 3000000 Alpro 2011', 'Danone acquisition Alpro 2011'],
    ],
    ["Danone a payé 3 milliards d'euros pour s'offrir Alpro.", ['Danone 3000000000 Alpro', 'Danone acquisition Alpro']],
  ])('goes on behind what says more of it: %s', (text, expected) =>
    typeof expected === 'string'
      ? expect(sold(text)).not.toContain('Ardian acquisition Danone')
      : expect(sold(text)).toEqual(expected),
  )
})

describe('a part of the staff', () => {
  it('is none of the countries that it works in', () =>
    expect(told('Danone emploie 90 000 personnes dans 55 pays, dont 8 000 en France.')).toEqual([
      'Danone staff 90000',
      'Danone markets 55',
      'Danone staff 8000',
    ]))
})

describe('whose a French tie or sum is beside another firm', () => {
  it('a partner behind "et" is that of the name before it', () =>
    expect(
      claimsOf('Engie a confié la vente à Metro et à sa filiale Transgourmet.').flatMap((c) =>
        c.relation === 'subsidiary' ? [[c.subject, c.partner]] : [],
      ),
    ).toEqual([['Transgourmet', 'Metro']]))
  it('who wins an order with another is the subject', () =>
    expect(told("Vinci a décroché, avec Bouygues, un contrat de 300 millions d'euros.")).toEqual([
      'Vinci orders 300000000',
    ]))
  it('"et" behind the comma of a relative clause goes back to the first', () =>
    expect(
      told('Danone a cédé Horizon à Nestlé, un groupe qui emploie 300 personnes, et supprimera 80 postes.'),
    ).toContain('Danone job-cuts 80'))
  it('what one holds is not held by the name before him', () => {
    expect(told('Nissan et Hitachi, qui détient 40 % de Clarion, attendent.')).toEqual(['Hitachi stake 40'])
    expect(told('Nissan et Hitachi, qui détiennent 40 % de Clarion, attendent.')).toEqual([
      'Nissan stake 40',
      'Hitachi stake 40',
    ])
  })
  it('who makes what is ordered gets the order', () =>
    expect(told("Wizz Air a annoncé une commande de douze Airbus A320, d'une valeur de 745 millions d'euros.")).toEqual(
      ['Airbus orders 12', 'Airbus orders 745000000'],
    ))
  it('what is supplied for a sum is ordered, and no investment', () =>
    expect(told("Ekoris fournira douze pompes à Lactalis, pour un montant de 46 millions d'euros.")).toEqual([
      'Ekoris orders 46000000',
    ]))
  it('what its subsidiary sells is not the mother’s', () =>
    expect(
      told('Lactalis fait fabriquer sa mozzarella par Sorrento, sa filiale de Buffalo, qui emploie 300 personnes.'),
    ).toEqual(['Sorrento staff 300']))
  it('shares of a market are none of a capital', () =>
    expect(told('Samsung détiendrait 7 % du marché, derrière Huawei (31 %) et Nokia (19 %).').sort()).toEqual([
      'Huawei market 31',
      'Nokia market 19',
      'Samsung market 7',
    ]))
  it('a state holds of it what "en" and "dont" stand for', () => {
    const ties = (text: string) =>
      claimsOf(text).flatMap((c) => (c.kind === 'partner' ? [[c.subject, c.relation, c.partner]] : []))
    expect(ties("Thales recrute. L'État français en détient 26 %.")).toEqual([['France', 'stake', 'Thales']])
    expect(ties("Air Nord recule. Malev a perdu 5 millions ; l'État hongrois, qui en contrôle 99 %, attend.")).toEqual([
      ['Malev', 'subsidiary', 'Hungary'],
    ])
    expect(ties("Thales, dont l'État français détient 26 %, recrute.")).toEqual([['France', 'stake', 'Thales']])
  })
  it('a part of the shops is not all of them', () =>
    expect(told('Carrefour reprend 70 des 80 magasins de Casino.')).toEqual([]))
  it('the former head of a firm speaks for another', () =>
    expect(
      told("Danone attend. Créée par Jozsef Arany, l'ancien patron de Nestlé, elle emploie 320 personnes."),
    ).toEqual(['Danone staff 320']))
  it('a price is told where the firm sells, and not where it does not', () =>
    expect(
      claimsOf(
        "Iliad a débuté en Italie, son premier marché hors de France. L'opérateur y propose une offre à 6 euros.",
      )
        .filter((c) => c.kind === 'price')
        .map((c) => c.market),
    ).toEqual(['Italy']))
  it('an apposition behind brackets is of the name before them', () =>
    expect(told("Danone a racheté Lifeway (90 millions d'euros), un groupe fort de 300 salariés.")).toContain(
      'Lifeway staff 300',
    ))
  it('a sentence that opens with "Et" has its subject there', () =>
    expect(told("Danone recule. Et Nestlé, à Vevey, a levé 6 millions d'euros.")).toEqual([
      'Nestlé investment 6000000',
    ]))
})

describe('the town of a subsidiary', () => {
  it('is no firm', () =>
    expect(
      claimsOf('Bosch soutient Elesta, sa filiale de Rodez.').map((c) => [c.subject, c.relation, c.partner]),
    ).toEqual([['Elesta', 'subsidiary', 'Bosch']]))
})

describe('what a French figure has given way to', () => {
  it('a share that is raised is what it is raised to', () => {
    expect(told('Danone a porté de 40 % à 60 % sa participation dans Lactalis.')).toEqual(['Danone stake 60'])
    expect(told('Danone a fait passer sa participation dans Lactalis de 50 % à 75 %.')).toEqual(['Danone stake 75'])
  })
  it('the day of what is inserted is no day of the verb, and a time that is compared with none of a part', () => {
    expect(
      claimsOf("L'usine de Valeo, inaugurée le 9 avril 2015, emploie 800 ouvriers.").map((c) => [c.kind, c.date]),
    ).toEqual([
      ['milestone', '2015-04-09'],
      ['volume', null],
    ])
    expect(dates('Zara compte 900 magasins, soit 24 de plus que fin 2014, dont 500 en Chine.')).toEqual([null, null])
  })
})

describe('who "nous" is', () => {
  it('the firm of who is introduced as leading one, or of who says so behind the quotation', () => {
    expect(told('Le PDG de Valeo, Paul Roy, répond. Bosch attend. « Bosch hésite. Nous avons 700 salariés. »')).toEqual(
      ['Valeo staff 700'],
    )
    expect(
      told('Danone va bien. « Nous emploierons 40 personnes », dit Paul Roy, directeur général de Lactalis.'),
    ).toEqual(['Lactalis staff 40'])
  })
})

describe('who a French description or pronoun is', () => {
  it('a group of a town is from where the town lies', () =>
    expect(
      told(
        'Telefónica recule au Mexique. AT&T a vendu 30 tours. Telefónica attend. Le groupe de Dallas emploie 300 personnes.',
      ),
    ).toContain('AT&T staff 300'))
  it('whoever is told of as a subsidiary is not what the text is about', () =>
    expect(
      told(
        '# Lactel aide Danone\n\nDanone recrute.\n\nLactel, sa filiale, recrute. Valeo attend.\n\nLe groupe emploie 300 personnes.',
      ),
    ).not.toContain('Lactel staff 300'))
  it('who is there does something there', () =>
    expect(
      told(
        'Danone va mal, Valeo aussi. « Chez Valeo, on attend. Nous y employons 300 personnes », dit Paul Roy, patron de Danone.',
      ),
    ).toEqual(['Danone staff 300']))
  it('holders behind "dont" are none of the list that their verb tells of', () =>
    expect(told('Symbio, dont Forvia, Michelin et Valeo détiennent chacun un tiers, emploie 700 personnes.')).toEqual([
      'Symbio staff 700',
    ]))
})

describe('how surely a French claim is told', () => {
  const statuses = (text: string): string[] => claimsOf(text).map((c) => c.status)
  it.each([
    [
      "Danone a annoncé le rachat de Valeo pour 3 milliards d'euros, après l'échec d'une première offre.",
      ['reported', 'reported'],
    ],
    ['Danone a dû supprimer 300 postes.', ['reported']],
    ['Danone, qui avait tenté de racheter Valeo, renonce.', ['denied']],
    ["En 2009, Danone visait une cotation à Madrid. Ce n'est plus d'actualité.", ['former']],
    ['Le site de Danone, 300 salariés, produira 9 000 vélos par an.', ['reported', 'planned']],
  ])('%s', (text, expected) => expect(statuses(text)).toEqual(expected))
})

describe('whose a French figure is where another is told of', () => {
  it.each([
    // half or less of a firm makes it nobody's subsidiary
    ['Alpine, filiale de Renault à 40 %, recrute.', ['Renault stake 40']],
    ['Danone recule. Lactel, son petit rival, recrute et espère doubler ses ventes.', ['Lactel sales 100']],
    ["Danone a vendu ses activités coréennes à Valeo pour 30 millions d'euros.", ['Valeo investment 30000000']],
    [
      "Veolia recule. C'est Suez, associé à Engie, qui conduit le projet, chiffré à 70 millions d'euros.",
      ['Suez investment 70000000'],
    ],
    ['Danone a perdu 3 % de ses ventes. Valeo a vu les siennes grimper de 6 %.', ['Danone sales -3', 'Valeo sales 6']],
    ["Valeo négocie avec Bosch pour lui reprendre son activité, valorisée 15 millions d'euros.", []],
    ['Danone a 130 salariés. Le groupe en gardera sept en France, contre dix auparavant.', ['Danone staff 130']],
  ])('%s', (text, expected) => expect(told(text)).toEqual(expected))
  it('the verb behind "qui" may be one that the lexicon lacks', () =>
    expect(dates('Danone, qui chapeaute 300 salariés, a perdu en 2013 3 millions d’euros.')).toEqual([null, '2013']))
})

describe('whose a French figure is beside an owner', () => {
  it.each([
    ['Alpine, filiale de Renault, recrute. Sa maison mère a perdu 3 millions d’euros.', ['Renault loss 3000000']],
    ['Lactel recrute. Sa maison mère emploie 300 personnes.', []],
    [
      'Valeo grandit. « Bosch, notre actionnaire, est monté à 21 % de notre capital », dit Paul Roy, patron de Valeo.',
      ['Bosch stake 21'],
    ],
    ['Valeo a été sauvé par Berlin, qui a pris 80 % de son capital contre 4 millions d’euros.', ['null stake 80']],
  ])('%s', (text, expected) => expect(told(text)).toEqual(expected))
  it('what a plan is compared with is no plan', () =>
    expect(
      claimsOf('Le site de Danone emploiera 250 personnes, contre 228 du temps de Lactel.')
        .map((c) => `${c.value?.figure} ${c.status}`)
        .toSorted(),
    ).toEqual(['228 reported', '250 planned']))
})

describe('what a region brings in', () => {
  const regions = (text: string): string[] =>
    claimsOf(text).map((c) => `${c.subject} ${c.of ?? c.measure} ${c.value?.figure} ${c.market}`)
  it('is revenue of the firm that the text is about', () =>
    expect(regions("Danone grandit. L'Asie a rapporté 30 millions d'euros, la Chine 20 millions.")).toEqual([
      'Danone revenue 30000000 Asia',
      'Danone revenue 20000000 China',
    ]))
  it('rises or falls as what was told right before', () =>
    expect(
      regions("Les ventes de Danone ont crû de 4 %. L'Europe a progressé de 3 %, tandis que l'Asie reculait de 2 %."),
    ).toEqual(['Danone sales 4 undefined', 'Danone sales 3 Europe', 'Danone sales -2 Asia']))
  it('is no matter of what a country raises', () =>
    expect(regions('Les ventes de Danone ont crû de 4 %. La Chine a relevé de 10 % ses droits de douane.')).toEqual([
      'Danone sales 4 undefined',
    ]))
})

describe('who else holds a share', () => {
  const held = (text: string): string[] =>
    claimsOf(text).flatMap((c) => (c.relation === undefined ? [] : [`${c.subject} ${c.relation} ${c.partner}`]))
  it('is told by a name and its share alone', () => {
    const text = 'Renault détient 28 % de Valeo, Bosch 17 % et Danone 7,5 %.'
    expect(told(text)).toEqual(['Renault stake 28', 'Bosch stake 17', 'Danone stake 7.5'])
    expect(held(text)).toEqual(['Renault stake Valeo', 'Bosch stake Valeo', 'Danone stake Valeo'])
  })
  it('is no holder of another firm', () =>
    expect(held('Renault détient 28 % de Valeo, et Bosch 17 % de Danone.')).not.toContain('Bosch stake Valeo'))
  it('"la filiale de l’allemand X" is another than X', () =>
    expect(held('Lactel, la filiale française de l’allemand Bosch, recrute.')).toEqual(['Lactel subsidiary Bosch']))
})

describe('what a French aim is', () => {
  it.each([
    "L'objectif de Danone reste d'ouvrir 300 boutiques.",
    "L'ambition de Danone est de compter 300 salariés.",
    'La cible de Danone demeure le million de clients.',
  ])('planned: %s', (text) => expect(new Set(claimsOf(text).map((c) => c.status))).toEqual(new Set(['planned'])))
})

describe('when a French event takes place', () => {
  const events = (text: string) => claimsOf(text).map((c) => [c.event, c.date, c.status])
  it('not planned before a date is no plan for after it', () =>
    expect(
      claimsOf("Aucune ouverture d'usine n'est prévue chez Danone avant 2031.").map((c) => [c.date, c.status]),
    ).toEqual([['../2031', 'denied']]))
  it('not before a date is from it on, and no denial', () =>
    expect(events("L'ouverture du site de Danone n'aura pas lieu avant 2026.")).toEqual([
      ['opening', '2026/..', 'planned'],
    ]))
  it('a time that was given up is no time of the event', () => {
    expect(events("L'ouverture du site de Danone, initialement fixée à 2014, interviendra en 2027.")).toEqual([
      ['opening', '2027', 'planned'],
      ['opening', '2014', 'former'],
    ])
    expect(events('Le début de la production chez Renault, attendu en 2014, a glissé à 2026.')).toEqual([
      ['production-start', '2026', 'planned'],
      ['production-start', '2014', 'former'],
    ])
  })
  it('a plant is not founded', () => {
    expect(events("Créée en 1998, l'usine Renault de Douai recrute.")).toEqual([])
    expect(events("L'usine Renault de Douai, créée en 1998, recrute.")).toEqual([])
  })
})

describe('whose a French figure is that no verb tells', () => {
  it('who is bought is no buyer', () =>
    expect(
      claimsOf("Danone progresse. Valeo, rachetée en 2016 pour 80 millions d'euros, recrute.").map((c) => [
        c.subject,
        c.partner,
      ]),
    ).toEqual([[null, 'Valeo']]))
  it('"elle" is a subsidiary that the sentence before opens with, "il" the firm that it belongs to', () => {
    const before = 'Danone va bien. Lactel, sa filiale, recrute.'
    expect(told(`${before} Elle emploie 300 personnes.`)).toEqual(['Lactel staff 300'])
    expect(told(`${before} Il emploie 300 personnes.`)).toEqual(['Danone staff 300'])
  })
  it('"il" is the one to whom something was done', () =>
    expect(told('Valeo va bien. Carrefour lui a confié ses bornes. Il emploie 300 personnes.')).toEqual([
      'Valeo staff 300',
    ]))
  it('what a firm counts is what it has', () =>
    expect(
      claimsOf('Zara ouvrira cinq boutiques et créera 60 emplois. La chaîne en compte 850.').map((c) => c.measure),
    ).toEqual(['stores', 'hires', 'stores']))
  it('a town that is left is no market', () => expect(claimsOf('Danone quittera Nantes pour Rennes.')).toEqual([]))
  it('registrations of goods are those of all makers, and so is what comes from a region', () => {
    expect(told('Renault attend. Les immatriculations de voitures neuves ont baissé de 6 % en mars.')).toEqual([
      'null registrations -6',
    ])
    expect(told('Danone attend. Les exportations de fromages du Jura ont bondi de 40 %.')).toEqual(['null exports 40'])
    expect(told('Renault attend. Ses immatriculations ont baissé de 6 % en mars.')).toEqual([
      'Renault registrations -6',
    ])
  })
  it('the staff, customers or shops of a name', () => {
    expect(told('Danone va mal. Les 90 salariés du fabricant de pneus Grivel, à Albi, attendent.')).toEqual([
      'Grivel staff 90',
    ])
    expect(told('Danone va mal. Les 300 clients de Lactalis attendent.')).toEqual(['Lactalis users 300'])
  })
  it('who has more than so many people is any firm', () =>
    expect(told('Danone sert les entreprises de plus de 80 salariés.')).toEqual([]))
  it('what is earned is no share of the sales', () => {
    expect(told("Danone a dégagé un bénéfice de 30 millions d'euros, soit 7 % du chiffre d'affaires.")).toEqual([
      'Danone profit 30000000',
    ])
    expect(told("Danone réalise 30 millions d'euros de ventes au Japon, soit 7 % du chiffre d'affaires.")).toContain(
      'Danone revenue 7',
    )
  })
  it('a description keeps its name behind an adjective of a town', () =>
    expect(
      told(
        "La coopérative Orbival va bien. Orbival a signé un contrat avec l'importateur shanghaïen Danone, qui attend. La coopérative emploie 300 personnes.",
      ),
    ).toEqual(['Orbival staff 300']))
  it('a sum in brackets sets the currency where none stands before them', () =>
    expect(
      claimsOf(
        "Danone a investi 3 millions de dollars. Le groupe a renoué avec les bénéfices (4 millions d'euros, après une perte de 7 millions).",
      ).map((c) => c.value?.unit),
    ).toEqual(['USD', 'EUR', 'EUR']))
})

describe('whom a French text goes on about', () => {
  it('who leads a firm is no firm', () =>
    expect(told("Pierre Coste, qui dirigeait Danone, partira. Le groupe a perdu 3 millions d'euros.")).toEqual([
      'Danone loss 3000000',
    ]))
  it('a rival told in contrast is not the firm of the next description', () =>
    expect(
      told(
        "L'opérateur Danone a perdu des clients, alors que son concurrent Lactalis progresse. Il emploie 300 personnes.",
      ),
    ).toEqual(['Danone staff 300']))
  it('whose noun opens the clause', () => {
    expect(told("Renault attend. L'ambition de Danone est de consacrer 30 millions d'euros à une usine.")).toEqual([
      'Danone investment 30000000',
    ])
    expect(told('Renault attend. Les concurrents de Danone emploient 300 personnes.')).not.toContain('Danone staff 300')
  })
  it('what was a works of somebody is not of the firm that the text is about', () =>
    expect(claimsOf("Danone s'installe dans l'ancienne verrerie qui a fermé en 2014.")).toEqual([]))
  it('exports of goods, before any firm is told of, are those of a country', () =>
    expect(told('Les exportations de riz ont reculé de 8 %. Danone emploie 300 personnes.')).toEqual([
      'null exports -8',
      'Danone staff 300',
    ]))
  it('a verb behind "et" has a figure of its own', () =>
    expect(told('Le site de Danone, qui emploie 240 personnes et perd 3 millions par an, ferme.')).toEqual([
      'Danone staff 240',
    ]))
  it('a firm whose trade is an adjective keeps its place', () =>
    expect(told('La Sucrière du Nord emploie 300 personnes.')).toEqual(['Sucrière du Nord staff 300']))
  it('a joint venture tells more than a partnership', () =>
    expect(
      claimsOf(
        "Danone et Lactalis unissent leurs forces. Danone et Lactalis annoncent la création d'une coentreprise.",
      ).map((c) => c.relation),
    ).toEqual(['joint-venture']))
})

describe('what a French figure is of', () => {
  it('firms are not made', () =>
    expect(told('Renault fait fabriquer ses jouets en Chine par deux sous-traitants.')).toEqual([]))
  it('francs are those of a country that had them when the text appeared', () => {
    const unit = (published: string) =>
      claimsOf('Danone a investi 3 milliards de francs en France.', published).map((c) => c.value?.unit)
    expect(unit('1998-05-12')).toEqual(['FRF'])
    expect(unit('2008-05-12')).toEqual(['franc'])
  })
})

describe('who is named in French reports of many firms', () => {
  it('the name in capitals that a report opens with', () =>
    expect(
      told(
        "Les sociétés du jour\n\nVERTEC - Le fabricant de pales a perdu 3 millions d'euros en 2013.\n\nNUMALIA - La société emploie 130 personnes.",
      ),
    ).toEqual(['VERTEC loss 3000000', 'NUMALIA staff 130']))
  it('firms that a noun in the plural introduces', () =>
    expect(
      told(
        'Lafarge attend. Deux autres cimentiers, Cimbura (groupe Delme) et Verdal, produisent respectivement 800 000 et 600 000 tonnes.',
      ),
    ).toEqual(['Cimbura production 800000', 'Verdal production 600000']))
  it('nobody, before any firm is named', () =>
    expect(
      told(
        "L'économie ralentit. Les importations ont augmenté de 2 %. Les exportations ont reculé de 3 %. C'est trop, dit un analyste du courtier Global Équités.",
      ).filter((claim) => claim.startsWith('Global')),
    ).toEqual([]))
  it('what a firm invests, compared with what it did, is no sale', () =>
    expect(
      told(
        "Danone a dégagé un bénéfice de 3 millions d'euros. Ses investissements atteignent 8 millions d'euros, contre 10 millions en 2015.",
      ),
    ).toEqual(['Danone profit 3000000', 'Danone investment 8000000']))
  it('CFA francs are those of the towns named', () =>
    expect(claimsOf('Danone a investi 40 milliards de francs CFA à Ouagadougou.').map((c) => c.value?.unit)).toEqual([
      'XOF',
    ]))
})

describe('what a French noun is', () => {
  it('products are not made by being priced', () =>
    expect(told('Carrefour baisse les prix de 500 produits.')).toEqual([]))
  it('"Ebitda" is a profit, and no product', () =>
    expect(told("Danone tient à son Ebitda, attendu à 115 millions d'euros cette année.")).toEqual([
      'Danone profit 115000000',
    ]))
  it('"la société" is not the fund that sells it', () =>
    expect(
      told(
        'Le fonds Verdance a acquis Vitalène. Vitalène a ouvert deux usines. Le fonds attend. Depuis deux ans, la société emploie 300 personnes.',
      ),
    ).toEqual(['Vitalène staff 300']))
  it('whom a subsidiary goes to is not one', () =>
    expect(
      claimsOf('Orange va céder sa filiale roumaine, Romtel, au grec OTE.')
        .filter((c) => c.relation === 'subsidiary')
        .map((c) => c.subject),
    ).toEqual(['Romtel']))
})

describe('what is as sure as a plan in French', () => {
  const statuses = (text: string) => claimsOf(text).map((c) => c.status)
  it('what a noun of planning is said to be', () =>
    expect(statuses("L'ambition de Danone est de consacrer 30 millions d'euros à une usine.")).toEqual(['planned']))
  it('what is offered', () => expect(statuses('Danone propose de racheter Lactalis.')).toEqual(['planned']))
  it('what comes with it', () =>
    expect(statuses("Danone va investir 30 millions d'euros, avec à la clé la création de 120 emplois.")).toEqual([
      'planned',
      'planned',
    ]))
})

describe('when it was in French', () => {
  it('a time put before what is told', () =>
    expect(dates("C'est en 1991 que Danone et Lactalis ont fusionné.")).toEqual(['1991']))
  it('the day of saying so is none of the event', () => {
    expect(dates('Renault a annoncé le 14 avril la fermeture de son usine au 30 septembre 2019.')).toEqual([
      '2019-09-30',
    ])
    expect(dates('Renault va fermer son usine en 2021, a annoncé jeudi la direction.')).toEqual(['2021'])
    expect(dates('Renault va fermer son usine, a annoncé jeudi la direction.')).toEqual([])
  })
  it('since when a part is held is not when the rest is bought', () =>
    expect(
      claimsOf('Danone rachète Lactalis. Danone détenait déjà 15 % de Lactalis depuis 2005.')
        .filter((c) => c.kind === 'partner')
        .map((c) => c.date),
    ).toEqual([null]))
})

describe('what a French text takes for granted', () => {
  it('what it is not easy to do', () =>
    expect(claimsOf("Il n'est pas simple pour Danone d'employer 300 personnes.").map((c) => c.status)).toEqual([
      'reported',
    ]))
  it('potential is no doubt', () =>
    expect(claimsOf('Danone consacre 30 millions d’euros aux marchés à fort potentiel.').map((c) => c.status)).toEqual([
      'reported',
    ]))
})

describe('where a plant is in French', () => {
  it('a town or hills with an article in the plural are no product', () =>
    expect(
      claimsOf(
        'Danone a ouvert une usine aux Sablettes en 2015. Danone a ouvert un atelier dans les Brizes en 2016.',
      ).map((c) => c.product ?? null),
    ).toEqual([null, null]))
})

describe('what goes on from a measure', () => {
  it('a pronoun that rises or falls is what was told of, and so is what goes on from it', () => {
    const text =
      'Les ventes de Renault ont reculé de 4 % en 2018. Elles ont baissé de 3 % en Italie, mais progressé de 2 % en Espagne.'
    expect(told(text)).toEqual(['Renault sales -4', 'Renault sales -3', 'Renault sales 2'])
    expect(told("L'action de Renault a perdu 4 %. Elle avait gagné 3 % en mai.")).toEqual([])
  })

  it('a part of the price of a share is no valuation', () =>
    expect(
      told("L'offre valorise Renault à 249 millions d'euros, soit 12 euros par action, dont 9 en numéraire."),
    ).toEqual(['Renault valuation 249000000']))

  it('a paragraph that opens with the figures of a firm is about that firm', () => {
    const text =
      'Seb lance une offre. Moulinex exploite 270 magasins. Au premier semestre, les ventes de Seb ont reculé de 2 %. Le groupe vise un bénéfice de 180 millions.'
    expect(told(text.replace('millions.', "millions d'euros.")).at(-1)).toBe('Seb profit 180000000')
  })
})

describe('how surely a French figure is told', () => {
  const sure = (text: string) =>
    claimsOf(text).map((c) => [c.value?.figure ?? c.event ?? c.partner, c.value?.bound, c.status])
  it('the second figure behind "et" is as sure as its own verb', () =>
    expect(sure("Danone a réalisé 9 milliards d'euros de ventes et espère en dépasser 12 cette année.")).toEqual([
      [9e9, 'exact', 'reported'],
      [12e9, 'over', 'planned'],
    ]))
  it('goes on with what was counted before', () =>
    expect(
      sure(
        "Danone a réalisé 97 millions d'euros de ventes en 2018 et prévoit de franchir les 120 millions cette année.",
      ),
    ).toEqual([
      [97e6, 'exact', 'reported'],
      [120e6, 'over', 'planned'],
    ]))
  it('talks and thoughts leave it open', () => {
    expect(sure('Danone est en discussion pour reprendre Alpro.')).toEqual([['Alpro', undefined, 'possible']])
    expect(sure("Danone songe à entrer au capital d'Alpro.")).toEqual([['Alpro', undefined, 'possible']])
  })
  it('what money is put in for is a plan, and what has come about is none', () => {
    expect(sure("Danone a investi 80 millions d'euros pour doubler sa production.")).toContainEqual([
      100,
      'exact',
      'planned',
    ])
    expect(sure('Le bénéfice de Danone a bondi pour doubler en un an.')).toEqual([[100, 'exact', 'reported']])
  })
  it('what was shown before is no plan', () =>
    expect(
      claimsOf('La Clio de Renault, présentée à Genève en mars, sera vendue 20 000 euros.').map((c) => [
        c.kind,
        c.date,
        c.status,
        c.market ?? null,
      ]),
    ).toEqual([
      ['milestone', '2019-03', 'reported', 'Switzerland'],
      ['price', null, 'planned', null],
    ]))
})

describe('whose a French order is', () => {
  it('that of the yard, behind its article and what it is', () =>
    expect(
      told('Maersk a passé commande de douze navires au chantier coréen Hanwha Ocean, pour 2,6 milliards de dollars.'),
    ).toEqual(['Hanwha Ocean orders 12', 'Hanwha Ocean orders 2600000000']))
})

describe('who has shops or staff beside a deal', () => {
  it("shops that are bought are not the buyer's yet, and who changes hands is no staff of the seller", () => {
    expect(told("Danone s'offre les 270 magasins Lidl.")).toEqual([])
    expect(told("Danone ferme un site. Quelque 320 salariés changeront d'employeur.")).toEqual([])
  })
})
