import { findNames } from '../../src/mentions/names.js'
import { tokenize } from '../../src/text/tokens.js'
import type {
  Language,
  LanguageLexicon,
  Lexicon,
  NameMention,
  PlaceEntry,
  Sentence,
  SentenceRole,
  Span,
  WordEntry,
  WordFeature,
} from '../../src/types.js'

/** A lexicon of a few entries: what names must do without one is tested with the words that it lacks. */
const place = (name: string, code: string | null, kind: PlaceEntry['kind'], country?: string): PlaceEntry => ({
  name,
  code,
  kind,
  ...(country !== undefined && { country }),
})

const SPAIN = place('Spain', 'ES', 'country')
const GERMANY = place('Germany', 'DE', 'country')
const CHINA = place('China', 'CN', 'country')
const JAPAN = place('Japan', 'JP', 'country')
const UK = place('United Kingdom', 'GB', 'country')
const US = place('United States', 'US', 'country')
const OSLO = place('Oslo', 'NO', 'city', 'Norway')
const MUNICH = place('Munich', 'DE', 'city', 'Germany')
const EUROPE = place('Europe', '150', 'region')
const WORLD = place('World', '001', 'region')

const places: Record<Language, [string, PlaceEntry & { upper?: true; lower?: true }][]> = {
  fr: [
    ['espagne', SPAIN],
    ['allemagne', GERMANY],
    ['chine', CHINA],
    ['japon', JAPAN],
    ['oslo', OSLO],
    ['munich', MUNICH],
    ['europe', EUROPE],
    ['tours', { ...place('Tours', 'FR', 'city', 'France'), prep: true }],
    ['vieux continent', { ...EUROPE, lower: true }],
  ],
  en: [
    ['spain', SPAIN],
    ['germany', GERMANY],
    ['china', CHINA],
    ['japan', JAPAN],
    ['us', { ...US, upper: true }],
    ['uk', { ...UK, upper: true }],
    ['oslo', OSLO],
    ['munich', MUNICH],
    ['europe', EUROPE],
    ['the world', { ...WORLD, lower: true }],
  ],
}

const demonyms: Record<Language, [string, PlaceEntry & { upper?: true }][]> = {
  fr: [
    ['chinois', CHINA],
    ['chinoise', CHINA],
    ['allemand', GERMANY],
    ['allemande', GERMANY],
    ['suédois', place('Sweden', 'SE', 'country')],
    ['espagnol', SPAIN],
    ['japonais', JAPAN],
  ],
  en: [
    ['chinese', CHINA],
    ['german', GERMANY],
    ['spanish', SPAIN],
    ['japanese', JAPAN],
    ['british', UK],
    ['us', { ...US, upper: true }],
    ['uk', { ...UK, upper: true }],
  ],
}

const word = (lemma: string, features: WordFeature[], ...classes: string[]): WordEntry => ({ lemma, features, classes })

const words: Record<Language, [string, WordEntry][]> = {
  fr: [
    ['annoncé', word('annoncer', ['participle'], 'Say')],
    ['annonce', word('annoncer', ['present', 'noun'], 'Say')],
    ['précise', word('préciser', ['present'], 'Say')],
    ['vend', word('vendre', ['present'], 'Sell')],
    ['vendre', word('vendre', ['infinitive'], 'Sell')],
    ['recrute', word('recruter', ['present'], 'Hire')],
    ['lance', word('lancer', ['present'], 'Launch')],
    ['filiale', word('filiale', ['noun'], 'Subsidiary', 'OrgNoun')],
    ['détient', word('détenir', ['present'], 'Own')],
    ['rachat', word('racheter', ['noun'], 'Buy', 'Takeover')],
    ['constructeur', word('constructeur', ['noun'], 'OrgNoun')],
    ['président', word('patron', ['noun'], 'PersonNoun')],
    ['livraisons', word('livrer', ['noun'], 'Deliver', 'measure=deliveries')],
  ],
  en: [
    ['said', word('say', ['past', 'participle'], 'Say')],
    ['sold', word('sell', ['past', 'participle'], 'Sell')],
    ['sell', word('sell', ['infinitive'], 'Sell')],
    ['opened', word('open', ['past', 'participle'], 'Open')],
    ['plans', word('plan', ['present'], 'Plan')],
    ['costs', word('cost', ['present'], 'Price', 'Cost')],
    ['owned', word('own', ['past', 'participle'], 'Own')],
    ['stake', word('stake', ['noun'], 'Stake')],
    ['takeover', word('take-over', ['noun'], 'Takeover')],
    ['joint venture', word('joint-venture', ['noun'], 'JointVenture')],
    ['approved', word('approve', ['past', 'participle'], 'Approve')],
    ['deliveries', word('deliver', ['noun'], 'measure=deliveries')],
  ],
}

function languageLexicon(language: Language): LanguageLexicon {
  return {
    units: new Map([
      ['voitures', { unit: 'vehicles' }],
      ['cars', { unit: 'vehicles' }],
    ]),
    words: new Map(words[language]),
    places: new Map(places[language]),
    demonyms: new Map(demonyms[language]),
  }
}

export const lexicon: Lexicon = {
  fr: languageLexicon('fr'),
  en: languageLexicon('en'),
  orgs: new Map([
    ['volkswagen', { name: 'Volkswagen', industry: 'cars' }],
    ['vw', { name: 'Volkswagen', industry: 'cars', upper: true }],
    ['peugeot', { name: 'Peugeot', industry: 'cars' }],
    ['seat', { name: 'Seat', industry: 'cars', ambiguous: true }],
    ['orange', { name: 'Orange', industry: 'telecoms', ambiguous: true }],
    ['barclays', { name: 'Barclays', industry: 'banking' }],
    ['kelvar', { name: 'Kelvar Rail', industry: 'rail' }],
    ['kelvar rail', { name: 'Kelvar Rail', industry: 'rail' }],
    ['kr', { name: 'Kelvar Rail', industry: 'rail', upper: true }],
    ['brindal', { name: 'Brindal', industry: 'mining' }],
    ['brindal mining', { name: 'Brindal', industry: 'mining' }],
    ['tata', { name: 'Tata', industry: 'conglomerate' }],
    ['nintendo', { name: 'Nintendo', industry: 'games' }],
    ['bank of china', { name: 'Bank of China', industry: 'banking' }],
    ['reuters', { name: 'Reuters', industry: 'media' }],
    ['le monde', { name: 'Le Monde', industry: 'media' }],
    ['the national', { name: 'The National', industry: 'media' }],
    ['fda', { name: 'FDA', industry: 'regulator', upper: true }],
  ]),
  products: new Map([
    ['golf', { name: 'Golf', maker: 'Volkswagen', ambiguous: true }],
    ['208', { name: '208', maker: 'Peugeot', ambiguous: true }],
    ['2008', { name: '2008', maker: 'Peugeot', ambiguous: true }],
    ['switch', { name: 'Switch', maker: 'Nintendo', ambiguous: true }],
    ['leon', { name: 'Leon', maker: 'Seat', ambiguous: true }],
  ]),
  firstNames: new Set(['anna', 'james', 'hervé', 'marie']),
}

export interface Line {
  text: string
  role?: SentenceRole
}

/** A document of one sentence a line, without other mentions unless `taken` names the words that they cover. */
export function read(language: string, lines: (string | Line)[], taken: string[] = []): NameMention[] {
  const parts = lines.map((line) => (typeof line === 'string' ? { text: line } : line))
  const text = parts.map((part) => part.text).join('\n')
  const sentences: Sentence[] = []
  let start = 0
  for (const [paragraph, part] of parts.entries()) {
    const end = start + part.text.length
    sentences.push({ start, end, role: part.role ?? 'text', paragraph, tokens: tokenize(text, start, end) })
    start = end + 1
  }
  const spans = sentences.map((sentence) => taken.flatMap((words) => spanIn(text, sentence, words)))
  return findNames({ text, language, sentences }, lexicon, spans).flat()
}

function spanIn(text: string, { start, end }: Sentence, words: string): Span[] {
  const at = text.indexOf(words, start)
  return at < 0 || at >= end ? [] : [{ start: at, end: at + words.length }]
}

/** The names found, as `type name`. */
export const told = (mentions: NameMention[]): string[] => mentions.map(({ type, name }) => `${type} ${name}`)
