import { DOES, TAG } from './kinds.js'
import type { Term } from './terms.js'

/** Nouns that may stand for any firm. */
const GENERIC = new Set('company firm group business giant rival maker owner partner parent subsidiary supplier distributor division unit entreprise société groupe firme compagnie géant concurrent filiale fournisseur distributeur partenaire'.split(' ')) // biome-ignore format: a word list

/** Nouns that stand for one another: "la maison X … La marque". */
const KIN: Record<string, string> = { maison: 'marque', griffe: 'marque', label: 'marque', startup: 'start-up', labo: 'laboratoire' } // biome-ignore format: a word list

/** The noun under which a name is kept, and looked up, in {@link describe}. */
export const kinOf = (noun: string): string => KIN[noun] ?? noun

/** Keeps what a name is told to be: "the café chain X", "X, the Danish brewer". */
export function describe(terms: readonly Term[], i: number, described: Map<string, string | null>): void {
  const { who } = terms[i] as Term
  const told = who?.noun ?? nounOfApposition(terms, i)
  if (told === undefined || who?.name == null || GENERIC.has(told)) return
  const noun = kinOf(told)
  const known = described.get(noun)
  described.set(noun, known === undefined || known === who.name ? who.name : null)
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
