import { UserError } from '../problems.js'
import { editClaims, readFactFile } from './store.js'

/** What a person says of a claim; null takes it back. */
export interface Verdict {
  review?: 'accepted' | 'rejected' | null
  note?: string | null
}

/**
 * Writes verdicts on claims of one fact file into it, by id. Whatever else has been written there meanwhile stays.
 *
 * @throws UserError where that cannot be done, or none of the claims is there any more; the file is left as it is then
 */
export async function judgeClaims(path: string, verdicts: ReadonlyMap<string, Verdict>): Promise<void> {
  if (await editClaims(path, verdicts)) return
  const claims = readFactFile(path)?.facts?.claims ?? []
  if (claims.some(({ id }) => verdicts.has(id))) return
  const hint = 'start xev review again'
  throw new UserError(`the claim ${[...verdicts.keys()].join(', ')} is no longer there`, { source: path, hint })
}
