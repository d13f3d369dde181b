import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isoDate } from '../../src/calendar.js'
import { intervalOf } from '../../src/edtf.js'
import { findDates } from '../../src/mentions/dates.js'
import { tokenize } from '../../src/text/tokens.js'
import type { Language } from '../../src/types.js'

const SEASON = /(?:^|\/)\d{4}-2[1-4](?:\/|$)/

const WORDS: Record<Language, string[]> = {
  fr: "le la l' les du de d' à au en ici entre et depuis dès avant après jusqu' fin début mi - / , . ( premier deuxième dernier dernière prochain trimestre semestre mois mars mai juillet-août janvier lundi vendredi hier demain été hiver an ans année semaine jours deux trois dix 1 2 3 12 31 2024 2025-03-04 99 1er T3 S1 12/03 quelques il y a dans plus tôt tard par annuel Noël pâques vend sera vendu".split(
    ' ',
  ),
  en: 'the a an of in on to by from since until before after between and through early late mid - / , . ( first second third last next this previous quarter half month March May July-August may Monday friday yesterday tomorrow summer fall year years week weeks days two three ten 1 2 3 12 31 2024 2025-03-04 99 1st Q3 H1 12/03 few ago earlier later per annual Christmas easter sold will sell'.split(
    ' ',
  ),
}

const texts = (lang: Language) =>
  fc.array(fc.constantFrom(...WORDS[lang]), { maxLength: 14 }).map((words) => words.join(' '))
const languages = fc.constantFrom<Language>('fr', 'en')
const cases = languages.chain((lang) =>
  fc.record({
    lang: fc.constant(lang),
    text: texts(lang),
    ref: fc.constantFrom(null, '2025-09-04', '2024-02-29', '2025-02', '2025', '2025-12-31'),
  }),
)

const read = (text: string, lang: Language, ref: string | null) =>
  findDates(text, tokenize(text, 0, text.length), lang, ref)

describe('whatever the words', () => {
  it('mentions are in order, apart from each other and inside the text', () => {
    fc.assert(
      fc.property(cases, ({ text, lang, ref }) => {
        let end = 0
        for (const m of read(text, lang, ref)) {
          expect(m.start).toBeGreaterThanOrEqual(end)
          expect(m.end).toBeGreaterThan(m.start)
          end = m.end
        }
        expect(end).toBeLessThanOrEqual(text.length)
      }),
      { numRuns: 3000 },
    )
  })

  it('the days reckoned lie inside those that the EDTF names', () => {
    fc.assert(
      fc.property(cases, ({ text, lang, ref }) => {
        for (const m of read(text, lang, ref)) {
          if (m.type !== 'date') continue
          if (m.edtf === null) {
            expect([m.from, m.to]).toEqual([null, null])
            continue
          }
          const named = intervalOf(m.edtf)
          if (m.from !== null && m.to !== null) expect(m.from < m.to).toBe(true)
          // what is unknown in one is so in the other
          if (!m.edtf.includes('..')) expect(m.from === null || m.to === null).toBe(named === null)
          // people reckon seasons by the sun, EDTF leaves them open
          if (named === null || SEASON.test(m.edtf)) continue
          if (m.from !== null && Number.isFinite(named.from)) expect(m.from >= isoDate(named.from)).toBe(true)
          if (m.to !== null && Number.isFinite(named.to)) expect(m.to <= isoDate(named.to)).toBe(true)
        }
      }),
      { numRuns: 3000 },
    )
  })

  it('reads the same words the same way wherever they stand in the text', () => {
    fc.assert(
      fc.property(cases, ({ text, lang, ref }) => {
        const shift = 'x\n'.length
        const moved = findDates(`x\n${text}`, tokenize(`x\n${text}`, shift, text.length + shift), lang, ref)
        expect(moved.map((m) => ({ ...m, start: m.start - shift, end: m.end - shift }))).toEqual(read(text, lang, ref))
      }),
    )
  })

  it('survives any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), languages, (text, lang) => {
        for (const m of read(text, lang, '2025-01-01')) expect(m.end).toBeGreaterThan(m.start)
      }),
    )
  })
})
