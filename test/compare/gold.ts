import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { FactClaim, FactFile, Relation, Value } from '../../src/types.js'

const root = join(import.meta.dirname, '../../fixtures/comparison')

interface Written extends Partial<Omit<FactClaim, 'value'>> {
  value?: string
  also?: string
  quote: string
}

/** A gold article: its name in pairs.yaml, its claims as a fact file, each with its name as id. */
export interface GoldArticle {
  as: string
  file: FactFile
}

/** A gold pair of claims of two sources. */
export interface GoldPair {
  relation: Exclude<Relation, 'only'>
  a: string
  b: string
  open: boolean
}

export interface GoldComparison {
  between: [string, string]
  pairs: GoldPair[]
}

/** The claims that a person found in the sample articles. */
export function goldArticles(): GoldArticle[] {
  const articles: { source: string; as: string; published: string | null; claims: Record<string, Written> }[] = parse(
    readFileSync(join(root, 'claims.yaml'), 'utf8'),
  )
  return articles.map(({ source, as, published, claims }) => ({
    as,
    file: {
      source,
      sha256: '',
      title: null,
      language: 'en',
      published: published === null ? null : String(published),
      claims: Object.entries(claims).map(([id, written]) => claimFrom(id, written)),
    },
  }))
}

function claimFrom(id: string, { value, also, quote, ...slots }: Written): FactClaim {
  return {
    id,
    kind: 'volume',
    subject: null,
    status: 'reported',
    attribution: null,
    evidence: [{ line: 1, start: 0, end: quote.length, quote }],
    rule: 'manual',
    ...slots,
    date: slots.date ?? null,
    ...(value === undefined ? {} : { value: valueFrom(value, also) }),
  }
}

function valueFrom(text: string, also: string | undefined): Value {
  const [, sign = '', figure, unit] = /^(?:([~<>]) )?(\d+) (\S+)$/.exec(text) ?? []
  if (figure === undefined || unit === undefined) throw new Error(`no value: ${text}`)
  const bound = ({ '': 'exact', '~': 'about', '<': 'under', '>': 'over' } as const)[sign] ?? 'exact'
  const [otherFigure, otherUnit] = also?.split(' ') ?? []
  const other = otherUnit === undefined ? {} : { also: [{ figure: Number(otherFigure), unit: otherUnit }] }
  return { figure: Number(figure), unit, bound, ...other }
}

const RELATIONS = ['same', 'refined', 'superseded', 'contradicting', 'different-scope'] as const

export function goldComparisons(): GoldComparison[] {
  type Pairs = [string, string][]
  type Entry = { between: [string, string]; open?: Pairs } & { [R in (typeof RELATIONS)[number]]?: Pairs }
  const entries: Entry[] = parse(readFileSync(join(root, 'pairs.yaml'), 'utf8'))
  return entries.map((entry) => {
    const open = new Set((entry.open ?? []).map((pair) => pair.join(' ')))
    return {
      between: entry.between,
      pairs: RELATIONS.flatMap((relation) =>
        (entry[relation] ?? []).map(([a, b]) => ({ relation, a, b, open: open.has(`${a} ${b}`) })),
      ),
    }
  })
}
