import { problemOf, UserError } from '../problems.js'
import type { Article } from '../text/formats/article.js'
import type { FactFile, Problem } from '../types.js'
import { findInputs } from './inputs.js'
import { openingOf, type PoolChoice, type ReadingOptions, readingOf } from './options.js'
import { cores, type Item, isProblem, type Outcome, readParallel, type Settled } from './pool.js'
import { openProgress } from './progress.js'
import type { ClaimLines, Reading, Told } from './read-one.js'
import type { Terminal } from './terminal.js'

/** So many articles are read before threads would be ready: more are worth a pool. */
const WORTH_A_POOL = 24
/** How long one article may take by default, in seconds: a thousand times what a long one takes. */
const TIME_LIMIT = 10

/**
 * Reads the articles at the paths, on several threads where they are many; in their order. What is wrong with one is told, and
 * the rest is done.
 *
 * @param work what to do with the facts of each; false ends the reading (nobody looks at the output any more). A mistake
 * of the user's that it throws counts as the article's problem.
 * @param known what is known of an article that need not be read, which is given to `work` in its place; nothing of the
 * reader is loaded where none has to be
 * @returns all that went wrong
 */
export function readArticles<Known extends { source: string } = never>(
  paths: readonly string[],
  options: ReadingOptions & PoolChoice,
  terminal: Terminal,
  work: (read: FactFile | Known) => boolean | Promise<boolean>,
  known: (article: Article) => Known | null = () => null,
): Promise<Problem[]> {
  return readAll<Known>(paths, options, terminal, false, (read) => work(read as FactFile | Known), known)
}

/** The same, where nobody looks into the facts: `work` gets them as lines of ndjson. */
export function readAsLines(
  paths: readonly string[],
  options: ReadingOptions & PoolChoice,
  terminal: Terminal,
  work: (read: ClaimLines) => boolean,
): Promise<Problem[]> {
  return readAll(
    paths,
    options,
    terminal,
    true,
    (read) => work(read as ClaimLines),
    () => null,
  )
}

async function readAll<Known extends { source: string } = never>(
  paths: readonly string[],
  options: ReadingOptions & PoolChoice,
  terminal: Terminal,
  lines: boolean,
  work: (read: Told | Known) => boolean | Promise<boolean>,
  known: (article: Article) => Known | null,
): Promise<Problem[]> {
  const { inputs, problems } = await findInputs(paths)
  for (const problem of problems) terminal.report(problem)
  const progress = openProgress(inputs.length, terminal)
  const report = (problem: Problem) => {
    progress.clear()
    terminal.report(problem)
    problems.push(problem)
  }

  async function* items(): AsyncGenerator<Item<Known>> {
    for (const input of inputs) {
      progress.next()
      terminal.detail(`reading ${input.source}`)
      try {
        for await (const article of input.articles({ ...openingOf(options), report })) {
          const settled = known(article)
          yield settled === null ? article : { settled }
        }
      } catch (error) {
        if (!(error instanceof UserError)) console.error(error)
        yield { settled: problemOf(error, input.source) }
      }
    }
  }

  for await (const outcome of read(items(), options, lines)) {
    if (isProblem(outcome)) {
      report(outcome)
      continue
    }
    if ('language' in outcome) warnOfLanguage(outcome, report)
    try {
      if (!(await work(outcome))) break
    } catch (error) {
      // what goes wrong with one article of several is no reason to leave the others
      if (!(error instanceof UserError)) console.error(error)
      report(problemOf(error, outcome.source))
    }
    await terminal.drained()
  }
  progress.clear()
  return problems
}

/** An article in a language without rules, or too short to tell it, says nothing; but not in silence. */
function warnOfLanguage({ source, language }: Pick<FactFile, 'source' | 'language'>, report: (p: Problem) => void) {
  if (language === 'fr' || language === 'en') return
  const what = language === 'und' ? 'its language is not clear' : `there are no rules for the language "${language}"`
  const hint = 'if it is French or English, say so: --lang fr'
  report({ severity: 'warning', message: `nothing read: ${what}`, hint, source })
}

/** What becomes of the items, in their order: the first few are read right here, unless threads are asked for. */
async function* read<Known>(
  items: AsyncGenerator<Item<Known>>,
  options: ReadingOptions & PoolChoice,
  lines: boolean,
): AsyncGenerator<Outcome<Known>> {
  const reading: Reading = { ...(await readingOf(options)), lines }
  // what is measured is measured in one place
  const noThreads = reading.profile !== undefined || options.jobs === 0
  const here = noThreads ? Number.POSITIVE_INFINITY : options.jobs === undefined ? WORTH_A_POOL : 0
  for (let n = 0; ; ) {
    const { value: item, done } = await items.next()
    if (done) return
    if ('settled' in item) yield item.settled
    else if (n === here) {
      items = behind(item, items)
      break
    } else {
      const { readOne } = await import('./read-one.js')
      yield readOne(item, reading)
      n++
    }
  }
  const limit = (options.timeLimit ?? TIME_LIMIT) * 1000
  yield* readParallel(items, { jobs: options.jobs ?? cores(), limit, reading })
}

/** An item put back before the others. */
async function* behind<Known>(item: Article | Settled<Known>, items: AsyncGenerator<Item<Known>>) {
  yield item
  yield* items
}
