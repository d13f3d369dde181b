import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mergeFacts } from '../../src/store/merge.js'
import { parseFacts } from '../../src/store/read.js'
import type { FactClaim, FactFile } from '../../src/types.js'
import { claim, factFile } from './facts.js'

// A person edits a written file at random, then xev reads the article again.

const PATH = 'facts/test.yaml'

/** One stroke of a person's: where, and which of the things that people do. */
interface Stroke {
  at: number
  what: keyof typeof STROKES
}

interface Edited {
  lines: string[]
  /** Lines that have to be there afterwards, byte for byte. */
  lasting: string[]
  /** Remarks that have to be there afterwards, wherever. */
  remarks: string[]
}

const isKey = (line: string, ...keys: string[]) => keys.some((key) => line.startsWith(`    ${key}: `))
const isClaimLine = (line: string) => /^ {4}\w+:/.test(line)
const pick = (lines: string[], at: number, fits: (line: string) => boolean) => {
  const found = lines.flatMap((line, i) => (fits(line) ? [i] : []))
  return found[at % Math.max(1, found.length)]
}
const withLine = (edited: Edited, i: number | undefined, line: string, kind: 'lasting' | 'remarks') => {
  if (i === undefined) return
  edited.lines.splice(i, 0, line)
  edited[kind].push(line)
}

/** Writes a line anew; where it was a person's already, the new one has to last. */
const rewrite = (edited: Edited, i: number, line: string) => {
  edited.lasting = edited.lasting.map((other) => (other === edited.lines[i] ? line : other))
  edited.lines[i] = line
}

const STROKES = {
  comment({ at }: Stroke, edited: Edited, n: number) {
    const i = at % (edited.lines.length + 1)
    const indent = /^ */.exec(edited.lines[i] ?? '')?.[0] ?? ''
    withLine(edited, i, `${indent}# remark ${n}.`, 'lasting')
  },
  'comment behind'({ at }: Stroke, edited: Edited, n: number) {
    const i = at % edited.lines.length
    if (edited.lines[i] === undefined || /#|^\s*$/.test(edited.lines[i])) return
    rewrite(edited, i, `${edited.lines[i]}   # behind ${n}.`)
    edited.remarks.push(`# behind ${n}.`)
  },
  'blank line'({ at }: Stroke, edited: Edited) {
    edited.lines.splice(at % edited.lines.length, 0, '')
  },
  'other order'({ at }: Stroke, edited: Edited) {
    const i = pick(edited.lines, at, (line) => isClaimLine(line) && !line.includes('evidence:'))
    const other = edited.lines[(i ?? 0) + 1] ?? ''
    if (i === undefined || !isClaimLine(other) || other.includes('evidence:')) return
    edited.lines.splice(i, 2, other, edited.lines[i] as string)
  },
  'other quotes'({ at }: Stroke, edited: Edited) {
    const i = pick(edited.lines, at, (line) => /^ {4}(?:subject|status|rule|product): [\w/ ]+$/.test(line))
    if (i !== undefined) rewrite(edited, i, (edited.lines[i] as string).replace(/: (.*)$/, ": '$1'"))
  },
  'other spaces'({ at }: Stroke, edited: Edited) {
    const i = pick(edited.lines, at, (line) => isKey(line, 'value'))
    if (i !== undefined) rewrite(edited, i, (edited.lines[i] as string).replaceAll(', ', ' ,  ').replace('{', '{ '))
  },
  correction({ at }: Stroke, edited: Edited, n: number) {
    const i = pick(edited.lines, at, (line) => isKey(line, 'subject', 'product', 'date', 'value'))
    if (i === undefined) return
    const line = edited.lines[i] as string
    const corrected = line.includes('figure:')
      ? line.replace(/figure: +\d+/, `figure: ${777_000 + n}`)
      : line.replace(/: .*/, `: Person ${n}`)
    edited.lasting = [...edited.lasting.filter((other) => other !== line), corrected]
    edited.lines[i] = corrected
    edited.remarks = edited.remarks.filter((remark) => !line.includes(remark) || corrected.includes(remark))
  },
  'key of their own'({ at }: Stroke, edited: Edited, n: number) {
    withLine(edited, pick(edited.lines, at, isClaimLine), `    desk-${n}: {who:  me, when: [1,2]}`, 'lasting')
  },
  note({ at }: Stroke, edited: Edited, n: number) {
    const i = pick(edited.lines, at, (line) => isKey(line, 'rule'))
    const isClaim = (line: string) => line.startsWith('  - ')
    const from = edited.lines.slice(0, i).findLastIndex(isClaim)
    const to = edited.lines.findIndex((line, j) => j > from && isClaim(line))
    const lines = edited.lines.slice(from, to < 0 ? undefined : to)
    if (!lines.some((line) => isKey(line, 'note'))) withLine(edited, i, `    note: 'see ${n}'`, 'lasting')
  },
  'claim of their own'({ at }: Stroke, edited: Edited, n: number) {
    const own = `  - {kind: market, subject: Aquila, market: Market ${n}, status: planned, rule: manual}`
    withLine(
      edited,
      pick(edited.lines, at, (line) => line.startsWith('  - id')),
      own,
      'lasting',
    )
  },
}

function edit(text: string, strokes: Stroke[]): Edited {
  const edited: Edited = { lines: text.trimEnd().split('\n'), lasting: [], remarks: [] }
  for (const [n, stroke] of strokes.entries()) STROKES[stroke.what](stroke, edited, n)
  return edited
}

const strokes = fc.array(
  fc.record({ at: fc.nat(200), what: fc.constantFrom(...(Object.keys(STROKES) as (keyof typeof STROKES)[])) }),
  { minLength: 1, maxLength: 12 },
)

/** Claims that differ as those of an article do. */
const COUNT = 4
const article = (change: (claim: FactClaim, i: number) => FactClaim | null = (c) => c): FactFile =>
  factFile(
    Array.from({ length: COUNT }, (_, i) => {
      const quote = `la marque a livré ${i} fois cent mille voitures`
      const evidence = [{ line: i + 3, start: 100 * i, end: 100 * i + 30, quote }]
      return change(claim(`v-${i + 1}`, 100 * i, { product: `Model ${i}`, evidence }), i)
    }).filter((c) => c !== null),
  )

/** What may happen to a claim between two readings. */
const NEWS: ((claim: FactClaim) => FactClaim | null)[] = [
  (c) => c,
  () => null,
  (c) => ({ ...c, rule: 'fr/volume/other' }),
  (c) => ({ ...c, date: null }),
  (c) => ({ ...c, status: 'planned', attribution: 'La presse' }),
  (c) => ({ ...c, span: 'P4M', value: { figure: c.value?.figure ?? 0, bound: 'about' } }),
  (c) => ({
    ...c,
    evidence: c.evidence.map((e) => ({ ...e, line: 99 - e.line, start: 999 - e.start, end: 1010 - e.start })),
  }),
  (c) => ({ ...c, evidence: [...c.evidence, { line: 80, start: 900, end: 920, quote: 'encore une fois' }] }),
]

describe('what a person wrote', () => {
  test('stays as it is when the article is read again as before: only xev’s other readings are added', () => {
    fc.assert(
      fc.property(strokes, (list) => {
        const { lines } = edit(mergeFacts(null, article(), PATH).text, list)
        const text = `${lines.join('\n')}\n`
        expect(parseFacts(text, PATH).problems).toEqual([])
        const merged = mergeFacts(text, article(), PATH).text
        const added = merged.split('\n').filter((line) => /^ {4}read: \{(?:subject|product|date|value): /.test(line))
        expect(merged.split('\n').filter((line) => !added.includes(line))).toEqual(text.split('\n'))
        expect(mergeFacts(merged, article(), PATH).text).toBe(merged)
      }),
      { numRuns: 100 },
    )
  })

  test('is all there when the article or the rules have changed', () => {
    fc.assert(
      fc.property(strokes, fc.array(fc.nat(NEWS.length - 1), { minLength: COUNT, maxLength: COUNT }), (list, news) => {
        const { lines, lasting, remarks } = edit(mergeFacts(null, article(), PATH).text, list)
        const now = article((c, i) => (NEWS[news[i] as number] as (typeof NEWS)[number])(c))
        const { text: merged, facts: told } = mergeFacts(`${lines.join('\n')}\n`, now, PATH)
        const mergedLines = merged.split('\n')
        const bare = (line: string) => line.replace(/ +# behind.*/, '')
        expect(mergedLines.map(bare)).toEqual(expect.arrayContaining(lasting.map(bare)))
        for (const remark of remarks) expect(merged).toContain(remark)
        const { facts, problems } = parseFacts(merged, PATH)
        expect(problems).toEqual([])
        expect(JSON.stringify(told)).toBe(JSON.stringify(facts))
        for (const { evidence } of now.claims) expect(facts?.claims.map((c) => c.evidence)).toContainEqual(evidence)
        expect(mergeFacts(merged, now, PATH).text).toBe(merged)
      }),
      { numRuns: 100 },
    )
  })
})
