import nlp from 'compromise/one'

// compromise's own matcher over the terms of a test: what ours is tested against.

/** A term of a test: how it reads, its lemma and its tags. */
export interface PlainTerm {
  text: string
  root?: string
  tags: string[]
}

interface Reg {
  root?: string
  machine?: string
  choices?: Reg[][]
}

const { one } = nlp.methods() as unknown as {
  one: {
    parseMatch(pattern: string, options: object, world: unknown): Reg[]
    match(docs: unknown[], todo: { regs: Reg[] }): { ptrs: Pointer[]; byGroup: Record<string, Pointer[]> }
  }
}
type Pointer = [number, number, number]

/**
 * Matches as compromise does, but for what it leaves undone: inside "(a|b)" compromise/one does not resolve `{lemma}`, and
 * behind a wildcard it asks the list of a choice for what its one token says.
 */
export function compromiseMatches(terms: readonly PlainTerm[], pattern: string) {
  const regs = one.parseMatch(
    pattern.replace(/(?<=\p{L})-(?=\p{L})(?![^{}]*\})/gu, '\u2011'),
    {},
    { model: { one: { prefixes: {} } }, methods: {} },
  )
  const complete = (list: Reg[]): void => {
    for (const reg of list) {
      if (reg.root !== undefined) {
        reg.machine = reg.root
        delete reg.root
      }
      for (const choice of reg.choices ?? []) {
        complete(choice)
        if (choice.length === 1) Object.assign(choice, choice[0])
      }
    }
  }
  complete(regs)
  const docs = terms.map(({ text, root, tags }) => ({
    normal: text.toLowerCase().replaceAll('-', '\u2011'),
    text,
    pre: '',
    post: '',
    id: '',
    tags: new Set(tags),
    ...(root === undefined ? {} : { root }),
  }))
  if (docs.length === 0) return []
  const { ptrs, byGroup } = one.match([docs], { regs })
  return ptrs.map(([, start, end]) => ({
    start,
    end,
    groups: Object.fromEntries(
      Object.entries(byGroup).flatMap(([name, at]) => {
        const inside = at.find(([, from, to]) => from >= start && to <= end)
        return inside === undefined ? [] : [[name, [inside[1], inside[2]]]]
      }),
    ),
  }))
}
