import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'

export const SCHEMA_DIR = join(import.meta.dirname, '../../schema')

/** The names of the shipped schemas: `claim` is in schema/claim.schema.json. */
export const SCHEMAS = readdirSync(SCHEMA_DIR)
  .filter((file) => file.endsWith('.schema.json'))
  .map((file) => file.replace('.schema.json', ''))

const ajv = new Ajv2020({ allErrors: true, strict: true, strictTypes: false })
for (const name of SCHEMAS) {
  const schema = JSON.parse(readFileSync(join(SCHEMA_DIR, `${name}.schema.json`), 'utf8'))
  ajv.addSchema({ $id: `${name}.schema.json`, ...schema })
}

/**
 * What a shipped schema, or a part of it (`claim`, `claims#/$defs/line`), finds wrong with a value: nothing where all is well.
 */
export function complaints(schema: string, value: unknown): string[] {
  const [name, part] = schema.split('#')
  const validate = ajv.getSchema(`${name}.schema.json${part === undefined ? '' : `#${part}`}`)
  if (validate === undefined) throw new Error(`there is no schema ${schema}`)
  validate(value)
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  )
}
