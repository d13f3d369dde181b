// What the benchmark runs: parts of xev, and public libraries that do something like it. Each is loaded in a process of
// its own. `open` returns what reads one article {text, bytes, language, published}, or null where it has no such language.
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const CULTURES = { fr: 'fr-fr', en: 'en-us' }

/** What the user says of an article: where `as` is given, the language that it would not be told by its words. */
const given = (as) => ({ source: 'article', ...(as === undefined ? {} : { language: as }) })

export const SUBJECTS = {
  'xev mentions': async () => {
    const { lexicon, mentionsOf, readDocument } = await xev()
    return ({ bytes, as }) => mentionsOf(readDocument(bytes, given(as)), lexicon)
  },
  'xev numbers and dates': async () => {
    const { lexicon, findMentions, tokenize } = await xev()
    return ({ text, language, published, spans }) => {
      for (const { start, end } of spans)
        findMentions(text, tokenize(text, start, end), language, lexicon[language], published)
    }
  },
  'xev scan': async () => {
    const { scan } = await xev()
    return ({ bytes, as }) => scan(bytes, given(as))
  },
  compromise: async () => {
    const { default: nlp } = await import('compromise')
    return ({ text, language }) => (language === 'en' ? nlp(text) : null)
  },
  'fr-compromise': async () => {
    const { default: nlp } = await import('fr-compromise')
    return ({ text, language }) => (language === 'fr' ? nlp(text) : null)
  },
  'chrono-node': async () => {
    const chrono = await import('chrono-node')
    return ({ text, language }) => chrono[language].parse(text, new Date(2025, 0, 15))
  },
  'wink-nlp': async () => {
    const nlp = require('wink-nlp')(require('wink-eng-lite-web-model'))
    return ({ text, language }) => (language === 'en' ? nlp.readDoc(text) : null)
  },
  'recognizers-text-suite': async () => {
    const suite = require('@microsoft/recognizers-text-suite')
    const models = [
      suite.recognizeNumber,
      suite.recognizePercentage,
      suite.recognizeCurrency,
      (text, culture) => suite.recognizeDateTime(text, culture, suite.DateTimeOptions?.None, new Date(2025, 0, 15)),
    ]
    // sentence by sentence: its cost grows faster than the text
    return ({ text, language, spans }) => {
      for (const { start, end } of spans) for (const model of models) model(text.slice(start, end), CULTURES[language])
    }
  },
}

/** The languages that a library reads, where not both. */
export const ONLY = { compromise: 'en', 'fr-compromise': 'fr', 'wink-nlp': 'en' }

/** The stages of xev, each apart; the ways into them are those of src/scan.ts. */
export async function xev() {
  const { builtin } = await import('../dist/builtin.js')
  const { mentionsOf, scan, toFacts } = await import('../dist/scan.js')
  const { readDocument } = await import('../dist/text/read.js')
  const { tokenize } = await import('../dist/text/tokens.js')
  const { findMentions } = await import('../dist/mentions/find.js')
  const { findDates } = await import('../dist/mentions/dates.js')
  const { findNames } = await import('../dist/mentions/names.js')
  const { foldParallelMoney } = await import('../dist/mentions/quantities.js')
  const { findClaims, openReader } = await import('../dist/claims/find.js')
  const { lexicon, rules } = builtin
  return {
    lexicon, rules, mentionsOf, scan, toFacts, readDocument, tokenize, findMentions, findDates, findNames,
    foldParallelMoney, findClaims, openReader,
  } // biome-ignore format: a list of names
}
