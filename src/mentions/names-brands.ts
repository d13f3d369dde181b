import type { NameMention, Sentence, Token } from '../types.js'

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
 * Makes goods of the brands that an English document names as somebody's ("Ford's Jaguar range") and tells of as goods ("a Jaguar",
 * "the new Jaguar", "300 Jaguar models", "Jaguars"): they stand for a product of their owner.
 */
export function nameGoods(text: string, sentences: readonly Sentence[], mentions: NameMention[][]): void {
  const uses = new Map<string, number>()
  const owners = new Map<string, string | null>()
  for (let s = 0; s < sentences.length; s++) {
    const { tokens } = sentences[s] as Sentence
    const here = mentions[s] as NameMention[]
    let at = 0
    for (let m = 0; m < here.length; m++) {
      const mention = here[m] as NameMention
      if (mention.type !== 'org') continue
      while (at < tokens.length && (tokens[at] as Token).end <= mention.start) at++
      const { name } = mention
      if (isGoods(text, tokens, at, mention)) uses.set(name, (uses.get(name) ?? 0) + 1)
      const owner = ownerOf(tokens, at, here[m - 1])
      // "Ford's Jaguar", "Tata's Jaguar": whose it is changes
      if (owner !== null && owner !== name)
        owners.set(name, owners.has(name) && owners.get(name) !== owner ? null : owner)
    }
  }
  const goods = new Map<string, string>()
  for (const [name, count] of uses) {
    const owner = owners.get(name)
    if (count >= ENOUGH && typeof owner === 'string' && !goods.has(owner)) goods.set(name, owner)
  }
  if (goods.size === 0) return
  for (const list of mentions) for (const [m, mention] of list.entries()) list[m] = asGoods(mention, goods)
}

function asGoods(mention: NameMention, goods: ReadonlyMap<string, string>): NameMention {
  if (mention.type !== 'org' && mention.type !== 'product') return mention
  // a model that the brand opens is the owner's as well
  const owner = goods.get(mention.type === 'org' ? mention.name : (mention.name.split(' ')[0] as string))
  return owner === undefined ? mention : { ...mention, type: 'product', maker: mention.maker ?? owner }
}

/** Whether the name whose first token is at `at` tells of goods there. */
function isGoods(text: string, tokens: readonly Token[], at: number, { start, end, name }: NameMention): boolean {
  const told = text.slice(start, end)
  if (told.endsWith('s') && told.slice(0, -1) === name) return true
  let next = at
  while (next < tokens.length && (tokens[next] as Token).start < end) next++
  const behind = tokens[next]?.lower
  if (MODELS.has(behind ?? '')) return true
  if (behind !== undefined && !BEHIND.has(behind)) return false
  const before = tokens[at - 1]?.lower ?? ''
  return ONE.has(before) || (OF_GOODS.has(before) && /^(?:an?|the|its)$/.test(tokens[at - 2]?.lower ?? ''))
}

/** "Ford's Jaguar range", "Ford's new Jaguar": who has the brand whose first token is at `at`, and before which `owner` is named. */
function ownerOf(tokens: readonly Token[], at: number, owner: NameMention | undefined): string | null {
  const possessor = tokens[OF_GOODS.has(tokens[at - 1]?.lower ?? '') ? at - 2 : at - 1]
  if (possessor === undefined || !/^['’]s?$/.test(possessor.lower)) return null
  return owner?.type === 'org' && owner.end === possessor.start ? owner.name : null
}
