import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { identify, mergeRepeats } from '../../src/claims/merge.js'
import type { Claim } from '../../src/types.js'

const claim = (over: Partial<Claim>): Claim => ({
  kind: 'volume', subject: 'Renault', measure: 'sales', value: { figure: 5000, unit: 'vehicles', bound: 'exact' }, date: null, status: 'reported', attribution: null, evidence: [{ start: 0, end: 9 }], rule: 'fr/volume/sold', ...over,
}) // biome-ignore format: one record

describe('mergeRepeats', () => {
  it('joins two tellings and keeps both evidences, in order', () => {
    const [merged, ...rest] = mergeRepeats([claim({ evidence: [{ start: 50, end: 60 }] }), claim({ date: '2024' })])
    expect(rest).toEqual([])
    expect(merged).toMatchObject({
      date: '2024',
      evidence: [
        { start: 0, end: 9 },
        { start: 50, end: 60 },
      ],
    })
  })
  it('keeps claims apart that differ in date, status, product or place', () => {
    for (const other of [{ date: '2024' }, { status: 'planned' as const }, { product: 'Clio' }, { market: 'Spain' }]) {
      expect(
        mergeRepeats([
          claim({ date: '2023', product: 'Twingo', market: 'Italy' }),
          claim({ date: '2023', product: 'Twingo', market: 'Italy', ...other, evidence: [{ start: 20, end: 29 }] }),
        ]),
      ).toHaveLength(2)
    }
  })
  it('takes from the text how surely it is told, not from a headline', () => {
    const headline = claim({})
    const told = claim({ status: 'planned', date: '2026', evidence: [{ start: 50, end: 60 }] })
    const [merged, ...rest] = mergeRepeats([headline, told], new Set([headline]))
    expect(rest).toEqual([])
    expect(merged).toMatchObject({ status: 'planned', date: '2026' })
    expect(merged?.evidence.map(({ start }) => start)).toEqual([0, 50])
  })
  it('counts overlapping words once', () => {
    expect(mergeRepeats([claim({}), claim({ evidence: [{ start: 4, end: 12 }] })])[0]?.evidence).toHaveLength(1)
  })
  it('joins what is told again also where very many tell the same count', () => {
    const told = Array.from({ length: 1200 }, (_, i) =>
      claim({ subject: `Firm ${i % 600}`, evidence: [{ start: 20 * i, end: 20 * i + 9 }] }),
    )
    const merged = mergeRepeats(told)
    expect(merged.map(({ subject }) => subject)).toEqual(told.slice(0, 600).map(({ subject }) => subject))
    expect(merged.every(({ evidence }) => evidence.length === 2)).toBe(true)
  })
  it('never changes what it is given', () => {
    const given = [claim({}), claim({ date: '2024', evidence: [{ start: 20, end: 29 }] })]
    const before = JSON.stringify(given)
    mergeRepeats(given)
    expect(JSON.stringify(given)).toBe(before)
  })
})

describe('identify', () => {
  const some = fc.array(
    fc
      .record({
        figure: fc.integer({ min: 1, max: 4 }),
        date: fc.constantFrom(null, '2023', '2024'),
        product: fc.constantFrom(null, 'Clio'),
      })
      .map(({ figure, date, product }) =>
        claim({ value: { figure, unit: 'vehicles', bound: 'exact' }, date, product }),
      ),
    { maxLength: 8 },
  )
  it('gives each claim of a document its own id', () => {
    fc.assert(
      fc.property(some, (claims) => {
        expect(new Set(identify(claims, 'a.txt')).size).toBe(claims.length)
      }),
    )
  })
  it('does not depend on the order of the text, the rule or the evidence', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(
          some.map((c) => c[0] ?? claim({})),
          { selector: (c) => JSON.stringify(c), maxLength: 6 },
        ),
        (claims) => {
          const ids = identify(claims, 'a.txt')
          const moved = identify(
            [...claims].reverse().map((c) => ({ ...c, rule: 'fr/volume/other', evidence: [{ start: 99, end: 100 }] })),
            'a.txt',
          )
          expect(moved.reverse()).toEqual(ids)
        },
      ),
    )
  })
  it('differs by source', () => {
    const ids = ['a.txt', 'b.txt', 'old/a.txt', 'new/a.txt'].flatMap((source) => identify([claim({})], source))
    expect(new Set(ids).size).toBe(4)
  })
  it('has the form v-3kq9x2ta', () => {
    expect(identify([claim({})], 'a.txt')[0]).toMatch(/^v-[0-9a-z]{8}$/)
  })
  it('is of one claim alone in an archive of 200,000 articles', () => {
    const ids = new Set<string>()
    for (let i = 0; i < 200_000; i++) ids.add(identify([claim({})], `archive/${i}.txt`)[0] as string)
    expect(ids.size).toBe(200_000)
  })
})
