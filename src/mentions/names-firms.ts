import { bitsOf, list } from './names-words.js'

/** What a word is within a name, or what keeps it from being one, as bits; the same in both languages. */
export const PART = {
  /** Months and days: dates, and never part of a name by themselves. */
  calendar: 1 << 0,
  /** Forms of address: the capitalised words after them name a person. */
  titles: 1 << 1,
  /** Titles that are capitalised in front of or behind a name, and end a run of capitals. */
  roles: 1 << 2,
  /** Legal forms: part of the mention, not of the name. */
  legalForms: 1 << 3,
  /** Last words of a name that say "a firm" and nothing else: with or without them it is the same firm. */
  wholeFirm: 1 << 4,
  /** Further words that name a firm when they end a run of capitals; after a known name they make it another firm. */
  firmTails: 1 << 5,
  /** First words of a firm's name: "Banque X", "Air Y", "Bank of Z". */
  firmHeads: 1 << 6,
  /** Of these, the ones that a connector joins to the rest: "Éditions du Port", "Bank of Ruritania". */
  connectors: 1 << 7,
  /** Particles of a person's name. */
  particles: 1 << 8,
  /**
   * Words that make a run of capitals an institution, an event, a law, an index, a road or a sea: no firm, product or
   * market; the run is set aside whole.
   */
  institutions: 1 << 9,
  /** Lower-case nouns before "de" and a place that make one event or institution: "salon de Munich", "Bourse de Tokyo". */
  eventNouns: 1 << 10,
  /** What stands behind a place in the English name of an event, in lower case too: "the Osaka motor show". */
  eventTails: 1 << 11,
  /** Abbreviations and generic names in capitals that name nobody. */
  commonCapitals: 1 << 12,
  /** Ordinary nouns that French and English write with a capital inside a sentence too. */
  commonNouns: 1 << 13,
  /** Lower case and capital in one word, yet no name: units and generic terms. */
  commonMixedCase: 1 << 14,
  /** Words after which a number is no product's: "CAC 40", "article 50", "phase 3". */
  numbered: 1 << 15,
  /** Last words of an English place name: "Orange County". */
  placeTails: 1 << 16,
  /** First words of a place name: "St Albans", "San Lucas". */
  placeHeads: 1 << 17,
  /** Moneys that a place tells apart: "dollars de Hong Kong". */
  currencies: 1 << 18,
  /** Words that tell less than the name without them: "Marlow Group" is "Marlow". */
  mereForm: 1 << 19,
  /** Ends of the names of web sites that are part of the firm's name: "Booking.com". */
  domains: 1 << 20,
  /** Legal forms that are written in lower case too. */
  lowerLegalForms: 1 << 21,
  /** Words that make the number before them a count. */
  multiples: 1 << 22,
  /** Words of places that firms take their names from as well: "Ocean Farms", "River Foods". */
  landmarks: 1 << 23,
} as const

/** The words of each kind. */
const PARTS: Record<keyof typeof PART, readonly string[]> = {
  calendar: list`
    janvier février mars avril mai juin juillet août septembre octobre novembre décembre lundi mardi mercredi jeudi
    vendredi samedi dimanche january february march april may june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday`,
  titles: list`m mm mme mlle mr mrs ms miss dr sir lord lady prof docteur sheikh baroness`,
  roles: list`
    ceo cfo coo cto pdg dg président présidente president chairman chairwoman executive chief officer director
    directeur directrice minister ministre prime vice senator sénateur secretary governor commissioner chancellor chancelier
    professor professeur general-secretary premier`,
  legalForms: list`
    ltd limited inc incorporated corp corporation co plc llc llp lp sa sas sarl sasu snc sca se ag gmbh kg kgaa nv bv
    ab asa as oy oyj spa srl pty bhd pte kk pjsc oao zao ooo jsc sl`,
  wholeFirm: list`
    group groupe company companies corporation corporations corp holding holdings motor motors industries industry brothers bros
    sons enterprises associates labs laboratories laboratoires pharmaceuticals pharmaceutical pharma technologies
    technology foods breweries stores works entertainment consortium incorporated limited plc inc ltd & co gruppe
    grupo gruppo automobile automobiles cars autos`,
  firmTails: list`
    international auto automotive energy energies power airlines airline airways aerospace aeronautics aircraft
    aviation bank banking capital finance financial services cloud media networks network television tv broadcasting
    business healthcare health defence defense space offshore trucks truck buses helicopters digital mobile mobility
    robotics semiconductor semiconductors electronics electric electrics electrical chemicals chemical steel mining
    resources petroleum oil gas insurance assurance assurances telecom telecoms telecommunications communications
    logistics leasing fund funds trust investments investment ventures advisors advisers management properties
    property realty hotels resorts restaurants retail markets cosmetics beauty interactive software solutions
    consulting research press publishing éditions editions records films film productions pictures studios studio
    biosciences bioscience biotech biologics biopharma sciences genetics genomics diagnostics medical devices
    materials cement concrete glass paper packaging plastics rubber tyres tires batteries battery cells engineering
    construction builders homes infrastructure transport shipping lines line cruises rail railways railway airport
    airports marine water environment environmental solar wind renewables nuclear alliance partners partnership
    therapeutics vaccines systems system brands products beverages brewery distillers spirits wines dairy mills sugar
    coffee bakeries farms seeds manufacturing machinery equipment tools instruments controls components appliances
    furniture textiles apparel clothing shoes footwear sportswear jewellery jewelry watches toys gaming games learning
    education publications news magazines newspapers radio music payments pay securities bancorp equity partenaires
    participations développement distribution immobilier industrie énergie hôtels restauration sécurité santé
    aéronautique espace naval agro ciments frères fils cie automóviles supermarkets superstores outlets express
    freight parcels couriers forwarding data computing computers computer microsystems microelectronics photonics
    optics optical sensors lighting lamps vehicles motorcycles bikes scooters shipbuilding shipyards yachts boats
    trains locomotives turbines drilling pipelines exploration metals aluminium aluminum copper gold silver zinc
    lithium minerals diamonds elevator elevators lifts escalators outfitters trading brewing distilling distillery
    rental rentals leisure catering nutrition wellness clinics fitness gyms pubs inns cinemas theatres ferries
    maritime navigation containers terminals carriers fertilisers fertilizers agriculture agri organics naturals
    roasters bakery kitchens confectionery eyewear jewels nickel uranium potash phosphate timber forest pulp
    ceramics tiles windows doors mattresses motorsport racing recycling utilities hydrogen geothermal petrochemicals
    refining crane cranes tractors bearings forgings castings welding adhesives coatings paints dyes pigments
    fragrances flavours flavors ingredients poultry seafood salmon fisheries meats produce grains rice pasta
    chocolate snacks drinks juices teas vineyards cellars estates towers fibre fiber satellites launch aeroengines
    simulation analytics security cybersecurity identity intelligence dental surgical orthopaedics orthopedics
    ophthalmics biomedical cannabis veterinary petcare childcare staffing outsourcing auctions tickets travel tours
    holidays vacations cooperative co-operative co-op iron light savings invest investissement investissements`,
  firmHeads: list`
    groupe banque crédit caisse compagnie café cafe casino éditions laboratoires laboratoire établissements galeries air studio studios
    brasserie brasseries ciments aciéries manufacture ateliers papeteries verreries mutuelle fonderie fonderies hôtels
    automobiles cristalleries champagne bank banco banca grupo gruppo société charbonnages sucreries fromageries
    transports messageries pharmacies librairies magasins pompes mines biscuiterie chocolaterie imprimerie editions
    chantiers forges moulins salins cimenteries cimenterie fromagerie laiterie laiteries distillerie distilleries
    conserverie conserveries biscuiteries confiserie confiseries cristallerie verrerie papeterie cartonnerie
    cartonneries tannerie tanneries filature filatures scierie scieries tuileries minoteries huileries savonnerie
    savonneries groupement coopérative vignobles vins raffineries semences pépinières volailles viandes jouets cycles autocars voyages croisières
    brasseurs maîtres atelier fermiers vignerons éleveurs caves cave domaines comptoir comptoirs fabrique fabriques manufactures
    charcuteries salaisons boulangeries pâtisseries glaces cidreries cidrerie abattoirs tissages bonneteries cuirs meubles
    menuiseries maroquinerie maroquineries granulats carrières chaux eaux thermes autoroutes courriers cliniques pêcheries conserves biscuits
    chocolats torréfaction cafés rhumeries rhumerie tonnellerie coutellerie coutelleries bijouterie parfumerie
    parfumeries parfums savons tréfileries câbleries câbles constructions matériaux foncière financière
    coopératives mutuelles vergers primeurs maraîchers faïencerie faïenceries céramiques briqueteries cars lainière
    teintureries tôlerie tôleries emboutissage chaudronnerie mécanique imprimeries cartonnages plastiques
    sucrière laitière cotonnière minière`,
  connectors: list`de du des d' of the la l' le les et and for`,
  particles: list`de du von van der den di da das del della do dos bin ben al el le la ten ter zu`,
  institutions: list`
    show salon mondial foire expo exposition cup coupe olympics olympic olympique olympiques jeux rally rallye
    festival awards award summit sommet conference conférence congress congrès forum championship championships league
    ligue tour tournoi vuelta giro marathon exchange bourse nasdaq dow nikkei ftse dax cac sbf stoxx euronext nyse
    index indice commission council conseil committee comité parliament parlement assemblée sénat senate court cour
    tribunal ministry ministère department authority autorité administration treasury reserve bce ecb fmi imf ocde
    oecd omc wto onu otan nato oms who university université école collège school lycée road avenue rue
    boulevard place act loi bill treaty traité memorandum mont lac mer océan
    atlantique pacifique manche wltp nedc epa covid grand prix bureau agency agence
    association federation fédération syndicat chamber chambre union unions institute institut fondation foundation
    hospital hôpital police army armée navy church église museum musée château palais stadium stade
    tracker survey barometer baromètre arena theatre théâtre library bibliothèque tunnel pont autoroute motorway highway
    gare stations government gouvernement state république kingdom royaume party parti war guerre day week
    fair nobel oscar césar unesco g7 g8 g20 opep opec cop bundesbank elysée élysée kremlin matignon quirinal pentagone
    pentagon blanche commons lords`,
  eventNouns: list`
    salon mondial foire bourse tour accord accords traité sommet festival tribunal cour conférence université mairie
    préfecture rallye marathon coupe exposition protocole parlement parquet show motorshow fair stock exchange école
    aéroport airport`,
  eventTails: list`motor auto air boat trade stock fashion book film`,
  commonCapitals: list`
    suv suvs vus pdg dg drh ceo ceos cfo coo cto vp ev evs ve ves tv hd uhd led oled lcd gps usb pc pcs cd cds dvd
    dvds ca btp esn ehpad hlm gms aop igp ebita ai ia it r&d rd b2b b2c sav tva ht ttc tgv rer atm gdp pib ipo ipos opa ope opr m&a esg co2 adas lfp nmc ncm
    ok id ip cpl wifi wi-fi sms vat hr pr ngo ong phev phevs bev bevs hev cvc cdi cdd rtt smic adn arn dna rna covid
    vih hiv nft am pm bc ad qr faq mw kw gw gwh kwh mwh twh ch cv ghz mhz mpx mah ebit ebitda p&l cac roi kpi
    pme eti tpe pmes sme smes hlm abs esp mpg mph usd eur gbp cny rmb jpy chf hk us$ ufo ii iii iv vi vii viii ix xi
    xii xx xxi ier nb ps pps sa ltd inc tel fax www http https otc bluetooth web internet dr aka ppm rpm vr ar xr ui
    ux api url html pdf llm gpu cpu gpus cpus ram ssd tout-terrain etf etfs reit spac bpa per roe roce capex opex jt
    jdd csp bts bep cap rse cse pse ce chsct cgt cfdt fo cftc cfe-cgc unsa sud medef afep cpme uaw tuc cbi x jv jvs mou mous loi fid epc oem oems lng lpg teu teus vlcc vlccs
    fpso eaf eafs ppa ppas sim`,
  commonNouns: list`
    internet web état états etat etats bourse président présidente premier première noël dieu église république
    occident western eastern northern southern christmas god made stock national royal saint état-major hexagone euro
    monsieur madame nord sud est ouest lune mars terre renaissance histoire spring summer autumn winter printemps été
    automne hiver office alzheimer parkinson crohn hodgkin ebola zika élysées champs-élysées smic sécurité year-to-date full-year half-year first-half
    second-half first-quarter second-quarter third-quarter fourth-quarter year-on-year like-for-like`,
  commonMixedCase: list`
    ebitda ebit ebita kwh kw gwh mwh twh mw gw mah ph mrna arnm db hz khz mhz ghz evtol esim ebike phd nm kpa mpa kj kcal kva mds md
    emobility mou mous loi jvs`,
  numbered: list`
    cac euro article phase top formule g chapter dow ftse nikkei dax act level niveau stage page section version no
    numéro number route highway line ligne terminal room channel chaîne part tier classe class grade lot code type
    rang étape gate step sbf euro-stoxx stoxx s&p footsie msci fortune mach apollo generation génération vol volume
    objectif cop`,
  placeTails: list`
    county city valley province island islands beach springs heights hills bay falls township district parish shire
    peninsula`,
  placeHeads: list`st saint sainte san santa são port fort cape bad villa`,
  currencies: list`dollar dollars franc francs couronne couronnes peso pesos livre livres dinar dinars`,
  mereForm: list`
    group groupe company companies corporation corporations corp holding holdings limited plc inc ltd co & gruppe grupo gruppo incorporated`,
  domains: list`
    com fr net org io ai tv co eu app dev fit club store shop online travel tech cloud health info biz uk de nl ca au
    games energy digital finance global social studio team xyz`,
  lowerLegalForms: list`plc gmbh ltd inc llc kgaa asa oyj`,
  landmarks: list`
    republic empire lake river sea ocean mount street square bridge tower castle palace pacific atlantic channel station
    college garage harbour harbor`,
  multiples: list`millions million milliards milliard billion billions mille hundred thousand`,
}

let table: Map<string, number> | null = null

/** The parts that a word may play, as bits of PART. */
export function partsOf(word: string): number {
  table ??= bitsOf(PART, PARTS)
  return table.get(word) ?? 0
}

/** Letters with digits that name no product: groups of states, standards, roads, formats. */
export const COMMON_CODES = new Set(list`
  g7 g8 g20 g10 b2b b2c h1n1 h5n1 co2 mp3 mp4 f1 p2p w3c c2c d2c h2o no2 nox pm10 u2 r2d2 l2 l3 l4 v2g v2x a4 a3
  i18n 5g x2 x3 x10 utf8 k2 j1 f2 f3 ue27 eu27 mi6 mi5`)

/** Second parts that make an adjective of a name: "Leeds-based", "Tata-owned". */
export const NAME_ADJECTIVES = new Set(list`
  based listed owned backed made led born style brand branded built controlled headquartered funded run inspired
  registered traded supplied focused focussed designed bound wide powered fuelled fueled driven developed sponsored
  linked related certified compatible equipped`)

/** Trades whose wares may be called by a bare number: "Peugeot 208", "Boeing 737". */
export const NUMBERED_WARES = new Set(list`cars trucks motorcycles aircraft aerospace phones electronics`)

/** Trades whose firms give their wares names, so that "<firm> <Name>" is a firm and its product. */
export const MAKERS = new Set(list`
  cars trucks motorcycles aircraft aerospace phones electronics luxury fashion beauty games toys software
  semiconductors pharma appliances machinery beer spirits tobacco food apps internet space defence wind batteries
  shipbuilding watches sports furniture rubber entertainment`)

/** Ends of words that make up names of firms: "Zenotech", "Marisoft". Source: common formations of trade names. */
export const FIRM_ENDINGS = [
  'tech',
  'soft',
  'pharma',
  'bank',
  'motors',
  'systems',
  'ware',
  'works',
  'gen',
  'media',
  'labs',
  'dynamics',
  'energies',
  'volt',
  'com',
  'tel',
  'air',
  'jet',
]
