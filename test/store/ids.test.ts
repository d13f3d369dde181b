import { describe, expect, test } from 'vitest'
import { claimNamed } from '../../src/store/ids.js'
import { storeInMemory } from '../../src/store/open.js'
import { claim, factFile } from './facts.js'

const store = storeInMemory([
  factFile([claim('v-3kq9x2', 1), claim('v-3kq', 2), claim('e-1"\\é', 3)], { source: 'b.txt' }),
  factFile([claim('c-77ab', 1), claim('c-twin', 2)], { source: 'a.txt' }),
  factFile([claim('c-twin', 1)], { source: 'c.txt' }),
])
const rowOf = (id: string) => claimNamed(store, id).row

describe('claimNamed', () => {
  test.each([
    ['v-3kq9x2', 0],
    ['v-3kq9', 0],
    ['v-3kq', 1],
    ['e-1"\\é', 2],
    ['e-1"', 2],
    ['e', 2],
    ['c-7', 3],
  ])('%s', (id, row) => expect(rowOf(id)).toBe(row))

  test.each([
    ['v', '"v" may be v-3kq9x2, v-3kq', 'write more of it'],
    ['v-3xq9x2', 'no claim "v-3xq9x2" in the store', 'the nearest is v-3kq9x2'],
    ['zzzzzz', 'no claim "zzzzzz" in the store', 'xev facts --columns id,claim lists them'],
    ['', 'no claim "" in the store', 'xev facts --columns id,claim lists them'],
    ['c-twin', '"c-twin" is a claim in a.txt and c.txt', 'give one of them another id'],
  ])('"%s" is none or several', (id, message, hint) => {
    expect(() => rowOf(id)).toThrow(expect.objectContaining({ problem: expect.objectContaining({ message, hint }) }))
  })
})
