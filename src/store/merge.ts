import { isDeepStrictEqual } from 'node:util'
import { type Document, isMap, isNode, isScalar, isSeq, type Node, Pair, Scalar, visit, YAMLMap, YAMLSeq } from 'yaml'
import { UserError } from '../problems.js'
import type { FactClaim, FactFile } from '../types.js'
import { type ParsedFacts, parseFacts } from './read.js'
import { CLAIM_KEYS, HEADER_KEYS, KEY_ORDER, MANUAL, OWN_KEYS, PERSON_KEYS } from './schema.js'
import { newYaml, printYaml } from './yaml.js'

/** What became of a fact file's claims. */
export interface Changes {
  added: number
  /** Something that xev writes differs from before. */
  changed: number
  removed: number
  /** Claims that a person worked on and that the article, as read now, no longer makes. */
  stale: number
}

export interface Merged {
  /** The whole file. Where nothing changed it is the very text that was there. */
  text: string
  state: 'created' | 'updated' | 'unchanged'
  changes: Changes
}

/**
 * Writes a new reading of an article into its fact file, keeping what people wrote in it: `review`, `note`, comments,
 * keys of their own, the order of keys, and claims with `rule: manual`. Of a claim that has been reviewed only the
 * evidence and the rule are renewed: its slots may be a person's correction. Claims that no longer come out go, those a
 * person worked on stay as `stale`. Claims stand in the order of their place in the article.
 *
 * @param existing the text of the file, null where there is none
 * @param path names the file in errors
 * @throws UserError where the file is damaged or belongs to another article: it is left as it is
 */
export function mergeFacts(existing: string | null, fresh: FactFile, path: string): Merged {
  const parsed = existing === null ? emptyFacts(fresh) : soundFacts(existing, fresh, path)
  const { document, facts, nodes } = parsed
  const root = document.contents as YAMLMap
  const claimList = root.get('claims') as YAMLSeq<YAMLMap>
  giveCommentToFirst(claimList)
  const headerChanged = assign(document, root, facts, fresh, HEADER_KEYS)

  const changes: Changes = { added: 0, changed: 0, removed: 0, stale: 0 }
  const freshById = new Map(fresh.claims.map((claim) => [claim.id, claim]))
  const kept: { node: YAMLMap; claim: FactClaim }[] = []
  for (const [i, before] of facts.claims.entries()) {
    const node = nodes[i] as YAMLMap
    const now = freshById.get(before.id)
    freshById.delete(before.id)
    if (before.rule === MANUAL) {
      kept.push({ node, claim: before })
    } else if (now !== undefined) {
      const keys = before.review === undefined ? RENEWED : RENEWED_AFTER_REVIEW
      if (assign(document, node, before, now, keys)) changes.changed++
      kept.push({ node, claim: now })
    } else if (isTouched(node, before)) {
      if (assign(document, node, before, { stale: true }, ['stale'])) changes.changed++
      changes.stale++
      kept.push({ node, claim: before })
    } else changes.removed++
  }
  for (const claim of freshById.values()) {
    const node = new YAMLMap(document.schema)
    assign(document, node, {}, claim, CLAIM_KEYS)
    kept.push({ node, claim })
    changes.added++
  }

  const items = inOrderOfPlace(kept)
  const moved = items.length !== claimList.items.length || items.some((node, i) => node !== claimList.items[i])
  if (existing !== null && !headerChanged && !moved && changes.changed === 0) {
    return { text: existing, state: 'unchanged', changes }
  }
  claimList.items = items
  claimList.flow = items.length === 0
  const text = printYaml(document)
  return {
    text: existing?.includes('\r\n') ? text.replace(/\r?\n/g, '\r\n') : text,
    state: existing === null ? 'created' : 'updated',
    changes,
  }
}

/** What a new reading sets on a claim: all that xev writes. */
const RENEWED = CLAIM_KEYS.filter((key) => key !== 'id' && !PERSON_KEYS.has(key))
const RENEWED_AFTER_REVIEW: typeof RENEWED = ['evidence', 'rule', 'stale']

function emptyFacts(fresh: FactFile): { document: Document; facts: FactFile; nodes: YAMLMap[] } {
  const header = HEADER_KEYS.flatMap((key) => (fresh[key] == null ? [] : [[key, fresh[key]]]))
  const document = newYaml({ ...Object.fromEntries(header), claims: [] })
  return { document, facts: { ...fresh, claims: [] }, nodes: [] }
}

function soundFacts(text: string, fresh: FactFile, path: string): ParsedFacts & { facts: FactFile } {
  const parsed = parseFacts(text, path)
  const [problem] = parsed.problems
  if (problem !== undefined) throw new UserError(problem.message, problem)
  const { facts } = parsed
  if (facts === null) throw new Error(`no facts and no problem: ${path}`)
  if (facts.source !== fresh.source) {
    throw new UserError(`holds the facts of "${facts.source}", not of "${fresh.source}"`, {
      source: path,
      hint: 'rename that file, or use another --store',
    })
  }
  return { ...parsed, facts }
}

/** Sets the given keys of a map where their value is another than before. Tells whether anything was set. */
function assign<T extends object>(
  document: Document,
  map: YAMLMap,
  before: Partial<T>,
  now: Partial<T>,
  keys: readonly (keyof T & string)[],
): boolean {
  let changed = false
  for (const key of keys) {
    if (isDeepStrictEqual(before[key] ?? null, now[key] ?? null)) continue
    changed = true
    if (now[key] == null) map.delete(key)
    else put(document, map, key, now[key])
  }
  return changed
}

/** Sets one key; a new one goes behind the last of the keys that stand before it in the usual order. */
function put(document: Document, map: YAMLMap, key: string, value: unknown): void {
  const pair = map.items.find((p) => isScalar(p.key) && p.key.value === key)
  if (pair !== undefined) {
    pair.value = renewed(document, (pair.value ?? null) as Node | null, value)
    return
  }
  const keysBefore = KEY_ORDER.slice(0, KEY_ORDER.indexOf(key))
  const last = map.items.findLastIndex((p) => isScalar(p.key) && keysBefore.includes(String(p.key.value)))
  map.items.splice(last + 1, 0, new Pair(new Scalar(key), newNode(document, value)))
}

/** A node with the new value that keeps comments and other people's keys of the old one. */
function renewed(document: Document, old: Node | null, value: unknown): Node {
  if (isMap(old) && isObject(value)) {
    old.items = old.items.filter(({ key }) => {
      const name = isScalar(key) ? String(key.value) : ''
      return !OWN_KEYS.has(name) || Object.hasOwn(value, name)
    })
    for (const key of Object.keys(value)) put(document, old, key, value[key])
    return old
  }
  if (isSeq(old) && Array.isArray(value)) {
    old.items = value.map((item, i) => renewed(document, (old.items[i] ?? null) as Node | null, item))
    return old
  }
  if (isScalar(old) && old.value === value) return old
  const node = newNode(document, value)
  if (old !== null) {
    node.comment = old.comment ?? null
    node.commentBefore = old.commentBefore ?? null
    node.spaceBefore = old.spaceBefore ?? false
  }
  return node
}

/** Maps inside a claim stand on one line, and so do lists of plain values. */
function newNode(document: Document, value: unknown): Node {
  if (isObject(value)) return document.createNode(inKeyOrder(value), { flow: true })
  if (!Array.isArray(value)) return document.createNode(value)
  const items = new YAMLSeq(document.schema)
  items.items = value.map((item) => newNode(document, item))
  items.flow = !value.some(isObject)
  return items
}

function inKeyOrder(value: Record<string, unknown>): Record<string, unknown> {
  const entries = Object.entries(value).sort(([a], [b]) => KEY_ORDER.indexOf(a) - KEY_ORDER.indexOf(b))
  return Object.fromEntries(entries)
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A person worked on this claim: a review, a note, a comment, or a key that xev does not write. */
function isTouched(node: YAMLMap, claim: FactClaim): boolean {
  if (claim.review !== undefined || claim.note !== undefined) return true
  let touched = false
  visit(node, {
    Node(_, inner) {
      if (inner.comment || inner.commentBefore) touched = true
      return touched ? visit.BREAK : undefined
    },
    Pair(_, { key }) {
      if (isNode(key) && (key.comment || key.commentBefore)) touched = true
      if (isScalar(key) && !OWN_KEYS.has(String(key.value))) touched = true
      return touched ? visit.BREAK : undefined
    },
  })
  return touched
}

/** By the first evidence; a claim without any stays behind the one that it follows. */
function inOrderOfPlace(claims: { node: YAMLMap; claim: FactClaim }[]): YAMLMap[] {
  let place = 0
  const placed = claims.map(({ node, claim }) => {
    place = claim.evidence[0]?.start ?? place
    return { node, place }
  })
  return placed.sort((a, b) => a.place - b.place).map(({ node }) => node)
}

/** The parser gives a comment above the first claim to the list; it has to travel with the claim. */
function giveCommentToFirst(claimList: YAMLSeq<YAMLMap>): void {
  const [first] = claimList.items
  if (first === undefined || !claimList.commentBefore) return
  first.commentBefore = first.commentBefore
    ? `${claimList.commentBefore}\n${first.commentBefore}`
    : claimList.commentBefore
  claimList.commentBefore = null
}
