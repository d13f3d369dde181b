import { createHash } from 'node:crypto'
import { type Document, isMap, isScalar, isSeq, LineCounter, type Node, type YAMLMap } from 'yaml'
import type { FactFile, Problem } from '../types.js'
import { emitFacts, inKeyOrder, SCHEMA_LINE } from './emit.js'
import { readPlain } from './plain.js'
import {
  CLAIM_KEYS,
  claimShape,
  HEADER_KEYS,
  headerShape,
  MANUAL,
  type StoredClaim,
  type StoredFacts,
} from './schema.js'
import { parseYaml } from './yaml.js'

/** A fact file as its readers see it. */
export interface ParsedFacts {
  /** What could be read; null where not even the header makes sense. */
  facts: FactFile | null
  /** Everything wrong with the file, by line. With one error or more the file must not be written to. */
  problems: Problem[]
}

/** A fact file with all that a new reading has to keep. */
export interface StoredText {
  facts: StoredFacts | null
  problems: Problem[]
  /** Null where the file is, byte for byte, what xev would write for these facts, with or without the line that names its schema. */
  layout: Layout | null
}

/** Where the facts stand in a text of any form. */
export interface Layout {
  document: Document
  /** The YAML node of each claim, in the same order. */
  nodes: YAMLMap[]
}

/**
 * Reads the text of a fact file. Never throws: whatever is wrong is a problem with line and column, and the claims that
 * can be read are there all the same. `path` names the file in the problems.
 */
export function parseFacts(text: string, path: string): ParsedFacts {
  const { facts, problems } = parseStored(text, path)
  return { facts: facts === null ? null : withoutMarks(facts), problems }
}

export function withoutMarks(facts: StoredFacts): FactFile {
  return { ...facts, claims: facts.claims.map(({ mark: _, ...claim }) => claim) }
}

/** Facts as they are read from what `emitFacts` writes for them, each key in its place. */
export function asWritten(facts: StoredFacts): StoredFacts {
  const claims = facts.claims.map((claim) => complete(said(claim, CLAIM_KEYS) as unknown as WrittenClaim))
  return completeHeader(said(facts, HEADER_KEYS) as unknown as WrittenHeader, claims)
}

/** The values that these keys have in a map. */
function said<Key extends string>(map: { [K in Key]?: unknown }, keys: readonly Key[]): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  for (const key of keys) if (map[key] !== undefined && map[key] !== null) values[key] = ordered(map[key])
  return values
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(inKeyOrder(value).map(([key, inner]) => [key, ordered(inner)]))
}

/** As `parseFacts`, with xev's own marks and the places in the text. */
export function parseStored(text: string, path: string): StoredText {
  const plain = plainFacts(text.startsWith(SCHEMA_LINE) ? text.slice(SCHEMA_LINE.length) : text)
  return plain === null ? parseAnyForm(text, path) : { facts: plain, problems: [], layout: null }
}

/** The facts of a text that is, byte for byte, what xev would write for them; null for any other. */
function plainFacts(text: string): StoredFacts | null {
  const read = readPlain(text)
  if (read === null || !headerShape.fits(read.header)) return null
  const claims: StoredClaim[] = []
  for (const written of read.claims) {
    if (!claimShape.fits(written)) return null
    if (written.rule !== MANUAL && !('id' in written && 'evidence' in written)) return null
    claims.push(complete(written as unknown as WrittenClaim))
  }
  if (new Set(claims.map(({ id }) => id)).size < claims.length) return null
  const facts = completeHeader(read.header as unknown as WrittenHeader, claims)
  return emitFacts(facts) === text ? facts : null
}

function parseAnyForm(text: string, path: string): StoredText {
  const lines = new LineCounter()
  const problems: Problem[] = []
  const tell = (offset: number, message: string, hint = 'mend the file by hand, or restore it') => {
    const { line, col } = lines.linePos(offset)
    problems.push({
      severity: 'error',
      message: `column ${col}: ${message}`,
      hint,
      source: path,
      line: Math.max(line, 1),
    })
  }
  const complain = (node: Node, expected: string) => tell(node.range?.[0] ?? 0, `expected ${expected}`)
  const nothing = { facts: null, problems, layout: null }

  const document = parseYaml(text, lines)
  const [broken] = document.errors
  if (broken !== undefined) {
    const tooDeep = broken.message.includes('call stack')
    tell(broken.pos[0], tooDeep ? 'brackets inside brackets, too deep to be read' : `no sound YAML: ${broken.message}`)
    return nothing
  }

  const root = document.contents
  if (!isMap(root)) {
    tell(0, 'expected a fact file: source, sha256, language, claims')
    return nothing
  }
  const header = headerShape.read(root, complain)
  const claimList = root.get('claims', true) as Node | undefined
  if (!isSeq(claimList)) complain(claimList ?? root, 'a list of claims under "claims"')
  const [, again] = root.items.filter(({ key }) => isScalar(key) && key.value === 'claims')
  if (again !== undefined) complain(again.key as Node, 'the key "claims" once only')
  if (header === undefined || !isSeq(claimList) || problems.length > 0) return nothing

  const claims: StoredClaim[] = []
  const nodes: YAMLMap[] = []
  const ids = new Set<string>()
  for (const node of claimList.items as Node[]) {
    const before = problems.length
    const claim = readClaim(node, complain)
    if (claim === null || problems.length > before) continue
    if (ids.has(claim.id)) {
      tell(node.range?.[0] ?? 0, `the id "${claim.id}" stands here a second time`, 'give the claim another id, or none')
      continue
    }
    ids.add(claim.id)
    claims.push(claim)
    nodes.push(node as YAMLMap)
  }
  return { facts: completeHeader(header, claims), problems, layout: { document, nodes } }
}

type WrittenHeader = NonNullable<ReturnType<typeof headerShape.read>>
type WrittenClaim = NonNullable<ReturnType<typeof claimShape.read>>

function readClaim(node: Node, complain: (node: Node, expected: string) => void): StoredClaim | null {
  const written = claimShape.read(node, complain)
  if (written === undefined) return null
  if (written.rule !== MANUAL) {
    const hint = `(a claim of your own has "rule: ${MANUAL}" and needs none)`
    if (written.id === undefined) complain(node, `the key "id" ${hint}`)
    if (written.evidence === undefined) complain(node, `the key "evidence" ${hint}`)
  }
  return complete(written)
}

function completeHeader(header: WrittenHeader, claims: StoredClaim[]): StoredFacts {
  return { ...header, title: header.title ?? null, published: header.published ?? null, claims }
}

/** The claim with what every claim has, its keys in their usual order, whatever order they are written in. */
function complete(written: WrittenClaim): StoredClaim {
  const id = written.id ?? manualId(written)
  const claim: Record<string, unknown> = { subject: null, date: null, attribution: null, evidence: [], ...written, id }
  const ordered: Record<string, unknown> = {}
  for (const key of CLAIM_KEYS) if (key in claim) ordered[key] = claim[key]
  return ordered as unknown as StoredClaim
}

/** A claim that a person wrote without an id is known by what it says, whatever they think of it. */
function manualId({ review: _, note: __, ...claim }: WrittenClaim): string {
  return `x-${createHash('sha256').update(JSON.stringify(claim)).digest('hex').slice(0, 6)}`
}
