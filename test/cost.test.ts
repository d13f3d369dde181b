import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { builtin } from '../src/builtin.js'
import type * as Matching from '../src/claims/match.js'
import type * as Terms from '../src/claims/terms.js'
import { findMentions } from '../src/mentions/find.js'
import { findNames } from '../src/mentions/names.js'
import { scan } from '../src/scan.js'
import { readDocument } from '../src/text/read.js'
import { tokenize } from '../src/text/tokens.js'
import type { Language, Sentence, Token } from '../src/types.js'
import { BIN } from './cli/run.js'

// What a reading costs, counted in steps rather than timed: the counts are the same on every machine. The ceilings are
// a little above what is needed today. A change that passes one either does needless work, or raises it on purpose.

const count = vi.hoisted(() => ({ terms: 0, sentences: 0, matches: 0 }))
vi.mock('../src/claims/terms.js', async (original) => {
  const terms = await original<typeof Terms>()
  return {
    ...terms,
    buildTerms: (...args: Parameters<typeof Terms.buildTerms>) => {
      const built = terms.buildTerms(...args)
      count.terms += built.length
      count.sentences++
      return built
    },
  }
})
vi.mock('../src/claims/match.js', async (original) => {
  const matching = await original<typeof Matching>()
  return {
    ...matching,
    matchPattern: (...args: Parameters<typeof Matching.matchPattern>) => {
      count.matches++
      return matching.matchPattern(...args)
    },
  }
})
beforeEach(() => Object.assign(count, { terms: 0, sentences: 0, matches: 0 }))

const ARTICLES: Record<Language, string> = {
  fr: `Valdor ouvre une usine à Porto

Publié le 4 mars 2025

Le constructeur norvégien Valdor a livré 48 200 camions électriques en 2024, soit 12 % de plus qu'un an plus tôt.
Il ouvrira en septembre une usine de batteries à Porto, pour 310 millions d'euros. Le ciel était gris ce matin-là, et
personne n'avait songé à prendre un parapluie. Son modèle T9 coûte 89 000 euros en Allemagne. Les visiteurs ont attendu
longtemps devant la grille, puis ils sont repartis. Valdor a signé un partenariat avec le loueur Brume Location.

La pluie a cessé vers midi. « Nous verrons bien », a soupiré un voisin qui regardait passer les grues depuis sa fenêtre.
`,
  en: `Valdor opens a plant in Porto

4 March 2025

The Norwegian carmaker Valdor delivered 48,200 electric trucks in 2024, 12% more than a year before. It will open a
battery plant in Porto in September, for 310 million euros. The sky was grey that morning, and nobody had thought of
taking an umbrella along. Its model T9 costs 89,000 euros in Germany. The visitors waited at the gate for a long time and
then they left. Valdor signed a partnership with the rental firm Brume Location.

By noon the rain had stopped. "We shall see," sighed a neighbour who was watching the cranes from her window.
`,
}

/** Steps per kB that a scan of the article above may take; more rules need more. */
const CEILINGS = {
  fr: { terms: 95, matches: 31 },
  en: { terms: 95, matches: 48 },
} satisfies Record<Language, object>

/** The share of its language's patterns that a sentence may try: rules are woken by words, not run one and all. */
const LARGEST_SHARE = 0.03

describe('a scan', () => {
  for (const language of ['fr', 'en'] as const) {
    const article = ARTICLES[language]
    const kb = Buffer.byteLength(article) / 1000

    it(`builds few terms and tries few patterns: ${language}`, () => {
      const { claims } = scan(Buffer.from(article), { source: 'article.txt' })
      expect(claims.length).toBeGreaterThanOrEqual(3)
      expect(count.terms / kb).toBeLessThanOrEqual(CEILINGS[language].terms)
      expect(count.matches / kb).toBeLessThanOrEqual(CEILINGS[language].matches)
    })

    it(`tries few of the rules on a sentence: ${language}`, () => {
      const rules = builtin.rules.filter((rule) => rule.language === language)
      const patterns = rules.reduce((sum, { match, unless }) => sum + match.length + unless.length, 0)
      scan(Buffer.from(article), { source: 'article.txt' })
      expect(count.matches).toBeGreaterThan(0)
      expect(count.matches / count.sentences / patterns).toBeLessThanOrEqual(LARGEST_SHARE)
    })

    it(`does not look at sentences that tell nothing again: ${language}`, () => {
      const { document } = scan(Buffer.from(article), { source: 'article.txt' })
      expect(count.sentences).toBeGreaterThan(0)
      expect(document.sentences.length - count.sentences).toBeGreaterThanOrEqual(4)
    })

    it(`tries no more patterns in sentences that wake none of ten times the rules: ${language}`, () => {
      const { rules } = builtin
      const own = rules.filter((rule) => rule.language === language)
      const others = Array.from({ length: 9 }, (_, n) =>
        own.map((rule) => ({ ...rule, id: `${rule.id}-${n}`, triggers: [`another-${n}`] })),
      ).flat()
      scan(Buffer.from(article), { source: 'article.txt' })
      const few = { ...count }
      Object.assign(count, { terms: 0, sentences: 0, matches: 0 })
      scan(Buffer.from(article), { source: 'article.txt', rules: [...rules, ...others] })
      expect(few.matches).toBeGreaterThan(0)
      expect(count).toEqual(few)
    })

    it(`costs as much per kB in a long article as in a short one: ${language}`, () => {
      scan(Buffer.from(article), { source: 'article.txt' })
      const once = { ...count }
      const [title = '', date = '', ...body] = article.split('\n\n')
      Object.assign(count, { terms: 0, sentences: 0, matches: 0 })
      const many = Array.from({ length: 8 }, () => body.join('\n\n'))
      scan(Buffer.from([title, date, ...many].join('\n\n')), { source: 'article.txt' })
      expect(count.terms).toBeGreaterThan(once.terms)
      expect(count.terms).toBeLessThanOrEqual(once.terms * 8)
      expect(count.matches).toBeLessThanOrEqual(once.matches * 8 * 1.1)
    })
  }
})

/** A token that counts how often it is looked at. */
class Watched implements Token {
  readonly #token: Token
  readonly #seen: { visits: number }
  constructor(token: Token, seen: { visits: number }) {
    this.#token = token
    this.#seen = seen
  }
  get start() {
    this.#seen.visits++
    return this.#token.start
  }
  get end() {
    this.#seen.visits++
    return this.#token.end
  }
  get kind() {
    this.#seen.visits++
    return this.#token.kind
  }
  get lower() {
    this.#seen.visits++
    return this.#token.lower
  }
  get form() {
    this.#seen.visits++
    return this.#token.form
  }
}

/** How often the tokens of a text of one sentence are looked at while mentions are found in it. */
function visits(text: string, language: Language): number {
  const seen = { visits: 0 }
  const { lexicon } = builtin
  const tokens = tokenize(text, 0, text.length).map((token) => new Watched(token, seen))
  const measured = findMentions(text, tokens, language, lexicon[language], null)
  const sentence: Sentence = { start: 0, end: text.length, role: 'text', paragraph: 0, tokens }
  findNames({ text, language, sentences: [sentence] }, lexicon, [measured])
  return seen.visits
}

/** How often a token of the articles above is looked at for quantities and dates, on average. */
const LOOKS = { fr: 7, en: 8 } satisfies Record<Language, number>

describe('numbers and dates', () => {
  for (const language of ['fr', 'en'] as const) {
    it(`look at few tokens twice: ${language}`, () => {
      const text = ARTICLES[language]
      const { sentences } = readDocument(Buffer.from(text), { source: 'article.txt', language })
      const seen = { visits: 0 }
      const { lexicon } = builtin
      let tokens = 0
      for (const sentence of sentences) {
        const watched = sentence.tokens.map((token) => new Watched(token, seen))
        tokens += watched.length
        findMentions(text, watched, language, lexicon[language], '2025-03-04')
      }
      expect(tokens).toBeGreaterThan(100)
      expect(seen.visits / tokens).toBeLessThanOrEqual(LOOKS[language])
    })
  }
})

const HOSTILE = {
  digits: '7',
  'figures in a row': '7 ',
  'de de de': 'de ',
  '9,9,9': '9,',
  '((((': '(',
  "''''": "'",
  'A A A': 'A ',
  '€€€': '€',
  'numbers in words': 'deux ',
  'months in a row': 'mars ',
  'ranges in a row': '5-',
  'bounds in a row': 'plus de ',
}

describe('the tokens of hostile text are looked at as often, however many there are', () => {
  for (const language of ['fr', 'en'] as const) {
    for (const [name, unit] of Object.entries(HOSTILE)) {
      it(`${name}: ${language}`, () => {
        const small = visits(unit.repeat(500), language)
        const large = visits(unit.repeat(4000), language)
        expect(small).toBeGreaterThan(0)
        expect(large / small).toBeLessThan(9)
      })
    }
  }
})

/** How often the tokens of one sentence are looked at while names are found in it, when its words are known already. */
function namingVisits(text: string, language: Language): { tokens: number; visits: number } {
  const seen = { visits: 0 }
  const { lexicon } = builtin
  const tokens = tokenize(text, 0, text.length).map((token) => new Watched(token, seen))
  const sentence: Sentence = { start: 0, end: text.length, role: 'text', paragraph: 0, tokens }
  const read = () => findNames({ text, language, sentences: [sentence] }, lexicon, [[]])
  read()
  seen.visits = 0
  read()
  return { tokens: tokens.length, visits: seen.visits }
}

describe('finding names', () => {
  it.each([
    ['fr', 'elle attendait devant cette porte, puis elle regardait passer quelques voitures grises.'],
    ['en', 'nobody had waited there before, since every visitor came by bus; some left early.'],
  ] as const)('looks once at each token of a sentence where no name begins: %s', (language, text) => {
    const { tokens, visits } = namingVisits(text, language)
    expect(visits).toBe(tokens)
  })

  it.each([
    ['fr', 'elle attendait devant cette porte de Valdor, puis elle regardait passer quelques voitures grises.'],
    ['en', 'nobody had waited there before Valdor came, since every visitor came by bus; some left early.'],
  ] as const)('looks again at the tokens around a name alone: %s', (language, text) => {
    const { tokens, visits } = namingVisits(text, language)
    expect(visits).toBeGreaterThan(tokens)
    expect(visits).toBeLessThanOrEqual(tokens + 85)
  })
})

/** What a run of the program loads: its own modules as paths below src/, without endings, and packages by name. */
function loadedBy(...args: string[]): { modules: string[]; packages: string[] } {
  const folder = mkdtempSync(join(tmpdir(), 'xev-cost-'))
  try {
    // the coverage that V8 writes names every script that was loaded
    const env = { PATH: process.env.PATH, NODE_V8_COVERAGE: folder }
    const { status } = spawnSync(process.execPath, [BIN, ...args], { env, input: ARTICLES.fr })
    expect(status).toBe(0)
    const root = join(BIN, '../..')
    const files = readdirSync(folder)
      .flatMap((file): { url: string }[] => JSON.parse(readFileSync(join(folder, file), 'utf8')).result)
      .filter(({ url }) => url.startsWith('file:'))
      .map(({ url }) => relative(root, fileURLToPath(url)).replaceAll('\\', '/'))
    const held: Record<string, string[]> = JSON.parse(readFileSync(join(root, 'dist/run/modules.json'), 'utf8'))
    const loaded = files.flatMap((file) => {
      if (file === 'bin/xev.js') return []
      return file.startsWith('dist/run/') ? (held[file.slice('dist/run/'.length)] ?? [file]) : [file]
    })
    const packageOf = (file: string) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1]
    const packages = loaded.map(packageOf).filter((name) => name !== undefined)
    const modules = loaded.filter((file) => packageOf(file) === undefined).map((file) => file.replace(/^dist\//, ''))
    return { modules: modules.map((file) => file.replace(/\.js$/, '')).sort(), packages: [...new Set(packages)].sort() }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

describe('starting up', () => {
  it.each(['--version', 'facts --help', 'scan --help'])('loads the command line and commander alone: %s', (line) => {
    const { modules, packages } = loadedBy(...line.split(' '))
    expect(packages).toEqual(['commander'])
    expect(modules).toContain('cli/main')
    expect(modules.filter((name) => !/^(?:cli\/|problems$)/.test(name))).toEqual([])
  })

  it.each([
    ['--version', []],
    ['facts --help', ['cli/facts', 'cli/filters', 'cli/options', 'cli/output']],
  ])('loads of the commands the one that is called: %s', (line, commands) => {
    const { modules } = loadedBy(...line.split(' '))
    expect(modules).toEqual([...commands, 'cli/main', 'cli/streams', 'cli/terminal', 'problems'].sort())
  })

  it('loads nothing that starts other programs', () => {
    const told =
      "process.on('exit', () => console.error(process.moduleLoadList.includes('NativeModule child_process')))"
    const watch = `data:text/javascript,${encodeURIComponent(told)}`
    const { status, stderr } = spawnSync(process.execPath, ['--import', watch, BIN, '--version'], { encoding: 'utf8' })
    expect({ status, stderr: stderr.trim() }).toEqual({ status: 0, stderr: 'false' })
  })

  it('loads neither tables nor the store to scan into a pipe', () => {
    const { modules, packages } = loadedBy('scan', '-', '--format', 'ndjson')
    expect(modules).toContain('claims/find')
    expect(
      modules.filter((name) =>
        /^(?:store|compare|text\/formats\/(?:feed|html|mail|pdf))\/?|^views\/(?:table|width)$/.test(name),
      ),
    ).toEqual([])
    expect(packages).toEqual(['chalk', 'commander'])
  })
})
