import { readFileSync } from 'node:fs'
import type { Asked, Rule } from './claims/rules.js'
import { once, reviveLexicon, type SerialLexicon } from './lexicon/lexicon.js'
import type { Language, Lexicon } from './types.js'

/** The rules of one language as the build compiles them from src/rules. */
export interface BuiltinRules {
  rules: Rule[]
  /** What their patterns ask. */
  asked: Asked
}

/** What xev knows by itself: each part is read from the files that the build makes when it is first asked for. */
export interface Builtin {
  readonly lexicon: Lexicon
  /** The rules of all languages. */
  readonly rules: Rule[]
  readonly of: Readonly<Record<Language, BuiltinRules>>
}

function read<T>(name: string): T {
  // the same path from src/ and from dist/; the build writes ASCII alone, which is read and parsed much faster
  return JSON.parse(readFileSync(new URL(`../dist/${name}.json`, import.meta.url), 'latin1'))
}

const lexicon = once(() => reviveLexicon(read<SerialLexicon>('lexicon')))
const en = once(() => read<BuiltinRules>('rules-en'))
const fr = once(() => read<BuiltinRules>('rules-fr'))
const rules = once(() => [...en().rules, ...fr().rules])

export const builtin: Builtin = {
  get lexicon() {
    return lexicon()
  },
  get rules() {
    return rules()
  },
  of: {
    get en() {
      return en()
    },
    get fr() {
      return fr()
    },
  },
}
