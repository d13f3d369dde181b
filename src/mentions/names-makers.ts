import type { NameMention } from '../types.js'

// Whose a product is, where the text says it beside its name: "Lego's new Millennium Falcon", "la X5 d'Insta360".

/** What stands between a firm and its product: a possessor and at most three words without capitals. */
const OWNS = /^['’]s?(?: [\p{Ll}\d][\p{Ll}\d-]*){0,3} $/u
/** What stands between a product and its French firm. */
const OF = /^ (?:de |d['’]|du (?:groupe |constructeur |fabricant )?)$/

/**
 * Notes on products that no list knows whose they are, where the document says it, for all their mentions.
 *
 * @param mentions those of each sentence in order; offsets are UTF-16 code units of `text`
 */
export function nameMakers(text: string, mentions: readonly NameMention[][], french: boolean): void {
  const makers = new Map<string, string | null>()
  for (const names of mentions) {
    for (let i = 0; i < names.length; i++) {
      const product = names[i] as NameMention
      if (product.type !== 'product' || product.maker !== undefined) continue
      const maker = makerBeside(text, names, i, french)
      if (maker === undefined) continue
      // two firms beside one name: it is neither's own
      const told = makers.get(product.name)
      makers.set(product.name, told === undefined || told === maker ? maker : null)
    }
  }
  if (makers.size === 0) return
  for (const names of mentions) {
    for (const name of names) {
      if (name.type === 'product' && name.maker === undefined) name.maker = makers.get(name.name) ?? undefined
    }
  }
}

function makerBeside(text: string, names: readonly NameMention[], i: number, french: boolean): string | undefined {
  const { start, end } = names[i] as NameMention
  const before = names[i - 1]
  const after = names[i + 1]
  if (french) return isFirm(after) && OF.test(text.slice(end, after.start)) ? after.name : undefined
  return isFirm(before) && OWNS.test(text.slice(before.end, start)) ? before.name : undefined
}

const isFirm = (name: NameMention | undefined): name is NameMention => name?.type === 'org' && name.media !== true
