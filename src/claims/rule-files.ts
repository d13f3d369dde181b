import { LineCounter, parseDocument } from 'yaml'
import { UserError } from '../problems.js'
import type { ClaimKind, ClaimStatus, Language } from '../types.js'
import { type PatternToken, parsePattern } from './pattern.js'
import type { Rule, RuleExample, SubjectPolicy } from './rules.js'

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
    let tokens: PatternToken[] = []
    try {
      tokens = parsePattern(pattern)
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      const { message, hint } = error.problem
      fail(`the pattern "${pattern}" does not parse: ${message}`, hint)
    }
    if (hasLostOptional(tokens))
      fail(
        `the pattern "${pattern}" has any words before a word that may be missing, and so never leaves it out`,
        'count that word among the any words before it, or write two patterns',
      )
  }
  return rule
}

/** Whether a `maybe?` stands behind a wildcard: the wildcard ends at the term that it finds for it, and so it has to be there. */
const hasLostOptional = (tokens: readonly PatternToken[]): boolean =>
  tokens.some(({ optional, greedy }, i) => {
    const before = tokens[i - 1]
    return optional && !greedy && before?.test.is === 'any' && before.greedy
  })
