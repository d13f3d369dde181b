/** Words that a company's name may have or lack behind it without being another company. */
const FORMS = new Set(
  'co company corp corporation group groupe grupo gruppe holding holdings inc incorporated international limited ltd plc sa ag se nv'.split(
    ' ',
  ),
)

/**
 * How two names of organisations lie to each other. `form`: one adds words that say only what form of company it is
 * ("Ostermont", "Ostermont Group"); `fuller`: one goes on where the other ends ("Brandel", "Brandel Rail"), which may be
 * a longer name or another company.
 */
export type NameRelation = 'same' | 'form' | 'fuller' | 'other'

/** Names compare without case, accents and article. */
export function foldName(name: string | null | undefined): string {
  const folded = (name ?? '').normalize('NFD').replace(/\p{M}/gu, '').replaceAll('’', "'").toLowerCase()
  return folded.replace(/^(?:les? |la |l'|the )/, '').trim()
}

export function relateNames(a: string, b: string): NameRelation {
  const [first, second] = [foldName(a), foldName(b)]
  if (first === second) return 'same'
  const [short, long] = first.length < second.length ? [first, second] : [second, first]
  if (!long.startsWith(`${short} `)) return 'other'
  const rest = long.slice(short.length + 1).split(' ')
  return rest.every((word) => FORMS.has(word)) ? 'form' : 'fuller'
}

/**
 * For each of the names the shortest of them that it begins with, word by word: names that may be one organisation meet
 * under it. Linear in the words of all names.
 */
export function rootsOf(names: Iterable<string>): (name: string | null | undefined) => string {
  const all = new Set([...names].map(foldName))
  const roots = new Map<string, string>()
  const rootOf = (name: string): string => {
    for (let end = name.indexOf(' '); end > 0; end = name.indexOf(' ', end + 1)) {
      if (all.has(name.slice(0, end))) return name.slice(0, end)
    }
    return name
  }
  return (name) => {
    const folded = foldName(name)
    const known = roots.get(folded)
    if (known !== undefined) return known
    const root = rootOf(folded)
    roots.set(folded, root)
    return root
  }
}
