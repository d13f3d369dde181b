/** French words that lose their vowel: "l'Oréal" is the words "l'" and "oréal". */
const ELISIONS = new Set('l d j n s t m c qu jusqu lorsqu puisqu quoiqu quelqu'.split(' '))
/** English endings that are words of their own: "McDonald's" is the words "mcdonald" and "'s". */
const CLITICS = new Set(['s', 'll', 're', 've', 'd', 'm'])

/** A run of letters and digits joined by hyphens, and by apostrophes between letters; or one other sign. */
const PIECE = /[\p{L}\p{M}0-9]+(?:(?:-|(?<=[\p{L}\p{M}])'(?=[\p{L}\p{M}]))[\p{L}\p{M}0-9]+)*|\S/gu
const DIGITS_FIRST = /^[0-9]+-[0-9]/

/**
 * The key that a written form is looked up by: its words in NFC lower case, with straight apostrophes and hyphens,
 * joined by one space. A word is what the tokenizer makes a token of, so that a reader finds a form by joining the
 * `lower` of neighbouring tokens: `L’Oréal` has the key `l' oréal`, `U.S.` the key `u . s .`, `H&M` the key `h & m`.
 * Forms that end like a French verb with its pronoun (`…-t-elle`) are not provided for.
 */
export function formKey(form: string): string {
  const folded = form.normalize('NFC').replace(/[’ʼ]/g, "'").replace(/[‐‑]/g, '-').toLowerCase()
  return (folded.match(PIECE) ?? []).flatMap(splitPiece).join(' ')
}

function splitPiece(piece: string): string[] {
  if (DIGITS_FIRST.test(piece)) {
    const hyphen = piece.indexOf('-')
    return [piece.slice(0, hyphen), '-', ...splitPiece(piece.slice(hyphen + 1))]
  }
  const words: string[] = []
  let begin = 0
  for (let k = piece.indexOf("'"); k >= 0; k = piece.indexOf("'", k + 1)) {
    const left = piece.slice(begin, k)
    const right = piece.slice(k + 1)
    if (CLITICS.has(right) && !(ELISIONS.has(left) && right.length > 1)) {
      return [...words, left, piece.slice(k)]
    }
    if (ELISIONS.has(left)) {
      words.push(piece.slice(begin, k + 1))
      begin = k + 1
    }
  }
  return [...words, piece.slice(begin)]
}
