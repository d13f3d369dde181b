import type { Command } from 'commander'
import { UserError } from '../problems.js'
import type { Document, FactClaim, FactFile } from '../types.js'
import type { Context, ShownClaim } from '../views/shown.js'
import { type StoreOptions, withStoreOption } from './options.js'
import { printRows } from './output.js'
import { openTerminal } from './terminal.js'

/** `xev show`: one claim with its text around it and what other sources say of it. */
export function registerShow(program: Command): void {
  withStoreOption(program.command('show').description('Show one claim: its sentence, its rule, what others say of it.'))
    .argument('<id>', 'its id, or as much of it as no other id begins with')
    .addHelpText(
      'after',
      `
The quote stands in brackets in its sentence, which is read from the article where that is still there and has not
changed; else the quote is told as the store keeps it.

Examples:
  $ xev facts --kind price
  $ xev show c-xt6f`,
    )
    .action(runShow)
}

async function runShow(id: string, options: StoreOptions, command: Command): Promise<void> {
  const terminal = await openTerminal(command)
  const { filesOf, openStore } = await import('../store/open.js')
  const { withoutRejected } = await import('../store/query.js')
  const { siblingsOf } = await import('../compare/siblings.js')
  const { SIBLINGS, shownRecord, shownText, storedContexts } = await import('../views/shown.js')
  const store = await openStore(options.store)
  for (const problem of store.problems) terminal.report(problem)
  const files = filesOf(store)
  const { file, claim } = await findClaim(files, id)
  const told = { source: file.source, published: file.published, claim }
  const article = await articleOf(file)
  const contexts = typeof article === 'string' ? null : contextsIn(article, claim)
  const shown: ShownClaim = {
    told,
    title: file.title,
    contexts: contexts ?? storedContexts(claim),
    from: contexts === null ? 'store' : 'article',
    missing: typeof article === 'string' ? article : contexts === null ? 'the quote is not at its place' : null,
    siblings: siblingsOf(told, files.map(withoutRejected)).map(({ told: other, finding }) => {
      const { relation, reason, open = false, past } = finding
      return {
        told: other,
        relation,
        reason,
        open,
        past: past === undefined ? null : past === told ? 'claim' : 'sibling',
      }
    }),
  }
  const document = () => ({ claim: shownRecord(shown), problems: store.problems })
  const text = () => shownText(shown, terminal.frame)
  await printRows(shown.siblings, { view: SIBLINGS, schema: 'show', document, text }, terminal)
}

async function findClaim(files: readonly FactFile[], id: string): Promise<{ file: FactFile; claim: FactClaim }> {
  const all = files.flatMap((file) => file.claims.map((claim) => ({ file, claim })))
  const wanted = id.toLowerCase()
  const exact = all.filter(({ claim }) => claim.id.toLowerCase() === wanted)
  const found = exact.length > 0 ? exact : all.filter(({ claim }) => claim.id.toLowerCase().startsWith(wanted))
  const [first] = found
  if (first !== undefined && found.length === 1) return first
  if (first !== undefined && wanted !== '') {
    const names = found.slice(0, 10).map(({ file, claim }) => `${claim.id} (${file.source})`)
    const more = found.length > names.length ? ` and ${found.length - names.length} more` : ''
    throw new UserError(`"${id}" may be ${names.join(', ')}${more}`, { hint: 'write more of the id' })
  }
  const { nearest } = await import('../store/nearest.js')
  const near = nearest(
    id,
    all.map(({ claim }) => claim.id),
  )
  throw new UserError(`no claim "${id}" in the store`, {
    hint: near === null ? 'xev facts lists the claims with their ids' : `the nearest is ${near}`,
  })
}

/** The article read again, or why it cannot be used. */
async function articleOf(facts: FactFile): Promise<Document | string> {
  const { source, sha256, language } = facts
  const { articleAgain } = await import('./inputs.js')
  const { readDocument } = await import('../text/read.js')
  try {
    const article = await articleAgain(facts, { report: () => {} })
    const document = readDocument(article, { source, language })
    return document.sha256 === sha256 ? document : 'the article has changed'
  } catch (error) {
    if (error instanceof UserError) return 'the article is not there'
    throw error
  }
}

/** The sentences around each quote; null where a quote does not stand at its place. */
function contextsIn({ text, sentences }: Document, { evidence }: FactClaim): Context[] | null {
  const points = Array.from(text)
  const contexts = evidence.map(({ start, end, quote }): Context | null => {
    if (points.slice(start, end).join('') !== quote) return null
    const from = points.slice(0, start).join('').length
    const to = from + quote.length
    const around = sentences.filter((sentence) => sentence.start < to && from < sentence.end)
    const first = Math.min(from, ...around.map((sentence) => sentence.start))
    const last = Math.max(to, ...around.map((sentence) => sentence.end))
    return { before: text.slice(first, from), quote, after: text.slice(to, last) }
  })
  return contexts.every((context) => context !== null) ? contexts : null
}
