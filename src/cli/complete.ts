import type { Argument, Command, Option } from 'commander'
import { UNSEEN } from '../problems.js'
import type { Facet } from '../store/facets.js'
import { fold } from '../store/fold.js'
import { listOf } from './options.js'

export interface Candidate {
  word: string
  about?: string
}

export interface Completions {
  candidates: Candidate[]
  /** Names of files complete the word too. */
  files: boolean
}

const NOTHING: Completions = { candidates: [], files: false }

/**
 * What may stand in place of the last word of a command line. All is drawn from the program's own commands and options;
 * names of subjects, products, sources and so on from the store that the line names, if there is one.
 *
 * @param words the words behind the program's name, the one under the cursor last
 */
export async function completions(program: Command, words: readonly string[]): Promise<Completions> {
  const line = joined(words)
  const current = (line.pop() ?? '').replace(/^["']/, '')
  const { command, operands, pending, store } = read(program, line)
  if (pending !== null) return values(pending, current, command, store)
  const [, name, value] = /^(--[^=]+)=(.*)$/s.exec(current) ?? []
  const assigned = name === undefined ? undefined : optionNamed(command, name)
  if (assigned !== undefined) {
    const { candidates, files } = await values(assigned, value ?? '', command, store)
    return { candidates: candidates.map(({ word, ...rest }) => ({ word: `${name}=${word}`, ...rest })), files }
  }
  if (current.startsWith('-')) return { candidates: matching(optionWords(command), current), files: false }
  if (command.commands.length > 0) {
    return { candidates: operands.length === 0 ? matching(commandWords(command), current) : [], files: false }
  }
  const { registeredArguments: declared } = command
  const last = declared.at(-1)
  const argument = declared[operands.length] ?? (last?.variadic ? last : undefined)
  return argument === undefined ? NOTHING : argumentValues(argument, current, program, store)
}

/** Bash cuts words at `=`: put together again. */
function joined(words: readonly string[]): string[] {
  const line: string[] = []
  for (const [i, word] of words.entries()) {
    const before = line.at(-1)
    if (before?.startsWith('--') && (word === '=' || words[i - 1] === '=')) line[line.length - 1] = before + word
    else line.push(word)
  }
  return line
}

/** What the words before the cursor have settled: the command, its operands, the option that waits for its value, the store. */
function read(program: Command, words: readonly string[]) {
  let command = program
  let operands: string[] = []
  let pending: Option | null = null
  let store = 'facts'
  for (const word of words) {
    if (pending !== null) {
      if (pending.attributeName() === 'store') store = word
      pending = null
      continue
    }
    const [name = '', value] = word.split('=', 2)
    const option = word.startsWith('-') ? optionNamed(command, name) : undefined
    if (option !== undefined) {
      if (value === undefined && option.required) pending = option
      else if (value !== undefined && option.attributeName() === 'store') store = value
      continue
    }
    const inner = operands.length === 0 ? visibleCommands(command).find((c) => c.name() === word) : undefined
    if (inner === undefined) operands = [...operands, word]
    else command = inner
  }
  return { command, operands, pending, store }
}

/** The options of a command and of those it belongs to. */
function optionsOf(command: Command): Option[] {
  const own = command.createHelp().visibleOptions(command)
  return command.parent === null ? [...own] : [...own, ...optionsOf(command.parent)]
}

function optionNamed(command: Command, name: string): Option | undefined {
  return optionsOf(command).find(({ long, short }) => name === long || name === short)
}

function optionWords(command: Command): Candidate[] {
  const words = optionsOf(command).flatMap(({ long, description }) =>
    long ? [{ word: long, about: description }] : [],
  )
  return words.filter(({ word }, i) => words.findIndex((other) => other.word === word) === i)
}

/** The commands of a command, `help` among them. */
function visibleCommands(command: Command): Command[] {
  return command.createHelp().visibleCommands(command)
}

function commandWords(command: Command): Candidate[] {
  return visibleCommands(command).map((c) => ({ word: c.name(), about: c.description() }))
}

const LOOKED_UP: Record<string, Facet> = {
  subject: 'subject',
  product: 'product',
  partner: 'partner',
  market: 'market',
  unit: 'unit',
}

async function values(option: Option, current: string, command: Command, store: string): Promise<Completions> {
  // of a list with commas only the last word is open
  const cut = option.parseArg === listOf ? current.lastIndexOf(',') + 1 : 0
  const [before, open] = [current.slice(0, cut), current.slice(cut)]
  const of = (words: readonly string[]): Completions => ({
    candidates: matching(
      words.map((word) => ({ word })),
      open,
    ).map(({ word }) => ({ word: before + word })),
    files: false,
  })
  const name = option.attributeName()
  if (option.argChoices !== undefined) return of(option.argChoices)
  const facet = LOOKED_UP[name]
  if (facet !== undefined) return of(await storedWords(store, facet))
  if (name === 'store' || name === 'rules') return { candidates: [], files: true }
  if (name === 'kind' || name === 'status') {
    const { KINDS, STATUSES } = await import('../store/schema.js')
    return of(name === 'kind' ? KINDS : STATUSES)
  }
  if (name === 'source') return of(await storedSources(store))
  if (name === 'whyNot') {
    const { builtin } = await import('../builtin.js')
    return of(builtin.rules.map(({ id }) => id))
  }
  if ((name === 'columns' || name === 'sort') && ['facts', 'scan'].includes(command.name())) {
    const { CLAIMS } = await import('../views/claims.js')
    return of(CLAIMS.fields.map((field) => field.name))
  }
  return NOTHING
}

const FILE_ARGUMENTS = /^(?:path|file)/
const SOURCE_ARGUMENTS = new Set(['a', 'b', 'source', 'sources'])

async function argumentValues(
  argument: Argument,
  current: string,
  program: Command,
  store: string,
): Promise<Completions> {
  const name = argument.name()
  const of = (words: readonly string[]): Completions => ({
    candidates: matching(
      words.map((word) => ({ word })),
      current,
    ),
    files: false,
  })
  if (argument.argChoices !== undefined) return of(argument.argChoices)
  if (FILE_ARGUMENTS.test(name)) return { candidates: [], files: true }
  if (SOURCE_ARGUMENTS.has(name)) return of(await storedSources(store))
  if (name === 'id') return of(await storedIds(store))
  if (name === 'command') return { candidates: matching(commandWords(program), current), files: false }
  return NOTHING
}

/** Those that begin as the word does, whatever their case and accents; none that holds what cannot be seen. */
function matching(candidates: readonly Candidate[], word: string): Candidate[] {
  const folded = fold(word)
  return candidates.filter((c) => c.word.search(UNSEEN) < 0 && fold(c.word).startsWith(folded))
}

async function storedWords(folder: string, facet: Facet): Promise<string[]> {
  const store = await openedStore(folder)
  return [...new Set(store?.rows.columns[facet].values.flat() ?? [])].sort()
}

async function storedSources(folder: string): Promise<string[]> {
  const store = await openedStore(folder)
  return store === null ? [] : store.order.map((file) => store.rows.sources[file] ?? '')
}

async function storedIds(folder: string): Promise<string[]> {
  const store = await openedStore(folder)
  if (store === null) return []
  const { filesOf } = await import('../store/open.js')
  return filesOf(store).flatMap(({ claims }) => claims.map(({ id }) => id))
}

/** Where there is no store there is nothing to complete, and nobody to tell. */
async function openedStore(folder: string) {
  const { openStore } = await import('../store/open.js')
  return openStore(folder).catch(() => null)
}
