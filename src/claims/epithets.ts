import type { Discourse } from './discourse.js'
import { DOES, is, TAG } from './kinds.js'
import type { Term } from './terms.js'

/** Nouns that may stand for any firm. */
const GENERIC = new Set('company firm group business giant rival maker owner partner parent subsidiary supplier distributor division unit entreprise société groupe firme compagnie géant concurrent filiale fournisseur distributeur partenaire'.split(' ')) // biome-ignore format: a word list

/** Nouns that stand for one another: "la maison X … La marque". */
const KIN: Record<string, string> = { maison: 'marque', griffe: 'marque', label: 'marque', startup: 'start-up', aérienne: 'compagnie', labo: 'laboratoire' } // biome-ignore format: a word list

/** The noun under which a name is kept, and looked up, in {@link describe}. */
export const kinOf = (noun: string): string => KIN[noun] ?? noun

/** Keeps what a name is told to be: "the café chain X", "X, the Danish brewer". */
export function describe(terms: readonly Term[], i: number, described: Map<string, string | null>): void {
  const { who } = terms[i] as Term
  const told = who?.noun ?? nounOfApposition(terms, i) ?? nounBehind(terms, i)
  if (told === undefined || who?.name == null || GENERIC.has(told)) return
  const noun = kinOf(told)
  const known = described.get(noun)
  described.set(noun, known === undefined || known === who.name ? who.name : null)
}

/** Keeps whom a noun of any firm introduces: "la compagnie aérienne X". */
export function call({ who }: Term, sentence: number, { called }: Discourse): void {
  const noun = kinOf(who?.noun ?? '')
  if (who?.name != null && FIRM.has(noun)) called.set(noun, { name: who.name, sentence })
}

const FIRM = new Set(['entreprise', 'société', 'groupe', 'firme', 'compagnie'])

/** What is told first of a firm that the text has not been about: "La société, fondée en 1990 à Linz,". */
const TOLD_OF_NEW = /^(?:fondée|créée|installée|basée|établie|implantée|née|spécialisée|lancée|dirigée|détenue|cotée)$/

/**
 * "X rachète la compagnie Y. La compagnie emploie …", "X rachète Y. La société, fondée en 1990, emploie …": who was called
 * so, or has just been bought, rather than whom the text was about; else null.
 */
export function calledBefore(terms: readonly Term[], i: number, sentence: number, discourse: Discourse): string | null {
  const { called, takeover, focus } = discourse
  const noun = kinOf(terms[i]?.who?.noun ?? '')
  if (i > 0 || !FIRM.has(noun)) return null
  const last = called.get(noun)
  if (last !== undefined) return last.sentence === sentence - 1 ? last.name : null
  const bought = takeover?.sentence === sentence - 1 && takeover.buyer === focus ? takeover.bought : null
  return bought !== null && is(terms[i + 1], TAG.Comma) && TOLD_OF_NEW.test(terms[i + 2]?.normal ?? '') ? bought : null
}

/** What a firm has of itself, and calls by a name of its own. */
const PARTS = new Set(['brand', 'marque', 'label', 'division', 'unit', 'arm', 'subsidiary'])

/** "The Dacia brand": the noun that follows the name behind its article. */
function nounBehind(terms: readonly Term[], i: number): string | undefined {
  const noun = terms[i + 1]?.normal
  return noun !== undefined && PARTS.has(noun) && ((terms[i - 1]?.kind.does ?? 0) & DOES.Article) !== 0
    ? noun
    : undefined
}

/** "The Dacia brand did well, with the division's sales up 3 %": whom the part of a firm at `i` stands for by its own sentence; else null. */
export function partNamedBefore(terms: readonly Term[], i: number): string | null {
  const { who } = terms[i] as Term
  if (who?.kind !== 'description' || !PARTS.has(who.noun ?? '')) return null
  for (let j = i - 2; j > 0; j--)
    if (terms[j]?.who?.kind === 'name' && nounBehind(terms, j) !== undefined) return terms[j]?.who?.name ?? null
  return null
}

function nounOfApposition(terms: readonly Term[], i: number): string | undefined {
  const opener = terms[i + 2]
  if (((terms[i + 1]?.kind.is ?? 0) & TAG.Comma) === 0 || ((opener?.kind.does ?? 0) & DOES.Determiner) === 0) return
  for (let j = i + 2; j < Math.min(i + 8, terms.length); j++) {
    const { kind, who, normal } = terms[j] as Term
    const { is, does } = kind
    if (who?.kind === 'description') return who.noun
    if ((is & TAG.OrgNoun) !== 0) return normal
    if ((is & (TAG.Punct | TAG.Finite)) !== 0 || (does & DOES.Preposition) !== 0) return
  }
  return
}
