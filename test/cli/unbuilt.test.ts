import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { BIN, folderWith } from './run.js'

it('a copy that is not built, or whose build is of before, says what to do', () => {
  const folder = folderWith({
    'bin/xev.js': readFileSync(BIN),
    'package.json': '{"type": "module"}',
    'dist/cli/main.js': '',
  })
  const run = spawnSync(process.execPath, [join(folder, 'bin/xev.js'), '--version'], { encoding: 'utf8' })
  expect(run).toMatchObject({ status: 2, stdout: '' })
  expect(run.stderr).toBe('error: this copy of xev is not built (hint: npm run build, in its folder)\n')
})
