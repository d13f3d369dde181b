import type { Language, Lexicon, NameMention, NameType, Sentence, Span, Token } from '../types.js'
import { nameGoods } from './names-brands.js'
import { TRAIT } from './names-facts.js'
import { MAKERS, PART } from './names-firms.js'
import { type Forms, formKey, formOf, gatherForms, markCommon, type NameForm } from './names-forms.js'
import type { Entry, Place } from './names-gazetteer.js'
import { nameLabels } from './names-labels.js'
import { nameMakers } from './names-makers.js'
import { findRuns } from './names-runs.js'
import type { Run, Segment } from './names-segments.js'
import { settleForms } from './names-settle.js'
import { SHAPE, writtenForm } from './names-shapes.js'
import { findAliases, uniteForms } from './names-unite.js'
import {
  createReader,
  factsAt,
  isAt,
  isPartAt,
  isSettled,
  opensAt,
  type Reader,
  readTraits,
  viewSentence,
  wordAt,
} from './names-view.js'
import { WORD } from './names-words.js'

/**
 * Finds the names of organisations, products, places and persons in a document, and the adjectives of places.
 *
 * No list of names is needed: runs of capitals are candidates; what stands around them anywhere in the document votes for
 * what they are; a form without votes is left out, as a wrong name costs more than a missing one. The lexicon settles the
 * names that it knows. All forms of one organisation bear one name, the fullest that the document uses.
 *
 * `taken` holds, per sentence, the spans of dates and quantities: no name covers them, except that a bare number or year
 * may turn out to be part of a name ("Julia 30"); then the name and that span overlap, and the name is right.
 *
 * Returns the mentions of each sentence in order of their place, without overlap; offsets are UTF-16 code units of
 * `doc.text`. A document in another language than French or English has none. Linear in the length of the text.
 */
export function findNames(
  doc: { text: string; language: string; sentences: readonly Sentence[] },
  lexicon: Lexicon,
  taken: readonly (readonly Span[])[],
): NameMention[][] {
  const mentions: NameMention[][] = doc.sentences.map(() => [])
  const language = doc.language.slice(0, 2)
  if (language !== 'fr' && language !== 'en') return mentions
  const reader = createReader(doc, language satisfies Language, lexicon)
  const runs = readRuns(reader, taken)
  const forms = readForms(reader, runs)
  for (const run of runs) {
    const out = mentions[run.view.index] as NameMention[]
    for (const segment of run.segments) {
      if (segment.kind !== 'aside') addMentions(reader, run, segment, forms, out)
    }
  }
  nameLabels(doc.text, doc.sentences, mentions)
  nameMakers(doc.text, mentions, language === 'fr')
  if (language === 'en') nameGoods(doc.text, doc.sentences, mentions)
  return mentions
}

function readRuns(reader: Reader, taken: readonly (readonly Span[])[]): Run[] {
  const { sentences } = reader
  const runs: Run[] = []
  let base = 0
  for (let i = 0; i < sentences.length; i++) {
    const sentence = sentences[i] as Sentence
    const all = readTraits(reader, sentence.tokens, base)
    if ((all & TRAIT.starts) !== 0) findRuns(reader, viewSentence(reader, sentence, i, base, all, taken[i] ?? []), runs)
    base += sentence.tokens.length
  }
  return runs
}

/** Every form of the document: what it stands for and which name it bears. */
function readForms(reader: Reader, runs: readonly Run[]): Forms {
  const forms = gatherForms(reader, runs)
  markCommon(reader, forms)
  const aliases = findAliases(reader, runs, forms)
  uniteForms(settleForms(reader, runs, forms), aliases)
  return forms
}

function addMentions(reader: Reader, run: Run, segment: Segment, forms: Forms, out: NameMention[]): void {
  const { kind, entry, start, end, nameEnd } = segment
  const form = formOf(forms, run, segment)
  // "Presse : le groupe X …": a capital that proves nothing, before a colon, heads the line and names nobody
  const heads = form !== undefined && form.sure === 0 && !form.settled && end - start === 1
  if (heads && run.initial && wordAt(run.view, end) === ':') return
  if (kind === 'known' && entry !== undefined && isSettled(entry)) {
    const found = knownMention(reader.language, run, segment, entry, form)
    if (found !== null) out.push(found)
  } else if (run.view.loose) addScattered(run, segment, forms, out)
  else if (addSplit(reader, run, segment, forms, form, out)) return
  else if (form !== undefined && form.type !== null) out.push(mention(run, start, end, form))
  else if (run.initial && start === run.start && nameEnd > start + 1) {
    // an ordinary word that opens the sentence, before a name
    const rest = forms.get(formKey(run, start + 1, nameEnd))
    if (rest !== undefined && rest.type !== null && (rest.settled || rest.sure > 0))
      out.push(mention(run, start + 1, end, rest))
  }
}

function named({ view: { tokens } }: Run, start: number, end: number, type: NameType, name: string): NameMention {
  return {
    type,
    start: (tokens[start] as Token).start,
    end: (tokens[end - 1] as Token).end,
    name,
    code: undefined,
    country: undefined,
    countryCode: undefined,
    maker: undefined,
    media: undefined,
  }
}

function mention(run: Run, start: number, end: number, form: NameForm): NameMention {
  const { entry, votes } = form
  const type = form.type ?? 'org'
  const out = named(run, start, end, type, form.name)
  if (type === 'org') {
    if (entry?.org === undefined ? votes.media : isSource(entry.org.industry)) out.media = true
  } else if (type === 'product') {
    if (form.maker !== undefined) out.maker = form.maker
  } else if (type === 'place') locate(out, entry?.place, votes.within)
  return out
}

/** Trades of sources rather than subjects; a regulator hosts and grants, and sells nothing. */
const isSource = (industry: string | undefined): boolean =>
  industry === 'media' || industry === 'research' || industry === 'regulator'

/** Says where a place is: one that the lexicon lacks may be told to lie in another. */
function locate(out: NameMention, place: Place | undefined, within?: Place): void {
  if (place !== undefined || within !== undefined) out.code = place?.code ?? null
  const around = place?.country !== undefined ? place : within
  if (around === undefined) return
  const isCountry = around.kind === 'country'
  const country = isCountry ? around.name : around.country
  if (country === undefined) return
  out.country = country
  out.countryCode = isCountry ? around.code : around.countryCode
}

/** A name that the lexicon settles. */
function knownMention(
  language: Language,
  run: Run,
  segment: Segment,
  entry: Entry,
  form: NameForm | undefined,
): NameMention | null {
  const { org, product, place, demonym } = entry
  const { start, end } = segment
  // "la famille Peugeot", "the Ford family": who bears the name of the firm
  if (org !== undefined && (wordAt(run.view, start - 1) === 'famille' || wordAt(run.view, end) === 'family'))
    return named(run, start, end, 'person', org.name)
  if (org !== undefined || product !== undefined) {
    const out = named(
      run,
      start,
      end,
      org !== undefined ? 'org' : 'product',
      form?.name ?? (org ?? product)?.name ?? '',
    )
    if (org === undefined && product !== undefined) out.maker = product.maker
    if (isSource(org?.industry)) out.media = true
    return out
  }
  const adjective = demonym !== undefined && (place === undefined || qualifies(language, run, segment))
  const known = adjective ? demonym : place
  if (known === undefined || (!adjective && tellsNoPlace(run, segment, known))) return null
  const out = named(run, start, end, adjective ? 'demonym' : 'place', known.name)
  locate(out, known)
  return out
}

/** "the world's biggest maker" tells no market, "the Osaka motor show" no town, "US$42" no country. */
function tellsNoPlace(run: Run, segment: Segment, place: Place): boolean {
  const next = wordAt(run.view, segment.end)
  return next === '$' || (place.code === '001' && next === "'s") || isPartOfEvent(run, segment)
}

/** "US sales" and "the UK importer" as opposed to "in the US": the noun after it tells. */
function qualifies(language: Language, { view }: Run, { end }: Segment): boolean {
  const { kind, is, lower } = factsAt(view, end)
  if (language === 'fr' || kind !== 'word') return false
  if (opensAt(view, end)) return true
  return (is & (WORD.functionWords | WORD.auxiliaries | WORD.betweenSubjectAndVerb)) === 0 && !lower.startsWith("'")
}

/** "le salon de Munich", "the Osaka motor show": the town names the event. So does a country its money. */
function isPartOfEvent({ view }: Run, { start, end }: Segment): boolean {
  if (isAt(view, start - 1, WORD.ofPrepositions) && isPartAt(view, start - 2, PART.eventNouns | PART.currencies))
    return true
  return (
    isPartAt(view, end, PART.eventTails) &&
    isPartAt(view, end + 1, PART.eventNouns | PART.institutions | PART.landmarks)
  )
}

/**
 * "Zentro Z5" where the document shows elsewhere that Zentro is a firm: adds two mentions. False where the stretch is no
 * maker with its product.
 */
function addSplit(
  reader: Reader,
  run: Run,
  { kind, firm, start, end, nameEnd }: Segment,
  forms: Forms,
  whole: NameForm | undefined,
  out: NameMention[],
): boolean {
  if (kind === 'known' || firm > 0 || whole?.type === 'person') return false
  const { tokens } = run.view
  for (let cut = nameEnd - 1; cut > start; cut--) {
    const maker = forms.get(formKey(run, start, cut))
    const { shape, kind: token } = factsAt(run.view, cut)
    if (maker?.type !== 'org' || (shape === SHAPE.plain && token !== 'digits')) continue
    const { org } = maker.entry ?? {}
    if (org?.industry !== undefined && !MAKERS.has(org.industry)) continue
    const rest = forms.get(formKey(run, cut, nameEnd))
    const coded = shape === SHAPE.mixed || shape === SHAPE.digitsFirst
    // a known maker whose name is an ordinary word too is meant where the document shows it elsewhere
    if (rest?.type !== 'product' && !coded && org === undefined && whole?.type !== 'product') continue
    const last = tokens[nameEnd - 1] as Token
    const from = tokens[cut] as Token
    // a letter alone names nothing: "Voltra S"
    const letter = last.end - from.start === 1
    const ware = writtenForm(reader.text, (letter ? (tokens[start] as Token) : from).start, last.end)
    const product = named(run, cut, end, 'product', rest?.type === 'product' ? rest.name : ware)
    product.maker = maker.name
    out.push(mention(run, start, cut, maker), product)
    return true
  }
  return false
}

/** Names of the document inside a heading whose capitals prove nothing. */
function addScattered(run: Run, { start, nameEnd }: Segment, forms: Forms, out: NameMention[]): void {
  let i = start
  while (i < nameEnd) {
    let end = nameEnd
    while (end > i && !forms.get(formKey(run, i, end))?.type) end--
    const found = end > i ? forms.get(formKey(run, i, end)) : undefined
    if (found !== undefined) out.push(mention(run, i, end, found))
    i = Math.max(end, i + 1)
  }
}
