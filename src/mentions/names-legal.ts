import { PART, partsOf } from './names-firms.js'
import { factsAt, type View, wordAt } from './names-view.js'

// Legal forms that are written in several tokens.

/** "S.p.A.", "N.V", "S. A.": where the legal form ends whose letters begin at `j`; `j` where there is none. */
export function dottedFormAt(view: View, j: number): number {
  let letters = ''
  let k = j
  while (k < j + LONGEST_DOTTED && wordAt(view, k).length === 1 && wordAt(view, k + 1) === '.') {
    letters += wordAt(view, k)
    k += 2
  }
  // the last stop may be that of the sentence, and stand apart
  if (wordAt(view, k).length === 1 && factsAt(view, k).kind === 'word' && k > j) letters += wordAt(view, k++)
  return letters.length > 1 && (partsOf(letters) & PART.legalForms) !== 0 ? k : j
}

/** In tokens: four letters and their stops. */
export const LONGEST_DOTTED = 8

/** "A/S", "K/S", "S/A": legal forms in three tokens, here the letters around the stroke. */
export const isSlashedForm = (before: string, behind: string): boolean =>
  (behind === 's' && /^[akip]$/.test(before)) || (before === 's' && behind === 'a')
