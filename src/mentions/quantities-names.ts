import type { Token } from '../types.js'
import type { Numeral } from './numerals.js'
import { type Reader, type Single, startsUpper, word } from './quantities-reader.js'
import { FUNCTION_WORDS, LABELS, SHORT_LABELS, STREETS_EN, STREETS_FR } from './quantities-words.js'

/** Tells figures that count something from those that belong to a name, an address or a list, and from articles. */

const CAPITAL = /\p{Lu}/u
const hasUpper = (text: string, { start, end }: Token) => CAPITAL.test(text.slice(start, Math.min(end, start + 20)))
/** What may stand before the first word of a sentence, a quotation or an item. */
const OPENING = new Set([...':"«“([-–—•*.!?…’\'‘|>'])

/** Token `i` opens a sentence or a quotation, where a capital tells nothing. */
const opens = (tokens: readonly Token[], i: number) => i <= 0 || OPENING.has(tokens[i - 1]?.lower ?? '')

/**
 * The figure at token `i` is part of a name ("Route 66", "Boeing 737", "500e" after "Fiat"), an address or a reference
 * ("p. 12", "n° 5"). Sums of money and percentages never are.
 */
export function partOfName(reader: Reader, i: number, single: Single): boolean {
  const { text, tokens, lang } = reader
  const { numeral, type, unit, next } = single
  if (type === 'money' || type === 'percent') return false
  const before = i > 0 ? tokens[i - 1] : undefined
  const after = tokens[next]
  if (type === 'ordinal') return ordinalName(reader, i, numeral)
  const first = tokens[i]
  if (before === undefined || first === undefined) return houseOrPostcode(reader, i, single)
  if (RANKS.has(before.lower)) return true
  if (numeral.words) {
    // "Seven Network", "les Trois Suisses": a number word with a capital inside a sentence
    if (opens(tokens, i) || !startsUpper(text, first)) return false
    return (startsUpper(text, after) || startsUpper(text, before)) && !titled(text, tokens)
  }
  // "[1]": a note
  if (before.lower === '[' && after?.lower === ']') return true
  if (unit === undefined && isModel(reader, before, after, numeral)) return true
  const plain = !numeral.grouped && numeral.scale === undefined && numeral.sign === undefined
  if (plain && first.start - before.end === 1) {
    if (LABELS[lang].has(before.lower) && (unit === undefined || startsUpper(text, before))) return true
    if (before.kind === 'mixed' && hasUpper(text, before)) return unit === undefined
    if (before.kind === 'word' && hasUpper(text, before) && nameBefore(reader, i, unit)) return true
  }
  if (REFERENCES.has(before.lower) || (/^['’]$/.test(before.lower) && before.end === first.start)) return true
  const short = i > 1 ? tokens[i - 2] : undefined
  if (before.lower === '.' && short?.end === before.start && SHORT_LABELS.has(short.lower)) return true
  return houseOrPostcode(reader, i, single)
}

/** "n° 5", "#42", "§ 3" */
const REFERENCES = new Set(['°', 'º', '#', '§', '@'])
const RANKS = new Set(['numéro', 'number'])
const SINGULAR_FR = new Set('le la un une ce cet cette mon ma ton ta son sa notre votre leur'.split(' '))

/** "une 205", "son 17 Pro", "a 737": a singular article before digits that count nothing. */
function isModel({ text, lang }: Reader, before: Token, after: Token | undefined, numeral: Numeral): boolean {
  if (numeral.digits === undefined || numeral.digits > 4 || numeral.grouped || numeral.scale || numeral.sign)
    return false
  if (numeral.decimal || numeral.fraction) return false
  if (lang === 'fr') return SINGULAR_FR.has(before.lower)
  return (before.lower === 'a' || before.lower === 'an') && !isLower(text, after)
}

/** The word with a capital before the figure at token `i` is the first part of a name. */
function nameBefore({ text, tokens, lang, lexicon }: Reader, i: number, unit: string | undefined): boolean {
  const { lower } = tokens[i - 1] as Token
  if (FUNCTION_WORDS[lang].has(lower) || lexicon.words.has(lower)) return false
  if (lexicon.places.has(lower) || lexicon.demonyms.has(lower))
    return unit === undefined && !isLower(text, tokens[i + 1])
  // at the start of a sentence the capital tells nothing: what is counted decides
  if (opens(tokens, i - 1)) return unit === undefined && !/(?:ing|ant)$/.test(lower)
  // "a commandé à Alstom 28 trains", "gives Danone 300 shops": who it goes to, and how many
  if (unit !== undefined && GIVEN[lang].test(tokens[i - 2]?.lower ?? '')) return false
  return unit === undefined || !titled(text, tokens)
}

/** Words before whom something goes to, in so many pieces. */
const GIVEN = { fr: /^à$/, en: /^(?:give|gives|gave|giving|hand|hands|handed|cost|costs|costing|save|saves|saved)$/ }

const isLower = (text: string, token: Token | undefined) =>
  token !== undefined && token.kind === 'word' && !startsUpper(text, token)

/** Most words of the sentence have capitals: a heading in title case. */
function titled(text: string, tokens: readonly Token[]): boolean {
  let upper = 0
  let words = 0
  for (let i = 0; i < tokens.length && i < 16; i++) {
    const token = tokens[i] as Token
    if (token.kind !== 'word' || token.end - token.start < 4) continue
    words++
    if (startsUpper(text, token)) upper++
  }
  return words >= 3 && upper * 3 >= words * 2
}

/** "20th Century Fox", "First Solar", "premier ministre", "la Fiat 500e". */
function ordinalName({ text, tokens, lang }: Reader, i: number, numeral: Numeral): boolean {
  const before = i > 0 ? tokens[i - 1] : undefined
  const after = tokens[numeral.next]
  if (numeral.words) return after?.lower === 'ministre' || (startsUpper(text, tokens[i]) && startsUpper(text, after))
  if (lang === 'fr') return startsUpper(text, before) && !FUNCTION_WORDS.fr.has(before?.lower ?? '')
  return startsUpper(text, after) && !opens(tokens, i)
}

/** "12, rue Monge", "350 Fifth Avenue", "75008 Paris" */
function houseOrPostcode(reader: Reader, i: number, { numeral, next }: Single): boolean {
  const { text, tokens, lang } = reader
  if (numeral.words || numeral.grouped || numeral.decimal || numeral.scale !== undefined) return false
  const after = tokens[next]
  if (numeral.digits === 5 && startsUpper(text, after) && i > 0) {
    const before = i > 0 ? tokens[i - 1] : undefined
    return before?.kind === 'punct' || startsUpper(text, before) || /^(?:à|de)$/.test(before?.lower ?? '')
  }
  if (lang === 'fr') {
    const street = after?.lower === ',' || after?.lower === 'bis' || after?.lower === 'ter' ? next + 1 : next
    if (!STREETS_FR.has(word(reader, street))) return false
    // "12 rue de l'Église" and "12 rue Monge", but not "12 places assises"
    return startsUpper(text, tokens[street + 1]) || /^(?:de|du|des|d')$/.test(word(reader, street + 1))
  }
  for (let k = next; k <= next + 3; k++) {
    if (!startsUpper(text, tokens[k])) return false
    if (k > next && STREETS_EN.has(word(reader, k))) return true
  }
  return false
}

const EN_PRONOUN_BEFORE = new Set(
  `the this that which each every no any another some such only other first last next new old good right wrong single long
  big small largest biggest no-one`.split(/\s+/),
)
const EN_PRONOUN_AFTER = new Set(
  `of another day thing who that which is was has had can could may might must should would will cannot in on at to for by
  and or but as with from day's time more less`.split(/\s+/),
)
const HALF_BEFORE = new Set(
  'first second the last latter this other each every better next final opening in 1st 2nd a'.split(' '),
)
const HALF_AFTER = new Set('year years time past term way year-on-year hour day month'.split(' '))

/**
 * The number at token `i` counts nothing: an article ("un", "une", "one" as a pronoun), "neuf" for new, the second that is a
 * unit of time, "the first half", a year. Only where no bound stands before it.
 */
export function uncounted(reader: Reader, i: number, single: Single): boolean {
  const { tokens, lang } = reader
  const { numeral, type, unit, next } = single
  const last = tokens.length - 1
  const isolated = i === 0 && (next > last || (next === last && tokens[last]?.kind === 'punct'))
  if (isolated) return false
  if (numeral.article) return isArticle(reader, i, single)
  if (type === 'ordinal') return isSecond(reader, i, numeral)
  if (type !== 'number') return false
  if (numeral.fraction)
    return numeral.words && (lang === 'fr' ? noShareFr(reader, i, next) : noShareEn(reader, i, next))
  if (!numeral.words) return isYearOrHours(reader, i, numeral)
  // "un véhicule neuf", "le marché du neuf" against "neuf véhicules"
  const isNew = lang === 'fr' && next === i + 1 && word(reader, i) === 'neuf' && unit === undefined
  return isNew && !(tokens[next]?.kind === 'word' && /[sx]$/.test(word(reader, next)))
}

function isArticle(reader: Reader, i: number, { type, unit, next }: Single): boolean {
  const after = reader.tokens[next]
  if (type === 'percent') return false
  if (type === 'money') return /^(?:fort|faible|numérique|strong|weak|digital)$/.test(after?.lower ?? '')
  if (reader.lang === 'fr' || EN_PRONOUN_BEFORE.has(word(reader, i - 1))) return true
  if (unit !== undefined) return false
  return (
    after === undefined || after.kind !== 'word' || EN_PRONOUN_AFTER.has(after.lower) || after.lower.startsWith("'")
  )
}

/** "24 heures sur 24", "7 jours sur 7"; a year that no date took: "2005 profits". */
function isYearOrHours(reader: Reader, i: number, { figure, digits, grouped, decimal, scale }: Numeral): boolean {
  if (word(reader, i - 1) === 'sur' && /^(?:heures|h|jours|j|)$/.test(word(reader, i - 2)))
    return figure === 24 || figure === 7
  return digits === 4 && !grouped && !decimal && scale === undefined && figure >= 1900 && figure < 2100
}

/** "the first half", "$2bn a quarter", "three quarters ago" */
function noShareEn(reader: Reader, i: number, next: number): boolean {
  const before = word(reader, i - 1)
  const after = word(reader, next)
  if (word(reader, i) === 'half') return HALF_BEFORE.has(before) || HALF_AFTER.has(after)
  const noun = word(reader, next - 1)
  if (noun === 'quarters') return /^(?:ago|earlier|later|running|in)$/.test(after)
  if (noun !== 'quarter' || word(reader, i) !== 'a') return false
  const share = reader.tokens[next]?.kind !== 'word' || SHARE_AFTER.has(after)
  return !share || reader.tokens[i - 1]?.kind === 'digits' || /^(?:\d.*|%|[mb]illion|bn|m)$/.test(before)
}

/** "à moitié", "trois quarts de finale", "vendu à un tiers" */
function noShareFr(reader: Reader, i: number, next: number): boolean {
  const first = word(reader, i)
  const before = word(reader, i - 1)
  const after = word(reader, next)
  if (first === 'moitié') return /^(?:à|première|seconde|deuxième|sa)$/.test(before)
  if (first === 'demi' || first === 'demie') return true
  if (after === 'de' && word(reader, next + 1) === 'finale') return true
  const third = first === 'un' && word(reader, next - 1) === 'tiers'
  return third && !/^(?:de|d'|du|des)$/.test(after) && /^(?:à|par|chez|avec|qu'|pour)$/.test(before)
}

const SHARE_AFTER = new Set('of more less to as from over between on compared against by'.split(' '))
const SECOND_AFTER = new Set('and or to of in for later ago before after'.split(' '))

/** "second" as a unit of time: "per second", "a second", "wait one second". */
function isSecond(reader: Reader, i: number, { figure, next }: Numeral): boolean {
  if (figure !== 2 || next !== i + 1) return false
  const second = word(reader, i)
  const before = word(reader, i - 1)
  const noun = reader.tokens[i + 1]?.kind === 'word' && !SECOND_AFTER.has(word(reader, i + 1))
  if (second === 'seconde') return /^(?:par|chaque|une|quelques)$/.test(before) && !noun
  if (second !== 'second' || reader.lang === 'fr') return false
  if (/^(?:per|one|split)$/.test(before) || reader.tokens[i - 1]?.kind === 'digits') return true
  return /^(?:a|this|every|each)$/.test(before) && !noun
}
