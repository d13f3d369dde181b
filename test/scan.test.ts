import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scan } from '../src/scan.js'
import type { FactFile } from '../src/types.js'

const read = (text: string): FactFile => scan(new TextEncoder().encode(text), { source: 'a.txt', language: 'fr' }).facts

/** Sentences that hold a claim, with holes for what typography does to them. */
const SENTENCES = [
  'Renault a livré 12{sp}000 voitures en Espagne en 2024.',
  'Le constructeur prévoit d{ap}ouvrir 40{sp}points de vente au Brésil d{ap}ici 2027.',
  'Dacia, filiale de Renault, s{ap}est implantée en Turquie.',
  'La Peugeot 208 est vendue 19{sp}900{sp}€ à Lisbonne.',
  'L{ap}usine de Danone a été inaugurée en mai 2023.',
  'Danone a investi près de 60{sp}millions d{ap}euros.',
]

const article = fc
  .record({
    picks: fc.array(fc.constantFrom(...SENTENCES), { minLength: 1, maxLength: 5 }),
    space: fc.constantFrom(' ', '\u00a0', '\u202f'),
    apostrophe: fc.constantFrom("'", '’'),
    form: fc.constantFrom('NFC', 'NFD') as fc.Arbitrary<'NFC' | 'NFD'>,
    glue: fc.constantFrom(' ', '\n\n', '\r\n\r\n', ' 🚗 ', '\r\n- '),
    before: fc.constantFrom('', '😱 ', 'É\u0301 — ', '👩‍👩‍👧 '),
  })
  .map(({ picks, space, apostrophe, form, glue, before }) =>
    (before + picks.join(glue)).replaceAll('{sp}', space).replaceAll('{ap}', apostrophe).normalize(form),
  )

describe('evidence', () => {
  it('is exactly its slice of the file in code points, and its line is where it starts', () => {
    let claims = 0
    fc.assert(
      fc.property(article, (text) => {
        const points = [...text]
        for (const claim of read(text).claims) {
          claims++
          expect(claim.evidence.length).toBeGreaterThan(0)
          for (const { quote, start, end, line } of claim.evidence) {
            expect(points.slice(start, end).join('')).toBe(quote)
            expect(quote.trim()).toBe(quote)
            expect(line).toBe(
              points
                .slice(0, start)
                .join('')
                .split(/\r\n|\r|\n/).length,
            )
          }
        }
      }),
      { numRuns: 200 },
    )
    expect(claims).toBeGreaterThan(200)
  })

  it('does not depend on how accents are composed', () => {
    const slots = (text: string) => read(text).claims.map(({ evidence: _, ...c }) => c)
    fc.assert(
      fc.property(article, (text) => {
        expect(slots(text.normalize('NFD'))).toEqual(slots(text.normalize('NFC')))
      }),
      { numRuns: 100 },
    )
  })

  it('holds on any text at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.constantFrom(...SENTENCES), (noise, sentence) => {
        const text = `${noise} ${sentence.replaceAll(/\{..\}/g, ' ')} ${noise}`.replace(/[\ud800-\udfff]/g, '')
        // control characters make a file binary: that is told, not read
        // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
        fc.pre(!/[^\P{Cc}\t\n\r\f\u0085\u001b]/u.test(text))
        const points = [...text.replace(/^\ufeff/, '')]
        for (const claim of read(text).claims)
          for (const e of claim.evidence) expect(points.slice(e.start, e.end).join('')).toBe(e.quote)
      }),
      { numRuns: 150 },
    )
  })
})

describe('ids', () => {
  it('survive a moved paragraph', () => {
    const a = 'Renault a livré 12 000 voitures en 2024.'
    const b = 'Danone a investi 60 millions d’euros en Espagne.'
    const ids = (text: string) =>
      read(text)
        .claims.map((c) => c.id)
        .sort()
    expect(ids(`${a}\n\n${b}`)).toEqual(ids(`${b}\n\n${a}`))
    expect(ids(`${a}\n\n${b}`)).toHaveLength(2)
  })

  it('are unique in a document', () => {
    const ids = read(
      'Renault a vendu 5 000 voitures en 2023. Renault a vendu 5 000 voitures en 2024. Renault prévoit de vendre 5 000 voitures.',
    ).claims.map((c) => c.id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.length).toBeGreaterThan(1)
  })
})

describe('a repeated claim', () => {
  it('is one claim with two evidences', () => {
    const { claims } = read(
      'Renault a livré 12 000 voitures en 2024.\n\nEn Bourse, rien ne bouge.\n\nEn 2024, Renault a livré 12 000 voitures.',
    )
    expect(claims).toHaveLength(1)
    expect(claims[0]?.evidence).toHaveLength(2)
  })
})
