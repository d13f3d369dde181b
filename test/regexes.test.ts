import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkSync } from 'recheck'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

const src = join(import.meta.dirname, '../src')

/**
 * Expressions that recheck's prover does not understand (look-arounds, counted repetitions, too many alternatives), and
 * whose attacks it then searched for in vain: each as it stands, by its file. Each runs on little text, for the reason given.
 */
const SEARCHED: [file: string, regexes: string[]][] = [
  // the pattern of a rule, while it is read
  ['claims/pattern.ts', [String.raw`/^(?:\\.|(?!&&)[^\s\\()[\]{}|?+*$!^])+/u`]],
  // a name of a list, or a term of one word
  [
    'lexicon/keys.ts',
    [String.raw`/[\p{L}\p{M}0-9]+(?:(?:-|(?<=[\p{L}\p{M}])'(?=[\p{L}\p{M}]))[\p{L}\p{M}0-9]+)*|\S/gu`],
  ],
  // the head of a fact file
  ['store/moved.ts', [String.raw`/^sha256: *["']?([0-9a-f]{64})\b/m`]],
  // a line of the page around an article: 250 code units at most
  [
    'text/boilerplate.ts',
    [
      String.raw`/^(?:(?:ce|cet|cette|this) (?:contenu|article|texte|billet|résumé|traduction|dépêche|content|story|text|post|report|summary|translation)\b|(?:contenu|article|texte|résumé|traduction|content|story|text|summary|translation) (?=\p{Ll}+ (?:par|avec|à|by|with|using)\b))/u`,
      String.raw`/(?:générée?|créée?|rédigée?|écrite?|produite?|traduite?|réalisée?|generated|created|written|produced|translated|drafted|assisted|assistée?) (?:\p{Ll}+ )?(?:par|avec|à|grâce|by|with|using|via)\b/u`,
      String.raw`/[([](?:©|(?:crédits?|credits?|photos?|images?|illustration|copyright)(?: (?:photos?|images?))? ?:)[^()[\]]{0,120}[)\]]\.?$/iu`,
    ],
  ],
  // the first 40 code units of a text
  ['text/header.ts', [String.raw`/^date[ \t]+([0-9]{4})-([0-9]{2})(?:-([0-9]{2}))?(?=[\s\u202f]|$)/i`]],
]

/** Where an expression is put together at run time. */
const MADE = new Map([
  ['claims/match.ts', 'a rule’s own, checked by claims/regex.ts when the rule is read'],
  ['claims/packed.ts', 'the same, as the build has packed it'],
  ['claims/regex.ts', 'the same, to see whether it is one at all'],
  ['store/emit.ts', 'from two literals, one of which is checked here: a class of characters'],
])

interface Found {
  file: string
  line: number
  text: string
}

const literals: Found[] = []
const made: Found[] = []
for (const file of readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.ts'))) {
  const source = ts.createSourceFile(file, readFileSync(join(src, file), 'utf8'), ts.ScriptTarget.Latest, true)
  const visit = (node: ts.Node) => {
    const found = () => ({
      file: file.replaceAll('\\', '/'),
      line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1,
      text: node.getText(),
    })
    if (ts.isRegularExpressionLiteral(node)) literals.push(found())
    if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === 'RegExp') {
      made.push(found())
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
}

/** The search for attacks ends by the work that it does: by the clock it would end elsewhere on a busy machine. */
const SEARCH = {
  timeout: 120_000,
  seedingTimeout: null,
  incubationTimeout: null,
  attackTimeout: null,
  randomSeed: 1,
} as const

describe('regular expressions', () => {
  it('take no more than linear time, which recheck proves', { timeout: 300_000 }, () => {
    expect(literals.length).toBeGreaterThan(300)
    const seen = new Map<string, ReturnType<typeof checkSync>>()
    const allowed = new Set(SEARCHED.flatMap(([file, regexes]) => regexes.map((text) => `${file}: ${text}`)))
    const searched = new Set<string>()
    const wrong: string[] = []
    for (const { file, line, text } of literals) {
      const end = text.lastIndexOf('/')
      const result = seen.get(text) ?? checkSync(text.slice(1, end), text.slice(end + 1), SEARCH)
      seen.set(text, result)
      if (result.status === 'safe' && result.checker === 'automaton') continue
      const named = `${file}: ${text}`
      if (result.status === 'safe' && allowed.has(named)) searched.add(named)
      else wrong.push(`${file}:${line}: ${result.status}: ${text}`)
    }
    expect(wrong).toEqual([])
    // none is named that is proven, or no longer there
    expect([...searched].sort()).toEqual([...allowed].sort())
  })

  it('are put together at run time only where that is known to be harmless', () => {
    expect([...new Set(made.map(({ file }) => file))].sort()).toEqual([...MADE.keys()])
  })
})
