import { MODALS } from './clauses.js'
import { ALSO, also, DOES, does, is, leadsTo, TAG } from './kinds.js'
import type { Term } from './terms.js'

// Names in a list: "X, Y and Z".

/** The first of a list of names that `i` belongs to. */
export function listHead(terms: readonly Term[], i: number): number {
  let head = i
  let joined = false
  for (let j = i - 1; j >= 0; j--) {
    const term = terms[j] as Term
    if (is(term, TAG.Org)) {
      // "Tank & Rast operator X" is no list
      if (!joined || is(terms[j - 1], TAG.According)) break
      head = j
      joined = false
    } else if (/^(?:,|et|and|&)$/.test(term.normal)) joined = true
    else break
  }
  return head
}

const LIST_JOINTS = new Set(
  `, et ou mais aussi and or & dont ainsi que de du des d' à au aux en le la l' les the in of including puis avec notamment sur dans vers with to`.split(
    ' ',
  ),
)

/** "Delta (NYSE:DAL) and China Eastern": the term behind what is bracketed at `i`, where little is and no figure of the name before it. */
function behindBrackets(terms: readonly Term[], i: number): number {
  if (!is(terms[i], TAG.Lparen)) return i
  for (let j = i + 1; j <= i + 6 && !is(terms[j], TAG.Value); j++) if (is(terms[j], TAG.Rparen)) return j + 1
  return i
}

/** The name at `i` stands behind ", and" and before its verb, or an adverb and the verb. */
function opensClause(terms: readonly Term[], i: number): boolean {
  if (terms[i - 1]?.normal !== 'and' || !is(terms[i - 2], TAG.Comma)) return false
  const verb = terms[i + 1]
  if (is(verb, TAG.Finite | TAG.Future | TAG.Conditional) && !is(verb, TAG.Noun)) return true
  if (MODALS.has(verb?.normal ?? '')) return true
  return (verb?.normal.endsWith('ly') ?? false) && is(terms[i + 2], TAG.Finite)
}

/** "is building two for X and Y is building one": "X and Y" behind a preposition, and Y before a verb of its own alone. */
const isDoing = (terms: readonly Term[], from: number, i: number): boolean =>
  /^(?:is|was|has)$/.test(terms[i + 1]?.normal ?? '') &&
  /^(?:for|to|with|from|by|of|at)$/.test(terms[from - 1]?.normal ?? '')

const DESCRIBING = 3

/** "A and the holding company B", "A et le brasseur B": the name that the noun of a firm behind the article at `i - 1` introduces; else `i`. */
function firmBehind(terms: readonly Term[], i: number): number {
  if (!does(terms[i - 1], DOES.Article | DOES.Possessive)) return i
  for (let j = i; j <= i + DESCRIBING; j++) {
    const term = terms[j]
    if (term === undefined) break
    // "the family firm B" is one term from its noun on
    if (term.who?.kind === 'name') return term.who.noun !== undefined && !is(terms[j + 1], TAG.Finite) ? j : i
    if (is(term, TAG.Punct | TAG.Value) || term.kind.finite || does(term, DOES.Preposition)) break
    if (!is(term, TAG.OrgNoun) && !also(term, ALSO.Description) && !term.kind.tags.has('Parent')) continue
    const name = is(terms[j + 1], TAG.Comma) ? j + 2 : j + 1
    if (terms[name]?.who?.kind === 'name' && !is(terms[name + 1], TAG.Finite)) return name
  }
  return i
}

/** "A and B in Spain and C in Italy": what follows the place at `i` on which the list goes on with another name; else `i`. */
function placed(terms: readonly Term[], i: number): number {
  if (!/^(?:in|en|au|aux)$/.test(terms[i]?.normal ?? '')) return i
  const at = does(terms[i + 1], DOES.Article) ? i + 2 : i + 1
  if (!is(terms[at], TAG.Place) || !/^(?:and|et|,)$/.test(terms[at + 1]?.normal ?? '')) return i
  if (terms[at + 2]?.who?.kind !== 'name') return i
  let end = at + 3
  while (/^(?:and|et|,)$/.test(terms[end]?.normal ?? '') && terms[end + 1]?.who?.kind === 'name') end += 2
  // the other has its place as well: what stands there is no clause of its own
  const next = does(terms[end + 1], DOES.Article) ? end + 2 : end + 1
  return terms[end]?.normal === terms[i]?.normal && is(terms[next], TAG.Place) ? at + 1 : i
}

/** "dont A détient", "dont A, B et C détiennent": the names from `i` on have a verb of their own. */
function areSubjects(terms: readonly Term[], i: number): boolean {
  let end = i + 1
  while (
    /^(?:,|et|and|le|la|l'|the)$/.test(terms[end]?.normal ?? '') ||
    terms[end]?.who?.kind === 'name' ||
    is(terms[end], TAG.Demonym)
  )
    end++
  return is(terms[end], TAG.Finite | TAG.Future | TAG.Conditional) && !is(terms[end - 1], TAG.Comma)
}

/** The names of the list that begins at term `from`: "XPeng et Nio", "au Chili, au Pérou et en Bolivie". */
export function listOf(terms: readonly Term[], from: number, tag: string, end = terms.length): Term[] {
  const out: Term[] = [terms[from] as Term]
  let pending = 0
  let joints = 0
  let relative = false
  let closed = false
  for (let i = behindBrackets(terms, from + 1); i < end; i = behindBrackets(terms, i + 1)) {
    const term = terms[i] as Term
    if (term.kind.tags.has(tag) && !also(term, ALSO.Pronoun) && !also(term, ALSO.Description)) {
      // "A B" without a joint between them is no list, nor is "A, dont B reprend une part" or "A, B's biggest shareholder"
      if (pending === 0 || (relative && areSubjects(terms, i))) break
      // "avec A, B ouvrira": a name before its verb begins the clause
      if (terms[i - 1]?.normal === ',' && out.length === 1 && is(terms[i + 1], TAG.Finite | TAG.Future)) break
      // "A bought B, and C also sold"
      if (tag === 'Who' && out.length === 1 && (opensClause(terms, i) || isDoing(terms, from, i))) break
      // "a stake in A, with B taking the rest": the second acts by itself
      if (tag === 'Who' && terms[i + 1] !== undefined && does(terms[i + 1], DOES.Gerundive)) break
      // "owns 23 % of A and B 20 % of C": the verb of the second is left out
      if (tag === 'Who' && out.length === 1 && is(terms[i + 1], TAG.Percent)) break
      const comma = is(terms[is(terms[i - 1], TAG.Demonym) ? i - 2 : i - 1], TAG.Comma)
      if (comma && (closed || /^['’]s?$/.test(terms[i + 1]?.normal ?? ''))) break
      out.push(term)
      joints += comma ? 0 : 1
      pending = 0
    } else if (tag === 'Place' && term.mention?.type === 'date' && terms[i + 1]?.normal === ',') {
      // "en Italie dès avril, puis en Grèce", "et, depuis mai, en Grèce"
    } else if (tag !== 'Place' && pending > 0 && is(term, TAG.Demonym) && terms[i + 1]?.who?.kind === 'name') {
      // "l'allemand A et le japonais B"
    } else if (tag !== 'Place' && pending > 0 && firmBehind(terms, i) > i) {
      i = firmBehind(terms, i) - 1
      // "and the brewer, B": its comma is no end of the list
      closed = false
    } else if (tag === 'Who' && pending === 0 && placed(terms, i) > i) {
      i = placed(terms, i)
      pending = 1
      closed = false
    } else if (LIST_JOINTS.has(term.normal) && pending < 5) {
      if (pending === 0 && !/^(?:,|et|ou|mais|and|or|&|dont|including|puis|ainsi)$/.test(term.normal)) break
      // "rivals are A, owned by B, and C": a list of two has no comma before its "and"
      if (tag === 'Who' && out.length === 1 && term.normal === ',' && /^(?:and|et)$/.test(terms[i + 1]?.normal ?? ''))
        break
      // "A, que B a cédé": a relative clause; "A, ainsi que B" goes on
      if (/^qu[e']$/.test(term.normal) && is(terms[i - 1], TAG.Comma)) break
      // "cède sa filiale, A, au grec B": whom it goes to
      // … and "sells its arm, A, to B"
      if (tag === 'Who' && out.length === 1 && leadsTo(term) && is(terms[i - 1], TAG.Comma)) break
      if (term.normal === 'dont') relative = true
      // "avec A et B, C, a ouvert": the list ends with what "et" joins
      if (term.normal === 'et' || term.normal === 'and') closed = true
      pending++
    } else break
  }
  // "holds 49 % of A, B the rest": two with no more than a comma between are no list
  if (out.length === 2 && joints === 0 && tag === 'Who') out.pop()
  return out
}

/**
 * "X and Y said they had won", "X and Y saw their sales fall": the head of the list that the name meant by the plural at `from`
 * closes, or that is the subject of the verb before it; else -1.
 */
function bothBehind(terms: readonly Term[], from: number, name: string | null): number {
  for (let j = from - 1; j >= 0; j--) {
    if (terms[j]?.who?.kind !== 'name') continue
    const head = listHead(terms, j)
    return head < j && (terms[j]?.who?.name === name || isSubjectList(terms, j)) ? head : -1
  }
  return -1
}

const ALL = new Set(['both', 'each', 'all', 'also', 'tous', 'toutes', 'deux', 'chacun'])

/** Behind the last name of the list at `last` stands its verb. */
function isSubjectList(terms: readonly Term[], last: number): boolean {
  let i = last + 1
  while (ALL.has(terms[i]?.normal ?? '')) i++
  return is(terms[i], TAG.Finite | TAG.Future | TAG.Conditional) || also(terms[i], ALSO.Have)
}

/** What stands for several. */
const PLURALS = new Set(['they', 'their', 'ils', 'elles', 'leur', 'leurs'])

/**
 * The names of the list that begins at term `from` and ends before `end`, each once; where a pronoun or description stands
 * there, whom it means.
 */
export function namesOfList(terms: readonly Term[], from: number, tag: string, end?: number): string[] {
  const first = terms[from]?.who
  if (first === undefined) return []
  if (first.kind !== 'name') {
    const head = PLURALS.has(terms[from]?.normal ?? '') ? bothBehind(terms, from, first.name) : -1
    if (head >= 0) return namesOfList(terms, head, tag, from)
    return first.name === null ? [] : [first.name]
  }
  const names: string[] = []
  for (const { who } of listOf(terms, from, tag, end))
    if (who !== undefined && who.name !== null && !names.includes(who.name)) names.push(who.name)
  return names
}

const RESPECTIVELY = new Set(['respectively', 'respectivement'])

/**
 * "X and Y sold 300 and 400 cars respectively": the figures (of which some may lack their unit) of the list in which that at
 * term `value` stands, where such a word says that each is another's, or there are as many as `names`; null without one.
 */
export function figuresApart(terms: readonly Term[], value: number, names = 0): number[] | null {
  const figures = [value]
  const type = terms[value]?.mention?.type
  for (const step of [-1, 1]) {
    for (let i = value + step, joints = 0; joints < 4; i += step) {
      const term = terms[i]
      if (term === undefined) break
      const here = term.mention?.type
      if (is(term, TAG.Value) && joints > 0 && (here === type || here === 'number' || type === 'number')) {
        figures.push(i)
        joints = 0
      } else if (LIST_JOINTS.has(term.normal)) joints++
      else break
    }
  }
  figures.sort((a, b) => a - b)
  if (figures.length === names) return figures
  const around = terms.slice(Math.max(0, (figures[0] as number) - 4), (figures.at(-1) as number) + 4)
  return around.some(({ normal }) => RESPECTIVELY.has(normal)) ? figures : null
}
