import type { Command } from 'commander'
import { UserError } from '../problems.js'
import type { Article } from '../text/formats/article.js'
import type { Problem } from '../types.js'
import type { View } from '../views/rows.js'
import { findInputs, onlyArticle } from './inputs.js'
import { type OpeningOptions, openingOf, withOpeningOptions } from './options.js'
import { openPrinter } from './output.js'
import { openTerminal } from './terminal.js'

/** `xev text`: what is read of a file, and what the positions of evidence count in. */
export function registerText(program: Command): void {
  const command = program
    .command('text')
    .description(
      'Print the text that is read of an article: of a page without what stands around it, of a PDF, a letter.',
    )
    .argument('<file>', 'file, - for standard input, or file#name for one article of a feed or dump')
  withOpeningOptions(command)
    .option('--fix-encoding', 'undo that UTF-8 was once read as something else: "Ã©" is "é"')
    .addHelpText(
      'after',
      '\nExamples:\n  $ xev text data/2025-02-13-volt-et-route.md | less\n  $ xev text data/2025-09-12-harbour-courier.txt --json | jq -r .title',
    )
    .action(runText)
}

type TextOptions = OpeningOptions & { fixEncoding?: boolean }

async function runText(path: string, options: TextOptions, command: Command): Promise<void> {
  const terminal = await openTerminal(command)
  const { inputs, problems } = await findInputs([path])
  for (const problem of problems) terminal.report(problem)
  const { cured } = await import('../text/mojibake.js')
  const mended = (article: Article) => (options.fixEncoding ? { ...article, text: cured(article.text) } : article)
  const report = (problem: Problem) => {
    if (!(options.fixEncoding && problem.severity === 'warning')) terminal.report(problem)
  }
  const opening = { ...openingOf(options), report }
  if (terminal.format === 'table') {
    const [input, another] = inputs
    if (another !== undefined) throw new UserError('one article at a time', { source: path, hint: 'name one file' })
    if (input === undefined) return
    const { text } = mended(await onlyArticle(input, opening))
    terminal.print(terminal.isTerminal ? await textToLookAt(text, terminal.frame.width) : text)
    return
  }
  const articles: Article[] = []
  const document = () => ({ articles, problems })
  const printer = await openPrinter({ view: ARTICLES, schema: 'text', document }, terminal)
  for (const input of inputs) {
    for await (const article of input.articles(opening)) {
      if (printer.whole) articles.push(mended(article))
      if (!printer.add([mended(article)])) return
    }
  }
  printer.end()
}

/** Elsewhere the text is what positions count in; on a terminal it fits, and what steers a terminal is shown. */
async function textToLookAt(text: string, width: number): Promise<string> {
  const { wrapPieces } = await import('../views/wrap.js')
  const lines = text.split(/\r\n?|\n/)
  return lines.flatMap((line) => wrapPieces([{ text: line }], width)).join('\n')
}

const ARTICLES: View<Article> = {
  record: (article) => article,
  fields: [
    { name: 'source', data: ({ source }) => source },
    { name: 'title', data: ({ title }) => title },
    { name: 'published', data: ({ published }) => published },
    { name: 'language', data: ({ language }) => language },
    { name: 'site', data: ({ site }) => site },
    { name: 'text', data: ({ text }) => text },
  ],
  table: ['source', 'title', 'published', 'language', 'site', 'text'],
}
