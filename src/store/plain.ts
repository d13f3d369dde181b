import { KEY_ORDER } from './schema.js'

/** Deeper than anything xev writes. */
const MAX_DEPTH = 6
const KNOWN = new Set(KEY_ORDER)

/** The keys and values of a fact file, unchecked. */
export interface PlainFacts {
  header: Record<string, unknown>
  claims: Record<string, unknown>[]
}

/**
 * Reads the narrow form of YAML that `emitFacts` writes, a hundred times as fast as a reader of all YAML. Null for most
 * other texts. What comes out holds only where writing it again gives the same text: the caller has to see to that.
 */
export function readPlain(text: string): PlainFacts | null {
  const lines = text.split('\n')
  if (lines.pop() !== '') return null
  const facts: PlainFacts = { header: {}, claims: [] }
  let target = facts.header
  let items: unknown[] | null = null
  for (const line of lines) {
    const depth = line.search(/[^ -]/)
    const content = line.slice(depth)
    if ((line === 'claims:' || line === 'claims: []') && target === facts.header) continue
    if (depth === 8 && items !== null) {
      const item = readValue(content)
      if (item === undefined) return null
      items.push(item)
      continue
    }
    if (line.startsWith('  - ')) {
      target = {}
      facts.claims.push(target)
    }
    const colon = content.indexOf(':')
    const key = content.slice(0, colon)
    if (depth < 0 || depth > 4 || !KNOWN.has(key)) return null
    items = colon === content.length - 1 ? [] : null
    const value = items ?? readValue(content.slice(colon + 2))
    if (value === undefined) return null
    target[key] = value
  }
  return facts
}

/** A value on one line; undefined where it is none. */
function readValue(text: string): unknown {
  if (!/^["'[{]/.test(text)) return plainValue(text)
  const scanner = { text, at: 0 }
  const value = readFlow(scanner, 0)
  return scanner.at === text.length ? value : undefined
}

function readFlow(scanner: { text: string; at: number }, depth: number): unknown {
  const { text } = scanner
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = scanner.at
    const found = pattern.exec(text)?.[0]
    scanner.at += found?.length ?? 0
    return found
  }
  const open = text[scanner.at]
  if (open === '"') return jsonText(take(/"(?:[^"\\]|\\.)*"/y))
  if (open === "'") return take(/'[^']*'/y)?.slice(1, -1)
  if (open !== '{' && open !== '[') {
    const word = take(/[^,[\]{}]+/y)
    return word === undefined ? undefined : plainValue(word)
  }
  if (depth > MAX_DEPTH) return undefined
  scanner.at++
  const close = open === '{' ? '}' : ']'
  const map: Record<string, unknown> = {}
  const list: unknown[] = []
  while (text[scanner.at] !== close) {
    if (list.length > 0 && take(/, /y) === undefined) return undefined
    const key = open === '{' ? take(/\w+: /y)?.slice(0, -2) : ''
    const value = key === undefined ? undefined : readFlow(scanner, depth + 1)
    if (value === undefined || key === undefined) return undefined
    if (open === '{' && !KNOWN.has(key)) return undefined
    map[key] = value
    list.push(value)
  }
  scanner.at++
  return open === '{' ? map : list
}

function jsonText(quoted: string | undefined): string | undefined {
  try {
    return quoted === undefined ? undefined : JSON.parse(quoted)
  } catch {
    return undefined
  }
}

function plainValue(word: string): unknown {
  if (/^-?\d+(?:\.\d+)?(?:e[-+]\d+)?$/.test(word)) return Number(word)
  return word === 'true' ? true : word === 'false' ? false : word === 'null' ? null : word
}
