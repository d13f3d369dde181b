import { UserError } from '../problems.js'
import type { Article } from '../text/formats/article.js'
import type { FactFile, Problem } from '../types.js'
import { findInputs } from './inputs.js'
import { openingOf, type ReadingOptions, readingOf } from './options.js'
import { openProgress } from './progress.js'
import type { Terminal } from './terminal.js'

/**
 * Reads the articles at the paths one after the other. What is wrong with one is told, and the rest is done.
 *
 * @param work what to do with the facts of each; false ends the reading (nobody looks at the output any more). A mistake
 * of the user's that it throws counts as the article's problem.
 * @param skips tells of an article whether it need not be read; nothing of the reader is loaded where none has to be
 * @returns all that went wrong
 */
export async function readArticles(
  paths: readonly string[],
  reading: ReadingOptions,
  terminal: Terminal,
  work: (facts: FactFile) => boolean | Promise<boolean>,
  skips: (article: Article) => boolean = () => false,
): Promise<Problem[]> {
  const how = await readingOf(reading)
  const { inputs, problems } = await findInputs(paths)
  for (const problem of problems) terminal.report(problem)
  const progress = openProgress(inputs.length, terminal)
  const report = (problem: Problem) => {
    progress.clear()
    terminal.report(problem)
    problems.push(problem)
  }
  const fail = (error: unknown, source: string) => {
    report(problemOf(error, source))
    if (!(error instanceof UserError)) console.error(error)
  }
  for (const input of inputs) {
    progress.next()
    terminal.detail(`reading ${input.source}`)
    try {
      for await (const article of input.articles({ ...openingOf(reading), report })) {
        const { source } = article
        if (skips(article)) continue
        const { scan } = await import('../scan.js')
        // what goes wrong with one article of several is no reason to leave the others
        try {
          if (await work(scan(article, { ...how, source }).facts)) continue
          progress.clear()
          return problems
        } catch (error) {
          fail(error, source)
        }
      }
    } catch (error) {
      fail(error, input.source)
    }
  }
  progress.clear()
  return problems
}

function problemOf(error: unknown, source: string): Problem {
  if (error instanceof UserError) return { source, ...error.problem }
  return { severity: 'error', message: `a bug in xev: ${error}`, hint: 'please report it with this article', source }
}
