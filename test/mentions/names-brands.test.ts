import { describe, expect, it } from 'vitest'
import { explain, scan } from '../../src/scan.js'

const told = (text: string): string[] =>
  scan(new TextEncoder().encode(text), { source: 'a.txt', language: 'en' }).facts.claims.map(
    (c) => `${c.subject} ${c.product ?? '-'} ${c.value?.figure}`,
  )

describe('a brand that is told of as goods', () => {
  it('is a product of whose the text says that it is', () =>
    expect(
      told(
        "Tata's Jaguar range is growing. A Jaguar costs £40,000. The new Jaguar is built in Solihull. Tata will build 900 Jaguar models a week.",
      ),
    ).toEqual(['Tata Jaguar 40000', 'Tata Jaguar 900']))
  it('is a firm where it is named as one', () =>
    expect(told("Tata's Jaguar unit is growing. Jaguar sold 900 cars. Jaguar employs 3,000 people.")).toEqual(
      expect.arrayContaining(['Jaguar - 900', 'Jaguar - 3000']),
    ))
  it('is a firm where it is nobody’s', () =>
    expect(told('A Jaguar costs £40,000. The new Jaguar is built in Solihull. Jaguar sold 900 Jaguars.')).toContain(
      'Jaguar - 40000',
    ))
  it('is seen as goods wherever it is named', () => {
    const text = "Ford's Opel range is growing. An Opel costs £40,000. The new Opel is loved. Opels sell. Opel waits."
    const { sentences } = explain(new TextEncoder().encode(text), { source: 'a.txt', language: 'en' })
    const seen = sentences.flatMap(({ mentions }) => mentions.filter((m) => 'name' in m && m.name === 'Opel'))
    expect(seen.map((m) => [m.type, 'maker' in m ? m.maker : null])).toEqual(Array(5).fill(['product', 'Ford']))
  })
  it('is a firm where two have it', () =>
    expect(
      told("Ford's Opel range grew. Fiat's Opel range grew. An Opel costs £40,000. Opels sell. The new Opel is loved."),
    ).toEqual(['Opel - 40000']))
})
