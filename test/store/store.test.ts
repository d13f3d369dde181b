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
import { readStore, saveFacts } from '../../src/store/store.js'
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
    await replaceFile(join(folder, 'link.yaml'), 'new')
    expect(readFileSync(join(folder, 'real.yaml'), 'utf8')).toBe('new')
    expect(statSync(join(folder, 'real.yaml')).mode & 0o777).toBe(0o640)
    expect(readdirSync(folder).sort()).toEqual(['link.yaml', 'real.yaml'])
  })
})

describe('readStore', () => {
  test('reads every fact file by source, and names the damaged ones', async () => {
    await saveFacts(folder, factFile([claim('v-1', 10)], { source: 'b.txt' }))
    await saveFacts(folder, factFile([], { source: 'a.txt' }))
    writeFileSync(join(folder, 'broken.yaml'), 'source: [')
    writeFileSync(join(folder, 'latin.yml'), Buffer.from([0x61, 0xe9]))
    writeFileSync(join(folder, 'twin.yaml'), readFileSync(join(folder, 'b.yaml')))
    writeFileSync(join(folder, 'notes.txt'), 'no fact file')
    writeFileSync(join(folder, '.hidden.yaml'), 'source: [')
    const { files, problems } = await readStore(folder)
    expect(files.map(({ source }) => source)).toEqual(['a.txt', 'b.txt'])
    expect(problems.map(({ source }) => source)).toEqual(
      ['broken.yaml', 'latin.yml', 'twin.yaml'].map((f) => join(folder, f)),
    )
    expect(problems[2]?.message).toContain('b.yaml')
  })

  test.each([
    ['no folder', 'none'],
    ['an empty folder', '.'],
  ])('%s is a mistake with a hint', async (_, name) => {
    await expect(readStore(join(folder, name))).rejects.toMatchObject({
      problem: { hint: expect.stringContaining('xev extract') },
    })
  })
})
