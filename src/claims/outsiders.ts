import { type Candidate, classValue } from './candidate.js'
import { type Clause, MODALS } from './clauses.js'
import { TRADES_FR } from './industry.js'
import { ALSO, also, DOES, does, is, TAG } from './kinds.js'
import { isSubjectLike } from './standing.js'
import { type Term, textOf } from './terms.js'

// A clause may have a subject of its own that is no firm of the text: what it tells is not the thread's.

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** French nouns, which an article opens: who buys, sells, employs or pays, and is never the firm that a text is about. */
const OUTSIDERS = words(
  `gouvernement état région régions département départements métropole agglomération ville villes commune communes mairie municipalité collectivité collectivités préfecture ministère pays sénat parlement tribunal maire ministre préfet député députés sénateur entrepreneur milliardaire investisseurs famille héritiers éleveurs agriculteurs producteurs viticulteurs vignerons pêcheurs exploitants paysans planteurs concurrents rivaux banques créanciers repreneurs candidats ménages consommateurs français françaises particuliers constructeurs fabricants industriels distributeurs opérateurs acteurs acteur entreprises sociétés groupes firmes enseignes compagnies transporteurs restaurateurs commerçants artisans indépendants hôteliers armateurs sidérurgistes assureurs brasseurs mines exploitations ports aéroports chinois américains européens allemands`,
)

/** Who may hold a share of the firm that the text is about. */
const HOLDERS = words(
  'salariés employés personnel dirigeants dirigeant fondateur fondatrice fondateurs président patron pdg directeur public flottant actionnaires',
)

/** The same in English, where adjectives stand before them: "the German government". */
const OUTSIDERS_EN = words(
  `museum museums collector hospital hospitals government governments state ministry department council county parliament minister mayor governor senate lawmakers investors shareholders family consumers households farmers growers breeders rivals competitors banks creditors bidders buyers workers unions regulators manufacturers retailers carmakers airlines operators companies firms businesses supermarkets grocers chains brewers automakers insurers lenders producers makers builders housebuilders utilities publishers pair duo trio`,
)

/** Words between a determiner and its noun. */
const BEFORE_NOUN = words(
  'deux trois quatre cinq six grands grandes grand grande gros grosses principaux principales petits petites autres autre jeunes jeune nouveaux nouvelles anciens seuls premiers premières mêmes très nouvel futur future',
)

/** What firms alone have, not their products or plants. */
const FIRM_MEASURES = words('staff hires job-cuts stores revenue profit loss valuation')

/** `person`: somebody with a name, or the holder of a share, whose money or share it still is. */
export type Outsider = 'nobody' | 'person' | 'market'

/**
 * Whether the verb of the clause has a subject of its own that cannot stand for the firm of the thread: "les éleveurs ont
 * vendu", "un concurrent supprime", "le secteur emploie"; for what firms alone do also an unknown name or a person.
 */
export function outsiderOf(terms: readonly Term[], clause: Clause, candidate: Candidate): Outsider | null {
  const { rule } = candidate.compiled
  // a minister opens plants and a mayor sets prices of no firm
  if (rule.kind === 'price' || rule.claim.event === 'approval') return null
  const { trigger } = candidate
  const noun = is(terms[trigger], TAG.Noun) || !is(terms[trigger], TAG.Verb)
  // "le maire salue un investissement de …": not the mayor's
  if (noun && rule.kind !== 'volume') return null
  let found: Outsider | null = null
  // "… will invest $37 million and create 200 jobs"
  const goesOn = clause.kind === 'coordinate' && clause.parent !== null && opensWithVerb(terms, clause)
  const told = goesOn ? (clause.parent as Clause) : clause
  const opening = openingOf(terms, told)
  const isMilestone = rule.kind === 'milestone'
  for (const i of told.terms) {
    const term = terms[i] as Term
    if (term.kind.finite || also(term, ALSO.Have) || also(term, ALSO.Be)) {
      if (noun && !hasIt(term)) return null
      // "les fonds serviront à doubler l'effectif"
      return i <= trigger && !/^(?:serv|perm)/.test(term.normal) ? found : null
    }
    // "European retailers cut their orders", "shareholders holding 12 %": what may be a noun is their verb
    if (i === trigger && is(term, TAG.Finite | TAG.Gerund) && OUTSIDERS_EN.has(terms[i - 1]?.normal ?? '')) return found
    if (i >= trigger) return null
    if (found !== null) {
      // "Les éleveurs de X": still theirs; "La région et X": not
      if (term.who?.kind === 'name' && isSubjectLike(terms, i)) return null
      continue
    }
    if (term.who !== undefined && term.who.kind !== 'possessive') {
      // "Ford's rivals sell well in Brazil"
      if (term.who.kind === 'name' && hasRivals(terms, i)) {
        found = 'nobody'
        continue
      }
      // "une filiale verra le jour" is the firm's own
      // but "la filiale" is one that was told before
      const another = /^la filiale$/i.test(textOf(term)) && !/^(?:de|d'|du|des)$/.test(terms[i + 1]?.normal ?? '')
      const own = term.kind.tags.has('Subsidiary') && !another
      if (own || term.who.name !== null || term.who.kind !== 'description') return null
      if (!isSubjectLike(terms, i) && !does(terms[clause.start], DOES.One)) return null
      found = 'nobody'
      continue
    }
    // "Asian firms saw", "Carmakers sold"
    if (i === opening && isOutsiderAhead(terms, i) && !isMilestone) {
      found = 'nobody'
      continue
    }
    if (does(terms[i - 1], DOES.Preposition)) continue
    if (term.mention?.type === 'person' && isFirms(candidate, terms)) {
      if (isLeader(terms, i)) return null
      found = 'person'
    } else if (does(term, DOES.Determiner) && (rule.claim.of === 'stake' || !also(term, ALSO.Possessive))) {
      let head = i + 1
      while (head < i + 3 && (BEFORE_NOUN.has(terms[head]?.normal ?? '') || is(terms[head], TAG.Ordinal))) head++
      found = does(term, DOES.One) && isOfFirms(terms, head) ? 'nobody' : nounOf(terms, head, candidate)
    }
  }
  return null
}

/** "Jane Roe, the chief executive, wants to invest", "Le patron, Jean Rol,": who leads the firm of the thread speaks for it. */
function isLeader(terms: readonly Term[], person: number): boolean {
  const before = is(terms[person - 1], TAG.Comma) ? person - 2 : person - 1
  if (LEADS.test(terms[before]?.normal ?? '')) return true
  if (!is(terms[person + 1], TAG.Comma)) return false
  for (let i = person + 2; i < person + 6; i++) {
    if (LEADS.test(terms[i]?.normal ?? '')) return is(terms[i + 1], TAG.Comma)
    if (terms[i] === undefined || is(terms[i], TAG.Punct) || does(terms[i], DOES.One)) return false
  }
  return false
}

const FIRMS = new Set(['company', 'carmaker', 'brand', 'airline', 'bank'])

const LEADS =
  /^(?:patron(?:ne)?|pdg|président(?:e)?|directeur|directrice|direct(?:eur|rice) générale?|général(?:e)?|dirigeant(?:e)?|boss|ceo|chief executive(?: officer)?|executive|chairman|chairwoman|president|managing director)$/

/** "X's rivals", "X's main competitors": others than the name at `i`. */
function hasRivals(terms: readonly Term[], i: number): boolean {
  if (!does(terms[i + 1], DOES.Possessor)) return false
  for (let j = i + 2; j < i + 4; j++)
    if (terms[j]?.kind.tags.has('Other'))
      return textOf(terms[j] as Term).endsWith('s') && terms[j + 1]?.who === undefined
  return false
}

/** The first term of a clause behind its conjunction. */
const openingOf = (terms: readonly Term[], clause: Clause): number =>
  clause.terms.find((i) => !is(terms[i], TAG.Punct) && !does(terms[i], DOES.Conjunction | DOES.Subordinate)) ?? -1

/** Behind its conjunction stands no subject. */
function opensWithVerb(terms: readonly Term[], clause: Clause): boolean {
  const first = terms[openingOf(terms, clause)]
  return is(first, TAG.Verb) || MODALS.has(first?.normal ?? '')
}

/** "US carmakers saw their share fall", "Retailers said they would": a plural of the clause's or sentence's own subject is theirs. */
export const isTheirOwn = (terms: readonly Term[], clause: Clause, i: number): boolean =>
  (terms[i]?.normal === 'their' && isOutsiderAhead(terms, openingOf(terms, clause))) ||
  (terms[i]?.normal === 'they' && isOutsiderAhead(terms, 0))

/** "An electric motor and fan manufacturer": a noun of firms within the phrase that begins at `from`. */
function isOfFirms(terms: readonly Term[], from: number): boolean {
  for (let i = from; i < from + 5 && i < terms.length; i++) {
    if (is(terms[i], TAG.OrgNoun)) return terms[i]?.kind.tags.has('Subsidiary') === false
    if (is(terms[i], TAG.Verb | TAG.Punct) || terms[i]?.who !== undefined) return false
  }
  return false
}

/** "The German federal government": the noun of an English phrase stands last. */
function isOutsiderAhead(terms: readonly Term[], from: number): boolean {
  for (let i = from; i < from + 4 && i < terms.length; i++) {
    const term = terms[i] as Term
    if (is(term, TAG.Verb | TAG.Punct) || does(term, DOES.Preposition) || term.who !== undefined) return false
    if (OUTSIDERS_EN.has(term.normal)) return !does(terms[i + 1], DOES.Possessor)
  }
  return false
}

function nounOf(terms: readonly Term[], at: number, candidate: Candidate): Outsider | null {
  const head = terms[at]
  if (head === undefined || head.who !== undefined) return null
  const { normal, mention } = head
  const { kind, claim } = candidate.compiled.rule
  if (claim.of === 'stake' && HOLDERS.has(normal)) return 'person'
  // "Le nouvel ensemble emploiera 900 personnes": what comes of a merger, and none of those who merge
  if (/^(?:ensemble|entité)$/.test(normal) && /^(?:nouvel|nouvelle|futur|future)$/.test(terms[at - 1]?.normal ?? ''))
    return kind === 'milestone' ? null : 'nobody'
  // what a trade does is nobody's, and a figure of the whole market
  if (TRADES_FR.has(normal)) return kind !== 'volume' || isFirms(candidate, terms) ? 'nobody' : 'market'
  if (OUTSIDERS.has(normal) || isOutsiderAhead(terms, at)) return kind === 'milestone' ? null : 'nobody'
  // "Les deux groupes emploient 900 personnes": together, and neither of them
  if (mention?.type === 'amount' && FIRMS.has(mention.value.unit ?? '') && kind !== 'milestone') return 'nobody'
  if (mention !== undefined && mention.type !== 'person') return null
  // "Le PDG de X veut investir"
  if (LEADS.test(normal)) return null
  return isFirms(candidate, terms) && /^\p{Lu}/u.test(textOf(head)) ? 'nobody' : null
}

/** A verb that says whose the noun behind it is: "compte", "a accueilli", no verb of saying or greeting. */
const hasIt = (verb: Term): boolean =>
  also(verb, ALSO.Have) ||
  (verb.kind.root !== undefined && !is(verb, TAG.Say) && HOLDS.some((tag) => verb.kind.tags.has(tag)))
const HOLDS = [
  'Seen',
  'Count',
  'Take',
  'Post',
  'Reach',
  'Yield',
  'Own',
  'Employ',
  'Create',
  'Open',
  'Obtain',
  'Operate',
]

/** Whether only a firm can be told this of. */
function isFirms({ compiled: { rule }, match }: Candidate, terms: readonly Term[]): boolean {
  if (rule.kind === 'investment' || rule.claim.of === 'stake') return true
  const told = rule.claim.measure
  const at = match.groups.measure?.[0]
  const measure = told === '<measure>' && at !== undefined ? classValue(terms[at], 'measure') : told
  return typeof measure === 'string' && FIRM_MEASURES.has(measure)
}
