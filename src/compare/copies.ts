import type { FactFile } from '../types.js'

/** Words that stand together in two texts by chance less and less often. */
const SHINGLE = 6
/** Sources that share so many shingles of their quotes, and at least half of what the shorter one has, copy one another. */
const SHARED = 8
/** What more sources than this say word for word is a set phrase, or one agency's text: it ties each to the first of them. */
const MOST_HOLDERS = 20

/**
 * Which sources copy one another, told by long identical passages among the quotes of their claims: for each source the
 * first source of its group, itself where it stands alone. Linear in the words of the quotes.
 */
export function copiesOf(files: readonly FactFile[]): (source: string) => string {
  const holders = new Map<string, number[]>()
  const sizes = files.map((file, i) => {
    const shingles = shinglesOf(file)
    for (const shingle of shingles) {
      const known = holders.get(shingle)
      if (known === undefined) holders.set(shingle, [i])
      else known.push(i)
    }
    return shingles.size
  })
  const shared = new Map<number, number>()
  for (const indices of holders.values()) {
    for (const [at, later] of indices.entries()) {
      for (const earlier of at < MOST_HOLDERS ? indices.slice(0, at) : indices.slice(0, 1)) {
        const pair = earlier * files.length + later
        shared.set(pair, (shared.get(pair) ?? 0) + 1)
      }
    }
  }
  const first = files.map((_, i) => i)
  const rootOf = (i: number): number => {
    let root = i
    while (first[root] !== root) root = first[root] as number
    return root
  }
  for (const [pair, count] of shared) {
    const [earlier, later] = [Math.floor(pair / files.length), pair % files.length]
    const smaller = Math.min(sizes[earlier] ?? 0, sizes[later] ?? 0)
    if (count < SHARED || count * 2 < smaller) continue
    const [one, other] = [rootOf(earlier), rootOf(later)]
    first[Math.max(one, other)] = Math.min(one, other)
  }
  const roots = new Map(files.map(({ source }, i) => [source, files[rootOf(i)]?.source ?? source]))
  return (source) => roots.get(source) ?? source
}

/** Runs of words in the quotes of a source, each once. */
function shinglesOf({ claims }: FactFile): Set<string> {
  const shingles = new Set<string>()
  for (const { evidence } of claims) {
    for (const { quote } of evidence) {
      const words = quote.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
      for (let i = 0; i + SHINGLE <= words.length; i++) shingles.add(words.slice(i, i + SHINGLE).join(' '))
    }
  }
  return shingles
}
