import { isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml'
import { afterColon, type Draft, endOf, endOfPair, hasComment, isEmpty, lineEnd, lineStart } from './draft.js'
import { emitFlow, emitPair, emitValue } from './emit.js'
import { isSame } from './mark.js'
import { KEY_ORDER } from './schema.js'

export type Values = Record<string, unknown>

/**
 * Changes the values of the given keys of a map from `before` to `now`, in lines or in brackets as the map is written. A
 * new key goes behind the last of those that stand before it in the usual order. No comment is lost: a key with a comment
 * in it that has to go stays without a value.
 */
export function editMap(draft: Draft, map: YAMLMap, before: Values, now: Values, keys: readonly string[]): void {
  const changed = keys.filter((key) => !isSame(before[key], now[key]))
  const leaving = new Set(changed.filter((key) => now[key] == null))
  let stays = false
  for (const [i, pair] of map.items.entries()) {
    const key = nameOf(pair)
    if (!leaving.has(key)) stays = true
    else if (!remove(draft, map, i, stays)) stays = true
    if (leaving.has(key) || !changed.includes(key)) continue
    setValue(draft, map, pair, before[key], now[key])
  }
  for (const key of changed) {
    if (now[key] == null || map.items.some((pair) => nameOf(pair) === key)) continue
    insert(draft, map, key, now[key])
  }
}

function nameOf({ key }: Pair): string {
  return isScalar(key) ? String(key.value) : ''
}

function columnOf(draft: Draft, offset: number): string {
  return ' '.repeat(offset - lineStart(draft, offset))
}

function keyStart({ key }: Pair): number {
  return (key as Node).range?.[0] ?? 0
}

function insert(draft: Draft, map: YAMLMap, key: string, value: unknown): void {
  const keysBefore = KEY_ORDER.slice(0, KEY_ORDER.indexOf(key))
  const anchor =
    map.items[
      Math.max(
        0,
        map.items.findLastIndex((pair) => keysBefore.includes(nameOf(pair))),
      )
    ]
  if (map.flow) {
    const text = `${key}: ${emitFlow(value)}`
    if (anchor === undefined) draft.cut((map.range?.[0] ?? 0) + 1, (map.range?.[0] ?? 0) + 1, text)
    else draft.cut(endOfPair(anchor), endOfPair(anchor), `, ${text}`)
  } else if (anchor !== undefined) {
    const at = lineEnd(draft, endOfPair(anchor))
    draft.cut(at, at, emitPair(key, value, columnOf(draft, keyStart(map.items[0] as Pair))))
  }
}

/**
 * Takes a pair out; one with a comment only loses its value. Tells whether it is gone.
 *
 * @param follows a pair before it stays
 */
function remove(draft: Draft, map: YAMLMap, i: number, follows: boolean): boolean {
  const pair = map.items[i] as Pair
  const next = map.items[i + 1]
  const last = map.items[i - 1]
  let [start, end] = [keyStart(pair), endOfPair(pair)]
  if (!follows && next !== undefined) end = keyStart(next)
  else if (map.flow) start = last === undefined ? start : endOfPair(last)
  else [start, end] = [lineStart(draft, start), lineEnd(draft, end)]
  const onlyOne = !follows && next === undefined && !map.flow
  if (!onlyOne && !hasComment(draft, start, end)) {
    draft.cut(start, end, '')
    return true
  }
  if (!isEmpty(pair)) replace(draft, map, pair, map.flow ? ' null' : '')
  return false
}

function setValue(draft: Draft, map: YAMLMap, pair: Pair, before: unknown, now: unknown): void {
  const node = pair.value as Node | null
  if (isEmpty(pair)) {
    const indent = map.flow ? '' : columnOf(draft, keyStart(pair))
    const lines = map.flow ? `k: ${emitFlow(now)}` : emitPair('k', now, indent).slice(indent.length, -1)
    const hasColon = draft.text[afterColon(pair) - 1] === ':'
    draft.cut(afterColon(pair), afterColon(pair), lines.slice(hasColon ? 2 : 1))
  } else if (isMap(node) && isMapValue(before) && isMapValue(now)) {
    editMap(draft, node, before, now, [...new Set([...Object.keys(before), ...Object.keys(now)])].sort(inUsualOrder))
  } else if (isSeq(node) && isListOfMaps(before) && isListOfMaps(now)) {
    editList(draft, node, before, now)
  } else {
    replace(draft, map, pair, ` ${map.flow ? emitFlow(now) : emitValue(now)}`)
  }
}

/** Puts another value behind the colon of a pair. Comments in the old one go to lines of their own below. */
function replace(draft: Draft, map: YAMLMap, pair: Pair, text: string): void {
  const node = pair.value as Node
  const [start, end] = [node.range?.[0] ?? 0, endOf(node)]
  const lost = draft.comments.filter(({ offset }) => offset >= start && offset < end)
  const wholeLines = draft.text[end - 1] === '\n'
  if (lost.length > 0 || node.srcToken?.type === 'block-seq' || node.srcToken?.type === 'block-map') {
    const indent = `${columnOf(draft, keyStart(pair))}  `
    const between = draft.comments.filter(({ offset }) => offset >= afterColon(pair) && offset < start)
    const remarks = [...between, ...lost].map(({ source }) => `\n${indent}${source}`).join('')
    draft.cut(afterColon(pair), end, `${text}${map.flow ? '' : remarks}${wholeLines ? '\n' : ''}`)
  } else {
    const value = start > afterColon(pair) ? text.trimStart() : text
    draft.cut(start, end, `${value}${wholeLines ? '\n' : ''}`)
  }
}

function editList(draft: Draft, list: YAMLSeq, before: Values[], now: Values[]): void {
  const items = list.items as Node[]
  for (const [i, item] of items.entries()) {
    const value = now[i]
    if (value === undefined) removeItem(draft, list, i)
    else if (isMap(item))
      editMap(draft, item, before[i] ?? {}, value, Object.keys({ ...before[i], ...value }).sort(inUsualOrder))
  }
  const last = items.at(-1)
  if (last === undefined) return
  const more = now.slice(items.length).map(emitFlow)
  if (more.length === 0) return
  if (list.flow) draft.cut(endOf(last), endOf(last), more.map((item) => `, ${item}`).join(''))
  else {
    const at = lineEnd(draft, endOf(last))
    const indent = columnOf(draft, dashOf(list, items.length - 1))
    draft.cut(at, at, more.map((item) => `${indent}- ${item}\n`).join(''))
  }
}

/** Takes an item out that is not the first one; its comments stay. */
function removeItem(draft: Draft, list: YAMLSeq, i: number): void {
  const item = list.items[i] as Node
  const start = list.flow ? endOf(list.items[i - 1] as Node) : lineStart(draft, dashOf(list, i))
  const end = list.flow ? endOf(item) : lineEnd(draft, endOf(item))
  const comments = draft.comments.filter(({ offset }) => offset >= start && offset < end)
  const indent = columnOf(draft, list.flow ? start : dashOf(list, i))
  draft.cut(start, end, comments.map(({ source }) => `${indent}${source}\n`).join(''))
}

function dashOf(list: YAMLSeq, i: number): number {
  if (list.srcToken?.type !== 'block-seq') return 0
  return (
    list.srcToken.items.flatMap(({ start }) => start.find(({ type }) => type === 'seq-item-ind') ?? [])[i]?.offset ?? 0
  )
}

function isMapValue(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isListOfMaps(value: unknown): value is Values[] {
  return Array.isArray(value) && value.length > 0 && value.every(isMapValue)
}

function inUsualOrder(a: string, b: string): number {
  return KEY_ORDER.indexOf(a) - KEY_ORDER.indexOf(b)
}
