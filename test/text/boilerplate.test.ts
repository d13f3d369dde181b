import { describe, expect, it } from 'vitest'
import { blocksOf } from '../../src/text/blocks.js'
import { setAside } from '../../src/text/boilerplate.js'

function read(text: string) {
  const blocks = blocksOf(text, 0)
  const provenance = setAside(text, blocks)
  const left = blocks.filter(({ aside }) => !aside).map(({ content, end }) => text.slice(content, end))
  return { ...provenance, left }
}

const FIRST = 'Le groupe a ouvert une usine près de Brest.'
const LAST = 'Il y monte dix éoliennes par mois.'

describe('lines that are not the article', () => {
  it.each([
    // credits
    'La nouvelle usine // Source : Tarvel',
    'Une éolienne à Brest // Crédit : DR',
    'Photo : la nouvelle usine, à Brest',
    'Photos : Lumet / Agence Brume',
    'Crédit photo : Jean Dupond',
    'Crédit : Lumet',
    'La nouvelle usine (Crédits : Agence Brume)',
    'La nouvelle usine. (Photo : Jean Dupond / Agence Brume)',
    'La nouvelle usine. © Lumet',
    '© Tarvel',
    'The new plant. Photo credit: Mary Major',
    'Image: Tarvel',
    'Source : Tarvel',
    'Photo d’illustration',
    // further articles
    'À lire aussi : Dix usines à visiter cet été',
    'A lire aussi – Dix usines à visiter cet été',
    'À lire aussiDix usines à visiter cet été',
    '👉 Lire aussi : Dix usines à visiter',
    '> Lire aussi Dix usines à visiter',
    '[À lire également] Dix usines à visiter',
    'Lire : Dix usines à visiter',
    'Read also: Ten plants to visit',
    'Read more: Ten plants to visit',
    'Read more about wind power',
    'Related: Ten plants to visit',
    'Tags : éolien, usine, Bretagne',
    // the page
    'Back to top',
    'Press release',
    'abc/de/fgh',
    'Réservé aux abonnés',
    '↑ Retour en haut',
    'Accueil > Économie > Usines',
    'Partager',
    'Partager sur Facebook · Partager sur X · 12 commentaires',
    'Share this article | Print | Email',
    '48 commentaires',
    '5 min read',
    'Temps de lecture : 4 min',
    'Publicité',
    'Sign up for our weekly newsletter',
    'Inscrivez-vous à notre lettre du matin.',
    'Recevez notre lettre chaque matin.',
    'Déjà abonné ? Connectez-vous',
    'Nous utilisons des cookies pour mesurer notre audience.',
    'We use cookies to measure our audience.',
    '© 2025 Le Quotidien. Tous droits réservés.',
    'Tous droits réservés',
    'Il vous reste 60 % de cet article à lire.',
    // contacts
    'For more information, please contact: Mary Major, +32 9 000 00 00',
    'Contact presse : Anna Blum – 02 00 00 00 00',
    'Contacts médias',
    'Tél. : +33 2 00 00 00 00',
    'Tel: 0200 000 000',
    'Email: press@tarvel.example',
    'press@tarvel.example',
    'https://tarvel.example/usine',
    '+33 2 00 00 00 00',
  ])('%s', (line) => {
    expect(read(`${FIRST}\n\n${line}\n\n${LAST}`).left).toEqual([FIRST, LAST])
  })
})

describe('lines that only look like it', () => {
  it.each([
    'Source : le groupe a vendu trois cents éoliennes. Il en vendra quatre cents, dit-il, dans un an.',
    'Selon la source : trois cents éoliennes.',
    'Crédit : la banque Lumet relève ses taux à 3 %',
    'Les photos de la nouvelle usine',
    'Photo-Lumet ouvre un magasin à Brest',
    'Lire entre les lignes',
    'Read the room: how Tarvel sells',
    'Related companies have sold 300 trams',
    'Partager les gains avec les salariés',
    'Share of the market: 30 %',
    'Sign-ups rose by 30 % in a year',
    'Contacté, le groupe ne commente pas',
    'Mobile : 40 millions d’abonnés',
    'Web: sales rose by 3 %',
    '300 commentaires ont été reçus par le groupe',
    'Homes sold by the group: 300',
    'Top 10 des usines',
    'By continuing to invest, the group sells more.',
    'Le groupe a vendu 300 éoliennes (source : Agence Brume)',
    'Le groupe a vendu 300 éoliennes (Lumet)',
    'Les articles similaires de Tarvel coûtent 30 euros.',
    "Contact : le groupe ouvre un bureau pour ses clients d'Europe.",
    'Le site tarvel.example a 3 millions de clients',
    'Cet article de cuisine est produit par Tarvel',
    'Ce contenu est produit par le groupe Lumet',
  ])('%s', (line) => {
    expect(read(`${FIRST}\n\n${line}\n\n${LAST}`).left).toEqual([FIRST, line, LAST])
  })
})

describe('lists under a label', () => {
  it('takes bulleted titles', () => {
    const text = `${FIRST}\n\nArticles similaires :\n- Une usine à Quimper\n- Une usine à Vannes !\n\nRelated posts\n\n* A plant in Ghent\n* A plant in Hull`
    expect(read(text).left).toEqual([FIRST])
  })

  it('takes titles without bullets up to the next paragraph', () => {
    const text = `${FIRST}\n\nPublications similaires\n\nUne usine à Quimper\n\nUne usine à Vannes\n\n${LAST}`
    expect(read(text).left).toEqual([FIRST, LAST])
  })

  it('takes the titles below "More from …", but not below a label with its title', () => {
    expect(read(`${FIRST}\n\nMore from Tarvel Today\nA plant in Ghent\nA plant in Hull\n\n${LAST}`).left).toEqual([
      FIRST,
      LAST,
    ])
    expect(read(`${FIRST}\n\nArticles similaires : Une usine à Quimper\n\nUn intertitre\n\n${LAST}`).left).toEqual([
      FIRST,
      'Un intertitre',
      LAST,
    ])
  })

  it('takes no more than one title below "Lire aussi"', () => {
    const text = `${FIRST}\n\nÀ lire aussi\nUne usine à Quimper\n\nUn intertitre\n\n${LAST}`
    expect(read(text).left).toEqual([FIRST, 'Un intertitre', LAST])
  })

  it('takes nothing below a label that has its title on the line', () => {
    const text = `${FIRST}\n\nLire aussi : Une usine à Quimper\nUn intertitre\n${LAST}`
    expect(read(text).left).toEqual([FIRST, 'Un intertitre', LAST])
  })

  it('takes names and numbers below "Contact"', () => {
    const text = `${FIRST}\n\nMedia contact:\nMary Major\nHead of Communications\n+32 9 000 00 00\npress@tarvel.example\n\n${LAST}`
    expect(read(text).left).toEqual([FIRST, LAST])
  })
})

describe('credits behind text', () => {
  it('are taken off a paragraph', () => {
    const paragraph = `${FIRST} `.repeat(8).trim()
    expect(read(`${paragraph} (Crédits : Lumet)`).left).toEqual([paragraph])
  })
})

describe('provenance', () => {
  it.each([
    ['Source : Le Quotidien', 'Le Quotidien', false],
    ['Source: Tarvel (press release)', 'Tarvel (press release', false],
    ['Sources : Agence Brume, Le Quotidien', 'Agence Brume, Le Quotidien', false],
    ['Via : Le Quotidien', 'Le Quotidien', false],
    ['Source : Le Quotidien | Photo : Lumet', 'Le Quotidien', false],
    ['Photo : Lumet • Source : Le Quotidien.', 'Le Quotidien', false],
    ['Source : https://quotidien.example/usine', 'https://quotidien.example/usine', false],
    ["Source : Le Quotidien | Cet article a été rédigé avec l'aide d'une IA", 'Le Quotidien', true],
    ['Ce texte a été traduit par intelligence artificielle.', null, true],
    ['Article rédigé avec l’aide de ChatGPT', null, true],
    ['This story was written with the help of AI and checked by an editor.', null, true],
    ['Generated with AI', null, true],
  ])('%s', (line, via, aiGenerated) => {
    expect(read(`${FIRST}\n\n${LAST}\n\n${line}\n\nBack to top`)).toEqual({ via, aiGenerated, left: [FIRST, LAST] })
  })

  it('is not in a source line with text below', () => {
    expect(read(`${FIRST}\n\nSource : Tarvel\n\n${LAST}`).via).toBeNull()
  })

  it.each(['Le contenu produit par une IA gagne du terrain.', 'This content maker sells to AI firms.'])(
    'is not: %s',
    (line) => {
      expect(read(`${FIRST}\n\n${line}`)).toEqual({ via: null, aiGenerated: false, left: [FIRST, line] })
    },
  )
})
