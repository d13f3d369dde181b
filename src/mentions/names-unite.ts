import { PART } from './names-firms.js'
import { DEFINED, type Forms, formOf, type NameForm, votesOf } from './names-forms.js'
import type { Run } from './names-segments.js'
import { allAre, type Ends, endsWith, isOrdinaryPart, noteEnds, startsWith, wordsOf } from './names-settle.js'
import { initialsOf, type Reader, type View, wordAt } from './names-view.js'

/** Two forms that the text says are one: a short one, and the long one beside it. */
export interface Alias {
  short: NameForm
  long: NameForm
}

/** No definition in brackets is longer, in tokens. */
const LONGEST_BRACKET = 14

/**
 * Finds the names that the text defines: "Marlow Cement Works (MCW)", "Lumo Auto SA (« Lumo » ou la « Société »)". Both
 * forms are organisations then, which their votes note.
 */
export function findAliases(reader: Reader, runs: readonly Run[], forms: Forms): Alias[] {
  const aliases: Alias[] = []
  for (let r = 0; r < runs.length; r++) {
    const run = runs[r] as Run
    // "Lumo Inc's (LMO) output"
    const behind = wordAt(run.view, run.end)
    const open = behind === "'s" ? run.end + 1 : run.end
    if (behind !== '(' && (open === run.end || wordAt(run.view, open) !== '(')) continue
    const segment = run.segments.at(-1)
    if (segment === undefined || segment.kind === 'aside') continue
    const form = formOf(forms, run, segment)
    const close = closingBracket(run.view, open)
    if (form === undefined || close < 0 || (form.settled && form.entry?.org === undefined)) continue
    for (let q = r + 1; q < runs.length; q++) {
      const inner = runs[q] as Run
      if (inner.view !== run.view || inner.start >= close) break
      const alias = readAlias(reader, run, form, inner, open, close, forms)
      if (alias === null) continue
      aliases.push(alias)
      votesOf(alias.short).org += DEFINED
      votesOf(alias.long).org += DEFINED
      alias.short.sure++
      alias.long.sure++
    }
  }
  noteHeads(forms, aliases)
  noteInitials(forms, aliases)
  return aliases
}

/** "DFV" of "Dairy Farmers of Veltania": initials that the document uses alone, of one firm only. */
function noteInitials(forms: Forms, aliases: Alias[]): void {
  const found = new Map<NameForm, NameForm | null>()
  for (const long of forms.values()) {
    if (long.words.length < 3 || isKnown(long)) continue
    const short = forms.get(bigInitials(long))
    if (short === undefined || short.settled || short.type === 'person' || !isUpper(short.written)) continue
    found.set(short, found.has(short) && found.get(short) !== long ? null : long)
  }
  for (const [short, long] of found) {
    if (long === null) continue
    aliases.push({ short, long })
    for (const form of [short, long]) votesOf(form).org += DEFINED
    short.sure++
  }
}

const isUpper = (written: string): boolean => written === written.toUpperCase()

/** The first letters of the words of a name, those in lower case left out: "dfv". */
function bigInitials({ written }: NameForm): string {
  let initials = ''
  for (let i = 0; i < written.length; i++) {
    const c = written[i] as string
    if ((i === 0 || written[i - 1] === ' ') && c !== c.toLowerCase()) initials += c.toLowerCase()
  }
  return initials
}

/** "ST" of "STMicroelectronics": the capitals that a name opens with, where the document uses them alone. */
function noteHeads(forms: Forms, aliases: Alias[]): void {
  for (const long of forms.values()) {
    const head = long.marked ? headOf(long.written) : 0
    if (head === 0) continue
    const short = forms.get(long.written.slice(0, head).toLowerCase())
    if (short === undefined || short.settled || short.written.length !== head) continue
    aliases.push({ short, long })
    for (const form of [short, long]) votesOf(form).org += DEFINED
    short.sure++
  }
}

/** How many capitals open a name before the one that its next syllable begins with: 2 of "STMicroelectronics", else 0. */
function headOf(written: string): number {
  let n = 0
  while (n < written.length && written[n] !== written[n]?.toLowerCase()) n++
  return n >= 3 && n <= 5 && /^\p{Ll}/u.test(written.slice(n, n + 2)) ? n - 1 : 0
}

/** The alias that a name in brackets makes with the one before them; null for any other remark. */
function readAlias(
  reader: Reader,
  run: Run,
  form: NameForm,
  inner: Run,
  open: number,
  close: number,
  forms: Forms,
): Alias | null {
  const [name, further] = inner.segments
  const { view } = run
  const outer = run.segments.at(-1)
  if (name === undefined || name.kind === 'aside' || further !== undefined || outer === undefined) return null
  const other = formOf(forms, inner, name)
  if (other === undefined || other === form) return null
  if (isQuote(wordAt(view, inner.start - 1)) && isQuote(wordAt(view, inner.end))) return { short: other, long: form }
  if (inner.start !== open + 1) return null
  // "MCW (Marlow Cement Works, a maker of …)"
  const closed = inner.end === close
  if (closed || wordAt(view, inner.end) === ',') {
    // "MCW (Marlow Cement Works)"
    if (isAbbreviation(form, initialsOf(reader.text, view, name.start, name.nameEnd)))
      return { short: form, long: other }
  }
  if (!closed) return null
  const initials = initialsOf(reader.text, view, outer.start, outer.nameEnd)
  if (isAbbreviation(other, initials) || isTicker(other, initials)) return { short: other, long: form }
  // "Kelvo (Ningbo Kelvo Storage Co., Ltd.)"
  if (name.firm >= 4 && ` ${other.words.join(' ')} `.includes(` ${form.words.join(' ')} `))
    return { short: other, long: form }
  return null
}

/** "MCWH" of the initials "mcw": capitals in brackets that go on after them. */
const isTicker = ({ words, written, entry }: NameForm, initials: string): boolean =>
  entry === undefined &&
  initials.length > 1 &&
  words.length === 1 &&
  /^\p{Lu}{3,5}$/u.test(written) &&
  written.toLowerCase().startsWith(initials)

function closingBracket(view: View, open: number): number {
  for (let k = open + 1; k <= open + LONGEST_BRACKET; k++) if (wordAt(view, k) === ')') return k
  return -1
}

const isQuote = (mark: string): boolean => mark === '«' || mark === '»' || mark === '“' || mark === '”' || mark === '"'

/** "MCW", "M&F" or "M.C.W." of the initials "mcw". */
const isAbbreviation = ({ words }: NameForm, initials: string): boolean =>
  initials.length > 1 && words.join('').replace(/[^\p{L}]/gu, '') === initials

/**
 * Makes all forms of one organisation or person bear one name: the fullest, or the lexicon's.
 * @param forms all forms of the document, those of more words first
 */
export function uniteForms(forms: readonly NameForm[], aliases: readonly Alias[]): void {
  const byLength = forms.filter(({ type }) => type === 'org' || type === 'person')
  nameByFullest(byLength)
  nameByUse(byLength)
  const ends: Ends = new Map()
  for (const form of byLength) {
    form.name = fullestOf(form, ends)?.name ?? form.name
    noteEnds(ends, form)
  }
  if (aliases.length === 0) return
  const renamed = new Map<string, string>()
  for (const { short, long } of aliases) {
    if (short.type !== 'org' || long.type !== 'org' || short.name === long.name) continue
    // the lexicon's name stands for both
    if (isKnown(short) && !isKnown(long)) renamed.set(long.name, short.name)
    else renamed.set(short.name, long.name)
  }
  for (const form of byLength) form.name = renamed.get(form.name) ?? form.name
}

const isKnown = ({ entry }: NameForm): boolean => entry?.org !== undefined

/**
 * A known firm bears the fullest form that the document uses where that begins with its name:
 * "Nordal Pharmaceuticals" for "Nordal". An abbreviation keeps the lexicon's name.
 */
function nameByFullest(byLength: readonly NameForm[]): void {
  const fullest = new Map<string, string>()
  for (const form of byLength) {
    const { entry, words, parts, written } = form
    if (words.length < 2) break
    const name = entry?.org?.name
    if (name === undefined || fullest.has(name)) continue
    const known = wordsOf(name)
    if (!startsWith(words, known)) continue
    // "Nordal Foods" and "Nordal Brenko" are fuller, "Nordal Auto" is a part of it, unless the lexicon and the text call it so first
    if (parts.some((part, k) => k >= known.length && isLess(part)) && !isFirstName(form, byLength)) continue
    fullest.set(name, written)
  }
  if (fullest.size === 0) return
  for (const form of byLength) form.name = fullest.get(form.entry?.org?.name ?? '') ?? form.name
}

/** A name that the lexicon holds, and that the document uses before any other of the firm. */
const isFirstName = ({ settled, entry, first }: NameForm, forms: readonly NameForm[]): boolean =>
  settled && forms.every((other) => other.entry?.org?.name !== entry?.org?.name || other.first >= first)

const isLess = (part: number): boolean =>
  (part & PART.mereForm) !== 0 || (part & (PART.firmTails | PART.wholeFirm)) === PART.firmTails

const ARTICLES = new Set(['le', 'la', 'les', "l'", 'the'])

/**
 * A known firm that the document only calls by a part of its name keeps that part: "Stadler", not "Stadler Rail". The
 * lexicon's name stands where a form says it, or where the forms are abbreviations or other names.
 */
function nameByUse(byLength: readonly NameForm[]): void {
  const used = new Map<string, string | null>()
  for (const { entry, words, written, name } of byLength) {
    const known = entry?.org?.name
    if (known === undefined || name !== known || used.get(known) === null) continue
    const parts = wordsOf(known)
    // "du Point" is of "Le Point"
    const article = ARTICLES.has(parts[0] as string) && parts.length === words.length + 1
    const part = !article && (startsWith(parts, words) || endsWith(parts, words) || isVariant(parts, words))
    // forms come from the longest down
    if (!part) used.set(known, null)
    else if (!used.has(known)) used.set(known, written)
  }
  if (used.size === 0) return
  for (const form of byLength) {
    if (form.entry?.org?.name === form.name) form.name = used.get(form.name) ?? form.name
  }
}

/** "Walmart" of "Wal-Mart", "Ahold Delhaize" of "Royal Ahold": the same letters, or a name of several words that shares one. */
function isVariant(parts: readonly string[], words: readonly string[]): boolean {
  if (words.length > 1 && words.length === parts.length)
    return words.some((word) => parts.includes(word)) && !sameAs(parts, words)
  const [part] = parts
  const [word] = words
  return (
    parts.length === 1 && words.length === 1 && part !== word && part?.replaceAll('-', '') === word?.replaceAll('-', '')
  )
}

const sameAs = (a: readonly string[], b: readonly string[]): boolean => a.every((word, k) => word === b[k])

/** The one longer form that means the same; undefined where none or several do. */
function fullestOf(form: NameForm, ends: Ends): NameForm | undefined {
  if (ends.size === 0) return undefined
  const { words } = form
  const first = words[0] as string
  const last = words[words.length - 1] as string
  const singular = first.endsWith('s') ? first.slice(0, -1) : first
  const known = [ends.get(first)]
  if (singular !== first) known.push(ends.get(singular))
  if (last !== first && last !== singular) known.push(ends.get(last))
  if (known.every((list) => list === undefined) || isOrdinaryPart(form)) return undefined
  const found = new Map<string, { whole: NameForm; same: boolean }>()
  for (const list of known) {
    for (const whole of list ?? []) {
      const front = startsWith(whole.words, words)
      if (whole.type !== form.type || (!front && !endsWith(whole.words, words))) continue
      if (front && isOfAnotherTrade(form, whole)) continue
      // "Marlow" is "Marlow Group" also beside "Marlow Foods", where it was not called so before its group was named
      if (
        front &&
        allAre(whole.parts, words.length, whole.parts.length, PART.mereForm) &&
        (whole.first < form.first || found.size === 0)
      )
        return whole
      const same = found.get(whole.name)?.same === true || meansTheSame(form, whole, front)
      found.set(whole.name, { whole, same })
    }
  }
  // what comes later competes with nothing: "Marlow" of "Marlow Foods", before its new "Marlow Steel"
  const earlier = [...found.values()].filter(
    ({ whole, same }) => same && startsWith(whole.words, words) && whole.first < form.first,
  )
  if (earlier.length === 1) return earlier[0]?.whole
  const [only] = found.values()
  return found.size === 1 && only?.same === true ? only.whole : undefined
}

/** "Tesco Bank", "Carrefour Banque": the bank of a firm that is known for another trade is not that firm. */
function isOfAnotherTrade({ entry }: NameForm, { words, entry: other }: NameForm): boolean {
  const trade = entry?.org?.industry
  if (trade === undefined || trade === 'banking' || trade === 'finance') return false
  const bank = /^(?:bank|banque|banca|banco)$/.test(words.at(-1) ?? '')
  return bank || (other?.org !== undefined && other.org.industry !== trade && other.org.name !== entry?.org?.name)
}

/** Whether a form that starts (`front`) or ends a longer one stands for it. */
function meansTheSame(form: NameForm, whole: NameForm, front: boolean): boolean {
  // people go by their last name
  if (form.type === 'person') return !front
  const { length } = form.words
  const start = front ? length : 0
  const end = front ? whole.parts.length : whole.parts.length - length
  if (allAre(whole.parts, start, end, front ? PART.wholeFirm : PART.firmHeads)) return true
  // a known firm and a division of it
  if (isKnown(form) && form.entry?.org?.ambiguous !== true) return false
  if (whole.legal && allAre(whole.parts, start, end, PART.wholeFirm | PART.firmTails)) return true
  // "Hespera" after "Hespera Leasing" is short for it; a firm that was there before is another one
  return whole.first < form.first
}
