import { describe, expect, it } from 'vitest'
import { findDates } from '../../src/mentions/dates.js'
import { tokenize } from '../../src/text/tokens.js'
import type { Language } from '../../src/types.js'

const found = (lang: Language, text: string) =>
  findDates(text, tokenize(text, 0, text.length), lang, '2025-03-04').map((m) => text.slice(m.start, m.end))

/** Names, scores, versions, amounts and words with two meanings: nothing in them is a date, a duration or a rate. */
const FR = [
  'La ruche abrite entre deux mille dix et deux mille vingt abeilles.',
  'Les prochains mois diront tout.',
  'Le vol Lyon-Oslo de 1h30 et celui de 2h35 sont complets.',
  'La halle compte entre cinq et sept mille places.',
  'La sonde a rejoint Mars après un voyage sans histoire.',
  'Mars et Jupiter brillaient au-dessus du port.',
  'Mars Wrigley ferme un dépôt.',
  'La Peugeot 2008 remplace la berline au catalogue.',
  'Le nouveau 3008 partage sa base avec la 5008.',
  'Il conduit une BMW 2002 restaurée.',
  'Windows 2000 tourne encore dans cet atelier.',
  'Le modèle 2025 reçoit des phares neufs.',
  "L'usine a sorti 2000 voitures.",
  'Il a vendu 1 500 euros de pièces.',
  'Elle emploie 1998 personnes.',
  'Plus de 2015 véhicules ont été rappelés.',
  'Le nombre de fours passe de mille à deux mille.',
  'La ruche en compte moins : une baisse de deux mille.',
  'La facture atteint 2024 euros.',
  'Le colis pèse 2010 kg.',
  'Le site occupe 1800 m de quai.',
  'Téléphone : 01 44 12 20 24.',
  'Appelez le 06 12 03 20 25.',
  "La version 3.5 corrige l'erreur.",
  'La mise à jour 12.4.1 est en ligne.',
  "L'adresse 192.168.10.12 ne répond plus.",
  "Le match s'est fini sur un score de 3-2.",
  'Ils ont perdu 24-17 à domicile.',
  'Le taux passe à 3,5 %.',
  'Le ratio est de 16/9.',
  "L'écran affiche un format 21/9.",
  'Les trois quarts des clients sont satisfaits.',
  'Un quart du capital change de mains.',
  'Ce second fournisseur livre les batteries.',
  'La seconde usine est plus grande.',
  'Le directeur a été entendu.',
  'Les ventes ont été bonnes.',
  'Cet outil a été conçu sur place.',
  'La mer est calme et le jeu continue.',
  'Sam a rencontré Dim à la gare.',
  'Le mer du Nord reste agitée.',
  'Il met fin à la production.',
  'La fin de la grève soulage les clients.',
  'Le début de la réunion est retardé.',
  'Le milieu de terrain est blessé.',
  'Numéro 2024 sur la liste.',
  'Il habite au 2012 de la rue.',
  'Le dossier n° 2017 est clos.',
  'La page 1999 manque.',
  'Vol AF 2025 annulé.',
  'Le code postal est 75012.',
  'La référence 2019-B est épuisée.',
  'Le train roule à 200 km/h.',
  'Une batterie de 60 kWh suffit.',
  'Il a couru 10 km.',
  'Le prix au m2 baisse.',
  'Le moteur développe 150 ch.',
  'Un à un, les clients partent.',
  'Chacun a son jour de gloire.',
  'Toujours plus, jamais moins.',
  'Le mois est une unité comme une autre.',
  'Il attend des mois et des années.',
  'Deux trois clients suffisent.',
  'Le premier semble content, le second non.',
  "C'est le dernier cri.",
  'La saison a mal commencé.',
  "L'an mil n'a effrayé personne.",
  "La une du quotidien parle d'elle.",
  "Un hebdomadaire relate l'affaire.",
  'Le rapport annuel est paru.',
  "L'assemblée annuelle s'est tenue à Lyon.",
  'La croissance annuelle ralentit.',
  "Le chiffre d'affaires trimestriel déçoit.",
  'Il court de 9 à 12 %.',
  'Entre 13 et 18 clients attendent.',
  'De 2000 à 2500 voitures seront rappelées.',
  'Les articles 12 et 13 sont abrogés.',
  "La Fiat 500 et l'Alfa 159 sont exposées.",
  "Le Boeing 737 et l'A320 se valent.",
  'Dossier 12/34 en cours.',
  'Il reste 2/3 du budget.',
  'Le club des 27 recrute.',
  'Catch-22 est un roman.',
  'La C3 et la T03 sont au salon.',
  'Le T3 roule vers la gare.',
  'Il a pris le T3',
  "L'Audi Q3 se vend bien.",
  'Un Q5 attend dehors.',
]

const EN = [
  'The hive holds between two thousand ten and two thousand twenty bees.',
  'The herd rose by two thousand.',
  'Orders for looms went from one thousand to three thousand.',
  'The coming months will tell.',
  'You may need a second licence.',
  'They may march on the capital.',
  'She may sell more cars than planned.',
  'The band will march through the town.',
  'The long march of the robots goes on.',
  'Protesters march against the plan.',
  'Theresa May spoke to staff.',
  'Brian May and April Jones run the firm.',
  'Mr March declined to comment.',
  'June Sarpong joined the board.',
  'Augusta is a city and August Horch an engineer.',
  'The prices fall when demand drops.',
  'A fall in sales hurt the firm.',
  'The fall of the pound helped exporters.',
  'Sales spring back after the strike.',
  'A spring in the lock broke.',
  'The second plant is bigger.',
  'I second that motion.',
  'The second half of the building is empty.',
  'One second-hand car in ten is electric.',
  'A quarter of the shares changed hands.',
  'Three quarters of buyers agree.',
  'The Peugeot 2008 outsells the 3008.',
  'A restored BMW 2002 won the prize.',
  'Windows 2000 still runs there.',
  'Route 66 is closed.',
  'It ranks in the Fortune 500.',
  'The 2025 model gets new lights.',
  'It built 2000 cars.',
  'The bill came to $2015.',
  'They employ 1998 people.',
  'More than 2010 vehicles were recalled.',
  'Call 020 7946 0018 for details.',
  'Phone +44 20 2012 2013 now.',
  'Version 3.5 fixes the bug.',
  'Release 12.4.1 is out.',
  'The server at 10.12.20.24 is down.',
  'They won 3-2 after extra time.',
  'The final score was 24-17.',
  'A rate of 3.5% applies.',
  'The screen has a 16:9 shape.',
  'About 2/3 of the budget is left.',
  'The shop is open 24/7.',
  'The sun and the sat nav failed.',
  'Mon Dieu, he said.',
  'They wed in secret.',
  'The end of the strike pleased buyers.',
  'At the start of the meeting he left.',
  'The middle of the road is safe.',
  'In the end nothing changed.',
  'Early adopters like it.',
  'Late deliveries cost money.',
  'The last man leaves the hall.',
  'The next big thing is small.',
  'This time it works.',
  'The past few owners sold it.',
  'The company is a year in the red.',
  'Day after day they wait.',
  'It happens once in a blue moon.',
  'The annual report is out.',
  'Its annual meeting drew crowds.',
  'Annual growth slowed.',
  'The Daily Mirror reported it.',
  'Quarterly results disappointed.',
  'Daily life goes on.',
  'Between 13 and 18 guests came.',
  'From 9 to 12 per cent of staff left.',
  'Flight BA 2024 was cancelled.',
  'He lives at 1999 Ocean Drive.',
  'Item 2017 on the list is gone.',
  'Page 1984 is missing.',
  'The part number is 2019-B.',
  'The Audi Q3 sells well.',
  'An Audi Q4 waits outside.',
  'The Boeing 747 left.',
  'Her sixties hits play on.',
  'Up to date software helps.',
  'A man in his fifties called.',
  'Every Friday is a busy day.',
  'Black Friday deals draw crowds.',
  'Christmas trees sell out.',
  'Easter Island is far away.',
  'The 18th floor is empty.',
  'The first half of the match was dull.',
  'Second Life is a game.',
  'Pier 39 and Gate 12 are shut.',
  'Season tickets cost more.',
  'Windows 11 and iOS 18 differ.',
  'Mars is red.',
  'The minutes of the meeting were read.',
  'Months and years went by.',
]

/** Only what is in square brackets is one. */
const FR_AMONG = [
  'La Peugeot 2008 est en vente [depuis 2013].',
  "L'usine a sorti 2000 voitures [en 2000].",
  'La sonde Mars Orbiter part [le 3 mars].',
  'Le 1er modèle, la BMW 2002, date de [1968].',
  "Elle a été vendue [l'été dernier].",
  'La version 2.5 sort [le 2 mai].',
  'Le second site ouvre au [second semestre].',
  '[En 2024], 2024 clients ont signé.',
  'Le T3 roule [au T3].',
  'Il court le 10 000 m [le 10 mai].',
]

const EN_AMONG = [
  'You may open it [in May].',
  'They march on the town [in March].',
  'A fall in sales came [in the fall of 2008].',
  'The second plant opens in the [second quarter].',
  'Theresa May spoke [on May 3].',
  'The Peugeot 2008 was shown [in 2013].',
  'It sold 2000 cars [in 2000].',
  'Version 2.5 is out [on 2 May].',
  'The Audi Q3 sold well [in Q3].',
  'It paid $12 [on December 27].',
]

/** The words in brackets, without what may stand before a date: an article or a plain preposition. */
function bracketed(marked: string): { text: string; inside: string[] } {
  const inside = [...marked.matchAll(/\[([^\]]*)\]/g)].map((match) =>
    match[1]!.replace(/^(?:en|le|au|l'|in the|in|on|the) ?/i, ''),
  )
  return { text: marked.replace(/[[\]]/g, ''), inside }
}

describe('no dates in French', () => {
  it.each(FR)('%s', (text) => {
    expect(found('fr', text)).toEqual([])
  })

  it.each(FR_AMONG)('%s', (marked) => {
    const { text, inside } = bracketed(marked)
    expect(found('fr', text)).toEqual(inside)
  })
})

describe('no dates in English', () => {
  it.each(EN)('%s', (text) => {
    expect(found('en', text)).toEqual([])
  })

  it.each(EN_AMONG)('%s', (marked) => {
    const { text, inside } = bracketed(marked)
    expect(found('en', text)).toEqual(inside)
  })
})
