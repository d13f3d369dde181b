import { expect, test } from 'vitest'
import { onTerminal, openSession } from './pty.js'
import { folderWith } from './run.js'

const cwd = folderWith({})
const node = process.execPath

test('tells what a terminal shows, which lines it broke, and the exit code', async () => {
  const script = 'console.log("a\\u001b[31mred\\u001b[39m"); console.log("x".repeat(25)); process.exitCode = 3'
  const { code, raw, lines, broken } = await onTerminal(cwd, ['-e', script], { program: node, cols: 20 })
  expect(code).toBe(3)
  expect(raw).toContain('\u001b[31m')
  expect(lines).toEqual(['ared', 'x'.repeat(20), 'x'.repeat(5)])
  expect(broken).toEqual([`${'x'.repeat(20)} ⏎ ${'x'.repeat(5)}`])
})

test('types and waits', async () => {
  const script =
    'process.stdin.setRawMode(true).on("data", (k) => { console.log("got " + k); if (String(k) === "q") process.exit(0) }); console.log("ready", process.stdout.columns)'
  const session = openSession(cwd, ['-e', script], { program: node, cols: 61 })
  await session.shows('ready 61')
  session.type('a')
  await session.shows(/got a/)
  session.type('q')
  expect((await session.end()).lines).toEqual(['ready 61', 'got a', 'got q'])
})

test('xev runs on it', async () => {
  const { code, lines, broken } = await onTerminal(cwd, ['--help'], { cols: 60 })
  expect({ code, broken }).toEqual({ code: 0, broken: [] })
  expect(lines[0]).toBe('Usage: xev [options] [command]')
})
