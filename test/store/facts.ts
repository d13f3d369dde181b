import fc from 'fast-check'
import { KINDS, STATUSES } from '../../src/store/schema.js'
import type { FactClaim, FactFile } from '../../src/types.js'

/** A claim for tests, with the slots given; if no kind is given, one of 4,000 deliveries for `v-1`, 5,000 for `v-2`. */
export function claim(id: string, start: number, slots: Partial<FactClaim> = {}): FactClaim {
  const volume = {
    measure: 'deliveries',
    value: { figure: 1000 * (3 + Number(id.slice(2))), unit: 'vehicles', bound: 'over' as const },
  }
  return {
    id,
    kind: 'volume',
    subject: 'Nordlys',
    ...(slots.kind === undefined ? volume : {}),
    date: '2024',
    status: 'reported',
    attribution: null,
    evidence: [{ line: 3, start, end: start + 12, quote: `plus de ${start}` }],
    rule: 'fr/volume/test',
    ...slots,
  }
}

export function factFile(claims: FactClaim[], header: Partial<FactFile> = {}): FactFile {
  return {
    source: 'data/nordlys.txt',
    sha256: '5f0c',
    title: 'Nordlys en Europe',
    language: 'fr',
    published: '2025-02',
    claims,
    ...header,
  }
}

/** Texts that YAML readers like to take for something else, and any other. */
const text = fc.oneof(
  fc.constantFrom(
    ...[
      'no',
      'Yes',
      'on',
      '~',
      'null',
      '',
      ' ',
      '2025-02',
      '2025',
      '2025-03-12',
      '1e3',
      '0x1F',
      '0o17',
      '1_000',
      '.5',
      '12:30',
    ],
    ...[
      '- a',
      '? b',
      '# c',
      '&d',
      '*e',
      '!f',
      '%g',
      '@h',
      '`i',
      '{j',
      'k: l',
      'm #n',
      '"',
      "'",
      '|',
      '>',
      '---',
      '...',
      '<<',
    ],
    ...[
      '__proto__',
      'a\nb',
      'a\r\nb',
      '\tc',
      'd ',
      '\u0000',
      '\u001b[31m',
      '\u0085',
      '\u2028',
      '\ufeff',
      '« été »',
      '🚗',
    ],
  ),
  fc.string(),
  fc.string({ unit: 'binary' }),
)
const figure = fc.oneof(
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0),
)
const value = fc.record(
  {
    figure,
    to: figure,
    unit: text,
    bound: fc.constantFrom('exact' as const, 'about' as const, 'over' as const, 'under' as const, 'range' as const),
    also: fc.array(fc.record({ figure, unit: text }, { noNullPrototype: true }), { minLength: 1, maxLength: 2 }),
  },
  { requiredKeys: ['figure', 'bound'], noNullPrototype: true },
)
const evidence = fc.record({ line: fc.nat(), start: fc.nat(), end: fc.nat(), quote: text }, { noNullPrototype: true })
const anyClaim = fc.record(
  {
    id: text,
    kind: fc.constantFrom(...KINDS),
    subject: fc.option(text),
    product: text,
    relation: text,
    products: fc.array(text, { minLength: 1, maxLength: 3 }),
    marketCode: text,
    stance: fc.constantFrom('present' as const, 'target' as const),
    measure: text,
    value,
    span: text,
    date: fc.option(text),
    status: fc.constantFrom(...STATUSES),
    attribution: fc.option(text),
    evidence: fc.array(evidence, { minLength: 1, maxLength: 2 }),
    rule: text.filter((rule) => rule !== 'manual'),
  },
  {
    requiredKeys: ['id', 'kind', 'subject', 'date', 'status', 'attribution', 'evidence', 'rule'],
    noNullPrototype: true,
  },
)

/** Any fact file as a reading of an article gives it: no two claims with one id, claims in the order of their place. */
export const anyFacts: fc.Arbitrary<FactFile> = fc
  .record(
    {
      source: text,
      sha256: text,
      title: fc.option(text),
      language: text,
      published: fc.option(text),
      via: text,
      aiGenerated: fc.constant(true),
      encoding: text,
      claims: fc.uniqueArray(anyClaim, { selector: ({ id }) => id, maxLength: 6 }),
    },
    { requiredKeys: ['source', 'sha256', 'title', 'language', 'published', 'claims'] },
  )
  .map((facts) => ({
    ...facts,
    claims: facts.claims.toSorted((a, b) => (a.evidence[0]?.start ?? 0) - (b.evidence[0]?.start ?? 0)),
  }))
