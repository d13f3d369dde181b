import { foldWord } from '../forms.js'
import { isAlphanumeric, isLetter } from './tokens.js'

// Lines of a web page that are not the article, French and English, by the words that they begin with.

/**
 * What must follow the opening words of a line, for it to be the line that they suggest:
 * `any` – whatever follows; `colon` – a colon; `names` – a colon and names; `reach` – a telephone number or
 * address; `whom` – nothing, or a colon and a name, number or address; `end` – nothing but signs; `label` – nothing, a colon or dash, or the next title glued on ("À lire aussiLe
 * groupe"); `crumb` – the sign between the steps of a path; `address` – a word or sign that speaks to the reader.
 */
export type Follow = 'any' | 'colon' | 'names' | 'reach' | 'whom' | 'end' | 'label' | 'crumb' | 'address'

/**
 * What a line is: the credit of a picture; a link to further articles, one (`related`) or the head of a list
 * (`related-list`); navigation, sharing, log-in, legal notes (`page`); whom to call (`contact`); where the article
 * comes from (`source`).
 */
export type LineKind = 'credit' | 'related' | 'related-list' | 'page' | 'contact' | 'source'

export interface Opening {
  /** NFC, lower case, straight apostrophes, single spaces. */
  words: string
  kind: LineKind
  follow: Follow
}

const TABLE: [LineKind, Follow, string][] = [
  ['credit', 'colon', 'photo | photos | image | images | légende | visuel | caption | picture | pictures | photograph'],
  ['credit', 'colon', 'crédit photo | crédits photo | crédits photos | crédit image | crédit visuel | crédits images'],
  ['credit', 'colon', 'photo credit | photo credits | image credit | image credits | image source | source photo'],
  ['credit', 'colon', 'source image | source visuel | source photos | featured image | image à la une'],
  ['credit', 'names', 'crédit | crédits | credit | credits | illustration | infographie | copyright'],
  ['credit', 'any', 'photo by | photo courtesy of | image courtesy of | ©'],
  ['credit', 'label', "photo d'illustration | image d'illustration | photo d'archives | file photo | stock photo"],
  ['credit', 'label', 'image générée par ia | image créée par ia | ai-generated image'],

  ['related', 'any', 'à lire aussi | a lire aussi | lire aussi | à lire également | lire également | lisez aussi'],
  [
    'related',
    'any',
    'à voir aussi | voir aussi | à découvrir aussi | à écouter aussi | read also | also read | see also',
  ],
  ['related', 'colon', 'related | à lire | à voir | à découvrir | lire | read | watch | lire plus | more'],
  [
    'related',
    'label',
    "lire la suite | lire l'article | lire l'article complet | en savoir plus | read next | don't miss",
  ],
  ['related', 'address', 'read more'],
  [
    'related',
    'colon',
    'tags | tag | étiquettes | mots-clés | mots clés | catégories | catégorie | filed under | keywords',
  ],
  ['related', 'colon', 'categories | category | topics | rubrique | thèmes'],

  ['related-list', 'label', 'sur le même sujet | dans la même rubrique | à lire sur le même sujet | plus sur ce sujet'],
  ['related-list', 'label', 'publications similaires | articles similaires | articles liés | articles connexes'],
  ['related-list', 'label', 'articles recommandés | articles récents | derniers articles | nos derniers articles'],
  ['related-list', 'label', 'à ne pas manquer | les plus lus | articles les plus lus | vous aimerez aussi'],
  ['related-list', 'label', 'vous aimerez peut-être | vous pourriez aussi aimer | cela pourrait vous intéresser'],
  ['related-list', 'label', 'ces articles pourraient vous intéresser | dans la même catégorie | autres articles'],
  ['related-list', 'label', 'related articles | related posts | related stories | related news | related content'],
  ['related-list', 'label', 'related coverage | related reading | related topics | recommended for you | recommended'],
  ['related-list', 'label', 'recommended stories | recommended reading | most read | most popular | further reading'],
  ['related-list', 'label', 'top stories | latest news | trending | trending now | more stories | more on this story'],
  [
    'related-list',
    'label',
    'you may also like | you might also like | you might also be interested in | similar articles',
  ],
  ['related-list', 'address', 'more from'],

  ['page', 'end', "back to top | top | retour en haut | retour en haut de page | haut de page | retour à l'accueil"],
  ['page', 'end', 'accueil | home | menu | navigation | skip to content | skip to main content | aller au contenu'],
  ['page', 'end', 'aller au contenu principal | passer au contenu | search | rechercher | recherche | loading'],
  ['page', 'end', 'share | partager | partage | partages | imprimer | print | publicité | advertisement | annonce'],
  ['page', 'end', 'sponsored | sponsorisé | contenu sponsorisé | annonces | advertising | ad'],
  ['page', 'end', "s'abonner | je m'abonne | abonnez-vous | subscribe | subscribe now | newsletter | newsletters"],
  ['page', 'end', 'se connecter | connexion | log in | login | sign in | sign up | register | créer un compte'],
  ['page', 'end', 'commenter | commentaires | commentaire | comments | comment | leave a comment | leave a reply'],
  ['page', 'end', 'laisser un commentaire | réagir | fermer | close | copier le lien | copy link | lien copié'],
  ['page', 'end', 'facebook | twitter | x | linkedin | whatsapp | telegram | pinterest | reddit | instagram | youtube'],
  [
    'page',
    'end',
    'tiktok | bluesky | threads | messenger | email | e-mail | rss | tweet | tweeter | suivez-nous | follow us',
  ],
  ['page', 'end', 'enregistrer | save | listen | écouter | écouter cet article | listen to this article | favoris'],
  ['page', 'end', 'ajouter aux favoris | ajouter à mes favoris | article suivant | article précédent | next article'],
  ['page', 'end', 'previous article | fin | end | ends | the end | tout voir | voir tout | view all | see all'],
  ['page', 'end', 'communiqué de presse | communiqué | press release | news release | media release'],
  ['page', 'end', 'for immediate release | pour diffusion immédiate | pour publication immédiate'],
  ['page', 'crumb', 'accueil | home'],
  ['page', 'any', "partager sur | partager par | partager cet article | partager l'article | partagez cet article"],
  ['page', 'any', 'partager avec | partagez sur | share on | share via | share this article | share this story'],
  [
    'page',
    'any',
    'share this post | suivez-nous sur | follow us on | follow us at | retrouvez-nous sur | rejoignez-nous sur',
  ],
  ['page', 'any', 'inscrivez-vous | abonnez-vous | connectez-vous | déjà abonné | déjà inscrit | already a subscriber'],
  ['page', 'any', 'recevez notre | recevez nos | recevez gratuitement | recevez chaque | recevez le meilleur'],
  ['page', 'any', "s'inscrire à la newsletter | s'inscrire à notre newsletter | s'abonner à la newsletter"],
  ['page', 'any', 'vous avez aimé cet article | cet article vous a plu | suivez toute l | ne manquez aucun'],
  ['page', 'any', 'téléchargez notre application | téléchargez gratuitement | download our app | join our newsletter'],
  ['page', 'address', 'sign up | join our | get our'],
  ['page', 'any', 'subscribe to our | subscribe to the | subscribe for | log in to | sign in to | login to'],
  ['page', 'any', 'nous utilisons des cookies | ce site utilise des cookies | en poursuivant votre navigation'],
  ['page', 'any', 'we use cookies | this site uses cookies | this website uses cookies | by continuing to browse'],
  [
    'page',
    'any',
    'by continuing to use | tout accepter | tout refuser | accepter les cookies | continuer sans accepter',
  ],
  [
    'page',
    'any',
    'accept all | accept cookies | reject all | manage cookies | gérer mes préférences | gérer les cookies',
  ],
  ['page', 'any', 'tous droits réservés | all rights reserved | mentions légales | politique de confidentialité'],
  ['page', 'any', 'conditions générales | privacy policy | terms of use | terms of service | copyright ©'],
  ['page', 'any', 'votre adresse e-mail ne sera | votre adresse email ne sera | your email address will not'],
  ['page', 'any', 'please enable javascript | veuillez activer javascript | cet article est réservé aux abonnés'],
  [
    'page',
    'any',
    'article réservé aux abonnés | réservé aux abonnés | la suite est réservée aux abonnés | il vous reste',
  ],
  ['page', 'any', 'this article is for subscribers | this article is reserved for | this content is for subscribers'],
  ['page', 'any', 'temps de lecture | reading time | estimated reading time'],

  ['contact', 'any', 'for more information, please contact | for more information please contact'],
  [
    'contact',
    'any',
    'for more information, contact | for more information contact | for further information, please contact',
  ],
  ['contact', 'any', 'for further information please contact | for further information, contact | for media enquiries'],
  [
    'contact',
    'any',
    'for media inquiries | for press enquiries | for press inquiries | for additional information, please contact',
  ],
  [
    'contact',
    'any',
    "pour plus d'informations, contacter | pour plus d'informations, contactez | pour plus d'information, contactez",
  ],
  ['contact', 'any', "pour plus d'informations, veuillez contacter | pour plus d'information, veuillez contacter"],
  ['contact', 'any', 'pour toute information complémentaire | pour toute question'],
  ['contact', 'whom', 'contact | contacts | contact médias | contacts médias | contact média | contact presse'],
  ['contact', 'whom', 'contacts presse | contact investisseurs | contacts investisseurs | relations presse'],
  ['contact', 'whom', 'relations médias | relations investisseurs | service de presse | contact us | contactez-nous'],
  [
    'contact',
    'whom',
    'media contact | media contacts | press contact | press contacts | press office | media relations',
  ],
  ['contact', 'whom', 'media enquiries | media inquiries | investor relations | investor contact | investor contacts'],
  [
    'contact',
    'reach',
    'tél | tel | téléphone | telephone | phone | fax | mobile | portable | email | e-mail | courriel | mail',
  ],
  ['contact', 'reach', 'website | site web | site internet | site | web | internet'],

  [
    'source',
    'colon',
    "source | sources | via | source originale | original source | source de l'article | source article",
  ],
]

/** Signs that may stand before the first word: bullets, quotes, brackets, arrows. */
const MOST_LEADING_SIGNS = 8
/** Longest first word in the table, and some more. */
const LONGEST_WORD = 20

/** The first word of a line, folded, behind any bullets, quotes and arrows; `©` for that sign. */
export function firstWord(line: string): string {
  let start = 0
  while (start < MOST_LEADING_SIGNS && start < line.length && !isAlphanumeric(line.charCodeAt(start))) {
    if (line[start] === '©') return '©'
    start++
  }
  let end = start
  while (end < line.length && end - start < LONGEST_WORD && isWordPart(line.charCodeAt(end))) end++
  return foldWord(line.slice(start, end))
}

const isWordPart = (c: number) => isAlphanumeric(c) || isLetter(c) || c === 0x2d

/** The openings by their first word; those of a word from the longest to the shortest. */
export const OPENINGS: ReadonlyMap<string, readonly Opening[]> = byFirstWord()

function byFirstWord(): Map<string, Opening[]> {
  const map = new Map<string, Opening[]>()
  for (const [kind, follow, list] of TABLE) {
    for (const words of list.split(' | ')) {
      const first = firstWord(words)
      map.set(first, [...(map.get(first) ?? []), { words, kind, follow }])
    }
  }
  for (const group of map.values()) group.sort((a, b) => b.words.length - a.words.length)
  return map
}
