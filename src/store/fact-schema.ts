import { claimShape, headerShape, MANUAL } from './schema.js'
import { type JsonSchema, text } from './shape.js'

interface ObjectSchema extends JsonSchema {
  required: string[]
  properties: Record<string, JsonSchema>
}

/** What the keys above the claims say. */
const HEADER: Record<string, string> = {
  source: 'The article: its path from the folder that it was read in.',
  sha256: 'SHA-256 of the article as it was read, in lower-case hex.',
  title: 'The title of the article.',
  language: 'Of the article: fr, en, or another BCP 47 code.',
  published: 'When the article was published (EDTF: 2025, 2025-03, 2025-03-12).',
  via: 'The source that the article names as its own.',
  aiGenerated: 'The article says that it was made with the help of a model.',
  encoding:
    'The encoding that the article was said to be in (--encoding), by its label in the WHATWG Encoding Standard.',
}

const MARK = 'By this xev knows what it wrote itself: best left as it is.'

/**
 * The JSON Schema of a fact file. What may stand there is what the reader's own shapes take; what the slots of a claim mean,
 * and the words that are usual in them, come from the schema of a claim in its public form, which is stricter than a file that
 * people write needs to be.
 *
 * @param claim schema/claim.schema.json
 */
export function factFileSchema(claim: { $id: string; $defs: Record<string, JsonSchema> }): JsonSchema {
  const header = headerShape.schema as ObjectSchema
  const written = claimShape.schema as ObjectSchema
  const told = (claim.$defs.claim as ObjectSchema).properties
  const slot = (key: string, schema: JsonSchema): JsonSchema => {
    if (told[key] === undefined) return { description: MARK, ...schema }
    const { description } = told[key]
    const meaning = description === undefined ? {} : { description }
    const either = Array.isArray(schema.anyOf) ? schema.anyOf : [schema]
    // of a free text the usual words are offered; what is no free text is bound to what the reader takes
    if (!either.includes(text.schema)) return { ...meaning, ...schema }
    return { ...meaning, anyOf: [{ $ref: `${claim.$id}#/$defs/claim/properties/${key}` }, ...either] }
  }
  const slots = Object.entries(written.properties).map(([key, schema]) => [key, slot(key, schema)])
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'fact-file.schema.json',
    title: 'xev fact file',
    description:
      'What xev read in one article, and what people made of it. Keys that are not named here are left alone.',
    type: 'object',
    required: [...header.required, 'claims'],
    properties: {
      ...Object.fromEntries(
        Object.entries(header.properties).map(([key, schema]) => [key, { description: HEADER[key] ?? '', ...schema }]),
      ),
      claims: {
        description: 'What the article claims, in the order of the text.',
        type: 'array',
        items: { $ref: '#/$defs/claim' },
      },
    },
    $defs: {
      claim: {
        description: `A claim. One of your own has "rule: ${MANUAL}" and needs little more than its kind and status.`,
        type: 'object',
        required: written.required,
        properties: Object.fromEntries(slots),
        if: { properties: { rule: { const: MANUAL } } },
        else: {
          required: ['id', 'evidence'],
          properties: { id: { not: { type: 'null' } }, evidence: { not: { type: 'null' } } },
        },
      },
    },
  }
}
