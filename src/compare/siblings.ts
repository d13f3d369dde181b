import type { FactFile } from '../types.js'
import type { Finding } from './certainty.js'
import { toldBy } from './compare.js'
import { meetings } from './meetings.js'
import { relate } from './relate.js'
import type { Told } from './topics.js'

/** A claim of another source about the same thing, and how it relates to the one looked at. */
export interface Sibling {
  told: Told
  finding: Finding
}

const ORDER: Finding['relation'][] = ['contradicting', 'superseded', 'same', 'refined', 'different-scope']

/** What other sources say about the thing that a claim is about, disagreements first. */
export function siblingsOf(told: Told, files: readonly FactFile[]): Sibling[] {
  const others = toldBy(files).filter(({ source }) => source !== told.source)
  const siblings: Sibling[] = []
  for (const [, other] of meetings([told], others)) {
    const finding = relate(told, other)
    if (finding !== null) siblings.push({ told: other, finding })
  }
  const rank = ({ finding }: Sibling) => ORDER.indexOf(finding.relation)
  return siblings.sort((a, b) => rank(a) - rank(b))
}
