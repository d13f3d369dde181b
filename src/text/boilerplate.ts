import type { Span } from '../types.js'
import { type Block, endsSentence } from './blocks.js'
import { trimmed } from './lines.js'
import { type Follow, firstWord, type LineKind, OPENINGS } from './page-lines.js'

/** Where the article comes from, in its own words. */
export interface Provenance {
  /** The source named at the end: "Source : X". */
  via: string | null
  aiGenerated: boolean
}

/** A line of the page around an article is short; anything longer is text. In code units. */
const LONGEST_LINE = 250
/** Longest line of the block under "Contact". */
const LONGEST_CONTACT = 120
/** Longest credit at the end of a description. */
const LONGEST_CREDIT = 80
/** A name in a credit or source line has at most so many words. */
const MOST_CREDIT_WORDS = 10

/**
 * Sets aside what stands around an article on its page: credits of pictures, links and lists of further articles,
 * navigation, sharing, log-in and cookie lines, contacts; and reads where the article says it comes from. A line is
 * judged by its form; one that might be text stays.
 */
export function setAside(text: string, blocks: readonly Block[]): Provenance {
  const provenance: Provenance = { via: null, aiGenerated: false }
  const sources: { index: number; via: string }[] = []
  for (const [index, block] of blocks.entries()) {
    if (block.aside) continue
    const length = block.end - block.content
    if (length > LONGEST_LINE) {
      cutCredit(text, block)
      continue
    }
    const parts = partsOf(text, block)
    const kinds = parts.map((part) => kindOf(text.slice(part.start, part.end)))
    if (kinds.includes(null)) {
      cutCredit(text, block)
      continue
    }
    block.aside = true
    for (const [at, kind] of kinds.entries()) {
      if (kind === 'ai') provenance.aiGenerated = true
      if (kind === 'source') sources.push({ index, via: sourceName(text, parts[at]!) })
    }
    const [kind] = kinds
    if (parts.length === 1 && (kind === 'related' || kind === 'related-list')) setListAside(text, blocks, index, kind)
    if (kind === 'contact') setContactAside(text, blocks, index)
  }
  const lastText = blocks.findLastIndex((block) => !block.aside)
  // a source line with text below it is the credit of a picture
  provenance.via = sources.findLast(({ index }) => index > lastText)?.via ?? null
  return provenance
}

/** The parts of a line that signs divide: "Source : A | Photo : B", "Share · 12 comments". */
function partsOf(text: string, block: Block): Span[] {
  const line = text.slice(block.content, block.end)
  if (!/[|•·]/.test(line)) return [{ start: block.content, end: block.end }]
  const parts: Span[] = []
  let from = 0
  for (const match of line.matchAll(/[|•·]/gu)) {
    parts.push(trimmed(text, block.content + from, block.content + match.index))
    from = match.index + 1
  }
  parts.push(trimmed(text, block.content + from, block.end))
  const filled = parts.filter(({ start, end }) => start < end)
  return filled.length === 0 ? [{ start: block.content, end: block.end }] : filled
}

/** What a line of the page is, or null for text. */
function kindOf(line: string): LineKind | 'ai' | null {
  const first = firstWord(line)
  const openings = OPENINGS.get(first)
  if (openings !== undefined) {
    const plain = plainForm(line)
    const folded = plain.toLowerCase()
    // what stands behind the opening is read in its own letters: the two forms must have the same offsets
    for (const { words, kind, follow } of plain.length === folded.length ? openings : []) {
      if (folded.startsWith(words) && follows(follow, plain.slice(words.length)) && isSourceIfAny(kind, plain))
        return kind
    }
  }
  if (SELF_WORDS.has(first) && saysMadeByModel(plainForm(line).toLowerCase())) return 'ai'
  if (isPageLine(line)) return 'page'
  return isCaption(line) ? 'credit' : null
}

/** Most lines are told to be none by their first letter or first space. */
function isPageLine(line: string): boolean {
  const c = line.charCodeAt(0)
  if (((c >= 48 && c <= 57) || c === 0x2b || c === 0x28) && (COUNT.test(line) || PHONE.test(line))) return true
  return !/\s/.test(line) && (ADDRESS.test(line) || INITIALS.test(line))
}

/** NFC, with straight apostrophes and single plain spaces, without bullets, quotes and arrows before it. */
function plainForm(line: string): string {
  return line
    .normalize('NFC')
    .replace(/[’ʼ]/g, "'")
    .replace(/[^\S ]/g, ' ')
    .replace(LEADING_SIGNS, '')
}

const LEADING_SIGNS = /^[^\p{L}\p{N}©]{1,8}/u
/** "48 comments", "5 min read", "12 partages". */
const COUNT =
  /^[0-9][0-9 .,]{0,8}k?\+? ?(?:commentaires?|comments?|partages?|shares?|vues|views|likes?|réactions?|min(?:utes?)?(?: (?:read|de lecture))?)$/iu
const ADDRESS = /^(?:(?:https?:\/\/|www\.)\S+|[^\s@]+@[^\s@]+\.[a-z]{2,12})$/iu
/** The hands that a dispatch went through: "abc/de/fgh". */
const INITIALS = /^[a-z]{2,4}(?:\/[a-z]{2,4}){1,5}$/
const PHONE = /^(?:\+|\(?0)[0-9 ()./-]{7,24}$/

function follows(follow: Follow, rest: string): boolean {
  const isWordEnd = !/^[\p{Ll}\p{N}]/u.test(rest)
  if (!isWordEnd) return false
  const afterColon = /^ ?(?:\([^()]*\))? ?: ?/.exec(rest)
  const value = afterColon === null ? '' : rest.slice(afterColon[0].length)
  switch (follow) {
    case 'any':
      return true
    case 'colon':
      return afterColon !== null
    case 'names':
      return afterColon !== null && isNames(value)
    case 'reach':
      return REACH.test(rest)
    case 'whom':
      return (
        /^\s*$/.test(rest) || (/^\s?[:–—-]/.test(rest) && (value.trim() === '' || REACH.test(rest) || isNames(value)))
      )
    case 'end':
      return /^[\s\p{P}\p{S}]*$/u.test(rest)
    case 'label':
      return /^(?:\p{Lu}|\s*$|\s?[:–—»>→…|!?-])/u.test(rest)
    case 'crumb':
      return /^\s?[>»›/]/.test(rest)
    case 'address':
      return /^(?:\p{Lu}|\s*$|\s?[:!»>→…-]|\s(?:for|to|now|here|today|and|about|on|at|our|us|free|newsletter)\b|\s\p{Lu})/u.test(
        rest,
      )
  }
}

/** A telephone number, e-mail address or web page. */
const REACH = /@|\bwww\.|https?:|(?:[0-9][ ()./-]?){6}/

const CREDIT_WORDS = new Set(
  "dr de du des la le les l' d' et and of the via pour for by par von van capture écran site officiel handout".split(
    ' ',
  ),
)

/** Names, as credits hold them: few words, capitalised but for particles, no figures, no full sentence. */
function isNames(value: string): boolean {
  const names = value.match(/[\p{L}\p{N}'-]+/gu) ?? []
  return (
    names.length > 0 &&
    names.length <= MOST_CREDIT_WORDS &&
    names.every((name) => /^\p{Lu}/u.test(name) || CREDIT_WORDS.has(name.toLowerCase()) || /^[dl]'\p{Lu}/u.test(name))
  )
}

/** A source line names its source in few words; a sentence may begin with "Source :" too. */
function isSourceIfAny(kind: LineKind, line: string): boolean {
  if (kind !== 'source') return true
  const words = line.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'.-]*/gu)?.length ?? 0
  return words > 1 && words <= MOST_CREDIT_WORDS + 1 && !/\. \p{Lu}/u.test(line)
}

/** What stands behind the colon of "Source : X", without closing signs. */
function sourceName(text: string, part: Span): string {
  const line = text.slice(part.start, part.end)
  return line
    .slice(line.indexOf(':') + 1)
    .replace(/\s+/g, ' ')
    .replace(/^[\s*_]{1,8}/, '')
    .replace(/[\s.)\]*_]{1,8}$/, '')
}

/** Words that a line begins with which speaks of its own making. */
const SELF_WORDS = new Set(
  (
    'ce cet cette this contenu article texte résumé traduction content story text summary translation ai-generated ' +
    'généré rédigé écrit traduit créé generated written translated created produced'
  ).split(' '),
)
const ITSELF =
  /^(?:(?:ce|cet|cette|this) (?:contenu|article|texte|billet|résumé|traduction|dépêche|content|story|text|post|report|summary|translation)\b|(?:contenu|article|texte|résumé|traduction|content|story|text|summary|translation) (?=\p{Ll}+ (?:par|avec|à|by|with|using)\b))/u
const MADE_BY =
  /(?:générée?|créée?|rédigée?|écrite?|produite?|traduite?|réalisée?|generated|created|written|produced|translated|drafted|assisted|assistée?) (?:\p{Ll}+ )?(?:par|avec|à|grâce|by|with|using|via)\b/u
const MODEL =
  /(?:^|[\s'(])(?:ia|i\.a\.|ai|a\.i\.|intelligence artificielle|artificial intelligence|chatgpt|gpt-?\d?|modèle de langage|language model)(?=$|[\s,.;:)])/u
const MADE_AT_START =
  /^(?:ai-generated|généré|rédigé|écrit|traduit|créé|generated|written|translated|created|produced) (?:par|avec|à|by|with|using|content|article|text)\b/u

/** "This article was written with the help of AI": the line speaks of itself. */
function saysMadeByModel(folded: string): boolean {
  if (MADE_AT_START.test(folded)) return MODEL.test(folded) || folded.startsWith('ai-')
  return ITSELF.test(folded) && MADE_BY.test(folded) && MODEL.test(folded)
}

const CREDIT_BEHIND = /(?:^|\s)\/\/\s?(?:source|crédits?|credits?|photos?|images?|©)/iu
const CREDIT_IN_BRACKETS =
  /[([](?:©|(?:crédits?|credits?|photos?|images?|illustration|copyright)(?: (?:photos?|images?))? ?:)[^()[\]]{0,120}[)\]]\.?$/iu
const CREDIT_SIGN = /(?:©|(?:crédits? (?:photos?|images?)|(?:photo|image) credits?) ?:) ?/giu

/** The description of a picture with its credit: "The new plant // Source : X", "The new plant (Photo : X)". */
function isCaption(line: string): boolean {
  if (line.includes('//') && CREDIT_BEHIND.test(line)) return true
  if (/[)\]]\.?$/.test(line) && CREDIT_IN_BRACKETS.test(line)) return true
  if (!line.includes('©') && !/cr[ée]dit/i.test(line)) return false
  const ends = Array.from(line.matchAll(CREDIT_SIGN), (sign) => line.slice(sign.index + sign[0].length))
  const credit = ends.find((end) => end !== '' && end.length <= LONGEST_CREDIT)
  return credit !== undefined && isNames(credit)
}

/** Takes a credit off the end of a paragraph. */
function cutCredit(text: string, block: Block): void {
  if (!/[)\]]\.?$/.test(text.slice(block.end - 2, block.end))) return
  const from = Math.max(block.content, block.end - 160)
  const tail = text.slice(from, block.end)
  const match = CREDIT_IN_BRACKETS.exec(tail)
  if (match !== null) block.end = trimmed(text, block.content, from + match.index).end
}

/** Sets aside the list under "Related articles", or the one title under "À lire aussi". */
function setListAside(text: string, blocks: readonly Block[], label: number, kind: 'related' | 'related-list'): void {
  const head = blocks[label]!
  if (!isBareLabel(text.slice(head.content, head.end), kind)) return
  let titles = 0
  for (let i = label + 1; i < blocks.length; i++) {
    const block = blocks[i]!
    if (block.aside) continue
    const isItem = block.marker !== 'none' && block.marker !== 'hash'
    const isNear = block.group === head.group || block.group === head.group + 1
    const isTitle =
      block.end - block.content <= LONGEST_LINE && !/\.["”»)]?$/u.test(text.slice(block.end - 2, block.end))
    if (isItem && (isNear || kind === 'related-list')) block.aside = true
    else if (isTitle && block.marker === 'none' && (kind === 'related-list' || (titles === 0 && isNear)))
      block.aside = true
    else return
    if (!isItem) titles++
  }
}

/** The label stands alone: the titles are on the lines below. */
function isBareLabel(line: string, kind: 'related' | 'related-list'): boolean {
  const plain = plainForm(line).toLowerCase()
  if (/[:…!?]/.test(plain.split(/[\p{L}\p{N}]/u).at(-1) ?? '')) return true
  // "More from the economy desk" heads a list; "Related posts: a title" is a link
  if (kind === 'related-list') return !plain.includes(':')
  const openings = OPENINGS.get(firstWord(plain)) ?? []
  return openings.some(({ words }) => plain.startsWith(words) && !/[\p{L}\p{N}]/u.test(plain.slice(words.length)))
}

/** Sets aside the short lines (names, telephone numbers, addresses) right under "Contact". */
function setContactAside(text: string, blocks: readonly Block[], label: number): void {
  for (let i = label + 1; i < blocks.length; i++) {
    const block = blocks[i]!
    if (block.group !== blocks[label]?.group || block.end - block.content > LONGEST_CONTACT) return
    if (endsSentence(text, block) && text[block.end - 1] === '.') return
    block.aside = true
  }
}
