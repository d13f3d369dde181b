// Compiles the knowledge (src/lexicon, src/rules) into dist/builtin.json, so that starting up parses no YAML and no lists.
// Part of the build: run after tsc, whose output it uses.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseRules } from '../dist/claims/rule-files.js'
import { checkUnique } from '../dist/claims/rules.js'
import { loadLexicon } from '../dist/lexicon/load.js'
import { readWords } from '../dist/lexicon/words.js'
import { formatProblem, UserError } from '../dist/problems.js'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const lexiconDir = join(root, 'src/lexicon')
const rulesDir = join(root, 'src/rules')

try {
  const words = Object.fromEntries(
    ['fr', 'en'].map((language) => {
      const file = join(lexiconDir, language, 'words.txt')
      return [language, readWords(readFileSync(file, 'utf8'), language, relative(root, file))]
    }),
  )
  const rules = readdirSync(rulesDir, { recursive: true })
    .filter((f) => f.endsWith('.yaml'))
    .sort()
    .flatMap((f) => parseRules(readFileSync(join(rulesDir, f), 'utf8'), `src/rules/${f.replaceAll('\\', '/')}`))
  checkUnique(rules)
  writeFileSync(join(root, 'dist/builtin.json'), JSON.stringify({ lexicon: loadLexicon(lexiconDir, words), rules }))
} catch (error) {
  if (!(error instanceof UserError)) throw error
  console.error(formatProblem(error.problem))
  process.exitCode = 2
}
