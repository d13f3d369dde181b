import type { Command } from 'commander'
import { UserError } from '../problems.js'
import type { ClaimPlace } from '../store/index-rows.js'
import type { Verdict } from '../store/review.js'
import type { Document } from '../types.js'
import type { Judged } from '../views/review.js'
import { FILTER_HELP, type FilterOptions, queryStore, withFilters } from './filters.js'
import { articleAgain } from './inputs.js'
import { printRows } from './output.js'
import type { Desk, Item } from './review-session.js'
import { openTerminal, type Terminal } from './terminal.js'

/** `xev review`: claims accepted, rejected and noted, one at a time on the terminal or by id. */
export function registerReview(program: Command): void {
  withFilters(program.command('review').description('Accept, reject or note claims, one key each.'))
    .option('--accept <ids...>', 'accept these claims and show nothing; the beginning of an id is enough')
    .option('--reject <ids...>', 'reject these claims')
    .option('--note <id> <text...>', 'write a note on a claim, in quotes; an empty one takes it away')
    .option('--dry-run', 'write nothing')
    .addHelpText(
      'after',
      `${FILTER_HELP}

Without ids it shows the claims that nobody has decided on yet (with --all every one), each with its sentence. Every key is
saved at once. On rejected claims: they no longer count, and no later reading brings them back.

Examples:
  $ xev review --kind price --source gazette
  $ xev review --accept v-8z6g47k7 c-bwo92 --reject m-zezipyba
  $ xev review --note v-8z6g47k7 'counted until May only'`,
    )
    .action(runReview)
}

type ReviewOptions = FilterOptions & { accept?: string[]; reject?: string[]; note?: string[]; dryRun?: boolean }

async function runReview(options: ReviewOptions, command: Command): Promise<void> {
  const terminal = await openTerminal(command)
  const { accept, reject, note } = options
  if (accept === undefined && reject === undefined && note === undefined) await reviewOnScreen(options, terminal)
  else await reviewById(options, terminal)
}

/** Writes verdicts on claims that are named by id. All ids are looked up before anything is written. */
async function reviewById({ store: folder, dryRun, ...options }: ReviewOptions, terminal: Terminal): Promise<void> {
  const { fileAt, openStore } = await import('../store/open.js')
  const { claimAt } = await import('../store/index-rows.js')
  const { claimNamed } = await import('../store/ids.js')
  const store = await openStore(folder)
  const verdicts = new Map<number, { place: ClaimPlace; verdict: Verdict }>()
  const add = (id: string, verdict: Verdict) => {
    const place = claimNamed(store, id)
    const before = verdicts.get(place.row)?.verdict ?? {}
    if (before.review != null && verdict.review != null && before.review !== verdict.review) {
      throw new UserError(`"${id}" is to be accepted and rejected`, { hint: 'name it once' })
    }
    verdicts.set(place.row, { place, verdict: { ...before, ...verdict } })
  }
  for (const id of wordsOf(options.accept)) add(id, { review: 'accepted' })
  for (const id of wordsOf(options.reject)) add(id, { review: 'rejected' })
  for (const [id, text] of pairsOf(options.note)) add(id, { note: text === '' ? null : text })

  const rows = [...verdicts.values()].map(({ place, verdict }): Judged => {
    const { source } = fileAt(store, place.file, [])
    return { path: store.pathOf(place.file), source, claim: claimAt(store.rows, place), verdict }
  })
  const { judgeClaims } = await import('../store/review.js')
  const saved: Judged[] = []
  for (const path of new Set(rows.map((row) => row.path))) {
    const own = rows.filter((row) => row.path === path)
    try {
      if (!dryRun) await judgeClaims(path, new Map(own.map(({ claim, verdict }) => [claim.id, verdict])))
      saved.push(...own)
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      terminal.report(error.problem)
    }
  }
  const { JUDGED } = await import('../views/review.js')
  const document = () => ({ store: folder, dryRun: dryRun === true, claims: saved.map(JUDGED.record) })
  const foot = () => (dryRun ? 'dry run: nothing written\n' : '')
  await printRows(saved, { view: JUDGED, schema: 'review', document, foot }, terminal)
}

/** Shows the claims that the filters choose one after the other, and takes a key for each. */
async function reviewOnScreen(options: ReviewOptions, terminal: Terminal): Promise<void> {
  if (!process.stdin.isTTY || !process.stdout.isTTY) {
    const hint = 'xev review --accept ID… and --reject ID… need none; xev facts --columns id,claim lists the ids'
    throw new UserError('xev review shows claims on a terminal, and there is none', { hint })
  }
  const items = await itemsFor(options, terminal)
  if (items.length === 0) {
    terminal.say(options.all ? 'no claim to review' : 'no claim that is not reviewed yet (hint: --all shows every one)')
    return
  }
  const { judgeClaims } = await import('../store/review.js')
  const { openReview } = await import('./review-session.js')
  const { takeScreen } = await import('./screen.js')
  const { reviewLines } = await import('../views/review.js')
  const session = await openReview(items, {
    async save({ path, claim }, verdict) {
      if (!options.dryRun) await judgeClaims(path, new Map([[claim.id, verdict]]))
    },
    quotes: await quoteReader(),
  })
  const about = () => `${session.tally()}${options.dryRun ? ' (dry run: nothing is written)' : ''}`
  await takeScreen(
    (size) => reviewLines({ ...session.screen(), tally: about() }, size, terminal.frame.style),
    session.press,
  )
  const { counted } = await import('../views/words.js')
  terminal.print(`${counted(items.length, 'claim')}: ${about()}\n`)
}

async function itemsFor(options: ReviewOptions, terminal: Terminal): Promise<Item[]> {
  const { files, store } = await queryStore(options, terminal)
  const paths = new Map(store.order.map((number) => [store.rows.sources[number], store.pathOf(number)]))
  return files.flatMap((file) => {
    const path = paths.get(file.source) ?? ''
    const claims = options.all ? file.claims : file.claims.filter(({ review }) => review === undefined)
    return claims.map((claim): Item => ({ path, file, claim }))
  })
}

/** Looks quotes up in their articles. The article of the last claim is kept: the next one is most often in it too. */
async function quoteReader(): Promise<Desk['quotes']> {
  const { readDocument } = await import('../text/read.js')
  const { contextOf } = await import('../text/context.js')
  let last: { source: string; document: Promise<Document> } | null = null
  return async ({ file, claim: { evidence } }) => {
    const { source, sha256 } = file
    const alone = evidence.map(({ line, quote }) => ({ line, quote, before: '', after: '' }))
    try {
      if (last?.source !== source) {
        const article = articleAgain(file, { report: () => {} })
        const document = article.then((read) => readDocument(read, { source }))
        last = { source, document }
      }
      const document = await last.document
      const found = evidence.map((one) => contextOf(document.text, document.sentences, one))
      const quotes = alone.map((one, i) => ({ ...one, ...found[i] }))
      const isMissing = found.includes(null)
      const changed =
        document.sha256 === sha256 ? 'the article does not have it' : 'the article has changed since it was read'
      return { quotes, remark: isMissing ? `${changed}: see xev check` : null }
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      return { quotes: alone, remark: `the article cannot be shown: ${error.problem.message}` }
    }
  }
}

/** Ids, with commas or one by one. */
function wordsOf(ids: readonly string[] = []): string[] {
  return ids.flatMap((list) => list.split(',')).flatMap((id) => id.trim() || [])
}

function pairsOf(words: readonly string[] = []): [id: string, text: string][] {
  if (words.length % 2 === 1) {
    throw new UserError('--note takes an id and a text', {
      hint: `put the text in quotes: --note ${words[0]} 'so and so'`,
    })
  }
  return words.flatMap((id, i): [string, string][] => (i % 2 === 0 ? [[id, (words[i + 1] as string).trim()]] : []))
}
