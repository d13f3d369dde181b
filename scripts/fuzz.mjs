// Reads mutated articles for as long as one likes, and stops at the first that breaks a law:
//   npm run fuzz -- [--count N] [--seconds S] [--seed N] [FOLDER…]
// The laws: reading ends, within seconds, in claims or in a message for people; every quote is its slice of the text; what
// is stored reads back equal; and the article beside it in a dump keeps its claims. The corpus is data/ and fixtures/ (formats/ has
// one file of each kind), or the folders named. An article that breaks a law is written to fuzz-failure.bin.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { UserError } from '../dist/problems.js'
import { scan } from '../dist/scan.js'
import { mergeFacts } from '../dist/store/merge.js'
import { parseFacts } from '../dist/store/read.js'
import { articlesIn } from '../dist/text/formats/open.js'
import { mutate, random } from './fuzz-mutate.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { count: { type: 'string' }, seconds: { type: 'string' }, seed: { type: 'string', default: '1' } },
})
const folders = positionals.length > 0 ? positionals : [join(root, 'data'), join(root, 'fixtures')]
const corpus = folders.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => /\.(?:txt|md|html?|eml|rss|atom|xml|ndjson|pdf|gz)$/.test(path) && statSync(path).isFile())
    .sort()
    .map((path) => ({ name: path.split('/').at(-1), bytes: readFileSync(path) })),
)
const count = values.count === undefined ? Number.POSITIVE_INFINITY : Number(values.count)
const end = values.seconds === undefined ? Number.POSITIVE_INFINITY : Date.now() + Number(values.seconds) * 1000
const next = random(Number(values.seed))
/** Longer than any article of this size should take, in milliseconds of processor time. */
const LONGEST = 20_000
const processorTime = () => {
  const { user, system } = process.cpuUsage()
  return Math.round((user + system) / 1000)
}

const NEIGHBOUR = {
  published: '2025-03-12',
  text: 'Le constructeur Nordlys a livré 139 000 voitures en 2024, un record pour la marque.\n',
}
const expected = JSON.stringify(
  scan(Buffer.from(NEIGHBOUR.text), { source: 'b', published: '2025-03-12' }).facts.claims,
)

let done = 0
let refused = 0
let claims = 0
let slowest = 0
let name
let mutated
// what fails behind our back would end a batch of articles as well
process.on('uncaughtException', (error) => {
  tell(error)
  process.exit()
})
for (; done < count && Date.now() < end; done++) {
  const article = corpus[Math.floor(next() * corpus.length)]
  name = article.name
  mutated = mutate(
    article.bytes,
    corpus.map(({ bytes }) => bytes),
    next,
  )
  const started = processorTime()
  try {
    await check(mutated, name)
  } catch (error) {
    tell(error)
    break
  }
  slowest = Math.max(slowest, processorTime() - started)
  if (done % 1000 === 999)
    console.error(`${done + 1} articles, ${claims} claims, ${refused} refused, slowest ${slowest} ms`)
}
console.log(`${done} mutated articles: ${claims} claims, ${refused} refused with a message, slowest ${slowest} ms`)

function tell(error) {
  writeFileSync('fuzz-failure.bin', mutated)
  console.error(`article ${done} of seed ${values.seed}, made of ${name}, is in fuzz-failure.bin:`)
  console.error(error)
  process.exitCode = 1
}

async function check(bytes, name) {
  const articles = []
  try {
    async function* whole() {
      yield bytes
    }
    for await (const article of articlesIn(whole(), { source: name, report: isProblem })) articles.push(article)
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    isProblem(error.problem)
    refused++
  }
  for (const article of articles.slice(0, 20)) {
    const started = processorTime()
    const { facts } = scan(article, { source: article.source })
    if (processorTime() - started > LONGEST) throw new Error(`took ${processorTime() - started} ms`)
    const points = Array.from(article.text)
    for (const { evidence } of facts.claims) {
      for (const { start, end: stop, quote } of evidence) {
        if (points.slice(start, stop).join('') !== quote) throw new Error(`"${quote}" is not what stands at ${start}`)
      }
    }
    claims += facts.claims.length
    const stored = parseFacts(mergeFacts(null, facts, 'a.yaml').text, 'a.yaml')
    if (plain(stored.facts) !== plain(facts)) {
      throw new Error(`stored and read:\n${JSON.stringify(stored)}\nis not\n${JSON.stringify(facts)}`)
    }
  }
  await checkNeighbour(bytes)
}

/** Order of keys, and slots that are empty or not there at all, mean nothing. */
function plain(value) {
  return JSON.stringify(value, (_, v) =>
    typeof v === 'object' && v !== null && !Array.isArray(v)
      ? Object.fromEntries(
          Object.entries(v)
            .filter(([, each]) => each !== null)
            .sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : v,
  )
}

/** The mutated article as a line of a dump: the line behind it keeps its claims. */
async function checkNeighbour(bytes) {
  const line =
    done % 2 === 0 ? bytes.toString('latin1').replace(/[\r\n]/g, ' ') : JSON.stringify({ text: bytes.toString() })
  async function* dump() {
    yield Buffer.from('{"text":"Rien."}\n')
    yield Buffer.from(`${line}\n${JSON.stringify({ id: 'b', ...NEIGHBOUR })}\n`)
  }
  let last
  for await (const article of articlesIn(dump(), { source: 'd.ndjson', report: isProblem })) last = article
  const found = scan(last, { source: 'b' }).facts.claims
  if (JSON.stringify(found) !== expected) throw new Error('the article beside it lost its claims')
}

function isProblem({ message }) {
  if (typeof message !== 'string' || message === '') throw new Error('a problem without a message')
}
