import { describe, expect, it } from 'vitest'
import { scan } from '../../src/scan.js'

const subjectOfLast = (text: string, language: string): string | null | undefined =>
  scan(new TextEncoder().encode(text), { source: 'a.txt', language }).facts.claims.at(-1)?.subject

// whom the next sentence goes on about: a name told beside the subject is not it
const FRENCH: [why: string, text: string, subject: string][] = [
  ['a rank', 'Renault a vendu 90 000 voitures, loin derrière son rival Toyota. Il emploie 4 000 personnes.', 'Renault'],
  ['a tie told by a noun', 'Renault a vendu 90 000 voitures avec son associé local Mahindra. Le groupe emploie 4 000 personnes.', 'Renault'],
  ['who is led', 'La direction du constructeur Dacia a rencontré Renault. Il emploie 4 000 personnes.', 'Dacia'],
  ['a measure and its owner', 'Renault a salué Dacia. Le chiffre d’affaires de Michelin progresse. Le groupe emploie 4 000 personnes.', 'Michelin'],
  ['whom it is told for', 'Michelin a félicité Renault. Pour Michelin, le moment est bien choisi. Il emploie 4 000 personnes.', 'Michelin'],
  ['what is counted', 'Danone passe commande de 24 Airbus A220. Le groupe emploie 4 000 personnes.', 'Danone'],
  ['an authority', 'Danone attend. La Commission européenne a autorisé une fusion. Il emploie 4 000 personnes.', 'Danone'],
  ['the only one named, after "que"', 'Danone attend. Le nombre de boutiques que Zara veut fermer monte. Il emploie 4 000 personnes.', 'Zara'],
  ['a relative clause that hangs on a place', 'Danone vise le Pérou, où la marque Dacia n’est vendue que depuis peu. Il emploie 4 000 personnes.', 'Danone'],
  ['who is his', 'Danone recule. Bosch, son principal client, a protesté. Il emploie 4 000 personnes.', 'Danone'],
  ['who sold it', 'Danone recule. Le groupe, que Bosch avait revendu, ferme. Il emploie 4 000 personnes.', 'Danone'],
  ['what it makes', 'Danone recule. Le fabricant de meubles en bois Ikea grandit. Il emploie 4 000 personnes.', 'Ikea'],
  ['what it is best in', 'Danone recule. Le géant suédois de l’ameublement Ikea grandit. Il emploie 4 000 personnes.', 'Ikea'],
  ['whose rival it is, where he opens a paragraph', 'Danone recule.\n\nSon rival Bosch grandit. Le groupe emploie 4 000 personnes.', 'Bosch'],
  ['whose rival it is, within a paragraph', 'Danone recule. Son rival Bosch grandit. Le groupe emploie 4 000 personnes.', 'Danone'],
  ['whose subsidiary it is', 'Danone recule. Une filiale du groupe Bosch l’aide. Il emploie 4 000 personnes.', 'Danone'],
  ['where it is sold', 'Danone recule. Vendu chez Carrefour, il plaît au Japon. Le groupe emploie 4 000 personnes.', 'Danone'],
  ['who was named last', 'Danone s’est associé à Bosch. Ce dernier emploie 4 000 personnes.', 'Bosch'],
  ['the one that comes from elsewhere', 'Le groupe français Velmora a racheté Brenko, une PME allemande. La société allemande emploie 4 000 personnes.', 'Brenko'],
  ['who only counts', 'Selon PwC, l’année fut bonne. Selon PwC encore, elle le restera. Michelin le sait. « Nous employons 4 000 personnes. »', 'Michelin'],
  ['who has just been called so', 'TUI a cédé la compagnie aérienne Corsair. La compagnie emploie 4 000 personnes.', 'Corsair'],
  ['what has just been bought, where its origins are told', 'Danone a racheté Lactalis. La société, fondée en 1933, emploie 4 000 personnes.', 'Lactalis'],
  ['who buys, where nothing new is told of the other', 'Danone a racheté Lactalis. La société emploie 4 000 personnes.', 'Danone'],
  ['what it brews', 'Heineken a repris la brasserie Duyck. La brasserie, née en 1922, emploie 4 000 personnes.', 'Duyck'],
  ['to whom "quant à" turns', 'Danone recule. Quant à Michelin, il emploie 4 000 personnes.', 'Michelin'],
  ['who is named in apposition', 'Danone recrute, avec l’aide de son actionnaire historique, Bosch. Il emploie 4 000 personnes.', 'Danone'],
  ['a cleft', 'Danone recule. C’est le groupe Bosch qui investit. Il emploie 4 000 personnes.', 'Bosch'],
  ['a demonstrative', 'Danone recule. La suite se joue avec le groupe Bosch. Ce fabricant emploie 4 000 personnes.', 'Bosch'],
  ['who is of that trade, whomever else it described', 'L’opérateur Velmora perd des clients. Orange recule. Orange le sait. L’opérateur emploie 4 000 personnes.', 'Orange'],
  ['whose subsidiary another was told to be', 'Chez SFR, la filiale d’Altice France, rien ne va. Orange recule. La filiale du groupe de Paris emploie 4 000 personnes.', 'Orange'],
  ['with whom a sentence opens', 'Danone recule. Chez son voisin Bosch, on respire. Il emploie 4 000 personnes.', 'Bosch'],
  ['on whose side it is told', 'Danone recule. Du côté de Bosch, les ventes plaisent. Le groupe emploie 4 000 personnes.', 'Bosch'],
  ['whose country a pronoun behind it follows', 'Danone recule. Danone attend. Danone a écrit à Bosch. L’allemand y emploie 4 000 personnes.', 'Bosch'],
  ['who is "celui-ci"', 'Danone s’est associé à Bosch. Celui-ci emploie 4 000 personnes.', 'Bosch'],
  ['what was sold, "celle-ci"', 'Danone a vendu sa filiale Lactalis à Bosch. Celle-ci emploie 4 000 personnes.', 'Lactalis'],
  ['a drug with a name', 'Danone recule. Son antalgique Doulex a plu. Il emploie 4 000 personnes.', 'Danone'],
  ['a name in quotation marks behind "de"', 'Danone recule. Éditeur de « Renault », il emploie 4 000 personnes.', 'Danone'],
] // biome-ignore format: one case a line

const ENGLISH: typeof FRENCH = [
  ['who is beaten', 'Bosch beat Siemens to the contract. It employs 4,000 people.', 'Bosch'],
  ['who is called by what was told beside the name', 'Danone bought the French studio Xilam. The studio employs 400 people.', 'Xilam'],
  ['whose rival it is, to the rival', 'Ford is growing. Rival Toyota cut its prices. It employs 4,000 people.', 'Toyota'],
  ['whose rival it is, back to the thread', 'Ford is growing. Rival Toyota cut its prices. The carmaker employs 4,000 people.', 'Ford'],
  ['who calls itself the Company', 'Ford is growing. The Company is glad. The Group employs 4,000 people.', 'Ford'],
  ['what opens with "net"', 'Net profit of Ford rose in May. Net sales rose too. It employs 4,000 people.', 'Ford'],
  ['who gathers forecasts', 'Ford is growing. The Velmora consensus was lower. It employs 4,000 people.', 'Ford'],
  ['who opens a paragraph of his own', 'Ford is growing. Ford sold 90,000 cars.\n\nMore cuts are coming at Bosch, which said it was sorry. The company employs 4,000 people.', 'Bosch'],
  ['a rank', 'Renault sold 90,000 cars, well behind Toyota. It employs 4,000 people.', 'Renault'],
  ['the object behind a modal', 'Ford met Renault. Ford will supply Renault for years. It employs 4,000 people.', 'Ford'],
  ['a noun that introduces nobody', 'Ford met Renault. In addition to the equity stake Ford is to buy a plant. It employs 4,000 people.', 'Ford'],
  ['who says nothing', 'Ford met Renault. Ford is hiring. Renault declined to comment. The company employs 4,000 people.', 'Ford'],
  ['whom it is told for', 'Ford met Renault. Renault is hiring. For Ford, the moment is right. It employs 4,000 people.', 'Ford'],
  ['another, to whom a noun described', 'The retail chain Tesco met the brewer Heineken. Heineken is hiring. The chain employs 4,000 people.', 'Tesco'],
  ['who values another', 'Klarna is growing. Temasek led the latest round, valuing the company at $7bn.', 'Klarna'],
  ['whom it supplies', 'Valeo is hiring. Valeo already supplies Ford and Renault. In May it employed 4,000 people.', 'Valeo'],
  ['two who join in', 'Klarna is growing. Klarna has closed a round; Allianz and Temasek also joined. It employs 4,000 people.', 'Klarna'],
  ['in a paragraph about nobody', 'Valeo met Ford. Valeo is hiring.\n\nFord, which knows Valeo, met Ford.\n\nSome 4,000 people work at the plant.', 'Valeo'],
  ['whose supplier somebody is', 'Foxconn, a major Nvidia supplier, wants to grow. It employs 4,000 people.', 'Foxconn'],
  ['in a paragraph that opens with another', 'Tesco is hiring. Tesco grew, and Tesco knows.\n\nHeineken won a prize. The jury liked it. There are 4,000 employees.', 'Heineken'],
  ['in a story under its own heading', 'Tesco, Tesco and Tesco\n\nTesco is hiring. Tesco grew.\n\nHEINEKEN\n\nHeineken met Tesco. This makes 4,000 employees.', 'Heineken'],
  ['whose shop stands where something is sold', 'Ford has a deal with Tesco in Peru, where its cars are on sale.', 'Ford'],
] // biome-ignore format: one case a line

describe('the thread of a document goes on', () => {
  for (const [why, text, subject] of FRENCH)
    it(`past ${why}: fr`, () => expect(subjectOfLast(text, 'fr')).toBe(subject))
  for (const [why, text, subject] of ENGLISH)
    it(`past ${why}: en`, () => expect(subjectOfLast(text, 'en')).toBe(subject))
})

describe('the thread of a document', () => {
  it('is not the agency that signs it', () =>
    expect(
      subjectOfLast('Le bénéfice du fabricant atteint 8 millions d’euros. Il recrute. (AFP)', 'fr'),
    ).toBeUndefined())
})
