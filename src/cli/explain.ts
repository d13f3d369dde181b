import type { Command } from 'commander'
import type { Rule } from '../claims/rules.js'
import { UserError } from '../problems.js'
import type { ExplainedSentence, Explanation } from '../scan.js'
import type { SentenceReading } from '../views/explanation.js'
import { findInputs, onlyArticle } from './inputs.js'
import { openingOf, type ReadingOptions, readingOf, withReadingOptions } from './options.js'
import { printRows } from './output.js'
import { openTerminal } from './terminal.js'

/** `xev explain`: why these claims, why not others. */
export function registerExplain(program: Command): void {
  const command = program
    .command('explain')
    .description('Tell why an article, or one line of it, yields its claims and no others.')
    .argument('<file[:line]>', 'an article, or - for standard input; with a line to look at that line only')
  withReadingOptions(command)
    .option('--why-not <rule>', 'look at this rule alone: where it stopped, or that nothing woke it')
    .addHelpText(
      'after',
      '\nExamples:\n  $ xev explain data/2024-11-19-agence-meridien.txt:11\n  $ xev explain data/2025-02-13-volt-et-route.md:11 --why-not fr/market/sells',
    )
    .action(runExplain)
}

async function runExplain(
  place: string,
  options: ReadingOptions & { whyNot?: string },
  command: Command,
): Promise<void> {
  const terminal = await openTerminal(command)
  const { input, line } = await findPlace(place)
  const { explain } = await import('../scan.js')
  const { explanationText, sentenceView } = await import('../views/explanation.js')
  const how = await readingOf(options)
  const article = await onlyArticle(input, { ...openingOf(options), report: terminal.report })
  const explanation = explain(article, { ...how, source: article.source })
  const all = await sentencesOn(line, explanation, input.source)
  const sentences = options.whyNot === undefined ? all : await aboutRule(options.whyNot, all, how.rules)
  const { document } = explanation
  if (sentences.length === 0) terminal.say(nothingRead(explanation, line))
  const view = sentenceView(document)
  const content = () => ({
    source: document.source,
    language: document.language,
    sentences: sentences.map(view.record),
  })
  const text = () => explanationText(document, sentences, terminal.frame)
  await printRows(sentences, { view, schema: 'explain', document: content, text }, terminal)
}

/** The same sentences with what became of one rule. */
async function aboutRule(
  id: string,
  sentences: ExplainedSentence[],
  rules?: readonly Rule[],
): Promise<SentenceReading[]> {
  const { builtin } = await import('../builtin.js')
  const { nearest } = await import('../store/nearest.js')
  const known = rules ?? builtin.rules
  const rule = known.find((r) => r.id === id)
  if (rule === undefined) {
    const near = nearest(
      id,
      known.map((r) => r.id),
    )
    throw new UserError(`no rule "${id}"`, {
      hint: near === null ? 'xev rules list prints them' : `the nearest is ${near}`,
    })
  }
  const asleep = { rule: id, outcome: 'asleep' as const, expected: rule.triggers.join(' or ') }
  return sentences.map((sentence) => {
    const attempts = sentence.attempts.filter((a) => a.rule === id)
    const claims = sentence.claims.filter((c) => c.rule === id)
    return { ...sentence, gate: null, claims, attempts: attempts.length > 0 ? attempts : [asleep] }
  })
}

/** A file may have a colon and digits in its name: where it exists as written, that is what is meant. */
async function findPlace(place: string) {
  const whole = await findInputs([place])
  const [, path = '', digits] = /^(.*):(\d+)$/.exec(place) ?? []
  const { inputs, problems } = whole.inputs.length > 0 || digits === undefined ? whole : await findInputs([path])
  const [input] = inputs
  if (problems[0] !== undefined) throw new UserError(problems[0].message, problems[0])
  if (input === undefined || inputs.length > 1) {
    throw new UserError('one article at a time', { source: place, hint: 'name one file' })
  }
  return { input, line: whole.inputs.length > 0 || digits === undefined ? null : Number(digits) }
}

async function sentencesOn(
  line: number | null,
  { document, sentences }: Explanation,
  source: string,
): Promise<ExplainedSentence[]> {
  if (line === null) return sentences
  const { lineOf, lineStarts } = await import('../text/lines.js')
  const starts = lineStarts(document.text)
  if (line < 1 || line > starts.length) {
    throw new UserError(`has no line ${line}`, { source, hint: `it has ${starts.length} lines` })
  }
  return sentences.filter((s) => s.line <= line && line <= lineOf(starts, s.sentence.end - 1))
}

function nothingRead({ document, sentences }: Explanation, line: number | null): string {
  if (document.sentences.length === 0) return 'nothing read: all of it is set aside as no part of an article'
  if (sentences.length === 0) return `nothing read: there are no rules for the language "${document.language}"`
  return `nothing read on line ${line}: it is blank, or set aside as no part of the article`
}
