import type { FactFile, Problem } from '../types.js'
import { filesOf, openStore } from './open.js'
import { type Saved, saveFacts } from './store.js'

/** A fact store: a folder of YAML files, one per article. */
export interface StoreFolder {
  readonly folder: string
  /**
   * All fact files of the store, by source. Damaged ones are told in `problems`; the others are read all the same.
   *
   * @throws UserError where there is no such folder or no fact file in it
   */
  read(): Promise<{ files: FactFile[]; problems: Problem[] }>
  /**
   * Writes one article's facts, merged with what people wrote there: `scan(bytes, { source }).facts`.
   *
   * @throws UserError where the file there is damaged or cannot be written; it is left as it is
   */
  save(facts: FactFile, options?: { dryRun?: boolean }): Promise<Saved>
}

/** The store in a folder (`facts` is the command line's default), which need not exist until something is saved. */
export function storeAt(folder: string): StoreFolder {
  return {
    folder,
    async read() {
      const store = await openStore(folder)
      return { files: filesOf(store), problems: store.problems }
    },
    save: (facts, options) => saveFacts(folder, facts, options),
  }
}
