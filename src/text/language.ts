import { codesOf, formOfHashed, HASH_START, hashStep } from '../forms.js'
import { isLetter } from './tokens.js'

/**
 * The commonest function words of the languages that xev reads and of those that could be taken for them. A word of
 * several languages counts for each, so that only the words that tell them apart decide.
 */
const FUNCTION_WORDS: Record<string, string> = {
  fr:
    'le la les un une des du de et est sont dans en que qui pour sur avec par au aux ce cette ces son sa ses leur leurs ' +
    'il elle ils elles on nous vous ne pas plus mais ou où à été être a ont avait selon après avant depuis entre comme ' +
    'tout tous aussi encore très déjà sans sous chez dont si se y même deux ainsi contre vers lors afin l d qu c n s j',
  en:
    'the a an of and to in is are was were be been for that this these those with on as by at from it its he she they we ' +
    'you his her their not but or which who will would has have had said than more after before about into over up out ' +
    'also there could can new all when if so no one two since while during under only s',
  es:
    'el la los las un una de del y en que por con para se su sus lo es son al como más pero no sobre entre ha han sin este ' +
    'esta fue ser muy desde hasta año años tiene según',
  it:
    'il lo la i gli le un una di del della dei delle degli e in che per con non si è sono al alla da dal dalla nel nella più ' +
    'ma come anche ha hanno suo sua questo questa tra su sul sulla anni l d',
  pt:
    'o a os as um uma de do da dos das e em no na nos nas que por para com não se é são ao à mais mas como foi ser tem seu ' +
    'sua pelo pela até também entre já',
  de:
    'der die das den dem des ein eine einen einer und in im ist sind mit von zu auf für nicht auch als bei nach aus an wird ' +
    'werden hat haben sich dass es er sie wie über um noch nur oder',
  nl:
    'de het een en van in is dat op te zijn met voor niet aan er om ook als bij door naar uit over heeft hebben wordt worden ' +
    'nog maar meer dan deze die ze hij',
  ca: 'el la els les un una de del i en que per amb no es és són al com més però seva seu als dels ha han aquest l d',
}

const LANGUAGES = Object.keys(FUNCTION_WORDS)
const LANGUAGES_OF = new Map<string, number[]>()
const NO_LANGUAGES: readonly number[] = []
for (const [index, words] of Object.values(FUNCTION_WORDS).entries()) {
  for (const word of words.split(' ')) LANGUAGES_OF.set(word, [...(LANGUAGES_OF.get(word) ?? []), index])
}

/** Enough text to tell its language, in code units. */
const SAMPLE = 2_000
/** After so many words the language is looked at, and may be clear already. */
const ENOUGH_WORDS = 80
/** Longest function word. */
const LONGEST_WORD = 6
/** How far ahead of the next language the winner must be, at the end and for an early decision. */
const MARGIN = 1.15
const CLEAR_MARGIN = 1.5
/** The least share of function words: lists of names and figures have no language. */
const LEAST_SHARE = 0.08

/**
 * `fr` or `en`, by the function words of no more than the first 2,000 code units from `from` on; `und` (ISO 639-2, undetermined)
 * where neither clearly wins, as for a text in another language.
 */
export function detectLanguage(text: string, from = 0): string {
  const scores = new Array<number>(LANGUAGES.length).fill(0)
  let words = 0
  const end = Math.min(text.length - from, SAMPLE)
  const codes = codesOf(text, from, from + end)
  for (let i = 0; i < end; i++) {
    if (!isLetter(codes[i] as number)) continue
    const start = i
    let hash = HASH_START
    for (; i < end && isLetter(codes[i] as number); i++) hash = hashStep(hash, codes[i] as number)
    words++
    if (words % ENOUGH_WORDS === 0 && winner(scores, words, CLEAR_MARGIN) !== null) break
    if (i - start > LONGEST_WORD) continue
    const form = formOfHashed(codes, start, i, hash)
    form.languages ??= LANGUAGES_OF.get(form.lower) ?? NO_LANGUAGES
    const { languages } = form
    for (let k = 0; k < languages.length; k++) {
      const index = languages[k] as number
      scores[index] = (scores[index] as number) + 1
    }
  }
  const language = winner(scores, words, MARGIN)
  return language === 'fr' || language === 'en' ? language : 'und'
}

/** The language with the best score, if it clearly wins. */
function winner(scores: readonly number[], words: number, margin: number): string | null {
  let best = 0
  let next = -1
  for (let i = 1; i < scores.length; i++) {
    if (scores[i]! > scores[best]!) {
      next = best
      best = i
    } else if (next < 0 || scores[i]! > scores[next]!) next = i
  }
  const [score, rival] = [scores[best]!, scores[next]!]
  return score > 0 && score >= rival * margin && score >= words * LEAST_SHARE ? LANGUAGES[best]! : null
}
