import type { Evidence, FactClaim, FactFile, Fault, Finding, Problem } from '../types.js'

/** Where quotes stand in a text: `anchor` of the room of texts. */
export type Locate = (
  text: string,
  evidence: readonly Evidence[],
) => { state: 'in-place' | 'moved' | 'ambiguous' | 'lost'; places: Evidence[] }[]

/** What a check of one fact file found, and the evidence that would put right what can be. */
export interface Checked {
  findings: Finding[]
  /** How many quotes were looked up. */
  quotes: number
  /** What the evidence of a claim has to be, by its id. */
  fixes: Map<string, { evidence: Evidence[] }>
}

/** Sets the claims of a fact file against its article as it is now. */
export function checkQuotes(
  { sha256, source, claims }: FactFile,
  path: string,
  article: { text: string; sha256: string },
  locate: Locate,
): Checked {
  const findings: Finding[] = []
  const fixes: Checked['fixes'] = new Map()
  if (article.sha256 !== sha256) {
    const message = `${source} has changed since it was read`
    findings.push(found('article-changed', { path, source, message, hint: 'xev extract reads it again' }))
  }
  const evidence = claims.flatMap((claim) => claim.evidence)
  const located = locate(article.text, evidence)
  let i = 0
  for (const claim of claims) {
    const now: Evidence[] = []
    for (const one of claim.evidence) {
      const { state, places } = located[i++] as (typeof located)[number]
      now.push(state === 'moved' ? (places[0] as Evidence) : one)
      if (state === 'in-place') continue
      const finding = quoteFinding(state, one, places, { path, source, id: claim.id })
      findings.push(state === 'lost' && article.sha256 === sha256 ? { ...finding, hint: UNCHANGED_HINT } : finding)
    }
    if (now.some((one, j) => one !== claim.evidence[j])) fixes.set(claim.id, { evidence: now })
  }
  return { findings, quotes: evidence.length, fixes }
}

/** The same bytes give another text. */
const UNCHANGED_HINT = 'the article has not changed: if it was read with --input, say so here too'

function quoteFinding(
  state: 'moved' | 'ambiguous' | 'lost',
  { line, start, quote }: Evidence,
  places: Evidence[],
  where: Pick<Finding, 'path' | 'source' | 'id'>,
): Finding {
  const told = { ...where, places }
  const [place] = places
  if (state === 'moved' && place !== undefined) {
    const [from, to] = line === place.line ? [`character ${start}`, place.start] : [`line ${line}`, place.line]
    const hint = 'xev check --fix puts places right'
    return found('quote-moved', { ...told, message: `has moved from ${from} to ${to}: “${quote}”`, hint })
  }
  if (state === 'ambiguous') {
    const lines = [...new Set(places.map((one) => one.line))].join(', ')
    const message = `no longer stands in line ${line}, and its words stand in ${places.length} places, line ${lines}: “${quote}”`
    return found('quote-ambiguous', { ...told, message, hint: 'write the right line, start and end by hand' })
  }
  const message = `its words are no longer in the article: “${quote}”`
  return found('quote-lost', { ...told, message, hint: 'xev extract reads the article again' })
}

/** What a look at a store finds without its articles: damaged files, claims that no longer come out, ids that two claims have. */
export function checkFiles(
  files: readonly { path: string; facts: FactFile }[],
  problems: readonly Problem[],
): Finding[] {
  const findings = problems.map(({ source = '', line = null, message, hint = null }) =>
    found('damaged', { path: source, line, message, hint }),
  )
  const first = new Map<string, string>()
  for (const { path, facts } of files) {
    for (const claim of facts.claims) {
      const where = { path, source: facts.source, id: claim.id }
      const other = first.get(claim.id)
      if (other === undefined) first.set(claim.id, path)
      else {
        const message = `a claim in ${other} has the same id`
        findings.push(found('id-twice', { ...where, message, hint: 'give one of the two another id' }))
      }
      if (claim.stale) findings.push(found('stale', { ...where, message: staleMessage(claim), hint: STALE_HINT }))
    }
  }
  return findings
}

const STALE_HINT = 'delete it, or keep it as your own with "rule: manual"'

function staleMessage({ review, note }: FactClaim): string {
  const kept = review ?? (note === undefined ? 'changed by hand' : 'noted')
  return `is ${kept}, but the article as last read no longer says it`
}

const GONE_HINT = 'put it back, run xev check where it was read from, or delete its fact file'

/** An article that is not where it was, and where the same article is now, if that is known. */
export function articleGone({ source, claims }: FactFile, path: string, now: string | null): Finding {
  if (now !== null) {
    const hint = 'xev extract with the new name takes the claims along'
    return found('article-moved', { path, source, message: `${source} is ${now} now`, hint })
  }
  const message = `${source} is gone, which ${claims.length} claims quote`
  return found('article-gone', { path, source, message, hint: GONE_HINT })
}

export function articleUnreadable(source: string, path: string, problem: Problem): Finding {
  const { message, hint = null } = problem
  return found('article-unreadable', { path, source, message: `${source} cannot be checked: ${message}`, hint })
}

function found(
  fault: Fault,
  told: Pick<Finding, 'path' | 'message' | 'hint'> & Partial<Pick<Finding, 'line' | 'source' | 'id' | 'places'>>,
): Finding {
  const { path, line = null, source = null, id = null, message, hint, places = [] } = told
  return { fault, path, line, source, id, message, hint, places, fixed: false }
}
