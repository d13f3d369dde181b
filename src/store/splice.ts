import { isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml'
import type { FactFile } from '../types.js'
import { afterColon, type Draft, endOf, hasComment, lineEnd, lineStart, openDraft, part } from './draft.js'
import { editMap, type Values } from './edit-map.js'
import { emitClaim } from './emit.js'
import type { Placed } from './merge.js'
import type { Layout } from './read.js'
import { CLAIM_KEYS, HEADER_KEYS, KEY_ORDER, type StoredFacts } from './schema.js'

/**
 * The text of a fact file with a new header and other claims, in the order given. What changes is cut out of the text
 * and put into it at its place; every other byte stays.
 *
 * @param facts what stands in the text now
 */
export function spliceFacts(
  text: string,
  { document, nodes }: Layout,
  facts: StoredFacts,
  header: FactFile,
  placed: readonly Placed[],
): string {
  const root = document.contents as YAMLMap
  const draft = openDraft(text, root)
  editMap(draft, root, asValues(facts), asValues(header), HEADER_KEYS)
  for (const { from, claim } of placed) {
    const before = from === null ? undefined : facts.claims[from]
    if (before === undefined || before === claim) continue
    editMap(draft, nodes[from as number] as YAMLMap, asValues(before), asValues(claim), CLAIM_KEYS)
  }

  const { pair, list } = claimsOf(root)
  const colon = afterColon(pair)
  const blocks = blocksOf(draft, root)
  const indent = ' '.repeat(blocks[0]?.indent ?? 2)
  const start = blocks[0]?.start ?? lineEnd(draft, list.flow ? endOf(list) : colon)
  const end = blocks.at(-1)?.end ?? start
  if (blocks.length === 0 && placed.length > 0) draft.cut(colon, Math.max(colon, endOf(list)), '')
  if (blocks.length > 0 && placed.length === 0) draft.cut(colon, colon, ' []')
  const claims = placed.map(({ from, claim }) => {
    const block = from === null ? undefined : blocks[from]
    return block === undefined ? draft.lines(emitClaim(claim, indent)) : part(draft, block.start, block.end)
  })
  return part(draft, 0, start) + claims.join('') + part(draft, end, draft.text.length)
}

/** Which claims hold a comment or a key that is none of xev's: a person worked on them. */
export function workedOn(text: string, { document, nodes }: Layout): (i: number) => boolean {
  const root = document.contents as YAMLMap
  const draft = openDraft(text, root)
  const blocks = blocksOf(draft, root)
  return (i) => {
    const block = blocks[i]
    return (block !== undefined && hasComment(draft, block.start, block.end)) || hasForeignKey(nodes[i])
  }
}

function hasForeignKey(node: unknown): boolean {
  if (isSeq(node)) return node.items.some(hasForeignKey)
  if (!isMap(node)) return false
  return node.items.some(
    ({ key, value }) => !isScalar(key) || !KEY_ORDER.includes(String(key.value)) || hasForeignKey(value),
  )
}

interface Block {
  /** From the first comment above the claim to the end of its last line. */
  start: number
  end: number
  /** The column of its dash. */
  indent: number
}

/** The lines of each claim. None where the list is written in brackets. */
function blocksOf(draft: Draft, root: YAMLMap): Block[] {
  const { pair, list } = claimsOf(root)
  if (list.flow || list.srcToken?.type !== 'block-seq') return []
  const dashes = list.srcToken.items.flatMap(({ start }) => start.find(({ type }) => type === 'seq-item-ind') ?? [])
  const blocks: Block[] = []
  let start = lineEnd(draft, afterColon(pair))
  for (const [i, item] of (list.items as Node[]).entries()) {
    const dash = dashes[i]?.offset ?? 0
    const indent = dash - lineStart(draft, dash)
    const end = endOfRemarks(draft, lineEnd(draft, endOf(item)), indent)
    blocks.push({ start, end, indent })
    start = end
  }
  return blocks
}

/** Comments that stand further to the right than the dashes, right below a claim, belong to it. */
function endOfRemarks(draft: Draft, start: number, dash: number): number {
  let end = start
  while (end < draft.text.length) {
    const next = lineEnd(draft, end + 1)
    const indent = /^( *)#/.exec(draft.text.slice(end, next))?.[1]?.length
    if (indent === undefined || indent <= dash) return end
    end = next
  }
  return end
}

function claimsOf(root: YAMLMap): { pair: Pair; list: YAMLSeq } {
  const pair = root.items.find(({ key }) => isScalar(key) && key.value === 'claims') as Pair
  return { pair, list: pair.value as YAMLSeq }
}

const asValues = (facts: object) => facts as Values
