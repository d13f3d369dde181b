// One measurement of the benchmark in a process of its own: node bench-worker.mjs '{"task": …}' prints its result as JSON.
import { articles, longText, repeated } from './bench-corpus.mjs'
import { ONLY, SUBJECTS, xev } from './bench-subjects.mjs'

/**
 * Processor time of this process in milliseconds, all threads and so garbage collection included: unlike the wall clock
 * it hardly depends on what else the machine is doing.
 */
function now() {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** An article as the subjects take it; making it is not timed. */
async function prepared(article) {
  const { readDocument } = await import('../dist/text/read.js')
  const bytes = Buffer.from(article.text)
  return { ...article, bytes, spans: readDocument(bytes, { source: 'article' }).sentences }
}

/**
 * MB/s of one subject per corpus, and the peak memory of its process. It warms up on all that it can read, then reads each
 * corpus until it has read `mb` of it or `seconds` of processor time have passed. The speed is the median over five
 * slices of the time.
 */
async function speed({ subject, mb, seconds }) {
  const lists = articles()
  const read = await SUBJECTS[subject]()
  const names = Object.keys(lists).filter((name) => lists[name].length > 0 && (ONLY[subject] ?? name) === name)
  const warming = lists[names.at(-1)]
  await run(read, repeated(warming), seconds * 1000, Number.POSITIVE_INFINITY, warming.length)
  const speeds = {}
  for (const name of names) {
    const source = repeated(lists[name])
    const slices = []
    let bytes = 0
    for (let i = 0; i < 5; i++) {
      const slice = await run(read, source, (seconds * 1000) / 5, (mb * 1e6) / 5, 1)
      slices.push(slice.bytes / 1e6 / (slice.ms / 1000))
      bytes += slice.bytes
    }
    speeds[name] = { speed: median(slices), mb: bytes / 1e6 }
  }
  return { speeds, peakMb: process.resourceUsage().maxRSS / 1024 }
}

/** Asking for the processor time costs as much as a paragraph on some systems: articles are read in batches of this many. */
const BATCH = 64

async function nextBatch(source) {
  return Promise.all(Array.from({ length: BATCH }, () => prepared(source.next().value)))
}

/** Reads batch after batch for `ms` or `limit` bytes, and `least` articles unless they take three times as long. */
async function run(read, source, ms, limit, least) {
  let spent = 0
  let bytes = 0
  for (let n = 0; (spent < ms && bytes < limit) || (n < least && spent < ms * 3); n += BATCH) {
    const batch = await nextBatch(source)
    const from = now()
    for (const article of batch) read(article)
    spent += now() - from
    for (const article of batch) bytes += article.bytes.length
  }
  return { bytes, ms: spent }
}

/** Milliseconds per MB of each stage of a scan, by language. */
async function stages({ seconds }) {
  const { lexicon, rules, readDocument, findDates, findMentions, foldParallelMoney, findNames, ...rest } = await xev()
  const result = {}
  for (const language of ['fr', 'en']) {
    const list = articles()[language]
    if (list.length === 0) continue
    const source = repeated(list)
    const reader = rest.openReader(language, rules, lexicon)
    let ms = {}
    let bytes = 0
    let until = now() + seconds * 1000
    for (let warm = true; ; ) {
      if (now() > until) {
        if (!warm) break
        warm = false
        ms = {}
        bytes = 0
        until = now() + seconds * 1000
      }
      const batch = Array.from({ length: BATCH }, () => Buffer.from(source.next().value.text))
      for (const article of batch) bytes += article.length
      const documents = timed('text', batch, (article) => readDocument(article, { source: 'article', language }))
      timed('dates', documents, ({ text, published, sentences }) => {
        for (const { tokens } of sentences) findDates(text, tokens, language, published)
      })
      const measured = timed('numbers', documents, ({ text, published, sentences }) =>
        sentences.map(({ tokens }) =>
          foldParallelMoney(findMentions(text, tokens, language, lexicon[language], published), text),
        ),
      )
      const names = timed('names', documents, (document, i) => findNames(document, lexicon, measured[i]))
      const mentions = measured.map((lists, i) =>
        lists.map((list, k) => [...list, ...(names[i][k] ?? [])].sort((a, b) => a.start - b.start)),
      )
      const claims = timed('claims', documents, (document, i) => rest.findClaims(document, mentions[i], reader))
      timed('facts', documents, (document, i) => rest.toFacts(document, claims[i]))
    }
    // finding numbers and dates finds the dates again
    ms.numbers -= ms.dates
    result[language] = Object.fromEntries(Object.entries(ms).map(([stage, t]) => [stage, t / (bytes / 1e6)]))

    function timed(stage, list, work) {
      const from = now()
      const done = list.map(work)
      ms[stage] = (ms[stage] ?? 0) + now() - from
      return done
    }
  }
  return result
}

/** Milliseconds per kB of one text of 1, 10 and 100 times a size. */
async function growth({ subject, language }) {
  const read = await SUBJECTS[subject]()
  const list = articles()[language]
  const bytesOf = (size) => Buffer.from(longText(list, size))
  const small = bytesOf(10_000)
  for (let i = 0; i < 30; i++) read({ bytes: small })
  return [10_000, 100_000, 1_000_000].map((size) => {
    const bytes = bytesOf(size)
    return { kb: bytes.length / 1000, ms: bestOf(size > 100_000 ? 1 : 5, () => read({ bytes })) }
  })
}

/**
 * Milliseconds per kB of one text with the built-in rules, with ten times as many that other words wake and whose patterns
 * ask for other words, and with ten times as many that the same words wake.
 */
async function rules({ language }) {
  const { rules, scan } = await xev()
  const bytes = Buffer.from(longText(articles()[language], 200_000))
  const other = (pattern, n) => pattern.replace(/(?<![#<\w-])[\p{Ll}-]{3,}(?![>\w])/gu, (word) => `${word}x${n}`)
  const times = (triggers, match) => [
    ...rules,
    ...Array.from({ length: 9 }, (_, n) => rules.map((rule) => ({
      ...rule,
      id: `${rule.id}-${n}`,
      triggers: rule.triggers.map((trigger) => triggers(trigger, n)),
      match: rule.match.map((pattern) => match(pattern, n)),
    }))).flat(),
  ] // biome-ignore format: as it is read
  const sets = [rules, times((_, n) => `other${n}`, other), times((trigger) => trigger, other)]
  const readers = sets.map((set) => () => scan(bytes, { source: 'article', language, rules: set }))
  for (const read of readers) for (let i = 0; i < 4; i++) read()
  return readers.map((read) => bestOf(4, read) / (bytes.length / 1000))
}

/** Milliseconds for 25, 50 and 100 kB of a unit repeated; sizes after one that takes too long are left out. */
async function hostile({ subject, language, unit, limitMs }) {
  const read = await SUBJECTS[subject]()
  const times = []
  for (const kb of [1, 25, 50, 100]) {
    const bytes = Buffer.from(HEAD[language] + unit.repeat(Math.ceil((kb * 1000) / Buffer.byteLength(unit))))
    if (kb === 1) for (let i = 0; i < 20; i++) read({ bytes, as: language })
    else times.push({ kb, ms: bestOf(3, () => read({ bytes, as: language })) })
    if ((times.at(-1)?.ms ?? 0) > limitMs) break
  }
  return times
}

/** The beginning of a hostile text: an article is not made of signs alone. */
const HEAD = {
  fr: 'Le constructeur a vendu des voitures dans le pays.\n\n',
  en: 'The carmaker has sold cars in the country.\n\n',
}

function bestOf(times, work) {
  let best = Number.POSITIVE_INFINITY
  for (let i = 0; i < times; i++) {
    const from = now()
    work()
    best = Math.min(best, now() - from)
    if (best > 2000) break
  }
  return best
}

function median(list) {
  return [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)]
}

/** The words, in all their forms, by which the built-in rules are woken. */
async function triggers() {
  const { lexicon } = await xev()
  return [...new Set(['fr', 'en'].flatMap((language) => [...lexicon[language].words.keys()]))]
}

const { task, ...options } = JSON.parse(process.argv[2])
const TASKS = { speed, stages, growth, rules, hostile, triggers }
console.log(JSON.stringify(await TASKS[task](options)))
