import { ALSO, also, DOES, is, kindOf, LITTLE_WORDS, TAG, type TermKind } from './kinds.js'
import { type Term, textOf } from './terms.js'

/** An adjective in a description: by its ending, a demonym ("chinois") or an ordinal ("troisième"). */
const isAdjectival = ({ kind, mention }: Term): boolean =>
  (kind.is & (TAG.Demonym | TAG.Ordinal)) !== 0 ||
  ((kind.does & DOES.Adjective) !== 0 && (kind.is & (TAG.Verb | TAG.Punct | TAG.Name)) === 0 && mention === undefined)

/**
 * Joins a description to the name that it introduces ("l'entreprise chinoise Hyperion Leasing" is one term, the name), and
 * marks one without a name ("le géant chinois", "the Guangzhou firm") as standing for an organisation yet to be resolved.
 */
export function joinDescriptions(terms: Term[]): Term[] {
  const out: Term[] = []
  let i = 0
  while (i < terms.length) {
    const term = terms[i] as Term
    const { kind } = term
    if (
      term.who !== undefined &&
      term.who.kind === 'pronoun' &&
      i + 1 < terms.length &&
      (isImpersonal(terms, i) || isSold(terms, i))
    ) {
      term.who = undefined
      term.kind = kindOf(
        [...kind.tags].filter((tag) => tag !== 'Who'),
        kind.normal,
        kind.asWritten,
        kind.does,
        term.word,
        kind.root,
      )
    }
    const ofTwo = (kind.does & DOES.Le) === 0 ? null : oneOfTwo(terms, i)
    if (ofTwo !== null) {
      out.push(standIn(ofTwo, terms[i] as Term, terms[i + 1] as Term, undefined))
      i += 2
      continue
    }
    if (
      /^[-‑]ci$/.test(terms[i + 1]?.normal ?? '') &&
      /^cel(?:ui|le)$/.test(term.normal) &&
      standsForFirm(terms[i + 2])
    ) {
      out.push({ ...standIn(LATTER, term, terms[i + 1] as Term, undefined), normal: `${term.normal}-ci` })
      i += 2
      continue
    }
    if (isLatter(terms, i)) {
      out.push(standIn(LATTER, terms[i] as Term, terms[i + 1] as Term, undefined))
      i += 2
      continue
    }
    const nationality = (kind.does & DOES.Le) === 0 ? null : readNationality(terms, i)
    if (nationality !== null) {
      out.push(nationality)
      i += 2
      continue
    }
    const description =
      (kind.does & DOES.Determiner) !== 0
        ? readDescription(terms, i)
        : (kind.is & TAG.OrgNoun) !== 0
          ? readDescription(terms, i - 1)
          : null
    if (description === null) {
      out.push(term)
      i++
      joinOrigin(out)
      continue
    }
    const { end, name } = description
    // the preposition in "du groupe X", "au groupe X" stays a word of its own before the name
    const contracted = name !== undefined && (kind.does & DOES.Contracted) !== 0
    if (contracted) out.push(term)
    const whole = joined(terms, contracted ? i + 1 : i, term, description)
    if (name !== undefined && (kind.does & DOES.Determiner) === 0) takeNounsBefore(out, whole)
    out.push(whole)
    i = end
    joinOrigin(out)
  }
  return out
}

const LONGEST_COMPOUND = 6
/** Trades that are called by what is done in them. */
const TRADES = new Set(
  'shipping mining trading engineering brewing banking publishing printing manufacturing farming fishing packaging catering gaming advertising marketing clothing building drilling lending financing leasing packing retailing recycling processing testing training consulting outsourcing streaming'.split(
    ' ',
  ),
)

/**
 * "bought Finnish drone navigation software developer X", "the bakery equipment maker X": the English nouns before the noun
 * that introduces a name are of its term too, back to the verb, preposition, article or demonym that opens the phrase.
 */
function takeNounsBefore(out: Term[], whole: Term): void {
  let from = out.length
  let place: string | undefined
  while (from > 0 && out.length - from < LONGEST_COMPOUND) {
    const term = out[from - 1] as Term
    const { kind, mention, who } = term
    if (mention?.type === 'demonym') {
      place = mention.country ?? mention.name
      from--
      break
    }
    const known = TAG.Punct | TAG.Name | TAG.Value | (TRADES.has(term.normal) ? 0 : TAG.Verb)
    // a vehicle in English, a conjunction in French
    const little = (kind.does & LITTLE_WORDS) !== 0 && term.normal !== 'car'
    if ((kind.is & known) !== 0 || little || mention !== undefined || who !== undefined) break
    if (!/^[a-z][a-z-]*[a-z]$/.test(textOf(term)) || /(?:ed|ly)$/.test(textOf(term))) break
    from--
  }
  const opener = out[from - 1]
  if (from === out.length || (opener === undefined && place === undefined)) return
  if (opener !== undefined && !opensCompound(out, from, place !== undefined)) return
  whole.start = (out[from] as Term).start
  if (place !== undefined && whole.who?.place === undefined)
    whole.who = { ...(whole.who as NonNullable<Term['who']>), place }
  out.length = from
}

/** Whether the term before `from` may stand before a noun phrase: a verb, a preposition, an article; a comma, where a demonym opens it. */
function opensCompound(terms: readonly Term[], from: number, demonym: boolean): boolean {
  const { kind, who, mention } = terms[from - 1] as Term
  if (who !== undefined || mention !== undefined) return false
  if ((kind.does & (DOES.Preposition | DOES.Determiner)) !== 0) return true
  if ((kind.is & TAG.Verb) === 0) return demonym && (kind.is & TAG.Punct) !== 0
  // "Struggling Danish baker X has": an adjective
  return (kind.is & (TAG.Gerund | TAG.Participle)) === 0 || (from > 1 && !is(terms[from - 2], TAG.Punct))
}

/** "Japan's Honda", "Germany's carmaker BMW": the place that a firm is from is part of its name's term, the last one. */
function joinOrigin(out: Term[]): void {
  const last = out.length - 1
  const name = out[last] as Term
  if (name.who?.kind !== 'name' || last < 2) return
  const place = out[last - 2] as Term
  if (((out[last - 1] as Term).kind.does & DOES.Possessor) === 0 || place.mention?.type !== 'place') return
  const from = place.mention.country ?? place.mention.name
  out.length -= 3
  out.push({ ...name, start: place.start, who: { ...name.who, place: name.who.place ?? from } })
}

/** "il faut", "il y a", but not "elle y produit 300 vélos", "il y a lancé". */
function isImpersonal(terms: readonly Term[], i: number): boolean {
  const next = terms[i + 1] as Term
  if ((next.kind.does & DOES.Impersonal) === 0) return false
  if (next.normal !== 'y') return true
  const verb = terms[i + 2]
  const is = terms[i + 3]?.kind.is ?? 0
  return also(verb, ALSO.Have) && terms[i]?.normal === 'il' && ((is & TAG.Participle) === 0 || (is & TAG.Noun) !== 0)
}

/** "il s'est vendu 2 millions de vélos": the pronoun stands for nobody. */
function isSold(terms: readonly Term[], i: number): boolean {
  if (!/^(?:s'|se)$/.test(terms[i + 1]?.normal ?? '') || terms[i]?.normal !== 'il') return false
  for (let j = i + 2; j <= i + 4; j++)
    if (/^(?:vendre|écouler|produire|immatriculer)$/.test(terms[j]?.kind.root ?? '')) return true
  return false
}

interface Description {
  noun: Term
  /** The term behind it. */
  end: number
  name: Term | undefined
}

/** The one term that a description makes, from term `from` on; `opener` is its first word, a contracted preposition included. */
function joined(terms: readonly Term[], from: number, opener: Term, { noun, end, name }: Description): Term {
  const first = terms[from] as Term
  const term: Term = {
    kind: opener.kind,
    normal: '',
    source: opener.source,
    start: first.start,
    end: (terms[end - 1] as Term).end,
    mention: undefined,
    word: noun.word,
    who: undefined,
  }
  let variant = 0
  let place: string | undefined
  for (let i = from; i < end && place === undefined; i++) {
    const { mention } = terms[i] as Term
    if (mention?.type === 'demonym') place = mention.country ?? mention.name
    // "le groupe de Dallas"
    else if (mention?.type === 'place') place = mention.country
  }
  if (name !== undefined) {
    term.who = { kind: 'name', name: name.who?.name ?? textOf(name), place, noun: lastWord(noun.normal) }
    term.mention = name.mention
    variant = NAMED
  } else {
    term.who = { kind: 'description', name: null, place, noun: lastWord(noun.normal) }
    if (noun.kind.tags.has('Other') || (opener.kind.does & DOES.Vague) !== 0 || isPlural(noun)) variant = INDEFINITE
  }
  if ((opener.kind.does & DOES.Possessive) !== 0) variant |= POSSESSIVE
  if (/^(?:au|aux|du|des) /i.test(textOf(term).slice(0, 4))) variant |= CONTRACTED
  term.kind = kindOfDescription(noun, variant)
  return term
}

/** "chain" of "retail chain": a description is shortened to its last word. */
const lastWord = (normal: string): string => RANKED.exec(normal)?.[0] ?? normal.slice(normal.lastIndexOf(' ') + 1)

const NAMED = 1
const INDEFINITE = 2
const POSSESSIVE = 4
const CONTRACTED = 8

const descriptionKinds = new Map<number, TermKind>()

function kindOfDescription({ kind: noun, word }: Term, variant: number): TermKind {
  const key = noun.id * 16 + variant
  let kind = descriptionKinds.get(key)
  if (kind === undefined) {
    const tags = new Set(['Who'])
    for (const tag of noun.tags) if (tag !== 'Noun' && tag !== 'OrgNoun') tags.add(tag)
    if (variant & NAMED) tags.add('Org').add('Name')
    else tags.add('Description')
    if (variant & INDEFINITE) tags.add('Indefinite')
    if (variant & POSSESSIVE) tags.add('Possessive')
    kind = kindOf([...tags], '', false, variant & CONTRACTED ? DOES.OpensContracted : 0, word, noun.root)
    descriptionKinds.set(key, kind)
  }
  return kind
}

const NATIONALITY = kindOf(['Who', 'Description'], '', false, 0)

/** "L'américain supprime …": an adjective of a place with its article, before a verb, is a firm of that place. */
function readNationality(terms: readonly Term[], i: number): Term | null {
  const article = terms[i] as Term
  const adjective = terms[i + 1]
  const verb = terms[behindClitics(terms, i + 2)]
  if (adjective === undefined || verb === undefined || adjective.mention?.type !== 'demonym') return null
  const clitic = verb !== terms[i + 2]
  if (!clitic && (verb.kind.is & TAG.Noun) !== 0) return null
  if (
    (verb.kind.is & (TAG.Finite | TAG.Future | (clitic ? TAG.Conditional : TAG.Comma))) === 0 &&
    !(clitic && also(verb, ALSO.Have | ALSO.Be))
  )
    return null
  return standIn(NATIONALITY, article, adjective, adjective.mention.name)
}

/** "Le danois y a investi", "l'américain n'en dit rien": the term behind the little pronouns and the "ne" before a verb. */
function behindClitics(terms: readonly Term[], i: number): number {
  let j = i
  while (j < i + 3 && CLITICS.has(terms[j]?.normal ?? '')) j++
  return j
}

const CLITICS = new Set("y en lui leur se s' ne n' l' le la les".split(' '))

const standIn = (kind: TermKind, from: Term, to: Term, place: string | undefined): Term => ({
  kind, normal: '', source: from.source, start: from.start, end: to.end, mention: undefined, word: undefined,
  who: { kind: 'description', name: null, place },
}) // biome-ignore format: one record

const LATTER = kindOf(['Who', 'Description', 'Latter'], '', false, 0)

const FIRST = kindOf(['Who', 'Description', 'FirstOfTwo'], '', false, 0)
const SECOND = kindOf(['Who', 'Description', 'SecondOfTwo'], '', false, 0)

/** "Le premier ferme un site, le second recrute": one of two named before, where a verb follows. */
function oneOfTwo(terms: readonly Term[], i: number): TermKind | null {
  if (!/^(?:le|la)$/.test((terms[i] as Term).normal)) return null
  const word = terms[i + 1]?.normal ?? ''
  const verb = terms[behindClitics(terms, i + 2)]
  const acts = is(verb, TAG.Finite | TAG.Future | TAG.Conditional) || also(verb, ALSO.Have)
  if (!acts || is(verb, TAG.Noun)) return null
  return /^premi(?:er|ère)$/.test(word) ? FIRST : /^seconde?$/.test(word) ? SECOND : null
}

/** "Celui-ci a payé", "Celui-ci, fondé en 1990," acts; "à celui-ci" does not. */
const standsForFirm = (next: Term | undefined): boolean =>
  is(next, TAG.Finite | TAG.Future | TAG.Conditional | TAG.Comma) || also(next, ALSO.Have | ALSO.Be)

/** "Ce dernier versera …": whoever was named last, where a verb follows. */
function isLatter(terms: readonly Term[], i: number): boolean {
  const { normal } = terms[i] as Term
  if (normal !== 'ce' && normal !== 'cette') return false
  const next = terms[i + 1]?.normal
  const verb = terms[i + 2]
  if ((next !== 'dernier' && next !== 'dernière') || verb === undefined) return false
  return (verb.kind.is & TAG.Noun) === 0 && verb.mention === undefined && !/^[a-zé]+(?:s|x)$/.test(verb.normal)
}

/**
 * Reads determiner, adjectives or place, organisation noun, adjectives, "de" place, name, from term `i` (its determiner,
 * or the term before a bare noun). Null where no such phrase stands there.
 */
function readDescription(terms: readonly Term[], i: number): Description | null {
  const n = terms.length
  let j = i + 1
  while (
    j < n &&
    j - i <= 4 &&
    !isOrgNoun(terms[j]) &&
    (isAdjectival(terms[j] as Term) || ((terms[j] as Term).kind.is & TAG.Place) !== 0)
  )
    j++
  const noun = terms[j]
  if (noun === undefined || !isOrgNoun(noun)) return null
  j++
  const bare = i < 0 || ((terms[i] as Term).kind.does & DOES.Determiner) === 0
  while (j < n && isAdjectival(terms[j] as Term)) j++
  let end = j
  // "le groupe de Shenzhen", "le numéro trois mondial du smartphone" keep their complement where it is a place
  if (j + 1 < n && ((terms[j] as Term).kind.does & DOES.Of) !== 0 && ((terms[j + 1] as Term).kind.is & TAG.Place) !== 0)
    end = j = j + 2
  while (j < n && isAdjectival(terms[j] as Term)) end = ++j
  if (!bare) end = nameBehindComplement(terms, end)
  const next = terms[end]
  if (next !== undefined && (next.kind.is & TAG.Org) !== 0) {
    let after = end + 1
    // "Hyperion Leasing (Tianjin)", "China National Machinery Industry (Sinomach)"
    if (
      is(terms[after], TAG.Lparen) &&
      is(terms[after + 2], TAG.Rparen) &&
      (is(terms[after + 1], TAG.Place) || terms[after + 1]?.who?.name === next.who?.name)
    )
      after += 3
    // "filiale de X" ties two organisations: the noun must stay visible to rules
    if (noun.kind.tags.has('Subsidiary') && bare) return null
    return { noun, end: after, name: next }
  }
  return bare ? null : { noun, end, name: undefined }
}

const COMPLEMENT = /^(?:de|d'|du|des)$/
const IN_COMPLEMENT = /^(?:de|d'|du|des|l'|la|le|les|et|en|à|pour|dans|haut)$/
const LONGEST_COMPLEMENT = 7

/**
 * "le fabricant de meubles en bois X", "le géant de l'ameublement X", "la start-up spécialisée dans le vélo X": where the name
 * stands behind what the firm makes, for the term behind noun and adjectives; else that term itself.
 */
function nameBehindComplement(terms: readonly Term[], from: number): number {
  let j = from
  if (/^spécialisée?s?$/.test(terms[j]?.normal ?? '')) j++
  const opener = terms[j]?.normal ?? ''
  if (!COMPLEMENT.test(opener) && (j === from || !/^(?:dans|en)$/.test(opener))) return from
  let word = false
  for (j++; j < Math.min(from + LONGEST_COMPLEMENT, terms.length); j++) {
    const term = terms[j] as Term
    if (term.who !== undefined || (term.kind.is & TAG.Org) !== 0) return word && term.who?.kind === 'name' ? j : from
    if (term.mention !== undefined && term.mention.type !== 'demonym') return from
    // "une filiale du groupe X"
    if ((term.kind.is & TAG.OrgNoun) !== 0) return from
    if ((term.kind.is & TAG.Punct) !== 0 || ((term.kind.is & TAG.Finite) !== 0 && (term.kind.is & TAG.Noun) === 0))
      return from
    // "la filiale de l'allemand X": his, and no name of its own
    if (term.mention === undefined) word = !IN_COMPLEMENT.test(term.normal)
  }
  return from
}

const isPlural = ({ normal, kind }: Term) =>
  /[sx]$/.test(normal) && !RANKED.test(normal) && !/[sx]$/.test(kind.root ?? '')

/** "Le numéro deux mondial": a figure closes the noun. */
const RANKED = /^numéro(?= (?:un|deux|trois)$)/

const isOrgNoun = (term: Term | undefined): boolean =>
  term !== undefined && (term.kind.is & TAG.OrgNoun) !== 0 && term.mention === undefined
