import { createHash } from 'node:crypto'
import { UserError } from '../problems.js'
import type { FactClaim, FactFile } from '../types.js'
import { emitFacts, SCHEMA_LINE } from './emit.js'
import { isCorrected, isSame, markOf, personsKeys, remark } from './mark.js'
import { matchClaims } from './match.js'
import { asWritten, parseStored, type StoredText, withoutMarks } from './read.js'
import { CLAIM_KEYS, MANUAL, READING_KEYS, type StoredClaim, type StoredFacts } from './schema.js'
import { spliceFacts, workedOn } from './splice.js'

/** What became of a fact file's claims. */
export interface Changes {
  added: number
  /** Something that xev writes differs from before. */
  changed: number
  removed: number
  /** Claims that a person worked on and that the article, as read now, no longer makes. */
  stale: number
}

export interface Merged {
  /** The whole file. Where nothing changed it is the very text that was there. */
  text: string
  /** What it says. */
  facts: FactFile
  state: 'created' | 'updated' | 'unchanged'
  changes: Changes
  /** The name that the article had before it was moved. */
  movedFrom?: string
}

/** What a person, or a check of the quotes, changes on claims; null takes a key away. */
export type ClaimEdit = { [K in 'review' | 'note' | 'stale' | 'evidence']?: FactClaim[K] | null }

/** A claim of the file to be: new, or the one that stands at `from` in the file as it is. */
export interface Placed {
  from: number | null
  claim: StoredClaim
}

/**
 * Writes a new reading of an article into its fact file. xev's own values are refreshed; what people wrote stays byte for
 * byte: `review`, `note`, corrected values, comments, keys of their own, the order of keys, ways of quoting, and claims
 * with `rule: manual`. Of a reviewed claim only evidence and rule are renewed. Claims that no longer come out go, those that a
 * person worked on stay as `stale`. Claims stand in the order of their place in the article, unless a person put them in
 * another.
 *
 * @param existing the text of the file, null where there is none
 * @param path names the file in errors
 * @param isFormer tells of the facts of an article of another name whether it is this one, before it was moved
 * @throws UserError where the file is damaged or belongs to another article: it must be left as it is
 */
export function mergeFacts(
  existing: string | null,
  fresh: FactFile,
  path: string,
  isFormer: (stored: FactFile) => boolean = () => false,
): Merged {
  if (existing === null) {
    const claims = fresh.claims.map((claim) => ({ ...claim, mark: markOf(claim) }))
    const changes = { added: claims.length, changed: 0, removed: 0, stale: 0 }
    const facts = { ...fresh, claims }
    return {
      text: SCHEMA_LINE + emitFacts(facts),
      facts: withoutMarks(asWritten(facts)),
      state: 'created',
      changes,
    }
  }
  const { facts, ...stored } = soundFacts(existing, path)
  const isMoved = facts.source !== fresh.source
  if (isMoved && !isFormer(facts)) {
    throw new UserError(`holds the facts of "${facts.source}", not of "${fresh.source}"`, {
      source: path,
      hint: 'rename that file, or use another --store',
    })
  }
  const isWorkedOn = stored.layout === null ? () => false : workedOn(existing, stored.layout)
  const { placed, changes } = mergeClaims(facts.claims, fresh.claims, isWorkedOn)
  const { text, facts: now } = rewrite(existing, { facts, ...stored }, fresh, placed, path)
  const state = text === existing ? 'unchanged' : 'updated'
  return { text, facts: withoutMarks(now), state, changes, ...(isMoved ? { movedFrom: facts.source } : {}) }
}

/**
 * Changes single claims of a fact file and leaves every other byte as it is.
 *
 * @param edits by the claim's id; ids that the file does not have are passed over
 * @throws UserError where the file is damaged: it must be left as it is
 */
export function editFacts(existing: string, edits: ReadonlyMap<string, ClaimEdit>, path: string): string {
  const stored = soundFacts(existing, path)
  const placed = stored.facts.claims.map((claim, from): Placed => {
    const edit = edits.get(claim.id)
    if (edit === undefined) return { from, claim }
    const mark = edit.evidence ? remark(claim, edit.evidence) : claim.mark
    return { from, claim: { ...claim, ...(edit as Partial<FactClaim>), ...(mark === undefined ? {} : { mark }) } }
  })
  return rewrite(existing, stored, stored.facts, placed, path).text
}

function rewrite(
  existing: string,
  { facts, layout }: StoredText & { facts: StoredFacts },
  header: FactFile,
  placed: Placed[],
  path: string,
): { text: string; facts: StoredFacts } {
  const now = { ...header, claims: placed.map(({ claim }) => claim) }
  if (layout === null) {
    const head = existing.startsWith(SCHEMA_LINE) ? SCHEMA_LINE : ''
    return { text: head + emitFacts(now), facts: asWritten(now) }
  }
  if (emitFacts(now) === emitFacts(facts)) return { text: existing, facts }
  const text = spliceFacts(existing, layout, facts, header, placed)
  const { facts: written } = parseStored(text, path)
  if (written === null || emitFacts(written) !== emitFacts(now)) {
    throw new UserError('is written in a form that xev cannot change without touching what people wrote', {
      source: path,
      hint: 'write its claims as a list of lines, as xev does',
    })
  }
  return { text, facts: written }
}

function soundFacts(text: string, path: string): StoredText & { facts: StoredFacts } {
  const stored = parseStored(text, path)
  const [problem] = stored.problems
  if (problem !== undefined) throw new UserError(problem.message, problem)
  if (stored.facts === null) throw new Error(`no facts and no problem: ${path}`)
  return { ...stored, facts: stored.facts }
}

function mergeClaims(
  stored: readonly StoredClaim[],
  fresh: readonly FactClaim[],
  isWorkedOn: (i: number) => boolean,
): { placed: Placed[]; changes: Changes } {
  const changes: Changes = { added: 0, changed: 0, removed: 0, stale: 0 }
  const matches = matchClaims(stored, fresh)
  const kept: Placed[] = []
  for (const [from, claim] of stored.entries()) {
    const match = matches[from] ?? null
    const now = match === null ? null : (fresh[match] as FactClaim)
    const next = nextClaim(claim, now, isWorkedOn(from))
    if (next === null) {
      changes.removed++
      continue
    }
    if (next.stale) changes.stale++
    if (!CLAIM_KEYS.every((key) => isSame(claim[key], next[key]))) changes.changed++
    kept.push({ from, claim: next })
  }
  const matched = new Set(matches)
  const taken = new Set(kept.map(({ claim }) => claim.id))
  const added = fresh
    .filter((_, i) => !matched.has(i))
    .map((claim): Placed => {
      const id = freeId(claim.id, taken)
      taken.add(id)
      return { from: null, claim: { ...claim, id, mark: markOf(claim) } }
    })
  changes.added = added.length
  return { placed: inOrder(stored, kept, added), changes }
}

/** What a stored claim becomes, given what is read for it now; null where it goes. */
function nextClaim(claim: StoredClaim, now: FactClaim | null, isWorkedOn: boolean): StoredClaim | null {
  if (claim.rule === MANUAL) return claim
  if (now === null) {
    const isPersons = isWorkedOn || claim.review !== undefined || claim.note !== undefined || isCorrected(claim)
    return isPersons ? { ...claim, stale: true } : null
  }
  const { id, review, note } = claim
  const persons = personsKeys(claim, now)
  const next: Record<string, unknown> = { id, mark: markOf(now), review, note }
  const read: Record<string, unknown> = {}
  for (const key of READING_KEYS) {
    next[key] = persons.has(key) ? claim[key] : now[key]
    if (!isSame(next[key], now[key])) read[key] = now[key] ?? null
  }
  if (Object.keys(read).length > 0) next.read = read
  return next as unknown as StoredClaim
}

/** An id that no claim of the file has: an article that was renamed keeps its ids, and these may meet those of new claims. */
function freeId(id: string, taken: ReadonlySet<string>): string {
  let free = id
  for (let n = 2; taken.has(free); n++) {
    const hash = createHash('sha256').update(`${id}#${n}`).digest()
    free = `${id.slice(0, 2)}${hash.readUIntBE(0, 6).toString(36).padStart(6, '0').slice(-6)}`
  }
  return free
}

/** Claims by their first evidence; one without any stays behind the one that it follows. */
function inOrder(stored: readonly StoredClaim[], kept: Placed[], added: Placed[]): Placed[] {
  const inFile = places(stored)
  const asRead = inFile.every((place, i) => i === 0 || place >= (inFile[i - 1] as number))
  const keptPlaces = places(kept.map(({ claim }) => claim))
  const withPlace = kept.map((entry, i) => ({ entry, place: keptPlaces[i] as number }))
  if (asRead) withPlace.sort((a, b) => a.place - b.place)
  for (const entry of added) {
    const place = entry.claim.evidence[0]?.start ?? 0
    const before = withPlace.findLastIndex((other) => other.place <= place)
    withPlace.splice(before + 1, 0, { entry, place })
  }
  return withPlace.map(({ entry }) => entry)
}

function places(claims: readonly StoredClaim[]): number[] {
  let place = 0
  return claims.map(({ evidence }) => {
    place = evidence[0]?.start ?? place
    return place
  })
}
