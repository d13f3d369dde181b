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
import { UNSEEN } from '../problems.js'
import { escaped } from './emit.js'

/** Text on one line: what xev writes holds no raw control character. A person's own block of lines stays a block. */
const oneLineText: ScalarTag = {
  ...(stringTag as ScalarTag),
  stringify(item, context, onComment, onChompKeep) {
    const free = item.type === undefined || item.type === Scalar.QUOTE_DOUBLE
    if (free && typeof item.value === 'string' && item.value.search(UNSEEN) >= 0) {
      return JSON.stringify(item.value).replace(UNSEEN, escaped)
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

/**
 * Parses one YAML document; its `errors` tell what is broken, by offset. Source tokens are kept: their offsets say where
 * things stand. Whether keys are unique is left to the shapes, since the parser's own check takes the square of their number.
 */
export function parseYaml(text: string, lineCounter: LineCounter): Document {
  return parseDocument(text, { ...OPTIONS, keepSourceTokens: true, uniqueKeys: false, lineCounter })
}

/** A document with nothing in it but the keys and values given; what occurs twice is written twice. */
export function newYaml(content: object): Document {
  return new Document(content, { ...OPTIONS, aliasDuplicateObjects: false })
}

export function printYaml(document: Document): string {
  return document.toString(LAYOUT)
}
