import { isAlias, isMap, isScalar, isSeq, type Node, type Scalar, type YAMLMap } from 'yaml'

/** Told when a node is not what its place asks for: `expected` completes the sentence "expected …". */
export type Complain = (node: Node, expected: string) => void

/** What may stand at a place of a fact file. */
export interface Shape<T = unknown> {
  /**
   * Reads the value out of a YAML node, or complains and returns undefined. Values are read from the nodes one by one, by
   * known key, never by expanding the file into objects: a key such as `__proto__` and a bomb of aliases have nothing to
   * work on.
   */
  read(node: Node, complain: Complain): T | undefined
  /** The value could stand there, and would be read as it is. */
  fits(value: unknown): boolean
  /** What may be written there, as a JSON Schema (2020-12) of values as a reader of YAML 1.2 gives them. */
  schema: JsonSchema
}

export type JsonSchema = { [keyword: string]: unknown }

/** Any text. An unquoted number or `true` where a text is due stands for itself: `product: 2008`, `date: 2025`. */
export const text: Shape<string> = {
  read(node, complain) {
    if (isScalar(node)) {
      if (typeof node.value === 'string') return node.value
      if (node.value !== null && node.source !== undefined) return node.source
    }
    complain(node, 'a text')
    return undefined
  },
  fits: (value) => typeof value === 'string',
  schema: { type: ['string', 'number', 'boolean'] },
}

export const count: Shape<number> = scalar(
  'a whole number',
  (value): value is number => Number.isSafeInteger(value) && (value as number) >= 0,
  { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER },
)

export const figure: Shape<number> = scalar('a number', (value): value is number => Number.isFinite(value), {
  type: 'number',
})

export const flag: Shape<boolean> = scalar('true or false', (value): value is boolean => typeof value === 'boolean', {
  type: 'boolean',
})

export function oneOf<const T extends string>(words: readonly T[]): Shape<T> {
  return scalar(`one of ${words.join(', ')}`, (value): value is T => words.includes(value as T), {
    enum: words,
  })
}

function scalar<T>(expected: string, fits: (value: unknown) => value is T, schema: JsonSchema): Shape<T> {
  return {
    read(node, complain) {
      if (isScalar(node) && fits(node.value)) return node.value
      complain(node, expected)
      return undefined
    },
    fits,
    schema,
  }
}

export function list<T>(item: Shape<T>): Shape<T[]> {
  return {
    read(node, complain) {
      if (!isSeq(node)) {
        complain(node, 'a list')
        return undefined
      }
      const values: T[] = []
      for (const element of node.items as Node[]) {
        const value = item.read(element, complain)
        if (value !== undefined) values.push(value)
      }
      return values
    },
    fits: (value) => Array.isArray(value) && value.every((element) => item.fits(element)),
    schema: { type: 'array', items: item.schema },
  }
}

/**
 * A map with known keys. Keys without a value (`note:`) count as absent, or stand for null where nulls mean something;
 * keys that are not known are left alone, as they belong to whoever wrote them.
 */
export function record(
  fields: Record<string, Shape>,
  required: readonly string[],
  { nulls = false } = {},
): Shape<Record<string, unknown>> {
  const shapeOf = (key: string) => (Object.hasOwn(fields, key) ? fields[key] : undefined)
  return {
    read(node, complain) {
      if (!isMap(node)) {
        complain(node, 'keys with values')
        return undefined
      }
      const values: Record<string, unknown> = {}
      const seen = new Set<string>()
      for (const [key, valueNode, keyNode] of entries(node)) {
        const shape = shapeOf(key)
        if (shape === undefined) continue
        if (seen.has(key)) complain(keyNode, `the key "${key}" once only`)
        seen.add(key)
        if (valueNode === null || (isScalar(valueNode) && valueNode.value === null)) {
          if (nulls) values[key] = null
          continue
        }
        if (isAlias(valueNode)) {
          complain(valueNode, 'a value: aliases have no place in a fact file')
          continue
        }
        const value = shape.read(valueNode, complain)
        if (value !== undefined) values[key] = value
      }
      for (const key of required) {
        if (!Object.hasOwn(values, key) && !hasKey(node, key)) complain(node, `the key "${key}"`)
      }
      return values
    },
    fits(value) {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
      return (
        required.every((key) => Object.hasOwn(value, key)) &&
        Object.entries(value).every(([key, v]) => (nulls && v === null) || shapeOf(key)?.fits(v))
      )
    },
    schema: {
      type: 'object',
      required: [...required],
      properties: Object.fromEntries(
        Object.entries(fields).map(([key, { schema }]) => [key, required.includes(key) ? schema : orNothing(schema)]),
      ),
    },
  }
}

/** A key without a value counts as absent. */
function orNothing(schema: JsonSchema): JsonSchema {
  return { anyOf: [schema, { type: 'null' }] }
}

/** The keys of a map that are plain texts, with their values. */
function entries(map: YAMLMap): [key: string, value: Node | null, keyNode: Scalar][] {
  const found: [string, Node | null, Scalar][] = []
  for (const { key, value } of map.items) {
    if (isScalar(key) && typeof key.value === 'string') found.push([key.value, (value ?? null) as Node | null, key])
  }
  return found
}

/** The key is there with a value, whatever it is: a wrong value has been complained about already. */
function hasKey(map: YAMLMap, key: string): boolean {
  return entries(map).some(([k, v]) => k === key && v !== null && !(isScalar(v) && v.value === null))
}
