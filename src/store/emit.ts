import { UNSEEN } from '../problems.js'
import { CLAIM_KEYS, HEADER_KEYS, KEY_ORDER, type StoredClaim, type StoredFacts } from './schema.js'

/**
 * The first line of a new fact file: editors that know YAML complete and check it by the schema that it names, which lies in
 * `.xev/`. It is a comment: who deletes it is not given it again.
 */
export const SCHEMA_LINE = '# yaml-language-server: $schema=.xev/fact-file.schema.json\n'

/** What is not seen, and what YAML calls unprintable: written as escapes. */
const UNESCAPED = new RegExp(`${UNSEEN.source}|[\\ufffe\\uffff]`, UNSEEN.flags)
/** Nothing of YAML's own begins with one of these. */
const PLAIN_START = /^[\p{L}\p{N}.(«“‘’€$£/…]/u
/** What ends a text that is not quoted. */
const STOPS = /: |:$| #|\s$/
const STOPS_IN_FLOW = /[,[\]{}]/
/** Texts that a reader of YAML 1.1 or 1.2 takes for a truth value, nothing, a number, a time or a day. */
const OTHER_TYPE =
  /^(?:y|n|yes|no|on|off|true|false|null|\.?nan|\.?inf|[\d._,:]*(?:e[-+]?\d*)?|0[xob][\da-f_]*|\d{4}-\d\d?-.*|\.+)$/i

/**
 * A fact file as xev writes it: YAML 1.2 that a reader of YAML 1.1 understands the same, every text on one line. An emitter
 * of its own for this narrow form, because a general one takes most of the time of an `extract`.
 */
export function emitFacts(facts: StoredFacts): string {
  const header = HEADER_KEYS.map((key) => emitPair(key, facts[key], '')).join('')
  if (facts.claims.length === 0) return `${header}claims: []\n`
  return `${header}claims:\n${facts.claims.map((claim) => emitClaim(claim, '  ')).join('')}`
}

/** The lines of one claim in the list of claims, whose dashes stand behind `indent`. */
export function emitClaim(claim: StoredClaim, indent: string): string {
  const inner = `${indent}  `
  let lines = ''
  for (const key of CLAIM_KEYS) lines += emitPair(key, claim[key], inner)
  return `${indent}- ${lines.slice(inner.length)}`
}

/** The line or lines of a key; none for a key without a value. A list of maps has a line for each of them. */
export function emitPair(key: string, value: unknown, indent: string): string {
  if (value === undefined || value === null) return ''
  if (Array.isArray(value) && typeof value[0] === 'object') {
    return `${indent}${key}:\n${value.map((item) => `${indent}  - ${emitFlow(item)}\n`).join('')}`
  }
  return `${indent}${key}: ${emitValue(value)}\n`
}

/** A value as it stands behind its key on one line. */
export function emitValue(value: unknown): string {
  return typeof value === 'string' ? emitText(value, false) : emitFlow(value)
}

/** A value inside brackets. */
export function emitFlow(value: unknown): string {
  if (typeof value === 'string') return emitText(value, true)
  if (Array.isArray(value)) return `[${value.map(emitFlow).join(', ')}]`
  if (typeof value === 'object' && value !== null) {
    return `{${inKeyOrder(value)
      .map(([key, v]) => `${key}: ${emitFlow(v)}`)
      .join(', ')}}`
  }
  return String(value)
}

/** The keys and values of a map in the order in which they are written. */
export function inKeyOrder(map: object): [key: string, value: unknown][] {
  return Object.entries(map).sort(([a], [b]) => KEY_ORDER.indexOf(a) - KEY_ORDER.indexOf(b))
}

function emitText(text: string, inFlow: boolean): string {
  if (text.search(UNESCAPED) >= 0) return JSON.stringify(text).replace(UNESCAPED, escaped)
  const isPlain = PLAIN_START.test(text) && !STOPS.test(text) && !OTHER_TYPE.test(text)
  if (isPlain && !(inFlow && STOPS_IN_FLOW.test(text))) return text
  return text.includes('"') && !text.includes("'") ? `'${text}'` : JSON.stringify(text)
}

/** A character as YAML escapes it: eight digits beyond the first plane. */
export function escaped(character: string): string {
  const hex = (character.codePointAt(0) ?? 0).toString(16)
  return hex.length > 4 ? `\\U${hex.padStart(8, '0')}` : `\\u${hex.padStart(4, '0')}`
}
