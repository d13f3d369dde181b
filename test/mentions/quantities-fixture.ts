import { findQuantities } from '../../src/mentions/quantities.js'
import { tokenize } from '../../src/text/tokens.js'
import type {
  Language,
  LanguageLexicon,
  PlaceEntry,
  QuantityMention,
  Span,
  UnitEntry,
  WordEntry,
} from '../../src/types.js'

const units = (lists: Record<string, string>): Map<string, UnitEntry> =>
  new Map(
    Object.entries(lists).flatMap(([unit, forms]) =>
      forms.split(', ').map((form): [string, UnitEntry] => [form, { unit }]),
    ),
  )

const place = (name: string): PlaceEntry => ({ name, code: null, kind: 'country' })
const verb = (lemma: string): WordEntry => ({ lemma, features: ['past'], classes: [] })

const FR: LanguageLexicon = {
  units: units({
    vehicles: 'voiture, voitures, véhicule, véhicules, véhicules électriques, camions',
    people: 'salarié, salariés, personnes, postes, emplois, clients',
    stores: 'magasin, magasins, point de vente, points de vente',
    plant: 'usine, usines',
    aircraft: 'avion, avions, appareils',
    units: 'exemplaires, unités, téléphones',
    model: 'modèle, modèles',
    markets: 'pays',
    km: 'kilomètres',
    'percentage point': 'point, points, points de pourcentage',
  }),
  words: new Map([
    ['livré', verb('livrer')],
    ['vendu', verb('vendre')],
    ['vendue', verb('vendre')],
    ['vendues', verb('vendre')],
  ]),
  places: new Map([
    ['france', place('France')],
    ['paris', place('Paris')],
  ]),
  demonyms: new Map(),
}

const EN: LanguageLexicon = {
  units: units({
    vehicles: 'car, cars, vehicle, vehicles, truck, trucks, electric cars',
    people: 'job, jobs, people, workers, staff, users, posts',
    stores: 'store, stores, shop, shops, dealer, dealers',
    plant: 'plant, plants',
    aircraft: 'aircraft, plane, planes, jet, jets',
    units: 'units, phones, orders, order',
    MW: 'megawatt, megawatts',
    tonne: 'tonne, tonnes',
    'basis point': 'basis point, basis points',
    model: 'model, models',
    markets: 'country, countries',
    seat: 'seat, seats',
    drug: 'generic, generics',
    km: 'kilometres',
    'percentage point': 'point, points, percentage point, percentage points',
  }),
  words: new Map([
    ['sold', verb('sell')],
    ['cuts', verb('cut')],
    ['built', verb('build')],
    ['said', verb('say')],
  ]),
  places: new Map([
    ['france', place('France')],
    ['china', place('China')],
  ]),
  demonyms: new Map([['chinese', place('China')]]),
}

export const LEXICON: Record<Language, LanguageLexicon> = { fr: FR, en: EN }

export function quantities(lang: Language, text: string, taken: Span[] = []): QuantityMention[] {
  return findQuantities(text, tokenize(text, 0, text.length), lang, LEXICON[lang], taken)
}

/** A mention in one line: its quote, then its type and value. */
export function told(text: string, { type, start, end, value, sign, fraction }: QuantityMention): string {
  const { figure, to, unit, bound } = value
  const parts = [type, figure, to, unit, bound === 'exact' ? undefined : bound, sign, fraction ? 'share' : undefined]
  return `${text.slice(start, end)} = ${parts.filter((p) => p !== undefined).join(' ')}`
}
