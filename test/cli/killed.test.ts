import { spawn } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { BIN, filesIn, folderWith, xev } from './run.js'

// A run is killed again and again, each time a little further on, and begun anew, until it is through.

const ARTICLES = 300
const KILLS = 200
/** Runs at the same time, each over a store of its own. */
const LANES = 2
/** Articles whose claims are reviewed, and how often that is killed. */
const REVIEWED = 20
const REVIEWS_KILLED = 30

const article = (i: number, edition: number) =>
  `Le carnet de Nordlys\n\nPublié le 12 mars 2025\n\nNordlys a livré ${1000 + i} voitures en 2024.\n\n` +
  `${edition === 1 ? 'Nordlys' : 'Le mois dernier, Nordlys'} a vendu ${5000 + i * edition} voitures en 2023.\n`

const articles = (edition: number) =>
  Object.fromEntries(Array.from({ length: ARTICLES }, (_, i) => [`in/${i}.txt`, article(i, edition)]))

/** Every third file is worked on by a person: the content that must never be lost. */
function reviewed(text: string, i: number): string {
  if (i % 3 === 1) return text.replace(/^( {4}mark: .*\n)/m, `$1    review: rejected\n    note: 'see ${i}' # mine\n`)
  if (i % 3 === 2) return `# file ${i}\n${text.replace(/figure: 1\d\d\d/, 'figure: 777')}`
  return text
}

const contentOf = (store: string) =>
  new Map(filesIn(store).map((name) => [name, readFileSync(join(store, name), 'utf8')]))

function fill(store: string, content: ReadonlyMap<string, string>): void {
  rmSync(store, { recursive: true, force: true })
  mkdirSync(store)
  for (const [name, text] of content) writeFileSync(join(store, name), text)
}

/**
 * Runs `xev extract` and kills it a moment (ms) after it has told of so many articles; of none: a moment after it was
 * started. Null where it was killed before it came to its end.
 */
function killed(cwd: string, after: number, moment: number, jobs: string): Promise<number | null> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [BIN, 'extract', 'in', '--format', 'ndjson', '--jobs', jobs], {
      cwd,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let told = 0
    child.stdout.on('data', (data: Buffer) => {
      told += data.reduce((n, byte) => n + (byte === 10 ? 1 : 0), 0)
      if (after === 0 || told < after) return
      const until = performance.now() + moment
      while (performance.now() < until);
      child.kill('SIGKILL')
    })
    const timer = after === 0 ? setTimeout(() => child.kill('SIGKILL'), moment) : undefined
    child.on('close', (code) => {
      clearTimeout(timer)
      resolve(code)
    })
  })
}

test('killed at any moment, a run leaves old or new files, and the next one ends the work', {
  timeout: 900_000,
}, async () => {
  const made = folderWith(articles(1))
  xev(made, ['extract', 'in', '--quiet'])
  const old = new Map([...contentOf(join(made, 'facts'))].map(([name, text], i) => [name, reviewed(text, i)]))
  const finished = folderWith(articles(2))
  fill(join(finished, 'facts'), old)
  expect(xev(finished, ['extract', 'in', '--quiet'])).toMatchObject({ code: 0, stderr: '' })
  const now = contentOf(join(finished, 'facts'))
  expect([...now].filter(([name, text]) => text !== old.get(name))).toHaveLength(ARTICLES)

  let kills = 0
  let ends = 0
  let torn = 0
  const lane = async (n: number) => {
    const cwd = folderWith(articles(2))
    const store = join(cwd, 'facts')
    fill(store, old)
    let found = old
    // not by chance: the same moments in every run of this test, as far as a process has the same moments
    for (let step = n; kills < KILLS; step += LANES) {
      const done = [...found].filter(([name, text]) => text === now.get(name)).length
      // mostly in the midst of writing, now and then while it starts, and after the last article; then it may end
      const isEarly = step % 10 < LANES
      const after = isEarly ? 0 : done === ARTICLES ? Infinity : Math.min(done + 1 + ((step * 37) % 11), ARTICLES)
      const moment = isEarly ? (step * 29) % 400 : ((step * 29) % 23) / 4
      // threads of its own cost a run as much again: some have them
      const jobs = step % 10 === 2 || step % 10 === 5 ? '1' : '0'
      const code = await killed(cwd, after, moment, jobs)
      found = contentOf(store)
      expect([...found.keys()]).toEqual([...old.keys()])
      expect([...found].filter(([name, text]) => text !== old.get(name) && text !== now.get(name))).toEqual([])
      if (readdirSync(store).some((name) => name.endsWith('.tmp') || name === '.xev.lock')) torn++
      if (code === null) kills++
      else {
        expect(code).toBe(0)
        expect(found).toEqual(now)
        ends++
        fill(store, old)
        found = old
      }
    }
    expect(xev(cwd, ['extract', 'in', '--quiet'])).toMatchObject({ code: 0, stderr: '' })
    expect(contentOf(store)).toEqual(now)
    expect(readdirSync(store).filter((name) => name.startsWith('.'))).toEqual(['.xev'])
  }
  await Promise.all(Array.from({ length: LANES }, (_, n) => lane(n)))
  // it was killed while it was writing, too, and came to its end in between
  expect(torn).toBeGreaterThan(0)
  expect(ends).toBeGreaterThan(0)
})

test('killed while it writes, a review leaves old or new files, and the next one ends the work', {
  timeout: 600_000,
}, async () => {
  const cwd = folderWith(Object.fromEntries(Array.from({ length: REVIEWED }, (_, i) => [`in/${i}.txt`, article(i, 1)])))
  const store = join(cwd, 'facts')
  xev(cwd, ['extract', 'in', '--quiet'])
  const old = new Map([...contentOf(store)].map(([name, text], i) => [name, reviewed(text, i)]))
  fill(store, old)
  const ids = [...old.values()].flatMap((text) => [...text.matchAll(/- id: (\S+)/g)].map(([, id = '']) => id))
  const args = ['review', '--accept', ...ids.filter((_, i) => i % 2 === 0), '--reject', ...ids.filter((_, i) => i % 2)]
  expect(xev(cwd, args)).toMatchObject({ code: 0, stderr: '' })
  const now = contentOf(store)
  expect([...now].filter(([name, text]) => text !== old.get(name))).toHaveLength(REVIEWED)

  let between = 0
  for (let kill = 0; kill < REVIEWS_KILLED; kill++) {
    fill(store, old)
    const child = spawn(process.execPath, [BIN, ...args], { cwd, stdio: 'ignore' })
    // a file that is written makes several changes in the folder
    let changes = 0
    const watcher = watch(store, () => {
      if (++changes > (kill * 7) % (4 * REVIEWED)) child.kill('SIGKILL')
    })
    await new Promise((resolve) => child.on('close', resolve))
    watcher.close()
    const found = contentOf(store)
    expect([...found.keys()]).toEqual([...old.keys()])
    expect([...found].filter(([name, text]) => text !== old.get(name) && text !== now.get(name))).toEqual([])
    const done = [...found].filter(([name, text]) => text === now.get(name)).length
    if (done > 0 && done < REVIEWED) between++
    if (kill % 6 > 0) continue
    expect(xev(cwd, args)).toMatchObject({ code: 0, stderr: '' })
    expect(contentOf(store)).toEqual(now)
    expect(readdirSync(store).filter((name) => name.startsWith('.'))).toEqual(['.xev'])
  }
  // it was killed in the midst of the work
  expect(between).toBeGreaterThan(0)
})
