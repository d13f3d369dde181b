#!/usr/bin/env node
import { existsSync } from 'node:fs'
import module from 'node:module'
import v8 from 'node:v8'

const program = new URL('../dist/run/xev.js', import.meta.url)
// from Node 22 on: what was compiled in one run is ready for the next
module.enableCompileCache?.()
// V8 compiles what runs often, and in a run of some seconds that costs more than it gains. To wait three times as long took a
// sixth to a quarter off the time of 1 MB of articles, and a third off the work, and made no difference over 8 MB; Node 24 gains
// nothing by it.
const PATIENCE = { 20: '--interrupt-budget=400000', 22: '--invocation-count-for-turbofan=9000' }
const patience = PATIENCE[process.versions.node.split('.')[0]]
if (patience !== undefined) v8.setFlagsFromString(patience)
if (existsSync(program)) await import(program)
else {
  console.error('error: this copy of xev is not built (hint: npm run build, in its folder)')
  process.exitCode = 2
}
