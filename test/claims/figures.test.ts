import { describe, expect, it } from 'vitest'
import { scan } from '../../src/scan.js'
import type { FactClaim } from '../../src/types.js'

const read = (text: string): FactClaim[] =>
  scan(new TextEncoder().encode(text), { source: 'a.txt', language: 'en', published: '2025-06-10' }).facts.claims

const told = (text: string): string[] =>
  read(text).map((c) => `${c.kind} ${c.measure ?? c.relation ?? ''} ${c.value?.figure ?? c.partner ?? ''}`)

describe('what an English figure can be', () => {
  it('goods that the lexicon has no word for are counted, mistakes and few things are not', () => {
    expect(told('Bic sold 30m ballpoint pens in Brazil.')).toEqual(['volume sales 30000000'])
    expect(told('Bic made 300 mistakes in Brazil.')).toEqual([])
    expect(told('Bic sold 20 ballpoint pens in Brazil.')).toEqual([])
  })
  it('"there" is where the buyers are that were named last', () =>
    expect(
      read('Danone, with a plant in Lublin, wants Chinese buyers back: sales there slumped to $48m.').map(
        (c) => c.market,
      ),
    ).toContain('China'))
  it('the noun behind a sum that is compared with tells its measure', () =>
    expect(told('Spotify lost 70m euros in the quarter, against a 26m profit the year before.')).toEqual([
      'volume loss 70000000',
      'volume profit 26000000',
    ]))
  it('the year that figures are told of is that of all of them, a month is that of its own', () => {
    const dated = (text: string) => read(text).map((c) => `${c.measure} ${c.of ?? ''} ${c.value?.figure} ${c.date}`)
    expect(dated('Danone sold 62,400 cars in 2024, up 7%, and posted revenue of €2.1bn.')).toEqual([
      'sales  62400 2024',
      'change sales 7 2024',
      'revenue  2100000000 2024',
    ])
    expect(dated('Danone sold 62,400 cars in 2024 and posted revenue of €2.1bn.')).toEqual([
      'sales  62400 2024',
      'revenue  2100000000 2024',
    ])
    expect(dated('Danone sold 600 cars in May and posted revenue of €2.1bn.')).toEqual([
      'sales  600 2025-05',
      'revenue  2100000000 null',
    ])
  })
  it('the date of the figure that it was before is not that of the new one', () =>
    expect(
      read('Staff numbers at Danone have fallen from 1,200 in 2019 to just 400.').map((c) => [c.value?.figure, c.date]),
    ).toEqual([
      [1200, '2019'],
      [400, null],
    ]))
  it('what is counted is the product of a figure behind another one and a place, too', () =>
    expect(read('Deliveries of the Model Y slumped 41% in Sweden to 1,270.').map((c) => c.product)).toEqual([
      'Model Y',
      'Model Y',
    ]))
  it('a noun of ships is no form of "to ship"', () => expect(told('Danone has 38 ships.')).toEqual([]))
  it('sums of a few units of money are no revenue of a firm', () =>
    expect(told('Revenue per user at Spotify was $8.12.')).toEqual([]))
  it('job losses are no loss', () =>
    expect(told('Danone will close with 85 job losses.')).toEqual(['volume job-cuts 85']))
  it('quarters of a year are no fraction', () =>
    expect(told('Sales at Danone recovered, rising 8% after five quarters of decline.')).toEqual(['volume change 8']))
  it('a second figure behind a comma or a conjunction is not of the noun that follows', () =>
    expect(told('Turnover at Danone fell to 2.3 billion euros, while profits rose to 200 million euros.')).toEqual([
      'volume revenue 2300000000',
      'volume profit 200000000',
    ]))
  it('a rate is that of the figure before it', () =>
    expect(read('Danone makes 34 boats a month and employs 3,000 people.').map((c) => c.per)).toEqual([
      'P1M',
      undefined,
    ]))
  it('a semicolon parts a figure from the measure before it', () =>
    expect(told('Danone has 300 employees; the bill came to 500 euros.')).toEqual(['volume staff 300']))
  it('what each of the goods has is not what was ordered', () =>
    expect(told('Danone placed an order for five 74-seat Embraer jets.')).toEqual([]))
  it('a part is one of what was counted right before', () =>
    expect(told('Danone sells in 160 countries. It has 7 factories, including 3 in Peru.')).toEqual([
      'volume markets 160',
    ]))
  it('the size of a shop is no number of shops', () =>
    expect(told('Danone has a 150 sqm shop in Lyon and a 90 sq m store in Lille.')).toEqual([]))
  it('nobody makes farms or hotels', () => expect(told('Hilton will build 19 hotels.')).toEqual([]))
  it('a line between two towns has no business of its own', () =>
    expect(told('Paris-New York employs 40 people.')).toEqual([]))
  it('copies are no vehicles for the names that the text gives', () =>
    expect(
      read('Danone sold 4 million copies. The game Velmora Auto VII is its best.').map((c) => c.value?.unit),
    ).toEqual(['units']))
  it('a figure that another is set against counts the same', () =>
    expect(told('Alstom won an order for 20 trains. Each seats 400 people, against 250 now.')).toEqual([
      'volume orders 20',
    ]))
  it('a comparison of goods is no growth', () =>
    expect(told('Staff at Delta like the jets, which are 20% more efficient than the old ones.')).toEqual([]))
  it('who makes the rest for a firm is no customer', () =>
    expect(told('Thales is making two of the radars for Airbus and Siemens is making the third.')).not.toContain(
      'partner manufacturer Thales, Siemens',
    ))
  it('what costs millions is no price where no goods are named', () =>
    expect(told('The storm cost 40 million euros, Allianz said.')).toEqual([]))
  it('goods may be bought for little, firms may not', () =>
    expect(told('Danone said the press may be rented, or purchased for 12,000 dollars.')).toEqual([]))
  it('a verb behind a conjunction is not what is counted', () =>
    expect(told('Danone has added a system that can take 3,000 calls and store messages.')).toEqual([]))
  it('what is earned per user is no growth of users', () =>
    expect(told('Average revenue per user at Spotify fell 2% in May.')).toEqual([]))
  it('a pass is a ticket behind its article, and a verb behind its subject', () => {
    const bounds = (text: string) => read(text).map((c) => c.value?.bound)
    expect(bounds('The monthly pass of Danone will rise to 27 euros.')).toEqual(['exact'])
    expect(bounds('Sales at Danone will pass 27 million euros.')).toEqual(['over'])
  })
})

describe('the date of a figure', () => {
  const dates = (text: string) => read(text).map((c) => c.date)
  it('the figure that another is compared with keeps its own', () => {
    expect(dates("Nokia's profit fell to 40 million euros from 60 million in 2023.")).toEqual([null, '2023'])
    expect(dates('Kia aims to sell 800,000 cars in 2026, up from 417,000.')).toEqual(['2026', null])
  })
  it('the day of saying so is no day of what is said', () =>
    expect(dates('Danone said on Tuesday it will shut its Dundee plant by the end of 2026.')).toEqual(['../2026']))
  it('what "will be" done in a month is done in the next one of that name', () =>
    expect(dates('The Renault Clio will be launched in September.')).toEqual(['2025-09']))
  it('what is told as over has no date ahead, whatever the fiscal year is called', () =>
    expect(
      read('Revenue at Danone for the first quarter of fiscal 2026 was 7 billion euros.').map((c) => [
        c.status,
        c.date ?? null,
      ]),
    ).toEqual([['reported', null]]))
  it('the time that a growth is measured by is no other figure’s', () =>
    expect(
      read(
        'Danone sold 300 vans in May 2025, 7% more than in the same month of 2023, giving it a market share of 8%.',
      ).map((c) => c.date),
    ).toEqual(['2025-05', '2025-05', '2025-05']))
})

describe('who holds how much', () => {
  it('more than half makes a parent, half or less a shareholder', () => {
    expect(read('Olam is 60% owned by Temasek.')[0]).toMatchObject({ relation: 'subsidiary', subject: 'Olam' })
    expect(read('Olam is 40% owned by Temasek.')[0]).toMatchObject({ relation: 'stake', subject: 'Temasek' })
    expect(read('Temasek owns 60% of Olam.')[0]).toMatchObject({ relation: 'subsidiary', partner: 'Temasek' })
  })
  it('who has sold a stake held it', () =>
    expect(read('Renault has sold its stake in Nissan.')[0]).toMatchObject({ relation: 'stake', status: 'former' }))
  it('two names with a comma alone between them are no list', () =>
    expect(told('Vodafone holds 49% of Olam, Telenor the rest.')).not.toContain('partner stake Telenor'))
  it('what is bought from its parent was that one’s, whatever it does', () =>
    expect(
      read('Ford has bought Danish wheel hub maker Brenko from its parent group Velmora.')
        .map((c) => `${c.subject} ${c.partner}`)
        .sort(),
    ).toEqual(['Brenko Velmora', 'Ford Brenko']))
})

describe('how sure an English claim is, whose and where', () => {
  it('what comes with what "would" be is as planned as that', () =>
    expect(
      read('Danone said it would invest 7 million euros in Lyon, creating 250 jobs.').map((c) => c.status),
    ).toEqual(['planned', 'planned']))
  it('a house that bears its founder’s name has results', () =>
    expect(read('Frank Stone reported group revenue of 7 million euros.').map((c) => c.subject)).toEqual([
      'Frank Stone',
    ]))
  it('where a firm in a trade told with a gerund is from is no market', () =>
    expect(read('Danish shipping company Brenko sold 300 tonnes of fish.').map((c) => c.market ?? null)).toEqual([
      null,
    ]))
  it('an American state tells which town is meant', () => {
    const market = (text: string) => read(text).map((c) => `${c.event} ${c.market}`)
    expect(market('Danone opened a plant in Lima, Ohio, in May 2024.')).toEqual(['opening United States'])
    expect(market('Danone opened a plant in Rome, Ga., in May 2024.')).toEqual(['opening United States'])
    expect(market('Danone opened a plant in Rome, its first, in May 2024.')).toEqual(['opening Italy'])
  })
})

describe('what a French figure can be', () => {
  const french = (text: string): string[] =>
    scan(new TextEncoder().encode(text), { source: 'a.txt', language: 'fr' }).facts.claims.map(
      (c) => `${c.kind} ${c.measure ?? c.event ?? ''} ${c.value?.figure ?? c.partner ?? ''}`,
    )
  it('suppliers beside the staff are no staff', () =>
    expect(french('Danone emploie 300 salariés et 900 sous-traitants.')).toEqual(['volume staff 300']))
  it('an adverb may follow the figure that is compared with', () =>
    expect(french('Danone produit 180 000 flacons, contre 120 000 actuellement.')).toEqual([
      'volume production 180000',
      'volume production 120000',
    ]))
  it('an adverb opens no clause', () =>
    expect(french('Danone embauche 50 personnes, ce qui portera alors l’effectif du site à 400 salariés.')).toEqual([
      'volume hires 50',
      'volume staff 400',
    ]))
  it('the comma closes a relative clause and the one within it', () =>
    expect(french('Danone, qui emploie 300 personnes dont 200 à Lyon, recrute.')).toEqual([
      'volume staff 200',
      'volume staff 300',
    ]))
  it('the number of a product and its price are no range', () =>
    expect(french('Apple a fixé le prix de l’iPhone 16 à 969 euros.')).toEqual(['price list 969']))
  it('the price told of a product in an insertion has no part in what the sentence plans', () =>
    expect(
      scan(new TextEncoder().encode('L’iPhone 16, affiché 969 euros, sortira en mai.'), {
        source: 'a.txt',
        language: 'fr',
        published: '2025-03',
      }).facts.claims.find((c) => c.kind === 'price'),
    ).toMatchObject({ date: null, status: 'reported' }))
})

describe('how sure a French figure is, and who says it', () => {
  const claims = (text: string): FactClaim[] =>
    scan(new TextEncoder().encode(text), { source: 'a.txt', language: 'fr', published: '2025-06-10' }).facts.claims
  const told = (text: string): string[] => claims(text).map((c) => `${c.value?.figure ?? c.event} ${c.status}`)
  it('what is now is told beside what is to come', () => {
    expect(told("L'effectif de Danone, aujourd'hui de 95 personnes, passera à 120 personnes.")).toContain('95 reported')
    expect(told('Le réseau de Danone passera de 88 à 95 magasins.')).toEqual(['88 reported', '95 planned'])
  })
  it('a frame before the first comma and a participle between two are told as fact', () => {
    expect(told("D'un coût de 18 millions d'euros, l'usine de Danone ouvrira en 2027.")).toContain('18000000 reported')
    expect(told('Danone fermera en 2026 son usine lorraine, ouverte en 1978, faute de clients.')).toContain(
      'opening reported',
    )
  })
  it('a source has its adjective, and who is told something is none', () => {
    const [claim] = claims('Danone emploie 300 personnes, selon une source syndicale.')
    expect(claim?.attribution).toBe('source syndicale')
    expect(claims("Danone emploie 300 personnes, a-t-il indiqué à l'AFP.")[0]?.attribution).toBeNull()
  })
  it('24 of what a maker of planes makes are aircraft', () =>
    expect(claims('Ryanair a commandé 24 Airbus.')[0]?.value).toMatchObject({ figure: 24, unit: 'aircraft' }))
  it('an arrival in a town of the same country is no market', () =>
    expect(claims('Danone a annoncé son arrivée à Bordeaux.')).toEqual([]))
  it('a word that heads a line and owes its capital to that is nobody', () =>
    expect(claims('Jouet : Danone recule\n\nDanone a cédé la marque King Jouet. Le groupe emploie 300 personnes.').map((c) => c.subject)).not.toContain('King Jouet')) // biome-ignore format: one line
})

describe('what stands beside a French claim', () => {
  const claims = (text: string): FactClaim[] =>
    scan(new TextEncoder().encode(text), { source: 'a.txt', language: 'fr', published: '2025-06-10' }).facts.claims
  it('a date that is foreseen is that of the event, the day of learning of it is not', () =>
    expect(
      claims('Les salariés de Danone ont appris jeudi la fermeture de l’usine, prévue pour mars 2026.').find(
        (c) => c.event === 'closing',
      )?.date,
    ).toBe('2026-03'))
  it('what stands before "vient de" is not just now', () =>
    expect(
      claims('Danone réalise 18 % de ses ventes au Brésil et vient de racheter Valeo.').find((c) => c.kind === 'volume')
        ?.date,
    ).toBeNull())
  it('who is paid for the work gets no investment', () =>
    expect(
      claims('Danone bâtit un site, un chantier de 38 millions d’euros confié à Vinci.').find(
        (c) => c.kind === 'investment',
      )?.partner,
    ).toBeUndefined())
  it('the staff that is there is told as fact', () =>
    expect(
      claims('Les 300 salariés de Danone seront transférés en 2026.').find((c) => c.measure === 'staff'),
    ).toMatchObject({ status: 'reported', date: null }))
  it('a firm may be bought for oneself', () =>
    expect(claims('Danone s’offre Kerbrac. Le groupe recrute.').map((c) => c.partner)).toEqual(['Kerbrac']))
})

describe('whose growth and price it is', () => {
  const claims = (text: string): FactClaim[] =>
    scan(new TextEncoder().encode(text), { source: 'a.txt', language: 'fr', published: '2025-06-10' }).facts.claims
  it('what the customers pay grows, not they', () => {
    expect(claims('La facture des clients de Danone augmente de 6 %.')).toEqual([])
    expect(claims('Le nombre de clients de Danone augmente de 6 %.').map((c) => c.of)).toEqual(['users'])
  })
  it('a subscription is not the product that was named before', () =>
    expect(
      claims('Apple a lancé l’iPhone 16 en 2024. L’abonnement coûte 25 euros par mois.').find((c) => c.kind === 'price')?.product ?? null,
    ).toBeNull()) // biome-ignore format: one line
  it('a sum and a time may both qualify a contract', () =>
    expect(told('Thales won a $250m, five-year contract from Ghana.')).toEqual(['volume orders 250000000']))
  it('what several firms spend stands in a row', () =>
    expect(
      read('Shell spent $3bn on wind farms in 2024, BP $2bn.').map((c) => `${c.subject} ${c.value?.figure}`),
    ).toEqual(['Shell 3000000000', 'BP 2000000000']))
  it('a share goes from one figure to another', () =>
    expect(
      read('The deal will lift the Danone share of the Polish market from 18% to just over 30%.').map(
        (c) => `${c.value?.figure} ${c.status}`,
      ),
    ).toEqual(['18 reported', '30 planned']))
  it('what is seen ahead is planned', () =>
    expect(read("Danone's turnover is seen flat at 46bn euros.").map((c) => c.status)).toEqual(['planned']))
  it('"in order to" orders nothing', () => expect(told('Danone must find $300m in order to survive.')).toEqual([]))
  it('what a country makes of all that the world makes is no stake', () =>
    expect(read('Peru controls 60% of lithium output, Tesla said.').map((c) => c.of)).not.toContain('stake'))
  it('one range gives way to another', () =>
    expect(
      read('Danone now expects revenue of $6.8 billion to $7 billion, down from $7.6 billion to $7.9 billion.').map(
        (c) => [c.value?.figure, c.value?.to],
      ),
    ).toEqual([[6_800_000_000, 7_000_000_000]]))
  it('the worth of a contract is no worth of a firm', () =>
    expect(told('Danone renewed its lease of two halls, a deal that analysts valued at about $900 million.')).toEqual(
      [],
    ))
  it('who makes the jets has the order, whatever it is worth', () =>
    expect(
      read('Delta ordered 40 jets from Airbus, a deal worth about $5 billion.').map((c) => `${c.subject} ${c.measure}`),
    ).toContain('Airbus orders'))
  it('shares may be paid with', () =>
    expect(told('Danone agreed to buy Velmora for 260m pounds in cash and shares.')).toContain(
      'partner acquisition Velmora',
    ))
  it('what is cut is nothing that is measured', () =>
    expect(told('Danone doubled its order backlog, unmoved by a 15% cut in spending.')).toEqual(['volume change 100']))
  it('hotels in so many countries are no part of the countries', () =>
    expect(
      told('Danone has hotels in 14 countries. It aims to have 300 by 2027, a third of them in Asia.'),
    ).not.toContain('volume share 33.3'))
  it('a sale to a firm that a description introduces', () =>
    expect(told('Danone is to sell its parks to a buyout firm, Velmora Partners, in a deal worth $420m.')).toEqual([
      'investment  420000000',
    ]))
  it('two do not go on from hundreds', () =>
    expect(told('Michelin will shut plants with the loss of 1,254 jobs, and Goodyear two in Germany.')).not.toContain(
      'volume job-cuts 2',
    ))
})
