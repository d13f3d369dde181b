#!/usr/bin/env node
import module from 'node:module'

// from Node 22 on: what was compiled in one run is ready for the next
module.enableCompileCache?.()
await import('../dist/run/xev.js')
