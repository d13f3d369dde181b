import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The longest first, so that no worker waits for it in the end. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    const [long, others] = [true, false].map((is) => files.filter((f) => f.moduleId.endsWith('killed.test.ts') === is))
    return [...long!, ...(await super.sort(others!))]
  }
}

const IN_PROCESS = 'test/{claims,compare,lexicon,mentions,store,text,views}/**/*.test.ts'

export default defineConfig({
  test: {
    // most tests wait for the program that they run, and two cores is what a small machine has
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    // not how fast it must be, but when to give up on a slow machine
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      // files that call functions share their modules: loading rules and lexicon costs each more than its tests
      { extends: true, test: { name: 'in process', include: [IN_PROCESS], isolate: false } },
      { extends: true, test: { name: 'whole', include: ['test/**/*.test.ts'], exclude: [IN_PROCESS] } },
    ],
  },
})
