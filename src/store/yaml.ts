import {
  Document,
  type DocumentOptions,
  type LineCounter,
  type ParseOptions,
  parseDocument,
  Scalar,
  type ScalarTag,
  type SchemaOptions,
  type Tags,
  type ToStringOptions,
} from 'yaml'
import { stringifyString, stringTag } from 'yaml/util'

/** Characters that YAML calls unprintable, and those that turn the direction of text: written as escapes. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/g

/** Text on one line: what xev writes holds no raw control character. A person's own block of lines stays a block. */
const oneLineText: ScalarTag = {
  ...(stringTag as ScalarTag),
  stringify(item, context, onComment, onChompKeep) {
    const free = item.type === undefined || item.type === Scalar.QUOTE_DOUBLE
    if (free && typeof item.value === 'string' && item.value.search(UNPRINTABLE) >= 0) {
      const escaped = (c: string) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`
      return JSON.stringify(item.value).replace(UNPRINTABLE, escaped)
    }
    return stringifyString(item, { ...context, actualString: true }, onComment, onChompKeep)
  },
}

/**
 * YAML 1.2, and quoted whatever another reader of YAML 1.1 would take for something else (`no`, `1e3`, `0x1F`,
 * `2025-03-12`).
 */
const OPTIONS: ParseOptions & DocumentOptions & SchemaOptions = {
  version: '1.2',
  schema: 'core',
  compat: 'yaml-1.1',
  customTags: (tags: Tags) => [oneLineText, ...tags.filter((tag) => tag !== stringTag)],
  prettyErrors: false,
  logLevel: 'error',
}

const LAYOUT: ToStringOptions = { lineWidth: 0, flowCollectionPadding: false }

/** Parses one YAML document; its `errors` tell what is broken, by offset. */
export function parseYaml(text: string, lineCounter: LineCounter): Document {
  return parseDocument(text, { ...OPTIONS, lineCounter })
}

/** A document with nothing in it but the keys and values given. */
export function newYaml(content: object): Document {
  return new Document(content, OPTIONS)
}

export function printYaml(document: Document): string {
  return document.toString(LAYOUT)
}
