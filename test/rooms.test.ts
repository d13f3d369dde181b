import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'

const src = join(import.meta.dirname, '../src')
/** Open to all rooms: the nouns, what goes wrong, the forms of words, and the arithmetic of days and dates. */
const OPEN = ['types.ts', 'problems.ts', 'forms.ts', 'calendar.ts', 'edtf.ts']
/** Which other rooms a room may import from. */
const MAY: Record<string, string[]> = {
  'builtin.ts': ['lexicon', 'claims'],
  'scan.ts': ['builtin.ts', 'text', 'mentions', 'claims', 'lexicon'],
  'index.ts': ['scan.ts', 'compare', 'store'],
  cli: ['builtin.ts', 'scan.ts', 'text', 'mentions', 'claims', 'lexicon', 'store', 'compare', 'views'],
}

const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((f) => f.endsWith('.ts'))
  .map((f) => f.replaceAll('\\', '/'))

const roomOf = (file: string) => file.split('/')[0] as string

describe('who may import whom', () => {
  for (const file of files) {
    it(file, () => {
      const room = roomOf(file)
      const text = readFileSync(join(src, file), 'utf8')
      const imported = [...text.matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].map((m) =>
        normalize(join(dirname(file), m[1] as string))
          .replaceAll('\\', '/')
          .replace(/\.js$/, '.ts'),
      )
      const allowed = new Set([room, ...OPEN, ...(MAY[room] ?? [])])
      if (file === 'types.ts') expect(imported).toEqual([])
      else expect(imported.filter((i) => !allowed.has(roomOf(i)))).toEqual([])
    })
  }
})
