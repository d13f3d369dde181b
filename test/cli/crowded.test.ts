import { linkSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findInputs } from '../../src/cli/inputs.js'
import { chunksOf } from '../../src/cli/reading.js'
import { ARTICLE, folderWith } from './run.js'

test('a folder of 100,000 files: found once each, in order, without opening any', async () => {
  const cwd = folderWith({})
  // links to one file in each: as many names as files would have, without their weight
  for (let n = 0; n < 100; n++) {
    const folder = join(cwd, 'in', String(n).padStart(5, '0'))
    mkdirSync(folder, { recursive: true })
    const first = join(folder, 'a.txt')
    writeFileSync(first, '')
    for (let i = 1; i < 1000; i++) linkSync(first, join(folder, `${String(i).padStart(4, '0')}.txt`))
  }
  const before = process.memoryUsage().heapUsed
  const { inputs, problems } = await findInputs([join(cwd, 'in')])
  // some kilobytes for a name would be too much
  expect((process.memoryUsage().heapUsed - before) / inputs.length).toBeLessThan(3000)
  expect(problems).toEqual([])
  expect(inputs.length).toBe(100_000)
  const names = inputs.map(({ source }) => source)
  expect(names).toEqual(names.toSorted())
}, 120_000)

describe('files that do not stay as they are', () => {
  const cwd = folderWith({ 'in/a.txt': ARTICLE, 'in/b.txt': ARTICLE, 'changing.txt': ARTICLE })

  test('one that is gone when its turn comes is named, and the others are read', async () => {
    const { inputs } = await findInputs([join(cwd, 'in')])
    rmSync(join(cwd, 'in/a.txt'))
    const [gone, there] = inputs
    await expect(gone?.read()).rejects.toMatchObject({ problem: { message: 'it is no longer there' } })
    expect(Buffer.from((await there?.read()) ?? []).toString()).toBe(ARTICLE)
  })

  test('one that changes between two looks at it is read again; one that goes on changing is named', async () => {
    const path = join(cwd, 'changing.txt')
    // each look at the file finds another length
    let n = 0
    const timer = setInterval(() => writeFileSync(path, ARTICLE.repeat(1 + (n++ % 50))), 0)
    try {
      for (let round = 0; round < 30; round++) {
        let bytes = Buffer.alloc(0)
        try {
          for await (const chunk of chunksOf(path, 'changing.txt')) bytes = Buffer.concat([bytes, chunk])
        } catch (error) {
          expect(error).toMatchObject({ problem: { message: 'it changes while it is read' } })
          continue
        }
        // one state of it, never the beginning of one and the end of another
        expect(bytes.toString()).toBe(ARTICLE.repeat(bytes.length / Buffer.byteLength(ARTICLE)))
      }
    } finally {
      clearInterval(timer)
    }
  })
})
