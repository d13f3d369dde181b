import fc from 'fast-check'
import { expect, test } from 'vitest'
import { factFileName } from '../../src/store/names.js'

test.each([
  ['hyperion.txt', 'hyperion.yaml'],
  ['data/hyperion.txt', 'data--hyperion.yaml'],
  ['data/2024/été.txt', 'data--2024--été.yaml'],
  ['notes/a.md', 'notes--a.md.yaml'],
])('%s is stored in %s', (source, name) => {
  expect(factFileName(source)).toBe(name)
})

test.each([
  ['a folder above', '../../etc/passwd.txt'],
  ['an absolute path', '/etc/passwd.txt'],
  ['a path of Windows', 'C:\\a\\b.txt'],
  ['a hidden file', '.hidden.txt'],
  ['a device of Windows', 'con.txt'],
  ['control characters', 'a\u0000\nb.txt'],
  ['nothing', ''],
  ['a very long name', `${'é'.repeat(300)}.txt`],
])('%s gives a plain file name', (_, source) => {
  const name = factFileName(source)
  expect(name).toMatch(/^[\p{L}\p{N}][\p{L}\p{N}\p{M}._-]*-[0-9a-f]{8}\.yaml$/u)
  expect(Buffer.byteLength(name)).toBeLessThan(230)
})

test('no two sources share a file', () => {
  const part = fc.constantFrom('a', 'b', '-', '--', '/', '.', '..', ' ', '.txt', '.md', 'é', 'e\u0301')
  const source = fc.array(part, { maxLength: 6 }).map((parts) => parts.join(''))
  fc.assert(
    fc.property(source, source, (a, b) => {
      fc.pre(a !== b)
      expect(factFileName(a)).not.toBe(factFileName(b))
    }),
    { numRuns: 5000 },
  )
})
