import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blocksOf } from '../../src/text/blocks.js'
import { sentencesOf, splitSentences } from '../../src/text/sentences.js'
import { isSpace } from '../../src/text/tokens.js'

const split = (text: string) =>
  splitSentences(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end))

function read(text: string): string[] {
  const sentences = sentencesOf(text, blocksOf(text, 0), null)
  return sentences.map(({ start, end, role, paragraph }) => `${paragraph} ${role} ${text.slice(start, end)}`)
}

describe('splitSentences', () => {
  it.each([
    ['full stops', ['Elle vend des vélos.', 'Elle en vend 300 par jour.']],
    ['questions and exclamations', ['Combien ?', 'Trois cents !', 'Et alors ?!', 'Rien.']],
    ['an ellipsis', ['Elle hésite…', 'Puis elle signe...', 'Fin.']],
    ['a figure at the start of the next', ['The plant opened in 2019.', '300 people work there.']],
    ['a sum at the start of the next', ['The group is rich.', '€3bn lie in its coffers.']],
    ['French quotes', ['« Nous signons. »', 'Le marché applaudit.']],
    ['English quotes', ['“We sign.”', 'The market cheers.']],
    ['straight quotes', ['"We sign."', '"They pay."', 'The market cheers.']],
    ['brackets', ['(The plant is in Ghent.)', 'It is new.']],
    ['a quote of several sentences', ['« Nous signons.', 'Puis nous payons. »', 'Le marché applaudit.']],
    ['a note behind the full stop', ['The plant is new.[2]', 'It is big.']],
    ['emphasis behind the full stop', ['The plant is **new.**', 'It is big.']],
    ['a product that begins in lower case', ['The phone sells well.', 'iPhone sales rise.']],
    ['a firm that begins in lower case', ['The fares fell.', 'easyJet sold more.']],
    ['a dash before a capital', ['« Vous signez ?', '– Oui.', '– Quand ?']],
    ['a year with full stop', ['Elle naît en 1998.', 'Elle grandit.']],
    ['a legal form at the end', ['It bought Tarvel Inc.', 'The price is secret.']],
    ['an abbreviated country at the end', ['It is sold in the U.S.', 'It is not sold in Peru.']],
    ['"no" at the end', ['The board said no.', 'Talks ended.']],
    ['etc. at the end', ['Vélos, trams, etc.', 'Le groupe fait tout.']],
  ])('parts at %s', (_, expected) => {
    expect(split(expected.join(' '))).toEqual(expected)
  })

  it.each([
    'M. Blum et Mme. Cadiou, suivis du Dr. Roche, dirigent le groupe.',
    'Mr. Major and St. Clair Ltd. have met in the U.S. Senate.',
    'J. K. Major runs Tarvel Corp. and J.P. Major runs Lumet S.A. today.',
    'Tarvel Inc. President Mary Major has signed.',
    'The model costs $1.5bn vs. Lumet at $2.25bn.',
    'See No. 7, p. 12 and fig. 3 of Jan. 12.',
    'Le parc compte 12.500 vélos, soit 3.5 fois plus, cf. tableau.',
    'On tarvel.com the price is 3.50 euros.',
    'Yahoo! says that it sells.',
    'Le groupe (Paris !) et « Quoi ? » demande le patron, étonné.',
    'Il vend… un peu, p. ex. en Suisse.',
    'Le prix ? environ 300 euros.',
    '« Tout va bien ! », dit le patron.',
    'Le siège est av. Foch, le garage bd. Voltaire.',
    'Le groupe, le n° 2 du secteur, a signé.',
    'Le groupe vend de tout (vélos, trams, etc.) en Europe.',
  ])('does not part: %s', (sentence) => {
    expect(split(sentence)).toEqual([sentence])
  })

  it('parts sentences that a page has glued together, but no names', () => {
    expect(split('Le groupe vend en Chine.Puis il part.')).toEqual(['Le groupe vend en Chine.', 'Puis il part.'])
    expect(split('Le site Rue.Du.Commerce et www.tarvel.Com vendent.')).toHaveLength(1)
  })

  it('leaves an emoji with the sentence before it', () => {
    expect(split('Bravo ! 🎉 Le prix baisse. 😭')).toEqual(['Bravo ! 🎉', 'Le prix baisse. 😭'])
  })

  it('cuts what is too long for a sentence at white space', () => {
    const sentences = split(`${'mot '.repeat(3000)}fin.`)
    expect(sentences.every((sentence) => sentence.length <= 5000 && /^mot.*(?:mot|fin\.)$/.test(sentence))).toBe(true)
    expect(sentences.join(' ')).toBe(`${'mot '.repeat(3000)}fin.`)
  })

  it('cuts a word of 21,000 signs, though not through a character', () => {
    const sentences = split('a😱'.repeat(7000))
    expect(sentences.filter((sentence) => sentence.length > 5000 || /\p{Cs}/u.test(sentence))).toEqual([])
    expect(sentences.join('')).toHaveLength(21_000)
  })
})

describe('sentencesOf', () => {
  it('tells headings, items and text apart', () => {
    const text = [
      'Les chiffres du mois',
      '',
      'Le groupe a publié ses chiffres. Ils sont bons.',
      '',
      '## Le détail',
      'En France :',
      '- Vélos : 300',
      '- Trams : 20',
      '',
      'Où va le groupe ?',
      'Nul ne le sait.',
    ].join('\n')
    expect(read(text)).toEqual([
      '0 heading Les chiffres du mois',
      '1 text Le groupe a publié ses chiffres.',
      '1 text Ils sont bons.',
      '2 heading Le détail',
      '3 heading En France :',
      '3 item Vélos : 300',
      '3 item Trams : 20',
      '4 heading Où va le groupe ?',
      '4 text Nul ne le sait.',
    ])
  })

  it('leaves bullets, numbers, emoji and emphasis at the edge out', () => {
    const text = [
      '• un vélo',
      '* deux vélos',
      '– trois vélos',
      '1. quatre vélos',
      '**2. cinq vélos**',
      '3) six vélos',
      '👉 sept vélos',
      '🔹 **huit vélos**',
      '1️⃣ neuf vélos',
      '⚠️ dix vélos',
      '- **onze** vélos et **un** tram',
    ].join('\n')
    expect(read(text).map((line) => line.replace('0 item ', ''))).toEqual([
      'un vélo',
      'deux vélos',
      'trois vélos',
      'quatre vélos',
      'cinq vélos',
      'six vélos',
      'sept vélos',
      'huit vélos',
      'neuf vélos',
      'dix vélos',
      '**onze** vélos et **un** tram',
    ])
  })

  it('takes a number or emoji over a text for a heading', () => {
    expect(read('**1. 41,3 millions**\nTel est le nombre de vélos.\n\n🔋 La batterie\n\nElle est neuve.')).toEqual([
      '0 heading 41,3 millions',
      '0 text Tel est le nombre de vélos.',
      '1 heading La batterie',
      '2 text Elle est neuve.',
    ])
  })

  it('does not take a figure or a minus sign for a number or a bullet', () => {
    expect(read('3,5 millions de vélos.\n-4 % en un an.')).toEqual([
      '0 text 3,5 millions de vélos.',
      '1 text -4 % en un an.',
    ])
  })

  it('reads on over the line ends of a wrapped file', () => {
    const text = [
      'The maker of trams has said that it will open a second plant',
      'near Ghent, where 300 people are to build ten trams a month.',
      'Building starts in May.',
      '',
      'What it costs',
      'The plant costs 40 million euros, of which the region pays',
      'a third.',
      '- 300 jobs in the first year, and as many again in the year',
      '  after that',
      '- ten trams',
    ].join('\n')
    expect(read(text).map((line) => line.replace(/\n\s*/g, ' | '))).toEqual([
      '0 text The maker of trams has said that it will open a second plant | near Ghent, where 300 people are to build ten trams a month.',
      '0 text Building starts in May.',
      '1 heading What it costs',
      '1 text The plant costs 40 million euros, of which the region pays | a third.',
      '1 item 300 jobs in the first year, and as many again in the year | after that',
      '1 item ten trams',
    ])
  })

  it('joins what is indented under an item to it', () => {
    expect(read('- 300 jobs in\n  2027\n- ten trams\nThe end.')).toEqual([
      '0 item 300 jobs in\n  2027',
      '0 item ten trams',
      '0 text The end.',
    ])
  })

  it('ends a sentence with its line where each paragraph is a line', () => {
    expect(read('Le groupe grandit\nLe siège est à Lyon, où travaillent trois cents personnes.\nIl déménage.')).toEqual(
      [
        '0 heading Le groupe grandit',
        '0 text Le siège est à Lyon, où travaillent trois cents personnes.',
        '1 text Il déménage.',
      ],
    )
  })

  it('has no sentence for rules and lone signs', () => {
    expect(read('Un vélo.\n\n***\n\n---\n\n😱\n\nUn tram.')).toEqual(['0 text Un vélo.', '1 text Un tram.'])
  })

  const pages = fc
    .array(
      fc.constantFrom(
        'Le groupe',
        ' vend',
        '.',
        ' ',
        '\n',
        '\n\n',
        '- ',
        '**',
        '«\u00a0',
        '\u00a0»',
        '😱',
        '3,5',
        'M. ',
        'U.S.',
        '?',
        '…',
        '\r\n',
        '\ud83d',
        '\u200b',
        'e\u0301',
        '"',
        '[2]',
        '# ',
        '1. ',
        'a'.repeat(3000),
      ),
      { maxLength: 60 },
    )
    .map((parts) => parts.join(''))

  it.each([
    ['pages', pages],
    ['any text', fc.string({ unit: 'binary', maxLength: 300 })],
  ])('gives sentences in order, apart, trimmed, on one side of a blank line, with all their tokens: %s', (_, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        let at = 0
        let paragraph = 0
        for (const sentence of sentencesOf(text, blocksOf(text, 0), null)) {
          expect(sentence.start).toBeGreaterThanOrEqual(at)
          expect(sentence.end).toBeGreaterThan(sentence.start)
          expect(sentence.end - sentence.start).toBeLessThanOrEqual(5000)
          expect(sentence.end).toBeLessThanOrEqual(text.length)
          expect(sentence.paragraph - paragraph).toBeGreaterThanOrEqual(0)
          expect(isSpace(text.charCodeAt(sentence.start)) || isSpace(text.charCodeAt(sentence.end - 1))).toBe(false)
          const lines = text.slice(sentence.start, sentence.end).split(/\r\n|\r|\n/)
          expect(lines.filter((line) => line.trim() === '')).toEqual([])
          let covered = sentence.start
          for (const token of sentence.tokens) {
            for (let i = covered; i < token.start; i++) expect(isSpace(text.charCodeAt(i))).toBe(true)
            covered = token.end
          }
          expect(covered).toBe(sentence.end)
          at = sentence.end
          paragraph = sentence.paragraph
        }
      }),
    )
  })
})
