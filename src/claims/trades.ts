import { type Discourse, topicBy } from './discourse.js'

// Of whom a noun of firms may be said: by their trade, their country, and by what they own.

/** The trades, as the lexicon calls them, that a noun of firms may be said of. */
const TRADES_OF = new Map([
  ['opérateur', ['telecoms', 'transport']],
  ['assureur', ['insurance']],
  ['insurer', ['insurance']],
  ['banque', ['banking']],
  ['bank', ['banking']],
  ['brasseur', ['beer']],
  ['brewer', ['beer']],
  ['avionneur', ['aircraft']],
  ['planemaker', ['aircraft']],
  ['constructeur', ['cars', 'trucks', 'motorcycles', 'aircraft']],
  ['carmaker', ['cars']],
  ['automaker', ['cars']],
  ['chipmaker', ['semiconductors']],
  ['laboratoire', ['pharma']],
  ['labo', ['pharma']],
  ['drugmaker', ['pharma']],
  ['compagnie', ['airline', 'shipping']],
  ['airline', ['airline']],
  ['transporteur', ['airline', 'shipping', 'transport']],
  ['enseigne', ['retail', 'fashion', 'furniture', 'restaurants']],
  ['distributeur', ['retail']],
  ['retailer', ['retail']],
  ['sidérurgiste', ['steel']],
  ['steelmaker', ['steel']],
  ['cimentier', ['cement']],
  ['armateur', ['shipping']],
  ['chimiste', ['chemicals']],
  ['pétrolier', ['oil']],
  ['énergéticien', ['energy', 'utilities']],
  ['équipementier', ['parts']],
  ['minier', ['mining']],
  ['miner', ['mining']],
])

/** "X recrute. L'opérateur …": the noun tells the trade of whom the text is about, whomever else it has described. */
export function goesOnByTrade(noun: string | undefined, { focus, known }: Discourse): boolean {
  // "la filiale du groupe de Z": each of several may be called so
  if (noun === 'filiale') return focus !== null
  const trade = noun === undefined || focus === null ? undefined : known.get(focus)?.industry
  return trade !== undefined && (TRADES_OF.get(noun ?? '')?.includes(trade) ?? false)
}

/** "Le fonds X a vendu Y. La société emploie …": a fund is not what is called so, but the firm that the text names most beside it. */
export function notFund(
  name: string | null,
  noun: string | undefined,
  { described, counts, named }: Discourse,
): string | null {
  if (name === null || !FIRMS.has(noun ?? '') || described.get('fonds') !== name) return name
  let other: string | null = null
  for (const firm of named)
    if (firm !== name && (counts.get(firm) ?? 0) > (other === null ? 1 : (counts.get(other) ?? 0))) other = firm
  return other ?? name
}

/**
 * "Y, a brand of X, sold 3 million. The group …": who owns others, or has just bought one, is called so, and not what is
 * owned, unless the text is about the latter.
 */
export function notPart(
  name: string | null,
  noun: string | undefined,
  { parents, takeover, counts }: Discourse,
): string | null {
  if (name === null || !WHOLES.has(noun ?? '')) return name
  const owner = parents.get(name) ?? (takeover?.bought === name && takeover.whole ? takeover.buyer : name)
  return (counts.get(owner) ?? 0) * RARELY < (counts.get(name) ?? 0) ? name : owner
}

/** How many times more often the text names what it is about than an owner whom it mentions in passing. */
const RARELY = 3

const WHOLES = new Set(
  'groupe group géant giant numéro leader conglomérat conglomerate multinationale multinational'.split(' '),
)

const FIRMS = new Set(['société', 'entreprise', 'marque', 'enseigne', 'compagnie', 'fabricant', 'groupe'])

const EUROPE = new Set(['Europe', 'European Union'])

/** "le géant chinois": the focus where its country may fit, else the firm of that country named last, else the focus. */
export function ofCountry(
  place: string,
  noun: string | undefined,
  discourse: Discourse,
  sentence: number,
): string | null {
  const fits = (name: string | null): boolean | null => {
    const country = name === null ? undefined : (discourse.known.get(name)?.country ?? discourse.origins.get(name))
    if (country === undefined) return null
    return (
      country === place || (EUROPE.has(place) && !/^(?:United States|China|Japan|South Korea|India)$/.test(country))
    )
  }
  const first = discourse.focus ?? topicBy(discourse, sentence)
  const sure = fits(first)
  // "the Japanese carmaker", after one that is known to be both
  const trades = sure === null ? TRADES_OF.get(noun ?? '') : undefined
  if (trades !== undefined)
    return (
      discourse.named
        .slice(-3)
        .find((name) => fits(name) && trades.includes(discourse.known.get(name)?.industry ?? '')) ?? first
    )
  if (sure !== false) return first
  const { named, takeover } = discourse
  const ofIt = named.filter((name) => fits(name) === true)
  // what has just been bought is not who goes on to act, where another may be meant
  const actor = ofIt.findLast((name) => name !== takeover?.bought) ?? ofIt.at(-1)
  return actor ?? named.findLast((name) => fits(name) === null) ?? null
}
