import type { Document, Mention, NameMention, Sentence, Token } from '../types.js'

// A brand that a text gives to a firm and speaks of as goods is that firm's product there, and sells nothing itself.

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

const ONE = words('a an another every')
/** Between an article and goods that are named by their brand. */
const OF_GOODS = words('new cheapest used latest old next second-hand original classic electric')
const MODELS = words('model models')
/** What follows a noun that stands by itself: a brand before another noun is no goods ("a Jaguar plant"). */
const BEHIND = words(
  '. , ; : ? ! ) was is has had were are will can could would should may might must costs cost sold goes went which that who in on for to at from by as or and but than with remains came comes starts gets got',
)

/** So often a brand is called goods before the whole text is taken to mean them. */
const ENOUGH = 3

/**
 * The mentions of a document, where a brand that is somebody's ("Ford's Jaguar range") and is told of as goods ("a Jaguar", "the new
 * Jaguar", "300 Jaguar models", "Jaguars") stands for a product of its owner.
 */
export function brandsAsGoods(
  { text, sentences }: Document,
  mentions: readonly (readonly Mention[])[],
): readonly (readonly Mention[])[] {
  const uses = new Map<string, number>()
  const owners = new Map<string, string | null>()
  for (let s = 0; s < sentences.length; s++) {
    const { tokens } = sentences[s] as Sentence
    const here = mentions[s] ?? []
    for (const mention of here) {
      if (mention.type !== 'org') continue
      const { name } = mention
      if (isGoods(text, tokens, mention)) uses.set(name, (uses.get(name) ?? 0) + 1)
      const owner = ownerOf(tokens, here, mention)
      if (owner !== null && owner !== name)
        owners.set(name, owners.has(name) && owners.get(name) !== owner ? null : owner)
    }
  }
  const goods = new Map<string, string>()
  for (const [name, count] of uses) {
    const owner = owners.get(name)
    if (count >= ENOUGH && typeof owner === 'string' && !goods.has(owner)) goods.set(name, owner)
  }
  return goods.size === 0 ? mentions : mentions.map((list) => list.map((mention) => asGoods(mention, goods)))
}

function asGoods(mention: Mention, goods: ReadonlyMap<string, string>): Mention {
  if (mention.type !== 'org' && mention.type !== 'product') return mention
  // "Mini One" is the owner's as well
  const [first = ''] = mention.name.split(' ')
  const owner = goods.get(mention.type === 'org' ? mention.name : first)
  return owner === undefined ? mention : { ...mention, type: 'product', maker: mention.maker ?? owner }
}

function isGoods(text: string, tokens: readonly Token[], { start, end, name }: NameMention): boolean {
  const told = text.slice(start, end)
  if (told.endsWith('s') && told.slice(0, -1) === name) return true
  const next = tokens.findIndex((token) => token.start >= end)
  const behind = tokens[next]?.lower
  if (MODELS.has(behind ?? '')) return true
  if (behind !== undefined && !BEHIND.has(behind)) return false
  const at = tokens.findIndex((token) => token.end > start) - 1
  const before = tokens[at]?.lower ?? ''
  return ONE.has(before) || (OF_GOODS.has(before) && /^(?:an?|the|its)$/.test(tokens[at - 1]?.lower ?? ''))
}

/** "BMW's Mini range", "BMW's new Mini": who has the brand. */
function ownerOf(tokens: readonly Token[], here: readonly Mention[], { start }: NameMention): string | null {
  let at = tokens.findIndex((token) => token.end > start) - 1
  if (OF_GOODS.has(tokens[at]?.lower ?? '')) at--
  const possessor = tokens[at]
  if (possessor === undefined || !/^['’]s?$/.test(possessor.lower)) return null
  const owner = here.find((mention) => mention.type === 'org' && mention.end === possessor.start)
  return owner?.type === 'org' ? owner.name : null
}
