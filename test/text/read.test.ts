import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { UserError } from '../../src/problems.js'
import { type ReadOptions, readDocument } from '../../src/text/read.js'

const encode = (text: string) => new TextEncoder().encode(text)
const read = (text: string, options: Partial<ReadOptions> = {}) =>
  readDocument(encode(text), { source: 'a.txt', ...options })
const sentences = (text: string) => {
  const document = read(text)
  return document.sentences.map(({ start, end }) => document.text.slice(start, end))
}

const PAGE = `---
title: "Tarvel s'offre Lumet"
date: 2025-06-03
---

# Tarvel s’offre Lumet

Publié le 4 juin 2025, mis à jour le 5 juin 2025

L'éolienne de Brest // Crédit : Agence Brume

LYON, le 4 juin 2025 – Le groupe Tarvel a racheté son rival Lumet. Il en a payé 300 millions d'euros.

À lire aussi : Dix usines à visiter cet été

Le prix des éoliennes baisse depuis deux ans.

Source : Le Quotidien | Cet article a été traduit par une IA

Articles similaires
- Une usine à Quimper
- Une usine à Vannes
`

describe('readDocument', () => {
  it('reads an article and its header, and sets the page around it aside', () => {
    const document = read(PAGE)
    expect(document).toMatchObject({
      source: 'a.txt',
      sha256: createHash('sha256').update(PAGE).digest('hex'),
      title: "Tarvel s'offre Lumet",
      language: 'fr',
      published: '2025-06-03',
      via: 'Le Quotidien',
      aiGenerated: true,
      text: PAGE,
    })
    expect(document.sentences.map(({ start, end, role }) => [role, PAGE.slice(start, end)])).toEqual([
      ['heading', 'Tarvel s’offre Lumet'],
      ['text', 'Le groupe Tarvel a racheté son rival Lumet.'],
      ['text', "Il en a payé 300 millions d'euros."],
      ['text', 'Le prix des éoliennes baisse depuis deux ans.'],
    ])
  })

  it('takes the title of front matter for a sentence where the text does not tell it again', () => {
    expect(sentences('---\ntitle: Tarvel buys Lumet\n---\nThe price is a secret.')).toEqual([
      'Tarvel buys Lumet',
      'The price is a secret.',
    ])
  })

  it('prefers what the user says to what the text says', () => {
    const document = read(PAGE, { language: 'en', published: '2024' })
    expect(document).toMatchObject({ language: 'en', published: '2024' })
  })

  it('prefers front matter to a marker, and a marker to a dateline', () => {
    const body = ' date 2024-02 Tarvel ouvre\n\nPublié le 9 mars 2024\n\nLe groupe a ouvert une usine.'
    expect(read(body).published).toBe('2024-02')
    expect(read(`---\ndate: 2023\n---\n${body}`).published).toBe('2023')
  })

  it('reads a title behind the marker', () => {
    const document = read(' date 2024-02 Tarvel ouvre une usine\n\nLe groupe a ouvert une usine à Brest.')
    expect(document.title).toBe('Tarvel ouvre une usine')
    expect(document.sentences[0]).toMatchObject({ start: 14, role: 'heading' })
  })

  it('knows the order of day and month by the language', () => {
    expect(read('Une usine\n\nPublié le 02/01/2024\n\nLe groupe a ouvert une usine à Brest.').published).toBe(
      '2024-01-02',
    )
    expect(read('A plant\n\nPublished 02/01/2024\n\nThe group has opened a plant in Hull.').published).toBe('2024')
  })

  it('has no title, date or source where the text has none', () => {
    expect(read('Le groupe a ouvert une usine. Elle est à Brest.')).toMatchObject({
      title: null,
      published: null,
      via: null,
      aiGenerated: false,
    })
  })

  it('refuses a file without text', () => {
    expect(() => read(' \n ')).toThrow(UserError)
  })

  it('reads any text', () => {
    const parts = fc.constantFrom(
      '---\n',
      'title: a\n',
      'date 2024-02 ',
      'Publié le ',
      '3 mai 2024',
      ' – ',
      '\n',
      '\n\n',
      'Photo : ',
      'Lire aussi',
      '- ',
      '1. ',
      '(',
      ')',
      '«',
      '»',
      '**',
      '# ',
      'Source : ',
      '|',
      'M. ',
      'Le groupe vend',
      '.',
      '😱',
      'Contact :',
      '\u0301',
      '\ud800',
      "l'",
      ' ',
    )
    const pages = fc.array(parts, { maxLength: 40 }).map((list) => list.join(''))
    fc.assert(
      fc.property(fc.oneof(pages, fc.string({ unit: 'binary' })), (text) => {
        const document = read(`A${text.replace(/[^\P{Cc}\n\r\t]/gu, '')}`)
        for (const { start, end, tokens } of document.sentences) {
          expect(tokens[0]?.start).toBe(start)
          expect(tokens.at(-1)?.end).toBe(end)
        }
      }),
    )
  })

  it.each([
    ['digits', '1'],
    ['spaces', ' '],
    ['full stops', '.'],
    ['full stops apart', '. '],
    ['one word', 'mot '],
    ['apostrophes', "l'"],
    ['hyphens', 'a-'],
    ['asterisks', '*'],
    ['opening brackets', '('],
    ['quotes', '» '],
    ['emoji', '😱'],
    ['combining accents', '\u0301'],
    ['line ends', '\n'],
    ['short lines', 'A\n'],
    ['bullets', '- '],
    ['notes', '.[1]'],
    ['labels', 'Photo : '],
    ['bars', '|'],
    ['dates', '3 mai 2025 – '],
  ])('reads 100 kB of %s in sentences of bounded length', (_, part) => {
    const text = `A${part.repeat(100_000 / part.length)}`
    for (const { start, end } of read(text).sentences) expect(end - start).toBeLessThanOrEqual(5000)
  })
})
