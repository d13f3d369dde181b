import { defineConfig } from 'vitest/config'

// two workers: most tests wait for the program that they run, and two cores is what a small machine has
export default defineConfig({ test: { include: ['test/**/*.test.ts'], testTimeout: 30_000, maxWorkers: 2 } })
