// What whole processes of xev cost by the clock: a stream of articles through the program, and the floor under any such reader.
import { spawn, spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { articles, repeated } from './bench-corpus.mjs'

/**
 * Writes articles of both languages to a file, one JSON object a line, until it holds `mb` MB.
 * @returns {{path: string, bytes: number, texts: string, remove: () => void}} `texts` is a file of their texts alone
 */
export function streamOf(mb) {
  const folder = mkdtempSync(join(tmpdir(), 'xev-bench-'))
  const [path, texts] = [join(folder, 'articles.ndjson'), join(folder, 'articles.txt')]
  const [lines, plain] = [openSync(path, 'w'), openSync(texts, 'w')]
  let written = 0
  let n = 0
  for (const { text, published } of repeated(articles().mixed)) {
    const line = JSON.stringify({ source: `article-${n++}`, text, ...(published === null ? {} : { published }) })
    written += writeSync(lines, `${line}\n`)
    writeSync(plain, `${text}\n`)
    if (written >= mb * 1e6) break
  }
  closeSync(lines)
  closeSync(plain)
  return { path, bytes: statSync(texts).size, texts, remove: () => rmSync(folder, { recursive: true }) }
}

/** Runs the program on a file as its standard input: seconds by the clock, and the most memory it had (Linux; else null). */
export function timed(args, stdin) {
  return new Promise((resolve, reject) => {
    const input = openSync(stdin, 'r')
    const from = performance.now()
    const child = spawn(process.execPath, args, { stdio: [input, 'ignore', 'inherit'] })
    let peak = null
    const watch = setInterval(() => {
      try {
        peak = Number(/VmHWM:\s*(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1024 || peak
      } catch {
        // no such file here: memory is not told
      }
    }, 100)
    child.on('error', reject)
    child.on('exit', (code) => {
      clearInterval(watch)
      closeSync(input)
      if (code === 0) resolve({ seconds: (performance.now() - from) / 1000, peakMb: peak })
      else reject(new Error(`${args.join(' ')} ended with ${code}`))
    })
  })
}

/** Seconds that grep takes to count the lines in which a trigger word stands; null where there is no grep. */
export function grepSeconds(words, file) {
  const pattern = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')
  const from = performance.now()
  const run = spawnSync('grep', ['-cE', pattern, file], { env: { ...process.env, LC_ALL: 'C.UTF-8' } })
  return run.status === 0 ? (performance.now() - from) / 1000 : null
}
