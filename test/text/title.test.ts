import { describe, expect, it } from 'vitest'
import { blocksOf } from '../../src/text/blocks.js'
import { readTitle } from '../../src/text/title.js'

function read(text: string, known: string | null = null): { title: string | null; left: string[] } {
  const blocks = blocksOf(text, 0)
  const title = readTitle(text, blocks, known)?.title ?? null
  return { title, left: blocks.filter(({ aside }) => !aside).map(({ content, end }) => text.slice(content, end)) }
}

const TITLE = "Tarvel ouvre une usine d'éoliennes près de Brest"
const BODY = 'Le groupe a ouvert une usine, où il monte dix éoliennes par mois.'

describe('readTitle', () => {
  it.each([
    [`${TITLE}\n\n${BODY}`, TITLE],
    [`${TITLE}\n${BODY}`, TITLE],
    [`# ${TITLE}\n\n${BODY}`, TITLE],
    [`# ${TITLE} #\n\n${BODY}`, TITLE],
    [`* * *\n\n${TITLE}\n\n${BODY}`, TITLE],
    [`${TITLE}\n=====\n\n${BODY}`, TITLE],
    [`Énergie\n\n# ${TITLE}\n\n${BODY}`, TITLE],
    [`**${TITLE}**\n\n${BODY}`, TITLE],
    [`BREST\n${TITLE}\n\n${BODY}`, TITLE],
    [`Reportage\n\n${TITLE}\n\n${BODY}`, TITLE],
    [`Tarvel grandit\n\nUne usine\n\n${BODY}`, 'Tarvel grandit'],
    [`Et si Tarvel partait ?\n\n${BODY}`, 'Et si Tarvel partait ?'],
    [`« Nous partons »\n\n${BODY}`, '« Nous partons »'],
    [`🚀 Tarvel décolle !\n\n${BODY}`, 'Tarvel décolle !'],
    [`Tarvel grows in the U.S.\n\n${BODY}`, 'Tarvel grows in the U.S.'],
    [`Tarvel  ouvre\tune usine\n\n${BODY}`, 'Tarvel ouvre une usine'],
  ])('finds the title of %j', (text, title) => {
    expect(read(text).title).toBe(title)
  })

  it.each([
    ['a paragraph', `${BODY}\n\n${BODY}`],
    ['a line and nothing below it', TITLE],
    ['a lead-in', `Voici les chiffres :\n\n${BODY}`],
    ['a list', `- ${TITLE}\n- ${TITLE}`],
    ['two sentences', `Tarvel ouvre une usine. Elle est près de Brest\n\n${BODY}`],
    ['a long line', `${'Tarvel ouvre une usine et '.repeat(9)}part\n\n${BODY}`],
  ])('finds none in %s', (_, text) => {
    expect(read(text).title).toBeNull()
  })

  it.each([
    ['below', `${TITLE}\n\n${TITLE}\n\n${BODY}`],
    ['with another apostrophe', `${TITLE}\n\n${TITLE.replace("'", '’')}\n\n${BODY}`],
    ['glued', `${TITLE}\n\n${TITLE}${TITLE.replace("'", '’')}\n\n${BODY}`],
    ['glued, with a credit', `${TITLE}\n\n${TITLE}${TITLE}${TITLE} (Lumet)\n\n${BODY}`],
    ['on its own line', `${TITLE}${TITLE} (Lumet)\n\n${BODY}`],
    ['further down', `${TITLE}\n\n${BODY}\n\n${TITLE}`],
  ])('keeps the first telling only: %s', (_, text) => {
    expect(read(text)).toEqual({ title: TITLE, left: [TITLE, BODY] })
  })

  it('takes the name of the site off', () => {
    expect(read(`${TITLE} - Le Quotidien\n\n${TITLE}\n\n${BODY}`)).toEqual({
      title: TITLE,
      left: [`${TITLE} - Le Quotidien`, BODY],
    })
  })

  it('leaves a sentence that begins like the title', () => {
    const sentence = `${TITLE} et embauche trois cents personnes.`
    expect(read(`${TITLE}\n\n${sentence}`)).toEqual({ title: TITLE, left: [TITLE, sentence] })
  })

  it('takes the title that front matter gives', () => {
    expect(read(`${BODY}\n\n${BODY}`, TITLE)).toEqual({ title: TITLE, left: [BODY, BODY] })
    expect(read(`# ${TITLE}\n\n${TITLE}\n\n${BODY}`, TITLE)).toEqual({ title: TITLE, left: [TITLE, BODY] })
  })
})
