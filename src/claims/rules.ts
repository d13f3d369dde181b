import nlp from 'compromise/one'
import { LineCounter, parseDocument } from 'yaml'
import { UserError } from '../problems.js'
import type { ClaimKind, ClaimStatus, Language, Value } from '../types.js'

/** One example of a rule: a text and the claims that it must (or must not) yield. */
export interface RuleExample {
  text: string
  claims: Record<string, unknown>[]
}

/** Where the subject of a rule's claims is looked for when no group captures it. */
export type SubjectPolicy = 'auto' | 'none'

/** A rule as written in YAML; what the fields mean stands in the schema beside the rules. */
export interface Rule {
  id: string
  language: Language
  kind: ClaimKind
  /** Lemmas, and `#Class` names, any of which wakes the rule. */
  triggers: string[]
  /** Patterns in compromise's match syntax; the first that matches at a place wins. */
  match: string[]
  /** Patterns that veto: the rule is off in a clause where one of them matches. */
  unless: string[]
  /** Constant slots; `<name>` stands for what the group of that name tells. */
  claim: Record<string, unknown>
  status: ClaimStatus | null
  subject: SubjectPolicy
  /** Among matches that want the same value the higher priority wins; 0 where the rule says nothing. */
  priority: number
  examples: RuleExample[]
  counterExamples: string[]
  /** File and 1-based line, for messages. */
  source: string
  line: number
}

const KINDS: ClaimKind[] = ['partner', 'market', 'volume', 'price', 'milestone', 'investment']
const STATUSES: ClaimStatus[] = ['reported', 'planned', 'possible', 'denied', 'former']
const KEYS = new Set([
  'id',
  'trigger',
  'match',
  'unless',
  'claim',
  'status',
  'subject',
  'priority',
  'examples',
  'counterExamples',
])
const SLOTS = new Set([
  'kind',
  'subject',
  'product',
  'partner',
  'relation',
  'products',
  'market',
  'stance',
  'measure',
  'of',
  'value',
  'span',
  'per',
  'event',
  'by',
  'purpose',
  'date',
  'sign',
])
const GROUPS = new Set(['value', 'subject', 'product', 'partner', 'market', 'date', 'measure', 'event', 'span', 'by'])

const list = (x: unknown): string[] =>
  x === undefined || x === null ? [] : Array.isArray(x) ? x.map(String) : [String(x)]

/**
 * Reads a rule file. The language is the first part of each id (`fr/volume/delivered`).
 * @throws UserError with file and line for bad YAML, unknown keys, kinds, slots or groups, a missing field, a pattern that does not parse.
 */
export function parseRules(yaml: string, source: string): Rule[] {
  const lines = new LineCounter()
  const doc = parseDocument(yaml, { lineCounter: lines, prettyErrors: false, strict: true })
  const broken = doc.errors[0]
  if (broken !== undefined)
    throw new UserError(`not valid YAML: ${broken.message}`, { source, line: lines.linePos(broken.pos[0]).line })
  const contents = doc.contents as { items?: { range?: [number, number, number] }[] } | null
  const items = doc.toJS({ maxAliasCount: 100 }) as unknown
  if (!Array.isArray(items))
    throw new UserError('a rule file is a list of rules', { source, hint: 'begin each rule with "- id: …"' })
  return items.map((item, n) => {
    const offset = contents?.items?.[n]?.range?.[0] ?? 0
    return readRule(item as Record<string, unknown>, source, lines.linePos(offset).line)
  })
}

function readRule(raw: Record<string, unknown>, source: string, line: number): Rule {
  const fail = (message: string, hint?: string): never => {
    throw new UserError(`rule ${String(raw?.id ?? '?')}: ${message}`, {
      source,
      line,
      ...(hint === undefined ? {} : { hint }),
    })
  }
  if (raw === null || typeof raw !== 'object') fail('a rule is a map of fields', 'id, trigger, match, claim, examples')
  for (const key of Object.keys(raw))
    if (!KEYS.has(key)) fail(`unknown key "${key}"`, `known keys: ${[...KEYS].join(', ')}`)
  const id = typeof raw.id === 'string' ? raw.id : ''
  const language = id.split('/')[0]
  if (!/^[a-z]{2}\/[a-z-]+\/[a-z0-9-]+$/.test(id) || (language !== 'fr' && language !== 'en')) {
    fail('an id is language/kind/name', 'such as fr/volume/delivered')
  }
  const claim = (raw.claim ?? {}) as Record<string, unknown>
  for (const slot of Object.keys(claim))
    if (!SLOTS.has(slot)) fail(`unknown slot "${slot}" in claim`, `slots: ${[...SLOTS].join(', ')}`)
  const kind = claim.kind as ClaimKind
  if (!KINDS.includes(kind)) fail(`unknown kind "${String(claim.kind)}"`, KINDS.join(', '))
  const status = (raw.status ?? null) as ClaimStatus | null
  if (status !== null && !STATUSES.includes(status)) fail(`unknown status "${status}"`, STATUSES.join(', '))
  const subject = (raw.subject ?? 'auto') as SubjectPolicy
  if (!['auto', 'none'].includes(subject)) fail(`unknown subject policy "${subject}"`, 'auto, none')
  const rule: Rule = {
    id,
    language: language as Language,
    kind,
    triggers: list(raw.trigger),
    match: list(raw.match),
    unless: list(raw.unless),
    claim,
    status,
    subject,
    priority: typeof raw.priority === 'number' ? raw.priority : 0,
    examples: (raw.examples ?? []) as RuleExample[],
    counterExamples: list(raw.counterExamples),
    source,
    line,
  }
  if (rule.triggers.length === 0) fail('no trigger', 'name a lemma or a #Class of the lexicon')
  if (rule.match.length === 0) fail('no match pattern')
  if (!Array.isArray(rule.examples)) fail('examples is a list')
  for (const pattern of [...rule.match, ...rule.unless]) {
    for (const [, group] of pattern.matchAll(/<(\w+)>/g))
      if (!GROUPS.has(group ?? '')) fail(`unknown group <${group}>`, [...GROUPS].join(', '))
    try {
      compilePattern(pattern)
    } catch (error) {
      fail(`the pattern "${pattern}" does not parse: ${(error as Error).message}`)
    }
  }
  return rule
}

/** Two rules with one id are an error; `override` lets a user's rule take the place of a built-in one. */
export function checkUnique(rules: readonly Rule[]): void {
  const seen = new Map<string, Rule>()
  for (const rule of rules) {
    const other = seen.get(rule.id)
    if (other !== undefined) {
      throw new UserError(`rule ${rule.id} stands twice`, {
        source: rule.source,
        line: rule.line,
        hint: `first in ${other.source}:${other.line}`,
      })
    }
    seen.set(rule.id, rule)
  }
}

/** A parsed token of compromise's match syntax, as far as it is looked into here. */
interface Reg {
  root?: string
  machine?: string
  word?: string
  tag?: string
  fastOr?: Set<string>
  choices?: Reg[][]
  operator?: 'or' | 'and'
  negative?: boolean
  optional?: boolean
  anything?: boolean
  min?: number
  group?: string | null
}

export type Pattern = Reg[]

const one = nlp.methods() as unknown as {
  one: {
    parseMatch(pattern: string, options: object, world: unknown): Reg[]
    match(docs: unknown[], todo: { regs: Reg[] }): MatchResult
  }
}

interface MatchResult {
  ptrs: [number, number, number][]
  byGroup: Record<string, [number, number, number][]>
}

/**
 * Compiles a pattern for {@link matchPattern}. Hyphens inside words become non-breaking ones, as in terms: compromise
 * would cut the word there. Inside "(a|b)" compromise/one leaves `{lemma}` unresolved, and behind a wildcard it asks the
 * list of a choice for what its one token says: both are completed here.
 */
export function compilePattern(pattern: string): Pattern {
  const regs = one.one.parseMatch(
    pattern.replace(/(?<=\p{L})-(?=\p{L})(?![^{}]*\})/gu, '\u2011'),
    {},
    { model: { one: { prefixes: {} } }, methods: {} },
  )
  const complete = (list: Reg[]): void => {
    for (const reg of list) {
      if (reg.root !== undefined) {
        reg.machine = reg.root
        delete reg.root
      }
      for (const choice of reg.choices ?? []) {
        complete(choice)
        if (choice.length === 1) Object.assign(choice, choice[0])
      }
    }
  }
  complete(regs)
  return regs
}

/** A place where a pattern matched: term indexes, end exclusive, and the captured groups. */
export interface Match {
  start: number
  end: number
  groups: Record<string, [start: number, end: number]>
}

/** What a pattern looks at in a term. */
export interface MatchTerm {
  normal: string
  text: string
  root?: string
  tags: ReadonlySet<string>
}

const presentIn = new WeakMap<readonly MatchTerm[], Set<string>>()

/** The words, lemmas and `#tags` that stand in a run of terms. */
function present(terms: readonly MatchTerm[]): Set<string> {
  let keys = presentIn.get(terms)
  if (keys === undefined) {
    keys = new Set()
    for (const { normal, text, root, tags } of terms) {
      keys.add(normal).add(text)
      if (root !== undefined) keys.add(root)
      for (const tag of tags) keys.add(`#${tag}`)
    }
    presentIn.set(terms, keys)
  }
  return keys
}

/** What one token of a pattern cannot do without: any of these keys; null where it may match anything or nothing. */
function neededBy(reg: Reg): string[] | null {
  if (reg.negative || reg.optional || reg.anything || reg.min === 0) return null
  if (reg.word !== undefined) return [reg.word]
  if (reg.tag !== undefined) return [`#${reg.tag}`]
  if (reg.machine !== undefined) return [reg.machine]
  if (reg.fastOr !== undefined) return [...reg.fastOr]
  const needs = (reg.choices ?? []).map((choice) => choice.map(neededBy).find((keys) => keys !== null) ?? null)
  if (needs.length === 0) return null
  if (reg.operator === 'and') return needs.find((keys) => keys !== null) ?? null
  return needs.includes(null) ? null : needs.flatMap((keys) => keys ?? [])
}

const needs = new WeakMap<Pattern, string[][]>()

/** False where something that the pattern needs does not stand in the terms at all: most patterns end here, cheaply. */
function mayMatch(terms: readonly MatchTerm[], pattern: Pattern): boolean {
  let required = needs.get(pattern)
  if (required === undefined) {
    required = pattern.map(neededBy).filter((keys) => keys !== null)
    needs.set(pattern, required)
  }
  const keys = present(terms)
  return required.every((any) => any.some((key) => keys.has(key)))
}

/** Longer runs of terms are matched in overlapping windows: the cost of a wildcard grows with the terms behind it. */
const WINDOW = 120
const STEP = 80

/**
 * Every non-overlapping match of a compiled pattern in the terms of one sentence. Linear in the number of terms; a match
 * spans at most a few dozen of them, so that none is lost between two windows.
 */
export function matchPattern(terms: readonly MatchTerm[], pattern: Pattern): Match[] {
  if (!mayMatch(terms, pattern)) return []
  if (terms.length <= WINDOW) return matchWindow(terms, pattern, 0)
  const found: Match[] = []
  let covered = 0
  for (let from = 0; from < terms.length; from += STEP) {
    for (const match of matchWindow(terms.slice(from, from + WINDOW), pattern, from)) {
      if (match.start < covered) continue
      found.push(match)
      covered = match.end
    }
  }
  return found
}

function matchWindow(terms: readonly MatchTerm[], pattern: Pattern, offset: number): Match[] {
  const found = one.one.match([terms], { regs: pattern })
  const groups = Object.entries(found.byGroup)
  return found.ptrs.map(([, start, end]) => ({
    start: start + offset,
    end: end + offset,
    groups: Object.fromEntries(
      groups.flatMap(([name, ptrs]) => {
        const inside = ptrs.find(([, from, to]) => from >= start && to <= end)
        return inside === undefined ? [] : [[name, [inside[1] + offset, inside[2] + offset] as [number, number]]]
      }),
    ),
  }))
}

/** A rule made ready for matching. */
export interface CompiledRule {
  rule: Rule
  match: Pattern[]
  unless: Pattern[]
}

/** Rules by what wakes them: a lemma, or a class written `#Class`. */
export type RuleIndex = Map<string, CompiledRule[]>

/** Indexes the rules of one language by trigger; patterns are compiled when their rule is first woken. */
export function indexRules(rules: readonly Rule[], language: Language): RuleIndex {
  const index: RuleIndex = new Map()
  for (const rule of rules) {
    if (rule.language !== language) continue
    let patterns: Pattern[] | null = null
    let vetoes: Pattern[] | null = null
    const compiled: CompiledRule = {
      rule,
      get match() {
        patterns ??= rule.match.map(compilePattern)
        return patterns
      },
      get unless() {
        vetoes ??= rule.unless.map(compilePattern)
        return vetoes
      },
    }
    for (const trigger of rule.triggers) {
      const bucket = index.get(trigger)
      if (bucket === undefined) index.set(trigger, [compiled])
      else bucket.push(compiled)
    }
  }
  return index
}

/** A constant value in a rule: `{figure: 100, unit: percent, bound: exact}`. */
export const constantValue = (x: unknown): Value | null =>
  typeof x === 'object' && x !== null && typeof (x as Value).figure === 'number'
    ? { ...(x as Value), bound: (x as Partial<Value>).bound ?? 'exact' }
    : null
