import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { MENTION_TAGS } from '../../src/claims/mention-kinds.js'
import {
  type KnownOrg,
  type KnownPlace,
  type KnownProduct,
  reviveLexicon,
  type SerialKeys,
} from '../../src/lexicon/lexicon.js'
import { COUNTRY_CODES, loadLexicon } from '../../src/lexicon/load.js'
import { tokenize } from '../../src/text/tokens.js'
import type { Language } from '../../src/types.js'

const serial = loadLexicon(fileURLToPath(new URL('../../src/lexicon', import.meta.url)))
const lexicon = reviveLexicon(serial)

const keyOf = (text: string) =>
  tokenize(text, 0, text.length)
    .map((token) => token.lower)
    .join(' ')
const place = (language: Language, text: string) => lexicon[language].places.get(keyOf(text)) as KnownPlace | undefined
const demonym = (language: Language, text: string) => lexicon[language].demonyms.get(keyOf(text))
const org = (text: string) => lexicon.orgs.get(keyOf(text)) as KnownOrg | undefined
const product = (text: string) => lexicon.products.get(keyOf(text)) as KnownProduct | undefined
const unit = (language: Language, text: string) => lexicon[language].units.get(keyOf(text))

const keyLists = [
  ...[serial.placeKeys, serial.demonymKeys, serial.unitKeys].flatMap((keys) => [keys.fr, keys.en]),
  serial.orgKeys,
  serial.productKeys,
]
const split = (list: SerialKeys) => list.keys.split('\n')
const allKeys = keyLists.flatMap(split)

describe('words', () => {
  test('have no class that is the tag of a mention', () => {
    const taken = new Set([...Object.values(MENTION_TAGS).flat(), 'Punct', 'Capital'])
    const classes = (['fr', 'en'] as const).flatMap((language) =>
      [...lexicon[language].words.values()].flatMap(({ lemma, classes }) =>
        classes.filter((name) => taken.has(name)).map((name) => `${lemma} ${name}`),
      ),
    )
    expect(classes).toEqual([])
  })
})

describe('all lists', () => {
  test('keys are what the tokenizer makes of them', () => {
    // an elided or possessive word is cut off from its neighbour, so that the key cannot be cut once more as it stands
    const joined = (key: string) => key.replace(/' /g, "'").replace(/ '(s|ll|re|ve|d|m)\b/g, "'$1")
    expect(allKeys.filter((key) => keyOf(joined(key)) !== key)).toEqual([])
  })

  test('keys are lower case, NFC, without curly apostrophes or surplus spaces', () => {
    expect(
      allKeys.filter(
        (key) =>
          key !==
          key
            .normalize('NFC')
            .toLowerCase()
            .replace(/[’ʼ‐‑]|\s{2,}|^\s|\s$/g, ''),
      ),
    ).toEqual([])
    expect(serial.firstNames.filter((name) => name !== name.normalize('NFC').toLowerCase())).toEqual([])
  })

  test('no list has a key twice', () => {
    for (const list of keyLists) {
      expect(new Set(split(list)).size).toBe(list.entries.length)
      expect(list.marks.length).toBe(list.entries.length)
    }
  })

  test('no two organisations, and no two products of one maker, share a name', () => {
    expect(new Set(serial.orgs.map((entry) => entry.name)).size).toBe(serial.orgs.length)
    expect(new Set(serial.products.map((entry) => `${entry.maker} ${entry.name}`)).size).toBe(serial.products.length)
  })

  test('every entry can be reached', () => {
    const reached = (...lists: SerialKeys[]) => new Set(lists.flatMap((list) => list.entries)).size
    expect(reached(serial.placeKeys.fr)).toBe(serial.places.length)
    expect(reached(serial.placeKeys.en)).toBe(serial.places.length)
    expect(reached(serial.orgKeys)).toBe(serial.orgs.length)
    expect(reached(serial.productKeys)).toBe(serial.products.length)
    expect(reached(serial.unitKeys.fr, serial.unitKeys.en)).toBe(serial.units.length)
  })

  test('come through JSON unchanged', () => {
    expect(reviveLexicon(JSON.parse(JSON.stringify(serial)))).toEqual(lexicon)
  })
})

describe('places', () => {
  test('codes are those of ISO 3166-1 and UN M49 that CLDR knows', () => {
    const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })
    const unknown = serial.places.filter(({ code }) => code !== null && names.of(code) === undefined)
    expect(unknown).toEqual([])
    expect(new Set(COUNTRY_CODES).size).toBe(249)
    expect(serial.places.filter(({ kind }) => kind === 'country').map(({ code }) => code)).toEqual(COUNTRY_CODES)
  })

  test('cities have a country, countries and cities no other code', () => {
    const countries = new Set(serial.places.filter(({ kind }) => kind === 'country').map(({ name }) => name))
    for (const { name, kind, country, code } of serial.places) {
      if (kind === 'city') expect([name, countries.has(country ?? ''), code]).toEqual([name, true, null])
      if (country !== undefined) expect([name, countries.has(country)]).toEqual([name, true])
    }
  })

  test.each<[Language, string, string, string | null]>([
    ['fr', 'Royaume-Uni', 'United Kingdom', 'GB'],
    ['fr', 'Grande-Bretagne', 'United Kingdom', 'GB'],
    ['en', 'U.K.', 'United Kingdom', 'GB'],
    ['en', 'Britain', 'United Kingdom', 'GB'],
    ['fr', 'États-Unis', 'United States', 'US'],
    ['fr', 'Etats-Unis', 'United States', 'US'],
    ['en', 'U.S.', 'United States', 'US'],
    ['en', 'America', 'United States', 'US'],
    ['fr', 'Émirats arabes unis', 'United Arab Emirates', 'AE'],
    ['en', 'UAE', 'United Arab Emirates', 'AE'],
    ['fr', 'Turquie', 'Turkey', 'TR'],
    ['en', 'Türkiye', 'Turkey', 'TR'],
    ['fr', 'Corée du Sud', 'South Korea', 'KR'],
    ['fr', 'Corée', 'South Korea', 'KR'],
    ['fr', 'République tchèque', 'Czechia', 'CZ'],
    ['en', 'Czech Republic', 'Czechia', 'CZ'],
    ['fr', 'Hexagone', 'France', 'FR'],
    ['fr', 'Outre-Manche', 'United Kingdom', 'GB'],
    ['fr', 'Viêt Nam', 'Vietnam', 'VN'],
    ['fr', 'Côte d’Ivoire', "Côte d'Ivoire", 'CI'],
    ['en', 'Ivory Coast', "Côte d'Ivoire", 'CI'],
    ['en', 'Bosnia', 'Bosnia and Herzegovina', 'BA'],
    ['en', 'Hong Kong', 'Hong Kong', 'HK'],
    ['en', 'Burma', 'Myanmar', 'MM'],
    ['fr', 'Vieux Continent', 'Europe', '150'],
    ['en', 'Old Continent', 'Europe', '150'],
    ['fr', 'Union européenne', 'European Union', null],
    ['fr', 'UE', 'European Union', null],
    ['fr', 'Asie du Sud-Est', 'Southeast Asia', '035'],
    ['en', 'South-East Asia', 'Southeast Asia', '035'],
    ['fr', 'Amérique latine', 'Latin America', '419'],
    ['fr', 'Moyen-Orient', 'Middle East', null],
    ['en', 'Asia-Pacific', 'Asia Pacific', null],
    ['fr', 'Caroline du Nord', 'North Carolina', null],
    ['fr', 'Pékin', 'Beijing', null],
    ['fr', 'Göteborg', 'Gothenburg', null],
  ])('%s: %s is %s', (language, text, name, code) => {
    expect(place(language, text)).toMatchObject({ name, code })
  })

  test('names that are other words need a preposition', () => {
    for (const text of ['Jordan', 'Chad', 'Georgia', 'Jersey', 'Houston']) expect(place('en', text)?.prep).toBe(true)
    for (const text of ['Tours', 'Nice', 'Vienne', 'Maurice', 'Porto']) expect(place('fr', text)?.prep).toBe(true)
    for (const text of ['Jordanie', 'Tchad', 'Paris', 'Chine']) expect(place('fr', text)?.prep).toBeUndefined()
  })

  test('abbreviations count in capitals, common nouns in lower case', () => {
    expect(place('en', 'US')).toMatchObject({ name: 'United States', upper: true })
    expect(place('fr', 'UE')?.upper).toBe(true)
    expect(place('fr', 'zone euro')?.upper).toBeUndefined()
    expect(place('fr', 'zone euro')).toMatchObject({ name: 'Eurozone', lower: true })
    expect(place('fr', 'Arabie saoudite')).toMatchObject({ name: 'Saudi Arabia', lowerEnd: true })
    expect(place('fr', 'Chine')).toEqual({ name: 'China', code: 'CN', kind: 'country' })
  })

  test('a city tells its country', () => {
    const country = { country: 'China', countryCode: 'CN' }
    expect(place('fr', 'Shenzhen')).toEqual({ name: 'Shenzhen', code: null, kind: 'city', ...country })
    expect(place('en', 'Wolfsburg')?.country).toBe('Germany')
    expect(place('fr', 'Californie')).toMatchObject({ kind: 'region', country: 'United States' })
  })
})

describe('demonyms', () => {
  test.each<[Language, string, string]>([
    ['fr', 'chinoises', 'China'],
    ['fr', 'allemand', 'Germany'],
    ['fr', 'sud-coréenne', 'South Korea'],
    ['fr', 'coréens', 'South Korea'],
    ['fr', 'européennes', 'Europe'],
    ['fr', 'nord-américain', 'North America'],
    ['fr', 'hexagonaux', 'France'],
    ['fr', 'anglaise', 'England'],
    ['fr', 'turque', 'Turkey'],
    ['fr', 'nigérian', 'Nigeria'],
    ['fr', 'nigérien', 'Niger'],
    ['en', 'Chinese', 'China'],
    ['en', 'Germans', 'Germany'],
    ['en', 'British', 'United Kingdom'],
    ['en', 'U.S.', 'United States'],
    ['en', 'South Korean', 'South Korea'],
    ['en', 'Latin American', 'Latin America'],
    ['en', 'Polish', 'Poland'],
  ])('%s: %s is %s', (language, text, name) => {
    expect(demonym(language, text)?.name).toBe(name)
  })

  test('cover the countries whose firms are listed', () => {
    const places = serial.places
    for (const language of ['fr', 'en'] as const) {
      const told = new Set(serial.demonymKeys[language].entries.map((index) => places[index]?.name))
      const missing = new Set(serial.orgs.map(({ country }) => country).filter((c) => c !== undefined && !told.has(c)))
      // territories whose firms are rarely called by their place
      for (const name of ['Bermuda', 'Cayman Islands', 'Luxembourg', 'Togo']) missing.delete(name)
      expect([language, [...missing]]).toEqual([language, []])
    }
  })
})

describe('organisations', () => {
  test.each([
    ['GM', 'General Motors', 'cars', 'United States'],
    ['VW', 'Volkswagen', 'cars', 'Germany'],
    ['China National Machinery Industry', 'Sinomach', 'machinery', 'China'],
    ['Shanghai Automotive Industry Corporation', 'SAIC', 'cars', 'China'],
    ['Mercedes', 'Mercedes-Benz', 'cars', 'Germany'],
    ['Rolls Royce', 'Rolls-Royce', 'aerospace', 'United Kingdom'],
    ['Citroen', 'Citroën', 'cars', 'France'],
    ['L’Oréal', "L'Oréal", 'beauty', 'France'],
    ['Procter and Gamble', 'Procter & Gamble', 'health', 'United States'],
    ['Disney', 'Walt Disney Company', 'entertainment', 'United States'],
    ['IBM', 'IBM', 'software', 'United States'],
    ['Les Echos', 'Les Échos', 'media', 'France'],
    ['Agence France-Presse', 'AFP', 'media', 'France'],
    ['JD Power', 'JD Power', 'research', 'United States'],
    ['Commission européenne', 'European Commission', 'regulator', 'Belgium'],
    ['NDRC', 'National Development and Reform Commission', 'regulator', 'China'],
  ])('%s is %s', (text, name, industry, country) => {
    expect(org(text)).toMatchObject({ name, industry, country })
  })

  test('names that are ordinary words are marked', () => {
    const words = [
      'Orange',
      'Apple',
      'Total',
      'Shell',
      'Visa',
      'Gap',
      'Target',
      'Free',
      'Next',
      'Mini',
      'Smart',
      'Seat',
      'Casino',
    ]
    expect(words.filter((word) => org(word)?.ambiguous !== true)).toEqual([])
    const names = ['Ford', 'BMW', 'Renault', 'TotalEnergies', 'Nestlé', 'Reuters']
    expect(names.filter((name) => org(name)?.ambiguous === true)).toEqual([])
  })

  test('an abbreviation is one in capitals only, a newspaper ends in a capital', () => {
    expect(org('GE')).toMatchObject({ name: 'General Electric', upper: true })
    expect(org('Ikea')?.upper).toBeUndefined()
    expect(org('Le Monde')?.lowerEnd).toBeUndefined()
    expect(org('Caisse des dépôts')?.lowerEnd).toBe(true)
  })
})

describe('products', () => {
  test('every maker is a known organisation', () => {
    const names = new Set(serial.orgs.map(({ name }) => name))
    expect(serial.products.filter(({ maker }) => !names.has(maker))).toEqual([])
  })

  test.each([
    ['SU7', 'SU7', 'Xiaomi', 'vehicles'],
    ['SU7 Ultra', 'SU7 Ultra', 'Xiaomi', 'vehicles'],
    ['Model Y', 'Model Y', 'Tesla', 'vehicles'],
    ['iPhone', 'iPhone', 'Apple', 'units'],
    ['A320neo', 'A320neo', 'Airbus', 'aircraft'],
    ['ID.3', 'ID.3', 'Volkswagen', 'vehicles'],
    ['Série 3', '3 Series', 'BMW', 'vehicles'],
    ['Pokemon Go', 'Pokémon Go', 'Niantic', undefined],
    ['Wegovy', 'Wegovy', 'Novo Nordisk', undefined],
    ['Switch 2', 'Switch 2', 'Nintendo', 'units'],
  ])('%s is the %s of %s', (text, name, maker, counted) => {
    expect(product(text)).toMatchObject({ name, maker })
    expect(product(text)?.unit).toBe(counted)
  })

  test('numbers and ordinary words are marked', () => {
    const bare = [...lexicon.products].filter(([key, known]) => /^[0-9]+$/.test(key) && known.ambiguous !== true)
    expect(bare).toEqual([])
    for (const text of ['737', '2008', 'Focus', 'Polo', 'Spring', 'Leaf', 'Switch'])
      expect(product(text)?.ambiguous).toBe(true)
  })
})

describe('units', () => {
  test.each<[Language, string, string, boolean]>([
    ['fr', 'voitures', 'vehicles', false],
    ['fr', 'véhicules utilitaires légers', 'vehicles', false],
    ['fr', 'SUV', 'vehicles', false],
    ['fr', 'exemplaires', 'units', true],
    ['fr', 'appareils', 'units', true],
    ['fr', 'smartphones', 'units', false],
    ['fr', 'monocouloirs', 'aircraft', false],
    ['fr', 'points de vente', 'stores', false],
    ['fr', "salles d'exposition", 'stores', false],
    ['fr', 'concessionnaires', 'stores', false],
    ['fr', 'pays', 'markets', false],
    ['fr', 'salariées', 'people', false],
    ['fr', 'suppressions de postes', 'people', false],
    ['fr', 'journaux', 'newspaper', false],
    ['fr', 'chevaux', 'hp', false],
    ['en', 'lorries', 'vehicles', false],
    ['en', 'deliveries', 'units', true],
    ['en', 'handsets', 'units', false],
    ['en', 'aircraft', 'aircraft', false],
    ['en', 'dealerships', 'stores', false],
    ['en', 'countries', 'markets', false],
    ['en', 'jobs', 'people', false],
    ['en', 'quarries', 'quarry', false],
    ['en', 'ready-mixed concrete plants', 'plant', false],
    ['en', 'barrels of oil', 'barrel', false],
    ['en', 'tonnes', 'tonne', false],
  ])('%s: %s are %s', (language, text, name, goods) => {
    expect(unit(language, text)).toEqual({ unit: name, ...(goods && { goods: true }) })
  })

  test('phrases have five words at most', () => {
    const phrases = [...split(serial.unitKeys.fr), ...split(serial.unitKeys.en)]
    expect(phrases.filter((key) => key.split(' ').length > 5)).toEqual([])
  })

  test('both languages name the same units', () => {
    const names = (language: Language) =>
      new Set(serial.unitKeys[language].entries.map((index) => serial.units[index]?.unit))
    const [fr, en] = [names('fr'), names('en')]
    const english = [
      'bushel',
      'call centre',
      'casino',
      'cubic foot',
      'distributor',
      'oilfield',
      'pint',
      'square foot',
      'square mile',
    ]
    expect([...en].filter((name) => !fr.has(name)).sort()).toEqual(english.filter((name) => !fr.has(name)))
  })
})

test('first names tell persons, not firms or places', () => {
  for (const name of ['françois', 'francois', 'jean-luc', 'mary', 'jürgen', 'carlos', 'hiroshi', 'vijay']) {
    expect([name, lexicon.firstNames.has(name)]).toEqual([name, true])
  }
  for (const name of ['mercedes', 'paris', 'florence', 'orange', 'april', 'will']) {
    expect([name, lexicon.firstNames.has(name)]).toEqual([name, false])
  }
  const surely = (known?: { ambiguous?: true; prep?: true; upper?: true }) =>
    known !== undefined && !known.ambiguous && !known.prep && !known.upper
  expect(serial.firstNames.filter((name) => surely(lexicon.orgs.get(name)))).toEqual([])
  expect(serial.firstNames.filter((name) => surely(lexicon.en.places.get(name)))).toEqual([])
  expect(serial.firstNames.filter((name) => surely(lexicon.fr.places.get(name)))).toEqual([])
  expect(serial.firstNames.filter((name) => surely(lexicon.products.get(name)))).toEqual([])
})
