// The text that the benchmark reads: articles, told again and again with other figures until there is enough of it.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readDocument } from '../dist/text/read.js'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
/** Folders of articles, from the project's root; one that is not there is left out. */
const FOLDERS = ['data', '../shared/seeds', '../shared/dev/texts']

/** The folders of articles that are there, as absolute paths, and those that are not. */
export function corpusFolders() {
  const present = FOLDERS.filter((folder) => existsSync(join(root, folder)))
  return { present, absent: FOLDERS.filter((folder) => !present.includes(folder)) }
}

/** The files of a folder of the corpus, sorted. */
export function filesOf(folder) {
  return readdirSync(join(root, folder))
    .filter((name) => /\.(?:txt|md)$/.test(name) && name !== 'README.md')
    .sort()
    .map((name) => join(root, folder, name))
}

/**
 * The articles by language; `mixed` has those of both by turns.
 * @returns {{fr: Article[], en: Article[], mixed: Article[]}} with Article = {text, language, published}
 */
export function articles() {
  const fr = []
  const en = []
  for (const file of corpusFolders().present.flatMap(filesOf)) {
    const bytes = readFileSync(file)
    const { text, language, published } = readDocument(bytes, { source: file })
    const list = language === 'fr' ? fr : language === 'en' ? en : []
    list.push({ text, language, published })
  }
  const mixed = Array.from({ length: Math.max(fr.length, en.length) }, (_, i) => [
    fr[i % fr.length],
    en[i % en.length],
  ]).flat()
  return { fr, en, mixed }
}

/**
 * The articles over and over, without end. From the second round on the figures differ, so that no cache of a reader's
 * answers: each run of digits of three and more becomes another one of the same length. Years stay.
 * The same on every run.
 */
export function* repeated(list, seed = 1) {
  for (let round = 0; ; round++) {
    for (const article of list) yield round === 0 ? article : { ...article, text: varied(article.text) }
  }

  function varied(text) {
    return text.replace(/\d{3,}/g, (digits) => (/^(?:19|20)\d\d$/.test(digits) ? digits : otherDigits(digits)))
  }

  function otherDigits(digits) {
    let out = String(1 + (next() % 9))
    while (out.length < digits.length) out += next() % 10
    return out
  }

  /** A linear congruential generator (the constants of Numerical Recipes); its high bits. */
  function next() {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
    return seed >>> 16
  }
}

/** One long text of about `size` bytes made of these articles. */
export function longText(list, size) {
  const parts = []
  let bytes = 0
  for (const { text } of repeated(list)) {
    parts.push(text)
    bytes += Buffer.byteLength(text) + 2
    if (bytes >= size) break
  }
  return parts.join('\n\n')
}
