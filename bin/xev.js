#!/usr/bin/env node
import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import module from 'node:module'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import v8 from 'node:v8'
import vm from 'node:vm'

const run = new URL('../dist/run/', import.meta.url)
const require = module.createRequire(run)

// V8 compiles what runs often, and in a run of some seconds that costs more than it gains. To wait three times as long took a
// sixth to a quarter off the time of 1 MB of articles, and a third off the work, and made no difference over 8 MB; Node 24 gains
// nothing by it.
const PATIENCE = { 20: '--interrupt-budget=400000', 22: '--invocation-count-for-turbofan=9000' }
const patience = PATIENCE[process.versions.node.split('.')[0]]
if (patience !== undefined) v8.setFlagsFromString(patience)
// A regular expression is interpreted at first and compiled when it runs again, as nearly all of these do: compiled at once, five
// articles take 15 ms less, and a megabyte no longer.
v8.setFlagsFromString('--no-regexp-tier-up')

// from Node 22 on: what was compiled of packages in one run is ready for the next
module.enableCompileCache?.()

/**
 * What V8 made of the files of dist/run/ in one run is kept beside them for the next: compiling is a quarter of a short run, and
 * Node's own cache keeps much less of it. Who can write here can write the program as well. A build clears the folder.
 */
const kept = new URL(`compiled/${process.version}-${process.arch}/`, run)
const keeps = process.env.NODE_DISABLE_COMPILE_CACHE === undefined

/** Where what was made of a file is kept. V8 itself would tell another content by its length alone. */
const keptAs = (file) => new URL(`${basename(file.pathname)}-${statSync(file).mtimeMs.toString(36)}.bin`, kept)

const modules = new Map()
/** Scripts that were compiled anew, by where what V8 made of them is to be kept. */
const compiled = new Map()

function load(name) {
  const known = modules.get(name)
  if (known !== undefined) return known.exports
  const made = { exports: {} }
  modules.set(name, made)
  const file = new URL(name, run)
  // the build writes ASCII alone, which is read faster
  const source = `(function (exports, require, __filename) {${readFileSync(file, 'latin1')}\n})`
  const kept = keeps ? keptAs(file) : null
  const cachedData = kept === null ? undefined : readIfThere(kept)
  const script = new vm.Script(source, { filename: file.href, cachedData })
  if (kept !== null && (cachedData === undefined || script.cachedDataRejected)) compiled.set(kept, script)
  const needed = (id) => (id.startsWith('./') ? load(id.slice(2)) : require(id))
  script.runInThisContext()(made.exports, needed, fileURLToPath(file))
  return made.exports
}

function readIfThere(file) {
  try {
    return readFileSync(file)
  } catch {
    return undefined
  }
}

process.once('exit', () => {
  if (compiled.size === 0) return
  try {
    mkdirSync(kept, { recursive: true })
    for (const [file, script] of compiled) {
      const draft = new URL(`${file.href}.${process.pid}`)
      writeFileSync(draft, script.createCachedData())
      renameSync(draft, file)
    }
  } catch {
    // the folder cannot be written to: each run compiles for itself
  }
})

if (existsSync(new URL('xev.cjs', run))) await load('xev.cjs').finished
else {
  console.error('error: this copy of xev is not built (hint: npm run build, in its folder)')
  process.exitCode = 2
}
