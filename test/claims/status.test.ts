import { describe, expect, it } from 'vitest'
import { scan } from '../../src/scan.js'
import type { ClaimStatus } from '../../src/types.js'

const statusOf = (text: string, language: string): string[] =>
  scan(new TextEncoder().encode(text), { source: 'a.txt', language }).facts.claims.map((c) => c.status)

// scope, not mere presence: what a cue says of its own clause it does not say of the next
const FRENCH: [text: string, status: ClaimStatus][] = [
  ['Renault a livré 12 000 voitures en Espagne.', 'reported'],
  ['Renault va livrer 12 000 voitures en Espagne.', 'planned'],
  ['Renault a décidé de livrer 12 000 voitures en Espagne.', 'planned'],
  ['Renault va, a indiqué le groupe lundi, supprimer 300 postes.', 'planned'],
  ['Renault va, selon une source syndicale, supprimer 300 postes.', 'planned'],
  ['Renault risque de supprimer 300 postes.', 'possible'],
  ['Renault dément les rumeurs selon lesquelles il a racheté Danone.', 'possible'],
  ['Renault avait prévu de supprimer 300 postes.', 'former'],
  ['Les syndicats craignent la suppression de 300 postes chez Renault.', 'possible'],
  ['Renault est pressenti pour racheter Danone.', 'possible'],
  ['Renault a tenté en vain de racheter Danone.', 'denied'],
  ['Le régulateur a bloqué le rachat de Danone par Renault.', 'denied'],
  ['Renault a livré 12 000 voitures en Espagne, plus que prévu.', 'reported'],
  ['Renault livrera 12 000 voitures en Espagne.', 'planned'],
  ['Renault prévoit de livrer 12 000 voitures en Espagne.', 'planned'],
  ['Renault devrait livrer 12 000 voitures en Espagne.', 'planned'],
  ['Renault pourrait livrer 12 000 voitures en Espagne.', 'possible'],
  ['Renault aurait livré 12 000 voitures en Espagne.', 'possible'],
  ['Renault pourrait envisager de livrer 12 000 voitures en Espagne.', 'possible'],
  ['Il semblerait que Renault ait livré 12 000 voitures en Espagne.', 'possible'],
  ['Renault n’a pas livré 12 000 voitures en Espagne.', 'denied'],
  ['Le partenariat de Renault avec Volvo n’a pas réduit les coûts.', 'reported'],
  ['Le partenariat de Renault avec Volvo n’a pas été conclu.', 'denied'],
  ['Renault n’exclut pas de livrer 12 000 voitures en Espagne.', 'possible'],
  ['Renault dément vouloir livrer 12 000 voitures en Espagne.', 'denied'],
  ['Renault a renoncé à livrer 12 000 voitures en Espagne.', 'former'],
  ['Renault a confirmé qu’il livrerait 12 000 voitures en Espagne.', 'planned'],
  ['Renault ne livre que 12 000 voitures en Espagne.', 'reported'],
  ['Renault a livré 12 000 voitures en Espagne, mais ne prévoit pas d’usine.', 'reported'],
  ['La fusion de Renault avec Nissan a capoté.', 'denied'],
  ["Le projet de rachat de Nissan par Renault est tombé à l'eau.", 'former'],
  ['Renault s’est implanté en Espagne avant d’en repartir.', 'former'],
  ['L’usine qui livre 12 000 voitures en Espagne ne fermera pas.', 'reported'],
  ['Les 12 000 voitures que Renault devait livrer en Espagne ne verront pas le jour.', 'planned'],
  ['Pour anticiper la demande, Renault a livré 12 000 voitures en Espagne.', 'reported'],
  ['Renault, fondé en 1898, ne cache pas ses ambitions.', 'reported'],
  ['Renault s’est engagé à ne fermer aucun site et à livrer 12 000 voitures en Espagne.', 'planned'],
  ['Renault est en passe de livrer 12 000 voitures en Espagne.', 'planned'],
  ['Renault a opté pour Valeo, attendu en Espagne.', 'reported'],
  ['Renault s’est engagé à livrer 12 000 voitures en Espagne.', 'planned'],
  ['Le rythme de 12 000 voitures par mois, initialement promis par Renault, ne sera atteint qu’en mai.', 'former'],
  ['Chez Renault, 300 emplois sont menacés.', 'possible'],
  ['Le projet de Renault concernera 300 salariés.', 'planned'],
  ['Le marché ne frétille guère : Renault a livré 12 000 voitures en Espagne.', 'reported'],
  ['Renault livrait jusque-là 12 000 voitures en Espagne.', 'former'],
  ['Renault et son associé japonais Nissan bâtiront une usine.', 'reported'],
  ['Renault, fort de 300 salariés, ouvrira des usines.', 'reported'],
  ['Présent dans 34 pays, Renault ouvrira des usines.', 'reported'],
  ['Il n’est pas absurde de penser que Renault a livré 12 000 voitures en Espagne.', 'reported'],
]

describe('what comes with what is told', () => {
  it('has a time and a plan of its own', () => {
    const text = 'Nokia ordered four ships from Siemens, with delivery due in 2030.'
    const { claims } = scan(new TextEncoder().encode(text), { source: 'a.txt', language: 'en' }).facts
    expect(claims.map(({ status, date }) => `${status} ${date}`)).toEqual(['reported null', 'reported null'])
  })
})

describe('the status of a French claim', () => {
  for (const [text, status] of FRENCH) it(`${status}: ${text}`, () => expect(statusOf(text, 'fr')).toEqual([status]))
})

const ENGLISH: [text: string, status: ClaimStatus][] = [
  ['The airline Corvane has torn up its contract with the caterer Plenor.', 'former'],
  ['The airline Corvane has signed a contract with the caterer Plenor.', 'reported'],
  ['Bosch said the site would close and it would cut 300 jobs.', 'planned'],
  ['Bosch aims for growth in 2030 and has hired 300 people.', 'reported'],
  ['Bosch, whose staff was down 4% last year, said the site would stay.', 'reported'],
  ['Danone refused to comment on reports that it had agreed to buy Alpro.', 'possible'],
  ['The paper reports that Danone has agreed to buy Alpro.', 'reported'],
  ['Danone is looking at a joint venture with Sinopharm.', 'possible'],
  ['When Danone closed its plant in 2021, few expected the group to be back.', 'reported'],
  ['Renault went under with the loss of 1,000 jobs.', 'reported'],
  ['Renault turned down a 30m euro bid.', 'denied'],
  ['Renault has frozen a $7bn plant.', 'former'],
  ['Renault posted a 41% drop in profit and cut its full-year delivery forecast.', 'reported'],
  ['Renault swung to a loss of 40m euros and withdrew its full-year profit target.', 'reported'],
  ['Sales at Renault rose 34%, well ahead of the growth analysts had expected.', 'reported'],
  ['Initially, Nokia said it would cut 300 jobs, but the union fought back.', 'former'],
  ['Nokia at first said it would cut 300 jobs, but the union fought back.', 'former'],
  ['Nokia, never one to wait, is cutting 300 jobs.', 'reported'],
  ['Nokia has never cut 300 jobs.', 'denied'],
  ['Nokia cut 300 jobs in 2000 and its phones could be next.', 'reported'],
  ['Nokia tried to buy Alcatel, but was rebuffed.', 'denied'],
  ['At first Nokia will cut 300 jobs, but the union will fight back.', 'planned'],
  ['Budget airline Ryanair carried 3 million passengers in May.', 'reported'],
  ['Nokia has not ruled out cutting 300 jobs.', 'possible'],
  ['Nokia is unlikely to cut 300 jobs.', 'possible'],
  ['Nokia is about to cut 300 jobs.', 'planned'],
  ['Nokia had planned to cut 300 jobs.', 'former'],
  ['Nokia sold 3 million phones in May, better than expected.', 'reported'],
  ['Nokia sold 3 million phones in May, more than analysts had forecast.', 'reported'],
  ['Renault’s sales fell 3% in May due to higher costs.', 'reported'],
  ['Renault is to relocate its head office with the loss of 600 jobs.', 'planned'],
  ['Renault’s sales fell 3% in May due to a strike.', 'reported'],
  ['Renault’s plant in Spain is due to open in May 2027.', 'planned'],
  ['Renault cut its profit outlook to 40 million euros.', 'planned'],
  ['Renault sees 2027 revenue of 40 billion euros.', 'planned'],
  ['Renault saw its revenue reach 40 billion euros.', 'reported'],
  ['Renault guided for revenue of 40 billion euros.', 'planned'],
  ['Renault is estimated to report a profit of 40 million euros.', 'planned'],
  ['Renault has bought Valeo after a failed vote in May.', 'reported'],
  ['Renault will initially build 12,000 cars in Spain.', 'planned'],
  ['Renault will use the money to hire as well as to open a shop and expand into Spain.', 'planned'],
  ['The site that Renault had picked for its new shop will open in May 2027.', 'planned'],
  ['Renault has set its sights on Spain.', 'planned'],
  ['Renault will open a shop, creating 300 jobs in Spain.', 'planned'],
  ['Renault has opened a shop, creating 300 jobs in Spain.', 'reported'],
  ['The investment of Renault is expected not to exceed 12 million euros.', 'planned'],
  ['Renault plans to cut jobs at newly acquired Valeo.', 'reported'],
  ['Renault is close to signing a deal with Siemens.', 'planned'],
  ['The partnership between Renault and Siemens ended in 2022.', 'former'],
  ["Renault's merger with Volvo did not bring the savings that were hoped for.", 'reported'],
  ["Renault's merger with Volvo did not take place.", 'denied'],
  ['Renault is to set up a joint venture with Volvo.', 'planned'],
  ["Renault's partnership with Siemens was not renewed.", 'denied'],
  ['Renault to build 12,000 cars in Spain', 'planned'],
  ['Renault is weighing a bid for Nissan.', 'possible'],
  ['Renault built 12,000 cars in Spain last year as copies appeared.', 'reported'],
  ['Renault said in May it had sold 12,000 cars in Spain.', 'reported'],
  ['Renault had been due to deliver 12,000 cars in Spain.', 'former'],
  ['Renault was to have delivered 12,000 cars in Spain.', 'former'],
  ['Renault sold 12,000 cars in Spain and hopes to grow.', 'reported'],
  ['Renault is believed to have sold 12,000 cars in Spain.', 'possible'],
  ['Renault is to deliver 12,000 cars in Spain.', 'planned'],
  ['Renault has dropped its bid for Nissan.', 'former'],
  ['Renault used to deliver 12,000 cars a year in Spain.', 'former'],
  ['Renault, which used to sell cars in Russia, is growing.', 'former'],
  ['The money is used to build a plant for 300 million euros, Renault said.', 'reported'],
  ['Renault has ended its contract with Nissan.', 'former'],
  ['Renault says the basic plan costs $8.', 'reported'],
  ['Renault cut 180 jobs in May and forecast higher profit.', 'reported'],
  ['Renault sold 12,000 cars in Spain, and a neighbouring plant will open.', 'reported'],
  ["Nissan will try again, and Spain's Renault sold 12,000 cars.", 'reported'],
  ['Renault, available in 34 countries, will open factories.', 'reported'],
  ['The mobile version of the Renault app, developed with Siemens, will come.', 'reported'],
  ['Renault is threatening to cut 300 jobs.', 'possible'],
  ['Renault sold, as promised, 3 million cars.', 'reported'],
  ['Renault beat forecasts with sales of 3 million cars.', 'reported'],
  ['Renault formed a joint venture with Nissan to cut costs.', 'reported'],
  ['Renault has won a contract from Siemens to recycle scrap.', 'reported'],
  ['Renault said that it grew, and that it would sell 12,000 cars in Spain.', 'planned'],
  ['Renault said its revenue was 3bn euros, not 4bn euros.', 'reported'],
]

describe('the status of an English claim', () => {
  for (const [text, status] of ENGLISH) it(`${status}: ${text}`, () => expect(statusOf(text, 'en')).toEqual([status]))
})

describe('what was due at a time', () => {
  const status = (text: string) =>
    scan(new TextEncoder().encode(text), { source: 'a.txt', language: 'fr', published: '2025-06' }).facts.claims[0]
      ?.status
  it('is given up or late once the time is past', () =>
    expect(status('Renault devait livrer 12 000 voitures en 2024.')).toBe('former'))
  it('is planned before', () => expect(status('Renault devait livrer 12 000 voitures en 2027.')).toBe('planned'))
})

describe('what failed', () => {
  it.each([
    ['Kraft lost money on its unsuccessful bid for Cadbury.', 'denied'],
    ['It was a now-ended takeover of Cadbury by Kraft.', 'denied'],
    ['Kraft won its bid for Cadbury, it said.', 'planned'],
  ])('%s', (text, status) => expect(statusOf(text, 'en')).toContain(status))
})

describe('what has just been done', () => {
  const dates = (text: string) =>
    scan(new TextEncoder().encode(text), { source: 'a.txt', language: 'en', published: '2020-10-28' }).facts.claims.map(
      (c) => c.date,
    )
  it('was not done years ago', () => {
    expect(dates('Renault has unveiled a car after its first model from 1903.')).toEqual([])
    expect(dates('Renault has opened a plant in October 2020.')).toEqual(['2020-10'])
  })
})

describe('what a possessive takes for granted', () => {
  it('is there whatever is planned', () =>
    expect(statusOf('Renault va vendre ses 74 magasins.', 'fr')).toEqual(['reported']))
  it('and no negation takes it back', () =>
    expect(statusOf("Renault assure que ses 650 abonnés n'y perdront rien.", 'fr')).toEqual(['reported']))
  it('is planned where it is to be', () =>
    expect(statusOf('Renault va ouvrir 74 magasins.', 'fr')).toEqual(['planned']))
})

describe('a figure of now beside one to come', () => {
  const figures = (text: string, language: string) =>
    scan(new TextEncoder().encode(text), { source: 'a.txt', language, published: '2025-05-12' }).facts.claims.map(
      (c) => [c.value?.figure, c.status, c.date],
    )

  it('is told as it is', () => {
    expect(figures('Renault aims to lift the overseas share of sales from 18% to 50% by 2030.', 'en')).toEqual([
      [18, 'reported', null],
      [50, 'planned', '../2030'],
    ])
    expect(figures('Renault passera de 88 à 95 magasins en 2027.', 'fr')).toEqual([
      [88, 'reported', null],
      [95, 'planned', '2027'],
    ])
  })

  it('is told as it is where it reaches into what is to come', () =>
    expect(figures('Le carnet de commandes de Renault est plein jusqu’en 2031 : onze navires.', 'fr')).toEqual([
      [11, 'reported', '../2031'],
    ]))

  it('was the plan before where a plan takes its place', () => {
    expect(figures('Renault now expects to sell 310,000 cars this year, down from 350,000.', 'en')).toEqual([
      [310000, 'planned', '2025'],
      [350000, 'former', '2025'],
    ])
    expect(
      figures('Renault now sees a profit of $90 million to $100 million, down from 120 million to 130 million.', 'en'),
    ).toEqual([
      [90000000, 'planned', null],
      [120000000, 'former', null],
    ])
    expect(
      figures('Renault lowered its profit guidance for 2025 to 80 million euros, from 95 million previously.', 'en'),
    ).toEqual([
      [80000000, 'planned', '2025'],
      [95000000, 'former', '2025'],
    ])
    expect(figures('Renault cut its 2026 sales target to 4 million cars from 4.3 million.', 'en')).toEqual([
      [4000000, 'planned', '2026'],
      [4300000, 'former', '2026'],
    ])
    expect(figures('Renault expects to sell 310,000 cars this year, up from 290,000 in 2024.', 'en')).toEqual([
      [310000, 'planned', '2025'],
      [290000, 'reported', '2024'],
    ])
  })

  it('was so where its time is over', () =>
    expect(figures('The basic Renault Twingo, €34.99 until last year, now retails at €39.99.', 'en')).toEqual([
      [39.99, 'reported', null],
      [34.99, 'former', '../2024'],
    ]))
})

describe('"would" behind what was said before it', () => {
  const how = (text: string, language: string): (string | undefined)[] =>
    scan(new TextEncoder().encode(text), { source: 'a.txt', language, published: '2025-06-10' })
      .facts.claims.filter(({ measure }) => measure === 'job-cuts')
      .map(({ status }) => status)
  it.each<[string, string, string]>([
    ['en', 'Danone said it had sold its mill and would cut 300 jobs.', 'planned'],
    ['en', 'Danone said sales had fallen by 3% and it would cut 300 jobs.', 'planned'],
    ['fr', "Danone a indiqué qu'il avait vendu son usine et supprimerait 300 postes.", 'planned'],
    ['en', 'Danone bought a mill in 2019 and would cut 300 jobs.', 'possible'],
    ['fr', 'Selon la presse, Danone aurait vendu son usine et supprimerait 300 postes.', 'possible'],
  ])('%s: %s', (language, text, status) => expect(how(text, language)).toEqual([status]))
})

describe('"would" in a relative clause', () => {
  it.each<[string, string, string[]]>([
    [
      'Danone said it would invest £60m in a plant that would open in 2028 and eventually employ 650.',
      'en',
      ['planned', 'planned', 'planned'],
    ],
    [
      'Danone a annoncé qu’il investirait 60 millions d’euros dans une usine qui ouvrirait en 2028 et emploierait 650 personnes.',
      'fr',
      ['planned', 'planned', 'planned'],
    ],
    ['Danone discuterait avec Bosch, qui ouvrirait une usine en 2028.', 'fr', ['possible', 'possible']],
  ])('%s', (text, language, expected) => expect(statusOf(text, language)).toEqual(expected))
})
