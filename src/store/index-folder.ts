import { randomBytes } from 'node:crypto'
import {
  closeSync,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { type Index, packIndex, unpackIndex } from './index-file.js'

const FOLDER = '.xev'
const FILE = 'index'
/** The schema that the first line of a fact file names, and the one that it refers to: for editors. */
const SCHEMAS = ['fact-file.schema.json', 'claim.schema.json']
/** A draft that is as old as this was left behind by a run that was killed. */
const ABANDONED_MS = 3_600_000

/** The index beside a store; null where there is none that can be used. */
export function readIndex(store: string): Index | null {
  try {
    return unpackIndex(readFileSync(join(store, FOLDER, FILE)))
  } catch {
    return null
  }
}

/** An index file that is being made. */
export interface Draft {
  /** The time by the clock of the disk when it was begun, in milliseconds. */
  clock: number
  /** Puts it in the place of the index; where the disk does not allow it, nothing is changed. */
  save(index: Index): void
  discard(): void
}

/** The folder for what can be made again, made where there is none; null where something else stands there. */
export function disposableFolder(store: string): string | null {
  const folder = join(store, FOLDER)
  mkdirSync(folder, { recursive: true })
  // a link, as a store from elsewhere may hold one, could lead to any other program's files
  if (!lstatSync(folder).isDirectory()) return null
  put(folder, '.gitignore', '*\n')
  for (const name of SCHEMAS) put(folder, name, readFileSync(new URL(`../../schema/${name}`, import.meta.url), 'utf8'))
  return folder
}

/** Whole or not at all, and never through a link. */
function put(folder: string, name: string, content: string): void {
  const path = join(folder, name)
  try {
    if (lstatSync(path).isFile() && readFileSync(path, 'utf8') === content) return
  } catch {
    // there is none
  }
  const temporary = join(folder, `${randomBytes(6).toString('hex')}.tmp`)
  writeFileSync(temporary, content, { flag: 'wx' })
  renameSync(temporary, path)
}

/** Begins a new index; null where the store cannot be written to. The store works without one, so nothing is said then. */
export function draftIndex(store: string): Draft | null {
  try {
    const folder = disposableFolder(store)
    if (folder === null) return null
    const temporary = join(folder, `${randomBytes(6).toString('hex')}.tmp`)
    const file = openSync(temporary, 'wx')
    const discard = () => {
      closeSync(file)
      rmSync(temporary, { force: true })
    }
    return {
      clock: fstatSync(file).mtimeMs,
      save(index) {
        try {
          for (const bytes of packIndex(index)) writeFileSync(file, bytes)
          closeSync(file)
          renameSync(temporary, join(folder, FILE))
          removeAbandoned(folder)
        } catch {
          rmSync(temporary, { force: true })
        }
      },
      discard,
    }
  } catch {
    return null
  }
}

function removeAbandoned(folder: string): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    if (name.endsWith('.tmp') && Date.now() - statSync(path).mtimeMs > ABANDONED_MS) rmSync(path, { force: true })
  }
}
