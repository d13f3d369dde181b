import { basename } from 'node:path'
import { type Known, refresh } from './index-refresh.js'
import { layOut } from './index-rows.js'
import { factFileNames } from './raw.js'
import type { Saved } from './store.js'

/** The index of a store that is being written to. */
export interface IndexAhead {
  /** Keeps what fact files hold now, as rows: they take less memory than the claims. */
  add(saved: readonly Saved[]): void
  /**
   * Writes the index if it is not what was added, so that the next query parses nothing of what was added. Where it cannot be
   * written nothing is said: the store works without one.
   */
  write(): Promise<void>
}

export function openIndexAhead(folder: string): IndexAhead {
  const known = new Map<string, Known>()
  return {
    add(saved) {
      const rows = layOut(saved.map(({ facts }) => ({ facts, problems: [] })))
      for (const [file, { path, proof }] of saved.entries()) {
        if (proof !== undefined) known.set(basename(path), { hash: proof.hash, rows: { rows, file } })
      }
    },
    async write() {
      if (known.size > 0) refresh(folder, await factFileNames(folder).catch(() => []), known)
    },
  }
}
