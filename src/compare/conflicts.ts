import type { FactFile } from '../types.js'
import { type Disagreement, disagreementsOf } from './summarise.js'
import { threadsOf } from './threads.js'

/** What the sources of a store disagree about. */
export interface Conflicts {
  /** Contradictions first, then what announcements, hedges and denials leave open. */
  disagreements: Disagreement[]
  /** Sources that copy one another: each group speaks with one voice. */
  copies: string[][]
}

/** Every disagreement among all sources that nothing said since has settled. */
export function conflictsOf(files: readonly FactFile[]): Conflicts {
  const { threads, copies } = threadsOf(files)
  return { disagreements: disagreementsOf(threads), copies }
}
