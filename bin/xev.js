#!/usr/bin/env node
import { existsSync } from 'node:fs'
import module from 'node:module'

const program = new URL('../dist/run/xev.js', import.meta.url)
// from Node 22 on: what was compiled in one run is ready for the next
module.enableCompileCache?.()
if (existsSync(program)) await import(program)
else {
  console.error('error: this copy of xev is not built (hint: npm run build, in its folder)')
  process.exitCode = 2
}
