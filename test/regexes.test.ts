import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkSync } from 'recheck'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

const src = join(import.meta.dirname, '../src')

/**
 * Expressions that recheck's prover does not understand (look-arounds, counted repetitions, too many alternatives), and
 * whose attacks it then searched for in vain. Each runs on little text, for the reason given.
 */
const SEARCHED = new Map([
  ['claims/pattern.ts', 'the pattern of a rule, while it is read'],
  ['lexicon/keys.ts', 'a name of a list, or a term of one word'],
  ['store/moved.ts', 'the head of a fact file'],
  ['text/boilerplate.ts', 'a line of the page around an article: 250 code units at most'],
  ['text/header.ts', 'the first 40 code units of a text'],
  ['views/sources.ts', 'the name of a source'],
])

/** Where an expression is put together at run time. */
const MADE = new Map([
  ['claims/match.ts', 'a rule’s own, checked by claims/pattern.ts when the rule is read'],
  ['claims/pattern.ts', 'the same, to see whether it is one at all'],
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

describe('regular expressions', () => {
  it('take no more than linear time, which recheck proves', { timeout: 300_000 }, () => {
    expect(literals.length).toBeGreaterThan(300)
    const seen = new Map<string, ReturnType<typeof checkSync>>()
    const searched = new Set<string>()
    const wrong: string[] = []
    for (const { file, line, text } of literals) {
      const end = text.lastIndexOf('/')
      const result = seen.get(text) ?? checkSync(text.slice(1, end), text.slice(end + 1), { timeout: 30_000 })
      seen.set(text, result)
      const isProven = result.status === 'safe' && result.checker === 'automaton'
      if (isProven) continue
      const isSearched = result.status === 'safe' && SEARCHED.has(file)
      if (isSearched) searched.add(file)
      else wrong.push(`${file}:${line}: ${result.status}: ${text}`)
    }
    expect(wrong).toEqual([])
    expect([...searched].sort()).toEqual([...SEARCHED.keys()])
  })

  it('are put together at run time only where that is known to be harmless', () => {
    expect([...new Set(made.map(({ file }) => file))].sort()).toEqual([...MADE.keys()])
  })
})
