import { isAlias, isMap, isScalar, isSeq, type Node, type YAMLMap } from 'yaml'

/** Told when a node is not what its place asks for: `expected` completes the sentence "expected …". */
export type Complain = (node: Node, expected: string) => void

/**
 * What may stand at a place of a fact file. It reads the value out of a YAML node, or complains and returns undefined.
 * Values are read from the nodes one by one, by known key, never by expanding the file into objects: a key such as
 * `__proto__` and a bomb of aliases have nothing to work on.
 */
export type Shape<T = unknown> = (node: Node, complain: Complain) => T | undefined

/** Any text. An unquoted number or `true` where a text is due stands for itself: `product: 2008`, `date: 2025`. */
export const text: Shape<string> = (node, complain) => {
  if (isScalar(node)) {
    if (typeof node.value === 'string') return node.value
    if (node.value !== null && node.source !== undefined) return node.source
  }
  complain(node, 'a text')
  return undefined
}

export const count: Shape<number> = (node, complain) => {
  if (isScalar(node) && Number.isSafeInteger(node.value) && (node.value as number) >= 0) return node.value as number
  complain(node, 'a whole number')
  return undefined
}

export const figure: Shape<number> = (node, complain) => {
  if (isScalar(node) && typeof node.value === 'number' && Number.isFinite(node.value)) return node.value
  complain(node, 'a number')
  return undefined
}

export const flag: Shape<boolean> = (node, complain) => {
  if (isScalar(node) && typeof node.value === 'boolean') return node.value
  complain(node, 'true or false')
  return undefined
}

export function oneOf<const T extends string>(words: readonly T[]): Shape<T> {
  return (node, complain) => {
    const word = isScalar(node) ? words.find((w) => w === node.value) : undefined
    if (word === undefined) complain(node, `one of ${words.join(', ')}`)
    return word
  }
}

export function list<T>(item: Shape<T>): Shape<T[]> {
  return (node, complain) => {
    if (!isSeq(node)) {
      complain(node, 'a list')
      return undefined
    }
    const values: T[] = []
    for (const element of node.items as Node[]) {
      const value = item(element, complain)
      if (value !== undefined) values.push(value)
    }
    return values
  }
}

/**
 * A map with known keys. Keys without a value (`note:`) count as absent; keys that are not known are left alone, as they
 * belong to whoever wrote them.
 */
export function record(fields: Record<string, Shape>, required: readonly string[]): Shape<Record<string, unknown>> {
  return (node, complain) => {
    if (!isMap(node)) {
      complain(node, 'keys with values')
      return undefined
    }
    const values: Record<string, unknown> = {}
    for (const [key, valueNode] of entries(node)) {
      const shape = Object.hasOwn(fields, key) ? fields[key] : undefined
      if (shape === undefined || valueNode === null) continue
      if (isScalar(valueNode) && valueNode.value === null) continue
      if (isAlias(valueNode)) {
        complain(valueNode, 'a value: aliases have no place in a fact file')
        continue
      }
      const value = shape(valueNode, complain)
      if (value !== undefined) values[key] = value
    }
    for (const key of required) {
      if (!Object.hasOwn(values, key) && !hasKey(node, key)) complain(node, `the key "${key}"`)
    }
    return values
  }
}

/** The keys of a map that are plain texts, with their values. */
export function entries(map: YAMLMap): [string, Node | null][] {
  const found: [string, Node | null][] = []
  for (const { key, value } of map.items) {
    if (isScalar(key) && typeof key.value === 'string') found.push([key.value, (value ?? null) as Node | null])
  }
  return found
}

/** The key is there with a value, whatever it is: a wrong value has been complained about already. */
function hasKey(map: YAMLMap, key: string): boolean {
  return entries(map).some(([k, v]) => k === key && v !== null && !(isScalar(v) && v.value === null))
}
