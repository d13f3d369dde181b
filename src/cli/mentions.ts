import { type Command, InvalidArgumentError, Option } from 'commander'
import { UserError } from '../problems.js'
import type { Language, LanguageLexicon, Mention, Problem } from '../types.js'
import type { View } from '../views/rows.js'
import { findInputs, type Input } from './inputs.js'
import { type OpeningOptions, openingOf, withOpeningOptions } from './options.js'
import { type ColumnOptions, openPrinter, withColumns } from './output.js'
import { openTerminal, type Terminal } from './terminal.js'

interface MentionsOptions extends ColumnOptions, OpeningOptions {
  lang?: Language
  ref?: string
  ndjson?: boolean
}

/** `xev mentions`: what is seen in a text before any rule is tried. */
export function registerMentions(program: Command): void {
  withOpeningOptions(withColumns(program.command('mentions')))
    .description('Print the numbers, amounts, dates and names seen in articles.')
    .argument('[path...]', 'file, folder, glob pattern, or - for standard input', ['-'])
    .addOption(new Option('--lang <language>', 'of the text, instead of finding out').choices(['fr', 'en']))
    .option('--ref <date>', 'that relative dates count from, instead of the date of publication', parseRef)
    .option('--ndjson', 'read cases {"id", "lang", "text", "ref"}, one a line, and answer each with a line')
    .addHelpText(
      'after',
      `
Examples:
  $ xev mentions data/2024-06-20-clic-et-volant.txt
  $ echo 'Sales rose 5% to $1.2bn last year.' | xev mentions - --lang en --ref 2025-03-12`,
    )
    .action(runMentions)
}

/** A date as in ISO 8601: a year, a month or a day. */
function parseRef(text: string): string {
  if (/^\d{4}(?:-\d\d){0,2}$/.test(text) && !Number.isNaN(Date.parse(text))) return text
  throw new InvalidArgumentError('Expected a date such as 2025, 2025-03 or 2025-03-12')
}

async function runMentions(paths: string[], options: MentionsOptions, command: Command): Promise<void> {
  const terminal = await openTerminal(command)
  const { inputs, problems } = await findInputs(paths)
  for (const problem of problems) terminal.report(problem)
  if (options.ndjson) {
    for (const input of inputs) if (!(await answerCases(input, options, terminal))) return
    return
  }
  const documents: object[] = []
  const document = () => ({ documents, problems })
  const sources = new Set<string>()
  const { lang, ref } = options
  const reading = {
    ...(lang === undefined ? {} : { language: lang }),
    ...(ref === undefined ? {} : { published: ref }),
  }
  const { readMentions } = await import('../scan.js')
  const view = await mentionView(sources)
  const printer = await openPrinter({ view, schema: 'mentions', document }, terminal, options)
  const report = (problem: Problem) => {
    terminal.report(problem)
    problems.push(problem)
  }
  for (const input of inputs) {
    try {
      for await (const article of input.articles({ ...openingOf(options), report })) {
        const { source } = article
        sources.add(source)
        const { document, mentions: read } = readMentions(article, { source, ...reading })
        const mentions = await inCodePoints(document.text, read)
        const { language } = document
        if (language !== 'fr' && language !== 'en') {
          const hint = 'say which it is: --lang en'
          report({ severity: 'warning', message: 'its language is not clear: read as French', hint, source })
        }
        if (printer.whole) documents.push({ source, mentions })
        if (!printer.add(mentions.map((mention) => ({ source, mention })))) return
      }
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      report({ source: input.source, ...error.problem })
    }
  }
  printer.end()
}

/** A mention as printed: offsets are code points, as in all output. */
type MentionRecord = Mention & { line: number; text: string }

async function inCodePoints(text: string, mentions: readonly Mention[]): Promise<MentionRecord[]> {
  const { lineOf, lineStarts, toCodePoints } = await import('../text/lines.js')
  const starts = lineStarts(text)
  const offsets = [...new Set(mentions.flatMap((m) => spansOf(m).flatMap(({ start, end }) => [start, end])))]
  offsets.sort((a, b) => a - b)
  const points = toCodePoints(text, offsets)
  const point = new Map(offsets.map((offset, i) => [offset, points[i] ?? 0]))
  const span = ({ start, end }: { start: number; end: number }) => ({
    start: point.get(start) ?? 0,
    end: point.get(end) ?? 0,
  })
  return mentions.map((mention) => ({
    ...mention,
    ...('core' in mention ? { core: span(mention.core) } : {}),
    ...span(mention),
    line: lineOf(starts, mention.start),
    text: text.slice(mention.start, mention.end),
  }))
}

const spansOf = (mention: Mention) => ('core' in mention ? [mention, mention.core] : [mention])

interface MentionRow {
  source: string
  mention: MentionRecord
}

/** @param sources of all mentions; where they are several, they stand beside them in a table */
async function mentionView(sources: ReadonlySet<string>): Promise<View<MentionRow>> {
  const { meaningText } = await import('../views/mention.js')
  const faint: View<MentionRow>['fields'][number]['paint'] = (style, text) => style.faint(text)
  return {
    record: ({ source, mention }) => ({ source, ...mention }),
    fields: [
      { name: 'source', min: 14, yields: true, drop: 1, data: ({ source }) => source, paint: faint },
      { name: 'line', align: 'right', data: ({ mention }) => mention.line, paint: faint },
      { name: 'start', align: 'right', data: ({ mention }) => mention.start },
      { name: 'end', align: 'right', data: ({ mention }) => mention.end },
      { name: 'type', data: ({ mention }) => mention.type },
      { name: 'text', min: 16, data: ({ mention }) => mention.text },
      { name: 'meaning', min: 12, data: ({ mention }) => meaningText(mention) },
    ],
    get table() {
      return [...(sources.size > 1 ? ['source'] : []), 'line', 'type', 'text', 'meaning']
    },
    csv: ['source', 'line', 'start', 'end', 'type', 'text', 'meaning'],
  }
}

/** A case of the conformance suites, and the protocol's line for it. */
interface Case {
  id: string
  lang: Language
  text: string
  ref: string | null
}

async function answerCases(input: Input, options: MentionsOptions, { print }: Terminal): Promise<boolean> {
  const { builtin } = await import('../builtin.js')
  const { findMentions } = await import('../mentions/find.js')
  const { tokenize } = await import('../text/tokens.js')
  const { lexicon } = builtin
  const lines = new TextDecoder().decode(await input.read()).split('\n')
  const answers: string[] = []
  for (const [i, line] of lines.entries()) {
    if (line.trim() === '') continue
    const { id, lang, text, ref } = parseCase(line, options, input.source, i + 1)
    const tokens = tokenize(text, 0, text.length)
    const mentions = findMentions(text, tokens, lang, lexicon[lang], ref)
    const said = await asSaid(text, mentions, lang, lexicon[lang])
    const records = (await inCodePoints(text, said)).map(({ line: _, ...record }) => record)
    answers.push(`${JSON.stringify({ id, mentions: records })}\n`)
  }
  return print(answers.join(''))
}

function parseCase(line: string, options: MentionsOptions, source: string, number: number): Case {
  const hint = 'each line is {"id", "lang", "text", "ref"}'
  let value: Partial<Case> | null = null
  try {
    value = JSON.parse(line)
  } catch {
    throw new UserError('no JSON', { source, line: number, hint })
  }
  const { id, text } = value ?? {}
  const lang = options.lang ?? value?.lang
  if (typeof id !== 'string' || typeof text !== 'string') throw new UserError('no case', { source, line: number, hint })
  if (lang !== 'fr' && lang !== 'en') throw new UserError('"lang" is neither fr nor en', { source, line: number, hint })
  return { id, lang, text, ref: options.ref ?? value?.ref ?? null }
}

/** The protocol keeps an open currency as the plain word ("dollar"), where claims take the usual one ("USD"). */
async function asSaid(
  text: string,
  mentions: readonly Mention[],
  lang: Language,
  lexicon: LanguageLexicon,
): Promise<Mention[]> {
  const { currencyAsSaid } = await import('../mentions/currencies.js')
  const { splitSolid } = await import('../mentions/quantities-tokens.js')
  const { tokenize } = await import('../text/tokens.js')
  return mentions.map((mention) => {
    if (mention.type !== 'money') return mention
    const { start, end } = mention.core
    const tokens = splitSolid(text, tokenize(text, start, end), lang, lexicon.units)
    const unit = currencyAsSaid(text, tokens, lang)
    return unit === null ? mention : { ...mention, value: { ...mention.value, unit } }
  })
}
