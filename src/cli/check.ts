import { existsSync } from 'node:fs'
import { extname } from 'node:path'
import type { Command } from 'commander'
import { UserError } from '../problems.js'
import type { OpenOptions } from '../text/formats/article.js'
import type { Evidence, FactFile, Finding } from '../types.js'
import { findInputs } from './inputs.js'
import { type OpeningOptions, openingOf, type StoreOptions, withOpeningOptions, withStoreOption } from './options.js'
import { printRows } from './output.js'
import { openTerminal, type Terminal } from './terminal.js'

/** `xev check`: the store is sound, and every quote still in its article. */
export function registerCheck(program: Command): void {
  const command = program
    .command('check')
    .description('Check that the store is sound and every quote still stands in its article.')
  withOpeningOptions(withStoreOption(command))
    .option('--fix', 'put the places of quotes right that have moved in a changed article')
    .option('--dry-run', 'with --fix: write nothing, only tell what would be written')
    .addHelpText(
      'after',
      `
Articles are looked for by the names under which they were read, from the folder that you are in.
Exit code: 0 all is sound, 1 something was found and not put right, 2 trouble.

Examples:
  $ xev check
  $ xev check --fix --dry-run
  $ xev check --format ndjson | jq -r 'select(.fault == "quote-lost") | .source' | sort -u`,
    )
    .action(runCheck)
}

type Opening = Omit<OpenOptions, 'source'>

type CheckOptions = StoreOptions & OpeningOptions & { fix?: boolean; dryRun?: boolean }

/** A fact file and what stands in it. */
interface Stored {
  path: string
  facts: FactFile
}

async function runCheck(options: CheckOptions, command: Command): Promise<void> {
  const terminal = await openTerminal(command)
  const { fileAt, openStore } = await import('../store/open.js')
  const { checkFiles } = await import('../store/check.js')
  const { FINDINGS, findingsText } = await import('../views/findings.js')
  const store = await openStore(options.store)
  const files = store.order.map((n): Stored => ({ path: store.pathOf(n), facts: fileAt(store, n) }))
  const findings = checkFiles(files, store.problems)
  const fixes: Fixes = new Map()
  const opening = { ...openingOf(options), report: () => {} }
  const quotes = await checkArticles(files, opening, { findings, fixes }, terminal)
  if (options.fix && !options.dryRun) await putRight(fixes, findings, terminal)

  findings.sort((a, b) => (a.path === b.path ? 0 : a.path < b.path ? -1 : 1))
  const claims = files.reduce((sum, { facts }) => sum + facts.claims.length, 0)
  const looked = { files: files.length, claims, quotes }
  const sound = findings.every(({ fixed }) => fixed)
  await printRows(
    findings,
    {
      view: FINDINGS,
      schema: 'check',
      document: () => ({ store: options.store, sound, ...looked, findings }),
      text: () => findingsText(findings, looked, terminal.frame),
    },
    terminal,
  )
  if (!sound && process.exitCode === undefined) process.exitCode = 1
}

type Fixes = Map<string, Map<string, { evidence: Evidence[] }>>

/** Sets each fact file against its article. What is found is added to `findings` and, by path and claim, to `fixes`. */
async function checkArticles(
  files: readonly Stored[],
  opening: Opening,
  { findings, fixes }: { findings: Finding[]; fixes: Fixes },
  terminal: Terminal,
): Promise<number> {
  const { anchor } = await import('../text/anchor.js')
  const { articleGone, articleUnreadable, checkQuotes } = await import('../store/check.js')
  let quotes = 0
  const gone: Stored[] = []
  for (const [file, wanted] of byArticleFile(files)) {
    terminal.detail(`reading ${file}`)
    const { inputs } = await findInputs([file])
    const input = inputs.find(({ source }) => source === file)
    const encoding = [...wanted.values()].find(({ facts }) => facts.encoding !== undefined)?.facts.encoding
    try {
      for await (const article of input?.articles({ ...(encoding === undefined ? {} : { encoding }), ...opening }) ??
        []) {
        const stored = wanted.get(article.source)
        if (stored === undefined) continue
        wanted.delete(article.source)
        const checked = checkQuotes(stored.facts, stored.path, article, anchor)
        findings.push(...checked.findings)
        if (checked.fixes.size > 0) fixes.set(stored.path, checked.fixes)
        quotes += checked.quotes
      }
      gone.push(...wanted.values())
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      for (const { path, facts } of wanted.values()) {
        findings.push(articleUnreadable(facts.source, path, error.problem))
      }
    }
  }
  const now = await lookFor(gone, files, opening, terminal)
  for (const { path, facts } of gone) findings.push(articleGone(facts, path, now.get(facts.sha256) ?? null))
  return quotes
}

/** The fact files by article, under the file that their articles stand in: a feed holds many. */
function byArticleFile(files: readonly Stored[]): Map<string, Map<string, Stored>> {
  const byFile = new Map<string, Map<string, Stored>>()
  for (const stored of files) {
    const { source } = stored.facts
    const file = source.lastIndexOf('#') > 0 && !existsSync(source) ? source.slice(0, source.indexOf('#', 1)) : source
    byFile.set(file, (byFile.get(file) ?? new Map<string, Stored>()).set(source, stored))
  }
  return byFile
}

/** Looks for articles that are gone in the working folder, by the hash of their content: their new names by that. */
async function lookFor(
  gone: readonly Stored[],
  files: readonly Stored[],
  opening: Opening,
  terminal: Terminal,
): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  const wanted = new Set(gone.map(({ facts }) => facts.sha256))
  if (wanted.size === 0) return found
  const known = new Set(byArticleFile(files).keys())
  const endings = new Set(gone.map(({ facts }) => extname(facts.source)))
  const { inputs } = await findInputs(['.'])
  for (const input of inputs) {
    if (known.has(input.source) || !endings.has(extname(input.source))) continue
    terminal.detail(`reading ${input.source}`)
    try {
      for await (const { sha256, source } of input.articles(opening)) if (wanted.has(sha256)) found.set(sha256, source)
    } catch (error) {
      if (!(error instanceof UserError)) throw error
    }
    if (found.size === wanted.size) break
  }
  return found
}

/** Writes the new places of quotes into their fact files. A file that is damaged keeps what stands in it. */
async function putRight(fixes: Fixes, findings: readonly Finding[], terminal: Terminal): Promise<void> {
  const { editClaims } = await import('../store/store.js')
  for (const [path, edits] of fixes) {
    if (findings.some((finding) => finding.path === path && finding.fault === 'damaged')) continue
    try {
      await editClaims(path, edits)
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      terminal.report(error.problem)
      continue
    }
    for (const finding of findings) if (finding.path === path && finding.fault === 'quote-moved') finding.fixed = true
  }
}
