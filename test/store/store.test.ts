import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { UserError } from '../../src/problems.js'
import { replaceFile } from '../../src/store/files.js'
import { saveFacts } from '../../src/store/store.js'
import { claim, factFile } from './facts.js'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'xev-store-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('saveFacts', () => {
  test('makes the store, and leaves an unchanged file as it is', async () => {
    const store = join(folder, 'deep', 'facts')
    const facts = factFile([claim('v-1', 10)])
    const first = await saveFacts(store, facts)
    expect(first).toMatchObject({ state: 'created', changes: { added: 1 } })
    const { ino, mtimeMs } = statSync(first.path)
    expect((await saveFacts(store, facts)).state).toBe('unchanged')
    expect(statSync(first.path)).toMatchObject({ ino, mtimeMs })
    expect((await saveFacts(store, factFile([]))).state).toBe('updated')
    expect(readdirSync(store)).toEqual(['data--nordlys.yaml'])
  })

  test('writes nothing on a dry run', async () => {
    const store = join(folder, 'facts')
    expect((await saveFacts(store, factFile([]), { dryRun: true })).state).toBe('created')
    expect(readdirSync(folder)).toEqual([])
  })

  test('never overwrites a damaged file', async () => {
    const { path } = await saveFacts(folder, factFile([claim('v-1', 10)]))
    const damaged = readFileSync(path, 'utf8').replace('4000', 'many')
    writeFileSync(path, damaged)
    await expect(saveFacts(folder, factFile([]))).rejects.toThrow(UserError)
    expect(readFileSync(path, 'utf8')).toBe(damaged)
  })

  test('says so where a folder or a file stands in the way', async () => {
    mkdirSync(join(folder, 'data--nordlys.yaml'))
    await expect(saveFacts(folder, factFile([]))).rejects.toThrow('is a folder, not a file')
    writeFileSync(join(folder, 'facts'), '')
    await expect(saveFacts(join(folder, 'facts'), factFile([]))).rejects.toThrow(UserError)
  })
})

describe('replaceFile', () => {
  test('keeps permissions, follows links and leaves no temporary file', async () => {
    writeFileSync(join(folder, 'real.yaml'), 'old')
    chmodSync(join(folder, 'real.yaml'), 0o640)
    symlinkSync('real.yaml', join(folder, 'link.yaml'))
    expect(await replaceFile(join(folder, 'link.yaml'), 'new', Buffer.from('old'))).not.toBeNull()
    expect(readFileSync(join(folder, 'real.yaml'), 'utf8')).toBe('new')
    expect(statSync(join(folder, 'real.yaml')).mode & 0o777).toBe(0o640)
    expect(readdirSync(folder).sort()).toEqual(['link.yaml', 'real.yaml'])
  })
  test('changes nothing where somebody has written to the file in the meantime', async () => {
    const path = join(folder, 'a.yaml')
    writeFileSync(path, 'theirs')
    expect(await replaceFile(path, 'new', Buffer.from('old'))).toBeNull()
    expect(await replaceFile(path, 'new', null)).toBeNull()
    expect(readFileSync(path, 'utf8')).toBe('theirs')
    expect(readdirSync(folder)).toEqual(['a.yaml'])
  })
})
