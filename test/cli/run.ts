import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll } from 'vitest'
import { mergeFacts } from '../../src/store/merge.js'
import { factFileName } from '../../src/store/names.js'
import type { FactFile } from '../../src/types.js'

/** The program as it is installed; it runs what the build made. */
export const BIN = fileURLToPath(new URL('../../bin/xev.js', import.meta.url))

export interface Run {
  code: number | null
  stdout: string
  stderr: string
}

/** Runs the program to its end, in a folder, without colours unless asked for. */
export function xev(cwd: string, args: string[], { input = '', env = {} } = {}): Run {
  const run = spawnSync(process.execPath, [BIN, ...args], {
    cwd,
    input,
    encoding: 'utf8',
    maxBuffer: 100_000_000,
    env: { PATH: process.env.PATH, ...env },
  })
  return { code: run.status, stdout: run.stdout, stderr: run.stderr }
}

/** A folder with these files, by path, removed when the tests of the file are done. */
export function folderWith(files: Record<string, string | Uint8Array>): string {
  const folder = mkdtempSync(join(tmpdir(), 'xev-cli-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  return folder
}

/** The fact files of a store, by path. */
export function storeOf(...files: FactFile[]): Record<string, string> {
  return Object.fromEntries(
    files.map((facts) => [`facts/${factFileName(facts.source)}`, mergeFacts(null, facts, facts.source).text]),
  )
}

/** The names in a folder, hidden ones aside. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .sort()
}

export function jsonLines(text: string): Record<string, unknown>[] {
  return text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line)]))
}

/** An article that surely holds a claim. */
export const ARTICLE = `Le constructeur Nordlys accélère

Publié le 12 mars 2025

Nordlys a livré 139 000 voitures en 2024, un record pour la marque 🚗 norvégienne.

Le ciel est resté gris toute la semaine.
`
