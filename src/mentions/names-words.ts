import type { Language } from '../types.js'

/**
 * What French and English tell about names by their common words, as bits. The names themselves and the trigger words
 * stand in the lexicon.
 */
export const WORD = {
  /** Articles, pronouns, prepositions, conjunctions, adverbs and the like: no names where they open a sentence. */
  functionWords: 1 << 0,
  /** Nouns that open a sentence or a heading without an article, and are no names there: "Demand", "Résultat". */
  bareNouns: 1 << 1,
  articles: 1 << 2,
  possessives: 1 << 3,
  /** "à", "in": what follows is where something is. */
  placePrepositions: 1 << 4,
  /** Prepositions after which a `prep` place of the lexicon counts. */
  anyPlacePrepositions: 1 << 5,
  /** "de", "of": what follows belongs to the noun before. */
  ofPrepositions: 1 << 6,
  /** "avec", "by", "from": what follows acts. */
  agentPrepositions: 1 << 7,
  /** Prepositions after which a firm stands, not a place: "chez". */
  firmPrepositions: 1 << 8,
  conjunctions: 1 << 9,
  /** Words between a subject and its verb. */
  betweenSubjectAndVerb: 1 << 10,
  /** Finite forms of "be", "have" and modal verbs. */
  auxiliaries: 1 << 11,
  /** Nouns for things that carry a product's name: "berline", "smartphone". */
  productNouns: 1 << 12,
  /** Nouns that only a town or region stands beside: "ville", "port". */
  placeNouns: 1 << 13,
  /** Nouns of buildings that a firm or a town stands beside: "usine". */
  siteNouns: 1 << 14,
  /** Nouns that a firm's name qualifies: "action", "shares". */
  firmNouns: 1 << 15,
  /** Nouns for organisations that trigger words may not list. */
  orgNouns: 1 << 16,
  mediaNouns: 1 << 17,
  personNouns: 1 << 18,
  /** "selon", "according to": its last word. */
  sourceWords: 1 << 19,
  /** Nouns whose "of" or "de" names a ware: "maker of X". */
  wareNouns: 1 << 20,
  /** Participles whose "by" or "par" names a person. */
  authored: 1 << 21,
  /** Verbs and nouns whose "à" or "in" takes a firm, not a place: "vendu à X", "stake in X". */
  takesFirm: 1 << 22,
  /** Participles before a place: "basé à X". */
  located: 1 << 23,
  /** Words that open a list of examples: "brands including X", "des rivaux comme X". */
  examples: 1 << 24,
  /** Places in a ranking: "Veltis, deuxième avec …". */
  ranks: 1 << 25,
  /** Forms of "be" before a description. */
  be: 1 << 26,
  /** Relative pronouns after a comma. */
  relatives: 1 << 27,
} as const

/** Splits a list written in a template literal. */
export function list(words: TemplateStringsArray): string[] {
  return (words[0] ?? '').trim().split(/\s+/)
}

/** The words of some lists, each with the bits of the lists that it stands in. */
export function bitsOf<K extends string>(
  bits: Readonly<Record<K, number>>,
  ...lists: readonly Partial<Record<K, readonly string[]>>[]
): Map<string, number> {
  const table = new Map<string, number>()
  for (const list of lists) {
    for (const key in list) {
      for (const word of list[key] ?? []) table.set(word, (table.get(word) ?? 0) | bits[key])
    }
  }
  return table
}

/** Word forms, folded as `Token.lower` is. */
type Words = Partial<Record<keyof typeof WORD, readonly string[]>>

const FRENCH: Words = {
  functionWords: list`
    à a afin ah ai aie aient ailleurs ainsi allô alors apparemment après assez attention au aucun aucune aujourd'hui
    auparavant auprès auquel aura aurait aussi aussitôt autant autour autre autrefois autrement autres aux avaient
    avait avant avec avez avoir avons beaucoup bien bientôt bon bonne bref c' ça car ce ceci cela celle celles celui
    cent cependant certain certaine certaines certains ces cet cette ceux chacun chacune chaque chez ci cinq combien
    comme comment concernant contre contrairement côté d' dans davantage de debout dedans dehors déjà demain depuis
    dernier dernière derniers dernières derrière des dès désormais dessous dessus deux devant deuxième devra dire dit
    dix doit donc dont du durant
    écoutez effet également elle elles en encore enfin ensemble ensuite entre environ est et étaient était été être
    eu eux évidemment exit face faible faibles faut fin finalement fini font forte fort fortes forts gare
    globalement grâce gros grosse grande grandes grand grands guère haut hélas hier hormis hors hui huit ici il ils
    immense important impossible inutile j' jadis jamais je jeune jusqu' jusque juste l' la là laquelle le lequel
    les lesquels leur leurs loin long longtemps lors lorsqu' lorsque lui m' ma madame maintenant mais malgré
    mauvaise mauvais me meilleur même mêmes merci mes mi mieux mille millions milliards mise moi moindre moins mon
    monsieur moyennant n' naguère ne néanmoins neuf ni nombre nombreuses nombreux non nos notamment notre nôtre nous
    nouveau nouveaux nouvel nouvelle nouvelles nul nulle on onze or ou où oui outre par parallèlement parce parfois
    parmi partant particulièrement partout pas passé passée pendant petit petite petits peu peut peut-être pire plus
    plusieurs plutôt point possible pour pourquoi pourra pourrait pourtant première premiers premières près presque
    principal prochain prochaine puis puisqu' puisque qu' quand quant quarante quatre quatrième quatorze que quel
    quelle quelles quelqu' quelque quelques quels qui quinze quiconque quoi quoiqu' quoique rappelons rare rares
    récemment rien s' sa sans sauf se second seconde seize selon sept sera serait ses seul seule seules seuls si
    simple sinon sitôt six soit soixante son sont sous souvent suite suivant sur surtout t' tandis tant tantôt tard
    tel telle telles tels toi ton tôt toujours tous tout toute toutefois toutes treize trente très trois troisième
    trop tu un une va vers via vient vingt vivement voici voilà voir voire vos votre vous voyez vrai vu y zéro -il
    -elle -ils -elles -on -ce -t-il -t-elle -t-on`,
  bareNouns: list`
    sud nord ouest centre état états étatique bourse internet web président présidente ministre premier gouvernement
    parlement république noël pâques euro euros yuan yuans dollar dollars dieu occident toile résultat résultats
    bilan objectif verdict signe promis propos rappel reste coup`,
  articles: list`le la l' les un une des du au aux`,
  possessives: list`son sa ses leur leurs notre nos votre vos mon ma mes`,
  placePrepositions: list`à en au aux près vers dans`,
  anyPlacePrepositions: list`
    à en au aux près vers dans de d' du des depuis par pour hors sur entre et ou`,
  ofPrepositions: list`de d' du des`,
  agentPrepositions: list`par avec entre contre`,
  firmPrepositions: list`chez`,
  conjunctions: list`et ou ni`,
  betweenSubjectAndVerb: list`
    ne n' se s' y en l' lui leur aussi déjà également désormais ensuite encore enfin eux elle même toujours vient
    bien donc pourtant notamment finalement lui-même elle-même pas plus tout`,
  auxiliaries: list`
    a ont avait avaient aura auront aurait auraient est sont était étaient sera seront serait seraient va vont doit
    doivent devait devrait devraient vient viennent venait venaient peut peuvent pourrait pourraient veut veulent fait font`,
  productNouns: list`
    modèle berline suv citadine smartphone téléphone sac montre jeu jeux console médicament vaccin traitement
    molécule camionnette fourgon fourgonnette utilitaire avion monocouloir hélicoptère moteur turbine tablette
    logiciel application appli parfum bière roadster coupé cabriolet break ludospace pick-up monospace crossover
    compacte routière moto scooter vélo drone gin vin cognac whisky rhum champagne vodka liqueur série film train rame navire bateau tramway offre service outil solution formule casque
    shampoing crème sérum rouge baume lotion forfait appareil lanceur scanner implant pneu ferry paquebot jouet
    enceinte ordinateur processeur puce version finition robot fusée satellite catamaran assistant chatbot gamme
    collection chaussure basket sneaker robe veste sandale bottine bague collier bracelet yaourt fromage biscuit
    chocolat boisson soda café thé jus glace bonbon sauce pizza burger matelas canapé fauteuil lampe lessive
    dentifrice déodorant gel téléviseur aspirateur réfrigérateur cafetière tracteur moissonneuse trottinette poussette
    roman album podcast antibiotique antidépresseur insuline comprimé gélule inhalateur capteur onduleur
    anticancéreux anticoagulant antidiabétique antalgique analgésique anti-inflammatoire antiviral antirétroviral
    anticorps anticholestérol somnifère collyre contraceptif hormone traceur prothèse stent herbicide fongicide
    insecticide engrais semence maïs blé colza chalutier voilier frégate corvette torpille missile
    char blindé obusier hydravion planeur caméra imprimante liseuse raquette ski surligneur
    stylo poêle casserole tondeuse perceuse tronçonneuse chaudière compteur radar`,
  placeNouns: list`
    ville villes commune communes région département métropole agglomération port village province canton banlieue
    arrondissement district aéroport gare bassin vallée nord sud est ouest préfecture périphérie faubourg quartier
    île territoire rue avenue boulevard place`,
  siteNouns: list`
    usine site atelier fonderie aciérie raffinerie centrale chantier gigafactory complexe magasin boutique entrepôt
    siège implantation maroquinerie brasserie hôpital campus parc mine laboratoire usines sites ateliers magasins
    distillerie cimenterie papeterie verrerie scierie sucrerie laiterie conserverie carrière terminal plateforme agence`,
  firmNouns: list`action actions titre titres`,
  orgNouns: list`
    constructeur entreprise société groupe marque firme géant acteur compagnie fabricant éditeur start-up startup avionneur
    enseigne laboratoire banque opérateur rival rivaux concurrent compatriote conglomérat fonds équipementier
    fournisseur distributeur importateur filiale coentreprise joint-venture brasseur assureur armateur mineur cimentier
    sidérurgiste chimiste pétrolier énergéticien motoriste loueur hôtelier câblo-opérateur biotech pme chaîne
    consortium holding studio assembleur négociant libraire épicier grossiste maroquinier lunetier
    parfumeur agrochimiste semencier papetier verrier minier fondeur sous-traitant prestataire partenaire
    actionnaire numéro plateforme plate-forme industriel jeune-pousse licorne coopérative`,
  mediaNouns: list`
    site quotidien journal magazine hebdomadaire mensuel revue média agence cabinet institut observatoire blog
     radio newsletter`,
  personNouns: list`
    pdg président présidente patron patronne directeur directrice dg fondateur fondatrice cofondateur cofondatrice
    dirigeant dirigeante analyste expert experte vice-président vice-présidente porte-parole ministre économiste
    ingénieur avocat entrepreneur milliardaire héritier commissaire gouverneur député maire sénateur secrétaire
    professeur journaliste chercheur consultant famille frères syndicaliste délégué responsable chef styliste
    créateur créatrice administrateur gérant`,
  sourceWords: list`selon d'après`,
}

const ENGLISH: Words = {
  functionWords: list`
    a about above according across actually adjusted after afterwards again against ago ahead all almost alone along already
    albeit also although altogether always amid amidst among an and another any anyone anything apart are around as aside ask at
    away back bad be because been before behind being below beneath besides best better between beyond big billion
    billions both but by can cannot compared consider could currently dear despite did do does doing down due during
    each earlier early eight either eleven else elsewhere end enough even eventually ever every everyone everything
    except exactly falling far few fewer fifth finally first five for forget four fourth from full further generally
    given go good great gross had half has have having he hello hence her here hers high higher his how however hundred i
    if in indeed initially inside instead into is it its itself just key last late later least less let life like
    likewise little long look low lower made make many maybe me meanwhile might million millions mine more moreover
    most mostly mr much must my near nearby nearly neither net never nevertheless new next nine no nobody none
    nonetheless nor not nothing whilst notwithstanding now nowhere of off often oh old on once one ones only opposite or
    originally other others otherwise ought our ours out outside over overall overnight own part past per perhaps
    plus poor possibly presumably pretax previously put quite rather read really recently record related remember round
    same say second see seven several shall she should similarly similar since six small so some someone something
    sometimes somewhat soon still strong such sure ten than thanks that the their them then there thereafter
    therefore these they thing third this those though thousand thousands three through throughout thus till to
    today together tomorrow tonight too top total toward towards twelve twenty twice two typically under
    unfortunately unless unlike until up upon us use used usually versus very via was watch we weak well were what
    whatever when whenever where whereas whether which while who whoever whole whom whose why will with within
    without won worse worst would yoy qoq yes yesterday yet you young your yours zero i'm i've it's that's there's what's
    here's don't doesn't didn't can't won't isn't aren't wasn't`,
  bareNouns: list`
    supply growth trade inflation unemployment employment production consumption competition confidence spending
    borrowing lending investment interest oil gas gold copper steel food fuel power energy technology software data
    privacy security management insurance tourism travel traffic business money cash debt credit capital income
    wealth tax legislation regulation research development construction manufacturing advertising marketing staff
    evidence information advice support pressure concern speculation talk work progress success failure weakness
    strength uncertainty recovery recession expansion football weather analysts executives experts economists
    shareholders workers unions rivals profit profits revenue revenues demand output north south east west western
    eastern northern southern central internet web state states government parliament congress president chairman
    christmas god critics customers hopes investors news officials people sales share shares traders trading standalone stand-alone
    pro-forma offline homeware`,
  articles: list`the a an`,
  possessives: list`its his her their our my your`,
  placePrepositions: list`in at near outside`,
  anyPlacePrepositions: list`in at near outside from to of for into across throughout around between within and or`,
  ofPrepositions: list`of`,
  agentPrepositions: list`by with from against between`,
  firmPrepositions: [],
  conjunctions: list`and or nor`,
  betweenSubjectAndVerb: list`
    also already never not now reportedly recently still then finally previously originally itself alone meanwhile
    first later soon currently eventually only even once today yesterday both all no longer`,
  auxiliaries: list`has have had is are was were will would can could may might must should does did do`,
  productNouns: list`
    model saloon sedan hatchback suv crossover coupe roadster pick-up pickup truck van minivan estate convertible
    supermini smartphone phone handset tablet laptop console game app drug pill vaccine medicine painkiller jet airliner helicopter
    engine turbine handbag bag watch chip processor headset drone scooter motorcycle bike rocket lager gin whisky
    vodka wine set toy series film soap cereal perfume fragrance software browser chatbot assistant robot trim train ship ferry
    version treatment injection range collection shoe sneaker trainer boot dress jacket sandal yogurt yoghurt cheese
    biscuit cookie chocolate drink soda coffee tea juice sauce snack burger pizza beer ale stout cider tequila bourbon
    rum cognac champagne brandy mattress sofa chair lamp detergent shampoo cream serum deodorant toothpaste television
    soundbar vacuum oven fridge tractor lorry novel album podcast inhaler antibiotic insulin therapy sensor inverter`,
  placeNouns: list`
    city town village region province county district port suburb airport state island valley outskirts borough
    harbour capital prefecture municipality`,
  siteNouns: list`
    plant plants factory factories site sites refinery refineries mill mills shipyard yard works complex depot depots
    warehouse warehouses campus store stores mine mines facility facilities lab laboratory hub smelter foundry brewery
    distillery showroom terminal quarry hospital office offices`,
  firmNouns: list`
    shares share stock group brand brands marque marques unit subsidiary division arm business dealers dealerships
    dealership chief boss workers employees staff shareholders board headquarters customers stores products product
    consortium management executives chairman cars vehicles deal takeover bid
    statement spokesman spokeswoman spokesperson shareholder family owner models production output sales revenue
    revenues profit profits earnings turnover deliveries shipments bookings losses margins backlog guidance ceo cfo`,
  orgNouns: list`
    company companies firm group brand marque carmaker automaker maker manufacturer drugmaker chipmaker planemaker
    brewer retailer supplier airline bank lender insurer start-up startup giant rival competitor subsidiary
    subsidiaries affiliate unit division arm venture joint-venture conglomerate operator publisher developer
    distributor importer dealer contractor producer consortium pioneer parent holding fund broker bookmaker refiner
    miner steelmaker utility chain supermarket studio label partner owner business outfit biotech
    partnership spin-off grocer hotelier shipbuilder jeweller distillery brewery bakery winery glassmaker papermaker
    tyremaker truckmaker shoemaker toymaker cooperative co-operative co-op farmer grower breeder shipowner haulier forwarder lessor caterer
    confectioner roaster winemaker telco watchmaker bikemaker boatbuilder shipper recycler driller wholesaler franchise
    carrier reinsurer brokerage explorer network hauler trucker railroad railway printer underwriter etailer e-tailer
    discounter exporter bottler vintner miller canner packer landlord installer integrator fabricator moulder scale-up
    spinout unicorn multinational co-op collective mutual generator aggregator marketplace exchange clinic restaurateur
    casino foundation charity nonprofit house broadcaster bookseller courier recruiter outsourcer optician dairy
    streamer fintech franchisee licensee vendor chemist packager shipping-line`,
  mediaNouns: list`
    website newspaper paper magazine site agency daily weekly journal consultancy researcher
      forecaster blog portal`,
  personNouns: list`
    chairman chairwoman chair president boss chief executive ceo cfo founder co-founder director analyst economist
    minister secretary spokesman spokeswoman spokesperson vice-president manager trader strategist head entrepreneur
    billionaire tycoon investor governor commissioner mayor senator professor author journalist lawyer engineer
    designer co-chairman officer partner treasurer`,
  sourceWords: list`to`,
}

const BOTH: Words = {
  wareNouns: list`
    maker makers fabricant inventeur inventor dose doses bottle bottles bag bags can cans jar jars pack packs packet packets tin tins
      tub tubs carton cartons sachet sachets tablets copies bouteille bouteilles boîte boîtes pot pots paquet paquets
      flacon flacons canette canettes comprimés exemplaire version versions generation génération exemplaires`,
  authored: list`
    led run headed chaired written directed designed invented founded co-founded dirigé dirigée dirigés dirigées présidé
    présidée mené menée piloté pilotée fondé fondée cofondé cofondée créé créée imaginé imaginée dessiné dessinée`,
  takesFirm: list`
    cédé cédée cédés cédées repris reprise reprend reprendre achète acheté achetée vendu vendue vendus vendues confié confiée confiés confiées racheté rachetée appartient
    appartenant appartenait face grâce quant livré livrée livrés livrées livrer vendre céder confier associé associée
    associés cession cède cèdent cèdera cédera vend vendent vendra confie confient confier attribue attribuer loue louer fournira fournissent allié alliée rapport rival rivale concurrent fournit fournir attribué attribuée loué louée prêté adossé
    adossée lié liée parts participation stake stakes shares share interest invested investing invest investment holding`,
  located: list`
    basé basée basés basées installé installée installés installées implanté implantée situé située sis sise domicilié
    née né fondé fondée créé créée based located headquartered`,
  examples: list`include includes included including like comme dont notamment`,
  ranks: list`
    premier première deuxième troisième quatrième cinquième second seconde leader numéro third fourth fifth`,
  be: list`is was est était sera`,
  relatives: list`qui qu' dont which whose`,
}

/** What each language says of words: its own lists, and those that both share. */
export const NAME_WORDS: Record<Language, readonly Words[]> = { fr: [FRENCH, BOTH], en: [ENGLISH, BOTH] }

/** Nouns that tie one firm to another, so that "<noun> de X" names a firm: "filiale de X". Lemmas of trigger words. */
export const TIE_NOUNS = new Set(list`
  filiale concurrent rival fournisseur distributeur importateur partenaire actionnaire coentreprise joint-venture
  sous-traitant équipementier prestataire`)

/** Lemmas of verbs that newspapers do more than persons. */
export const RELAYS = new Set(list`report rapporter relayer révéler`)
