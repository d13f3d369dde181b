// npm run bench: how fast xev is, beside public libraries on the same text in the same run.
//   --mb N        read up to N MB of each corpus (default 20)
//   --seconds N   but for no longer than N seconds each (default 10): slower subjects get a slice of the same text
//   --only PART   mentions, scan, start, stream, growth, extract or query
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { articles, corpusFolders, filesOf, repeated } from './bench-corpus.mjs'
import { grepSeconds, streamOf, timed } from './bench-process.mjs'
import { writeStore } from './bench-store.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const bin = join(root, 'bin/xev.js')
const { values } = parseArgs({
  options: {
    mb: { type: 'string', default: '20' },
    seconds: { type: 'string', default: '10' },
    only: { type: 'string' },
  },
})
const mb = Number(values.mb)
const seconds = Number(values.seconds)
const PARTS = { mentions, scan, start, stream, growth, extract, query }
if (!(mb > 0) || !(seconds > 0) || (values.only !== undefined && !(values.only in PARTS))) {
  console.error(`usage: node scripts/bench.mjs [--mb N] [--seconds N] [--only ${Object.keys(PARTS).join('|')}]`)
  process.exit(2)
}

const targets = []
const HOSTILE = {
  digits: '7',
  spaces: ' ',
  'de de de': 'de ',
  '9,9,9': '9,',
  '((((': '(',
  "''''": "'",
  'A A A': 'A ',
  '€€€': '€',
}
/** A measurement that takes longer is not repeated with more text. */
const LIMIT_MS = 20_000
const CORPORA = { fr: 'French', en: 'English', mixed: 'mixed' }
describeRun()
for (const [part, run] of Object.entries(PARTS)) if ((values.only ?? part) === part) await run()
print('\nTargets')
for (const { what, value, limit, unit, atMost } of targets) {
  const met = atMost ? value <= limit : value >= limit
  print(
    `  ${met ? 'met   ' : 'missed'}  ${what}: ${show(value)}${unit}, wanted ${atMost ? '<=' : '>='} ${limit}${unit}`,
  )
}

function describeRun() {
  const { present, absent } = corpusFolders()
  const lists = articles()
  print(`Node ${process.versions.node}, ${cpus()[0]?.model ?? 'unknown processor'}`)
  const total = new Set([...lists.fr, ...lists.en])
  const size = [...total].reduce((sum, { text }) => sum + Buffer.byteLength(text), 0)
  print(
    `Text: ${total.size} articles (${lists.fr.length} French, ${lists.en.length} English), ${kb(size)} in all, from`,
  )
  print(`  ${present.join(', ')}${absent.length > 0 ? `; not there: ${absent.join(', ')}` : ''};`)
  print(`  repeated with other figures to ${mb} MB or for ${seconds} s, whichever comes first: MB/s are compared.`)
  print(
    '  Every row runs in a process of its own, warmed up as long as it is measured. MB/s: per second of processor time, garbage collection',
  )
  print('  included, so of one core; the median of five slices of the time.')
}

/** What `xev mentions` does, and the libraries that recognise numbers and dates or parse. */
function mentions() {
  const subjects = [
    'xev mentions',
    'xev numbers and dates',
    'recognizers-text-suite',
    'chrono-node',
    'compromise',
    'fr-compromise',
    'wink-nlp',
  ]
  const rows = speedTable('Mentions (ratio: of "xev mentions" to the row)', subjects)
  for (const corpus of Object.keys(CORPORA)) {
    const speed = rows['xev mentions'].speeds[corpus]?.speed
    if (speed !== undefined) target(`mentions, ${CORPORA[corpus]}`, speed, 5, ' MB/s')
  }
}

/** What `xev scan` does, in process, and where the time goes. */
function scan() {
  const rows = speedTable('Scan (ratio: of "xev scan" to the row)', ['xev scan', 'compromise', 'fr-compromise'])
  const scanning = rows['xev scan']
  for (const corpus of Object.keys(CORPORA)) {
    const speed = scanning.speeds[corpus]?.speed
    if (speed !== undefined) target(`scan, ${CORPORA[corpus]}`, speed, 8, ' MB/s')
  }
  const french = scanning.speeds.fr?.speed
  const parse = rows['fr-compromise'].speeds.fr?.speed
  if (french !== undefined && parse !== undefined)
    target("scan against fr-compromise's parse", french / parse, 40, ' times')

  print('\nStages of a scan, ms per MB of text and share of the time')
  const stages = worker({ task: 'stages', seconds })
  for (const [language, ms] of Object.entries(stages)) {
    const total = Object.values(ms).reduce((a, b) => a + b, 0)
    const cells = Object.entries(ms).map(([stage, t]) => `${stage} ${t.toFixed(0)} (${percent(t / total)})`)
    print(`  ${CORPORA[language].padEnd(8)} ${cells.join('  ')}`)
  }
}

/** Whole processes against one that does nothing, by turns; medians. */
function start() {
  const commands = {
    'node -e 0': ['-e', '0'],
    'xev --version': [bin, '--version'],
  }
  for (const folder of corpusFolders().present) {
    const files = filesOf(folder)
    if (files.length <= 10) commands[`xev scan, ${files.length} articles of ${folder}`] = [bin, 'scan', ...files]
  }
  const times = Object.fromEntries(Object.keys(commands).map((name) => [name, []]))
  for (let i = 0; i < 15; i++) {
    for (const [name, args] of Object.entries(commands)) {
      const from = performance.now()
      execFileSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] })
      times[name].push(performance.now() - from)
    }
  }
  const base = median(times['node -e 0'])
  print('\nWhole processes by the clock, median of 15')
  for (const [name, list] of Object.entries(times)) {
    const ratio = median(list) / base
    print(`  ${name.padEnd(48)} ${show(median(list)).padStart(6)} ms  ${ratio.toFixed(2)} times node -e 0`)
    if (name !== 'node -e 0') target(name, ratio, name === 'xev --version' ? 1.4 : 2.5, ' times node -e 0', true)
  }
}

/** A stream of articles through the program, on one thread and on two; beside it the floor under any such reader. */
async function stream() {
  const source = streamOf(mb)
  try {
    const size = source.bytes / 1e6
    const run = (jobs) => timed([bin, 'scan', '--input', 'ndjson', '-', '--jobs', String(jobs)], source.path)
    const one = await run(1)
    const two = await run(2)
    print(`\nStream: xev scan --input ndjson of ${show(size)} MB of text, whole processes by the clock`)
    for (const [name, { seconds, peakMb }] of Object.entries({ 'one thread': one, 'two threads': two }))
      print(`  ${name.padEnd(24)}${show(size / seconds).padStart(8)} MB/s  peak ${peakMb?.toFixed(0) ?? '?'} MB`)
    const words = worker({ task: 'triggers' })
    const grep = grepSeconds(words, source.texts)
    if (grep !== null) print(`  ${`grep -cE of ${words.length} words`.padEnd(24)}${show(size / grep).padStart(8)} MB/s`)
    target('stream, one thread', size / one.seconds, 5, ' MB/s')
    target('stream, two threads against one', one.seconds / two.seconds, 1.7, ' times')
    if (two.peakMb !== null) target('memory of the stream', two.peakMb, 300, ' MB', true)
  } finally {
    source.remove()
  }
}

/** Questions to a large store, whole processes by the clock; the index is warm. */
function query() {
  const folder = mkdtempSync(join(tmpdir(), 'xev-bench-'))
  try {
    print('\nA store of 100,000 claims in 5,000 files: whole processes by the clock, median of 5')
    writeStore(join(folder, 'facts'), { claims: 100_000, files: 5_000 })
    const time = (args) => {
      const from = performance.now()
      execFileSync(process.execPath, args, { cwd: folder, stdio: 'ignore' })
      return performance.now() - from
    }
    print(`  ${'xev facts, no index yet'.padEnd(48)} ${show(time([bin, 'facts'])).padStart(6)} ms`)
    const base = median(Array.from({ length: 5 }, () => time(['-e', '0'])))
    const questions = { 'xev facts': ['facts'], 'xev facts --subject': ['facts', '--subject', 'Nordlys 4'] }
    for (const [name, args] of Object.entries(questions)) {
      const ms = median(Array.from({ length: 5 }, () => time([bin, ...args])))
      print(`  ${name.padEnd(48)} ${show(ms).padStart(6)} ms  ${(ms / base).toFixed(1)} times node -e 0`)
      target(`${name} over 100,000 claims`, ms, 700, ' ms', true)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The cost of a kB must not depend on how many there are. */
function growth() {
  const subjects = ['xev mentions', 'xev scan']
  let worst = 0
  print('\nGrowth: one text of 10, 100 and 1000 kB, ms per kB')
  for (const subject of subjects)
    for (const language of ['fr', 'en']) {
      const times = worker({ task: 'growth', subject, language })
      worst = Math.max(worst, growthRow(`${subject}, ${CORPORA[language]}`, times))
    }
  print(
    '\nRules: as many as there are, ten times as many that other words wake, ten times as many that the same words wake, ms per kB',
  )
  let dearest = 0
  for (const language of ['fr', 'en']) {
    const costs = worker({ task: 'rules', language })
    dearest = Math.max(dearest, costs[1] / costs[0])
    print(
      `  ${CORPORA[language].padEnd(36)}${costs.map((ms) => `${ms.toFixed(3)} (x${(ms / costs[0]).toFixed(2)})`.padStart(18)).join('')}`,
    )
  }
  target('cost of a kB with ten times the rules', dearest, 1.5, ' times', true)
  print('\nHostile input of 25, 50 and 100 kB, ms per kB')
  for (const subject of subjects)
    for (const language of ['fr', 'en'])
      for (const [name, unit] of Object.entries(HOSTILE)) {
        const times = worker({ task: 'hostile', subject, language, unit, limitMs: LIMIT_MS })
        worst = Math.max(worst, growthRow(`${subject}, ${CORPORA[language]}, ${name}`, times))
      }
  target('cost of a kB in the longest text against the shortest', worst, 2, ' times', true)
}

/** `xev extract` of 2,000 articles as whole processes: into an empty store, again unchanged, again after a rule has changed. */
function extract() {
  const folder = mkdtempSync(join(tmpdir(), 'xev-bench-'))
  try {
    let bytes = 0
    for (const language of ['fr', 'en']) {
      const texts = repeated(articles()[language])
      for (let i = 0; i < 1000; i++) {
        const { text } = texts.next().value
        bytes += Buffer.byteLength(text)
        writeFileSync(join(folder, `${language}-${i}.txt`), text)
      }
    }
    const rule = (words) =>
      `- id: fr/volume/bench\n  trigger: livrer\n  match: '[<value>#Amount] ${words} {livrer}'\n` +
      '  claim: {kind: volume, measure: deliveries}\n  examples: []\n'
    const once = () => {
      const begun = performance.now()
      const args = [bin, 'extract', '.', '--rules', 'rules.yaml', '--quiet']
      const { status, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' })
      if (status !== 0) throw new Error(stderr)
      return (performance.now() - begun) / 1000
    }
    writeFileSync(join(folder, 'rules.yaml'), rule('bel et bien'))
    const first = once()
    const again = once()
    writeFileSync(join(folder, 'rules.yaml'), rule('bien et bel'))
    const changed = once()
    print(`\nStore: xev extract of 2,000 articles, ${kb(bytes)}, by the clock`)
    for (const [name, time] of Object.entries({
      'into an empty store': first,
      unchanged: again,
      'a rule changed': changed,
    }))
      print(`  ${name.padEnd(24)}${show(time).padStart(8)} s  ${(time / first).toFixed(2)} of the first`)
    target('extract into YAML', bytes / 1e6 / first, 3, ' MB/s')
    target('extract of unchanged articles', again / first, 0.1, ' of the first', true)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Prints one row and returns how much dearer a kB of the last text is than one of the first. */
function growthRow(name, times) {
  const costs = times.map(({ kb, ms }) => ms / kb)
  const factor = costs.at(-1) / costs[0]
  const cells = costs.map((cost) => cost.toFixed(3).padStart(9)).join('')
  const stopped = times.length < 3 ? `  stopped at ${times.at(-1).kb} kB` : ''
  print(`  ${name.padEnd(36)}${cells}  x${factor.toFixed(2)}${factor > 2 ? '  GROWS' : ''}${stopped}`)
  // a text of a few milliseconds says little, and one text is not a series
  return times.length < 3 ? Number.POSITIVE_INFINITY : times.at(-1).ms < 5 ? 1 : factor
}

/** Measures the subjects, prints a table with the first one as the base of the ratios, and returns the measurements. */
function speedTable(title, subjects) {
  print(`\n${title}`)
  print(
    `  ${''.padEnd(24)}${Object.values(CORPORA)
      .map((name) => name.padStart(30))
      .join('')}${'peak MB'.padStart(10)}`,
  )
  const rows = {}
  for (const subject of subjects) {
    const row = worker({ task: 'speed', subject, mb, seconds })
    rows[subject] = row
    const cells = Object.keys(CORPORA).map((corpus) => {
      const { speed, mb: read } = row.speeds[corpus] ?? {}
      if (speed === undefined) return '-'.padStart(30)
      const ratio = rows[subjects[0]].speeds[corpus].speed / speed
      return `${show(speed)} MB/s x${show(ratio)} (${show(read)} MB)`.padStart(30)
    })
    print(`  ${subject.padEnd(24)}${cells.join('')}${row.peakMb.toFixed(0).padStart(10)}`)
  }
  return rows
}

function worker(options) {
  const script = join(root, 'scripts/bench-worker.mjs')
  const run = spawnSync(process.execPath, [script, JSON.stringify(options)], { encoding: 'utf8' })
  if (run.status !== 0) throw new Error(`${JSON.stringify(options)} failed:\n${run.stderr}`)
  return JSON.parse(run.stdout)
}

function target(what, value, limit, unit, atMost = false) {
  targets.push({ what, value, limit, unit, atMost })
}

function median(list) {
  return [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)]
}

/** Three significant digits, never in powers of ten. */
function show(x) {
  return x >= 100 || !Number.isFinite(x) ? x.toFixed(0) : x.toFixed(Math.max(0, 2 - Math.floor(Math.log10(x))))
}

function percent(share) {
  return `${(share * 100).toFixed(0)} %`
}

function kb(bytes) {
  return `${(bytes / 1000).toFixed(0)} kB`
}

function print(line) {
  console.log(line)
}
