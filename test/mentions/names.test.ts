import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findNames } from '../../src/mentions/names.js'
import { tokenize } from '../../src/text/tokens.js'
import type { Sentence } from '../../src/types.js'
import { lexicon, read, told } from './names-fixture.js'

const names = (language: string, ...lines: string[]) => told(read(language, lines))

describe('organisations that no list holds', () => {
  it.each([
    ['Le constructeur Velmora recrute.', ['org Velmora']],
    ["L'entreprise chinoise Tairong Parts livre ses pneus.", ['demonym China', 'org Tairong Parts']],
    ['La firme allemande de robinets Kesselbrand ferme.', ['demonym Germany', 'org Kesselbrand']],
    [
      'Un contrat a été confié au suédois Nordlek, puis à un espagnol, Ruvalo.',
      ['demonym Sweden', 'org Nordlek', 'demonym Spain', 'org Ruvalo'],
    ],
    ["Le rachat de Bivelo par l'allemand Hartwig traîne.", ['org Bivelo', 'demonym Germany', 'org Hartwig']],
    ['Chez Mirotel, on attend.', ['org Mirotel']],
    ['En mai, Velmora a, pour sa part, annoncé une perte.', ['org Velmora']],
    ['Le géant du luxe Mirotel attend.', ['org Mirotel']],
    ["Le constructeur chinois de l'aube Brenko attend.", ['demonym China', 'org Brenko']],
    ['La Cogemal détient un tiers du port.', ['org Cogemal']],
    ['Velmora a annoncé une perte.', ['org Velmora']],
    ['Kelvix, lui, a gelé ses projets.', ['org Kelvix']],
    ['Lor de son côté attend.', ['org Lor']],
    // what goes from one to another
    ['On a cédé Ostral à Velmora Parts.', ['org Ostral', 'org Velmora Parts']],
    ['Ostralux, placée en redressement judiciaire, attend.', ['org Ostralux']],
    ['La plus petite, Solvane, exploite 14 hôtels.', ['org Solvane']],
    // verbs that the lexicon lacks
    ['Ostralux aligne 3 200 pylônes.', ['org Ostralux']],
    ['La Solvane aligne 3 200 pylônes.', []],
    ['Velmora a réalisé au premier semestre une perte.', ['org Velmora']],
    ['En mai, Velmora VLM.PA a annoncé une perte, et Brenko BRK.L une autre.', ['org Velmora', 'org Brenko']],
    ['Le Bradel a déclaré une perte.', ['org Bradel']],
    ['En hiver, le groupe Saint Ardan investit.', ['org Saint Ardan']],
    ['En hiver, Velmora (groupe Bricot) annonce une perte.', ['org Velmora', 'org Bricot']],
    // a house that bears its founder's name
    ['Les livraisons de Jean Ferrand ont baissé.', ['org Jean Ferrand']],
    ['Basé près de la mer, Velmora vient de vendre son siège.', ['org Velmora']],
    ['Bricotel-Vernac a annoncé une perte.', ['org Bricotel-Vernac']],
    ['Hartwig détient 20 % de Bivelo.', ['org Hartwig', 'org Bivelo']],
    ['Hartwig détient la moitié de Bivelo.', ['org Hartwig', 'org Bivelo']],
    ['Le site est fourni par Ostralux, une filiale de Domérac.', ['org Ostralux', 'org Domérac']],
    ['Hier, Zentalis a annoncé ses chiffres.', ['org Zentalis']],
    ['La coentreprise entre Volkswagen et Brenko démarre.', ['org Volkswagen', 'org Brenko']],
    ['Il dirige les Éditions du Vallon.', ['org Éditions du Vallon']],
    ['Le groupe a cédé ses parts à Ardenis Holding.', ['org Ardenis Holding']],
    ['Elle collabore avec Hobbs & Frye.', ['org Hobbs & Frye']],
    ['Le navire, baptisé Velmora, sera livré en mai.', ['product Velmora']],
    ['Elle dépense plus pour la R&D que la concurrence.', []],
    ['Pour 2026, le Groupe confirme ses objectifs, et la Banque attend.', []],
    ['Le groupe vend Ostralux et collabore avec Perdy’s Creek.', ["org Perdy's Creek"]],
    ['ZBMicrolens recrute. Le patron de ZB est ravi.', ['org ZBMicrolens', 'org ZBMicrolens']],
  ])('French: %s', (text, expected) => {
    expect(names('fr', text)).toEqual(expected)
  })

  it.each([
    ['The German carmaker Velmora opened a plant.', ['demonym Germany', 'org Velmora']],
    ['It sold its stake in Brenko.', ['org Brenko']],
    // at the start of a sentence the capital proves nothing, but that no word is spelled so
    ['Velmora sold its plant in 2025.', ['org Velmora']],
    ['Velmora to sell plant next year', ['org Velmora']],
    ['Velmora has 300 stores.', ['org Velmora']],
    // what its share is traded as
    ['Velmora (NYSE:VLM) sold its plant.', ['org Velmora']],
    ['Sales at Velmora rose.', ['org Velmora']],
    ['Velmora profit rose.', ['org Velmora']],
    ["China's Tairong opened its first shop.", ['place China', 'org Tairong']],
    ['Nordlek, the Danish brewer, is hiring.', ['org Nordlek']],
    // between an article and a noun of firms even a verb is no verb
    ['Nordlek, the car hire firm, is hiring.', ['org Nordlek']],
    ['Nordlek, a budget airline, is hiring.', ['org Nordlek']],
    ['Broadcaster Nordlek has won the rights.', ['org Nordlek']],
    ['It sold the shop to the bookseller Trevick.', ['org Trevick']],
    ['Kesselbrand, owned by Hartwig Motors, is growing.', ['org Kesselbrand', 'org Hartwig Motors']],
    ['It buys Cornish brewer Trevick.', ['org Trevick']],
    ['He told Quillon so.', ['org Quillon']],

    ["Investors sold Zentalis's shares.", ['org Zentalis']],
    ['The unit is part of Ardenis plc.', ['org Ardenis']],
    ['A takeover of Bivelo failed.', ['org Bivelo']],
    ['Its brands include Ostralux, Mirotel and Domara.', ['org Ostralux', 'org Mirotel', 'org Domara']],
    ['Analysts at Quillon were surprised.', ['org Quillon']],
    ['Oslo-based Fjellvik sold two mills.', ['demonym Oslo', 'org Fjellvik']],
    ['Upper Elmswell-based Fjellvik sold two mills.', ['org Fjellvik']],
    ['It bought New Hampshire-headquartered Fjellvik Foods.', ['org Fjellvik Foods']],
    ['Its shares in Ostra.club fell.', ['org Ostra.club']],
    ['Ardenis plc told of its Coatings & Inks division and the Cloud Services unit.', ['org Ardenis']],
    ['Ardenis plc told of its Direct Line unit.', ['org Ardenis', 'org Direct Line']],
    ['Standalone revenue rose at Fjellvik Foods.', ['org Fjellvik Foods']],
    ['It bought Marlow Iron and Steel Company.', ['org Marlow Iron and Steel Company']],
    ['The five-door Veltis Ixo and the Veltis Mira will go on sale.', ['product Veltis Ixo', 'product Veltis Mira']],
    ['Private equity firm Ardenis is growing.', ['org Ardenis']],
    ['Airline Baltic Wings is growing.', ['org Baltic Wings']],
    ['LNG-powered ships carry Fjellvik-powered pumps.', []],
    ['They met people from PricePoint.com and left.', ['org PricePoint.com']],
    ['It won an order from Moinho das Velas.', ['org Moinho das Velas']],
    ['A deal with Velmora Optics and Lighting was signed.', ['org Velmora Optics and Lighting']],
    ['German salmon farmer Ocean Brenko Farms is growing.', ['demonym Germany', 'org Ocean Brenko Farms']],
    ['Owner Quillon has hired a bank.', ['org Quillon']],
    ['Brenko Outfitters was bought by Nordlek Elevator.', ['org Brenko Outfitters', 'org Nordlek Elevator']],
    [
      'He met chief executive Rita Halloran. According to Halloran, it is over.',
      ['person Rita Halloran', 'person Rita Halloran'],
    ],
    ['A takeover of Cadbury Schweppes failed. Cadbury is growing.', ['org Cadbury Schweppes', 'org Cadbury Schweppes']],
    [
      'It bought Hartwig Steel. Hartwig is growing. Its owner is Hartwig Group.',
      ['org Hartwig Steel', 'org Hartwig Steel', 'org Hartwig Group'],
    ],
  ])('English: %s', (text, expected) => {
    expect(names('en', text)).toEqual(expected)
  })

  it('leaves out what nothing speaks for', () => {
    expect(names('fr', 'Il a lu Candide hier soir.')).toEqual([])
    expect(names('en', 'He walked past Tumbledown yesterday.')).toEqual([])
  })

  it('takes what was told to be a product for one where its sales are told', () => {
    expect(names('en', 'Its pill Gastrol is old. Gastrol sales fell.')).toEqual(['product Gastrol', 'product Gastrol'])
  })
  it('takes two adjectives of places for a name where no noun follows', () => {
    expect(names('en', 'Bavarian Asian closed a plant in Bern.')).toEqual(['org Bavarian Asian', 'place Bern'])
    expect(names('en', 'The French Canadian grocer Velmora closed.')).toContain('org Velmora')
    expect(names('en', 'The French Canadian grocer Velmora closed.')).not.toContain('org French Canadian')
  })
  it('takes a family for no firm that bears its name', () => {
    expect(names('fr', 'La famille Peugeot attend.')).toEqual(['person Peugeot'])
    expect(names('en', 'The Ford family is waiting.')).toEqual(['person Ford'])
  })
  it('marks those that are told to be sources', () => {
    const [dataplan] = read('fr', ['Les ventes baissent, selon le cabinet Dataplan.'])
    expect(dataplan).toMatchObject({ type: 'org', name: 'Dataplan', media: true })
    const [velmora] = read('fr', ['Le constructeur Velmora recrute.'])
    expect(velmora?.media).toBeUndefined()
    expect(read('en', ['It said so, Reuters wrote.'])[0]).toMatchObject({ name: 'Reuters', media: true })
    expect(read('en', ['The drug was approved by the FDA.'])[0]).toMatchObject({ name: 'FDA', media: true })
  })

  it('strips legal forms from the name, not from the span', () => {
    const text = 'It bought a stake in Ardenis Foods Ltd. from its founder.'
    const [ardenis] = read('en', [text])
    expect(ardenis?.name).toBe('Ardenis Foods')
    expect(text.slice(ardenis?.start, ardenis?.end)).toBe('Ardenis Foods Ltd.')
  })

  it.each([
    ['It bought Ardenis S.p.A., a bakery.', 'S.p.A.'],
    ['It bought Ardenis N.V. in May.', 'N.V.'],
    ['It bought Ardenis S.A.S. in May.', 'S.A.S.'],
  ])('knows a legal form with full stops: %s', (text, form) => {
    const [ardenis] = read('en', [text])
    expect(ardenis?.name).toBe('Ardenis')
    expect(text.slice(ardenis?.start, ardenis?.end)).toBe(`Ardenis ${form}`)
  })

  it('is that of a firm where an apposition tells what it makes', () => {
    expect(names('en', 'It bought Ardenis, the Danish sauce maker.')).toContain('org Ardenis')
  })

  it.each(['It bought Ardenis A/S in May.', 'It bought Ardenis S/A in May.', 'It bought Ardenis K/S in May.'])(
    'knows a legal form that is written with a stroke: %s',
    (text) => {
      const [ardenis, further] = read('en', [text, 'Ardenis employs 40 people.'])
      expect(ardenis?.name).toBe('Ardenis')
      expect(text.slice(ardenis?.start, ardenis?.end)).toMatch(/^Ardenis .\/.$/)
      expect(further?.name).toBe('Ardenis')
    },
  )

  it('knows the initials that a document uses for one firm alone', () => {
    const lines = ['The carmaker Velmora Zentalis Brenko is growing.', 'Shares in VZB rose.']
    expect(names('en', ...lines)).toEqual(['org Velmora Zentalis Brenko', 'org Velmora Zentalis Brenko'])
    expect(names('en', ...lines, 'It met Vantel Zora Bank.').filter((n) => n === 'org VZB')).toHaveLength(1)
  })

  it('makes nobody of letters that stand for lower-case words', () => {
    expect(names('en', 'Veltis won. It sold coal at an all-in marginal rate (AIMR). AIMR fell.')).not.toContain(
      'org AIMR',
    )
  })
  it('takes a legal form and the possessive behind it from a name', () =>
    expect(names('en', "Lumora Fields Inc's (LMF) output fell. LMF laid off staff.")).toContain('org Lumora Fields'))
  it('joins a country to people who work in it', () =>
    expect(names('en', 'The firm Ostral Growers of America has 30 sites.')).toContain('org Ostral Growers of America'))
  it('takes a town before the possessor of its country for no firm', () =>
    expect(names('en', "Elmswell, Spain's Velmora has sold a stake.")).not.toContain('org Elmswell'))
  it('takes what is sold in copies for a work', () => {
    expect(names('en', 'Dark Velmora has sold over 3 million copies.')).toEqual(['product Dark Velmora'])
    expect(names('fr', "Velmora s'est vendu à 20 000 exemplaires.")).toEqual(['product Velmora'])
    expect(names('fr', 'Velmora Sport a vendu 20 000 exemplaires de son modèle.')).toEqual(['org Velmora Sport'])
  })
  it('takes an illness and a survey for no firms', () =>
    expect(names('en', "The Alzheimer's treatment maker said so. Its Car Sales Tracker showed it.")).toEqual([]))
  it('keeps the house before a name that the lexicon knows', () =>
    expect(names('en', 'Café Siemens has opened a site in Spain.')).toContain('org Café Siemens'))
  it('takes what is grown for no grower', () =>
    expect(names('en', 'Oyster grower expands in Spain.')).not.toContain('org Oyster'))
  it('takes a mine for the name of a place', () =>
    expect(names('en', 'Veltis bought the Brandoval copper mine.')).not.toContain('org Brandoval'))
  it('takes the town of a dateline for no firm', () =>
    expect(names('en', 'KOLVAR — Veltis employs 30 people.')).not.toContain('org KOLVAR'))
  it('takes the firm between whose dashes a remark stands for no town', () =>
    expect(names('en', 'VELTIS — the Danish brewer — will hire 30 people.')).toContain('org VELTIS'))
  it('makes nobody of research and development', () =>
    expect(names('en', 'It will open a Research and Development (R&D) centre.')).not.toContain(
      'org Research and Development',
    ))

  it('opens a sentence behind a dateline', () => {
    expect(names('en', 'LYON — Deliveries fell.', 'LYON (Wire) - Management plans cuts.')).not.toContain(
      'org Deliveries',
    )
    expect(names('en', 'LYON — Satellite operator Velmora grew.')).toContain('org Velmora')
  })

  it('reads two known firms without a joint between them as one', () => {
    expect(names('en', 'It is made by Siemens Bosch.')).toEqual(['org Siemens Bosch'])
    expect(names('en', 'It is made by Siemens and Bosch.')).toEqual(['org Siemens', 'org Bosch'])
  })
})

describe('sentence openings', () => {
  it('a participle before a comma is no name', () => {
    expect(names('fr', 'Interrogé, le constructeur ne confirme rien.', 'Pressées, les banques attendent.')).toEqual([])
  })
  it('are no names without further evidence', () => {
    expect(names('fr', 'Malheureusement, rien ne change.', 'Livraisons en retard.', 'Ailleurs, on attend.')).toEqual([])
    expect(names('en', 'However, nothing moved.', 'Deliveries fell.', 'Hybrids sold well.')).toEqual([])
    expect(names('en', 'Management plans cuts.', 'Drugmakers raised prices.', 'Unlike rivals, it grew.')).toEqual([])
    expect(names('fr', 'Licenciements et départs ont suivi.', 'Semi-conducteurs : ils ont baissé.')).toEqual([])
  })

  it('are names where the document shows them elsewhere', () => {
    expect(names('en', 'Velmora is small.', 'Shares in the carmaker Velmora fell.')).toEqual([
      'org Velmora',
      'org Velmora',
    ])
  })

  it('are no names where the document has them in lower case', () => {
    expect(names('en', 'Copper, which rallied, sold well.', 'The price of copper rose.')).toEqual([])
  })

  it('are names before a verb of business in French, whose nouns have an article', () => {
    expect(names('fr', 'Zentalis recrute.')).toEqual(['org Zentalis'])
  })

  it('yield to the name behind them', () => {
    expect(names('fr', 'Malgré tout Volkswagen vend bien.')).toEqual(['org Volkswagen'])
    expect(names('en', 'Struggling Volkswagen sold less.')).toEqual(['org Volkswagen'])
    expect(names('en', 'Copper miner Antaris plans a mine.')).toEqual(['org Antaris'])
  })

  it('do not hide behind initials and titles', () => {
    expect(names('en', 'It was Mr. Hale who said so.')).toEqual(['person Hale'])
  })
})

describe('headings', () => {
  it('in capitals show only names known from the text', () => {
    const found = read('en', [
      { text: 'VELMORA SHUTS TWO MILLS AS BILLS BITE', role: 'heading' },
      'The carmaker Velmora said so.',
    ])
    expect(told(found)).toEqual(['org Velmora', 'org Velmora'])
  })

  it('in the manner of English titles prove nothing by their capitals', () => {
    const found = read('en', [{ text: 'Carmaker Hartwig Motors Opens Plant', role: 'heading' }, 'It is in Spain.'])
    expect(told(found)).toEqual(['place Spain'])
  })
})

describe('products', () => {
  it.each([
    ['La ZX7 est chère.', ['product ZX7']],
    ['Ses modèles ZX7 et ZX9 plaisent.', ['product ZX7', 'product ZX9']],
    ['La Volkswagen Tarvo arrive.', ['org Volkswagen', 'product Tarvo']],
    ['Il a choisi la Volkswagen ZX7 Ultra.', ['org Volkswagen', 'product ZX7 Ultra']],
    ['La Peugeot 208 et la 2008 se vendent.', ['org Peugeot', 'product 208', 'product 2008']],
    ['Son sac Julia 1961 coûte cher.', ['product Julia 1961']],
    ['Le smartphone Pixor 12 Pro sort demain.', ['product Pixor 12 Pro']],
    ['Elle a lancé son 17 Pro en mars.', ['product 17 Pro']],
    ['Le jeu Brumeval plaît.', ['product Brumeval']],
  ])('French: %s', (text, expected) => {
    expect(names('fr', text)).toEqual(expected)
  })

  it.each([
    ['Its ZX7 hatchback is cheap.', ['product ZX7']],
    ['The Danish maker of Slimovar sold more.', ['product Slimovar']],
    ['Regulators approved a new pill, and Slimovar costs $400.', ['product Slimovar']],
    ['Nintendo Switch 2 was late.', ['org Nintendo', 'product Switch 2']],
  ])('English: %s', (text, expected) => {
    expect(names('en', text)).toEqual(expected)
  })

  it('name their maker where the text does', () => {
    expect(read('fr', ['La Volkswagen Tarvo arrive.'])[1]).toMatchObject({ name: 'Tarvo', maker: 'Volkswagen' })
    expect(read('fr', ['La Volkswagen Golf arrive.'])[1]).toMatchObject({ name: 'Golf', maker: 'Volkswagen' })
  })

  it('are told by the noun of what is sold', () => {
    expect(names('fr', "Le shampoing phare, Brise d'Azur, coûte 12 euros.")).toEqual(["product Brise d'Azur"])
    expect(names('fr', 'La gamme Pastelle a séduit.')).toEqual(['product Pastelle'])
    expect(names('fr', 'La maison de champagne Valdrin recrute.')).toEqual(['org Valdrin'])
    expect(names('en', 'The Stridewell Kids range has sold well.')).toEqual(['product Stridewell Kids'])
    expect(names('en', 'Its best-selling Valdrin Halo handbag is back.')).toEqual(['product Valdrin Halo'])
    expect(names('en', 'Its own-label wine, Casa Robo, starts at four pounds.')).toEqual(['product Casa Robo'])
  })

  it('are cut from a maker that only the document shows', () => {
    const found = read('fr', ['Le constructeur Velmora recrute.', 'La Velmora ZX7 arrive.'])
    expect(told(found)).toEqual(['org Velmora', 'org Velmora', 'product ZX7'])
    expect(found[2]).toMatchObject({ maker: 'Velmora' })
  })

  it('are no generations, roads, quarters, indices or sizes', () => {
    expect(
      names('fr', "Le réseau 5G avance au bord de l'A16.", 'Au T3, le CAC 40 recule.', 'Le G7 se réunit.'),
    ).toEqual([])
    expect(names('en', 'The 800-volt system uses 5G.', 'In Q3 the FTSE 100 fell.')).toEqual([])
  })

  it('need their maker where their name is an ordinary word', () => {
    expect(names('fr', 'Il joue au golf.', 'Un Golf neuf.')).not.toContain('product Golf')
    expect(names('en', 'He made the Switch.')).not.toContain('product Switch')
  })

  it('take a known firm with the name of a thing for meant where its capital is no sentence opening', () => {
    expect(names('en', 'It is late, but nobody told Seat about it.')).toEqual(['org Seat'])
    expect(names('en', 'Seat belts were invented there.')).toEqual([])
  })
  it('show that an ambiguous maker is meant', () => {
    expect(names('fr', 'La Seat Leon plaît.')).toEqual(['org Seat', 'product Leon'])
    expect(names('fr', 'Il a pris un seat.')).toEqual([])
  })
})

describe('firms whose names end like places', () => {
  it('are told by what is said of them, however often they are named', () => {
    const lines = [
      'The café chain Oat Republic will open a shop.',
      'Its rival Oat Republic grew.',
      'At Oat Republic it is new.',
    ]
    expect(names('en', ...lines).filter((name) => name.includes('Oat'))).toEqual(Array(3).fill('org Oat Republic'))
  })

  it('keep their coined first word at the start of a sentence', () => {
    expect(names('en', 'It set up a joint venture, ReCell Oslo.', "ReCell Oslo's plant will open.")).toEqual([
      'org ReCell Oslo',
      'org ReCell Oslo',
    ])
  })
})

describe('abbreviations in the plural', () => {
  it('name nobody', () => expect(names('en', 'Sales of ZEVs and ASKs fell.')).toEqual([]))
})

describe('places', () => {
  it('come with code and country', () => {
    expect(read('fr', ['Il vend en Espagne.'])).toMatchObject([{ type: 'place', name: 'Spain', code: 'ES' }])
    expect(read('en', ['It is in Oslo.'])).toMatchObject([{ name: 'Oslo', code: 'NO', country: 'Norway' }])
  })

  it.each([
    ['fr', "L'usine de Kolvar, en Espagne, ferme.", 'Kolvar', 'Spain'],
    ['fr', 'Il bâtit à Kolvar (sud de la Chine).', 'Kolvar', 'China'],
    ['en', 'It builds cars at Kolvar, Germany, now.', 'Kolvar', 'Germany'],
  ])('%s: %s', (language, text, name, country) => {
    const town = read(language, [text]).find((mention) => mention.name === name)
    if (language === 'fr' && text.startsWith('L')) expect(town?.type).not.toBe('org')
    else expect(town).toMatchObject({ type: 'place', code: null, country })
  })

  it('are told by the form of French town names', () => {
    expect(names('fr', 'La fabrique de Villeneuve-sur-Ardre ferme.')).toEqual(['place Villeneuve-sur-Ardre'])
  })

  it('that are ordinary words need a preposition', () => {
    expect(names('fr', 'Il habite à Tours.')).toEqual(['place Tours'])
    expect(names('fr', 'Les Tours montent.')).toEqual([])
  })

  it('do not break up organisations', () => {
    expect(names('en', 'It owes money to Bank of China.')).toEqual(['org Bank of China'])
    expect(names('en', 'It sold Oslo Steel to rivals.')).toEqual(['org Oslo Steel'])
    expect(names('en', 'It opened with Peugeot Spain as its partner.')).toEqual(['org Peugeot Spain'])
  })

  it('in the name of an event, institution or money are no places', () => {
    expect(
      names('fr', 'Dévoilée au salon de Munich.', 'Le Mondial de Munich ouvre.', 'Il perd 3 francs de Chine.'),
    ).toEqual([])
    expect(names('en', 'Shown at the Munich motor show.', 'Listed on the Oslo Stock Exchange.')).toEqual([])
  })

  it('may be written in lower case where the lexicon says so', () => {
    expect(names('fr', 'Sur le vieux continent, il vend.')).toEqual(['place Europe'])
    expect(names('fr', 'La chine est une vaisselle.')).toEqual([])
  })

  it('abbreviated count in capitals only', () => {
    expect(names('en', 'It sold cars in the US.')).toEqual(['place United States'])
    expect(names('en', 'They told us.')).toEqual([])
  })

  it('yield to demonyms before a noun', () => {
    expect(names('en', 'The UK importer sold US cars.')).toEqual(['demonym United Kingdom', 'demonym United States'])
  })

  it('that stand for a superlative are left out', () => {
    expect(names('en', "It is the world's biggest maker.")).toEqual([])
  })
})

describe('landscapes', () => {
  it.each([
    ["L'armateur Delta Océan grandit.", ['org Delta Océan']],
    ["L'océan Indien est calme, la mer Noire aussi.", []],
  ])('name a firm behind another word: %s', (text, expected) => expect(names('fr', text)).toEqual(expected))
})

describe('persons', () => {
  it.each([
    ['fr', 'Mme Lacombe part.', ['person Lacombe']],
    ['fr', "L'armateur Delta Océan grandit.", ['org Delta Océan']],
    ['fr', "L'océan Indien est calme, la mer Noire aussi.", []],
    ['fr', 'Le président Tarek Voss part.', ['person Tarek Voss']],
    ['fr', 'Hervé de La Brosse part.', ['person Hervé de La Brosse']],
    ['en', 'So said Tarek Voss.', ['person Tarek Voss']],
    ['en', 'It hired Tarek Voss, a fund manager.', ['person Tarek Voss']],
    ['en', 'The firm was founded by Tarek Voss.', ['person Tarek Voss']],
    ['en', 'Anna Keel left.', ['person Anna Keel']],
  ])('%s: %s', (language, text, expected) => {
    expect(names(language, text)).toEqual(expected)
  })

  it('go by their last name', () => {
    expect(names('en', 'Anna Keel left.', 'Ms Keel said so.')).toEqual(['person Anna Keel', 'person Anna Keel'])
  })
})

describe('demonyms', () => {
  it('are lower case in French, capitals in English', () => {
    expect(names('fr', 'Le marché chinois monte.')).toEqual(['demonym China'])
    expect(names('en', 'The Chinese market rose.', 'The best chinese shops.')).toEqual(['demonym China'])
  })

  it('belong to the organisation whose name they start', () => {
    expect(names('en', 'It sold planes to British Airways.')).toEqual(['org British Airways'])
  })

  it('in compounds stand for no place of their own', () => {
    expect(names('en', 'The Spanish-German talks failed.')).toEqual([])
  })
})

describe('one name for one thing', () => {
  const orgs = (language: string, ...lines: string[]) =>
    read(language, lines).flatMap(({ type, name }) => (type === 'org' ? [name] : []))

  it('the fullest form wins', () => {
    expect(orgs('fr', "L'entreprise Hespera Leasing recrute.", 'Hespera vend.')).toEqual([
      'Hespera Leasing',
      'Hespera Leasing',
    ])
    expect(orgs('en', 'It sold Marlow Industries to rivals.', "Marlow's shares fell.")).toEqual([
      'Marlow Industries',
      'Marlow Industries',
    ])
  })

  it('initials in brackets define a short form', () => {
    expect(orgs('en', 'It has a stake in Marlow Cement Works (MCW).', 'MCW opened a kiln.')).toEqual([
      'Marlow Cement Works',
      'Marlow Cement Works',
      'Marlow Cement Works',
    ])
    expect(orgs('en', "Spain's Marlow and Finch (M&F) opened a pub.", 'M&F plans more.')).toEqual([
      'Marlow and Finch',
      'Marlow and Finch',
      'Marlow and Finch',
    ])
  })

  it('a longer name of the lexicon wins where the text uses it first', () => {
    expect(orgs('fr', 'Brindal Mining vend.', 'Brindal recrute.')).toEqual(['Brindal Mining', 'Brindal Mining'])
    expect(orgs('fr', 'Brindal recrute.', 'Brindal Mining vend.')).toEqual(['Brindal', 'Brindal'])
  })

  it('initials may go on in brackets, or be told first', () => {
    expect(orgs('fr', 'Le groupe Marie Velmora (MVWS) recrute.', 'MVWS vend.')).toEqual(
      Array.from({ length: 3 }, () => 'Marie Velmora'),
    )
    expect(orgs('fr', "La société MCW (Marlow Cement Works, détenue par l'État) recrute.")).toEqual([
      'Marlow Cement Works',
      'Marlow Cement Works',
    ])
  })

  it('names in quotation marks and brackets define short forms', () => {
    expect(orgs('fr', 'Lumora Auto SA (« Lumora » ou la « Société ») recrute.', 'La Société vend.')).toEqual([
      'Lumora Auto',
      'Lumora Auto',
      'Lumora Auto',
      'Lumora Auto',
    ])
  })

  it('the lexicon names known firms', () => {
    expect(orgs('en', 'VW sold cars.', 'Volkswagen AG plans more.')).toEqual(['Volkswagen', 'Volkswagen'])
  })

  it('a division of a known firm is another one', () => {
    expect(orgs('en', 'Peugeot sold Peugeot Energy to Brenko Holding.')).toEqual([
      'Peugeot',
      'Peugeot Energy',
      'Brenko Holding',
    ])
  })

  it('a firm that was there before is not short for a longer name', () => {
    expect(orgs('fr', 'Le constructeur Velmora recrute.', 'Velmora International vend ses voitures.')).toEqual([
      'Velmora',
      'Velmora International',
    ])
  })

  it('nothing is merged where two longer names compete', () => {
    expect(orgs('en', 'Marlow Foods and Marlow Steel opened.', "Marlow's shares fell.")).toEqual([
      'Marlow Foods',
      'Marlow Steel',
      'Marlow',
    ])
  })

  it('a longer name that comes later does not compete', () => {
    expect(orgs('en', 'It sold Marlow Foods to rivals.', "Marlow's shares fell.", 'Marlow Steel opened.')).toEqual([
      'Marlow Foods',
      'Marlow Foods',
      'Marlow Steel',
    ])
  })

  it('a known firm keeps the part of its name that the document uses', () => {
    expect(orgs('en', 'Kelvar opened a mill.')).toEqual(['Kelvar'])
    expect(orgs('en', 'Kelvar Rail opened a mill.', 'Kelvar sold cars.')).toEqual(['Kelvar Rail', 'Kelvar Rail'])
    expect(orgs('en', 'It owes money to KR.')).toEqual(['Kelvar Rail'])
  })

  it('a known firm bears the fuller form that the document uses', () => {
    expect(orgs('en', 'Peugeot Motors opened a mill.', 'Peugeot sold cars.')).toEqual([
      'Peugeot Motors',
      'Peugeot Motors',
    ])
    expect(orgs('en', 'Peugeot Group opened a mill.')).toEqual(['Peugeot'])
  })

  it('apostrophes and spaces do not tell names apart', () => {
    const [a, b] = read('fr', ["Le groupe L'Orme d'Or recrute.", 'Le groupe L’Orme d’Or vend.'])
    expect(a?.name).toBe(b?.name)
  })
})

describe('spans that other mentions hold', () => {
  it('bar names', () => {
    expect(told(read('fr', ['Au T3 2024, le constructeur Velmora recrute.'], ['T3 2024']))).toEqual(['org Velmora'])
    expect(told(read('en', ['It sold 20 May cars.'], ['20 May']))).toEqual([])
  })

  it('yield a bare number to a name', () => {
    const text = 'Un sac Julia 30 de Brenko Holding.'
    const [julia] = read('fr', [text], ['30'])
    expect(text.slice(julia?.start, julia?.end)).toBe('Julia 30')
  })

  it('keep a number that counts', () => {
    const [velmora] = read('fr', ['Le constructeur Velmora 300 voitures.'], ['300 voitures'])
    expect(velmora?.name).toBe('Velmora')
  })
})

describe('any text', () => {
  it('in another language has no names', () => {
    expect(names('de', 'Volkswagen verkauft Autos in Spain.')).toEqual([])
  })

  const words = fc.constantFrom(
    'Volkswagen', 'Velmora', 'ZX7', '208', '(', ')', '«', '»', ',', '.', ':', '-', '&', '+', "'s", "l'", 'le', 'La', 'de', 'du',
    'et', 'and', 'of', 'The', 'Group', 'Ltd', 'Mr', 'China', 'chinois', 'Bank', 'said', 'a', 'annoncé', 'said', 'in', 'à', '21st',
    'Century', 'iPhone', 'M&F', 'Oslo-based', '\n', '…', '😀', 'É', 'e\u0301', '25', '1961', 'Anna', 'von', 'der',
  ) // biome-ignore format: a word list
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.array(words, { maxLength: 60 }).map((list) => list.join(' ')),
    fc.array(words, { maxLength: 60 }).map((list) => list.join('')),
  )

  function find(language: string, text: string, cuts: number[]) {
    const bounds = [0, ...cuts.map((cut) => Math.floor(cut * text.length)), text.length].sort((a, b) => a - b)
    const sentences: Sentence[] = []
    for (let i = 1; i < bounds.length; i++) {
      const start = bounds[i - 1] as number
      const end = bounds[i] as number
      const role = i % 3 === 0 ? 'heading' : i % 3 === 1 ? 'text' : 'item'
      if (end > start) sentences.push({ start, end, role, paragraph: i, tokens: tokenize(text, start, end) })
    }
    return { sentences, found: findNames({ text, language, sentences }, lexicon, []) }
  }

  it('gives mentions in order, apart, inside their sentence, on the edges of its tokens', () => {
    const cuts = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 4 })
    fc.assert(
      fc.property(fc.constantFrom('fr', 'en'), texts, cuts, (language, text, at) => {
        const { sentences, found } = find(language, text, at)
        expect(found).toHaveLength(sentences.length)
        for (const [i, mentions] of found.entries()) {
          const tokens = sentences[i]?.tokens ?? []
          const starts = new Set(tokens.map((token) => token.start))
          const ends = new Set(tokens.map((token) => token.end))
          let reach = -1
          for (const { start, end, name } of mentions) {
            expect(start).toBeGreaterThanOrEqual(reach)
            expect(starts.has(start) && ends.has(end) && start < end).toBe(true)
            expect(name).not.toBe('')
            reach = end
          }
        }
      }),
      { numRuns: 400, examples: [['fr', 'Bank chinois', []]] },
    )
  })

  it('is read alike each time', () => {
    fc.assert(
      fc.property(fc.constantFrom('fr', 'en'), texts, (language, text) => {
        expect(find(language, text, []).found).toEqual(find(language, text, []).found)
      }),
    )
  })
})

describe('a word of public places', () => {
  it('is a firm where the text calls one by it first', () => {
    expect(names('en', 'The brewer Castle Foods struck a deal.', 'The firm said Castle will hire.')).toEqual([
      'org Castle Foods',
      'org Castle Foods',
    ])
    expect(names('en', 'The brewer Velmora struck a deal near the Castle.', 'It said Castle will hire.')).toEqual([
      'org Velmora',
    ])
    expect(names('en', 'Nordlek built the Marlow Bridge.', 'It said Bridge will hire.')).not.toContain('org Bridge')
  })
})
