import { createHash } from 'node:crypto'
import { type Document, isMap, isSeq, LineCounter, type Node, type YAMLMap } from 'yaml'
import type { FactClaim, FactFile, Problem } from '../types.js'
import { CLAIM_KEYS, claimShape, headerShape, MANUAL } from './schema.js'
import { parseYaml } from './yaml.js'

/** A fact file as it stands on disk. */
export interface ParsedFacts {
  document: Document
  /** What could be read; null where not even the header makes sense. */
  facts: FactFile | null
  /** The YAML node of each claim of `facts`, in the same order. */
  nodes: YAMLMap[]
  /** Everything wrong with the file, by line. With one error or more the file must not be written to. */
  problems: Problem[]
}

/**
 * Reads the text of a fact file. Never throws: whatever is wrong is a problem with line and column, and the claims that
 * can be read are there all the same. `path` names the file in the problems.
 */
export function parseFacts(text: string, path: string): ParsedFacts {
  const lines = new LineCounter()
  const document = parseYaml(text, lines)
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
  const nothing = { document, facts: null, nodes: [], problems }

  const [broken] = document.errors
  if (broken !== undefined) {
    tell(broken.pos[0], `no sound YAML: ${broken.message}`)
    return nothing
  }

  const root = document.contents
  if (!isMap(root)) {
    tell(0, 'expected a fact file: source, sha256, language, claims')
    return nothing
  }
  const header = headerShape(root, complain)
  const claimList = root.get('claims', true) as Node | undefined
  if (!isSeq(claimList)) complain(claimList ?? root, 'a list of claims under "claims"')
  if (header === undefined || !isSeq(claimList) || problems.length > 0) return nothing

  const facts: FactFile = { ...header, title: header.title ?? null, published: header.published ?? null, claims: [] }
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
    facts.claims.push(claim)
    nodes.push(node as YAMLMap)
  }
  return { document, facts, nodes, problems }
}

function readClaim(node: Node, complain: (node: Node, expected: string) => void): FactClaim | null {
  const written = claimShape(node, complain)
  if (written === undefined) return null
  if (written.rule !== MANUAL) {
    if (written.id === undefined) complain(node, 'the key "id"')
    if (written.evidence === undefined) complain(node, 'the key "evidence"')
  }
  const always = { id: written.id ?? manualId(written), subject: null, date: null, attribution: null, evidence: [] }
  return inOrder({ ...always, ...written })
}

/** The claim with its keys in their usual order, whatever order they are written in. */
function inOrder(claim: FactClaim): FactClaim {
  return Object.fromEntries(
    CLAIM_KEYS.flatMap((key) => (key in claim ? [[key, claim[key]]] : [])),
  ) as unknown as FactClaim
}

/** A claim that a person wrote without an id is known by what it says. */
function manualId(claim: object): string {
  return `x-${createHash('sha256').update(JSON.stringify(claim)).digest('hex').slice(0, 6)}`
}
