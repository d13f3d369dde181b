import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'

const root = join(import.meta.dirname, '..')
const validate = new Ajv2020({ allErrors: true }).compile(
  JSON.parse(readFileSync(join(root, 'schema/rules.schema.json'), 'utf8')),
)
const rulesDir = join(root, 'src/rules')

describe('the schema of rule files', () => {
  const files = readdirSync(rulesDir, { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.yaml'))
  it('has files to hold for', () => expect(files.length).toBeGreaterThanOrEqual(12))
  it.each(files)('holds for %s', (file) => {
    validate(parse(readFileSync(join(rulesDir, file), 'utf8')))
    expect(validate.errors).toBeNull()
  })
  it.each([
    ['an unknown key', { triger: 'x' }],
    ['an unknown kind', { claim: { kind: 'volumes' } }],
    ['an id of another form', { id: 'delivered' }],
    ['an unknown status', { status: 'sure' }],
  ])('refuses %s', (_, change) => {
    const rule = { id: 'fr/volume/sold', trigger: 'vendre', match: '{vendre}', claim: { kind: 'volume' } }
    expect(validate([rule])).toBe(true)
    expect(validate([{ ...rule, ...change }])).toBe(false)
  })
})
